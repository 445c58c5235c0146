#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Pack known bytes with the command-line tools: streams no code of ours had a hand in.

usage: make-codec.py DIR        writes DIR/NAME.EXT; the files are kept, so tests need no tool.
The plain bytes are those that plain_byte() in tests/unit/vectors.h makes again."""
import pathlib
import subprocess
import sys
import zlib

PERIOD = 1021


def plain(size):
    """Repetitive text with calls to fixed targets, so that the x86 filter has work to do."""
    state, noise = 1, bytearray()
    for _ in range(PERIOD):
        state = (state * 1103515245 + 12345) & 0xffffffff
        noise.append(state >> 24)
    out = bytearray(noise[i % PERIOD] for i in range(size))
    for at in range(0, size - 8, 509):
        out[at] = 0xe8
        out[at + 1:at + 5] = ((0x1000 * (at % 7) - (at + 5)) & 0xffffffff).to_bytes(4, "little")
    return bytes(out)


def noise(size):
    """Bytes that no codec makes smaller."""
    state, out = 7, bytearray()
    for _ in range(size):
        state = (state * 6364136223846793005 + 1442695040888963407) & (1 << 64) - 1
        out.append(state >> 56)
    return bytes(out)


PLAIN = plain(300000)
SMALL = plain(1000)
EMPTY = b""
BIG = bytes(9 << 20)  # more than one legacy block
MIXED = plain(70000) + noise(70000) + plain(70000)  # stored blocks between packed ones

STREAMS = {
    "plain.gz": (PLAIN, "gzip -9n"),
    "small.gz": (SMALL, "gzip -1n"),
    "empty.gz": (EMPTY, "gzip -n"),
    "kernel.xz": (PLAIN, "xz --check=crc32 --x86 --lzma2=dict=32MiB"),
    "crc64.xz": (PLAIN, "xz -6"),
    "sha256.xz": (SMALL, "xz --check=sha256 -0"),
    "unchecked.xz": (SMALL, "xz --check=none -0"),
    "blocks.xz": (PLAIN, "xz -T1 --block-size=100000 --x86 --lzma2=dict=64KiB"),
    "delta.xz": (PLAIN, "xz --delta=dist=4 --arm --lzma2=dict=1MiB"),
    "empty.xz": (EMPTY, "xz"),
    "kernel.lzma": (PLAIN, "xz --format=lzma -9"),
    "small.lzma": (SMALL, "xz --format=lzma -0"),
    "kernel-legacy.lz4": (PLAIN, "lz4 -l -9"),
    "big-legacy.lz4": (BIG, "lz4 -l -9"),
    "linked.lz4": (MIXED, "lz4 -B4 -BD -BX"),
    "independent.lz4": (PLAIN, "lz4 -B4 -BI --no-frame-crc"),
    "large.lz4": (PLAIN, "lz4 -B7 -12"),
    "sized.lz4": (PLAIN, "lz4 -B5 -BD --content-size FILE"),
    "empty.lz4": (EMPTY, "lz4"),
    "kernel.zst": (PLAIN, "zstd -22 --ultra"),
    "sized.zst": (PLAIN, "zstd -19 FILE"),
    "long.zst": (PLAIN, "zstd -19 --ultra --long=27 --no-check"),
    "small.zst": (SMALL, "zstd -1 FILE"),
    "empty.zst": (EMPTY, "zstd"),
    "kernel.bz2": (PLAIN, "bzip2 -9"),
    "blocks.bz2": (PLAIN, "bzip2 -1"),
    "empty.bz2": (EMPTY, "bzip2"),
}


def pack(data, command, scratch):
    words = command.split()
    if words[-1] == "FILE":  # the tool writes the size only when it knows it
        scratch.write_bytes(data)
        return subprocess.run(words[:-1] + ["-c", str(scratch)], stdout=subprocess.PIPE,
                              check=True).stdout
    return subprocess.run(words + ["-c"], input=data, stdout=subprocess.PIPE, check=True).stdout


def grow(xz):
    """Let the second block ask for a 32 MiB dictionary, where the first has 64 KiB."""
    size = 4 * xz[12] + 4
    header = xz[12:12 + size]
    at = xz.index(header, 12 + size)
    filters = bytearray(header[:-4])
    filters[filters.index(b"\x21\x01") + 2] = 26
    return xz[:at] + bytes(filters) + zlib.crc32(filters).to_bytes(4, "little") + xz[at + size:]


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    scratch = folder / "scratch.bin"
    for name, (data, command) in STREAMS.items():
        (folder / name).write_bytes(pack(data, command, scratch))
    scratch.unlink(missing_ok=True)
    blocks = (folder / "blocks.xz").read_bytes()
    (folder / "grows.xz").write_bytes(grow(blocks))


if __name__ == "__main__":
    main()
