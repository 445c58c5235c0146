# SPDX-License-Identifier: BSD-2-Clause
"""A report as lines of text, in the style of compilers."""
from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from .rule import Rule
    from .run import Found, Report

INDENT = "    "
COLOURS = {"error": "\x1b[31m", "warning": "\x1b[35m"}
PLAIN = "\x1b[0m"


def lines(report: Report, printable: Callable[[str], str], colour: bool = False) -> Iterator[str]:
    """Two lines a finding: where, severity, what is wrong, the rule's id; and the cure."""
    for one in report.found:
        severity = one.rule.severity
        shown = f"{COLOURS[severity]}{severity}{PLAIN}" if colour else severity
        text = f"{one.finding.text} [{one.rule.id}]"
        yield f"{printable(where(report, one))}: {shown}: {printable(text)}"
        yield INDENT + one.rule.cure
    for name in report.cut:
        yield f"and more of {name}: not all of its findings are told"


def where(report: Report, one: Found) -> str:
    """Path of the input, offset and labels of the node. Names of a device tree are a path."""
    parts = [report.paths[one.input]]
    if one.finding.node.offset is not None:
        parts.append(f" {one.finding.node.offset:#x}")
    labels, inside = "", False
    for label in one.path:
        between = "" if not labels or labels.endswith("/") and inside else "/" if inside else " / "
        labels += between + label
        inside = inside or label == "/"
    if labels:
        parts.append(f" {labels}")
    return ":".join(parts)


def listing(rules: Sequence[Rule]) -> Iterator[str]:
    """All rules: id, severity, section, then the rule and its cure."""
    for rule in rules:
        section = f" ({rule.section})" if rule.section else ""
        yield f"{rule.id}: {rule.severity}{section}"
        yield INDENT + rule.sentence
        yield INDENT + rule.cure
