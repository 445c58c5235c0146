# SPDX-License-Identifier: BSD-2-Clause
"""Objects to structs of C and back, by the rows that generate.py writes into each class.

A row is (name, name in C, kind, of what, access). One table serves both directions."""
from __future__ import annotations

from bisect import bisect_right

from . import _types
from ._aetherboot import ffi, lib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar
    from ._check import Data, Struct

    _T = TypeVar("_T")


class Keep:
    """What C borrows: alive as long as this is. It also knows which bytes are the caller's own."""

    __slots__ = ("objects", "_starts", "_views")

    def __init__(self) -> None:
        self.objects: list[Any] = []
        self._starts: list[int] = []
        self._views: list[memoryview] = []

    def add(self, thing: Any) -> Any:
        """Keep it, and return it."""
        self.objects.append(thing)
        return thing

    def new(self, kind: str, value: Any = None) -> Any:
        """Memory of C's for a value."""
        return self.add(ffi.new(kind, value))

    def text(self, value: str | None) -> Any:
        """A string of C's; None: NULL."""
        return ffi.NULL if value is None else self.new("char[]", value.encode())

    def data(self, value: Data) -> Any:
        """The address of bytes that stay where they are."""
        if not value:
            return ffi.NULL
        pointer = self.add(ffi.from_buffer("char[]", value))
        self._note(int(ffi.cast("uintptr_t", pointer)), memoryview(value))
        return pointer

    def _note(self, start: int, view: memoryview) -> None:
        """Ranges ascend, and none is within another: so one look finds the right one."""
        at = bisect_right(self._starts, start)
        if at and self._starts[at - 1] + len(self._views[at - 1]) >= start + len(view):
            return
        if at and self._starts[at - 1] == start:
            at -= 1
        end = at
        while end < len(self._starts) and \
                self._starts[end] + len(self._views[end]) <= start + len(view):
            end += 1
        self._starts[at:end] = [start]
        self._views[at:end] = [view]

    def bytes(self, pointer: Any, size: int) -> Data:
        """Bytes that C points to: a slice of the caller's own buffer, or else a copy."""
        if pointer == ffi.NULL or size == 0:
            return b""
        own = self.own(pointer, size)
        return bytes(ffi.buffer(pointer, size)) if own is None else own

    def own(self, pointer: Any, size: int) -> Data | None:
        """The slice of the caller's own buffer that C points to."""
        start = int(ffi.cast("uintptr_t", pointer))
        at = bisect_right(self._starts, start) - 1
        offset = start - self._starts[at] if at >= 0 else 0
        if at < 0 or offset + size > len(self._views[at]):
            return None
        return self._views[at][offset:offset + size]


def _string(pointer: Any) -> str | None:
    return None if pointer == ffi.NULL else ffi.string(pointer).decode(errors="replace")


# ---- to C

def to_c(value: Struct, c: Any, keep: Keep) -> None:
    """Fill a struct of zeros."""
    for name, member, kind, of, access in value._fields:
        given = getattr(value, name)
        if kind in ("int", "bool", "enum"):
            setattr(c, member, given)
        elif kind == "struct":
            to_c(given, getattr(c, member), keep)
        elif kind == "text":
            setattr(c, member, keep.text(given))
        elif not given and kind not in ("pointer", "optional", "call"):
            continue
        elif kind == "data":
            _data_to_c(given, getattr(c, member), keep)
        elif kind in ("pointer", "optional"):
            if given is not None:
                setattr(c, member, pointer_to(given, keep))
        elif kind == "union":
            to_c(given, getattr(c, member), keep)
        elif kind == "items":
            _items_to_c(given, c, member, of, access, keep)
        elif kind == "array":
            _fill(getattr(c, member), given, of, keep)
        elif kind == "raw":
            raw = given.encode() if isinstance(given, str) else given
            ffi.memmove(getattr(c, member), raw, len(raw))
        elif given is not None:  # a callback
            setattr(c, member, getattr(lib, f"ab_py_{of.lower()}"))
            c.ctx = keep.add(ffi.new_handle(given))


def pointer_to(value: Struct, keep: Keep) -> Any:
    """A new struct of C's with what the object has."""
    pointer = keep.new(value._c + " *")
    to_c(value, pointer[0], keep)
    return pointer


def _data_to_c(value: Data, c: Any, keep: Keep) -> None:
    c.data = keep.data(value)
    c.size = len(value)


def _fill(array: Any, values: tuple[Any, ...], of: Any, keep: Keep) -> None:
    for index, value in enumerate(values):
        if isinstance(of, int):
            array[index] = value
        elif of == "text":
            array[index] = keep.text(value)
        elif of == "data":
            _data_to_c(value, array[index], keep)
        else:
            to_c(value, array[index], keep)


def array_of(values: tuple[Any, ...], of: Any, keep: Keep) -> Any:
    """A new array of C's."""
    kind = {"text": "const char *", "data": "struct ab_bytes"}.get(of) or \
        (f"uint{of}_t" if isinstance(of, int) else getattr(_types, of)._c)
    array = keep.new(f"{kind}[]", len(values))
    _fill(array, values, of, keep)
    return array


def _items_to_c(values: tuple[Any, ...], c: Any, member: str, of: Any, access: Any,
                keep: Keep) -> None:
    if access[0] == "counted":
        _fill(getattr(c, member), values, of, keep)
        setattr(c, access[1], len(values))
    elif access[0] == "pair":
        setattr(c, member, array_of(values, of, keep))
        setattr(c, access[1], len(values))
    else:  # a struct of a pointer and a count
        inner = getattr(c, member)
        inner.at = array_of(values, of, keep)
        inner.n = len(values)


# ---- from C

def from_c(cls: type[_T], c: Any, keep: Keep) -> _T:
    """An object of what C has filled. Callbacks are not taken over."""
    rows = cls._fields  # type: ignore[attr-defined]
    return cls(**{row[0]: _value(c, row, keep) for row in rows})


def _value(c: Any, row: tuple[Any, ...], keep: Keep) -> Any:
    _, member, kind, of, access = row
    if kind == "call":
        return None
    if kind == "union":
        chosen = getattr(c, access[0]) == access[1]
        return from_c(getattr(_types, of), getattr(c, member), keep) if chosen else None
    value = getattr(c, member)
    if kind == "text":
        return _string(value)
    if kind == "data":
        return keep.bytes(value.data, value.size)
    if kind == "struct":
        return from_c(getattr(_types, of), value, keep)
    if kind in ("pointer", "optional"):
        return None if value == ffi.NULL else from_c(getattr(_types, of), value[0], keep)
    if kind == "items":
        if access[0] == "list":
            return _elements(value.at, value.n, of, keep)
        return _elements(value, getattr(c, access[1]), of, keep)
    if kind == "array":
        return _elements(value, access[0], of, keep)
    if kind == "raw":
        raw = bytes(ffi.buffer(value))
        return raw.rstrip(b"\0").decode("ascii", "replace") if access[0] == "char" else raw
    return value


def _elements(array: Any, n: int, of: Any, keep: Keep) -> tuple[Any, ...]:
    if isinstance(of, int):
        return tuple(array[index] for index in range(n))
    if of == "text":
        return tuple(_string(array[index]) for index in range(n))
    if of == "data":
        return tuple(keep.bytes(array[index].data, array[index].size) for index in range(n))
    return tuple(from_c(getattr(_types, of), array[index], keep) for index in range(n))
