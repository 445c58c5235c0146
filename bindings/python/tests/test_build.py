# SPDX-License-Identifier: BSD-2-Clause
"""aetherboot build: what is in the folder is what the plan places, byte for byte."""
from __future__ import annotations

import hashlib
import json
import os
import pathlib
import re
import resource
import shutil
import struct
import subprocess
import sys
import time
import types
from collections.abc import Iterator
from typing import Any

import pytest
from aetherboot import (Arch, Backing, Blob, Machine, MiB, Payload, Plan, Ram, Region, plan,
                        vcpu_text)
from aetherboot.tool import Refusal, build, main, qemu_arm64
from aetherboot.tool.folder import MANIFEST, Folder
from aetherboot.tool.placing import refuse_endless
from conftest import HERE, golden, kernel, way_is_of, way_plan
from schema import faults
from test_machinefile import KERNELS
from test_plan_command import ARM64, X86, phys_bits

SCHEMA = json.loads((HERE / "aetherboot/manifest.schema.json").read_text())
VIRT = HERE / "examples/virt.toml"


def guests(*names: str) -> Iterator[tuple[str, Plan]]:
    """Each golden machine by each way that it is booted, the large ones by one."""
    for name, (machine, ways) in sorted(golden().items()):
        ways = ways[:1] if "large" in name else ways
        for way in ways if not names or name in names else ():
            if way_is_of(machine, way):
                tables = way.tables or machine.tables
                yield f"{name}, {way.name}", way_plan(machine.replace(tables=tables), way)


def made(guest: Plan, target: pathlib.Path, layout: str) -> dict[str, Any]:
    """Build a guest. Returns its manifest, which its schema allows."""
    with Folder(str(target), True) as out:
        build.write(guest, out, layout)
    told = json.loads((target / MANIFEST).read_text())
    few = told | {"cpus": told["cpus"][:20], "regions": told["regions"][:500]}
    assert not list(faults(SCHEMA, SCHEMA, few))
    assert told["layout"] == layout
    assert [row["name"] for row in told["files"]] == \
        sorted(path.name for path in target.iterdir() if path.name != MANIFEST)
    for row in told["files"]:
        path = target / row["name"]
        assert int(row["size"], 16) == path.stat().st_size
        assert row.get("sha256") in (None, hashlib.sha256(path.read_bytes()).hexdigest()
                                     if path.stat().st_size < 1 << 28 else None)
    return dict(told)


def content(target: pathlib.Path, row: dict[str, str]) -> bytes:
    """The bytes of a region."""
    with open(target / row["file"], "rb") as file:
        file.seek(int(row["offset"], 16))
        return file.read(int(row["size"], 16))


def check_regions(guest: Plan, target: pathlib.Path, told: dict[str, Any]) -> None:
    """The files have the plan's bytes, and the manifest says so."""
    want = {region.base: bytes(data) for region, data in guest.blobs()}
    assert [int(row["base"], 16) for row in told["regions"]] == [r.base for r in guest.regions]
    for region, row in zip(guest.regions, told["regions"], strict=True):
        assert int(row["size"], 16) == region.size and row["name"] == region.name
        assert ("file" in row) == (region.base in want)
        if "file" in row:
            data = content(target, row)
            assert data == want.pop(region.base)
            assert row["sha256"] == hashlib.sha256(data).hexdigest()
    assert not want


# ---- folder

def test_folder_of_each_golden(tmp_path: pathlib.Path) -> None:
    for name, guest in guests():
        told = made(guest, tmp_path / "out", "folder")
        check_regions(guest, tmp_path / "out", told)
        kinds = {row["kind"]: row for row in told["regions"]}
        row = kinds["kernel"]
        assert row["file"] == f"kernel-{row['base']}.bin" and row["offset"] == "0x0", name
        assert {"arm64": "dtb", "x86-64": "initrd"}[told["arch"]] in kinds
        files = {row["file"] for row in told["regions"] if "file" in row}
        assert {row["name"] for row in told["files"]} == files | {"registers.txt"}
        for row in told["regions"]:
            if "file" in row:
                assert row["size"] == hex((tmp_path / "out" / row["file"]).stat().st_size)


def test_registers(tmp_path: pathlib.Path) -> None:
    """The manifest and registers.txt against the library's own words of the entry state."""
    seen = set()
    for _, guest in guests("pc", "extras", "arm64-gicv3-its-4cpu"):
        told = made(guest, tmp_path / "out", "folder")
        words = [vcpu_text(guest.entry(i)).decode() for i in range(guest.machine.n_cpus)]
        assert (tmp_path / "out/registers.txt").read_text() == "".join(words)
        assert [cpu["waits"] for cpu in told["cpus"]] == [i > 0 for i in range(len(words))]
        for index, (cpu, text) in enumerate(zip(told["cpus"], words, strict=True)):
            assert text.startswith(f"cpu {cpu['id']}\n")
            entry = guest.entry(index)
            state = entry.x86 or entry.arm64
            for name, value in cpu["registers"].items():
                seen.add(name.split()[0])
                assert register(state, name) == value, name
            if index == 0:
                assert len(cpu["registers"]) >= 33
    assert {"pc", "x0", "x30", "pstate", "sysreg", "rip", "rax", "rsi", "r15", "cr4", "efer", "cs",
            "ss", "tr", "ldt", "gdt", "idt", "msr"} <= seen


def register(state: Any, name: str) -> Any:
    """A register by its name, found in another way than build finds it."""
    def segment(seg: Any) -> dict[str, str]:
        return {key: hex(getattr(seg, key)) for key in ("selector", "base", "limit", "attr")
                if hasattr(seg, key)}

    word, _, number = name.partition(" ")
    if number:
        rows = {getattr(row, "index", getattr(row, "id", None)): row.value
                for row in getattr(state, word)}
        assert re.fullmatch(r"0x[0-9a-f]{8}" if word == "msr" else r"0x[0-9a-f]{4}", number)
        return hex(rows[int(number, 16)])
    general = "rax rcx rdx rbx rsp rbp rsi rdi r8 r9 r10 r11 r12 r13 r14 r15".split()
    if name in general:
        return hex(state.gpr[general.index(name)])
    if name in "es cs ss ds fs gs".split():
        return segment(state.seg["es cs ss ds fs gs".split().index(name)])
    if re.fullmatch(r"x\d+", name):
        return hex(state.x[int(name[1:])])
    value = getattr(state, name)
    return hex(value) if isinstance(value, int) else segment(value)


def test_twice_is_the_same(tmp_path: pathlib.Path) -> None:
    for layout in build.LAYOUTS:
        for name in ("a", "b"):
            guest = arm64_guest() if layout == "qemu" else next(guests("pc"))[1]
            made(guest, tmp_path / name, layout)
        files = [{path.name: path.read_bytes() for path in (tmp_path / name).iterdir()
                  if path.stat().st_size < 1 << 28} for name in ("a", "b")]
        assert files[0] == files[1]


def seed_of(folder: pathlib.Path, arch: str) -> tuple[bytes, int]:
    """The random bytes, and the one of KASLR, that the VMM drew."""
    if arch == "x86_64":
        data = next(folder.glob("setup_data-*")).read_bytes()
        kind, size = struct.unpack_from("<II", data, 8)
        assert (kind, size) == (9, 32)
        return data[16:48], 0
    tree = next(folder.glob("device-tree-*"))
    words = [subprocess.run(["fdtget", "-t", "x", tree, "/chosen", name], check=True, text=True,
                            capture_output=True).stdout.split() for name in ("rng-seed",
                                                                             "kaslr-seed")]
    seed, kaslr = ("".join(word.zfill(8) for word in cells) for cells in words)
    return bytes.fromhex(seed), int(kaslr, 16)


@pytest.mark.skipif("AB_VMM" not in os.environ, reason="this host has no VMM of ours")
@pytest.mark.parametrize("arch, text, way", [
    ("x86_64", X86, "linux, ELF"), ("x86_64", X86, "pvh, ELF"), ("x86_64", X86, "self, bzImage"),
    ("arm64", ARM64, None)])
def test_the_vmm_dumps_the_same(tmp_path: pathlib.Path, arch: str, text: str,
                                way: str | None) -> None:
    protocol, words = ("linux", ["--gic", "2"]) if way is None else (way.split(",")[0], [])
    (tmp_path / "kernel").write_bytes(KERNELS[1] if way is None else kernel(way))
    subprocess.run([os.environ["AB_VMM"], "--dump", tmp_path / "dump", "--arch", arch, "--cpus",
                    "3", "--memory", "5G", "--protocol", protocol, *words, tmp_path / "kernel"],
                   check=True, timeout=60)
    rng, kaslr = (bytes(32), 0) if way == "pvh, ELF" else seed_of(tmp_path / "dump", arch)
    text = text.replace("PHYS_BITS", str(phys_bits())).replace("SEED", rng.hex())
    (tmp_path / "m.toml").write_text(text.replace("kaslr_seed = 1", f"kaslr_seed = {kaslr}") +
                                     f'protocol = "{protocol}"\n')
    assert main(["build", str(tmp_path / "m.toml"), "--kernel", str(tmp_path / "kernel"), "-o",
                 str(tmp_path / "out")]) == 0
    theirs, ours = ({path.stem.split("-0x")[1]: path.read_bytes() for path in folder.glob("*.bin")}
                    for folder in (tmp_path / "dump", tmp_path / "out"))
    assert len(ours) >= 2 and ours == theirs


# ---- raw

def test_raw_of_each_golden(tmp_path: pathlib.Path) -> None:
    last = ""
    for name, guest in guests():
        if name.partition(",")[0] == last:
            continue  # one way of each machine
        last = name.partition(",")[0]
        told = made(guest, tmp_path / "out", "raw")
        check_regions(guest, tmp_path / "out", told)
        left = list(guest.machine.ram)
        for row in told["files"]:
            if row["name"] != "registers.txt":
                path = tmp_path / "out" / row["name"]
                assert path.stat().st_blocks * 512 <= sum(r.size for r in guest.regions) + MiB
        images = sorted((int(row["name"][4:-4], 16), int(row["size"], 16)) for row in told["files"]
                        if row["name"].startswith("ram-"))
        for base, size in images:  # RAM without a gap, and all of it
            while left and left[0].base == base:
                base, size = base + left[0].size, size - left.pop(0).size
            assert size == 0
        assert not left
        for row in told["regions"]:
            if "file" in row:
                base = int(row["file"][4:-4], 16)
                assert base + int(row["offset"], 16) == int(row["base"], 16)


def test_raw_is_zeros_elsewhere(tmp_path: pathlib.Path) -> None:
    _, guest = next(guests("minimal"))
    made(guest, tmp_path / "out", "raw")
    want = bytearray(guest.machine.ram[0].size)
    for region, data in guest.blobs():
        want[region.base:region.base + region.size] = data
    assert (tmp_path / "out/ram-0x0.img").read_bytes() == want


def arm64_guest(**more: Any) -> Plan:
    """A golden machine on QEMU."""
    machine, ways = golden()["arm64-gicv3-its-4cpu"]
    payload = {"kernel": ways[0].kernel, "reserve": qemu_arm64.reserve(machine)} | more
    return plan(machine, Payload(**payload))


def rom_guest(base: int) -> Plan:
    """A guest with a blob outside of RAM."""
    machine, ways = golden()["arm64-gicv3-its-4cpu"]
    return plan(machine, Payload(kernel=ways[0].kernel, reserve=qemu_arm64.reserve(machine), blobs=[
        Blob(bytes=b"rom" * 1000, base=base, name="a rom", backing=Backing.ROM)]))


def test_a_rom_is_a_file_of_its_own(tmp_path: pathlib.Path) -> None:
    for layout in ("folder", "raw", "qemu"):
        told = made(rom_guest(0x1000), tmp_path / "out", layout)
        assert (tmp_path / "out/blob-0x1000.bin").read_bytes()[:3000] == b"rom" * 1000
        assert told["regions"][0]["file"] == "blob-0x1000.bin"


# ---- the command

def machine_file(tmp_path: pathlib.Path, **kernel: bytes) -> list[str]:
    """Words of the command, for a small kernel."""
    machine, ways = golden()["arm64-gicv3-its-4cpu"]
    (tmp_path / "kernel").write_bytes(kernel.get("kernel", ways[0].kernel))
    return ["build", str(VIRT), "--kernel", str(tmp_path / "kernel"), "-o", str(tmp_path / "out")]


def test_command(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = machine_file(tmp_path)
    for name in ("i", "j"):
        (tmp_path / name).write_bytes(name.encode() * 5)
    more = ["--initrd", str(tmp_path / "i"), "--initrd", str(tmp_path / "j"), "--append", "quiet",
            "--append", "panic=-1"]
    assert main([*words, *more]) == 0
    told = json.loads((tmp_path / "out" / MANIFEST).read_text())
    rows = {row["kind"]: row for row in told["regions"]}
    assert content(tmp_path / "out", rows["initrd"]) == b"iiiii\0\0\0jjjjj"
    assert b"console=ttyAMA0 quiet panic=-1\0" in content(tmp_path / "out", rows["dtb"])
    assert rows["kernel"]["base"] == "0x40000000"
    assert main(words) == 2
    assert main([*words, "--force", "--format", "raw"]) == 0
    assert (tmp_path / "out/ram-0x40000000.img").stat().st_size == 512 << 20
    assert main([*words, "--force", "--format", "qemu"]) == 0
    assert (tmp_path / "out/kernel-0x40200000.bin").exists()
    out, err = capsys.readouterr()
    assert out == "" and err == f"aetherboot: {tmp_path}/out: exists; --force replaces what " \
        "build wrote\n"


def test_warnings_have_their_line(tmp_path: pathlib.Path,
                                  capsys: pytest.CaptureFixture[str]) -> None:
    words = machine_file(tmp_path)
    words[1] = str(tmp_path / "virt.toml")
    text = VIRT.read_text().replace("[machine]", '[machine]\ntables = "acpi"', 1).replace(
        "pmu = 23", "timer_frequency = 1000000")
    line = text[:text.index("timer_frequency")].count("\n") + 1
    (tmp_path / "virt.toml").write_text(text)
    assert main(words) == 0
    out, err = capsys.readouterr()
    where = rf"\S+/virt\.toml:{line}: machine\.arm64\.timer_frequency"
    assert out == "" and re.fullmatch(rf"aetherboot: warning: {where}.*\n", err), err


@pytest.mark.parametrize("change, why", [
    (("n_cpus = 2", "n_cpus = 0"), r"virt.toml:6: machine.n_cpus: 0 is not valid"),
    (("n_cpus = 2", "n_cpu = 2"), r"virt.toml:6: machine.n_cpu: 2 is not valid: there is no such"),
    (("0x40000000", "0x40000001"), r"virt.toml:7: machine.ram\[0\].base: 0x40000001 is not valid"),
    (("[payload]", "[payload]\nkernel = 'none'"), r"virt.toml:\d+: payload.kernel: \"none\" is not "
                                                  "valid: No such file or directory"),
    (("[machine]", "machine"), r"virt.toml:4: .*TOML"),
    (('arch = "arm64"', ""), r"virt.toml:4: machine.arch: 0 is not valid"),
    (("[payload]", "[payload]\nblobs = [{ base = 0x401ff000, name = 'b', bytes.text = 'b' }]"),
     r"virt.toml:59: payload.blobs\[0\].* overlaps .*QEMU's tree"),
])
@pytest.mark.parametrize("layout", build.LAYOUTS)
def test_refusals(tmp_path: pathlib.Path, change: tuple[str, str], why: str, layout: str,
                  capsys: pytest.CaptureFixture[str]) -> None:
    words = machine_file(tmp_path)
    text = VIRT.read_text()
    assert change[0] in text
    (tmp_path / "virt.toml").write_text(text.replace(*change, 1))
    words[1] = str(tmp_path / "virt.toml")
    if "kernel =" in change[1]:
        del words[2:4]
    before = sorted(tmp_path.iterdir())
    status = main([*words, "--format", layout])
    if "tree" in why and layout != "qemu":
        assert status == 0
        return
    assert status == 2
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and re.search(why, err), err
    assert sorted(tmp_path.iterdir()) == before


def test_what_qemu_refuses_has_its_line(tmp_path: pathlib.Path,
                                        capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bz").write_bytes(kernel("linux, bzImage"))
    for text, line in ("[machine]\n{}\n[payload]\ncmdline = 'a'\n", 5), (
            "[machine]\n{}\n[payload]\n\nfixed = [{{ kind = 'rsdp', base = 0xc0000 }}]\n", 7):
        path = tmp_path / "m.toml"
        path.write_text(text.format("arch = 'x86-64'\nn_cpus = 1\nram = [{ size = '512M' }]"))
        assert main(["build", str(path), "--kernel", str(tmp_path / "bz"), "--format", "qemu",
                     "-o", str(tmp_path / "out")]) == 2
        assert f"{path}:{line}: RSDP: 0x" in capsys.readouterr().err


def image(image_size: int) -> bytes:
    """The header of an arm64 Image that asks for memory."""
    return struct.pack("<IIQQQQQQII", 0x14000010, 0, 0, image_size, 0xa, 0, 0, 0, 0x644d5241,
                       0).ljust(4096, b"\x01")


def test_regions_that_are_too_many_together() -> None:
    """None of them is too large alone; what nobody writes does not count."""
    def guest(*sizes: int, backing: Backing = Backing.RAM) -> Any:
        return types.SimpleNamespace(regions=[
            Region(size=size, backing=backing, name=f"r{size:#x}") for size in sizes])
    refuse_endless(guest(512 * MiB, 512 * MiB))
    refuse_endless(guest(1 << 40, backing=Backing.NONE))
    with pytest.raises(Refusal, match="^r0x20001000: .* too many"):
        refuse_endless(guest(4096, 512 * MiB + 4096, 512 * MiB))


@pytest.mark.parametrize("layout", build.LAYOUTS)
def test_a_kernel_that_asks_for_much(tmp_path: pathlib.Path, layout: str,
                                     capsys: pytest.CaptureFixture[str]) -> None:
    """Headers may ask for all RAM there is: an answer in time, or a sentence."""
    for size, ram, why in ((300 * MiB, "512M", ""), (40 << 30, "200G", "kernel: 0xa00000000 bytes "
                            "are too many: all regions together must have at most 0x40000000"),
                           (1 << 62, "512M", "kernel.*size")):
        words = machine_file(tmp_path, kernel=image(size))
        (tmp_path / "virt.toml").write_text(VIRT.read_text().replace('"512M"', f'"{ram}"'))
        words[1] = str(tmp_path / "virt.toml")
        began = time.process_time()
        assert main([*words, "--force", "--format", layout]) == (2 if why else 0)
        assert time.process_time() - began < 10
        out, err = capsys.readouterr()
        assert out == "" and err.count("\n") == bool(why) and re.search(why, err), err
        if not why:
            used = sum(path.stat().st_blocks for path in (tmp_path / "out").iterdir()) * 512
            assert used < MiB
            shutil.rmtree(tmp_path / "out")
        assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("layout", build.LAYOUTS)
def test_mutated_input(tmp_path: pathlib.Path, layout: str,
                       capsys: pytest.CaptureFixture[str]) -> None:
    """A bit of the machine file or of the kernel's header is another one: an answer, or status 2,
    one line, and nothing written."""
    words = machine_file(tmp_path)
    words[1] = str(tmp_path / "virt.toml")
    text, head = VIRT.read_bytes(), (tmp_path / "kernel").read_bytes()
    seen = set()
    for at in range(0, len(text), 173):
        for data, name, offset in ((text, "virt.toml", at), (head, "kernel", at % 64)):
            (tmp_path / "virt.toml").write_bytes(text)
            (tmp_path / "kernel").write_bytes(head)
            bit = bytes([data[offset] ^ 1 << at % 8])
            (tmp_path / name).write_bytes(data[:offset] + bit + data[offset + 1:])
            status = main([*words, "--force", "--format", layout])
            out, err = capsys.readouterr()
            seen.add(status)
            assert out == "" and err.count("\n") == (status != 0) and err[:-1].isprintable()
            assert sorted(path.name for path in tmp_path.iterdir()) == \
                ["kernel", *["out"] * (status == 0), "virt.toml"]
            shutil.rmtree(tmp_path / "out", ignore_errors=True)
    assert seen == {0, 2}


def test_ram_that_no_file_can_have(tmp_path: pathlib.Path) -> None:
    with pytest.raises(OSError, match="too large"), Folder(str(tmp_path / "out")) as out:
        with out.create("a", digest=False) as file:
            file.skip_to(1 << 63)
    assert not any(tmp_path.iterdir())


def test_ram_that_this_file_system_cannot_have(tmp_path: pathlib.Path,
                                               monkeypatch: pytest.MonkeyPatch) -> None:
    def lseek(*_: int) -> int:
        raise OSError(22, "Invalid argument")  # as ext4 says from 16 TiB on

    monkeypatch.setattr(os, "lseek", lseek)
    with pytest.raises(OSError, match="too large"), Folder(str(tmp_path / "out")) as out:
        with out.create("a", digest=False) as file:
            file.skip_to(1 << 50)


def test_a_full_disk(tmp_path: pathlib.Path) -> None:
    words = machine_file(tmp_path, kernel=image(0).ljust(1 << 20, b"\x01"))
    done = subprocess.run(
        [sys.executable, "-m", "aetherboot", *words], capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 19, 1 << 19)))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"aetherboot: {tmp_path}/out: File too large\n"
    assert [path.name for path in tmp_path.iterdir()] == ["kernel"]


def test_many_cpus(tmp_path: pathlib.Path) -> None:
    machine = Machine(arch=Arch.X86_64, n_cpus=65536, ram=[Ram(size=512 * MiB)])
    guest = plan(machine, Payload(kernel=kernel()))
    began = time.process_time()
    with Folder(str(tmp_path / "out")) as out:
        build.write(guest, out, "folder")
    assert time.process_time() - began < 10
    told = json.loads((tmp_path / "out" / MANIFEST).read_text())
    assert len({cpu["id"] for cpu in told["cpus"]}) == 65536


def test_names_of_a_caller_stay_out_of_file_names(tmp_path: pathlib.Path) -> None:
    guest = arm64_guest(blobs=[Blob(bytes=b"x", name="../../\x1b[2J\n\"é")])
    told = made(guest, tmp_path / "out", "folder")
    rows = [row for row in told["regions"] if row["kind"] == "blob"]
    assert [row["name"] for row in rows] == ["../../\x1b[2J\n\"é"]
    assert re.fullmatch(r"blob-0x[0-9a-f]+\.bin", rows[0]["file"])
    text = (tmp_path / "out" / MANIFEST).read_text()
    assert text.isascii() and text.replace("\n", "").isprintable()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]
