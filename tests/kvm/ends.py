#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Signals end guests, whatever these do.

usage: ends.py ARCH VMM...     exit status: 77 where no /dev/kvm runs a guest
"""
import os
import re
import signal
import struct
import subprocess
import sys
import time

from vmm import (BUTTON, LIMIT, OFF, PC_OFF, RAISE_RTS, SPIN, WAIT_INPUT, check, end_of, main, outw, ready, say,
                 store, terminate_twice)

DEAF = b"\xfa" + SPIN  # cli; jmp to itself
FLOOD = b"\x66\xba\xf8\x03" b"\xee" b"\xeb\xfd"  # mov dx, 0x3f8; out dx, al; jmp
PRESSED = b"aetherboot-kvm: SIGTERM presses the power button; in %d s the guest is stopped\n"
IGNORED = b"aetherboot-kvm: stopped: the guest does not answer the power button\n"
STOPPED = b"aetherboot-kvm: stopped by a signal\n"
MUCH = 600  # seconds of grace that no test waits for


def press_by_sci():
    """Of --pc: until the power button raised the SCI, whose vector is left in the local APIC, as the CPU
    takes no interrupts; then what only the button does."""
    code = store(0xfee000f0, 0x1ff)  # the APIC is on
    for register, value in ((0x23, 0), (0x22, 0x8051)):  # input 9: by level, vector 0x51
        code += store(0xfec00000, register) + store(0xfec00010, value)
    code += outw(0x612, 0x100) + say(b"R")  # PM1 enable: the button
    wait = b"\xa1" + struct.pack("<I", 0xfee00220) + b"\xa9" + struct.pack("<I", 1 << 0x11)  # mov eax; test
    code += wait + b"\x74" + struct.pack("b", -len(wait) - 2)  # jz
    # in ax, dx; cmp ax, 0x100; jne to itself
    return code + b"\x66\xba\x10\x06" b"\x66\xed" b"\x66\x3d\x00\x01" b"\x75\xfe" + PC_OFF


def signals(vmm):
    for number, status in ((signal.SIGINT, 130), (signal.SIGHUP, 129), (signal.SIGQUIT, 131)):
        p = vmm.start(vmm.argv(say(b"R") + SPIN))
        ready(p)
        p.send_signal(number)
        end_of(p, f"{number.name}", status, STOPPED)
    for grace in (30, MUCH):
        p = vmm.start(vmm.argv(say(b"R") + BUTTON + OFF + SPIN, *(["--grace", str(grace)] if grace != 30 else [])))
        ready(p)
        p.terminate()
        end_of(p, "power button", 0, PRESSED % grace)
    p = vmm.start(vmm.argv(press_by_sci() + SPIN, "--pc"))
    ready(p)
    p.terminate()
    end_of(p, "power button of --pc", 0, PRESSED % 30)
    p = vmm.start(vmm.argv(say(b"R") + SPIN, "--grace", str(MUCH)))
    ready(p)
    p.terminate()
    time.sleep(0.3)
    check(p.poll() is None, "one SIGTERM: the guest is left to answer it")
    terminate_twice(p)
    end_of(p, "two SIGTERMs", 143, PRESSED % MUCH + STOPPED)
    for options in (["--no-acpi"], ["--grace", "0"]):
        p = vmm.start(vmm.argv(say(b"R") + SPIN, *options))
        ready(p)
        p.terminate()
        end_of(p, f"SIGTERM, {options}", 143, STOPPED)
    # a full pipe holds the guest up, and no signal
    p = vmm.start(vmm.argv(say(b"R") + FLOOD, "--grace", str(MUCH)))
    ready(p)
    terminate_twice(p)
    end_of(p, "SIGTERMs over a full console", 143)


def grace(vmm):
    """One SIGTERM is enough for guests that do not listen, and for those that cannot."""
    for name, code in (("deaf", DEAF), ("over a full console", FLOOD)):
        p = vmm.start(vmm.argv(say(b"R") + code, "--grace", "1"))
        ready(p)
        began = time.monotonic()
        p.terminate()
        end_of(p, f"grace, {name}", 143, PRESSED % 1 + IGNORED)
        check(time.monotonic() - began >= 0.9, f"grace, {name}: over after {time.monotonic() - began} s")
    # who started the VMM may have blocked signals, and children inherit that
    p = subprocess.Popen(vmm.argv(say(b"R") + DEAF, "--grace", "1"), stdin=subprocess.PIPE,
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                         preexec_fn=lambda: signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 32)))
    ready(p)
    p.terminate()
    end_of(p, "grace, blocked signals", 143, PRESSED % 1 + IGNORED)


def ignored(vmm):
    """What was ignored from the start, as nohup and background jobs have it, stays ignored."""
    ours = (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM)

    def ignore(*numbers):
        return lambda: [signal.signal(n, signal.SIG_IGN) for n in numbers]

    def begin(code, *numbers):
        p = subprocess.Popen(vmm.argv(say(b"R") + code, "--grace", "1"), stdin=subprocess.PIPE,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=ignore(*numbers))
        ready(p)
        return p

    for number in ours:
        p = begin(RAISE_RTS + WAIT_INPUT + OFF + SPIN, number)
        p.send_signal(number)
        time.sleep(0.1)
        check(p.poll() is None, f"{number.name}, ignored: the guest is stopped")
        p.stdin.write(b"x")
        p.stdin.flush()
        end_of(p, f"{number.name}, ignored", 0)
    p = begin(SPIN, signal.SIGHUP)
    p.send_signal(signal.SIGHUP)
    p.send_signal(signal.SIGINT)
    end_of(p, "SIGINT, where SIGHUP is ignored", 130, STOPPED)
    # nobody means the alarm by which a grace ends
    p = begin(DEAF, signal.SIGALRM)
    p.terminate()
    end_of(p, "grace, where SIGALRM is ignored", 143, PRESSED % 1 + IGNORED)


def timeouts(vmm):
    """timeout sends SIGTERM twice at once, to its child and to its group: that is one press."""
    def all_end(code, grace, status, said):
        argv = ["timeout", "--preserve-status", "1"] + vmm.argv(code, "--grace", str(grace))
        for p in [subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                  for _ in range(5)]:
            end_of(p, "timeout", status, said)

    said = b""
    for _ in range(3):  # a busy host may keep them apart once
        p = vmm.start(vmm.argv(say(b"R") + DEAF, "--grace", "1"))
        ready(p)
        p.terminate()
        time.sleep(0.02)
        p.terminate()
        said = p.communicate(timeout=LIMIT)[1]
        if said == PRESSED % 1 + IGNORED:
            break
    check(said == PRESSED % 1 + IGNORED, f"two SIGTERMs at once: {said}")
    for _ in range(4):
        all_end(DEAF, 1, 143, PRESSED % 1 + IGNORED)
    all_end(BUTTON + OFF + SPIN, MUCH, 0, PRESSED % MUCH)


def demo(vmm):
    """./dev demo goes on when its guest hangs, and when the VMM does."""
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
    with open(os.path.join(root, "dev"), encoding="ascii") as f:
        dev = f.read()
    steps = "".join(re.search(rf"^{name}\(\) \{{\n.*?^\}}\n", dev, re.M | re.S)[0]
                    for name in ("demo_on_hardware", "said_hello"))
    check(steps.count("-k 60 60 ") == 1, f"./dev demo: how long does it wait? {steps}")
    script = f"logs={vmm.folder}\n" + steps.replace("-k 60 60 ", "-k 3 1 ") + 'demo_on_hardware "$@"\n'
    for name, argv in (("hangs", vmm.argv(DEAF, "--grace", "1")),
                       ("hangs with the VMM", ["sh", "-c", "trap '' TERM; while :; do sleep 1; done"])):
        r = vmm.run(["sh", "-c", script, "dev"] + argv)
        check(r.returncode == 1 and b"the guest did not arrive" in r.stdout, f"./dev demo: its guest {name}: {r}")
        check((IGNORED in r.stderr) == (name == "hangs"), f"./dev demo: its guest {name}: {r}")


sys.exit(main((signals, grace, ignored, timeouts, demo), runs=True))
