#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""A name says who may call it, and a private header says whose it is.

usage: symbols.py ROOT NM OBJECT...

What a public header declares AB_API has no underscore at its end; every other external name of the
library has one. A header of lib/ has the guard AB_<MODULE>_<FILE>_H."""
import pathlib
import re
import sys

from undefined import symbols

API = re.compile(r"AB_API\b[^;]*?\b(ab_\w+)\s*\(")
GUARD = re.compile(r"^#ifndef (\w+)$", re.M)


def check(root, nm, objects):
    public = set()
    for header in (root / "include/aetherboot").glob("*.h"):
        public |= set(API.findall(header.read_text()))
    bad = 0
    external = 0
    for path in objects:
        source = pathlib.Path(path)
        where = f"{source.parent.name}/{source.name.split('.')[0]}.c"
        for name in sorted(symbols(nm, path)[1]):
            external += 1
            if name not in public and not name.endswith("_"):
                print(f"{where}: {name} is not AB_API: static, or {name}_")
                bad += 1
    for name in sorted(public):
        if name.endswith("_"):
            print(f"include/aetherboot: {name} is AB_API, and ends like a private name")
            bad += 1
    for header in sorted((root / "lib").glob("*/*.h")):
        wanted = f"AB_{header.parent.name}_{header.stem}_H".upper()
        found = GUARD.search(header.read_text())
        if not found or found[1] != wanted:
            print(f"{header.relative_to(root)}: the guard is not {wanted}")
            bad += 1
    print(f"{external} external names, {bad} complaints")
    return bad or not external


if __name__ == "__main__":
    sys.exit(1 if check(pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3:]) else 0)
