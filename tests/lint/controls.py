#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""The lints see what they look for: each gets a small tree with one defect and must complain.

usage: controls.py ROOT CC CXX NM"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
HEAD = "/* SPDX-License-Identifier: BSD-2-Clause */\n/* Some purpose. */\n"

CALL = "extern int {0}(void *);\n\treturn {0}(p);"
PRIVATE = HEAD + "__attribute__((visibility(\"hidden\"))) int {0}(void *p)\n{{\n\t{1}\n}}\n"

# a tree that every lint accepts
GOOD = {
    "include/aetherboot/base.h":
        HEAD + "#pragma once\n#define AB_API __attribute__((visibility(\"default\")))\n"
        "/** @spec{ACPI, 1} */\nstruct ab_pair {\n\tint a;\n\tlong b[2];\n};\n"
        "enum ab_kind { AB_ONE = 1, AB_TWO };\nAB_API int ab_one(struct ab_pair *p);\n",
    "include/aetherboot/mem.h": HEAD + "#include <aetherboot/base.h>\n",
    "lib/base/one.c": HEAD + "#include <aetherboot/base.h>\n\nint ab_one(struct ab_pair *p)\n{\n"
        "\treturn p->a;\n}\n",
    "lib/mem/two.c": HEAD + "#include <aetherboot/mem.h>\n#include <stddef.h>\n",
    "lib/base/high.c": PRIVATE.format("ab_high_", CALL.format("ab_low_")),
    "lib/base/low.c": PRIVATE.format("ab_low_", "return p != 0; /* AB_ARCH_NONE */"),
    "frontends/devices/bus.h": HEAD + "#include <stdint.h>\n#include <aetherboot/base.h>\n",
    "frontends/devices/pic.c": HEAD + '#include "bus.h"\n\nint dev_pic(void *p)\n{\n'
        "\treturn ab_one(p);\n}\n",
    "frontends/el2/hw.h": HEAD + '#include "devices/bus.h"\nint el2_hw_get(int v);\n',
    "frontends/el2/trap.c": HEAD + '#include "hw.h"\n\nint el2_trap(int v)\n{\n'
        "\treturn el2_hw_get(v);\n}\n",
    "frontends/el2/metal/uart.c": HEAD + '#include "el2/hw.h"\n\nint el2_hw_get(int v)\n{\n'
        "\treturn v + 0x09000000;\n}\n",
    "frontends/kvm/vm.h": HEAD,
    "frontends/kvm/vm.c": HEAD + '#include <stdio.h>\n#include "vm.h"\n#include "devices/bus.h"\n'
        "\nint vmm_run(int v)\n{\n\treturn v;\n}\n",
    "docs/specs.md": "| `ACPI` | title |\n",
    "docs/memory.md": "| M | machines |\n",
    "message": "base: add one\n\nA body's lines may be longer than those of a subject; nobody cuts"
        " them.\n",
}
# what that tree has in place of a lint's own tables
TABLES = {
    "storeys": {"STOREYS": {"base": ["low", "high one"]}},
    "arch_rows": {"LINES": 1},
    "commits": {"BASE": "refs/tags/base"},
}
WITH_TABLES = ("import sys; sys.path.insert(0, {0!r}); import {1}; vars({1}).update({2!r}); "
               "sys.exit({1}.main(sys.argv[1:]))")

# lint, file, its new text, None for no file, or (old, new), what the complaint says
BAD = [
    ("layers", "lib/base/one.c", ("base.h", "mem.h"), "base is on layer 0, mem on 1"),
    ("layers", "lib/mem/two.c", ("mem.h", "image.h"), "mem is on layer 1, image on 2"),
    ("layers", "lib/mem/two.c", ("stddef.h", "stdio.h"), "not a header that lib/ may use"),
    ("layers", "lib/mem/two.c", ("<stddef.h>", '"../../x.h"'), "no such private header"),
    ("layers", "lib/new/a.c", HEAD, "module new is not in the table"),
    ("layers", "examples/a.c", HEAD + '#include "../lib/base/libc.h"\n', "only public headers"),
    ("layers", "examples/aetherctl/a.c", HEAD + '#include "el2/hw.h"\n', "only public headers"),
    ("layers", "frontends/devices/bus.h", ("stdint.h", "string.h"), "needs no operating system"),
    ("layers", "frontends/devices/bus.h", ("base.h", "host.h"), "needs no operating system"),
    ("layers", "frontends/devices/bus.h", ("base.h", "kvm.h"), "needs no operating system"),
    ("layers", "frontends/devices/pic.c", ('"bus.h"', '"kvm/vm.h"'), "only public headers"),
    ("layers", "frontends/devices/pic.c", ('"bus.h"', '"../kvm/vm.h"'), "only public headers"),
    ("layers", "frontends/kvm/vm.c", ('"vm.h"', '"../../lib/base/one.c"'), "only public headers"),
    ("layers", "frontends/new/a.c", HEAD, "frontend new is not in the table"),
    ("layers", "frontends/el2/trap.c", ('"hw.h"', '"metal/uart.c"'), "only public headers"),
    ("layers", "frontends/el2/hw.h", ("devices/bus.h", "kvm/vm.h"), "only public headers"),
    ("layers", "frontends/el2/metal/uart.c", ('"el2/hw.h"', "<stdio.h>"), "no operating system"),
    ("layers", "frontends/el2/new/a.c", HEAD, "frontend el2/new is not in the table"),
    ("frontends", "frontends/devices/pic.c", ("dev_pic", "pic"), "should be static"),
    ("frontends", "frontends/el2/trap.c", ("el2_trap", "trap"), "should be static"),
    ("frontends", "frontends/el2/trap.c", ("el2_hw_get", "el2_get"), "needs el2_get"),
    ("frontends", "frontends/el2/trap.c", ("hw_get(v)", "hw_get(0x9000000)"), "of a board"),
    ("frontends", "frontends/el2/metal/uart.c", ("0x0900", "0x0A00"), "0xa000000 is an address"),
    ("frontends", "frontends/devices/pic.c", ("return ab_one(p);", CALL.format("puts")),
     "needs puts"),
    ("frontends", "include/aetherboot/base.h", ("AB_API int", "int"), "needs ab_one"),
    ("frontends", "frontends/kvm/vm.c", ("vmm_run", "dev_run"), "should be static"),
    ("frontends", "frontends/kvm/vm.c", ("vmm_run", "ab_run"), "ab_run should be static"),
    ("frontends", "frontends/kvm/vm.h", HEAD + "#define AB_VM 1\n", "AB_VM is not a name"),
    ("text", "lib/base/one.c", ("BSD-2-Clause", "MIT"), "no SPDX-License-Identifier"),
    ("text", "lib/base/one.c", (HEAD, HEAD.splitlines()[0] + "\n\n{\n\n"), "no line of purpose"),
    ("text", "lib/base/one.c", ("{\n", "{ \n"), "white space at the end"),
    ("text", "lib/base/one.c", ("}\n", "}"), "no newline at the end"),
    ("text", "lib/base/one.c", ("}\n", "}\r\n"), "carriage returns"),
    ("text", "lib/base/one.c", ("{\n", "{\n" + "\t;\n" * 58), "ab_one() has 61 lines"),
    ("text", "lib/base/one.c", ("}\n", "}\n" + "\n" * 500), "lines, at most 500"),
    ("text", "a.py", "print(1)\n", "no SPDX-License-Identifier"),
    ("text", "a.sh", "#!/bin/sh\n# SPDX-License-Identifier: BSD-2-Clause\n# Fetch it.\ncurl http:" "//x\n", "an address"),
    ("specs", "include/aetherboot/base.h", ("ACPI, 1", "APCI, 1"), "APCI is not a key"),
    ("specs", "include/aetherboot/base.h", ("ACPI, 1", "ACPI"), "which section"),
    ("pointers", "include/aetherboot/base.h", ("int a;", "int *a;"), "ab_pair.a: docs/memory.md does"),
    ("pointers", "include/aetherboot/base.h", ("int a;", "int (*c)(int d);"), "ab_pair.c: docs"),
    ("pointers", "docs/memory.md", "| `ab_pair` | `a` | M |\n", "ab_pair.a: no such pointer"),
    ("pointers", "docs/memory.md", "| `ab_pair` | `a` | X |\n", "ab_pair: there is no row X"),
    ("headers", "include/aetherboot/mem.h", HEAD + "struct ab_x { ab_y z; };\n", "as c11"),
    ("headers", "include/aetherboot/mem.h", HEAD + "#pragma once\nextern int class;\n", "as c++17"),
    ("headers", "include/aetherboot/mem.h", HEAD + "static const int a;\n", "as c++20"),
    ("undefined", "lib/base/one.c", ("return p->a;", CALL.format("puts")), "needs puts"),
    ("undefined", "lib/base/one.c", ("int ab_one", "int one"), "should be static"),
    ("undefined", "lib/base/one.c", ("return p->a;", CALL.format("inflate")), "needs inflate"),
    ("symbols", "lib/base/one.c", ("int ab_one", "int ab_two(void);\nint ab_two(void)\n{\n"
     "\treturn 0;\n}\n\nint ab_one"), "ab_two is not AB_API"),
    ("symbols", "include/aetherboot/base.h",
     ("AB_API int", "AB_API int ab_two_(void);\nAB_API int"), "ab_two_ is AB_API"),
    ("symbols", "lib/base/one.h", "#ifndef AB_ONE_H\n", "the guard is not AB_BASE_ONE_H"),
    ("storeys", "lib/base/low.c", ("return p != 0;", CALL.format("ab_one")),
     "needs ab_one of one.c"),
    ("storeys", "lib/base/low.c", ("return p != 0;", CALL.format("ab_high_")),
     "the circle is ['high', 'low']"),
    ("storeys", "lib/base/high.c", ("ab_low_", "ab_one"), "needs ab_one of one.c"),
    ("storeys", "lib/base/new.c", HEAD, "base/new.c: 0 times in the table"),
    ("storeys", "lib/base/high.c", None, "base/high.c: in the table, not in lib/"),
    ("storeys", "lib/mem/new.c", HEAD, "mem/new.c: 0 times in the table"),
    ("arch_rows", "lib/base/one.h", "AB_ARCH_NONE\n", "2 lines name an architecture, at most 1"),
    ("arch_rows", "lib/base/one.h", "ab_machine_has_gic_(m)\n", "2 lines name an architecture"),
    ("arch_rows", "lib/base/low.c", ("AB_ARCH_NONE", ""), "lower LINES to 0"),
    ("commits", "message", ("add one", "add " + "one" * 21 + "."), "74 characters, at most 72"),
    ("commits", "message", ("base: add", "Add"), "not of the form 'scope: summary': Add one"),
    ("commits", "message", ("base: add", "base:add"), "not of the form"),
    ("abi", "include/aetherboot/base.h", ("int a;", "long a;"), "+  a 0 8"),
    ("abi", "include/aetherboot/base.h", ("AB_TWO", "AB_TOO"), "+  AB_TOO 2"),
    ("abi", "include/aetherboot/base.h", ("AB_API int", "int"), "not declared AB_API"),
    ("abi", "include/aetherboot/base.h",
     ("AB_API int", "AB_API int ab_two(void);\nAB_API int"), "ab_two: declared AB_API, not exported"),
]


def write(tree, files):
    for name, text in files.items():
        if text is None:
            (tree / name).unlink()
            continue
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_text(text, newline="")


def compiled(tree, cc, pattern):
    """The objects of a tree's sources, where the lint wants them."""
    objects = []
    for source in sorted(tree.glob(pattern)):
        output = tree / "build" / source.parent.name / (source.name + ".o")
        output.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run([cc, "-w", "-fPIC", "-fno-builtin", "-I", tree / "include", "-I",
                        tree / "frontends", "-c", source, "-o", output], check=True)
        objects.append(str(output))
    return objects


def build(tree, cc):
    """The objects and the shared library of a tree's lib/."""
    objects = compiled(tree, cc, "lib/*/*.c")
    script = tree / "build/map"
    script.write_text("AETHERBOOT_0.1 { global: ab_*; local: *; };\n")
    library = tree / "build/lib.so"
    subprocess.run([cc, "-shared", f"-Wl,--version-script={script}", "-o", library, *objects],
                   check=True)
    return objects, str(library)


def commit(tree):
    """A commit with the tree's message behind the tag base, and a merge, which has no scope."""
    def git(*arguments):
        return subprocess.run(
            ["git", "-C", tree, "-c", "user.name=Some One", "-c", "user.email=one@example.org",
             *arguments],
            capture_output=True, text=True, check=True).stdout.strip()
    git("init", "--quiet")
    git("commit", "--allow-empty", "-m", "Begin")
    git("tag", "--force", "base")
    git("commit", "--allow-empty", "-F", "message")
    git("reset", "--soft", git("commit-tree", "-p", "base", "-p", "HEAD", "-m", "Merge a branch",
                               "HEAD^{tree}"))


def run(lint, tree, cc, cxx, nm, update=False):
    command = [sys.executable, str(HERE / f"{lint}.py")]
    if lint in TABLES:
        command[1:] = ["-c", WITH_TABLES.format(str(HERE), lint, TABLES[lint])]
    if lint in {"undefined", "storeys"}:
        command += [nm, *build(tree, cc)[0]]
    elif lint == "symbols":
        command += [str(tree), nm, *build(tree, cc)[0]]
    elif lint == "frontends":
        command += [str(tree), nm]
        for folder in ("devices", "el2", "kvm"):
            command += [folder, *compiled(tree, cc, f"frontends/{folder}/*.c")]
    elif lint == "abi":
        command += ["--update"] * update + [str(tree), cc, nm, build(tree, cc)[1]]
    elif lint == "commits":
        commit(tree)
        command += [str(tree)]
    else:
        command += [str(tree)] + [cc, cxx] * (lint == "headers")
    return subprocess.run(command, capture_output=True, text=True, check=False)


def own_git():
    """No git of ours works in the repository that a hook names, nor by its user's settings."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        del os.environ[name]
    os.environ.update(GIT_CONFIG_GLOBAL=os.devnull, GIT_CONFIG_NOSYSTEM="1")


def check(_, cc, cxx, nm):
    own_git()
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, (lint, name, change, expected) in enumerate(BAD):
            if lint == "commits" and not shutil.which("git"):
                continue
            tree = pathlib.Path(folder).resolve() / str(number)
            write(tree, GOOD)
            if lint == "abi":
                run(lint, tree, cc, cxx, nm, update=True)
            good = run(lint, tree, cc, cxx, nm)
            text = GOOD[name].replace(*change) if isinstance(change, tuple) else change
            write(tree, {name: text})
            found = run(lint, tree, cc, cxx, nm)
            if good.returncode != 0:
                print(f"{lint}: complains about a good tree:\n{good.stdout}{good.stderr}")
                bad += 1
            if found.returncode == 0 or expected not in found.stdout:
                print(f"{lint}: did not say '{expected}' but:\n{found.stdout}{found.stderr}")
                bad += 1
    print(f"{len(BAD)} controls, {bad} not seen")
    return bad


if __name__ == "__main__":
    sys.exit(1 if check(*sys.argv[1:5]) else 0)
