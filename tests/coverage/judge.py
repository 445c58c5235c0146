#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Hold what the tests reach against what they should, and name the files that miss the most.

usage: judge.py ROOT UNIT.json PYTHON.json
UNIT.json is of `llvm-cov export -summary-only`, PYTHON.json of `coverage json`."""
import json
import pathlib
import sys

MOST = 8  # files that are named
TARGETS = {"lines of lib/ by the unit tests": 99.0, "branches of lib/ by the unit tests": 96.7,
           "lines of the Python package by its tests": 95.0}


def of_lib(root, told):
    """Files of lib/ with what they have and what of it is reached: lines, and branches."""
    files = {pathlib.Path(row["filename"]).resolve(): row["summary"]
             for row in told["data"][0]["files"]}
    lib = {path.relative_to(root).as_posix(): files[path] for path in files
           if path.is_relative_to(root / "lib")}
    absent = {path.relative_to(root).as_posix() for path in (root / "lib").rglob("*.c")} - lib.keys()
    assert not absent, f"in no unit test: {', '.join(sorted(absent))}"
    return [{name: (row[kind]["count"], row[kind]["covered"]) for name, row in lib.items()}
            for kind in ("lines", "branches")]


def of_python(root, told):
    """The same of the package: lines."""
    return {pathlib.Path(name).resolve().relative_to(root).as_posix():
            (row["summary"]["num_statements"], row["summary"]["covered_lines"])
            for name, row in told["files"].items()}


def judge(name, target, files):
    """Print the share, and what is missed. Returns whether it is enough."""
    count, covered = (sum(row[i] for row in files.values()) for i in (0, 1))
    share = 100 * covered / count
    enough = share >= target
    print(f"{name}: {covered} of {count}, {share:.2f} %; at least {target} %"
          f"{'' if enough else ' is missed'}")
    worst = sorted(files, key=lambda file: files[file][1] - files[file][0])[:MOST]
    for file in worst:
        missed = files[file][0] - files[file][1]
        if missed:
            print(f"  {missed:5d} missed in {file}")
    return enough


def main(root, unit, package):
    root = pathlib.Path(root).resolve()
    unit, package = (json.loads(pathlib.Path(path).read_text()) for path in (unit, package))
    rows = [*of_lib(root, unit), of_python(root, package)]
    return all([judge(name, target, files)
                for (name, target), files in zip(TARGETS.items(), rows)])


if __name__ == "__main__":
    sys.exit(not main(*sys.argv[1:]))
