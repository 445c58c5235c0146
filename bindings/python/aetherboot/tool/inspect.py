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
    parser.add_argument("input", metavar="PATH", help="a file or a folder; its content tells what "
                        "it is")
    parser.add_argument("--json", action="store_true", help="print JSON, as inspect.schema.json of "
                        "the package describes")


def tree(path: str) -> Node:
    """Read an input, or refuse it."""
    from ..decode import Unreadable, read

    try:
        return read(path)
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

    root = tree(options.input)
    aml.explain(root)
    if options.json:
        from ..decode.document import document

        sys.stdout.writelines(document(root))
        return 0
    from ..decode.text import lines

    for line in lines(root, printable, sys.stdout.isatty()):
        show(line)
    return 0
