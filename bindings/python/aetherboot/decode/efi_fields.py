# SPDX-License-Identifier: BSD-2-Clause
"""Rows of EFI's system table, its configuration tables and its memory map."""

SYSTEM_TABLE = (
    (0, 8, "t", "Signature", ""),
    (8, 4, "x", "Revision", ""),
    (12, 4, "n", "HeaderSize", ""),
    (16, 4, "xd", "CRC32", ""),
    (20, 4, "x", "Reserved", ""),
    (24, 8, "xd", "FirmwareVendor", ""),
    (32, 4, "x", "FirmwareRevision", ""),
    (36, 4, "b", "padding", ""),
    (40, 8, "x", "ConsoleInHandle", ""),
    (48, 8, "x", "ConIn", ""),
    (56, 8, "x", "ConsoleOutHandle", ""),
    (64, 8, "x", "ConOut", ""),
    (72, 8, "x", "StandardErrorHandle", ""),
    (80, 8, "x", "StdErr", ""),
    (88, 8, "x", "RuntimeServices", ""),
    (96, 8, "x", "BootServices", ""),
    (104, 8, "n", "NumberOfTableEntries", ""),
    (112, 8, "xd", "ConfigurationTable", ""),
)
CONFIGURATION_TABLE = (
    (0, 16, "g", "VendorGuid", ""),
    (16, 8, "x", "VendorTable", ""),
)
RUNTIME_PROPERTIES = (
    (0, 2, "n", "Version", ""),
    (2, 2, "n", "Length", ""),
    (4, 4, "x", "RuntimeServicesSupported", (
        (0, 1, "GET_TIME", ""), (1, 1, "SET_TIME", ""), (2, 1, "GET_WAKEUP_TIME", ""),
        (3, 1, "SET_WAKEUP_TIME", ""), (4, 1, "GET_VARIABLE", ""),
        (5, 1, "GET_NEXT_VARIABLE_NAME", ""), (6, 1, "SET_VARIABLE", ""),
        (7, 1, "SET_VIRTUAL_ADDRESS_MAP", ""), (8, 1, "CONVERT_POINTER", ""),
        (9, 1, "GET_NEXT_HIGH_MONOTONIC_COUNT", ""), (10, 1, "RESET_SYSTEM", ""),
        (11, 1, "UPDATE_CAPSULE", ""), (12, 1, "QUERY_CAPSULE_CAPABILITIES", ""),
        (13, 1, "QUERY_VARIABLE_INFO", ""))),
)
GUIDS = {
    "8868e871-e4f1-11d3-bc22-0080c73c8881": "ACPI 2.0 RSDP",
    "eb9d2d30-2d88-11d3-9a16-0090273fc14d": "ACPI 1.0 RSDP",
    "f2fd1544-9794-4a2c-992e-e5bbcf20e394": "SMBIOS 3",
    "eb9d2d31-2d88-11d3-9a16-0090273fc14d": "SMBIOS",
    "b1b621d5-f19c-41a5-830b-d9152c69aae0": "device tree",
    "eb66918a-7eef-402a-842e-931d21c38ae9": "runtime properties",
    "dcfa911d-26eb-469f-a220-38b7dc461220": "memory attributes",
    "888eb0c6-8ede-4ff5-a8f0-9aee5cb977c2": "Linux memory reservations",
    "5568e427-68fc-4f3d-ac74-ca555231cc68": "Linux initrd",
    "1ce1e5bc-7ceb-42f2-81e5-8aadf180f57b": "Linux random seed",
}
MEMORY_TYPES = {
    0: "EfiReservedMemoryType", 1: "EfiLoaderCode", 2: "EfiLoaderData", 3: "EfiBootServicesCode",
    4: "EfiBootServicesData", 5: "EfiRuntimeServicesCode", 6: "EfiRuntimeServicesData",
    7: "EfiConventionalMemory", 8: "EfiUnusableMemory", 9: "EfiACPIReclaimMemory",
    10: "EfiACPIMemoryNVS", 11: "EfiMemoryMappedIO", 12: "EfiMemoryMappedIOPortSpace",
    13: "EfiPalCode", 14: "EfiPersistentMemory", 15: "EfiUnacceptedMemoryType"}
MEMORY_DESCRIPTOR = (
    (0, 4, "n", "Type", MEMORY_TYPES),
    (4, 4, "b", "padding", ""),
    (8, 8, "x", "PhysicalStart", ""),
    (16, 8, "x", "VirtualStart", ""),
    (24, 8, "x", "NumberOfPages", ""),
    (32, 8, "x", "Attribute", (
        (0, 1, "EFI_MEMORY_UC", ""), (1, 1, "EFI_MEMORY_WC", ""), (2, 1, "EFI_MEMORY_WT", ""),
        (3, 1, "EFI_MEMORY_WB", ""), (4, 1, "EFI_MEMORY_UCE", ""), (12, 1, "EFI_MEMORY_WP", ""),
        (13, 1, "EFI_MEMORY_RP", ""), (14, 1, "EFI_MEMORY_XP", ""), (15, 1, "EFI_MEMORY_NV", ""),
        (16, 1, "EFI_MEMORY_MORE_RELIABLE", ""), (17, 1, "EFI_MEMORY_RO", ""),
        (18, 1, "EFI_MEMORY_SP", ""), (19, 1, "EFI_MEMORY_CPU_CRYPTO", ""),
        (63, 1, "EFI_MEMORY_RUNTIME", ""))),
)
