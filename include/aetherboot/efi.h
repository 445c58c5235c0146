/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file efi.h
 * The EFI hand-off that a kernel takes ACPI from when no firmware ran: system table,
 * configuration tables and memory map, as data. There are no boot or runtime services behind it.
 */
#ifndef AETHERBOOT_EFI_H
#define AETHERBOOT_EFI_H

#include <aetherboot/base.h>
#include <aetherboot/memmap.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Size and version of the descriptors that ab_efi_memory_map() appends. */
#define AB_EFI_DESC_SIZE 40
#define AB_EFI_DESC_VERSION 1 /**< see AB_EFI_DESC_SIZE */

/** Append the memory map, AB_EFI_DESC_SIZE bytes an entry: RAM as conventional memory, tables as
 *  ACPI reclaim, NVS as ACPI NVS, reserved RAM and ROM as reserved; all write-back.
 * @param map the neutral memory map
 * @param out writer
 * @spec{UEFI, 7.2.3} */
AB_API void ab_efi_memory_map(const struct ab_memmap *map, struct ab_buf *out);

/** What the configuration table names. */
struct ab_efi_tables {
	uint64_t rsdp; /**< gpa; 0: none */
	uint64_t smbios3; /**< gpa of the 3.0 entry point; 0: none */
	struct ab_bytes rng_seed; /**< random bytes for the guest; size 0: none */
};

/** Append the system table at @p gpa, its CRC right, and behind it vendor string, configuration
 *  table, runtime properties (none supported), the empty list of reservations that Linux appends to
 *  (so the guest writes to it), and random seed.
 * @param in  content
 * @param gpa where the first byte appended will be, multiple of 8
 * @param out writer; its sticky error may become AB_ERR_ARG: "efi_tables.gpa" is not a multiple of
 *            8, "efi_tables.rng_seed.size" is 4 GiB or more
 * @spec{UEFI, 4.3} */
AB_API void ab_efi_system_table(const struct ab_efi_tables *in, uint64_t gpa, struct ab_buf *out);

#ifdef __cplusplus
}
#endif

#endif /* AETHERBOOT_EFI_H */
