#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""A page for newcomers, as they read it: a copy of the sources, and then each block in its order.
Blocks of shell are run by one shell, other blocks are files, whose name their first line has.

usage: page.py PAGE TEST ROOT WORK KERNEL        the blocks are those marked <!-- run: by TEST -->
env: AB_EXPECT: an expression that the output must have"""
import os
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "docs"))
from blocks import blocks  # noqa: E402

NAME = re.compile(r"[\w/]+\.(?:c|txt)\b")
# of the tree, what a checkout has; nothing of an earlier build
LEFT_OUT = {"build", ".git"}


def script(page, test):
    """Lines of a shell script that does what the page says."""
    marked = [block for block in blocks(page, page.name) if block.test == test]
    if not marked:
        sys.exit(f"page.py: no block is run by {test}")
    for block in marked:
        if block.language == "sh":
            yield block.body
        else:
            name = NAME.search(block.body.partition("\n")[0])
            if name is None:
                sys.exit(f"page.py: {block.where} has no name")
            yield (f"mkdir -p $(dirname {name[0]})\ncat >{name[0]} <<'END-OF-BLOCK'\n"
                   f"{block.body}END-OF-BLOCK\n")


def main():
    page, test, root, work, kernel = sys.argv[1:]
    root, work = pathlib.Path(root), pathlib.Path(work)
    shutil.rmtree(work, ignore_errors=True)
    home, sources = work / "home", work / "sources"
    (home / "first").mkdir(parents=True)
    shutil.copytree(root, sources, symlinks=True, ignore=lambda folder, names: LEFT_OUT & set(names))
    # what the reader brings along
    shutil.copy(kernel, home / "first/vmlinuz")
    shutil.copy(root / "tests/install/consumer.c", sources / "app.c")
    (work / "script").write_text("set -eux\n" + "".join(script(root / page, test)), encoding="utf-8")
    env = {key: value for key, value in os.environ.items() if not key.startswith(("CMAKE_", "PKG_"))}
    done = subprocess.run(["sh", work / "script"], cwd=sources, env=env | {"HOME": str(home)}, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    want = os.environ.get("AB_EXPECT", "")
    if done.returncode or not re.search(want, done.stdout):
        print(done.stdout[-20000:])
        sys.exit(f"page.py: exit status {done.returncode}; must be 0, and the output have {want!r}")
    shutil.rmtree(work)
    print(f"{page}: every block of {test} does what it should")


main()
