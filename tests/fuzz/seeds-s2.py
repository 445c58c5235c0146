#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Write the seeds of the s2 target: a geometry, then changes that meet each other.

usage: seeds-s2.py CORPUS        e.g. tests/fuzz/corpus"""
import pathlib
import sys

MAP, UNMAP, PROTECT, COALESCE, REPLACE = 1, 2, 3, 0, 4
SAME = 0x80  # the physical address is the IPA
RWX, RW, R = 15, 3, 1
FWB, XNX, HIGH = 8, 16, 32
WIDTHS = [32, 36, 40, 42, 44, 48, 52]


def begin(granule, ipa_bits, levels=0, lpa2=False, pa_bits=48, cpu=0):
    return [cpu | WIDTHS.index(pa_bits), {4: 0, 16: 1, 64: 2}[granule] | lpa2 << 2 | levels << 3,
            ipa_bits]


def at(level, spans=0, pages=0):
    """An address: spans of a level from the beginning, or from the end, and pages."""
    return [3 - level, spans & 0xff, pages & 0xff]


def change(what, first, end, access=RWX, memory=0, pa=None):
    kind = what | memory << 3 | (SAME if pa is None else 0)
    return [kind, access] + first + end + (pa or [])


def split(level):
    """Map a block, cut a page out of its middle, and mend it."""
    return (change(MAP, at(level, 1), at(level, 2)) +
            change(UNMAP, at(level, 1, 5), at(level, 1, 6), R) +
            change(PROTECT, at(level, 1, 7), at(level, 1, 9), R) +
            change(MAP | REPLACE, at(level, 1, 5), at(level, 1, 6)) +
            change(PROTECT, at(level, 1, 7), at(level, 1, 9)) +
            change(COALESCE, at(level, 0), at(level, 3)))


def groups(n):
    """A group and its neighbours, cut at both ends; pages elsewhere; a device."""
    return (change(MAP, at(3, 0), at(3, 0, 127)) + change(PROTECT, at(3, 3), at(3, n + 3), RW) +
            change(MAP | REPLACE, at(3, 0), at(3, n), pa=at(3, 1)) +
            change(MAP, at(2, -1), at(2, -1, 1), RW, 5) +
            change(UNMAP, at(3, 1), at(3, 2), 3) + change(COALESCE, at(3, 0), at(2, 1)))


SEEDS = {
    "4k": begin(4, 40) + split(1) + groups(16),
    "4k-32": begin(4, 32, 2, pa_bits=32, cpu=HIGH) + split(2) + groups(16),
    "4k-lpa2": begin(4, 52, 5, True, 52, FWB | XNX | HIGH) + split(0) + split(1) + groups(16),
    "16k": begin(16, 40, cpu=XNX) + split(2) + groups(128),
    "16k-lpa2": begin(16, 52, 4, True, 52, FWB | HIGH) + split(1) + groups(128),
    "64k": begin(64, 52, 3, False, 52, FWB | HIGH) + split(1) + groups(32),
    "64k-33": begin(64, 33, 1) + groups(32),
}


def main(corpus):
    folder = pathlib.Path(corpus) / "s2"
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in SEEDS.items():
        (folder / name).write_bytes(bytes(data))


if __name__ == "__main__":
    main(sys.argv[1])
