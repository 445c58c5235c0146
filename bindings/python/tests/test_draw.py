# SPDX-License-Identifier: BSD-2-Clause
"""Drawings: what they tell is the plan, what they are is well-formed, and names are only names."""
from __future__ import annotations

import base64
import contextlib
import functools
import hashlib
import html.parser
import itertools
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Sequence

import pytest
from aetherboot import (AetherbootError, Arch, Dev, DevType, GiB, Gic, KiB, Machine, MemType, MiB,
                        Plan, Ram, RegionKind, Reserve, plan)
from aetherboot.tool import drawing, drawing_page, printable, sheet
from aetherboot.tool import ranges as module
from conftest import MACHINE, golden, payload
from hypothesis import given
from hypothesis import strategies as st

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = ("</text></g></svg><script>alert(1)</script>", "' onload='alert(1)' x='",
           '" onmouseover="alert(1)" x="', "&lt;b&gt; &amp; &#0;", "]]><!-- --><![CDATA[",
           "\x1b[2J\r\n\t\x7f\x9b", "\u202egnp.exe", "\ufeff\ufffe\U0010ffff", "javascript:alert()",
           "</style></title></textarea>", "<img src=x onerror=alert(1)>", "%s{0}\\u0041", "\u2028a")
WIDE = ("W" * 80, "m@%" * 40, "\u4e2d\u6587" * 40, "\U0001f4be" * 30, "\ufdfd" * 12, "i" * 200,
        "Z\u0351\u0310\u0348" * 20, "\u05e9\u05dc\u05d5\u05dd " * 9, "\u00c4\u0141" * 60)


def pools(n: int, names: Sequence[str] = ("pool",), **more: object) -> Plan:
    """A plan of about n regions, with gaps and devices, of all heights."""
    machine = MACHINE.replace(ram=[Ram(size=3 * GiB), Ram(base=4 * GiB, size=61 * GiB)])
    return plan(machine, payload(reserve=[
        Reserve(name=names[i % len(names)], base=5 * GiB + 16 * MiB * i, size=4 * KiB << i % 13,
                type=MemType.RESERVED) for i in range(n)], **more))


@functools.cache
def kept(name: str) -> Plan:
    """The plan of a machine of tests/golden, by the first way that its description allows."""
    machine, ways = golden()[name]
    for way in ways:
        with contextlib.suppress(AetherbootError):
            return plan(machine.replace(tables=way.tables), payload(
                kernel=way.kernel, protocol=way.protocol, reserve=way.reserve))
    raise AssertionError(name)


# ---- the facts


@pytest.mark.parametrize("name", golden())
def test_every_address_once(name: str) -> None:
    found = module.ranges(kept(name))
    assert found[0].base == 0 and all(r.size > 0 for r in found)
    assert all(a.end == b.base for a, b in itertools.pairwise(found))


@pytest.mark.parametrize("name", golden())
def test_same_as_the_text(name: str) -> None:
    """The library's own words for the plan: the same ranges, but for free RAM that is cut at
    limits, and devices, which it does not tell."""
    told = [(int(line[:14], 16), int(line[15:27], 16), line[44:54].strip(), line[54:])
            for line in kept(name).text.splitlines() if line.startswith("0x")]
    drawn: list[tuple[int, int, str, str]] = []
    for r in module.ranges(kept(name)):
        if r.type == "-":
            continue
        one = (r.base, r.size, r.type, "-" if r.group == "free" else r.name)
        before = drawn[-1] if drawn else (0, 0, "", "")
        if one[3] == before[3] == "-" and before[0] + before[1] == r.base:
            one = (before[0], before[1] + r.size, "RAM", "-")
            drawn.pop()
        drawn.append(one)
    # two neighbouring ranges of RAM have two lines
    merged: list[tuple[int, int, str, str]] = []
    for one in told:
        before = merged[-1] if merged else (0, 0, "", "")
        if one[3] == before[3] == "-" and before[0] + before[1] == one[0]:
            one = (before[0], before[1] + one[1], "RAM", "-")
            merged.pop()
        merged.append(one)
    assert drawn == merged


@pytest.mark.parametrize("name", golden())
def test_what_is_ram(name: str) -> None:
    found = module.ranges(kept(name))
    inside = sum(r.size for r in found if r.where != "outside RAM")
    assert inside == sum(r.size for r in kept(name).machine.ram)
    assert all(r.where == "outside RAM" for r in found if r.group in ("gap", "device"))


def test_devices() -> None:
    """Those of a PC and of an arm64 machine, by hand."""
    devices = {(r.base, r.size, r.name) for r in module.ranges(kept("pc")) if r.group == "device"}
    assert devices == {
        (0xb0000000, 256 * MiB, "PCIe ECAM"), (0xc0000000, 0x3ec00000, "pcie-ecam: 32-bit window"),
        (0xfec00000, 4 * KiB, "ioapic"), (0xfed00000, 1 * KiB, "hpet"),
        (0xfee00000, 4 * KiB, "local APIC"),
        (0x4000000000, 256 * GiB, "pcie-ecam: 64-bit window")}
    devices = {(r.base, r.size, r.name) for r in module.ranges(kept("arm64-virt-like"))
               if r.group == "device"}
    virtio = {(0xa000000 + 512 * i, 512, f"virtio-mmio {i}") for i in range(32)}
    assert devices - virtio == {
        (0x8000000, 64 * KiB, "GIC distributor"), (0x8080000, 128 * KiB, "ITS"),
        (0x80a0000, 0xf60000, "GIC redistributors"), (0x9000000, 4 * KiB, "uart-pl011"),
        (0x9010000, 4 * KiB, "rtc-pl031"), (0x9030000, 4 * KiB, "gpio-pl061"),
        (0x10000000, 0x2eff0000, "pcie-ecam: 32-bit window"),
        (0x3eff0000, 64 * KiB, "pcie-ecam: ports"), (0x4010000000, 256 * MiB, "PCIe ECAM"),
        (0x8000000000, 512 * GiB, "pcie-ecam: 64-bit window")} and devices > virtio


def test_gic_version_2() -> None:
    machine = Machine(arch=Arch.ARM64, n_cpus=1, ram=[Ram(base=GiB, size=GiB)], devs=[
        Dev(type=DevType.UART_PL011, base=0x9000000, irq=33)])
    machine = machine.replace(arm64=machine.arm64.replace(gic=Gic(
        version=2, dist=0x8000000, cpu=0x8010000, v2m=0x8020000, v2m_spi=80, v2m_spis=64)))
    image = golden()["arm64-1cpu-gicv2"][1][0].kernel
    found = {r.name: (r.base, r.size) for r in module.ranges(plan(machine, payload(kernel=image)))}
    assert found["GIC distributor"] == (0x8000000, 4 * KiB)
    assert found["GIC CPU interface"] == (0x8010000, 8 * KiB)
    assert found["GICv2m frame"] == (0x8020000, 4 * KiB)


def test_io_apic() -> None:
    """A PC that lists none has one all the same, and no other has that one."""
    apics = [r.base for r in module.ranges(pools(1)) if r.kind == "ioapic"]
    assert apics == [0xfec00000]
    own = MACHINE.replace(devs=[Dev(type=DevType.IOAPIC, base=0xfe000000)])
    apics = [r.base for r in module.ranges(plan(own, payload())) if r.kind == "ioapic"]
    assert apics == [0xfe000000]


def test_reserved_for_pci_functions() -> None:
    """One is a doorbell in the interrupt controller, which the drawing tells already."""
    found = [(r.base, r.size, r.group) for r in module.ranges(kept("arm64-newer"))
             if r.kind == "rmr"]
    assert found == [(0x80000000, 4 * MiB, "reserved")]


def test_nodes_of_ram() -> None:
    assert {r.where for r in module.ranges(kept("numa300"))} == {
        "outside RAM", *(f"RAM, node {i}" for i in range(4))}
    assert {r.where for r in module.ranges(kept("pc"))} == {"outside RAM", "RAM"}


def test_free_ram_ends_at_limits() -> None:
    machine, (way, *_) = golden()["arm64-virt-like"]
    large = machine.replace(ram=[Ram(base=GiB, size=15 * GiB)], tables=way.tables)
    found = module.ranges(plan(large, payload(kernel=way.kernel, protocol=way.protocol)))
    free = [(r.base, r.end) for r in found if r.group == "free"]
    assert free[-2][1] == 4 * GiB and free[-1] == (4 * GiB, 16 * GiB)
    assert not any(r.group == "free" and r.base < MiB < r.end for r in module.ranges(pools(1)))


spans = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)), max_size=8)


@given(spans, spans)
def test_one_above_the_other(top: list[tuple[int, int]], below: list[tuple[int, int]]) -> None:
    """Each address has the owner that comparing everything with everything gives it."""
    def made(parts: list[tuple[int, int]], group: str) -> list[module.Range]:
        return list(module._disjoint(module.Range(base, size, "", "", group)
                                     for base, size in parts))

    upper, lower = made(top, "top"), made(below, "below")
    for parts, ranges_ in (top, upper), (below, lower):
        assert {a for base, size in parts for a in range(base, base + size)} == \
            {a for r in ranges_ for a in range(r.base, r.end)}
    found = module._filled(upper, lower)
    assert all(r.size > 0 for r in found)
    assert all(a.end <= b.base for a, b in itertools.pairwise(found))
    owners = {a: r.group for r in found for a in range(r.base, r.end)}
    want = {a: r.group for r in [*lower, *upper] for a in range(r.base, r.end)}
    assert owners == want


@pytest.mark.parametrize("size, text", [
    (0, "0 B"), (1023, "1023 B"), (KiB, "1 KiB"), (1536, "1.50 KiB"), (126960, "124 KiB"),
    (MiB - 1, "1024 KiB"), (49096 * KiB, "47.9 MiB"), (3 * GiB, "3 GiB"), (1 << 64, "16 EiB"),
    ((1 << 64) - 1, "16.0 EiB"), (9996 * KiB // 1000, "10.0 KiB")])
def test_size(size: int, text: str) -> None:
    assert module.size_text(size) == text


def test_every_kind_has_a_group() -> None:
    assert set(module.KINDS) == set(RegionKind)
    assert set(module.KINDS.values()) <= set(module.GROUPS)
    assert set(drawing_page.COLOURS) == set(module.GROUPS) - {"gap"}


# ---- the drawing as markup


def rows(text: str) -> list[ET.Element]:
    return [e for e in ET.fromstring(text).iter(SVG + "g")
            if e.get("class", "").startswith("row ")]


def words(element: ET.Element) -> list[str]:
    return ["".join(t.itertext()) for t in element.iter(SVG + "text")]


@pytest.mark.parametrize("name", golden())
def test_svg_tells_each_range(name: str) -> None:
    found = module.ranges(kept(name))
    drawn = rows(drawing.svg(kept(name), name))
    assert len(drawn) == len(found)
    for row, r in zip(drawn, found):
        title = row.findtext(SVG + "title") or ""
        assert title.startswith(printable(r.name)) and f"0x{r.base:x} to 0x{r.end - 1:x}" in title
        shown = words(row)
        assert shown[-1] == f"0x{r.base:x}"
        assert any(module.size_text(r.size) in text for text in shown)
        rails = [e for e in row if e.get("class") == "rail"]
        assert bool(rails) == (r.where != "outside RAM")
    entries = [text for row in drawn for text in words(row) if text.startswith("entry at")]
    assert entries == [f"entry at 0x{kept(name).first_instruction:x}"]


def test_heights_are_logarithms() -> None:
    """The larger, the higher; twice the size, one step more; none lower than its text."""
    drawn = sheet.Sheet(pools(40))
    boxes = [p for p in drawn.places if p.range.group != "gap" and not drawn.has_entry(p.range)]
    for p in boxes:
        doublings = 0
        while 4 * KiB << doublings < p.range.size:
            doublings += 1
        assert p.height == sheet.LINE + round(drawn.step * doublings)
    assert {p.height for p in drawn.places if p.range.group == "gap"} == {sheet.GAP}


@pytest.mark.parametrize("n", [0, 5, 30, 300, 1000])
def test_columns(n: int) -> None:
    """In order, none longer than the sheet, and the last one not a rest of a few."""
    drawn = sheet.Sheet(pools(n))
    order = [(p.x, p.y) for p in drawn.places]
    assert order == sorted(order) and all(p.y + p.height <= drawn.height for p in drawn.places)
    ends = [p.y + p.height for p in drawn.places if p.last]
    assert min(ends) > max(ends) * 0.6
    assert n < 100 or 1 < drawn.width / drawn.height < 2.2
    for p in drawn.places:
        low = drawn.zones[p.zone][0]
        assert p.range.base >= low or p.range.group == "gap"
    # a heading above each zone, and above each column
    new = [p for i, p in enumerate(drawn.places) if i == 0 or p.zone != drawn.places[i - 1].zone]
    top = [p for i, p in enumerate(drawn.places) if i and p.x != drawn.places[i - 1].x]
    told = {id(p): p.heading for p in drawn.places if p.heading}
    assert told == {**{id(p): drawn.zones[p.zone][1] + ", continued" for p in top},
                    **{id(p): drawn.zones[p.zone][1] for p in new}}


class Tags(html.parser.HTMLParser):
    """All tags with their attributes, and the text of each."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.cells: list[list[str]] = []
        self.scripts = self.styles = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), (tag, attrs)
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "input", "br"):
            self.open.append(tag)
        if tag == "tr":
            self.cells.append([])
        if tag in ("td", "th"):
            self.cells[-1].append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["script"]:
            self.scripts += data
        elif self.open[-1:] == ["style"]:
            self.styles += data
        elif "td" in self.open or "th" in self.open:
            self.cells[-1][-1] += data


@pytest.mark.parametrize("name", ["minimal", "numa300", "large", "arm64-virt-like", "arm64-newer"])
def test_page_table_is_the_plan(name: str) -> None:
    tags = Tags(drawing.html(kept(name), name))
    head, *body = tags.cells
    assert head == [fact for fact, _ in drawing.FACTS]
    assert body == [list(drawing.facts(r)) for r in module.ranges(kept(name))]
    ids = [attrs["id"] for _, attrs in tags.tags if "id" in attrs]
    known = set(ids)
    assert len(known) == len(ids)
    for tag, attrs in tags.tags:
        if tag == "th":
            assert attrs["scope"] == "col"
        if "href" in attrs:
            assert attrs["href"] is not None and attrs["href"][1:] in known


def test_policy() -> None:
    """The page allows itself its own style and script, by their hashes, and nothing else."""
    tags = Tags(drawing.html(kept("pc"), "pc"))
    policy = next(attrs["content"] for tag, attrs in tags.tags if "http-equiv" in attrs) or ""
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))

    def hashed(text: str) -> str:
        return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"

    assert rules == {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'",
                     "style-src": hashed(tags.styles), "script-src": hashed(tags.scripts)}
    assert sum(tag in ("script", "style") for tag, _ in tags.tags) == 2


def test_summary() -> None:
    """What belongs to no range is told above the table."""
    text = drawing.html(plan(MACHINE, payload(cmdline="a < b")), "t")
    rows = dict(re.findall("<dt>(.*?)</dt><dd>(.*?)</dd>", text))
    assert rows["Machine"].startswith("x86-64, ") and rows["Machine"].endswith(" of RAM.")
    assert rows["Protocol"].startswith("linux: ") and rows["Entry"].startswith("0x")
    assert rows["Command line"] == "<code>a &lt; b</code>"


@pytest.mark.parametrize("make", [drawing.svg, drawing.html])
def test_names_are_only_names(make: object) -> None:
    """A document with hostile names has the tags of one with harmless names, and no other."""
    assert callable(make)
    n = 2 * len(HOSTILE)
    bad = make(pools(n, HOSTILE, cmdline=" ".join(HOSTILE)), "".join(HOSTILE) + "\udcff\0")
    good = make(pools(n, ["x"] * n, cmdline="x" * len(" ".join(HOSTILE).encode())), "x")

    def shape(text: str) -> list[tuple[str, list[str]]]:
        found = Tags(text).tags
        return [(tag, sorted(set(attrs) - {"textlength", "lengthadjust"})) for tag, attrs in found
                if tag not in ("text", "tspan")]

    assert shape(bad) == shape(good)
    bad.encode()  # no surrogates
    assert all(c.isprintable() or c == "\n" for c in bad)
    for _, attrs in Tags(bad).tags:
        assert not any(a.startswith("on") or a in ("style", "src", "srcset", "data")
                       for a in attrs), attrs
        assert str(attrs.get("href", "#")).startswith("#")
    if make is drawing.svg:
        titles = [row.findtext(SVG + "title") or "" for row in rows(bad)]
        for name in HOSTILE:
            assert any(title.startswith(printable(name)) for title in titles), name


def test_long_names_are_cut() -> None:
    text = drawing.svg(pools(9, ["n" * 30000]), "t" * 30000)
    assert all(len(w) < 200 for w in words(ET.fromstring(text)))


def test_same_again() -> None:
    assert drawing.svg(pools(50), "a") == drawing.svg(pools(50), "a")
    assert drawing.html(pools(50), "a") == drawing.html(pools(50), "a")


def steps(n: int) -> int:
    """Lines of Python that drawing a plan takes."""
    given_plan = pools(n)
    count = 0

    def trace(frame: object, event: str, _arg: object) -> object:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        drawing.html(given_plan, "a")
    finally:
        sys.settrace(before)
    return count


def test_time_is_linear() -> None:
    first, second = steps(100), steps(200)
    assert second - first < 1.15 * (first - steps(0))


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [0, 1])
def test_contrast(dark: int) -> None:
    """Texts 4.5 to 1, names 7 to 1, edges 3 to 1, on everything that is behind them."""
    page = drawing_page
    papers = [page.PAPER[dark], page.HATCH[dark], *(c[2 * dark] for c in page.COLOURS.values())]
    for paper in papers:
        assert contrast(page.INK[dark], paper) >= 7
        assert contrast(page.FAINT[dark], paper) >= 4.5
    edges = [page.RAIL[dark], *(c[2 * dark + 1] for c in page.COLOURS.values())]
    assert all(contrast(edge, page.PAPER[dark]) >= 3 for edge in edges)
    assert all(contrast(c[2 * dark + 1], c[2 * dark]) >= 3 for c in page.COLOURS.values())
    used = set(re.findall(r"#[0-9a-f]{6}\b", drawing_page.style(True)))
    assert used >= {c for colours in page.COLOURS.values() for c in colours}
