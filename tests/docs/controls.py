#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""The judges of the pages, judged: each accepts a small tree, and reports one defect a time.

usage: controls.py        env: as run.py's"""
import contextlib
import io
import pathlib
import shutil
import sys
import tempfile

import arrive
import blocks
import groups
import links
import run

PAGE = """\
# A page

See [the other](sub/other.md#its-second-part), [its text](text.txt), [here](#a-page), <URL>.

<!-- run -->
```sh
echo one > kept
echo two
```

<!-- output -->
```text
two
```

<!-- run: as sum.c with 7 -->
```c
#include <aetherboot/base.h>

int main(int argc, char **argv)
{
	return argc != 2 || argv[1][0] != '7' || AB_MiB != 1 << 20;
}
```

<!-- run -->
```python
n = 6 * 7
```

<!-- run: as guest.toml -->
```toml
[machine]
arch = "x86-64"
n_cpus = 1
ram = [{ size = "64M" }]
```

<!-- run -->
```console
$ cat kept
one
```

<!-- run -->
```python
assert n == 42 and open("kept").read() == "one\\n"
```

<!-- run: as tree.dts -->
```dts
/dts-v1/; / { };
```

<!-- run -->
```json
{"a": 1}
```

<!-- part of text.txt -->
```text
first
...
third
```

<!-- not run: there is no such machine -->
```sh
false
```
""".replace("URL", "https:" + "//example.org/x")
# what changes in the page, and who must report it
DEFECTS = [
    ("<!-- run -->\n```sh", "```sh", "check"), ("not run: there is no such machine", "not run: sorry", "check"),
    ("<!-- run -->\n```json", "<!-- run -->\n```yaml", "check"), ("third\n", "fourth\n", "check"),
    ("<!-- output -->", "<!-- output: -->\n", "check"), ("<!-- run: as sum.c", "<!-- run: sum.c", "check"),
    ("<!-- run -->\n```json", "<!-- run: by no.test -->\n```json", "check"), ("# A page\n", "# A page\n\n    code\n", "check"),
    ("false\n```\n", "false\n", "check"), ("part of text.txt", "part of other.txt", "check"),
    ("echo two", "echo too", "run"), ("echo one > kept", "false", "run"), ("1 << 20", "1 << 21", "run"),
    ("int main", "int unused(void) { int i; return 0; }\nint main", "run"), ("6 * 7", "6 * 8", "run"),
    ("n_cpus = 1", "n_cpus = 0", "run"), ("\none\n```", "\nnone\n```", "run"), ("/ { };", "/ { ;", "run"),
    ('{"a": 1}', '{"a": }', "run"),
    ("sub/other.md#", "other.md#", "links"), ("#its-second-part", "#its-third-part", "links"),
    ("(text.txt)", "(test.txt)", "links"), ("(#a-page)", "(#page)", "links"),
    ("//example.org/x", "//example/x", "links"),
]
HEADER = """\
/**
 * @defgroup a A
 * @snippet a.c part
 * @{ */
"""
SITE = {"index.html": '<a href="b.html#x">b</a><img src="i.png">', "b.html": '<p id="x"></p><style>p { background: url(i.png) }</style>',
        "i.png": "", "search/all_0.js": "['x',['../b.html#x']]", "menudata.js": '{url:"b.html"}'}
SITE_DEFECTS = [("index.html", "b.html#x", "b.html#y"), ("index.html", "b.html#x", "c.html"),
                ("index.html", "i.png", "//example.org/i.png"), ("b.html", "url(i", "url(j"),
                ("b.html", '<p id="x">', '<p id="x"><p id="x">'), ("search/all_0.js", "#x", "#z"),
                ("menudata.js", "b.html", "d.html")]


def quiet(judge, *arguments):
    """Whether a judge finds anything."""
    with contextlib.redirect_stdout(io.StringIO()):
        return bool(judge(*arguments))


def tree(at, page):
    shutil.rmtree(at, ignore_errors=True)
    (at / "sub").mkdir(parents=True)
    (at / "page.md").write_text(page)
    (at / "text.txt").write_text("zeroth\nfirst\nsecond\nthird\n")
    (at / "sub/other.md").write_text("# Other\n\n## Its second *part*\n".replace("*", ""))
    (at / "include").symlink_to(pathlib.Path(__file__).resolve().parents[2] / "include")


def judges(at, work):
    return {"check": lambda: quiet(blocks.check, at, {"some.test"}), "links": lambda: quiet(links.check, at),
            "run": lambda: quiet(lambda: run.run_page(at / "page.md", "page.md", at, work)[1])}


def pages(at, work):
    tree(at, PAGE)
    yield from (f"{name} refuses a good page" for name, judge in judges(at, work).items() if judge())
    for old, new, name in DEFECTS:
        if PAGE.count(old) < 1:
            yield f"{old}: not in the page"
        tree(at, PAGE.replace(old, new, 1))
        if not judges(at, work)[name]():
            yield f"{name} accepts {new!r}"


def group(at):
    for header, programs, good in ((HEADER, {"a"}, True), (HEADER, {"b"}, False), ("", {"a"}, False),
                                   (HEADER.replace("@snippet", "See"), {"a"}, False),
                                   (HEADER.replace("a.c", "c.c"), {"a"}, False)):
        shutil.rmtree(at, ignore_errors=True)
        for file in "include/aetherboot/a.h", "frontends/el2/abi.h", "examples/aetherctl/mailbox.h", "examples/a.c":
            (at / file).parent.mkdir(parents=True, exist_ok=True)
            (at / file).write_text(header if file.endswith("a.h") else HEADER)
        if quiet(groups.check, at, programs) == good:
            yield f"groups: {header!r}, {programs}: {'refused' if good else 'accepted'}"


def site(at):
    for file, old, new in [("index.html", "", ""), *SITE_DEFECTS]:
        shutil.rmtree(at, ignore_errors=True)
        for name, text in SITE.items():
            (at / name).parent.mkdir(parents=True, exist_ok=True)
            (at / name).write_text(text.replace(old, new, 1) if name == file else text)
        if quiet(arrive.check, at) != bool(old):
            yield f"site: {new or 'a good one'}: {'accepted' if old else 'refused'}"


def main():
    # not in this tree, of which git knows
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder).resolve()
        bad = [*pages(work / "tree", work / "work"), *group(work / "groups"), *site(work / "site")]
    print(*bad, f"{len(DEFECTS) + len(SITE_DEFECTS) + 4} defects, {len(bad)} problems", sep="\n")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
