# SPDX-License-Identifier: BSD-2-Clause
"""What a rule is, and what it finds."""
from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from ..decode.node import Node

ERROR, WARNING = "error", "warning"
TABLE = "table"  # what a rule over each ACPI table is over, whatever its signature
SET = "set"  # what a rule over all inputs together is over


class Finding:
    """What breaks a rule.

    - `node`: where; a node of one of the inputs
    - `text`: what is wrong with it: one sentence without a full stop, with the value, and with
      both parties if there are two
    - `other`: the other party's node, or None
    """

    __slots__ = ("node", "text", "other")

    def __init__(self, node: Node, text: str, other: Node | None = None) -> None:
        self.node = node
        self.text = text
        self.other = other


class Rule:
    """A row of the table of rules.

    - `id`: its name, which never changes: lower case, what is judged, a dot, what is wrong with it
    - `severity`: ERROR if a guest may fail by it; WARNING if it works and is still not right
    - `section`: key and section of the specification that says so, as docs/specs.md has them
    - `sentence`: the rule
    - `cure`: what to do about a finding
    - `over`: what it judges. The name of a node, as "APIC": the function gets each node of that
      name that the inputs have, and the inputs. TABLE: the same for each ACPI table. SET: it gets
      the inputs alone
    - `function`: yields the findings. It takes any tree that a reader gives, in bounded time
    """

    __slots__ = ("id", "severity", "section", "sentence", "cure", "over", "function")

    def __init__(self, id: str, severity: str, section: str, sentence: str, cure: str, over: str,
                 function: Callable[..., Iterable[Finding]]) -> None:
        self.id = id
        self.severity = severity
        self.section = section
        self.sentence = sentence
        self.cure = cure
        self.over = over
        self.function: Any = function
