#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Write the seeds of the plan target: its choices, then a small kernel that can be entered.

usage: seeds-plan.py CORPUS        e.g. tests/fuzz/corpus"""
import pathlib
import runpy
import struct
import subprocess
import sys

IMAGE = runpy.run_path(str(pathlib.Path(__file__).resolve().parent / "seeds-image.py"))
MIB, GIB = 1 << 20, 1 << 30


def number(value):
    """A word that stands for it: 26 bits, shifted by the lowest 6."""
    shift = 0
    while value >> shift >= 1 << 26:
        shift += 1
    if value >> shift << shift != value:
        raise ValueError(f"{value:#x} has more than 26 bits")
    return (value >> shift) << 6 | shift


def listed(entries):
    """A count, then the entries' words."""
    return [len(entries)] + [w for e in entries for w in e]


def device(kind, base=0, size=0, irq=0, own=0, bridge=None):
    words = [kind, number(base), number(size), number(irq), 0, own, 0]
    return words + (bridge or [])


def bridge(pio, mmio32, mmio64):
    windows = [number(v) for r in (pio, mmio32, mmio64) for v in r]
    return [0, 0, 16, 17, 18, 19] + windows + [0, 0]


def machine(arch, tables, cpus, ram, devices, gic=()):
    """ram: (gap before it, size, node)"""
    words = [arch, tables, 46, cpus, 1, 0, 0, 0, 0]
    words += listed([[number(gap), number(size), node] for gap, size, node in ram])
    return words + listed(devices) + list(gic)


def payload(protocol, flags=0, cmdline=20, seed=32, initrds=(), setup=(), reserve=(), blobs=(),
            fixed=(), profile=0, addons=(), behind=0, modules=(), flat=()):
    words = [protocol, flags, cmdline, number(seed)]
    words += listed([[number(size)] for size in initrds])
    words += listed([[number(kind), indirect, number(size)] for kind, indirect, size in setup])
    words += listed([[number(base), number(size)] for base, size in reserve])
    words += listed([[number(size), number(base), kind] for size, base, kind in blobs])
    words += listed([[kind, number(base)] for kind, base in fixed])
    words += [profile] + listed([[number(at), number(size)] for at, size in addons])
    words.append(number(behind))
    words += listed([[number(size), line] for size, line in modules]) if modules or flat else []
    return words + [number(n) for n in flat]


PC = [
    device(1, 0x3f8, irq=4), device(3), device(6, 0xfec00000), device(8, 0xfe000000, irq=5),
    device(9, 0xe0000000, 16 * MIB,
           bridge=bridge((0xc000, 0x1000), (0xc0000000, 256 * MIB), (1 << 40, GIB))),
    device(12, 0x600), device(13, 0x604),
]
OLD_PC = [device(1, 0x3f8, irq=4), device(2), device(4), device(5), device(10, 0x700)]
VIRT = [device(15, 0x9000000, irq=33), device(17, 0x9010000, irq=34),
        device(8, 0xa000000, irq=48), device(18, 0x9030000, irq=39)]
GIC = [3, number(0x8000000), 0, 1, number(0x80a0000), number(0xf60000), number(0x8080000), 0, 0, 0,
       25, 27, 0, 23, 0, 0]
SMALL = [(0, 64 * MIB, 0)]
SPLIT = [(0, 3 * GIB, 0), (GIB, GIB, 1), (4 * GIB, 2 * GIB, 2)]


def arm64_image():
    """Documentation/arch/arm64/booting.rst, 4"""
    head = struct.pack("<IIQQQQQQII", 0x91005a4d, 0x14000010, 0, 2 * MIB, 0xa, 0, 0, 0,
                       0x644d5241, 0)
    return head + bytes(960)


def gzip(plain):
    return subprocess.run(["gzip", "-9n", "-c"], input=plain, stdout=subprocess.PIPE,
                          check=True).stdout


def zboot(plain):
    """Linux drivers/firmware/efi/libstub/zboot-header.S: its header, PE's without sections."""
    data = gzip(plain)
    head = struct.pack("<4s4sII8x32s4xI", b"MZ", b"zimg", 128, len(data), b"gzip", 64)
    return head + struct.pack("<4sHH", b"PE", 0xaa64, 0).ljust(64, b"\0") + data


def elf(bits=64, loads=((0, 0x100000, 1000, 1000),)):
    """With a PVH entry, where the other entry is."""
    xen = IMAGE["note"]("<", 4, b"Xen\0", 18, struct.pack("<I", 0x100000))
    return IMAGE["elf"](bits, "<", list(loads), [(4, xen)])


def packed():
    """Its segments descend in the file: placing decodes it twice."""
    plain = elf(loads=[(0x300, 0x100000, 64, 128), (0, 0x101000, 0, 4096),
                       (0x180, 0x102000, 128, 128)])
    for name, tool in IMAGE["TOOLS"].items():
        out = subprocess.run(tool.split() + ["-c"], input=plain, stdout=subprocess.PIPE,
                             check=True).stdout
        yield name, IMAGE["bzimage"](out if name == "gzip" else out + struct.pack("<I", 1024))


def ukis(pc, tree, acpi):
    """UKIs with profiles (0: none named, 1 on: @0, @1, @2, a, b), and addons behind them in the file."""
    x86, arm = IMAGE["profiles"](dict(packed())["gzip"], 0x8664), IMAGE["profiles"](arm64_image(), 0xaa64)
    for name, machine_, uki, pe, named, flags in (("x86", pc, x86, 0x8664, 2, 0), ("tree", tree, arm, 0xaa64, 0, 0),
                                                 ("acpi", acpi, arm, 0xaa64, 4, 0), ("board", tree, arm, 0xaa64, 5, 8)):
        one, other = IMAGE["addon"](pe), IMAGE["addon"](0xaa64 ^ 0x8664 ^ pe)
        pieces = [(len(uki), len(one)), (len(uki) + len(one), len(other))]
        yield f"uki-{name}", machine_, payload(0, flags, cmdline=0, profile=named, addons=pieces,
                                              behind=len(one) + len(other)), uki + one + other


def seeds():
    pc, old = machine(0, 0, 2, SMALL, PC), machine(0, 2, 1, SMALL, OLD_PC)
    split = machine(0, 1, 300, SPLIT, PC)
    yield "elf-linux", pc, payload(1, initrds=[70001, 5]), elf()
    yield "elf-la57", split, payload(1, 2), elf()
    yield "elf-pvh", pc, payload(3, initrds=[4096]), elf(32)
    yield "elf-none", machine(0, 3, 1, SMALL, []), payload(0), elf()
    for name, kernel in packed():
        yield f"bz-{name}", pc, payload(0, name == "xz"), kernel
        if name == "gzip":
            yield "bz-pvh", old, payload(3), kernel
            yield "bz-self", split, payload(2, initrds=[MIB]), kernel
    yield "bz-lzo", split, payload(0), IMAGE["bzimage"](b"\x89LZO\0\r\n\x1a\n" + bytes(64))
    yield "bz-old", old, payload(4, seed=0), IMAGE["bzimage"](bytes(64), 0x203, 0x2e)
    for name, kernel in IMAGE["multiboots"]():
        yield name, split if "2" in name else pc, payload(0, 16, initrds=[100], modules=[(5000, 1), (1, 0)]), kernel
    yield "pvh-modules", pc, payload(3, initrds=[4096], modules=[(5000, 1), (1, 0), (MIB, 1)]), elf(32)
    yield "own", pc, payload(
        1, setup=[(2, 0, 100), (5, 1, 4000)], reserve=[(0x20000, 0x800), (48 * MIB, MIB)],
        blobs=[(100, 0, 0), (4096, 0xf2000, 2), (5000, 32 * MIB, 3)],
        fixed=[(2, 16 * MIB), (3, 0x9000), (4, 0xa000)]), elf()
    rom = [(4096, 0xa0000000, 6), (100, 0, 0)]  # 6: type 0, AB_BACKING_ROM
    yield "rom", pc, payload(1, blobs=rom), elf()
    virt = [(GIB, GIB, 0)]
    yield "arm64-fdt", machine(1, 0, 4, virt, VIRT, GIC), payload(0, initrds=[9]), arm64_image()
    for name, kernel in ("gzip", gzip(arm64_image())), ("zboot", zboot(arm64_image())):
        yield f"arm64-{name}", machine(1, 0, 4, virt, VIRT, GIC), payload(1, 1), kernel
    yield from ukis(pc, machine(1, 0, 4, virt, VIRT, GIC), machine(1, 1, 4, virt, VIRT[:1], GIC))
    yield "elf-gzip", pc, payload(0), gzip(elf())
    yield "elf32", pc, payload(4, initrds=[4096]), elf(32)
    yield "flat", pc, payload(8, initrds=[9], flat=(0x200001, 100, 4096)), bytes(range(200))
    yield "flat-elf", pc, payload(9, reserve=[(48 * MIB, MIB)], flat=(0x7c00, 0, 0)), elf()
    yield "flat-arm64", machine(1, 0, 4, virt, VIRT, GIC), payload(8, flat=(0x48000000, 64, MIB)), arm64_image()
    yield "arm64-rom", machine(1, 1, 4, virt, VIRT[:1], GIC), payload(0, blobs=rom), arm64_image()
    yield "arm64-acpi", machine(1, 1, 4, virt, VIRT[:1], GIC), payload(0), arm64_image()


def main():
    folder = pathlib.Path(sys.argv[1]) / "plan"
    folder.mkdir(parents=True, exist_ok=True)
    for name, *words, kernel in seeds():
        choices = [w for part in words for w in part]
        (folder / name).write_bytes(struct.pack(f"<{len(choices) + 1}I", len(choices), *choices)
                                    + kernel)


if __name__ == "__main__":
    main()
