# SPDX-License-Identifier: BSD-2-Clause
"""Rules over SMBIOS."""
from __future__ import annotations

from ..decode.node import shown
from ..decode.smbios_fields import TYPES
from .inputs import Inputs, named, of
from .parts import over_node, over_set
from .rule import ERROR, SET, WARNING, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..decode.node import Node
    from .parts import Told

ENTRIES = ("64-bit Entry Point", "32-bit Entry Point")
ENTRY_LENGTH = {ENTRIES[0]: (24,), ENTRIES[1]: (31, 30)}  # a revision has a misprint
NAMES = {kind: row[0] for kind, row in TYPES.items()}
END = 127
# bytes that a structure of a type has, by the versions of the specification
LENGTHS: dict[int, tuple[int, ...]] = {
    0: (0x12, 0x13, 0x14, 0x18, 0x1A), 1: (0x08, 0x19, 0x1B),
    4: (0x1A, 0x20, 0x23, 0x28, 0x2A, 0x30, 0x32), 16: (0x0F, 0x17),
    17: (0x15, 0x1B, 0x1C, 0x22, 0x28, 0x54, 0x5C, 0x64), 19: (0x0F, 0x1F), 32: (0x0B, 0x14),
    11: (0x05,), 127: (0x04,)}
REQUIRED = (0, 1, 3, 4, 16, 17, 19, 32)  # SMBIOS 6.2, Table 4
# field, what it refers to, and values that stand for none
HANDLES = (
    ("Physical Memory Array Handle", 16, ()), ("Memory Array Handle", 16, ()),
    ("Chassis Handle", 3, (0, 0xFFFF)), ("L1 Cache Handle", 7, (0xFFFF,)),
    ("L2 Cache Handle", 7, (0xFFFF,)), ("L3 Cache Handle", 7, (0xFFFF,)),
    ("Memory Error Information Handle", 18, (0xFFFE, 0xFFFF)))


def structures(inputs: Inputs) -> list[Node]:
    """All structures, in their order."""
    found = [node for name in (*NAMES.values(), "structure") for node in inputs.all(name)
             if node.value is None and node.find("Handle") is not None]
    return sorted(found, key=lambda node: node.offset or 0)


def _entry_points(inputs: Inputs) -> Iterator[Node]:
    for name in ENTRIES:
        yield from inputs.all(name)


def _checksum(inputs: Inputs) -> Told:
    for entry in _entry_points(inputs):
        for name in ("Entry Point Structure Checksum", "Intermediate Checksum"):
            field = entry.find(name)
            if field is not None and field.remark:
                yield field, f"{name} is {entry.number(name):#x}, but {field.remark}"


def _entry(inputs: Inputs) -> Told:
    for entry in _entry_points(inputs):
        length = entry.number("Entry Point Length")
        if length not in ENTRY_LENGTH[entry.name]:
            yield of(entry, "Entry Point Length"), (
                f"Entry Point Length is {length}, it must be {ENTRY_LENGTH[entry.name][0]}")


def _table(inputs: Inputs) -> Told:
    """What the entry point says of the structures is so."""
    found = inputs.fact(structures)
    if not found:
        return
    size = (found[-1].offset or 0) + (found[-1].size or 0) - (found[0].offset or 0)
    for entry in _entry_points(inputs):
        most = entry.find("Structure Table Maximum Size")
        exact = entry.find("Structure Table Length")
        if most is not None and isinstance(most.value, int) and not size <= most.value <= 1 << 20:
            yield most, f"{most.name} is {most.value}, but the structures have {size} bytes"
        if exact is not None and exact.value != size:
            yield exact, f"{exact.name} is {shown(exact)}, but the structures have {size} bytes"
        count = entry.find("Number of SMBIOS Structures")
        if count is not None and count.value != len(found):
            yield count, f"{count.name} is {shown(count)}, but there are {len(found)}"
        base = inputs.address(entry)
        at = entry.number("Structure Table Address")
        if base is not None and at != (inputs.address(found[0]) or 0):
            yield of(entry, "Structure Table Address"), (
                f"Structure Table Address is {at:#x}, but the structures are at "
                f"{inputs.address(found[0]) or 0:#x}"), found[0]
        largest = entry.find("Maximum Structure Size")
        if largest is not None and isinstance(largest.value, int) and \
                largest.value != max(node.size or 0 for node in found):
            yield largest, (f"{largest.name} is {largest.value}, but the largest has "
                            f"{max(node.size or 0 for node in found)} bytes")


def _address(inputs: Inputs) -> Told:
    """An entry point whose structures are not in the input has been left alone by the reader."""
    if inputs.fact(structures):
        return
    for entry in _entry_points(inputs):
        yield entry, "the entry point leads to no structure of the input"


def _length(inputs: Inputs) -> Told:
    for node in inputs.fact(structures):
        kind, size = node.number("Type"), node.number("Length")
        if of(node, "Length").remark:
            yield of(node, "Length"), f"Length is {size}: {of(node, 'Length').remark}"
        elif kind in LENGTHS and size not in LENGTHS[kind]:
            yield of(node, "Length"), (f"Length is {size}, but a structure of type {kind} has "
                                       f"{' or '.join(map(str, LENGTHS[kind]))} bytes")
        elif kind == 3 and size >= 21:
            inner = node.number("Contained Element Count") * \
                node.number("Contained Element Record Length")
            if size not in (21 + inner, 22 + inner):
                yield of(node, "Length"), (f"Length is {size}, but contained elements of {inner} "
                                           f"bytes make it {22 + inner}")
        elif kind == 2 and size >= 15 and \
                size != 15 + 2 * node.number("Number of Contained Object Handles"):
            yield of(node, "Length"), (
                f"Length is {size}, but {node.number('Number of Contained Object Handles')} "
                "contained handles need 2 bytes each behind the first 15")


def _strings(inputs: Inputs) -> Told:
    for node in inputs.fact(structures):
        if node.remark:
            yield node, node.remark
        for child in node.children:
            if child.remark.startswith("there are "):
                yield child, f"{child.name} is a string that is not there: {child.remark}"
        texts = [child for child in node.children if child.name.startswith("String ")]
        if node.number("Type") == 11 and node.number("Count") != len(texts):
            yield of(node, "Count"), (f"Count is {node.number('Count')}, but {len(texts)} strings "
                                      "follow")


def _unused(inputs: Inputs) -> Told:
    """Strings that no field uses: the field has another number than its writer thinks."""
    for node in inputs.fact(structures):
        if node.number("Type") not in TYPES or node.number("Type") == 11:
            continue
        for child in node.children:
            if child.name.startswith("String ") and not child.derived:
                yield child, f'{child.name} "{str(child.value)[:40]}" is one that no field uses'


def _same_handle(inputs: Inputs) -> Told:
    seen: dict[int, Node] = {}
    for node in inputs.fact(structures):
        handle = node.number("Handle")
        first = seen.setdefault(handle, node)
        if first is not node:
            yield of(node, "Handle"), f"Handle {handle:#x} is also that of the {first.name}", first


def _handles(inputs: Inputs) -> Told:
    kinds = {node.number("Handle"): node.number("Type") for node in inputs.fact(structures)}
    for node in inputs.fact(structures):
        for name, wanted, none in HANDLES:
            field = node.find(name)
            if field is None or not isinstance(field.value, int) or field.value in none:
                continue
            kind = kinds.get(field.value)
            if kind != wanted:
                what = "which no structure has" if kind is None else f"that of a type {kind}"
                yield field, f"{name} is {field.value:#x}, {what}; it must be one of type {wanted}"


def _end(inputs: Inputs) -> Told:
    found = inputs.fact(structures)
    if found and found[-1].number("Type") != END:
        yield found[-1], f"the last structure is of type {found[-1].number('Type')}, not {END}"


def _required(inputs: Inputs) -> Told:
    found = inputs.fact(structures)
    kinds = {node.number("Type") for node in found}
    missing = [kind for kind in REQUIRED if kind not in kinds]
    if found and missing:
        yield found[0], "there is no structure of type " + ", ".join(map(str, missing))


def _devices(array: Node, inputs: Inputs) -> Told:
    """As many memory devices as their array says."""
    count = array.number("Number of Memory Devices")
    has = sum(node.number("Physical Memory Array Handle") == array.number("Handle")
              for node in inputs.all(NAMES[17]))
    if count != has:
        yield of(array, "Number of Memory Devices"), (
            f"Number of Memory Devices is {count}, but {has} name this array")


def _mapped(node: Node, _: Inputs) -> Told:
    first, last = node.number("Starting Address"), node.number("Ending Address")
    if first == 0xFFFFFFFF:
        first, last = (node.number("Extended Starting Address"),
                       node.number("Extended Ending Address"))
    if last <= first:
        yield of(node, "Ending Address"), f"the range ends at {last:#x}, but begins at {first:#x}"


RULES = (
    Rule("smbios.checksum", ERROR, "SMBIOS 5.2", "The bytes of the entry point add up to 0.",
         "Compute the checksum last.", SET, over_set(_checksum)),
    Rule("smbios.entry-length", ERROR, "SMBIOS 5.2", "The entry point has its length.",
         "Write 24, or 31 for the entry point of 32 bits.", SET, over_set(_entry)),
    Rule("smbios.table", ERROR, "SMBIOS 5.2", "The entry point tells where and how many the "
         "structures are.", "Write address, size and number of the structures.", SET,
         over_set(_table)),
    Rule("smbios.address", ERROR, "SMBIOS 5.2", "Structures are where the entry point says.",
         "Write their address into Structure Table Address.", SET, over_set(_address)),
    Rule("smbios.length", ERROR, "SMBIOS 7", "A structure has a length that its type may have.",
         "Count the bytes up to the strings.", SET, over_set(_length)),
    Rule("smbios.string", ERROR, "SMBIOS 6.1.3", "Fields refer to strings that are there.",
         "Append the string, or write 0 for none.", SET, over_set(_strings)),
    Rule("smbios.unused-string", WARNING, "SMBIOS 6.1.3", "Each string is one that a field uses.",
         "Remove the string, or write its number into a field.", SET, over_set(_unused)),
    Rule("smbios.duplicate-handle", ERROR, "SMBIOS 6.1.2", "No two structures have the same "
         "handle.", "Give each structure its own handle.", SET, over_set(_same_handle)),
    Rule("smbios.handle", ERROR, "SMBIOS 6.1.2", "Handles lead to structures of the right type.",
         "Write the handle of such a structure, or the value that stands for none.", SET,
         over_set(_handles)),
    Rule("smbios.end", ERROR, "SMBIOS 7.45", "The last structure is the end of the table.",
         "Append a structure of type 127.", SET, over_set(_end)),
    Rule("smbios.required", WARNING, "SMBIOS 6.2", "The required structures are there.",
         "Add them; management tools want them.", SET, over_set(_required)),
    Rule("smbios.memory-devices", ERROR, "SMBIOS 7.17",
         "An array of memory counts its devices.", "Write the number of structures of type 17 "
         "that name the array.", NAMES[16], over_node(_devices)),
    Rule("smbios.memory-range", ERROR, "SMBIOS 7.20", "A mapped range ends behind its start.",
         "Write the last KiB, or the last byte in the extended field.", NAMES[19],
         over_node(_mapped)),
)
