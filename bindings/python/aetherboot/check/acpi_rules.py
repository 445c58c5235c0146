# SPDX-License-Identifier: BSD-2-Clause
"""Rules over every ACPI table."""
from __future__ import annotations

from .rule import ERROR, TABLE, Finding, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..decode.node import Node
    from .inputs import Inputs


def _checksum(table: Node, _: Inputs) -> Iterator[Finding]:
    for name in ("Checksum", "Extended Checksum"):
        field = table.find(name)
        if field is not None and field.remark:
            yield Finding(field, f"{name} is {table.number(name):#x}, but {field.remark}")


def _length(table: Node, _: Inputs) -> Iterator[Finding]:
    field = table.find("Length")
    if table.remark.startswith("is shorter"):
        yield Finding(table, f"{table.name} {table.remark}")
    elif field is not None and field.remark:
        yield Finding(field, f"Length of {table.name} is {table.number('Length')}, but it {field.remark}")


RULES = (
    Rule("acpi.checksum", ERROR, "ACPI 5.2.6",
         "The bytes of a table add up to 0.",
         "Compute the checksum last, over as many bytes as Length says.", TABLE, _checksum),
    Rule("acpi.length", ERROR, "ACPI 5.2.6",
         "Length counts the bytes of the table, its header included.",
         "Write the table's length when its last byte is written, then the checksum.",
         TABLE, _length),
)
