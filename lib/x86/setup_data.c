/* SPDX-License-Identifier: BSD-2-Clause */
/* The setup_data chain: data that the zero page has no field for. */
#include <aetherboot/x86.h>

#include "../base/base_priv.h"
#include "x86_priv.h"

#define SETUP_INDIRECT UINT32_C(0x80000000)

/* A chain under construction. The `next` of its last node is filled in when another node begins. */
struct chain {
	struct ab_buf *out;
	uint64_t gpa; /* of the first byte */
	size_t start; /* offset of it in out */
	size_t last; /* offset of the last node in out; SIZE_MAX: none yet */
};

static uint64_t here(const struct chain *c)
{
	return c->gpa + (c->out->len - c->start);
}

/* Append a node's head. X86BOOT, setup_data */
static void node(struct chain *c, uint32_t type, uint32_t len)
{
	size_t pad = (0 - (c->out->len - c->start)) & 7;

	ab_put(c->out, NULL, pad);
	if (c->last != SIZE_MAX)
		ab_poke_le(c->out, c->last, here(c), 8); /* 0 next, of the node before */
	c->last = c->out->len;
	ab_put_le(c->out, 0, 8); /* 0 next: 0, the last node so far */
	ab_put_le(c->out, type, 4); /* 8 type */
	ab_put_le(c->out, len, 4); /* 12 len */
}

/* Check that the content fits into a direct node, whose length field has 32 bits. */
static bool fits(const struct chain *c, struct ab_bytes bytes, const char *what, size_t index)
{
	const uint64_t size = bytes.size;

	if (size <= UINT32_MAX)
		return true;
	ab_buf_fail_with_(c->out, &(struct ab_error){ .code = AB_ERR_ARG,
						      .what = what,
						      .index = index,
						      .value = size,
						      .other = "must be below 2^32" });
	return false;
}

static void direct(struct chain *c, uint32_t type, struct ab_bytes bytes)
{
	node(c, type, (uint32_t)bytes.size);
	ab_put(c->out, bytes.data, bytes.size); /* 16 data */
}

/* X86BOOT, setup_data: struct setup_indirect, directly followed by its data. The node and the
 * struct are multiples of 8 bytes, so the data are aligned to 8. */
static void indirect(struct chain *c, uint32_t type, struct ab_bytes bytes)
{
	node(c, SETUP_INDIRECT, 24);
	ab_put_le(c->out, SETUP_INDIRECT | type, 4); /* 16 type */
	ab_put_le(c->out, 0, 4); /* 20 reserved */
	ab_put_le(c->out, bytes.size, 8); /* 24 len */
	ab_put_le(c->out, here(c) + 8, 8); /* 32 addr */
	ab_put(c->out, bytes.data, bytes.size);
}

static void callers_node(struct chain *c, const struct ab_setup_data *d, size_t index)
{
	static const char rule[] =
	    "must be 0 to 0x7fffffff, not 1 (SETUP_E820_EXT), and not 0 in an indirect node";

	/* a wrapped SETUP_NONE would look like SETUP_INDIRECT itself */
	if (d->type == AB_SETUP_E820_EXT || d->type >= SETUP_INDIRECT ||
	    (d->indirect && d->type == 0))
		ab_buf_fail_with_(c->out, &(struct ab_error){ .code = AB_ERR_ARG,
							      .what = "setup_data[].type",
							      .index = index,
							      .value = d->type,
							      .other = rule });
	else if (d->indirect)
		indirect(c, d->type, d->bytes);
	else if (fits(c, d->bytes, "setup_data[].bytes.size", index))
		direct(c, d->type, d->bytes);
}

/* Append the E820 entries that the zero page has no room for. */
static void e820_ext(struct chain *c, const struct ab_memmap *map)
{
	size_t len_at;
	size_t n;

	if (ab_memmap_count(map) <= AB_E820_MAX)
		return;
	node(c, AB_SETUP_E820_EXT, 0);
	len_at = c->last + 12;
	n = ab_x86_e820_(map, AB_E820_MAX, SIZE_MAX, c->out); /* 16 data */
	ab_poke_le(c->out, len_at, n * 20, 4); /* 12 len */
}

void ab_x86_setup_data(const struct ab_setup_data_list *list, struct ab_bytes seed,
		       const struct ab_memmap *map, uint64_t gpa, struct ab_buf *out)
{
	struct chain c = { out, gpa, out->len, SIZE_MAX };

	if (!ab_is_aligned(gpa, 8)) {
		ab_buf_fail(out, AB_ERR_ARG, "setup_data.gpa", gpa, "must be a multiple of 8");
		return;
	}
	for (size_t i = 0; i < list->n; i++)
		callers_node(&c, &list->at[i], i);
	if (seed.size != 0 && fits(&c, seed, "setup_data.seed.size", 0))
		direct(&c, AB_SETUP_RNG_SEED, seed);
	e820_ext(&c, map);
}
