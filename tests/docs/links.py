#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""No link of a page is dead: the file is there, and the heading, by GitHub's rule of anchors. Links
to outside are judged by their form only.

usage: links.py ROOT"""
import pathlib
import re
import sys
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "docs/site"), str(ROOT / "tests/lint")]
import pagetext  # noqa: E402
from text import tracked  # noqa: E402

AUTO = re.compile(r"<(https?:[^>\s]*)>|(?<![\w(<`])(https?://[^\s)>`|]+)")


def badly_formed(target):
    """What is wrong with a link to outside."""
    parts = urllib.parse.urlsplit(target)
    if parts.scheme not in ("https", "http", "mailto"):
        return f"{parts.scheme}: is no scheme of a page"
    if parts.scheme != "mailto" and not re.fullmatch(r"[\w-]+(\.[\w-]+)+(:\d+)?", parts.netloc):
        return "no host"
    return None


def problem(page, target, files, anchors):
    path, anchor = pagetext.resolve(page, target)
    if path is None:
        return badly_formed(target)
    if path not in files:
        return f"{path} is not in the tree"
    if anchor and anchor not in anchors.get(path, ()):
        return f"{path} has no heading of this anchor"
    return None


def check(root):
    paths = {str(path.relative_to(root)): path for path in tracked(root)}
    files = set(paths) | {str(folder) for name in paths for folder in pathlib.PurePath(name).parents}
    texts = {name: path.read_text(encoding="utf-8") for name, path in paths.items() if name.endswith(".md")}
    anchors = {name: {anchor for _, _, anchor in pagetext.headings(text)} for name, text in texts.items()}
    count = bad = 0
    for page, text in sorted(texts.items()):
        found = pagetext.links(text)
        found += [(number, match[1] or match[2]) for number, (line, outside)
                  in enumerate(pagetext.lines(text), 1) if outside for match in AUTO.finditer(line)]
        for number, target in found:
            count += 1
            if why := problem(page, target, files, anchors):
                print(f"{page}:{number}: {target}: {why}")
                bad += 1
    print(f"{len(texts)} pages, {count} links, {bad} dead")
    return bad or not count


if __name__ == "__main__":
    sys.exit(1 if check(pathlib.Path(sys.argv[1]).resolve()) else 0)
