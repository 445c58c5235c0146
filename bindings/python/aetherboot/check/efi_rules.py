# SPDX-License-Identifier: BSD-2-Clause
"""Rules over EFI's system table and memory map."""
from __future__ import annotations

from ..decode.efi_fields import MEMORY_TYPES
from ..decode.node import shown
from .inputs import Inputs, named, of
from .maps import PAGE, TOP, machine_ram
from .parts import all_regions, first, over_node, over_set, regions
from .ranges import Range, covers, joined, overlaps, told
from .rule import ERROR, SET, WARNING, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..decode.node import Node
    from .parts import Told

TABLE, ENTRY = "EFI_SYSTEM_TABLE", "EFI_CONFIGURATION_TABLE"
DESCRIPTOR = "EFI_MEMORY_DESCRIPTOR"
HEADER_SIZE = 120
RSDP, SMBIOS3 = "ACPI 2.0 RSDP", "SMBIOS 3"
KINDS = {RSDP: "rsdp", SMBIOS3: "smbios", "device tree": "dtb"}
FREE = {1, 2, 3, 4, 7}  # types that become RAM
RAM = FREE | {5, 6, 9, 10, 14, 15}


def _crc(table: Node, _: Inputs) -> Told:
    field = table.find("CRC32")
    if field is not None and field.remark:
        yield field, f"CRC32 is {table.number('CRC32'):#x}, but {field.remark}"


def _header(table: Node, _: Inputs) -> Told:
    size = table.number("HeaderSize")
    if size != HEADER_SIZE:
        yield of(table, "HeaderSize"), f"HeaderSize is {size}, the table has {HEADER_SIZE} bytes"


def _pointers(table: Node, inputs: Inputs) -> Told:
    """Vendor and configuration tables are in the region, and nothing else is."""
    region = inputs.region(table)
    if region is None:
        return
    entries = named(table, ENTRY)
    if table.remark:
        yield table, f"NumberOfTableEntries is too large: the table {table.remark}"
    elif table.number("NumberOfTableEntries") != len(entries):
        yield of(table, "NumberOfTableEntries"), (
            f"NumberOfTableEntries is {table.number('NumberOfTableEntries')}, but {len(entries)} "
            "are where ConfigurationTable says")
    if table.number("FirmwareVendor") and table.find("vendor") is None:
        yield of(table, "FirmwareVendor"), (
            f"FirmwareVendor is {table.number('FirmwareVendor'):#x}, where no text is")
    rows = sorted(((node.offset or 0, (node.offset or 0) + (node.size or 0), node)
                   for node in (*entries, *named(table, "vendor"))), key=lambda row: row[:2])
    for one, two in zip(rows, rows[1:]):
        if two[0] < one[1]:
            yield two[2], f"the {two[2].name} begins within the {one[2].name}", one[2]
    for node in named(region, "bytes not described"):
        yield node, f"{node.size} bytes at {node.offset or 0:#x} belong to nothing that is told"


def _placed(inputs: Inputs) -> list[Range]:
    """Where regions are."""
    return joined(part.range for part in inputs.fact(all_regions))


def _configuration(table: Node, inputs: Inputs) -> Told:
    seen: dict[str, Node] = {}
    for entry in named(table, ENTRY):
        at = entry.number("VendorTable")
        if seen.setdefault(entry.key, entry) is not entry:
            yield entry, f"the {entry.key} is there twice", seen[entry.key]
        kind = KINDS.get(entry.key)
        if not at:
            yield of(entry, "VendorTable"), f"the {entry.key} is at 0"
        elif kind and inputs.fact(all_regions) and at not in regions(inputs, kind):
            found = regions(inputs, kind)
            where = f"it is at {first(found).base:#x}" if found else "the folder has none"
            yield of(entry, "VendorTable"), (f"VendorTable of the {entry.key} is {at:#x}, but "
                                             f"{where}")
        elif not kind and inputs.fact(all_regions) and not covers(
                inputs.fact(_placed), at, at + 1):
            yield of(entry, "VendorTable"), (f"VendorTable of the {entry.key} is {at:#x}, where "
                                             "nothing is placed")


def _known(table: Node, inputs: Inputs) -> Told:
    """Tables with a size of their own have it."""
    region = inputs.region(table)
    for entry in named(table, ENTRY):
        inner = entry.find("EFI_RT_PROPERTIES_TABLE")
        if inner is not None and inner.number("Length") != 8:
            yield of(inner, "Length"), f"Length is {inner.number('Length')}, it must be 8"
        size, seed = entry.find("seed size"), entry.find("seed")
        if size is not None and (seed is None or size.value != seed.size):
            yield size, (f"the seed has {shown(size)} bytes, but "
                         f"{(seed.size or 0) if seed is not None else 0} are there")
        if region is not None and entry.key in ("runtime properties", "Linux random seed") and \
                inner is None and size is None:
            yield of(entry, "VendorTable"), f"the {entry.key} is not where VendorTable says"


def _acpi(table: Node, inputs: Inputs) -> Told:
    names = {entry.key for entry in named(table, ENTRY)}
    if inputs.region(table) is not None and not names & {RSDP, "ACPI 1.0 RSDP", "device tree"}:
        yield table, "the configuration tables have neither an RSDP nor a device tree"


# ---- the memory map

def _rows(inputs: Inputs) -> list[Range]:
    """The map in the given order, with types of EFI."""
    return [Range(start, start + node.number("NumberOfPages") * PAGE, node, node.number("Type"))
            for node in inputs.all(DESCRIPTOR) for start in (node.number("PhysicalStart"),)]


def _overlap(inputs: Inputs) -> Told:
    for one, two in overlaps(_rows(inputs)):
        yield two.node, (f"the range begins at {two.start:#x}, but the one at {one.start:#x} ends "
                         f"at {one.end - 1:#x}"), one.node


def _pages(inputs: Inputs) -> Told:
    for one in _rows(inputs):
        if one.start % PAGE:
            yield of(one.node, "PhysicalStart"), (f"PhysicalStart is {one.start:#x}, no page "
                                                  "begins there")
        if one.start == one.end or one.end > TOP:
            yield of(one.node, "NumberOfPages"), (
                f"NumberOfPages is {one.node.number('NumberOfPages')}, from {one.start:#x} on")


def _type(inputs: Inputs) -> Told:
    for one in _rows(inputs):
        if one.type not in MEMORY_TYPES and one.type < 0x70000000:
            yield of(one.node, "Type"), f"the range at {one.start:#x} has the type {one.type}"
        elif one.type in FREE and not of(one.node, "Attribute").number("EFI_MEMORY_WB"):
            yield of(one.node, "Attribute"), (f"the RAM at {one.start:#x} cannot be cached "
                                              "(EFI_MEMORY_WB)")


def _not_ram(inputs: Inputs) -> Told:
    has = inputs.fact(machine_ram)
    for one in _rows(inputs) if has else ():
        if one.type in (*FREE, 9, 10) and one.start < one.end and \
                not covers(has, one.start, one.end):
            yield one.node, (f"the range from {one} is of type {one.type}, but the manifest has "
                             f"RAM from {told(has)}")


def _missing(inputs: Inputs) -> Told:
    rows = _rows(inputs)
    known = joined(rows)
    for has in inputs.fact(machine_ram) if rows else ():
        if not covers(known, has.start, has.end):
            yield rows[0].node, (f"the map does not tell all of the RAM from {has}, only "
                                 f"{told(known)}")


RULES = (
    Rule("efi.crc32", ERROR, "UEFI 4.2", "The CRC32 of the system table is right.",
         "Compute it over HeaderSize bytes with the field 0.", TABLE, over_node(_crc)),
    Rule("efi.header-size", ERROR, "UEFI 4.3", "The system table has its size.",
         "Write 120.", TABLE, over_node(_header)),
    Rule("efi.pointer", ERROR, "UEFI 4.3", "The system table leads to its vendor and to all "
         "configuration tables.", "Write addresses and count.", TABLE, over_node(_pointers)),
    Rule("efi.configuration", ERROR, "UEFI 4.6", "Each configuration table is there, once.",
         "Write the address of the table, or leave the entry out.", TABLE,
         over_node(_configuration)),
    Rule("efi.table-length", ERROR, "UEFI 4.6.2", "Configuration tables have the length that "
         "they say.", "Write the length of the table.", TABLE, over_node(_known)),
    Rule("efi.no-acpi", WARNING, "UEFI 4.6", "The hardware is described.",
         "Add the RSDP to the configuration tables.", TABLE, over_node(_acpi)),
    Rule("efi-map.overlap", ERROR, "UEFI 7.2.3", "No two ranges of the memory map share a page.",
         "Cut the ranges where the other ones begin.", SET, over_set(_overlap)),
    Rule("efi-map.pages", ERROR, "UEFI 7.2.3", "Ranges of the memory map are pages, and some.",
         "Write a multiple of 4096, and the number of pages.", SET, over_set(_pages)),
    Rule("efi-map.type", WARNING, "UEFI 7.2.3", "Ranges have a type that is known; RAM can be "
         "cached.", "Take one of EFI_MEMORY_TYPE, and set EFI_MEMORY_WB of RAM.", SET,
         over_set(_type)),
    Rule("efi-map.not-ram", ERROR, "UEFI 7.2.3", "What the map says is RAM, is RAM of the "
         "machine.", "Correct the range, or give the guest the memory.", SET,
         over_set(_not_ram)),
    Rule("efi-map.missing", WARNING, "UEFI 7.2.3", "The memory map tells all RAM of the machine.",
         "Add a range, or the guest never uses this memory.", SET, over_set(_missing)),
)
