#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Run the fenced blocks of the pages, each page in a folder of its own.

A page's folder has the kernels vmlinuz (x86-64) and Image (arm64), an initrd, and beside them
everything that the folder of the sources has. Blocks run in their order, each with an end of its
own: files stay, and what Python blocks define; a shell's variables and folder do not.

usage: run.py ROOT WORK [PAGE...]        env: CC AB_LIBRARY (the shared library) AB_HELLO (a kernel)"""
import contextlib
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tomllib
import traceback

import blocks

WARNINGS = ["-std=c11", "-Wall", "-Wextra", "-Wpedantic", "-Werror"]
PATIENCE = 60  # seconds for a block


class Wrong(Exception):
    """What a block did, and must not."""


class Folder:
    """Where the blocks of one page run."""

    def __init__(self, root, work):
        self.root, self.at, tools = root, work / "page", work / "bin"
        shutil.rmtree(work, ignore_errors=True)
        self.at.mkdir(parents=True)
        tools.mkdir()
        for path in root.iterdir():
            if path.name not in {"build", ".git"}:
                (self.at / path.name).symlink_to(path)
        shutil.copy(os.environ["AB_HELLO"], self.at / "vmlinuz")
        (self.at / "Image").write_bytes(image())
        (self.at / "initrd").write_bytes(b"070701" + b"0" * 88 + b"0000000B00000000TRAILER!!!\0\0\0\0")
        command = tools / "aetherboot"
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m aetherboot "$@"\n')
        command.chmod(0o755)
        self.env = os.environ | {"PATH": f"{tools}:{os.environ['PATH']}", "HOME": str(self.at),
                                 "LC_ALL": "C.UTF-8"}
        self.names = {"__name__": "page"}

    def call(self, words, **more):
        """Run a program; what it prints, on either way out."""
        done = subprocess.run(words, cwd=self.at, env=self.env, text=True, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, timeout=PATIENCE,
                              check=False, **more)
        if done.returncode:
            raise Wrong(f"{words[0]} ends with {done.returncode}:\n{done.stdout[-4000:]}")
        return done.stdout

    def c(self, block, name):
        """A translation unit; with a main() a program, which runs."""
        library = pathlib.Path(os.environ["AB_LIBRARY"])
        tail = ["-I", self.root / "include", name]
        program = pathlib.Path(name).stem
        compiler = [os.environ.get("CC", "cc"), *WARNINGS]
        if not re.search(r"^int main\(", block.body, re.M):
            return self.call([*compiler, "-c", "-o", program + ".o", *tail])
        self.call([*compiler, "-o", program, *tail, library, f"-Wl,-rpath,{library.parent}"])
        return self.call([f"./{program}", *(block.arguments or "").split()])

    def sh(self, block, name):
        return self.call(["sh", "-eu", name, *(block.arguments or "").split()])

    def console(self, block, name):
        """Commands behind $, each followed by what it prints."""
        parts = re.split(r"^\$ (.*(?:\\\n.*)*)\n", block.body, flags=re.M)
        if parts[0] or len(parts) < 3:
            raise Wrong("must begin with $ and a command")
        for command, want in zip(parts[1::2], parts[2::2]):
            compare(want, self.call(["sh", "-eu", "-c", command]))
        return ""

    def python(self, block, name):
        out, before = io.StringIO(), os.getcwd()
        os.chdir(self.at)
        try:
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
                exec(compile(block.body, block.where, "exec"), self.names)
        except Exception as why:
            raise Wrong("".join(traceback.format_exception(why))) from None
        finally:
            os.chdir(before)
        return out.getvalue()

    def toml(self, block, name):
        """A machine file is planned."""
        table = tomllib.loads(block.body)
        if "machine" not in table:
            return ""
        kernel = "Image" if table["machine"].get("arch") == "arm64" else "vmlinuz"
        return self.call(["aetherboot", "plan", name, *(block.arguments or f"--kernel {kernel}").split()])

    def json(self, block, name):
        json.loads(block.body)
        return ""

    def dts(self, block, name):
        return self.call(["dtc", "-q", "-@", "-I", "dts", "-O", "dtb", "-o", name + ".dtb", name])

    def cmake(self, block, name):
        """A file, which a block of shell uses."""
        return ""

    def run(self, block):
        name = block.name or f"block-{block.where.rpartition(':')[2]}.{block.language}"
        file = self.at / name
        if self.root in file.resolve().parents and self.at not in file.resolve().parents:
            raise Wrong(f"{name} is a file of the sources")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(block.body, encoding="utf-8")
        return getattr(self, block.language)(block, name)


def image():
    """The smallest arm64 Image: a header, and a branch to itself."""
    header = bytearray(4096)
    header[0:4] = (0x14000000).to_bytes(4, "little")
    header[8:24] = (0).to_bytes(8, "little") + (4096).to_bytes(8, "little")
    header[24:32] = (0b1010).to_bytes(8, "little")
    header[56:60] = b"ARM\x64"
    return bytes(header)


def compare(want, got):
    """What a page says, and what was printed. A line of ... stands for any lines."""
    parts = [re.escape(part) for part in re.split(r"^\.\.\.\n", want, flags=re.M)]
    if not re.fullmatch(r"(?:.*\n)*?".join(parts), got):
        raise Wrong(f"prints other than the page says:\n{got[:4000]}")


def run_page(path, where, root, work):
    """Run what a page has to run; how many blocks, and how many went wrong."""
    folder, count, bad, printed = None, 0, 0, ""
    for block in blocks.blocks(path, where):
        if block.kind not in ("run", "output") or block.badly or block.test:
            continue
        count += 1
        folder = folder or Folder(root, work)
        try:
            if block.kind == "output":
                compare(block.body, printed)
            else:
                printed = folder.run(block)
        except (Wrong, subprocess.TimeoutExpired, ValueError, OSError) as why:
            print(f"{block.where}: {why}")
            printed = ""
            bad += 1
    return count, bad


def main():
    root, work = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    count = bad = 0
    for path, where in blocks.pages(root):
        if not sys.argv[3:] or str(where) in sys.argv[3:]:
            name = str(where.with_suffix("")).replace("/", "-")
            ran, wrong = run_page(path, where, root, work / name)
            count, bad = count + ran, bad + wrong
    print(f"{count} blocks, {bad} wrong")
    sys.exit(1 if bad or not count else 0)


if __name__ == "__main__":
    main()
