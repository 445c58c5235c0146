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
EACH = [*CASES.items(), *checking.more()]
RULES = {rule.id: rule for rule in check.rules()}


def test_each_rule_has_a_case() -> None:
    assert CASES.keys() == RULES.keys()
    assert len(RULES) == len(check.rules()), "two rules have the same id"


@pytest.mark.parametrize("name, case", EACH, ids=[name for name, _ in EACH])
def test_fault(name: str, case: checking.Case, tmp_path: pathlib.Path) -> None:
    found = checking.report(case.fault, tmp_path).found
    texts = [(one.rule.id, one.path, one.finding.text) for one in found]
    assert {one[0] for one in texts} == {name} | case.also, texts
    assert any(case.text in text for rule, _, text in texts if rule == name), texts


@pytest.mark.parametrize("name, case", EACH, ids=[name for name, _ in EACH])
def test_near_miss(name: str, case: checking.Case, tmp_path: pathlib.Path) -> None:
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
