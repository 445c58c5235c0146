#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Each file: a licence line, a line of purpose, clean white space; the product's C files short.

No script knows an address from which files come: that is for the host's own configuration to say.

usage: text.py ROOT"""
import pathlib
import re
import shutil
import subprocess
import sys

SOURCES = {".c", ".h", ".S", ".py", ".sh", ".cmake"}
BINARY = {".bin", ".gz", ".xz", ".zst", ".lz4", ".bz2", ".lzma"}
SCRIPTS = {".sh", ".py", ".cmake"}
SCRIPT_NAMES = {"CMakeLists.txt", "dev", "run"}
ADDRESS = re.compile(r"\b(?:https?|ftp)://(?!www\.w3\.org/2000/svg\b)")  # but a name of XML's
MAX_FILE = 500
MAX_FUNCTION = 60
FUNCTION = re.compile(r"([A-Za-z_]\w*)\(")


def tracked(root):
    """The files git knows or would add; every file when this is not a checkout."""
    git = shutil.which("git") and subprocess.run(
        ["git", "-C", root, "ls-files", "-co", "--exclude-standard", "-z"],
        capture_output=True, check=False)
    if git and git.returncode == 0:
        names = [name for name in git.stdout.decode().split("\0") if name]
        return [root / name for name in names if (root / name).is_file()]
    return [path for path in root.rglob("*")
            if path.is_file() and not {"build", ".git"} & set(path.relative_to(root).parts)]


def functions(lines):
    """(name, line number, length) of each function, by the style's brace in column one."""
    start, name = None, ""
    for number, line in enumerate(lines, 1):
        if line == "{":
            start = number
        elif line == "}" and start is not None:
            yield name, start, number - start + 1
            start = None
        elif start is None and (match := FUNCTION.search(line)):
            name = match[1]


def check_source(path, where, lines):
    head = lines[1:] if lines and lines[0].startswith("#!") else lines
    if not head or "SPDX-License-Identifier: BSD-2-Clause" not in head[0]:
        yield f"{where}:1: no SPDX-License-Identifier: BSD-2-Clause"
    elif len(head) < 2 or not re.search(r"[A-Za-z]{3}", " ".join(head[1:4])):
        yield f"{where}:2: no line of purpose"
    if path.suffix in {".c", ".h"} and where.parts[0] != "tests":
        if len(lines) > MAX_FILE:
            yield f"{where}: {len(lines)} lines, at most {MAX_FILE}"
        for name, number, length in functions(lines):
            if length > MAX_FUNCTION:
                yield f"{where}:{number}: {name}() has {length} lines, at most {MAX_FUNCTION}"


def check(root):
    bad = files = 0
    for path in sorted(tracked(root)):
        data = path.read_bytes()
        where = path.relative_to(root)
        if path.suffix in BINARY or "corpus" in where.parts or "regress" in where.parts:
            continue
        files += 1
        problems = []
        try:
            text = data.decode()
        except UnicodeDecodeError:
            print(f"{where}: not UTF-8")
            bad += 1
            continue
        if data and not text.endswith("\n"):
            problems.append(f"{where}: no newline at the end")
        if "\r" in text:
            problems.append(f"{where}: carriage returns")
        lines = text.splitlines()
        if path.suffix in SCRIPTS or path.name in SCRIPT_NAMES:
            problems += [f"{where}:{number}: an address, for which the host's configuration is the place"
                         for number, line in enumerate(lines, 1) if ADDRESS.search(line)]
        golden = "golden" in where.parts and path.suffix not in SOURCES
        problems += [f"{where}:{number}: white space at the end" for number, line
                     in enumerate(lines, 1) if line != line.rstrip() and not golden]
        script = text.startswith("#!")
        if path.suffix in SOURCES or script or path.name == "CMakeLists.txt":
            problems += check_source(path, where, lines)
        for problem in problems:
            print(problem)
        bad += len(problems)
    print(f"{files} files, {bad} problems")
    return bad or not files


if __name__ == "__main__":
    sys.exit(1 if check(pathlib.Path(sys.argv[1]).resolve()) else 0)
