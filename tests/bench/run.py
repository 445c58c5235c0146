#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Measure the release build, say what came out and keep it in docs/performance.md: each part that
was measured has its section rewritten.

usage: run.py BUILD [PART...]
PART: tables acpi trees sums load self inplace unpack start memory boots el2 python

Nothing here can fail for being slow: times are for people."""
import datetime
import os
import pathlib
import platform
import re
import subprocess
import sys

import builders
import guests
import loading
import package
from shared import CACHE, KERNELS, ROOT, Bench, table

PARTS = {
    "tables": ("Tables and pipeline", builders.part_tables),
    "acpi": ("ACPI tables and acpi_tables", builders.part_acpi),
    "trees": ("Device trees", builders.part_trees),
    "sums": ("Checksums", builders.part_sums),
    "load": ("An uncompressed kernel", loading.part_load),
    "self": ("A bzImage that unpacks itself", loading.part_self),
    "inplace": ("Unpacking to the place", loading.part_inplace),
    "unpack": ("Packed kernels", loading.part_unpack),
    "start": ("Process start to the first KVM_RUN", guests.part_start),
    "memory": ("Memory of a guest", guests.part_memory),
    "boots": ("Start to userspace", guests.part_boots),
    "el2": ("The hypervisor", guests.part_el2),
    "python": ("The Python package", package.part_python),
}


# ---- where it was

def first_line(*argv):
    try:
        out = subprocess.run(argv, text=True, check=False, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT).stdout
    except OSError:
        return "not there"
    return out.splitlines()[0].strip() if out else "?"


def machine(build):
    cpu = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    thp = pathlib.Path("/sys/kernel/mm/transparent_hugepage/enabled").read_text().strip()
    cache = (build / "CMakeCache.txt").read_text()
    compiler = re.search(r"^CMAKE_C_COMPILER:\w+=(.*)$", cache, re.M)[1]
    kvm = "none"
    if os.path.exists("/dev/kvm"):
        fit = re.search(r"\b(vmx|svm)\b", pathlib.Path("/proc/cpuinfo").read_text())
        kvm = f"hardware ({fit[1]})" if fit else "in software (the CPU shows neither vmx nor svm)"
    gib = int(re.search(r"MemTotal: *(\d+)", pathlib.Path("/proc/meminfo").read_text())[1]) / (1 << 20)
    return table(["", ""], [
        ["CPU", f"{cpu[1] if cpu else platform.machine()}, {os.cpu_count()} CPUs, {gib:.0f} GiB"],
        ["kernel", f"{platform.system()} {platform.release()}, huge pages: {thp}, KVM: {kvm}"],
        ["compiler", f"{first_line(compiler, '--version')}, release preset"],
        ["tools", "; ".join((first_line("xz", "--version"), first_line("lz4", "--version").strip("* "),
                             first_line("qemu-system-x86_64", "--version")))],
        ["codecs", "; ".join(subprocess.run([build / "frontends/kvm/aetherboot-kvm", "--version"], text=True,
                                            check=True, stdout=subprocess.PIPE).stdout.splitlines()[1:])],
        ["kernels", ", ".join((CACHE / "kernels" / k / ".done").read_text().strip()
                              for k in (*(k for k, _ in KERNELS), "arm64"))],
    ])


def when():
    """When a part was measured, and beside what."""
    load = f"Measured {datetime.date.today().isoformat()}, load average {os.getloadavg()[0]:.1f} before"
    if os.sched_getscheduler(0) != os.SCHED_OTHER:
        load += ", at real-time priority"
    return load + ".\n\n"


BEGIN, END = "<!-- ./dev bench writes from here -->\n", "<!-- to here -->\n"


def keep(head, sections):
    """Put the sections into the document, and leave the others there as they are."""
    path = ROOT / "docs/performance.md"
    text = path.read_text()
    if BEGIN not in text or END not in text:
        sys.exit(f"bench: {path} has lost its markers")
    before, rest = text.split(BEGIN, 1)
    old, after = rest.split(END, 1)
    kept = {part.split("\n", 1)[0]: part.split("\n", 1)[1].strip("\n") + "\n"
            for part in old.split("\n### ")[1:]} | sections
    body = "\n".join(f"### {title}\n\n{text}" for title, text in kept.items())  # others' sections, too
    path.write_text(f"{before}{BEGIN}\n{head}\n{body}\n{END}{after}")
    print(f"kept in {path.relative_to(ROOT)}")


def main():
    if len(sys.argv) < 2 or any(part not in PARTS for part in sys.argv[2:]):
        sys.exit(__doc__)
    build = pathlib.Path(sys.argv[1]).resolve()
    bench = Bench(build)
    head, sections = machine(build), {}
    print(head)
    for name in sys.argv[2:] or PARTS:
        title, run = PARTS[name]
        sections[title] = when() + run(bench)
        print(f"### {title}\n\n{sections[title]}", flush=True)
    keep(head, sections)


if __name__ == "__main__":
    main()
