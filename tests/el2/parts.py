#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Bytes of code and constants of the hypervisor, and of the library in it. Relocations, variables and
what pads sections are neither.

usage: parts.py [--image-most BYTES] [--library-most BYTES] [--ram-most BYTES] OBJDUMP ELF MAP

All memory that it takes besides the bundle is the image, with variables and stacks of as many CPUs as
it may have, and for each VM what its kernel is unpacked in. ELF is the hypervisor's image. MAP is of a link of the same sources object by object: the image itself
is compiled as one program, in which no byte belongs to one file any more, and is smaller."""
import argparse
import collections
import pathlib
import re
import subprocess
import sys

IMAGE_MOST = 200 << 10
LIBRARY_MOST = 136 << 10
RAM_MOST = 4 << 20
EL2 = pathlib.Path(__file__).resolve().parents[2] / "frontends/el2"
KINDS = (".text", ".rodata")
# name and size of a section in objdump -h
SECTION = re.compile(r"^ *\d+ (\S+) +([0-9a-f]+) ", re.M)
# an output section; an input section, its address, size and file in a map
OUTPUT = re.compile(r"^(\.\S+)")
INPUT = re.compile(r"^ \.\S+ +0x[0-9a-f]+ +0x([0-9a-f]+) (.*)$")


def image(objdump, path):
    """Bytes of the image."""
    text = subprocess.run([objdump, "-h", path], capture_output=True, check=True, text=True).stdout
    found = {name: int(size, 16) for name, size in SECTION.findall(text)}
    return sum(found[kind] for kind in KINDS)


def parts(path):
    """Bytes by archive, or by "objects"."""
    with open(path, encoding="utf-8") as f:
        text = f.read()
    # a long name has the rest of its line to itself
    text = re.sub(r"^( \.\S+)\n +0x", r"\1 0x", text[text.index("\nLinker script and memory map"):], flags=re.M)
    found, kind = collections.Counter(), None
    for line in text.splitlines():
        if m := OUTPUT.match(line):
            kind = m[1]
        elif kind in KINDS and (m := INPUT.match(line)):
            archive = re.match(r"(\S*/)?(lib\S+\.a)\(", m[2])
            found[archive[2] if archive else "objects"] += int(m[1], 16)
    return found


def number(file, name):
    """A number, or a number of KiB, that a macro stands for."""
    m = re.search(rf"^#define {name} \(?(\d+)( \* AB_KiB)?", (EL2 / file).read_text(), re.M)
    return int(m[1]) << (10 if m[2] else 0)


def ram(objdump, path):
    """Bytes of memory."""
    text = subprocess.run([objdump, "-t", path], capture_output=True, check=True, text=True).stdout
    at = {name: int(re.search(rf"^([0-9a-f]+) .* {name}$", text, re.M)[1], 16)
          for name in ("_start", "_end")}
    return at["_end"] - at["_start"] + number("bundle.h", "EL2_BUNDLE_VMS") * number("admit.c", "WORK")


def main(opt):
    total, found = image(opt.objdump, opt.elf), parts(opt.map)
    library = found["libaetherboot.a"]
    for name, size in sorted(found.items()):
        print(f"{name:28} {size:8}")
    print(f"the image has {total} bytes of code and constants, at most {opt.image_most}; object by "
          f"object it has {sum(found.values())}, {library} of them the library's, at most "
          f"{opt.library_most}")
    memory = ram(opt.objdump, opt.elf)
    print(f"it takes {memory} bytes of memory, at most {opt.ram_most}")
    return memory <= opt.ram_most and 0 < total <= opt.image_most and 0 < library <= opt.library_most


if __name__ == "__main__":
    p = argparse.ArgumentParser(usage=__doc__)
    p.add_argument("--image-most", type=int, default=IMAGE_MOST)
    p.add_argument("--library-most", type=int, default=LIBRARY_MOST)
    p.add_argument("--ram-most", type=int, default=RAM_MOST)
    p.add_argument("objdump")
    p.add_argument("elf")
    p.add_argument("map")
    sys.exit(0 if main(p.parse_args()) else 1)
