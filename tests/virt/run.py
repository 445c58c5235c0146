#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Boot Debian on QEMU's virt machine by our tables alone, and judge what Linux made of them.

usage: run.py list              the cases: name, set, machine, tables, one a line
       run.py prepare           kernels, initrds, disks
       run.py case CASE         plan, boot, judge
       run.py judge CASE        judge what a boot left
       run.py agree A B         the two guests saw the same machine
       run.py control CASE...   spoil their results in many ways: each must be complained of
       run.py run PATTERN...    prepare, boot and judge the cases that match; a summary
options: --place FILE  virt_place (build/dev/tests/virt/virt_place)
         --out DIR     results (build/virt)
"""
import argparse
import fnmatch
import glob
import hashlib
import json
import os
import re
import shutil
import socket
import struct
import subprocess
import sys
import time

sys.dont_write_bytecode = True
import view  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
CACHE = os.environ.get("AB_CACHE", os.path.join(ROOT, "build", "cache"))
KERNELS = ("arm64", "cloud-arm64")
LIMIT = 240  # seconds a guest may take; on an idle machine it takes 3 to 12
# QEMU's half of each machine of machines.c
MACHINES = {
    "gicv2": "-M virt,gic-version=2 -cpu cortex-a57 -smp 2 -m 512",
    "gicv3": "-M virt,gic-version=3 -cpu cortex-a57 -smp 4 -m 1024",
    "noits": "-M virt,gic-version=3,its=off,highmem=off -cpu cortex-a57 -smp 1 -m 256",
    "smmu": "-M virt,gic-version=3,iommu=smmuv3 -cpu neoverse-n1 -smp 2 -m 512",
    "numa": "-M virt,gic-version=3 -cpu cortex-a57 -smp 4 -m 1024",
    "clusters": "-M virt,gic-version=3 -cpu cortex-a57 -smp 18 -m 1024",
    "holes": "-M virt,gic-version=3 -cpu neoverse-n1 -smp 2 -m 4096",
    "newer": "-M virt,gic-version=3,iommu=smmuv3 -cpu cortex-a57 -smp 2 -m 1024",
}
DISKS = {"pci": 4 << 20, "mmio": 1 << 20}
MAC = "52:54:00:ae:7e:12"
TRAMPOLINE = 0x1000  # in the first flash, where QEMU would have firmware
MMIO_DISK = 0x0a003e00  # QEMU plugs into the last transport first
SLOTS = [1, 2]  # of the disk and the network card on the bus


class Case:
    """One boot: a row of cases.txt."""

    def __init__(self, row):
        self.name, self.machine, self.tables, self.kernel, self.set = row[:5]
        self.words = [w for w in row[5:] if w != "seed"]
        self.seed = "seed" in row[5:]
        # no console=, which the tables tell; no alarm when the emulated CPUs are starved
        self.cmdline = " ".join(["quiet panic=-1 nowatchdog rcupdate.rcu_cpu_stall_suppress=1",
                                 *self.words])


def read_cases():
    with open(os.path.join(HERE, "cases.txt"), encoding="utf-8") as f:
        rows = [line.split("#")[0].split() for line in f]
    return [Case(row) for row in rows if row]


def read(*path, mode="r"):
    try:
        text = {"encoding": "utf-8", "errors": "replace"} if mode == "r" else {}
        with open(os.path.join(*path), mode, **text) as f:
            return f.read()
    except FileNotFoundError:
        return "" if mode == "r" else b""


# ---- prepare and boot ------------------------------------------------------------------------


def prepare(opt):
    os.makedirs(opt.out, exist_ok=True)
    boot = os.path.join(ROOT, "tests", "boot")
    subprocess.run([os.path.join(boot, "fetch.sh")], check=True)
    for kernel in KERNELS:
        subprocess.run([os.path.join(boot, "mkinitrd.sh"), "virt", kernel,
                        os.path.join(opt.out, f"{kernel}.img")], check=True)
    for name, size in DISKS.items():  # the same bytes each time, no block like another
        blocks = (hashlib.sha512(f"{name} {i}".encode()).digest() for i in range(size // 64))
        with open(os.path.join(opt.out, f"{name}.disk"), "wb") as f:
            f.write(b"".join(blocks))


def qemu(opt, case, folder, qmp):
    """QEMU's command line: no -kernel, no -bios, all that memory holds is ours."""
    argv = ["qemu-system-aarch64", *MACHINES[case.machine].split(), "-display", "none",
            "-serial", "stdio", "-no-reboot",
            "-chardev", f"socket,id=qmp,fd={qmp}", "-mon", "chardev=qmp,mode=control"]
    for path in sorted(glob.glob(f"{glob.escape(folder)}/mem-*.bin")):
        base = re.search("mem-([0-9a-f]+).bin", path)[1]
        argv += ["-device", f"loader,file={path},addr=0x{base},force-raw=on"]
    argv += ["-device", f"loader,file={folder}/tramp.bin,addr={TRAMPOLINE:#x},force-raw=on",
             "-device", f"loader,addr={TRAMPOLINE:#x},cpu-num=0"]
    behind = ",iommu_platform=on,disable-legacy=on" if "iommu" in MACHINES[case.machine] else ""
    for name in DISKS:
        argv += ["-drive", f"file={opt.out}/{name}.disk,if=none,id={name},format=raw,readonly=on"]
    argv += ["-netdev", "user,id=net,restrict=on",
             "-device", f"virtio-blk-pci,drive=pci,addr={SLOTS[0]},romfile={behind}",
             "-device", f"virtio-net-pci,netdev=net,mac={MAC},addr={SLOTS[1]},romfile={behind}",
             "-device", "virtio-blk-device,drive=mmio"]
    return argv


def press_power(qmp):
    for command in ("qmp_capabilities", "system_powerdown"):
        qmp.sendall(json.dumps({"execute": command}).encode() + b"\n")


def attend(case, process, console, qmp):
    """What a guest waits for: its user types a line, and presses the power button."""
    jobs = {b"@@ type": lambda: process.stdin.write(f"typed for {case.name}\n".encode()),
            b"@@ button": lambda: press_power(qmp)}
    limit = time.monotonic() + LIMIT
    while process.poll() is None:
        text = read(console, mode="rb")
        for marker in [m for m in jobs if m in text]:
            jobs.pop(marker)()
            process.stdin.flush()
        if time.monotonic() > limit:
            process.kill()
            process.wait()
            return "timeout"
        time.sleep(0.1)
    return process.returncode


def boot(opt, case):
    folder = os.path.join(opt.out, case.name)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    subprocess.run([opt.place, case.machine, case.tables,
                    os.path.join(CACHE, "kernels", case.kernel, "Image"),
                    os.path.join(opt.out, f"{case.kernel}.img"), case.cmdline, folder,
                    *["seed"] * case.seed], check=True)
    start(case, folder, lambda qmp: qemu(opt, case, folder, qmp))


def start(case, folder, command):
    """Run QEMU to its end; command gives its command line for the descriptor of its monitor."""
    begin = time.monotonic()
    console = os.path.join(folder, "console")
    ours, its = socket.socketpair()
    with open(console, "wb") as out, ours, its:
        process = subprocess.Popen(command(its.fileno()), stdin=subprocess.PIPE, stdout=out,
                                   pass_fds=[its.fileno()])
        try:
            status = attend(case, process, console, ours)
        finally:
            process.kill()
    with open(os.path.join(folder, "status"), "w", encoding="ascii") as f:
        f.write(f"{status} {time.monotonic() - begin:.1f}\n")


# ---- judge -------------------------------------------------------------------------------------

# Lines of a level below "notice" that a guest may log, and why. All else is a complaint.
LOG = (
    ("KASLR disabled due to lack of seed", "none is given, so that each boot is the same"),
    ("pci-host-generic .*: Memory resource size exceeds max for 32 bits",
     "of each window above 4 GiB that is not told as prefetchable; one that is could not hold "
     "other registers, and QEMU's own tree does the same"),
    ("Early cacheinfo failed, ret = -2", "no caches are described, and ACPI is in use"),
    ("ITS: No ITS available, not enabling LPIs", "the machine has none"),
    (r"No ACPI PMU IRQ for CPU\d+", "none is described"),
    ("hrtimer: interrupt took .*|sched: RT throttling activated",
     "the emulated CPU stood still: the host is busy"),
)
# Lines that tell of wrong tables at any level ...
WRONG = re.compile(r"firmware bug|bios (bug|error)|ACPI (BIOS )?(Error|Warning|Exception)|BUG:|"
                   r"WARNING:|Call trace|failed|can't|cannot|could not|conflict|invalid\b|overlap|"
                   r"nobody cared|mismatch|inconsistent|unsupported|not (found|claimed|reserved)",
                   re.I)
# ... but for these
FINE = (
    ("NUMA: Failed to initialise from firmware", "there is no SRAT, for there is one node"),
    ("Early cacheinfo failed, ret = -2", "see above"),
    ("NUMA: No NUMA configuration found", "one node"),
    ("efi: UEFI not found.", "no UEFI is told of with a device tree"),
    ("DMI not present or invalid.", "SMBIOS is found through EFI only"),
    ("system 00:00: .* could not be reserved", "the ECAM is in use by the bridge already; the "
     "kernel says so on each machine that reserves it by PNP0C02, as it asks for"),
    (r"pci 0000:00:0[12].0: BAR \d \[mem 0x0+-\w+( 64bit pref)?\]: can't claim; no compatible "
     "bridge window", "machine newer keeps what firmware assigned, and there was none"),
    ("PCI: CLS .*|ima: .*|integrity: .*", "not of tables"),
)
# Where a guest's view is not what is described, in one mode: key, what it is then, and why.
DIFFER = (
    ("acpi", "devices.rtc", None, "ACPI has no id for a PL031; time is EFI's task there"),
    ("acpi", "interrupts.rtc-pl031", None, "likewise"),
    ("acpi", "devices.gpio", None, "ACPI has the generic event device for what a PL061 does"),
    ("acpi", "pmu", True, "a PMU without interrupt: in ACPI Linux asks the CPUs, not the tables"),
)


def without_seeds(tree):
    """A tree as Linux leaves it: it clears the one seed and takes the other one out."""
    if len(tree) < 40:
        return tree
    at, names = struct.unpack_from(">II", tree, 8)
    out = bytearray(tree)
    while (token := struct.unpack_from(">I", tree, at)[0]) != 9:
        at += 4
        if token == 1:  # FDT_BEGIN_NODE
            at = (tree.index(b"\0", at) + 4) & ~3
        elif token == 3:  # FDT_PROP
            size, name = struct.unpack_from(">II", tree, at)
            end = (at + 8 + size + 3) & ~3
            if tree[names + name:].startswith(b"kaslr-seed\0"):
                out[at + 8:end] = bytes(end - at - 8)
            elif tree[names + name:].startswith(b"rng-seed\0"):
                out[at - 4:end] = struct.pack(">I", 4) * ((end - at + 4) // 4)  # FDT_NOP
            at = end
    return bytes(out)


class Judge:
    """Compares what a guest said with what it was to be given. Collects complaints."""

    disks = DISKS
    on_mmio = {"mmio": MMIO_DISK}  # of the disks, and "net"; the others are on the bus
    slots = SLOTS

    def __init__(self, opt, case, console=None, told=None):
        self.opt, self.case = opt, case
        self.dir = os.path.join(opt.out, case.name)
        self.guest = view.Guest(read(self.dir, "console") if console is None else console)
        self.told = told or json.loads(read(self.dir, "machine.json"))
        self.bad = []

    def check(self, ok, what):
        if not ok:
            self.bad.append(what)

    def said(self, pattern, what):
        self.check(self.guest.find(pattern), what)

    def memory(self, gpa, size):
        """Bytes as they were loaded."""
        for path in glob.glob(f"{glob.escape(self.dir)}/mem-*.bin"):
            base = int(re.search("mem-([0-9a-f]+).bin", path)[1], 16)
            if base <= gpa and gpa + size <= base + os.path.getsize(path):
                with open(path, "rb") as f:
                    f.seek(gpa - base)
                    return f.read(size)
        return b""

    def ending(self):
        g = self.guest
        self.check("end" in g.sections, "the guest never came to its end")
        self.check("reboot: Power down" in g.console, "no power-off through PSCI")
        self.check(read(self.dir, "status").startswith("0 "),
                   "QEMU ended with " + read(self.dir, "status"))
        for line in g.lines("before") + g.lines("begin"):
            text = re.sub(r"^\[ *\d+\.\d+\] ", "", line)
            self.check(any(re.fullmatch(p, text) for p, _ in LOG), f"on the console: {line}")

    def log(self):
        self.check(len(self.guest.log) > 150, "no kernel log")
        self.said("KASLR enabled" if self.case.seed else "KASLR disabled due to lack of seed",
                  "KASLR is not as the seed has it")
        if self.case.seed:
            ready = [t for t in self.guest.stamps("crng init done") if t < 0.2]
            self.check(ready, "random numbers are not ready from the seed on")
        for level, text in self.guest.log:
            if level < 5:
                self.check(any(re.fullmatch(p, text) for p, _ in LOG), f"level {level}: {text}")
            if WRONG.search(text):
                self.check(any(re.fullmatch(p, text) for p, _ in FINE), f"log: {text}")
        self.said(r"psci: probing for conduit method from " +
                  {"fdt": "DT", "acpi": "ACPI"}[self.case.tables], "PSCI is not from the tables")
        self.said("psci: PSCIv1.[0-9] detected", "no PSCI")
        self.said("CPU: All CPU.s. started at EL1", "not at EL1")
        self.check(self.guest.lines("cmdline") == [self.case.cmdline],
                   f"command line: {self.guest.lines('cmdline')}")

    def tree(self):
        """The tree that Linux has is the one that x0 said, byte for byte."""
        x0 = self.told["x0"]
        head = self.memory(x0, 8)
        size = struct.unpack(">4xI", head)[0] if head else 0
        want = hashlib.sha256(without_seeds(self.memory(x0, size))).hexdigest()
        self.check(f"{want}  /sys/firmware/fdt" in self.guest.lines("firmware"),
                   "/sys/firmware/fdt is not our tree")

    def firmware(self):
        """Every table is ours, and none is QEMU's."""
        lines = self.guest.lines("firmware")
        self.check(not re.search("BOCHS|BXPC|QEMU|EDK|SeaBIOS|fw-cfg|flash@|platform-bus",
                                 self.guest.console), "something of QEMU's shows")
        self.tree()
        tables = {os.path.basename(path): digest for digest, path in
                  (line.split() for line in lines if "/acpi/tables/" in line)}
        if self.case.tables == "fdt":
            self.check("model aetherboot " in lines, f"model: {lines[:1]}")
            self.said("^Machine model: aetherboot$", "not our model")
            self.check(not tables, f"ACPI tables: {sorted(tables)}")
            return
        self.check(not any(line.startswith("/proc/device-tree") for line in lines),
                   "there is a device tree besides")
        self.said("efi: EFI v2.70 by libaetherboot", "not our EFI")
        self.said("^SMBIOS 3[.0-9]* present", "no SMBIOS")
        self.check("/sys/class/dmi/id/sys_vendor:libaetherboot" in self.guest.lines("dmi"),
                   "not our SMBIOS")
        told = self.guest.find(r"ACPI: (\w{4}) 0x(\w+) (\w+) \(v\d+ (\w+)")
        mcfg = ["MCFG"] if "pcie-ecam" in [x["type"] for x in self.told["devs"]] else []
        for name in ("RSDP", "XSDT", "FACP", "DSDT", "APIC", "GTDT", "SPCR", *mcfg):
            self.check(name in [t[0] for t in told], f"no {name}")
        for name, at, size, oem in told:
            self.check(oem == "AETHER", f"{name} is by {oem}")
            self.table(name, int(at, 16), int(size, 16), tables.pop(name, ""))
        self.check(not tables, f"tables from nowhere: {sorted(tables)}")

    def table(self, name, gpa, size, digest):
        """A table that the guest found is the one that was loaded."""
        data = self.memory(gpa, size)
        self.check(len(data) == size, f"{name} is not in our memory")
        if name not in ("RSDP", "XSDT"):
            self.check(digest == hashlib.sha256(data).hexdigest(), f"{name} is not what we wrote")

    def console(self):
        names = [line.split()[0] for line in self.guest.lines("console")
                 if re.search(r"\([^)]*C", line)]
        self.check(names == ["ttyAMA0"], f"the console is {names}")
        if self.case.tables == "acpi":
            self.said(r"ACPI: SPCR: console: pl011,mmio(32)?,0x9000000,115200", "no SPCR")

    def devices(self):
        """The disks are read right, packets come back, and each by its interrupts."""
        g = self.guest
        before, after = g.counts("interrupts-before"), g.counts("interrupts")
        rise = {name: after[name] - before.get(name, 0) for name in after}
        disks = {line.split()[2]: line.split() for line in g.lines("disks")}
        used = {}
        for name, size in self.disks.items():
            data = read(self.opt.out, f"{name}.disk", mode="rb")
            words = disks.get(str(size // 512), [""] * 4)
            self.check(words[3] == hashlib.sha256(data).hexdigest(), f"disk {name}: {words}")
            used[name] = os.path.basename(words[1])
        net = [line.split() for line in g.lines("net") if MAC in line]
        self.check(net, "no network card")
        self.check(any(re.search("[23] packets received", line) for line in g.lines("net")),
                   "no packet came")
        self.check(f"got typed for {self.case.name}" in g.lines("type"), "what was typed is lost")
        self.check(rise.get("uart-pl011", 0) > 0, "the UART has no interrupts")
        pressed = " ".join(g.lines("button")).split()[-4:]
        kinds = [x["type"] for x in self.told["devs"]]
        button = {"fdt": "gpio-pl061", "acpi": "acpi-ged"}[self.case.tables]
        if self.case.kernel == "arm64" and button in kinds:
            self.check(pressed == "0001 0074 0001 0000".split(), f"power button: {pressed}")
        if "vmgenid" in kinds:
            self.said("crng reseeded due to virtual machine fork", "no new generation id")
        used["net"] = os.path.basename(net[0][1]) if net else ""
        msi = self.msi()
        for what, device in used.items():
            lines = {n: c for n, c in rise.items() if n == device or n.startswith(device + "-")}
            vectors = sum(c for n, c in lines.items() if n != device)
            if what not in self.on_mmio and msi:
                self.check(vectors >= 2, f"{what}: MSI-X {lines}")
                self.check(device not in lines, f"{what} is not at MSI-X alone: {lines}")
            else:
                self.check(lines.get(device, 0) >= 2 and not vectors, f"{what}: INTx {lines}")

    def msi(self):
        gic = self.told["gic"]
        return bool(gic["its"] or gic["v2m"]) and "pci=nomsi" not in self.case.words

    def expected(self):
        """By the description, as a guest in this mode can know it."""
        want = view.told(self.told, self.slots, list(self.on_mmio.values()), self.msi())
        if self.case.tables == "fdt":
            view.own_first_level(want)
        return want

    def view(self):
        for key, seen, told in view.differences(view.seen(self.guest), self.expected()):
            known = [d for d in DIFFER if d[:2] == (self.case.tables, key) and d[2] == seen]
            self.check(known, f"{key}: Linux has {seen}, described is {told}")

    def all(self):
        for look in (self.ending, self.log, self.firmware, self.console, self.devices, self.view):
            try:
                look()
            except (LookupError, ValueError) as e:
                self.check(False, f"unreadable: {look.__name__}: {e!r}")
        return self.bad


def judge(opt, case):
    """Print and return the complaints about one case."""
    j = Judge(opt, case)
    j.all()
    print(f"{case.name}: {'FAIL' if j.bad else 'ok'}, QEMU: {read(j.dir, 'status').strip()} s")
    for what in j.bad:
        print("  " + what)
    if j.bad and "end" not in j.guest.sections:
        print(f"  end of its console ({j.dir}/console):")
        for line in j.guest.console.rstrip().split("\n")[-25:]:
            print("  | " + line)
    return j.bad


# Where two guests of one machine may differ, device tree and ACPI: key, and why.
APART = (
    ("devices.rtc", "see DIFFER"), ("interrupts.rtc-pl031", "see DIFFER"),
    ("devices.gpio", "see DIFFER"), ("pmu", "see DIFFER"),
    ("reserved", "each is told of its own tables"),
)


def agree(opt, first, second, consoles=(None, None)):
    """What two guests believe of one machine, in two modes."""
    a, b = (Judge(opt, c, text) for c, text in zip((first, second), consoles))
    try:
        views = [view.seen(a.guest), view.seen(b.guest)]
    except (LookupError, ValueError) as e:
        return [f"unreadable: {e!r}"]
    for v in views:
        view.own_first_level(v)
    return [f"{key}: {first.name} has {x}, {second.name} {y}"
            for key, x, y in view.differences(*views) if key not in [k for k, _ in APART]]


def find(cases, name):
    for c in cases:
        if c.name == name:
            return c
    sys.exit(f"no case {name}")


def main():
    p = argparse.ArgumentParser(usage=__doc__)
    p.add_argument("command", choices=("list", "prepare", "case", "judge", "agree", "control",
                                       "run"))
    p.add_argument("what", nargs="*")
    p.add_argument("--place", default=os.path.join(ROOT, "build/dev/tests/virt/virt_place"))
    p.add_argument("--out", default=os.path.join(ROOT, "build/virt"))
    opt = p.parse_intermixed_args()
    opt.place, opt.out = os.path.abspath(opt.place), os.path.abspath(opt.out)
    cases = read_cases()
    if opt.command == "list":
        for c in cases:
            print(c.name, c.set, c.machine, c.tables)
        return 0
    if opt.command == "prepare":
        prepare(opt)
        return 0
    if opt.command == "run":
        chosen = [c for c in cases if any(fnmatch.fnmatch(c.name, w) for w in opt.what)]
        prepare(opt)
    else:
        chosen = [find(cases, name) for name in opt.what]
    if opt.command in ("case", "run"):
        for c in chosen:
            boot(opt, c)
    bad = []
    if opt.command in ("case", "judge", "run"):
        bad = [c.name for c in chosen if judge(opt, c)]
    elif opt.command == "agree":
        bad = agree(opt, *chosen)
        print("\n".join(bad) or "they agree")
    elif opt.command == "control":
        import control
        bad = control.missed(opt, chosen)
    if opt.command == "run":
        print(f"{len(chosen)} cases, {len(bad)} failed: {' '.join(bad)}")
    return 1 if bad else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as e:
        sys.exit(f"{e.cmd[0]}: exit status {e.returncode}")
