# SPDX-License-Identifier: BSD-2-Clause
"""EFI applications: unified kernel images (UKIs), PE addons, and others by their sections."""
from __future__ import annotations

from . import kernel
from . import kernel_fields as rows
from .node import Input, Node

MAX_SECTIONS = 4096
MAX_TEXT = 1 << 16  # bytes of a section that are shown as text
MAX_TREE = 1 << 20  # bytes of a device tree
MAX_LINUX = 96 << 20  # bytes of a kernel in a section


def header_of(head: bytes) -> int:
    """The offset of the PE header, or 0."""
    at = int.from_bytes(head[0x3C:0x40], "little")
    return at if head[:2] == b"MZ" and at >= 0x40 and head[at:at + 4] == b"PE\0\0" else 0


def read(source: Input, parent: Node) -> None:
    """Append an EFI application. The root is named by what its sections make of it."""
    file = kernel.File(source)
    sections = headers(file, parent)
    names = {section.key for section in sections}
    if ".linux" in names:
        parent.name = "UKI"
        kernel.judged(file, parent, parent)
    elif names.intersection(rows.PARTS):
        parent.name = "PE addon"
    for section in sections:
        _contents(file, section)
    file.digest(parent, 0, len(file.data))


def headers(file: kernel.File, parent: Node) -> list[Node]:
    """Append the PE headers, and return the sections. Their names are their keys."""
    at, end = header_of(file.data), len(file.data)
    head = file.node(parent, "PE header", at, min(24, end - at), section="PECOFF 3.3")
    file.fields(head, at, end, rows.PE_HEADER)
    size, start = head.number("SizeOfOptionalHeader"), at + 24
    known = rows.OPTIONAL_HEADER.get(file.number(start, 2))
    if known is None or start + known[1] > end:
        head.note("has no optional header that is known")
    else:
        more = file.node(parent, "optional header", start, min(size, end - start),
                         section="PECOFF 3.4")
        file.fields(more, start, min(start + size, end), known[0])
        _signature(file, more, start + known[1] + 4, min(start + size, end))
    found: list[Node] = []
    for index in range(min(head.number("NumberOfSections"), MAX_SECTIONS)):
        where = start + size + 40 * index
        if where + 40 > end:
            head.note(f"counts {head.number('NumberOfSections')} sections, {index} fit")
            break
        section = file.node(parent, "section", where, 40, section="PECOFF 4")
        file.fields(section, where, where + 40, rows.PE_SECTION)
        name = section.find("Name")
        section.key = str(name.value) if name is not None else ""
        found.append(section)
    if head.number("NumberOfSections") > MAX_SECTIONS:
        head.note(f"only {MAX_SECTIONS} of its sections are told")
    return found


def _signature(file: kernel.File, more: Node, at: int, end: int) -> None:
    """The data directory of signatures, which are behind all that they sign."""
    at += 8 * rows.CERTIFICATES
    if more.number("NumberOfRvaAndSizes") <= rows.CERTIFICATES or at + 8 > end:
        return
    place = file.field(more, at, 4, "xd", "Certificate Table, file offset")
    size = file.field(more, at + 4, 4, "nd", "Certificate Table, size")
    if not size.value:
        place.meaning = "not signed"
        return
    place.meaning = "signed"
    start, count = file.number(at, 4), file.number(at + 4, 4)
    if start + count > len(file.data):
        place.note("is beyond the end of the file")
        return
    file.digest(file.node(more, "signatures", start, count, section="PECOFF 5.7"), start, count)


def _contents(file: kernel.File, section: Node) -> None:
    """What a section of a UKI or an addon contains."""
    at, size = section.number("PointerToRawData"), section.number("SizeOfRawData")
    size = min(size, section.number("VirtualSize") or size)
    if not size:
        return
    if at + size > len(file.data):
        section.note("is beyond the end of the file")
        return
    if section.key in rows.TEXTS and size <= MAX_TEXT:
        if file.may_show(section, size):
            file.field(section, at, size, "t", "text")
        return
    file.digest(section, at, size)
    if file.budget < 0:
        return
    if section.key == ".linux" and size <= MAX_LINUX and \
            kernel.is_kernel(file.data[at:at + kernel.PEEK]):
        inner = file.node(section, "kernel", at, size)
        kernel.read(Input(file.data[at:at + size], file), inner)
    elif section.key in (".initrd", ".ucode"):
        from .initrd import parts

        parts(file, file.node(section, "initrd", at, size), at, at + size)
    elif section.key in (".dtb", ".dtbauto") and size <= MAX_TREE and file.may_show(section, size):
        from .fdt import read as read_tree

        read_tree(Input(file.data[at:at + size], file), file.node(section, "device tree", at, size))
