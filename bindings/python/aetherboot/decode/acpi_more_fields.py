# SPDX-License-Identifier: BSD-2-Clause
"""Rows of the ACPI tables that only some machines have: those of IOMMUs, TPMs and memory's speed.
Offsets of entries in a list count from the entry's start; their type and length are read apart."""

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

TABLES = {
    "DMAR": ("DMA Remapping Reporting", "VTD 8.1", DMAR),
    "HMAT": ("Heterogeneous Memory Attribute Table", "ACPI 5.2.28", HMAT),
    "TPM2": ("TPM 2.0 Table", "TPM2 table", TPM2),
    "VIOT": ("Virtual I/O Translation Table", "ACPI 5.2.32", VIOT),
}
