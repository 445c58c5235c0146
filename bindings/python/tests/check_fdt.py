# SPDX-License-Identifier: BSD-2-Clause
"""Of each rule over device trees: a fault that fires it, and a legal near miss that does not. The
trees are written here, byte by byte."""
from __future__ import annotations

import copy
import struct
from collections.abc import Mapping
from typing import Any

from checking import Case

Inner = dict[str, Any]


def c(*cells: int) -> bytes:
    """Cells."""
    return b"".join(cell.to_bytes(4, "big") for cell in cells)


def t(*texts: str) -> bytes:
    """Strings."""
    return b"".join(text.encode() + b"\0" for text in texts)


def dtb(top: Inner, reserve: tuple[tuple[int, int], ...] = (), boot: int = 0,
        versions: tuple[int, int] = (17, 16), more: bytes = b"") -> bytes:
    """A tree: bytes are properties, a dict is a node, a list is one after the other."""
    names: dict[str, int] = {}
    strings = bytearray()

    def one(name: str, value: Any) -> bytes:
        if isinstance(value, list):
            return b"".join(one(name, each) for each in value)
        if isinstance(value, dict):
            return node(name, value)
        if name not in names:
            names[name] = len(strings)
            strings.extend(name.encode() + b"\0")
        return c(3, len(value), names[name]) + value + bytes(-len(value) % 4)

    def node(name: str, inner: Inner) -> bytes:
        raw = name.encode() + b"\0"
        rows = sorted(inner.items(), key=lambda row: isinstance(row[1], dict))
        return c(1) + raw + bytes(-len(raw) % 4) + b"".join(
            one(*row) for row in rows) + c(2)

    block = b"".join(struct.pack(">QQ", *row) for row in (*reserve, (0, 0)))
    structure = node("", top) + c(9)
    first = 40 + len(block)
    total = first + len(structure) + len(strings) + len(more)
    return c(0xD00DFEED, total, first, first + len(structure), 40, *versions, boot,
             len(strings), len(structure)) + block + structure + strings + more


PSCI = {"compatible": t("arm,psci-1.0", "arm,psci-0.2"), "method": t("hvc")}
TIMER = {"compatible": t("arm,armv8-timer"),
         "interrupts": c(1, 13, 8, 1, 14, 8, 1, 11, 8, 1, 10, 8)}
GIC = {"compatible": t("arm,gic-v3"), "reg": c(0, 0x8000000, 0, 0x10000, 0, 0x80A0000, 0, 0x40000),
       "interrupt-controller": b"", "#interrupt-cells": c(3), "phandle": c(1)}
SERIAL = {"compatible": t("arm,pl011", "arm,primecell"), "reg": c(0, 0x9000000, 0, 0x1000),
          "interrupts": c(0, 1, 4), "clocks": c(2, 2), "clock-names": t("uartclk", "apb_pclk")}
CLOCK = {"compatible": t("fixed-clock"), "#clock-cells": c(0), "clock-frequency": c(24000000),
         "phandle": c(2)}
MEMORY = {"device_type": t("memory"), "reg": c(0, 0x40000000, 0, 0x10000000)}


def cpu(number: int, **more: bytes) -> Inner:
    return {"device_type": t("cpu"), "compatible": t("arm,armv8"), "reg": c(number),
            "enable-method": t("psci"), "phandle": c(0x10 + number)} | more


BOARD: Inner = {
    "#address-cells": c(2), "#size-cells": c(2), "compatible": t("acme,board"),
    "model": t("Board"), "interrupt-parent": c(1),
    "aliases": {"serial0": t("/serial@9000000")},
    "chosen": {"bootargs": t("quiet"), "stdout-path": t("serial0:115200n8"),
               "linux,initrd-start": c(0, 0x48000000), "linux,initrd-end": c(0, 0x48001000)},
    "clock": CLOCK,
    "cpus": {"#address-cells": c(1), "#size-cells": c(0), "cpu@0": cpu(0), "cpu@1": cpu(1),
             "cpu-map": {"cluster0": {"core0": {"cpu": c(0x10)}, "core1": {"cpu": c(0x11)}}}},
    "interrupt-controller@8000000": GIC,
    "memory@40000000": MEMORY,
    "psci": PSCI,
    "serial@9000000": SERIAL,
    "timer": TIMER,
}


def board(changes: Mapping[str, Any] | None = None, **more: Any) -> dict[str, bytes]:
    """BOARD with other values at some paths; None removes."""
    top = copy.deepcopy(BOARD)
    for path, value in (changes or {}).items():
        *above, name = path.split("/")
        at = top
        for part in above:
            at = at.setdefault(part, {})
        if value is None:
            del at[name]
        else:
            at[name] = value
    return {"a": dtb(top, **more)}


def at(data: Mapping[str, bytes], offset: int, new: bytes) -> dict[str, bytes]:
    """Other bytes at a place."""
    whole = data["a"]
    return {"a": whole[:offset] + new + whole[offset + len(new):]}


GOOD = board()
TOTAL = len(GOOD["a"])
PCI = {"compatible": t("pci-host-ecam-generic"), "device_type": t("pci"), "#address-cells": c(3),
       "#size-cells": c(2), "reg": c(0x40, 0, 0, 0x10000000), "bus-range": c(0, 0xFF),
       "ranges": c(0x2000000, 0, 0x10000000, 0, 0x10000000, 0, 0x20000000),
       "#interrupt-cells": c(1), "interrupt-map-mask": c(0x1800, 0, 0, 7),
       "interrupt-map": c(0, 0, 0, 1, 1, 0, 3, 4, 0, 0, 0, 2, 1, 0, 4, 4)}
RESERVED = {"#address-cells": c(2), "#size-cells": c(2), "ranges": b"",
            "pool@41000000": {"reg": c(0, 0x41000000, 0, 0x1000)}}


def without(node: Inner, *names: str, **more: Any) -> Inner:
    """A node without some properties, and with others."""
    return {name: value for name, value in node.items() if name not in names} | more


def reserved(base: int, size: int, **more: bytes) -> dict[str, bytes]:
    return board({"reserved-memory": without(
        RESERVED, "pool@41000000", **{f"pool@{base:x}": {"reg": c(0, base, 0, size), **more}})})


def caches(**more: bytes) -> dict[str, bytes]:
    return board({"cpus/cpu@0": cpu(0, **{"next-level-cache": c(9)}),
                  "cpus/l2-cache": {"compatible": t("cache"), "phandle": c(9)} | more})


def bridge(name: str, first: int) -> dict[str, bytes]:
    """A device below a host bridge, whose address begins with a cell."""
    return board({"pcie@4000000000": PCI | {name: {"reg": c(first, 0, 0, 0, 0),
                                                   "compatible": t("pci1234,5678")}}})


LOCAL = {"interrupt-controller": b"", "#interrupt-cells": c(2), "phandle": c(8)}
NO_MEMORY = {"memory@40000000": None, "chosen/linux,initrd-start": None,
             "chosen/linux,initrd-end": None}
BIG = {"blob": bytes((2 << 20) - TOTAL - 20)}
SPIN: dict[str, bytes] = {"enable-method": t("spin-table"), "cpu-release-addr": c(0, 0x40000100)}

CASES = {
    "fdt.structure": Case(board(more=bytes(8)) | at(GOOD, 8, c(TOTAL)),
                          board(more=bytes(8))),
    "fdt.version": Case(board(versions=(18, 18)), board(versions=(17, 17))),
    "fdt.boot-cpu": Case(board(boot=2), board(boot=1)),
    "fdt.duplicate": Case(board({"chosen/bootargs": [t("a"), t("b")]}),
                          board({"chosen/bootargs": t("a"), "clock/bootargs": t("b")})),
    "fdt.name": Case(board({"clock/rate$": c(1)}), board({"clock/acme,rate?": c(1)})),
    "fdt.name-fragment": Case(board({"clock/quency": c(1)}), board({"clock/type": c(1)})),
    "fdt.value": Case(board({"clock/clock-frequency": c(1, 2, 3)}),
                      board({"clock/clock-frequency": c(0, 24000000)})),
    "fdt.cells": Case(board({"cpus/#size-cells": None}, boot=0), board({"clock/#size-cells": c(1)}),
                      {"fdt.reg"}),
    "fdt.reg": Case(board({"memory@40000000/reg": c(0, 0x40000000, 0x10000000)}),
                    board({"memory@40000000/reg": c(0, 0x40000000, 0, 0x8000000,
                                                    0, 0x48000000, 0, 0x8000000)})),
    "fdt.ranges": Case(board({"pcie@4000000000": without(PCI, ranges=PCI["ranges"][4:])}),
                       board({"pcie@4000000000": PCI})),
    "fdt.unit-address": Case(board({"memory@40000000": None, "memory@4000000": MEMORY}),
                             board({"memory@40000000": None, "memory@40000000,0": MEMORY})),
    "fdt.pci-address": Case(bridge("pci@1,2", 0xB00), bridge("pci@1,3", 0xB00)),
    "fdt.alias": Case(board({"aliases/serial1": t("/serial@9040000")}),
                      board({"aliases/serial1": t("/serial")})),
    "fdt.stdout-path": Case(board({"chosen/stdout-path": t("serial1")}),
                            board({"chosen/stdout-path": t("/serial@9000000")})),
    "fdt.size": Case(board({"blob": bytes(2 << 20)}), board(BIG)),
    "fdt.duplicate-phandle": Case(board({"psci/phandle": c(2)}), board({"psci/phandle": c(3)})),
    "fdt.reference": Case(board({"serial@9000000/clocks": c(2, 7)}),
                          board({"clock/#clock-cells": c(1),
                                 "serial@9000000/clocks": c(2, 7, 2, 7)})),
    "fdt.cache-level": Case(caches(**{"cache-unified": b""}), caches(**{"cache-level": c(2)})),
    "fdt.interrupt-parent": Case(board({"interrupt-parent": None}),
                                 board({"interrupt-parent": None,
                                        "serial@9000000/interrupt-parent": c(1),
                                        "timer/interrupt-parent": c(1)})),
    "fdt.interrupts": Case(board({"serial@9000000/interrupts": c(0, 1)}),
                           board({"serial@9000000/interrupts": c(0, 1, 4, 0, 2, 4)})),
    "fdt.names-count": Case(board({"serial@9000000/clock-names": t("uartclk")}),
                            board({"serial@9000000/clock-names": t("uartclk"),
                                   "serial@9000000/clocks": c(2)})),
    "fdt.cpu-map": Case(board({"cpus/cpu-map/cluster0/core1/cpu": c(0x10)}),
                        board({"cpus/cpu-map": None})),
    "fdt.interrupt-controller": Case(board({"clock/interrupt-controller": b""}), board(
        {"clock/interrupt-controller": b"", "clock/#interrupt-cells": c(1)})),
    "fdt.memory": Case(board({"memory@40000000/device_type": None}),
                       board({"memory@50000000": without(
                           MEMORY, reg=c(0, 0x50000000, 0, 0x1000))}), {"fdt.compatible"}),
    "fdt.no-memory": Case(board(NO_MEMORY), board(
        NO_MEMORY | {"chosen/linux,uefi-system-table": c(0, 0x40001000)}), text="no memory node"),
    "fdt.reserved": Case(reserved(0x50000000, 0x1000),
                         reserved(0x50000000, 0x1000, **{"no-map": b""})),
    "fdt.reserved-overlap": Case(
        board({"reserved-memory": RESERVED | {
            "two@41000800": {"reg": c(0, 0x41000800, 0, 0x1000)}}}),
        board({"reserved-memory": RESERVED | {
            "two@41001000": {"reg": c(0, 0x41001000, 0, 0x1000)}}})),
    "fdt.initrd": Case(board({"chosen/linux,initrd-end": c(0, 0x50000001)}),
                       board({"chosen/linux,initrd-end": c(0, 0x50000000)})),
    "fdt.cpu": Case(board({"cpus/cpu@1": cpu(1, reg=c(0)), "cpus/cpu-map": None}),
                    board({"cpus/cpu@1": None, "cpus/cpu@100": cpu(1, reg=c(0x100))}),
                    {"fdt.unit-address"}),
    "fdt.enable-method": Case(board({"cpus/cpu@1/enable-method": None}),
                              board({"cpus/cpu@1": cpu(1, **SPIN)})),
    "fdt.psci": Case(board({"psci": None}),
                     board({"psci": None, "cpus/cpu@0": cpu(0, **SPIN),
                            "cpus/cpu@1": cpu(1, **SPIN)})),
    "fdt.timer": Case(board({"timer": None}), board({"timer/compatible": t("arm,armv7-timer")})),
    "fdt.redistributor": Case(
        board({"interrupt-controller@8000000/reg":
               c(0, 0x8000000, 0, 0x10000, 0, 0x80A0000, 0, 0x3FFFF)}),
        board({"interrupt-controller@8000000/#redistributor-regions": c(2),
               "interrupt-controller@8000000/reg":
               c(0, 0x8000000, 0, 0x10000, 0, 0x80A0000, 0, 0x20000, 0, 0x8100000, 0, 0x20000)})),
    "fdt.compatible": Case(board({"serial@9000000/compatible": None}),
                           board({"clock/compatible": None})),
    "fdt.overlap": Case(board({"serial@8000000": without(SERIAL, reg=c(0, 0x8000000, 0, 0x1000))}),
                        board({"serial@8010000": without(
                            SERIAL, reg=c(0, 0x8010000, 0, 0x1000))})),
    "fdt.numa": Case(board({"distance-map": {"compatible": t("numa-distance-map-v1"),
                                             "distance-matrix": c(0, 0, 10, 0, 1, 20)},
                            "memory@40000000/numa-node-id": c(0)}),
                     board({"distance-map": {"compatible": t("numa-distance-map-v1"),
                                             "distance-matrix": c(0, 0, 10)},
                            "memory@40000000/numa-node-id": c(0)})),
}


def case(changes: Mapping[str, Any], near: Mapping[str, Any], text: str,
         also: set[str] | None = None) -> Case:
    """BOARD changed in two ways."""
    return Case(board(changes), board(near), also, text=text)


SPI = {"pcie@4000000000": PCI}
MORE = [
    ("fdt.name-fragment", Case(board({"clock/quency": c(1)}),
                               board({"clock/quency": c(1), "serial@9000000/quency": c(1)}),
                               text="the end of clock-frequency")),
    ("fdt.name-fragment", Case(board({"clock/quency": c(1)}),
                               board({"__symbols__/clk": t("/clock"),
                                      "__symbols__/aclk": t("/clock")}))),
    ("fdt.structure", Case(at(GOOD, 16, c(44)), board(more=bytes(16)), text="multiple of 8")),
    ("fdt.structure", Case(at(GOOD, 12, c(TOTAL)), board(more=bytes(16)), text="beyond totalsize")),
    ("fdt.structure", Case(at(GOOD, 32, c(int.from_bytes(GOOD["a"][32:36], "big") - 1)),
                           at(board(more=bytes(8)), 32, c(int.from_bytes(
                               GOOD["a"][32:36], "big") + 8)), text="whose name is no string")),
    ("fdt.name", case({"x" * 32: {}}, {"x" * 31: {}}, "32 characters")),
    ("fdt.value", case({"model": b"Board"}, {"model": t("Board")}, "NUL")),
    ("fdt.value", case({"timer/always-on": c(1)}, {"timer/always-on": b""}, "must be empty")),
    ("fdt.value", case({"model": t("a", "b")}, {"compatible": t("a", "b")}, "one string")),
    ("fdt.cells", case({"clock/#size-cells": c(5)}, {"clock/#size-cells": c(4)}, "at most 4")),
    ("fdt.unit-address", case({"acme@0": {}}, {"acme": {}}, "neither reg nor ranges")),
    ("fdt.unit-address", case({"acme": {"compatible": t("acme,x"), "reg": c(0, 0, 0, 16)}},
                              {"acme@0": {"compatible": t("acme,x"), "reg": c(0, 0, 0, 16)}},
                              "no unit address")),
    ("fdt.stdout-path", case({"serial@9000000/status": t("disabled")},
                             {"serial@9000000/status": t("okay")}, "disabled")),
    ("fdt.duplicate-phandle", case({"psci/phandle": c(0)}, {"psci/phandle": c(5)}, "phandle 0x0")),
    ("fdt.reference", case({"serial@9000000/clocks": c(2, 1)}, {"serial@9000000/clocks": c(2, 2)},
                           "no #clock-cells")),
    ("fdt.reference", case({"clock/#clock-cells": c(2)},
                           {"clock/#clock-cells": c(1), "serial@9000000/clocks": c(2, 2),
                            "serial@9000000/clock-names": t("uartclk")}, "within an entry",
                           {"fdt.names-count"})),
    ("fdt.reference", case({"pcie@4000000000": without(PCI, **{"interrupt-map": PCI[
        "interrupt-map"][:-4]})}, SPI, "within an entry")),
    ("fdt.reference", case({"pcie@4000000000": without(PCI, **{
        "interrupt-map": c(0, 0, 0, 1, 2, 0, 3, 4)})}, SPI, "no interrupt controller")),
    ("fdt.reference", case({"pcie@4000000000": without(PCI, **{"interrupt-map-mask": c(7)})}, SPI,
                           "interrupt-map-mask has 1 cells")),
    ("fdt.cpu-map", case({"cpus/cpu-map/cluster0/core1": None}, {"cpus/cpu-map": None},
                         "not in the cpu-map")),
    ("fdt.interrupt-controller", case(
        {"router": {"#interrupt-cells": c(1), "interrupt-map": c(0, 0, 5, 1, 0, 3, 4)}},
        {"router": {"#interrupt-cells": c(1), "#address-cells": c(0),
                    "interrupt-map": c(5, 1, 0, 3, 4)}}, "no #address-cells")),
    ("fdt.reference", case({"serial@9000000/clocks": c(7, 2)}, {"serial@9000000/clocks": c(0, 2)},
                           "clocks refers to 0x7")),
    ("fdt.reference", case({"clock/gpios": c(3, 0)},
                           {"clock/gpios": c(3, 0), "clock/gpio-hog": b""}, "gpios refers to 0x3")),
    ("fdt.names-count", case(
        {"serial@9000000/interrupt-names": t("a", "b")},
        {"serial@9000000/interrupt-names": t("a", "b"), "serial@9000000/interrupts-extended":
         c(1, 0, 1, 4, 1, 0, 2, 4)}, "there are 1")),
    ("fdt.unit-address", case(
        {"spmi": {"#address-cells": c(2), "#size-cells": c(1), "pmic@2": {"reg": c(2, 0, 4)}}},
        {"spmi": {"#address-cells": c(2), "#size-cells": c(0), "pmic@2": {"reg": c(2, 0)}}},
        "reg begins at 200000000")),
    ("fdt.pci-address", Case(bridge("pci@1f", 0xF900), bridge("pci@1f", 0xF800),
                             text="reg has device 1f and function 1")),
    ("fdt.pci-address", Case(bridge("pci@2", 0x800), bridge("pci@2", 0x2000800),
                             text="reg has device 1 and function 0")),
    ("fdt.memory", case({"memory@4f000000": without(MEMORY, reg=c(0, 0x4F000000, 0, 0x2000000))},
                        {"memory@50000000": without(MEMORY, reg=c(0, 0x50000000, 0, 0x2000000))},
                        "but /memory@40000000 ends")),
    ("fdt.no-memory", case({"memory@50000000": without(MEMORY, reg=c(0, 0x50000000, 0, 0))},
                           {"memory@50000000": without(MEMORY, reg=c(0, 0x50000000, 0, 1))},
                           "0 bytes at 0x50000000")),
    ("fdt.memory", case({"memory@ffffffff00000000": without(
        MEMORY, reg=c(0xFFFFFFFF, 0, 1, 1))}, {"memory@ffffffff00000000": without(
            MEMORY, reg=c(0xFFFFFFFF, 0, 1, 0))}, "end beyond 2^64")),
    ("fdt.memory", case({"memory": {"device_type": t("memory")}},
                        {"memory@50000000": without(MEMORY, reg=c(0, 0x50000000, 0, 1))},
                        "has no reg")),
    ("fdt.reserved", Case(board(reserve=((0x50000000, 16),)), board(reserve=((0x4FFFFFF0, 16),)),
                          text="the reservation")),
    ("fdt.reserved-overlap", case({"reserved-memory": without(RESERVED, "ranges")},
                                  {"reserved-memory": RESERVED}, "has no ranges")),
    ("fdt.initrd", case({"chosen/linux,initrd-start": None},
                        {"chosen/linux,initrd-start": None, "chosen/linux,initrd-end": None},
                        "is missing")),
    ("fdt.initrd", case({"chosen/linux,initrd-end": c(0, 0x47FFFFFF)},
                        {"chosen/linux,initrd-end": c(0, 0x48000001)}, "before")),
    ("fdt.cpu", case({"cpus/cpu@1/device_type": None}, {"cpus/cpu@1/status": t("okay")},
                     'no device_type "cpu"')),
    ("fdt.cpu", case({"cpus/cpu@1": None, "cpus/cpu@1000000": cpu(1, reg=c(0x1000000))},
                     {"cpus/cpu@1": None, "cpus/cpu@10000": cpu(1, reg=c(0x10000))},
                     "no MPIDR")),
    ("fdt.enable-method", case({"cpus/cpu@1/enable-method": t("magic")},
                               {"cpus/cpu@1/enable-method": t("psci")}, "magic")),
    ("fdt.enable-method", case({"cpus/cpu@1/enable-method": t("spin-table")},
                               {"cpus/cpu@1": cpu(1, **SPIN)}, "no cpu-release-addr")),
    ("fdt.psci", case({"psci/method": t("int3")}, {"psci/method": t("smc")}, "int3")),
    ("fdt.psci", case({"psci/compatible": t("arm,psci")},
                      {"psci/compatible": t("arm,psci"), "psci/cpu_on": c(0xC4000003)},
                      "no cpu_on")),
    ("fdt.timer", case({"timer/interrupts": c(1, 13, 8, 0, 14, 8, 1, 11, 8)},
                       {"timer/interrupts": c(1, 13, 8, 1, 14, 8, 1, 11, 8)}, "no PPI")),
    ("fdt.timer", case({"timer/interrupts": c(1, 13, 8, 1, 14, 8)},
                       {"timer/interrupts": c(1, 13, 8, 1, 14, 8, 1, 11, 8)}, "2 interrupts")),
    ("fdt.timer", case({"local": LOCAL, "timer": without(TIMER, **{
        "interrupt-parent": c(8), "interrupts": c(0, 4, 1, 4)})}, {"local": LOCAL, "timer": without(
            TIMER, **{"interrupt-parent": c(8), "interrupts": c(1, 4, 1, 4, 1, 4)})},
                       "2 interrupts")),
    ("fdt.overlap", case({"acme@40000000": {"compatible": t("acme,x"),
                                            "reg": c(0, 0x40000000, 0, 16)}},
                         {"acme@50000000": {"compatible": t("acme,x"),
                                            "reg": c(0, 0x50000000, 0, 16)}}, "in memory")),
    ("fdt.overlap", case({"serial@9000000/reg": c(0, 0x9000000, 0, 32, 0, 0x9000010, 0, 32)},
                         {"serial@9000000/reg": c(0, 0x9000000, 0, 16, 0, 0x9000010, 0, 32)},
                         "two entries")),
    ("fdt.numa", case({"distance-map": {"compatible": t("numa-distance-map-v1"),
                                        "distance-matrix": c(0, 0, 9)},
                       "memory@40000000/numa-node-id": c(0)},
                      {"distance-map": {"compatible": t("numa-distance-map-v1"),
                                        "distance-matrix": c(0, 0, 10)},
                       "memory@40000000/numa-node-id": c(0)}, "is 9")),
]
