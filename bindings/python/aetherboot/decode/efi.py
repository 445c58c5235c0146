# SPDX-License-Identifier: BSD-2-Clause
"""What EFI hands to an operating system: the system table, its configuration tables, the memory
map."""
from __future__ import annotations

from . import efi_fields as rows
from .node import Input, Node, array
from .x86 import untold


MAX_SEED = 1024  # bytes of a random seed that are told


def system_table(source: Input, parent: Node, base: int | None = None) -> None:
    """Append an EFI system table, and what it points to in the input, if its base is known."""
    end = len(source.data)
    table = source.node(parent, "EFI_SYSTEM_TABLE", 0, min(end, 120), section="UEFI 4.3")
    source.fields(table, 0, min(end, 120), rows.SYSTEM_TABLE)
    _judge(source, table)
    told = [(0, min(end, 120))]
    if base is not None:
        told += vendor(source, table, table.number("FirmwareVendor") - base)
        at, count = table.number("ConfigurationTable") - base, table.number("NumberOfTableEntries")
        if count and 0 <= at < end:
            first = len(table.children)
            told.append((at, array(source, table, at, end, rows.CONFIGURATION_TABLE,
                                   "EFI_CONFIGURATION_TABLE", count, "UEFI 4.6")))
            for entry in table.children[first:]:
                named(entry)
                told += pointed(source, entry, base)
    untold(source, parent, told, end)


def _judge(source: Input, table: Node) -> None:
    from binascii import crc32

    field, size = table.find("CRC32"), table.number("HeaderSize")
    data = source.data[:size]
    if field is None or size > 4096 or len(data) < size:
        return
    right = crc32(data[:16] + bytes(4) + data[20:])
    if field.value != right:
        field.note(f"must be {right:#x}")


def vendor(source: Input, table: Node, at: int) -> list[tuple[int, int]]:
    """The name of the firmware's vendor, in UCS-2 up to a NUL."""
    end = at
    while 0 <= at and end + 2 <= len(source.data) and end < at + 256:
        end += 2
        if source.data[end - 2:end] == b"\0\0":
            source.field(table, at, end - at, "u", "vendor")
            return [(at, end)]
    return []


def named(entry: Node) -> None:
    """Tell what a configuration table is."""
    vendor = entry.find("VendorGuid")
    if vendor is not None:
        vendor.meaning = rows.GUIDS.get(str(vendor.value), "")
        entry.key = vendor.meaning or str(vendor.value)


def pointed(source: Input, entry: Node, base: int) -> list[tuple[int, int]]:
    """Append the tables that have no reader of their own. Returns where they are, if here."""
    at, end = entry.number("VendorTable") - base, len(source.data)
    if not 0 <= at <= end - 8:
        return []
    if entry.key == "runtime properties":
        table = source.node(entry, "EFI_RT_PROPERTIES_TABLE", at, 8, section="UEFI 4.6.2")
        source.fields(table, at, at + 8, rows.RUNTIME_PROPERTIES)
        return [(at, at + 8)]
    if entry.key == "Linux random seed":
        size = min(source.number(at, 4), end - at - 4, MAX_SEED)
        source.field(entry, at, 4, "n", "seed size")
        source.field(entry, at + 4, size, "b", "seed")
        return [(at, at + 4 + size)]
    return []


def memory_map(source: Input, parent: Node, step: int | None = None) -> None:
    """Append an EFI memory map. The size of a descriptor is told elsewhere; without it, the
    smallest that fits is taken."""
    size = len(source.data)
    if step is None:
        step = next((n for n in (40, 48, 56, 64) if size % n == 0 and _fits(source, n)), 40)
    for at in range(0, size - step + 1, step):
        one = source.node(parent, "EFI_MEMORY_DESCRIPTOR", at, step, section="UEFI 7.2.3")
        source.fields(one, at, at + step, rows.MEMORY_DESCRIPTOR)
        source.rest(one, at + 40, at + step)
        one.key = f"PhysicalStart {one.number('PhysicalStart'):#x}"
    source.rest(parent, size - size % step, size)


def _fits(source: Input, step: int) -> bool:
    """All descriptors have a known type and begin at a page."""
    return all(source.number(at, 8) <= 16 and source.number(at + 8, 8) % 4096 == 0
               for at in range(0, len(source.data), step))
