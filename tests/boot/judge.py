# SPDX-License-Identifier: BSD-2-Clause
"""What a guest said, compared with what it was to be given."""
import base64
import io
import os
import re
import shutil
import struct
import subprocess
import tarfile

from cases import KERNELS, MACHINES, folder, read

TABLE = re.compile(r"[A-Z][A-Z0-9]{3}\d?")


def dump(opt, case):
    """Let the VMM write out what it gives the guest: this host's, which runs none of arm64."""
    target = os.path.join(folder(opt, case), "dump")
    shutil.rmtree(target, ignore_errors=True)
    if case.mode == "check":
        arch = ["--arch", "arm64"] if case.arm64 else []
        subprocess.run(case.argv(opt, opt.vmm) + arch + ["--plan", "--dump", target], check=True,
                       stdout=subprocess.DEVNULL)


def screen(said):
    """The lines that a terminal of 80 columns shows in the end, of text that moves its cursor."""
    rows, row, column = [[" "] * 80 for _ in range(25)], 0, 0
    for move, other, text in re.findall(r"\x1b\[(\d+;\d+)H|(\x1b\[[?\d;]*[A-Za-z])|([^\x1b])", said):
        if move:
            row, column = (int(n) - 1 for n in move.split(";"))
        elif not other and row < 25 and column < 80:
            rows[row][column] = text
            column += 1
    return ["".join(r).rstrip() for r in rows]


class Judge:
    """Compares what a guest said with what it was to be given. Collects complaints."""

    needed = ("DSDT", "FACP", "APIC", "MCFG")  # tables
    harmless = ()  # errors that the kernel logs of a machine that is right

    def __init__(self, opt, case, console=None):
        self.opt, self.case = opt, case
        if case.example and not case.arm64:  # that PC has no PCI
            self.harmless += ("PCI: Fatal: No config space access function found",)
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
                "stop": "AB signal INT", "stop2": "AB signal TERM", "payload": "PAYLOAD PASS"}
        if self.case.mode == "undecoded":
            self.check(re.fullmatch(r"aetherboot-kvm: an instruction that KVM cannot follow accesses "
                                    r"a device at 0x9000000; pc 0x0*80000044 lr 0x0+ pstate 0x\w+\n",
                                    read(self.dir, "stderr")), "stderr: " + read(self.dir, "stderr"))
            return
        if self.case.mode == "memtest":
            self.memtest()
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

    def memtest(self):
        """What memtest86+ shows at its end: the CPU's speed and the time, by a timer, and its tests at work."""
        text = "\n".join(screen(self.console))
        for what in (r"CLK/Temp: +[1-9]\d* ?MHz", r"Time: +(?!0:00:00)\d+:\d\d:\d\d", r"Memory +: +6[34]\S*MB", r"Errors: +0\b"):
            self.check(re.search(what, text), f"'{what}' is not on the screen:\n{text}")

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
        self.clocks()
        self.equal("dmi", "libaetherboot Virtual Machine")
        if self.case.mode == "noacpi":
            return  # nothing tells the guest of the host bridge
        ecam = [r[2] for r in self.ranges("iomem") if "PCI MMCONFIG 0000 [bus 00-00]" in r[2]]
        self.check(ecam, "the ECAM window is not in use")
        self.check("0000:00:00.0" in self.one("pci").split(), f"PCI: '{self.one('pci')}'")
        self.check(self.one("bridge").startswith("0x060000 "), f"bridge: '{self.one('bridge')}'")

    def clocks(self):
        """Without kvmclock the guest of a PC ticks by the PIT's interrupt and has the PM timer for its clock. It
        tries to calibrate the TSC by them: an emulated host answers too slowly for that."""
        if not self.case.pc:
            self.equal("clock", "kvm-clock")
            return
        said = self.facts.get("tsc", [])
        self.check("acpi_pm" in self.one("clocks").split(), f"clocks: '{self.one('clocks')}'")
        self.check(self.one("clock") in ("tsc", "acpi_pm"), f"clock: '{self.one('clock')}'")
        self.check(re.fullmatch(r"0: .*\b[1-9].* IO-APIC 2-edge timer", self.one("timer")), f"timer: '{self.one('timer')}'")
        self.check(any(line in ("Fast TSC calibration using PIT", "Fast TSC calibration failed") for line in said),
                   f"tsc: {said}")

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
        # lies in memory that the guest may write, and so is a region of its own; its length is at 4
        given.update({"FACS": c[:int.from_bytes(c[4:8], "little")] for n, c in self.given().items()
                      if n.startswith("FACS-")})
        for need in self.needed:
            self.check(need in tables, f"table {need} is missing")
        for name in sorted(set(tables) | set(given) - {"RSDP", "XSDT"}):
            a, b = tables.get(name), given.get(name)
            self.check(a == b, f"table {name}: Linux has {a and len(a)} bytes, --dump "
                               f"{b and len(b)}{', and they differ' if a and b else ''}")
        self.smbios(files)

    def smbios(self, files):
        """Likewise the entry point, and 32 bytes on the structures."""
        given = b"".join(c for n, c in self.given().items() if n.startswith("SMBIOS-"))
        entry, table = files.get("smbios_entry_point", b""), files.get("DMI", b"")
        self.check(table and entry.ljust(32, b"\0") + table == given.rstrip(b"\0") + b"\0\0",
                   f"SMBIOS: Linux has {len(entry)} and {len(table)} bytes, --dump {len(given)}")

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
    needed = ("DSDT", "FACP", "APIC", "GTDT")
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
        self.logged(r"printk: console \[%s\] enabled" % ("hvc0" if case.hvc else "ttyAMA0"))
        self.logged(r"hw perfevents: enabled with armv8_pmuv3\w* PMU driver, .*")
        if case.gic == 3:
            self.logged(r"ITS@0x\w+: allocated \d+ Devices .*")
        if case.acpi:
            rsdp = [n for n in self.given() if n.startswith("RSDP-")]
            self.check(len(rsdp) == 1, f"--dump: {rsdp}")
            at = int(rsdp[0][len("RSDP-"):-len(".bin")], 16) if rsdp else 0
            self.logged(rf"ACPI: RSDP 0x{at:016X} 000024 \(v02 AETHER\)")
            if not case.hvc:
                self.logged(r"ACPI: SPCR: console: pl011,mmio32,0x9000000,\d+")
            self.check(("SPCR" in self.one("tables").split()) != case.hvc, f"tables: '{self.one('tables')}'")
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
