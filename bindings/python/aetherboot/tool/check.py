# SPDX-License-Identifier: BSD-2-Clause
"""aetherboot check: whether what a guest boots from is right, by rules."""
from __future__ import annotations

import sys

from . import Refusal, printable
from .inspect import colours, memory, show, tree

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from ..decode import Node

MAX_INPUTS = 1000


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words of the command line."""
    parser.add_argument("inputs", metavar="PATH", nargs="*", help="a file or a folder, as inspect "
                        "reads it; several are parts of one guest and are checked together")
    parser.add_argument("--live", action="store_true", help="check this machine, as inspect --live "
                        "reads it")
    memory(parser)
    parser.add_argument("--ignore", metavar="ID", action="append", default=[], help="leave a rule "
                        "out; may be given several times")
    parser.add_argument("--json", action="store_true", help="print JSON, as check.schema.json of "
                        "the package describes")
    parser.add_argument("--list", action="store_true", help="print all rules with their cures, and "
                        "check nothing")


def run(options: argparse.Namespace) -> int:
    """Print a line for each finding. Returns 1 if there is one."""
    from os.path import isdir

    from .. import check

    if bool(options.inputs) + options.live + options.list != 1:
        raise Refusal("check: one of PATH, --live and --list must be given")
    if options.list and (options.json or options.ignore):
        raise Refusal("check: --list prints all rules as text, without --json and --ignore")
    if (options.base is not None or options.at) and (
            len(options.inputs) != 1 or isdir(options.inputs[0])):
        raise Refusal("check: --base and --at are for one file that is memory of a guest")
    rules = check.rules()
    if options.list:
        from ..check.text import listing

        for line in listing(rules):
            show(line)
        return 0
    known = {rule.id for rule in rules}
    for name in options.ignore:
        if name not in known:
            raise Refusal(f"--ignore {name}: is no rule; --list prints all of them")
    inputs = [("this machine", tree(None))] if options.live else _trees(options)
    report = check.check(inputs, options.ignore)
    if options.json:
        from ..check.document import document

        sys.stdout.writelines(document(report))
    else:
        from ..check.text import lines

        for line in lines(report, printable, colours()):
            show(line)
    return 1 if report.found else 0


def _trees(options: argparse.Namespace) -> list[tuple[str, Node]]:
    """Read all inputs. Together they have at most as many parts as one may have."""
    from ..check.inputs import everything
    from ..decode.node import MAX_NODES

    paths: list[str] = options.inputs
    if len(paths) > MAX_INPUTS:
        raise Refusal(f"check: {len(paths)} inputs are given, at most {MAX_INPUTS} may be")
    found: list[tuple[str, Node]] = []
    left = MAX_NODES
    for path in paths:
        root = tree(path, options)
        left -= sum(1 for _ in everything(root))
        if left < 0 and found:
            raise Refusal(f"{path}: all inputs together have more than {MAX_NODES} parts")
        found.append((path, root))
    return found
