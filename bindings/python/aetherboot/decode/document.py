# SPDX-License-Identifier: BSD-2-Clause
"""A tree as JSON, by inspect.schema.json."""
from __future__ import annotations

from json import dumps
from json.encoder import encode_basestring_ascii as _quoted

from .node import Node

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .compare import Change

FORMAT = "aetherboot-inspect"
DIFF = "aetherboot-diff"
VERSION = 1  # of both, raised when a member goes or changes its meaning


def document(root: Node) -> Iterator[str]:
    """The text of the document in parts, a line a node."""
    yield f'{{"format": "{FORMAT}", "version": {VERSION}, "root":\n'
    yield from _node(root)
    yield "}\n"


def differences(changes: Iterable[Change], most: int) -> Iterator[str]:
    """The text of the document of differences in parts, a line a difference, of so many."""
    yield f'{{"format": "{DIFF}", "version": {VERSION}, "changes": [\n'
    count = 0
    for count, change in enumerate(changes, 1):
        if count > most:
            break
        sides: dict[str, object] = {}
        for name, text, node in zip(("first", "second"), (change.first, change.second),
                                    change.nodes):
            if text is not None:
                sides[name] = {"text": text}
                if node is not None and node.value is not None:
                    kind, value = _value(node)
                    sides[name] = {"text": text, "type": kind, "value": value}
        derived = {"derived": True} if change.derived else {}
        yield ("," if count > 1 else "") + dumps({"path": change.path, **sides, **derived}) + "\n"
    yield '], "more": true}\n' if count > most else "]}\n"


def _node(node: Node) -> Iterator[str]:
    text = _members(node)
    if not node.children:
        yield text + "}\n"
        return
    yield text + ', "children": [\n'
    between = ""
    for child in node.children:
        if child.children:
            if between:
                yield between
            yield from _node(child)
        else:  # most nodes have none
            yield f"{between}{_members(child)}}}\n"
        between = ","
    yield "]}\n"


def _members(node: Node) -> str:
    """What a node has, but for its children, as an object that is not closed. What is empty is
    left out. It is written straight, which takes a third of the time of dumps()."""
    text = f'{{"name": {_quoted(node.name)}'
    if node.key:
        text += f', "key": {_quoted(node.key)}'
    if node.offset is not None:
        text += f', "offset": {node.offset}'
    if node.size is not None:
        text += f', "size": {node.size}'
    if node.value is not None:
        kind, value = _value(node)
        text += f', "type": "{kind}", "value": ' \
                f'{_quoted(value) if isinstance(value, str) else value}'
    if node.bits is not None:
        text += f', "bits": {{"lowest": {node.bits[0]}, "count": {node.bits[1]}}}'
    if node.meaning:
        text += f', "meaning": {_quoted(node.meaning)}'
    if node.section:
        text += f', "section": {_quoted(node.section)}'
    if node.remark:
        text += f', "remark": {_quoted(node.remark)}'
    return text + ', "derived": true' if node.derived else text


def _value(node: Node) -> tuple[str, str | int | None]:
    value = node.value
    if isinstance(value, int):  # readers of JSON may round what is above 2^53
        wide = node.size is None or node.size >= 8
        return "integer", hex(value) if wide else value
    if isinstance(value, bytes):
        return "bytes", value.hex()
    return "text", value
