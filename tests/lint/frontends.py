#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Frontends have names of their own, and the devices that they share need no operating system.

usage: frontends.py ROOT NM FOLDER OBJECT... [FOLDER OBJECT...]...

A name that begins with ab_ or AB_ is one of the public headers'. What an object exports begins as
its folder wants it. The devices and the decisions of the hypervisor need the five C functions, the
library's interface and, on 32-bit machines, libgcc; the hypervisor also the devices, and the machine
as hw.h and its like declare it. The hypervisor knows no address of any board but its first
console's."""
import pathlib
import re
import sys

from undefined import LIBC, LIBGCC, LINKER, symbols

# by the folder of frontends/ that the objects are of
PREFIX = {"devices": "dev_", "el2": "el2_", "kvm": "vmm_"}
FREESTANDING = {"devices", "el2"}

# what the hypervisor's decisions may ask of the machine
MACHINE = ("hw.h", "hw_gic.h", "lock.h")
# addresses of QEMU's virt, by which tests run, and the file that may have one
BOARD = {0x8000000, 0x8010000, 0x8020000, 0x8080000, 0x80a0000, 0x9000000, 0x9010000, 0x9020000,
         0x9030000, 0x9040000, 0xa000000, 0xc000000, 0x3eff0000, 0x40000000, 0x4010000000}
CONSOLE = ("uart.c", 0x9000000)
NUMBER = re.compile(r"\b0[xX]([0-9a-fA-F]+)")

NAME = re.compile(r"\b(?:ab|AB)_\w+")
API = re.compile(r"\bAB_API\b[^;{]*?\b(ab_\w+)\s*\(")


def check_names(root, headers):
    known = set(NAME.findall(headers))
    bad = 0
    for path in sorted((root / "frontends").rglob("*.[ch]")):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            for name in sorted(set(NAME.findall(line)) - known):
                print(f"{path}:{number}: {name} is not a name of the library")
                bad += 1
    return bad


def check_addresses(root):
    bad = 0
    for path in sorted((root / "frontends/el2").rglob("*.*")):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            for value in (int(digits, 16) for digits in NUMBER.findall(line)):
                if value in BOARD and (path.name, value) != CONSOLE:
                    print(f"{path}:{number}: {value:#x} is an address of a board")
                    bad += 1
    return bad


def machine(root):
    """The functions by which the hypervisor reaches its machine."""
    text = "".join((root / "frontends/el2" / name).read_text() for name in MACHINE
                   if (root / "frontends/el2" / name).is_file())
    return set(re.findall(r"\b(el2_\w+)\(", text))


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
    bad = check_names(root, headers) + check_addresses(root)
    for folder, objects in groups.items():
        known = set(API.findall(headers))
        if folder == "el2":
            known |= machine(root)
            for path in groups.get("devices", []):
                known |= symbols(nm, path)[1]
        bad += check_objects(nm, folder, objects, known)
    print(f"{len(arguments) - len(groups)} objects, {bad} problems")
    return bad or not groups


if __name__ == "__main__":
    sys.exit(1 if check(pathlib.Path(sys.argv[1]).resolve(), sys.argv[2], sys.argv[3:]) else 0)
