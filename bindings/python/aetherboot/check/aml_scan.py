# SPDX-License-Identifier: BSD-2-Clause
"""Devices of a definition block, with what is constant in them: _HID, _UID and _CRS.

No namespace is made: devices are found by their opcode, and what lies in one belongs to it. That
is so in every block that a compiler or a VMM writes; methods are not run.
"""
from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

DEVICE, PROCESSOR = b"\x5b\x82", b"\x5b\x83"
LEAD = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ_"
NAME = LEAD + b"0123456789"
WIDTHS = {0x0A: 1, 0x0B: 2, 0x0C: 4, 0x0E: 8}  # of integers, by their opcode
STRING, BUFFER, NAME_OP = 0x0D, 0x11, 0x08
SPACES = {0x88: 2, 0x87: 4, 0x8A: 8}  # address space descriptors, and the width of their fields
MAX_DEVICES = 20_000


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
    found = sorted([*_all(block, DEVICE), *_all(block, PROCESSOR)], key=lambda one: one.offset)
    found = found[:MAX_DEVICES]
    marks = sorted((at, key) for key in (b"_HID", b"_UID", b"_CRS")
                   for at in _places(block, bytes([NAME_OP]) + key))
    stack: list[Device] = []
    coming = iter([*found, None])
    next_one = next(coming)
    for at, key in marks:
        while next_one is not None and next_one.offset < at:
            stack.append(next_one)
            next_one = next(coming)
        while stack and stack[-1].end <= at:
            stack.pop()
        if stack:
            _note(stack[-1], key, block, at + 5)
    return found


def _places(block: bytes, what: bytes) -> Iterator[int]:
    at = block.find(what)
    while at >= 0:
        yield at
        at = block.find(what, at + 1)


def _all(block: bytes, opcode: bytes) -> Iterator[Device]:
    for at in _places(block, opcode):
        size, place = length(block, at + 2)
        while place < len(block) and block[place] in b"\\^":
            place += 1
        if block[place:place + 1] == b"\x2e":
            place += 1 + 4
        name = block[place:place + 4]
        end = at + 2 + size
        if len(name) == 4 and name[0] in LEAD and all(c in NAME for c in name) \
                and place + 4 <= end <= len(block):
            device = Device(at, end, name.decode())
            if opcode == PROCESSOR and place + 4 < end:
                device.hid, device.uid = "ACPI0007", str(block[place + 4])
            yield device


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


def _note(device: Device, key: bytes, block: bytes, at: int) -> None:
    """Keep a constant of a device."""
    if key == b"_CRS":
        device.memory += _resources(block, at)
        return
    number = integer(block, at)
    text = ""
    if block[at:at + 1] == bytes([STRING]):
        end = block.find(b"\0", at + 1, at + 258)
        text = block[at + 1:max(end, at + 1)].decode("latin1")
    elif number is not None:
        text = eisa(number[0]) if key == b"_HID" else str(number[0])
    if key == b"_HID":
        device.hid = text
    else:
        device.uid = text


def eisa(number: int) -> str:
    """An identifier that is packed into an integer, as PNP0A08."""
    swapped = int.from_bytes(number.to_bytes(8, "little")[:4], "big")
    letters = "".join(chr(64 + (swapped >> shift & 31)) for shift in (26, 21, 16))
    return f"{letters}{swapped & 0xFFFF:04X}"


def _resources(block: bytes, at: int) -> Iterator[tuple[int, int, bool]]:
    """The memory of a resource template, if there is one."""
    if block[at:at + 1] != bytes([BUFFER]):
        return
    _size, place = length(block, at + 1)
    count = integer(block, place)
    if count is None:
        return
    at, end = count[1], min(count[1] + count[0], len(block))
    while at < end and block[at] != 0x79:
        kind = block[at]
        if not kind & 0x80:
            at += 1 + (kind & 7)
            continue
        size = int.from_bytes(block[at + 1:at + 3], "little")
        body = block[at + 3:at + 3 + size]
        at += 3 + size
        if kind == 0x86 and size >= 9:  # Memory32Fixed
            start = int.from_bytes(body[1:5], "little")
            yield start, start + int.from_bytes(body[5:9], "little"), False
        elif kind in SPACES and size >= 3 + 5 * SPACES[kind] and body[0] == 0:
            width = SPACES[kind]
            start = int.from_bytes(body[3 + width:3 + 2 * width], "little")
            count_ = int.from_bytes(body[3 + 4 * width:3 + 5 * width], "little")
            yield start, start + count_, not body[1] & 1
