#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""The subject of a commit is "scope: summary", of at most 72 characters: git's own tools and mail
cut longer ones.

usage: commits.py ROOT

Commits up to BASE are older than the rule, and merges have subjects of git's own. Without git, or
in a clone that does not reach back to BASE, there is nothing to judge."""
import pathlib
import re
import subprocess
import sys

BASE = "9ed746e09fbbed851058a329f7a83f30624fce6d"
MOST = 72
# one folder, file or target, or several: "acpi: ", "boot, efi: "
SUBJECT = re.compile(r"[a-z0-9][\w./-]*(, [a-z0-9][\w./-]*)*: \S")


def git(root, *arguments):
    """The output of a git command, or None where it fails."""
    try:
        done = subprocess.run(["git", "-C", root, *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        return None
    return done.stdout.decode(errors="replace") if done.returncode == 0 else None


def check(root):
    """Whether a subject breaks the rule; None: there are none to judge."""
    if git(root, "cat-file", "-e", BASE + "^{commit}") is None:
        return None
    log = git(root, "log", "--no-merges", "--format=%h\t%s", f"{BASE}..HEAD")
    if log is None:
        return None
    bad = 0
    for line in log.splitlines():
        commit, subject = line.split("\t", 1)
        if len(subject) > MOST:
            print(f"{commit}: {len(subject)} characters, at most {MOST}: {subject}")
            bad += 1
        if not SUBJECT.match(subject):
            print(f"{commit}: not of the form 'scope: summary': {subject}")
            bad += 1
    print(f"{len(log.splitlines())} commits, {bad} complaints")
    return bad != 0


def main(arguments):
    bad = check(pathlib.Path(arguments[0]).resolve())
    if bad is None:
        print(f"skipped: no git, or the clone does not reach back to {BASE[:7]}")
        return 77
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
