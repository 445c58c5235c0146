# SPDX-License-Identifier: BSD-2-Clause
"""ELF cores of a guest, as QEMU's dump-guest-memory writes them: where memory is in the file, and
the registers of the CPUs."""
from __future__ import annotations

import os
import struct

from . import core_fields as cores
from . import kernel_fields as rows
from .kernel import notes, turned
from .node import Input, Node, shift

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from .memory import Run
    from .node import Row

MAX_SEGMENTS = 1 << 18  # program headers that are read
MAX_TOLD = 256  # of them, those that are told
MAX_NOTES = 16 << 20  # bytes of notes; QEMU has some thousand for each CPU
MAX_CPUS = 4096
MAX_DESC = 4096  # bytes of a note without a reader
NOTE, LOAD = 4, 1
MANY = 0xFFFF  # segments: section header 0 has how many


class Core:
    """A core that is told.

    - `machine`: e_machine
    - `runs`: where memory is
    - `cpus`: the node of each CPU
    """

    __slots__ = ("machine", "runs", "cpus", "_file", "_size", "_order", "_big", "_source", "_node")

    def __init__(self, file: int, source: Input, root: Node) -> None:
        self._file, self._size = file, os.fstat(file).st_size
        head = Input(os.pread(file, 64, 0), source)
        self._big = head.data[5:6] == b"\2"
        self._order: Literal["big", "little"] = "big" if self._big else "little"
        self._source = source
        self.runs: list[Run] = []
        self.cpus: list[Node] = []
        node = self._node = source.node(root, "ELF core", section="ELF 4")
        head.fields(source.node(node, "e_ident", 0, 16), 0, len(head.data), rows.ELF_IDENT)
        kind = head.data[4]
        head.fields(node, 0, len(head.data), turned(rows.ELF_HEADER[kind], self._big))
        self.machine = node.number("e_machine")
        for at, size in self._segments(kind):
            self._notes(root, at, size)

    def _segments(self, kind: int) -> list[tuple[int, int]]:
        """Read the program headers. Returns where notes are."""
        fields = turned(rows.PROGRAM_HEADER[kind], self._big)
        size = fields[-1][0] + fields[-1][1]
        base, step, count = (self._node.number(name) for name in (
            "e_phoff", "e_phentsize", "e_phnum"))
        if count == MANY:
            count = self._many(kind)
        room = max(self._size - base, 0) // size
        if step != size:
            self._node.note(f"has program headers of {step} bytes, not of {size}")
            return []
        if count > min(room, MAX_SEGMENTS):
            self._node.note(f"counts {count} program headers, {min(room, MAX_SEGMENTS)} are read")
            count = min(room, MAX_SEGMENTS)
        if not count:
            return []
        raw = os.pread(self._file, count * size, base)
        form = (">" if self._big else "<") + ("IIIIIIII" if kind == 1 else "IIQQQQQQ")
        names = [row[3] for row in sorted(fields)]
        wanted = [names.index(name) for name in ("p_type", "p_offset", "p_paddr", "p_filesz")]
        found, beyond = [], 0
        for values in struct.iter_unpack(form, raw[:len(raw) // size * size]):
            what, offset, address, length = (values[i] for i in wanted)
            there = max(min(length, self._size - offset), 0)
            beyond += what in (NOTE, LOAD) and there < length
            if what == NOTE and there:
                found.append((offset, there))
            elif what == LOAD and there:
                self.runs.append((address, there, self._file, offset))
        if beyond:
            self._node.note(f"{beyond} segments end beyond the file, which has {self._size} bytes")
        self._tell(Input(raw, self._source), fields, size, base, count)
        return found

    def _many(self, kind: int) -> int:
        """How many program headers there are, if there are too many for the header."""
        at = self._node.number("e_shoff") + (28 if kind == 1 else 44)
        return int.from_bytes(os.pread(self._file, 4, at), self._order) if at < self._size else 0

    def _tell(self, raw: Input, fields: Sequence[Row], size: int,
              base: int, count: int) -> None:
        for index in range(min(count, MAX_TOLD)):
            header = raw.node(self._node, "program header", section="ELF 5")
            raw.fields(header, index * size, (index + 1) * size, fields)
            header.key = f"p_paddr {header.number('p_paddr'):#x}" \
                if header.number("p_type") == LOAD else str(index)
            header.offset, header.size = index * size, size
            shift(header, base)
        if count > MAX_TOLD:
            self._node.note(f"only {MAX_TOLD} of its {count} program headers are told")

    def _notes(self, root: Node, at: int, size: int) -> None:
        """Tell notes. QEMU's own come behind those of all CPUs, in the same order."""
        if size > MAX_NOTES:
            self._node.note(f"only {MAX_NOTES >> 20} MiB of its notes are read")
        source = Input(os.pread(self._file, min(size, MAX_NOTES), at), self._source)
        states = 0
        for start, owner, kind, desc, end in notes(source.data, 0, len(source.data), 4,
                                                   self._order):
            name = cores.NOTES.get((owner, kind), "note")
            cpu = self._node
            if name == "NT_PRSTATUS" and len(self.cpus) < MAX_CPUS:
                cpu = source.node(root, "cpu")
                if self.machine == cores.AARCH64:
                    cpu.meaning = "without TTBR, so its page tables are not told"
                self.cpus.append(cpu)
            elif name == "QEMUCPUState" and states < len(self.cpus):
                cpu = self.cpus[states]
                states += 1
            elif name != "note" and self.cpus:
                cpu = self.cpus[-1]
            note = source.node(cpu, name, start, end - start, section="QEMUDUMP notes")
            self._note(source, note, (name, owner, kind), desc, end)
            if name == "NT_PRSTATUS" and cpu is not self._node:
                cpu.key = f"number {note.number('pr_pid')}"
            shift(note, at)

    def _note(self, source: Input, note: Node, what: tuple[str, str, int], at: int, end: int,
              ) -> None:
        name, owner, kind = what
        fields = cores.PRSTATUS.get(self.machine) if name == "NT_PRSTATUS" else \
            cores.QEMU_X86 if name == "QEMUCPUState" else None
        if fields is not None:
            source.fields(note, at, end, turned(fields, self._big))
        else:
            source.node(note, "desc", at, end - at, source.data[at:min(end, at + MAX_DESC)])
        if name == "note":
            note.key = f"{owner[:64]}, type {kind:#x}"
