/* SPDX-License-Identifier: BSD-2-Clause */
/** @file tables.h The group @ref tables. */
/**
 * @defgroup tables The tables' contents
 * @ingroup machine
 * The tables that describe a machine to its guest: which they are, what they say of the machine's
 * identity, and what the VMM adds to them. Parts of struct ab_machine.
 *
 * @snippet test_snippets_boot.c tables
 * @{
 */
#ifndef AETHERBOOT_TABLES_H
#define AETHERBOOT_TABLES_H

#include <aetherboot/base.h>

#ifdef __cplusplus
extern "C" {
#endif

struct ab_aml; /* aml.h */
struct ab_fdt; /* fdt.h */

/** Tables that describe the machine to its guest. */
enum ab_tables {
	AB_TABLES_USUAL = 0, /**< x86: ACPI; arm64: FDT */
	AB_TABLES_ACPI, /**< ACPI */
	AB_TABLES_MP, /**< x86: MultiProcessor Specification 1.4 table, no ACPI */
	AB_TABLES_NONE, /**< none */
	AB_TABLES_FDT, /**< arm64: device tree */
};

/** Edition of ACPI that the tables follow. Append-only. */
enum ab_acpi_edition {
	AB_ACPI_USUAL = 0, /**< 6.3, which all current guests and tools know */
	AB_ACPI_6_5, /**< 6.5: MADT revision 6; PPTT revision 3, where each cache has its id; SPCR
			  revision 4, with the console's name in the DSDT */
};

/** The ACPI tables: their identity, and the VMM's own additions. A guest that gets no ACPI tables
 * gets none of these, and its plan warns of @c dsdt and @c tables. */
struct ab_acpi {
	enum ab_acpi_edition edition; /**< edition that the tables follow */
	const char *oem_id; /**< OEM ID of each ACPI table and of the MP table, 1 to 6 printable
				 characters; NULL: "AETHER" */
	const char *oem_table_id; /**< OEM Table ID of each ACPI table and product ID of the MP
				     table, 1 to 8 printable characters; NULL: "AETHERBT" */
	const char *hypervisor_id; /**< arm64: Hypervisor Vendor Identity of the FADT, 1 to 8
					printable characters; NULL: 0. @spec{ACPI, 5.2.9} */
	const char *firmware_vendor; /**< arm64: FirmwareVendor of the EFI system table, 1 to 64
					printable characters; NULL: "libaetherboot".
					@spec{UEFI, 4.3} */
	uint32_t firmware_revision; /**< arm64: FirmwareRevision of the EFI system table; 0: 1 */
	/** Append AML inside the DSDT's \\\_SB scope. Must append the same bytes on each call.
	 *  Errors go into the encoder. NULL: none. */
	void (*dsdt)(struct ab_aml *aml, void *ctx);
	void *ctx; /**< handed to @c dsdt */
	struct ab_bytes_list tables; /**< the VMM's own tables, each whole, with its header and a
					correct checksum */
};

/** A property that the VMM adds to a node of the device tree. */
struct ab_fdt_prop {
	const char *node; /**< path of a node of the finished tree, with all unit addresses, e.g.
			     "/" or "/cpus/cpu@0" */
	const char *name; /**< as in ab_fdt_bytes(). The node must not have it otherwise */
	struct ab_bytes value; /**< value as it is in a tree: strings with their NULs, numbers
				    big-endian; size 0: a property without a value */
};

#define AB_FDT_PROPS_MAX 64 /**< most properties of struct ab_fdt_extra */

/** Properties, in any order. */
struct ab_fdt_prop_list {
	const struct ab_fdt_prop *at; /**< @c n entries */
	size_t n; /**< entries, at most AB_FDT_PROPS_MAX */
};

/** Strings. With AB_LIST() the type of its entries is "char *const". */
struct ab_text_list {
	const char *const *at; /**< @c n entries */
	size_t n; /**< entries */
};

/** The device tree: its identity, and the VMM's own additions. A guest that gets no tree of the
 * library's, or with ACPI one that has nothing but /chosen, gets none of it, and its plan warns of
 * the additions: any other node would make Linux ignore ACPI. Each string has 1 to 64 printable
 * characters. */
struct ab_fdt_extra {
	const char *model; /**< model of the root; NULL: "aetherboot" */
	struct ab_text_list compatible; /**< compatible of the root, the most specific first, by
					     which a .dtbauto of a UKI is chosen; empty:
					     "linux,dummy-virt" */
	const char *cpu_compatible; /**< compatible of each CPU; NULL: "arm,armv8" */
	struct ab_fdt_prop_list props; /**< properties that are added to nodes */
	/** Append nodes inside the root. Must append the same bytes on each call. Errors go into
	 * the writer. NULL: none. */
	void (*nodes)(struct ab_fdt *fdt, void *ctx);
	void *ctx; /**< handed to @c nodes */
	/** Device trees and overlays (dtc /plugin/, .dtbo), merged in this order after all other
	 * nodes. A tree adds the children of its root; an overlay adds those of the __overlay__ of
	 * each of its fragments, whose target-path must be "/". Their phandles are replaced by free
	 * ones. A plan keeps the memory free that their /reserved-memory reserves by "reg", and
	 * lists it. ab_fdt_machine() gives the rules. */
	struct ab_bytes_list overlays;
};

#ifdef __cplusplus
}
#endif

/** @} */

#endif /* AETHERBOOT_TABLES_H */
