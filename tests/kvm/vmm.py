#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Run the VMM as its users do, with guests that are a few bytes of 32-bit machine code.

usage: vmm.py cli|run ARCH VMM...     cli needs no /dev/kvm; run exits with 77 where none answers
"""
import fcntl
import lzma
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

LOAD = 0x200000
LIMIT = 20  # seconds that a guest may take; each takes milliseconds
AT_ONCE = 1  # seconds that a busy host may take; who waits for another takes 2, or for ever
failures = []


def check(ok, what):
    if not ok:
        failures.append(what)
        print("FAIL " + what, flush=True)


# ---- guests ------------------------------------------------------------------------------------


def pvh(code, size=0):
    """An ELF32 with a PVH note: code at LOAD, zeros up to size in the file."""
    note = struct.pack("<III4sI", 4, 4, 18, b"Xen\0", LOAD)
    code += bytes(max(0, size - len(code)))
    ehdr = struct.pack("<4s12xHHIIIIIHHHHHH", b"\x7fELF", 2, 3, 1, LOAD, 52, 0, 0, 52, 32, 2, 0, 0, 0)
    ehdr = ehdr[:4] + b"\x01\x01\x01" + ehdr[7:]
    load = struct.pack("<IIIIIIII", 1, 4096, LOAD, LOAD, len(code), len(code), 5, 4096)
    notes = struct.pack("<IIIIIIII", 4, 256, 0, 0, len(note), len(note), 4, 4)
    head = (ehdr + load + notes).ljust(256, b"\0") + note
    return head.ljust(4096, b"\0") + code


def image(code):
    """An arm64 Image by Documentation/arm64/booting.rst: code behind the header; 4 KiB pages,
    anywhere in memory."""
    size = -(-(64 + len(code)) // 4096) * 4096
    head = struct.pack("<IIQQQ24x4sI", 0x14000010, 0, 0, size, 0xa, b"ARM\x64", 0)  # b .+64
    return (head + code).ljust(size, b"\0")


def bzimage():
    """A bzImage by Documentation/arch/x86/boot.rst that could unpack itself, were there code."""
    file = bytearray(5 * 512 + 4096)
    file[0x1f1] = 4  # setup_sects
    for at, form, value in ((0x1f4, "<I", 256), (0x1fe, "<H", 0xaa55), (0x200, "<H", 0x6aeb),
                            (0x202, "4s", b"HdrS"), (0x206, "<H", 0x20f), (0x211, "B", 1),
                            (0x22c, "<I", 0x7fffffff), (0x230, "<I", 0x200000), (0x234, "B", 1),
                            (0x236, "<H", 3), (0x238, "<I", 2047), (0x258, "<Q", 0x1000000),
                            (0x260, "<I", 0x200000)):
        struct.pack_into(form, file, at, value)
    file[5 * 512 + 0x200] = 0xf4  # hlt: what its 64-bit entry has of it
    return bytes(file)


def uki(machine, *more, **sections):
    """A PE file of sections: all that is looked at of a Unified Kernel Image. MORE: pairs, behind them."""
    at, table, body = 0x400, b"", b""
    sections = [*sections.items(), *more]
    for name, content in sections:
        table += struct.pack("<8sIIII16x", b"." + name.encode(), len(content), 0, len(content), at)
        body += content
        at += len(content)
    head = b"MZ".ljust(0x3c, b"\0") + struct.pack("<I", 0x80)
    head = head.ljust(0x80, b"\0") + struct.pack("<4sHH12xH2x", b"PE\0\0", machine, len(sections), 240)
    return (head.ljust(0x188, b"\0") + table).ljust(0x400, b"\0") + body


def out(port, value):
    # mov dx, port; mov al, value; out dx, al
    return b"\x66\xba" + struct.pack("<H", port) + b"\xb0" + bytes([value]) + b"\xee"


OFF = out(0x600, 0x34)
SPIN = b"\xeb\xfe"  # jmp to itself
RAISE_RTS = out(0x3fc, 0x02)
WAIT_INPUT = b"\x66\xba\xfd\x03" b"\xec" b"\xa8\x01" b"\x74\xfb"  # dx = LSR; in al; test 1; jz
READ_INPUT = b"\x66\xba\xf8\x03" b"\xec"
TRIPLE = b"\x0f\x01\x1d" + struct.pack("<I", LOAD + 0x100) + b"\x0f\x0b"  # lidt of zeros; ud2
# echo until 'q': wait; read; out dx, al; cmp al, 'q'; jne to the wait
ECHO = WAIT_INPUT + READ_INPUT + b"\xee" b"\x3c\x71" b"\x75\xed"
BUTTON = b"\xa1\x00\x10\xb0\xfe" b"\xa8\x01" b"\x74\xf7"  # mov eax, [0xfeb01000]; test al, 1; jz


def say(text):
    return b"".join(out(0x3f8, c) for c in text)


class Vmm:
    def __init__(self, arch, command, folder):
        self.arch, self.command, self.folder = arch, command, folder
        # these guests are x86's; where another is the host's, there is all but booting them
        self.x86 = [] if arch == "x86_64" else ["--arch", "x86_64"]

    def file(self, name, content):
        path = os.path.join(os.fsencode(self.folder), name) if isinstance(name, bytes) else \
            os.path.join(self.folder, name)
        with open(path, "wb") as f:
            f.write(content)
        return path

    def argv(self, code, *options, size=0):
        kernel = self.file("guest", pvh(code, size))
        return self.command + ["--kernel", kernel, "--protocol", "pvh", "--memory", "16M",
                               *self.x86, *options]

    def run(self, argv, stdin=b"", limit=LIMIT):
        return subprocess.run(argv, input=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              timeout=limit, check=False)

    def start(self, argv):
        return subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE)


# ---- command line --------------------------------------------------------------------------------


def misuse(vmm):
    kernel = ["--kernel", vmm.file("k", pvh(OFF))]
    rows = [
        [], ["--plan"], ["--kernel"], kernel + ["--bogus"], kernel + ["stray"],
        kernel + ["--map", "--huge"], kernel + ["--cmdline"], kernel + ["--initrd"],
        *(kernel + ["--memory", v] for v in
          ("", "0", "x", "1", "4095", "16MB", "16Q", "-1", "-16M", " 16M", "17592186044416M", "17592186044432M",
           "18446744073709551616", "4E")),
        *(kernel + ["--work-memory", v] for v in ("", "0", "x", "4095", "-1M")),
        *(kernel + ["--cpus", v] for v in ("", "0", "x", "1k", "-1", "4097", "1.5")),
        *(kernel + ["--protocol", v] for v in ("", "efi", "Linux", "linux64")),
        *(kernel + ["--arch", v, "--plan"] for v in ("", "x86", "aarch64", "riscv64")),
        *(kernel + ["--arch", "arm64", "--plan", "--gic", v] for v in ("", "0", "1", "4", "23", "v3")),
        kernel + ["--arch", "x86_64", "--plan", "--gic", "3"],
        kernel + ["--arch", "x86_64", "--plan", "--device-tree"],
        kernel + ["--arch", "x86_64", "--plan", "--dtb-overlay", kernel[1]],
        kernel + ["--arch", "x86_64" if vmm.arch == "arm64" else "arm64"],
    ]
    for row in rows:
        r = vmm.run(vmm.command + row)
        check(r.returncode == 2, f"{row}: exit status {r.returncode}, must be 2")
        check(re.fullmatch(rb"aetherboot-kvm: [^\n]+\n", r.stderr), f"{row}: stderr {r.stderr}")
        check(r.stdout == b"", f"{row}: stdout {r.stdout}")


def blames(vmm):
    """Which word of the command line it is that makes no sense."""
    kernel = ["--kernel", vmm.file("k", pvh(OFF))]
    for row, word in ((kernel + ["-abc"], b"-abc"), (["-k"] + kernel, b"-k"), (kernel + ["-a", "-b"], b"-a"),
                      (kernel + ["--bogus", "--plan"], b"--bogus"), (kernel + ["--memory"], b"--memory"),
                      (["stray", "--plan", "-x"] + kernel, b"stray"), (kernel + ["--plan", "--", "-y"], b"-y"),
                      (kernel + ["--plan=no"], b"--plan=no")):
        r = vmm.run(vmm.command + row)
        check(r.returncode == 2 and r.stderr.startswith(b"aetherboot-kvm: " + word + b": "), f"{row}: {r}")


def what_it_says(vmm):
    r = vmm.run(vmm.command + ["--help"])
    check(r.returncode == 0 and r.stderr == b"", f"--help: {r}")
    for option in ("kernel", "profile", "addon", "initrd", "cmdline", "memory", "cpus", "protocol", "acpi", "no-acpi",
                   "device-tree", "gic", "dtb-overlay", "plan", "dump", "extract", "arch", "map", "copy", "huge", "work-memory",
                   "help", "version"):
        check(f"--{option}".encode() in r.stdout, f"--help does not tell of --{option}")
    check(b"a UKI's own, else console=ttyS0" in r.stdout, "--help does not tell of a UKI's --cmdline")
    for status in ("0", "1", "2", "3", "4", "5", "6", "7", "128+N"):
        check(re.search(rf"^  {re.escape(status)} ", r.stdout.decode(), re.M),
              f"--help does not tell of exit status {status}")
    r = vmm.run(vmm.command + ["--version"])
    check(r.returncode == 0 and
          re.fullmatch(rb"aetherboot-kvm \d+\.\d+\.\d+\n([\w-]+: [\w-]+ \d+\..+\n)*", r.stdout) and
          re.search(rb"^gzip: (ISA-L|zlib) \d", r.stdout, re.M), f"--version: {r}")
    for option in ("--help", "--version"):
        with open("/dev/full", "w", encoding="ascii") as full:
            r = subprocess.run(vmm.command + [option], stdout=full, check=False)
            check(r.returncode == 1, f"{option} into a full file: {r.returncode}")


def cannot_start(vmm):
    good = vmm.file("k", pvh(OFF))
    rows = [
        (["--kernel", "/nonexistent/k"], b"/nonexistent/k: No such file"),
        (["--kernel", "/"], b"/: must not be a folder"),
        (["--kernel", "/dev/null"], b"/dev/null: must be a regular file"),
        (["--kernel", vmm.file("empty", b"")], b"empty: must not be empty"),
        (["--kernel", vmm.file("text", b"#!/bin/sh\n" * 500)], b"is not supported"),
        (["--kernel", vmm.file("cut", pvh(OFF)[:60])], b"is not valid"),
        (["--kernel", good, "--protocol", "linux"], b"is not supported"),
        (["--kernel", good, "--initrd", "/nonexistent/i"], b"/nonexistent/i: No such file"),
        (["--kernel", good, "--initrd", vmm.file("none", b"")], b"none: must not be empty"),
        (["--kernel", good, "--memory", "2M"], b"must cover all of the segment"),
        (["--kernel", good, "--initrd", vmm.file("big", bytes(20 << 20)), "--memory", "16M"],
         b"initrd"),
    ]
    for row, want in rows:
        for more in ([], ["--plan"]) if not vmm.x86 else (["--plan"],):
            r = vmm.run(vmm.command + row + vmm.x86 + more)
            if not more and b"/dev/kvm" in r.stderr:
                continue
            check(r.returncode == 1, f"{row + more}: exit status {r.returncode}, must be 1")
            check(re.fullmatch(rb"aetherboot-kvm: [^\n]+\n", r.stderr) and want in r.stderr,
                  f"{row + more}: stderr {r.stderr}")
            check(r.stdout == b"", f"{row + more}: stdout {r.stdout}")
    target = os.path.join(vmm.folder, "no", "where")
    for option in ("--dump", "--extract"):
        r = vmm.run(vmm.command + vmm.x86 + ["--kernel", good, option, target])
        check(r.returncode == 1 and target.encode() in r.stderr, f"{option} to nowhere: {r}")


def inspects(vmm):
    argv = vmm.argv(OFF, "--cpus", "3", "--initrd", vmm.file("i", b"initrd bytes"))
    dump, vmlinux = os.path.join(vmm.folder, "dump"), os.path.join(vmm.folder, "vmlinux")
    r = vmm.run(argv + ["--plan", "--dump", dump, "--extract", vmlinux])
    text = r.stdout.decode()
    check(r.returncode == 0 and r.stderr == b"", f"--plan --dump --extract: {r}")
    check(text.startswith("protocol pvh"), f"--plan: {text[:60]}")
    check(len(re.findall(r"^cpu \d$", text, re.M)) == 3, "--plan: a CPU is missing")
    check(f"rip {LOAD:#x}\n" in text, "--plan: where CPU 0 starts")
    with open(vmlinux, "rb") as f:
        check(f.read() == pvh(OFF), "--extract of an ELF: not the same bytes")
    for size in ("016M", "0x10M", "0x1000000"):
        check(vmm.run(argv + ["--plan", "--memory", size]).stdout == r.stdout,
              f"--memory {size}: not what 16M gives")
    again = vmm.run(argv + ["--plan"])
    check(again.stdout == r.stdout, "--plan: another one the second time")
    files = {}
    for name in os.listdir(dump):
        with open(os.path.join(dump, name), "rb") as f:
            files[name] = f.read()
    ranges = re.findall(r"^(0x[0-9a-f]+) (0x[0-9a-f]+) .*?  (\S.*)$", text, re.M)
    sizes = {int(base, 16): int(size, 16) for base, size, _ in ranges}
    for name, content in files.items():
        m = re.fullmatch(r".*-0x([0-9a-f]+)\.bin", name)
        if m:
            check(sizes.get(int(m[1], 16)) == len(content), f"--dump: size of {name}")
        else:
            check(len(content) == struct.unpack_from("<I", content, 4)[0] and
                  (sum(content) & 0xff == 0 or name == "FACS.dat"), f"--dump: table {name}")
    check(files[f"kernel-{LOAD:#x}.bin"].rstrip(b"\0") == OFF.rstrip(b"\0"), "--dump: kernel")
    initrd = [c for n, c in files.items() if n.startswith("initrd-")]
    check(len(initrd) == 1 and initrd[0].rstrip(b"\0") == b"initrd bytes", "--dump: initrd")
    check({"APIC.dat", "DSDT.dat", "FACP.dat", "MCFG.dat", "XSDT.dat"} <= set(files),
          f"--dump: tables {sorted(files)}")
    trace = os.path.join(vmm.folder, "trace")
    try:
        subprocess.run(["strace", "-f", "-o", trace] + argv + ["--plan"], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with open(trace, encoding="ascii", errors="replace") as f:
            check("/dev/kvm" not in f.read(), "--plan opens /dev/kvm")
    except (OSError, subprocess.CalledProcessError):
        print("strace does not run: not checked that --plan leaves /dev/kvm alone")


def work_memory(vmm):
    """A packed kernel says how much memory it takes to be unpacked; the user says how much it may."""
    asked = 1 << 30
    packed = bytearray(lzma.compress(pvh(OFF), lzma.FORMAT_ALONE, preset=0))
    struct.pack_into("<I", packed, 1, asked)  # the size of the dictionary
    target = os.path.join(vmm.folder, "unpacked")
    argv = vmm.command + ["--kernel", vmm.file("lzma", packed), "--protocol", "pvh", "--memory", "16M", *vmm.x86]
    for what in (["--plan"], ["--extract", target]):
        for limit, allowed in (([], 512 << 20), (["--work-memory", "1G"], asked)):
            r = vmm.run(argv + what + limit)
            m = re.fullmatch(rb"aetherboot-kvm: (\d+) bytes are needed to unpack the kernel \(codec: lzma\) "
                             rb"and to place the guest; --work-memory allows (\d+)\n", r.stderr)
            check(r.returncode == 1 and m and int(m[1]) > asked and int(m[2]) == allowed,
                  f"{what} {limit}: {r}")
            check(not os.path.exists(target), f"{what} {limit}: writes the kernel")
        r = vmm.run(argv + what + ["--work-memory", "2G"])
        check(r.returncode == 0 and r.stderr == b"", f"{what} with enough work memory: {r}")
    with open(target, "rb") as f:
        check(f.read() == pvh(OFF), "--extract of lzma: not the same bytes")


def smbios(vmm):
    """x86 guests are told who the machine is, where kernels scan for it."""
    for options in ([], ["--no-acpi"]):
        r = vmm.run(vmm.argv(OFF, "--plan", *options))
        check(re.search(rb"^0x0*f1000 .* reserved +SMBIOS$", r.stdout, re.M), f"{options}: {r.stdout}")
    target = os.path.join(vmm.folder, "dump-smbios")
    vmm.run(vmm.argv(OFF, "--dump", target))
    with open(os.path.join(target, "SMBIOS-0xf1000.bin"), "rb") as f:
        content = f.read()
    check(content[:5] == b"_SM3_" and struct.unpack_from("<Q", content, 16)[0] == 0xf1020,
          f"SMBIOS entry point: {content[:24]}")
    check(b"\0libaetherboot\0Virtual Machine\0\0" in content, f"SMBIOS: {content}")


def command_lines(vmm):
    """Which one a guest gets: the user's, else a UKI's own, else the usual."""
    x86, arm64 = ["--arch", "x86_64", "--protocol", "self"], ["--arch", "arm64"]
    pc, arm = bzimage(), image(b"\x00\x00\x00\x14")
    own = b"root=/dev/own ro"
    usual, none = b"console=ttyS0", b""
    modes = (("profile", b"ID=usual\n"), ("cmdline", own), ("profile", b"ID=rescue\n"), ("cmdline", b"rescue"))
    one, two = (["--addon", vmm.file(f"{word}.addon.efi", uki(0x8664, cmdline=word.encode()))] for word in ("one", "two"))
    for options, kernel, want in (
            (x86, uki(0x8664, *modes, linux=pc, cmdline=b"base"), own),
            (x86 + ["--profile", "@0"], uki(0x8664, *modes, linux=pc), own),
            (x86 + ["--profile", "@1"], uki(0x8664, *modes, linux=pc), b"rescue"),
            (x86 + ["--profile", "rescue"], uki(0x8664, *modes, linux=pc), b"rescue"),
            (x86 + ["--profile", "rescue", "--append", "rw"], uki(0x8664, *modes, linux=pc), b"rescue rw"),
            (x86 + one + two, pc, usual + b" one two"), (x86 + two + one + ["--append", "a"], pc, usual + b" a two one"),
            (x86 + one + ["--profile", "rescue"], uki(0x8664, *modes, linux=pc), b"rescue one"),
            (x86 + one + ["--cmdline", "mine"], uki(0x8664, *modes, linux=pc), b"mine one"),
            (arm64 + one, arm, none),  # it is for another machine
            (x86, pc, usual), (x86, uki(0x8664, linux=pc), usual),
            (x86, uki(0x8664, linux=pc, cmdline=own + b"\n"), own),
            (x86, uki(0x8664, linux=pc, cmdline=b"\n"), none),
            (x86 + ["--cmdline", "mine"], uki(0x8664, linux=pc, cmdline=own), b"mine"),
            (x86 + ["--cmdline", ""], uki(0x8664, linux=pc, cmdline=own), none),
            (x86 + ["--cmdline", "mine"], pc, b"mine"),
            (x86 + ["--append", "quiet"], pc, usual + b" quiet"),
            (x86 + ["--append", "a b", "--append", "-- c"], pc, usual + b" a b -- c"),
            (x86 + ["--append", "rw", "--cmdline", "mine -- x"], pc, b"mine rw -- x"),
            (x86 + ["--append", "rw"], uki(0x8664, linux=pc, cmdline=own + b"\n"), own + b" rw"),
            (arm64 + ["--append", "rw"], arm, b"rw"),
            (arm64, arm, none), (arm64, uki(0xaa64, linux=arm), none),
            (arm64, uki(0xaa64, linux=arm, cmdline=own), own),
            (arm64 + ["--cmdline", "mine"], uki(0xaa64, linux=arm, cmdline=own), b"mine")):
        target = os.path.join(vmm.folder, "dump-" + str(len(os.listdir(vmm.folder))))
        r = vmm.run(vmm.command + options + ["--kernel", vmm.file("kernel", kernel), "--memory", "64M",
                                             "--dump", target])
        check(r.returncode == 0, f"{options}, to get {want}: {r}")
        names = [n for n in os.listdir(target) if n.startswith(("command-line-", "device-tree-"))]
        if len(names) != 1:
            check(False, f"{options}, to get {want}: {names}")
            continue
        with open(os.path.join(target, names[0]), "rb") as f:
            content = f.read()
        if names[0].startswith("device-tree-"):  # the one property of its length and text
            begun = [m for m in re.findall(rb"\0\0\0\x03(.{4}).{4}([ -~]*)\0", content, re.S)
                     if m == (struct.pack(">I", len(want) + 1), want)]
            check(begun and (own in content) == (want == own), f"{options}: no '{want}' in the tree")
        else:
            check(content == want + b"\0", f"{options}: '{content}', must be '{want}'")


def profiles(vmm):
    """What there is not is told; --extract takes the profile's kernel; an addon's initrd comes last."""
    pc, other = bzimage(), image(b"\x00\x00\x00\x14")
    two = vmm.file("two.efi", uki(0x8664, ("profile", b"ID=a"), ("profile", b"ID=b"), ("linux", other), linux=pc))
    argv = vmm.command + ["--arch", "x86_64", "--protocol", "self", "--memory", "64M", "--kernel", two]
    bad = vmm.file("bad", uki(0x8664, ("cmdline", b"x"), ("cmdline", b"x")))
    alien = vmm.file("alien", uki(0xaa64, cmdline=b"x"))
    for options, status, said in ((["--profile", "c"], 1, b"profile (c) is not valid: must be the number (@0, @1, ...)"),
                                  (["--profile", "@2"], 1, b"profile (@2) is not valid"),
                                  (["--profile", "@0", "--kernel", vmm.file("plain", pc)], 1, b"only a UKI has profiles"),
                                  (["--addon", bad], 1, b"addons[0] (.cmdline) is not valid"),
                                  (["--addon", two], 1, b"addons[0] is not supported: must not have a .linux"),
                                  (["--addon", "/nowhere"], 1, b"/nowhere"),
                                  (["--addon", alien], 0, b"warning  payload.addons[0].pe.Machine: 0xaa64")):
        r = vmm.run(argv + options + ["--plan"])
        check(r.returncode == status and said in r.stdout + r.stderr, f"{options}: {r}")
    target, third = os.path.join(vmm.folder, "extracted"), image(b"\x00\x00\x00\x14" * 2)
    vmm.file("two.efi", uki(0xaa64, ("profile", b"ID=a"), ("profile", b"ID=b"), ("linux", other), linux=third))
    for profile, kernel in (("a", third), ("b", other)):
        r = vmm.run(argv + ["--profile", profile, "--extract", target])
        with open(target, "rb") as f:
            check(r.returncode == 0 and f.read() == kernel, f"--extract --profile {profile}: {r}")
    check(vmm.run(argv + ["--profile", "c", "--extract", target]).returncode == 1, "--extract --profile c")
    vmm.file("two.efi", pc)
    late = vmm.file("late", uki(0x8664, initrd=b"late", ucode=b"early"))
    dump = os.path.join(vmm.folder, "dump-addon")
    r = vmm.run(argv + ["--addon", late, "--initrd", vmm.file("mine", b"mine"), "--dump", dump])
    found = [n for n in os.listdir(dump) if n.startswith("initrd-")]
    check(r.returncode == 0 and len(found) == 1, f"{found}: {r}")
    with open(os.path.join(dump, found[0]), "rb") as f:
        check(f.read() == b"early\0\0\0minelate", "an addon's initrd and microcode")


def overlay(*nodes):
    """Nodes for the root, compatible "acme,node", as a .dtbo has them."""
    def begin(name):
        return struct.pack(">I", 1) + name + bytes(4 - len(name) % 4)

    def prop(name, value):
        return struct.pack(">3I", 3, len(value), name) + value + bytes(-len(value) % 4)

    block = (begin(b"") + begin(b"fragment@0") + prop(0, b"/\0") + begin(b"__overlay__") +
             b"".join(begin(node) + prop(12, b"acme,node\0") + struct.pack(">I", 2) for node in nodes) +
             struct.pack(">4I", 2, 2, 2, 9))
    strings = b"target-path\0compatible\0"
    size = 56 + len(block) + len(strings)
    return struct.pack(">10I16x", 0xd00dfeed, size, 56, 56 + len(block), 40, 17, 16, 0,
                       len(strings), len(block)) + block + strings


def inspects_arm64(vmm):
    """The other architecture's guests are planned and dumped like the host's own."""
    argv = vmm.command + ["--arch", "arm64", "--memory", "64M", "--cpus", "2", "--kernel",
                          vmm.file("Image", image(b"\x00\x00\x00\x14"))]
    tables = {"APIC.dat", "DBG2.dat", "DSDT.dat", "FACP.dat", "GTDT.dat", "PPTT.dat", "SPCR.dat",
              "XSDT.dat"}
    tree = vmm.run(argv + ["--plan"]).stdout
    check(all(t in tree for t in (b"pc 0x80000000\n", b"is off until PSCI", b"KASLR by the guest")),
          f"arm64 --plan: {tree}")
    check(vmm.run(argv + ["--plan", "--device-tree"]).stdout == tree, "arm64: not by device tree")
    check(vmm.run(argv + ["--plan", "--no-acpi"]).stdout == tree, "arm64 --no-acpi: something else")
    one, two = vmm.file("one", overlay(b"one@1")), vmm.file("two", overlay(b"two"))
    for options, want, has, hasnot in (
            ([], set(), (b"arm,gic-v3\0", b"arm,gic-v3-its\0"), (b"arm,cortex-a15-gic\0",)),
            (["--gic", "3"], set(), (b"arm,pl011\0", b"arm,pl061\0", b"arm,pl031\0"), ()),
            (["--gic", "2"], set(), (b"arm,cortex-a15-gic\0", b"arm,armv8-pmuv3\0"),
             (b"arm,gic-v3\0",)),
            (["--dtb-overlay", one, "--dtb-overlay", two], set(),
             (b"arm,gic-v3\0", b"one@1\0", b"two\0", b"acme,node\0"), (b"__overlay__",)),
            (["--acpi"], tables, (b"linux,uefi-system-table\0",), (b"arm,gic-v3\0",)),
            (["--acpi", "--gic", "2"], tables, (), (b"arm,pl011\0",))):
        target = os.path.join(vmm.folder, "dump-" + str(len(os.listdir(vmm.folder))))
        r = vmm.run(argv + options + ["--dump", target])
        check(r.returncode == 0 and r.stderr == b"" and r.stdout == b"", f"{options} --dump: {r}")
        files = {}
        for name in os.listdir(target):
            with open(os.path.join(target, name), "rb") as f:
                files[name] = f.read()
        blob = b"".join(c for n, c in files.items() if n.startswith("device-tree-"))
        check(blob[:4] == b"\xd0\x0d\xfe\xed", f"{options}: no device tree in {sorted(files)}")
        check({n for n in files if n.endswith(".dat")} >= want and
              bool(want) == any(n.endswith(".dat") for n in files), f"{options}: {sorted(files)}")
        check(all(h in blob for h in has) and not any(h in blob for h in hasnot),
              f"{options}: the device tree has not what it must")
    r = vmm.run(argv + ["--plan", "--dtb-overlay", one, "--acpi"])
    check(r.returncode == 0 and b"warning  machine.fdt.overlays.n: 1 is not valid" in r.stdout,
          f"--dtb-overlay --acpi: {r}")
    for options, why in ((["--gic", "2", "--cpus", "9"], b"machine.n_cpus"),
                         (["--dtb-overlay", "/nowhere"], b"/nowhere"),
                         (["--dtb-overlay", argv[-1]], b"fdt.overlays[0] is not valid"),
                         (["--dtb-overlay", vmm.file("there", overlay(b"psci"))], b"overlays[0] (psci) is not valid"),
                         (["--dtb-overlay", one, "--dtb-overlay", one], b"overlays[1] (one@1) is not valid"),
                         (["--protocol", "pvh"], b"is not supported")):
        r = vmm.run(argv + ["--plan"] + options)
        check(r.returncode == 1 and why in r.stderr, f"{options}: {r}")


def printable(vmm):
    """What a terminal would obey never reaches it, from a file or its name; other letters do."""
    evil, arm = b"\x1b]0;me\x07\xc2\x9b", vmm.file("Image", image(b"\x00\x00\x00\x14"))
    name = vmm.file(evil + "j\u00fcrgen".encode(), b"")
    letters = "\u00a0\u061b\u07ff\u0800\u200d\u2010\u2027\u202f\u2065\u206a\ud7ff\ue000\uffff\U00010000\U0010ffff".encode()
    # by these, what is shown is in another order than what is there, or on another line
    marks = "\u061c\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069".encode()
    # bytes that no character has, overlong ones, half of a surrogate, beyond the last, cut
    bytes_ = b"\x9b31m\x80\xc0\x9b\xc1\xbf\xe0\x9f\xbf\xed\xa0\x80\xf0\x8f\xbf\xbf\xf4\x90\x80\x80\xf8\x84\x80\x80\xff\xe2\x82"
    for row, want in ((["--kernel", name], b"?]0;me???j\xc3\xbcrgen: must not be empty"),
                      (["--kernel", b"/" + letters + b"/" + marks + bytes_],
                       b": /" + letters + b"/" + re.sub(rb"[\x80-\xff]", b"?", marks + bytes_) + b": "),
                      ([b"--" + evil, arm], b"?]0;me???: unknown"),
                      (["--arch", "arm64", "--kernel", arm, "--plan", "--dtb-overlay",
                        vmm.file("evil", overlay(evil))], b"overlays[0] (?]0;me???) is not valid")):
        r = vmm.run(vmm.command + row)
        check(r.returncode != 0 and want in r.stderr, f"{row}: {r}")
        check(not re.search(rb"[\0-\x09\x0b-\x1f\x7f]|\xc2[\x80-\x9f]", r.stderr), f"{row}: {r.stderr}")


# ---- guests that run ------------------------------------------------------------------------------


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
    for name, code, status, said in rows:
        for option in ("--map", "--copy", "--huge"):
            r = vmm.run(vmm.argv(code + SPIN, option))
            check(r.returncode == status, f"{name} {option}: exit status {r.returncode}, "
                                          f"must be {status}; {r.stderr}")
            check(said is None or said in r.stderr, f"{name} {option}: stderr {r.stderr}")
            check((r.stderr == b"") == (status == 0), f"{name} {option}: stderr {r.stderr}")


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
    # input waits until the guest raises RTS, and none of it is lost
    data = bytes(range(0x20, 0x71)) * 40 + b"q"
    for setup in (RAISE_RTS, out(0x3fa, 0x07) + RAISE_RTS):
        r = vmm.run(vmm.argv(setup + ECHO + OFF + SPIN), stdin=data + b"rest")
        check(r.returncode == 0 and r.stdout == data,
              f"input: {len(r.stdout)} of {len(data)} bytes came back, exit status {r.returncode}")
    # a console that is gone takes nothing, and the guest goes on
    p = vmm.start(vmm.argv(RAISE_RTS + WAIT_INPUT + say(b"lost") + OFF + SPIN))
    p.stdout.close()
    p.stdin.write(b"x")
    p.stdin.close()
    check(p.wait(LIMIT) == 0, f"closed stdout: exit status {p.returncode}")
    p.stderr.close()


def ready(p):
    """Until the guest has said something."""
    check(select.select([p.stdout], [], [], LIMIT)[0] and os.read(p.stdout.fileno(), 1) == b"R",
          "the guest does not start")


def end_of(p, what, status, said=b""):
    try:
        _, err = p.communicate(timeout=LIMIT)
    except subprocess.TimeoutExpired:
        p.kill()
        p.communicate()
        check(False, f"{what}: does not end")
        return
    check(p.returncode == status, f"{what}: exit status {p.returncode}, must be {status}; {err}")
    check(said in err, f"{what}: stderr {err}")


def terminate_twice(p):
    """SIGTERMs until two of them count: what is sent while one waits is lost."""
    began = time.monotonic()
    while p.poll() is None and time.monotonic() - began < LIMIT:
        p.terminate()
        time.sleep(0.2)


def signals(vmm):
    for number, status in ((signal.SIGINT, 130), (signal.SIGHUP, 129), (signal.SIGQUIT, 131)):
        p = vmm.start(vmm.argv(say(b"R") + SPIN))
        ready(p)
        p.send_signal(number)
        end_of(p, f"{number.name}", status, b"stopped by a signal")
    p = vmm.start(vmm.argv(say(b"R") + BUTTON + OFF + SPIN))
    ready(p)
    p.terminate()
    end_of(p, "power button", 0)
    p = vmm.start(vmm.argv(say(b"R") + SPIN))
    ready(p)
    p.terminate()
    time.sleep(0.3)
    check(p.poll() is None, "one SIGTERM: the guest is left to answer it")
    terminate_twice(p)
    end_of(p, "two SIGTERMs", 143, b"stopped by a signal")
    p = vmm.start(vmm.argv(say(b"R") + SPIN, "--no-acpi"))
    ready(p)
    p.terminate()
    end_of(p, "SIGTERM without a button", 143)
    # a full pipe holds the guest up, and no signal
    flood = b"\x66\xba\xf8\x03" b"\xee" b"\xeb\xfd"  # out dx, al; jmp
    p = vmm.start(vmm.argv(say(b"R") + flood))
    ready(p)
    terminate_twice(p)
    end_of(p, "SIGTERMs over a full console", 143)


def closed_while_running(vmm):
    for fds in ((0, 1, 2), (0,), (1,), (2,)):
        p = subprocess.Popen(vmm.argv(say(b"R") + SPIN), stdin=subprocess.DEVNULL,
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
    ]
    for name, code, typed, numbers, status in endings_:
        own = None if name == "of nobody" else lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0)
        master, slave = pty.openpty()
        before = termios.tcgetattr(slave)
        p = subprocess.Popen(vmm.argv(say(b"R") + code + SPIN), stdin=slave, stdout=slave,
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
        try:
            p.wait(LIMIT)
        except subprocess.TimeoutExpired:
            p.kill()
            p.wait()
        while select.select([master], [], [], 0)[0]:
            got += os.read(master, 1000)
        check(p.returncode == status,
              f"terminal, {name}: exit status {p.returncode}, must be {status}; {got}")
        check(termios.tcgetattr(slave) == before, f"terminal, {name}: left changed")
        if name == "escaped escape":
            check(got == b"R\x01\x03q", f"terminal, {name}: {got}")
        os.close(master)
        os.close(slave)


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
            try:
                p.wait(LIMIT)
            except subprocess.TimeoutExpired:
                p.kill()
                p.wait()
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


def main():
    with tempfile.TemporaryDirectory() as folder:
        vmm = Vmm(sys.argv[2], sys.argv[3:], folder)
        if sys.argv[1] == "cli":
            tests = (misuse, blames, what_it_says, cannot_start, inspects, work_memory, smbios, command_lines, profiles,
                     inspects_arm64, printable)
        else:
            tests = (endings, planned, console, signals, closed_while_running, changed, lost_page, terminal, leaves)
            try:
                r = vmm.run(vmm.argv(OFF + SPIN), limit=10)
                if b"/dev/kvm" in r.stderr:
                    print(r.stderr.decode())
                    return 77
            except subprocess.TimeoutExpired:
                print("/dev/kvm does not run a guest")
                return 77
        for test in tests:
            began = time.monotonic()
            test(vmm)
            print(f"{test.__name__}: {time.monotonic() - began:.1f} s", flush=True)
    print(f"{len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
