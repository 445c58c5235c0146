#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Boot Debian on one of QEMU's x86 machines by examples/boot_x86.sh, to userspace and to power-off,
and judge that the guest found the tables that `aetherboot build` wrote, byte for byte.

usage: boot_x86.py pc|q35|microvm FOLDER"""
from __future__ import annotations

import pathlib
import re
import sys

from booting import (EXAMPLES, WORDS, dumped, judge, prepare, run, table_complaints,
                     usual_complaints)

REDUCED = {"APIC", "DSDT", "FACP", "SPCR"}
WHOLE = REDUCED | {"FACS", "HPET", "WAET"}
TABLES = {"pc": WHOLE, "q35": WHOLE | {"MCFG"}, "microvm": REDUCED}
# What QEMU's own tables cause, too: emulated CPUs forget MTRRs at INIT. And the ports of the power
# management are those of a device of ACPI's, so no bus may give them out.
QEMUS = re.compile(r"^AB bad .*(mtrr: your CPUs had inconsistent"
                   r"|bridge window \[io  0x0600-0x06[37]f\]: can't claim)")
# emulated timers of a busy host are late, which is no fault of the description; the power button is
# that of fixed hardware, on microvm a generic event device's with a bit of its own
SAID = f"{WORDS} no_timer_check press=button"


def complaints(name: str, status: int, console: str, guest: pathlib.Path) -> list[str]:
    """What is wrong."""
    own = "tsc_early_khz=[1-9][0-9]* " if name == "microvm" else ""
    bad = usual_complaints(status, console, f"console=ttyS0 {own}{SAID}")
    bad = [line for line in bad if not QEMUS.match(line)]
    if not re.search("^AB button$", console, re.M):
        bad.append("no power button")
    found = re.search("^AB tables (.*)$", console, re.M)
    if found is None or set(found[1].split()) != TABLES[name]:
        bad.append(f"other tables: {found and found[1]}")
    return bad + table_complaints(TABLES[name], dumped(console), (guest / "guest.elf").read_bytes())


def main() -> int:
    name, out = sys.argv[1], pathlib.Path(sys.argv[2])
    arguments = [*prepare("amd64", out)[:-1], SAID]
    status, console = run("boot_x86.sh", [str(EXAMPLES / f"{name}.toml"), *arguments], out)
    return judge(name, console, lambda text: complaints(name, status, text, out / "guest"))


if __name__ == "__main__":
    sys.exit(main())
