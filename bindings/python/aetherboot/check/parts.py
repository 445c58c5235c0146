# SPDX-License-Identifier: BSD-2-Clause
"""The regions of a build folder, and rules that yield nodes and texts."""
from __future__ import annotations

from .inputs import Inputs
from .ranges import Range
from .rule import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..decode.node import Node

    Told = Iterable[tuple[Node, str] | tuple[Node, str, Node | None]]


def over_set(function: Callable[[Inputs], Told]) -> Callable[[Inputs], Iterator[Finding]]:
    """A rule over all inputs of a function that yields nodes and texts."""
    def judge(inputs: Inputs) -> Iterator[Finding]:
        for row in function(inputs):
            yield Finding(*row)
    return judge


def over_node(function: Callable[[Node, Inputs], Told],
              ) -> Callable[[Node, Inputs], Iterator[Finding]]:
    """The same of a rule over nodes; fields that have the name of a structure are passed over."""
    def judge(node: Node, inputs: Inputs) -> Iterator[Finding]:
        if node.value is None:
            for row in function(node, inputs):
                yield Finding(*row)
    return judge


class Part:
    """A region of a build folder."""

    __slots__ = ("node", "base", "size", "kind", "type")

    def __init__(self, node: Node) -> None:
        self.node = node
        self.base, self.size = node.number("base"), node.number("size")
        self.kind = node.key.split(",")[0]
        kind = node.find("type")
        self.type = str(kind.value) if kind is not None else ""

    @property
    def remark(self) -> str:
        """What the reader of its structures says, not that of the folder."""
        return "; ".join(text for text in self.node.remark.split("; ")
                         if text and not text.startswith("its "))

    @property
    def name(self) -> str:
        """As people call it."""
        return f"the region {self.kind} at {self.base:#x}"

    @property
    def end(self) -> int:
        """The address behind it."""
        return self.base + self.size

    @property
    def range(self) -> Range:
        """Where it lies."""
        return Range(self.base, self.end, self.node)


def all_regions(inputs: Inputs) -> list[Part]:
    """All regions, in the order of the manifest."""
    return [Part(node) for node in inputs.all("region") if node.value is None]


def by_kind(inputs: Inputs) -> dict[str, dict[int, Part]]:
    """The regions of each kind by their addresses."""
    found: dict[str, dict[int, Part]] = {}
    for part in inputs.fact(all_regions):
        found.setdefault(part.kind, {}).setdefault(part.base, part)
    return found


def regions(inputs: Inputs, kind: str) -> dict[int, Part]:
    """The regions of a kind by their addresses."""
    return inputs.fact(by_kind).get(kind, {})


def first(found: dict[int, Part]) -> Part:
    """The first of some regions."""
    return next(iter(found.values()))
