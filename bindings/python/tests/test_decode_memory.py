# SPDX-License-Identifier: BSD-2-Clause
"""A guest's memory. The judges are QEMU, whose cores have what was built, and readelf."""
from __future__ import annotations

import json
import os
import pathlib
import re
import struct
import subprocess
import sys
from collections.abc import Iterable

import pytest
from aetherboot import Plan, RegionKind, plan, tool
from aetherboot.decode import Node, guest, read
from aetherboot.decode.compare import changes
from aetherboot.decode.core import Core
from aetherboot.decode.kinds import MAX_FILE
from aetherboot.decode.memory import END, Memory
from aetherboot.decode.node import Input
from aetherboot.tool import qemu_arm64
from aetherboot.tool.machinefile import load
from conftest import golden
from hypothesis import given
from hypothesis import strategies as st
from qemu_stopped import Stopped
from test_build import VIRT
from test_decode_acpi import everything, golden_tables, summed
from test_decode_build import told as folder_of
from test_decode_hostile import arm64_image, judge
from test_inspect import SCHEMA, faults
from test_qemu_x86 import NAMES, STARTS, make, payload

PARTS = {"rsdp": "ACPI tables", "acpi": "ACPI tables", "facs": "ACPI tables", "dtb": "device tree",
         "efi": "EFI system table", "efi-map": "EFI memory map", "zero-page": "zero page",
         "start-info": "PVH start info", "gdt": "GDT", "page-tables": "page tables",
         "setup-data": "setup data", "cmdline": "command line", "smbios": "SMBIOS",
         "bda": "BIOS data area", "multiboot-info": "Multiboot information"}


def core(path: pathlib.Path, runs: Iterable[tuple[int, bytes | int]], machine: int = 62,
         notes: bytes = b"", order: str = "<", wide: bool = True, many: bool = False,
         ) -> pathlib.Path:
    """A core of runs of memory: bytes, or so many zeros that are a hole."""
    runs = list(runs)
    many = many or len(runs) > 60_000
    at = 128 + 56 * (len(runs) + 1) + len(notes)
    head = struct.pack(order + ("16sHHIQQQIHHHHHH" if wide else "16sHHIIIIIHHHHHH"), b"\x7fELF"
                       + bytes([1 + wide, 1 + (order == ">")]), 4, machine, 1, 0, 128, 64, 0, 64,
                       56 if wide else 32, 0xFFFF if many else len(runs) + 1, 64, 1, 0)
    section = struct.pack(order + ("IIQQQQII" if wide else "IIIIIIII"),
                          *[0] * 7, len(runs) + 1 if many else 0)
    rows, contents = [(4, at - len(notes), 0, len(notes))], []
    for address, data in runs:
        size = data if isinstance(data, int) else len(data)
        rows.append((1, at, address, size))
        contents.append((at, data))
        at += size
    table = b"".join(
        struct.pack(order + "IIQQQQQQ", kind, 0, offset, 0, address, size, size, 0) if wide else
        struct.pack(order + "IIIIIIII", kind, offset, 0, address, size, size, 0, 0)
        for kind, offset, address, size in rows)
    with path.open("wb") as file:
        file.write((head.ljust(64, b"\0") + section).ljust(128, b"\0") + table)
        file.seek(rows[0][1])
        file.write(notes)
        for place, data in contents:
            if isinstance(data, bytes):
                file.seek(place)
                file.write(data)
        file.truncate(at)
    return path


def note(owner: bytes, kind: int, desc: bytes, order: str = "<") -> bytes:
    return struct.pack(order + "III", len(owner) + 1, len(desc), kind) + b"".join(
        part + bytes(-len(part) % 4) for part in (owner + b"\0", desc))


def told(node: Node) -> list[tuple[str, object]]:
    return [(one.label, one.value) for one in everything(node)]


# ---- QEMU's cores

def x86(name: str, folder: pathlib.Path) -> tuple[Plan, Stopped]:
    machine, words, kernel, more = next(row[1:] for row in STARTS if row[0] == name)
    made = plan(machine, payload(kernel, machine, **more))
    words = [*words, "-cpu", "max", *make(made, folder)]
    return made, Stopped(folder / "q", words, made.first_instruction)


def arm64(tables: str, folder: pathlib.Path) -> tuple[Plan, Stopped]:
    text = VIRT.read_text().replace("[machine]", f'[machine]\ntables = "{tables}"', 1)
    (folder / "m.toml").write_text(text.replace('"512M"', '"128M"'))
    (folder / "Image").write_bytes(arm64_image())
    words = [str(folder / "m.toml"), "--kernel", str(folder / "Image")]
    assert tool.main(["build", *words, "--format", "qemu", "-o", str(folder / "q")]) == 0
    machine, words_ = load(str(folder / "m.toml"), kernel=str(folder / "Image"))
    made = plan(machine, words_.replace(reserve=qemu_arm64.reserve(machine)))
    loaded = (folder / "q/qemu.args").read_text().splitlines()
    return made, Stopped(folder / "q", ["-M", "virt,gic-version=3", "-cpu", "cortex-a57", "-m",
                                        "128", "-smp", "2", *loaded], made.first_instruction,
                         "aarch64")


# without Multiboot 1: nothing that such a guest gets leads to its ACPI tables
CORES = [("x86", "linux"), ("x86", "la57"), ("x86", "linux32"), ("x86", "pvh"),
         ("x86", "multiboot2"), ("arm64", "fdt"), ("arm64", "acpi")]


@pytest.mark.parametrize("arch, name", CORES)
def test_core_of_qemu(arch: str, name: str, tmp_path: pathlib.Path) -> None:
    """Each region that has a reader is in the core byte for byte, and is told as the folder of
    build tells it."""
    made, stopped = (x86 if arch == "x86" else arm64)(name, tmp_path)
    with stopped as qemu:
        qemu.dump(tmp_path / "core")
        check_registers(made, read(str(tmp_path / "core")), qemu.registers())
    check_elf(tmp_path / "core")
    root = read(str(tmp_path / "core"))
    assert not [(node.label, node.remark) for node in everything(root) if node.remark]
    answer = {(node.label, node.offset, node.value) for node in everything(root)}
    folder = folder_of(made, tmp_path / "folder")
    found = list(changes(folder, root))  # on x86, the firmware has tables of its own
    assert all(change.first is None and change.path[0] in (
        "ACPI tables (2)", "GDT (2)", "SMBIOS", "MP table") for change in found)
    assert bool(found) == (arch == "x86")
    told = 0
    for region in folder.children:
        kind, base = region.key.split(",")[0], region.number("base")
        if kind not in PARTS or (kind, name) == ("rsdp", "multiboot2"):  # its copy is told
            continue
        assert root.find(PARTS[kind]) is not None
        for node in everything(region):
            if node.offset is not None and node.name != "bytes not described" and (
                    not isinstance(node.value, bytes) or any(node.value)):
                assert (node.label, base + node.offset, node.value) in answer, (kind, node.label)
                told += 1
    assert told > 200
    with open(tmp_path / "core", "rb") as file:
        memory = Memory(Core(file.fileno(), Input(b""), Node("")).runs)
        for region_, data in made.blobs():
            if region_.kind != RegionKind.RESET_VECTOR:
                assert memory.read(region_.base, len(data)) == bytes(data)


def check_registers(made: Plan, root: Node, text: str) -> None:
    """They are those of the plan, and the system's those that QEMU prints."""
    cpus = [node for node in root.children if node.name == "cpu"]
    assert [cpu.key for cpu in cpus] == ["number 1", "number 2"]
    status, entry = cpus[0].find("NT_PRSTATUS"), made.entry(0)
    assert status is not None
    if entry.arm64 is not None:
        assert status.number("pc") == entry.arm64.pc
        assert [status.number(f"x{i}") for i in range(4)] == list(entry.arm64.x[:4])
        assert all("without TTBR" in cpu.meaning for cpu in cpus)
        return
    assert entry.x86 is not None
    state = cpus[0].find("QEMUCPUState")
    assert state is not None
    wide = entry.x86.efer & 0x400
    for i, name in enumerate(NAMES if wide else NAMES[:8]):
        assert state.number(name.lower()) == entry.x86.gpr[i]
        assert status.number(name.lower() if wide else "e" + name[1:].lower()) == entry.x86.gpr[i]
    assert state.number("rip") == status.number("rip" if wide else "eip") == entry.x86.rip
    assert (state.number("cr0"), state.number("cr3"), state.number("cr4")) == (
        entry.x86.cr0, entry.x86.cr3, entry.x86.cr4)
    for name in ("ES", "CS", "SS", "DS", "FS", "GS", "TR"):
        words = re.search(rf"^{name} *=([0-9a-f]+) ([0-9a-f]+) ([0-9a-f]+) ([0-9a-f]+)", text, re.M)
        segment = state.find(name.lower())
        assert words is not None and segment is not None
        assert [int(word, 16) for word in words.groups()] == [
            segment.number(part) for part in ("selector", "base", "limit", "flags")]


def check_elf(path: pathlib.Path) -> None:
    """readelf tells the same segments and notes."""
    core_node = read(str(path)).children[0]
    text = subprocess.run(["readelf", "-lnW", path], capture_output=True, text=True,
                          check=True).stdout
    rows = re.findall(r"^  (NOTE|LOAD) +(0x\w+) (0x\w+) (0x\w+) (0x\w+) (0x\w+)", text, re.M)
    names = ("p_offset", "p_vaddr", "p_paddr", "p_filesz", "p_memsz")
    headers = [node for node in core_node.children if node.name == "program header"]
    assert [(kind, *(int(word, 16) for word in words)) for kind, *words in rows] == [
        ({1: "LOAD", 4: "NOTE"}[node.number("p_type")], *(node.number(name) for name in names))
        for node in headers]
    start = core_node.number("e_phoff")
    assert [node.offset for node in headers] == [start + 56 * i for i in range(len(headers))]
    notes = re.findall(r"^  (CORE|QEMU) +0x(\w+)", text, re.M)
    own = [(node.name, (node.size or 0) - 20) for cpu in read(str(path)).children
           if cpu.name == "cpu" for node in cpu.children]
    assert sorted(int(size, 16) for _, size in notes) == sorted(size for _, size in own)
    assert sum(name == "QEMU" for name, _ in notes) == sum(
        name == "QEMUCPUState" for name, _ in own)


# ---- raw memory

def test_raw_memory(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing leads anywhere: trees are found by a search, all else by what they say."""
    text = VIRT.read_text().replace("[machine]", '[machine]\ntables = "acpi"', 1)
    (tmp_path / "m.toml").write_text(text.replace('"512M"', '"128M"'))
    (tmp_path / "Image").write_bytes(arm64_image())
    assert tool.main(["build", str(tmp_path / "m.toml"), "--kernel", str(tmp_path / "Image"),
                      "--format", "raw", "-o", str(tmp_path / "raw")]) == 0
    image = str(tmp_path / "raw/ram-0x40000000.img")
    root = read(image, 0x40000000)
    names = [node.name for node in root.children]
    assert names == ["memory range", "searched", "device tree", "EFI system table", "ACPI tables",
                     "SMBIOS", "EFI memory map"]
    assert {node.name for node in root.children[4].children} > {"RSDP", "XSDT", "DSDT", "GTDT"}
    folder = {region["kind"]: int(region["base"], 16) for region in json.loads(
        (tmp_path / "raw/manifest.json").read_text())["regions"]}
    assert [root.children[i].offset for i in (2, 3, 4)] == [
        folder[kind] for kind in ("dtb", "efi", "rsdp")]
    capsys.readouterr()
    assert tool.main(["inspect", "--json", "--base", "0x40000000", "--at", hex(folder["rsdp"]),
                      image]) == 0
    told = json.loads(capsys.readouterr().out)
    assert not faults(SCHEMA, told)
    assert [child["name"] for child in told["root"]["children"]] == [
        "memory range", "ACPI tables", "searched", "device tree", "EFI system table", "SMBIOS",
        "EFI memory map"]
    moved = read(image, 0x80000000)  # where its pointers lead to nothing
    assert [node.name for node in moved.children] == [
        "memory range", "searched", "device tree", "EFI system table", "EFI memory map",
        "searched", "ACPI tables"]
    assert all(moved.children[i].remark for i in (3, 4, 6))


def test_raw_memory_of_x86(tmp_path: pathlib.Path) -> None:
    """A BIOS's places, then the rest of the first MiB, then both ends of RAM."""
    tables = golden_tables("pc")
    for at in (0xE0010, 0x9F000, 0x9F008, 0x5000000, (160 << 20) - 4096):
        with open(tmp_path / "raw", "wb") as file:
            file.truncate(160 << 20)
            for address, data in acpi_at(at, tables).items():
                os.pwrite(file.fileno(), data, address)
        root = read(str(tmp_path / "raw"), 0)
        acpi = root.find("ACPI tables")
        found = [] if acpi is None else [node.name for node in acpi.children]
        assert found == ([] if at in (0x9F008, 0x5000000) else ["RSDP", "XSDT", *(
            name for name in tables if name not in ("DSDT", "FACS")), "DSDT"])
        led = read(str(tmp_path / "raw"), 0, [at])
        assert not led.remark and led.children[1].name == "ACPI tables"
    assert "nothing that is known lies at 0x1234" in read(str(tmp_path / "raw"), 0, [0x1234]).remark


def test_check_follows_pointers_in_memory(tmp_path: pathlib.Path,
                                          capsys: pytest.CaptureFixture[str]) -> None:
    """The same memory with a pointer that leads to nothing, and with tables that overlap; and
    words that are for memory only."""
    tables = golden_tables("pc")
    placed = acpi_at(0xE0000, tables)
    fadt = next(at for at, data in placed.items() if data[:4] == b"FACP")
    madt = next(at for at, data in placed.items() if data[:4] == b"APIC")
    path, dsdt = str(tmp_path / "raw"), 140  # X_DSDT

    def checked(*changes: tuple[int, bytes]) -> str:
        with open(path, "wb") as file:
            file.truncate(16 << 20)
            for address, data in [*placed.items(), *changes]:
                os.pwrite(file.fileno(), data, address)
        assert tool.main(["check", "--base", "0", "--at", "0xe0000", path]) in (0, 1)
        return capsys.readouterr().out

    good = checked()
    assert "X_DSDT is 0x200000, where" not in good and "[acpi.overlap]" not in good
    lost = bytearray(placed[fadt][:dsdt] + (0x900000).to_bytes(8, "little")
                     + placed[fadt][dsdt + 8:])
    assert "X_DSDT is 0x900000, where no table begins" in checked((fadt, summed(lost)))
    long = bytearray(placed[madt])
    long[4:8] = (8192).to_bytes(4, "little")
    assert "[acpi.overlap]" in checked((madt, bytes(long)))
    (tmp_path / "table").write_bytes(tables["DSDT"])
    for words in (["--at", "0", str(tmp_path / "table")], ["--base", "0", str(tmp_path)],
                  ["--base", "0", path, path], ["--base", "0", "--live"]):
        assert tool.main(["check", *words]) == 2
        assert len(capsys.readouterr().err.splitlines()) == 1


def acpi_at(at: int, tables: dict[str, bytes]) -> dict[int, bytes]:
    """An RSDP, and from 2 MiB on tables and an XSDT, by their addresses."""
    found, places, place = {}, {}, 2 << 20
    for name, data in sorted(tables.items(), key=lambda row: row[0] != "DSDT"):
        places[name] = place
        if name == "FACP":
            data = summed(bytearray(data[:140] + places["DSDT"].to_bytes(8, "little")
                                    + data[148:]))
        found[place] = data
        place += len(data) + 4096
    xsdt = xsdt_of(places[name] for name in tables if name not in ("DSDT", "FACS"))
    return found | {place: xsdt, at: rsdp_of(place)}


def xsdt_of(places: Iterable[int]) -> bytes:
    entries = b"".join(place.to_bytes(8, "little") for place in places)
    return summed(bytearray(b"XSDT" + struct.pack(
        "<IBB6s8sI4sI", 36 + len(entries), 1, 0, b"OEMID", b"TABLE", 1, b"TEST", 1) + entries))


def rsdp_of(xsdt: int) -> bytes:
    rsdp = bytearray(struct.pack("<8sB6sBIIQB3x", b"RSD PTR ", 0, b"OEMID", 2, 0, 36, xsdt, 0))
    rsdp[8] = -sum(rsdp[:20]) & 255
    rsdp[32] = -sum(rsdp) & 255
    return bytes(rsdp)


@pytest.mark.parametrize("words, why", [
    (["--base", "0xfffffffffffff"], "must have at least 1, and from 0xfffffffffffff on end within"),
    (["--base", "1K"], "must be an address"), (["--base", "-1"], "must be an address"),
    (["--at", str(END)], "must be an address")])
def test_addresses_that_are_none(words: list[str], why: str, tmp_path: pathlib.Path,
                                 capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "raw").write_bytes(bytes(5))
    try:
        status = tool.main(["inspect", *words, str(tmp_path / "raw")])
    except SystemExit as ended:
        status = ended.code  # type: ignore[assignment]
    out, err = capsys.readouterr()
    assert status == 2 and not out and why in err


# ---- cores of any kind

@pytest.mark.parametrize("order, wide", [("<", True), (">", True), ("<", False), (">", False)])
@pytest.mark.parametrize("many", [False, True])
def test_forms_of_cores(order: str, wide: bool, many: bool, tmp_path: pathlib.Path) -> None:
    """Both classes and byte orders, and as many segments as the header has no room for."""
    data = bytes(range(256))
    status = struct.pack(order + "32xI76x34Q4x", 7, *range(100, 134))
    path = core(tmp_path / "core", [(0x1000, data), (0x1100, data[::-1]), (1 << 31, 4096)], 183,
                note(b"CORE", 1, status, order) + note(b"VMCOREINFO", 0, b"x=1\n", order),
                order, wide, many)
    root = read(str(path))
    assert not root.remark and (root.offset, root.size) == (0x1000, (1 << 31) - 4096 + 4096)
    own, cpu = root.children[:2]
    assert [node.key for node in own.children if node.name == "program header"] == [
        "0", "p_paddr 0x1000", "p_paddr 0x1100", "p_paddr 0x80000000"]
    assert cpu.key == "number 7"
    registers = cpu.children[0]
    assert [registers.number(name) for name in ("x0", "x30", "sp", "pstate")] == [
        100, 130, 131, 133]
    assert own.children[-1].label == "note [VMCOREINFO, type 0x0]" and not own.remark
    with path.open("rb") as file:
        memory = Memory(Core(file.fileno(), Input(b""), Node("")).runs)
        assert memory.read(0x10F0, 32) == data[-16:] + data[:-17:-1]
        assert memory.read(0x11F0, 32) == data[15::-1] and memory.read(0xFFF, 2) == b""


def test_cores_that_are_cut(tmp_path: pathlib.Path) -> None:
    """What is there is told, whatever the rest is."""
    path = core(tmp_path / "core", [(0x1000, bytes(4096)), (0x3000, bytes(4096))],
                notes=note(b"CORE", 1, bytes(336)))
    whole = path.read_bytes()
    for size in (len(whole) - 1, len(whole) - 5000, 700, 300, 200, 64, 20, 18):
        path.write_bytes(whole[:size])
        root = read(str(path))
        judge(root, whole[:size])
        own = root.children[0]
        assert own.remark or own.children[-1].remark
    path.write_bytes(whole[:56] + b"\0\2" + whole[58:])
    assert "counts 512 program headers, " in read(str(path)).children[0].remark


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=8),
       st.integers(0, 70), st.integers(0, 40))
def test_memory(runs: list[tuple[int, int]], at: int, size: int) -> None:
    """Any runs, against a dictionary of bytes."""
    fd = os.memfd_create("memory")
    try:
        os.write(fd, bytes(range(256)))
        memory = Memory([(start, length, fd, 30 * i % 200) for i, (start, length) in
                         enumerate(runs)])
        want: dict[int, int] = {}
        for start, length, _, offset in sorted(
                (start, length, fd, 30 * i % 200) for i, (start, length) in enumerate(runs)):
            for i in range(length):
                want.setdefault(start + i, offset + i)
        expected = []
        for address in range(at, at + size):
            if address not in want:
                break
            expected.append(want[address])
        assert memory.read(at, size) == bytes(expected)
        assert memory.bytes_read == len(expected)
        there = {address for start, length in memory.stretches()
                 for address in range(start, start + length)}
        assert there == want.keys()
        found = list(memory.search(bytes([40]), 2, memory.there([(0, 50), (50, 99)]), 99))
        assert found == sorted(a for a, value in want.items() if value == 40 and a % 2 == 0)
    finally:
        os.close(fd)


def test_a_large_core_costs_no_more(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch,
                                    ) -> None:
    """Bytes that are read of 64 GiB, and of 1 GiB."""
    counts = []
    plain = os.pread
    for size in (1 << 30, 64 << 30):
        low = min(size, 3 << 30)
        path = core(tmp_path / "core", [(0, low), (4 << 30, size - low)] if size > low else
                    [(0, low)])
        taken = [0]

        def count(fd: int, length: int, offset: int, taken: list[int] = taken) -> bytes:
            data = plain(fd, length, offset)
            taken[0] += len(data)
            return data

        monkeypatch.setattr(os, "pread", count)
        assert read(str(path)).children[-1].name == "searched"
        monkeypatch.undo()
        counts.append(taken[0])
    assert counts[1] <= 1.01 * counts[0] and counts[0] < 140 << 20


# ---- what is made to take too much

TABLE = b"SSDT" + (60 << 10).to_bytes(4, "little") + bytes(28)
PAGES = b"".join(((0x200000 + 4096 * (i % 512)) | 3).to_bytes(8, "little")
                 for i in range(512 * 512))
STATE = struct.pack("<II", 1, 440) + bytes(432)
LARGE: dict[str, tuple[list[tuple[int, bytes | int]], bytes]] = {
    "segments": ([(4096 * i, b"") for i in range(260_000)], b""),
    "runs": ([(2 * i, b"x") for i in range(100_000)], b""),
    "pointers": ([(0, 0xE0000), (0xE0000, b"RSD PTR " * (32 << 17))], b""),
    "trees": ([(0, b"\xd0\x0d\xfe\xed" + struct.pack(">9I", 1 << 24, 40, 40, 40, 17, 16, 0, 0, 8)
                * (16 << 17))], b""),
    "entries": ([(0, 0xE0000), (0xE0000, rsdp_of(1 << 20).ljust(0x20000)), (1 << 20, xsdt_of(
        range(1 << 30, (1 << 30) + 300_000)))], b""),
    "tables": ([(0, 0xE0000), (0xE0000, rsdp_of(1 << 20).ljust(0x20000)), (1 << 20, xsdt_of(
        range(8 << 20, (8 << 20) + 36 * 5000, 36))), (8 << 20, TABLE * 5000)], b""),
    "setup data": ([(0x1000, bytes(0x202) + b"HdrS" + bytes(0x4A) + struct.pack("<Q", 0x100000)
                     + bytes(4096 - 0x258)), (0x100000, b"".join(struct.pack(
                         "<QII", 0x100000 + 16 * (i + 1), 3, 0) for i in range(600_000)))],
                   note(b"CORE", 1, bytes(112) + b"\0\x10\0\0\0\0\0\0" * 27)),
    "page tables": ([(0x200000, PAGES)], note(b"CORE", 1, bytes(336)) + note(
        b"QEMU", 0, STATE[:392] + struct.pack("<QQQQQQ", 1 << 31, 0, 0, 0x200000, 0x20, 0))),
    "notes": ([(0, 4096)], note(b"", 9, b"") * 600_000),
    "CPUs": ([(0, 4096)], note(b"CORE", 1, bytes(336)) * 40_000),
}


@pytest.mark.parametrize("name", LARGE)
def test_bounds(name: str, tmp_path: pathlib.Path) -> None:
    """Far less than ten seconds and 512 MiB."""
    core(tmp_path / "core", LARGE[name][0], notes=LARGE[name][1])
    done = subprocess.run(
        ["sh", "-c", 'ulimit -v 524288; ulimit -t 10; exec "$0" -m aetherboot "$@"',
         sys.executable, "inspect", "--json", str(tmp_path / "core")], capture_output=True,
        check=False, timeout=60)
    assert done.returncode == 0 and not done.stderr, done.stderr[-500:]
    assert not any(c < 32 and c != 10 for c in done.stdout)
