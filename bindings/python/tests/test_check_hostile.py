# SPDX-License-Identifier: BSD-2-Clause
"""Any bytes, checked: findings that can be printed, or a refusal; never an exception, never much
time or memory."""
from __future__ import annotations

import json
import pathlib
import subprocess
import sys
import time

import pytest
import schema
from aetherboot import check, tool
from aetherboot.check import document, text
from aetherboot.decode import Node, aml
from check_acpi import TWO, cpu, madt, srat, table, x2apic
from check_fadt import linked, xsdt
from check_numa import memory, node, pptt
from check_pci import BRIDGE, device, dsdt, group, iort, mapping, mcfg, root, window
from hypothesis import given, settings
from hypothesis import strategies as st
from test_check import SCHEMA
from test_decode_hostile import LARGE, decode, mutated, mutations, samples

FROM_INSPECT = ("cpus", "slit", "tables", "phandles", "entries")


@pytest.fixture(autouse=True)
def no_iasl(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would take most of the time; it is tested by itself."""
    monkeypatch.setattr(aml, "complaint", lambda *_: "")


def judge(*roots: Node) -> None:
    """A report is one that can be printed."""
    report = check.check([(f"in{n}", root) for n, root in enumerate(roots)])
    assert all(line.isprintable() for line in text.lines(report, tool.printable))
    answer = json.loads("".join(document.document(report)))
    assert not list(schema.faults(SCHEMA, SCHEMA, answer))


@settings(max_examples=8 * settings.default.max_examples)
@given(st.data(), mutations, mutations)
def test_mutations(data: st.DataObject, script: list[tuple[str, int, int]],
                   second: list[tuple[str, int, int]]) -> None:
    """One input, or two that are held against each other, with anything wrong in them."""
    start = time.process_time()
    roots = []
    for changes in (script, second):
        case, sample = data.draw(st.sampled_from(samples()))
        roots.append(decode(case, mutated(sample, changes)))
    judge(roots[0])
    judge(*roots)
    assert time.process_time() - start < 8


@settings(max_examples=2 * settings.default.max_examples)
@given(mutations)
def test_a_folder_with_addresses(script: list[tuple[str, int, int]]) -> None:
    memory = linked()
    root = Node("build folder")
    region = root.add(Node("region"))
    region.key = "acpi, ACPI tables"
    region.add(Node("base", value=memory.base))
    case = ("ACPI tables", "acpi", "read", ())
    for child in decode(case, mutated(memory.data, script)).children:
        region.add(child)
    judge(root)


def test_samples_break_no_rule_by_accident() -> None:
    """The search begins at what is sound: the most that is told of a sample is in this set."""
    told = {one.rule.id for case, sample in samples() if case[1] in ("acpi", "acpidump")
            for one in check.check([("in", decode(case, sample))]).found}
    assert not told


# several tables in a file: what a rule over a set would take too long for
MORE = {
    "one domain": srat(*[cpu(n & 255, n & 255) for n in range(60_000)],
                       *[memory(0, n << 20, 2 << 20) for n in range(12_000)]) + TWO,
    "spaces": mcfg(*[(n << 20, n & 0xFFFF, 0, 255) for n in range(80_000)]) + dsdt(
        *[device(b"PCI0", BRIDGE, window(n << 20, 2 << 20)) for n in range(4_000)]),
    "devices": table(b"DSDT", b"\x5b\x82\x3fABCD" * 4_000_000),
    "templates": table(b"DSDT", b"\x5b\x82\xcf\xff\xff\x3fABCD" + (
        b"\x08_CRS\x11\xcf\xff\xff\x3f\x0c\xff\xff\xff\x03" + bytes(3000)) * 10_000),
    "names": table(b"DSDT", b"\x5b\x82\x3f" + b"^" * (30 << 20)),
    "mappings": iort(group(0), *[root(0, *[mapping(i << 4, 32, i, 48) for i in range(3_000)])] * 16),
    "a chain": pptt(*[node(2, 36 + 20 * (n + 1), n) for n in range(70_000)]),
    "pointers": xsdt(*range(400_000)),
    "processors": madt(*[x2apic(7, 7)] * 70_000),
}


@pytest.mark.parametrize("name", [*FROM_INSPECT, *MORE])
def test_bounds(name: str, tmp_path: pathlib.Path) -> None:
    """Ten seconds and 512 MiB, also for what is made to take more."""
    (tmp_path / "in").write_bytes(MORE.get(name) or LARGE[name])
    done = subprocess.run(
        ["sh", "-c", 'ulimit -v 524288; ulimit -t 10; exec "$0" -m aetherboot check "$1"',
         sys.executable, str(tmp_path / "in")], capture_output=True, check=False, timeout=60)
    assert done.returncode in (0, 1) and not done.stderr, done.stderr[-500:]
