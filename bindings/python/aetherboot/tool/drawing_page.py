# SPDX-License-Identifier: BSD-2-Clause
"""Colours and style of drawings, and the script of their HTML page."""
from __future__ import annotations

# of each group the colour of its boxes and of their edges, on light and on dark paper
COLOURS = {
    "kernel": ("#ffe3d3", "#b8400e", "#4b2313", "#ff9360"),
    "payload": ("#dfebff", "#1b5fc1", "#17305a", "#74aaff"),
    "boot": ("#f0e3fb", "#8038b0", "#3b2150", "#c995f2"),
    "tables": ("#d5f2e6", "#0c7455", "#103d30", "#46cf9f"),
    "device": ("#fbeec4", "#8a5c00", "#41330d", "#e2b23e"),
    "reserved": ("#e9ebef", "#5f6875", "#2b313a", "#a3adba"),
    "free": ("#f4f8fb", "#52798f", "#161f26", "#7ba4ba"),
}
PAPER = ("#ffffff", "#0f1419")
INK = ("#1a1f26", "#e8ebf0")
FAINT = ("#545d69", "#a2acb9")  # addresses, sizes, gaps
RAIL = ("#2f6f8f", "#5fa8cc")  # beside all that is RAM
HATCH = ("#d6dae0", "#363e48")  # on what is reserved

SANS = 'system-ui, "Segoe UI", Roboto, "DejaVu Sans", Helvetica, Arial, sans-serif'
MONO = 'ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace'

_DRAWING = f"""\
.map text {{ font: 12px {SANS}; }}
.map .title {{ font-size: 20px; font-weight: 600; }}
.map .zone {{ font-size: 13px; font-weight: 600; }}
.map .address, .map .size {{ font: 11px {MONO}; text-anchor: end; }}
.map [textLength] {{ clip-path: inset(-1px); }}
.map .middle {{ text-anchor: middle; }}
.map .edge, .map .rail {{ stroke: none; }}
.map use {{ stroke-width: 1.2; }}
.map .gap .box {{ fill: none; stroke: none; pointer-events: all; }}
.map .reserved .box {{ fill: url(#hatch); }}
.map .box {{ stroke-width: 0.6; }}
.map .row:hover .box {{ stroke-width: 2; }}
.map .row:focus {{ outline: none; }}
.map .row:focus-visible .box, .map .row:target .box {{ stroke-width: 3; }}
"""

_PAGE = f"""\
* {{ box-sizing: border-box; }}
body {{ margin: 0; font: 15px/1.45 {SANS}; }}
main {{ max-width: 1500px; margin: 0 auto; padding: 20px 24px 60px; }}
h1 {{ font-size: 24px; margin: 0 0 12px; overflow-wrap: anywhere; }}
h2 {{ font-size: 18px; margin: 28px 0 8px; }}
dl {{ display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 0; }}
dd {{ margin: 0; overflow-wrap: anywhere; }}
code, td.number {{ font-family: {MONO}; font-size: 0.87em; }}
.tools {{ display: flex; flex-wrap: wrap; gap: 6px 8px; align-items: center; margin: 0 0 8px; }}
.tools[hidden] {{ display: none; }}
.tools output {{ min-width: 4em; text-align: center; font-variant-numeric: tabular-nums; }}
.tools span {{ margin-left: 8px; }}
button {{ font: inherit; min-width: 2.4em; padding: 3px 10px; border: 1px solid; border-radius: 6px;
  cursor: pointer; }}
#map {{ overflow: auto; max-height: 86vh; border: 1px solid; border-radius: 8px; }}
#map:focus-visible, button:focus-visible, a:focus-visible {{ outline-width: 3px;
  outline-style: solid; outline-offset: 2px; }}
svg.map {{ display: block; }}
#card {{ position: fixed; z-index: 2; max-width: min(420px, 90vw); padding: 8px 12px;
  border: 1px solid; border-radius: 8px; font-size: 13px; box-shadow: 0 4px 16px rgb(0 0 0 / .25);
  pointer-events: none; }}
#card[hidden] {{ display: none; }}
#card dl {{ gap: 0 12px; }}
.wide {{ overflow-x: auto; }}
table {{ border-collapse: collapse; width: 100%; font-size: 14px; }}
caption {{ text-align: left; padding: 0 0 8px; }}
th, td {{ text-align: left; padding: 3px 10px; border-bottom: 1px solid;
  vertical-align: baseline; }}
th {{ position: sticky; top: 0; }}
.number {{ text-align: right; white-space: nowrap; }}
td.name {{ overflow-wrap: anywhere; min-width: 12em; border-left: 5px solid; }}
tr.gap td.name {{ border-left-style: dotted; }}
td a {{ text-decoration: underline dotted; }}
tr:target td {{ font-weight: 600; }}
"""


def _colours(dark: int, page: bool) -> str:
    """The rules that depend on the paper: those of the drawing, those of a page."""
    paper, ink, faint, rail = (c[dark] for c in (PAPER, INK, FAINT, RAIL))
    out = [f".map .paper {{ fill: {paper}; }}",
           f".map text {{ fill: {ink}; }}",
           f".map .address, .map .size, .map .faint {{ fill: {faint}; }}",
           f".map .rail {{ fill: {rail}; }}",
           f".map use {{ stroke: {faint}; }}",
           f".map .gap:hover use, .map .gap:target use, .map .gap:focus-visible use"
           f" {{ stroke: {ink}; stroke-width: 2.4; }}",
           f".map .hatch {{ fill: {HATCH[dark]}; }}",
           f".map .ground {{ fill: {COLOURS['reserved'][2 * dark]}; }}"]
    for group, colours in COLOURS.items():
        box, edge = colours[2 * dark:2 * dark + 2]
        out.append(f".map .{group} .box {{ fill: {box}; stroke: {edge}; }}"
                   if group != "reserved" else f".map .{group} .box {{ stroke: {edge}; }}")
        out.append(f".map .{group} .edge {{ fill: {edge}; }}")
        if page:
            out.append(f"tr.{group} td.name {{ border-left-color: {edge}; }}")
    if page:
        line, raised = (("#d5dae0", "#f3f5f8"), ("#333c47", "#1b222a"))[dark]
        out += [f"body, #card, th {{ background: {paper}; color: {ink}; }}",
                f"button {{ background: {raised}; color: {ink}; border-color: {faint}; }}",
                f"#map, #card {{ border-color: {faint}; }}",
                f"th, td {{ border-bottom-color: {line}; }}",
                f"a, #map, button {{ outline-color: {rail}; }}",
                f"td a {{ color: {ink}; text-decoration-color: {faint}; }}",
                f"dt, tr.gap td, tr.gap a, .tools span {{ color: {faint}; }}",
                f"tr:target td {{ background: {raised}; }}"]
    return "\n".join(out) + "\n"


def style(page: bool) -> str:
    """The style sheet of a drawing, or of a page around one. It has no variables and no imports,
    as readers of SVG that are no browsers know none."""
    dark = _colours(1, page)
    return (_DRAWING + (_PAGE if page else "") + _colours(0, page)
            + "@media (prefers-color-scheme: dark) {\n" + dark + "}\n")


SCRIPT = """\
"use strict";
const box = document.getElementById("map");
const svg = box.querySelector("svg");
const rows = Array.from(svg.querySelectorAll(".row"));
const card = document.getElementById("card");
const level = document.getElementById("level");
const names = Array.from(document.querySelectorAll("thead th"), (th) => th.textContent);
const width = svg.width.baseVal.value;
const height = svg.height.baseVal.value;
let scale = 1;
let current = 0;

// Zoom; what is at (x, y) in the box stays there.
function zoom(to, x, y) {
  const left = (box.scrollLeft + x) / scale;
  const top = (box.scrollTop + y) / scale;
  scale = Math.min(8, Math.max(0.02, to));
  svg.setAttribute("width", width * scale);
  svg.setAttribute("height", height * scale);
  box.scrollLeft = left * scale - x;
  box.scrollTop = top * scale - y;
  level.textContent = Math.round(scale * 100) + " %";
}

function zoomBy(factor) {
  zoom(scale * factor, box.clientWidth / 2, box.clientHeight / 2);
}

const actions = {
  in: () => zoomBy(1.25),
  out: () => zoomBy(0.8),
  whole: () => zoom(Math.min(box.clientWidth / width, innerHeight * 0.85 / height), 0, 0),
  normal: () => zoom(1, 0, 0),
};

// Show the facts of a row beside it: those of its row in the table.
function show(row) {
  const list = card.firstElementChild;
  const cells = document.getElementById("t" + row.id.slice(1)).cells;
  list.replaceChildren();
  names.forEach((name, i) => {
    list.appendChild(document.createElement("dt")).textContent = name;
    list.appendChild(document.createElement("dd")).textContent = cells[i].textContent;
  });
  card.hidden = false;
  const at = row.querySelector(".box").getBoundingClientRect();
  const own = card.getBoundingClientRect();
  const right = at.right + 12 + own.width < innerWidth;
  const x = right ? at.right + 12 : at.left - 12 - own.width;
  card.style.left = Math.max(4, Math.min(x, innerWidth - own.width - 4)) + "px";
  card.style.top = Math.max(4, Math.min(at.top, innerHeight - own.height - 4)) + "px";
}

function hide() {
  card.hidden = true;
}

// One row takes part in the order of the tabulator.
function choose(index) {
  rows[current].setAttribute("tabindex", "-1");
  current = index;
  rows[current].setAttribute("tabindex", "0");
}

function go(to) {
  const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest", inline: "nearest" });
  show(row);
}

const steps = {
  ArrowDown: () => current + 1, ArrowRight: () => current + 1,
  ArrowUp: () => current - 1, ArrowLeft: () => current - 1,
  PageDown: () => current + 10, PageUp: () => current - 10,
  Home: () => 0, End: () => rows.length - 1,
};
const keys = { "+": "in", "=": "in", "-": "out", "0": "normal", "1": "whole" };

document.querySelector(".tools").hidden = false;
for (const button of document.querySelectorAll("button")) {
  button.addEventListener("click", () => actions[button.value]());
}
box.addEventListener("pointerover", (event) => {
  const row = event.target.closest(".row");
  if (row) show(row); else hide();
});
box.addEventListener("pointerleave", hide);
box.addEventListener("scroll", () => {
  const row = box.querySelector(".row:focus-visible");
  if (row && !card.hidden) show(row); else hide();
});
box.addEventListener("focusin", (event) => {
  const row = event.target.closest(".row");
  if (!row) return;
  choose(rows.indexOf(row));
  if (row.matches(":focus-visible")) show(row);
});
box.addEventListener("focusout", hide);
box.addEventListener("wheel", (event) => {
  if (!event.ctrlKey) return;
  event.preventDefault();
  const at = box.getBoundingClientRect();
  zoom(scale * Math.exp(-event.deltaY / 300), event.clientX - at.left, event.clientY - at.top);
}, { passive: false });
box.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key in keys) actions[keys[event.key]]();
  else if (event.key in steps && event.target.closest(".row")) go(steps[event.key]());
  else return;
  event.preventDefault();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});
"""
