# SPDX-License-Identifier: BSD-2-Clause
"""Guests: their start, their memory, and the hypervisor."""
import os
import pathlib
import re
import statistics
import subprocess
import sys

from shared import ROOT, ROUNDS, WORK, mib, table, verdict

GUESTS = 8
BOOTS = 5
CMDLINE = "console=ttyS0 quiet reboot=t panic=-1"
MEMORY = 512


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
