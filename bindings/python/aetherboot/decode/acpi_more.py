# SPDX-License-Identifier: BSD-2-Clause
"""ACPI tables that only some machines have, as far as counts, offsets and references decide."""
from __future__ import annotations

from . import acpi_more_fields as rows
from .node import Input, Kinds, Node, array, entries, keyed, number_them, refer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

TABLES = rows.TABLES


def _viot(source: Input, node: Node, at: int, stop: int) -> None:
    first, place = len(node.children), source.number(at + 38, 2)
    if place < 48 or at + place > stop:
        return
    entries(source, node, at + place, stop, Kinds((1, 2, 2), rows.VIOT_ENTRIES))
    parts = node.children[first:]
    number_them(parts)
    places = {part.offset: part for part in parts if part.offset is not None}
    for part in parts:
        refer(part, part.find("Output node"), at, places, "")


def _hmat(source: Input, node: Node, at: int, stop: int) -> None:
    entries(source, node, at + 40, stop, Kinds((2, 4, 4), rows.HMAT_ENTRIES,
                                               {1: _speeds, 2: _handles}))


def _speeds(source: Input, part: Node, at: int, stop: int) -> int:
    place = at + 32
    rows_, columns = source.number(at + 12, 4), source.number(at + 16, 4)
    if rows_ * 4 + columns * 4 + rows_ * columns * 2 > stop - place:
        part.note(f"counts {rows_} initiators and {columns} targets, which do not fit")
        return place
    for count, name in ((rows_, "Initiator Proximity Domain"),
                        (columns, "Target Proximity Domain")):
        for _ in range(count):
            source.field(part, place, 4, "n", name)
            place += 4
    for i in range(rows_):
        for j in range(columns):
            entry = source.field(part, place, 2, "n", "Entry")
            entry.key = f"{source.number(at + 32 + 4 * i, 4)} to " \
                        f"{source.number(at + 32 + 4 * (rows_ + j), 4)}"
            place += 2
    return place


def _handles(source: Input, part: Node, at: int, stop: int) -> int:
    place = at + 32
    for _ in range(min(source.number(at + 30, 2), max(stop - place, 0) // 2)):
        source.field(part, place, 2, "x", "SMBIOS Handle")
        place += 2
    return place


def _dmar(source: Input, node: Node, at: int, stop: int) -> None:
    scopes = Kinds((1, 1, 1), rows.SCOPE_ENTRIES, dict.fromkeys(rows.SCOPE_ENTRIES, _path))

    def scoped(first: int) -> Callable[[Input, Node, int, int], int]:
        def body(source: Input, part: Node, at: int, stop: int) -> int:
            entries(source, part, at + first, stop, scopes)
            return stop
        return body
    entries(source, node, at + 48, stop, Kinds((2, 2, 2), rows.DMAR_ENTRIES, {
        0: scoped(16), 1: scoped(24), 2: scoped(8)}))


def _path(source: Input, scope: Node, at: int, stop: int) -> int:
    place = at + 6
    keyed(scope, ("Enumeration ID", "Start Bus Number"))
    while place + 2 <= stop:
        step = source.field(scope, place, 2, "b", "Path")
        step.meaning = f"device {source.data[place]}, function {source.data[place + 1]}"
        scope.key += f", {step.meaning}"
        place += 2
    return place


def _steps(source: Input, node: Node, at: int, stop: int) -> None:
    """The instructions of EINJ and ERST."""
    fields, name, section = (rows.EINJ_ENTRY, "Injection Instruction Entry", "ACPI 18.6.2") \
        if node.name == "EINJ" else \
        (rows.ERST_ENTRY, "Serialization Instruction Entry", "ACPI 18.5.1.2")
    first = len(node.children)
    array(source, node, at + 48, stop, fields, name, source.number(at + 44, 4), section)
    number_them(node.children[first:])


def _records(source: Input, node: Node, at: int, stop: int) -> None:
    """The entries of FPDT and PCCT, told apart by their place: a subspace's number is that."""
    first, kinds = (36, Kinds((2, 2, 1), rows.FPDT_ENTRIES)) if node.name == "FPDT" else \
        (48, Kinds((1, 1, 1), rows.PCCT_ENTRIES))
    before = len(node.children)
    entries(source, node, at + first, stop, kinds)
    for index, part in enumerate(node.children[before:]):
        part.key = part.key or f"number {index}"


BODIES: dict[str, Callable[[Input, Node, int, int], None]] = {
    "DMAR": _dmar, "EINJ": _steps, "ERST": _steps, "FPDT": _records, "HMAT": _hmat,
    "PCCT": _records, "VIOT": _viot}
