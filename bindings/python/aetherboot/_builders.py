# SPDX-License-Identifier: BSD-2-Clause
# Made from the C headers by bindings/python/generate.py, target python-update: do not edit.
"""The functions of the C headers, by their names."""
# pylint: disable=too-many-lines,too-many-public-methods,redefined-builtin
from __future__ import annotations

import builtins

from . import _enums as e
from . import _types as t
from ._aetherboot import lib
from ._call import Block, Call, Writer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ._check import Source


class Aml(Writer):
    """An encoder, from ab_aml_over() to ab_aml_finish(). The members are private."""

    __slots__ = ()
    _c = "ab_aml"

    def fail(self, rule: builtins.str) -> None:
        """Record an error of the caller's own, e.g. in a callback, unless there is one already.
        Its code is AB_ERR_ARG, its value the current length of the writer.

        - `rule`: ROM string: the rule that was broken
        """
        call = self._call
        lib.ab_aml_fail(self._at(), call.text(rule, "rule"))

    def end(self, block: Block) -> None:
        """End a block. These are errors: `block` is not the open block that began last; an operand
        is missing; the block has 2^28 bytes or more; a package has more than 255 elements, for
        which there is ab_aml_var_package()."""
        lib.ab_aml_end(self._at(), self._own(block))

    def scope(self, path: builtins.str) -> Block:
        """Begin a Scope (path). [ACPI: 20.2.5.1]."""
        call = self._call
        return Block(self, lib.ab_aml_scope(self._at(), call.text(path, "path")))

    def device(self, path: builtins.str) -> Block:
        """Begin a Device (path). [ACPI: 20.2.5.2]."""
        call = self._call
        return Block(self, lib.ab_aml_device(self._at(), call.text(path, "path")))

    def method(self, path: builtins.str, args: builtins.int, serialized: builtins.bool, sync: builtins.int) -> Block:
        """Begin a Method (path, args, serialized, sync). [ACPI: 20.2.5.2].

        - `path`: its path
        - `args`: number of arguments, 0 to 7
        - `serialized`: true: one thread at a time runs it. Must be true if it creates named
          objects
        - `sync`: SyncLevel, 0 to 15; must be 0 if not serialized
        """
        call = self._call
        return Block(self, lib.ab_aml_method(self._at(), call.text(path, "path"), args, serialized, sync))

    def processor(self, path: builtins.str, id: builtins.int, pblk: builtins.int, pblk_len: builtins.int) -> Block:
        """Begin a Processor (path, id, pblk, pblk_len). The specification deprecates it; new
        platforms declare ACPI0007 devices. [ACPI63: 20.2.5.2]."""
        call = self._call
        return Block(self, lib.ab_aml_processor(self._at(), call.text(path, "path"), id, pblk, pblk_len))

    def power_resource(self, path: builtins.str, level: builtins.int, order: builtins.int) -> Block:
        """Begin a PowerResource (path, level, order). [ACPI: 20.2.5.2]."""
        call = self._call
        return Block(self, lib.ab_aml_power_resource(self._at(), call.text(path, "path"), level, order))

    def thermal_zone(self, path: builtins.str) -> Block:
        """Begin a ThermalZone (path). [ACPI: 20.2.5.2]."""
        call = self._call
        return Block(self, lib.ab_aml_thermal_zone(self._at(), call.text(path, "path")))

    def if_(self) -> Block:
        """Begin an If. The predicate must follow as an operand, then statements. [ACPI: 20.2.5.3].
        """
        return Block(self, lib.ab_aml_if(self._at()))

    def else_(self) -> Block:
        """Begin an Else, directly after the end of an If. [ACPI: 20.2.5.3]."""
        return Block(self, lib.ab_aml_else(self._at()))

    def while_(self) -> Block:
        """Begin a While. The predicate must follow as an operand, then statements. [ACPI:
        20.2.5.3]."""
        return Block(self, lib.ab_aml_while(self._at()))

    def package(self) -> Block:
        """Begin a Package, an operand or element itself, of up to 255 elements: values and paths.
        The encoder counts them. [ACPI: 20.2.5.4]."""
        return Block(self, lib.ab_aml_package(self._at()))

    def var_package(self) -> Block:
        """Begin a VarPackage, an operand or element itself. The number of its elements must follow
        as an operand, then the elements. [ACPI: 20.2.5.4]."""
        return Block(self, lib.ab_aml_var_package(self._at()))

    def int(self, value: builtins.int) -> None:
        """Append an integer in its shortest form. As the target of an operator, 0 means that the
        result is not stored. [ACPI: 20.2.3]."""
        lib.ab_aml_int(self._at(), value)

    def qword(self, value: builtins.int) -> None:
        """Append an integer in 9 bytes, e.g. an address that is not known yet when measuring."""
        lib.ab_aml_qword(self._at(), value)

    def string(self, s: builtins.str) -> None:
        """Append a string, of the characters 0x01 to 0x7f. [ACPI: 20.2.3]."""
        call = self._call
        lib.ab_aml_string(self._at(), call.text(s, "s"))

    def buffer(self, data: Source) -> None:
        """Append a buffer of `size` bytes; `data` NULL: zeros. [ACPI: 20.2.5.4]."""
        call = self._call
        lib.ab_aml_buffer(self._at(), *call.counted(data, "data"))

    def eisa(self, id: builtins.str) -> None:
        """Append EISAID (id), e.g. "PNP0501": 3 capital letters and 4 hexadecimal digits. [ACPI:
        19.6.36]."""
        call = self._call
        lib.ab_aml_eisa(self._at(), call.text(id, "id"))

    def uuid(self, uuid: builtins.str) -> None:
        """Append ToUUID (uuid), e.g. "33db4d5b-1ff7-401c-9657-7441c03dd766". [ACPI: 19.6.142]."""
        call = self._call
        lib.ab_aml_uuid(self._at(), call.text(uuid, "uuid"))

    def path(self, path: builtins.str) -> None:
        """Append a reference to a named object. [ACPI: 20.2.2]."""
        call = self._call
        lib.ab_aml_path(self._at(), call.text(path, "path"))

    def call(self, path: builtins.str, args: builtins.int) -> None:
        """Append the call of a method with `args` arguments, 0 to 7, which must follow as
        operands. [ACPI: 20.2.5.4]."""
        call = self._call
        lib.ab_aml_call(self._at(), call.text(path, "path"), args)

    def arg(self, n: builtins.int) -> None:
        """Append the argument ArgN, 0 to 6. [ACPI: 20.2.6.1]."""
        lib.ab_aml_arg(self._at(), n)

    def local(self, n: builtins.int) -> None:
        """Append the local variable LocalN, 0 to 7. [ACPI: 20.2.6.2]."""
        lib.ab_aml_local(self._at(), n)

    def raw(self, data: Source) -> None:
        """Append `size` bytes of ready byte code, which must be one operand, element or statement.
        The encoder does not check it."""
        call = self._call
        lib.ab_aml_raw(self._at(), *call.counted(data, "data"))

    def op(self, op: e.AmlOp | builtins.int) -> None:
        """Append an operator. Its operands must follow. [ACPI: 20.2.5.3 and 20.2.5.4]."""
        lib.ab_aml_op(self._at(), op)

    def acquire(self, mutex: builtins.str, timeout: builtins.int) -> None:
        """Append Acquire (mutex, timeout). Its value is true if the time ran out.

        - `mutex`: path of the mutex
        - `timeout`: milliseconds; 0xffff: no limit [ACPI: 20.2.5.4]
        """
        call = self._call
        lib.ab_aml_acquire(self._at(), call.text(mutex, "mutex"), timeout)

    def fatal(self, type: builtins.int, code: builtins.int) -> None:
        """Append Fatal (type, code, argument). The argument must follow as an operand. [ACPI:
        20.2.5.3]."""
        lib.ab_aml_fatal(self._at(), type, code)

    def name(self, path: builtins.str) -> None:
        """Append Name (path, value). The value must follow as an operand. [ACPI: 20.2.5.1]."""
        call = self._call
        lib.ab_aml_name(self._at(), call.text(path, "path"))

    def alias(self, object: builtins.str, alias: builtins.str) -> None:
        """Append Alias (object, alias). [ACPI: 20.2.5.1]."""
        call = self._call
        lib.ab_aml_alias(self._at(), call.text(object, "object"), call.text(alias, "alias"))

    def external(self, path: builtins.str, type: e.AmlObject | builtins.int, args: builtins.int) -> None:
        """Append External (path, type).

        - `path`: path of the object
        - `type`: type of the object
        - `args`: arguments of a method, 0 to 7; must be 0 for any other type [ACPI: 20.2.5.2]
        """
        call = self._call
        lib.ab_aml_external(self._at(), call.text(path, "path"), type, args)

    def mutex(self, path: builtins.str, sync: builtins.int) -> None:
        """Append Mutex (path, sync), where `sync` is the SyncLevel, 0 to 15. [ACPI: 20.2.5.2]."""
        call = self._call
        lib.ab_aml_mutex(self._at(), call.text(path, "path"), sync)

    def event(self, path: builtins.str) -> None:
        """Append Event (path). [ACPI: 20.2.5.2]."""
        call = self._call
        lib.ab_aml_event(self._at(), call.text(path, "path"))

    def region(self, path: builtins.str, space: e.AmlSpaceId | builtins.int) -> None:
        """Append OperationRegion (path, space, offset, length). Offset and length must follow as
        operands. [ACPI: 20.2.5.2]."""
        call = self._call
        lib.ab_aml_region(self._at(), call.text(path, "path"), space)

    def data_region(self, path: builtins.str) -> None:
        """Append DataTableRegion (path, signature, OEM ID, OEM Table ID). The three strings must
        follow as operands. [ACPI: 20.2.5.2]."""
        call = self._call
        lib.ab_aml_data_region(self._at(), call.text(path, "path"))

    def field(self, region: builtins.str, flags: builtins.int) -> Block:
        """Begin a Field (region, flags), a block of field units. [ACPI: 20.2.5.2]."""
        call = self._call
        return Block(self, lib.ab_aml_field(self._at(), call.text(region, "region"), flags))

    def index_field(self, index: builtins.str, data: builtins.str, flags: builtins.int) -> Block:
        """Begin an IndexField (index, data, flags), a block of field units. [ACPI: 20.2.5.2]."""
        call = self._call
        return Block(self, lib.ab_aml_index_field(self._at(), call.text(index, "index"), call.text(data, "data"), flags))

    def bank_field(self, region: builtins.str, bank: builtins.str, value: builtins.int, flags: builtins.int) -> Block:
        """Begin a BankField (region, bank, value, flags), a block of field units. [ACPI:
        20.2.5.2]."""
        call = self._call
        return Block(self, lib.ab_aml_bank_field(self._at(), call.text(region, "region"), call.text(bank, "bank"), value, flags))

    def field_unit(self, name: builtins.str | None, bits: builtins.int) -> None:
        """Append a field unit to the open block.

        - `name`: one segment; NULL: reserved bits
        - `bits`: width, 1 to 2^28 - 1
        """
        call = self._call
        lib.ab_aml_field_unit(self._at(), call.text_or_null(name, "name"), bits)

    def field_access(self, access: builtins.int, attribute: builtins.int) -> None:
        """Append AccessAs (access, attribute), which rules the field units after it.

        - `access`: access type, AB_AML_ANY_ACC to AB_AML_BUFFER_ACC
        - `attribute`: AccessAttrib; 0: the usual one
        """
        lib.ab_aml_field_access(self._at(), access, attribute)

    def resources(self) -> Block:
        """Begin a ResourceTemplate, an operand or element itself. ab_aml_end() adds its end tag.
        [ACPI: 6.4]."""
        return Block(self, lib.ab_aml_resources(self._at()))

    def res_irq_no_flags(self, mask: builtins.int) -> None:
        """Append IRQNoFlags: edge-triggered, active-high ISA interrupts. Bit n of `mask`, which
        must not be 0, is interrupt n. [ACPI: 6.4.2.1]."""
        lib.ab_aml_res_irq_no_flags(self._at(), mask)

    def res_irq(self, mask: builtins.int, flags: builtins.int) -> None:
        """Append IRQ: ISA interrupts. Bit n of `mask`, which must not be 0, is interrupt n;
        `flags` are of enum ab_aml_irq_flags. [ACPI: 6.4.2.1]."""
        lib.ab_aml_res_irq(self._at(), mask, flags)

    def res_interrupt(self, flags: builtins.int, gsi: Iterable[builtins.int]) -> None:
        """Append Interrupt (extended): global system interrupts.

        - `flags`: enum ab_aml_irq_flags
        - `gsi`: the interrupts
        - `len(gsi)`: number of interrupts, 1 to 255 [ACPI: 6.4.3.6]
        """
        call = self._call
        lib.ab_aml_res_interrupt(self._at(), flags, *call.numbers(gsi, 32, "gsi"))

    def res_io(self, first: builtins.int, last: builtins.int, align: builtins.int, size: builtins.int) -> None:
        """Append IO (Decode16, first, last, align, size).

        - `first`: lowest base of the ports
        - `last`: highest base of the ports, at least `first`; equal to it: a fixed base
        - `align`: the base is a multiple of it, as `first` and `last` must be; 0: any base
        - `size`: number of ports, at least 1; they must end below 64 KiB [ACPI: 6.4.2.5]
        """
        lib.ab_aml_res_io(self._at(), first, last, align, size)

    def res_fixed_io(self, first: builtins.int, size: builtins.int) -> None:
        """Append FixedIO (first, size): at least 1 port, all below 0x400. [ACPI: 6.4.2.6]."""
        lib.ab_aml_res_fixed_io(self._at(), first, size)

    def res_memory32(self, base: builtins.int, size: builtins.int, writable: builtins.bool) -> None:
        """Append Memory32Fixed (access, base, size): at least 1 byte, all below 4 GiB. [ACPI:
        6.4.3.4]."""
        lib.ab_aml_res_memory32(self._at(), base, size, writable)

    def res_range(self, range: t.AmlRange) -> None:
        """Append an address space descriptor, WordMemory to QWordBusNumber. [ACPI: 6.4.3.5]."""
        call = self._call
        lib.ab_aml_res_range(self._at(), call.struct(range, t.AmlRange, "range"))

    def res_register(self, space: e.AmlSpaceId | builtins.int, bits: builtins.int, offset: builtins.int, address: builtins.int, access: builtins.int) -> None:
        """Append Register (space, bits, offset, address, access): a generic register.

        - `space`: address space
        - `bits`: width of the register in bits
        - `offset`: first bit of the register at `address`
        - `address`: address of the register
        - `access`: bytes of one access: 1, 2, 4 or 8; 0: undefined [ACPI: 6.4.3.7]
        """
        lib.ab_aml_res_register(self._at(), space, bits, offset, address, access)


class Fdt(Writer):
    """A tree that is being written. ab_fdt_begin() fills it; the members are private."""

    __slots__ = ()
    _c = "ab_fdt"

    def node(self, name: builtins.str) -> None:
        """Begin a node inside the open node, e.g. "chosen" or "uart@9000000".

        - `name`: 1 to 31 characters of 0-9 a-z A-Z , . _ + - of which the first is a letter. A
          unit address may follow: @ and 1 to 31 of the same characters. No sibling may have the
          same name [DTSPEC: 2.2.1]
        """
        call = self._call
        lib.ab_fdt_node(self._at(), call.text(name, "name"))

    def node_at(self, name: builtins.str, unit: builtins.int) -> None:
        """Like ab_fdt_node(), but with a number as unit address, which is written in lower-case
        hexadecimal.

        - `name`: name without unit address
        - `unit`: unit address
        """
        call = self._call
        lib.ab_fdt_node_at(self._at(), call.text(name, "name"), unit)

    def end(self) -> None:
        """End the open node. Must not be called for the root, which ab_fdt_finish() ends."""
        lib.ab_fdt_end(self._at())

    def bytes(self, name: builtins.str, data: Source) -> None:
        """Append a property to the open node. All properties of a node must come before its
        children, and each must have another name.

        - `name`: 1 to 31 characters of 0-9 a-z A-Z , . _ + ? # - which must stay valid until
          ab_fdt_finish(). Must not be "phandle", which ab_fdt_phandle() adds, nor "linux,phandle"
          or "ibm,phandle", which readers take for one, too
        - `data`: value of `size` bytes; NULL: zero bytes
        - `len(data)`: bytes [DTSPEC: 2.2.4.1]
        """
        call = self._call
        lib.ab_fdt_bytes(self._at(), call.text(name, "name"), *call.counted(data, "data"))

    def flag(self, name: builtins.str) -> None:
        """Append a property without a value; `name` as in ab_fdt_bytes()."""
        call = self._call
        lib.ab_fdt_flag(self._at(), call.text(name, "name"))

    def string(self, name: builtins.str, value: builtins.str) -> None:
        """Append a property of one string; `name` as in ab_fdt_bytes()."""
        call = self._call
        lib.ab_fdt_string(self._at(), call.text(name, "name"), call.text(value, "value"))

    def strings(self, name: builtins.str, values: Iterable[builtins.str]) -> None:
        """Append a property of `n` strings; `name` as in ab_fdt_bytes()."""
        call = self._call
        lib.ab_fdt_strings(self._at(), call.text(name, "name"), *call.texts(values, "values"))

    def cells(self, name: builtins.str, cells: Iterable[builtins.int]) -> None:
        """Append a property of `n` 32-bit cells; `name` as in ab_fdt_bytes()."""
        call = self._call
        lib.ab_fdt_cells(self._at(), call.text(name, "name"), *call.numbers(cells, 32, "cells"))

    def u32(self, name: builtins.str, value: builtins.int) -> None:
        """Append a property of one 32-bit cell; `name` as in ab_fdt_bytes()."""
        call = self._call
        lib.ab_fdt_u32(self._at(), call.text(name, "name"), value)

    def u64(self, name: builtins.str, value: builtins.int) -> None:
        """Append a property of one 64-bit number in two cells; `name` as in ab_fdt_bytes()."""
        call = self._call
        lib.ab_fdt_u64(self._at(), call.text(name, "name"), value)

    def reg(self, base: builtins.int, size: builtins.int) -> None:
        """Append the property "reg" with one range: an address and a size of two cells each."""
        lib.ab_fdt_reg(self._at(), base, size)

    def phandle(self) -> builtins.int:
        """Append the property "phandle" to the open node, with a value that no other node has.

        - returns the value, by which other nodes can refer to this one
        """
        return builtins.int(lib.ab_fdt_phandle(self._at()))


class Cmdline(Writer):
    """A command line from ab_cmdline_over() to ab_cmdline_finish(). It keeps the first error. The
    members are private."""

    __slots__ = ()
    _c = "ab_cmdline"

    def add(self, words: builtins.str) -> None:
        """Add the words of a string, e.g. of one that a user wrote. Spaces and TABs separate
        words. The words after a word "--" are arguments of init, all others are parameters of the
        kernel.

        - `words`: printable ASCII, spaces and TABs. Quotation marks must come in pairs; between
          a pair, spaces do not separate words and UTF-8 is allowed. If any character is invalid,
          no word is added, and ab_cmdline_finish() reports the error
        """
        call = self._call
        lib.ab_cmdline_add(self._at(), call.text(words, "words"))

    def set(self, key: builtins.str, value: builtins.str | None) -> None:
        """Add KEY or KEY=VALUE to the kernel's parameters. An invalid key or value adds nothing,
        and ab_cmdline_finish() reports the error.

        - `key`: letters, digits and -_.:,/ ; must be neither empty nor "--"
        - `value`: text without control characters or quotation marks; it is quoted if it is
          empty or contains a space or UTF-8. NULL: no value
        """
        call = self._call
        lib.ab_cmdline_set(self._at(), call.text(key, "key"), call.text_or_null(value, "value"))

    def virtio_mmio(self, base: builtins.int, size: builtins.int, irq: builtins.int) -> None:
        """Add virtio_mmio.device=SIZE@BASE:IRQ, which only kernels with
        CONFIG_VIRTIO_MMIO_CMDLINE_DEVICES understand. Debian's kernels lack it; they find the
        device by ACPI.

        - `base`: gpa of the device's registers
        - `size`: bytes of the device's registers
        - `irq`: its interrupt
        """
        lib.ab_cmdline_virtio_mmio(self._at(), base, size, irq)


def sum8(data: Source) -> int:
    """Add `n` bytes modulo 256. The sum of an intact ACPI, MP or SMBIOS structure is 0."""
    with Call() as call:
        return int(lib.ab_sum8(*call.counted(data, "data")))


def crc32(crc: int, data: Source) -> int:
    """Compute the CRC-32 of EFI, gzip and IGVM (polynomial 0x04c11db7, reflected) of `n` bytes.

    - `crc`: 0 for the first bytes, or the result for all bytes before these
    - `data`: bytes, at any alignment
    - `len(data)`: number of bytes; 0: the result is `crc`
    - returns the new CRC
    """
    with Call() as call:
        return int(lib.ab_crc32(crc, *call.counted(data, "data")))


def dev_is_pio(m: t.Machine, d: t.Dev) -> bool:
    """Return true if the registers of `d` are I/O ports on `m`, false if they are memory."""
    with Call() as call:
        return bool(lib.ab_dev_is_pio(call.machine(m), call.struct(d, t.Dev, "d")))


def dev_base(d: t.Dev) -> int:
    """Get the address of `d`: its base, or the usual address of its kind."""
    with Call() as call:
        return int(lib.ab_dev_base(call.struct(d, t.Dev, "d")))


def dev_size(d: t.Dev) -> int:
    """Get the bytes of the registers of `d`: its size, or the usual size of its kind."""
    with Call() as call:
        return int(lib.ab_dev_size(call.struct(d, t.Dev, "d")))


def dev_irq(d: t.Dev) -> int:
    """Get the interrupt of `d`: its irq, or the usual one of its kind; 0: none, also for
    AB_IRQ_NONE."""
    with Call() as call:
        return int(lib.ab_dev_irq(call.struct(d, t.Dev, "d")))


def dev_irq_flags(m: t.Machine, d: t.Dev) -> e.IrqFlags:
    """Get trigger and polarity of `d` on `m`, never AB_IRQ_USUAL. The usual INTx of a host bridge
    are active low on x86, and active high on arm64, where a GIC has no other inputs."""
    with Call() as call:
        return e.IrqFlags(lib.ab_dev_irq_flags(call.machine(m), call.struct(d, t.Dev, "d")))


def dev_name(type: e.DevType | int) -> str:
    """Get the name of a device kind, e.g. "uart-16550". ROM string."""
    with Call() as call:
        return call.string(lib.ab_dev_name(type))


def machine_work(m: t.Machine) -> int:
    """Compute the work memory that ab_machine_check() needs, in which it sorts lists: 16 bytes for
    each entry of the longest one, of which the ranges of all devices are one, and their interrupts
    another; 64 for each reserved memory region (RMR).

    - `m`: a machine, checked or not
    - returns bytes
    """
    with Call() as call:
        return int(lib.ab_machine_work(call.machine(m)))


def machine_cpu_id(m: t.Machine, index: int) -> int:
    """Get the id of a CPU: from ab_machine.cpus, else derived.

    - `m`: a machine that ab_machine_check() accepts
    - `index`: 0 to n_cpus - 1
    - returns x86: APIC id, derived from the topology; arm64: affinity of the MPIDR, derived in
      clusters of 16
    """
    with Call() as call:
        call.below(index, m.n_cpus)
        return int(lib.ab_machine_cpu_id(call.machine(m), index))


def machine_topology(m: t.Machine) -> t.Topology:
    """Get the topology of `m`, with the derived number in place of each 0."""
    with Call() as call:
        return call.result(t.Topology, lib.ab_machine_topology(call.machine(m)))


def machine_timer(m: t.Machine) -> t.Timer:
    """arm64: get the timers of `m`, with the usual INTID in place of each 0 except in `hyp_virt`.
    """
    with Call() as call:
        return call.result(t.Timer, lib.ab_machine_timer(call.machine(m)))


def machine_dev(m: t.Machine, type: e.DevType | int, nth: int) -> t.Dev | None:
    """Find the `nth` (from 0) device of a kind.

    - returns the device, or NULL when there are fewer
    """
    with Call() as call:
        return call.result_or_none(t.Dev, lib.ab_machine_dev(call.machine(m), type, nth))


def machine_uart(m: t.Machine, nth: int) -> t.Dev | None:
    """Find the `nth` (from 0) UART of any kind, in the order of the list; the first is the
    console.

    - returns the device, or NULL when there are fewer
    """
    with Call() as call:
        return call.result_or_none(t.Dev, lib.ab_machine_uart(call.machine(m), nth))


def acpi_facs() -> bytes:
    """Append the FACS, 64 bytes. [ACPI: 5.2.10]."""
    with Call() as call:
        return call.build("acpi_facs", lambda out: lib.ab_acpi_facs(out))


def acpi_dsdt(m: t.Machine) -> bytes:
    """Append the DSDT, including the AML of the caller's ab_acpi.dsdt. The caller may use every
    name in _SB that the library does not.

    A device of which a machine may have many is named by a letter and its index among the devices
    of its kind, in 3 digits of base 36: Cnnn is a CPU, Unnn a 16550, Annn a PL011, Snnn an SBSA
    UART, Vnnn a virtio-mmio device, Pnnn a PCIe host bridge. After 46656 devices the next letter
    follows.

    The other names are PCI (host bridge by ports), KBD and MOUS (i8042), RTC, PIC, TIMR (PIT),
    HPET, GED (generic event device), PWRB (power button), PVPN (pvpanic), VMID (VM generation ID),
    VMIE (the event device for its interrupt), VMOD (the module that produces the memory windows),
    VMBS (the VMBus, in VMOD), and MRES (ECAM windows and reserved addresses). [ACPI: 5.2.11.1].
    """
    with Call() as call:
        a1 = call.machine(m)
        return call.build("acpi_dsdt", lambda out: lib.ab_acpi_dsdt(a1, out))


def acpi_fadt(m: t.Machine, dsdt: int, facs: int) -> bytes:
    """Append the FADT. A machine with an AB_DEV_ACPI_PM gets one with the fixed hardware
    registers, any other machine a hardware-reduced one. The FADT announces a PM timer of 24 bits;
    the device may count 32. The sleep type of S5 is that of the device, or 5 in the reduced form.
    On arm64 the FADT names the conduit of PSCI.

    - `m`: machine
    - `dsdt`: gpa of the DSDT
    - `facs`: gpa of the FACS; 0: no FACS
    """
    with Call() as call:
        a1 = call.machine(m)
        return call.build("acpi_fadt", lambda out: lib.ab_acpi_fadt(a1, dsdt, facs, out))


def acpi_madt(m: t.Machine) -> bytes:
    """Append the MADT. In all tables the UID of a CPU is its APIC ID on x86 and its index on
    arm64. [ACPI: 5.2.12]."""
    with Call() as call:
        a1 = call.machine(m)
        return call.build("acpi_madt", lambda out: lib.ab_acpi_madt(a1, out))


def acpi_srat(m: t.Machine) -> bytes:
    """Append the SRAT of a machine with more than one NUMA node, or with an AB_DEV_HOTPLUG_RAM.
    [ACPI: 5.2.16]."""
    with Call() as call:
        a1 = call.machine(m)
        return call.build("acpi_srat", lambda out: lib.ab_acpi_srat(a1, out))


def acpi_slit(m: t.Machine) -> bytes:
    """Append the SLIT of a machine with more than one NUMA node. [ACPI: 5.2.17]."""
    with Call() as call:
        a1 = call.machine(m)
        return call.build("acpi_slit", lambda out: lib.ab_acpi_slit(a1, out))


def acpi_mcfg(m: t.Machine) -> bytes:
    """Append the MCFG of a machine with PCIe host bridges. [PCIFW: 4.1.2]."""
    with Call() as call:
        a1 = call.machine(m)
        return call.build("acpi_mcfg", lambda out: lib.ab_acpi_mcfg(a1, out))


def acpi_hpet(m: t.Machine) -> bytes:
    """Append the HPET table of a machine with an HPET. [HPET: 3.2.4]."""
    with Call() as call:
        a1 = call.machine(m)
        return call.build("acpi_hpet", lambda out: lib.ab_acpi_hpet(a1, out))


def acpi_gtdt(m: t.Machine) -> bytes:
    """Append the GTDT of an arm64 machine. It marks the timers always-on and describes no
    memory-mapped timer. [ACPI: 5.2.25]."""
    with Call() as call:
        a1 = call.machine(m)
        return call.build("acpi_gtdt", lambda out: lib.ab_acpi_gtdt(a1, out))


def acpi_pptt(m: t.Machine) -> bytes:
    """Append the PPTT of an arm64 machine: its packages, dies (as clusters), cores, threads, and
    the groups of CPUs that share a cache. From AB_ACPI_6_5 on each cache gets its own structure;
    cache IDs are numbered from 1 in table order. In older editions like caches share one
    structure. [ACPI: 5.2.30]."""
    with Call() as call:
        a1 = call.machine(m)
        return call.build("acpi_pptt", lambda out: lib.ab_acpi_pptt(a1, out))


def acpi_iort(m: t.Machine) -> bytes:
    """Append the IORT of an arm64 machine with an SMMU, or with PCIe host bridges and an ITS. The
    table follows issue E.d if ab_arm64.rmrs is not empty, else issue D. [IORT: 3] [IORTE: 3]."""
    with Call() as call:
        a1 = call.machine(m)
        return call.build("acpi_iort", lambda out: lib.ab_acpi_iort(a1, out))


def acpi_dbg2(m: t.Machine) -> bytes:
    """Append the DBG2 of an arm64 machine, with all of its UARTs. [DBG2: table]."""
    with Call() as call:
        a1 = call.machine(m)
        return call.build("acpi_dbg2", lambda out: lib.ab_acpi_dbg2(a1, out))


def acpi_spcr(m: t.Machine) -> bytes:
    """Append the SPCR of a machine with a UART: the first one, at 115200 8N1. [SPCR: table]."""
    with Call() as call:
        a1 = call.machine(m)
        return call.build("acpi_spcr", lambda out: lib.ab_acpi_spcr(a1, out))


def acpi_waet(m: t.Machine) -> bytes:
    """Append the WAET of a machine with an AB_DEV_ACPI_PM. It announces that one read of the PM
    timer gives a correct value. [WAET: table]."""
    with Call() as call:
        a1 = call.machine(m)
        return call.build("acpi_waet", lambda out: lib.ab_acpi_waet(a1, out))


def codec_detect(src: Source) -> e.Codec:
    """Recognise a compressed format by the first bytes of a file.

    - `src`: the file, or at least its first 6 bytes
    - returns the format; AB_CODEC_NONE: not recognised. A .lzma file is recognised only with the
      parameters of kernel files: lc 3, lp 0, pb 2
    """
    with Call() as call:
        return e.Codec(lib.ab_codec_detect(call.data(src, "src")))


def codec_name(codec: e.Codec | int) -> str:
    """Get the name of a codec, e.g. "xz"; "unknown codec" for others. ROM string."""
    with Call() as call:
        return call.string(lib.ab_codec_name(codec))


def codec_built(codec: e.Codec | int) -> bool:
    """Return true if this build can decode `codec`."""
    with Call() as call:
        return bool(lib.ab_codec_built(codec))


def memmap_count(map: t.Memmap) -> int:
    """Count the entries that a walk gives."""
    with Call() as call:
        return int(lib.ab_memmap_count(call.struct(map, t.Memmap, "map")))


def memmap_is_ram(map: t.Memmap, base: int, size: int) -> bool:
    """Return true if every byte of [base, base + size) is RAM, whether a region covers it or not.
    """
    with Call() as call:
        return bool(lib.ab_memmap_is_ram(call.struct(map, t.Memmap, "map"), base, size))


def efi_memory_map(map: t.Memmap) -> bytes:
    """Append the memory map, AB_EFI_DESC_SIZE bytes for each descriptor. RAM is
    EfiConventionalMemory, ACPI tables EfiACPIReclaimMemory, ACPI NVS EfiACPIMemoryNVS; reserved
    RAM and ROM are EfiReservedMemoryType. Windows of devices are left out. Every descriptor has
    the attribute EFI_MEMORY_WB.

    - `map`: the memory map
    """
    with Call() as call:
        a1 = call.struct(map, t.Memmap, "map")
        return call.build("efi_memory_map", lambda out: lib.ab_efi_memory_map(a1, out))


def efi_system_table(in_: t.EfiTables, gpa: int) -> bytes:
    """Append the system table, then the vendor string, the configuration table, the runtime
    properties (no service is supported), Linux's list of memory reservations and the random seed.
    The list is empty; Linux appends to it, so the guest must be able to write to these bytes.

    - `in_`: tables that the configuration table points at
    - `gpa`: gpa of the first appended byte, a multiple of 8
    """
    with Call() as call:
        a1 = call.struct(in_, t.EfiTables, "in_")
        return call.build("efi_system_table", lambda out: lib.ab_efi_system_table(a1, gpa, out))


def fdt_machine(m: t.Machine, chosen: t.FdtChosen, map: t.Memmap) -> bytes:
    """Append the whole tree of a machine: /chosen, /aliases, memory, a node for each part of the
    machine that has a binding, the caller's own nodes (ab_fdt_extra.nodes), the CPUs, and last the
    nodes of ab_fdt_extra.overlays.

    Overlays add nodes and change nothing else. These are errors: a node that the tree already has;
    a fragment whose target is not "/"; a property of the root, except #address-cells and
    #size-cells of 2, which the root of a plain tree must have; memory reservations.

    Phandles of an overlay are renumbered from the highest phandle so far, as fdt_overlay_apply()
    of libfdt does. References to them are found in __fixups__ and __local_fixups__, which dtc
    writes into an overlay (/plugin/); a plain tree with phandles must have __local_fixups__ (dtc
    -L). The labels gic, msi, clock, gpio and smmu refer to the nodes of enum ab_fdt_phandle_of, if
    the machine has them. A phandle by its old name, "linux,phandle", becomes "phandle"; a node
    that has both must have them equal.

    Time to merge one overlay grows with its size times its phandles and references. Each overlay
    may take 2^28 steps, about a second, in each pass; planning makes several passes. An overlay
    with a mailbox that has an interrupt:

    - `m`: arm64 machine that ab_machine_check() accepts
    - `chosen`: contents of /chosen
    - `map`: memory map: its RAM becomes memory nodes; RAM and ROM that the guest must not use
      become /reserved-memory, in that of an overlay if it has one
    - raises ERR_ARG: the caller's own nodes or an overlay broke a rule of the writer; a phandle
      of an overlay is not a number of one node alone; a property breaks a rule of struct
      ab_fdt_prop; ab_dev.memory_region is no pool of `chosen`.reserve, or its device has no node;
      or `chosen`.initrd wraps. Two siblings of the same name, and the places of properties, are
      found only if bytes are written
    - raises ERR_IMAGE: an overlay is malformed, or lists a reference where there is none
    - raises ERR_UNSUPPORTED: the machine is not arm64; an overlay does more than add nodes,
      refers to a label that the machine does not have, has the property "ibm,phandle", has
      phandles but no list of references to them, has a /reserved-memory without cells of 2 where
      that of `map` goes, or would take more than 2^28 steps (value: steps)
    - raises ERR_NOSPACE: as ab_fdt_finish() [DTSPEC: 3]
    """
    with Call() as call:
        a1 = call.machine(m)
        a2 = call.struct(chosen, t.FdtChosen, "chosen")
        a3 = call.struct(map, t.Memmap, "map")
        return call.build_or_fail("fdt_machine", lambda out: lib.ab_fdt_machine(a1, a2, a3, out, call.why))


def fdt_stub(chosen: t.FdtChosen) -> bytes:
    """Append the tree of a guest that boots by ACPI: /chosen and no other node.

    - `chosen`: contents of /chosen
    - raises ERR_ARG: `chosen`.initrd wraps
    - raises ERR_NOSPACE: the buffer is too small [ARM64EFI: chosen]
    """
    with Call() as call:
        a1 = call.struct(chosen, t.FdtChosen, "chosen")
        return call.build_or_fail("fdt_stub", lambda out: lib.ab_fdt_stub(a1, out, call.why))


def image_format_name(format: e.ImageFormat | int) -> str:
    """Get the name of a format, e.g. "bzImage"; "unknown" for others. ROM string."""
    with Call() as call:
        return call.string(lib.ab_image_format_name(format))


def vcpu_text(cpu: t.Vcpu) -> bytes:
    """Append the state as text, one register a line.

    - `cpu`: state that ab_plan_entry() filled
    """
    with Call() as call:
        a1 = call.struct(cpu, t.Vcpu, "cpu")
        return call.build("vcpu_text", lambda out: lib.ab_vcpu_text(a1, out))


def x86_zero_page(in_: t.X86ZeroPage) -> bytes:
    """Append the zero page, struct boot_params of 4096 bytes. Fields that are not named here are
    0, the sentinel among them.

    The image's header is copied, except for the fields that the protocol leaves to the loader:
    type_of_loader is 0xff; loadflags loses KASLR_FLAG (the kernel sets it itself), KEEP_SEGMENTS
    and CAN_USE_HEAP (there is no real-mode heap); code32_start, ramdisk_image, ramdisk_size,
    cmd_line_ptr and, from protocol 2.09 on, setup_data come from `in`. The upper halves of
    addresses and sizes go into ext_ramdisk_image, ext_ramdisk_size and ext_cmd_line_ptr. A field
    is written if both the header's version and its length cover it. For kernels before 2.6.26,
    which read no more of a memory map than these when they are told to, ext_mem_k and alt_mem_k
    contain the KiB of RAM from 1 MiB on (protocol before 2.09).

    A made header contains the fields that Linux reads after an entry at startup_64, and those that
    tools read later: root_flags 1 and vid_mode 0xffff as in Linux's own header, boot_flag, jump,
    HdrS, version 0x020f, loadflags LOADED_HIGH, initrd_addr_max 0x7fffffff, kernel_alignment,
    xloadflags KERNEL_64 and CAN_BE_LOADED_ABOVE_4G, cmdline_size 2047. relocatable_kernel is 0.
    With `kernel_32`, xloadflags is 0, and initrd_addr_max 0x37ffffff, as in the header of a 32-bit
    Linux.

    - `in_`: contents
    """
    with Call() as call:
        a1 = call.struct(in_, t.X86ZeroPage, "in_")
        return call.build("x86_zero_page", lambda out: lib.ab_x86_zero_page(a1, out))


def x86_setup_data(list: Iterable[t.SetupData], seed: Source, map: t.Memmap, gpa: int) -> bytes:
    """Append the setup_data chain: the caller's nodes, the seed, then AB_SETUP_E820_EXT if `map`
    has more entries than the zero page has room for. Each node is at a multiple of 8, the first
    one at `gpa`. Appends nothing if there are no nodes.

    - `list`: the caller's nodes
    - `seed`: random seed for AB_SETUP_RNG_SEED; size 0: none
    - `map`: the memory map
    - `gpa`: gpa of the first appended byte, a multiple of 8
    """
    with Call() as call:
        a1 = call.items(list, t.SetupData, "struct ab_setup_data_list", "list")
        a2 = call.data(seed, "seed")
        a3 = call.struct(map, t.Memmap, "map")
        return call.build("x86_setup_data", lambda out: lib.ab_x86_setup_data(a1, a2, a3, gpa, out))


def x86_start_info(in_: t.X86StartInfo, gpa: int) -> bytes:
    """Append hvm_start_info version 1, its module list, its memory map, and the command lines of
    its modules.

    - `in_`: contents
    - `gpa`: gpa of the first appended byte, a multiple of 8
    """
    with Call() as call:
        a1 = call.struct(in_, t.X86StartInfo, "in_")
        return call.build("x86_start_info", lambda out: lib.ab_x86_start_info(a1, gpa, out))


def x86_multiboot(in_: t.X86Multiboot, gpa: int) -> bytes:
    """Append Multiboot information of version 1, and all that it points to but the modules: their
    list, the memory map, strings. The command line is the caller's, with no file's name before it.

    - `in_`: contents
    - `gpa`: gpa of the first appended byte, a multiple of 8 below 4 GiB
    """
    with Call() as call:
        a1 = call.struct(in_, t.X86Multiboot, "in_")
        return call.build("x86_multiboot", lambda out: lib.ab_x86_multiboot(a1, gpa, out))


def x86_multiboot2(in_: t.X86Multiboot, gpa: int) -> bytes:
    """Append Multiboot information of version 2: tags of command line, loader name, modules,
    memory and its map, RSDP of ACPI 2.0, load address.

    - `in_`: contents
    - `gpa`: gpa of the first appended byte, a multiple of 8 below 4 GiB
    """
    with Call() as call:
        a1 = call.struct(in_, t.X86Multiboot, "in_")
        return call.build("x86_multiboot2", lambda out: lib.ab_x86_multiboot2(a1, gpa, out))


def x86_bda(m: t.Machine, mem_lower: int) -> bytes:
    """Append a BIOS data area, AB_X86_BDA_SIZE bytes: what kernels for a BIOS read of it without a
    call. All other fields are 0.

    - `m`: a checked machine: its first four 16550 at ports are COM1 to COM4
    - `mem_lower`: KiB of base memory, at most 640
    """
    with Call() as call:
        a1 = call.machine(m)
        return call.build("x86_bda", lambda out: lib.ab_x86_bda(a1, mem_lower, out))


def x86_gdt(mode: e.X86Mode | int) -> bytes:
    """Append the boot GDT, 48 bytes: a null descriptor, an unused one, flat 4 GiB code and data
    segments, and a busy TSS of 104 bytes at address 0.

    - `mode`: mode of the code segment
    """
    with Call() as call:
        return call.build("x86_gdt", lambda out: lib.ab_x86_gdt(mode, out))


def x86_page_tables(in_: t.X86Paging, gpa: int) -> bytes:
    """Append identity page tables, the root first. Pages are supervisor, writable and executable.
    Accessed and dirty bits are preset, so the CPU never writes to the tables; memory types come
    from the MTRRs.

    - `in_`: shape of the tables
    - `gpa`: gpa of the first appended byte, a multiple of 4096 below 2^52
    """
    with Call() as call:
        a1 = call.struct(in_, t.X86Paging, "in_")
        return call.build("x86_page_tables", lambda out: lib.ab_x86_page_tables(a1, gpa, out))


def x86_mp_table(m: t.Machine, gpa: int) -> bytes:
    """Append the MP configuration table: processors, the root PCI buses of segment 0, the ISA bus,
    IOAPICs, interrupts, the local NMI and, if there is a PIC, the local ExtINT.

    ISA interrupts 1 and 3 to 15 arrive at the GSI of the same number. ISA interrupt 0 arrives at
    GSI 2, if there is a PIT; if there is none, ISA interrupt 2 arrives there, if a device uses it.
    Interrupts that INTx uses are left out. A GSI from 16 on that a device uses is listed as an ISA
    interrupt of that number, which Linux understands. Pin p of slot s of a root bus has the
    interrupt of its entry in ab_dev.pcie.routes, else ab_dev.pcie.intx[(s + p) mod 4]; if that is
    0, the pin is not listed.

    - `m`: machine that ab_machine_check() accepts
    - `gpa`: gpa of the first appended byte; the table must end below 4 GiB
    """
    with Call() as call:
        a1 = call.machine(m)
        return call.build("x86_mp_table", lambda out: lib.ab_x86_mp_table(a1, gpa, out))


def x86_mp_pointer(gpa: int) -> bytes:
    """Append the MP floating pointer structure, 16 bytes. The caller must put it on a 16-byte
    boundary in the first KiB of the EBDA, the last KiB of base memory, or the BIOS ROM area.

    - `gpa`: gpa of the table that ab_x86_mp_table() made
    """
    with Call() as call:
        return call.build("x86_mp_pointer", lambda out: lib.ab_x86_mp_pointer(gpa, out))


def x86_reset_vector(m: t.Machine) -> bytes:
    """Append the real-mode code of the reset vector, 16 bytes, which the caller must put at
    F000:FFF0. Kernels jump there to restart a PC, Linux on hardware-reduced ACPI before it tries
    any other way, and without firmware the place would be empty. The code resets through the
    machine's AB_DEV_ACPI_RESET if that is an I/O port, else by a triple fault.

    - `m`: machine that ab_machine_check() accepts
    """
    with Call() as call:
        a1 = call.machine(m)
        return call.build("x86_reset_vector", lambda out: lib.ab_x86_reset_vector(a1, out))


def protocol_name(protocol: e.Protocol | int) -> str:
    """Get the name of a protocol, e.g. "linux"; "unknown protocol" for others. ROM string."""
    with Call() as call:
        return call.string(lib.ab_protocol_name(protocol))


def plan_regions(machine: t.Machine, payload: t.Payload) -> int:
    """Compute the size of the array ab_plan.regions: AB_PLAN_REGIONS, and more for PCIe bridges,
    reserved addresses, modules, reservations, blobs, and memory that device trees of the caller,
    of a UKI and of addons reserve.

    - `machine`: a machine, checked or not
    - `payload`: a payload, checked or not
    - returns entries that are enough for every plan of the two
    """
    with Call() as call:
        return int(lib.ab_plan_regions(call.machine(machine), call.struct(payload, t.Payload, "payload")))


def smbios_table(m: t.Machine, id: t.Smbios | None) -> bytes:
    """Append the structure table: types 0, 1, 2 (given a board), 3, 4 (one for each package, up to
    512), 11 (given OEM strings), 16, 17, 19 (one for each RAM range, up to 512), 32 and 127.

    - `m`: machine that ab_machine_check() accepts
    - `id`: identity; NULL: the defaults of each field
    """
    with Call() as call:
        a1 = call.machine(m)
        a2 = call.struct_or_null(id, t.Smbios, "id")
        return call.build("smbios_table", lambda out: lib.ab_smbios_table(a1, a2, out))


def smbios_entry(gpa: int, size: int) -> bytes:
    """Append the SMBIOS 3.0 entry point, 24 bytes.

    - `gpa`: gpa of the structure table
    - `size`: bytes of the structure table
    """
    with Call() as call:
        return call.build("smbios_entry", lambda out: lib.ab_smbios_entry(gpa, size, out))


_left_out = (
    "ab_fail",
    "ab_err_name",
    "ab_put",
    "ab_put_le",
    "ab_put_str",
    "ab_put_hex",
    "ab_put_dec",
    "ab_poke_le",
    "ab_buf_fail",
    "ab_buf_finish",
    "ab_regions_add",
    "ab_regions_find",
    "ab_regions_drop",
    "ab_mem_spans",
    "ab_mem_fresh_spans",
    "ab_codec_work",
    "ab_stream_open",
    "ab_stream_read",
    "ab_dtb_open",
    "ab_dtb_reservation",
    "ab_dtb_token",
    "ab_dtb_name",
    "ab_dtb_skip",
    "ab_dtb_next_child",
    "ab_dtb_child",
    "ab_dtb_find",
    "ab_dtb_prop",
    "ab_dtb_u32",
    "ab_dtb_number",
    "ab_dtb_string",
    "ab_dtb_has_string",
    "ab_dtb_next",
    "ab_dtb_n_regs",
    "ab_dtb_reg",
    "ab_fdt_read",
    "ab_sha256_init",
    "ab_sha256_add",
    "ab_sha256_finish",
    "ab_sha256",
    "ab_fit_open",
    "ab_fit_image",
    "ab_fit_next_hash",
    "ab_fit_verify",
    "ab_fit_config",
    "ab_fit_config_image",
    "ab_image_multiboot",
    "ab_s2_cpu",
    "ab_s2_init",
    "ab_s2_destroy",
    "ab_s2_vtcr",
    "ab_s2_vttbr",
    "ab_s2_map",
    "ab_s2_unmap",
    "ab_s2_protect",
    "ab_s2_coalesce",
    "ab_s2_pages_needed",
    "ab_s2_query",
    "ab_s2_walk",
)

__all__ = [
    "Aml",
    "Cmdline",
    "Fdt",
    "acpi_dbg2",
    "acpi_dsdt",
    "acpi_facs",
    "acpi_fadt",
    "acpi_gtdt",
    "acpi_hpet",
    "acpi_iort",
    "acpi_madt",
    "acpi_mcfg",
    "acpi_pptt",
    "acpi_slit",
    "acpi_spcr",
    "acpi_srat",
    "acpi_waet",
    "codec_built",
    "codec_detect",
    "codec_name",
    "crc32",
    "dev_base",
    "dev_irq",
    "dev_irq_flags",
    "dev_is_pio",
    "dev_name",
    "dev_size",
    "efi_memory_map",
    "efi_system_table",
    "fdt_machine",
    "fdt_stub",
    "image_format_name",
    "machine_cpu_id",
    "machine_dev",
    "machine_timer",
    "machine_topology",
    "machine_uart",
    "machine_work",
    "memmap_count",
    "memmap_is_ram",
    "plan_regions",
    "protocol_name",
    "smbios_entry",
    "smbios_table",
    "sum8",
    "vcpu_text",
    "x86_bda",
    "x86_gdt",
    "x86_mp_pointer",
    "x86_mp_table",
    "x86_multiboot",
    "x86_multiboot2",
    "x86_page_tables",
    "x86_reset_vector",
    "x86_setup_data",
    "x86_start_info",
    "x86_zero_page",
]
