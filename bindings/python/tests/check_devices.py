# SPDX-License-Identifier: BSD-2-Clause
"""Cases of the rules over tables of single devices, and over registers."""
from __future__ import annotations

import struct

from check_acpi import DBG2, HPET, changed, lapic, madt, table
from check_madt import ioapic
from check_pci import E820, mcfg
from checking import Case

SPCR = table(b"SPCR", struct.pack(
    "<B3sBBBBQBBIBBBBBBHHBBBIBIIHH", 3, b"", 0, 32, 0, 3, 0x9000000, 8, 0, 33, 3, 0, 1, 0, 3, 0,
    0xFFFF, 0xFFFF, 0, 0, 0, 0, 0, 0, 0, 2, 88) + b".\0", 4)
TPM2 = table(b"TPM2", struct.pack("<HHQI12s", 0, 0, 0xFED40040, 7, b""), 4)
LOGGED = table(b"TPM2", struct.pack("<HHQI12sIQ", 0, 0, 0xFED40040, 7, b"", 0x10000, 0x7F000000),
               4)
BGRT = table(b"BGRT", struct.pack("<HBBQII", 1, 1, 0, 0x7F000000, 0, 0))

CASES = {
    "spcr.value": Case({"a": changed(SPCR, 58, b"\5")}, {"a": changed(SPCR, 58, b"\7")}),
    "spcr.register": Case({"a": changed(SPCR, 41, b"\x0c")}, {"a": changed(SPCR, 41, b"\x10")}),
    "spcr.interrupt": Case({"a": changed(SPCR, 54, b"\x1f")}, {"a": changed(SPCR, 54, b"\x20")}),
    "spcr.namespace-string": Case({"a": changed(SPCR, 88, b".A")}, {"a": SPCR}),
    "dbg2.namespace-string": Case({"a": changed(DBG2, 82, b".A")}, {"a": DBG2}),
    "dbg2.register": Case({"a": changed(DBG2, 66, b"\5")}, {"a": changed(DBG2, 66, b"\0")}),
    "dbg2.port-type": Case({"a": changed(DBG2, 57, b"\x90")}, {"a": changed(DBG2, 58, b"\x12")}),
    "dbg2.address-size": Case({"a": changed(DBG2, 78, bytes(4))},
                              {"a": changed(DBG2, 78, b"\1\0\0\0")}),
    "hpet.address": Case({"a": changed(HPET, 45, b"\2")}, {"a": changed(HPET, 45, b"\4")}),
    "hpet.id": Case({"a": changed(HPET, 36, b"\0")}, {"a": changed(HPET, 36, b"\2")}),
    "tpm2.control-area": Case({"a": changed(TPM2, 40, bytes(8))},
                              {"a": changed(changed(TPM2, 40, bytes(8)), 48, b"\6")}),
    "tpm2.log": Case({"a": changed(LOGGED, 64, bytes(4))}, {"a": LOGGED}),
    "bgrt.image": Case({"a": changed(BGRT, 39, b"\1")}, {"a": changed(BGRT, 38, b"\2")}),
    "acpi.registers-in-ram": Case({"a": changed(HPET, 44, struct.pack("<Q", 0x7FFFC00)), "b": E820},
                                  {"a": changed(HPET, 44, struct.pack("<Q", 0x8000000)),
                                   "b": E820}),
    "acpi.registers-overlap": Case(
        {"a": madt(lapic(0, 0), ioapic(0, 0, 0xFEC00000)), "b": mcfg((0xFEC00000, 0, 0, 0))},
        {"a": madt(lapic(0, 0), ioapic(0, 0, 0xFEC00000)), "b": mcfg((0xFED00000, 0, 0, 0))}),
}

MORE = [
    ("spcr.register", Case({"a": changed(SPCR, 43, b"\5")}, {"a": changed(SPCR, 43, b"\4")},
                           text="Access Size")),
    ("spcr.register", Case({"a": changed(changed(SPCR, 40, b"\1"), 46, b"\1\0")},
                           {"a": changed(changed(SPCR, 40, b"\1"), 44, b"\xf8\3\0\0")},
                           text="end at 0xffff")),
    ("spcr.interrupt", Case({"a": changed(SPCR, 52, b"\0")},
                            {"a": changed(changed(SPCR, 52, b"\0"), 54, b"\0")},
                            text="Interrupt Type is 0")),
    ("dbg2.port-type", Case({"a": changed(DBG2, 58, b"\x15")}, {"a": changed(DBG2, 58, b"\x14")},
                            text="Port Subtype")),
    ("hpet.address", Case({"a": changed(HPET, 40, b"\1")}, {"a": HPET}, text="in memory")),
    ("tpm2.control-area", Case({"a": changed(TPM2, 48, b"\5")}, {"a": changed(TPM2, 48, b"\2")},
                               text="Start Method is 5")),
    ("bgrt.image", Case({"a": changed(BGRT, 40, bytes(8))}, {"a": BGRT}, text="Image Address")),
]
