# SPDX-License-Identifier: BSD-2-Clause
"""What the inputs tell of the guest's memory, in one form. Types are those of E820."""
from __future__ import annotations

from bisect import bisect_right

from .inputs import named

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..decode.node import Node
    from .inputs import Inputs

RAM, RESERVED, ACPI, NVS, UNUSABLE, PERSISTENT = 1, 2, 3, 4, 5, 7
EFI_TYPES = {1: RAM, 2: RAM, 3: RAM, 4: RAM, 7: RAM, 8: UNUSABLE, 9: ACPI, 10: NVS,
             14: PERSISTENT, 15: RAM}  # all others are reserved
PAGE = 4096
TOP = 1 << 64


class Range:
    """Addresses from `start` to `end`, which is not in it; what they are, and who says so."""

    __slots__ = ("start", "end", "type", "node")

    def __init__(self, start: int, end: int, type: int, node: Node) -> None:
        self.start = start
        self.end = end
        self.type = type
        self.node = node

    def __str__(self) -> str:
        return f"{self.start:#x} to {max(self.end - 1, 0):#x}"


def boot_params(inputs: Inputs) -> list[Range]:
    """The E820 map of Linux's zero page, with what setup_data appends to it."""
    entries = [entry for name in ("boot_params", "setup_data") for node in inputs.all(name)
               for entry in named(node, "e820_entry")]
    return _e820(entries)


def start_info(inputs: Inputs) -> list[Range]:
    """The memory map of PVH's start info."""
    return _e820([entry for info in inputs.all("hvm_start_info")
                  for entry in named(info, "hvm_memmap_table_entry")])


def efi(inputs: Inputs) -> list[Range]:
    """The EFI memory map."""
    found = []
    for entry in inputs.all("EFI_MEMORY_DESCRIPTOR"):
        start = entry.number("PhysicalStart")
        found.append(Range(start, start + PAGE * entry.number("NumberOfPages"),
                           EFI_TYPES.get(entry.number("Type"), RESERVED), entry))
    return found


def _e820(entries: Iterable[Node]) -> list[Range]:
    return [Range(entry.number("addr"), entry.number("addr") + entry.number("size"),
                  entry.number("type"), entry) for entry in entries]


def memory_map(inputs: Inputs) -> list[Range]:
    """The map that the guest gets: E820 of the zero page, else PVH's, else EFI's, in ascending
    order. Empty if the inputs have none."""
    for source in (boot_params, start_info, efi):
        found = inputs.fact(source)
        if found:
            return sorted(found, key=lambda one: one.start)
    return []


def ram(inputs: Inputs) -> list[Range]:
    """Where RAM is, in ascending order and joined: what the map tells, else the manifest of a
    build folder, else the device tree. What firmware keeps of it, as ACPI tables, is RAM too, if
    the manifest says so."""
    found = [one for one in inputs.fact(memory_map) if one.type == RAM]
    if not found:
        found = [Range(base, base + node.number("size"), RAM, node) for node in inputs.all("ram")
                 if (base := _hex(node.key.partition(" ")[2])) is not None]
    if not found:
        found = tree_memory(inputs)
    return joined(found)


def _hex(text: str) -> int | None:
    try:
        return int(text, 16)
    except ValueError:
        return None


def tree_memory(inputs: Inputs) -> list[Range]:
    """The memory nodes of device trees."""
    found = []
    for tree in inputs.all("/"):
        widths = [4 * cells(tree, name) for name in ("#address-cells", "#size-cells")]
        for node in tree.children:
            reg = node.find("reg")
            if node.name.partition("@")[0] != "memory" or reg is None \
                    or not isinstance(reg.value, bytes) or not 0 < sum(widths) <= 32:
                continue
            for at in range(0, len(reg.value) - sum(widths) + 1, sum(widths)):
                start = int.from_bytes(reg.value[at:at + widths[0]], "big")
                size = int.from_bytes(reg.value[at + widths[0]:at + sum(widths)], "big")
                found.append(Range(start, start + size, RAM, node))
    return found


def cells(node: Node, name: str) -> int:
    """A property of one cell; those that tell a number of cells are 2 and 1 if they are missing."""
    child = node.find(name)
    if child is None or not isinstance(child.value, bytes) or len(child.value) != 4:
        return 1 if name == "#size-cells" else 2
    return int.from_bytes(child.value, "big")


def joined(ranges: Iterable[Range]) -> list[Range]:
    """Ranges in ascending order; those that touch or overlap are one, and empty ones left out."""
    found: list[Range] = []
    for one in sorted(ranges, key=lambda one: one.start):
        if found and one.start <= found[-1].end:
            last = found[-1]
            found[-1] = Range(last.start, max(last.end, one.end), last.type, last.node)
        elif one.start < one.end:
            found.append(one)
    return found


def overlaps(ranges: Iterable[Range]) -> Iterator[tuple[Range, Range]]:
    """Each range that begins inside of another, behind that one. Empty ones overlap nothing."""
    last: Range | None = None
    for one in sorted(ranges, key=lambda one: (one.start, one.end)):
        if one.start >= one.end:
            continue
        if last is not None and one.start < last.end:
            yield last, one
        if last is None or one.end > last.end:
            last = one


def meets(ranges: Sequence[Range], start: int, end: int) -> Range | None:
    """The first of joined ranges that has an address from start to end."""
    at = max(_index(ranges, start), 0)
    for one in ranges[at:at + 2]:
        if one.start < end and start < one.end:
            return one
    return None


def covers(ranges: Sequence[Range], start: int, end: int) -> bool:
    """Whether joined ranges have all addresses from start to end."""
    at = _index(ranges, start)
    return at >= 0 and end <= ranges[at].end


def gaps(ranges: Sequence[Range], start: int, end: int) -> Iterator[tuple[int, int]]:
    """What joined ranges leave out from start to end."""
    for index in range(max(_index(ranges, start), 0), len(ranges)):
        one = ranges[index]
        if one.start >= end:
            break
        if start < one.start:
            yield start, one.start
        start = max(start, one.end)
    if start < end:
        yield start, end


def _index(ranges: Sequence[Range], start: int) -> int:
    """The last of joined ranges that does not begin behind an address, or -1."""
    return bisect_right(ranges, start, key=lambda one: one.start) - 1
