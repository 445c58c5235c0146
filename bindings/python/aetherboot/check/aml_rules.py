# SPDX-License-Identifier: BSD-2-Clause
"""Rules over the devices of the DSDT and SSDTs, and over these as AML."""
from __future__ import annotations

from . import aml_scan
from . import madt_rules as madt
from .inputs import named, of
from .rule import ERROR, SET, WARNING, Finding, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..decode.node import Node
    from .inputs import Inputs

    Devices = list[tuple[Node, aml_scan.Device]]  # with the table that each is in

BLOCKS = ("DSDT", "SSDT", "PSDT")
CPU = "ACPI0007"
SECONDS = 4  # of iasl together, and half of that for each of its runs


def block_devices(inputs: Inputs) -> Devices:
    """The devices of all definition blocks."""
    found = []
    for name in BLOCKS:
        for table in inputs.all(name):
            block = table.find("Definition Block")
            if block is not None and isinstance(block.value, bytes):
                found += [(table, device) for device in aml_scan.devices(block.value)]
    return found


def _same_uid(inputs: Inputs) -> Iterator[Finding]:
    seen: dict[tuple[str, str], aml_scan.Device] = {}
    for table, device in inputs.fact(block_devices):
        if not device.hid:
            continue
        first = seen.setdefault((device.hid, device.uid), device)
        if first is not device:
            uid = f"_UID {device.uid}" if device.uid else "no _UID"
            yield Finding(table, f"The devices {first.name} and {device.name} both have _HID "
                          f"{device.hid} and {uid}")


def _cpus(inputs: Inputs) -> dict[int, aml_scan.Device]:
    """The processors of definition blocks, by their UIDs."""
    return {int(device.uid): device for _, device in inputs.fact(block_devices)
            if device.hid == CPU and device.uid.isdecimal()}


def _no_device(inputs: Inputs) -> Iterator[Finding]:
    known = inputs.fact(_cpus)
    for table in inputs.all("APIC") if known else ():
        for cpu in madt.processors(table):
            if cpu.number(madt.UID) not in known:
                yield Finding(of(cpu, madt.UID), f"{madt.UID} is {cpu.number(madt.UID)}, but no "
                              "processor device of the DSDT has this _UID", inputs.first("DSDT"))


def _no_entry(inputs: Inputs) -> Iterator[Finding]:
    tables = inputs.all("APIC")
    uids = {cpu.number(madt.UID) for table in tables for cpu in named(table, *madt.ID_OF)}
    for uid, device in inputs.fact(_cpus).items() if tables else ():
        if uid not in uids:
            yield Finding(inputs.first("DSDT") or tables[0], f"{device.label} has _UID {uid}, but "
                          "no processor of the MADT has it", tables[0])


def _iasl(inputs: Inputs) -> Iterator[Finding]:
    from time import monotonic

    from ..decode import aml

    end = monotonic() + SECONDS
    for name in BLOCKS:
        for table in inputs.all(name):
            block = table.find(aml.BLOCK)
            if block is None or monotonic() > end:
                continue
            wrong = aml.complaint(table, block, SECONDS / 2)
            if wrong:
                yield Finding(block, f"The definition block of {name} is no AML; {wrong}")


RULES = (
    Rule("aml.duplicate-uid", WARNING, "ACPI 6.1.12",
         "Devices with the same _HID have different _UIDs.",
         "Number them.", SET, _same_uid),
    Rule("madt.cpu-without-device", WARNING, "ACPI 8.4",
         "If the DSDT has processor devices, each processor of the MADT has one.",
         "Append a device ACPI0007 with the processor's _UID.", SET, _no_device),
    Rule("aml.cpu-not-in-madt", WARNING, "ACPI 8.4",
         "Each processor device of the DSDT is a processor of the MADT.",
         "Write the same number as _UID and as ACPI Processor UID.", SET, _no_entry),
    Rule("aml.malformed", ERROR, "ACPI 20",
         "A definition block is AML. iasl judges it, if it is installed.",
         "Let `iasl -d` and `iasl` tell where it ends.", SET, _iasl),
)
