# SPDX-License-Identifier: BSD-2-Clause
"""The words of a command line: only of the command that is asked for, as each parser costs."""
from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, HelpFormatter, Namespace

from .._types import VERSION_MAJOR, VERSION_MINOR, VERSION_PATCH
from . import COMMANDS, module, printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection
    from typing import NoReturn

    from _typeshed import SupportsWrite

COLUMNS = 80  # where there is no terminal to ask


class Formatter(HelpFormatter):
    """argparse makes one for each argument, and asks shutil for the width, whose import takes as
    long as all else here."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


class Parser(ArgumentParser):
    """A parser which tells that help and version could not be written, and of wrong words in one
    line."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(prog=prog, description=description, allow_abbrev=False,
                         formatter_class=Formatter)

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}; {self.prog} --help tells all words\n")

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        where = file or sys.stderr
        if message and where is not None:  # words may be names of files that others gave
            where.write("\n".join(map(printable, message.split("\n"))))


def _columns() -> int:
    """The width of the terminal."""
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and 0 < len(told) < 5 and int(told):
        return int(told)
    try:
        return os.get_terminal_size(1).columns or COLUMNS
    except OSError:
        return COLUMNS


def parsed(words: list[str]) -> tuple[str, Namespace]:
    """The command that the words name, and what they say to it. Ends the program for help, version
    and words that are wrong."""
    if not words or words[0] not in COMMANDS:
        return _without_command(words)
    name = words[0]
    parser = Parser(f"aetherboot {name}", COMMANDS[name])
    module(name).arguments(parser)
    return name, parser.parse_args(words[1:])


def top(whole: Collection[str] = ()) -> Parser:
    """The parser of all commands, with the words of those that are named."""
    parser = Parser("aetherboot", "Describe, plan and inspect guests.")
    parser.add_argument("--version", action="version", version=(
        f"aetherboot {VERSION_MAJOR}.{VERSION_MINOR}.{VERSION_PATCH}"))
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, text in COMMANDS.items():
        command = commands.add_parser(name, prog=f"aetherboot {name}", help=text, description=text)
        if name in whole:
            module(name).arguments(command)
    return parser


def _without_command(words: list[str]) -> tuple[str, Namespace]:
    """What all of them say that do not begin with a command: help, version, or an error."""
    parser = top()
    parser.parse_args(words)
    parser.error(f"{words[0]}: the command must come first")
