#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""The binary interface against its golden texts: exported symbols, and sizes, offsets, constants.

usage: abi.py [--update] ROOT CC NM LIBRARY

LIBRARY is the shared library. lib/aetherboot.symbols lists what it exports, and must be just what
the headers mark with AB_API; tests/golden/abi-x86_64.txt has every public struct and enum, as
the compiler lays them out."""
import difflib
import pathlib
import re
import subprocess
import sys
import tempfile

VERSION = "AETHERBOOT_0.1"
STRUCT = re.compile(r"\bstruct\s+(ab_\w+)\s*\{")
ENUM = re.compile(r"\benum\s+(ab_\w+)\s*\{([^}]*)\}")
FIELD = re.compile(r"(?:\(\s*\*\s*(\w+)\s*\)\s*\(.*\)|(\w+)\s*(?:\[[^]]*\])*)\s*$", re.S)
PROTOTYPE = re.compile(r'visibility\s*\(\s*"default"\s*\)[^;{]*?\b(ab_\w+)\s*\(')


def includes(root):
    return "".join(f"#include <aetherboot/{header.name}>\n"
                   for header in sorted((root / "include/aetherboot").glob("*.h")))


def preprocessed(root, cc):
    """The public headers as the compiler sees them, without what they include from outside."""
    text, ours = [], False
    run = subprocess.run([cc, "-std=c11", "-E", f"-I{root / 'include'}", "-x", "c", "-"],
                         input=includes(root), capture_output=True, text=True, check=True)
    for line in run.stdout.splitlines():
        if line.startswith("#"):
            ours = "/aetherboot/" in line
        elif ours:
            text.append(line)
    return "\n".join(text)


def body(text, start):
    """The text from start to the brace that closes it."""
    depth = 1
    for at in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        if depth == 0:
            return text[start:at]
    raise SystemExit("a struct without an end")


def fields(text):
    """Names of the fields of a struct; a nested struct or union is one field, but for unions
    without a name, whose members are fields."""
    text = re.sub(r"\bunion\s*\{([^{}]*)\}\s*;", r"\1", text)
    while "{" in text:
        text = re.sub(r"\{[^{}]*\}", "", text)
    for declaration in text.split(";"):
        if not declaration.strip():
            continue
        if "(" in declaration:
            parts = [declaration]
        else:
            parts = declaration.split(",")
        for part in parts:
            match = FIELD.search(part.strip())
            if match is None:
                raise SystemExit(f"cannot read the field: {part.strip()}")
            yield match[1] or match[2]


def layout(root, cc):
    text = preprocessed(root, cc)
    lines = []
    for match in STRUCT.finditer(text):
        name = match[1]
        lines.append(f'printf("struct {name} %zu\\n", sizeof(struct {name}));')
        for field in fields(body(text, match.end())):
            lines.append(f'printf("  {field} %zu %zu\\n", offsetof(struct {name}, {field}), '
                         f"sizeof(((struct {name} *)0)->{field}));")
    for match in ENUM.finditer(text):
        lines.append(f'printf("enum {match[1]} %zu\\n", sizeof(enum {match[1]}));')
        for entry in filter(str.strip, match[2].split(",")):
            constant = entry.split("=")[0].strip()
            lines.append(f'printf("  {constant} %lld\\n", (long long){constant});')
    program = (includes(root) + "#include <stddef.h>\n#include <stdio.h>\nint main(void)\n{\n\t"
               + "\n\t".join(lines) + "\n\treturn 0;\n}\n")
    with tempfile.TemporaryDirectory() as folder:
        source, binary = f"{folder}/abi.c", f"{folder}/abi"
        pathlib.Path(source).write_text(program)
        subprocess.run([cc, "-std=c11", f"-I{root / 'include'}", "-o", binary, source], check=True)
        return subprocess.run([binary], capture_output=True, text=True, check=True).stdout


def exports(root, cc, nm, library):
    """The exported symbols; they are what the headers declare, under the right version."""
    bad = 0
    names = set()
    run = subprocess.run([nm, "-D", "--defined-only", "--with-symbol-versions", library],
                         capture_output=True, text=True, check=True)
    for line in run.stdout.splitlines():
        symbol = line.split()[-1]
        name, _, version = symbol.partition("@@")
        if name == VERSION:
            continue
        if version != VERSION:
            print(f"{symbol}: not of version {VERSION}")
            bad += 1
        names.add(name)
    declared = set(PROTOTYPE.findall(preprocessed(root, cc)))
    for name in sorted(declared - names):
        print(f"{name}: declared AB_API, not exported")
    for name in sorted(names - declared):
        print(f"{name}: exported, not declared AB_API")
    bad += len(declared ^ names)
    return bad, "".join(f"{name}\n" for name in sorted(names))


def compare(path, text, update):
    if update:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    golden = path.read_text() if path.is_file() else ""
    print(*difflib.unified_diff(golden.splitlines(), text.splitlines(), str(path), "this build",
                                lineterm=""), sep="\n", end="" if golden == text else "\n")
    return golden != text


def check(arguments):
    update = arguments[0] == "--update"
    root, cc, nm, library = arguments[-4:]
    root = pathlib.Path(root).resolve()
    bad, symbols = exports(root, cc, nm, library)
    bad += compare(root / "lib/aetherboot.symbols", symbols, update)
    bad += compare(root / "tests/golden/abi-x86_64.txt", layout(root, cc), update)
    print(f"{symbols.count(chr(10))} symbols, {bad} problems")
    if bad:
        print("meant? then: cmake --build build/dev --target abi-update, and CHANGELOG.md")
    return bad


if __name__ == "__main__":
    sys.exit(1 if check(sys.argv[1:]) else 0)
