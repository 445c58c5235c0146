#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""No list makes the library's work grow faster than the list.

usage: scale.py PROGRAM FOLDER [--table]

Valgrind counts the instructions of each case with 1, n and 2n entries, exactly. Without those of
the run with one entry, the second count must be 1.5 to 2.3 times the first. If it is less, a part of
the list was not read; if there is less than an instruction for an entry, none of it was. Neither
judges anything, so both fail. Memory may grow to 2.3 times. The registers of all CPUs of the largest
machines may take a tenth of the instructions that placing takes. A list that does otherwise is named,
with the functions whose own instructions grew most. The planted cases must be found. --table prints
every list."""
import pathlib
import re
import subprocess
import sys

LEAST, MOST = 1.5, 2.3
CONTROL, STEPS = "control: ", "steps: "


def costs(text):
    """Own instructions of each function in a dump."""
    names, own, fn, called = {}, {}, None, False
    for line in text.splitlines():
        if line.startswith("fn="):
            number, _, name = line[3:].partition(" ")
            fn = names.setdefault(number, name)
        elif line.startswith(("cfn=", "calls=")):
            if line.startswith("cfn="):
                number, _, name = line[4:].partition(" ")
                if name:
                    names.setdefault(number, name)
            else:
                called = True
        elif line[:1] in "0123456789+-*" and line:
            if not called:
                own[fn] = own.get(fn, 0) + int(line.split()[-1])
            called = False
    return own


class Run:
    def __init__(self, path):
        text = path.read_text(encoding="utf-8", errors="replace")
        found = re.search(r"^desc: Trigger: Client Request: (.*)\|(\w+)\|(\d+)\|(\d+)$", text, re.M)
        self.name, self.which = found[1], found[2]
        self.n, self.memory = int(found[3]), int(found[4])
        self.total = int(re.search(r"^(?:totals|summary): (\d+)", text, re.M)[1])
        self.text = text


def runs(program, folder):
    """The runs of each list, by name and by base, n and 2n."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("out*"):
        old.unlink()
    subprocess.run(["valgrind", "-q", "--tool=callgrind", "--instr-atstart=no", "--dump-line=no",
                    "--compress-pos=no",
                    f"--callgrind-out-file={folder}/out", program], check=True)
    lists = {}
    for path in sorted(folder.glob("out.*"), key=lambda p: int(p.suffix[1:])):
        run = Run(path)
        lists.setdefault(run.name, {})[run.which] = run
    return lists


def growth(base, n, twice):
    work = n.total - base.total
    return (twice.total - base.total) / work if work >= n.n else 0


def offenders(three):
    base, n, twice = (costs(three[k].text) for k in ("base", "n", "2n"))
    extra = {fn: twice[fn] - 2 * n.get(fn, 0) + base.get(fn, 0) for fn in twice}
    return sorted(extra, key=extra.get, reverse=True)[:3]


def check_steps(name, steps):
    """True if the registers of all CPUs take more than a tenth of placing."""
    make, place, entry = (steps[step].total for step in ("make", "place", "entry"))
    if "--table" in sys.argv or 10 * entry > place:
        print(f"{name}: instructions: make {make}, place {place}, entry of all CPUs {entry}, which "
              f"must be at most a tenth of place")
    return 10 * entry > place


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    bad = 0
    for name, three in runs(program, folder).items():
        if name.startswith(STEPS):
            bad += check_steps(name, three)
            continue
        base, n, twice = three["base"], three["n"], three["2n"]
        work = growth(base, n, twice)
        memory = twice.memory / n.memory if n.memory else 0
        idle, grows = work < LEAST, work > MOST or memory > MOST
        line = (f"{name}: {n.n} to {twice.n} entries: instructions {n.total} to {twice.total}, "
                f"times {work:.2f}; memory {n.memory} to {twice.memory} bytes, times {memory:.2f}")
        if "--table" in sys.argv:
            print(line)
        if (idle or grows) == name.startswith(CONTROL):
            continue
        bad += 1
        if idle or grows:
            print(f"{line}; instructions must grow {LEAST} to {MOST} times, memory at most {MOST}; "
                  f"most grew {', '.join(offenders(three))}")
        else:
            print(f"{line}; it must be found")
    return bad != 0


sys.exit(main())
