/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file fdt.h
 * Device trees: written in one pass over an ab_buf, names interned, measured over NULL like every
 * builder. A machine's whole tree, or a VMM's own nodes in it.
 *
 * Errors are sticky in the writer: calls after the first one do nothing that matters, and
 * ab_fdt_finish() tells it. Measuring finds all misuse but one: a node named like a sibling of it
 * is found in the bytes that were written, so only where there are bytes. ab_plan_make() writes a
 * tree with nodes of a VMM's own once, so that planning tells of all.
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
#define AB_FDT_KNOWN_MAX 128
/** Most nodes that can be open at a time, the root included. */
#define AB_FDT_DEPTH_MAX 16

/** Phandles of a machine's tree that a VMM's own nodes may refer to, where such a node is. */
enum ab_fdt_phandle_of {
	AB_FDT_PHANDLE_GIC = 1, /**< interrupt controller; the root's interrupt-parent */
	AB_FDT_PHANDLE_MSI = 2, /**< ITS or MSI frame */
	AB_FDT_PHANDLE_CLOCK = 3, /**< the fixed clock of PrimeCells, 24 MHz */
	AB_FDT_PHANDLE_GPIO = 4, /**< PL061 */
	AB_FDT_PHANDLE_SMMU = 8, /**< the first SMMUv3, others follow */
};

/** An open node, of ab_fdt. */
struct ab_fdt_level {
	uint32_t first; /**< where its first child begins; 0: none yet */
	uint32_t top; /**< where the name of the child that is last in order begins */
	const char *series; /**< the name before that child's number, where a series of ours */
	uint64_t nth; /**< that number */
	uint8_t stem; /**< characters of the name before its number */
	uint8_t len; /**< characters of the name */
};

/** A tree being written. Filled by ab_fdt_begin(); the members are its own. */
struct ab_fdt {
	struct ab_buf *out; /**< borrowed until ab_fdt_finish() */
	size_t start; /**< where the tree began in @c out */
	uint32_t depth; /**< open nodes */
	bool closed; /**< a child of the open node has ended: no property may follow */
	uint32_t phandle; /**< last one given out */
	uint32_t boot_cpu; /**< boot_cpuid_phys */
	uint32_t spare; /**< bytes of room behind the names */
	uint32_t strings; /**< bytes of interned names */
	uint64_t seen[3]; /**< properties of the open node: a bit for each name */
	uint16_t at[AB_FDT_KNOWN_MAX + AB_FDT_NAMES_MAX]; /**< 1 + offset of names, 0: unused */
	uint8_t order[AB_FDT_KNOWN_MAX + AB_FDT_NAMES_MAX]; /**< names by offset */
	uint32_t n_order; /**< entries in @c order */
	const char *name[AB_FDT_NAMES_MAX]; /**< the caller's names, borrowed */
	uint32_t n_names; /**< entries in @c name */
	struct ab_fdt_level level[AB_FDT_DEPTH_MAX + 1]; /**< by depth */
};

/** Begin a tree: header, memory reservations (none), root node.
 * @param f   filled
 * @param out writer; its length must be a multiple of 8 */
AB_API void ab_fdt_begin(struct ab_fdt *f, struct ab_buf *out);

/** Begin a node inside the open one, e.g. "chosen" or "uart@9000000".
 * @param f    the tree
 * @param name 1 to 31 characters of 0-9 a-z A-Z , . _ + - that begin with a letter, and perhaps
 *             @ and a unit address of 1 to 31 of these characters; no sibling has the same
 * @spec{DTSPEC, 2.2.1} */
AB_API void ab_fdt_node(struct ab_fdt *f, const char *name);

/** Begin a node named @p name @ @p unit in lower-case hexadecimal; @p name as in ab_fdt_node(),
 *  without a unit address. */
AB_API void ab_fdt_node_at(struct ab_fdt *f, const char *name, uint64_t unit);

/** End the open node. The root is ended by ab_fdt_finish(). */
AB_API void ab_fdt_end(struct ab_fdt *f);

/** A property of bytes. Properties come before child nodes, a name once a node.
 * @param f    the tree
 * @param name 1 to 31 characters of 0-9 a-z A-Z , . _ + ? # -, kept by pointer until
 *             ab_fdt_finish(); not "phandle", see ab_fdt_phandle()
 * @param data @p size bytes; NULL: zeros
 * @param size bytes
 * @spec{DTSPEC, 2.2.4.1} */
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
/** A property of one 64-bit number, two cells. */
AB_API void ab_fdt_u64(struct ab_fdt *f, const char *name, uint64_t value);
/** A property "reg" of one range, two cells each. */
AB_API void ab_fdt_reg(struct ab_fdt *f, uint64_t base, uint64_t size);

/** Give the open node a "phandle" that no other node has.
 * @return it, for other nodes to refer to */
AB_API uint32_t ab_fdt_phandle(struct ab_fdt *f);

/** End the tree: close the root, append names, fill the header.
 * @param f   the tree
 * @param why what: "fdt.node", "fdt.property" or "fdt"; value: offset in the tree; other: in
 *            which way
 * @retval AB_OK
 * @retval AB_ERR_ARG a node or property was misused: unbalanced, after a child, a bad name, a
 *                    repeated one, a phandle of the caller's; the bytes are undefined
 * @retval AB_ERR_NOSPACE too many names, too deep, above 2 GiB, or the buffer is too small
 * @spec{DTSPEC, 5} */
AB_API AB_MUST_CHECK enum ab_err ab_fdt_finish(struct ab_fdt *f, struct ab_error *why);

/** What /chosen tells besides what the machine does, and what else only the caller knows. */
struct ab_fdt_chosen {
	const char *cmdline; /**< bootargs; NULL: none */
	size_t cmdline_size; /**< its bytes, none of them NUL; 0: up to its NUL */
	uint64_t initrd; /**< gpa */
	uint64_t initrd_size; /**< bytes; 0: none */
	struct ab_bytes rng_seed; /**< rng-seed; size 0: none */
	uint64_t kaslr_seed; /**< kaslr-seed; 0: none */
	uint64_t efi_system_table; /**< stub tree: gpa of the EFI system table */
	uint64_t efi_memory_map; /**< stub tree: gpa of the EFI memory map */
	uint32_t efi_memory_map_size; /**< stub tree: bytes */
	uint32_t spare; /**< bytes of room in the tree, for firmware that edits it in place */
};

/** Append a machine's whole tree: /chosen, /aliases, memory, everything that the machine lists and
 *  a device tree has a node for, the machine's own nodes (ab_fdt_extra), CPUs, and last the trees
 *  that are merged.
 *
 *  Those add nodes, and nothing else: a node that is there already, another target than "/", a
 *  property of the root (but address and size cells of 2, which a tree's root must have) and memory
 *  reservations are errors. Their phandles are counted on from the last one given out, as libfdt's
 *  fdt_overlay_apply() does, and references follow by what dtc notes: an overlay has the notes (dtc
 *  /plugin/); a tree needs /__local_fixups__ (dtc -L) to have phandles. References to labels find
 *  the machine's nodes of enum ab_fdt_phandle_of, where it has them: gic, msi, clock, gpio, smmu.
 *  Time is linear in a tree's size, times its phandles and references, and in the square of its
 *  nodes. Each merged tree may take 2^28 such steps, which are a second or so, and takes them in
 *  each pass: measuring is one, writing is one, and planning makes several. E.g. a mailbox with
 *  an interrupt of its own:
 * @code{.dts}
 * /dts-v1/;
 * /plugin/;
 * &{/} {
 *	mailbox@a0000000 {
 *		compatible = "acme,mailbox";
 *		reg = <0 0xa0000000 0 0x1000>;
 *		interrupts-extended = <&gic 0 40 4>;
 *	};
 * };
 * @endcode
 * @param m      arm64, one that ab_machine_check() accepts
 * @param chosen what /chosen tells
 * @param map    gives memory and, for RAM and ROM that the guest must not touch, reserved-memory
 * @param out    writer; its length must be a multiple of 8
 * @param why    what is wrong, as from ab_fdt_finish(); of a merged tree: "machine.fdt.overlays",
 *               alone or with what of it (.node, .property, .phandle, .label, .target, .fixups,
 *               .memreserve); value: offset in that tree, the phandle, or the reference's offset
 *               in its property; other: the name at fault
 * @retval AB_OK
 * @retval AB_ERR_ARG the machine's own nodes were misused, or the initrd's range wraps; a merged
 *                    tree's name is none, a property repeated or after a child, a phandle not one
 *                    node's alone
 * @retval AB_ERR_OVERLAP a merged node is named as one that is there; found only where bytes are
 *                        written
 * @retval AB_ERR_IMAGE a merged tree is malformed, or a reference is not where it is said to be
 * @retval AB_ERR_UNSUPPORTED not an arm64 machine; a merged tree asks for more than new nodes, a
 *                    label that this machine has not, or a phandle whose references are not known
 * @retval AB_ERR_NOSPACE as ab_fdt_finish(); a merged tree would take more than 2^28 steps, value:
 *                        how many
 * @spec{DTSPEC, 3} */
AB_API AB_MUST_CHECK enum ab_err ab_fdt_machine(const struct ab_machine *m,
						const struct ab_fdt_chosen *chosen,
						const struct ab_memmap *map, struct ab_buf *out,
						struct ab_error *why);

/** Append the stub tree of an ACPI guest: /chosen and nothing else.
 * @param chosen what it tells
 * @param out    writer; its length must be a multiple of 8
 * @param why    what is wrong
 * @retval AB_OK
 * @retval AB_ERR_ARG the initrd's range wraps
 * @retval AB_ERR_NOSPACE the buffer is too small
 * @spec{ARM64EFI, chosen} */
AB_API AB_MUST_CHECK enum ab_err ab_fdt_stub(const struct ab_fdt_chosen *chosen, struct ab_buf *out,
					     struct ab_error *why);

/* ---- reading ------------------------------------------------------------------------------ */

/** Ranges found: the caller's array, filled as far as it goes. */
struct ab_fdt_ranges {
	struct ab_range *at; /**< room for @c cap entries; may be NULL when that is 0 */
	size_t cap; /**< entries that fit */
	size_t n; /**< entries that there are */
};

/** A CPU found. */
struct ab_fdt_cpu {
	uint64_t mpidr; /**< affinity fields: Aff3 in bits 39-32, Aff2 to Aff0 in bits 23-0 */
	bool psci; /**< its enable-method is PSCI */
	bool okay; /**< its status is okay, or it has none */
};

/** CPUs found. */
struct ab_fdt_cpus {
	struct ab_fdt_cpu *at; /**< room for @c cap entries; may be NULL when that is 0 */
	size_t cap; /**< entries that fit */
	size_t n; /**< entries that there are */
};

/** A device found. */
struct ab_fdt_dev {
	struct ab_range reg; /**< CPU-physical, translated; size 0: there is none */
	uint32_t intid; /**< INTID; 0: none, or not one of the GIC's */
	uint32_t irq_flags; /**< third cell of the interrupt */
};

/** Devices found. */
struct ab_fdt_devs {
	struct ab_fdt_dev *at; /**< room for @c cap entries; may be NULL when that is 0 */
	size_t cap; /**< entries that fit */
	size_t n; /**< entries that there are */
};

/** What a hypervisor asks the tree of its own machine. Give arrays for the lists; ab_fdt_read()
 *  fills everything else. Devices whose status, or that of a bus above, is not okay are left out;
 *  so are those whose address no bus translates. */
struct ab_fdt_info {
	struct ab_fdt_ranges memory; /**< in: array */
	struct ab_fdt_ranges reserved; /**< in: array; reserved-memory and memory reservations */
	struct ab_fdt_cpus cpus; /**< in: array; in the tree's order */
	struct ab_fdt_ranges redist; /**< in: array; GICv3's redistributor regions */
	uint64_t redist_stride; /**< GICv3: bytes from one redistributor to the next, a multiple of
				     64 KiB: redistributor-stride, or AB_GICV3_REDIST_SIZE if the
				     tree has none. A GICv4 takes twice that, which only its
				     GICR_TYPER.VLPIS shows */
	uint32_t n_redists; /**< GICv3: redistributors in all regions at that stride; no more than
				 UINT32_MAX are counted */
	struct ab_fdt_devs virtio; /**< in: array; virtio-mmio */
	bool psci; /**< there is PSCI 0.2 or later */
	enum ab_conduit conduit; /**< how it is called */
	uint32_t gic_version; /**< 2 or 3; 0: none found */
	struct ab_range gic_dist; /**< distributor */
	struct ab_range gic_cpu; /**< GICC; size 0: none */
	struct ab_range gic_hyp; /**< GICH; size 0: none */
	struct ab_range gic_vcpu; /**< GICV; size 0: none */
	struct ab_range its; /**< the first ITS; size 0: none */
	uint32_t maintenance; /**< INTID; 0: none */
	struct ab_timer timer; /**< INTIDs; 0: not told */
	enum ab_dev_type uart_type; /**< kind of the UART that stdout-path names: UART_PL011,
					 UART_SBSA or UART_16550; 0: another kind, or none. A
					 16550 may be one of the kinds that Linux's early console
					 drives as such, e.g. snps,dw-apb-uart */
	struct ab_fdt_dev uart; /**< its registers and interrupt */
	uint32_t uart_shift; /**< reg-shift of a 16550, 0 to 8: register n lies at offset
				  n << @c uart_shift */
	uint32_t uart_width; /**< reg-io-width of a 16550: bytes that one access to a register
				  takes, 1, 2 or 4; 0: no 16550 */
	struct ab_fdt_dev rtc; /**< PL031 */
	struct ab_range initrd; /**< size 0: none */
	struct ab_bytes bootargs; /**< into the tree, without its NUL */
	struct ab_bytes rng_seed; /**< into the tree */
	uint64_t kaslr_seed; /**< 0: none */
};

/** Read a tree: any bytes, at any alignment. Nothing beyond them is read, and time is linear in
 *  their number, times the depth of nodes (at most AB_FDT_DEPTH_MAX): for that, no more than 256
 *  entries of a bus's ranges are looked at, and stdout-path means the first node that it matches.
 * @param tree bytes; more than the tree has is fine
 * @param info lists' arrays as given; the rest filled, and defined after an error too
 * @param why  what is wrong, value: offset in the tree; or which list is too short, value: entries
 *             that there are
 * @retval AB_OK
 * @retval AB_ERR_IMAGE not a tree, truncated or malformed
 * @retval AB_ERR_UNSUPPORTED a version before 17, or not compatible with 17
 * @retval AB_ERR_NOSPACE a list is too short; all that fits is there, counts are right
 * @spec{DTSPEC, 5} */
AB_API AB_MUST_CHECK enum ab_err ab_fdt_read(struct ab_bytes tree, struct ab_fdt_info *info,
					     struct ab_error *why);

#ifdef __cplusplus
}
#endif

#endif /* AETHERBOOT_FDT_H */
