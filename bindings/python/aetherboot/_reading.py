# SPDX-License-Identifier: BSD-2-Clause
"""Files that are read as a whole. They are not mapped: who truncates a mapped file kills
whoever looks at it."""
from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._check import Data

LARGE = 4 << 20  # bytes from which on huge pages pay


def read_file(path: str, most: int, why: str = "") -> Data:
    """All of a regular file, at most so many bytes. Raises OSError, or ValueError with the rule,
    which ends with `why`."""
    if not path or "\0" in path:
        raise ValueError("must be the path of a file")
    import stat

    fd = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        about = os.fstat(fd)
        if not stat.S_ISREG(about.st_mode):
            raise ValueError("must be a regular file")
        if about.st_size <= most:
            data = _large(fd, about.st_size) if about.st_size >= LARGE else _small(fd, most)
            if data is not None:
                return data
    except OSError as error:  # it was opened, but gives no bytes
        error.filename = path
        raise
    finally:
        os.close(fd)
    raise ValueError(f"must have at most {most} bytes{why}")


def _small(fd: int, most: int) -> bytes | None:
    """All of a file that may be longer than it says, as those of /proc; None: too long."""
    parts: list[bytes] = []
    left = most
    while part := os.read(fd, 1 << 20):
        left -= len(part)
        if left < 0:
            return None
        parts.append(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _large(fd: int, size: int) -> memoryview:
    """So many bytes of a file, or what it still has. Small pages would take as long to get as
    their bytes to copy."""
    import mmap

    memory = mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    try:
        memory.madvise(mmap.MADV_HUGEPAGE)
    except OSError:
        pass  # this kernel has none
    view, at = memoryview(memory), 0
    while at < size and (n := os.readv(fd, [view[at:at + (1 << 30)]])):
        at += n
    return view[:at].toreadonly()
