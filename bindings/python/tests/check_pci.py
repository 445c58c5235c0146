# SPDX-License-Identifier: BSD-2-Clause
"""Cases of the rules over the MCFG, definition blocks, IORT, VIOT and DMAR."""
from __future__ import annotations

import struct

from check_acpi import TWO, lapic, madt, table
from check_fadt import gic, gicc, page
from check_madt import ioapic, its
from checking import Case

MiB = 1 << 20


def mcfg(*entries: tuple[int, int, int, int]) -> bytes:
    """Base, segment, first and last bus."""
    return table(b"MCFG", bytes(8) + b"".join(struct.pack("<QHBBI", *entry, 0)
                                              for entry in entries))


def packed(body: bytes) -> bytes:
    """A PkgLength of two bytes, and what it counts."""
    size = len(body) + 2
    return bytes([0x40 | size & 15, size >> 4]) + body


def device(name: bytes, hid: bytes, *resources: bytes, uid: int = 0) -> bytes:
    """AML of a device with an EISA id, or, if that has no 4 bytes, a text."""
    value = b"\x0c" + hid if len(hid) == 4 else b"\x0d" + hid + b"\0"
    body = name + b"\x08_HID" + value + b"\x08_UID" + b"\x0a" + bytes([uid])
    if resources:
        template = b"".join(resources) + b"\x79\0"
        body += b"\x08_CRS\x11" + packed(b"\x0a" + bytes([len(template)]) + template)
    return b"\x5b\x82" + packed(body)


def fixed(base: int, size: int) -> bytes:
    return struct.pack("<BHBII", 0x86, 9, 1, base, size)


def window(base: int, size: int) -> bytes:
    return struct.pack("<BHBBBQQQQQ", 0x8A, 43, 0, 0x0C, 1, 0, base, base + size - 1, 0, size)


def dsdt(*parts: bytes) -> bytes:
    return table(b"DSDT", b"".join(parts), 2)


BRIDGE, BOARD, CPU = b"\x41\xd0\x0a\x08", b"\x41\xd0\x0c\x02", b"ACPI0007"
ECAM = mcfg((0xB0000000, 0, 0, 255))
E820 = page(0, (0, 0x9F000, 1), (MiB, 127 * MiB, 1))
TAKEN = page(0, (0, 0x9F000, 1), (MiB, 127 * MiB, 1), (0xB0000000, 0x10000000, 2))
ROOT = device(b"PCI0", BRIDGE, window(0xC0000000, 0x1000000))
TWO_CPUS = dsdt(device(b"C000", CPU, uid=0), device(b"C001", CPU, uid=1))
THREE_CPUS = dsdt(device(b"C000", CPU, uid=0), device(b"C001", CPU, uid=1),
                  device(b"C002", CPU, uid=2))


def mapping(first: int, count: int, output: int, to: int, flags: int = 0) -> bytes:
    return struct.pack("<IIIII", first, count - 1, output, to, flags)


def group(number: int, identifier: int = 0) -> bytes:
    """24 bytes."""
    return struct.pack("<BHBIIIII", 0, 24, 1, identifier, 0, 24, 1, number)


def root(segment: int, *mappings: bytes, identifier: int = 1) -> bytes:
    """40 bytes and 20 for each mapping."""
    return struct.pack("<BHBIII", 2, 40 + 20 * len(mappings), 4, identifier, len(mappings), 40) \
        + struct.pack("<QIIBHBI", 1 | 3 << 56, 0, segment, 64, 0, 0, 0) + b"".join(mappings)


def smmu(base: int, *mappings: bytes, identifier: int = 2) -> bytes:
    """68 bytes and 20 for each mapping."""
    return struct.pack("<BHBIII", 4, 68 + 20 * len(mappings), 4, identifier, len(mappings), 68) \
        + struct.pack("<QIIQIIIIIII", base, 0, 0, 0, 0, 74, 75, 77, 76, 0, 0) + b"".join(mappings)


def iort(*nodes: bytes, revision: int = 5) -> bytes:
    """Its nodes begin at 48."""
    return table(b"IORT", struct.pack("<III", len(nodes), 48, 0) + b"".join(nodes), revision)


ALL = mapping(0, 0x10000, 0, 48)
GOOD = iort(group(0), root(0, ALL))
SMMUS = iort(group(0), smmu(0x9050000, ALL), root(0, mapping(0, 0x10000, 0, 72)))
ITS = gic(gicc(0, 0), its(0, 0x8200000))


def viot(*nodes: bytes) -> bytes:
    return table(b"VIOT", struct.pack("<HHQ", len(nodes), 48, 0) + b"".join(nodes), 0)


def pci_range(first: int, last: int, to: int) -> bytes:
    return struct.pack("<BBHIHHHHH6s", 1, 0, 24, first, 0, 0, first, last, to, b"")


IOMMU = struct.pack("<BBHHHQ", 3, 0, 16, 0, 8, 0)


def dmar(*parts: bytes, flags: int = 0) -> bytes:
    return table(b"DMAR", struct.pack("<BB10s", 47, flags, b"") + b"".join(parts))


def scope(number: int) -> bytes:
    return struct.pack("<BBHBBBB", 3, 8, 0, number, 0xFF, 0, 0)


def unit(base: int, flags: int = 0, *scopes: bytes) -> bytes:
    return struct.pack("<HHBBHQ", 0, 16 + 8 * len(scopes), flags, 0, 0, base) + b"".join(scopes)


def reserved(base: int, limit: int) -> bytes:
    return struct.pack("<HHHHQQ", 1, 24, 0, 0, base, limit)


PC = madt(lapic(0, 0), ioapic(2, 0))

CASES = {
    "mcfg.bus-range": Case({"a": mcfg((0xB0000000, 0, 1, 0))}, {"a": mcfg((0xB0000000, 0, 1, 1))}),
    "mcfg.duplicate-bus": Case(
        {"a": mcfg((0xB0000000, 0, 0, 15), (0xD0000000, 0, 15, 31))},
        {"a": mcfg((0xB0000000, 0, 0, 15), (0xD0000000, 1, 15, 31))}),
    "mcfg.overlap": Case({"a": mcfg((0xB0000000, 0, 0, 15), (0xB0000000, 1, 15, 31))},
                         {"a": mcfg((0xB0000000, 0, 0, 15), (0xB0000000, 1, 16, 31))}),
    "mcfg.alignment": Case({"a": mcfg((0xB0080000, 0, 0, 1))}, {"a": mcfg((0xB0100000, 0, 0, 1))}),
    "mcfg.in-ram": Case({"a": mcfg((0x7000000, 0, 0, 16)), "b": E820},
                        {"a": mcfg((0x8000000, 0, 0, 16)), "b": E820}),
    "mcfg.not-reserved": Case({"a": ECAM, "b": dsdt(ROOT), "c": E820},
                              {"a": ECAM, "b": dsdt(ROOT), "c": TAKEN}),
    "mcfg.in-window": Case(
        {"a": ECAM, "b": dsdt(device(b"PCI0", BRIDGE, window(0xB0000000, 0x20000000)),
                              device(b"MB00", BOARD, fixed(0xB0000000, 0x10000000)))},
        {"a": ECAM, "b": dsdt(ROOT, device(b"MB00", BOARD, fixed(0xB0000000, 0x10000000)))}),
    "aml.window-in-ram": Case(
        {"a": dsdt(device(b"PCI0", BRIDGE, window(0x7FFF000, 0x2000))), "b": E820},
        {"a": dsdt(device(b"PCI0", BRIDGE, window(0x8000000, 0x2000))), "b": E820}),
    "aml.windows-overlap": Case(
        {"a": dsdt(ROOT, device(b"PCI1", BRIDGE, window(0xC0FFF000, 0x2000), uid=1))},
        {"a": dsdt(ROOT, device(b"PCI1", BRIDGE, window(0xC1000000, 0x2000), uid=1))}),
    "aml.duplicate-uid": Case({"a": dsdt(device(b"MB00", BOARD), device(b"MB01", BOARD))},
                              {"a": dsdt(device(b"MB00", BOARD), device(b"MB01", BOARD, uid=1))}),
    "madt.cpu-without-device": Case(
        {"a": madt(lapic(0, 0), lapic(1, 1), lapic(2, 2)), "b": TWO_CPUS},
        {"a": madt(lapic(0, 0), lapic(1, 1), lapic(2, 2, flags=0)), "b": TWO_CPUS}),
    "aml.cpu-not-in-madt": Case({"a": TWO, "b": THREE_CPUS},
                                {"a": madt(lapic(0, 0), lapic(1, 1), lapic(2, 2, flags=0)),
                                 "b": THREE_CPUS}),
    "aml.malformed": Case({"a": dsdt(b"\x5b\x82\x7f\xff")}, {"a": dsdt(ROOT)},
                          text="iasl says: syntax error"),
    "iort.reference": Case({"a": iort(group(0), root(0, mapping(0, 0x10000, 0, 72)))},
                           {"a": GOOD}),
    "iort.mapping-overlap": Case(
        {"a": iort(group(0), root(0, mapping(0, 0x101, 0, 48), mapping(0x100, 0x100, 0, 48)))},
        {"a": iort(group(0), root(0, mapping(0, 0x100, 0, 48), mapping(0x100, 0x100, 0, 48)))}),
    "iort.mapping-range": Case({"a": iort(group(0), root(0, mapping(1, 0x10000, 0, 48)))},
                               {"a": GOOD}),
    "iort.output-not-mapped": Case(
        {"a": iort(group(0), smmu(0x9050000, mapping(0, 0xFFFF, 0, 48)),
                   root(0, mapping(0, 0x10000, 0, 72)))},
        {"a": iort(group(0), smmu(0x9050000), root(0, mapping(0, 0x10000, 0, 72)))}),
    "iort.bus-not-mapped": Case(
        {"a": iort(group(0), root(0, mapping(0, 0xFFFF, 0, 48))), "b": ECAM},
        {"a": iort(group(0), root(0, mapping(0, 0x8000, 0, 48), mapping(0x8000, 0x8000, 0, 48))),
         "b": ECAM}),
    "iort.its-not-in-madt": Case({"a": iort(group(1), root(0, ALL)), "b": ITS},
                                 {"a": GOOD, "b": ITS}),
    "iort.segment-not-in-mcfg": Case({"a": iort(group(0), root(1, ALL)), "b": ECAM},
                                     {"a": GOOD, "b": ECAM}),
    "iort.duplicate": Case({"a": iort(group(0), root(0, ALL), root(0, ALL, identifier=3))},
                           {"a": iort(group(0), root(0, ALL), root(1, ALL, identifier=3))}),
    "iort.identifier": Case({"a": iort(group(0), root(0, ALL, identifier=0))},
                            {"a": iort(group(0), root(0, ALL, identifier=0), revision=0)}),
    "iort.smmu-address": Case({"a": iort(group(0), smmu(0x9051000, ALL))}, {"a": SMMUS}),
    "viot.reference": Case({"a": viot(pci_range(0, 0xFFFF, 48), IOMMU)},
                           {"a": viot(pci_range(0, 0xFFFF, 72), IOMMU)}),
    "viot.range": Case(
        {"a": viot(pci_range(0, 0x10, 96), pci_range(0x10, 0x20, 96), IOMMU)},
        {"a": viot(pci_range(0, 0x0F, 96), pci_range(0x10, 0x20, 96), IOMMU)}),
    "dmar.unit-address": Case({"a": dmar(unit(0xFED90000), unit(0xFED90000))},
                              {"a": dmar(unit(0xFED90000), unit(0xFED91000))}),
    "dmar.include-all-last": Case({"a": dmar(unit(0xFED90000, 1), unit(0xFED91000))},
                                  {"a": dmar(unit(0xFED90000), unit(0xFED91000, 1))}),
    "dmar.reserved-memory": Case({"a": dmar(reserved(0x1000, 0x2000))},
                                 {"a": dmar(reserved(0x1000, 0x1FFF))}),
    "dmar.memory-not-reserved": Case({"a": dmar(reserved(0xB0000000, 0xB0000FFF)), "b": E820},
                                     {"a": dmar(reserved(0xB0000000, 0xB0000FFF)), "b": TAKEN}),
    "dmar.io-apic-unknown": Case({"a": dmar(unit(0xFED90000, 1, scope(3))), "b": PC},
                                 {"a": dmar(unit(0xFED90000, 1, scope(2))), "b": PC}),
    "dmar.io-apic-missing": Case({"a": dmar(unit(0xFED90000, 1), flags=1), "b": PC},
                                 {"a": dmar(unit(0xFED90000, 1)), "b": PC}),
}


def pmcg(to: int, identifier: int = 3) -> bytes:
    return struct.pack("<BHBIIIQIIQ", 5, 40, 2, identifier, 0, 0, 0x9060000, 80, to, 0x9070000)


NONE = struct.pack("<BBHIHHHHH6s", 1, 0, 24, 0, 0, 0, 0x20, 0x10, 72, b"")
MORE = [
    ("mcfg.not-reserved", Case(
        {"a": ECAM, "b": dsdt(ROOT, device(b"MB00", BOARD, fixed(0xB0000000, 0xFF00000)))},
        {"a": ECAM, "b": dsdt(ROOT, device(b"MB00", BOARD, fixed(0xB0000000, 0x10000000)))},
        text="0xb0000000 to 0xbfffffff")),
    ("aml.malformed", Case({"a": table(b"SSDT", b"\xf0" * 20, 2)}, {"a": table(b"SSDT", b"", 2)},
                           text="iasl says: Input file does not appear")),
    ("madt.cpu-without-device", Case(
        {"a": TWO, "b": dsdt(b"\x5b\x83\x0bC000\0" + bytes(5))},
        {"a": TWO, "b": dsdt(b"\x5b\x83\x0bC000\0" + bytes(5) + b"\x5b\x83\x0bC001\1" + bytes(5))},
        text="UID is 1")),
    ("iort.reference", Case({"a": iort(group(0), smmu(0x9050000, ALL), pmcg(48))},
                            {"a": iort(group(0), smmu(0x9050000, ALL), pmcg(72))},
                            text="Node reference of the PMCG")),
    ("iort.reference", Case(
        {"a": iort(group(0), smmu(0x9050000, mapping(0, 0x10000, 0, 72)), root(0, ALL))},
        {"a": iort(group(0), smmu(0x9050000, ALL), root(0, ALL))},
        text="leads to a SMMUv3, not to ITS group")),
    ("viot.range", Case({"a": viot(NONE, IOMMU)}, {"a": viot(pci_range(0x10, 0x20, 72), IOMMU)},
                        text="PCI BDF end is 0x10")),
    ("dmar.unit-address", Case({"a": dmar(unit(0xFED90800))}, {"a": dmar(unit(0xFED90000))},
                               text="multiple of 4096")),
]
