# SPDX-License-Identifier: BSD-2-Clause
"""Which kinds of input there are, and what tells them apart."""
from __future__ import annotations

import os
import stat

from .node import Full, Input, Node, Unreadable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from io import BufferedReader

    Probe = Callable[[bytes, int], bool]

MAX_FILE = 64 << 20  # bytes of a file that is read whole
MAX_KERNEL = 192 << 20  # the same of kernels and what contains one
HEAD = 4096  # bytes that a probe sees


def _is_acpi(head: bytes, size: int) -> bool:
    if head[:8] == b"RSD PTR ":
        return True
    from .acpi import is_known, is_signature

    length = int.from_bytes(head[4:8], "little")
    if size < 8 or length > MAX_FILE or not is_signature(head[:4]):
        return False
    if is_known(head[:4]) or length == size >= 36:
        return True  # else the sum of all bytes must be right
    return 36 <= length <= len(head) and not sum(head[:length]) & 255


def _is_acpidump(head: bytes, _size: int) -> bool:
    return b" @ 0x" in head[:200] and head.lstrip()[4:9] == b" @ 0x"


def _is_smbios(head: bytes, size: int) -> bool:
    if head[:5] == b"_SM3_" or head[:4] == b"_SM_" and head[16:21] == b"_DMI_":
        return True
    if head[:1] > b"\x04" or size < 64:
        return False
    from .smbios import is_table

    return is_table(head, size)


def _is_zero_page(head: bytes, size: int) -> bool:
    return size == 4096 and head[0x202:0x206] == b"HdrS"


def _is_kernel(head: bytes, _size: int) -> bool:
    from .kernel import is_kernel

    return is_kernel(head)


def _is_packed(head: bytes, _size: int) -> bool:
    from .kernel import codec_of

    return bool(codec_of(head))


def _is_initrd(head: bytes, _size: int) -> bool:
    return head[:6] in (b"070701", b"070702")


def _is_pe(head: bytes, _size: int) -> bool:
    from .pe import header_of

    return header_of(head) > 0


# kind, its probe (first bytes, size of the file), its module and function (input, parent)
KINDS: tuple[tuple[str, Probe, str, str], ...] = (
    ("device tree", lambda head, _: head[:4] == b"\xd0\x0d\xfe\xed", "fdt", "read"),
    ("zero page", _is_zero_page, "x86", "zero_page"),
    ("PVH start info", lambda head, size: size >= 40 and head[:4] == b"\x78\xc5\x6e\x33", "x86",
     "start_info"),
    ("MP table", lambda head, _: head[:4] in (b"_MP_", b"PCMP"), "x86", "mp_table"),
    ("EFI system table", lambda head, _: head[:8] == b"IBI SYST", "efi", "system_table"),
    ("SMBIOS", _is_smbios, "smbios", "read"),
    ("ACPI tables", _is_acpidump, "acpidump", "read"),
    ("ACPI tables", _is_acpi, "acpi", "read"),
    ("kernel", _is_kernel, "kernel", "read"),
    ("UKI or PE addon", _is_pe, "pe", "read"),
    ("initrd", _is_initrd, "initrd", "read"),
    ("compressed file", _is_packed, "kernel", "packed"),
)
LARGE = ("kernel", "pe", "initrd")  # modules whose inputs may have MAX_KERNEL bytes


def read(path: str, base: int | None = None, leads: Sequence[int] = ()) -> Node:
    """Read a file or a folder. The root's name is the kind.

    - `base`: a file is a guest's memory from this address on, unless it is an ELF core
    - `leads`: addresses of memory at which the guest was given something
    - raises Unreadable: the input is of no known kind
    - raises OSError: it cannot be read
    """
    try:
        return _read(path, base, leads)
    except OSError as why:
        if why.filename is None:  # it was opened, but gives no bytes
            why.filename = path
        raise


def _read(path: str, base: int | None, leads: Sequence[int]) -> Node:
    if stat.S_ISDIR(os.stat(path).st_mode):
        from .folder import read as read_folder

        return read_folder(path)
    with open(_opened(path), "rb", buffering=0) as file:
        if base is not None or is_core(os.pread(file.fileno(), 64, 0)):
            return _memory(path, file.fileno(), base, leads)
    if leads:
        raise Unreadable(f"{path}: is no memory of a guest, so nothing is at {leads[0]:#x}")
    root = told(Input(load(path) or b""))
    if root is None:
        raise Unreadable(f"{path}: the file is of no known kind; known are "
                         + ", ".join(dict.fromkeys((*(row[0] for row in KINDS), "ELF core"))))
    return root


def _memory(path: str, file: int, base: int | None, leads: Sequence[int]) -> Node:
    from .guest import read as read_guest

    try:
        return read_guest(file, base, leads)
    except Unreadable as why:
        raise Unreadable(f"{path}: {why}") from None


def is_core(head: bytes) -> bool:
    """Whether a file begins like an ELF core."""
    return head[:4] == b"\x7fELF" and head[4:5] in (b"\1", b"\2") and \
        head[16:18] in (b"\4\0", b"\0\4")


def _opened(path: str) -> int:
    """A regular file, opened."""
    fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    if not stat.S_ISREG(os.fstat(fd).st_mode):
        os.close(fd)
        raise Unreadable(f"{path}: must be a file or a folder")
    return fd


def told(source: Input) -> Node | None:
    """The tree of bytes whose kind is known, or None."""
    row = kind(source.data)
    if row is None:
        return None
    root = Node(row[0], 0, len(source.data))
    run(source, root, *row[2:])
    return root


def kind(data: bytes, size: int | None = None) -> tuple[str, Probe, str, str] | None:
    """The row of KINDS that takes bytes, or the beginning of so many, or None. Rows behind it are
    not asked, as their modules would be imported for nothing."""
    head, size = data[:HEAD], len(data) if size is None else size
    return next((row for row in KINDS if row[1](head, size)), None)


def run(source: Input, root: Node, module: str, function: str, *more: int) -> None:
    """Let a reader append to a root; if the answer is full, that is told."""
    from importlib import import_module

    try:
        getattr(import_module("." + module, __package__), function)(source, root, *more)
    except Full:
        root.note("the answer ends here, it has too many parts")


def _beginning(file: BufferedReader, size: int, limit: int, path: str) -> bytes:
    """A large ELF up to the end of its segments: behind them it has data for debuggers."""
    if not 0 < size <= limit:
        raise Unreadable(f"{path}: has segments that end at {size} bytes, which must be from 1 to "
                         f"{limit >> 20} MiB")
    file.seek(0)
    return file.read(size)


def load(path: str, limit: int | None = None, probe: Probe | None = None) -> bytes | None:
    """All bytes of a file, or None if a probe does not take it. Without a limit its kind sets one.

    - raises Unreadable: it is no file, or has more bytes than the limit
    """
    with open(_opened(path), "rb") as file:
        data = file.read(HEAD)
        size = max(len(data), os.fstat(file.fileno()).st_size)
        if probe is not None and not probe(data, size):
            return None
        if limit is None:
            row = kind(data, size)
            limit = MAX_KERNEL if row is not None and row[2] in LARGE else MAX_FILE
            if size > limit and row is not None and data[:4] == b"\x7fELF":
                from .kernel import end_of_segments

                return _beginning(file, end_of_segments(data), limit, path)
        file.seek(0)  # joined with the rest, large data would be there twice
        data = file.read(limit + 1)
    if len(data) > limit:
        raise Unreadable(f"{path}: has more than {limit >> 20} MiB, which is too much")
    return data
