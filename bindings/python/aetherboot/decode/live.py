# SPDX-License-Identifier: BSD-2-Clause
"""What the firmware or VMM of this machine gave to its kernel, as Linux shows it."""
from __future__ import annotations

import os

from . import kinds
from .node import Input, Node, Unreadable

# where it is, and who reads it: the content need not tell, a VMM may leave out magic numbers
SOURCES = {
    "sys/firmware/acpi/tables": ("ACPI tables", "", ""),
    "sys/firmware/fdt": ("device tree", "fdt", "read"),
    "sys/kernel/boot_params/data": ("zero page", "x86", "zero_page"),
}


def read(top: str = "/") -> Node:
    """The tree of this machine. Each source that cannot be read is told, with its reason.

    - raises Unreadable: there is none
    """
    root = Node("this machine")
    for source, reader in SOURCES.items():
        path = os.path.join(top, source)
        if not os.path.lexists(path):
            continue
        try:
            child = _source(path, *reader)
        except Unreadable as why:
            child = Node(reader[0])
            child.note(str(why))
        except OSError as why:
            child = Node(reader[0])
            child.note(f"{path}: {why.strerror}")
        child.key = source
        root.add(child)
    if not root.children:
        raise Unreadable(f"this machine has none of {', '.join(top + name for name in SOURCES)}")
    return root


def _source(path: str, name: str, module: str, function: str) -> Node:
    if not module:
        from .folder import read as read_folder

        return read_folder(path, partly=True)
    data = kinds.load(path) or b""
    node = Node(name, 0, len(data))
    kinds.run(Input(data), node, module, function)
    return node
