# SPDX-License-Identifier: BSD-2-Clause
"""Rules over the interrupt controllers and timers of arm64 machines: MADT and GTDT."""
from __future__ import annotations

from .inputs import named, of
from .madt_rules import GICC, processors
from .ranges import Range, overlaps
from .rule import ERROR, SET, WARNING, Finding, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..decode.node import Node
    from .inputs import Inputs

GICD, GICR, ITS = "GIC Distributor (GICD)", "GIC Redistributor (GICR)", \
    "GIC Interrupt Translation Service (ITS)"
FRAME = "GIC MSI Frame"
KiB = 1024
# of each entry that has registers: field of their address, bytes if they are known, alignment
REGISTERS = {
    GICD: ("Physical Base Address", 64 * KiB, 4 * KiB), FRAME: ("Physical Base Address", 4 * KiB,
                                                                4 * KiB),
    GICR: ("Discovery Range Base Address", 0, 64 * KiB),
    ITS: ("Physical Base Address", 128 * KiB, 64 * KiB),
    GICC: ("GICR Base Address", 128 * KiB, 64 * KiB),
}
MPIDR = 0xFF00FFFFFF  # its bits that are an affinity
SPI, LAST_SPI, ESPI = 32, 1019, 4096
PPIS = (*range(16, 32), *range(1056, 1120))
TIMERS = ("Secure EL1 Timer", "Non-Secure EL1 Timer", "Virtual EL1 Timer", "EL2 Timer",
          "Virtual EL2 Timer")
ABSENT = (1 << 64) - 1


def version(madt: Node) -> int:
    """Version of the GIC, 0 if it is not told."""
    distributors = named(madt, GICD)
    return distributors[0].number("GIC version") if distributors else 0


def _one_gicd(madt: Node, _: Inputs) -> Iterator[Finding]:
    cpus, found = named(madt, GICC), named(madt, GICD)
    if cpus and len(found) != 1:
        yield Finding(found[1] if found else madt, f"The MADT has {len(found)} distributors, but "
                      f"{len(cpus)} processors with a GIC", cpus[0])


def _redistributor(madt: Node, _: Inputs) -> Iterator[Finding]:
    if version(madt) < 3 or named(madt, GICR):
        return
    for cpu in processors(madt):
        if cpu.name == GICC and not cpu.number("GICR Base Address"):
            yield Finding(of(cpu, "GICR Base Address"), "GICR Base Address is 0, but the GIC has "
                          f"version {version(madt)} and there is no {GICR}", named(madt, GICD)[0])


def _interface(madt: Node, _: Inputs) -> Iterator[Finding]:
    if version(madt) not in (1, 2):
        return
    for cpu in processors(madt):
        if cpu.name == GICC and not cpu.number("Physical Base Address"):
            yield Finding(of(cpu, "Physical Base Address"), "Physical Base Address is 0, but the "
                          f"GIC has version {version(madt)}", named(madt, GICD)[0])


def _too_many(madt: Node, _: Inputs) -> Iterator[Finding]:
    cpus = [cpu for cpu in processors(madt) if cpu.name == GICC]
    if version(madt) in (1, 2) and len(cpus) > 8:
        yield Finding(cpus[8], f"There are {len(cpus)} processors, but a GIC of version "
                      f"{version(madt)} has 8 CPU interfaces", named(madt, GICD)[0])


def extents(madt: Node) -> list[Range]:
    """Where registers are. Some frames share theirs, as GICC's of a GICv2."""
    found = []
    old, ranges = version(madt) < 3, bool(named(madt, GICR))
    for entry in named(madt, *REGISTERS):
        name, size, _step = REGISTERS[entry.name]
        if entry.name == GICC and (old or ranges):
            continue
        at = entry.number(name)
        size = entry.number("Discovery Range Length") if entry.name == GICR else size
        if entry.name == GICD and old:
            size = 4 * KiB
        if at:
            found.append(Range(at, at + size, entry))
    return found


def _overlap(madt: Node, _: Inputs) -> Iterator[Finding]:
    for one, two in overlaps(extents(madt)):
        yield Finding(of(two.node, REGISTERS[two.node.name][0]), f"The registers of the "
                      f"{two.node.name} at {two} overlap those of the {one.node.name} at {one}",
                      one.node)


def _alignment(madt: Node, _: Inputs) -> Iterator[Finding]:
    for entry in named(madt, *REGISTERS):
        name, _size, step = REGISTERS[entry.name]
        at = entry.number(name)
        if at % step:
            yield Finding(of(entry, name), f"{name} of the {entry.name} is {at:#x}, but must be a "
                          f"multiple of {step:#x}")


def _its(madt: Node, _: Inputs) -> Iterator[Finding]:
    for name, field in ((ITS, "GIC ITS ID"), (FRAME, "GIC MSI Frame ID")):
        seen: dict[int, Node] = {}
        for entry in named(madt, name):
            number = entry.number(field)
            first = seen.setdefault(number, entry)
            if first is not entry:
                yield Finding(of(entry, field), f"{field} {number} is also that of the one at "
                              f"{first.offset or 0:#x}", first)


def _mpidr(madt: Node, _: Inputs) -> Iterator[Finding]:
    for cpu in named(madt, GICC):
        value = cpu.number("MPIDR")
        if value & ~MPIDR:
            yield Finding(of(cpu, "MPIDR"), f"MPIDR is {value:#x}, but only its bits {MPIDR:#x} "
                          "may be set")


def _frame(madt: Node, _: Inputs) -> Iterator[Finding]:
    for entry in named(madt, FRAME):
        first, count = entry.number("SPI Base"), entry.number("SPI Count")
        flags = entry.find("Flags")
        if flags is None or not flags.number("SPI Count/Base Select"):
            continue
        if first < SPI or first + count - 1 > LAST_SPI or not count:
            yield Finding(of(entry, "SPI Base"), f"SPIs {first} to {first + count - 1} are not all "
                          f"from {SPI} to {LAST_SPI}", entry.find("SPI Count"))


def _timer(gtdt: Node, _: Inputs) -> Iterator[Finding]:
    if not gtdt.number("Virtual EL1 Timer GSIV", 1) and not gtdt.number(
            "Non-Secure EL1 Timer GSIV"):
        yield Finding(of(gtdt, "Virtual EL1 Timer GSIV"), "Virtual EL1 Timer GSIV and Non-Secure "
                      "EL1 Timer GSIV are both 0")


def _ppi(gtdt: Node, _: Inputs) -> Iterator[Finding]:
    seen: dict[int, str] = {}
    for name in TIMERS:
        field = gtdt.find(name + " GSIV")
        if field is None or not isinstance(field.value, int) or not field.value:
            continue
        if field.value not in PPIS:
            yield Finding(field, f"{field.name} is {field.value}, but must be a PPI: from 16 to "
                          "31, or from 1056 to 1119")
        elif field.value in seen:
            yield Finding(field, f"{field.name} is {field.value}, as {seen[field.value]} is",
                          gtdt.find(seen[field.value]))
        seen.setdefault(field.value, field.name)


def _counter(gtdt: Node, _: Inputs) -> Iterator[Finding]:
    for name in ("CntControlBase Physical Address", "CntReadBase Physical Address"):
        at = gtdt.number(name)
        if at != ABSENT and at % 4096:
            yield Finding(of(gtdt, name), f"{name} is {at:#x}, but must be a multiple of 4096, or "
                          "all ones if there is none")


def _frames(gtdt: Node, _: Inputs) -> Iterator[Finding]:
    for block in named(gtdt, "GT Block"):
        seen: dict[int, Node] = {}
        for frame in named(block, "GT Block Timer"):
            number = frame.number("GT Frame Number")
            first = seen.setdefault(number, frame)
            if number > 7:
                yield Finding(of(frame, "GT Frame Number"), f"GT Frame Number is {number}, but a "
                              "block has frames 0 to 7")
            elif first is not frame:
                yield Finding(of(frame, "GT Frame Number"), f"GT Frame Number {number} is also "
                              f"that of the frame at {first.offset or 0:#x}", first)


def _no_gtdt(inputs: Inputs) -> Iterator[Finding]:
    names = {table.name for table in inputs.tables}
    cpus = [cpu for madt in inputs.all("APIC") for cpu in named(madt, GICC)]
    if cpus and "XSDT" in names and "GTDT" not in names:
        yield Finding(cpus[0], f"{len(cpus)} processors have a GIC, but there is no GTDT",
                      inputs.first("XSDT"))


RULES = (
    Rule("madt.distributor", ERROR, "ACPI 5.2.12.15",
         "A machine with a GIC has one distributor.",
         "Write one GICD structure.", "APIC", _one_gicd),
    Rule("madt.no-redistributor", ERROR, "ACPI 5.2.12.17",
         "Each processor of a GICv3 or later has a redistributor.",
         "Write a GICR structure that has those of all processors, or GICR Base Address of each.",
         "APIC", _redistributor),
    Rule("madt.no-cpu-interface", ERROR, "ACPI 5.2.12.14",
         "Each processor of a GICv2 has a CPU interface in memory.",
         "Write its Physical Base Address.", "APIC", _interface),
    Rule("madt.gicv2-processors", ERROR, "IHI0048 1.4",
         "A GICv2 has at most 8 processors.",
         "Describe a GICv3, or fewer processors.", "APIC", _too_many),
    Rule("madt.gic-overlap", ERROR, "ACPI 5.2.12",
         "The registers of distributor, redistributors, ITSs and MSI frames do not overlap.",
         "Give each the address that it has; a range of redistributors has 128 KiB a processor.",
         "APIC", _overlap),
    Rule("madt.gic-alignment", ERROR, "IHI0069 12",
         "Registers of a GIC begin at multiples of their pages.",
         "Give each the address that it has.", "APIC", _alignment),
    Rule("madt.duplicate-its", ERROR, "ACPI 5.2.12.18",
         "No two ITSs, and no two MSI frames, have the same ID.",
         "Number them.", "APIC", _its),
    Rule("madt.mpidr", ERROR, "ACPI 5.2.12.14",
         "An MPIDR has nothing but the four affinity fields.",
         "Clear the bits 24 to 31 and those from 40 on.", "APIC", _mpidr),
    Rule("madt.msi-frame", ERROR, "ACPI 5.2.12.16",
         "An MSI frame has SPIs.",
         "Write interrupts from 32 to 1019, or clear SPI Count/Base Select.", "APIC", _frame),
    Rule("gtdt.no-timer", ERROR, "ACPI 5.2.25",
         "The virtual or the non-secure EL1 timer has an interrupt.",
         "Write the GSIVs of the timers, usually 27 and 30.", "GTDT", _timer),
    Rule("gtdt.timer-interrupt", ERROR, "ACPI 5.2.25",
         "The interrupt of each processor's timer is a PPI of its own.",
         "Write the GSIV of the timer, usually 29, 30, 27, 26 and 28 in their order.", "GTDT",
         _ppi),
    Rule("gtdt.counter-address", ERROR, "ACPI 5.2.25",
         "The counter's frames are pages, or there are none.",
         "Write all ones if there are none.", "GTDT", _counter),
    Rule("gtdt.frame-number", ERROR, "ACPI 5.2.25.1",
         "The frames of a block have different numbers from 0 to 7.",
         "Number the frames.", "GTDT", _frames),
    Rule("gtdt.missing", WARNING, "ACPI 5.2.25",
         "A machine with a GIC has a GTDT.",
         "Append it, or the operating system has no timer.", SET, _no_gtdt),
)
