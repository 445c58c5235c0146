#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Write the seeds of the elf, bzimage and codec targets: small kernels, packed by the tools.

usage: seeds-image.py CORPUS        e.g. tests/fuzz/corpus"""
import pathlib
import struct
import subprocess
import sys

VECTORS = pathlib.Path(__file__).resolve().parent.parent / "vectors" / "codec"


def note(order, align, name, kind, value):
    """One note of a PT_NOTE. gABI, Note Section."""
    data = struct.pack(order + "III", len(name), len(value), kind) + name
    data += bytes(-len(data) % align) + value
    return data + bytes(-len(data) % align)


def elf(bits, order, loads, notes, size=1024):
    """An ELF; loads: (offset, paddr, filesz, memsz); notes: (align, bytes), from 512 on."""
    data = bytearray(range(256)) * (size // 256)
    headers = [(1, offset, paddr, filesz, memsz, 4096) for offset, paddr, filesz, memsz in loads]
    at = 512
    for align, body in notes:
        data[at:at + len(body)] = body
        headers.append((4, at, 0, len(body), len(body), align))
        at += len(body) + -len(body) % 8
    ident = b"\x7fELF" + bytes([bits // 32, 1 if order == "<" else 2, 1]) + bytes(9)
    if bits == 64:
        data[0:64] = ident + struct.pack(order + "HHIQQQIHHHHHH", 2, 62, 1, 0x100000, 64, 0, 0,
                                         64, 56, len(headers), 0, 0, 0)
    else:
        data[0:52] = ident + struct.pack(order + "HHIIIIIHHHHHH", 2, 3, 1, 0x100000, 64, 0, 0,
                                         52, 32, len(headers), 0, 0, 0)
    for i, (kind, offset, paddr, filesz, memsz, align) in enumerate(headers):
        if bits == 64:
            data[64 + 56 * i:120 + 56 * i] = struct.pack(order + "IIQQQQQQ", kind, 7, offset,
                                                         paddr, paddr, filesz, memsz, align)
        else:
            data[64 + 32 * i:96 + 32 * i] = struct.pack(order + "IIIIIIII", kind, offset, paddr,
                                                        paddr, filesz, memsz, 7, align)
    return bytes(data)


def elves():
    for bits in 32, 64:
        for order in "<", ">":
            xen = note(order, 4, b"Xen\0", 18, struct.pack(order + "Q", 0x1000850))
            odd = note(order, 4, b"Linux", 257, b"\0\0\0\0")
            gnu = note(order, 8, b"GNU\0", 5, bytes(16))
            name = f"elf{bits}{'le' if order == '<' else 'be'}"
            yield name, elf(bits, order, [(0, 0x100000, 1000, 1000)], [(4, odd + xen)])
            yield name + "-mixed", elf(
                bits, order,
                [(0x200, 0x5000, 64, 128), (0, 0x6000, 0, 4096), (0x100, 0x1000, 256, 256)],
                [(8, gnu), (4, xen)])


def bzimage(payload, version=0x20f, length=0x6a):
    """boot.rst, "The Real-Mode Kernel Header"; one setup sector."""
    head = bytearray(1024)
    kernel = payload + bytes(-len(payload) % 16)
    head[0x1f1] = 1
    struct.pack_into("<I", head, 0x1f4, len(kernel) // 16)
    struct.pack_into("<HBB4sH", head, 0x1fe, 0xaa55, 0xeb, length, b"HdrS", version)
    head[0x211] = 1
    struct.pack_into("<IIBBHI", head, 0x22c, 0x7fffffff, 0x200000, 1, 21, 0x7f, 2047)
    struct.pack_into("<II", head, 0x248, 0, len(payload))
    struct.pack_into("<QI", head, 0x258, 0x1000000, 0x3f98000)
    return bytes(head) + kernel


TOOLS = {
    "gzip": "gzip -9n", "xz": "xz --check=crc32 --x86 --lzma2=dict=64KiB",
    "lzma": "xz --format=lzma -0", "lz4-legacy": "lz4 -l -9", "lz4": "lz4 -BD -B4",
    "zstd": "zstd -19", "bzip2": "bzip2 -1",
}


def packed_elves():
    plain = dict(elves())["elf64le-mixed"]
    for name, tool in TOOLS.items():
        yield name, subprocess.run(tool.split() + ["-c"], input=plain, stdout=subprocess.PIPE,
                                   check=True).stdout


def kernels():
    for name, packed in packed_elves():
        if name != "gzip":
            packed += struct.pack("<I", 1024)
        yield name, bzimage(packed)
    yield "old", bzimage(bytes(64), 0x200, 0x24)
    yield "lzo", bzimage(b"\x89LZO\0\r\n\x1a\n" + bytes(64))


def streams():
    yield from packed_elves()
    for path in sorted(VECTORS.iterdir()):
        if path.stat().st_size < 1500:
            yield path.name, path.read_bytes()


def main():
    for target, seeds in ("elf", elves()), ("bzimage", kernels()), ("codec", streams()):
        folder = pathlib.Path(sys.argv[1]) / target
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in seeds:
            (folder / name).write_bytes(data)


if __name__ == "__main__":
    main()
