#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Write the man page of `aetherboot` and its completions for bash and zsh, from what its own parsers
say. They are kept in help/, as their tools are not those of a build.

usage: help.py [FOLDER]"""
import argparse
import os
import pathlib
import sys

import shtab
from argparse_manpage.manpage import Manpage

HERE = pathlib.Path(__file__).resolve().parents[1]
DATE = "2026-11-30"  # of the release
FILES = {"FILE", "OUT", "PATH", "FIRST", "SECOND"}  # metavars
FOLDERS = {"FOLDER"}
SECTIONS = {
    "EXIT STATUS": """\
.TP
.B 0
done; of
.BR diff ,
no difference; of
.BR check ,
no finding
.TP
.B 1
of
.BR diff ,
a difference; of
.BR check ,
a finding
.TP
.B 2
an error, which is one line on standard error""",
    "SEE ALSO": ".BR aetherboot\\-kvm (1)",
}


def actions(parser):
    """The words of a parser and of its commands."""
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from actions(command)


def texts():
    """(name, text) of each file."""
    from aetherboot import VERSION_MAJOR, VERSION_MINOR, VERSION_PATCH
    from aetherboot.tool import COMMANDS, words

    os.environ["COLUMNS"] = "70"  # also with the page's escapes a line has at most 80
    parser = words.top(COMMANDS)
    for action in actions(parser):
        name = action.metavar or action.dest.upper()
        if name in FILES | FOLDERS:
            action.complete = shtab.DIRECTORY if name in FOLDERS else shtab.FILE
    for shell, name in ("bash", "aetherboot.bash"), ("zsh", "_aetherboot"):
        lines = shtab.complete(parser, shell).splitlines()
        yield name, "".join(line.rstrip() + "\n" for line in lines)
    version = f"{VERSION_MAJOR}.{VERSION_MINOR}.{VERSION_PATCH}"
    page = Manpage(parser, {"date": DATE, "project_name": "libaetherboot", "version": version,
                            "manual_title": "User Commands",
                            "description": "describe, plan and inspect guests"})
    for heading, text in SECTIONS.items():
        page.add_section(heading, "=", text)
    text = str(page).replace(DATE.replace("-", "\\-"), DATE, 1)
    text = text.replace(".SH\nPOSITIONAL ARGUMENTS", ".SH COMMANDS")
    yield "aetherboot.1", "".join(line.rstrip() + "\n" for line in text.splitlines())


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "help"
    folder.mkdir(exist_ok=True)
    for name, text in texts():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
