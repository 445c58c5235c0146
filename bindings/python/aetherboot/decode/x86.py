# SPDX-License-Identifier: BSD-2-Clause
"""What x86 guests find in memory: Linux's zero page, PVH's start info, the MP table.
A base is the address of the input's first byte, where it is known; pointers are then followed."""
from __future__ import annotations

from . import x86_fields as rows
from .node import Input, Node, array, keyed

PAGE = 4096
MAX_TEXT = 4096  # bytes of a command line of a module
START_INFO_MAGIC = bytes.fromhex("78c56e33")


def zero_page(source: Input, parent: Node) -> None:
    """Append Linux's boot_params, with the E820 map in it."""
    end = min(len(source.data), PAGE)
    page = source.node(parent, "boot_params", 0, end, section="X86BOOT zero page")
    source.fields(page, 0, end, rows.ZERO_PAGE)
    header = source.node(page, "setup_header", 0x1F1, 0x7B,
                         section="X86BOOT The Real-Mode Kernel Header")
    source.fields(header, 0, end, rows.SETUP_HEADER)
    source.fields(page, 0, end, rows.ZERO_PAGE_REST)
    count = page.find("e820_entries")
    used = source.number(0x1E8, 1)
    if count is not None and used > rows.E820_MAX:
        count.note(f"must be at most {rows.E820_MAX}")
        used = rows.E820_MAX
    done = array(source, page, rows.E820_AT, min(end, 0xCD0), rows.E820_ENTRY, "e820_entry", used,
                 "X86BOOT zero page", ("addr",))
    unused = source.data[done:min(end, 0xCD0)]
    if unused:
        source.node(page, "unused e820_entries", done, len(unused),
                    unused if any(unused) else None)
    source.fields(page, 0, end, rows.ZERO_PAGE_END)
    source.rest(parent, end, len(source.data), "bytes behind the page")


def setup_data(source: Input, parent: Node, base: int) -> None:
    """Append a chain of setup_data whose first node begins the input."""
    end, at, total, told = len(source.data), 0, 0, []
    while 0 <= at <= end - 16:
        if total >= end:  # they overlap, or go round
            parent.note(f"the setup_data at {at:#x} is told already")
            break
        size = min(source.number(at + 12, 4), end - at - 16)
        node = source.node(parent, "setup_data", at, 16 + size, section="X86BOOT setup_data")
        source.fields(node, at, at + 16, rows.SETUP_DATA)
        kind = node.find("type")
        node.key = kind.meaning if kind is not None else ""
        if node.number("len") > size:
            node.note(f"has {node.number('len')} bytes, {size} remain")
        start = at + 16
        if node.key == "SETUP_E820_EXT":
            start = array(source, node, start, start + size, rows.E820_ENTRY, "e820_entry",
                          section="X86BOOT zero page", names=("addr",))
        source.rest(node, start, at + 16 + size, "data")
        told.append((at, at + 16 + size))
        total += 16 + size
        at = node.number("next") - base
    untold(source, parent, told, end)


def gdt(source: Input, parent: Node) -> None:
    """Append the descriptors of a GDT."""
    end = len(source.data)
    for at in range(0, end - 7, 8):
        node = source.field(parent, at, 8, "x", "segment descriptor", rows.DESCRIPTOR)
        node.key, node.section = f"selector {at:#x}", "SDM 3.4.5"
    source.rest(parent, end - end % 8, end)


# pointer, count, name of an entry, its fields, the one that tells it from others
START_INFO_LISTS = (
    ("modlist_paddr", "nr_modules", "hvm_modlist_entry", rows.MODULE, "paddr"),
    ("memmap_paddr", "memmap_entries", "hvm_memmap_table_entry", rows.PVH_MEMORY, "addr"))


def start_info(source: Input, parent: Node, base: int | None = None) -> None:
    """Append PVH's hvm_start_info, and what it points to in the input."""
    end = len(source.data)
    version = source.number(4, 4)
    info = source.node(parent, "hvm_start_info", 0, min(end, 56 if version else 40),
                       section="PVH start_info")
    source.fields(info, 0, end, rows.START_INFO)
    if version:
        source.fields(info, 0, end, rows.START_INFO_1)
    told = [(0, info.size or 0)]
    if base is not None:
        for row in START_INFO_LISTS:
            told += list_of(source, info, base, *row)
        for entry in info.children:
            at = entry.number("cmdline_paddr") - base
            if entry.name == "hvm_modlist_entry" and 0 <= at < end:
                text = source.data[at:at + MAX_TEXT].split(b"\0", 1)[0]
                source.node(entry, "command line", at, len(text) + 1, text.decode("latin1"))
                told.append((at, at + len(text) + 1))
    untold(source, parent, told, end)


def list_of(source: Input, info: Node, base: int, pointer: str, count: str, name: str,
            fields: tuple[tuple[int, int, str, str, object], ...], key: str,
            ) -> list[tuple[int, int]]:
    """Append a list that lies in the input too. Returns where, if anywhere."""
    at, n = info.number(pointer) - base, info.number(count)
    if not n:
        return []
    if not 0 <= at < len(source.data):
        if field := info.find(pointer):
            field.meaning = "outside of this input"
        return []
    end = array(source, info, at, len(source.data), fields, name, n, "PVH start_info", (key,))
    return [(at, end)]


def untold(source: Input, parent: Node, told: list[tuple[int, int]], end: int,
           name: str = "bytes not described") -> None:
    """Append what lies between the parts that are told."""
    at = 0
    for start, stop in [*sorted(told), (end, end)]:
        between = source.data[at:min(start, end)]
        source.rest(parent, at, min(start, end), name if any(between) else "padding")
        at = max(at, stop)


# ---- the MP table

def mp_table(source: Input, parent: Node) -> None:
    """Append the floating pointer, the configuration table, or the one behind the other."""
    at, end = 0, len(source.data)
    if source.data[:4] == b"_MP_":
        pointer = source.node(parent, "MP Floating Pointer Structure", 0, min(16, end),
                              section="MPS 4.1")
        source.fields(pointer, 0, min(16, end), rows.MP_POINTER)
        judge(source, pointer.find("CHECKSUM"), 0, 16)
        at = 16
    found = source.data.find(b"PCMP", at)
    if found < 0:
        source.rest(parent, at, end)
        return
    source.rest(parent, at, found)
    _mp_config(source, parent, found, end)


def judge(source: Input, field: Node | None, at: int, stop: int) -> None:
    """Tell if the bytes from `at` on do not add up to 0."""
    wrong = sum(source.data[at:stop]) & 255
    if wrong and field is not None and isinstance(field.value, int):
        field.note(f"must be {field.value - wrong & 255:#x}")


def _mp_config(source: Input, parent: Node, at: int, end: int) -> None:
    size, count = source.number(at + 4, 2), source.number(at + 34, 2)
    table = source.node(parent, "MP Configuration Table", at, min(max(size, 44), end - at),
                        section="MPS 4.2")
    source.fields(table, at, end, rows.MP_HEADER)
    length = table.find("BASE TABLE LENGTH")
    if length is not None and not 44 <= size <= end - at:
        length.note(f"must be from 44 to the {end - at} bytes that there are")
        source.rest(table, at + 44, end)
        return
    stop, place = at + size, at + 44
    judge(source, table.find("CHECKSUM"), at, stop)
    for _ in range(count):
        row = rows.MP_ENTRIES.get(source.number(place, 1)) if place < stop else None
        if row is None or place + row[0] > stop:
            table.note(f"counts {count} entries, not all are there")
            break
        step, name, section, fields, names = row
        entry = source.node(table, name, place, step, section=section)
        source.field(entry, place, 1, "n", "ENTRY TYPE", name)
        source.fields(entry, place, place + step, fields)
        keyed(entry, names)
        place += step
    source.rest(table, place, stop)
    source.rest(parent, stop, end, "bytes behind the table")
