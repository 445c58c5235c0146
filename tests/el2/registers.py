#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""No instruction of the freestanding objects names an FP, SIMD or SVE register: a hypervisor need
not save those of its guest, and may trap them.

usage: registers.py check OBJDUMP OBJECT...  but for reset.S, which names v0 to v31 and their status
       registers.py control OBJDUMP CC       objects that name some are refused, one without passes"""
import pathlib
import re
import subprocess
import sys
import tempfile

# address, mnemonic, operands in objdump -d; a branch's target and comments are no operands here
LINE = re.compile(r"^ *[0-9a-f]+:\t(\S+)\t?(.*)")
ASIDE = re.compile(r"\b[0-9a-f]+ <[^>]*>|//.*")
# v0 to v31 and z0 to z31 in any arrangement, q d s h b, predicates, ZA, the FP status registers
NAME = re.compile(r"(?<![\w.#])(?:[vzqdshbp](?:[12]?\d|3[01])(?:\.\w+)?|za\d*(?:\.\w+)?|fpcr|fpsr)\b")
# the one object that must name them, and what it names
RESET = "reset.S"
NAMES = {f"v{n}.2d" for n in range(32)} | {"fpcr", "fpsr"}
FEWEST = 20  # instructions of an object, on average: fewer are a sign of a wrong file

# sources of objects that must be refused
BAD = {
    "double": "double f(double a) { return a * 3; }",
    "float": "float f(int a) { return (float)a; }",
    "vector": "void f(int *restrict a, int *restrict b)"
              " { for (int i = 0; i < 64; i++) a[i] += b[i]; }",
    "copy": "struct s { long a[4]; }; void f(struct s *a, struct s *b) { *a = *b; }",
    "status": "void f(void) { __asm__(\"msr fpsr, xzr\"); }",
}
# a branch to address b8 names no register
GOOD = "void f(void) { __asm__(\".rept 46; nop; .endr; b .; mrs x0, s3_0_c15_c0_0\"); }"


def used(objdump, path):
    """(instructions, those that name such a register)."""
    n, bad, where = 0, [], "?"
    text = subprocess.run([objdump, "-d", "--no-show-raw-insn", path], capture_output=True,
                          check=True, text=True).stdout
    for line in text.splitlines():
        if m := re.match(r"^[0-9a-f]+ <(.*)>:$", line):
            where = m[1]
        elif m := LINE.match(line):
            n += 1
            if NAME.search(ASIDE.sub("", m[2])):
                bad.append(f"{where}: {m[1]} {m[2]}")
    return n, bad


def check(objdump, objects):
    total = wrong = 0
    found = [path for path in objects if pathlib.Path(path).name.startswith(RESET)]
    if len(found) != 1:
        print(f"{len(found)} objects have the name {RESET}, must be 1")
        wrong += 1
    for path in found:
        n, bad = used(objdump, path)
        names = {name for line in bad for name in NAME.findall(line.split(": ")[1])}
        if names != NAMES or n != len(bad) + 1:
            print(f"{path}: must name each of {len(NAMES)} registers, and do nothing else")
            wrong += 1
    for path in objects:
        n, bad = used(objdump, path)
        total += n
        if path in found:
            continue
        wrong += len(bad)
        for line in bad:
            print(f"{pathlib.Path(path).name}: {line}")
    print(f"{len(objects)} objects, {total} instructions, {wrong} of FP or SIMD")
    return wrong == 0 and total >= FEWEST * len(objects)


def control(objdump, cc):
    right = True
    with tempfile.TemporaryDirectory() as folder:
        for name, source in [*BAD.items(), ("good", GOOD)]:
            path = f"{folder}/{name}.o"
            subprocess.run([cc, "-O3", "-ffreestanding", "-x", "c", "-c", "-o", path, "-"],
                           input=source, check=True, text=True)
            n, bad = used(objdump, path)
            seen = bool(bad) != (name == "good") and n != 0
            print(f"{name}: {'as it should be' if seen else 'NOT SEEN'}: {bad[:1]}")
            right = right and seen
    return right


if __name__ == "__main__":
    ok = {"check": check, "control": lambda objdump, cc: control(objdump, cc[0])}[sys.argv[1]](
        sys.argv[2], sys.argv[3:])
    sys.exit(0 if ok else 1)
