# SPDX-License-Identifier: BSD-2-Clause
"""Rows of the ACPI tables that only some machines have: those of IOMMUs, TPMs, memory's speed,
errors, firmware's times and channels to the platform. Offsets of entries in a list count from the
entry's start; their type and length are read apart."""
from .acpi_fields import GAS

TPM2 = (
    (36, 2, "n", "Platform Class", {0: "client", 1: "server"}),
    (38, 2, "x", "Reserved", ""),
    (40, 8, "x", "Address of CRB Control Area", ""),
    (48, 4, "n", "Start Method", {2: "ACPI", 6: "MMIO (FIFO)", 7: "CRB", 8: "CRB with ACPI",
                                  11: "CRB with SMC"}),
    (52, 12, "b", "Platform Specific Parameters", ""),
    (64, 4, "n", "Log Area Minimum Length", ""),
    (68, 8, "x", "Log Area Start Address", ""),
)

VIOT = (
    (36, 2, "n", "Node count", ""),
    (38, 2, "nd", "Node offset", ""),
    (40, 8, "x", "Reserved", ""),
)
VIOT_ENTRIES = {
    1: ("PCI range", "ACPI 5.2.32.3", (
        (1, 1, "n", "Reserved", ""),
        (4, 4, "x", "Endpoint start", ""),
        (8, 2, "n", "PCI Segment start", ""),
        (10, 2, "n", "PCI Segment end", ""),
        (12, 2, "x", "PCI BDF start", ""),
        (14, 2, "x", "PCI BDF end", ""),
        (16, 2, "nd", "Output node", ""),
        (18, 6, "x", "Reserved", "")), ("Endpoint start",)),
    2: ("MMIO endpoint", "ACPI 5.2.32.4", (
        (1, 1, "n", "Reserved", ""),
        (4, 4, "x", "Endpoint ID", ""),
        (8, 8, "x", "Base address", ""),
        (16, 2, "nd", "Output node", ""),
        (18, 6, "x", "Reserved", "")), ("Endpoint ID",)),
    3: ("virtio-iommu based on virtio-pci", "ACPI 5.2.32.5", (
        (1, 1, "n", "Reserved", ""),
        (4, 2, "n", "PCI Segment", ""),
        (6, 2, "x", "PCI BDF number", ""),
        (8, 8, "x", "Reserved", "")), ("PCI Segment", "PCI BDF number")),
    4: ("virtio-iommu based on virtio-mmio", "ACPI 5.2.32.6", (
        (1, 1, "n", "Reserved", ""),
        (4, 4, "x", "Reserved", ""),
        (8, 8, "x", "Base address", "")), ("Base address",)),
}

HMAT = ((36, 4, "x", "Reserved", ""),)
HMAT_ENTRIES = {
    0: ("Memory Proximity Domain Attributes", "ACPI 5.2.28.3", (
        (2, 2, "x", "Reserved", ""),
        (8, 2, "x", "Flags", ((0, 1, "Initiator valid", ""),)),
        (10, 2, "x", "Reserved", ""),
        (12, 4, "n", "Proximity Domain for Attached Initiator", ""),
        (16, 4, "n", "Proximity Domain for the Memory", ""),
        (20, 4, "x", "Reserved", ""),
        (24, 8, "x", "Reserved", ""),
        (32, 8, "x", "Reserved", "")), ("Proximity Domain for the Memory",)),
    1: ("System Locality Latency and Bandwidth Information", "ACPI 5.2.28.4", (
        (2, 2, "x", "Reserved", ""),
        (8, 1, "x", "Flags", ((0, 4, "Memory Hierarchy", {
            0: "memory", 1: "first level cache", 2: "second level cache",
            3: "third level cache"}),)),
        (9, 1, "n", "Data Type", {0: "access latency", 1: "read latency", 2: "write latency",
                                  3: "access bandwidth", 4: "read bandwidth",
                                  5: "write bandwidth"}),
        (10, 1, "n", "MinTransferSize", ""),
        (11, 1, "n", "Reserved", ""),
        (12, 4, "n", "Number of Initiator Proximity Domains", ""),
        (16, 4, "n", "Number of Target Proximity Domains", ""),
        (20, 4, "x", "Reserved", ""),
        (24, 8, "x", "Entry Base Unit", "")), ("Flags", "Data Type")),
    2: ("Memory Side Cache Information", "ACPI 5.2.28.5", (
        (2, 2, "x", "Reserved", ""),
        (8, 4, "n", "Memory Proximity Domain", ""),
        (12, 4, "x", "Reserved", ""),
        (16, 8, "x", "Memory Side Cache Size", ""),
        (24, 4, "x", "Cache Attributes", (
            (0, 4, "Total Cache Levels", ""), (4, 4, "Cache Level", ""),
            (8, 4, "Cache Associativity", {0: "none", 1: "direct mapped", 2: "complex"}),
            (12, 4, "Write Policy", {0: "none", 1: "write back", 2: "write through"}),
            (16, 16, "Cache Line size", ""))),
        (28, 2, "x", "Reserved", ""),
        (30, 2, "n", "Number of SMBIOS handles", "")), ("Memory Proximity Domain",)),
}

DMAR = (
    (36, 1, "n", "Host Address Width", "less one"),
    (37, 1, "x", "Flags", (
        (0, 1, "INTR_REMAP", ""), (1, 1, "X2APIC_OPT_OUT", ""),
        (2, 1, "DMA_CTRL_PLATFORM_OPT_IN_FLAG", ""))),
    (38, 10, "b", "Reserved", ""),
)
DMAR_ENTRIES = {
    0: ("DMA Remapping Hardware Unit Definition (DRHD)", "VTD 8.3", (
        (4, 1, "x", "Flags", ((0, 1, "INCLUDE_PCI_ALL", ""),)),
        (5, 1, "n", "Size", ""),
        (6, 2, "n", "Segment Number", ""),
        (8, 8, "x", "Register Base Address", "")), ("Register Base Address",)),
    1: ("Reserved Memory Region Reporting (RMRR)", "VTD 8.4", (
        (4, 2, "x", "Reserved", ""),
        (6, 2, "n", "Segment Number", ""),
        (8, 8, "x", "Reserved Memory Region Base Address", ""),
        (16, 8, "x", "Reserved Memory Region Limit Address", "")),
        ("Reserved Memory Region Base Address",)),
    2: ("Root Port ATS Capability Reporting (ATSR)", "VTD 8.5", (
        (4, 1, "x", "Flags", ((0, 1, "ALL_PORTS", ""),)),
        (5, 1, "n", "Reserved", ""),
        (6, 2, "n", "Segment Number", "")), ("Segment Number",)),
    3: ("Remapping Hardware Static Affinity (RHSA)", "VTD 8.6", (
        (4, 4, "x", "Reserved", ""),
        (8, 8, "x", "Register Base Address", ""),
        (16, 4, "n", "Proximity Domain", "")), ("Register Base Address",)),
}
SCOPE = (
    (2, 2, "x", "Flags", ""),
    (4, 1, "n", "Enumeration ID", ""),
    (5, 1, "n", "Start Bus Number", ""),
)
SCOPE_ENTRIES = {
    1: ("PCI Endpoint Device", "VTD 8.3.1", SCOPE, ()),
    2: ("PCI Sub-hierarchy", "VTD 8.3.1", SCOPE, ()),
    3: ("IOAPIC", "VTD 8.3.1", SCOPE, ()),
    4: ("MSI_CAPABLE_HPET", "VTD 8.3.1", SCOPE, ()),
    5: ("ACPI_NAMESPACE_DEVICE", "VTD 8.3.1", SCOPE, ()),
}

BERT = (
    (36, 4, "n", "Boot Error Region Length", ""),
    (40, 8, "x", "Boot Error Region", "address of an error status block"),
)

EINJ = (
    (36, 4, "n", "Injection Header Size", ""),
    (40, 1, "x", "Injection Flags", ""),
    (41, 3, "x", "Reserved", ""),
    (44, 4, "nd", "Injection Entry Count", ""),
)
ERST = (
    (36, 4, "n", "Serialization Header Size", ""),
    (40, 4, "x", "Reserved", ""),
    (44, 4, "nd", "Instruction Entry Count", ""),
)
INSTRUCTIONS = dict(enumerate((
    "READ_REGISTER", "READ_REGISTER_VALUE", "WRITE_REGISTER", "WRITE_REGISTER_VALUE", "NOOP",
    "LOAD_VAR1", "LOAD_VAR2", "STORE_VAR1", "ADD", "SUBTRACT", "ADD_VALUE", "SUBTRACT_VALUE",
    "STALL", "STALL_WHILE_TRUE", "SKIP_NEXT_INSTRUCTION_IF_TRUE", "GOTO", "SET_SRC_ADDRESS_BASE",
    "SET_DST_ADDRESS_BASE", "MOVE_DATA")))
INSTRUCTION = (  # behind the action
    (1, 1, "n", "Instruction", INSTRUCTIONS),
    (2, 1, "x", "Flags", ((0, 1, "PRESERVE_REGISTER", ""),)),
    (3, 1, "n", "Reserved", ""),
    (4, 12, "s", "Register Region", GAS),
    (16, 8, "x", "Value", ""),
    (24, 8, "x", "Mask", ""),
)
EINJ_ENTRY = (
    (0, 1, "n", "Injection Action", {
        0: "BEGIN_INJECTION_OPERATION", 1: "GET_TRIGGER_ERROR_ACTION_TABLE", 2: "SET_ERROR_TYPE",
        3: "GET_ERROR_TYPE", 4: "END_OPERATION", 5: "EXECUTE_OPERATION", 6: "CHECK_BUSY_STATUS",
        7: "GET_COMMAND_STATUS", 8: "SET_ERROR_TYPE_WITH_ADDRESS",
        9: "GET_EXECUTE_OPERATION_TIMINGS", 16: "EINJV2_SET_ERROR_TYPE",
        17: "EINJV2_GET_ERROR_TYPE", 255: "TRIGGER_ERROR"}), *INSTRUCTION)
ERST_ENTRY = (
    (0, 1, "n", "Serialization Action", {
        0: "BEGIN_WRITE_OPERATION", 1: "BEGIN_READ_OPERATION", 2: "BEGIN_CLEAR_OPERATION",
        3: "END_OPERATION", 4: "SET_RECORD_OFFSET", 5: "EXECUTE_OPERATION",
        6: "CHECK_BUSY_STATUS", 7: "GET_COMMAND_STATUS", 8: "GET_RECORD_IDENTIFIER",
        9: "SET_RECORD_IDENTIFIER", 10: "GET_RECORD_COUNT", 11: "BEGIN_DUMMY_WRITE_OPERATION",
        13: "GET_ERROR_LOG_ADDRESS_RANGE", 14: "GET_ERROR_LOG_ADDRESS_RANGE_LENGTH",
        15: "GET_ERROR_LOG_ADDRESS_RANGE_ATTRIBUTES", 16: "GET_EXECUTE_OPERATION_TIMINGS"}),
    *INSTRUCTION)

POINTER = (
    (3, 1, "n", "Revision", ""),
    (4, 4, "x", "Reserved", ""),
    (8, 8, "x", "Pointer", "address of a table"),
)
FPDT_ENTRIES = {
    0: ("Firmware Basic Boot Performance Table Pointer Record", "ACPI 5.2.24", POINTER, ()),
    1: ("S3 Performance Table Pointer Record", "ACPI 5.2.24", POINTER, ()),
}

PCCT = (
    (36, 4, "x", "Flags", ((0, 1, "Platform Interrupt", ""),)),
    (40, 8, "x", "Reserved", ""),
)
GSIV = (
    (2, 4, "n", "Platform Interrupt", "GSIV"),
    (6, 1, "x", "Platform Interrupt Flags", (
        (0, 1, "Platform interrupt polarity", {0: "active high", 1: "active low"}),
        (1, 1, "Platform interrupt mode", {0: "level", 1: "edge"}))),
    (7, 1, "n", "Reserved", ""),
)
CHANNEL = (
    (8, 8, "x", "Base Address", ""),
    (16, 8, "x", "Memory Range Length", ""),
    (24, 12, "s", "Doorbell Register", GAS),
    (36, 8, "x", "Doorbell Preserve", ""),
    (44, 8, "x", "Doorbell Write", ""),
    (52, 4, "n", "Nominal Latency", "in microseconds"),
    (56, 4, "n", "Maximum Periodic Access Rate", "per minute"),
    (60, 2, "n", "Minimum Request Turnaround Time", "in microseconds"),
)
EXTENDED = (
    *GSIV,
    (8, 8, "x", "Base Address", ""),
    (16, 4, "x", "Memory Range Length", ""),
    (20, 12, "s", "Doorbell Register", GAS),
    (32, 8, "x", "Doorbell Preserve", ""),
    (40, 8, "x", "Doorbell Write", ""),
    (48, 4, "n", "Nominal Latency", "in microseconds"),
    (52, 4, "n", "Maximum Periodic Access Rate", "per minute"),
    (56, 4, "n", "Minimum Request Turnaround Time", "in microseconds"),
    (60, 12, "s", "Platform Interrupt Ack Register", GAS),
    (72, 8, "x", "Platform Interrupt Ack Preserve", ""),
    (80, 8, "x", "Platform Interrupt Ack Set", ""),
    (88, 8, "x", "Reserved", ""),
    (96, 12, "s", "Command Complete Check Register Address", GAS),
    (108, 8, "x", "Command Complete Check Mask", ""),
    (116, 12, "s", "Command Complete Update Register Address", GAS),
    (128, 8, "x", "Command Complete Update Preserve mask", ""),
    (136, 8, "x", "Command Complete Update Set mask", ""),
    (144, 12, "s", "Error Status Register", GAS),
    (156, 8, "x", "Error Status Mask", ""),
)
PCCT_ENTRIES = {
    0: ("Generic Communications Subspace", "ACPI 14.1", (
        (2, 6, "x", "Reserved", ""), *CHANNEL), ()),
    1: ("HW-Reduced Communications Subspace", "ACPI 14.1", (*GSIV, *CHANNEL), ()),
    2: ("HW-Reduced Communications Subspace, type 2", "ACPI 14.1", (
        *GSIV, *CHANNEL,
        (62, 12, "s", "Platform Interrupt Ack Register", GAS),
        (74, 8, "x", "Platform Interrupt Ack Preserve", ""),
        (82, 8, "x", "Platform Interrupt Ack Write", "")), ()),
    3: ("Extended PCC initiator subspace", "ACPI 14.1", EXTENDED, ()),
    4: ("Extended PCC responder subspace", "ACPI 14.1", EXTENDED, ()),
    5: ("HW Registers based Communications Subspace", "ACPI 14.1", (
        (2, 2, "n", "Version", ""),
        (4, 8, "x", "Base Address", ""),
        (12, 8, "x", "Memory Range Length", ""),
        (20, 12, "s", "Doorbell Register", GAS),
        (32, 8, "x", "Doorbell Preserve", ""),
        (40, 8, "x", "Doorbell Write", ""),
        (48, 12, "s", "Command Complete Check Register Address", GAS),
        (60, 8, "x", "Command Complete Check Mask", ""),
        (68, 12, "s", "Error Status Register Address", GAS),
        (80, 8, "x", "Error Status Mask", ""),
        (88, 4, "n", "Nominal Latency", "in microseconds"),
        (92, 4, "n", "Minimum Request Turnaround Time", "in microseconds")), ()),
}

TABLES = {
    "BERT": ("Boot Error Record Table", "ACPI 18.3.1", BERT),
    "DMAR": ("DMA Remapping Reporting", "VTD 8.1", DMAR),
    "EINJ": ("Error Injection Table", "ACPI 18.6.1", EINJ),
    "ERST": ("Error Record Serialization Table", "ACPI 18.5", ERST),
    "FPDT": ("Firmware Performance Data Table", "ACPI 5.2.24", ()),
    "HMAT": ("Heterogeneous Memory Attribute Table", "ACPI 5.2.28", HMAT),
    "PCCT": ("Platform Communications Channel Table", "ACPI 14.1", PCCT),
    "TPM2": ("TPM 2.0 Table", "TPM2 table", TPM2),
    "VIOT": ("Virtual I/O Translation Table", "ACPI 5.2.32", VIOT),
}
