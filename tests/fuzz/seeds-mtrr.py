#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Write the seeds of the mtrr target: RAM with holes for devices, in few and in many blocks.

usage: seeds-mtrr.py CORPUS        e.g. tests/fuzz/corpus"""
import pathlib
import struct
import sys

MIB, GIB = 1 << 20, 1 << 30


def pages(size):
    """A word that stands for it: 27 bits of pages, shifted by the lowest 5."""
    n, shift = size >> 12, 0
    while n >> shift >= 1 << 27:
        shift += 1
    return n >> shift << 5 | shift


def machine(bits, ram, devices):
    """ram: sizes, with the gap before each but the first; devices: (base,), (base, size) of RAM that
    comes later, or (ecam, mmio32, mmio64)"""
    words = [bits - 36, (len(ram) + 1) // 2 - 1, *(pages(v) for v in ram), len(devices)]
    for d in devices:
        words += [0, pages(d[0])] if len(d) == 1 else \
            [2, pages(d[0]), pages(d[1])] if len(d) == 2 else \
            [1, pages(d[0]), *(pages(v) for window in d[1:] for v in window)]
    return struct.pack(f"<{len(words)}I", *words)


BRIDGE = (0xe0000000, (0xc0000000, 256 * MIB), (1 << 36, 4 * GIB))
SEEDS = {
    "small": machine(40, (512 * MIB,), ((0xfeb00000,),)),
    "hole": machine(46, (3 * GIB, GIB, 5 * GIB), (BRIDGE, (0xfeb00000,))),
    "odd": machine(39, (3 * GIB - 4096, GIB + 4096, 5 * GIB + 12345 * 4096), (BRIDGE,)),
    "later": machine(40, (3 * GIB,), ((4 * GIB, 4 * GIB), BRIDGE, (24 * GIB, 8 * GIB))),
    "later-odd": machine(40, (2 * GIB - 4096,), ((4 * GIB, 4096), (4 * GIB + 4096,), (4 * GIB + 8192, 20 * MIB))),
    "many": machine(52, (1 * GIB, MIB, 3 * MIB, MIB, 5 * MIB, MIB, 7 * MIB, 3 * GIB, 9 * MIB, MIB, 11 * MIB),
                    ((0xfeb00000,),)),
}
folder = pathlib.Path(sys.argv[1]) / "mtrr"
folder.mkdir(exist_ok=True)
for name, content in SEEDS.items():
    (folder / name).write_bytes(content)
