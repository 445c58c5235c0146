#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Count the instructions that costly input takes, by valgrind, and compare them with a limit that
follows from the sizes of input and output.

usage: cost.py CASE PROGRAM FOLDER
"""
import bz2
import gzip
import lzma
import random
import re
import struct
import subprocess
import sys
from pathlib import Path

MIB = 1 << 20
START = 2_000_000  # instructions of the program's start

# codec: how it packs, and instructions for a byte of output that is zero, half more than now
CODECS = {
    "gzip": (gzip.compress, 16),
    "xz": (lambda b: lzma.compress(b, preset=0), 24),
    "lzma": (lambda b: lzma.compress(b, lzma.FORMAT_ALONE, preset=0), 24),
    "bzip2": (bz2.compress, 24),
    "lz4": (lambda b: tool(b, "lz4", "-c"), 10),
    "lz4-legacy": (lambda b: tool(b, "lz4", "-l", "-c"), 3),
    "zstd": (lambda b: tool(b, "zstd", "-c"), 6),
}
FIXED = 500_000  # of a pass: a codec clears its tables


def tool(data, *argv):
    return subprocess.run(argv, input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          check=True, timeout=60).stdout


def elf(offsets):
    """Headers of an x86-64 ELF: segments of one byte of the file each, in order of address."""
    head = struct.pack("<16sHHIQQQIHHHHHH", b"\x7fELF\2\1\1", 2, 62, 1, 0x1000000, 64, 0, 0, 64,
                       56, len(offsets), 0, 0, 0)
    for i, offset in enumerate(offsets):
        at = 0x1000000 + 0x1000 * i
        head += struct.pack("<IIQQQQQQ", 1, 7, offset, at, at, 1, 0x1000, 0x1000)
    return head


def bomb(codec, n, claimed, size, descend=True, fill=bytes):
    """A packed ELF of zeros: n segments that descend from the end of what it claims to unpack to,
    or ascend to there. Gives the file, and the bytes that all passes but the last one unpack."""
    offsets = [claimed - 1 - i * (claimed // n - 64) for i in range(n)]
    kernel = elf(offsets if descend else offsets[::-1])
    kernel += fill(size - len(kernel))
    return CODECS[codec][0](kernel), sum(offset + 1 for offset in offsets[:-1]) if descend else 0


def count(program, folder, *argv):
    """What the program says, and its instructions."""
    log = folder / "valgrind.log"
    done = subprocess.run(
        ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null",
         f"--log-file={log}", program, *argv], stdout=subprocess.PIPE, text=True, timeout=300)
    found = re.search(r"I +refs: +([0-9,]+)", log.read_text())
    if done.returncode != 0 or not found:
        sys.exit(f"cost: {argv} failed:\n{log.read_text()}")
    return done.stdout.strip(), int(found[1].replace(",", ""))


def judge(name, got, said, limit):
    text, n = got
    print(f"{name}: {n} instructions, at most {limit}: {text}")
    if said not in text:
        sys.exit(f"cost: {name}: must say: {said}")
    if n > limit:
        sys.exit(f"cost: {name}: takes too many")


def notes(program, folder):
    judge("notes", count(program, folder, "notes", "-"), "ok", START)


def bombs(codec, program, folder):
    size = MIB
    per_byte = CODECS[codec][1]
    for n, descend in ((1, True), (32, False), (32, True)):
        packed, before = bomb(codec, n, size, size, descend)
        path = folder / f"{codec}{n}"
        path.write_bytes(packed)
        # planning unpacks the headers, placing all of it
        judge(f"{codec}, {n} segments", count(program, folder, "kernel", path), "ok",
              START + (n + 1) * FIXED + per_byte * (before + size + 65536))
    # as much as all passes may unpack, a byte more in each, and much more: only headers are unpacked
    for n, claimed in ((2, 1 << 31), (2, (1 << 31) + 1), (32, 1 << 32)):
        packed, before = bomb(codec, n, claimed, size)
        total = before + claimed
        said = (f"plan.kernel.passes ({codec}): {total} is not supported" if total > 1 << 32 else
                "ends before the kernel's headers say")
        path = folder / f"{codec}{claimed}"
        path.write_bytes(packed)
        judge(f"{codec}, {total} bytes", count(program, folder, "kernel", path), said,
              START + 2 * (FIXED + per_byte * size))


def readings(codec, program, folder):
    """32 passes over 5 MiB that nothing makes shorter: only headers are unpacked."""
    packed, _ = bomb(codec, 32, 5 * MIB, 5 * MIB, fill=random.Random(5).randbytes)
    path = folder / f"{codec}-long"
    path.write_bytes(packed)
    judge(f"{codec}, 32 passes over {len(packed)} bytes", count(program, folder, "kernel", path),
          f"plan.kernel.passes ({codec}): 32 is not supported: the passes but one",
          START + FIXED + 400 * MIB)


def holes(codec, program, folder):
    """A GiB of zeros in place of the end of a file, behind a packed kernel and in a stream."""
    packed, _ = bomb(codec, 1, MIB, MIB)
    for what, n, said in (("behind", len(packed), "must be followed by nothing but up to 64 KiB of zeros"),
                          ("within", 16, " is not "), ("behind the magic number", 6 if codec == "xz" else 4, " is not ")):
        path = folder / f"{codec}-hole{n}"
        path.write_bytes(packed[:n])
        judge(f"{codec}, a hole {what}", count(program, folder, "hole", path), said,
              START + 4 * (FIXED + CODECS[codec][1] * MIB))


def main():
    case, program, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    if case in CODECS:
        bombs(case, program, folder)
        holes(case, program, folder)
        readings(case, program, folder)
    else:
        notes(program, folder)


main()
