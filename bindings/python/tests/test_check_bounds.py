# SPDX-License-Identifier: BSD-2-Clause
"""What rules over trees, memory maps, firmware's tables and build folders would take too long for:
ten seconds of CPU time and 512 MiB."""
from __future__ import annotations

import pathlib
import subprocess
import sys
from collections.abc import Mapping

import pytest
from building import Region, folder, memory_row, module_row, setup_data, start_info, zero_page
from check_fdt import BOARD, Inner, c, cpu, dtb, t
from check_firmware import ALL, END, array, memory, smbios

MANY = 60_000


def tree(**nodes: Inner) -> dict[str, bytes]:
    """BOARD with more in some nodes."""
    top = dict(BOARD)
    for name, more in nodes.items():
        top[name] = {**top.get(name, {}), **more}
    return {"a": dtb(top)}


def zero(kind: str, e820: int = 128) -> Region:
    return Region(kind, 0x3000, zero_page([(n << 20, 1 << 20, 1) for n in range(e820)],
                                          setup_data=0x5000))


LARGE: Mapping[str, Mapping[str, bytes]] = {
    "processors": tree(cpus={f"cpu@{n + 2:x}": cpu(n + 2) for n in range(MANY // 4)}),
    "other processors": {"a": dtb({"cpus": {f"cpu@{n:x}": {"reg": c(n)}
                                            for n in range(MANY)}})},
    "aliases": tree(aliases={f"serial{n}": t(f"/n{n}") for n in range(MANY)}),
    "memory": {"a": dtb(dict(BOARD) | {f"memory@{n:x}": {
        "device_type": t("memory"), "reg": c(n, 0, 0, 16)} for n in range(1, MANY // 2)},
        reserve=tuple((n << 32, 16) for n in range(1, MANY)))},
    "names": {"a": dtb({"a" * 200 + f"{n:x}": b"" for n in range(MANY)})},
    "deep": {"a": dtb({"interrupts": c(1), **{f"n{n}": {"interrupts": c(1), "a": {"b": {"c": {
        "interrupts": c(1), "clocks": c(*range(9))}}}} for n in range(MANY // 3)}})},
    "a map": {"a": dtb(dict(BOARD) | {"interrupt-controller@0": {
        "#interrupt-cells": c(0), "phandle": c(9)}, "x": {
            "#address-cells": c(0), "#interrupt-cells": c(0),
            "interrupt-map": c(*[9] * 2_000_000)}})},
    "regions": folder([zero("zero-page"), Region("setup-data", 0x5000, setup_data(
        (0, 1, b"".join(memory_row(n << 20, 1 << 20)[:20] for n in range(MANY)))))] + [
            Region("mmio", n << 20, None, "reserved", 4096) for n in range(9_900)],
        ram=[(n << 21, 1 << 20) for n in range(9_900)]),
    "a chain": folder([zero("zero-page"), Region("setup-data", 0x5000, b"".join(
        setup_data((0x5010 + 16 * n, 9, b"")) for n in range(MANY)))]),
    "modules": folder([Region("start-info", 0x1000, start_info(
        MANY, 0x1038, 0x2000) + b"".join(module_row(n, n, n, n) for n in range(MANY)))]
        + [Region("initrd", n << 12, b"") for n in range(1, 3_000)]),
    "arrays": smbios((*ALL[:-1], *[array()] * 20_000, *[memory()] * 15_000, END)),
    "page tables": folder([Region("page-tables", 0x1000, b"".join(
        (0x1003 + 4096 * n).to_bytes(8, "little") for n in range(MANY * 5)))],
        registers={"cr3": 0x1000}),
}


@pytest.mark.parametrize("name", LARGE)
def test_bounds(name: str, tmp_path: pathlib.Path) -> None:
    for file, data in LARGE[name].items():
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_bytes(data)
    top = next(iter(LARGE[name])).partition("/")[0]
    done = subprocess.run(
        ["sh", "-c", 'ulimit -v 524288; ulimit -t 10; exec "$0" -m aetherboot check "$1"',
         sys.executable, str(tmp_path / top)], capture_output=True, check=False, timeout=100)
    assert done.returncode in (0, 1) and not done.stderr, done.stderr[-500:]
