# SPDX-License-Identifier: BSD-2-Clause
"""A device tree as rules look at it: nodes with their properties, paths and cells."""
from __future__ import annotations

from . import ranges
from .rule import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..decode.node import Node
    from .inputs import Inputs
    from .parts import Told

MAX_ITEMS = 100_000  # nodes of a tree that rules look at


class Item:
    """A node of a tree."""

    __slots__ = ("node", "parent", "props", "children", "_index")

    def __init__(self, node: Node, parent: Item | None) -> None:
        self.node = node
        self.parent = parent
        self.props: dict[str, Node] = {}
        self.children: list[Item] = []
        self._index: dict[str, Item] | None = None

    def child(self, name: str) -> Item | None:
        """The first child of a name, which may go without its unit address."""
        if self._index is None:
            self._index = {}
            for item in self.children:
                self._index.setdefault(item.node.name.partition("@")[0], item)
            for item in reversed(self.children):
                self._index[item.node.name] = item
        return self._index.get(name)

    @property
    def path(self) -> str:
        """The path from the root on."""
        names: list[str] = []
        item: Item | None = self
        while item is not None and item.parent is not None:
            names.append(item.node.name)
            item = item.parent
        return "/" + "/".join(reversed(names))

    def raw(self, name: str) -> bytes:
        """The bytes of a property; none if there is no such."""
        node = self.props.get(name)
        return node.value if node is not None and isinstance(node.value, bytes) else b""

    def cells(self, name: str) -> list[int]:
        """A property as numbers of 32 bits."""
        return cells_of(self.raw(name))

    def cell(self, name: str, missing: int) -> int:
        """A property of one cell, or what holds where it is missing."""
        raw = self.raw(name)
        return int.from_bytes(raw, "big") if len(raw) == 4 else missing

    def texts(self, name: str) -> list[str]:
        """A property as strings."""
        raw = self.raw(name)
        return raw.rstrip(b"\0").decode("latin1").split("\0") if raw else []

    def text(self, name: str) -> str:
        """The first string of a property."""
        return (self.texts(name) or [""])[0]

    def above(self) -> Iterator[Item]:
        """The nodes that contain it, from the nearest on."""
        item = self.parent
        while item is not None:
            yield item
            item = item.parent

    def pairs(self, name: str = "reg") -> list[tuple[int, int]]:
        """A property as addresses and sizes, by the cells that its parent sets."""
        if self.parent is None:
            return []
        first, second = address_cells(self.parent), size_cells(self.parent)
        step, cells = first + second, self.cells(name)
        return [(joined(cells[i:i + first]), joined(cells[i + first:i + step]))
                for i in range(0, len(cells) - step + 1, step)] if step else []

    @property
    def enabled(self) -> bool:
        """Its status, and that of all that contain it, is not one that disables."""
        return all(item.text("status") in ("", "okay", "ok") for item in (self, *self.above()))


class Tree:
    """A whole tree.

    - `top`: the root; None if the structure is broken, so that rules say nothing of it
    - `items`: all nodes in their order
    - `phandles`: the nodes that have one, by it
    - `memory`: what the memory nodes tell, joined
    - `arm64`: whether it is of an arm64 machine, as its processors say
    """

    __slots__ = ("part", "header", "block", "top", "items", "phandles", "memory", "arm64")

    def __init__(self, part: Node) -> None:
        self.part = part
        self.header = part.find("fdt_header")
        self.block = part.find("memory reservation block")
        self.items: list[Item] = []
        self.phandles: dict[int, list[Item]] = {}
        top = part.find("/")
        self.top = None if top is None or any(broken(part)) else self._read(top)
        self.memory = ranges.joined(ranges.Range(base, base + size, item.node)
                                    for item in memory_nodes(self) for base, size in item.pairs())
        self.arm64 = any(word.startswith("arm,") for item in cpu_nodes(self)
                         for word in item.texts("compatible"))

    def _read(self, top: Node) -> Item:
        first = Item(top, None)
        stack = [first]
        while stack and len(self.items) < MAX_ITEMS:
            item = stack.pop()
            self.items.append(item)
            inner = []
            for child in item.node.children:
                if child.value is not None:
                    item.props.setdefault(child.name, child)
                else:
                    inner.append(Item(child, item))
            item.children = inner
            stack += reversed(inner)
            handle = item.raw("phandle")
            if len(handle) == 4:
                self.phandles.setdefault(int.from_bytes(handle, "big"), []).append(item)
        return first

    def by_path(self, path: str) -> Item | None:
        """The node of a path, or None. Names may go without their unit address if one fits."""
        item = self.top
        for name in path.strip("/").split("/") if path.strip("/") else []:
            if item is None:
                return None
            item = item.child(name)
        return item

    def child(self, name: str) -> Item | None:
        """A node below the root."""
        found = self.top.child(name) if self.top is not None else None
        return found if found is not None and found.node.name == name else None


def trees(inputs: Inputs) -> list[Tree]:
    """All device trees, the inner ones of a build folder and of a UKI, too."""
    found = []
    for header in inputs.all("fdt_header"):
        part = inputs.parent(header)
        if part is not None:
            found.append(Tree(part))
    return found


def over_trees(function: Callable[[Tree], Told]) -> Callable[[Inputs], Iterator[Finding]]:
    """A rule over each device tree, of a function that yields nodes and texts."""
    def judge(inputs: Inputs) -> Iterator[Finding]:
        for tree in inputs.fact(trees):
            for row in function(tree):
                yield Finding(*row)
    return judge


def broken(part: Node) -> Iterator[Node]:
    """The nodes whose remarks say that the structure is broken. `part` has the tree."""
    stack = [child for child in part.children if child.name != "bytes behind the tree"]
    if part.remark and part.find("fdt_header") is not None and part.find("base") is None:
        yield part
    while stack:
        node = stack.pop()
        if node.remark:
            yield node
        if node.value is None:
            stack += node.children


def cells_of(raw: bytes) -> list[int]:
    """Bytes as numbers of 32 bits; what remains is left out."""
    return [int.from_bytes(raw[i:i + 4], "big") for i in range(0, len(raw) - 3, 4)]


def joined(cells: list[int]) -> int:
    """Cells as one number."""
    value = 0
    for cell in cells:
        value = value << 32 | cell
    return value


def address_cells(item: Item) -> int:
    """How many cells the addresses of a node's children have."""
    return min(item.cell("#address-cells", 2), 16)


def size_cells(item: Item) -> int:
    """How many cells the sizes of a node's children have."""
    return min(item.cell("#size-cells", 1), 16)


def memory_nodes(tree: Tree) -> list[Item]:
    """The nodes that describe memory."""
    return [item for item in tree.items if item.parent is tree.top and item.parent is not None
            and (item.text("device_type") == "memory"
                 or item.node.name.split("@")[0] == "memory")]


def cpu_nodes(tree: Tree) -> list[Item]:
    """The processors."""
    cpus = tree.child("cpus")
    return [item for item in cpus.children if item.text("device_type") == "cpu"
            or item.node.name.split("@")[0] == "cpu"] if cpus is not None else []


def target_of(tree: Tree, handle: int) -> Item | None:
    """The node that a phandle stands for."""
    found = tree.phandles.get(handle)
    return found[0] if found else None


def controller_of(tree: Tree, item: Item) -> Item | None:
    """Who takes the interrupts of a node."""
    for above in (item, *item.above()):
        if above is not item and ("interrupt-controller" in above.props
                                  or "interrupt-map" in above.props):
            return above
        if "interrupt-parent" in above.props:
            return target_of(tree, above.cell("interrupt-parent", 0))
    return None
