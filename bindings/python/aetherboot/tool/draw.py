# SPDX-License-Identifier: BSD-2-Clause
"""aetherboot draw: the memory map of a guest as SVG, or as an HTML page."""
from __future__ import annotations

import os
import signal
import stat
import sys

from . import Refusal, guest
from .folder import ENDINGS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable, Iterator


def arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    guest.arguments(parser)
    parser.add_argument("-o", "--output", metavar="OUT", default="-",
                        help="the drawing OUT.svg, or the page OUT.html; -, and without this "
                             "option: the drawing on standard output")


def run(options: Namespace) -> int:
    """Draw the plan."""
    kind = os.path.splitext(options.output)[1].lower()
    if options.output != "-" and kind not in (".svg", ".html"):
        raise Refusal(f"--output: {options.output} is not valid: must end in .svg or .html")
    plan = guest.read(options).plan()
    from . import drawing

    title = os.path.basename(options.file)
    parts = drawing.html_parts if kind == ".html" else drawing.svg_parts
    if options.output == "-":
        sys.stdout.buffer.writelines(_encoded(parts(plan, title)))
    else:
        write(options.output, list(_encoded(parts(plan, title))))
    return 0


def _encoded(parts: Iterator[str]) -> Iterator[bytes]:
    from itertools import islice

    while some := "".join(islice(parts, 10000)):
        yield some.encode()


def write(path: str, data: Iterable[bytes]) -> None:
    """Write a file, which has either its old content or the whole of the new one: the new one is
    made beside it. Pipes and devices are written to."""
    path = os.path.realpath(path)  # a symbolic link stays one
    try:
        if os.path.exists(path) and not stat.S_ISREG(os.stat(path).st_mode):
            with open(path, "wb") as file:
                file.writelines(data)
        else:
            _replace(path, data)
    except OSError as why:
        why.filename = path
        raise


def _replace(path: str, data: Iterable[bytes]) -> None:
    """Make the new file, and give it the name."""
    new = os.path.join(os.path.dirname(path), f".aetherboot-{os.urandom(8).hex()}")
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDINGS)  # or the new one would stay
    try:
        with open(new, "xb") as file:
            file.writelines(data)
        os.replace(new, path)
    except BaseException:
        if os.path.lexists(new):
            os.unlink(new)
        raise
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
