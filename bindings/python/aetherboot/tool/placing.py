# SPDX-License-Identifier: BSD-2-Clause
"""The bytes of a plan into files: a file a region, or images of RAM."""
from __future__ import annotations

from .._enums import Backing
from . import Refusal
from .plandata import kind_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .._check import Data
    from .._plan import Plan
    from .._types import Region
    from .folder import File, Folder

    Extent = tuple[int, int, str]  # base, size and name of a file of guest memory

TOTAL_MAX = 1 << 30  # bytes of all regions of a guest


def regions(guest: Plan) -> list[Extent]:
    """A file for each region that is written, named by its kind and address."""
    return [(r.base, r.size, f"{kind_name(r)}-{r.base:#x}.bin")
            for r in guest.regions if r.backing != Backing.NONE]


def images(guest: Plan) -> list[Extent]:
    """A file for each stretch of RAM without a gap, as large as that is. Regions outside of RAM
    have files of their own."""
    stretches: list[list[int]] = []
    for ram in guest.machine.ram:
        if stretches and stretches[-1][0] + stretches[-1][1] == ram.base:
            stretches[-1][1] += ram.size
        else:
            stretches.append([ram.base, ram.size])
    rom = [extent for region, extent in zip(
        (r for r in guest.regions if r.backing != Backing.NONE), regions(guest), strict=True)
        if region.backing == Backing.ROM]
    return sorted([*((base, size, f"ram-{base:#x}.img") for base, size in stretches), *rom])


def place(guest: Plan, out: Folder, extents: list[Extent]) -> None:
    """Write every byte of the plan into files of guest memory, which are in ascending order, and
    note in the folder where each region is."""
    sink = _Sink(out, extents)
    try:
        guest.place(sink.take)
        sink.finish()
    finally:
        sink.close()


def refuse_endless(guest: Plan) -> None:
    """Refuse what nobody waits for: headers of a kernel may ask for much memory behind it, and a
    description may say that it is there."""
    written = [r for r in guest.regions if r.backing != Backing.NONE]
    if sum(r.size for r in written) > TOTAL_MAX:
        largest = max(written, key=lambda r: r.size)
        raise Refusal(f"{largest.name}: {largest.size:#x} bytes are too many: all regions together "
                      f"must have at most {TOTAL_MAX:#x}", "payload")


class _Sink:
    """What place() writes to: one file after the other."""

    def __init__(self, out: Folder, extents: list[Extent]) -> None:
        self._out = out
        self._rest = iter(extents)
        self._base = self._end = 0  # of the file
        self._file: File | None = None
        self._region: Region | None = None
        self._digest: Any = None

    def take(self, region: Region, _offset: int, data: Data) -> None:
        if region is not self._region:
            self._begin(region)
        self._digest.update(data)
        self._file.write(data)  # type: ignore[union-attr]

    def _begin(self, region: Region) -> None:
        from hashlib import sha256

        self._account()
        while region.base >= self._end:
            self._next()
        assert self._file is not None
        self._file.skip_to(region.base - self._base)
        self._region, self._digest = region, sha256()

    def _account(self) -> None:
        """The region that was written has ended."""
        if self._region is not None and self._file is not None:
            base = self._region.base
            self._out.placed[base] = self._file.name, base - self._base, self._digest.hexdigest()
            self._region = None

    def _next(self) -> bool:
        """End a file, and begin the next one. Returns false after the last."""
        if self._file is not None:
            self._file.skip_to(self._end - self._base)
            self.close()
        extent = next(self._rest, None)
        if extent is None:
            return False
        self._base, self._end = extent[0], extent[0] + extent[1]
        self._file = self._out.create(extent[2], digest=False)
        return True

    def finish(self) -> None:
        """All is written: end the file, and make those in which there is nothing."""
        self._account()
        while self._next():
            pass

    def close(self) -> None:
        file, self._file = self._file, None
        if file is not None:
            file.close()
