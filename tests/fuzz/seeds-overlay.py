#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Write the seeds of the overlay target: scripts for what dtc writes, of old and now.

usage: seeds-overlay.py CORPUS        e.g. tests/fuzz/corpus"""
import pathlib
import re
import sys

SOURCE = (pathlib.Path(__file__).resolve().parent / "fuzz_overlay.c").read_text()


def names(table):
    return re.findall(r'"((?:[^"\\]|\\.)*)"', re.search(table + r"\[\] = \{(.*?)\};", SOURCE, re.S)[1])


NODES, PROPS, TEXTS = names("node_names"), names("prop_names"), names("texts")


def begin(name):
    return bytes([0, NODES.index(name), 0, 0])


def u32(name, value):
    return bytes([3, PROPS.index(name), value, 0])


def text(name, value):
    return bytes([5, PROPS.index(name), TEXTS.index(value), 0])


def cells(name, size, first):
    return bytes([6, PROPS.index(name), size, first])


END, FRAGMENT = bytes([2, 0, 0, 0]), bytes([7, 0, 0, 0])
FIXUP = begin("__fixups__") + text("gic", "/fragment@0/__overlay__/a:acme,x:0") + END
LOCAL = begin("__local_fixups__") + begin("fragment@0") + begin("__overlay__") + begin("a") + u32("acme,x", 4) + 4 * END


def stolen(name):
    """An overlay whose list of references says that a node's own phandle is the GIC's."""
    return (FRAGMENT + begin("a") + u32(name, 1) + 3 * END + begin("__fixups__") +
            text("gic", f"/fragment@0/__overlay__/a:{name}:0") + END)


def overlay(phandle, fixup=FIXUP, local=LOCAL):
    return FRAGMENT + begin("a") + cells("acme,x", 8, 0) + END + begin("b") + phandle + END + 2 * END + fixup + local


SEEDS = {
    "plain": FRAGMENT + begin("a") + u32("acme,x", 1) + text("compatible", "okay"),
    "gic": FRAGMENT + begin("a") + cells("acme,x", 8, 7) + 3 * END + FIXUP,
    "now": overlay(u32("phandle", 1)),
    "both": overlay(u32("phandle", 1) + u32("linux,phandle", 1)),
    "legacy": overlay(u32("linux,phandle", 1)),
    "ibm": overlay(u32("ibm,phandle", 1)),
    "tree": u32("#address-cells", 2) + u32("#size-cells", 2) + begin("a") + u32("phandle", 1) + END +
    begin("b") + u32("acme,x", 1) + END + begin("__local_fixups__") + begin("b") + u32("acme,x", 0) + 2 * END,
    "reserved": FRAGMENT + begin("reserved-memory") + cells("ranges", 0, 0) + begin("a@1") + cells("reg", 16, 1),
    "stolen": stolen("phandle"),
    "stolen-legacy": stolen("linux,phandle"),
    "bad": FRAGMENT + begin("1bad") + begin("a@") + u32("x y", 1),
}
folder = pathlib.Path(sys.argv[1]) / "overlay"
folder.mkdir(exist_ok=True)
for name, content in SEEDS.items():
    (folder / name).write_bytes(content)
