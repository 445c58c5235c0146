# SPDX-License-Identifier: BSD-2-Clause
"""The command itself: its words, its exits, its one line for an error."""
from __future__ import annotations

import subprocess
import sys

import pytest
from aetherboot import __version__, tool


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


def test_each_command_has_a_module() -> None:
    for name, text in tool.COMMANDS.items():
        done = command(name, "-h")
        assert done.returncode == 0, done.stderr
        assert text in done.stdout.replace("\n", " ")


@pytest.mark.parametrize("text, want", [
    ("plain text, also ä", "plain text, also ä"), ("\x1b[2J", r"\x1b[2J"), ("a\nb", r"a\nb"),
    ("\u202eevil", r"\u202eevil"), ("\udcff", r"\udcff")])
def test_printable(text: str, want: str) -> None:
    assert tool.printable(text) == want
