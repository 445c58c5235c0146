#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Write the seeds of the build target: scripts without misuse for each of the three.

usage: seeds-build.py CORPUS        e.g. tests/fuzz/corpus"""
import pathlib
import sys


def steps(*rows):
    return b"".join(bytes(row).ljust(6, b"\0") for row in rows)


END = (1,)
DEVICE, METHOD, PACKAGE = (0, 1, 1), (0, 0, 2, 1), (0, 0, 7)
SEEDS = {
    "aml-scope": b"\0" + steps((0, 2, 0), DEVICE, (3, 0, 0), (4, 7, 4), METHOD, (0, 0, 4), (4, 0, 8, 0), END, (0, 0, 5),
                               END, END, END, END),
    "aml-data": b"\0" + steps((3, 0, 0), PACKAGE, (4, 0, 0, 200), (4, 0, 2), (4, 0, 3, 9), (4, 14, 5), END,
                              (3, 1, 0), (0, 0, 11), (3, 0, 7, 2, 0, 0), (3, 0, 10, 1, 20, 8), END),
    "aml-field": b"\0" + steps((3, 0, 4, 0), (4, 0, 0, 1), (4, 0, 0, 8), (0, 0, 9, 1), (3, 0, 5, 8, 0), END,
                               (3, 1, 2, 1), (3, 1, 3)),
    "tree": b"\1" + steps((3, 13, 5, 1), (0, 10), (7,), (4, 13, 2), (0, 9), (8, 0, 1, 2), (2,), (2,), (0, 0), (6, 13, 1, 2, 3, 3),
                          (5, 7, 1, 3), (9, 8, 1), (2,)),
    "tree-siblings": b"\1" + steps((0, 10), (2,), (0, 0), (2,), (0, 10), (2,)),
    "cmdline": b"\2" + steps((0, 10), (1, 10, 5), (2, 0, 8, 28, 1, 5), (0, 15), (1, 0, 15)),
}
folder = pathlib.Path(sys.argv[1]) / "build"
folder.mkdir(exist_ok=True)
for name, content in SEEDS.items():
    (folder / name).write_bytes(content)
