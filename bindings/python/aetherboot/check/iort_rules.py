# SPDX-License-Identifier: BSD-2-Clause
"""Rules over what tells how devices reach interrupts and memory: IORT, VIOT, DMAR."""
from __future__ import annotations

from . import maps
from .inputs import bit, named, of
from .ranges import Range, covers, joined, overlaps
from .rule import ERROR, SET, WARNING, Finding, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..decode.node import Node
    from .inputs import Inputs

GROUP, DEVICE, COMPLEX, SMMU, SMMU3, PMCG, MEMORY = (
    "ITS group", "Named component", "Root complex", "SMMUv1 or v2", "SMMUv3", "PMCG",
    "Reserved memory range")
SMMUS = (SMMU, SMMU3)
# what the ID mappings of a node may lead to
LEADS = {DEVICE: (*SMMUS, GROUP), COMPLEX: (*SMMUS, GROUP), SMMU: (GROUP,), SMMU3: (GROUP,),
         PMCG: (GROUP,), MEMORY: SMMUS, GROUP: ()}
WATCHED = (DEVICE, COMPLEX, *SMMUS)  # what a PMCG may count
DRHD, RMRR = "DMA Remapping Hardware Unit Definition (DRHD)", \
    "Reserved Memory Region Reporting (RMRR)"
RANGE, IOMMUS = "PCI range", ("virtio-iommu based on virtio-pci",
                              "virtio-iommu based on virtio-mmio")
ENDPOINT = "MMIO endpoint"


def _places(table: Node) -> dict[int, Node]:
    """The structures by their offsets in the table."""
    base = table.offset or 0
    return {(part.offset or 0) - base: part for part in table.children if part.find("Type")}


def _mapping(iort: Node, _: Inputs) -> Iterator[Finding]:
    places = _places(iort)
    for part in places.values():
        fields = [(of(one, "Output Reference"), one.number("Output Reference"),
                   LEADS.get(part.name)) for one in named(part, "ID mapping")]
        if part.name == PMCG:
            fields.append((of(part, "Node reference"), part.number("Node reference"), WATCHED))
        for field, to, may in fields:
            target = places.get(to)
            if target is None:
                yield Finding(field, f"{field.name} of the {part.name} at {part.offset or 0:#x} is "
                              f"{to:#x}, where no node begins", part)
            elif may is not None and target.name not in may:
                yield Finding(field, f"{field.name} of the {part.name} at {part.offset or 0:#x} "
                              f"leads to a {target.name}, not to "
                              + (" or ".join(may) or "anything"), target)


def _ids(part: Node) -> list[Range]:
    """What the mappings of a node take in. A single mapping is not for what comes in."""
    found = []
    for one in named(part, "ID mapping"):
        first = one.number("Input base")
        if not bit(one, "Flags", "Single mapping"):
            found.append(Range(first, first + one.number("Number of IDs") + 1, one))
    return found


def _overlap(iort: Node, _: Inputs) -> Iterator[Finding]:
    for part in iort.children:
        for one, two in overlaps(_ids(part)):
            yield Finding(of(two.node, "Input base"), f"IDs {two} of the {part.name} at "
                          f"{part.offset or 0:#x} are also mapped as {one}", one.node)


def _beyond(iort: Node, _: Inputs) -> Iterator[Finding]:
    for part in iort.children:
        top = 1 << 16 if part.name == COMPLEX else 1 << 32
        for one in _ids(part):
            output = one.node.number("Output base") + one.end - one.start
            if one.end > top or output > 1 << 32:
                yield Finding(of(one.node, "Number of IDs"), f"IDs {one} of the {part.name} at "
                              f"{part.offset or 0:#x} become IDs up to {output - 1:#x}, but input "
                              f"ends below {top:#x} and output below {1 << 32:#x}")


def _unmapped(iort: Node, _: Inputs) -> Iterator[Finding]:
    places = _places(iort)
    taken = {id(part): joined(_ids(part)) for part in places.values() if part.name in SMMUS}
    for part in places.values():
        for one in _ids(part):
            target = places.get(one.node.number("Output Reference"))
            # an SMMU that maps nothing is for translation only
            if target is None or not taken.get(id(target)):
                continue
            start = one.node.number("Output base")
            end = start + one.end - one.start
            if not covers(taken[id(target)], start, end):
                yield Finding(of(one.node, "Output base"), f"IDs {one} of the {part.name} at "
                              f"{part.offset or 0:#x} become {start:#x} to {end - 1:#x}, but the "
                              f"{target.name} at {target.offset or 0:#x} does not map all of them",
                              target)


def _buses(inputs: Inputs) -> Iterator[Finding]:
    told: dict[int, list[Range]] = {}
    parts: dict[int, Node] = {}
    for part in (part for iort in inputs.all("IORT") for part in named(iort, COMPLEX)):
        segment = part.number("PCI Segment number")
        parts.setdefault(segment, part)
        told.setdefault(segment, []).extend(_ids(part))
    mapped = {segment: joined(ids) for segment, ids in told.items() if ids}
    for table in inputs.all("MCFG"):
        for entry in named(table, "Configuration Space Base Address"):
            segment = entry.number("PCI Segment Group Number")
            first, last = entry.number("Start Bus Number"), entry.number("End Bus Number")
            if segment in mapped and first <= last and not covers(
                    mapped[segment], first << 8, last + 1 << 8):
                yield Finding(parts[segment], f"Not all IDs of the buses {first} to {last} of "
                              f"segment {segment} are mapped", entry)


def _its(inputs: Inputs) -> Iterator[Finding]:
    tables = inputs.all("APIC")
    ids = {entry.number("GIC ITS ID") for table in tables
           for entry in named(table, "GIC Interrupt Translation Service (ITS)")}
    for iort in inputs.all("IORT") if tables else ():
        for group in named(iort, GROUP):
            for field in named(group, "GIC ITS Identifier"):
                if field.value not in ids:
                    yield Finding(field, f"GIC ITS Identifier {field.value!r} is no ITS of the "
                                  "MADT", tables[0])


def _segment(inputs: Inputs) -> Iterator[Finding]:
    tables = inputs.all("MCFG")
    known = {entry.number("PCI Segment Group Number") for table in tables
             for entry in named(table, "Configuration Space Base Address")}
    for iort in inputs.all("IORT") if tables else ():
        for part in named(iort, COMPLEX):
            number = part.number("PCI Segment number")
            if number not in known:
                yield Finding(of(part, "PCI Segment number"), f"PCI Segment number is {number}, "
                              "which the MCFG does not have", tables[0])


def _twice(iort: Node, _: Inputs) -> Iterator[Finding]:
    seen: dict[tuple[str, int], Node] = {}
    for name, field in ((SMMU, "Base Address"), (SMMU3, "Base Address"),
                        (COMPLEX, "PCI Segment number"), (GROUP, "GIC ITS Identifier")):
        for part in named(iort, name):
            if part.find(field) is None:
                continue
            what = field, part.number(field)
            first = seen.setdefault(what, part)
            if first is not part:
                yield Finding(of(part, field), f"{field} {what[1]:#x} is also that of the "
                              f"{first.name} at {first.offset or 0:#x}", first)


def _identifier(iort: Node, _: Inputs) -> Iterator[Finding]:
    seen: dict[int, Node] = {}
    for part in iort.children if iort.number("Revision") >= 3 else ():
        if part.find("Identifier") is None:
            continue
        number = part.number("Identifier")
        first = seen.setdefault(number, part)
        if first is not part:
            yield Finding(of(part, "Identifier"), f"Identifier {number} is also that of the "
                          f"{first.name} at {first.offset or 0:#x}", first)


def _smmu(iort: Node, _: Inputs) -> Iterator[Finding]:
    for part in named(iort, *SMMUS):
        at, step = part.number("Base Address"), 1 << 16 if part.name == SMMU3 else 4096
        if at % step or not at:
            yield Finding(of(part, "Base Address"), f"Base Address of the {part.name} is {at:#x}, "
                          f"but must be a multiple of {step:#x} that is not 0")


# ---- VIOT

def _viot_output(viot: Node, _: Inputs) -> Iterator[Finding]:
    places = _places(viot)
    for part in named(viot, RANGE, ENDPOINT):
        to = part.number("Output node")
        target = places.get(to)
        if target is None or target.name not in IOMMUS:
            what = f"a {target.name} begins" if target else "no node begins"
            yield Finding(of(part, "Output node"), f"Output node of the {part.name} is {to}, where "
                          f"{what}, not a virtio-iommu", target)


def _viot_range(viot: Node, _: Inputs) -> Iterator[Finding]:
    ids = []
    for part in named(viot, RANGE):
        for first, last in (("PCI Segment start", "PCI Segment end"),
                            ("PCI BDF start", "PCI BDF end")):
            if part.number(first) > part.number(last):
                yield Finding(of(part, last), f"{last} is {part.number(last):#x}, but {first} is "
                              f"{part.number(first):#x}", part.find(first))
        start = part.number("PCI Segment start") << 16 | part.number("PCI BDF start")
        end = part.number("PCI Segment end") << 16 | part.number("PCI BDF end")
        ids.append(Range(start, end + 1, part))
    for one, two in overlaps(ids):
        yield Finding(of(two.node, "PCI BDF start"), f"The PCI functions {two} are also in the "
                      f"range {one}", one.node)


# ---- DMAR

def _units(dmar: Node, _: Inputs) -> Iterator[Finding]:
    seen: dict[int, Node] = {}
    for unit in named(dmar, DRHD):
        at = unit.number("Register Base Address")
        first = seen.setdefault(at, unit)
        if at % 4096 or not at:
            yield Finding(of(unit, "Register Base Address"), f"Register Base Address is {at:#x}, "
                          "but must be a multiple of 4096 that is not 0")
        elif first is not unit:
            yield Finding(of(unit, "Register Base Address"), f"Register Base Address {at:#x} is "
                          f"also that of the unit at {first.offset or 0:#x}", first)


def _all_last(dmar: Node, _: Inputs) -> Iterator[Finding]:
    done: dict[int, Node] = {}
    for unit in named(dmar, DRHD):
        segment = unit.number("Segment Number")
        if segment in done:
            yield Finding(of(unit, "Segment Number"), f"The unit at {unit.offset or 0:#x} of "
                          f"segment {segment} is behind the one at "
                          f"{done[segment].offset or 0:#x}, which has INCLUDE_PCI_ALL",
                          done[segment])
        elif bit(unit, "Flags", "INCLUDE_PCI_ALL"):
            done[segment] = unit


def _regions(dmar: Node) -> list[Range]:
    return [Range(part.number("Reserved Memory Region Base Address"),
                  part.number("Reserved Memory Region Limit Address") + 1, part)
            for part in named(dmar, RMRR)]


def _rmrr(dmar: Node, _: Inputs) -> Iterator[Finding]:
    for one in _regions(dmar):
        if one.start >= one.end or one.start % 4096 or one.end % 4096:
            yield Finding(of(one.node, "Reserved Memory Region Limit Address"), "The reserved "
                          f"memory from {one.start:#x} to {one.end - 1:#x} is not of whole pages")


def _rmrr_reserved(inputs: Inputs) -> Iterator[Finding]:
    whole = inputs.fact(maps.memory_map)
    reserved = joined(one for one in whole if one.type in (maps.RESERVED, maps.NVS, maps.ACPI))
    for dmar in inputs.all("DMAR") if whole else ():
        for one in _regions(dmar):
            if one.start < one.end and not covers(reserved, one.start, one.end):
                yield Finding(of(one.node, "Reserved Memory Region Base Address"), "The memory "
                              f"{one}, which devices use, is not reserved in the memory map",
                              whole[0].node)


def _io_apic(inputs: Inputs) -> Iterator[Finding]:
    tables = inputs.all("APIC")
    ids = {chip.number("I/O APIC ID") for table in tables for chip in named(table, "I/O APIC")}
    for dmar in inputs.all("DMAR") if tables else ():
        for unit in named(dmar, DRHD):
            for scope in named(unit, "IOAPIC"):
                number = scope.number("Enumeration ID")
                if number not in ids:
                    yield Finding(of(scope, "Enumeration ID"), f"Enumeration ID {number} is no I/O "
                                  "APIC of the MADT", tables[0])


def _remapped(inputs: Inputs) -> Iterator[Finding]:
    for dmar in inputs.all("DMAR"):
        told = {scope.number("Enumeration ID") for unit in named(dmar, DRHD)
                for scope in named(unit, "IOAPIC")}
        for table in inputs.all("APIC") if bit(dmar, "Flags", "INTR_REMAP") else ():
            for chip in named(table, "I/O APIC"):
                if chip.number("I/O APIC ID") not in told:
                    yield Finding(of(chip, "I/O APIC ID"), "I/O APIC ID "
                                  f"{chip.number('I/O APIC ID')} is in no scope of the DMAR, "
                                  "whose INTR_REMAP is set", dmar.find("Flags"))


RULES = (
    Rule("iort.reference", ERROR, "IORTE 3",
         "An ID mapping of a device leads to an SMMU or ITS group, one of an SMMU to an ITS group.",
         "Write the offset of that node from the table's first byte.", "IORT", _mapping),
    Rule("iort.mapping-overlap", WARNING, "IORTE 3",
         "A node maps an ID once.",
         "End each range where the next begins; Number of IDs is one less than there are.", "IORT",
         _overlap),
    Rule("iort.mapping-range", ERROR, "IORTE 3",
         "IDs have 32 bits, and those of a root complex 16.",
         "Write one less than the number of IDs.", "IORT", _beyond),
    Rule("iort.output-not-mapped", ERROR, "IORTE 3",
         "What is mapped to an SMMU that maps IDs itself is mapped by that, too.",
         "Let the SMMU's mapping take in all that devices and root complexes map to it.", "IORT",
         _unmapped),
    Rule("iort.bus-not-mapped", WARNING, "IORTE 3",
         "A root complex that maps IDs maps those of all its buses.",
         "Map from the first function of the first bus to the last one of the last bus.", SET,
         _buses),
    Rule("iort.its-not-in-madt", WARNING, "IORTE 3",
         "An ITS group has ITSs of the MADT.",
         "Write the GIC ITS ID of the MADT's entry.", SET, _its),
    Rule("iort.segment-not-in-mcfg", WARNING, "IORTE 3",
         "The segment of a root complex is one of the MCFG.",
         "Write the segment's number, or append it to the MCFG.", SET, _segment),
    Rule("iort.duplicate", ERROR, "IORTE 3",
         "No two nodes are of the same SMMU, segment or ITS.",
         "Leave one out, and map all IDs in the other.", "IORT", _twice),
    Rule("iort.identifier", WARNING, "IORTE 3",
         "From revision 3 on, no two nodes have the same identifier.",
         "Number the nodes.", "IORT", _identifier),
    Rule("iort.smmu-address", ERROR, "IORTE 3",
         "The registers of an SMMU begin at a multiple of their pages.",
         "Write the address that it has.", "IORT", _smmu),
    Rule("viot.reference", ERROR, "ACPI 5.2.32.3",
         "What is translated leads to a virtio-iommu.",
         "Write the offset of its node from the table's first byte.", "VIOT", _viot_output),
    Rule("viot.range", ERROR, "ACPI 5.2.32.3",
         "Ranges of PCI functions do not end before they begin, and do not overlap.",
         "Write the last segment and function that belong to the range.", "VIOT", _viot_range),
    Rule("dmar.unit-address", ERROR, "VTD 8.3",
         "Each remapping unit has registers of its own, which begin at a page.",
         "Write the address that it has.", "DMAR", _units),
    Rule("dmar.include-all-last", ERROR, "VTD 8.3",
         "The unit with INCLUDE_PCI_ALL is the last of its segment.",
         "Write it behind the segment's other units.", "DMAR", _all_last),
    Rule("dmar.reserved-memory", ERROR, "VTD 8.4",
         "Memory that devices use has whole pages.",
         "Write a multiple of 4096, and as limit the last byte of a page.", "DMAR", _rmrr),
    Rule("dmar.memory-not-reserved", ERROR, "VTD 8.4",
         "Memory that devices use is reserved in the memory map.",
         "Make it reserved there: Linux would use it otherwise.", SET, _rmrr_reserved),
    Rule("dmar.io-apic-unknown", ERROR, "VTD 8.3.1",
         "I/O APICs in a unit's scope are those of the MADT.",
         "Write the I/O APIC ID.", SET, _io_apic),
    Rule("dmar.io-apic-missing", WARNING, "VTD 8.3.1",
         "If interrupts are remapped, each I/O APIC is in the scope of a unit.",
         "Append a scope: Linux remaps no interrupts otherwise.", SET, _remapped),
)
