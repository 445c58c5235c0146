#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Judge device trees by dtc and dt-schema.

usage: check.py trees DIR EXPECTED [--update]
           dtc reads every *.dtb of DIR without a warning, and its text is EXPECTED/<name>/tree.dts
       check.py schema DIR CACHE
           dt-validate, with the kernel's bindings and ours, says of every *.dtb of DIR what
           KNOWN lists and nothing else, all of it; of the same trees, each kind of node broken,
           it complains about each; and about the tree of QEMU's machine "virt", where names differ
           from the bindings'. Exit 77: dt-schema, the bindings or QEMU are not installed.
       check.py merge PROGRAM
           of each source in overlays/, which dtc compiles, PROGRAM merges the same as libfdt
           applies, and dtc reads the outcome without a warning; or the error is the one it tells"""
import fnmatch
import hashlib
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
BINDINGS = pathlib.Path("/usr/src/linux-source-6.1.tar.xz")
INSIDE = "linux-source-6.1/Documentation/devicetree/bindings"

# What the judge says of trees that are as they should be: tree, node, message, and why it stays.
KNOWN = [
    ("stub", "/", "'compatible' is a required property",
     "the stub tree has /chosen and nothing else; the EFI stub's own has no more"),
    ("stub", "/", "'model' is a required property", "as above"),
    ("stub", "chosen", "'linux,uefi-mmap-desc-size'*do not match any*",
     "the schema leaves out what the EFI stub hands to the kernel proper"),
    ("*", "chosen", "linux,initrd-*:0: [[]*] is too long",
     "an initrd above 4 GiB needs two cells; the kernel takes them, the schema knows one"),
    ("*", "gpio@*", "'#address-cells' does not match any*",
     "dtc asks for it in each interrupt controller (interrupt_provider), the binding forbids it"),
    ("*", "virtio@*", "numa-node-id: * is not of type 'object'",
     "Documentation/devicetree/bindings/numa.txt allows it in any device node"),
    ("*", "pcie@*", "Unevaluated properties are not allowed ('numa-node-id' was unexpected)",
     "as above"),
    ("*", "virtio@*", "memory-region: * is not of type 'object'",
     "the binding memory-region allows it in any device node"),
    ("*", "pcie@*", "Unevaluated properties are not allowed ('memory-region' was unexpected)",
     "as above"),
    ("*", "interrupt-controller@*", "'v2m@*' does not match any*",
     "the kernel looks for MSI frames under a GICv3 without ITS too; the binding has them under "
     "a GICv2 only"),
    ("arm64-routes", "pcie@*", "ranges: [[]*] is too long",
     "the kernel takes windows in any number, the binding knows of three"),
]
MESSAGE = re.compile(r"^(?P<file>\S+\.dtb): (?P<node>[^:\s]+): (?P<text>.*)$")
UNMATCHED = re.compile(r"^(?P<file>\S+\.dtb):\d+:\d+: (?P<node>\S+): failed to match any schema "
                       r"with compatible: (?P<text>.*)$")


def run(*command):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def trees_of(folder):
    found = sorted(pathlib.Path(folder).glob("*.dtb"))
    if not found:
        raise SystemExit(f"no trees in {folder}")
    return found


# ---- dtc


def trees(folder, expected, update):
    bad = 0
    for tree in trees_of(folder):
        code, text, said = run("dtc", "-I", "dtb", "-O", "dts", tree)
        if code or said:
            print(f"{tree.name}: {said}")
            bad += 1
        golden = pathlib.Path(expected) / tree.stem / "tree.dts"
        if update:
            golden.parent.mkdir(exist_ok=True)
            golden.write_text(text)
        elif not golden.is_file() or golden.read_text() != text:
            with tempfile.NamedTemporaryFile("w", suffix=".dts") as new:
                new.write(text)
                new.flush()
                print(run("diff", "-u", golden, new.name)[1] or f"{golden}: missing")
            bad += 1
    bad += dtc_control()
    print(f"{len(trees_of(folder))} trees, {bad} that dtc or the golden text disagree with")
    return bad


def dtc_control():
    """dtc must see what it is asked to look for."""
    with tempfile.NamedTemporaryFile("w", suffix=".dts") as source:
        source.write("/dts-v1/; / { a@1 { }; };")
        source.flush()
        if not run("dtc", "-O", "dtb", "-o", "/dev/null", source.name)[2]:
            print("control: dtc says nothing of a unit address without reg")
            return 1
    return 0


# ---- dt-schema


def processed(cache):
    """The kernel's bindings and ours as one schema, made once for each version of both."""
    version = run("dt-validate", "--version")[1] + str(BINDINGS.stat().st_size)
    ours = sorted((HERE / "schemas").glob("*.yaml"))
    digest = hashlib.sha256(version.encode() + b"".join(p.read_bytes() for p in ours))
    cache = pathlib.Path(cache) / "dt-schema"
    done = cache / f"{digest.hexdigest()[:16]}.json"
    if done.is_file():
        return done
    cache.mkdir(parents=True, exist_ok=True)
    bindings = cache / "bindings"
    if not bindings.is_dir():
        with tempfile.TemporaryDirectory(dir=cache) as part:
            subprocess.run(["tar", "xf", BINDINGS, "-C", part, INSIDE], check=True)
            (pathlib.Path(part) / INSIDE).rename(bindings)
    with tempfile.TemporaryDirectory(dir=cache) as part:
        code, _, said = run("dt-mk-schema", "-j", "-o", f"{part}/out.json", bindings, *ours)
        if code or said:
            raise SystemExit(f"dt-mk-schema: {code} {said}")
        pathlib.Path(part, "out.json").rename(done)
    return done


def validate(schema, files):
    """What dt-validate says: {(tree, node, text)}, and what it says of no node. It exits 0 whatever
    it finds."""
    for path in files:
        if path.stat().st_size == 0:
            raise SystemExit(f"{path} is empty")
    code, out, err = run("dt-validate", "-m", "-s", schema, *files)
    said, strange = set(), []
    for line in (out + err).splitlines():
        match = MESSAGE.match(line) or UNMATCHED.match(line)
        if match:
            text = match["text"]
            if "failed to match" in line:
                text = f"no schema for {text}"
            said.add((pathlib.Path(match["file"]).stem, match["node"], text))
        elif line.strip() and not line.startswith(("\t", " ")):
            strange.append(line)
    if code:
        raise SystemExit("dt-validate: " + "\n".join(strange[-5:]))
    return said, strange


def known(said):
    """The rows of KNOWN that list it."""
    return [row for row in KNOWN
            if all(fnmatch.fnmatchcase(got, want) for got, want in zip(said, row))]


# Each kind of node, broken: tree, path, how (fdtput's options, then property and values), and the
# node that is then complained about.
BROKEN = [
    ("arm64-1cpu-gicv2", "/", "-ts", "compatible", "acme,unknown", "/"),
    ("arm64-1cpu-gicv2", "/interrupt-controller@8000000", "-tx", "#interrupt-cells", "1",
     "interrupt-controller@8000000"),
    ("arm64-1cpu-gicv2", "/serial@9000000", "-tx", "reg-offset", "1", "2", "serial@9000000"),
    ("arm64-1cpu-gicv2", "/memory@40000000", "-tx", "extra", "1", "memory@40000000"),
    ("arm64-gicv3-its-4cpu", "/interrupt-controller@8000000", "-tx", "#redistributor-regions",
     "2000", "interrupt-controller@8000000"),
    ("arm64-gicv3-its-4cpu", "/interrupt-controller@8000000/msi-controller@8080000", "-tx",
     "#msi-cells", "2", "interrupt-controller@8000000"),
    ("arm64-gicv3-its-4cpu", "/rng@9040000", "-tx", "status", "1", "rng@9040000"),
    ("arm64-gicv3-its-4cpu", "/cpus/cpu@1", "-ts", "enable-method", "jump", "cpu@1"),
    ("arm64-gicv3-its-4cpu", "/cpus/l2-cache0", "-tx", "cache-level", "1", "l2-cache0"),
    ("arm64-gicv3-its-4cpu", "/cpus", "-tx", "#size-cells", "1", "cpus"),
    ("arm64-gicv3-its-4cpu", "/reserved-memory/reserved@40000000", "-tx", "reg", "1",
     "reserved@40000000"),
    ("arm64-given", "/reserved-memory/reserved@8d000000", "-tx", "no-map", "1",
     "reserved@8d000000"),
    ("arm64-given", "/reserved-memory/reserved@90000000", "-ts", "no-map", "",
     "reserved@90000000"),
    ("arm64-given", "/chosen/framebuffer@c000000", "-ts", "format", "a8", "framebuffer@c000000"),
    ("arm64-virt-like", "/chosen", "-ts", "stdout-path", "serial0:fast", "chosen"),
    ("arm64-virt-like", "/aliases", "-tx", "serial0", "1", "aliases"),
    ("arm64-virt-like", "/psci", "-ts", "method", "jump", "psci"),
    ("arm64-virt-like", "/timer", "-ts", "compatible", "arm,armv8-timer", "two", "timer"),
    ("arm64-virt-like", "/pmu", "-ts", "compatible", "arm,armv8-pmuv3", "two", "pmu"),
    ("arm64-virt-like", "/apb-pclk", "-tx", "#clock-cells", "1", "apb-pclk"),
    ("arm64-virt-like", "/serial@9000000", "-ts", "clock-names", "apb_pclk", "uartclk",
     "serial@9000000"),
    ("arm64-virt-like", "/rtc@9010000", "-ts", "clock-names", "a", "b", "rtc@9010000"),
    ("arm64-virt-like", "/gpio@9030000", "-tx", "#gpio-cells", "3", "gpio@9030000"),
    ("arm64-virt-like", "/gpio-keys/power-button", "-tx", "linux,code", "1", "2", "gpio-keys"),
    ("arm64-virt-like", "/virtio@a000000", "-tx", "#iommu-cells", "2", "virtio@a000000"),
    ("arm64-virt-like", "/pcie@4010000000", "-tx", "#address-cells", "2", "pcie@4010000000"),
    ("arm64-smmu-2seg", "/iommu@9050000", "-ts", "interrupt-names", "eventq", "gerr", "x",
     "iommu@9050000"),
    ("arm64-smmu-2seg", "/distance-map", "-tx", "distance-matrix", "0", "0", "a",
     "distance-map"),
    ("arm64-vmbus-2to40", "/bus@f8000000", "-tx", "#size-cells", "3", "bus@f8000000"),
    ("arm64-vmbus-2to40", "/bus@f8000000/vmbus@f8000000", "-tx", "#size-cells", "1",
     "vmbus@f8000000"),
    ("arm64-vmbus-2to40", "/serial@effec000", "-ts", "compatible", "arm,sbsa-uart", "two",
     "serial@effec000"),
    ("arm64-vmbus-2to40", "/mailbox@a0000000", "-tx", "extra", "1", "mailbox@a0000000"),
]


def complains(said, node):
    """Of the node itself: by its own schema, or in its parent's."""
    child = said[2].split(":")[0]
    if "@" in child:
        return child == node
    return said[1] == node or said[1].split("/")[-1] == node


def broken(judge, folder, clean):
    """How many of the broken nodes the judge says nothing new of."""
    with tempfile.TemporaryDirectory() as part:
        names = sorted({row[0] for row in BROKEN})
        for name in names:
            shutil.copy(pathlib.Path(folder) / f"{name}.dtb", part)
        for name, path, kind, *rest in BROKEN:
            code, _, said = run("fdtput", kind, pathlib.Path(part) / f"{name}.dtb", path,
                                *rest[:-1])
            if code:
                raise SystemExit(f"fdtput {name} {path}: {said}")
        said = validate(judge, [pathlib.Path(part) / f"{name}.dtb" for name in names])[0] - clean
    bad = 0
    for name, path, *_, node in BROKEN:
        if not any(row[0] == name and complains(row, node) for row in said):
            print(f"control: {name}: {path} is broken, and nothing is said of {node}")
            bad += 1
    print(f"{len(BROKEN)} broken nodes, {bad} not noticed")
    return bad


# Nodes of QEMU's machine "virt", of which the judge says that their names or properties are wrong.
VIRT = ("pl011@*", "pl031@*", "pl061@*", "smmuv3@*", "intc@*", "its@*")


def of_qemu(judge):
    """How many of the nodes that QEMU names otherwise than the bindings do go unnoticed."""
    with tempfile.TemporaryDirectory() as part:
        tree = pathlib.Path(part) / "virt.dtb"
        machine = f"virt,gic-version=3,iommu=smmuv3,dumpdtb={tree}"
        code, _, err = run("qemu-system-aarch64", "-M", machine, "-cpu", "max", "-smp", "4",
                           "-nic", "none", "-display", "none")
        if code or not tree.is_file():
            raise SystemExit(f"qemu-system-aarch64: {code} {err}")
        said = validate(judge, [tree])[0]
    missed = [node for node in VIRT
              if not any(fnmatch.fnmatchcase(row[1], node) or
                         fnmatch.fnmatchcase(row[2], f"'{node}' does not match any *")
                         for row in said)]
    for node in missed:
        print(f"control: nothing is said of QEMU's {node}")
    print(f"QEMU's tree, {len(said)} messages, {len(missed)} of {len(VIRT)} nodes not noticed")
    return len(missed)


def schema(folder, cache):
    tools = all(shutil.which(tool) for tool in ("dt-validate", "qemu-system-aarch64"))
    if not tools or not BINDINGS.is_file():
        print("dt-schema, linux-source-6.1 or qemu-system-arm is not installed")
        return 77
    judge = processed(cache)
    files = trees_of(folder)
    bad = 0
    clean, strange = validate(judge, files)
    for line in strange:
        print(line)
        bad += 1
    for row in sorted(clean):
        if not known(row):
            print("%s: %s: %s" % row)
            bad += 1
    for row in KNOWN:
        if not any(row in known(said) for said in clean):
            print("known, but said of no tree: %s: %s: %s" % row[:3])
            bad += 1
    print(f"{len(files)} trees, {bad} messages")
    bad += broken(judge, folder, clean)
    bad += of_qemu(judge)
    return 1 if bad else 0


# ---- merging


def merged(program, source, part):
    """What is wrong with merging one source; "": nothing."""
    text = source.read_text()
    machine = re.search(r"^// machine: (.*)$", text, re.M)[1]
    error = re.search(r"^// error: (.*)$", text, re.M)
    overlay = text if "/plugin/;" in text else text.replace(
        "/dts-v1/;", "/dts-v1/; /plugin/;").replace("\n/ {", "\n&{/} {")
    for name, dts in ("tree", text), ("overlay", overlay):
        (part / f"{name}.dts").write_text(dts)
        # a part of a tree: what it refers to is elsewhere
        code, _, said = run("dtc", "-@", "-q", "-O", "dtb", "-o", part / f"{name}.dtb",
                            part / f"{name}.dts")
        if code:
            return said
    code, told, said = run(program, machine, part / "tree.dtb", part / "overlay.dtb",
                           part / "out.dtb")
    if error:
        return "" if code == 3 and error[1] in told else f"no such error: {code} {told}{said}"
    if code:
        return f"{code} {told}{said}"
    code, _, said = run("dtc", "-I", "dtb", "-O", "dtb", "-o", "/dev/null", part / "out.dtb")
    return said


def merge(program):
    sources, bad = sorted((HERE / "overlays").glob("*.dts")), 0
    for source in sources:
        with tempfile.TemporaryDirectory() as part:
            wrong = merged(program, source, pathlib.Path(part))
        if wrong:
            print(f"{source.name}: {wrong}")
            bad += 1
    print(f"{len(sources)} sources, {bad} of them merged wrongly")
    return bad if sources else 1


def main(argv):
    if argv[1:2] == ["trees"] and len(argv) >= 4:
        return 1 if trees(argv[2], argv[3], argv[4:] == ["--update"]) else 0
    if argv[1:2] == ["schema"] and len(argv) == 4:
        return schema(argv[2], argv[3])
    if argv[1:2] == ["merge"] and len(argv) == 3:
        return 1 if merge(argv[2]) else 0
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv))
