#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Each group of the C reference opens with a snippet of a program that a test runs.

usage: groups.py ROOT CTEST BUILD"""
import json
import pathlib
import re
import subprocess
import sys

COMMENT = re.compile(r"/\*\*.*?\*/", re.S)
GROUP = re.compile(r"@defgroup (\w+)")
SNIPPET = re.compile(r"@snippet (\S+) ")
# headers that are no group: the introduction, and what belongs to a group of another one
NO_GROUP = {"aetherboot.h", "version.h"}


def run_by(source, root, programs):
    """Whether a test runs the program that a file is of."""
    if source.parent == root / "tests/unit":
        return source.stem in programs
    # the library of aetherctl is linked into its unit test
    return source.stem in programs or source.parent.name == "aetherctl" and "test_aetherctl" in programs


def check(root, programs):
    headers = sorted((root / "include/aetherboot").glob("*.h"))
    headers += [root / "frontends/el2/abi.h", root / "examples/aetherctl/mailbox.h"]
    groups = bad = 0
    for header in headers:
        comments = [text for text in COMMENT.findall(header.read_text()) if GROUP.search(text)]
        if len(comments) != (header.name not in NO_GROUP):
            print(f"{header.relative_to(root)}: {len(comments)} groups")
            bad += 1
        for comment in comments:
            groups += 1
            snippet = SNIPPET.search(comment)
            files = [folder / snippet[1] for folder in (root / "examples", root / "tests/unit")
                     if snippet and (folder / snippet[1]).is_file()]
            if len(files) != 1 or not run_by(files[0], root, programs):
                print(f"{header.relative_to(root)}: {GROUP.search(comment)[1]} opens with no snippet "
                      "of a program that a test runs")
                bad += 1
    print(f"{groups} groups, {bad} problems")
    return bad or not groups


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    told = subprocess.run([sys.argv[2], "--test-dir", sys.argv[3], "--show-only=json-v1"],
                          capture_output=True, check=True)
    programs = {pathlib.PurePath(word).name for test in json.loads(told.stdout)["tests"]
                for word in test.get("command", [])[:1]}
    sys.exit(1 if check(root, programs) else 0)


if __name__ == "__main__":
    main()
