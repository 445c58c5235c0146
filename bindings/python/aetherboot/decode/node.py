# SPDX-License-Identifier: BSD-2-Clause
"""The tree that every reader gives, and how rows become nodes.

A row is `(offset, width, kind, name, meaning)`. The offset counts from the start of the structure,
the width is in bytes. The first letter of the kind is

- `x` an integer that is read in hexadecimal, `n` in decimal, `X` and `N` if it is big-endian; a
  meaning that is a tuple tells its bits, as `(lowest bit, number of bits, name, meaning)`
- `t` text, up to its trailing NULs; `u` the same in UTF-16; `b` bytes; `g` a GUID
- `s` a structure, whose rows are the meaning

and `d` behind it says that the writer derives the value from the rest, as a checksum, a length
or the place of a part. A meaning is a text, or a dict that has the text of each value.
"""
from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    Row = tuple[int, int, str, str, Any]
    Value = int | str | bytes | None

MAX_NODES = 300_000  # of one answer
MAX_DEPTH = 64
UNREAD = "not read: "  # begins the remark of what is told in part


class Unreadable(Exception):
    """Input of which nothing can be told. Its text is one sentence."""


class Full(Exception):
    """The answer has MAX_NODES nodes."""


class Node:
    """A piece of what was read.

    - `name`: the specification's word for it; text from the input only in trees
    - `offset`, `size`: where it is in the input, in bytes; None if it has no place of its own
    - `value`: an integer, text or bytes; None for what only has children
    - `bits`: lowest bit and number of bits in the parent's value, or None
    - `meaning`: what the value stands for
    - `section`: key and section of the specification, for structures
    - `key`: what tells it from others of its name beside it, e.g. "APIC ID 3"
    - `remark`: what is wrong with it
    - `derived`: the writer makes the value from the rest, as a checksum or a length
    - `decimal`: people read the value in decimal
    """

    __slots__ = ("name", "offset", "size", "value", "bits", "meaning", "section", "key", "remark",
                 "derived", "decimal", "children")

    def __init__(self, name: str, offset: int | None = None, size: int | None = None,
                 value: Value = None, meaning: str = "", section: str = "") -> None:
        self.name = name
        self.offset = offset
        self.size = size
        self.value = value
        self.bits: tuple[int, int] | None = None
        self.meaning = meaning
        self.section = section
        self.key = ""
        self.remark = ""
        self.derived = False
        self.decimal = False
        self.children: list[Node] | tuple[()] = ()

    def add(self, child: Node) -> Node:
        """Append a child, and give it back."""
        if self.children.__class__ is list:
            self.children.append(child)
        else:
            self.children = [child]
        return child

    def find(self, name: str) -> Node | None:
        """The first child of a name."""
        for child in self.children:  # a generator would take twice the time
            if child.name == name:
                return child
        return None

    def number(self, name: str, missing: int = 0) -> int:
        """The integer of the first child of a name."""
        child = self.find(name)
        return child.value if child is not None and isinstance(child.value, int) else missing

    def note(self, text: str) -> None:
        """Add a remark."""
        self.remark = f"{self.remark}; {text}" if self.remark else text

    @property
    def label(self) -> str:
        """Name and key."""
        return f"{self.name} [{self.key}]" if self.key else self.name


class Input:
    """Bytes that are read, and how many nodes may still come of them."""

    __slots__ = ("data", "left")

    def __init__(self, data: bytes, other: Input | None = None) -> None:
        self.data = data
        self.left: list[int] = other.left if other else [MAX_NODES]  # shared by one answer

    def number(self, offset: int, width: int) -> int:
        """A little-endian integer; what lies beyond the end reads as zeros."""
        return int.from_bytes(self.data[offset:offset + width], "little")

    def take(self, count: int = 1) -> None:
        """Nodes are about to be made."""
        self.left[0] -= count
        if self.left[0] < 0:
            raise Full

    def node(self, parent: Node, name: str, offset: int | None = None, size: int | None = None,
             value: Value = None, meaning: str = "", section: str = "") -> Node:
        """Append a node to another."""
        self.take()
        return parent.add(Node(name, offset, size, value, meaning, section))

    def fields(self, parent: Node, base: int, end: int, rows: Sequence[Row]) -> None:
        """Append the fields of a structure that begins at `base`. A structure of an older
        revision may end before the last rows."""
        for at, width, kind, name, meaning in rows:
            if base + at >= end:
                break
            if base + at + width > end:
                cut = self.node(parent, name, base + at, end - base - at,
                                self.data[base + at:end])
                cut.note(f"has {width} bytes, cut off by the end")
                break
            self.field(parent, base + at, width, kind, name, meaning)

    def field(self, parent: Node, at: int, width: int, kind: str, name: str,
              meaning: Any = "") -> Node:
        """Append one field."""
        self.left[0] -= 1  # take(), without the call
        if self.left[0] < 0:
            raise Full
        node = Node(name, at, width)
        if parent.children.__class__ is list:  # as add()
            parent.children.append(node)
        else:
            parent.children = [node]
        node.derived = kind[-1] == "d"
        form = kind[0]
        raw = self.data[at:at + width]
        if form in "xnXN":
            value = node.value = int.from_bytes(raw, "little" if form in "xn" else "big")
            node.decimal = form in "nN"
            if meaning.__class__ is tuple:
                self.bits(node, meaning)
            elif meaning:
                node.meaning = meaning.get(value, "") if meaning.__class__ is dict else meaning
        elif form == "s":
            self.fields(node, at, at + width, meaning)
        else:
            node.value = _OTHER[form](raw)
            node.meaning = meaning
        return node

    def bits(self, node: Node, rows: Sequence[tuple[int, int, str, Any]]) -> None:
        """Append the bits of a field's value."""
        whole = node.value
        assert isinstance(whole, int)
        self.take(len(rows))
        node.children = bits = []
        for low, count, name, meaning in rows:
            value = whole >> low & (1 << count) - 1
            text = meaning.get(value, "") if meaning.__class__ is dict else meaning
            bit = Node(name, node.offset, node.size, value, text)
            bit.bits = (low, count)
            bits.append(bit)

    def rest(self, parent: Node, at: int, end: int, name: str = "bytes not described") -> None:
        """Append what remains of a structure as bytes."""
        if at < end:
            self.node(parent, name, at, end - at, self.data[at:end])

    def gaps(self, parent: Node, at: int, end: int) -> None:
        """Append the bytes that nothing in a structure tells, e.g. behind a wrong count."""
        places, stack = [(end, end)], [parent]
        while stack:
            node = stack.pop()
            if node.value is not None and node.offset is not None and node.size is not None:
                places.append((node.offset, node.offset + node.size))  # children are within it
            else:
                stack += node.children
        for start, stop in sorted(places):
            self.rest(parent, at, start)
            at = max(at, stop)


def guid(raw: bytes) -> str:
    """A GUID as text; its first three parts are little-endian."""
    swapped = raw[3::-1] + raw[5:3:-1] + raw[7:5:-1] + raw[8:]
    text = swapped.hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


def _text(raw: bytes) -> str:
    return raw.rstrip(b"\0").decode("latin1")


def _wide(raw: bytes) -> str:
    return raw.decode("utf-16-le", "backslashreplace").rstrip("\0")


_OTHER: dict[str, Callable[[bytes], str | bytes]] = {"t": _text, "u": _wide, "b": bytes, "g": guid}


def keyed(node: Node, names: Sequence[str]) -> None:
    """Make the key of a structure from fields of it."""
    parts = []
    for name in names:
        child = node.find(name)
        if child is not None and child.value is not None:
            parts.append(f"{name} {shown(child)}")
    node.key = ", ".join(parts)


def shift(top: Node, by: int) -> None:
    """The offsets of a tree count from another place on."""
    stack = [top] if by else []
    while stack:
        node = stack.pop()
        if node.offset is not None:
            node.offset += by
        stack += node.children


def shown(node: Node, longest: int = 64) -> str:
    """A value as a person reads it, in one line."""
    value = node.value
    if isinstance(value, int):
        return str(value) if node.decimal or value < 10 else hex(value)
    if isinstance(value, str):
        return f'"{value}"'
    if value is None:
        return ""
    if node.meaning:  # which says it better than digits
        return node.meaning if len(node.meaning) <= 4 * longest else \
            f"{node.meaning[:4 * longest]}... ({len(value)} bytes)"
    text = value[:longest].hex(" ")
    return text if len(value) <= longest else f"{text} ... ({len(value)} bytes)"


class Kinds:
    """How a list of entries of several types is told apart.

    - `header`: width of the type, offset and width of the length
    - `rows`: of each type: its name, its section, its fields behind type and length, and the names
      of the fields that tell it from others of its type
    - `more`: functions that append what rows cannot tell, by type: (input, entry, start, end)
    """

    __slots__ = ("type_width", "length_at", "length_width", "rows", "more")

    def __init__(self, header: tuple[int, int, int],
                 rows: Mapping[int, tuple[str, str, Sequence[Row], Sequence[str]]],
                 more: Mapping[int, Callable[[Input, Node, int, int], int]] | None = None) -> None:
        self.type_width, self.length_at, self.length_width = header
        self.rows = rows
        self.more = more or {}


def entries(source: Input, parent: Node, at: int, end: int, kinds: Kinds) -> None:
    """Append the entries of a list up to `end`. Each begins with a type and a length."""
    least = kinds.length_at + kinds.length_width
    ends: dict[int, int] = {}  # where the rows of each type end
    while at < end:
        if at + least > end:
            source.rest(parent, at, end)
            return
        kind, size = source.number(at, kinds.type_width), \
            source.number(at + kinds.length_at, kinds.length_width)
        name, section, rows, names = kinds.rows.get(kind) or ("entry", "", (), ())
        entry = source.node(parent, name, at, min(size, end - at), section=section)
        type_field = source.field(entry, at, kinds.type_width, "n", "Type", name)
        length = source.field(entry, at + kinds.length_at, kinds.length_width, "nd", "Length")
        if kind not in kinds.rows:
            entry.key = type_field.meaning = f"type {kind:#x}"
            type_field.note("is no known type")
        if size < least:
            length.note(f"must be at least {least}")
            source.rest(entry, at + least, end)
            entry.size = end - at
            return
        if at + size > end:
            length.note(f"is beyond the end, {end - at} bytes remain")
        stop = min(at + size, end)
        source.fields(entry, at, stop, rows)
        done = ends.get(kind, 0)
        if not done:
            done = ends[kind] = max((row[0] + row[1] for row in rows), default=least)
        if kind in kinds.more:
            done = kinds.more[kind](source, entry, at, stop) - at
        source.rest(entry, at + max(done, least), stop)
        keyed(entry, names) if names else None
        at += size


def array(source: Input, node: Node, at: int, stop: int, fields: Sequence[Row], name: str,
          count: int | None = None, section: str = "", names: Sequence[str] = ()) -> int:
    """Append structures of one kind, up to the end or as many as are counted. Returns where they
    end."""
    size = fields[-1][0] + fields[-1][1]
    room = max(stop - at, 0) // size
    if count is not None and count > room:
        node.note(f"counts {count} of {name}, {room} fit")
    for _ in range(room if count is None else min(count, room)):
        one = source.node(node, name, at, size, section=section)
        source.fields(one, at, at + size, fields)
        keyed(one, names)
        at += size
    return at


def refer(node: Node, field: Node | None, base: int, places: dict[int, Node], nothing: str) -> None:
    """Tell what an offset in a table refers to."""
    if field is None or not isinstance(field.value, int):
        return
    if field.value == 0 and nothing:
        field.meaning = nothing
    elif (target := places.get(base + field.value)) is not None:
        field.meaning = target.label
    else:
        field.note("refers to no structure")


def number_them(nodes: Sequence[Node]) -> None:
    """Those without a key of their own are told apart by their number in the list."""
    count: dict[str, int] = {}
    for node in nodes:
        count[node.name] = n = count.get(node.name, -1) + 1
        if not node.key:
            node.key = f"number {n}"
