# SPDX-License-Identifier: BSD-2-Clause
"""Initrds: cpio archives behind each other, each packed or not. Nothing is unpacked onto the disk,
and of files only names, sizes and the like are kept."""
from __future__ import annotations

import stat

from .kernel import File, codec_of, decoder_of, is_codec_error
from .node import Input, Node

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from .._check import Data

    Sink = Callable[[Data], object]

MAGICS = (b"070701", b"070702")
HEADER = 110  # bytes: a magic, and 13 numbers of 8 hexadecimal digits
# number in the header, name, whether people read it in decimal
FIELDS: Sequence[tuple[int, str, bool]] = (
    (1, "mode", False), (2, "uid", True), (3, "gid", True), (4, "nlink", True),
    (5, "mtime", True), (6, "filesize", True))
DEVICE: Sequence[tuple[int, str, bool]] = ((9, "rdevmajor", True), (10, "rdevminor", True))
MAX_NAME = 4096
MAX_UNPACKED = 512 << 20  # bytes of all archives together
MAX_ARCHIVES = 10_000
STEP = 1 << 16  # bytes that a decoder gets at a time
TRAILER = "TRAILER!!!"


class _TooMuch(Exception):
    """So many bytes are unpacked, or so many archives are told."""


class _Left:
    """What may still come."""

    __slots__ = ("size", "archives")

    def __init__(self) -> None:
        self.size, self.archives = MAX_UNPACKED, MAX_ARCHIVES

    def take(self, size: int, archives: int = 0) -> None:
        """It comes."""
        self.size -= size
        self.archives -= archives
        if self.size < 0 or self.archives < 0:
            raise _TooMuch


def is_cpio(head: bytes) -> bool:
    """Whether bytes begin like an archive."""
    return head[:6] in MAGICS


def read(source: Input, parent: Node) -> None:
    """Append all parts of an initrd."""
    file = File(source)
    parts(file, parent, 0, len(file.data))
    file.digest(parent, 0, len(file.data))


def parts(file: File, parent: Node, at: int, end: int) -> None:
    """Append the parts that lie between two offsets of a file."""
    view, left = memoryview(file.data), _Left()
    try:
        while at < end:
            zeros = _zeros(file.data, at, end)
            if zeros:
                at += zeros
            elif is_cpio(file.data[at:at + 6]):
                at += _archive(file, parent, view[at:end], at, left)
            elif codec_of(file.data[at:at + 8]):
                at += _packed(file, parent, view[at:end], at, left)
            else:
                node = file.node(parent, "bytes not described", at, end - at)
                node.note("are no archive of a known format")
                return
    except _TooMuch:
        parent.note(f"the answer ends here, it has more than {MAX_ARCHIVES} "
                    f"archives or {MAX_UNPACKED >> 20} MiB")


def _zeros(data: bytes, at: int, end: int) -> int:
    """How many zeros begin there."""
    start = at
    while at < end and not data[at]:
        block = data[at:min(at + 4096, end)]
        at += len(block) - len(block.lstrip(b"\0"))
        if block.strip(b"\0"):
            break
    return at - start


def _archive(file: File, parent: Node, view: memoryview, at: int, left: _Left) -> int:
    """Append an archive that is not packed. Returns its bytes."""
    left.take(0, 1)
    archive = Archive(file, parent, at)
    done = archive.feed(view)
    archive.end()
    left.take(done)
    return len(view) if archive.bad else done


def _packed(file: File, parent: Node, view: memoryview, at: int, left: _Left) -> int:
    """Append what is packed. Returns the bytes of the stream; without its end, all."""
    codec = codec_of(bytes(view[:8]))
    node = file.node(parent, "compressed archive", at)
    node.meaning = codec
    unpacked, size = _Stream(file, node, left), len(view)
    try:
        size = _unpack(codec, view, unpacked.take)
    except _TooMuch:
        node.size = size
        raise
    except EOFError:
        node.note("the stream is cut off")
    except Exception as why:  # of five libraries
        if not is_codec_error(why):
            raise
        node.note(f"is not unpacked to its end: {str(why) or 'out of memory'}")
    node.size = size
    unpacked.end()
    file.digest(node, at, size)
    return size


def _unpack(codec: str, view: memoryview, take: Callable[[Data], object]) -> int:
    """Unpack a stream. Returns how many bytes it has."""
    decoder = decoder_of(codec)
    if decoder is None:
        from .._more import kernel_unpack
        from .frames import end_of

        end = end_of(codec, view)
        kernel_unpack(view[:end], take)
        return end
    at = 0
    while not decoder.eof:
        block: Data = view[at:at + STEP]
        at += len(block)
        data = decoder.decompress(block, STEP << 4)
        while data or block:
            take(memoryview(data))
            if decoder.eof:
                break
            rest = getattr(decoder, "unconsumed_tail", b"")
            if not rest and getattr(decoder, "needs_input", len(data) < STEP << 4):
                break
            block = b""
            data = decoder.decompress(rest, STEP << 4)
        if not decoder.eof and at >= len(view):
            raise EOFError
    return at - len(decoder.unused_data)


class _Stream:
    """What a stream contains: archives, with zeros between them."""

    __slots__ = ("file", "node", "left", "at", "archive", "strange")

    def __init__(self, file: File, node: Node, left: _Left) -> None:
        self.file, self.node, self.left = file, node, left
        self.at = 0
        self.archive: Archive | None = None
        self.strange = False

    def take(self, block: Data) -> None:
        """The next bytes."""
        self.left.take(len(block))
        view = memoryview(block)
        while view and not self.strange:
            if self.archive is None or self.archive.done:
                begins = len(view) - len(bytes(view).lstrip(b"\0"))
                self.at += begins
                view = view[begins:]
                if not view:
                    return
                self.left.take(0, 1)
                self.archive = Archive(self.file, self.node, self.at)
            count = self.archive.feed(view)
            self.at += count
            view = view[count:]
            self.strange = self.archive.bad

    def end(self) -> None:
        """There are no more bytes."""
        if self.archive is not None:
            self.archive.end()


class Archive:
    """An archive of the formats newc and crc, which gets its bytes block by block. Offsets are
    those in what it is part of."""

    __slots__ = ("file", "node", "base", "at", "done", "bad", "_steps", "_left", "_sink", "_had")

    def __init__(self, file: File, parent: Node, base: int) -> None:
        self.file = file
        self.node = file.node(parent, "cpio archive", base)
        self.base = base
        self.at = 0
        self.done = self.bad = False
        self._steps = self._entries()
        self._had = bytearray()
        self._left, self._sink = next(self._steps)

    def feed(self, view: memoryview) -> int:
        """The next bytes. Returns how many of them it has."""
        begin = self.at
        while self.at - begin < len(view) and not self.done:
            piece = view[self.at - begin:][:self._left]
            if self._sink is None:
                self._had += piece
            else:
                self._sink(piece)
            self.at += len(piece)
            self._left -= len(piece)
            while not self._left and not self.done:
                had, self._had = bytes(self._had), bytearray()
                try:
                    self._left, self._sink = self._steps.send(had)
                except StopIteration:
                    self.done = True
        return self.at - begin

    def end(self) -> None:
        """There are no more bytes."""
        self.node.size = self.at
        if not self.done:
            self.node.note(f"ends within an entry, without {TRAILER}")

    def _entries(self) -> Generator[tuple[int, Sink | None], bytes, None]:
        """Ask for bytes: so many, and who gets them; without such, they are sent."""
        while True:
            at = self.at
            head = yield HEADER, None
            try:
                if head[:6] not in MAGICS:
                    raise ValueError
                numbers = [int(head[i:i + 8].decode("ascii"), 16) for i in range(6, HEADER, 8)]
            except ValueError:
                self._spoilt(at, "is no header of an entry")
                return
            if not 0 < numbers[11] <= MAX_NAME:
                self._spoilt(at, f"names have at most {MAX_NAME} bytes, this {numbers[11]}")
                return
            name = yield numbers[11] + -(HEADER + numbers[11]) % 4, None
            path = name.split(b"\0")[0].decode("utf-8", "surrogateescape")
            path = path.encode("utf-8", "backslashreplace").decode()
            if path == TRAILER:
                return
            yield from self._entry(at, path, numbers)

    def _spoilt(self, at: int, why: str) -> None:
        node = self.file.node(self.node, "entry", self.base + at)
        node.note(why)
        self.bad = True

    def _entry(self, at: int, path: str, numbers: list[int],
               ) -> Generator[tuple[int, Sink | None], bytes, None]:
        """One entry, and its contents."""
        from hashlib import sha256

        mode, size, start = numbers[1], numbers[6], self.at
        node = self.file.node(self.node, "entry", self.base + at, start - at + size)
        node.key = path
        device = stat.S_ISBLK(mode) or stat.S_ISCHR(mode)
        for index, name, decimal in (*FIELDS, *(DEVICE if device else ())):
            field = self.file.node(node, name, self.base + at + 6 + 8 * index, 8, numbers[index])
            field.decimal = decimal
            if name == "mode":
                field.meaning = stat.filemode(mode)
        if stat.S_ISLNK(mode) and size <= MAX_NAME:
            target = yield size, None
            self.file.node(node, "target", self.base + start, size,
                           target.rstrip(b"\0").decode("utf-8", "backslashreplace"))
        elif size:
            digest = sha256()
            yield size, digest.update
            self.file.node(node, "sha256", self.base + start, size, digest.hexdigest())
        if size % 4:
            yield -size % 4, None
