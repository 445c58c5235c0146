#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Guests that run: how they end, what they say and hear, and what becomes of their files.

usage: run.py ARCH VMM...     exit status: 77 where no /dev/kvm runs a guest
"""
import os
import re
import struct
import subprocess
import sys
import time

from vmm import (ECHO, LIMIT, LOAD, OFF, PC_OFF, RAISE_RTS, SPIN, TRIPLE, WAIT_INPUT, bzimage, check, end_of, main,
                 out, outw, ready, say, virtio_echo)


def endings(vmm):
    rows = [
        ("off", OFF, 0, b""),
        ("not off", out(0x600, 0x14) + out(0x600, 0x2c) + out(0x601, 0x34) + out(0x505, 1), 6, None),
        ("not reset", out(0x604, 0) + out(0x604, 2) + out(0x505, 1), 6, None),
        ("reset", out(0x604, 0) + out(0x604, 1), 3, b"the guest asks for a reset"),
        ("i8042 reset", out(0x64, 0xfe), 3, b"the guest asks for a reset"),
        ("panic", out(0x505, 2) + out(0x505, 1), 6, b"the guest panicked"),
        ("triple fault", TRIPLE, 4, b"triple fault; rip 0x"),
        # mov eax, 0xd0000000; jmp eax: KVM emulates accesses to what is no RAM, not code there
        ("no RAM", b"\xb8\x00\x00\x00\xd0" b"\xff\xe0", 5,
         b"KVM internal error 1; rip 0x00000000d0000000"),
        # two bytes at once: the second is 0x601, where there is nothing to be switched off
        ("wide access", b"\x66\xba\x00\x06" b"\x66\xb8\x34\x00" b"\x66\xef", 0, b""),
    ]
    pc_rows = [
        ("off", PC_OFF, 0, b""),
        ("off, by its high byte", out(0x615, 0x34), 0, b""),
        ("not off", OFF + outw(0x614, 0x1400) + outw(0x614, 0x2000) + outw(0x610, 0x3400) + out(0x505, 1), 6, None),
        ("reset", out(0x604, 0) + out(0x604, 1), 3, b"the guest asks for a reset"),
        ("i8042 reset", out(0x64, 0xfe), 3, b"the guest asks for a reset"),
    ]
    for name, code, status, said, option in [(*row, option) for row in rows for option in ("--map", "--copy", "--huge")] + \
            [(*row, "--pc") for row in pc_rows]:
        r = vmm.run(vmm.argv(code + SPIN, option))
        check(r.returncode == status, f"{name} {option}: exit status {r.returncode}, "
                                      f"must be {status}; {r.stderr}")
        check(said is None or said in r.stderr, f"{name} {option}: stderr {r.stderr}")
        check((r.stderr == b"") == (status == 0), f"{name} {option}: stderr {r.stderr}")


def flat(vmm):
    """Code without headers, which is the same in 32 and 64 bits: its first bytes spin, the entry is behind them."""
    for protocol in ("flat", "flat32"):
        for base, size in ((1 << 20, 0), (0x234567, 1 << 20), (0x7c00, 0)):
            for option in ("--map", "--copy", "--huge"):
                argv = vmm.command + ["--kernel", vmm.file("flat", SPIN * 2048 + say(b"here\n") + OFF + SPIN),
                                      "--memory", "16M", "--protocol", protocol, "--flat-base", hex(base),
                                      "--flat-entry", hex(base + 4096), option]
                r = vmm.run(argv + (["--flat-size", str(size)] if size else []))
                check(r.returncode == 0 and r.stdout == b"here\n" and r.stderr == b"", f"{argv[3:]}: {r}")


def planned(vmm):
    """MTRR masks have as many bits as the guest's CPUID says that addresses have."""
    # mov eax, 0x80000008; cpuid; mov dx, 0x3f8; out dx, al
    argv = vmm.argv(b"\xb8\x08\x00\x00\x80" b"\x0f\xa2" b"\x66\xba\xf8\x03" b"\xee" + OFF)
    r = vmm.run(argv)
    mask = re.search(rb"^msr 0x00000201 (0x\w+)$", vmm.run(argv + ["--plan"]).stdout, re.M)
    check(len(r.stdout) == 1 and mask and int(mask[1], 16).bit_length() == r.stdout[0],
          f"--plan: mask {mask}, the guest has {r.stdout} bits")


def console(vmm):
    r = vmm.run(vmm.argv(say(b"one\ntwo\n") + OFF))
    check(r.returncode == 0 and r.stdout == b"one\ntwo\n", f"console: {r}")
    # out 0x3fe, ax: the high byte is for the register beside it; read it back and say it
    code = b"\x66\xba\xfe\x03" b"\x66\xb8\x00\x41" b"\x66\xef"
    code += b"\x66\xba\xff\x03" b"\xec" b"\x66\xba\xf8\x03" b"\xee"
    r = vmm.run(vmm.argv(code + OFF + SPIN))
    check(r.returncode == 0 and r.stdout == b"A", f"out 0x3fe, ax: {r}")
    # rep outsb: 5 bytes in one exit
    text = b"\xbe" + struct.pack("<I", LOAD + 0x80) + b"\xb9\x05\0\0\0" b"\x66\xba\xf8\x03" b"\xf3\x6e"
    r = vmm.run(vmm.argv((text + OFF + SPIN).ljust(0x80, b"\0") + b"hello"))
    check(r.returncode == 0 and r.stdout == b"hello", f"rep outsb: {r}")
    # rep insb: once four bytes are there, all in one exit
    code = out(0x3f9, 0x01) + out(0x3fa, 0x41) + RAISE_RTS
    code += b"\x66\xba\xfa\x03" b"\xec" b"\x3c\xc4" b"\x75\xfb"  # in al; cmp al, 0xc4; jne
    code += b"\xbf" + struct.pack("<I", LOAD + 0x80) + b"\xb9\x04\0\0\0"
    code += b"\x66\xba\xf8\x03" b"\xf3\x6c"
    code += b"\xbe" + struct.pack("<I", LOAD + 0x80) + b"\xb9\x04\0\0\0" b"\xf3\x6e"
    r = vmm.run(vmm.argv(code + OFF + SPIN), stdin=b"four")
    check(r.returncode == 0 and r.stdout == b"four", f"rep insb: {r}")
    # input waits until the guest raises RTS or polls, and none of it is lost
    data = bytes(range(0x20, 0x71)) * 40 + b"q"
    for setup in (RAISE_RTS, out(0x3fa, 0x07) + RAISE_RTS, b""):
        r = vmm.run(vmm.argv(setup + ECHO + OFF + SPIN), stdin=data + b"rest")
        check(r.returncode == 0 and r.stdout == data,
              f"input: {len(r.stdout)} of {len(data)} bytes came back, exit status {r.returncode}")


def virtio(vmm):
    """The console is virtio's: all bytes both ways, and no UART beside it."""
    data = bytes(range(0x20, 0x71)) * 400 + b"q"
    for options in ([], ["--no-acpi"]):
        end = OFF if options == [] else out(0x64, 0xfe)
        r = vmm.run(vmm.argv(say(b"lost") + virtio_echo() + end + SPIN, "--console", "virtio", *options), stdin=data)
        check(r.returncode == (0 if options == [] else 3) and r.stdout == b"R" + data,
              f"virtio-console {options}: {len(r.stdout)} of {len(data) + 1} bytes, {r.returncode}, {r.stderr}")


def gone(vmm):
    """A console that is gone ends the guest, as nobody sees any more what it does."""
    for pipe in (True, False):
        p = subprocess.Popen(vmm.argv(RAISE_RTS + WAIT_INPUT + say(b"lost") + OFF + SPIN), stdin=subprocess.PIPE,
                             stdout=subprocess.PIPE if pipe else None, stderr=subprocess.PIPE,
                             preexec_fn=None if pipe else lambda: os.close(1))
        if pipe:
            p.stdout.close()
        p.stdin.write(b"x")
        p.stdin.flush()
        end_of(p, "stdout is gone", 8, b"aetherboot-kvm: stdout: Broken pipe\n" if pipe else b": stdout: Bad file")
    r = vmm.run(vmm.argv(say(b"x") + OFF + SPIN) + ["--append", "x"], stdin=b"")
    check(r.returncode == 0 and r.stdout == b"x", f"stdin at its end: {r}")


def closed_while_running(vmm):
    for fds in ((0, 1, 2), (0,), (1,), (2,)):
        p = subprocess.Popen(vmm.argv(SPIN), stdin=subprocess.DEVNULL,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                             preexec_fn=lambda fds=fds: [os.close(fd) for fd in fds])
        began, links = time.monotonic(), {}
        while "anon_inode:kvm-vcpu:0" not in links.values() and time.monotonic() - began < LIMIT:
            try:
                links = {fd: os.readlink(f"/proc/{p.pid}/fd/{fd}") for fd in os.listdir(f"/proc/{p.pid}/fd")}
            except OSError:
                pass
        check(all(links.get(str(fd)) == "/dev/null" for fd in range(3)), f"without {fds}: {links}")
        p.kill()
        p.wait()


def changed(vmm):
    """Files change while a guest runs, which then touches a page of them."""
    touch = b"\xa0" + struct.pack("<I", LOAD + 0x30000)  # mov al, [...]
    code = say(b"R") + RAISE_RTS + WAIT_INPUT + touch + OFF + SPIN

    def cut(path):
        os.truncate(path, 0x3000)

    def write(path):
        with open(path, "r+b") as f:
            f.seek(0x31000)
            f.write(b"other bytes")

    def replace(path):  # as package managers do it: the guest keeps the old file
        with open(path + ".new", "wb") as f:
            f.write(b"another file")
        os.rename(path + ".new", path)

    for what, option, status, said in ((cut, "--map", 7, b"was changed"), (cut, "--copy", 0, b""),
                                       (write, "--map", 7, b"was changed"),
                                       (write, "--copy", 0, b""),
                                       (replace, "--map", 0, b""), (replace, "--copy", 0, b"")):
        p = vmm.start(vmm.argv(code, option, size=0x40000))
        ready(p)
        what(p.args[2])
        if status == 0:
            p.stdin.write(b"x")
            p.stdin.flush()
        end_of(p, f"{what.__name__}, {option}", status, said)


def zeros(vmm):
    """The room that a bzImage wants for unpacking itself is not resident before the guest uses it."""
    kernel = bytearray(bzimage())
    code = say(b"R") + SPIN
    kernel[5 * 512 + 0x200:5 * 512 + 0x200 + len(code)] = code
    struct.pack_into("<I", kernel, 0x260, 256 << 20)  # init_size
    path = vmm.file("self", kernel)
    for option in ("--copy", "--map"):
        p = vmm.start(vmm.command + ["--kernel", path, "--protocol", "self", "--memory", "512M", option])
        ready(p)
        with open(f"/proc/{p.pid}/smaps_rollup", encoding="ascii") as f:
            resident = int(next(line for line in f if line.startswith("Rss:")).split()[1]) >> 10
        check(resident < 128, f"{option}: {resident} MiB are resident")
        p.kill()
        p.communicate()


def lost_page(vmm):
    """Where nobody tells of the change, the missing page does."""
    touch = b"\xa0" + struct.pack("<I", LOAD + 0x30000)
    argv = vmm.argv(say(b"R") + RAISE_RTS + WAIT_INPUT + touch + OFF + SPIN, "--map", size=0x40000)
    trace = ["env", "ASAN_OPTIONS=detect_leaks=0", "strace", "-qq", "-f", "-o", "/dev/null", "-e", "trace=inotify_init1",
             "-e", "inject=inotify_init1:error=EMFILE"]
    if subprocess.run(trace + ["true"], stderr=subprocess.DEVNULL, check=False).returncode != 0:
        print("strace does not run: not checked what a missing page does")
        return
    p = vmm.start(trace + argv)
    ready(p)
    os.truncate(argv[2], 0x3000)
    p.stdin.write(b"x")
    p.stdin.flush()
    end_of(p, "missing page", 7, b"truncated")


sys.exit(main((endings, flat, planned, console, virtio, gone, closed_while_running, changed, zeros, lost_page), runs=True))
