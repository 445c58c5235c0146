# SPDX-License-Identifier: BSD-2-Clause
"""aetherboot extract: the parts of a kernel, a UKI or an initrd as files of fixed names."""
from __future__ import annotations

from . import Refusal, printable
from .folder import Folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from .._check import Data
    from .folder import File

MAX_UNPACKED = 256 << 20  # bytes of a kernel; Debian's have 70 MiB
HEAD = 4096  # bytes that tell what is unpacked
NAMES = {"ELF": "vmlinux", "arm64 Image": "image"}  # of what is unpacked; others: kernel
PROFILE = ".profile"  # the section that begins a profile
MAX_PROFILES = 256
UKI = ("initrd", "ucode", "cmdline", "uname", "dtb")  # members of Uki, which are names of files


def arguments(parser: ArgumentParser) -> None:
    """The words of the command."""
    parser.add_argument("input", metavar="PATH", help="a kernel, a UKI or an initrd")
    parser.add_argument("-o", "--output", metavar="FOLDER", required=True,
                        help="what to make; it appears when all is written")


def run(options: Namespace) -> int:
    """Extract all that is there, and say what."""
    from os.path import getsize

    from ..decode import Unreadable
    from ..decode.kinds import kind, load
    from ..decode.kernel import codec_of, inner_kind, peek
    from .inspect import show

    try:
        data = load(options.input) or b""
    except Unreadable as why:
        raise Refusal(str(why)) from None
    except OSError as why:
        if why.filename is None:  # it was opened, but gives no bytes
            why.filename = options.input
        raise
    row = kind(data)
    if row is None or row[2] not in ("kernel", "pe", "initrd"):
        what = f"is of the kind {row[0]}" if row else "is of no known kind"
        raise Refusal(f"{options.input}: {what}, not a kernel, a UKI or an initrd")
    packed = codec_of(data[:HEAD])
    archive = inner_kind(peek(data) if packed else data[:HEAD]) == "cpio archive"
    with Folder(options.output, None) as out:
        told = _archives(data, out) if archive else \
            _parts(data, out, len(data) < getsize(options.input))
    for line in told:  # now that the folder is there
        show(printable(line))
    return 0


def _parts(data: bytes, out: Folder, cut: bool) -> list[str]:
    """Write all files, and return a line for each. Of a large ELF only a part was read."""
    from ..decode.kernel import codec_of

    told = []
    signed = _signed(data)
    if not codec_of(data):
        sections = _sections(data)
        names = [name for name, _ in sections]
        if ".linux" not in names and any(name[1:] in UKI for name in names):
            return _profiles(sections, out, "addon")
        from .._more import image_probe

        image = image_probe(data)
        if image.is_uki:
            signed = signed or _signed(bytes(image.file))
            told += [_write(out, name, part, "of the UKI, as it is there") for name in UKI
                     if (part := getattr(image.uki, name))]
            told += _profiles(sections[names.index(PROFILE):], out, "UKI") \
                if PROFILE in names else []
    return told + _kernel(data, out, signed, cut)


def _sections(data: bytes) -> list[tuple[str, memoryview]]:
    """Name and bytes of each section of a PE file."""
    from ..decode import Node, pe
    from ..decode.kernel import File
    from ..decode.node import Input

    found = []
    for section in pe.headers(File(Input(data)), Node("")) if pe.header_of(data) else ():
        at, size = section.number("PointerToRawData"), section.number("SizeOfRawData")
        size = min(size, section.number("VirtualSize") or size)
        found.append((section.key, memoryview(data)[at:at + size]))
    return found


def _profiles(sections: list[tuple[str, memoryview]], out: Folder, what: str) -> list[str]:
    """Write the parts of an addon, or of each profile of a UKI: those of its .profile section and
    the ones up to the next. Of two with one name, the first counts."""
    told, number, seen = [], -1, set[str]()
    for name, part in sections:
        if name == PROFILE:
            number += 1
        prefix = f"profile-{number}" if number >= 0 else ""
        if number >= MAX_PROFILES:
            raise Refusal(f"the {what} has more than {MAX_PROFILES} profiles")
        if name == PROFILE or name[1:] in UKI:
            file = prefix if name == PROFILE else f"{prefix}-{name[1:]}".lstrip("-")
            if file not in seen and len(part):
                seen.add(file)
                told.append(_write(out, file, part, f"of the {what}, as it is there"))
    return told


def _archives(data: bytes, out: Folder) -> list[str]:
    """Write the archives of an initrd, each as it is there, and return a line for each."""
    from ..decode.kernel_fields import CODECS
    from ..decode.kinds import run as run_reader
    from ..decode.node import Input, Node

    root, told = Node(""), list[str]()
    run_reader(Input(data), root, "initrd", "read")
    if root.remark:
        raise Refusal(f"the parts of the initrd are not found: {root.remark}")
    endings = {name: ending for _, name, ending in CODECS}
    for node in root.children:
        if node.name not in ("cpio archive", "compressed archive", "bytes not described"):
            continue
        at, size = node.offset or 0, node.size or 0
        count = sum(child.name == "entry" for one in (node, *node.children)
                    for child in one.children)
        what = f"{node.meaning} {node.name}, {count} entries".lstrip()
        ending = "" if node.name == "bytes not described" else ".cpio"
        told.append(_write(out, f"initrd-{len(told) + 1}{ending}{endings.get(node.meaning, '')}",
                           memoryview(data)[at:at + size],
                           what + (f"; {node.remark}" if node.remark else "")))
    return told


def _write(out: Folder, name: str, part: Data, what: str) -> str:
    out.write(name, [part])
    return _line(name, str(len(part)), what)


def _line(name: str, size: str, what: str) -> str:
    return f"{name:<16}{size:>10}  {what}"


def _signed(data: bytes) -> bool:
    """Whether a file has the signature of an EFI application."""
    from ..decode import Node, pe
    from ..decode.kernel import File
    from ..decode.node import Input

    if not pe.header_of(data):
        return False
    root = Node("")
    pe.headers(File(Input(data)), root)
    header = root.find("optional header")
    return header is not None and header.find("signatures") is not None


class _Kernel:
    """A kernel that is unpacked into a file. Its first bytes tell the name."""

    __slots__ = ("out", "scan", "kind", "file", "_head")

    def __init__(self, out: Folder) -> None:
        from .scan import Scan

        self.out = out
        self.scan = Scan()
        self.kind = ""
        self.file: File | None = None
        self._head = b""

    def take(self, block: Data) -> None:
        """The next bytes."""
        if self.scan.size + len(block) > MAX_UNPACKED:
            raise Refusal(f"the kernel must have at most {MAX_UNPACKED >> 20} MiB unpacked")
        self.scan.feed(block)
        if self.file is not None:
            self.file.write(block)
        elif len(self._head) + len(block) >= HEAD:
            self._begin(block)
        else:
            self._head += bytes(block)

    def _begin(self, block: Data) -> None:
        from ..decode.kernel import inner_kind

        self.kind = inner_kind(self._head + bytes(block[:HEAD]))
        self.file = self.out.create(NAMES.get(self.kind, "kernel"), digest=False)
        self.file.write(self._head)
        self.file.write(block)

    def end(self) -> File:
        """All was taken."""
        if self.file is None:
            self._begin(b"")
        assert self.file is not None
        self.file.close()
        return self.file


def _kernel(data: bytes, out: Folder, signed: bool, cut: bool) -> list[str]:
    """The kernel, and what it says of itself."""
    from .._more import kernel_unpack

    kernel = _Kernel(out)
    try:
        kernel_unpack(data, kernel.take)
    finally:
        if kernel.file is not None:
            kernel.file.close()
    file, scan = kernel.end(), kernel.scan
    what = kernel.kind if kernel.kind != "unknown" else "what is compressed"
    if file.size == len(data):
        what += ", as the file is"
        if cut:
            what += " up to the end of its segments"
    elif signed:
        what += "; the file's signature is lost, it does not hold for this part"
    told = [_line(file.name, str(file.size), what)]
    for name, part, missing in (
            ("version", scan.version().encode(), "no banner of Linux"),
            ("build-id", scan.build_id().encode(), "no build ID, or more than one"),
            ("config", scan.config(), "no configuration, as CONFIG_IKCONFIG puts there")):
        if not part:
            told.append(_line(name, "-", f"the kernel has {missing}"))
            continue
        text = part.decode("utf-8", "replace") if name != "config" else "as CONFIG_IKCONFIG has it"
        told.append(_write(out, name, part if name == "config" else part + b"\n", text))
    return told
