# SPDX-License-Identifier: BSD-2-Clause
"""Initrds in inspect: cpio lists the same, whatever packs the archives."""
from __future__ import annotations

import hashlib
import os
import pathlib
import re
import shutil
import subprocess

import pytest
from aetherboot.decode import Node, Unreadable, read
from aetherboot.decode.frames import end_of
from aetherboot.decode.initrd import Archive
from aetherboot.decode.kernel import File
from aetherboot.decode.node import Input
from test_decode_acpi import everything
from test_decode_hostile import archive

PACKERS = {"gzip": ("gzip", "-n"), "xz": ("xz", "--check=crc32"), "lzma": ("xz", "--format=lzma"),
           "bzip2": ("bzip2",), "lz4": ("lz4", "-l"), "zstd": ("zstd", "-q")}
NAMES = {"lz4": "LZ4 legacy", "zstd": "Zstandard"}


def cpio(folder: pathlib.Path, *names: str) -> bytes:
    """An archive of all below these names, by cpio."""
    found = subprocess.run(["find", *names, "-print0"], cwd=folder, capture_output=True, check=True)
    return subprocess.run(["cpio", "-o", "-0", "-H", "newc", "--quiet"], cwd=folder,
                          input=found.stdout, capture_output=True, check=True).stdout


def packed(program: str, data: bytes) -> bytes:
    """Data that a program packed."""
    if shutil.which(program) is None and program not in PACKERS:
        pytest.skip(f"no {program}")
    return subprocess.run([*PACKERS[program], "-c"], input=data, capture_output=True,
                          check=True).stdout


def listed(archive: bytes) -> list[tuple[str, str, str, str, str, str]]:
    """Mode, links, user, group, size and name, as cpio tells them."""
    text = subprocess.run(["cpio", "-itv", "--quiet", "--numeric-uid-gid"], input=archive,
                          capture_output=True, check=True, text=False).stdout.decode()
    return [match.groups() for line in text.splitlines()  # type: ignore[misc]
            if (match := re.match(r"(\S{10}) +(\d+) (\d+) +(\d+) +(\d+|\d+, +\d+) "
                                  r"\w{3} +\d+ +[\d:]+ (.*)$", line))]


def told(archive: Node) -> list[tuple[str, str, str, str, str, str]]:
    """The same of a node."""
    rows = []
    for one in archive.children:
        target = one.find("target")
        size = str(one.number("filesize"))
        if one.find("rdevmajor") is not None:
            size = f"{one.number('rdevmajor')}, {one.number('rdevminor'):>3}"
        rows.append((one.children[0].meaning, *(str(one.number(name)) for name in
                                               ("nlink", "uid", "gid")), size,
                     one.key + (f" -> {target.value}" if target is not None else "")))
    return rows


@pytest.fixture
def tree(tmp_path: pathlib.Path) -> pathlib.Path:
    """A folder with files of each kind."""
    root = tmp_path / "tree"
    (root / "bin/empty").mkdir(parents=True)
    for size in range(6):
        (root / f"bin/{'x' * (size + 1)}").write_bytes(bytes(range(size)))
    (root / "large").write_bytes(os.urandom(300_000))
    (root / "bin/suid").write_bytes(b"#!/bin/sh\n")
    (root / "bin/suid").chmod(0o4755)
    (root / "link").symlink_to("bin/no where")
    (root / "große datei").write_bytes(b"text")
    os.mkfifo(root / "fifo")
    os.link(root / "large", root / "same")
    return root


def test_as_cpio_lists_it(tree: pathlib.Path, tmp_path: pathlib.Path) -> None:
    early, main = cpio(tree, "bin"), cpio(tree, ".")
    path = tmp_path / "initrd"
    for program in (None, *PACKERS):
        last = main if program is None else packed(program, main)
        path.write_bytes(early + bytes(8) + last)
        root = read(str(path))
        assert root.name == "initrd" and not [n for n in everything(root) if n.remark], program
        first, second = root.children[:2]
        assert (first.offset, first.size) == (0, early.index(b"TRAILER!!!") + 14)
        assert told(first) == listed(early) and len(first.children) > 5
        if program is not None:
            assert second.meaning == NAMES.get(program, program)
            assert (second.offset, second.size) == (len(early) + 8, len(last))
            assert second.children[1].value == hashlib.sha256(last).hexdigest()
            second = second.children[0]
        assert told(second) == listed(main), program
        base = 0 if program else len(early) + 8
        for node in everything(second):
            if node.name == "sha256":
                assert node.offset is not None and node.size is not None
                data = main[node.offset - base:][:node.size]
                assert node.value == hashlib.sha256(data).hexdigest()


def test_streams_behind_each_other(tree: pathlib.Path, tmp_path: pathlib.Path) -> None:
    """Where a stream ends the next begins, or an archive."""
    main = cpio(tree, ".")
    for programs in (("gzip", "xz", "bzip2", "zstd"), ("gzip", "gzip"), ("lzma", "lz4"),
                     ("xz", "xz", "bzip2", "bzip2")):
        path = tmp_path / "initrd"
        streams = [packed(program, main + main) for program in programs]
        path.write_bytes(b"".join(streams))
        root = read(str(path))
        parts = [node for node in root.children if node.name == "compressed archive"]
        assert [node.size for node in parts] == [len(stream) for stream in streams]
        for node in parts:
            assert not node.remark
            assert [told(one) for one in node.children[:2]] == [listed(main)] * 2


@pytest.mark.parametrize("step", [1, 7, 109, 4096])
def test_blocks_may_end_anywhere(step: int, tree: pathlib.Path) -> None:
    (tree / "large").write_bytes(b"small")
    data = cpio(tree, ".")
    file, parent = File(Input(data)), Node("")
    archive, at = Archive(file, parent, 0), 0
    while not archive.done:
        at += archive.feed(memoryview(data)[at:at + step])
    archive.end()
    assert told(archive.node) == listed(data)
    assert data[at:].strip(b"\0") == b"" and b"TRAILER!!!" in data[at - 16:at]


def test_what_is_wrong_is_told(tree: pathlib.Path, tmp_path: pathlib.Path) -> None:
    main, path = cpio(tree, "."), tmp_path / "initrd"
    for data, words in ((main[:-600], "ends within an entry, without TRAILER"),
                        (main[:6] + b"x" + main[7:], "is no header of an entry"),
                        (main[:94] + b"00100000" + main[102:], "names have at most 4096 bytes"),
                        (main + b"what is this", "are no archive"),
                        (packed("gzip", main)[:-9], "the stream is cut off"),
                        (packed("zstd", main)[:-9], "is not unpacked to its end"),
                        (packed("xz", main)[:-40] + bytes(40), "is not unpacked to its end")):
        path.write_bytes(data)
        root = read(str(path))
        assert words in "".join(node.remark for node in everything(root)), words
        assert root.name == "initrd"


def test_few_archives_are_told(tmp_path: pathlib.Path) -> None:
    one = b"070701" + b"0" * 88 + b"0000000b" + b"0" * 8 + b"TRAILER!!!\0\0\0\0"
    path = tmp_path / "in"
    for data in (one * 10_001, packed("gzip", one * 10_001)):
        path.write_bytes(data)
        root = read(str(path))
        archives = [node for node in everything(root) if node.name == "cpio archive"]
        assert len(archives) == 10_000 and "more than 10000 archives" in root.remark
        path.write_bytes(data[:len(one) * 10_000] if data[:1] == b"0" else packed(
            "gzip", one * 10_000))
        assert not [node for node in everything(read(str(path))) if node.remark]


def test_it_may_be_large(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "initrd"
    path.write_bytes(b"070701" + b"0" * 104)
    with open(path, "r+b") as file:
        file.truncate(193 << 20)
    with pytest.raises(Unreadable, match="more than 192 MiB"):
        read(str(path))


@pytest.mark.parametrize("codec, command", [
    ("Zstandard", ["zstd", "-q"]), ("Zstandard", ["zstd", "-q", "--no-check", "--long=24"]),
    ("LZ4 legacy", ["lz4", "-l"]), ("LZ4", ["lz4"]), ("LZ4", ["lz4", "-BX", "--content-size"]),
    ("LZ4", ["lz4", "--no-frame-crc", "-B4"])])
@pytest.mark.parametrize("size", [3, 300_000])
def test_where_streams_end(codec: str, command: list[str], size: int, tmp_path: pathlib.Path,
                           ) -> None:
    """As the programs pack them, from a file and from a pipe, whatever follows; cut, nowhere."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"no {command[0]}")
    data = bytes(i * i >> 3 & 255 for i in range(size)) + bytes(size)
    (tmp_path / "data").write_bytes(data)
    for words, given_ in ((["-c"], data), (["-c", str(tmp_path / "data")], None)):
        stream = subprocess.run([*command, *words], input=given_, capture_output=True,
                                check=True).stdout
        for tail in (b"", b"\xff" * 40, b"some text that is no block"):
            assert end_of(codec, stream + tail) == len(stream)
        assert codec == "LZ4 legacy" or end_of(codec, stream[:-1]) == len(stream) - 1


@pytest.mark.parametrize("program", ["zstd", "lz4"])
def test_what_follows_a_stream(program: str, tmp_path: pathlib.Path) -> None:
    stream = packed(program, archive((b"a", b"contents" * 99)))
    (tmp_path / "in").write_bytes(stream + b"no archive")
    root = read(str(tmp_path / "in"))
    first, behind = root.children[:2]
    assert first.size == len(stream) and not first.remark and len(first.children[0].children) == 1
    assert (behind.offset, behind.size) == (len(stream), 10)
    assert behind.remark == "are no archive of a known format"
    (tmp_path / "in").write_bytes(packed(program, b"text" * 999) + b"no stream")
    root = read(str(tmp_path / "in"))
    assert root.name == "compressed file"
    assert [node.name for node in root.children] == ["compressed file", "bytes behind the stream",
                                                     "sha256"]
    assert root.children[1].size == 9
