# SPDX-License-Identifier: BSD-2-Clause
"""Rules over Multiboot information of both versions. Its memory map is judged as any E820 map."""
from __future__ import annotations

from .inputs import Inputs, named, of
from .maps import ram
from .parts import all_regions, over_set, regions
from .ranges import ascending, covers, told
from .rule import ERROR, SET, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .parts import Told

KINDS = ("initrd", "module")  # of regions that modules lead to


def _modules(inputs: Inputs) -> Told:
    """Modules lead to the regions, each to one."""
    parts = {base: part for kind in KINDS for base, part in regions(inputs, kind).items()}
    places = ascending(part.range for part in parts.values())
    has = () if inputs.fact(all_regions) else inputs.fact(ram)
    for info in (*inputs.all("multiboot_info"), *inputs.all("multiboot2_info")):
        rows = named(info, "module", "Modules")
        for row in rows:
            start, end = row.number("mod_start"), row.number("mod_end")
            part = parts.get(start)
            if part is not None and part.end != end:
                yield of(row, "mod_end"), (f"mod_end is {end:#x}, but {part.name} ends before "
                                           f"{part.end:#x}"), part.node
            elif part is None and inputs.fact(all_regions):
                yield of(row, "mod_start"), (f"mod_start is {start:#x}, but modules are in "
                                             f"{told(places)}")
            elif has and not covers(has, start, end):
                yield of(row, "mod_start"), (f"the module is from {start:#x} to {end - 1:#x}, but "
                                             f"RAM is {told(has)}")
        for base in parts.keys() - {row.number("mod_start") for row in rows}:
            yield info, f"no module leads to {parts[base].name}", parts[base].node


def _module_order(inputs: Inputs) -> Told:
    for info in (*inputs.all("multiboot_info"), *inputs.all("multiboot2_info")):
        for row in named(info, "module", "Modules"):
            start, end = row.number("mod_start"), row.number("mod_end")
            if end < start:
                yield of(row, "mod_end"), f"mod_end is {end:#x}, below mod_start, {start:#x}"


RULES = (
    Rule("multiboot.module", ERROR, "MB1 3.3", "Modules lead to what is placed for them.",
         "Write the address of the module, and the one behind it.", SET, over_set(_modules)),
    Rule("multiboot.module-end", ERROR, "MB1 3.3", "A module does not end before it begins.",
         "Write the address behind the module into mod_end.", SET, over_set(_module_order)),
)
