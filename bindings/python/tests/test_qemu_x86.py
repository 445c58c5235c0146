# SPDX-License-Identifier: BSD-2-Clause
"""What QEMU boots on x86 without our VMM. The judge is QEMU: before a guest's first instruction it
must hold the bytes and registers of the plan, whatever its firmware did before.
"""
from __future__ import annotations

import hashlib
import pathlib
import re
import struct
import subprocess

import pytest
from aetherboot import (Acpi, Arch, Backing, Blob, Fixed, Flat, GiB, Machine, MemType, MiB, Module,
                        Payload, PayloadFlags, Plan, Protocol, Ram, RegionKind, Reserve, Smbios,
                        Tables, plan)
from aetherboot.tool import Refusal, qemu_x86
from aetherboot.tool.folder import Folder
from conftest import HERE, MACHINE, golden
from hypothesis import given
from hypothesis import strategies as st
from qemu_stopped import Stopped

NAMES = ("RAX", "RCX", "RDX", "RBX", "RSP", "RBP", "RSI", "RDI",
         *(f"R{i}" for i in range(8, 16)))
RSDP = Fixed(kind=RegionKind.RSDP, base=0x9f000)
KERNELS = {way.name: way for way in golden()["minimal"][1]}
PC = MACHINE.replace(ram=[Ram(size=128 * MiB)], acpi=Acpi(oem_id="QEMUPC"))
LARGE = PC.replace(ram=[Ram(size=3 * GiB), Ram(base=4 * GiB, size=GiB)])
LOW = [Blob(bytes=bytes(range(256)) * 99, base=0x10000, name="low"),
       Blob(bytes=b"in page 0", base=0xff8, name="zero", type=MemType.RAM)]
ON_PC = ["-M", "pc", "-m", "128", "-smp", "2"]
ON_LARGE = ["-M", "pc", "-m", "4096", "-smp", "2"]


def payload(name: str, machine: Machine = PC, **more: object) -> Payload:
    """A payload as build makes it of one of tests/golden."""
    way = KERNELS[name]
    usual = {"kernel": way.kernel, "protocol": way.protocol, "initrds": [b"initrd" * 1000],
             "cmdline": "root=/dev/vda", "reserve": qemu_x86.reserve(machine), "fixed": [RSDP]}
    return Payload(**(usual | more))


def make(guest: Plan, folder: pathlib.Path) -> list[str]:
    """Write what QEMU boots. Returns its arguments, as they are used in the folder."""
    with Folder(str(folder / "q")) as out:
        return qemu_x86.make(guest, out)


def assemble(source: str, folder: pathlib.Path) -> bytes:
    """The bytes of x86 code that needs no linker."""
    made = folder / "code.o"
    subprocess.run(["clang", "--target=x86_64-linux-gnu", "-x", "assembler-with-cpp", "-c", "-o",
                    made, "-"], input=source.encode(), check=True)
    elf = made.read_bytes()
    headers, = struct.unpack_from("<Q", elf, 40)
    size, count, names = struct.unpack_from("<HHH", elf, 58)
    rows = [struct.unpack_from("<IIQQQQ", elf, headers + size * i) for i in range(count)]
    text = {elf[rows[names][4] + row[0]:].split(b"\0")[0]: row for row in rows}
    assert b".rela.text" not in text
    return elf[text[b".text"][4]:][:text[b".text"][5]]


# ---- the stub, the ELF


def test_the_code_is_that_of_its_source(tmp_path: pathlib.Path) -> None:
    source = (HERE / "aetherboot" / "tool" / "qemu_x86.S").read_text()
    code = assemble(source, tmp_path)
    assert code[qemu_x86.CODE_BASE:][:4] == bytes(4) and code == qemu_x86.CODE


def segments(elf: bytes) -> list[tuple[int, int, bytes]]:
    """Kind, address and bytes of each segment of an ELF64, which must be as long in memory."""
    at, = struct.unpack_from("<Q", elf, 32)
    size, count = struct.unpack_from("<HH", elf, 54)
    found = []
    for i in range(count):
        kind, _, offset, _, paddr, filesz, memsz, _ = struct.unpack_from("<IIQQQQQQ", elf,
                                                                         at + size * i)
        assert filesz == memsz and offset + filesz <= len(elf)
        found.append((kind, paddr, elf[offset:offset + filesz]))
    return found


def test_the_elf(tmp_path: pathlib.Path) -> None:
    machine = LARGE
    guest = plan(machine, payload("linux, ELF", machine, blobs=[
        Blob(bytes=b"far up" * 9999, base=4 * GiB + 12345, name="far"),
        Blob(bytes=b"HdrS\x02\xb0\xad\x1b" * 2000, base=2 * MiB, name="headers of others")]))
    assert make(guest, tmp_path) == ["-kernel", "guest.elf"]
    elf = (tmp_path / "q" / "guest.elf").read_bytes()
    assert b"HdrS" not in elf[:0x2000] and b"\x02\xb0\xad\x1b" not in elf[:0x2000]
    (kind, _, note), *loads = segments(elf)
    assert kind == 4 and note[:16] == struct.pack("<III4s", 4, 8, 18, b"Xen\0")
    entry, = struct.unpack_from("<Q", note, 16)
    assert entry == struct.unpack_from("<Q", elf, 24)[0] == loads[-1][1] >= MiB
    high = [(r, data) for r, data in guest.blobs() if r.base >= MiB]
    assert [(1, r.base, bytes(data).ljust(r.size, b"\0")) for r, data in high] == loads[:-1]
    for _, base, data in loads:  # the stub is nobody else's
        others = [(b, len(d)) for _, b, d in loads if b != base] + [
            (r.base, r.size) for r in guest.regions if r.base != base]
        assert all(b + n <= base or base + len(data) <= b for b, n in others)


def test_where_each_region_is(tmp_path: pathlib.Path) -> None:
    """The folder's manifest tells of the ELF what it tells of a file a region."""
    guest = plan(PC, payload("linux, ELF", blobs=LOW))
    with Folder(str(tmp_path / "q")) as out:
        qemu_x86.make(guest, out)
    elf = (tmp_path / "q" / "guest.elf").read_bytes()
    want = {r.base: bytes(data) for r, data in guest.blobs()
            if r.kind != RegionKind.RESET_VECTOR}
    assert want.keys() == out.placed.keys() and len(want) > 8
    for base, data in want.items():
        name, offset, digest = out.placed[base]
        assert name == "guest.elf" and digest == hashlib.sha256(data).hexdigest()
        assert elf[offset:offset + len(data)] == data


@pytest.mark.parametrize("ram, want", [
    ([Ram(size=128 * MiB)], (126 * MiB, 2 * MiB)),
    ([Ram(size=GiB), Ram(base=GiB, size=GiB, node=1)], (2 * GiB - 2 * MiB, 2 * MiB)),
    ([Ram(size=3 * GiB), Ram(base=4 * GiB, size=GiB)], (3 * GiB - 2 * MiB, 2 * MiB)),
    ([Ram(base=4 * GiB, size=GiB), Ram(size=3 * GiB)], (3 * GiB - 2 * MiB, 2 * MiB)),
    ([Ram(size=2 * MiB)], (MiB, MiB)),
    ([Ram(size=GiB), Ram(base=GiB, size=MiB)], (GiB, MiB)),
    ([Ram(size=MiB)], None), ([], None), ([Ram(base=4 * GiB, size=GiB)], None),
    ([Ram(size=MiB), Ram(base=2 * GiB, size=4 * GiB)], (4 * GiB - 2 * MiB, 2 * MiB)),
])
def test_reserve(ram: list[Ram], want: tuple[int, int] | None) -> None:
    got = qemu_x86.reserve(Machine(ram=ram))
    assert got == ([] if want is None else [
        Reserve(base=want[0], size=want[1], name="QEMU's firmware", type=MemType.RAM)])


def test_the_firmware_s_memory_is_the_guest_s() -> None:
    guest = plan(PC, payload("linux, ELF"))
    own = guest.region(RegionKind.RESERVED)
    assert own is not None and own.type == MemType.RAM
    assert all(r.base + r.size <= own.base for r in guest.regions if r.backing != Backing.NONE)


@pytest.mark.parametrize("machine, more, text", [
    (PC, {"fixed": []}, "RSDP: 0xe0000 is in the ROM of QEMU's firmware: payload.fixed must give "
     "it an address in RAM, e.g. 0x9f000"),
    (PC.replace(smbios=Smbios()), {}, "SMBIOS: 0xf1000 is in the ROM of QEMU's firmware, or in "
     "video memory: it must lie elsewhere, or be left out"),
    (PC.replace(tables=Tables.MP), {}, "MP pointer: 0xf0000 is in the ROM of QEMU's firmware, or "
     "in video memory: it must lie elsewhere, or be left out"),
    (PC, {"blobs": [Blob(bytes=b"x" * 9, base=0xbfffc, name="a\x1b")]},
     r"a\x1b: 0xbfffc is in the ROM of QEMU's firmware, or in video memory: it must lie elsewhere,"
     " or be left out"),
    (PC, {"blobs": [Blob(bytes=b"x", base=0xd0000000, name="rom", backing=Backing.ROM)]},
     "rom: 0xd0000000 is not RAM: QEMU loads a kernel into RAM only, and a ROM by options of its "
     "own"),
    (PC, {"kernel": b"", "protocol": Protocol.FIRMWARE, "initrds": [], "cmdline": None,
          "fixed": [], "reserve": [], "blobs": [
        Blob(bytes=b"x" * 65536, base=0xffff0000, name="rom", backing=Backing.ROM)]},
     "payload.protocol: firmware starts in real mode: give QEMU its ROM by -bios"),
    (PC, {"reserve": [Reserve(base=MiB, size=15 * MiB, name="a"),
                      Reserve(base=0x100d000, size=128 * MiB - 0x100d000 - 8 * 4096, name="b")],
          "initrds": []},
     "machine.ram: must have 38274 bytes more below 4 GiB, for the stub by which QEMU enters the "
     "guest"),
    (LARGE, {"blobs": [Blob(bytes=b"x", name="b") for _ in range(250)]},
     "the plan has 253 regions above 1 MiB: QEMU's kernel can have at most 215"),
])
def test_refusals(machine: Machine, more: dict[str, object], text: str,
                  tmp_path: pathlib.Path) -> None:
    guest = plan(machine, payload("linux, ELF", machine, **more))
    with pytest.raises(Refusal, match=f"^{re.escape(text)}$"):
        make(guest, tmp_path)
    assert not list(tmp_path.iterdir())


GOLDEN = [(name, way.name) for name, (machine, ways) in golden().items()
          if machine.arch == Arch.X86_64 for way in ways
          if (name, way.name) != ("large", "pvh, ELF")]  # whose memory map is too long


@pytest.mark.parametrize("name, way_name", GOLDEN)
def test_golden_machines(name: str, way_name: str, tmp_path: pathlib.Path) -> None:
    """Each is built, or refused for a region in the firmware's ROM: SMBIOS or a table of MP's."""
    machine, ways = golden()[name]
    way = next(way for way in ways if way.name == way_name)
    machine = machine.replace(tables=way.tables)
    more = {"flat": Flat(base=0x300000)} if way.protocol == Protocol.FLAT32 else {}
    guest = plan(machine, Payload(kernel=way.kernel, protocol=way.protocol, fixed=[RSDP],
                                  reserve=qemu_x86.reserve(machine), **more))
    rom = [r.kind for r in guest.regions if 0xa0000 <= r.base < MiB and r.kind in (
        RegionKind.SMBIOS, RegionKind.MP_POINTER)]
    if rom:
        with pytest.raises(Refusal):
            make(guest, tmp_path)
    else:
        assert make(guest, tmp_path) == ["-kernel", "guest.elf"]


@given(st.lists(st.tuples(st.integers(0, 600), st.integers(1, 99)), max_size=12),
       st.integers(1, 40))
def test_hole(taken: list[tuple[int, int]], pages: int) -> None:
    """The lowest place of all, found by trying every one."""
    ram = [Ram(size=MiB), Ram(base=MiB, size=MiB, node=1), Ram(base=3 * MiB, size=MiB)]
    busy = {page for at, n in taken for page in range(at, at + n)}

    class Guest:
        """A plan with these regions."""
        machine = Machine(ram=ram)
        regions = [Reserve(base=at * 4096, size=n * 4096 - 1, name="r") for at, n in taken]

    free = [page in range(256, 512) or page in range(768, 1024) for page in range(1100)]
    want = next((page for page in range(1024) if all(
        free[page + i] and page + i not in busy for i in range(pages))), None)
    if want is None:
        with pytest.raises(Refusal):
            qemu_x86._hole(Guest, pages * 4096)  # type: ignore[arg-type]
    else:
        assert qemu_x86._hole(Guest, pages * 4096) == want * 4096  # type: ignore[arg-type]


# ---- QEMU


def others(arguments: list[str]) -> int:
    """CPUs that QEMU has beside the first."""
    last = max(i for i, word in enumerate(arguments) if word == "-smp")
    return int(arguments[last + 1].split(",")[0]) - 1


def done_at(folder: pathlib.Path) -> int:
    """Where the stub counts the CPUs that have taken all of their MSRs."""
    _, base, data = segments((folder / "q" / "guest.elf").read_bytes())[-1]
    assert data.startswith(qemu_x86.CODE[:qemu_x86.CODE_BASE])
    return base + len(qemu_x86.CODE) + 252


def check_registers(guest: Plan, text: str) -> None:
    """What QEMU prints of CPU 0 is the plan's entry state."""
    cpu = guest.entry(0).x86
    assert cpu is not None
    long_mode = bool(cpu.efer & 0x400)
    told = {name: int(value, 16) for name, value in re.findall(r"(\w+) *= *([0-9a-f]+)\b", text)}
    letter = "R" if long_mode else "E"

    for i, name in enumerate(NAMES if long_mode else NAMES[:8]):
        assert told[letter + name[1:]] == cpu.gpr[i], name
    assert (told[letter + "IP"], told[letter + "FL"]) == (cpu.rip, cpu.rflags)
    for name in ("cr0", "cr3", "cr4", "efer"):
        assert told[name.upper()] == getattr(cpu, name), name
    for name, segment in zip(("ES", "CS", "SS", "DS", "FS", "GS", "TR"), (*cpu.seg, cpu.tr)):
        words = re.search(rf"^{name} *=([0-9a-f]+) ([0-9a-f]+) ([0-9a-f]+) ([0-9a-f]+)", text,
                          re.M)
        assert words is not None
        selector, base, limit, attr = (int(word, 16) for word in words.groups())
        busy = 2 if name == "TR" else 0  # QEMU notes it in the table alone
        assert (selector, base, limit) == (segment.selector, segment.base, segment.limit), name
        assert (attr >> 8 & 0xf0ff) | busy == segment.attr, name
    for name, table in (("GDT", cpu.gdt), ("IDT", cpu.idt)):
        words = re.search(rf"^{name}= *([0-9a-f]+) ([0-9a-f]+)", text, re.M)
        assert words is not None
        assert [int(word, 16) for word in words.groups()] == [table.base, table.limit], name


MODULES = [Module(bytes=b"module" * 999, cmdline="first"), Module(bytes=b"m", cmdline="second")]
FAR = [Blob(bytes=b"far" * 99999, base=4 * GiB + 123, name="far")]
STARTS: list[tuple[str, Machine, list[str], str, dict[str, object]]] = [
    ("linux", PC, ON_PC, "linux, ELF", {"blobs": LOW, "rng_seed": b"seed" * 8}),
    ("la57", PC, ON_PC, "linux, ELF", {"flags": PayloadFlags.LA57}),
    ("self", PC, ON_PC, "self, bzImage", {}),
    ("linux32", PC, ON_PC, "linux32, bzImage", {}),
    ("pvh", PC, ON_PC, "pvh, ELF", {"modules": MODULES, "blobs": LOW}),
    ("multiboot", PC, ON_PC, "multiboot, ELF", {"modules": MODULES, "cmdline": "x"}),
    ("multiboot2", PC, ON_PC, "multiboot2, ELF", {"modules": MODULES}),
    ("flat32", PC, ON_PC, "flat32, unread bzImage",
     {"flat": Flat(base=0x7c00), "protocol": Protocol.FLAT32}),
    ("far", LARGE, ON_LARGE, "linux, bzImage",
     {"blobs": FAR, "fixed": [RSDP, Fixed(kind=RegionKind.ACPI, base=5 * GiB - 64 * 1024),
                              Fixed(kind=RegionKind.GDT, base=4 * GiB + MiB)]}),
    ("q35", PC, ["-M", "q35", "-m", "128", "-smp", "2"], "linux, ELF", {}),
    ("microvm", PC, ["-M", "microvm,acpi=off", "-m", "128", "-smp", "2"], "linux, ELF", {}),
    ("microvm with acpi", PC, ["-M", "microvm,acpi=on", "-m", "128", "-smp", "2"], "pvh, ELF", {}),
    ("one CPU", PC.replace(n_cpus=1), [*ON_PC, "-smp", "1"], "linux, ELF", {}),
    ("a CPU is missing", PC, [*ON_PC, "-smp", "1"], "linux, ELF", {}),
    ("a CPU comes later", PC.replace(n_cpus=5, n_cpus_later=1), [*ON_PC, "-smp", "4,maxcpus=5"],
     "linux, ELF", {}),
]


@pytest.mark.parametrize("machine, arguments, name, more",
                         [row[1:] for row in STARTS], ids=[row[0] for row in STARTS])
def test_start(machine: Machine, arguments: list[str], name: str, more: dict[str, object],
               tmp_path: pathlib.Path) -> None:
    """Before the first instruction, memory and registers are the plan's."""
    guest = plan(machine, payload(name, machine, **more))
    arguments = [*arguments, "-cpu", "max", *make(guest, tmp_path)]
    with Stopped(tmp_path / "q", arguments, guest.first_instruction) as qemu:
        check_registers(guest, qemu.registers())
        for region, data in guest.blobs():
            if region.kind != RegionKind.RESET_VECTOR:  # the firmware's own
                got = qemu.memory(region.base, len(data))
                assert got == bytes(data), f"{region.name} at {region.base:#x}"
        page = bytearray(qemu.memory(0, 4096))
        for region in guest.regions:
            if region.base < 4096:
                page[region.base:region.base + region.size] = b""
        assert not any(page)
        assert (qemu.port(0x21), qemu.port(0xa1)) == (0xff, 0xff)
        assert qemu.memory(done_at(tmp_path), 4)[0] == others(arguments)
        assert qemu.registers("-a").count("HLT=1") == others(arguments)


REPORT = """
	.code32
	movl $list, %esi
1:	movl (%esi), %ecx
	addl $4, %esi
	testl %ecx, %ecx
	jz 3f
	rdmsr
	movl $8, %ebx
2:	outb %al, $0xe9
	shrdl $8, %edx, %eax
	shrl $8, %edx
	decl %ebx
	jnz 2b
	jmp 1b
3:	outb %al, $0xf4
	hlt
"""


def test_msrs(tmp_path: pathlib.Path) -> None:
    """A guest reads back each MSR of its entry state."""
    base = 0x200000
    code = assemble(REPORT.replace("$list", f"${base + 0x100}"), tmp_path).ljust(0x100, b"\0")
    cpu = plan(PC, payload("linux, ELF")).entry(0).x86
    assert cpu is not None and len(cpu.msr) > 10
    listed = b"".join(struct.pack("<I", msr.index) for msr in cpu.msr)
    guest = plan(PC, payload("linux, ELF", kernel=code + listed + bytes(4), initrds=[],
                             protocol=Protocol.FLAT32, flat=Flat(base=base)))
    subprocess.run(["qemu-system-x86_64", "-accel", "tcg", "-cpu", "max", "-display", "none",
                    "-nodefaults", *ON_PC, *make(guest, tmp_path), "-debugcon", "file:msrs",
                    "-device", "isa-debug-exit,iobase=0xf4", "-no-reboot"],
                   cwd=tmp_path / "q", timeout=60, check=False)
    told = (tmp_path / "q" / "msrs").read_bytes()
    got = [value for value, in struct.iter_unpack("<Q", told[-8 * len(cpu.msr):])]
    assert got == [msr.value for msr in cpu.msr]
