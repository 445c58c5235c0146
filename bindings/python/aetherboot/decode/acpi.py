# SPDX-License-Identifier: BSD-2-Clause
"""ACPI tables: headers, lengths and sums, and the tables that machines of every kind have. What
all tables of a signature have is in rows."""
from __future__ import annotations

from . import acpi_fields as rows
from .node import Input, Kinds, Node, array, entries, keyed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

TABLES = rows.TABLES
HEADER_SIZE = 36
HOMES = {  # the module that reads a table
    **dict.fromkeys(("DBG2", "GTDT", "IORT", "PPTT", "SPCR"), "acpi_arm"),
    **dict.fromkeys(("BERT", "DMAR", "EINJ", "ERST", "FPDT", "HMAT", "PCCT", "TPM2", "VIOT"),
                    "acpi_more")}


def home(signature: str):  # type: ignore[no-untyped-def]
    """The module that reads a table: its TABLES have the rows, its BODIES what rows cannot
    tell."""
    from importlib import import_module

    return import_module("." + HOMES.get(signature, "acpi"), __package__)


def is_signature(raw: bytes) -> bool:
    """Four characters that the signature of a table may have."""
    return len(raw) == 4 and all(c in _SIGNATURE for c in raw)


def is_known(raw: bytes) -> bool:
    """Whether the signature is that of a table with rows or with a name in a specification."""
    signature = raw.decode("latin1")
    return signature in HOMES or signature in TABLES


_SIGNATURE = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_!"


def table(source: Input, parent: Node, at: int, end: int) -> Node:
    """Append the table that begins at an offset; `end` is where the input ends."""
    if source.data[at:at + 8] == b"RSD PTR ":
        return _rsdp(source, parent, at, end)
    signature = source.data[at:at + 4].decode("latin1")
    reader = home(signature)
    title, section, fields = reader.TABLES.get(signature) or ("table", "", ())
    node = source.node(parent, signature, at, end - at, meaning=title, section=section)
    if signature == "FACS":
        source.fields(node, at, end, fields)
        _length(source, node, at, end)
        source.rest(node, at + 64, at + (node.size or 0))
        return node
    source.fields(node, at, end, rows.HEADER)
    stop = _length(source, node, at, end)
    _sum(source, node.find("Checksum"), at, stop)
    if signature in ("DSDT", "SSDT", "PSDT"):
        source.rest(node, at + HEADER_SIZE, stop, "Definition Block")
    else:
        source.fields(node, at, stop, fields)
        if signature in reader.BODIES:
            reader.BODIES[signature](source, node, at, stop)
        source.gaps(node, at, stop)
    if signature in ("SSDT", "UEFI") or signature[:3] == "OEM":
        keyed(node, ("OEM Table ID",))
    return node


def tables(source: Input, parent: Node, at: int, end: int) -> None:
    """Append all tables that follow each other, with zeros between them."""
    first = True
    while at < end:
        head = source.data[at:at + 8]
        size = source.number(at + 4, 4)
        if head == b"RSD PTR " or first or (
                is_signature(head[:4]) and HEADER_SIZE <= size <= end - at):
            node = table(source, parent, at, end)
            at += node.size or end - at
            first = False
            continue
        after = _behind_zeros(source.data, at, end)
        if after in (at, end):
            source.rest(parent, at, end, "bytes behind the table")
            return
        at = after


def _behind_zeros(data: bytes, at: int, end: int) -> int:
    """The first byte from an offset on that is not 0, or the end."""
    while at < end:
        part = data[at:min(at + 4096, end)].lstrip(b"\0")
        if part:
            return min(at + 4096, end) - len(part)
        at += 4096
    return end


def _length(source: Input, node: Node, at: int, end: int) -> int:
    """Judge the length field. Returns where the table ends."""
    field = node.find("Length")
    if field is None or not isinstance(field.value, int):
        node.note("is shorter than a header")
        return end
    least = 64 if node.name == "FACS" else HEADER_SIZE
    stop = at + field.value
    if field.value < least:
        field.note(f"must be at least {least}")
        stop = end
    elif stop > end:
        field.note(f"is beyond the end, {end - at} bytes remain")
        stop = end
    node.size = stop - at
    return stop


def _sum(source: Input, field: Node | None, at: int, stop: int) -> None:
    """Judge a checksum: all bytes add up to 0."""
    if field is None or not isinstance(field.value, int):
        return
    wrong = sum(source.data[at:stop]) & 255
    if wrong:
        field.note(f"must be {field.value - wrong & 255:#x}")


def _rsdp(source: Input, parent: Node, at: int, end: int) -> Node:
    title, section, fields = TABLES["RSD "]
    size = 36 if source.number(at + 15, 1) >= 2 else 20
    stop = min(at + size, end)
    node = source.node(parent, "RSDP", at, stop - at, meaning=title, section=section)
    source.fields(node, at, stop, fields)
    if stop < at + size:
        node.note(f"has {size} bytes, {stop - at} remain")
    else:
        _sum(source, node.find("Checksum"), at, at + 20)
        _sum(source, node.find("Extended Checksum"), at, stop)
    return node


# ---- the bodies; what they leave out is appended as bytes

def _list(kinds: Kinds, first: int) -> Callable[[Input, Node, int, int], None]:
    """A table that ends with a list of entries."""
    def body(source: Input, node: Node, at: int, stop: int) -> None:
        entries(source, node, at + first, stop, kinds)
    return body


def _sapic(source: Input, entry: Node, at: int, stop: int) -> int:
    if at + 16 < stop:
        source.field(entry, at + 16, stop - at - 16, "t", "ACPI Processor UID String")
    return stop


def _pointers(width: int) -> Callable[[Input, Node, int, int], None]:
    """RSDT and XSDT: addresses of tables."""
    def body(source: Input, node: Node, at: int, stop: int) -> None:
        place = at + HEADER_SIZE
        while place + width <= stop:
            source.field(node, place, width, "xd", "Entry", "address of a table")
            place += width
    return body


def _mcfg(source: Input, node: Node, at: int, stop: int) -> None:
    array(source, node, at + 44, stop, rows.MCFG_ENTRY, "Configuration Space Base Address",
          section="PCIFW 4.1.2", names=("PCI Segment Group Number", "Start Bus Number"))


def _slit(source: Input, node: Node, at: int, stop: int) -> None:
    count, place = source.number(at + 36, 8), at + 44
    if count * count > stop - place:
        node.note(f"counts {count} localities, which have {count * count} distances, "
                  f"{max(stop - place, 0)} bytes remain")
        return
    for i in range(count):
        row = source.node(node, "Distances", place, count)
        row.key = f"from {i}"
        for j in range(count):
            source.field(row, place + j, 1, "n", f"to {j}")
        place += count


BODIES: dict[str, Callable[[Input, Node, int, int], None]] = {
    "APIC": _list(Kinds((1, 1, 1), rows.MADT_ENTRIES, {7: _sapic}), 44),
    "MCFG": _mcfg, "RSDT": _pointers(4), "SLIT": _slit,
    "SRAT": _list(Kinds((1, 1, 1), rows.SRAT_ENTRIES), 48), "XSDT": _pointers(8)}


def read(source: Input, root: Node) -> None:
    """A file of one table, or of several."""
    tables(source, root, 0, len(source.data))
