# SPDX-License-Identifier: BSD-2-Clause
"""Writes _types.py: a class for each struct, and the constants; and _enums.py."""
import dataclasses
import re

from pycparser import c_ast

from . import names

# headers whose structs have no Python class
LEFT_OUT = {"dtb.h", "fit.h", "sha256.h", "stage2.h"}
# structs whose members the library keeps for itself, or whose class is written by hand
BY_HAND = {"ab_acpi_set", "ab_bytes", "ab_fdt_cpu", "ab_fdt_dev", "ab_mem", "ab_memmap_iter"}
PRIVATE = ("members are private", "must not change any member", "must not change its fields",
           "must not change them")
# members of which one counts, and the values of the member that tells which
UNIONS = {"ab_vcpu": ("arch", {"x86": "AB_ARCH_X86_64", "arm64": "AB_ARCH_ARM64"})}
INTEGERS = {"uint8_t": 8, "uint16_t": 16, "uint32_t": 32, "uint64_t": 64, "size_t": 64,
            "unsigned int": 32, "unsigned": 32}
FLAGS = re.compile(r"\benum (ab_\w+_flags)\b")  # what a number is the bitwise OR of
WRITERS = {"ab_aml": "Aml", "ab_fdt": "Fdt"}

HEAD = '''# SPDX-License-Identifier: BSD-2-Clause
# Made from the C headers by bindings/python/generate.py, target python-update: do not edit.
"""The structs and constants of the C headers."""
# pylint: disable=too-many-lines,too-many-arguments,redefined-builtin
from __future__ import annotations

from ._check import (Struct, as_array, as_bool, as_bytes, as_call, as_chars, as_data, as_enum,
                     as_int, as_items, as_object, as_optional, as_struct, as_text)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Final

    from . import _enums as e
    from ._builders import Aml, Fdt
    from ._check import Data, Source
'''

ENUMS_HEAD = '''# SPDX-License-Identifier: BSD-2-Clause
# Made from the C headers by bindings/python/generate.py, target python-update: do not edit.
"""The enums of the C headers. Each is made when it is first asked for: all of them would take
longer to make than all the rest of the package to import."""
# pylint: disable=too-many-lines
_TABLE = {
'''
ENUMS_TAIL = '''}

__all__ = list(_TABLE)


def __getattr__(name):
    if name not in _TABLE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from enum import IntEnum
    doc, members = _TABLE[name]
    made = IntEnum(name, members, module=__package__, qualname=name)
    made.__doc__ = doc
    return globals().setdefault(name, made)  # the same one for every thread
'''
ENUMS_STUB = '''# SPDX-License-Identifier: BSD-2-Clause
# Made from the C headers by bindings/python/generate.py, target python-update: do not edit.
# The enums of the C headers, for type checkers.
from enum import IntEnum

_TABLE: dict[str, tuple[str, dict[str, int]]]
'''


@dataclasses.dataclass
class Field:
    """A member as Python has it. kind says how it is checked and converted, of what is its class
    or number, access where C keeps it."""
    name: str  # in C
    kind: str
    of: object = None
    access: tuple = ()
    doc: str = ""

    @property
    def python(self):
        return names.python_name(self.name)


class Unsupported(Exception):
    """A member that has no equal in Python."""


def is_const(node):
    return "const" in (node.quals or [])


def type_of(node):
    """(category, name) of a declared type: of a pointer, array or function the category only."""
    if isinstance(node, c_ast.TypeDecl):
        inner = node.type
        if isinstance(inner, c_ast.Struct):
            return "struct", inner.name
        if isinstance(inner, c_ast.Enum):
            return "enum", inner.name
        if isinstance(inner, c_ast.Union):
            return "union", inner.name
        return "basic", " ".join(inner.names)
    if isinstance(node, c_ast.PtrDecl):
        return ("function", None) if isinstance(node.type, c_ast.FuncDecl) else ("pointer", None)
    return "array", None


def is_text(node):
    """const char *"""
    return (isinstance(node, c_ast.PtrDecl) and type_of(node.type) == ("basic", "char")
            and is_const(node.type))


class Types:
    """What of the headers becomes a class, and how."""

    def __init__(self, headers):
        self.headers = headers
        self.lists = {}  # struct of a pointer and a count: its Field
        self.classes = {}  # struct: its fields
        for struct in headers.structs.values():
            self._struct(struct)

    def _struct(self, struct):
        private = any(mark in " ".join(struct.doc.split()) for mark in PRIVATE)
        if struct.header in LEFT_OUT or struct.name in BY_HAND or private:
            return
        try:
            fields = list(self._fields(struct))
        except Unsupported:
            return
        if len(fields) == 1 and fields[0].access == ("at", "n"):
            self.lists[struct.name] = fields[0]
        else:
            self.classes[struct.name] = fields

    def _fields(self, struct):
        members = {m.name: m for m in struct.members}
        taken = set()
        for member in struct.members:
            if member.name is None:
                yield from self._union(struct, member)
            elif member.name not in taken:
                field = self._field(struct, member, members, taken)
                field.doc = struct.docs.get(field.name, "")
                flags = FLAGS.search(field.doc) if field.kind == "int" else None
                if flags is not None:
                    field.access = (names.class_name(flags[1]),)
                yield field

    def _union(self, struct, member):
        tell, values = UNIONS.get(struct.name, (None, {}))
        for part in member.type.decls:
            category, name = type_of(part.type)
            if part.name not in values or category != "struct" or name not in self.classes:
                raise Unsupported(part.name)
            value = next(e.values[values[part.name]] for e in self.headers.enums.values()
                         if values[part.name] in e.values)
            yield Field(part.name, "union", name, (tell, value), struct.docs[part.name])

    def _field(self, struct, member, members, taken):
        name, node = member.name, member.type
        category, kind = type_of(node)
        count = next((c for c in (f"n_{name}s", f"n_{name}", f"{name}_size",
                                  "n" if name == "at" else "") if c in members), None)
        if category == "basic":
            if any(name in (f"n_{m}", f"n_{m}s") and type_of(members[m].type)[0] == "array"
                   for m in members if m):
                return self._counted(name, members, taken)
            return self.number(name, kind)
        if category == "enum":
            return Field(name, "enum", kind)
        if category == "struct":
            return self.embedded(name, kind)
        if category == "array":
            return self._array(name, node, count, taken)
        if category == "function":
            return self._call(name, node, members, taken)
        return self._pointer(struct, member, count, taken)

    @staticmethod
    def number(name, kind):
        if kind == "_Bool":
            return Field(name, "bool")
        if kind not in INTEGERS:
            raise Unsupported(kind)
        return Field(name, "int", INTEGERS[kind])

    def embedded(self, name, kind):
        if kind == "ab_bytes":
            return Field(name, "data")
        if kind in self.lists:
            inner = self.lists[kind]
            return Field(name, "items", inner.of, ("list",))
        if kind not in self.classes:
            raise Unsupported(kind)
        return Field(name, "struct", kind)

    def element(self, node):
        """What a sequence consists of: "text", "data", an enum, a number of bits, or a struct."""
        category, kind = type_of(node)
        if is_text(node):
            return "text"
        if category == "basic" and kind in INTEGERS:
            return INTEGERS[kind]
        if kind == "ab_bytes":
            return "data"
        if category == "struct" and kind in self.classes:
            return kind
        raise Unsupported(str(kind))

    def _counted(self, name, members, taken):
        """A count that stands before or after its array: the array's field comes in its place."""
        array = next(m for m in members if m and name in (f"n_{m}", f"n_{m}s"))
        if array in taken:
            raise Unsupported(name)
        taken |= {array, name}
        return self._array(array, members[array].type, name, taken)

    def _array(self, name, node, count, taken):
        size = int(node.dim.value)
        element = self.element(node.type) if type_of(node.type) != ("basic", "char") else "char"
        if count is not None:
            taken.add(count)
            return Field(name, "items", element, ("counted", count, size))
        if element in ("char", 8):
            return Field(name, "raw", size, ("char" if element == "char" else "bytes",))
        return Field(name, "array", element, (size,))

    @staticmethod
    def _call(name, node, members, taken):
        """A callback, with the context that C hands to it."""
        first = node.type.args.params[0].type
        writer = type_of(first.type)[1] if isinstance(first, c_ast.PtrDecl) else None
        if writer not in WRITERS or "ctx" not in members:
            raise Unsupported(name)
        taken.add("ctx")
        return Field(name, "call", writer)

    def _pointer(self, struct, member, count, taken):
        name, node = member.name, member.type
        if is_text(node):
            if count is not None:
                taken.add(count)
            return Field(name, "text")
        target = node.type
        if not is_const(target) and not (isinstance(target, c_ast.PtrDecl) and is_text(target)):
            raise Unsupported(name)
        if count is not None:
            taken.add(count)
            return Field(name, "items", self.element(target),
                         ("at", "n") if name == "at" else ("pair", count))
        category, kind = type_of(target)
        if category != "struct":
            raise Unsupported(name)
        if kind not in self.headers.structs or kind in BY_HAND:
            raise Unsupported(name)
        optional = "NULL" in struct.docs.get(name, "")
        return Field(name, "optional" if optional else "pointer", kind)

    # ---- what is written

    def annotation(self, field):
        """(of the parameter, of the attribute)"""
        of = field.of
        element = {"text": ("str", "str"), "data": ("Source", "Data")}.get(
            of, ("int", "int") if isinstance(of, int) else
            (names.class_name(str(of)),) * 2)
        pairs = {
            "int": ("int", "int"), "bool": ("bool", "bool"), "text": ("str | None",) * 2,
            "data": ("Source", "Data"), "enum": (f"e.{element[0]} | int",) * 2,
            "struct": (f"{element[0]} | None", element[0]), "pointer": element,
            "optional": (f"{element[0]} | None",) * 2, "union": (f"{element[0]} | None",) * 2,
            "items": (f"Iterable[{element[0]}]", f"tuple[{element[1]}, ...]"),
            "array": (f"Iterable[{element[0]}]", f"tuple[{element[1]}, ...]"),
            "call": (f"Callable[[{WRITERS.get(of)}], object] | None",) * 2,
        }
        if field.kind == "raw":
            pairs["raw"] = ("str", "str") if field.access[0] == "char" else ("bytes", "bytes")
        return pairs[field.kind]

    @staticmethod
    def default(field):
        if field.kind == "raw":
            return '""' if field.access[0] == "char" else f"bytes({field.of})"
        return {"int": "0", "bool": "False", "text": "None", "data": 'b""', "enum": "0",
                "optional": "None", "union": "None", "struct": "None", "items": "()", "array": "()",
                "call": "None"}.get(field.kind)

    @staticmethod
    def check(field, owner):
        """The expression that checks a value."""
        of, name = field.of, field.python
        where = f'"{owner}.{name}"'
        most = f", {field.access[2]}" if len(field.access) == 3 else ""
        item = f'"{of}"' if of in ("text", "data", "char") else \
            str(of) if isinstance(of, int) else names.class_name(str(of))
        return {
            "int": f"as_int({name}, {of}, {where})", "bool": f"as_bool({name}, {where})",
            "text": f"as_text({name}, {where})", "data": f"as_data({name}, {where})",
            "enum": f'as_enum({name}, "{item}", {where})',
            "struct": f"as_struct({name}, {item}, {where})",
            "pointer": f"as_object({name}, {item}, {where})",
            "optional": f"as_optional({name}, {item}, {where})",
            "union": f"as_optional({name}, {item}, {where})",
            "items": f"as_items({name}, {item}, {where}{most})",
            "array": f"as_array({name}, {item}, {field.access[0] if field.access else 0}, {where})",
            "raw": f"as_{'chars' if 'char' in field.access else 'bytes'}({name}, {of}, {where})",
            "call": f"as_call({name}, {where})",
        }[field.kind]

    def row(self, field):
        """What the conversion needs to know: name, name in C, kind, of what, access."""
        of = field.of
        if isinstance(of, str) and of not in ("text", "data"):
            of = names.class_name(of)
        if field.kind == "items" and field.access[0] == "counted":
            field = dataclasses.replace(field, access=field.access[:2])
        return (field.python, field.name, field.kind, of, field.access)

    def write(self):
        parts = [HEAD]
        parts += self._constants()
        for name in self.classes:  # in C, too, a struct comes before those that contain it
            parts.append(self._class(self.headers.structs[name]))
        every = [names.class_name(n) for n in self.classes]
        every += [n.removeprefix("AB_") for n in self._constant_names()]
        body = "".join(f'    "{name}",\n' for name in sorted(every))
        parts.append(f"\n__all__ = [\n{body}]\n")
        return "".join(parts)

    def _constant_names(self):
        out = ("AB_S2_", "AB_DTB_", "AB_SHA256_", "AB_FDT_KNOWN", "AB_FDT_DEPTH", "AB_FDT_NAMES")
        return [n for n in self.headers.constants if not n.startswith(out)]

    def _constants(self):
        yield "\n"
        for name in self._constant_names():
            value = self.headers.constants[name]
            text = hex(value) if value > 0xffff and value & 0xfff == 0 else str(value)
            yield f"{name.removeprefix('AB_')} = {text}\n"

    def enums(self):
        """(the module of the enums, its stub)"""
        module, stub, every = [ENUMS_HEAD], [ENUMS_STUB], []
        for enum in self.headers.enums.values():
            if enum.header in LEFT_OUT:
                continue
            prefix = names.member_prefix(enum.values)
            members = {names.python_name(n[len(prefix):]): v for n, v in enum.values.items()}
            paragraphs = names.prose(enum.doc)
            paragraphs += [f"- {names.python_name(n[len(prefix):])}: {' '.join(doc.split())}"
                           for n, doc in enum.docs.items() if doc]
            cls, doc = names.class_name(enum.name), names.docstring(paragraphs, "    ")
            rows = "".join(f'        "{n}": {v},\n' for n, v in members.items())
            module.append(f'    "{cls}": (\n{doc}, {{\n{rows}    }}),\n')
            rows = "".join(f"    {n} = {v}\n" for n, v in members.items())
            stub.append(f"\nclass {cls}(IntEnum):\n{rows}")
            every.append(f'    "{cls}",\n')
        stub.append("\n__all__ = [\n" + "".join(sorted(every)) + "]\n")
        return "".join([*module, ENUMS_TAIL]), "".join(stub)

    def _class(self, struct):
        fields = self.classes[struct.name]
        name = names.class_name(struct.name)
        lines = [f"\n\nclass {name}(Struct):", names.docstring(names.prose(struct.doc), "    "), "",
                 "    __slots__ = {"]
        lines += [f"        \"{f.python}\": {names.quoted(f.doc)}," for f in fields]
        lines += ["    }", f'    _c = "struct {struct.name}"', "    _fields = ("]
        lines += [f"        {self.row(f)!r}," for f in fields]
        lines += ["    )", "", "    def __init__(", "        self,", "        *,"]
        lines += [f"        {f.python}: {self.annotation(f)[0]}"
                  + (f" = {default}" if (default := self.default(f)) is not None else "") + ","
                  for f in sorted(fields, key=lambda f: self.default(f) is not None)]
        lines.append("    ) -> None:")
        lines += [f"        self.{f.python}: Final[{self.annotation(f)[1]}] = {self.check(f, name)}"
                  for f in fields]
        return "\n".join(lines) + "\n"
