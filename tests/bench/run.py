#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Measure the release build, say what came out and keep it in docs/performance.md: each part that
was measured has its section rewritten.

usage: run.py BUILD [PART...]
PART: tables acpi trees sums load self inplace unpack start memory boots el2 python

Nothing here can fail for being slow: times are for people."""
import datetime
import functools
import os
import pathlib
import platform
import random
import re
import resource
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
CACHE = ROOT / "build/cache"
WORK = ROOT / "build/bench"
SHM = pathlib.Path("/dev/shm")
ROUNDS = 20
GUESTS = 8
BOOTS = 5
# name, bzImage's codec, the tool that is the yardstick
KERNELS = [("amd64", "xz"), ("cloud", "lz4")]
CMDLINE = "console=ttyS0 quiet reboot=t panic=-1"
MEMORY = 512
SUMMED = 64 << 20

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


# ---- the parts

def part_tables(bench):
    r = bench.run("tables")
    rows = []
    for cpus in (4, 254):
        acpi = r[f"acpi.{cpus}"]
        target = f"< 100: {verdict(acpi[0] / US, 100)}" if cpus == 254 else ""
        rows.append([f"ACPI set alone, {cpus} CPUs ({r[f'acpi.{cpus}.bytes']} bytes)", us(acpi),
                     span(acpi, US), target])
    arm64 = r["acpi-arm64.512"]
    rows.append([f"ACPI set alone, AArch64, 512 CPUs ({r['acpi-arm64.512.bytes']} bytes)", us(arm64),
                 span(arm64, US), ""])
    for cpus in (4, 254):
        for what, text in (("plan.{}.4k", "plan"), ("place.{}.4k", "build and place, fresh 4 KiB pages"),
                           ("place.{}.huge", "build and place, fresh huge pages"),
                           ("entry.{}.4k", "entry state of every CPU")):
            s = r[what.format(cpus)]
            rows.append([f"{text}, {cpus} CPUs", us(s), span(s, US), ""])
    return table(["what", "median, us", "least to greatest", "target"], rows)


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


def part_acpi(bench):
    if not peers()[0]:
        return without("acpi_tables")
    r = bench.run("acpi", peers()[0])
    rows = []
    for cpus in (4, 254):
        ours = r[f"acpi.{cpus}.ours"]
        for who, text, target in (("ours", f"checked, measured and written ({r[f'acpi.{cpus}.set']} bytes)", False),
                                  ("cloud-hypervisor", "acpi_tables 0.2.1, as Cloud Hypervisor calls it", True),
                                  ("best", "acpi_tables 0.2.1 at its best", True)):
            s = r[f"acpi.{cpus}.{who}"]
            ratio = s[0] / ours[0]
            rows.append([f"{cpus} CPUs, {text}", f"{s[0] / US:.2f}", span(s, US, 2), f"{ratio:.2f}",
                         f">= 3: {verdict(ratio, 3, True)}" if target else ""])
    return table(["ACPI tables", "median, us", "least to greatest", "times ours", "target"], rows)


def same_trees(folder, cpus, writers):
    """All writers wrote the same nodes and properties in the same order, says dtc."""
    texts = {subprocess.run(["dtc", "-q", "-I", "dtb", "-O", "dts", folder / f"{cpus}.{who}.dtb"],
                            check=True, stdout=subprocess.PIPE).stdout for who in writers}
    if len(texts) != 1:
        sys.exit(f"bench: the trees of {cpus} CPUs in {folder} differ: nothing to compare")


def part_trees(bench):
    folder = WORK / "trees"
    folder.mkdir(exist_ok=True)
    library = peers()[0]
    r = bench.run("fdt", folder, *([library] if library else []))
    limits = {4: 2, 64: 15, 512: 100}
    others = [("libfdt", "libfdt's writer", 3)] + ([("vm-fdt", "vm-fdt 0.3.0, at its best", 6)] if library else [])
    rows = []
    for cpus, limit in limits.items():
        same_trees(folder, cpus, ["ours", *(who for who, _, _ in others)])
        ours = r[f"fdt.{cpus}.ours"]
        rows.append([f"{cpus} CPUs, checked, measured and written ({r[f'fdt.{cpus}.bytes']} bytes)",
                     f"{ours[0] / US:.2f}", span(ours, US, 2), "1",
                     f"<= {limit}: {verdict(ours[0] / US, limit)}"])
        for who, text, least in others:
            peer = r[f"fdt.{cpus}.{who}"]
            rows.append([f"{cpus} CPUs, {text}", us(peer), span(peer, US), f"{peer[0] / ours[0]:.1f}",
                         f">= {least}: {verdict(peer[0] / ours[0], least, True)}"])
    return (table(["tree", "median, us", "least to greatest", "times ours", "target"], rows)
            + without("vm-fdt"))


def part_sums(bench):
    path, out = (SHM / f"aetherboot-bench-{os.getpid()}.{end}" for end in ("bytes", "out"))
    try:
        path.write_bytes(random.Random(1).randbytes(SUMMED))
        if len({subprocess.run(argv, check=True, stdout=subprocess.PIPE).stdout
                for argv in (["sha256sum", path], [bench.bench, "sums-once", path])}) != 1:
            sys.exit("bench: sha256sum has another digest")
        r = bench.run("sums", path, out)
    finally:
        path.unlink()
        out.unlink(missing_ok=True)
    kinds = [("sha256", "SHA-256, `sha256sum`", "SHA-256, the library's"),
             ("crc32", "CRC-32, zlib's", "CRC-32, the library's")]
    calls = r["crc32.short.calls"]
    return (sums_table(r, f"sum of {mib(SUMMED)} MiB", kinds, SUMMED, "ms", MS)
            + "\n" + sums_table(r, "sum of an EFI system table, 120 bytes",
                                [("crc32.short", *kinds[1][1:])], 120 * calls, "ns", calls))


def sums_table(r, head, kinds, size, name, unit):
    rows = []
    for what, tool, ours in kinds:
        base = r[f"{what}.tool"]
        for text, s in ((tool, base), (ours, r[f"{what}.ours"])):
            ratio = "1" if s is base else f"{s[0] / base[0]:.2f}"
            rows.append([text, f"{s[0] / unit:.1f}", span(s, unit), f"{size * 1e3 / s[0]:.0f}", ratio])
    return table([head, f"median, {name}", "least to greatest", "MB/s", "ratio"], rows)


def part_load(bench):
    image = CACHE / "kernels/arm64/Image"
    image.read_bytes()  # warm
    vmlinux = bench.vmlinux("amd64")
    loader = [peers()[0]] if peers()[0] else []
    return (load_of("the segments of Debian's amd64 kernel", bench.run("load", vmlinux, *loader))
            + without("linux-loader") + "\n"
            + load_of("the bytes of Debian's arm64 Image, for a guest of that kind", bench.run("load", image)))


def load_of(what, r):
    reads = min(r["load.read.4k"][0], r["load.read.huge"][0])
    rows, touched = [], []
    for pages, text in (("4k", "4 KiB pages"), ("huge", "huge pages")):
        read = r[f"load.read.{pages}"]
        rows.append([f"read(), {text}", ms(read), span(read, MS), "1", ""])
        for way, sink, base in (("loader", "by linux-loader 0.14.0", read),
                                ("copy", "read by the host sink", read),
                                ("fresh", "copied by `ab_mem_fresh_spans()`", read),
                                ("zeros", "read(), and zeros around", None),
                                ("spans", "copied by `ab_mem_spans()`, and zeros around",
                                 r[f"load.zeros.{pages}"])):
            if f"load.{way}.{pages}" not in r:
                continue
            copy = r[f"load.{way}.{pages}"]
            ratio = copy[0] / base[0] if base else 1
            target = f"<= 1.05: {verdict(ratio, 1.05)}" if way not in ("loader", "zeros") else ""
            rows.append([f"{sink}, {text}", ms(copy), span(copy, MS), f"{ratio:.2f}" if base else "1", target])
    mapped = r["load.map.4k"]
    times = reads / mapped[0]
    rows.append(["mapped by the host sink", ms(mapped), span(mapped, MS, 3),
                 f"{times:.0f} times sooner than the faster read()",
                 f">= 5: {verdict(times, 5, True)}"])
    for way, text in (("read.4k", "read(), 4 KiB pages"), ("read.huge", "read(), huge pages"),
                      ("map.4k", "mapped")):
        see, write = r[f"see.{way}"], r[f"write.{way}"]
        touched.append([text, ms(r[f"load.{way}"]), ms(see), ms(write)])
    note = "" if r["load.huge_bytes"] else "\nThis kernel gave no huge pages: their rows say nothing.\n"
    return (f"{mib(r['load.bytes'])} MiB: {what}, with {mib(r['load.around'])} MiB of zeros around them in its "
            "region.\n\n" + table(["load", "median, ms", "least to greatest", "ratio", "target"], rows)
            + "\nTouching one byte of every page of it afterwards:\n\n"
            + table(["loaded by", "load, ms", "reading each page, ms", "writing each page, ms"], touched)
            + note)


def part_self(bench):
    """A bzImage that unpacks itself."""
    bzimage("amd64").read_bytes()  # warm
    r = bench.run("self", bzimage("amd64"), *([peers()[0]] if peers()[0] else []))
    rows = []
    for pages, text in (("4k", "4 KiB pages"), ("huge", "huge pages")):
        ours, loader = r[f"self.ours.{pages}"], r.get(f"self.loader.{pages}")
        if loader:
            rows.append([f"linux-loader 0.14.0, {text}", ms(loader), span(loader, MS, 2), "1", ""])
        ratio = ours[0] / loader[0] if loader else 0
        rows.append([f"the pipeline with the host sink, {text}", ms(ours), span(ours, MS, 2),
                     f"{ratio:.2f}" if loader else "", f"<= 1.1: {verdict(ratio, 1.1)}" if loader else ""])
    return (f"{mib(r['self.bytes'])} MiB: Debian's amd64 bzImage.\n\n"
            + table(["load", "median, ms", "least to greatest", "ratio", "target"], rows)
            + without("linux-loader"))


def part_inplace(bench):
    """Debian's arm64 Image, packed by each codec's own tool."""
    image = (CACHE / "kernels/arm64/Image").resolve()  # zstd follows no links
    rows = []
    for argv, named, limit in ((["gzip", "-9nc"], {"isal": "ISA-L", "zlib": "zlib"}, 1.1),
                               (["lz4", "-lc9"], {"lz4": "liblz4"}, 1.1),
                               (["zstd", "-19c"], {"zstd": "libzstd"}, 1.15)):
        packed = SHM / f"aetherboot-bench-{os.getpid()}.packed"
        try:
            with open(packed, "wb") as file:
                subprocess.run([*argv, image], check=True, stdout=file)
            r = bench.run("inplace", packed, image)
        finally:
            packed.unlink()
        found = [who for who in named if f"inplace.{who}" in r]
        base, ours = r[f"inplace.{found[0]}"], r["inplace.ours"]
        for who in found:
            s = r[f"inplace.{who}"]
            rows.append([f"{argv[0]}: {named[who]} to the place", ms(s), span(s, MS), f"{s[0] / base[0]:.2f}", ""])
        ratio = ours[0] / base[0]
        rows.append([f"{argv[0]}: the pipeline", ms(ours), span(ours, MS), f"{ratio:.2f}",
                     f"<= {limit}: {verdict(ratio, limit)}"])
    return table(["unpack, huge pages", "median, ms", "least to greatest", "ratio", "target"], rows)


def unpack_image(bench):
    """Image.gz, as the kernel's build makes it."""
    packed, out = (SHM / f"aetherboot-bench-{os.getpid()}.{end}" for end in ("gz", "out"))
    try:
        with open(packed, "wb") as file:
            subprocess.run(["gzip", "-9nc", CACHE / "kernels/arm64/Image"], check=True, stdout=file)
        with open(out, "wb") as file:
            subprocess.run(["gzip", "-dc", packed], check=True, stdout=file)
        bench.run("unpack-once", packed, "linux", "4k", out)  # the same bytes?
        r = bench.run("unpack", packed, "gzip", packed, out)
    finally:
        packed.unlink()
        out.unlink(missing_ok=True)
    base = r["unpack.gzip.tool"]
    rows = [["arm64 Image.gz: `gzip -dc` into /dev/shm", ms(base), span(base, MS), "1", ""]]
    for pages, text in (("4k", "4 KiB pages"), ("huge", "huge pages")):
        s = r[f"unpack.gzip.linux.{pages}"]
        rows.append([f"arm64 Image.gz: `linux`, {text}", ms(s), span(s, MS), f"{s[0] / base[0]:.2f}", ""])
    return rows


def part_unpack(bench):
    rows = []
    for kernel, tool in KERNELS:
        stream = payload(kernel)
        out = SHM / f"aetherboot-bench-{os.getpid()}.out"
        try:
            with open(out, "wb") as file:
                subprocess.run([tool, "-dc", stream], check=True, stdout=file)
            for protocol in ("linux", "pvh"):
                bench.run("unpack-once", bzimage(kernel), protocol, "4k", out)  # the same bytes?
            r = bench.run("unpack", bzimage(kernel), tool, stream, out)
        finally:
            stream.unlink()
            out.unlink(missing_ok=True)
        base = r[f"unpack.{tool}.tool"]
        rows.append([f"{kernel}: `{tool} -dc` into /dev/shm", ms(base), span(base, MS), "1", ""])
        for way, limit in (("linux", 1.1), ("pvh", 1.5)):
            for pages, text in (("4k", "4 KiB pages"), ("huge", "huge pages")):
                s = r[f"unpack.{tool}.{way}.{pages}"]
                ratio = s[0] / base[0]
                rows.append([f"{kernel}: `{way}`, {text}", ms(s), span(s, MS), f"{ratio:.2f}",
                             f"<= {limit}: {verdict(ratio, limit)}"])
    rows += unpack_image(bench)
    return table(["unpack", "median, ms", "least to greatest", "ratio", "target"], rows)


def first_run(argv, limit=0.5):
    """Milliseconds from execve to the first KVM_RUN and the ioctls before it; None: never."""
    trace = WORK / "strace.out"
    subprocess.run(["strace", "-f", "--seccomp-bpf", "-ttt", "-e", "trace=execve,ioctl",
                    "-e", "signal=none", "-o", trace, "timeout", "-s", "KILL", str(limit),
                    *map(str, argv)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, check=False, start_new_session=True)
    began = count = 0
    for line in trace.read_text(errors="replace").splitlines():
        if re.search(r"\bexecve\(", line):
            began, count = float(line.split()[1]), 0
        elif "KVM_RUN" in line:
            return (float(line.split()[1]) - began) * 1e3, count
        elif re.search(r"\bioctl\(", line):
            count += 1
    return None


def part_start(bench):
    vmlinux, initrd = bench.vmlinux("amd64"), bench.initrd("amd64")
    initrd.read_bytes()
    ours = [bench.vmm, "--initrd", initrd, "--memory", f"{MEMORY}M", "--cpus", "1", "--cmdline", CMDLINE]
    ways = [
        ("aetherboot-kvm --map", [*ours, "--kernel", vmlinux, "--map"]),
        ("aetherboot-kvm --copy", [*ours, "--kernel", vmlinux, "--copy"]),
        ("aetherboot-kvm --copy --huge", [*ours, "--kernel", vmlinux, "--copy", "--huge"]),
        ("QEMU microvm", ["qemu-system-x86_64", "-M", "microvm", "-enable-kvm", "-cpu", "qemu64",
                          "-m", str(MEMORY), "-smp", "1", "-nodefaults", "-no-user-config",
                          "-display", "none", "-serial", "stdio", "-no-reboot", "-kernel", vmlinux,
                          "-initrd", initrd, "-append", CMDLINE]),
    ]
    if any(first_run(argv, 3) is None for _, argv in ways):
        return "Not measured: no /dev/kvm answers here, or strace may not trace.\n"
    times = {name: [] for name, _ in ways}
    ioctls = {}
    for _ in range(ROUNDS):
        for name, argv in ways:
            found = first_run(argv) or first_run(argv, 3)
            if found is not None:
                times[name].append(found[0])
                ioctls[name] = found[1]
    medians = {name: statistics.median(t) for name, t in times.items()}
    rows = []
    for name, _ in ways:
        times_sooner = medians["QEMU microvm"] / medians[name]
        target = ""
        if name.endswith("--map"):
            target = (f"<= 5 ms: {verdict(medians[name], 5)}; >= 8 times sooner: "
                      + verdict(times_sooner, 8, True))
        rows.append([name, f"{medians[name]:.2f}", f"{min(times[name]):.2f} to {max(times[name]):.2f}",
                     str(ioctls[name]), f"{times_sooner:.1f}", target])
    return table(["VMM", "median, ms", "least to greatest", "ioctls before", "times sooner than QEMU",
                  "target"], rows)


def rollup(pid):
    """smaps_rollup in bytes."""
    found = {}
    for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if match := re.match(r"(\w+): +(\d+) kB", line):
            found[match[1]] = int(match[2]) * 1024
    return found


def part_memory(bench):
    vmlinux = bench.vmlinux("amd64")
    rows = []
    for way, pages, text in (("copy", "4k", "copied, 4 KiB pages"), ("copy", "huge", "copied, huge pages"),
                             ("map", "4k", "mapped")):
        guests = [subprocess.Popen([bench.bench, "guest", vmlinux, way, pages], text=True,
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE)
                  for _ in range(GUESTS)]
        for wish, when in ((None, "first instruction"), ("see", "every kernel page read"),
                           ("write", "every kernel page written")):
            for guest in guests:
                if wish:
                    print(wish, file=guest.stdin, flush=True)
            for guest in guests:
                guest.stdout.readline()
            all_of = [rollup(guest.pid) for guest in guests]
            mean = {key: sum(one[key] for one in all_of) / GUESTS for key in all_of[0]}
            rows.append([f"{text}: {when}", mib(mean["Rss"]), mib(mean["Pss"]), mib(mean["Anonymous"]),
                         mib(mean["AnonHugePages"])])
        for guest in guests:
            guest.stdin.close()
            guest.wait()
    return (f"{GUESTS} guests at once, MiB a guest:\n\n"
            + table(["guest memory", "resident", "with its share of shared pages", "its own",
                     "in huge pages"], rows))


BOOT_JOB = """
now() { cut -d' ' -f1 /proc/uptime; }
one() { # NAME COMMAND...
	name=$1
	shift
	began=$(now)
	"$@" </dev/null >"$TMPDIR/console" 2>&1 &
	while read -r line; do
		case $line in
		*'hello from userspace'*)
			echo "BENCH $name $began $(now)" $(awk '/^(Rss|Anonymous|AnonHuge)/ { print $2 }' \\
				/proc/$!/smaps_rollup)
			kill -KILL $! # a background job may ignore all others
			;;
		esac
	done <"$TMPDIR/console"
	wait $!
}
mkfifo "$TMPDIR/console"
echo madvise >/sys/kernel/mm/transparent_hugepage/enabled
cat %(vmlinux)s %(initrd)s >/dev/null
for i in %(rounds)s; do
	one map %(vmm)s --map
	one copy %(vmm)s --copy
	one huge %(vmm)s --copy --huge
done
"""


def waiting_init():
    """An initrd to put behind another: its /init says hello and waits to be looked at."""
    root = WORK / "waiting"
    root.mkdir(exist_ok=True)
    init = root / "init"
    init.write_text("#!/bin/busybox sh\necho hello from userspace\nexec /bin/busybox sleep 600\n")
    init.chmod(0o755)
    path = WORK / "waiting.img"
    with open(path, "wb") as file:
        subprocess.run(["cpio", "-o", "-H", "newc", "--quiet"], input=b"init\n", cwd=root, check=True,
                       stdout=file)
    return path


def part_boots(bench):
    vmlinux, initrd = bench.vmlinux("cloud"), bench.initrd("cloud")
    vmm = f"{bench.vmm} --kernel {vmlinux} --initrd {initrd} --initrd {waiting_init()}"
    vmm += " --memory 256M --cmdline 'console=ttyS0 quiet'"
    job = BOOT_JOB % {"vmlinux": vmlinux, "initrd": initrd, "vmm": vmm,
                      "rounds": " ".join(map(str, range(BOOTS)))}
    env = dict(os.environ, OUT=str(WORK / "boots"), LIMIT=str(60 + BOOTS * 3 * 40), MEM="4096")
    out = subprocess.run([ROOT / "tests/boot/nest.sh", job], env=env, text=True, check=False,
                         stdin=subprocess.DEVNULL, stdout=subprocess.PIPE).stdout
    found = {}
    for match in re.finditer(r"^BENCH (\w+) (\S+) (\S+) (\d+) (\d+) (\d+)", out, re.M):
        found.setdefault(match[1], []).append((float(match[3]) - float(match[2]),
                                               *(int(match[i]) * 1024 for i in (4, 5, 6))))
    rows = []
    for name, text in (("map", "--map"), ("copy", "--copy"), ("huge", "--copy --huge")):
        runs = found.get(name, [])
        if not runs:
            return f"Not measured: no guest said hello with {text} (console: build/bench/boots).\n"
        seconds, rss, own, huge = zip(*runs)
        rows.append([text, str(len(runs)), f"{statistics.median(seconds):.2f}",
                     f"{min(seconds):.2f} to {max(seconds):.2f}", mib(statistics.median(rss)),
                     mib(statistics.median(own)), mib(statistics.median(huge))])
    return table(["aetherboot-kvm", "boots", "to userspace, s, median", "least to greatest",
                  "resident, MiB", "its own", "in huge pages"], rows)


def part_el2(bench):
    """Instructions, which QEMU counts exactly: the node's own cases measure them."""
    check = bench.vmm.parents[1] / "el2/aetherboot-el2-check"
    texts = {"version": "call of the version, there and back", "isenabler1": "read of GICD_ISENABLER1",
             "character": "character to the console", "flags": "read of the console's flags",
             "pfr0": "read of ID_AA64PFR0_EL1", "abort": "access to nothing, to the guest's vector",
             "ipi": "SGI of a CPU to itself, sent and taken", "timer": "timer interrupt, raised and taken",
             "scrub": "a MiB of a VM's memory erased", "sha256": "SHA-256 of a MiB"}
    rows = []
    for case in ("cost", "cost-work"):
        out = subprocess.run([sys.executable, ROOT / "tests/el2/node.py", "--check", check, case], check=True,
                             text=True, stdout=subprocess.PIPE).stdout
        rows += [[texts[m[1]], m[2]] for m in re.finditer(r"^(\w+): (\d+) instructions", out, re.M)]
    return table(["the hypervisor, Cortex-A57", "instructions"], rows)


def cpu_of(env, *argv):
    """Milliseconds of CPU time that a program takes from its start to its end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(argv, check=True, env=env, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1e3 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


MADT = """import sys
from aetherboot import Arch, Machine, MiB, Ram, acpi_madt
machine = Machine(arch=Arch.X86_64, n_cpus=4, ram=[Ram(size=64 * MiB)])
with open(sys.argv[1], "wb") as file:
    file.write(acpi_madt(machine))
"""


def cores_of(env, python):
    """What `aetherboot inspect` takes of sparse cores of 1 and of 64 GiB: time, and memory."""
    found = {}
    with tempfile.NamedTemporaryFile() as core:
        for gib in (1, 64):
            core.truncate(0)
            core.write(struct.pack("<16sHHIQQQIHHHHHH", b"\x7fELF\2\1\1", 4, 183, 1, 0, 64, 0, 0, 64,
                                   56, 1, 64, 0, 0) + struct.pack(
                                       "<IIQQQQQQ", 1, 0, 4096, 0, 1 << 30, gib << 30, gib << 30, 0))
            core.flush()
            core.seek(0)
            os.truncate(core.name, 4096 + (gib << 30))
            times, peaks = [], []
            for _ in range(ROUNDS + 1):
                child = subprocess.Popen([python, "-m", "aetherboot", "inspect", core.name], env=env,
                                         stdout=subprocess.DEVNULL)
                _, status, usage = os.wait4(child.pid, 0)
                if status:
                    sys.exit("bench: aetherboot inspect has failed")
                times.append(1e3 * (usage.ru_utime + usage.ru_stime))
                peaks.append(usage.ru_maxrss)
            found[gib] = statistics.median(times[1:]), statistics.median(peaks[1:])
    return found


def builds_of(bench, env, kernel):
    """A row: CPU time of `aetherboot build`, against `aetherboot-kvm --dump` of the same kernel."""
    python, out = ROOT / "build/python/venv/bin/python", WORK / "guest"
    commands = {(bench.vmm, "--memory", "512M", "--kernel", bzimage(kernel), "--dump", out): [],
                (python, "-m", "aetherboot", "build", ROOT / "bindings/python/examples/q35.toml",
                 "--kernel", bzimage(kernel), "-o", out): [], (python, "-c", "pass"): []}
    for _ in range(ROUNDS + 1):
        for words, series in commands.items():
            shutil.rmtree(out, ignore_errors=True)
            series.append(cpu_of(env, *words))
    shutil.rmtree(out, ignore_errors=True)
    dumped, built, bare = (statistics.median(series[1:]) for series in commands.values())
    ratio = (built - bare) / dumped
    return [f"`aetherboot build` of Debian's kernel \"{kernel}\"", built,
            f"a start and {ratio:.2f} times `aetherboot-kvm --dump`, {dumped:.1f}: "
            f"{verdict(ratio, 2)}, at most 2"]


def part_python(bench):
    """What the Python package adds to an interpreter, and to a kernel's way into memory."""
    python = ROOT / "build/python/venv/bin/python"
    if not (bench.package / "aetherboot/_aetherboot.abi3.so").exists():
        return "The package is not built: ./dev setup python, then ./dev bench.\n"
    env = os.environ | {"PYTHONPATH": str(bench.package)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package has its byte code
    with tempfile.NamedTemporaryFile(suffix=".dat") as madt:
        subprocess.run([python, "-c", MADT, madt.name], check=True, env=env)
        starts = {("-c", "pass"): [], ("-c", "import aetherboot"): [],
                  ("-m", "aetherboot", "inspect", madt.name): []}
        for _ in range(ROUNDS + 1):
            for words, series in starts.items():
                series.append(cpu_of(env, python, *words))
    bare, whole, told = (statistics.median(series[1:]) for series in starts.values())
    out = subprocess.run([python, ROOT / "tests/bench/python.py", bzimage("cloud"), str(ROUNDS)],
                         check=True, text=True, stdout=subprocess.PIPE, env=env).stdout
    sinks = {name: statistics.median(int(n) / MS for n in series) for name, *series
             in (line.split("\t") for line in out.splitlines())}
    lent = sinks["lending python"] / sinks["lending c"]
    lends = f"{lent:.2f} times C's: {verdict(lent, 1.1)}, at most 1.1"
    small, large = cores_of(env, python).values()
    rows = [["bare interpreter, start to end", bare, ""],
            ["with `import aetherboot`", whole, f"{whole / bare:.2f} starts: "
             f"{verdict(whole / bare, 2)}, at most 2"],
            ["`aetherboot inspect` of a MADT", told, f"{told / bare:.2f} starts: "
             f"{verdict(told / bare, 4)}, at most 4"],
            ["Debian's lz4 kernel, by a sink of C's that lends", sinks["lending c"], ""],
            ["by one of Python's that lends", sinks["lending python"], lends],
            ["by one of C's that copies", sinks["c"], ""],
            ["by one of Python's that copies", sinks["python"],
             f"{sinks['python'] / sinks['c']:.2f} times C's"],
            ["`aetherboot inspect` of a sparse core of 1 GiB", small[0], ""],
            ["of one of 64 GiB", large[0], f"{large[0] / small[0]:.2f} times: "
             f"{verdict(large[0] / small[0], 1.2)}, at most 1.2; memory {large[1] / small[1]:.2f} "
             f"times: {verdict(large[1] / small[1], 1.2)}, at most 1.2"],
            *(builds_of(bench, env, kernel) for kernel in ("amd64", "cloud"))]
    return table(["CPU time", "ms", ""], [[name, f"{t:.1f}", note] for name, t, note in rows])


PARTS = {
    "tables": ("Tables and pipeline", part_tables),
    "acpi": ("ACPI tables and acpi_tables", part_acpi),
    "trees": ("Device trees", part_trees),
    "sums": ("Checksums", part_sums),
    "load": ("An uncompressed kernel", part_load),
    "self": ("A bzImage that unpacks itself", part_self),
    "inplace": ("Unpacking to the place", part_inplace),
    "unpack": ("Packed kernels", part_unpack),
    "start": ("Process start to the first KVM_RUN", part_start),
    "memory": ("Memory of a guest", part_memory),
    "boots": ("Start to userspace", part_boots),
    "el2": ("The hypervisor", part_el2),
    "python": ("The Python package", part_python),
}


# ---- where it was

def first_line(*argv):
    try:
        out = subprocess.run(argv, text=True, check=False, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT).stdout
    except OSError:
        return "not there"
    return out.splitlines()[0].strip() if out else "?"


def machine(build):
    cpu = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    thp = pathlib.Path("/sys/kernel/mm/transparent_hugepage/enabled").read_text().strip()
    cache = (build / "CMakeCache.txt").read_text()
    compiler = re.search(r"^CMAKE_C_COMPILER:\w+=(.*)$", cache, re.M)[1]
    kvm = "none"
    if os.path.exists("/dev/kvm"):
        fit = re.search(r"\b(vmx|svm)\b", pathlib.Path("/proc/cpuinfo").read_text())
        kvm = f"hardware ({fit[1]})" if fit else "in software (the CPU shows neither vmx nor svm)"
    gib = int(re.search(r"MemTotal: *(\d+)", pathlib.Path("/proc/meminfo").read_text())[1]) / (1 << 20)
    return table(["", ""], [
        ["CPU", f"{cpu[1] if cpu else platform.machine()}, {os.cpu_count()} CPUs, {gib:.0f} GiB"],
        ["kernel", f"{platform.system()} {platform.release()}, huge pages: {thp}, KVM: {kvm}"],
        ["compiler", f"{first_line(compiler, '--version')}, release preset"],
        ["tools", "; ".join((first_line("xz", "--version"), first_line("lz4", "--version").strip("* "),
                             first_line("qemu-system-x86_64", "--version")))],
        ["codecs", "; ".join(subprocess.run([build / "frontends/kvm/aetherboot-kvm", "--version"], text=True,
                                            check=True, stdout=subprocess.PIPE).stdout.splitlines()[1:])],
        ["kernels", ", ".join((CACHE / "kernels" / k / ".done").read_text().strip()
                              for k in (*(k for k, _ in KERNELS), "arm64"))],
    ])


def when():
    """When a part was measured, and beside what."""
    load = f"Measured {datetime.date.today().isoformat()}, load average {os.getloadavg()[0]:.1f} before"
    if os.sched_getscheduler(0) != os.SCHED_OTHER:
        load += ", at real-time priority"
    return load + ".\n\n"


BEGIN, END = "<!-- ./dev bench writes from here -->\n", "<!-- to here -->\n"


def keep(head, sections):
    """Put the sections into the document, and leave the others there as they are."""
    path = ROOT / "docs/performance.md"
    text = path.read_text()
    if BEGIN not in text or END not in text:
        sys.exit(f"bench: {path} has lost its markers")
    before, rest = text.split(BEGIN, 1)
    old, after = rest.split(END, 1)
    kept = {part.split("\n", 1)[0]: part.split("\n", 1)[1].strip("\n") + "\n"
            for part in old.split("\n### ")[1:]} | sections
    body = "\n".join(f"### {title}\n\n{text}" for title, text in kept.items())  # others' sections, too
    path.write_text(f"{before}{BEGIN}\n{head}\n{body}\n{END}{after}")
    print(f"kept in {path.relative_to(ROOT)}")


def main():
    if len(sys.argv) < 2 or any(part not in PARTS for part in sys.argv[2:]):
        sys.exit(__doc__)
    build = pathlib.Path(sys.argv[1]).resolve()
    bench = Bench(build)
    head, sections = machine(build), {}
    print(head)
    for name in sys.argv[2:] or PARTS:
        title, run = PARTS[name]
        sections[title] = when() + run(bench)
        print(f"### {title}\n\n{sections[title]}", flush=True)
    keep(head, sections)


if __name__ == "__main__":
    main()
