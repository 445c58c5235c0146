# SPDX-License-Identifier: BSD-2-Clause
"""What the parts have in common: the programs, files, peers, and how figures are told."""
import functools
import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CACHE = ROOT / "build/cache"
WORK = ROOT / "build/bench"
SHM = pathlib.Path("/dev/shm")
ROUNDS = 20
# name, bzImage's codec, the tool that is the yardstick
KERNELS = [("amd64", "xz"), ("cloud", "lz4")]

US, MS = 1e3, 1e6


class Bench:
    """The programs that are measured."""

    def __init__(self, build):
        self.package = build / "bindings/python/package"
        self.bench = build / "tests/bench/aetherboot-bench"
        self.vmm = build / "frontends/kvm/aetherboot-kvm"
        for program in (self.bench, self.vmm):
            if not program.exists():
                sys.exit(f"bench: {program} is missing: ./dev bench builds it (x86-64 Linux only)")
        WORK.mkdir(parents=True, exist_ok=True)

    def run(self, *args):
        """Each line of the program: a name, and a number or (median, least, greatest)."""
        out = subprocess.run([self.bench, *map(str, args)], check=True, text=True,
                             stdout=subprocess.PIPE).stdout
        found = {}
        for line in out.splitlines():
            name, *numbers = line.split("\t")
            numbers = tuple(int(n) for n in numbers)
            found[name] = numbers if len(numbers) > 1 else numbers[0]
        return found

    def vmlinux(self, kernel):
        """The unpacked kernel, as a file of its own."""
        path = WORK / f"{kernel}.vmlinux"
        if not path.exists():
            subprocess.run([self.vmm, "--kernel", bzimage(kernel), "--extract", path], check=True)
        path.read_bytes()  # warm
        return path

    @staticmethod
    def initrd(kernel):
        path = WORK / f"{kernel}.img"
        subprocess.run([ROOT / "tests/boot/mkinitrd.sh", "l2", kernel, path], check=True)
        return path


def bzimage(kernel):
    return CACHE / "kernels" / kernel / "bzImage"


def payload(kernel):
    """The compressed stream of a bzImage, as the boot protocol says where it is; the size word
    behind it belongs to the kernel, not to the stream."""
    data = bzimage(kernel).read_bytes()
    offset = (data[0x1f1] + 1) * 512 + int.from_bytes(data[0x248:0x24c], "little")
    length = int.from_bytes(data[0x24c:0x250], "little") - 4
    path = SHM / f"aetherboot-bench-{os.getpid()}.payload"
    path.write_bytes(data[offset:offset + length])
    return path


# ---- telling

def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def ms(series):
    return f"{series[0] / MS:.3g}" if series[0] < 10 * MS else f"{series[0] / MS:.1f}"


def us(series):
    return f"{series[0] / US:.1f}"


def span(series, unit, digits=1):
    return f"{series[1] / unit:.{digits}f} to {series[2] / unit:.{digits}f}"


def mib(number):
    return f"{number / (1 << 20):.1f}"


def verdict(value, limit, at_least=False):
    return "met" if (value >= limit if at_least else value <= limit) else "**missed**"


# ---- peers

@functools.cache
def peers():
    """The peers in Rust as a library, built outside of the tree; None, and why not."""
    source, to = ROOT / "tests/bench/peers", WORK / "peers"
    if not shutil.which("cargo"):
        return None, "there is no cargo"
    shutil.copytree(source, to, dirs_exist_ok=True)  # cargo writes its lock beside it
    built = subprocess.run(["cargo", "build", "--quiet", "--release"], cwd=to, text=True, check=False,
                           env=dict(os.environ, CARGO_TARGET_DIR=str(to / "target")),
                           stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    library = to / "target/release/libbench_peers.so"
    if built.returncode or not library.exists():
        return None, "cargo could not build it: " + (built.stdout.strip().splitlines() or ["?"])[-1]
    return library, ""


def without(peer):
    return "" if peers()[0] else f"\n{peer} was not measured: {peers()[1]}.\n"
