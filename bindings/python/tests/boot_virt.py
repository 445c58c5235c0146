#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Boot Debian on QEMU's machine "virt" by examples/boot_virt.sh, to userspace and to power-off, and
judge that the guest found the tables that `aetherboot build` wrote, byte for byte.

usage: boot_virt.py fdt|acpi FOLDER"""
from __future__ import annotations

import base64
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import threading

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
CACHE = pathlib.Path(os.environ.get("AB_CACHE", ROOT / "build/cache"))
WORDS = "quiet panic=-1 ab=check"
LIMIT = 240  # seconds; on an idle machine it takes 10
TABLES = {"FACP", "DSDT", "APIC", "GTDT", "MCFG", "SPCR"}


def prepare(tables: str, out: pathlib.Path) -> list[str]:
    """The machine, its initrd, and a command `aetherboot` of this tree. Returns the script's
    arguments."""
    shutil.rmtree(out, ignore_errors=True)
    (out / "bin").mkdir(parents=True)
    text = (HERE.parent / "examples/virt.toml").read_text()
    (out / "virt.toml").write_text(text.replace("[machine]", f'[machine]\ntables = "{tables}"', 1))
    boot = ROOT / "tests/boot"
    subprocess.run([boot / "fetch.sh"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([boot / "mkinitrd.sh", "l2", "arm64", out / "initrd"], check=True)
    command = out / "bin/aetherboot"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m aetherboot "$@"\n')
    command.chmod(0o755)
    return [str(out / "virt.toml"), str(CACHE / "kernels/arm64/Image"), str(out / "initrd"),
            str(out / "guest"), WORDS]


def run(arguments: list[str], out: pathlib.Path) -> tuple[int, str]:
    """Run the script to its end. Returns its exit status and what the guest said."""
    environment = os.environ | {"PATH": f"{out / 'bin'}:{os.environ['PATH']}"}
    said = []
    with subprocess.Popen([HERE.parent / "examples/boot_virt.sh", *arguments], env=environment,
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT) as process:
        alarm = threading.Timer(LIMIT, process.kill)
        alarm.start()
        assert process.stdin is not None and process.stdout is not None
        for line in process.stdout:
            said.append(line.decode(errors="replace").rstrip("\r\n"))
            if said[-1] == "AB ready":  # the guest waits for a line
                process.stdin.write(b"typed\n")
                process.stdin.flush()
        alarm.cancel()
    (out / "console").write_text("\n".join(said))
    return process.returncode, "\n".join(said)


def dumped(console: str) -> dict[str, bytes]:
    """The files that the guest sent."""
    found = re.search(r"^AB dump-begin\n(.*)\nAB dump-end$", console, re.M | re.S)
    data = base64.b64decode(found[1]) if found else b""
    if not data:
        return {}
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        return {pathlib.PurePath(member.name).name: taken.read() for member in archive
                if (taken := archive.extractfile(member)) is not None}


def built(guest: pathlib.Path, kind: str) -> bytes:
    """The bytes of the region of a kind that `build` wrote."""
    rows = json.loads((guest / "manifest.json").read_text())["regions"]
    names = [row["file"] for row in rows if row["kind"] == kind]
    return (guest / names[0]).read_bytes() if names else b""


def complaints(tables: str, status: int, console: str, guest: pathlib.Path) -> list[str]:
    """What is wrong."""
    bad = [line for line in console.splitlines() if line.startswith("AB bad")]
    if status != 0:
        bad.append(f"the script ended with {status}")
    for what, pattern in (("userspace", "^AB end "), ("power-off", "reboot: Power down"),
                          ("line that was typed", "^AB echo typed$"), ("second CPU", "^AB cpus 2$"),
                          ("command line", f"^AB cmdline console=ttyAMA0 {WORDS}$")):
        if not re.search(pattern, console, re.M):
            bad.append(f"no {what}")
    files = dumped(console)
    tree = files.pop("fdt", b"")
    if tree != built(guest, "dtb"):
        bad.append("the guest's tree is not the one that was built")
    if tables == "fdt":
        if "AB log Machine model: aetherboot" not in console:
            bad.append("the tree has no model of ours")
        return bad + [f"ACPI table {name}" for name in sorted(files.keys() & TABLES)]
    acpi = built(guest, "acpi")
    bad += [f"no ACPI table {name}" for name in sorted(TABLES - files.keys())]
    for name, data in files.items():
        if name in TABLES and data not in acpi:
            bad.append(f"{name} is not one that was built")
        if name in TABLES and data[10:16] != b"AETHER":
            bad.append(f"{name} is by {data[10:16]!r}")
    return bad


def main() -> int:
    tables, out = sys.argv[1], pathlib.Path(sys.argv[2])
    status, console = run(prepare(tables, out), out)
    bad = complaints(tables, status, console, out / "guest")
    for line in bad:
        print(f"{tables}: {line}")
    # the judge is judged: what it lives by is needed
    for pattern, to in (("AB dump-begin", "AB dump"), ("Power down", "Power"), ("^AB cpus 2", "AB"),
                        ("^AB end", "AB"), ("^AB echo typed", "AB echo"), ("quiet", "quite"),
                        (r"\A", "AB bad\n")):
        spoilt = re.sub(pattern, to, console, flags=re.M)
        if not bad and not complaints(tables, status, spoilt, out / "guest"):
            bad.append(f"{pattern} -> {to} goes unnoticed")
            print(bad[-1])
    if not bad and not complaints({"fdt": "acpi", "acpi": "fdt"}[tables], 0, console,
                                  out / "guest"):
        bad.append("the other tables go unnoticed")
        print(bad[-1])
    if bad:
        print(console[-4000:])
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
