# SPDX-License-Identifier: BSD-2-Clause
"""What a guest was given, as it lies in its memory: raw, or in an ELF core. Offsets are addresses
of the guest, but those of the core's own headers and notes."""
from __future__ import annotations

import os

from . import acpi, efi, multiboot, paging, smbios, x86
from .core import Core
from .efi_fields import CONFIGURATION_TABLE
from .fdt import MAGIC as TREE
from .fdt import read as read_tree
from .kinds import is_core
from .memory import END, Memory
from .multiboot_fields import BDA_AT, BDA_SIZE
from .node import Full, Input, Node, Unreadable, array, shift

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Reader = Callable[[Input, Node], object]

MAX_BYTES = 64 << 20  # of all that is told
MAX_TREE = 16 << 20
MAX_TREES = 16  # that are found by a search
MAX_LIST = 64 << 10  # bytes of a list, of a command line
MAX_PAGING = 20_000  # nodes that tell page tables
MAX_CPUS = 64  # whose registers are followed
MAX_HITS = 10_000  # of a pattern, right or not
MAX_CHAIN = 4096  # setup_data that follow each other
MAX_MISSING = 16  # tables whose absence is told
MIB, FOUR_GIB = 1 << 20, 1 << 32
WINDOW = 64 << 20  # bytes that are searched of each end of RAM
ROM = (0xE0000, 0x100000)
X86 = (3, 62)  # e_machine
LEADS = ("rsi", "rbx", "esi", "ebx", "x0")  # what the protocols have addresses in
PG = 1 << 31


def read(file: int, base: int | None, leads: Sequence[int]) -> Node:
    """Tell the memory in a file: a core's, or all bytes from an address on. `leads` are addresses
    at which the guest was given something.

    - raises Unreadable: the file is empty, or reaches beyond what addresses there are
    """
    root, source, size = Node("memory"), Input(b""), os.fstat(file).st_size
    head = os.pread(file, 64, 0)
    try:
        core = Core(file, source, root) if is_core(head) else None
        if core is None:
            if base is None or not 0 < size <= END - base:
                raise Unreadable(f"has {size} bytes: must have at least 1, and from {base or 0:#x} "
                                 "on end within 52 bits of address")
            memory = Memory([(base, size, file, 0)])
            node = source.node(root, "memory range", base, size)
            source.node(node, "size", value=size)
        else:
            memory = Memory(core.runs)
        _tell(Guest(memory, source, root), root, core, leads)
    except Full:
        root.note("the answer ends here, it has too many parts")
    return root


def _tell(guest: Guest, root: Node, core: Core | None, leads: Sequence[int]) -> None:
    stretches = guest.memory.stretches()
    if stretches:
        root.offset, root.size = stretches[0][0], sum(stretches[-1]) - stretches[0][0]
    for at in leads:
        if not guest.lead(at):
            root.note(f"nothing that is known lies at {at:#x}")
    cpus = core.cpus[:MAX_CPUS] if core else []
    for cpu in cpus:
        guest.registers(cpu)
    guest.firmware(core is None or core.machine in X86)
    guest.search(stretches, core is None or core.machine not in X86)
    for cpu in cpus:
        guest.tables_of(cpu, core is not None and core.machine == X86[1])


class Guest:
    """A search, and what it finds."""

    __slots__ = ("memory", "_source", "_root", "_left", "_seen", "_kinds")

    def __init__(self, memory: Memory, source: Input, root: Node) -> None:
        self.memory = memory
        self._source, self._root = source, root
        self._left = MAX_BYTES
        self._seen: set[tuple[str, int]] = set()
        self._kinds: tuple[tuple[int, bytes, Callable[[int], object]], ...] = (
            (0, TREE, self._tree), (0, b"RSD PTR ", self._rsdp), (0, b"_SM", self._smbios),
            (0, b"_MP_", self._mp), (0, x86.START_INFO_MAGIC, self._start_info),
            (0, b"IBI SYST", self._efi), (0x202, b"HdrS", self._zero_page))

    # ---- where things are

    def lead(self, at: int) -> bool:
        """Tell what lies at an address, if that is known by its content."""
        for offset, magic, reader in self._kinds:
            if at < END and self.memory.read(at + offset, len(magic)) == magic:
                reader(at)
                return True
        version = multiboot.version_of(self.memory.read, at) if at < END else 0
        if version:
            self._multiboot(at, version)
        return bool(version)

    def registers(self, cpu: Node) -> None:
        """Follow the registers of a CPU that has not begun to run."""
        for state in cpu.children:
            magic, info = (state.number(wide) or state.number(name) for wide, name in (
                ("rax", "eax"), ("rbx", "ebx")))
            if magic in multiboot.MAGIC:
                self._multiboot(info, multiboot.MAGIC[magic])
            for register in state.children:
                if register.name in LEADS and isinstance(register.value, int) and register.value:
                    self.lead(register.value)

    def firmware(self, x86_: bool) -> None:
        """Look where a BIOS leaves tables, and its guests look for them."""
        ebda = int.from_bytes(self.memory.read(0x40E, 2), "little") << 4
        low = [(ebda, ebda + 1024)] if 0x400 <= ebda < 0xA0000 else []
        for place, step, pattern, size, reader in (
                ([*low, ROM], 16, b"RSD PTR ", 20, self._rsdp),
                ([(0xF0000, MIB)], 16, b"_SM3_", 24, self._smbios),
                ([(0xF0000, MIB)], 16, b"_SM_", 31, self._smbios),
                ([*low, (0x9FC00, 0xA0000), (0xF0000, MIB)], 16, b"_MP_", 16, self._mp)):
            for at in self._found(pattern, step, self.memory.there(place)):
                data = self.memory.read(at, size)
                if len(data) == size and sum(data) & 255 == 0:
                    reader(at)
        if x86_ and multiboot.is_bda(self.memory.read(BDA_AT, BDA_SIZE)):
            part = self._part("BIOS data area", BDA_AT, BDA_SIZE)
            if part is not None:
                self._read(part, "the area", BDA_AT, BDA_SIZE, multiboot.bda)

    def search(self, stretches: list[tuple[int, int]], trees: bool) -> None:
        """Search the first MiB and both ends of RAM for what nothing leads to."""
        low = [stretch for stretch in stretches if stretch[0] < FOUR_GIB] or stretches[:1]
        start, size = max(low, key=lambda stretch: stretch[1], default=(0, 0))
        stop = start + size
        near = min(start + WINDOW, stop)
        places = self.memory.there([(0, MIB), (max(start, MIB), near),
                                    (max(near, stop - WINDOW), stop)])
        if trees and not self._has("device tree"):
            self._searched(places, "device trees, on 8-byte boundaries")
            self._search_trees(places)
        if not self._has("ACPI tables"):
            self._searched(places, "RSDP, on 16-byte boundaries")
            for at in self._found(b"RSD PTR ", 16, places):
                if sum(self.memory.read(at, 20)) & 255 == 0:
                    self._rsdp(at)

    def _search_trees(self, places: list[tuple[int, int]]) -> None:
        done = 0
        for at in self._found(TREE, 8, places):
            total, block, _, _, version, last = (
                int.from_bytes(self.memory.read(at + i, 4), "big") for i in (4, 8, 12, 16, 20, 24))
            if at >= done and 48 <= total <= MAX_TREE and 40 <= block < total and last <= version \
                    and 16 <= version < 32:
                self._tree(at)
                done = at + total
            if sum(child.name == "device tree" for child in self._root.children) == MAX_TREES:
                self._root.note(f"only {MAX_TREES} device trees are told")
                return

    def _found(self, pattern: bytes, step: int, places: list[tuple[int, int]]) -> Iterator[int]:
        return self.memory.search(pattern, step, places, MAX_HITS)

    def _searched(self, places: list[tuple[int, int]], what: str) -> None:
        node = self._source.node(self._root, "searched")
        node.meaning = what
        for start, stop in places:
            self._source.node(node, "place", start, stop - start)

    # ---- what is there

    def _has(self, name: str) -> bool:
        return self._root.find(name) is not None

    def _part(self, name: str, at: int, size: int) -> Node | None:
        """A new part of the answer, unless that is told already."""
        if (name, at) in self._seen:
            return None
        self._seen.add((name, at))
        return self._source.node(self._root, name, at, size)

    def _data(self, parent: Node, what: str, at: int, size: int) -> Input:
        """Bytes of memory, and a remark if they are not there."""
        if size > self._left:
            parent.note(f"{what} at {at:#x} is not told, there is too much of it")
            raise Full
        data = self.memory.read(at, size) if 0 <= at < END else b""
        self._left -= len(data)
        if len(data) < size:
            parent.note(f"{what} at {at:#x} has {size} bytes, {len(data)} are in this memory")
        return Input(data, self._source)

    def _read(self, parent: Node, what: str, at: int, size: int, reader: Reader) -> None:
        """Let a reader append what lies at an address."""
        source = self._data(parent, what, at, size)
        if source.data:
            first = len(parent.children)
            reader(source, parent)
            for child in parent.children[first:]:
                shift(child, at)

    def _number(self, at: int, size: int) -> int:
        return int.from_bytes(self.memory.read(at, size), "little")

    def _tree(self, at: int) -> None:
        size = int.from_bytes(self.memory.read(at + 4, 4), "big")
        part = self._part("device tree", at, size)
        if part is None:
            return
        self._read(part, "the tree", at, min(max(size, 40), MAX_TREE), read_tree)
        top = part.find("/")
        chosen = top and top.find("chosen")
        if chosen:
            table, start, length, step = (
                int.from_bytes(node.value, "big") if (node := chosen.find("linux,uefi-" + name))
                and isinstance(node.value, bytes) and len(node.value) <= 8 else 0
                for name in ("system-table", "mmap-start", "mmap-size", "mmap-desc-size"))
            self._efi(table)
            self._efi_map(start, length, step)

    def _rsdp(self, at: int) -> None:
        part = self._part("ACPI tables", at, 36) if at else None
        if part is None:
            return
        self._read(part, "the RSDP", at, 36 if self._number(at + 15, 1) >= 2 else 20,
                   lambda source, node: acpi.table(source, node, 0, len(source.data)))
        rsdp = part.find("RSDP")
        waiting = [rsdp.number("XsdtAddress"), rsdp.number("RsdtAddress")] if rsdp else []
        done, missing = {0}, 0
        for address in waiting:  # which grows meanwhile
            if address in done:
                continue
            done.add(address)
            size = self._number(address + 4, 4)
            if not acpi.is_signature(self.memory.read(address, 4)) or size < acpi.HEADER_SIZE:
                missing += 1
                if missing <= MAX_MISSING:
                    part.note(f"there is no table at {address:#x}")
                continue
            first = len(part.children)
            self._read(part, "a table", address, size,
                       lambda source, node: acpi.table(source, node, 0, len(source.data)))
            for table in part.children[first:]:
                waiting += [child.value for child in table.children
                            if isinstance(child.value, int) and child.name in (
                                "Entry", "X_DSDT", "DSDT", "X_FIRMWARE_CTRL", "FIRMWARE_CTRL")]

    def _smbios(self, at: int) -> None:
        new = self.memory.read(at, 5) == b"_SM3_"
        part = self._part("SMBIOS", at, 24 if new else 31) if at else None
        if part is None:
            return
        self._read(part, "the entry point", at, 24 if new else 31, smbios.read)
        size, table = (self._number(at + 12, 4), self._number(at + 16, 8)) if new else \
            (self._number(at + 22, 2), self._number(at + 24, 4))
        self._read(part, "the structure table", table, min(size, MIB),
                   lambda source, node: smbios.structures(source, node, 0, len(source.data)))

    def _mp(self, at: int) -> None:
        part = self._part("MP table", at, 16)
        if part is None:
            return
        self._read(part, "the pointer", at, 16, x86.mp_table)
        table = self._number(at + 4, 4)
        if self.memory.read(table, 4) == b"PCMP":
            self._read(part, "the table", table, max(self._number(table + 4, 2), 44), x86.mp_table)
        elif table:
            part.note(f"there is no table at {table:#x}")

    def _zero_page(self, at: int) -> None:
        part = self._part("zero page", at, x86.PAGE)
        if part is None:
            return
        self._read(part, "the page", at, x86.PAGE, x86.zero_page)
        self._cmdline(self._number(at + 0x228, 4) | self._number(at + 0xC8, 4) << 32)
        self._setup_data(self._number(at + 0x250, 8))
        self._rsdp(self._number(at + 0x70, 8))
        if self.memory.read(at + 0x1C0, 2) == b"EL":
            self._efi(self._number(at + 0x1C4, 4) | self._number(at + 0x1D8, 4) << 32)
            self._efi_map(self._number(at + 0x1D0, 4) | self._number(at + 0x1DC, 4) << 32,
                          self._number(at + 0x1D4, 4), self._number(at + 0x1C8, 4))

    def _setup_data(self, at: int) -> None:
        part = self._part("setup data", at, 0) if at else None
        told: set[int] = set()
        while part is not None and at and at not in told:
            told.add(at)
            if len(told) > MAX_CHAIN:
                part.note(f"only {MAX_CHAIN} of its nodes are told")
                return
            here, size = at, 16 + self._number(at + 12, 4)
            if size > MAX_LIST:
                part.note(f"only {MAX_LIST} bytes of the node at {at:#x} are told")
            self._read(part, "a node", at, min(size, MAX_LIST),
                       lambda source, node: x86.setup_data(source, node, here))
            at = self._number(at, 8)

    def _cmdline(self, at: int) -> None:
        text = self.memory.read(at, MAX_LIST).split(b"\0", 1)[0] if at else b""
        part = self._part("command line", at, len(text)) if text else None
        if part is not None:
            self._source.node(part, "command line", at, len(text), text.decode("latin1"))

    def _start_info(self, at: int) -> None:
        part = self._part("PVH start info", at, 56)
        if part is None:
            return
        self._read(part, "the structure", at, 56 if self._number(at + 4, 4) else 40,
                   x86.start_info)
        info = part.find("hvm_start_info")
        if info is None:
            return
        for pointer, count, name, rows, key in x86.START_INFO_LISTS:
            address, size = info.number(pointer), info.number(count) * (rows[-1][0] + rows[-1][1])
            field = info.find(pointer)
            if size and field is not None:
                def told(source: Input, node: Node, of: tuple[object, ...] = (
                        pointer, count, name, rows, key), base: int = address) -> None:
                    x86.list_of(source, node, base, *of)  # type: ignore[arg-type]
                self._read(info, "a list", address, min(size, MAX_LIST), told)
        for entry in info.children:
            at = entry.number("cmdline_paddr") if entry.name == "hvm_modlist_entry" else 0
            if at:
                text = self.memory.read(at, x86.MAX_TEXT).split(b"\0", 1)[0]
                self._source.node(entry, "command line", at, len(text) + 1, text.decode("latin1"))
        self._cmdline(info.number("cmdline_paddr"))
        self._rsdp(info.number("rsdp_paddr"))

    def _multiboot(self, at: int, version: int) -> None:
        part = self._part("Multiboot information", at, 0)
        if part is None:
            return
        multiboot.read(self._source, part, at, version, self._bounded)
        for tag in [tag for info in part.children for tag in info.children]:
            copy = tag.find("RSDP")
            if copy is not None and copy.offset is not None:
                self._rsdp(copy.offset)

    def _bounded(self, at: int, size: int) -> bytes:
        """Bytes of memory, of which there may be too many."""
        data = self.memory.read(at, size) if 0 <= at < END else b""
        self._left -= len(data)
        if self._left < 0:
            raise Full
        return data

    def _efi(self, at: int) -> None:
        part = self._part("EFI system table", at, 120) if at else None
        if part is None:
            return
        self._read(part, "the table", at, 120, efi.system_table)
        table = part.find("EFI_SYSTEM_TABLE")
        if table is None:
            return
        name = table.number("FirmwareVendor")
        self._read(table, "the vendor", name, len(self.memory.read(name, 256)),
                   lambda source, node: efi.vendor(source, node, 0))
        first, size = len(table.children), 24 * table.number("NumberOfTableEntries")
        self._read(table, "the array", table.number("ConfigurationTable"), min(size, MAX_LIST),
                   lambda source, node: array(
                       source, node, 0, len(source.data), CONFIGURATION_TABLE,
                       "EFI_CONFIGURATION_TABLE", section="UEFI 4.6"))
        for entry in table.children[first:]:
            efi.named(entry)
            address = entry.number("VendorTable")
            if entry.key in ("runtime properties", "Linux random seed"):
                size = 8 if entry.key[0] == "r" else 4 + min(self._number(address, 4),
                                                            efi.MAX_SEED)
                self._read(entry, "its table", address, size,
                           lambda source, node: efi.pointed(source, node, node.number(
                               "VendorTable")))
            elif address and "memory" not in entry.key:
                self.lead(address)

    def _efi_map(self, at: int, size: int, step: int) -> None:
        part = self._part("EFI memory map", at, size) if at and step >= 40 else None
        if part is not None:
            self._read(part, "the map", at, min(size, MAX_LIST),
                       lambda source, node: efi.memory_map(source, node, step))

    # ---- what system registers lead to

    def tables_of(self, cpu: Node, long_mode: bool) -> None:
        """Tell the GDT and the page tables of a CPU, as QEMU's note has their addresses."""
        state = cpu.find("QEMUCPUState")
        gdt = state and state.find("gdt")
        if state is None or gdt is None:
            return
        base = gdt.number("base")
        part = self._part("GDT", base, gdt.number("limit") + 1) if base else None
        if part is not None:
            self._read(part, "the GDT", base, min(gdt.number("limit") + 1, 1 << 16), x86.gdt)
        if not state.number("cr0") & PG:
            return
        cr4 = state.number("cr4")  # without PAE no CPU is in long mode
        mode = paging.mode_of(cr4, long_mode and bool(cr4 & paging.PAE))
        root = state.number("cr3") & mode.root
        part = self._part("page tables", root, mode.width << mode.levels[-1].bits)
        if part is not None:
            self._paging(part, root, mode)

    def _paging(self, part: Node, root: int, mode: paging.Mode) -> None:
        few = Input(b"")
        few.left = [min(MAX_PAGING, self._source.left[0])]
        before = few.left[0]
        try:
            paging.Walk(few, self.memory.read, 0, mode).root(part, root)
        except Full:
            part.note(f"only the first {MAX_PAGING} parts are told")
        self._source.take(min(before, before - few.left[0]))
