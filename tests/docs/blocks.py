#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""The fenced blocks of all pages: what each marker means, and whether each block has one.

The line above a block is its marker, a comment that no reader sees. CONTRIBUTING.md explains them:

    <!-- run -->                 it runs, in the folder of its page
    <!-- run: as NAME -->        it is a file of that folder first; then it runs
    <!-- run: as NAME with WORDS -->   ... with these arguments
    <!-- run: by TEST -->        that test takes it out of the page, and runs it
    <!-- output -->              what the block above prints; a line of ... stands for any others
    <!-- part of FILE -->        lines of a file of the tree, which has tests of its own
    <!-- not run: REASON -->     it cannot be run, and why

usage: blocks.py ROOT [CTEST BUILD]      with them, the tests that blocks name must be there"""
import json
import pathlib
import re
import subprocess
import sys
import textwrap

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lint"))
from text import tracked  # noqa: E402

# pages that a program writes, whose whole text a test compares
WRITTEN = {"docs/errors.md", "docs/maps.md", "docs/performance.md"}
LANGUAGES = {"c", "sh", "console", "python", "toml", "json", "dts", "cmake"}
FENCE = re.compile(r"( *)(```+|~~~+)(.*)")
MARKER = re.compile(r"\s*<!-- (run|output|part of|not run)(?::? (.*?))? ?-->")
RUN = re.compile(r"(?:by (?P<test>[\w.-]+)|as (?P<name>[\w./-]+)(?: with (?P<words>.+))?)?")
LIST = re.compile(r"(?:[-*+]|\d+[.)]) ")


class Block:
    """One fenced block. `kind` is the marker's word, None if there is no marker."""

    def __init__(self, where, language, kind, words):
        self.where, self.language, self.kind, self.words = where, language, kind, words
        self.body = ""
        match = RUN.fullmatch(words) if kind == "run" else None
        self.badly = kind == "run" and match is None
        self.test, self.name, self.arguments = match.groups() if match else (None,) * 3


def blocks(path, where):
    """The blocks of a page, in their order."""
    block, before, indent, fence = None, "", 0, ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if block is not None:
            if line.strip() == fence:
                yield block
                block = None
            else:
                block.body += line[min(indent, len(line) - len(line.lstrip())):] + "\n"
        elif match := FENCE.fullmatch(line):
            indent, fence = len(match[1]), match[2]
            marker = MARKER.fullmatch(before)
            kind, words = (marker[1], marker[2] or "") if marker else (None, "")
            block = Block(f"{where}:{number}", match[3].strip(), kind, words)
        before = line
    if block is not None:
        block.badly = True
        yield block


def indented(path):
    """Numbers of the lines where a block begins that has no fence, and so can have no language."""
    fence, blank, limit = "", True, 4
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        deep = len(line) - len(line.lstrip(" "))
        if fence or (match := FENCE.fullmatch(line)):
            fence = "" if fence and line.strip() == fence else fence or match[2]
        elif line.strip() and blank and (deep >= limit or line.startswith("\t")):
            yield number
        elif line.strip() and deep < limit - 4 or limit == 4:
            item = LIST.match(line)
            limit = 4 + (len(item[0]) if item else 0)
        blank = not line.strip()


def dedented(text):
    """Lines as they stand, but for what all of them are indented by."""
    return textwrap.dedent(text.expandtabs(8)).strip("\n").split("\n")


def has(root, file, body):
    """Whether the lines of a block stand in a file, one behind the other; ... stands for others."""
    path = root / file
    if not path.is_file() or path not in set(tracked(root)):
        return False
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    at = 0
    for part in re.split(r"^\s*(?:/\* )?\.\.\.(?: \*/)?\n", body, flags=re.M):
        want = [line.strip() for line in dedented(part)]
        while not all(a in b for a, b in zip(want, lines[at:at + len(want)])):
            at += 1
        if at + len(want) > len(lines):
            return False
        at += len(want)
    return True


def problem(block, root, before, tests):
    """What is wrong with the marker of a block, as a sentence, or None."""
    if block.badly or block.kind is None:
        return "a block without a marker, or with one that CONTRIBUTING.md does not name"
    if block.kind == "not run":
        return None if len(block.words.split()) >= 3 else "no reason why it is not run"
    if block.kind == "part of":
        return None if has(root, block.words, block.body) else f"not part of {block.words}"
    if block.kind == "output":
        return None if before and before.kind == "run" and before.test is None \
            else "the block above is none that blocks of this kind run"
    if block.test is not None:
        return None if tests is None or block.test in tests else f"no test {block.test}"
    if block.language not in LANGUAGES:
        return f"nothing runs blocks of {block.language or 'no language'}"
    return "a file of CMake wants a name" if block.language == "cmake" and not block.name else None


def pages(root):
    """(path, name in the tree) of each page that people write."""
    for path in sorted(tracked(root)):
        where = path.relative_to(root)
        if path.suffix == ".md" and str(where) not in WRITTEN:
            yield path, where


def check(root, tests):
    count, bad = {}, 0
    for path, where in pages(root):
        before = None
        for block in blocks(path, where):
            count[block.kind] = count.get(block.kind, 0) + 1
            if text := problem(block, root, before, tests):
                print(f"{block.where}: {text}")
                bad += 1
            before = before if block.kind == "output" else block
        for number in indented(path):
            print(f"{where}:{number}: a block without a fence")
            bad += 1
    print(", ".join(f"{n} {kind}" for kind, n in sorted(count.items(), key=str)), f"; {bad} problems")
    return bad or not count


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    tests = None
    if len(sys.argv) > 2:
        told = subprocess.run([sys.argv[2], "--test-dir", sys.argv[3], "--show-only=json-v1"],
                              capture_output=True, check=True)
        tests = {test["name"] for test in json.loads(told.stdout)["tests"]}
    sys.exit(1 if check(root, tests) else 0)


if __name__ == "__main__":
    main()
