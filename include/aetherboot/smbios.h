/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file smbios.h
 * SMBIOS 3 structures of a machine, for both architectures.
 */
#ifndef AETHERBOOT_SMBIOS_H
#define AETHERBOOT_SMBIOS_H

#include <aetherboot/base.h>
#include <aetherboot/machine.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What the structures say besides the machine; NULL: "the usual". UTF-8 without control
 *  characters. */
struct ab_smbios {
	const char *manufacturer; /**< NULL: "libaetherboot" */
	const char *product; /**< NULL: "Virtual Machine" */
	const char *version; /**< NULL: none */
	const char *serial; /**< NULL: none */
	uint8_t uuid[16]; /**< RFC 4122 byte order; all 0: none */
};

/** Append the structure table: types 0, 1, 3, 4 (one a package), 16, 17, 19 (one a RAM range), 32,
 * 127.
 * @param m   machine
 * @param id  identity; NULL: the usual
 * @param out writer; a control character in a string of @p id fails it with AB_ERR_ARG (value: the
 *            character)
 * @spec{SMBIOS, 7} */
AB_API void ab_smbios_table(const struct ab_machine *m, const struct ab_smbios *id,
			    struct ab_buf *out);

/** Append the 24-byte 3.0 entry point of a table of @p size bytes at @p gpa. @spec{SMBIOS, 5.2.2}
 */
AB_API void ab_smbios_entry(uint64_t gpa, uint32_t size, struct ab_buf *out);

#ifdef __cplusplus
}
#endif

#endif /* AETHERBOOT_SMBIOS_H */
