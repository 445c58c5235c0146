#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""The lines of lib/ that name an architecture may only become fewer.

usage: arch_rows.py ROOT

Another architecture has to look at each of them, so they belong into tables. A predicate for a set
of architectures counts as its name. LINES is how many there are: a change that removes some lowers it, none raises it."""
import pathlib
import re
import sys

LINES = 43
NAMES = re.compile(r"AB_ARCHS?_|ab_machine_(is_pc|has_gic)_")


def check(root):
    counts = {}
    for path in sorted((root / "lib").glob("*/*.[ch]")):
        if count := sum(bool(NAMES.search(line)) for line in path.read_text().splitlines()):
            counts[path.relative_to(root)] = count
    lines = sum(counts.values())
    if lines > LINES:
        for path, count in counts.items():
            print(f"{path}: {count}")
        print(f"{lines} lines name an architecture, at most {LINES} may: make it a row of a table")
    elif lines < LINES:
        print(f"{lines} lines name an architecture, not {LINES} any more: lower LINES to {lines}")
    print(f"{lines} lines in {len(counts)} files")
    return lines != LINES


def main(arguments):
    return 1 if check(pathlib.Path(arguments[0]).resolve()) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
