# SPDX-License-Identifier: BSD-2-Clause
"""What the commands share that take a guest: a machine file, and options in place of parts of its
payload, by the names that aetherboot-kvm has for them."""
from __future__ import annotations

from . import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from typing import Any

    from .machinefile import MachineFile


def arguments(parser: ArgumentParser) -> None:
    """Declare them."""
    parser.add_argument("file", metavar="FILE", help="machine file (TOML)")
    parser.add_argument("--kernel", metavar="FILE", help="the kernel, in place of the file's")
    parser.add_argument("--initrd", metavar="FILE", action="append",
                        help="initial RAM disk, in place of the file's; given more than once: one "
                             "after the other")
    parser.add_argument("--cmdline", metavar="TEXT",
                        help="kernel command line, in place of the file's")
    parser.add_argument("--append", metavar="TEXT", action="append", default=[],
                        help="more words behind the command line, whichever it is; may be given "
                             "more than once")


def read(options: Namespace) -> MachineFile:
    """The guest that the arguments name. Raises Refusal, or OSError for a file."""
    from . import machinefile

    for text in filter(None, (options.cmdline, *options.append)):
        if any("\ud800" <= c <= "\udfff" for c in text):
            raise Refusal(f"the command line: {machinefile.shown(text)} is not valid: must be "
                          "UTF-8")
    overrides: dict[str, Any] = {"kernel": options.kernel, "initrds": options.initrd,
                                 "cmdline": options.cmdline}
    file = machinefile.read(options.file, **{name: value for name, value in overrides.items()
                                             if value is not None})
    if options.append:
        words = [whole(file), *options.append]
        file.payload = file.payload.replace(cmdline=" ".join(word for word in words if word))
    return file


def whole(file: MachineFile) -> str | None:
    """The command line that is there without more words: the file's, or else a UKI's own."""
    from .. import AetherbootError, Protocol, image_probe

    payload = file.payload
    if payload.cmdline is not None or payload.protocol in (Protocol.FLAT, Protocol.FLAT32):
        return payload.cmdline
    try:
        own = image_probe(payload.kernel, payload.profile).uki.cmdline
    except AetherbootError:
        return None  # the plan refuses it, or there is none
    return bytes(own).decode(errors="replace")
