# SPDX-License-Identifier: BSD-2-Clause
"""Objects: every constructor with any values, from Python into C and back; what is refused."""
import copy
import pickle

import aetherboot
import pytest
from aetherboot import (Acpi, AmlRange, Arch, Blob, Bzimage, Dev, DevType, Err, IrqFlags, Machine,
                        MemType, Payload, Ram, Smbios, Topology, X86ZeroPage, _enums, _types)
from aetherboot._aetherboot import ffi
from aetherboot._check import as_data
from aetherboot._convert import Keep, from_c, to_c
from conftest import CLASSES
from hypothesis import given
from hypothesis import strategies as st

TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)
DATA = st.binary(max_size=40)


def class_of(name):
    return getattr(_types, name)


def element(of):
    if isinstance(of, int):
        return st.integers(0, (1 << of) - 1)
    return TEXT if of == "text" else DATA if of == "data" else objects(class_of(of))


def values(row):
    """Any legal value of a field."""
    _, _, kind, of, access = row
    if kind == "int":
        return st.integers(0, (1 << of) - 1)
    if kind == "enum":
        return st.sampled_from(list(getattr(_enums, of))) | st.integers(0, 2**31 - 1)
    if kind == "raw":
        return st.binary(min_size=of, max_size=of) if access[0] == "bytes" else \
            st.text("ABCXYZ09_", max_size=of)
    if kind in ("struct", "pointer"):
        return st.deferred(lambda: objects(class_of(of)))
    if kind in ("optional", "union"):
        return st.none() | st.deferred(lambda: objects(class_of(of)))
    if kind == "items":
        most = 3
        return st.lists(st.deferred(lambda: element(of)), max_size=most)
    if kind == "array":
        return st.lists(st.deferred(lambda: element(of)), max_size=access[0])
    if kind == "text":
        return st.none() | TEXT
    return {"bool": st.booleans(), "data": DATA, "call": st.none()}[kind]


def objects(cls):
    must = {row[0]: values(row) for row in cls._fields if row[2] == "pointer"}
    may = {row[0]: values(row) for row in cls._fields if row[2] != "pointer"}
    return st.fixed_dictionaries(must, optional=may).map(lambda fields: cls(**fields))


def with_choice(value):
    """The same object without members of a union that its arch does not name, and with the one
    that it does."""
    for row in value._fields:
        if row[2] != "union":
            continue
        if getattr(value, row[4][0]) != row[4][1]:
            value = value.replace(**{row[0]: None})
        elif getattr(value, row[0]) is None:
            value = value.replace(**{row[0]: class_of(row[3])()})
    return value


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_every_constructor(cls):
    @given(objects(cls))
    def through_c(value):
        value = with_choice(value)
        keep = Keep()
        c = ffi.new(cls._c + " *")
        to_c(value, c[0], keep)
        back = from_c(cls, c[0], keep)
        assert back == value and hash(back) == hash(value)
        again = pickle.loads(pickle.dumps(value))
        assert again == value and copy.deepcopy(value) is value
        assert "bytes>" in repr(value) or eval(repr(value), vars(aetherboot) | ENUMS) == value
    through_c()


ENUMS = {name: getattr(_enums, name) for name in _enums.__all__}


ODD = (object(), 1.5, b"b", "s", -1, 1 << 64, [object()], True, {}, Ram)
# which of these a kind of field takes; "s" as bytes would be the path of a file
TAKES = {"bool": (True,), "text": ("s",), "data": (b"b", "s"), "call": (Ram,), "items": ({},),
         "array": ({},), "char": ("s",)}


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_wrong_values_are_refused(cls):
    must = {row[0]: class_of(row[3])() for row in cls._fields if row[2] == "pointer"}
    for name, _, kind, _, access in cls._fields:
        takes = TAKES.get("char" if "char" in access else kind, ())
        for value in ODD:
            if any(type(value) is type(t) and value == t for t in takes):
                continue
            with pytest.raises((TypeError, OverflowError, ValueError), match=rf"{cls.__name__}\.{name}"):
                cls(**must | {name: value})


def test_the_exceptions_are_pythons():
    with pytest.raises(TypeError, match=r"Machine\.n_cpus: must be an int, not str"):
        Machine(n_cpus="2")
    with pytest.raises(OverflowError, match=r"Dev\.irq: 4294967296 does not fit into 32 bits"):
        Dev(irq=1 << 32)
    with pytest.raises(ValueError, match=r"Payload\.cmdline: contains a NUL"):
        Payload(cmdline="a\0b")
    with pytest.raises(ValueError, match=r"^Payload\.cmdline: character 2 is no text$"):
        Payload(cmdline="ab\udc80")
    with pytest.raises(TypeError, match="unexpected keyword argument 'irg'"):
        Dev(irg=1)
    with pytest.raises(TypeError, match="has no field 'irg'"):
        Dev().replace(irg=1)
    with pytest.raises(TypeError, match=r"Machine\.ram\[1\]: must be a Ram, not Dev"):
        Machine(ram=[Ram(), Dev()])
    with pytest.raises(TypeError, match=r"Dev\.type: must be of DevType, not Arch"):
        Dev(type=Arch.ARM64)
    with pytest.raises(ValueError, match=r"Smbios\.uuid: must have 16 bytes, not 4"):
        Smbios(uuid=b"four")
    with pytest.raises(TypeError, match="map"):
        X86ZeroPage(map=None)
    with pytest.raises(TypeError):
        Machine(Arch.X86_64)  # by keyword only
    with pytest.raises(TypeError, match="a str, not NoneType"):
        Smbios(oem=[None])
    with pytest.raises(FileNotFoundError):
        Payload(kernel="/no/such/file")


def test_objects_are_immutable():
    ram = Ram(base=1)
    with pytest.raises(AttributeError, match="immutable"):
        ram.base = 2
    with pytest.raises(AttributeError, match="immutable"):
        del ram.base
    with pytest.raises(AttributeError):
        ram.other = 1
    machine = Machine(ram=[ram])
    assert machine.ram == (ram,) and isinstance(machine.ram, tuple)
    assert machine.replace(n_cpus=3).n_cpus == 3 and machine.n_cpus == 0


def test_values_that_mean_the_usual():
    assert Machine().topology == Topology() and Machine(topology=None).topology == Topology()
    assert Dev().irq_flags is IrqFlags.USUAL and Blob().type == 0
    assert Dev(type=1).type is DevType.UART_16550
    assert Dev(type=77).type == 77  # the library refuses it, with its own sentence
    assert Dev(pcie=aetherboot.Pcie(intx=[16])).pcie.intx == (16, 0, 0, 0)
    assert MemType.RAM == 1 and Err.OK == 0 and AmlRange().width == 0
    assert repr(Machine(arch=Arch.ARM64)) == "Machine(arch=Arch.ARM64)"
    assert Acpi() != Topology() and Acpi() != 0


def test_bytes_of_every_kind(tmp_path):
    file = tmp_path / "file"
    file.write_bytes(b"kernel")
    own = b"kernel"
    for source in (own, bytearray(own), memoryview(own), str(file), file,
                   aetherboot.map_file(file)):
        assert Payload(kernel=source).kernel == own
    assert Payload(kernel=own).kernel is own
    array = bytearray(own)
    payload = Payload(kernel=array)
    array[0] = 0
    assert payload.kernel == own, "a writable buffer is copied"
    with pytest.raises(ValueError, match="do not follow each other"):
        as_data(memoryview(own)[::2], "x")
    assert as_data(memoryview(own)[:0], "x") == b""
    assert Bzimage(kernel=memoryview(own)) == Bzimage(kernel=own)
