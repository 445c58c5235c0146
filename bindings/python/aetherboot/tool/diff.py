# SPDX-License-Identifier: BSD-2-Clause
"""aetherboot diff: how two inputs differ, by what their parts stand for."""
from __future__ import annotations

import sys

from . import Refusal, printable
from .inspect import memory, show, tree

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ..decode.compare import Change

MAX_LINES = 100_000


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words of the command line."""
    parser.add_argument("inputs", metavar="PATH", nargs="+", help="two files or folders, as inspect "
                        "reads them; with --live, one")
    parser.add_argument("--live", action="store_true", help="compare this machine with the path")
    memory(parser)
    parser.add_argument("--json", action="store_true", help="print JSON, as diff.schema.json of the "
                        "package describes")


def run(options: argparse.Namespace) -> int:
    """Print a line for each difference. Returns 1 if there is one."""
    from ..decode.compare import changes
    from ..decode.node import Unreadable

    paths = [None, *options.inputs] if options.live else options.inputs
    if len(paths) != 2:
        raise Refusal("diff compares two inputs: give two paths, or one and --live")
    found = changes(tree(paths[0], options), tree(paths[1], options))
    try:
        return _json(found) if options.json else _text(found)
    except Unreadable as why:
        raise Refusal(str(why)) from None


def _text(found: Iterator[Change]) -> int:
    status = 0
    for change in found:
        if status == MAX_LINES:
            show(f"and more: only the first {MAX_LINES} differences are told")
            break
        status += 1
        show(printable(str(change)))
    return min(status, 1)


def _json(found: Iterator[Change]) -> int:
    from itertools import chain

    from ..decode.document import differences

    first = next(found, None)
    told = found if first is None else chain((first,), found)
    sys.stdout.writelines(differences(told, MAX_LINES))
    return int(first is not None)
