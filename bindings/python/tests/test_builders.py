# SPDX-License-Identifier: BSD-2-Clause
"""Each builder alone: its bytes are those of the placed guest, or those of the specification; and
the writers, their misuse included."""
import inspect
import struct

import aetherboot
import pytest
from aetherboot import (AcpiSet, AetherbootError, Aml, AmlOp, AmlRange, Block, Cmdline, Codec, Dev,
                        DevType, EfiTables, Fdt, FdtChosen, Memmap, MemType, Payload, Ram, Region,
                        RegionKind, SetupData, Smbios, Window, X86Cpuid, X86Mode, X86Paging,
                        X86StartInfo, X86ZeroPage)
from conftest import MACHINE, golden, kernel, own_aml, own_nodes, payload

PC = golden()["pc"][0]
ARM64 = golden()["arm64-virt-like"][0]
MAP = Memmap(ram=[Ram(size=64 << 20)], region=[
    Region(base=0x1000, size=0x1000, type=MemType.RESERVED, name="r")])


def table_of(data):
    """An ACPI table's signature, with its length and checksum judged."""
    assert len(data) == int.from_bytes(data[4:8], "little") and sum(data) % 256 == 0
    return data[:4].decode()


# ---- tables

@pytest.mark.parametrize("name", ["pc", "numa300", "extras", "arm64-smmu-2seg", "microvm"])
def test_acpi_set_is_what_is_placed(name):
    machine, ways = golden()[name]
    machine = machine.replace(tables=aetherboot.Tables.ACPI)
    guest = aetherboot.plan(machine, Payload(kernel=ways[0].kernel, protocol=ways[0].protocol))
    region = guest.region(RegionKind.ACPI)
    placed = bytes(dict((r.base, d) for r, d in guest.blobs())[region.base])
    facs = guest.region(RegionKind.FACS)
    tables = AcpiSet(machine)
    assert tables.size <= region.size and tables.has_facs == (facs is not None)
    for index, table in enumerate(tables.tables):
        data = tables.table(index, region.base, facs.base if facs else 0)
        assert data == placed[table.offset:table.offset + table.size]
        assert table_of(data) == table.sig
        alone = getattr(aetherboot, f"acpi_{table.sig.lower()}", None) or {
            "APIC": aetherboot.acpi_madt}.get(table.sig)
        if alone and table.sig not in ("FACP", "XSDT"):
            assert alone(machine) == data, table.sig
    rsdp = tables.rsdp(region.base)
    at = guest.region(RegionKind.RSDP)
    if at is not None:
        assert bytes(dict((r.base, d) for r, d in guest.blobs())[at.base])[:36] == rsdp
    assert rsdp[:8] == b"RSD PTR " and sum(rsdp) % 256 == 0
    with pytest.raises(IndexError):
        tables.table(len(tables.tables), 0)


def test_tables_that_a_machine_has_not():
    assert aetherboot.acpi_gtdt(PC) == b"" and aetherboot.acpi_hpet(MACHINE) == b""
    assert table_of(aetherboot.acpi_hpet(PC)) == "HPET"
    assert table_of(aetherboot.acpi_fadt(PC, 0x1000, 0x2000)) == "FACP"
    assert aetherboot.acpi_facs() == b"FACS" + struct.pack("<I", 64) + bytes(24) + b"\2" + bytes(31)


def test_own_table():
    ssdt = Aml.build(lambda aml: (aml.name("\\XTRA"), aml.int(42)))
    assert ssdt == b"\x08\\XTRA\x0a\x2a"
    extras = golden()["extras"][0]
    assert aetherboot.acpi_table(extras, "SSDT", 2, ssdt)[:9] == b"SSDT\x2c\0\0\0\2"
    assert table_of(aetherboot.acpi_table(extras, "SSDT", 2, ssdt)) == "SSDT"
    for sig in ("SSD", "SSDT2", "SS\u00fcT", None):
        with pytest.raises(ValueError, match="4 ASCII characters"):
            aetherboot.acpi_table(extras, sig, 2, b"")


def test_invalid_machines_are_refused_before_any_builder():
    bad = PC.replace(n_cpus=0)
    for name in aetherboot.__all__:
        function = getattr(aetherboot, name)
        if inspect.isfunction(function) and list(inspect.signature(function).parameters) == ["m"]:
            with pytest.raises(AetherbootError, match=r"machine\.n_cpus"):
                function(bad)
    with pytest.raises(IndexError):
        aetherboot.machine_cpu_id(PC, 4)
    with pytest.raises(IndexError):
        aetherboot.x86_cpuid(PC, 4, X86Cpuid())
    assert [aetherboot.machine_cpu_id(PC, i) for i in range(4)] == [0, 1, 2, 3]


def test_questions_about_a_machine():
    assert aetherboot.machine_topology(PC).cores == 2
    assert aetherboot.machine_timer(ARM64).virt == 27
    assert aetherboot.machine_uart(PC, 0).base == 0x3f8
    assert aetherboot.machine_dev(PC, DevType.UART_16550, 1).base == 0x2f8
    assert aetherboot.machine_dev(PC, DevType.UART_16550, 2) is None
    dev = Dev(type=DevType.I8042)
    assert aetherboot.dev_base(dev) == 0x60 and aetherboot.dev_irq(dev) == 1
    assert aetherboot.dev_name(DevType.UART_16550) == "uart-16550"
    assert aetherboot.dev_size(dev) == 5 and aetherboot.dev_irq_flags(PC, dev).name == "EDGE_HIGH"
    assert aetherboot.codec_name(Codec.XZ) == "xz"
    assert aetherboot.image_format_name(2) == "bzImage"
    assert aetherboot.protocol_name(99) == "unknown protocol"
    assert aetherboot.machine_check(PC) is None
    assert aetherboot.machine_work(PC) > 0 and aetherboot.plan_regions(PC, Payload()) >= 32


# ---- the others

def test_x86():
    assert len(aetherboot.x86_gdt(X86Mode.MODE_64)) == 48
    page = aetherboot.x86_zero_page(X86ZeroPage(cmdline=0x5000, map=MAP))
    assert len(page) == 4096 and page[0x202:0x206] == b"HdrS"
    assert page[0x228:0x22c] == b"\0\x50\0\0" and page[0x1e8] == 3
    info = aetherboot.x86_start_info(X86StartInfo(rsdp=0xe0000, map=MAP), 0x1000)
    assert info[:4] == b"\x78\xc5\x6e\x33"
    assert len(aetherboot.x86_page_tables(X86Paging(levels=4, limit=1 << 30), 0x1000)) == 3 * 4096
    chain = aetherboot.x86_setup_data([SetupData(type=2, bytes=b"tree")], b"seed", MAP, 0x1000)
    assert b"tree" in chain and b"seed" in chain
    with pytest.raises(AetherbootError, match=r"setup_data\.gpa"):
        aetherboot.x86_setup_data([SetupData(type=2, bytes=b"tree")], b"", MAP, 0x1001)
    assert aetherboot.x86_mp_table(PC, 0x1000)[:4] == b"PCMP"
    assert aetherboot.x86_mp_pointer(0x1000)[:4] == b"_MP_"
    assert len(aetherboot.x86_reset_vector(PC)) == 16
    leaf = aetherboot.x86_cpuid(PC, 3, X86Cpuid(leaf=1))
    assert leaf.ebx >> 24 == 3
    host = [X86Cpuid(leaf=leaf, eax=0x16 if leaf == 0 else 0) for leaf in range(0x17)]
    leaves = aetherboot.x86_cpuid_all(PC, 3, host)
    assert next(c for c in leaves if c.leaf == 1).ebx >> 24 == 3
    assert {c.leaf for c in leaves} >= {0, 1, 0xb}
    with pytest.raises(AetherbootError, match="leaves 0 and 1"):
        aetherboot.x86_cpuid_all(PC, 3, host[1:])
    with pytest.raises(AetherbootError, match="index"):
        aetherboot.x86_cpuid_all(PC, 4, host)
    covered, msrs = aetherboot.x86_memory_types(PC)
    assert covered and msrs[0].index == 0x277


def test_efi_smbios_tree():
    assert len(aetherboot.efi_memory_map(MAP)) % 40 == 0
    assert aetherboot.efi_system_table(EfiTables(rsdp=0x1000), 0x2000)[:8] == b"IBI SYST"
    assert b"ACME\0" in aetherboot.smbios_table(PC, Smbios(manufacturer="ACME"))
    assert b"libaetherboot\0" in aetherboot.smbios_table(PC, None)
    assert aetherboot.smbios_entry(0x1000, 64)[:5] == b"_SM3_"
    tree = aetherboot.fdt_machine(ARM64, FdtChosen(cmdline="quiet"), Memmap(ram=ARM64.ram))
    assert tree[:4] == b"\xd0\x0d\xfe\xed" and b"quiet\0" in tree
    stub = aetherboot.fdt_stub(FdtChosen(cmdline="quiet"))
    assert b"quiet\0" in stub and len(stub) < len(tree)
    with pytest.raises(AetherbootError, match="arm64"):
        aetherboot.fdt_machine(PC, FdtChosen(), MAP)


def test_memory_maps():
    entries = aetherboot.memmap_entries(MAP)
    assert [(e.base, e.size, e.type) for e in entries] == [
        (0, 0x1000, MemType.RAM), (0x1000, 0x1000, MemType.RESERVED),
        (0x2000, (64 << 20) - 0x2000, MemType.RAM)]
    assert aetherboot.memmap_count(MAP) == 3 and aetherboot.memmap_is_ram(MAP, 0x1000, 1)
    assert aetherboot.memmap_find(MAP, 0x1000, Window(lo=1, align=0x1000)) == 0x2000
    assert aetherboot.memmap_find(MAP, 1 << 40, Window(align=1)) is None


def test_kernels():
    packed = kernel("linux, bzImage")
    image = aetherboot.image_probe(packed)
    assert image.format.name == "BZIMAGE" and image.bz.version >= 0x200
    assert image.bz.payload.obj is packed, "a slice of the file, not a copy"
    assert aetherboot.codec_detect(image.bz.payload) is Codec.GZIP
    blocks = []
    aetherboot.kernel_unpack(packed, blocks.append)
    unpacked = b"".join(bytes(block) for block in blocks)
    assert unpacked[:4] == b"\x7fELF"
    assert aetherboot.image_probe(unpacked).elf.base == aetherboot.image_probe(kernel()).elf.base
    assert aetherboot.codec_built(Codec.LZO) is False and \
        aetherboot.codec_library(Codec.LZO) is None
    with pytest.raises(AetherbootError, match="profile"):
        aetherboot.image_probe(packed, "@1")
    with pytest.raises(ZeroDivisionError):
        aetherboot.kernel_unpack(packed, lambda block: 1 / 0)
    assert aetherboot.crc32(0, b"123456789") == 0xcbf43926 and aetherboot.sum8(b"\xff\2") == 1


# ---- writers

def test_aml_blocks():
    def com1(aml):
        with aml.device("COM1"):
            aml.name("_HID")
            aml.eisa("PNP0501")
            method = aml.method("_STA", 0, False, 0)
            aml.op(AmlOp.RETURN)
            aml.int(0xf)
            method.end()
            aml.name("_CRS")
            with aml.resources():
                aml.res_io(0x3f8, 0x3f8, 1, 8)
                aml.res_interrupt(1, [4, 5])
                aml.res_range(AmlRange(width=32, base=0x1000, size=0x1000))
            aml.name("DATA")
            aml.buffer(b"\1\2")
    data = Aml.build(com1)
    assert data[:2] == b"\x5b\x82" and b"COM1" in data and b"\x47\1\xf8\3\xf8\3\1\x08" in data
    assert b"\x89\x0a\0\3\2\4\0\0\0\5\0\0\0" in data
    with pytest.raises(AetherbootError, match="SSDT"):
        Aml.build(lambda aml: aml.name("bad name"), "SSDT")
    with pytest.raises(AetherbootError):
        Aml.build(lambda aml: aml.device("DEV0"))  # without an end
    with pytest.raises(AetherbootError, match="my rule"):
        Aml.build(lambda aml: aml.fail("my rule"))


def test_a_writer_ends_with_its_function():
    kept = []

    def keep(aml):
        kept.append((aml, aml.device("DEV0")))
        kept[-1][1].end()
    Aml.build(keep)
    aml, block = kept[0]
    for misuse in (lambda: aml.int(1), block.end, lambda: aml.end(block)):
        with pytest.raises(ValueError, match="was valid in the function"):
            misuse()
    with pytest.raises(TypeError):
        Aml()
    with pytest.raises(TypeError, match="callable"):
        Aml.build(None)

    def foreign(other):
        with pytest.raises(TypeError, match="Block of this Aml"):
            other.end(block)
        with pytest.raises(TypeError, match="Block of this Aml"):
            other.end(None)
        other.event("EVNT")
    assert Aml.build(foreign) == b"\x5b\2EVNT"
    assert isinstance(block, Block)


def test_writers_take_pythons_exceptions():
    def wrong(aml):
        for call, kind in ((lambda: aml.int(-1), OverflowError), (lambda: aml.int("1"), TypeError),
                           (lambda: aml.string("a\0b"), ValueError),
                           (lambda: aml.name(None), TypeError), (lambda: aml.name(b"X"), TypeError),
                           (lambda: aml.int(1, 2), TypeError), (lambda: aml.nope(), AttributeError),
                           (lambda: aml.res_interrupt(0, [1 << 32]), OverflowError),
                           (lambda: aml.buffer(3), TypeError)):
            with pytest.raises(kind):
                call()
        aml.event("EVNT")
    assert Aml.build(wrong) == b"\x5b\2EVNT"


def test_an_exception_in_a_block_ends_nothing():
    def fill(aml):
        with aml.device("DEV0"):
            raise KeyError("mine")
    with pytest.raises(KeyError, match="mine"):
        Aml.build(fill)


def test_own_parts_of_the_goldens():
    assert b"ACME0001" in Aml.build(own_aml)
    tree = Fdt.build(own_nodes)
    assert b"acme,mailbox\0" in tree and tree[:4] == b"\xd0\x0d\xfe\xed"
    with pytest.raises(AetherbootError, match="device tree"):
        Fdt.build(lambda fdt: fdt.node("no end"))

    def many(fdt):
        for index in range(60):  # names that the library does not know, borrowed until the end
            fdt.strings(f"acme,{index}", [f"a{index}", "b"])
            fdt.bytes(f"acme,b{index}", bytes([index])) if index < 2 else None
        fdt.flag("acme,flag")
        fdt.u64("acme,u64", 1 << 40)
    assert b"acme,59\0" in Fdt.build(many)


def test_command_lines():
    def fill(line):
        line.add("quiet -- init-argument")
        line.set("root", "/dev/vda 1")
        line.set("rw", None)
        line.virtio_mmio(0xd0000000, 512, 5)
    assert Cmdline.build(fill) == \
        'quiet root="/dev/vda 1" rw virtio_mmio.device=0x200@0xd0000000:5 -- init-argument'
    assert Cmdline.build(lambda line: None) == ""
    with pytest.raises(AetherbootError, match=r"cmdline\.key"):
        Cmdline.build(lambda line: line.set("a b", None))
    assert payload(cmdline=Cmdline.build(fill)).cmdline.startswith("quiet")
