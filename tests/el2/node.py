#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Run the hypervisor on QEMU's virt machine, and judge what its console says.

usage: node.py [--build DIR] [--out DIR] [--check FILE] [--ctl DIR] CASE
       node.py prepare             kernels, initrds
       node.py --list [GROUP]
       node.py control             a run with one wrong expectation, or one too much, is noticed

The first DIR is build/el2, the second build/el2-node; FILE is the aetherboot-el2-check of build/dev,
which must say of a bundle what the hypervisor says; the last DIR has aetherctl for arm64. A case is a
row of CASES: a machine, the VMs of its bundle, and lines that must come in this order, or in any; any
line that FORBIDDEN describes is an error."""
import argparse
import contextlib
import dataclasses
import gzip
import hashlib
import os
import re
import select
import socket
import struct
import subprocess
import sys
import time

import node_boot
import node_calls
import node_ctl
import node_hostile
from node_boot import BUSY

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))

RAM = 0x40000000  # of QEMU's virt
LIMIT = 60  # seconds; each takes less than two on an idle machine

# no run but one that says so may contain it
FORBIDDEN = [r"fault of EL2", r"wrong rights: ", r"FAILED"]

# what tests/el2/payload/dirty.c fills memory and registers with
DIRT = b"\xd1" * 16

# the last line of a run: QEMU ends by itself, or is ended here
HALTED = r"^el2: halted: "


@dataclasses.dataclass
class VM:
    """A configuration of a bundle."""
    name: str = "vm0"
    kernel: str = "payload"  # a program of payload/, or a key of KERNELS
    ramdisk: str = ""  # a file of --out, or a kernel
    bootargs: str = ""
    cpus: object = 1  # a number, or a list of CPUs
    memory: int = 256  # MiB
    tables: str = "fdt"
    hashed: bool = True  # its images
    capabilities: tuple = ()
    restarts: int = 0
    staging: int = 0  # MiB

    shared: tuple = ()  # name and bytes of a window
    overlay: bool = False  # OVERLAY is merged into its tree

    def text(self):
        """It in an image tree source."""
        cpus = f"aetherboot,cpus = <{self.cpus}>;" if isinstance(self.cpus, int) else \
            f"aetherboot,cpu-list = <{' '.join(map(str, self.cpus))}>;"
        lines = [f'kernel = "{self.kernel}";', cpus, f'aetherboot,tables = "{self.tables}";',
                 f"aetherboot,memory = <{self.memory >> 12:#x} {self.memory << 20 & 0xffffffff:#x}>;",
                 f"aetherboot,restarts = <{self.restarts}>;"]
        if self.staging:
            lines.append(f"aetherboot,staging = <0 {self.staging << 20:#x}>;")
        if self.overlay:
            lines.append('fdt = "overlay";')
        if self.shared:
            lines.append(f'aetherboot,shared = "{self.shared[0]}"; '
                         f"aetherboot,shared-size = <0 {self.shared[1]}>;")
        if self.ramdisk:
            lines.append(f'ramdisk = "{self.ramdisk}";')
        if self.bootargs:
            lines.append(f'bootargs = "{self.bootargs}";')
        if self.capabilities:
            names = ", ".join(f'"{c}"' for c in self.capabilities)
            lines.append(f"aetherboot,capabilities = {names};")
        return f"{self.name} {{ {' '.join(lines)} }};"


OVERLAY = """/dts-v1/; /plugin/;
&{/} { sensor { compatible = "acme,sensor"; serial = "0042"; }; };
"""

KERNELS = { "generic": "build/cache/kernels/arm64/Image",
           "cloud": "build/cache/kernels/cloud-arm64/Image", "gzip": "Image.gz",
           "x86": "build/cache/kernels/amd64/bzImage",
           "uki": "uki.efi"}


def debian(name="vm0", kernel="cloud", do="hello", words="quiet", busy=BUSY, **more):
    """A VM with Debian's kernel."""
    return VM(name, kernel, "linux.img", f"{words} panic=-1 {busy} do={do}", **more)


@dataclasses.dataclass
class Case:
    name: str
    lines: list  # regular expressions, of the beginnings of lines in this order
    anywhere: list = dataclasses.field(default_factory=list)  # in any order
    group: str = "start"
    cpu: str = "cortex-a57"
    smp: int = 1
    ram: int = 1024  # MiB
    machine: str = "virtualization=on,gic-version=3"
    image: str = "frontends/el2/aetherboot-el2.bin"
    text_offset: int = 0
    vms: list = dataclasses.field(default_factory=lambda: [VM()])
    initrd: object = None  # bytes in place of a bundle
    reserved: tuple = ()  # (address, bytes) that the machine's tree reserves; 0 bytes: all of the bundle
    console: int = 0  # where the machine's tree says that the console is, in a page of ones
    edit: object = None  # a function of the machine's tree that returns another one
    damaged: str = ""  # an image of the bundle in which a bit is wrong
    uboot: bool = False  # U-Boot loads the image by booti, and types says how
    tree: object = None  # None: QEMU's; else what x0 points to: bytes, or a number
    forbidden: list = dataclasses.field(default_factory=lambda: FORBIDDEN)
    halts: bool = False  # QEMU does not end by itself, but is ended after ...
    until: str = HALTED  # ... this line; "": when nothing is missing
    types: tuple = ()  # (marker, text): what is typed when a line begins with the marker
    argv: tuple = ()  # more of QEMU's command line; {out} is --out
    check: object = None  # a function of the console that returns what is wrong
    limit: int = LIMIT
    icount: bool = False  # its clock counts instructions: one takes 1 ns
    live: object = None  # a function of the run and the console while QEMU still runs: what is wrong
    script: object = None  # a generator of a session: node_hostile.py
    empty: tuple = ()  # slots whose memory is zero in the end, and nothing of them is anywhere


CPUS = {"a57": "cortex-a57", "max": "max,pauth-impdef=on"}

# ---- a bare guest: what it may not do, and what it is told

PAYLOAD = [
    r"el2: entered at EL0x2, image 0x(\w+)000 ",
    r"el2: CPTR_EL2 0x1033ff, CNTHCTL_EL2 0x3, MDCR_EL2 0x(80)?c66$",
    r"el2: stage 1: SCTLR_EL2 0x30cd183d, TTBR0_EL2 0x\w+, TCR_EL2 0x808[4-6]3510$",
    r"el2: vectors 0x\w+[08]00, stack to 0x\w+000, guard page 0x\w+000$",
    r"el2: machine: CPUs 0x1, RAM 0x\w+, GICv0x[23] at 0x8000000, console at 0x9000000, bundle at 0x",
    r"el2: ready$",
    r"el2: loaded VM 0x0 at 0x\w+: work 0x\w+, pc 0x80000000, ticks ",
    r"el2: VM 0x0 vCPU 0x0 on CPU 0x0: VTCR_EL2 0x80\w{6}, VTTBR_EL2 0x1\w+, HCR_EL2 0x\w*807[cd]063f, pc",
    r"vm0: hello from EL1$",
    r"vm0: pair 0x11000000 caught ESR 0x96000010, FAR 0x11000000$",
    r"vm0: read 0x11000018 = 0x97$",
    r"vm0: read 0x90000000 caught ESR 0x96000010, FAR 0x90000000$",  # behind its RAM
    r"vm0: read 0x40200000 caught ESR 0x96000010, FAR 0x40200000$",
    r"vm0: read64 0x40200038 caught ESR 0x96000010, FAR 0x40200038$",
    r"vm0: write 0x40200000 caught ESR 0x96000050, FAR 0x40200000$",
    r"vm0: fetch 0x40200000 caught ESR 0x86000010, FAR 0x40200000$",
    r"vm0: pair 0x40200000 caught ESR 0x96000010",
    r"vm0: exclusive 0x40200000 caught ESR 0x96000010",
    r"vm0: clean 0x40200000 ",
    r"vm0: zero 0x40200000 caught ESR 0x96000\w50",
    r"vm0: read 0x9000018 caught ESR 0x96000010, FAR 0x9000018$",
    r"vm0: read 0x0 caught ESR 0x96000010, FAR 0x0$",
    r"vm0: read 0xfffffffffc caught ESR 0x96000010",
    r"vm0: read8 0x7fffffff caught ESR 0x96000010",
    r"vm0: read32 0x7ffffffe caught ESR 0x960000",
    r"vm0: smc 0x80000000 = 0x10001$",
    r"vm0: hvc 0x80000000 = 0x10001$",
    r"vm0: hvc 0xc6001234 = 0xffffffffffffffff$",
    r"vm0: hvc1 0x80000000 = 0xffffffffffffffff$",
    r"vm0: actlr 0x0 = 0x0$",
    r"vm0: pmcr 0x0 caught ESR 0x2000000,",
    r"vm0: zcr 0x0 caught ESR 0x[26]",
    r"vm0: pfr0 0x0 = 0x(1101000001110011|1000011|11)$",
    r"vm0: dfr0 0x0 = 0x\w+00\w$",
    r"vm0: unallocated 0x0 = 0x0$",
    r"vm0: impdef ",  # QEMU does not trap these
    r"vm0: udf 0x0 caught ESR 0x2000000,",
    r"vm0: done$",

    r"el2: vm0 ended: it powered off$",
    r"el2: no VM runs: power off$",
]


def seeds_differ(text, starts):
    """All 64-bit words of all seeds differ. What is wrong."""
    words = [w for line in re.findall(r"^\w+: (?:rng-seed bytes 0x20|kaslr-seed)((?: 0x\w+)+)", text,
                                      re.M) for w in line.split()]
    bad = [] if len(words) == 5 * starts else [f"{len(words)} words of seeds"]
    return bad + ["a seed twice"] * (len(set(words)) != len(words)) + ["a seed of 0"] * ("0x0" in words)


def loaded(case):
    """The first lines name where the image is."""
    return [rf"el2: entered at EL0x2, image {RAM + (case.text_offset or 0x200000):#x} "]


CASES = [Case(f"payload-{short}", PAYLOAD, cpu=cpu) for short, cpu in CPUS.items()]
GICV2 = "virtualization=on,gic-version=2"
CASES.append(Case("payload-gicv2", PAYLOAD, machine=GICV2))

# ---- each VM and each start has other seeds, and none is the machine's

SEEDS = [r"{}: rng-seed bytes 0x20 (0x\w+) (0x\w+) (0x\w+) (0x\w+)$", r"{}: kaslr-seed (0x\w+)$"]
CASES.append(Case("seeds", [], anywhere=[line.format(name) for name in "abc" for line in SEEDS] +
                  [r"el2: no VM runs: power off$"], smp=3, ram=2048,
                  vms=[VM("a", restarts=3), VM("b"), VM("c")],
                  check=lambda text: seeds_differ(text, 6)))
CASES.append(Case("no-seeds", [r"vm0: rng-seed bytes 0x0$", r"vm0: kaslr-seed 0x0$", r"vm0: done$"],
                  machine="virtualization=on,gic-version=3,dtb-randomness=off"))
# any multiple of 2 MiB, as the header of the Image says; any RAM
for offset, ram in ((0, 512), (0x400000, 1024), (0x10000000, 3072)):
    c = Case(f"at-{offset:x}-{ram}M", [], ram=ram, text_offset=offset)
    c.lines = loaded(c) + [rf"el2: machine: .* RAM {ram << 20:#x},", r"vm0: done$",
                           r"el2: no VM runs: power off$"]
    CASES.append(c)

# ---- a loader may reserve what it has loaded: all of it, or more

BUNDLE = 0x48000000  # where QEMU loads it
IMAGE = 0x40200000
CASES += [
    Case("reserved", [r"el2: machine: .*, bundle at 0x48000000,", r"el2: ready$", r"vm0: done$",
                      r"el2: no VM runs: power off$"],
         reserved=((BUNDLE, 0), (IMAGE, 0x800000), (0x41000000, 0x100))),
    Case("reserved-part", [r"el2: memory: the bundle at 0x48000000 overlaps memory that the host's tree "
                           r"reserves at 0x48001000$", r"el2: halted: no memory$"],
         reserved=((BUNDLE + 0x1000, 0x1000000),), halts=True),
]

# ---- a console that takes nothing more: what is printed is lost, the VM runs all the same, and ends

CASES.append(Case("console-stopped", [r"el2: entered at EL0x2, image "], console=0x44000000, ram=512,
                  reserved=((0x44000000, 0x1000),), forbidden=[r"power off"]))

# ---- what it refuses

# code that sets x0 and jumps to the image
JUMP = 0x4c000000
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
    refused("gicv2", r"el2: the host's tree: fdt_info.gic_vcpu: 0 is not .*must have GICD, GICC, GICH "
            r"and GICV", machine="virtualization=on,gic-version=2",
            edit=lambda tree: tree.replace(struct.pack(">2Q", 0x08040000, 0x10000),
                                           struct.pack(">2Q", 0x08040000, 0))),
    refused("no-bundle", r"el2: the bundle: device tree is not valid", initrd=b""),
    refused("bad-bundle", r"el2: the bundle: device tree is not valid", initrd=b"no bundle" * 100),
    Case("no-kernel", [r"el2: vm0: kernel.magic: 0x\w+ is not supported",
                       r"el2: vm0 ended: it cannot be loaded$", r"el2: no VM runs: power off$"],
         group="refused", vms=[VM(kernel="noise")]),
    Case("bzimage", [r"el2: vm0: payload.kernel.format \(bzImage\): 2 is not supported: the machine is "
                     r"arm64, the kernel x86$", r"el2: vm0 ended: it cannot be loaded$",
                     r"el2: no VM runs: power off$"], group="refused", vms=[VM(kernel="x86")]),
    Case("uki", [r"el2: vm0: Unified Kernel Image is not supported: this build reads none$",
                 r"el2: vm0 ended: it cannot be loaded$", r"el2: no VM runs: power off$"], group="refused",
         vms=[VM(kernel="uki")]),
    refused("cpus", r"el2: the bundle: bundle.cpus \(b\): 2 does not fit: the machine has fewer CPUs",
            vms=[VM("a"), VM("b", cpus=2)], smp=2),
    refused("cpu-twice", r"el2: the bundle: bundle.cpu-list \(b\): 1 is not valid: that CPU is another",
            vms=[VM("a", cpus=[1]), VM("b", cpus=[0, 1])], smp=2),
    refused("cpu-absent", r"el2: the bundle: bundle.cpu-list \(vm0\): 2 is not valid: there is no",
            vms=[VM(cpus=[0, 2])], smp=2),
    refused("virtio", r"el2: the bundle: bundle.capabilities \(b\): 2 is not valid: only the VM that",
            vms=[VM("a"), VM("b", capabilities=("virtio",))], smp=2),
    refused("shared-alone", r"el2: the bundle: bundle.shared \(b\): 1 is not valid: two VMs must name",
            vms=[VM("a"), VM("b", shared=("w", 4096))], smp=2),
    refused("shared-three", r"el2: the bundle: bundle.shared \(a\): 3 is not valid: two VMs must name",
            vms=[VM(name, shared=("w", 4096)) for name in "abc"], smp=3),
    refused("shared-sizes", r"el2: the bundle: bundle.shared-size \(a\): 4096 is not valid: must be that of",
            vms=[VM("a", shared=("w", 4096)), VM("b", shared=("w", 8192))], smp=2),
    refused("two-managers", r"el2: the bundle: bundle.capabilities \(b\): 1 is not valid: another VM",
            vms=[VM("a", capabilities=("manage",)), VM("b", capabilities=("manage",))], smp=2),
    # the tree names the redistributor of the first CPU only
    refused("redistributor", r"el2: CPU 0x1 has no redistributor, and is a CPU of VM 0x1$", smp=2, vms=[VM("a"), VM("b")],
            edit=lambda tree: tree.replace(struct.pack(">2Q", 0x80a0000, 0xf60000),
                                           struct.pack(">2Q", 0x80a0000, 0x20000))),
    refused("memory", r"el2: the bundle: b: 0x40000000 bytes.*|el2: the bundle: b.*no such piece of RAM",
            vms=[VM("a"), VM("b", memory=1024)], smp=2),
]

# ---- each CPU starts each, and interrupts it: in two clusters, and on the 8 CPUs of a GICv2


def boots_last(tree):
    """The CPU that boots, 0, is the tree's last one, and 0x101 its first."""
    strings = struct.unpack_from(">I", tree, 12)[0]
    reg = struct.pack(">3I", 3, 4, tree.index(b"\0reg\0", strings) + 1 - strings)
    at = [tree.index(reg, tree.index(name)) + len(reg) for name in (b"cpu@0\0", b"cpu@17\0")]
    changed = bytearray(tree)
    for here, there in (at, at[::-1]):
        changed[here:here + 4] = tree[there:there + 4]
    return bytes(changed)


CASES.append(Case(
    "clusters", [], anywhere=[r"el2: machine: CPUs 0x12,", r"wide: CPUs 0x11, the last is 0x100$", r"lonely: nobody rang$",
                              r"el2: no VM runs: power off$"], smp=18, edit=boots_last,
    vms=[VM("wide", bootargs="do=cpus", memory=4, cpus=[16, *range(15), 17]),
         VM("lonely", bootargs="do=lonely", memory=4, cpus=[15])]))
CASES.append(Case(
    "cpus-gicv2", [], anywhere=[r"wide: CPUs 0x7, the last is 0x6$", r"lonely: nobody rang$",
                                r"el2: no VM runs: power off$"], smp=8, machine=GICV2,
    vms=[VM("wide", bootargs="do=cpus", memory=4, cpus=[7, 1, 3, 0, 4, 2, 6]),
         VM("lonely", bootargs="do=lonely", memory=4, cpus=[5])]))

# its clock begins with it, and goes on where each of its CPUs was off and on
CASES.append(Case("clock", [], anywhere=[r"vm0: one clock$", r"el2: no VM runs: power off$"], smp=2, icount=True,
                  vms=[VM(bootargs="do=clock", memory=4, cpus=2)]))

# ---- a window of two, in which one that begins again finds what the other left, and a third one

WINDOW = ("mail", 0x10000)
for name, machine, capabilities in (("shared", "virtualization=on,gic-version=3", ()),
                                    ("shared-manager-gicv2", GICV2, ("manage",))):
    CASES.append(Case(
        name, [line for old in ("0x0", "0x1235") for line in (
            rf"ask: window has {old}$", r"ask: fetch caught 0x8600001\w$", r"ask: bell reads 0xffffffff$",
            r"ask: answer 0x1235$", r"el2: ask ended: it powered off$")],
        anywhere=[r"ask: window bytes 0x10000$", r"answer: window bytes 0x10000$",
                  r"ask: aetherboot,shared has interrupt 0xc 0x1$", r"answer: asked 0x1234 0x5678$",
                  r"answer: done$", r"other: window 0x0$", r"other: nothing there 0x96000050$",
                  r"el2: no VM runs: power off$"], smp=3, machine=machine,
        vms=[VM("ask", bootargs="do=ask", memory=4, restarts=1, shared=WINDOW),
             VM("other", bootargs="do=stranger", memory=4),
             VM("answer", bootargs="do=answer", memory=4, shared=WINDOW, capabilities=capabilities)]))

# damage is found before the VM starts, and is no matter of another one
CASES.append(Case(
    "damaged", [], anywhere=[
        r"el2: bad: fit.images.hash \(noise\): 0x\w+ is not valid: ",
        r"el2: bad ended: it cannot be loaded$", r"good: done$", r"el2: good ended: it powered off$",
        r"el2: no VM runs: power off$"], smp=2, damaged="noise",
    vms=[VM("good"), VM("bad", "noise")]))

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


# ---- Debian


def linux(name, cpus, memory, kernel="cloud"):
    """What each Debian says."""
    kinds = {"cloud": r"6\.1\.\S+-cloud-arm64", "generic": r"6\.1\.\d+-\d+-arm64",
             "gzip": r"6\.1\.\S+-cloud-arm64"}
    return [rf"{name}: linux: hello from {kinds[kernel]}, CPUs {cpus}, memory {memory}\d{{4}}$",
            rf"{name}: linux: seeds 1 1$", rf"{name}: linux: checked$"]


def off(name):
    return [rf"{name}: linux: off$", rf"el2: {name} ended: it powered off$"]


for kernel, short, tables, n in (("cloud", "a57", "fdt", 1), ("generic", "a57", "acpi", 2),
                                 ("gzip", "max", "acpi", 1), ("cloud", "max", "fdt", 4)):
    CASES.append(Case(
        f"debian-{kernel}-{short}-{tables}-{n}cpu",
        linux("vm0", n, "2[23]", kernel) + off("vm0") + [r"el2: no VM runs: power off$"],
        group="debian", cpu=CPUS[short], smp=n, limit=240,
        vms=[debian(kernel=kernel, cpus=n, tables=tables)]))
# on a GICv2, with an overlay from the bundle, and on all of its 8 CPUs
for tables, n in (("acpi", 1), ("fdt", 1), ("acpi", 2), ("fdt", 2)):
    CASES.append(Case(
        f"debian-gicv2-{tables}-{n}cpu",
        linux("vm0", n, "2[23]") + off("vm0") + [r"el2: no VM runs: power off$"],
        anywhere=[r"vm0: linux: sensor 0042$"] if tables == "fdt" else [],
        group="debian", machine=GICV2, smp=n, limit=240,
        vms=[debian(cpus=n, tables=tables, overlay=tables == "fdt")]))
CASES.append(Case(
    "debian-gicv2-8cpu", [], anywhere=[*linux("fdt", 2, "2[23]"), r"fdt: linux: switched, CPUs 2$", *off("fdt"),
                                       *linux("acpi", 2, "2[23]"), *off("acpi"), r"bare: done$",
                                       r"last: done$", r"el2: no VM runs: power off$"],
    group="debian", machine=GICV2, smp=8, ram=2048, limit=300, icount=True,
    # time is that of instructions: stalls are told, and would be failures
    vms=[debian("fdt", cpus=[7, 0], do="cpus", busy=""), debian("acpi", cpus=2, tables="acpi", busy=""), VM("bare", cpus=2),
         VM("last", cpus=2)]))
# one panics and begins again, one powers off, one goes on
CASES.append(Case(
    "debian-three",
    off("short") + [r"el2: sad ended: it reset itself$", r"el2: loaded VM 0x2 at 0x",
                    r"calm: linux: still here$"],
    anywhere=linux("calm", 3, "2[23]") + linux("sad", 1, "2[23]") + linux("short", 2, "3[3-6]", "generic"),
    group="debian", smp=6, ram=2048, limit=300, halts=True, until="",
    vms=[debian("calm", do="stay", cpus=3), debian("short", "generic", cpus=2, memory=384),
         debian("sad", do="panic", cpus=[3])]))


# the manager has the machine's devices, at their own addresses and interrupts, and what is typed,
# until another VM is chosen
DISK = b"".join(hashlib.sha512(str(i).encode()).digest() for i in range(1 << 14))
for case, tables, gic, cpus, virtio, devices in (
        ("debian-manager", "fdt", "GICv3", 1, r"a003{0}00.virtio",
         [r"platform \w+.mailbox ", r"platform doorbell ",
         r" +\d+: +\d+ +GICv3 +34 Level +rtc-pl031$"]),
        # its CPU is not that to which a GICv2's interrupts go unless they are routed
        ("debian-manager-gicv2", "fdt", "GIC-0", [1], r"a003{0}00.virtio",
         [r" +\d+: +\d+ +GIC-0 +34 Level +rtc-pl031$"]),
        # Linux has no driver of the RTC by ACPI
        ("debian-manager-acpi", "acpi", "GICv3", 1, r"LNRO0005:{1}",
         [r"platform AEBM0001:00 ", r"platform AEBM0002:00 "])):
    CASES.append(Case(
        case,
        [r"mgr: @@ disks$",
         rf"mgr: vda /sys/devices/platform/{virtio.format('e', '1f')}/virtio\d 2048 "
         rf"{hashlib.sha256(DISK).hexdigest()}$",
         rf"mgr: eth0 /sys/devices/platform/{virtio.format('c', '1e')}/virtio\d ",
         r"mgr: 2 packets transmitted, 2 packets received, 0% packet loss$",
         r"mgr: got typed for the manager$", r"mgr: @@ interrupts$",
         rf"mgr: +\d+: +[1-9]\d* +{gic} +32 Level +uart-pl011$",
         r"mgr: @@ mailbox$", r"mgr: magic 0x4D424541, ticket 0x0+1$",
         r"mgr: version gives 0x0+ 0x0+10000 0x0+7 0x0+$", r"mgr: released 0x0+$",
         r"mgr: .*reboot: Power down$"],
        anywhere=[r"el2: input goes to two$", r"two: linux: got hello two$",
                  r"el2: input goes to mgr$", *off("two"),
                  rf"mgr: +\d+: +([4-9]|\d\d+) +{gic} +79 Edge +virtio\d$",
                  rf"mgr: +\d+: +([4-9]|\d\d+) +{gic} +78 Edge +virtio\d$",
                  *(rf"mgr: {device}" for device in devices)],
        group="debian", smp=2, limit=240, machine=GICV2 if gic == "GIC-0" else Case.machine,
        types=((r"^two: linux: type", b"\x1d1hello two\n"), (r"^two: linux: got", b"\x1d0"),
               (r"^mgr: @@ type", b"typed for the manager\n")),
        argv=("-netdev", "user,id=net,restrict=on", "-drive",
              "file={out}/disk,if=none,id=disk,format=raw,readonly=on", "-device",
              "virtio-blk-device,drive=disk", "-device", "virtio-net-device,netdev=net"),
        vms=[VM("mgr", "cloud", "manager.img", f"quiet {BUSY}", tables=tables,
                cpus=cpus, capabilities=("manage", "virtio", "rtc")), debian("two", do="type")]))


# U-Boot takes a FIT that booti is given as an initrd for one of its own, so the tree names the bundle.
# The end that it names is beyond the bundle's: a FIT knows its size.
UBOOT, UBOOT_IMAGE, UBOOT_BUNDLE = "/usr/lib/u-boot/qemu_arm64/u-boot.bin", 0x50000000, 0x60000000
CASES.append(Case(
    "uboot", [r"el2: entered at EL0x2, image 0x50000000 ", *linux("vm0", 1, "2[23]"), *off("vm0"),
              r"el2: no VM runs: power off$"],
    group="all", uboot=True, limit=240, vms=[debian()], types=tuple(
        (marker, text.encode() + b"\n") for marker, text in (
            (r"Hit any key", ""), (r"^=> $", "fdt addr ${fdtcontroladdr}"),
            (r"Working FDT set", "fdt resize 4096"),
            (r"fdt resize 4096\r\n=> ", f"fdt set /chosen linux,initrd-start <{UBOOT_BUNDLE:#x}>"),
            (r"initrd-start <\w+>\r\n=> ",
             f"fdt set /chosen linux,initrd-end <{UBOOT_BUNDLE + (48 << 20):#x}>"),
            (r"initrd-end <\w+>\r\n=> ", f"booti {UBOOT_IMAGE:#x} - ${{fdtcontroladdr}}")))))
# the rest of the axes of the Debian guests
for kernel in ("cloud", "generic"):
    for short, cpu in CPUS.items():
        for tables in ("fdt", "acpi"):
            for n in (1, 2, 4):
                CASES.append(Case(
                    f"all-{kernel}-{short}-{tables}-{n}cpu",
                    linux("vm0", n, "2[23]", kernel) + off("vm0") + [r"el2: no VM runs: power off$"],
                    group="all", cpu=cpu, smp=n, limit=300,
                    vms=[debian(kernel=kernel, cpus=n, tables=tables)]))


# ---- what a trap costs, in hundredths of an instruction, and what it may cost

MOST = {"version": 150, "isenabler1": 150, "character": 300}


def affordable(text):
    found = dict(re.findall(r"^vm0: cost (\w+) (\d+)", text, re.M))
    print("\n".join(f"{name}: {int(cost) / 100:.0f} instructions" for name, cost in found.items()))
    return [f"{name} costs {int(found.get(name, 10**9)) / 100}, at most {most}"
            for name, most in MOST.items() if int(found.get(name, 10**9)) > 100 * most]


# instructions a MiB of the kernel as it is in memory, from data at any multiple of 4 bytes
PLACE_MOST = {"cloud": 350_000, "gzip": 20_000_000}


def placed(kernel):
    def check(text):
        ticks = int(re.search(r"^el2: loaded VM .*, ticks 0x(\w+)", text, re.M)[1], 16)
        mib = os.path.getsize(os.path.join(ROOT, KERNELS["cloud"])) / (1 << 20)
        cost = ticks * 16 / mib
        print(f"{kernel}: {cost:.0f} instructions a MiB")
        return [f"{cost:.0f} a MiB, at most {PLACE_MOST[kernel]}"] * (cost > PLACE_MOST[kernel])
    return check


for kernel in PLACE_MOST:
    CASES.append(Case(
        f"cost-place-{kernel}", [r"el2: loaded VM 0x0 at "], group="cost-debian", check=placed(kernel),
        halts=True, until=r"^el2: loaded VM ", machine="virtualization=on,gic-version=3,dtb-randomness=off",
        argv=("-nic", "none", "-icount", "shift=0,sleep=off"), limit=240,
        vms=[VM(kernel=kernel, hashed=False)]))

CASES.append(Case(
    "cost", [r"vm0: cost version \d+$", r"vm0: cost isenabler1 \d+$", r"vm0: cost character \d+$",
             r"el2: no VM runs: power off$"], group="cost", check=affordable, smp=2,
    machine="virtualization=on,gic-version=3,dtb-randomness=off",
    argv=("-nic", "none", "-icount", "shift=0,sleep=off"), vms=[VM(bootargs="do=trap", cpus=2)]))


# instructions a MiB of a VM's memory, and of an image
WORK_MOST = {"scrub": 300_000, "sha256": 60_000_000}


def worked(text):
    """What they cost; 16 instructions a tick."""
    erased = re.search(r"^el2: erased VM 0x0, ticks 0x(\w+)", text, re.M)
    hashed = re.search(r"^el2: loaded VM .*, before 0x(\w+)", text, re.M)
    found = {"scrub": int(erased[1], 16) * 16 // 64, "sha256": int(hashed[1], 16) * 16}
    print("\n".join(f"{name}: {cost} instructions a MiB" for name, cost in found.items()))
    return [f"{name} takes {found[name]} a MiB, at most {most}" for name, most in WORK_MOST.items()
            if not 0 < found[name] <= most]


CASES.append(Case(
    "cost-work", [r"el2: erased VM 0x0, ticks ", r"el2: loaded VM 0x0 at "], group="cost", check=worked,
    halts=True, until=r"^el2: loaded VM .*$", icount=True, machine="virtualization=on,gic-version=3,dtb-randomness=off",
    vms=[VM(kernel="payload", ramdisk="noise", memory=64)]))

CASES += node_calls.cases(Case, VM, debian) + node_ctl.cases(Case, VM, debian) + \
    node_hostile.cases(Case, VM, debian)
CASES.append(node_boot.case(Case, VM, KERNELS))


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

    def bundle(self):
        """The FIT image of the case's VMs."""
        images = []
        paths = {name: os.path.join(ROOT if path.startswith("build/") else self.opt.out, path)
                 for name, path in KERNELS.items()}
        for name in os.listdir(os.path.join(self.opt.build, "tests/el2/payload")):
            if name.endswith(".bin"):
                paths[name[:-4]] = os.path.join(self.opt.build, "tests/el2/payload", name)
        paths["noise"] = self.file("noise", bytes(range(256)) * 4096)
        for name in sorted({vm.kernel for vm in self.case.vms}):
            crc = 'hash-1 { algo = "crc32"; };' if self.case.vms[0].hashed else ""
            images.append(f'{name} {{ data = /incbin/("{paths[name]}"); type = "kernel"; '
                          'arch = "arm64"; os = "linux"; compression = "none"; load = <0 0>; '
                          f'entry = <0 0>; {crc} }};')
        for name in sorted({vm.ramdisk for vm in self.case.vms if vm.ramdisk} -
                           {vm.kernel for vm in self.case.vms}):
            path = paths.get(name, os.path.join(self.opt.out, name))
            images.append(f'{name} {{ data = /incbin/("{path}"); '
                          'type = "ramdisk"; arch = "arm64"; os = "linux"; compression = "none"; '
                          'hash-1 { algo = "sha256"; }; };')
        if any(vm.overlay for vm in self.case.vms):
            path = os.path.join(self.dir, "overlay.dtbo")
            subprocess.run(["dtc", "-@", "-I", "dts", "-O", "dtb", "-o", path], check=True, text=True,
                           input=OVERLAY)
            images.append(f'overlay {{ data = /incbin/("{path}"); type = "flat_dt"; arch = "arm64"; '
                          'compression = "none"; hash-1 { algo = "crc32"; }; };')
        text = "\n".join(["/dts-v1/;", '/ { description = "test"; #address-cells = <2>; images {',
                          *images, "}; configurations {", f'default = "{self.case.vms[0].name}";',
                          *(vm.text() for vm in self.case.vms), "}; };", ""])
        out = os.path.join(self.dir, "bundle")
        subprocess.run(["mkimage", "-E", "-f", self.file("its", text.encode()), out], check=True,
                       stdout=subprocess.DEVNULL)
        if self.case.damaged:
            with open(out, "r+b") as f, open(paths[self.case.damaged], "rb") as image:
                data = image.read()
                at = f.read().index(data) + len(data) // 2
                f.seek(at)
                f.write(bytes([data[len(data) // 2] ^ 1]))
        return out

    def tree(self):
        """QEMU's own tree of the machine."""
        case, path = self.case, os.path.join(self.dir, "tree")
        subprocess.run(["qemu-system-aarch64", "-M", f"virt,{case.machine},dumpdtb={path}", "-cpu",
                        case.cpu, "-smp", str(case.smp), "-m", str(case.ram), "-display", "none"],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=LIMIT)
        if case.edit:
            with open(path, "rb") as f:
                tree = f.read()
            if case.edit(tree) == tree:
                raise RuntimeError("the tree does not have what is to be edited")
            self.file("tree", case.edit(tree))
        return path

    def reserving(self, bundle):
        """The tree, as small as it can be, in which ranges are reserved."""
        with open(self.tree(), "rb") as f:
            tree = f.read()
        header = list(struct.unpack_from(">10I", tree))
        blocks = [tree[header[2]:][:header[9]], tree[header[3]:][:header[8]]]
        if self.case.console:
            uart = struct.pack(">2Q", 0x09000000, 0x1000)
            if tree.count(uart) != 1:
                raise RuntimeError("the tree has no UART")
            tree = tree.replace(uart, struct.pack(">2Q", self.case.console, 0x1000))
            blocks = [tree[header[2]:][:header[9]], tree[header[3]:][:header[8]]]
        ranges = [(at, n or os.path.getsize(bundle)) for at, n in self.case.reserved]
        reserved = b"".join(struct.pack(">2Q", *r) for r in (*ranges, (0, 0)))
        header[4] = 40
        header[2] = 40 + len(reserved)
        header[3] = header[2] + len(blocks[0])
        header[1] = header[3] + len(blocks[1])
        return self.file("reserving", struct.pack(">10I", *header) + reserved + b"".join(blocks))

    def loads(self):
        """How the image gets into the machine."""
        case = self.case
        if case.uboot:
            return ["-bios", UBOOT, *(word for path, at in ((self.image(), UBOOT_IMAGE),
                                                            (self.bundle(), UBOOT_BUNDLE))
                                      for word in ("-device",
                                                   f"loader,file={path},addr={at:#x},force-raw=on"))]
        if case.tree is None:
            argv = ["-kernel", self.image()]
            if case.initrd is None:
                bundle = self.bundle()
                argv += ["-initrd", bundle]
                if case.reserved or case.edit:
                    argv += ["-dtb", self.reserving(bundle)]
                if case.console:
                    argv += ["-device", f"loader,file={self.file('ones', bytes([0xff]) * 4096)},"
                             f"addr={case.console:#x},force-raw=on"]
            elif case.initrd:
                argv += ["-initrd", self.file("initrd", case.initrd)]
            return argv
        at = case.tree if isinstance(case.tree, int) else TREE
        # ldr x0, . + 16; ldr x1, . + 20; br x1; nop
        code = struct.pack("<4I2Q", 0x58000080, 0x580000a1, 0xd61f0020, 0xd503201f, at, IMAGE)
        argv = ["-device", f"loader,file={self.file('jump', code)},addr={JUMP:#x},force-raw=on,cpu-num=0",
                "-device", f"loader,file={self.image()},addr={IMAGE:#x},force-raw=on"]
        if not isinstance(case.tree, int):
            argv += ["-device", f"loader,file={self.file('tree', case.tree)},addr={TREE:#x},force-raw=on"]
        return argv

    def argv(self):
        case = self.case
        return ["qemu-system-aarch64", "-M", f"virt,{case.machine}", "-cpu", case.cpu,
                "-smp", str(case.smp), "-m", str(case.ram), "-display", "none", "-monitor", "none",
                "-serial", "stdio", "-no-reboot", *self.loads(),
                *(word.format(out=self.opt.out) for word in case.argv or ("-nic", "none")),
                *(("-icount", "shift=0,sleep=off") if case.icount else ()),
                *(("-qmp", f"unix:{self.socket()},server=on,wait=off")
                  if case.empty or case.live or case.script else ())]

    def socket(self):
        """A path that is short enough for one."""
        return f"/tmp/el2-node-{os.getpid()}"

    @contextlib.contextmanager
    def stopped(self):
        """QEMU stops; gives a function that reads physical memory, and one for other commands."""
        with socket.socket(socket.AF_UNIX) as s:
            s.connect(self.socket())
            with s.makefile("rw") as f:
                def do(command):
                    f.write('{"execute": %s}\n' % command)
                    f.flush()
                    while '"return"' not in (line := f.readline()):
                        if '"error"' in line or not line:
                            raise RuntimeError(f"QMP: {line}")
                    return line

                def save(at, size):
                    path = os.path.join(self.dir, "saved")
                    do(f'"pmemsave", "arguments": {{"val": {at}, "size": {size}, "filename": "{path}"}}')
                    with open(path, "rb") as saved_file:
                        data = saved_file.read()
                    os.unlink(path)
                    if len(data) != size:
                        raise RuntimeError("memory cannot be read")
                    return data

                do('"qmp_capabilities"')
                do('"stop"')
                yield save, do
                do('"cont"')

    def left(self, text):
        """What is left of VMs: in their memory, and, where that does not take long, in all RAM."""
        bad = []
        with self.stopped() as (save, _):
            for slot in self.case.empty:
                at = int(re.search(rf"el2: loaded VM {slot:#x} at (0x\w+):", text)[1], 16)
                size = self.case.vms[slot].memory << 20
                if save(at, size) != bytes(size):
                    bad.append(f"the memory of VM {slot} is not empty")
            if self.case.ram <= 256 and (at := save(RAM, self.case.ram << 20).find(DIRT)) >= 0:
                bad.append(f"bytes of a VM are in RAM, at {RAM + at:#x}")
        return bad

    def over(self, text):
        """Whether QEMU is ended now."""
        if self.case.until:
            return re.search(self.case.until.encode(), text, re.M)
        return not judge(self.case, text.decode(errors="replace").replace("\r", ""), False)

    def run(self):
        """The console, and whether QEMU ended by itself."""
        text, began, types = b"", time.monotonic(), list(self.case.types)
        session = node_hostile.Session(self) if self.case.script else None
        ended, data = False, None
        with open(os.path.join(self.dir, "console"), "wb") as console, \
                subprocess.Popen(self.argv(), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                 stderr=subprocess.STDOUT) as qemu:
            try:
                while time.monotonic() - began < self.case.limit:
                    if not select.select([qemu.stdout], [], [], 0.5)[0]:
                        continue
                    data = os.read(qemu.stdout.fileno(), 65536)
                    text += data
                    console.write(data)
                    console.flush()
                    while types and re.search(types[0][0].encode(), text, re.M):
                        qemu.stdin.write(types.pop(0)[1])
                        qemu.stdin.flush()
                    if session:
                        qemu.stdin.write(session.feed(data))
                        qemu.stdin.flush()
                    if not data or text.endswith(b"\n") and self.over(text):
                        break
                else:
                    text += b"\ntest: no end within the limit\n"
                ended = data == b""
                if self.case.empty and not ended:
                    text += "".join(f"test: FAILED: {what}\n" for what in
                                    self.left(text.decode(errors="replace"))).encode()
                if self.case.live and not ended:
                    text += "".join(f"test: FAILED: {what}\n" for what in
                                    self.case.live(self, text.decode(errors="replace"))).encode()
                text += session.end() if session else b""
            finally:
                if qemu.poll() is None and not ended:
                    qemu.kill()
                if os.path.exists(self.socket()):
                    os.unlink(self.socket())
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
    bad += [f"no line {what!r}" for what in case.anywhere
            if not any(re.match(what, line) for line in lines)]
    bad += [f"a line {what!r}" for what in case.forbidden if re.search(what, text)]
    bad += case.check(text) if case.check else []
    if ended == case.halts:
        bad.append("QEMU ended by itself" if ended else "QEMU did not end by itself")
    return bad


def same_on_host(opt, run, text):
    """aetherboot-el2-check says of the bundle what the hypervisor said. What is wrong."""
    case = run.case
    done = subprocess.run([opt.check, run.tree(), os.path.join(run.dir, "bundle")], capture_output=True,
                          text=True, check=False, timeout=LIMIT)
    said = done.stderr.strip().replace("aetherboot-el2-check: ", "el2: ", 1)
    if case.group != "refused":
        return [f"the host refuses it: {said}"] * (done.returncode != 0)
    return [f"the host says {said!r}"] * (done.returncode != 1 or said + "\n" not in text)


def run(opt, case):
    with open(os.path.join(opt.build, "tests/el2/payload/payload.bin"), "rb") as f:
        words = struct.unpack("<4Q", hashlib.sha256(f.read()).digest())
    digest = " ".join(f"{word:#x}" for word in words)
    case = dataclasses.replace(case, lines=[line.replace("SHA256", digest) for line in case.lines])
    one = Run(opt, case)
    text, ended = one.run()
    bad = judge(case, text, ended)
    if case.initrd is None and case.tree is None and not case.uboot and not case.damaged \
            and not case.reserved and not case.edit \
            and case.name not in ("el1", "stage") and case.image.endswith("aetherboot-el2.bin"):
        bad += same_on_host(opt, one, text)
    print(f"{case.name}: {'FAIL' if bad else 'ok'}")
    if bad:
        print("\n".join("  " + what for what in bad))
        print("\n".join("  | " + line for line in text.split("\n")[-40:]))
    return not bad


def uki():
    """A Unified Kernel Image whose kernel is an Image that could be booted."""
    image = struct.pack("<IIQQQ24x4sI", 0x14000000, 0, 0, 4096, 0xa, b"ARM\x64", 0).ljust(4096, b"\0")
    head = struct.pack("<2s58xI", b"MZ", 64) + struct.pack("<4sHH12xHH", b"PE\0\0", 0xaa64, 1, 0, 0x206)
    head += struct.pack("<8s4I16x", b".linux", len(image), 0x1000, len(image), 512)
    return head.ljust(512, b"\0") + image


def prepare(opt):
    boot = os.path.join(ROOT, "tests", "boot")
    subprocess.run([os.path.join(boot, "fetch.sh")], check=True)
    subprocess.run([os.path.join(boot, "mkinitrd.sh"), "el2", os.path.join(opt.out, "linux.img")],
                   check=True)
    with open(os.path.join(ROOT, KERNELS["cloud"]), "rb") as f:
        data = gzip.compress(f.read(), 9, mtime=0)
    with open(os.path.join(opt.out, "Image.gz"), "wb") as f:
        f.write(data)
    with open(os.path.join(opt.out, "uki.efi"), "wb") as f:
        f.write(uki())
    subprocess.run([os.path.join(boot, "mkinitrd.sh"), "virt", "cloud-arm64",
                    os.path.join(opt.out, "manager.img")], check=True)
    subprocess.run([os.path.join(boot, "mkinitrd.sh"), "ctl", opt.ctl,
                    os.path.join(opt.out, "ctl.img")], check=True)
    subprocess.run([os.path.join(boot, "mkinitrd.sh"), "stage", opt.ctl,
                    os.path.join(opt.out, "linux.img"), os.path.join(opt.out, "stage.img")], check=True)
    with open(os.path.join(opt.out, "disk"), "wb") as f:
        f.write(DISK)
    with open(os.path.join(opt.out, "init.img"), "wb") as f:
        f.write(node_boot.initrd(os.path.join(opt.build, node_boot.PROGRAM)))
    return True


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
        more = text + "vm0: FAILED\nel2: wrong rights: x\nno fault\n"
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
    p.add_argument("--check", default=os.path.join(
        ROOT, "build/dev/frontends/el2/aetherboot-el2-check"))
    p.add_argument("--ctl", default=os.path.join(ROOT, "build/arm64/examples/aetherctl"))
    p.add_argument("--out", default=os.path.join(ROOT, "build/el2-node"))
    opt = p.parse_args()
    if opt.list is not None:
        print("\n".join(c.name for c in CASES if opt.list in ("", c.group)))
        return True
    os.makedirs(opt.out, exist_ok=True)
    if opt.case == "prepare":
        return prepare(opt)
    if opt.case == "control":
        return control(opt)
    found = [c for c in CASES if c.name == opt.case]
    if not found:
        p.error(f"no case {opt.case}")
    return run(opt, found[0])


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
