#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Every @spec{KEY, section} names a key of docs/specs.md and a section.

usage: specs.py ROOT"""
import pathlib
import re
import sys

KEY = re.compile(r"^\| `([A-Z0-9]+)` \|", re.M)
SPEC = re.compile(r"@spec\{\s*([^,}]*?)\s*(?:,\s*([^}]*?)\s*)?\}")


def check(root):
    keys = KEY.findall((root / "docs/specs.md").read_text())
    bad = uses = 0
    files = [path for folder in ("include", "lib", "frontends", "tests")
             for path in sorted((root / folder).rglob("*.[ch]"))]
    for path in files:
        text = path.read_text()
        for match in SPEC.finditer(text):
            uses += 1
            key, section = match.groups()
            number = text.count("\n", 0, match.start()) + 1
            where = f"{path.relative_to(root)}:{number}"
            if key not in keys:
                print(f"{where}: {key} is not a key of docs/specs.md")
                bad += 1
            if not section:
                print(f"{where}: which section of {key}?")
                bad += 1
    if len(keys) != len(set(keys)):
        print("docs/specs.md: a key twice")
        bad += 1
    print(f"{len(keys)} keys, {uses} citations, {bad} problems")
    return bad or not uses


if __name__ == "__main__":
    sys.exit(1 if check(pathlib.Path(sys.argv[1]).resolve()) else 0)
