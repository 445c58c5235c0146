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
    memory(parser)
    parser.add_argument("--json", action="store_true", help="print JSON, as inspect.schema.json of "
                        "the package describes")


def memory(parser: argparse.ArgumentParser) -> None:
    """The options that tell of memory what it does not tell itself."""
    parser.add_argument("--base", metavar="ADDRESS", type=_address, help="a file is memory of a "
                        "guest, from this address on; ELF cores tell their addresses")
    parser.add_argument("--at", metavar="ADDRESS", type=_address, action="append", default=[],
                        help="tell what the guest was given at this address of memory, too: RSDP, "
                        "device tree, zero page, PVH start info and the like; may be repeated")


def _address(text: str) -> int:
    from argparse import ArgumentTypeError

    try:
        number = int(text, 0)
    except ValueError:
        number = -1
    if not 0 <= number < 1 << 52:
        raise ArgumentTypeError("must be an address of at most 52 bits, e.g. 0x40000000")
    return number


def tree(path: str | None, options: argparse.Namespace | None = None) -> Node:
    """Read an input, or refuse it. None: this machine. `options` are those of memory()."""
    from ..decode import Unreadable, live, read

    try:
        return live.read() if path is None else read(
            path, *((options.base, options.at) if options is not None else ()))
    except Unreadable as why:
        raise Refusal(str(why)) from None


def show(line: str) -> None:
    """Print a line; what the terminal's encoding does not have, as escapes."""
    try:
        sys.stdout.write(line + "\n")
    except UnicodeEncodeError:
        sys.stdout.write(line.encode("ascii", "backslashreplace").decode() + "\n")


def colours() -> bool:
    """Whether whoever reads wants colours: a terminal that has them, and no NO_COLOR."""
    from os import environ

    return sys.stdout.isatty() and not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"


def run(options: argparse.Namespace) -> int:
    """Print the answer."""
    import gc
    from os.path import isdir

    from ..decode import aml

    if (options.base is not None or options.at) and (options.live or isdir(options.input)):
        raise Refusal("inspect: --base and --at are for a file that is memory of a guest")
    gc.disable()  # which would walk the tree again and again, and find no cycle in it
    root = tree(None if options.live else options.input, options)
    aml.explain(root)
    gc.freeze()  # nor at the program's end
    if options.json:
        from ..decode.document import document

        sys.stdout.write("".join(document(root)))
        return 0
    from ..decode.text import lines

    sys.stdout.write("\n".join(lines(root, printable, colours())) + "\n")
    return 0
