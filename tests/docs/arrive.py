#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""The site that was built: each link arrives, at a file and an id; nothing is loaded from outside.

usage: arrive.py FOLDER"""
import html.parser
import pathlib
import re
import sys
import urllib.parse

# what a browser fetches without being asked
LOADED = {("script", "src"), ("img", "src"), ("link", "href"), ("iframe", "src"), ("object", "data")}
INDEX = re.compile(r'"([\w./-]+\.html(?:#[\w.-]+)?)"')  # in the scripts of Doxygen's navigation
SEARCH = re.compile(r"'\.\./([\w./-]+\.html(?:#[\w.-]+)?)'")  # and of its search
STYLE = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")


class Page(html.parser.HTMLParser):
    """Ids and links of a page."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.twice, self.links, self.loaded = set(), set(), set(), set()
        self.styles = "".join(re.findall(r"<style>(.*?)</style>", text, re.S))
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        for key, value in attrs:
            if key == "id":
                if value in self.ids:
                    self.twice.add(value)
                self.ids.add(value)
            elif (tag, key) in LOADED:
                self.loaded.add(value)
            elif key == "href":
                self.links.add(value)
            elif key == "content" and ("http-equiv", "refresh") in attrs:
                self.links.add(value.partition("url=")[2])


def targets(folder, pages):
    """(file, link, whether it is loaded) of all files."""
    for path, page in pages.items():
        yield from ((path, link, False) for link in page.links)
        yield from ((path, link, True) for link in page.loaded)
        yield from ((path, a or b, True) for a, b in STYLE.findall(page.styles))
    for path in folder.rglob("*.css"):
        yield from ((path, a or b, True) for a, b in STYLE.findall(path.read_text()))
    for path in set(folder.glob("*.js")) - set(folder.glob("navtreeindex*.js")):  # these only look up
        yield from ((path, link, False) for link in INDEX.findall(path.read_text()))
    for path in (folder / "search").glob("*.js"):
        yield from ((path, "../" + link, False) for link in SEARCH.findall(path.read_text()))


def problem(path, link, loaded, pages):
    """Why a link does not arrive, or None."""
    parts = urllib.parse.urlsplit(link)
    if parts.scheme == "data" or link == "javascript:void(0)":
        return None
    if parts.scheme or parts.netloc:
        return "is loaded from outside" if loaded or parts.scheme not in ("https", "http", "mailto") else None
    to = path
    if parts.path:
        to = pathlib.Path(path.parent, urllib.parse.unquote(parts.path)).resolve()
    if not to.is_file():
        return "no such file"
    anchor = urllib.parse.unquote(parts.fragment)
    if anchor and to in pages and anchor not in pages[to].ids:
        return "no such id"
    return None


def check(folder):
    pages = {path: Page(path.read_text(encoding="utf-8")) for path in folder.rglob("*.html")}
    count, bad = 0, []
    for path, link, loaded in targets(folder, pages):
        count += 1
        if why := problem(path, link, loaded, pages):
            bad.append(f"{path.relative_to(folder)}: {link}: {why}")
    for path, page in pages.items():
        bad += [f"{path.relative_to(folder)}: the id {name} twice" for name in page.twice]
    print(*sorted(bad), f"{len(pages)} pages, {count} links, {len(bad)} problems", sep="\n")
    return bad or not count


if __name__ == "__main__":
    sys.exit(1 if check(pathlib.Path(sys.argv[1]).resolve()) else 0)
