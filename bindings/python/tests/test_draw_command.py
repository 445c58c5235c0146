# SPDX-License-Identifier: BSD-2-Clause
"""aetherboot draw: files that are written whole or not at all, and errors in one line."""
from __future__ import annotations

import os
import pathlib
import resource
import signal
import subprocess
import sys
import threading
import xml.etree.ElementTree as ET

import pytest
from aetherboot.tool import draw, drawing
from aetherboot.tool.machinefile import read
from conftest import HERE, golden, kernel
from test_draw import HOSTILE, SVG, Tags, rows

EXAMPLES = sorted((HERE / "examples").glob("*.toml"))
LEAST = 'machine.arch = "x86-64"\nmachine.n_cpus = 1\nmachine.ram = [{ size = "64M" }]\n'


def run(*words: str | pathlib.Path | bytes, **how: object) -> subprocess.CompletedProcess[bytes]:
    """Run `aetherboot draw`."""
    done: subprocess.CompletedProcess[bytes] = subprocess.run(
        [sys.executable, "-m", "aetherboot", "draw", *words], capture_output=True, check=False,
        timeout=60, **how)  # type: ignore[call-overload]
    return done


def refused(done: subprocess.CompletedProcess[bytes]) -> str:
    """The one line of an error."""
    text = done.stderr.decode()
    assert done.returncode == 2 and done.stdout == b"", done
    assert text.startswith("aetherboot: ") and text.count("\n") == 1 and text[-1] == "\n", text
    return text[12:-1]


def guest(folder: pathlib.Path, more: str = "") -> pathlib.Path:
    """A machine file with its kernel."""
    (folder / "kernel").write_bytes(kernel())
    path = folder / "machine.toml"
    path.write_text(LEAST + 'payload.kernel = "kernel"\n' + more)
    return path


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples(path: pathlib.Path, tmp_path: pathlib.Path) -> None:
    arm = "arm64" in path.read_text()
    image = tmp_path / "kernel"
    image.write_bytes(golden()["arm64-virt-like"][1][0].kernel if arm else kernel())
    plan = read(path, kernel=str(image)).plan()
    for words in (), ("-o", "-"), ("--output", str(tmp_path / "x.svg")):
        done = run(path, "--kernel", image, *words)
        assert (done.returncode, done.stderr) == (0, b"")
        text = done.stdout or (tmp_path / "x.svg").read_bytes()
        assert text.decode() == drawing.svg(plan, path.name)
    done = run(path, "--kernel", image, "-o", tmp_path / "x.HTML")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (tmp_path / "x.HTML").read_text() == drawing.html(plan, path.name)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["kernel", "x.HTML", "x.svg"]


def test_names_of_a_file(tmp_path: pathlib.Path) -> None:
    """Names and command line by TOML, under a name that is hostile itself."""
    def quoted(text: str) -> str:
        return '"' + "".join(f"\\U{ord(c):08x}" for c in text) + '"'

    pools = "".join(f"[[payload.reserve]]\nname = {quoted(name)}\nbase = {(32 << 20) + i * 65536}\n"
                    'size = 4096\ntype = "reserved"\n' for i, name in enumerate(HOSTILE))
    path = guest(tmp_path, f"payload.cmdline = {quoted(''.join(HOSTILE))}\n{pools}")
    bad = os.fsencode(tmp_path) + b"/<b>\xff\x1b[2J\n&.toml"
    os.rename(path, bad)
    done = run(bad, env=os.environ | {"PYTHONIOENCODING": "latin-1", "LC_ALL": "C"})
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode()
    title = ET.fromstring(text).findtext(SVG + "title")
    assert title == "Memory map: <b>\\xff\\x1b[2J\\n&.toml"
    assert sum("(reserved)" in (row.findtext(SVG + "title") or "") for row in rows(text)) == 13
    out = tmp_path / "x.html"
    assert run(bad, "-o", out).returncode == 0
    assert [tag for tag, _ in Tags(out.read_text()).tags].count("script") == 1


@pytest.mark.parametrize("name", ["x.png", "x", "svg", ".svg", "x.svg.gz", ""])
def test_other_names(tmp_path: pathlib.Path, name: str) -> None:
    assert "--output: " in refused(run(guest(tmp_path), "-o", name, cwd=tmp_path))
    assert not (tmp_path / name).is_file()


def test_errors_leave_what_is_there(tmp_path: pathlib.Path) -> None:
    path, out = guest(tmp_path), tmp_path / "x.svg"
    out.write_text("old")
    path.write_text(path.read_text().replace("64M", "1M"))
    assert f"{path}:" in refused(run(path, "-o", out))
    path.write_text(path.read_text().replace("size", "sise"))
    assert f"{path}:3: machine.ram[0].sise" in refused(run(path, "-o", out))
    assert "No such file" in refused(run(tmp_path / "none.toml", "-o", out))
    assert out.read_text() == "old"
    guest(tmp_path)
    assert f"{tmp_path}/none/x.svg: No such file" in refused(run(path, "-o", "none/x.svg",
                                                                 cwd=tmp_path))
    (tmp_path / "folder.svg").mkdir()
    assert "folder.svg" in refused(run(path, "-o", tmp_path / "folder.svg"))
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "folder.svg", "kernel", "machine.toml", "x.svg"]


def test_a_full_disk(tmp_path: pathlib.Path) -> None:
    """A limit on sizes of files stands for it."""
    path, out = guest(tmp_path), tmp_path / "x.svg"
    out.write_text("old")
    done = run(path, "-o", out, preexec_fn=lambda: resource.setrlimit(
        resource.RLIMIT_FSIZE, (5000, 5000)))
    assert f"{out}: File too large" in refused(done)
    assert out.read_text() == "old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["kernel", "machine.toml", "x.svg"]
    with open("/dev/full", "wb") as full:
        done = subprocess.run([sys.executable, "-m", "aetherboot", "draw", path], stdout=full,
                              stderr=subprocess.PIPE, check=False, timeout=60)
    assert done.returncode == 2
    assert done.stderr == b"aetherboot: standard output: No space left on device\n"


def test_who_reads_has_enough(tmp_path: pathlib.Path) -> None:
    with subprocess.Popen([sys.executable, "-m", "aetherboot", "draw", guest(tmp_path)],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 2


def test_cost_of_many_regions(tmp_path: pathlib.Path) -> None:
    """About as many as a machine file has room for, within 280 MiB."""
    one = '{{name="<p>",base={},size=4096,type="reserved"}},\n'
    path = guest(tmp_path, "payload.reserve = [\n" + "".join(
        one.format((4 << 30) + i * 8192) for i in range(36000)) + "]\n")
    path.write_text(path.read_text().replace('[{ size = "64M" }]', """[
        { size = "64M" }, { base = "4G", size = "8G" }]"""))
    out = tmp_path / "x.html"
    done = run(path, "-o", out, preexec_fn=lambda: resource.setrlimit(
        resource.RLIMIT_AS, (280 << 20, 280 << 20)))
    assert (done.returncode, done.stderr) == (0, b"")
    with open(out, "rb") as file:
        file.seek(-8, os.SEEK_END)
        assert file.read() == b"</html>\n"
    out.unlink()


# ---- write()


def test_write_replaces(tmp_path: pathlib.Path) -> None:
    path, link = tmp_path / "a.svg", tmp_path / "b.svg"
    link.symlink_to("a.svg")
    before = os.umask(0o027)
    try:
        draw.write(str(link), [b"one"])
    finally:
        os.umask(before)
    assert link.is_symlink() and path.read_bytes() == b"one"
    assert path.stat().st_mode & 0o777 == 0o640
    with open(path, "rb") as reader:  # who has it open keeps the old content
        draw.write(str(path), [b"two"])
        assert reader.read() == b"one"
    assert path.read_bytes() == b"two"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.svg", "b.svg"]


def test_write_to_a_pipe(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "a.svg"
    os.mkfifo(path)
    found = []
    reader = threading.Thread(target=lambda: found.append(path.read_bytes()))
    reader.start()
    draw.write(str(path), [b"drawing" * 50000])
    reader.join()
    assert found == [b"drawing" * 50000] and path.is_fifo()


def test_write_and_a_signal(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that arrives meanwhile acts when the file is whole, and nothing else is left."""
    path = tmp_path / "a.svg"
    real = os.replace

    def replace(new: str, old: str) -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        real(new, old)

    def ended(_number: int, _frame: object) -> None:
        raise InterruptedError

    monkeypatch.setattr(os, "replace", replace)
    before = signal.signal(signal.SIGTERM, ended)
    try:
        with pytest.raises(InterruptedError):
            draw.write(str(path), [b"whole"])
    finally:
        signal.signal(signal.SIGTERM, before)
    assert [p.read_bytes() for p in tmp_path.iterdir()] == [b"whole"]
    assert signal.SIGTERM not in signal.pthread_sigmask(signal.SIG_BLOCK, [])
