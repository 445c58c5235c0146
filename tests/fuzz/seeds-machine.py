#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Write the seeds of the machine target: each of the named machines, as it is and with one overlay.

usage: seeds-machine.py CORPUS        e.g. tests/fuzz/corpus"""
import pathlib
import re
import struct
import subprocess
import sys

MACHINES = 21  # at most; a number beyond is another's again
OVERLAY = b"""/dts-v1/; /plugin/;
&{/} { mailbox@a0000000 { compatible = "acme,mailbox"; reg = <0 0xa0000000 0 0x1000>;
	interrupts-extended = <&gic 0 40 4>; }; };"""


SOURCE = (pathlib.Path(__file__).resolve().parent / "fuzz_machine.c").read_text()
TABLE = re.findall(r"^\t(?:M|LIST)\((.*), \w+\),$|^\tN\((.*)\),$", SOURCE, re.M)
FIELDS = [a or b for a, b in TABLE]


def change(field, value):
    """By its place in the target's table."""
    return struct.pack("<BBHI", FIELDS.index(field), 0, 0, value)


folder = pathlib.Path(sys.argv[1]) / "machine"
folder.mkdir(exist_ok=True)
blob = subprocess.run(["dtc", "-@", "-q", "-O", "dtb"], input=OVERLAY, stdout=subprocess.PIPE, check=True).stdout
for i in range(MACHINES):
    (folder / f"as-it-is-{i}").write_bytes(bytes([i, 0]) + bytes(64))
    (folder / f"overlay-{i}").write_bytes(bytes([i, 2]) + change("m.tables", 4) + change("overlays, m.fdt.overlays", 1) + blob)
    (folder / f"acpi-{i}").write_bytes(bytes([i, 2]) + change("m.tables", 1) + change("m.acpi.edition", 1) + bytes(64))
    (folder / f"firmware-{i}").write_bytes(bytes([i, 1]) + change("os.protocol", 5) + bytes(64))
