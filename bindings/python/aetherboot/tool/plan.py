# SPDX-License-Identifier: BSD-2-Clause
"""aetherboot plan: where everything of a guest lies."""
from __future__ import annotations

import sys

from . import guest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from .._plan import Plan


def arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    guest.arguments(parser)
    parser.add_argument("--json", action="store_true",
                        help="print it as JSON, with the registers of each CPU")


def run(options: Namespace) -> int:
    """Print the plan."""
    plan = guest.read(options).plan()
    if options.json:
        write_json(plan)
    else:
        sys.stdout.write(plan.text)  # in which the library lets no control character through
    return 0


def write_json(plan: Plan) -> None:
    """The plan by its schema, a CPU at a time: there may be many."""
    import json

    from . import plandata

    text = json.dumps(plandata.head(plan), indent=1)
    sys.stdout.write(text.removesuffix("\n}") + ',\n "cpus": [')
    comma = ""
    for cpu in plandata.cpus(plan):
        sys.stdout.write(f"{comma}\n  {json.dumps(cpu)}")
        comma = ","
    sys.stdout.write("\n ]\n}\n")
