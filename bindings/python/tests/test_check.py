# SPDX-License-Identifier: BSD-2-Clause
"""aetherboot check: its words, text, JSON and exits."""
from __future__ import annotations

import json
import os
import pathlib

import pytest
import schema
from aetherboot import check, tool
from aetherboot.check import aml_rules
from check_acpi import TWO, changed, lapic, madt, raw, table
from conftest import HERE

SCHEMA = json.loads((HERE / "aetherboot/check/check.schema.json").read_text())


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Exit status, stdout and stderr of the command."""
    status = tool.main(["check", *words])
    out, err = capsys.readouterr()
    return status, out, err


@pytest.fixture
def files(tmp_path: pathlib.Path) -> pathlib.Path:
    (tmp_path / "good").write_bytes(TWO)
    (tmp_path / "bad").write_bytes(raw(madt(lapic(0, 0), lapic(1, 0)), 9, b"\0"))
    (tmp_path / "none").write_bytes(b"nothing")
    return tmp_path


def test_text(files: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, str(files / "good")) == (0, "", "")
    status, out, err = run(capsys, str(files / "bad"))
    assert (status, err) == (1, "")
    rows = out.splitlines()
    right = madt(lapic(0, 0), lapic(1, 0))[9]
    assert rows[0] == f"{files}/bad: 0x9: APIC / Checksum: error: Checksum is 0x0, but must be " \
                      f"{right:#x} [acpi.checksum]"
    assert rows[2] == f"{files}/bad: 0x37: APIC / Processor Local APIC [APIC ID 0] / APIC ID: " \
        "error: APIC ID 0x0 is also that of the Processor Local APIC at 0x2c " \
        "[madt.duplicate-apic-id]"
    assert rows[1].startswith("    Compute ") and len(rows) == 4


def test_ignore(files: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = str(files / "bad")
    status, out, _ = run(capsys, bad, "--ignore", "acpi.checksum")
    assert status == 1 and "acpi.checksum" not in out and "madt.duplicate-apic-id" in out
    words = ("--ignore", "acpi.checksum", "--ignore", "madt.duplicate-apic-id")
    assert run(capsys, bad, *words) == (0, "", "")
    status, out, err = run(capsys, bad, "--ignore", "acpi.sum\033")
    assert (status, out) == (2, "") and err == \
        "aetherboot: --ignore acpi.sum\\x1b: is no rule; --list prints all of them\n"


def test_unreadable(files: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in ((str(files / "none"),), (str(files / "good"), str(files / "none")),
                  (str(files / "gone"),), (), ("--live", str(files / "good")),
                  ("--list", "--live"), [str(files / "good")] * 1001):
        status, out, err = run(capsys, *words)
        assert (status, out) == (2, "") and len(err.splitlines()) == 1, words


def test_list(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "--list")
    assert status == 0
    heads = [line.partition(":")[0] for line in out.splitlines() if line[0] != " "]
    assert heads == [rule.id for rule in check.rules()]
    for rule in check.rules():
        assert f"\n    {rule.sentence}\n    {rule.cure}\n" in out
    for words in (["--json"], ["--ignore", "acpi.checksum"]):
        status, out, err = run(capsys, "--list", *words)
        assert (status, out) == (2, "") and err.startswith("aetherboot: check: --list ")


def test_json(files: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "--json", str(files / "good"), str(files / "bad"),
                         "--ignore", "acpi.duplicate-table")
    answer = json.loads(out)
    assert status == 1 and not list(schema.faults(SCHEMA, SCHEMA, answer))
    assert answer["inputs"] == [{"path": str(files / name), "kind": "ACPI tables"}
                                for name in ("good", "bad")]
    assert (answer["errors"], answer["warnings"]) == (2, 0)
    assert [one["id"] for one in answer["findings"]] == ["acpi.checksum", "madt.duplicate-apic-id"]
    assert [one["input"] for one in answer["findings"]] == [1, 1]
    assert answer["findings"][1]["node"] == ["APIC", "Processor Local APIC [APIC ID 0]", "APIC ID"]
    assert answer["findings"][1]["offset"] == 0x37
    answer["findings"][0]["severity"] = "note"
    assert list(schema.faults(SCHEMA, SCHEMA, answer))
    status, out, _ = run(capsys, "--json", str(files / "good"))
    assert status == 0 and json.loads(out)["findings"] == []


@pytest.mark.parametrize("script, told", [
    ("exec sleep 60", ""), ("kill -SEGV $$", ""), ("exit 1", "iasl does not compile it"),
    ("echo ' Error 1234 - \033[2J is wrong'", "iasl says: \\x1b[2J is wrong"),
    ("echo Compilation successful.", "")])
def test_an_iasl_that_misbehaves(script: str, told: str, files: pathlib.Path,
                                 capsys: pytest.CaptureFixture[str],
                                 monkeypatch: pytest.MonkeyPatch) -> None:
    """What it says is not trusted, and if it does not end or dies, nothing is told."""
    (files / "dsdt").write_bytes(table(b"DSDT", b"\x08ABCD\0", 2))
    (files / "bin").mkdir()
    (files / "bin/iasl").write_text(f"#!/bin/sh\n{script}\n")
    (files / "bin/iasl").chmod(0o755)
    monkeypatch.setenv("PATH", f"{files}/bin:{os.environ['PATH']}")
    monkeypatch.setattr(aml_rules, "SECONDS", 1 if "sleep" in script else 20)
    status, out, _ = run(capsys, str(files / "dsdt"))
    assert status == bool(told) and (not told or told in out and "[aml." in out)


def test_many_findings(files: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (files / "many").write_bytes(madt(*[lapic(0, 0)] * 300))
    status, out, _ = run(capsys, "--json", str(files / "many"))
    answer = json.loads(out)
    assert status == 1 and "madt.duplicate-apic-id" in answer["cut"]
    assert sum(one["id"] == "madt.duplicate-apic-id" for one in answer["findings"]) == 100
    _, out, _ = run(capsys, str(files / "many"))
    assert "and more of madt.duplicate-apic-id: not all of its findings are told\n" in out


def test_remarks_that_a_rule_tells_are_told_once(files: pathlib.Path,
                                                 capsys: pytest.CaptureFixture[str]) -> None:
    (files / "long").write_bytes(changed(TWO, 4, b"\xff"))
    for words in ((), ("--ignore", "acpi.length")):
        _, out, _ = run(capsys, str(files / "long"), *words)
        assert "input.malformed" not in out
