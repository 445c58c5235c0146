# SPDX-License-Identifier: BSD-2-Clause
"""Writes machine.schema.json: what a machine file may have, with the comments of the headers."""
import json
import re

from . import names

ROOTS = {"machine": "ab_machine", "payload": "ab_payload"}
DIALECT = "https:" "//json-schema.org/draft/2020-12/schema"  # a name: nothing is fetched
SPELT = {"SMMUV3": "smmu-v3"}  # where ab_dev_name() differs from the enum
NUMBER = "^(0[xX][0-9a-fA-F]{1,16}|[0-9]{1,20})( ?[KMGT](iB)?)?$"
BYTES = {
    "description": "Bytes: the path of a file, relative to the machine file, or the bytes "
                   "themselves as hexadecimal digits or as text in UTF-8.",
    "anyOf": [
        {"type": "string", "minLength": 1},
        {"type": "object", "required": ["hex"], "additionalProperties": False,
         "properties": {"hex": {"type": "string", "pattern": "^\\s*([0-9a-fA-F]{2}\\s*)*$"}}},
        {"type": "object", "required": ["text"], "additionalProperties": False,
         "properties": {"text": {"type": "string"}}},
    ],
}


def spelling(member):
    """A member of an enum as machine files spell it: "uart-16550"."""
    return SPELT.get(member) or member.lower().replace("_", "-")


def plain(text):
    """A comment on one line, as it is to be read; without what leads to an example."""
    return re.sub(r"(?<=\.) [^.]*:$", "", " ".join(text.replace("\\\\", "\\").split()))


class Schema:
    """The schema of the structs below the roots."""

    def __init__(self, types):
        self.types = types
        self.enums = {names.class_name(name): enum for name, enum in types.headers.enums.items()}
        self.defs = {}

    def number(self, bits):
        self.defs[f"u{bits}"] = {"anyOf": [
            {"type": "integer", "minimum": 0, "maximum": (1 << bits) - 1},
            {"description": 'e.g. "0x1000", "512M" or "1 GiB"', "type": "string",
             "pattern": NUMBER}]}
        return {"$ref": f"#/$defs/u{bits}"}

    def choices(self, enum):
        values = self.enums[enum].values
        prefix = names.member_prefix(values)
        self.defs[enum] = {
            "description": plain(self.enums[enum].doc),
            "oneOf": [{"const": spelling(name[len(prefix):]), **self.described(doc)}
                      for name, doc in ((n, self.enums[enum].docs.get(n, "")) for n in values)]}
        return {"$ref": f"#/$defs/{enum}"}

    @staticmethod
    def described(doc):
        return {"description": plain(doc)} if doc else {}

    def element(self, of):
        if isinstance(of, int):
            return self.number(of)
        if of == "text":
            return {"type": "string"}
        return self.bytes() if of == "data" else self.struct(of)

    def bytes(self):
        self.defs["bytes"] = BYTES
        return {"$ref": "#/$defs/bytes"}

    def value(self, field):
        """What a field may be."""
        kind, of = field.kind, field.of
        if kind == "int":
            if field.access:
                return {"type": "array", "items": self.choices(field.access[0])}
            return self.number(of)
        if kind == "enum":
            return self.choices(names.class_name(of))
        if kind == "raw":
            return {"type": "string", "pattern": "^-*([0-9a-fA-F]-*){%d}$" % (2 * of)}
        if kind in ("items", "array"):
            most = {"maxItems": field.access[-1]} if isinstance(field.access[-1], int) else {}
            return {"type": "array", **most, "items": self.element(of)}
        if kind in ("struct", "optional"):
            return self.struct(of)
        return {"bool": {"type": "boolean"}, "text": {"type": "string"}}.get(kind) or self.bytes()

    def struct(self, name):
        cls = names.class_name(name)
        if cls not in self.defs:
            self.defs[cls] = {}  # in its place, whatever is found in it
            self.defs[cls] = {
                "description": plain(self.types.headers.structs[name].doc),
                "type": "object", "additionalProperties": False,
                "properties": {field.name: {**self.described(field.doc), **self.value(field)}
                               for field in self.types.classes[name] if field.kind != "call"}}
        return {"$ref": f"#/$defs/{cls}"}

    def write(self):
        properties = {key: self.struct(name) for key, name in ROOTS.items()}
        return json.dumps({
            "$schema": DIALECT,
            "title": "Machine file of libaetherboot: a guest, as TOML",
            "description": "Made from the C headers, whose comments the descriptions are. A field "
                           "that is not written is 0, empty or NULL there.",
            "type": "object", "required": ["machine"], "additionalProperties": False,
            "properties": properties, "$defs": dict(sorted(self.defs.items()))}, indent=1) + "\n"
