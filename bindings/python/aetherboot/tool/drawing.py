# SPDX-License-Identifier: BSD-2-Clause
"""A guest's memory map as a drawing: SVG, and an HTML page around it. Both are pure functions of a
plan, in linear time.

Whatever is named from outside is text in them, never markup, and control characters are escapes.
"""
from __future__ import annotations

from . import printable, sheet
from .._builders import protocol_name
from .._call import error_text
from .drawing_page import SCRIPT, style
from .plandata import arch_name
from .ranges import GROUPS, size_text
from .sheet import SMALL, TEXT, Place, Sheet, fitted, lines, text_width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .ranges import Drawable, Range

NAMESPACE = "http://www.w3.org/2000/svg"
MARGIN = 24
NARROWEST = 480  # room for the head of a drawing
SWATCH = 14
LEADING = 18  # from line to line of a text
PERIOD, PERIODS = 12, 25  # of a zigzag, which is as wide as a box

# what is told of a range: name, whether it is a number
FACTS = (("Contents", False), ("First address", True), ("Last address", True), ("Size", True),
         ("Bytes", True), ("Kind", False), ("Memory map", False), ("Place", False))


def facts(r: Range) -> tuple[str, ...]:
    """What is told of a range, in the order of FACTS."""
    return (printable(r.name), f"0x{r.base:x}", f"0x{r.end - 1:x}", size_text(r.size),
            f"0x{r.size:x}", r.kind, r.type, r.where)


def escape(text: str) -> str:
    """A text from outside for markup, between tags or quotes."""
    text = printable(text)
    for c, entity in ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;"):
        text = text.replace(c, entity)
    return text


def svg(plan: Drawable, title: str) -> str:
    """A drawing of a plan, which says `title` above."""
    return "".join(svg_parts(plan, title))


def svg_parts(plan: Drawable, title: str) -> Iterator[str]:
    """svg() in parts: a large drawing has many."""
    yield from _drawing(Sheet(plan), plan, title, False)
    yield "\n"


def html(plan: Drawable, title: str) -> str:
    """A page with a drawing of a plan, to be zoomed into and asked, and with the same facts as a
    table. It needs nothing from elsewhere, and forbids itself everything but its own style and
    script."""
    return "".join(html_parts(plan, title))


def html_parts(plan: Drawable, title: str) -> Iterator[str]:
    """html() in parts."""
    from binascii import b2a_base64
    from hashlib import sha256

    def allowed(text: str) -> str:
        digest = b2a_base64(sha256(text.encode()).digest(), newline=False)
        return f"'sha256-{digest.decode()}'"

    drawn = Sheet(plan)
    look = "\n" + style(True)
    script = "\n" + SCRIPT
    policy = (f"default-src 'none'; style-src {allowed(look)}; script-src {allowed(script)}; "
              "base-uri 'none'; form-action 'none'")
    name = escape(title)
    yield from (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n',
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
        '<meta name="color-scheme" content="light dark">\n',
        f"<title>Memory map: {name}</title>\n<style>{look}</style>\n</head>\n<body>\n<main>\n",
        f"<h1>Memory map: {name}</h1>\n")
    yield from _summary(plan)
    yield '<h2 id="drawing">Drawing</h2>\n' + _TOOLS
    yield '<div id="map" tabindex="0" role="region" aria-labelledby="drawing">\n'
    yield from _drawing(drawn, plan, title, True)
    yield '\n</div>\n<div id="card" hidden><dl></dl></div>\n<h2 id="facts">Table</h2>\n'
    yield from _table(drawn)
    yield f"</main>\n<script>{script}</script>\n</body>\n</html>\n"


# ---- what a plan is of


def _about(plan: Drawable) -> list[str]:
    """Sentences about a plan."""
    machine = plan.machine
    ram = sum(r.size for r in machine.ram)
    cpus = f"{machine.n_cpus} CPU{'s' * (machine.n_cpus != 1)}"
    return [f"{arch_name(machine)}, {cpus}, {size_text(ram)} of RAM.",
            f"Protocol {protocol_name(plan.protocol)}, entry at 0x{plan.first_instruction:x}."]


def _summary(plan: Drawable) -> Iterator[str]:
    """The facts that belong to no range, as a list of terms."""
    yield "<dl>\n"
    for term, text in (("Machine", _about(plan)[0]),
                       ("Protocol", f"{protocol_name(plan.protocol)}: {plan.protocol_why}"),
                       ("Entry", f"0x{plan.first_instruction:x}")):
        yield f"<dt>{term}</dt><dd>{escape(text)}</dd>\n"
    if plan.payload.cmdline:
        yield f"<dt>Command line</dt><dd><code>{escape(plan.payload.cmdline)}</code></dd>\n"
    for warning in plan.warnings:
        yield f"<dt>Warning</dt><dd>{escape(error_text(warning))}</dd>\n"
    yield "</dl>\n"


_TOOLS = """\
<div class="tools" hidden>
<button type="button" value="out" aria-label="Zoom out">\u2212</button>
<output id="level">100 %</output>
<button type="button" value="in" aria-label="Zoom in">+</button>
<button type="button" value="normal">100 %</button>
<button type="button" value="whole">Whole drawing</button>
<span>Zoom by Ctrl and the wheel, or by + and \u2212; arrows go from range to range, Enter to the
table.</span>
</div>
"""


def _number(is_number: bool) -> str:
    return ' class="number"' if is_number else ""


def _table(drawn: Sheet) -> Iterator[str]:
    """All ranges, a row each, which has the number of its box."""
    yield '<div class="wide" tabindex="0" role="region" aria-labelledby="facts">\n<table>\n'
    yield "<caption>All addresses up to the last range, ascending</caption>\n<thead><tr>"
    yield from (f'<th scope="col"{_number(number)}>{name}</th>' for name, number in FACTS)
    yield "</tr></thead>\n<tbody>\n"
    for i, place in enumerate(drawn.places):
        first, *rest = facts(place.range)
        yield f'<tr id="t{i}" class="{place.range.group}">'
        yield f'<td class="name"><a href="#r{i}">{escape(first)}</a></td>'
        yield from (f"<td{_number(number)}>{escape(text)}</td>"
                    for text, (_, number) in zip(rest, FACTS[1:]))
        yield "</tr>\n"
    yield "</tbody>\n</table>\n</div>\n"


# ---- the drawing


def _n(value: float) -> str:
    """A coordinate."""
    return f"{value:.1f}".removesuffix(".0")


def _text(x: float, y: float, kind: str, text: str, size: int = TEXT) -> str:
    """A line of text. Where nobody knows how wide fonts make it, it is made to fit."""
    fit = ""
    if not all(map(sheet.is_measured, text)):
        fit = f' textLength="{_n(text_width(text, size))}" lengthAdjust="spacingAndGlyphs"'
    return f'<text x="{_n(x)}" y="{_n(y)}" class="{kind}"{fit}>{escape(text)}</text>'


def _address(x: float, y: float, address: int) -> str:
    """An address that ends at x, its digits in groups, which no spaces part when it is copied."""
    digits = f"{address:x}"
    first = len(digits) % sheet.DIGITS or sheet.DIGITS
    rest = (digits[i:i + sheet.DIGITS] for i in range(first, len(digits), sheet.DIGITS))
    text = digits[:first] + "".join(f'<tspan dx="{sheet.DIGITS_GAP}">{g}</tspan>' for g in rest)
    return f'<text x="{_n(x)}" y="{_n(y)}" class="address">0x{text}</text>'


def _rect(kind: str, x: float, y: float, width: float, height: float, more: str = "") -> str:
    return (f'<rect class="{kind}" x="{_n(x)}" y="{_n(y)}" width="{_n(width)}"'
            f' height="{_n(height)}"{more}/>')


def _drawing(drawn: Sheet, plan: Drawable, title: str, page: bool) -> Iterator[str]:
    """The svg element. In a page, which has the title, the boxes are links to the table, and the
    style is the page's."""
    width = max(drawn.width, NARROWEST)
    head, top = _head(drawn, plan, "" if page else title, width)
    w, h = _n(width + 2 * MARGIN), _n(top + drawn.height + 2 * MARGIN)
    role = "group" if page else "img"
    yield (f'<svg xmlns="{NAMESPACE}" class="map" width="{w}" height="{h}" viewBox="0 0 {w} {h}"'
           f' role="{role}" aria-labelledby="map-title map-desc">\n'
           f'<title id="map-title">Memory map: {escape(title)}</title>\n'
           f'<desc id="map-desc">{escape(" ".join(_about(plan)))} The addresses ascend downwards,'
           f' then from column to column.</desc>\n')
    if not page:
        yield f"<style>\n{style(False)}</style>\n"
    zigzag = "l6 4l6 -4" * PERIODS
    yield (f'<defs><path id="zigzag" fill="none" d="M0 0{zigzag}"/>'
           '<pattern id="hatch" width="9" height="9" patternUnits="userSpaceOnUse"'
           ' patternTransform="rotate(45)">'
           f'{_rect("ground", 0, 0, 9, 9)}{_rect("hatch", 0, 0, 2, 9)}</pattern></defs>\n')
    yield _rect("paper", 0, 0, width + 2 * MARGIN, top + drawn.height + 2 * MARGIN) + "\n"
    yield f'<g transform="translate({MARGIN} {MARGIN})">\n'
    yield from head
    yield f'<g transform="translate(0 {_n(top)})">\n'
    for i, place in enumerate(drawn.places):
        yield from _row(drawn, place, i, page)
    yield "</g>\n</g>\n</svg>"


def _row(drawn: Sheet, place: Place, i: int, page: bool) -> Iterator[str]:
    """A range: its first address, its box, what it is and how large."""
    r = place.range
    x = place.x + drawn.gutter
    if place.heading:
        yield _text(x, place.y - 10, "zone", place.heading) + "\n"
    if page:
        yield (f'<a id="r{i}" href="#t{i}" class="row {r.group}" tabindex="{-(i != 0)}"'
               f' aria-label="{escape(_sentence(r))}">')
    else:
        yield f'<g class="row {r.group}"><title>{escape(_sentence(r))}</title>'
    box = x + sheet.RAIL + 3
    if r.where != "outside RAM":
        yield _rect("rail", x, place.y, sheet.RAIL, place.height)
    if r.group == "gap":
        yield from _gap(box, place, r)
    else:
        yield from _box(box, drawn, place, r)
    yield _address(x - 8, place.y + 14, r.base)
    yield "</a>\n" if page else "</g>\n"
    if place.last:
        yield _address(x - 8, place.y + place.height + 14, r.end) + "\n"


def _gap(box: float, place: Place, r: Range) -> Iterator[str]:
    """A break: nothing is there, and its height says nothing."""
    width = PERIOD * PERIODS
    yield _rect("box", box, place.y, width, place.height)
    for y in place.y + 2, place.y + sheet.GAP - 6:
        yield f'<use href="#zigzag" x="{_n(box)}" y="{_n(y)}"/>'
    yield _text(box + width / 2, place.y + 19, "middle faint", f"{r.name} of {size_text(r.size)}")


def _box(box: float, drawn: Sheet, place: Place, r: Range) -> Iterator[str]:
    y, height = place.y + 0.7, place.height - 1.4
    yield _rect("box", box, y, sheet.BOX, height, ' rx="2"')
    yield _rect("edge", box, y, 4, height)
    size = size_text(r.size)
    room = sheet.BOX - 30 - text_width("0" * len(size), SMALL)
    yield _text(box + 12, place.y + 14, "name", fitted(printable(r.name), room, TEXT))
    yield _text(box + sheet.BOX - 8, place.y + 14, "size", size, SMALL)
    if drawn.has_entry(r):
        yield f'<path class="edge" d="M{_n(box + 12)} {_n(place.y + 22)}l8 5l-8 5z"/>'
        yield _text(box + 24, place.y + 31, "entry", f"entry at 0x{drawn.entry:x}")


def _sentence(r: Range) -> str:
    """What is told of a range, in words."""
    name, first, last, size, _, kind, type, where = facts(r)
    kind = "" if kind in ("-", name) else f" ({kind})"
    told = "" if type == "-" else f"; in the guest's memory map: {type}"
    return f"{name}{kind}: {first} to {last}, {size}, {where}{told}"


def _head(drawn: Sheet, plan: Drawable, title: str, width: float) -> tuple[list[str], float]:
    """Legend, and how heights are to be read, below a title if there is one; and the height of all
    that."""
    out = []
    y = 0.0
    if title:
        out.append(_text(0, 20, "title", fitted("Memory map: " + printable(title), width, 23)))
        y = 32
        for sentence in _about(plan):
            y = _paragraph(out, sentence, width, y)
        if plan.payload.cmdline:
            text = fitted("Command line: " + printable(plan.payload.cmdline), width, TEXT)
            out.append(_text(0, y + 12, "faint", text))
            y += LEADING
        y += 8
    y = _legend(drawn, out, width, y)
    y = _paragraph(out, f"A box grows by {_n(drawn.step)} px with each doubling of a size above 4"
                   " KiB. Gaps are not to scale.", width, y)
    return [line + "\n" for line in out], y + 14


def _paragraph(out: list[str], text: str, width: float, y: float) -> float:
    """Lines of text. Returns where the next line is."""
    for line in lines(text, width, TEXT):
        out.append(_text(0, y + 12, "faint", line))
        y += LEADING
    return y


def _legend(drawn: Sheet, out: list[str], width: float, y: float) -> float:
    """A swatch and a word for each group that is there. Returns where the next line is."""
    there = {place.range.group for place in drawn.places}
    x = 0.0
    for group, text in [*GROUPS.items(), ("rail", "is in RAM")]:
        if group not in there and group != "rail" or group == "gap":
            continue
        wide = SWATCH + 6 + text_width(text, TEXT) + 10
        if x > 0 and x + wide > width:
            x, y = 0.0, y + 22
        if group == "rail":
            out.append(_rect("rail", x + 5, y, sheet.RAIL, SWATCH))
        else:
            out.append(f'<g class="{group}">{_rect("box", x, y, SWATCH, SWATCH)}'
                       f'{_rect("edge", x, y, 4, SWATCH)}</g>')
        out.append(_text(x + SWATCH + 6, y + 12, "name", text))
        x += wide
    return y + 26
