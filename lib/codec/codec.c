/* SPDX-License-Identifier: BSD-2-Clause */
/* The table of codecs: names, magic numbers, and the decoders of this build. */
#include "codec_priv.h"

#include "../base/libc.h"

/* a decoder, or NULL in a build without its library */
#if defined(AB_HAVE_ISAL)
#define GZIP &ab_decoder_isal_
#elif defined(AB_HAVE_ZLIB)
#define GZIP &ab_decoder_gzip_
#else
#define GZIP NULL
#endif
#ifdef AB_HAVE_LZMA
#define LZMA(decoder) &(decoder)
#else
#define LZMA(decoder) NULL
#endif
#ifdef AB_HAVE_LZ4
#define LZ4(decoder) &(decoder)
#else
#define LZ4(decoder) NULL
#endif
#ifdef AB_HAVE_ZSTD
#define ZSTD(decoder) &(decoder)
#else
#define ZSTD(decoder) NULL
#endif
#ifdef AB_HAVE_BZIP2
#define BZIP2(decoder) &(decoder)
#else
#define BZIP2(decoder) NULL
#endif

static const struct {
	const char *name;
	const struct ab_decoder *decoder;
	uint8_t n_magic;
	uint8_t magic[6];
} codecs[] = {
	[AB_CODEC_NONE] = { "none", NULL, 0, { 0 } },
	[AB_CODEC_GZIP] = { "gzip", GZIP, 2, { 0x1f, 0x8b } },
	[AB_CODEC_XZ] = { "xz", LZMA(ab_decoder_xz_), 6, { 0xfd, '7', 'z', 'X', 'Z', 0 } },
	[AB_CODEC_LZMA] = { "lzma", LZMA(ab_decoder_lzma_), 3, { 0x5d, 0, 0 } },
	[AB_CODEC_LZ4_LEGACY] = { "lz4-legacy",
				  LZ4(ab_decoder_lz4_legacy_),
				  4,
				  { 2, 0x21, 0x4c, 0x18 } },
	[AB_CODEC_LZ4] = { "lz4", LZ4(ab_decoder_lz4_), 4, { 4, 0x22, 0x4d, 0x18 } },
	[AB_CODEC_ZSTD] = { "zstd", ZSTD(ab_decoder_zstd_), 4, { 0x28, 0xb5, 0x2f, 0xfd } },
	[AB_CODEC_BZIP2] = { "bzip2", BZIP2(ab_decoder_bzip2_), 3, { 'B', 'Z', 'h' } },
	[AB_CODEC_LZO] = { "lzo", NULL, 4, { 0x89, 'L', 'Z', 'O' } },
};

#define N_CODECS (sizeof(codecs) / sizeof(codecs[0]))

enum ab_codec ab_codec_detect(struct ab_bytes src)
{
	if (src.data == NULL)
		return AB_CODEC_NONE;
	for (size_t i = AB_CODEC_NONE + 1; i < N_CODECS; i++)
		if (src.size >= codecs[i].n_magic &&
		    memcmp(src.data, codecs[i].magic, codecs[i].n_magic) == 0)
			return (enum ab_codec)i;
	return AB_CODEC_NONE;
}

const char *ab_codec_stream_name_(enum ab_codec codec)
{
	static const char *const names[N_CODECS] = {
		[AB_CODEC_NONE] = "compressed stream", [AB_CODEC_GZIP] = "gzip stream",
		[AB_CODEC_XZ] = "xz stream",           [AB_CODEC_LZMA] = "lzma stream",
		[AB_CODEC_LZ4] = "lz4 stream",         [AB_CODEC_LZ4_LEGACY] = "lz4-legacy stream",
		[AB_CODEC_ZSTD] = "zstd stream",       [AB_CODEC_BZIP2] = "bzip2 stream",
		[AB_CODEC_LZO] = "lzo stream",
	};

	return names[(size_t)codec < N_CODECS ? codec : AB_CODEC_NONE];
}

const char *ab_codec_name(enum ab_codec codec)
{
	return (size_t)codec < N_CODECS ? codecs[codec].name : "unknown codec";
}

bool ab_codec_built(enum ab_codec codec)
{
	return (size_t)codec < N_CODECS && codecs[codec].decoder != NULL;
}

/* Round the parts up, and add them and the padding that aligns any pointer. */
static bool add_up(struct ab_codec_parts *parts, uint64_t *sum)
{
	return ab_align_up(parts->state, AB_HEAP_ALIGN, &parts->state) &&
	       ab_align_up(parts->heap, AB_HEAP_ALIGN, &parts->heap) &&
	       ab_align_up(parts->block, AB_HEAP_ALIGN, &parts->block) &&
	       ab_add(parts->state, parts->heap, sum) && ab_add(*sum, parts->block, sum) &&
	       ab_add(*sum, AB_HEAP_ALIGN - 1, sum);
}

static enum ab_err lay_out(enum ab_codec codec, struct ab_bytes src, struct ab_codec_parts *parts,
			   size_t *need, struct ab_error *why)
{
	struct ab_codec_result res;
	uint64_t sum = 0;

	if (!ab_codec_built(codec))
		return ab_fail(why, AB_ERR_UNSUPPORTED, ab_codec_stream_name_(codec), 0,
			       codec == AB_CODEC_LZO ? "the library never decodes it"
						     : "this build has no decoder for it");
	if (src.size < codecs[codec].n_magic ||
	    memcmp(src.data, codecs[codec].magic, codecs[codec].n_magic) != 0)
		return ab_fail(why, AB_ERR_IMAGE, ab_codec_stream_name_(codec), 0,
			       "must begin with its magic number");
	res = codecs[codec].decoder->need(src, parts);
	if (res.err != AB_OK)
		return ab_fail(why, res.err, ab_codec_stream_name_(codec), res.value, res.hint);
	if (!add_up(parts, &sum) || sum > SIZE_MAX - AB_CODEC_ROOM_MAX)
		return ab_fail(why, AB_ERR_NOSPACE, ab_codec_stream_name_(codec), sum,
			       AB_CODEC_MEMORY);
	*need = (size_t)sum;
	return AB_OK;
}

enum ab_err ab_codec_work(enum ab_codec codec, struct ab_bytes src, size_t *need,
			  struct ab_error *why)
{
	struct ab_codec_parts parts = { 0, 0, 0 };

	if (src.data == NULL)
		src.size = 0;
	return lay_out(codec, src, &parts, need, why);
}

/* Report a decoder's failure, with the offset in the output or the work memory needed. */
static enum ab_err fail(const struct ab_stream *s, const struct ab_codec_result *res,
			struct ab_error *why)
{
	const struct ab_heap *heap = s->state;
	uint64_t value = res->value;

	if (res->err == AB_ERR_IMAGE)
		value = s->produced;
	else if (res->err == AB_ERR_NOSPACE)
		value = (uint64_t)(heap->base - (uint8_t *)s->state) + res->value + s->block_size +
			(AB_HEAP_ALIGN - 1);
	return ab_fail(why, res->err, ab_codec_stream_name_(s->codec), value, res->hint);
}

enum ab_err ab_stream_open(struct ab_stream *s, enum ab_codec codec, struct ab_bytes src,
			   uint64_t limit, struct ab_work work, struct ab_error *why)
{
	struct ab_codec_parts parts = { 0, 0, 0 };
	struct ab_codec_result res;
	uint8_t *base;
	size_t need = 0;
	enum ab_err err;

	if (src.data == NULL)
		src.size = 0;
	memset(s, 0, sizeof(*s));
	s->codec = codec;
	s->src = src;
	s->limit = limit;
	if ((err = lay_out(codec, src, &parts, &need, why)))
		return err;
	if (work.data == NULL || work.size < need)
		return ab_fail(why, AB_ERR_NOSPACE, ab_codec_stream_name_(codec), need,
			       AB_CODEC_MEMORY);
	/* the heap gets all the rest, as a stream may ask for more than its header announces */
	parts.heap += (work.size - need) & ~(AB_HEAP_ALIGN - 1);
	base = work.data;
	base += (0 - (uintptr_t)base) & (AB_HEAP_ALIGN - 1);
	s->state = base;
	memset(s->state, 0, (size_t)parts.state);
	ab_heap_init_(s->state, base + (size_t)parts.state, (size_t)parts.heap);
	s->to = s->block = base + (size_t)(parts.state + parts.heap);
	s->to_size = s->block_size = (size_t)parts.block;
	res = codecs[codec].decoder->open(s);
	return res.err == AB_OK ? AB_OK : fail(s, &res, why);
}

enum ab_err ab_stream_read(struct ab_stream *s, struct ab_bytes *block, struct ab_error *why)
{
	struct ab_codec_result res;

	block->data = NULL;
	block->size = 0;
	if (s->ended)
		return AB_OK;
	res = codecs[s->codec].decoder->read(s, block);
	s->to = s->block; /* memory is lent for one read */
	s->to_size = s->block_size;
	s->to_spare = 0;
	if (res.err == AB_OK && block->size > s->limit - s->produced)
		res = AB_CODEC_FAIL(AB_ERR_IMAGE, "must not be longer than expected when unpacked",
				    0);
	else if (res.err == AB_OK && s->ended && !ab_codec_at_padding_(s))
		res = AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_FOLLOWED, 0);
	if (res.err != AB_OK) {
		s->ended = false;
		block->size = 0;
		return fail(s, &res, why);
	}
	s->produced += block->size;
	return AB_OK;
}
