#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""A file of lib/ needs symbols of its folder's lower storeys only, so no files form a circle.

usage: storeys.py NM OBJECT...

STOREYS is the one place where the storeys are written down: per folder its rows, lowest first,
each a string of file names without .c. Files of one row are independent of each other. Each file
stands in the table once; a folder of one file needs no entry. When a folder does not fit, the lint
prints rows that would."""
import pathlib
import sys

from undefined import symbols

STOREYS = {
    "acpi": [
        "table dsdt_aml",
        "bridge fadt gtdt hpet iort madt_arm64 mcfg numa pptt waet",
        "devices madt",
        "dsdt spcr_dbg2",
        "acpi",
    ],
    "aml": ["aml", "name resource", "term object"],
    "base": ["crc32 error sha256 sort", "buf", "error_text"],
    "boot": [
        "uki",
        "given regions",
        "build high payload",
        "build_arm64 entry_arm64 layout place reach_x86 text",
        "build_x86 entry_x86",
        "layout_arm64 layout_x86 work_arm64 work_x86",
        "firmware_x86 linux_arm64 linux_x86 multiboot pvh self_x86",
        "ways",
        "plan",
    ],
    "codec": ["heap", "bzip2 gzip isal library lz4 xz zstd", "codec"],
    "dtb": ["token value", "node open", "walk"],
    "fdt": [
        "node read",
        "phandles pools write",
        "cells cpus props",
        "chosen gic memory pcie",
        "devices",
        "merge",
        "machine",
    ],
    "fit": ["node", "image", "config open verify"],
    "host": ["file ram sink"],
    "image": ["bzimage elf pe", "arm64 multiboot uki zboot", "probe"],
    "kernel": ["feed", "notes place", "open", "unpack"],
    "machine": [
        "arch bridge compare",
        "kinds",
        "derive",
        "check_caches check_devs check_rmrs",
        "check_arm64 check_overlaps",
        "check_pairs",
        "check",
    ],
    "mem": ["emit memmap regions spans"],
    "stage2": [
        "cpu geometry store",
        "desc",
        "job tables walk",
        "count swap",
        "change coalesce",
    ],
    "x86": ["bda cpuid e820 gdt mptable mtrr paging reset", "multiboot setup_data start_info zeropage"],
}


def graph(nm, objects):
    """folder: file: other file of the folder: symbols of it that the file needs."""
    folders = {}
    for path in map(pathlib.Path, objects):
        folders.setdefault(path.parent.name, {})[path.name.split(".")[0]] = symbols(nm, path)
    return {folder: {stem: {other: sorted(wanted & defined)
                            for other, (_, defined) in files.items()
                            if other != stem and wanted & defined}
                     for stem, (wanted, _) in files.items()}
            for folder, files in folders.items()}


def lowest(needs):
    """The rows of a folder with each file as low as it can be; the last files may be a circle."""
    rows, left = [], dict(needs)
    while left:
        row = sorted(stem for stem in left if not left.keys() & left[stem].keys())
        if not row:
            return rows, sorted(left)
        rows.append(" ".join(row))
        left = {stem: left[stem] for stem in left if stem not in row}
    return rows, []


def complaints(folder, needs):
    rows = STOREYS.get(folder, [])
    names = [name for row in rows for name in row.split()]
    level = {name: at for at, row in enumerate(rows) for name in row.split()}
    for name in sorted(needs.keys() | level.keys()):
        if name not in needs:
            yield f"{folder}/{name}.c: in the table, not in lib/"
        elif names.count(name) != 1:
            yield f"{folder}/{name}.c: {names.count(name)} times in the table, must be once"
    for name in sorted(needs.keys() & level.keys()):
        for other, wanted in sorted(needs[name].items()):
            if level.get(other, -1) >= level[name]:
                yield f"{folder}/{name}.c: needs {wanted[0]} of {other}.c, which is not below it"


def check(nm, objects):
    folders = graph(nm, objects)
    bad = 0
    for folder in sorted(folders.keys() | STOREYS.keys()):
        needs = folders.get(folder, {})
        rows, circle = lowest(needs)
        if len(needs) == 1 and folder not in STOREYS:
            found = []
        else:
            found = list(complaints(folder, needs))
        for line in found:
            print(line)
        if found:
            print(f"{folder}: the rows could be {rows}, the circle is {circle}")
        bad += len(found)
    print(f"{len(objects)} files in {len(folders)} folders, {bad} on a wrong storey")
    return bad or not objects


def main(arguments):
    return 1 if check(arguments[0], arguments[1:]) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
