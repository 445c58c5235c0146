# SPDX-License-Identifier: BSD-2-Clause
"""Rows of the ACPI tables that machines of every kind have. Offsets of entries in a list count
from the entry's start; their type and length are read apart."""

HEADER = (
    (0, 4, "t", "Signature", ""),
    (4, 4, "nd", "Length", ""),
    (8, 1, "n", "Revision", ""),
    (9, 1, "xd", "Checksum", ""),
    (10, 6, "t", "OEMID", ""),
    (16, 8, "t", "OEM Table ID", ""),
    (24, 4, "x", "OEM Revision", ""),
    (28, 4, "t", "Creator ID", ""),
    (32, 4, "x", "Creator Revision", ""),
)

SPACES = {0: "System Memory", 1: "System I/O", 2: "PCI configuration", 3: "embedded controller",
          4: "SMBus", 5: "System CMOS", 6: "PCI BAR target", 7: "IPMI", 8: "GPIO",
          9: "generic serial bus", 10: "PCC", 11: "platform runtime mechanism",
          0x7F: "functional fixed hardware"}
GAS = (
    (0, 1, "n", "Address Space ID", SPACES),
    (1, 1, "n", "Register Bit Width", ""),
    (2, 1, "n", "Register Bit Offset", ""),
    (3, 1, "n", "Access Size", {0: "undefined", 1: "byte", 2: "word", 3: "dword", 4: "qword"}),
    (4, 8, "x", "Address", ""),
)

RSDP = (
    (0, 8, "t", "Signature", ""),
    (8, 1, "xd", "Checksum", "of the first 20 bytes"),
    (9, 6, "t", "OEMID", ""),
    (15, 1, "n", "Revision", ""),
    (16, 4, "xd", "RsdtAddress", ""),
    (20, 4, "nd", "Length", ""),
    (24, 8, "xd", "XsdtAddress", ""),
    (32, 1, "xd", "Extended Checksum", "of all bytes"),
    (33, 3, "x", "Reserved", ""),
)

FACS = (
    (0, 4, "t", "Signature", ""),
    (4, 4, "nd", "Length", ""),
    (8, 4, "x", "Hardware Signature", ""),
    (12, 4, "x", "Firmware Waking Vector", ""),
    (16, 4, "x", "Global Lock", ""),
    (20, 4, "x", "Flags", (
        (0, 1, "S4BIOS_F", ""),
        (1, 1, "64BIT_WAKE_SUPPORTED_F", ""))),
    (24, 8, "x", "X Firmware Waking Vector", ""),
    (32, 1, "n", "Version", ""),
    (33, 3, "x", "Reserved", ""),
    (36, 4, "x", "OSPM Flags", ((0, 1, "64BIT_WAKE_F", ""),)),
    (40, 24, "b", "Reserved", ""),
)

PROFILES = {0: "unspecified", 1: "desktop", 2: "mobile", 3: "workstation", 4: "enterprise server",
            5: "SOHO server", 6: "appliance PC", 7: "performance server", 8: "tablet"}
BOOT_ARCH = (
    (0, 1, "LEGACY_DEVICES", ""), (1, 1, "8042", ""), (2, 1, "VGA Not Present", ""),
    (3, 1, "MSI Not Supported", ""), (4, 1, "PCIe ASPM Controls", ""),
    (5, 1, "CMOS RTC Not Present", ""))
FADT_FLAGS = (
    (0, 1, "WBINVD", ""), (1, 1, "WBINVD_FLUSH", ""), (2, 1, "PROC_C1", ""),
    (3, 1, "P_LVL2_UP", ""), (4, 1, "PWR_BUTTON", {0: "fixed button", 1: "device or none"}),
    (5, 1, "SLP_BUTTON", {0: "fixed button", 1: "device or none"}), (6, 1, "FIX_RTC", ""),
    (7, 1, "RTC_S4", ""), (8, 1, "TMR_VAL_EXT", {0: "24 bits", 1: "32 bits"}),
    (9, 1, "DCK_CAP", ""), (10, 1, "RESET_REG_SUP", ""), (11, 1, "SEALED_CASE", ""),
    (12, 1, "HEADLESS", ""), (13, 1, "CPU_SW_SLP", ""), (14, 1, "PCI_EXP_WAK", ""),
    (15, 1, "USE_PLATFORM_CLOCK", ""), (16, 1, "S4_RTC_STS_VALID", ""),
    (17, 1, "REMOTE_POWER_ON_CAPABLE", ""), (18, 1, "FORCE_APIC_CLUSTER_MODEL", ""),
    (19, 1, "FORCE_APIC_PHYSICAL_DESTINATION_MODE", ""), (20, 1, "HW_REDUCED_ACPI", ""),
    (21, 1, "LOW_POWER_S0_IDLE_CAPABLE", ""), (22, 2, "PERSISTENT_CPU_CACHES", {
        0: "not told", 1: "lost with the power", 2: "written back when power is lost"}))
FADT = (
    (36, 4, "xd", "FIRMWARE_CTRL", "address of the FACS"),
    (40, 4, "xd", "DSDT", "address of the DSDT"),
    (44, 1, "n", "Reserved", "ACPI 1.0: interrupt model"),
    (45, 1, "n", "Preferred_PM_Profile", PROFILES),
    (46, 2, "n", "SCI_INT", ""),
    (48, 4, "x", "SMI_CMD", ""),
    (52, 1, "x", "ACPI_ENABLE", ""),
    (53, 1, "x", "ACPI_DISABLE", ""),
    (54, 1, "x", "S4BIOS_REQ", ""),
    (55, 1, "x", "PSTATE_CNT", ""),
    (56, 4, "x", "PM1a_EVT_BLK", ""),
    (60, 4, "x", "PM1b_EVT_BLK", ""),
    (64, 4, "x", "PM1a_CNT_BLK", ""),
    (68, 4, "x", "PM1b_CNT_BLK", ""),
    (72, 4, "x", "PM2_CNT_BLK", ""),
    (76, 4, "x", "PM_TMR_BLK", ""),
    (80, 4, "x", "GPE0_BLK", ""),
    (84, 4, "x", "GPE1_BLK", ""),
    (88, 1, "n", "PM1_EVT_LEN", ""),
    (89, 1, "n", "PM1_CNT_LEN", ""),
    (90, 1, "n", "PM2_CNT_LEN", ""),
    (91, 1, "n", "PM_TMR_LEN", ""),
    (92, 1, "n", "GPE0_BLK_LEN", ""),
    (93, 1, "n", "GPE1_BLK_LEN", ""),
    (94, 1, "n", "GPE1_BASE", ""),
    (95, 1, "x", "CST_CNT", ""),
    (96, 2, "n", "P_LVL2_LAT", "microseconds; above 100: no C2"),
    (98, 2, "n", "P_LVL3_LAT", "microseconds; above 1000: no C3"),
    (100, 2, "n", "FLUSH_SIZE", ""),
    (102, 2, "n", "FLUSH_STRIDE", ""),
    (104, 1, "n", "DUTY_OFFSET", ""),
    (105, 1, "n", "DUTY_WIDTH", ""),
    (106, 1, "n", "DAY_ALRM", ""),
    (107, 1, "n", "MON_ALRM", ""),
    (108, 1, "n", "CENTURY", ""),
    (109, 2, "x", "IAPC_BOOT_ARCH", BOOT_ARCH),
    (111, 1, "n", "Reserved", ""),
    (112, 4, "x", "Flags", FADT_FLAGS),
    (116, 12, "s", "RESET_REG", GAS),
    (128, 1, "x", "RESET_VALUE", ""),
    (129, 2, "x", "ARM_BOOT_ARCH", (
        (0, 1, "PSCI_COMPLIANT", ""), (1, 1, "PSCI_USE_HVC", {0: "SMC", 1: "HVC"}))),
    (131, 1, "n", "FADT Minor Version", ""),
    (132, 8, "xd", "X_FIRMWARE_CTRL", "address of the FACS"),
    (140, 8, "xd", "X_DSDT", "address of the DSDT"),
    (148, 12, "s", "X_PM1a_EVT_BLK", GAS),
    (160, 12, "s", "X_PM1b_EVT_BLK", GAS),
    (172, 12, "s", "X_PM1a_CNT_BLK", GAS),
    (184, 12, "s", "X_PM1b_CNT_BLK", GAS),
    (196, 12, "s", "X_PM2_CNT_BLK", GAS),
    (208, 12, "s", "X_PM_TMR_BLK", GAS),
    (220, 12, "s", "X_GPE0_BLK", GAS),
    (232, 12, "s", "X_GPE1_BLK", GAS),
    (244, 12, "s", "SLEEP_CONTROL_REG", GAS),
    (256, 12, "s", "SLEEP_STATUS_REG", GAS),
    (268, 8, "x", "Hypervisor Vendor Identity", ""),
)

APIC_FLAGS = ((0, 1, "Enabled", ""), (1, 1, "Online Capable", ""))
MPS_INTI = (
    (0, 2, "Polarity", {0: "as the bus has it", 1: "active high", 3: "active low"}),
    (2, 2, "Trigger Mode", {0: "as the bus has it", 1: "edge", 3: "level"}))
MODE = {0: "level", 1: "edge"}
MADT = (
    (36, 4, "x", "Local Interrupt Controller Address", ""),
    (40, 4, "x", "Flags", ((0, 1, "PCAT_COMPAT", "two 8259s"),)),
)
MADT_ENTRIES = {
    0: ("Processor Local APIC", "ACPI 5.2.12.2", (
        (2, 1, "n", "ACPI Processor UID", ""),
        (3, 1, "n", "APIC ID", ""),
        (4, 4, "x", "Flags", APIC_FLAGS)), ("APIC ID",)),
    1: ("I/O APIC", "ACPI 5.2.12.3", (
        (2, 1, "n", "I/O APIC ID", ""),
        (3, 1, "n", "Reserved", ""),
        (4, 4, "x", "I/O APIC Address", ""),
        (8, 4, "n", "Global System Interrupt Base", "")), ("I/O APIC ID",)),
    2: ("Interrupt Source Override", "ACPI 5.2.12.5", (
        (2, 1, "n", "Bus", {0: "ISA"}),
        (3, 1, "n", "Source", ""),
        (4, 4, "n", "Global System Interrupt", ""),
        (8, 2, "x", "Flags", MPS_INTI)), ("Bus", "Source")),
    3: ("Non-Maskable Interrupt Source", "ACPI 5.2.12.6", (
        (2, 2, "x", "Flags", MPS_INTI),
        (4, 4, "n", "Global System Interrupt", "")), ("Global System Interrupt",)),
    4: ("Local APIC NMI", "ACPI 5.2.12.7", (
        (2, 1, "n", "ACPI Processor UID", {255: "all"}),
        (3, 2, "x", "Flags", MPS_INTI),
        (5, 1, "n", "Local APIC LINT#", "")), ("ACPI Processor UID", "Local APIC LINT#")),
    5: ("Local APIC Address Override", "ACPI 5.2.12.8", (
        (2, 2, "x", "Reserved", ""),
        (4, 8, "x", "Local APIC Address", "")), ()),
    6: ("I/O SAPIC", "ACPI 5.2.12.9", (
        (2, 1, "n", "I/O APIC ID", ""),
        (3, 1, "n", "Reserved", ""),
        (4, 4, "n", "Global System Interrupt Base", ""),
        (8, 8, "x", "I/O SAPIC Address", "")), ("I/O APIC ID",)),
    7: ("Local SAPIC", "ACPI 5.2.12.10", (
        (2, 1, "n", "ACPI Processor ID", ""),
        (3, 1, "n", "Local SAPIC ID", ""),
        (4, 1, "n", "Local SAPIC EID", ""),
        (5, 3, "x", "Reserved", ""),
        (8, 4, "x", "Flags", APIC_FLAGS[:1]),
        (12, 4, "n", "ACPI Processor UID Value", "")), ("Local SAPIC ID", "Local SAPIC EID")),
    8: ("Platform Interrupt Source", "ACPI 5.2.12.11", (
        (2, 2, "x", "Flags", MPS_INTI),
        (4, 1, "n", "Interrupt Type", {1: "PMI", 2: "INIT", 3: "corrected platform error"}),
        (5, 1, "n", "Processor ID", ""),
        (6, 1, "n", "Processor EID", ""),
        (7, 1, "n", "I/O SAPIC Vector", ""),
        (8, 4, "n", "Global System Interrupt", ""),
        (12, 4, "x", "Platform Interrupt Source Flags", ((0, 1, "CPEI Processor Override", ""),))),
        ("Global System Interrupt",)),
    9: ("Processor Local x2APIC", "ACPI 5.2.12.12", (
        (2, 2, "x", "Reserved", ""),
        (4, 4, "n", "X2APIC ID", ""),
        (8, 4, "x", "Flags", APIC_FLAGS),
        (12, 4, "n", "ACPI Processor UID", "")), ("X2APIC ID",)),
    10: ("Local x2APIC NMI", "ACPI 5.2.12.13", (
        (2, 2, "x", "Flags", MPS_INTI),
        (4, 4, "n", "ACPI Processor UID", {0xFFFFFFFF: "all"}),
        (8, 1, "n", "Local x2APIC LINT#", ""),
        (9, 3, "x", "Reserved", "")), ("ACPI Processor UID", "Local x2APIC LINT#")),
    11: ("GIC CPU Interface (GICC)", "ACPI 5.2.12.14", (
        (2, 2, "x", "Reserved", ""),
        (4, 4, "n", "CPU Interface Number", ""),
        (8, 4, "n", "ACPI Processor UID", ""),
        (12, 4, "x", "Flags", (
            (0, 1, "Enabled", ""), (1, 1, "Performance Interrupt Mode", MODE),
            (2, 1, "VGIC Maintenance Interrupt Mode Flags", MODE), (3, 1, "Online Capable", ""))),
        (16, 4, "n", "Parking Protocol Version", ""),
        (20, 4, "n", "Performance Interrupt GSIV", ""),
        (24, 8, "x", "Parked Address", ""),
        (32, 8, "x", "Physical Base Address", ""),
        (40, 8, "x", "GICV", ""),
        (48, 8, "x", "GICH", ""),
        (56, 4, "n", "VGIC Maintenance interrupt", ""),
        (60, 8, "x", "GICR Base Address", ""),
        (68, 8, "x", "MPIDR", ""),
        (76, 1, "n", "Processor Power Efficiency Class", ""),
        (77, 1, "n", "Reserved", ""),
        (78, 2, "n", "SPE overflow Interrupt", ""),
        (80, 2, "n", "TRBE Interrupt", "")), ("MPIDR",)),
    12: ("GIC Distributor (GICD)", "ACPI 5.2.12.15", (
        (2, 2, "x", "Reserved", ""),
        (4, 4, "n", "GIC ID", ""),
        (8, 8, "x", "Physical Base Address", ""),
        (16, 4, "n", "System Vector Base", ""),
        (20, 1, "n", "GIC version", {0: "to be discovered", 1: "GICv1", 2: "GICv2", 3: "GICv3",
                                     4: "GICv4"}),
        (21, 3, "x", "Reserved", "")), ("GIC ID",)),
    13: ("GIC MSI Frame", "ACPI 5.2.12.16", (
        (2, 2, "x", "Reserved", ""),
        (4, 4, "n", "GIC MSI Frame ID", ""),
        (8, 8, "x", "Physical Base Address", ""),
        (16, 4, "x", "Flags", ((0, 1, "SPI Count/Base Select", {
            0: "MSI_TYPER counts", 1: "the fields below count"}),)),
        (20, 2, "n", "SPI Count", ""),
        (22, 2, "n", "SPI Base", "")), ("GIC MSI Frame ID",)),
    14: ("GIC Redistributor (GICR)", "ACPI 5.2.12.17", (
        (2, 2, "x", "Reserved", ""),
        (4, 8, "x", "Discovery Range Base Address", ""),
        (12, 4, "x", "Discovery Range Length", "")), ("Discovery Range Base Address",)),
    15: ("GIC Interrupt Translation Service (ITS)", "ACPI 5.2.12.18", (
        (2, 2, "x", "Reserved", ""),
        (4, 4, "n", "GIC ITS ID", ""),
        (8, 8, "x", "Physical Base Address", ""),
        (16, 4, "x", "Reserved", "")), ("GIC ITS ID",)),
    16: ("Multiprocessor Wakeup", "ACPI 5.2.12.19", (
        (2, 2, "n", "MailBox Version", ""),
        (4, 4, "x", "Reserved", ""),
        (8, 8, "x", "MailBox Address", "")), ()),
}

SRAT = (
    (36, 4, "n", "Reserved", "must be 1"),
    (40, 8, "x", "Reserved", ""),
)
ENABLED = ((0, 1, "Enabled", ""),)
GENERIC = (
    (2, 1, "n", "Reserved", ""),
    (3, 1, "n", "Device Handle Type", {0: "ACPI", 1: "PCI"}),
    (4, 4, "n", "Proximity Domain", ""),
    (8, 16, "b", "Device Handle", ""),
    (24, 4, "x", "Flags", ((0, 1, "Enabled", ""), (1, 1, "Architectural Transactions", ""))),
    (28, 4, "x", "Reserved", ""),
)
SRAT_ENTRIES = {
    0: ("Processor Local APIC/SAPIC Affinity", "ACPI 5.2.16.1", (
        (2, 1, "n", "Proximity Domain [7:0]", ""),
        (3, 1, "n", "APIC ID", ""),
        (4, 4, "x", "Flags", ENABLED),
        (8, 1, "n", "Local SAPIC EID", ""),
        (9, 3, "n", "Proximity Domain [31:8]", ""),
        (12, 4, "n", "Clock Domain", "")), ("APIC ID",)),
    1: ("Memory Affinity", "ACPI 5.2.16.2", (
        (2, 4, "n", "Proximity Domain", ""),
        (6, 2, "x", "Reserved", ""),
        (8, 8, "x", "Base Address", ""),
        (16, 8, "x", "Length", ""),
        (24, 4, "x", "Reserved", ""),
        (28, 4, "x", "Flags", (
            (0, 1, "Enabled", ""), (1, 1, "Hot Pluggable", ""), (2, 1, "NonVolatile", ""))),
        (32, 8, "x", "Reserved", "")), ("Base Address",)),
    2: ("Processor Local x2APIC Affinity", "ACPI 5.2.16.3", (
        (2, 2, "x", "Reserved", ""),
        (4, 4, "n", "Proximity Domain", ""),
        (8, 4, "n", "X2APIC ID", ""),
        (12, 4, "x", "Flags", ENABLED),
        (16, 4, "n", "Clock Domain", ""),
        (20, 4, "x", "Reserved", "")), ("X2APIC ID",)),
    3: ("GICC Affinity", "ACPI 5.2.16.4", (
        (2, 4, "n", "Proximity Domain", ""),
        (6, 4, "n", "ACPI Processor UID", ""),
        (10, 4, "x", "Flags", ENABLED),
        (14, 4, "n", "Clock Domain", "")), ("ACPI Processor UID",)),
    4: ("GIC Interrupt Translation Service (ITS) Affinity", "ACPI 5.2.16.5", (
        (2, 4, "n", "Proximity Domain", ""),
        (6, 2, "x", "Reserved", ""),
        (8, 4, "n", "ITS ID", "")), ("ITS ID",)),
    5: ("Generic Initiator Affinity", "ACPI 5.2.16.6", GENERIC, ("Device Handle",)),
    6: ("Generic Port Affinity", "ACPI 5.2.16.7", GENERIC, ("Device Handle",)),
    7: ("RINTC Affinity", "ACPI 5.2.16", (
        (2, 2, "x", "Reserved", ""),
        (4, 4, "n", "Proximity Domain", ""),
        (8, 4, "n", "ACPI Processor UID", ""),
        (12, 4, "x", "Flags", ENABLED),
        (16, 4, "n", "Clock Domain", "")), ("ACPI Processor UID",)),
}

MCFG = ((36, 8, "x", "Reserved", ""),)
MCFG_ENTRY = (
    (0, 8, "x", "Base Address", ""),
    (8, 2, "n", "PCI Segment Group Number", ""),
    (10, 1, "n", "Start Bus Number", ""),
    (11, 1, "n", "End Bus Number", ""),
    (12, 4, "x", "Reserved", ""),
)

HPET = (
    (36, 4, "x", "Event Timer Block ID", ""),
    (40, 12, "s", "BASE_ADDRESS", GAS),
    (52, 1, "n", "HPET Number", ""),
    (53, 2, "n", "Main Counter Minimum Clock_tick in Periodic Mode", ""),
    (55, 1, "x", "Page Protection And OEM Attribute", (
        (0, 1, "4 KiB page protected", ""), (1, 1, "64 KiB page protected", ""))),
)

WAET = (
    (36, 4, "x", "Emulated Device Flags", (
        (0, 1, "RTC good", "needs no read to acknowledge"),
        (1, 1, "ACPI PM timer good", "one read suffices"))),
)

UEFI = (
    (36, 16, "g", "Identifier", ""),
    (52, 2, "n", "DataOffset", ""),
)

BGRT = (
    (36, 2, "n", "Version", ""),
    (38, 1, "x", "Status", (
        (0, 1, "Displayed", ""),
        (1, 2, "Orientation Offset", {0: "0", 1: "90", 2: "180", 3: "270"}))),
    (39, 1, "n", "Image Type", {0: "bitmap"}),
    (40, 8, "x", "Image Address", ""),
    (48, 4, "n", "Image Offset X", ""),
    (52, 4, "n", "Image Offset Y", ""),
)

SLIT = ((36, 8, "n", "Number of System Localities", ""),)

# title, section, rows behind the header
TABLES = {
    "APIC": ("Multiple APIC Description Table (MADT)", "ACPI 5.2.12", MADT),
    "BGRT": ("Boot Graphics Resource Table", "ACPI 5.2.23", BGRT),
    "DSDT": ("Differentiated System Description Table", "ACPI 5.2.11.1", ()),
    "FACP": ("Fixed ACPI Description Table (FADT)", "ACPI 5.2.9", FADT),
    "FACS": ("Firmware ACPI Control Structure", "ACPI 5.2.10", FACS),
    "HPET": ("High Precision Event Timer Description Table", "HPET 3.2.4", HPET),
    "MCFG": ("Memory Mapped Configuration Table", "PCIFW 4.1.2", MCFG),
    "PSDT": ("Persistent System Description Table", "ACPI 5.2.11.3", ()),
    "RSD ": ("Root System Description Pointer", "ACPI 5.2.5.3", RSDP),
    "RSDT": ("Root System Description Table", "ACPI 5.2.7", ()),
    "SLIT": ("System Locality Information Table", "ACPI 5.2.17", SLIT),
    "SRAT": ("System Resource Affinity Table", "ACPI 5.2.16", SRAT),
    "SSDT": ("Secondary System Description Table", "ACPI 5.2.11.2", ()),
    "UEFI": ("UEFI Table", "UEFI O", UEFI),
    "WAET": ("Windows ACPI Emulated Devices Table", "WAET table", WAET),
    "XSDT": ("Extended System Description Table", "ACPI 5.2.8", ()),
}
