# SPDX-License-Identifier: BSD-2-Clause
"""Each call of the AML encoder from Python: its bytes, by hand from chapter 20 of ACPI 6.5."""
import inspect

import pytest
from aetherboot import Aml, AmlObject, AmlOp, AmlSpaceId, Block

UUID = "33db4d5b-1ff7-401c-9657-7441c03dd766"
# what is called, in order: a list ends with the block that its first call begins
SCRIPTS = {
    "scope": ([("scope", "\\_SB")], b"\x10\x06\\_SB_"),
    "device": ([("device", "DEV0")], b"\x5b\x82\x05DEV0"),
    "processor": ([("processor", "CPU0", 1, 0x120, 6)], b"\x5b\x83\x0bCPU0\x01\x20\x01\0\0\x06"),
    "power": ([("power_resource", "PWR0", 1, 2)], b"\x5b\x84\x08PWR0\x01\x02\0"),
    "thermal": ([("thermal_zone", "THZ0")], b"\x5b\x85\x05THZ0"),
    "method": ([("method", "M000", 1, True, 2), [("if_",), ("arg", 0), ("op", AmlOp.NOOP)],
                [("else_",), ("op", AmlOp.NOOP)],
                [("while_",), ("local", 0), ("op", AmlOp.BREAK)]],
               b"\x14\x11M000\x29\xa0\x03\x68\xa3\xa1\x02\xa3\xa2\x03\x60\xa5"),
    "terms": ([("method", "M000", 0, False, 0), ("call", "MTHD", 1), ("int", 1),
               ("acquire", "MTX0", 0xffff), ("fatal", 1, 2), ("int", 3)],
              b"\x14\x1cM000\0MTHD\x01\x5b\x23MTX0\xff\xff\x5b\x32\x01\x02\0\0\0\x0a\x03"),
    "package": ([("name", "PKG0"), [("package",), ("int", 1), ("string", "a")]],
                b"\x08PKG0\x12\x06\x02\x01\x0da\0"),
    "var package": ([("name", "PKG0"), [("var_package",), ("int", 1), ("int", 0)]],
                    b"\x08PKG0\x13\x03\x01\0"),
    "qword": ([("name", "Q000"), ("qword", 2)], b"\x08Q000\x0e\x02" + bytes(7)),
    "buffer": ([("name", "B000"), ("buffer", b"\x07\x08")], b"\x08B000\x11\x05\x0a\x02\x07\x08"),
    "eisa": ([("name", "_HID"), ("eisa", "PNP0501")], b"\x08_HID\x0c\x41\xd0\x05\x01"),
    "uuid": ([("name", "U000"), ("uuid", UUID)], b"\x08U000\x11\x13\x0a\x10" + bytes.fromhex(
        "5b4ddb33f71f1c4096577441c03dd766")),
    "path": ([("name", "REF0"), ("path", "^ABC")], b"\x08REF0^ABC_"),
    "raw": ([("name", "RAW0"), ("raw", b"\x01")], b"\x08RAW0\x01"),
    "alias": ([("alias", "\\OBJ0", "ALS0")], b"\x06\\OBJ0ALS0"),
    "external": ([("external", "EXT0", AmlObject.METHOD, 2)], b"\x15EXT0\x08\x02"),
    "mutex": ([("mutex", "MTX0", 3)], b"\x5b\x01MTX0\x03"),
    "event": ([("event", "EVT0")], b"\x5b\x02EVT0"),
    "region": ([("region", "REG0", AmlSpaceId.SYSTEM_IO), ("int", 0x80), ("int", 1)],
               b"\x5b\x80REG0\x01\x0a\x80\x01"),
    "data region": ([("data_region", "DTR0"), ("string", "S"), ("string", ""), ("string", "")],
                    b"\x5b\x88DTR0\x0dS\0\x0d\0\x0d\0"),
    "field": ([("field", "REG0", 1), ("field_unit", "FLD0", 8), ("field_unit", None, 4),
               ("field_access", 2, 0)],
              b"\x5b\x81\x10REG0\x01FLD0\x08\0\x04\x01\x02\0"),
    "index": ([("index_field", "IDX0", "DAT0", 1), ("field_unit", "FLD0", 8)],
              b"\x5b\x86\x0fIDX0DAT0\x01FLD0\x08"),
    "bank": ([("bank_field", "REG0", "BNK0", 1, 1), ("field_unit", "FLD0", 8)],
             b"\x5b\x87\x10REG0BNK0\x01\x01FLD0\x08"),
    "resources": ([("name", "_CRS"), [
        ("resources",), ("res_irq_no_flags", 0x10), ("res_irq", 0x10, 1), ("res_fixed_io", 0x80, 1),
        ("res_memory32", 0xfed00000, 0x400, True), ("res_register", AmlSpaceId.SYSTEM_IO, 8, 0,
                                                    0x80, 1)]],
        b"\x08_CRS\x11\x2b\x0a\x28" b"\x22\x10\0" b"\x23\x10\0\x01" b"\x4b\x80\0\x01"
        b"\x86\x09\0\x01\0\0\xd0\xfe\0\x04\0\0" b"\x82\x0c\0\x01\x08\0\x01\x80" + bytes(7)
        + b"\x79\0"),
}


def play(aml, script):
    """Make the calls; a block that the first one begins ends with the list."""
    blocks = []
    for step in script:
        if isinstance(step, list):
            play(aml, step)
            continue
        result = getattr(aml, step[0])(*step[1:])
        if isinstance(result, Block):
            blocks.append(result)
    for block in reversed(blocks):
        aml.end(block)


def names(script):
    """The calls that a script makes."""
    for step in script:
        yield from names(step) if isinstance(step, list) else (step[0],)


@pytest.mark.parametrize("name", SCRIPTS)
def test_bytes_of_each_call(name):
    script, want = SCRIPTS[name]
    assert Aml.build(lambda aml: play(aml, script)) == want


def test_every_call_is_made():
    """Here, or in test_builders.py with others."""
    elsewhere = {"build", "end", "fail", "res_io", "res_interrupt", "res_range"}
    methods = {name for name, _ in inspect.getmembers(Aml) if not name.startswith("_")}
    made = {call for script, _ in SCRIPTS.values() for call in names(script)}
    assert methods == made | elsewhere
