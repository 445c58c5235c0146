# SPDX-License-Identifier: BSD-2-Clause
"""What is checked together, and what rules ask of it."""
from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any, TypeVar

    from ..decode.node import Node

    T = TypeVar("T")

MAX_DEPTH = 6  # of what is found by its name
ACPI, MEMORY = "ACPI tables", "memory"  # names of nodes
ACPI_REGIONS = ("acpi", "rsdp", "facs")  # kinds of regions of a build folder
WHOLE = ("/", "cpio archive")  # nodes whose children have names from the input


class Inputs:
    """The inputs of one check.

    - `roots`: path and tree of each
    - `tables`: all ACPI tables
    """

    __slots__ = ("roots", "tables", "_named", "_parents", "_facts", "_inside")

    def __init__(self, roots: Sequence[tuple[str, Node]]) -> None:
        self.roots = roots
        self.tables: list[Node] = []
        self._named: dict[str, list[Node]] = {}
        self._parents: dict[int, Node] = {}
        self._facts: dict[Any, Any] = {}
        self._inside: dict[int, tuple[Node, ...]] = {}
        for _, root in roots:
            self._walk(root)

    def all(self, name: str) -> Sequence[Node]:
        """All nodes of a name, in the order of the inputs. Nodes inside of ACPI tables, device
        trees and archives are not found."""
        return self._named.get(name, ())

    def first(self, name: str) -> Node | None:
        """The first node of a name."""
        found = self.all(name)
        return found[0] if found else None

    def parent(self, node: Node) -> Node | None:
        """What a node that `all()` or `tables` has found is in."""
        return self._parents.get(id(node))

    def region(self, node: Node) -> Node | None:
        """The region of a build folder that such a node is in."""
        inside: Node | None = node
        while inside is not None and inside.name != "region":
            inside = self.parent(inside)
        return inside

    def address(self, node: Node) -> int | None:
        """Where such a node lies in the guest's memory, if the input tells: regions of a build
        folder, memory itself, and tables in the text of acpidump."""
        region = self.region(node)
        if region is not None and node.offset is not None:
            return region.number("base") + node.offset
        if self.in_memory(node):
            return node.offset
        text = node.meaning.rpartition(", at 0x")[2] if ", at 0x" in node.meaning else ""
        try:
            return int(text, 16)
        except ValueError:
            return None

    def in_memory(self, node: Node) -> bool:
        """Whether such a node is in memory of a guest: raw, or an ELF core."""
        inside: Node | None = node
        while inside is not None and inside.name != MEMORY:
            inside = self.parent(inside)
        return inside is not None

    def inside(self, table: Node) -> Sequence[Node]:
        """A table and all that is in it, in order."""
        found = self._inside.get(id(table))
        if found is None:
            found = self._inside[id(table)] = tuple(everything(table))
        return found

    def fact(self, make: Callable[[Inputs], T]) -> T:
        """What a function tells of the inputs. It is asked once."""
        if make not in self._facts:
            self._facts[make] = make(self)
        found: T = self._facts[make]
        return found

    def _walk(self, root: Node) -> None:
        stack = [(root, 0)]
        while stack:
            node, depth = stack.pop()
            self._named.setdefault(node.name, []).append(node)
            if node.name in WHOLE or depth == MAX_DEPTH:
                continue
            inner = list(node.children)
            if has_tables(node):
                inner = self._take_tables(node)
            for child in reversed(inner):
                self._parents[id(child)] = node
                stack.append((child, depth + 1))

    def _take_tables(self, node: Node) -> list[Node]:
        """Keep the tables of a node. Returns its other children."""
        others = []
        for child in node.children:
            if child.value is not None or not child.children:
                others.append(child)
                continue
            self._parents[id(child)] = node
            self._named.setdefault(child.name, []).append(child)
            self.tables.append(child)
        return others


def has_tables(node: Node) -> bool:
    """Whether the structures in a node are ACPI tables."""
    return node.name == ACPI or \
        node.name == "region" and node.key.partition(",")[0] in ACPI_REGIONS


def everything(root: Node) -> Iterator[Node]:
    """A node and all that is in it, in order."""
    stack = [root]
    while stack:
        node = stack.pop()
        yield node
        stack += reversed(node.children)


def named(node: Node, *names: str) -> list[Node]:
    """The children that have one of some names."""
    return [child for child in node.children if child.name in names]


def bit(node: Node, field: str, name: str) -> int:
    """A bit of a field, 0 if it is not there."""
    child = node.find(field)
    return child.number(name) if child is not None else 0


def of(node: Node, name: str) -> Node:
    """A field to point at: the node itself if it has none of that name."""
    return node.find(name) or node
