#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Outer machines that hang, go silent at full speed, or never end: the batch goes on without them.
What watches them is asked by itself, too: when silence begins, and what it leaves when it is ended.

usage: hang.py FOLDER

The emulator is this program, too: by the name of QEMU it does what run.py's job says, as L1 would, and
at the second guest what HANG says.
"""
import os
import re
import subprocess
import sys
import time

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))


def burn(seconds, say):
    end = time.process_time() + seconds
    told = time.process_time()
    while time.process_time() < end:
        if say and time.process_time() - told > 0.2:
            told = time.process_time()
            print("L1-ALIVE", flush=True)


def emulate():
    out, how = os.environ["OUT"], os.environ["HANG"]
    print("L1-ALIVE\nL1 begins", flush=True)
    with open(os.path.join(out, "started"), "a", encoding="ascii") as f:
        f.write("x")
    first = os.path.getsize(os.path.join(out, "started")) == 1
    with open(os.path.join(out, "job.sh"), encoding="utf-8") as f:
        names = re.findall(r"^boot (\S+) ", f.read(), re.M)
    for i, name in enumerate(names):
        os.makedirs(os.path.join(out, name), exist_ok=True)
        if i == 1 and (first or how == "slow"):
            burn(60, how == "slow")
        for what, text in (("console", "AB end\n"), ("status", "0\n")):
            with open(os.path.join(out, name, what), "w", encoding="ascii") as f:
                f.write(text)
        print("L1-ALIVE", flush=True)
    print("L1-EXIT:0", flush=True)


def batch(folder, how, most):
    """The batch of one outer guest; what it says, and how it ends."""
    tools = os.path.join(folder, "bin")
    os.makedirs(tools, exist_ok=True)
    for name in ("qemu-system-x86_64", "qemu-system-aarch64"):
        tool = os.path.join(tools, name)
        if not os.path.lexists(tool):
            os.symlink(os.path.abspath(__file__), tool)
    out = os.path.join(folder, how)
    subprocess.run(["rm", "-rf", out], check=True)
    os.makedirs(out)
    for name in ("l1.img", "l1-arm64.img"):
        with open(os.path.join(out, name), "wb"):
            pass
    env = dict(os.environ, PATH=tools + ":" + os.environ["PATH"], HANG=how, AB_SILENT="1", AB_CPU_MOST=str(most))
    r = subprocess.run([sys.executable, os.path.join(HERE, "run.py"), "batch", "usual", "cloud", "--out", out,
                        "--vmm", "/bin/true"], env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                       text=True, timeout=110, check=False)
    return r.returncode, r.stdout


BURN = """
import time
def burn(seconds):
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass
"""


def watch(folder, silent, code):
    """A program under watch.py, which writes into the folder."""
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "cpu"), "w", encoding="ascii") as f:
        f.write("another's\n")
    return subprocess.Popen([sys.executable, os.path.join(HERE, "watch.py"), str(silent), "600", folder,
                             sys.executable, "-c", BURN + code], stdout=subprocess.PIPE, text=True)


def judge_watch(folder):
    """What is wrong with the watch."""
    bad = []
    # at most 0.6 s without a sign
    p = watch(os.path.join(folder, "signs"), 1, "burn(.6); print('L1-ALIVE', flush=True); burn(.5); "
                                                "print('more', flush=True); burn(.1)")
    said = p.communicate(timeout=60)[0]
    if p.returncode != 0 or said != "more\n":
        bad.append(f"a machine that gives signs: {p.returncode}: {said}")
    folder = os.path.join(folder, "ended")
    p = watch(folder, 600, "burn(.2); print('begins', flush=True); burn(600)")
    p.stdout.readline()
    p.terminate()
    said = p.communicate(timeout=60)[0]
    with open(os.path.join(folder, "cpu"), encoding="ascii") as f:
        took = f.read()
    if said or not re.fullmatch(r"\d+\.\d\n", took) or not .2 <= float(took) < 60:
        bad.append(f"a watch that is ended: {took}: {said}")
    return bad


def main():
    if os.path.basename(sys.argv[0]).startswith("qemu-"):
        emulate()
        return 0
    bad = judge_watch(sys.argv[1])
    status, said = batch(sys.argv[1], "silent", 600)
    if status != 0 or len(re.findall(r"no sign of life in \d+ s of its CPU time", said)) != 1 or \
            " guests, 0 retried, 1 outer machines ended" not in said or "L1-ALIVE" in said or \
            said.count("L1 begins") != 2:
        bad.append(f"a machine that goes silent: {status}: {said}")
    status, said = batch(sys.argv[1], "slow", 3)
    if status == 0 or "more than 3 s of CPU time" not in said or "3 s of CPU time were not enough" not in said:
        bad.append(f"a batch that takes too long: {status}: {said}")
    for what in bad:
        print(what)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
