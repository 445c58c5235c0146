# SPDX-License-Identifier: BSD-2-Clause
"""Where each range of a memory map is on the sheet of its drawing, and how wide texts are.

The address space runs downwards, in as many columns as make a sheet. Each range has a box: as high
as a line of text, and higher by the same amount for each doubling of its size above 4 KiB. So
every text has its own line, whatever the sizes. A gap is a break of constant height.
"""
from __future__ import annotations

from unicodedata import category, east_asian_width

from .ranges import ranges, zones

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .ranges import Drawable, Range

LINE = 20  # height of the lowest box: a line of text
GAP = 30  # of a break
ENTRY = 18  # of the line that names the first instruction
HEADING = 32  # of the name of a zone
BOX = 300  # width of a box
RAIL = 5  # of what is beside all RAM
COLUMN_GAP = 40  # between columns
TEXT, SMALL = 12, 11  # font sizes
DIGIT = 0.62  # width of a digit, in ems: of the widest common fonts with fixed width
DIGITS = 4  # that are one group of an address
DIGITS_GAP = 3
SHAPE = 1.5  # of a sheet: its width over its height
ONE_COLUMN = 750  # what is lower has one
ELLIPSIS = "\u2026"

# widths in ems, no less than in DejaVu Sans and Verdana, the widest common fonts without serifs
_WIDTHS = {**dict.fromkeys(" !'(),./:;I[]fijlrt|", 0.46), **dict.fromkeys("mwMW@%", 1.0),
           **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ&#+<=>~^_" + ELLIPSIS, 0.84)}


def _char_width(c: str) -> float:
    if is_measured(c):
        return _WIDTHS.get(c, 0.66 if c < "\u0080" else 0.9)
    if category(c).startswith("M"):  # it is drawn on the one before
        return 0.05
    return 1.1 if east_asian_width(c) in "WF" else 0.75


def is_measured(c: str) -> bool:
    """A character of a script whose widths fonts agree on: Latin."""
    return c < "\u0250" or c == ELLIPSIS


def text_width(text: str, size: int) -> float:
    """What a text takes at most. One that is not measured must be made to fit."""
    return size * sum(map(_char_width, text))


def fitted(text: str, room: float, size: int) -> str:
    """A text, cut so that it fits."""
    last = room - size * _char_width(ELLIPSIS)
    width = 0.0
    fits = 0
    for i, c in enumerate(text):
        width += size * _char_width(c)
        if width <= last:
            fits = i + 1
        if width > room:
            return text[:fits] + ELLIPSIS
    return text


def lines(text: str, room: float, size: int) -> list[str]:
    """A text in lines that fit; a word that fits in none is cut."""
    out: list[str] = []
    width = room
    for word in text.split():
        more = text_width(" " + word, size)
        if width + more <= room:
            out[-1] += " " + word
            width += more
        else:
            out.append(fitted(word, room, size))
            width = text_width(out[-1], size)
    return out


class Place:
    """A range on the sheet: x and y of its box's line, and its height."""

    __slots__ = ("range", "zone", "x", "y", "height", "heading", "last")

    def __init__(self, range: Range, zone: int, height: float) -> None:
        self.range = range
        self.zone = zone
        self.height = height
        self.x = self.y = 0.0
        self.heading = ""  # what is written above it
        self.last = False  # in its column


class Sheet:
    """All ranges of a plan with their places. The first column's first line is at (0, 0)."""

    def __init__(self, plan: Drawable) -> None:
        found = ranges(plan)
        self.entry = plan.first_instruction
        self.zones = zones(plan.machine)
        self.step = max(1.0, min(4.0, 160 / max(1, len(found))))  # height of a doubling
        digits = len(f"{found[-1].end if found else 0:x}")
        self.gutter = 8 + SMALL * DIGIT * (digits + 2) + DIGITS_GAP * ((digits - 1) // DIGITS)
        self.pitch = self.gutter + RAIL + 3 + BOX + COLUMN_GAP
        self.places = self._places(found)
        columns = self._columns()
        self.width = columns * self.pitch - COLUMN_GAP
        self.height = max((p.y + p.height for p in self.places), default=0) + LINE

    def has_entry(self, r: Range) -> bool:
        """The first instruction is in it."""
        return r.base <= self.entry < r.end and r.group not in ("gap", "free")

    def _places(self, found: list[Range]) -> list[Place]:
        out = []
        zone = 0
        for r in found:
            while r.group != "gap" and zone + 1 < len(self.zones) \
                    and r.base >= self.zones[zone + 1][0]:
                zone += 1
            out.append(Place(r, zone, self._height(r)))
        return out

    def _height(self, r: Range) -> float:
        if r.group == "gap":
            return GAP
        doublings = max(0, (r.size - 1).bit_length() - 12)
        return max(LINE + round(self.step * doublings), LINE + ENTRY * self.has_entry(r))

    def _columns(self) -> int:
        """Fill as many columns as give the sheet its shape, up to the least height that does.
        Returns their number."""
        total = sum(p.height for p in self.places) + HEADING
        wanted = round((SHAPE * total / self.pitch) ** 0.5) if total > ONE_COLUMN else 1
        wanted = max(1, wanted)
        low = int(total) // wanted
        # a column that ends early has lost less than a box, and headings
        high = low + int(max((p.height for p in self.places), default=0)) + 6 * HEADING
        while low < high:
            limit = (low + high) // 2
            if self._fill(limit) <= wanted:
                high = limit
            else:
                low = limit + 1
        return self._fill(high)

    def _fill(self, limit: float) -> int:
        """Give each range its place in columns of at most this height, or of one box. Returns
        their number. The names of zones, also at the top of each column, belong to what follows.
        """
        column = 0
        y = 0.0
        above: Place | None = None
        for p in self.places:
            new = above is None or p.zone != above.zone
            if above is not None:
                above.last = y + HEADING * new + p.height > limit
                if above.last:
                    column += 1
                    y = 0.0
            p.heading = ""
            if new or y == 0:
                p.heading = self.zones[p.zone][1] + ("" if new else ", continued")
                y += HEADING
            p.x, p.y = column * self.pitch, y
            y += p.height
            above = p
        if above is not None:
            above.last = True
        return column + 1
