#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""docs/memory.md has a row for each pointer of the public structs, and for nothing else.

usage: pointers.py ROOT"""
import pathlib
import re
import sys

PAGE = "docs/memory.md"
STRUCT = re.compile(r"^struct (ab_\w+) \{\n(.*?)^\};", re.M | re.S)
MEMBER = re.compile(r"\(\*(\w+)\)\(|\*+(?:const \*)?(\w+)(?:\[\w+\])?$")
ROW = re.compile(r"^\| `(ab_\w+)` \| (.*?) \| (.+?) \|$", re.M)


def declared(root):
    """(struct, member) of each pointer, those to functions too."""
    for path in sorted((root / "include/aetherboot").glob("*.h")):
        text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)
        for name, body in STRUCT.findall(text):
            for member in body.split(";"):
                if match := MEMBER.search(" ".join(member.split())):
                    yield name, match[1] or match[2]


def main(arguments):
    root = pathlib.Path(arguments[0])
    page = (root / PAGE).read_text(encoding="utf-8")
    there = set(declared(root))
    told = {(name, member) for name, members, _ in ROW.findall(page)
            for member in re.findall(r"`(\w+)`", members)}
    letters = set(re.findall(r"^\| ([A-Z]) \|", page, re.M))
    wrong = [f"{name}.{member}: {PAGE} does not say whose it is" for name, member in there - told]
    wrong += [f"{PAGE}: {name}.{member}: no such pointer" for name, member in told - there]
    wrong += [f"{PAGE}: {name}: there is no row {letter}" for name, _, row in ROW.findall(page)
              for letter in set(re.findall(r"\b[A-Z]\b", row)) - letters]
    print(*sorted(wrong), f"{len(there)} pointers", sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
