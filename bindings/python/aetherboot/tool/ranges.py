# SPDX-License-Identifier: BSD-2-Clause
"""What lies where in a guest's address space, first to last: regions of a plan, devices, free RAM
and the gaps between them, each address once."""
from __future__ import annotations

from .. import _enums as e
from .. import _types as t
from .._builders import dev_base, dev_name, dev_size
from .plandata import kind_name, memory_type

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Protocol

    class Drawable(Protocol):
        """What is read of a plan."""

        @property
        def machine(self) -> t.Machine: ...

        @property
        def payload(self) -> t.Payload: ...

        @property
        def regions(self) -> Sequence[t.Region]: ...

        @property
        def protocol(self) -> e.Protocol: ...

        @property
        def protocol_why(self) -> str: ...

        @property
        def first_instruction(self) -> int: ...

        @property
        def warnings(self) -> Sequence[t.Error]: ...

# groups of kinds, in the order of a legend, and what they are called
GROUPS = {
    "kernel": "kernel",
    "payload": "payload",
    "boot": "boot data",
    "tables": "firmware tables",
    "device": "device",
    "reserved": "reserved",
    "free": "free RAM",
    "gap": "gap",
}

_K = e.RegionKind
KINDS: dict[int, str] = {  # each kind of region and its group
    _K.KERNEL: "kernel",
    **dict.fromkeys((_K.INITRD, _K.CMDLINE, _K.BLOB, _K.MODULE), "payload"),
    **dict.fromkeys((_K.ZERO_PAGE, _K.SETUP_DATA, _K.GDT, _K.PAGE_TABLES, _K.START_INFO, _K.BDA,
                     _K.MULTIBOOT_INFO, _K.RESET_VECTOR), "boot"),
    **dict.fromkeys((_K.MP_POINTER, _K.MP_TABLE, _K.RSDP, _K.ACPI, _K.FACS, _K.SMBIOS, _K.DTB,
                     _K.EFI, _K.EFI_MAP), "tables"),
    _K.ECAM: "device",
    **dict.fromkeys((_K.LEGACY, _K.RESERVED, _K.HOLE), "reserved"),
}

KiB, MiB, GiB = 1 << 10, 1 << 20, 1 << 30
# boundaries that guests care for, and what lies below and from there on
ZONES = {
    e.Arch.X86_64: ((0, "Below 1 MiB"), (MiB, "Low memory, below 4 GiB"),
                    (4 * GiB, "High memory, from 4 GiB on")),
    e.Arch.ARM64: ((0, "Low memory, below 4 GiB"), (4 * GiB, "High memory, from 4 GiB on")),
}

_LAPIC = 0xfee00000, 4 * KiB  # of each PC. SDM 11.4.1
_IOAPIC = 0xfec00000, 4 * KiB  # of a PC that lists none


class Range:
    """Addresses with one purpose."""

    __slots__ = ("base", "size", "name", "kind", "group", "type", "where")

    def __init__(self, base: int, size: int, name: str, kind: str, group: str,
                 type: str = "-") -> None:
        self.base = base
        self.size = size
        self.name = name
        self.kind = kind
        self.group = group
        self.type = type  # in the guest's memory map
        self.where = "outside RAM"

    @property
    def end(self) -> int:
        """The first address behind it."""
        return self.base + self.size

    def part(self, base: int, end: int) -> Range:
        """A part of it, with the same purpose."""
        return Range(base, end - base, self.name, self.kind, self.group, self.type)


def size_text(size: int) -> str:
    """A size for people, of three digits where it is not exact."""
    power = max(0, (size.bit_length() - 1) // 10)
    unit = ("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB")[power]
    whole, rest = divmod(size, 1 << 10 * power)
    if rest == 0:
        return f"{whole} {unit}"
    value = size / (1 << 10 * power)
    return f"{value:.{0 if value >= 99.95 else 1 if value >= 9.995 else 2}f} {unit}"


def ranges(plan: Drawable) -> list[Range]:
    """All that lies below the last range of a plan, by ascending addresses, without a gap."""
    machine = plan.machine
    found = _filled(map(_of_region, plan.regions), _disjoint(_devices(machine)))
    found = _filled(found, _disjoint(_rmrs(machine)))
    cuts = [base for base, _ in zones(machine)][1:]
    ram = [Range(r.base, r.size, "free", "-", "free", "RAM") for r in machine.ram]
    found = _filled(found, (part for r in ram for part in _cut(r, cuts)))
    found = list(_with_gaps(found))
    _tell_ram(found, machine.ram)
    return found


def zones(machine: t.Machine) -> tuple[tuple[int, str], ...]:
    """Parts of the address space: their first address and their name."""
    return ZONES[e.Arch(machine.arch)]


def _of_region(r: t.Region) -> Range:
    kind = kind_name(r)
    return Range(r.base, r.size, r.name or kind, kind, KINDS[r.kind], memory_type(r))


def _device(base: int, size: int, name: str, kind: str) -> Range:
    return Range(base, size, name, kind, "device")


def _devices(machine: t.Machine) -> Iterator[Range]:
    """Memory of devices and of the interrupt controller, in no order."""
    ports = 0x10000 if machine.arch == e.Arch.X86_64 else 0  # bases below are ports
    total: dict[int, int] = {}
    for d in machine.devs:
        total[d.type] = total.get(d.type, 0) + 1
    seen = dict.fromkeys(total, 0)
    for d in machine.devs:
        kind = dev_name(d.type)
        name = kind if total[d.type] == 1 else f"{kind} {seen[d.type]}"
        seen[d.type] += 1
        base = dev_base(d)
        if base >= ports:
            yield _device(base, dev_size(d), name, kind)
        if d.type in (e.DevType.PCIE_ECAM, e.DevType.PCI):
            yield from _windows(machine, d.pcie, name, kind)
    if machine.arch == e.Arch.ARM64:
        yield from _gic(machine.arm64.gic)
    else:
        yield _device(*_LAPIC, "local APIC", "lapic")
        if e.DevType.IOAPIC not in total:
            yield _device(*_IOAPIC, "ioapic", "ioapic")


def _windows(machine: t.Machine, pcie: t.Pcie, name: str, kind: str) -> Iterator[Range]:
    """The memory that a host bridge hands to devices."""
    if machine.arch == e.Arch.ARM64:
        yield _device(pcie.pio.base, pcie.pio.size, f"{name}: ports", kind)
    for window, text in (pcie.mmio32, "32-bit window"), (pcie.mmio64, "64-bit window"):
        yield _device(window.base, window.size, f"{name}: {text}", kind)
    for window in pcie.more_mmio:
        yield _device(window.base, window.size, f"{name}: window", kind)


def _gic(gic: t.Gic) -> Iterator[Range]:
    v2 = gic.version == 2
    yield _device(gic.dist, t.GICV2_DIST_SIZE if v2 else t.GICV3_DIST_SIZE, "GIC distributor",
                  "gic")
    if gic.cpu:
        yield _device(gic.cpu, t.GICV2_CPU_SIZE, "GIC CPU interface", "gic")
    if gic.v2m:
        yield _device(gic.v2m, t.GICV2M_SIZE, "GICv2m frame", "gic")
    for i, its in enumerate(gic.its):
        yield _device(its.base, t.GICV3_ITS_SIZE, "ITS" if len(gic.its) == 1 else f"ITS {i}", "gic")
    for redist in gic.redist:
        yield _device(redist.base, redist.size, "GIC redistributors", "gic")


def _rmrs(machine: t.Machine) -> Iterator[Range]:
    """Reserved memory behind an SMMU, which may be doorbells of the interrupt controller."""
    for r in machine.arm64.rmrs:
        yield Range(r.base, r.size, "reserved for PCI functions", "rmr", "reserved")


def _disjoint(found: Iterable[Range]) -> Iterator[Range]:
    """By ascending addresses, without what is empty, and without what an earlier one has."""
    end = 0
    for r in sorted((r for r in found if r.size != 0), key=lambda r: r.base):
        if r.end > end:
            yield r if r.base >= end else r.part(end, r.end)
            end = r.end


def _filled(top: Iterable[Range], below: Iterable[Range]) -> list[Range]:
    """Two lists as one, both ascending and disjoint: all of `top`, and what it leaves of `below`.
    """
    first = list(top)
    out: list[Range] = []
    i = covered = 0
    for r in below:
        at = max(r.base, covered)
        while i < len(first) and first[i].base < r.end:
            if first[i].base > at:
                out.append(r.part(at, first[i].base))
            out.append(first[i])
            covered = first[i].end
            at = max(at, covered)
            i += 1
        if at < r.end:
            out.append(r if at == r.base else r.part(at, r.end))
    out += first[i:]
    return out


def _cut(r: Range, cuts: Iterable[int]) -> Iterator[Range]:
    """Its parts, cut at some addresses."""
    at = r.base
    for cut in cuts:
        if at < cut < r.end:
            yield r.part(at, cut)
            at = cut
    yield r.part(at, r.end)


def _with_gaps(found: Iterable[Range]) -> Iterator[Range]:
    end = 0
    for r in found:
        if r.base > end:
            yield Range(end, r.base - end, "gap", "-", "gap")
        yield r
        end = r.end


def _tell_ram(found: Iterable[Range], ram: Sequence[t.Ram]) -> None:
    """Say of each range in RAM that it is, and of which node if there are several."""
    several = any(r.node != ram[0].node for r in ram)
    i = 0
    for r in found:
        while i < len(ram) and ram[i].base + ram[i].size <= r.base:
            i += 1
        if i < len(ram) and ram[i].base <= r.base:
            r.where = f"RAM, node {ram[i].node}" if several else "RAM"
