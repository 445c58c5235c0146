/* SPDX-License-Identifier: BSD-2-Clause */
/** @file fdt.h The group @ref fdt. */
/**
 * @defgroup fdt Device trees, written
 * Flattened device trees: a writer, the tree of a whole machine, and the facts that a hypervisor
 * needs from the tree of its own machine. dtb.h reads any other tree.
 *
 * @snippet test_snippets_tables.c fdt
 *
 * The writer appends to an ab_buf in one pass and, like every builder, measures over NULL. It keeps
 * the first error until ab_fdt_finish() returns it; calls after an error are allowed, but only
 * count bytes.
 *
 * A measuring pass reports every misuse except two siblings of the same name, which can only be
 * found in bytes that were written. ab_plan_make() therefore writes a tree with the caller's own
 * nodes or overlays once.
 * @{
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

/** Property names that one tree may have besides those that this library knows. */
#define AB_FDT_NAMES_MAX 64
/** Property names that this library can know; it sizes arrays of ab_fdt. */
#define AB_FDT_KNOWN_MAX 128
/** Levels of nodes in a tree, the root's included. */
#define AB_FDT_DEPTH_MAX 16

/** Phandles in the tree of a machine. The caller's own nodes may refer to those whose node the
 *  machine has. */
enum ab_fdt_phandle_of {
	AB_FDT_PHANDLE_GIC = 1, /**< interrupt controller; interrupt-parent of the root */
	AB_FDT_PHANDLE_MSI = 2, /**< first ITS, or GICv2m frame */
	AB_FDT_PHANDLE_CLOCK = 3, /**< fixed clock of 24 MHz, which PrimeCells have */
	AB_FDT_PHANDLE_GPIO = 4, /**< PL061 */
	AB_FDT_PHANDLE_SMMU = 8, /**< first SMMUv3; those of the others follow, then those of all
				    ITSes but the first */
};

/** An open node of an ab_fdt. The members are private. */
struct ab_fdt_level {
	uint32_t first; /**< offset of the first child; 0: no child yet */
	uint8_t link[8]; /**< links of the first child; of others, they are in the tree */
	bool linked; /**< the children are linked by their names */
};

/** A tree that is being written. ab_fdt_begin() fills it; the members are private. */
struct ab_fdt {
	struct ab_buf *out; /**< borrowed until ab_fdt_finish() */
	size_t start; /**< length of @c out when the tree began */
	uint32_t depth; /**< number of open nodes */
	bool closed; /**< a child of the open node has ended, so no property may follow */
	uint32_t phandle; /**< highest phandle so far */
	uint32_t boot_cpu; /**< boot_cpuid_phys */
	uint32_t spare; /**< unused bytes to leave at the end of the tree */
	uint32_t nodes; /**< NUMA nodes of the machine */
	uint32_t nth; /**< number of the device among those that it is counted with */
	uint32_t its; /**< phandle of the machine's second ITS, which those of the others follow */
	const struct ab_memmap *map; /**< memory map whose reservations are not written yet; NULL:
					  they are, or there are none */
	const struct ab_reserve *pool[AB_POOLS_MAX]; /**< pools, borrowed */
	uint32_t n_pools; /**< entries in @c pool */
	uint32_t pools; /**< phandle of the first pool, which those of the others follow; 0: they
			     have none */
	uint32_t strings; /**< bytes of the strings block so far */
	uint64_t seen[3]; /**< property names of the open node, a bit each */
	uint16_t at[AB_FDT_KNOWN_MAX + AB_FDT_NAMES_MAX]; /**< 1 + offset of each name in the
							       strings block; 0: not used yet */
	uint8_t order[AB_FDT_KNOWN_MAX + AB_FDT_NAMES_MAX]; /**< names in the order of their
								 offsets */
	uint32_t n_order; /**< entries in @c order */
	const char *name[AB_FDT_NAMES_MAX]; /**< names that the library does not know, borrowed */
	uint32_t n_names; /**< entries in @c name */
	struct ab_fdt_level level[AB_FDT_DEPTH_MAX + 1]; /**< open nodes by depth */
};

/** Begin a tree: the header, a memory reservation block without entries, and the root node.
 * @param f   filled
 * @param out writer to append to; its length must be a multiple of 8 */
AB_API void ab_fdt_begin(struct ab_fdt *f, struct ab_buf *out);

/** Begin a node inside the open node, e.g. "chosen" or "uart@9000000".
 * @param f    the tree
 * @param name 1 to 31 characters of 0-9 a-z A-Z , . _ + - of which the first is a letter. A unit
 *             address may follow: @ and 1 to 31 of the same characters. No sibling may have the
 *             same name
 * @spec{DTSPEC, 2.2.1} */
AB_API void ab_fdt_node(struct ab_fdt *f, const char *name);

/** Like ab_fdt_node(), but with a number as unit address, which is written in lower-case
 *  hexadecimal.
 * @param f    the tree
 * @param name name without unit address
 * @param unit unit address */
AB_API void ab_fdt_node_at(struct ab_fdt *f, const char *name, uint64_t unit);

/** End the open node. Must not be called for the root, which ab_fdt_finish() ends. */
AB_API void ab_fdt_end(struct ab_fdt *f);

/** Append a property to the open node. All properties of a node must come before its children, and
 *  each must have another name.
 * @param f    the tree
 * @param name 1 to 31 characters of 0-9 a-z A-Z , . _ + ? # - which must stay valid until
 *             ab_fdt_finish(). Must not be "phandle", which ab_fdt_phandle() adds, nor
 *             "linux,phandle" or "ibm,phandle", which readers take for one, too
 * @param data value of @p size bytes; NULL: zero bytes
 * @param size bytes
 * @spec{DTSPEC, 2.2.4.1} */
AB_API void ab_fdt_bytes(struct ab_fdt *f, const char *name, const void *data, size_t size);
/** Append a property without a value; @p name as in ab_fdt_bytes(). */
AB_API void ab_fdt_flag(struct ab_fdt *f, const char *name);
/** Append a property of one string; @p name as in ab_fdt_bytes(). */
AB_API void ab_fdt_string(struct ab_fdt *f, const char *name, const char *value);
/** Append a property of @p n strings; @p name as in ab_fdt_bytes(). */
AB_API void ab_fdt_strings(struct ab_fdt *f, const char *name, const char *const *values, size_t n);
/** Append a property of @p n 32-bit cells; @p name as in ab_fdt_bytes(). */
AB_API void ab_fdt_cells(struct ab_fdt *f, const char *name, const uint32_t *cells, size_t n);
/** Append a property of one 32-bit cell; @p name as in ab_fdt_bytes(). */
AB_API void ab_fdt_u32(struct ab_fdt *f, const char *name, uint32_t value);
/** Append a property of one 64-bit number in two cells; @p name as in ab_fdt_bytes(). */
AB_API void ab_fdt_u64(struct ab_fdt *f, const char *name, uint64_t value);
/** Append the property "reg" with one range: an address and a size of two cells each. */
AB_API void ab_fdt_reg(struct ab_fdt *f, uint64_t base, uint64_t size);

/** Append the property "phandle" to the open node, with a value that no other node has.
 * @return the value, by which other nodes can refer to this one */
AB_API uint32_t ab_fdt_phandle(struct ab_fdt *f);

/** End the tree: end the root node, append the strings block and fill the header. The bytes are
 *  undefined after an error.
 * @param f   the tree
 * @param why what: "device tree"; value: offset in the tree where a rule was broken, or, for
 *            NOSPACE, the bytes that the buffer must have; other: the rule
 * @retval AB_OK
 * @retval AB_ERR_ARG a rule of the calls above was broken; nodes nest deeper than AB_FDT_DEPTH_MAX;
 *                    or more than AB_FDT_NAMES_MAX property names are not known to the library
 * @retval AB_ERR_NOSPACE the buffer is too small, or the tree would reach 2 GiB
 * @spec{DTSPEC, 5} */
AB_API AB_MUST_CHECK enum ab_err ab_fdt_finish(struct ab_fdt *f, struct ab_error *why);

/** Contents of /chosen that do not follow from the machine description, and room for firmware. */
struct ab_fdt_chosen {
	const char *cmdline; /**< bootargs; NULL: none */
	size_t cmdline_size; /**< bytes of @c cmdline, which must not contain NUL; 0: up to its
				  NUL */
	struct ab_bytes_list cmdline_more; /**< pieces that follow @c cmdline, which is then not
						NULL: a space before each that is not empty, unless
						it is the first */
	uint64_t initrd; /**< gpa of the initrd */
	uint64_t initrd_size; /**< bytes of the initrd; 0: no initrd */
	struct ab_bytes rng_seed; /**< rng-seed; size 0: none */
	uint64_t kaslr_seed; /**< kaslr-seed; 0: none */
	uint64_t efi_system_table; /**< ab_fdt_stub() only: gpa of the EFI system table */
	uint64_t efi_memory_map; /**< ab_fdt_stub() only: gpa of the EFI memory map */
	uint32_t efi_memory_map_size; /**< ab_fdt_stub() only: bytes of the EFI memory map */
	struct ab_bytes base; /**< ab_fdt_machine() only: a tree that describes the machine in
				   place of the library's nodes, properties of its root and phandles
				   included; size 0: none. Its /chosen and memory nodes are left
				 out, as the library writes them. Nodes and overlays of the machine
				   description are left out, too */
	struct ab_bytes_list addons; /**< ab_fdt_machine() only: trees that are merged last, like
					  overlays of the machine; those of size 0 are left out. In
					  errors they are "payload.addons[]" */
	struct ab_reserve_list reserve; /**< ab_fdt_machine() only: reservations, as those of the
					     payload. The pools among them get nodes, and are left
					     out of the ranges that the memory map reserves. At most
					     AB_POOLS_MAX of them count */
	uint32_t spare; /**< bytes to leave unused at the end of the tree, for firmware that edits
			     the tree in place */
};

/** Append the whole tree of a machine: /chosen, /aliases, memory, a node for each part of the
 *  machine that has a binding, the caller's own nodes (ab_fdt_extra.nodes), the CPUs, and last the
 *  nodes of ab_fdt_extra.overlays.
 *
 *  Overlays add nodes and change nothing else. These are errors: a node that the tree already has;
 *  a fragment whose target is not "/"; a property of the root, except \#address-cells and
 *  \#size-cells of 2, which the root of a plain tree must have; memory reservations.
 *
 *  Phandles of an overlay are renumbered from the highest phandle so far, as fdt_overlay_apply() of
 *  libfdt does. References to them are found in __fixups__ and __local_fixups__, which dtc writes
 *  into an overlay (/plugin/); a plain tree with phandles must have __local_fixups__ (dtc -L). The
 *  labels gic, msi, clock, gpio and smmu refer to the nodes of enum ab_fdt_phandle_of, if the
 *  machine has them. A phandle by its old name, "linux,phandle", becomes "phandle"; a node that has
 *  both must have them equal.
 *
 *  Time to merge one overlay grows with its size times its phandles and references. Each overlay
 *  may take 2^28 steps, about a second, in each pass; planning makes several passes. An overlay
 *  with a mailbox that has an interrupt:
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
 * @param m      arm64 machine that ab_machine_check() accepts
 * @param chosen contents of /chosen
 * @param map    memory map: its RAM becomes memory nodes; RAM and ROM that the guest must
 *               not use become /reserved-memory, in that of an overlay if it has one
 * @param out    writer to append to; its length must be a multiple of 8. The bytes are undefined
 *               after an error
 * @param why    of an overlay, what: "machine.fdt.overlays[]" or "payload.addons[]" with its index
 *               ("UKI's device tree" for ab_fdt_chosen.base); name: the node or property; value:
 *               offset in the overlay; other: the rule. Of a property, "machine.fdt.props[]" with
 *               its index; of a memory region, "machine.devs[]" with that of the device. Else a
 *               field of @p m or @p chosen, or as ab_fdt_finish(), with the name
 *               "machine.fdt.nodes" if the caller's own nodes broke the rule
 * @retval AB_OK
 * @retval AB_ERR_ARG the caller's own nodes or an overlay broke a rule of the writer; a phandle of
 *                    an overlay is not a number of one node alone; a property breaks a rule of
 *                    struct ab_fdt_prop; ab_dev.memory_region is no pool of @c chosen.reserve, or
 *                    its device has no node; or @c chosen.initrd wraps. Two siblings of the same
 *                    name, and the places of properties, are found only if bytes are written
 * @retval AB_ERR_IMAGE an overlay is malformed, or lists a reference where there is none
 * @retval AB_ERR_UNSUPPORTED the machine is not arm64; an overlay does more than add nodes, refers
 *                            to a label that the machine does not have, has the property
 *                            "ibm,phandle", has phandles but no list of references to them, has a
 *                            /reserved-memory without cells of 2 where that of @p map goes, or
 *                            would take more than 2^28 steps (value: steps)
 * @retval AB_ERR_NOSPACE as ab_fdt_finish()
 * @spec{DTSPEC, 3} */
AB_API AB_MUST_CHECK enum ab_err ab_fdt_machine(const struct ab_machine *m,
						const struct ab_fdt_chosen *chosen,
						const struct ab_memmap *map, struct ab_buf *out,
						struct ab_error *why);

/** Append the tree of a guest that boots by ACPI: /chosen and no other node.
 * @param chosen contents of /chosen
 * @param out    writer to append to; its length must be a multiple of 8. The bytes are undefined
 *               after an error
 * @param why    as ab_fdt_finish(), or what: "fdt_chosen.initrd"
 * @retval AB_OK
 * @retval AB_ERR_ARG @c chosen.initrd wraps
 * @retval AB_ERR_NOSPACE the buffer is too small
 * @spec{ARM64EFI, chosen} */
AB_API AB_MUST_CHECK enum ab_err ab_fdt_stub(const struct ab_fdt_chosen *chosen, struct ab_buf *out,
					     struct ab_error *why);

/* ---- reading ------------------------------------------------------------------------------ */

/** A list of ranges that ab_fdt_read() fills. */
struct ab_fdt_ranges {
	struct ab_range *at; /**< the caller's array; may be NULL if @c cap is 0 */
	size_t cap; /**< entries that the array has room for */
	size_t n; /**< entries that the tree has; above @c cap only the first @c cap are filled */
};

/** A CPU in a tree. */
struct ab_fdt_cpu {
	uint64_t mpidr; /**< MPIDR affinity: Aff3 in bits 39-32, Aff2 to Aff0 in bits 23-0 */
	bool psci; /**< its enable-method is "psci" */
	bool okay; /**< its status, and that of the nodes above it, is "okay" or absent */
};

/** A list of CPUs that ab_fdt_read() fills. */
struct ab_fdt_cpus {
	struct ab_fdt_cpu *at; /**< the caller's array; may be NULL if @c cap is 0 */
	size_t cap; /**< entries that the array has room for */
	size_t n; /**< entries that the tree has; above @c cap only the first @c cap are filled */
};

/** A device in a tree. */
struct ab_fdt_dev {
	struct ab_range reg; /**< its first registers, as an address of the CPU; size 0: none */
	uint32_t intid; /**< INTID of its first interrupt, 16 to 1019 or 4096 to 5119; 0: none, an
			     extended PPI, or an interrupt of another controller than the GIC */
	uint32_t irq_flags; /**< third cell of that interrupt, as in the tree: 1 rising edge, 4
				 active-high level */
};

/** A list of devices that ab_fdt_read() fills. */
struct ab_fdt_devs {
	struct ab_fdt_dev *at; /**< the caller's array; may be NULL if @c cap is 0 */
	size_t cap; /**< entries that the array has room for */
	size_t n; /**< entries that the tree has; above @c cap only the first @c cap are filled */
};

/** Facts that a hypervisor needs from the tree of its own machine. The caller sets the array and
 *  @c cap of each list; ab_fdt_read() fills everything else. Devices that are disabled, or lie on a
 *  bus that is disabled or does not translate their address, are left out. */
struct ab_fdt_info {
	struct ab_fdt_ranges memory; /**< RAM */
	struct ab_fdt_ranges reserved; /**< memory reservations and fixed ranges of
					    /reserved-memory */
	struct ab_fdt_cpus cpus; /**< CPUs in the order of the tree, disabled ones included */
	struct ab_fdt_ranges redist; /**< GICv3: redistributor regions */
	uint64_t redist_stride; /**< GICv3: bytes from one redistributor to the next, a multiple of
				     64 KiB: redistributor-stride, or AB_GICV3_REDIST_SIZE if the
				     tree has none. A GICv4 takes twice that, which only its
				     GICR_TYPER.VLPIS shows. 0: no GICv3 */
	uint32_t n_redists; /**< GICv3: redistributors that fit into all regions at that stride, up
				 to UINT32_MAX */
	struct ab_fdt_devs virtio; /**< virtio-mmio devices */
	bool psci; /**< the machine has PSCI 0.2 or later */
	enum ab_conduit conduit; /**< instruction that calls PSCI */
	uint32_t gic_version; /**< 2 or 3 (a GICv4 counts as 3); 0: no GIC that the library knows */
	struct ab_range gic_dist; /**< distributor */
	struct ab_range gic_cpu; /**< GICC; size 0: none */
	struct ab_range gic_hyp; /**< GICH; size 0: none */
	struct ab_range gic_vcpu; /**< GICV; size 0: none */
	struct ab_range its; /**< first ITS; size 0: none */
	uint32_t maintenance; /**< INTID of the maintenance interrupt; 0: none */
	struct ab_timer timer; /**< INTIDs of the architected timers; 0: not in the tree */
	enum ab_dev_type uart_type; /**< kind of the UART that stdout-path names: UART_PL011,
					 UART_SBSA or UART_16550; 0: another kind, or no UART.
					 Every kind that Linux's early 8250 console drives counts as
					 UART_16550, e.g. snps,dw-apb-uart */
	struct ab_fdt_dev uart; /**< the UART that stdout-path names */
	uint32_t uart_shift; /**< UART_16550: reg-shift, 0 to 8: register n has the offset
				  n << @c uart_shift */
	uint32_t uart_width; /**< UART_16550: reg-io-width, the bytes of one access to a register:
				  1, 2 or 4. 0: another kind */
	struct ab_fdt_dev rtc; /**< first PL031 */
	struct ab_range initrd; /**< initrd that the tree announces; size 0: none */
	struct ab_bytes bootargs; /**< borrowed from the tree, without NUL at its end */
	struct ab_bytes rng_seed; /**< borrowed from the tree; size 0: none */
	uint64_t kaslr_seed; /**< 0: none */
};

/** Read the tree of the machine that a hypervisor runs on. The bytes may be anything and at any
 *  alignment: none beyond @p tree is read, and the time taken is linear in their number. Of the
 *  "ranges" of a bus, the first AB_DTB_RANGES_MAX entries count.
 * @param tree the blob; it may be larger than its totalsize
 * @param info lists: set by the caller; all else is filled, and defined after an error, too
 * @param why  as ab_dtb_open(); or what: a list, e.g. "fdt_info.cpus"; value: its entries
 * @retval AB_OK
 * @retval AB_ERR_IMAGE not a device tree, truncated or malformed
 * @retval AB_ERR_UNSUPPORTED older than version 17, or not compatible with version 17
 * @retval AB_ERR_NOSPACE the array of a list is too short. Everything else is filled, and each list
 *                        has the number of its entries
 * @spec{DTSPEC, 5} */
AB_API AB_MUST_CHECK enum ab_err ab_fdt_read(struct ab_bytes tree, struct ab_fdt_info *info,
					     struct ab_error *why);

#ifdef __cplusplus
}
#endif

/** @} */

#endif /* AETHERBOOT_FDT_H */
