# SPDX-License-Identifier: BSD-2-Clause
"""Rules over tables of single devices (SPCR, DBG2, HPET, TPM2, BGRT), and over where the registers
of all tables' devices are."""
from __future__ import annotations

from . import gic_rules as gic
from . import iort_rules as iort
from . import madt_rules as madt
from . import maps
from . import pci_rules as pci
from .inputs import named, of
from .ranges import Range, meets, overlaps
from .rule import ERROR, SET, WARNING, Finding, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..decode.node import Node
    from .inputs import Inputs

MEMORY, IO = 0, 1
KiB, MiB = 1024, 1 << 20
BAUDS = (0, 3, 4, 6, 7)
FIXED = {"Parity": (0,), "Stop Bits": (1,), "Terminal Type": (0, 1, 2, 3),
         "Configured Baud Rate": BAUDS}  # what fields of an SPCR may be
PORTS = {0x8000: range(0, 21), 0x8001: range(0, 1), 0x8002: range(0, 8), 0x8003: range(0, 1 << 16)}
STARTS = (2, 6, 7, 8, 11, 12, 13, 15)  # how a command of a TPM is begun
CONTROL = (7, 8, 11)  # those that use the control area
# registers: table, names of entries or "" for the table itself, field, bytes, the same for all
REGISTERS = (
    ("APIC", madt.IO_APIC, "I/O APIC Address", 32),
    ("DMAR", iort.DRHD, "Register Base Address", 4 * KiB),
    ("IORT", iort.SMMU3, "Base Address", 128 * KiB),
    ("GTDT", "Arm Generic Watchdog", "RefreshFrame Physical Address", 4 * KiB),
    ("GTDT", "Arm Generic Watchdog", "WatchdogControlFrame Physical Address", 4 * KiB),
    ("GTDT", "GT Block", "GT Block Physical address (CntCtlBase)", 4 * KiB),
)


def _string(table: Node, inputs: Inputs) -> Iterator[Finding]:
    for node in inputs.inside(table):
        if node.name == "NamespaceString" and isinstance(node.value, str):
            if len(node.value) != (node.size or 0) - 1 or "\0" in node.value or not node.value:
                yield Finding(node, f'NamespaceString of {node.size} bytes is "{node.value}", '
                              "which has no NUL as its last byte alone")


def _fixed(spcr: Node, _: Inputs) -> Iterator[Finding]:
    for name, may in FIXED.items():
        field = spcr.find(name)
        if field is not None and field.value not in may:
            yield Finding(field, f"{name} is {field.value!r}, but must be "
                          + " or ".join(map(str, may)))


def _register(table: Node, _: Inputs) -> Iterator[Finding]:
    for gas in (*named(table, "Base Address"),
                *(one for device in named(table, "Debug Device Information")
                  for one in named(device, "BaseAddressRegister"))):
        space, width, access = (gas.number(name) for name in (
            "Address Space ID", "Register Bit Width", "Access Size"))
        if not gas.number("Address"):
            continue  # there is none
        if space not in (MEMORY, IO) and space != 0x7F:
            yield Finding(of(gas, "Address Space ID"), f"Address Space ID is {space}, but must be "
                          "0, memory, or 1, I/O")
        elif width not in (0, 8, 16, 32, 64):
            yield Finding(of(gas, "Register Bit Width"), f"Register Bit Width is {width}, but "
                          "must be 8, 16, 32 or 64")
        elif access > 4:
            yield Finding(of(gas, "Access Size"), f"Access Size is {access}, but must be at most 4")
        elif space == IO and gas.number("Address") > 0xFFFF:
            yield Finding(of(gas, "Address"), f"Address is {gas.number('Address'):#x}, but I/O "
                          "ports end at 0xffff")


def _interrupt(spcr: Node, _: Inputs) -> Iterator[Finding]:
    kinds, gsi = of(spcr, "Interrupt Type"), spcr.number("Global System Interrupt")
    if kinds.number("Arm GIC") and gsi < 32:
        yield Finding(of(spcr, "Global System Interrupt"), f"Global System Interrupt is {gsi}, but "
                      "that of a device on a GIC is at least 32", spcr.find("Interrupt Type"))
    elif not spcr.number("Interrupt Type") and (gsi or spcr.number("IRQ")):
        yield Finding(kinds, f"Interrupt Type is 0, but IRQ is {spcr.number('IRQ')} and Global "
                      f"System Interrupt {gsi}", spcr.find("Global System Interrupt"))


def _port(dbg2: Node, _: Inputs) -> Iterator[Finding]:
    for device in named(dbg2, "Debug Device Information"):
        kind, sub = device.number("Port Type"), device.number("Port Subtype")
        if kind not in PORTS:
            yield Finding(of(device, "Port Type"), f"Port Type is {kind:#x}, known are "
                          + ", ".join(map(hex, PORTS)))
        elif sub not in PORTS[kind]:
            yield Finding(of(device, "Port Subtype"), f"Port Subtype is {sub}, but those of Port "
                          f"Type {kind:#x} end at {PORTS[kind][-1]}", device.find("Port Type"))


def _port_size(dbg2: Node, _: Inputs) -> Iterator[Finding]:
    for device in named(dbg2, "Debug Device Information"):
        for size in named(device, "AddressSize"):
            if not size.value:
                yield Finding(size, "AddressSize is 0, so the debug port has no registers",
                              device.find("BaseAddressRegister"))


def _hpet(table: Node, _: Inputs) -> Iterator[Finding]:
    gas = table.find("BASE_ADDRESS")
    if gas is None:
        return
    at = gas.number("Address")
    if gas.number("Address Space ID") != MEMORY:
        yield Finding(of(gas, "Address Space ID"), "Address Space ID is "
                      f"{gas.number('Address Space ID')}, but an HPET is in memory")
    elif at == 0 or at % KiB:
        yield Finding(of(gas, "Address"), f"Address is {at:#x}, but must be a multiple of 1024 "
                      "that is not 0")


def _hpet_id(table: Node, _: Inputs) -> Iterator[Finding]:
    number = table.number("Event Timer Block ID", 1)
    for what, part in (("vendor", number >> 16), ("hardware revision", number & 255)):
        if table.find("Event Timer Block ID") is not None and not part:
            yield Finding(of(table, "Event Timer Block ID"), f"Event Timer Block ID is "
                          f"{number:#x}, whose {what} is 0")


def _tpm(table: Node, _: Inputs) -> Iterator[Finding]:
    start, at = table.number("Start Method"), table.number("Address of CRB Control Area")
    if table.find("Start Method") is None:
        return
    if start not in STARTS:
        yield Finding(of(table, "Start Method"), f"Start Method is {start}, known are "
                      + ", ".join(map(str, STARTS)))
    elif start in CONTROL and not at:
        yield Finding(of(table, "Address of CRB Control Area"), "Address of CRB Control Area is 0, "
                      f"but Start Method {start} uses it", table.find("Start Method"))


def _tpm_log(table: Node, _: Inputs) -> Iterator[Finding]:
    size, at = table.number("Log Area Minimum Length"), table.number("Log Area Start Address")
    if table.find("Log Area Start Address") is not None and bool(size) != bool(at):
        yield Finding(of(table, "Log Area Start Address"), f"Log Area Start Address is {at:#x}, "
                      f"but Log Area Minimum Length {size}", table.find("Log Area Minimum Length"))


def _image(table: Node, _: Inputs) -> Iterator[Finding]:
    for name, want in (("Version", 1), ("Image Type", 0)):
        field = table.find(name)
        if field is not None and field.value != want:
            yield Finding(field, f"{name} is {field.value!r}, but must be {want}")
    at = table.find("Image Address")
    if at is not None and not at.value:
        yield Finding(at, "Image Address is 0")


def registers(inputs: Inputs) -> list[tuple[Range, Node]]:
    """Where the tables say that registers are, but for those that several may have, as the local
    APICs; each with the node that tells it, and its table."""
    found = []
    for signature, entry, field, size in REGISTERS:
        for table in inputs.all(signature):
            for node in named(table, entry):
                at = node.number(field)
                if at:
                    found.append((Range(at, at + size, of(node, field)), table))
    for table in inputs.all("APIC"):
        found += [(Range(one.start, one.end, of(one.node, gic.REGISTERS[one.node.name][0])), table)
                  for one in gic.extents(table)]
    for table in inputs.all("HPET"):
        gas = table.find("BASE_ADDRESS")
        if gas is not None and not gas.number("Address Space ID") and gas.number("Address"):
            at = gas.number("Address")
            found.append((Range(at, at + KiB, of(gas, "Address")), table))
    return found


def _in_ram(inputs: Inputs) -> Iterator[Finding]:
    ram = inputs.fact(maps.ram)
    for one, _ in inputs.fact(registers) if ram else ():
        other = meets(ram, one.start, one.end)
        if other is not None:
            yield Finding(one.node, f"{one.node.name}: the registers {one} are in the RAM at "
                          f"{other}", other.node)


def _overlap(inputs: Inputs) -> Iterator[Finding]:
    told = inputs.fact(registers)
    tables = {id(one): table for one, table in told}
    for one, two in overlaps([*(one for one, _ in told), *inputs.fact(pci.spaces)]):
        first, second = tables.get(id(one)), tables.get(id(two))
        if first is not second:  # else the table's own rules tell it
            yield Finding(two.node, f"{two.node.name}: the registers {two} overlap {one}, which "
                          f"{one.node.name} of {first.name if first else 'MCFG'} has", one.node)


RULES = (
    Rule("spcr.value", ERROR, "SPCR table",
         "Baud rate, parity, stop bits and terminal type are known.",
         "Write 0, 3, 4, 6 or 7 as baud rate, 0 as parity, 1 as stop bits, 0 to 3 as terminal.",
         "SPCR", _fixed),
    Rule("spcr.register", ERROR, "SPCR table",
         "The registers of a console are in memory or at I/O ports, in units of bytes.",
         "Write address space 0 or 1, a width of 8, 16 or 32 bits, and an access size up to 4.",
         "SPCR", _register),
    Rule("spcr.interrupt", WARNING, "SPCR table",
         "The interrupt of a console is one of the controller that Interrupt Type names.",
         "Write the global system interrupt, and a bit into Interrupt Type.", "SPCR", _interrupt),
    Rule("spcr.namespace-string", ERROR, "SPCR table",
         "A namespace string ends with its only NUL.",
         "Count the NUL in NamespaceStringLength; a device that has no name is called dot.",
         "SPCR", _string),
    Rule("dbg2.namespace-string", ERROR, "DBG2 table",
         "A namespace string ends with its only NUL.",
         "Count the NUL in NamespaceStringLength; a device that has no name is called dot.",
         "DBG2", _string),
    Rule("dbg2.register", ERROR, "DBG2 table",
         "The registers of a debug port are in memory or at I/O ports, in units of bytes.",
         "Write address space 0 or 1, a width of 8, 16 or 32 bits, and an access size up to 4.",
         "DBG2", _register),
    Rule("dbg2.port-type", WARNING, "DBG2 table",
         "Type and subtype of a debug port are known.",
         "Write 0x8000 for a serial port, and the subtype that the SPCR has as interface type.",
         "DBG2", _port),
    Rule("dbg2.address-size", ERROR, "DBG2 table",
         "A debug port has registers.",
         "Write the number of bytes that they take.", "DBG2", _port_size),
    Rule("hpet.address", ERROR, "HPET 3.2.4",
         "An HPET is in memory, at a multiple of 1 KiB.",
         "Write its address, 0xfed00000.", "HPET", _hpet),
    Rule("hpet.id", WARNING, "HPET 3.2.4",
         "The block ID has a vendor and a hardware revision.",
         "Write the lower half of the HPET's capabilities register.", "HPET", _hpet_id),
    Rule("tpm2.control-area", ERROR, "TPM2 table",
         "The start method of a TPM is known, and has the control area that it needs.",
         "Write the address of the control area, or 6 for a FIFO.", "TPM2", _tpm),
    Rule("tpm2.log", ERROR, "TPM2 table",
         "The log of a TPM has an address and a length, or neither.",
         "Write both.", "TPM2", _tpm_log),
    Rule("bgrt.image", WARNING, "ACPI 5.2.23",
         "The boot picture is a bitmap, and is somewhere.",
         "Write version 1, image type 0 and the address, or leave the table out.", "BGRT", _image),
    Rule("acpi.registers-in-ram", ERROR, "ACPI 15",
         "No registers are where RAM is.",
         "Move the device, or end the RAM below it.", SET, _in_ram),
    Rule("acpi.registers-overlap", ERROR, "ACPI 5.2",
         "No two devices have registers at the same address.",
         "Give each an address of its own.", SET, _overlap),
)
