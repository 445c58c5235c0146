# SPDX-License-Identifier: BSD-2-Clause
"""A case of node.py: from its first instruction to its first program, Linux takes as many instructions
as without a hypervisor, but for one in a thousand.

The guest has its memory, its console and its GIC where QEMU's machine has them, so the same kernel, the
same tree and the same initrd boot on the machine itself, at the same addresses."""
import os
import re
import struct
import subprocess

from node_case import BUSY, KERNELS, ROOT, VM, Case

MOST = 0.001
ICOUNT = ("-icount", "shift=0,sleep=off")
ENTRY = 0x41000000  # code that jumps into the kernel; no memory of the guest
MEMORY = 256  # MiB
PROGRAM = "tests/el2/payload/payload_init"
TICKS = r"ticks 0x([0-9a-f]+)"


def entry(name, data, mode):
    """A file of an archive."""
    head = (1, mode, 0, 0, 1, 0, len(data), 0, 0, 0, 0, len(name) + 1, 0)
    text = b"070701" + b"".join(b"%08x" % v for v in head) + name + b"\0"
    return b"".join(part + bytes(-len(part) % 4) for part in (text, data))


def initrd(program):
    """An archive of the first program alone."""
    with open(program, "rb") as f:
        return entry(b"init", f.read(), 0o100755) + entry(b"TRAILER!!!", b"", 0)


def tree(data):
    """Offset and bytes of the tree."""
    for m in re.finditer(re.escape(struct.pack(">I", 0xd00dfeed)), data):
        size, _, _, _, version = struct.unpack_from(">5I", data, m.start() + 4)
        if version == 17 and m.start() % 8 == 0 and size < 1 << 21:
            return m.start(), data[m.start():][:size]
    raise RuntimeError("the guest has no tree")


def bare(run, at, data):
    """The ticks that the guest takes without a hypervisor."""
    offset, blob = tree(data)
    with open(os.path.join(ROOT, KERNELS["cloud"]), "rb") as f:
        image = f.read()
    archive = initrd(os.path.join(run.opt.build, PROGRAM))
    # ldr x0, . + 16; ldr x1, . + 20; br x1; nop
    code = struct.pack("<4I2Q", 0x58000080, 0x580000a1, 0xd61f0020, 0xd503201f, at + offset,
                       at + data.index(image[:0x10000]))
    files = (("jump", ENTRY, code), ("blob", at + offset, blob),
             ("kernel", at + data.index(image[:0x10000]), image),
             ("archive", at + data.index(archive), archive))
    argv = ["qemu-system-aarch64", "-M", "virt,gic-version=3,dtb-randomness=off", "-cpu", run.case.cpu,
            "-m", str(run.case.ram), "-display", "none", "-monitor", "none", "-serial", "stdio", "-nic",
            "none", *ICOUNT]
    for name, address, content in files:
        cpu = ",cpu-num=0" if name == "jump" else ""
        argv += ["-device", f"loader,file={run.file(name, content)},addr={address:#x},force-raw=on{cpu}"]
    with subprocess.Popen(["timeout", str(run.case.limit), *argv], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE) as qemu:
        text = ""
        for line in qemu.stdout:
            text += line.decode(errors="replace")
            if re.search(TICKS, text):
                break
        qemu.terminate()
    return text


def judge(run, text):
    """What is wrong."""
    at = int(re.search(r"el2: loaded VM 0x0 at (0x\w+):", text)[1], 16)
    with run.stopped() as (save, _):
        alone = bare(run, at, save(at, MEMORY << 20))
    found = [int(all_[-1], 16) if (all_ := re.findall(TICKS, t)) else 0 for t in (alone, text)]
    if 0 in found:
        return [f"no ticks: {alone[-1000:]}"]
    more = found[1] / found[0] - 1
    print(f"to the first program: {found[0] * 16} instructions alone, {found[1] * 16} with the "
          f"hypervisor, {100 * more:+.3f} %")
    return [f"{100 * more:.3f} % more instructions, at most {100 * MOST} %"] * (abs(more) > MOST)


def case():
    return Case("cost-boot", [r"vm0: ticks 0x\w+$"], group="cost-debian", halts=True, live=judge,
                until=r"^vm0: ticks 0x\w+\r?$", argv=("-nic", "none", *ICOUNT), limit=240,
                machine="virtualization=on,gic-version=3,dtb-randomness=off",
                vms=[VM(kernel="cloud", ramdisk="init.img", memory=MEMORY, capabilities=("manage",),
                        bootargs=f"quiet nokaslr {BUSY}")])
