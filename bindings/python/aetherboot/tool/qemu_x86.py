# SPDX-License-Identifier: BSD-2-Clause
"""What QEMU boots on x86 without a VMM of ours: one ELF for -kernel.

QEMU's firmware runs first, and enters a kernel of this kind by its PVH note, above 1 MiB. Memory
above 1 MiB is loaded where it belongs, but for the top of RAM below 4 GiB, where the firmware is
at work. What belongs below 1 MiB is loaded elsewhere, and a stub copies it. The stub, whose
source is qemu_x86.S, then gives all CPUs their MSRs and CPU 0 its entry state.
"""
from __future__ import annotations

from struct import pack

from .. import _enums as e
from .. import _types as t
from . import Refusal, printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from .._check import Data
    from .._plan import Plan
    from .folder import File, Folder

NAME = "guest.elf"
FIRMWARE = 2 << 20  # bytes at the top of RAM that QEMU's firmware may use
LEGACY = 0xa0000  # from here to 1 MiB are video memory and the firmware's ROM
HIGH = 0x100000
LIMIT = 1 << 32
PAGE = 4096
DATA = 0x3000  # offset of the first segment: in the first 8 KiB QEMU looks for other headers

# qemu_x86.S, of which a test makes these bytes again
CODE = bytes.fromhex(
    "bd00000000fafc8da568010000b0ffe621e6a18d850001000089852201000083bdf800000000744e898576fe"
    "ffff8db539feffffbf00800000b941000000f3a4c7050003e0fe00450c00c7050003e0fe08460c00b9000040"
    "008b85fc0000003b85f80000007305f3904975edc7050003e0fe00450c008dbd9efdffffeb5a8b95f4000000"
    "eb0e8b338b7b048b4b08f3a483c30c4a85d275ee8b85a00000000f22e08b85980000000f22d8b9800000c08b"
    "85a800000025fffbffff8b95ac0000000f308b8d90000000a9000100000f8531010000e98c0000000f20c00d"
    "0000004025ffffffdf0f22c00f098d9d680100008bb5f0000000eb0e8b0b8b43048b53080f3083c30c4e85f6"
    "75ee0f090f20c025ffffffbf0f22c0ffe7fa2e660f01163b000f20c06683c8010f22c066ea1a8000001000b8"
    "180000008ed88b2d3d80000081ed000100008dbd7afeffff8d85f8fdffffffe01f0000000000f0ff85fc0000"
    "00f4ebfd0f22c10f0195d00000000f019de0000000ffb5b40000008d85a3feffff50cb8b85cc0000000f00d0"
    "8b85c800000085c0740e8b8dd200000080640105fd0f00d88b85b00000008ec08b85bc0000008ed88b85c000"
    "00008ee08b85c40000008ee88b85b80000008ed08b85800000008d8d24ffffff29c8898520ffffffffb58800"
    "00009d8b4d088b55108b5d188b65208b75308b7d388b45008b6d28e9000000000f0195200100000f22c18d85"
    "38ffffff6a0850cb89ed89e40f0195d00000000f019de00000008b85b400000050488d855bffffff5048cb8b"
    "85cc0000000f00d08b85c800000085c0740f488b8dd200000080640105fd0f00d88b85b00000008ec08b85bc"
    "0000008ed88b85c00000008ee08b85c40000008ee88b85b80000008ed0ffb5880000009d488b4500488b4d08"
    "488b5510488b5d18488b6520488b7530488b7d384c8b45404c8b4d484c8b55504c8b5d584c8b65604c8b6d68"
    "4c8b75704c8b7d78488b6d28ff258e0000000000000000000000000000000000")
CODE_BASE = 1  # offset of the address of the data behind the code, 4 bytes
LISTS = 360  # bytes from the end of the code to its lists
OWN_GDT = pack("<4Q", 0, 0x00af9b000000ffff, 0x00cf9b000000ffff, 0x00cf93000000ffff)

_EM_X86_64 = 62
_NOTE = pack("<III4sQ", 4, 8, 18, b"Xen", 0)  # XEN_ELFNOTE_PHYS32_ENTRY, without the entry


def reserve(machine: t.Machine) -> list[t.Reserve]:
    """What a payload must keep free: RAM that the firmware uses until it enters the stub. The
    guest may use it."""
    below = [r for r in machine.ram if r.base < LIMIT]
    if not below:
        return []
    last = max(below, key=lambda r: r.base)
    end = min(last.base + last.size, LIMIT)
    base = max(last.base, end - FIRMWARE, HIGH)
    if base >= end:
        return []
    return [t.Reserve(base=base, size=end - base, name="QEMU's firmware", type=e.MemType.RAM)]


def make(guest: Plan, out: Folder) -> list[str]:
    """Write the ELF. Returns the arguments by which QEMU loads it, in the folder."""
    cpu = guest.entry(0).x86
    assert cpu is not None
    if not cpu.cr0 & 1:
        raise Refusal("payload.protocol: firmware starts in real mode: give QEMU its ROM by -bios",
                      "payload.protocol")
    low, high = _split(guest)
    stub = _Stub(guest, cpu, low)
    with out.create(NAME, digest=False) as file:
        _place(guest, out, file, _write_headers(file, high, stub), stub)
    return ["-kernel", NAME]


def _place(guest: Plan, out: Folder, file: File, offsets: dict[int, int], stub: _Stub) -> None:
    """Write the segments, and note in the folder where each region is."""
    from hashlib import sha256

    digests: dict[int, Any] = {}

    def sink(region: t.Region, offset: int, data: Data) -> None:
        base = region.base
        if base in offsets:
            file.skip_to(offsets[base] + offset)
            file.write(data)
        elif base in stub.staged:
            stub.stage(base, offset, data)
        else:
            return
        if base not in digests:
            digests[base] = sha256()
        digests[base].update(data)

    guest.place(sink)
    file.skip_to(offsets[stub.base])
    file.write(stub.content())
    for base, digest in digests.items():
        at = offsets[base] if base in offsets else offsets[stub.base] + stub.staged[base]
        out.placed[base] = NAME, at, digest.hexdigest()


def _split(guest: Plan) -> tuple[list[t.Region], list[t.Region]]:
    """The written regions that the stub copies, and those that QEMU loads. The firmware has a
    reset vector of its own."""
    written = [r for r in guest.regions
               if r.backing != e.Backing.NONE and r.kind != e.RegionKind.RESET_VECTOR]
    for r in written:
        _check(r)
    return ([r for r in written if r.base < HIGH], [r for r in written if r.base >= HIGH])


def _check(r: t.Region) -> None:
    name = printable(str(r.name))
    if r.backing == e.Backing.ROM:
        raise Refusal(f"{name}: {r.base:#x} is not RAM: QEMU loads a kernel into RAM only, and a "
                      "ROM by options of its own", "payload")
    if r.base >= HIGH or r.base + r.size <= LEGACY:
        return
    if r.kind == e.RegionKind.RSDP:
        raise Refusal(f"RSDP: {r.base:#x} is in the ROM of QEMU's firmware: payload.fixed must "
                      "give it an address in RAM, e.g. 0x9f000", "payload.fixed")
    raise Refusal(f"{name}: {r.base:#x} is in the ROM of QEMU's firmware, or in video memory: it "
                  "must lie elsewhere, or be left out", "payload")


class _Stub:
    """The stub at the place that it gets: code, data, lists, and what it copies."""

    def __init__(self, guest: Plan, cpu: t.VcpuX86, low: list[t.Region]) -> None:
        self._cpu = cpu
        self._others = guest.machine.n_cpus - guest.machine.n_cpus_later - 1
        # page 0 has the firmware's vectors and data, and must be empty
        self._copies = [(0, PAGE), *((r.base, r.size) for r in low)]
        self._head = len(CODE) + LISTS + 12 * (len(self._copies) + len(cpu.msr))
        self.staged: dict[int, int] = {}  # where in the stub each region is that it copies
        self.size = self._head + PAGE
        for r in low:
            self.staged[r.base] = self.size
            self.size += r.size
        self._bytes = bytearray(self.size - self._head)
        self.base = _hole(guest, self.size)

    def stage(self, base: int, offset: int, data: Data) -> None:
        """Take bytes of a region that belongs below 1 MiB."""
        at = self.staged[base] - self._head + offset
        self._bytes[at:at + len(data)] = data

    def content(self) -> bytes:
        """All of it."""
        cpu, data = self._cpu, self.base + len(CODE)
        code = CODE[:CODE_BASE] + pack("<I", data) + CODE[CODE_BASE + 4:]
        selectors = [s.selector for s in (*cpu.seg, cpu.tr, cpu.ldt)]
        return b"".join((
            code,
            pack("<16Q", *cpu.gpr),
            pack("<6Q", cpu.rip, cpu.rflags, cpu.cr0, cpu.cr3, cpu.cr4, cpu.efer),
            pack("<8I", *selectors),
            pack("<HQ6x", cpu.gdt.limit, cpu.gdt.base),
            pack("<HQ6x", cpu.idt.limit, cpu.idt.base),
            pack("<IIII", len(cpu.msr), len(self._copies), self._others, 0),
            OWN_GDT,
            pack("<HI2x64x", len(OWN_GDT) - 1, 0),
            *self._rows(),
            self._bytes))

    def _rows(self) -> Iterable[bytes]:
        for msr in self._cpu.msr:
            yield pack("<IQ", msr.index, msr.value)
        at = self.base + self._head
        for base, size in self._copies:
            yield pack("<III", at, base, size)
            at += size


def _hole(guest: Plan, size: int) -> int:
    """The lowest place from 1 MiB on, in RAM that QEMU has below 4 GiB, that no region takes. The
    guest does not learn of it: it is free once the guest runs."""
    taken = sorted(((r.base, r.base + r.size) for r in guest.regions), reverse=True)
    for start, end in _joined((r.base, r.base + r.size) for r in guest.machine.ram):
        at, end = max(start, HIGH), min(end, LIMIT)
        while at + size <= end:
            if not taken or taken[-1][0] >= at + size:
                return at
            at = max(at, -(-taken.pop()[1] // PAGE) * PAGE)  # of no use to what follows, too
    raise Refusal(f"machine.ram: must have {size} bytes more below 4 GiB, for the stub by which "
                  "QEMU enters the guest", "machine.ram")


def _joined(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges in order, with those that touch as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and joined[-1][1] == start:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


# ---- the ELF


def _write_headers(file: File, high: list[t.Region], stub: _Stub) -> dict[int, int]:
    """Write header, program headers and note. Returns the offset of each segment, by address."""
    places = [(r.base, r.size) for r in high] + [(stub.base, stub.size)]
    offsets, at = {}, DATA
    for base, size in places:
        offsets[base] = at
        at = -(-(at + size) // PAGE) * PAGE
    note = 64 + 56 * (1 + len(places))
    if note + len(_NOTE) > DATA:
        raise Refusal(f"the plan has {len(high)} regions above 1 MiB: QEMU's kernel can have at "
                      f"most {(DATA - 64 - len(_NOTE)) // 56 - 2}", "payload")
    file.write(pack("<4sBBBB8xHHIQQQIHHHHHH", b"\x7fELF", 2, 1, 1, 0, 2, _EM_X86_64, 1,
                    stub.base, 64, 0, 0, 64, 56, 1 + len(places), 0, 0, 0))
    file.write(_segment(4, 4, note, 0, len(_NOTE)))
    for base, size in places:
        file.write(_segment(1, 7, offsets[base], base, size))
    file.write(_NOTE[:16] + pack("<Q", stub.base))
    return offsets


def _segment(kind: int, flags: int, offset: int, base: int, size: int) -> bytes:
    align = 4 if kind == 4 else PAGE
    return pack("<IIQQQQQQ", kind, flags, offset, base, base, size, size, align)
