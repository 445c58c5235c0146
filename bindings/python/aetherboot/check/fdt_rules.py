# SPDX-License-Identifier: BSD-2-Clause
"""Rules of device trees: structure, names, and what single properties must be."""
from __future__ import annotations

from .fdt_tree import (Item, Tree, address_cells, broken, cells_of, cpu_nodes, joined, over_trees,
                       size_cells)
from .rule import ERROR, SET, WARNING, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .parts import Told


PCI_SPACE = 3 << 24  # of the first cell of an address: 0 is configuration space
# what a property of this name must be, whatever node it is in: c and a number: so many cells;
# C: a whole number of cells; s: one string; l: strings; f: nothing; q: one or two cells
FORMS = {
    "#address-cells": "c1", "#size-cells": "c1", "#interrupt-cells": "c1", "#clock-cells": "c1",
    "#msi-cells": "c1", "#iommu-cells": "c1", "#gpio-cells": "c1", "#redistributor-regions": "c1",
    "phandle": "c1", "linux,phandle": "c1", "interrupt-parent": "c1", "numa-node-id": "c1",
    "next-level-cache": "c1", "cpu": "c1", "linux,pci-domain": "c1", "linux,code": "c1",
    "linux,pci-probe-only": "c1", "cache-level": "c1", "cache-size": "c1", "cache-sets": "c1",
    "cache-line-size": "c1", "i-cache-size": "c1", "i-cache-sets": "c1", "i-cache-line-size": "c1",
    "d-cache-size": "c1", "d-cache-sets": "c1", "d-cache-line-size": "c1", "width": "c1",
    "height": "c1", "stride": "c1", "current-speed": "c1", "reg-shift": "c1", "reg-io-width": "c1",
    "arm,msi-base-spi": "c1", "arm,msi-num-spis": "c1", "capacity-dmips-mhz": "c1",
    "cpu_on": "c1", "cpu_off": "c1", "cpu_suspend": "c1", "migrate": "c1", "bank-width": "C",
    "linux,uefi-mmap-size": "c1", "linux,uefi-mmap-desc-size": "c1", "virtual-reg": "C",
    "linux,uefi-mmap-desc-ver": "c1", "linux,uefi-secure-boot": "c1",
    "linux,uefi-system-table": "c2", "linux,uefi-mmap-start": "c2", "kaslr-seed": "c2",
    "bus-range": "c2", "linux,initrd-start": "q", "linux,initrd-end": "q",
    "clock-frequency": "q", "timebase-frequency": "q",
    "reg": "C", "ranges": "C", "dma-ranges": "C", "interrupts": "C", "interrupts-extended": "C",
    "interrupt-map": "C", "interrupt-map-mask": "C", "msi-map": "C", "iommu-map": "C",
    "msi-parent": "C", "clocks": "C", "memory-region": "C", "distance-matrix": "C",
    "iommus": "C", "gpios": "C",
    "compatible": "l", "status": "s", "device_type": "s", "model": "s", "bootargs": "s",
    "stdout-path": "s", "enable-method": "s", "method": "s", "label": "s", "serial-number": "s",
    "format": "s", "clock-names": "l", "interrupt-names": "l", "clock-output-names": "l",
    "reg-names": "l",
    "interrupt-controller": "f", "msi-controller": "f", "gpio-controller": "f", "dma-coherent": "f",
    "no-map": "f", "reusable": "f", "always-on": "f", "cache-unified": "f",
    "arm,no-tick-in-suspend": "f", "hotpluggable": "f", "dma-noncoherent": "f",
}
WANTED = {"c1": "4 bytes", "c2": "8 bytes", "C": "a whole number of 4 bytes, and some",
          "q": "4 or 8 bytes", "s": "one string with a NUL at its end",
          "l": "strings with a NUL behind each", "f": "empty"}
MAY_BE_EMPTY = ("ranges", "dma-ranges", "bootargs", "memory-region")
MOST_CELLS = 4  # of an address or a size
MOST_NAMES = 10_000  # that are held against each other
MOST_ARM64 = 2 << 20  # bytes of a tree that arm64's Linux maps
PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789,._+-")
LABELS = ("__symbols__", "aliases")  # nodes of names that their writer chose
KNOWN = frozenset(FORMS) | {"size", "alignment", "name", "regulator-name", "linux,name"}


def _structure(tree: Tree) -> Told:
    """What the reader could not follow."""
    for node in broken(tree.part):
        what = node.label if node is not tree.part else "the tree"
        shown = f" {node.value:#x}" if isinstance(node.value, int) else ""
        yield node, f"{what}{shown}: {node.remark}"


def _version(tree: Tree) -> Told:
    """The versions of the format that readers know."""
    header = tree.header
    if header is None:
        return
    first, last = header.number("version"), header.number("last_comp_version")
    if first < 16 or last > 17 or last > first:
        yield header, (f"version is {first} and last_comp_version {last}, but readers know 16 and "
                       "17, and the second must not be above the first")


def _cpu_of_boot(tree: Tree) -> Told:
    """boot_cpuid_phys is a processor's."""
    if tree.header is None or tree.top is None:
        return
    cpus = [joined(item.cells("reg")) for item in cpu_nodes(tree)]
    boot = tree.header.number("boot_cpuid_phys")
    if cpus and boot not in [reg & 0xffffffff for reg in cpus]:
        yield tree.header.find("boot_cpuid_phys") or tree.header, (
            f"boot_cpuid_phys is {boot:#x}, but no processor has that reg")


def _duplicates(tree: Tree) -> Told:
    """Names that are there twice in a node."""
    for item in tree.items:
        seen: set[tuple[bool, str]] = set()
        for child in item.node.children:
            name = child.value is None, child.name
            if name in seen:
                kind = "node" if name[0] else "property"
                yield child, f"{item.path} has two of the {kind} {child.name}"
            seen.add(name)


def _names(tree: Tree) -> Told:
    """Characters and lengths of names; a name that is the end of another one."""
    for item in tree.items:
        if item.parent is not None:
            base, _, unit = item.node.name.partition("@")
            if not 1 <= len(base) <= 31 or not PLAIN.issuperset(base):
                yield item.node, (f"{item.path}: the name has {len(base)} characters, it must have "
                                  "1 to 31 letters, digits and , . _ + -")
            elif "@" in item.node.name and (not unit or not PLAIN.issuperset(unit)):
                yield item.node, f"{item.path}: behind the @ must be letters, digits and , . _ + -"
        for name, node in item.props.items():
            if not name or not (PLAIN | {"?", "#"}).issuperset(name):
                yield node, (f"{item.path} has a property {name!r}, whose name must have letters, "
                             "digits and , . _ + - ? #")


def _fragments(tree: Tree) -> Told:
    """An unknown name that is the end of another one, from the middle of a word on, and is there
    once: the offset may be wrong. Whole words, as in type and device_type, are common."""
    items = [item for item in tree.items if item.node.name not in LABELS]
    count: dict[str, int] = {}
    for item in items:
        for name in item.props:
            count[name] = count.get(name, 0) + 1
    if len(count) > MOST_NAMES:
        return
    ends = {name: other for other in count for name in
            (other[i:] for i in range(1, len(other)) if other[i - 1] not in "-,_")
            if count.get(name) == 1 and name not in KNOWN}
    for item in items:
        for name, node in item.props.items():
            if name in ends:
                yield node, (f"{item.path} has a property {name}, which is not one of the usual "
                             f"names, but the end of {ends[name]}")


def _forms(tree: Tree) -> Told:
    """Properties of known names have the form that everybody reads."""
    for item in tree.items:
        for name, node in item.props.items():
            form = FORMS.get(name)
            raw = item.raw(name)
            if form is not None and not _has_form(form, raw, name):
                yield node, f"{item.path}: {name} has {len(raw)} bytes, it must be {WANTED[form]}"


def _has_form(form: str, raw: bytes, name: str) -> bool:
    if form in "f":
        return not raw
    if not raw:
        return name in MAY_BE_EMPTY
    if form[0] == "c":
        return len(raw) == 4 * int(form[1])
    if form == "C":
        return len(raw) % 4 == 0
    if form == "q":
        return len(raw) in (4, 8)
    if raw == b"\0":
        return name in MAY_BE_EMPTY
    body = raw[:-1].split(b"\0")
    return raw[-1] == 0 and all(body) and (form == "l" or len(body) == 1)


def _cells(tree: Tree) -> Told:
    """#address-cells and #size-cells: there where they are needed, and in bounds."""
    for item in tree.items:
        for name in ("#address-cells", "#size-cells"):
            node = item.props.get(name)
            count = item.cell(name, 0)
            if node is not None and count > MOST_CELLS:
                yield node, f"{item.path}: {name} is {count}, it must be at most {MOST_CELLS}"
            elif node is None and any("reg" in child.props for child in item.children):
                yield item.node, (f"{item.path} has no {name}, so the reg of its children are "
                                  "read by a default that not all share")


def _registers(tree: Tree) -> Told:
    """reg has whole entries of its parent's cells."""
    for item in tree.items:
        node = item.props.get("reg")
        if node is None or item.parent is None:
            continue
        step = address_cells(item.parent) + size_cells(item.parent)
        raw = item.raw("reg")
        if not raw or not step or len(raw) % (4 * step):
            yield node, (f"{item.path}: reg has {len(raw)} bytes, but {item.parent.path} gives "
                         f"its entries {4 * step}")


def _ranges(tree: Tree) -> Told:
    """ranges have whole entries, and children lie within them."""
    for item in tree.items:
        for name in ("ranges", "dma-ranges"):
            node = item.props.get(name)
            if node is None or item.parent is None or not item.raw(name):
                continue
            inner, outer, size = (address_cells(item), address_cells(item.parent),
                                  size_cells(item))
            step = inner + outer + size
            if not step or len(item.raw(name)) % (4 * step):
                yield node, (f"{item.path}: {name} has {len(item.raw(name))} bytes, but its "
                             f"entries have {4 * step}")


def _unit_addresses(tree: Tree) -> Told:
    """The number in a name is the first address of its reg."""
    for item in tree.items:
        _, at, unit = item.node.name.partition("@")
        if item.parent is None:
            continue
        has = "reg" in item.props or item.raw("ranges")
        if at and not has:
            yield item.node, f"{item.path} has a unit address, but neither reg nor ranges"
        elif not at and "reg" in item.props:
            yield item.node, f"{item.path} has a reg, but no unit address in its name"
        elif at and "reg" in item.props and not _is_pci(item.parent):
            cells = cells_of(item.raw("reg"))[:address_cells(item.parent)]
            first = f"{joined(cells):x}"
            may = [first]
            if not size_cells(item.parent):  # the second cell may be a kind, as SPMI has it
                may.append(f"{joined(cells[:1]):x}")
            if unit.split(",")[0].lower() not in may:
                yield item.node, f"{item.path}: the name says {unit}, but reg begins at {first}"


def _is_pci(item: Item) -> bool:
    """Addresses below a PCI bus have flags; units are device and function."""
    return item.text("device_type") == "pci"


def _pci_addresses(tree: Tree) -> Told:
    """The name of a PCI device has the device and the function that its reg has."""
    for item in tree.items:
        _, at, unit = item.node.name.partition("@")
        cells = item.cells("reg")
        if not at or not cells or item.parent is None or not _is_pci(item.parent) or \
                cells[0] & PCI_SPACE:
            continue
        device, function = cells[0] >> 11 & 31, cells[0] >> 8 & 7
        if unit.lower() not in (f"{device:x},{function:x}", *([] if function else [f"{device:x}"])):
            yield item.node, (f"{item.path}: the name says {unit}, but reg has device {device:x} "
                              f"and function {function:x}")


def _aliases(tree: Tree) -> Told:
    """Aliases and stdout-path lead to nodes."""
    known = tree.child("aliases")
    alias = {} if known is None else {name: known.text(name) for name in known.props}
    if known is not None:
        for name, path in alias.items():
            if name == "phandle":
                continue
            if not path.startswith("/") or not isinstance(tree.by_path(path), Item):
                yield known.props[name], f"the alias {name} is {path}, where no node is"


def _stdout_path(tree: Tree) -> Told:
    """stdout-path leads to a node that is enabled."""
    chosen, known = tree.child("chosen"), tree.child("aliases")
    for name in ("stdout-path", "stdin-path", "linux,stdout-path"):
        if chosen is None or name not in chosen.props:
            continue
        word = chosen.text(name).split(":")[0]
        path = word if word.startswith("/") else known.text(word) if known is not None else ""
        item = tree.by_path(path) if path else None
        if item is None:
            yield chosen.props[name], f"{name} is {chosen.text(name)}, which leads to no node"
        elif not item.enabled:
            yield chosen.props[name], f"{name} is {item.path}, which is disabled"


def _size(tree: Tree) -> Told:
    """arm64's Linux maps 2 MiB of a tree."""
    total = tree.header.number("totalsize") if tree.header is not None else 0
    if total > MOST_ARM64 and tree.arm64 and tree.header is not None:
        yield tree.header.find("totalsize") or tree.header, (
            f"totalsize is {total}, but Linux on arm64 takes trees of up to {MOST_ARM64} bytes")


RULES = (
    Rule("fdt.structure", ERROR, "DTSPEC 5", "A device tree can be read to its end.",
         "Write the tree again by a program that knows the format, as dtc.", SET,
         over_trees(_structure)),
    Rule("fdt.version", ERROR, "DTSPEC 5.2", "The version is one that readers know.",
         "Write version 17 and last_comp_version 16.", SET, over_trees(_version)),
    Rule("fdt.boot-cpu", WARNING, "DTSPEC 5.2", "The processor that boots is in the tree.",
         "Write the reg of that processor into boot_cpuid_phys.", SET, over_trees(_cpu_of_boot)),
    Rule("fdt.duplicate", ERROR, "DTSPEC 2.2.1", "Names are there once in a node.",
         "Remove one of both, or give it its own unit address.", SET, over_trees(_duplicates)),
    Rule("fdt.name", WARNING, "DTSPEC 2.2.1", "Names have the characters that names may have.",
         "Take letters, digits and , . _ + - in up to 31 characters.", SET, over_trees(_names)),
    Rule("fdt.name-fragment", WARNING, "DTSPEC 5.4",
         "No unknown name begins within a word of another one.",
         "Look whether the offset of the name is right.", SET, over_trees(_fragments)),
    Rule("fdt.value", ERROR, "DTSPEC 2.2.4", "Properties have the form that their names promise.",
         "Write a value of that form.", SET, over_trees(_forms)),
    Rule("fdt.cells", ERROR, "DTSPEC 2.3.5", "Nodes say how many cells the addresses of their "
         "children have.", "Add #address-cells and #size-cells, at most 4 each.", SET,
         over_trees(_cells)),
    Rule("fdt.reg", ERROR, "DTSPEC 2.3.6", "The entries of reg have the cells of the parent.",
         "Write an address and a size for each entry.", SET, over_trees(_registers)),
    Rule("fdt.ranges", ERROR, "DTSPEC 2.3.8", "The entries of ranges have the cells of both sides.",
         "Write a child's address, the parent's address and a size for each entry.", SET,
         over_trees(_ranges)),
    Rule("fdt.unit-address", WARNING, "DTSPEC 2.2.1.1", "The unit address is the first one of reg.",
         "Name the node by the address of its reg.", SET, over_trees(_unit_addresses)),
    Rule("fdt.pci-address", WARNING, "PCI1275 2.2.1", "PCI devices have their device and function "
         "as unit address.", "Name the node by both, in hex: @1f,2, or @1f if the function is 0.",
         SET, over_trees(_pci_addresses)),
    Rule("fdt.alias", ERROR, "DTSPEC 3.3", "Aliases lead to nodes.",
         "Write the path of the node, or remove the alias.", SET, over_trees(_aliases)),
    Rule("fdt.stdout-path", ERROR, "DTSPEC 3.6", "The console leads to a node that is enabled.",
         "Write the path or an alias of the console's node.", SET, over_trees(_stdout_path)),
    Rule("fdt.size", ERROR, "ARM64BOOT 2", "A tree for arm64 has at most 2 MiB.",
         "Make the tree smaller.", SET, over_trees(_size)),
)
