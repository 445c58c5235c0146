/* SPDX-License-Identifier: BSD-2-Clause */
/* The node of an image, and its hash nodes. */
#include "fit_priv.h"

#include "../base/base_priv.h"
#include "../base/libc.h"

#define IMAGES "fit.images."

/* An image that is being read. Errors name a property by its path. */
struct reader {
	const struct ab_fit *fit;
	uint32_t node;
	struct ab_error *why;
	enum ab_err err; /* of the first error */
};

static struct ab_bytes get(const struct reader *r, const char *path)
{
	return ab_dtb_prop(&r->fit->dtb, r->node, path + strlen(IMAGES));
}

/* Record that a property breaks a rule. */
static void fail(struct reader *r, enum ab_err code, const char *path, uint64_t value,
		 const char *rule)
{
	if (r->err == AB_OK)
		r->err = ab_fail_named_(r->why, code, path, 0, ab_dtb_name(&r->fit->dtb, r->node),
					value, rule);
}

static void malformed(struct reader *r, const char *path, uint64_t value, const char *rule)
{
	fail(r, AB_ERR_IMAGE, path, value, rule);
}

static const char *text(struct reader *r, const char *path)
{
	struct ab_bytes value = get(r, path);
	const char *s = ab_fit_text_(value);

	if (value.data != NULL && s == NULL)
		malformed(r, path, value.size, AB_FIT_STRING);
	return s;
}

/* Read a property of one cell, or at most @cells. Returns whether it is there. */
static bool number(struct reader *r, const char *path, uint32_t cells, uint64_t *number)
{
	struct ab_bytes value = get(r, path);

	if (value.data == NULL)
		return false;
	if (value.size == 4 || value.size == 4 * cells)
		(void)ab_dtb_number(value, 0, (uint32_t)value.size / 4, number);
	else
		malformed(r, path, value.size, "its size must be 4 bytes, or 8 for an address");
	return true;
}

/* ---- data --------------------------------------------------------------------------------- */

/* Data behind the tree: at @at bytes, as the property says, from an offset in the file. */
static struct ab_bytes external(struct reader *r, const char *path, uint64_t from, uint64_t at)
{
	const struct ab_bytes *file = &r->fit->file;
	uint64_t size = 0;

	if (!number(r, IMAGES "data-size", 1, &size))
		malformed(r, IMAGES "data-size", 0, "its size must be 4 bytes");
	if (at % 4 != 0)
		malformed(r, path, at, "must be a multiple of 4");
	from += at;
	if (!ab_within(from, size, file->size))
		malformed(r, path, at, "the data must lie within the file");
	if (r->err == AB_OK && ab_overlaps(from, size, 0, r->fit->dtb.size)) {
		r->err = ab_fail_with_(
		    r->why, &(struct ab_error){ .code = AB_ERR_OVERLAP,
						.what = path,
						.value = from,
						.other = "device tree",
						.name = ab_dtb_name(&r->fit->dtb, r->node),
						.size = size,
						.other_size = r->fit->dtb.size });
	}
	if (r->err != AB_OK)
		return (struct ab_bytes){ NULL, 0 };
	return (struct ab_bytes){ (const uint8_t *)file->data + from, (size_t)size };
}

static struct ab_bytes data(struct reader *r)
{
	static const char offset[] = IMAGES "data-offset", position[] = IMAGES "data-position";
	const uint64_t end = ((uint64_t)r->fit->dtb.size + 3) & ~UINT64_C(3);
	const struct ab_bytes own = get(r, IMAGES "data");
	uint64_t at = 0, n;
	bool behind = number(r, offset, 1, &at), anywhere = number(r, position, 1, &at);

	n = (uint64_t)(own.data != NULL) + behind + anywhere;
	if (n != 1)
		malformed(r, IMAGES "data", n,
			  "must be one of data, data-offset and data-position");
	if (n != 1 || own.data != NULL)
		return own;
	return behind ? external(r, offset, end, at) : external(r, position, 0, at);
}

/* ---- hashes ------------------------------------------------------------------------------- */

static const struct {
	const char *name;
	size_t size; /* of a value */
} algos[] = {
	[AB_FIT_ALGO_CRC32] = { "crc32", 4 },
	[AB_FIT_ALGO_SHA256] = { "sha256", AB_SHA256_SIZE },
};

#define N_ALGOS (sizeof(algos) / sizeof(algos[0]))

static bool is_hash(const char *name)
{
	return strlen(name) >= 4 && memcmp(name, "hash", 4) == 0;
}

bool ab_fit_next_hash(const struct ab_fit *fit, const struct ab_fit_image *image,
		      struct ab_fit_hash *hash)
{
	const struct ab_dtb *dtb = &fit->dtb;
	struct ab_bytes algo;
	uint32_t node = hash->node;
	size_t i;

	do
		node = ab_dtb_next_child(dtb, image->node, node);
	while (node != 0 && !is_hash(ab_dtb_name(dtb, node)));
	*hash = (struct ab_fit_hash){ .node = node };
	algo = ab_dtb_prop(dtb, node, "algo");
	hash->algo_name = ab_fit_text_(algo);
	hash->value = ab_dtb_prop(dtb, node, "value");
	for (i = N_ALGOS - 1; i != AB_FIT_ALGO_OTHER; i--)
		if (ab_dtb_has_string(algo, algos[i].name))
			break;
	hash->algo = (enum ab_fit_algo)i;
	return node != 0;
}

static uint32_t hashes(struct reader *r, const struct ab_fit_image *image)
{
	struct ab_fit_hash hash = { .node = 0 };
	uint32_t n = 0;

	for (; ab_fit_next_hash(r->fit, image, &hash); n++)
		if (hash.algo_name == NULL)
			malformed(r, IMAGES "hash.algo",
				  ab_dtb_prop(&r->fit->dtb, hash.node, "algo").size, AB_FIT_STRING);
		else if (hash.algo != AB_FIT_ALGO_OTHER && hash.value.size != algos[hash.algo].size)
			malformed(r, IMAGES "hash.value", hash.value.size,
				  "its size must be 4 bytes for crc32, 32 for sha256");
	return n;
}

enum ab_err ab_fit_image(const struct ab_fit *fit, uint32_t node, struct ab_fit_image *image,
			 struct ab_error *why)
{
	struct reader r = { fit, node, why, AB_OK };

	*image = (struct ab_fit_image){ .node = node, .name = ab_dtb_name(&fit->dtb, node) };
	image->description = text(&r, IMAGES "description");
	image->type = text(&r, IMAGES "type");
	image->arch = text(&r, IMAGES "arch");
	image->os = text(&r, IMAGES "os");
	image->compression = text(&r, IMAGES "compression");
	image->has_load = number(&r, IMAGES "load", 2, &image->load);
	image->has_entry = number(&r, IMAGES "entry", 2, &image->entry);
	image->data = data(&r);
	image->n_hashes = hashes(&r, image);
	if (r.err != AB_OK)
		*image = (struct ab_fit_image){ .node = 0 };
	return r.err;
}
