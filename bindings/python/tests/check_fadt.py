# SPDX-License-Identifier: BSD-2-Clause
"""Cases of the rules over the FADT, and over the pointers between tables."""
from __future__ import annotations

import json
import struct

from check_acpi import HPET, changed, madt, table
from checking import Case

IO8 = struct.pack("<BBBBQ", 1, 8, 0, 1, 0xCF9)


def gas(address: int, bits: int, space: int = 1) -> bytes:
    return struct.pack("<BBBBQ", space, bits, 0, 0, address)


def fadt(*changes: tuple[int, bytes], revision: int = 6) -> bytes:
    """A FADT of a machine with fixed hardware."""
    body = bytearray({5: 268, 6: 276}[revision])
    for at, new in ((36, struct.pack("<II", 0x1000, 0x2000)), (46, b"\x09\0"),
                    (56, struct.pack("<IIIIIIII", 0x600, 0, 0x604, 0, 0, 0x608, 0x60C, 0)),
                    (88, bytes([4, 2, 0, 4, 4, 0])), (112, struct.pack("<I", 1 << 10)),
                    (116, IO8), (148, gas(0x600, 32)), *changes):
        body[at:at + len(new)] = new
    return table(b"FACP", bytes(body[36:]), revision)


def reduced(*changes: tuple[int, bytes], revision: int = 6) -> bytes:
    """One of reduced hardware."""
    return fadt((36, bytes(4)), (46, bytes(2)), (56, bytes(32)), (88, bytes(6)),
                (112, struct.pack("<I", 1 << 20)), (116, bytes(12)), (148, bytes(12)), *changes,
                revision=revision)


def gicc(number: int, mpidr: int, parking: int = 0, base: int = 0, redistributor: int = 0x80A0000,
         flags: int = 1, uid: int | None = None) -> bytes:
    return struct.pack("<BBHIIIIIQQQQIQQBBH", 11, 80, 0, number, number if uid is None else uid,
                       flags, parking, 0, 0x3000 if parking else 0, base, 0, 0, 0,
                       redistributor + 0x20000 * number if redistributor else 0, mpidr, 0, 0, 0)


def gicd(version: int = 3, base: int = 0x8000000) -> bytes:
    return struct.pack("<BBHIQIB3s", 12, 24, 0, 0, base, 0, version, b"")


def gic(*entries: bytes) -> bytes:
    return madt(gicd(), *entries, address=0)


TWO_ARM = gic(gicc(0, 0), gicc(1, 1))
ARM = reduced((129, b"\1\0"), (131, b"\5"))
DSDT = table(b"DSDT", b"", 2)
FACS = b"FACS" + struct.pack("<I", 64) + bytes(24) + b"\2" + bytes(31)


def rsdp(xsdt: int, revision: int = 2, size: int = 36) -> bytes:
    """An RSDP of revision 2."""
    data = bytearray(struct.pack("<8sB6sBIIQB3s", b"RSD PTR ", 0, b"ACME  ", revision, 0, size,
                                 xsdt, 0, b""))
    data[8] = -sum(data[:20]) & 255
    data[32] = -sum(data) & 255
    return bytes(data)


def xsdt(*entries: int) -> bytes:
    return table(b"XSDT", b"".join(struct.pack("<Q", entry) for entry in entries))


class Memory:
    """Tables at addresses, as a build folder of a region."""

    def __init__(self, base: int) -> None:
        self.base = base
        self.data = b""

    def put(self, data: bytes) -> int:
        """Append a table. Returns its address."""
        self.data += bytes(-len(self.data) % 16)
        self.data += data
        return self.base + len(self.data) - len(data)

    def files(self, *more: dict[str, object], **others: bytes) -> dict[str, bytes]:
        """The folder."""
        regions = [{"kind": "acpi", "type": "acpi", "base": hex(self.base),
                    "size": hex(len(self.data)), "file": "acpi.bin"}, *more]
        manifest = {"format": "aetherboot-build", "version": 1, "arch": "x86-64",
                    "protocol": "linux", "layout": "folder", "ram": [], "regions": regions,
                    "cpus": []}
        found = {"g/acpi.bin": self.data, "g/manifest.json": json.dumps(manifest).encode()}
        return found | {f"g/{name}": data for name, data in others.items()}


def linked(listed: tuple[int, ...] = (), base: int = 0x7F0000,
           spare: bytes = b"") -> Memory:
    """Tables that lead to each other, but for what is given."""
    memory = Memory(base)
    facs = memory.put(FACS)
    dsdt = memory.put(DSDT)
    fixed = memory.put(fadt((36, struct.pack("<II", facs, dsdt)),
                            (140, struct.pack("<Q", dsdt))))
    hpet = memory.put(HPET)
    top = memory.put(xsdt(fixed, *(entry or hpet for entry in listed or (0,))))
    memory.put(rsdp(top))
    if spare:
        memory.put(spare)
    return memory


def dump(*tables: tuple[int, bytes]) -> bytes:
    """The text of acpidump."""
    text = ""
    for at, data in tables:
        text += f"{data[:4].decode()} @ {at:#018x}\n"
        for row in range(0, len(data), 16):
            text += f"    {row:04X}: {data[row:row + 16].hex(' ')}\n"
        text += "\n"
    return text.encode()


def page(rsdp_at: int = 0, *entries: tuple[int, int, int]) -> bytes:
    """A zero page with an E820 map."""
    data = bytearray(4096)
    data[0x202:0x208] = b"HdrS\x0f\x02"
    data[0x1FE:0x200] = b"\x55\xaa"
    data[0x70:0x78] = struct.pack("<Q", rsdp_at)
    data[0x1E8] = len(entries)
    for index, entry in enumerate(entries):
        data[0x2D0 + 20 * index:0x2E4 + 20 * index] = struct.pack("<QQI", *entry)
    return bytes(data)


ZERO = {"kind": "zero-page", "type": "RAM", "base": "0x7000", "size": "0x1000",
        "file": "zero.bin"}
GOOD = linked().files()
RSDP_AT = 0x7F0000 + linked().data.rindex(b"RSD PTR ")
SEPARATE = {"zero.bin": page(RSDP_AT, (0, 0x9F000, 1), (0x7F0000, 0x10000, 3))}
IN_RAM = {"zero.bin": page(RSDP_AT, (0, 0x9F000, 1), (0x100000, 0x700000, 1))}
NO_RSDP = {"zero.bin": page(RSDP_AT + 16, (0, 0x9F000, 1), (0x7F0000, 0x10000, 3))}

CASES = {
    "input.malformed": Case({"a": dump((0x1000, HPET)).replace(b"HPET @", b"HPTE @")},
                            {"a": dump((0x1000, HPET))}),
    "acpi.pointer": Case(linked(listed=(0, 0x7F0004)).files(), GOOD),
    "acpi.null-pointer": Case({"a": xsdt(0x1000, 0)}, {"a": xsdt(0x1000)}),
    "acpi.listed-twice": Case({"a": xsdt(0x1000, 0x1000)}, {"a": xsdt(0x1000, 0x2000)}),
    "fadt.pointers-differ": Case({"a": fadt((140, struct.pack("<Q", 0x3000)))},
                                 {"a": fadt((140, struct.pack("<Q", 0x2000)))}),
    "acpi.unlinked": Case(linked(spare=table(b"WAET", bytes(4))).files(),
                          linked(spare=bytes(64)).files()),
    "acpi.overlap": Case({"a": dump((0x1000, HPET), (0x1037, DSDT))},
                         {"a": dump((0x1000, HPET), (0x1038, DSDT))}),
    "acpi.in-free-ram": Case(linked().files(ZERO, **IN_RAM), linked().files(ZERO, **SEPARATE)),
    "acpi.pointer-range": Case({"a": xsdt(1 << 52)}, {"a": xsdt((1 << 52) - 16)}),
    "acpi.alignment": Case(linked(base=0x7F0010).files(), GOOD),
    "acpi.rsdp-address": Case(linked().files(ZERO, **NO_RSDP), linked().files(ZERO, **SEPARATE)),
    "fadt.reduced-with-blocks": Case({"a": reduced((60, b"\4\6\0\0"))}, {"a": reduced()}),
    "fadt.missing-block": Case({"a": fadt((64, bytes(4)), (89, b"\0"))},
                               {"a": fadt((64, bytes(4)), (172, gas(0x604, 16)))}),
    "fadt.block-length": Case({"a": fadt((92, b"\0"))}, {"a": fadt((92, b"\2"))}),
    "fadt.blocks-differ": Case({"a": fadt((148, gas(0x610, 32)))}, {"a": fadt((56, bytes(4)))}),
    "fadt.block-overlap": Case({"a": fadt((76, b"\x0a\6\0\0"))}, {"a": fadt((76, b"\x10\6\0\0"))}),
    "fadt.sci": Case({"a": fadt((46, b"\0"))}, {"a": reduced()}),
    "fadt.smi-command": Case({"a": fadt((52, b"\xf1"))}, {"a": fadt((48, b"\xb2\0\0\0\xf1"))}),
    "fadt.reset-register": Case({"a": fadt((117, b"\x10"))},
                                {"a": fadt((112, bytes(4)), (117, b"\x10"))}),
    "fadt.sleep-registers": Case({"a": reduced((244, gas(0x700, 8)))},
                                 {"a": reduced((244, gas(0x700, 8)), (256, gas(0x701, 8)))}),
    "fadt.no-facs": Case({"a": fadt((36, bytes(4)))},
                         {"a": fadt((36, bytes(4)), (132, struct.pack("<Q", 1 << 32)))}),
    "fadt.arm-not-reduced": Case({"a": TWO_ARM, "b": fadt((129, b"\1"), (131, b"\5"))},
                                 {"a": TWO_ARM, "b": ARM}),
    "fadt.arm-revision": Case({"a": TWO_ARM, "b": reduced((129, b"\1"), revision=5)},
                              {"a": TWO_ARM, "b": reduced((129, b"\1"), (131, b"\1"),
                                                          revision=5)}),
    "fadt.arm-no-start-method": Case(
        {"a": TWO_ARM, "b": reduced((131, b"\5"))},
        {"a": gic(gicc(0, 0, parking=1), gicc(1, 1, parking=1)), "b": reduced((131, b"\5"))}),
}

SHORT = Memory(0x7F0000)
SHORT.put(b"APIC\6\0")
MORE = [
    ("acpi.length", Case(SHORT.files(), GOOD, text="APIC is shorter than a header",
                         also={"acpi.unlinked", "madt.no-processor", "input.malformed"})),
    ("acpi.pointer", Case(linked(listed=(0, 0x7F0040)).files(), GOOD,
                          text="which is never listed")),
    ("acpi.pointer", Case(
        {"a": dump((0x2000, DSDT), (0x3000, fadt((36, struct.pack("<II", 0x2000, 0x2000)))))},
        {"a": dump((0x2000, DSDT), (0x1000, FACS), (0x3000, fadt()))},
        text="where DSDT begins, not FACS")),
    ("acpi.null-pointer", Case({"a": fadt((40, bytes(4)))},
                               {"a": fadt((40, bytes(4)), (140, b"\0\0\1\0"))},
                               text="X_DSDT and DSDT of FACP are both 0")),
    ("acpi.null-pointer", Case({"a": rsdp(0)}, {"a": rsdp(1)}, text="XsdtAddress")),
    ("acpi.alignment", Case({"a": fadt((36, b"\x10"))}, {"a": fadt((36, b"\x40"))},
                            text="FIRMWARE_CTRL")),
    ("fadt.block-length", Case({"a": fadt((93, b"\4"))}, {"a": fadt((84, b"\x20\6"), (93, b"\4"))},
                               text="GPE1_BLK is 0")),
    ("fadt.block-length", Case({"a": fadt((92, b"\3"))}, {"a": fadt((92, b"\4"))}, text="even")),
    ("fadt.block-length", Case({"a": fadt((76, b"\x20\6"), (91, b"\6"))},
                               {"a": fadt((76, b"\x20\6"), (91, b"\4"))}, text="must be 4")),
    ("fadt.blocks-differ", Case({"a": fadt((148, gas(0x600, 16)))}, {"a": fadt()}, text="16 bits")),
    ("fadt.reset-register", Case({"a": fadt((120, bytes(8)))},
                                 {"a": fadt((112, bytes(4)), (120, bytes(8)))}, text="address 0")),
    ("fadt.reset-register", Case({"a": fadt((116, b"\3"))}, {"a": fadt((116, b"\0"))},
                                 text="address space 3")),
    ("acpi.size", Case({"a": rsdp(1, size=33)}, {"a": rsdp(1)}, text="but must be 36")),
    ("fadt.block-length", Case({"a": fadt((88, b"\5"), (149, b"\x28"))},
                               {"a": fadt((84, b"\x20\6"), (93, b"\6"))},
                               also={"fadt.block-overlap"}, text="PM1_EVT_LEN is 5")),
    ("fadt.blocks-differ", Case({"a": fadt((148, gas(0x600, 254)))},
                                {"a": fadt((148, gas(0x600, 255)))}, text="254 bits")),
    ("fadt.block-overlap", Case({"a": fadt((208, gas(0x602, 32)), (76, bytes(4)))},
                                {"a": fadt((208, gas(0x602, 32, space=0)), (76, bytes(4)))},
                                text="PM_TMR_BLK at 0x602")),
    ("fadt.arm-no-start-method", Case({"a": TWO_ARM, "b": reduced((131, b"\5"))},
                                      {"a": gic(gicc(0, 0)), "b": reduced((131, b"\5"))},
                                      text="2 processors")),
    ("acpi.rsdp-address", Case(
        linked().files(ZERO, **{"zero.bin": page(0, (0, 0x9F000, 1))}),
        linked(base=0xE0000).files(ZERO, **{"zero.bin": page(0, (0, 0x9F000, 1))}),
        text="acpi_rsdp_addr is 0")),
]
