#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Boot Debian's kernels by the VMM inside an emulated machine with KVM, and judge the guests.

usage: run.py list                     the cases: name, set, outer boot, one a line
       run.py prepare                  kernels, initrds, unpacked and packed kernels
       run.py batch SET OUTER          boot all cases of a set in the outer boot that they share
       run.py judge CASE               judge what that left
       run.py control CASE             spoil its results in many ways: each must be complained of
       run.py run PATTERN...           prepare, boot the cases that match, judge; a summary
options: --vmm FILE    aetherboot-kvm (build/dev/frontends/kvm/aetherboot-kvm)
         --vmm-arm64 FILE  likewise for arm64, static (build/arm64/frontends/kvm/aetherboot-kvm)
         --out DIR     results (build/boot)
         --append S    more kernel command line, e.g. ab_log=1 for all of the kernel's log
"""
import argparse
import base64
import fnmatch
import gzip
import io
import lzma
import os
import re
import shlex
import shutil
import struct
import subprocess
import sys
import tarfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
CACHE = os.environ.get("AB_CACHE", os.path.join(ROOT, "build", "cache"))
KERNELS = {"amd64": "amd64", "cloud": "cloud-amd64", "686": "686", "arm64": "arm64",
           "cloud-arm64": "cloud-arm64"}
MACHINES = {"amd64": "x86_64", "cloud": "x86_64", "686": "i686", "arm64": "aarch64",
            "cloud-arm64": "aarch64"}
# what each mode asks of the guest, and the VMM's exit status it must end with
MODES = {
    "check": ("ab=check", 0),
    "noacpi": ("ab=check", 3),
    "hello": ("ab=hello", 0),
    "button": ("ab=button", 0),
    "reboot": ("ab=reboot", 3),
    "triple": ("ab=reboot", 4),
    "panic": ("ab=panic", 6),
    "stop": ("ab=stop", 128 + 2),
    "stop2": ("ab=stop2", 128 + 15),
    "undecoded": ("", 5),
}
CASE_LIMIT = 180  # seconds a guest may take; on an idle machine it takes 4 to 15


class Case:
    """One boot: a row of cases.txt with one of its CPU counts."""

    def __init__(self, row, cpus, usual):
        (self.row, self.kernel, self.form, self.protocol, _, self.memory, self.mode) = row[:7]
        self.cpus = cpus
        self.set = "usual" if usual else "more"
        self.name = f"{self.row}-{cpus}cpu"
        words = " ".join(row[7:]).replace("--gic ", "--gic=").split()
        self.vmm_options = [w for w in words if w.startswith("--")]
        self.extra = sum(int(w[6:]) for w in words if w.startswith("extra="))
        more = [w for w in words if not w.startswith(("--", "extra=", "gic="))]
        self.arm64 = MACHINES[self.kernel] == "aarch64"
        # guests of one outer boot: of a kernel, or of the GIC that is the outer machine's too
        self.outer = self.kernel
        if self.arm64:
            self.gic = int([w for w in words if w.startswith(("--gic=", "gic="))][0][-1])
            self.outer = f"arm64-v{self.gic}"
        self.acpi = "--acpi" in words if self.arm64 else "--no-acpi" not in words
        usual = "quiet panic=-1" if self.arm64 else "console=ttyS0 quiet panic=-1"
        self.cmdline = " ".join([usual, MODES[self.mode][0], *more])
        self.status = MODES[self.mode][1]

    def bytes(self):
        return int(self.memory[:-1]) << {"M": 20, "G": 30}[self.memory[-1]]

    def argv(self, opt, vmm):
        kernel = os.path.join(CACHE, "kernels", self.kernel, "Image" if self.arm64 else "bzImage")
        if self.form not in ("bz", "image"):
            kernel = made(opt, self.form, self.kernel)
        initrds = [os.path.join(opt.out, f"l2-{self.kernel}.img")]
        initrds += [os.path.join(opt.out, f"extra-{i + 1}.img") for i in range(self.extra)]
        argv = [vmm, "--kernel", kernel]
        for i in initrds:
            argv += ["--initrd", i]
        argv += ["--cmdline", self.cmdline + opt.append, "--memory", self.memory]
        argv += ["--cpus", str(self.cpus), "--protocol", self.protocol]
        return argv + self.vmm_options


def read_cases():
    cases = []
    with open(os.path.join(HERE, "cases.txt"), encoding="utf-8") as f:
        for line in f:
            row = line.split("#")[0].split()
            if not row:
                continue
            for count in row[4].split(","):
                cases.append(Case(row, int(count.rstrip("*")), count.endswith("*")))
    return cases


def folder(opt, case):
    """Where a case's results are."""
    return os.path.join(opt.out, opt.batch or f"{case.set}-{case.outer}", case.name)


def made(opt, form, kernel):
    """A kernel that is not as it was packaged."""
    return os.path.join(opt.out, {"elf": "vmlinux", "gz": "Image.gz"}.get(form, form) + "-" + kernel)


def read(*path):
    try:
        with open(os.path.join(*path), encoding="utf-8", errors="replace") as f:
            return f.read()
    except FileNotFoundError:
        return ""


# ---- prepare and boot ------------------------------------------------------------------------


def unpacked(path):
    """The ELF in a bzImage, by Python's xz or the lz4 tool, independent of what is tested."""
    with open(path, "rb") as f:
        image = f.read()
    offset, length = struct.unpack_from("<II", image, 0x248)
    start = (image[0x1f1] + 1) * 512 + offset
    payload, size = image[start:start + length - 4], image[start + length - 4:start + length]
    if payload.startswith(b"\xfd7zXZ"):
        elf = lzma.decompress(payload)
    else:
        elf = subprocess.run(["lz4", "-dc"], input=payload, stdout=subprocess.PIPE,
                             check=True).stdout
    assert len(elf) == struct.unpack("<I", size)[0], path
    return elf


def zboot(image):
    """An EFI zboot image as the kernel's drivers/firmware/efi/libstub/zboot-header.S has it, as
    far as those look at it who load it without EFI; Debian ships none."""
    packed = subprocess.run(["zstd", "-c", "-q"], input=image, stdout=subprocess.PIPE,
                            check=True).stdout
    head = struct.pack("<2s2x4sII8x32sII", b"MZ", b"zimg", 0x1000, len(packed), b"zstd22",
                       0x818223cd, 64)
    pe = struct.pack("<4sHHIIIHH", b"PE\0\0", 0xaa64, 2, 0, 0, 0, 0xa0, 0x206)
    return (head + pe).ljust(0x1000, b"\0") + packed + struct.pack("<I", len(image))


def undecoded():
    """An arm64 Image that stores to the UART by an instruction of which the CPU tells KVM nothing."""
    code = struct.pack("<III", 0xd2a12001, 0xb8004422, 0x14000000)  # x1 = 0x9000000; str w2,[x1],4
    head = struct.pack("<IIQQQ24x4sI", 0x14000010, 0, 0, 4096, 0xa, b"ARM\x64", 0)  # b .+64
    return (head + code).ljust(4096, b"\0")


def prepare(opt):
    os.makedirs(opt.out, exist_ok=True)
    subprocess.run([os.path.join(HERE, "fetch.sh")], check=True)
    mk = os.path.join(HERE, "mkinitrd.sh")
    for l1 in ("l1", "l1-arm64"):
        subprocess.run([mk, l1, os.path.join(opt.out, l1 + ".img")], check=True)
    for i in range(1, 4):
        subprocess.run([mk, "extra", str(i), os.path.join(opt.out, f"extra-{i}.img")], check=True)
    for kernel in KERNELS:
        subprocess.run([mk, "l2", kernel, os.path.join(opt.out, f"l2-{kernel}.img")], check=True)
        if MACHINES[kernel] == "aarch64":
            continue
        source = os.path.join(CACHE, "kernels", kernel, "bzImage")
        target = made(opt, "elf", kernel)
        subprocess.run([opt.vmm, "--kernel", source, "--extract", target], check=True)
        with open(target, "rb") as f:
            if f.read() != unpacked(source):
                sys.exit(f"--extract {target}: not what xz or lz4 makes of {source}")


    with open(os.path.join(CACHE, "kernels", "arm64", "Image"), "rb") as f:
        image = f.read()
    with open(made(opt, "gz", "arm64"), "wb") as f:
        f.write(gzip.compress(image, 6, mtime=0))
    with open(made(opt, "zboot", "arm64"), "wb") as f:
        f.write(zboot(image))
    with open(made(opt, "undecoded", "arm64"), "wb") as f:
        f.write(undecoded())


def boot(opt, cases, out):
    """Boot the cases in one outer guest."""
    arm64, outer = cases[0].arm64, cases[0].outer
    vmm = opt.vmm_arm64 if arm64 else opt.vmm
    if not os.path.exists(vmm):
        sys.exit(f"{vmm} is not built: cmake --preset arm64, cmake --build --preset arm64" if arm64
                 else f"{vmm} is not built")
    lines = [f". {shlex.quote(os.path.join(HERE, 'batch.sh'))}"]
    for c in cases:
        lines.append(f"boot {c.name} {CASE_LIMIT} {shlex.join(c.argv(opt, vmm))}")
    job = "\n".join(lines) + "\n"
    os.makedirs(out, exist_ok=True)
    env = dict(os.environ, OUT=out, ARCH=outer if arm64 else "amd64",
               L1=os.path.join(opt.out, "l1-arm64.img" if arm64 else "l1.img"))
    job = "echo 1 >/proc/sys/vm/overcommit_memory\nexport OUT=/dev/out\n" + job
    env["LIMIT"] = str(60 + CASE_LIMIT * len(cases))
    subprocess.run([os.path.join(HERE, "nest.sh"), job], env=env, check=False)


def unheard(opt, case):
    """Why a guest has no verdict that says something of it, or "": the outer guest or its emulated
    CPU died under it. Neither is what is tested here, and both do happen, in about one of fifty
    boots. A guest that got to userspace has a verdict in any case."""
    console, status = read(folder(opt, case), "console"), read(folder(opt, case), "status").strip()
    if status == "":
        return "the outer guest ended"
    if re.search("^AB ", console, re.M) or (case.mode == "undecoded" and status == "5"):
        return ""
    return {"timeout": "time limit", "4": "triple fault", "5": "KVM error"}.get(status, "")


def batch(opt, cases):
    """Boot cases. One without a verdict is booted once more, which is said and kept."""
    begin = time.monotonic()
    for c in cases:
        for path in (folder(opt, c), folder(opt, c) + ".first"):
            shutil.rmtree(path, ignore_errors=True)
    pending, retried = list(cases), []
    for _ in range(4):
        boot(opt, pending, os.path.dirname(folder(opt, cases[0])))
        for c in [c for c in pending if os.path.isdir(folder(opt, c)) and unheard(opt, c)]:
            print(f"NO VERDICT from {c.name}: {unheard(opt, c)}", flush=True)
            if c in retried:
                continue
            retried.append(c)
            os.rename(folder(opt, c), folder(opt, c) + ".first")
        pending = [c for c in pending if not os.path.isdir(folder(opt, c))]
        if not pending:
            break
        log = os.path.join(os.path.dirname(folder(opt, cases[0])), "console.log")
        os.replace(log, log + ".first")
        print(f"RETRY with {' '.join(c.name for c in pending)}", flush=True)
    print(f"{len(cases)} guests, {len(retried)} retried, {time.monotonic() - begin:.0f} s")


# ---- judge -------------------------------------------------------------------------------------


TABLE = re.compile(r"[A-Z][A-Z0-9]{3}\d?")


def dump(opt, case):
    """Let the VMM write out what it gives the guest: this host's, which runs none of arm64."""
    target = os.path.join(folder(opt, case), "dump")
    shutil.rmtree(target, ignore_errors=True)
    if case.mode == "check":
        arch = ["--arch", "arm64"] if case.arm64 else []
        subprocess.run(case.argv(opt, opt.vmm) + arch + ["--plan", "--dump", target], check=True,
                       stdout=subprocess.DEVNULL)


class Judge:
    """Compares what a guest said with what it was to be given. Collects complaints."""

    needed = ("DSDT", "FACP", "APIC", "MCFG")  # tables
    harmless = ()  # errors that the kernel logs of a machine that is right

    def __init__(self, opt, case, console=None):
        self.opt, self.case = opt, case
        self.dir = folder(opt, case)
        self.console = console or read(self.dir, "console").replace("\r", "")
        self.facts = {}
        for key, value in re.findall(r"^AB (\S+) ?(.*)$", self.console, re.M):
            self.facts.setdefault(key, []).append(value.strip())
        self.bad = []

    def one(self, key):
        return self.facts.get(key, [""])[0]

    def check(self, ok, what):
        if not ok:
            self.bad.append(what)

    def equal(self, key, want):
        self.check(self.one(key) == str(want), f"{key}: '{self.one(key)}', must be '{want}'")

    def ranges(self, key, what=None):
        """Memory ranges of facts, [start, end) pairs sorted by start."""
        out = []
        for line in self.facts.get(key, []):
            m = re.match(r"(?:0x)?([0-9a-f]+)[- ](?:0x)?([0-9a-f]+) (?:: )?(.*)", line)
            if m and (what is None or m[3] == what):
                out.append((int(m[1], 16), int(m[2], 16) + 1, m[3]))
        return sorted(out)

    def ending(self):
        status = read(self.dir, "status").strip()
        self.check(status == str(self.case.status),
                   f"exit status of the VMM: {status or 'none'}, must be {self.case.status}")
        said = {"hello": "hello from busybox on Linux", "panic": "AB panic", "button": "AB button",
                "stop": "AB signal INT", "stop2": "AB signal TERM"}
        if self.case.mode == "undecoded":
            self.check(re.fullmatch(r"aetherboot-kvm: an instruction that KVM cannot follow accesses "
                                    r"a device at 0x9000000; pc 0x0*80000044 lr 0x0+ pstate 0x\w+\n",
                                    read(self.dir, "stderr")), "stderr: " + read(self.dir, "stderr"))
            return
        line = said.get(self.case.mode, "AB end")
        self.check(re.search("^" + line, self.console, re.M), f"the guest never said '{line}'")
        if self.case.mode in ("panic", "stop", "stop2"):
            self.check("end" not in self.facts, "the guest went on to its end")
        for line in re.findall("^AB bad (.*)", self.console, re.M):
            self.check(False, f"the guest complains: {line}")
        if self.case.mode not in ("panic", "triple"):
            for line in re.findall(r"^\[ *\d+\.\d+\] (.*)", self.console, re.M):
                # "quiet" leaves errors, and the last words
                self.check(line.startswith("reboot: ") or line in self.harmless,
                           f"the kernel says: {line}")

    def system(self):
        case = self.case
        self.check(self.one("uname").endswith(" " + MACHINES[case.kernel]) and
                   KERNELS[case.kernel] in self.one("uname"), f"uname: '{self.one('uname')}'")
        self.equal("cpus", case.cpus)
        self.equal("cmdline", case.cmdline + self.opt.append)
        self.equal("extra", " ".join(f"extra {i + 1}" for i in range(case.extra)))

    def kind(self):
        """What only machines of this kind have."""
        ids = self.one("apicids").split()
        self.check(len(set(ids)) == self.case.cpus, f"APIC ids: {ids}")
        self.equal("clock", "kvm-clock")
        if self.case.mode == "noacpi":
            return  # nothing tells the guest of the host bridge
        ecam = [r[2] for r in self.ranges("iomem") if "PCI MMCONFIG 0000 [bus 00-00]" in r[2]]
        self.check(ecam, "the ECAM window is not in use")
        self.check("0000:00:00.0" in self.one("pci").split(), f"PCI: '{self.one('pci')}'")
        self.check(self.one("bridge").startswith("0x060000 "), f"bridge: '{self.one('bridge')}'")

    def memory(self):
        """The firmware's map covers RAM exactly, and the kernel uses what is usable."""
        size = self.case.bytes()
        memmap = self.ranges("memmap")
        self.check(memmap, "no memory map")
        for a, b in zip(memmap, memmap[1:]):
            self.check(a[1] <= b[0], f"memory map: {a} and {b} overlap")
        low = min(size, 3 << 30)  # the VMM's RAM ends at 3 GiB and goes on at 4
        ram = [(0, low), (4 << 30, (4 << 30) + size - low)]
        said = sum(max(0, min(b, d) - max(a, c)) for a, b, _ in memmap for c, d in ram)
        self.check(said == size, f"the map tells of {said:#x} bytes of RAM, not {size:#x}")
        usable = sum(b - a for a, b, what in memmap if what == "System RAM")
        self.check(usable <= size and size - usable < 2 << 20,
                   f"{usable:#x} bytes usable of {size:#x}")
        seen = sum(b - a for a, b, _ in self.ranges("iomem", "System RAM"))
        self.check(0 <= usable - seen <= 0x1000, f"System RAM {seen:#x}, usable {usable:#x}")
        for a, b, what in memmap:
            if what != "System RAM" and b - a >= 0x1000:
                hit = [r for r in self.ranges("iomem", "System RAM") if r[0] < b and a < r[1]]
                self.check(not hit, f"{what} {a:#x}-{b:#x} is used as RAM")
        total = int(self.one("memtotal") or 0) << 10
        least = usable - usable // 48 - (96 << 20)
        self.check(least <= total <= size, f"MemTotal {total >> 20} MiB of {size >> 20}")

    def clock(self):
        now = int(os.path.getmtime(os.path.join(self.dir, "status")))
        self.check(abs(int(self.one("rtc") or 0) - now) < 86400, f"RTC: '{self.one('rtc')}'")

    def devices(self):
        self.equal("echo", f"typed by the host for {self.case.name}")
        self.rise("tty-irqs")
        if self.case.mode == "noacpi":
            return  # nothing tells the guest of the others
        self.check(self.one("hwrng").startswith("virtio_rng"), f"hwrng: '{self.one('hwrng')}'")
        random = self.facts.get("random", [])
        self.check(len(set(random)) == 2 and all(len(r) == 32 for r in random),
                   f"random bytes: {random}")
        self.rise("virtio-irqs")

    def rise(self, key):
        counts = [int(n) for n in self.one(key).split()] or [0, 0]
        self.check(counts[0] < counts[1], f"{key}: {counts}")

    def files(self):
        """What the guest's kernel was given, as it has it: files by their names."""
        text = self.console.partition("AB dump-begin\n")[2].partition("AB dump-end")[0]
        try:
            data = base64.b64decode("".join(l for l in text.split("\n") if " " not in l))
            with tarfile.open(fileobj=io.BytesIO(data)) as t:
                files = {os.path.basename(m.name): t.extractfile(m).read() for m in t if m.isfile()}
        except (ValueError, OSError, tarfile.TarError, EOFError) as e:
            self.check(False, f"no dump from the guest: {e}")
            return None
        for name, content in files.items():
            with open(os.path.join(self.dir, "guest-" + name), "wb") as f:
                f.write(content)
        return files

    def given(self):
        """What --dump says that it was given."""
        files = {}
        for name in os.listdir(os.path.join(self.dir, "dump")):
            with open(os.path.join(self.dir, "dump", name), "rb") as f:
                files[name] = f.read()
        return files

    def firmware(self):
        """Every ACPI table that Linux has is byte for byte what --dump says that it was given."""
        files = self.files()
        if files is None:
            return
        tables = {n: c for n, c in files.items() if TABLE.fullmatch(n)}
        if not self.case.acpi:
            self.equal("tables", "")
            self.check(not tables, f"tables: {sorted(tables)}")
            return
        given = {n.partition(".")[0]: c for n, c in self.given().items()
                 if TABLE.fullmatch(n.partition(".")[0])}
        for need in self.needed:
            self.check(need in tables, f"table {need} is missing")
        for name in sorted(set(tables) | set(given) - {"RSDP", "XSDT"}):
            a, b = tables.get(name), given.get(name)
            self.check(a == b, f"table {name}: Linux has {a and len(a)} bytes, --dump "
                               f"{b and len(b)}{', and they differ' if a and b else ''}")

    def randomness(self):
        if self.case.protocol == "pvh":
            return  # its start_info has no place for a seed
        self.check("0x9" in self.facts.get("setup-data", []), "no RNG seed in setup_data")
        if "random.trust_cpu=off" in self.case.cmdline:
            self.check(self.one("crng").startswith("0.0"), f"crng ready at '{self.one('crng')}'")

    def placement(self):
        code = self.ranges("iomem")
        code = [a for a, _, what in code if what == "Kernel code"]
        if self.case.protocol in ("linux", "pvh"):
            self.check(code == [0x1000000], f"kernel code at {[hex(c) for c in code]}")


    def all(self):
        self.ending()
        if self.case.mode in ("check", "noacpi"):
            self.system()
            self.kind()
            self.memory()
            self.clock()
            self.devices()
            self.firmware()
            self.randomness()
            self.placement()


def tree(blob):
    """A device tree's properties by their paths, as the Devicetree Specification 0.4, 5.4, has
    it; {} when it is none."""
    if len(blob) < 40 or blob[:4] != b"\xd0\x0d\xfe\xed":
        return {}
    size, at, strings = struct.unpack_from(">III", blob, 4)
    out, path = {}, []
    while at < size:
        token, = struct.unpack_from(">I", blob, at)
        at += 4
        if token == 1:
            end = blob.index(b"\0", at)
            path.append(blob[at:end].decode())
            at = (end + 4) & ~3
        elif token == 2:
            path.pop()
        elif token == 3:
            length, name = struct.unpack_from(">II", blob, at)
            name = blob[strings + name:blob.index(b"\0", strings + name)].decode()
            out["/".join([*path, name])] = blob[at + 8:at + 8 + length]
            at = (at + 8 + length + 3) & ~3
        elif token == 9:
            break
    return out


class JudgeArm64(Judge):
    """The same of an arm64 guest."""

    base = 2 << 30  # where the VMM's RAM is
    needed = ("DSDT", "FACP", "APIC", "GTDT", "SPCR")
    # Linux 6.1 says so of a PPTT without caches: guests ask their CPUs for them
    harmless = ("Early cacheinfo failed, ret = -2",)

    def logged(self, pattern):
        self.check(any(re.fullmatch(pattern, line) for line in self.facts.get("log", [])),
                   f"the kernel did not log '{pattern}'")

    def kind(self):
        case = self.case
        want = [i & 15 | i >> 4 << 8 for i in range(case.cpus)]
        self.check([int(i, 16) for i in self.one("mpidrs").split()] == want,
                   f"MPIDRs: '{self.one('mpidrs')}'")
        self.equal("clock", "arch_sys_counter")
        self.equal("gic", "GICv3" if case.gic == 3 else "GIC-0")
        self.logged("psci: probing for conduit method from " + ("ACPI." if case.acpi else "DT."))
        self.logged(r"psci: PSCIv1\.\d+ detected in firmware\.")
        self.logged(r"CPU: All CPU\(s\) started at EL1")
        self.logged(r"printk: console \[ttyAMA0\] enabled")
        self.logged(r"hw perfevents: enabled with armv8_pmuv3\w* PMU driver, .*")
        if case.gic == 3 and not case.acpi:
            self.logged(r"ITS@0x\w+: allocated \d+ Devices .*")
        if case.acpi:
            rsdp = [n for n in self.given() if n.startswith("RSDP-")]
            self.check(len(rsdp) == 1, f"--dump: {rsdp}")
            at = int(rsdp[0][len("RSDP-"):-len(".bin")], 16) if rsdp else 0
            self.logged(rf"ACPI: RSDP 0x{at:016X} 000024 \(v02 AETHER\)")
            self.logged(r"ACPI: SPCR: console: pl011,mmio32,0x9000000,\d+")
            self.logged(r"efi: EFI v2\.70 by libaetherboot")
            self.logged(r"SMBIOS 3\.3\.0 present\.")
            self.logged(r"DMI: libaetherboot Virtual Machine, .*")
        else:
            self.logged("Machine model: aetherboot")

    def memory(self):
        """What the kernel's map tells of is the RAM exactly, and almost all of it is used."""
        size = self.case.bytes()
        said = sorted((max(a, self.base), min(b, self.base + size), what)
                      for a, b, what in self.ranges("iomem")
                      if a >= self.base and what in ("System RAM", "reserved"))
        end = self.base
        for a, b, _ in said:  # reserved ones within System RAM are listed beneath it
            self.check(a <= end, f"nothing is at {end:#x}")
            end = max(end, b)
        self.check(end == self.base + size, f"RAM ends at {end:#x}")
        beyond = [r for r in self.ranges("iomem", "System RAM")
                  if r[0] < self.base or r[1] > self.base + size]
        self.check(not beyond, f"RAM where none is: {beyond}")
        total = int(self.one("memtotal") or 0) << 10
        least = size - size // 48 - (96 << 20)
        self.check(least <= total <= size, f"MemTotal {total >> 20} MiB of {size >> 20}")

    def clock(self):
        if self.case.acpi:
            self.equal("rtc", "")  # ACPI has no id for it
        else:
            super().clock()

    def firmware(self):
        super().firmware()
        if self.case.acpi:
            return
        files = self.files() or {}
        blobs = [c for n, c in self.given().items() if n.startswith("device-tree-")]
        # of the seeds, Linux leaves nothing
        seeds = ("/chosen/rng-seed", "/chosen/kaslr-seed")
        trees = [{k: v for k, v in tree(b).items() if k not in seeds}
                 for b in (*blobs, files.get("fdt", b""))]
        self.check(len(trees) == 2 and trees[0], f"--dump: {len(blobs)} device trees")
        for key in sorted(set(trees[0]) ^ set(trees[-1])):
            self.check(False, f"device tree: {key} is in one of Linux's and --dump's only")
        for key in sorted(set(trees[0]) & set(trees[-1])):
            self.check(trees[0][key] == trees[-1][key],
                       f"device tree: {key} is {trees[-1][key]}, not {trees[0][key]}")

    def randomness(self):
        self.logged("KASLR enabled")
        self.check(self.one("crng").startswith("0.0"), f"crng ready at '{self.one('crng')}'")

    def placement(self):
        code = [a for a, _, what in self.ranges("iomem") if what == "Kernel code"]
        self.check([c & ~0x1fffff for c in code] == [self.base],
                   f"kernel code at {[hex(c) for c in code]}")


def judge_of(opt, case, console=None):
    return (JudgeArm64 if case.arm64 else Judge)(opt, case, console)


def judge(opt, case):
    """Print and return the complaints about one case."""
    j = judge_of(opt, case)
    dump(opt, case)
    j.all()
    seconds = read(j.dir, "seconds").strip() or "?"
    retried = ", at the second try" if os.path.isdir(j.dir + ".first") else ""
    print(f"{case.name}: {'FAIL' if j.bad else 'ok'}, {seconds} s{retried}")
    for what in j.bad:
        print("  " + what)
    if j.bad:
        print("  end of its console (" + os.path.join(j.dir, "console") + "):")
        text = re.sub(r"AB dump-begin\n.*?AB dump-end\n", "", j.console, flags=re.S)
        for line in (text.rstrip().split("\n") + read(j.dir, "stderr").split("\n"))[-25:]:
            print("  | " + line)
    return j.bad


# ways to spoil what a guest said: a pattern and what it becomes; key by key of the facts
SPOILS = (
    (r"^AB end.*", ""), (r"^AB cpus (\d+)", r"AB cpus 1\1"), (r"^AB uname \S+", "AB uname 6.1.0"),
    (r"^AB cmdline \S+ ", "AB cmdline "), (r"^AB clock .*", "AB clock tsc"),
    (r"^AB extra.*", "AB extra lost"), (r"^AB memtotal \d+", "AB memtotal 100000"),
    (r"^AB memtotal ", "AB memtotal 9"), (r"^AB hwrng .*", "AB hwrng tpm"),
    (r"^AB random .*\n", ""), (r"^(AB random )..", r"\1"),
    (r"^AB virtio-irqs .*", "AB virtio-irqs 5 5"), (r"^AB tty-irqs .*", "AB tty-irqs 7 7"),
    (r"^AB echo .", "AB echo "), (r"^AB crng.*", "AB crng 3.1"),
    (r"^AB rtc.*", "AB rtc 946684800"), (r"^AB ready", "AB bad something\nAB ready"),
    (r"^AB ready", "[ 1.0] oh dear\nAB ready"), (r"^AB dump-begin\n....", "AB dump-begin\n"),
)
SPOILS_X86 = SPOILS + (
    (r"^AB apicids .*", "AB apicids 0 0"),
    (r"^(AB memmap 0x100000) \S+", r"\1 0x7ffffff"), (r"^AB memmap .*Reserved\n", ""),
    (r"^(AB memmap) 0x0 ", r"\1 0x1000 "), (r"^(AB memmap .*)ACPI Tables", r"\1System RAM"),
    (r"^(AB memmap) 0x100000 ", r"\1 0x90000 "),
    (r"^AB iomem 00100000-\S+", "AB iomem 00100000-01ffffff"),
    (r"^AB iomem( +)01000000-", r"AB iomem\g<1>03000000-"), (r"^AB pci .*", "AB pci"),
    (r"^AB bridge 0x06", "AB bridge 0x02"), (r"^AB setup-data.*\n", ""),
    (r"PCI MMCONFIG", "something"),
)
SPOILS_ARM64 = SPOILS + (
    (r"^AB mpidrs .*", "AB mpidrs 0x0 0x100"), (r"^AB gic .*", "AB gic GICv4"),
    (r"^AB iomem 80000000-", "AB iomem 80200000-"), (r"^AB iomem 80000000-8", "AB iomem 80000000-9"),
    (r"^(AB iomem 80000000-\S+) : System RAM", r"\1 : reserved\nAB iomem 90000000-9fffffff : System RAM"),
    (r"^AB iomem( +)80", r"AB iomem\g<1>83"),
    (r"^AB log psci: probing .*", "AB log psci: probing for conduit method"),
    (r"^AB log psci: PSCIv1.*\n", ""), (r"^AB log CPU: All .*EL1", "AB log CPU: All EL2"),
    (r"^AB log printk: console .ttyAMA0.*\n", ""), (r"^AB log hw perfevents.*\n", ""),
    (r"^AB log KASLR enabled", "AB log KASLR disabled due to lack of seed"),
)
SPOILS_TREE = SPOILS_ARM64 + ((r"^AB log ITS.*\n", ""), (r"^AB log Machine model.*\n", ""))
SPOILS_ACPI = SPOILS_ARM64 + (
    (r"^AB log ACPI: RSDP 0x\w{8}", "AB log ACPI: RSDP 0x12345678"),
    (r"^AB log ACPI: SPCR: .*\n", ""), (r"^AB log efi: EFI .*\n", ""),
    (r"^AB log SMBIOS .*\n", ""), (r"^AB log DMI: .*\n", ""),
)


def control(opt, case):
    """Which spoilt results pass unnoticed."""
    def complaints(console):
        j = judge_of(opt, case, console)
        j.all()
        return j.bad

    console = read(folder(opt, case), "console").replace("\r", "")
    missed = []
    if complaints(console):
        missed.append("the real ones are not good")
    spoils = SPOILS_X86
    if case.arm64:
        spoils = SPOILS_ACPI if case.acpi else SPOILS_TREE
    for pattern, to in spoils:
        spoilt = re.sub(pattern, to, console, flags=re.M)
        if spoilt == console or not complaints(spoilt):
            missed.append(f"{pattern} -> {to}")
    for name in os.listdir(os.path.join(folder(opt, case), "dump")):
        path = os.path.join(folder(opt, case), "dump", name)
        with open(path, "rb") as f:
            right = f.read()
        at = 9  # a table's checksum
        if name.startswith("device-tree-") and not case.acpi:
            at = right.index(b"arm,pl011")
        elif not TABLE.fullmatch(name.partition(".")[0]) or name[:4] in ("RSDP", "XSDT"):
            continue
        with open(path, "wb") as f:
            f.write(right[:at] + bytes([right[at] ^ 1]) + right[at + 1:])
        if not complaints(console):
            missed.append(f"{name} with another byte")
        with open(path, "wb") as f:
            f.write(right)
    for what in missed:
        print("  not noticed:", what)
    return missed


def main():
    p = argparse.ArgumentParser(usage=__doc__)
    p.add_argument("command", choices=("list", "prepare", "batch", "judge", "control", "run"))
    p.add_argument("what", nargs="*")
    p.add_argument("--vmm", default=os.path.join(ROOT, "build/dev/frontends/kvm/aetherboot-kvm"))
    p.add_argument("--vmm-arm64",
                   default=os.path.join(ROOT, "build/arm64/frontends/kvm/aetherboot-kvm"))
    p.add_argument("--out", default=os.path.join(ROOT, "build/boot"))
    p.add_argument("--append", default="")
    opt = p.parse_intermixed_args()
    opt.append = opt.append and " " + opt.append
    opt.vmm, opt.out, opt.batch = os.path.abspath(opt.vmm), os.path.abspath(opt.out), None
    opt.vmm_arm64 = os.path.abspath(opt.vmm_arm64)
    cases = read_cases()
    if opt.command == "list":
        for c in cases:
            print(c.name, c.set, c.outer)
    elif opt.command == "prepare":
        prepare(opt)
    elif opt.command == "batch":
        batch(opt, [c for c in cases if [c.set, c.outer] == opt.what])
    elif opt.command == "judge":
        return 1 if any([judge(opt, c) for c in cases if c.name in opt.what]) else 0
    elif opt.command == "control":
        return 1 if any([control(opt, c) for c in cases if c.name in opt.what]) else 0
    else:
        opt.batch = "chosen"
        chosen = [c for c in cases if any(fnmatch.fnmatch(c.name, w) for w in opt.what)]
        if not chosen:
            p.error("no case has such a name")
        prepare(opt)
        for outer in sorted({c.outer for c in chosen}):
            batch(opt, [c for c in chosen if c.outer == outer])
        failed = [c.name for c in chosen if judge(opt, c)]
        print(f"{len(chosen)} cases, {len(failed)} failed: {' '.join(failed)}")
        return 1 if failed else 0
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as e:
        sys.exit(f"{shlex.join(e.cmd)}: exit status {e.returncode}")
