# SPDX-License-Identifier: BSD-2-Clause
"""A folder of output that appears whole or not at all.

It is made beside its target under a name of its own, and renamed when everything is written. An
error or a signal removes it, and the target is what it was.
"""
from __future__ import annotations

import os
import signal
from errno import EFBIG

from . import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import FrameType, TracebackType
    from typing import Any, Self

    from .._check import Data

MANIFEST = "manifest.json"  # what tells that a folder is ours, and which files of it
ENDINGS = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)  # what ends a command
_NAME = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-.")
_TRIES = 100
_HOLE = 4096  # bytes: fewer zeros do not make a hole


class File:
    """A file of a Folder. Zeros become holes."""

    __slots__ = ("name", "size", "_fd", "_digest")

    def __init__(self, path: str, name: str, digest: bool) -> None:
        self.name = name
        self.size = 0  # bytes that it has, holes too
        self._digest: Any = None
        if digest:
            from hashlib import sha256
            self._digest = sha256()
        self._fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the file, which may end in a hole. More than once is as good as once."""
        fd, self._fd = self._fd, -1
        if fd >= 0:
            try:
                os.ftruncate(fd, self.size)
            finally:
                os.close(fd)

    def write(self, data: Data) -> None:
        """Append bytes."""
        size = len(data)
        if self._digest is not None:
            self._digest.update(data)
        if isinstance(data, bytes) and size >= _HOLE and not data[0] and data == bytes(size):
            os.lseek(self._fd, size, os.SEEK_CUR)
        else:
            write_all(self._fd, data)
        self.size += size

    def skip_to(self, size: int) -> None:
        """Append a hole, up to this size. The file must be without a digest."""
        assert self._digest is None and size >= self.size
        try:
            os.lseek(self._fd, size, os.SEEK_SET)
        except (OverflowError, OSError):  # beyond what this file system can have
            raise OSError(EFBIG, os.strerror(EFBIG)) from None
        self.size = size

    @property
    def sha256(self) -> str | None:
        """The digest of all that was written, in hexadecimal; None: it has none."""
        return None if self._digest is None else str(self._digest.hexdigest())


def write_all(fd: int, data: Data) -> None:
    """Write all bytes where the file stands."""
    n = os.write(fd, data)
    if n < len(data):
        rest = memoryview(data)[n:]
        while rest:
            rest = rest[os.write(fd, rest):]


class Folder:
    """Where a command writes its files: with Folder(target) as out. What exists is not touched
    but with `force`, and then only a folder whose manifest names all that is in it. None: the
    command has no such option."""

    def __init__(self, target: str, force: bool | None = False) -> None:
        if not target or "\0" in target:
            raise Refusal(f"{target!r}: must be the path of a folder")
        try:
            self.target = os.path.realpath(target)
        except OSError as why:  # of the current folder, which is gone
            raise Refusal(f"{target}: {why.strerror}") from None
        self.files: dict[str, File] = {}
        self.placed: dict[int, tuple[str, int, str]] = {}  # of regions: file, offset, SHA-256
        self._force = force
        self._new = self._old = ""
        self._handlers: dict[int, Any] = {}

    # ---- its life

    def __enter__(self) -> Self:
        self._refuse_foreign()
        before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDINGS)
        try:
            self._make()
            for number in ENDINGS:
                if signal.getsignal(number) is not signal.SIG_IGN:  # else by nohup
                    self._handlers[number] = signal.signal(number, self._end)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        return self

    def _make(self) -> None:
        """The folder under a name of its own. One that was killed may have left that name."""
        parent = os.path.dirname(self.target)
        for i in range(_TRIES):
            own = os.path.join(parent, f".aetherboot.{os.getpid()}-{i}")
            try:
                os.mkdir(own + ".new")
            except FileExistsError:
                continue
            except OSError as why:
                why.filename = self.target
                raise
            self._new, self._old = own + ".new", own + ".old"
            return
        raise Refusal(f"{self.target}: beside it are left too many .aetherboot.*.new: remove them")

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None,
                 trace: TracebackType | None) -> None:
        try:
            if kind is None:
                self._appear()
        except OSError as why:
            why.filename, why.filename2 = self.target, None
            raise
        finally:
            self._clear()
            self._restore()
        if isinstance(value, OSError):  # told by the name that the caller knows
            value.filename = str(value.filename or self.target).replace(self._new, self.target)

    def _appear(self) -> None:
        """The one moment at which the target changes; no signal comes between its two steps."""
        self._refuse_foreign()
        if not self._force or not os.path.lexists(self.target):
            os.rename(self._new, self.target)  # never onto a file or a folder with files
            return
        before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDINGS)
        try:
            os.rename(self.target, self._old)
            try:
                os.rename(self._new, self.target)
            except OSError:
                os.rename(self._old, self.target)
                raise
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def _clear(self) -> None:
        """Remove what is neither the target nor was there before."""
        for path in (self._new, self._old):
            try:
                for name in os.listdir(path):
                    os.unlink(os.path.join(path, name))
                os.rmdir(path)
            except FileNotFoundError:
                pass  # also where a second signal came meanwhile

    def _restore(self) -> None:
        while self._handlers:
            signal.signal(*self._handlers.popitem())

    def _end(self, number: int, _frame: FrameType | None) -> None:
        """A signal: clear, then end by it."""
        self._clear()
        signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)

    def _refuse_foreign(self) -> None:
        """Refuse a target that has what this command did not write, and the current folder: who
        is in it would be left in one that is gone."""
        if os.path.exists(self.target) and os.path.samefile(self.target, os.curdir):
            raise Refusal(f"{self.target}: is the current folder; name one in it")
        try:
            with os.scandir(self.target) as entries:
                names = {entry.name: entry.is_file(follow_symlinks=False) for entry in entries}
        except FileNotFoundError:
            return
        except NotADirectoryError:
            raise Refusal(f"{self.target}: is no folder, and is left as it is") from None
        if not names:
            return
        if not self._force:
            raise Refusal(f"{self.target}: exists" + (
                "; --force replaces what build wrote" if self._force is not None else ""))
        ours = written(self.target)
        foreign = next((n for n, is_file in names.items() if not is_file or n not in ours), None)
        if foreign is not None:
            raise Refusal(f"{self.target}: is left as it is, as build did not write {foreign}")

    # ---- its files

    def create(self, name: str, digest: bool = True) -> File:
        """A new file, to be written in parts: with out.create(name) as file. Without a digest it
        may have holes that nobody reads through."""
        if not name or name[0] == "." or not _NAME.issuperset(name) or name in self.files:
            raise ValueError(f"{name}: is no name for a new file of a folder")
        file = File(os.path.join(self._new, name), name, digest)
        self.files[name] = file
        return file

    def write(self, name: str, parts: Iterable[Data]) -> None:
        """Write a new file whose bytes are these parts, one after the other."""
        with self.create(name) as file:
            for part in parts:
                file.write(part)


def written(folder: str) -> set[str]:
    """The names that the manifest of a folder accounts for, and its own; without one: none."""
    import json

    try:
        with open(os.path.join(folder, MANIFEST), "rb") as file:
            told: Any = json.loads(file.read(16 << 20))
        if told["format"] != "aetherboot-build":
            return set()
        return {MANIFEST, *(str(row["name"]) for row in told["files"])}
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return set()
