#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""--plan=json against its schema, and against the text of the same plan.

usage: plan.py ARCH VMM...
"""
import json
import os
import re
import struct
import sys

from vmm import OFF, bzimage, check, fdt_node, fdt_prop, image, main, pvh, tree

TYPES = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}
SCTLR = "sysreg 0xc080"  # op0 3, CRn 1
SCHEMA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs", "plan.schema.json")


def faults(root, schema, value, path=""):
    """What of a value its schema does not allow; a rule that is not known here is a fault, too."""
    for rule, want in schema.items():
        if rule == "$ref":
            yield from faults(root, root["$defs"][want.removeprefix("#/$defs/")], value, path)
        elif rule == "type":
            if type(value) is not TYPES[want]:
                yield f"{path}: no {want}"
                return
        elif rule == "required":
            yield from (f"{path}: no {name}" for name in want if name not in value)
        elif rule == "properties":
            for name, member in value.items():
                if name in want:
                    yield from faults(root, want[name], member, f"{path}.{name}")
                elif "additionalProperties" not in schema:
                    yield f"{path}.{name}: not described"
        elif rule == "additionalProperties":
            for name, member in value.items():
                yield from faults(root, want, member, f"{path}.{name}")
        elif rule == "items":
            for i, member in enumerate(value):
                yield from faults(root, want, member, f"{path}[{i}]")
        elif rule == "anyOf":
            if all(list(faults(root, one, value, path)) for one in want):
                yield f"{path}: {value} is none of {len(want)} kinds"
        elif rule == "enum":
            if value not in want:
                yield f"{path}: {value} is none of {want}"
        elif rule == "pattern":
            if not re.search(want, value):
                yield f"{path}: {value} is not like {want}"
        elif rule not in ("description", "title", "$schema", "$defs"):
            yield f"the schema has a rule {rule}"


def lines_of_cpu(cpu):
    """A CPU's registers by the names that the text has."""
    for name, value in cpu["registers"].items():
        if isinstance(value, str):
            yield name if name != SCTLR else "sctlr_el1", int(value, 16)
        else:
            yield name, {k: int(v, 16) for k, v in value.items()}


def text_of_cpu(block):
    for line in block.splitlines():
        if m := re.fullmatch(r"((?:msr |sysreg )?\S+) (0x[0-9a-f]+)", line):
            yield m[1], int(m[2], 16)
        elif m := re.fullmatch(r"(\w+)(?: (0x\w+))?((?: [a-z]+ 0x[0-9a-f]+)+)", line):
            words = m[3].split()
            parts = {k: int(v, 16) for k, v in zip(words[::2], words[1::2])}
            yield m[1], parts | ({"selector": int(m[2], 16)} if m[2] else {})


def same(what, plan, text):
    head, _, body = text.partition("\n\n")
    check(head.startswith(f"protocol {plan['protocol']}: {plan['why']}\n"), f"{what}: protocol")
    check(f"\nkernel   {plan['kernel']['format']}" in head and
          ("no KASLR" in head) != plan["kernel"]["kaslr"], f"{what}: kernel {plan['kernel']}")
    check(int(re.search(r"^entry +(0x\w+)$", head, re.M)[1], 16) == int(plan["entry"], 16), f"{what}: entry")
    check(re.findall(r"^warning  (.*)$", head, re.M) == plan["warnings"], f"{what}: warnings")
    ranges = [(int(b, 16), int(s, 16), t, n) for b, s, t, n in
              re.findall(r"^(0x\w+) (0x\w+) [\d.]+ \w+ +(\w+) +(\S.*)$", body, re.M) if n != "-"]
    check(ranges and ranges == [(int(r["base"], 16), int(r["size"], 16), r["type"], r["name"])
                                for r in plan["regions"]], f"{what}: regions {ranges}, {plan['regions']}")
    blocks = re.split(r"^cpu \d+\n", body, flags=re.M)[1:]
    blocks = [b for b in blocks if b.strip()]
    ids = [int(i, 16) for i in re.findall(r"^cpu (0x\w+)$", body, re.M)]
    check(ids == [int(c["id"], 16) for c in plan["cpus"]] and len(blocks) == len(ids), f"{what}: CPUs {ids}")
    for block, cpu in zip(blocks, plan["cpus"]):
        want, got = dict(text_of_cpu(block)), dict(lines_of_cpu(cpu))
        want.pop("cpu", None)
        check(cpu["waits"] == bool(re.search(r"^(waits|is off)", block, re.M)), f"{what}: waits {cpu['waits']}")
        for name, value in want.items():
            check(got.get(name) == value, f"{what}: {name} is {got.get(name)}, must be {value}")
        # the text leaves out segments like ds, and x4 to x30 that are 0
        for name in got.keys() - want.keys():
            check(got[name] == (want["ds"] if name in ("es", "fs", "gs", "ss") else 0),
                  f"{what}: {name} is {got[name]}, and not in the text")


def plans(vmm):
    with open(SCHEMA, encoding="ascii") as f:
        schema = json.load(f)
    two = struct.pack(">I", 2)
    pool = tree(fdt_node(b"reserved-memory", fdt_prop(b"#address-cells", two), fdt_prop(b"#size-cells", two),
                         fdt_prop(b"ranges", b""),
                         fdt_node(b"pool@82000000", fdt_prop(b"reg", struct.pack(">2Q", 0x82000000, 0x1000)))))
    for what, options, content in (
            ("pvh", ["--arch", "x86_64", "--protocol", "pvh", "--memory", "16M", "--cpus", "3"], pvh(OFF)),
            ("self", ["--arch", "x86_64", "--memory", "5G", "--no-acpi", "--initrd", vmm.file("i", b"i")], bzimage()),
            ("flat", ["--arch", "x86_64", "--protocol", "flat", "--flat-base", "1M"], OFF),
            ("flat32", ["--arch", "x86_64", "--protocol", "flat32", "--flat-base", "1M"], OFF),
            ("linux", ["--arch", "arm64", "--memory", "64M", "--cpus", "2"], image(b"\0\0\0\x14")),
            ("reserved", ["--arch", "arm64", "--memory", "64M", "--dtb-overlay", vmm.file("o", pool)],
             image(b"\0\0\0\x14"))):
        argv = vmm.command + options + [vmm.file("kernel", content)]
        r, text = vmm.run(argv + ["--plan=json"]), vmm.run(argv + ["--plan=text"]).stdout.decode()
        check(r.returncode == 0 and r.stderr == b"", f"{what}: {r}")
        check(vmm.run(argv + ["--plan"]).stdout.decode() == text, f"{what}: --plan is not --plan=text")
        plan = json.loads(r.stdout.decode("ascii"))
        bad = list(faults(schema, schema, plan))
        check(not bad, f"{what}: {bad[:5]}")
        same(what, plan, text)


def schema_judges(vmm):
    """A plan that is broken in any place is noticed."""
    with open(SCHEMA, encoding="ascii") as f:
        schema = json.load(f)
    argv = vmm.command + ["--arch", "x86_64", "--protocol", "pvh", vmm.file("kernel", pvh(OFF)), "--plan=json"]
    good = vmm.run(argv).stdout.decode()
    for old, new in (('"version": 1', '"version": 2'), ('"protocol": "pvh"', '"protocol": "efi"'),
                     ('"kaslr": false', '"kaslr": 0'), ('"type": "reserved"', '"type": "free"'),
                     ('"size": "0x', '"size": "'), ('"waits": ', '"sleeps": '), ('"rip": "0x', '"rip": "x'),
                     ('"limit"', '"length"'), ('"passes": 0', '"passes": "0"'), ('"why"', '"reason"')):
        check(old in good and list(faults(schema, schema, json.loads(good.replace(old, new, 1)))),
              f"the schema allows {new}")


sys.exit(main((plans, schema_judges), runs=False))
