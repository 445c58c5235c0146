# SPDX-License-Identifier: BSD-2-Clause
"""Rules over every ACPI table: header, lengths, counts, and what no field tells."""
from __future__ import annotations

from . import acpi_sizes as sizes
from .inputs import of
from .rule import ERROR, SET, TABLE, WARNING, Finding, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..decode.node import Node
    from .inputs import Inputs

REST, BEHIND = "bytes not described", "bytes behind the table"
MANY = ("SSDT", "PSDT", "UEFI")  # tables of which there may be several; those of OEMs, too
FREE = ("UEFI",)  # tables whose body is anybody's
RESERVED_ONE = {("SRAT", 36): (1,), ("FACP", 44): (0, 1)}  # what reserved fields may be but 0


def _checksum(table: Node, _: Inputs) -> Iterator[Finding]:
    for name in ("Checksum", "Extended Checksum"):
        field = table.find(name)
        if field is not None and field.remark:
            yield Finding(field, f"{name} is {table.number(name):#x}, but {field.remark}")


def _length(table: Node, inputs: Inputs) -> Iterator[Finding]:
    field, parent = of(table, "Length"), inputs.parent(table)
    last = parent.children[-2:] if parent is not None else ()
    if table.remark.startswith("is shorter"):
        yield Finding(table, f"{table.name} {table.remark}")
    elif field.remark:
        yield Finding(field, f"Length of {table.name} is {table.number('Length')}, but it "
                      f"{field.remark}")
    elif len(last) == 2 and last[0] is table:
        rest = last[1]
        if rest.name == BEHIND and isinstance(rest.value, bytes) and any(rest.value):
            yield Finding(field, f"Length of {table.name} is {table.number('Length')}, but "
                          f"{rest.size} bytes follow that belong to no table", rest)


def _size(table: Node, _: Inputs) -> Iterator[Finding]:
    field = of(table, "Length")
    if field is table or field.remark:
        return
    wrong = sizes.wrong_table(table)
    if wrong:
        yield Finding(field, f"Length of {table.name} of revision {table.number('Revision')} is "
                      f"{table.number('Length')}, but must be {wrong}")


def _revision(table: Node, _: Inputs) -> Iterator[Finding]:
    known = sizes.REVISIONS.get(table.name)
    field = table.find("Revision")
    if known and field is not None and field.value not in known:
        yield Finding(field, f"Revision of {table.name} is {field.value!r}, known are "
                      + ", ".join(map(str, known)))


def _entry_length(table: Node, inputs: Inputs) -> Iterator[Finding]:
    for entry in inputs.inside(table):
        length = entry.find("Length")
        if length is None or entry is table or not isinstance(length.value, int):
            continue
        wrong = "" if length.remark else sizes.wrong_entry(entry)
        if length.remark or wrong:
            yield Finding(length, f"Length of {entry.name} at {entry.offset or 0:#x} is "
                          f"{length.value}, but {length.remark or 'must be ' + wrong}")


def _count(table: Node, inputs: Inputs) -> Iterator[Finding]:
    row = sizes.COUNTS.get(table.name)
    if row is not None:
        name, kinds = row
        field = table.find(name)
        there = sum(child.name not in kinds and child.find("Length") is not None
                    for child in table.children)
        if field is not None and field.value != there:
            yield Finding(field, f"{name} is {table.number(name)}, but there are {there}")
    for node in inputs.inside(table):
        if "counts " in node.remark:
            yield Finding(node, f"{node.name} {node.remark}")


def _arrays(table: Node, inputs: Inputs) -> Iterator[tuple[Node, Node, int, int, int, int]]:
    """Offset field, count field, the least that the offset may be, bytes of a part, and of the
    structure, of all that offsets lead to."""
    for node in inputs.inside(table):
        for where, count, least, step in sizes.ARRAYS.get(node.name, ()):
            field, number = node.find(where), node.find(count)
            if field is not None and number is not None:
                yield field, number, least, step, node.number("Length"), node.offset or 0


def _offset(table: Node, inputs: Inputs) -> Iterator[Finding]:
    for field, count, least, step, size, at in _arrays(table, inputs):
        to, many = _value(field), _value(count)
        if many and not least <= to <= size - many * step:
            yield Finding(field, f"{field.name} is {to}, but {count.name} is {many}, and the "
                          f"structure at {at:#x} has room from {least} to {size}", count)


def _nothing(table: Node, inputs: Inputs) -> Iterator[Finding]:
    for field, count, _least, _step, size, _at in _arrays(table, inputs):
        if not _value(count) and _value(field) not in (0, size):
            yield Finding(field, f"{field.name} is {_value(field)}, but {count.name} is 0", count)


def _value(field: Node) -> int:
    return field.value if isinstance(field.value, int) else 0


def _overlap(table: Node, inputs: Inputs) -> Iterator[Finding]:
    last: Node | None = None
    leaves = [node for node in inputs.inside(table) if node.value is not None and node.bits is None
              and node.offset is not None and node.size]
    for node in sorted(leaves, key=_place):
        if last is not None and _place(node)[0] < _place(last)[1]:
            yield Finding(node, f"{node.name} at {node.offset or 0:#x} has bytes that {last.name} "
                          f"at {last.offset or 0:#x} has too", last)
        if last is None or _place(node)[1] > _place(last)[1]:
            last = node


def _place(node: Node) -> tuple[int, int]:
    start = node.offset or 0
    return start, start + (node.size or 0)


def _undescribed(table: Node, _: Inputs) -> Iterator[Finding]:
    if not table.section or table.name in FREE:
        return
    stack = [table]
    while stack:
        node = stack.pop()
        if node.find("Type") is not None and not node.section and node is not table:
            continue  # of no known type, which is told
        stack += reversed(node.children)
        if node.name == REST:
            yield Finding(node, f"{node.size} bytes of {table.name} at {node.offset or 0:#x} "
                          "belong to no field")


def _reserved(table: Node, inputs: Inputs) -> Iterator[Finding]:
    base = table.offset or 0
    for node in inputs.inside(table):
        if node.name not in ("Reserved", "Padding", "RESERVED") or node.bits is not None:
            continue
        may = RESERVED_ONE.get((table.name, (node.offset or 0) - base), (0,))
        value = int.from_bytes(node.value, "little") if isinstance(node.value, bytes) \
            else node.value
        if isinstance(value, int) and value not in may:
            yield Finding(node, f"{node.name} at {node.offset or 0:#x} is {value:#x}, but must be "
                          + " or ".join(map(str, may)))


def _reserved_bits(table: Node, inputs: Inputs) -> Iterator[Finding]:
    for node in inputs.inside(table):
        if not isinstance(node.value, int) or not node.children:
            continue
        known = 0
        for child in node.children:
            if child.bits is not None:
                known |= (1 << child.bits[1]) - 1 << child.bits[0]
        if known and node.value & ~known:
            yield Finding(node, f"{node.name} is {node.value:#x}, but its bits "
                          f"{node.value & ~known:#x} are reserved")


def _type(table: Node, inputs: Inputs) -> Iterator[Finding]:
    for node in inputs.inside(table):
        if node.remark == "is no known type":
            yield Finding(node, f"{node.name} of an entry of {table.name} is {node.value!r}, which "
                          "is not known")


def _duplicate(inputs: Inputs) -> Iterator[Finding]:
    seen: dict[str, Node] = {}
    for table in inputs.tables:
        if table.name in MANY or table.name[:3] == "OEM":
            continue
        first = seen.setdefault(table.name, table)
        if first is not table:
            yield Finding(table, f"There are two tables {table.name}, of {first.number('Length')} "
                          f"and of {table.number('Length')} bytes", first)


RULES = (
    Rule("acpi.checksum", ERROR, "ACPI 5.2.6",
         "The bytes of a table add up to 0.",
         "Compute the checksum last, over as many bytes as Length says.", TABLE, _checksum),
    Rule("acpi.length", ERROR, "ACPI 5.2.6",
         "Length counts the bytes of the table, its header included.",
         "Write the table's length when its last byte is written, then the checksum.",
         TABLE, _length),
    Rule("acpi.size", ERROR, "ACPI 5.2",
         "A table of a revision has as many bytes as its fields take.",
         "Write all fields of the revision, or the revision that the fields are of.",
         TABLE, _size),
    Rule("acpi.revision", WARNING, "ACPI 5.2",
         "The revision of a table is one that the specification knows.",
         "Write the revision whose fields the table has.", TABLE, _revision),
    Rule("acpi.entry-length", ERROR, "ACPI 5.2",
         "The length of an entry is that of its type.",
         "Write the length that the type has, or that follows from its counts.",
         TABLE, _entry_length),
    Rule("acpi.count", ERROR, "ACPI 5.2",
         "A count is the number of what it counts.",
         "Count what was written.", TABLE, _count),
    Rule("acpi.offset", ERROR, "ACPI 5.2",
         "What an offset leads to is in the structure, behind its fixed fields.",
         "Write the offset from the structure's first byte at which the array was placed.",
         TABLE, _offset),
    Rule("acpi.offset-of-nothing", WARNING, "ACPI 5.2",
         "The offset of an array that has no parts is 0.",
         "Write 0, or the number of parts.", TABLE, _nothing),
    Rule("acpi.part-overlap", ERROR, "ACPI 5.2",
         "No byte of a table belongs to two fields.",
         "Correct the offset or the count that leads into the other field.", TABLE, _overlap),
    Rule("acpi.undescribed", WARNING, "ACPI 5.2",
         "Each byte of a table belongs to a field.",
         "Correct the offset or count of what should be there, or leave the bytes out.",
         TABLE, _undescribed),
    Rule("acpi.reserved-field", WARNING, "ACPI 5.2",
         "Reserved fields are 0.",
         "Write zeros: a later revision may give them a meaning.", TABLE, _reserved),
    Rule("acpi.reserved-bits", WARNING, "ACPI 5.2",
         "Reserved bits of flags are 0.",
         "Clear them: a later revision may give them a meaning.", TABLE, _reserved_bits),
    Rule("acpi.entry-type", WARNING, "ACPI 5.2",
         "The type of an entry is known.",
         "Operating systems pass such entries over; write a type that the specification has.",
         TABLE, _type),
    Rule("acpi.duplicate-table", WARNING, "ACPI 5.2.6",
         "There is one table of each signature, but for SSDTs and the like.",
         "Leave one out: which of the two is used is not told.", SET, _duplicate),
)
