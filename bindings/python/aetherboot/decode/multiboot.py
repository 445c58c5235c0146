# SPDX-License-Identifier: BSD-2-Clause
"""Multiboot information of versions 1 and 2, and the BIOS data area that such kernels read."""
from __future__ import annotations

from . import multiboot_fields as rows
from .node import Input, Node, keyed, shift

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .node import Row

    Memory = Callable[[int, int], bytes]  # address and size; fewer bytes, if there are no more

MAGIC = {0x2BADB002: 1, 0x36D76289: 2}  # EAX of a version. MB1 3.2, MB2 3.3
MAX_TEXT = 4096
MAX_INFO = 1 << 20  # bytes of a list, of the tags of version 2
MAX_SOUGHT = 64 << 10  # the same of what may be information
TAG_SIZE, ALIGN, MMAP_AT = 8, 8, 16
END, MODULES = 0, 3
UNKNOWN_FLAGS = -1 << 13


def bda(source: Input, parent: Node) -> None:
    """Append a BIOS data area."""
    end = min(len(source.data), rows.BDA_SIZE)
    area = source.node(parent, "BIOS data area", 0, end, section="CSM 5.4")
    source.fields(area, 0, end, rows.BDA)
    last = rows.BDA[-1][0] + rows.BDA[-1][1]
    if any(source.data[last:end]):
        source.rest(area, last, end)
    source.rest(parent, end, len(source.data))


def is_bda(data: bytes) -> bool:
    """Whether a BIOS has left these 256 bytes, by the memory and the EBDA that they tell."""
    ebda, size = (int.from_bytes(data[at:at + 2], "little") for at in (0x0E, 0x13))
    return 64 <= size <= 640 and (not ebda or 0x40 * size <= ebda < 0xA000)


def region(source: Input, parent: Node, base: int, version: int) -> None:
    """Append information that begins the input, whose first byte is at an address, with all that
    it points to in the input."""
    data = source.data
    told = read(source, parent, base, version,
                lambda at, size: data[at - base:at - base + size] if at >= base else b"", base)
    at, end, info = 0, len(data), list(parent.children)[-1]
    for start, stop in [*sorted(told), (end, end)]:
        between = data[at:max(min(start, end), at)]
        source.rest(parent, at, min(start, end),
                    "bytes not described" if any(between) else "padding")
        if start < at and start < end:
            info.note(f"the part at {base + start:#x} begins within another")
        at = max(at, stop)


def version_of(memory: Memory, at: int) -> int:
    """1 or 2 if information of that version lies at an address, else 0. It has no magic number:
    tags must follow each other up to the last, or entries of a memory map to its end."""
    head = memory(at, rows.INFO_SIZE)
    size, reserved = _number(head, 0), _number(head, 4)
    if not (at | size) % ALIGN and not reserved and 2 * TAG_SIZE <= size <= MAX_SOUGHT:
        data, place = memory(at, size), TAG_SIZE
        while place + TAG_SIZE <= len(data) and _number(data, place + 4) >= TAG_SIZE:
            if not _number(data, place):
                return 2 if place + TAG_SIZE == size else 0
            place += -(-_number(data, place + 4) // ALIGN) * ALIGN
    flags, size = _number(head, 0), _number(head, 44)
    if len(head) < rows.INFO_SIZE or flags & UNKNOWN_FLAGS or not flags & rows.HAS_MMAP \
            or not 24 <= size <= MAX_SOUGHT:
        return 0
    data, place = memory(_number(head, 48), size), 0
    while place + 24 <= len(data) and 20 <= _number(data, place) <= size:
        place += 4 + _number(data, place)
    return int(place == size)


def _number(data: bytes, at: int, size: int = 4) -> int:
    return int.from_bytes(data[at:at + size], "little")


def read(source: Input, parent: Node, at: int, version: int, memory: Memory,
         base: int = 0) -> list[tuple[int, int]]:
    """Append the information at an address, and what it points to. Offsets count from the base.
    Returns where all parts are, as offsets of start and end."""
    info = _Information(source, memory, base)
    (info.tags if version == 2 else info.structure)(parent, at)
    return info.told


class _Information:
    """Information that is read."""

    __slots__ = ("told", "_source", "_memory", "_base")

    def __init__(self, source: Input, memory: Memory, base: int) -> None:
        self.told: list[tuple[int, int]] = []
        self._source, self._memory, self._base = source, memory, base

    def _piece(self, at: int, size: int) -> Input:
        """Bytes at an address. What is told of them must be moved there."""
        data = self._memory(at, size) if size else b""
        if data:
            self.told.append((at - self._base, at - self._base + len(data)))
        return Input(data, self._source)

    def _moved(self, parent: Node, first: int, at: int) -> None:
        for child in parent.children[first:]:
            shift(child, at - self._base)

    # ---- version 1

    def structure(self, parent: Node, at: int) -> None:
        """The structure of version 1."""
        piece = self._piece(at, rows.INFO_SIZE)
        info = piece.node(parent, "multiboot_info", 0, len(piece.data), section="MB1 3.3")
        piece.fields(info, 0, len(piece.data), rows.INFO)
        shift(info, at - self._base)
        flags = info.number("flags")
        if flags & rows.HAS_CMDLINE:
            self._text(info, "cmdline", "command line")
        if flags & rows.HAS_NAME:
            self._text(info, "boot_loader_name", "boot loader")
        if flags & rows.HAS_MODS:
            self._modules(info)
        if flags & rows.HAS_MMAP:
            self._map(info)

    def _text(self, parent: Node, pointer: str, name: str) -> None:
        """A text, up to its NUL."""
        at, field = parent.number(pointer), parent.find(pointer)
        if not at or field is None:
            return
        data = self._memory(at, MAX_TEXT)
        text, end, _ = data.partition(b"\0")
        if not end:
            field.note("leads to no text that ends" if data else "leads to nothing that is here")
        if data:
            node = self._source.node(parent, name, at - self._base, len(text) + len(end),
                                     text.decode("latin1"))
            assert node.offset is not None and node.size is not None
            self.told.append((node.offset, node.offset + node.size))

    def _list(self, info: Node, pointer: str, size: int) -> tuple[int, Input]:
        """The address of a list, and its bytes; a remark if some are not there."""
        at, field = info.number(pointer), info.find(pointer)
        piece = self._piece(at, min(size, MAX_INFO))
        if len(piece.data) < size and field is not None:
            field.note(f"leads to {size} bytes, {len(piece.data)} are here")
        return at, piece

    def _modules(self, info: Node) -> None:
        count = info.number("mods_count")
        at, piece = self._list(info, "mods_addr", 16 * count)
        first = len(info.children)
        for place in range(0, len(piece.data) - 15, 16):
            module = piece.node(info, "module", place, 16, section="MB1 3.3")
            piece.fields(module, place, place + 16, rows.MODULE)
            keyed(module, ("mod_start",))
        self._moved(info, first, at)
        for module in info.children[first:]:
            self._text(module, "string", "words")

    def _map(self, info: Node) -> None:
        at, piece = self._list(info, "mmap_addr", info.number("mmap_length"))
        first, place, end = len(info.children), 0, len(piece.data)
        while place + 4 <= end:
            size = piece.number(place, 4)
            entry = piece.node(info, "mmap entry", place, min(4 + size, end - place),
                               section="MB1 3.3")
            field = piece.field(entry, place, *rows.MMAP_SIZE[1:])
            if size < 20 or place + 4 + size > end:
                field.note(f"must be at least 20, and at most the {end - place - 4} bytes that "
                           "remain")
                break
            _entry(piece, entry, place + 4, place + 4 + size, rows.MMAP)
            place += 4 + size
        else:
            piece.rest(info, place, end)
        self._moved(info, first, at)

    # ---- version 2

    def tags(self, parent: Node, at: int) -> None:
        """The fixed part of version 2, and its tags."""
        size = _number(self._memory(at, 4), 0)
        piece = self._piece(at, max(min(size, MAX_INFO), TAG_SIZE))
        end = len(piece.data)
        info = piece.node(parent, "multiboot2_info", 0, end, section="MB2 3.6.1")
        piece.fields(info, 0, end, rows.FIXED_PART)
        total = info.find("total_size")
        if total is not None and not 2 * TAG_SIZE <= size <= end:
            total.note(f"must be from 16 to the {end} bytes that are here")
        place, last = TAG_SIZE, -1
        while place + TAG_SIZE <= end and last != END:
            last = piece.number(place, 4)
            step = _tag(piece, info, place, end)
            place = min(-(-(place + step) // ALIGN) * ALIGN, end)
        if last != END:
            info.note("has no end tag")
        piece.rest(info, place, end)
        shift(info, at - self._base)


def _tag(source: Input, info: Node, at: int, end: int) -> int:
    """Append a tag. Returns its size, which is all that remains if its own is wrong."""
    kind, size = source.number(at, 4), source.number(at + 4, 4)
    name, section, fields, more = rows.TAGS.get(kind) or ("tag", "", (), "data")
    tag = source.node(info, name, at, min(size, end - at), section=section)
    source.fields(tag, at, end, rows.TAG)
    least = max((row[0] + row[1] for row in fields), default=TAG_SIZE)
    type_, length = tag.find("type"), tag.find("size")
    assert type_ is not None and length is not None
    if kind not in rows.TAGS:
        tag.key = f"type {kind:#x}"
        type_.note("is no known type")
    if not least <= size <= end - at or (not more and size != least):
        length.note(f"must be {'' if not more else 'at least '}{least}, and at most the "
                    f"{end - at} bytes that remain")
        tag.size = min(max(size, TAG_SIZE), end - at)
        source.rest(tag, at + TAG_SIZE, at + tag.size)
        return tag.size if TAG_SIZE <= size <= end - at else end - at
    source.fields(tag, at, at + size, fields)
    if kind == MODULES:
        keyed(tag, ("mod_start",))
    MORE.get(more, _bytes)(source, tag, at + least, at + size)
    return size


def _bytes(source: Input, tag: Node, at: int, stop: int) -> None:
    source.rest(tag, at, stop, rows.TAGS.get(tag.number("type"), ("", "", (), "data"))[3])


def _string(source: Input, tag: Node, at: int, stop: int) -> None:
    text = source.data[at:stop]
    node = source.node(tag, "string", at, stop - at, text.partition(b"\0")[0].decode("latin1"))
    if text.find(b"\0") != len(text) - 1:
        node.note("must end with its only NUL" if b"\0" in text else "must end with a NUL")


def _mmap(source: Input, tag: Node, at: int, stop: int) -> None:
    step, field = tag.number("entry_size"), tag.find("entry_size")
    assert field is not None
    if step < 24 or step % 8 or (stop - at) % step or step > 24 and not tag.number(
            "entry_version"):
        field.note(f"must be 24 of version 0, else a larger multiple of 8, and divide the "
                   f"{stop - at} bytes of entries")
        source.rest(tag, at, stop)
        return
    for place in range(at, stop, step):
        entry = source.node(tag, "mmap entry", place, step, section="MB2 3.6.8")
        _entry(source, entry, place, place + step, rows.MMAP_2)


def _entry(source: Input, entry: Node, at: int, stop: int, fields: Sequence[Row]) -> None:
    source.fields(entry, at, stop, fields)
    source.rest(entry, at + fields[-1][0] + fields[-1][1], stop)
    keyed(entry, ("base_addr",))


def _rsdp(source: Input, tag: Node, at: int, stop: int) -> None:
    from .acpi import table

    if source.data[at:at + 8] != b"RSD PTR ":
        source.rest(tag, at, stop)
        tag.note("has no RSDP")
        return
    copy = table(source, tag, at, stop)
    length = copy.find("Length")
    if length is not None and length.value != stop - at:
        length.note(f"must be {stop - at}, as the tag has")
    source.rest(tag, at + (copy.size or 0), stop)


def _smbios(source: Input, tag: Node, at: int, stop: int) -> None:
    from .smbios import read as read_smbios

    inner = Input(source.data[at:stop], source)
    first = len(tag.children)
    read_smbios(inner, tag)
    for child in tag.children[first:]:
        shift(child, at)


def _efi(source: Input, tag: Node, at: int, stop: int) -> None:
    from .efi import memory_map

    step, first = tag.number("descriptor size"), len(tag.children)
    if step < 40:
        tag.note(f"has descriptors of {step} bytes, which have at least 40")
        source.rest(tag, at, stop)
        return
    memory_map(Input(source.data[at:stop], source), tag, step)
    for child in tag.children[first:]:
        shift(child, at)


MORE: dict[str, Callable[[Input, Node, int, int], None]] = {
    "text": _string, "mmap": _mmap, "rsdp": _rsdp, "smbios": _smbios, "efi": _efi}
