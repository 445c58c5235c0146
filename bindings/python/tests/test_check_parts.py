# SPDX-License-Identifier: BSD-2-Clause
"""What rules are made of: memory maps in one form, ranges, devices of definition blocks."""
from __future__ import annotations

import pathlib
import re
import struct

import pytest
from aetherboot.check import aml_scan, maps
from aetherboot.check.inputs import Inputs
from aetherboot.check.ranges import Range, covers, gaps, joined, meets, overlaps
from aetherboot.decode import Node, aml
from aetherboot.decode.kinds import run, told
from aetherboot.decode.node import Input
from check_fadt import page
from hypothesis import given
from hypothesis import strategies as st
from test_decode_acpi import EXPECTED, MACHINES, golden_tables

NODE = Node("")
ranges = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)).map(
    lambda one: Range(one[0], one[0] + one[1], NODE)), max_size=8)


def addresses(found: list[Range]) -> set[int]:
    return {at for one in found for at in range(one.start, one.end)}


@given(ranges, st.integers(0, 50), st.integers(1, 12))
def test_ranges(found: list[Range], start: int, size: int) -> None:
    """Against sets of single addresses."""
    whole, all_of = joined(found), addresses(found)
    assert addresses(whole) == all_of
    assert all(one.end < two.start for one, two in zip(whole, whole[1:]))
    wanted = set(range(start, start + size))
    assert covers(whole, start, start + size) == (wanted <= all_of)
    met = meets(whole, start, start + size)
    assert (met is not None) == bool(wanted & all_of)
    assert met is None or min(wanted & all_of) in range(met.start, met.end)
    left = [at for first, end in gaps(whole, start, start + size)
            for at in range(first, end)]
    assert left == sorted(wanted - all_of)
    pairs = list(overlaps(found))
    assert all(addresses([one]) & addresses([two]) for one, two in pairs)
    assert bool(pairs) == (sum(one.end - one.start for one in found) > len(all_of))


def told_of(*roots: Node) -> list[tuple[int, int, int]]:
    inputs = Inputs([("in", root) for root in roots])
    return [(one.start, one.end, one.type) for one in maps.memory_map(inputs)]


def decoded(module: str, function: str, data: bytes, *more: int) -> Node:
    root = Node("input", 0, len(data))
    run(Input(data), root, module, function, *more)
    return root


def test_maps() -> None:
    """Each source of a map is read, and the first of them counts."""
    zero = decoded("x86", "zero_page", page(0, (0x100000, 0x1000, 1), (0, 0x9F000, 1),
                                            (0x9F000, 0x1000, 2)))
    more = decoded("x86", "setup_data", struct.pack("<QIIQQI", 0, 1, 20, 0x200000, 0x1000, 3), 0)
    info = decoded("x86", "start_info", struct.pack("<IIIIQQQQII", 0x336EC578, 1, 0, 0, 0, 0, 0,
                                                    56, 1, 0) + struct.pack("<QQII", 0, 64, 1, 0),
                   0)
    descriptor = struct.Struct("<IIQQQQ")
    efi = decoded("efi", "memory_map", b"".join(
        descriptor.pack(kind, 0, kind << 12, 0, 1, 0) for kind in (0, 2, 7, 9, 10, 14)))
    assert told_of(zero) == [(0, 0x9F000, 1), (0x9F000, 0xA0000, 2), (0x100000, 0x101000, 1)]
    assert told_of(zero, more)[-1] == (0x200000, 0x201000, 3)
    assert told_of(info) == [(0, 64, 1)]
    assert told_of(efi) == [(0, 0x1000, 2), (0x2000, 0x3000, 1), (0x7000, 0x8000, 1),
                            (0x9000, 0xA000, 3), (0xA000, 0xB000, 4), (0xE000, 0xF000, 7)]
    assert told_of(efi, info, zero) == told_of(zero)
    assert told_of() == []


def tree_of(*properties: tuple[str, bytes]) -> Node:
    """A device tree whose node /memory has a reg, below cells."""
    root = Node("device tree")
    root.add(Node("fdt_header"))
    top = root.add(Node("/"))
    for name, value in properties[:-1]:
        top.add(Node(name, value=value))
    top.add(Node("memory@0")).add(Node(properties[-1][0], value=properties[-1][1]))
    top.add(Node("memory-controller@1")).add(Node("reg", value=bytes(32)))
    return root


def ram_of(*roots: Node) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in maps.ram(Inputs([("in", root) for root in roots]))]


def test_ram() -> None:
    two = struct.pack(">QQQQ", 0x40000000, 0x1000, 0x80000000, 0x2000)
    cells = ("#address-cells", b"\0\0\0\2"), ("#size-cells", b"\0\0\0\2")
    both = [(0x40000000, 0x40001000), (0x80000000, 0x80002000)]
    assert ram_of(tree_of(*cells, ("reg", two))) == both
    assert ram_of(tree_of(*cells, ("reg", two + bytes(8)))) == both
    one = struct.pack(">QI", 0x40000000, 0x1000)
    assert ram_of(tree_of(("reg", one))) == both[:1]  # 2 and 1 cells if none are told
    assert ram_of(tree_of(cells[0], ("#size-cells", b"\0\0\1\0"), ("reg", two))) == []
    folder = Node("build folder")
    for base, size in (("0x1000", 0x1000), ("x", 1), ("0x2000", 0x1000)):
        ram = folder.add(Node("ram"))
        ram.key = f"base {base}"
        ram.add(Node("size", value=size))
    assert ram_of(folder) == [(0x1000, 0x3000)]
    tree = tree_of(*cells, ("reg", two))
    zero = decoded("x86", "zero_page", page(0, (0, 0x2000, 1)))
    assert ram_of(tree, zero) == [(0, 0x2000)]
    assert ram_of(tree, zero, folder) == [(0x1000, 0x3000)]


def test_what_the_map_keeps_is_no_free_ram() -> None:
    root = decoded("x86", "zero_page", page(0, (0, 0x1000, 1), (0x1000, 0x1000, 3)))
    assert ram_of(root) == [(0, 0x1000)]


NUMBER = r"0x([0-9A-F]+), +// "


@pytest.mark.parametrize("name", MACHINES)
def test_devices(name: str) -> None:
    """iasl tells the same devices, identifiers and memory of the golden machines."""
    text = (EXPECTED / name / "DSDT.dsl").read_text("latin1")
    root = told(Input(golden_tables(name)["DSDT"]))
    assert root is not None
    block = root.children[0].find(aml.BLOCK)
    assert block is not None and isinstance(block.value, bytes)
    found = aml_scan.devices(block.value)
    assert [one.name for one in found] == [
        path.rpartition(".")[2].lstrip("\\^") for path in re.findall(r"Device \((.*?)\)", text)]
    assert [one.hid for one in found if one.hid] == re.findall(
        r'Name \(_HID, (?:EisaId \()?"(\w+)"', text)
    assert len([one for one in found if one.uid]) == text.count("Name (_UID,")
    fixed = re.findall(rf"Memory32Fixed.*\n +{NUMBER}Address Base\n +{NUMBER}Address L", text)
    spaces = re.findall(rf"(?:DWord|QWord)Memory \((.*),\n +{NUMBER}Gran.*\n +{NUMBER}Range Min.*\n"
                        rf".*\n.*\n +{NUMBER}Length", text)
    wanted = [(int(base, 16), int(size, 16), False) for base, size in fixed]
    wanted += [(int(base, 16), int(size, 16), words.startswith("ResourceProducer"))
               for words, _, base, size in spaces]
    assert sorted((start, end - start, down) for one in found
                  for start, end, down in one.memory) == sorted(wanted)


def test_no_constant_no_value() -> None:
    """A _HID that is a method's, a _CRS that is no buffer."""
    body = b"C000\x08_CRSABCD\x08_UID\xff\x08_HIDABCD"
    one, = aml_scan.devices(b"\x5b\x82" + bytes([len(body) + 1]) + body)
    assert (one.name, one.hid, one.uid, one.memory) == ("C000", "", str((1 << 64) - 1), [])
    assert aml_scan.devices(b"\x5b\x82") == aml_scan.devices(b"\x5b\x82\x09C000") == []


def test_addresses(tmp_path: pathlib.Path) -> None:
    """acpidump tells where tables are; a file does not."""
    from check_acpi import TWO
    from check_fadt import dump

    for data, want in ((dump((0x1234000, TWO)), 0x1234000), (TWO, None)):
        root = told(Input(data))
        assert root is not None
        inputs = Inputs([("in", root)])
        assert inputs.address(inputs.tables[0]) == want
