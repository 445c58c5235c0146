# SPDX-License-Identifier: BSD-2-Clause
"""Folders of build: each region of a plan is decoded by its kind, without a remark; a manifest of
anybody's is refused, or told with remarks."""
from __future__ import annotations

import json
import pathlib
from typing import Any

import pytest
from aetherboot import Payload, Plan, plan, tool
from aetherboot.decode import Node, read
from aetherboot.decode.build import READERS
from aetherboot.decode.compare import changes
from aetherboot.tool.build import write
from aetherboot.tool.folder import Folder
from conftest import golden
from test_decode_acpi import everything
from test_inspect import run

def guest_of(name: str, way_name: str, **more: object) -> Plan:
    machine, ways = golden()[name]
    way = next(way for way in ways if way_name in way.name)
    return plan(machine.replace(tables=way.tables or machine.tables), Payload(**({
        "kernel": way.kernel, "protocol": way.protocol, "cmdline": "console=ttyS0 quiet",
        "initrds": [b"initrd"], "reserve": way.reserve} | more)))


def told(guest: Plan, folder: pathlib.Path, layout: str = "folder") -> Node:
    with Folder(str(folder)) as out:
        write(guest, out, layout)
    return read(str(folder))


WAYS = [("pc", "linux, ELF"), ("pc", "pvh, ELF"), ("ports", "linux"), ("minimal", "linux, ELF"),
        ("arm64-virt-like", "ACPI"), ("arm64-smmu-2seg", "tree")]


@pytest.mark.parametrize("name, way", WAYS)
def test_regions(name: str, way: str, tmp_path: pathlib.Path) -> None:
    guest = guest_of(name, way)
    root = told(guest, tmp_path / "one")
    wrong = [(node.label, node.remark) for node in everything(root)
             if node.remark or node.name == "bytes not described"]
    assert not wrong
    kinds = {node.key.split(",")[0]: node for node in root.children if node.name == "region"}
    assert len([n for n in root.children if n.name == "region"]) == len(guest.regions)
    for kind, node in kinds.items():
        assert kind not in READERS or len(node.children) > 3 or node.find("base") is None, kind
    if name[:3] != "arm":
        line = kinds["cmdline"].find("command line")
        assert line is not None and str(line.value).startswith("console=ttyS0 quiet")
    if "acpi" in kinds:
        tables = {child.name for child in kinds["acpi"].children}
        assert {"DSDT", "FACP", "APIC", "XSDT"} <= tables
    again = told(guest, tmp_path / "two", "raw")
    assert [change.path for change in changes(root, again)] == [("layout",)]


def test_diff(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    told(guest_of("pc", "linux, ELF"), tmp_path / "one")
    told(guest_of("pc", "linux, ELF", cmdline="console=ttyS1 quiet"), tmp_path / "two")
    status, out, err = run(capsys, "diff", str(tmp_path / "one"), str(tmp_path / "two"))
    assert status == 1 and not err
    assert out == ('region [cmdline, command line] / command line: "console=ttyS0 quiet" -> '
                   '"console=ttyS1 quiet"\n')
    assert tool.main(["inspect", str(tmp_path / "one")]) == 0


BAD = (
    (lambda m: m.update(format="other"), "no manifest"), (lambda m: m.update(version=2), "version"),
    (lambda m: m.clear(), "no manifest"))


@pytest.mark.parametrize("spoil, words", BAD)
def test_refused(spoil: Any, words: str, tmp_path: pathlib.Path,
                 capsys: pytest.CaptureFixture[str]) -> None:
    told(guest_of("minimal", "linux, ELF"), tmp_path / "one")
    file = tmp_path / "one/manifest.json"
    manifest = json.loads(file.read_text())
    spoil(manifest)
    file.write_text(json.dumps(manifest))
    status, out, err = run(capsys, "inspect", str(tmp_path / "one"))
    assert status == 2 and not out and words in err and err.count("\n") == 1
    for text in ("{", "[" * 100_000, "[]", "\x80"):
        file.write_text(text, encoding="latin1")
        status, out, err = run(capsys, "inspect", str(tmp_path / "one"))
        assert status == 2 and not out and err.count("\n") == 1


@pytest.mark.parametrize("value", [[], {}, None, 1.5, 10**400, True, "\udc80", "x" * 5000])
def test_values_of_any_kind(value: Any, tmp_path: pathlib.Path,
                            capsys: pytest.CaptureFixture[str]) -> None:
    """Each member of the manifest and of its first region, RAM and CPU may be anything."""
    told(guest_of("minimal", "linux, ELF"), tmp_path / "one")
    file = tmp_path / "one/manifest.json"
    whole = file.read_text()
    manifest = json.loads(whole)
    for path in ([], ["regions", 0], ["ram", 0], ["cpus", 0], ["cpus", 0, "registers"]):
        place = manifest
        for step in path:
            place = place[step]
        for name in place:
            changed = json.loads(whole)
            place = changed
            for step in path:
                place = place[step]
            place[name] = value
            file.write_text(json.dumps(changed))
            for command in ("inspect", "check"):
                status, _, err = run(capsys, command, str(tmp_path / "one"))
                assert status in (0, 1) and not err or status == 2 and err.count("\n") == 1, \
                    (path, name, command, err)


def test_files_elsewhere(tmp_path: pathlib.Path) -> None:
    """No file outside of the folder is read, whatever the manifest says."""
    told(guest_of("minimal", "linux, ELF"), tmp_path / "one")
    folder = tmp_path / "one"
    manifest = json.loads((folder / "manifest.json").read_text())
    secret = tmp_path / "secret"
    secret.write_text("the secret")
    (folder / "link").symlink_to(secret)
    region = next(row for row in manifest["regions"] if row["kind"] == "cmdline")
    for name in ("../secret", str(secret), "link", "..", "", "a\0b", 7, None):
        region["file"] = name
        (folder / "manifest.json").write_text(json.dumps(manifest))
        root = read(str(folder))
        assert not any("secret" in str(node.value) for node in everything(root))
        assert [node.remark for node in root.children if node.key.startswith("cmdline")] == [
            "its file is not in the folder"]
