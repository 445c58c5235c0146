#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""The site as Chromium shows it: no error on a console, nothing asked for outside of its folder,
nothing missing; the navigation and both searches are there and work.

usage: browse.py FOLDER"""
import pathlib
import re
import shutil
import sys
import tempfile
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "bindings/python/tests"))
from browser import browser  # noqa: E402

# one page of each kind, besides those that people write
KINDS = ["index.html", "modules.html", "group__acpi.html", "group__kvm.html", "structab__machine.html",
         "aml_8h.html", "aml_8h_source.html", "annotated.html", "globals.html", "spec.html",
         "usergroup0.html", "python/index.html", "python/aetherboot.html",
         "python/aetherboot/tool/drawing.html", "files/examples/s2_tables.c.html"]
# what pdoc's search says on the console
SAID = "[{'type': 'string', 'value': 'using precompiled search index'}]"


def problems(page, folder):
    """What the browser told, but for files of the site."""
    for text in page.problems:
        if text == SAID:
            continue
        url = text.removeprefix("asks for ")
        path = pathlib.Path(urllib.parse.unquote(urllib.parse.urlsplit(url).path))
        if url == text or not url.startswith(("file:", "data:")):
            yield text
        elif url.startswith("file:") and not (path.is_file() and path.is_relative_to(folder)):
            yield f"{text}, which is no file of the site"


def asked(page):
    """The address of the frame with the results of Doxygen's search, once it is loaded."""
    page.value("0")  # the browser tells before it answers
    return next((text.removeprefix("asks for ") for text in page.problems
                 if re.search(r"/search/all_\w+\.html\?", text)), None)


def until(page, what):
    """Wait for what a script, or a function of the page, says."""
    end = time.monotonic() + 20
    while not (value := what(page) if callable(what) else page.value(what)) and time.monotonic() < end:
        time.sleep(0.05)
    return value


def tell(bad, what, ok):
    if not ok:
        bad.append(what)


def check(page, folder):
    names, bad = list(KINDS), []
    names += sorted(path.name for path in folder.glob("page-*.html") if "-adr-" not in path.name)
    for name in names:
        page.show(folder / name, dark=name.startswith("page-"))
        bad += [f"{name}: {problem}" for problem in problems(page, folder)]
    page.show(folder / "group__acpi.html")
    tree = "[...document.querySelectorAll('#nav-tree a')].map(a => a.textContent)"
    until(page, tree + ".includes('ACPI tables')")
    entries = page.value(tree)
    for entry in "Guide", "Reference", "Project", "C reference", "Python reference", "ACPI tables":
        tell(bad, f"the navigation lacks {entry}: {entries}", entry in entries)
    page.value("searchBox.OnSearchFieldFocus(true); document.getElementById('MSearchField').value ="
               " 'ab_plan_make'; searchBox.Search()")
    shown = until(page, "document.getElementById('MSearchResultsWindow').style.display == 'block'")
    results = None
    if shown and (frame := until(page, asked)):  # of another origin, as all files are: look at it alone
        page.call("Page.navigate", url=frame)
        results = until(page, "[...document.querySelectorAll('.SRResult')].filter("
                              "row => row.style.display == 'block').map(row => row.innerText).join('|')")
    tell(bad, f"the search of Doxygen does not find ab_plan_make: {results}", "ab_plan_make" in str(results))
    page.show(folder / "python/aetherboot.html")  # which the end of the page before may have told early
    until(page, "document.querySelector('input[type=search]') != null")
    page.value("(() => { const box = document.querySelector('input[type=search]'); box.focus();"
               " box.value = 'Machine'; box.dispatchEvent(new Event('input')); })()")
    tell(bad, "the search of pdoc finds nothing",
         until(page, "document.querySelectorAll('main .doc a, main.pdoc article, .search-result').length"))
    back = page.value("[...document.querySelectorAll('.site a')].map(a => a.href)")
    tell(bad, "the Python reference has not the navigation of the others",
         (folder / "page-start.html").as_uri() in back)
    bad += [f"searching: {problem}" for problem in problems(page, folder)]
    print(*bad, f"{len(names)} pages, {len(bad)} problems", sep="\n")
    return bad or not names


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    profile = pathlib.Path(tempfile.mkdtemp())
    try:
        with browser(profile) as page:
            bad = check(page, folder)
    finally:
        shutil.rmtree(profile, ignore_errors=True)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
