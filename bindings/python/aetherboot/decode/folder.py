# SPDX-License-Identifier: BSD-2-Clause
"""Folders: ACPI tables, a file each, as in /sys/firmware/acpi/tables; and what `aetherboot build`
makes."""
from __future__ import annotations

import os

from . import acpi
from .kinds import KINDS, MAX_FILE, load
from .node import Full, Input, Node, Unreadable

MAX_FILES = 1000
MANIFEST = "manifest.json"


def read(path: str) -> Node:
    """The tree of a folder.

    - raises Unreadable: it has neither a manifest nor an ACPI table
    """
    names = sorted(os.listdir(path))
    if MANIFEST in names:
        from .build import read as read_build

        return read_build(path, MANIFEST)
    if len(names) > MAX_FILES:
        raise Unreadable(f"{path}: has more than {MAX_FILES} files, so it is no folder of tables")
    return _tables(path, names)


def _tables(path: str, names: list[str]) -> Node:
    root, source, left = Node("ACPI tables"), Input(b""), MAX_FILE
    probe = next(row[1] for row in KINDS if row[2] == "acpi")
    others = []
    try:
        for name in names:
            file = os.path.join(path, name)
            if not os.path.isfile(file):
                continue
            data = load(file, left)
            if not probe(data, len(data)):
                others.append(name)
                continue
            left -= len(data)
            acpi.tables(Input(data, source), root, 0, len(data))
    except Full:
        root.note("the answer ends here, it has too many parts")
    if not root.children:
        raise Unreadable(f"{path}: the folder has neither a {MANIFEST} nor an ACPI table")
    if others:
        root.note("no ACPI tables are " + ", ".join(others))
    return root
