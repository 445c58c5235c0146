# SPDX-License-Identifier: BSD-2-Clause
"""Values on their way into an object: each function returns what the object keeps, or raises.

A wrong type is a TypeError, a number that is too wide an OverflowError, any other wrong value a
ValueError. The message names class and field."""
from __future__ import annotations

from os import PathLike

from . import _enums

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any, Self, TypeVar

    from _typeshed import ReadableBuffer

    _T = TypeVar("_T")
    _S = TypeVar("_S", bound="Struct")
    Data = bytes | memoryview
    Source = ReadableBuffer | str | PathLike[str]

MAX_FILE = 1 << 40  # bytes; memory ends before


class Struct:
    """A struct of the C headers: immutable, and compared by value."""

    __slots__: Any = ()
    _c = ""
    _fields: tuple[tuple[str, str, str, Any, Any], ...] = ()

    def __setattr__(self, name: str, value: object) -> None:
        if hasattr(self, name):
            raise AttributeError(f"{type(self).__name__} is immutable: replace() makes a copy")
        object.__setattr__(self, name, value)

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def _values(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.__slots__)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self), *(bytes(value) if isinstance(value, memoryview) else value
                                   for value in self._values())))

    def __repr__(self) -> str:
        """What differs from the usual; of long bytes only their number."""
        shown = []
        for name, _, kind, _, _ in self._fields:
            value = getattr(self, name)
            if _is_usual(value, kind):
                continue
            if isinstance(value, (bytes, memoryview)) and len(value) > 32:
                shown.append(f"{name}=<{len(value)} bytes>")
            elif type(value) is int and value > 0xfff:
                shown.append(f"{name}={value:#x}")
            elif kind == "enum" and type(value) is not int:
                shown.append(f"{name}={type(value).__name__}.{value.name}")
            else:
                shown.append(f"{name}={value!r}")
        return f"{type(self).__name__}({', '.join(shown)})"

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (type(self), self._values())

    def replace(self, **changes: Any) -> Self:
        """A copy with other values in the named fields."""
        values = {name: getattr(self, name) for name in self.__slots__}
        for name in changes:
            if name not in values:
                raise TypeError(f"{type(self).__name__} has no field {name!r}")
        return type(self)(**(values | changes))


def _again(cls: type[_S], values: Sequence[object]) -> _S:
    return cls(**{name: bytes(value) if isinstance(value, memoryview) else value
                  for name, value in zip(cls.__slots__, values, strict=True)})


def _is_usual(value: Any, kind: str) -> bool:
    if kind in ("text", "optional", "union", "pointer"):
        return value is None
    if isinstance(value, Struct):
        return all(_is_usual(getattr(value, row[0]), row[2]) for row in value._fields)
    return not any(value) if kind in ("array", "raw") else not value


_zeros: dict[type[Any], Any] = {}


def _wrong(value: object, where: str, wanted: str) -> TypeError:
    return TypeError(f"{where}: must be {wanted}, not {type(value).__name__}")


def as_int(value: int, bits: int, where: str) -> int:
    """An unsigned number of so many bits."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise _wrong(value, where, "an int")
    if value >> bits:
        raise OverflowError(f"{where}: {value} does not fit into {bits} bits without sign")
    return int(value)


def as_bool(value: bool, where: str) -> bool:
    """True or False."""
    if not isinstance(value, bool):
        raise _wrong(value, where, "a bool")
    return value


def as_enum(value: int, enum: str, where: str) -> Any:
    """A member, or the number itself where none has it: 0 is the usual, others are errors of C."""
    cls = getattr(_enums, enum)
    if isinstance(value, cls):
        return value
    if isinstance(value, int) and type(value) is not int:
        raise _wrong(value, where, f"of {enum}")
    number = as_int(value, 31, where)
    return cls._value2member_map_.get(number, number)


def as_text(value: str | None, where: str) -> str | None:
    """A string without NUL, or None."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise _wrong(value, where, "a str or None")
    if "\0" in value:
        raise ValueError(f"{where}: contains a NUL")
    try:
        value.encode()
    except UnicodeEncodeError as why:  # a lone surrogate is no text
        raise ValueError(f"{where}: character {why.start} is no text") from None
    return value


def as_data(value: Source, where: str) -> Data:
    """Bytes: a read-only buffer as it is, of a writable one a copy, the content of a regular
    file: a device or a pipe might never end."""
    if isinstance(value, bytes):
        return value
    if isinstance(value, (str, PathLike)):
        from os import fsdecode

        from ._reading import read_file

        try:
            return read_file(fsdecode(value), MAX_FILE)
        except ValueError as why:
            raise ValueError(f"{where}: {why}") from None
    try:
        view = memoryview(value)
    except TypeError:
        raise _wrong(value, where, "bytes-like or the path of a file") from None
    if not view.readonly:
        return bytes(view)
    if not view.c_contiguous:
        raise ValueError(f"{where}: its bytes do not follow each other in memory")
    if view.nbytes == 0:
        return b""
    return view.cast("B")


def as_bytes(value: bytes, size: int, where: str) -> bytes:
    """Exactly so many bytes."""
    if not isinstance(value, (bytes, bytearray, memoryview)):
        raise _wrong(value, where, "bytes")
    if len(value) != size:
        raise ValueError(f"{where}: must have {size} bytes, not {len(value)}")
    return bytes(value)


def as_chars(value: str, size: int, where: str) -> str:
    """At most so many characters."""
    if not isinstance(value, str):
        raise _wrong(value, where, "a str")
    if len(value) > size or not value.isascii() or "\0" in value:
        raise ValueError(f"{where}: must be at most {size} ASCII characters")
    return value


def as_object(value: _T, cls: type[_T], where: str) -> _T:
    """An object of the class."""
    if not isinstance(value, cls):
        raise _wrong(value, where, f"a {cls.__name__}")
    return value


def as_struct(value: _T | None, cls: type[_T], where: str) -> _T:
    """An object of the class; None: one of zeros."""
    if value is None:
        if cls not in _zeros:
            _zeros[cls] = cls()
        return _zeros[cls]  # type: ignore[no-any-return]
    return as_object(value, cls, where)


def as_optional(value: _T | None, cls: type[_T], where: str) -> _T | None:
    """An object of the class, or None."""
    return None if value is None else as_object(value, cls, where)


def _item(value: Any, of: Any, where: str) -> Any:
    if of == "data":
        return as_data(value, where)
    if of == "text":
        if value is None:
            raise _wrong(value, where, "a str")
        return as_text(value, where)
    if isinstance(of, int):
        return as_int(value, of, where)
    return as_object(value, of, where)


def as_items(value: Iterable[Any], of: Any, where: str, most: int = 0) -> tuple[Any, ...]:
    """A tuple of them, of which there may be at most so many; 0: any number."""
    if isinstance(value, (str, bytes, bytearray, memoryview)) or not hasattr(value, "__iter__"):
        raise _wrong(value, where, "a sequence")
    items = tuple(_item(item, of, f"{where}[{index}]") for index, item in enumerate(value))
    if most and len(items) > most:
        raise ValueError(f"{where}: {len(items)} entries, at most {most}")
    return items


def as_array(value: Iterable[Any], of: Any, size: int, where: str) -> tuple[Any, ...]:
    """A tuple of so many; zeros follow if fewer are given."""
    items = as_items(value, of, where, size)
    rest = 0 if isinstance(of, int) else of()
    return items + (rest,) * (size - len(items))


def as_call(value: Callable[[Any], object] | None, where: str) -> Any:
    """A function, or None."""
    if value is not None and not callable(value):
        raise _wrong(value, where, "callable or None")
    return value
