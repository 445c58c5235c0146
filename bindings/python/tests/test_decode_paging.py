# SPDX-License-Identifier: BSD-2-Clause
"""Page tables of each mode: entries by hand from the figures and tables of SDM volume 3A,
chapter 4."""
from __future__ import annotations

import pathlib
import struct

import pytest
from aetherboot.decode import Node, paging, read
from aetherboot.decode.node import Input
from building import Region, folder
from checking import ids, report
from test_decode_acpi import everything
from test_decode_memory import core, note

BASE = 0x1000
PSE, PAE, LA57 = 1 << 4, 1 << 5, 1 << 12  # SDM 2.5, Control Registers: CR4
PG, LMA = 1 << 31, 1 << 10  # CR0 and, in 2.2.1, IA32_EFER

Entries = dict[int, int]
Told = list[tuple[str, str, str]]


def table(width: int, size: int, entries: Entries) -> bytes:
    data = bytearray(size)
    for index, value in entries.items():
        data[width * index:width * index + width] = value.to_bytes(width, "little")
    return bytes(data)


def rows(top: Node) -> Told:
    """Table, linear address and meaning of each entry."""
    return [(one.name, entry.key, entry.meaning) for one in everything(top)
            for entry in one.children if entry.name == "entry"]


# 4.3: directory at 0x1000, table at 0x2000. A PDE of a 4-MByte page (table 4-4) has bits 39:32 of
# the address in 20:13, so 0x0080A183 is the page at 0x5_0080_0000 with P, R/W, PS and G
DIRECTORY = {0: 0x2027, 1: 0x0080A183, 2: 0x00E00083, 3: 0x2006, 0x3FF: 0x00400081}
PAGES = {2: 0x12345067, 0x3FF: 0x00000019}
M32 = table(4, 4096, DIRECTORY) + table(4, 4096, PAGES)
PSE_ON: Told = [
    ("page directory", "0x0", "page table at 0x2000, writable, user, accessed"),
    ("page directory", "0x400000", "4 MiB page at 0x500800000, writable, global"),
    ("page directory", "0x800000", "4 MiB page at 0xc00000, writable, reserved bits 0x200000"),
    ("page directory", "0xc00000", "not present"),
    ("page directory", "0xffc00000", "4 MiB page at 0x400000"),
    ("page table", "0x2000", "4 KiB page at 0x12345000, writable, user, accessed, dirty"),
    ("page table", "0x3ff000", "4 KiB page at 0x0, write-through, uncached")]

# 4.4: CR3 31:5 is where four PDPTEs lie; of them bits 2:1 and 8:5 are reserved (table 4-8), of
# 2-MByte pages 20:13 (table 4-9), of all entries 62:52 at the least
POINTERS = struct.pack("<4Q", 0x2001, 0x9002, 0x3019, 0x4001 | 1 << 1 | 1 << 7 | 1 << 8)
MPAE = table(8, 32, {0: 1 << 40}) + POINTERS + bytes(4096 - 64) + table(8, 4096, {
    0: 0x5003, 1: 0xAB_CDE0_0083 | 1 << 63, 511: 0x400083 | 1 << 13}) + table(8, 4096, {
        0: 0x6003 | 1 << 52}) + table(8, 4096, {511: 0x7003}) + table(8, 4096, {
            1: 0x1234_5678_9003}) + bytes(4096) + table(8, 4096, {511: 0xFFF003 | 1 << 52})
PAE_ON: Told = [
    ("page-directory-pointer table", "0x0", "page directory at 0x2000"),
    ("page-directory-pointer table", "0x40000000", "not present"),
    ("page-directory-pointer table", "0x80000000",
     "page directory at 0x3000, write-through, uncached"),
    ("page-directory-pointer table", "0xc0000000", "page directory at 0x4000, reserved bits 0x182"),
    ("page directory", "0x0", "page table at 0x5000, writable"),
    ("page directory", "0x200000", "2 MiB page at 0xabcde00000, writable, no execute"),
    ("page directory", "0x3fe00000",
     "2 MiB page at 0x400000, writable, reserved bits 0x2000"),
    ("page table", "0x1000", "4 KiB page at 0x123456789000, writable"),
    ("page directory", "0x80000000",
     "page table at 0x6000, writable, reserved bits 0x10000000000000"),
    ("page directory", "0xffe00000", "page table at 0x7000, writable"),
    ("page table", "0xfffff000",
     "4 KiB page at 0xfff000, writable, reserved bits 0x10000000000000")]

# 4.5: bit 7 is reserved in a PML4E, 29:13 in a page of 1 GByte; 62:52 are ignored, and addresses
# are canonical
MLONG = table(8, 4096, {256: 0x2003 | 1 << 7 | 1 << 52}) + table(8, 4096, {
    0: 0x4000_1083, 511: 0xC000_2083})
LONG_ON: Told = [
    ("PML4", "0xffff800000000000",
     "page-directory-pointer table at 0x2000, writable, reserved bits 0x80"),
    ("page-directory-pointer table", "0xffff800000000000", "1 GiB page at 0x40000000, writable"),
    ("page-directory-pointer table", "0xffff807fc0000000",
     "1 GiB page at 0xc0000000, writable, reserved bits 0x2000")]

FORMS = {  # memory from BASE on, CR3, CR4, whether IA32_EFER.LMA is set, e_machine, and the answer
    "32-bit": (M32, 0x1FFF, PSE, 0, 3, PSE_ON),
    "PAE": (MPAE, 0x103F, PAE | PSE, 0, 3, PAE_ON),
    "4-level": (MLONG, 0x1000, PAE, 1, 62, LONG_ON)}


@pytest.mark.parametrize("name", FORMS)
def test_entries(name: str) -> None:
    data, cr3, cr4, long, _, answer = FORMS[name]
    top = Node("page tables")
    paging.page_tables(Input(data), top, BASE, cr3, cr4, long)
    assert sorted(rows(top)) == sorted(answer)
    assert not [one.remark for one in everything(top) if one.remark]
    for one in everything(top):
        if isinstance(one.value, int):
            assert one.offset is not None and one.size == (4 if name == "32-bit" else 8)
            assert int.from_bytes(data[one.offset:one.offset + one.size], "little") == one.value
    rest = [(one.offset, one.size) for one in top.children if one.name == "bytes not described"]
    assert rest == ([(0, 32)] if name == "PAE" else [])


def test_without_pse() -> None:
    """Bit 7 of a PDE is ignored (table 4-5), so all present ones lead to tables."""
    top = Node("page tables")
    paging.page_tables(Input(table(4, 4096, {0: 0x2083}) + table(4, 4096, {1: 0x5001})), top, BASE,
                       BASE, 0, 0)
    assert rows(top) == [("page directory", "0x0", "page table at 0x2000, writable"),
                         ("page table", "0x1000", "4 KiB page at 0x5000")]


@pytest.mark.parametrize("cr4, long, size, root, levels", [
    (0, False, 4, 0xFFFFF000, 2), (PSE, False, 4, 0xFFFFF000, 2), (PAE, False, 8, 0xFFFFFFE0, 3),
    (PAE | PSE | LA57, False, 8, 0xFFFFFFE0, 3), (PAE, True, 8, 0xFFFFFFFFFF000, 4),
    (PAE | LA57, True, 8, 0xFFFFFFFFFF000, 5)])
def test_modes(cr4: int, long: bool, size: int, root: int, levels: int) -> None:
    """SDM 4.1.1; what CR3 has, tables 4-3, 4-7 and 4-12."""
    mode = paging.mode_of(cr4, long)
    assert (mode.width, mode.root, len(mode.levels)) == (size, root, levels)
    top = mode.levels[-1]
    assert top.shift + top.bits == {2: 32, 3: 32, 4: 48, 5: 57}[levels]


@pytest.mark.parametrize("name", FORMS)
def test_core(name: str, tmp_path: pathlib.Path) -> None:
    """QEMU's note of a CPU leads to them."""
    data, cr3, cr4, _, machine, answer = FORMS[name]
    state = struct.pack("<II", 1, 440) + bytes(384) + struct.pack(
        "<6Q", PG | 1, 0, 0, cr3, cr4, 0)
    notes = note(b"CORE", 1, bytes(336)) + note(b"QEMU", 0, state)
    part = read(str(core(tmp_path / "core", [(BASE, data)], machine, notes))).find("page tables")
    assert part is not None and part.offset == cr3 & (0xFFFFFFE0 if name == "PAE" else 0xFFFFF000)
    assert part.size == (32 if name == "PAE" else 4096)
    assert sorted(rows(part)) == sorted(answer)
    off = note(b"CORE", 1, bytes(336)) + note(b"QEMU", 0, state.replace(
        struct.pack("<Q", PG | 1), struct.pack("<Q", 1)))
    assert read(str(core(tmp_path / "off", [(BASE, data)], machine, off))).find(
        "page tables") is None


@pytest.mark.parametrize("name", FORMS)
def test_folder(name: str, tmp_path: pathlib.Path) -> None:
    """The manifest's registers tell the mode, and the rules judge by it: reserved bits and absent
    entries with content are theirs, large pages of another mode are not."""
    data, cr3, cr4, long, _, answer = FORMS[name]
    files = folder([Region("page-tables", BASE, data)], registers={
        "cr0": PG | 1, "cr3": cr3, "cr4": cr4, "efer": LMA * long})
    found = report(files, tmp_path)
    assert sorted(rows(read(str(tmp_path / "g")))) == sorted(answer)
    assert "paging.reserved" in ids(found)
    texts = [one.finding.text for one in found.found if one.rule.id == "paging.reserved"]
    assert len(texts) == sum("reserved bits" in text or text == "not present"
                             for *_, text in answer)
    assert not ids(found) & {"paging.table", "paging.shared"}


def test_bounds_of_a_walk() -> None:
    """A directory whose entries all lead to itself, and one that is not there."""
    top = Node("page tables")
    paging.page_tables(Input(table(4, 4096, {0: 0x1001, 1: 0x1001, 2: 0x9001})), top, BASE, BASE,
                       0, 0)
    directory = top.children[0]
    assert not directory.children[0].children and not directory.children[1].children
    assert "page table at 0x9000 is outside" in directory.children[2].remark
