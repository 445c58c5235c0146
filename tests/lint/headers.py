#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Each public header compiles alone, as C11, C17, C++17 and C++20, without a warning.

usage: headers.py ROOT CC CXX"""
import pathlib
import subprocess
import sys

FLAGS = ["-fsyntax-only", "-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wundef", "-Werror"]
# twice, for the guards; and a declaration, as ISO C forbids an empty unit
TEXT = "#include <aetherboot/{0}>\n#include <aetherboot/{0}>\nextern int alone;\n"


def check(root, cc, cxx):
    bad = runs = 0
    for header in sorted((root / "include/aetherboot").glob("*.h")):
        for compiler, language, standards in ((cc, "c", ("c11", "c17")),
                                              (cxx, "c++", ("c++17", "c++20"))):
            for standard in standards:
                run = subprocess.run([compiler, "-x", language, f"-std={standard}", *FLAGS,
                                      f"-I{root / 'include'}", "-"], text=True, check=False,
                                     input=TEXT.format(header.name), capture_output=True)
                runs += 1
                if run.returncode != 0:
                    print(f"{header.name} as {standard} by {compiler}:\n{run.stderr}")
                    bad += 1
    print(f"{runs} compilations, {bad} failed")
    return bad or not runs


if __name__ == "__main__":
    sys.exit(1 if check(pathlib.Path(sys.argv[1]).resolve(), *sys.argv[2:4]) else 0)
