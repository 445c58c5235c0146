# SPDX-License-Identifier: BSD-2-Clause
"""What the inputs tell of the guest's memory, in one form: ranges with types of E820."""
from __future__ import annotations

from .fdt_tree import trees
from .inputs import named
from .ranges import Range, joined

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..decode.node import Node
    from .inputs import Inputs

RAM, RESERVED, ACPI, NVS, UNUSABLE, PERSISTENT = 1, 2, 3, 4, 5, 7
EFI_TYPES = {1: RAM, 2: RAM, 3: RAM, 4: RAM, 7: RAM, 8: UNUSABLE, 9: ACPI, 10: NVS,
             14: PERSISTENT, 15: RAM}  # all others are reserved
PAGE = 4096
TOP = 1 << 64


class E820:
    """A memory map of x86, whoever has it: ranges in the given order."""

    __slots__ = ("owner", "entries", "size")

    def __init__(self, owner: Node, nodes: Sequence[Node], addr: str = "addr",
                 size: str = "size") -> None:
        self.owner, self.size = owner, size
        self.entries = [Range(node.number(addr), node.number(addr) + node.number(size),
                              node, node.number("type")) for node in nodes]

    def ram(self) -> list[Range]:
        """What is RAM, joined."""
        return joined(one for one in self.entries if one.type == RAM)


def e820(inputs: Inputs) -> list[E820]:
    """The E820 maps: the zero page's with what setup_data appends to it, PVH's, and
    Multiboot's, which version 1 has beside the rest and version 2 in a tag."""
    more = [entry for node in inputs.all("setup_data") for entry in named(node, "e820_entry")]
    found = [E820(page, named(page, "e820_entry") + more) for page in inputs.all("boot_params")]
    found += [E820(info, entries) for info in inputs.all("hvm_start_info")
              if (entries := named(info, "hvm_memmap_table_entry"))]
    return found + [E820(owner, entries, "base_addr", "length")
                    for owner in (*inputs.all("multiboot_info"), *inputs.all("Memory map"))
                    if (entries := named(owner, "mmap entry"))]


def efi(inputs: Inputs) -> list[Range]:
    """The EFI memory map, in the given order."""
    found = []
    for entry in inputs.all("EFI_MEMORY_DESCRIPTOR"):
        start = entry.number("PhysicalStart")
        found.append(Range(start, start + PAGE * entry.number("NumberOfPages"), entry,
                           EFI_TYPES.get(entry.number("Type"), RESERVED)))
    return found


def memory_map(inputs: Inputs) -> list[Range]:
    """The map that the guest gets: the first E820 map, else EFI's, in ascending order. Empty if
    the inputs have none."""
    found = next((one.entries for one in inputs.fact(e820) if one.entries), None) \
        or inputs.fact(efi)
    return sorted(found, key=lambda one: one.start)


def machine_ram(inputs: Inputs) -> list[Range]:
    """The RAM that the manifest of a build folder tells, joined: all that the machine has, what
    firmware keeps for itself too."""
    return joined(Range(base, base + node.number("size"), node, RAM) for node in inputs.all("ram")
                  if (base := _address(node.key.partition(" ")[2])) is not None)


def _address(text: str) -> int | None:
    try:
        base = int(text, 16)
    except ValueError:
        return None
    return base if 0 <= base < TOP else None


def ram(inputs: Inputs) -> list[Range]:
    """Where RAM is, joined. The manifest of a build folder comes first, as it tells what the
    machine has; other rules compare it with the map that the guest gets, which comes second. The
    memory nodes of device trees come last: where there is a map, guests ignore them."""
    return inputs.fact(machine_ram) \
        or joined(one for one in inputs.fact(memory_map) if one.type == RAM) \
        or joined(one for tree in inputs.fact(trees) for one in tree.memory)
