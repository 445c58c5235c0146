/* SPDX-License-Identifier: BSD-2-Clause */
/* The hashes of an image, computed piece by piece. */
#include "fit_priv.h"

#include "../base/base_priv.h"
#include "../base/be.h"
#include "../base/libc.h"

static enum ab_err compare(struct ab_fit_verify *v, struct ab_error *why)
{
	struct ab_fit_hash hash = { .node = 0 };
	struct ab_sha256 end = v->sha256;
	uint8_t crc[4], sha256[AB_SHA256_SIZE];
	const uint8_t *const computed[] = {
		[AB_FIT_ALGO_CRC32] = crc, [AB_FIT_ALGO_SHA256] = sha256
	};

	ab_st_be32(crc, v->crc);
	ab_sha256_finish(&end, sha256);
	v->verified = v->unsupported = 0;
	while (ab_fit_next_hash(v->fit, v->image, &hash)) {
		if (hash.algo == AB_FIT_ALGO_OTHER) {
			v->unsupported++;
			continue;
		}
		if (memcmp(hash.value.data, computed[hash.algo], hash.value.size) != 0)
			return ab_fail_named_(why, AB_ERR_IMAGE, "fit.images.hash", 0,
					      v->image->name, ab_ld_be32(hash.value.data),
					      "must be the hash of the image's data");
		v->verified++;
	}
	v->finished = true;
	return AB_OK;
}

enum ab_err ab_fit_verify(struct ab_fit_verify *v, size_t most, struct ab_error *why)
{
	const struct ab_bytes *data = &v->image->data;
	const uint8_t *from = (const uint8_t *)data->data + v->done;
	const size_t left = data->size - v->done, n = most < left ? most : left;
	struct ab_fit_hash hash = { .node = 0 };
	unsigned int algos = 0;

	while (ab_fit_next_hash(v->fit, v->image, &hash))
		algos |= 1U << hash.algo;
	if (v->done == 0)
		ab_sha256_init(&v->sha256);
	if ((algos & 1U << AB_FIT_ALGO_CRC32) != 0)
		v->crc = ab_crc32(v->crc, from, n);
	if ((algos & 1U << AB_FIT_ALGO_SHA256) != 0)
		ab_sha256_add(&v->sha256, from, n);
	v->done += n;
	return n == left ? compare(v, why) : AB_OK;
}
