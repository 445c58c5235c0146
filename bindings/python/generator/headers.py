# SPDX-License-Identifier: BSD-2-Clause
"""Reads the public headers: one run of the C preprocessor, whose output has declarations and
comments. pycparser reads the declarations; a comment belongs to the declaration it stands beside.
"""
import ast
import bisect
import dataclasses
import os
import pathlib
import re
import subprocess

from pycparser import c_ast, c_generator, c_parser

ROOT = pathlib.Path(__file__).resolve().parent.parent / "c"
TYPES = {"uint8_t": "unsigned char", "uint16_t": "unsigned short", "uint32_t": "unsigned",
         "uint64_t": "unsigned long long", "int8_t": "signed char", "int16_t": "short",
         "int32_t": "int", "int64_t": "long long", "size_t": "unsigned long"}
MARKER = re.compile(r'# \d+ "([^"]*)"')
COMMENT = re.compile(r"/\*.*?\*/", re.S)
DEFINE = re.compile(r"#define (AB_\w+) (.+)")
ATTRIBUTE = re.compile(r"__attribute__ *\(\([^()]*(?:\([^()]*\))?[^()]*\)\)")
MACROS = [(re.compile(r"\bUINT64_C\(([^()]*)\)"), r"\1"), (re.compile(r"\bUINT32_MAX\b"), "0xffffffff"),
          (re.compile(r"\bAB_ARM64_SYSREG\(([^,]*),([^,]*),([^,]*),([^,]*),([^,]*)\)"),
           r"((\1)<<14|(\2)<<11|(\3)<<7|(\4)<<3|(\5))")]


@dataclasses.dataclass
class Struct:
    """A struct: its members are pycparser's declarations, in order."""
    name: str
    header: str
    doc: str
    members: list
    docs: dict = dataclasses.field(default_factory=dict)  # by the member's name


@dataclasses.dataclass
class Enum:
    """An enum, with the value and the comment of each member."""
    name: str
    header: str
    doc: str
    values: dict
    docs: dict


@dataclasses.dataclass
class Function:
    """A function that a header declares."""
    name: str
    header: str
    doc: str
    decl: c_ast.Decl


class Headers:
    """All that the headers declare."""

    def __init__(self):
        self.structs, self.enums, self.functions, self.constants = {}, {}, {}, {}
        self.opaque = set()
        text, self._files = self._preprocessed(os.environ.get("CC", "cc"))
        self._constants(text)
        self._comments = [(m.start(), m.end(), m[0]) for m in COMMENT.finditer(text)]
        self._starts = [start for start, _, _ in self._comments]
        code = COMMENT.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), text)
        code = re.sub(r"^#.*", lambda m: " " * len(m[0]), code, flags=re.M)
        code = ATTRIBUTE.sub(lambda m: " " * len(m[0]), code)
        self._text = code
        self._lines = [0] + [m.end() for m in re.finditer("\n", code)]
        prefix = " ".join(f"typedef {c} {name};" for name, c in TYPES.items())
        tree = c_parser.CParser().parse(f'{prefix}\n# 1 "text"\n{code}', "text")
        for node in tree.ext:
            self._declaration(node)

    @staticmethod
    def _preprocessed(cc):
        """The lines that come from our own headers, and the header of each."""
        run = subprocess.run([*cc.split(), "-std=c11", "-E", "-dD", "-C", f"-I{ROOT / 'include'}",
                              str(ROOT / "include/aetherboot/aetherboot.h")],
                             capture_output=True, text=True, check=True)
        lines, files, header, comment = [], [], None, False
        for line in run.stdout.splitlines():
            if not comment and (match := MARKER.match(line)):
                path = pathlib.PurePath(match[1])
                header = path.name if path.parent.name == "aetherboot" else None
                continue
            # a comment of several lines may have what looks like a marker
            for token in re.findall(r"/\*|\*/", line):
                comment = token == "/*"
            if header is not None:
                lines.append(line)
                files.append(header)
        return "\n".join(lines) + "\n", files

    def _constants(self, text):
        defines = dict(DEFINE.findall(COMMENT.sub("", text)))
        for name, value in defines.items():
            for _ in range(8):  # a constant may be made of others
                value = re.sub(r"\bAB_\w+\b(?!\()", lambda m: defines.get(m[0], m[0]), value)
                for pattern, to in MACROS:
                    value = pattern.sub(to, value)
            try:
                self.constants[name] = evaluate(value)
            except (SyntaxError, ValueError):
                continue  # a macro that is no number

    # ---- positions and comments

    def _at(self, coord):
        return self._lines[coord.line - 1] + coord.column - 1

    def _between(self, start, end, mark):
        first = bisect.bisect_left(self._starts, start)
        last = bisect.bisect_left(self._starts, end)
        return "\n".join(plain(text) for _, _, text in self._comments[first:last]
                         if text.startswith("/**<") == (mark == "<") and text.startswith("/**"))

    def _before(self, at):
        """The comment that ends where the declaration at this place begins."""
        begin = max(self._text.rfind(c, 0, at) for c in ";}")
        last = bisect.bisect_left(self._starts, at) - 1
        if last < 0 or self._comments[last][0] <= begin:
            return ""
        text = self._comments[last][2]
        return plain(text) if text.startswith("/**") and not text.startswith("/**<") else ""

    def _member_docs(self, names, previous, end):
        docs = {}
        for index, (name, at) in enumerate(names):
            after = names[index + 1][1] if index + 1 < len(names) else end
            docs[name] = self._between(at, after, "<")
            docs[name] = docs[name] or self._between(previous, at, "")
            previous = at
        return docs

    # ---- declarations

    def _declaration(self, node):
        if not isinstance(node, c_ast.Decl):
            return  # a typedef of ours, or an inline function
        at = self._at(node.coord) if node.coord.file == "text" else None
        if at is None:
            return
        header = self._files[node.coord.line - 1]
        kind = node.type
        if isinstance(kind, c_ast.Struct) and kind.decls is None:
            self.opaque.add(kind.name)
        elif isinstance(kind, c_ast.Struct):
            self._struct(kind, header)
        elif isinstance(kind, c_ast.Enum):
            self._enum(kind, header)
        elif isinstance(kind, c_ast.FuncDecl):
            self.functions[node.name] = Function(node.name, header, self._before(at), node)

    def _struct(self, kind, header):
        members, places = [], []
        for decl in kind.decls:
            if decl.name is None and isinstance(decl.type, c_ast.Union):
                members.append(decl)
                places += [(d.name, self._at(d.coord)) for d in decl.type.decls]
                continue
            self._array_size(decl)
            members.append(decl)
            places.append((decl.name, self._at(decl.coord)))
        at = self._at(kind.coord)
        end = self._text.index("\n};", places[-1][1])
        docs = self._member_docs(places, at, end)
        self.structs[kind.name] = Struct(kind.name, header, self._before(at), members, docs)

    def _enum(self, kind, header):
        values, places, following = {}, [], 0
        for item in kind.values.enumerators:
            if item.value is not None:
                text = c_generator.CGenerator().visit(item.value)
                following = evaluate(re.sub(r"\bAB_\w+", lambda m: str(values[m[0]]), text))
            values[item.name] = following
            following += 1
            places.append((item.name, self._at(item.coord)))
        at = self._at(kind.coord)
        end = self._text.index("\n};", places[-1][1])
        docs = self._member_docs(places, at, end)
        self.enums[kind.name] = Enum(kind.name, header, self._before(at), values, docs)

    def _array_size(self, decl):
        kind = decl.type
        while isinstance(kind, c_ast.ArrayDecl):
            kind.dim = c_ast.Constant("int", str(self.number(kind.dim)))
            kind = kind.type

    def number(self, node):
        text = c_generator.CGenerator().visit(node)
        known = {name: value for enum in self.enums.values() for name, value in enum.values.items()}
        return evaluate(re.sub(r"\bAB_\w+", lambda m: str(known[m[0]]), text))


def evaluate(text):
    """The value of a constant expression, which Python writes like C."""
    text = re.sub(r"\((?:uint32_t|int)\)", "", text)
    text = re.sub(r"\b(0[xX][0-9a-fA-F]+|\d+)[uUlL]+\b", r"\1", text).strip()
    tree = ast.parse(text, mode="eval")
    allowed = (ast.Expression, ast.BinOp, ast.UnaryOp, ast.Constant, ast.operator, ast.unaryop)
    if not all(isinstance(node, allowed) for node in ast.walk(tree)):
        raise ValueError(text)
    value = eval(compile(tree, "constant", "eval"))  # pylint: disable=eval-used
    if not isinstance(value, int):
        raise ValueError(text)
    return value


def plain(comment):
    """A comment's text: without its frame and without Doxygen's marks."""
    text = re.sub(r"^/\*\*<?|\*/$", "", comment)
    text = re.sub(r"\n[ \t]*\*? ?", "\n", text)
    text = re.sub(r"@code.*?@endcode\n?", "", text, flags=re.S)
    text = re.sub(r"@[cp] (\w+|\\?[\w\[\].]+)", r"`\1`", text)
    text = re.sub(r"@spec\{([^,}]*), ([^}]*)\}", r"[\1: \2]", text)
    text = re.sub(r"@snippet[^\n]*", "", text)
    text = re.sub(r"\\+([#@_])", r"\1", text)
    return text.replace("\\", "\\\\").strip()


def declarations(headers):
    """All of it as cffi reads it."""
    write = c_generator.CGenerator().visit
    for name in sorted(headers.opaque - set(headers.structs)):
        yield f"struct {name};"
    for constant in headers.constants:
        yield f"#define {constant} ..."
    for enum in headers.enums.values():
        body = ", ".join(f"{name} = {value}" for name, value in enum.values.items())
        yield f"enum {enum.name} {{ {body} }};"
    for struct in headers.structs.values():
        body = "".join(f"\t{write(member)};\n" for member in struct.members)
        yield f"struct {struct.name} {{\n{body}}};"
    for function in headers.functions.values():
        for param in function.decl.type.args.params:
            kind = param.type
            if isinstance(kind, c_ast.ArrayDecl):
                kind.dim = c_ast.Constant("int", str(headers.number(kind.dim)))
        yield write(function.decl) + ";"
