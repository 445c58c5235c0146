/* SPDX-License-Identifier: BSD-2-Clause */
/** @file dtb.h The group @ref dtb. */
/**
 * @defgroup dtb Device trees, read
 * A reader of devicetree blobs (DTB) that come from outside: the tree of the machine that a
 * hypervisor runs on, a tree to merge, a FIT image. fdt.h writes trees.
 *
 * @snippet dtb_regs.c dtb
 *
 * ab_dtb_open() checks a blob from end to end, once. After that a call either finds what it was
 * asked for or reports that the blob does not contain it. No call reads a byte outside the blob,
 * and the time of each is bounded by the blob's size. All state is in the caller's structs. The
 * blob is borrowed and must not change while it is in use; it may lie at any alignment.
 *
 * A node is identified by the offset of its FDT_BEGIN_NODE token in the blob. 0 is no node: every
 * call accepts it and finds nothing there. Names and values come from the blob as they are: check
 * them before you print or use them.
 * @{
 */
#ifndef AETHERBOOT_DTB_H
#define AETHERBOOT_DTB_H

#include <aetherboot/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Levels of nodes in a blob, the root's included. Linux 6.1's deepest arm64 tree has 12. */
#define AB_DTB_DEPTH_MAX 16
/** Entries of a "ranges" property that an address is compared with. */
#define AB_DTB_RANGES_MAX 256

/** A blob that ab_dtb_open() has checked. The caller must not change any member. */
struct ab_dtb {
	const uint8_t *data; /**< the blob, borrowed */
	uint32_t size; /**< bytes of the blob: its totalsize, which may be less than was given */
	uint32_t root; /**< root node */
	uint32_t boot_cpu; /**< boot_cpuid_phys: "reg" of the CPU that boots */
	uint32_t n_reservations; /**< entries of the memory reservation block */
	uint32_t reservations; /**< offset of the memory reservation block */
	uint32_t structs; /**< offset of the structure block */
	uint32_t structs_size; /**< bytes of the structure block */
	uint32_t strings; /**< offset of the strings block */
	uint32_t strings_size; /**< bytes of the strings block */
};

/** Check a blob: its header, memory reservations, and each token of its structure block. Takes
 * time linear in the blob's size.
 * @param dtb  filled. After an error it is a blob without nodes, on which all calls are allowed
 * @param blob bytes; may be more than the blob's totalsize
 * @param why  what: "device tree"; value: offset in the blob; other: the rule that was broken
 * @retval AB_OK
 * @retval AB_ERR_IMAGE not a blob; truncated; malformed; or nodes nest deeper than AB_DTB_DEPTH_MAX
 * @retval AB_ERR_UNSUPPORTED older than version 17, or not compatible with version 17
 * @spec{DTSPEC, 5.2 to 5.5} */
AB_API AB_MUST_CHECK enum ab_err ab_dtb_open(struct ab_dtb *dtb, struct ab_bytes blob,
					     struct ab_error *why);

/** Get an entry of the memory reservation block.
 * @param dtb   the blob
 * @param nth   entry, from 0
 * @param range filled; the blob may contain any base and any size
 * @return false, and @p range is unchanged, if there are fewer entries. @spec{DTSPEC, 5.3} */
AB_API bool ab_dtb_reservation(const struct ab_dtb *dtb, size_t nth, struct ab_range *range);

/* ---- tokens ------------------------------------------------------------------------------- */

/** Kinds of tokens. @spec{DTSPEC, 5.4.1} */
enum ab_dtb_kind {
	AB_DTB_BEGIN_NODE = 1, /**< a node begins; its properties follow, then its children */
	AB_DTB_END_NODE = 2, /**< the node that began last ends */
	AB_DTB_PROP = 3, /**< a property of the node that began last */
	AB_DTB_NOP = 4, /**< nothing: a token that was taken out in place */
	AB_DTB_END = 9, /**< the structure block ends */
};

/** One token of the structure block. */
struct ab_dtb_token {
	enum ab_dtb_kind kind; /**< its kind */
	uint32_t next; /**< offset in the blob of the token after it */
	const char *name; /**< name of the node, with its unit address, or of the property; NULL:
			       the kind has no name */
	struct ab_bytes value; /**< value of the property */
};

/** Read one token, e.g. to visit the properties of a node: read the node, then go on at
 *  ab_dtb_token.next while the tokens are AB_DTB_PROP or AB_DTB_NOP.
 * @param dtb   the blob
 * @param at    offset of the token in the blob: a node, or ab_dtb_token.next
 * @param token filled; zeros if there is none
 * @return false if there is no token at @p at */
AB_API bool ab_dtb_token(const struct ab_dtb *dtb, uint32_t at, struct ab_dtb_token *token);

/* ---- nodes and properties ----------------------------------------------------------------- */

/** Name of a node, with its unit address; "" of the root and of no node. */
AB_API const char *ab_dtb_name(const struct ab_dtb *dtb, uint32_t node);

/** Offset of the token after a node and everything in it. Takes time linear in the node's size.
 * @return the offset, or 0 for no node */
AB_API uint32_t ab_dtb_skip(const struct ab_dtb *dtb, uint32_t node);

/** Visit the children of a node. All calls together take time linear in the parent's size.
 * @param dtb      the blob
 * @param parent   the node
 * @param previous the child that the last call returned; 0: begin
 * @return the next child, or 0 after the last one */
AB_API uint32_t ab_dtb_next_child(const struct ab_dtb *dtb, uint32_t parent, uint32_t previous);

/** Find a child by its whole name, with its unit address. Takes time linear in the
 *  parent's size.
 * @return the first child of that name, or 0 */
AB_API uint32_t ab_dtb_child(const struct ab_dtb *dtb, uint32_t parent, const char *name);

/** Find a node by its path, e.g. "/soc/serial@9000000". Takes time linear in the blob's size,
 *  times the components of the path that are found.
 *
 *  A component is the name of a node. It may omit the unit address: if no node has just that name,
 *  it is the first one that has that name and any unit address. A path that does not begin with '/'
 *  begins with an alias of at most 31 characters: a property of /aliases, whose value is the path
 *  of a node. A ':' ends the path; in "stdout-path" options follow it.
 * @param dtb  the blob
 * @param path NUL-terminated
 * @return the node, or 0. @spec{DTSPEC, 2.2.3} */
AB_API uint32_t ab_dtb_find(const struct ab_dtb *dtb, const char *path);

/** Find a property of a node. Takes time linear in the size of the node's name and properties.
 * @return value of the first property of that name; data NULL: the node has no such property */
AB_API struct ab_bytes ab_dtb_prop(const struct ab_dtb *dtb, uint32_t node, const char *name);

/** Find a property of one cell, as ab_dtb_prop().
 * @return the cell, or @p otherwise if the node has no such property of 4 bytes */
AB_API uint32_t ab_dtb_u32(const struct ab_dtb *dtb, uint32_t node, const char *name,
			   uint32_t otherwise);

/* ---- values ------------------------------------------------------------------------------- */

/** Read a number of some cells out of a value.
 * @param value  value of a property
 * @param at     cell that the number begins with, from 0
 * @param cells  cells of the number: 0, which gives 0, 1 or 2
 * @param number filled
 * @return false, and @p number is unchanged, if the value is shorter or @p cells above 2 */
AB_API bool ab_dtb_number(struct ab_bytes value, size_t at, uint32_t cells, uint64_t *number);

/** Get a string out of a stringlist.
 * @param value value of a property
 * @param nth   string, from 0
 * @return the string, or NULL if there are fewer; bytes that no NUL follows are no string.
 * @spec{DTSPEC, 2.2.4} */
AB_API const char *ab_dtb_string(struct ab_bytes value, size_t nth);

/** True if a stringlist contains a string, e.g. if "compatible" contains "arm,pl011". */
AB_API bool ab_dtb_has_string(struct ab_bytes value, const char *string);

/* ---- walking over all nodes, with inherited properties ------------------------------------- */

/** A node on the way from the root to the node that ab_dtb_next() has met. */
struct ab_dtb_level {
	uint32_t node; /**< the node */
	uint32_t address_cells; /**< its \#address-cells: cells of its children's addresses; 2 if it
				     has none */
	uint32_t size_cells; /**< its \#size-cells: cells of its children's sizes; 1 if it has
				  none */
	uint32_t interrupt_parent; /**< phandle of its interrupt parent, its own or inherited; 0:
					none */
	struct ab_bytes ranges; /**< its "ranges"; data NULL: it has none, and the CPU cannot reach
				     its children by address */
	bool okay; /**< its status, and that of each node above it, is "okay" or absent */
};

/** A walk over all nodes, a parent before its children. Set @c dtb, and all else to 0. */
struct ab_dtb_walk {
	const struct ab_dtb *dtb; /**< the blob */
	uint32_t next; /**< offset of the token to go on with; 0: begin with the root */
	uint32_t open; /**< nodes that have begun and not ended */
	uint32_t depth; /**< level of the node that was met; the root's is 0 */
	struct ab_bytes reg; /**< its "reg"; data NULL: it has none */
	struct ab_dtb_level level[AB_DTB_DEPTH_MAX]; /**< the nodes from the root to the node that
							   was met, which is level[depth] */
};

/** Go on to the next node. All calls of a walk together take time linear in the blob's size.
 * @return false after the last node */
AB_API bool ab_dtb_next(struct ab_dtb_walk *walk);

/** Number of entries in "reg" of the node that was met: an address and a size each, of as many
 *  cells as its parent says. 0 if one of them has no cells or more than 2, and for the root.
 *  @spec{DTSPEC, 2.3.6} */
AB_API size_t ab_dtb_n_regs(const struct ab_dtb_walk *walk);

/** Get an entry of "reg" of the node that was met, as an address of the CPU's: translated by
 * "ranges" of each bus above it, of which the first AB_DTB_RANGES_MAX entries count.
 * @param walk  the walk
 * @param nth   entry, from 0
 * @param range filled; does not wrap; the blob may contain a size of 0
 * @return false, and @p range is undefined, if there are fewer entries; if a bus does not translate
 *         all of it; or if it wraps.
 * @spec{DTSPEC, 2.3.6} @spec{DTSPEC, 2.3.8} */
AB_API bool ab_dtb_reg(const struct ab_dtb_walk *walk, size_t nth, struct ab_range *range);

#ifdef __cplusplus
}
#endif

/** @} */

#endif /* AETHERBOOT_DTB_H */
