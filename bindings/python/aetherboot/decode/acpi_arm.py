# SPDX-License-Identifier: BSD-2-Clause
"""ACPI tables that arm64 machines have, as far as counts, offsets and references decide."""
from __future__ import annotations

from . import acpi_arm_fields as rows
from .acpi_fields import GAS
from .node import Input, Kinds, Node, array, entries, keyed, number_them, refer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

TABLES = rows.TABLES


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
    place, count = source.number(at + 36, 4), source.number(at + 40, 4)
    for _ in range(count):
        start, size = at + place, source.number(at + place + 1, 2)
        if size < 22 or start + size > stop:
            node.note(f"counts {count} devices, not all fit")
            break
        device = source.node(node, "Debug Device Information", start, size, section="DBG2 table")
        source.fields(device, start, start + size, rows.DBG2_DEVICE)
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
        source.field(device, at + registers + 12 * i, 12, "s", "BaseAddressRegister", GAS)
        source.field(device, at + sizes + 4 * i, 4, "x", "AddressSize")
    _string(source, device, at + source.number(at + 6, 2), source.number(at + 4, 2), stop,
            "NamespaceString")
    size, offset = source.number(at + 8, 2), source.number(at + 10, 2)
    if size and at + offset + size <= stop:
        source.field(device, at + offset, size, "b", "OemData")


def _gtdt(source: Input, node: Node, at: int, stop: int) -> None:
    if stop - at <= 96:
        return
    offset = source.number(at + 92, 4)
    if not source.number(at + 88, 4) or offset < 96 or at + offset >= stop:
        return
    entries(source, node, at + offset, stop, Kinds((1, 1, 2), rows.GTDT_ENTRIES, {0: _gt_block}))


def _gt_block(source: Input, block: Node, at: int, stop: int) -> int:
    return array(source, block, at + source.number(at + 16, 4), stop, rows.GT_TIMER,
                 "GT Block Timer", source.number(at + 12, 4), "ACPI 5.2.25.1",
                 ("GT Frame Number",))


def _pptt(source: Input, node: Node, at: int, stop: int) -> None:
    first = len(node.children)
    entries(source, node, at + 36, stop, Kinds((1, 1, 1), rows.PPTT_ENTRIES,
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
    place = at + source.number(at + 40, 4)
    if place < at + 48 or place > stop:
        node.note("has no array of nodes where it says")
        return
    source.rest(node, at + 48, place, "Padding")
    first = len(node.children)
    more = {0: _its_group, 1: _component, 2: _complex, 3: _smmu, 6: _ranges}
    kinds = Kinds((1, 1, 2), rows.IORT_ENTRIES, {kind: _mapped(more.get(kind))
                                                for kind in rows.IORT_ENTRIES})
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
        return array(source, part, here, stop, rows.ID_MAPPING, "ID mapping", count,
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
    source.field(part, at + 36, 4, "x", "Flags", rows.COMPLEX_FLAGS)
    return at + 40


def _smmu(source: Input, part: Node, at: int, stop: int) -> int:
    fields, done = rows.INTERRUPT, at + 60
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
                 rows.MEMORY_RANGE, "Memory Range Descriptor",
                 source.number(at + 20, 4), "IORTE 3", ("Physical Range offset",))


BODIES: dict[str, Callable[[Input, Node, int, int], None]] = {
    "DBG2": _dbg2, "GTDT": _gtdt, "IORT": _iort, "PPTT": _pptt, "SPCR": _spcr}
