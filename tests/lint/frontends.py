#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Frontends have names of their own, and the devices that they share need no operating system.

usage: frontends.py ROOT NM FOLDER OBJECT... [FOLDER OBJECT...]...

A name that begins with ab_ or AB_ is one of the public headers'. What an object exports begins as
its folder wants it. The devices need the five C functions, the library's interface and, on 32-bit
machines, libgcc."""
import pathlib
import re
import sys

from undefined import LIBC, LIBGCC, LINKER, symbols

# by the folder of frontends/ that the objects are of
PREFIX = {"devices": "dev_", "kvm": "vmm_"}
FREESTANDING = {"devices"}

NAME = re.compile(r"\b(?:ab|AB)_\w+")
API = re.compile(r"\bAB_API\b[^;{]*?\b(ab_\w+)\s*\(")


def check_names(root, headers):
    known = set(NAME.findall(headers))
    bad = 0
    for path in sorted((root / "frontends").glob("*/*.[ch]")):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            for name in sorted(set(NAME.findall(line)) - known):
                print(f"{path}:{number}: {name} is not a name of the library")
                bad += 1
    return bad


def check_objects(nm, folder, objects, api):
    table = {path: symbols(nm, path) for path in objects}
    own = set().union(*(defined for _, defined in table.values()))
    bad = 0
    for path, (wanted, defined) in sorted(table.items()):
        source = f"{folder}/{pathlib.Path(path).name.split('.')[0]}.c"
        for name in sorted(defined):
            if not name.startswith(PREFIX[folder]) and name != "main":
                print(f"{source}: {name} should be static, or start with {PREFIX[folder]}")
                bad += 1
        for name in sorted(wanted - own - api - LIBC) if folder in FREESTANDING else []:
            if not LIBGCC.fullmatch(name) and not LINKER.fullmatch(name):
                print(f"{source}: needs {name}")
                bad += 1
    return bad or not own


def check(root, nm, arguments):
    headers = "".join(path.read_text() for path in (root / "include/aetherboot").glob("*.h"))
    groups = {}
    for argument in arguments:
        if argument in PREFIX:
            objects = groups[argument] = []
        else:
            objects.append(argument)
    bad = check_names(root, headers)
    for folder, objects in groups.items():
        bad += check_objects(nm, folder, objects, set(API.findall(headers)))
    print(f"{len(arguments) - len(groups)} objects, {bad} problems")
    return bad or not groups


if __name__ == "__main__":
    sys.exit(1 if check(pathlib.Path(sys.argv[1]).resolve(), sys.argv[2], sys.argv[3:]) else 0)
