#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Boot Debian's kernels by the VMM inside an emulated machine with KVM, and judge the guests.

usage: run.py list                     the cases: name, set, outer boot, one a line
       run.py prepare                  kernels, initrds, unpacked and packed kernels
       run.py batch SET OUTER          boot all cases of a set in the outer boot that they share
       run.py judge CASE               judge what that left
       run.py control CASE             spoil its results in many ways: each must be complained of
       run.py run PATTERN...           prepare, boot the cases that match, judge; a summary
options: --vmm FILE    aetherboot-kvm (build/dev/frontends/kvm/aetherboot-kvm)
         --vmm-arm64 FILE  likewise for arm64, static (build/arm64/frontends/kvm/aetherboot-kvm)
         --example FILE  the VMM of the examples (build/dev/examples/boot_x86_kvm)
         --example-arm64 FILE  likewise for arm64, static (build/arm64/examples/boot_arm64_kvm)
         --out DIR     results (build/boot)
         --append S    more kernel command line, e.g. ab_log=1 for all of the kernel's log
"""
import argparse
import fnmatch
import gzip
import lzma
import os
import re
import shlex
import shutil
import struct
import subprocess
import sys
import time

sys.dont_write_bytecode = True
from cases import CACHE, CASE_LIMIT, HERE, KERNELS, MACHINES, ROOT, folder, made, read  # noqa: E402
from cases import read_cases  # noqa: E402
from control import control  # noqa: E402
from judge import judge  # noqa: E402


def unpacked(path):
    """The ELF in a bzImage, by Python's xz or the lz4 tool, independent of what is tested."""
    with open(path, "rb") as f:
        image = f.read()
    offset, length = struct.unpack_from("<II", image, 0x248)
    start = (image[0x1f1] + 1) * 512 + offset
    payload, size = image[start:start + length - 4], image[start + length - 4:start + length]
    if payload.startswith(b"\xfd7zXZ"):
        elf = lzma.decompress(payload)
    else:
        elf = subprocess.run(["lz4", "-dc"], input=payload, stdout=subprocess.PIPE,
                             check=True).stdout
    assert len(elf) == struct.unpack("<I", size)[0], path
    return elf


def blob(elf):
    """The segments of a vmlinux as they lie in memory from 16 MiB on, where it is entered, too: the form in
    which runtimes of micro-VMs bundle kernels."""
    entry, at = struct.unpack_from("<QQ", elf, 24)
    out = bytearray()
    for i in range(struct.unpack_from("<H", elf, 56)[0]):
        kind, offset, paddr, size = struct.unpack_from("<I4xQ8xQQ", elf, at + 56 * i)
        if kind == 1:
            start = paddr - 0x1000000
            out.extend(bytes(max(0, start + size - len(out))))
            out[start:start + size] = elf[offset:offset + size]
    assert entry == 0x1000000
    return bytes(out)


def by_zstd(path):
    """A bzImage as Ubuntu packs it: by zstd, in the place of the payload that is there."""
    with open(path, "rb") as f:
        image = bytearray(f.read())
    elf = unpacked(path)
    payload = subprocess.run(["zstd", "-c", "-q", "-6"], input=elf, stdout=subprocess.PIPE, check=True).stdout
    payload += struct.pack("<I", len(elf))
    offset, length = struct.unpack_from("<II", image, 0x248)
    start = (image[0x1f1] + 1) * 512 + offset
    assert len(payload) <= length, "the payload was packed better"
    image[start:start + length] = payload.ljust(length, b"\0")
    struct.pack_into("<I", image, 0x24c, len(payload))
    return bytes(image)


def zboot(image):
    """An EFI zboot image as the kernel's drivers/firmware/efi/libstub/zboot-header.S has it, as
    far as those look at it who load it without EFI; Debian ships none."""
    packed = subprocess.run(["zstd", "-c", "-q"], input=image, stdout=subprocess.PIPE,
                            check=True).stdout
    head = struct.pack("<2s2x4sII8x32sII", b"MZ", b"zimg", 0x1000, len(packed), b"zstd22",
                       0x818223cd, 64)
    pe = struct.pack("<4sHHIIIHH", b"PE\0\0", 0xaa64, 2, 0, 0, 0, 0xa0, 0x206)
    return (head + pe).ljust(0x1000, b"\0") + packed + struct.pack("<I", len(image))


def undecoded():
    """An arm64 Image that stores to the UART by an instruction of which the CPU tells KVM nothing."""
    code = struct.pack("<III", 0xd2a12001, 0xb8004422, 0x14000000)  # x1 = 0x9000000; str w2,[x1],4
    head = struct.pack("<IIQQQ24x4sI", 0x14000010, 0, 0, 4096, 0xa, b"ARM\x64", 0)  # b .+64
    return (head + code).ljust(4096, b"\0")


def uki(opt, kernel):
    """A UKI of Debian's parts, stub included, whose second profile has a command line of its own; and
    an addon to it. Both together say what cases.py wants."""
    target, parts = made(opt, "uki", kernel), os.path.join(opt.out, "uki-parts")
    os.makedirs(parts, exist_ok=True)
    own = {"cmdline": b"ab=base", "0": b"ID=first", "1": b"ab=first", "2": b"ID=second",
           "3": b"console=ttyS0 quiet panic=-1"}
    for name, text in own.items():
        with open(os.path.join(parts, name), "wb") as f:
            f.write(text)
    files = {"linux": os.path.join(CACHE, "kernels", kernel, "bzImage"),
             "initrd": os.path.join(opt.out, f"l2-{kernel}.img")}
    files.update((name, os.path.join(parts, name)) for name in own)
    words, at = [], 0x2000000
    for name, path in files.items():
        words += ["--add-section", f".{name}={path}", "--change-section-vma", f".{name}={at:#x}"]
        at += os.path.getsize(path) + 4096 & ~4095
    stub = os.path.join(CACHE, "stub/amd64/usr/lib/systemd/boot/efi/linuxx64.efi.stub")
    subprocess.run(["objcopy", *words, stub, target], check=True)
    # objcopy adds no name twice
    names = {"0": "profile", "1": "cmdline", "2": "profile", "3": "cmdline"}
    subprocess.run(["objcopy", target] + [w for name, of in names.items()
                                          for w in ("--rename-section", f".{name}=.{of}")], check=True)
    line = f"ab=check{opt.append}".encode()
    head = struct.pack("<2s58xI", b"MZ", 64) + struct.pack("<4sHH12xHH", b"PE\0\0", 0x8664, 1, 0, 0x206)
    head += struct.pack("<8s4I16x", b".cmdline", len(line), 0x1000, len(line), 512)
    with open(made(opt, "addon", kernel), "wb") as f:
        f.write(head.ljust(512, b"\0") + line)


def prepare(opt):
    os.makedirs(opt.out, exist_ok=True)
    subprocess.run([os.path.join(HERE, "fetch.sh")], check=True)
    mk = os.path.join(HERE, "mkinitrd.sh")
    for l1 in ("l1", "l1-arm64"):
        subprocess.run([mk, l1, os.path.join(opt.out, l1 + ".img")], check=True)
    for i in range(1, 4):
        subprocess.run([mk, "extra", str(i), os.path.join(opt.out, f"extra-{i}.img")], check=True)
    for kernel in KERNELS:
        subprocess.run([mk, "l2", kernel, os.path.join(opt.out, f"l2-{kernel}.img")], check=True)
        if MACHINES[kernel] == "aarch64":
            continue
        source = os.path.join(CACHE, "kernels", kernel, "bzImage")
        target = made(opt, "elf", kernel)
        subprocess.run([opt.vmm, "--kernel", source, "--extract", target], check=True)
        with open(target, "rb") as f:
            if f.read() != unpacked(source):
                sys.exit(f"--extract {target}: not what xz or lz4 makes of {source}")

    with open(made(opt, "zst", "cloud"), "wb") as f:
        f.write(by_zstd(os.path.join(CACHE, "kernels", "cloud", "bzImage")))
    uki(opt, "cloud")
    with open(made(opt, "elf", "cloud"), "rb") as f:
        elf = f.read()
    with open(made(opt, "blob", "cloud"), "wb") as f:
        f.write(blob(elf))
    with open(os.path.join(CACHE, "kernels", "arm64", "Image"), "rb") as f:
        image = f.read()
    with open(made(opt, "gz", "arm64"), "wb") as f:
        f.write(gzip.compress(image, 6, mtime=0))
    with open(made(opt, "zboot", "arm64"), "wb") as f:
        f.write(zboot(image))
    shutil.copyfile(os.path.join(CACHE, "memtest/amd64/boot/memtest86+x64.bin"), made(opt, "memtest", "cloud"))
    with open(made(opt, "undecoded", "arm64"), "wb") as f:
        f.write(undecoded())


SILENT = float(os.environ.get("AB_SILENT", 60))  # CPU seconds of an outer guest without a sign of life
CPU_MOST = float(os.environ.get("AB_CPU_MOST", 600))  # CPU seconds of all outer guests of a batch


def boot(opt, cases, out, left):
    """Boot the cases in one outer guest, which may take so many CPU seconds. Returns how many it took."""
    arm64, outer = cases[0].arm64, cases[0].outer
    vmm = opt.vmm_arm64 if arm64 else opt.vmm
    if not os.path.exists(vmm):
        sys.exit(f"{vmm} is not built: cmake --preset arm64, cmake --build --preset arm64" if arm64
                 else f"{vmm} is not built")
    lines = [f". {shlex.quote(os.path.join(HERE, 'batch.sh'))}"]
    for c in cases:
        lines.append(f"boot {c.name} {CASE_LIMIT} {shlex.join(c.argv(opt, vmm))}")
    job = "\n".join(lines) + "\n"
    os.makedirs(out, exist_ok=True)
    env = dict(os.environ, OUT=out, ARCH=outer if arm64 else "amd64",
               L1=os.path.join(opt.out, "l1-arm64.img" if arm64 else "l1.img"))
    job = "echo 1 >/proc/sys/vm/overcommit_memory\nexport OUT=/dev/out\n" + job
    env["LIMIT"] = str(60 + CASE_LIMIT * len(cases))
    env["SILENT"], env["CPU_MOST"] = str(SILENT), str(left)
    subprocess.run([os.path.join(HERE, "nest.sh"), job], env=env, check=False)
    return float(read(out, "cpu") or left)


OUTER = "the outer guest ended"


def unheard(opt, case):
    """Why a guest has no verdict that says something of it, or "": the outer guest or its emulated
    CPU died under it. Neither is what is tested here, and both do happen, in about one of fifty
    boots. A guest that got to userspace has a verdict, unless its CPU shut down there: QEMU's
    emulated SVM loses one now and then, and no user's program can do that."""
    console, status = read(folder(opt, case), "console"), read(folder(opt, case), "status").strip()
    heard = re.search("^AB ", console, re.M) or (case.mode == "undecoded" and status == "5")
    if status == "":
        return OUTER
    if heard and not (status == "4" and case.mode != "triple"):
        return ""
    return {"timeout": "time limit", "4": "triple fault", "5": "KVM error"}.get(status, "")


def batch(opt, cases):
    """Boot cases. One without a verdict is booted once more, which is said and kept; and again where
    the outer guest ended under it, also under that second boot. There are four outer guests at
    most."""
    begin = time.monotonic()
    for c in cases:
        for path in (folder(opt, c), folder(opt, c) + ".first"):
            shutil.rmtree(path, ignore_errors=True)
    pending, retried, left, ended = list(cases), [], CPU_MOST, 0
    out = os.path.dirname(folder(opt, cases[0]))
    for _ in range(4):
        left -= boot(opt, pending, out, left)
        ended += "\nL1-ENDED: " in read(out, "console.log")
        for c in [c for c in pending if os.path.isdir(folder(opt, c)) and unheard(opt, c)]:
            print(f"NO VERDICT from {c.name}: {unheard(opt, c)}", flush=True)
            if unheard(opt, c) != OUTER:
                if c in retried:
                    continue
                retried.append(c)
            shutil.rmtree(folder(opt, c) + ".first", ignore_errors=True)
            os.rename(folder(opt, c), folder(opt, c) + ".first")
        pending = [c for c in pending if not os.path.isdir(folder(opt, c))]
        if not pending:
            break
        log = os.path.join(out, "console.log")
        os.replace(log, log + ".first")
        if left <= 0:
            sys.exit(f"{CPU_MOST:.0f} s of CPU time were not enough for " + " ".join(c.name for c in pending))
        print(f"RETRY with {' '.join(c.name for c in pending)}", flush=True)
    if pending:
        sys.exit("never started: " + " ".join(c.name for c in pending) + "; the outer guest said:\n"
                 + "\n".join(read(log + ".first").split("\n")[-25:]))
    print(f"{len(cases)} guests, {len(retried)} retried, {ended} outer machines ended, "
          f"{CPU_MOST - left:.0f} s of CPU, {time.monotonic() - begin:.0f} s")


def main():
    p = argparse.ArgumentParser(usage=__doc__)
    p.add_argument("command", choices=("list", "prepare", "batch", "judge", "control", "run"))
    p.add_argument("what", nargs="*")
    p.add_argument("--vmm", default=os.path.join(ROOT, "build/dev/frontends/kvm/aetherboot-kvm"))
    p.add_argument("--vmm-arm64",
                   default=os.path.join(ROOT, "build/arm64/frontends/kvm/aetherboot-kvm"))
    p.add_argument("--example", default=os.path.join(ROOT, "build/dev/examples/boot_x86_kvm"))
    p.add_argument("--example-arm64",
                   default=os.path.join(ROOT, "build/arm64/examples/boot_arm64_kvm"))
    p.add_argument("--out", default=os.path.join(ROOT, "build/boot"))
    p.add_argument("--append", default="")
    opt = p.parse_intermixed_args()
    opt.append = opt.append and " " + opt.append
    opt.vmm, opt.out, opt.batch = os.path.abspath(opt.vmm), os.path.abspath(opt.out), None
    opt.vmm_arm64 = os.path.abspath(opt.vmm_arm64)
    opt.example, opt.example_arm64 = map(os.path.abspath, (opt.example, opt.example_arm64))
    cases = read_cases()
    if opt.command == "list":
        for c in cases:
            print(c.name, c.set, c.outer)
    elif opt.command == "prepare":
        prepare(opt)
    elif opt.command == "batch":
        batch(opt, [c for c in cases if [c.set, c.outer] == opt.what])
    elif opt.command == "judge":
        return 1 if any([judge(opt, c) for c in cases if c.name in opt.what]) else 0
    elif opt.command == "control":
        return 1 if any([control(opt, c) for c in cases if c.name in opt.what]) else 0
    else:
        opt.batch = "chosen"
        chosen = [c for c in cases if any(fnmatch.fnmatch(c.name, w) for w in opt.what)]
        if not chosen:
            p.error("no case has such a name")
        prepare(opt)
        for outer in sorted({c.outer for c in chosen}):
            batch(opt, [c for c in chosen if c.outer == outer])
        failed = [c.name for c in chosen if judge(opt, c)]
        print(f"{len(chosen)} cases, {len(failed)} failed: {' '.join(failed)}")
        return 1 if failed else 0
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as e:
        sys.exit(f"{shlex.join(e.cmd)}: exit status {e.returncode}")
