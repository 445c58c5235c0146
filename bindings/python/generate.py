#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""From the C headers: the classes and functions of the package, the schema of its machine files, and
the C code of its module.

usage: generate.py             writes _types.py, _enums.py, _enums.pyi, _builders.py and
                               machine.schema.json into aetherboot/
       generate.py --check     tells whether they are what it would write
       generate.py --c FILE    writes the module's C code

CC names the compiler whose preprocessor reads the headers."""
import difflib
import pathlib
import sys

from generator.classes import Types
from generator.functions import Functions
from generator.headers import Headers, declarations
from generator.schema import Schema

PACKAGE = pathlib.Path(__file__).resolve().parent / "aetherboot"

# beside what the headers declare: an inline function, and the callbacks that Python defines
MORE = """
struct ab_buf ab_buf_over(void *data, size_t size);
extern "Python" {
	void ab_py_aml(struct ab_aml *, void *);
	void ab_py_fdt(struct ab_fdt *, void *);
	enum ab_err ab_py_write(void *, const struct ab_region *, uint64_t, const void *, size_t);
	void *ab_py_lend(void *, const struct ab_region *, uint64_t, size_t);
	enum ab_err ab_py_take(void *, const void *, size_t);
}
"""


def write_module(headers, path):
    """The C code of the module, as cffi writes it; any version from 1.15 on."""
    from cffi import FFI  # the other uses need it not
    ffi = FFI()
    ffi.cdef("\n".join(declarations(headers)) + MORE)
    ffi.set_source("aetherboot._aetherboot", "#include <aetherboot/aetherboot.h>\n")
    ffi.emit_c_code(path)


def files(headers):
    types = Types(headers)
    yield PACKAGE / "_types.py", types.write()
    module, stub = types.enums()
    yield PACKAGE / "_enums.py", module
    yield PACKAGE / "_enums.pyi", stub
    yield PACKAGE / "_builders.py", Functions(types).write()
    yield PACKAGE / "machine.schema.json", Schema(types).write()


def main(arguments):
    headers = Headers()
    if arguments[:1] == ["--c"]:
        write_module(headers, arguments[1])
        return 0
    stale = 0
    for path, text in files(headers):
        if not arguments:
            path.write_text(text)
            continue
        kept = path.read_text().splitlines()
        difference = list(difflib.unified_diff(kept, text.splitlines(), str(path), "the headers",
                                               lineterm="", n=1))
        print(*difference[:40], sep="\n")
        stale += bool(difference)
    if stale:
        print("stale: cmake --build build/dev --target python-update writes them again")
    return stale


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
