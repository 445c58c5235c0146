# SPDX-License-Identifier: BSD-2-Clause
"""A report as JSON, by check.schema.json."""
from __future__ import annotations

from json import dumps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .run import Found, Report

FORMAT = "aetherboot-check"
VERSION = 1  # raised when a member goes or changes its meaning


def document(report: Report) -> Iterator[str]:
    """The text of the document in parts, a line a finding."""
    yield f'{{"format": "{FORMAT}", "version": {VERSION},\n"inputs": '
    yield dumps([{"path": path, "kind": kind}
                 for path, kind in zip(report.paths, report.kinds)])
    yield f',\n"errors": {report.count("error")}, "warnings": {report.count("warning")}'
    yield f', "cut": {dumps(report.cut)},\n"findings": ['
    for index, one in enumerate(report.found):
        yield (",\n" if index else "\n") + dumps(_members(one))
    yield "]}\n"


def _members(one: Found) -> dict[str, object]:
    """What is empty is left out."""
    node, rule = one.finding.node, one.rule
    members: dict[str, object] = {"id": rule.id, "severity": rule.severity, "input": one.input,
                                  "node": list(one.path)}
    for name in ("offset", "size"):
        if getattr(node, name) is not None:
            members[name] = getattr(node, name)
    members["text"] = one.finding.text
    members["rule"] = rule.sentence
    members["cure"] = rule.cure
    if rule.section:
        members["section"] = rule.section
    return members
