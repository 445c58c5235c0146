# SPDX-License-Identifier: BSD-2-Clause
"""What the tests share: the machines of tests/golden as Python objects, kernels, and the folders.
"""
from __future__ import annotations

import ctypes
import dataclasses
import functools
import os
import pathlib

from aetherboot import (Aml, AmlOp, Arch, Dev, DevType, Fdt, Flat, Machine, MiB, Module, Payload,
                        Plan, Protocol, Ram, Reserve, Tables, _types, plan)
from aetherboot._aetherboot import ffi
from aetherboot._convert import Keep, from_c
from hypothesis import HealthCheck, settings

ROOT = pathlib.Path(__file__).resolve().parents[3]
HERE = pathlib.Path(__file__).resolve().parents[1]
GOLDEN = pathlib.Path(os.environ["AB_GOLDEN"])  # the module that golden.c makes

E820_MAX = 128

settings.register_profile("tests", max_examples=int(os.environ.get("AB_EXAMPLES", "20")),
                          deadline=None, derandomize=True, database=None,
                          suppress_health_check=list(HealthCheck))
settings.load_profile("tests")


class _Row(ctypes.Structure):
    _fields_ = [("machine_name", ctypes.c_char_p), ("way_name", ctypes.c_char_p),
                ("machine", ctypes.c_void_p), ("kernel", ctypes.c_void_p),
                ("kernel_size", ctypes.c_uint64), ("protocol", ctypes.c_uint32),
                ("tables", ctypes.c_uint32), ("reserve", ctypes.c_void_p),
                ("n_reserve", ctypes.c_size_t)]


@dataclasses.dataclass
class Way:
    """A kernel and how it is booted."""
    name: str
    kernel: bytes
    protocol: Protocol
    tables: Tables
    reserve: list[Reserve]


def own_aml(aml: Aml) -> None:
    """What the machine "extras" appends to its DSDT, as tests/golden/machines.c does."""
    with aml.device("VGEN"):
        aml.name("_HID")
        aml.string("ACME0001")
        aml.name("_CID")
        aml.string("VM_Gen_Counter")
        aml.name("_DDN")
        aml.string("VM_Gen_Counter")
        with aml.method("_STA", 0, False, 0):
            aml.op(AmlOp.RETURN)
            aml.int(0xf)


def own_nodes(fdt: Fdt) -> None:
    """What "arm64-vmbus-2to40" appends to its tree, as machines_arm64.c does."""
    fdt.node_at("mailbox", 0xa0000000)
    fdt.string("compatible", "acme,mailbox")
    fdt.reg(0xa0000000, 0x1000)
    fdt.cells("interrupts", [0, 60, 4])
    fdt.u32("acme,cells", 0)
    phandle = fdt.phandle()
    fdt.end()
    fdt.node("client")
    fdt.string("compatible", "acme,client")
    fdt.u32("acme,mailbox", phandle)
    fdt.end()


def _reserve(row: _Row) -> list[Reserve]:
    """The pools of a machine's payload."""
    at = ffi.cast("struct ab_reserve *", row.reserve or 0)
    return [from_c(Reserve, at[i], Keep()) for i in range(row.n_reserve)]


@functools.cache
def golden() -> dict[str, tuple[Machine, list[Way]]]:
    """Each machine of tests/golden, and the ways that its architecture has."""
    library = ctypes.CDLL(str(GOLDEN))
    library.golden_rows.restype = ctypes.POINTER(_Row)
    n = ctypes.c_size_t()
    rows = library.golden_rows(ctypes.byref(n))
    found: dict[str, tuple[Machine, list[Way]]] = {}
    for row in rows[:n.value]:
        name = row.machine_name.decode()
        if name not in found:
            c = ffi.cast("struct ab_machine *", row.machine)[0]
            machine = from_c(Machine, c, Keep())
            if c.acpi.dsdt != ffi.NULL:
                machine = machine.replace(acpi=machine.acpi.replace(dsdt=own_aml))
            if c.fdt.nodes != ffi.NULL:
                machine = machine.replace(fdt=machine.fdt.replace(nodes=own_nodes))
            found[name] = machine, []
        found[name][1].append(Way(row.way_name.decode(),
                                  ctypes.string_at(row.kernel, row.kernel_size),
                                  Protocol(row.protocol), Tables(row.tables), _reserve(row)))
    return found


def way_is_of(machine: Machine, way: Way) -> bool:
    """Whether golden.c boots a machine this way."""
    if machine.tables == Tables.ACPI and way.tables == Tables.FDT:
        return False
    if (machine.fdt.nodes is not None or machine.tables == Tables.FDT) and \
            way.tables == Tables.ACPI:
        return False
    return len(machine.ram) <= E820_MAX or way.protocol != Protocol.PVH


def way_plan(machine: Machine, way: Way) -> Plan:
    """The guest that golden.c plans of a machine and a way."""
    arm64 = machine.arch == Arch.ARM64
    multiboot = way.protocol in (Protocol.MULTIBOOT, Protocol.MULTIBOOT2)
    modules = [Module(bytes=b"two", cmdline="words"), Module(bytes=b"one!\0")] if multiboot else []
    flat = way.protocol in (Protocol.FLAT, Protocol.FLAT32)
    place = Flat(base=machine.ram[0].base + 3 * MiB, size=MiB) if flat else Flat()
    return plan(machine, Payload(
        kernel=way.kernel, flat=place, modules=modules, reserve=way.reserve,
        initrds=[b"one!\0", b"two"], cmdline="console=ttyS0 quiet", protocol=way.protocol,
        rng_seed=bytes(i * 7 & 255 for i in range(32)), kaslr_seed=77 if arm64 else 0))


def kernel(name: str = "linux, ELF") -> bytes:
    """The kernel of a way of x86's."""
    return next(way.kernel for way in golden()["minimal"][1] if way.name == name)


MACHINE = Machine(arch=Arch.X86_64, n_cpus=2, ram=[Ram(size=64 * MiB)],
                  devs=[Dev(type=DevType.UART_16550, base=0x3f8, irq=4)])
CLASSES = [cls for name in _types.__all__ if isinstance(cls := getattr(_types, name), type)]


def payload(**more: object) -> Payload:
    """A payload that MACHINE boots."""
    return Payload(**({"kernel": kernel(), "protocol": Protocol.LINUX} | more))
