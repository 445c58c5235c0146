# SPDX-License-Identifier: BSD-2-Clause
"""Describe, plan, place, enter."""
from __future__ import annotations

from . import _enums as e
from . import _types as t
from ._aetherboot import ffi, lib
from ._call import WORK_LIMIT, Call, Taker
from ._check import as_object
from ._convert import Keep, from_c, pointer_to

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from _typeshed import WriteableBuffer

    from ._check import Data


class Plan:
    """The address of every object of a guest: plan() makes it. Threads may use one plan at the
    same time."""

    __slots__ = ("_plan", "_keep", "_limit", "_alike", "machine", "payload", "regions",
                 "__weakref__")

    machine: t.Machine
    payload: t.Payload
    regions: tuple[t.Region, ...]

    def __init__(self, machine: t.Machine, payload: t.Payload, work_limit: int) -> None:
        self._keep = Keep()
        self._limit = work_limit
        self._alike: tuple[bytes, t.Vcpu] | None = None
        self.machine = as_object(machine, t.Machine, "machine")
        self.payload = as_object(payload, t.Payload, "payload")
        m, p = pointer_to(machine, self._keep), pointer_to(payload, self._keep)
        self._plan = self._keep.new("struct ab_plan *")
        with Call(work_limit) as call:
            n = lib.ab_plan_regions(m, p)
            call.allow(n * ffi.sizeof("struct ab_region"), "regions")
            self._plan.regions.at = self._keep.new("struct ab_region[]", n)
            self._plan.regions.cap = n
            size = ffi.new("size_t *")
            call.check(lib.ab_plan_work(self._plan, m, p, size, call.why))
            work = call.work_struct(size[0])
            call.check(lib.ab_plan_make(self._plan, m, p, work, call.why))
        at = self._plan.regions.at
        self.regions = tuple(from_c(t.Region, at[i], self._keep)
                             for i in range(self._plan.regions.n))

    def __repr__(self) -> str:
        return f"<Plan of {len(self.regions)} regions, protocol {self.protocol.name}>"

    @property
    def protocol(self) -> e.Protocol:
        """The chosen protocol."""
        return e.Protocol(self._plan.protocol)

    @property
    def protocol_why(self) -> str:
        """The reason for this protocol."""
        return str(ffi.string(self._plan.protocol_why).decode())

    @property
    def kaslr(self) -> bool:
        """The kernel chooses its own addresses at run time."""
        return bool(self._plan.kaslr)

    @property
    def kernel(self) -> t.Kernel:
        """The kernel and its file."""
        return from_c(t.Kernel, self._plan.kernel, self._keep)

    @property
    def tree(self) -> Data:
        """arm64: the tree of a UKI that describes the machine; empty: none."""
        return self._keep.bytes(self._plan.tree.data, self._plan.tree.size)

    @property
    def first_instruction(self) -> int:
        """The address of the first instruction of CPU 0."""
        return int(self._plan.entry)

    @property
    def work(self) -> int:
        """Bytes of work memory that place() takes."""
        return int(self._plan.work)

    @property
    def warnings(self) -> tuple[t.Error, ...]:
        """Reasons why the guest may not behave as described; error_text() makes sentences."""
        return tuple(from_c(t.Error, self._plan.warnings[i], self._keep)
                     for i in range(self._plan.n_warnings))

    @property
    def memmap(self) -> t.Memmap:
        """The memory map, of which E820, the EFI memory map and the tree's are encodings."""
        return t.Memmap(ram=self.machine.ram, region=self.regions)

    @property
    def text(self) -> str:
        """The plan in words: protocol, kernel, warnings, and the memory map, a line a range."""
        with Call(self._limit) as call:
            return call.build("plan", lambda out: lib.ab_plan_text(self._plan, out)).decode()

    def region(self, kind: e.RegionKind | int) -> t.Region | None:
        """The first region of a kind."""
        return next((region for region in self.regions if region.kind == kind), None)

    def place(self, sink: Callable[[t.Region, int, Data], object], *,
              lend: Callable[[t.Region, int, int], WriteableBuffer | None] | None = None) -> None:
        """Write every byte of the plan, once, in ascending order.

        - `sink`: called with a region, an offset in it, and the bytes that belong there. Bytes of
          the payload are read-only slices of the caller's buffers, all others `bytes`; it may keep
          them. What it raises comes out of this call, and the guest must not be entered then.
        - `lend`: called with a region, an offset in it and a size before bytes are unpacked, or
          many are copied; returns the memory that they belong into, e.g. a slice of the guest's,
          as a writable buffer of just that size, or None. The sink then gets them as a read-only
          slice of that buffer, so it knows by `data.obj` that nothing is left to copy. Nobody else
          may use what was lent before this call returns.
        """
        with Call(self._limit) as call:
            mem = ffi.new("struct ab_mem *")
            handle = ffi.new_handle(Taker(sink, self._keep, lend))
            mem.write, mem.ctx = lib.ab_py_write, handle
            mem.lend = ffi.NULL if lend is None else lib.ab_py_lend
            work = call.work_struct(self.work)
            call.check(lib.ab_plan_place(self._plan, mem[0], work, call.why))

    def blobs(self) -> list[tuple[t.Region, Data]]:
        """Each region that is written, with all of its bytes. They may take `work_limit` bytes."""
        written = [r for r in self.regions if r.backing != e.Backing.NONE]
        Call(self._limit).allow(sum(r.size for r in written), "regions")
        parts: dict[int, list[Data]] = {r.base: [] for r in written}
        self.place(lambda region, _offset, data: parts[region.base].append(data))
        return [(r, one[0] if len(one := parts[r.base]) == 1 else b"".join(one))
                for r in written if parts[r.base]]

    def entry(self, index: int) -> t.Vcpu:
        """The registers of a CPU at its first instruction. CPU 0 runs first.

        - raises ERR_ARG: `index` is not below n_cpus
        """
        with Call(self._limit) as call:
            cpu = ffi.new("struct ab_vcpu *")
            call.check(lib.ab_plan_entry(self._plan, index, cpu, call.why))
            # all CPUs but the first are alike but for their ids, and there may be 65536
            own, cpu.id = cpu.id, 0
            registers, alike = bytes(ffi.buffer(cpu)), self._alike
            if alike is None or alike[0] != registers:
                alike = self._alike = registers, call.result(t.Vcpu, cpu[0])
            return alike[1].replace(id=own)


def plan(machine: t.Machine, payload: t.Payload, *, work_limit: int = WORK_LIMIT) -> Plan:
    """Check a machine and a payload, and choose an address for every object.

    - `work_limit`: bytes of work memory that this call, and each later one on the plan, may take;
      more raises MemoryError
    - raises ERR_ARG: a field of the machine or the payload is invalid
    - raises ERR_NOSPACE: a region fits nowhere in RAM
    - raises ERR_OVERLAP: two regions are fixed to the same bytes
    - raises ERR_IMAGE: the kernel file is malformed
    - raises ERR_UNSUPPORTED: the kernel, its codec or its protocol is not supported
    """
    return Plan(machine, payload, work_limit)
