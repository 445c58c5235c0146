#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Compare what kernel-dump makes of a kernel with what the command-line tools make of it.

usage: judge.py KERNEL-DUMP KERNEL FOLDER [WRAPPING]        77: no such kernel or tool here
KERNEL is a bzImage or an arm64 Image. WRAPPING: what is done to it first: one of FILES (a bzImage is
unpacked before), of ZBOOT, or uki."""
import hashlib
import os
import pathlib
import shutil
import struct
import subprocess
import sys
import zlib

CACHE = pathlib.Path(__file__).resolve().parents[2] / "build" / "cache"

TOOLS = {b"\xfd7zXZ": "xz", b"\x02\x21\x4c\x18": "lz4", b"\x28\xb5\x2f\xfd": "zstd",
         b"\x1f\x8b": "gzip", b"BZh": "bzip2"}

# a file packed as a whole: the codec's name here, the tool
FILES = {
    "gz": ("gzip", "gzip -9n"), "xz": ("xz", "xz -1"), "zst": ("zstd", "zstd -3"),
    "lz4": ("lz4", "lz4 -9"), "bz2": ("bzip2", "bzip2 -9"), "lzma": ("lzma", "lzma -0"),
    "lz4-legacy": ("lz4-legacy", "lz4 -l -9"),
}

# Linux drivers/firmware/efi/libstub/Makefile.zboot: comp-type, the tool by scripts/Makefile.lib (of
# 6.1, xz_wrap.sh of 6.12), bytes of the size word that is no part of the stream
ZBOOT = {
    "zboot-gzip": ("gzip", "gzip", "gzip -n -9", 0),
    "zboot-lz4": ("lz4-legacy", "lz4", "lz4 -l -9 - -", 4),
    "zboot-lzma": ("lzma", "lzma", "lzma -9", 4),
    "zboot-xzkern": ("xz", "xzkern", "xz --check=crc32 --arm64 --lzma2=dict=128MiB", 4),
    "zboot-zstd22": ("zstd", "zstd22", "zstd -22 --ultra", 4),
    "zboot-zstd": ("zstd", "zstd", "zstd -22 --ultra", 4),
}


def skip(why):
    print(why)
    sys.exit(77)


def run(tool, data):
    words = tool.split()
    if shutil.which(words[0]) is None:
        skip(f"{words[0]} is not installed")
    return subprocess.run(words, input=data, stdout=subprocess.PIPE, check=True).stdout


def pack(tool, data, kept):
    """run(), from the folder of what was packed before: the best levels take half a minute."""
    path = kept / hashlib.sha256(tool.encode() + b"\0" + data).hexdigest()
    if not path.exists():
        kept.mkdir(parents=True, exist_ok=True)
        fresh = kept / f"{os.getpid()}.tmp"
        fresh.write_bytes(run(tool, data))
        fresh.rename(path)
    return path.read_bytes()


def unpack(image):
    """The payload by boot.rst, through the tool that its magic number belongs to."""
    sects = image[0x1f1] or 4
    offset, length = struct.unpack_from("<II", image, 0x248)
    start = (sects + 1) * 512 + offset
    payload = image[start:start + length]
    tool = next(name for magic, name in TOOLS.items() if payload.startswith(magic))
    plain = run(f"{tool} -dc", payload if tool == "gzip" else payload[:-4])
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


def sections_end(pe):
    """Where the last section of a PE file ends in it."""
    at = struct.unpack_from("<I", pe, 0x3c)[0]
    number, optional = struct.unpack_from("<H12xH", pe, at + 6)
    rows = [struct.unpack_from("<II", pe, at + 24 + optional + 40 * i + 16) for i in range(number)]
    return max(size + offset for size, offset in rows)


def expect(plain):
    """Base, entry, PVH entry and memory of what was packed."""
    if plain[:4] == b"\x7fELF":
        entry, rows = headers(plain)
        return region(plain, rows)[0], entry, pvh(plain, rows), region(plain, rows)[1]
    assert plain[56:60] == b"ARM\x64", "no arm64 Image"
    text_offset, image_size = struct.unpack_from("<QQ", plain, 8)
    base = 0xffff800000000000 + text_offset
    memory = plain[:sections_end(plain)].ljust(image_size, b"\0")
    return base, base, 0, memory


def zboot(image, name, tool, word, kept):
    """vmlinuz.efi as zboot-header.S, Makefile.zboot and zboot.lds lay it out, its stub left out;
    and what was packed."""
    plain = image.ljust(struct.unpack_from("<Q", image, 16)[0], b"\0")
    payload = pack(tool, plain, kept)
    size = struct.pack("<I", len(plain))[:word]
    start = 0x1000
    end = start + len(payload) + word
    dos = struct.pack("<I4sII8x32s4sI", 0x5a4d, b"zimg", start, len(payload), name.encode(),
                      b"\xcd\x23\x82\x81", 0x40)
    pe = struct.pack("<4sHHIIIHH160x", b"PE\0\0", 0xaa64, 1, 0, 0, 0, 160, 0x206)
    pe += struct.pack("<8sIIII16x", b".text", end - start, start, end - start, start)
    return (dos + pe).ljust(start, b"\0") + payload + size, plain


# sections of a UKI: odd sizes, so that what rounds them up shows
PARTS = {"osrel": b"ID=test\n", "cmdline": b"console=ttyS0 quiet\n\0",
         "initrd": bytes(range(251)) * 41, "ucode": b"070701" * 333, "linux": b""}
# behind them: two profiles, of which the second has sections of its own; objcopy adds no name twice
PROFILES = (("profile", b"ID=first\nTITLE=\"The first\"\n"), ("profile", b"TITLE='x'\nID='second'\n"),
            ("initrd", b"070702" * 77), ("cmdline", b"rescue\n"))
UKI_BASE = {True: ("amd64", "objcopy", "linuxx64.efi.stub"),
        False: ("arm64", "aarch64-linux-gnu-objcopy", "linuxaa64.efi.stub")}


def uki(kernel, bz, folder):
    """A UKI on Debian's stub, as systemd-stub(7) says to make it."""
    arch, objcopy, name = UKI_BASE[bz]
    stub = CACHE / "stub" / arch / "usr/lib/systemd/boot/efi" / name
    if not stub.exists() or shutil.which(objcopy) is None:
        skip(f"no {stub} or no {objcopy}")
    words, at = [objcopy], 0x2000000
    parts = [*dict(PARTS, linux=kernel).items(), *((f"{i}", data) for i, (_, data) in enumerate(PROFILES))]
    for part, data in parts:
        path = folder / part
        path.write_bytes(data)
        words += ["--add-section", f".{part}={path}", "--change-section-vma", f".{part}={at:#x}"]
        at += len(data) + -len(data) % 0x1000
    subprocess.run(words + [str(stub), str(folder / "uki")], check=True)
    for part, _ in parts:
        (folder / part).unlink()
    words = [objcopy, str(folder / "uki")]
    for i, (name, _) in enumerate(PROFILES):
        words += ["--rename-section", f".{i}=.{name}"]
    subprocess.run(words, check=True)
    return (folder / "uki").read_bytes()


def told(program, files, profile=None):
    """What the library makes of a kernel, and of a profile of it."""
    words = [program, *map(str, files)] + ([profile] if profile else [])
    text = subprocess.run(words, stdout=subprocess.PIPE, check=True, text=True).stdout
    return dict(line.split() for line in text.splitlines())


def wrap(kernel, wrapping, folder):
    """The file, the name of its codec, what is packed in it."""
    bz = kernel[0x202:0x206] == b"HdrS"
    kept = folder.parent / "packed"
    if wrapping in ("", "uki"):
        data = uki(kernel, bz, folder) if wrapping else kernel
        if not bz:
            return data, "none", kernel
        tool, plain = unpack(kernel)
        return data, tool + "-legacy" * (tool == "lz4"), plain
    if wrapping in ZBOOT:
        codec, name, tool, word = ZBOOT[wrapping]
        data, plain = zboot(kernel, name, tool, word, kept)
        return data, codec, plain
    plain = unpack(kernel)[1] if bz else kernel
    codec, tool = FILES[wrapping]
    return pack(tool + " -c", plain, kept), codec, plain


def main():
    program, image, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    if not image.exists():
        skip(f"no kernel at {image}")
    folder.mkdir(parents=True, exist_ok=True)
    kernel, unpacked, placed = folder / "kernel", folder / "unpacked", folder / "region"
    wrapping = sys.argv[4] if len(sys.argv) > 4 else ""
    data, codec, plain = wrap(image.read_bytes(), wrapping, folder)
    kernel.write_bytes(data)
    files = kernel, unpacked, placed
    got = told(program, files)
    print(f"{image}: {got}")
    base, entry, pvh_entry, memory = expect(plain)
    assert got["codec"] == codec, "codec"
    assert int(got["passes"]) == (codec != "none"), "passes"
    assert unpacked.read_bytes() == plain, "the unpacked file is not the tool's"
    assert int(got["base"], 0) == base, "base"
    assert int(got["entry"], 0) == entry, "entry"
    assert int(got["pvh"], 0) == pvh_entry, "PVH entry"
    assert placed.read_bytes() == memory, "the placed region is not the headers'"
    for part in "initrd", "ucode", "cmdline":
        want = PARTS[part].rstrip(b"\n\0") if wrapping == "uki" else b""
        assert got[part] == f"{len(want)}-{zlib.crc32(want):08x}", part
    for profile, own in (("first", {}), ("@0", {}), ("second", dict(PROFILES)), ("@1", dict(PROFILES))):
        if wrapping != "uki":
            break
        got = told(program, files, profile)
        for part in "initrd", "ucode", "cmdline":
            want = dict(PARTS, **own)[part].rstrip(b"\n\0")
            assert got[part] == f"{len(want)}-{zlib.crc32(want):08x}", f"{part} of {profile}"
        assert placed.read_bytes() == memory, f"the placed region of {profile}"
    for path in kernel, unpacked, placed:
        path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
