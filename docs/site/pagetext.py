# SPDX-License-Identifier: BSD-2-Clause
"""Markdown as the pages use it: headings, their anchors by GitHub's rule, and links."""
import pathlib
import posixpath
import re
import urllib.parse

FENCE = re.compile(r" *(```+|~~~+)")
HEADING = re.compile(r"(#{1,6}) +(.*?)(?: +#+)?$")
LINK = re.compile(r"(!?)\[((?:[^][]|\[[^][]*\])*)\]\(<?([^()<>\s]+)>?(?: \"[^\"]*\")?\)")
CODE = re.compile(r"(`+)(?:(?!`).|(?!\1)`)*?\1(?!`)")
OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)  # it begins with a scheme


def lines(text):
    """(line, whether it is text and not code of a block)."""
    fence = ""
    for line in text.split("\n"):
        match = FENCE.match(line)
        if fence:
            yield line, False
            fence = "" if line.strip() == fence else fence
        elif match:
            fence = match[1]
            yield line, False
        else:
            yield line, True


def slug(heading, seen):
    """The anchor of a heading. `seen` counts those of the page before it."""
    text = LINK.sub(lambda m: m[2], heading).replace("`", "")
    text = re.sub(r"[^\w\- ]", "", text.strip().lower()).replace(" ", "-")
    seen[text] = seen.get(text, -1) + 1
    return f"{text}-{seen[text]}" if seen[text] else text


def headings(text):
    """(level, heading, anchor) of each heading."""
    seen = {}
    for line, outside in lines(text):
        if outside and (match := HEADING.fullmatch(line)):
            yield len(match[1]), match[2], slug(match[2], seen)


def title(text):
    """The heading of a page."""
    return next((heading for level, heading, _ in headings(text) if level == 1), "")


def edit_links(line, edit):
    """A line with edit(match) in place of each link that is not code."""
    codes = [match.span() for match in CODE.finditer(line)]

    def one(match):
        inside = any(a <= match.start() and match.end() <= b for a, b in codes)
        return match[0] if inside else edit(match)
    return LINK.sub(one, line)


def links(text):
    """(line number, target) of each link."""
    found = []
    for number, (line, outside) in enumerate(lines(text), 1):
        if outside:
            edit_links(line, lambda match, n=number: found.append((n, match[3])) or match[0])
    return found


def resolve(page, target):
    """(path in the tree, anchor) that a page's link means; the path is None for one to outside."""
    if OUTSIDE.match(target):
        return None, ""
    path, _, anchor = urllib.parse.unquote(target).partition("#")
    folder = pathlib.PurePosixPath(page).parent
    return (posixpath.normpath(folder / path) if path else str(page)), anchor
