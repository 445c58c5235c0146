# SPDX-License-Identifier: BSD-2-Clause
"""Every field of every ACPI table of the golden machines, and of QEMU's machines, is decoded as
iasl does: offset, width, value, bits."""
from __future__ import annotations

import pathlib
import shutil

import iasl
import pytest
import qemu
from aetherboot import AcpiSet, acpi_facs
from aetherboot.check.inputs import everything
from aetherboot.decode import Node
from aetherboot.decode.acpi import BODIES, HOMES, home
from aetherboot.decode.kinds import told
from aetherboot.decode.node import Input
from conftest import ROOT, golden

EXPECTED = ROOT / "tests/golden/expected"
BASE, FACS = 0x7ff00000, 0x7fefff00  # where tests/acpi/dump.c puts them


def golden_tables(name: str) -> dict[str, bytes]:
    """The tables of a machine by the names of the kept disassemblies."""
    tables, n = AcpiSet(golden()[name][0]), 0
    found = {}
    for index, table in enumerate(tables.tables):
        signature = table.sig
        if signature == "SSDT":
            n += 1
            signature += str(n)
        found[signature] = tables.table(index, BASE, FACS if tables.has_facs else 0)
    if tables.has_facs:
        found["FACS"] = acpi_facs()
    return found


def decoded(data: bytes) -> Node:
    root = told(Input(data))
    assert root is not None
    return root


def everything(node: Node) -> list[Node]:
    return [node] + [inner for child in node.children for inner in everything(child)]


MACHINES = sorted({path.parent.name for path in EXPECTED.glob("*/APIC.dsl")})


@pytest.mark.parametrize("name", MACHINES)
def test_golden_tables(name: str) -> None:
    have = golden_tables(name)
    kept = {path.stem for path in (EXPECTED / name).glob("*.dsl")}
    assert have.keys() == kept
    for signature, data in have.items():
        root = decoded(data)
        wrong = [f"{node.label}: {node.remark}" for node in everything(root)
                 if node.remark or node.name == "bytes not described"
                 and signature != "UEFI"]
        assert not wrong, signature
        assert [node.name for node in root.children] == [signature[:4]]
        if signature[:4] not in ("DSDT", "SSDT"):
            text = (EXPECTED / name / f"{signature}.dsl").read_text("latin1")
            assert not iasl.differences(data, text), signature


def test_the_judge_judges() -> None:
    """Another byte anywhere in a table is told, and so is a field that is not decoded."""
    for name, signature in (("pc", "FACP"), ("pc", "APIC"), ("arm64-smmu-2seg", "IORT"),
                            ("arm64-smmu-2seg", "PPTT"), ("arm64-smmu-2seg", "GTDT"),
                            ("arm64-newer", "DBG2"), ("segments", "SRAT"), ("numa300", "SLIT")):
        data = golden_tables(name)[signature]
        text = (EXPECTED / name / f"{signature}.dsl").read_text("latin1")
        assert not iasl.differences(data, text)
        fields = iasl.values(decoded(data))
        for at, size in list(fields)[9::7]:
            other = bytearray(data)
            other[at + size - 1] ^= 0x01
            try:
                assert iasl.differences(bytes(other), text), (signature, at)
            except AssertionError as why:
                if "at" in str(why):
                    raise


def _memory(*more: str) -> tuple[str, ...]:
    """Two nodes of memory, and how far they are."""
    words = ["-m", "1G"]
    for node in "01":
        words += ["-object", f"memory-backend-ram,id=m{node},size=512M"]
    words += ["-numa", "node,nodeid=0,memdev=m0,cpus=0",
              "-numa", "node,nodeid=1,memdev=m1,initiator=0"]
    for node, latency, bandwidth in (("0", 5, 200), ("1", 10, 100)):
        lb = f"hmat-lb,initiator=0,target={node},hierarchy=memory,data-type=access-"
        words += ["-numa", f"{lb}latency,latency={latency}",
                  "-numa", f"{lb}bandwidth,bandwidth={bandwidth}M"]
    return (*words, "-numa", "hmat-cache,node-id=0,size=10K,level=1,associativity=direct,"
            "policy=write-back,line=8", *more)


QEMU = (
    ("x86_64", "-M", "pc", "-smp", "3", "-object", "memory-backend-ram,id=e,size=64K", "-device",
     "acpi-erst,memdev=e"),
    ("x86_64", "-M", "q35,hmat=on", *_memory("-device", "intel-iommu", "-device",
                                             "pcie-root-port,id=p")),
    ("x86_64", "-M", "q35", "-device", "virtio-iommu-pci", "-smp", "200"),
    ("x86_64", "-M", "microvm,acpi=on"),
    ("aarch64", "-M", "virt,gic-version=2,acpi=on", "-cpu", "cortex-a57"),
    ("aarch64", "-M", "virt,gic-version=3,its=on,iommu=smmuv3", "-cpu", "max", "-smp",
     "8,sockets=2,clusters=2,cores=2,threads=1", "-m", "1G"),
)


@pytest.mark.skipif(not shutil.which("iasl"), reason="iasl is not installed")
@pytest.mark.parametrize("words", QEMU, ids=[f"{row[0]}-{row[2]}" for row in QEMU])
def test_qemu(words: tuple[str, ...], tmp_path: pathlib.Path) -> None:
    with qemu.Machine(*words) as machine:
        found = qemu.tables(machine.file("etc/acpi/tables", 1 << 15))
    assert len(found) > 3
    for data in found:
        root = decoded(data)
        assert [node.name.encode() for node in root.children] == [data[:4]]
        if data[:4] not in (b"DSDT", b"SSDT"):
            assert not iasl.differences(data, iasl.disassembled(
                data, tmp_path, newer=data[:4] == b"VIOT")), data[:4]


def summed(data: bytearray) -> bytes:
    data[9] = 0
    data[9] = -sum(data) & 255
    return bytes(data)


TEMPLATES = [
    (signature, newer) for newer, signatures in (
        (False, "APIC BERT BGRT DBG2 DMAR EINJ ERST FACP FACS FPDT GTDT HMAT HPET IORT MCFG PCCT "
                "PPTT RSDT SLIT SPCR SRAT TPM2 UEFI WAET XSDT"),
        (True, "BERT EINJ ERST FPDT PCCT SRAT VIOT")) for signature in signatures.split()]


@pytest.mark.parametrize("signature, newer", TEMPLATES)
def test_examples_of_iasl(signature: str, newer: bool, tmp_path: pathlib.Path) -> None:
    if newer and not iasl.NEWER.exists():
        pytest.skip("tests/acpi/fetch.sh has fetched no newer iasl")
    data = iasl.template(signature, tmp_path, newer)
    if signature == "GTDT":  # whose offset of the timers is that of an older revision
        data = summed(bytearray(data[:92] + b"\x68" + data[93:]))
    assert not iasl.differences(data, iasl.disassembled(data, tmp_path, newer))
    assert not [node.label for node in everything(decoded(data))
                if node.name == "bytes not described" and signature != "UEFI"]


def test_each_table_has_rows() -> None:
    """Each signature that has code has rows too, and each key of a specification is one of
    docs/specs.md."""
    keys = (ROOT / "docs/specs.md").read_text()
    for signature in {*BODIES, *HOMES}:
        title, section, _ = home(signature).TABLES[signature]
        assert title and f"| `{section.split()[0]}` |" in keys, section


def test_paths_of_several_steps() -> None:
    """VT-d 8.3.1: behind two bridges, a path has three devices and functions."""
    scope = bytes((1, 12, 0, 0, 0, 5)) + bytes((0x1C, 1, 0, 2, 0x1F, 7))
    unit = b"\0\0" + (16 + len(scope)).to_bytes(2, "little") + bytes(4) + bytes(8) + scope
    data = bytearray(b"DMAR" + (48 + len(unit)).to_bytes(4, "little") + b"\1\0" + bytes(26)
                     + b"\x2f\0" + bytes(10) + unit)
    root = told(Input(summed(data)))
    assert root is not None and not root.children[0].remark
    parts = [node for node in everything(root) if node.name == "Path"]
    assert [node.meaning for node in parts] == [
        "device 28, function 1", "device 0, function 2", "device 31, function 7"]
    assert [node.offset for node in parts] == [70, 72, 74]
