# SPDX-License-Identifier: BSD-2-Clause
"""Rules over what tells which memory is near to which processor: SRAT, SLIT, HMAT."""
from __future__ import annotations

from . import madt_rules as madt
from . import maps
from .inputs import bit, named, of
from .ranges import Range, gaps, joined, meets, overlaps
from .rule import ERROR, SET, WARNING, Finding, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..decode.node import Node
    from .inputs import Inputs

APIC, X2, GICC = "Processor Local APIC/SAPIC Affinity", "Processor Local x2APIC Affinity", \
    "GICC Affinity"
# what tells a processor in an SRAT: name of the entry, its field, the field of the MADT's entry
CPUS = {APIC: ("APIC ID", "APIC ID"), X2: ("X2APIC ID", "APIC ID"), GICC: (madt.UID, madt.UID)}
MEMORY, ITS = "Memory Affinity", "GIC Interrupt Translation Service (ITS) Affinity"
SPEED = "System Locality Latency and Bandwidth Information"
MiB = 1 << 20
LOCAL = 10  # the distance from itself


def domain(entry: Node) -> int:
    """The proximity domain of an entry."""
    low = entry.find("Proximity Domain [7:0]")
    if low is not None:
        return entry.number(low.name) | entry.number("Proximity Domain [31:8]") << 8
    return entry.number("Proximity Domain")


def enabled(srat: Node, *names: str) -> list[Node]:
    """The entries that are in use."""
    return [entry for entry in named(srat, *names) if bit(entry, "Flags", "Enabled")]


def _who(entry: Node) -> tuple[str, int]:
    """What tells a processor of an SRAT."""
    name, what = CPUS[entry.name]
    return what, entry.number(name)


def _not_in_madt(inputs: Inputs) -> Iterator[Finding]:
    tables = inputs.all("APIC")
    ids = {(what, number) for table in tables for entry in named(table, *madt.ID_OF)
           for what, number in (("APIC ID", madt.hardware(entry)),
                                (madt.UID, entry.number(madt.UID)))}
    for srat in inputs.all("SRAT") if tables else ():
        for entry in enabled(srat, *CPUS):
            if _who(entry) not in ids:
                name = CPUS[entry.name][0]
                yield Finding(of(entry, name), f"{name} {_who(entry)[1]} has an affinity, but no "
                              "processor of the MADT has it", tables[0])


def _without(inputs: Inputs) -> Iterator[Finding]:
    srats = inputs.all("SRAT")
    told = {_who(entry) for srat in srats for entry in enabled(srat, *CPUS)}
    for table in inputs.all("APIC") if told else ():
        for entry in madt.processors(table):
            arm = entry.name == madt.GICC
            who = (madt.UID, entry.number(madt.UID)) if arm else ("APIC ID", madt.hardware(entry))
            if who not in told:
                yield Finding(entry, f"{who[0]} {who[1]} of the MADT has no affinity in the SRAT",
                              srats[0])


def _twice(srat: Node, _: Inputs) -> Iterator[Finding]:
    seen: dict[tuple[str, int], Node] = {}
    for entry in enabled(srat, *CPUS):
        first = seen.setdefault(_who(entry), entry)
        if first is not entry:
            name = CPUS[entry.name][0]
            yield Finding(of(entry, name), f"{name} {_who(entry)[1]} is in domain {domain(entry)} "
                          f"and, by the entry at {first.offset or 0:#x}, in {domain(first)}",
                          first)


def _memory(srat: Node) -> list[Range]:
    found = []
    for entry in enabled(srat, MEMORY):
        start, size = entry.number("Base Address"), _length(entry).value
        found.append(Range(start, start + (size if isinstance(size, int) else 0), entry))
    return found


def _length(entry: Node) -> Node:
    """The length of the memory, not that of the entry."""
    fields = named(entry, "Length")
    return fields[-1] if len(fields) > 1 else entry


def _overlap(srat: Node, _: Inputs) -> Iterator[Finding]:
    for one, two in overlaps(_memory(srat)):
        yield Finding(of(two.node, "Base Address"), f"Memory {two} of domain {domain(two.node)} "
                      f"overlaps {one} of domain {domain(one.node)}", one.node)


def _empty(srat: Node, _: Inputs) -> Iterator[Finding]:
    for one in _memory(srat):
        if one.start >= one.end or one.end > maps.TOP:
            yield Finding(_length(one.node), f"Memory at {one.start:#x} has "
                          f"{one.end - one.start:#x} bytes, which is none or too much")


def _outside(inputs: Inputs) -> Iterator[Finding]:
    ram = inputs.fact(maps.ram)
    for srat in inputs.all("SRAT") if ram else ():
        for one in _memory(srat):
            fixed = not bit(one.node, "Flags", "Hot Pluggable")
            if fixed and one.start < one.end and meets(ram, one.start, one.end) is None:
                yield Finding(of(one.node, "Base Address"), f"Memory {one} of domain "
                              f"{domain(one.node)} is no RAM of the machine", ram[0].node)


def _uncovered(inputs: Inputs) -> Iterator[Finding]:
    for srat in inputs.all("SRAT"):
        told = joined(_memory(srat))
        for one in inputs.fact(maps.ram) if told else ():
            for start, end in gaps(told, one.start, one.end):
                if end - start >= MiB:
                    yield Finding(srat, f"RAM from {start:#x} to {end - 1:#x} has no domain",
                                  one.node)


def _its(inputs: Inputs) -> Iterator[Finding]:
    tables = inputs.all("APIC")
    ids = {entry.number("GIC ITS ID") for table in tables
           for entry in named(table, "GIC Interrupt Translation Service (ITS)")}
    for srat in inputs.all("SRAT") if tables else ():
        for entry in named(srat, ITS):
            if entry.number("ITS ID") not in ids:
                yield Finding(of(entry, "ITS ID"), f"ITS ID {entry.number('ITS ID')} has an "
                              "affinity, but no ITS of the MADT has it", tables[0])


def _domains(srat: Node) -> set[int]:
    return {domain(entry) for entry in enabled(
        srat, *CPUS, MEMORY, "Generic Initiator Affinity", "Generic Port Affinity")}


def _no_distance(inputs: Inputs) -> Iterator[Finding]:
    for slit in inputs.all("SLIT"):
        count = slit.number("Number of System Localities")
        for srat in inputs.all("SRAT"):
            for number in sorted(_domains(srat)):
                if number >= count:
                    yield Finding(of(slit, "Number of System Localities"), "Number of System "
                                  f"Localities is {count}, but the SRAT has domain {number}", srat)


def _distances(slit: Node) -> list[list[Node]]:
    """The matrix, or nothing if it is not whole."""
    rows = [list(row.children) for row in named(slit, "Distances")]
    return rows if all(len(row) == len(rows) for row in rows) else []


def _value(node: Node) -> int:
    return node.value if isinstance(node.value, int) else 0


def _diagonal(slit: Node, _: Inputs) -> Iterator[Finding]:
    for i, row in enumerate(_distances(slit)):
        if _value(row[i]) != LOCAL:
            yield Finding(row[i], f"The distance of locality {i} from itself is {_value(row[i])}, "
                          f"but must be {LOCAL}")


def _near(slit: Node, _: Inputs) -> Iterator[Finding]:
    for i, row in enumerate(_distances(slit)):
        for j, cell in enumerate(row):
            if i != j and _value(cell) <= LOCAL:
                yield Finding(cell, f"The distance from locality {i} to {j} is {_value(cell)}, "
                              f"but must be more than {LOCAL}")


def _symmetric(slit: Node, _: Inputs) -> Iterator[Finding]:
    rows = _distances(slit)
    for i, row in enumerate(rows):
        for j in range(i):
            if _value(row[j]) != _value(rows[j][i]):
                yield Finding(row[j], f"The distance from locality {i} to {j} is "
                              f"{_value(row[j])}, but back it is {_value(rows[j][i])}", rows[j][i])


def _hmat_domains(inputs: Inputs) -> Iterator[Finding]:
    srats = inputs.all("SRAT")
    known = set().union(*(_domains(srat) for srat in srats))
    for hmat in inputs.all("HMAT") if srats else ():
        for entry in hmat.children:
            for field in entry.children:
                if "Proximity Domain" in field.name and field.name[:6] != "Number" \
                        and isinstance(field.value, int) and field.value not in known:
                    if field.name.endswith("Attached Initiator") and not bit(
                            entry, "Flags", "Initiator valid"):
                        continue
                    yield Finding(field, f"{field.name} is {field.value}, which the SRAT does not "
                                  "have", srats[0])


def _hmat_values(hmat: Node, _: Inputs) -> Iterator[Finding]:
    for entry in named(hmat, SPEED):
        level, kind = bit(entry, "Flags", "Memory Hierarchy"), entry.number("Data Type")
        if level > 3:
            yield Finding(of(entry, "Flags"), f"Memory Hierarchy is {level}, but must be 0 to 3")
        if kind > 5:
            yield Finding(of(entry, "Data Type"), f"Data Type is {kind}, but must be 0 to 5")
        if not entry.number("Entry Base Unit"):
            yield Finding(of(entry, "Entry Base Unit"), "Entry Base Unit is 0, so all entries "
                          "would be 0")


RULES = (
    Rule("srat.cpu-not-in-madt", WARNING, "ACPI 5.2.16",
         "Each processor that the SRAT tells is one of the MADT.",
         "Leave the entry out, or clear its Enabled flag.", SET, _not_in_madt),
    Rule("srat.cpu-without-affinity", WARNING, "ACPI 5.2.16",
         "If the SRAT tells processors, it tells each of the MADT.",
         "Append an entry for the processor.", SET, _without),
    Rule("srat.duplicate-cpu", ERROR, "ACPI 5.2.16",
         "The SRAT tells a processor once.",
         "Leave one entry out.", "SRAT", _twice),
    Rule("srat.memory-overlap", ERROR, "ACPI 5.2.16.2",
         "No memory is in two entries.",
         "End each range where the next begins.", "SRAT", _overlap),
    Rule("srat.memory-size", ERROR, "ACPI 5.2.16.2",
         "A range of memory has bytes, and ends within 64 bits.",
         "Write the length, or clear the Enabled flag.", "SRAT", _empty),
    Rule("srat.memory-outside-ram", WARNING, "ACPI 5.2.16.2",
         "Memory of the SRAT that cannot be plugged in later is RAM.",
         "Write the range that the memory map has, or set Hot Pluggable.", SET, _outside),
    Rule("srat.ram-without-affinity", WARNING, "ACPI 5.2.16.2",
         "If the SRAT tells memory, it tells all RAM.",
         "Append entries: Linux uses none if a MiB is missing.", SET, _uncovered),
    Rule("srat.its-not-in-madt", WARNING, "ACPI 5.2.16.5",
         "Each ITS that the SRAT tells is one of the MADT.",
         "Write the GIC ITS ID of the MADT's entry.", SET, _its),
    Rule("slit.domain-missing", WARNING, "ACPI 5.2.17",
         "The SLIT has a row for each proximity domain of the SRAT.",
         "Number the domains from 0 on, and write as many rows.", SET, _no_distance),
    Rule("slit.diagonal", ERROR, "ACPI 5.2.17",
         "The distance of a locality from itself is 10.",
         "Write 10; distances are relative to it.", "SLIT", _diagonal),
    Rule("slit.distance", ERROR, "ACPI 5.2.17",
         "The distance between two localities is more than 10.",
         "Write 11 to 254, or 255 if one cannot be reached from the other. Linux uses no SLIT that "
         "breaks this.", "SLIT", _near),
    Rule("slit.asymmetric", WARNING, "ACPI 5.2.17",
         "A distance is the same in both directions.",
         "Write the same value at both places.", "SLIT", _symmetric),
    Rule("hmat.domain-not-in-srat", WARNING, "ACPI 5.2.28",
         "Each proximity domain of the HMAT is one of the SRAT.",
         "Write a domain that has enabled entries there.", SET, _hmat_domains),
    Rule("hmat.value", ERROR, "ACPI 5.2.28.4",
         "Hierarchy, type and unit of latencies and bandwidths are known.",
         "Write a hierarchy from 0 to 3, a type from 0 to 5, and a unit that is not 0.", "HMAT",
         _hmat_values),
)
