# SPDX-License-Identifier: BSD-2-Clause
"""What the Python package costs."""
import os
import resource
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile

from shared import MS, ROOT, ROUNDS, WORK, bzimage, table, verdict


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


def cores_of(env, python):
    """What `aetherboot inspect` takes of sparse cores of 1 and of 64 GiB: time, and memory."""
    found = []
    with tempfile.NamedTemporaryFile() as core:
        for gib in (1, 64):
            head = struct.pack("<16sHHIQQQIHHHHHH", b"\x7fELF\2\1\1", 4, 183, 1, 0, 64, 0, 0, 64, 56,
                               1, 64, 0, 0)
            segment = struct.pack("<IIQQQQQQ", 1, 0, 4096, 0, 1 << 30, gib << 30, gib << 30, 0)
            core.seek(0)
            core.write(head + segment)
            core.flush()
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
            found.append((statistics.median(times[1:]), statistics.median(peaks[1:])))
    return found


def cores_rows(env, python):
    """Rows: a large core must cost little more than a small one."""
    small, large = cores_of(env, python)
    time, memory = large[0] / small[0], large[1] / small[1]
    return [["`aetherboot inspect` of a sparse core of 1 GiB", small[0], ""],
            ["of one of 64 GiB", large[0], f"{time:.2f} times: {verdict(time, 1.2)}, at most 1.2; "
             f"memory {memory:.2f} times: {verdict(memory, 1.2)}, at most 1.2"]]


def part_python(bench):
    """What the Python package adds to an interpreter, and to a kernel's way into memory."""
    python = ROOT / "build/python/venv/bin/python"
    if not (bench.package / "aetherboot/_aetherboot.abi3.so").exists():
        return "The package is not built: ./dev setup python, then ./dev bench.\n"
    env = os.environ | {"PYTHONPATH": str(bench.package)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package has its byte code
    guest = (ROOT / "bindings/python/examples/q35.toml", "--kernel", bzimage("cloud"))
    with tempfile.NamedTemporaryFile(suffix=".dat") as madt:
        subprocess.run([python, "-c", MADT, madt.name], check=True, env=env)
        starts = {("-c", "pass"): [], ("-c", "import aetherboot"): [],
                  ("-m", "aetherboot", "inspect", madt.name): [],
                  ("-m", "aetherboot", "plan", *guest): [], ("-m", "aetherboot", "draw", *guest): []}
        for _ in range(ROUNDS + 1):
            for words, series in starts.items():
                series.append(cpu_of(env, python, *words))
    bare, whole, told, planned, drawn = (statistics.median(series[1:]) for series in starts.values())
    out = subprocess.run([python, ROOT / "tests/bench/python.py", bzimage("cloud"), str(ROUNDS)],
                         check=True, text=True, stdout=subprocess.PIPE, env=env).stdout
    sinks = {name: statistics.median(int(n) / MS for n in series) for name, *series
             in (line.split("\t") for line in out.splitlines())}
    lent = sinks["lending python"] / sinks["lending c"]
    lends = f"{lent:.2f} times C's: {verdict(lent, 1.1)}, at most 1.1"
    rows = [["bare interpreter, start to end", bare, ""],
            ["with `import aetherboot`", whole, f"{whole / bare:.2f} starts: "
             f"{verdict(whole / bare, 2)}, at most 2"],
            ["`aetherboot inspect` of a MADT", told, f"{told / bare:.2f} starts: "
             f"{verdict(told / bare, 4)}, at most 4"],
            ["`aetherboot plan` of a q35 with an lz4 kernel", planned, f"{planned / bare:.2f} starts"],
            ["`aetherboot draw` of it", drawn, f"{drawn / bare:.2f} starts"],
            ["Debian's lz4 kernel, by a sink of C's that lends", sinks["lending c"], ""],
            ["by one of Python's that lends", sinks["lending python"], lends],
            ["by one of C's that copies", sinks["c"], ""],
            ["by one of Python's that copies", sinks["python"],
             f"{sinks['python'] / sinks['c']:.2f} times C's"],
            *cores_rows(env, python),
            *(builds_of(bench, env, kernel) for kernel in ("amd64", "cloud"))]
    return table(["CPU time", "ms", ""], [[name, f"{t:.1f}", note] for name, t, note in rows])
