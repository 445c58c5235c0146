# SPDX-License-Identifier: BSD-2-Clause
"""Plans: what a sink gets and may keep, what comes out when it raises, threads, limits."""
import gc
import gzip
import mmap
import os
import subprocess
import sys
import threading
import weakref

import aetherboot
import pytest
from aetherboot import (Acpi, AetherbootError, Arch, Backing, Blob, Err, FdtExtra, Machine, MemType,
                        Payload, Plan, Protocol, Ram, RegionKind, Reserve, acpi_dsdt, error_text,
                        kernel_unpack, machine_check, plan)
from aetherboot._aetherboot import ffi
from aetherboot._convert import Keep
from conftest import MACHINE, golden, kernel, own_aml, payload


def placed(guest):
    """All that a sink gets."""
    calls = []
    guest.place(lambda region, offset, data: calls.append((region.base + offset, bytes(data))))
    return calls


class Stop(BaseException):
    """What no except Exception catches."""


def stop(*_):
    raise Stop


# ---- what a plan is

def test_a_plan():
    guest = plan(MACHINE, payload(cmdline="quiet"))
    assert isinstance(guest, Plan) and guest.machine is MACHINE
    assert guest.protocol is Protocol.LINUX and guest.protocol_why == "asked for"
    assert not guest.kaslr and guest.tree == b"" and guest.work > 0
    line = guest.region(RegionKind.CMDLINE)
    assert line.size == 6 and line.name == "command line" and line.type is MemType.RAM
    assert guest.region(RegionKind.DTB) is None
    assert guest.text.startswith("protocol linux: asked for\nkernel   ELF")
    assert guest.first_instruction == guest.entry(0).x86.rip == 0x1000040
    assert guest.entry(0).arm64 is None and guest.entry(1).id == 1
    assert "regions, protocol LINUX" in repr(guest)
    assert guest.kernel.elf.entry == 0x1000040 and guest.kernel.file.file == kernel()
    assert guest.memmap.region == guest.regions
    with pytest.raises(AetherbootError, match="2 is not valid"):
        guest.entry(2)
    with pytest.raises(OverflowError):
        guest.entry(-1)


def test_blobs_are_what_a_sink_gets():
    guest = plan(MACHINE, payload(initrds=[b"abc"], blobs=[Blob(bytes=b"blob" * 1024, name="b")],
                                  reserve=[Reserve(base=0x2000000, size=0x1000, name="r")]))
    memory = {}
    for address, data in placed(guest):
        memory[address] = data
    whole = b"".join(memory[address] for address in sorted(memory))
    blobs = guest.blobs()
    assert b"".join(bytes(data) for _, data in blobs) == whole
    assert [r for r, _ in blobs] == [r for r in guest.regions if r.backing != Backing.NONE]
    assert all(len(data) == region.size for region, data in blobs)
    assert {region.kind: data for region, data in blobs}[RegionKind.BLOB] == b"blob" * 1024


# ---- memory

def test_payload_bytes_are_slices_of_the_callers_buffer():
    file, initrd = kernel(), b"i" * 70001
    kept = []
    guest = plan(MACHINE, payload(kernel=file, initrds=[initrd]))
    guest.place(lambda region, _, data: kept.append((region, data)))
    kinds = {region.kind: type(data) for region, data in kept}
    assert kinds[RegionKind.INITRD] is memoryview and kinds[RegionKind.ACPI] is bytes
    slices = [data for _, data in kept if isinstance(data, memoryview)]
    assert all(view.readonly and (view.obj is file or view.obj is initrd) for view in slices)
    assert [v for v in slices if v.obj is initrd][0] == initrd
    # and nothing of it dangles
    before = [bytes(data) for _, data in kept]
    del guest, file, initrd
    gc.collect()
    assert [bytes(data) for _, data in kept] == before


def test_buffers_within_others():
    """Parts of one buffer, in any order, and bytes that are just beside them."""
    base = bytes(range(256)) * 4
    view = memoryview(base)
    parts = [(0, 10), (5, 20), (0, 100), (200, 300), (250, 260), (0, 10), (90, 210), (199, 300),
             (700, 800), (800, 900)]
    for order in (parts, parts[::-1], sorted(parts, key=lambda p: p[1])):
        keep = Keep()
        for first, last in order:
            keep.data(view[first:last])
        start = int(ffi.cast("uintptr_t", ffi.from_buffer(base)))
        for first in range(0, 1000, 7):
            for size in (1, 3, 90, 120):
                own = keep.own(ffi.cast("char *", start + first), size)
                within = any(a <= first and first + size <= b for a, b in parts)
                assert (own is not None) == within
                assert own is None or own == base[first:first + size] and own.obj is base


def test_an_object_keeps_alive_what_it_borrows(tmp_path):
    (tmp_path / "kernel").write_bytes(kernel())
    with open(tmp_path / "kernel", "rb") as file:
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    alive = weakref.ref(mapped)
    guest = plan(MACHINE, payload(kernel=mapped))
    want = placed(guest)
    with pytest.raises(BufferError):
        mapped.close()
    del mapped
    gc.collect()
    assert alive() is not None and placed(guest) == want
    guest = None
    gc.collect()
    assert alive() is None, "and no longer"


def test_a_buffer_in_use_cannot_go_away():
    view = memoryview(kernel())
    given = payload(kernel=view)
    guest = plan(MACHINE, given)
    want = placed(guest)
    view.release()
    with pytest.raises(BufferError):
        given.kernel.release()
    assert placed(guest) == want
    mapped = bytearray(b"x" * 64)
    Payload(kernel=mapped)
    mapped.clear()  # it was copied, so nothing is exported


def test_a_sink_may_lend():
    machine, ways = golden()["arm64-virt-like"]
    base = machine.ram[0].base
    guest = plan(machine, Payload(kernel=gzip.compress(ways[0].kernel), initrds=[b"initrd"]))
    want, memory, lent, copied = placed(guest), bytearray(machine.ram[0].size), [], []

    def lend(region, offset, size):
        at = region.base + offset - base
        lent.append((region.base + offset, size))
        return memoryview(memory)[at:at + size]

    def sink(region, offset, data):
        if isinstance(data, memoryview) and data.obj is memory:
            assert data.readonly and (region.base + offset, len(data)) in lent
            return
        at = region.base + offset - base
        memory[at:at + len(data)] = data
        copied.append(len(data))
    guest.place(sink, lend=lend)
    assert lent == [(lent[0][0], len(ways[0].kernel))]
    assert sum(copied) + lent[0][1] == sum(len(data) for _, data in want)
    assert all(memory[at - base:at - base + len(data)] == data for at, data in want)
    memory.clear()  # nothing is exported any more
    whole = [bytes(data) for _, data in want]
    got = []
    guest.place(lambda r, o, data: got.append(data), lend=lambda *_: None)
    assert got == whole

    for wrong in (bytes, lambda size: bytearray(size + 1), lambda size: bytearray(size - 1)):
        with pytest.raises(ValueError, match="writable buffer of"):
            guest.place(sink, lend=lambda r, o, size, wrong=wrong: wrong(size))
    with pytest.raises(TypeError, match="^lend: .* not str$"):
        guest.place(sink, lend=lambda r, o, size: "memory")
    with pytest.raises(TypeError, match="callable"):
        guest.place(sink, lend=3)

    seen = []
    with pytest.raises(Stop):
        guest.place(lambda region, *_: seen.append(region.kind), lend=stop)
    assert RegionKind.KERNEL not in seen, "nothing follows what was raised"


def test_long_tables_are_copied_into_what_is_lent():
    """Bytes that C wrote elsewhere would else be copied twice; of short ones nothing is asked."""
    machine, ways = golden()["arm64-large"]
    guest = plan(machine, Payload(kernel=ways[0].kernel))
    tables, want, lent, got = guest.region(RegionKind.ACPI), placed(guest), {}, {}

    def lend(region, offset, size):
        return lent.setdefault((region.base + offset, size), bytearray(size))

    def sink(region, offset, data):
        at = region.base + offset
        got[at] = bytes(data)
        if (at, len(data)) in lent:
            assert data.readonly and data.obj is lent[at, len(data)]
    guest.place(sink, lend=lend)
    (base, size), = lent
    assert tables.base <= base < tables.base + tables.size and size >= 256 << 10
    assert b"".join(got.values()) == b"".join(data for _, data in want)
    assert list(got) == sorted(got) and len(got) < len(want)
    with pytest.raises(ValueError, match="writable buffer of"):
        guest.place(sink, lend=lambda *_: bytes(1))
    with pytest.raises(Stop):
        guest.place(sink, lend=stop)


def test_zeros_come_in_parts():
    big = MACHINE.replace(ram=[Ram(size=1 << 30)])
    sizes = [len(data) for _, data in placed(plan(big, payload(
        kernel=golden()["minimal"][1][0].kernel)))]
    assert max(sizes) <= 1 << 20


def test_work_limit():
    packed = kernel("linux, bzImage")
    with pytest.raises(MemoryError, match="work_limit is 1000"):
        plan(MACHINE, payload(kernel=packed), work_limit=1000)
    many = [Reserve(base=(1 << 40) + i * 4096, size=4096, name="r") for i in range(200)]
    with pytest.raises(MemoryError, match="^regions: "):
        plan(MACHINE, payload(reserve=many), work_limit=8192)
    need = plan(MACHINE, payload(kernel=packed)).work
    guest = plan(MACHINE, payload(kernel=packed), work_limit=need + 4096)
    assert placed(guest)
    with pytest.raises(MemoryError, match="work_limit"):
        kernel_unpack(packed, len, work_limit=10)
    with pytest.raises(TypeError, match="work_limit"):
        plan(MACHINE, payload(), work_limit=None)
    with pytest.raises(MemoryError, match="regions"):
        plan(MACHINE, payload(), work_limit=plan(MACHINE, payload()).work + 4096).blobs()


def test_hostile_file_asks_for_gigabytes():
    """An xz stream whose header wants a dictionary of 1.5 GiB."""
    import lzma
    import resource
    stream = lzma.compress(b"\x7fELF" + bytes(100), lzma.FORMAT_ALONE)
    stream = stream[:1] + (0x60000000).to_bytes(4, "little") + stream[5:]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises((MemoryError, AetherbootError)):
        plan(MACHINE, payload(kernel=stream, protocol=Protocol.AUTO))
    with pytest.raises((MemoryError, AetherbootError)):
        kernel_unpack(stream, len)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 64 << 10


# ---- exceptions

@pytest.mark.parametrize("kind", [ValueError, Stop, KeyboardInterrupt, SystemExit, GeneratorExit])
def test_what_a_sink_raises_comes_out(kind, capfd):
    guest = plan(MACHINE, payload())
    mine = kind("mine")

    def sink(region, _offset, _data):
        if region.kind == RegionKind.ACPI:
            raise mine
    with pytest.raises(kind) as caught:
        guest.place(sink)
    assert caught.value is mine and mine.__cause__ is None and mine.__context__ is None
    assert capfd.readouterr() == ("", "")
    assert placed(guest), "and the plan may be placed again"


@pytest.mark.parametrize("kind", [ValueError, Stop, KeyboardInterrupt])
def test_what_a_callback_raises_comes_out(kind, capfd):
    mine = kind("mine")

    def raising(_writer):
        raise mine
    acpi = MACHINE.replace(acpi=Acpi(dsdt=raising))
    tree = golden()["arm64-virt-like"][0].replace(fdt=FdtExtra(nodes=raising))
    image = next(w.kernel for w in golden()["arm64-virt-like"][1])
    for call in (lambda: acpi_dsdt(acpi), lambda: plan(acpi, payload()),
                 lambda: machine_check(acpi) or acpi_dsdt(acpi),
                 lambda: plan(tree, Payload(kernel=image))):
        with pytest.raises(kind) as caught:
            call()
        assert caught.value is mine
    assert capfd.readouterr() == ("", "")


def test_a_callback_that_raises_only_while_placing():
    calls = []

    def dsdt(aml):
        calls.append(1)
        if len(calls) > limit:
            raise Stop
        own_aml(aml)
    limit = 10**6
    guest = plan(MACHINE.replace(acpi=Acpi(dsdt=dsdt)), payload())
    limit = len(calls)
    with pytest.raises(Stop):
        guest.place(lambda *_: None)


def test_a_callback_that_changes_its_mind():
    names = iter("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

    def dsdt(aml):
        letter = next(names)
        aml.name(letter * (ord(letter) % 4 + 1))
        aml.string(letter * ord(letter))
    with pytest.raises(AetherbootError):
        guest = plan(MACHINE.replace(acpi=Acpi(dsdt=dsdt)), payload())
        guest.place(lambda *_: None)


def test_ctrl_c_in_a_callback():
    """A real signal, while C runs: KeyboardInterrupt, and nothing on stderr."""
    program = """
import os, signal, sys
from conftest import MACHINE, payload
from aetherboot import plan
guest = plan(MACHINE, payload(initrds=[bytes(5000)]))
def sink(region, offset, data):
    os.kill(os.getpid(), signal.SIGINT)
    for _ in range(1000): pass
try:
    guest.place(sink)
except KeyboardInterrupt:
    print("interrupted")
"""
    run = subprocess.run([sys.executable, "-c", program], cwd=os.path.dirname(__file__), text=True,
                         capture_output=True, check=False, timeout=60)
    assert (run.stdout, run.returncode) == ("interrupted\n", 0)
    assert run.stderr == ""


def test_errors_are_the_librarys():
    with pytest.raises(AetherbootError) as caught:
        plan(MACHINE.replace(ram=[Ram(size=64 << 20), Ram(base=1 << 20, size=4096)]), payload())
    error = caught.value
    assert error.code is Err.ERR_OVERLAP and error.what == "machine.ram[].base"
    assert error.error.index in (0, 1) and str(error) == error_text(error.error)
    with pytest.raises(AetherbootError, match=r"kernel"):
        plan(MACHINE, payload(kernel=b"no kernel", protocol=Protocol.AUTO))
    with pytest.raises(AetherbootError) as caught:
        plan(MACHINE.replace(n_cpus=0), payload())
    import pickle
    again = pickle.loads(pickle.dumps(caught.value))
    assert str(again) == str(caught.value) == \
        "machine.n_cpus: 0 is not valid: must be 1 to 65536"
    assert again.code is Err.ERR_ARG and again.value == 0 and again.other == "must be 1 to 65536"
    with pytest.raises(TypeError, match="payload: must be a Payload"):
        plan(MACHINE, MACHINE)
    with pytest.raises(TypeError, match="callable"):
        plan(MACHINE, payload()).place(None)


def test_a_sink_may_raise_the_librarys_error():
    def sink(*_):
        raise AetherbootError(Err.ERR_MEM, "my sink", 5)
    with pytest.raises(AetherbootError, match="my sink"):
        plan(MACHINE, payload()).place(sink)


def test_a_call_in_a_call():
    """A sink may plan and place another guest, which may fail, and go on."""
    guest, seen = plan(MACHINE, payload()), []

    def sink(region, *_):
        inner = plan(MACHINE, payload(cmdline="inner"))
        assert placed(inner)
        with pytest.raises(AetherbootError):
            plan(Machine(), payload())
        with pytest.raises(Stop):
            inner.place(stop)
        seen.append(region)

    guest.place(sink)
    assert len(seen) > 5

    def raises_after(region, *rest):
        sink(region, *rest)
        raise KeyError("after")
    with pytest.raises(KeyError, match="after"):
        guest.place(raises_after)

    def dsdt(aml):
        with aml.device("DEV0"):
            assert placed(plan(MACHINE, payload()))
            own_aml(aml)
    assert acpi_dsdt(MACHINE.replace(acpi=Acpi(dsdt=dsdt))).count(b"VGEN") == 1


# ---- threads

def test_one_plan_placed_by_threads():
    machine = MACHINE.replace(acpi=Acpi(dsdt=own_aml))
    for guest in (plan(machine, payload(kernel=kernel("linux, bzImage"))),
                  plan(machine, payload(initrds=[b"x" * 100000]))):
        want, got, start = placed(guest), [], threading.Barrier(4)

        def work(guest=guest, got=got, start=start):
            start.wait()
            got.extend((placed(guest), guest.entry(1), guest.text) for _ in range(5))
        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(got) == 20 and all(one[0] == want for one in got)
        assert all(one[1:] == got[0][1:] for one in got)


def test_the_gil_is_released():
    """While C works, another thread runs: nothing of Python would let it, as the interval after
    which a thread must give way is longer than the test."""
    data, ran, old = bytes(16 << 20), [], sys.getswitchinterval()
    waiting = threading.Lock()
    waiting.acquire()

    def run():
        waiting.acquire()
        ran.append(1)
    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    sys.setswitchinterval(1000)
    try:
        waiting.release()
        for _ in range(200):
            aetherboot.crc32(0, data)
            if ran:
                break
        seen = list(ran)
    finally:
        sys.setswitchinterval(old)
    thread.join(10)
    assert seen


def test_a_writer_of_another_thread_is_refused():
    problems = []

    def dsdt(aml):
        def misuse():
            try:
                aml.name("NAME")
            except ValueError as error:
                problems.append(str(error))
        thread = threading.Thread(target=misuse)
        thread.start()
        thread.join()
    acpi_dsdt(MACHINE.replace(acpi=Acpi(dsdt=dsdt)))
    assert problems and "another call" in problems[0]


def test_machines_of_the_other_architecture():
    assert plan(golden()["arm64-virt-like"][0], Payload(
        kernel=golden()["arm64-virt-like"][1][0].kernel)).entry(0).arch is Arch.ARM64


def test_entry_of_each_cpu_in_any_order():
    """CPUs that are alike share an object of registers, and none has those of another."""
    for name in ("large", "arm64-virt-like", "numa300"):
        machine, ways = golden()[name]
        guest, n = plan(machine, Payload(kernel=ways[0].kernel)), machine.n_cpus
        order = [0, n - 1, 1, 0, 0, n // 2, n - 1, 0]
        for index in order:
            assert guest.entry(index) == plan(machine, Payload(kernel=ways[0].kernel)).entry(index)
        assert len({guest.entry(index).id for index in range(min(n, 500))}) == min(n, 500)
        first, second = guest.entry(1), guest.entry(n - 1)
        assert (first.x86 or first.arm64) is (second.x86 or second.arm64)
