# SPDX-License-Identifier: BSD-2-Clause
"""aetherboot extract: other programs find the same in its files; what fails leaves nothing."""
from __future__ import annotations

import bz2
import gzip
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import time

import pytest
from aetherboot import tool
from aetherboot.tool import scan
from hypothesis import given
from hypothesis import strategies as st
from test_decode_hostile import archive, pe_file
from test_decode_initrd import cpio, packed
from test_decode_kernel import DEBIAN, said, uki, ways

BANNER = b"Linux version 6.9.1-test (me@here) (gcc 13) #7 SMP Debian\n\0"
EARLY = b"Linux version 6.9.1-test (me@here) (gcc 13) # SMP Debian\n\0"


def extract(capsys: pytest.CaptureFixture[str], path: pathlib.Path, out: pathlib.Path,
            ) -> tuple[str, dict[str, bytes]]:
    """What it prints, and the files."""
    status = tool.main(["extract", str(path), "-o", str(out)])
    text, err = capsys.readouterr()
    assert status == 0 and not err, err
    return text, {file.name: file.read_bytes() for file in out.iterdir()}


def note(ident: bytes) -> bytes:
    return scan.NOTE + ident * 20


def inner(ident: bytes) -> bytes:
    """An ELF with a build ID, as a vDSO is."""
    head = b"\x7fELF\2\1\1" + bytes(9) + struct.pack("<HHIQQQIHHHHHH", 3, 183, 1, 0, 64, 0, 0, 64,
                                                      56, 1, 0, 0, 0)
    return head + struct.pack("<IIQQQQQQ", 4, 4, 120, 0, 0, 36, 36, 4) + note(ident)


def image(*parts: bytes) -> bytes:
    """An arm64 Image that contains these parts."""
    return ways()["device tree, Image"] + bytes(64).join([b"", *parts])


@pytest.mark.parametrize("path", DEBIAN, ids=lambda path: str(path.parent.name))
def test_debian_kernels(path: pathlib.Path, tmp_path: pathlib.Path,
                        capsys: pytest.CaptureFixture[str]) -> None:
    """`file` tells the same version of the bzImage, readelf the same build ID, xz or lz4 unpack the
    same bytes."""
    text, files = extract(capsys, path, tmp_path / "out")
    if path.name == "Image":
        assert files["image"] == path.read_bytes() and "as the file is" in text
        assert path.parent.name in files["version"].decode().split()[2]
        assert "signature is lost" not in text and len(files["build-id"]) == 41
        return
    assert set(files) == {"vmlinux", "version", "build-id"} and "signature is lost" in text
    told = re.search(r"version (\S+ \(\S+\)) (#.*?), RO-rootFS", said("file", "-L", path))
    assert told
    begin, _, end = files["version"].decode().strip().partition(" (gcc")
    assert begin == f"Linux version {told[1]}" and end.endswith(told[2])
    found = re.search(r"Build ID: (\w+)", said("readelf", "-n", tmp_path / "out/vmlinux"))
    assert found and files["build-id"].decode() == found[1] + "\n"
    data = path.read_bytes()
    at = min(i for i in (data.find(b"\xfd7zXZ\0", 4096), data.find(b"\x02\x21\x4c\x18", 4096))
             if i > 0)
    program = "xz" if data[at] == 0xfd else "lz4"
    plain = subprocess.run([program, "-dc"], input=data[at:], capture_output=True,
                           check=False).stdout
    assert len(plain) > 1 << 20 and files["vmlinux"][:len(plain)] == plain


def config_text() -> bytes:
    """The configuration of a Debian package, or another."""
    found = [file for path in DEBIAN for file in path.parent.glob("boot/config-*")]
    return found[0].read_bytes() if found else b"CONFIG_A=y\n" * 9000


def test_config_as_the_package_has_it(tmp_path: pathlib.Path,
                                      capsys: pytest.CaptureFixture[str]) -> None:
    """It is in an ELF as kernel/configs.c of Linux puts it there."""
    text = config_text()
    (tmp_path / "with").write_bytes(
        ways()["linux, ELF"] + b"IKCFG_ST" + b"no gzip" + b"IKCFG_ST" + gzip.compress(text, 9)
        + b"IKCFG_ED" + EARLY + BANNER)
    (tmp_path / "packed").write_bytes(gzip.compress((tmp_path / "with").read_bytes()))
    for name in ("with", "packed"):
        told, files = extract(capsys, tmp_path / name, tmp_path / f"out-{name}")
        assert files["config"] == text and files["version"] == BANNER[:-2] + b"\n"
        assert files["vmlinux"] == (tmp_path / "with").read_bytes()
        assert ("as the file is" in told) == (name == "with")
        assert "signature" not in told


def test_the_build_id_of_the_kernel_itself(tmp_path: pathlib.Path,
                                           capsys: pytest.CaptureFixture[str]) -> None:
    for i, (parts, want) in enumerate((
            ([inner(b"\x11"), note(b"\x22")], "22" * 20), ([inner(b"\x11")], None),
            ([note(b"\x22"), note(b"\x33")], None), ([note(b"\x22"), inner(b"\x22")], "22" * 20))):
        (tmp_path / "in").write_bytes(image(*parts))
        told, files = extract(capsys, tmp_path / "in", tmp_path / str(i))
        assert files.get("build-id") == (None if want is None else want.encode() + b"\n")
        assert ("the kernel has no build ID" in told) == (want is None)


def test_a_uki(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    parts = {"cmdline": b"console=ttyS0 quiet", "uname": b"6.1.0-57", "dtb": b"\xd0\x0d\xfe\xed",
             "linux": ways()["linux, bzImage"], "initrd": gzip.compress(b"070701" * 99),
             "ucode": b"070701" * 30}
    told, files = extract(capsys, uki(tmp_path, parts), tmp_path / "out")
    for name in set(parts) - {"linux"}:
        assert files[name] == parts[name]
        assert re.search(rf"^{name} +{len(parts[name])}  ", told, re.M)
    _, plain = extract(capsys, tmp_path / "linux", tmp_path / "plain")
    assert files["vmlinux"] == plain["vmlinux"] and plain["vmlinux"][:4] == b"\x7fELF"


def test_an_initrd(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "one/file").write_bytes(b"contents" * 99)
    plain = cpio(tmp_path, "one")
    plain = plain[:plain.index(b"TRAILER!!!") + 14]  # behind that are zeros
    parts = {"initrd-1.cpio": plain, "initrd-2.cpio.gz": gzip.compress(plain),
             "initrd-3.cpio.bz2": bz2.compress(plain + plain),
             "initrd-4.cpio.zst": packed("zstd", plain)}
    (tmp_path / "in").write_bytes(b"".join(parts.values()))
    told, files = extract(capsys, tmp_path / "in", tmp_path / "out")
    assert files == parts
    assert re.findall(r"^(\S+) +\d+  (.*)$", told, re.M) == [
        ("initrd-1.cpio", "cpio archive, 2 entries"),
        ("initrd-2.cpio.gz", "gzip compressed archive, 2 entries"),
        ("initrd-3.cpio.bz2", "bzip2 compressed archive, 4 entries"),
        ("initrd-4.cpio.zst", "Zstandard compressed archive, 2 entries")]
    (tmp_path / "in").write_bytes(b"".join(list(parts.values())[1:]))
    _, files = extract(capsys, tmp_path / "in", tmp_path / "again")
    assert list(files.values()) != [] and set(files.values()) == set(list(parts.values())[1:])


def test_profiles_of_a_uki(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What boots without a choice is the base and the first profile; each is written alone, too."""
    parts = {"cmdline": b"quiet", "linux": ways()["linux, bzImage"], "profile": b"ID=rescue\n",
             "initrd": gzip.compress(b"070701" * 99), "uname": b"6.1"}
    _, files = extract(capsys, uki(tmp_path, parts), tmp_path / "out")
    assert files["cmdline"] == b"quiet" and files["profile-0"] == b"ID=rescue\n"
    assert files["profile-0-initrd"] == files["initrd"] == parts["initrd"]
    assert files["profile-0-uname"] == b"6.1" and "vmlinux" in files
    assert {"profile-0-cmdline", "profile-1"}.isdisjoint(files)


def test_an_addon(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It has no kernel. Profiles are counted, and the first of a name is the one."""
    rows = [(b".cmdline", b"quiet"), (b".cmdline", b"loud"), (b".sbat", b"sbat"),
            (b".dtb", b"tree"), (b".profile", b"ID=a"), (b".ucode", b"code"),
            (b".profile", b"ID=b"), (b".dtb", b"t")]
    data = pe_file(*((name, 4096 + 16 * i, len(part)) for i, (name, part) in enumerate(rows)))
    data = data[:4096] + b"".join(part.ljust(16, b"\0") for _, part in rows)
    (tmp_path / "in").write_bytes(data)
    told, files = extract(capsys, tmp_path / "in", tmp_path / "out")
    assert files == {"cmdline": b"quiet", "dtb": b"tree", "profile-0": b"ID=a",
                     "profile-1": b"ID=b", "profile-0-ucode": b"code", "profile-1-dtb": b"t"}
    assert told.count("of the addon, as it is there") == 6
    many = pe_file(*[(b".cmdline", 4096, 4)] + [(b".profile", 4096, 4)] * 300)
    (tmp_path / "in").write_bytes(many)
    assert tool.main(["extract", str(tmp_path / "in"), "-o", str(tmp_path / "many")]) == 2
    assert "has more than 256 profiles" in capsys.readouterr().err


@pytest.mark.parametrize("codec, command", [("gzip", ["gzip", "-9n"]), ("zstd", ["zstd", "-q"])])
def test_zboot_of_debian(codec: str, command: list[str], tmp_path: pathlib.Path,
                         capsys: pytest.CaptureFixture[str]) -> None:
    """Debian's Image, put into a zboot file as Makefile.zboot does it: header, payload, and behind
    that, for all codecs but gzip, the size of what is unpacked, which the header does not count."""
    path = next((path for path in DEBIAN if path.name == "Image"), None)
    if path is None or shutil.which(command[0]) is None:
        pytest.skip("no arm64 Image in the cache, or no packer")
    plain = path.read_bytes()
    inner = subprocess.run([*command, "-c"], input=plain, capture_output=True, check=True).stdout
    word = b"" if codec == "gzip" else len(plain).to_bytes(4, "little")
    head = struct.pack("<2s2x4sII8x32sI", b"MZ", b"zimg", 4096, len(inner), codec.encode(),
                       0x818223CD) + (64).to_bytes(4, "little")
    head += pe_file()[64:256].replace(b"\x64\x86", b"\x64\xaa")
    (tmp_path / "in").write_bytes(head.ljust(4096, b"\0") + inner + word)
    told, files = extract(capsys, tmp_path / "in", tmp_path / "out")
    assert files["image"] == plain and {"image", "version", "build-id"} <= files.keys()
    assert "as the file is" not in told


def test_a_large_elf(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Data for debuggers lie behind the segments, and are not read."""
    data = ways()["linux, ELF"]
    (tmp_path / "in").write_bytes(data)
    os.truncate(tmp_path / "in", 600 << 20)
    told, files = extract(capsys, tmp_path / "in", tmp_path / "out")
    assert "as the file is up to the end of its segments" in told
    assert 0 < len(files["vmlinux"]) <= len(data)
    assert data.startswith(files["vmlinux"])
    assert tool.main(["inspect", str(tmp_path / "in")]) == 0
    whole = capsys.readouterr().out
    assert "program header [0]" in whole and "beyond the end" not in whole
    wide = bytearray(data)
    wide[64 + 32:64 + 40] = (300 << 20).to_bytes(8, "little")  # p_filesz
    (tmp_path / "in").write_bytes(wide)
    os.truncate(tmp_path / "in", 600 << 20)
    assert tool.main(["inspect", str(tmp_path / "in")]) == 2
    assert "has segments that end at" in capsys.readouterr().err


def test_the_build_id_of_a_big_endian_kernel(tmp_path: pathlib.Path,
                                             capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in").write_bytes(image(scan.BIG_NOTE + b"\x44" * 20))
    _, files = extract(capsys, tmp_path / "in", tmp_path / "out")
    assert files["build-id"] == b"44" * 20 + b"\n"
    vdso = bytearray(struct.pack(">16sHHIQQQIHHHHHH", b"\x7fELF\2\2\1", 3, 183, 1, 0, 64, 0, 0, 64,
                                 56, 1, 0, 0, 0))
    vdso += struct.pack(">IIQQQQQQ", 4, 4, 120, 0, 0, 36, 36, 4) + scan.BIG_NOTE + b"\x55" * 20
    (tmp_path / "in").write_bytes(image(vdso, scan.BIG_NOTE + b"\x44" * 20))
    _, files = extract(capsys, tmp_path / "in", tmp_path / "again")
    assert files["build-id"] == b"44" * 20 + b"\n"


@given(st.lists(st.integers(0, 3000), max_size=12), st.integers(0, 40))
def test_blocks_may_end_anywhere(cuts: list[int], before: int) -> None:
    data = bytes(before) + EARLY + BANNER + inner(b"\x11") + bytes(before) + note(b"\x22") + \
        b"IKCFG_ST" + gzip.compress(b"CONFIG_A=y\n" * 100) + b"IKCFG_ED"
    for cut in (cuts, range(len(data))):
        found, at = scan.Scan(), 0
        for end in [*sorted(cut), len(data)]:
            found.feed(data[at:end])
            at = max(at, end)
        assert found.size == len(data)
        assert found.version().encode() == BANNER[:-2]
        assert found.build_id() == "22" * 20
        assert found.config() == b"CONFIG_A=y\n" * 100
        assert len(found._found[scan.ELF]) == 1  # none is found again in the next block


def test_few_configurations_are_tried() -> None:
    found = scan.Scan()
    found.feed((b"IKCFG_ST" + gzip.compress(bytes(15 << 20), 9)) * 300)
    start = time.process_time()
    assert found.config() == b"" and time.process_time() - start < 3


@pytest.mark.parametrize("content, words", [
    (b"", "of no known kind"), (b"\xd0\x0d\xfe\xed" + bytes(40), "of the kind device tree"),
    (gzip.compress(ways()["linux, ELF"])[:-100], "gzip"),
    (b"\x89LZO\0\r\n\x1a\n" + bytes(99), "lzo"),
    (ways()["linux, bzImage"][:3000], "payload_length"), (b"\x7fELF\2", "ELF"),
    (b"MZ" + bytes(58) + b"\x40\0\0\0PE\0\0" + bytes(200), "")])
def test_refused(content: bytes, words: str, tmp_path: pathlib.Path,
                 capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in").write_bytes(content)
    status = tool.main(["extract", str(tmp_path / "in"), "-o", str(tmp_path / "out")])
    out, err = capsys.readouterr()
    assert status == 2 and not out and err.count("\n") == 1 and words in err
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_nothing_is_replaced(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in").write_bytes(ways()["linux, ELF"])
    extract(capsys, tmp_path / "in", tmp_path / "out")
    before = {path.name: path.stat() for path in (tmp_path / "out").iterdir()}
    assert tool.main(["extract", str(tmp_path / "in"), "-o", str(tmp_path / "out")]) == 2
    assert capsys.readouterr().err == f"aetherboot: {tmp_path}/out: exists\n"
    assert before == {path.name: path.stat() for path in (tmp_path / "out").iterdir()}


def test_what_is_told_is_there(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list is printed when the folder has appeared."""
    (tmp_path / "in").write_bytes(ways()["linux, ELF"])
    there = []
    monkeypatch.setattr("aetherboot.tool.inspect.show",
                        lambda line: there.append((tmp_path / "out" / line.split()[0]).exists()))
    assert tool.main(["extract", str(tmp_path / "in"), "-o", str(tmp_path / "out")]) == 0
    assert there[0] and len(there) == 4


@pytest.mark.parametrize("name", ["linux, ELF", "an initrd"])
def test_a_full_disk(name: str, tmp_path: pathlib.Path) -> None:
    """What does not fit, where the disk is as large as a file may be, leaves nothing."""
    data = archive((b"../../escape\x1b[2J", b"x" * 9999), (b"/dev/full", b"x")) \
        if name == "an initrd" else ways()[name]
    (tmp_path / "in").write_bytes(data)
    words = [sys.executable, "-m", "aetherboot", "extract", tmp_path / "in", "-o"]
    done = subprocess.run(["sh", "-c", 'ulimit -f 1; exec "$@"', "sh", *words, tmp_path / "out"],
                          capture_output=True, check=False, timeout=60, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"aetherboot: {tmp_path}/out{done.stderr.partition('/out')[2]}"
    assert done.stderr.endswith(": File too large\n") and done.stderr.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["in"]
    with open("/dev/full", "w") as full:  # the list is lost, but the files are whole
        done = subprocess.run([*words, tmp_path / "out"], stdout=full, stderr=subprocess.PIPE,
                              check=False, timeout=60, text=True)
    assert (done.returncode, done.stderr) == (
        2, "aetherboot: standard output: No space left on device\n")
    first = "initrd-1.cpio" if name == "an initrd" else "vmlinux"
    assert (tmp_path / "out" / first).read_bytes().startswith(data[:9999])
    assert {path.name for path in tmp_path.iterdir()} == {"in", "out"}


@pytest.mark.parametrize("target", ["", "a\0b", "none/out"])
def test_no_name_for_a_folder(target: str, tmp_path: pathlib.Path,
                              capsys: pytest.CaptureFixture[str],
                              monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").write_bytes(ways()["linux, ELF"])
    assert tool.main(["extract", "in", "-o", target]) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and \
        ("must be the path of a folder" in err) == (target != "none/out")
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


BOMBS = {
    "gzip": lambda: gzip.compress(bytes(300 << 20), 1),
    "bzip2": lambda: bz2.compress(bytes(300 << 20)),
    "a full one": lambda: gzip.compress(bytes(255 << 20), 1),
    "patterns": lambda: gzip.compress((scan.CONFIG + scan.BANNER + scan.NOTE + b"\x7fELF\2") *
                                      (4 << 20), 1),
    "initrd": lambda: gzip.compress(archive((b"a", bytes(600 << 20))), 1),
    "a large initrd": lambda: archive((b"a", os.urandom(180 << 20))),
    "no kernel": lambda: ways()["linux, ELF"] + os.urandom(180 << 20)}


@pytest.mark.parametrize("name", BOMBS)
def test_bounds(name: str, tmp_path: pathlib.Path) -> None:
    """Ten seconds and 512 MiB, also for what is made to take more."""
    (tmp_path / "in").write_bytes(BOMBS[name]())
    done = subprocess.run(
        ["sh", "-c", 'ulimit -v 524288; ulimit -t 10; exec "$0" -m aetherboot "$@"',
         sys.executable, "extract", str(tmp_path / "in"), "-o", str(tmp_path / "out")],
        capture_output=True, check=False, timeout=60, text=True)
    assert done.returncode == (2 if name in ("gzip", "bzip2", "initrd") else 0), done.stderr[-500:]
    why = "it has more than 10000 archives or 512 MiB" if name == "initrd" else \
        "the kernel must have at most 256 MiB unpacked"
    assert done.stderr.endswith(why + "\n" if done.returncode else "")
    assert done.stderr.count("\n") == bool(done.returncode)
    assert (tmp_path / "out").exists() == (done.returncode == 0)
