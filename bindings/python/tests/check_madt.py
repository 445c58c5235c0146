# SPDX-License-Identifier: BSD-2-Clause
"""Cases of the rules over the MADT and the GTDT."""
from __future__ import annotations

import struct

from check_acpi import GTDT, TWO, changed, lapic, madt, table, x2apic
from check_fadt import gic, gicc, gicd, xsdt
from checking import Case


def ioapic(number: int, base: int, address: int = 0xFEC00000) -> bytes:
    return struct.pack("<BBBBII", 1, 12, number, 0, address, base)


def override(source: int, gsi: int, flags: int = 0, bus: int = 0) -> bytes:
    return struct.pack("<BBBBIH", 2, 10, bus, source, gsi, flags)


def nmi(uid: int, lint: int, flags: int = 0) -> bytes:
    return struct.pack("<BBBHB", 4, 6, uid, flags, lint)


def gicr(base: int, size: int) -> bytes:
    return struct.pack("<BBHQI", 14, 16, 0, base, size)


def its(number: int, base: int) -> bytes:
    return struct.pack("<BBHIQI", 15, 20, 0, number, base, 0)


def frame(number: int, base: int, first: int, count: int) -> bytes:
    return struct.pack("<BBHIQIHH", 13, 24, 0, number, base, 1, count, first)


def mailbox(at: int) -> bytes:
    return struct.pack("<BBHIQ", 16, 16, 0, 0, at)


def block(*numbers: int) -> bytes:
    """A GTDT with a block of frames."""
    frames = b"".join(struct.pack("<B3sQQIIIII", number, b"", 0x2A830000, 0x2A840000, 40, 0, 41,
                                  0, 0) for number in numbers)
    body = GTDT[36:88] + struct.pack("<II", 1, 104) + bytes(8) + struct.pack(
        "<BHBQII", 0, 20 + len(frames), 0, 0x2A810000, len(numbers), 20) + frames
    return table(b"GTDT", body, 3)


PC = madt(lapic(0, 0), ioapic(0, 0), override(0, 2), nmi(255, 1))
V2 = madt(gicd(2), *[gicc(n, n, base=0x8010000, redistributor=0) for n in range(8)], address=0)
NINE = madt(gicd(2), *[gicc(n, n, base=0x8010000, redistributor=0) for n in range(9)], address=0)

CASES = {
    "madt.duplicate-uid": Case({"a": madt(lapic(0, 0), lapic(0, 1))},
                               {"a": madt(lapic(0, 0), lapic(0, 1, flags=0))}),
    "madt.x2apic-below-255": Case({"a": madt(x2apic(0, 254))}, {"a": madt(x2apic(0, 255))}),
    "madt.apic-id-255": Case({"a": madt(lapic(0, 0), lapic(1, 255))},
                             {"a": madt(lapic(0, 0), lapic(1, 255, flags=0))}),
    "madt.no-processor": Case({"a": madt(lapic(0, 0, flags=2))},
                              {"a": madt(lapic(0, 0), lapic(1, 1, flags=2))}),
    "madt.mixed-processors": Case({"a": madt(gicd(), gicc(0, 0), lapic(1, 1))}, {"a": TWO}),
    "madt.local-apic-address": Case({"a": madt(lapic(0, 0), address=0)},
                                    {"a": gic(gicc(0, 0))}),
    "madt.duplicate-io-apic": Case({"a": madt(lapic(0, 0), ioapic(0, 0), ioapic(1, 0, 0xFEC01000))},
                                   {"a": madt(lapic(0, 0), ioapic(0, 0),
                                              ioapic(1, 24, 0xFEC01000))}),
    "madt.io-apic-address": Case({"a": madt(lapic(0, 0), ioapic(0, 0, 0xFEC00001))}, {"a": PC}),
    "madt.override-source": Case({"a": madt(lapic(0, 0), override(16, 16))},
                                 {"a": madt(lapic(0, 0), override(15, 16))}),
    "madt.override-same-interrupt": Case({"a": madt(lapic(0, 0), override(0, 2), override(2, 2))},
                                         {"a": madt(lapic(0, 0), override(0, 2), override(2, 0))}),
    "madt.interrupt-beyond": Case({"a": madt(lapic(0, 0), ioapic(0, 16), override(9, 9))},
                                  {"a": madt(lapic(0, 0), ioapic(0, 9), override(9, 9))}),
    "madt.interrupt-flags": Case({"a": madt(lapic(0, 0), override(9, 9, 0xB))},
                                 {"a": madt(lapic(0, 0), override(9, 9, 0xF))}),
    "madt.lint": Case({"a": madt(lapic(0, 0), nmi(255, 2))}, {"a": madt(lapic(0, 0), nmi(255, 1))}),
    "madt.nmi-of-nobody": Case({"a": madt(lapic(0, 0), nmi(1, 1))},
                               {"a": madt(lapic(0, 0), nmi(0, 1))}),
    "madt.mailbox": Case({"a": madt(lapic(0, 0), mailbox(0x9F800))},
                         {"a": madt(lapic(0, 0), mailbox(0x9F000))}),
    "madt.distributor": Case({"a": madt(gicc(0, 0), address=0)}, {"a": gic(gicc(0, 0))}),
    "madt.no-redistributor": Case({"a": gic(gicc(0, 0, redistributor=0))},
                                  {"a": gic(gicc(0, 0, redistributor=0),
                                            gicr(0x80A0000, 0x20000))}),
    "madt.no-cpu-interface": Case({"a": madt(gicd(2), gicc(0, 0, redistributor=0), address=0)},
                                  {"a": V2}),
    "madt.gicv2-processors": Case({"a": NINE}, {"a": V2}),
    "madt.gic-overlap": Case({"a": gic(gicc(0, 0), its(0, 0x80B0000))},
                             {"a": gic(gicc(0, 0), its(0, 0x80C0000))}),
    "madt.gic-alignment": Case({"a": gic(gicc(0, 0, redistributor=0x80A1000))},
                               {"a": gic(gicc(0, 0, redistributor=0x80B0000))}),
    "madt.duplicate-its": Case({"a": gic(gicc(0, 0), its(0, 0x8200000), its(0, 0x8300000))},
                               {"a": gic(gicc(0, 0), its(0, 0x8200000), its(1, 0x8300000))}),
    "madt.mpidr": Case({"a": gic(gicc(0, 0x80000000))}, {"a": gic(gicc(0, 0xFF00FFFFFF))}),
    "madt.msi-frame": Case({"a": gic(gicc(0, 0), frame(0, 0x8020000, 1000, 64))},
                           {"a": gic(gicc(0, 0), frame(0, 0x8020000, 956, 64))}),
    "gtdt.no-timer": Case({"a": changed(changed(GTDT, 56, bytes(4)), 64, bytes(4))},
                          {"a": changed(GTDT, 56, bytes(4))}),
    "gtdt.timer-interrupt": Case({"a": changed(GTDT, 64, b"\x20")},
                                 {"a": changed(GTDT, 64, b"\x1f")}),
    "gtdt.counter-address": Case({"a": changed(GTDT, 36, struct.pack("<Q", 0x2A430010))},
                                 {"a": changed(GTDT, 36, struct.pack("<Q", 0x2A430000))}),
    "gtdt.frame-number": Case({"a": block(0, 0)}, {"a": block(0, 7)}),
    "gtdt.missing": Case({"a": gic(gicc(0, 0)), "b": xsdt(1)},
                         {"a": gic(gicc(0, 0)), "b": xsdt(1), "c": GTDT}),
}

MORE = [
    ("madt.override-source", Case({"a": madt(lapic(0, 0), override(9, 9, bus=1))}, {"a": PC},
                                  text="must be 0, ISA")),
    ("madt.override-source", Case({"a": madt(lapic(0, 0), override(9, 9), override(9, 10))},
                                  {"a": madt(lapic(0, 0), override(9, 9), override(8, 10))},
                                  text="Source 0x9 is also")),
    ("madt.duplicate-io-apic", Case(
        {"a": madt(lapic(0, 0), ioapic(0, 0), ioapic(0, 24, 0xFEC01000))}, {"a": PC},
        text="I/O APIC ID")),
    ("madt.duplicate-its", Case(
        {"a": gic(gicc(0, 0), frame(0, 0x8020000, 64, 8), frame(0, 0x8030000, 72, 8))},
        {"a": gic(gicc(0, 0), frame(0, 0x8020000, 64, 8), frame(1, 0x8030000, 72, 8))},
        text="GIC MSI Frame ID")),
    ("madt.distributor", Case({"a": gic(gicd(), gicc(0, 0))}, {"a": gic(gicc(0, 0))},
                              also={"madt.gic-overlap"}, text="2 distributors")),
    ("gtdt.timer-interrupt", Case({"a": changed(GTDT, 64, b"\x1e")}, {"a": GTDT},
                                  text="as Non-Secure EL1 Timer GSIV is")),
    ("gtdt.frame-number", Case({"a": block(8)}, {"a": block(7)}, text="frames 0 to 7")),
]
