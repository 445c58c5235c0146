# SPDX-License-Identifier: BSD-2-Clause
"""Rules over where ACPI tables lie, and over the pointers from one to the other. Addresses are
known in folders of build, in memory and in the text of acpidump."""
from __future__ import annotations

from . import maps
from .inputs import of
from .ranges import Range, joined, meets, overlaps
from .rule import ERROR, SET, WARNING, Finding, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..decode.node import Node
    from .inputs import Inputs

    Pointer = tuple[Node, int, tuple[str, ...]]  # the field, its value, what it may lead to

ROOTS = ("RSDT", "XSDT")
NOT_LISTED = ("RSDP", "RSDT", "XSDT", "DSDT", "FACS")  # tables that no entry of an XSDT leads to
FIELDS = (  # table, field, what it leads to
    ("RSDP", "XsdtAddress", ("XSDT",)), ("RSDP", "RsdtAddress", ("RSDT",)),
    ("FACP", "DSDT", ("DSDT",)), ("FACP", "X_DSDT", ("DSDT",)),
    ("FACP", "FIRMWARE_CTRL", ("FACS",)), ("FACP", "X_FIRMWARE_CTRL", ("FACS",)),
)
EITHER = (  # table, and two fields, one of which must lead somewhere
    ("RSDP", "XsdtAddress", "RsdtAddress"), ("FACP", "X_DSDT", "DSDT"))
BOTH = (("X_DSDT", "DSDT"), ("X_FIRMWARE_CTRL", "FIRMWARE_CTRL"))
ALIGNED = {"FACS": 64}
SEARCHED = range(0xE0000, 0x100000)  # where a guest that is told no RSDP searches for it
PHYSICAL = 1 << 52  # where the addresses of memory end, on x86 and arm64


def _places(inputs: Inputs) -> dict[int, Node]:
    """Tables by their addresses. acpidump tells 0 if it does not know it."""
    return {at: table for table in reversed(inputs.tables) if (at := inputs.address(table))}


def _whole(inputs: Inputs) -> bool:
    """Whether the inputs have all tables that there are: a build folder has, and memory."""
    return any(inputs.region(table) is not None or inputs.in_memory(table)
               for table in inputs.tables)


def _pointers(inputs: Inputs) -> list[Pointer]:
    """All pointers that are not 0."""
    found: list[Pointer] = []
    for name, field, to in FIELDS:
        for table in inputs.all(name):
            if value := table.number(field):
                found.append((of(table, field), value, to))
    for name in ROOTS:
        for table in inputs.all(name):
            found += [(entry, entry.value, ()) for entry in table.children
                      if entry.name == "Entry" and isinstance(entry.value, int) and entry.value]
    return found


def _pointer(inputs: Inputs) -> Iterator[Finding]:
    places, whole = inputs.fact(_places), inputs.fact(_whole)
    for field, value, to in inputs.fact(_pointers) if places else ():
        table = places.get(value)
        if table is None:
            if whole:
                yield Finding(field, f"{field.name} is {value:#x}, where no table begins")
        elif to and table.name not in to:
            yield Finding(field, f"{field.name} is {value:#x}, where {table.name} begins, not "
                          + " or ".join(to), table)
        elif not to and table.name in NOT_LISTED:
            yield Finding(field, f"{field.name} is {value:#x}, where {table.name} begins, which "
                          "is never listed", table)


def _null(inputs: Inputs) -> Iterator[Finding]:
    for name, one, other in EITHER:
        for table in inputs.all(name):
            if table.find(other) is not None and not table.number(one) | table.number(other):
                yield Finding(of(table, one), f"{one} and {other} of {name} are both 0")
    for name in ROOTS:
        for table in inputs.all(name):
            for entry in table.children:
                if entry.name == "Entry" and entry.value == 0:
                    yield Finding(entry, f"An entry of {name} is 0")


def _twice(inputs: Inputs) -> Iterator[Finding]:
    for name in ROOTS:
        for table in inputs.all(name):
            seen: dict[int, Node] = {}
            for entry in table.children:
                if entry.name != "Entry" or not isinstance(entry.value, int) or not entry.value:
                    continue
                first = seen.setdefault(entry.value, entry)
                if first is not entry:
                    yield Finding(entry, f"Entries at {first.offset or 0:#x} and "
                                  f"{entry.offset or 0:#x} of {name} are both {entry.value:#x}",
                                  first)


def _differ(fadt: Node, _: Inputs) -> Iterator[Finding]:
    for wide, narrow in BOTH:
        one, two = fadt.number(wide), fadt.number(narrow)
        if one and two and one != two:
            yield Finding(of(fadt, wide), f"{wide} is {one:#x}, but {narrow} is {two:#x}",
                          fadt.find(narrow))


def _unlinked(inputs: Inputs) -> Iterator[Finding]:
    places = inputs.fact(_places)
    if not inputs.fact(_whole):
        return
    targets = {value for _, value, _ in inputs.fact(_pointers)}
    for at, table in places.items():
        if at not in targets and table.name != "RSDP":
            yield Finding(table, f"Nothing leads to {table.name} at {at:#x}")


def _extents(inputs: Inputs) -> list[Range]:
    return [Range(at, at + (table.size or 0), table)
            for at, table in inputs.fact(_places).items()]


def _overlap(inputs: Inputs) -> Iterator[Finding]:
    for one, two in overlaps(inputs.fact(_extents)):
        yield Finding(two.node, f"{two.node.name} at {two} overlaps {one.node.name} at {one}",
                      one.node)


def _in_ram(inputs: Inputs) -> Iterator[Finding]:
    free = joined(one for one in inputs.fact(maps.memory_map) if one.type == maps.RAM)
    for one in inputs.fact(_extents) if free else ():
        other = meets(free, one.start, one.end)
        if other is not None:
            yield Finding(one.node, f"{one.node.name} at {one} is in the free RAM from {other}",
                          other.node)


def _range(inputs: Inputs) -> Iterator[Finding]:
    for field, value, _to in inputs.fact(_pointers):
        if value >= PHYSICAL:
            yield Finding(field, f"{field.name} is {value:#x}, but physical addresses end at "
                          f"{PHYSICAL - 1:#x}")


def _aligned(inputs: Inputs) -> Iterator[Finding]:
    for at, table in inputs.fact(_places).items():
        step = ALIGNED.get(table.name, 1)
        if at % step:
            yield Finding(table, f"{table.name} is at {at:#x}, but must be at a multiple of {step}")
    for field, value, to in inputs.fact(_pointers) if not inputs.fact(_places) else ():
        step = ALIGNED.get(to[0] if to else "", 1)
        if value % step:
            yield Finding(field, f"{field.name} is {value:#x}, but must be a multiple of {step}")


def _rsdp(inputs: Inputs) -> Iterator[Finding]:
    places = inputs.fact(_places)
    for name, field in (("boot_params", "acpi_rsdp_addr"), ("hvm_start_info", "rsdp_paddr")):
        for node in inputs.all(name):
            at = node.number(field)
            table = places.get(at)
            if at and inputs.fact(_whole) and (table is None or table.name != "RSDP"):
                yield Finding(of(node, field), f"{field} is {at:#x}, where "
                              + (f"{table.name} begins" if table else "no table begins")
                              + ", not the RSDP", table)
            alone = [table for table in places.values() if table.name == "RSDP"]
            if not at and alone and inputs.region(node) is not None and not any(
                    place in SEARCHED for place, table in places.items() if table.name == "RSDP"):
                yield Finding(of(node, field), f"{field} is 0, and the RSDP is not where a guest "
                              "searches for it, 0xe0000 to 0xfffff", alone[0])


RULES = (
    Rule("acpi.pointer", ERROR, "ACPI 5.2.6",
         "A pointer to a table leads to the first byte of a table of the signature that it is for.",
         "Write the address at which the table was placed.", SET, _pointer),
    Rule("acpi.null-pointer", ERROR, "ACPI 5.2.8",
         "The RSDP leads to an XSDT or RSDT, each entry of it to a table, and the FADT to a DSDT.",
         "Write the address at which the table was placed, or leave the entry out.", SET, _null),
    Rule("acpi.listed-twice", WARNING, "ACPI 5.2.8",
         "No two entries of an XSDT or RSDT lead to the same table.",
         "Leave one out.", SET, _twice),
    Rule("fadt.pointers-differ", ERROR, "ACPI 5.2.9",
         "If the FADT has an address in 32 and in 64 bits, both are the same.",
         "Write the 64-bit field, and 0 or the same into the 32-bit one.", "FACP", _differ),
    Rule("acpi.unlinked", WARNING, "ACPI 5.2.8",
         "Something leads to each table.",
         "Append the table's address to the XSDT, or leave the table out.", SET, _unlinked),
    Rule("acpi.overlap", ERROR, "ACPI 5.2",
         "No two tables overlap in memory.",
         "Place each table behind the end of the one before.", SET, _overlap),
    Rule("acpi.in-free-ram", ERROR, "ACPI 15",
         "Tables lie in memory that the memory map keeps from free use.",
         "Make their range ACPI or reserved in the memory map, or place them outside of RAM.",
         SET, _in_ram),
    Rule("acpi.pointer-range", ERROR, "ACPI 5.2.6",
         "A pointer is a physical address.",
         "Write the address at which the table was placed, below 2^52.", SET, _range),
    Rule("acpi.alignment", ERROR, "ACPI 5.2.10",
         "The FACS is at a multiple of 64 bytes.",
         "Place it there.", SET, _aligned),
    Rule("acpi.rsdp-address", ERROR, "ACPI 5.2.5",
         "The address of the RSDP that the boot protocol hands over is that of an RSDP.",
         "Write the address at which the RSDP was placed.", SET, _rsdp),
)
