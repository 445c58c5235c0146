# SPDX-License-Identifier: BSD-2-Clause
"""Drawings in Chromium: no text covers another, the page does what its buttons and keys say, and
nothing breaks its own policy."""
from __future__ import annotations

import pathlib
from collections.abc import Iterator
from typing import Any

import pytest
from aetherboot.tool import drawing, sheet
from browser import Page, browser
from test_draw import HOSTILE, WIDE, contrast, kept, pools

# every text of a drawing, and the pairs that share more than a hair's breadth
OVERLAPS = """(() => {
  const of = (t) => ({ t: t.textContent, r: t.getBoundingClientRect() });
  const found = Array.from(document.querySelectorAll("svg text"), of);
  const paper = document.querySelector("svg .paper").getBoundingClientRect();
  const bad = [];
  for (const a of found) {
    if (a.r.left < paper.left || a.r.right > paper.right || a.r.top < paper.top ||
        a.r.bottom > paper.bottom) bad.push("outside: " + a.t);
    if (a.r.width === 0) bad.push("not seen: " + a.t);
  }
  found.sort((a, b) => a.r.left - b.r.left);
  found.forEach((a, i) => {
    for (let k = i + 1; k < found.length && found[k].r.left < a.r.right - 0.5; k++) {
      const b = found[k];
      if (Math.min(a.r.bottom, b.r.bottom) - Math.max(a.r.top, b.r.top) > 0.5)
        bad.push(a.t + " | " + b.t);
    }
  });
  return [found.length, bad];
})()"""
# names that are not inside their boxes, with the size beside them
INSIDE = """Array.from(document.querySelectorAll(".row .name"), (t) => {
  const n = t.getBoundingClientRect(), b = t.parentNode.querySelector(".box")
    .getBoundingClientRect();
  return n.left > b.left && n.right < b.right && n.top > b.top - 1 && n.bottom < b.bottom + 1;
}).filter((ok) => !ok).length"""


# until what a key did has been drawn
FRAMES = "new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(() => go(0))))"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with browser(tmp_path_factory.mktemp("profile")) as one:
        yield one


def shown(page: Page, folder: pathlib.Path, name: str, text: str, **how: Any) -> None:
    """Write a document and load it."""
    file = folder / name
    file.write_text(text)
    page.show(file, **how)


@pytest.mark.parametrize("n, names", [
    (1, ("pool",)), (30, ("pool",)), (30, WIDE + HOSTILE), (1000, WIDE + HOSTILE)])
def test_no_text_covers_another(page: Page, tmp_path: pathlib.Path, n: int,
                                names: tuple[str, ...]) -> None:
    given = pools(n, names, cmdline=" ".join(names)[:1000])
    title = "".join(names)[-200:]
    for name, text in ("a.svg", drawing.svg(given, title)), ("a.html", drawing.html(given, title)):
        shown(page, tmp_path, name, text)
        count, bad = page.value(OVERLAPS)
        assert count > 2 * n and bad == []
        assert page.value(INSIDE) == 0
        assert page.problems == []


@pytest.mark.parametrize("name", ["minimal", "pc", "large", "arm64-virt-like", "arm64-newer"])
def test_machines(page: Page, tmp_path: pathlib.Path, name: str) -> None:
    shown(page, tmp_path, "a.svg", drawing.svg(kept(name), name + ".toml"))
    assert page.value(OVERLAPS)[1] == [] and page.problems == []


def test_marks_stay_in_their_line(page: Page, tmp_path: pathlib.Path) -> None:
    """Some fonts pile up marks on a letter, far above its line: such names are clipped."""
    given = pools(2, ["Z" + "\u0351\u0310\u0348" * 40, "plain"])
    for name, text in ("a.svg", drawing.svg(given, "a")), ("a.html", drawing.html(given, "a")):
        shown(page, tmp_path, name, text)
        assert page.value("""Array.from(document.querySelectorAll(".row.reserved .name"),
          (t) => getComputedStyle(t).clipPath).slice(-2)""") == ["inset(-1px)", "none"]


def test_overlaps_would_be_found(page: Page, tmp_path: pathlib.Path,
                                 monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "LINE", 12)
    shown(page, tmp_path, "a.svg", drawing.svg(pools(30), "a"))
    assert page.value(OVERLAPS)[1] != []


def test_policy_holds(page: Page, tmp_path: pathlib.Path) -> None:
    """What is not the page's own does not run, and the browser says so."""
    text = drawing.html(kept("pc"), "pc")
    for planted in ("<script>document.title = 'bad'</script>",
                    "<img src='x.png' alt=''>", "<p style='color: red'>a</p>",
                    "<button onclick=\"document.title = 'bad'\" id='b'>b</button>"):
        shown(page, tmp_path, "a.html", text.replace("</main>", planted + "</main>"))
        page.value("document.getElementById('b')?.click()")
        assert any("Content Security Policy" in problem for problem in page.problems), planted
        assert page.value("document.title") != "bad"


@pytest.mark.parametrize("dark", [False, True])
def test_colours_as_seen(page: Page, tmp_path: pathlib.Path, dark: bool) -> None:
    """What the browser makes of the style: paper by the reader's preference, legible names."""
    shown(page, tmp_path, "a.html", drawing.html(kept("pc"), "pc"), dark=dark)
    seen = page.value("""Array.from(document.querySelectorAll(".row"), (row) => {
      const of = (name) => getComputedStyle(row.querySelector(name) || row).fill;
      return [of(".box"), of("text"), of(".address")]; })""")
    paper = page.value("getComputedStyle(document.querySelector('.paper')).fill")
    body = page.value("getComputedStyle(document.body).backgroundColor")

    def as_hex(rgb: str) -> str:
        return "#" + "".join(f"{int(c):02x}" for c in rgb[4:-1].split(","))

    assert paper == body and (contrast(as_hex(paper), "#000000") < 2) == dark
    for box, text, address in seen:
        assert contrast(as_hex(address), as_hex(paper)) >= 4.5
        if box.startswith("rgb("):
            assert contrast(as_hex(text), as_hex(box)) >= 4.5
        else:
            assert box in ("none", 'url("#hatch")')


def test_svg_by_preference(page: Page, tmp_path: pathlib.Path) -> None:
    fills = []
    for dark in False, True:
        shown(page, tmp_path, "a.svg", drawing.svg(kept("pc"), "pc"), dark=dark)
        fills.append(page.value("getComputedStyle(document.querySelector('.paper')).fill"))
    assert fills[0] != fills[1]


def test_zoom(page: Page, tmp_path: pathlib.Path) -> None:
    shown(page, tmp_path, "a.html", drawing.html(pools(300), "a"))
    width = "document.querySelector('svg').getBoundingClientRect().width"
    press = "document.querySelector('button[value={}]').click()"
    natural = page.value(width)
    page.value(press.format("in"))
    assert page.value(width) == pytest.approx(natural * 1.25, abs=0.5)
    assert page.value("document.getElementById('level').textContent") == "125 %"
    page.value(press.format("out"))
    assert page.value(width) == pytest.approx(natural, abs=0.5)
    page.value(press.format("whole"))
    assert page.value(width) <= page.value("document.getElementById('map').clientWidth")
    page.value(press.format("normal"))
    # what is under the pointer stays there
    where = """(() => { const r = document.elementFromPoint(600, 600).closest('.row');
      return r && r.id; })()"""
    before = page.value(where)
    assert before is not None
    page.mouse("mouseWheel", 600, 600, deltaX=0, deltaY=-240, modifiers=2)
    assert page.value(width) > natural * 1.5
    assert page.value(where) == before
    assert page.problems == []


def card(page: Page) -> list[str] | None:
    """The facts that the page shows beside a box, or None."""
    facts: list[str] | None = page.value("""document.getElementById('card').hidden ? null :
      Array.from(document.querySelectorAll('#card dd'), (d) => d.textContent)""")
    return facts


def cells(page: Page, row: str) -> list[str]:
    """A row of the table."""
    found: list[str] = page.value(
        f"Array.from(document.getElementById('t{row[1:]}').cells, (c) => c.textContent)")
    return found


def test_hover(page: Page, tmp_path: pathlib.Path) -> None:
    shown(page, tmp_path, "a.html", drawing.html(pools(30, HOSTILE), "a"))
    for i in (0, 5, 11):
        x, y = page.value(f"""(() => {{ const r = document.querySelector('#r{i} .box');
          r.scrollIntoView({{block: 'center'}}); const b = r.getBoundingClientRect();
          return [b.left + 40, b.top + 5]; }})()""")
        page.mouse("mouseMoved", 2, 2)
        assert card(page) is None
        page.mouse("mouseMoved", x, y)
        assert card(page) == cells(page, f"r{i}")
        inside = page.value("""(() => { const c = document.getElementById('card')
          .getBoundingClientRect(); return c.left >= 0 && c.top >= 0 &&
          c.right <= innerWidth && c.bottom <= innerHeight; })()""")
        assert inside
    page.mouse("mouseMoved", x - 150, y)  # beside the drawing's columns
    assert card(page) is None
    page.mouse("mouseMoved", x, y)
    assert card(page) is not None
    page.key("Escape")
    assert card(page) is None
    assert page.problems == []


def test_keyboard(page: Page, tmp_path: pathlib.Path) -> None:
    """One row is a stop of the tabulator, arrows go on, Enter goes to the table and back."""
    shown(page, tmp_path, "a.html", drawing.html(pools(30), "a"))
    active = "document.activeElement.closest('[id]') && document.activeElement.id"
    for _ in range(6):
        page.key("Tab")
        if page.value(active) == "r0":
            break
    assert page.value(active) == "r0" and card(page) == cells(page, "r0")
    for _ in range(3):
        page.key("ArrowDown")
    assert page.value(active) == "r3" and card(page) == cells(page, "r3")
    assert page.value("document.querySelectorAll('.row[tabindex=\"0\"]').length") == 1
    page.key("End")
    last = page.value("document.querySelectorAll('.row').length") - 1
    assert page.value(active) == f"r{last}"
    assert page.value(f"""(() => {{ const b = document.getElementById('r{last}')
      .getBoundingClientRect(); return b.bottom > 0 && b.top < innerHeight; }})()""")
    page.value(FRAMES)
    assert card(page) == cells(page, f"r{last}")
    page.key("Home")
    page.key("Enter", "\r")
    assert page.value("location.hash") == "#t0"
    page.value("document.querySelector('#t2 a').focus()")
    page.key("+", "+")  # the focus is not in the drawing
    assert page.value("document.getElementById('level').textContent") == "100 %"
    page.key("Enter", "\r")
    assert page.value("location.hash") == "#r2"
    assert page.value("document.querySelector('.row:target').id") == "r2"
    assert page.value(active) == "r2"
    page.key("+", "+")
    assert page.value("document.getElementById('level').textContent") == "125 %"
    assert page.problems == []


def test_names_for_who_does_not_see(page: Page, tmp_path: pathlib.Path) -> None:
    """What a screen reader is told, by the browser's own tree."""
    shown(page, tmp_path, "a.html", drawing.html(kept("pc"), "pc.toml"))
    page.call("Accessibility.enable")
    nodes = page.call("Accessibility.getFullAXTree")["nodes"]
    page.call("Accessibility.disable")
    named = {(n["role"]["value"], n.get("name", {}).get("value", "")) for n in nodes
             if "role" in n and not n["ignored"]}
    assert ("link", "GDT: 0x1000 to 0x102f, 48 B, RAM; in the guest's memory map: RAM") in {
        (role, name.replace(" (gdt)", "")) for role, name in named}
    assert ("columnheader", "First address") in named
    assert ("button", "Zoom in") in named and ("region", "Drawing") in named
    assert any(name == "Memory map: pc.toml" for role, name in named if role != "RootWebArea")
    focusable = {"button", "link", "region"}
    assert all(name for role, name in named if role in focusable), named


def test_narrow_window(page: Page, tmp_path: pathlib.Path) -> None:
    """On a telephone only the drawing and the table are wider than the window."""
    shown(page, tmp_path, "a.html", drawing.html(pools(30, WIDE, cmdline="a" * 500), "t" * 300),
          width=380, height=700)
    assert page.value("document.documentElement.scrollWidth") <= 380
    assert page.value("document.querySelector('table').scrollWidth") < 1200
