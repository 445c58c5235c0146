/* SPDX-License-Identifier: BSD-2-Clause */
/** @file smbios.h The group @ref smbios. */
/**
 * @defgroup smbios SMBIOS
 * SMBIOS 3.3 structures of a machine, for both architectures.
 *
 * @snippet test_snippets_tables.c smbios
 * @{
 */
#ifndef AETHERBOOT_SMBIOS_H
#define AETHERBOOT_SMBIOS_H

#include <aetherboot/base.h>
#include <aetherboot/machine.h>

#ifdef __cplusplus
extern "C" {
#endif

#define AB_SMBIOS_OEM_MAX 255 /**< most OEM strings, which a byte counts */

/** The board. All NULL or "": there is no structure of type 2. */
struct ab_smbios_board {
	const char *manufacturer; /**< manufacturer; NULL or "": none */
	const char *product; /**< product name; NULL or "": none */
	const char *version; /**< version; NULL or "": none */
	const char *serial; /**< serial number; NULL or "": none */
	const char *asset_tag; /**< asset tag; NULL or "": none */
};

/** OEM strings, whose meaning the guest knows. systemd takes a credential from each that begins
 *  with "io.systemd.credential:". None may be NULL or "". x86: there are 56 KiB of room for SMBIOS
 *  as a whole; if it needs more, ab_plan_make() fails with AB_ERR_NOSPACE. */
struct ab_smbios_oem {
	const char *const *at; /**< @c n entries */
	size_t n; /**< entries, at most AB_SMBIOS_OEM_MAX; 0: there is no structure of type 11 */
};

/** Identity of a machine in SMBIOS. Strings are UTF-8 without control characters. */
struct ab_smbios {
	const char *manufacturer; /**< manufacturer of system and chassis; NULL: "libaetherboot" */
	const char *product; /**< product name of the system; NULL: "Virtual Machine" */
	const char *version; /**< version of system and chassis; NULL or "": none */
	const char *serial; /**< serial number of system and chassis; NULL or "": none */
	uint8_t uuid[16]; /**< UUID of the system in the byte order of RFC 4122; all 0: none */
	const char *sku; /**< SKU number of the system; NULL or "": none */
	const char *family; /**< family of the system; NULL or "": none */
	const char *asset_tag; /**< asset tag of the chassis; NULL or "": none */
	struct ab_smbios_board board; /**< the board */
	struct ab_smbios_oem oem; /**< OEM strings */
};

/** Append the structure table: types 0, 1, 2 (given a board), 3, 4 (one for each package, up to
 *  512), 11 (given OEM strings), 16, 17, 19 (one for each RAM range, up to 512), 32 and 127.
 * @param m   machine that ab_machine_check() accepts
 * @param id  identity; NULL: the defaults of each field
 * @param out writer. Fails with AB_ERR_ARG, what: e.g. "machine.smbios.product", value: the
 *            character, if a string of @p id contains a control character, 0 to 0x1f or 0x7f (of an
 *            OEM string its offset); if an OEM string is NULL or "", or if there are more than
 *            AB_SMBIOS_OEM_MAX
 * @spec{SMBIOS, 7} */
AB_API void ab_smbios_table(const struct ab_machine *m, const struct ab_smbios *id,
			    struct ab_buf *out);

/** Append the SMBIOS 3.0 entry point, 24 bytes.
 * @param gpa  gpa of the structure table
 * @param size bytes of the structure table
 * @param out  writer
 * @spec{SMBIOS, 5.2.2} */
AB_API void ab_smbios_entry(uint64_t gpa, uint32_t size, struct ab_buf *out);

#ifdef __cplusplus
}
#endif

/** @} */

#endif /* AETHERBOOT_SMBIOS_H */
