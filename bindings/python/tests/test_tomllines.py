# SPDX-License-Identifier: BSD-2-Clause
"""The lines of keys, judged by tomllib: each key and element that it finds has a place, the line
contains the key, and the lines before do not define it."""
from __future__ import annotations

import os
import time
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from aetherboot.tool.tomllines import DEPTH, PLAIN, Excess, Place, scan
from hypothesis import given, settings
from hypothesis import strategies as st

EXAMPLES = int(os.environ.get("AB_EXAMPLES", "300"))
# no name is part of another or of a value; spelling in the file, and name
SPELT = {"alpha": "alpha", "be-ta": "be-ta", "gam_ma": "gam_ma", "44": "44",
         '"del ta"': "del ta", "'eps.ilon'": "eps.ilon", '"z\\u0065ta"': "zeta",
         '"\\"eta\\\\"': '"eta\\', '"#[theta]="': "#[theta]=", '"io\\tta"': "io\tta", '""': ""}
KEYS = st.sampled_from(sorted(SPELT))
SCALARS = st.sampled_from([
    "1", "0x1f", "1_000", "1e3", "inf", "true", "1979-05-27 07:32:00Z",
    "07:32:00", '""', "''", '"x"', r'"\"] } # \\"', "'] } # \\'", '"""a"b""c\\""" """',
    '"""\n[x]\ny = 1\n"""', "'''\n[[x]]\n''y'' = {\n'''", '"""q"""""', "'''q'''''", '"""\\\n  x"""',
    '"""\\"""" # """'])
GAPS = st.sampled_from(["", " ", "\n", " # ] } comment\n", "\r\n", "\n\n\t"])


def arrays(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(lambda parts, end: "[" + ",".join(a + v + b for a, v, b in parts) + end + "]",
                     st.lists(st.tuples(GAPS, inner, GAPS), max_size=4),
                     st.sampled_from(["", "\n", "#]\n"]))


def inline(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pairs = st.tuples(st.lists(KEYS, min_size=1, max_size=2), inner)
    return st.lists(pairs, max_size=3).map(
        lambda pairs: "{ " + ", ".join(f"{' . '.join(k)} = {v}" for k, v in pairs) + " }")


VALUES = st.recursive(SCALARS, lambda inner: arrays(inner) | inline(inner), max_leaves=8)
DOTTED = st.lists(KEYS, min_size=1, max_size=3).map(" .\t".join)
LINES = st.one_of(
    st.builds("{} = {}{}".format, DOTTED, VALUES, st.sampled_from(["", " # c", "\t", "\r"])),
    DOTTED.map("[ {} ]".format), DOTTED.map("[[ {} ]] # a".format),
    st.sampled_from(["", "# x = 1"]))


def is_toml(text: str) -> bool:
    try:
        tomllib.loads(text)
        return True
    except tomllib.TOMLDecodeError:
        return False


def grown(candidates: list[str]) -> str:
    """The candidates that TOML allows after those before."""
    text = ""
    for line in candidates:
        if is_toml(text + line + "\n"):
            text += line + "\n"
    return text


def places(value: Any, place: Place, path: tuple[str | int, ...]) -> Iterator[
        tuple[tuple[str | int, ...], int]]:
    """Each key and element of tomllib's result, with its line."""
    steps = enumerate(value) if isinstance(value, list) else value.items() \
        if isinstance(value, dict) else ()
    for step, inner in steps:
        found = place.at(step)
        assert found is not None, (*path, step)
        yield (*path, step), found.line
        yield from places(inner, found, (*path, step))


def has(value: Any, path: tuple[str | int, ...]) -> bool:
    for step in path:
        if isinstance(value, list):
            if not isinstance(step, int) or step >= len(value):
                return False
        elif not isinstance(value, dict) or step not in value:
            return False
        value = value[step]
    return True


@settings(max_examples=EXAMPLES)
@given(st.lists(LINES, max_size=14).map(grown))
def test_each_key_has_its_line(text: str) -> None:
    lines = text.replace("\r\n", "\n").split("\n")
    root = scan(text)
    table = tomllib.loads(text)
    spelt = {name: spelling for spelling, name in SPELT.items()}
    for path, line in places(table, root, ()):
        if isinstance(path[-1], str):
            assert spelt[path[-1]] in lines[line - 1], (path, line)
        before = "\n".join(lines[:line - 1])
        if is_toml(before):
            assert not has(tomllib.loads(before), path), (path, line)
    # nothing else has a place
    def count(place: Place) -> int:
        inner = [*(place.keys or {}).values(), *(place.items or [])]
        return len(inner) + sum(map(count, inner))
    assert count(root) == sum(1 for _ in places(table, root, ()))


def test_lines_by_hand() -> None:
    text = ('a = 1\n"b" . c = [ # 2\n 1,\n\n [2,\n{ d = 3, e.f = """\n\n""" }],\n]\n[x.y]\nz = 1\n'
            '[[t]]\n[t.u]\nv = 1\n[[t]]\r\n[t.u]\nv = 2\n')
    lines = {path: line for path, line in places(tomllib.loads(text), scan(text), ())}
    assert lines == {
        ("a",): 1, ("b",): 2, ("b", "c"): 2, ("b", "c", 0): 3, ("b", "c", 1): 5,
        ("b", "c", 1, 0): 5, ("b", "c", 1, 1): 6, ("b", "c", 1, 1, "d"): 6,
        ("b", "c", 1, 1, "e"): 6, ("b", "c", 1, 1, "e", "f"): 6, ("x",): 10, ("x", "y"): 10,
        ("x", "y", "z"): 11, ("t",): 12, ("t", 0): 12, ("t", 0, "u"): 13, ("t", 0, "u", "v"): 14,
        ("t", 1): 15, ("t", 1, "u"): 16, ("t", 1, "u", "v"): 17}


@settings(max_examples=EXAMPLES)
@given(st.text() | st.text(alphabet="[]{}=.,\"'\\#\n a1u"))
def test_any_text_has_an_end(text: str) -> None:
    try:
        scan(text)
    except Excess:
        pass


@pytest.mark.parametrize("text", [
    "a = " + "[" * DEPTH, "a = " + "[" * 100_000, "a = " + "{a=" * 100_000, "[" * 100_000,
    ".".join("a" * (DEPTH + 1)) + " = 1", "[" + ".".join("a" * 100_000) + "]"])
def test_depth(text: str) -> None:
    if text.startswith("[["):
        scan(text)
        return
    with pytest.raises(Excess) as why:
        scan("\n" + text)
    assert why.value.args == (2, "must not be nested as deeply")


def test_long_numbers() -> None:
    scan(f"a = {'1' * PLAIN}     # {'1' * PLAIN}\nb = [{'1' * PLAIN}, '{'1' * 200}']")
    with pytest.raises(Excess) as why:
        scan(f"a = [\n1{'1' * PLAIN}]")
    assert why.value.args == (2, "a number must have at most 100 characters")


@pytest.mark.parametrize("head, unit, n", [
    ('"', '"', 100_000), ("'", "'", 100_000), ('a = """', '""a', 100_000),
    ('a = "', "\\\\", 100_000), ("a = '''", "''\n", 100_000), ("a = [", "1,\n", 40_000),
    ("", "\n", 200_000), ("", "#", 200_000), ("", "[[a]]\n", 20_000), ("a = {", "b=1,", 20_000),
    ('a = """', "\\\n", 100_000), ('a = "', "\\u0041", 50_000),
    ("", "a.a = 1\n", 10_000), ('"', "\\u0041", 50_000), ("", "[a]\n[a.b]\n", 10_000),
    ('a = """', "\"\\\"\"'", 50_000), ("a = [", "'\"',\"'\",", 20_000)])
def test_linear(head: str, unit: str, n: int) -> None:
    """Eight times as much takes not much more than eight times as long; 64 would be square."""
    def cost(n: int) -> float:
        text, costs = head + unit * n, []
        for _ in range(3):
            begin = time.process_time()
            scan(text)
            costs.append(time.process_time() - begin)
        return min(costs)
    assert cost(n) < 20 * cost(n // 8) + 0.02


class Counted(str):
    """A text that knows how many characters were searched for line breaks."""
    seen = 0

    def count(self, what: str, start: Any = 0, end: Any = None) -> int:
        Counted.seen += end - start
        return super().count(what, start, end)


def test_each_line_break_is_counted_once() -> None:
    text = Counted("a = [\n1,\n[2]]\n[[b]]\n[c.d]\ne.f = {g = 1}\n" * 50)
    Counted.seen = 0
    scan(text)
    assert 0 < Counted.seen <= len(text)
