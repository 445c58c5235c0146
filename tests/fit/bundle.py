#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""The example of docs/bundle.md, made by mkimage: what is read of it is what it says, and each
line of it that is damaged gives the error that the page promises.

usage: bundle.py PROGRAM FOLDER

PROGRAM is of bundle.c. Exit 77: mkimage is not installed."""
import pathlib
import re
import shutil
import subprocess
import sys

PAGE = pathlib.Path(__file__).resolve().parents[2] / "docs" / "bundle.md"
WANT = """\
admin kernel=debian ramdisk=admin-initrd fdt=- cpus=1 memory=268435456 staging=0 tables=fdt capabilities=13 \
restarts=0 bootargs=console=ttyAMA0
web kernel=debian ramdisk=web-initrd fdt=sensor cpus=2:2,3 memory=6442450944 staging=67108864 \
tables=fdt capabilities=8 restarts=3 bootargs=console=ttyAMA0 quiet
"""
# a line of the example, what it becomes, and the sentence, in which # is a number
BROKEN = [
    ("aetherboot,cpu-list = <2 3>", "aetherboot,cpus = <65>",
     "fit.configurations[1].aetherboot,cpus (web): 65 is not valid: must be 1 to 64"),
    ('capabilities = "log"', 'capabilities = "log", "usb"', "fit.configurations[1].aetherboot,capabilities (usb): 1 "
     "is not valid: must be manage, virtio, rtc or log"),
    ("aetherboot,restarts", "aetherboot,restart", "fit.configurations[1] (aetherboot,restart) is "
     "not valid at offset #: must be one of the properties in docs/bundle.md"),
    ("<0 0x10000000>", "<0x10000000>", "fit.configurations[0].aetherboot,memory (admin): 4 is not "
     "valid: its size must be 8 bytes"),
    ('fdt = "sensor"', 'fdt = "sensors"',
     "fit.images (sensors): 0 is not valid: there must be one node of this name"),
]


def make(folder, source):
    (folder / "guests.its").write_text(source, encoding="ascii")
    subprocess.run(["mkimage", "-E", "-f", "guests.its", "guests.itb"], cwd=folder, check=True,
                   capture_output=True)
    return folder / "guests.itb"


def read(program, fit):
    return subprocess.run([program, fit], capture_output=True, text=True, check=False)


def main(program, folder):
    if not shutil.which("mkimage"):
        print("skipped: needs mkimage")
        return 77
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    source = re.search(r"```dts\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)[1]
    for name in re.findall(r'/incbin/\("(.*?)"\)', source):
        (folder / name).write_bytes(name.encode())
    done = read(program, make(folder, source))
    bad = [] if done.stdout == WANT else [f"{done.stdout}{done.stderr} instead of {WANT}"]
    for line, other, sentence in BROKEN:
        if source.count(line) != 1:
            bad.append(f"{line}: {source.count(line)} times in the example")
        done = read(program, make(folder, source.replace(line, other)))
        said = re.sub(r"0x[0-9a-f]+", "#", done.stderr.strip())
        if done.returncode != 1 or said != sentence:
            bad.append(f"{other}: {done.returncode} {said}, instead of {sentence}")
    print(*bad, f"{1 + len(BROKEN)} bundles, {len(bad)} problems", sep="\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
