# SPDX-License-Identifier: BSD-2-Clause
"""Ranges of numbers, mostly of addresses, and what rules ask of several."""
from __future__ import annotations

from bisect import bisect_right

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..decode.node import Node

SHOWN = 4  # ranges of a sentence


class Range:
    """From `start` to `end`, which is not in it; the node that says so; if it is memory, what
    type of E820 it is."""

    __slots__ = ("start", "end", "node", "type")

    def __init__(self, start: int, end: int, node: Node, type: int = 0) -> None:
        self.start = start
        self.end = end
        self.node = node
        self.type = type

    def __str__(self) -> str:
        return f"{self.start:#x} to {max(self.end - 1, 0):#x}"


def ascending(ranges: Iterable[Range]) -> list[Range]:
    """Ranges in ascending order, without empty ones."""
    return sorted((one for one in ranges if one.start < one.end),
                  key=lambda one: (one.start, one.end))


def joined(ranges: Iterable[Range]) -> list[Range]:
    """Ranges in ascending order; those that touch or overlap are one, and empty ones left out."""
    found: list[Range] = []
    for one in ascending(ranges):
        if found and one.start <= found[-1].end:
            last = found[-1]
            found[-1] = Range(last.start, max(last.end, one.end), last.node, last.type)
        else:
            found.append(one)
    return found


def overlaps(ranges: Iterable[Range]) -> Iterator[tuple[Range, Range]]:
    """Each range that begins inside of another, behind that one. Empty ones overlap nothing."""
    last: Range | None = None
    for one in ascending(ranges):
        if last is not None and one.start < last.end:
            yield last, one
        if last is None or one.end > last.end:
            last = one


def meets(ranges: Sequence[Range], start: int, end: int) -> Range | None:
    """The first of joined ranges that has a number from start to end."""
    at = max(_index(ranges, start), 0)
    for one in ranges[at:at + 2]:
        if one.start < end and start < one.end:
            return one
    return None


def covers(ranges: Sequence[Range], start: int, end: int) -> bool:
    """Whether one of joined ranges has all numbers from start to end."""
    at = _index(ranges, start)
    return at >= 0 and end <= ranges[at].end


def gaps(ranges: Sequence[Range], start: int, end: int) -> Iterator[tuple[int, int]]:
    """What joined ranges leave out from start to end."""
    for index in range(max(_index(ranges, start), 0), len(ranges)):
        one = ranges[index]
        if one.start >= end:
            break
        if start < one.start:
            yield start, one.start
        start = max(start, one.end)
    if start < end:
        yield start, end


def told(ranges: Sequence[Range]) -> str:
    """Ranges for a sentence."""
    text = ", ".join(str(one) for one in ranges[:SHOWN]) or "none"
    return text + (" and more" if len(ranges) > SHOWN else "")


def _index(ranges: Sequence[Range], start: int) -> int:
    """The last of joined ranges that does not begin behind a number, or -1."""
    return bisect_right(ranges, start, key=lambda one: one.start) - 1
