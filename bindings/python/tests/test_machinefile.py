# SPDX-License-Identifier: BSD-2-Clause
"""Machine files: each field is read, each error names its line, hostile bytes get an answer."""
from __future__ import annotations

import json
import os
import pathlib
import re
import subprocess
import sys
import tomllib
from typing import Any

import pytest
from aetherboot import (Arch, Blob, DevType, Fixed, Flat, Ioapic, Machine, Module,
                        Payload, Protocol, Ram, Reserve, SetupData, _enums, _types, dev_name,
                        plan, protocol_name)
from aetherboot import tool
from aetherboot._check import Struct
from aetherboot.tool import machinefile
from aetherboot.tool.machinefile import choices, load, read
from conftest import HERE, ROOT, golden, kernel
from hypothesis import given, settings
from hypothesis import strategies as st
from schema import faults

EXAMPLES = sorted((HERE / "examples").glob("*.toml"))
KERNELS = [kernel(), golden()["arm64-virt-like"][1][0].kernel]  # of x86-64, of arm64
SCHEMA = json.loads((HERE / "aetherboot/machine.schema.json").read_text())
LEAST = 'machine.arch = "x86-64"\nmachine.n_cpus = 1\nmachine.ram = [{ size = "64M" }]\n'


def quoted(text: str) -> str:
    return '"' + "".join(c if c.isascii() and c.isprintable() and c not in '"\\'
                         else f"\\U{ord(c):08x}" for c in text) + '"'


def to_toml(value: Any, kind: str, of: Any, access: Any) -> str:
    """A value of a row as a machine file may have it: the way back, by this test alone."""
    if kind in ("struct", "optional") or isinstance(value, Struct):
        rows = [(row, getattr(value, row[0])) for row in value._fields if row[2] != "call"]
        return "{ " + ", ".join(
            f"{row[1]} = {to_toml(inner, *row[2:])}" for row, inner in rows
            if inner is not None and (row[2] != "enum" or inner in choices(row[3]).values())) + " }"
    if kind == "bool":
        return str(value).lower()
    if kind == "int" and access:
        names = [name for name, bit in choices(access[0]).items() if value & bit]
        return "[" + ", ".join(map(quoted, names)) + "]"
    if kind == "enum":
        return quoted(next(name for name, number in choices(of).items() if number == value))
    if kind in ("items", "array"):
        inner = of if of in ("text", "data") else "int"
        return "[" + ", ".join(to_toml(one, inner, of, ()) for one in value) + "]"
    if kind == "raw":
        return quoted(value.hex())
    if kind == "data":
        return "{ hex = " + quoted(bytes(value).hex()) + " }"
    return quoted(value) if isinstance(value, str) else str(value)


def write(folder: pathlib.Path, text: str) -> pathlib.Path:
    path = folder / "m.toml"
    path.write_text(text)
    return path


def refused(folder: pathlib.Path, text: str, **overrides: Any) -> str:
    """The error of a file, without the folder."""
    path = write(folder, text)
    with pytest.raises(tool.Refusal) as caught:
        read(path, **overrides).plan()
    return str(caught.value).removeprefix(f"{folder}/")


# ---- what is read

@pytest.mark.parametrize("name", sorted(golden()))
def test_each_golden_machine(name: str, tmp_path: pathlib.Path) -> None:
    machine, ways = golden()[name]
    machine = machine.replace(acpi=machine.acpi.replace(dsdt=None),
                              fdt=machine.fdt.replace(nodes=None))
    way = Payload(reserve=ways[0].reserve, protocol=ways[-1].protocol)
    text = f"machine = {to_toml(machine, 'struct', '', ())}\n" \
           f"payload = {to_toml(way, 'struct', '', ())}\n"
    assert load(write(tmp_path, text)) == (machine, way)
    if len(text) < 100_000:
        assert not [*faults(SCHEMA, SCHEMA, tomllib.loads(text))]


def test_payload(tmp_path: pathlib.Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/k").write_bytes(kernel())
    (tmp_path / "i").write_bytes(b"one")
    text = LEAST + '''
        [payload]
        kernel = "sub/k"
        initrds = ["i", { hex = "00 ff" }, { text = "ä" }]
        cmdline = "a b"
        protocol = "flat"
        flags = ["verify", "la57"]
        kaslr_seed = 0xffffffffffffffff
        flat = { base = "1 GiB", entry = "0x40000010", size = "2MiB" }
        modules = [{ bytes = "i", cmdline = "x" }]
        setup_data = [{ type = 2, indirect = true, bytes = "i" }]
        reserve = [{ base = "4K", size = 1, name = "r", flags = ["no-map"], type = "nvs" }]
        blobs = [{ name = "b", bytes = "i", backing = "rom", base = 0xfffff000 }]
        fixed = [{ kind = "setup-data", base = 16 }]
        '''
    payload = load(write(tmp_path, text))[1]
    assert payload == Payload(
        kernel=kernel(), initrds=[b"one", b"\0\xff", "ä".encode()], cmdline="a b",
        protocol=Protocol.FLAT, flags=3, kaslr_seed=2**64 - 1,
        flat=Flat(base=1 << 30, entry=0x40000010, size=2 << 20),
        modules=[Module(bytes=b"one", cmdline="x")],
        setup_data=[SetupData(type=2, indirect=True, bytes=b"one")],
        reserve=[Reserve(base=4096, size=1, name="r", flags=1, type=4)],
        blobs=[Blob(name="b", bytes=b"one", backing=1, base=0xfffff000)],
        fixed=[Fixed(kind=5, base=16)])
    assert isinstance(payload.protocol, Protocol)


def test_fixed_bytes(tmp_path: pathlib.Path) -> None:
    text = LEAST + 'machine.smbios.uuid = "00112233-4455-6677-8899-aabbCCDDEEFF"\n'
    smbios = load(write(tmp_path, text))[0].smbios
    assert smbios is not None and smbios.uuid == bytes(range(0, 0x100, 0x11))


def test_overrides(tmp_path: pathlib.Path) -> None:
    """What the caller gives is not read from the file, even if it would be an error."""
    path = write(tmp_path, LEAST + 'payload = { kernel = "none", cmdline = 3, profile = "p" }\n')
    payload = load(path, kernel=kernel(), cmdline="own")[1]
    assert payload == Payload(kernel=kernel(), cmdline="own", profile="p")
    assert load(write(tmp_path, LEAST), kernel=kernel())[1] == Payload(kernel=kernel())
    with pytest.raises(TypeError):
        load(path, kernel=kernel(), cmdline="own", cmd="own")


def test_names_are_the_librarys() -> None:
    assert [dev_name(value) for value in choices("DevType").values()] == list(choices("DevType"))
    names = choices("Protocol")
    assert [protocol_name(value) for value in names.values()] == list(names)
    assert list(choices("Arch")) == ["x86-64", "arm64"]
    for enum in _enums.__all__:
        assert len(choices(enum)) == len(_enums._TABLE[enum][1])


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples(path: pathlib.Path) -> None:
    machine, payload = load(path)
    guest = plan(machine, payload.replace(kernel=KERNELS[machine.arch == Arch.ARM64]))
    assert not guest.warnings
    assert guest.machine.n_cpus == 2 and sum(ram.size for ram in machine.ram) == 512 << 20


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_by_the_schema(path: pathlib.Path) -> None:
    table = tomllib.loads(path.read_text())
    assert not [*faults(SCHEMA, SCHEMA, table)]
    table["machine"]["devs"][0]["bse"] = 1
    assert [*faults(SCHEMA, SCHEMA, table)] == [".machine.devs[0].bse: not described"]


def reached(cls: str, seen: set[str]) -> set[str]:
    """The classes that a machine file can make."""
    if cls not in seen:
        seen.add(cls)
        for row in getattr(_types, cls)._fields:
            if row[2] in ("struct", "optional") or \
                    row[2] in ("items", "array") and hasattr(_types, str(row[3])):
                reached(row[3], seen)
    return seen


def test_schema_and_reader_agree() -> None:
    """The schema has each key that the reader takes, with a description, and each name."""
    structs = {name: rule for name, rule in SCHEMA["$defs"].items() if "properties" in rule}
    assert structs.keys() == reached("Machine", set()) | reached("Payload", set())
    for name, rule in structs.items():
        rows = {row[1]: row for row in getattr(_types, name)._fields if row[2] != "call"}
        assert rule["properties"].keys() == rows.keys()
        assert rule["additionalProperties"] is False and rule["description"]
        for key, inner in rule["properties"].items():
            assert inner["description"], (name, key)
            _, _, kind, of, access = rows[key]
            enum = of if kind == "enum" else access[0] if kind == "int" and access else None
            if enum is not None:
                kinds = SCHEMA["$defs"][enum]["oneOf"]
                assert [kind["const"] for kind in kinds] == list(choices(enum))


def test_examples_by_hand() -> None:
    machine = load(HERE / "examples/microvm.toml")[0]
    assert machine.ram == (Ram(size=512 << 20),)
    assert machine.devs[1].ioapic == Ioapic(apic_id=1, gsi=24)
    last = machine.devs[-1]
    assert (last.type, last.base, last.irq) == (DevType.VIRTIO_MMIO, 0xfeb02e00, 47)


# ---- errors

DEV = LEAST + "[[machine.devs]]\n"
ERRORS = [
    ("", "1: machine: there is none: must be a table"),
    ("a = 1", "1: a: 1 is not valid: the keys are machine and payload"),
    ("\nmachine = 3", '2: machine: 3 is not valid: must be a table'),
    ("machine = {}\n[payload]\n\n a = ", '4: "a =" is not valid TOML: invalid value'),
    ('machine.arch = "x86"', '1: machine.arch: "x86" is not valid: must be "x86-64", "arm64"'),
    ("machine.arch = 1", '1: machine.arch: 1 is not valid: must be "x86-64", "arm64"'),
    ("machine.n_cpus = true", "1: machine.n_cpus: true is not valid: must be an integer"),
    ("machine.n_cpus = 1.5", "1: machine.n_cpus: 1.5 is not valid: must be an integer"),
    ("machine.n_cpus = -1", "1: machine.n_cpus: -1 is not valid: must be 0 to 0xffffffff"),
    ("machine.n_cpus = 0x100000000",
     "1: machine.n_cpus: 0x100000000 is not valid: must be 0 to 0xffffffff"),
    ("machine.phys_bits = 256", "1: machine.phys_bits: 256 is not valid: must be 0 to 255"),
    ('machine.n_cpus = "2 MB"', '1: machine.n_cpus: "2 MB" is not valid: must be an integer, or '
                                'like "0x1000", "512M" or "1 GiB"'),
    (LEAST + "[[machine.ram]]", '4: "[[machine.ram]]" is not valid TOML: cannot mutate '
     "immutable namespace ('machine', 'ram')"),
    ("machine.ram = {}", "1: machine.ram: a table is not valid: must be an array"),
    ("machine.ram = [\n1]", "2: machine.ram[0]: 1 is not valid: must be a table"),
    (DEV + 'base = 1\nbse = "x\x1b"', None),
    (DEV + "\nbse = 4096", '6: machine.devs[0].bse: 4096 is not valid: there is no such key, the '
                           'nearest is "base"'),
    (DEV + "from_ = 1", "5: machine.devs[0].from_: 1 is not valid: there is no such key"),
    (DEV + "[[machine.devs]]\npcie.intx = [1,2,3,4,\n5]",
     "6: machine.devs[1].pcie.intx: an array is not valid: must have at most 4 elements"),
    (DEV + "pcie.probe_only = 1", "5: machine.devs[0].pcie.probe_only: 1 is not valid: must be "
                                  "true or false"),
    (DEV + "pcie.intx = [1,\n'a']", '6: machine.devs[0].pcie.intx[1]: "a" is not valid: must be an '
                                    'integer, or like "0x1000", "512M" or "1 GiB"'),
    (DEV + "memory_region = 3", "5: machine.devs[0].memory_region: 3 is not valid: must be a "
                                "string"),
    (DEV + 'memory_region = "\\u0000"', "5: machine.devs[0].memory_region: \"\\x00\" is not valid: "
                                        "must not contain a NUL"),
    (LEAST + "machine.smbios.uuid = '00ff'", '4: machine.smbios.uuid: "00ff" is not valid: must '
                                             "have 16 bytes, 32 digits"),
    (LEAST + "machine.acpi.dsdt = 'x'", '4: machine.acpi.dsdt: "x" is not valid: there is no such '
                                        "key"),
    (LEAST + 'payload.flags = "verify"', '4: payload.flags: "verify" is not valid: must be an '
     'array of "verify", "la57", "kaslr", "uki-tree", "modules-low"'),
    (LEAST + 'payload.flags = [\n"a"]', '5: payload.flags[0]: "a" is not valid: must be "verify", '
     '"la57", "kaslr", "uki-tree", "modules-low"'),
    (LEAST + 'payload.kernel = "none"', '4: payload.kernel: "none" is not valid: No such file or '
                                        "directory"),
    (LEAST + 'payload.kernel = "."', '4: payload.kernel: "." is not valid: must be a regular file'),
    (LEAST + 'payload.kernel = ""', '4: payload.kernel: "" is not valid: must be the path of a '
                                    "file"),
    (LEAST + 'payload.kernel = "/dev/zero"', '4: payload.kernel: "/dev/zero" is not valid: must be '
                                             "a regular file"),
    (LEAST + 'payload.kernel = { hex = "0" }', '4: payload.kernel: "0" is not valid: must be pairs '
                                               "of hexadecimal digits"),
    (LEAST + "payload.kernel = { hx = '' }", '4: payload.kernel: a table is not valid: must be the '
     'path of a file, { hex = "..." } or { text = "..." }'),
    ("a" + ".a" * 99 + " = 1", "1: must not be nested as deeply"),
    ("a = " + "[" * 99_999, "1: must not be nested as deeply"),
    ("\na = " + "9" * 5000, "2: a number must have at most 100 characters"),
    ("machine.n_cpus = " + "9" * 99 + " " * 99 + "# more", "1: machine.n_cpus: "
     f"{hex(10 ** 99 - 1)[:40]}... is not valid: must be 0 to 0xffffffff"),
    ("machine." + "k" * 9999 + " = 1", f"1: machine.{'k' * 40}...: 1 is not valid: there is no"),
    ("k" * 9999 + " = 1", f"1: {'k' * 40}...: 1 is not valid: the keys are"),
    ("a = [1,\n\n", '3: "" is not valid TOML: '),
    ("a = 1 b = 2\r\n", '1: "a = 1 b = 2" is not valid TOML: '),
]


@pytest.mark.parametrize("text, want", ERRORS)
def test_errors(text: str, want: str | None, tmp_path: pathlib.Path) -> None:
    said = refused(tmp_path, text)
    if want is None:
        assert said.startswith('m.toml:6: "bse = ')
        return
    assert tool.printable(said).startswith(f"m.toml:{want}")
    if " is not valid: must " in said and '"none"' not in said and "regular" not in said \
            and "NUL" not in said:  # what no schema can say
        assert [*faults(SCHEMA, SCHEMA, tomllib.loads(text))]


C_ERRORS = [
    # fields: of a list, of a table of its own, of a field that is not written, of neither
    (LEAST + '[[machine.devs]]\ntype = "i8042"\n[[machine.devs]]\nbase = 3\ntype = "hpet"',
     "m.toml:7: machine.devs[1].base (hpet): 0x3 is not valid: "),
    (LEAST + '[[machine.devs]]\ntype = "i8042"\n[[machine.devs]]\n\ntype = "hpet"',
     "m.toml:6: machine.devs[1].base (hpet): 0x0 is not valid: "),
    ("[machine]\n\narch = 'x86-64'", "m.toml:1: machine.n_cpus: 0 is not valid: must be 1 to"),
    (LEAST + "[machine.acpi]\noem_id = 'TOOLONG'", "m.toml:5: machine.acpi.oem_id"),
    (LEAST + '[[machine.devs]]\ntype = "rtc-cmos"\nrtc = {\ncentury = 3 }', "is not valid TOML: "),
    (LEAST + '[[machine.devs]]\ntype = "rtc-cmos"\n[machine.devs.rtc]\ncentury = 3',
     "m.toml:7: machine.devs[0].rtc.century (rtc-cmos): 3 is not valid: "),
    # both parties of an overlap
    ('machine.arch = "x86-64"\nmachine.n_cpus = 1\n[[machine.ram]]\nsize = "64M"\n'
     '[[machine.ram]]\nbase = 0x1000\nsize = 4096',
     "m.toml:6: machine.ram[1] [0x1000, 0x2000) overlaps machine.ram[0] 0x0 (line 3)"),
    (DEV + 'type = "uart-16550"\nbase = 0x3f8\nirq = 9\nirq_flags = "edge-high"\n[[machine.devs]]\n'
     'type = "acpi-ged"\nbase = 0xfea00000\nirq = 9\nirq_flags = "level-high"',
     'm.toml:12: machine.devs[1].irq (acpi-ged): 9 is not valid: devices that share an interrupt '
     "must agree on trigger and polarity, here with machine.devs[0] (uart-16550) (line 4)"),
    # the kernel's own
    (LEAST + "payload.kernel = { text = 'none' }", "m.toml:4: kernel.magic: "),
    (LEAST + "payload.initrds = [{ text = 'i' }]", "m.toml:4: payload.kernel"),
]


@pytest.mark.parametrize("text, want", C_ERRORS)
def test_errors_of_the_library(text: str, want: str, tmp_path: pathlib.Path) -> None:
    assert want in refused(tmp_path, text)


def test_a_second_party_that_is_not_the_files(tmp_path: pathlib.Path) -> None:
    text = 'machine.arch = "x86-64"\nmachine.n_cpus = 1\nmachine.ram = [{ size = "4G" }]\n'
    said = refused(tmp_path, text + 'payload.kernel = { text = "none" }')
    assert said.endswith("overlaps local APIC 0xfee00000"), said


def test_errors_have_the_names_of_the_file(tmp_path: pathlib.Path) -> None:
    assert refused(tmp_path, "[machine]\nn_cpus = 1") == \
        'm.toml:1: machine.arch: 0 is not valid: must be "x86-64" or "arm64"'
    kept = (ROOT / "tests/golden/expected/errors.txt").read_text().splitlines()
    said = [machinefile.in_words(line) for line in kept if re.search(r" (machine|payload)\.", line)]
    rest = {name for line in said for name in re.findall(r"\bAB_\w+", line)}
    assert rest == {"AB_IRQ_NONE", "AB_SLP_TYP_0"}  # numbers, and no enums
    assert sum('"' in line for line in said) > 20


def test_errors_of_overrides_name_no_line(tmp_path: pathlib.Path) -> None:
    said = refused(tmp_path, LEAST + "[payload]\nkernel = 'none'", kernel=b"none")
    assert said.startswith("kernel.magic: ")
    said = refused(tmp_path, LEAST + "[payload]\n", kernel=kernel(), cmdline="a" * 5000)
    assert said.startswith("payload.cmdline.length: ")


def test_warning_has_its_line(tmp_path: pathlib.Path) -> None:
    file = read(write(tmp_path, LEAST + '[[machine.devs]]\ntype = "framebuffer"\nsize = "4M"\n'
                      'base = 0xfd000000\n[machine.devs.framebuffer]\nwidth = 640\nheight = 480\n'
                      '[payload]\nprotocol = "pvh"\n'),
                kernel=kernel("pvh, ELF"))
    warning, = file.plan().warnings
    assert file.explain(warning).startswith(f"{file.path}:4: machine.devs[0] (framebuffer)")


# ---- hostile files

def test_limits(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open(tmp_path / "big", "wb") as file:
        file.truncate(64 << 30)
    assert refused(tmp_path, LEAST + 'payload.kernel = "big"').startswith(
        'm.toml:4: payload.kernel: "big" is not valid: must have at most ')
    os.truncate(tmp_path / "big", 1000)
    monkeypatch.setattr(machinefile, "FILES_MAX", 1999)
    both = LEAST + 'payload.initrds = ["big",\n"big"]'
    assert "m.toml:5: payload.initrds[1]" in refused(tmp_path, both, kernel=kernel())
    monkeypatch.setattr(machinefile, "FILES_MAX", 2000)
    assert len(load(write(tmp_path, both), kernel=kernel())[1].initrds) == 2
    monkeypatch.setattr(machinefile, "TABLES_MAX", 10)
    assert "must have at most 10 tables" in refused(tmp_path, "machine.cpus = [" + "{}," * 11 + "]")
    monkeypatch.setattr(machinefile, "SIZE_MAX", 100)
    assert refused(tmp_path, LEAST + "#" * 100).endswith("m.toml: must have at most 100 bytes")
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "none")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(tool.Refusal, match="pipe: must be a regular file"):
        load(tmp_path / "pipe")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_bytes_that_are_no_text(mark: bytes, tmp_path: pathlib.Path) -> None:
    (tmp_path / "m.toml").write_bytes(mark + b"# \xc3\xa4\n\n# \xe4\n")
    with pytest.raises(tool.Refusal, match="m.toml:3: byte 0xe4 is not valid: must be UTF-8"):
        load(tmp_path / "m.toml")


def test_a_mark_at_the_beginning(tmp_path: pathlib.Path) -> None:
    """Some editors write one. A second one is no text, and no mark."""
    want = load(write(tmp_path, LEAST))
    text = (tmp_path / "m.toml").read_bytes()
    (tmp_path / "m.toml").write_bytes(b"\xef\xbb\xbf" + text)
    assert load(tmp_path / "m.toml") == want
    (tmp_path / "m.toml").write_bytes(2 * b"\xef\xbb\xbf" + text)
    with pytest.raises(tool.Refusal, match="m.toml:1: .* is not valid TOML"):
        load(tmp_path / "m.toml")


@settings(max_examples=int(os.environ.get("AB_EXAMPLES", "150")))
@given(st.data())
def test_mutated_examples(data: st.DataObject) -> None:
    """Bytes of an example are changed: a guest, or one sentence with a line."""
    import tempfile

    text = bytearray(data.draw(st.sampled_from(EXAMPLES)).read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text) - 1))
        new = data.draw(st.binary(max_size=3) | st.sampled_from(
            [b'"', b"'", b"[", b"]", b"[[", b"{", b"}", b"=", b"\n", b".", b"0", b"-", b"9" * 20]))
        text[at:at + data.draw(st.integers(0, 12))] = new
    image = KERNELS[b"arm64" in text]
    with tempfile.NamedTemporaryFile(suffix=".toml") as file:
        file.write(text)
        file.flush()
        try:
            guest = read(file.name, kernel=image).plan()
        except tool.Refusal as why:
            assert str(why) and str(why).startswith((file.name, "elf.", "image."))
        else:
            assert guest.regions


def test_cost_of_hostile_files(tmp_path: pathlib.Path) -> None:
    """Memory and time of what is allowed."""
    text = "machine = { arch = 'x86-64', n_cpus = 65536, ram = [{size='1G'}], devs = [" + \
        "{}," * (machinefile.TABLES_MAX - 10) + "] }"
    write(tmp_path, text)
    script = ("import resource, sys\nresource.setrlimit(resource.RLIMIT_AS, (512 << 20,) * 2)\n"
              "resource.setrlimit(resource.RLIMIT_CPU, (10, 10))\n"
              "from aetherboot.tool import machinefile, Refusal\n"
              "try:\n  machinefile.read(sys.argv[1]).plan()\nexcept Refusal as why:\n  print(why)")
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path / "m.toml")], text=True,
                          capture_output=True, check=False, timeout=280)
    assert "m.toml:1: machine.devs[0].type: 0 is not valid" in done.stdout, done
