# SPDX-License-Identifier: BSD-2-Clause
"""Rules over the MADT: processors, and the interrupt controllers of x86."""
from __future__ import annotations

from .inputs import bit, named, of
from .rule import ERROR, WARNING, Finding, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..decode.node import Node
    from .inputs import Inputs

LOCAL, X2, GICC = "Processor Local APIC", "Processor Local x2APIC", "GIC CPU Interface (GICC)"
UID = "ACPI Processor UID"
# what tells a processor's hardware, and where the MADT's entries of a name have it
ID_OF = {LOCAL: "APIC ID", X2: "X2APIC ID", GICC: "MPIDR"}
IO_APIC, OVERRIDE = "I/O APIC", "Interrupt Source Override"
BASE, GSI = "Global System Interrupt Base", "Global System Interrupt"
NMI = {"Local APIC NMI": ("Local APIC LINT#", 255), "Local x2APIC NMI": (
    "Local x2APIC LINT#", 0xFFFFFFFF)}  # the field of the pin, and the UID that is all
ISA = 16  # interrupts
BROADCAST = 255  # the APIC ID that is all, unless the x2APIC is used


def processors(madt: Node) -> list[Node]:
    """The entries of processors that are there, or may come."""
    return [entry for entry in named(madt, *ID_OF)
            if bit(entry, "Flags", "Enabled") or bit(entry, "Flags", "Online Capable")]


def hardware(entry: Node) -> int:
    """The APIC ID or MPIDR of a processor's entry."""
    return entry.number(ID_OF[entry.name])


def _same(entries: list[Node], names: dict[str, str]) -> Iterator[Finding]:
    """Entries that have the same value of a field, which depends on their names."""
    seen: dict[int, Node] = {}
    for entry in entries:
        field = entry.find(names[entry.name])
        if field is None or not isinstance(field.value, int):
            continue
        first = seen.setdefault(field.value, entry)
        if first is not entry:
            yield Finding(field, f"{field.name} {field.value:#x} is also that of the "
                          f"{first.name} at {first.offset or 0:#x}", first)


def _same_id(madt: Node, _: Inputs) -> Iterator[Finding]:
    return _same(processors(madt), ID_OF)


def _same_uid(madt: Node, _: Inputs) -> Iterator[Finding]:
    return _same(processors(madt), dict.fromkeys(ID_OF, UID))


def _low(madt: Node, _: Inputs) -> Iterator[Finding]:
    for entry in processors(madt):
        if entry.name == X2 and entry.number("X2APIC ID") < BROADCAST:
            yield Finding(of(entry, "X2APIC ID"), f"X2APIC ID is {entry.number('X2APIC ID')}, "
                          f"which fits into a {LOCAL}")


def _broadcast(madt: Node, _: Inputs) -> Iterator[Finding]:
    for entry in processors(madt):
        if entry.name == LOCAL and entry.number("APIC ID") == BROADCAST:
            yield Finding(of(entry, "APIC ID"), "APIC ID is 255, which is no processor's, but that "
                          "of all")


def _none(madt: Node, _: Inputs) -> Iterator[Finding]:
    if not any(bit(entry, "Flags", "Enabled") for entry in named(madt, *ID_OF, "Local SAPIC")):
        entries = named(madt, *ID_OF)
        yield Finding(madt, f"None of the {len(entries)} processors of the MADT is enabled",
                      entries[0] if entries else None)


def _mixed(madt: Node, _: Inputs) -> Iterator[Finding]:
    gic, local = named(madt, GICC), named(madt, LOCAL, X2)
    if gic and local:
        yield Finding(gic[0], f"The {GICC} at {gic[0].offset or 0:#x} is beside a {local[0].name} "
                      f"at {local[0].offset or 0:#x}", local[0])


def _address(madt: Node, _: Inputs) -> Iterator[Finding]:
    field = of(madt, "Local Interrupt Controller Address")
    at = madt.number(field.name)
    if named(madt, LOCAL, X2) and not named(madt, "Local APIC Address Override") \
            and (at == 0 or at % 4096):
        yield Finding(field, f"{field.name} is {at:#x}, but must be a multiple of 4096 that is "
                      "not 0")


def _io_apics(madt: Node, _: Inputs) -> Iterator[Finding]:
    chips = named(madt, IO_APIC)
    for name in ("I/O APIC ID", "I/O APIC Address", BASE):
        yield from _same(chips, {IO_APIC: name})


def _io_address(madt: Node, _: Inputs) -> Iterator[Finding]:
    for chip in named(madt, IO_APIC):
        at = chip.number("I/O APIC Address")
        if at == 0 or at % 16:
            yield Finding(of(chip, "I/O APIC Address"), f"I/O APIC Address is {at:#x}, but must "
                          "be a multiple of 16 that is not 0")


def _source(madt: Node, _: Inputs) -> Iterator[Finding]:
    overrides = named(madt, OVERRIDE)
    for entry in overrides:
        if entry.number("Bus"):
            yield Finding(of(entry, "Bus"), f"Bus is {entry.number('Bus')}, but must be 0, ISA")
        elif entry.number("Source") >= ISA:
            yield Finding(of(entry, "Source"), f"Source is {entry.number('Source')}, but ISA has "
                          f"interrupts 0 to {ISA - 1}")
    yield from _same(overrides, {OVERRIDE: "Source"})


def _same_gsi(madt: Node, _: Inputs) -> Iterator[Finding]:
    return _same(named(madt, OVERRIDE), {OVERRIDE: GSI})


def _no_pin(madt: Node, _: Inputs) -> Iterator[Finding]:
    chips = [chip.number(BASE) for chip in named(madt, IO_APIC)]
    for entry in named(madt, OVERRIDE, "Non-Maskable Interrupt Source") if chips else ():
        gsi = entry.number(GSI)
        # an I/O APIC has at most 240 pins; how many, only its register tells
        if not any(base <= gsi < base + 240 for base in chips):
            yield Finding(of(entry, GSI), f"{GSI} is {gsi}, but the I/O APICs begin at "
                          + ", ".join(map(str, chips[:8])))


def _flags(madt: Node, _: Inputs) -> Iterator[Finding]:
    for entry in named(madt, OVERRIDE, "Non-Maskable Interrupt Source", *NMI):
        for name in ("Polarity", "Trigger Mode"):
            if bit(entry, "Flags", name) == 2:
                yield Finding(of(entry, "Flags"), f"{name} of the {entry.name} is 2, which is "
                              "reserved")


def _lint(madt: Node, _: Inputs) -> Iterator[Finding]:
    for entry in named(madt, *NMI):
        name = NMI[entry.name][0]
        if entry.number(name) > 1:
            yield Finding(of(entry, name), f"{name} is {entry.number(name)}, but a local APIC has "
                          "LINT0 and LINT1")


def _nmi_uid(madt: Node, _: Inputs) -> Iterator[Finding]:
    uids = {entry.number(UID) for entry in named(madt, *ID_OF)}
    for entry in named(madt, *NMI):
        uid = entry.number(UID)
        if uid != NMI[entry.name][1] and uid not in uids:
            yield Finding(of(entry, UID), f"{UID} is {uid}, but no processor of the MADT has it")


def _mailbox(madt: Node, _: Inputs) -> Iterator[Finding]:
    for entry in named(madt, "Multiprocessor Wakeup"):
        at = entry.number("MailBox Address")
        if at == 0 or at % 4096:
            yield Finding(of(entry, "MailBox Address"), f"MailBox Address is {at:#x}, but must be "
                          "a multiple of 4096 that is not 0")


RULES = (
    Rule("madt.duplicate-apic-id", ERROR, "ACPI 5.2.12.2",
         "No two processors have the same APIC ID or MPIDR.",
         "Give each processor the ID that its hardware has.", "APIC", _same_id),
    Rule("madt.duplicate-uid", ERROR, "ACPI 5.2.12",
         "No two processors have the same UID.",
         "Number the processors, as the _UID of their devices does.", "APIC", _same_uid),
    Rule("madt.x2apic-below-255", WARNING, "ACPI 5.2.12.12",
         "A processor with an APIC ID below 255 has a Processor Local APIC structure.",
         "Write that structure, and the one of the x2APIC from 255 on.", "APIC", _low),
    Rule("madt.apic-id-255", ERROR, "ACPI 5.2.12.2",
         "No Processor Local APIC structure has the APIC ID 255.",
         "Write a Processor Local x2APIC structure.", "APIC", _broadcast),
    Rule("madt.no-processor", ERROR, "ACPI 5.2.12",
         "At least one processor is enabled.",
         "Set Enabled in the flags of each processor that is there.", "APIC", _none),
    Rule("madt.mixed-processors", ERROR, "ACPI 5.2.12",
         "A machine has local APICs or a GIC, not both.",
         "Leave out the entries of the other architecture.", "APIC", _mixed),
    Rule("madt.local-apic-address", ERROR, "ACPI 5.2.12",
         "The local APICs have an address.",
         "Write 0xfee00000, where they are after a reset.", "APIC", _address),
    Rule("madt.duplicate-io-apic", ERROR, "ACPI 5.2.12.3",
         "No two I/O APICs have the same ID, address or first interrupt.",
         "Give each its own ID and registers, and begin where the one before ends.", "APIC",
         _io_apics),
    Rule("madt.io-apic-address", ERROR, "ACPI 5.2.12.3",
         "An I/O APIC has an address.",
         "Write where its registers are, 0xfec00000 for the first.", "APIC", _io_address),
    Rule("madt.override-source", ERROR, "ACPI 5.2.12.5",
         "An override is of an ISA interrupt, and each is overridden once.",
         "Write bus 0 and a source below 16, once.", "APIC", _source),
    Rule("madt.override-same-interrupt", WARNING, "ACPI 5.2.12.5",
         "No two ISA interrupts lead to the same global system interrupt.",
         "Lead each to an interrupt of its own.", "APIC", _same_gsi),
    Rule("madt.interrupt-beyond", ERROR, "ACPI 5.2.12.5",
         "A global system interrupt is one of an I/O APIC.",
         "Write an interrupt from the first one of an I/O APIC on.", "APIC", _no_pin),
    Rule("madt.interrupt-flags", ERROR, "ACPI 5.2.12.5",
         "Polarity and trigger mode are 0, 1 or 3.",
         "Write 1 for active high or edge, 3 for active low or level, 0 for the bus's own.", "APIC",
         _flags),
    Rule("madt.lint", ERROR, "ACPI 5.2.12.7",
         "An NMI is connected to LINT0 or LINT1.",
         "Write the pin, usually 1.", "APIC", _lint),
    Rule("madt.nmi-of-nobody", WARNING, "ACPI 5.2.12.7",
         "An NMI is connected to a processor of the MADT, or to all.",
         "Write the UID of a processor, or all ones.", "APIC", _nmi_uid),
    Rule("madt.mailbox", ERROR, "ACPI 5.2.12.19",
         "The mailbox that wakes processors is a page.",
         "Place it at a multiple of 4096, in memory that is kept from free use.", "APIC", _mailbox),
)
