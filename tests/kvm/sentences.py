#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Wrong command lines, and what the VMM answers. The answers are kept, and a person reads each change
of them: would a stranger know what to do?

usage: sentences.py EXPECTED ARCH VMM... [--update]
"""
import difflib
import os
import re
import subprocess
import sys
import tempfile

import vmm

X86 = "--arch x86_64 --protocol pvh kernel "
PLAN = X86 + "--plan "
ARM = "--arch arm64 --plan Image "
SIZES = ("", "0", "x", "1", "512", "2048", "4095", "4097", "16MB", "16Q", "16 M", "-1", "-16M", "+16M", " 16M", "1.5G",
         "0x", "0x1", "M", "4E", "2049T", "17592186044416M", "17592186044432M", "18446744073709551616")
NUMBERS = ("", "0", "x", "1k", "-1", "4097", "1.5", "0x1001", " 1", "1 2", "99999999999999999999")
LINES = [
    # what is missing, too much, or no option
    "", "--plan", "kernel stray --plan", "kernel --plan -- -y", "kernel --kernel kernel --plan",
    "--kernel kernel kernel --plan", "- --plan", "--", "-- --plan", "--kernel", "kernel --cmdline",
    "kernel --initrd", "kernel --module", "kernel --profile", "kernel --addon", "kernel --append", "kernel --memory", "kernel --cpus", "kernel --protocol", "kernel --gic",
    "kernel --dtb-overlay", "kernel --work-memory", "kernel --grace", "kernel --dump", "kernel --extract",
    "kernel --arch", "kernel --bogus", "kernel --zzz", "kernel --memry", "kernel --memory-size 1G",
    "kernel --mem=", "kernel --ram 1G", "kernel --cpu 1 --cps 2", "kernel --smp 2", "kernel -m 1G", "kernel -smp 2",
    "-kernel kernel", "kernel -append quiet", "kernel -initrd kernel", "-abc", "-k kernel", "kernel -a -b", "stray --plan -x kernel", "-H", "kernel -hx", "---help",
    "kernel --comand-line x", "kernel --cmdlin x --initd x", "kernel --noacpi", "kernel --no_acpi", "kernel --dtb x --arch x86_64 --plan",
    "kernel --device-tre --devicetree", "kernel --a", "kernel --d x", "kernel --c x", "kernel --m 1G", "kernel --=x",
    "''", "--kernel '' --plan", "kernel --plan --initrd ''", "kernel --dump=", X86 + "--extract ''",
    "kernel --pl --p", "kernel --Plan", "kernel --versoin", "kernel --hlep", "kernel --extract-kernel x",
    # options that do not fit
    "kernel --plan --map --huge", "kernel --plan=no", "kernel --acpi=yes", "kernel --map=", "kernel --version=1",
    "kernel --help=html", "kernel --help=", PLAN + "--gic 3", PLAN + "--device-tree", PLAN + "--dtb-overlay kernel", PLAN + "--uki-tree",
    PLAN + "--pc --no-acpi", ARM + "--pc", "kernel --plan --pc=yes",
    *(PLAN + f"--memory '{v}'" for v in SIZES), *(PLAN + f"--work-memory '{v}'" for v in SIZES[:8]),
    *(PLAN + f"--cpus '{v}'" for v in NUMBERS), *(PLAN + f"--grace '{v}'" for v in ("", "-1", "86401", "1s")),
    *(PLAN + f"--protocol '{v}'" for v in ("", "efi", "Linux", "linux64")),
    *(PLAN + f"--protocol flat --flat-base '{v}'" for v in ("", "0", "-1", "1.5G", "16MB", "2049T")),
    PLAN + "--protocol flat --flat-base 1M --flat-size 4097", PLAN + "--protocol flat --flat-base 1M --flat-entry 0",
    "kernel --protocol flat --flat-base", "kernel --protocol flat32 --plan --arch x86_64", "kernel --plan --flat-entry 1M",
    "kernel --plan --flat-base 1M --flat 2M",
    *(f"kernel --plan --arch '{v}'" for v in ("", "x86", "aarch64", "riscv64")),
    *(PLAN + f"--console '{v}'" for v in ("", "hvc0", "virtio-console")), "kernel --console",
    *(ARM + f"--gic '{v}'" for v in ("", "0", "1", "4", "23", "v3")),
    # files
    "--plan none", "--plan .", "--plan /dev/null", "--plan empty", PLAN + "--initrd none", PLAN + "--initrd empty",
    PLAN + "--initrd kernel --initrd /", PLAN + "--module none", PLAN + "--module kernel,words --module empty,words", PLAN + "--profile x", PLAN + "--addon none", PLAN + "--addon kernel", ARM + "--dtb-overlay none", ARM + "--dtb-overlay Image",
    X86 + "--dump none/where", X86 + "--dump kernel", X86 + "--extract none/where", X86 + "--extract .",
    X86 + "--extract kernel", "--plan cut --arch x86_64", "--plan text --arch x86_64",
    # what the machine or the kernel cannot do
    "kernel --plan --protocol linux --arch x86_64", "kernel --plan --protocol self --arch x86_64",
    "kernel --plan --protocol multiboot --arch x86_64", "kernel --plan --protocol multiboot2 --arch x86_64",
    PLAN + "--protocol self --module kernel", PLAN + "--protocol linux --modules-low", ARM + "--module Image", ARM + "--modules-low",
    PLAN + "--memory 16M --module big", PLAN + "--memory 16M --modules-low --initrd big",
    PLAN + "--memory 2M", PLAN + "--memory 16M --initrd big", ARM + "--protocol pvh", ARM + "--gic 2 --cpus 9",
    ARM + "--memory 4K",
    PLAN + "--protocol flat --flat-base 4095", PLAN + "--protocol flat --flat-base 1G", PLAN + "--protocol flat --flat-base 640K",
    PLAN + "--protocol flat --flat-base 16M --flat-entry 17M", PLAN + "--protocol flat32 --memory 8G --flat-base 5G",
    ARM + "--protocol flat --flat-base 1G --flat-entry 0x40000002", ARM + "--protocol flat32 --flat-base 1G",
    PLAN + "--protocol flat --flat-base 16M --profile x",
    "Image --plan --arch x86_64", "kernel --plan --arch arm64",
]
HEADER = "# exit status, command line, answer\n"


def answers(command):
    with tempfile.TemporaryDirectory() as folder:
        for name, content in (("kernel", vmm.pvh(vmm.OFF)), ("Image", vmm.image(b"\0\0\0\x14")), ("empty", b""),
                              ("cut", vmm.pvh(vmm.OFF)[:60]), ("text", b"#!/bin/sh\n" * 500), ("big", bytes(20 << 20))):
            with open(os.path.join(folder, name), "wb") as f:
                f.write(content)
        for line in LINES:
            words = [a if a is not None else b for a, b in
                     ((m[1], m[2]) for m in re.finditer(r"'([^']*)'|([^ ]+)", line))]
            r = subprocess.run(command + words, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True,
                               timeout=60, check=False)
            said = r.stderr.decode(errors="backslashreplace")
            if r.returncode not in (1, 2) or r.stdout or not re.fullmatch(r"aetherboot-kvm: [^\n]+\n", said):
                raise SystemExit(f"{line}: {r}")
            yield f"{r.returncode}  {line}".rstrip() + f"\n       {said.removeprefix('aetherboot-kvm: ')}"


def main():
    expected, arch = sys.argv[1:3]
    update = sys.argv[-1] == "--update"
    command = [os.path.abspath(c) if os.path.exists(c) else c for c in sys.argv[3:len(sys.argv) - update]]
    lines = "".join([HEADER, *answers(command)])
    if update:
        with open(expected, "w", encoding="ascii") as f:
            f.write(lines)
    with open(expected, encoding="ascii") as f:
        want = f.read()
    diff = list(difflib.unified_diff(want.splitlines(), lines.splitlines(), expected, "now", lineterm=""))
    print(*diff, f"{len(LINES)} command lines on {arch}", sep="\n")
    return 1 if diff or len(set(LINES)) != len(LINES) or len(LINES) < 120 else 0


sys.exit(main())
