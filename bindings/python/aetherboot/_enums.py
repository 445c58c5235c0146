# SPDX-License-Identifier: BSD-2-Clause
# Made from the C headers by bindings/python/generate.py, target python-update: do not edit.
"""The enums of the C headers. Each is made when it is first asked for: all of them would take
longer to make than all the rest of the package to import."""
# pylint: disable=too-many-lines
_TABLE = {
    "Arch": (
    """Guest architectures. The library prepares a guest of each on any host.

    - X86_64: x86-64
    - ARM64: AArch64
    """, {
        "X86_64": 1,
        "ARM64": 2,
    }),
    "Err": (
    """Results of calls. Append-only; each function's documentation lists the results that it may
    return.

    - OK: success
    - ERR_ARG: a field of the description or an argument is invalid
    - ERR_NOSPACE: memory, a buffer or a window is too small
    - ERR_OVERLAP: two ranges that must be disjoint share a byte
    - ERR_IMAGE: an image or stream is malformed or truncated
    - ERR_UNSUPPORTED: the input is well-formed, but this build cannot handle it
    - ERR_MEM: a sink or a callback of the caller's refused bytes
    - ERR_INTERNAL: a bug in libaetherboot: please report it
    """, {
        "OK": 0,
        "ERR_ARG": 1,
        "ERR_NOSPACE": 2,
        "ERR_OVERLAP": 3,
        "ERR_IMAGE": 4,
        "ERR_UNSUPPORTED": 5,
        "ERR_MEM": 6,
        "ERR_INTERNAL": 7,
    }),
    "MemType": (
    """Type of a range in the guest's memory map. [ACPI: 15.4 address range types].

    - RAM: usable RAM
    - RESERVED: the guest must not touch it
    - ACPI: ACPI tables; usable once the guest has read them
    - NVS: memory of the firmware, which the guest must preserve over sleep
    """, {
        "RAM": 1,
        "RESERVED": 2,
        "ACPI": 3,
        "NVS": 4,
    }),
    "ReserveFlags": (
    """What a guest may do with memory that is reserved for a driver. [DTSPEC: 3.5].

    - NO_MAP: no-map: it must not map the memory with the rest of RAM, nor access it
      speculatively; the driver maps it
    - REUSABLE: reusable: it may use the memory until the driver reclaims it. Linux takes such a
      pool only if base and size are multiples of 4 MiB
    """, {
        "NO_MAP": 1,
        "REUSABLE": 2,
    }),
    "Backing": (
    """Memory behind a region.

    - RAM: RAM of the machine; the pipeline writes all of it
    - ROM: memory outside of the machine's RAM that the VMM provides and the guest reads; the
      pipeline writes all of it
    - NONE: any or no memory; the pipeline writes nothing
    """, {
        "RAM": 0,
        "ROM": 1,
        "NONE": 2,
    }),
    "RegionKind": (
    """Contents of a region. Append-only.

    - KERNEL: the kernel, its BSS and the space that its header asks for
    - INITRD: all initrds, each on a 4-byte boundary
    - CMDLINE: command line with its NUL
    - ZERO_PAGE: x86: struct boot_params
    - SETUP_DATA: x86: chain of setup_data nodes
    - GDT: x86: global descriptor table
    - PAGE_TABLES: x86: page tables that map addresses to themselves
    - START_INFO: x86: PVH start_info with its module and memory lists
    - MP_POINTER: x86: MP floating pointer, in the range that kernels scan
    - LEGACY: x86: a part of 0xa0000 to 0xfffff that no other region covers; nothing is written
    - RSDP: ACPI root pointer; x86: in the range that kernels scan, unless fixed
    - ACPI: ACPI tables, the XSDT last
    - FACS: ACPI firmware control structure
    - MP_TABLE: x86: MP configuration table
    - ECAM: PCIe configuration window; nothing is written
    - RESERVED: an entry of ab_payload.reserve, with its type; arm64: or memory that a tree of
      ab_fdt_extra.overlays reserves, whose type is AB_MEM_RAM in RAM, as the guest learns of it
      from that tree. Nothing is written
    - BLOB: an entry of ab_payload.blobs
    - RESET_VECTOR: x86: code at F000:FFF0 that resets the machine
    - DTB: arm64: device tree. With ACPI it only points to the EFI tables
    - EFI: arm64 with ACPI: EFI system table and the tables that it points to
    - EFI_MAP: arm64 with ACPI: EFI memory map
    - SMBIOS: SMBIOS entry point, on x86 in the range that kernels scan, and its structures from
      offset 32 on
    - HOLE: addresses of an AB_DEV_RESERVED; nothing is written
    - MODULE: x86: an entry of ab_payload.modules
    - BDA: x86: BIOS data area at 0x400, of Multiboot kernels: base addresses of serial ports,
      size of base memory
    - MULTIBOOT_INFO: x86: Multiboot information, with all that it points to but modules
    """, {
        "KERNEL": 1,
        "INITRD": 2,
        "CMDLINE": 3,
        "ZERO_PAGE": 4,
        "SETUP_DATA": 5,
        "GDT": 6,
        "PAGE_TABLES": 7,
        "START_INFO": 8,
        "MP_POINTER": 9,
        "LEGACY": 10,
        "RSDP": 11,
        "ACPI": 12,
        "FACS": 13,
        "MP_TABLE": 14,
        "ECAM": 15,
        "RESERVED": 16,
        "BLOB": 17,
        "RESET_VECTOR": 18,
        "DTB": 19,
        "EFI": 20,
        "EFI_MAP": 21,
        "SMBIOS": 22,
        "HOLE": 23,
        "MODULE": 24,
        "BDA": 25,
        "MULTIBOOT_INFO": 26,
    }),
    "DevType": (
    """Kinds of devices. Append-only. "Edge" and "level" are usual triggers, active high.

    - UART_16550: 8 registers at `base`; edge
    - I8042: ports 0x60 and 0x64, and `i8042`; keyboard `irq` (0: 1); edge
    - RTC_CMOS: ports 0x70 and 0x71; `irq` (0: 8); edge
    - PIC_8259: the PC's pair of interrupt controllers, at 0x20 and 0xa0
    - PIT_8254: the PC's timer, at 0x40; its IRQ 0 arrives at GSI 2
    - IOAPIC: 4 KiB of memory at `base`, and `ioapic`; has no interrupt of its own. A PC that
      lists none has one at 0xfec00000, with GSI 0 and APIC id 0
    - HPET: 1 KiB of memory at `base`, and `hpet`
    - VIRTIO_MMIO: `size` (0: 512) bytes of memory at `base`; level
    - PCIE_ECAM: host bridge: its ECAM window is [`base`, `base` + `size`), 1 MiB a bus;
      everything else is in `pcie`; INTx are levels, active low
    - ACPI_PM: fixed ACPI hardware at I/O port `base`: event block at + 0, control at + 4, timer
      at + 8, GPE0 block of 4 bytes at + 0xc; SCI `irq` (0: 9); level; and `acpi_pm`. Without it,
      ACPI is hardware-reduced, see machine.h
    - ACPI_GED: generic event device: a read of the 32-bit memory register at `base` returns the
      events and clears them, see `acpi_ged`; `irq` signals events; edge
    - ACPI_SLEEP: 8-bit sleep control register at `base`, status register at `base` + 1; S5 is
      sleep type 5. With an ACPI_PM guests do not use it
    - ACPI_RESET: 8-bit reset register at `base`; writing `reset`.value resets. It may be the
      command port of an I8042, 0x64, with the value 0xfe, or 0xcf9 beside a PCI, with any value
    - PVPANIC: 8-bit I/O port at `base`, by which the guest reports its panic
    - UART_PL011: 4 KiB of memory at `base`; level
    - UART_SBSA: SBSA generic UART, a subset of UART_PL011: same size and trigger
    - RTC_PL031: 4 KiB of memory at `base`; level. Device tree only: no ACPI id
    - GPIO_PL061: 4 KiB of memory at `base`; its line 3 is the power button; level. Device tree
      only: with ACPI, ACPI_GED has the button
    - SMMUV3: 128 KiB of memory at `base`; `irq` is the event queue's, the next two those of
      command sync and global errors; edge
    - VMGENID: 4 KiB of memory at `base`, outside RAM, which contain the generation id; `irq`
      signals a change; edge
    - VMBUS: Hyper-V's bus: has a PPI, `irq`, and no registers; edge
    - WINDOW: memory [`base`, `base` + `size`), multiples of 4 KiB, from which devices of a bus
      get their addresses, e.g. those on a VMBus. ACPI: an ACPI0004 module; device tree: a
      simple-bus
    - HOTPLUG_RAM: memory [`base`, `base` + `size`), multiples of 4 KiB, where RAM may be added
      to `node` while the guest runs; it is none when the guest starts. The SRAT says so, and MTRRs
      make it write-back; the devices that add it (PNP0C80) are in the VMM's own AML. ACPI only:
      device trees and MP tables cannot tell of it. With AB_TABLES_NONE the caller's tables do
    - VGA: VGA's registers, ports 0x3c0 to 0x3df. Without it, the FADT tells guests not to probe
      for VGA
    - OTHER: what a device of the VMM's own uses, which its own AML or nodes describe: ports or
      memory [`base`, `base` + `size`), outside RAM, and `irq` with `irq_flags`, either of which
      may be missing; of a device that uses more, an entry for each. No table of the library's
      describes the device, but nothing else may use its range, users of its interrupt must agree
      on the trigger, and the MADT, the MP table and MTRRs take it into account
    - RESERVED: addresses [`base`, `base` + `size`), multiples of 4 KiB, outside RAM, where
      nothing may be, e.g. the 12 GiB at 0xfd00000000 that AMD's HyperTransport has. Memory maps
      have them as reserved, and ACPI claims them by a PNP0C02 device. A device tree does not name
      them: they are in no memory node and in no "ranges", where alone a guest looks for memory and
      gives out addresses
    - PCI: host bridge with `pcie`, of segment 0, whose configuration space guests reach by ports
      0xcf8 to 0xcff alone. Its buses end at 255, or before the first bus of another bridge of the
      segment; INTx are levels, active low
    - FRAMEBUFFER: memory [`base`, `base` + `size`), outside RAM, whose content is shown, and
      `framebuffer`. Device tree: a simple-framebuffer in /chosen; x86: screen_info in the zero
      page. A guest that gets neither, e.g. one entered by PVH, is not told of it, and its plan
      warns
    """, {
        "UART_16550": 1,
        "I8042": 2,
        "RTC_CMOS": 3,
        "PIC_8259": 4,
        "PIT_8254": 5,
        "IOAPIC": 6,
        "HPET": 7,
        "VIRTIO_MMIO": 8,
        "PCIE_ECAM": 9,
        "ACPI_PM": 10,
        "ACPI_GED": 11,
        "ACPI_SLEEP": 12,
        "ACPI_RESET": 13,
        "PVPANIC": 14,
        "UART_PL011": 15,
        "UART_SBSA": 16,
        "RTC_PL031": 17,
        "GPIO_PL061": 18,
        "SMMUV3": 19,
        "VMGENID": 20,
        "VMBUS": 21,
        "WINDOW": 22,
        "HOTPLUG_RAM": 23,
        "VGA": 24,
        "OTHER": 25,
        "RESERVED": 26,
        "PCI": 27,
        "FRAMEBUFFER": 28,
    }),
    "IrqFlags": (
    """Trigger and polarity of a device's interrupt. arm64: must be active high, as a GIC has no
    other inputs; INTx must be levels.

    - USUAL: the usual trigger of the kind, see ab_dev_type
    - EDGE_HIGH: edge, active high
    - EDGE_LOW: x86: edge, active low
    - LEVEL_HIGH: level, active high
    - LEVEL_LOW: x86: level, active low
    """, {
        "USUAL": 0,
        "EDGE_HIGH": 1,
        "EDGE_LOW": 2,
        "LEVEL_HIGH": 3,
        "LEVEL_LOW": 4,
    }),
    "PixelFormat": (
    """Formats of a pixel: its fields from the highest bit down with their widths, as Linux and the
    binding simple-framebuffer name them. Append-only.

    - X8R8G8B8: 32 bits, 8 of them unused
    - A8R8G8B8: 32 bits, 8 of them alpha
    - A8B8G8R8: 32 bits, red in the lowest
    - R8G8B8: 24 bits
    - R5G6B5: 16 bits
    - X1R5G5B5: 16 bits, the highest of them unused
    - A1R5G5B5: 16 bits, the highest of them alpha
    - R5G5B5A1: 16 bits, the lowest of them alpha
    - X2R10G10B10: 32 bits, 2 of them unused
    - A2R10G10B10: 32 bits, 2 of them alpha
    """, {
        "X8R8G8B8": 0,
        "A8R8G8B8": 1,
        "A8B8G8R8": 2,
        "R8G8B8": 3,
        "R5G6B5": 4,
        "X1R5G5B5": 5,
        "A1R5G5B5": 6,
        "R5G5B5A1": 7,
        "X2R10G10B10": 8,
        "A2R10G10B10": 9,
    }),
    "Tables": (
    """Tables that describe the machine to its guest.

    - USUAL: x86: ACPI; arm64: FDT
    - ACPI: ACPI
    - MP: x86: MultiProcessor Specification 1.4 table, no ACPI
    - NONE: none
    - FDT: arm64: device tree
    """, {
        "USUAL": 0,
        "ACPI": 1,
        "MP": 2,
        "NONE": 3,
        "FDT": 4,
    }),
    "AcpiEdition": (
    """Edition of ACPI that the tables follow. Append-only.

    - ACPI_USUAL: 6.3, which all current guests and tools know
    - ACPI_6_5: 6.5: MADT revision 6; PPTT revision 3, where each cache has its id; SPCR revision
      4, with the console's name in the DSDT
    """, {
        "ACPI_USUAL": 0,
        "ACPI_6_5": 1,
    }),
    "CacheType": (
    """Kinds of caches.

    - UNIFIED: data and instructions
    - DATA: data
    - INSTRUCTION: instructions
    """, {
        "UNIFIED": 0,
        "DATA": 1,
        "INSTRUCTION": 2,
    }),
    "Conduit": (
    """arm64: the instruction that calls PSCI.

    - HVC: HVC, which a hypervisor handles
    - SMC: SMC, which firmware handles, or a hypervisor that traps it
    """, {
        "HVC": 0,
        "SMC": 1,
    }),
    "AmlOp": (
    """Operators, with their operands in order. An operand marked = is a target: the integer 0
    discards the result. An operand marked & must denote an object: a path, local or argument, or
    an operator that returns a reference, such as Index. The encoder counts operands, but does not
    check that they are of these kinds.

    - STORE: source, &to
    - COPY_OBJECT: source, &to
    - REF_OF: &object
    - COND_REF_OF: &object, =result
    - DEREF_OF: reference
    - SIZE_OF: &object
    - OBJECT_TYPE: &object
    - INDEX: object, index, =result
    - ADD: a, b, =result
    - SUBTRACT: a, b, =result
    - MULTIPLY: a, b, =result
    - DIVIDE: dividend, divisor, =remainder, =quotient
    - MOD: dividend, divisor, =result
    - INCREMENT: &object
    - DECREMENT: &object
    - SHIFT_LEFT: a, bits, =result
    - SHIFT_RIGHT: a, bits, =result
    - AND: a, b, =result
    - NAND: a, b, =result
    - OR: a, b, =result
    - NOR: a, b, =result
    - XOR: a, b, =result
    - NOT: a, =result
    - FIND_SET_LEFT_BIT: a, =result
    - FIND_SET_RIGHT_BIT: a, =result
    - LAND: a, b
    - LOR: a, b
    - LNOT: a
    - LEQUAL: a, b
    - LGREATER: a, b
    - LLESS: a, b
    - LNOT_EQUAL: a, b
    - LLESS_EQUAL: a, b
    - LGREATER_EQUAL: a, b
    - CONCAT: a, b, =result
    - CONCAT_RES: a, b, =result
    - MID: source, index, length, =result
    - TO_BUFFER: a, =result
    - TO_DECIMAL_STRING: a, =result
    - TO_HEX_STRING: a, =result
    - TO_INTEGER: a, =result
    - TO_STRING: source, length, =result
    - FROM_BCD: a, =result
    - TO_BCD: a, =result
    - WAIT: &event, timeout in ms
    - TIMER: no operand; its value is a time in units of 100 ns
    - DEBUG: no operand; the debug object
    - REVISION: no operand; its value is the interpreter's revision
    - LOAD_TABLE: signature, OEM ID, OEM Table ID, root path, parameter path, parameter
    - CREATE_BIT_FIELD: buffer, bit, path; this and all below are statements
    - CREATE_BYTE_FIELD: buffer, byte, path
    - CREATE_WORD_FIELD: buffer, byte, path
    - CREATE_DWORD_FIELD: buffer, byte, path
    - CREATE_QWORD_FIELD: buffer, byte, path
    - CREATE_FIELD: buffer, bit, bits, path
    - NOTIFY: &object, value
    - RELEASE: &mutex
    - RESET: &event
    - SIGNAL: &event
    - SLEEP: ms
    - STALL: us, up to 100
    - RETURN: value; in a method only
    - BREAK: no operand; in a While only
    - CONTINUE: no operand; in a While only
    - BREAK_POINT: no operand
    - NOOP: no operand
    - OPS: number of operators
    """, {
        "STORE": 0,
        "COPY_OBJECT": 1,
        "REF_OF": 2,
        "COND_REF_OF": 3,
        "DEREF_OF": 4,
        "SIZE_OF": 5,
        "OBJECT_TYPE": 6,
        "INDEX": 7,
        "ADD": 8,
        "SUBTRACT": 9,
        "MULTIPLY": 10,
        "DIVIDE": 11,
        "MOD": 12,
        "INCREMENT": 13,
        "DECREMENT": 14,
        "SHIFT_LEFT": 15,
        "SHIFT_RIGHT": 16,
        "AND": 17,
        "NAND": 18,
        "OR": 19,
        "NOR": 20,
        "XOR": 21,
        "NOT": 22,
        "FIND_SET_LEFT_BIT": 23,
        "FIND_SET_RIGHT_BIT": 24,
        "LAND": 25,
        "LOR": 26,
        "LNOT": 27,
        "LEQUAL": 28,
        "LGREATER": 29,
        "LLESS": 30,
        "LNOT_EQUAL": 31,
        "LLESS_EQUAL": 32,
        "LGREATER_EQUAL": 33,
        "CONCAT": 34,
        "CONCAT_RES": 35,
        "MID": 36,
        "TO_BUFFER": 37,
        "TO_DECIMAL_STRING": 38,
        "TO_HEX_STRING": 39,
        "TO_INTEGER": 40,
        "TO_STRING": 41,
        "FROM_BCD": 42,
        "TO_BCD": 43,
        "WAIT": 44,
        "TIMER": 45,
        "DEBUG": 46,
        "REVISION": 47,
        "LOAD_TABLE": 48,
        "CREATE_BIT_FIELD": 49,
        "CREATE_BYTE_FIELD": 50,
        "CREATE_WORD_FIELD": 51,
        "CREATE_DWORD_FIELD": 52,
        "CREATE_QWORD_FIELD": 53,
        "CREATE_FIELD": 54,
        "NOTIFY": 55,
        "RELEASE": 56,
        "RESET": 57,
        "SIGNAL": 58,
        "SLEEP": 59,
        "STALL": 60,
        "RETURN": 61,
        "BREAK": 62,
        "CONTINUE": 63,
        "BREAK_POINT": 64,
        "NOOP": 65,
        "OPS": 66,
    }),
    "AmlObject": (
    """Types of objects that External may declare. [ACPI: 19.6.98 ObjectType].

    - UNKNOWN: any type
    - INT: integer
    - STRING: string
    - BUFFER: buffer
    - PACKAGE: package
    - FIELD_UNIT: field unit
    - DEVICE: device
    - EVENT: event
    - METHOD: method
    - MUTEX: mutex
    - REGION: operation region
    - POWER_RESOURCE: power resource
    - PROCESSOR: processor
    - THERMAL_ZONE: thermal zone
    - BUFFER_FIELD: buffer field
    """, {
        "UNKNOWN": 0,
        "INT": 1,
        "STRING": 2,
        "BUFFER": 3,
        "PACKAGE": 4,
        "FIELD_UNIT": 5,
        "DEVICE": 6,
        "EVENT": 7,
        "METHOD": 8,
        "MUTEX": 9,
        "REGION": 10,
        "POWER_RESOURCE": 11,
        "PROCESSOR": 12,
        "THERMAL_ZONE": 13,
        "BUFFER_FIELD": 14,
    }),
    "AmlSpaceId": (
    """Address spaces of regions and registers. [ACPI: 5.5.2.4].

    - SYSTEM_MEMORY: guest-physical memory
    - SYSTEM_IO: I/O ports
    - PCI_CONFIG: configuration space of the enclosing PCI device
    - EMBEDDED_CONTROL: embedded controller
    - SMBUS: SMBus
    - SYSTEM_CMOS: CMOS RAM
    - PCI_BAR_TARGET: a BAR of the enclosing PCI device
    - IPMI: IPMI
    - GPIO: GPIO
    - SERIAL_BUS: serial bus
    - PCC: platform communication channel
    - FIXED_HARDWARE: ab_aml_res_register() only: registers of the CPU itself, e.g. MSRs
    """, {
        "SYSTEM_MEMORY": 0,
        "SYSTEM_IO": 1,
        "PCI_CONFIG": 2,
        "EMBEDDED_CONTROL": 3,
        "SMBUS": 4,
        "SYSTEM_CMOS": 5,
        "PCI_BAR_TARGET": 6,
        "IPMI": 7,
        "GPIO": 8,
        "SERIAL_BUS": 9,
        "PCC": 10,
        "FIXED_HARDWARE": 127,
    }),
    "AmlFieldFlags": (
    """Flags of a field: the bitwise OR of an access type, a lock rule and an update rule. [ACPI:
    19.6.48].

    - ANY_ACC: access type: any width
    - BYTE_ACC: access type: 8 bits
    - WORD_ACC: access type: 16 bits
    - DWORD_ACC: access type: 32 bits
    - QWORD_ACC: access type: 64 bits
    - BUFFER_ACC: access type: a buffer, e.g. for SMBus
    - NO_LOCK: lock rule: without the Global Lock
    - LOCK: lock rule: with the Global Lock held
    - PRESERVE: update rule: other bits of the word keep their values
    - WRITE_AS_ONES: update rule: other bits are written as ones
    - WRITE_AS_ZEROS: update rule: other bits are written as zeros
    """, {
        "ANY_ACC": 0,
        "BYTE_ACC": 1,
        "WORD_ACC": 2,
        "DWORD_ACC": 3,
        "QWORD_ACC": 4,
        "BUFFER_ACC": 5,
        "NO_LOCK": 0,
        "LOCK": 16,
        "PRESERVE": 0,
        "WRITE_AS_ONES": 32,
        "WRITE_AS_ZEROS": 64,
    }),
    "AmlIrqFlags": (
    """Flags of an interrupt, combined by bitwise OR; 0: level-triggered, active-high, not shared.

    - EDGE: edge-triggered
    - LOW: active-low
    - SHARED: other devices may share it
    - WAKE: it can wake the machine
    - PRODUCER: ab_aml_res_interrupt() only: the device is a resource producer, not a consumer
    """, {
        "EDGE": 1,
        "LOW": 2,
        "SHARED": 4,
        "WAKE": 8,
        "PRODUCER": 16,
    }),
    "AmlRangeType": (
    """Resource types of address space descriptors. [ACPI: 6.4.3.5].

    - MEMORY: memory
    - IO: I/O ports
    - BUS: bus numbers
    """, {
        "MEMORY": 0,
        "IO": 1,
        "BUS": 2,
    }),
    "AmlRangeFlags": (
    """Flags of an address space descriptor, combined by bitwise OR.

    - PRODUCER: the device is a resource producer, e.g. a bridge, not a consumer
    - SUBTRACTIVE: subtractive decode
    - READ_ONLY: memory: read-only
    - CACHEABLE: memory: cacheable
    - WRITE_COMBINING: memory: write combining
    - PREFETCHABLE: memory: cacheable and prefetchable
    """, {
        "PRODUCER": 1,
        "SUBTRACTIVE": 2,
        "READ_ONLY": 4,
        "CACHEABLE": 8,
        "WRITE_COMBINING": 16,
        "PREFETCHABLE": 24,
    }),
    "Codec": (
    """Compressed formats of kernel files. Append-only.

    - NONE: not compressed, or not recognised
    - GZIP: gzip, RFC 1952
    - XZ: .xz, with any filters that liblzma supports, e.g. x86 BCJ
    - LZMA: .lzma ("alone")
    - LZ4_LEGACY: LZ4 legacy format, magic number 0x184c2102, 8 MiB blocks
    - LZ4: LZ4 frame format
    - ZSTD: Zstandard, RFC 8878
    - BZIP2: .bz2
    - LZO: recognised, so that errors can name it; never decoded
    """, {
        "NONE": 0,
        "GZIP": 1,
        "XZ": 2,
        "LZMA": 3,
        "LZ4_LEGACY": 4,
        "LZ4": 5,
        "ZSTD": 6,
        "BZIP2": 7,
        "LZO": 8,
    }),
    "FdtPhandleOf": (
    """Phandles in the tree of a machine. The caller's own nodes may refer to those whose node the
    machine has.

    - GIC: interrupt controller; interrupt-parent of the root
    - MSI: first ITS, or GICv2m frame
    - CLOCK: fixed clock of 24 MHz, which PrimeCells have
    - GPIO: PL061
    - SMMU: first SMMUv3; those of the others follow, then those of all ITSes but the first
    """, {
        "GIC": 1,
        "MSI": 2,
        "CLOCK": 3,
        "GPIO": 4,
        "SMMU": 8,
    }),
    "ImageFormat": (
    """Image formats. Append-only.

    - UNKNOWN: none of the formats below
    - ELF: ELF32 or ELF64, any machine
    - BZIMAGE: x86 Linux with a setup header, protocol 2.00 or later
    - ARM64: arm64 Linux "Image"
    - ZBOOT: EFI application that contains a compressed arm64 Image
    - PACKED: a kernel file compressed as a whole, e.g. Image.gz. ab_plan_make() and
      ab_kernel_unpack() recognise it, ab_image_probe() does not
    - MULTIBOOT: a file of any other content with a Multiboot header
    - FLAT: any bytes, by AB_PROTOCOL_FLAT or AB_PROTOCOL_FLAT32
    """, {
        "UNKNOWN": 0,
        "ELF": 1,
        "BZIMAGE": 2,
        "ARM64": 3,
        "ZBOOT": 4,
        "PACKED": 5,
        "MULTIBOOT": 6,
        "FLAT": 7,
    }),
    "VcpuStart": (
    """How a CPU begins.

    - RUN: it runs at once, with all of the given state
    - WAIT: x86: it waits for INIT and SIPI; only `msr` applies. arm64: it is off until PSCI
      CPU_ON gives pc and x0; pstate and sysreg apply. KVM holds such a CPU inside of KVM_RUN: on
      x86 if the local APICs are KVM's and its state is KVM_MP_STATE_UNINITIALIZED, which KVM
      refuses without them; on arm64 if it was initialised with KVM_ARM_VCPU_POWER_OFF. On x86,
      KVM_RUN blocks until INIT arrives, and fails with EAGAIN; called again, it blocks until SIPI
      arrives, and runs the CPU. On arm64 it blocks until CPU_ON, and runs the CPU. A signal makes
      it fail with EINTR. So each CPU's thread may call KVM_RUN at once, and calls it again after
      either error.
    """, {
        "RUN": 0,
        "WAIT": 1,
    }),
    "X86Gpr": (
    """General registers by their number in instruction encodings.

    - GPRS: number of registers; r8 to r15 have the numbers 8 to 15
    """, {
        "RAX": 0,
        "RCX": 1,
        "RDX": 2,
        "RBX": 3,
        "RSP": 4,
        "RBP": 5,
        "RSI": 6,
        "RDI": 7,
        "GPRS": 16,
    }),
    "X86Seg": (
    """Segment registers by their number in instruction encodings.

    - SEGS: number of segment registers
    """, {
        "ES": 0,
        "CS": 1,
        "SS": 2,
        "DS": 3,
        "FS": 4,
        "GS": 5,
        "SEGS": 6,
    }),
    "SetupDataType": (
    """Types of setup_data nodes that the library knows. [X86BOOT: setup_data].

    - E820_EXT: E820 entries that the zero page has no room for; only the library makes this node
    - DTB: device tree
    - RNG_SEED: random seed; Linux overwrites it after use
    """, {
        "E820_EXT": 1,
        "DTB": 2,
        "RNG_SEED": 9,
    }),
    "X86Selector": (
    """Selectors of the boot GDT, as the Linux boot protocol requires them. [X86BOOT: 64-bit boot
    protocol].

    - CODE: code segment, __BOOT_CS
    - DATA: data segments, __BOOT_DS
    - TSS: task state segment, whose descriptor takes 16 bytes; KVM and VMX require one
    """, {
        "CODE": 16,
        "DATA": 24,
        "TSS": 32,
    }),
    "X86Mode": (
    """Mode that the code segment of the boot GDT runs in.

    - MODE_32: 32-bit protected mode, paging off
    - MODE_64: long mode
    """, {
        "MODE_32": 0,
        "MODE_64": 1,
    }),
    "Protocol": (
    """How a kernel is entered. Append-only.

    - AUTO: the first of LINUX, SELF, LINUX32, PVH, MULTIBOOT2 and MULTIBOOT that suits the
      kernel file; FIRMWARE if there is no kernel. x86: LINUX suits an ELF that has notes of the
      owner "Linux", LINUX32 an i386 one that has, PVH one with a PVH note; a vmlinux before 4.19
      has no such notes, so its protocol must be named
    - LINUX: x86: 64-bit boot protocol for an ELF kernel, or for the ELF that is unpacked from a
      bzImage. Fastest; the kernel runs at its link address, without KASLR. arm64: boot protocol
      for an Image or ELF kernel. [X86BOOT: 64-bit boot protocol] [ARM64BOOT: 4]
    - SELF: x86: 64-bit entry of a bzImage, whose own decompressor unpacks it. Keeps KASLR and
      works with any codec, but costs the guest time and memory. [X86BOOT: 64-bit boot protocol]
    - PVH: x86: 32-bit PVH entry that an ELF note names. [PVH: ELF note]
    - LINUX32: x86: 32-bit entry of a bzImage, whose own decompressor unpacks it, or of an i386
      ELF (vmlinux), at its e_entry. [X86BOOT: 32-bit boot protocol]
    - FIRMWARE: x86: no kernel; the CPU starts in its reset state at 0xfffffff0, which must lie
      in a blob that is a ROM. The guest gets neither tables nor a memory map: firmware finds both
      by devices of the VMM. [SDM: 9.1.4]
    - MULTIBOOT: x86: 32-bit entry of a kernel with a Multiboot header (version 1): an ELF of
      either class, or a file with load addresses in its header. [MB1: 3.2]
    - MULTIBOOT2: x86: the same by a header of version 2. [MB2: 3.3]
    - FLAT: a flat binary: ab_payload.kernel is not read, whatever it is, but placed as it is at
      ab_payload.flat, and entered there as by LINUX. x86: 64-bit code, RSI is the address of the
      zero page, whose header is a made one; arm64: x0 is that of the device tree. AUTO never takes
      it
    - FLAT32: x86: likewise, entered as by LINUX32: 32-bit code without paging, ESI is the
      address of the zero page
    """, {
        "AUTO": 0,
        "LINUX": 1,
        "SELF": 2,
        "PVH": 3,
        "LINUX32": 4,
        "FIRMWARE": 5,
        "MULTIBOOT": 6,
        "MULTIBOOT2": 7,
        "FLAT": 8,
        "FLAT32": 9,
    }),
    "PayloadFlags": (
    """Flags of a payload.

    - VERIFY: ab_plan_make() decodes the whole kernel once to nowhere, so that ab_plan_place()
      cannot fail in the middle of a stream
    - LA57: x86: enter with 5-level paging; LINUX and SELF only
    - KASLR: AUTO prefers an entry at which the kernel chooses its own address. x86: SELF or
      LINUX32 of a relocatable bzImage, for which the guest pays with its own time and memory.
      arm64: every entry, given `kaslr_seed`. If the kernel has no such entry, the plan warns
    - UKI_TREE: arm64: the .dtb of a UKI describes the machine, whatever machine the tree is for,
      see ab_plan.tree
    - MODULES_LOW: modules, and the initrd before them, ascend from the first free page behind
      the kernel, for guests whose first page tables map little more than the kernel. Without the
      flag they lie as high as they can below 4 GiB, where a guest that takes memory from behind
      its kernel does not overwrite them. Only protocols with modules
    """, {
        "VERIFY": 1,
        "LA57": 2,
        "KASLR": 4,
        "UKI_TREE": 8,
        "MODULES_LOW": 16,
    }),
}

__all__ = list(_TABLE)


def __getattr__(name):
    if name not in _TABLE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from enum import IntEnum
    doc, members = _TABLE[name]
    made = IntEnum(name, members, module=__package__, qualname=name)
    made.__doc__ = doc
    return globals().setdefault(name, made)  # the same one for every thread
