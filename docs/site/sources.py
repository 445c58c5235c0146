# SPDX-License-Identifier: BSD-2-Clause
"""Files of the tree to which pages link, as pages of the site."""
import html
import sys

import pygments
import pygments.formatters
import pygments.lexers

FORMAT = pygments.formatters.HtmlFormatter(nowrap=True)
DARK = pygments.formatters.HtmlFormatter(style="github-dark")


def place(name, path):
    """Where the page of a file or a folder is."""
    return f"files/{name}/index.html" if path.is_dir() else f"files/{name}.html"


def colours(of):
    """Style of code, as the reader prefers."""
    return (FORMAT.get_style_defs(of) + "\n@media (prefers-color-scheme: dark) {\n"
            + DARK.get_style_defs(of) + "\n}\n")


def body(path):
    """A folder's names, or a file's text in colours."""
    if path.is_dir():
        names = sorted(p.name + "/" * p.is_dir() for p in path.iterdir() if p.name != "__pycache__")
        return "<ul>" + "".join(f"<li><code>{html.escape(name)}</code></li>" for name in names) + "</ul>"
    text = path.read_text(encoding="utf-8")
    try:
        lexer = pygments.lexers.get_lexer_for_filename(path.name)
    except pygments.util.ClassNotFound:
        lexer = pygments.lexers.TextLexer()
    return f'<pre class="source">{pygments.highlight(text, lexer, FORMAT)}</pre>'


def write(site):
    """Write the pages of all files that were linked to."""
    style = (site.root / "docs/site/site.css").read_text() + colours(".source")
    for name, where in sorted(site.shown.items()):
        path, to = site.root / name, site.folder / where
        if not path.exists():
            sys.exit(f"a page links to {name}, which is not there")
        to.parent.mkdir(parents=True, exist_ok=True)
        up = "../" * where.count("/")
        to.write_text('<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
                      f"<title>{html.escape(name)}</title><style>{style}</style></head>"
                      f'<body class="file">{site.navigation(up)}'
                      f"<main><h1>{html.escape(name)}</h1>{body(path)}</main></body></html>\n",
                      encoding="utf-8")
