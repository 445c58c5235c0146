# SPDX-License-Identifier: BSD-2-Clause
"""ACPI tables. What all tables of a signature have is in rows; here is what depends on counts,
offsets and references."""
from __future__ import annotations

from . import acpi_fields as rows
from .node import Input, Kinds, Node, entries, keyed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .node import Row

HEADER_SIZE = 36
ROWS_OF = {  # the module that has the rows of a table
    "DBG2": "acpi_arm_fields", "GTDT": "acpi_arm_fields", "IORT": "acpi_arm_fields",
    "PPTT": "acpi_arm_fields", "SPCR": "acpi_arm_fields", "DMAR": "acpi_more_fields",
    "HMAT": "acpi_more_fields", "TPM2": "acpi_more_fields", "VIOT": "acpi_more_fields"}


def module(signature: str):  # type: ignore[no-untyped-def]
    """The rows of a table."""
    from importlib import import_module

    return import_module("." + ROWS_OF.get(signature, "acpi_fields"), __package__)


def is_signature(raw: bytes) -> bool:
    """Four characters that the signature of a table may have."""
    return len(raw) == 4 and all(c in _SIGNATURE for c in raw)


def is_known(raw: bytes) -> bool:
    """Whether the signature is that of a table with rows or with a name in a specification."""
    signature = raw.decode("latin1")
    return signature in ROWS_OF or signature in rows.TABLES


_SIGNATURE = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_!"


def table(source: Input, parent: Node, at: int, end: int) -> Node:
    """Append the table that begins at an offset; `end` is where the input ends."""
    if source.data[at:at + 8] == b"RSD PTR ":
        return _rsdp(source, parent, at, end)
    signature = source.data[at:at + 4].decode("latin1")
    title, section, fields = module(signature).TABLES.get(signature) or ("table", "", ())
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
        if signature in BODIES:
            BODIES[signature](source, node, at, stop)
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
    title, section, fields = rows.TABLES["RSD "]
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


def _string(source: Input, node: Node, at: int, size: int, stop: int, name: str) -> None:
    """Append a text that the length and offset fields of a table tell."""
    if size and at + size <= stop:
        source.field(node, at, size, "t", name)
    elif size:
        node.note(f"{name} is beyond the end")


def _spcr(source: Input, node: Node, at: int, stop: int) -> None:
    size, offset = source.number(at + 84, 2), source.number(at + 86, 2)
    if stop - at <= 88 or offset < 88:
        return
    _string(source, node, at + offset, size, stop, "NamespaceString")


def _dbg2(source: Input, node: Node, at: int, stop: int) -> None:
    arm = module("DBG2")
    place, count = source.number(at + 36, 4), source.number(at + 40, 4)
    for _ in range(count):
        start, size = at + place, source.number(at + place + 1, 2)
        if size < 22 or start + size > stop:
            node.note(f"counts {count} devices, not all fit")
            break
        device = source.node(node, "Debug Device Information", start, size, section="DBG2 table")
        source.fields(device, start, start + size, arm.DBG2_DEVICE)
        _dbg2_device(source, device, start, start + size)
        keyed(device, ("NamespaceString",))
        place += size


def _dbg2_device(source: Input, device: Node, at: int, stop: int) -> None:
    n = source.number(at + 3, 1)
    registers, sizes = source.number(at + 18, 2), source.number(at + 20, 2)
    if at + max(registers + 12 * n, sizes + 4 * n) > stop:
        device.note(f"counts {n} registers, not all fit")
        n = 0
    for i in range(n):
        source.field(device, at + registers + 12 * i, 12, "s", "BaseAddressRegister", rows.GAS)
        source.field(device, at + sizes + 4 * i, 4, "x", "AddressSize")
    _string(source, device, at + source.number(at + 6, 2), source.number(at + 4, 2), stop,
            "NamespaceString")
    size, offset = source.number(at + 8, 2), source.number(at + 10, 2)
    if size and at + offset + size <= stop:
        source.field(device, at + offset, size, "b", "OemData")


def _gtdt(source: Input, node: Node, at: int, stop: int) -> None:
    arm = module("GTDT")
    if stop - at <= 96:
        return
    offset = source.number(at + 92, 4)
    if not source.number(at + 88, 4) or offset < 96 or at + offset >= stop:
        return
    entries(source, node, at + offset, stop, Kinds((1, 1, 2), arm.GTDT_ENTRIES, {0: _gt_block}))


def _gt_block(source: Input, block: Node, at: int, stop: int) -> int:
    arm = module("GTDT")
    return array(source, block, at + source.number(at + 16, 4), stop, arm.GT_TIMER,
                 "GT Block Timer", source.number(at + 12, 4), "ACPI 5.2.25.1",
                 ("GT Frame Number",))


# ---- tables of references

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


def _pptt(source: Input, node: Node, at: int, stop: int) -> None:
    arm = module("PPTT")
    first = len(node.children)
    entries(source, node, at + HEADER_SIZE, stop, Kinds((1, 1, 1), arm.PPTT_ENTRIES,
                                                        {0: _resources}))
    parts = node.children[first:]
    for part in parts:
        if part.number("Flags") & 2 and part.name.startswith("Processor"):
            keyed(part, ("ACPI Processor ID",))
        elif part.number("Flags") & 0x80 and part.find("Cache ID"):
            keyed(part, ("Cache ID",))
    number_them(parts)
    places = {part.offset: part for part in parts if part.offset is not None}
    for part in parts:
        refer(part, part.find("Parent"), at, places, "none")
        refer(part, part.find("Next Level of Cache"), at, places, "none")
        for child in part.children:
            if child.name == "Private resource":
                refer(part, child, at, places, "")


def _resources(source: Input, part: Node, at: int, stop: int) -> int:
    count, place = source.number(at + 16, 4), at + 20
    for _ in range(min(count, max(stop - place, 0) // 4)):
        source.field(part, place, 4, "xd", "Private resource")
        place += 4
    if count > (place - at - 20) // 4:
        part.note(f"counts {count} private resources, {(place - at - 20) // 4} fit")
    return place


def _iort(source: Input, node: Node, at: int, stop: int) -> None:
    arm = module("IORT")
    place = at + source.number(at + 40, 4)
    if place < at + 48 or place > stop:
        node.note("has no array of nodes where it says")
        return
    source.rest(node, at + 48, place, "Padding")
    first = len(node.children)
    more = {0: _its_group, 1: _component, 2: _complex, 3: _smmu, 6: _ranges}
    kinds = Kinds((1, 1, 2), arm.IORT_ENTRIES, {kind: _mapped(more.get(kind))
                                                for kind in arm.IORT_ENTRIES})
    entries(source, node, place, stop, kinds)
    parts = node.children[first:]
    number_them(parts)
    places = {part.offset: part for part in parts if part.offset is not None}
    for part in parts:
        refer(part, part.find("Node reference"), at, places, "")
        for child in part.children:
            if child.name == "ID mapping":
                refer(part, child.find("Output Reference"), at, places, "")


def _mapped(inner: Callable[[Input, Node, int, int], int] | None,
            ) -> Callable[[Input, Node, int, int], int]:
    """What each node of an IORT ends with: its array of ID mappings."""
    def more(source: Input, part: Node, at: int, stop: int) -> int:
        count, here = source.number(at + 8, 4), at + source.number(at + 12, 4)
        before = min(here, stop) if count else stop
        done = inner(source, part, at, before) if inner else max(
            (child.offset or 0) + (child.size or 0) for child in part.children)
        if not count:
            return done
        source.rest(part, done, before)
        return array(source, part, here, stop, module("IORT").ID_MAPPING, "ID mapping", count,
                     "IORTE 3", ("Input base",))
    return more


def _its_group(source: Input, part: Node, at: int, stop: int) -> int:
    count, place = source.number(at + 16, 4), at + 20
    if count > max(stop - place, 0) // 4:
        part.note(f"counts {count} ITSs, {max(stop - place, 0) // 4} fit")
    for _ in range(min(count, max(stop - place, 0) // 4)):
        source.field(part, place, 4, "n", "GIC ITS Identifier")
        place += 4
    part.key = "ITS " + ", ".join(str(child.value) for child in part.children
                                  if child.name == "GIC ITS Identifier")
    return place


def _component(source: Input, part: Node, at: int, stop: int) -> int:
    end = source.data.find(b"\0", at + 29, stop)
    end = stop if end < 0 else end + 1
    if at + 29 < end:
        source.field(part, at + 29, end - at - 29, "t", "Device object name")
        keyed(part, ("Device object name",))
    if end < stop:
        source.field(part, end, stop - end, "b", "Padding")
    return stop


def _complex(source: Input, part: Node, at: int, stop: int) -> int:
    if stop - at < 40:
        return at + 36
    source.field(part, at + 36, 4, "x", "Flags", module("IORT").COMPLEX_FLAGS)
    return at + 40


def _smmu(source: Input, part: Node, at: int, stop: int) -> int:
    fields, done = module("IORT").INTERRUPT, at + 60
    groups = ((at + 40, 2, "Global interrupt"),
              (at + 48, source.number(at + 44, 4), "Context interrupt"),
              (at + 56, source.number(at + 52, 4), "PMU interrupt"))
    for where, count, name in groups:
        place = at + source.number(where, 4)
        if count and place >= at + 60:
            done = max(done, array(source, part, place, stop, fields, name, count))
    return done


def _ranges(source: Input, part: Node, at: int, stop: int) -> int:
    return array(source, part, at + max(source.number(at + 24, 4), 28), stop,
                 module("IORT").MEMORY_RANGE, "Memory Range Descriptor",
                 source.number(at + 20, 4), "IORTE 3", ("Physical Range offset",))


def _viot(source: Input, node: Node, at: int, stop: int) -> None:
    first, place = len(node.children), source.number(at + 38, 2)
    if place < 48 or at + place > stop:
        return
    entries(source, node, at + place, stop, Kinds((1, 2, 2), module("VIOT").VIOT_ENTRIES))
    parts = node.children[first:]
    number_them(parts)
    places = {part.offset: part for part in parts if part.offset is not None}
    for part in parts:
        refer(part, part.find("Output node"), at, places, "")


def _hmat(source: Input, node: Node, at: int, stop: int) -> None:
    entries(source, node, at + 40, stop, Kinds((2, 4, 4), module("HMAT").HMAT_ENTRIES,
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
    more = module("DMAR")
    scopes = Kinds((1, 1, 1), more.SCOPE_ENTRIES, dict.fromkeys(more.SCOPE_ENTRIES, _path))

    def scoped(first: int) -> Callable[[Input, Node, int, int], int]:
        def body(source: Input, part: Node, at: int, stop: int) -> int:
            entries(source, part, at + first, stop, scopes)
            return stop
        return body
    entries(source, node, at + 48, stop, Kinds((2, 2, 2), more.DMAR_ENTRIES, {
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


BODIES: dict[str, Callable[[Input, Node, int, int], None]] = {
    "APIC": _list(Kinds((1, 1, 1), rows.MADT_ENTRIES, {7: _sapic}), 44),
    "DBG2": _dbg2, "DMAR": _dmar, "GTDT": _gtdt, "HMAT": _hmat, "IORT": _iort, "MCFG": _mcfg,
    "PPTT": _pptt, "RSDT": _pointers(4), "SLIT": _slit, "SPCR": _spcr,
    "SRAT": _list(Kinds((1, 1, 1), rows.SRAT_ENTRIES), 48), "VIOT": _viot, "XSDT": _pointers(8),
}


def read(source: Input, root: Node) -> None:
    """A file of one table, or of several."""
    tables(source, root, 0, len(source.data))
