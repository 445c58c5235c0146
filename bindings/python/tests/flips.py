# SPDX-License-Identifier: BSD-2-Clause
"""All single-bit flips of lengths, pointers and counts in what the golden machines' guests get,
with checksums made right again."""
from __future__ import annotations

import json
import pathlib
import re
from collections.abc import Iterator
from typing import Any

from aetherboot import Plan
from aetherboot.check import check
from aetherboot.check.fdt_tree import Item, Tree
from aetherboot.check.inputs import everything
from aetherboot.decode import Node, build, read
from aetherboot.decode.node import Input
from aetherboot.tool.build import write
from aetherboot.tool.folder import Folder
from conftest import golden, way_is_of, way_plan

# What the readers mark as derived is a length, a place or a checksum. These are the counts,
# lengths and pointers beside them, which a writer's caller may choose.
MORE = re.compile(
    r"(Number (of|Of) .*|Number\w*|\w+ Count|.* Count|n\w+s|nr_modules|memmap_entries|e820_entries"
    r"|len|next|setup_data|(ext_)?cmd_line_ptr|(ext_)?ramdisk_(image|size)|acpi_rsdp_addr"
    r"|payload_(offset|length)|\w+_paddr|paddr|VendorTable|HeaderSize|NumberOf\w+|DataOffset"
    r"|Length|EXTENDED TABLE LENGTH|OEM TABLE (POINTER|SIZE)|.* Handle|Contained Element .*"
    r"|seed size|LENGTH|mod_start|mod_end)\Z")
CHECKSUM = re.compile(r".*(checksum|CHECKSUM|CRC32|Checksum).*")
NEVER = {  # of these names, but neither length nor pointer nor count
    ("Memory Affinity", "Length"), ("GIC Redistributor (GICR)", "Discovery Range Length"),
    ("GIC MSI Frame", "SPI Count"), ("Processor Information", "Core Count"),
    ("Processor Information", "Thread Count"), ("Cache Type Structure", "Number of sets"),
    ("System Enclosure or Chassis", "Number of Power Cords")}
ENTRY = range(12, 52)  # bits of an entry of page tables that are a pointer
CELLS = {  # of properties: the first cell that refers, and from one to the next
    **dict.fromkeys((
        "phandle", "interrupt-parent", "next-level-cache", "cpu", "memory-region", "msi-parent",
        "linux,initrd-start", "linux,initrd-end", "linux,uefi-system-table",
        "linux,uefi-mmap-start", "linux,uefi-mmap-size", "clocks"), (0, 1)),
    "msi-map": (1, 4), "iommu-map": (1, 4), "gpios": (0, 3)}


class Flip:
    """A bit that is flipped: its place, and what people call the field."""

    def __init__(self, region: int, at: int, bit: int, name: str) -> None:
        self.region, self.at, self.bit, self.name = region, at, bit, name


class Guest:
    """What a guest gets, as a tree of which one region at a time is another."""

    def __init__(self, plan: Plan, folder: pathlib.Path) -> None:
        with Folder(str(folder)) as out:
            write(plan, out, "folder")
        self.told: dict[str, Any] = json.loads((folder / "manifest.json").read_text())
        self.root = read(str(folder))
        self.places = [i for i, node in enumerate(self.root.children) if node.name == "region"]
        self.data = [(folder / row["file"]).read_bytes()
                     if row["kind"] in build.READERS and "file" in row else b""
                     for row in self.told["regions"]]

    def with_region(self, index: int, data: bytes) -> Node:
        """A region of other bytes."""
        row, old = self.told["regions"][index], self.root.children[self.places[index]]
        node = Node("region")
        node.key = old.key
        node.children = [child for child in old.children[:3]]
        build._decode(Input(data), node, row["kind"], int(row["base"], 16), self.told)
        return node

    def flips(self, seen: set[tuple[str, bytes]]) -> Iterator[Flip]:
        """All flips, but those in regions of the same kind and bytes as one that was seen."""
        for index, data in enumerate(self.data):
            key = self.told["regions"][index]["kind"], data
            if data and key not in seen:
                seen.add(key)
                for at, bits, name in fields(self.root.children[self.places[index]]):
                    for bit in bits:
                        yield Flip(index, at + bit // 8, bit % 8, name)

    def flipped(self, flip: Flip) -> Node:
        """The tree with a bit flipped, and checksums that are right."""
        data = bytearray(self.data[flip.region])
        data[flip.at] ^= 1 << flip.bit
        for _ in range(3):
            node = self.with_region(flip.region, bytes(data))
            if not righted(data, node):
                break
        root = Node(self.root.name)
        root.children = list(self.root.children)
        root.children[self.places[flip.region]] = node
        return root

    def finds(self, flip: Flip, before: int, quick: bool = False) -> bool:
        """Whether the check finds more than before. A remark of the reader is a finding, so when
        it is to be quick nothing else is judged then."""
        root = self.flipped(flip)
        region = root.children[self.places[flip.region]]
        remark = any(node.remark for node in everything(region))
        if remark and quick:
            return True
        found = len(check([("guest", root)]).found) > before
        assert found or not remark, (flip.name, "a remark is no finding")
        return found


def righted(data: bytearray, top: Node) -> bool:
    """Write the checksums that a reader finds wrong. Returns whether there is one."""
    stack, changed = [top], False
    while stack:
        node = stack.pop()
        stack += node.children
        if node.remark.startswith("must be 0x") and CHECKSUM.match(node.name):
            right = int(node.remark.split(";")[0].split()[-1], 16)
            assert node.offset is not None and node.size is not None
            data[node.offset:node.offset + node.size] = right.to_bytes(node.size, "little")
            changed = True
            break  # the next may follow from it
    return changed


def fields(top: Node) -> Iterator[tuple[int, range, str]]:
    """Offset, bits and name of each length, pointer and count."""
    stack: list[tuple[Node, str]] = [(child, top.key.split(",")[0]) for child in top.children[3:]]
    if top.find("fdt_header") is not None:
        yield from _tree(Tree(top))
    while stack:
        node, above = stack.pop()
        if node.name == "/":
            continue
        stack += [(child, node.name) for child in node.children if child.bits is None]
        if not isinstance(node.value, int) or node.bits or node.offset is None:
            continue
        if CHECKSUM.match(node.name) or (above, node.name) in NEVER:
            continue
        table = node.name == "entry" and above.startswith(("PML", "page"))
        if table:  # the address is in bits 12 to 51
            yield node.offset, ENTRY, f"{above} / {node.name}"
        elif node.derived and (above, node.name) not in NEVER or MORE.match(node.name):
            yield node.offset, range(8 * (node.size or 0)), f"{above} / {node.name}"


def _tree(tree: Tree) -> Iterator[tuple[int, range, str]]:
    """Those of each property: its length, the offset of its name, and what refers in it."""
    for item in tree.items:
        for name, node in item.props.items():
            assert node.offset is not None and isinstance(node.value, bytes)
            yield node.offset - 8, range(32), f"property {name} / length"
            yield node.offset - 4, range(32), f"property {name} / name offset"
            for cell in _references(tree, item, name):
                yield node.offset + 4 * cell, range(32), f"property {name} / value"


def _references(tree: Tree, item: Item, name: str) -> Iterator[int]:
    """The cells of a property that are phandles, addresses or sizes of what is in memory."""
    count = len(item.cells(name))
    first, step = CELLS.get(name, (0, 0))
    if step:
        yield from range(first, count, step)
    elif name == "interrupt-map":
        at = item.cell("#address-cells", 2) + item.cell("#interrupt-cells", 1)
        before = at
        while at < count:
            yield at
            target = tree.phandles[item.cells(name)[at]][0]
            at += 1 + target.cell("#address-cells", 0) + target.cell("#interrupt-cells", 1) + before


def guests(name: str) -> Iterator[tuple[str, Plan]]:
    """A golden machine, booted each way."""
    machine, ways = golden()[name]
    for way in ways:
        if way_is_of(machine, way):
            yield way.name, way_plan(machine.replace(tables=way.tables or machine.tables), way)
