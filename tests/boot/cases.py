# SPDX-License-Identifier: BSD-2-Clause
"""The boots that cases.txt lists, and where their files are."""
import os

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
    "payload": ("", 0),
    "memtest": ("", 128 + 15),
}
MEMTEST = 100  # seconds that memtest86+ may take, which has no end of its own
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
        self.example = "vmm=example" in words
        more = [w for w in words if not w.startswith(("--", "extra=", "gic=", "vmm="))]
        self.arm64 = MACHINES[self.kernel] == "aarch64"
        # guests of one outer boot: of a kernel, or of the GIC that is the outer machine's too
        self.outer = self.kernel
        if self.arm64:
            self.gic = int([w for w in words if w.startswith(("--gic=", "gic="))][0][-1])
            self.outer = f"arm64-v{self.gic}"
        self.acpi = "--acpi" in words if self.arm64 else "--no-acpi" not in words
        self.pc = "--pc" in words
        self.hvc = "--console=virtio" in words
        usual = "console=hvc0 " if self.hvc else "" if self.arm64 else "console=ttyS0 "
        self.cmdline = " ".join([usual + "quiet panic=-1", MODES[self.mode][0], *more])
        if self.mode == "memtest":
            self.cmdline = "console=ttyS0,115200 nobench"
        self.status = MODES[self.mode][1]

    def bytes(self):
        return int(self.memory[:-1]) << {"M": 20, "G": 30}[self.memory[-1]]

    def argv(self, opt, vmm):
        kernel = os.path.join(CACHE, "kernels", self.kernel, "Image" if self.arm64 else "bzImage")
        if self.form == "payload":
            kernel = os.path.join(os.path.dirname(opt.vmm_arm64), "../../tests/payload/arm64/payload-arm64.bin")
        elif self.form not in ("bz", "image"):
            kernel = made(opt, self.form, self.kernel)
        initrds = [os.path.join(opt.out, f"l2-{self.kernel}.img")]
        initrds += [os.path.join(opt.out, f"extra-{i + 1}.img") for i in range(self.extra)]
        if self.example:
            example = opt.example_arm64 if self.arm64 else opt.example
            return [example, kernel, *initrds, self.cmdline + opt.append]
        argv = [vmm, "--kernel", kernel]
        if self.mode == "memtest":
            argv, initrds = ["timeout", "--preserve-status", str(MEMTEST), *argv], []
        if self.form == "uki":  # initrd and command line are in it and in its addon
            argv += ["--profile", "second", "--addon", made(opt, "addon", self.kernel)]
            initrds = initrds[1:]
        else:
            argv += ["--cmdline", self.cmdline + opt.append]
        for i in initrds:
            argv += ["--initrd", i]
        argv += ["--memory", self.memory]
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
