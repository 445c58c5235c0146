# SPDX-License-Identifier: BSD-2-Clause
"""Rules over kernels and initrds."""
from __future__ import annotations

import stat

from .inputs import Inputs, everything, named, of
from .linux_rules import FLAG, MAGIC
from .parts import over_node, over_set
from .rule import ERROR, SET, WARNING, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..decode.node import Node
    from .parts import Told

KERNELS, IMAGES = ("kernel", "UKI"), ("bzImage", "Image", "ELF", "zboot")
LOAD, LIMIT = 1, 1 << 64
HEADER = "X86BOOT The Real-Mode Kernel Header"
ARM64, TWO_MIB = "ARM64BOOT 4", 2 << 20
PE_MACHINE = {"Image": 0xAA64, "bzImage": 0x8664}
ARCHIVE, ENTRY = "cpio archive", "entry"


# ---- kernels

def _refused(inputs: Inputs) -> Told:
    """The library's readers are loaders: what they refuse is not booted."""
    for name in KERNELS:
        for root in inputs.all(name):
            if root.remark:
                yield root, root.remark


def _doubt(inputs: Inputs) -> Told:
    for name in IMAGES:
        for image in inputs.all(name):
            for text in image.remark.split("; ") if image.value is None and image.remark else ():
                if "program headers" not in text:
                    yield image, text


def _segments(image: Node, _: Inputs) -> Told:
    loads = [node for node in named(image, "program header") if node.number("p_type") == LOAD]
    if image.remark and "program headers" in image.remark:
        yield of(image, "e_phnum"), f"e_phnum is {image.number('e_phnum')}: {image.remark}"
    if not loads:
        yield image, "no program header is of type PT_LOAD"
    rows = []
    for node in loads:
        size, held = node.number("p_memsz"), node.number("p_filesz")
        base = node.number("p_paddr")
        if held > size:
            yield of(node, "p_filesz"), f"p_filesz is {held:#x}, more than p_memsz {size:#x}"
        if base + size >= LIMIT:
            yield of(node, "p_memsz"), f"the segment at {base:#x} has {size:#x} bytes, beyond 2^64"
        align = node.number("p_align")
        if align & (align - 1):
            yield of(node, "p_align"), f"p_align is {align:#x}, it must be a power of 2"
        elif align > 1 and (node.number("p_vaddr") - node.number("p_offset")) % align:
            yield of(node, "p_offset"), (
                f"p_offset {node.number('p_offset'):#x} and p_vaddr {node.number('p_vaddr'):#x} "
                f"differ by no multiple of p_align {align:#x}")
        if node.remark:
            yield of(node, "p_filesz"), f"p_filesz is {held:#x}: the segment {node.remark}"
        if size:
            rows.append((base, base + size, node))
    rows.sort(key=lambda row: row[:2])
    for one, two in zip(rows, rows[1:]):
        if two[0] < one[1]:
            yield of(two[2], "p_paddr"), (f"the segment at {two[0]:#x} begins before the one at "
                                          f"{one[0]:#x} ends, {one[1]:#x}"), one[2]


def _elf_entry(image: Node, _: Inputs) -> Told:
    entry = image.number("e_entry")
    loads = [node for node in named(image, "program header")
             if node.number("p_type") == LOAD and node.number("p_memsz")]
    places = [(node.number(name), node.number(name) + node.number("p_memsz"))
              for node in loads for name in ("p_vaddr", "p_paddr")]
    if loads and not any(base <= entry < end for base, end in places):
        yield of(image, "e_entry"), f"e_entry is {entry:#x}, which is in no segment"


def _elf_header(image: Node, _: Inputs) -> Told:
    """Sizes of the header and of its tables."""
    kind = of(image, "e_ident").number("EI_CLASS")
    for name, want in (("e_ehsize", (0, 52, 64)[kind % 3]), ("e_phentsize", (0, 32, 56)[kind % 3])):
        if want and image.find(name) is not None and image.number(name) != want and (
                name == "e_ehsize" or image.number("e_phnum")):
            yield of(image, name), f"{name} is {image.number(name)}, it must be {want}"


def _bzimage(image: Node, _: Inputs) -> Told:
    header = of(image, "setup_header")
    if header.find("header") is None or of(header, "header").value != MAGIC:
        yield header, f"header is {of(header, 'header').value!r}, it must be {MAGIC!r}"
    if header.number("boot_flag") != FLAG:
        yield of(header, "boot_flag"), (f"boot_flag is {header.number('boot_flag'):#x}, it must "
                                        f"be {FLAG:#x}")
    align = header.number("kernel_alignment")
    if header.number("version") >= 0x205 and (not align or align & (align - 1)):
        yield of(header, "kernel_alignment"), (f"kernel_alignment is {align:#x}, it must be a "
                                               "power of 2")
    if header.number("version") >= 0x20A:
        if header.number("min_alignment") and 1 << header.number("min_alignment") > align:
            yield of(header, "min_alignment"), (
                f"min_alignment is 2^{header.number('min_alignment')}, above kernel_alignment "
                f"{align:#x}")
        kernel = image.find("protected-mode kernel")
        if kernel is not None and header.number("init_size") < (kernel.size or 0):
            yield of(header, "init_size"), (
                f"init_size is {header.number('init_size')}, less than the {kernel.size} bytes "
                "of the protected-mode kernel"), kernel


def _arm64(image: Node, _: Inputs) -> Told:
    size, offset = image.number("image_size"), image.number("text_offset")
    flags = of(image, "flags")
    if size and offset % 4096:
        yield of(image, "text_offset"), f"text_offset is {offset:#x}, it must be whole pages"
    elif size and offset >= TWO_MIB:
        yield of(image, "text_offset"), (f"text_offset is {offset:#x}, it counts from a multiple "
                                         f"of {TWO_MIB:#x}")
    if isinstance(flags.value, int) and flags.value >> 4:
        yield flags, f"flags is {flags.value:#x}, bits from 4 on are reserved"
    for name in ("res2", "res3", "res4"):
        if image.number(name):
            yield of(image, name), f"{name} is {image.number(name):#x}, it must be 0"


def _sections(inputs: Inputs) -> Told:
    for head in inputs.all("PE header"):
        parent = inputs.parent(head)
        if head.remark:
            yield head, head.remark
        for section in named(parent, "section") if parent is not None else ():
            if section.remark:
                yield section, (
                    f"the section {section.key} of {section.number('SizeOfRawData')} bytes "
                    f"{section.remark}")
        machine = head.number("Machine")
        wanted = PE_MACHINE.get(parent.name) if parent is not None else None
        if wanted is not None and machine not in (wanted, 0x14C if wanted == 0x8664 else wanted):
            yield of(head, "Machine"), f"Machine is {machine:#x}, of {wanted:#x} is the kernel"


# ---- initrds

def _archives(inputs: Inputs) -> list[Node]:
    return [node for node in inputs.all(ARCHIVE) if node.value is None]


def _cut(inputs: Inputs) -> Told:
    for archive in _archives(inputs):
        if archive.remark:
            yield archive, archive.remark
    for stream in inputs.all("compressed archive"):
        if stream.remark:
            yield stream, f"the {stream.meaning} stream: {stream.remark}"


def _unknown(inputs: Inputs) -> Told:
    for archive in _archives(inputs):
        for entry in named(archive, ENTRY):
            if entry.remark:
                yield entry, f"at {entry.offset or 0:#x}: {entry.remark}"
    for root in inputs.all("initrd"):
        for rest in named(root, "bytes not described"):
            yield rest, f"{rest.size} bytes at {rest.offset or 0:#x} {rest.remark}"
        if root.value is None and root.find("sha256") is not None and not any(
                named(root, ARCHIVE, "compressed archive", "bytes not described")):
            yield root, "the initrd has no archive"


def _entries(inputs: Inputs) -> Iterator[Node]:
    for archive in _archives(inputs):
        yield from named(archive, ENTRY)


def _names(inputs: Inputs) -> Told:
    for entry in _entries(inputs):
        if entry.find("mode") is None:
            continue
        parts = entry.key.split("/")
        if entry.key.startswith("/"):
            yield entry, f'the name "{entry.key[:80]}" is absolute'
        elif ".." in parts:
            yield entry, f'the name "{entry.key[:80]}" leads upwards'
        elif not entry.key:
            yield entry, "an entry has no name"


def _parents(inputs: Inputs) -> Told:
    """Linux makes no folders that an archive leaves out."""
    folders = {""}
    for entry in _entries(inputs):
        name = entry.key.removeprefix("./").strip("/")
        above = name.rpartition("/")[0]
        if entry.find("mode") is None or name == ".":
            continue
        if above not in folders and ".." not in name.split("/") and entry.key[:1] != "/":
            yield entry, f'"{name[:80]}" is in "{above[:80]}", which no entry before it makes'
            folders.add(above)
        if stat.S_ISDIR(entry.number("mode")) or stat.S_ISLNK(entry.number("mode")):
            folders.add(name)


def _modes(inputs: Inputs) -> Told:
    kinds = (stat.S_IFREG, stat.S_IFDIR, stat.S_IFLNK, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFIFO,
             stat.S_IFSOCK)
    for entry in _entries(inputs):
        mode, size = entry.number("mode"), entry.number("filesize")
        if entry.find("mode") is None:
            continue
        if stat.S_IFMT(mode) not in kinds:
            yield of(entry, "mode"), f'mode of "{entry.key[:80]}" is {mode:#o}, of no kind of file'
        elif size and not (stat.S_ISREG(mode) or stat.S_ISLNK(mode)):
            yield of(entry, "filesize"), (f'"{entry.key[:80]}" is {stat.filemode(mode)} and has '
                                          f"{size} bytes")
        elif stat.S_ISLNK(mode) and not size:
            yield of(entry, "filesize"), f'the link "{entry.key[:80]}" has no target'


def _no_init(inputs: Inputs) -> Told:
    """Whoever gives an initrd wants it to run."""
    names = {entry.key.removeprefix("./").strip("/") for entry in _entries(inputs)
             if entry.find("mode") is not None}
    roots = [root for root in inputs.all("initrd") if root.value is None
             and root.find("sha256") is not None]
    broken = any(node.remark for root in roots for node in everything(root))
    if roots and names and not broken and not names & {"init", "sbin/init", "etc/init", "bin/init",
                                                       "bin/sh"}:
        if not all(name.split("/")[0] in ("kernel", "early_cpio", ".") for name in names):
            yield roots[0], f"none of the {len(names)} entries is init"


RULES = (
    Rule("kernel.refused", ERROR, "", "A kernel is one that a loader takes.",
         "Take the file that the build of the kernel made, whole.", SET, over_set(_refused)),
    Rule("kernel.doubt", WARNING, "", "The sizes that a kernel tells are those of its file.",
         "Take the file that the build of the kernel made, whole.", SET, over_set(_doubt)),
    Rule("kernel.segment", ERROR, "ELF 5", "Segments lie within the file, apart from each other.",
         "Link the kernel again: the file is cut or changed.", "ELF", over_node(_segments)),
    Rule("kernel.entry", ERROR, "ELF 4", "The entry point is in a segment.",
         "Set e_entry to the first instruction.", "ELF", over_node(_elf_entry)),
    Rule("kernel.header-size", ERROR, "ELF 4", "Headers have their sizes.",
         "Write the sizes of the class of the file.", "ELF", over_node(_elf_header)),
    Rule("kernel.setup-header", ERROR, HEADER, "Magic numbers, alignments and init_size of a "
         "bzImage are ones that kernels have.", "Take the file that the build of the kernel made.",
         "bzImage", over_node(_bzimage)),
    Rule("kernel.image-header", ERROR, ARM64, "The header of an arm64 Image keeps its rules.",
         "Take the file that the build of the kernel made.", "Image", over_node(_arm64)),
    Rule("kernel.pe", ERROR, "PECOFF 4", "Sections of an EFI application lie within the file, "
         "and are for its machine.", "Make the file again; it is cut or changed.", SET,
         over_set(_sections)),
    Rule("initrd.cut", ERROR, "INITRAMFS", "Archives of an initrd are whole.",
         "Make the archive again: its end is missing.", SET, over_set(_cut)),
    Rule("initrd.format", ERROR, "INITRAMFS", "An initrd has archives of the formats newc or crc.",
         "Make it by cpio -H newc; pad between archives by zeros up to a multiple of 4.", SET,
         over_set(_unknown)),
    Rule("initrd.name", ERROR, "INITRAMFS", "Names are relative and do not lead upwards.",
         "Make the archive from within its folder.", SET, over_set(_names)),
    Rule("initrd.parent", WARNING, "INITRAMFS", "A folder has an entry before what is in it.",
         "Add the folder: Linux makes none by itself.", SET, over_set(_parents)),
    Rule("initrd.mode", ERROR, "INITRAMFS", "Entries are of a kind of file, with bytes if it has some.",
         "Make the archive again by a program that knows the format.", SET, over_set(_modes)),
    Rule("initrd.init", WARNING, "KPARAMS rdinit", "An initrd has a program to start.",
         "Add /init, or give rdinit= on the command line.", SET, over_set(_no_init)),
)
