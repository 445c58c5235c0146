# SPDX-License-Identifier: BSD-2-Clause
"""What the readers could not follow, unless a rule of its own tells it. These rules come last."""
from __future__ import annotations

from .inputs import ACPI, Inputs, everything
from .rule import ERROR, WARNING, Finding, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..decode.node import Node

FULL = "too many parts"  # ends the remark of a reader whose answer is full


def _remarks(inputs: Inputs) -> list[tuple[Node, bool]]:
    """Each node with a remark, and whether that tells only that something was not read."""
    found = []
    for _, root in inputs.roots:
        sources = root.children if root.name == "this machine" else (root,)
        for node in everything(root):
            if node.remark:
                unread = node.remark.endswith(FULL) or node in sources and (
                    not node.children or node.name == ACPI and node.offset is None)
                found.append((node, unread))
    return found


def _wrong(inputs: Inputs) -> Iterator[Finding]:
    for node, unread in inputs.fact(_remarks):
        if not unread:
            yield Finding(node, f"{node.name}: {node.remark}")


def _unread(inputs: Inputs) -> Iterator[Finding]:
    for node, unread in inputs.fact(_remarks):
        if unread:
            yield Finding(node, f"{node.name}: {node.remark}")


RULES = (
    Rule("input.malformed", ERROR, "",
         "A structure can be followed to its end.",
         "Write the field as the structure's section says; `aetherboot inspect` shows it with its "
         "surroundings.", "remark", _wrong),
    Rule("input.not-read", WARNING, "",
         "All of the input is read.",
         "Give the part that was not read by a path of its own, or give less at once.",
         "remark", _unread),
)
