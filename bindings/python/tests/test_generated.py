# SPDX-License-Identifier: BSD-2-Clause
"""The generated modules against the headers, the compiler, and tests/golden/abi-x86_64.txt, which
another program makes."""
import inspect
import os
import platform
import re
import subprocess
import sys

import aetherboot
import pytest
from aetherboot import _enums, _types
from aetherboot._aetherboot import ffi, lib
from conftest import CLASSES, HERE, ROOT


def kept_layout():
    """{struct: {field: (offset, size)}}, {constant: value} of the kept text."""
    structs, constants, into = {}, {}, None
    for line in (ROOT / "tests/golden/abi-x86_64.txt").read_text().splitlines():
        words = line.split()
        if words[0] == "struct":
            into = structs.setdefault(words[1], {})
        elif words[0] == "enum":
            into = None
        elif into is not None:
            into[words[0]] = (int(words[1]), int(words[2]))
        else:
            constants[words[0]] = int(words[1])
    return structs, constants


def test_modules_are_not_stale():
    run = subprocess.run([sys.executable, str(HERE / "generate.py"), "--check"], text=True,
                         capture_output=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.skipif(platform.machine() != "x86_64", reason="the kept layout is that of x86-64")
def test_layout_is_the_compilers():
    structs, constants = kept_layout()
    for name, fields in structs.items():
        if name not in {cls._c.removeprefix("struct ") for cls in CLASSES}:
            continue
        kind = ffi.typeof(f"struct {name}")
        for field, (offset, size) in fields.items():
            assert ffi.offsetof(kind, field) == offset, (name, field)
            member = dict(kind.fields).get(field)
            if member is not None:  # else in a union without a name
                assert ffi.sizeof(member.type) == size, (name, field)
    for name, value in constants.items():
        assert getattr(lib, name) == value, name


def c_fields(cls):
    """Names of the fields in C, those of a union without a name as its own."""
    for name, field in ffi.typeof(cls._c).fields:
        if name:
            yield name
        else:
            yield from (inner for inner, _ in field.type.fields)


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_class_has_every_field(cls):
    rows = {row[1]: row for row in cls._fields}
    counts = set()
    for _, name, kind, _, access in cls._fields:
        if kind == "items" and access[0] in ("pair", "counted"):
            counts.add(access[1])
        if kind == "call":
            counts.add("ctx")
        if kind == "text":
            counts.add(f"{name}_size")
    fields = set(c_fields(cls))
    assert set(rows) <= fields
    assert fields - set(rows) <= counts
    assert [row[0] for row in cls._fields] == list(cls.__slots__)
    assert all(cls.__slots__.values()), "a field without a comment"
    for name, member, kind, of, access in cls._fields:
        found = dict(ffi.typeof(cls._c).fields).get(member)
        if found is None:
            continue
        if kind == "int":
            assert ffi.sizeof(found.type) * 8 == of, name
        if kind == "array":
            assert found.type.length == access[0], name
        if kind == "raw":
            assert found.type.length == of, name
        if kind == "enum":
            assert set(found.type.relements.values()) == {int(m) for m in getattr(_enums, of)}


def test_enums_and_constants():
    headers = "".join(path.read_text() for path in (ROOT / "include/aetherboot").glob("*.h"))
    in_c = {"".join(p[:1].upper() + p[1:] for p in name[3:].split("_")): name
            for name in re.findall(r"^enum (ab_\w+) \{", headers, re.M)}
    for name in _enums.__all__:
        enum, values = getattr(aetherboot, name), ffi.typeof(f"enum {in_c[name]}").relements
        assert len(enum.__members__) == len(values)
        for member, value in enum.__members__.items():
            own = {c: v for c, v in values.items() if c.endswith("_" + member.removesuffix("_"))}
            assert int(value) in own.values(), (name, member)
            assert own.keys() == {c for c in own if getattr(lib, c) == own[c]}
    seen = 0
    for name in _types.__all__:
        value = getattr(_types, name)
        if isinstance(value, int):
            assert getattr(lib, f"AB_{name}") == value
            seen += 1
    assert seen > 30


def test_what_is_exported():
    assert len(set(aetherboot.__all__)) == len(aetherboot.__all__)
    for name in aetherboot.__all__:
        assert getattr(aetherboot, name).__doc__
    with pytest.raises(AttributeError, match="no_such_name"):
        aetherboot.no_such_name
    # a function of the headers is a function here, a method of a writer, or on the list
    declared = set((ROOT / "lib/aetherboot.symbols").read_text().split())
    left_out = set(aetherboot._left_out)
    assert left_out < declared
    by_hand = {f"ab_{name}" for name in aetherboot.__all__} & declared
    writers = {f"ab_{w}_{m}" for w in ("aml", "fdt", "cmdline")
               for m in map(str.lower, dir(getattr(aetherboot, w.title())))}
    writers |= {name.removesuffix("_") for name in writers}
    hosted = {name for name in declared if name.startswith("ab_host_")}
    rest = declared - left_out - by_hand - writers - hosted
    plan = {name for name in rest if name.startswith("ab_plan_")}
    assert rest - plan <= {
        "ab_acpi_at", "ab_acpi_begin", "ab_acpi_count", "ab_acpi_end", "ab_acpi_layout",
        "ab_acpi_rsdp", "ab_acpi_write", "ab_aml_over", "ab_aml_finish", "ab_buf_finish",
        "ab_cmdline_finish", "ab_cmdline_over", "ab_fdt_begin", "ab_fdt_finish",
        "ab_image_probe_profile", "ab_kernel_work", "ab_memmap_next"}, rest - plan


def test_docstrings_name_what_there_is():
    """Parameters of C's that Python does not have are not described."""
    functions = {name: thing for name in aetherboot.__all__
                 if inspect.isfunction(thing := getattr(aetherboot, name))}
    for cls in (aetherboot.Aml, aetherboot.Fdt, aetherboot.Cmdline, aetherboot.Plan):
        functions |= dict(inspect.getmembers(cls, inspect.isfunction))
    described = 0
    for name, function in functions.items():
        named = re.findall(r"^ *- `(?:len\()?(\w+)\)?`: ", function.__doc__ or "", re.M)
        assert set(named) <= inspect.signature(function).parameters.keys(), name
        described += len(named)
    assert described > 50


def test_version():
    assert aetherboot.__version__.split(".") == [
        str(getattr(lib, f"AB_VERSION_{part}")) for part in ("MAJOR", "MINOR", "PATCH")]


def test_compiler_of_the_environment():
    """The headers are read by the compiler that CC names."""
    env = os.environ | {"CC": "false"}
    run = subprocess.run([sys.executable, str(HERE / "generate.py"), "--check"], env=env,
                         capture_output=True, check=False)
    assert run.returncode != 0
