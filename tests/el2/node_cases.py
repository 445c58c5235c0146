# SPDX-License-Identifier: BSD-2-Clause
"""The cases of node.py, a row each."""
import hashlib
import os
import re
import struct

import node_boot
import node_calls
import node_ctl
import node_hostile
from node_case import (BUSY, CPUS, GICV2, HALTED, IMAGE, KERNELS, RAM, ROOT, TREE, UBOOT_BUNDLE, UBOOT_IMAGE, VM, Case,
                       debian)

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
CASES += [
    Case("reserved", [r"el2: machine: .*, bundle at 0x48000000,", r"el2: ready$", r"vm0: done$",
                      r"el2: no VM runs: power off$"],
         reserved=((BUNDLE, 0), (IMAGE, 0x800000), (0x41000000, 0x100))),
    Case("reserved-part", [r"el2: memory: the bundle \[0x48000000, 0x48[0-9a-f]{6}\) overlaps memory that "
                           r"the host's tree reserves \[0x48001000, 0x49001000\)$", r"el2: halted: no memory$"],
         reserved=((BUNDLE + 0x1000, 0x1000000),), halts=True),
]

# ---- a console that takes nothing more: what is printed is lost, the VM runs all the same, and ends

CASES.append(Case("console-stopped", [r"el2: entered at EL0x2, image "], console=0x44000000, ram=512,
                  reserved=((0x44000000, 0x1000),), forbidden=[r"power off"]))

# ---- what it refuses


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
    Case("bzimage", [r"el2: vm0: payload.kernel.format \(bzImage\) is not supported: the machine is "
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
         r"mgr: 3 packets transmitted, [23] packets received, \d+% packet loss$",
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

CASES += node_calls.cases() + node_ctl.cases() + node_hostile.cases()
CASES.append(node_boot.case())
