# SPDX-License-Identifier: BSD-2-Clause
"""Rules over the MADT: processors and interrupt controllers."""
from __future__ import annotations

from .inputs import bit, named, of
from .rule import ERROR, Finding, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..decode.node import Node
    from .inputs import Inputs

LOCAL, X2, GICC = "Processor Local APIC", "Processor Local x2APIC", "GIC CPU Interface (GICC)"
# what tells a processor's hardware, and where the MADT's entries of a name have it
ID_OF = {LOCAL: "APIC ID", X2: "X2APIC ID", GICC: "MPIDR"}


def processors(madt: Node) -> list[Node]:
    """The entries of processors that are there, or may come."""
    return [entry for entry in named(madt, *ID_OF)
            if bit(entry, "Flags", "Enabled") or bit(entry, "Flags", "Online Capable")]


def _same_id(madt: Node, _: Inputs) -> Iterator[Finding]:
    seen: dict[int, Node] = {}
    for entry in processors(madt):
        field = of(entry, ID_OF[entry.name])
        if not isinstance(field.value, int):
            continue
        first = seen.setdefault(field.value, entry)
        if first is not entry:
            yield Finding(field, f"{field.name} {field.value:#x} is also that of the "
                          f"{first.name} at {first.offset:#x}", first)


RULES = (
    Rule("madt.duplicate-apic-id", ERROR, "ACPI 5.2.12.2",
         "No two processors have the same APIC ID or MPIDR.",
         "Give each processor the ID that its hardware has.", "APIC", _same_id),
)
