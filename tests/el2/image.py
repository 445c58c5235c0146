#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""The hypervisor's linked image starts as its code expects: whoever loads it may choose the address.

All relocations are R_AARCH64_RELATIVE, the only kind that start.S applies. They lie in sections that
have bytes in the file and are not code: code is read-only from the first instruction on. The
vectors are a multiple of 2048 from the image's beginning, which lies on a multiple of 2 MiB.

usage: image.py check READELF PROGRAM
       image.py control READELF CC         programs that break a rule are refused, one without passes"""
import pathlib
import re
import subprocess
import sys
import tempfile

VECTORS = "el2_vectors"
ALIGN = 2048

# offset, info, type in readelf -r -W
RELOCATION = re.compile(r"^([0-9a-f]{12,16})\s+[0-9a-f]+\s+(R_\w+|unrecognized.*)", re.M)
# name, type, address, offset, size, entry size, flags in readelf -S -W
SECTION = re.compile(r"^\s*\[ *\d+\] (\S+)\s+(\S+)\s+([0-9a-f]+) [0-9a-f]+ ([0-9a-f]+) [0-9a-f]+ +([A-Zopx]*) ",
                     re.M)


def readelf(tool, option, path):
    return subprocess.run([tool, option, "-W", path], capture_output=True, check=True,
                          text=True).stdout


def problems(tool, path):
    """(relocations, what is wrong)."""
    sections = [(name, kind, int(at, 16), int(size, 16), flags) for name, kind, at, size, flags
                in SECTION.findall(readelf(tool, "-S", path)) if "A" in flags]
    relocations = RELOCATION.findall(readelf(tool, "-r", path))
    bad = [] if sections else ["no sections"]
    for at, kind in relocations:
        where = next((s for s in sections if s[2] <= int(at, 16) < s[2] + s[3]), None)
        if kind != "R_AARCH64_RELATIVE":
            bad.append(f"{kind} at {at}")
        if where is None:
            bad.append(f"{at} is in no section")
        elif "X" in where[4]:
            bad.append(f"{at} is in {where[0]}, which is code")
        elif where[1] == "NOBITS":
            bad.append(f"{at} is in {where[0]}, which has no bytes in the file")
    found = re.findall(rf"^ *\d+: ([0-9a-f]+) .* {VECTORS}$", readelf(tool, "-s", path), re.M)
    if len(set(found)) != 1:
        bad.append(f"{len(found)} symbols {VECTORS}")
    bad += [f"{VECTORS} is {at}, no multiple of {ALIGN}" for at in found if int(at, 16) % ALIGN]
    return len(relocations), bad


def check(tool, path):
    n, bad = problems(tool, path)
    print("\n".join(bad + [f"{pathlib.Path(path).name}: {n} relocations, {len(bad)} problems"]))
    return not bad and n != 0


# sources of programs: what the complaint says, or None
GOOD = ".text\n.balign 2048\n.globl el2_vectors\nel2_vectors: nop\n.data\n.quad el2_vectors\n"
CONTROL = {
    "good": (GOOD, None),
    "in code": (GOOD + ".text\n.quad el2_vectors\n", "which is code"),
    "another kind": (GOOD + ".quad nobody\n", "R_AARCH64_ABS64"),
    "of a got": (GOOD + ".text\nadrp x0, :got:nobody\nldr x0, [x0, :got_lo12:nobody]\n",
                 "R_AARCH64_GLOB_DAT"),
    "vectors askew": (GOOD.replace("2048", "2048\n.skip 1024"), "no multiple of 2048"),
    "no vectors": (GOOD.replace("el2_vectors", "vectors"), "0 symbols"),
}


def control(tool, cc):
    right = True
    with tempfile.TemporaryDirectory() as folder:
        for name, (source, want) in CONTROL.items():
            path = f"{folder}/program"
            subprocess.run([cc, "-nostdlib", "-shared", "-Wl,-Bsymbolic,-z,notext,--build-id=none",
                            "-x", "assembler", "-o", path, "-"],
                           input=source, check=True, text=True)
            n, bad = problems(tool, path)
            seen = n != 0 and (any(want in line for line in bad) if want else not bad)
            print(f"{name}: {'as it should be' if seen else 'NOT SEEN'}: {bad[:1]}")
            right = right and seen
        # one without any relocation is no hypervisor
        subprocess.run([cc, "-nostdlib", "-shared", "-x", "assembler", "-o", path, "-"],
                       input=GOOD.replace(".quad", "// "), check=True, text=True)
        right = right and not check(tool, path)
    return right


if __name__ == "__main__":
    ok = {"check": check, "control": control}[sys.argv[1]](*sys.argv[2:4])
    sys.exit(0 if ok else 1)
