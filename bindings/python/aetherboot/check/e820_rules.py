# SPDX-License-Identifier: BSD-2-Clause
"""Rules over E820 maps: those of Linux's zero page, with what setup_data adds, of PVH and
Multiboot."""
from __future__ import annotations

from ..decode.node import shown
from ..decode.x86_fields import E820_TYPES
from .inputs import ACPI_REGIONS, Inputs, of
from .maps import RAM, e820, machine_ram
from .parts import all_regions, over_set
from .ranges import covers, joined, meets, overlaps, told
from .rule import ERROR, SET, WARNING, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .parts import Told

LIMIT = 1 << 52  # of physical addresses
SECTION = "X86BOOT zero page"


def _order(inputs: Inputs) -> Told:
    for one in inputs.fact(e820):
        for before, after in zip(one.entries, one.entries[1:]):
            if after.start < before.start:
                yield after.node, (f"addr is {after.start:#x}, below {before.start:#x} of the "
                                   "entry before it"), before.node


def _overlap(inputs: Inputs) -> Told:
    for one in inputs.fact(e820):
        for before, after in overlaps(one.entries):
            yield after.node, (f"the entry begins at {after.start:#x}, but the one at "
                               f"{before.start:#x} ends at {before.end - 1:#x}"), before.node


def _empty(inputs: Inputs) -> Told:
    for one in inputs.fact(e820):
        for entry in one.entries:
            if entry.start == entry.end:
                yield of(entry.node, one.size), f"the entry at {entry.start:#x} has a size of 0"


def _type(inputs: Inputs) -> Told:
    for one in inputs.fact(e820):
        for entry in one.entries:
            if entry.type not in E820_TYPES:
                yield of(entry.node, "type"), (f"the entry at {entry.start:#x} has the type "
                                               f"{entry.type}")


def _limit(inputs: Inputs) -> Told:
    for one in inputs.fact(e820):
        for entry in one.entries:
            if entry.end > LIMIT:
                yield of(entry.node, one.size), (f"the entry at {entry.start:#x} ends at "
                                               f"{entry.end - 1:#x}, but physical addresses have "
                                               "52 bits")


def _none(inputs: Inputs) -> Told:
    for one in inputs.fact(e820):
        if not one.ram():
            yield one.owner, f"the map has {len(one.entries)} entries, none of which is RAM"


def _count(inputs: Inputs) -> Told:
    for page in inputs.all("boot_params"):
        unused, count = page.find("unused e820_entries"), of(page, "e820_entries")
        if unused is not None and unused.value is not None:
            yield count, (f"e820_entries is {shown(count)}, but the place of the next entry has "
                          "bytes other than 0"), unused
        elif count.remark:
            yield count, f"e820_entries is {shown(count)}, it {count.remark}"


def _not_ram(inputs: Inputs) -> Told:
    has = inputs.fact(machine_ram)
    for one in inputs.fact(e820) if has else ():
        for entry in one.entries:
            if entry.type == RAM and entry.start < entry.end and \
                    not covers(has, entry.start, entry.end):
                yield entry.node, (f"the entry says that {entry} is RAM, but the manifest has RAM "
                                   f"from {told(has)}")


def _not_free(inputs: Inputs) -> Told:
    """Regions that the plan reserves are not RAM of the map. Of ACPI tables another rule tells."""
    for one in inputs.fact(e820):
        free = one.ram()
        for part in inputs.fact(all_regions):
            if part.type in ("RAM", "") or not part.size or part.kind in ACPI_REGIONS:
                continue
            hit = meets(free, part.base, part.end)
            if hit is not None:
                node = next(entry.node for entry in one.entries if entry.type == RAM
                            and hit.start <= entry.start < entry.end <= hit.end
                            and entry.start < part.end and part.base < entry.end)
                yield node, f"the map says that {hit} is RAM, but {part.name} is {part.type}", \
                    part.node


def _missing(inputs: Inputs) -> Told:
    for one in inputs.fact(e820):
        known = joined(one.entries)
        for has in inputs.fact(machine_ram):
            if not covers(known, has.start, has.end):
                yield one.owner, f"the map tells {told(known)}, but the manifest has RAM from {has}"


RULES = (
    Rule("e820.order", WARNING, SECTION, "The entries of an E820 map ascend.",
         "Sort the entries by their addresses; some kernels read them without sorting.",
         SET, over_set(_order)),
    Rule("e820.overlap", ERROR, SECTION, "No two entries of an E820 map share an address.",
         "Cut the entries where the other ones begin; a guest may take either for true.",
         SET, over_set(_overlap)),
    Rule("e820.empty", WARNING, SECTION, "Each entry of an E820 map has a size.",
         "Leave the entry out, or correct the count of entries.", SET, over_set(_empty)),
    Rule("e820.type", WARNING, SECTION, "Each entry of an E820 map has a type that is known.",
         "Take type 2, reserved, for what is neither RAM nor ACPI's.", SET, over_set(_type)),
    Rule("e820.limit", ERROR, SECTION, "Entries of an E820 map lie below 2^52.",
         "Correct addr or size.", SET, over_set(_limit)),
    Rule("e820.no-ram", ERROR, SECTION, "An E820 map has RAM.",
         "Describe the guest's RAM by entries of type 1.", SET, over_set(_none)),
    Rule("e820.count", ERROR, SECTION, "The count of entries is right, and at most 128.",
         "Write the number of entries; what is beyond 128 belongs into SETUP_E820_EXT.",
         SET, over_set(_count)),
    Rule("e820.not-ram", ERROR, SECTION, "What an E820 map says is RAM, is RAM of the machine.",
         "Correct the entry, or give the guest the memory.", SET, over_set(_not_ram)),
    Rule("e820.not-free", ERROR, SECTION,
         "What the guest must leave alone is no RAM of its E820 map.",
         "Give the range an entry of its own: reserved, ACPI or NVS.", SET,
         over_set(_not_free)),
    Rule("e820.missing", WARNING, SECTION, "An E820 map tells all RAM of the machine.",
         "Add an entry, or the guest never uses this memory.", SET, over_set(_missing)),
)
