# SPDX-License-Identifier: BSD-2-Clause
"""Of each rule over ACPI tables: a fault that fires it, and a legal near miss that does not.
The tables are written here byte by byte."""
from __future__ import annotations

import struct

from checking import Case

HEADER = struct.Struct("<4sIBB6s8sI4sI")


def summed(data: bytes) -> bytes:
    """A table with its right checksum."""
    return data[:9] + bytes([-(sum(data[:9]) + sum(data[10:])) & 255]) + data[10:]


def table(signature: bytes, body: bytes, revision: int = 1) -> bytes:
    """A table: header and body."""
    return summed(HEADER.pack(signature, 36 + len(body), revision, 0, b"ACME  ", b"ACMETABL", 1,
                              b"ACME", 1) + body)


def madt(*entries: bytes, address: int = 0xFEE00000, flags: int = 0) -> bytes:
    return table(b"APIC", struct.pack("<II", address, flags) + b"".join(entries), 5)


def lapic(uid: int, apic: int, flags: int = 1) -> bytes:
    return struct.pack("<BBBBI", 0, 8, uid, apic, flags)


def x2apic(uid: int, apic: int, flags: int = 1) -> bytes:
    return struct.pack("<BBHIII", 9, 16, 0, apic, flags, uid)


def srat(*entries: bytes) -> bytes:
    return table(b"SRAT", struct.pack("<IQ", 1, 0) + b"".join(entries), 3)


def cpu(domain: int, apic: int, flags: int = 1) -> bytes:
    return struct.pack("<BBBBIB3sI", 0, 16, domain & 255, apic, flags, 0,
                       (domain >> 8).to_bytes(3, "little"), 0)


def changed(data: bytes, at: int, new: bytes) -> bytes:
    """Other bytes at a place, and the checksum right."""
    return summed(data[:at] + new + data[at + len(new):])


def raw(data: bytes, at: int, new: bytes) -> bytes:
    """Other bytes at a place, the checksum as it was."""
    return data[:at] + new + data[at + len(new):]


TWO = madt(lapic(0, 0), lapic(1, 1))

HPET = table(b"HPET", struct.pack("<IBBBBQBHB", 0x8086A201, 0, 0, 0, 0, 0xFED00000, 0, 100, 0))
GTDT_BODY = struct.pack("<QIIIIIIIIIQII", (1 << 64) - 1, 0, 29, 0, 30, 0, 27, 0, 26, 0,
                        (1 << 64) - 1, 0, 0) + bytes(8)
WATCHDOG = struct.pack("<BHBQQII", 1, 28, 0, 0x2A440000, 0x2A450000, 59, 0)
GTDT = table(b"GTDT", GTDT_BODY[:52] + struct.pack("<II", 1, 104) + bytes(8) + WATCHDOG, 3)
DBG2_DEVICE = struct.pack("<BHBHHHHHHHHH", 0, 40, 1, 2, 38, 0, 0, 0x8000, 3, 0, 22, 34) \
    + struct.pack("<BBBBQ", 0, 32, 0, 3, 0x9000000) + struct.pack("<I", 0x1000) + b".\0"
DBG2 = table(b"DBG2", struct.pack("<II", 44, 1) + DBG2_DEVICE, 0)

CASES = {
    "acpi.checksum": Case({"a": raw(TWO, 9, bytes([TWO[9] + 1 & 255]))}, {"a": TWO}),
    "acpi.length": Case({"a": TWO + b"\1"}, {"a": TWO + bytes(8)}),
    "acpi.size": Case({"a": changed(HPET + bytes(8), 4, b"\x40")}, {"a": HPET},
                      also={"acpi.undescribed"}),
    "acpi.revision": Case({"a": changed(TWO, 8, b"\x09")}, {"a": changed(TWO, 8, b"\1")}),
    "acpi.entry-length": Case({"a": madt(lapic(0, 0), b"\0\x09\1\1\1\0\0\0\0")}, {"a": TWO},
                              also={"acpi.undescribed"}),
    "acpi.count": Case({"a": changed(GTDT, 88, b"\2")}, {"a": GTDT}, also={"acpi.offset"}),
    "acpi.offset": Case({"a": changed(DBG2, 44 + 6, b"\x10")}, {"a": DBG2},
                        also={"acpi.part-overlap", "acpi.undescribed", "dbg2.namespace-string"}),
    "acpi.offset-of-nothing": Case({"a": changed(DBG2, 44 + 10, b"\x10")}, {"a": DBG2}),
    "acpi.part-overlap": Case({"a": changed(DBG2, 44 + 20, b"\x21")}, {"a": DBG2},
                              also={"acpi.undescribed"}),
    "acpi.undescribed": Case(
        {"a": changed(TWO + b"\0", 4, bytes([len(TWO) + 1]))},
        {"a": table(b"UEFI", bytes(16) + struct.pack("<H", 54) + b"anything")}),
    "acpi.reserved-field": Case({"a": changed(GTDT, 44, b"\1")},
                                {"a": changed(srat(), 36, b"\1")}),
    "acpi.reserved-bits": Case({"a": changed(TWO, 40, b"\2")}, {"a": changed(TWO, 40, b"\1")}),
    "acpi.entry-type": Case({"a": madt(lapic(0, 0), b"\x7f\4\0\0")},
                            {"a": madt(lapic(0, 0), b"\4\6\xff\0\0\1")}),
    "acpi.duplicate-table": Case(
        {"a": TWO, "b": TWO},
        {"a": table(b"SSDT", b"", 2), "b": table(b"SSDT", b"", 2)}),
    "madt.duplicate-apic-id": Case({"a": madt(lapic(0, 0), x2apic(1, 0))},
                                   {"a": madt(lapic(0, 0), lapic(1, 0, flags=0))},
                                   also={"madt.x2apic-below-255"}),
    "input.not-read": Case({"d/a": TWO, "d/b": b"no table"}, {"d/a": TWO}),
}

MORE = [
    ("acpi.length", Case({"a": changed(TWO, 4, bytes([len(TWO) + 4]))}, {"a": TWO},
                         text="beyond the end, 60 bytes remain")),
    ("acpi.size", Case({"a": changed(table(b"XSDT", bytes(12)), 36, b"\1" * 8)},
                       {"a": table(b"XSDT", b"\1\0\0\0\0\0\0\0" + b"\2\0\0\0\0\0\0\0")},
                       also={"acpi.undescribed", "acpi.pointer-range"}, text="a multiple of 8")),
    ("acpi.size", Case({"a": table(b"MCFG", b"")}, {"a": table(b"MCFG", bytes(8))},
                       text="at least 44")),
    ("acpi.size", Case({"a": changed(table(b"SLIT", bytes(8) + b"\x0a"), 36, bytes(8))},
                       {"a": changed(table(b"SLIT", bytes(8) + b"\x0a"), 36, b"\1")},
                       also={"acpi.undescribed"}, text="44, for 0 localities")),
    ("acpi.count", Case({"a": changed(DBG2, 47, b"\2")}, {"a": DBG2},
                        also={"acpi.offset", "acpi.undescribed"}, text="not all fit")),
]
