#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""FIT images that mkimage makes of guests.its: what the library reads of them is what dumpimage
lists, what zlib and hashlib compute, and the files that went in.

usage: check.py CASE PROGRAM FOLDER

CASE: internal; external, position, block: how mkimage lays out data behind the tree; damaged: a byte
of each image changed in turn is noticed if and only if a hash covers it. PROGRAM is of dump.c.
Exit 77: mkimage, dumpimage or dtc is not installed."""
import gzip
import hashlib
import pathlib
import random
import shutil
import subprocess
import sys
import zlib

HERE = pathlib.Path(__file__).resolve().parent
OPTIONS = {"internal": [], "external": ["-E"], "position": ["-E", "-p", "0x3000"],
           "block": ["-E", "-B", "0x200"], "damaged": ["-E"]}
FILES = {"kernel-1": "kernel.gz", "kernel-2": "kernel", "ramdisk-1": "ramdisk",
         "fdt-1": "base.dtb", "overlay-1": "overlay.dtbo", "note-1": "note"}
TREES = {"base.dtb": "/dts-v1/; / { bus: bus { }; };",
         "overlay.dtbo": "/dts-v1/; /plugin/; &bus { device { compatible = \"acme,one\"; }; };"}
# in words of dumpimage, and how the file has them
WORDS = {"Kernel Image": "kernel", "RAMDisk Image": "ramdisk",
         "Flat Device Tree": "flat_dt", "Firmware": "firmware",
         "gzip compressed": "gzip", "uncompressed": "none", "AArch64": "arm64",
         "AMD x86_64": "x86_64", "Linux": "linux"}
KEYS = {"Description": "description", "Type": "type", "Architecture": "arch", "OS": "os",
        "Compression": "compression", "Load Address": "load", "Entry Point": "entry",
        "Kernel": "kernel", "Init Ramdisk": "ramdisk", "FDT": "fdt", "Loadables": "loadables"}
COMPUTE = {"crc32": lambda data: f"{zlib.crc32(data):08x}",
           **{name: lambda data, name=name: hashlib.new(name, data).hexdigest()
              for name in ("md5", "sha1", "sha256", "sha512")}}
SUPPORTED = {"crc32", "sha256"}


def run(*command, **options):
    return subprocess.run([str(word) for word in command], check=True, text=True,
                          capture_output=True, **options).stdout


def make(folder, options):
    """Write the files and have them packed."""
    numbers = random.Random(1)
    (folder / "kernel").write_bytes(numbers.randbytes(6001))
    (folder / "kernel.gz").write_bytes(gzip.compress(numbers.randbytes(5000), mtime=0))
    (folder / "ramdisk").write_bytes(numbers.randbytes(3003))
    (folder / "note").write_bytes(b"*")
    for name, source in TREES.items():
        run("dtc", "-q", "-@", "-I", "dts", "-O", "dtb", "-o", folder / name, input=source)
    shutil.copy(HERE / "guests.its", folder)
    run("mkimage", *options, "-f", "guests.its", "guests.itb", cwd=folder)
    return folder / "guests.itb"


def listed(fit):
    """What dumpimage lists: by image or configuration, a list of (key, value)."""
    found, here, key = {}, None, None
    for line in run("dumpimage", "-l", fit).splitlines():
        words = line.strip().split(" ", 2)
        name, colon, value = (part.strip() for part in line.partition(":"))
        if words[0] in ("Image", "Configuration") and words[1].isdigit():
            here = found.setdefault(words[2].strip("()"), [])
        elif line.startswith(" Default Configuration"):
            found["default"] = value.strip("'")
        elif here is None or value == "unavailable":
            continue
        elif not colon: # one more of a list
            here.append((key, name))
        elif name == "Data Size":
            here.append(("size", value.split()[0]))
        elif name == "Hash algo":
            algo = value
        elif name == "Hash value":
            here.append(("hash", f"{algo}:{value}"))
        elif name in KEYS:
            key = KEYS[name]
            value = f"{int(value, 16):x}" if key in ("load", "entry") else WORDS.get(value, value)
            here.append((key, value))
    return found


def read(program, fit, folder):
    """What the library reads, in the same form."""
    found, here = {}, None
    for line in run(program, fit, folder).splitlines():
        key, _, value = line.partition("=")
        if key in ("image", "configuration"):
            here = found.setdefault(value, [])
        elif key == "default":
            found["default"] = value
        else:
            here.append((key, value))
    return found


def by_key(facts):
    """In order of their keys; those of one key, which are a list, as they are."""
    return facts if isinstance(facts, str) else sorted(facts, key=lambda fact: fact[0])


def compare(program, folder, fit):
    ours, theirs = read(program, fit, folder / "out"), listed(fit)
    bad = []
    if ours.keys() != theirs.keys() or len(ours) != len(FILES) + 3:
        bad.append(f"names: {sorted(ours)}, dumpimage: {sorted(theirs)}")
    for name in ours.keys() & theirs.keys():
        facts = ours[name]
        if name in FILES:
            hashes = [value.split(":") for key, value in facts if key == "hash"]
            data = (folder / FILES[name]).read_bytes()
            right = sum(algo in SUPPORTED for algo, _ in hashes)
            counts = [("verified", str(right)), ("unsupported", str(len(hashes) - right))]
            if facts[-2:] != counts:
                bad.append(f"{name}: {facts[-2:]} instead of {counts}")
            facts = facts[:-2]
            if (folder / "out" / name).read_bytes() != data:
                bad.append(f"{name}: other data than the file's")
            bad += [f"{name}: {algo} {value}" for algo, value in hashes
                    if COMPUTE[algo](data) != value]
        if by_key(facts) != by_key(theirs[name]):
            bad.append(f"{name}: {facts}, dumpimage: {theirs[name]}")
    return bad


def damage(program, folder, fit):
    bad = []
    whole = fit.read_bytes()
    for name, file in FILES.items():
        data = (folder / file).read_bytes()
        if name == "note-1": # its byte is anywhere, and it has no hash
            continue
        broken = bytearray(whole)
        broken[whole.index(data) + len(data) - 1] ^= 1
        fit.write_bytes(broken)
        done = subprocess.run([program, fit, folder / "out"], capture_output=True, text=True,
                              check=False)
        noticed = done.returncode == 1 and f"fit.images.hash ({name})" in done.stderr
        if noticed != (name != "kernel-2"): # which has an md5 only
            bad.append(f"{name} damaged: {done.returncode} {done.stderr}")
    return bad


def main(case, program, folder):
    if not all(shutil.which(tool) for tool in ("mkimage", "dumpimage", "dtc")):
        print("skipped: needs mkimage, dumpimage and dtc")
        return 77
    folder = pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "out").mkdir(parents=True)
    fit = make(folder, OPTIONS[case])
    bad = (damage if case == "damaged" else compare)(program, folder, fit)
    print(*bad, f"{case}: {len(bad)} problems", sep="\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
