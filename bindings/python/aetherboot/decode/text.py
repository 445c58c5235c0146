# SPDX-License-Identifier: BSD-2-Clause
"""A tree as lines of text."""
from __future__ import annotations

from .node import Node, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WIDTH = 46  # of indentation and name


def lines(root: Node, printable: Callable[[str], str], colour: bool = False) -> Iterator[str]:
    """Offset, size, name, value and meaning of each node, a line each. Structures end their line
    with the section that describes them, and what is wrong follows behind `!`."""
    digits = max(6, len(f"{(root.offset or 0) + (root.size or 0):x}"))
    yield "offset".ljust(digits) + "    size"
    yield from _node(root, 0, printable, ("\x1b[31m", "\x1b[0m") if colour else ("", ""), digits)


def _node(node: Node, depth: int, printable: Callable[[str], str], red: tuple[str, str],
          digits: int) -> Iterator[str]:
    place = " " * (digits + 8)
    if node.bits is None and node.offset is not None:
        place = f"{node.offset:0{digits}x} {node.size if node.size is not None else '':>7}"
    name = "  " * depth + printable(node.label)
    parts = [place, name]
    value = printable(shown(node))
    if value or node.meaning or node.section:
        parts[1] = f"{name:<{WIDTH}}"
    if value:
        parts.append(value)
    if node.meaning and not isinstance(node.value, bytes):
        parts.append(printable(node.meaning))
    if node.section:
        parts.append(f"({node.section})")
    if node.remark:
        parts.append(f"{red[0]}! {printable(node.remark)}{red[1]}")
    yield "  ".join(parts).rstrip()
    for child in node.children:
        yield from _node(child, depth + 1, printable, red, digits)
