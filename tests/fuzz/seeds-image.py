#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Write the seeds of the elf, image and codec targets: small kernels, packed by the tools.

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


def multiboot(data, version, addresses=(), tags=()):
    """A header of the Multiboot specification into data, at 0x1c0 or 0x1e0; tags: (type, flags, words)."""
    out = bytearray(data)
    if version == 1:
        flags = 0x10003 if addresses else 3
        struct.pack_into(f"<{3 + len(addresses)}I", out, 0x1c0, 0x1badb002, flags, -(0x1badb002 + flags) & 0xffffffff,
                         *addresses)
        return bytes(out)
    body = b""
    for kind, flags, *words in (*tags, (0, 0)):
        tag = struct.pack(f"<HHI{len(words)}I", kind, flags, 8 + 4 * len(words), *words)
        body += tag + bytes(-len(tag) % 8)
    length = 16 + len(body)
    head = struct.pack("<IIII", 0xe85250d6, 0, length, -(0xe85250d6 + length) & 0xffffffff)
    out[0x1e0:0x1e0 + length] = head + body
    return bytes(out)


def multiboots():
    """In an ELF without notes, whose headers end before; and in no ELF."""
    loads = [(0x300, 0x100000, 256, 4096)]
    wishes = [(1, 0, 1, 3, 4, 6, 15), (4, 1, 3), (5, 1, 640, 480, 32), (6, 0), (10, 0, 0x100000, 0xffffffff, 0x1000, 2)]
    plain = bytes(range(256)) * 8
    load = (0x2001c0, 0x200000, 0x200400, 0x203000, 0x200010)
    place = [(2, 0, 0x2001e0, 0x200000, 0, 0x203000), (3, 0, 0x200010)]
    for bits in 32, 64:
        yield f"multiboot-elf{bits}", multiboot(multiboot(elf(bits, "<", loads, []), 1), 2, tags=wishes[:bits // 16])
    yield "multiboot-flat", multiboot(plain, 1, load)
    yield "multiboot2-flat", multiboot(plain, 2, tags=place)
    yield "multiboot2-moved", multiboot(elf(32, "<", loads, [], 2048), 2, tags=wishes)
    yield "multiboot-gzip", dict(packed(multiboot(plain, 1, load)))["gzip"]
    yield "multiboot2-refused", multiboot(plain, 2, tags=[*place, (7, 0), (1, 0, 9)])


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


def pe(data, machine, rows):
    """PE headers at 0x40 over data; rows: (name, virtual size, raw size, raw offset)."""
    out = bytearray(data)
    out[0:2] = b"MZ"
    struct.pack_into("<I", out, 0x3c, 0x40)
    struct.pack_into("<4sHHIIIHH", out, 0x40, b"PE\0", machine, len(rows), 0, 0, 0, 16, 0x206)
    for i, (name, virtual, size, offset) in enumerate(rows):
        struct.pack_into("<8sIIII16x", out, 0x40 + 24 + 16 + 40 * i, name, virtual, 0, size,
                         offset)
    return bytes(out)


def arm64(size=2048, image_size=3000, efi=True, text_offset=0):
    """booting.rst, 4; with an EFI stub the file ends with the last section."""
    data = bytearray(range(256)) * (size // 256)
    data[0:256] = bytes(256)
    struct.pack_into("<4xIQQQ24x4sI", data, 0, 0x14000010, text_offset, image_size, 10, b"ARM\x64",
                     0)
    rows = [(b".text", 1024, 1024, 256), (b".data", 2000, size - 1280 - 64, 1280)]
    return pe(data, 0xaa64, rows) if efi else bytes(data)


def zboot(name, payload, machine=0xaa64):
    """zboot-header.S"""
    head = pe(bytes(256), machine, [(b".text", len(payload), len(payload), 256)])
    head = bytearray(head)
    struct.pack_into("<4sII8x32s", head, 4, b"zimg", 256, len(payload), name)
    return bytes(head) + payload


def uki(kernel, machine):
    """A section of each name that counts."""
    parts = {b".cmdline": b"quiet\n\0", b".ucode": b"micro", b".initrd": b"070701",
             b".linux": kernel}
    body, rows = b"", []
    for name, part in parts.items():
        rows.append((name, len(part), len(part) + -len(part) % 16, 512 + len(body)))
        body += part + bytes(-len(part) % 16)
    return pe(bytes(512), machine, rows) + body


def parts(machine, *sections):
    """A PE file of sections, which may be there more than once."""
    body, rows = b"", []
    for name, part in sections:
        rows.append((name, len(part), len(part) + -len(part) % 16, 1024 + len(body)))
        body += part + bytes(-len(part) % 16)
    return pe(bytes(1024), machine, rows) + body


def tree(text):
    return subprocess.run(["dtc", "-q", "-O", "dtb"], input=b"/dts-v1/; " + text, stdout=subprocess.PIPE, check=True).stdout


CELLS = b"#address-cells = <2>; #size-cells = <2>;"
OURS = tree(b'/ { compatible = "linux,dummy-virt"; ' + CELLS + b" pic: pic { }; a { p = <&pic>; }; };")
OTHERS = tree(b'/ { compatible = "acme,board"; ' + CELLS + b" };")


def profiles(kernel, machine):
    """A UKI with two profiles behind its base, and trees in all of them."""
    return parts(machine, (b".cmdline", b"base"), (b".uname", b"6.1"), (b".initrd", b"070701"), (b".linux", kernel),
                 (b".dtb", OTHERS), (b".dtbauto", OTHERS), (b".profile", b"ID=a\n"), (b".cmdline", b"quiet"),
                 (b".dtbauto", OURS), (b".profile", b"TITLE=x\nID='b'\n"), (b".ucode", b"micro"), (b".dtb", OURS))


def addon(machine):
    more = tree(b"/ { " + CELLS + b" more { }; };")
    return parts(machine, (b".cmdline", b"nokaslr"), (b".initrd", b"late"), (b".ucode", b"early"), (b".dtb", more))


TOOLS = {
    "gzip": "gzip -9n", "xz": "xz --check=crc32 --x86 --lzma2=dict=64KiB",
    "lzma": "xz --format=lzma -0", "lz4-legacy": "lz4 -l -9", "lz4": "lz4 -BD -B4",
    "zstd": "zstd -19", "bzip2": "bzip2 -1",
}


ZBOOT = {"gzip": b"gzip", "xz": b"xzkern", "lzma": b"lzma", "lz4-legacy": b"lz4", "zstd": b"zstd22"}


def packed(plain):
    for name, tool in TOOLS.items():
        yield name, subprocess.run(tool.split() + ["-c"], input=plain, stdout=subprocess.PIPE,
                                   check=True).stdout


def packed_elves():
    return packed(dict(elves())["elf64le-mixed"])


def arm64_kernels():
    yield "arm64", arm64()
    yield "arm64-plain", arm64(efi=False)
    yield "arm64-old", arm64(image_size=0, efi=False)
    for name, stream in packed(arm64()):
        yield "arm64-" + name, stream
        if name in ZBOOT:
            yield "zboot-" + name, zboot(ZBOOT[name], stream)
    for name, stream in packed(arm64(image_size=0, efi=False)):
        if name in ("gzip", "zstd"):
            yield "arm64-old-" + name, stream
    yield "zboot-riscv", zboot(b"gzip", bytes(64), 0x5064)
    yield "zboot-lzo", zboot(b"lzo", b"\x89LZO\0\r\n\x1a\n" + bytes(64))
    yield "uki-arm64", uki(arm64(), 0xaa64)
    yield "uki-zboot", uki(zboot(b"gzip", dict(packed(arm64()))["gzip"]), 0xaa64)
    yield "uki-x86", uki(dict(kernels())["gzip"], 0x8664)
    yield "uki-profiles", profiles(arm64(), 0xaa64)
    yield "uki-profile-first", parts(0xaa64, (b".profile", b"ID=a"), (b".cmdline", b"c"), (b".linux", arm64()))
    yield "addon", addon(0xaa64)
    for name, stream in packed_elves():
        if name in ("gzip", "lz4"):
            yield "elf-" + name, stream


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
    for target, seeds in (("elf", elves()), ("image", kernels()), ("image", arm64_kernels()),
                          ("image", multiboots()), ("codec", streams())):
        folder = pathlib.Path(sys.argv[1]) / target
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in seeds:
            (folder / name).write_bytes(data)


if __name__ == "__main__":
    main()
