# SPDX-License-Identifier: BSD-2-Clause
"""Kernels, UKIs and addons in inspect: readelf, objdump and file tell the same."""
from __future__ import annotations

import bz2
import gzip
import hashlib
import lzma
import pathlib
import re
import shutil
import struct
import subprocess

import pytest
from aetherboot import fdt_machine, FdtChosen, Memmap, kernel_unpack
from aetherboot.decode import Node, Unreadable, read
from aetherboot.decode.compare import changes
from booting import CACHE
from conftest import golden
from test_decode_acpi import everything
from test_decode_hostile import archive

STUB = CACHE / "stub/amd64/usr/lib/systemd/boot/efi/linuxx64.efi.stub"
DEBIAN = [path for name in ("amd64/bzImage", "686/bzImage", "cloud/bzImage", "cloud-arm64/Image")
          if (path := CACHE / "kernels" / name).exists()]


def ways() -> dict[str, bytes]:
    """A kernel of each format."""
    return {way.name: way.kernel for name in ("minimal", "arm64-1cpu-gicv2")
            for way in golden()[name][1]}


def said(*words: str | pathlib.Path) -> str:
    return subprocess.run(words, capture_output=True, check=True, text=True).stdout


def child(node: Node, *names: str) -> Node:
    for name in names:
        found = next((one for one in node.children if name in (one.name, one.label)), None)
        assert found is not None, (name, [one.label for one in node.children])
        node = found
    return node


def big_endian() -> bytes:
    """An ELF32 of a big-endian machine, with a segment and a note."""
    note = struct.pack(">III", 4, 8, 3) + b"GNU\0" + b"\1\2\3\4\5\6\7\x08"
    head = b"\x7fELF\1\2\1" + bytes(9) + struct.pack(
        ">HHIIIIIHHHHHH", 2, 20, 1, 0x1000, 52, 0, 7, 52, 32, 2, 0, 0, 0)
    at = 52 + 64
    return head + struct.pack(">8I", 1, 0, 0x1000, 0x2000, at, at + 64, 5, 4096) + struct.pack(
        ">8I", 4, at, 0, 0, len(note), len(note), 4, 4) + note


def elf_files(folder: pathlib.Path) -> dict[str, pathlib.Path]:
    """ELF files of each class and byte order, Debian's kernels among them."""
    files = {name: data for name, data in ways().items() if "ELF" in name}
    files["big-endian"] = big_endian()
    for path in DEBIAN[:2]:
        blocks: list[bytes] = []
        kernel_unpack(path.read_bytes(), lambda block: blocks.append(bytes(block)))
        files[path.parent.name] = b"".join(blocks)
    found = {}
    for name, data in files.items():
        found[name] = folder / name.replace(" ", "")
        found[name].write_bytes(data)
    return found


def test_elf_as_readelf_tells_it(tmp_path: pathlib.Path) -> None:
    files = elf_files(tmp_path)
    assert len(files) >= 6
    for name, path in files.items():
        root, told = read(str(path)), said("readelf", "-hlnW", path)
        image = child(root, "ELF")
        assert root.name == "kernel"
        facts = dict(re.findall(r"^  ([A-Z][^:\n]+): +(.+)$", told, re.M))
        assert image.number("e_entry") == int(facts["Entry point address"], 16)
        assert image.number("e_flags") == int(facts["Flags"].split(",")[0], 16)
        assert image.number("e_shoff") == int(facts["Start of section headers"].split()[0])
        assert image.number("e_shnum") == int(facts["Number of section headers"].split()[0])
        ident = child(image, "e_ident")
        assert child(ident, "EI_CLASS").meaning == facts["Class"]
        assert child(ident, "EI_DATA").meaning.replace("-", " ") in facts["Data"]
        wanted = [(kind, *(int(n, 16) for n in numbers.split()), flags.replace(" ", ""),
                   int(align, 16)) for kind, numbers, flags, align in re.findall(
            r"^  ([A-Z_]+) +((?:0x[0-9a-f]+ ){5})([RWE ]{3}) (0x[0-9a-f]+|0)$", told, re.M)]
        headers = [one for one in image.children if one.name == "program header"]
        assert len(headers) == image.number("e_phnum") >= 1
        got = []
        for one in headers:
            flags = child(one, "p_flags")
            letters = "".join(letter for letter, bit in (("R", "PF_R"), ("W", "PF_W"),
                                                         ("E", "PF_X")) if flags.number(bit))
            got.append((child(one, "p_type").meaning.removeprefix("PT_"),
                        *(one.number("p_" + n) for n in ("offset", "vaddr", "paddr", "filesz",
                                                         "memsz")),
                        letters, one.number("p_align")))
        assert got == wanted, name
        notes = [one for one in everything(image) if one.name == "note"]
        assert [(str(child(n, "name").value), child(n, "desc").size) for n in notes] == [
            (owner, int(size, 16)) for owner, size in re.findall(
                r"^  ([A-Za-z]+) +(0x[0-9a-f]{8})\t", told, re.M)] or name == "big-endian"
        for build_id in re.findall(r"Build ID: ([0-9a-f]+)", told):
            assert build_id in [value.hex() for n in notes if n.meaning == "build ID"
                                if isinstance(value := child(n, "desc").value, bytes)]
        assert not root.remark, root.remark


def test_a_big_endian_note(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "elf"
    path.write_bytes(big_endian())
    note = child(read(str(path)), "ELF", "program header [1]", "note [GNU, type 0x3]")
    assert note.meaning == "build ID" and child(note, "desc").value == bytes(range(1, 9))


def test_debian_kernels_as_file_tells_them() -> None:
    if not DEBIAN:
        pytest.skip("no kernels in the cache")
    for path in DEBIAN:
        root, told = read(str(path)), said("file", "-L", path)
        assert not [node for node in everything(root) if node.remark]
        assert child(root, "sha256").value == hashlib.sha256(path.read_bytes()).hexdigest()
        if "Image" == path.name:
            flags = child(root, "Image", "flags")
            assert child(flags, "page size").meaning + " pages" in told
            assert child(flags, "endianness").meaning in told
            continue
        version = re.search(r"version (.*?), RO-rootFS", told)
        assert version and child(root, "bzImage", "kernel version").value == version[1]
        payload = child(root, "bzImage", "protected-mode kernel", "payload")
        data = path.read_bytes()[payload.offset:][:payload.size]
        codec = subprocess.run(["file", "-"], input=data, capture_output=True, check=True).stdout
        assert payload.meaning.split()[0].upper() in codec.decode().split()
        signed = child(root, "bzImage", "optional header", "Certificate Table, size")
        assert isinstance(signed.value, int) and signed.value > 1000


def uki(tmp_path: pathlib.Path, parts: dict[str, bytes], name: str = "uki") -> pathlib.Path:
    """A UKI or an addon, made by objcopy of Debian's stub."""
    if not STUB.exists() or shutil.which("objcopy") is None:
        pytest.skip("no stub in the cache, or no objcopy")
    words, at = ["objcopy"], 0x2000000
    for part, data in parts.items():
        (tmp_path / part).write_bytes(data)
        words += ["--add-section", f".{part}={tmp_path / part}", "--change-section-vma",
                  f".{part}={at:#x}"]
        at += len(data) + -len(data) % 0x1000
    subprocess.run([*words, str(STUB), str(tmp_path / name)], check=True)
    return tmp_path / name


def test_a_uki_as_objdump_tells_it(tmp_path: pathlib.Path) -> None:
    machine = golden()["arm64-1cpu-gicv2"][0]
    tree = fdt_machine(machine, FdtChosen(), Memmap(ram=machine.ram))
    parts = {"cmdline": b"console=ttyS0 quiet\n", "osrel": b"ID=debian\n", "uname": b"6.1.0-57",
             "linux": ways()["linux, bzImage"], "initrd": archive((b"a", b"b")), "dtb": tree}
    path = uki(tmp_path, parts)
    root = read(str(path))
    assert root.name == "UKI" and not [node for node in everything(root) if node.remark]
    wanted = {name: tuple(int(n, 16) for n in numbers.split()) for name, numbers in re.findall(
        r"^ +\d+ (\.\S+) +((?:[0-9a-f]{8,16} +){4})", said("objdump", "-h", path), re.M)}
    base = child(root, "optional header").number("ImageBase")
    got = {one.key: one for one in root.children if one.name == "section"}
    assert set(got) == set(wanted) >= {"." + name for name in parts}
    for name, (size, vma, _, at) in wanted.items():
        assert got[name].number("VirtualAddress") + base == vma
        assert got[name].number("PointerToRawData") == at
        assert (got[name].number("VirtualSize") or got[name].number("SizeOfRawData")) == size or \
            got[name].number("SizeOfRawData") == size
    assert child(got[".cmdline"], "text").value == "console=ttyS0 quiet\n"
    assert child(got[".uname"], "text").value == "6.1.0-57"
    assert child(got[".initrd"], "sha256").value == hashlib.sha256(parts["initrd"]).hexdigest()
    assert child(got[".initrd"], "initrd", "cpio archive", "entry [a]").number("filesize") == 1
    assert child(got[".linux"], "kernel", "bzImage", "setup_header").number("header") == 0
    assert [n for n in everything(got[".dtb"]) if n.name == "compatible"]
    other = read(str(uki(tmp_path, parts | {"cmdline": b"quiet\n"}, "other")))
    told = [str(change) for change in changes(root, other)]
    assert any(line.startswith("section [.cmdline] / text: ") for line in told)
    assert not any(".linux" in line and "sha256" in line for line in told)


def test_an_addon_and_another_application(tmp_path: pathlib.Path) -> None:
    path = uki(tmp_path, {"cmdline": b"quiet"}, "addon")
    assert read(str(path)).name == "PE addon"
    linux = uki(tmp_path, {"linux": b"no kernel at all"}, "bad")
    root = read(str(linux))
    assert root.name == "UKI" and "the library refuses it" in root.remark


PACKERS = {"gzip": gzip.compress, "xz": lzma.compress, "bzip2": bz2.compress,
           "lzma": lambda data: lzma.compress(data, lzma.FORMAT_ALONE)}


@pytest.mark.parametrize("codec", PACKERS)
def test_compressed_as_a_whole(codec: str, tmp_path: pathlib.Path) -> None:
    for name, inner in (("device tree, Image", "arm64 Image"), ("linux, ELF", "ELF")):
        path = tmp_path / "packed"
        path.write_bytes(PACKERS[codec](ways()[name]))
        root = read(str(path))
        node = child(root, "compressed file")
        assert node.meaning == codec and child(node, "contains").value == inner
        assert not node.remark
        if inner == "arm64 Image":
            assert child(node, "contains", "magic").value == "ARMd"
    path.write_bytes(path.read_bytes()[:40])
    assert "is not unpacked" in child(read(str(path)), "compressed file").remark


def test_what_is_refused_is_told(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "kernel"
    data = bytearray(ways()["linux, bzImage"])
    data[0x206:0x208] = b"\0\1"
    path.write_bytes(data)
    root = read(str(path))
    assert "the library refuses it: " in root.remark and "version" in root.remark
    with open(path, "r+b") as file:
        file.truncate(193 << 20)
    with pytest.raises(Unreadable, match="more than 192 MiB"):
        read(str(path))
    path.write_bytes(ways()["linux, ELF"][:70])
    root = read(str(path))
    assert "program headers, 0 fit" in child(root, "ELF").remark and root.remark
