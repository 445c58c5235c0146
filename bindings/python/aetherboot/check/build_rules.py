# SPDX-License-Identifier: BSD-2-Clause
"""Rules over a whole guest: regions of a build folder, the registers of its processors, and what
the tree, the tables and the memory maps say of the same things."""
from __future__ import annotations

from .._enums import RegionKind
from ..decode.build import HEADS
from ..decode.kernel import codec_of
from .fdt_tree import cpu_nodes, joined, trees
from .inputs import Inputs, bit, named, of
from .maps import e820, machine_ram
from .parts import Part, all_regions, first, over_set, regions
from .ranges import covers, told
from .rule import ERROR, SET, WARNING, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..decode.node import Node
    from .parts import Told

DIGEST = "does not have the SHA-256 of the manifest"
KINDS = frozenset(kind.name.lower().replace("_", "-") for kind in RegionKind)
ALIGN = {"dtb": 8, "page-tables": 4096, "rsdp": 16, "mp-pointer": 16, "mp-table": 16, "facs": 64,
         "start-info": 4, "efi": 8, "zero-page": 16}
# register, and the region that it has the address of
POINTERS = (("cr3", "page-tables"), ("gdt", "gdt"), ("x0", "dtb"), ("rsi", "zero-page"),
            ("rbx", "start-info"), ("rbx", "multiboot-info"))


def _overlap(inputs: Inputs) -> Told:
    rows = sorted(inputs.fact(all_regions), key=lambda part: (part.base, part.end))
    for one, two in zip(rows, rows[1:]):
        if two.base < one.end and two.size:
            yield two.node, f"{two.name} begins before {one.name} ends, {one.end:#x}", one.node


def _outside(inputs: Inputs) -> Told:
    has = inputs.fact(machine_ram)
    for part in inputs.fact(all_regions) if has else ():
        if part.type == "RAM" and part.size and not covers(has, part.base, part.end):
            yield part.node, f"{part.name} ends at {part.end - 1:#x}, but RAM is {told(has)}"


def _files(inputs: Inputs) -> Told:
    for part in inputs.fact(all_regions):
        for text in part.node.remark.split("; ") if part.node.remark else ():
            if text.startswith("its ") and DIGEST not in text:
                yield part.node, f"{part.name}: {text}"


def _digests(inputs: Inputs) -> Told:
    for part in inputs.fact(all_regions):
        if DIGEST in part.node.remark:
            yield part.node, f"{part.name} {DIGEST}"


def _untold(inputs: Inputs) -> Told:
    for part in inputs.fact(all_regions):
        if part.kind in ("start-info", "efi"):
            continue
        for node in named(part.node, "bytes not described", "bytes behind the table",
                          "bytes behind the tree", "bytes behind the page"):
            if isinstance(node.value, bytes) and any(node.value):
                yield node, (f"{node.size} bytes at {part.base + (node.offset or 0):#x} of "
                             f"{part.name} belong to no structure")


def _align(inputs: Inputs) -> Told:
    for part in inputs.fact(all_regions):
        if part.base % ALIGN.get(part.kind, 1):
            yield part.node, f"{part.name} must begin at a multiple of {ALIGN[part.kind]}"


def _first_bytes(inputs: Inputs, kind: str) -> Iterator[tuple[Part, bytes]]:
    """The regions of a kind with what they begin with."""
    for part in regions(inputs, kind).values():
        node = part.node.find("first bytes")
        if node is not None and isinstance(node.value, bytes) and node.value:
            yield part, node.value


def _zeros(inputs: Inputs) -> Told:
    for kind in HEADS:
        for part, data in _first_bytes(inputs, kind):
            if not any(data):
                yield part.node, f"{part.name} begins with {len(data)} zeros"


def _image_magic(inputs: Inputs) -> Told:
    for folder in inputs.all("build folder"):
        if (of(folder, "arch").value, of(folder, "protocol").value) != ("arm64", "linux"):
            continue
        for part, data in _first_bytes(inputs, "kernel"):
            if any(data) and data[56:60] != b"ARMd":
                yield part.node, f'{part.name} has no "ARMd" at 56, so it is no Linux'


def _initrd(inputs: Inputs) -> Told:
    for part, data in _first_bytes(inputs, "initrd"):
        if any(data) and data[:6] not in (b"070701", b"070702") and not codec_of(data):
            yield part.node, (f"{part.name} begins with {data[:8].hex(' ')}, as neither an archive "
                              "of cpio nor a compressed one does")


def _kind(inputs: Inputs) -> Told:
    for part in inputs.fact(all_regions):
        if part.kind not in KINDS:
            yield part.node, f"{part.name} is of no known kind"


def _pointer(cpu: Node, name: str) -> Node | None:
    node = cpu.find(name)
    if node is not None and node.value is None:  # a table register has a base
        return node.find("base")
    return node


def _registers(inputs: Inputs) -> Told:
    for cpu in inputs.all("cpu"):
        if cpu.number("waits") or not inputs.fact(all_regions):
            continue
        for name, kind in POINTERS:
            node, found = _pointer(cpu, name), regions(inputs, kind)
            if node is None or not found or not isinstance(node.value, int):
                continue
            begin = first(found)
            if node.value not in found and not (
                    name == "cr3" and begin.base <= node.value < begin.end):
                yield node, f"{name} is {node.value:#x}, but {begin.name} is what it leads to", \
                    begin.node
        for name in ("rip", "pc"):
            node, has = cpu.find(name), inputs.fact(machine_ram)
            segment = cpu.find("cs")
            base = segment.number("base") if segment is not None else 0
            if node is not None and isinstance(node.value, int) and has and \
                    not covers(has, base + node.value, base + node.value + 1):
                yield node, (f"{name} is {node.value:#x}, but the guest's RAM is {told(has)}")


# ---- the tree beside the rest

def _tree_memory(inputs: Inputs) -> Told:
    has = inputs.fact(machine_ram) or next((one.ram() for one in inputs.fact(e820)), [])
    for tree in inputs.fact(trees):
        for one in tree.memory if has else ():
            if not covers(has, one.start, one.end):
                yield one.node, f"the tree says that {one} is memory, but RAM is {told(has)}"


def _tree_initrd(inputs: Inputs) -> Told:
    found = regions(inputs, "initrd")
    for tree in inputs.fact(trees) if regions(inputs, "dtb") else ():
        chosen = tree.child("chosen")
        node = chosen.props.get("linux,initrd-start") if chosen is not None else None
        if chosen is None or node is None:
            if found and tree.top is not None and tree.arm64:
                yield tree.top.node, f"the tree tells no initrd, but {first(found).name} is there"
            continue
        start, end = (joined(chosen.cells(f"linux,initrd-{word}")) for word in ("start", "end"))
        if start not in found or found[start].end != end:
            where = f"it is from {first(found).base:#x} to {first(found).end - 1:#x}" if found \
                else "the folder has none"
            yield node, f"the tree has the initrd from {start:#x} to {end - 1:#x}, but {where}"


def _tree_efi(inputs: Inputs) -> Told:
    for tree in inputs.fact(trees) if inputs.fact(all_regions) else ():
        chosen = tree.child("chosen")
        for name, kind in (("linux,uefi-system-table", "efi"),
                           ("linux,uefi-mmap-start", "efi-map")):
            node = chosen.props.get(name) if chosen is not None else None
            found = regions(inputs, kind)
            if node is not None and chosen is not None and \
                    joined(chosen.cells(name)) not in found:
                where = f"at {first(found).base:#x}" if found else "not in the folder"
                yield node, (f"{name} is {joined(chosen.cells(name)):#x}, but the {kind} is "
                             f"{where}")
        size = chosen.cell("linux,uefi-mmap-size", 0) if chosen is not None else 0
        step = chosen.cell("linux,uefi-mmap-desc-size", 0) if chosen is not None else 0
        if chosen is not None and size and (not step or size % step or step < 40):
            yield chosen.props["linux,uefi-mmap-size"], (
                f"linux,uefi-mmap-size is {size}, but descriptors have {step} bytes")
        found = regions(inputs, "efi-map")
        if chosen is not None and size and found and size != first(found).size:
            yield chosen.props["linux,uefi-mmap-size"], (
                f"linux,uefi-mmap-size is {size}, but {first(found).name} has "
                f"{first(found).size}")


def _tree_cpus(inputs: Inputs) -> Told:
    """Tree and MADT describe the same processors."""
    tables = inputs.all("APIC")
    for tree in inputs.fact(trees) if tables else ():
        for madt in tables:
            entries = named(madt, "GIC CPU Interface (GICC)")
            has = {entry.number("MPIDR"): entry for entry in entries
                   if bit(entry, "Flags", "Enabled") or bit(entry, "Flags", "Online Capable")}
            cpus = {joined(item.cells("reg")): item for item in cpu_nodes(tree)}
            for mpidr in cpus.keys() - has.keys() if has and cpus else ():
                yield cpus[mpidr].node, (f"{cpus[mpidr].path} has the reg {mpidr:#x}, but no GICC "
                                         "of the MADT has that MPIDR"), madt
            for mpidr in has.keys() - cpus.keys() if has and cpus else ():
                yield of(has[mpidr], "MPIDR"), (f"MPIDR is {mpidr:#x}, but no processor of the "
                                                "tree has that reg"), tree.part


RULES = (
    Rule("build.overlap", ERROR, "", "No two regions share an address.",
         "Place one of them elsewhere.", SET, over_set(_overlap)),
    Rule("build.outside-ram", ERROR, "", "Regions of RAM lie in the machine's RAM.",
         "Place the region in RAM, or give the guest more.", SET, over_set(_outside)),
    Rule("build.file", ERROR, "", "The file of each region is there, with all bytes.",
         "Build the folder again.", SET, over_set(_files)),
    Rule("build.sha256", ERROR, "FIPS180 6.2", "The bytes of a region have the SHA-256 of the "
         "manifest.", "Build the folder again: a file was changed or is damaged.", SET,
         over_set(_digests)),
    Rule("build.untold", WARNING, "", "All bytes of a region belong to a structure.",
         "Look for a length, a count or a pointer that is too small.", SET, over_set(_untold)),
    Rule("build.alignment", ERROR, "", "Regions begin where their structures may.",
         "Place the region at such a multiple.", SET, over_set(_align)),
    Rule("build.zeros", WARNING, "", "A kernel and an initrd begin with something.",
         "Look at what was read: a file with a hole, or one that was cut, gives zeros.", SET,
         over_set(_zeros)),
    Rule("build.image-magic", WARNING, "ARM64BOOT 4", "The kernel of arm64's Linux begins with "
         "the header of an Image.", "Place the whole Image, from its first byte on, unless the "
         "kernel is another one, and an ELF.", SET, over_set(_image_magic)),
    Rule("build.initrd", WARNING, "INITRAMFS", "An initrd is an archive of cpio, packed or not.",
         "Place the file from its first byte on, unless it is an old ramdisk with a file system.",
         SET, over_set(_initrd)),
    Rule("build.kind", WARNING, "", "Regions are of a kind that plans have.",
         "Take the name of an enum ab_region_kind, in small letters and with hyphens.", SET,
         over_set(_kind)),
    Rule("build.register", ERROR, "", "Registers lead to the regions that the protocol wants.",
         "Write the address of the region into the register.", SET, over_set(_registers)),
    Rule("tree.memory", ERROR, "DTSPEC 3.4", "What the tree says is memory, is RAM of the "
         "machine.", "Correct the memory nodes, or give the guest the memory.", SET,
         over_set(_tree_memory)),
    Rule("tree.initrd", ERROR, "DTSPEC 3.6", "The tree's initrd is the one that is placed.",
         "Write its first address, and the one behind it.", SET, over_set(_tree_initrd)),
    Rule("tree.efi", ERROR, "ARM64EFI", "What the tree says of EFI is so.",
         "Write addresses and sizes of the system table and of the memory map.", SET,
         over_set(_tree_efi)),
    Rule("tree.cpu-not-in-madt", ERROR, "ACPI 5.2.12.14",
         "Tree and MADT have the same processors.",
         "Describe the same processors in both, or give the guest one of them only.", SET,
         over_set(_tree_cpus)),
)
