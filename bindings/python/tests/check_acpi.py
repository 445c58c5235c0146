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

CASES = {
    "acpi.checksum": Case({"a": raw(TWO, 9, bytes([TWO[9] + 1 & 255]))}, {"a": TWO}),
    "acpi.length": Case({"a": changed(TWO, 4, bytes([len(TWO) + 4]))}, {"a": TWO}),
    "madt.duplicate-apic-id": Case({"a": madt(lapic(0, 0), x2apic(1, 0))},
                                   {"a": madt(lapic(0, 0), lapic(1, 0, flags=0))}),
    "srat.cpu-not-in-madt": Case({"a": TWO, "b": srat(cpu(0, 0), cpu(0, 1), cpu(0, 2))},
                                 {"a": TWO, "b": srat(cpu(0, 0), cpu(0, 1), cpu(0, 2, flags=0))}),
    "input.malformed": Case({"a": madt(lapic(0, 0), b"\0\x09\1\1\1\0\0\0")}, {"a": TWO}),
    "input.not-read": Case({"d/a": TWO, "d/b": b"no table"}, {"d/a": TWO}),
}
