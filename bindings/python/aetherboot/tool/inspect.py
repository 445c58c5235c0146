# SPDX-License-Identifier: BSD-2-Clause
"""aetherboot inspect: what is in a file or a folder that a guest boots from."""
from __future__ import annotations

import sys

from . import Refusal, printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from ..decode import Node


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words of the command line."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("input", metavar="PATH", nargs="?", help="a file or a folder; its content "
                      "tells what it is")
    what.add_argument("--live", action="store_true", help="this machine: its ACPI tables, device "
                      "tree and boot_params, as far as it has and shows them")
    parser.add_argument("--json", action="store_true", help="print JSON, as inspect.schema.json of "
                        "the package describes")


def tree(path: str | None) -> Node:
    """Read an input, or refuse it. None: this machine."""
    from ..decode import Unreadable, live, read

    try:
        return live.read() if path is None else read(path)
    except Unreadable as why:
        raise Refusal(str(why)) from None


def show(line: str) -> None:
    """Print a line; what the terminal's encoding does not have, as escapes."""
    try:
        sys.stdout.write(line + "\n")
    except UnicodeEncodeError:
        sys.stdout.write(line.encode("ascii", "backslashreplace").decode() + "\n")


def run(options: argparse.Namespace) -> int:
    """Print the answer."""
    from ..decode import aml

    root = tree(None if options.live else options.input)
    aml.explain(root)
    if options.json:
        from ..decode.document import document

        sys.stdout.writelines(document(root))
        return 0
    from ..decode.text import lines

    for line in lines(root, printable, sys.stdout.isatty()):
        show(line)
    return 0
