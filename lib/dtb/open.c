/* SPDX-License-Identifier: BSD-2-Clause */
/* Check a blob from end to end, once. */
#include "dtb_priv.h"

#include "../base/be.h"

#define HEADER 40 /* DTSPEC 5.2 */
#define MAGIC 0xd00dfeed
#define VERSION 17
#define RESERVATION 16 /* DTSPEC 5.3: address and size */

_Static_assert(AB_DTB_DEPTH_MAX == 16, "as misplaced() says");

static enum ab_err malformed(struct ab_error *why, uint32_t at, const char *rule)
{
	return ab_fail(why, AB_ERR_IMAGE, "device tree", at, rule);
}

static uint64_t ld_be64(const uint8_t *p)
{
	return (uint64_t)ab_ld_be32(p) << 32 | ab_ld_be32(p + 4);
}

/* DTSPEC 5.2 */
static enum ab_err header(struct ab_dtb *dtb, struct ab_bytes blob, struct ab_error *why)
{
	const uint8_t *p = blob.data;

	if (blob.size < HEADER || ab_ld_be32(p) != MAGIC)
		return malformed(why, 0, "must begin with a header, whose magic is 0xd00dfeed");
	dtb->data = p;
	dtb->size = ab_ld_be32(p + 4);
	if (dtb->size > blob.size || dtb->size < HEADER + RESERVATION || dtb->size > INT32_MAX)
		return malformed(why, 4,
				 "totalsize must be at least 56, below 2 GiB and no more "
				 "than the bytes given");
	if (ab_ld_be32(p + 20) < VERSION)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "device tree", 20,
			       "version must be 17 or later");
	if (ab_ld_be32(p + 24) > VERSION)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "device tree", 24,
			       "last_comp_version must be 17 or earlier");
	dtb->structs = ab_ld_be32(p + 8);
	dtb->strings = ab_ld_be32(p + 12);
	dtb->reservations = ab_ld_be32(p + 16);
	dtb->boot_cpu = ab_ld_be32(p + 28);
	dtb->strings_size = ab_ld_be32(p + 32);
	dtb->structs_size = ab_ld_be32(p + 36);
	return AB_OK;
}

static enum ab_err blocks(const struct ab_dtb *dtb, struct ab_error *why)
{
	if (dtb->structs % 4 != 0 || dtb->structs < HEADER ||
	    !ab_within(dtb->structs, dtb->structs_size, dtb->size))
		return malformed(why, 8,
				 "the structure block must lie at a multiple of 4 between "
				 "header and end");
	if (!ab_within(dtb->strings, dtb->strings_size, dtb->size))
		return malformed(why, 12, "the strings block must lie within the tree");
	if (dtb->strings_size != 0 && dtb->data[dtb->strings + dtb->strings_size - 1] != 0)
		return malformed(why, dtb->strings, "the strings block must end with a NUL");
	if (dtb->reservations % 8 != 0 || !ab_within(dtb->reservations, RESERVATION, dtb->size))
		return malformed(why, 16,
				 "the memory reservation block must lie at a multiple of "
				 "8 within the tree");
	return AB_OK;
}

/* DTSPEC 5.3: an entry of zeros ends the block */
static enum ab_err count_reservations(struct ab_dtb *dtb, struct ab_error *why)
{
	const uint8_t *p = dtb->data + dtb->reservations;
	uint32_t most = (dtb->size - dtb->reservations) / RESERVATION;

	for (; dtb->n_reservations < most; dtb->n_reservations++, p += RESERVATION)
		if (ld_be64(p) == 0 && ld_be64(p + 8) == 0)
			return AB_OK;
	return malformed(why, dtb->reservations,
			 "the memory reservation block must end with an entry of zeros");
}

/* The rule that a token breaks where it stands, inside of @depth open nodes; or NULL. */
static const char *misplaced(const struct ab_dtb *dtb, const struct ab_dtb_token *token,
			     uint32_t depth)
{
	switch (token->kind) {
	case AB_DTB_BEGIN_NODE:
		if (depth == 0 && dtb->root != 0)
			return "there must be one root node";
		return depth == AB_DTB_DEPTH_MAX ? "nodes must not nest deeper than 16 levels"
						 : NULL;
	case AB_DTB_END_NODE:
		return depth == 0 ? "a node must begin before it ends" : NULL;
	case AB_DTB_PROP:
		return depth == 0 ? "a property must lie within a node" : NULL;
	case AB_DTB_END:
		if (dtb->root == 0)
			return "there must be one root node";
		return depth != 0 ? "each node must end before FDT_END" : NULL;
	default:
		return NULL;
	}
}

static enum ab_err structure(struct ab_dtb *dtb, struct ab_error *why)
{
	uint32_t at = dtb->structs, depth = 0;
	struct ab_dtb_token token;
	const char *rule;

	do {
		rule = ab_dtb_scan_(dtb, at, &token);
		if (rule == NULL)
			rule = misplaced(dtb, &token, depth);
		if (rule != NULL)
			return malformed(why, at, rule);
		if (token.kind == AB_DTB_BEGIN_NODE && depth++ == 0)
			dtb->root = at;
		if (token.kind == AB_DTB_END_NODE)
			depth--;
		at = token.next;
	} while (token.kind != AB_DTB_END);
	return AB_OK;
}

enum ab_err ab_dtb_open(struct ab_dtb *dtb, struct ab_bytes blob, struct ab_error *why)
{
	enum ab_err err;

	*dtb = (struct ab_dtb){ .data = NULL };
	if (blob.data == NULL)
		blob.size = 0;
	if ((err = header(dtb, blob, why)) == AB_OK && (err = blocks(dtb, why)) == AB_OK &&
	    (err = count_reservations(dtb, why)) == AB_OK)
		err = structure(dtb, why);
	if (err != AB_OK)
		*dtb = (struct ab_dtb){ .data = NULL };
	return err;
}

bool ab_dtb_reservation(const struct ab_dtb *dtb, size_t nth, struct ab_range *range)
{
	const uint8_t *p;

	if (nth >= dtb->n_reservations)
		return false;
	p = dtb->data + dtb->reservations + RESERVATION * nth;
	*range = (struct ab_range){ ld_be64(p), ld_be64(p + 8) };
	return true;
}
