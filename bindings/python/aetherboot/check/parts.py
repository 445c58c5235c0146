# SPDX-License-Identifier: BSD-2-Clause
"""The regions of a build folder, the E820 maps, and what memory there is."""
from __future__ import annotations

from .inputs import Inputs, named
from .rule import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..decode.node import Node

    Range = tuple[int, int]
    Told = Iterable[tuple[Node, str] | tuple[Node, str, Node | None]]

RAM = 1  # E820's type


def over_set(function: Callable[[Inputs], Told]) -> Callable[[Inputs], Iterator[Finding]]:
    """A rule over all inputs of a function that yields nodes and texts."""
    def judge(inputs: Inputs) -> Iterator[Finding]:
        for row in function(inputs):
            yield Finding(*row)
    return judge


def over_node(function: Callable[[Node, Inputs], Told],
              ) -> Callable[[Node, Inputs], Iterator[Finding]]:
    """The same of a rule over nodes; fields that have the name of a structure are passed over."""
    def judge(node: Node, inputs: Inputs) -> Iterator[Finding]:
        if node.value is None:
            for row in function(node, inputs):
                yield Finding(*row)
    return judge


class Part:
    """A region of a build folder."""

    __slots__ = ("node", "base", "size", "kind", "type")

    def __init__(self, node: Node) -> None:
        self.node = node
        self.base, self.size = node.number("base"), node.number("size")
        self.kind = node.key.split(",")[0]
        kind = node.find("type")
        self.type = str(kind.value) if kind is not None else ""

    @property
    def remark(self) -> str:
        """What the reader of its structures says, not that of the folder."""
        return "; ".join(text for text in self.node.remark.split("; ")
                         if text and not text.startswith("its "))

    @property
    def name(self) -> str:
        """As people call it."""
        return f"the region {self.kind} at {self.base:#x}"

    @property
    def end(self) -> int:
        """The address behind it."""
        return self.base + self.size


def all_regions(inputs: Inputs) -> list[Part]:
    """All regions, in the order of the manifest."""
    return [Part(node) for node in inputs.all("region") if node.value is None]


def regions(inputs: Inputs, *kinds: str) -> list[Part]:
    """The regions of some kinds."""
    return [part for part in inputs.fact(all_regions) if part.kind in kinds]


def said_ram(inputs: Inputs) -> list[Range]:
    """The RAM that the manifest of a build folder tells, in order, touching ranges joined."""
    found = []
    for node in inputs.all("ram"):
        word = node.key.rpartition(" ")[2]
        if node.find("size") is not None and word.startswith("0x") and len(word) <= 18:
            try:
                base = int(word, 16)
            except ValueError:
                continue
            found.append((base, base + node.number("size")))
    return merged(found)


def merged(ranges: Iterable[Range]) -> list[Range]:
    """Ranges in order; those that touch or overlap are one."""
    done: list[Range] = []
    for base, end in sorted(ranges):
        if done and base <= done[-1][1]:
            done[-1] = done[-1][0], max(done[-1][1], end)
        else:
            done.append((base, end))
    return done


def covers(ranges: list[Range], base: int, end: int) -> bool:
    """A range lies in one of those that are merged."""
    return any(start <= base and end <= stop for start, stop in ranges)


def told(ranges: list[Range]) -> str:
    """Ranges for a sentence."""
    text = ", ".join(f"{base:#x} to {end - 1:#x}" for base, end in ranges[:4])
    return (text or "none") + (" and more" if len(ranges) > 4 else "")


class Map:
    """A memory map of x86, whoever has it: entries as address, end, type and node, in the given
    order."""

    __slots__ = ("owner", "entries")

    def __init__(self, owner: Node, nodes: list[Node]) -> None:
        self.owner = owner
        self.entries = [(node.number("addr"), node.number("addr") + node.number("size"),
                         node.number("type"), node) for node in nodes]

    def ram(self) -> list[Range]:
        """What is RAM, merged."""
        return merged(row[:2] for row in self.entries if row[2] == RAM and row[0] < row[1])


def maps(inputs: Inputs) -> list[Map]:
    """The E820 maps: the zero page's with what setup_data adds, and PVH's."""
    more = [entry for node in inputs.all("setup_data") for entry in named(node, "e820_entry")]
    found = [Map(page, named(page, "e820_entry") + more) for page in inputs.all("boot_params")]
    for info in inputs.all("hvm_start_info"):
        entries = named(info, "hvm_memmap_table_entry")
        if entries:
            found.append(Map(info, entries))
    return found


def ram(inputs: Inputs) -> list[Range]:
    """The RAM: as the manifest or, without one, the first E820 map says."""
    found = inputs.fact(said_ram)
    if not found and inputs.fact(maps):
        return inputs.fact(maps)[0].ram()
    return found
