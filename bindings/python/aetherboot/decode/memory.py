# SPDX-License-Identifier: BSD-2-Clause
"""A guest's memory in files, read in windows. No file is read or mapped whole."""
from __future__ import annotations

import os
from bisect import bisect_right

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Run = tuple[int, int, int, int]  # address, size, file, offset in it

END = 1 << 52  # of physical addresses, as x86-64 and arm64 have them
WINDOW = 1 << 20  # bytes that a search reads at a time


class Memory:
    """Guest-physical memory as runs of bytes in files. Where two overlap, the first that begins
    is the one that is read.

    - `runs`: in ascending order, without overlaps
    - `bytes_read`: how many bytes were read until now
    """

    __slots__ = ("runs", "bytes_read", "_starts")

    def __init__(self, runs: Iterable[Run]) -> None:
        self.runs: list[Run] = []
        self.bytes_read = 0
        done = 0
        for address, size, file, offset in sorted(runs):
            cut = max(done - address, 0)
            size = min(address + size, END) - address
            if size > cut:
                self.runs.append((address + cut, size - cut, file, offset + cut))
                done = address + size
        self._starts = [run[0] for run in self.runs]

    def read(self, address: int, size: int) -> bytes:
        """Bytes from an address on: fewer where the memory ends before, none where it is not."""
        found = bytearray()
        index = bisect_right(self._starts, address) - 1
        while size > 0 and 0 <= index < len(self.runs):
            start, length, file, offset = self.runs[index]
            at = address - start
            if not 0 <= at < length:
                break
            part = os.pread(file, min(size, length - at), offset + at)
            self.bytes_read += len(part)
            if len(part) == size and not found:
                return part
            found += part
            if len(part) < min(size, length - at):  # the file is shorter meanwhile
                break
            address += len(part)
            size -= len(part)
            index += 1
        return bytes(found)

    def stretches(self) -> list[tuple[int, int]]:
        """Address and size of each piece of memory that has no gap."""
        found: list[tuple[int, int]] = []
        for address, size, *_ in self.runs:
            if found and sum(found[-1]) == address:
                found[-1] = found[-1][0], found[-1][1] + size
            else:
                found.append((address, size))
        return found

    def there(self, places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """The parts of places, from start to end, at which there is memory."""
        found: list[tuple[int, int]] = []
        for start, stop in sorted(places):
            if found:
                start = max(start, found[-1][1])
            index = max(bisect_right(self._starts, start) - 1, 0)
            for address, size, *_ in self.runs[index:bisect_right(self._starts, stop)]:
                low, high = max(start, address), min(stop, address + size)
                if low < high and found and found[-1][1] == low:
                    found[-1] = found[-1][0], high
                elif low < high:
                    found.append((low, high))
        return found

    def search(self, pattern: bytes, step: int, places: Iterable[tuple[int, int]], most: int,
               ) -> Iterator[int]:
        """The addresses, multiples of a power of two, at which bytes begin, in places of start and
        end. Only so many are looked at, at multiples or not."""
        for start, stop in places:
            for base in range(start, stop, WINDOW):
                block = self.read(base, min(WINDOW, stop - base) + len(pattern) - 1)
                at = block.find(pattern)
                while at >= 0 and most:
                    most -= 1
                    if (base + at) % step == 0:
                        yield base + at
                    at = block.find(pattern, at + 1)
                if not most:
                    return
