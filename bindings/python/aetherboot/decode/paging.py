# SPDX-License-Identifier: BSD-2-Clause
"""Page tables of x86 in all modes: 32-bit, PAE, and long mode of 4 or 5 levels."""
from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .node import Input, Node

PAGE = 4096
PRESENT, PS = 1, 1 << 7
PSE, PAE, LA57, LMA = 1 << 4, 1 << 5, 1 << 12, 1 << 10  # of CR4, and of EFER
FLAGS = ((1, "writable"), (2, "user"), (3, "write-through"), (4, "uncached"), (5, "accessed"),
         (6, "dirty"), (8, "global"), (63, "no execute"))
ADDRESS, ADDRESS_32 = 0x000FFFFFFFFFF000, 0xFFFFF000
HIGH, HIGH_SHIFT = 0x1FE000, 19  # bits 20 to 13 of a page of 4 MiB are bits 39 to 32
NEVER = 0
TOP = 0x7FF << 52  # bits 62 to 52, which long mode ignores


class Level:
    """Tables of one level of a mode.

    - `name`, `section`: which together are those of no other level
    - `shift`, `bits`: lowest of the bits of a linear address that choose an entry, and how many
    - `large`: the bit of a present entry that makes it a page
    - `reserved`, `page_reserved`: bits that must be 0 in an entry that leads to a table, in a page
    - `address`: bits of an entry that are an address
    - `high`: bits of a page that are those from 32 on of its address
    """

    __slots__ = ("name", "section", "shift", "bits", "large", "reserved", "page_reserved",
                 "address", "high")

    def __init__(self, name: str, section: str, shift: int, bits: int, large: int, reserved: int,
                 page_reserved: int, address: int = ADDRESS, high: int = 0) -> None:
        self.name, self.section = name, section
        self.shift, self.bits, self.large = shift, bits, large
        self.reserved, self.page_reserved = reserved, page_reserved
        self.address, self.high = address, high

    def is_page(self, entry: int) -> bool:
        """Whether a present entry is a page."""
        return bool(entry & self.large)

    def target(self, entry: int) -> int:
        """Where the page or the table of a present entry lies."""
        if not self.is_page(entry):
            return entry & self.address
        return entry & self.address & -(1 << self.shift) | (entry & self.high) << HIGH_SHIFT

    def bad(self, entry: int) -> int:
        """Reserved bits that a present entry has."""
        return entry & (self.page_reserved if self.is_page(entry) else self.reserved)


class Mode:
    """A mode of paging.

    - `long`, `cr4`: whether long mode is active, and the bits of CR4 that must be set for it
    - `width`: bytes of an entry
    - `root`: bits of CR3 that are the address of the first table
    - `levels`: from that of the pages on
    """

    __slots__ = ("long", "cr4", "width", "root", "levels")

    def __init__(self, long: bool, cr4: int, width: int, root: int, *levels: Level) -> None:
        self.long, self.cr4, self.width, self.root, self.levels = long, cr4, width, root, levels


S32, S32_NO_PSE, S_PAE, S_LONG = "SDM 4.3", "SDM 4.3 without PSE", "SDM 4.4", "SDM 4.5"
PT, PD, PDPT = "page table", "page directory", "page-directory-pointer table"
# name, section, shift, bits, what makes a page, reserved bits: of tables, of pages
_PT_32 = Level(PT, S32, 12, 10, PRESENT, 0, 0, ADDRESS_32)
_PD_32 = Level(PD, S32_NO_PSE, 22, 10, NEVER, 0, 0, ADDRESS_32)
_PD_PSE = Level(PD, S32, 22, 10, PS, 0, 1 << 21, ADDRESS_32, HIGH)
_PAE = (Level(PT, S_PAE, 12, 9, PRESENT, 0, TOP),
        Level(PD, S_PAE, 21, 9, PS, TOP, TOP | 0x1FE000),
        Level(PDPT, S_PAE, 30, 2, NEVER, 1 << 63 | TOP | 0x1E6, 0))
_LONG = (Level(PT, S_LONG, 12, 9, PRESENT, 0, 0),
         Level(PD, S_LONG, 21, 9, PS, 0, 0x1FE000),
         Level(PDPT, S_LONG, 30, 9, PS, 0, 0x3FFFE000),
         Level("PML4", S_LONG, 39, 9, NEVER, PS, 0),
         Level("PML5", S_LONG, 48, 9, NEVER, PS, 0))
MODES = (  # the first that fits is the one that is on
    Mode(True, LA57, 8, ADDRESS, *_LONG),
    Mode(True, 0, 8, ADDRESS, *_LONG[:4]),
    Mode(False, PAE, 8, 0xFFFFFFE0, *_PAE),
    Mode(False, PSE, 4, ADDRESS_32, _PT_32, _PD_PSE),
    Mode(False, 0, 4, ADDRESS_32, _PT_32, _PD_32))
LEVELS = {(level.section, level.name): level for mode in MODES for level in mode.levels}


def mode_of(cr4: int, long: bool) -> Mode:
    """The mode of a processor whose paging is on."""
    return next(mode for mode in MODES if mode.long == long and cr4 & mode.cr4 == mode.cr4)


def page_tables(source: Input, parent: Node, base: int, cr3: int | None = None, cr4: int = PAE,
                long: int = 1) -> None:
    """Append the page tables of a processor with these registers: those of the root, which is the
    first page unless it is given, and all that they point to in the input, each once. Entries of
    zero are left out."""
    data, mode = source.data, mode_of(cr4, bool(long))
    walk = Walk(source, lambda at, size: data[at - base:at - base + size] if at >= base else b"",
                base, mode)
    walk.root(parent, base if cr3 is None else cr3)
    at, end = 0, len(data)
    told = sorted((one - base, one - base + size) for one, size in walk.seen.items())
    for start, stop in [*told, (end, end)]:
        while at < min(start, end):
            to = min(at // PAGE * PAGE + PAGE, start, end)
            if data[at:to].strip(b"\0"):
                source.rest(parent, at, to)
            at = to
        at = max(at, stop)


class Walk:
    """A walk over page tables. A function gives it bytes of memory, or fewer if there are no more.
    Offsets count from the base.

    - `seen`: address and size of each table
    """

    __slots__ = ("seen", "_source", "_memory", "_base", "_mode")

    def __init__(self, source: Input, memory: Callable[[int, int], bytes], base: int, mode: Mode,
                 ) -> None:
        self._source, self._memory, self._base, self._mode = source, memory, base, mode
        self.seen: dict[int, int] = {}

    def root(self, parent: Node, cr3: int) -> None:
        """Append the first table, and those below it."""
        self._table(parent, cr3 & self._mode.root, self._mode.levels, 0)

    def _table(self, parent: Node, at: int, levels: Sequence[Level], va: int) -> None:
        level, width = levels[-1], self._mode.width
        size, place = width << level.bits, at - self._base
        data = self._memory(at, size)
        if len(data) < size:
            parent.note(f"the {level.name} at {at:#x} is outside of this input")
            self.seen.setdefault(at, 0)
            return
        self.seen[at] = size
        table = self._source.node(parent, level.name, place, size, section=level.section)
        for index in range(1 << level.bits):
            entry = int.from_bytes(data[width * index:width * (index + 1)], "little")
            if not entry:
                continue
            start = self._canonical(va + (index << level.shift))
            node = self._source.node(table, "entry", place + width * index, width, entry)
            node.key = f"{start:#x}"
            self._entry(node, entry, levels, start)

    def _canonical(self, va: int) -> int:
        """A linear address of long mode repeats its highest bit."""
        top = self._mode.levels[-1]
        width = top.shift + top.bits
        if self._mode.long and va >> width - 1:
            va |= (1 << 64) - (1 << width)
        return va

    def _entry(self, node: Node, entry: int, levels: Sequence[Level], start: int) -> None:
        level = levels[-1]
        if not entry & PRESENT:
            node.meaning = "not present"
            return
        target, bad = level.target(entry), level.bad(entry)
        more = "".join(f", {name}" for bit, name in FLAGS if (entry & ~bad) >> bit & 1) + (
            f", reserved bits {bad:#x}" if bad else "")
        if level.is_page(entry):
            node.meaning = f"{_size(1 << level.shift)} page at {target:#x}{more}"
        else:
            node.meaning = f"{levels[-2].name} at {target:#x}{more}"
            if target not in self.seen:
                self._table(node, target, levels[:-1], start)


def _size(number: int) -> str:
    return next(f"{number >> bits} {unit}" for bits, unit in ((30, "GiB"), (20, "MiB"), (10, "KiB"))
                if number >> bits)
