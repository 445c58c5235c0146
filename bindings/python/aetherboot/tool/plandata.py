# SPDX-License-Identifier: BSD-2-Clause
"""A plan as data, by docs/plan.schema.json, as `aetherboot-kvm --plan=json` prints it. Numbers of
64 bits are strings, as readers of JSON may round what is above 2^53."""
from __future__ import annotations

from .._call import error_text
from .._enums import Arch, MemType, RegionKind, VcpuStart, X86Gpr, X86Seg

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from .._plan import Plan
    from .._types import Machine, Region, Vcpu, VcpuArm64, VcpuX86, X86Dtable, X86Segment

VERSION = 1

_TYPES = {MemType.RAM: "RAM", MemType.RESERVED: "reserved", MemType.ACPI: "ACPI",
          MemType.NVS: "NVS"}
_GPRS = {number: f"r{number}" for number in range(X86Gpr.GPRS)} | {
    int(member): member.name.lower() for member in X86Gpr if member != X86Gpr.GPRS}


def head(plan: Plan) -> dict[str, Any]:
    """All but the CPUs."""
    from .._builders import codec_name, image_format_name, protocol_name

    kernel = plan.kernel
    return {
        "version": VERSION,
        "protocol": protocol_name(plan.protocol),
        "why": plan.protocol_why,
        "kernel": {"format": image_format_name(kernel.file.format),
                   "codec": codec_name(kernel.codec), "passes": kernel.passes,
                   "kaslr": plan.kaslr},
        "entry": hex(plan.first_instruction),
        "warnings": [error_text(warning) for warning in plan.warnings],
        "ram": [{"base": hex(ram.base), "size": hex(ram.size)} for ram in plan.machine.ram],
        "regions": [{"base": hex(region.base), "size": hex(region.size),
                     "type": memory_type(region), "name": region.name}
                    for region in plan.regions],
    }


def arch_name(machine: Machine) -> str:
    """The architecture of a machine, as machine files spell it: "x86-64"."""
    return Arch(machine.arch).name.lower().replace("_", "-")


def kind_name(region: Region) -> str:
    """The kind of a region, as file names and drawings have it, too: "zero-page"."""
    return RegionKind(region.kind).name.lower().replace("_", "-")


def memory_type(region: Region) -> str:
    """What the guest's memory map says of a region. Memory that a tree reserves, or that may be
    reused, is RAM there."""
    return _TYPES[MemType(region.type)]


def cpus(plan: Plan) -> Iterator[dict[str, Any]]:
    """The CPUs in their order. One that waits has only the registers that are set before it
    starts."""
    for index in range(plan.machine.n_cpus):
        cpu = plan.entry(index)
        yield {"id": hex(cpu.id), "waits": cpu.start == VcpuStart.WAIT, "registers": registers(cpu)}


def registers(cpu: Vcpu) -> dict[str, Any]:
    """Registers of a CPU by their names."""
    waits, found = cpu.start == VcpuStart.WAIT, {}
    if cpu.arch == Arch.ARM64 and cpu.arm64 is not None:
        if not waits:
            found = arm64(cpu.arm64)
        found["pstate"] = hex(cpu.arm64.pstate)
        found |= {f"sysreg {reg.id:#06x}": hex(reg.value) for reg in cpu.arm64.sysreg}
    elif cpu.x86 is not None:
        if not waits:
            found = x86(cpu.x86)
        found |= {f"msr {msr.index:#010x}": hex(msr.value) for msr in cpu.x86.msr}
    return found


def arm64(cpu: VcpuArm64) -> dict[str, Any]:
    return {"pc": hex(cpu.pc), **{f"x{i}": hex(value) for i, value in enumerate(cpu.x)}}


def x86(cpu: VcpuX86) -> dict[str, Any]:
    found: dict[str, Any] = {"rip": hex(cpu.rip), "rflags": hex(cpu.rflags)}
    found |= {_GPRS[number]: hex(value) for number, value in enumerate(cpu.gpr)}
    found |= {name: hex(getattr(cpu, name)) for name in ("cr0", "cr3", "cr4", "efer")}
    found |= {X86Seg(number).name.lower(): segment(value) for number, value in enumerate(cpu.seg)}
    found |= {"tr": segment(cpu.tr), "ldt": segment(cpu.ldt)}
    return found | {"gdt": table(cpu.gdt), "idt": table(cpu.idt)}


def segment(value: X86Segment) -> dict[str, str]:
    return {name: hex(getattr(value, name)) for name in ("selector", "base", "limit", "attr")}


def table(value: X86Dtable) -> dict[str, str]:
    return {name: hex(getattr(value, name)) for name in ("base", "limit")}
