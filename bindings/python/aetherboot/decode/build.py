# SPDX-License-Identifier: BSD-2-Clause
"""A folder of `aetherboot build`: its manifest, and each region by its kind. Offsets are those in
the region."""
from __future__ import annotations

import os

from .kinds import MAX_FILE, load, run
from .node import Full, Input, Node, Unreadable
from .paging import LMA

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

FORMAT = "aetherboot-build"
VERSION = 1
# kind: module and function; where that takes the region's base, too
READERS = {
    "acpi": ("acpi", "read", False), "dtb": ("fdt", "read", False),
    "efi": ("efi", "system_table", True), "efi-map": ("efi", "memory_map", False),
    "gdt": ("x86", "gdt", False), "setup-data": ("x86", "setup_data", True),
    "bda": ("multiboot", "bda", False), "multiboot-info": ("multiboot", "region", True),
    "facs": ("acpi", "read", False), "mp-pointer": ("x86", "mp_table", False),
    "mp-table": ("x86", "mp_table", False), "page-tables": ("paging", "page_tables", True),
    "rsdp": ("acpi", "read", False), "smbios": ("smbios", "read", True),
    "start-info": ("x86", "start_info", True), "zero-page": ("x86", "zero_page", False),
}
HEADS = {"kernel": 64, "initrd": 64}  # kinds of which so many bytes are told
MAX_DIGEST = 1 << 30  # bytes of all regions whose digests are computed
STEP = 1 << 20  # bytes that are read at a time
MAX_REGIONS = 10_000
MAX_CPUS = 1 << 16


def read(path: str, manifest: str) -> Node:
    """The tree of a folder.

    - raises Unreadable: the manifest is not one of build's
    """
    told = _manifest(os.path.join(path, manifest))
    root, source, left = Node("build folder"), Input(b""), [MAX_FILE, MAX_DIGEST]
    try:
        for name in ("arch", "protocol", "layout"):
            source.node(root, name, value=_text(told.get(name)))
        for ram in _objects(told, "ram", MAX_REGIONS):
            node = source.node(root, "ram")
            node.key = f"base {_text(ram.get('base'))}"
            _number(source, node, "size", ram.get("size"))
        for region in _objects(told, "regions", MAX_REGIONS):
            _region(source, root, path, region, told, left)
        for cpu in _objects(told, "cpus", MAX_CPUS):
            _cpu(source, root, cpu)
    except Full:
        root.note("the answer ends here, it has too many parts")
    return root


def _manifest(file: str) -> dict[str, Any]:
    from json import loads

    try:
        told = loads(load(file, MAX_FILE // 6) or b"")
    except (ValueError, RecursionError):
        raise Unreadable(f"{file}: is no JSON") from None
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise Unreadable(f"{file}: is no manifest of aetherboot build")
    if told.get("version") != VERSION:
        raise Unreadable(f"{file}: has version {str(told.get('version'))[:20]}, not {VERSION}")
    return told


def _objects(told: dict[str, Any], name: str, most: int) -> list[dict[str, Any]]:
    """The objects of a list; whatever else is there is passed over."""
    rows = told.get(name)
    return [row for row in rows[:most] if isinstance(row, dict)] if isinstance(rows, list) else []


def _text(value: object) -> str:
    return value[:4096] if isinstance(value, str) else ""


def _hex(value: object) -> int | None:
    """A number of 64 bits, as the manifest writes it."""
    if isinstance(value, str) and value.startswith("0x") and len(value) <= 18:
        try:
            return int(value, 16)
        except ValueError:
            pass
    return None


def _number(source: Input, node: Node, name: str, value: object) -> int:
    number = _hex(value)
    child = source.node(node, name, value=number)
    if number is None:
        child.note("is no number")
    return number or 0


def _region(source: Input, root: Node, path: str, region: dict[str, Any],
            told: dict[str, Any], left: list[int]) -> None:
    kind = _text(region.get("kind"))
    node = source.node(root, "region")
    node.key = ", ".join(dict.fromkeys((kind, _text(region.get("name")) or kind)))
    base, size = (_number(source, node, name, region.get(name)) for name in ("base", "size"))
    source.node(node, "type", value=_text(region.get("type")))
    if "file" not in region:
        return
    data = _bytes(node, path, region, size, left)
    if data is None:
        return
    if "sha256" in region:
        _digest(node, path, region, size, left)
    if kind == "cmdline":
        source.node(node, "command line", 0, len(data), data.rstrip(b"\0").decode("latin1"))
    elif kind in READERS:
        _decode(Input(data, source), node, kind, base, told)
    else:
        if kind in HEADS:
            source.node(node, "first bytes", 0, len(data), data)
        source.node(node, "sha256", value=_text(region.get("sha256")))


def _bytes(node: Node, path: str, region: dict[str, Any], size: int, left: list[int],
           ) -> bytes | None:
    """The bytes of a region as far as a reader wants them. Files are in the folder only, and all
    together have at most so many bytes as are left."""
    name, offset = _text(region.get("file")), _hex(region.get("offset", "0x0"))
    kind = _text(region.get("kind"))
    if kind not in READERS and kind not in HEADS and kind != "cmdline":
        return b""
    size = min(size, HEADS.get(kind, size))
    file = os.path.join(path, name)
    if not _is_in(path, name):
        node.note("its file is not in the folder")
    elif offset is None or size > left[0]:
        node.note("its bytes are not to be found, or too many")
    else:
        try:
            fd = os.open(file, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOFOLLOW)
            with open(fd, "rb", buffering=0) as stream:
                data = os.pread(stream.fileno(), size, offset)
                left[0] -= size
        except (OSError, OverflowError):
            node.note("its file cannot be read")
            return None
        if len(data) < size:
            node.note(f"its file has {len(data)} of its bytes")
        return data
    return None


def _is_in(path: str, name: str) -> bool:
    """Whether a name is one of a file in the folder, not of a link out of it."""
    return name not in ("", ".", "..") and "/" not in name and "\0" not in name and \
        not os.path.islink(os.path.join(path, name))


def _digest(node: Node, path: str, region: dict[str, Any], size: int, left: list[int]) -> None:
    """Tell if the bytes of a region do not have the digest that the manifest tells."""
    from hashlib import sha256

    name, at, digest = _text(region.get("file")), _hex(region.get("offset", "0x0")), sha256()
    if at is None or not _is_in(path, name) or size > left[1]:
        node.note("its bytes are not to be found, or too many")
        return
    left[1] -= size
    file = os.path.join(path, name)
    try:
        fd = os.open(file, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOFOLLOW)
        with open(fd, "rb", buffering=0) as stream:
            while size > 0 and (block := os.pread(stream.fileno(), min(size, STEP), at)):
                digest.update(block)
                size -= len(block)
                at += len(block)
    except (OSError, OverflowError):
        node.note("its file cannot be read")
        return
    if size > 0 and not node.remark:
        node.note(f"its file lacks {size} of its bytes")
    elif size <= 0 and digest.hexdigest() != region["sha256"]:
        node.note("its file does not have the SHA-256 of the manifest")


def _decode(source: Input, node: Node, kind: str, base: int, told: dict[str, Any]) -> None:
    """Let the reader of a kind tell the bytes."""
    module, function, based = READERS[kind]
    more: tuple[int, ...] = (base,) if based else ()
    if kind == "page-tables":
        registers: dict[str, Any] = next((
            cpu["registers"] for cpu in _objects(told, "cpus", 1)
            if isinstance(cpu.get("registers"), dict)), {})
        efer = _hex(registers.get("efer"))
        more = (base, _hex(registers.get("cr3")) or base, _hex(registers.get("cr4")) or 0,
                efer is None or efer & LMA != 0)
    elif kind == "multiboot-info":
        more = (base, 2 if told.get("protocol") == "multiboot2" else 1)
    run(source, node, module, function, *more)


def _cpu(source: Input, root: Node, cpu: dict[str, Any]) -> None:
    node = source.node(root, "cpu")
    node.key = f"id {_text(cpu.get('id'))}"
    source.node(node, "waits", value=int(cpu.get("waits") is True))
    registers = cpu.get("registers")
    for name, value in registers.items() if isinstance(registers, dict) else ():
        if isinstance(value, dict):
            parts = source.node(node, name)
            for part, inner in value.items():
                _number(source, parts, part, inner)
        else:
            _number(source, node, name, value)
