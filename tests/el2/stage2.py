#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Emulated CPUs judge Stage-2 tables: run stage2.c at EL2 of QEMU's virt machine.

usage: stage2.py a57|max    each geometry that the CPU has
       stage2.py control    the CPU notices each spoilt word
options: --image FILE       the program (build/el2/tests/el2/el2_stage2.bin)"""
import argparse
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
JOB = 0x4fff0000  # as stage2.c has it
SECONDS = 100  # for a run that takes two

# Geometries that a CPU has: 4K 20 and 64K 17 with 44-bit addresses; of all with 52 bits (4K 24, with
# LPA2 32, 16K 21 and 29, 64K 27) those that QEMU walks, without 3 of level -1 and 5 of level 0 in
# 16K, once and with FEAT_S2FWB again.
CPUS = {"a57": ("cortex-a57", 37), "max": ("max,pauth-impdef=on", 2 * (133 - 8))}
CHECKS = 1000  # at least, of each

# the orders: an address, S2AP, MemAttr, XN, bit 0 of a page; T0SZ, SL0 of VTCR_EL2
CONTROLS = range(1, 8)


def run(image, cpu, order=0):
    """The program's words; none when it does not end."""
    argv = ["qemu-system-aarch64", "-M", "virt,virtualization=on,gic-version=3", "-cpu", cpu,
            "-smp", "1", "-m", "512", "-display", "none", "-serial", "stdio", "-monitor", "none",
            "-nic", "none", "-no-reboot", "-kernel", image,
            "-device", f"loader,addr={JOB:#x},data={order},data-len=8"]
    try:
        done = subprocess.run(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        print(f"no end after {SECONDS} s")
        return ""
    text = done.stdout.decode(errors="replace").replace("\r", "")
    return text if done.returncode == 0 else ""


def passed(text, geometries):
    """Whether each geometry was judged, and none complained."""
    lines = re.findall(r"^\d+K, IPA .*: (\d+) checks$", text, re.M)
    last = re.findall(r"^PASS (\d+) geometries, (\d+) checks, 0 failures$", text, re.M)
    return (len(last) == 1 and int(last[0][0]) == len(lines) == geometries
            and all(int(n) >= CHECKS for n in lines)
            and int(last[0][1]) == sum(map(int, lines)) and "el2:" not in text)


def judge(image, name):
    cpu, geometries = CPUS[name]
    text = run(image, cpu)
    good = passed(text, geometries)
    print(text if not good else text.splitlines()[-1])
    if passed(text, geometries + 1) or passed(text.replace("PASS", "FAIL"), geometries):
        print("this judge does not look")
        return False
    return good


def control(image):
    """An address that faults may take the program along, by an external abort."""
    good = True
    for order in CONTROLS:
        text = run(image, CPUS["a57"][0], order)
        noticed = bool(re.search(r"^(FAIL 1 geometries, |el2: exception, )", text, re.M)) \
            and "PASS" not in text
        print(f"order {order}: {'noticed' if noticed else 'NOT NOTICED: ' + text}")
        good = good and noticed
    return good


def main():
    p = argparse.ArgumentParser(usage=__doc__)
    p.add_argument("what", choices=(*CPUS, "control"))
    p.add_argument("--image", default=os.path.join(ROOT, "build/el2/tests/el2/el2_stage2.bin"))
    opt = p.parse_args()
    if not os.path.exists(opt.image):
        sys.exit(f"{opt.image} is not built: cmake --preset el2, cmake --build --preset el2")
    return control(opt.image) if opt.what == "control" else judge(opt.image, opt.what)


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
