# SPDX-License-Identifier: BSD-2-Clause
"""Rules of device trees: memory, processors, what /chosen says, registers of devices."""
from __future__ import annotations

from .fdt_tree import (Item, Tree, controller_of, cpu_nodes, joined, memory_nodes,
                       over_trees)
from .ranges import covers, meets, told
from .rule import ERROR, SET, WARNING, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..decode.node import Node
    from .parts import Told


EFI = "linux,uefi-system-table"  # then memory is told by EFI's map, not by the tree
LAST = 1 << 64
METHODS = ("psci", "spin-table")
TIMERS, PPI = ("arm,armv8-timer", "arm,armv7-timer"), 1  # PPI: the first cell of its interrupts


def _memory(tree: Tree) -> Told:
    """Memory nodes have a reg with sizes, and do not overlap."""
    if tree.top is None:
        return
    ranges = []
    for item in memory_nodes(tree):
        if "reg" not in item.props:
            yield item.node, f"{item.path} has no reg"
        elif item.text("device_type") != "memory":
            yield item.node, f'{item.path} has no device_type "memory", so it is not looked at'
        for base, size in item.pairs():
            if base + size > LAST:
                yield item.props["reg"], (f"{item.path}: {size:#x} bytes at {base:#x} end beyond "
                                          "2^64")
            ranges.append((base, base + size, item))
    ranges.sort(key=lambda row: row[:2])
    for one, two in zip(ranges, ranges[1:]):
        if two[0] < one[1]:
            yield two[2].props["reg"], (f"{two[2].path} begins at {two[0]:#x}, but {one[2].path} "
                                        f"ends at {one[1]:#x}")


def _no_memory(tree: Tree) -> Told:
    """Memory is told. Trees of boards leave that to the firmware."""
    chosen = tree.child("chosen")
    nodes = memory_nodes(tree)
    if tree.top is not None and not nodes and (chosen is None or EFI not in chosen.props):
        yield tree.top.node, "the tree has no memory node"
    for item in nodes:
        for base, size in item.pairs():
            if not size:
                yield item.props["reg"], f"{item.path}: 0 bytes at {base:#x} are no memory"


def _reservations(tree: Tree) -> Told:
    """What is reserved lies in memory."""
    ranges = tree.memory
    if not ranges:
        return
    for entry in tree.block.children if tree.block is not None else ():
        base, size = entry.number("address"), entry.number("size")
        if not size or not covers(ranges, base, base + size):
            yield entry, (f"the reservation of {size:#x} bytes at {base:#x} is not in memory, "
                          f"which is {told(ranges)}")
    parent = tree.child("reserved-memory")
    for item in parent.children if parent is not None else ():
        for base, size in item.pairs():
            if not size or not covers(ranges, base, base + size) and "no-map" not in item.props:
                yield item.props["reg"], (f"{item.path} reserves {size:#x} bytes at {base:#x}, "
                                          f"but memory is {told(ranges)}")


def _reserved_overlaps(tree: Tree) -> Told:
    """Two reservations do not share bytes."""
    parent = tree.child("reserved-memory")
    rows = sorted(((base, base + size, item) for item in
                   (parent.children if parent is not None else ())
                   for base, size in item.pairs()), key=lambda row: row[:2])
    for one, two in zip(rows, rows[1:]):
        if two[0] < one[1]:
            yield two[2].props["reg"], (f"{two[2].path} begins at {two[0]:#x}, but {one[2].path} "
                                        f"ends at {one[1]:#x}")
    if parent is not None and "ranges" not in parent.props:
        yield parent.node, "/reserved-memory has no ranges, so Linux takes none of it"


def _initrd(tree: Tree) -> Told:
    """The initrd has a start and an end, and lies in memory."""
    chosen = tree.child("chosen")
    if chosen is None:
        return
    nodes = [chosen.props.get(f"linux,initrd-{word}") for word in ("start", "end")]
    start, end = (joined(chosen.cells(f"linux,initrd-{word}")) for word in ("start", "end"))
    if nodes[0] is None and nodes[1] is None:
        return
    node = nodes[1] or nodes[0]
    assert node is not None
    if nodes[0] is None or nodes[1] is None:
        yield node, "one of linux,initrd-start and linux,initrd-end is missing"
    elif end < start:
        yield node, f"linux,initrd-end is {end:#x}, before linux,initrd-start {start:#x}"
    elif tree.memory and not covers(tree.memory, start, end):
        yield node, (f"the initrd is from {start:#x} to {end - 1:#x}, but memory is "
                     f"{told(tree.memory)}")


def _cpus(tree: Tree) -> Told:
    """There are processors, each with a reg of its own."""
    if tree.top is None:
        return
    found = cpu_nodes(tree)
    chosen = tree.child("chosen")
    if not found and (chosen is None or EFI not in chosen.props):
        yield tree.top.node, "the tree has no processor below /cpus"
    seen: dict[int, Item] = {}
    for item in found:
        if "reg" not in item.props:
            yield item.node, f"{item.path} has no reg"
            continue
        reg = joined(item.cells("reg"))
        if reg in seen:
            yield item.props["reg"], f"{item.path} has the reg {reg:#x}, as {seen[reg].path} has"
        seen[reg] = item
        if item.text("device_type") != "cpu":
            yield item.node, f'{item.path} has no device_type "cpu", so it is not started'
        if tree.arm64 and reg & ~0xff00ffffff:
            yield item.props["reg"], f"{item.path}: reg {reg:#x} has bits that no MPIDR has"


def _enable_methods(tree: Tree) -> Told:
    """arm64's processors say how they are started; spin tables say where."""
    found = cpu_nodes(tree) if tree.arm64 else []
    for item in found:
        method = item.text("enable-method")
        if not method and len(found) > 1:
            yield item.node, f"{item.path} has no enable-method, so it is not started"
        elif method and method not in METHODS:
            yield item.props["enable-method"], (f"{item.path}: enable-method is {method}, Linux "
                                                f"knows {' and '.join(METHODS)}")
        elif method == "spin-table" and "cpu-release-addr" not in item.props:
            yield item.node, f"{item.path} has the enable-method spin-table, no cpu-release-addr"


def _psci(tree: Tree) -> Told:
    """Where processors are started by PSCI, a node says how it is called."""
    uses = [item for item in cpu_nodes(tree) if item.text("enable-method") == "psci"]
    nodes = [item for item in tree.items
             if any(word.startswith("arm,psci") for word in item.texts("compatible"))]
    if uses and not nodes:
        yield uses[0].node, f"{uses[0].path} is started by PSCI, but the tree has no psci node"
    for item in nodes:
        if item.text("method") not in ("hvc", "smc"):
            yield item.node, f"{item.path}: method is {item.text('method')!r}, must be hvc or smc"
        if "arm,psci" in item.texts("compatible") and "cpu_on" not in item.props and \
                len(item.texts("compatible")) == 1:
            yield item.node, f"{item.path} is PSCI 0.1, but has no cpu_on"


def _timer(tree: Tree) -> Told:
    """arm64's Linux takes its clock from the architected timer."""
    nodes = [item for item in tree.items
             if any("timer" in word and word.startswith("arm,arm")
                    for word in item.texts("compatible"))]
    chosen = tree.child("chosen")
    if tree.arm64 and cpu_nodes(tree) and not nodes and (
            chosen is None or EFI not in chosen.props) and tree.top is not None:
        yield tree.top.node, "the tree has no architected timer, which Linux on arm64 needs"
    for item in nodes:
        controller = controller_of(tree, item)
        step = controller.cell("#interrupt-cells", 0) if controller is not None else 0
        if controller is None or not step or not item.enabled or "interrupts" not in item.props:
            continue
        kinds = item.cells("interrupts")[::step]
        if "interrupt-names" not in item.props and len(kinds) < 3:
            yield item.props["interrupts"], (f"{item.path} has {len(kinds)} interrupts, the first "
                                             "three must be secure, non-secure and virtual")
        gic = any(word.startswith("arm,gic-") for word in controller.texts("compatible"))
        if gic and item.text("compatible") in TIMERS and any(kind != PPI for kind in kinds):
            yield item.props["interrupts"], (f"{item.path} has an interrupt that is no PPI, though "
                                             "each processor has its own timer")


def _redistributors(tree: Tree) -> Told:
    """A GICv3 has two frames of 64 KiB, its redistributor, for each processor."""
    count = len(cpu_nodes(tree))
    for item in tree.items:
        if "arm,gic-v3" not in item.texts("compatible"):
            continue
        step = joined(item.cells("redistributor-stride")) or 0x20000
        ranges = item.pairs()[1:1 + item.cell("#redistributor-regions", 1)]
        room = sum(size // step for _, size in ranges)
        if ranges and room < count:
            yield item.props["reg"], (f"{item.path} has redistributors for {room} processors, but "
                                      f"the tree has {count}")


def _compatibles(tree: Tree) -> Told:
    """What has registers or interrupts says what it is."""
    for item in tree.items:
        if item.parent is None or item.text("device_type") in ("memory", "cpu", "cache"):
            continue
        above = item.parent.node.name
        if above in ("cpus", "reserved-memory", "aliases", "chosen"):
            continue
        if ("reg" in item.props or "interrupts" in item.props) and \
                item.parent is tree.top and not item.raw("compatible"):
            yield item.node, f"{item.path} has registers or interrupts, but no compatible"


def _overlaps(tree: Tree) -> Told:
    """Registers of devices do not overlap, nor do they lie in memory."""
    rows = []
    for item in tree.top.children if tree.top is not None else ():
        if not item.enabled or item.text("device_type") == "memory" or \
                "compatible" not in item.props:
            continue
        rows += [(base, base + size, item) for base, size in item.pairs() if size]
    rows.sort(key=lambda row: row[:2])
    for base, end, item in rows:
        hit = meets(tree.memory, base, end)
        if hit is not None:
            yield item.props["reg"], (f"{item.path} has registers from {base:#x} to {end - 1:#x}, "
                                      f"in memory from {hit}")
    for one, two in zip(rows, rows[1:]):
        if two[0] < one[1] and one[2] is not two[2]:
            yield two[2].props["reg"], (f"{two[2].path} has registers from {two[0]:#x}, but "
                                        f"{one[2].path} has some to {one[1] - 1:#x}")
        if two[0] < one[1] and one[2] is two[2]:
            yield two[2].props["reg"], f"{two[2].path}: two entries of reg overlap at {two[0]:#x}"


def _numa(tree: Tree) -> Told:
    """Distances are told between domains that are there."""
    used = {item.cell("numa-node-id", 0) for item in tree.items if "numa-node-id" in item.props}
    for item in tree.items:
        if item.text("compatible") != "numa-distance-map-v1":
            continue
        node, cells = item.props.get("distance-matrix"), item.cells("distance-matrix")
        if node is None or len(cells) % 3:
            yield node or item.node, f"{item.path}: distance-matrix must have 3 cells an entry"
            continue
        for one, two, far in zip(cells[::3], cells[1::3], cells[2::3]):
            if one not in used or two not in used:
                yield node, f"{item.path}: domain {one if one not in used else two} is of nothing"
            elif far < 10 or (far == 10) != (one == two):
                yield node, f"{item.path}: the distance from {one} to {two} is {far}"


RULES = (
    Rule("fdt.memory", ERROR, "DTSPEC 3.4", "Memory nodes have ranges, which do not overlap.",
         "Give each memory node a reg with sizes, and a device_type.", SET, over_trees(_memory)),
    Rule("fdt.no-memory", WARNING, "DTSPEC 3.4", "The tree tells where memory is.",
         "Add a memory node with the guest's RAM, unless firmware writes it into the tree.", SET,
         over_trees(_no_memory)),
    Rule("fdt.reserved", ERROR, "DTSPEC 3.5", "What is reserved is memory.",
         "Correct the range; what is not memory needs no reservation.", SET,
         over_trees(_reservations)),
    Rule("fdt.reserved-overlap", ERROR, "DTSPEC 3.5", "Reserved ranges do not overlap, and "
         "/reserved-memory has ranges.", "Cut one of them, or add an empty ranges.", SET,
         over_trees(_reserved_overlaps)),
    Rule("fdt.initrd", ERROR, "DTSPEC 3.6", "The initrd has a start and an end, in memory.",
         "Write its first address, and the one behind it.", SET, over_trees(_initrd)),
    Rule("fdt.cpu", ERROR, "DTSPEC 3.8", "There are processors, each with its own reg.",
         "Write the MPIDR of each, its bits of affinity, into its reg.", SET, over_trees(_cpus)),
    Rule("fdt.enable-method", ERROR, "ARM64BOOT 6", "Processors of arm64 say how they are "
         "started.", 'Add an enable-method: "psci", or "spin-table" with cpu-release-addr.', SET,
         over_trees(_enable_methods)),
    Rule("fdt.psci", ERROR, "PSCI", "PSCI has a node that says how it is called.",
         'Add a node of compatible "arm,psci-0.2" with the method "hvc" or "smc".', SET,
         over_trees(_psci)),
    Rule("fdt.timer", ERROR, "ARM64BOOT 6", "An arm64 machine has its architected timer.",
         'Add a node of compatible "arm,armv8-timer" with its interrupts.', SET,
         over_trees(_timer)),
    Rule("fdt.redistributor", ERROR, "IHI0069 12.10",
         "A GICv3 has a redistributor for each processor.",
         "Give the second range of its reg 128 KiB for each processor.", SET,
         over_trees(_redistributors)),
    Rule("fdt.compatible", WARNING, "DTSPEC 2.3.1", "Devices say what they are.",
         "Add compatible: no driver takes the device without it.", SET,
         over_trees(_compatibles)),
    Rule("fdt.overlap", WARNING, "DTSPEC 2.3.6", "Registers of devices are apart from each other "
         "and from memory.", "Correct the address or the size.", SET, over_trees(_overlaps)),
    Rule("fdt.numa", ERROR, "DTSPEC 2.3", "Distances are told between domains that are there.",
         "Write three cells an entry; 10 stands for the same domain.", SET, over_trees(_numa)),
)
