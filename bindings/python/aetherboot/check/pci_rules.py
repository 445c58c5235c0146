# SPDX-License-Identifier: BSD-2-Clause
"""Rules over PCI: its configuration space, and the windows of host bridges."""
from __future__ import annotations

from . import aml_scan, maps
from .aml_rules import block_devices
from .inputs import named, of
from .ranges import Range, covers, joined, meets, overlaps
from .rule import ERROR, SET, Finding, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..decode.node import Node
    from .inputs import Inputs

ENTRY = "Configuration Space Base Address"
BUS = 1 << 20  # bytes of configuration space
BRIDGES = ("PNP0A03", "PNP0A08")


def _space(entry: Node) -> Range:
    """Where the configuration space of an entry is. The base is that of bus 0."""
    base = entry.number("Base Address")
    return Range(base + BUS * entry.number("Start Bus Number"),
                 base + BUS * (entry.number("End Bus Number") + 1), entry)


def spaces(inputs: Inputs) -> list[Range]:
    """All configuration spaces."""
    return [one for table in inputs.all("MCFG") for entry in named(table, ENTRY)
            for one in (_space(entry),) if one.start < one.end]


def _buses(mcfg: Node, _: Inputs) -> Iterator[Finding]:
    for entry in named(mcfg, ENTRY):
        first, last = entry.number("Start Bus Number"), entry.number("End Bus Number")
        if first > last:
            yield Finding(of(entry, "End Bus Number"), f"End Bus Number is {last}, but Start Bus "
                          f"Number is {first}", entry.find("Start Bus Number"))


def _twice(mcfg: Node, _: Inputs) -> Iterator[Finding]:
    step = 1 << 16  # keeps the buses of segments apart
    buses = []
    for entry in named(mcfg, ENTRY):
        base = step * entry.number("PCI Segment Group Number")
        buses.append(Range(base + entry.number("Start Bus Number"),
                           base + entry.number("End Bus Number") + 1, entry))
    for one, two in overlaps(buses):
        yield Finding(of(two.node, "Start Bus Number"), f"Buses from {two.start % step} on of "
                      f"segment {two.start // step} are also in the entry at "
                      f"{one.node.offset or 0:#x}", one.node)


def _overlap(inputs: Inputs) -> Iterator[Finding]:
    for one, two in overlaps(inputs.fact(spaces)):
        yield Finding(of(two.node, "Base Address"), f"The configuration space at {two} overlaps "
                      f"that at {one}", one.node)


def _aligned(mcfg: Node, _: Inputs) -> Iterator[Finding]:
    for entry in named(mcfg, ENTRY):
        base = entry.number("Base Address")
        if base % BUS or not base:
            yield Finding(of(entry, "Base Address"), f"Base Address is {base:#x}, but must be a "
                          f"multiple of {BUS:#x} that is not 0")


def _in_ram(inputs: Inputs) -> Iterator[Finding]:
    ram = inputs.fact(maps.ram)
    for one in inputs.fact(spaces):
        other = meets(ram, one.start, one.end)
        if other is not None:
            yield Finding(of(one.node, "Base Address"), f"The configuration space at {one} has "
                          f"addresses of the RAM at {other}", other.node)


def _claims(inputs: Inputs) -> list[Range]:
    """What the memory map and devices reserve."""
    found = [one for one in inputs.fact(maps.memory_map)
             if one.type not in (maps.RAM, maps.PERSISTENT)]
    for table, device in inputs.fact(block_devices):
        if device.hid not in BRIDGES:
            found += [Range(start, end, table)
                      for start, end, _ in device.memory]
    return joined(found)


def _not_reserved(inputs: Inputs) -> Iterator[Finding]:
    if not inputs.all("DSDT"):
        return  # which may reserve it
    for one in inputs.fact(spaces):
        if not covers(inputs.fact(_claims), one.start, one.end):
            yield Finding(of(one.node, "Base Address"), f"The configuration space at {one} is not "
                          "reserved: neither by the memory map nor by a device of the DSDT",
                          inputs.first("DSDT"))


def _windows(inputs: Inputs) -> list[tuple[Range, aml_scan.Device]]:
    """What host bridges hand down."""
    return [(Range(start, end, table), device)
            for table, device in inputs.fact(block_devices) if device.hid in BRIDGES
            for start, end, down in device.memory if down and start < end]


def _in_window(inputs: Inputs) -> Iterator[Finding]:
    windows = joined(window for window, _ in inputs.fact(_windows))
    for one in inputs.fact(spaces):
        window = meets(windows, one.start, one.end)
        if window is not None:
            yield Finding(of(one.node, "Base Address"), f"The configuration space at {one} has "
                          f"addresses of the window {window} of a host bridge", window.node)


def _window_in_ram(inputs: Inputs) -> Iterator[Finding]:
    ram = inputs.fact(maps.ram)
    for window, device in inputs.fact(_windows):
        other = meets(ram, window.start, window.end)
        if other is not None:
            yield Finding(window.node, f"The window {window} of {device.label} has addresses of "
                          f"the RAM at {other}", other.node)


def _windows_overlap(inputs: Inputs) -> Iterator[Finding]:
    names = {id(window): device.label for window, device in inputs.fact(_windows)}
    for one, two in overlaps([window for window, _ in inputs.fact(_windows)]):
        yield Finding(two.node, f"The window {two} of {names[id(two)]} overlaps {one} of "
                      f"{names[id(one)]}", one.node)


RULES = (
    Rule("mcfg.bus-range", ERROR, "PCIFW 4.1.2",
         "The last bus of a segment is not before the first.",
         "Write the last bus number that the space has room for.", "MCFG", _buses),
    Rule("mcfg.duplicate-bus", ERROR, "PCIFW 4.1.2",
         "A bus of a segment is in one entry.",
         "Give each host bridge a segment or buses of its own.", "MCFG", _twice),
    Rule("mcfg.overlap", ERROR, "PCIFW 4.1.2",
         "No two configuration spaces overlap.",
         "Place each behind the end of the one before: a bus has 1 MiB.", SET, _overlap),
    Rule("mcfg.alignment", ERROR, "PCIFW 4.1.2",
         "The base address of a configuration space is a multiple of 1 MiB.",
         "Write the address of bus 0, also if the first bus is another.", "MCFG", _aligned),
    Rule("mcfg.in-ram", ERROR, "PCIFW 4.1.2",
         "A configuration space is not in RAM.",
         "Move it, or end the RAM below it.", SET, _in_ram),
    Rule("mcfg.not-reserved", ERROR, "PCIFW 4.1.2",
         "A configuration space is reserved: by a device like PNP0C02, or by the memory map.",
         "Append a device PNP0C02 whose _CRS has it. Linux on x86 does not use the space "
         "otherwise.", SET, _not_reserved),
    Rule("mcfg.in-window", ERROR, "PCIFW 4.1.2",
         "A configuration space is in no window that a host bridge hands down.",
         "Take it out of the host bridge's _CRS: devices would be placed there.", SET, _in_window),
    Rule("aml.window-in-ram", ERROR, "ACPI 6.4.3.5",
         "A window of a host bridge has no RAM in it.",
         "End the window below the RAM or begin it behind.", SET, _window_in_ram),
    Rule("aml.windows-overlap", ERROR, "ACPI 6.4.3.5",
         "No two windows of host bridges overlap.",
         "Give each host bridge a window of its own.", SET, _windows_overlap),
)
