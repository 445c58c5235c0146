# SPDX-License-Identifier: BSD-2-Clause
"""Device trees: what is decoded, written as source and compiled by dtc, is the tree that dtc
makes of the original."""
from __future__ import annotations

import pathlib
import re
import subprocess

import pytest
from aetherboot import Fdt, FdtChosen, Memmap, Tables, fdt_machine
from aetherboot.decode import Node
from aetherboot.decode.compare import changes
from aetherboot.decode.kinds import told
from aetherboot.decode.node import Input
from conftest import golden, own_nodes
from hypothesis import given
from hypothesis import strategies as st
from test_decode_acpi import everything

TREES = [name for name in sorted(golden()) if name.startswith("arm64") and "large" not in name
         and name != "arm64-given"  # whose pools a payload describes
         and golden()[name][0].tables != Tables.ACPI]


def decoded(data: bytes) -> Node:
    root = told(Input(data))
    assert root is not None and root.name == "device tree"
    return root


def tree_of(name: str) -> bytes:
    machine = golden()[name][0]
    return fdt_machine(machine, FdtChosen(cmdline="quiet"), Memmap(ram=machine.ram))


def source(root: Node) -> str:
    """A decoded tree as source text."""
    text = "/dts-v1/;\n"
    block = root.find("memory reservation block")
    assert block is not None
    for entry in block.children:
        text += f"/memreserve/ {entry.number('address'):#x} {entry.number('size'):#x};\n"
    top = root.find("/")
    assert top is not None
    return text + _node(top)


def _node(node: Node) -> str:
    text = node.name + " {\n"
    for child in node.children:
        if isinstance(child.value, bytes):
            text += f"{child.name} = [{child.value.hex(' ')}];\n" if child.value \
                else f"{child.name};\n"
    text += "".join(_node(child) for child in node.children if child.value is None)
    return text + "};\n"


def dtc(data: bytes, form: str, folder: pathlib.Path, boot: int) -> bytes:
    (folder / "in").write_bytes(data)
    subprocess.run(["dtc", "-q", "-I", form, "-O", "dtb", "-b", str(boot), "-o", "out", "in"],
                   cwd=folder, check=True, timeout=60)
    return (folder / "out").read_bytes()


def agrees(data: bytes, folder: pathlib.Path) -> bool:
    root = decoded(data)
    assert not [node.name for node in everything(root) if node.remark]
    header = root.find("fdt_header")
    assert header is not None
    boot = header.number("boot_cpuid_phys")
    return dtc(data, "dtb", folder, boot) == dtc(source(root).encode(), "dts", folder, boot)


@pytest.mark.parametrize("name", TREES)
def test_golden(name: str, tmp_path: pathlib.Path) -> None:
    assert agrees(tree_of(name), tmp_path)


def test_qemu(tmp_path: pathlib.Path) -> None:
    for options in ("", ",gic-version=3,iommu=smmuv3"):
        subprocess.run(["qemu-system-aarch64", "-M", f"virt,dumpdtb=tree{options}", "-smp", "3",
                        "-display", "none"], cwd=tmp_path, check=True, timeout=60,
                       capture_output=True)
        assert agrees((tmp_path / "tree").read_bytes(), tmp_path)


NAMES = st.text("abcdefxyz,._+-", min_size=1, max_size=8)


@given(st.recursive(st.dictionaries(NAMES, st.binary(max_size=20), max_size=4),
                    lambda inner: st.dictionaries(NAMES, inner | st.binary(max_size=9),
                                                  max_size=4), max_leaves=12))
def test_any_tree(tmp_path_factory: pytest.TempPathFactory, tree: dict) -> None:  # type: ignore
    def fill(text: str, inner: dict) -> str:  # type: ignore[type-arg]
        lines = [f"{name} = [{value.hex(' ')}];\n" for name, value in inner.items()
                 if isinstance(value, bytes)]
        nodes = [fill(f"{name}@{i}", value) for i, (name, value) in enumerate(inner.items())
                 if isinstance(value, dict)]
        return f"{text} {{\n{''.join(lines)}{''.join(nodes)}}};\n"
    folder = tmp_path_factory.mktemp("tree")
    text = f"/dts-v1/;\n/memreserve/ 0x10 0x{len(tree) + 1};\n" + fill("/", tree)
    assert agrees(dtc(text.encode(), "dts", folder, 5), folder)


def test_the_judge_judges(tmp_path: pathlib.Path) -> None:
    data = tree_of(TREES[0])
    root = decoded(data)
    boot = 0
    before = dtc(data, "dtb", tmp_path, boot)
    node = next(n for n in everything(root) if isinstance(n.value, bytes) and n.value)
    assert isinstance(node.value, bytes)
    node.value += b"\0"
    assert dtc(source(root).encode(), "dts", tmp_path, boot) != before


def test_meaning() -> None:
    data = tree_of("arm64-virt-like")
    top = decoded(data).find("/")
    assert top is not None
    told_ = {node.name: node.meaning for node in everything(top)}
    assert told_["compatible"].startswith('"')
    assert told_["#address-cells"] == "<0x1>" or told_["#address-cells"] == "<0x2>"
    chosen = top.find("chosen")
    assert chosen is not None and chosen.find("bootargs").meaning == '"quiet"'  # type: ignore


def test_places() -> None:
    """Offset and size of each property and node are where its bytes are."""
    data = tree_of("arm64-virt-like")
    for node in everything(decoded(data)):
        if isinstance(node.value, bytes) and node.name != "bytes behind the tree":
            assert node.offset is not None and node.size is not None
            assert data[node.offset:node.offset + node.size] == node.value
        elif node.children and node.name[0] not in "fm":
            assert node.offset is not None and node.size is not None
            if node.name != "device tree":
                assert data[node.offset:node.offset + 4] == b"\0\0\0\1"
                assert data[node.offset + node.size - 4:node.offset + node.size] == b"\0\0\0\2"


def test_diff() -> None:
    """Nodes are matched by their paths."""
    machine = golden()["arm64-vmbus-2to40"][0]
    assert machine.fdt.nodes is own_nodes
    first = decoded(tree_of("arm64-vmbus-2to40"))

    def more(fdt: Fdt) -> None:
        fdt.node("first")
        fdt.end()
        own_nodes(fdt)
    other = machine.replace(fdt=machine.fdt.replace(nodes=more))
    second = decoded(fdt_machine(other, FdtChosen(cmdline="loud"), Memmap(ram=machine.ram)))
    lines = [str(change) for change in changes(first, second)]
    assert all("(derived)" in line for line in lines if line.startswith("fdt_header"))
    assert [line for line in lines if not line.startswith("fdt_header")] == [
        '/ / chosen / bootargs: "quiet" -> "loud"', "/ / first: only in the second"]
    assert not list(changes(first, first))


def test_interrupt_maps() -> None:
    """Each entry of the map has a phandle where the cells of both nodes say."""
    first = tree_of("arm64-virt-like")
    top = decoded(first).find("/")
    assert top is not None
    rows = next(node for node in everything(top) if node.name == "interrupt-map")
    assert isinstance(rows.value, bytes) and rows.offset is not None
    cells = rows.meaning.strip("<>").split()
    assert len(cells) == len(rows.value) // 4
    controllers = [i for i, cell in enumerate(cells) if cell.startswith("&/interrupt-controller@")]
    assert controllers[0] == 4 and len(controllers) == sum(cell[0] == "&" for cell in cells) >= 4
    handle = next(node for node in everything(top) if node.name == "phandle"
                  and node.value == rows.value[16:20])
    assert handle.offset is not None
    moved, odd = bytearray(first), bytearray(first)
    for at in (handle.offset, *(rows.offset + 4 * i for i in controllers)):
        moved[at] = 0x70
    told = [str(change) for change in changes(decoded(first), decoded(bytes(moved)))
            if change.path[-1] == "interrupt-map"]
    assert len(told) == 1 and told[0].endswith("(derived)")
    odd[rows.offset + 16] = 0x71  # which no node has
    change, = changes(decoded(first), decoded(bytes(odd)))
    assert change.path[-1] == "interrupt-map" and not change.derived
    line = bytearray(first)
    line[rows.offset + 15] ^= 3  # another pin
    change, = changes(decoded(first), decoded(bytes(line)))
    assert not change.derived


def test_references() -> None:
    """A phandle is the writer's choice: another number of the same node is derived, another node
    is not."""
    first = tree_of("arm64-smmu-2seg")
    top = decoded(first).find("/")
    assert top is not None
    handles = [node for node in everything(top) if node.name == "phandle"]
    rows = next(node for node in everything(top) if node.name == "iommu-map")
    assert re.fullmatch(r"<0x0 &/iommu@9050000 0x0 0x\w+>", rows.meaning)
    assert isinstance(rows.value, bytes) and rows.offset is not None
    handle = next(node for node in handles if node.value == rows.value[4:8])
    assert handle.offset is not None
    moved = bytearray(first)
    moved[handle.offset] = moved[rows.offset + 4] = 0x70
    lines = [str(change) for change in changes(decoded(first), decoded(bytes(moved)))]
    assert len(lines) == 2 and all(line.endswith("(derived)") for line in lines)
    other = bytearray(first)
    another = next(node.value for node in handles if node is not handle)
    assert isinstance(another, bytes)
    other[rows.offset + 4:rows.offset + 8] = another
    change, = changes(decoded(first), decoded(bytes(other)))
    assert not change.derived and " -> <0x0 &/" in str(change)
