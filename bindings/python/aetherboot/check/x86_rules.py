# SPDX-License-Identifier: BSD-2-Clause
"""Rules over PVH's start info, the MP tables and page tables."""
from __future__ import annotations

from ..decode.node import shown
from ..decode.paging import LEVELS, PRESENT, S_LONG
from .inputs import Inputs, named, of
from .linux_rules import pointed
from .parts import first, over_node, over_set, regions
from .ranges import Range, covers, joined, told
from .rule import ERROR, SET, WARNING, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..decode.node import Node
    from ..decode.paging import Level
    from .parts import Told

START_MAGIC, START_SIZE = 0x336EC578, (40, 56)
PVH = "PVH start_info"
TABLE = "MP Configuration Table"
EVERYWHERE = 255  # stands for all APICs


# ---- PVH

def _start_magic(info: Node, _: Inputs) -> Told:
    magic, version = info.number("magic"), info.number("version")
    if magic != START_MAGIC:
        yield of(info, "magic"), f"magic is {magic:#x}, it must be {START_MAGIC:#x}"
    if version > 1:
        yield of(info, "version"), f"version is {version}, only 0 and 1 are defined"


def _start_pointers(info: Node, inputs: Inputs) -> Told:
    line = info.number("cmdline_paddr")
    if line or regions(inputs, "cmdline"):
        yield from pointed(inputs, of(info, "cmdline_paddr"), line, "cmdline")
    for name in ("modlist_paddr", "memmap_paddr"):
        field = of(info, name)
        if field.meaning and inputs.region(info) is not None:
            yield field, f"{name} is {info.number(name):#x}, where no list is"


def _start_lists(info: Node, inputs: Inputs) -> Told:
    base, end = inputs.address(info), (info.offset or 0) + (info.size or 0)
    rows = [("hvm_start_info", info.offset or 0, end, info)]
    for name, count in (("hvm_modlist_entry", "nr_modules"),
                        ("hvm_memmap_table_entry", "memmap_entries")):
        rows += [(name, row.offset or 0, (row.offset or 0) + (row.size or 0), row)
                 for row in named(info, name)]
        if info.remark and name in info.remark:
            yield of(info, count), f"{count} is {info.number(count)}: {info.remark}"
    if info.number("version") and not info.number("memmap_entries"):
        yield of(info, "memmap_entries"), "memmap_entries is 0, so the guest knows no memory"
    rows.sort(key=lambda row: row[1:3])
    for one, two in zip(rows, rows[1:]):
        if two[1] < one[2]:
            yield two[3], (f"the {two[0]} at {(base or 0) + two[1]:#x} begins within the {one[0]} "
                           f"at {(base or 0) + one[1]:#x}"), one[3]
    region = inputs.region(info)
    for node in named(region, "bytes not described") if region is not None else ():
        yield node, f"{node.size} bytes at {node.offset or 0:#x} belong to no counted entry"


def _modules(inputs: Inputs) -> Told:
    """The first module is the initrd."""
    places = joined(part.range for kind in ("start-info", "cmdline")
                    for part in regions(inputs, kind).values())
    for info in inputs.all("hvm_start_info"):
        rows = named(info, "hvm_modlist_entry")
        if rows:
            yield from pointed(inputs, of(rows[0], "paddr"), rows[0].number("paddr"), "initrd",
                               rows[0].number("size"))
        elif inputs.region(info) is not None and regions(inputs, "initrd"):
            part = first(regions(inputs, "initrd"))
            yield of(info, "nr_modules"), (f"nr_modules is {info.number('nr_modules')}, but "
                                           f"{part.name} is there"), part.node
        for row in rows:
            line = row.number("cmdline_paddr")
            if line and places and not covers(places, line, line + 1):
                yield of(row, "cmdline_paddr"), (f"cmdline_paddr is {line:#x}, but texts are in "
                                                 f"{told(places)}")
            if row.number("reserved"):
                yield of(row, "reserved"), f"reserved is {row.number('reserved'):#x}, must be 0"


# ---- MP tables

def _mp_pointer(pointer: Node, inputs: Inputs) -> Told:
    if pointer.number("LENGTH") != 1:
        yield of(pointer, "LENGTH"), (f"LENGTH is {pointer.number('LENGTH')}, the structure has "
                                      "1 times 16 bytes")
    table = inputs.first(TABLE)
    address = inputs.address(table) if table is not None else None
    at = pointer.number("PHYSICAL ADDRESS POINTER")
    if address is not None and at != address:
        yield of(pointer, "PHYSICAL ADDRESS POINTER"), (
            f"PHYSICAL ADDRESS POINTER is {at:#x}, but the table is at {address:#x}"), table
    elif at % 16:
        yield of(pointer, "PHYSICAL ADDRESS POINTER"), (
            f"PHYSICAL ADDRESS POINTER is {at:#x}, the table must begin at a multiple of 16")
    elif at == 0 and not pointer.number("MP FEATURE INFORMATION BYTE 1"):
        yield of(pointer, "PHYSICAL ADDRESS POINTER"), (
            "there is neither a table nor a number of a default configuration")


def _checksum(node: Node, _: Inputs) -> Told:
    field = node.find("CHECKSUM")
    if field is not None and field.remark:
        yield field, f"CHECKSUM is {node.number('CHECKSUM'):#x}, but {field.remark}"


def _mp_length(table: Node, inputs: Inputs) -> Told:
    length, count = of(table, "BASE TABLE LENGTH"), of(table, "ENTRY COUNT")
    entries = [child for child in table.children if child.find("ENTRY TYPE") is not None]
    if length.remark:
        yield length, f"BASE TABLE LENGTH is {table.number('BASE TABLE LENGTH')}: {length.remark}"
        return
    if table.remark:
        yield table, f"ENTRY COUNT is {table.number('ENTRY COUNT')}, but the table {table.remark}"
    elif any(named(table, "bytes not described")):
        yield count, (f"ENTRY COUNT is {table.number('ENTRY COUNT')}, but the entries end before "
                      f"BASE TABLE LENGTH, {table.number('BASE TABLE LENGTH')}"), length
    if not entries:
        yield count, "the table has no entries"
    if table.number("EXTENDED TABLE LENGTH") and not inputs_have_rest(table, inputs):
        yield of(table, "EXTENDED TABLE LENGTH"), (
            f"EXTENDED TABLE LENGTH is {table.number('EXTENDED TABLE LENGTH')}, but nothing "
            "follows the table")
    if table.number("OEM TABLE SIZE") and not table.number("OEM TABLE POINTER"):
        yield of(table, "OEM TABLE SIZE"), "OEM TABLE SIZE is set, but no OEM TABLE POINTER"
    elif table.number("OEM TABLE POINTER") and not table.number("OEM TABLE SIZE"):
        yield of(table, "OEM TABLE POINTER"), "OEM TABLE POINTER is set, but no OEM TABLE SIZE"


def inputs_have_rest(table: Node, inputs: Inputs) -> bool:
    """Whether enough bytes follow a table for its extension."""
    parent = inputs.parent(table)
    rest = named(parent, "bytes behind the table") if parent is not None else []
    return sum(node.size or 0 for node in rest) >= table.number("EXTENDED TABLE LENGTH")


def _mp_ids(table: Node, _: Inputs) -> Told:
    for name, field in (("Processor", "LOCAL APIC ID"), ("I/O APIC", "I/O APIC ID"),
                        ("Bus", "BUS ID")):
        seen: dict[int, Node] = {}
        for entry in named(table, name):
            number = entry.number(field)
            if seen.setdefault(number, entry) is not entry:
                yield of(entry, field), f"{field} {number} is also that of another {name}", \
                    seen[number]
    if named(table, "Processor") and not any(
            of(entry, "CPU FLAGS").number("BP") for entry in named(table, "Processor")):
        yield table, "no processor is the one that boots"


def _mp_references(table: Node, _: Inputs) -> Told:
    has = {name: {entry.number(field) for entry in named(table, name)} for name, field in (
        ("Processor", "LOCAL APIC ID"), ("I/O APIC", "I/O APIC ID"), ("Bus", "BUS ID"))}
    for name, field, target in (
            ("I/O Interrupt Assignment", "SOURCE BUS ID", "Bus"),
            ("I/O Interrupt Assignment", "DESTINATION I/O APIC ID", "I/O APIC"),
            ("Local Interrupt Assignment", "SOURCE BUS ID", "Bus"),
            ("Local Interrupt Assignment", "DESTINATION LOCAL APIC ID", "Processor")):
        for entry in named(table, name):
            number = entry.number(field)
            if number != EVERYWHERE and number not in has[target]:
                yield of(entry, field), f"{field} is {number}, the table has no such {target}"


# ---- page tables

def _tables(inputs: Inputs) -> Iterator[tuple[Node, Level]]:
    """Each page table with its level."""
    for name in dict.fromkeys(level.name for level in LEVELS.values()):
        for table in inputs.all(name):
            level = LEVELS.get((table.section, name))
            if level is not None:
                yield table, level


def _present(inputs: Inputs) -> Iterator[tuple[Node, int, Level, int]]:
    """Each entry that is present with its value, its level, and the linear address that its key
    tells."""
    for table, level in _tables(inputs):
        for entry in named(table, "entry"):
            if isinstance(entry.value, int) and entry.value & PRESENT:
                yield entry, entry.value, level, int(entry.key, 16)


def _table_place(inputs: Inputs) -> Told:
    for table, _ in _tables(inputs):
        for entry in named(table, "entry"):
            if entry.remark:
                yield entry, f"the entry is {shown(entry)}: {entry.remark}"
    for part in regions(inputs, "page-tables").values():
        if part.remark:
            yield part.node, f"{part.name}: {part.remark}"


def _reserved_bits(inputs: Inputs) -> Told:
    for entry, value, level, _ in _present(inputs):
        if level.bad(value):
            yield entry, f"the entry {value:#x} has reserved bits {level.bad(value):#x}"
    for table, _level in _tables(inputs):
        for entry in named(table, "entry"):
            if isinstance(entry.value, int) and not entry.value & PRESENT:
                yield entry, f"the entry {entry.value:#x} is not present, but not 0 either"


def _identity(inputs: Inputs) -> Told:
    for entry, value, level, start in _present(inputs):
        if level.section == S_LONG and level.is_page(value) and level.target(value) != start \
                and start < 1 << 46:
            yield entry, f"the page of {start:#x} is at {level.target(value):#x}"


def _twice(inputs: Inputs) -> Told:
    """No table is reached by two entries: the second part of memory would be the first one's."""
    seen: dict[int, Node] = {}
    for entry, value, level, _ in _present(inputs):
        if not level.is_page(value) and not entry.remark:
            other = seen.setdefault(level.target(value), entry)
            if other is not entry:
                yield entry, (f"the entry leads to {level.target(value):#x}, as that of "
                              f"{other.key} does"), other


def _entry_mapped(inputs: Inputs) -> Told:
    """Where the processor begins is mapped."""
    pages = joined(Range(start, start + (1 << level.shift), entry)
                   for entry, value, level, start in _present(inputs) if level.is_page(value))
    for cpu in inputs.all("cpu") if pages else ():
        rip, waits = cpu.find("rip"), cpu.number("waits")
        if rip is not None and isinstance(rip.value, int) and not waits and \
                not covers(pages, rip.value, rip.value + 1):
            yield rip, f"rip is {rip.value:#x}, which the page tables do not map"


RULES = (
    Rule("pvh.magic", ERROR, PVH, "Start info has its magic number and a version that is defined.",
         "Write 0x336ec578, and version 1 if there is a memory map.", "hvm_start_info",
         over_node(_start_magic)),
    Rule("pvh.pointer", ERROR, PVH, "What start info points to is there.",
         "Write the physical address of the list or the command line.",
         "hvm_start_info", over_node(_start_pointers)),
    Rule("pvh.lists", ERROR, PVH, "The lists of start info have as many entries as are counted.",
         "Correct the count, and keep the lists apart.", "hvm_start_info",
         over_node(_start_lists)),
    Rule("pvh.module", ERROR, PVH, "The first module is the initrd.",
         "Write its address and size into the first entry of the list.", SET, over_set(_modules)),
    Rule("mp.pointer", ERROR, "MPS 4.1", "The floating pointer leads to the table.",
         "Write the address of the table, and LENGTH 1.", "MP Floating Pointer Structure",
         over_node(_mp_pointer)),
    Rule("mp.pointer-checksum", ERROR, "MPS 4.1",
         "The bytes of the floating pointer add up to 0.",
         "Compute the checksum last.", "MP Floating Pointer Structure", over_node(_checksum)),
    Rule("mp.checksum", ERROR, "MPS 4.2", "The bytes of the table add up to 0.",
         "Compute the checksum last, over BASE TABLE LENGTH bytes.", TABLE, over_node(_checksum)),
    Rule("mp.length", ERROR, "MPS 4.2", "Length and count of the table are those of its entries.",
         "Write the bytes of header and entries, and the number of entries.", TABLE,
         over_node(_mp_length)),
    Rule("mp.id", ERROR, "MPS 4.3", "No two entries have the same ID, and one processor boots.",
         "Give each its own ID; set BP of the first processor.", TABLE, over_node(_mp_ids)),
    Rule("mp.reference", ERROR, "MPS 4.3", "Interrupts come from and go to what the table has.",
         "Write the ID of a bus, an I/O APIC or a processor of the table.", TABLE,
         over_node(_mp_references)),
    Rule("paging.table", ERROR, "SDM 4.5", "Entries lead to tables that are there.",
         "Write the physical address of the next table.", SET, over_set(_table_place)),
    Rule("paging.reserved", ERROR, "SDM 4.5", "Entries have no reserved bits, and absent ones "
         "are 0.", "Clear the bits: the processor faults at them.", SET, over_set(_reserved_bits)),
    Rule("paging.identity", WARNING, "X86BOOT 64-bit Boot Protocol",
         "Pages are mapped to their own addresses.",
         "Map each page to itself, as Linux and the other protocols want it.", SET,
         over_set(_identity)),
    Rule("paging.shared", ERROR, "SDM 4.5", "Each table is reached by one entry.",
         "Give each part of the address space a table of its own.", SET, over_set(_twice)),
    Rule("paging.entry", ERROR, "X86BOOT 64-bit Boot Protocol",
         "The first instruction is mapped.", "Map the kernel where rip is.", SET,
         over_set(_entry_mapped)),
)
