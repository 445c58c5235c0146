# SPDX-License-Identifier: BSD-2-Clause
"""aetherboot diff: nothing between equals, and each difference just where the bytes differ."""
from __future__ import annotations

import json
import pathlib
import re

import pytest
from aetherboot import (AcpiSet, AetherbootError, FdtChosen, Machine, Memmap, fdt_machine,
                        RegionKind, smbios_table, tool)
from aetherboot.decode import Node, aml, live, read
from aetherboot.decode.compare import Change, changes
from aetherboot.decode.kinds import told
from aetherboot.decode.node import Input
from conftest import HERE, golden
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from test_decode_acpi import BASE, FACS, golden_tables, summed
from test_decode_build import guest_of
from test_decode_build import told as folder_of
from test_decode_fdt import TREES
from test_inspect import faults
from test_values import values

BASES = [name for name in sorted(golden()) if "large" not in name]


def tree(data: bytes) -> Node:
    root = told(Input(data))
    assert root is not None
    return root


def between(first: bytes, second: bytes) -> list[Change]:
    return list(changes(tree(first), tree(second)))


def tables(machine: Machine) -> dict[str, bytes]:
    """Each table by its signature; of those with the same, by number."""
    set_, found = AcpiSet(machine), {}
    for index, table in enumerate(set_.tables):
        name, n = table.sig, 0
        while (key := f"{name} {n}" if n else name) in found:
            n += 1
        found[key] = set_.table(index, BASE, FACS if set_.has_facs else 0)
    return found


@pytest.mark.parametrize("name", BASES)
def test_equal(name: str) -> None:
    for data in golden_tables(name).values():
        assert not between(data, data)


@settings(max_examples=2 * settings.default.max_examples)
@given(st.data())
def test_a_change_of_a_machine(data: st.DataObject) -> None:
    """A table is reported if and only if its bytes differ."""
    name = data.draw(st.sampled_from(BASES))
    machine = golden()[name][0]
    if data.draw(st.booleans()):
        field = data.draw(st.sampled_from(Machine._fields))
        other = machine.replace(**{field[0]: data.draw(values(field))})
    else:
        other = changed(machine, data)
    try:
        first, second = tables(machine), tables(other)
    except (AetherbootError, MemoryError):
        assume(False)
    for key in first.keys() & second.keys():
        # iasl would take a second for each; what it tells is tested below
        assert bool(without_iasl(first[key], second[key])) == (first[key] != second[key]), key


@given(st.data())
def test_a_change_of_a_machine_in_its_tree(data: st.DataObject) -> None:
    """The same for trees and SMBIOS."""
    name = data.draw(st.sampled_from(TREES))
    machine = golden()[name][0]
    try:
        first, second = ((fdt_machine(m, FdtChosen(), Memmap(ram=m.ram)), smbios_table(m, None))
                         for m in (machine, changed(machine, data)))
    except (AetherbootError, MemoryError):
        assume(False)
    for one, other in zip(first, second):
        assert bool(between(one, other)) == (one != other)


def changed(machine: Machine, data: st.DataObject) -> Machine:
    """A machine with another number of CPUs, or without a device, or with one moved."""
    what = data.draw(st.sampled_from(["cpus", "gone", "moved", "irq", "ram"]))
    if what == "cpus":
        return machine.replace(n_cpus=data.draw(st.integers(1, 2 * machine.n_cpus)))
    if what == "ram":
        ram = list(machine.ram)
        i = data.draw(st.integers(0, len(ram) - 1))
        ram[i] = ram[i].replace(size=ram[i].size // 2 & ~0xfff)
        return machine.replace(ram=ram)
    devs = list(machine.devs)
    if not devs:
        return machine
    i = data.draw(st.integers(0, len(devs) - 1))
    if what == "gone":
        del devs[i]
    elif what == "irq":
        devs[i] = devs[i].replace(irq=data.draw(st.integers(0, 64)))
    else:
        devs[i] = devs[i].replace(base=devs[i].base ^ 1 << data.draw(st.integers(3, 31)))
    return machine.replace(devs=devs)


def without_iasl(first: bytes, second: bytes) -> list[Change]:
    whole = aml.explain
    aml.explain = lambda *_, **__: None  # type: ignore[assignment]
    try:
        return between(first, second)
    finally:
        aml.explain = whole


@settings(max_examples=5 * settings.default.max_examples)
@given(st.data())
def test_any_other_byte(data: st.DataObject) -> None:
    """No byte of a table may change unseen."""
    name = data.draw(st.sampled_from(BASES))
    table = data.draw(st.sampled_from(sorted(golden_tables(name).items())))[1]
    other = bytearray(table)
    other[data.draw(st.integers(0, len(table) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    if tree_name(bytes(other)):
        assert without_iasl(table, bytes(other))


def tree_name(data: bytes) -> bool:
    return told(Input(data)) is not None


def test_matched_by_meaning() -> None:
    """A CPU in front moves all others, and is the only one that is told."""
    pc = golden()["pc"][0]
    madt = golden_tables("pc")["APIC"]
    cpu = bytes([0, 8, 9, 9, 1, 0, 0, 0])
    size = (len(madt) + 8).to_bytes(4, "little")
    other = summed(bytearray(madt[:4] + size + madt[8:44] + cpu + madt[44:]))
    assert [str(change) for change in between(madt, other)] == [
        "APIC / Length: 114 -> 122 (derived)",
        f"APIC / Checksum: {madt[9]:#x} -> {other[9]} (derived)",
        "APIC / Processor Local APIC [APIC ID 9]: only in the second"]
    assert pc.n_cpus == 4
    # a bit is told by its name
    off = summed(bytearray(madt[:48] + b"\2" + madt[49:]))
    assert [str(change) for change in between(madt, off)][1:] == [
        "APIC / Processor Local APIC [APIC ID 0] / Flags / Enabled: 1 -> 0",
        "APIC / Processor Local APIC [APIC ID 0] / Flags / Online Capable: 0 -> 1"]
    # the order alone is one difference
    swapped = madt[:44] + madt[52:60] + madt[44:52] + madt[60:]
    assert [str(change) for change in between(madt, swapped)] == [
        "APIC / order: Processor Local APIC [APIC ID 0] -> Processor Local APIC [APIC ID 1]"]


def test_the_example_of_the_readme() -> None:
    block = re.search(r"```text\n(APIC.*?)```", (HERE / "README.md").read_text(), re.S)
    assert block is not None
    madt = golden_tables("pc")["APIC"]
    other = madt[:4] + (len(madt) - 8).to_bytes(4, "little") + madt[8:64] + b"\0" + madt[65:68] + \
        madt[76:]
    lines = [str(change) for change in between(madt, summed(bytearray(other)))]
    assert lines == block[1].splitlines()


def test_references_are_compared_by_what_they_refer_to() -> None:
    """A node more in the IORT moves all others: their references are derived. One that refers to
    another node is not."""
    first, second = golden_tables("arm64-virt-like")["IORT"], \
        golden_tables("arm64-smmu-2seg")["IORT"]
    told_ = {str(change) for change in between(second, first)}
    assert any("SMMUv3 [Base Address 0x9070000]: only in the first" in line for line in told_)
    root = tree(second)
    reference = [node for part in root.children[0].children for mapping in part.children
                 if mapping.name == "ID mapping" for node in mapping.children
                 if node.name == "Output Reference" and "0x9070000" in node.meaning][0]
    assert reference.offset is not None
    other = bytearray(second)
    other[reference.offset] = 0x48  # the first SMMU
    change, = [str(c) for c in between(second, summed(other)) if "Checksum" not in str(c)]
    assert change.endswith("Output Reference: 0xa0 (SMMUv3 [Base Address 0x9070000]) -> "
                           "0x48 (SMMUv3 [Base Address 0x9050000])")


def test_definition_blocks() -> None:
    """Statements are told, not bytes, where iasl knows them."""
    machine = golden()["pc"][0]
    first = tables(machine)["DSDT"]
    second = tables(machine.replace(n_cpus=2))["DSDT"]
    told_ = [str(change) for change in between(first, second)]
    assert "DSDT / Definition Block / Scope (\\_SB) / Device (C003): only in the first" in told_
    assert not any("bytes" in line for line in told_)
    assert any("bytes, from" in str(change) for change in without_iasl(first, second))


def test_command(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, cpus in (("one", 4), ("two", 4), ("three", 3)):
        (tmp_path / name).mkdir()
        machine = golden()["pc"][0].replace(n_cpus=cpus)
        for key, data in tables(machine).items():
            (tmp_path / name / key).write_bytes(data)
    one, two, three = (str(tmp_path / name) for name in ("one", "two", "three"))
    assert tool.main(["diff", one, two]) == 0
    assert capsys.readouterr() == ("", "")
    assert tool.main(["diff", one, three]) == 1
    out, err = capsys.readouterr()
    assert "APIC / Processor Local APIC [APIC ID 3]: only in the first\n" in out and not err
    assert tool.main(["diff", one, str(tmp_path / "four")]) == 2
    out, err = capsys.readouterr()
    assert not out and err.count("\n") == 1
    assert tool.main(["diff", f"{one}/APIC", f"{one}/FACP"]) == 1
    assert read(one).children


SCHEMA = json.loads((HERE / "aetherboot/decode/diff.schema.json").read_text())


def test_json(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str],
              monkeypatch: pytest.MonkeyPatch) -> None:
    """The same differences as the text has, with their values."""
    for name, cpus in (("one", 4), ("two", 3)):
        (tmp_path / name).write_bytes(tables(golden()["pc"][0].replace(n_cpus=cpus))["APIC"])
    words = ["diff", str(tmp_path / "one"), str(tmp_path / "two")]
    assert tool.main(words) == 1
    text = capsys.readouterr().out.splitlines()
    assert tool.main([*words, "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert not faults(SCHEMA, told, defs=SCHEMA["$defs"])
    assert len(told["changes"]) == len(text) == 3
    for row, line in zip(told["changes"], text):
        assert line.startswith(" / ".join(row["path"]))
        for side in ("first", "second"):
            assert side not in row or row[side]["text"] in line
        assert row.get("derived", False) == line.endswith(" (derived)")
    assert told["changes"][0] == {
        "path": ["APIC", "Length"], "first": {"text": "114", "type": "integer", "value": 114},
        "second": {"text": "106", "type": "integer", "value": 106}, "derived": True}
    assert any(row["path"][-1] == "Processor Local APIC [APIC ID 3]" and "second" not in row
               and "value" not in row["first"] for row in told["changes"])
    for spoil in ({"version": 2}, {"changes": [{}]}, {"changes": [{"path": [1]}]}, {"x": 1}):
        assert faults(SCHEMA, told | spoil, defs=SCHEMA["$defs"])
    assert tool.main(["diff", "--json", words[1], words[1]]) == 0
    assert json.loads(capsys.readouterr().out)["changes"] == []
    monkeypatch.setattr("aetherboot.tool.diff.MAX_LINES", 2)
    assert tool.main([*words, "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert len(told["changes"]) == 2 and told["more"] is True
    assert not faults(SCHEMA, told, defs=SCHEMA["$defs"])
    (tmp_path / "wide").write_bytes(fdt_machine(golden()["arm64-virt-like"][0], FdtChosen(),
                                                Memmap()))
    assert tool.main(["diff", "--json", words[1], str(tmp_path / "wide")]) == 1
    assert json.loads(capsys.readouterr().out)["changes"] == [{
        "path": ["kind"], "first": {"text": "ACPI tables"}, "second": {"text": "device tree"}}]


def test_this_machine(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str],
                      monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine against the folder that it was built as, where Linux shows no pointers."""
    monkeypatch.setattr(live.read, "__defaults__", (f"{tmp_path}/",))
    guest = guest_of("pc", "linux, ELF")
    folder_of(guest, tmp_path / "folder")
    shown = tmp_path / "sys/firmware/acpi/tables"
    shown.mkdir(parents=True)
    (tmp_path / "sys/kernel/boot_params").mkdir(parents=True)
    for region, data in guest.blobs():
        if region.kind == RegionKind.ZERO_PAGE:
            (tmp_path / "sys/kernel/boot_params/data").write_bytes(bytes(data))
        if region.kind in (RegionKind.ACPI, RegionKind.FACS):
            raw, at = bytes(data), 0
            while raw[at:at + 4].strip(b"\0"):
                size = int.from_bytes(raw[at + 4:at + 8], "little")
                if raw[at:at + 4] != b"XSDT":
                    (shown / raw[at:at + 4].decode()).write_bytes(raw[at:at + size])
                at += size + -size % 16
    assert {"APIC", "DSDT", "FACP"} <= {path.name for path in shown.iterdir()}
    words = ["diff", "--live", str(tmp_path / "folder")]
    status = tool.main(words)
    assert (status, *capsys.readouterr()) == (0, "", "")
    table = bytearray((shown / "APIC").read_bytes())
    table[36] ^= 1
    (shown / "APIC").write_bytes(summed(table))
    assert tool.main(words) == 1
    assert capsys.readouterr().out.splitlines()[-1].startswith(
        "ACPI tables / APIC / Local Interrupt Controller Address: 0xfee00001 -> 0xfee00000")
    (shown / "APIC").unlink()
    assert tool.main(words) == 1
    assert capsys.readouterr().out == "ACPI tables / APIC: only in the second\n"
    for path in shown.iterdir():
        path.unlink()
    assert tool.main(words) == 2
    out, err = capsys.readouterr()
    assert not out and "has neither a manifest.json nor an ACPI table" in err


@pytest.mark.parametrize("words", [["a"], ["a", "b", "c"], ["--live"], ["--live", "a", "b"]])
def test_what_is_not_two(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    try:
        status = tool.main(["diff", *words])
    except SystemExit as ended:
        status = int(str(ended.code))
    assert status == 2 and "Traceback" not in capsys.readouterr().err
