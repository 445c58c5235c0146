#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Run the hypervisor on QEMU's virt machine, and judge what its console says.

usage: node.py [--build DIR] [--out DIR] [--check FILE] [--ctl DIR] CASE
       node.py prepare             kernels, initrds
       node.py --list [GROUP]
       node.py control             a run with one wrong expectation, or one too much, is noticed

The first DIR is build/el2, the second build/el2-node; FILE is the aetherboot-el2-check of build/dev,
which must say of a bundle what the hypervisor says; the last DIR has aetherctl for arm64. A case is a
row of node_cases.py: a machine, the VMs of its bundle, and lines that must come in this order, or in
any; any line that FORBIDDEN describes is an error."""
import argparse
import dataclasses
import gzip
import hashlib
import os
import re
import struct
import subprocess
import sys

import node_boot
from node_case import KERNELS, LIMIT, ROOT
from node_cases import CASES, DISK
from node_run import Run, judge


def same_on_host(opt, run, text):
    """aetherboot-el2-check says of the bundle what the hypervisor said. What is wrong."""
    case = run.case
    done = subprocess.run([opt.check, run.tree(), os.path.join(run.dir, "bundle")], capture_output=True,
                          text=True, check=False, timeout=LIMIT)
    said = done.stderr.strip().replace("aetherboot-el2-check: ", "el2: ", 1)
    if case.group != "refused":
        return [f"the host refuses it: {said}"] * (done.returncode != 0)
    return [f"the host says {said!r}"] * (done.returncode != 1 or said + "\n" not in text)


def run(opt, case):
    with open(os.path.join(opt.build, "tests/el2/payload/payload.bin"), "rb") as f:
        words = struct.unpack("<4Q", hashlib.sha256(f.read()).digest())
    digest = " ".join(f"{word:#x}" for word in words)
    case = dataclasses.replace(case, lines=[line.replace("SHA256", digest) for line in case.lines])
    one = Run(opt, case)
    text, ended = one.run()
    bad = judge(case, text, ended)
    if case.initrd is None and case.tree is None and not case.uboot and not case.damaged \
            and not case.reserved and not case.edit \
            and case.name not in ("el1", "stage") and case.image.endswith("aetherboot-el2.bin"):
        bad += same_on_host(opt, one, text)
    print(f"{case.name}: {'FAIL' if bad else 'ok'}")
    if bad:
        print("\n".join("  " + what for what in bad))
        print("\n".join("  | " + line for line in text.split("\n")[-40:]))
    return not bad


def uki():
    """A Unified Kernel Image whose kernel is an Image that could be booted."""
    image = struct.pack("<IIQQQ24x4sI", 0x14000000, 0, 0, 4096, 0xa, b"ARM\x64", 0).ljust(4096, b"\0")
    head = struct.pack("<2s58xI", b"MZ", 64) + struct.pack("<4sHH12xHH", b"PE\0\0", 0xaa64, 1, 0, 0x206)
    head += struct.pack("<8s4I16x", b".linux", len(image), 0x1000, len(image), 512)
    return head.ljust(512, b"\0") + image


def prepare(opt):
    boot = os.path.join(ROOT, "tests", "boot")
    subprocess.run([os.path.join(boot, "fetch.sh")], check=True)
    subprocess.run([os.path.join(boot, "mkinitrd.sh"), "el2", os.path.join(opt.out, "linux.img")],
                   check=True)
    with open(os.path.join(ROOT, KERNELS["cloud"]), "rb") as f:
        data = gzip.compress(f.read(), 9, mtime=0)
    with open(os.path.join(opt.out, "Image.gz"), "wb") as f:
        f.write(data)
    with open(os.path.join(opt.out, "uki.efi"), "wb") as f:
        f.write(uki())
    subprocess.run([os.path.join(boot, "mkinitrd.sh"), "virt", "cloud-arm64",
                    os.path.join(opt.out, "manager.img")], check=True)
    subprocess.run([os.path.join(boot, "mkinitrd.sh"), "ctl", opt.ctl,
                    os.path.join(opt.out, "ctl.img")], check=True)
    subprocess.run([os.path.join(boot, "mkinitrd.sh"), "stage", opt.ctl,
                    os.path.join(opt.out, "linux.img"), os.path.join(opt.out, "stage.img")], check=True)
    with open(os.path.join(opt.out, "disk"), "wb") as f:
        f.write(DISK)
    with open(os.path.join(opt.out, "init.img"), "wb") as f:
        f.write(node_boot.initrd(os.path.join(opt.build, node_boot.PROGRAM)))
    return True


def control(opt):
    """The judge notices each missing line, each forbidden one, another order and another end."""
    good = True
    for case in (CASES[0], next(c for c in CASES if c.name == "fault-stack")):
        text, ended = Run(opt, case).run()
        lines = text.split("\n")
        good = good and not judge(case, text, ended)
        for want in case.lines:
            less = "\n".join(line for line in lines if not re.match(want, line))
            if not judge(case, less, ended):
                print(f"{case.name}: not missed: {want}")
                good = False
        swapped = dataclasses.replace(case, lines=[*case.lines[1:], case.lines[0]])
        more = text + "vm0: FAILED\nel2: wrong rights: x\nno fault\n"
        for what, seen in (("order", judge(swapped, text, ended)), ("end", judge(case, text, not ended)),
                           ("forbidden", judge(case, more, ended))):
            if not seen:
                print(f"{case.name}: not noticed: {what}")
                good = False
    print("control: " + ("ok" if good else "FAIL"))
    return good


def main():
    p = argparse.ArgumentParser(usage=__doc__)
    p.add_argument("case", nargs="?")
    p.add_argument("--list", nargs="?", const="", metavar="GROUP")
    p.add_argument("--build", default=os.path.join(ROOT, "build/el2"))
    p.add_argument("--check", default=os.path.join(
        ROOT, "build/dev/frontends/el2/aetherboot-el2-check"))
    p.add_argument("--ctl", default=os.path.join(ROOT, "build/arm64/examples/aetherctl"))
    p.add_argument("--out", default=os.path.join(ROOT, "build/el2-node"))
    opt = p.parse_args()
    if opt.list is not None:
        print("\n".join(c.name for c in CASES if opt.list in ("", c.group)))
        return True
    os.makedirs(opt.out, exist_ok=True)
    if opt.case == "prepare":
        return prepare(opt)
    if opt.case == "control":
        return control(opt)
    found = [c for c in CASES if c.name == opt.case]
    if not found:
        p.error(f"no case {opt.case}")
    return run(opt, found[0])


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
