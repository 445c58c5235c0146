# SPDX-License-Identifier: BSD-2-Clause
"""Kernel files: bzImage, ELF, arm64 Image, EFI zboot, and those that are compressed as a whole.

The fields are read by rows; what the library's own readers say of the file, as loaders use it, is
added: where the payload is, which size is in doubt, why the file is refused. Contents are told by
their SHA-256."""
from __future__ import annotations

from . import kernel_fields as rows
from .node import Input, Node

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any, Literal

    from .._types import Image
    from .node import Row

PEEK = 4096  # bytes that are unpacked of a compressed file, to tell what it contains
MAX_NOTES = 4096  # bytes of a PT_NOTE, which has some hundred
MAX_SHOWN = 8 << 20  # bytes of a file that are shown as they are
X86_HEADER = 0x1F1


class File(Input):
    """A file whose parts may overlap, so that it counts how many bytes of them are read."""

    __slots__ = ("budget", "shown")

    def __init__(self, source: Input) -> None:
        super().__init__(source.data, source)
        self.budget = 2 * len(source.data) + PEEK
        self.shown = MAX_SHOWN

    def may_show(self, node: Node, size: int) -> bool:
        """Whether so many bytes may be shown, too; if not, that is told."""
        self.shown -= size
        if self.shown < 0:
            node.note("is not shown, there is too much of it")
        return self.shown >= 0

    def digest(self, node: Node, at: int, size: int) -> None:
        """Append the SHA-256 of bytes of the file."""
        from hashlib import sha256

        size = max(min(size, len(self.data) - at), 0)
        self.budget -= size
        if self.budget < 0:
            node.note("is not read, the parts overlap")
            return
        self.node(node, "sha256", at, size, sha256(memoryview(self.data)[at:at + size]).hexdigest())


def is_kernel(head: bytes) -> bool:
    """Whether a file begins like a kernel."""
    return head[0x202:0x206] == b"HdrS" or head[56:60] == b"ARMd" or is_zboot(head) or \
        head[:4] == b"\x7fELF" and head[16:18] not in (b"\4\0", b"\0\4")


def is_zboot(head: bytes) -> bool:
    """Whether a file begins like an EFI zboot file."""
    return head[:2] == b"MZ" and head[4:8] == b"zimg"


def codec_of(head: bytes) -> str:
    """The name of the codec that bytes begin like, or an empty text."""
    return next((name for magic, name, _ in rows.CODECS if head.startswith(magic)), "")


def read(source: Input, parent: Node) -> None:
    """Append a kernel that is not compressed as a whole."""
    file, head = File(source), source.data[:PEEK]
    if head[:4] == b"\x7fELF":
        _elf(file, parent)
    elif is_zboot(head):
        _zboot(file, parent)
    elif head[56:60] == b"ARMd":
        _arm64(file, parent)
    else:
        _bzimage(file, parent)
    file.digest(parent, 0, len(file.data))


def judged(source: Input, parent: Node, image: Node) -> Image | None:
    """Add what the library says of a kernel, and return its description; None: it refuses it."""
    from .._call import AetherbootError, error_text
    from .._more import image_probe

    try:
        found = image_probe(source.data)
    except (AetherbootError, MemoryError) as why:
        parent.note(f"the library refuses it: {str(why) or 'out of memory'}")
        return None
    if found.doubt.code:
        image.note(error_text(found.doubt))
    return found


def _place(source: Input, view: object) -> int:
    """Where bytes that the library points to are in the input."""
    from .._aetherboot import ffi

    first, start = (int(ffi.cast("uintptr_t", ffi.from_buffer(data)))
                    for data in (view, source.data))
    return first - start


def _payload(file: File, parent: Node, view: bytes | memoryview) -> None:
    """Append a compressed kernel."""
    at, size = _place(file, view), len(view)
    node = file.node(parent, "payload", at, size)
    node.meaning = codec_of(bytes(view[:8])) or "of no known codec"
    file.digest(node, at, size)


def _bzimage(file: File, parent: Node) -> None:
    from .x86_fields import SETUP_HEADER

    end = min(0x202 + file.number(0x201, 1), len(file.data))
    image = file.node(parent, "bzImage", section="X86BOOT The Real-Mode Kernel Header")
    header = file.node(image, "setup_header", X86_HEADER, end - X86_HEADER)
    file.fields(header, 0, end, SETUP_HEADER)
    version = header.number("kernel_version")
    text = file.data[version + 0x200:version + 0x400].split(b"\0")[0]
    if version and text:
        file.node(image, "kernel version", version + 0x200, len(text), text.decode("latin1"))
    found = judged(file, parent, image)
    if found is not None and len(found.bz.kernel):
        bz = found.bz
        kernel = file.node(image, "protected-mode kernel", _place(file, bz.kernel), len(bz.kernel))
        if len(bz.payload):
            _payload(file, kernel, bz.payload)
    _pe(file, image)


def _arm64(file: File, parent: Node) -> None:
    image = file.node(parent, "Image", 0, min(64, len(file.data)), section="ARM64BOOT 4")
    file.fields(image, 0, len(file.data), rows.ARM64_IMAGE)
    judged(file, parent, image)
    _pe(file, image)


def _zboot(file: File, parent: Node) -> None:
    image = file.node(parent, "zboot", 0, min(64, len(file.data)), section="ZBOOT zboot-header.S")
    file.fields(image, 0, len(file.data), rows.ZBOOT)
    found = judged(file, parent, image)
    if found is not None and len(found.zboot.payload):
        _payload(file, image, found.zboot.payload)
    _pe(file, image)


def _pe(file: File, image: Node) -> None:
    """Kernels with an EFI stub have the headers of an EFI application, too."""
    from . import pe

    if pe.header_of(file.data):
        pe.headers(file, image)


# ---- ELF

def _elf(file: File, parent: Node) -> None:
    image = file.node(parent, "ELF", section="ELF 4")
    ident = file.node(image, "e_ident", 0, min(16, len(file.data)))
    file.fields(ident, 0, len(file.data), rows.ELF_IDENT)
    kind, big = ident.number("EI_CLASS"), ident.number("EI_DATA") == 2
    judged(file, parent, image)
    if kind not in rows.ELF_HEADER:
        ident.note("must be ELF32 or ELF64")
        return
    order: Literal["big", "little"] = "big" if big else "little"
    file.fields(image, 0, len(file.data), turned(rows.ELF_HEADER[kind], big))
    base, step = image.number("e_phoff"), image.number("e_phentsize")
    fields = turned(rows.PROGRAM_HEADER[kind], big)
    size = fields[-1][0] + fields[-1][1]
    for index in range(image.number("e_phnum")):
        at = base + index * max(step, size)
        if at + size > len(file.data):
            image.note(f"counts {image.number('e_phnum')} program headers, {index} fit")
            break
        header = file.node(image, "program header", at, size, section="ELF 5")
        header.key = str(index)
        file.fields(header, at, at + size, fields)
        _segment(file, header, order)
    if image.number("e_shoff") > len(file.data):
        image.note("the section headers are not read, they are behind the segments")


def end_of_segments(head: bytes) -> int:
    """Where the last segment of an ELF ends in the file, as its first bytes tell; 0: they do not
    tell."""
    root, big = Node(""), head[5:6] == b"\2"
    kind = head[4] if len(head) >= 64 else 0
    if kind not in rows.ELF_HEADER:
        return 0
    source = Input(head)
    source.fields(root, 0, len(head), turned(rows.ELF_HEADER[kind], big))
    at, step, end = root.number("e_phoff"), root.number("e_phentsize"), 0
    fields = turned(rows.PROGRAM_HEADER[kind], big)
    size = fields[-1][0] + fields[-1][1]
    for index in range(min(root.number("e_phnum"), len(head) // size)):
        start = at + index * max(step, size)
        if start + size > len(head):
            return 0
        header = Node("")
        source.fields(header, start, len(head), fields)
        end = max(end, header.number("p_offset") + header.number("p_filesz"), start + size)
    return end


def turned(fields: Sequence[Row], big: bool) -> Sequence[Row]:
    """Rows of integers in the byte order of the file."""
    return [(at, width, form[0].upper() + form[1:] if form[0] in "xn" else form, name,
             turned(meaning, big) if form == "s" else meaning)
            for at, width, form, name, meaning in fields] if big else fields


def _segment(file: File, header: Node, order: Literal["big", "little"]) -> None:
    """The contents of a segment: notes, or bytes."""
    at, size = header.number("p_offset"), header.number("p_filesz")
    if size and at + size > len(file.data):
        header.note(f"is beyond the end, the file has {len(file.data)} bytes")
    elif header.number("p_type") == 4:
        size = min(size, MAX_NOTES)
        if file.may_show(header, size):
            _notes(file, header, at, at + size, 8 if header.number("p_align") == 8 else 4, order)
    elif header.number("p_type") == 1:
        file.digest(header, at, size)


def _notes(file: File, header: Node, at: int, end: int, align: int,
           order: Literal["big", "little"]) -> None:
    """Append the notes of a segment."""
    stop = at
    for start, owner, kind, desc, stop in notes(file.data, at, end, align, order):
        node = file.node(header, "note", start, stop - start)
        node.key = f"{owner}, type {kind:#x}"
        node.meaning = rows.NOTES.get((owner, kind), "")
        file.node(node, "name", start + 12, int.from_bytes(file.data[start:start + 4], order),
                  owner)
        file.node(node, "desc", desc, stop - desc, file.data[desc:stop])
    if stop + -(stop - at) % align + 12 <= end:
        file.node(header, "note", stop).note("is beyond the end of its segment")


def notes(data: bytes, at: int, end: int, align: int, order: Literal["big", "little"],
          ) -> Iterator[tuple[int, str, int, int, int]]:
    """Each note that fits: where it begins, its owner, its type, where its contents begin and
    end."""
    first = at
    while at + 12 <= end:
        names, size, kind = (int.from_bytes(data[at + i:at + i + 4], order) for i in (0, 4, 8))
        start = at + 12 + names
        start += -(start - first) % align
        if start + size > end:
            return
        yield at, data[at + 12:at + 12 + names].rstrip(b"\0").decode("latin1"), kind, start, \
            start + size
        at = start + size + -(start + size - first) % align


# ---- compressed as a whole

def decoder_of(codec: str) -> Any:
    """A decoder that tells where the stream ends, or None: the library's must do, which does not
    take what follows."""
    if codec == "gzip":
        from zlib import MAX_WBITS, decompressobj

        return decompressobj(MAX_WBITS | 16)
    if codec == "bzip2":
        from bz2 import BZ2Decompressor

        return BZ2Decompressor()
    if codec in ("xz", "lzma"):
        from lzma import FORMAT_AUTO, LZMADecompressor

        return LZMADecompressor(FORMAT_AUTO, memlimit=160 << 20)
    return None


def is_codec_error(why: Exception) -> bool:
    """Whether an exception is one of those by which decoders refuse a stream."""
    from .._call import AetherbootError

    return isinstance(why, (AetherbootError, MemoryError, OSError, ValueError)) or \
        type(why).__name__ in ("error", "LZMAError")


class _Enough(Exception):
    """So many bytes are unpacked."""


def peek(data: bytes | memoryview, most: int = PEEK) -> bytes:
    """The first bytes of what a compressed file contains.

    - raises AetherbootError, MemoryError: it cannot be unpacked
    """
    from .._call import AetherbootError
    from .._more import kernel_unpack
    from .frames import end_of

    first = bytearray()
    data = memoryview(data)[:end_of(codec_of(bytes(data[:8])), data)]

    def take(block: bytes | memoryview) -> None:
        first.extend(block[:most - len(first)])
        if len(first) >= most:
            raise _Enough

    try:
        kernel_unpack(data, take)
    except _Enough:
        pass
    except AetherbootError:
        if first:
            return bytes(first)
        other = _first(data, most)
        if inner_kind(other) != "cpio archive":  # an initrd may have several streams
            raise
        return other
    return bytes(first)


def _first(data: bytes | memoryview, most: int) -> bytes:
    """The first bytes of a stream, whatever follows it; none if it cannot be unpacked."""
    decoder = decoder_of(codec_of(bytes(data[:8])))
    try:
        return bytes(decoder.decompress(data[:1 << 16], most)) if decoder is not None else b""
    except Exception as why:  # pylint: disable=broad-except
        if not is_codec_error(why):
            raise
        return b""


def packed(source: Input, parent: Node) -> None:
    """Append what is compressed as a whole. A kernel is unpacked only as far as tells what it is;
    an initrd is another's."""
    from .._call import AetherbootError

    file, head = File(source), source.data[:PEEK]
    try:
        inner, refused = peek(file.data), ""
    except (AetherbootError, MemoryError) as why:
        inner, refused = b"", f"is not unpacked: {str(why) or 'out of memory'}"
    if inner_kind(inner) == "cpio archive":
        from .initrd import read as read_initrd

        parent.name = "initrd"
        read_initrd(source, parent)
        return
    from .frames import end_of

    end = end_of(codec_of(head), file.data)
    node = file.node(parent, "compressed file", 0, end)
    node.meaning, node.remark = codec_of(head), refused
    if not refused:
        content = file.node(node, "contains", value=inner_kind(inner))
        if inner[56:60] == b"ARMd":
            Input(inner, file).fields(content, 0, 64, rows.ARM64_IMAGE)
    if end < len(file.data):
        behind = file.node(parent, "bytes behind the stream", end, len(file.data) - end)
        file.digest(behind, end, len(file.data) - end)
    file.digest(parent, 0, len(file.data))


def inner_kind(head: bytes) -> str:
    """What unpacked bytes are, in a word."""
    if head[:4] == b"\x7fELF":
        return "ELF"
    if head[56:60] == b"ARMd":
        return "arm64 Image"
    if head[0x202:0x206] == b"HdrS":
        return "bzImage"
    if head[:6] in (b"070701", b"070702"):
        return "cpio archive"
    return "EFI zboot" if is_zboot(head) else "unknown"
