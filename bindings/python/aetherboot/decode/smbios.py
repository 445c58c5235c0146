# SPDX-License-Identifier: BSD-2-Clause
"""SMBIOS: an entry point, the structures, or both as dmidecode --dump-bin writes them."""
from __future__ import annotations

from . import smbios_fields as rows
from .node import Input, Node, keyed
from .x86 import judge, untold

MAX_STRINGS = 255  # of a structure, as their numbers are bytes
MAX_TEXT = 1024  # bytes of a string that a field repeats


def is_table(head: bytes, size: int) -> bool:
    """The first structure begins the bytes, and another one or the end follows."""
    if size < 6 or head[0] > 4 or not 4 <= head[1] <= 128 or head[0] in rows.TYPES and \
            head[1] < 12:
        return False
    end = head.find(b"\0\0", head[1])
    return end > 0 and head[end + 2:end + 3] != b"\0" and (
        end + 2 == size or end + 4 <= size and head[end + 3] >= 4)


def read(source: Input, root: Node, base: int = 0) -> None:
    """Append what there is. Behind an entry point, the structures are where its address says, if
    that is within the input, which begins at `base`; or else at its end."""
    data, end = source.data, len(source.data)
    entry, at = None, 0
    if data[:5] == b"_SM3_":
        entry = source.node(root, "64-bit Entry Point", 0, min(24, end), section="SMBIOS 5.2.2")
        source.fields(entry, 0, min(24, end), rows.ENTRY3)
        judge(source, entry.find("Entry Point Structure Checksum"), 0, 24)
        at = 24
    elif data[:4] == b"_SM_":
        entry = source.node(root, "32-bit Entry Point", 0, min(31, end), section="SMBIOS 5.2.1")
        source.fields(entry, 0, min(31, end), rows.ENTRY2)
        judge(source, entry.find("Entry Point Structure Checksum"), 0, 31)
        judge(source, entry.find("Intermediate Checksum"), 16, 31)
        at = 31
    told = [(0, at)]
    if entry is not None:
        address = entry.number("Structure Table Address") - base
        at = address if at <= address < end else 32
    if at < end:
        told.append((at, structures(source, root, at, end)))
    untold(source, root, told, end)


def structures(source: Input, parent: Node, at: int, end: int) -> int:
    """Append all structures up to the end of the table. Returns where they end."""
    while at + 4 <= end:
        kind, size = source.number(at, 1), source.number(at + 1, 1)
        name, section, fields = rows.TYPES.get(kind) or ("structure", "SMBIOS 7", ())
        one = source.node(parent, name, at, min(size, end - at), section=section)
        if kind not in rows.TYPES:
            one.meaning = f"type {kind}"
        source.fields(one, at, min(at + 4, end), rows.HEADER)
        keyed(one, ("Handle",))
        length = one.find("Length")
        if size < 4 or at + size > end:
            if length is not None:
                length.note(f"must be from 4 to the {end - at} bytes that remain")
            source.rest(one, at + 4, end)
            return end
        strings, stop = _strings(source, one, at + size, end)
        _fields(source, one, at, at + size, fields, strings)
        _append(source, one, strings, at + size, stop)
        one.size = stop - at
        at = stop
        if kind == 127:
            break
    return at


def _strings(source: Input, one: Node, at: int, end: int) -> tuple[list[bytes], int]:
    """The strings behind a structure, and where they end."""
    found: list[bytes] = []
    stop = source.data.find(b"\0\0", at, end)
    if stop < 0:
        one.note("its strings have no end")
        return found, end
    if stop > at:
        found = source.data[at:stop].split(b"\0", MAX_STRINGS)
    return found[:MAX_STRINGS], stop + 2


def _fields(source: Input, one: Node, at: int, stop: int,
            fields: tuple[tuple[int, int, str, str, object], ...], strings: list[bytes]) -> None:
    done = 4
    for where, width, kind, name, meaning in fields:
        if name == "SKU Number" and where == 21:  # of a chassis
            inner = source.number(at + 19, 1) * source.number(at + 20, 1)
            source.rest(one, at + where, min(at + where + inner, stop), "Contained Elements")
            where += inner
        if at + where + width > stop:
            break
        done = where + width
        if kind != "z":
            source.field(one, at + where, width, kind, name, meaning)
            continue
        number = source.number(at + where, 1)
        text = strings[number - 1] if 0 < number <= len(strings) else b""
        node = source.node(one, name, at + where, 1, text[:MAX_TEXT].decode("latin1"),
                           f"string {number}" if number else "no string")
        if number > len(strings):
            node.note(f"there are {len(strings)} strings")
    source.rest(one, at + done, stop)


def _append(source: Input, one: Node, strings: list[bytes], at: int, stop: int) -> None:
    """The strings themselves. Where a field refers to one, that field tells what it is."""
    used = {child.meaning for child in one.children}
    for number, text in enumerate(strings, 1):
        node = source.node(one, f"String {number}", at, len(text) + 1, text.decode("latin1"))
        node.derived = f"string {number}" in used
        at += len(text) + 1
    if at < stop:
        node = source.node(one, "end of strings", at, stop - at, source.data[at:stop])
        node.derived = True
