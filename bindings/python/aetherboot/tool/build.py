# SPDX-License-Identifier: BSD-2-Clause
"""aetherboot build: the bytes of a guest as files."""
from __future__ import annotations

import sys

from .._builders import vcpu_text
from .._enums import Arch
from . import guest as guests
from . import Refusal, placing, printable
from .folder import MANIFEST, Folder
from .manifest import manifest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from typing import Any

    from .._plan import Plan
    from .._types import Machine

ARGUMENTS = "qemu.args"
QEMU: dict[int, str] = {Arch.X86_64: "qemu_x86", Arch.ARM64: "qemu_arm64"}
LAYOUTS = {
    "folder": "a file for each region, named by its kind and address",
    "raw": "an image for each stretch of RAM, with holes",
    "qemu": f"what QEMU boots without a VMM of ours, and its arguments in {ARGUMENTS}",
}


def arguments(parser: ArgumentParser) -> None:
    """The words of the command."""
    guests.arguments(parser)
    parser.add_argument("-o", "--output", metavar="FOLDER", required=True,
                        help="what to make; nothing is written before all is known to be right")
    parser.add_argument("--format", choices=LAYOUTS, default="folder", dest="layout",
                        help="; ".join(f"{name}: {text}" for name, text in LAYOUTS.items()) +
                             " (default: folder)")
    parser.add_argument("--force", action="store_true",
                        help="replace FOLDER, if build wrote all that is in it")


def run(options: Namespace) -> int:
    """Build what the words say."""
    file = guests.read(options)
    if options.layout == "qemu" and file.machine.arch in QEMU:
        reserve = qemu(file.machine).reserve(file.machine)
        file.payload = file.payload.replace(reserve=[*file.payload.reserve, *reserve])
    guest = file.plan()
    for warning in guest.warnings:
        print(f"aetherboot: warning: {printable(file.explain(warning))}", file=sys.stderr)
    try:
        with Folder(options.output, options.force) as out:
            write(guest, out, options.layout)
    except Refusal as why:
        raise file.located(why) from None
    return 0


def qemu(machine: Machine) -> Any:
    """The module that knows QEMU's machines of an architecture."""
    from importlib import import_module

    return import_module(f".{QEMU[machine.arch]}", __package__)


def write(guest: Plan, out: Folder, layout: str) -> None:
    """Write a guest in a layout, the registers of its CPUs, and the manifest."""
    placing.refuse_endless(guest)
    if layout == "qemu":
        arguments = qemu(guest.machine).make(guest, out)
        out.write(ARGUMENTS, ["".join(f"{argument}\n" for argument in arguments).encode()])
    else:
        extents = placing.images if layout == "raw" else placing.regions
        placing.place(guest, out, extents(guest))
    out.write("registers.txt", (vcpu_text(guest.entry(i)) for i in range(guest.machine.n_cpus)))
    out.write(MANIFEST, [lines(manifest(guest, out, layout)).encode()])


def lines(told: dict[str, Any]) -> str:
    """JSON with a row of a list a line: for people, for grep, and of little cost."""
    import json

    members = []
    for name, value in told.items():
        text = json.dumps(value)
        if isinstance(value, list) and value:
            text = "[\n" + ",\n".join(f"  {json.dumps(row)}" for row in value) + "\n ]"
        members.append(f' "{name}": {text}')
    return "{\n" + ",\n".join(members) + "\n}\n"
