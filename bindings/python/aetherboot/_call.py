# SPDX-License-Identifier: BSD-2-Clause
"""Calls of the library: their arguments, their errors, and what they call back."""
from __future__ import annotations

from _thread import _local

from . import _enums as e
from . import _types as t
from ._aetherboot import ffi, lib
from ._check import as_data, as_int, as_items, as_object, as_optional, as_text
from ._convert import Keep, array_of, from_c, pointer_to

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import TracebackType
    from typing import Any, Self, TypeVar

    from ._check import Source, Struct

    _T = TypeVar("_T")

WORK_LIMIT = 256 << 20  # bytes that a call may take for its time, unless it is told otherwise

_uncleared = ffi.new_allocator(should_clear_after_alloc=False)
_RULE = ffi.new("char[]", b"the caller's function raised an exception")


class AetherbootError(Exception):
    """What the library refuses. Its text is the library's sentence; its attributes are those of
    `struct ab_error`."""

    def __init__(self, code: int, what: str, value: int = 0, other: str | None = None,
                 **more: Any) -> None:
        self.error = t.Error(code=code, what=what, value=value, other=other, **more)
        super().__init__(error_text(self.error))

    def __reduce__(self) -> Any:
        return _again, (self.error,)

    @property
    def code(self) -> e.Err | int:
        """The kind of error."""
        return self.error.code

    @property
    def what(self) -> str | None:
        """The faulty object: path of a field, or name of a region, table or stream."""
        return self.error.what

    @property
    def value(self) -> int:
        """The value of the field, or an offset."""
        return self.error.value

    @property
    def other(self) -> str | None:
        """The broken rule, or the second party."""
        return self.error.other


def _again(error: t.Error) -> AetherbootError:
    return AetherbootError(**{name: getattr(error, name) for name in error.__slots__})


def error_text(error: t.Error) -> str:
    """The English sentence of an error."""
    as_object(error, t.Error, "error_text(error)")
    keep = Keep()
    c = pointer_to(error, keep)
    size = lib.ab_error_text(c, ffi.NULL, 0) + 1
    text = ffi.new("char[]", size)
    lib.ab_error_text(c, text, size)
    return str(ffi.string(text).decode())


class _Thread(_local):
    """The call that this thread is in, for functions that C calls back."""

    call: Call | None = None


_thread = _Thread()


class Call:
    """One call of the library: with Call() as call. What a function of the caller's raises in it
    comes out of it."""

    __slots__ = ("keep", "why", "raised", "strings", "limit", "_outer")

    def __init__(self, limit: int = WORK_LIMIT) -> None:
        self.keep = Keep()
        self.why = ffi.new("struct ab_error *")
        self.raised: BaseException | None = None
        self.strings: dict[str, Any] = {}
        self.limit = as_int(limit, 63, "work_limit")
        self._outer: Call | None = None

    def __enter__(self) -> Self:
        self._outer = _thread.call
        _thread.call = self
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None,
                 trace: TracebackType | None) -> None:
        _thread.call = self._outer
        if kind is None:
            self.raise_raised()

    # ---- errors

    def raise_raised(self) -> None:
        """Raise what a function of the caller's raised."""
        raised, self.raised = self.raised, None
        if raised is not None:
            try:
                raise raised
            finally:
                del raised  # or it would refer to itself by its frame

    def check(self, code: int) -> None:
        """Raise what the call came to, unless that is AB_OK."""
        self.raise_raised()
        if code == 0:
            return
        raise _again(from_c(t.Error, self.why[0], self.keep))

    def allow(self, size: int, what: str) -> int:
        """Refuse what the call must not take."""
        if size > self.limit:
            raise MemoryError(f"{what}: {size} bytes are needed, and work_limit is {self.limit}")
        return size

    def work(self, size: int, what: str = "work memory") -> Any:
        """Memory for the time of the call, which is not cleared."""
        self.allow(size, what)
        return _uncleared("char[]", size) if size else ffi.NULL

    def work_struct(self, size: int) -> Any:
        """The same as struct ab_work."""
        work = self.keep.new("struct ab_work *")
        work.data = self.keep.add(self.work(size))
        work.size = size
        return work[0]

    # ---- arguments

    def text(self, value: str, where: str) -> Any:
        """A string, which C may keep until the call ends."""
        if not isinstance(value, str):
            as_text(value, where)
            raise TypeError(f"{where}: must be a str, not None")
        if value not in self.strings:
            as_text(value, where)
            self.strings[value] = ffi.new("char[]", value.encode())
        return self.strings[value]

    def text_or_null(self, value: str | None, where: str) -> Any:
        """A string, or NULL for None."""
        return ffi.NULL if value is None else self.text(value, where)

    def data(self, value: Source, where: str) -> Any:
        """Bytes, as struct ab_bytes."""
        data = as_data(value, where)
        c = self.keep.new("struct ab_bytes *")
        c.data = self.keep.data(data)
        c.size = len(data)
        return c[0]

    def counted(self, value: Source, where: str) -> tuple[Any, int]:
        """Bytes, as address and number."""
        data = as_data(value, where)
        return self.keep.data(data), len(data)

    def numbers(self, values: Iterable[int], bits: int, where: str) -> tuple[Any, int]:
        """Numbers, as address and number."""
        items = as_items(values, bits, where)
        return array_of(items, bits, self.keep), len(items)

    def texts(self, values: Iterable[str], where: str) -> tuple[Any, int]:
        """Strings, as address and number."""
        items = [self.text(value, where) for value in as_items(values, "text", where)]
        return self.keep.new("const char *[]", items), len(items)

    def struct(self, value: Struct, cls: type[Struct], where: str) -> Any:
        """An object, as the address of a struct."""
        return pointer_to(as_object(value, cls, where), self.keep)

    def struct_or_null(self, value: Struct | None, cls: type[Struct], where: str) -> Any:
        """The same, or NULL for None."""
        return ffi.NULL if as_optional(value, cls, where) is None else \
            self.struct(value, cls, where)  # type: ignore[arg-type]

    def items(self, values: Iterable[Struct], cls: type[Struct], kind: str, where: str) -> Any:
        """Objects, as the address of a struct of address and number."""
        items = as_items(values, cls, where)
        c = self.keep.new(f"{kind} *")
        c.at = array_of(items, cls.__name__, self.keep) if items else ffi.NULL
        c.n = len(items)
        return c

    def machine(self, value: t.Machine, warning: Any = ffi.NULL) -> Any:
        """A machine that ab_machine_check() accepts."""
        c = self.struct(value, t.Machine, "machine")
        work = self.work_struct(lib.ab_machine_work(c))
        self.check(lib.ab_machine_check(c, work, warning, self.why))
        return c

    @staticmethod
    def below(index: int, n: int) -> None:
        """Refuse an index that is not below n."""
        if not 0 <= as_int(index, 64, "index") < n:
            raise IndexError(f"index: {index} is not below {n}")

    # ---- results

    def result(self, cls: type[_T], c: Any) -> _T:
        """An object of what C returned."""
        return from_c(cls, c, self.keep)

    def result_or_none(self, cls: type[_T], pointer: Any) -> _T | None:
        """The same of a pointer, which may be NULL."""
        return None if pointer == ffi.NULL else from_c(cls, pointer[0], self.keep)

    @staticmethod
    def string(pointer: Any) -> str:
        """A string of the library's own."""
        return str(ffi.string(pointer).decode())

    # ---- builders: measured, then written

    def build(self, what: str, fill: Callable[[Any], object]) -> bytes:
        """The bytes that a builder appends."""
        out = ffi.new("struct ab_buf *")
        name = self.text(what, what)
        data, size = ffi.NULL, 0
        for measuring in (True, False):
            out[0] = lib.ab_buf_over(data, size)
            fill(out)
            self.check(lib.ab_buf_finish(out, name, self.why))
            if not measuring or out.len == 0:
                break
            size = out.len
            data = self.work(size, what)
        return bytes(ffi.buffer(data, out.len)) if out.len else b""

    def build_or_fail(self, what: str, fill: Callable[[Any], int]) -> bytes:
        """The same of a builder that returns its error."""
        return self.build(what, lambda out: self.check(fill(out)))


# ---- writers

class Block:
    """An open block of AML: end() it, or use it in a with statement."""

    __slots__ = ("_c", "_aml")

    def __init__(self, aml: Any, c: Any) -> None:
        self._aml = aml
        self._c = c

    def end(self) -> None:
        """End the block, which must be the one that began last."""
        self._aml.end(self)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None,
                 trace: TracebackType | None) -> None:
        if kind is None:
            self.end()


class Writer:
    """What the writers of AML, device trees and command lines have in common."""

    __slots__ = ("_pointer", "_call")
    _c = ""

    def __init__(self, pointer: Any, call: Call) -> None:
        self._pointer = pointer
        self._call = call

    def _at(self) -> Any:
        if self._pointer is None:
            raise ValueError(f"this {type(self).__name__} was valid in the function that got it")
        if _thread.call is not self._call:
            raise ValueError(f"this {type(self).__name__} belongs to another call")
        return self._pointer

    def _own(self, block: Block) -> Any:
        if not isinstance(block, Block) or block._aml is not self:
            raise TypeError(f"block: must be a Block of this {type(self).__name__}")
        return block._c

    def _run(self, fill: Callable[[Any], object]) -> None:
        try:
            fill(self)
        finally:
            self._pointer = None

    @classmethod
    def build(cls, fill: Callable[[Self], object], what: str | None = None) -> Any:
        """Call a function with a writer, once to measure and once to write, and return what it
        wrote. `what` names it in errors."""
        if not callable(fill):
            raise TypeError(f"fill: must be callable, not {type(fill).__name__}")
        with Call() as call:
            return _BUILD[cls._c](call, cls, fill, what)


def _build_aml(call: Call, cls: type[Writer], fill: Callable[[Any], object],
               what: str | None) -> bytes:
    def once(out: Any) -> int:
        aml = ffi.new("struct ab_aml *")
        aml[0] = lib.ab_aml_over(out)
        cls(aml, call)._run(fill)
        return int(lib.ab_aml_finish(aml, call.text(what or "AML", "what"), call.why))
    return call.build_or_fail(what or "AML", once)


def _build_fdt(call: Call, cls: type[Writer], fill: Callable[[Any], object],
               what: str | None) -> bytes:
    def once(out: Any) -> int:
        fdt = ffi.new("struct ab_fdt *")
        lib.ab_fdt_begin(fdt, out)
        cls(fdt, call)._run(fill)
        return int(lib.ab_fdt_finish(fdt, call.why))
    return call.build_or_fail(what or "device tree", once)


def _build_cmdline(call: Call, cls: type[Writer], fill: Callable[[Any], object],
                   _what: str | None) -> str:
    line, text, size = ffi.new("struct ab_cmdline *"), ffi.NULL, 0
    for measuring in (True, False):
        line[0] = lib.ab_cmdline_over(text, size)
        cls(line, call)._run(fill)
        call.check(lib.ab_cmdline_finish(line, 1 << 20, call.why))
        if measuring:
            size = line.buf.len
            text = call.work(size, "command line")
    return str(ffi.string(text).decode())


_BUILD: dict[str, Callable[..., Any]] = {
    "ab_aml": _build_aml, "ab_fdt": _build_fdt, "ab_cmdline": _build_cmdline}


# ---- what C calls back. Nothing may leave these functions but by Call.raised

def _caught(_kind: object, value: BaseException, _trace: object) -> None:
    call = _thread.call
    if call is not None and call.raised is None:
        call.raised = value


def _called(name: str, out: Callable[[Any], Any]) -> None:
    """Have C's callback run the caller's function with a writer."""

    def called(pointer: Any, ctx: Any) -> None:
        call = _thread.call
        if call is None or call.raised is not None:
            return
        try:
            from . import _builders  # which needs this module first
            getattr(_builders, name)(pointer, call)._run(ffi.from_handle(ctx))
        except BaseException as raised:
            call.raised = raised
            lib.ab_buf_fail(out(pointer), lib.AB_ERR_ARG, ffi.NULL, 0, _RULE)

    ffi.def_extern(name=f"ab_py_{name.lower()}", onerror=_caught)(called)


_called("Aml", lambda aml: aml.out)
_called("Fdt", lambda fdt: fdt.out)


# bytes that are copied at once: they are in the CPU's cache when the sink looks at them
PART = 256 << 10
_ZEROS = bytes(PART)


class Taker:
    """Where the bytes of a call go: a function of the caller's."""

    __slots__ = ("take", "lend", "keep", "lent", "_region", "_at")

    def __init__(self, take: Callable[..., object], keep: Keep,
                 lend: Callable[..., Any] | None = None) -> None:
        for function in (take, lend or take):
            if not callable(function):
                raise TypeError(f"must be callable, not {type(function).__name__}")
        self.take = take
        self.lend = lend
        self.keep = keep
        self.lent = Keep()
        self._region: t.Region | None = None
        self._at = ffi.NULL

    def region(self, pointer: Any) -> t.Region:
        """The region that C points to: one object for all calls with it."""
        if self._region is None or pointer != self._at:
            self._at = pointer
            self._region = from_c(t.Region, pointer[0], self.keep)
        return self._region

    def memory(self, region: t.Region, offset: int, size: int) -> memoryview | None:
        """What the caller lends, if anything."""
        lent = self.lend and self.lend(region, offset, size)
        if lent is None:
            return None
        try:
            view = memoryview(lent).cast("B")
        except TypeError:
            raise TypeError(f"lend: must return a writable buffer of {size} bytes, or None, not "
                            + type(lent).__name__) from None
        if view.readonly or len(view) != size:
            raise ValueError(f"lend: must return a writable buffer of {size} bytes, or None")
        return view


@ffi.def_extern(name="ab_py_write", error=lib.AB_ERR_MEM, onerror=_caught)  # type: ignore[untyped-decorator]
def _write(ctx: Any, region: Any, offset: int, src: Any, size: int) -> int:
    taker = ffi.from_handle(ctx)
    if _thread.call is None or _thread.call.raised is not None:
        return int(lib.AB_ERR_MEM)  # lend() raised
    take, where = taker.take, taker.region(region)
    if src != ffi.NULL:
        own = taker.keep.own(src, size) or taker.lent.own(src, size)
        if own is not None:
            take(where, offset, own)
            return 0
        lent = taker.memory(where, offset, size) if size >= PART else None
        if lent is not None:  # one copy, where bytes of ours would be a second one
            ffi.memmove(lent, src, size)
            take(where, offset, lent.toreadonly())
            return 0
        block = ffi.buffer(src, size)
        for at in range(0, size, PART):
            take(where, offset + at, block[at:at + PART])
        return 0
    for at in range(0, size, PART):
        take(where, offset + at, _ZEROS if size - at >= PART else bytes(size - at))
    return 0


@ffi.def_extern(name="ab_py_lend", onerror=_caught)  # type: ignore[untyped-decorator]
def _lend(ctx: Any, region: Any, offset: int, size: int) -> Any:
    taker = ffi.from_handle(ctx)
    view = taker.memory(taker.region(region), offset, size)
    return ffi.NULL if view is None else taker.lent.data(view.toreadonly())


@ffi.def_extern(name="ab_py_take", error=lib.AB_ERR_MEM, onerror=_caught)  # type: ignore[untyped-decorator]
def _take(ctx: Any, block: Any, size: int) -> int:
    taker = ffi.from_handle(ctx)
    taker.take(taker.keep.bytes(block, size))
    return 0
