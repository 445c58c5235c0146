/* SPDX-License-Identifier: BSD-2-Clause */
/* Any bytes as a packed stream, in exactly the work memory that it asks for; what comes out does
 * not depend on the size of the blocks. */
#include <stdlib.h>
#include <string.h>

#include <aetherboot/codec.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define WORK_MAX ((size_t)48 << 20)
#define LIMIT ((uint64_t)2 << 20)

static void require(bool holds)
{
	if (!holds)
		abort();
}

/* What a pass gave. */
struct pass {
	enum ab_err err;
	uint64_t size;
	uint32_t crc;
};

static struct pass run(enum ab_codec codec, struct ab_bytes src, struct ab_work work, size_t block)
{
	struct pass p = { AB_OK, 0, 0 };
	struct ab_bytes out = { NULL, 1 };
	struct ab_error why = { AB_OK, NULL, 0, NULL };
	struct ab_stream s;

	p.err = ab_stream_open(&s, codec, src, LIMIT, work, &why);
	if (block != 0)
		s.block_size = block;
	while (p.err == AB_OK && out.size != 0) {
		const uint8_t *at, *base = work.data;

		p.err = ab_stream_read(&s, &out, &why);
		at = out.data;
		require(p.err == AB_OK || (out.size == 0 && why.code == p.err && why.what != NULL));
		require(out.size == 0 || (at >= base && at + out.size <= base + work.size));
		p.crc = ab_crc32(p.crc, out.data, out.size);
		p.size += out.size;
	}
	require(p.size <= LIMIT);
	require(p.err != AB_OK || (s.used == src.size && s.produced == p.size));
	return p;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct ab_bytes src = { data, size };
	enum ab_codec codec = ab_codec_detect(src);
	static uint8_t *room;
	struct ab_work work;
	struct pass p, again;
	size_t need = 0;

	if (codec == AB_CODEC_NONE || ab_codec_work(codec, src, &need, NULL) != AB_OK ||
	    need > WORK_MAX)
		return 0;
	if (room == NULL)
		room = malloc(WORK_MAX + 1);
	work = (struct ab_work){ room + 1, need };
	p = run(codec, src, work, 0);
	if (codec == AB_CODEC_LZ4 || codec == AB_CODEC_LZ4_LEGACY)
		return 0;
	again = run(codec, src, work, 4093);
	require(again.err == p.err);
	require(p.err != AB_OK || (again.size == p.size && again.crc == p.crc));
	return 0;
}
