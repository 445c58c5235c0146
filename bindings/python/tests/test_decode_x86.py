# SPDX-License-Identifier: BSD-2-Clause
"""The zero page, judged by the kernel's own header; it, PVH's start info, EFI's tables, the MP
table and page tables by what they were made from."""
from __future__ import annotations

import os
import pathlib
import subprocess
import zlib

import pytest
from aetherboot import (EfiTables, MemType, Memmap, MiB, Ram, SetupData, X86Mode, X86Module,
                        X86Paging, X86StartInfo, X86ZeroPage, efi_memory_map, efi_system_table,
                        memmap_entries, x86_gdt, x86_mp_pointer, x86_mp_table, x86_page_tables,
                        x86_setup_data, x86_start_info, x86_zero_page)
from aetherboot.decode import Node, efi, efi_fields, paging, smbios_fields, x86, x86_fields
from aetherboot.decode.compare import changes
from aetherboot.decode.kinds import told
from aetherboot.decode.node import Input
from conftest import golden
from hypothesis import given
from hypothesis import strategies as st
from test_decode_acpi import everything

U32, U64 = st.integers(0, (1 << 32) - 1), st.integers(0, (1 << 64) - 1)
MAP = Memmap(ram=[Ram(size=64 * MiB), Ram(base=1 << 32, size=MiB)])
E820 = {MemType.RAM: 1, MemType.RESERVED: 2, MemType.ACPI: 3, MemType.NVS: 4}

C = """
#include <stddef.h>
#include <stdio.h>
#include <linux/screen_info.h>
#include <asm/bootparam.h>
#define ROW(type, name) printf(#type " " #name " %zu %zu\\n", offsetof(struct type, name), \\
                               sizeof(((struct type *)0)->name))
#define BIT(name) printf("bit " #name " %d 0\\n", name)
int main(void) { ROWS return 0; }
"""
STRUCTS = (
    ("boot_params", x86_fields.ZERO_PAGE + x86_fields.ZERO_PAGE_REST + x86_fields.ZERO_PAGE_END,
     0), ("setup_header", x86_fields.SETUP_HEADER, 0x1f1),
    ("screen_info", x86_fields.SCREEN_INFO, 0), ("efi_info", x86_fields.EFI_INFO, 0),
    ("boot_e820_entry", x86_fields.E820_ENTRY, 0))


def bit_names() -> dict[str, int]:
    return {bit[2]: 1 << bit[0] for row in x86_fields.SETUP_HEADER
            if row[3] in ("loadflags", "xloadflags") for bit in row[4]}


def test_header_of_the_kernel(tmp_path: pathlib.Path) -> None:
    """Each field of the rows has the offset and the width that C has, and no field is left out."""
    rows = [f"ROW({struct}, {name});" for struct, fields, _ in STRUCTS
            for _, _, _, name, _ in fields] + [f"BIT({name});" for name in bit_names()]
    rows += ["ROW(boot_params, hdr);", "ROW(boot_params, e820_table);"]
    (tmp_path / "rows.c").write_text(C.replace("ROWS", "\n".join(rows)))
    subprocess.run([os.environ.get("CC", "cc"), "-o", "rows", "rows.c"], cwd=tmp_path, check=True,
                   timeout=60)
    lines = subprocess.run(["./rows"], cwd=tmp_path, check=True, timeout=60, capture_output=True,
                           text=True).stdout.split("\n")
    theirs = {tuple(line.split()[:2]): tuple(map(int, line.split()[2:])) for line in lines if line}
    for struct, fields, base in STRUCTS:
        at = fields[0][0]
        for offset, width, _, name, _ in fields:
            assert theirs[struct, name] == (offset - base, width), name
            if struct == "boot_params" and at in (0x1f1, 0x2d0):
                at = offset  # the header and the map, which are read apart
            assert offset == at, name
            at += width
    assert theirs["boot_params", "hdr"][0] == 0x1f1
    assert theirs["boot_params", "e820_table"] == (x86_fields.E820_AT, 20 * x86_fields.E820_MAX)
    for name, value in bit_names().items():
        assert theirs["bit", name][0] == value, name


def decoded(data: bytes, kind: str) -> Node:
    root = told(Input(data))
    assert root is not None and root.name == kind
    assert not [node.label for node in everything(root) if node.remark]
    return root


@given(st.fixed_dictionaries({"cmdline": U32, "initrd": U64, "setup_data": U64, "rsdp": U64,
                              "initrd_size": U64}))
def test_zero_page(given_: dict[str, int]) -> None:
    page, = decoded(x86_zero_page(X86ZeroPage(map=MAP, **given_)), "zero page").children
    header = page.find("setup_header")
    assert header is not None
    assert header.number("cmd_line_ptr") == given_["cmdline"]
    assert header.number("setup_data") == given_["setup_data"]
    assert page.number("acpi_rsdp_addr") == given_["rsdp"]
    if given_["initrd_size"]:
        assert header.number("ramdisk_image") | page.number("ext_ramdisk_image") << 32 == \
            given_["initrd"]
        assert header.number("ramdisk_size") | page.number("ext_ramdisk_size") << 32 == \
            given_["initrd_size"]
    entries = [node for node in page.children if node.name == "e820_entry"]
    assert len(entries) == page.number("e820_entries")
    assert [(e.number("addr"), e.number("size"), e.number("type")) for e in entries] == \
        [(e.base, e.size, E820[MemType(e.type)]) for e in memmap_entries(MAP)]


def test_zero_page_diff() -> None:
    """Entries of E820 are matched by their addresses."""
    other = Memmap(ram=[Ram(size=32 * MiB), Ram(base=40 * MiB, size=8 * MiB),
                        Ram(base=1 << 32, size=MiB)])
    first, second = (decoded(x86_zero_page(X86ZeroPage(map=map_)), "zero page")
                     for map_ in (MAP, other))
    assert [str(change) for change in changes(first, second)] == [
        "boot_params / e820_entries: 2 -> 3",
        "boot_params / e820_entry [addr 0] / size: 0x4000000 -> 0x2000000",
        "boot_params / e820_entry [addr 0x2800000]: only in the second"]


@given(U64, U64, st.lists(st.tuples(st.integers(0, 1 << 40), st.integers(0, 1 << 30)),
                          max_size=3))
def test_start_info(cmdline: int, rsdp: int, modules: list[tuple[int, int]]) -> None:
    base = 0x9000
    data = x86_start_info(X86StartInfo(
        map=MAP, cmdline=cmdline, rsdp=rsdp,
        modules=[X86Module(base=at, size=size) for at, size in modules]), base)
    assert told(Input(data)).name == "PVH start info"  # type: ignore[union-attr]
    root = Node("PVH start info")
    x86.start_info(Input(data), root, base)
    info = root.children[0]
    assert (info.number("cmdline_paddr"), info.number("rsdp_paddr")) == (cmdline, rsdp)
    assert [(n.number("paddr"), n.number("size")) for n in info.children
            if n.name == "hvm_modlist_entry"] == modules
    assert [(n.number("addr"), n.number("size"), n.number("type")) for n in info.children
            if n.name == "hvm_memmap_table_entry"] == \
        [(e.base, e.size, E820[MemType(e.type)]) for e in memmap_entries(MAP)]
    assert not [n for n in everything(root) if n.remark or n.name == "bytes not described"]


@pytest.mark.parametrize("name", ["minimal", "pc", "ports"])
def test_mp_table(name: str) -> None:
    machine = golden()[name][0]
    table = x86_mp_table(machine, 0x9fc10)
    root = decoded(x86_mp_pointer(0x9fc10) + table, "MP table")
    pointer, config = root.children
    assert pointer.number("PHYSICAL ADDRESS POINTER") == 0x9fc10
    cpus = [n for n in config.children if n.name == "Processor"]
    assert [n.number("LOCAL APIC ID") for n in cpus] == list(range(machine.n_cpus))
    parts = [n for n in config.children if n.find("ENTRY TYPE")]
    assert len(parts) == config.number("ENTRY COUNT")
    assert sum(n.size or 0 for n in parts) == config.number("BASE TABLE LENGTH") - 44
    bad = bytearray(table)
    bad[60] ^= 1
    wrong = told(Input(bytes(bad)))
    assert wrong and [n.name for n in everything(wrong) if n.remark] == ["CHECKSUM"]


@pytest.mark.parametrize("levels, huge, limit", [(4, False, 5 << 30), (4, True, 1 << 40),
                                                 (5, False, 1 << 30), (5, True, 1 << 33)])
def test_page_tables(levels: int, huge: bool, limit: int) -> None:
    base, size = 0x3000, 1 << 30 if huge else 2 << 20
    data = x86_page_tables(X86Paging(levels=levels, huge=huge, limit=limit), base)
    root = Node("page tables")
    paging.page_tables(Input(data), root, base, cr4=0x20 | (levels == 5) << 12)
    pages = [n for n in everything(root) if " page at " in n.meaning]
    for number, page in enumerate(pages):
        at = number * size
        assert page.key == hex(at) and f" page at {at:#x}, writable" in page.meaning
    assert len(pages) * size == limit and "1 GiB" in pages[0].meaning or not huge
    tables = [n for n in everything(root) if n.section]
    assert sum(n.size or 0 for n in tables) == len(data)
    assert not [n for n in everything(root) if n.remark]


def test_setup_data() -> None:
    base, ext = 0x5000, Memmap(ram=[Ram(base=i << 24, size=MiB) for i in range(131)])
    data = x86_setup_data([SetupData(type=5, bytes=b"apple")], bytes(32), ext, base)
    root = Node("setup data")
    x86.setup_data(Input(data), root, base)
    told_ = {node.key: node for node in root.children if node.name == "setup_data"}
    assert set(told_) == {"SETUP_APPLE_PROPERTIES", "SETUP_RNG_SEED", "SETUP_E820_EXT"}
    assert told_["SETUP_APPLE_PROPERTIES"].find("data").value == b"apple"  # type: ignore
    assert [n.number("addr") for n in told_["SETUP_E820_EXT"].children if n.name == "e820_entry"] \
        == [i << 24 for i in (128, 129, 130)]
    assert not [n for n in everything(root) if n.remark or n.name == "bytes not described"]
    loop = Node("")
    x86.setup_data(Input(base.to_bytes(8, "little") + bytes(4) + b"\xff\0\0\0"), loop, base)
    assert [n.remark for n in loop.children] == ["has 255 bytes, 0 remain"]
    assert loop.remark == "the setup_data at 0x0 is told already"


def test_gdt() -> None:
    root = Node("GDT")
    x86.gdt(Input(x86_gdt(X86Mode.MODE_64)), root)
    code = next(n for n in root.children if n.number("S") and n.number("type") & 8)
    assert code.key == "selector 0x10" and code.number("L") == code.number("P") == 1
    assert code.number("D/B") == 0 and code.number("segment limit [19:16]") == 0xf


def test_page_tables_that_end_nowhere() -> None:
    """A table that points to itself, and one that is elsewhere."""
    data = (0x3000 | 1).to_bytes(8, "little") + (0x9000 | 1).to_bytes(8, "little") + bytes(4080)
    root = Node("page tables")
    paging.page_tables(Input(data), root, 0x3000)
    first, second = root.children[0].children
    assert not first.children and first.meaning.startswith("page-directory-pointer table at 0x3000")
    assert "outside of this input" in second.remark


def test_efi_system_table() -> None:
    base = 0x7f000000
    data = efi_system_table(EfiTables(rsdp=0x123000, smbios3=0x456000, rng_seed=bytes(32),
                                      firmware_vendor="ACME", firmware_revision=7), base)
    assert told(Input(data)).name == "EFI system table"  # type: ignore[union-attr]
    root = Node("EFI system table")
    efi.system_table(Input(data), root, base)
    table = root.children[0]
    assert table.find("vendor").value == "ACME"  # type: ignore[union-attr]
    assert table.number("FirmwareRevision") == 7
    tables = {n.key: n.number("VendorTable") for n in table.children
              if n.name == "EFI_CONFIGURATION_TABLE"}
    assert tables["ACPI 2.0 RSDP"] == 0x123000 and tables["SMBIOS 3"] == 0x456000
    assert {"Linux random seed", "Linux memory reservations"} <= tables.keys()
    crc = zlib.crc32(data[:16] + bytes(4) + data[20:table.number("HeaderSize")])
    assert table.number("CRC32") == crc and not [n for n in everything(root) if n.remark]
    bad = Node("")
    efi.system_table(Input(data[:16] + b"\0\0\0\0" + data[20:]), bad)
    assert [n.remark for n in everything(bad) if n.remark] == [f"must be {crc:#x}"]


def test_efi_memory_map() -> None:
    root = Node("EFI memory map")
    efi.memory_map(Input(efi_memory_map(MAP)), root)
    told_ = [(n.number("PhysicalStart"), n.number("NumberOfPages") * 4096) for n in root.children]
    assert told_ == [(e.base, e.size) for e in memmap_entries(MAP)]
    assert {n.find("Type").meaning for n in root.children} == {  # type: ignore[union-attr]
        "EfiConventionalMemory"}


GAPLESS = {
    "start info": x86_fields.START_INFO + x86_fields.START_INFO_1, "module": x86_fields.MODULE,
    "PVH memory": x86_fields.PVH_MEMORY, "MP pointer": x86_fields.MP_POINTER,
    "MP header": x86_fields.MP_HEADER, "system table": efi_fields.SYSTEM_TABLE,
    "configuration table": efi_fields.CONFIGURATION_TABLE,
    "memory descriptor": efi_fields.MEMORY_DESCRIPTOR,
    "SMBIOS 3": smbios_fields.ENTRY3, "SMBIOS 2": smbios_fields.ENTRY2,
    "SMBIOS header": smbios_fields.HEADER, "runtime": efi_fields.RUNTIME_PROPERTIES} | {
    f"MP entry {kind}": ((0, 1, "n", "ENTRY TYPE", ""), *row[3])
    for kind, row in x86_fields.MP_ENTRIES.items()} | {
    f"SMBIOS {kind}": (*smbios_fields.HEADER, *row[2])
    for kind, row in smbios_fields.TYPES.items()}


@pytest.mark.parametrize("name", GAPLESS)
def test_rows_without_gaps(name: str) -> None:
    """These structures have no holes: each field begins where the one before ends."""
    at = 0
    for offset, width, _, field, meaning in GAPLESS[name]:
        assert offset == at and width > 0, field
        at += width
        if isinstance(meaning, tuple):
            bit = 0
            for low, count, *_ in meaning:
                assert bit <= low and low + count <= 8 * width, field
                bit = low + count
    for kind, row in x86_fields.MP_ENTRIES.items():
        last = row[3][-1]
        assert row[0] == last[0] + last[1], kind


def test_a_start_info_that_ends_before_its_pointers() -> None:
    """It counts a module, and has no place for the address of the list."""
    for size in range(41):
        root = Node("input")
        x86.start_info(Input(b"\x78\xc5\x6e\x33\1\0\0\0\0\0\0\0\1".ljust(40, b"\0")[:size]),
                       root, 0x1000)
        assert root.children
