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
    red, end = ("\x1b[31m", "\x1b[0m") if colour else ("", "")
    where, nowhere = f"%0{digits}x %7s", " " * (digits + 8)
    stack = [(root, "  ")]
    while stack:
        node, indent = stack.pop()
        if node.bits is None and node.offset is not None:
            line = where % (node.offset, "" if node.size is None else node.size)
        else:
            line = nowhere
        value, meaning = node.value, node.meaning
        name = f"{node.name} [{node.key}]" if node.key else node.name
        if not name.isprintable():
            name = printable(name)
        if value is None and not meaning and not node.section:
            line += indent + name
        else:
            name = indent + name
            line += f"{name:<{WIDTH + 2}}"
            if value is not None and (text := shown(node)):
                line += "  " + (text if text.isprintable() else printable(text))
            if meaning and value.__class__ is not bytes:
                line += "  " + (meaning if meaning.isprintable() else printable(meaning))
            if node.section:
                line += f"  ({node.section})"
        if node.remark:
            line += f"  {red}! {printable(node.remark)}{end}"
        yield line.rstrip()
        if node.children:
            indent += "  "
            stack += [(child, indent) for child in node.children[::-1]]
