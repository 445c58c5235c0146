/* SPDX-License-Identifier: BSD-2-Clause */
/** @file efi.h The group @ref efi. */
/**
 * @defgroup efi EFI structures
 * EFI structures for a kernel that finds ACPI through EFI although no firmware ran: system table,
 * configuration tables and memory map. They are data only; there are no boot or runtime services.
 *
 * @snippet test_snippets_tables.c efi
 * @{
 */
#ifndef AETHERBOOT_EFI_H
#define AETHERBOOT_EFI_H

#include <aetherboot/base.h>
#include <aetherboot/memmap.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Append the memory map, AB_EFI_DESC_SIZE bytes for each descriptor. RAM is
 *  EfiConventionalMemory, ACPI tables EfiACPIReclaimMemory, ACPI NVS EfiACPIMemoryNVS; reserved RAM
 *  and ROM are EfiReservedMemoryType. Windows of devices are left out. Every descriptor has the
 *  attribute EFI_MEMORY_WB.
 * @param map the memory map
 * @param out writer
 * @spec{UEFI, 7.2.3} */
AB_API void ab_efi_memory_map(const struct ab_memmap *map, struct ab_buf *out);

/** Tables that the configuration table points at. */
struct ab_efi_tables {
	uint64_t rsdp; /**< gpa of the RSDP; 0: none */
	uint64_t smbios3; /**< gpa of the SMBIOS 3.0 entry point; 0: none */
	struct ab_bytes rng_seed; /**< random bytes for the guest; size 0: none */
	const char *firmware_vendor; /**< FirmwareVendor, ASCII; NULL: "libaetherboot" */
	uint32_t firmware_revision; /**< FirmwareRevision; 0: 1 */
};

/** Append the system table, then the vendor string, the configuration table, the runtime properties
 *  (no service is supported), Linux's list of memory reservations and the random seed. The list is
 *  empty; Linux appends to it, so the guest must be able to write to these bytes.
 * @param in  tables that the configuration table points at
 * @param gpa gpa of the first appended byte, a multiple of 8
 * @param out writer. Fails with AB_ERR_ARG if "efi_tables.gpa" is not a multiple of 8, or if
 *            "efi_tables.rng_seed.size" is 4 GiB or more
 * @spec{UEFI, 4.3} */
AB_API void ab_efi_system_table(const struct ab_efi_tables *in, uint64_t gpa, struct ab_buf *out);

#ifdef __cplusplus
}
#endif

/** @} */

#endif /* AETHERBOOT_EFI_H */
