# SPDX-License-Identifier: BSD-2-Clause
"""Machine files: a guest as TOML.

Keys are the names of the fields of `struct ab_machine` and `struct ab_payload` in the C headers,
below `machine` and `payload`; the rows of the classes say what each may be. `load()` returns the
two objects; `read()` also what a command needs to name the line of an error.
"""
from __future__ import annotations

import os
import re

from .. import _enums, _types
from .._call import AetherbootError, error_text
from . import Refusal, printable
from .._reading import read_file
from .tomllines import Excess, Place, scan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .._check import Data
    from .._plan import Plan
    from .._types import Error, Machine, Payload

SIZE_MAX = 2 << 20  # bytes of a machine file
FILES_MAX = 384 << 20  # bytes of all files that it names
TABLES_MAX = 70_000  # CPUS_MAX and some

_UNITS = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40}
_NUMBER = re.compile(r"(0[xX][0-9a-fA-F]{1,16}|[0-9]{1,20})(?: ?([KMGT])(?:iB)?)?")
_STEP = re.compile(r"\w+|\[\]")
_LINE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_MARK = b"\xef\xbb\xbf"  # with which some editors begin a file of UTF-8
_PARTS = {"machine": "Machine", "payload": "Payload"}
_KERNEL = ["payload", "kernel"]
_FILES = {row[0] for row in _types.Payload._fields if "data" in row[2:4]}
_SPELT = {"SMMUV3": "smmu-v3"}  # where ab_dev_name() differs from the enum


def spelling(member: str) -> str:
    """A member of an enum as machine files spell it: "uart-16550"."""
    return _SPELT.get(member) or member.rstrip("_").lower().replace("_", "-")


def choices(enum: str) -> dict[str, int]:
    """The members of an enum by their spelling."""
    return {spelling(name): value for name, value in _enums._TABLE[enum][1].items()}


def in_words(text: str) -> str:
    """A sentence of the library's, with the enums as machine files spell them."""
    from .._aetherboot import ffi

    words: dict[str, str] = {}
    for enum in _enums._TABLE if "AB_" in text else ():
        names = {value: name for name, value in choices(enum).items()}
        c = ffi.typeof("enum ab" + re.sub("[A-Z]", lambda m: "_" + m[0].lower(), enum)).relements
        words |= {name: f'"{names[value]}"' for name, value in c.items()}
    return re.sub(r"\bAB_\w+", lambda m: words.get(m[0], m[0]), text)


def shown(value: object) -> str:
    """A value of a TOML file in an error."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return cut(hex(value)) if abs(value) > 0xffff else str(value)
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "an array"
    if isinstance(value, str):
        return f'"{cut(value)}"'
    return str(value)


def cut(text: str, most: int = 40) -> str:
    """The beginning of a text, for a line in which there is more."""
    return text if len(text) <= most else text[:most] + "..."


def nearest(name: str, names: list[str]) -> str:
    """What somebody may have meant."""
    import difflib  # only to refuse something

    near = difflib.get_close_matches(name[:64], names, 1, 0.5)
    return f', the nearest is "{near[0]}"' if near else ""


class MachineFile:
    """A machine file that was read: its guest, and where it says what."""

    def __init__(self, path: str, overrides: dict[str, Any]) -> None:
        self.path = path
        self.left = FILES_MAX  # bytes that further files may have
        self.kernel = overrides.get("kernel")  # its path, or bytes
        self.overrides = {name: self._opened(value) if name in _FILES else value
                          for name, value in overrides.items()}
        table, self._root = self._parse()
        reader = _Reader(self)
        parts = reader.whole(table, self._root)
        self.machine: Machine = parts["machine"]
        self.payload: Payload = parts["payload"]

    def _opened(self, value: Any) -> Any:
        """What stands for bytes: of a path the content of its file."""
        if isinstance(value, (list, tuple)):
            return [self._opened(one) for one in value]
        if not isinstance(value, (str, os.PathLike)):
            return value
        try:
            return self.content(os.fspath(value))
        except ValueError as why:
            raise Refusal((os.fspath(value) or '""') + f": {why}") from None

    def content(self, path: str) -> Data:
        """All of a file. Raises OSError, or ValueError."""
        data = read_file(path, self.left, ", with the other files")
        self.left -= len(data)
        return data

    def _parse(self) -> tuple[dict[str, Any], Place]:
        import tomllib

        try:
            data = bytes(read_file(self.path, SIZE_MAX)).removeprefix(_MARK)
        except ValueError as why:
            raise Refusal((self.path or '""') + f": {why}") from None
        try:
            text = data.decode()
            place = scan(text)
            return tomllib.loads(text), place
        except UnicodeDecodeError as why:
            line = data.count(b"\n", 0, why.start) + 1
            raise self.refusal(line, f"byte {data[why.start]:#x} is not valid: must be UTF-8") \
                from None
        except Excess as why:
            raise self.refusal(*why.args) from None
        except (ValueError, RecursionError) as why:
            found = _LINE.search(str(why))
            lines, rule = text.split("\n"), _LINE.sub("", str(why))
            number = int(found[1]) if found and found[1] else len(lines)
            raise self.refusal(number, f"{shown(lines[number - 1].strip())} is not valid TOML: "
                               f"{rule[:1].lower()}{rule[1:]}") from None

    # ---- errors

    def refusal(self, line: int, text: str) -> Refusal:
        """An error in a line."""
        return Refusal(f"{self.path}:{line}: {text}")

    def line(self, what: str, index: int = 0) -> int | None:
        """The line of a field, by its path in an error of C's; of what is not written the line of
        what it would be in; None: it is not of this file."""
        steps = _STEP.findall(what)
        if steps[0] not in _PARTS:  # a part of the kernel, or a region
            steps = _KERNEL
        if steps[0] == "payload" and len(steps) > 1 and steps[1] in self.overrides:
            return None
        place = self._root
        for step in steps:
            further = place.at(index if step == "[]" else step)
            if further is None:
                break
            place = further
        return place.line

    def explain(self, error: Error) -> str:
        """An error, or a warning of a plan, as a sentence that begins with file and line."""
        text = in_words(error_text(error))
        if (error.what, error.value) == ("payload.kernel.size", 0):
            text = "payload.kernel: is missing or empty: must be a kernel's file"
        other = None  # the second party, if the file has it
        if error.code == _enums.Err.ERR_OVERLAP:
            other = error.other
        elif error.other_name is not None:
            other = "machine.devs[]"
        if other is not None and other.partition(".")[0] in _PARTS:
            line = self.line(other, error.other_index)
            text += f" (line {line})" if line is not None else ""
        line = self.line(error.what or "", error.index)
        if line is not None:
            return f"{self.path}:{line}: {text}"
        steps = _STEP.findall(error.what or "")
        if isinstance(self.kernel, (str, os.PathLike)) and steps and \
                (steps[0] not in _PARTS or steps[:2] == _KERNEL):
            return f"{os.fspath(self.kernel)}: {text}"
        return text

    def located(self, why: Refusal) -> Refusal:
        """A refusal of what the file describes, with the line of its key."""
        line = self.line(why.key) if why.key else None
        return why if line is None else self.refusal(line, str(why))

    def plan(self, **options: Any) -> Plan:
        """plan() of this guest; what the library refuses becomes a Refusal with its line."""
        from .._plan import plan

        try:
            return plan(self.machine, self.payload, **options)
        except AetherbootError as why:
            raise Refusal(self.explain(why.error)) from None


class _Reader:
    """TOML values to objects, by the rows of the classes."""

    def __init__(self, file: MachineFile) -> None:
        self.file = file
        self.tables = 0

    def refuse(self, place: Place, key: str, value: object, rule: str) -> Refusal:
        return self.file.refusal(place.line, f"{key}: {shown(value)} is not valid: {rule}")

    def whole(self, table: dict[str, Any], place: Place) -> dict[str, Any]:
        """The file's table."""
        for name, value in table.items():
            if name not in _PARTS:
                raise self.refuse(place.at(name) or place, cut(name), value,
                                  "the keys are machine and payload")
        if "machine" not in table:
            raise self.file.refusal(1, "machine: there is none: must be a table")
        return {name: self.struct(table.get(name, {}), place.at(name) or place, name, cls)
                for name, cls in _PARTS.items()}

    def struct(self, value: object, place: Place, key: str, of: Any, _access: Any = ()) -> Any:
        cls = getattr(_types, of)
        if not isinstance(value, dict):
            raise self.refuse(place, key, value, "must be a table")
        self.tables += 1
        if self.tables > TABLES_MAX:
            raise self.refuse(place, key, value, f"must have at most {TABLES_MAX} tables")
        rows = {row[1]: row for row in cls._fields if row[2] != "call"}
        given = dict(self.file.overrides) if cls is _types.Payload else {}
        for name, inner in value.items():
            at, path = place.at(name) or place, f"{key}.{cut(name)}"
            if name not in rows:
                raise self.refuse(at, path, inner, "there is no such key"
                                  + nearest(name, list(rows)))
            python, _, kind, what, access = rows[name]
            if python not in given:
                given[python] = _KINDS[kind](self, inner, at, path, what, access)
        return cls(**given)

    def number(self, value: object, place: Place, key: str, bits: int, access: Any = ()) -> int:
        if access:
            return self.flags(value, place, key, access[0])
        number = value
        if isinstance(value, str):
            found = _NUMBER.fullmatch(value)
            if found is None:
                raise self.refuse(place, key, value,
                                  'must be an integer, or like "0x1000", "512M" or "1 GiB"')
            number = int(found[1], 0 if found[1][:2] in ("0x", "0X") else 10) * \
                _UNITS[found[2] or ""]
        if not isinstance(number, int) or isinstance(number, bool):
            raise self.refuse(place, key, value, "must be an integer")
        if not 0 <= number < 1 << bits:
            raise self.refuse(place, key, value, f"must be 0 to {shown((1 << bits) - 1)}")
        return number

    def flags(self, value: object, place: Place, key: str, enum: str) -> int:
        names, result = choices(enum), 0
        if not isinstance(value, list):
            raise self.refuse(place, key, value, f"must be an array of {listed(names)}")
        for index, name in enumerate(value):
            if not isinstance(name, str) or name not in names:
                raise self.refuse(place.at(index) or place, f"{key}[{index}]", name,
                                  f"must be {listed(names)}")
            result |= names[name]
        return result

    def truth(self, value: object, place: Place, key: str, _of: Any, _access: Any) -> bool:
        if not isinstance(value, bool):
            raise self.refuse(place, key, value, "must be true or false")
        return value

    def enum(self, value: object, place: Place, key: str, of: str, _access: Any) -> int:
        names = choices(of)
        if not isinstance(value, str) or value not in names:
            raise self.refuse(place, key, value, f"must be {listed(names)}")
        return names[value]

    def text(self, value: object, place: Place, key: str, _of: Any = None,
             _access: Any = ()) -> str:
        if not isinstance(value, str):
            raise self.refuse(place, key, value, "must be a string")
        if "\0" in value:
            raise self.refuse(place, key, value, "must not contain a NUL")
        return value

    def data(self, value: object, place: Place, key: str, _of: Any = None,
             _access: Any = ()) -> Data:
        if isinstance(value, str):
            return self.content(value, place, key)
        if isinstance(value, dict) and len(value) == 1:
            (form, inner), = value.items()
            if form == "text" and isinstance(inner, str):
                return inner.encode()
            if form == "hex" and isinstance(inner, str):
                return self.digits(inner, place, key)
        raise self.refuse(place, key, value,
                          'must be the path of a file, { hex = "..." } or { text = "..." }')

    def content(self, value: str, place: Place, key: str) -> Data:
        """A file that is named relative to the machine file."""
        path = os.path.join(os.path.dirname(self.file.path), value) if value else ""
        try:
            return self.file.content(path)
        except (OSError, ValueError) as why:
            rule = why.strerror if isinstance(why, OSError) else str(why)
            raise self.refuse(place, key, value, str(rule)) from None

    def digits(self, value: str, place: Place, key: str) -> bytes:
        try:
            return bytes.fromhex(value)
        except ValueError:
            raise self.refuse(place, key, value, "must be pairs of hexadecimal digits") from None

    def raw(self, value: object, place: Place, key: str, of: int, _access: Any) -> bytes:
        data = self.digits(self.text(value, place, key).replace("-", ""), place, key)
        if len(data) != of:
            raise self.refuse(place, key, value, f"must have {of} bytes, {2 * of} digits")
        return data

    def items(self, value: object, place: Place, key: str, of: Any, access: Any) -> list[Any]:
        if not isinstance(value, list):
            raise self.refuse(place, key, value, "must be an array")
        most = access[0] if access and isinstance(access[0], int) else len(value)
        if len(value) > most:
            raise self.refuse(place, key, value, f"must have at most {most} elements")
        one = self.number if isinstance(of, int) else \
            {"text": self.text, "data": self.data}.get(of, self.struct)
        return [one(inner, place.at(index) or place, f"{key}[{index}]", of)
                for index, inner in enumerate(value)]


def listed(names: dict[str, int]) -> str:
    """The names that there are, in words."""
    return ", ".join(f'"{name}"' for name in names)


_KINDS: dict[str, Any] = {"int": _Reader.number, "bool": _Reader.truth, "enum": _Reader.enum,
          "text": _Reader.text, "data": _Reader.data, "struct": _Reader.struct,
          "optional": _Reader.struct, "items": _Reader.items, "array": _Reader.items,
          "raw": _Reader.raw}


def read(path: str | os.PathLike[str], **overrides: Any) -> MachineFile:
    """Read a machine file. `overrides` are fields of the payload, as Payload takes them, in place
    of those of the file. Raises Refusal, or OSError if it cannot be read."""
    return MachineFile(os.fspath(path), overrides)


def load(path: str | os.PathLike[str], **overrides: Any) -> tuple[Machine, Payload]:
    """The guest of a machine file, for plan(); see read()."""
    file = read(path, **overrides)
    return file.machine, file.payload
