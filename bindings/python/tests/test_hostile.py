# SPDX-License-Identifier: BSD-2-Clause
"""Any machine and any payload: a plan that can be placed, or an exception of those that the README
names; and nothing on stderr."""
import enum
import os
import pathlib

import aetherboot
import pytest
from aetherboot import (AcpiSet, AetherbootError, Aml, Arch, Block, Cmdline, Fdt, Machine, Payload,
                        Plan, Ram, plan)
from conftest import CLASSES, golden, kernel
from hypothesis import given
from hypothesis import strategies as st
from test_values import objects, values

EXPECTED = (AetherbootError, MemoryError)


def use(machine, payload):
    """Everything that a plan has."""
    try:
        guest = plan(machine, payload)
        size = []
        guest.place(lambda region, offset, data: size.append(len(data)))
        assert sum(size) <= sum(region.size for region in guest.regions)
        assert guest.text and guest.entry(0) and guest.kernel and guest.warnings is not None
        assert guest.memmap and guest.protocol
    except EXPECTED:
        return False
    return True


@given(objects(Machine), objects(Payload))
def test_any_description(machine, payload):
    use(machine, payload)
    for builder in (aetherboot.acpi_madt, aetherboot.acpi_dsdt, aetherboot.smbios_table):
        try:
            builder(machine) if builder is not aetherboot.smbios_table else builder(machine, None)
        except EXPECTED:
            pass
    try:
        tables = AcpiSet(machine)
        assert all(tables.table(i, 0x10000) for i in range(len(tables.tables)))
    except EXPECTED:
        pass


BASES = [(name, way) for name, (_, ways) in sorted(golden().items()) for way in ways
         if "large" not in name]


@given(st.data())
def test_a_golden_with_one_value_changed(data):
    name, way = data.draw(st.sampled_from(BASES))
    machine = golden()[name][0]
    field = data.draw(st.sampled_from(Machine._fields))
    machine = machine.replace(**{field[0]: data.draw(values(field))})
    use(machine, Payload(kernel=way.kernel, protocol=way.protocol))


@given(st.data())
def test_a_kernel_with_some_bytes_changed(data):
    name, way = data.draw(st.sampled_from(BASES))
    file = bytearray(way.kernel)
    for _ in range(data.draw(st.integers(1, 4))):
        file[data.draw(st.integers(0, min(len(file), 2048) - 1))] = data.draw(st.integers(0, 255))
    del file[data.draw(st.integers(1, len(file))):]
    use(golden()[name][0], Payload(kernel=file, protocol=way.protocol))
    for read in (aetherboot.image_probe, lambda f: aetherboot.kernel_unpack(f, len)):
        try:
            read(file)
        except EXPECTED:
            pass


WRITERS = (Aml, Cmdline, Fdt)


def test_no_class_is_left_out():
    """Each is searched here or in test_values.py; a Plan is what plan() gives, a Block Aml's."""
    public = {each for name in aetherboot.__all__
              if isinstance(each := getattr(aetherboot, name), type)
              and not issubclass(each, (enum.Enum, Exception))}
    assert public == {*CLASSES, *WRITERS, AcpiSet, Block, Plan}


@pytest.mark.parametrize("cls", WRITERS)
def test_any_calls_of_a_writer(cls):
    names = [name for name in dir(cls) if not name.startswith("_") and name != "build"]
    argument = st.integers(-1, 300) | st.sampled_from(
        ["NAME", "", "\\_SB", "a" * 40, None, b"", b"data", True, [1, 2], ["a", "b"], 1 << 64])
    calls = st.lists(st.tuples(st.sampled_from(names), st.lists(argument, max_size=4)), max_size=12)

    @given(calls)
    def any_calls(script):
        def fill(writer):
            blocks = []
            for name, arguments in script:
                try:
                    if name == "end" and cls is Aml:
                        writer.end(blocks.pop())
                        continue
                    result = getattr(writer, name)(*arguments)
                    if isinstance(result, aetherboot.Block):
                        blocks.append(result)
                except (TypeError, OverflowError, ValueError, IndexError,
                        OSError):  # a text where bytes belong is the path of a file
                    pass
        try:
            cls.build(fill)
        except AetherbootError:
            pass
    any_calls()


def test_the_base_is_legal():
    """The searches above begin at what can be planned."""
    assert sum(use(golden()[name][0], Payload(kernel=way.kernel, protocol=way.protocol))
               for name, way in BASES) > 30
    assert use(Machine(arch=Arch.X86_64, n_cpus=1, ram=[Ram(size=64 << 20)]),
               Payload(kernel=kernel(), protocol=aetherboot.Protocol.LINUX))


def test_paths_of_what_never_ends(tmp_path: pathlib.Path) -> None:
    """A payload's path is that of a regular file; others are refused at once, by the field."""
    os.mkfifo(tmp_path / "fifo")
    for path in ("/dev/zero", tmp_path / "fifo", tmp_path):
        with pytest.raises(ValueError, match=r"^Payload\.kernel: must be a regular file$"):
            Payload(kernel=path)
    with pytest.raises(FileNotFoundError):
        Payload(kernel=tmp_path / "none")
