# SPDX-License-Identifier: BSD-2-Clause
"""Build folders and what x86 guests find in memory, written byte by byte for the cases of rules."""
from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Mapping, Sequence
from typing import Any

from aetherboot.decode.x86_fields import SETUP_HEADER, ZERO_PAGE

PLACES = {row[3]: (row[0], row[1]) for row in (*SETUP_HEADER, *ZERO_PAGE)}
RAM = ((0, 0x8000000),)
CPIO = b"070701".ljust(64, b"0")  # what an initrd may begin with
E820 = ((0, 0x9F000, 1), (0x9F000, 0x61000, 2), (0x100000, 0x7F00000, 1))


class Region:
    """A region of a folder; `digest` is written in place of its own, `size` in place of the
    number of bytes."""

    def __init__(self, kind: str, base: int, data: bytes | None, type: str = "RAM",
                 size: int | None = None, digest: str = "") -> None:
        self.kind, self.base, self.data, self.type = kind, base, data, type
        self.size = size if size is not None else len(data or b"")
        self.digest = digest


def folder(regions: Sequence[Region], ram: Sequence[tuple[int, int]] = RAM,
           registers: Mapping[str, Any] | None = None, name: str = "g", arch: str = "x86-64",
           protocol: str = "linux") -> dict[str, bytes]:
    """The files of a folder."""
    files: dict[str, bytes] = {}
    rows = []
    for number, one in enumerate(regions):
        row = {"kind": one.kind, "base": hex(one.base), "size": hex(one.size), "type": one.type,
               "name": one.kind}
        if one.data is not None:
            row |= {"file": f"{number}.bin", "offset": "0x0",
                    "sha256": one.digest or hashlib.sha256(one.data[:one.size]).hexdigest()}
            files[f"{name}/{number}.bin"] = one.data
        rows.append(row)
    cpu = {"id": "0x0", "waits": False, "registers": {
        key: value if isinstance(value, dict) else hex(value)
        for key, value in (registers or {}).items()}}
    files[f"{name}/manifest.json"] = json.dumps({
        "format": "aetherboot-build", "version": 1, "layout": "folder", "arch": arch,
        "protocol": protocol, "files": [], "regions": rows, "cpus": [cpu],
        "ram": [{"base": hex(base), "size": hex(size)} for base, size in ram]}).encode()
    return files


def zero_page(e820: Sequence[tuple[int, int, int]] = E820, **fields: int) -> bytes:
    """Linux's boot_params."""
    page = bytearray(4096)
    page[0x202:0x206] = b"HdrS"
    values = {"boot_flag": 0xAA55, "version": 0x20F, "type_of_loader": 0xFF,
              "e820_entries": min(len(e820), 128), "cmdline_size": 2047,
              "initrd_addr_max": 0x7FFFFFFF, "kernel_alignment": 0x200000} | fields
    for name, value in values.items():
        at, width = PLACES[name]
        page[at:at + width] = value.to_bytes(width, "little")
    for number, row in enumerate(e820[:128]):
        page[0x2D0 + 20 * number:0x2D0 + 20 * number + 20] = struct.pack("<QQI", *row)
    return bytes(page[:4096])


def setup_data(*rows: tuple[int, int, bytes]) -> bytes:
    """A chain: next, type and bytes of each, one behind the other."""
    out = b""
    for after, kind, data in rows:
        out += struct.pack("<QII", after, kind, len(data)) + data
        out += bytes(-len(out) % 16)
    return out


def start_info(modules: int = 0, modlist: int = 0, cmdline: int = 0, rsdp: int = 0,
               memmap: int = 0, entries: int = 0, magic: int = 0x336EC578,
               version: int = 1) -> bytes:
    """PVH's hvm_start_info."""
    return struct.pack("<IIIIQQQQII", magic, version, 0, modules, modlist, cmdline, rsdp, memmap,
                       entries, 0)


def memory_row(base: int, size: int, kind: int = 1) -> bytes:
    return struct.pack("<QQII", base, size, kind, 0)


def module_row(base: int, size: int, cmdline: int = 0, reserved: int = 0) -> bytes:
    return struct.pack("<QQQQ", base, size, cmdline, reserved)


def summed(data: bytes, at: int, size: int | None = None, start: int = 0) -> bytes:
    """Bytes with a checksum at a place."""
    end = len(data) if size is None else start + size
    rest = sum(data[start:end]) - data[at]
    return data[:at] + bytes([-rest & 255]) + data[at + 1:]
