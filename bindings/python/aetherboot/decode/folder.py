# SPDX-License-Identifier: BSD-2-Clause
"""Folders: ACPI tables, a file each, as in /sys/firmware/acpi/tables; and what `aetherboot build`
makes."""
from __future__ import annotations

import os

from . import acpi
from .kinds import KINDS, MAX_FILE, load
from .node import UNREAD, Full, Input, Node, Unreadable

MAX_FILES = 1000
MANIFEST = "manifest.json"


def read(path: str, partly: bool = False) -> Node:
    """The tree of a folder.

    - `partly`: a table that cannot be read is told, with its reason, beside the others
    - raises OSError: none can, or one
    - raises Unreadable: it has neither a manifest nor an ACPI table
    """
    names = sorted(os.listdir(path))
    if MANIFEST in names:
        from .build import read as read_build

        return read_build(path, MANIFEST)
    if len(names) > MAX_FILES:
        raise Unreadable(f"{path}: has more than {MAX_FILES} files, so it is no folder of tables")
    return _tables(path, names, partly)


def _tables(path: str, names: list[str], partly: bool) -> Node:
    root, source, left = Node("ACPI tables"), Input(b""), MAX_FILE
    probe = next(row[1] for row in KINDS if row[2] == "acpi")
    others, unread = [], list[OSError]()
    try:
        for name in names:
            file = os.path.join(path, name)
            if os.path.islink(file):  # it may lead out of the folder
                others.append(name)
                continue
            if not os.path.isfile(file):
                continue
            try:
                data = load(file, left, probe)
            except OSError as why:
                if not partly:
                    raise
                unread.append(why)
                continue
            if data is None:
                others.append(name)
                continue
            left -= len(data)
            acpi.tables(Input(data, source), root, 0, len(data))
    except Full:
        root.note("the answer ends here, it has too many parts")
    if unread:
        if not root.children:
            raise unread[0]
        root.note(UNREAD + ", ".join(f"{os.path.basename(str(why.filename))} ({why.strerror})"
                                     for why in unread))
    if not root.children:
        raise Unreadable(f"{path}: the folder has neither a {MANIFEST} nor an ACPI table")
    if others:
        root.note("no ACPI tables are " + ", ".join(others))
    return root
