#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Make the site: pages and C reference by Doxygen, the Python reference by pdoc, one navigation.

Everything is a file that a browser opens without a network. A warning of any tool is an error.

usage: build.py ROOT DOXYFILE FOLDER MAN...      MAN: man pages; FOLDER is replaced"""
import ast
import collections.abc
import html
import importlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import types
import warnings

import pagetext
import sources

HERE = pathlib.Path(__file__).resolve().parent
AWESOME = pathlib.Path("/usr/share/doxygen-awesome-css")
STYLES = [AWESOME / "doxygen-awesome.css", AWESOME / "doxygen-awesome-sidebar-only.css",
          HERE / "site.css"]
MARKER = re.compile(r"\s*<!-- .* -->")


class Site:
    """What is made of which file."""

    def __init__(self, root, folder, mans):
        self.root, self.folder, self.work = root, folder, folder.with_name(folder.name + "-work")
        self.mans = {man.name: man for man in mans}
        self.sections, self.shown, self.pictures = {}, {}, set()
        for line in (HERE / "pages.txt").read_text().splitlines():
            if line.startswith("\t"):
                path = root / line.strip()
                more = sorted(path.glob("*.md")) if path.is_dir() else [path]
                self.sections[section] += [str(page.relative_to(root)) for page in more]
            elif not line.startswith("#"):
                section = line
                self.sections[section] = []
        self.pages = ["README.md", *sum(self.sections.values(), [])]

    def label(self, page):
        """Doxygen's name of a page, and with .html the file's."""
        if page == "README.md":
            return "index"
        name = re.sub(r"\.md$", "", page)
        name = re.sub(r"/README$", "", name.removeprefix("docs/"))
        return "page-" + re.sub(r"[^a-z0-9]+", "-", name.lower())

    def title(self, page):
        if page in self.mans:
            return re.sub(r"\.(\d)$", r"(\1)", page)
        return pagetext.title((self.root / page).read_text(encoding="utf-8")).replace("`", "")

    # ---- pages

    def link(self, page, match):
        """A link of a page, as the site has it."""
        path, anchor = pagetext.resolve(page, match[3])
        if path is None:
            return match[0]
        if match[1]:
            self.pictures.add(path)
            return f'<img src="{pathlib.PurePosixPath(path).name}" alt="{html.escape(match[2])}"/>'
        if path in self.pages and path not in self.mans:
            label = self.label(path)
            return f"[{match[2]}](@ref {label + '--' + anchor if anchor else label})"
        self.shown[path] = sources.place(path, self.root / path)
        return f"[{match[2]}]({self.shown[path]})"

    def page(self, page):
        """A page's Markdown with labels, and without what only tests read."""
        text, seen, out = (self.root / page).read_text(encoding="utf-8"), {}, []
        for line, outside in pagetext.lines(text):
            if not outside:
                out.append(line)
            elif match := pagetext.HEADING.fullmatch(line):
                anchor = pagetext.slug(match[2], seen)
                first = len(match[1]) == 1 and page != "README.md" and len(seen) == 1
                label = self.label(page) if first else f"{self.label(page)}--{anchor}"
                out.append(f"{match[1]} {match[2]} {{#{label}}}")
            elif not MARKER.fullmatch(line):
                out.append(pagetext.edit_links(line, lambda m: self.link(page, m)))
        return "\n".join(out)

    def man(self, name):
        """A man page as Doxygen includes it."""
        done = subprocess.run(["mandoc", "-T", "html", "-O", "fragment", self.mans[name]],
                              capture_output=True, text=True, check=True)
        # its headings number themselves, and other pages have the same ones
        (self.work / (name + ".html")).write_text(done.stdout, encoding="utf-8")
        return f"# {self.title(name)} {{#{self.label(name)}}}\n\n@htmlinclude {name}.html\n"

    def layout(self):
        """The navigation, as Doxygen reads it. What a group says stands before what it has."""
        tabs = ['<tab type="mainpage" title="libaetherboot"/>']
        for section, pages in self.sections.items():
            tabs.append(f'<tab type="usergroup" title="{section}">')
            for page in pages:
                tabs.append(f'<tab type="user" url="@ref {self.label(page)}" '
                            f'title="{html.escape(self.title(page), False)}"/>')
            tabs.append("</tab>")
        tabs += ['<tab type="modules" title="C reference"/>',
                 '<tab type="user" url="python/aetherboot.html" title="Python reference"/>',
                 '<tab type="usergroup" title="C indices"><tab type="classlist"/>'
                 '<tab type="filelist"/><tab type="globals"/>'
                 '<tab type="user" url="@ref spec" title="Specification index"/></tab>']
        group = ("<group><briefdescription/><detaileddescription title=\"\"/><groupgraph/><memberdecl>"
                 "<nestedgroups/><defines/><typedefs/><enums/><classes/><functions/><variables/>"
                 "<membergroups/></memberdecl><memberdef><defines/><typedefs/><enums/><functions/>"
                 "<variables/></memberdef></group>")
        return (f'<doxygenlayout version="1.0"><navindex>{"".join(tabs)}</navindex>{group}'
                "</doxygenlayout>\n")

    def navigation(self, up):
        """The same, for what others than Doxygen make."""
        rows = [(section, [(self.label(page), self.title(page)) for page in pages])
                for section, pages in self.sections.items()]
        rows.append(("Reference manuals", [("modules", "C reference"),
                                           ("python/aetherboot", "Python reference")]))
        return f'<div class="site" role="navigation"><a href="{up}index.html">libaetherboot</a>' + "".join(
            f"<details><summary>{html.escape(section)}</summary><ul>"
            + "".join(f'<li><a href="{up}{name}.html">{html.escape(title)}</a></li>'
                      for name, title in entries)
            + "</ul></details>" for section, entries in rows) + "</div>"


def unlisted(site):
    """Pages of docs/ that pages.txt does not name, and names without a page."""
    there = {str(path.relative_to(site.root)) for path in (site.root / "docs").glob("*.md")}
    yield from sorted(there - set(site.pages))
    yield from (page for page in site.pages
                if page not in site.mans and not (site.root / page).is_file())


def doxygen(site, doxyfile):
    """Pages and C reference."""
    names = []
    for page in site.pages:
        text = site.man(page) if page in site.mans else site.page(page)
        name = site.work / (site.label(page) + ".md")
        name.write_text(text, encoding="utf-8")
        names.append(name)
    (site.work / "layout.xml").write_text(site.layout(), encoding="utf-8")
    words = lambda paths: " ".join(f'"{path}"' for path in paths)  # noqa: E731
    config = doxyfile.read_text() + "\n".join([
        f"INPUT += {words(names)}", f'USE_MDFILE_AS_MAINPAGE = "{names[0]}"',
        f'EXAMPLE_PATH += "{site.work}"', f'LAYOUT_FILE = "{site.work / "layout.xml"}"',
        f'OUTPUT_DIRECTORY = "{site.folder.parent}"', f'HTML_OUTPUT = "{site.folder.name}"',
        f'STRIP_FROM_PATH += "{site.work}"', f"HTML_EXTRA_STYLESHEET = {words(STYLES)}"]) + "\n"
    subprocess.run(["doxygen", "-"], input=config, text=True, check=True)


def mend(site):
    """Doxygen links to enumerators without a comment and to members of unnamed unions by ids that it
    does not write: let these links lead to the page."""
    pages = {path.name: path.read_text(encoding="utf-8") for path in site.folder.glob("*.html")}
    ids = {name: set(re.findall(r'\bid="([^"]*)"', text)) for name, text in pages.items()}

    def arrives(match):
        return match[0] if match[2] in ids.get(match[1], ()) else match[1]

    for path in [*site.folder.glob("*.html"), *site.folder.glob("*.js"), *site.folder.glob("search/*.js")]:
        text = path.read_text(encoding="utf-8")
        new = re.sub(r"([\w-]+\.html)#(g*a[0-9a-f]{32,})", arrives, text)
        if new != text:
            path.write_text(new, encoding="utf-8")


def with_types(package):
    """Give the package's modules the names that only type checkers see, so that pdoc knows them."""
    typeshed = types.ModuleType("_typeshed")
    typeshed.ReadableBuffer = typeshed.WriteableBuffer = collections.abc.Buffer \
        if sys.version_info >= (3, 12) else bytes | bytearray | memoryview
    sys.modules["_typeshed"] = typeshed
    blocks = []
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None) or ""
        if name.split(".")[0] == package and file.endswith(".py"):
            for node in ast.parse(pathlib.Path(file).read_text(encoding="utf-8")).body:
                if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING":
                    code = compile(ast.Module(node.body, []), name, "exec")
                    blocks.append((code, module.__dict__))
    while blocks:  # one may want names of another
        left = [block for block in blocks if not executed(*block)]
        if len(left) == len(blocks):
            exec(*left[0])
        blocks = left


def executed(code, names):
    try:
        exec(code, names)
    except ImportError:
        return False
    return True


def pdoc(site):
    """The Python reference."""
    import pdoc as tool
    from pdoc import render
    style = "\n".join((HERE / name).read_text() for name in ("site.css", "pdoc.css"))
    modules = "aetherboot.tool.machinefile", "aetherboot.tool.drawing"
    templates = site.work / "pdoc"
    templates.mkdir()
    (templates / "theme.css").write_text("")
    (templates / "syntax-highlighting.css").write_text(sources.colours(".pdoc-code"))
    (templates / "custom.css").write_text(style)
    (templates / "module.html.jinja2").write_text(
        '{% extends "default/module.html.jinja2" %}'
        "{% block nav_title %}{{ site_navigation['../' * (module.modulename.count('.') + 1)] | safe }}"
        "{% endblock %}{% block module_list_link %}{% endblock %}{% block attribution %}{% endblock %}")
    render.configure(template_directory=templates, show_source=False, search=True)
    render.env.globals["site_navigation"] = {up: site.navigation(up) for up in ("../", "../../", "../../../")}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for name in modules:
            importlib.import_module(name)
        with_types("aetherboot")
        tool.pdoc("aetherboot", "!aetherboot.tool", "!aetherboot.decode", *modules,
                  output_directory=site.folder / "python")


def main():
    root, doxyfile, folder = (pathlib.Path(word).resolve() for word in sys.argv[1:4])
    site = Site(root, folder, [pathlib.Path(word).resolve() for word in sys.argv[4:]])
    if missing := list(unlisted(site)):
        sys.exit(f"build.py: docs/site/pages.txt or the page is missing: {', '.join(missing)}")
    for path in site.folder, site.work:
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir(parents=True)
    doxygen(site, doxyfile)
    for picture in site.pictures:
        shutil.copy(root / picture, folder)
    mend(site)
    pdoc(site)
    sources.write(site)
    print(f"{sum(1 for _ in folder.rglob('*.html'))} pages: {os.path.relpath(folder)}/index.html")


if __name__ == "__main__":
    main()
