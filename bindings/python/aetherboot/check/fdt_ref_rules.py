# SPDX-License-Identifier: BSD-2-Clause
"""Rules of device trees: phandles and what refers to them."""
from __future__ import annotations

from .fdt_tree import Item, Tree, controller_of, cpu_nodes, over_trees, target_of
from .rule import ERROR, SET, WARNING, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..decode.node import Node
    from .parts import Told


# property: the cell that is a phandle, cells of an entry (0: as the target's last member says),
# what the target must have (or nothing), and its property that counts the cells behind
LISTS: dict[str, tuple[int, int, str, str]] = {
    "interrupt-parent": (0, 1, "#interrupt-cells", ""),
    "next-level-cache": (0, 1, "", ""), "l2-cache": (0, 1, "", ""),
    "cpu": (0, 1, "enable-method|device_type", ""),
    "memory-region": (0, 1, "reg|size", ""),
    "msi-map": (1, 4, "msi-controller|#msi-cells", ""),
    "iommu-map": (1, 4, "#iommu-cells", ""),
    "msi-parent": (0, 0, "msi-controller|#msi-cells", "#msi-cells"),
    "clocks": (0, 0, "#clock-cells", "#clock-cells"),
    "iommus": (0, 0, "#iommu-cells", "#iommu-cells"),
    "interrupts-extended": (0, 0, "#interrupt-cells", "#interrupt-cells"),
    "gpios": (0, 0, "#gpio-cells", "#gpio-cells"),
    "resets": (0, 0, "#reset-cells", "#reset-cells"),
    "power-domains": (0, 0, "#power-domain-cells", "#power-domain-cells"),
}


def _duplicates(tree: Tree) -> Told:
    """A phandle is that of one node, and neither 0 nor all ones."""
    for handle, items in tree.phandles.items():
        if handle in (0, 0xffffffff):
            yield items[0].props["phandle"], f"{items[0].path} has the phandle {handle:#x}"
        for item in items[1:]:
            yield item.props["phandle"], (f"{item.path} has the phandle {handle:#x}, and so has "
                                          f"{items[0].path}")


def _references(tree: Tree) -> Told:
    """References lead to a node that is what they want."""
    for item in tree.items:
        for name, node in item.props.items():
            row = LISTS.get(name)
            if row is not None and not _other_meaning(item, name):
                yield from _list(tree, item, name, node, row)
        if "interrupt-map" in item.props:
            yield from _map(tree, item)


def _other_meaning(item: Item, name: str) -> bool:
    """The name stands for something else in this node."""
    return name == "cpu" and not _in_cpu_map(item) or \
        name == "gpios" and "gpio-hog" in item.props  # pins of the parent, and their flags


def _in_cpu_map(item: Item) -> bool:
    return any(above.node.name == "cpu-map" for above in item.above())


def _list(tree: Tree, item: Item, name: str, node: Node,
          row: tuple[int, int, str, str]) -> Told:
    first, step, wants, count = row
    cells, at = item.cells(name), 0
    while at < len(cells):
        if at + max(first + 1, step) > len(cells):
            yield node, f"{item.path}: {name} ends within an entry"
            return
        target = target_of(tree, cells[at + first])
        if not step and not cells[at]:  # the place of a member that is not there
            at += 1
            continue
        if target is None:
            yield node, f"{item.path}: {name} refers to {cells[at + first]:#x}, no node's phandle"
            if not step:
                return
        elif wants and not any(want in target.props for want in wants.split("|")):
            yield node, (f"{item.path}: {name} refers to {target.path}, which has no "
                         f"{wants.replace('|', ' or ')}")
        if step:
            at += step
            continue
        at += 1 + (target.cell(count, 0) if target is not None else 0)
        if at > len(cells):
            yield node, f"{item.path}: {name} ends within an entry"


def _map(tree: Tree, item: Item) -> Told:
    """interrupt-map: child address and interrupt, controller, its address and interrupt."""
    node, cells, at = item.props["interrupt-map"], item.cells("interrupt-map"), 0
    before = item.cell("#address-cells", 2) + item.cell("#interrupt-cells", 1)
    if len(item.cells("interrupt-map-mask")) not in (0, before):
        yield item.props["interrupt-map-mask"], (
            f"{item.path}: interrupt-map-mask has {len(item.cells('interrupt-map-mask'))} cells, "
            f"an address and an interrupt have {before}")
    while at < len(cells):
        target = target_of(tree, cells[at + before]) if at + before < len(cells) else None
        if target is None or "#interrupt-cells" not in target.props:
            yield node, (f"{item.path}: interrupt-map has an entry at cell {at} that refers to no "
                         "interrupt controller")
            return
        at += before + 1 + target.cell("#address-cells", 0) + target.cell("#interrupt-cells", 1)
        if at > len(cells):
            yield node, f"{item.path}: interrupt-map ends within an entry"


def _caches(tree: Tree) -> Told:
    """What a processor or a cache has behind it says which level it is."""
    for item in tree.items:
        for name in ("next-level-cache", "l2-cache"):
            target = target_of(tree, item.cell(name, 0)) if name in item.props else None
            if target is not None and "cache-level" not in target.props:
                yield item.props[name], (f"{item.path}: {name} refers to {target.path}, which has "
                                         "no cache-level")


def _interrupt_parents(tree: Tree) -> Told:
    """Whoever has interrupts has a controller."""
    for item in tree.items:
        if "interrupts" in item.props and controller_of(tree, item) is None:
            yield item.props["interrupts"], (
                f"{item.path} has interrupts, but neither it nor what contains it has an "
                "interrupt-parent that is there")


def _interrupt_cells(tree: Tree) -> Told:
    """interrupts has whole entries of the controller's cells."""
    for item in tree.items:
        controller = controller_of(tree, item) if "interrupts" in item.props else None
        if controller is None:
            continue
        count, cells = controller.cell("#interrupt-cells", 0), item.cells("interrupts")
        if not count or len(cells) % count or not cells:
            yield item.props["interrupts"], (
                f"{item.path}: interrupts has {len(cells)} cells, but {controller.path} takes "
                f"{count} each")


def _counted_names(tree: Tree) -> Told:
    """Lists of names have as many members as what they name."""
    for item in tree.items:
        counts = {
            "interrupt-names": _count_interrupts(tree, item),
            "clock-names": _count(tree, item, "clocks"), "reg-names": len(item.pairs()) or None}
        for name, count in counts.items():
            if name in item.props and count is not None and len(item.texts(name)) != count:
                yield item.props[name], (f"{item.path}: {name} has {len(item.texts(name))} names, "
                                         f"but there are {count} of what it names")


def _count_interrupts(tree: Tree, item: Item) -> int | None:
    """Interrupts of a node, or None. interrupts-extended counts, if both are there."""
    if "interrupts-extended" in item.props:
        return _count(tree, item, "interrupts-extended")
    controller = controller_of(tree, item)
    return len(item.cells("interrupts")) // max(controller.cell("#interrupt-cells", 1), 1) \
        if controller is not None else None


def _count(tree: Tree, item: Item, name: str) -> int | None:
    """Members of a list of references whose cells the targets count; None: it is broken."""
    cells, at, n = item.cells(name), 0, 0
    while at < len(cells):
        target = target_of(tree, cells[at])
        if target is None and cells[at]:
            return None
        at += 1 + (target.cell(LISTS[name][3], 0) if target is not None else 0)
        n += 1
    return n


def _cpu_map(tree: Tree) -> Told:
    """Each processor is in cpu-map once, or there is none."""
    cpus = tree.child("cpus")
    top = None if cpus is None else next((child for child in cpus.children
                                          if child.node.name == "cpu-map"), None)
    if top is None:
        return
    seen: dict[int, str] = {}
    for item in tree.items:
        if "cpu" not in item.props or not _in_cpu_map(item):
            continue
        handle = item.cell("cpu", 0)
        if handle in seen:
            yield item.props["cpu"], f"{item.path} is the processor that {seen[handle]} is"
        seen[handle] = item.path
    for cpu in cpu_nodes(tree):
        if cpu.cell("phandle", 0) not in seen:
            yield cpu.node, f"{cpu.path} is not in the cpu-map, which has others"


def _addresses_of_controllers(tree: Tree) -> Told:
    """A controller in an interrupt-map says how many cells its addresses have."""
    for item in tree.items:
        if "interrupt-controller" in item.props and "#interrupt-cells" not in item.props:
            yield item.node, f"{item.path} is an interrupt controller without #interrupt-cells"
        if "interrupt-map" in item.props and "#address-cells" not in item.props:
            yield item.node, f"{item.path} has an interrupt-map, but no #address-cells"


RULES = (
    Rule("fdt.duplicate-phandle", ERROR, "DTSPEC 2.3.3", "A phandle is that of one node.",
         "Give each node its own, neither 0 nor 0xffffffff.", SET, over_trees(_duplicates)),
    Rule("fdt.reference", ERROR, "DTSPEC 2.3.3", "References lead to nodes that are what is "
         "wanted.", "Write the phandle of such a node, and the cells that it wants.", SET,
         over_trees(_references)),
    Rule("fdt.cache-level", WARNING, "DTSPEC 3.9", "Shared caches say which level they are.",
         "Add cache-level to the cache; kernels that do not count levels by themselves miss it.",
         SET, over_trees(_caches)),
    Rule("fdt.interrupt-parent", ERROR, "DTSPEC 2.4.1.2", "Whoever interrupts has a controller.",
         "Add interrupt-parent to the node or to one that contains it.", SET,
         over_trees(_interrupt_parents)),
    Rule("fdt.interrupts", ERROR, "DTSPEC 2.4.1.1", "Interrupts have the cells of the controller.",
         "Write #interrupt-cells cells for each interrupt.", SET, over_trees(_interrupt_cells)),
    Rule("fdt.names-count", WARNING, "DTSPEC 2.4.1.1", "Lists of names have a name for each.",
         "Write as many names as there are members.", SET, over_trees(_counted_names)),
    Rule("fdt.cpu-map", ERROR, "DTSPEC 3.8", "The cpu-map has each processor once.",
         "Refer to each processor from one core or thread.", SET, over_trees(_cpu_map)),
    Rule("fdt.interrupt-controller", ERROR, "DTSPEC 2.4.2", "Controllers say how many cells "
         "interrupts have.", "Add #interrupt-cells, and #address-cells where a map is.", SET,
         over_trees(_addresses_of_controllers)),
)
