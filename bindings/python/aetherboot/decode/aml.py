# SPDX-License-Identifier: BSD-2-Clause
"""Definition blocks, as iasl disassembles them, if it is installed."""
from __future__ import annotations

import os
from contextlib import contextmanager

from .node import MAX_DEPTH, Full, Input, Node

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

BLOCK = "Definition Block"
TABLES = ("DSDT", "SSDT", "PSDT")
SECONDS = 5.0  # of all tables together
SYNTAX = 6126  # the number of iasl's error for what is no statement
MAX_STATEMENTS = 100_000  # of one answer
MAX_TEXT = 32 << 20  # bytes that iasl may write


def explain(*roots: Node, seconds: list[float] | None = None) -> None:
    """Append to each definition block its statements, as far as iasl can tell them. `seconds` is
    the time that it still has, which becomes less."""
    tables = [table for root in roots for table in _tables(root, 3)]
    program = _program() if tables else None
    if program is None:
        return
    from time import monotonic

    source, left = Input(b""), [SECONDS] if seconds is None else seconds
    source.left = [MAX_STATEMENTS]
    for table in tables:
        block, start = table.find(BLOCK), monotonic()
        if block is not None and not block.children and left[0] > 0:
            statements(source, program, table, block, left[0])
            left[0] -= monotonic() - start
        elif block is not None and not block.children:
            block.note(f"iasl is not asked, as it took {SECONDS:g} seconds until here")


def _tables(node: Node, depth: int) -> Iterable[Node]:
    """The tables that have a definition block."""
    if node.name in TABLES:
        yield node
    elif depth:
        for child in node.children:
            if child.children:
                yield from _tables(child, depth - 1)


def _program() -> str | None:
    for folder in os.get_exec_path():
        path = os.path.join(folder, "iasl")
        if os.path.isabs(path) and os.path.isfile(path) and os.access(path, os.X_OK):
            return path
    return None


@contextmanager
def _folder() -> Iterator[str]:
    """A folder that nobody else reads, for a while. Importing tempfile and shutil takes longer than
    iasl runs."""
    path = ""
    for parent in (os.environ.get("TMPDIR"), "/tmp", "/var/tmp"):
        if parent and os.path.isdir(parent) and os.access(parent, os.W_OK | os.X_OK):
            path = os.path.join(parent, "aetherboot-" + os.urandom(8).hex())
            break
    os.mkdir(path, 0o700)
    try:
        yield path
    finally:
        for name in os.listdir(path):
            os.unlink(os.path.join(path, name))
        os.rmdir(path)


def statements(source: Input, program: str, table: Node, block: Node, seconds: float,
               ) -> None:
    """Append the statements of one block. They nest as the braces of the text do."""
    text = _disassembled(program, _alone(table, block), seconds)
    if text is None:
        block.note("iasl does not disassemble it")
        return
    stack = [block]
    last = block
    try:
        for line in _lines(text):
            if line.startswith("{"):
                stack.append(last)
            elif line.startswith("}"):
                if len(stack) > 1:
                    stack.pop()
            else:
                statement, _, comment = line.partition("  // ")
                place = stack[min(len(stack), MAX_DEPTH - 8) - 1]
                last = source.node(place, statement.strip(), meaning=comment.strip())
    except Full:
        block.note("the answer ends here, it has too many parts")


def _alone(table: Node, block: Node) -> bytes:
    """A table of the block, with a header that has nothing from outside but the revision."""
    body = block.value
    assert isinstance(body, bytes)
    head = table.name.encode() + (36 + len(body)).to_bytes(4, "little")
    return head + bytes([table.number("Revision"), 0]) + bytes(26) + body


def complaint(table: Node, block: Node, seconds: float = SECONDS) -> tuple[int, str]:
    """The number of the first error that iasl tells of a block, and its words; no words if the
    block is right, if iasl does not end in time, or if there is none. It disassembles almost
    anything, but compiles only what makes sense."""
    import subprocess

    program = _program()
    if program is None:
        return 0, ""
    try:
        with _folder() as folder:
            with open(os.path.join(folder, "table.dat"), "wb") as file:
                file.write(_alone(table, block))
            with open(os.path.join(folder, "said"), "w+b") as said:
                if _run(program, folder, "-d", "table.dat", seconds=seconds) < 0 or \
                        _run(program, folder, "-Pn", "-vs", "-p", "again", "table.dsl",
                             said=said, seconds=seconds) < 0:
                    return 0, ""  # it was ended, by a bound or by itself
                said.seek(0)
                return _errors(said.read(MAX_TEXT).decode("latin1"))
    except (OSError, subprocess.SubprocessError):
        return 0, ""


def _errors(text: str) -> tuple[int, str]:
    """The first error of iasl's: its number and words."""
    if "ompilation successful" in text:
        return 0, ""
    for line in text.splitlines():
        words = line.partition("Error")[2].split(maxsplit=2)
        if len(words) == 3 and words[0].isdecimal():
            return int(words[0]), "iasl says: " + words[2].strip(" ^.-")[:200]
    return SYNTAX, "iasl does not compile it"


def _run(program: str, folder: str, *words: str, said: Any = None,
         seconds: float = SECONDS) -> int:
    """Run iasl in a folder; what it says goes into a file, or nowhere. Returns its status."""
    import subprocess

    where = said or subprocess.DEVNULL
    return subprocess.run([program, *words], cwd=folder, timeout=seconds, check=False,
                          stdin=subprocess.DEVNULL, stdout=where, stderr=where,
                          preexec_fn=_limit).returncode


def _lines(text: str) -> Iterable[str]:
    """The statements, without what names files and time, and without the outer block's line."""
    body = text.split("*/", 1)[-1]
    for line in body.splitlines():
        line = line.strip()
        if line and not line.startswith("DefinitionBlock ("):
            yield line


def _disassembled(program: str, table: bytes, seconds: float) -> str | None:
    import subprocess

    try:
        with _folder() as folder:
            with open(os.path.join(folder, "table.dat"), "wb") as file:
                file.write(table)
            _run(program, folder, "-d", "table.dat", seconds=seconds)
            with open(os.path.join(folder, "table.dsl"), encoding="latin1") as text:
                return text.read(MAX_TEXT)
    except (OSError, subprocess.SubprocessError):
        return None


def _limit() -> None:
    """Bounds for iasl, which some tables keep busy for ever."""
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (int(SECONDS), int(SECONDS)))
    resource.setrlimit(resource.RLIMIT_FSIZE, (MAX_TEXT, MAX_TEXT))
    resource.setrlimit(resource.RLIMIT_AS, (256 << 20, 256 << 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
