# SPDX-License-Identifier: BSD-2-Clause
"""What iasl tells of a table, and how it is held against a decoded tree."""
from __future__ import annotations

import pathlib
import re
import subprocess

from aetherboot.decode import Node
from aetherboot.decode.kinds import told
from aetherboot.decode.node import Input
from conftest import ROOT

NEWER = ROOT / "build/cache/acpica"  # tests/acpi/fetch.sh puts it there

FIELD = re.compile(r"\[[0-9A-F]+h (\d+) +(?:(\d+)|([0-9A-F]+)h)\] +(.*?) : (.*)")
BIT = re.compile(r" +(.*?) : ([0-9A-F]+)\Z")
NOT_IN_IASL = {(b"SPCR", "Language")}  # iasl of 2020 tells it as a reserved byte elsewhere
Told = tuple[int, int, str, str]  # offset, width, name, value


def lines(text: str) -> list[tuple[Told, list[int]]]:
    """Each field of a disassembly with the values of the bits that are told of it."""
    found: list[tuple[Told, list[int]]] = []
    for line in text.split("Raw Table Data")[0].splitlines():
        line = re.sub(r" */\*.*?\*/", "", line)
        if match := FIELD.match(line):
            at, width, hexadecimal, name, value = match.groups()
            size = int(width) if width else int(hexadecimal, 16)
            if not value.startswith("["):  # the name of a structure whose fields follow
                found.append(((int(at), size, name.strip(), value), []))
        elif found and (match := BIT.match(line)):
            found[-1][1].append(int(match[2], 16))
        elif found and re.fullmatch(r" +[ 0-9A-F]{2}[ 0-9A-F\\]*", line):  # bytes go on
            (at, size, name, value), bits = found[-1]
            found[-1] = (at, size, name, f"{value.strip()} {line.strip()}"), bits
    return found


def _run(folder: pathlib.Path, newer: bool, *words: str) -> None:
    program = ["iasl"]
    if newer:
        libraries = next(NEWER.glob("usr/lib/*/libc.so.6")).parent
        program = [str(next(NEWER.glob("usr/lib/*/ld-linux-*.so.*"))), "--library-path",
                   str(libraries), str(NEWER / "usr/bin/iasl")]
    subprocess.run([*program, *words], cwd=folder, check=True, timeout=60, capture_output=True)


def disassembled(data: bytes, folder: pathlib.Path, newer: bool = False) -> str:
    """iasl's text of a table."""
    (folder / "table.dat").write_bytes(data)
    _run(folder, newer, "-d", "table.dat")
    return (folder / "table.dsl").read_text("latin1")


def template(signature: str, folder: pathlib.Path, newer: bool = False) -> bytes:
    """iasl's own example of a table: it has an entry of each type."""
    _run(folder, newer, "-T", signature)
    name = signature.lower()
    _run(folder, newer, f"{name}.asl")
    return (folder / f"{name}.aml").read_bytes()


def values(node: Node) -> dict[tuple[int, int], Node]:
    """All nodes that have a value, by offset and width."""
    found: dict[tuple[int, int], Node] = {}
    for child in node.children:
        if child.value is not None and child.bits is None:
            assert child.offset is not None and child.size is not None
            for at in range(child.offset, child.offset + child.size):
                assert not any(a <= at < a + w for a, w in found if at - 64 < a), (at, child.name)
            found[child.offset, child.size] = child
        inner = values(child)
        assert not found.keys() & inner.keys()
        found |= inner
    return found


def same(told_: str, node: Node, data: bytes) -> bool:
    """A value of iasl's is that of a node."""
    text = told_.strip()
    if text.startswith('"'):
        return bool(node.value == text[1:text.rindex('"')].rstrip("\0"))
    if isinstance(node.value, str) and "-" in text:
        return node.value == text.split()[0].lower()
    if isinstance(node.value, int):
        return node.value == int(text.split()[0], 16)
    assert node.offset is not None and node.size is not None
    raw = data[node.offset:node.offset + node.size]
    # a number of odd width, or bytes one by one
    return digits(text) in (raw.hex(), raw[::-1].hex())


def digits(text: str) -> str:
    """The digits of a number, or of bytes."""
    return re.sub(r"[ ,\\]", "", text.split("[")[0]).lower()


def misplaced(told_: Told, after: Told) -> bool:
    """A reserved field that reaches into what iasl tells next, or behind it."""
    return told_[2] == "Reserved" and told_[0] + told_[1] > after[0] and told_ != after


def differences(data: bytes, text: str) -> list[str]:
    """Each field of iasl's that a decoded table does not have just so, and each field of the
    decoded table that iasl does not have.

    Some versions of iasl place a field "Reserved" wrongly, so that it overlaps the field that they
    tell next: that one is passed over, and what lies there may be missing from iasl's.
    """
    root = told(Input(data))
    assert root is not None
    ours, bad = values(root), []
    given = lines(text)
    fields = [field for field, after in zip(given, given[1:] + given[-1:])
              if not misplaced(field[0], after[0])]
    assert len(fields) > 8 or data[:4] == b"FACS", "nothing is compared"
    for (at, size, name, value), bits in fields:
        node = ours.pop((at, size), None)
        if node is None:
            parts = sorted(key for key in ours if at <= key[0] < at + size)
            nodes = [ours.pop(key) for key in parts]
            whole = b"".join(data[n.offset or 0:][:n.size] for n in nodes)
            if len(whole) != size or digits(value) not in (whole.hex(), whole[::-1].hex()):
                bad.append(f"{at} {size} {name}: {value} is not told")
            continue
        if not same(value, node, data):
            bad.append(f"{at} {size} {name}: {value}, but {node.name} is {node.value!r}")
        mine = [child.value for child in node.children if child.bits]
        if bits and mine != bits and mine[:len(bits)] != bits:
            bad.append(f"{at} {size} {name}: bits {bits}, but {mine}")
    for (at, size), node in ours.items():
        if node.name == "Reserved" or (data[:4], node.name) in NOT_IN_IASL:
            continue
        bad.append(f"{at} {size} {node.name}: iasl does not tell it")
    return bad
