# SPDX-License-Identifier: BSD-2-Clause
# Made from the C headers by bindings/python/generate.py, target python-update: do not edit.
"""The structs and constants of the C headers."""
# pylint: disable=too-many-lines,too-many-arguments,redefined-builtin
from __future__ import annotations

from ._check import (Struct, as_array, as_bool, as_bytes, as_call, as_chars, as_data, as_enum,
                     as_int, as_items, as_object, as_optional, as_struct, as_text)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Final

    from . import _enums as e
    from ._builders import Aml, Fdt
    from ._check import Data, Source

KiB = 1024
MiB = 0x100000
GiB = 0x40000000
TiB = 0x10000000000
POOLS_MAX = 32
IRQ_NONE = 4294967295
SLP_TYP_0 = 8
PCI_LIST_MAX = 128
FDT_PROPS_MAX = 64
CPUS_MAX = 0x10000
NODES_MAX = 1024
DISTANCE_WITHIN = 10
DISTANCE_BETWEEN = 20
GICV2_DIST_SIZE = 4096
GICV2_CPU_SIZE = 8192
GICV2M_SIZE = 4096
GICV3_DIST_SIZE = 0x10000
GICV3_REDIST_SIZE = 0x20000
GICV3_ITS_SIZE = 0x20000
ACPI_TABLES_MAX = 24
EFI_DESC_SIZE = 40
EFI_DESC_VERSION = 1
ELF_SEGMENTS_MAX = 32
ELF_NOTES_MAX = 8
EM_386 = 3
EM_X86_64 = 62
EM_AARCH64 = 183
XLF_KERNEL_64 = 1
XLF_CAN_BE_LOADED_ABOVE_4G = 2
XLF_5LEVEL = 32
ARM64_HEADER_SIZE = 64
ZBOOT_NAME_SIZE = 32
X86_MSRS_MAX = 32
ARM64_SCTLR_EL1 = 49280
ARM64_SYSREGS_MAX = 16
E820_MAX = 128
X86_BDA_SIZE = 256
X86_CPUID_ADDED = 7
MODULES_MAX = 32
MODULE_CMDLINE_MAX = 4095
ADDONS_MAX = 32
PLAN_REGIONS = 32
PLAN_WARNINGS = 20
SMBIOS_OEM_MAX = 255
VERSION_MAJOR = 0
VERSION_MINOR = 1
VERSION_PATCH = 0


class Error(Struct):
    """An error, from which ab_error_text() makes a sentence. Each string is a ROM string, or a
    string of the caller's, which must outlive the error."""

    __slots__ = {
        "code": "same as the call's result",
        "what": "the faulty object. With a dot: path of a field, where [] stands for [`index`], e.g. \"machine.ram[].base\". Without a dot, or with [] at its end: name of a region, table or stream, e.g. \"initrd\" or \"machine.fdt.overlays[]\"",
        "value": "value of the field; for a region, table or stream the offset of the error in it (NOSPACE: bytes needed; MEM: guest-physical address). OVERLAP: first byte of the first range, or first number: interrupts and buses overlap, too",
        "other": "the broken rule, or a hint; NULL: none. OVERLAP: the second party, a path or a name like `what`",
        "index": "index of the entry in the list that `what` names; else 0",
        "name": "the entry's own name, e.g. \"uart-pl011\"; NULL: none",
        "other_index": "OVERLAP: index of the entry in the list that `other` names; else that of a second device, if `other_name` is not NULL",
        "other_name": "OVERLAP: own name of the second entry; NULL: none. Else name of a second device that the rule is about, an entry of machine.devs; NULL: there is none",
        "other_value": "OVERLAP: first byte or number of the second range",
        "size": "OVERLAP: bytes, or numbers, of the first range; 0: not known",
    }
    _c = "struct ab_error"
    _fields = (
        ('code', 'code', 'enum', 'Err', ()),
        ('what', 'what', 'text', None, ()),
        ('value', 'value', 'int', 64, ()),
        ('other', 'other', 'text', None, ()),
        ('index', 'index', 'int', 64, ()),
        ('name', 'name', 'text', None, ()),
        ('other_index', 'other_index', 'int', 64, ()),
        ('other_name', 'other_name', 'text', None, ()),
        ('other_value', 'other_value', 'int', 64, ()),
        ('size', 'size', 'int', 64, ()),
    )

    def __init__(
        self,
        *,
        code: e.Err | int = 0,
        what: str | None = None,
        value: int = 0,
        other: str | None = None,
        index: int = 0,
        name: str | None = None,
        other_index: int = 0,
        other_name: str | None = None,
        other_value: int = 0,
        size: int = 0,
    ) -> None:
        self.code: Final[e.Err | int] = as_enum(code, "Err", "Error.code")
        self.what: Final[str | None] = as_text(what, "Error.what")
        self.value: Final[int] = as_int(value, 64, "Error.value")
        self.other: Final[str | None] = as_text(other, "Error.other")
        self.index: Final[int] = as_int(index, 64, "Error.index")
        self.name: Final[str | None] = as_text(name, "Error.name")
        self.other_index: Final[int] = as_int(other_index, 64, "Error.other_index")
        self.other_name: Final[str | None] = as_text(other_name, "Error.other_name")
        self.other_value: Final[int] = as_int(other_value, 64, "Error.other_value")
        self.size: Final[int] = as_int(size, 64, "Error.size")


class Range(Struct):
    """Guest-physical range [base, base + size)."""

    __slots__ = {
        "base": "first byte",
        "size": "bytes",
    }
    _c = "struct ab_range"
    _fields = (
        ('base', 'base', 'int', 64, ()),
        ('size', 'size', 'int', 64, ()),
    )

    def __init__(
        self,
        *,
        base: int = 0,
        size: int = 0,
    ) -> None:
        self.base: Final[int] = as_int(base, 64, "Range.base")
        self.size: Final[int] = as_int(size, 64, "Range.size")


class Ram(Struct):
    """One range of RAM."""

    __slots__ = {
        "base": "guest-physical, multiple of 4096",
        "size": "bytes, multiple of 4096, not 0",
        "node": "NUMA node, below AB_NODES_MAX",
    }
    _c = "struct ab_ram"
    _fields = (
        ('base', 'base', 'int', 64, ()),
        ('size', 'size', 'int', 64, ()),
        ('node', 'node', 'int', 32, ()),
    )

    def __init__(
        self,
        *,
        base: int = 0,
        size: int = 0,
        node: int = 0,
    ) -> None:
        self.base: Final[int] = as_int(base, 64, "Ram.base")
        self.size: Final[int] = as_int(size, 64, "Ram.size")
        self.node: Final[int] = as_int(node, 32, "Ram.node")


class Reserve(Struct):
    """A range in which the library places no region. The guest's memory map reserves it, unless
    its type is another one.

    With `compatible` or `flags` it is a pool: a device tree has a node of its own for it, by which
    devices can refer to it (ab_dev.memory_region). A guest that gets no device tree learns the
    type only, and its plan warns. A pool for devices that can access no other memory:
    """

    __slots__ = {
        "base": "guest-physical; arm64: multiple of 4096",
        "size": "bytes, not 0; arm64: multiple of 4096",
        "name": "required: name in the printed plan, in errors, and for devices. Pools must have different names",
        "type": "type in the guest's memory map; 0: reserved, with AB_RESERVE_REUSABLE RAM, which is then the only one. If it is not reserved, all of the range must be in the machine's RAM. x86: RAM must be none from 0xa0000 to 0xfffff",
        "compatible": "binding of the memory, e.g. \"shared-dma-pool\"; NULL: none. With \"restricted-dma-pool\" there must be no flags",
        "flags": "0, or one of enum ab_reserve_flags. A pool without AB_RESERVE_NO_MAP must be in the machine's RAM",
    }
    _c = "struct ab_reserve"
    _fields = (
        ('base', 'base', 'int', 64, ()),
        ('size', 'size', 'int', 64, ()),
        ('name', 'name', 'text', None, ()),
        ('type', 'type', 'enum', 'MemType', ()),
        ('compatible', 'compatible', 'text', None, ()),
        ('flags', 'flags', 'int', 32, ('ReserveFlags',)),
    )

    def __init__(
        self,
        *,
        base: int = 0,
        size: int = 0,
        name: str | None = None,
        type: e.MemType | int = 0,
        compatible: str | None = None,
        flags: int = 0,
    ) -> None:
        self.base: Final[int] = as_int(base, 64, "Reserve.base")
        self.size: Final[int] = as_int(size, 64, "Reserve.size")
        self.name: Final[str | None] = as_text(name, "Reserve.name")
        self.type: Final[e.MemType | int] = as_enum(type, "MemType", "Reserve.type")
        self.compatible: Final[str | None] = as_text(compatible, "Reserve.compatible")
        self.flags: Final[int] = as_int(flags, 32, "Reserve.flags")


class Region(Struct):
    """A range of guest-physical address space with its purpose."""

    __slots__ = {
        "base": "guest-physical",
        "size": "bytes",
        "kind": "its contents",
        "type": "type in the guest's memory map",
        "backing": "memory behind it, which decides whether it is written",
        "index": "BLOB, MODULE, RESERVED by ab_payload.reserve: index in the payload's list; RESERVED by a tree: UINT32_MAX; else 0",
        "name": "name in texts and errors: BLOB, RESERVED: the caller's, or that of the tree's node, borrowed; else a ROM string",
    }
    _c = "struct ab_region"
    _fields = (
        ('base', 'base', 'int', 64, ()),
        ('size', 'size', 'int', 64, ()),
        ('kind', 'kind', 'enum', 'RegionKind', ()),
        ('type', 'type', 'enum', 'MemType', ()),
        ('backing', 'backing', 'enum', 'Backing', ()),
        ('index', 'index', 'int', 32, ()),
        ('name', 'name', 'text', None, ()),
    )

    def __init__(
        self,
        *,
        base: int = 0,
        size: int = 0,
        kind: e.RegionKind | int = 0,
        type: e.MemType | int = 0,
        backing: e.Backing | int = 0,
        index: int = 0,
        name: str | None = None,
    ) -> None:
        self.base: Final[int] = as_int(base, 64, "Region.base")
        self.size: Final[int] = as_int(size, 64, "Region.size")
        self.kind: Final[e.RegionKind | int] = as_enum(kind, "RegionKind", "Region.kind")
        self.type: Final[e.MemType | int] = as_enum(type, "MemType", "Region.type")
        self.backing: Final[e.Backing | int] = as_enum(backing, "Backing", "Region.backing")
        self.index: Final[int] = as_int(index, 32, "Region.index")
        self.name: Final[str | None] = as_text(name, "Region.name")


class I8042(Struct):
    """A keyboard controller, except for its ports and the keyboard's interrupt."""

    __slots__ = {
        "mouse": "GSI of the mouse; 0: 12; AB_IRQ_NONE: there is no mouse",
    }
    _c = "struct ab_i8042"
    _fields = (
        ('mouse', 'mouse', 'int', 32, ()),
    )

    def __init__(
        self,
        *,
        mouse: int = 0,
    ) -> None:
        self.mouse: Final[int] = as_int(mouse, 32, "I8042.mouse")


class Rtc(Struct):
    """A PC's clock, except for its ports and its interrupt."""

    __slots__ = {
        "century": "index of the register that holds the century, 0xe to 0x7f, usually 0x32; 0: none. The FADT names it. [ACPI: 5.2.9]",
    }
    _c = "struct ab_rtc"
    _fields = (
        ('century', 'century', 'int', 8, ()),
    )

    def __init__(
        self,
        *,
        century: int = 0,
    ) -> None:
        self.century: Final[int] = as_int(century, 8, "Rtc.century")


class AcpiPm(Struct):
    """Fixed ACPI hardware, except for its ports and its interrupt."""

    __slots__ = {
        "s5": "SLP_TYP that powers the machine off, the type of S5: 1 to 7, or AB_SLP_TYP_0, which QEMU has; 0: 5. [ACPI: 4.8.3.2.1]",
    }
    _c = "struct ab_acpi_pm"
    _fields = (
        ('s5', 's5', 'int', 8, ()),
    )

    def __init__(
        self,
        *,
        s5: int = 0,
    ) -> None:
        self.s5: Final[int] = as_int(s5, 8, "AcpiPm.s5")


class AcpiGed(Struct):
    """A generic event device, except for its register and its interrupt. [ACPI: 5.6.9]."""

    __slots__ = {
        "power_button": "the bit of its register that tells of the power button, as a mask of that bit; 0: the usual, 0x1. QEMU's has 0x2",
    }
    _c = "struct ab_acpi_ged"
    _fields = (
        ('power_button', 'power_button', 'int', 32, ()),
    )

    def __init__(
        self,
        *,
        power_button: int = 0,
    ) -> None:
        self.power_button: Final[int] = as_int(power_button, 32, "AcpiGed.power_button")


class PciRoute(Struct):
    """The interrupt of one pin of a slot on a host bridge's first bus."""

    __slots__ = {
        "slot": "device number, 0 to 31",
        "pin": "0 to 3: INTA to INTD",
        "irq": "as in ab_pcie.intx",
    }
    _c = "struct ab_pci_route"
    _fields = (
        ('slot', 'slot', 'int', 8, ()),
        ('pin', 'pin', 'int', 8, ()),
        ('irq', 'irq', 'int', 32, ()),
    )

    def __init__(
        self,
        *,
        slot: int = 0,
        pin: int = 0,
        irq: int = 0,
    ) -> None:
        self.slot: Final[int] = as_int(slot, 8, "PciRoute.slot")
        self.pin: Final[int] = as_int(pin, 8, "PciRoute.pin")
        self.irq: Final[int] = as_int(irq, 32, "PciRoute.irq")


class Pcie(Struct):
    """A PCI host bridge, except for its configuration space. arm64: bases and sizes of windows
    must be multiples of 4 KiB."""

    __slots__ = {
        "segment": "PCI segment group; part of the device ids of an ITS",
        "bus": "number of the first bus, with which an ECAM window starts. Bridges of one segment must not share a bus",
        "intx": "of the swizzled pins INTA to INTD, as in ab_dev.irq; 0: none",
        "routes": "pins whose interrupt is not the swizzled one",
        "pio": "I/O port window for devices; size 0: none. x86: ports; arm64: at most 64 KiB of memory, which are the bus's ports from 0 on",
        "mmio32": "memory window that ends at or below 4 GiB; size 0: none",
        "mmio64": "memory window at any address; size 0: none",
        "more_pio": "x86: further windows of ports",
        "more_mmio": "further memory windows; of 32 bits below 4 GiB",
        "its": "arm64: the ITS that functions send their MSIs to: its place in ab_gic.its, from 0. Must be 0 without an ITS",
        "smmu": "arm64: the SMMU that functions are behind: 1 for the first AB_DEV_SMMUV3 in the list, 2 for the second; 0: none. The stream id of a function is its requester id + 0x10000 * n: n earlier bridges in the list have the same SMMU",
        "probe_only": "the guest must keep the bus numbers and resources that are assigned",
    }
    _c = "struct ab_pcie"
    _fields = (
        ('segment', 'segment', 'int', 16, ()),
        ('bus', 'bus', 'int', 8, ()),
        ('intx', 'intx', 'array', 32, (4,)),
        ('routes', 'routes', 'items', 'PciRoute', ('list',)),
        ('pio', 'pio', 'struct', 'Range', ()),
        ('mmio32', 'mmio32', 'struct', 'Range', ()),
        ('mmio64', 'mmio64', 'struct', 'Range', ()),
        ('more_pio', 'more_pio', 'items', 'Range', ('list',)),
        ('more_mmio', 'more_mmio', 'items', 'Range', ('list',)),
        ('its', 'its', 'int', 32, ()),
        ('smmu', 'smmu', 'int', 8, ()),
        ('probe_only', 'probe_only', 'bool', None, ()),
    )

    def __init__(
        self,
        *,
        segment: int = 0,
        bus: int = 0,
        intx: Iterable[int] = (),
        routes: Iterable[PciRoute] = (),
        pio: Range | None = None,
        mmio32: Range | None = None,
        mmio64: Range | None = None,
        more_pio: Iterable[Range] = (),
        more_mmio: Iterable[Range] = (),
        its: int = 0,
        smmu: int = 0,
        probe_only: bool = False,
    ) -> None:
        self.segment: Final[int] = as_int(segment, 16, "Pcie.segment")
        self.bus: Final[int] = as_int(bus, 8, "Pcie.bus")
        self.intx: Final[tuple[int, ...]] = as_array(intx, 32, 4, "Pcie.intx")
        self.routes: Final[tuple[PciRoute, ...]] = as_items(routes, PciRoute, "Pcie.routes")
        self.pio: Final[Range] = as_struct(pio, Range, "Pcie.pio")
        self.mmio32: Final[Range] = as_struct(mmio32, Range, "Pcie.mmio32")
        self.mmio64: Final[Range] = as_struct(mmio64, Range, "Pcie.mmio64")
        self.more_pio: Final[tuple[Range, ...]] = as_items(more_pio, Range, "Pcie.more_pio")
        self.more_mmio: Final[tuple[Range, ...]] = as_items(more_mmio, Range, "Pcie.more_mmio")
        self.its: Final[int] = as_int(its, 32, "Pcie.its")
        self.smmu: Final[int] = as_int(smmu, 8, "Pcie.smmu")
        self.probe_only: Final[bool] = as_bool(probe_only, "Pcie.probe_only")


class Ioapic(Struct):
    """An I/O APIC, except for its address."""

    __slots__ = {
        "apic_id": "its APIC id; must differ from that of every other I/O APIC",
        "gsi": "GSI of its first input; no GSI may be an input of two I/O APICs",
        "inputs": "its inputs, at most 240; 0: the usual, 24, as those of KVM and QEMU have. Each interrupt of a device must arrive at an input",
    }
    _c = "struct ab_ioapic"
    _fields = (
        ('apic_id', 'apic_id', 'int', 8, ()),
        ('gsi', 'gsi', 'int', 32, ()),
        ('inputs', 'inputs', 'int', 8, ()),
    )

    def __init__(
        self,
        *,
        apic_id: int = 0,
        gsi: int = 0,
        inputs: int = 0,
    ) -> None:
        self.apic_id: Final[int] = as_int(apic_id, 8, "Ioapic.apic_id")
        self.gsi: Final[int] = as_int(gsi, 32, "Ioapic.gsi")
        self.inputs: Final[int] = as_int(inputs, 8, "Ioapic.inputs")


class Hpet(Struct):
    """An HPET, except for its address."""

    __slots__ = {
        "caps": "low 32 bits of its General Capabilities. [HPET: 2.3.4]",
    }
    _c = "struct ab_hpet"
    _fields = (
        ('caps', 'caps', 'int', 32, ()),
    )

    def __init__(
        self,
        *,
        caps: int = 0,
    ) -> None:
        self.caps: Final[int] = as_int(caps, 32, "Hpet.caps")


class Framebuffer(Struct):
    """A framebuffer, except for its memory, which must have room for all lines."""

    __slots__ = {
        "width": "pixels of a line, 1 to 65535",
        "height": "lines, 1 to 65535",
        "stride": "bytes from one line to the next, at most 65535; 0: those of a line's pixels",
        "format": "format of its pixels, which are little-endian",
    }
    _c = "struct ab_framebuffer"
    _fields = (
        ('width', 'width', 'int', 32, ()),
        ('height', 'height', 'int', 32, ()),
        ('stride', 'stride', 'int', 32, ()),
        ('format', 'format', 'enum', 'PixelFormat', ()),
    )

    def __init__(
        self,
        *,
        width: int = 0,
        height: int = 0,
        stride: int = 0,
        format: e.PixelFormat | int = 0,
    ) -> None:
        self.width: Final[int] = as_int(width, 32, "Framebuffer.width")
        self.height: Final[int] = as_int(height, 32, "Framebuffer.height")
        self.stride: Final[int] = as_int(stride, 32, "Framebuffer.stride")
        self.format: Final[e.PixelFormat | int] = as_enum(format, "PixelFormat", "Framebuffer.format")


class Reset(Struct):
    """A reset register, except for its address."""

    __slots__ = {
        "value": "the byte that resets the machine when the guest writes it",
    }
    _c = "struct ab_reset"
    _fields = (
        ('value', 'value', 'int', 8, ()),
    )

    def __init__(
        self,
        *,
        value: int = 0,
    ) -> None:
        self.value: Final[int] = as_int(value, 8, "Reset.value")


class Dev(Struct):
    """One device. On x86 a base below 64 KiB is an I/O port, any other base is a memory address.
    """

    __slots__ = {
        "type": "its kind",
        "base": "I/O port or guest-physical address. 0: the usual one of PC kinds that have one, of OTHER port or address 0; VMBUS has none; other kinds must have one. arm64: must be a multiple of 4 KiB for kinds with 4 KiB of registers, of 64 KiB for SMMUV3, of 4 for VIRTIO_MMIO and ACPI_GED; others may be anywhere",
        "size": "bytes; 0: the usual, of OTHER none. arm64: no less than the usual",
        "irq": "x86: GSI; arm64: INTID of an SPI, 32 to 1019, with a GICv3 also of an extended SPI, 4096 to 5119, which not every GICv3 has; of VMBUS a PPI, 16 to 31. 0: the usual of its kind, or none; AB_IRQ_NONE: none, although its kind usually has one. Devices may share an interrupt if they agree on trigger and polarity",
        "irq_flags": "trigger and polarity; OTHER has no usual ones",
        "uid": "_UID of its ACPI object; must be unique among the devices of its kind. 0: the device's place among them, from 0",
        "node": "NUMA node, at most the highest one of RAM, CPUs and distances",
        "memory_region": "memory that the device's driver must use, e.g. for DMA: the name of a pool, an entry of ab_payload.reserve with `compatible` or `flags`; NULL: none. Device tree only: it is an error where the guest gets no tree of the library's, or the kind has no node in it",
        "i8042": "I8042 only",
        "rtc": "RTC_CMOS only",
        "acpi_pm": "ACPI_PM only",
        "acpi_ged": "ACPI_GED only",
        "ioapic": "IOAPIC only",
        "hpet": "HPET only",
        "reset": "ACPI_RESET only",
        "framebuffer": "FRAMEBUFFER only",
        "pcie": "PCIE_ECAM and PCI only",
    }
    _c = "struct ab_dev"
    _fields = (
        ('type', 'type', 'enum', 'DevType', ()),
        ('base', 'base', 'int', 64, ()),
        ('size', 'size', 'int', 64, ()),
        ('irq', 'irq', 'int', 32, ()),
        ('irq_flags', 'irq_flags', 'enum', 'IrqFlags', ()),
        ('uid', 'uid', 'int', 32, ()),
        ('node', 'node', 'int', 32, ()),
        ('memory_region', 'memory_region', 'text', None, ()),
        ('i8042', 'i8042', 'struct', 'I8042', ()),
        ('rtc', 'rtc', 'struct', 'Rtc', ()),
        ('acpi_pm', 'acpi_pm', 'struct', 'AcpiPm', ()),
        ('acpi_ged', 'acpi_ged', 'struct', 'AcpiGed', ()),
        ('ioapic', 'ioapic', 'struct', 'Ioapic', ()),
        ('hpet', 'hpet', 'struct', 'Hpet', ()),
        ('reset', 'reset', 'struct', 'Reset', ()),
        ('framebuffer', 'framebuffer', 'struct', 'Framebuffer', ()),
        ('pcie', 'pcie', 'struct', 'Pcie', ()),
    )

    def __init__(
        self,
        *,
        type: e.DevType | int = 0,
        base: int = 0,
        size: int = 0,
        irq: int = 0,
        irq_flags: e.IrqFlags | int = 0,
        uid: int = 0,
        node: int = 0,
        memory_region: str | None = None,
        i8042: I8042 | None = None,
        rtc: Rtc | None = None,
        acpi_pm: AcpiPm | None = None,
        acpi_ged: AcpiGed | None = None,
        ioapic: Ioapic | None = None,
        hpet: Hpet | None = None,
        reset: Reset | None = None,
        framebuffer: Framebuffer | None = None,
        pcie: Pcie | None = None,
    ) -> None:
        self.type: Final[e.DevType | int] = as_enum(type, "DevType", "Dev.type")
        self.base: Final[int] = as_int(base, 64, "Dev.base")
        self.size: Final[int] = as_int(size, 64, "Dev.size")
        self.irq: Final[int] = as_int(irq, 32, "Dev.irq")
        self.irq_flags: Final[e.IrqFlags | int] = as_enum(irq_flags, "IrqFlags", "Dev.irq_flags")
        self.uid: Final[int] = as_int(uid, 32, "Dev.uid")
        self.node: Final[int] = as_int(node, 32, "Dev.node")
        self.memory_region: Final[str | None] = as_text(memory_region, "Dev.memory_region")
        self.i8042: Final[I8042] = as_struct(i8042, I8042, "Dev.i8042")
        self.rtc: Final[Rtc] = as_struct(rtc, Rtc, "Dev.rtc")
        self.acpi_pm: Final[AcpiPm] = as_struct(acpi_pm, AcpiPm, "Dev.acpi_pm")
        self.acpi_ged: Final[AcpiGed] = as_struct(acpi_ged, AcpiGed, "Dev.acpi_ged")
        self.ioapic: Final[Ioapic] = as_struct(ioapic, Ioapic, "Dev.ioapic")
        self.hpet: Final[Hpet] = as_struct(hpet, Hpet, "Dev.hpet")
        self.reset: Final[Reset] = as_struct(reset, Reset, "Dev.reset")
        self.framebuffer: Final[Framebuffer] = as_struct(framebuffer, Framebuffer, "Dev.framebuffer")
        self.pcie: Final[Pcie] = as_struct(pcie, Pcie, "Dev.pcie")


class Acpi(Struct):
    """The ACPI tables: their identity, and the VMM's own additions. A guest that gets no ACPI
    tables gets none of these, and its plan warns of `dsdt` and `tables`."""

    __slots__ = {
        "edition": "edition that the tables follow",
        "oem_id": "OEM ID of each ACPI table and of the MP table, 1 to 6 printable characters; NULL: \"AETHER\"",
        "oem_table_id": "OEM Table ID of each ACPI table and product ID of the MP table, 1 to 8 printable characters; NULL: \"AETHERBT\"",
        "hypervisor_id": "arm64: Hypervisor Vendor Identity of the FADT, 1 to 8 printable characters; NULL: 0. [ACPI: 5.2.9]",
        "firmware_vendor": "arm64: FirmwareVendor of the EFI system table, 1 to 64 printable characters; NULL: \"libaetherboot\". [UEFI: 4.3]",
        "firmware_revision": "arm64: FirmwareRevision of the EFI system table; 0: 1",
        "dsdt": "Append AML inside the DSDT's _SB scope. Must append the same bytes on each call. Errors go into the encoder. NULL: none.",
        "tables": "the VMM's own tables, each whole, with its header and a correct checksum",
    }
    _c = "struct ab_acpi"
    _fields = (
        ('edition', 'edition', 'enum', 'AcpiEdition', ()),
        ('oem_id', 'oem_id', 'text', None, ()),
        ('oem_table_id', 'oem_table_id', 'text', None, ()),
        ('hypervisor_id', 'hypervisor_id', 'text', None, ()),
        ('firmware_vendor', 'firmware_vendor', 'text', None, ()),
        ('firmware_revision', 'firmware_revision', 'int', 32, ()),
        ('dsdt', 'dsdt', 'call', 'Aml', ()),
        ('tables', 'tables', 'items', 'data', ('list',)),
    )

    def __init__(
        self,
        *,
        edition: e.AcpiEdition | int = 0,
        oem_id: str | None = None,
        oem_table_id: str | None = None,
        hypervisor_id: str | None = None,
        firmware_vendor: str | None = None,
        firmware_revision: int = 0,
        dsdt: Callable[[Aml], object] | None = None,
        tables: Iterable[Source] = (),
    ) -> None:
        self.edition: Final[e.AcpiEdition | int] = as_enum(edition, "AcpiEdition", "Acpi.edition")
        self.oem_id: Final[str | None] = as_text(oem_id, "Acpi.oem_id")
        self.oem_table_id: Final[str | None] = as_text(oem_table_id, "Acpi.oem_table_id")
        self.hypervisor_id: Final[str | None] = as_text(hypervisor_id, "Acpi.hypervisor_id")
        self.firmware_vendor: Final[str | None] = as_text(firmware_vendor, "Acpi.firmware_vendor")
        self.firmware_revision: Final[int] = as_int(firmware_revision, 32, "Acpi.firmware_revision")
        self.dsdt: Final[Callable[[Aml], object] | None] = as_call(dsdt, "Acpi.dsdt")
        self.tables: Final[tuple[Data, ...]] = as_items(tables, "data", "Acpi.tables")


class FdtProp(Struct):
    """A property that the VMM adds to a node of the device tree."""

    __slots__ = {
        "node": "path of a node of the finished tree, with all unit addresses, e.g. \"/\" or \"/cpus/cpu@0\"",
        "name": "as in ab_fdt_bytes(). The node must not have it otherwise",
        "value": "value as it is in a tree: strings with their NULs, numbers big-endian; size 0: a property without a value",
    }
    _c = "struct ab_fdt_prop"
    _fields = (
        ('node', 'node', 'text', None, ()),
        ('name', 'name', 'text', None, ()),
        ('value', 'value', 'data', None, ()),
    )

    def __init__(
        self,
        *,
        node: str | None = None,
        name: str | None = None,
        value: Source = b"",
    ) -> None:
        self.node: Final[str | None] = as_text(node, "FdtProp.node")
        self.name: Final[str | None] = as_text(name, "FdtProp.name")
        self.value: Final[Data] = as_data(value, "FdtProp.value")


class FdtExtra(Struct):
    """The device tree: its identity, and the VMM's own additions. A guest that gets no tree of the
    library's, or with ACPI one that has nothing but /chosen, gets none of it, and its plan warns
    of the additions: any other node would make Linux ignore ACPI. Each string has 1 to 64
    printable characters."""

    __slots__ = {
        "model": "model of the root; NULL: \"aetherboot\"",
        "compatible": "compatible of the root, the most specific first, by which a .dtbauto of a UKI is chosen; empty: \"linux,dummy-virt\"",
        "cpu_compatible": "compatible of each CPU; NULL: \"arm,armv8\"",
        "props": "properties that are added to nodes",
        "nodes": "Append nodes inside the root. Must append the same bytes on each call. Errors go into the writer. NULL: none.",
        "overlays": "Device trees and overlays (dtc /plugin/, .dtbo), merged in this order after all other nodes. A tree adds the children of its root; an overlay adds those of the __overlay__ of each of its fragments, whose target-path must be \"/\". Their phandles are replaced by free ones. A plan keeps the memory free that their /reserved-memory reserves by \"reg\", and lists it. ab_fdt_machine() gives the rules.",
    }
    _c = "struct ab_fdt_extra"
    _fields = (
        ('model', 'model', 'text', None, ()),
        ('compatible', 'compatible', 'items', 'text', ('list',)),
        ('cpu_compatible', 'cpu_compatible', 'text', None, ()),
        ('props', 'props', 'items', 'FdtProp', ('list',)),
        ('nodes', 'nodes', 'call', 'Fdt', ()),
        ('overlays', 'overlays', 'items', 'data', ('list',)),
    )

    def __init__(
        self,
        *,
        model: str | None = None,
        compatible: Iterable[str] = (),
        cpu_compatible: str | None = None,
        props: Iterable[FdtProp] = (),
        nodes: Callable[[Fdt], object] | None = None,
        overlays: Iterable[Source] = (),
    ) -> None:
        self.model: Final[str | None] = as_text(model, "FdtExtra.model")
        self.compatible: Final[tuple[str, ...]] = as_items(compatible, "text", "FdtExtra.compatible")
        self.cpu_compatible: Final[str | None] = as_text(cpu_compatible, "FdtExtra.cpu_compatible")
        self.props: Final[tuple[FdtProp, ...]] = as_items(props, FdtProp, "FdtExtra.props")
        self.nodes: Final[Callable[[Fdt], object] | None] = as_call(nodes, "FdtExtra.nodes")
        self.overlays: Final[tuple[Data, ...]] = as_items(overlays, "data", "FdtExtra.overlays")


class Cpu(Struct):
    """One CPU of a machine whose ids or nodes cannot be derived."""

    __slots__ = {
        "id": "unique. x86: APIC id, 0 to 0xfffffffe; arm64: affinity of the MPIDR, bits 39 to 32 and 23 to 0",
        "node": "NUMA node, below AB_NODES_MAX",
    }
    _c = "struct ab_cpu"
    _fields = (
        ('id', 'id', 'int', 64, ()),
        ('node', 'node', 'int', 32, ()),
    )

    def __init__(
        self,
        *,
        id: int = 0,
        node: int = 0,
    ) -> None:
        self.id: Final[int] = as_int(id, 64, "Cpu.id")
        self.node: Final[int] = as_int(node, 32, "Cpu.node")


class Topology(Struct):
    """How CPUs nest. x86: APIC ids are derived from these counts, unless ab_machine.cpus gives
    them. A derived id has bit fields for thread, core, die and package, each as wide as its count
    needs."""

    __slots__ = {
        "threads": "threads per core; 0: 1",
        "cores": "cores per die; 0: enough for all CPUs in one package",
        "dies": "dies per package; 0: 1",
    }
    _c = "struct ab_topology"
    _fields = (
        ('threads', 'threads', 'int', 32, ()),
        ('cores', 'cores', 'int', 32, ()),
        ('dies', 'dies', 'int', 32, ()),
    )

    def __init__(
        self,
        *,
        threads: int = 0,
        cores: int = 0,
        dies: int = 0,
    ) -> None:
        self.threads: Final[int] = as_int(threads, 32, "Topology.threads")
        self.cores: Final[int] = as_int(cores, 32, "Topology.cores")
        self.dies: Final[int] = as_int(dies, 32, "Topology.dies")


class Distance(Struct):
    """Distance between two NUMA nodes in one direction. Each direction may be given once;
    directions that are not given have AB_DISTANCE_WITHIN or AB_DISTANCE_BETWEEN."""

    __slots__ = {
        "from_": "node, below AB_NODES_MAX",
        "to": "node, below AB_NODES_MAX",
        "value": "10 within a node, 11 to 254 between nodes; 255: unreachable",
    }
    _c = "struct ab_distance"
    _fields = (
        ('from_', 'from', 'int', 32, ()),
        ('to', 'to', 'int', 32, ()),
        ('value', 'value', 'int', 8, ()),
    )

    def __init__(
        self,
        *,
        from_: int = 0,
        to: int = 0,
        value: int = 0,
    ) -> None:
        self.from_: Final[int] = as_int(from_, 32, "Distance.from_")
        self.to: Final[int] = as_int(to, 32, "Distance.to")
        self.value: Final[int] = as_int(value, 8, "Distance.value")


class Its(Struct):
    """arm64: an ITS, which receives the MSIs of PCI functions. Its id is its place in the list."""

    __slots__ = {
        "base": "128 KiB of memory; a multiple of 64 KiB, and not 0",
    }
    _c = "struct ab_its"
    _fields = (
        ('base', 'base', 'int', 64, ()),
    )

    def __init__(
        self,
        *,
        base: int = 0,
    ) -> None:
        self.base: Final[int] = as_int(base, 64, "Its.base")


class Gic(Struct):
    """arm64: the interrupt controller."""

    __slots__ = {
        "version": "2 or 3; 0: 3",
        "dist": "distributor, a multiple of its size: 4 KiB (v2) or 64 KiB (v3)",
        "cpu": "v2: CPU interface, 8 KiB; a multiple of 4 KiB",
        "redist": "v3: redistributors, 128 KiB for each CPU, in CPU order. Bases must be multiples of 64 KiB, sizes of 128 KiB.",
        "its": "v3: ITSes; `n` 0: none",
        "v2m": "MSI frame of a GICv2m, 4 KiB; a multiple of 4 KiB; 0: none. Must be 0 with an ITS",
        "v2m_spi": "first SPI of the frame, 32 to 1019; devices must not use the frame's SPIs",
        "v2m_spis": "number of SPIs of the frame",
        "maintenance": "INTID of the virtualisation maintenance interrupt; 0: none",
    }
    _c = "struct ab_gic"
    _fields = (
        ('version', 'version', 'int', 32, ()),
        ('dist', 'dist', 'int', 64, ()),
        ('cpu', 'cpu', 'int', 64, ()),
        ('redist', 'redist', 'items', 'Range', ('list',)),
        ('its', 'its', 'items', 'Its', ('list',)),
        ('v2m', 'v2m', 'int', 64, ()),
        ('v2m_spi', 'v2m_spi', 'int', 32, ()),
        ('v2m_spis', 'v2m_spis', 'int', 32, ()),
        ('maintenance', 'maintenance', 'int', 32, ()),
    )

    def __init__(
        self,
        *,
        version: int = 0,
        dist: int = 0,
        cpu: int = 0,
        redist: Iterable[Range] = (),
        its: Iterable[Its] = (),
        v2m: int = 0,
        v2m_spi: int = 0,
        v2m_spis: int = 0,
        maintenance: int = 0,
    ) -> None:
        self.version: Final[int] = as_int(version, 32, "Gic.version")
        self.dist: Final[int] = as_int(dist, 64, "Gic.dist")
        self.cpu: Final[int] = as_int(cpu, 64, "Gic.cpu")
        self.redist: Final[tuple[Range, ...]] = as_items(redist, Range, "Gic.redist")
        self.its: Final[tuple[Its, ...]] = as_items(its, Its, "Gic.its")
        self.v2m: Final[int] = as_int(v2m, 64, "Gic.v2m")
        self.v2m_spi: Final[int] = as_int(v2m_spi, 32, "Gic.v2m_spi")
        self.v2m_spis: Final[int] = as_int(v2m_spis, 32, "Gic.v2m_spis")
        self.maintenance: Final[int] = as_int(maintenance, 32, "Gic.maintenance")


class Timer(Struct):
    """arm64: INTIDs of the architected timers, PPIs, 16 to 31; 0: the usual one, but for
    `hyp_virt`. A PPI has one purpose: those of timers, PMU, maintenance interrupt and VMBus must
    all differ."""

    __slots__ = {
        "secure": "usually 29",
        "phys": "non-secure EL1, usually 30",
        "virt": "usually 27",
        "hyp": "EL2, usually 26",
        "hyp_virt": "EL2 virtual, usually 28; 0: the guest gets none",
    }
    _c = "struct ab_timer"
    _fields = (
        ('secure', 'secure', 'int', 32, ()),
        ('phys', 'phys', 'int', 32, ()),
        ('virt', 'virt', 'int', 32, ()),
        ('hyp', 'hyp', 'int', 32, ()),
        ('hyp_virt', 'hyp_virt', 'int', 32, ()),
    )

    def __init__(
        self,
        *,
        secure: int = 0,
        phys: int = 0,
        virt: int = 0,
        hyp: int = 0,
        hyp_virt: int = 0,
    ) -> None:
        self.secure: Final[int] = as_int(secure, 32, "Timer.secure")
        self.phys: Final[int] = as_int(phys, 32, "Timer.phys")
        self.virt: Final[int] = as_int(virt, 32, "Timer.virt")
        self.hyp: Final[int] = as_int(hyp, 32, "Timer.hyp")
        self.hyp_virt: Final[int] = as_int(hyp_virt, 32, "Timer.hyp_virt")


class Cache(Struct):
    """One cache of a level; all CPUs of the machine have the same."""

    __slots__ = {
        "level": "1 to 7. A level has one unified cache, or at most one each for data and instructions; no level below the highest may be missing",
        "type": "its contents",
        "size": "bytes, a multiple of `line` times `ways`",
        "line": "bytes, a power of two",
        "ways": "associativity, at least 1",
        "cpus": "number of neighbouring CPUs that share one; 0: 1. It must be a multiple of the number of the level below. A cache must lie within one core or contain whole cores, and likewise for dies and packages of ab_machine.topology. A number from `n_cpus` on means all CPUs",
    }
    _c = "struct ab_cache"
    _fields = (
        ('level', 'level', 'int', 8, ()),
        ('type', 'type', 'enum', 'CacheType', ()),
        ('size', 'size', 'int', 32, ()),
        ('line', 'line', 'int', 32, ()),
        ('ways', 'ways', 'int', 32, ()),
        ('cpus', 'cpus', 'int', 32, ()),
    )

    def __init__(
        self,
        *,
        level: int = 0,
        type: e.CacheType | int = 0,
        size: int = 0,
        line: int = 0,
        ways: int = 0,
        cpus: int = 0,
    ) -> None:
        self.level: Final[int] = as_int(level, 8, "Cache.level")
        self.type: Final[e.CacheType | int] = as_enum(type, "CacheType", "Cache.type")
        self.size: Final[int] = as_int(size, 32, "Cache.size")
        self.line: Final[int] = as_int(line, 32, "Cache.line")
        self.ways: Final[int] = as_int(ways, 32, "Cache.ways")
        self.cpus: Final[int] = as_int(cpus, 32, "Cache.cpus")


class Rmr(Struct):
    """arm64: a reserved memory region (IORT RMR): memory that PCI functions behind an SMMU already
    access when the guest starts, e.g. MSI doorbells. The guest must keep it identity-mapped. ACPI
    only: a device tree has no nodes for PCI functions. [IORTE: 3]."""

    __slots__ = {
        "bridge": "the functions' bridge: its place among AB_DEV_PCIE_ECAM, from 0. It must have `smmu`, and `probe_only`, as renumbered buses would change the requester ids",
        "rid": "requester id of the first function: bus << 8 | device << 3 | function",
        "n_rids": "number of requester ids from `rid` on, all on the bridge's buses; 0: 1",
        "base": "a multiple of 64 KiB. The region must not overlap RAM, a device or a window; it may overlap the GIC's frames, which can be doorbells",
        "size": "bytes, a multiple of 64 KiB",
        "cached": "true: write-back memory; false: device memory, e.g. an MSI doorbell",
        "remap": "the guest may unmap it once a driver has bound the function",
    }
    _c = "struct ab_rmr"
    _fields = (
        ('bridge', 'bridge', 'int', 32, ()),
        ('rid', 'rid', 'int', 16, ()),
        ('n_rids', 'n_rids', 'int', 32, ()),
        ('base', 'base', 'int', 64, ()),
        ('size', 'size', 'int', 64, ()),
        ('cached', 'cached', 'bool', None, ()),
        ('remap', 'remap', 'bool', None, ()),
    )

    def __init__(
        self,
        *,
        bridge: int = 0,
        rid: int = 0,
        n_rids: int = 0,
        base: int = 0,
        size: int = 0,
        cached: bool = False,
        remap: bool = False,
    ) -> None:
        self.bridge: Final[int] = as_int(bridge, 32, "Rmr.bridge")
        self.rid: Final[int] = as_int(rid, 16, "Rmr.rid")
        self.n_rids: Final[int] = as_int(n_rids, 32, "Rmr.n_rids")
        self.base: Final[int] = as_int(base, 64, "Rmr.base")
        self.size: Final[int] = as_int(size, 64, "Rmr.size")
        self.cached: Final[bool] = as_bool(cached, "Rmr.cached")
        self.remap: Final[bool] = as_bool(remap, "Rmr.remap")


class Arm64(Struct):
    """The part of a machine that only arm64 has."""

    __slots__ = {
        "gic": "interrupt controller; required",
        "timer": "INTIDs of the architected timers",
        "timer_frequency": "Hz of the architected timers, for guests whose CNTFRQ_EL0 no firmware has set; 0: CNTFRQ_EL0 has it. Device tree only: ACPI has no field for it, and the plan warns",
        "pmu": "INTID of the PMU's PPI, usually 23; 0: the guest gets no PMU",
        "conduit": "instruction that calls PSCI",
        "clidr": "CLIDR_EL1 of the CPUs, by which ab_machine_check() warns of described caches that Linux would ignore; 0: not known. [DDI0487: D17.2]",
        "rmrs": "reserved memory regions behind an SMMU; ACPI only",
    }
    _c = "struct ab_arm64"
    _fields = (
        ('gic', 'gic', 'struct', 'Gic', ()),
        ('timer', 'timer', 'struct', 'Timer', ()),
        ('timer_frequency', 'timer_frequency', 'int', 32, ()),
        ('pmu', 'pmu', 'int', 32, ()),
        ('conduit', 'conduit', 'enum', 'Conduit', ()),
        ('clidr', 'clidr', 'int', 64, ()),
        ('rmrs', 'rmrs', 'items', 'Rmr', ('list',)),
    )

    def __init__(
        self,
        *,
        gic: Gic | None = None,
        timer: Timer | None = None,
        timer_frequency: int = 0,
        pmu: int = 0,
        conduit: e.Conduit | int = 0,
        clidr: int = 0,
        rmrs: Iterable[Rmr] = (),
    ) -> None:
        self.gic: Final[Gic] = as_struct(gic, Gic, "Arm64.gic")
        self.timer: Final[Timer] = as_struct(timer, Timer, "Arm64.timer")
        self.timer_frequency: Final[int] = as_int(timer_frequency, 32, "Arm64.timer_frequency")
        self.pmu: Final[int] = as_int(pmu, 32, "Arm64.pmu")
        self.conduit: Final[e.Conduit | int] = as_enum(conduit, "Conduit", "Arm64.conduit")
        self.clidr: Final[int] = as_int(clidr, 64, "Arm64.clidr")
        self.rmrs: Final[tuple[Rmr, ...]] = as_items(rmrs, Rmr, "Arm64.rmrs")


class Machine(Struct):
    """A machine. It must stay valid and unchanged as long as a plan of it is in use."""

    __slots__ = {
        "arch": "required",
        "tables": "tables that describe it to its guest",
        "n_cpus": "1 to AB_CPUS_MAX",
        "n_cpus_later": "how many of these, the last ones, are not there when the guest starts, but may be enabled while it runs: the MADT calls them online-capable, and their objects in the DSDT, Cnnn, are left to the VMM's own AML. Less than `n_cpus`. ACPI only, on arm64 that of AB_ACPI_6_5",
        "phys_bits": "width of a physical address as the CPUs report it, 32 to 52; 0: 40. RAM, devices and windows must end at or below 2^phys_bits. x86: ab_x86_cpuid() puts it into leaf 0x80000008; it must be no more than the host's own CPUs have there",
        "topology": "how CPUs nest",
        "cpus": "id and node of each CPU; empty: derived",
        "ram": "required. x86: the first range must cover 0 to 1 MiB, and none may cover an APIC",
        "devs": "devices",
        "distances": "NUMA distances",
        "caches": "arm64: cache hierarchy",
        "arm64": "arm64 only",
        "acpi": "ACPI tables, where `tables` asks for them",
        "fdt": "arm64: device tree, where `tables` asks for it",
        "smbios": "identity of the machine for SMBIOS. NULL: on arm64 with ACPI the usual identity, on x86 no SMBIOS. A guest with a device tree never gets SMBIOS",
    }
    _c = "struct ab_machine"
    _fields = (
        ('arch', 'arch', 'enum', 'Arch', ()),
        ('tables', 'tables', 'enum', 'Tables', ()),
        ('n_cpus', 'n_cpus', 'int', 32, ()),
        ('n_cpus_later', 'n_cpus_later', 'int', 32, ()),
        ('phys_bits', 'phys_bits', 'int', 8, ()),
        ('topology', 'topology', 'struct', 'Topology', ()),
        ('cpus', 'cpus', 'items', 'Cpu', ('list',)),
        ('ram', 'ram', 'items', 'Ram', ('list',)),
        ('devs', 'devs', 'items', 'Dev', ('list',)),
        ('distances', 'distances', 'items', 'Distance', ('list',)),
        ('caches', 'caches', 'items', 'Cache', ('list',)),
        ('arm64', 'arm64', 'struct', 'Arm64', ()),
        ('acpi', 'acpi', 'struct', 'Acpi', ()),
        ('fdt', 'fdt', 'struct', 'FdtExtra', ()),
        ('smbios', 'smbios', 'optional', 'Smbios', ()),
    )

    def __init__(
        self,
        *,
        arch: e.Arch | int = 0,
        tables: e.Tables | int = 0,
        n_cpus: int = 0,
        n_cpus_later: int = 0,
        phys_bits: int = 0,
        topology: Topology | None = None,
        cpus: Iterable[Cpu] = (),
        ram: Iterable[Ram] = (),
        devs: Iterable[Dev] = (),
        distances: Iterable[Distance] = (),
        caches: Iterable[Cache] = (),
        arm64: Arm64 | None = None,
        acpi: Acpi | None = None,
        fdt: FdtExtra | None = None,
        smbios: Smbios | None = None,
    ) -> None:
        self.arch: Final[e.Arch | int] = as_enum(arch, "Arch", "Machine.arch")
        self.tables: Final[e.Tables | int] = as_enum(tables, "Tables", "Machine.tables")
        self.n_cpus: Final[int] = as_int(n_cpus, 32, "Machine.n_cpus")
        self.n_cpus_later: Final[int] = as_int(n_cpus_later, 32, "Machine.n_cpus_later")
        self.phys_bits: Final[int] = as_int(phys_bits, 8, "Machine.phys_bits")
        self.topology: Final[Topology] = as_struct(topology, Topology, "Machine.topology")
        self.cpus: Final[tuple[Cpu, ...]] = as_items(cpus, Cpu, "Machine.cpus")
        self.ram: Final[tuple[Ram, ...]] = as_items(ram, Ram, "Machine.ram")
        self.devs: Final[tuple[Dev, ...]] = as_items(devs, Dev, "Machine.devs")
        self.distances: Final[tuple[Distance, ...]] = as_items(distances, Distance, "Machine.distances")
        self.caches: Final[tuple[Cache, ...]] = as_items(caches, Cache, "Machine.caches")
        self.arm64: Final[Arm64] = as_struct(arm64, Arm64, "Machine.arm64")
        self.acpi: Final[Acpi] = as_struct(acpi, Acpi, "Machine.acpi")
        self.fdt: Final[FdtExtra] = as_struct(fdt, FdtExtra, "Machine.fdt")
        self.smbios: Final[Smbios | None] = as_optional(smbios, Smbios, "Machine.smbios")


class AcpiTable(Struct):
    """One table of a set."""

    __slots__ = {
        "sig": "signature, e.g. \"APIC\", without NUL",
        "offset": "bytes from the base of the set, a multiple of 16",
        "size": "bytes",
    }
    _c = "struct ab_acpi_table"
    _fields = (
        ('sig', 'sig', 'raw', 4, ('char',)),
        ('offset', 'offset', 'int', 32, ()),
        ('size', 'size', 'int', 32, ()),
    )

    def __init__(
        self,
        *,
        sig: str = "",
        offset: int = 0,
        size: int = 0,
    ) -> None:
        self.sig: Final[str] = as_chars(sig, 4, "AcpiTable.sig")
        self.offset: Final[int] = as_int(offset, 32, "AcpiTable.offset")
        self.size: Final[int] = as_int(size, 32, "AcpiTable.size")


class AmlRange(Struct):
    """A Word, DWord or QWord address space descriptor. Its addresses are guest-physical, I/O ports
    or bus numbers, by type."""

    __slots__ = {
        "type": "resource type",
        "width": "bits of an address: 16, 32 or 64",
        "flags": "enum ab_aml_range_flags; only memory may have those of memory",
        "base": "first address; if the range may move, its lowest value",
        "size": "number of addresses, not 0",
        "last": "highest last address of a range that may move, at least `base` + @c size - 1; 0: the range is fixed at `base`",
        "granularity": "2^n - 1: the range moves in steps of 2^n, of which `base` and `last` + 1 must be multiples. Must be 0 if the range is fixed",
        "translation": "offset from an address of the bus to one of its parent",
    }
    _c = "struct ab_aml_range"
    _fields = (
        ('type', 'type', 'enum', 'AmlRangeType', ()),
        ('width', 'width', 'int', 32, ()),
        ('flags', 'flags', 'int', 32, ('AmlRangeFlags',)),
        ('base', 'base', 'int', 64, ()),
        ('size', 'size', 'int', 64, ()),
        ('last', 'last', 'int', 64, ()),
        ('granularity', 'granularity', 'int', 64, ()),
        ('translation', 'translation', 'int', 64, ()),
    )

    def __init__(
        self,
        *,
        type: e.AmlRangeType | int = 0,
        width: int = 0,
        flags: int = 0,
        base: int = 0,
        size: int = 0,
        last: int = 0,
        granularity: int = 0,
        translation: int = 0,
    ) -> None:
        self.type: Final[e.AmlRangeType | int] = as_enum(type, "AmlRangeType", "AmlRange.type")
        self.width: Final[int] = as_int(width, 32, "AmlRange.width")
        self.flags: Final[int] = as_int(flags, 32, "AmlRange.flags")
        self.base: Final[int] = as_int(base, 64, "AmlRange.base")
        self.size: Final[int] = as_int(size, 64, "AmlRange.size")
        self.last: Final[int] = as_int(last, 64, "AmlRange.last")
        self.granularity: Final[int] = as_int(granularity, 64, "AmlRange.granularity")
        self.translation: Final[int] = as_int(translation, 64, "AmlRange.translation")


class Memmap(Struct):
    """The two lists that a walk merges."""

    __slots__ = {
        "ram": "ascending, disjoint",
        "region": "ascending, disjoint; each must lie wholly inside or outside RAM",
    }
    _c = "struct ab_memmap"
    _fields = (
        ('ram', 'ram', 'items', 'Ram', ('list',)),
        ('region', 'region', 'items', 'Region', ('pair', 'n_regions')),
    )

    def __init__(
        self,
        *,
        ram: Iterable[Ram] = (),
        region: Iterable[Region] = (),
    ) -> None:
        self.ram: Final[tuple[Ram, ...]] = as_items(ram, Ram, "Memmap.ram")
        self.region: Final[tuple[Region, ...]] = as_items(region, Region, "Memmap.region")


class MemmapEntry(Struct):
    """One entry of the map."""

    __slots__ = {
        "base": "guest-physical",
        "size": "bytes, not 0",
        "type": "type in the guest's memory map",
    }
    _c = "struct ab_memmap_entry"
    _fields = (
        ('base', 'base', 'int', 64, ()),
        ('size', 'size', 'int', 64, ()),
        ('type', 'type', 'enum', 'MemType', ()),
    )

    def __init__(
        self,
        *,
        base: int = 0,
        size: int = 0,
        type: e.MemType | int = 0,
    ) -> None:
        self.base: Final[int] = as_int(base, 64, "MemmapEntry.base")
        self.size: Final[int] = as_int(size, 64, "MemmapEntry.size")
        self.type: Final[e.MemType | int] = as_enum(type, "MemType", "MemmapEntry.type")


class Window(Struct):
    """Limits for the address of a free range."""

    __slots__ = {
        "lo": "lowest address of the first byte",
        "hi": "the range must end at or below this address; 0: no limit",
        "align": "alignment of the first byte, a power of two",
        "top": "true: choose the highest address that fits; false: the lowest",
    }
    _c = "struct ab_window"
    _fields = (
        ('lo', 'lo', 'int', 64, ()),
        ('hi', 'hi', 'int', 64, ()),
        ('align', 'align', 'int', 64, ()),
        ('top', 'top', 'bool', None, ()),
    )

    def __init__(
        self,
        *,
        lo: int = 0,
        hi: int = 0,
        align: int = 0,
        top: bool = False,
    ) -> None:
        self.lo: Final[int] = as_int(lo, 64, "Window.lo")
        self.hi: Final[int] = as_int(hi, 64, "Window.hi")
        self.align: Final[int] = as_int(align, 64, "Window.align")
        self.top: Final[bool] = as_bool(top, "Window.top")


class EfiTables(Struct):
    """Tables that the configuration table points at."""

    __slots__ = {
        "rsdp": "gpa of the RSDP; 0: none",
        "smbios3": "gpa of the SMBIOS 3.0 entry point; 0: none",
        "rng_seed": "random bytes for the guest; size 0: none",
        "firmware_vendor": "FirmwareVendor, ASCII; NULL: \"libaetherboot\"",
        "firmware_revision": "FirmwareRevision; 0: 1",
    }
    _c = "struct ab_efi_tables"
    _fields = (
        ('rsdp', 'rsdp', 'int', 64, ()),
        ('smbios3', 'smbios3', 'int', 64, ()),
        ('rng_seed', 'rng_seed', 'data', None, ()),
        ('firmware_vendor', 'firmware_vendor', 'text', None, ()),
        ('firmware_revision', 'firmware_revision', 'int', 32, ()),
    )

    def __init__(
        self,
        *,
        rsdp: int = 0,
        smbios3: int = 0,
        rng_seed: Source = b"",
        firmware_vendor: str | None = None,
        firmware_revision: int = 0,
    ) -> None:
        self.rsdp: Final[int] = as_int(rsdp, 64, "EfiTables.rsdp")
        self.smbios3: Final[int] = as_int(smbios3, 64, "EfiTables.smbios3")
        self.rng_seed: Final[Data] = as_data(rng_seed, "EfiTables.rng_seed")
        self.firmware_vendor: Final[str | None] = as_text(firmware_vendor, "EfiTables.firmware_vendor")
        self.firmware_revision: Final[int] = as_int(firmware_revision, 32, "EfiTables.firmware_revision")


class FdtChosen(Struct):
    """Contents of /chosen that do not follow from the machine description, and room for firmware.
    """

    __slots__ = {
        "cmdline": "bootargs; NULL: none",
        "cmdline_more": "pieces that follow `cmdline`, which is then not NULL: a space before each that is not empty, unless it is the first",
        "initrd": "gpa of the initrd",
        "initrd_size": "bytes of the initrd; 0: no initrd",
        "rng_seed": "rng-seed; size 0: none",
        "kaslr_seed": "kaslr-seed; 0: none",
        "efi_system_table": "ab_fdt_stub() only: gpa of the EFI system table",
        "efi_memory_map": "ab_fdt_stub() only: gpa of the EFI memory map",
        "efi_memory_map_size": "ab_fdt_stub() only: bytes of the EFI memory map",
        "base": "ab_fdt_machine() only: a tree that describes the machine in place of the library's nodes, properties of its root and phandles included; size 0: none. Its /chosen and memory nodes are left out, as the library writes them. Nodes and overlays of the machine description are left out, too",
        "addons": "ab_fdt_machine() only: trees that are merged last, like overlays of the machine; those of size 0 are left out. In errors they are \"payload.addons[]\"",
        "reserve": "ab_fdt_machine() only: reservations, as those of the payload. The pools among them get nodes, and are left out of the ranges that the memory map reserves. At most AB_POOLS_MAX of them count",
        "spare": "bytes to leave unused at the end of the tree, for firmware that edits the tree in place",
    }
    _c = "struct ab_fdt_chosen"
    _fields = (
        ('cmdline', 'cmdline', 'text', None, ()),
        ('cmdline_more', 'cmdline_more', 'items', 'data', ('list',)),
        ('initrd', 'initrd', 'int', 64, ()),
        ('initrd_size', 'initrd_size', 'int', 64, ()),
        ('rng_seed', 'rng_seed', 'data', None, ()),
        ('kaslr_seed', 'kaslr_seed', 'int', 64, ()),
        ('efi_system_table', 'efi_system_table', 'int', 64, ()),
        ('efi_memory_map', 'efi_memory_map', 'int', 64, ()),
        ('efi_memory_map_size', 'efi_memory_map_size', 'int', 32, ()),
        ('base', 'base', 'data', None, ()),
        ('addons', 'addons', 'items', 'data', ('list',)),
        ('reserve', 'reserve', 'items', 'Reserve', ('list',)),
        ('spare', 'spare', 'int', 32, ()),
    )

    def __init__(
        self,
        *,
        cmdline: str | None = None,
        cmdline_more: Iterable[Source] = (),
        initrd: int = 0,
        initrd_size: int = 0,
        rng_seed: Source = b"",
        kaslr_seed: int = 0,
        efi_system_table: int = 0,
        efi_memory_map: int = 0,
        efi_memory_map_size: int = 0,
        base: Source = b"",
        addons: Iterable[Source] = (),
        reserve: Iterable[Reserve] = (),
        spare: int = 0,
    ) -> None:
        self.cmdline: Final[str | None] = as_text(cmdline, "FdtChosen.cmdline")
        self.cmdline_more: Final[tuple[Data, ...]] = as_items(cmdline_more, "data", "FdtChosen.cmdline_more")
        self.initrd: Final[int] = as_int(initrd, 64, "FdtChosen.initrd")
        self.initrd_size: Final[int] = as_int(initrd_size, 64, "FdtChosen.initrd_size")
        self.rng_seed: Final[Data] = as_data(rng_seed, "FdtChosen.rng_seed")
        self.kaslr_seed: Final[int] = as_int(kaslr_seed, 64, "FdtChosen.kaslr_seed")
        self.efi_system_table: Final[int] = as_int(efi_system_table, 64, "FdtChosen.efi_system_table")
        self.efi_memory_map: Final[int] = as_int(efi_memory_map, 64, "FdtChosen.efi_memory_map")
        self.efi_memory_map_size: Final[int] = as_int(efi_memory_map_size, 32, "FdtChosen.efi_memory_map_size")
        self.base: Final[Data] = as_data(base, "FdtChosen.base")
        self.addons: Final[tuple[Data, ...]] = as_items(addons, "data", "FdtChosen.addons")
        self.reserve: Final[tuple[Reserve, ...]] = as_items(reserve, Reserve, "FdtChosen.reserve")
        self.spare: Final[int] = as_int(spare, 32, "FdtChosen.spare")


class ElfSegment(Struct):
    """A PT_LOAD: `file_size` bytes of the file, then zeros up to `mem_size`."""

    __slots__ = {
        "paddr": "p_paddr: physical address",
        "vaddr": "p_vaddr: virtual address",
        "offset": "p_offset: offset in the file",
        "file_size": "p_filesz: bytes in the file",
        "mem_size": "p_memsz: bytes in memory, not 0",
    }
    _c = "struct ab_elf_segment"
    _fields = (
        ('paddr', 'paddr', 'int', 64, ()),
        ('vaddr', 'vaddr', 'int', 64, ()),
        ('offset', 'offset', 'int', 64, ()),
        ('file_size', 'file_size', 'int', 64, ()),
        ('mem_size', 'mem_size', 'int', 64, ()),
    )

    def __init__(
        self,
        *,
        paddr: int = 0,
        vaddr: int = 0,
        offset: int = 0,
        file_size: int = 0,
        mem_size: int = 0,
    ) -> None:
        self.paddr: Final[int] = as_int(paddr, 64, "ElfSegment.paddr")
        self.vaddr: Final[int] = as_int(vaddr, 64, "ElfSegment.vaddr")
        self.offset: Final[int] = as_int(offset, 64, "ElfSegment.offset")
        self.file_size: Final[int] = as_int(file_size, 64, "ElfSegment.file_size")
        self.mem_size: Final[int] = as_int(mem_size, 64, "ElfSegment.mem_size")


class ElfNote(Struct):
    """A PT_NOTE."""

    __slots__ = {
        "offset": "offset in the file",
        "size": "bytes",
        "align": "alignment of names and descriptors: 4 or 8",
    }
    _c = "struct ab_elf_note"
    _fields = (
        ('offset', 'offset', 'int', 64, ()),
        ('size', 'size', 'int', 64, ()),
        ('align', 'align', 'int', 64, ()),
    )

    def __init__(
        self,
        *,
        offset: int = 0,
        size: int = 0,
        align: int = 0,
    ) -> None:
        self.offset: Final[int] = as_int(offset, 64, "ElfNote.offset")
        self.size: Final[int] = as_int(size, 64, "ElfNote.size")
        self.align: Final[int] = as_int(align, 64, "ElfNote.align")


class Elf(Struct):
    """An ELF executable, as its headers describe it."""

    __slots__ = {
        "bits": "32 or 64",
        "big_endian": "byte order of the file",
        "machine": "e_machine, e.g. AB_EM_X86_64",
        "entry": "e_entry: address of the first instruction",
        "segment": "ascending by paddr, disjoint",
        "header": "index of the program header of each segment",
        "note": "in file order",
        "base": "lowest paddr",
        "size": "bytes from `base` to the end of the highest segment in memory",
        "file_end": "offset in the file at which the last segment in it ends",
        "is_linux": "a note has the owner \"Linux\": the kernel is Linux 4.19 or later",
        "has_pvh": "a note gives `pvh_entry`",
        "pvh_entry": "physical address of the 32-bit PVH entry; 0 without `has_pvh`",
    }
    _c = "struct ab_elf"
    _fields = (
        ('bits', 'bits', 'int', 8, ()),
        ('big_endian', 'big_endian', 'bool', None, ()),
        ('machine', 'machine', 'int', 16, ()),
        ('entry', 'entry', 'int', 64, ()),
        ('segment', 'segment', 'items', 'ElfSegment', ('counted', 'n_segments')),
        ('header', 'header', 'array', 16, (32,)),
        ('note', 'note', 'items', 'ElfNote', ('counted', 'n_notes')),
        ('base', 'base', 'int', 64, ()),
        ('size', 'size', 'int', 64, ()),
        ('file_end', 'file_end', 'int', 64, ()),
        ('is_linux', 'is_linux', 'bool', None, ()),
        ('has_pvh', 'has_pvh', 'bool', None, ()),
        ('pvh_entry', 'pvh_entry', 'int', 32, ()),
    )

    def __init__(
        self,
        *,
        bits: int = 0,
        big_endian: bool = False,
        machine: int = 0,
        entry: int = 0,
        segment: Iterable[ElfSegment] = (),
        header: Iterable[int] = (),
        note: Iterable[ElfNote] = (),
        base: int = 0,
        size: int = 0,
        file_end: int = 0,
        is_linux: bool = False,
        has_pvh: bool = False,
        pvh_entry: int = 0,
    ) -> None:
        self.bits: Final[int] = as_int(bits, 8, "Elf.bits")
        self.big_endian: Final[bool] = as_bool(big_endian, "Elf.big_endian")
        self.machine: Final[int] = as_int(machine, 16, "Elf.machine")
        self.entry: Final[int] = as_int(entry, 64, "Elf.entry")
        self.segment: Final[tuple[ElfSegment, ...]] = as_items(segment, ElfSegment, "Elf.segment", 32)
        self.header: Final[tuple[int, ...]] = as_array(header, 16, 32, "Elf.header")
        self.note: Final[tuple[ElfNote, ...]] = as_items(note, ElfNote, "Elf.note", 8)
        self.base: Final[int] = as_int(base, 64, "Elf.base")
        self.size: Final[int] = as_int(size, 64, "Elf.size")
        self.file_end: Final[int] = as_int(file_end, 64, "Elf.file_end")
        self.is_linux: Final[bool] = as_bool(is_linux, "Elf.is_linux")
        self.has_pvh: Final[bool] = as_bool(has_pvh, "Elf.has_pvh")
        self.pvh_entry: Final[int] = as_int(pvh_entry, 32, "Elf.pvh_entry")


class Bzimage(Struct):
    """Setup header of a bzImage. A field exists if both the protocol version and the length of the
    header cover it; members of missing fields are 0 unless their comment gives another value.
    [X86BOOT: The Real-Mode Kernel Header]."""

    __slots__ = {
        "version": "protocol version, e.g. 0x020f for 2.15",
        "header": "raw header, from offset 0x1f1 of the file to the header's end",
        "kernel": "protected-mode kernel. syssize gives its length; before 2.04, or if syssize is 0, too large, or ends before the payload does, it is the rest of the file",
        "payload": "compressed kernel within `kernel`, without the size word that follows it; a gzip stream includes this word. Size 0: none",
        "payload_size": "the size word: bytes of the unpacked kernel, modulo 2^32",
        "code32_start": "address of the 32-bit entry when the kernel is at 0x100000; 0: that address itself",
        "loadflags": "loadflags; bit 0: the kernel is loaded at 1 MiB or above",
        "xloadflags": "AB_XLF_*",
        "initrd_addr_max": "highest address of an initrd's last byte; 0x37ffffff if the field is missing (before 2.03)",
        "kernel_alignment": "alignment of a relocatable kernel, bytes",
        "relocatable": "the kernel may be loaded at another address than `pref_address`",
        "cmdline_size": "most characters of a command line, without the NUL; 255 if the field is missing (before 2.06)",
        "pref_address": "address at which the kernel prefers to be loaded",
        "init_size": "bytes that the kernel needs from its address on until it has read the memory map",
    }
    _c = "struct ab_bzimage"
    _fields = (
        ('version', 'version', 'int', 16, ()),
        ('header', 'header', 'data', None, ()),
        ('kernel', 'kernel', 'data', None, ()),
        ('payload', 'payload', 'data', None, ()),
        ('payload_size', 'payload_size', 'int', 32, ()),
        ('code32_start', 'code32_start', 'int', 32, ()),
        ('loadflags', 'loadflags', 'int', 8, ()),
        ('xloadflags', 'xloadflags', 'int', 16, ()),
        ('initrd_addr_max', 'initrd_addr_max', 'int', 32, ()),
        ('kernel_alignment', 'kernel_alignment', 'int', 32, ()),
        ('relocatable', 'relocatable', 'bool', None, ()),
        ('cmdline_size', 'cmdline_size', 'int', 32, ()),
        ('pref_address', 'pref_address', 'int', 64, ()),
        ('init_size', 'init_size', 'int', 32, ()),
    )

    def __init__(
        self,
        *,
        version: int = 0,
        header: Source = b"",
        kernel: Source = b"",
        payload: Source = b"",
        payload_size: int = 0,
        code32_start: int = 0,
        loadflags: int = 0,
        xloadflags: int = 0,
        initrd_addr_max: int = 0,
        kernel_alignment: int = 0,
        relocatable: bool = False,
        cmdline_size: int = 0,
        pref_address: int = 0,
        init_size: int = 0,
    ) -> None:
        self.version: Final[int] = as_int(version, 16, "Bzimage.version")
        self.header: Final[Data] = as_data(header, "Bzimage.header")
        self.kernel: Final[Data] = as_data(kernel, "Bzimage.kernel")
        self.payload: Final[Data] = as_data(payload, "Bzimage.payload")
        self.payload_size: Final[int] = as_int(payload_size, 32, "Bzimage.payload_size")
        self.code32_start: Final[int] = as_int(code32_start, 32, "Bzimage.code32_start")
        self.loadflags: Final[int] = as_int(loadflags, 8, "Bzimage.loadflags")
        self.xloadflags: Final[int] = as_int(xloadflags, 16, "Bzimage.xloadflags")
        self.initrd_addr_max: Final[int] = as_int(initrd_addr_max, 32, "Bzimage.initrd_addr_max")
        self.kernel_alignment: Final[int] = as_int(kernel_alignment, 32, "Bzimage.kernel_alignment")
        self.relocatable: Final[bool] = as_bool(relocatable, "Bzimage.relocatable")
        self.cmdline_size: Final[int] = as_int(cmdline_size, 32, "Bzimage.cmdline_size")
        self.pref_address: Final[int] = as_int(pref_address, 64, "Bzimage.pref_address")
        self.init_size: Final[int] = as_int(init_size, 32, "Bzimage.init_size")


class Arm64Image(Struct):
    """Header of an arm64 Image. The entry of the kernel is the first byte of the Image.
    [ARM64BOOT: 4]."""

    __slots__ = {
        "text_offset": "offset of its load address from a multiple of 2 MiB; below 2 MiB",
        "image_size": "bytes in memory, BSS included. 0: not given (before Linux 3.17); then `text_offset` is 0x80000, and the flags are 0",
        "flags": "flags of the header",
        "big_endian": "the kernel runs big-endian; its start code switches to it",
        "page_size": "4096, 16384 or 65536 bytes, which the CPUs must support; 0: not given",
        "anywhere": "true: the multiple of 2 MiB may be any. False: it should be close to the start of RAM, because the kernel cannot use the RAM below",
        "file_size": "bytes of the Image in its file: the end of its last PE section, which only a signature may follow, or `image_size` if that is less. 0: not given, as the Image is no EFI application",
    }
    _c = "struct ab_arm64_image"
    _fields = (
        ('text_offset', 'text_offset', 'int', 64, ()),
        ('image_size', 'image_size', 'int', 64, ()),
        ('flags', 'flags', 'int', 64, ()),
        ('big_endian', 'big_endian', 'bool', None, ()),
        ('page_size', 'page_size', 'int', 32, ()),
        ('anywhere', 'anywhere', 'bool', None, ()),
        ('file_size', 'file_size', 'int', 64, ()),
    )

    def __init__(
        self,
        *,
        text_offset: int = 0,
        image_size: int = 0,
        flags: int = 0,
        big_endian: bool = False,
        page_size: int = 0,
        anywhere: bool = False,
        file_size: int = 0,
    ) -> None:
        self.text_offset: Final[int] = as_int(text_offset, 64, "Arm64Image.text_offset")
        self.image_size: Final[int] = as_int(image_size, 64, "Arm64Image.image_size")
        self.flags: Final[int] = as_int(flags, 64, "Arm64Image.flags")
        self.big_endian: Final[bool] = as_bool(big_endian, "Arm64Image.big_endian")
        self.page_size: Final[int] = as_int(page_size, 32, "Arm64Image.page_size")
        self.anywhere: Final[bool] = as_bool(anywhere, "Arm64Image.anywhere")
        self.file_size: Final[int] = as_int(file_size, 64, "Arm64Image.file_size")


class Zboot(Struct):
    """An EFI zboot image: an EFI application that unpacks an arm64 Image. Linux 6.1 and later.
    [ZBOOT: zboot-header.S]."""

    __slots__ = {
        "machine": "Machine of its PE header: 0xaa64 (AArch64)",
        "compression": "name of the compression, e.g. \"gzip\", NUL-terminated within AB_ZBOOT_NAME_SIZE bytes; in the file",
        "payload": "the compressed Image, without the words that some kernel versions append to it",
    }
    _c = "struct ab_zboot"
    _fields = (
        ('machine', 'machine', 'int', 16, ()),
        ('compression', 'compression', 'text', None, ()),
        ('payload', 'payload', 'data', None, ()),
    )

    def __init__(
        self,
        *,
        machine: int = 0,
        compression: str | None = None,
        payload: Source = b"",
    ) -> None:
        self.machine: Final[int] = as_int(machine, 16, "Zboot.machine")
        self.compression: Final[str | None] = as_text(compression, "Zboot.compression")
        self.payload: Final[Data] = as_data(payload, "Zboot.payload")


class Uki(Struct):
    """Sections of a Unified Kernel Image beside its kernel, or of a PE addon. A UKI may have
    profiles: each begins with a .profile section and has the sections up to the next one. Those
    before the first .profile are the base. Of two sections with one name, that of the chosen
    profile counts, not that of the base. The library ignores all other profiles, and all other
    sections (.osrel, .splash, .hwids, ...). [UKI: UKI Components] [UKI: Multi-Profile UKIs]."""

    __slots__ = {
        "initrd": ".initrd; size 0: none",
        "ucode": ".ucode: an initrd that must precede .initrd; size 0: none",
        "cmdline": ".cmdline up to its NUL, without trailing line ends; not NUL-terminated. data NULL: none",
        "uname": ".uname: the kernel's release, cut like `cmdline`",
        "dtb": ".dtb: device tree, the first of several; size 0: none",
        "file": "the whole PE file",
        "base_end": "sections of the base: those before this one",
        "first": "sections of the profile: from this one",
        "end": "to the one before this",
    }
    _c = "struct ab_uki"
    _fields = (
        ('initrd', 'initrd', 'data', None, ()),
        ('ucode', 'ucode', 'data', None, ()),
        ('cmdline', 'cmdline', 'data', None, ()),
        ('uname', 'uname', 'data', None, ()),
        ('dtb', 'dtb', 'data', None, ()),
        ('file', 'file', 'data', None, ()),
        ('base_end', 'base_end', 'int', 16, ()),
        ('first', 'first', 'int', 16, ()),
        ('end', 'end', 'int', 16, ()),
    )

    def __init__(
        self,
        *,
        initrd: Source = b"",
        ucode: Source = b"",
        cmdline: Source = b"",
        uname: Source = b"",
        dtb: Source = b"",
        file: Source = b"",
        base_end: int = 0,
        first: int = 0,
        end: int = 0,
    ) -> None:
        self.initrd: Final[Data] = as_data(initrd, "Uki.initrd")
        self.ucode: Final[Data] = as_data(ucode, "Uki.ucode")
        self.cmdline: Final[Data] = as_data(cmdline, "Uki.cmdline")
        self.uname: Final[Data] = as_data(uname, "Uki.uname")
        self.dtb: Final[Data] = as_data(dtb, "Uki.dtb")
        self.file: Final[Data] = as_data(file, "Uki.file")
        self.base_end: Final[int] = as_int(base_end, 16, "Uki.base_end")
        self.first: Final[int] = as_int(first, 16, "Uki.first")
        self.end: Final[int] = as_int(end, 16, "Uki.end")


class Multiboot(Struct):
    """A Multiboot header, of version 1 or 2. It may lie in an ELF, and it may give load addresses,
    by which any file can be loaded. [MB1: 3.1] [MB2: 3.1]."""

    __slots__ = {
        "version": "1 or 2; 0: the file has no such header, and all members are 0",
        "offset": "offset of the header in the file",
        "flags": "version 1: the flags; version 2: 0",
        "has_load": "the next four members are given; they count, not an ELF's segments",
        "header_addr": "physical address of the header's first byte",
        "load_addr": "physical address of the first byte to load; where version 2 has -1 for it, that of the file's first byte",
        "load_end_addr": "end of what is loaded; 0: the end of the file",
        "bss_end_addr": "end of the zeros behind it; 0: there are none",
        "has_entry": "`entry_addr` is given; it counts, not an ELF's",
        "entry_addr": "physical address of the first instruction",
        "relocatable": "version 2: the image may be loaded elsewhere, as the next four members say",
        "min_addr": "lowest address of its first byte",
        "max_addr": "highest address of its last byte",
        "align": "alignment of its first byte: a power of two, or 0",
        "preference": "0: none; 1: as low as possible; 2: as high as possible",
        "refused": "code AB_OK: the library can follow the header; else what it demands that the library does not give, or what is wrong with it. It is no error of a file that has another entry",
    }
    _c = "struct ab_multiboot"
    _fields = (
        ('version', 'version', 'int', 32, ()),
        ('offset', 'offset', 'int', 32, ()),
        ('flags', 'flags', 'int', 32, ()),
        ('has_load', 'has_load', 'bool', None, ()),
        ('header_addr', 'header_addr', 'int', 32, ()),
        ('load_addr', 'load_addr', 'int', 32, ()),
        ('load_end_addr', 'load_end_addr', 'int', 32, ()),
        ('bss_end_addr', 'bss_end_addr', 'int', 32, ()),
        ('has_entry', 'has_entry', 'bool', None, ()),
        ('entry_addr', 'entry_addr', 'int', 32, ()),
        ('relocatable', 'relocatable', 'bool', None, ()),
        ('min_addr', 'min_addr', 'int', 32, ()),
        ('max_addr', 'max_addr', 'int', 32, ()),
        ('align', 'align', 'int', 32, ()),
        ('preference', 'preference', 'int', 32, ()),
        ('refused', 'refused', 'struct', 'Error', ()),
    )

    def __init__(
        self,
        *,
        version: int = 0,
        offset: int = 0,
        flags: int = 0,
        has_load: bool = False,
        header_addr: int = 0,
        load_addr: int = 0,
        load_end_addr: int = 0,
        bss_end_addr: int = 0,
        has_entry: bool = False,
        entry_addr: int = 0,
        relocatable: bool = False,
        min_addr: int = 0,
        max_addr: int = 0,
        align: int = 0,
        preference: int = 0,
        refused: Error | None = None,
    ) -> None:
        self.version: Final[int] = as_int(version, 32, "Multiboot.version")
        self.offset: Final[int] = as_int(offset, 32, "Multiboot.offset")
        self.flags: Final[int] = as_int(flags, 32, "Multiboot.flags")
        self.has_load: Final[bool] = as_bool(has_load, "Multiboot.has_load")
        self.header_addr: Final[int] = as_int(header_addr, 32, "Multiboot.header_addr")
        self.load_addr: Final[int] = as_int(load_addr, 32, "Multiboot.load_addr")
        self.load_end_addr: Final[int] = as_int(load_end_addr, 32, "Multiboot.load_end_addr")
        self.bss_end_addr: Final[int] = as_int(bss_end_addr, 32, "Multiboot.bss_end_addr")
        self.has_entry: Final[bool] = as_bool(has_entry, "Multiboot.has_entry")
        self.entry_addr: Final[int] = as_int(entry_addr, 32, "Multiboot.entry_addr")
        self.relocatable: Final[bool] = as_bool(relocatable, "Multiboot.relocatable")
        self.min_addr: Final[int] = as_int(min_addr, 32, "Multiboot.min_addr")
        self.max_addr: Final[int] = as_int(max_addr, 32, "Multiboot.max_addr")
        self.align: Final[int] = as_int(align, 32, "Multiboot.align")
        self.preference: Final[int] = as_int(preference, 32, "Multiboot.preference")
        self.refused: Final[Error] = as_struct(refused, Error, "Multiboot.refused")


class Image(Struct):
    """A kernel image, as its headers describe it."""

    __slots__ = {
        "format": "format, which names the filled member; of a UKI: that of its .linux section",
        "file": "the whole file, borrowed; of a UKI: its .linux section",
        "is_uki": "the file is a UKI, and `uki` is filled",
        "doubt": "code AB_OK: none; else a size in the headers that is wrong, and what is taken in its place, as loaders in use do",
        "uki": "zeros unless `is_uki`; its profile is the one that was asked for",
        "elf": "AB_IMAGE_ELF: headers and PVH note; else zeros",
        "bz": "AB_IMAGE_BZIMAGE; else zeros",
        "arm64": "AB_IMAGE_ARM64; else zeros",
        "zboot": "AB_IMAGE_ZBOOT; else zeros",
    }
    _c = "struct ab_image"
    _fields = (
        ('format', 'format', 'enum', 'ImageFormat', ()),
        ('file', 'file', 'data', None, ()),
        ('is_uki', 'is_uki', 'bool', None, ()),
        ('doubt', 'doubt', 'struct', 'Error', ()),
        ('uki', 'uki', 'struct', 'Uki', ()),
        ('elf', 'elf', 'struct', 'Elf', ()),
        ('bz', 'bz', 'struct', 'Bzimage', ()),
        ('arm64', 'arm64', 'struct', 'Arm64Image', ()),
        ('zboot', 'zboot', 'struct', 'Zboot', ()),
    )

    def __init__(
        self,
        *,
        format: e.ImageFormat | int = 0,
        file: Source = b"",
        is_uki: bool = False,
        doubt: Error | None = None,
        uki: Uki | None = None,
        elf: Elf | None = None,
        bz: Bzimage | None = None,
        arm64: Arm64Image | None = None,
        zboot: Zboot | None = None,
    ) -> None:
        self.format: Final[e.ImageFormat | int] = as_enum(format, "ImageFormat", "Image.format")
        self.file: Final[Data] = as_data(file, "Image.file")
        self.is_uki: Final[bool] = as_bool(is_uki, "Image.is_uki")
        self.doubt: Final[Error] = as_struct(doubt, Error, "Image.doubt")
        self.uki: Final[Uki] = as_struct(uki, Uki, "Image.uki")
        self.elf: Final[Elf] = as_struct(elf, Elf, "Image.elf")
        self.bz: Final[Bzimage] = as_struct(bz, Bzimage, "Image.bz")
        self.arm64: Final[Arm64Image] = as_struct(arm64, Arm64Image, "Image.arm64")
        self.zboot: Final[Zboot] = as_struct(zboot, Zboot, "Image.zboot")


class Kernel(Struct):
    """A kernel. All members but `file` describe the kernel that runs. They are 0 for a bzImage
    that unpacks itself."""

    __slots__ = {
        "file": "the kernel file",
        "begins": "codec that the file's stream begins like, whoever unpacks it; AB_CODEC_NONE: there is no stream of a known codec",
        "codec": "codec of the stream that ab_plan_place() unpacks; AB_CODEC_NONE: it unpacks none",
        "passes": "number of times that ab_plan_place() decodes the stream; 0: the kernel is not packed",
        "elf": "headers of the kernel. An arm64 Image is described as an ELF of one segment at a kernel virtual address, and so is a kernel that a Multiboot header gives load addresses for, at these; a flat binary is one at its own, for no machine",
        "arm64": "header of an arm64 Image; zeros for an ELF",
        "multiboot": "headers by ab_image_multiboot() of an ELF, of a file of AB_IMAGE_MULTIBOOT, or of what is compressed as a whole; else zeros, as with a file that certainly goes another way",
    }
    _c = "struct ab_kernel"
    _fields = (
        ('file', 'file', 'struct', 'Image', ()),
        ('begins', 'begins', 'enum', 'Codec', ()),
        ('codec', 'codec', 'enum', 'Codec', ()),
        ('passes', 'passes', 'int', 32, ()),
        ('elf', 'elf', 'struct', 'Elf', ()),
        ('arm64', 'arm64', 'struct', 'Arm64Image', ()),
        ('multiboot', 'multiboot', 'array', 'Multiboot', (2,)),
    )

    def __init__(
        self,
        *,
        file: Image | None = None,
        begins: e.Codec | int = 0,
        codec: e.Codec | int = 0,
        passes: int = 0,
        elf: Elf | None = None,
        arm64: Arm64Image | None = None,
        multiboot: Iterable[Multiboot] = (),
    ) -> None:
        self.file: Final[Image] = as_struct(file, Image, "Kernel.file")
        self.begins: Final[e.Codec | int] = as_enum(begins, "Codec", "Kernel.begins")
        self.codec: Final[e.Codec | int] = as_enum(codec, "Codec", "Kernel.codec")
        self.passes: Final[int] = as_int(passes, 32, "Kernel.passes")
        self.elf: Final[Elf] = as_struct(elf, Elf, "Kernel.elf")
        self.arm64: Final[Arm64Image] = as_struct(arm64, Arm64Image, "Kernel.arm64")
        self.multiboot: Final[tuple[Multiboot, ...]] = as_array(multiboot, Multiboot, 2, "Kernel.multiboot")


class X86Segment(Struct):
    """An x86 segment register with its hidden part, as the descriptor gives it. [SDM: 3.4.5]."""

    __slots__ = {
        "base": "linear address",
        "limit": "bytes - 1, granularity applied",
        "selector": "visible part",
        "attr": "attributes of the descriptor: bits 0-3 type, 4 S, 5-6 DPL, 7 P, 12 AVL, 13 L, 14 D/B, 15 G. 0: the segment is unusable",
    }
    _c = "struct ab_x86_segment"
    _fields = (
        ('base', 'base', 'int', 64, ()),
        ('limit', 'limit', 'int', 32, ()),
        ('selector', 'selector', 'int', 16, ()),
        ('attr', 'attr', 'int', 16, ()),
    )

    def __init__(
        self,
        *,
        base: int = 0,
        limit: int = 0,
        selector: int = 0,
        attr: int = 0,
    ) -> None:
        self.base: Final[int] = as_int(base, 64, "X86Segment.base")
        self.limit: Final[int] = as_int(limit, 32, "X86Segment.limit")
        self.selector: Final[int] = as_int(selector, 16, "X86Segment.selector")
        self.attr: Final[int] = as_int(attr, 16, "X86Segment.attr")


class X86Dtable(Struct):
    """A descriptor-table register."""

    __slots__ = {
        "base": "linear address",
        "limit": "bytes - 1",
    }
    _c = "struct ab_x86_dtable"
    _fields = (
        ('base', 'base', 'int', 64, ()),
        ('limit', 'limit', 'int', 16, ()),
    )

    def __init__(
        self,
        *,
        base: int = 0,
        limit: int = 0,
    ) -> None:
        self.base: Final[int] = as_int(base, 64, "X86Dtable.base")
        self.limit: Final[int] = as_int(limit, 16, "X86Dtable.limit")


class X86Msr(Struct):
    """A model-specific register and its value."""

    __slots__ = {
        "index": "MSR number",
        "value": "its value",
    }
    _c = "struct ab_x86_msr"
    _fields = (
        ('index', 'index', 'int', 32, ()),
        ('value', 'value', 'int', 64, ()),
    )

    def __init__(
        self,
        *,
        index: int = 0,
        value: int = 0,
    ) -> None:
        self.index: Final[int] = as_int(index, 32, "X86Msr.index")
        self.value: Final[int] = as_int(value, 64, "X86Msr.value")


class VcpuX86(Struct):
    """x86 entry state."""

    __slots__ = {
        "gpr": "general registers by enum ab_x86_gpr, then r8 to r15",
        "rip": "first instruction: offset in CS, whose base is 0 but after reset",
        "rflags": "2: interrupts are off",
        "cr0": "control register 0",
        "cr3": "page-table root, guest-physical; 0 without paging",
        "cr4": "control register 4",
        "efer": "EFER, MSR 0xc0000080, which is not in `msr`",
        "seg": "segment registers by enum ab_x86_seg",
        "tr": "task register",
        "ldt": "local descriptor table",
        "gdt": "global descriptor table",
        "idt": "interrupt descriptor table",
        "msr": "`n_msrs` entries; the rest is undefined",
    }
    _c = "struct ab_vcpu_x86"
    _fields = (
        ('gpr', 'gpr', 'array', 64, (16,)),
        ('rip', 'rip', 'int', 64, ()),
        ('rflags', 'rflags', 'int', 64, ()),
        ('cr0', 'cr0', 'int', 64, ()),
        ('cr3', 'cr3', 'int', 64, ()),
        ('cr4', 'cr4', 'int', 64, ()),
        ('efer', 'efer', 'int', 64, ()),
        ('seg', 'seg', 'array', 'X86Segment', (6,)),
        ('tr', 'tr', 'struct', 'X86Segment', ()),
        ('ldt', 'ldt', 'struct', 'X86Segment', ()),
        ('gdt', 'gdt', 'struct', 'X86Dtable', ()),
        ('idt', 'idt', 'struct', 'X86Dtable', ()),
        ('msr', 'msr', 'items', 'X86Msr', ('counted', 'n_msrs')),
    )

    def __init__(
        self,
        *,
        gpr: Iterable[int] = (),
        rip: int = 0,
        rflags: int = 0,
        cr0: int = 0,
        cr3: int = 0,
        cr4: int = 0,
        efer: int = 0,
        seg: Iterable[X86Segment] = (),
        tr: X86Segment | None = None,
        ldt: X86Segment | None = None,
        gdt: X86Dtable | None = None,
        idt: X86Dtable | None = None,
        msr: Iterable[X86Msr] = (),
    ) -> None:
        self.gpr: Final[tuple[int, ...]] = as_array(gpr, 64, 16, "VcpuX86.gpr")
        self.rip: Final[int] = as_int(rip, 64, "VcpuX86.rip")
        self.rflags: Final[int] = as_int(rflags, 64, "VcpuX86.rflags")
        self.cr0: Final[int] = as_int(cr0, 64, "VcpuX86.cr0")
        self.cr3: Final[int] = as_int(cr3, 64, "VcpuX86.cr3")
        self.cr4: Final[int] = as_int(cr4, 64, "VcpuX86.cr4")
        self.efer: Final[int] = as_int(efer, 64, "VcpuX86.efer")
        self.seg: Final[tuple[X86Segment, ...]] = as_array(seg, X86Segment, 6, "VcpuX86.seg")
        self.tr: Final[X86Segment] = as_struct(tr, X86Segment, "VcpuX86.tr")
        self.ldt: Final[X86Segment] = as_struct(ldt, X86Segment, "VcpuX86.ldt")
        self.gdt: Final[X86Dtable] = as_struct(gdt, X86Dtable, "VcpuX86.gdt")
        self.idt: Final[X86Dtable] = as_struct(idt, X86Dtable, "VcpuX86.idt")
        self.msr: Final[tuple[X86Msr, ...]] = as_items(msr, X86Msr, "VcpuX86.msr", 32)


class Arm64Sysreg(Struct):
    """An arm64 system register and its value."""

    __slots__ = {
        "id": "AB_ARM64_SYSREG()",
        "value": "its value",
    }
    _c = "struct ab_arm64_sysreg"
    _fields = (
        ('id', 'id', 'int', 32, ()),
        ('value', 'value', 'int', 64, ()),
    )

    def __init__(
        self,
        *,
        id: int = 0,
        value: int = 0,
    ) -> None:
        self.id: Final[int] = as_int(id, 32, "Arm64Sysreg.id")
        self.value: Final[int] = as_int(value, 64, "Arm64Sysreg.value")


class VcpuArm64(Struct):
    """arm64 entry state, at EL1. [ARM64BOOT: 4] [DDI0487: D1.2]."""

    __slots__ = {
        "x": "x0 to x30. Linux: x0 is the gpa of the device tree, the others are 0",
        "pc": "first instruction",
        "pstate": "EL1h; D, A, I and F are masked",
        "sysreg": "`n_sysregs` entries; the rest is undefined",
    }
    _c = "struct ab_vcpu_arm64"
    _fields = (
        ('x', 'x', 'array', 64, (31,)),
        ('pc', 'pc', 'int', 64, ()),
        ('pstate', 'pstate', 'int', 64, ()),
        ('sysreg', 'sysreg', 'items', 'Arm64Sysreg', ('counted', 'n_sysregs')),
    )

    def __init__(
        self,
        *,
        x: Iterable[int] = (),
        pc: int = 0,
        pstate: int = 0,
        sysreg: Iterable[Arm64Sysreg] = (),
    ) -> None:
        self.x: Final[tuple[int, ...]] = as_array(x, 64, 31, "VcpuArm64.x")
        self.pc: Final[int] = as_int(pc, 64, "VcpuArm64.pc")
        self.pstate: Final[int] = as_int(pstate, 64, "VcpuArm64.pstate")
        self.sysreg: Final[tuple[Arm64Sysreg, ...]] = as_items(sysreg, Arm64Sysreg, "VcpuArm64.sysreg", 16)


class Vcpu(Struct):
    """Entry state of one CPU."""

    __slots__ = {
        "arch": "architecture, which names the member that contains the state",
        "start": "the CPU runs at once, or waits",
        "id": "id that the CPU must have. x86: APIC id; arm64: affinity fields of MPIDR_EL1",
        "x86": "state if `arch` is AB_ARCH_X86_64",
        "arm64": "state if `arch` is AB_ARCH_ARM64",
    }
    _c = "struct ab_vcpu"
    _fields = (
        ('arch', 'arch', 'enum', 'Arch', ()),
        ('start', 'start', 'enum', 'VcpuStart', ()),
        ('id', 'id', 'int', 64, ()),
        ('x86', 'x86', 'union', 'VcpuX86', ('arch', 1)),
        ('arm64', 'arm64', 'union', 'VcpuArm64', ('arch', 2)),
    )

    def __init__(
        self,
        *,
        arch: e.Arch | int = 0,
        start: e.VcpuStart | int = 0,
        id: int = 0,
        x86: VcpuX86 | None = None,
        arm64: VcpuArm64 | None = None,
    ) -> None:
        self.arch: Final[e.Arch | int] = as_enum(arch, "Arch", "Vcpu.arch")
        self.start: Final[e.VcpuStart | int] = as_enum(start, "VcpuStart", "Vcpu.start")
        self.id: Final[int] = as_int(id, 64, "Vcpu.id")
        self.x86: Final[VcpuX86 | None] = as_optional(x86, VcpuX86, "Vcpu.x86")
        self.arm64: Final[VcpuArm64 | None] = as_optional(arm64, VcpuArm64, "Vcpu.arm64")


class SetupData(Struct):
    """One setup_data node."""

    __slots__ = {
        "type": "SETUP_* type, 0 to 0x7fffffff. Must not be AB_SETUP_E820_EXT",
        "indirect": "wrap the content in a SETUP_INDIRECT node; `type` must not be 0 then. Linux keeps the memory of such a node, but looks for its own types (DTB, RNG seed) in direct nodes only",
        "bytes": "content; of a direct node below 4 GiB",
    }
    _c = "struct ab_setup_data"
    _fields = (
        ('type', 'type', 'int', 32, ()),
        ('indirect', 'indirect', 'bool', None, ()),
        ('bytes', 'bytes', 'data', None, ()),
    )

    def __init__(
        self,
        *,
        type: int = 0,
        indirect: bool = False,
        bytes: Source = b"",
    ) -> None:
        self.type: Final[int] = as_int(type, 32, "SetupData.type")
        self.indirect: Final[bool] = as_bool(indirect, "SetupData.indirect")
        self.bytes: Final[Data] = as_data(bytes, "SetupData.bytes")


class X86ZeroPage(Struct):
    """Contents of the zero page."""

    __slots__ = {
        "header": "the image's setup header from 0x1f1 on (ab_bzimage.header); size 0: make a header of protocol 2.15, for a kernel that has none, e.g. an ELF",
        "kernel_32": "a made header is that of a 32-bit kernel",
        "kernel_alignment": "bytes, for a made header; 0: 2 MiB",
        "kernel": "gpa of the protected-mode kernel, for code32_start. 0, or 4 GiB and above: code32_start stays as it is in the header",
        "cmdline": "gpa of the command line; 0: none",
        "initrd": "gpa of the initrd",
        "initrd_size": "bytes of the initrd; 0: none",
        "setup_data": "gpa of the first setup_data node; 0: none",
        "rsdp": "gpa of the RSDP; 0: none",
        "map": "memory map, whose first AB_E820_MAX entries become E820",
        "framebuffer": "AB_DEV_FRAMEBUFFER that ab_machine_check() accepts, which screen_info describes; NULL: screen_info is 0",
    }
    _c = "struct ab_x86_zero_page"
    _fields = (
        ('header', 'header', 'data', None, ()),
        ('kernel_32', 'kernel_32', 'bool', None, ()),
        ('kernel_alignment', 'kernel_alignment', 'int', 32, ()),
        ('kernel', 'kernel', 'int', 64, ()),
        ('cmdline', 'cmdline', 'int', 64, ()),
        ('initrd', 'initrd', 'int', 64, ()),
        ('initrd_size', 'initrd_size', 'int', 64, ()),
        ('setup_data', 'setup_data', 'int', 64, ()),
        ('rsdp', 'rsdp', 'int', 64, ()),
        ('map', 'map', 'pointer', 'Memmap', ()),
        ('framebuffer', 'framebuffer', 'optional', 'Dev', ()),
    )

    def __init__(
        self,
        *,
        map: Memmap,
        header: Source = b"",
        kernel_32: bool = False,
        kernel_alignment: int = 0,
        kernel: int = 0,
        cmdline: int = 0,
        initrd: int = 0,
        initrd_size: int = 0,
        setup_data: int = 0,
        rsdp: int = 0,
        framebuffer: Dev | None = None,
    ) -> None:
        self.header: Final[Data] = as_data(header, "X86ZeroPage.header")
        self.kernel_32: Final[bool] = as_bool(kernel_32, "X86ZeroPage.kernel_32")
        self.kernel_alignment: Final[int] = as_int(kernel_alignment, 32, "X86ZeroPage.kernel_alignment")
        self.kernel: Final[int] = as_int(kernel, 64, "X86ZeroPage.kernel")
        self.cmdline: Final[int] = as_int(cmdline, 64, "X86ZeroPage.cmdline")
        self.initrd: Final[int] = as_int(initrd, 64, "X86ZeroPage.initrd")
        self.initrd_size: Final[int] = as_int(initrd_size, 64, "X86ZeroPage.initrd_size")
        self.setup_data: Final[int] = as_int(setup_data, 64, "X86ZeroPage.setup_data")
        self.rsdp: Final[int] = as_int(rsdp, 64, "X86ZeroPage.rsdp")
        self.map: Final[Memmap] = as_object(map, Memmap, "X86ZeroPage.map")
        self.framebuffer: Final[Dev | None] = as_optional(framebuffer, Dev, "X86ZeroPage.framebuffer")


class X86Module(Struct):
    """A module, as boot structures list it."""

    __slots__ = {
        "base": "gpa of its first byte",
        "size": "bytes",
        "cmdline": "its command line, NUL-terminated; NULL: none",
    }
    _c = "struct ab_x86_module"
    _fields = (
        ('base', 'base', 'int', 64, ()),
        ('size', 'size', 'int', 64, ()),
        ('cmdline', 'cmdline', 'text', None, ()),
    )

    def __init__(
        self,
        *,
        base: int = 0,
        size: int = 0,
        cmdline: str | None = None,
    ) -> None:
        self.base: Final[int] = as_int(base, 64, "X86Module.base")
        self.size: Final[int] = as_int(size, 64, "X86Module.size")
        self.cmdline: Final[str | None] = as_text(cmdline, "X86Module.cmdline")


class X86StartInfo(Struct):
    """Contents of PVH's start_info."""

    __slots__ = {
        "cmdline": "gpa of the command line; 0: none",
        "modules": "modules; Linux takes the first as its initrd",
        "rsdp": "gpa of the RSDP; 0: none",
        "map": "memory map, which becomes the memmap",
    }
    _c = "struct ab_x86_start_info"
    _fields = (
        ('cmdline', 'cmdline', 'int', 64, ()),
        ('modules', 'modules', 'items', 'X86Module', ('list',)),
        ('rsdp', 'rsdp', 'int', 64, ()),
        ('map', 'map', 'pointer', 'Memmap', ()),
    )

    def __init__(
        self,
        *,
        map: Memmap,
        cmdline: int = 0,
        modules: Iterable[X86Module] = (),
        rsdp: int = 0,
    ) -> None:
        self.cmdline: Final[int] = as_int(cmdline, 64, "X86StartInfo.cmdline")
        self.modules: Final[tuple[X86Module, ...]] = as_items(modules, X86Module, "X86StartInfo.modules")
        self.rsdp: Final[int] = as_int(rsdp, 64, "X86StartInfo.rsdp")
        self.map: Final[Memmap] = as_object(map, Memmap, "X86StartInfo.map")


class X86Multiboot(Struct):
    """Contents of Multiboot information."""

    __slots__ = {
        "cmdline": "pieces of the command line; those that are not empty are joined by spaces. n 0: there is none",
        "modules": "modules, all below 4 GiB",
        "rsdp": "version 2: the RSDP, of which it gets a copy; size 0: none",
        "relocatable": "version 2: the header has a relocatable tag, and is told `load_base`",
        "load_base": "gpa of the kernel's first byte",
        "map": "memory map",
    }
    _c = "struct ab_x86_multiboot"
    _fields = (
        ('cmdline', 'cmdline', 'items', 'data', ('list',)),
        ('modules', 'modules', 'items', 'X86Module', ('list',)),
        ('rsdp', 'rsdp', 'data', None, ()),
        ('relocatable', 'relocatable', 'bool', None, ()),
        ('load_base', 'load_base', 'int', 64, ()),
        ('map', 'map', 'pointer', 'Memmap', ()),
    )

    def __init__(
        self,
        *,
        map: Memmap,
        cmdline: Iterable[Source] = (),
        modules: Iterable[X86Module] = (),
        rsdp: Source = b"",
        relocatable: bool = False,
        load_base: int = 0,
    ) -> None:
        self.cmdline: Final[tuple[Data, ...]] = as_items(cmdline, "data", "X86Multiboot.cmdline")
        self.modules: Final[tuple[X86Module, ...]] = as_items(modules, X86Module, "X86Multiboot.modules")
        self.rsdp: Final[Data] = as_data(rsdp, "X86Multiboot.rsdp")
        self.relocatable: Final[bool] = as_bool(relocatable, "X86Multiboot.relocatable")
        self.load_base: Final[int] = as_int(load_base, 64, "X86Multiboot.load_base")
        self.map: Final[Memmap] = as_object(map, Memmap, "X86Multiboot.map")


class X86Paging(Struct):
    """Shape of identity page tables."""

    __slots__ = {
        "levels": "paging levels, 4 or 5",
        "huge": "1 GiB pages; false: 2 MiB pages",
        "limit": "end of the mapped addresses, which begin at 0; rounded up to a multiple of 1 GiB. 1 to 2^47 with 4 levels, 1 to 2^52 with 5",
    }
    _c = "struct ab_x86_paging"
    _fields = (
        ('levels', 'levels', 'int', 32, ()),
        ('huge', 'huge', 'bool', None, ()),
        ('limit', 'limit', 'int', 64, ()),
    )

    def __init__(
        self,
        *,
        levels: int = 0,
        huge: bool = False,
        limit: int = 0,
    ) -> None:
        self.levels: Final[int] = as_int(levels, 32, "X86Paging.levels")
        self.huge: Final[bool] = as_bool(huge, "X86Paging.huge")
        self.limit: Final[int] = as_int(limit, 64, "X86Paging.limit")


class X86Cpuid(Struct):
    """One subleaf of CPUID, as one CPU reports it."""

    __slots__ = {
        "leaf": "EAX on input",
        "subleaf": "ECX on input",
        "eax": "EAX of the result",
        "ebx": "EBX of the result",
        "ecx": "ECX of the result",
        "edx": "EDX of the result",
        "indexed": "the leaf has subleaves; false: each ECX gives this result",
    }
    _c = "struct ab_x86_cpuid"
    _fields = (
        ('leaf', 'leaf', 'int', 32, ()),
        ('subleaf', 'subleaf', 'int', 32, ()),
        ('eax', 'eax', 'int', 32, ()),
        ('ebx', 'ebx', 'int', 32, ()),
        ('ecx', 'ecx', 'int', 32, ()),
        ('edx', 'edx', 'int', 32, ()),
        ('indexed', 'indexed', 'bool', None, ()),
    )

    def __init__(
        self,
        *,
        leaf: int = 0,
        subleaf: int = 0,
        eax: int = 0,
        ebx: int = 0,
        ecx: int = 0,
        edx: int = 0,
        indexed: bool = False,
    ) -> None:
        self.leaf: Final[int] = as_int(leaf, 32, "X86Cpuid.leaf")
        self.subleaf: Final[int] = as_int(subleaf, 32, "X86Cpuid.subleaf")
        self.eax: Final[int] = as_int(eax, 32, "X86Cpuid.eax")
        self.ebx: Final[int] = as_int(ebx, 32, "X86Cpuid.ebx")
        self.ecx: Final[int] = as_int(ecx, 32, "X86Cpuid.ecx")
        self.edx: Final[int] = as_int(edx, 32, "X86Cpuid.edx")
        self.indexed: Final[bool] = as_bool(indexed, "X86Cpuid.indexed")


class Flat(Struct):
    """Where a flat binary lies; zeros for any other kernel. A bootloader of 1 MiB that is entered
    at its first byte, and has 64 KiB of variables behind it:"""

    __slots__ = {
        "base": "gpa of its first byte, not 0; x86: not in page 0",
        "entry": "gpa of the first instruction, in the binary; arm64: a multiple of 4. 0: `base`",
        "size": "bytes of RAM that it takes from `base` on, at least its own; those behind it are zeros. With FLAT32 they end at or below 4 GiB. 0: its own",
    }
    _c = "struct ab_flat"
    _fields = (
        ('base', 'base', 'int', 64, ()),
        ('entry', 'entry', 'int', 64, ()),
        ('size', 'size', 'int', 64, ()),
    )

    def __init__(
        self,
        *,
        base: int = 0,
        entry: int = 0,
        size: int = 0,
    ) -> None:
        self.base: Final[int] = as_int(base, 64, "Flat.base")
        self.entry: Final[int] = as_int(entry, 64, "Flat.entry")
        self.size: Final[int] = as_int(size, 64, "Flat.size")


class Blob(Struct):
    """Bytes that the caller adds to the guest's memory."""

    __slots__ = {
        "bytes": "content, not empty",
        "base": "guest-physical; arm64: multiple of 4096 unless `type` is RAM. 0: any page of RAM, x86: from 1 MiB to 4 GiB",
        "type": "type in the guest's memory map; 0: reserved. x86: a blob from 0xa0000 to 0xfffff, where kernels scan for tables, must not be RAM",
        "name": "required: name in the printed plan and in errors",
        "backing": "AB_BACKING_RAM: the blob lies in the machine's RAM. AB_BACKING_ROM: it lies at `base`, which must not be 0, and no page of it may be in RAM or a device; the guest's memory map reserves it, and the sink receives its bytes, too",
    }
    _c = "struct ab_blob"
    _fields = (
        ('bytes', 'bytes', 'data', None, ()),
        ('base', 'base', 'int', 64, ()),
        ('type', 'type', 'enum', 'MemType', ()),
        ('name', 'name', 'text', None, ()),
        ('backing', 'backing', 'enum', 'Backing', ()),
    )

    def __init__(
        self,
        *,
        bytes: Source = b"",
        base: int = 0,
        type: e.MemType | int = 0,
        name: str | None = None,
        backing: e.Backing | int = 0,
    ) -> None:
        self.bytes: Final[Data] = as_data(bytes, "Blob.bytes")
        self.base: Final[int] = as_int(base, 64, "Blob.base")
        self.type: Final[e.MemType | int] = as_enum(type, "MemType", "Blob.type")
        self.name: Final[str | None] = as_text(name, "Blob.name")
        self.backing: Final[e.Backing | int] = as_enum(backing, "Backing", "Blob.backing")


class Fixed(Struct):
    """A fixed address for a region. Fixed regions are placed before all others. An entry for a
    region of the chosen protocol that this guest does not get, e.g. an initrd, is ignored."""

    __slots__ = {
        "kind": "INITRD, ACPI; x86: RSDP, CMDLINE, ZERO_PAGE, SETUP_DATA, START_INFO, GDT, PAGE_TABLES, and KERNEL if the protocol is SELF or LINUX32 and the kernel is relocatable; arm64: DTB, and KERNEL if it is an Image, or an ELF with kernel virtual addresses",
        "base": "guest-physical. A multiple of 16 for RSDP, CMDLINE, SETUP_DATA, START_INFO and GDT; of 8 for DTB; of the kernel's own alignment for KERNEL; of 4096 for others. x86: not in page 0. A kernel that takes no region above 4 GiB needs all but ACPI and RSDP below, INITRD at or below its initrd_addr_max. RSDP takes 4 KiB, and may be among the ROMs, below 1 MiB: Multiboot kernels of version 1 and Linux before 5.0 look for it there only, from 0xe0000 on. arm64: INITRD must be in the 32 GiB, from a multiple of 1 GiB on, that contain the kernel",
    }
    _c = "struct ab_fixed"
    _fields = (
        ('kind', 'kind', 'enum', 'RegionKind', ()),
        ('base', 'base', 'int', 64, ()),
    )

    def __init__(
        self,
        *,
        kind: e.RegionKind | int = 0,
        base: int = 0,
    ) -> None:
        self.kind: Final[e.RegionKind | int] = as_enum(kind, "RegionKind", "Fixed.kind")
        self.base: Final[int] = as_int(base, 64, "Fixed.base")


class Module(Struct):
    """A module: bytes that a kernel gets beside its initrd, with a command line of their own."""

    __slots__ = {
        "bytes": "content, not empty",
        "cmdline": "command line, NUL-terminated, at most AB_MODULE_CMDLINE_MAX characters; NULL: none",
    }
    _c = "struct ab_module"
    _fields = (
        ('bytes', 'bytes', 'data', None, ()),
        ('cmdline', 'cmdline', 'text', None, ()),
    )

    def __init__(
        self,
        *,
        bytes: Source = b"",
        cmdline: str | None = None,
    ) -> None:
        self.bytes: Final[Data] = as_data(bytes, "Module.bytes")
        self.cmdline: Final[str | None] = as_text(cmdline, "Module.cmdline")


class Payload(Struct):
    """The payload: a kernel and its data. Only `kernel` is required, with FIRMWARE only a blob.
    The borrowed bytes must not change between ab_plan_make() and the return of ab_plan_place(). A
    UKI that is to be booted by another of its profiles, with a file that adds to its command line:
    """

    __slots__ = {
        "kernel": "kernel file: bzImage, arm64 Image, EFI zboot, ELF, an Image or ELF compressed as a whole (Image.gz, vmlinux.xz), or a UKI; recognised by content. Empty for FIRMWARE only; FLAT and FLAT32: any bytes",
        "flat": "FLAT and FLAT32 only: where the kernel lies",
        "profile": "profile of a UKI, but not with FLAT or FLAT32, by number (\"@1\") or id (\"recovery\"), see ab_image_probe_profile(). NULL: profile 0; the kernel may be any",
        "addons": "optional: PE addons, at most AB_ADDONS_MAX, applied in this order to a UKI or any other kernel. One for another CPU, or with another .uname than the UKI's, is left out, and the plan warns. Of each, the first .dtbauto that is for the machine, or else the .dtb, becomes one of ab_fdt_chosen.addons. [UKI: PE Addons]",
        "initrds": "optional; they follow a UKI's .ucode and .initrd. Each begins at a multiple of 4 bytes, with zeros before it. The .initrd of addons follows them; the .ucode of addons, the last one's first, precedes all",
        "modules": "optional, x86: modules of a kernel that takes them, by PVH or Multiboot. The initrd, if there is one, is the first module that the kernel finds, without a command line. Each module begins at a page of its own. Other protocols refuse modules",
        "cmdline": "command line, NUL-terminated; NULL: a UKI's own, else none. The .cmdline of each addon follows it after a space. All of it is at most as long as a bzImage's header says, else 2047 characters",
        "protocol": "protocol by which the kernel is entered",
        "flags": "enum ab_payload_flags",
        "rng_seed": "optional random bytes; 32 seed Linux. x86: SETUP_RNG_SEED, left out with a warning if the kernel's protocol has no setup_data; arm64: rng-seed in /chosen, with ACPI an EFI table",
        "kaslr_seed": "arm64: random number from which the kernel derives its address; 0: it stays at its link address",
        "setup_data": "optional, x86: more setup_data nodes; LINUX, LINUX32, SELF, FLAT and FLAT32 only",
        "reserve": "optional: ranges to keep free, and pools for devices",
        "blobs": "optional: bytes to add",
        "fixed": "optional: addresses of regions",
    }
    _c = "struct ab_payload"
    _fields = (
        ('kernel', 'kernel', 'data', None, ()),
        ('flat', 'flat', 'struct', 'Flat', ()),
        ('profile', 'profile', 'text', None, ()),
        ('addons', 'addons', 'items', 'data', ('list',)),
        ('initrds', 'initrds', 'items', 'data', ('list',)),
        ('modules', 'modules', 'items', 'Module', ('list',)),
        ('cmdline', 'cmdline', 'text', None, ()),
        ('protocol', 'protocol', 'enum', 'Protocol', ()),
        ('flags', 'flags', 'int', 32, ('PayloadFlags',)),
        ('rng_seed', 'rng_seed', 'data', None, ()),
        ('kaslr_seed', 'kaslr_seed', 'int', 64, ()),
        ('setup_data', 'setup_data', 'items', 'SetupData', ('list',)),
        ('reserve', 'reserve', 'items', 'Reserve', ('list',)),
        ('blobs', 'blobs', 'items', 'Blob', ('list',)),
        ('fixed', 'fixed', 'items', 'Fixed', ('list',)),
    )

    def __init__(
        self,
        *,
        kernel: Source = b"",
        flat: Flat | None = None,
        profile: str | None = None,
        addons: Iterable[Source] = (),
        initrds: Iterable[Source] = (),
        modules: Iterable[Module] = (),
        cmdline: str | None = None,
        protocol: e.Protocol | int = 0,
        flags: int = 0,
        rng_seed: Source = b"",
        kaslr_seed: int = 0,
        setup_data: Iterable[SetupData] = (),
        reserve: Iterable[Reserve] = (),
        blobs: Iterable[Blob] = (),
        fixed: Iterable[Fixed] = (),
    ) -> None:
        self.kernel: Final[Data] = as_data(kernel, "Payload.kernel")
        self.flat: Final[Flat] = as_struct(flat, Flat, "Payload.flat")
        self.profile: Final[str | None] = as_text(profile, "Payload.profile")
        self.addons: Final[tuple[Data, ...]] = as_items(addons, "data", "Payload.addons")
        self.initrds: Final[tuple[Data, ...]] = as_items(initrds, "data", "Payload.initrds")
        self.modules: Final[tuple[Module, ...]] = as_items(modules, Module, "Payload.modules")
        self.cmdline: Final[str | None] = as_text(cmdline, "Payload.cmdline")
        self.protocol: Final[e.Protocol | int] = as_enum(protocol, "Protocol", "Payload.protocol")
        self.flags: Final[int] = as_int(flags, 32, "Payload.flags")
        self.rng_seed: Final[Data] = as_data(rng_seed, "Payload.rng_seed")
        self.kaslr_seed: Final[int] = as_int(kaslr_seed, 64, "Payload.kaslr_seed")
        self.setup_data: Final[tuple[SetupData, ...]] = as_items(setup_data, SetupData, "Payload.setup_data")
        self.reserve: Final[tuple[Reserve, ...]] = as_items(reserve, Reserve, "Payload.reserve")
        self.blobs: Final[tuple[Blob, ...]] = as_items(blobs, Blob, "Payload.blobs")
        self.fixed: Final[tuple[Fixed, ...]] = as_items(fixed, Fixed, "Payload.fixed")


class SmbiosBoard(Struct):
    """The board. All NULL or "": there is no structure of type 2."""

    __slots__ = {
        "manufacturer": "manufacturer; NULL or \"\": none",
        "product": "product name; NULL or \"\": none",
        "version": "version; NULL or \"\": none",
        "serial": "serial number; NULL or \"\": none",
        "asset_tag": "asset tag; NULL or \"\": none",
    }
    _c = "struct ab_smbios_board"
    _fields = (
        ('manufacturer', 'manufacturer', 'text', None, ()),
        ('product', 'product', 'text', None, ()),
        ('version', 'version', 'text', None, ()),
        ('serial', 'serial', 'text', None, ()),
        ('asset_tag', 'asset_tag', 'text', None, ()),
    )

    def __init__(
        self,
        *,
        manufacturer: str | None = None,
        product: str | None = None,
        version: str | None = None,
        serial: str | None = None,
        asset_tag: str | None = None,
    ) -> None:
        self.manufacturer: Final[str | None] = as_text(manufacturer, "SmbiosBoard.manufacturer")
        self.product: Final[str | None] = as_text(product, "SmbiosBoard.product")
        self.version: Final[str | None] = as_text(version, "SmbiosBoard.version")
        self.serial: Final[str | None] = as_text(serial, "SmbiosBoard.serial")
        self.asset_tag: Final[str | None] = as_text(asset_tag, "SmbiosBoard.asset_tag")


class Smbios(Struct):
    """Identity of a machine in SMBIOS. Strings are UTF-8 without control characters."""

    __slots__ = {
        "manufacturer": "manufacturer of system and chassis; NULL: \"libaetherboot\"",
        "product": "product name of the system; NULL: \"Virtual Machine\"",
        "version": "version of system and chassis; NULL or \"\": none",
        "serial": "serial number of system and chassis; NULL or \"\": none",
        "uuid": "UUID of the system in the byte order of RFC 4122; all 0: none",
        "sku": "SKU number of the system; NULL or \"\": none",
        "family": "family of the system; NULL or \"\": none",
        "asset_tag": "asset tag of the chassis; NULL or \"\": none",
        "board": "the board",
        "oem": "OEM strings",
    }
    _c = "struct ab_smbios"
    _fields = (
        ('manufacturer', 'manufacturer', 'text', None, ()),
        ('product', 'product', 'text', None, ()),
        ('version', 'version', 'text', None, ()),
        ('serial', 'serial', 'text', None, ()),
        ('uuid', 'uuid', 'raw', 16, ('bytes',)),
        ('sku', 'sku', 'text', None, ()),
        ('family', 'family', 'text', None, ()),
        ('asset_tag', 'asset_tag', 'text', None, ()),
        ('board', 'board', 'struct', 'SmbiosBoard', ()),
        ('oem', 'oem', 'items', 'text', ('list',)),
    )

    def __init__(
        self,
        *,
        manufacturer: str | None = None,
        product: str | None = None,
        version: str | None = None,
        serial: str | None = None,
        uuid: bytes = bytes(16),
        sku: str | None = None,
        family: str | None = None,
        asset_tag: str | None = None,
        board: SmbiosBoard | None = None,
        oem: Iterable[str] = (),
    ) -> None:
        self.manufacturer: Final[str | None] = as_text(manufacturer, "Smbios.manufacturer")
        self.product: Final[str | None] = as_text(product, "Smbios.product")
        self.version: Final[str | None] = as_text(version, "Smbios.version")
        self.serial: Final[str | None] = as_text(serial, "Smbios.serial")
        self.uuid: Final[bytes] = as_bytes(uuid, 16, "Smbios.uuid")
        self.sku: Final[str | None] = as_text(sku, "Smbios.sku")
        self.family: Final[str | None] = as_text(family, "Smbios.family")
        self.asset_tag: Final[str | None] = as_text(asset_tag, "Smbios.asset_tag")
        self.board: Final[SmbiosBoard] = as_struct(board, SmbiosBoard, "Smbios.board")
        self.oem: Final[tuple[str, ...]] = as_items(oem, "text", "Smbios.oem")

__all__ = [
    "ACPI_TABLES_MAX",
    "ADDONS_MAX",
    "ARM64_HEADER_SIZE",
    "ARM64_SCTLR_EL1",
    "ARM64_SYSREGS_MAX",
    "Acpi",
    "AcpiGed",
    "AcpiPm",
    "AcpiTable",
    "AmlRange",
    "Arm64",
    "Arm64Image",
    "Arm64Sysreg",
    "Blob",
    "Bzimage",
    "CPUS_MAX",
    "Cache",
    "Cpu",
    "DISTANCE_BETWEEN",
    "DISTANCE_WITHIN",
    "Dev",
    "Distance",
    "E820_MAX",
    "EFI_DESC_SIZE",
    "EFI_DESC_VERSION",
    "ELF_NOTES_MAX",
    "ELF_SEGMENTS_MAX",
    "EM_386",
    "EM_AARCH64",
    "EM_X86_64",
    "EfiTables",
    "Elf",
    "ElfNote",
    "ElfSegment",
    "Error",
    "FDT_PROPS_MAX",
    "FdtChosen",
    "FdtExtra",
    "FdtProp",
    "Fixed",
    "Flat",
    "Framebuffer",
    "GICV2M_SIZE",
    "GICV2_CPU_SIZE",
    "GICV2_DIST_SIZE",
    "GICV3_DIST_SIZE",
    "GICV3_ITS_SIZE",
    "GICV3_REDIST_SIZE",
    "GiB",
    "Gic",
    "Hpet",
    "I8042",
    "IRQ_NONE",
    "Image",
    "Ioapic",
    "Its",
    "Kernel",
    "KiB",
    "MODULES_MAX",
    "MODULE_CMDLINE_MAX",
    "Machine",
    "Memmap",
    "MemmapEntry",
    "MiB",
    "Module",
    "Multiboot",
    "NODES_MAX",
    "PCI_LIST_MAX",
    "PLAN_REGIONS",
    "PLAN_WARNINGS",
    "POOLS_MAX",
    "Payload",
    "PciRoute",
    "Pcie",
    "Ram",
    "Range",
    "Region",
    "Reserve",
    "Reset",
    "Rmr",
    "Rtc",
    "SLP_TYP_0",
    "SMBIOS_OEM_MAX",
    "SetupData",
    "Smbios",
    "SmbiosBoard",
    "TiB",
    "Timer",
    "Topology",
    "Uki",
    "VERSION_MAJOR",
    "VERSION_MINOR",
    "VERSION_PATCH",
    "Vcpu",
    "VcpuArm64",
    "VcpuX86",
    "Window",
    "X86Cpuid",
    "X86Dtable",
    "X86Module",
    "X86Msr",
    "X86Multiboot",
    "X86Paging",
    "X86Segment",
    "X86StartInfo",
    "X86ZeroPage",
    "X86_BDA_SIZE",
    "X86_CPUID_ADDED",
    "X86_MSRS_MAX",
    "XLF_5LEVEL",
    "XLF_CAN_BE_LOADED_ABOVE_4G",
    "XLF_KERNEL_64",
    "ZBOOT_NAME_SIZE",
    "Zboot",
]
