# SPDX-License-Identifier: BSD-2-Clause
"""The manifest of a folder of `build`, by manifest.schema.json: what is in it, and how the guest
enters."""
from __future__ import annotations

from . import plandata

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .._plan import Plan
    from .._types import Region
    from .folder import Folder

FORMAT = "aetherboot-build"
VERSION = 1


def manifest(guest: Plan, out: Folder, layout: str) -> dict[str, Any]:
    """What is in the folder, now that all else is written."""
    plan = plandata.head(guest)
    return {
        "format": FORMAT,
        "version": VERSION,
        "layout": layout,
        "arch": plandata.arch_name(guest.machine),
        "protocol": plan["protocol"],
        "files": [_file(out, name) for name in sorted(out.files)],
        "ram": plan["ram"],
        "regions": [_region(region, row, out)
                    for region, row in zip(guest.regions, plan["regions"], strict=True)],
        "cpus": list(plandata.cpus(guest)),
    }


def _file(out: Folder, name: str) -> dict[str, str]:
    file = out.files[name]
    row = {"name": name, "size": hex(file.size)}
    if file.sha256 is not None:
        row["sha256"] = file.sha256
    return row


def _region(region: Region, row: dict[str, str], out: Folder) -> dict[str, str]:
    row = {"kind": plandata.kind_name(region), **row}
    if region.base in out.placed:
        row["file"], offset, row["sha256"] = out.placed[region.base]
        row["offset"] = hex(offset)
    return row
