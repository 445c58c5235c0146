#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""The examples as a stranger takes them: copied out of the tree, built against what is installed.

Also: examples/README.md names each of them; those of the first table have at most 60 lines, and each
begins with two sentences that say what it shows.

usage: examples.py ROOT TREE WORK    TREE: the installed tree        env: CC"""
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys

MAX_LINES = 60
ROW = re.compile(r"^\| \[[\w.]+\]\(([\w./]+)\) \|", re.M)
SHOWN = "dsdt_device"  # the one that the page builds
# for hosts of one architecture; a cross compiler of that builds them elsewhere
HOSTS = {"boot_arm64_kvm": "aarch64", "boot_kvm": "x86_64", "boot_x86_kvm": "x86_64"}


def sentences(text):
    """How many sentences the comment or the docstring has that a file begins with."""
    blocks = re.findall(r"/\*.*?\*/|\"\"\".*?\"\"\"|(?:^# .*\n|^#\n)+", text, re.M | re.S)
    first = next((block for block in blocks if len(block.splitlines()) > 1), "")
    return len(re.findall(r"[.](?=\s|$)", first.replace("# SPDX", "")))


def check_table(folder, text):
    """What is wrong in the table of the examples."""
    short, _, long = text.partition("These are longer")
    rows = {name: part is short for part in (short, long) for name in ROW.findall(part)}
    there = {path.name for pattern in ("*.c", "*.h", "*.S") for path in folder.glob(pattern)}
    here = {name for name in rows if "/" not in name}
    for name in sorted(there - here):
        yield f"{name}: not in the table"
    for name, is_short in rows.items():
        path = folder / name
        if not path.exists():
            yield f"{name}: there is no such file"
        elif path.suffix != ".md":
            content = path.read_text(encoding="utf-8")
            lines = content.count("\n")
            if is_short and lines > MAX_LINES:
                yield f"{name}: {lines} lines, at most {MAX_LINES}"
            if sentences(content) < 2:
                yield f"{name}: must begin with two sentences of what it shows"


def build(folder, tree, work):
    """Copy the examples away, and compile each alone, by pkg-config. Yields those that fail."""
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    for path in sorted([*folder.glob("*.c"), *folder.glob("*.h")]):
        shutil.copy(path, work)
    found = next(tree.rglob("aetherboot.pc"))
    env = os.environ | {"PKG_CONFIG_PATH": str(found.parent)}

    page = (folder / "README.md").read_text(encoding="utf-8")
    command = re.search(r"```sh\ncc (.*)\n```", page)[1]  # how the page says that one is built
    for path in sorted(work.glob("*.c")):
        host, compiler = HOSTS.get(path.stem, platform.machine()), os.environ.get("CC", "cc")
        if host != platform.machine():
            compiler = f"{host}-linux-gnu-gcc -c"
            if not shutil.which(compiler.split()[0]):
                print(f"{path.name}: not built, as there is no {compiler}")
                continue
        done = subprocess.run(f"{compiler} -Wall -Wextra -Werror {command}".replace(SHOWN, path.stem),
                              cwd=work, shell=True, text=True, env=env, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, check=False)
        if done.returncode:
            yield f"{path.name}: does not build\n{done.stdout}"
    if (work / SHOWN).exists():  # and runs, with the library that it was linked to
        done = subprocess.run([f"./{SHOWN}"], cwd=work, capture_output=True, check=False,
                              env=env | {"LD_LIBRARY_PATH": str(found.parent.parent)})
        if done.returncode or done.stdout[:4] != b"DSDT" or b"ACME0001" not in done.stdout:
            yield f"{SHOWN}: {done.returncode} {done.stderr!r}"


def main():
    root, tree, work = (pathlib.Path(word).resolve() for word in sys.argv[1:])
    folder = root / "examples"
    wrong = [*check_table(folder, (folder / "README.md").read_text(encoding="utf-8")),
             *build(folder, tree, work)]
    print(*wrong, sep="\n")
    if wrong:
        sys.exit(1)
    print("every example is in the table, and builds against what is installed")


main()
