# SPDX-License-Identifier: BSD-2-Clause
"""Of each rule over kernels, initrds and whole guests: a fault that fires it, and a legal near
miss that does not."""
from __future__ import annotations

import struct
from typing import Any

from building import PLACES, Region, folder
from check_acpi import table as acpi_table
from check_fdt import BOARD, board, c, dtb, t
from checking import Case

Files = dict[str, bytes]


# ---- kernels

def elf(entry: int = 0x1000000, size: int = 0x100, held: int = 0x100, offset: int = 0x1000,
        base: int = 0x1000000, ehsize: int = 64, second: int = 0x1002000) -> Files:
    """An ELF kernel of two segments, with a PVH note's place left out."""
    head = struct.pack("<16sHHIQQQIHHHHHH", b"\x7fELF\2\1\1", 2, 62, 1, entry, 64, 0, 0, ehsize, 56,
                       2, 0, 0, 0)
    rows = [(base, offset, held, size), (second, 0x2000, 0x100, 0x200)]
    heads = b"".join(struct.pack("<IIQQQQQQ", 1, 5, at, place, place, held_, size_, 0x1000)
                     for place, at, held_, size_ in rows)
    return {"a": (head + heads).ljust(0x2100, b"\x90")}


def bzimage(**fields: int) -> Files:
    """A bzImage: header, and a kernel of 0x4000 bytes."""
    data = bytearray(0x200 * 5 + 0x4000)
    data[0x202:0x206] = b"HdrS"
    for name, value in ({"setup_sects": 4, "boot_flag": 0xAA55, "jump": 0x6AEB, "version": 0x20F,
                         "loadflags": 1, "syssize": 0x400, "kernel_alignment": 0x200000,
                         "relocatable_kernel": 1, "min_alignment": 21, "xloadflags": 1,
                         "cmdline_size": 2047, "pref_address": 0x1000000, "init_size": 0x100000,
                         "initrd_addr_max": 0x7FFFFFFF} | fields).items():
        at, width = PLACES[name]
        data[at:at + width] = value.to_bytes(width, "little")
    return {"a": bytes(data)}


def image(offset: int = 0, flags: int = 0xA, size: int = 0x20000) -> Files:
    """An arm64 Image."""
    return {"a": struct.pack("<IIQQQQQQ4sI", 0, 0, offset, size, flags, 0, 0, 0, b"ARMd", 0)
            + bytes(0x1000)}


def pe(size: int = 6, at: int = 4096) -> Files:
    """A PE addon with a command line."""
    head = b"MZ" + bytes(58) + (64).to_bytes(4, "little") + struct.pack(
        "<4sHH12xHH", b"PE\0\0", 0x8664, 1, 112, 0x22E)
    section = struct.pack("<8s4I16x", b".cmdline", size, 0x10000, size, at)
    head += struct.pack("<H106xI", 0x20B, 0) + section
    return {"a": head.ljust(4096, b"\0") + b"quiet\n"}


# ---- initrds

def entry(name: str, data: bytes = b"", mode: int = 0o100755) -> bytes:
    raw = name.encode() + b"\0"
    head = (1, mode, 0, 0, 1, 0, len(data), 0, 0, 0, 0, len(raw), 0)
    out = b"070701" + b"".join(b"%08X" % number for number in head) + raw
    out += bytes(-len(out) % 4) + data
    return out + bytes(-len(out) % 4)


TRAILER = entry("TRAILER!!!", mode=0)
INIT = entry("init", b"#!/bin/sh\n")
FOLDER = entry("etc", mode=0o40755)


def initrd(*entries: bytes, end: bytes = TRAILER) -> Files:
    return {"a": b"".join(entries) + end}


# ---- whole guests

RAM = ((0x40000000, 0x10000000),)
DTB, INITRD, KERNEL = 0x44000000, 0x48000000, 0x40200000
IMAGE = bytes(56) + b"ARMd" + bytes(4)


def guest(changes: dict[str, Any] | None = None, more: tuple[Region, ...] = (), x0: int = DTB,
          pc: int = KERNEL, dtb_at: int = DTB, kernel: Region | None = None,
          rd: bytes = b"070701".ljust(0x1000, b"0")) -> Files:
    """An arm64 guest: a kernel, BOARD and its initrd."""
    return folder([kernel or Region("kernel", KERNEL, IMAGE),
                   Region("dtb", dtb_at, board(changes)["a"]),
                   Region("initrd", INITRD, rd), *more],
                  ram=RAM, registers={"pc": pc, "x0": x0}, arch="arm64")


def gicc(uid: int, mpidr: int) -> bytes:
    return struct.pack("<BBHIIIIIQQQQIQQBBHH", 11, 82, 0, uid, uid, 1, 0, 0, 0, 0, 0, 0, 0,
                       0x80A0000 + 0x20000 * uid, mpidr, 0, 0, 0, 0)


def madt(*mpidrs: int) -> bytes:
    return acpi_table(b"APIC", struct.pack("<II", 0, 0) + struct.pack(
        "<BBHIQIB3s", 12, 24, 0, 0, 0x8000000, 0, 3, bytes(3)) + b"".join(
            gicc(uid, mpidr) for uid, mpidr in enumerate(mpidrs)), 5)


def efi_tree(size: int = 40, step: int = 40, at: int = 0x4A000000) -> Files:
    """A guest whose tree names a memory map of EFI's."""
    whole = struct.pack("<IIQQQQ", 7, 0, RAM[0][0], 0, RAM[0][1] // 4096, 8)
    return guest({"chosen/linux,uefi-mmap-start": c(0, at), "chosen/linux,uefi-mmap-size": c(size),
                  "chosen/linux,uefi-mmap-desc-size": c(step)},
                 (Region("efi-map", 0x4A000000, whole),))


CASES = {
    "kernel.refused": Case(bzimage(setup_sects=64), bzimage(loadflags=0x81)),
    "kernel.doubt": Case(bzimage(setup_sects=5), bzimage(setup_sects=3)),
    "kernel.segment": Case(elf(second=0x1000000), elf(second=0x1001000), {"kernel.refused"}),
    "kernel.entry": Case(elf(entry=0x1000100), elf(entry=0x10000FF)),
    "kernel.header-size": Case(elf(ehsize=63), elf(ehsize=64)),
    "kernel.setup-header": Case(bzimage(init_size=0x3FFF), bzimage(init_size=0x4000)),
    "kernel.image-header": Case(image(flags=0x1A), image(flags=0x0A)),
    "kernel.pe": Case(pe(size=7), pe(size=6)),
    "initrd.cut": Case(initrd(INIT, end=b""), initrd(INIT, end=TRAILER + bytes(512))),
    "initrd.format": Case(initrd(INIT, end=TRAILER + b"more"),
                          initrd(INIT, end=TRAILER + bytes(4))),
    "initrd.name": Case(initrd(INIT, FOLDER, entry("etc/../x")),
                        initrd(INIT, FOLDER, entry("etc/..x"))),
    "initrd.parent": Case(initrd(INIT, entry("etc/x"), FOLDER),
                          initrd(INIT, FOLDER, entry("etc/x"))),
    "initrd.mode": Case(initrd(INIT, entry("etc", b"x", 0o40755)),
                        initrd(INIT, entry("etc", b"x", 0o120777))),
    "initrd.init": Case(initrd(entry("unit")), initrd(entry("./init"))),
    "build.overlap": Case(guest(more=(Region("reserved", INITRD + 0xFFF, None, "reserved", 4096),)),
                          guest(more=(Region("reserved", INITRD + 4096, None, "reserved", 4096),))),
    "build.outside-ram": Case(guest(more=(Region("module", 0x4FFFFFFF, b"ab"),)),
                              guest(more=(Region("module", 0x4FFFFFFE, b"ab"),))),
    "build.file": Case(guest(kernel=Region("kernel", KERNEL, IMAGE, size=65)),
                       guest(kernel=Region("kernel", KERNEL, IMAGE + b"\0", size=64))),
    "build.sha256": Case(guest(kernel=Region("kernel", KERNEL, IMAGE, digest="0" * 64)),
                         guest(kernel=Region("kernel", KERNEL, IMAGE + b"\1"))),
    "build.zeros": Case(guest(kernel=Region("kernel", KERNEL, bytes(4096))),
                        guest(kernel=Region("kernel", KERNEL, IMAGE + bytes(4032)))),
    "build.image-magic": Case(guest(kernel=Region("kernel", KERNEL, b"\0" + IMAGE)),
                              guest(kernel=Region("kernel", KERNEL, b"MZ" + IMAGE[2:]))),
    "build.initrd": Case(guest(rd=b"\0" + b"070701".ljust(0xFFF, b"0")),
                         guest(rd=b"\x28\xb5\x2f\xfd".ljust(0x1000, b"0"))),
    "build.kind": Case(guest(more=(Region("kernels", 0x4B000000, b"ab"),)),
                       guest(more=(Region("module", 0x4B000000, b"ab"),))),
    "build.untold": Case(guest(more=(Region("dtb", 0x4C000000, dtb(BOARD) + b"\1"),)),
                         guest(more=(Region("dtb", 0x4C000000, dtb(BOARD) + b"\0"),))),
    "build.alignment": Case(guest(dtb_at=DTB + 4, x0=DTB + 4), guest(dtb_at=DTB + 8, x0=DTB + 8)),
    "build.register": Case(guest(x0=DTB + 8), guest(pc=KERNEL + 4)),
    "tree.memory": Case(guest({"memory@40000000/reg": c(0, 0x40000000, 0, 0x10001000)}),
                        guest({"memory@40000000/reg": c(0, 0x40000000, 0, 0xFFFF000)})),
    "tree.initrd": Case(guest({"chosen/linux,initrd-end": c(0, INITRD + 0xFFF)}),
                        guest({"chosen/linux,initrd-end": c(0, INITRD + 0x1000),
                               "chosen/bootargs": t("loud")})),
    "tree.efi": Case(efi_tree(step=48), efi_tree(step=40)),
    "tree.cpu-not-in-madt": Case({**board(), "b": madt(0, 2)}, {**board(), "b": madt(0, 1)}),
}

MORE = [
    ("kernel.segment", Case(elf(held=0x101), elf(held=0xFF), {"kernel.refused"},
                            text="more than p_memsz")),
    ("kernel.segment", Case(elf(offset=0x10000), elf(offset=0x1000), {"kernel.refused"},
                            text="beyond the end")),
    ("kernel.segment", Case(elf(offset=0x1001), elf(offset=0x1000), text="no multiple of")),
    ("kernel.setup-header", Case(bzimage(min_alignment=22), bzimage(min_alignment=20),
                                 text="above kernel_alignment")),
    ("kernel.image-header", Case(image(offset=0x80800), image(offset=0x80000),
                                 {"kernel.refused"}, text="whole pages")),
    ("kernel.image-header", Case(image(offset=0x200000), image(offset=0x1FF000),
                                 {"kernel.refused"}, text="counts from")),
    ("initrd.format", Case(initrd(INIT, b"070701" + b"x" * 104), initrd(INIT, FOLDER),
                           text="no header")),
    ("initrd.name", Case(initrd(INIT, entry("/x")), initrd(INIT, entry("./x")), text="absolute")),
    ("initrd.mode", Case(initrd(INIT, entry("x", mode=0o755)), initrd(INIT, entry("x")),
                         text="of no kind")),
    ("initrd.mode", Case(initrd(INIT, entry("x", mode=0o120777)),
                         initrd(INIT, entry("x", b"y", mode=0o120777)), text="no target")),
    ("build.file", Case({name: data for name, data in guest().items() if name != "g/0.bin"},
                        guest(), text="cannot be read")),
    ("build.register", Case(guest(pc=0x50000000), guest(pc=0x4FFFFFFC), text="pc is")),
    ("tree.initrd", Case(guest({"chosen/linux,initrd-start": None,
                                "chosen/linux,initrd-end": None}), guest(), text="no initrd")),
    ("tree.efi", Case(efi_tree(size=80), efi_tree(), text="has 40")),
    ("tree.efi", Case(efi_tree(at=0x4A001000), efi_tree(), text="but the efi-map is")),
    ("tree.cpu-not-in-madt", Case({**board(), "b": madt(0, 1, 2)}, {**board(), "b": madt(0, 1)},
                                  text="no processor of the tree")),
]
