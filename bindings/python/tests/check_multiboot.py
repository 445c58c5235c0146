# SPDX-License-Identifier: BSD-2-Clause
"""Of each rule over Multiboot information: a fault that fires it, and a legal near miss that does
not. Maps of it are judged by the rules over E820 maps."""
from __future__ import annotations

import struct
from collections.abc import Sequence

from building import CPIO, E820, Region, folder
from checking import Case

Files = dict[str, bytes]
Modules = Sequence[tuple[int, int]]
INFO, INITRD, MODULE = 0x2000, 0x4000000, 0x5000000
MODULES = ((INITRD, INITRD + 64), (MODULE, MODULE + 16))


def info_1(modules: Modules, rows: Sequence[tuple[int, int, int]]) -> bytes:
    """Modules and a memory map. MB1 3.3"""
    at = INFO + 120
    head = struct.pack("<13I", 0x48, 0, 0, 0, 0, len(modules), at, 0, 0, 0, 0, 24 * len(rows),
                       at + 16 * len(modules)).ljust(120, b"\0")
    return head + b"".join(struct.pack("<4I", *one, 0, 0) for one in modules) + b"".join(
        struct.pack("<IQQI", 20, *row) for row in rows)


def tag(kind: int, body: bytes) -> bytes:
    return struct.pack("<II", kind, 8 + len(body)) + body + bytes(-len(body) % 8)


def info_2(modules: Modules, rows: Sequence[tuple[int, int, int]]) -> bytes:
    """The same. MB2 3.6"""
    body = b"".join(tag(3, struct.pack("<II", *one) + b"w\0") for one in modules)
    body += tag(6, struct.pack("<II", 24, 0) + b"".join(
        struct.pack("<QQII", *row, 0) for row in rows)) + tag(0, b"")
    return struct.pack("<II", 8 + len(body), 0) + body


def guest(modules: Modules = MODULES, rows: Sequence[tuple[int, int, int]] = E820,
          rbx: int = INFO, version: int = 1, more: Sequence[Region] = ()) -> Files:
    data = (info_1 if version == 1 else info_2)(modules, rows)
    return folder([Region("multiboot-info", INFO, data), Region("initrd", INITRD, CPIO),
                   Region("module", MODULE, b"m" * 16), *more],
                  registers={"rip": 0x100000, "rbx": rbx},
                  protocol="multiboot" if version == 1 else "multiboot2")


def reversed_(version: int) -> Files:
    """A module that ends before it begins, without a folder's module to compare it with."""
    return guest((MODULES[0], (MODULE, MODULE - 1)), version=version)


RESERVED = Region("hole", 0x7F00000, None, "reserved", 0x1000)
CUT = (*E820[:2], (0x100000, 0x7E00000, 1), (0x7F00000, 0x1000, 2), (0x7F01000, 0xFF000, 1))

CASES = {
    "multiboot.module": Case(guest((MODULES[0], (MODULE, MODULE + 15))), guest(MODULES[::-1]),
                             text="ends before 0x5000010"),
    "multiboot.module-end": Case(reversed_(1), guest(MODULES[::-1]), {"multiboot.module"}),
}
MORE = [
    ("multiboot.module", Case(guest((MODULES[0], (MODULE, MODULE + 17)), version=2),
                              guest(version=2), text="mod_end is 0x5000011")),
    ("multiboot.module", Case(guest((MODULES[0], MODULES[1], (0x6000000, 0x6000001))),
                              guest(), text="mod_start is 0x6000000")),
    ("multiboot.module", Case(guest(MODULES[:1], version=2), guest(version=2),
                              text="no module leads to the region module")),
    ("build.register", Case(guest(rbx=INFO + 8), guest(), text="rbx is 0x2008")),
    ("e820.not-ram", Case(guest(rows=(*E820, (0x8000000, 4096, 1))),
                          guest(rows=(*E820, (0x8000000, 4096, 2))))),
    ("e820.not-ram", Case(guest(rows=(*E820, (0x8000000, 4096, 1)), version=2),
                          guest(rows=(*E820, (0x8000000, 4096, 2)), version=2))),
    ("e820.not-free", Case(guest(more=[RESERVED], version=2),
                           guest(rows=CUT, more=[RESERVED], version=2))),
    ("e820.overlap", Case(guest(rows=((0, 0xA0000, 1), *E820[1:])), guest())),
    ("e820.empty", Case(guest(rows=(*E820, (0x8000000, 0, 2))),
                        guest(rows=(*E820, (0x8000000, 1, 2))))),
]
