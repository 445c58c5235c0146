# SPDX-License-Identifier: BSD-2-Clause
"""The text of acpidump: tables in hexadecimal."""
from __future__ import annotations

from io import BytesIO, TextIOWrapper

from . import acpi
from .node import Input, Node

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


MAX_TEXT = 16 << 20  # bytes of text that are read


def read(source: Input, root: Node) -> None:
    """Append each table. Offsets are those in its table."""
    for name, address, data in _parts(source.data):
        table = Input(data, source)
        before = len(root.children)
        acpi.tables(table, root, 0, len(data))
        for node in root.children[before:]:
            if node.name != name and node.name != "RSDP":
                node.note(f"is called {name} in the text")
            node.meaning += f", at {address}"
    if len(source.data) > MAX_TEXT:
        root.note(f"the text is read up to {MAX_TEXT} bytes")


def _parts(text: bytes) -> Iterator[tuple[str, str, bytes]]:
    """Name, address and bytes of each table. Lines that are neither a table's first line nor
    bytes end it."""
    name, address, data = "", "", bytearray()
    for line in TextIOWrapper(BytesIO(text[:MAX_TEXT]), "latin1"):
        words = line.split()
        if len(words) >= 3 and words[-2] == "@":
            if data:
                yield name, address, bytes(data)
            name, address, data = " ".join(words[:-2]), words[-1][:20], bytearray()
        elif words and words[0].endswith(":"):
            data += _bytes(line[line.index(":") + 1:])
    if data:
        yield name, address, bytes(data)


def _bytes(line: str) -> bytes:
    """The bytes of a line: up to 16 words of two digits; text follows behind two spaces."""
    found = bytearray()
    for word in line[:49].split():
        if len(word) != 2:
            break
        try:
            found.append(int(word, 16))
        except ValueError:
            break
    return bytes(found)
