#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""What the VMM does to files, and what others do to those that it reads.

usage: files.py ARCH VMM...
"""
import bz2
import gzip
import lzma
import os
import random
import resource
import signal
import struct
import subprocess
import sys
import threading
import time

from vmm import OFF, SPIN, bzimage, check, image, main, overlay, pvh, uki

AT_ONCE = 60  # seconds, on a busy host; to be waited for, it would take for ever


def content(path):
    with open(path, "rb") as f:
        return f.read()


def refused(vmm, argv, want, what):
    try:
        r = vmm.run(vmm.command + argv, limit=AT_ONCE)
    except subprocess.TimeoutExpired:
        check(False, f"{what}: is waited for")
        return
    check(r.returncode == 1 and want in r.stderr, f"{what}: {r}")


def folder(vmm, name):
    path = os.path.join(vmm.folder, name)
    os.mkdir(path)
    return path


def keeps_its_input(vmm):
    """--extract and --dump take no place of a file that is read, nor of what is no file."""
    good = pvh(OFF)
    kernel, initrd = vmm.file("kernel", good), vmm.file("initrd", b"initrd")
    base = ["--protocol", "pvh", "--memory", "16M", *vmm.x86]
    dump = folder(vmm, "keeps")
    args = base + ["--kernel", kernel, "--initrd", initrd]
    rows = [(kernel, ["--extract", kernel], b"must not be a file that is read"),
            (initrd, ["--extract", initrd], b"must not be a file that is read")]
    os.link(kernel, kernel + ".hard")
    os.symlink(kernel, kernel + ".soft")
    rows += [(kernel, ["--extract", kernel + ".hard"], b"must not be a file that is read"),
             (kernel, ["--extract", kernel + ".soft"], b"must be a regular file where it exists"),
             (kernel, ["--extract", "/dev/null"], b"must be a regular file where it exists")]
    os.link(kernel, os.path.join(dump, "kernel-0x200000.bin"))
    rows.append((kernel, ["--dump", dump], b"must not be a file that is read"))
    rows = [(path, args + what, want) for path, what, want in rows]
    arm, tree = vmm.file("Image", image(b"\x00\x00\x00\x14")), vmm.file("ov.dtbo", overlay(b"one@1"))
    rows.append((tree, ["--arch", "arm64", "--kernel", arm, "--dtb-overlay", tree, "--extract", tree, "--plan"],
                 b"must not be a file that is read"))
    addon = vmm.file("x.addon.efi", uki(0xaa64, cmdline=b"x"))
    rows.append((addon, ["--arch", "arm64", "--kernel", arm, "--addon", addon, "--extract", addon, "--plan"],
                 b"must not be a file that is read"))
    for path, argv, want in rows:
        was = content(path)
        refused(vmm, argv, want, f"{argv}")
        check(content(path) == was, f"{argv}: {path} is changed")
    check(os.listdir(dump) == ["kernel-0x200000.bin"], f"--dump: leaves {os.listdir(dump)}")
    outside = vmm.file("outside", b"not the guest's")
    for name in ("kernel-0x200000.bin", "FACP.dat"):
        dump = folder(vmm, "link-" + name)
        os.symlink(outside, os.path.join(dump, name))
        refused(vmm, args + ["--dump", dump], b"must be a regular file where it exists", f"link {name}")
        check(os.listdir(dump) == [name], f"link {name}: leaves {os.listdir(dump)}")
    check(content(outside) == b"not the guest's", "--dump: writes through a link")


def whole_or_not(vmm):
    """What was there stays until all of the new is."""
    packed = bytearray(gzip.compress(pvh(OFF, 1 << 20)))
    packed[-8] ^= 1  # of the CRC
    base = ["--protocol", "pvh", "--memory", "16M", *vmm.x86, "--kernel", vmm.file("bad.gz", packed)]
    new, dump = os.path.join(vmm.folder, "new"), os.path.join(vmm.folder, "newdump")
    old = vmm.file("old", b"what was there")
    before = set(os.listdir(vmm.folder))
    for target in (new, old):
        refused(vmm, base + ["--extract", target], b"gzip stream", f"--extract {target}")
    check(content(old) == b"what was there", "--extract: an error leaves the old file changed")
    refused(vmm, base + ["--dump", dump], b"gzip stream", "--dump")
    check(set(os.listdir(vmm.folder)) == before, f"leaves {set(os.listdir(vmm.folder)) - before}")
    os.mkdir(dump)
    refused(vmm, base + ["--dump", dump], b"gzip stream", "--dump")
    check(os.listdir(dump) == [], f"--dump: leaves {os.listdir(dump)}")
    # no more than the limit of a file's size may be written
    small = vmm.file("small.gz", gzip.compress(pvh(OFF, 1 << 20)))
    base = base[:-1] + [small]
    before = set(os.listdir(vmm.folder))
    for argv, name in ((["--extract", new], new), (["--extract", old], old), (["--dump", dump], dump + "/kernel-0x200000.bin")):
        r = subprocess.run(vmm.command + base + argv, capture_output=True, timeout=AT_ONCE, check=False,
                           preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536)))
        check(r.returncode == 1 and r.stderr == f"aetherboot-kvm: {name}: File too large\n".encode(),
              f"{argv}, a limit: {r}")
    check(set(os.listdir(vmm.folder)) == before and os.listdir(dump) == [],
          f"a limit leaves {set(os.listdir(vmm.folder)) - before}, {os.listdir(dump)}")
    check(content(old) == b"what was there", "--extract: a limit leaves the old file changed")
    # who may read what is written is who might read what was there
    for mode in (0o600, 0o666, 0o440):
        os.chmod(old, mode)
        r = vmm.run(vmm.command + base + ["--extract", old])
        got = os.stat(old).st_mode & 0o7777
        check(r.returncode == 0 and got == mode, f"--extract over a file of mode {mode:o}: {got:o}, {r}")
    # and what is ended while it writes leaves nothing
    big = vmm.file("big.gz", gzip.compress(pvh(OFF, 512 << 20), 1))
    before = set(os.listdir(vmm.folder))
    for number in (signal.SIGTERM, signal.SIGINT):
        p = vmm.start(vmm.command + ["--kernel", big, "--extract", new])
        began = time.monotonic()
        while set(os.listdir(vmm.folder)) == before and time.monotonic() - began < AT_ONCE:
            time.sleep(0.002)
        check(set(os.listdir(vmm.folder)) != before, "--extract writes nothing")
        p.send_signal(number)
        p.communicate(timeout=20)
        check(p.returncode == 128 + number, f"--extract, {number}: exit status {p.returncode}")
        check(set(os.listdir(vmm.folder)) == before, f"{number} leaves half a file")
    big = vmm.file("big.gz", gzip.compress(pvh(OFF, 128 << 20), 1))
    p = subprocess.Popen(vmm.command + ["--kernel", big, "--extract", new], stdout=subprocess.PIPE,
                         stderr=subprocess.PIPE, preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
    began = time.monotonic()
    while set(os.listdir(vmm.folder)) == before and time.monotonic() - began < AT_ONCE:
        time.sleep(0.002)
    p.send_signal(signal.SIGHUP)
    p.communicate(timeout=60)
    check(p.returncode == 0 and os.path.exists(new), f"--extract, SIGHUP is ignored: {p.returncode}")
    os.remove(new)


def no_waiting(vmm):
    """FIFOs and devices are refused, not waited for."""
    fifo = os.path.join(vmm.folder, "fifo")
    os.mkfifo(fifo)
    kernel, arm = vmm.file("k", pvh(OFF)), vmm.file("Image", image(b"\x00\x00\x00\x14"))
    base = ["--protocol", "pvh", "--memory", "16M", *vmm.x86]
    dump = folder(vmm, "fifos")
    os.mkfifo(os.path.join(dump, "kernel-0x200000.bin"))
    file, target = b"must be a regular file", b"must be a regular file where it exists"
    inside = os.path.join(dump, "kernel-0x200000.bin").encode() + b": " + target
    for argv, want in ((["--kernel", fifo, "--plan"], file), (["--kernel", "/dev/zero", "--plan"], file),
                       (["--kernel", kernel, "--initrd", fifo, "--plan"], file),
                       (["--kernel", kernel, "--initrd", "/dev/tty", "--plan"], file),
                       (["--kernel", kernel, "--extract", fifo], target),
                       (["--kernel", kernel, "--dump", fifo], b"Not a directory"),
                       (["--kernel", kernel, "--dump", dump], inside)):
        refused(vmm, base + argv, want, f"{argv}")
    for path in (fifo, "/dev/zero"):
        refused(vmm, ["--arch", "arm64", "--kernel", arm, "--plan", "--dtb-overlay", path], file,
                f"overlay {path}")
    sparse = vmm.file("sparse", b"")
    os.truncate(sparse, 1 << 28)  # emulators note each page of a mapping
    refused(vmm, ["--arch", "arm64", "--kernel", arm, "--plan", "--dtb-overlay", sparse],
            b"must be at most 16 MiB", "sparse overlay")


def zboot(kernel):
    """drivers/firmware/efi/libstub/zboot-header.S"""
    packed = gzip.compress(kernel)
    head = struct.pack("<4s4sII8x8s", b"MZ", b"zimg", 0x1000, len(packed), b"gzip").ljust(0x3c, b"\0")
    head = (head + struct.pack("<I", 0x40) + b"PE\0\0\x64\xaa").ljust(0x1000, b"\0")
    return head + packed


class Writer(threading.Thread):
    """Does one thing to a file, again and again, until it is told to stop."""

    def __init__(self, path, what, seed):
        super().__init__()
        self.path, self.what, self.random = path, what, random.Random(seed)
        self.good = content(path)
        self.over = threading.Event()

    def cut(self, fd):
        os.ftruncate(fd, self.random.randrange(len(self.good)))
        os.pwrite(fd, self.good, 0)

    def grow(self, fd):
        os.ftruncate(fd, len(self.good) + self.random.randrange(1 << 20))

    def rewrite(self, fd):
        at = self.random.randrange(len(self.good))
        os.pwrite(fd, self.good[at:at + self.random.randrange(1 << 16)], at)

    def anything(self, fd):
        """A part of it, all of it as it was, less, more."""
        r, n = self.random, len(self.good)
        what = r.randrange(8)
        if what == 0:
            os.ftruncate(fd, r.randrange(n))
        elif what == 1:
            os.ftruncate(fd, n + r.randrange(n))
        elif what < 5:
            os.pwrite(fd, self.good, 0)
        else:
            at = r.randrange(min(n, 4096) if what < 7 else n)
            os.pwrite(fd, r.randbytes(r.choice((1, 4, 64))), at)

    def run(self):
        with open(self.path, "r+b", buffering=0) as f:
            while not self.over.is_set():
                self.what(self, f.fileno())

    def __enter__(self):
        self.start()

    def __exit__(self, *error):
        self.over.set()
        self.join()


def changing(vmm):
    """Files that change while they are planned and placed: an error, or what was there at some time;
    never a crash, and no waiting."""
    elf, arm = pvh(OFF, 1 << 16), image(b"\x00\x00\x00\x14" * 4096)
    tree = overlay(*(b"node@%x" % i for i in range(3000)))  # it takes its time
    x86 = ["--arch", "x86_64", "--memory", "64M"]
    arm64 = ["--arch", "arm64", "--memory", "64M"]
    kernel, other = vmm.file("good", arm), vmm.file("good.elf", elf)
    formats = [
        ("ELF", x86, elf), ("gzip", x86, gzip.compress(elf)), ("bzip2", x86, bz2.compress(elf)),
        ("xz", x86, lzma.compress(elf)), ("lzma", x86, lzma.compress(elf, lzma.FORMAT_ALONE, preset=0)),
        ("bzImage", x86, bzimage()),
        ("UKI", x86, uki(0x8664, linux=bzimage(), cmdline=b"quiet", initrd=b"i" * 9000)),
        ("Image", arm64, arm), ("zboot", arm64, zboot(arm)),
        ("initrd", x86 + ["--kernel", other], b"initrd" * 9000),
        ("overlay", arm64 + ["--kernel", kernel], tree),
        ("addon", x86 + ["--kernel", other], uki(0x8664, cmdline=b"quiet", initrd=b"i" * 9000)),
    ]
    said = {0: 0, 1: 0, 7: 0}
    for seed, (name, options, good) in enumerate(formats):
        path = vmm.file("changing", good)
        flag = {"initrd": "--initrd", "overlay": "--dtb-overlay", "addon": "--addon"}.get(name, "--kernel")
        dump = os.path.join(vmm.folder, "changing-dump")
        with Writer(path, Writer.anything, seed):
            for i in range(30):
                argv = vmm.command + options + [flag, path, "--plan"]
                argv += ["--dump", dump] if i % 2 else []
                r = vmm.run(argv)
                # trees and addons are read whole before they are looked at
                if r.returncode not in said or name in ("overlay", "addon") and r.returncode == 7:
                    check(False, f"{name} that changes: exit status {r.returncode}: {r.stderr}")
                    break
                said[r.returncode] += 1
    print(f"changing files: exit statuses {said}")
    check(said[0] > 20 and said[1] > 20, f"changing files: {said}: not both ways out")


def placed(vmm):
    """A guest is placed from a kernel and an initrd that are cut, that grow, or that are written again:
    it runs as it should, or an error says what became of its file."""
    if vmm.arch != "x86_64" or vmm.runs_nothing():
        print("no guest runs here: not checked what becomes of one whose files change")
        return
    elf = pvh(OFF + SPIN, 1 << 20)
    for kind, kernel in (("plain", elf), ("packed", gzip.compress(elf, 1))):
        for what in (Writer.cut, Writer.grow, Writer.rewrite):
            paths = [vmm.file("placed", kernel), vmm.file("placed-initrd", b"initrd" * 100000)]
            argv = vmm.command + ["--kernel", paths[0], "--initrd", paths[1], "--memory", "64M"]
            said = {}
            for changing in paths:
                with Writer(changing, what, len(said)):
                    for _ in range(8):
                        r = vmm.run(argv)
                        said[r.returncode] = said.get(r.returncode, 0) + 1
                        check(r.returncode == 0 or r.stderr, f"{kind}, {what.__name__}: no message")
            wanted = {0} if what is Writer.rewrite else {0, 1, 7}
            check(set(said) <= wanted, f"placed {kind}, {what.__name__}: exit statuses {said}")
            print(f"placed {kind}, {what.__name__}: exit statuses {said}")


sys.exit(main((keeps_its_input, whole_or_not, no_waiting, changing, placed), runs=False))
