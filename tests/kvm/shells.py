#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""The man page and the completions that the VMM prints, judged by mandoc, bash and zsh where they are.

usage: shells.py ARCH VMM...
"""
import os
import re
import shutil
import subprocess
import sys

from vmm import check, main

# What bash does before it calls the function: "=" is a word of its own.
BASH = """
. "$0"
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
compopt() { :; }
_aetherboot_kvm
printf '%s\\n' "${COMPREPLY[@]}"
"""
# What zsh's _arguments is given.
ZSH = '_arguments() { print -rl -- "$@" }; . "$0"'


def printed(vmm, form):
    r = vmm.run(vmm.command + ["--help=" + form])
    check(r.returncode == 0 and r.stderr == b"" and r.stdout, f"--help={form}: {r}")
    return vmm.file("help." + form, r.stdout), r.stdout.decode()


def options(vmm):
    """Names of all options, and those that take a value."""
    text = vmm.run(vmm.command + ["--help"]).stdout.decode()
    rows = re.findall(r"^  --([a-z-]+)(?:\[=[A-Z]+\]| [A-Z]+)?(?= |$)", text, re.M)
    values = set(re.findall(r"^  --([a-z-]+) [A-Z]+(?: |$)", text, re.M))
    check(len(rows) > 20 and "kernel" in values and "plan" not in values, f"--help: {rows}, {values}")
    return rows, values


def man(vmm):
    path, text = printed(vmm, "man")
    plain = text.replace("\\-", "-")
    for name in options(vmm)[0]:
        check(f"\\fB--{name}\\fR" in plain, f"man page: nothing of --{name}")
    for section in ("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS"):
        check(f"\n.SH {section}\n" in text, f"man page: no section {section}")
    if shutil.which("mandoc") is None:
        print("no mandoc: not checked that the man page is well formed")
        return
    r = vmm.run(["mandoc", "-T", "lint", path])
    check(r.returncode == 0 and r.stdout == b"", f"man page: {r.stdout.decode()}")


def bash(vmm):
    path, _ = printed(vmm, "bash")
    names, values = options(vmm)
    where = os.path.join(vmm.folder, "files")
    os.makedirs(os.path.join(where, "a folder"))
    for name in ("an initrd", "kernel"):
        with open(os.path.join(where, name), "wb"):
            pass
    files, every = {"an initrd", "kernel", "a folder"}, {"--" + n for n in names} | {"-h"}
    rows = [([""], files), (["-"], every), (["--"], every - {"-h"}), (["--memory", ""], {""}), (["--cpus", "1"], {""}),
            (["--prot"], {"--protocol"}), (["--d"], {n for n in every if n.startswith("--d")}),
            (["--protocol", ""], {"linux", "self", "linux32", "pvh", "multiboot2", "multiboot", "auto", "flat", "flat32"}), (["--protocol", "li"], {"linux", "linux32"}),
            (["--protocol", "=", "s"], {"self"}), (["--gic", "="], {"2", "3"}), (["--arch", "a"], {"arm64"}),
            (["--kernel", "k"], {"kernel"}), (["--initrd", "an"], {"an initrd"}), (["--initrd", "=", "an"], {"an initrd"}),
            (["--dump", ""], {"a folder"}), (["--help", "=", "m"], {"man"}), (["--plan", "=", "j"], {"json"}), (["--help", "k"], {"kernel"}),
            (["--map", "k"], {"kernel"}), (["--none", ""], files)]
    for words, want in rows:
        r = subprocess.run(["bash", "--norc", "-c", BASH, path, "aetherboot-kvm", *words], cwd=where,
                           capture_output=True, timeout=60, check=False)
        got = set(r.stdout.decode().split("\n")[:-1])
        check(got == want and r.stderr == b"", f"bash, {words}: {sorted(got)}, must be {sorted(want)}; {r.stderr}")


def zsh(vmm):
    path, text = printed(vmm, "zsh")
    names, values = options(vmm)
    check(text.startswith("#compdef aetherboot-kvm\n"), f"zsh: begins with {text[:40]}")
    if shutil.which("zsh") is None:
        print("no zsh: not checked what it takes")
        return
    r = vmm.run(["zsh", "-fc", ZSH, path])
    specs = r.stdout.decode().splitlines()
    got = {re.match(r"\*?--([a-z-]+)", s)[1]: s for s in specs if "--" in s.split("[")[0]}
    check(set(got) == set(names) and r.stderr == b"", f"zsh: {sorted(got)}; {r.stderr}")
    for name, spec in got.items():
        # name, = before a value, [text], and :VALUE:action
        check(re.fullmatch(r"\*?--[a-z-]+(=-?)?\[([^]:[\\]|\\.)+\](::?[A-Z]+:.*)?", spec) and
              (name in values) == ("=[" in spec), f"zsh: {spec}")


sys.exit(main((man, bash, zsh), runs=False))
