# SPDX-License-Identifier: BSD-2-Clause
"""Device trees in their binary form."""
from __future__ import annotations

from .node import MAX_DEPTH, Input, Node

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    _Link = tuple[Any, str] | None  # the link of the node above, and a name

MAGIC = b"\xd0\x0d\xfe\xed"
MAX_NAME = 256  # bytes of a name; the specification has 31
MAX_MEANING = 1 << 16  # bytes of a value that is told as source text
MAX_CELLS, MAX_PATHS = 16, 512  # of references: their cells, and the characters that tell them
MAX_MAPS = 1 << 20  # bytes of interrupt-maps, and characters that tell them
BEGIN, END, PROP, NOP, LAST = 1, 2, 3, 4, 9
NOPS = b"\0\0\0\4" * 1024
HEADER = (
    (0, 4, "X", "magic", ""),
    (4, 4, "Nd", "totalsize", ""),
    (8, 4, "Nd", "off_dt_struct", ""),
    (12, 4, "Nd", "off_dt_strings", ""),
    (16, 4, "Nd", "off_mem_rsvmap", ""),
    (20, 4, "N", "version", ""),
    (24, 4, "N", "last_comp_version", ""),
    (28, 4, "N", "boot_cpuid_phys", ""),
    (32, 4, "Nd", "size_dt_strings", ""),
    (36, 4, "Nd", "size_dt_struct", ""),
)
# properties whose cells are all phandles, and those of which the second of each four is one
ALL, SECOND = (0, 1), (1, 4)
REFERENCES = {
    "clocks": ALL, "cpu": ALL, "interrupt-parent": ALL, "l2-cache": ALL, "memory-region": ALL,
    "msi-parent": ALL, "next-level-cache": ALL, "power-domains": ALL, "remote-endpoint": ALL,
    "iommu-map": SECOND, "msi-map": SECOND}
RESERVE = ((0, 8, "X", "address", ""), (8, 8, "X", "size", ""))


def read(source: Input, root: Node) -> None:
    """Append header, memory reservation block, and the tree."""
    end = len(source.data)
    header = source.node(root, "fdt_header", 0, min(40, end), section="DTSPEC 5.2")
    source.fields(header, 0, min(40, end), HEADER)
    total = header.number("totalsize")
    if total > end:
        field = header.find("totalsize")
        assert field is not None
        field.note(f"is beyond the end, the input has {end} bytes")
    end = min(end, max(total, 40))
    reserved = _reservations(source, root, header.number("off_mem_rsvmap"), end)
    _blocks(header, reserved, max(total, 40))
    start = header.number("off_dt_struct")
    stop = min(end, start + header.number("size_dt_struct")) \
        if header.number("version") >= 17 else end
    if not 40 <= start < end:
        header.note("has no structure block")
    else:
        strings, version = header.number("off_dt_strings"), header.number("version")
        names = strings + header.number("size_dt_strings") if version >= 3 else end
        _Tree(source, root, strings, min(end, names)).read(start, stop, version >= 17)
        for node in root.children:
            if node.name == "/":
                refer(node)
    source.rest(root, end, len(source.data), "bytes behind the tree")


def _blocks(header: Node, reserved: int, total: int) -> None:
    """Judge where the blocks are: aligned, within the tree, apart from each other."""
    blocks = [(0, 40, "fdt_header")]
    for name, size, align in (
            ("off_mem_rsvmap", reserved, 8), ("off_dt_struct", header.number("size_dt_struct"), 4),
            ("off_dt_strings", header.number("size_dt_strings"), 1)):
        start = header.number(name)
        field = header.find(name)
        if field is None:
            return
        if start % align:
            field.note(f"must be a multiple of {align}")
        if start + size > total:
            field.note(f"leads to {size} bytes that end beyond totalsize, {total}")
        blocks.append((start, start + size, name))
    blocks.sort()
    for one, two in zip(blocks, blocks[1:]):
        if two[0] < one[1]:
            field = header.find(two[2])
            if field is not None:
                field.note(f"leads into the block of {one[2]}, which ends at {one[1]:#x}")


def _reservations(source: Input, root: Node, at: int, end: int) -> int:
    """Append the memory reservation block. Returns its bytes."""
    block = source.node(root, "memory reservation block", at, section="DTSPEC 5.3")
    first = at
    while at + 16 <= end:
        raw = source.data[at:at + 16]
        at += 16
        if raw == bytes(16):
            break
        entry = source.node(block, "fdt_reserve_entry", at - 16, 16)
        source.fields(entry, at - 16, at, RESERVE)
        entry.key = f"address {entry.number('address'):#x}"
    else:
        block.note("has no end")
    block.size = at - first
    return at - first


class _Tree:
    """A walk over a structure block. Whatever it cannot follow, it tells in the last node."""

    def __init__(self, source: Input, root: Node, strings: int, end: int) -> None:
        self._source = source
        self._strings = strings
        self._end = end
        self._stack = [root]
        self._opened: list[int] = []
        self._deeper = 0  # nodes that are open and not told

    def read(self, at: int, stop: int, exact: bool) -> None:
        """Append the nodes that are between two offsets; `exact`: the second one is the end."""
        while at + 4 <= stop:
            token = int.from_bytes(self._source.data[at:at + 4], "big")
            if token == BEGIN:
                at = self._begin(at, stop)
            elif token == END:
                at += 4
                if len(self._stack) == 1:
                    self._stack[0].note("a node ends that has not begun")
                    return
                self._close(at)
            elif token == PROP:
                at = self._property(at, stop)
            elif token == NOP:
                while self._source.data[at:at + len(NOPS)] == NOPS:
                    at += len(NOPS)
                at += 4
            elif token == LAST:
                if len(self._stack) > 1:
                    self._stack[-1].note("does not end")
                elif at + 4 < stop and exact:
                    self._stack[0].note(f"the structure block has {stop - at - 4} bytes behind "
                                        "its end")
                return
            else:
                self._stack[-1].note(f"has the unknown token {token:#x} at {at:#x}")
                return
            if at < 0:
                return
        self._stack[-1].note("the structure block ends in it")

    def _close(self, at: int) -> None:
        if self._deeper:
            self._deeper -= 1
            return
        node = self._stack.pop()
        node.size = at - self._opened.pop()

    def _begin(self, at: int, stop: int) -> int:
        name_end = self._source.data.find(b"\0", at + 4, min(at + 4 + MAX_NAME, stop))
        if name_end < 0:
            self._stack[-1].note(f"has a node at {at:#x} whose name has no end")
            return -1
        name = self._source.data[at + 4:name_end].decode("latin1")
        after = name_end + 4 & ~3
        after += (at - after) % 4  # names are aligned as the block is
        if len(self._stack) > MAX_DEPTH:
            self._stack[-1].note(f"has nodes deeper than {MAX_DEPTH}, which are left out")
            return -1
        node = self._source.node(self._stack[-1], name or "/", at)
        if len(self._stack) == 1:
            node.section = "DTSPEC 5.4"
        self._stack.append(node)
        self._opened.append(at)
        return after

    def _property(self, at: int, stop: int) -> int:
        data = self._source.data
        size = int.from_bytes(data[at + 4:at + 8], "big")
        where = self._strings + int.from_bytes(data[at + 8:at + 12], "big")
        if at + 12 + size > stop or len(self._stack) == 1:
            self._stack[-1].note(f"has a property at {at:#x} that does not fit")
            return -1
        name_end = data.find(b"\0", where, min(where + MAX_NAME, self._end))
        if name_end <= where:
            self._stack[-1].note(f"has a property at {at:#x} whose name is no string")
            return -1
        value = data[at + 12:at + 12 + size]
        name = data[where:name_end].decode("latin1")
        self._source.node(self._stack[-1], name, at + 12, size, value, meaning(value))
        return at + 12 + size + (-size & 3)


def meaning(value: bytes) -> str:
    """A value as source text: strings if it reads so, else cells, else bytes."""
    if not value:
        return "true"
    if len(value) > MAX_MEANING:
        return ""
    if value[-1] == 0 and value[0]:
        parts = value[:-1].split(b"\0")
        if all(part and part.isascii() and part.decode().isprintable() for part in parts):
            return ", ".join('"' + part.decode() + '"' for part in parts)
    if len(value) % 4 == 0:
        return "<" + " ".join(hex(int.from_bytes(value[i:i + 4], "big"))
                              for i in range(0, len(value), 4)) + ">"
    return "[" + value.hex(" ") + "]"


def refer(top: Node) -> None:
    """Tell phandles by the paths of their nodes. Their numbers are the writer's choice."""
    places: dict[bytes, _Link] = {}
    nodes: dict[bytes, Node] = {}
    maps: list[tuple[Node, Node]] = []
    found: list[tuple[Node, tuple[int, int]]] = []
    stack: list[tuple[Node, _Link]] = [(top, None)]
    while stack:
        node, link = stack.pop()
        for child in node.children:
            if child.value is None:
                stack.append((child, (link, child.name)))
            elif child.name == "phandle" and isinstance(child.value, bytes):
                child.derived = True
                child.meaning = ""
                places[child.value] = link
                nodes[child.value] = node
            elif child.name == "interrupt-map":
                maps.append((child, node))
            elif child.name in REFERENCES:
                found.append((child, REFERENCES[child.name]))
    for node, (first, step) in found:
        assert isinstance(node.value, bytes)
        cells = [node.value[i:i + 4] for i in range(0, min(len(node.value), 4 * MAX_CELLS + 4), 4)]
        if 0 < len(cells) <= MAX_CELLS and all(cell in places for cell in cells[first::step]):
            text = " ".join("&" + _path(places[cell]) if i % step == first
                            else hex(int.from_bytes(cell, "big")) for i, cell in enumerate(cells))
            if len(text) <= MAX_PATHS:
                node.derived = True
                node.meaning = f"<{text}>"


    left = MAX_MAPS
    for node, owner in maps:
        text = _map(node, owner, nodes, places, left)
        left -= len(text) + (node.size or 0)
        if text:
            node.derived = True
            node.meaning = f"<{text}>"


def _map(node: Node, owner: Node, nodes: dict[bytes, Node], places: dict[bytes, _Link], most: int,
         ) -> str:
    """An interrupt-map, of which a cell in each entry is the phandle of a node that says how many
    cells follow. Nothing, if it does not lead to such nodes, or has too many characters."""
    value = node.value if isinstance(node.value, bytes) else b""
    cells = [value[i:i + 4] for i in range(0, min(len(value), max(most, 0)), 4)]
    parts: list[str] = []
    at, size = 0, _cells(owner, "#address-cells") + _cells(owner, "#interrupt-cells")
    while at < len(cells):
        if at + size >= len(cells) or cells[at + size] not in nodes or len(parts) > most // 4:
            return ""
        parent = cells[at + size]
        words = size + 1 + _cells(nodes[parent], "#address-cells") + \
            _cells(nodes[parent], "#interrupt-cells")
        here = [hex(int.from_bytes(cell, "big")) for cell in cells[at:at + words]]
        here[size] = "&" + _path(places[parent])
        most -= len(here[size])
        parts += here
        at += words
    text = " ".join(parts)
    return text if at == len(cells) and len(text) <= most else ""


def _cells(node: Node, name: str) -> int:
    """A number of cells; without the property, an interrupt controller has no address."""
    child = node.find(name)
    raw = child.value if child is not None else b""
    return min(int.from_bytes(raw, "big"), MAX_CELLS) if isinstance(raw, bytes) else 0


def _path(link: _Link) -> str:
    """A path of at most so many names as a tree may have."""
    names: list[str] = []
    while link is not None:
        link, name = link
        names.append(name)
    return "/" + "/".join(reversed(names))
