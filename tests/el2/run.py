#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Boot Debian by the freestanding program at EL2 of QEMU's virt machine, and judge both.

usage: run.py prepare           kernels, initrds, disks, a packed kernel
       run.py case NAME         boot and judge
       run.py judge NAME        judge what a boot left
       run.py control           the program refuses, and the judge notices, each defect
options: --image FILE  the program (build/el2/tests/el2/el2_boot.bin)
         --out DIR     results (build/el2-boot)

The guest and its judge are those of tests/virt."""
import argparse
import copy
import gzip
import os
import re
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "virt"))
import control as spoil  # noqa: E402
import run as virt  # noqa: E402

# as main.c has them
KERNEL, JOB = 0x50000000, 0x4fff0000
TABLES = {"acpi": 1, "fdt": 4}  # enum ab_tables
CONTROLS = {"unaligned": 1, "stack": 2}
STACK_LIMIT = 6144

LOADED = 0x40200000  # where QEMU puts the program
INITRD = 0x48000000  # and the initrd: 128 MiB from the start of RAM
MMIO = {"mmio": 0x0a003e00, "net": 0x0a003c00}  # QEMU plugs into the last transport first
MACHINE = "-M virt,virtualization=on,gic-version=3 -cpu cortex-a57 -smp 1 -m 512"

# The same machine as the guest must see it, by hand: ab_fdt_read() reads no PCI, PMU or PL061.
TOLD = {
    "n_cpus": 1, "cpus": [{"id": 0, "node": 0}], "caches": [], "distances": [], "rmrs": [],
    "topology": {"threads": 0, "cores": 0, "dies": 0}, "edition": "usual", "pmu": 0,
    "ram": [{"base": 0x40000000, "size": 512 << 20, "node": 0}],
    "gic": {"version": 3, "dist": 0x08000000, "redist": [[0x080a0000, 0xf60000]],
            "its": [0x08080000], "v2m": 0},
    "timer": {"virt": 27},
    "devs": [{"type": "uart-pl011", "base": 0x09000000, "irq": 33},
             {"type": "rtc-pl031", "base": 0x09010000, "irq": 34},
             *[{"type": "virtio-mmio", "base": 0x0a000000 + 0x200 * i, "irq": 48 + i,
                "irq_flags": 1} for i in range(32)]],
}

# QEMU's tree has seeds; the program hands them on.
CASES = [virt.Case((name, "el2", tables, "arm64", "usual", "seed"))
         for name, tables in (("fdt", "fdt"), ("acpi-gzip", "acpi"))]


def kernel(opt, case):
    """The guest's kernel."""
    if case.name.endswith("-gzip"):
        return os.path.join(opt.out, "Image.gz")
    return os.path.join(virt.CACHE, "kernels", case.kernel, "Image")


def prepare(opt):
    virt.prepare(opt)
    data = virt.read(virt.CACHE, "kernels", "arm64", "Image", mode="rb")
    with open(os.path.join(opt.out, "Image.gz"), "wb") as f:
        f.write(gzip.compress(data, 1, mtime=0))


def qemu(opt, case, size, control=0):
    """QEMU's command line without its monitor."""
    argv = ["qemu-system-aarch64", *MACHINE.split(), "-display", "none", "-serial", "stdio",
            "-no-reboot", "-kernel", opt.image, "-append", case.cmdline,
            "-initrd", os.path.join(opt.out, f"{case.kernel}.img"),
            "-device", f"loader,file={kernel(opt, case)},addr={KERNEL:#x},force-raw=on"]
    for at, word in enumerate((size, TABLES[case.tables], control)):
        argv += ["-device", f"loader,addr={JOB + 8 * at:#x},data={word:#x},data-len=8"]
    return argv


def boot(opt, case):
    folder = os.path.join(opt.out, case.name)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    argv = qemu(opt, case, os.path.getsize(kernel(opt, case)))
    argv += ["-drive", f"file={opt.out}/mmio.disk,if=none,id=mmio,format=raw,readonly=on",
             "-device", "virtio-blk-device,drive=mmio", "-netdev", "user,id=net,restrict=on",
             "-device", f"virtio-net-device,netdev=net,mac={virt.MAC}"]
    virt.start(case, folder, lambda qmp: [*argv, "-chardev", f"socket,id=qmp,fd={qmp}",
                                          "-mon", "chardev=qmp,mode=control"])


# A line of a plan's map: base, size, type, name.
REGION = re.compile(r"^0x(\w+) 0x(\w+) \d+ \w+ +(\w+) +(\S.*)$", re.M)


class Judge(virt.Judge):
    """The judge of tests/virt, of a machine without PCI."""

    disks = {"mmio": virt.DISKS["mmio"]}
    on_mmio = MMIO
    slots = []

    def __init__(self, opt, case, machine=None):
        console = virt.read(opt.out, case.name, "console").replace("\r", "")
        self.ours, self.at, guest = re.split(r"^el2: entering 0x(\w+)\n", console, 1, re.M) \
            if "\nel2: entering " in console else (console, "0", "")
        self.map = [(int(base, 16), int(size, 16), kind, name)
                    for base, size, kind, name in REGION.findall(self.ours)]
        told = copy.deepcopy(machine or TOLD)
        told["regions"] = [{"base": base, "size": size,
                            "type": virt.view.RESERVED if kind == "reserved" else 1}
                           for base, size, kind, _ in self.map if _ != "-"]
        super().__init__(opt, case, guest, told)

    def tree(self):
        """Only the program had the bytes."""

    def table(self, name, gpa, size, digest):
        """Likewise."""

    def program(self):
        """The program's own output."""
        self.check(not re.search("error|exception", self.ours), "an error at EL2")
        stack = re.findall(r"^el2: deepest stack 0x(\w+)$", self.ours, re.M)
        self.check(stack and 0 < int(stack[0], 16) <= STACK_LIMIT, f"stack: {stack}")
        packed = "gzip unpacked in 1 pass" in self.ours
        self.check(packed == self.case.name.endswith("-gzip"), "another kernel than the case has")
        at = {name: (base, size) for base, size, _, name in self.map}
        own = int.from_bytes(virt.read(self.opt.image, mode="rb")[16:24], "little")
        size = os.path.getsize(kernel(self.opt, self.case))
        self.check(at.get("hypervisor") == (LOADED, own + 4095 & ~4095), "the hypervisor's memory is not reserved")
        self.check(at.get("kernel's file") == (KERNEL, size + 4095 & ~4095), "the kernel's file is not reserved")
        self.check(at.get("initrd", (0,))[0] == INITRD, "the initrd was moved")
        self.check(at.get("kernel", (0,))[0] == int(self.at, 16), "entered elsewhere")
        return int(stack[0], 16) if stack else 0


def judge(opt, case):
    j = Judge(opt, case)
    stack = j.program()
    j.all()
    print(f"{case.name}: {'FAIL' if j.bad else 'ok'}, stack {stack} bytes, "
          f"QEMU: {virt.read(j.dir, 'status').strip()} s")
    for what in j.bad:
        print("  " + what)
    if j.bad and "end" not in j.guest.sections:
        print("\n".join(("  | " + line) for line in (j.ours + j.guest.console).split("\n")[-40:]))
    return not j.bad


# The order (see main.c), the part of the kernel's file, and the program's answer. The first shows
# that QEMU faults on an unaligned access, so that a boot shows that there is none.
REFUSED = (
    (CONTROLS["unaligned"], 1.0, r"^el2: exception, ESR 0x9[4-7]\w{4}21$"),  # Data Abort at EL2, alignment
    (CONTROLS["stack"], 1.0, r"^el2: error: the stack may take 0x1800$"),
    (0, 0.1, r"^el2: error: gzip stream is not valid at offset 0x\w+: the data ends too early$"),
)


def refused(opt):
    good = True
    case = CASES[-1]
    for number, part, words in REFUSED:
        size = int(part * os.path.getsize(kernel(opt, case)))
        done = subprocess.run([*qemu(opt, case, size, number), "-monitor", "none", "-nic", "none"],
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, timeout=60,
                              check=False)
        text = done.stdout.decode(errors="replace").replace("\r", "")
        seen = done.returncode == 0 and re.search(words, text, re.M) and "entering" not in text
        print(f"control {number}, {size} bytes: {'refused' if seen else 'NOT REFUSED: ' + text}")
        good = good and bool(seen)
    return good


def noticed(opt):
    """The judge complains when any number of the machine that a guest shows is changed."""
    good = True
    for case in CASES:
        paths = [p for p in spoil.numbers(TOLD) if spoil.of_use(Judge(opt, case), p)]
        missed = [p for p in paths if not Judge(opt, case, spoil.altered(TOLD, p)).all()]
        print(f"{case.name}: {len(paths)} numbers, not noticed: {missed}")
        good = good and len(paths) > 20 and not missed
    return good


def control(opt):
    return refused(opt) & noticed(opt)


def main():
    p = argparse.ArgumentParser(usage=__doc__)
    p.add_argument("command", choices=("prepare", "case", "judge", "control"))
    p.add_argument("name", nargs="?", choices=[c.name for c in CASES])
    p.add_argument("--image", default=os.path.join(virt.ROOT, "build/el2/tests/el2/el2_boot.bin"))
    p.add_argument("--out", default=os.path.join(virt.ROOT, "build/el2-boot"))
    opt = p.parse_intermixed_args()
    opt.image, opt.out = os.path.abspath(opt.image), os.path.abspath(opt.out)
    if not os.path.exists(opt.image):
        sys.exit(f"{opt.image} is not built: cmake --preset el2, cmake --build --preset el2")
    if opt.command == "prepare":
        prepare(opt)
        return True
    if opt.command == "control":
        return control(opt)
    case = virt.find(CASES, opt.name)
    if opt.command == "case":
        boot(opt, case)
    return judge(opt, case)


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
