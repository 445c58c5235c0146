# SPDX-License-Identifier: BSD-2-Clause
"""Any bytes: an answer whose text and JSON can be printed, or a refusal; never an exception, never
much time, and no byte of the input left untold."""
from __future__ import annotations

import bz2
import functools
import gzip
import json
import pathlib
import struct
import subprocess
import sys
import time

import pytest
from aetherboot import (EfiTables, FdtChosen, Memmap, MiB, Ram, SetupData, X86Mode, X86Module,
                        X86Paging, X86StartInfo, X86ZeroPage, efi_memory_map, efi_system_table,
                        fdt_machine, smbios_entry, smbios_table, tool, x86_gdt, x86_mp_pointer,
                        x86_mp_table, x86_page_tables, x86_setup_data, x86_start_info,
                        x86_zero_page)
from aetherboot.decode import Node, aml, document
from aetherboot.decode.compare import changes
from aetherboot.decode.kinds import KINDS, run, told
from aetherboot.decode.node import MAX_DEPTH, Input
from aetherboot.decode.text import lines
from conftest import golden, kernel
from hypothesis import given, settings
from hypothesis import strategies as st
from test_decode_acpi import golden_tables
from test_inspect import SCHEMA, faults

BASE = 0x3000
MAP = Memmap(ram=[Ram(size=64 * MiB), Ram(base=1 << 32, size=MiB)])
Case = tuple[str, str, str, tuple[int, ...]]  # kind, module, function, what it takes more


def acpidump(data: bytes) -> bytes:
    rows = [f"    {at:04X}: {data[at:at + 16].hex(' ')}  text\n" for at in range(0, len(data), 16)]
    return f"{data[:4].decode()} @ 0x1234\n{''.join(rows)}\n".encode()


@functools.cache
def samples() -> list[tuple[Case, bytes]]:
    """One input of each kind, and of each ACPI table, and who reads it."""
    acpi: Case = ("ACPI tables", "acpi", "read", ())
    found = [(acpi, data) for name in ("arm64-smmu-2seg", "arm64-newer", "extras", "pc", "segments")
             for data in golden_tables(name).values()]
    found.append((("ACPI tables", "acpidump", "read", ()), acpidump(found[0][1])))
    pc, virt = golden()["pc"][0], golden()["arm64-virt-like"][0]
    smbios = smbios_table(pc, None)
    found += [
        (("device tree", "fdt", "read", ()), fdt_machine(virt, FdtChosen(), Memmap(ram=virt.ram))),
        (("SMBIOS", "smbios", "read", ()), smbios_entry(0x20, len(smbios)) + bytes(8) + smbios),
        (("zero page", "x86", "zero_page", ()), x86_zero_page(X86ZeroPage(map=MAP))),
        (("PVH start info", "x86", "start_info", (BASE,)), x86_start_info(X86StartInfo(
            map=MAP, modules=[X86Module(base=1, size=2)]), BASE)),
        (("MP table", "x86", "mp_table", ()), x86_mp_pointer(16) + x86_mp_table(pc, 16)),
        (("page tables", "paging", "page_tables", (BASE, BASE, 0x20)), x86_page_tables(
            X86Paging(levels=4, limit=1 << 30), BASE)),
        (("setup data", "x86", "setup_data", (BASE,)), x86_setup_data(
            [SetupData(type=5, bytes=b"apple")], bytes(32), MAP, BASE)),
        (("GDT", "x86", "gdt", ()), x86_gdt(X86Mode.MODE_64)),
        (("EFI system table", "efi", "system_table", (BASE,)), efi_system_table(
            EfiTables(rsdp=1, rng_seed=bytes(32)), BASE)),
        (("EFI memory map", "efi", "memory_map", ()), efi_memory_map(MAP)),
        (("initrd", "initrd", "read", ()), archive((b"a", b"xyz"), (b"bc", b"")) + bytes(40)
         + gzip.compress(archive((b"d", b"e" * 99)))),
        (("UKI or PE addon", "pe", "read", ()), pe_file()),
        (("compressed file", "kernel", "packed", ()), gzip.compress(kernel()))]
    return found + [(("kernel", "kernel", "read", ()), data) for data in
                    (kernel(), kernel("linux, bzImage"), arm64_image(), zboot_file())]


def archive(*files: tuple[bytes, bytes]) -> bytes:
    """A cpio archive."""
    out = b""
    for name, data in (*files, (b"TRAILER!!!", b"")):
        head = (1, 0o100644, 0, 0, 1, 7, len(data), 0, 0, 0, 0, len(name) + 1, 0)
        out += b"070701" + b"".join(b"%08X" % number for number in head) + name + b"\0"
        out += bytes(-len(out) % 4) + data + bytes(-len(data) % 4)
    return out


def arm64_image() -> bytes:
    return next(way.kernel for way in golden()["arm64-1cpu-gicv2"][1] if "Image" in way.name)


def zboot_file() -> bytes:
    """An EFI zboot file, of which only the headers are there."""
    packed = gzip.compress(arm64_image())
    return struct.pack("<2s2x4sII8x32sI", b"MZ", b"zimg", 256, len(packed), b"gzip", 0x818223CD) \
        + (64).to_bytes(4, "little") + pe_file()[64:256] + packed


def pe_file(*sections: tuple[bytes, int, int]) -> bytes:
    """A PE file with sections: name, offset, size. Without any: a UKI."""
    sections = sections or ((b".cmdline", 4096, 6), (b".linux", 4102, 4090))
    head = b"MZ" + bytes(58) + (64).to_bytes(4, "little") + struct.pack(
        "<4sHH12xHH", b"PE\0\0", 0x8664, len(sections), 112, 0x22E)
    optional = struct.pack("<H106xI", 0x20B, 0)
    table = b"".join(struct.pack("<8s4I16x", name, size, 0x10000, size, at)
                     for name, at, size in sections)
    return (head + optional + table).ljust(4096, b"\0") + b"quiet\n" + kernel("linux, bzImage")


def decode(case: Case, data: bytes) -> Node:
    root = Node(case[0], 0, len(data))
    run(Input(data), root, case[1], case[2], *case[3])
    return root


def covered(root: Node, size: int) -> set[int]:
    """Which bytes of the input have a node that tells them."""
    seen: set[int] = set()
    stack = [root]
    while stack:
        node = stack.pop()
        stack += node.children
        if node.value is not None and node.offset is not None and node.size is not None:
            seen.update(range(node.offset, node.offset + node.size))
    return seen & set(range(size))


def depth(node: Node) -> int:
    return 1 + max((depth(child) for child in node.children), default=0)


def judge(root: Node, data: bytes) -> None:
    """An answer is one that can be printed."""
    text = list(lines(root, tool.printable))
    assert all(line.isprintable() for line in text)
    answer = json.loads("".join(document.document(root)))
    assert not faults(SCHEMA, answer)
    assert depth(root) <= MAX_DEPTH + 8
    assert not list(changes(root, root))


mutations = st.lists(st.tuples(
    st.sampled_from(["flip", "byte", "word", "cut", "more", "copy"]), st.integers(0, 1 << 20),
    st.integers(0, 1 << 32)), min_size=1, max_size=4)


def mutated(data: bytes, script: list[tuple[str, int, int]]) -> bytes:
    out = bytearray(data)
    for what, where, value in script:
        at = where % max(len(out), 1)
        if what == "flip" and out:
            out[at] ^= 1 << value % 8
        elif what == "byte" and out:
            out[at] = (0, 1, 0x7f, 0x80, 0xff, value & 255)[value % 6]
        elif what == "word":
            out[at:at + 4] = (b"\xff\xff\xff\xff", b"\0\0\0\0", b"\xff\xff\xff\x7f",
                              value.to_bytes(5, "little")[:4])[value % 4]
        elif what == "cut":
            del out[at:]
        elif what == "more":
            out += bytes(value % 300)
        elif what == "copy":
            out[at:at] = out[value % max(len(out), 1):][:40]
    return bytes(out)


@settings(max_examples=6 * settings.default.max_examples)
@given(st.data(), mutations)
def test_mutations(data: st.DataObject, script: list[tuple[str, int, int]]) -> None:
    case, sample = data.draw(st.sampled_from(samples()))
    other = mutated(sample, script)
    start = time.process_time()
    root = decode(case, other)
    judge(root, other)
    list(changes(decode(case, sample), root))
    assert time.process_time() - start < 8
    if case[1] == "acpi" and other:
        missing = set(range(len(other))) - covered(root, len(other))
        # zeros between tables have no node
        assert not any(other[at] for at in missing), sorted(missing)[:8]
    told(Input(other))


@settings(max_examples=4 * settings.default.max_examples)
@given(st.sampled_from(KINDS), st.sampled_from(
    [b"", b"\xd0\x0d\xfe\xed", b"_SM3_", b"_SM_", b"RSD PTR ", b"FACS", b"APIC", b"PCMP", b"_MP_",
     b"IBI SYST", b"\x78\xc5\x6e\x33", b"APIC @ 0x0\n 00: 41 50", b"\x7fELF\2\1",
     b"\x7fELF\1\2", pe_file()[:300], zboot_file()[:64], b"\x1f\x8b\x08", b"\x5d\0\0\x80\0",
     b"\x28\xb5\x2f\xfd", b"\xfd7zXZ\0", b"MZ" + bytes(54) + b"ARMd", b"070701",
     archive((b"a", b"b")),
     bytes(514) + b"HdrS"]),
       st.binary(max_size=300))
def test_any_bytes(kind: tuple[str, object, str, str], head: bytes, tail: bytes) -> None:
    judge(decode((kind[0], kind[2], kind[3], ()), head + tail), head + tail)
    root = told(Input(head + tail))
    if root is not None:
        judge(root, head + tail)


@pytest.fixture(autouse=True)
def no_iasl(monkeypatch: pytest.MonkeyPatch) -> None:
    """iasl would take a second for each; it is tested by itself."""
    monkeypatch.setattr(aml, "explain", lambda *_, **__: None)


NOT_WHOLE = ("fdt", "acpidump", "kernel", "pe", "initrd")  # have bytes that nobody shows


def test_every_sample_is_told() -> None:
    """The search begins at what is sound."""
    for case, sample in samples():
        assert all(sample[at] == 0 for at in set(range(len(sample))) -
                   covered(decode(case, sample), len(sample))) or case[1] in NOT_WHOLE
    assert {(case[1], case[2]) for case, _ in samples()} >= {row[2:] for row in KINDS}


DEEP = b"".join((b"\0\0\0\1", b"a\0\0\0")) * 100_000


def tree(structure: bytes) -> bytes:
    head = [0xd00dfeed, 56 + len(structure), 56, 56 + len(structure), 40, 17, 16, 0, 0,
            len(structure)]
    return b"".join(word.to_bytes(4, "big") for word in head) + bytes(16) + structure


LARGE = {
    "deep": tree(DEEP),
    "nops": tree(b"\0\0\0\4" * 15_000_000 + b"\0\0\0\1\0\0\0\0"),
    "props": tree(b"\0\0\0\1\0\0\0\0" + b"\0\0\0\3\0\0\0\0\0\0\0\0" * 600_000),
    "cpus": b"APIC" + (44 + 8_000_000).to_bytes(4, "little") + bytes(36)
            + b"\0\x08\0\0\1\0\0\0" * 1_000_000,
    "slit": b"SLIT" + (44 + 90_000).to_bytes(4, "little") + bytes(28)
            + (300).to_bytes(8, "little") + bytes(90_000),
    "tables": (b"APIC" + (44).to_bytes(4, "little") + bytes(36)) * 10_000,
    "dump": b"APIC @ 0x0\n" + b"    0000: " + b"41 " * 16 + b"\n" * 1 + (
        b"    0010: " + b"41 " * 16 + b"\n") * 200_000,
    "strings": b"_SM3_" + bytes(27) + (b"\x0b\x05\0\0\1" + b"x\0" * 200_000 + b"\0") * 3,
    "zeros between": (b"APIC" + (44).to_bytes(4, "little") + bytes(36 + 1)) * 1000
                     + bytes(60 << 20) + b"APIC" + bytes(40),
    "names": tree(b"\0\0\0\1\0\0\0\0" + b"\0\0\0\3\0\0\0\0\0\0\0\0" * 2000)
             + b"a" * (30 << 20) + b"\0",
    "one value": tree(b"\0\0\0\1\0\0\0\0\0\0\0\3" + (40 << 20).to_bytes(4, "big") + b"\0\0\0\0"
                      + b"a\0" * (20 << 20)),
    "phandles": tree(b"\0\0\0\1\0\0\0\0" + (b"\0\0\0\1" + b"n" * 251 + b"\0") * 60
                     + (b"\0\0\0\1b\0\0\0" + b"\0\0\0\3\0\0\0\4\0\0\0\0ABCD" + b"\0\0\0\2")
                     * 90_000),
    "lines": b"APIC @ 0x0\n" + b"\n" * (60 << 20),
    "a string": b"_SM3_" + bytes(27) + b"\x01\x1b\0\1" + b"\1" * 4 + bytes(17) + b"\1\1"
                + b"x" * (60 << 20) + b"\0\0",
    "strings of one": b"_SM3_" + bytes(27) + b"\x0b\x05\0\0\1" + b"x\0" * (30 << 20) + b"\0",
    "sections": pe_file(*[(b".linux", 4096, 90 << 20)] * 4000) + bytes(100 << 20),
    "texts": pe_file(*[(b".cmdline", 4096, 1 << 16)] * 4000) + b"a\1" * (95 << 20),
    "trees": pe_file(*[(b".dtb", 160 * 1024, 1 << 20)] * 4000) + tree(
        b"\0\0\0\1\0\0\0\0" + b"\0\0\0\3\0\0\0\0\0\0\0\0" * 80_000) + bytes(1 << 20),
    "notes": struct.pack("<16sHHIQQQIHHHHHH", b"\x7fELF\2\1\1", 2, 62, 1, 0, 64, 0, 0, 64, 56,
                         65535, 0, 0, 0) + struct.pack("<IIQQQQQQ", 4, 4, 64, 0, 0, 4096, 4096, 4)
             * 65535 + bytes(180 << 20),
    "bomb": gzip.compress(bytes(256 << 20), 1),
    "bomb in bzip2": bz2.compress(bytes(64 << 20), 9),
    "an archive of zeros": gzip.compress(archive((b"a", bytes(200 << 20)), (b"b", b"c")), 1),
    "a bomb of archives": archive((b"a", b"")) + gzip.compress(
        archive((b"a", bytes(300 << 20))), 1) * 3,
    "entries": archive(*[(b"a", b"b")] * 60_000),
    "streams": b"".join([gzip.compress(archive((b"a", b"b")), 1)] * 40_000),
    "archives": archive((b"a", b"b")) * 90_000,
    "zeros in an initrd": archive((b"a", b"b")) + bytes(180 << 20),
    "zeros that are packed": gzip.compress(archive((b"a", b"b")) + bytes(400 << 20), 1),
    "a window": b"\x5d\0\0\0\x80" + b"\xff" * 8 + b"\0" * 5000,
    "a name of a kernel": bytes(514) + b"HdrS" + b"\xff" * (191 << 20),
    "zeros": b"APIC" + (44).to_bytes(4, "little") + bytes(36 + (30 << 20)),
}


@pytest.mark.parametrize("name", LARGE)
def test_bounds(name: str, tmp_path: pathlib.Path) -> None:
    """Ten seconds and 512 MiB, also for what is made to take more."""
    (tmp_path / "in").write_bytes(LARGE[name])
    for words in (["inspect", "--json"], ["diff", str(tmp_path / "in")]):
        done = subprocess.run(
            ["sh", "-c", 'ulimit -v 524288; ulimit -t 10; exec "$0" -m aetherboot "$@"',
             sys.executable, *words, str(tmp_path / "in")], capture_output=True, check=False,
            timeout=60)
        assert done.returncode == 0 and not done.stderr, done.stderr[-500:]
