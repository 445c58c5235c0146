#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""A folder of lib/ includes only lower layers; siblings never include each other. A frontend
includes public headers, its own, and those of the folders it stands on.

usage: layers.py ROOT

These tables are the one place where the layers are written down. A module is a folder of lib/ and
its public headers."""
import pathlib
import re
import sys

LAYERS = [
    ["base"],
    ["mem"],
    ["machine", "cmdline", "image", "codec", "vcpu", "aml", "dtb", "stage2"],
    ["kernel", "x86", "acpi", "fdt", "fit", "efi", "smbios", "igvm"],
    ["boot", "paravisor"],
    ["host"],
]
# public headers not named after their module
HEADERS = {"version": "base", "sha256": "base", "memmap": "mem", "plan": "boot",
           "aetherboot": "boot", "kvm": "host"}

# what lib/ may include from outside: the C11 freestanding headers it needs, and each codec's own
SYSTEM = {"stdarg.h", "stdbool.h", "stddef.h", "stdint.h"}
CODECS = {"bzlib.h", "isa-l.h", "isa-l/igzip_lib.h", "lz4.h", "lzma.h", "zlib.h", "zstd.h", "zstd_errors.h"}

# what a folder of frontends/ stands on, included as "FOLDER/header.h"
FRONTENDS = {"devices": [], "el2": ["devices"], "el2/metal": ["el2", "devices"],
             "el2/host": ["el2", "devices"], "kvm": ["devices"]}
# a program of guests uses of the hypervisor what both agree on, and no more
ABI = {"examples/aetherctl": ["el2/abi.h"]}
FREESTANDING = {"devices", "el2", "el2/metal"}
# public headers that want an operating system
HOSTED = {"aetherboot/host.h", "aetherboot/kvm.h"}

LEVEL = {module: level for level, modules in enumerate(LAYERS) for module in modules}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def complaint(root, path, module, quote, target):
    """Why the file may not include the target, or None."""
    if quote == "<":
        if target.startswith("aetherboot/"):
            header = target.removeprefix("aetherboot/").removesuffix(".h")
            other = HEADERS.get(header, header)
        elif target in SYSTEM or module == "host":
            return None
        elif module == "codec" and target in CODECS:
            return None
        else:
            return "not a header that lib/ may use"
    else:
        private = (path.parent / target, root / "lib" / target)
        found = [p.resolve() for p in private if p.is_file()]
        if not found or root / "lib" not in found[0].parents:
            return "no such private header in lib/"
        other = found[0].relative_to(root / "lib").parts[0]
    if other not in LEVEL:
        return f"module {other} is not in the table of {pathlib.Path(__file__).name}"
    if other != module and LEVEL[other] >= LEVEL[module]:
        return f"{module} is on layer {LEVEL[module]}, {other} on {LEVEL[other]}"
    return None


def folder_of(root, path):
    """The path of a frontend's folder in frontends/, or of another one."""
    frontends = root / "frontends"
    return str(path.parent.relative_to(frontends if frontends in path.parents else root))


def user_complaint(root, path, quote, target):
    """The same for a file of frontends/ or examples/."""
    folder = folder_of(root, path)
    if quote == "<":
        if folder not in FREESTANDING or target in SYSTEM:
            return None
        if target.startswith("aetherboot/") and target not in HOSTED:
            return None
        return f"{folder} needs no operating system"
    if target in ABI.get(folder, []):
        return None
    found = [p.resolve() for p in (path.parent / target, root / "frontends" / target)
             if p.is_file()]
    allowed = [path.parent, *(root / "frontends" / name for name in FRONTENDS.get(folder, []))]
    if not found or found[0].parent not in allowed:
        return "only public headers and those of " + ", ".join(
            [folder, *FRONTENDS.get(folder, [])])
    return None


def check(root):
    bad = 0
    files = sorted((root / "lib").glob("*/*.[ch]")) + sorted(
        (root / "include" / "aetherboot").glob("*.h"))
    for path in files:
        module = path.parent.name
        if module == "aetherboot":
            module = HEADERS.get(path.stem, path.stem)
        if module not in LEVEL:
            print(f"{path}: module {module} is not in the table")
            bad += 1
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if match := INCLUDE.match(line):
                if why := complaint(root, path, module, *match.groups()):
                    print(f"{path}:{number}: {line.strip()}: {why}")
                    bad += 1
    for path in sorted(root.glob("frontends/**/*.[ch]")) + sorted(root.glob("examples/**/*.[ch]")):
        if root / "frontends" in path.parents and folder_of(root, path) not in FRONTENDS:
            print(f"{path}: frontend {folder_of(root, path)} is not in the table")
            bad += 1
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if match := INCLUDE.match(line):
                if why := user_complaint(root, path, *match.groups()):
                    print(f"{path}:{number}: {line.strip()}: {why}")
                    bad += 1
    print(f"{len(files)} files of the library, {bad} includes in the wrong direction")
    return bad or not files


if __name__ == "__main__":
    sys.exit(1 if check(pathlib.Path(sys.argv[1]).resolve()) else 0)
