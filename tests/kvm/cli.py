#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""The command line, and what is looked at without a guest that runs.

usage: cli.py ARCH VMM...
"""
import gzip
import json
import lzma
import os
import re
import struct
import subprocess
import sys

from vmm import LOAD, OFF, bzimage, check, dtb, fdt_prop, image, main, overlay, pvh, uki


def elsewhere(vmm):
    """A guest of the other architecture is looked at, not booted. Other wrong command lines: sentences.py."""
    other = "x86_64" if vmm.arch == "arm64" else "arm64"
    r = vmm.run(vmm.command + ["--kernel", vmm.file("k", pvh(OFF)), "--arch", other])
    check(r.returncode == 2 and r.stdout == b"" and
          re.fullmatch(rb"aetherboot-kvm: --arch: this host runs its own architecture only; [^\n]+; try --help\n", r.stderr), f"--arch {other}: {r}")


def what_it_says(vmm):
    r = vmm.run(vmm.command + ["--help"])
    check(r.returncode == 0 and r.stderr == b"", f"--help: {r}")
    for option in ("kernel", "profile", "addon", "initrd", "cmdline", "memory", "cpus", "protocol", "acpi", "no-acpi",
                   "device-tree", "gic", "dtb-overlay", "plan", "dump", "extract", "arch", "map", "copy", "huge",
                   "work-memory", "append", "grace", "uki-tree", "console", "pc", "flat-base", "flat-entry", "flat-size",
                   "help", "version"):
        check(f"--{option}".encode() in r.stdout, f"--help does not tell of --{option}")
    check(b"half a second later or more, stops it at once" in b" ".join(r.stdout.split()),
          "--help does not tell when a second SIGTERM counts")
    check(b"a UKI's own, else console=ttyS0" in r.stdout, "--help does not tell of a UKI's --cmdline")
    for status in ("0", "1", "2", "3", "4", "5", "6", "7", "8", "128+N"):
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


def forms(vmm):
    """The same words in other forms and orders mean the same."""
    kernel, initrd = vmm.file("k", pvh(OFF)), vmm.file("i", b"initrd bytes")
    for rows in ([["--kernel", kernel, "--plan", "--cpus", "2", "--initrd", initrd, *vmm.x86],
                  [kernel, "--plan", "--cpus=2", "--initrd=" + initrd, *vmm.x86],
                  ["--pla", "--cp", "2", *vmm.x86, "--init", initrd, "--", kernel],
                  ["--cpus", "3", "--initrd", initrd, kernel, "--plan", "--cpus", "2", *vmm.x86]],
                 [["--help"], ["-h"], ["--help=text"], ["--kernel", kernel, "-h", "--bogus"]]):
        said = [vmm.run(vmm.command + row) for row in rows]
        check(all(r.returncode == 0 and r.stderr == b"" and r.stdout == said[0].stdout for r in said) and
              said[0].stdout, f"{rows}: not the same: {said}")
    lines = vmm.run(vmm.command + ["--help"]).stdout.decode().splitlines()
    check(max(map(len, lines)) <= 100, f"--help: a line of {max(map(len, lines))} columns")


def closed_pipe(vmm):
    """Nobody takes what is printed: that is told, and the program does not die of it."""
    for row in (["--help"], ["--version"], ["--plan", vmm.file("k", pvh(OFF)), *vmm.x86]):
        read, write = os.pipe()
        os.close(read)
        r = subprocess.run(vmm.command + row, stdout=write, stderr=subprocess.PIPE, check=False)
        os.close(write)
        check(r.returncode == 1 and r.stderr == b"aetherboot-kvm: stdout: Broken pipe\n", f"{row}: {r}")


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


def names_files(vmm):
    """An error about the kernel's content names its file, whatever was asked for."""
    pc, packed = bzimage(), bytearray(gzip.compress(pvh(OFF, 1 << 20)))
    packed[-8] ^= 1  # of the CRC
    twice = bytearray(uki(0x8664, linux=pc, cmdline=b"x" * 64))
    twice[0x188 + 40 + 20:0x188 + 40 + 24] = twice[0x188 + 20:0x188 + 24]  # both begin where the first does
    target = os.path.join(vmm.folder, "named")
    extract, two = ["--extract", target], uki(0x8664, ("profile", b"ID=a"), linux=pc)
    for name, content, options, want in (
            ("text", b"#!/bin/sh\n" * 500, extract, b"kernel.magic: 0x622f2123 is not supported"),
            ("text", b"#!/bin/sh\n" * 500, ["--plan"], b"kernel.magic: 0x622f2123 is not supported"),
            ("cut", pvh(OFF)[:60], extract, b"elf.e_phoff: 0x34 is not valid"),
            ("crc.gz", packed, extract, b"gzip stream is not valid"),
            ("crc.gz", packed, ["--dump", target, "--protocol", "pvh"], b"gzip stream is not valid"),
            ("low", pvh(OFF), ["--plan", "--memory", "2M"], b"elf.phdr[0].p_paddr: 0x200000 does not fit"),
            ("large", image(bytes(4 << 20)), ["--arch", "arm64", "--plan", "--memory", "2M"], b"kernel needs 4198400 bytes"),
            ("twice.efi", twice, ["--plan"], b"pe.section[0] (.linux) ["),
            ("two.efi", two, ["--plan", "--profile", "@9"], b"payload.profile (@9) is not valid"),
            ("two.efi", two, [*extract, "--profile", "b"], b"profile (b) is not valid"),
            ("words.efi", uki(0x8664, linux=pc, cmdline=b"x" * 65536), ["--plan", "--append", "y"],
             b"the UKI's command line is too long for --append")):
        path = vmm.file(name, content)
        r = vmm.run(vmm.command + ["--arch", "x86_64", path, *options])
        check(r.returncode == 1 and r.stderr.startswith(b"aetherboot-kvm: " + path.encode() + b": " + want),
              f"{name}, {options}: must begin with the file and {want}: {r}")


def no_seed(vmm):
    """The VMM's own seed is none to warn of where a protocol has no place for it."""
    magic = 0x1badb002  # Multiboot's
    elf = vmm.file("both", pvh(OFF.ljust(32, b"\0") + struct.pack("<III", magic, 0, -magic & 0xffffffff)))
    for protocol in ("pvh", "multiboot"):
        argv = vmm.command + [*vmm.x86, "--protocol", protocol, "--memory", "64M", elf]
        r = vmm.run(argv + ["--plan"])
        check(r.returncode == 0 and r.stdout.startswith(f"protocol {protocol}".encode()) and b"warning" not in r.stdout,
              f"{protocol} --plan: {r}")
        r = vmm.run(argv + ["--plan=json"])
        check(r.returncode == 0 and json.loads(r.stdout)["warnings"] == [], f"{protocol} --plan=json: {r}")
    r = vmm.run(vmm.command + ["--arch", "x86_64", "--protocol", "self", "--plan", elf])
    check(b"only a bzImage unpacks itself; auto takes what this kernel offers" in r.stderr, f"--protocol self: {r}")


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
            m = re.fullmatch(rb"aetherboot-kvm: [^:]*/lzma: (\d+) bytes are needed to unpack the kernel \(codec: lzma\) "
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
    virtio = ["--console", "virtio"]
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
            (x86 + ["--protocol", "flat", "--flat-base", "16M"], uki(0x8664, linux=pc, cmdline=own), usual),  # unread
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
            (x86 + virtio, pc, b"console=hvc0"), (arm64 + virtio + ["--append", "rw"], arm, b"console=hvc0 rw"),
            (x86 + virtio + ["--no-acpi"], pc, b"virtio_mmio.device=0x200@0xfeb02000:18 console=hvc0"),
            (x86 + virtio + ["--cmdline", "mine", "--no-acpi"], pc, b"mine"),
            (x86 + virtio, uki(0x8664, linux=pc, cmdline=own), own),
            (x86 + virtio + ["--console=uart"], pc, usual),
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


def flat(vmm):
    """Any bytes where the user wants them, and zeros behind."""
    content = uki(0x8664, linux=bzimage())
    for arch, options, base, entry, size in (
            ("x86_64", ["flat", "--flat-base", "0x7c01"], 0x7c01, 0x7c01, len(content)),
            ("x86_64", ["flat32", "--flat-base", "3M", "--flat-entry", "0x300123", "--flat-size", "64K"],
             0x300000, 0x300123, 65536),
            ("arm64", ["flat", "--flat-size", "1M", "--flat-entry", "0x90000010", "--flat-base", "2304M"],
             0x90000000, 0x90000010, 1 << 20)):
        target = os.path.join(vmm.folder, "flat-" + str(len(os.listdir(vmm.folder))))
        r = vmm.run(vmm.command + ["--arch", arch, "--kernel", vmm.file("flat", content), "--protocol", *options,
                                   "--plan", "--dump", target])
        check(r.returncode == 0 and r.stdout.decode().startswith(
            f"protocol {options[0]}: asked for\nkernel   flat, ") and f"\nentry    {entry:#x}\n" in r.stdout.decode(),
            f"{options}: {r}")
        path = os.path.join(target, f"kernel-{base:#x}.bin")
        check(os.path.exists(path), f"{options}: no {path}")
        with open(path, "rb") as f:
            check(f.read() == content.ljust(size, b"\0"), f"{options}: not the file's bytes")


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


def trees(vmm):
    """A UKI's tree for another machine is left out with a warning, or describes the machine if asked for."""
    two = struct.pack(">I", 2)
    tree = dtb(fdt_prop(b"#address-cells", two), fdt_prop(b"#size-cells", two), fdt_prop(b"compatible", b"acme,b\0"))
    file = vmm.file("board.efi", uki(0xaa64, linux=image(b"\x00\x00\x00\x14"), dtb=tree))
    argv = vmm.command + ["--arch", "arm64", "--memory", "64M", file]
    r = vmm.run(argv + ["--plan"])
    check(r.returncode == 0 and b"warning  uki.dtb.size" in r.stdout, f"a board's tree: {r}")
    r = vmm.run(argv + ["--plan", "--uki-tree"])
    check(r.returncode == 0 and b"warning" not in r.stdout, f"--uki-tree: {r}")
    dump = os.path.join(vmm.folder, "dump-tree")
    r = vmm.run(argv + ["--dump", dump, "--uki-tree"])
    found = [n for n in os.listdir(dump) if n.startswith("device-tree-")]
    check(r.returncode == 0 and len(found) == 1, f"{found}: {r}")
    with open(os.path.join(dump, found[0]), "rb") as f:
        content = f.read()
    check(b"acme,b\0" in content and b"dummy-virt" not in content, "--uki-tree: another tree")


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
                      ([b"--" + evil, arm], b"?]0;me???: no such option"),
                      (["--arch", "arm64", "--kernel", arm, "--plan", "--dtb-overlay",
                        vmm.file("evil", overlay(evil))], b"overlays[0] (?]0;me???) is not valid")):
        r = vmm.run(vmm.command + row)
        check(r.returncode != 0 and want in r.stderr, f"{row}: {r}")
        check(not re.search(rb"[\0-\x09\x0b-\x1f\x7f]|\xc2[\x80-\x9f]", r.stderr), f"{row}: {r.stderr}")


sys.exit(main((elsewhere, what_it_says, forms, closed_pipe, cannot_start, names_files, no_seed, inspects, work_memory, smbios, command_lines, flat, profiles, trees,
               inspects_arm64, printable), runs=False))
