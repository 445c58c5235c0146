# SPDX-License-Identifier: BSD-2-Clause
"""docs/maps.md: where everything lies, protocol by protocol, as the library plans it today.

Two of the maps are drawn, too, in files beside the page.

usage: maps.py [--update]        without it, says whether page and drawings are what they must be"""
from __future__ import annotations

import re
import sys

from aetherboot import Arch, Machine, Plan, Protocol, plan
from aetherboot.tool import drawing
from aetherboot.tool.machinefile import load
from conftest import ROOT, golden

PAGE = ROOT / "docs/maps.md"
DRAWN = {("pc", Protocol.LINUX), ("board-acpi", Protocol.AUTO)}
INITRD = bytes(3 << 20)

END = """\
Why each region lies there, and what the library does until it does, is in [boot.md](boot.md). \
Whose memory is whose on your side of the border is in [memory.md](memory.md).
"""
HEAD = """\
# Address maps

This page is written by a program: the library plans a small guest by each protocol, and this is \
what it prints. A test compares, so the page cannot be older than the library. \
`aetherboot plan guest.toml --kernel vmlinuz` prints the same of your machine and your kernel, and \
`aetherboot draw` draws it, as two of the maps are here.

The kernels are small made-up ones. A real one is larger, and all else lies by the same rules. The \
initrd has 3 MiB. A line is a range: its first address, its size in bytes, the same as words, its \
type in the guest's memory map, and what lies there. `-` is memory that the guest may use at once.

| What | Who reads it, and what for |
|---|---|
| kernel | the kernel's file as it runs, with its BSS and what its header asks for beside |
| initrd | the kernel; it lies high, but never higher than the protocol allows |
| command line | the kernel |
| zero page | Linux on x86: all that it is told begins here. RSI or ESI has the address |
| start_info | a kernel that is entered by PVH; EBX has the address |
| Multiboot information | a kernel that is entered by Multiboot; EBX has the address |
| BIOS data area | Multiboot kernels that look there for serial ports and the size of memory |
| GDT, page tables | the CPU, until the kernel has its own |
| legacy area | nobody: a PC has no RAM from 0xa0000 to 0xfffff, and kernels rely on that |
| RSDP, ACPI tables | a kernel with ACPI; what has the type ACPI it may use as RAM afterwards |
| reset vector | the CPU after a reset that is not the VMM's: code that asks for one that is |
| device tree | Linux on arm64; x0 has the address. With ACPI it names the EFI tables, and no more |
| EFI tables, EFI memory map | Linux on arm64 with ACPI: they lead to the RSDP and to SMBIOS |
"""

# (heading, machine file, name of the kernel in tests/golden, protocol, what is worth knowing)
PC, BOARD = "minimal", "arm64-1cpu-gicv2"
SECTIONS = (
    ("x86-64: Linux, 64-bit entry", "pc", PC, "linux, ELF", Protocol.LINUX, """\
An ELF, or the ELF that the library unpacks from a bzImage, lies where it is linked. `self` looks \
the same, with the bzImage's own code in the kernel's place. The page tables map the first \
4 GiB to themselves."""),
    ("x86-64: Linux, 32-bit entry", "pc", PC, "linux32, bzImage", Protocol.LINUX32, """\
Paging is off, so there are no page tables. The bzImage unpacks itself: the kernel's region has \
the room that its header asks for."""),
    ("x86-64: PVH", "pc", PC, "pvh, ELF", Protocol.PVH, """\
The start info takes the place of the zero page. It has its own memory map, and it names the RSDP \
and the initrd, as the first module."""),
    ("x86: Multiboot", "pc", PC, "multiboot, ELF", Protocol.MULTIBOOT, """\
The information of version 1, with all that it points to but the modules, is one region."""),
    ("x86: Multiboot 2", "pc", PC, "multiboot2, ELF", Protocol.MULTIBOOT2, """\
The tags of version 2 are one region. One of them has a copy of the RSDP."""),
    ("arm64: Linux by device tree", "board", BOARD, "device tree, Image", Protocol.AUTO, """\
The kernel lies at the lowest multiple of 2 MiB, the device tree in a block of 2 MiB of its own \
behind it, and the initrd high, in reach of the kernel."""),
    ("arm64: Linux by ACPI, without firmware", "board-acpi", BOARD, "ACPI, Image",
     Protocol.AUTO, """\
The same machine with one more line in its description, `tables = "acpi"`."""),
    ("arm64 at EL2: a guest of the hypervisor", "worker", BOARD, "device tree, Image",
     Protocol.AUTO, """\
`aetherboot-el2` describes each of its VMs by the same structs, so this is what a worker with \
256 MiB finds. These are intermediate physical addresses: Stage 2 translates them to memory that \
no other VM has. Its tree is larger than here, as the hypervisor adds \
seeds and nodes of its own. [el2.md](el2.md#what-a-guest-finds) has the devices."""),
)


def registers(guest: Plan) -> str:
    """The entry state in a sentence: what is not 0, by the names of what it points to."""
    cpu = guest.entry(0)
    if cpu.x86 is not None:
        names = ("RAX", "RCX", "RDX", "RBX", "RSP", "RBP", "RSI", "RDI")
        mode = "64-bit mode" if cpu.x86.efer & 0x400 else "32-bit protected mode, paging off"
        values = [("RIP", cpu.x86.rip), *zip(names, cpu.x86.gpr)]
        if cpu.x86.cr0 >> 31:
            values.append(("CR3", cpu.x86.cr3))
    else:
        assert cpu.arm64 is not None
        mode = "EL1, MMU off"
        values = [("PC", cpu.arm64.pc), *((f"x{i}", x) for i, x in enumerate(cpu.arm64.x))]
    told = []
    for name, value in values:
        at = next((r.name for r in guest.regions if r.base <= value < r.base + r.size), None)
        if value:
            told.append(f"{name} {value:#x}" + (f" ({at})" if at else ""))
    return f"The first CPU begins in {mode}: {', '.join(told)}."


def check_worker(machine: Machine) -> None:
    """The hypervisor's own constants are the judge of that machine file."""
    text = (ROOT / "frontends/el2/guest.h").read_text(encoding="utf-8")
    told = {name: int(value, 16)
            for name, value in re.findall(r"define EL2_IPA_(\w+) UINT64_C\((\w+)\)", text)}
    gic = machine.arm64.gic
    assert (gic.dist, gic.redist[0].base, machine.devs[0].base, machine.ram[0].base) == (
        told["GICD"], told["GICR"], told["UART"], told["RAM"])


def section(title: str, file: str, machine: str, way: str, protocol: Protocol,
            words: str) -> tuple[str, dict[str, str]]:
    """One protocol of the page, and the drawing of it, if there is one."""
    kernel = next(w.kernel for w in golden()[machine][1] if w.name == way)
    described, payload = load(ROOT / f"docs/maps/{file}.toml", kernel=kernel, initrds=[INITRD],
                              protocol=protocol)
    if file == "worker":
        check_worker(described)
    guest = plan(described, payload)
    assert (described.arch == Arch.ARM64) == ("arm64" in title)
    rows = guest.text.split("\n\n", 1)[1].rstrip()
    text = (f"## {title}\n\n{words}\n\nMachine file: [maps/{file}.toml](maps/{file}.toml). "
            f"{registers(guest)}\n\n```text\n{rows}\n```\n")
    if (file, protocol) not in DRAWN:
        return text, {}
    name = f"maps/{file}.svg"
    return text + f"\n![The same map, drawn]({name})\n", {name: drawing.svg(guest, file)}


def files() -> dict[str, str]:
    """All that is written: the page and its drawings."""
    sections = [section(*row) for row in SECTIONS]
    pictures = {name: text for _, drawn in sections for name, text in drawn.items()}
    return {PAGE.name: "\n".join([HEAD, *(text for text, _ in sections), END])} | pictures


if __name__ == "__main__":
    if sys.argv[1:] == ["--update"]:
        for name, text in files().items():
            (PAGE.parent / name).write_text(text, encoding="utf-8")
    elif stale := [name for name, text in files().items()
                   if (PAGE.parent / name).read_text(encoding="utf-8") != text]:
        sys.exit(f"docs: {stale} are not what the library plans: ninja -C build/dev maps-update")
