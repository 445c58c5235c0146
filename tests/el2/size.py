#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Bytes of code and constants: of the freestanding library by folder, and of a program that links
it. Fails where the library has writable data, as it keeps no state; where the program has more code
and constants than MOST, which a change that needs more raises, with its reason in the commit; and
where an object of the library names a function of an architecture that the build leaves out.

usage: size.py [--most BYTES] [--folder-most BYTES] [--without PREFIX] --program FILE OBJDUMP OBJECT..."""
import argparse
import collections
import pathlib
import re
import subprocess
import sys

# size and flags of a section in objdump -h -w
SECTION = re.compile(r"^ *\d+ \S+ +([0-9a-f]+) .* 2\*\*\d+ +(.*)$", re.M)


MOST = 160_000
# a hypervisor that needs nothing else of the library
FOLDERS = {"stage2": 16_384}


def named(objdump, path, prefix):
    """Symbols of an object, defined or not, that begin with a prefix."""
    table = subprocess.run([objdump, "-t", path], capture_output=True, check=True,
                           text=True).stdout
    return {words[-1] for line in table.splitlines()
            if (words := line.split()) and words[-1].startswith(prefix)}


def sizes(objdump, path):
    """Bytes by kind: text, rodata, and data, which is writable."""
    found = collections.Counter()
    headers = subprocess.run([objdump, "-h", "-w", path], capture_output=True, check=True,
                             text=True).stdout
    for size, flags in SECTION.findall(headers):
        if "ALLOC" in flags:
            kind = "text" if "CODE" in flags else "rodata" if "READONLY" in flags else "data"
            found[kind] += int(size, 16)
    return found


def line(name, n):
    print(f"{name:12} {n['text']:8} {n['rodata']:8} {n['text'] + n['rodata']:8} {n['data']:8}")


def main(opt):
    print(f"{'folder':12} {'text':>8} {'rodata':>8} {'both':>8} {'data':>8}")
    folders = collections.defaultdict(collections.Counter)
    grown = False
    for path in opt.object:
        folders[pathlib.Path(path).parent.name] += sizes(opt.objdump, path)
    for name, n in sorted(folders.items()):
        line(name, n)
    for name, most in FOLDERS.items():
        both = folders[name]["text"] + folders[name]["rodata"]
        most = most if opt.folder_most is None else opt.folder_most
        if not 0 < both <= most:
            print(f"{name} has {both} bytes of code and constants, must be 1 to {most}")
            grown = True
    total = sum(folders.values(), collections.Counter())
    line("library", total)
    program = sizes(opt.objdump, opt.program)
    line(pathlib.Path(opt.program).name, program)
    if program["text"] + program["rodata"] > opt.most:
        grown = True
        print(f"the program has more than {opt.most} bytes of code and constants")
    names = set().union(*(named(opt.objdump, path, opt.without) for path in opt.object))
    for name in sorted(names):
        print(f"{name} is of an architecture that this build leaves out")
    return total["text"] != 0 and total["data"] == 0 and not grown and not names


if __name__ == "__main__":
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--most", type=int, default=MOST)
    parser.add_argument("--folder-most", type=int)
    parser.add_argument("--without", default="ab_x86_")
    parser.add_argument("objdump")
    parser.add_argument("object", nargs="+")
    sys.exit(0 if main(parser.parse_args()) else 1)
