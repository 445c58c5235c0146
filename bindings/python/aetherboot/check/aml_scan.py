# SPDX-License-Identifier: BSD-2-Clause
"""Devices of a definition block, with what is constant in them: _HID, _UID and _CRS.

No namespace is made: devices are found by their opcode, and what lies in one belongs to it. That
is so in every block that a compiler or a VMM writes; methods are not run.
"""
from __future__ import annotations

import re
from itertools import islice

# a device or processor: opcode, PkgLength, where its name is meant, name
HEAD = re.compile(rb"\x5b([\x82\x83])(?:[\0-\x3f]|[\x40-\x7f].|[\x80-\xbf]..|[\xc0-\xff]...)"
                  rb"[\\^]{0,64}(?:\x2e.{4})?([A-Z_][A-Z0-9_]{3})", re.S)
MARK = re.compile(rb"\x08_(HID|UID|CRS)")  # names in it
PROCESSOR = b"\x83"
WIDTHS = {0x0A: 1, 0x0B: 2, 0x0C: 4, 0x0E: 8}  # of integers, by their opcode
STRING, BUFFER = 0x0D, 0x11
SPACES = {0x88: 2, 0x87: 4, 0x8A: 8}  # address space descriptors, and the width of their fields
MAX_DEVICES, MAX_MARKS = 20_000, 80_000


class Device:
    """A device, or a processor.

    - `offset`: of its first byte in the block
    - `name`: the last part of its name
    - `hid`, `uid`: as text, "" if it has none that is constant
    - `memory`: first address, the one behind the last, and whether the device hands them down
    """

    __slots__ = ("offset", "end", "name", "hid", "uid", "memory")

    def __init__(self, offset: int, end: int, name: str) -> None:
        self.offset = offset
        self.end = end
        self.name = name
        self.hid = self.uid = ""
        self.memory: list[tuple[int, int, bool]] = []

    @property
    def label(self) -> str:
        """How a finding calls it."""
        return f"{self.name} ({self.hid})" if self.hid else self.name


def devices(block: bytes) -> list[Device]:
    """All devices of a block, in the order of their beginnings."""
    found: list[Device] = []
    for match in HEAD.finditer(block):
        end = match.start() + 2 + length(block, match.start() + 2)[0]
        if match.end() <= end <= len(block):
            device = Device(match.start(), end, match[2].decode())
            if match[1] == PROCESSOR and match.end() < end:
                device.hid, device.uid = "ACPI0007", str(block[match.end()])
            found.append(device)
        if len(found) == MAX_DEVICES:
            break
    stack: list[Device] = []
    coming, done = 0, 0
    for mark in islice(MARK.finditer(block), MAX_MARKS):
        while coming < len(found) and found[coming].offset < mark.start():
            stack.append(found[coming])
            coming += 1
        while stack and stack[-1].end <= mark.start():
            stack.pop()
        if stack and mark.start() >= done:
            done = _note(stack[-1], mark[1], block, mark.end())
    return found


def length(block: bytes, at: int) -> tuple[int, int]:
    """A PkgLength, and where what follows begins."""
    if at >= len(block):
        return 0, at
    more = block[at] >> 6
    if not more:
        return block[at] & 63, at + 1
    rest = int.from_bytes(block[at + 1:at + 1 + more], "little")
    return rest << 4 | block[at] & 15, at + 1 + more


def integer(block: bytes, at: int) -> tuple[int, int] | None:
    """A constant integer, and where what follows begins."""
    if at >= len(block):
        return None
    opcode = block[at]
    if opcode in (0, 1, 0xFF):
        return (opcode if opcode < 2 else (1 << 64) - 1), at + 1
    if opcode in WIDTHS:
        end = at + 1 + WIDTHS[opcode]
        return int.from_bytes(block[at + 1:end], "little"), end
    return None


def _note(device: Device, key: bytes, block: bytes, at: int) -> int:
    """Keep a constant of a device. Returns where it ends."""
    if key == b"CRS":
        return _resources(device, block, at)
    number = integer(block, at)
    text = ""
    if block[at:at + 1] == bytes([STRING]):
        end = block.find(b"\0", at + 1, at + 258)
        text = block[at + 1:max(end, at + 1)].decode("latin1")
    elif number is not None:
        text = eisa(number[0]) if key == b"HID" else str(number[0])
    if key == b"HID":
        device.hid = text
    else:
        device.uid = text
    return at


def eisa(number: int) -> str:
    """An identifier that is packed into an integer, as PNP0A08."""
    swapped = int.from_bytes(number.to_bytes(8, "little")[:4], "big")
    letters = "".join(chr(64 + (swapped >> shift & 31)) for shift in (26, 21, 16))
    return f"{letters}{swapped & 0xFFFF:04X}"


def _resources(device: Device, block: bytes, at: int) -> int:
    """Keep the memory of a resource template, if there is one. Returns where that ends."""
    if block[at:at + 1] != bytes([BUFFER]):
        return at
    count = integer(block, length(block, at + 1)[1])
    if count is None:
        return at
    at, end = count[1], min(count[1] + count[0], len(block))
    while at < end and block[at] != 0x79:
        kind = block[at]
        if not kind & 0x80:
            at += 1 + (kind & 7)
            continue
        size = int.from_bytes(block[at + 1:at + 3], "little")
        _memory(device, kind, block[at + 3:at + 3 + size])
        at += 3 + size
    return at


def _memory(device: Device, kind: int, body: bytes) -> None:
    """Keep what a large resource descriptor tells, if it is of memory."""
    if kind == 0x86 and len(body) >= 9:  # Memory32Fixed
        start, size = (int.from_bytes(body[at:at + 4], "little") for at in (1, 5))
        device.memory.append((start, start + size, False))
    elif kind in SPACES and len(body) >= 3 + 5 * SPACES[kind] and body[0] == 0:
        width = SPACES[kind]
        start, size = (int.from_bytes(body[3 + n * width:3 + (n + 1) * width], "little")
                       for n in (1, 4))
        device.memory.append((start, start + size, not body[1] & 1))
