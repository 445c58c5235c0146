# SPDX-License-Identifier: BSD-2-Clause
"""Each rule of aetherboot check has a fault that fires it and a near miss that does not."""
from __future__ import annotations

import pathlib
import re

import checking
import pytest
from aetherboot import check
from conftest import ROOT

CASES = checking.cases()
RULES = {rule.id: rule for rule in check.rules()}


def test_each_rule_has_a_case() -> None:
    assert CASES.keys() == RULES.keys()
    assert len(RULES) == len(check.rules()), "two rules have the same id"


@pytest.mark.parametrize("name", CASES)
def test_fault(name: str, tmp_path: pathlib.Path) -> None:
    case = CASES[name]
    report = checking.report(case.fault, tmp_path)
    assert checking.ids(report) == {name} | case.also, \
        [(one.rule.id, one.path, one.finding.text) for one in report.found]


@pytest.mark.parametrize("name", CASES)
def test_near_miss(name: str, tmp_path: pathlib.Path) -> None:
    case = CASES[name]
    assert name not in case.near_also and case.near != case.fault
    report = checking.report(case.near, tmp_path)
    assert checking.ids(report) == case.near_also, \
        [(one.rule.id, one.path, one.finding.text) for one in report.found]


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_row(rule: check.Rule) -> None:
    """What a row says can be printed, and its section is one of docs/specs.md."""
    assert re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", rule.id)
    assert rule.severity in (check.ERROR, check.WARNING)
    for text in (rule.sentence, rule.cure):
        assert text.isprintable() and text[0].isupper() and text.endswith(".")
        assert "  " not in text
    keys = re.findall(r"^\| `(\w+)` \|", (ROOT / "docs/specs.md").read_text(), re.M)
    assert rule.section.split()[0] in keys if rule.section else \
        rule.id.startswith(("input.", "build.", "kernel."))


def test_texts_have_both_parties(tmp_path: pathlib.Path) -> None:
    """Each finding is a sentence that can be printed, without a full stop."""
    for number, case in enumerate(CASES.values()):
        for one in checking.report(case.fault, tmp_path / str(number)).found:
            assert one.finding.text and not one.finding.text.endswith("."), one.rule.id
