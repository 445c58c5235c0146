#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Judge what ab_fdt_read() makes of trees that others wrote.

usage: boards.py debian PROGRAM CACHE GOLDEN [--update]
           of every tree in Debian's arm64 kernel package, which tests/boot/fetch.sh left in CACHE,
           PROGRAM finds what the reader of this file finds, which shares no code with it; how many
           it reads, of which kinds, and which it refuses, with the error, is GOLDEN. Another package
           than GOLDEN's may have other trees, but none that is refused. Exit 77: nothing in CACHE.
       boards.py virt PROGRAM
           of QEMU's machine "virt" it finds what QEMU's source says. Exit 77: no QEMU."""
import collections
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile

FACT = re.compile(r"(\w+)=(\S+)")

# ---- a reader of its own: a blob as nested dictionaries


class Node:
    def __init__(self, name, parent):
        self.name, self.parent, self.props, self.children = name, parent, {}, []

    def cells(self, name, default=None):
        value = self.props.get(name)
        return default if value is None else struct.unpack(f">{len(value) // 4}I",
                                                           value[:len(value) // 4 * 4])

    def strings(self, name):
        return [part.decode("latin-1") for part in self.props.get(name, b"").split(b"\0")[:-1]]

    def child(self, name):
        return next((node for node in self.children if node.name == name), None)

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def okay(self):
        here = self.strings("status")[:1] in ([], ["okay"], ["ok"])
        return here and (self.parent is None or self.parent.okay())


def parse(blob):
    _, _, structs, strings, *_ = struct.unpack(">10I", blob[:40])
    at, node, root = structs, None, None
    while True:
        token, = struct.unpack_from(">I", blob, at)
        at += 4
        if token == 1:
            end = blob.index(b"\0", at)
            child = Node(blob[at:end].decode("latin-1"), node)
            if node:
                node.children.append(child)
            node, root, at = child, root or child, (end + 4) & ~3
        elif token == 2:
            node = node.parent
        elif token == 3:
            size, name = struct.unpack_from(">2I", blob, at)
            name = blob[strings + name:blob.index(b"\0", strings + name)].decode("latin-1")
            node.props.setdefault(name, blob[at + 8:at + 8 + size])
            at = (at + 8 + size + 3) & ~3
        elif token == 9:
            return root


def number(cells):
    value = 0
    for cell in cells:
        value = value << 32 | cell
    return value


def split(cells, *sizes):
    """A flat list of cells as rows of numbers."""
    step = sum(sizes)
    for at in range(0, len(cells) // step * step if step else 0, step):
        row = []
        for size in sizes:
            row.append(number(cells[at:at + size]))
            at += size
        yield row


def regs(node):
    """reg in the CPU's addresses; None where a bus does not translate."""
    parent = node.parent
    address, = parent.cells("#address-cells", (2,))
    size, = parent.cells("#size-cells", (1,))
    for base, length in split(node.cells("reg", ()), address, size):
        bus = parent
        while bus.parent and base is not None:
            ranges = bus.cells("ranges")
            sizes = [bus.cells("#address-cells", (2,))[0],
                     bus.parent.cells("#address-cells", (2,))[0],
                     bus.cells("#size-cells", (1,))[0]]
            if ranges is None:
                base = None
            elif ranges:
                base = next((to + base - of for of, to, n in split(ranges, *sizes)
                             if of <= base and base + length <= of + n), None)
            bus = bus.parent
        yield None if base is None else (base, length)


def resolve(root, path):
    path = path.split(":")[0]
    if not path.startswith("/"):
        aliases = root.child("aliases")
        path = (aliases.strings(path) or [""])[0] if aliases else ""
    node = root if path.startswith("/") else None
    for part in path.split("/"):
        if node and part:
            node = node.child(part) or next((child for child in node.children
                                             if child.name.split("@")[0] == part), None)
    return node


UARTS = {"arm,sbsa-uart": "uart-sbsa", "arm,pl011": "uart-pl011", "ns16550a": "uart-16550",
         "ns16550": "uart-16550", "snps,dw-apb-uart": "uart-16550",
         "nvidia,tegra20-uart": "uart-16550"}
GICS = {"arm,gic-v3": 3, "arm,gic-400": 2, "arm,cortex-a15-gic": 2, "arm,cortex-a7-gic": 2,
        "qcom,msm-qgic2": 2}


def text(reg):
    return "%x+%x" % reg if reg else "0+0"


def table(found):
    found = [reg for reg in found if reg and reg[1]]
    return ":".join([str(len(found)), *map(text, found)])


def facts(root):
    """As PROGRAM prints them, as far as this goes."""
    found = {"psci": "none", "uart": "none", "at": "0+0", "shift": "0", "width": "0"}
    cpus = [node for node in (root.child("cpus") or root).children
            if "cpu" in node.strings("device_type")]
    found["cpus"] = "%d,%d" % (len(cpus), sum("psci" in node.strings("enable-method")
                                              for node in cpus))
    found["memory"] = table(reg for node in root.children if node.okay() and
                            "memory" in node.strings("device_type") for reg in regs(node))
    gics = [(GICS[name], node) for node in root.walk() if node.okay()
            for name in node.strings("compatible") if name in GICS]
    found["gic"] = str(gics[0][0]) if gics else "0"
    if gics:
        version, gic = gics[0]
        reg = list(regs(gic)) + [None] * 4
        regions = gic.cells("#redistributor-regions", (1,))[0] if version == 3 else 0
        stride = number(gic.cells("redistributor-stride", (0x20000,))) if version == 3 else 0
        redist = reg[1:1 + regions]
        found |= {"dist": text(reg[0]), "redist": table(redist), "stride": f"{stride:x}",
                  "redists": str(sum(r[1] // stride for r in redist if r)),
                  "cpu": text(reg[1 + regions]), "hyp": text(reg[2 + regions]),
                  "vcpu": text(reg[3 + regions])}
    for node in root.walk():
        if {"arm,psci-0.2", "arm,psci-1.0"} & set(node.strings("compatible")) and node.okay():
            found["psci"] = node.strings("method")[0]
    chosen = root.child("chosen")
    console = resolve(root, ([*chosen.strings("stdout-path"), ""] if chosen else [""])[0])
    kind = next((UARTS[name] for name in UARTS if console and console.okay() and
                 name in console.strings("compatible")), None)
    if kind:
        found |= {"uart": kind, "at": text(next(regs(console)))}
    if kind == "uart-16550":
        found |= {"shift": str(console.cells("reg-shift", (0,))[0]),
                  "width": str(console.cells("reg-io-width", (1,))[0])}
    return found


# ---- the judge


def told(program, files):
    """{file: what PROGRAM says of it}"""
    run = subprocess.run([program, *files], capture_output=True, text=True, check=False)
    lines = dict(line.split(": ", 1) for line in run.stdout.splitlines())
    if run.stderr or run.returncode not in (0, 1) or len(lines) != len(files):
        raise SystemExit(f"{program}: {run.returncode} {run.stderr} {run.stdout[-200:]}")
    return {pathlib.Path(name): said for name, said in lines.items()}


def differences(path, said):
    if said.startswith("refused: "):
        return []
    if not said.startswith("read: "):
        return [said]
    ours = dict(FACT.findall(said))
    return [f"{name} is {value}, told as {ours.get(name)}"
            for name, value in facts(parse(path.read_bytes())).items() if ours.get(name) != value]


def summary(package, folder, lines):
    read = [dict(FACT.findall(said)) for said in lines.values() if said.startswith("read: ")]
    counts = collections.Counter()
    for found in read:
        counts[f"GIC version {found['gic']}"] += 1
        counts["PSCI by {psci}".format(**found)] += 1
        counts["console {uart}, shift {shift}, width {width}".format(**found)] += 1
        counts[f"redistributor stride 0x{found['stride']}"] += found["gic"] == "3"
    text = ["# What ab_fdt_read() makes of Debian's trees. tests/fdt/boards.py compares and updates",
            f"package: {package}", f"trees: {len(lines)}", f"read: {len(read)}"]
    text += [f"  {counts[kind]:3} {kind}" for kind in sorted(counts) if counts[kind]]
    text += [f"refused: {len(lines) - len(read)}"]
    text += [f"  {path.relative_to(folder)}: {said}" for path, said in sorted(lines.items())
             if not said.startswith("read: ")]
    return "\n".join(text) + "\n"


def debian(program, cache, golden, update):
    folder, golden = pathlib.Path(cache) / "dtb/arm64", pathlib.Path(golden)
    if not (folder / ".done").is_file():
        print(f"no trees in {folder}: tests/boot/fetch.sh fetches them")
        return 77
    package = (folder / ".done").read_text().strip()
    lines = told(program, sorted(folder.rglob("*.dtb")))
    bad = 0
    for path, said in lines.items():
        for line in differences(path, said):
            print(f"{path.relative_to(folder)}: {line}")
            bad += 1
    now = summary(package, folder, lines)
    if update:
        golden.write_text(now)
    want = golden.read_text()
    if f"package: {package}\n" in want:
        bad += now != want
    else:
        print(f"{golden} is of another package: compared only in what is refused")
        bad += now[now.index("refused:"):] != want[want.index("refused:"):] or len(lines) < 500
    print(now if bad else "\n".join(now.splitlines()[1:4]))
    return 1 if bad else 0


# QEMU's hw/arm/virt.c: addresses, and the interrupts of arm/virt.h; with EL2, PSCI is called by SMC
VIRT = "cpus=4,4 memory=1:40000000+40000000 dist=8000000+10000 uart=uart-pl011 at=9000000+1000 " \
    "irq=33 virtio=32 timer=29,30,27,26 "
MACHINES = {
    "gic-version=2": VIRT + "psci=hvc gic=2 cpu=8010000+10000 hyp=0+0 vcpu=0+0 redist=0 "
    "redists=0 stride=0 its=0+0 maintenance=0",
    "gic-version=2,virtualization=on": VIRT + "psci=smc gic=2 cpu=8010000+10000 "
    "hyp=8030000+10000 vcpu=8040000+10000 redist=0 its=0+0 maintenance=25",
    "gic-version=3": VIRT + "psci=hvc gic=3 redist=1:80a0000+f60000 redists=123 stride=20000 "
    "cpu=0+0 its=8080000+20000 maintenance=0",
    "gic-version=3,virtualization=on": VIRT + "psci=smc gic=3 redist=1:80a0000+f60000 "
    "redists=123 its=8080000+20000 maintenance=25",
}


def virt(program):
    if not shutil.which("qemu-system-aarch64"):
        print("qemu-system-arm is not installed")
        return 77
    bad = 0
    with tempfile.TemporaryDirectory() as part:
        tree = pathlib.Path(part) / "virt.dtb"
        for options, want in MACHINES.items():
            subprocess.run(["qemu-system-aarch64", "-M", f"virt,{options},dumpdtb={tree}", "-cpu",
                            "cortex-a72", "-smp", "4", "-m", "1024", "-nic", "none", "-display",
                            "none"], check=True, capture_output=True, timeout=60)
            said = told(program, [tree])[tree]
            lines = differences(tree, said)
            ours = dict(FACT.findall(said))
            lines += [f"{name} is {value}, told as {ours.get(name)}"
                      for name, value in FACT.findall(want) if ours.get(name) != value]
            for line in lines:
                print(f"{options}: {line}")
            bad += len(lines)
    print(f"{len(MACHINES)} machines, {bad} facts wrong")
    return 1 if bad else 0


def main(argv):
    if argv[1:2] == ["debian"] and len(argv) >= 5:
        return debian(*argv[2:5], argv[5:] == ["--update"])
    if argv[1:2] == ["virt"] and len(argv) == 3:
        return virt(argv[2])
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv))
