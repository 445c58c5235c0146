# SPDX-License-Identifier: BSD-2-Clause
"""A judge of JSON by a JSON Schema. It knows just the rules that this project's schemas use; any
other one is a fault, so none is passed over."""
from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

TYPES = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}
SIMPLE: dict[str, Callable[[Any, Any], bool]] = {
    "type": lambda value, want: type(value) is TYPES[want],
    "const": lambda value, want: type(value) is type(want) and value == want,
    "enum": lambda value, want: value in want,
    "pattern": lambda value, want: type(value) is not str or bool(re.search(want, value)),
    "minLength": lambda value, want: type(value) is not str or len(value) >= want,
    "minimum": lambda value, want: type(value) is not int or value >= want,
    "maximum": lambda value, want: type(value) is not int or value <= want,
    "maxItems": lambda value, want: type(value) is not list or len(value) <= want,
    "required": lambda value, want: type(value) is not dict or all(n in value for n in want),
}
WORDS = {"description", "title", "$schema", "$defs"}


def faults(root: Any, schema: Any, value: Any, path: str = "") -> Iterator[str]:
    """What of a value its schema does not allow."""
    for rule, want in schema.items():
        if rule in SIMPLE:
            if not SIMPLE[rule](value, want):
                yield f"{path}: {str(value)[:60]} breaks {rule} {want}"
        elif rule == "$ref":
            yield from faults(root, root["$defs"][want.removeprefix("#/$defs/")], value, path)
        elif rule in ("anyOf", "oneOf"):
            good = sum(not any(faults(root, one, value, path)) for one in want)
            if good == 0 or rule == "oneOf" and good > 1:
                yield f"{path}: {str(value)[:60]} is {good} of {len(want)} kinds"
        elif rule == "properties":
            for name in want.keys() & value.keys() if type(value) is dict else ():
                yield from faults(root, want[name], value[name], f"{path}.{name}")
        elif rule == "additionalProperties":
            others = value.keys() - schema.get("properties", {}).keys() \
                if type(value) is dict else set()
            for name in others:
                if want is False:
                    yield f"{path}.{name}: not described"
                else:
                    yield from faults(root, want, value[name], f"{path}.{name}")
        elif rule == "items":
            for i, member in enumerate(value if type(value) is list else ()):
                yield from faults(root, want, member, f"{path}[{i}]")
        elif rule not in WORDS:
            yield f"the schema has a rule {rule}"
