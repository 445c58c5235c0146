# SPDX-License-Identifier: BSD-2-Clause
"""Rules over what tells which memory is near to which processor: SRAT, SLIT, HMAT."""
from __future__ import annotations

from . import madt_rules as madt
from .inputs import bit, named, of
from .rule import SET, WARNING, Finding, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .inputs import Inputs

# what tells a processor in an SRAT: name of the entry, its field, the field of the MADT's entry
CPUS = {
    "Processor Local APIC/SAPIC Affinity": ("APIC ID", "APIC ID"),
    "Processor Local x2APIC Affinity": ("X2APIC ID", "APIC ID"),
    "GICC Affinity": ("ACPI Processor UID", "ACPI Processor UID"),
}


def _not_in_madt(inputs: Inputs) -> Iterator[Finding]:
    tables = inputs.all("APIC")
    if not tables:
        return
    entries = [entry for table in tables for entry in named(table, *madt.ID_OF)]
    ids = {"APIC ID": {entry.number(madt.ID_OF[entry.name]) for entry in entries},
           "ACPI Processor UID": {entry.number("ACPI Processor UID") for entry in entries}}
    for srat in inputs.all("SRAT"):
        for entry in named(srat, *CPUS):
            name, what = CPUS[entry.name]
            number = entry.number(name)
            if bit(entry, "Flags", "Enabled") and number not in ids[what]:
                yield Finding(of(entry, name), f"{name} {number} has an affinity, but no "
                              "processor of the MADT has it", tables[0])


RULES = (
    Rule("srat.cpu-not-in-madt", WARNING, "ACPI 5.2.16",
         "Each processor that the SRAT tells is one of the MADT.",
         "Leave the entry out, or clear its Enabled flag.", SET, _not_in_madt),
)
