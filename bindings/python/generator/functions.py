# SPDX-License-Identifier: BSD-2-Clause
"""Writes _builders.py: the methods of the writers, and the functions that need no other state."""
from pycparser import c_ast

from . import names
from .classes import INTEGERS, LEFT_OUT, Unsupported, is_const, is_text, type_of

WRITERS = {"ab_aml": "Aml", "ab_fdt": "Fdt", "ab_cmdline": "Cmdline"}
# those that begin or end a writer, for which Writer.build() stands
FRAME = {"ab_aml_over", "ab_aml_finish", "ab_fdt_begin", "ab_fdt_finish", "ab_cmdline_over",
         "ab_cmdline_finish"}
# those that are written by hand, as they need more than their arguments say
BY_HAND = {"ab_acpi_at", "ab_acpi_begin", "ab_acpi_count", "ab_acpi_end", "ab_acpi_layout",
           "ab_acpi_rsdp", "ab_acpi_write", "ab_codec_library", "ab_error_text", "ab_image_probe",
           "ab_image_probe_profile", "ab_kernel_unpack", "ab_kernel_work", "ab_machine_check",
           "ab_memmap_find", "ab_memmap_next", "ab_plan_entry", "ab_plan_make", "ab_plan_memmap",
           "ab_plan_place", "ab_plan_region", "ab_plan_text", "ab_plan_work", "ab_x86_cpuid",
           "ab_x86_cpuid_all", "ab_x86_memory_types"}
# those whose work Python's own means do, and those that answer about an object in C
NOT_HERE = {"ab_fail", "ab_err_name", "ab_put", "ab_put_le", "ab_put_str", "ab_put_hex",
            "ab_put_dec", "ab_poke_le", "ab_buf_fail", "ab_buf_finish"}

HEAD = '''# SPDX-License-Identifier: BSD-2-Clause
# Made from the C headers by bindings/python/generate.py, target python-update: do not edit.
"""The functions of the C headers, by their names."""
# pylint: disable=too-many-lines,too-many-public-methods,redefined-builtin
from __future__ import annotations

import builtins

from . import _enums as e
from . import _types as t
from ._aetherboot import lib
from ._call import Block, Call, Writer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ._check import Source
'''


class Functions:
    """What of the headers becomes a function or a method, and how."""

    def __init__(self, types):
        self.types = types
        self.headers = types.headers
        self.methods = {name: [] for name in WRITERS.values()}
        self.functions = []
        self.left_out = []
        for function in self.headers.functions.values():
            self._function(function)

    def _function(self, function):
        params = self._params(function)
        first = type_of(params[0].type.type) if params and isinstance(
            params[0].type, c_ast.PtrDecl) else (None, None)
        writer = WRITERS.get(first[1]) if first[0] == "struct" else None
        if function.name in FRAME:
            return
        try:
            if function.header in LEFT_OUT or function.name in BY_HAND | NOT_HERE:
                raise Unsupported(function.name)
            if writer:
                self.methods[writer].append(self._method(function, params[1:], first[1]))
            else:
                self.functions.append(self._free(function, params))
        except Unsupported:
            if function.name not in BY_HAND:
                self.left_out.append(function.name)

    @staticmethod
    def _params(function):
        args = function.decl.type.args
        params = args.params if args else []
        return [p for p in params if not (isinstance(p, c_ast.Typename))]

    # ---- parameters: (name, annotation, argument in C, ...)

    def _param(self, function, param, following):
        """(annotation, arguments, whether the next parameter goes with it)"""
        name, node = names.python_name(param.name), param.type
        category, kind = type_of(node)
        if category == "basic" and (kind in INTEGERS or kind == "_Bool"):
            return "builtins.bool" if kind == "_Bool" else "builtins.int", [name], False
        if category == "enum":
            return f"e.{names.class_name(kind)} | builtins.int", [name], False
        if category == "struct":
            if kind == "ab_bytes":
                return "Source", [f'call.data({name}, "{name}")'], False
            if kind == "ab_aml_block":
                return "Block", [f"self._own({name})"], False
            raise Unsupported(kind)
        if category != "pointer":
            raise Unsupported(category)
        optional = self._may_be_null(function, param.name)
        if is_text(node):
            end = " | None" if optional else ""
            call = "call.text" if not optional else "call.text_or_null"
            return f"builtins.str{end}", [f'{call}({name}, "{name}")'], False
        return self._pointer(node.type, name, following, optional)

    def _pointer(self, target, name, following, optional):
        category, kind = type_of(target)
        counted = following is not None and following.name in ("n", "size") and \
            type_of(following.type) == ("basic", "size_t")
        if counted and category == "basic" and kind == "void":
            return "Source", [f'*call.counted({name}, "{name}")'], True
        if counted and category == "basic" and kind in INTEGERS:
            return "Iterable[builtins.int]", [
                f'*call.numbers({name}, {INTEGERS[kind]}, "{name}")'], True
        if counted and is_text(target):
            return "Iterable[builtins.str]", [f'*call.texts({name}, "{name}")'], True
        if category != "struct" or not is_const(target):
            raise Unsupported(kind)
        if kind == "ab_machine":
            return "t.Machine", [f"call.machine({name})"], False
        if kind in self.types.lists:
            cls = names.class_name(self.types.lists[kind].of)
            return f"Iterable[t.{cls}]", [f'call.items({name}, t.{cls}, "struct {kind}", "{name}")'], \
                False
        if kind not in self.types.classes:
            raise Unsupported(kind)
        cls = names.class_name(kind)
        if optional:
            return f"t.{cls} | None", [f'call.struct_or_null({name}, t.{cls}, "{name}")'], False
        return f"t.{cls}", [f'call.struct({name}, t.{cls}, "{name}")'], False

    @staticmethod
    def _may_be_null(function, name):
        for part in function.doc.split("@param")[1:]:
            words = part.split()
            if words and words[0] == name:
                return "NULL" in words or "NULL:" in words
        return False

    def _arguments(self, function, params):
        """(signature, arguments, what Python calls each parameter of C's, whether there is a
        buffer, an error)"""
        signature, arguments, said, out, why, skip = [], [], {}, False, False, False
        for index, param in enumerate(params):
            if skip:
                skip = False
                continue
            target = param.type.type if isinstance(param.type, c_ast.PtrDecl) else None
            kind = type_of(target)[1] if target is not None else None
            if kind == "ab_buf" and param.name == "out":
                out = True
                arguments.append("out")
            elif kind == "ab_error" and param.name == "why":
                why = True
                arguments.append("call.why")
            else:
                following = params[index + 1] if index + 1 < len(params) else None
                annotation, args, skip = self._param(function, param, following)
                name = names.python_name(param.name)
                signature.append(f"{name}: {annotation}")
                arguments += args
                said[name] = name
                if skip:
                    said[following.name] = f"len({name})"
        return signature, arguments, said, out, why

    # ---- results

    def _result(self, function, call):
        """(annotation, statement) for what C returns."""
        node = function.decl.type.type
        category, kind = type_of(node)
        if category == "basic":
            if kind == "void":
                return "None", call
            if kind == "_Bool":
                return "builtins.bool", f"return builtins.bool({call})"
            if kind in INTEGERS:
                return "builtins.int", f"return builtins.int({call})"
        if category == "enum":
            cls = names.class_name(kind)
            return f"e.{cls}", f"return e.{cls}({call})"
        if category == "struct" and kind == "ab_aml_block":
            return "Block", f"return Block(self, {call})"
        if category == "struct" and kind in self.types.classes:
            cls = names.class_name(kind)
            return f"t.{cls}", f"return call.result(t.{cls}, {call})"
        if category == "pointer" and is_text(node):
            return "builtins.str", f"return call.string({call})"
        if category == "pointer" and type_of(node.type)[0] == "struct" and is_const(node.type) and \
                type_of(node.type)[1] in self.types.classes:
            cls = names.class_name(type_of(node.type)[1])
            return f"t.{cls} | None", f"return call.result_or_none(t.{cls}, {call})"
        raise Unsupported(kind)

    # ---- functions

    @staticmethod
    def _doc(function, said, indent):
        """The comment, without the parameters that have no place in Python."""
        paragraphs = []
        for paragraph in names.prose(function.doc):
            param = names.PARAM.match(paragraph)
            if param is None:
                paragraphs.append(paragraph)
            elif param[1] in said:
                paragraphs.append(f"- `{said[param[1]]}`: {paragraph[param.end():]}")
        return names.docstring(paragraphs, indent)

    def _method(self, function, params, writer):
        signature, arguments, said, out, why = self._arguments(function, params)
        if out or why:
            raise Unsupported(function.name)
        name = names.python_name(function.name.removeprefix(writer + "_"))
        call = f"lib.{function.name}({', '.join(['self._at()', *arguments])})"
        annotation, statement = self._result(function, call)
        lines = [f"    def {name}({', '.join(['self', *signature])}) -> {annotation}:",
                 self._doc(function, said, "        ")]
        if "call." in statement:
            lines.append("        call = self._call")
        return "\n".join([*lines, f"        {statement}"])

    def _free(self, function, params):
        signature, arguments, said, out, why = self._arguments(function, params)
        name = names.python_name(function.name.removeprefix("ab_"))
        call = f"lib.{function.name}({', '.join(arguments)})"
        lines = []
        if out:
            annotation = "bytes"
            failing = type_of(function.decl.type.type) == ("enum", "ab_err")
            build = "build_or_fail" if failing else "build"
            held, used = [], []
            for argument in arguments:  # converted once, used by both passes
                if "(" in argument:
                    held.append(argument)
                    used.append(f"a{len(held)}")
                else:
                    used.append(argument)
            lines += [f"        a{i} = {a}" for i, a in enumerate(held, 1)]
            inner = f"lambda out: lib.{function.name}({', '.join(used)})"
            lines.append(f'        return call.{build}("{name}", {inner})')
        elif why:
            if type_of(function.decl.type.type) != ("enum", "ab_err"):
                raise Unsupported(name)
            annotation = "None"
            lines.append(f"        call.check({call})")
        else:
            annotation, statement = self._result(function, call)
            lines.append(f"        {statement}")
        index = [p.name for p in params if p.name == "index"]
        if index and "call.machine(m)" in call:
            lines.insert(0, "        call.below(index, m.n_cpus)")
        head = [f"def {name}({', '.join(signature)}) -> {annotation}:",
                self._doc(function, said, "    "), "    with Call() as call:"]
        return "\n".join(head + lines).replace("builtins.", "")

    def write(self):
        parts = [HEAD]
        for writer, methods in self.methods.items():
            c = next(c for c, python in WRITERS.items() if python == writer)
            doc = names.docstring(names.prose(self.headers.structs[c].doc), "    ")
            parts.append(f"\n\nclass {writer}(Writer):\n{doc}\n\n    __slots__ = ()\n"
                         f'    _c = "{c}"\n\n' + "\n\n".join(methods) + "\n")
        parts += [f"\n\n{function}\n" for function in self.functions]
        parts.append("\n\n_left_out = (\n" + "".join(f'    "{n}",\n' for n in self.left_out) + ")\n")
        every = [f.split("(")[0].removeprefix("def ") for f in self.functions]
        body = "".join(f'    "{name}",\n' for name in sorted([*every, *WRITERS.values()]))
        parts.append(f"\n__all__ = [\n{body}]\n")
        return "".join(parts)
