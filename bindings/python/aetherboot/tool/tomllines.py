# SPDX-License-Identifier: BSD-2-Clause
"""Where in a TOML file each key and each element of an array stands, which tomllib does not tell.

`scan()` reads any text in one pass, in time linear in its length. tomllib is the judge of what is
TOML: where the text is none, the pass ends early, and what came before has its lines. It also
keeps from tomllib what costs it more than linear time or its stack: deep nesting, long numbers.
"""
from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Final

DEPTH = 24  # arrays and inline tables in each other; also the parts of a dotted key
NESTED = "must not be nested as deeply"
PLAIN = 100  # characters of a number

# patterns, none of which goes back; they are compiled when they are first needed
_BLANK = r"(?:[ \t\r\n]+|#[^\n]*)*+"
_SPACE = r"[ \t]*+"
_BARE = r"([A-Za-z0-9_-]++)"
_LITERAL = r"'([^'\n]*+)'"
_BASIC = r'"((?:[^"\\\n]++|\\[^\n])*+)"'
_PLAIN = r"[^,\]}#\n\"'\[{]*+"  # a number, a date, a truth value
_STOPS = {'"""': r'(?:[^"\\]++|\\(?s:.)|"{1,2}+(?!"))*+"{3,5}',
          "'''": r"(?:[^']++|'{1,2}+(?!'))*+'{3,5}"}
_ESCAPE = r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2})|(.))"
_SHORT = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b"}
_compiled: dict[str, re.Pattern[str]] = {}


class Excess(Exception):
    """What no machine file needs. Its arguments are the line and the rule."""


class Place:
    """A key or an element: its first line, and the places of what is in it."""

    __slots__ = ("line", "keys", "items", "tables")

    def __init__(self, line: int) -> None:
        self.line: Final = line
        self.keys: dict[str, Place] | None = None
        self.items: list[Place] | None = None
        self.tables = False  # an array of tables: a path through it means its last element

    def key(self, name: str, line: int) -> Place:
        """The place of a key in this table, which is new or was there."""
        if self.keys is None:
            self.keys = {}
        return self.keys.setdefault(name, Place(line))

    def item(self, line: int) -> Place:
        """The place of a new element of this array."""
        if self.items is None:
            self.items = []
        self.items.append(Place(line))
        return self.items[-1]

    def at(self, step: str | int) -> Place | None:
        """The place of a key or of an element, if it has one."""
        if isinstance(step, str):
            return None if self.keys is None else self.keys.get(step)
        return self.items[step] if self.items is not None and 0 <= step < len(self.items) else None


class _End(Exception):
    """The text is no TOML from here on."""


def _unescape(match: re.Match[str]) -> str:
    digits = match[1] or match[2] or match[3]
    if digits is None:
        return _SHORT.get(match[4], match[4])
    number = int(digits, 16)
    if number > 0x10ffff:
        raise _End
    return chr(number)


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.root = self.table = Place(1)
        self._line, self._counted = 1, 0

    def line(self) -> int:
        """The line of what is read now. Places ascend, so each line break is counted once."""
        self._line += self.text.count("\n", self._counted, self.at)
        self._counted = self.at
        return self._line

    def match(self, pattern: str) -> re.Match[str] | None:
        """What of the text a pattern is, which is read then."""
        compiled = _compiled.get(pattern)
        if compiled is None:
            compiled = _compiled[pattern] = re.compile(pattern)
        match = compiled.match(self.text, self.at)
        if match is not None:
            self.at = match.end()
        return match

    def skip(self, pattern: str) -> None:
        if self.match(pattern) is None:
            raise _End

    def take(self, what: str) -> bool:
        if not self.text.startswith(what, self.at):
            return False
        self.at += len(what)
        return True

    def must(self, what: str) -> None:
        if not self.take(what):
            raise _End

    def part(self) -> str:
        """One part of a key."""
        match = self.match(_BARE) or self.match(_LITERAL)
        if match is not None:
            return match[1]
        match = self.match(_BASIC)
        if match is None:
            raise _End
        return re.sub(_ESCAPE, _unescape, match[1])

    def path(self, table: Place, through_tables: bool) -> Place:
        """Read a key, and return the place of its last part, from `table` on."""
        parts = 0
        while True:
            if parts == DEPTH:
                raise Excess(self.line(), NESTED)
            line = self.line()
            if parts and through_tables and table.tables and table.items:
                table = table.items[-1]
            table = table.key(self.part(), line)
            parts += 1
            self.skip(_SPACE)
            if not self.take("."):
                return table
            self.skip(_SPACE)

    def header(self) -> None:
        """[table] or [[array.of.tables]]"""
        array = self.take("[")
        line = self.line()
        self.skip(_SPACE)
        place = self.path(self.root, True)
        self.must("]]" if array else "]")
        if array:
            place.tables = True
            place = place.item(line)
        elif place.tables:
            raise _End
        self.table = place

    def pair(self, table: Place, depth: int) -> None:
        """key = value"""
        place = self.path(table, False)
        self.must("=")
        self.skip(_SPACE)
        self.value(place, depth)

    def value(self, place: Place, depth: int) -> None:
        """A value, of which arrays and tables have places of their own."""
        if depth > DEPTH:
            raise Excess(self.line(), NESTED)
        for quote, pattern in _STOPS.items():
            if self.take(quote):
                self.skip(pattern)
                return
        if self.take("["):
            self.several("]", lambda: self.value(place.item(self.line()), depth + 1))
        elif self.take("{"):
            self.several("}", lambda: self.pair(place, depth + 1))
        elif self.text.startswith('"', self.at):
            self.skip(_BASIC)
        elif self.text.startswith("'", self.at):
            self.skip(_LITERAL)
        else:
            plain = self.match(_PLAIN)
            if plain is not None and len(plain[0].rstrip()) > PLAIN:
                raise Excess(self.line(), f"a number must have at most {PLAIN} characters")

    def several(self, end: str, one: Callable[[], object]) -> None:
        """What stands between brackets, separated by commas."""
        while True:
            self.skip(_BLANK)
            if self.take(end):
                return
            one()
            self.skip(_BLANK)
            if not self.take(","):
                self.must(end)
                return

    def run(self) -> None:
        while True:
            self.skip(_BLANK)
            if self.at == len(self.text):
                return
            if self.take("["):
                self.header()
            else:
                self.pair(self.table, 1)
            self.skip(_SPACE)
            if self.at < len(self.text) and self.text[self.at] not in "#\r\n":
                raise _End


def scan(text: str) -> Place:
    """The place of the file's table, whose keys have theirs. Raises Excess."""
    scanner = _Scanner(text)
    try:
        scanner.run()
    except _End:
        pass
    return scanner.root
