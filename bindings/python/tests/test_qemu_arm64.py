# SPDX-License-Identifier: BSD-2-Clause
"""What QEMU's machine "virt" boots: the stub's bytes, what is loaded where, and what a guest finds.
"""
from __future__ import annotations

import pathlib
import re
import struct
import subprocess
from collections.abc import Callable

import pytest
from aetherboot import Arch, Machine, Plan, Ram
from aetherboot.tool import Refusal, main, qemu_arm64
from conftest import HERE
from test_build import VIRT, arm64_guest, check_regions, guests, made, rom_guest


def test_stub_is_what_its_source_makes(tmp_path: pathlib.Path) -> None:
    source = "".join(f"{text}\n" for _, text in qemu_arm64.CODE) + qemu_arm64.LITERALS
    (tmp_path / "stub.S").write_text(source)
    subprocess.run(["aarch64-linux-gnu-as", "-o", tmp_path / "stub.o", tmp_path / "stub.S"],
                   check=True)
    subprocess.run(["aarch64-linux-gnu-objcopy", "-O", "binary", "-j", ".text",
                    tmp_path / "stub.o", tmp_path / "stub.bin"], check=True)
    code = b"".join(word.to_bytes(4, "little") for word, _ in qemu_arm64.CODE)
    assert (tmp_path / "stub.bin").read_bytes() == code + bytes(7 * 8)


def test_qemu_arm64_loads_each_region(tmp_path: pathlib.Path) -> None:
    guest = arm64_guest(initrds=[b"initrd"])
    told = made(guest, tmp_path / "out", "qemu")
    check_regions(guest, tmp_path / "out", told)
    words = (tmp_path / "out/qemu.args").read_text().splitlines()
    assert words[0::2] == ["-device"] * (len(words) // 2)
    memory = {}
    for word in words[1:-2:2]:
        found = re.fullmatch(r"loader,file=([a-z0-9.-]+),addr=(0x[0-9a-f]+),force-raw=on", word)
        assert found is not None, word
        memory[int(found[2], 16)] = (tmp_path / "out" / found[1]).read_bytes()
    stub = memory.pop(qemu_arm64.STUB)
    assert words[-1] == f"loader,addr={qemu_arm64.STUB:#x},cpu-num=0"
    assert memory == {region.base: bytes(data) for region, data in guest.blobs()}
    cpu = guest.entry(0).arm64
    assert cpu is not None and struct.unpack("<7Q", stub[-56:]) == (
        0x40000000, qemu_arm64.STUB, *cpu.x[:4], cpu.pc)
    assert cpu.x[0] in memory


def test_the_stub_sets_all_that_an_entry_state_has() -> None:
    """Registers that it leaves alone are 0 in each entry state there is."""
    for name, guest in guests():
        cpu = guest.entry(0).arm64
        if cpu is not None:
            assert not any(cpu.x[4:]), name
            assert [reg.id for reg in cpu.sysreg] == [0xc080], name  # SCTLR_EL1: the MMU is off


@pytest.mark.parametrize("ram, want", [
    ([(0x40000000, 1 << 30)], [(0x40000000, 0x200000)]),
    ([(0x40000000, 0x100000), (0x40100000, 1 << 30)],
     [(0x40000000, 0x100000), (0x40100000, 0x100000)]),
    ([(0x40180000, 1 << 30)], [(0x40180000, 0x80000)]), ([(0x40200000, 1 << 30)], []),
    ([(0, 1 << 30)], []), ([(0, (1 << 30) + 4096)], [(0x40000000, 4096)]),
])
def test_what_is_kept_free(ram: list[tuple[int, int]], want: list[tuple[int, int]]) -> None:
    machine = Machine(arch=Arch.ARM64, ram=[Ram(base=base, size=size) for base, size in ram])
    assert [(r.base, r.size) for r in qemu_arm64.reserve(machine)] == want


@pytest.mark.parametrize("guest, why", [
    (lambda: arm64_guest(reserve=[]), "kernel: 0x40000000 is not valid: QEMU has 0x40000000 to "
                                      "0x401fffff"),
    (lambda: rom_guest(0x7fff000), None),
    (lambda: rom_guest(0x900000000), "a rom: 0x900000000 is not valid: QEMU's machine has no"),
])
def test_what_qemu_arm64_has_no_memory_for(tmp_path: pathlib.Path, guest: Callable[[], Plan],
                                           why: str | None) -> None:
    if why is None:
        made(guest(), tmp_path / "out", "qemu")
        return
    with pytest.raises(Refusal, match=why):
        made(guest(), tmp_path / "out", "qemu")
    assert not any(tmp_path.iterdir())


# What the guest looks at: x0 is a tree; x1 to x3 are 0; so is all that QEMU left; and the stub,
# where it is. It tells by how it ends: "Y" on the serial port, then PSCI's SYSTEM_OFF.
LOOKS = """
	ldr w6, [x0]
	ldr w7, =0xedfe0dd0
	cmp w6, w7
	b.ne no
	orr x6, x1, x2
	orr x6, x6, x3
	orr x6, x6, x5
	ldr x7, =0x40000000
	ldr x8, =0x401ff000
1:	ldr x9, [x7], #8
	orr x6, x6, x9
	cmp x7, x8
	b.lo 1b
	cbnz x6, no
	mov w6, #'Y'
	b say
no:	mov w6, #'N'
say:	ldr x7, =0x09000000
	str w6, [x7]
	ldr w0, =0x84000008
	hvc #0
"""


@pytest.mark.parametrize("spoil", [False, True])
def test_what_a_guest_finds_on_qemu(tmp_path: pathlib.Path, spoil: bool) -> None:
    """A few instructions as the guest, on QEMU itself. Spoilt, the stub clears nothing."""
    (tmp_path / "looks.S").write_text(LOOKS)
    subprocess.run(["aarch64-linux-gnu-as", "-o", tmp_path / "looks.o", tmp_path / "looks.S"],
                   check=True)
    subprocess.run(["aarch64-linux-gnu-objcopy", "-O", "binary", "-j", ".text",
                    tmp_path / "looks.o", tmp_path / "looks.bin"], check=True)
    text = VIRT.read_text() + 'protocol = "flat"\nflat.base = 0x41000000\n'
    (tmp_path / "flat.toml").write_text(text)
    assert main(["build", str(tmp_path / "flat.toml"), "--kernel", str(tmp_path / "looks.bin"),
                 "--format", "qemu", "-o", str(tmp_path / "out")]) == 0
    if spoil:
        stub = bytearray((tmp_path / "out/stub.bin").read_bytes())
        struct.pack_into("<I", stub, 8, 0x91004084)  # add x4, x4, #16
        (tmp_path / "out/stub.bin").write_bytes(stub)
    words = (tmp_path / "out/qemu.args").read_text().splitlines()
    done = subprocess.run(
        ["qemu-system-aarch64", "-M", "virt,gic-version=3", "-cpu", "cortex-a57", "-m", "512",
         "-display", "none", "-serial", "stdio", *words], cwd=tmp_path / "out", timeout=60,
        capture_output=True, check=False, stdin=subprocess.DEVNULL)
    assert (done.returncode, done.stdout) == (0, b"N" if spoil else b"Y"), done.stderr


def test_the_readme_shows_the_script() -> None:
    script = (HERE / "examples/boot_virt.sh").read_text().replace("\\\n\t", "")
    blocks = re.findall(r"```sh\n(.*?)```", (HERE / "README.md").read_text(), re.S)
    block, = (block for block in blocks if "qemu.args" in block)
    assert f"exec {block.splitlines()[-1]}" in script
