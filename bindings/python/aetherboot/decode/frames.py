# SPDX-License-Identifier: BSD-2-Clause
"""Where a stream of LZ4 or Zstandard ends, as the lengths of its blocks say. The library's decoders
do not tell."""
from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._check import Data

MAX_BLOCKS = 500_000  # Zstandard's have up to 128 KiB, LZ4's of the legacy format 8 MiB
LEGACY, LEGACY_BLOCK = 0x184C2102, (8 << 20) + (8 << 20) // 255 + 16
DICTIONARY, CONTENT = (0, 1, 2, 4), (0, 2, 4, 8)  # sizes of fields, by their flags


def end_of(codec: str, data: Data) -> int:
    """How many bytes the stream has with which the data begin; all, if that is not to be found."""
    walk = {"Zstandard": _zstandard, "LZ4": _lz4, "LZ4 legacy": _legacy}.get(codec)
    end = walk(data) if walk is not None else -1
    return end if 0 < end <= len(data) else len(data)


def _number(data: Data, at: int, size: int) -> int:
    return int.from_bytes(data[at:at + size], "little")


def _zstandard(data: Data) -> int:
    flags = _number(data, 4, 1)
    single = flags >> 5 & 1
    at = 6 - single + DICTIONARY[flags & 3] + (CONTENT[flags >> 6] or single)
    for _ in range(MAX_BLOCKS):
        if at + 3 > len(data):
            return -1
        head = _number(data, at, 3)
        at += 3 + (1 if head >> 1 & 3 == 1 else head >> 3)
        if head & 1:
            return at + 4 * (flags >> 2 & 1)
    return -1


def _lz4(data: Data) -> int:
    flags = _number(data, 4, 1)
    at = 7 + 8 * (flags >> 3 & 1) + 4 * (flags & 1)
    for _ in range(MAX_BLOCKS):
        if at + 4 > len(data):
            return -1
        size = _number(data, at, 4) & 0x7FFFFFFF
        at += 4
        if not size:
            return at + 4 * (flags >> 2 & 1)
        at += size + 4 * (flags >> 4 & 1)
    return -1


def _legacy(data: Data) -> int:
    at = 4
    for _ in range(MAX_BLOCKS):
        size = _number(data, at, 4)
        if at + 4 + size > len(data) or size in (0, LEGACY) or size > LEGACY_BLOCK:
            return at
        at += 4 + size
    return -1
