#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Write the seeds of the admit target: trees of QEMU's virt, and bundles by mkimage.

usage: seeds-admit.py CORPUS        e.g. tests/fuzz/corpus"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

BUNDLE = """/dts-v1/;
/ {
	description = "d"; #address-cells = <2>;
	images {
		k { data = "kernel"; type = "kernel"; arch = "arm64"; os = "linux"; compression = "none";
		    load = <0 0>; entry = <0 0>; };
	};
	configurations {
		default = "a";
		%s
	};
};
"""
MANAGER = 'aetherboot,capabilities = "manage", "virtio", "rtc", "log";'
# (CPUs, MiB, virtualization's other options), VMs: (name, CPUs, MiB, more)
SEEDS = {
    "one": ((2, 128), [("a", "aetherboot,cpus = <1>;", 4, "")]),
    "manager": ((4, 256), [("a", "aetherboot,cpus = <2>;", 6, MANAGER), ("b", "aetherboot,cpus = <1>;", 2, "")]),
    "listed": ((8, 1024), [("a", "aetherboot,cpu-list = <3 5>;", 64, ""), ("b", "aetherboot,cpus = <3>;", 30, ""),
                           ("c", "aetherboot,cpu-list = <0>;", 16, MANAGER)]),
    "many": ((16, 4096), [(c, "aetherboot,cpus = <2>;", 300, "") for c in "abcdefgh"]),
}


def small(folder, cpus, ram):
    """A tree without what fills it up, and without most of the virtio devices."""
    path = os.path.join(folder, "tree")
    subprocess.run(["qemu-system-aarch64", "-M", f"virt,virtualization=on,gic-version=3,dumpdtb={path}", "-cpu",
                    "cortex-a57", "-smp", str(cpus), "-m", str(ram), "-display", "none"], check=True,
                   stderr=subprocess.DEVNULL)
    text = subprocess.run(["dtc", "-qq", "-I", "dtb", "-O", "dts", path], check=True, capture_output=True,
                          text=True).stdout
    for name in ("virtio_mmio@a00[0-2]", "pcie@", "fw-cfg@", "flash@", "platform-bus@", "gpio-keys", "pl061@"):
        text = re.sub(rf"\n\t{name}\w* \{{.*?\n\t\}};\n", "\n", text, flags=re.S)
    text = re.sub(r'(rng|kaslr)-seed = <.*?>;', lambda m: f"{m[1]}-seed = <1 2>;", text)
    text = text.replace("/dts-v1/;", "/dts-v1/;\n/memreserve/ 0x48000000 0x10000;", 1)
    return subprocess.run(["dtc", "-qq", "-I", "dts", "-O", "dtb"], input=text.encode(), check=True,
                          capture_output=True).stdout


def main():
    out = pathlib.Path(sys.argv[1]) / "admit"
    out.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, (machine, vms) in SEEDS.items():
            tree = small(folder, *machine)
            source = os.path.join(folder, "its")
            with open(source, "w", encoding="ascii") as f:
                f.write(BUNDLE % "\n".join(f'{vm} {{ kernel = "k"; {cpus} {more} aetherboot,memory = <0 {mib << 20:#x}>; }};'
                                           for vm, cpus, mib, more in vms))
            bundle = os.path.join(folder, "bundle")
            subprocess.run(["mkimage", "-f", source, bundle], check=True, stdout=subprocess.DEVNULL,
                           env={**os.environ, "SOURCE_DATE_EPOCH": "1"})
            with open(bundle, "rb") as f:
                (out / name).write_bytes(len(tree).to_bytes(2, "little") + tree + f.read())


if __name__ == "__main__":
    main()
