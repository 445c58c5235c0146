# SPDX-License-Identifier: BSD-2-Clause
"""Rows of the ACPI tables of arm64 machines, and of consoles. Offsets of entries in a list count
from the entry's start; their type and length are read apart."""
from .acpi_fields import GAS

TRIGGER = {0: "level", 1: "edge"}
POLARITY = {0: "active high", 1: "active low"}
TIMER_FLAGS = (
    (0, 1, "Timer interrupt Mode", TRIGGER), (1, 1, "Timer Interrupt polarity", POLARITY),
    (2, 1, "Always-on Capability", ""))
GT_FLAGS = TIMER_FLAGS[:2]
GTDT = (
    (36, 8, "x", "CntControlBase Physical Address", ""),
    (44, 4, "x", "Reserved", ""),
    (48, 4, "n", "Secure EL1 Timer GSIV", ""),
    (52, 4, "x", "Secure EL1 Timer Flags", TIMER_FLAGS),
    (56, 4, "n", "Non-Secure EL1 Timer GSIV", ""),
    (60, 4, "x", "Non-Secure EL1 Timer Flags", TIMER_FLAGS),
    (64, 4, "n", "Virtual EL1 Timer GSIV", ""),
    (68, 4, "x", "Virtual EL1 Timer Flags", TIMER_FLAGS),
    (72, 4, "n", "EL2 Timer GSIV", ""),
    (76, 4, "x", "EL2 Timer Flags", TIMER_FLAGS),
    (80, 8, "x", "CntReadBase Physical Address", ""),
    (88, 4, "n", "Platform Timer Count", ""),
    (92, 4, "nd", "Platform Timer Offset", ""),
    (96, 4, "n", "Virtual EL2 Timer GSIV", ""),
    (100, 4, "x", "Virtual EL2 Timer Flags", TIMER_FLAGS),
)
GTDT_ENTRIES = {
    0: ("GT Block", "ACPI 5.2.25.1", (
        (3, 1, "n", "Reserved", ""),
        (4, 8, "x", "GT Block Physical address (CntCtlBase)", ""),
        (12, 4, "n", "GT Block Timer Count", ""),
        (16, 4, "nd", "GT Block Timer Offset", "")), ("GT Block Physical address (CntCtlBase)",)),
    1: ("Arm Generic Watchdog", "ACPI 5.2.25.2", (
        (3, 1, "n", "Reserved", ""),
        (4, 8, "x", "RefreshFrame Physical Address", ""),
        (12, 8, "x", "WatchdogControlFrame Physical Address", ""),
        (20, 4, "n", "Watchdog Timer GSIV", ""),
        (24, 4, "x", "Watchdog Timer Flags", (
            (0, 1, "Timer interrupt Mode", TRIGGER), (1, 1, "Timer Interrupt polarity", POLARITY),
            (2, 1, "Secure Timer", "")))), ("RefreshFrame Physical Address",)),
}
GT_TIMER = (
    (0, 1, "n", "GT Frame Number", ""),
    (1, 3, "x", "Reserved", ""),
    (4, 8, "x", "CntBaseX", ""),
    (12, 8, "x", "CntEL0BaseX", ""),
    (20, 4, "n", "GTx Physical Timer GSIV", ""),
    (24, 4, "x", "GTx Physical Timer Flags", GT_FLAGS),
    (28, 4, "n", "GTx Virtual Timer GSIV", ""),
    (32, 4, "x", "GTx Virtual Timer Flags", GT_FLAGS),
    (36, 4, "x", "GTx Common Flags", (
        (0, 1, "Secure Timer", ""), (1, 1, "Always-on Capability", ""))),
)

PPTT_ENTRIES = {
    0: ("Processor hierarchy node structure", "ACPI 5.2.30.1", (
        (2, 2, "x", "Reserved", ""),
        (4, 4, "x", "Flags", (
            (0, 1, "Physical package", ""), (1, 1, "ACPI Processor ID valid", ""),
            (2, 1, "Processor is a Thread", ""), (3, 1, "Node is a Leaf", ""),
            (4, 1, "Identical Implementation", ""))),
        (8, 4, "xd", "Parent", ""),
        (12, 4, "n", "ACPI Processor ID", ""),
        (16, 4, "n", "Number of private resources", "")), ()),
    1: ("Cache Type Structure", "ACPI 5.2.30.2", (
        (2, 2, "x", "Reserved", ""),
        (4, 4, "x", "Flags", (
            (0, 1, "Size property valid", ""), (1, 1, "Number of sets valid", ""),
            (2, 1, "Associativity valid", ""), (3, 1, "Allocation type valid", ""),
            (4, 1, "Cache type valid", ""), (5, 1, "Write policy valid", ""),
            (6, 1, "Line size valid", ""), (7, 1, "Cache ID valid", ""))),
        (8, 4, "xd", "Next Level of Cache", ""),
        (12, 4, "n", "Size", ""),
        (16, 4, "n", "Number of sets", ""),
        (20, 1, "n", "Associativity", ""),
        (21, 1, "x", "Attributes", (
            (0, 2, "Allocation type", {0: "read", 1: "write", 2: "read and write",
                                       3: "read and write"}),
            (2, 2, "Cache type", {0: "data", 1: "instruction", 2: "unified", 3: "unified"}),
            (4, 1, "Write policy", {0: "write back", 1: "write through"}))),
        (22, 2, "n", "Line size", ""),
        (24, 4, "n", "Cache ID", "")), ()),
    2: ("ID structure", "ACPI63 5.2.29.3", (
        (2, 2, "x", "Reserved", ""),
        (4, 4, "t", "VENDOR_ID", ""),
        (8, 8, "x", "LEVEL_1_ID", ""),
        (16, 8, "x", "LEVEL_2_ID", ""),
        (24, 2, "n", "MAJOR_REV", ""),
        (26, 2, "n", "MINOR_REV", ""),
        (28, 2, "n", "SPIN_REV", "")), ()),
}

IORT = (
    (36, 4, "n", "Number of IORT Nodes", ""),
    (40, 4, "xd", "Offset to Array of IORT Nodes", ""),
    (44, 4, "x", "Reserved", ""),
)
NODE = (  # behind type and length
    (3, 1, "n", "Revision", ""),
    (4, 4, "n", "Identifier", ""),
    (8, 4, "n", "Number of ID mappings", ""),
    (12, 4, "xd", "Reference to ID Array", ""),
)
MEMORY = (
    (0, 4, "n", "CCA", {0: "not coherent", 1: "coherent"}),
    (4, 1, "x", "AH", (
        (0, 1, "TR", ""), (1, 1, "WA", ""), (2, 1, "RA", ""), (3, 1, "AHO", ""))),
    (5, 2, "x", "Reserved", ""),
    (7, 1, "x", "MAF", ((0, 1, "CPM", ""), (1, 1, "DACS", ""), (2, 1, "CANWBS", ""))),
)
IORT_ENTRIES = {
    0: ("ITS group", "IORTE 3", NODE + (
        (16, 4, "n", "Number of ITSs", ""),), ()),
    1: ("Named component", "IORTE 3", NODE + (
        (16, 4, "x", "Node Flags", ((0, 1, "Stall supported", ""), (1, 5, "PASID width", ""))),
        (20, 8, "s", "Memory access properties", MEMORY),
        (28, 1, "n", "Device memory address size limit", "")), ()),
    2: ("Root complex", "IORTE 3", NODE + (
        (16, 8, "s", "Memory access properties", MEMORY),
        (24, 4, "x", "ATS Attribute", ((0, 1, "ATS supported", ""), (1, 1, "PRI supported", ""),
                                       (2, 1, "PASID forwarding supported", ""))),
        (28, 4, "n", "PCI Segment number", ""),
        (32, 1, "n", "Memory address size limit", ""),
        (33, 2, "x", "PASID capabilities", ((0, 5, "Max PASID width", ""),)),
        (35, 1, "n", "Reserved", "")), ("PCI Segment number",)),
    3: ("SMMUv1 or v2", "IORTE 3", NODE + (
        (16, 8, "x", "Base Address", ""),
        (24, 8, "x", "Span", ""),
        (32, 4, "n", "Model", {0: "SMMUv1", 1: "SMMUv2", 2: "Corelink MMU-400",
                               3: "Corelink MMU-500", 4: "Corelink MMU-401",
                               5: "Cavium ThunderX SMMUv2"}),
        (36, 4, "x", "Flags", ((0, 1, "DVM supported", ""), (1, 1, "COHACC override", ""))),
        (40, 4, "nd", "Reference to global Interrupt array", ""),
        (44, 4, "n", "Number of context interrupts", ""),
        (48, 4, "nd", "Reference to context interrupt array", ""),
        (52, 4, "n", "Number of PMU interrupts", ""),
        (56, 4, "nd", "Reference to PMU interrupt array", "")), ("Base Address",)),
    4: ("SMMUv3", "IORTE 3", NODE + (
        (16, 8, "x", "Base Address", ""),
        (24, 4, "x", "Flags", (
            (0, 1, "COHACC override", ""), (1, 2, "HTTU override", ""),
            (3, 1, "Proximity domain valid", ""), (4, 1, "DeviceID mapping index valid", ""))),
        (28, 4, "x", "Reserved", ""),
        (32, 8, "x", "VATOS Address", ""),
        (40, 4, "n", "Model", {0: "generic SMMUv3", 1: "HiSilicon Hi161x",
                               2: "Cavium CN99xx"}),
        (44, 4, "n", "Event", "GSIV"),
        (48, 4, "n", "PRI", "GSIV"),
        (52, 4, "n", "GERR", "GSIV"),
        (56, 4, "n", "Sync", "GSIV"),
        (60, 4, "n", "Proximity domain", ""),
        (64, 4, "n", "DeviceID mapping index", "")), ("Base Address",)),
    5: ("PMCG", "IORTE 3", NODE + (
        (16, 8, "x", "Page 0 Base Address", ""),
        (24, 4, "n", "Overflow interrupt GSIV", ""),
        (28, 4, "xd", "Node reference", ""),
        (32, 8, "x", "Page 1 Base Address", "")), ("Page 0 Base Address",)),
    6: ("Reserved memory range", "IORTE 3", NODE + (
        (16, 4, "x", "Flags", (
            (0, 1, "Remapping Permitted", ""), (1, 1, "Access Privileged", ""),
            (2, 8, "Access Attributes", {0: "Device-nGnRnE", 1: "Device-nGnRE",
                                         2: "Device-nGRE", 3: "Device-GRE",
                                         4: "Normal non-cacheable", 5: "Normal write-back"}))),
        (20, 4, "n", "Number of Memory Range Descriptors", ""),
        (24, 4, "nd", "Reference to Memory Range Descriptors", "")), ("Identifier",)),
}
COMPLEX_FLAGS = ((0, 1, "PASID supported", ""),)  # of a root complex, from revision 4 on
ID_MAPPING = (
    (0, 4, "x", "Input base", ""),
    (4, 4, "n", "Number of IDs", "less one"),
    (8, 4, "x", "Output base", ""),
    (12, 4, "xd", "Output Reference", ""),
    (16, 4, "x", "Flags", ((0, 1, "Single mapping", ""),)),
)
MEMORY_RANGE = (
    (0, 8, "x", "Physical Range offset", ""),
    (8, 8, "x", "Physical Range length", ""),
    (16, 4, "x", "Reserved", ""),
)
INTERRUPT = (
    (0, 4, "n", "GSIV", ""),
    (4, 4, "x", "Flags", ((0, 1, "Edge", TRIGGER),)),
)

DBG2 = (
    (36, 4, "nd", "OffsetDbgDeviceInfo", ""),
    (40, 4, "n", "NumberDbgDeviceInfo", ""),
)
PORT_TYPES = {0x8000: "serial", 0x8001: "1394", 0x8002: "USB", 0x8003: "net"}
SERIAL = {0: "16550", 1: "16450 or 16550 subset", 2: "MAX311xE SPI", 3: "Arm PL011",
          4: "MSM8x60", 5: "Nvidia 16550", 6: "TI OMAP", 8: "APM88xxxx", 9: "MSM8974",
          10: "SAM5250", 11: "Intel USIF", 12: "i.MX 6", 13: "Arm SBSA, 32-bit", 14: "Arm SBSA",
          15: "Arm DCC", 16: "BCM2835", 17: "SDM845", 18: "16550 with a generic address",
          19: "SDM845", 20: "Intel LPSS"}
DBG2_DEVICE = (
    (0, 1, "n", "Revision", ""),
    (1, 2, "nd", "Length", ""),
    (3, 1, "n", "NumberofGenericAddressRegisters", ""),
    (4, 2, "nd", "NamespaceStringLength", ""),
    (6, 2, "nd", "NamespaceStringOffset", ""),
    (8, 2, "nd", "OemDataLength", ""),
    (10, 2, "nd", "OemDataOffset", ""),
    (12, 2, "x", "Port Type", PORT_TYPES),
    (14, 2, "n", "Port Subtype", SERIAL),
    (16, 2, "x", "Reserved", ""),
    (18, 2, "nd", "BaseAddressRegisterOffset", ""),
    (20, 2, "nd", "AddressSizeOffset", ""),
)

SPCR = (
    (36, 1, "n", "Interface Type", SERIAL),
    (37, 3, "x", "Reserved", ""),
    (40, 12, "s", "Base Address", GAS),
    (52, 1, "x", "Interrupt Type", (
        (0, 1, "dual 8259", ""), (1, 1, "I/O APIC", ""), (2, 1, "I/O SAPIC", ""),
        (3, 1, "Arm GIC", ""), (4, 1, "RISC-V PLIC or APLIC", ""))),
    (53, 1, "n", "IRQ", ""),
    (54, 4, "n", "Global System Interrupt", ""),
    (58, 1, "n", "Configured Baud Rate", {0: "as it is", 3: "9600", 4: "19200", 6: "57600",
                                          7: "115200"}),
    (59, 1, "n", "Parity", {0: "none"}),
    (60, 1, "n", "Stop Bits", {1: "one"}),
    (61, 1, "x", "Flow Control", (
        (0, 1, "DCD required", ""), (1, 1, "RTS/CTS", ""), (2, 1, "XON/XOFF", ""))),
    (62, 1, "n", "Terminal Type", {0: "VT100", 1: "VT100+", 2: "VT-UTF8", 3: "ANSI"}),
    (63, 1, "n", "Language", ""),
    (64, 2, "x", "PCI Device ID", {0xFFFF: "no PCI device"}),
    (66, 2, "x", "PCI Vendor ID", {0xFFFF: "no PCI device"}),
    (68, 1, "n", "PCI Bus Number", ""),
    (69, 1, "n", "PCI Device Number", ""),
    (70, 1, "n", "PCI Function Number", ""),
    (71, 4, "x", "PCI Flags", ""),
    (75, 1, "n", "PCI Segment", ""),
    (76, 4, "n", "UART Clock Frequency", "Hz; 0: not told"),
    (80, 4, "n", "Precise Baud Rate", ""),
    (84, 2, "nd", "NamespaceStringLength", ""),
    (86, 2, "nd", "NamespaceStringOffset", ""),
)

TABLES = {
    "DBG2": ("Debug Port Table 2", "DBG2 table", DBG2),
    "GTDT": ("Generic Timer Description Table", "ACPI 5.2.25", GTDT),
    "IORT": ("I/O Remapping Table", "IORTE 3", IORT),
    "PPTT": ("Processor Properties Topology Table", "ACPI 5.2.30", ()),
    "SPCR": ("Serial Port Console Redirection Table", "SPCR table", SPCR),
}
