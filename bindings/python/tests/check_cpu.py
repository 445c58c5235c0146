# SPDX-License-Identifier: BSD-2-Clause
"""Of each rule over the first processor's state: a fault that fires it, and a legal near miss
that does not."""
from __future__ import annotations

import struct
from typing import Any

from building import CPIO, Region, folder
from checking import Case

Files = dict[str, bytes]
KERNEL, INITRD, GDT = 0x1000000, 0x4000000, 0x1000
CODE, STATE = 0xAF9B000000FFFF, 0x8B0000000067
LONG = {"cr0": 0x80000001, "cr4": 0x20, "efer": 0x500}


def guest(line: bytes = b"quiet", **registers: Any) -> Files:
    """A kernel of 64 bytes, a GDT and an initrd."""
    return folder([Region("kernel", KERNEL, b"\x90" * 64), Region("initrd", INITRD, CPIO),
                   Region("cmdline", 0x2000, line),
                   Region("gdt", GDT, struct.pack("<QQQ", 0, CODE, STATE))],
                  registers={"rip": KERNEL, "rflags": 2, **registers})


def loaded(name: str, selector: int, attributes: int) -> Files:
    """The same with a segment register."""
    return guest(gdt={"base": hex(GDT), "limit": "0x17"}, **{
        name: {"selector": hex(selector), "base": "0x0", "attr": hex(attributes)}})


CASES = {
    "build.entry": Case(guest(rip=INITRD + 63), guest(rip=INITRD + 64)),
    "build.cmdline": Case(guest(b"quiet\0loud"), guest(b"quiet\0\0")),
    "cpu.interrupts": Case(guest(rflags=0x202), guest(rflags=0x102)),
    "cpu.mode": Case(guest(**LONG | {"cr0": 1}), guest(**LONG | {"cr0": 1, "efer": 0x100})),
    "cpu.segment": Case(loaded("cs", 8, 0x809B), loaded("cs", 8, 0xA09A)),
}

MORE = [
    ("cpu.mode", Case(guest(**LONG | {"cr4": 0}), guest(**LONG), text="without PAE")),
    ("cpu.mode", Case(guest(**LONG | {"cr0": 1 << 31}), guest(**LONG), text="without PE")),
    ("cpu.segment", Case(loaded("tr", 16, 0x8A), loaded("tr", 16, 0x8B), text="tr has")),
    ("cpu.segment", Case(loaded("ds", 11, 0xA01B), loaded("ds", 3, 0xA01B), text="selector 0x8")),
]
