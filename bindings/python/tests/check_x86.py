# SPDX-License-Identifier: BSD-2-Clause
"""Of each rule over E820 maps, zero pages, PVH's start info, MP tables and page tables: a fault
that fires it, and a legal near miss that does not."""
from __future__ import annotations

import struct
from collections.abc import Sequence

from building import (CPIO, E820, RAM, Region, folder, memory_row, module_row, setup_data,
                      start_info, summed, zero_page)
from checking import Case

Files = dict[str, bytes]
LINE, INITRD, PAGE, DATA = 0x2000, 0x4000000, 0x3000, 0x5000


def page(*e820: tuple[int, int, int], **fields: int) -> Files:
    return {"a": zero_page(e820 or E820, **fields)}


def guest(e820: Sequence[tuple[int, int, int]] = E820, line: bytes = b"quiet\0",
          more: Sequence[Region] = (), **fields: int) -> Files:
    """A zero page beside what it points to."""
    pointers = {"cmd_line_ptr": LINE, "ramdisk_image": INITRD, "ramdisk_size": 64} | fields
    return folder([Region("zero-page", PAGE, zero_page(e820, **pointers)),
                   Region("cmdline", LINE, line), Region("initrd", INITRD, CPIO), *more],
                  registers={"rip": 0x100000, "rsi": PAGE})


def chained(*rows: tuple[int, int, bytes], first: int = DATA, data: bytes = b"") -> Files:
    return guest(more=[Region("setup-data", DATA, data or setup_data(*rows))], setup_data=first)


RESERVED = Region("hole", 0x7F00000, None, "reserved", 0x1000)
CUT = (*E820[:2], (0x100000, 0x7E00000, 1), (0x7F00000, 0x1000, 3), (0x7F01000, 0xFF000, 1))
SEED = (0, 9, bytes(range(1, 17)))


# ---- PVH

INFO, LIST, MAP = 0x1000, 0x1038, 0x1058


def pvh(modules: int = 1, entries: int = 3, modlist: int = LIST, memmap: int = MAP,
        module: bytes = module_row(INITRD, 64), rsdp: int = 0, cmdline: int = LINE,
        **more: int) -> Files:
    data = start_info(modules, modlist, cmdline, rsdp, memmap, entries, **more) + module
    data += b"".join(memory_row(*row) for row in E820)
    return folder([Region("start-info", INFO, data), Region("cmdline", LINE, b"quiet\0"),
                   Region("initrd", INITRD, CPIO)], registers={"rbx": INFO})


# ---- MP tables

def mp_pointer(at: int, length: int = 1) -> bytes:
    return summed(struct.pack("<4sIBBB5s", b"_MP_", at, length, 4, 0, bytes(5)), 10)


def mp_table(*entries: bytes, count: int | None = None, size: int | None = None,
             extended: int = 0) -> bytes:
    body = b"".join(entries)
    head = struct.pack("<4sHBB8s12sIHHIHBB", b"PCMP", 44 + len(body) if size is None else size, 4,
                       0, b"ACME    ", b"BOARD       ", 0, 0,
                       len(entries) if count is None else count, 0xFEE00000, extended, 0, 0)
    return summed(head + body, 7)


def mp_cpu(number: int, flags: int = 1) -> bytes:
    return struct.pack("<BBBBII8x", 0, number, 0x14, flags, 0, 0)


BUS = struct.pack("<BB6s", 1, 0, b"ISA   ")
IOAPIC = struct.pack("<BBBBI", 2, 2, 0x11, 1, 0xFEC00000)


def mp_irq(bus: int = 0, ioapic: int = 2) -> bytes:
    return struct.pack("<BBHBBBB", 3, 0, 0, bus, 4, ioapic, 4)


MP = (mp_cpu(0, 3), mp_cpu(1), BUS, IOAPIC, mp_irq())
TABLE_AT = 0x9FC10


def mp(*entries: bytes, at: int = TABLE_AT, **more: int) -> Files:
    return folder([Region("mp-pointer", 0x9FC00, mp_pointer(at), "reserved"),
                   Region("mp-table", TABLE_AT, mp_table(*entries, **more), "reserved")])


def alone(*entries: bytes, **more: int) -> Files:
    return {"a": mp_table(*entries, **more)}


# ---- page tables

ROOT = 0x8000


def tables(pml4: Sequence[int], pdpt: Sequence[int], pd: Sequence[int], rip: int = 0x100000,
           ) -> Files:
    """Three pages: entries of each from its first on."""
    data = b"".join(b"".join(entry.to_bytes(8, "little") for entry in entries).ljust(4096, b"\0")
                    for entries in (pml4, pdpt, pd))
    return folder([Region("page-tables", ROOT, data)], registers={
        "cr3": ROOT, "cr4": 0x20, "rip": rip})


PDPT, PD = ROOT + 0x1000 | 3, ROOT + 0x2000 | 3
LARGE = [0x83, 0x200083, 0x400083]

CASES = {
    "e820.order": Case(page(E820[0], E820[2], E820[1]), page(*E820)),
    "e820.overlap": Case(page((0, 0xA0000, 1), *E820[1:]), page((0, 0x9F000, 1), *E820[1:])),
    "e820.empty": Case(page(*E820, (0x8000000, 0, 1)), page(*E820, (0x8000000, 1, 2))),
    "e820.type": Case(page(*E820, (1 << 32, 4096, 9)), page(*E820, (1 << 32, 4096, 7))),
    "e820.limit": Case(page(*E820, (1 << 52, 4096, 1)), page(*E820, ((1 << 52) - 4096, 4096, 1))),
    "e820.no-ram": Case(page((0, 0x8000000, 2)), page((0, 0x8000000, 1))),
    "e820.count": Case(page(*E820, e820_entries=2), page(*E820, e820_entries=3)),
    "e820.not-ram": Case(guest((*E820, (0x8000000, 4096, 1))),
                         guest((*E820, (0x8000000, 4096, 2)))),
    "e820.not-free": Case(guest(more=[RESERVED]), guest(CUT, more=[RESERVED])),
    "e820.missing": Case(guest((*E820[:2], (0x100000, 0x7E00000, 1))),
                         guest((*E820[:2], (0x100000, 0x7E00000, 1), (0x7F00000, 0x100000, 2)))),
    "zero-page.magic": Case(page(boot_flag=0xAA54), page(boot_flag=0xAA55, jump=0x66EB)),
    "zero-page.version": Case(page(version=0x205), page(version=0x206)),
    "zero-page.loader": Case(guest(type_of_loader=0), guest(type_of_loader=0xB0)),
    "zero-page.sentinel": Case(page(sentinel=0xFF), page(scratch=0xFF)),
    "zero-page.initrd": Case(guest(ramdisk_size=65), guest(ramdisk_size=64)),
    "zero-page.initrd-limit": Case(guest(initrd_addr_max=INITRD + 62),
                                   guest(initrd_addr_max=INITRD + 63)),
    "zero-page.cmdline": Case(guest(cmd_line_ptr=LINE + 1), guest(cmd_line_ptr=LINE, jump=1)),
    "zero-page.cmdline-length": Case(guest(line=b"x" * 100 + b"\0", cmdline_size=99),
                                     guest(line=b"x" * 100 + b"\0", cmdline_size=100)),
    "zero-page.payload": Case(page(syssize=0x100, payload_offset=0x800, payload_length=0x801),
                              page(syssize=0x100, payload_offset=0x800, payload_length=0x800)),
    "zero-page.setup-data": Case(chained((DATA + 64, 9, bytes(16)), SEED),
                                 chained((DATA + 32, 9, bytes(16)), SEED), {"build.untold"}),
    "setup-data.length": Case(chained(data=setup_data(SEED)[:-1]), chained(SEED)),
    "setup-data.type": Case(chained((0, 77, b"x" * 16)), chained((0, 8, b"x" * 16))),
    "pvh.magic": Case(pvh(version=2), pvh(version=1)),
    "pvh.pointer": Case(pvh(cmdline=LINE + 1), pvh(cmdline=LINE, modlist=LIST)),
    "pvh.lists": Case(pvh(entries=2), pvh(entries=3), {"e820.missing"}),
    "pvh.module": Case(pvh(module=module_row(INITRD, 63)), pvh(module=module_row(INITRD, 64))),
    "mp.pointer": Case(mp(*MP, at=TABLE_AT + 16), mp(*MP)),
    "mp.pointer-checksum": Case({"a": mp_pointer(16)[:10] + b"\0" + mp_pointer(16)[11:]
                                 + mp_table(*MP)}, {"a": mp_pointer(16) + mp_table(*MP)}),
    "mp.checksum": Case({"a": mp_table(*MP)[:7] + b"\1" + mp_table(*MP)[8:]}, alone(*MP)),
    "mp.length": Case(alone(*MP, count=4), alone(*MP, count=5)),
    "mp.id": Case(alone(*MP, mp_cpu(1)), alone(*MP, mp_cpu(2))),
    "mp.reference": Case(alone(*MP, mp_irq(bus=1)), alone(*MP, mp_irq(ioapic=255))),
    "paging.table": Case(tables([PDPT], [PD + 0x1000], LARGE, 0), tables([PDPT], [PD], LARGE),
                         {"build.untold"}),
    "paging.reserved": Case(tables([PDPT], [PD], [*LARGE, 0x602083]),
                            tables([PDPT], [PD], [*LARGE, 0x601083])),
    "paging.identity": Case(tables([PDPT], [PD], [*LARGE, 0x800083]),
                            tables([PDPT], [PD], [*LARGE, 0x600083])),
    "paging.shared": Case(tables([PDPT], [PD, PD], LARGE), tables([PDPT], [PD, 0x40000083], LARGE)),
    "paging.entry": Case(tables([PDPT], [PD], LARGE, rip=0x600000),
                         tables([PDPT], [PD], LARGE, rip=0x5FFFFF)),
}
assert RAM[0][1] == E820[2][0] + E820[2][1]

MORE = [
    ("e820.not-free", Case(guest(more=[Region("reserved", 0x7F00000, None, "reserved", 0x1000)]),
                           guest(more=[Region("reserved", 0x7F00000, None, "RAM", 0x1000)]),
                           text="the region reserved at 0x7f00000 is reserved")),
    ("e820.not-free", Case(guest((*CUT[:3], (0x7F00000, 0x1000, 1), CUT[4]), more=[RESERVED]),
                           guest(CUT, more=[RESERVED]), text="the region hole")),
    ("zero-page.magic", Case(guest(header=0, boot_flag=0, version=0x20F, type_of_loader=0xB0),
                             guest(header=0, boot_flag=0, version=0x20C, type_of_loader=0xB0),
                             text="boot_flag is 0x0")),
    ("zero-page.magic", Case(guest(header=0x49726448), guest(jump=2), text="HdrI")),
    ("zero-page.initrd", Case(page(ramdisk_image=0, ramdisk_size=1),
                              page(ramdisk_image=0, ramdisk_size=0, jump=3),
                              text="without the other")),
    ("zero-page.initrd", Case(page(ramdisk_image=0x7FFF001, ramdisk_size=4096),
                              page(ramdisk_image=0x7FFF000, ramdisk_size=4096),
                              text="but RAM is")),
    ("zero-page.initrd", Case(guest(ramdisk_image=INITRD + 4096),
                              guest(ramdisk_image=INITRD, jump=4), text="but initrd is at")),
    ("zero-page.cmdline", Case(guest(cmd_line_ptr=0), guest(jump=5), text="cmd_line_ptr is 0")),
    ("zero-page.payload", Case(page(kernel_alignment=0x300000), page(kernel_alignment=0x100000),
                               text="power of 2")),
    ("zero-page.setup-data", Case(chained(SEED, first=0), chained(SEED), text="setup_data is 0")),
    ("zero-page.setup-data", Case(
        chained((DATA + 32, 9, bytes(16)), (DATA, 9, bytes(16))),
        chained((DATA + 32, 9, bytes(16)), (0, 9, bytes(16))), {"setup-data.length"},
        text="comes back")),
    ("setup-data.length", Case(chained((0, 1, bytes(21))), chained((0, 8, bytes(21))),
                               {"e820.empty", "e820.order", "e820.type"}, text="20 bytes each")),
    ("e820.count", Case(page(*E820, e820_entries=129),
                        page(*E820, *[((1 << 32) + n * 4096, 4096, 2) for n in range(125)]),
                        {"e820.empty", "e820.order", "e820.type"}, text="at most 128")),
    ("pvh.magic", Case(pvh(magic=0x336EC579), pvh(), text="magic is")),
    ("pvh.lists", Case(pvh(entries=0), pvh(), text="knows no memory")),
    ("pvh.lists", Case(pvh(modules=2), pvh(), {"pvh.module"}, text="begins within")),
    ("pvh.module", Case(pvh(modules=0, entries=3), pvh(), {"pvh.lists"}, text="nr_modules is 0")),
    ("pvh.module", Case(pvh(module=module_row(INITRD, 64, reserved=1)), pvh(), text="must be 0")),
    ("pvh.module", Case(pvh(module=module_row(INITRD, 64, cmdline=0x1FFF)),
                        pvh(module=module_row(INITRD, 64, cmdline=LINE)), text="texts are in")),
    ("mp.pointer", Case({"a": mp_pointer(16, 2) + mp_table(*MP)},
                        {"a": mp_pointer(32) + mp_table(*MP)}, text="LENGTH is 2")),
    ("mp.pointer", Case({"a": mp_pointer(8)}, {"a": mp_pointer(16)}, text="multiple of 16")),
    ("mp.length", Case(alone(*MP, count=6), alone(*MP), text="not all are there")),
    ("mp.length", Case(alone(*MP, size=4000), alone(*MP), text="must be from 44")),
    ("mp.length", Case(alone(*MP, extended=8), {"a": mp_table(*MP, extended=8) + bytes(8)},
                       text="nothing follows")),
    ("mp.id", Case(alone(mp_cpu(0), *MP[1:]), alone(mp_cpu(0, 2), *MP[1:]), text="that boots")),
    ("mp.reference", Case(alone(*MP, mp_irq(ioapic=3)), alone(*MP, mp_irq(ioapic=2)),
                          text="no such I/O APIC")),
    ("paging.reserved", Case(tables([PDPT], [PD], [*LARGE, 0x600082]),
                             tables([PDPT], [PD], [*LARGE, 0]), text="not present")),
    ("paging.reserved", Case(tables([PDPT | 0x80], [PD], LARGE), tables([PDPT], [PD], LARGE),
                             text="reserved bits 0x80")),
]
