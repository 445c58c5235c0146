#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Enter Debian's U-Boot as a flat binary on QEMU's virt machine, without firmware and with our device
tree alone, and judge what it says of the machine.

usage: uboot.py PLACE OUT       PLACE: virt_place; exit status 77 where there is no U-Boot
"""
import glob
import os
import re
import subprocess
import sys
import time

UBOOT = "/usr/lib/u-boot/qemu_arm64/u-boot.bin"
BASE = 0x48001000  # no multiple of 2 MiB, as it needs none
LIMIT = 60  # seconds; on an idle machine it takes 2
# what it prints, and what is typed then
TALK = ((rb"Hit any key to stop autoboot", b"\n"),
        (rb"=> ", b"fdt addr ${fdtcontroladdr}; fdt print /chosen bootargs; bdinfo; poweroff\n"))
SAID = (r"^U-Boot 20\d\d", r"^DRAM: +512 MiB\r?$", r"^ *bootargs = \"flat on board\"\r?$",
        r"^-> start += 0x0*40000000\r?$", r"^-> size +=? ?0x0*20000000\r?$")


def main():
    place, out = sys.argv[1:]
    if not os.path.exists(UBOOT):
        print(f"no {UBOOT}")
        return 77
    os.makedirs(out, exist_ok=True)
    for path in glob.glob(f"{glob.escape(out)}/mem-*.bin"):
        os.remove(path)
    initrd = os.path.join(out, "initrd")
    with open(initrd, "wb") as f:
        f.write(b"no initrd, but a file must not be empty")
    subprocess.run([place, "gicv2", "fdt", UBOOT, initrd, "flat on board", out, hex(BASE)], check=True)
    argv = ["qemu-system-aarch64", "-M", "virt,gic-version=2", "-cpu", "cortex-a57", "-smp", "2", "-m", "512",
            "-display", "none", "-serial", "stdio", "-monitor", "none", "-no-reboot", "-nic", "none"]
    for path in sorted(glob.glob(f"{glob.escape(out)}/mem-*.bin")):
        argv += ["-device", f"loader,file={path},addr=0x{re.search('mem-([0-9a-f]+).bin', path)[1]},force-raw=on"]
    argv += ["-device", f"loader,file={out}/tramp.bin,addr=0x1000,force-raw=on", "-device", "loader,addr=0x1000,cpu-num=0"]
    console, talk, begin = os.path.join(out, "console"), list(TALK), time.monotonic()
    with open(console, "wb") as f:
        with subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=f) as qemu:
            while qemu.poll() is None and time.monotonic() < begin + LIMIT:
                with open(console, "rb") as said:
                    if talk and re.search(talk[0][0], said.read()):
                        qemu.stdin.write(talk.pop(0)[1])
                        qemu.stdin.flush()
                time.sleep(0.1)
            ended = qemu.poll() is not None
            qemu.kill()
    with open(console, encoding="ascii", errors="replace") as f:
        text = f.read()
    missing = [s for s in SAID if not re.search(s, text, re.M)]
    print(text)
    print(f"{time.monotonic() - begin:.1f} s; missing: {missing}; " + ("it ended" if ended else "it did not end"))
    return 1 if missing or not ended else 0


sys.exit(main())
