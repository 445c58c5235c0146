#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Write the seeds of the bus target: a driver's accesses to each device of each machine.

usage: seeds-bus.py CORPUS        e.g. tests/fuzz/corpus"""
import pathlib
import struct
import sys


def step(what, device=0, offset=0, value=0):
    return struct.pack("<BBHQ", what, device, offset & 0xffff, value)


def access(read, width, device, offset, value=0, pio=False):
    """At an offset of a range; the target begins 4 bytes before it."""
    return step(read | 5 << 1 | (width - 1) << 4, device | (0x80 if pio else 0), offset + 4, value)


def memory(at, value):
    return step(3 << 1, 0, at, value)


def virtio(device, ram, queue=0, last=None):
    """Negotiate, set up a queue of 4 in one page, offer two chains, notify, acknowledge. LAST: steps
    before the reset."""
    def write(offset, value):
        return access(0, 4, device, offset, value)

    s = b"".join(write(*w) for w in ((0x70, 0), (0x70, 1), (0x70, 3), (0x24, 1), (0x20, 1), (0x70, 11),
                                     (0x30, queue), (0x38, 4), (0x80, ram), (0x84, 0), (0x90, ram + 0x100), (0x94, 0),
                                     (0xa0, ram + 0x200), (0xa4, 0), (0x44, 1), (0x70, 15)))
    written = 0 if queue else 2  # a console's second queue is for what it reads; the last buffer ends the memory
    for i, (addr, size, flags, following) in enumerate(((0x1000, 64, 1 | written, 1), (0x1100, 64, written, 0),
                                                        (0x2fc0 if last else 0x1200, 64 if last else 4096, written, 0))):
        s += memory(16 * i, ram + addr) + memory(16 * i + 8, size | flags << 32 | following << 48)
    first = 2 if last else 0  # the chain
    # memory changes while a chain is served: first beside the rings; then the next descriptor's address
    s += step(4 << 1, 0, 0x800) + memory(0x100, 2 << 16 | first << 32 | 2 << 48) + write(0x50, queue)
    s += step(4 << 1, 0, 16, ram + 0xffff0000) + memory(0x100, 4 << 16 | first << 32) + write(0x50, queue)
    return s + (last or b"") + access(1, 4, device, 0x60) + write(0x64, 3) + write(0x70, 0)


def every(n, pio):
    """Each range: both ends and what is around them, by each width."""
    s = b""
    for device in range(n):
        for width in (1, 2, 3, 4, 8):
            for offset in (-2, 0, 4, 8, 0x30, 0x44):
                s += access(0, width, device, offset, 0x0102030405060708 * width, pio)
                s += access(1, width, device, offset, 0, pio)
    return s


OUTSIDE = step(0, 20, 0, 0x6867666564636261) + step(1 << 1, 20, 0, 60000) + step(2 << 1, 1) + step(2 << 1, 0)
UART = b"".join(access(0, 1, 1, at, value, True) for at, value in ((4, 0x0b), (2, 0x07), (1, 0x0f), (0, 0x41))) + \
    OUTSIDE + b"".join(access(1, 1, 1, at, 0, True) for at in (2, 5, 0, 0, 6, 2))
RTC = b"".join(access(0, 1, 0, at, value, True) for at, value in ((0, 0x0b), (1, 0x32), (0, 1), (1, 0xc0), (0, 12))) + \
    OUTSIDE + access(1, 1, 0, 1, 0, True)
PL011 = b"".join(access(0, 4, 0, at, value) for at, value in ((0x30, 0x301), (0x2c, 0x70), (0x38, 0x7ff), (0, 0x41))) + \
    OUTSIDE + b"".join(access(1, 4, 0, at) for at in (0x18, 0, 0, 0x40, 0x3c)) + access(0, 4, 0, 0x44, 0x7ff)
PL031 = b"".join(access(0, 4, 1, at, value) for at, value in ((8, 100), (4, 160), (0x10, 1))) + OUTSIDE + \
    access(1, 4, 1, 0x18) + access(0, 4, 1, 0x1c, 1)
PL061 = b"".join(access(0, 4, 2, at, value) for at, value in ((0x40c, 8), (0x410, 8), (0x404, 0))) + OUTSIDE + \
    access(1, 4, 2, 0x3fc) + access(0, 4, 2, 0x41c, 8) + access(0, 4, 2, 0x404, 8) + OUTSIDE
# at 0x610, the fifth range: both events enabled, the button, time, their status; the power off
PM = b"".join(access(0, width, 4, at, value, True) for at, width, value in ((2, 2, 0x101), (4, 2, 0x1400))) + OUTSIDE + \
    b"".join(access(1, width, 4, at, 0, True) for at, width in ((0, 4), (8, 4), (4, 2))) + \
    b"".join(access(0, width, 4, at, value, True) for at, width, value in ((0, 2, 0x101), (5, 1, 0x34)))
# input before there are buffers, and then more than fits
CONSOLE = step(0, 200, 0, 0x6867666564636261) * 2
SEEDS = {
    "x86-acpi": b"\0" + UART + RTC + virtio(1, 0) + OUTSIDE,
    "x86-mp": b"\1" + UART + RTC + virtio(0, 0),
    "arm64-tree": b"\2" + PL011 + PL031 + PL061 + virtio(3, 0x80000000),
    "arm64-v2": b"\3" + PL011 + OUTSIDE + virtio(3, 0x80000000),
    "arm64-acpi": b"\4" + PL011 + virtio(2, 0x80000000) + OUTSIDE,
    "x86-console": b"\5" + virtio(2, 0, 1, OUTSIDE) + virtio(2, 0, 0, CONSOLE) + RTC,
    "x86-pc": b"\7" + UART + RTC + PM + virtio(1, 0) + OUTSIDE,
    "arm64-console": b"\6" + virtio(3, 0x80000000, 1, OUTSIDE) + virtio(3, 0x80000000, 0, CONSOLE),
}
for machine, n, pio in ((0, 8, True), (0, 3, False), (2, 4, False), (4, 3, False)):
    steps = every(n, pio)
    for part in range(0, len(steps), 12 * 240):
        SEEDS[f"every-{machine}-{'pio' if pio else 'mmio'}-{part}"] = bytes([machine]) + steps[part:part + 12 * 240]

folder = pathlib.Path(sys.argv[1]) / "bus"
folder.mkdir(exist_ok=True)
for name, content in SEEDS.items():
    (folder / name).write_bytes(content)
