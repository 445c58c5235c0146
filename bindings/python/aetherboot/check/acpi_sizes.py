# SPDX-License-Identifier: BSD-2-Clause
"""How long ACPI tables and their entries are, and which revisions there are."""
from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..decode.node import Node

REVISIONS = {
    "APIC": range(1, 8), "BGRT": (1,), "DBG2": (0, 1), "DMAR": (1, 2), "DSDT": (1, 2),
    "FACP": range(1, 7), "GTDT": (1, 2, 3), "HMAT": (1, 2), "HPET": (1,),
    "IORT": (0, 1, 2, 3, 4, 5, 6, 7), "MCFG": (1,), "PPTT": (1, 2, 3), "RSDP": (0, 2),
    "RSDT": (1,), "SLIT": (1,), "SPCR": (1, 2, 3, 4), "SRAT": (1, 2, 3), "SSDT": (1, 2),
    "TPM2": (3, 4, 5), "UEFI": (1, 2), "VIOT": (0, 1), "WAET": (1,), "XSDT": (1,),
}

# the bytes before what may follow, and how many each of those has; 0: any number of bytes.
# Tables whose length follows from their revision have a row each
SIZES = {
    "APIC": (44, 0), "BGRT": (56, None), "DBG2": (44, 0), "DMAR": (48, 0), "FACS": (64, None),
    "HMAT": (40, 0), "HPET": (56, None), "IORT": (48, 0), "MCFG": (44, 16), "PPTT": (36, 0),
    "RSDT": (36, 4), "SRAT": (48, 0), "UEFI": (54, 0), "VIOT": (48, 0), "WAET": (40, None),
    "XSDT": (36, 8),
    ("FACP", 1): (116, None), ("FACP", 3): (244, None), ("FACP", 4): (244, None),
    ("FACP", 5): (268, None), ("FACP", 6): (276, None), ("GTDT", 1): (80, None),
    ("GTDT", 2): (96, 0), ("GTDT", 3): (104, 0), ("SPCR", 1): (80, None), ("SPCR", 2): (80, None),
    ("SPCR", 4): (90, 0), ("TPM2", 3): (52, 0), ("TPM2", 4): (52, 0), ("TPM2", 5): (52, 0),
}
ENTRIES = {  # lengths that entries of a name may have
    "Processor Local APIC": (8,), "I/O APIC": (12,), "Interrupt Source Override": (10,),
    "Non-Maskable Interrupt Source": (8,), "Local APIC NMI": (6,),
    "Local APIC Address Override": (12,), "I/O SAPIC": (16,), "Platform Interrupt Source": (16,),
    "Processor Local x2APIC": (16,), "Local x2APIC NMI": (12,),
    "GIC CPU Interface (GICC)": (76, 80, 82), "GIC Distributor (GICD)": (24,),
    "GIC MSI Frame": (24,), "GIC Redistributor (GICR)": (16,),
    "GIC Interrupt Translation Service (ITS)": (20,), "Multiprocessor Wakeup": (16,),
    "Processor Local APIC/SAPIC Affinity": (16,), "Memory Affinity": (40,),
    "Processor Local x2APIC Affinity": (24,), "GICC Affinity": (18,),
    "GIC Interrupt Translation Service (ITS) Affinity": (12,),
    "Generic Initiator Affinity": (32,), "Generic Port Affinity": (32,), "RINTC Affinity": (20,),
    "Cache Type Structure": (24, 28), "ID structure": (30,),
    "Memory Proximity Domain Attributes": (40,), "Arm Generic Watchdog": (28,),
    "PCI range": (24,), "MMIO endpoint": (24,), "virtio-iommu based on virtio-pci": (16,),
    "virtio-iommu based on virtio-mmio": (16,),
    "Remapping Hardware Static Affinity (RHSA)": (20,),
}
# entries whose length follows from counts: bytes before, then what is counted and its bytes
COUNTED = {
    "Processor hierarchy node structure": (20, (("Number of private resources", 4),)),
    "ITS group": (20, (("Number of ITSs", 4), ("Number of ID mappings", 20))),
    "GT Block": (20, (("GT Block Timer Count", 40),)),
    "Memory Side Cache Information": (32, (("Number of SMBIOS handles", 2),)),
}
LATENCY = "System Locality Latency and Bandwidth Information"
# what a table counts its entries by, and the names of what is no entry
COUNTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "GTDT": ("Platform Timer Count", ()), "IORT": ("Number of IORT Nodes", ()),
    "VIOT": ("Node count", ()), "DBG2": ("NumberDbgDeviceInfo", ()),
}
# arrays that an offset leads to, by the structure that has it: offset, count, the least that the
# offset may be, and how many bytes at least each part has
IDS = ("Reference to ID Array", "Number of ID mappings", 16, 20)
REGISTERS = "NumberofGenericAddressRegisters"
ARRAYS: dict[str, tuple[tuple[str, str, int, int], ...]] = {
    "GTDT": (("Platform Timer Offset", "Platform Timer Count", 96, 20),),
    "GT Block": (("GT Block Timer Offset", "GT Block Timer Count", 20, 40),),
    "IORT": (("Offset to Array of IORT Nodes", "Number of IORT Nodes", 48, 16),),
    "ITS group": (IDS,), "Named component": (IDS,), "Root complex": (IDS,),
    "SMMUv1 or v2": (IDS,), "SMMUv3": (IDS,), "PMCG": (IDS,),
    "Reserved memory range": (IDS, ("Reference to Memory Range Descriptors",
                                    "Number of Memory Range Descriptors", 28, 20)),
    "VIOT": (("Node offset", "Node count", 48, 16),),
    "SPCR": (("NamespaceStringOffset", "NamespaceStringLength", 88, 1),),
    "DBG2": (("OffsetDbgDeviceInfo", "NumberDbgDeviceInfo", 44, 22),),
    "Debug Device Information": (
        ("NamespaceStringOffset", "NamespaceStringLength", 22, 1),
        ("OemDataOffset", "OemDataLength", 22, 1),
        ("BaseAddressRegisterOffset", REGISTERS, 22, 12), ("AddressSizeOffset", REGISTERS, 22, 4)),
}


def wrong_table(table: Node) -> str:
    """What the length of a table must be, or nothing if it is right."""
    size = table.number("Length")
    row = SIZES.get(table.name) or SIZES.get((table.name, table.number("Revision")))
    if table.name == "SLIT":
        count = table.number("Number of System Localities")
        return "" if size == 44 + count * count else f"{44 + count * count}, for {count} localities"
    if table.name == "RSDP":
        return "" if size == 36 or table.number("Revision") < 2 else "36"
    if row is None:
        return ""
    least, step = row
    if step is None:
        return "" if size == least else str(least)
    if size < least:
        return f"at least {least}"
    if step and (size - least) % step:
        return f"{least} and a multiple of {step}"
    return ""


def wrong_entry(entry: Node) -> str:
    """The same of an entry."""
    size = entry.number("Length")
    may = ENTRIES.get(entry.name)
    if may:
        return "" if size in may else " or ".join(map(str, may))
    if entry.name == LATENCY:
        rows = entry.number("Number of Initiator Proximity Domains")
        columns = entry.number("Number of Target Proximity Domains")
        want = 32 + 4 * (rows + columns) + 2 * rows * columns
    elif entry.name in COUNTED:
        least, counts = COUNTED[entry.name]
        want = least + sum(entry.number(name) * width for name, width in counts)
    else:
        return ""
    return "" if size == want else f"{want}, as its counts say"
