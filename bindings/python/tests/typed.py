# SPDX-License-Identifier: BSD-2-Clause
"""What mypy must know of the package: checked, never run."""
from typing import assert_type

import aetherboot
from aetherboot import (AetherbootError, Aml, Arch, Block, Cmdline, Dev, DevType, Machine, Payload,
                        Plan, Ram, Region, Vcpu, VcpuX86, acpi_madt, plan)
from aetherboot.tool.machinefile import load, read

machine = Machine(arch=Arch.X86_64, n_cpus=1, ram=(Ram(size=size) for size in (1, 2)),
                  devs=[Dev(type=DevType.VGA)])
assert_type(machine.ram, tuple[Ram, ...])
assert_type(machine.devs[0].type, DevType | int)
assert_type(machine.replace(n_cpus=3), Machine)
assert_type(acpi_madt(machine), bytes)
guest = plan(machine, Payload(kernel=bytearray(b"a"), cmdline=None, initrds=["file"]))
assert_type(guest, Plan)
assert_type(guest.regions, tuple[Region, ...])
assert_type(guest.entry(0), Vcpu)
assert_type(guest.entry(0).x86, VcpuX86 | None)
assert_type(aetherboot.machine_dev(machine, DevType.VGA, 0), Dev | None)
machine.n_cpus = 3  # type: ignore[misc]
Machine(Arch.X86_64)  # type: ignore[call-arg]
Machine(n_cpus="1")  # type: ignore[arg-type]
Dev(type="vga")  # type: ignore[arg-type]
Ram(bas=1)  # type: ignore[call-arg]
acpi_madt(None)  # type: ignore[arg-type]


def sink(region: Region, offset: int, data: bytes | memoryview) -> None:
    """As place() wants it."""
    assert_type(region.size + offset + len(data), int)


guest.place(sink)
guest.place(len)  # type: ignore[arg-type]


def fill(aml: Aml) -> None:
    """As build() wants it."""
    assert_type(aml.device("DEV0"), Block)
    aml.int("1")  # type: ignore[arg-type]


def line(words: Cmdline) -> None:
    """As build() wants it."""
    words.set("a", None)


assert_type(aetherboot.KiB, int)
Aml.build(fill)
Cmdline.build(line)
Cmdline.build(fill)  # type: ignore[arg-type]
try:
    plan(machine, Payload())
except AetherbootError as error:
    assert_type(error.what, str | None)
assert_type(load("guest.toml", kernel=b"a"), tuple[Machine, Payload])
assert_type(read("guest.toml").plan(), Plan)
load(3)  # type: ignore[arg-type]
