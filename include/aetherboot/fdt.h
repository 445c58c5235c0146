/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file fdt.h
 * Device trees. Writing: one pass over an ab_buf, names interned, measured over NULL like every
 * builder; a machine's whole tree, or a VMM's own nodes. Reading: bounded, of any bytes.
 */
#ifndef AETHERBOOT_FDT_H
#define AETHERBOOT_FDT_H

#include <aetherboot/base.h>
#include <aetherboot/machine.h>
#include <aetherboot/mem.h>
#include <aetherboot/memmap.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Most property names of a caller's own in one tree; the usual ones are not counted. */
#define AB_FDT_NAMES_MAX 64
/** Property names that this library knows. */
#define AB_FDT_KNOWN_MAX 160

/** A tree being written. Filled by ab_fdt_begin(); the members are its own. */
struct ab_fdt {
	struct ab_buf *out; /**< borrowed until ab_fdt_finish() */
	size_t start; /**< where the tree began in @c out */
	uint32_t depth; /**< open nodes */
	bool had_child; /**< a child of the open node has ended: no property may follow */
	uint32_t phandle; /**< last one given out */
	uint32_t strings; /**< bytes of interned names */
	uint16_t known[AB_FDT_KNOWN_MAX]; /**< 1 + string offset of known names */
	uint16_t order[AB_FDT_KNOWN_MAX + AB_FDT_NAMES_MAX]; /**< names by string offset */
	uint32_t n_order; /**< entries in @c order */
	const char *name[AB_FDT_NAMES_MAX]; /**< the caller's names, borrowed */
	uint16_t name_at[AB_FDT_NAMES_MAX]; /**< their string offsets */
	uint32_t n_names; /**< entries in @c name */
};

/** Begin a tree: header, memory reservations, root node. @p out at a multiple of 8. */
AB_API void ab_fdt_begin(struct ab_fdt *f, struct ab_buf *out);
/** Begin a node inside the open one, e.g. "chosen" or "uart@9000000". */
AB_API void ab_fdt_node(struct ab_fdt *f, const char *name);
/** Begin a node named @p name @ @p unit in lower-case hexadecimal. */
AB_API void ab_fdt_node_at(struct ab_fdt *f, const char *name, uint64_t unit);
/** End the open node. */
AB_API void ab_fdt_end(struct ab_fdt *f);
/** A property of bytes. Properties come before child nodes. */
AB_API void ab_fdt_bytes(struct ab_fdt *f, const char *name, const void *data, size_t size);
/** A property without a value. */
AB_API void ab_fdt_flag(struct ab_fdt *f, const char *name);
/** A property of one string. */
AB_API void ab_fdt_string(struct ab_fdt *f, const char *name, const char *value);
/** A property of @p n strings. */
AB_API void ab_fdt_strings(struct ab_fdt *f, const char *name, const char *const *values, size_t n);
/** A property of @p n 32-bit cells. */
AB_API void ab_fdt_cells(struct ab_fdt *f, const char *name, const uint32_t *cells, size_t n);
/** A property of one 32-bit cell. */
AB_API void ab_fdt_u32(struct ab_fdt *f, const char *name, uint32_t value);
/** A property of one 64-bit number. */
AB_API void ab_fdt_u64(struct ab_fdt *f, const char *name, uint64_t value);
/** A property "reg" of one range, two cells each. */
AB_API void ab_fdt_reg(struct ab_fdt *f, uint64_t base, uint64_t size);
/** A fresh phandle, from 1 up. */
AB_API uint32_t ab_fdt_phandle(struct ab_fdt *f);
/** End the tree: close the root, append names, fill the header.
 * @param f   the tree
 * @param why names the misuse
 * @retval AB_OK
 * @retval AB_ERR_ARG a node or property was misused: unbalanced, after a child, a bad or repeated
 *                    name
 * @retval AB_ERR_NOSPACE too many names, or the buffer is too small */
AB_API AB_MUST_CHECK enum ab_err ab_fdt_finish(struct ab_fdt *f, struct ab_error *why);

/** What /chosen tells besides what the machine does. */
struct ab_fdt_chosen {
	const char *cmdline; /**< bootargs; NULL: none */
	uint64_t initrd; /**< gpa */
	uint64_t initrd_size; /**< bytes; 0: none */
	struct ab_bytes rng_seed; /**< rng-seed; size 0: none */
	uint64_t kaslr_seed; /**< kaslr-seed; 0: none */
	uint64_t efi_system_table; /**< stub tree: gpa of the EFI system table */
	uint64_t efi_memory_map; /**< stub tree: gpa of the EFI memory map */
	uint32_t efi_memory_map_size; /**< stub tree: bytes */
};

/** Append a machine's whole tree. @p map gives memory and reserved-memory.
 * @retval AB_OK
 * @retval AB_ERR_ARG the machine's own nodes were misused
 * @spec{DTSPEC, 3} */
AB_API AB_MUST_CHECK enum ab_err ab_fdt_machine(const struct ab_machine *m,
						const struct ab_fdt_chosen *chosen,
						const struct ab_memmap *map, struct ab_buf *out,
						struct ab_error *why);

/** Append the stub tree of an ACPI guest: /chosen and nothing else. @spec{ARM64EFI, stub} */
AB_API AB_MUST_CHECK enum ab_err ab_fdt_stub(const struct ab_fdt_chosen *chosen, struct ab_buf *out,
					     struct ab_error *why);

#ifdef __cplusplus
}
#endif

#endif /* AETHERBOOT_FDT_H */
