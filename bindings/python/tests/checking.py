# SPDX-License-Identifier: BSD-2-Clause
"""How the cases of rules are kept and run."""
from __future__ import annotations

import pathlib
from collections.abc import Mapping
from importlib import import_module

from aetherboot import check
from aetherboot.decode import read

Files = Mapping[str, bytes]
HERE = pathlib.Path(__file__).parent


class Case:
    """What tries a rule: a fault, and what is nearly the same and legal.

    The files are checked together. One whose name has a slash is in a folder, which is checked as
    one. `also` are the rules that the fault breaks, too; the near miss breaks none but those of
    `near_also`. `text` is a part of what the rule says of the fault.
    """

    def __init__(self, fault: Files, near: Files, also: set[str] | None = None,
                 near_also: set[str] | None = None, text: str = "") -> None:
        self.fault = fault
        self.near = near
        self.also = also or set()
        self.near_also = near_also or set()
        self.text = text


def cases() -> dict[str, Case]:
    """The cases of all modules, by the ids of the rules."""
    found: dict[str, Case] = {}
    for path in sorted(HERE.glob("check_*.py")):
        more: dict[str, Case] = import_module(path.stem).CASES
        assert not found.keys() & more.keys(), found.keys() & more.keys()
        found |= more
    return found


def more() -> list[tuple[str, Case]]:
    """Further cases: rules that can be broken in several ways."""
    return [one for path in sorted(HERE.glob("check_*.py"))
            for one in getattr(import_module(path.stem), "MORE", ())]


def report(files: Files, folder: pathlib.Path) -> check.Report:
    """Check files together."""
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    tops = dict.fromkeys(name.partition("/")[0] for name in files)
    return check.check([(top, read(str(folder / top))) for top in tops])


def ids(report: check.Report) -> set[str]:
    """The rules that are broken."""
    return {one.rule.id for one in report.found}
