# SPDX-License-Identifier: BSD-2-Clause
"""Multiboot information and the BIOS data area, written by hand from the specifications."""
from __future__ import annotations

import os
import pathlib
import struct
from typing import Any

import pytest
from aetherboot.decode import Node, multiboot, multiboot_fields, read
from aetherboot.decode.node import Input
from test_decode_acpi import everything

BASE = 0x2000
MAP = ((0, 0xA0000, 1), (0x100000, 0x7F00000, 1), (0xFEC00000, 0x1000, 2))


def info_1(flags: int = 0x24D, count: int = 2, cmdline: int = 284, length: int = 72) -> bytes:
    """Flags, memory, command line, modules, map and name. MB1 3.3"""
    head = struct.pack("<4I", flags, 640, 130048, 0)
    head += struct.pack("<3I", BASE + cmdline, count, BASE + 120) + bytes(16)
    head += struct.pack("<2I", length, BASE + 152) + bytes(12)
    head += struct.pack("<I", BASE + 224) + bytes(48 + 4)
    modules = struct.pack("<4I", 0x400000, 0x400123, BASE + 240, 0)
    modules += struct.pack("<4I", 0x500000, 0x500001, BASE + 256, 0)
    mmap = b"".join(struct.pack("<IQQI", 20, *row) for row in MAP)
    texts = [text.ljust(16, b"\0") for text in (b"a loader", b"first", b"second one")]
    return (head + modules + mmap + b"".join(texts)).ljust(284, b"\0") + b"quiet x\0"


def tag(kind: int, body: bytes, size: int | None = None) -> bytes:
    data = struct.pack("<II", kind, 8 + len(body) if size is None else size) + body
    return data + bytes(-len(data) % 8)


RSDP = b"RSD PTR \x3fACME  \0" + struct.pack("<I", 0xF0000)
RSDP = RSDP[:8] + bytes([-(sum(RSDP) - RSDP[8]) & 255]) + RSDP[9:]
TAGS = (tag(1, b"quiet\0"), tag(2, b"loader\0"), tag(3, struct.pack("<II", 1 << 22, 5 << 20)
                                                     + b"words\0"),
        tag(4, struct.pack("<II", 640, 130048)),
        tag(6, struct.pack("<II", 24, 0) + b"".join(struct.pack("<QQII", *row, 0)
                                                    for row in MAP)),
        tag(14, RSDP), tag(18, b""), tag(21, struct.pack("<I", 0x200000)), tag(0, b""))


def info_2(*tags: bytes, size: int | None = None) -> bytes:
    """The fixed part and tags. MB2 3.6"""
    body = b"".join(tags or TAGS)
    return struct.pack("<II", 8 + len(body) if size is None else size, 0) + body


def area(**words: int) -> bytes:
    data = bytearray(256)
    for name, at in (("com1", 0), ("com2", 2), ("ebda", 0xE), ("memory", 0x13)):
        data[at:at + 2] = words.get(name, 0).to_bytes(2, "little")
    return bytes(data)


BDA = area(com1=0x3F8, com2=0x2F8, ebda=0x9FC0, memory=639)


def told(data: bytes, version: int) -> Node:
    root = Node("region")
    multiboot.region(Input(data), root, BASE, version)
    return root


def remarks(root: Node) -> list[str]:
    return [node.remark for node in everything(root) if node.remark]


def mmap(node: Node) -> list[tuple[int, ...]]:
    return [tuple(entry.number(name) for name in ("base_addr", "length", "type"))
            for entry in node.children if entry.name == "mmap entry"]


def test_version_1() -> None:
    root = told(info_1(), 1)
    info = root.children[0]
    assert not remarks(root) and mmap(info) == list(MAP)
    assert (info.number("mem_lower"), info.number("mem_upper")) == (640, 130048)
    texts = {node.name: node.value for node in info.children if isinstance(node.value, str)}
    assert texts == {"command line": "quiet x", "boot loader": "a loader"}
    assert [(node.number("mod_start"), node.number("mod_end"), node.find("words").value,
             node.offset) for node in info.children if node.name == "module"] == [  # type: ignore
        (0x400000, 0x400123, "first", 120), (0x500000, 0x500001, "second one", 136)]
    assert not [node for node in everything(root) if node.name == "bytes not described"]
    unset = told(info_1(flags=0x40), 1).children[0]
    assert mmap(unset) and unset.find("module") is unset.find("command line") is None


@pytest.mark.parametrize("more, remark", [
    ({"cmdline": 4096}, "leads to nothing that is here"),
    ({"cmdline": 290}, None), ({"count": 200}, "leads to 3200 bytes, 172 are here"),
    ({"count": 3}, "the part at 0x2098 begins within another"),
    ({"length": 71}, "must be at least 20, and at most the 19 bytes that remain")])
def test_version_1_that_is_wrong(more: dict[str, int], remark: str | None) -> None:
    root = told(info_1(**more), 1)
    assert (remark in remarks(root)) if remark else any(
        node.name == "bytes not described" for node in root.children)


def test_version_2() -> None:
    root = told(info_2(), 2)
    info = root.children[0]
    assert not remarks(root) and len(root.children) == 1
    tags = {node.number("type"): node for node in info.children if node.find("type")}
    assert list(tags) == [1, 2, 3, 4, 6, 14, 18, 21, 0]
    assert [tags[kind].find("string").value for kind in (1, 2, 3)] == [  # type: ignore
        "quiet", "loader", "words"]
    assert (tags[3].number("mod_start"), tags[3].number("mod_end")) == (1 << 22, 5 << 20)
    assert tags[3].key == "mod_start 0x400000"
    assert mmap(tags[6]) == list(MAP) and tags[21].number("load_base_addr") == 0x200000
    copy = tags[14].find("RSDP")
    assert copy is not None and copy.number("RsdtAddress") == 0xF0000
    assert info_2()[copy.offset:][:8] == b"RSD PTR "


@pytest.mark.parametrize("data, remark", [
    (info_2(size=8), "must be from 16 to the 8 bytes that are here"),
    (info_2(*TAGS[:-1]), "has no end tag"),
    (info_2(tag(1, b"a"), TAGS[-1]), "must end with a NUL"),
    (info_2(tag(1, b"a\0b\0"), TAGS[-1]), "must end with its only NUL"),
    (info_2(tag(99, b"new"), TAGS[-1]), "is no known type"),
    (info_2(tag(4, bytes(8), 17), TAGS[-1]),
     "must be 16, and at most the 24 bytes that remain"),
    *((info_2(tag(6, struct.pack("<II", step, 0) + bytes(40)), TAGS[-1]),
       "must be 24 of version 0, else a larger multiple of 8, and divide the 40 bytes of entries")
      for step in (20, 24, 40)),
    (info_2(tag(15, b"RSD PTR " + bytes(7) + b"\2" + bytes(20)), TAGS[-1]),
     "must be 36, as the tag has"),
    (info_2(tag(15, bytes(36)), TAGS[-1]), "has no RSDP")])
def test_version_2_that_is_wrong(data: bytes, remark: str) -> None:
    assert remark in remarks(told(data, 2))


def test_bda() -> None:
    root = Node("region")
    multiboot.bda(Input(BDA), root)
    told_ = root.children[0]
    assert [told_.number(name) for name in (
        "COM 1 base address", "COM 2 base address", "EBDA segment", "Base memory size")] == [
        0x3F8, 0x2F8, 0x9FC0, 639]
    assert multiboot.is_bda(BDA) and multiboot.is_bda(area(memory=640))
    for wrong in (area(), area(memory=641), area(memory=639, ebda=0x9FBF)):
        assert not multiboot.is_bda(wrong)


@pytest.mark.parametrize("data, version", [
    (info_1(), 1), (info_2(), 2), (info_1(flags=0x2040), 0), (info_1(flags=5), 0),
    (info_1(length=71), 0), (info_2(size=8), 0), (info_2(*TAGS[:-1]), 0), (bytes(512), 0)])
def test_version_of(data: bytes, version: int, tmp_path: pathlib.Path) -> None:
    """What lies in raw memory is found by its form, at an address that is told."""
    with open(tmp_path / "raw", "wb") as file:
        file.truncate(1 << 20)
        os.pwrite(file.fileno(), data, BASE)
        os.pwrite(file.fileno(), BDA, 0x400)
    root = read(str(tmp_path / "raw"), 0, [BASE])
    part = root.find("Multiboot information")
    assert (root.find("BIOS data area") is not None) and (part is not None) == bool(version)
    if part is not None:
        alone = told(data, version).children[0]
        assert [(node.label, node.value) for node in everything(part.children[0])] == [
            (node.label, node.value) for node in everything(alone)]
        assert part.children[0].offset == BASE


@pytest.mark.parametrize("version", [1, 2])
def test_any_bit(version: int) -> None:
    """Whatever is flipped, and wherever it ends, it is told in some way."""
    data = (info_1, info_2)[version - 1]()
    for bit in range(8 * len(data)):
        flipped = bytearray(data)
        flipped[bit // 8] ^= 1 << bit % 8
        assert told(bytes(flipped), version).children
        assert told(data[:bit // 8], version).children


GAPLESS: dict[str, tuple[tuple[int, int, str, str, Any], ...]] = {
    "information": multiboot_fields.INFO, "module": multiboot_fields.MODULE,
    "entry": multiboot_fields.MMAP_2, "area": multiboot_fields.BDA} | {
    name: (*multiboot_fields.TAG, *fields)
    for name, _, fields, _ in multiboot_fields.TAGS.values()}


@pytest.mark.parametrize("name", GAPLESS)
def test_rows_without_gaps(name: str) -> None:
    at = 0
    for offset, width, _, field, _ in GAPLESS[name]:
        assert offset == at and width > 0, field
        at += width
    assert name != "information" or at == multiboot_fields.INFO_SIZE
