#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Guests on a terminal, and how to leave them.

usage: terminal.py ARCH VMM...     exit status: 77 where no /dev/kvm runs a guest
"""
import fcntl
import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time

from vmm import (BUTTON, ECHO, LIMIT, OFF, RAISE_RTS, SPIN, TRIPLE, WAIT_INPUT, check, main,
                 ready, say, virtio_echo)

AT_ONCE = 1  # seconds that a busy host may take; who waits for another takes 2, or for ever


def wait_for(p):
    """Until it ends, or is ended."""
    try:
        p.wait(LIMIT)
    except subprocess.TimeoutExpired:
        p.kill()
        p.wait()


def terminal(vmm):
    endings_ = [
        ("off", RAISE_RTS + WAIT_INPUT + OFF, b"x", [], 0),
        ("triple fault", RAISE_RTS + WAIT_INPUT + TRIPLE, b"x", [], 4),
        ("escape", RAISE_RTS + SPIN, b"\x01x", [], 130),
        ("escaped escape", RAISE_RTS + ECHO + OFF, b"\x01\x01\x03q", [], 0),
        ("signal", SPIN, b"", [signal.SIGINT], 130),
        ("two signals", SPIN, b"", 3 * [signal.SIGTERM], 143),
        ("hang-up", SPIN, b"", [signal.SIGHUP], 129),
        # it controls no jobs of the VMM's: setsid, a container
        ("of nobody", RAISE_RTS + ECHO + OFF, b"q", [], 0),
        ("virtio", virtio_echo() + OFF, b"\x01\x01\x03q", [], 0),
    ]
    for name, code, typed, numbers, status in endings_:
        own = None if name == "of nobody" else lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0)
        master, slave = pty.openpty()
        before = termios.tcgetattr(slave)
        options = ["--console", "virtio"] if name == "virtio" else []
        p = subprocess.Popen(vmm.argv(say(b"R") + code + SPIN, *options), stdin=slave, stdout=slave,
                             stderr=slave, start_new_session=True, preexec_fn=own)
        got = b""
        while b"R" not in got and select.select([master], [], [], LIMIT)[0]:
            got += os.read(master, 100)
        check(not termios.tcgetattr(slave)[3] & (termios.ICANON | termios.ECHO | termios.ISIG),
              f"terminal, {name}: not raw")
        os.write(master, typed)
        for n in numbers:
            p.send_signal(n)
            time.sleep(0.3)
        wait_for(p)
        while select.select([master], [], [], 0)[0]:
            got += os.read(master, 1000)
        check(p.returncode == status,
              f"terminal, {name}: exit status {p.returncode}, must be {status}; {got}")
        check(termios.tcgetattr(slave) == before, f"terminal, {name}: left changed")
        if name in ("escaped escape", "virtio"):
            check(got == b"R\x01\x03q", f"terminal, {name}: {got}")
        os.close(master)
        os.close(slave)


# has a terminal, and the program that it is given in the background, until a byte comes by a pipe
LEADER = """import os, signal, subprocess, sys
def job():
    os.setpgid(0, 0)
    signal.signal(signal.SIGTTOU, signal.SIG_DFL)
signal.signal(signal.SIGTTOU, signal.SIG_IGN)
p = subprocess.Popen(sys.argv[2:], preexec_fn=job)
os.read(int(sys.argv[1]), 1)
os.tcsetpgrp(0, p.pid)
sys.exit(p.wait())
"""


def background(vmm):
    """Brought to the foreground, it reads what is typed."""
    master, slave = pty.openpty()
    get, put = os.pipe()
    argv = [sys.executable, "-c", LEADER, str(get)] + vmm.argv(say(b"R") + RAISE_RTS + ECHO + OFF + SPIN)
    p = subprocess.Popen(argv, stdin=slave, stdout=slave, stderr=slave, start_new_session=True, pass_fds=[get],
                         preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))
    got = b""
    while b"R" not in got and select.select([master], [], [], LIMIT)[0]:
        got += os.read(master, 100)
    check(termios.tcgetattr(slave)[3] & termios.ICANON, "in the background: the terminal is changed")
    os.write(put, b"x")
    began = time.monotonic()
    while termios.tcgetattr(slave)[3] & termios.ICANON and time.monotonic() - began < LIMIT:
        time.sleep(0.05)
    os.write(master, b"q")
    wait_for(p)
    check(p.returncode == 0, f"from the background: exit status {p.returncode}; {got}")
    for fd in (master, slave, get, put):
        os.close(fd)


def settle(p):
    """Until the VMM has written nothing for half a second: the terminal is full, or the guest silent."""
    began, was, since = time.monotonic(), None, 0
    while time.monotonic() - began < LIMIT:
        with open(f"/proc/{p.pid}/io", encoding="ascii") as f:
            now = f.read()
        if now != was:
            was, since = now, time.monotonic()
        if time.monotonic() - since > 0.5:
            return
        time.sleep(0.05)
    check(False, "the guest's output never ends")


def leaves(vmm):
    """Ctrl-A x is answered at once, whatever the guest does, and what was typed before is not lost."""
    flood = b"\x66\xba\xf8\x03" b"\xb0\x2e" b"\xee" b"\xeb\xfd"  # mov al, '.'; out dx, al; jmp
    for name, code, ahead in (("a guest that spins", RAISE_RTS + SPIN, b"x" * 100),
                              ("a guest that never reads", SPIN, b"x" * 2000),
                              ("output that nobody takes", RAISE_RTS + flood, b""),
                              ("output that nobody takes, and no room", flood, b"x" * 2000)):
        took = []
        for _ in range(3):  # a busy host may be late once
            master, slave = pty.openpty()
            p = subprocess.Popen(vmm.argv(say(b"R") + code), stdin=slave, stdout=slave, stderr=slave,
                                 start_new_session=True,
                                 preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))
            os.close(slave)
            check(select.select([master], [], [], LIMIT)[0], f"{name}: the guest does not start")
            for at in range(0, len(ahead), 500):
                os.write(master, ahead[at:at + 500])
                time.sleep(0.05)
            settle(p)
            began = time.monotonic()
            os.write(master, b"\x01x")
            wait_for(p)
            took.append(time.monotonic() - began)
            check(p.returncode == 130, f"{name}: exit status {p.returncode}, must be 130")
            os.close(master)
            if took[-1] < AT_ONCE:
                break
        check(took[-1] < AT_ONCE, f"{name}: Ctrl-A x takes {took} s")
    # what is typed ahead arrives, in order, once the guest takes it: it waits for a key of SIGTERM
    data = bytes(range(0x30, 0x70)) * 100 + b"q"
    master, slave = pty.openpty()
    p = subprocess.Popen(vmm.argv(say(b"R") + BUTTON + RAISE_RTS + ECHO + OFF + SPIN), stdin=slave,
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
                         preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))
    os.close(slave)
    ready(p)
    for at in range(0, len(data), 500):
        os.write(master, data[at:at + 500])
    p.terminate()
    try:
        got, _ = p.communicate(timeout=LIMIT)
    except subprocess.TimeoutExpired:
        p.kill()
        got, _ = p.communicate()
    check(got == data, f"typed ahead: {len(got)} of {len(data)} bytes come back")
    os.close(master)


sys.exit(main((terminal, background, leaves), runs=True))
