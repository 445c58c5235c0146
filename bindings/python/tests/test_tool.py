# SPDX-License-Identifier: BSD-2-Clause
"""The command itself: its words, its exits, its one line for an error."""
from __future__ import annotations

import os
import pathlib
import subprocess
import sys

import pytest
from aetherboot import Fdt, __version__, acpi_madt, tool
from conftest import MACHINE, kernel


def command(*words: str) -> subprocess.CompletedProcess[str]:
    """Run `aetherboot`."""
    return subprocess.run([sys.executable, "-m", "aetherboot", *words], text=True,
                          capture_output=True, check=False, timeout=60)


def test_version() -> None:
    done = command("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"aetherboot {__version__}\n", "")


@pytest.mark.parametrize("words", [(), ("fly",), ("--fly",)])
def test_wrong_words(words: tuple[str, ...]) -> None:
    done = command(*words)
    assert done.returncode == 2 and done.stdout == "" and "Traceback" not in done.stderr


def test_ctrl_c_before_a_command_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("argparse.ArgumentParser.parse_args", interrupted)
    assert tool.main(["plan", "file"]) == 130


def test_help_goes_where_somebody_reads() -> None:
    done = subprocess.run(["sh", "-c", '"$@" >&-', "sh", sys.executable, "-m", "aetherboot", "-h"],
                          stderr=subprocess.PIPE, text=True, check=False, timeout=60)
    assert done.returncode == 0 and done.stderr.startswith("usage: ")
    assert "ignored" not in done.stderr


@pytest.mark.parametrize("words", ["-h", "--help", "--version", "plan -h", "build --help"])
@pytest.mark.parametrize("buffered", ["", "1"])
def test_help_for_a_full_disk(words: str, buffered: str) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([sys.executable, "-m", "aetherboot", *words.split()], stdout=full,
                              stderr=subprocess.PIPE, text=True, check=False, timeout=60,
                              env=os.environ | {"PYTHONUNBUFFERED": buffered})
    assert (done.returncode, done.stderr) == (
        2, "aetherboot: standard output: No space left on device\n")


@pytest.mark.parametrize("columns, most", [("60", 60), ("132", 132), ("0", 80), ("x", 80)])
def test_help_is_as_wide_as_the_terminal(columns: str, most: int) -> None:
    done = subprocess.run([sys.executable, "-m", "aetherboot", "build", "-h"], text=True,
                          capture_output=True, check=False, timeout=60,
                          env=os.environ | {"COLUMNS": columns})
    assert most - 12 <= max(map(len, done.stdout.split("\n"))) <= most - 2


def test_a_command_loads_what_it_uses(tmp_path: pathlib.Path) -> None:
    """Each of these modules takes as long as a command has to read its words."""
    (tmp_path / "kernel").write_bytes(kernel("linux, bzImage"))
    (tmp_path / "m.toml").write_text(
        "machine = { arch = 'x86-64', n_cpus = 1, ram = [{ size = '512M' }] }\n"
        "payload.kernel = 'kernel'\n")
    script = ("import sys\nfrom aetherboot.tool import main\nstatus = main(sys.argv[1:])\n"
              "print([name for name in ('shutil', 'lzma', 'inspect', 'dataclasses', 'difflib', "
              "'hashlib', 'aetherboot.tool.build') if name in sys.modules], status)")
    done = subprocess.run([sys.executable, "-c", script, "plan", tmp_path / "m.toml"], text=True,
                          capture_output=True, check=False, timeout=60)
    assert done.stdout.endswith("[] 0\n"), done


@pytest.mark.parametrize("words", [("plan",), ("plan", "--json"), ("draw",), ("inspect",)])
def test_standard_output_is_closed(words: tuple[str, ...], tmp_path: pathlib.Path) -> None:
    path = tmp_path / "m.toml"
    (tmp_path / "kernel").write_bytes(kernel("linux, bzImage"))
    path.write_text("machine = { arch = 'x86-64', n_cpus = 1, ram = [{ size = '512M' }] }\n"
                    "payload.kernel = 'kernel'\n")
    if words == ("inspect",):
        path.write_bytes(Fdt.build(lambda fdt: fdt.flag("a")))
    done = subprocess.run(["sh", "-c", '"$@" >&-', "sh", sys.executable, "-m", "aetherboot", *words,
                           str(path)], stderr=subprocess.PIPE, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (
        2, "aetherboot: standard output: Bad file descriptor\n")


def test_standard_error_is_closed() -> None:
    done = subprocess.run(["sh", "-c", '"$@" 2>&-', "sh", sys.executable, "-m", "aetherboot",
                           "plan", "/nonexistent"], stdout=subprocess.PIPE, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (2, b"")


def test_letters_that_a_terminal_has_not() -> None:
    script = ("from aetherboot.tool import main, plan\nplan.run = lambda _: print('\\u6f22') or 0\n"
              "raise SystemExit(main(['plan', 'file']))")
    done = subprocess.run([sys.executable, "-c", script], text=True, capture_output=True,
                          check=False, timeout=60, env=os.environ | {"PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stdout, done.stderr) == (0, "\\u6f22\n", "")


def on_a_terminal(words: list[str], **variables: str) -> str:
    """What a command writes to a terminal."""
    ours, theirs = os.openpty()
    try:
        env = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
        subprocess.run([sys.executable, "-m", "aetherboot", *words], stdout=theirs, check=False,
                       timeout=60, env=env | {"TERM": "xterm"} | variables)
        return os.read(ours, 1 << 16).decode()
    finally:
        os.close(ours)
        os.close(theirs)


def test_colours_are_for_terminals_that_have_them(tmp_path: pathlib.Path) -> None:
    table = bytearray(acpi_madt(MACHINE))
    table[9] ^= 1  # the checksum
    (tmp_path / "madt").write_bytes(table)
    for name in ("inspect", "check"):
        words = [name, str(tmp_path / "madt")]
        assert "\x1b[31m" in on_a_terminal(words)
        assert "\x1b[31m" in on_a_terminal(words, NO_COLOR="")  # as no-color.org has it
        plain = [on_a_terminal(words, NO_COLOR="1"), on_a_terminal(words, TERM="dumb"),
                 command(*words).stdout]
        assert "\x1b" not in plain[0] and len({text.replace("\r", "") for text in plain}) == 1


def test_words_that_are_no_text() -> None:
    """A shell makes words of the names of files, which others may have given."""
    done = command("inspect", "file", "\x1b[2J\u202e")
    assert (done.returncode, done.stdout) == (2, "") and "\nusage" not in done.stderr
    assert done.stderr == (r"aetherboot inspect: unrecognized arguments: \x1b[2J\u202e"
                           "; aetherboot inspect --help tells all words\n")


def test_an_error_of_a_file_names_it() -> None:
    """Also one that comes when it is read; it is not standard output's."""
    for words in (["plan", "/proc/self/mem"], ["draw", "/proc/self/mem"]):
        done = command(*words)
        assert (done.returncode, done.stdout, done.stderr) == (
            2, "", "aetherboot: /proc/self/mem: Input/output error\n")


def test_each_command_has_a_module() -> None:
    for name, text in tool.COMMANDS.items():
        done = command(name, "-h")
        assert done.returncode == 0, done.stderr
        assert text in done.stdout.replace("\n", " ")


@pytest.mark.parametrize("text, want", [
    ("plain text, also ä", "plain text, also ä"), ("\x1b[2J", r"\x1b[2J"), ("a\nb", r"a\nb"),
    ("\u202eevil", r"\u202eevil"), ("\udcff", r"\xff"), ("\ud800", r"\ud800")])
def test_printable(text: str, want: str) -> None:
    assert tool.printable(text) == want
