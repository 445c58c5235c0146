#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Compare what kernel-dump makes of a bzImage with what the command-line tools make of it.

usage: judge.py KERNEL-DUMP BZIMAGE FOLDER        77: no such kernel here"""
import pathlib
import shutil
import struct
import subprocess
import sys

TOOLS = {b"\xfd7zXZ": "xz", b"\x02\x21\x4c\x18": "lz4", b"\x28\xb5\x2f\xfd": "zstd",
         b"\x1f\x8b": "gzip", b"BZh": "bzip2"}


def unpack(image):
    """The payload by boot.rst, through the tool that its magic number belongs to."""
    sects = image[0x1f1] or 4
    offset, length = struct.unpack_from("<II", image, 0x248)
    start = (sects + 1) * 512 + offset
    payload = image[start:start + length]
    tool = next(name for magic, name in TOOLS.items() if payload.startswith(magic))
    if shutil.which(tool) is None:
        print(f"{tool} is not installed")
        sys.exit(77)
    stream = payload if tool == "gzip" else payload[:-4]
    plain = subprocess.run([tool, "-dc"], input=stream, stdout=subprocess.PIPE, check=True).stdout
    assert len(plain) == struct.unpack("<I", payload[-4:])[0], "size word"
    return tool, plain


def headers(elf):
    """(type, offset, paddr, filesz, memsz, align) of each program header, and the entry."""
    if elf[4] == 2:
        entry, phoff = struct.unpack_from("<QQ", elf, 24)
        size, number = struct.unpack_from("<HH", elf, 54)
        rows = [struct.unpack_from("<IIQQQQQQ", elf, phoff + i * size) for i in range(number)]
        return entry, [(r[0], r[2], r[4], r[5], r[6], r[7]) for r in rows]
    entry, phoff = struct.unpack_from("<II", elf, 24)
    size, number = struct.unpack_from("<HH", elf, 42)
    rows = [struct.unpack_from("<IIIIIIII", elf, phoff + i * size) for i in range(number)]
    return entry, [(r[0], r[1], r[3], r[4], r[5], r[7]) for r in rows]


def region(elf, rows):
    """What memory holds from the lowest PT_LOAD to the end of the highest."""
    loads = [r for r in rows if r[0] == 1]
    base = min(r[2] for r in loads)
    memory = bytearray(max(r[2] + r[4] for r in loads) - base)
    for _, offset, paddr, filesz, _, _ in loads:
        memory[paddr - base:paddr - base + filesz] = elf[offset:offset + filesz]
    return base, memory


def pvh(elf, rows):
    """The value of the Xen note of type 18, or 0."""
    for _, offset, _, filesz, _, align in (r for r in rows if r[0] == 4):
        at, step = offset, 8 if align == 8 else 4
        while at + 12 <= offset + filesz:
            namesz, descsz, kind = struct.unpack_from("<III", elf, at)
            desc = at + 12 + namesz + -(at + 12 + namesz - offset) % step
            if (elf[at + 12:at + 12 + namesz], kind) == (b"Xen\0", 18):
                return int.from_bytes(elf[desc:desc + descsz], "little")
            at = desc + descsz + -(desc + descsz - offset) % step
    return 0


def main():
    program, image, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    if not image.exists():
        print(f"no kernel at {image}")
        return 77
    folder.mkdir(parents=True, exist_ok=True)
    unpacked, placed = folder / "vmlinux", folder / "region"
    told = subprocess.run([program, str(image), str(unpacked), str(placed)],
                          stdout=subprocess.PIPE, check=True, text=True).stdout
    told = dict(line.split() for line in told.splitlines())
    tool, elf = unpack(image.read_bytes())
    entry, rows = headers(elf)
    base, memory = region(elf, rows)
    print(f"{image}: {told}")
    assert told["codec"].split("-")[0] == tool, "codec"
    assert unpacked.read_bytes() == elf, "the unpacked file is not the tool's"
    assert int(told["base"], 0) == base, "base"
    assert int(told["entry"], 0) == entry, "entry"
    assert int(told["pvh"], 0) == pvh(elf, rows), "PVH entry"
    assert placed.read_bytes() == memory, "the placed region is not the program headers'"
    unpacked.unlink()
    placed.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
