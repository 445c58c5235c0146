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
PER_HEADER = 465_000  # of a block of deflate, half more than by ISA-L now; zlib takes a tenth


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


def headers():
    """A deflate block of 32 bytes that unpacks to nothing, and whose table of codes takes the longest
    to make: 232 codes of 14 bits, 48 of 15, and a sixth of the space for each run of them."""
    bits = [0, 0, 1]  # not the last one; codes of its own, least bit first

    def number(value, n):
        bits.extend(value >> i & 1 for i in range(n))

    def length(symbol):  # code of a length: 0 for "as before", else 1 and which of eight
        bits.extend([0] if symbol == 16 else [1, *(int(b) for b in f"{known.index(symbol):03b}")])

    def run(symbol, n):
        length(symbol)
        n -= 1
        while n:
            some = min(n, 6) if n != 7 and n != 8 else n - 3
            length(16)
            number(some - 3, 2)
            n -= some

    known = [1, 2, 3, 4, 5, 6, 14, 15]
    number(29, 5)  # 286 literals and lengths
    number(0, 5)  # one distance
    number(15, 4)  # all 19 codes of lengths, in this order
    for symbol in (16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15):
        number(1 if symbol == 16 else 4 if symbol in known else 0, 3)
    for symbol in (2, 3, 4, 5, 6):
        length(symbol)
    run(14, 232)
    run(15, 19)
    length(1)  # the end of the block
    run(15, 29)
    length(1)  # the distance
    number(0, 1)  # the end
    assert len(bits) == 256
    return bytes(sum(bit << i for i, bit in enumerate(bits[at:at + 8])) for at in range(0, 256, 8))


def blocks(codec, program, folder):
    """Nothing but headers of blocks: their length bounds what they take."""
    packed = gzip.compress(b"")[:10] + headers() * 8192
    path = folder / f"{codec}-headers"
    path.write_bytes(packed)
    judge(f"{codec}, 8192 empty blocks", count(program, folder, "kernel", path),
          "the data ends too early", START + PER_HEADER * 8192)


def main():
    case, program, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    if case in CODECS:
        bombs(case, program, folder)
        holes(case, program, folder)
        readings(case, program, folder)
        if case == "gzip":
            blocks(case, program, folder)
    else:
        notes(program, folder)


main()
