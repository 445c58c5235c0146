# SPDX-License-Identifier: BSD-2-Clause
"""What a case of node.py is: a machine, the VMs of its bundle, and what its console must say."""
import dataclasses
import os

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

# ---- QEMU's virt, and where what is loaded lies in it

RAM = 0x40000000
IMAGE = 0x40200000
TREE = 0x48000000  # given by JUMP
JUMP = 0x4c000000  # code that sets x0 and jumps to the image
UBOOT, UBOOT_IMAGE, UBOOT_BUNDLE = "/usr/lib/u-boot/qemu_arm64/u-boot.bin", 0x50000000, 0x60000000
GICV2 = "virtualization=on,gic-version=2"
CPUS = {"a57": "cortex-a57", "max": "max,pauth-impdef=on"}

LIMIT = 60  # seconds; each takes less than two on an idle machine

# no run but one that says so may contain it
FORBIDDEN = [r"fault of EL2", r"wrong rights: ", r"FAILED"]

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

KERNELS = {"generic": "build/cache/kernels/arm64/Image",
           "cloud": "build/cache/kernels/cloud-arm64/Image", "gzip": "Image.gz",
           "x86": "build/cache/kernels/amd64/bzImage",
           "uki": "uki.efi"}

# words for a Linux whose CPUs may stand still for long, as the machine is busy
BUSY = "nowatchdog rcupdate.rcu_cpu_stall_suppress=1"


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
