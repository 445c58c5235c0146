# SPDX-License-Identifier: BSD-2-Clause
"""Cases of the rules over SRAT, SLIT, HMAT and PPTT."""
from __future__ import annotations

import struct

from check_acpi import TWO, cpu, lapic, madt, srat, table
from check_fadt import gic, gicc, page
from check_madt import its
from checking import Case

MiB = 1 << 20


def memory(domain: int, base: int, size: int, flags: int = 1) -> bytes:
    return struct.pack("<BBIHQQIIQ", 1, 40, domain, 0, base, size, 0, flags, 0)


def gicc_affinity(domain: int, uid: int) -> bytes:
    return struct.pack("<BBIIII", 3, 18, domain, uid, 1, 0)


def its_affinity(domain: int, number: int) -> bytes:
    return struct.pack("<BBIHI", 4, 12, domain, 0, number)


def slit(*rows: bytes) -> bytes:
    return table(b"SLIT", struct.pack("<Q", len(rows)) + b"".join(rows))


def speed(domain: int = 0, level: int = 0, kind: int = 0, unit: int = 100) -> bytes:
    """A HMAT with the latency of one domain."""
    return table(b"HMAT", bytes(4) + struct.pack("<HHIBBBBIIIQIIH", 1, 0, 42, level, kind, 0, 0, 1,
                                                 1, 0, unit, 0, domain, 10), 2)


def node(flags: int, parent: int, uid: int, *caches: int) -> bytes:
    return struct.pack("<BBHIIII", 0, 20 + 4 * len(caches), 0, flags, parent, uid, len(caches)) \
        + b"".join(struct.pack("<I", cache) for cache in caches)


def cache(below: int, number: int, flags: int = 0xFF, size: int = 32768) -> bytes:
    return struct.pack("<BBHIIIIBBHI", 1, 28, 0, flags, below, size, 64, 8, 0, 64, number)


def pptt(*parts: bytes, revision: int = 3) -> bytes:
    return table(b"PPTT", b"".join(parts), revision)


PACKAGE, VALID, LEAF = 1, 2, 8
CPU = VALID | LEAF
# at 36 the package, at 56 and 76 its processors
PAIR = pptt(node(PACKAGE, 0, 0), node(CPU, 36, 0), node(CPU, 36, 1))
BOTH = srat(cpu(0, 0), cpu(0, 1))
E820 = page(0, (0, 0x9F000, 1), (MiB, 127 * MiB, 1))
ALL = memory(0, 0, 0x9F000), memory(0, MiB, 127 * MiB)

CASES = {
    "srat.cpu-not-in-madt": Case({"a": TWO, "b": srat(cpu(0, 0), cpu(0, 1), cpu(0, 2))},
                                 {"a": TWO, "b": srat(cpu(0, 0), cpu(0, 1), cpu(0, 2, flags=0))}),
    "srat.cpu-without-affinity": Case({"a": TWO, "b": srat(cpu(0, 0))},
                                      {"a": TWO, "b": srat(memory(0, 0, MiB))}),
    "srat.duplicate-cpu": Case({"a": srat(cpu(0, 0), cpu(1, 0))},
                               {"a": srat(cpu(0, 0), cpu(1, 0, flags=0))}),
    "srat.memory-overlap": Case({"a": srat(memory(0, 0, 2 * MiB), memory(1, MiB, MiB))},
                                {"a": srat(memory(0, 0, 2 * MiB), memory(1, 2 * MiB, MiB))}),
    "srat.memory-size": Case({"a": srat(memory(0, MiB, 0))}, {"a": srat(memory(0, MiB, 0, 0))}),
    "srat.memory-outside-ram": Case(
        {"a": srat(*ALL, memory(0, 1 << 32, MiB)), "b": E820},
        {"a": srat(*ALL, memory(0, 1 << 32, MiB, 3)), "b": E820}),
    "srat.ram-without-affinity": Case(
        {"a": srat(memory(0, 0, 0x9F000), memory(0, MiB, 126 * MiB)), "b": E820},
        {"a": srat(memory(0, 0, 0x9F000), memory(0, MiB, 127 * MiB - 4096)), "b": E820}),
    "srat.its-not-in-madt": Case(
        {"a": gic(gicc(0, 0), its(0, 0x8200000)), "b": srat(gicc_affinity(0, 0),
                                                            its_affinity(0, 1))},
        {"a": gic(gicc(0, 0), its(0, 0x8200000)), "b": srat(gicc_affinity(0, 0),
                                                            its_affinity(0, 0))}),
    "slit.domain-missing": Case({"a": slit(b"\x0a"), "b": srat(cpu(1, 0))},
                                {"a": slit(b"\x0a\x14", b"\x14\x0a"), "b": srat(cpu(1, 0))}),
    "slit.diagonal": Case({"a": slit(b"\x0b")}, {"a": slit(b"\x0a")}),
    "slit.distance": Case({"a": slit(b"\x0a\x0a", b"\x0a\x0a")},
                          {"a": slit(b"\x0a\x0b", b"\x0b\x0a")}),
    "slit.asymmetric": Case({"a": slit(b"\x0a\x14", b"\x15\x0a")},
                            {"a": slit(b"\x0a\xff", b"\xff\x0a")}),
    "hmat.domain-not-in-srat": Case({"a": speed(1), "b": BOTH}, {"a": speed(0), "b": BOTH}),
    "hmat.value": Case({"a": speed(kind=6)}, {"a": speed(kind=5)}),
    "pptt.reference": Case({"a": pptt(node(PACKAGE, 0, 0), node(CPU, 36, 0, 36))},
                           {"a": pptt(node(PACKAGE, 0, 0), node(CPU, 36, 0, 80), cache(0, 1))}),
    "pptt.cycle": Case({"a": pptt(node(0, 56, 0), node(0, 36, 0))}, {"a": PAIR}),
    "pptt.leaf-without-id": Case({"a": pptt(node(PACKAGE | LEAF, 0, 0))},
                                 {"a": pptt(node(PACKAGE | CPU, 0, 0))}),
    "pptt.leaf-flag": Case({"a": pptt(node(PACKAGE | VALID, 0, 0))},
                           {"a": pptt(node(PACKAGE | VALID, 0, 0), revision=1)}),
    "pptt.duplicate-id": Case(
        {"a": pptt(node(PACKAGE, 0, 0), node(CPU, 36, 0), node(CPU, 36, 0))},
        {"a": pptt(node(PACKAGE | VALID, 0, 0), node(CPU, 36, 0), node(CPU, 36, 1))}),
    "pptt.no-package": Case({"a": pptt(node(CPU, 0, 0))}, {"a": pptt(node(CPU | PACKAGE, 0, 0))}),
    "pptt.cache-id": Case({"a": pptt(cache(0, 1), cache(0, 1))},
                          {"a": pptt(cache(0, 1), cache(0, 1, flags=0x7F))}),
    "pptt.cache-size": Case({"a": pptt(cache(0, 1, size=65536))},
                            {"a": pptt(cache(0, 1, flags=0xFE, size=65536))}),
    "pptt.cpu-not-in-madt": Case({"a": PAIR, "b": madt(lapic(0, 0))},
                                 {"a": PAIR, "b": madt(lapic(0, 0), lapic(1, 1, flags=0))}),
    "pptt.cpu-missing": Case({"a": PAIR, "b": madt(lapic(0, 0), lapic(1, 1), lapic(2, 2))},
                             {"a": PAIR, "b": madt(lapic(0, 0), lapic(1, 1),
                                                   lapic(2, 2, flags=0))}),
}

MORE = [
    ("srat.cpu-without-affinity", Case(
        {"a": gic(gicc(0, 0), gicc(1, 1)), "b": srat(gicc_affinity(0, 0))},
        {"a": gic(gicc(0, 0), gicc(1, 1)), "b": srat(gicc_affinity(0, 0), gicc_affinity(0, 1))},
        text="ACPI Processor UID 1")),
    ("srat.memory-size", Case({"a": srat(memory(0, (1 << 64) - MiB, 2 * MiB))},
                              {"a": srat(memory(0, (1 << 64) - MiB, MiB))}, text="too much")),
    ("srat.ram-without-affinity", Case(
        {"a": srat(memory(0, 0, 0x9F000), memory(0, 2 * MiB, 126 * MiB)), "b": E820},
        {"a": srat(*ALL), "b": E820}, text="from 0x100000 to 0x1fffff")),
    ("hmat.value", Case({"a": speed(level=4)}, {"a": speed(level=3)}, text="Hierarchy")),
    ("hmat.value", Case({"a": speed(unit=0)}, {"a": speed(unit=1)}, text="Base Unit")),
    ("pptt.reference", Case({"a": pptt(node(PACKAGE, 0, 0), node(CPU, 37, 0))},
                            {"a": pptt(node(PACKAGE, 0, 0), node(CPU, 36, 0))},
                            also={"pptt.leaf-without-id", "pptt.leaf-flag", "pptt.no-package"},
                            text="no structure begins")),
    ("pptt.cycle", Case({"a": pptt(cache(36, 1))}, {"a": pptt(cache(0, 1))},
                        text="Next Level of Cache")),
    ("pptt.cache-id", Case({"a": pptt(cache(0, 0))}, {"a": pptt(cache(0, 0, flags=0x7F))},
                           text="Cache ID is 0")),
]
