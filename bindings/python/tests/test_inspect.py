# SPDX-License-Identifier: BSD-2-Clause
"""aetherboot inspect: text, JSON, what it costs, and what it refuses."""
from __future__ import annotations

import json
import os
import pathlib
import re
import subprocess
import sys
import time
from typing import Any

import pytest
from aetherboot import Memmap, X86ZeroPage, tool, x86_zero_page
from aetherboot.decode import Node, aml, document, kinds, live, read
from aetherboot.decode.node import MAX_NODES
from aetherboot.decode.text import lines
from conftest import HERE, golden
from test_decode_acpi import everything, golden_tables, summed

SCHEMA = json.loads((HERE / "aetherboot/decode/inspect.schema.json").read_text())
TYPES = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Exit status, stdout and stderr of the command."""
    status = tool.main(list(words))
    out, err = capsys.readouterr()
    return status, out, err


def faults(schema: dict[str, Any], value: Any, path: str = "",
           defs: dict[str, Any] = SCHEMA["$defs"]) -> list[str]:
    """What of a value its schema does not allow; what it does not describe, too."""
    bad: list[str] = []
    for rule, want in schema.items():
        if rule == "$ref":
            bad += faults(defs[want.removeprefix("#/$defs/")], value, path, defs)
        elif rule == "type" and type(value) is not TYPES[want]:
            return [f"{path}: no {want}"]
        elif rule == "required":
            bad += [f"{path}: no {name}" for name in want if name not in value]
        elif rule == "properties":
            for name, member in value.items():
                bad += faults(want[name], member, f"{path}.{name}", defs) if name in want \
                    else [f"{path}.{name}: is not described"]
        elif rule == "items":
            for i, member in enumerate(value):
                bad += faults(want, member, f"{path}[{i}]", defs)
        elif rule == "anyOf" and all(faults(one, value, path, defs) for one in want):
            bad.append(f"{path}: {value} is none of {len(want)} kinds")
        elif rule == "enum" and value not in want:
            bad.append(f"{path}: {value} is none of {want}")
        elif rule not in ("$schema", "$defs", "title", "description", "type", "anyOf", "enum"):
            bad.append(f"the schema has a rule {rule}")
    return bad


def same_node(node: Node, members: dict[str, Any]) -> None:
    """A node says in JSON what it says in the tree."""
    value = members.get("value")
    if members.get("type") == "bytes":
        value = bytes.fromhex(value)
    elif members.get("type") == "integer" and isinstance(value, str):
        assert value.startswith("0x")
        value = int(value, 16)
    if isinstance(node.value, int):
        assert isinstance(members["value"], str) == (node.size is None or node.size >= 8)
    assert value == node.value and type(value) is type(node.value)
    for name in ("name", "key", "offset", "size", "meaning", "section", "remark"):
        assert members.get(name) == (getattr(node, name) if getattr(node, name) != "" else None)
    assert members.get("derived", False) == node.derived
    bits = members.get("bits")
    assert node.bits == (bits and (bits["lowest"], bits["count"]))
    assert len(members.get("children", [])) == len(node.children)
    for child, inner in zip(node.children, members.get("children", [])):
        same_node(child, inner)


@pytest.fixture
def tables(tmp_path: pathlib.Path) -> pathlib.Path:
    """A folder with a table of each signature."""
    for name in ("arm64-smmu-2seg", "arm64-newer", "extras", "pc"):
        for signature, data in golden_tables(name).items():
            (tmp_path / f"{signature}.dat").write_bytes(data)
    return tmp_path


def test_json(tables: pathlib.Path) -> None:
    for path in sorted(tables.iterdir()):
        root = read(str(path))
        answer = json.loads("".join(document.document(root)))
        assert not faults(SCHEMA, answer), path
        assert answer["version"] == document.VERSION
        same_node(root, answer["root"])


def test_the_schema_judges(tables: pathlib.Path) -> None:
    answer = json.loads("".join(document.document(read(str(tables / "FACP.dat")))))
    for spoil in (lambda a: a.pop("version"), lambda a: a.update(version=2),
                  lambda a: a["root"].update(more=1), lambda a: a["root"].pop("name"),
                  lambda a: a["root"]["children"][0]["children"][1].update(type="number")):
        other = json.loads(json.dumps(answer))
        spoil(other)
        assert faults(SCHEMA, other)


def test_text(tables: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "inspect", str(tables / "APIC.dat"))
    assert status == 0 and not err
    lines = out.splitlines()
    assert lines[0] == "offset    size"
    assert re.fullmatch(r"00002c +8 +Processor Local APIC \[APIC ID 0\] +\(ACPI 5.2.12.2\)",
                        lines[15])
    assert re.fullmatch(r"000028 +4 +Flags +1", lines[13])
    assert re.fullmatch(r" +PCAT_COMPAT +1  two 8259s", lines[14])
    data = (tables / "APIC.dat").read_bytes()
    assert len(lines) == 1 + len(everything(read(str(tables / "APIC.dat")))) and len(data) == 114


def test_definition_block(tables: pathlib.Path, capsys: pytest.CaptureFixture[str],
                          monkeypatch: pytest.MonkeyPatch) -> None:
    _, out, _ = run(capsys, "inspect", str(tables / "DSDT.dat"))
    assert re.search(r"\n {14} +Device \(C001\)\n +Name \(_HID, \"ACPI0007\"", out)
    monkeypatch.setenv("PATH", "/nowhere")
    status, out, _ = run(capsys, "inspect", str(tables / "DSDT.dat"))
    assert status == 0 and "Definition Block" in out and "Device (C001)" not in out


@pytest.mark.parametrize("script, remark, most", [
    ("exec sleep 60", "iasl does not disassemble it", 0),
    ("exit 1", "iasl does not disassemble it", 0),
    ("while :; do :; done", "iasl does not disassemble it", 0),
    ("yes 'Device (A) {' | tr ' ' '\\n' >table.dsl", "the answer ends here",
     aml.MAX_STATEMENTS),
    ("yes '\033[2Jx' | head -n 9 >table.dsl", "", 9)])
def test_an_iasl_that_misbehaves(script: str, remark: str, most: int, tables: pathlib.Path,
                                 monkeypatch: pytest.MonkeyPatch) -> None:
    """It gets little time and space, and what it says is not trusted."""
    (tables / "bin").mkdir()
    (tables / "bin/iasl").write_text(f"#!/bin/sh\n{script}\n")
    (tables / "bin/iasl").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tables}/bin:{os.environ['PATH']}")
    monkeypatch.setattr(aml, "SECONDS", 1)
    monkeypatch.setattr(aml, "MAX_TEXT", 8 << 20)
    root = read(str(tables / "DSDT.dat"))
    start = time.monotonic()
    aml.explain(root)
    assert time.monotonic() - start < 20
    block = root.children[0].find("Definition Block")
    assert block is not None and remark in block.remark
    told = everything(block)
    assert len(told) - 1 <= most and bool(most) == (len(told) > 1)
    assert all(line.isprintable() for line in lines(root, tool.printable))


def test_an_iasl_that_is_slow(tables: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is left of its time is for the tables that remain."""
    (tables / "bin").mkdir()
    (tables / "bin/iasl").write_text("#!/bin/sh\nexec sleep 60\n")
    (tables / "bin/iasl").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tables}/bin:{os.environ['PATH']}")
    monkeypatch.setattr(aml, "SECONDS", 1.0)
    (tables / "all.dat").write_bytes((tables / "DSDT.dat").read_bytes() * 3)
    root = read(str(tables / "all.dat"))
    aml.explain(root)
    blocks = [table.find("Definition Block") for table in root.children]
    assert [block.remark for block in blocks if block] == [
        "iasl does not disassemble it", *["iasl is not asked, as it took 1 seconds until here"] * 2]


def test_folder_and_acpidump(tables: pathlib.Path, tmp_path: pathlib.Path) -> None:
    """The same tables as a folder, as the text of acpidump, and behind each other."""
    (tables / "note.txt").write_text("no table")
    (tables / "link.dat").symlink_to(tables / "FACP.dat")
    os.mkfifo(tables / "fifo.dat")
    (tables / "inner").mkdir()
    folder = read(str(tables))
    assert folder.remark == "no ACPI tables are link.dat, note.txt"
    (tables / "link.dat").unlink()
    (tables / "fifo.dat").unlink()
    text, joined = "", b""
    for path in sorted(tables.glob("*.dat")):
        data = path.read_bytes()
        joined += bytes(-len(joined) % 16) + data
        text += f"{path.stem[:4]} @ 0x00000000DEADBE00\n"
        for at in range(0, len(data), 16):
            row = data[at:at + 16]
            shown = "".join(chr(c) if 32 <= c < 127 else "." for c in row)
            text += f"    {at:04X}: {row.hex(' ').upper():<47}  {shown}\n"
        text += "\n"
    (tmp_path / "dump").write_text(text)
    dump = read(str(tmp_path / "dump"))
    assert [node.label for node in dump.children] == [node.label for node in folder.children]
    for one, other in zip(folder.children, dump.children):
        assert [(n.label, n.value, n.offset) for n in everything(one)] == \
            [(n.label, n.value, n.offset) for n in everything(other)]
        assert other.meaning.endswith("at 0x00000000DEADBE00")
    (tmp_path / "joined").write_bytes(joined)
    all_ = read(str(tmp_path / "joined"))
    assert [node.label for node in all_.children] == [node.label for node in folder.children]
    assert not [node for node in everything(all_) if node.remark]


@pytest.mark.parametrize("content, words", [
    (b"", "of no known kind"), (b"\0" * 100, "of no known kind"), (b"hello\n", "of no known kind"),
    (b"TEXT of four letters", "of no known kind"), (b"APIC is a word", "of no known kind"),
    (b"NOTE\0\1\0\0" + b"some bytes" * 30, "of no known kind"),
    (None, "must be a file or a folder"), ("folder", "has neither"), ("gone", "No such file")])
def test_refused(content: bytes | str | None, words: str, tmp_path: pathlib.Path,
                 capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "in\x1b[2Jput"
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif content is None:
        os.mkfifo(path)
    elif content == "folder":
        path.mkdir()
    status, out, err = run(capsys, "inspect", str(path))
    assert status == 2 and not out and words in err
    assert err.count("\n") == 1 and "\x1b" not in err


def test_a_table_of_no_known_signature(tmp_path: pathlib.Path) -> None:
    """Its length is the file's, or its checksum is right."""
    table = summed(bytearray(b"ABCD" + (60).to_bytes(4, "little") + bytes(range(52))))
    for data in (table, table[:9] + b"\1" + table[10:], table + bytes(4) + table):
        (tmp_path / "in").write_bytes(data)
        assert read(str(tmp_path / "in")).children[0].name == "ABCD"


def test_remarks(tables: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong is told where it is, and the rest is told all the same."""
    data = bytearray((tables / "APIC.dat").read_bytes())
    long = data[:4] + b"\xff\x02" + data[6:]
    (tables / "long").write_bytes(long)
    _, out, _ = run(capsys, "inspect", str(tables / "long"))
    assert re.search(r"Length +767  ! is beyond the end, 114 bytes remain", out)
    assert re.search(r"Checksum +0x25  ! must be 0x", out) and "APIC ID 3" in out
    (tables / "entry").write_bytes(summed(data[:45] + b"\0" + data[46:]))
    _, out, _ = run(capsys, "inspect", str(tables / "entry"))
    assert re.search(r"Length +0  ! must be at least 2", out) and "bytes not described" in out
    (tables / "type").write_bytes(summed(data[:44] + b"\x7e" + data[45:]))
    _, out, _ = run(capsys, "inspect", str(tables / "type"))
    assert re.search(r"entry \[type 0x7e\]", out) and "! is no known type" in out
    slit = bytearray(golden_tables("numa300")["SLIT"])
    slit[36:44] = b"\xff" * 8
    (tables / "slit").write_bytes(summed(slit))
    assert any("localities" in node.remark for node in everything(read(str(tables / "slit"))))
    dbg2 = bytearray((tables / "DBG2.dat").read_bytes())
    dbg2[40] = 9
    (tables / "dbg2").write_bytes(summed(dbg2))
    assert [node.remark for node in everything(read(str(tables / "dbg2"))) if node.remark] == [
        "counts 9 devices, not all fit"]
    pptt = bytearray((tables / "PPTT.dat").read_bytes())
    parent = [node for node in everything(read(str(tables / "PPTT.dat")))
              if node.name == "Parent" and node.value][0]
    assert parent.offset and parent.meaning.startswith("Processor hierarchy node structure [")
    pptt[parent.offset] ^= 1
    (tables / "parent").write_bytes(summed(pptt))
    assert [node.name for node in everything(read(str(tables / "parent"))) if node.remark] == \
        ["Parent"]


def test_this_machine(tables: pathlib.Path, tmp_path: pathlib.Path,
                      monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What there is, is told as from a file of its own; what is strange says why."""
    top = tmp_path / "top"
    monkeypatch.setattr(live.read, "__defaults__", (f"{top}/",))
    status, out, err = run(capsys, "inspect", "--live")
    assert status == 2 and not out and err.startswith("aetherboot: this machine has none of ")
    (top / "sys/firmware/acpi").mkdir(parents=True)
    (top / "sys/kernel/boot_params").mkdir(parents=True)
    tables.joinpath("FACP.dat").rename(tables / "FACP")
    (top / "sys/firmware/acpi/tables").symlink_to(tables)
    (top / "sys/kernel/boot_params/data").write_bytes(x86_zero_page(X86ZeroPage(map=Memmap())))
    (top / "sys/firmware/fdt").symlink_to("loop/../fdt")
    root = live.read(f"{top}/")
    acpi, tree, page = root.children
    assert [one.key for one in root.children] == list(live.SOURCES)
    assert acpi.name == "ACPI tables" and page.name == "zero page"
    for one, path in ((acpi, tables), (page, top / "sys/kernel/boot_params/data")):
        alone = read(str(path))
        assert [(n.label, n.value) for n in everything(one)][1:] == [
            (n.label, n.value) for n in everything(alone)][1:]
    assert tree.name == "device tree" and "No such file" in tree.remark
    (top / "sys/kernel/boot_params/data").write_bytes(bytes(4096))  # as some VMMs have it
    assert live.read(f"{top}/").children[2].children[0].name == "boot_params"
    status, out, err = run(capsys, "inspect", "--live", "--json")
    assert status == 0 and not err and not faults(SCHEMA, json.loads(out))
    for words in (["inspect"], ["inspect", "--live", str(tables)]):
        with pytest.raises(SystemExit) as why:
            tool.main(words)
        assert why.value.code == 2 and "Traceback" not in capsys.readouterr().err


def test_a_machine_that_shows_some_tables(tables: pathlib.Path, tmp_path: pathlib.Path,
                                          monkeypatch: pytest.MonkeyPatch,
                                          capsys: pytest.CaptureFixture[str]) -> None:
    """inspect and check tell what there is, and what is not read; diff would tell wrong things."""
    top = tmp_path / "top"
    monkeypatch.setattr(live.read, "__defaults__", (f"{top}/",))
    (top / "sys/firmware/acpi").mkdir(parents=True)
    (top / "sys/firmware/acpi/tables").symlink_to(tables)
    real = kinds.load

    def some(path: str, *more: Any) -> bytes | None:
        if os.path.basename(path)[:4] in hidden:
            raise PermissionError(13, "Permission denied", path)
        return real(path, *more)
    hidden = {"FACP", "APIC"}
    monkeypatch.setattr("aetherboot.decode.folder.load", some)
    status, out, err = run(capsys, "inspect", "--live")
    assert (status, err) == (0, "") and "SRAT" in out and \
        "! not read: APIC.dat (Permission denied), FACP.dat (Permission denied)" in out
    _, out, err = run(capsys, "check", "--live")
    assert "not read: APIC.dat" in out and "[input.not-read]" in out and not err
    assert run(capsys, "diff", "--live", str(tables / "SRAT.dat"))[0] == 2
    status, out, err = run(capsys, "inspect", str(tables))  # a folder that is named is read whole
    assert (status, out, err) == (2, "", f"aetherboot: {tables}/APIC.dat: Permission denied\n")
    hidden |= {path.name[:4] for path in tables.iterdir()}
    status, out, err = run(capsys, "inspect", "--live")
    assert status == 0 and f"! {top}/sys/firmware/acpi/tables: Permission denied" in out


def test_a_table_imports_no_reader_of_kernels(tables: pathlib.Path) -> None:
    """Each import costs."""
    done = subprocess.run(
        [sys.executable, "-c", "import sys; from aetherboot.decode import read; read(sys.argv[1]); "
         "print(*(name for name in sys.modules if name.startswith('aetherboot.decode.')))",
         str(tables / "FACP.dat")], capture_output=True, text=True, check=True)
    assert {name.split(".")[-1] for name in done.stdout.split()} == {
        "kinds", "node", "acpi", "acpi_fields"}


def test_bounded(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A table of too many parts ends early, and says so."""
    entry = bytes([0, 8, 0, 0, 1, 0, 0, 0])
    size = 44 + 8 * 200_000
    (tmp_path / "many").write_bytes(
        b"APIC" + size.to_bytes(4, "little") + bytes(36) + entry * 200_000)
    status, out, _ = run(capsys, "inspect", str(tmp_path / "many"))
    assert status == 0 and "! the answer ends here, it has too many parts" in out
    assert MAX_NODES - 10 < out.count("\n") < MAX_NODES + 10


def test_a_large_machine_is_told_whole(tmp_path: pathlib.Path) -> None:
    for signature, data in golden_tables("arm64-large").items():
        if signature not in ("DSDT",):
            (tmp_path / signature).write_bytes(data)
    root = read(str(tmp_path))
    assert not root.remark
    cpus = [node for table in root.children if table.name == "APIC"
            for node in table.children if node.name.startswith("GIC CPU")]
    assert len(cpus) == golden()["arm64-large"][0].n_cpus


def test_another_encoding(tables: pathlib.Path) -> None:
    data = bytearray((tables / "FACP.dat").read_bytes())
    data[10] = 0xe9
    (tables / "FACP.dat").write_bytes(summed(data))
    done = subprocess.run([sys.executable, "-m", "aetherboot", "inspect", str(tables / "FACP.dat")],
                          env=os.environ | {"PYTHONIOENCODING": "ascii"}, capture_output=True,
                          check=False, timeout=60)
    assert done.returncode == 0 and rb'"\xe9ETHER"' in done.stdout and not done.stderr


def test_output_that_nobody_reads(tables: pathlib.Path) -> None:
    done = subprocess.run(
        f"{sys.executable} -m aetherboot inspect {tables}/PPTT.dat | head -n 1", shell=True,
        capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout == "offset    size\n" and done.stderr == ""


def test_an_error_that_nobody_reads(tables: pathlib.Path) -> None:
    """The exit is 2: 1 would tell of a difference."""
    with open("/dev/full", "w") as full:
        for words in (["diff", str(tables), str(tables / "none")], ["inspect", "/proc/self/mem"]):
            done = subprocess.run([sys.executable, "-m", "aetherboot", *words], stderr=full,
                                  stdout=subprocess.PIPE, check=False)
            assert (done.returncode, done.stdout) == (2, b"")


def test_a_file_that_gives_no_bytes(tmp_path: pathlib.Path,
                                    capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["inspect"], ["extract", "-o", str(tmp_path / "out")]):
        status, out, err = run(capsys, *words, "/proc/self/mem")
        assert (status, out, err) == (2, "", "aetherboot: /proc/self/mem: Input/output error\n")


@pytest.mark.parametrize("word", ["--base", "--at"])
def test_what_is_no_memory_has_no_address(word: str, tables: pathlib.Path,
                                          capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--live"], [str(tables)]):
        status, out, err = run(capsys, "inspect", word, "0", *words)
        assert (status, out) == (2, "") and err.startswith("aetherboot: inspect: --base and --at ")
