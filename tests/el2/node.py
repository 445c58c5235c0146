#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Run the hypervisor on QEMU's virt machine, and judge what its console says.

usage: node.py [--build DIR] [--out DIR] CASE
       node.py --list [GROUP]
       node.py control             a run with one wrong expectation, or one too much, is noticed

DIR is build/el2 and build/el2-node. A case is a row of CASES: a machine, what it loads, and lines
that must come in this order; any line that FORBIDDEN describes is an error."""
import argparse
import dataclasses
import os
import re
import select
import struct
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))

RAM = 0x40000000  # of QEMU's virt
LIMIT = 60  # seconds; each takes less than two on an idle machine

# no run but one that says so may contain it
FORBIDDEN = [r"fault of EL2", r"wrong rights: ", r"payload: FAILED"]

# the last line of a run: QEMU ends by itself, or is ended here
HALTED = r"^el2: halted: "


@dataclasses.dataclass
class Case:
    name: str
    lines: list  # regular expressions
    group: str = "start"
    cpu: str = "cortex-a57"
    smp: int = 1
    ram: int = 1024  # MiB
    machine: str = "virtualization=on,gic-version=3"
    image: str = "frontends/el2/aetherboot-el2.bin"
    text_offset: int = 0
    initrd: str = "payload"  # a file of the build, or bytes
    tree: object = None  # None: QEMU's; else what x0 points to: bytes, or a number
    forbidden: list = dataclasses.field(default_factory=lambda: FORBIDDEN)
    halts: bool = False  # QEMU does not end by itself


CPUS = {"a57": "cortex-a57", "max": "max,pauth-impdef=on"}

# ---- a bare guest: what it may not do, and what it is told

PAYLOAD = [
    r"el2: entered at EL0x2, image 0x(\w+)000 ",
    r"el2: CPTR_EL2 0x401033ff, CNTHCTL_EL2 0x3, MDCR_EL2 0x66$",
    r"el2: stage 1: SCTLR_EL2 0x30cd183f, TTBR0_EL2 0x\w+, TCR_EL2 0x808[4-6]3510$",
    r"el2: vectors 0x\w+[08]00, stack to 0x\w+000, guard page 0x\w+000$",
    r"el2: machine: CPUs 0x1, RAM 0x\w+, GICv0x3 at 0x8000000, console at 0x9000000, bundle at 0x",
    r"el2: ready$",
    r"el2: stage 2: VTCR_EL2 0x80\w{6}, VTTBR_EL2 0x1\w+, HCR_EL2 0x\w*807c063f$",
    r"el2: launch: pc 0x80000000$",
    r"payload: hello from EL1$",
    r"payload: pair 0x11000000 caught ESR 0x96000010, FAR 0x11000000$",
    r"payload: read 0x11000018 = 0x97$",
    r"payload: read 0x90000000 caught ESR 0x96000010, FAR 0x90000000$",  # behind its RAM
    r"payload: read 0x40200000 caught ESR 0x96000010, FAR 0x40200000$",
    r"payload: read64 0x40200038 caught ESR 0x96000010, FAR 0x40200038$",
    r"payload: write 0x40200000 caught ESR 0x96000050, FAR 0x40200000$",
    r"payload: fetch 0x40200000 caught ESR 0x86000010, FAR 0x40200000$",
    r"payload: pair 0x40200000 caught ESR 0x96000010",
    r"payload: exclusive 0x40200000 caught ESR 0x96000010",
    r"payload: clean 0x40200000 ",
    r"payload: zero 0x40200000 caught ESR 0x96000\w50",
    r"payload: read 0x9000018 caught ESR 0x96000010, FAR 0x9000018$",
    r"payload: read 0x0 caught ESR 0x96000010, FAR 0x0$",
    r"payload: read 0xfffffffffc caught ESR 0x96000010",
    r"payload: read8 0x7fffffff caught ESR 0x96000010",
    r"payload: read32 0x7ffffffe caught ESR 0x960000",
    r"payload: smc 0x80000000 = 0x10001$",
    r"payload: hvc 0x80000000 = 0x10001$",
    r"payload: hvc 0xc6001234 = 0xffffffffffffffff$",
    r"payload: hvc1 0x80000000 = 0xffffffffffffffff$",
    r"payload: actlr 0x0 = 0x0$",
    r"payload: pmcr 0x0 caught ESR 0x2000000,",
    r"payload: zcr 0x0 caught ESR 0x[26]",
    r"payload: pfr0 0x0 = 0x(12010000)?0?1\w{3,5}11$",
    r"payload: dfr0 0x0 = 0x\w+00\w$",
    r"payload: unallocated 0x0 = 0x0$",
    r"payload: impdef ",  # QEMU does not trap these
    r"payload: udf 0x0 caught ESR 0x2000000,",
    r"payload: done$",
    r"el2: VM 0 ended$",
    r"el2: reason: it powered off$",
    r"el2: the last guest ended: power off$",
]


def loaded(case):
    """The first lines name where the image is."""
    return [rf"el2: entered at EL0x2, image {RAM + (case.text_offset or 0x200000):#x} "]


CASES = [Case(f"payload-{short}", PAYLOAD, cpu=cpu) for short, cpu in CPUS.items()]
# any multiple of 2 MiB, as the header of the Image says; any RAM
for offset, ram in ((0, 512), (0x400000, 1024), (0x10000000, 3072)):
    c = Case(f"at-{offset:x}-{ram}M", [], ram=ram, text_offset=offset)
    c.lines = loaded(c) + [rf"el2: machine: .* RAM {ram << 20:#x},", r"payload: done$",
                           r"el2: the last guest ended: power off$"]
    CASES.append(c)

# ---- what it refuses

# code that sets x0 and jumps to the image
STUB = 0x4c000000
IMAGE = 0x40200000
TREE = 0x48000000


def refused(name, *lines, **more):
    return Case(name, [*lines] if lines[0].startswith("el2: halted") else [*lines, HALTED], halts=True, group="refused", **more)


CASES += [
    refused("el1", r"el2: halted: entered at EL0x1, not at EL2", machine="gic-version=3"),
    refused("el3", r"el2: halted: entered at EL0x3, not at EL2", machine="secure=on,virtualization=on",
            tree=0),
    refused("no-tree", r"el2: halted: x0 is not the address of a device tree", tree=0),
    refused("odd-tree", r"el2: halted: x0 is not the address of a device tree", tree=TREE + 4),
    refused("tree-in-image", r"el2: halted: x0 is not the address of a device tree", tree=IMAGE),
    refused("tree-nowhere", r"el2: halted: the host's tree lies above the CPU's physical addresses",
            tree=1 << 47),
    refused("no-magic", r"el2: the host's tree: device tree is not valid: must begin with a header",
            tree=bytes(64)),
    refused("short", r"el2: the host's tree: device tree is not valid at offset ",
            tree=struct.pack(">10I", 0xd00dfeed, 40, 40, 40, 40, 17, 16, 0, 0, 0)),
    refused("gicv2", r"el2: the host's tree: fdt_info.gic_version: 2 is not .*must be a GICv3",
            machine="virtualization=on,gic-version=2"),
    refused("no-bundle", r"el2: VM 0: payload.kernel.size: 0 is not valid: ", initrd=b""),
    refused("bad-bundle", r"el2: VM 0: kernel.magic: 0x6b206f6e is not supported", initrd=b"no kernel" * 100),
]

# ---- faults of EL2 itself: order, ESR_EL2, FAR_EL2

for name, order, esr, far in (
        ("write-code", b"c", "0x97\\w{5}f", "0x40200000"),
        ("write-constant", b"k", "0x97\\w{5}f", "0x402\\w+"),
        ("run-data", b"x", "0x8600000f", "0x402\\w+"),
        ("nowhere", b"n", "0x9[67]\\w{4}4[4-7]", "0x10"),
        ("stack", b"s", "0x960000[04]7", "0x\\w+"),
        ("break", b"b", "0xf2000007", "0x\\w+")):
    CASES.append(Case(f"fault-{name}", [
        r"el2: faults: wrong rights 0x0$", r"el2: fault of EL2: synchronous$",
        rf"el2: vector 0x4, ESR_EL2 {esr}, FAR_EL2 {far}$", r"el2: pc 0x", r"el2: x0x0 ",
        r"el2: x30 ", r"el2: halted: a defect of EL2$"],
        group="fault", image="tests/el2/el2_faults.bin", initrd=order, halts=True,
        forbidden=[r"wrong rights: ", r"no fault"]))


class Run:
    """One run of QEMU."""

    def __init__(self, opt, case):
        self.opt, self.case = opt, case
        self.dir = os.path.join(opt.out, case.name)
        os.makedirs(self.dir, exist_ok=True)

    def file(self, name, data):
        path = os.path.join(self.dir, name)
        with open(path, "wb") as f:
            f.write(data)
        return path

    def image(self):
        with open(os.path.join(self.opt.build, self.case.image), "rb") as f:
            data = bytearray(f.read())
        struct.pack_into("<Q", data, 8, self.case.text_offset)
        return self.file("image", data)

    def loads(self):
        """How the image gets into the machine."""
        case = self.case
        if case.tree is None:
            argv = ["-kernel", self.image()]
            if case.initrd == "payload":
                argv += ["-initrd", os.path.join(self.opt.build, "tests/el2/payload/payload.bin")]
            elif case.initrd:
                argv += ["-initrd", self.file("initrd", case.initrd)]
            return argv
        at = case.tree if isinstance(case.tree, int) else TREE
        # ldr x0, . + 16; ldr x1, . + 20; br x1; nop
        code = struct.pack("<4I2Q", 0x58000080, 0x580000a1, 0xd61f0020, 0xd503201f, at, IMAGE)
        argv = ["-device", f"loader,file={self.file('stub', code)},addr={STUB:#x},force-raw=on,cpu-num=0",
                "-device", f"loader,file={self.image()},addr={IMAGE:#x},force-raw=on"]
        if not isinstance(case.tree, int):
            argv += ["-device", f"loader,file={self.file('tree', case.tree)},addr={TREE:#x},force-raw=on"]
        return argv

    def argv(self):
        case = self.case
        return ["qemu-system-aarch64", "-M", f"virt,{case.machine}", "-cpu", case.cpu,
                "-smp", str(case.smp), "-m", str(case.ram), "-display", "none", "-monitor", "none",
                "-serial", "stdio", "-nic", "none", "-no-reboot", *self.loads()]

    def run(self):
        """The console, and whether QEMU ended by itself."""
        text, began = b"", time.monotonic()
        halted = re.compile(HALTED.encode(), re.M)
        with subprocess.Popen(self.argv(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT) as qemu:
            try:
                while time.monotonic() - began < LIMIT:
                    if not select.select([qemu.stdout], [], [], 0.5)[0]:
                        continue
                    data = os.read(qemu.stdout.fileno(), 65536)
                    text += data
                    if not data or halted.search(text) and text.endswith(b"\n"):
                        break
                else:
                    text += b"\ntest: no end within the limit\n"
                ended = not data if text else False
            finally:
                if qemu.poll() is None and not ended:
                    qemu.kill()
        with open(os.path.join(self.dir, "console"), "wb") as f:
            f.write(text)
        return text.decode(errors="replace").replace("\r", ""), ended


def judge(case, text, ended):
    """What is wrong."""
    bad, lines, at = [], text.split("\n"), 0
    for want in case.lines:
        found = next((i for i in range(at, len(lines)) if re.match(want, lines[i])), None)
        if found is None:
            bad.append(f"no line {want!r} after line {at}")
        else:
            at = found + 1
    bad += [f"a line {what!r}" for what in case.forbidden if re.search(what, text)]
    if ended == case.halts:
        bad.append("QEMU ended by itself" if ended else "QEMU did not end by itself")
    return bad


def run(opt, case):
    text, ended = Run(opt, case).run()
    bad = judge(case, text, ended)
    print(f"{case.name}: {'FAIL' if bad else 'ok'}")
    if bad:
        print("\n".join("  " + what for what in bad))
        print("\n".join("  | " + line for line in text.split("\n")[-40:]))
    return not bad


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
        more = text + "payload: FAILED\nel2: wrong rights: x\nno fault\n"
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
    p.add_argument("--out", default=os.path.join(ROOT, "build/el2-node"))
    opt = p.parse_args()
    if opt.list is not None:
        print("\n".join(c.name for c in CASES if opt.list in ("", c.group)))
        return True
    if opt.case == "control":
        return control(opt)
    found = [c for c in CASES if c.name == opt.case]
    if not found:
        p.error(f"no case {opt.case}")
    return run(opt, found[0])


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
