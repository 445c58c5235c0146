# SPDX-License-Identifier: BSD-2-Clause
"""What an unpacked kernel says of itself: version, build ID, configuration. It is read once, block
by block, as it is unpacked."""
from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._check import Data

BANNER, CONFIG, CONFIG_END = b"Linux version ", b"IKCFG_ST", b"IKCFG_ED"
NOTE = b"\4\0\0\0\x14\0\0\0\3\0\0\0GNU\0"  # of a build ID: sizes of name and ID, type, name
BIG_NOTE = b"\0\0\0\4\0\0\0\x14\0\0\0\3GNU\0"  # of a big-endian kernel
ELF = b"\x7fELF"
WANTED = {BANNER: 1024, CONFIG: 1 << 20, NOTE: len(NOTE) + 20, BIG_NOTE: len(NOTE) + 20,
          ELF: 4096}  # and bytes from there on
MAX_FOUND = 256  # of a pattern
MAX_TRIES = 8  # of what may be a configuration
MAX_CONFIG = 16 << 20  # bytes of a configuration, which has some 300 KiB
STEP = 1 << 20
KEPT = max(map(len, WANTED)) - 1  # bytes of a block in which a pattern may begin


class Scan:
    """Feed it all blocks, then ask."""

    __slots__ = ("size", "_tail", "_found", "_open")

    def __init__(self) -> None:
        self.size = 0  # bytes that were fed
        self._tail = b""
        self._found: dict[bytes, list[tuple[int, bytearray]]] = {name: [] for name in WANTED}
        self._open: list[tuple[int, bytearray]] = []  # bytes that it must have, those it has

    def feed(self, block: Data) -> None:
        """The next bytes of the kernel."""
        view = memoryview(block)
        for at in range(0, len(view), STEP):
            self._feed(bytes(view[at:at + STEP]))

    def _feed(self, block: bytes) -> None:
        for need, had in self._open:
            had += block[:need - len(had)]
        self._open = [one for one in self._open if len(one[1]) < one[0]]
        joined, before = self._tail + block, len(self._tail)
        for pattern, need in WANTED.items():
            found, at = self._found[pattern], joined.find(pattern)
            while at >= 0 and len(found) < MAX_FOUND:
                if at + len(pattern) > before:  # else it is known
                    had = bytearray(joined[at:at + need])
                    found.append((self.size - before + at, had))
                    if len(had) < need:
                        self._open.append((need, had))
                at = joined.find(pattern, at + 1)
        self.size += len(block)
        self._tail = joined[-KEPT:]

    def version(self) -> str:
        """Linux's banner, or an empty text. Kernels since 6.1 also have one that was made before
        the number of the build was known: that has `#` without a digit."""
        lines = [had.split(b"\0")[0].split(b"\n")[0].decode("utf-8", "replace")
                 for _, had in self._found[BANNER]
                 if had[len(BANNER):len(BANNER) + 1].isdigit()]
        return next((line for line in lines if line.partition(" #")[2][:1].isdigit()),
                    lines[0] if lines else "")

    def build_id(self) -> str:
        """The build ID in hexadecimal, or an empty text. Kernels contain ELF files, as their vDSO,
        which have IDs of their own."""
        inner = [(at + start, at + end) for at, had in self._found[ELF]
                 for start, end in _notes(bytes(had))]
        outer = [(start, end) for at, had in self._found[ELF][:1] if at == 0
                 for start, end in _notes(bytes(had))]
        ids = {had[len(NOTE):].hex() for note in (NOTE, BIG_NOTE)
               for at, had in self._found[note] if len(had) == len(NOTE) + 20 and
               any(start <= at < end for start, end in outer or inner) == bool(outer)}
        return ids.pop() if len(ids) == 1 else ""

    def config(self) -> bytes:
        """The configuration that CONFIG_IKCONFIG puts into a kernel, or no bytes."""
        from zlib import MAX_WBITS, decompressobj, error

        for _, had in self._found[CONFIG][:MAX_TRIES]:
            packed = bytes(had[len(CONFIG):])
            stream = decompressobj(MAX_WBITS | 16)
            try:
                text = stream.decompress(packed, MAX_CONFIG)
            except error:
                continue
            if stream.unused_data.startswith(CONFIG_END):
                return text
        return b""


def _notes(head: bytes) -> list[tuple[int, int]]:
    """Where the PT_NOTEs of an ELF begin and end, as far as its first bytes tell."""
    from struct import error, unpack_from

    wide = head[4:5] == b"\2"
    order = ">" if head[5:6] == b"\2" else "<"
    header, entry = (order + form for form in (
        ("QQIHHH", "IIQQQQ") if wide else ("IIIHHH", "IIIII")))
    try:
        base, _, _, _, step, count = unpack_from(header, head, 32 if wide else 28)
    except error:
        return []
    found = []
    for at in range(base, min(base + step * count, len(head) - 55), max(step, 32)):
        fields = unpack_from(entry, head, at)
        start, size = (fields[2], fields[5]) if wide else (fields[1], fields[4])
        if fields[0] == 4:
            found.append((start, start + size))
    return found
