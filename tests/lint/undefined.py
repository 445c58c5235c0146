#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""The library needs five C functions, zlib's inflate and, on 32-bit machines, libgcc.

usage: undefined.py NM OBJECT...

An object of lib/codec that wraps a hosted codec may need that codec too; lib/host anything."""
import pathlib
import re
import subprocess
import sys

LIBC = {"memcpy", "memmove", "memset", "memcmp", "strlen"}
ZLIB = re.compile(r"inflate(Init2_|Reset2?|End)?")
# 64-bit division on 32-bit machines; position-independent code on i386
LIBGCC = re.compile(r"__u?div(mod)?di[34]|__u?div(mod)?di4|__u?moddi3|__udivmoddi4")
LINKER = re.compile(r"_GLOBAL_OFFSET_TABLE_|__x86\.get_pc_thunk\.[a-z]{2}")
# by the file of lib/codec that wraps it
HOSTED = {
    "isal": re.compile(r"isal_inflate(_init)?"),
    "library": re.compile(r"zlibVersion|lzma_version_string|(LZ4|ZSTD)_versionString|BZ2_bzlibVersion"),
    "xz": re.compile(r"lzma_\w+"),
    "lz4": re.compile(r"LZ4_\w+"),
    "zstd": re.compile(r"ZSTD_\w+"),
    "bzip2": re.compile(r"BZ2_\w+"),
}


def symbols(nm, path):
    """(wanted, defined outside, local names) of an object."""
    wanted, defined = set(), set()
    for line in subprocess.run([nm, path], capture_output=True, check=True,
                               text=True).stdout.splitlines():
        kind, name = line.split()[-2:]
        if kind in "Uvw":
            wanted.add(name)
        elif kind.isupper() and not LINKER.fullmatch(name):
            defined.add(name)
    return wanted, defined


def allowed(name, module, stem):
    if name in LIBC or LIBGCC.fullmatch(name) or LINKER.fullmatch(name) or module == "host":
        return True
    if module != "codec":
        return False
    return bool(ZLIB.fullmatch(name)) or any(
        stem == wrapper and pattern.fullmatch(name) for wrapper, pattern in HOSTED.items())


def check(nm, objects):
    table = {path: symbols(nm, path) for path in objects}
    own = set().union(*(defined for _, defined in table.values()))
    bad = 0
    for path, (wanted, defined) in sorted(table.items()):
        source = pathlib.Path(path)
        stem = source.name.split(".")[0]
        for name in sorted(wanted - own):
            if not allowed(name, source.parent.name, stem):
                print(f"{source.parent.name}/{stem}.c: needs {name}")
                bad += 1
        for name in sorted(defined):
            if not name.startswith("ab_"):
                print(f"{source.parent.name}/{stem}.c: {name} should be static, or start with ab_")
                bad += 1
    print(f"{len(objects)} objects, {bad} symbols that should not be")
    return bad or not own


if __name__ == "__main__":
    sys.exit(1 if check(sys.argv[1], sys.argv[2:]) else 0)
