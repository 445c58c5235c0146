# SPDX-License-Identifier: BSD-2-Clause
"""Rules over the state in which the first processor of a build folder begins."""
from __future__ import annotations

from ..decode.build import READERS
from .inputs import Inputs, named
from .parts import all_regions, over_set, regions
from .rule import ERROR, SET, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..decode.node import Node
    from .parts import Told

DATA = {*READERS, "cmdline", "initrd"}  # kinds of regions that no processor executes
INTERRUPTS = 1 << 9  # of RFLAGS
PG, PE, PAE, LMA = 1 << 31, 1, 1 << 5, 1 << 10
SEGMENTS = ("es", "cs", "ss", "ds", "fs", "gs", "tr")
ACCESSED, MEMORY = 1, 0x10  # of a descriptor's attributes


def _first(inputs: Inputs) -> Iterator[Node]:
    """The processors that do not wait."""
    return (cpu for cpu in inputs.all("cpu") if not cpu.number("waits"))


def _entry(inputs: Inputs) -> Told:
    for cpu in _first(inputs):
        segment = cpu.find("cs")
        for name in ("rip", "pc"):
            node = cpu.find(name)
            if node is None or not isinstance(node.value, int):
                continue
            at = node.value + (segment.number("base") if segment is not None else 0)
            for part in inputs.fact(all_regions):
                if part.kind in DATA and part.base <= at < part.end:
                    yield node, f"{name} is {node.value:#x}, which is in {part.name}", part.node


def _interrupts(inputs: Inputs) -> Told:
    for cpu in _first(inputs):
        node = cpu.find("rflags")
        if node is not None and cpu.number("rflags") & INTERRUPTS:
            yield node, f"rflags is {cpu.number('rflags'):#x}, whose bit 9 lets interrupts in"


def _mode(inputs: Inputs) -> Told:
    for cpu in _first(inputs):
        efer, cr0, cr4 = (cpu.find(name) for name in ("efer", "cr0", "cr4"))
        if efer is None or cr0 is None or cr4 is None or not cpu.number("efer") & LMA:
            continue
        for node, name, bit, word in ((cr0, "cr0", PE, "PE"), (cr0, "cr0", PG, "PG"),
                                      (cr4, "cr4", PAE, "PAE")):
            if not cpu.number(name) & bit:
                yield node, (f"{name} is {cpu.number(name):#x} without {word}, but efer is "
                             f"{cpu.number('efer'):#x}, whose LMA tells 64-bit mode"), efer


def _segments(inputs: Inputs) -> Told:
    """A segment register is what its descriptor says, but for the bit that a load sets."""
    for cpu in _first(inputs):
        table = cpu.find("gdt")
        part = regions(inputs, "gdt").get(table.number("base")) if table is not None else None
        rows = {row.key: row for row in named(part.node, "segment descriptor")} if part else {}
        for name in SEGMENTS:
            register = cpu.find(name)
            selector = register.number("selector") & ~7 if register is not None else 0
            row = rows.get(f"selector {selector:#x}")
            if register is None or not selector or row is None or not isinstance(row.value, int):
                continue
            has, told = register.number("attr"), row.value >> 40 & 0xF0FF
            if (has ^ told) & ~(ACCESSED if told & MEMORY else 0):
                yield register, (f"{name} has the attributes {has:#x}, but its descriptor, "
                                 f"selector {selector:#x}, has {told:#x}"), row


def _line(inputs: Inputs) -> Told:
    for part in regions(inputs, "cmdline").values():
        for line in named(part.node, "command line"):
            if isinstance(line.value, str) and "\0" in line.value:
                yield line, (f"the command line ends at byte {line.value.index(chr(0))}, but "
                             f"{part.name} has more text behind it")


RULES = (
    Rule("build.entry", ERROR, "", "The first instruction is not in data.",
         "Write the entry of the kernel or firmware into the register.", SET, over_set(_entry)),
    Rule("build.cmdline", ERROR, "", "A command line has no NUL but at its end.",
         "Leave the NUL out: the guest sees nothing behind it.", SET, over_set(_line)),
    Rule("cpu.interrupts", ERROR, "X86BOOT 64-bit Boot Protocol",
         "A guest begins with interrupts disabled.", "Clear bit 9 of rflags.", SET,
         over_set(_interrupts)),
    Rule("cpu.mode", ERROR, "SDM 4.1.1", "In 64-bit mode, paging and PAE are on.",
         "Set PE and PG of cr0 and PAE of cr4, or clear LMA of efer.", SET, over_set(_mode)),
    Rule("cpu.segment", ERROR, "SDM 3.4.5",
         "A segment register has the attributes of its descriptor.",
         "Write the same access byte and flags into both.", SET, over_set(_segments)),
)
