# SPDX-License-Identifier: BSD-2-Clause
"""What inputs of different kinds have in common: a folder of build, a guest's memory, this machine,
and files of one part each."""
from __future__ import annotations

from .node import UNREAD, Node, Unreadable

ACPI = "ACPI tables"
REGIONS = {  # the part that a region of build is, by its kind
    "acpi": ACPI, "bda": "BIOS data area", "cmdline": "command line", "dtb": "device tree",
    "efi": "EFI system table", "efi-map": "EFI memory map", "facs": ACPI, "gdt": "GDT",
    "mp-pointer": "MP table", "mp-table": "MP table", "multiboot-info": "Multiboot information",
    "page-tables": "page tables", "rsdp": ACPI, "setup-data": "setup data", "smbios": "SMBIOS",
    "start-info": "PVH start info", "zero-page": "zero page"}
ALL = frozenset(REGIONS.values())
TELLS = {"build folder": ALL, "memory": ALL,
         "this machine": frozenset({ACPI, "device tree", "zero page"})}
POINTERS = ("RSDP", "RSDT", "XSDT")  # which Linux does not show
OWN = ("base", "size", "type")  # of a region of build


def common(first: Node, second: Node) -> tuple[Node, Node] | None:
    """Both inputs as parts of the kinds that both can tell; None: there are no such.

    - raises Unreadable: one that is needed could not be read
    """
    kinds = [TELLS.get(root.name, frozenset({root.name})) for root in (first, second)]
    pointers = all(root.name in ("build folder", "memory") for root in (first, second))
    made = []
    for root in (first, second):
        whole = Node("parts")
        for part in sorted(_parts(root), key=lambda part: part.name):
            if part.name in kinds[0] & kinds[1]:
                whole.add(_plain(part, pointers))
        made.append(whole)
    for mine, other in (made, made[::-1]):
        for part in mine.children:
            unread = part.remark.startswith(UNREAD) or not part.children
            if part.remark and unread and other.find(part.name):
                raise Unreadable(part.remark)
    return (made[0], made[1]) if made[0].children or made[1].children else None


def _parts(root: Node) -> list[Node]:
    if root.name not in TELLS:
        return [root]
    if root.name != "build folder":
        return [node for node in root.children if node.name in ALL]
    found: dict[str, Node] = {}
    for region in root.children:
        name = REGIONS.get(region.key.split(",")[0]) if region.name == "region" else None
        inner = [node for node in region.children if node.name not in OWN]
        if name is not None and inner:
            part = found.setdefault(name, Node(name))
            for node in inner:
                part.add(node)
    return list(found.values())


def _plain(part: Node, pointers: bool) -> Node:
    """A part without what depends on where it is kept: the key of its place, the order of tables,
    the bytes around them."""
    plain = Node(part.name)
    plain.remark = part.remark
    nodes = [node for node in part.children if node.name != "padding" and not (
        isinstance(node.value, bytes) and node.name[:6] == "bytes " and not any(node.value))]
    if part.name == ACPI:
        nodes = sorted((node for node in nodes if pointers or node.name not in POINTERS),
                       key=lambda node: (node.name, node.key))
    for node in nodes:
        plain.add(node)
    return plain
