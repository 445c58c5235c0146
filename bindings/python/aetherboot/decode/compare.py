# SPDX-License-Identifier: BSD-2-Clause
"""How two trees differ. Their nodes are matched by what they stand for, which is name and key, and
not by where they are."""
from __future__ import annotations

from . import aml
from .node import Node, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Named = dict[tuple[str, str, int], Node]


class Change:
    """One difference.

    - `path`: labels from the top down to the node
    - `first`, `second`: its value on each side as text; None: it is not there
    - `derived`: the values follow from other differences, e.g. a checksum
    - `nodes`: where the values are from; None: they are no node's
    """

    __slots__ = ("path", "first", "second", "derived", "nodes")

    def __init__(self, path: tuple[str, ...], first: str | None, second: str | None,
                 derived: bool = False, nodes: tuple[Node | None, Node | None] = (None, None),
                 ) -> None:
        self.path = path
        self.first = first
        self.second = second
        self.derived = derived
        self.nodes = nodes

    def __str__(self) -> str:
        where = " / ".join(self.path)
        if self.first is None or self.second is None:
            side, value = ("second", self.second) if self.first is None else ("first", self.first)
            return f"{where}: only in the {side}" + (f": {value}" if value else "")
        return f"{where}: {self.first} -> {self.second}" + (" (derived)" if self.derived else "")


def changes(first: Node, second: Node) -> Iterator[Change]:
    """All differences of two answers. Of different kinds, the parts are compared that both can
    tell.

    - raises Unreadable: what is to be compared could not be read
    """
    if first.name != second.name:
        from .parts import common

        pair = common(first, second)
        if pair is None:
            yield Change(("kind",), first.name, second.name)
            return
        first, second = pair
    yield from _inside(first, second, (), [aml.SECONDS])


def _named(nodes: Sequence[Node]) -> Named:
    """Nodes by name, key and number among those that have the same."""
    seen: dict[tuple[str, str], int] = {}
    found: Named = {}
    for node in nodes:
        name = node.name, node.key
        seen[name] = n = seen.get(name, -1) + 1
        found[(*name, n)] = node
    return found


def _inside(first: Node, second: Node, path: tuple[str, ...], seconds: list[float],
            ) -> Iterator[Change]:
    """The differences of the children of two nodes, then of their order."""
    left, right = _named(first.children), _named(second.children)
    for name, node in left.items():
        here = (*path, _numbered(node, name[2]))
        other = right.get(name)
        if other is None:
            yield Change(here, shown(node), None, nodes=(node, None))
        else:
            yield from _pair(node, other, here, seconds)
    for name, node in right.items():
        if name not in left:
            yield Change((*path, _numbered(node, name[2])), None, shown(node), nodes=(None, node))
    if [name for name in left if name in right] != [name for name in right if name in left]:
        yield Change((*path, "order"), *_order(left, right))


def _numbered(node: Node, number: int) -> str:
    """A label, with a number behind the first of those that have the same."""
    return f"{node.label} ({number + 1})" if number else node.label


def _order(left: Named, right: Named) -> tuple[str, str]:
    """The first of both that are at another place."""
    pairs = zip([node for name, node in left.items() if name in right],
                [node for name, node in right.items() if name in left], strict=True)
    one, two = next((a, b) for a, b in pairs if (a.name, a.key) != (b.name, b.key))
    return one.label, two.label


def _pair(first: Node, second: Node, path: tuple[str, ...], seconds: list[float],
          ) -> Iterator[Change]:
    """Two nodes that stand for the same. Of values with parts, the parts are told."""
    same = first.value == second.value and type(first.value) is type(second.value)
    if first.name in aml.TABLES:
        _explain(first, second, seconds)
    told = False
    for change in _inside(first, second, path, seconds):
        told = True
        yield change
    if not same and not told:
        yield Change(path, *_values(first, second),
                     first.derived and first.meaning == second.meaning, (first, second))


def _explain(first: Node, second: Node, seconds: list[float]) -> None:
    """Let iasl tell blocks that differ, if it can tell both."""
    blocks = first.find(aml.BLOCK), second.find(aml.BLOCK)
    if blocks[0] and blocks[1] and blocks[0].value != blocks[1].value:
        aml.explain(first, second, seconds=seconds)
        if not (blocks[0].children and blocks[1].children):
            blocks[0].children = blocks[1].children = ()


def _values(first: Node, second: Node) -> tuple[str, str]:
    """Both values; of long bytes, where they begin to differ."""
    one, two = first.value, second.value
    if isinstance(one, bytes) and isinstance(two, bytes) and (
            first.meaning == second.meaning or max(len(one), len(two)) > 32
            and not (first.meaning and second.meaning)):
        at = next((i for i, (a, b) in enumerate(zip(one, two)) if a != b),
                  min(len(one), len(two)))
        return tuple(f"{len(raw)} bytes, from {at:#x} on {raw[at:at + 8].hex(' ') or 'none'}"
                     for raw in (one, two))  # type: ignore[return-value]
    left, right = shown(first), shown(second)
    if first.meaning != second.meaning:
        left, right = _meant(left, first), _meant(right, second)
    return left, right


def _meant(text: str, node: Node) -> str:
    return f"{text} ({node.meaning})" if node.meaning and not isinstance(node.value, bytes) \
        else text
