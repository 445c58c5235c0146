# SPDX-License-Identifier: BSD-2-Clause
"""Of each rule over SMBIOS and EFI's tables: a fault that fires it, and a legal near miss that
does not."""
from __future__ import annotations

import struct
import uuid
import zlib
from collections.abc import Sequence

from building import RAM, Region, folder, summed
from checking import Case

Files = dict[str, bytes]


# ---- SMBIOS

def one(kind: int, handle: int, body: bytes, *texts: bytes, length: int | None = None) -> bytes:
    """A structure: what follows its header, and its strings."""
    head = struct.pack("<BBH", kind, 4 + len(body) if length is None else length, handle)
    strings = b"".join(text + b"\0" for text in texts)
    return head + body + (strings or b"\0") + b"\0"


BIOS = one(0, 0, b"\1\2\0\xe8\3\0" + bytes(8), b"ACME", b"1.0", b"01/01/2026")
SYSTEM = one(1, 1, b"\1\2\0\0" + bytes(16) + b"\6\0\0", b"ACME", b"Board")
CHASSIS = one(3, 3, b"\1\1\0\0\0\3\3\3\2" + bytes(4) + b"\0\1\0\3\0", b"ACME")
CPU = one(4, 4, b"\1\3\1\2" + bytes(8) + b"\0\0" + bytes(6) + b"\x41\6" + b"\xff" * 6, b"CPU 0",
          b"ACME")


def array(count: int = 1) -> bytes:
    return one(16, 0x10, struct.pack("<BBBIHH", 1, 3, 3, 1 << 20, 0xFFFE, count))


def memory(of: int = 0x10) -> bytes:
    return one(17, 0x11, struct.pack("<HHHHHBBBBBH", of, 0xFFFE, 64, 64, 1024, 9, 0, 1, 0, 7, 2),
               b"DIMM 0")


def mapped(first: int = 0, last: int = 0xFFFFF) -> bytes:
    return one(19, 0x13, struct.pack("<IIHB", first, last, 0x10, 1))


def named(serial: int) -> bytes:
    """A system whose serial number is a string of this number."""
    return one(1, 1, bytes((1, 2, 0, serial)) + bytes(16) + b"\6\0\0", b"ACME", b"Board", b"7")


BOOT = one(32, 0x20, bytes(7))
END = one(127, 0x7F, b"")
ALL = (BIOS, SYSTEM, CHASSIS, CPU, array(), memory(), mapped(), BOOT, END)


def changed(*others: tuple[int, bytes]) -> tuple[bytes, ...]:
    """ALL with others in some places."""
    table = list(ALL)
    for place, data in others:
        table[place] = data
    return tuple(table)


def smbios(table: Sequence[bytes] = ALL, most: int | None = None, length: int = 24,
           address: int = 32, sum_by: int = 0) -> Files:
    """A dump of an entry point of 64 bits, and the structures."""
    data = b"".join(table)
    entry = bytearray(summed(struct.pack(
        "<5sBBBBBBBIQ", b"_SM3_", 0, length, 3, 3, 0, 1, 0, len(data) if most is None else most,
        address), 5))
    entry[5] = entry[5] + sum_by & 255
    return {"a": bytes(entry) + bytes(8) + data}


# ---- EFI

BASE = 0x7000000
ACPI, SEED, PROPERTIES = ("8868e871-e4f1-11d3-bc22-0080c73c8881",
                          "1ce1e5bc-7ceb-42f2-81e5-8aadf180f57b",
                          "eb66918a-7eef-402a-842e-931d21c38ae9")


def efi(entries: Sequence[tuple[str, int]], count: int | None = None, size: int = 120,
        crc_by: int = 0, rt_length: int = 8, regions: Sequence[Region] = ()) -> Files:
    """A folder with a system table, its vendor's name, the runtime properties and the entries."""
    vendor = "ACME\0".encode("utf-16-le")
    properties = 120 + len(vendor) + -(120 + len(vendor)) % 8
    at = properties + 8
    rows = b"".join(uuid.UUID(name).bytes_le + struct.pack("<Q", place) for name, place in entries)
    head = struct.pack("<8sIIIIQII6QQQQQ", b"IBI SYST", 0x20046, size, 0, 0, BASE + 120, 1, 0,
                       *[0] * 8, len(entries) if count is None else count, BASE + at)
    assert len(head) == 120
    body = (head + vendor).ljust(properties, b"\0") + struct.pack("<HHI", 1, rt_length, 0) + rows
    crc = zlib.crc32(body[:size]) + crc_by & 0xFFFFFFFF
    data = body[:16] + struct.pack("<I", crc) + body[20:]
    return folder([Region("efi", BASE, data), *regions])


RSDP = Region("rsdp", 0x7010000, summed(summed(struct.pack(
    "<8sB6sBIIQB3s", b"RSD PTR ", 0, b"ACME  ", 2, 0, 36, 0x7020000, 0, bytes(3)), 8, 20), 32),
    "ACPI")
XSDT = Region("acpi", 0x7020000, summed(struct.pack(
    "<4sIBB6s8sI4sI", b"XSDT", 36, 1, 0, b"ACME  ", b"ACMETABL", 1, b"ACME", 1), 9), "ACPI")
PLACE = BASE + 136
USUAL = [(ACPI, 0x7010000), (PROPERTIES, PLACE)]
ACPI_REGIONS = (RSDP, XSDT)


def efi_map(*rows: tuple[int, int, int], attribute: int = 8) -> Files:
    """A folder with an EFI memory map: type, address, pages."""
    return folder([Region("efi-map", 0x1000, b"".join(
        struct.pack("<IIQQQQ", kind, 0, base, 0, pages, attribute) for kind, base, pages in rows))])


PAGES = RAM[0][1] // 4096
WHOLE = (7, 0, PAGES)

CASES = {
    "smbios.checksum": Case(smbios(sum_by=1), smbios()),
    "smbios.entry-length": Case(smbios(length=23), smbios(length=24)),
    "smbios.table": Case(smbios(most=len(b"".join(ALL)) - 1), smbios(most=len(b"".join(ALL)) + 9)),
    "smbios.address": Case({"a": smbios()["a"][:32]}, {"a": smbios()["a"][:32] + b"".join(ALL)}),
    "smbios.length": Case(smbios(changed((7, one(32, 0x20, bytes(9))))),
                          smbios(changed((7, one(32, 0x20, bytes(16)))))),
    "smbios.string": Case(smbios(changed((5, memory()[:-len(b"DIMM 0\0\0")] + b"\0\0"))),
                          smbios(changed((5, memory()[:-len(b"DIMM 0\0\0")] + b"x\0\0")))),
    "smbios.unused-string": Case(smbios(changed((1, named(0)))), smbios(changed((1, named(3))))),
    "smbios.duplicate-handle": Case(smbios(changed((7, one(32, 3, bytes(7))))),
                                    smbios(changed((7, one(32, 2, bytes(7)))))),
    "smbios.handle": Case(smbios(changed((5, memory(0x13)), (4, array(0)))),
                          smbios(changed((5, memory(0x10)), (4, array(1)),
                                         (7, one(32, 0x21, bytes(7)))))),
    "smbios.end": Case(smbios(ALL[:-1]), smbios((*ALL[:-1], one(126, 9, b""), END))),
    "smbios.required": Case(smbios((BIOS, SYSTEM, CHASSIS, CPU, array(), memory(), mapped(), END)),
                            smbios((*ALL[:-1], one(11, 0xB, b"\1", b"words"), END))),
    "smbios.memory-devices": Case(smbios(changed((4, array(2)))),
                                  smbios((*changed((4, array(2)))[:-1], memory()[:2] + b"\x12\0"
                                          + memory()[4:], END))),
    "smbios.memory-range": Case(smbios(changed((6, mapped(5, 5)))),
                                smbios(changed((6, mapped(5, 6))))),
    "efi.crc32": Case(efi(USUAL, crc_by=1, regions=ACPI_REGIONS),
                      efi(USUAL, regions=ACPI_REGIONS)),
    "efi.header-size": Case(efi(USUAL, size=112, regions=ACPI_REGIONS),
                            efi(USUAL, size=120, regions=ACPI_REGIONS)),
    "efi.pointer": Case(efi(USUAL, count=3, regions=ACPI_REGIONS),
                        efi(USUAL, count=2, regions=ACPI_REGIONS)),
    "efi.configuration": Case(efi([(ACPI, 0x7010010), USUAL[1]], regions=ACPI_REGIONS),
                              efi([USUAL[1], USUAL[0]], regions=ACPI_REGIONS)),
    "efi.table-length": Case(efi(USUAL, rt_length=7, regions=ACPI_REGIONS),
                             efi(USUAL, rt_length=8, regions=ACPI_REGIONS)),
    "efi.no-acpi": Case(efi(USUAL[1:], regions=ACPI_REGIONS), efi(USUAL, regions=ACPI_REGIONS)),
    "efi-map.overlap": Case(efi_map((7, 0, PAGES), (0, 0x1000, 1)),
                            efi_map((7, 0, PAGES - 1), (0, (PAGES - 1) * 4096, 1))),
    "efi-map.pages": Case(efi_map(WHOLE, (11, 0x10000800, 1)), efi_map(WHOLE, (11, 0x10001000, 1))),
    "efi-map.type": Case(efi_map(WHOLE, (16, 0x10000000, 1)), efi_map(WHOLE, (15, 0x10000000, 1))),
    "efi-map.not-ram": Case(efi_map((7, 0, PAGES + 1)), efi_map(WHOLE, (8, PAGES * 4096, 1))),
    "efi-map.missing": Case(efi_map((7, 0, PAGES - 1)),
                            efi_map((7, 0, PAGES - 1), (0, (PAGES - 1) * 4096, 1))),
}
