# SPDX-License-Identifier: BSD-2-Clause
"""The command `aetherboot`: what the package knows, for a shell.

Each subcommand is a module of this folder with `arguments(parser)` and `run(options)`, which
returns the exit status. It is imported when it is asked for, so a command costs what it uses.
"""
from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

COMMANDS: dict[str, str] = {  # name, which is its module, and what the help says
    "build": "write a guest as files: regions, images of RAM, or what QEMU boots",
    "check": "judge by rules whether what a guest boots from is right",
    "diff": "show how two tables, device trees, folders or other parts of guests differ",
    "draw": "draw the memory map of a guest",
    "extract": "take a kernel, a UKI or an initrd apart into files",
    "inspect": "show what is in a table, a device tree, or another part of a guest",
    "plan": "print where everything of a guest lies",
}


class Refusal(Exception):
    """Input that a command refuses. Its text is one sentence: file, line, key, value, rule. Where
    no file is known, `key` is what a machine file can say about it."""

    def __init__(self, text: str, key: str = "") -> None:
        super().__init__(text)
        self.key = key


def printable(text: str) -> str:
    """A text from outside for a terminal or a line: control characters, also those of Unicode,
    and bytes that are no UTF-8 are written as escapes."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else f"\\x{ord(c) & 255:02x}" if "\udc80" <= c <= "\udcff"
                   else c.encode("unicode_escape").decode() for c in text)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line. Returns the exit status: 0, 1 of some commands, 2 for an error."""
    try:
        return _told(list(sys.argv[1:] if argv is None else argv))
    except KeyboardInterrupt:
        return 130


def _ready_stdout() -> None:
    """Make standard output one that an error is told of, and that takes every letter."""
    import io

    if sys.stdout is None:  # the shell has closed it: what is written there fails
        import os

        sys.stdout = open(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")
    if isinstance(sys.stdout, io.TextIOWrapper):  # not every terminal has all letters
        sys.stdout.reconfigure(errors="backslashreplace")


def module(name: str):  # type: ignore[no-untyped-def]
    """The module of a command."""
    from importlib import import_module

    return import_module("." + name, __name__)


def _run(words: list[str]) -> int:
    """Run the command that the words name; help and version are written by reading the words."""
    from .words import parsed

    try:
        name, options = parsed(words)
    except SystemExit:
        if sys.stdout is not None:
            sys.stdout.flush()  # an error of this goes before what the words came to
        raise
    _ready_stdout()
    status = int(module(name).run(options))
    sys.stdout.flush()
    return status


def _told(words: list[str]) -> int:
    """Each error is one line on stderr, never a traceback."""
    from .._call import AetherbootError

    try:
        return _run(words)
    except BrokenPipeError:  # whoever read has enough
        _discard(sys.stdout)
        return 2
    except (AetherbootError, Refusal, MemoryError) as why:
        text = str(why) or "out of memory"
    except OSError as why:
        text = f"{'standard output' if why.filename is None else why.filename}: {why.strerror}"
        if why.filename is None:
            _discard(sys.stdout)
    if sys.stderr is not None:  # else print() takes standard output
        try:
            print(f"aetherboot: {printable(text)}", file=sys.stderr, flush=True)
        except OSError:  # Python would end with 1, which tells of a difference or a finding
            _discard(sys.stderr)
    return 2


def _discard(stream: TextIO) -> None:
    """Nobody gets what a stream still has: the interpreter must not try at its end."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
