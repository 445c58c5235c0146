# SPDX-License-Identifier: BSD-2-Clause
"""Functions of the C headers that need more than their arguments say."""
from __future__ import annotations

from . import _enums as e
from . import _types as t
from ._aetherboot import ffi, lib
from ._call import WORK_LIMIT, Call, Taker
from ._check import as_data

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from os import PathLike

    from ._check import Data, Source


def machine_check(m: t.Machine) -> t.Error | None:
    """Check every field of a machine, and every pair of fields that must agree. Returns a doubt
    about a valid machine, or None; raises AetherbootError for an invalid one."""
    with Call() as call:
        warning = ffi.new("struct ab_error *")
        call.machine(m, warning)
        return None if warning.code == lib.AB_OK else call.result(t.Error, warning[0])


def image_probe(file: Source, profile: str | None = None) -> t.Image:
    """Recognise the format of a kernel file and read its headers.

    - `profile`: profile of a UKI, "@1" or "recovery"; None: profile 0, and the file may be any
      kernel
    - raises ERR_IMAGE: the format is known, but the file is malformed or truncated
    - raises ERR_UNSUPPORTED: the format is not known
    """
    with Call() as call:
        image = ffi.new("struct ab_image *")
        call.check(lib.ab_image_probe_profile(image, call.data(file, "file"), call.text_or_null(
            profile, "profile"), call.why))
        return call.result(t.Image, image[0])


def kernel_unpack(kernel: Source, take: Callable[[Data], object], *,
                  work_limit: int = WORK_LIMIT) -> None:
    """Unpack a kernel file: pass the ELF of a bzImage, the Image of an EFI zboot file, or the
    content of a compressed file to a function, block by block, in order.

    - `take`: called with each block, which it may keep
    - raises ERR_IMAGE: the file or the stream is malformed; blocks passed before may be wrong
    - raises ERR_UNSUPPORTED: the file's format or codec is not supported
    """
    with Call(work_limit) as call:
        file = call.data(kernel, "kernel")
        size = ffi.new("size_t *")
        call.check(lib.ab_kernel_work(file, size, call.why))
        handle = ffi.new_handle(Taker(take, call.keep))
        work = call.work_struct(size[0])
        call.check(lib.ab_kernel_unpack(file, lib.ab_py_take, handle, work, call.why))


def codec_library(codec: e.Codec | int) -> tuple[str, str | None] | None:
    """Name and version of the library that decodes a codec in this build, or None."""
    version = ffi.new("const char **")
    name = lib.ab_codec_library(codec, version)
    if name == ffi.NULL:
        return None
    return Call.string(name), None if version[0] == ffi.NULL else Call.string(version[0])


def memmap_entries(map: t.Memmap) -> list[t.MemmapEntry]:  # pylint: disable=redefined-builtin
    """All entries of a memory map, ascending; neighbours of one type are merged."""
    with Call() as call:
        c = call.struct(map, t.Memmap, "map")
        at, entry, out = ffi.new("struct ab_memmap_iter *"), ffi.new("struct ab_memmap_entry *"), []
        while lib.ab_memmap_next(c, at, entry):
            out.append(call.result(t.MemmapEntry, entry[0]))
        return out


def memmap_find(map: t.Memmap, size: int,  # pylint: disable=redefined-builtin
                win: t.Window) -> int | None:
    """The address of a range of RAM that no region covers, or None."""
    with Call() as call:
        base = ffi.new("uint64_t *")
        found = lib.ab_memmap_find(call.struct(map, t.Memmap, "map"), size,
                                   call.struct(win, t.Window, "win"), base)
        return int(base[0]) if found else None


def x86_cpuid(m: t.Machine, index: int, c: t.X86Cpuid) -> t.X86Cpuid:
    """Make a CPUID leaf agree with the machine.

    - `index`: the CPU, below n_cpus
    - `c`: what the host reports for `leaf` and `subleaf`
    - returns what this CPU must report
    """
    with Call() as call:
        machine = call.machine(m)
        call.below(index, machine.n_cpus)
        leaf = call.struct(c, t.X86Cpuid, "c")
        lib.ab_x86_cpuid(machine, index, leaf)
        return call.result(t.X86Cpuid, leaf[0])


def x86_cpuid_all(m: t.Machine, index: int, host: Iterable[t.X86Cpuid]) -> tuple[t.X86Cpuid, ...]:
    """Make all CPUID leaves of a CPU from those that the host supports.

    - `index`: the CPU, below n_cpus
    - `host`: leaves that the host supports, e.g. those of KVM_GET_SUPPORTED_CPUID
    - raises ERR_ARG: `host` lacks leaf 0 or 1, which every CPU has
    """
    with Call() as call:
        machine = call.machine(m)
        leaves = call.items(host, t.X86Cpuid, "struct ab_x86_cpuid_list", "host")
        n = leaves.n + t.X86_CPUID_ADDED
        out = ffi.new("struct ab_x86_cpuids *")
        room = ffi.new("struct ab_x86_cpuid[]", n)
        out.at, out.cap = room, n
        call.check(lib.ab_x86_cpuid_all(machine, index, leaves[0], out, call.why))
        return tuple(call.result(t.X86Cpuid, room[i]) for i in range(out.n))


def x86_memory_types(m: t.Machine) -> tuple[bool, tuple[t.X86Msr, ...]]:
    """The PAT, and MTRRs that make RAM write-back and device addresses uncached. The first result
    is False if 8 variable ranges cannot cover all devices."""
    with Call() as call:
        cpu = ffi.new("struct ab_vcpu_x86 *")
        covered = bool(lib.ab_x86_memory_types(call.machine(m), cpu))
        return covered, call.result(t.VcpuX86, cpu[0]).msr


def acpi_table(m: t.Machine, sig: str, revision: int, body: Source) -> bytes:
    """A table of the caller's own: header, body, and the right length and checksum.

    - `m`: its OEM ID and OEM Table ID go into the header
    - `sig`: signature of 4 characters, e.g. "SSDT"
    """
    if not isinstance(sig, str) or len(sig) != 4 or not sig.isascii():
        raise ValueError("sig: must be 4 ASCII characters")
    with Call() as call:
        machine, name = call.machine(m), call.text(sig, "sig")
        data, size = call.counted(body, "body")

        def once(out: object) -> None:
            start = lib.ab_acpi_begin(machine, name, revision, out)
            lib.ab_put(out, data, size)
            lib.ab_acpi_end(out, start)
        return call.build(sig, once)


class AcpiSet:
    """The ACPI tables of a machine as one linked set. It contains only offsets, so it does not
    depend on the address of the set."""

    __slots__ = ("_call", "_set", "machine", "size", "has_facs")

    machine: t.Machine
    size: int
    has_facs: bool

    def __init__(self, machine: t.Machine) -> None:
        with Call() as call:
            self._call = call  # it keeps what C borrows
            self._set = ffi.new("struct ab_acpi_set *")
            call.check(lib.ab_acpi_layout(self._set, call.machine(machine), call.why))
            self.machine, self.size = machine, int(self._set.size)
            self.has_facs = bool(self._set.has_facs)

    @property
    def tables(self) -> tuple[t.AcpiTable, ...]:
        """The tables by ascending offset, the caller's included; the last one is the XSDT."""
        return tuple(self._call.result(t.AcpiTable, lib.ab_acpi_at(self._set, i))
                     for i in range(lib.ab_acpi_count(self._set)))

    def table(self, index: int, base: int, facs: int = 0) -> bytes:
        """The bytes of a table, in a set that lies at `base`, with the FACS at `facs`."""
        with Call() as call:
            call.below(index, lib.ab_acpi_count(self._set))
            return call.build("ACPI table", lambda out: lib.ab_acpi_write(self._set, index, base,
                                                                          facs, out))

    def rsdp(self, base: int) -> bytes:
        """The RSDP of the set at `base`."""
        with Call() as call:
            return call.build("RSDP", lambda out: lib.ab_acpi_rsdp(self._set, base, out))


def map_file(path: str | PathLike[str]) -> memoryview:
    """Map a file to be read, e.g. for `Payload.kernel`, instead of reading it. No page is read
    yet. If another process truncates the file, reading a lost page kills this process."""
    import mmap  # few programs need it
    with open(path, "rb") as file:
        view = as_data(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), "path")
        return memoryview(view)
