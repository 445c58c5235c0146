#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Boot Debian on QEMU's machine "virt" by examples/boot_virt.sh, to userspace and to power-off, and
judge that the guest found the tables that `aetherboot build` wrote, byte for byte.

usage: boot_virt.py fdt|acpi FOLDER"""
from __future__ import annotations

import json
import pathlib
import sys

from booting import (EXAMPLES, WORDS, dumped, judge, prepare, run, table_complaints,
                     usual_complaints)

TABLES = {"FACP", "DSDT", "APIC", "GTDT", "MCFG", "SPCR"}


def built(guest: pathlib.Path, kind: str) -> bytes:
    """The bytes of the region of a kind that `build` wrote."""
    rows = json.loads((guest / "manifest.json").read_text())["regions"]
    names = [row["file"] for row in rows if row["kind"] == kind]
    return (guest / names[0]).read_bytes() if names else b""


def complaints(tables: str, status: int, console: str, guest: pathlib.Path) -> list[str]:
    """What is wrong."""
    bad = usual_complaints(status, console, f"console=ttyAMA0 {WORDS}")
    files = dumped(console)
    tree = files.pop("fdt", b"")
    if tree != built(guest, "dtb"):
        bad.append("the guest's tree is not the one that was built")
    if tables == "fdt":
        if "AB log Machine model: aetherboot" not in console:
            bad.append("the tree has no model of ours")
        return bad + [f"ACPI table {name}" for name in sorted(files.keys() & TABLES)]
    return bad + table_complaints(TABLES, files, built(guest, "acpi"))


def main() -> int:
    tables, out = sys.argv[1], pathlib.Path(sys.argv[2])
    arguments = prepare("arm64", out)
    text = (EXAMPLES / "virt.toml").read_text()
    machine = out / "virt.toml"
    machine.write_text(text.replace("[machine]", f'[machine]\ntables = "{tables}"', 1))
    status, console = run("boot_virt.sh", [str(machine), *arguments], out)
    bad = judge(tables, console, lambda text: complaints(tables, status, text, out / "guest"))
    other = {"fdt": "acpi", "acpi": "fdt"}[tables]
    if bad == 0 and not complaints(other, 0, console, out / "guest"):
        print("the other tables go unnoticed")
        return 1
    return bad


if __name__ == "__main__":
    sys.exit(main())
