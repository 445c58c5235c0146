# SPDX-License-Identifier: BSD-2-Clause
"""A folder of output appears whole or not at all, and never in place of what is not ours."""
from __future__ import annotations

import errno
import hashlib
import json
import os
import pathlib
import signal
import subprocess
import sys
import time

import pytest
from aetherboot.tool import Refusal
from aetherboot.tool.folder import MANIFEST, Folder, written


def manifest(*names: str) -> bytes:
    """What accounts for these files."""
    return json.dumps({"format": "aetherboot-build",
                       "files": [{"name": name} for name in names]}).encode()


def make(target: pathlib.Path, force: bool = False, **files: bytes) -> None:
    """A folder of ours."""
    with Folder(str(target), force) as out:
        for name, data in files.items():
            out.write(name, [data])
        out.write(MANIFEST, [manifest(*files)])


def seen(folder: pathlib.Path) -> dict[str, bytes | None]:
    """Everything in a folder."""
    return {path.name: path.read_bytes() if path.is_file() else None for path in folder.iterdir()}


def test_parts_are_appended(tmp_path: pathlib.Path) -> None:
    parts = [b"abc", memoryview(b"defg"), b"", bytes(9000), b"\0" * 4096 + b"x", bytes(5000)]
    whole = b"".join(parts)
    with Folder(str(tmp_path / "out")) as out:
        out.write("a-0x1.bin", iter(parts))
        assert not (tmp_path / "out").exists()
        file = out.files["a-0x1.bin"]
        assert (file.name, file.size) == ("a-0x1.bin", len(whole))
        assert file.sha256 == hashlib.sha256(whole).hexdigest()
    assert seen(tmp_path / "out") == {"a-0x1.bin": whole}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_zeros_are_holes(tmp_path: pathlib.Path) -> None:
    with Folder(str(tmp_path / "out")) as out:
        out.write("a", [b"x", bytes(4 << 20), b"y", bytes(4 << 20)])
        with out.create("b", digest=False) as file:
            file.skip_to(1 << 30)
            file.write(b"z")
            file.skip_to(3 << 30)
        assert file.sha256 is None
    for name, size, what in (("a", (8 << 20) + 2, {0: b"x", (4 << 20) + 1: b"y"}),
                             ("b", 3 << 30, {1 << 30: b"z"})):
        status = os.stat(tmp_path / "out" / name)
        assert status.st_size == size and status.st_blocks * 512 <= 64 << 10
        with open(tmp_path / "out" / name, "rb") as file:
            for at, byte in what.items():
                file.seek(at - 1 if at else 0)
                assert file.read(3) == (b"\0" if at else b"") + byte + bytes(1 if at else 2) or \
                    at == 1 << 30


@pytest.mark.parametrize("name", ["", ".", "..", ".a", "a/b", "/a", "A", "a b", "a\n", "a\0", "ä",
                                  "twice"])
def test_names(tmp_path: pathlib.Path, name: str) -> None:
    with pytest.raises(ValueError, match="is no name"), Folder(str(tmp_path / "out")) as out:
        out.write("twice", [])
        out.write(name, [b"x"])
    assert not any(tmp_path.iterdir())


def test_an_error_leaves_nothing(tmp_path: pathlib.Path) -> None:
    with pytest.raises(ZeroDivisionError), Folder(str(tmp_path / "out")) as out:
        out.write("a", (bytes(1 // n) for n in (1, 0)))
    assert not any(tmp_path.iterdir())


def test_errors_name_the_target(tmp_path: pathlib.Path) -> None:
    target = str(tmp_path / "none" / "out")
    with pytest.raises(FileNotFoundError) as caught, Folder(target):
        pass
    assert caught.value.filename == target
    with pytest.raises(OSError) as full, Folder(str(tmp_path / "out")) as out:
        raise OSError(errno.ENOSPC, "full", os.path.join(out._new, "a"))
    assert full.value.filename == str(tmp_path / "out" / "a")


def test_what_is_not_ours_stays(tmp_path: pathlib.Path) -> None:
    target = tmp_path / "out"

    def refused(why: str, force: bool = True) -> None:
        before = seen(target) if target.is_dir() else target.read_bytes()
        with pytest.raises(Refusal, match=why):
            make(target, force, a=b"new")
        assert before == (seen(target) if target.is_dir() else target.read_bytes())
        assert [path.name for path in tmp_path.iterdir()] == ["out"]

    target.write_bytes(b"precious")
    refused("is no folder")
    target.unlink()
    make(target, a=b"old")
    refused("exists; --force", force=False)
    (target / "notes").write_bytes(b"mine")
    refused("did not write notes")
    (target / "notes").unlink()
    (target / "a").unlink()
    (target / "a").mkdir()
    refused("did not write a")
    (target / "a").rmdir()
    for text in (b"", b"{}", b"[]", b"[" * 100000, b'{"format": "another", "files": []}',
                 b'{"format": "aetherboot-build", "files": 1}', b"\xff\xfe", b"1" * 5000):
        (target / MANIFEST).write_bytes(text)
        assert written(str(target)) == set()
        refused("did not write manifest.json")


def test_ours_is_replaced(tmp_path: pathlib.Path) -> None:
    target = tmp_path / "out"
    target.mkdir()  # an empty one has nothing to lose
    make(target, a=b"1", b=b"1")
    make(target, force=True, a=b"2", c=b"2")
    assert seen(target) == {"a": b"2", "c": b"2", MANIFEST: manifest("a", "c")}
    os.symlink(target, tmp_path / "link")
    make(tmp_path / "link", force=True, d=b"3")
    assert seen(target) == {"d": b"3", MANIFEST: manifest("d")} and (tmp_path / "link").is_symlink()
    with pytest.raises(ZeroDivisionError), Folder(str(target), True) as out:
        out.write("a", [bytes(1 // 0)])
    assert seen(target) == {"d": b"3", MANIFEST: manifest("d")}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "out"]


def test_a_target_that_comes_meanwhile_stays(tmp_path: pathlib.Path) -> None:
    target = tmp_path / "out"
    with pytest.raises(Refusal, match="exists"), Folder(str(target)) as out:
        out.write("a", [b"x"])
        make(target, b=b"first")  # beside the one above, under another name
    assert (target / "b").read_bytes() == b"first"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_the_old_one_comes_back(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "out"
    make(target, a=b"old")
    rename = os.rename

    def fails(source: str, to: str) -> None:
        if source.endswith(".new"):
            raise OSError(errno.EIO, "no", source)
        rename(source, to)

    monkeypatch.setattr(os, "rename", fails)
    with pytest.raises(OSError, match="no"):
        make(target, force=True, a=b"new")
    assert seen(target) == {"a": b"old", MANIFEST: manifest("a")}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_what_others_left_stays(tmp_path: pathlib.Path) -> None:
    for i in range(100):
        (tmp_path / f".aetherboot.{os.getpid()}-{i}.new").mkdir()
        if i == 50:
            make(tmp_path / "out", a=b"x")
            assert not (tmp_path / f".aetherboot.{os.getpid()}-51.new").exists()
    with pytest.raises(Refusal, match="too many"):
        make(tmp_path / "out", force=True, a=b"y")
    assert len(list(tmp_path.iterdir())) == 101 and (tmp_path / "out" / "a").read_bytes() == b"x"


WRITER = """
import sys, time
from aetherboot.tool.folder import Folder
with Folder(sys.argv[1], True) as out:
    out.write("a", [b"half"])
    print("written", flush=True)
    time.sleep(60)
"""


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("exists", [False, True])
def test_a_signal_leaves_nothing(tmp_path: pathlib.Path, number: int, exists: bool) -> None:
    target = tmp_path / "out"
    if exists:
        make(target, b=b"old")
    with subprocess.Popen([sys.executable, "-c", WRITER, str(target)], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stdout.readline() == b"written\n"
        assert len(list(tmp_path.iterdir())) == 1 + exists
        process.send_signal(number)
        assert process.communicate(timeout=30) == (b"", b"")
    assert process.returncode == -number
    assert [path.name for path in tmp_path.iterdir()] == ["out"] * exists
    assert not exists or (target / "b").read_bytes() == b"old"


def test_an_ignored_signal_stays_ignored(tmp_path: pathlib.Path) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with Folder(str(tmp_path / "out")) as out:
            os.kill(os.getpid(), signal.SIGHUP)
            time.sleep(0)
            out.write("a", [b"x"])
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    assert seen(tmp_path / "out") == {"a": b"x"}


def test_the_current_folder_stays(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who is in it would be left in one that is gone; and one that is gone is told by its name."""
    monkeypatch.chdir(tmp_path)
    for name in (".", str(tmp_path), "../" + tmp_path.name):
        with pytest.raises(Refusal, match="is the current folder"), Folder(name):
            pass
    assert tmp_path.exists()
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    with pytest.raises(Refusal, match="^out: No such file"):
        Folder("out")
    monkeypatch.chdir(tmp_path)
