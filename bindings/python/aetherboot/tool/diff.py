# SPDX-License-Identifier: BSD-2-Clause
"""aetherboot diff: how two inputs differ, by what their parts stand for."""
from __future__ import annotations

from . import printable
from .inspect import memory, show, tree

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

MAX_LINES = 100_000


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words of the command line."""
    parser.add_argument("first", metavar="FIRST", help="a file or a folder, as inspect reads it")
    parser.add_argument("second", metavar="SECOND", help="what it is compared with")
    memory(parser)


def run(options: argparse.Namespace) -> int:
    """Print a line for each difference. Returns 1 if there is one."""
    from ..decode.compare import changes

    status = 0
    for change in changes(tree(options.first, options), tree(options.second, options)):
        if status == MAX_LINES:
            show(f"and more: only the first {MAX_LINES} differences are told")
            break
        status += 1
        show(printable(str(change)))
    return min(status, 1)
