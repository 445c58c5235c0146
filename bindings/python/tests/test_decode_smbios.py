# SPDX-License-Identifier: BSD-2-Clause
"""SMBIOS: dmidecode reads the same structures, strings and values."""
from __future__ import annotations

import pathlib
import re
import subprocess

import pytest
import qemu
from aetherboot import Smbios, smbios_entry, smbios_table
from aetherboot.decode import Node
from aetherboot.decode.compare import changes
from aetherboot.decode.kinds import told
from aetherboot.decode.node import Input
from conftest import golden
from test_decode_acpi import everything

NAMED = Smbios(manufacturer="ACME", product="Rocket", version="9", serial="S/N 1",
               uuid=bytes(range(16)), sku="SKU 7", family="Rockets")


def dump_of(table: bytes) -> bytes:
    """What dmidecode --dump-bin writes: the structures at 0x20."""
    return smbios_entry(0x20, len(table)) + bytes(8) + table


def decoded(data: bytes) -> Node:
    root = told(Input(data))
    assert root is not None and root.name == "SMBIOS"
    return root


def dmidecode(data: bytes, folder: pathlib.Path, *words: str) -> str:
    (folder / "dump").write_bytes(data)
    done = subprocess.run(["dmidecode", *words, "--from-dump", "dump"], cwd=folder, check=True,
                          timeout=60, capture_output=True, text=True)
    return done.stdout


def told_by_dmidecode(text: str) -> list[tuple[int, int, bytes, list[str]]]:
    """Handle, type, bytes without strings, and strings of each structure, by dmidecode -u."""
    found = []
    for part in text.split("\n\n"):
        head = re.search(r"Handle 0x([0-9A-F]+), DMI type (\d+), (\d+) bytes", part)
        if head is None:
            continue
        data, _, strings = part.partition("Strings:")
        raw = bytes.fromhex("".join(re.findall(r"^\t\t((?:[0-9A-F]{2} ?)+)$", data, re.M)))
        assert len(raw) == int(head[3])
        texts = re.findall(r'^\t\t(?!(?:[0-9A-F]{2} ?)+$)(.*)$', strings, re.M)
        found.append((int(head[1], 16), int(head[2]), raw, [t.strip('"') for t in texts]))
    return found


def told_by_us(data: bytes) -> list[tuple[int, int, bytes, list[str]]]:
    found = []
    for one in decoded(data).children:
        if one.find("Handle") is None:
            continue
        texts = [str(n.value) for n in one.children if n.name.startswith("String ")]
        assert one.offset is not None
        found.append((one.number("Handle"), one.number("Type"),
                      data[one.offset:one.offset + one.number("Length")], texts))
    return found


def agrees(data: bytes, folder: pathlib.Path) -> None:
    ours = told_by_us(data)
    assert len(ours) > 4 and ours == told_by_dmidecode(dmidecode(data, folder, "-u"))
    assert not [node for node in everything(decoded(data))
                if node.remark or node.name == "bytes not described"]


# a line of dmidecode's, and which field says so
LINES = (
    ("Vendor", "BIOS Information", "Vendor"),
    ("Version", "BIOS Information", "BIOS Version"),
    ("Release Date", "BIOS Information", "BIOS Release Date"),
    ("Manufacturer", "System Information", "Manufacturer"),
    ("Product Name", "System Information", "Product Name"),
    ("Serial Number", "System Information", "Serial Number"),
    ("UUID", "System Information", "UUID"),
    ("SKU Number", "System Information", "SKU Number"),
    ("Family", "System Information", "Family"),
    ("Socket Designation", "Processor Information", "Socket Designation"),
    ("Version", "Processor Information", "Processor Version"),
    ("Core Count", "Processor Information", "Core Count"),
    ("Thread Count", "Processor Information", "Thread Count"),
    ("Locator", "Memory Device", "Device Locator"),
    ("Number Of Devices", "Physical Memory Array", "Number of Memory Devices"),
)


def values_agree(data: bytes, folder: pathlib.Path) -> int:
    """How many lines of dmidecode's are compared. Each must say what the field does."""
    blocks, n = dmidecode(data, folder).split("\n\n"), 0
    for line, structure, field in LINES:
        theirs = [match[1] for block in blocks if f"\n{structure}\n" in f"\n{block}\n"
                  if (match := re.search(rf"^\t{line}: (.*)$", block, re.M))]
        ours = [one.find(field) for one in decoded(data).children if one.name == structure]
        values = [str(node.value) for node in ours if node is not None]
        if theirs and "Not Specified" not in theirs and "Unknown" not in theirs[0]:
            assert [value.strip() for value in theirs] == values, line
            n += 1
    return n


@pytest.mark.parametrize("name", [n for n in sorted(golden()) if "large" not in n])
def test_golden(name: str, tmp_path: pathlib.Path) -> None:
    data = dump_of(smbios_table(golden()[name][0], NAMED))
    agrees(data, tmp_path)
    assert values_agree(data, tmp_path) > 10


def test_qemu(tmp_path: pathlib.Path) -> None:
    uuid = "00112233-4455-6677-8899-aabbccddeeff"
    with qemu.Machine("x86_64", "-M", "q35", "-smp", "4,cores=2", "-smbios",
                      f"type=1,serial=5,family=f,uuid={uuid}", "-smbios",
                      "type=11,value=a,value=bc") as vm:
        table = vm.file("etc/smbios/smbios-tables", 1 << 14)
        anchor = bytearray(vm.file("etc/smbios/smbios-anchor", 64))
    if anchor[:5] == b"_SM3_":
        anchor[16:24] = (32).to_bytes(8, "little")
        anchor[5] = 0
        anchor[5] = -sum(anchor) & 255
    else:
        anchor[24:28] = (32).to_bytes(4, "little")
        anchor[21] = 0
        anchor[21] = -sum(anchor[16:]) & 255
        anchor[4] = 0
        anchor[4] = -sum(anchor) & 255
    data = bytes(anchor) + bytes(32 - len(anchor)) + table
    agrees(data, tmp_path)
    assert values_agree(data, tmp_path) > 8


def test_structures_alone() -> None:
    """As /sys/firmware/dmi/tables/DMI has them."""
    table = smbios_table(golden()["pc"][0], NAMED)
    assert [n.label for n in decoded(table).children] == \
        [n.label for n in decoded(dump_of(table)).children[1:] if n.name != "padding"]


def test_diff() -> None:
    machine = golden()["pc"][0]
    first = decoded(dump_of(smbios_table(machine, NAMED)))
    second = decoded(dump_of(smbios_table(machine, NAMED.replace(serial="S/N 2 long"))))
    lines = [str(change) for change in changes(first, second)]
    assert [line for line in lines if "(derived)" not in line] == [
        f'{one} / Serial Number: "S/N 1" -> "S/N 2 long"' for one in (
            "System Information [Handle 0x100]", "System Enclosure or Chassis [Handle 0x300]")]
    assert not list(changes(first, first))


def test_remarks() -> None:
    data = bytearray(dump_of(smbios_table(golden()["pc"][0], NAMED)))
    data[5] ^= 1
    data[0x24] = 9
    told_ = {node.name: node.remark for node in everything(decoded(bytes(data))) if node.remark}
    assert told_ == {"Entry Point Structure Checksum": f"must be {data[5] ^ 1:#x}",
                     "Vendor": "there are 3 strings"}
