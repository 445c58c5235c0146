# SPDX-License-Identifier: BSD-2-Clause
"""Rules over the FADT."""
from __future__ import annotations

from .inputs import bit, of
from .madt_rules import GICC, processors
from .rule import ERROR, SET, WARNING, Finding, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..decode.node import Node
    from .inputs import Inputs

# block, its length field, the 64-bit field, the least length, whether it is required
BLOCKS = (
    ("PM1a_EVT_BLK", "PM1_EVT_LEN", 4, True), ("PM1b_EVT_BLK", "PM1_EVT_LEN", 4, False),
    ("PM1a_CNT_BLK", "PM1_CNT_LEN", 2, True), ("PM1b_CNT_BLK", "PM1_CNT_LEN", 2, False),
    ("PM2_CNT_BLK", "PM2_CNT_LEN", 1, False), ("PM_TMR_BLK", "PM_TMR_LEN", 4, False),
    ("GPE0_BLK", "GPE0_BLK_LEN", 2, False), ("GPE1_BLK", "GPE1_BLK_LEN", 2, False),
)
SHARED = ("PM1b_EVT_BLK", "PM1b_CNT_BLK")  # whose length field is another block's too
COMMANDS = ("ACPI_ENABLE", "ACPI_DISABLE", "S4BIOS_REQ", "PSTATE_CNT", "CST_CNT")
MEMORY, IO, PCI = 0, 1, 2
BASE = {MEMORY: "memory", IO: "I/O", PCI: "PCI configuration space"}


def reduced(fadt: Node) -> int:
    """Whether the machine has none of the fixed hardware."""
    return bit(fadt, "Flags", "HW_REDUCED_ACPI")


def _address(fadt: Node, block: str) -> int:
    """Where a block is: the 64-bit field, or the 32-bit one if that is 0 or not there."""
    wide = fadt.find("X_" + block)
    return (wide.number("Address") if wide is not None else 0) or fadt.number(block)


def _reduced(fadt: Node, _: Inputs) -> Iterator[Finding]:
    for block, _length, _least, _required in BLOCKS if reduced(fadt) else ():
        at = _address(fadt, block)
        if at:
            yield Finding(of(fadt, block), f"{block} is at {at:#x}, but HW_REDUCED_ACPI is set",
                          fadt.find("Flags"))


def _missing(fadt: Node, _: Inputs) -> Iterator[Finding]:
    for block, _length, _least, required in BLOCKS if not reduced(fadt) else ():
        if required and fadt.find(block) is not None and not _address(fadt, block):
            yield Finding(of(fadt, block), f"{block} is 0, but HW_REDUCED_ACPI is not set",
                          fadt.find("Flags"))


def _lengths(fadt: Node, _: Inputs) -> Iterator[Finding]:
    for block, length, least, _required in BLOCKS if not reduced(fadt) else ():
        field, at = fadt.find(length), _address(fadt, block)
        if field is None or not isinstance(field.value, int):
            continue
        size = field.value
        if at and size < least:
            yield Finding(field, f"{length} is {size}, but {block} at {at:#x} has at least "
                          f"{least} bytes", fadt.find(block))
        elif size and not at and block not in SHARED:
            yield Finding(field, f"{length} is {size}, but {block} is 0", fadt.find(block))
        elif at and (block[:3] == "GPE" or block[:4] == "PM1a") and size % 2:
            yield Finding(field, f"{length} is {size}, but must be even", fadt.find(block))
        elif at and block == "PM_TMR_BLK" and size != 4:
            yield Finding(field, f"{length} is {size}, but must be 4", fadt.find(block))


def _blocks_differ(fadt: Node, _: Inputs) -> Iterator[Finding]:
    for block, length, _least, _required in BLOCKS:
        wide, narrow = fadt.find("X_" + block), fadt.number(block)
        if wide is None or not wide.number("Address"):
            continue
        at, width, size = wide.number("Address"), wide.number("Register Bit Width"), \
            fadt.number(length)
        if narrow and narrow != at:
            yield Finding(wide, f"X_{block} is at {at:#x}, but {block} at {narrow:#x}",
                          fadt.find(block))
        elif size and width and width < 255 and width != 8 * size:
            yield Finding(of(wide, "Register Bit Width"), f"X_{block} has {width} bits, but "
                          f"{length} is {size} bytes", fadt.find(length))


def _overlap(fadt: Node, _: Inputs) -> Iterator[Finding]:
    if reduced(fadt):
        return
    spans = []
    for block, length, _least, _required in BLOCKS:
        wide = fadt.find("X_" + block)
        space = wide.number("Address Space ID", IO) if wide and wide.number("Address") else IO
        at, size = _address(fadt, block), fadt.number(length)
        if at and size:
            spans.append((space, at, at + size, block))
    spans.sort()
    for (space, at, end, one), (other, start, _end, two) in zip(spans, spans[1:]):
        if space == other and start < end:
            yield Finding(of(fadt, two), f"{two} at {start:#x} overlaps {one} at {at:#x} to "
                          f"{end - 1:#x}", fadt.find(one))


def _sci(fadt: Node, _: Inputs) -> Iterator[Finding]:
    if not reduced(fadt) and fadt.number("SCI_INT", 1) == 0:
        yield Finding(of(fadt, "SCI_INT"), "SCI_INT is 0, but HW_REDUCED_ACPI is not set",
                      fadt.find("Flags"))


def _smi(fadt: Node, _: Inputs) -> Iterator[Finding]:
    for name in COMMANDS if not fadt.number("SMI_CMD") else ():
        if fadt.number(name):
            yield Finding(of(fadt, name), f"{name} is {fadt.number(name):#x}, but SMI_CMD, to "
                          "which it would be written, is 0", fadt.find("SMI_CMD"))


def _reset(fadt: Node, _: Inputs) -> Iterator[Finding]:
    reg = fadt.find("RESET_REG")
    if reg is None or not bit(fadt, "Flags", "RESET_REG_SUP"):
        return
    space = reg.number("Address Space ID")
    if not reg.number("Address"):
        yield Finding(of(reg, "Address"), "RESET_REG has the address 0, but RESET_REG_SUP is set",
                      fadt.find("Flags"))
    elif space not in BASE:
        yield Finding(of(reg, "Address Space ID"), f"RESET_REG is in address space {space}, but "
                      "must be in " + ", ".join(BASE.values()))
    elif reg.number("Register Bit Width") != 8 or reg.number("Register Bit Offset"):
        yield Finding(of(reg, "Register Bit Width"), "RESET_REG has "
                      f"{reg.number('Register Bit Width')} bits from bit "
                      f"{reg.number('Register Bit Offset')} on, but must have 8 from bit 0 on")


def _sleep(fadt: Node, _: Inputs) -> Iterator[Finding]:
    names = ("SLEEP_CONTROL_REG", "SLEEP_STATUS_REG")
    at = [reg.number("Address") if (reg := fadt.find(name)) else 0 for name in names]
    if bool(at[0]) != bool(at[1]):
        one, two = names if at[0] else names[::-1]
        yield Finding(of(fadt, two), f"{two} has the address 0, but {one} has {max(at):#x}",
                      fadt.find(one))


def _facs(inputs: Inputs) -> Iterator[Finding]:
    for fadt in inputs.all("FACP"):
        if not reduced(fadt) and fadt.find("FIRMWARE_CTRL") is not None and not (
                fadt.number("FIRMWARE_CTRL") | fadt.number("X_FIRMWARE_CTRL")):
            yield Finding(of(fadt, "FIRMWARE_CTRL"), "FIRMWARE_CTRL and X_FIRMWARE_CTRL are 0, "
                          "but HW_REDUCED_ACPI is not set", fadt.find("Flags"))


def _arm(inputs: Inputs) -> list[Node]:
    """The processors of an arm64 machine."""
    return [cpu for madt in inputs.all("APIC") for cpu in processors(madt) if cpu.name == GICC]


def _arm_reduced(inputs: Inputs) -> Iterator[Finding]:
    cpus = inputs.fact(_arm)
    for fadt in inputs.all("FACP") if cpus or inputs.all("GTDT") else ():
        if not reduced(fadt):
            yield Finding(of(fadt, "Flags"), "HW_REDUCED_ACPI is not set, but the machine has a "
                          "GIC", cpus[0] if cpus else inputs.first("GTDT"))


def _arm_revision(inputs: Inputs) -> Iterator[Finding]:
    cpus = inputs.fact(_arm)
    for fadt in inputs.all("FACP") if cpus else ():
        version = fadt.number("Revision"), fadt.number("FADT Minor Version") & 15
        if version < (5, 1):
            yield Finding(of(fadt, "Revision"), f"FADT is of version {version[0]}.{version[1]}, "
                          "but the machine has a GIC", cpus[0])


def _arm_start(inputs: Inputs) -> Iterator[Finding]:
    cpus = inputs.fact(_arm)
    for fadt in inputs.all("FACP") if len(cpus) > 1 else ():
        parked = all(cpu.number("Parking Protocol Version") for cpu in cpus)
        if not bit(fadt, "ARM_BOOT_ARCH", "PSCI_COMPLIANT") and not parked:
            yield Finding(of(fadt, "ARM_BOOT_ARCH"), "PSCI_COMPLIANT is not set, but there are "
                          f"{len(cpus)} processors that no parking protocol starts", cpus[1])


RULES = (
    Rule("fadt.reduced-with-blocks", WARNING, "ACPI 5.2.9",
         "A machine of reduced hardware has no blocks of PM1, PM2, PM timer or GPE registers.",
         "Write 0, or clear HW_REDUCED_ACPI.", "FACP", _reduced),
    Rule("fadt.missing-block", ERROR, "ACPI 5.2.9",
         "A machine that is not of reduced hardware has PM1a event and control blocks.",
         "Write their addresses, or set HW_REDUCED_ACPI.", "FACP", _missing),
    Rule("fadt.block-length", ERROR, "ACPI 5.2.9",
         "A block has an address and a length, or neither, and the length is one it may have.",
         "Write as many bytes as the registers take, or 0 for a block that is not there.", "FACP",
         _lengths),
    Rule("fadt.blocks-differ", ERROR, "ACPI 5.2.9",
         "If the FADT tells a block in its 32-bit and in its 64-bit fields, both are the same.",
         "Write the same address, and a bit width of eight times the length.", "FACP",
         _blocks_differ),
    Rule("fadt.block-overlap", ERROR, "ACPI 5.2.9",
         "No two blocks of registers overlap.",
         "Give each block ports of its own, as many as its length says.", "FACP", _overlap),
    Rule("fadt.sci", ERROR, "ACPI 5.2.9",
         "A machine that is not of reduced hardware has an SCI.",
         "Write the interrupt that the fixed hardware raises, usually 9.", "FACP", _sci),
    Rule("fadt.smi-command", WARNING, "ACPI 5.2.9",
         "Values for the SMI command port are 0 if there is no such port.",
         "Write the port into SMI_CMD, or 0 into the value.", "FACP", _smi),
    Rule("fadt.reset-register", ERROR, "ACPI 5.2.9",
         "A reset register that is supported is a byte in memory, I/O or PCI configuration space.",
         "Write its address with a bit width of 8 and a bit offset of 0, or clear RESET_REG_SUP.",
         "FACP", _reset),
    Rule("fadt.sleep-registers", ERROR, "ACPI 5.2.9",
         "There are both a sleep control and a sleep status register, or neither.",
         "Write both addresses.", "FACP", _sleep),
    Rule("fadt.no-facs", ERROR, "ACPI 5.2.9",
         "A machine that is not of reduced hardware has a FACS.",
         "Write its address into FIRMWARE_CTRL or X_FIRMWARE_CTRL.", SET, _facs),
    Rule("fadt.arm-not-reduced", ERROR, "ACPI 5.2.9",
         "An arm64 machine is one of reduced hardware.",
         "Set HW_REDUCED_ACPI.", SET, _arm_reduced),
    Rule("fadt.arm-revision", ERROR, "ACPI 5.2.9",
         "The FADT of an arm64 machine has version 5.1 or later, from which on it has "
         "ARM_BOOT_ARCH.",
         "Write the table of revision 6.", SET, _arm_revision),
    Rule("fadt.arm-no-start-method", ERROR, "ACPI 5.2.9.4",
         "On arm64, PSCI or the parking protocol starts all processors but the first.",
         "Set PSCI_COMPLIANT, and PSCI_USE_HVC if it is called by HVC.", SET, _arm_start),
)
