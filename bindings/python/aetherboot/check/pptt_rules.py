# SPDX-License-Identifier: BSD-2-Clause
"""Rules over the PPTT: how processors and caches are nested."""
from __future__ import annotations

from . import madt_rules as madt
from .inputs import bit, named, of
from .rule import ERROR, SET, WARNING, Finding, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..decode.node import Node
    from .inputs import Inputs

CPU, CACHE = "Processor hierarchy node structure", "Cache Type Structure"
ID, RESOURCE = "ACPI Processor ID", "Private resource"
MAY = {"Parent": (CPU,), "Next Level of Cache": (CACHE,), RESOURCE: (CACHE, "ID structure")}


def _places(pptt: Node) -> dict[int, Node]:
    """The structures by their offsets in the table."""
    base = pptt.offset or 0
    return {(part.offset or 0) - base: part for part in pptt.children if part.find("Type")}


def _number(field: Node | None) -> int:
    return field.value if field is not None and isinstance(field.value, int) else 0


def _reference(pptt: Node, _: Inputs) -> Iterator[Finding]:
    places = _places(pptt)
    for part in places.values():
        for field in part.children:
            to = _number(field)
            if field.name not in MAY or not to and field.name != RESOURCE:
                continue
            target = places.get(to)
            if target is None:
                yield Finding(field, f"{field.name} is {to:#x}, where no structure begins")
            elif target.name not in MAY[field.name]:
                yield Finding(field, f"{field.name} is {to:#x}, where a {target.name} begins, not "
                              f"a {MAY[field.name][0]}", target)


def _cycle(pptt: Node, _: Inputs) -> Iterator[Finding]:
    places = _places(pptt)
    for kind, name in ((CPU, "Parent"), (CACHE, "Next Level of Cache")):
        sound: set[int] = set()
        for start in places.values():
            path: list[Node] = []
            inside: set[int] = set()
            part: Node | None = start
            while part is not None and part.name == kind and id(part) not in sound:
                if id(part) in inside:
                    yield Finding(of(part, name), f"{name} of the structure at "
                                  f"{part.offset or 0:#x} leads back to it", path[-1])
                    break
                inside.add(id(part))
                path.append(part)
                to = part.number(name)
                part = places.get(to) if to else None
            sound |= inside


def _leaves(pptt: Node) -> list[Node]:
    """The processors that are no other's parent."""
    base = pptt.offset or 0
    cpus = named(pptt, CPU)
    parents = {cpu.number("Parent") for cpu in cpus}
    return [cpu for cpu in cpus if (cpu.offset or 0) - base not in parents]


def _leaf_id(pptt: Node, _: Inputs) -> Iterator[Finding]:
    for cpu in _leaves(pptt):
        if not bit(cpu, "Flags", "ACPI Processor ID valid"):
            yield Finding(of(cpu, "Flags"), f"The processor at {cpu.offset or 0:#x} is no other's "
                          "parent, but ACPI Processor ID valid is not set")


def _leaf_flag(pptt: Node, _: Inputs) -> Iterator[Finding]:
    if pptt.number("Revision") < 2:
        return
    leaves = {id(cpu) for cpu in _leaves(pptt)}
    for cpu in named(pptt, CPU):
        flag = bit(cpu, "Flags", "Node is a Leaf")
        if flag != (id(cpu) in leaves):
            yield Finding(of(cpu, "Flags"), f"Node is a Leaf is {flag}, but the processor at "
                          f"{cpu.offset or 0:#x} is " + ("a" if flag else "no") + " parent")


def _twice(pptt: Node, _: Inputs) -> Iterator[Finding]:
    seen: dict[int, Node] = {}
    for cpu in _leaves(pptt):
        if bit(cpu, "Flags", "ACPI Processor ID valid"):
            first = seen.setdefault(cpu.number(ID), cpu)
            if first is not cpu:
                yield Finding(of(cpu, ID), f"{ID} {cpu.number(ID)} is also that of the processor "
                              f"at {first.offset or 0:#x}", first)


def _package(pptt: Node, _: Inputs) -> Iterator[Finding]:
    places, good = _places(pptt), dict[int, bool]()
    for leaf in _leaves(pptt):
        path: list[int] = []
        cpu: Node | None = leaf
        found = False
        while cpu is not None and cpu.name == CPU and id(cpu) not in path[-64:]:
            if id(cpu) in good:
                found = good[id(cpu)]
                break
            path.append(id(cpu))
            if bit(cpu, "Flags", "Physical package"):
                found = True
                break
            to = cpu.number("Parent")
            cpu = places.get(to) if to else None
            if len(path) > 64:
                break
        good.update(dict.fromkeys(path, found))
        if not found:
            yield Finding(of(leaf, "Flags"), f"No node from the processor at {leaf.offset or 0:#x} "
                          "upwards is a physical package")


def _caches(pptt: Node, _: Inputs) -> Iterator[Finding]:
    seen: dict[int, Node] = {}
    for cache in named(pptt, CACHE):
        if not bit(cache, "Flags", "Cache ID valid") or cache.find("Cache ID") is None:
            continue
        number = cache.number("Cache ID")
        first = seen.setdefault(number, cache)
        if not number:
            yield Finding(of(cache, "Cache ID"), "Cache ID is 0, but Cache ID valid is set")
        elif first is not cache:
            yield Finding(of(cache, "Cache ID"), f"Cache ID {number} is also that of the cache at "
                          f"{first.offset or 0:#x}", first)


def _size(pptt: Node, _: Inputs) -> Iterator[Finding]:
    names = ("Size", "Number of sets", "Associativity", "Line size")
    flags = ("Size property valid", "Number of sets valid", "Associativity valid",
             "Line size valid")
    for cache in named(pptt, CACHE):
        if all(bit(cache, "Flags", flag) for flag in flags):
            size, sets, ways, line = (cache.number(name) for name in names)
            if size != sets * ways * line:
                yield Finding(of(cache, "Size"), f"Size is {size}, but {sets} sets of {ways} lines "
                              f"of {line} bytes have {sets * ways * line}")


def _of_madt(inputs: Inputs) -> Iterator[Finding]:
    tables = inputs.all("APIC")
    uids = {cpu.number(madt.UID) for table in tables for cpu in named(table, *madt.ID_OF)}
    for pptt in inputs.all("PPTT") if tables else ():
        for cpu in _leaves(pptt):
            if bit(cpu, "Flags", "ACPI Processor ID valid") and cpu.number(ID) not in uids:
                yield Finding(of(cpu, ID), f"{ID} is {cpu.number(ID)}, but no processor of the "
                              "MADT has this UID", tables[0])


def _missing(inputs: Inputs) -> Iterator[Finding]:
    tables = inputs.all("PPTT")
    ids = {cpu.number(ID) for pptt in tables for cpu in _leaves(pptt)}
    for table in inputs.all("APIC") if tables else ():
        for cpu in madt.processors(table):
            if cpu.number(madt.UID) not in ids:
                yield Finding(cpu, f"{madt.UID} {cpu.number(madt.UID)} of the MADT is no leaf of "
                              "the PPTT", tables[0])


RULES = (
    Rule("pptt.reference", ERROR, "ACPI 5.2.30",
         "A parent is a processor, the next level of a cache a cache, a private resource a cache.",
         "Write the offset of that structure from the table's first byte.", "PPTT", _reference),
    Rule("pptt.cycle", ERROR, "ACPI 5.2.30",
         "No structure is above itself.",
         "Write 0 as the parent of the topmost processor and as the next level of the last cache.",
         "PPTT", _cycle),
    Rule("pptt.leaf-without-id", ERROR, "ACPI 5.2.30.1",
         "A processor that is no other's parent has an ACPI Processor ID.",
         "Write the UID, and set ACPI Processor ID valid.", "PPTT", _leaf_id),
    Rule("pptt.leaf-flag", ERROR, "ACPI 5.2.30.1",
         "From revision 2 on, just the processors that are no other's parent are leaves.",
         "Set Node is a Leaf in these.", "PPTT", _leaf_flag),
    Rule("pptt.duplicate-id", ERROR, "ACPI 5.2.30.1",
         "No two leaves have the same ACPI Processor ID.",
         "Write the UID of each processor once.", "PPTT", _twice),
    Rule("pptt.no-package", WARNING, "ACPI 5.2.30.1",
         "Each processor is in a physical package.",
         "Set Physical package in the node that stands for the socket.", "PPTT", _package),
    Rule("pptt.cache-id", ERROR, "ACPI 5.2.30.2",
         "Cache IDs that are valid are not 0, and no two caches have the same.",
         "Number the caches from 1 on.", "PPTT", _caches),
    Rule("pptt.cache-size", WARNING, "ACPI 5.2.30.2",
         "A cache is as large as its sets, ways and lines say.",
         "Write the product of the three.", "PPTT", _size),
    Rule("pptt.cpu-not-in-madt", WARNING, "ACPI 5.2.30.1",
         "Each leaf is a processor of the MADT.",
         "Write the UID that the MADT has.", SET, _of_madt),
    Rule("pptt.cpu-missing", WARNING, "ACPI 5.2.30.1",
         "If there is a PPTT, each processor of the MADT is a leaf of it.",
         "Append a leaf for the processor.", SET, _missing),
)
