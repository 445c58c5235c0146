# SPDX-License-Identifier: BSD-2-Clause
"""aetherboot plan: the map, its JSON, and that aetherboot-kvm says the same of the same machine."""
from __future__ import annotations

import json
import os
import pathlib
import platform
import re
import subprocess
import sys
from typing import Any

import pytest
from aetherboot import (Machine, MemType, Payload, Ram, Reserve, ReserveFlags, Tables, plan,
                        vcpu_text)
from aetherboot.tool import plandata
from conftest import HERE, MACHINE, ROOT, golden, kernel
from schema import faults
from test_machinefile import EXAMPLES, KERNELS, LEAST, write

sys.path.append(str(ROOT / "tests/kvm"))
from vmm import uki  # noqa: E402

SCHEMA = json.loads((ROOT / "docs/plan.schema.json").read_text())


def run(*words: str | pathlib.Path) -> subprocess.CompletedProcess[str]:
    """Run `aetherboot plan`."""
    return subprocess.run([sys.executable, "-m", "aetherboot", "plan", *map(str, words)], text=True,
                          capture_output=True, check=False, timeout=60)


def good(*words: str | pathlib.Path) -> str:
    done = run(*words)
    assert (done.returncode, done.stderr) == (0, ""), done
    return done.stdout


def image(folder: pathlib.Path, content: bytes | None = None) -> pathlib.Path:
    path = folder / "kernel"
    path.write_bytes(kernel() if content is None else content)
    return path


# ---- what it prints

def test_text_is_the_librarys(tmp_path: pathlib.Path) -> None:
    path = write(tmp_path, LEAST + "payload.cmdline = 'a'\n")
    machine = Machine(arch=1, n_cpus=1, ram=[Ram(size=64 << 20)])
    for words, more in ((), {"cmdline": "a"}), (
            ("--append", "b c", "--append", "", "--append", "d"), {"cmdline": "a b c d"}), (
            ("--cmdline", "x", "--append", "y", "--initrd", path, "--initrd", path),
            {"cmdline": "x y", "initrds": [path, path]}):
        want = plan(machine, Payload(kernel=kernel(), **more)).text
        assert good(path, "--kernel", image(tmp_path), *words) == want


def test_append_follows_a_ukis_own_words(tmp_path: pathlib.Path) -> None:
    path = image(tmp_path, uki(0x8664, linux=kernel("linux, bzImage"), cmdline=b"own words\n\0\0"))
    for words, size in ((), 10), (("--append", "b"), 12), (("--cmdline", "c", "--append", "b"), 4):
        text = good(write(tmp_path, LEAST), "--kernel", path, *words)
        assert re.search(rf" {size} B +RAM +command line", text), text


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_json_of_examples(path: pathlib.Path, tmp_path: pathlib.Path) -> None:
    file = image(tmp_path, KERNELS["arm64" in path.read_text()])
    told = json.loads(good(path, "--kernel", file, "--json"))
    assert not [*faults(SCHEMA, SCHEMA, told)]
    assert len(told["cpus"]) == 2 and [cpu["waits"] for cpu in told["cpus"]] == [False, True]


@pytest.mark.parametrize("name", sorted(golden()))
def test_json_of_golden_machines(name: str) -> None:
    """By the schema, and each register of the library's text with its value."""
    machine, ways = golden()[name]
    for way in ways[:4]:
        tree = machine.fdt.nodes is not None or machine.tables == Tables.FDT
        if way.protocol >= 6 or (machine.tables, way.tables) == (Tables.ACPI, Tables.FDT) or \
                tree and way.tables == Tables.ACPI or len(machine.ram) > 128:
            continue  # those that want more of the payload, or that the machine has not
        guest = plan(machine.replace(tables=way.tables or machine.tables),
                     Payload(kernel=way.kernel, protocol=way.protocol, reserve=way.reserve))
        told = plandata.head(guest)
        assert [int(r["base"], 16) for r in told["regions"]] == [r.base for r in guest.regions]
        lines = guest.text.splitlines()
        for region in told["regions"]:
            base, size = (int(region[key], 16) for key in ("base", "size"))
            assert any(line.startswith(f"{base:#014x} {size:#012x} ") and
                       line.split("iB")[-1].split(" B ")[-1].split(maxsplit=1) ==
                       [region["type"], region["name"]] for line in lines), region
        told["cpus"] = [cpu for _, cpu in zip(range(3), plandata.cpus(guest))]
        assert not [*faults(SCHEMA, SCHEMA, told)]
        for index, cpu in enumerate(told["cpus"]):
            text = vcpu_text(guest.entry(index)).decode()
            for register, value in re.findall(r"^((?:msr |sysreg )?\w+) (0x\w+)$", text, re.M):
                register = "sysreg 0xc080" if register == "sctlr_el1" else register
                got = cpu["id"] if register == "cpu" else cpu["registers"][register]
                assert int(got, 16) == int(value, 16), register


def test_json_of_firmware(tmp_path: pathlib.Path) -> None:
    path = write(tmp_path, LEAST + """
        [[payload.blobs]]
        name = "firmware"
        base = 0xffff0000
        backing = "rom"
        bytes = "firmware"
        """)
    (tmp_path / "firmware").write_bytes(bytes(0x10000))
    told = json.loads(good(path, "--json"))
    assert not [*faults(SCHEMA, SCHEMA, told)]
    assert told["protocol"] == "firmware" and told["entry"] == "0xfffffff0"
    assert told["regions"][-1] == {"base": "0xffff0000", "size": "0x10000", "type": "reserved",
                                   "name": "firmware"}


def test_reserved_ram_is_ram_of_the_map() -> None:
    """A pool that may be reused has the type that the guest's map has; its name tells the rest."""
    guest = plan(MACHINE, Payload(kernel=kernel(), reserve=[
        Reserve(base=48 << 20, size=4 << 20, name="pool", flags=ReserveFlags.REUSABLE)]))
    region, = (region for region in guest.regions if region.name == "pool")
    assert region.type == MemType.RAM
    assert plandata.memory_type(region) == "RAM"


# ---- the VMM says the same

def vmm(*words: str) -> Any:
    done = subprocess.run([os.environ["AB_VMM"], *words], text=True, capture_output=True,
                          check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def phys_bits() -> int:
    """x86: the VMM plans for this host's addresses."""
    if platform.machine() != "x86_64":
        return 40
    found = re.search(r"address sizes\s*: (\d+) bits", pathlib.Path("/proc/cpuinfo").read_text())
    assert found is not None
    return int(found[1])


X86 = '''
[machine]
arch = "x86-64"
n_cpus = 3
phys_bits = PHYS_BITS
smbios = {}
ram = [{ size = "3G" }, { base = "4 GiB", size = "2G" }]
devs = [
	{ type = "rtc-cmos" },
	{ type = "uart-16550", base = 0x3f8, irq = 4 },
	{ type = "pvpanic", base = 0x505 },
	{ type = "acpi-sleep", base = 0x600 },
	{ type = "acpi-reset", base = 0x604, reset = { value = 1 } },
	{ type = "pcie-ecam", base = 0xe0000000, size = "1M", \
pcie = { mmio32 = { base = 0xc0000000, size = "256M" } } },
	{ type = "virtio-mmio", base = 0xfeb00000, irq = 16 },
	{ type = "acpi-ged", base = 0xfeb01000, irq = 17 },
	{ type = "ioapic", base = 0xfec00000 },
]

[payload]
cmdline = "console=ttyS0"
rng_seed = { hex = "SEED" }
'''
ARM64 = '''
[machine]
arch = "arm64"
n_cpus = 3
ram = [{ base = 0x80000000, size = "5G" }]
devs = [
	{ type = "uart-pl011", base = 0x09000000, irq = 32 },
	{ type = "rtc-pl031", base = 0x09010000, irq = 33 },
	{ type = "gpio-pl061", base = 0x09020000, irq = 34 },
	{ type = "virtio-mmio", base = 0x09040000, irq = 36 },
]
arm64.gic = { version = 2, dist = 0x08000000, cpu = 0x08010000 }
arm64.pmu = 23

[payload]
cmdline = ""
kaslr_seed = 1
rng_seed = { hex = "SEED" }
'''


@pytest.mark.skipif("AB_VMM" not in os.environ, reason="this host has no VMM of ours")
@pytest.mark.parametrize("arch, text, words, way", [
    ("x86_64", X86, (), "linux, ELF"), ("x86_64", X86, (), "pvh, ELF"),
    ("x86_64", X86, (), "self, bzImage"), ("x86_64", X86, (), "linux32, bzImage"),
    ("arm64", ARM64, ("--gic", "2"), None)])
def test_the_vmm_says_the_same(arch: str, text: str, words: tuple[str, ...], way: str | None,
                               tmp_path: pathlib.Path) -> None:
    file = image(tmp_path, KERNELS[1] if way is None else kernel(way))
    protocol = "linux" if way is None else way.split(",")[0]
    text = text.replace("PHYS_BITS", str(phys_bits())).replace("SEED", "5a" * 32) + \
        f'protocol = "{protocol}"\n'
    kvm = vmm("--plan=json", "--arch", arch, "--cpus", "3", "--memory", "5G", "--protocol",
              protocol, *words, str(file))
    own = json.loads(good(write(tmp_path, text), "--kernel", file, "--json"))
    kvm["warnings"] = own["warnings"] = []  # the VMM leaves out a seed that the guest cannot take
    assert own == kvm
    other = text.replace("n_cpus = 3", "n_cpus = 2")
    assert json.loads(good(write(tmp_path, other), "--kernel", file, "--json")) != kvm


# ---- errors, and hostile input

@pytest.mark.parametrize("text, words, want", [
    (LEAST, (), "m.toml:1: payload.kernel: is missing or empty: must be a kernel's file\n"),
    (LEAST, ("--kernel", "empty"), "empty: payload.kernel: is missing or empty: must be a "),
    (LEAST + "payload.kernel = 'empty'\n", (), "m.toml:4: payload.kernel: is missing or empty: "),
    (LEAST + "payload.profile = 'p'\n", ("--kernel", "bz"),
     "m.toml:4: payload.profile (p) is not valid: only a UKI has profiles\n"),
    (LEAST, ("--kernel", "none"), "none: No such file or directory"),
    (LEAST, ("--kernel", ""), '"": must be the path of a file'),
    (LEAST, ("--append", "a", "--append", "b\udcff"), r'the command line: "b\xff" is not valid: '
     "must be UTF-8"),
    (LEAST, ("--cmdline", "\udcff"), "the command line: "),
    (LEAST, ("--kernel", "."), ".: must be a regular file"),
    (LEAST, ("--kernel", "m.toml"), "m.toml: kernel.magic: 0x6863616d is not supported: must "),
    ((HERE / "examples/virt.toml").read_text(), ("--kernel", "bz"), "bz: payload.kernel.format "
     "(bzImage) is not supported: the machine is arm64, the kernel x86"),
    (LEAST + "[[machine.rom]]", (), "m.toml:4: machine.rom: an array is not valid: there is no "
                                    'such key, the nearest is "ram"'),
    (LEAST + "\n\x1b[2J", (), r'm.toml:5: "\x1b[2J" is not valid TOML: '),
    (LEAST + 'payload."\x7f" = 1', (), r'm.toml:4: "payload."\x7f" = 1" is not valid TOML: '),
    (LEAST + 'payload."\\u001b[2J" = 1', (), r"m.toml:4: payload.\x1b[2J: 1 is not valid: "),
])
def test_errors(text: str, words: tuple[str, ...], want: str, tmp_path: pathlib.Path) -> None:
    write(tmp_path, text)
    (tmp_path / "empty").touch()
    (tmp_path / "bz").write_bytes(kernel("linux, bzImage"))
    done = subprocess.run([sys.executable, "-m", "aetherboot", "plan", "m.toml", *words], text=True,
                          capture_output=True, check=False, timeout=60, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"aetherboot: {want}") and done.stderr.count("\n") == 1


def test_names_reach_the_terminal_as_text(tmp_path: pathlib.Path) -> None:
    path = write(tmp_path, LEAST + '[[payload.reserve]]\nname = "\\u001b[2J\\u202e"\n'
                                   'base = "32M"\nsize = "1M"\n')
    text = good(path, "--kernel", image(tmp_path))
    assert "\x1b" not in text and "\u202e" not in text and "[2J" in text
    text = good(path, "--kernel", image(tmp_path), "--json")
    assert text.isascii() and "\x1b" not in text
    assert "\x1b[2J\u202e" in [region["name"] for region in json.loads(text)["regions"]]


def test_mutated_example(tmp_path: pathlib.Path) -> None:
    """The command itself: an answer, or status 2 and one line."""
    text = (HERE / "examples/q35.toml").read_bytes()
    file = image(tmp_path)
    for at in range(0, len(text), len(text) // 12):
        changed = tmp_path / "m.toml"
        changed.write_bytes(text[:at] + bytes([text[at] ^ 1 << at % 8]) + text[at + 1:])
        done = run(changed, "--kernel", file)
        if done.returncode == 0:
            assert done.stdout and not done.stderr
        else:
            assert (done.returncode, done.stdout) == (2, "")
            assert done.stderr.startswith("aetherboot: ") and done.stderr.count("\n") == 1
