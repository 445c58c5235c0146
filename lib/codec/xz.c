/* SPDX-License-Identifier: BSD-2-Clause */
/* xz and lzma by liblzma: one stream. The .xz file format 1.0.4; xz's doc/lzma-file-format.txt. */
#ifdef AB_HAVE_LZMA
#include "codec_priv.h"

#include <lzma.h>

struct state {
	struct ab_heap heap; /* first */
	lzma_allocator alloc;
	lzma_stream z;
};

/* memory besides the filters' own, as liblzma counts it */
#define BASE ((uint64_t)1 << 15)
/* headers and padding of liblzma's allocations in our heap */
#define SLACK (32 * 2 * AB_HEAP_ALIGN)

static void *lzalloc(void *heap, size_t n, size_t size)
{
	return ab_heap_alloc_(heap, n, size);
}

static void lzfree(void *heap, void *p)
{
	ab_heap_free_(heap, p);
}

static struct ab_codec_result result_of(lzma_ret ret, struct state *st)
{
	switch (ret) {
	case LZMA_OK:
	case LZMA_STREAM_END:
		return AB_CODEC_OK;
	case LZMA_BUF_ERROR:
		return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_TRUNCATED, 0);
	case LZMA_MEM_ERROR:
		return AB_CODEC_FAIL(AB_ERR_NOSPACE, AB_CODEC_MEMORY, st->heap.wanted);
	case LZMA_OPTIONS_ERROR:
		return AB_CODEC_FAIL(AB_ERR_UNSUPPORTED,
				     "its filters must be ones that liblzma decodes", 0);
	case LZMA_UNSUPPORTED_CHECK:
		return AB_CODEC_FAIL(AB_ERR_UNSUPPORTED,
				     "its integrity check must be one that liblzma knows", 0);
	default:
		return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_CORRUPT, 0);
	}
}

static struct ab_codec_result parts_of(uint64_t usage, struct ab_codec_parts *parts)
{
	if (usage > UINT64_MAX / 2)
		return AB_CODEC_FAIL(AB_ERR_UNSUPPORTED,
				     "its filters must be ones that liblzma decodes", 0);
	*parts = (struct ab_codec_parts){
		.state = sizeof(struct state),
		.heap = usage + SLACK,
		.block = AB_CODEC_BLOCK,
	};
	return AB_CODEC_OK;
}

/* Compute the memory of the first block's filters. Their options are decoded into a small heap. */
static struct ab_codec_result first_block(const uint8_t *p, size_t size, lzma_check check,
					  uint64_t *usage)
{
	_Alignas(AB_HEAP_ALIGN) uint8_t room[512];
	struct state st = { .alloc = { lzalloc, lzfree, &st.heap } };
	lzma_filter filters[LZMA_FILTERS_MAX + 1];
	lzma_block block = { .version = 0, .filters = filters, .check = check };
	struct ab_codec_result res;

	if (size == 0)
		return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_TRUNCATED, 0);
	if (p[0] == 0) { /* an index: the stream has no block */
		*usage = BASE;
		return AB_CODEC_OK;
	}
	block.header_size = lzma_block_header_size_decode(p[0]);
	if (block.header_size > size)
		return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_TRUNCATED, 0);
	ab_heap_init_(&st.heap, room, sizeof(room));
	res = result_of(lzma_block_header_decode(&block, &st.alloc, p), &st);
	if (res.err == AB_OK)
		*usage = lzma_raw_decoder_memusage(filters);
	return res;
}

static struct ab_codec_result xz_usage(struct ab_bytes src, uint64_t *usage)
{
	const uint8_t *p = src.data;
	struct state none = { .z = LZMA_STREAM_INIT };
	struct ab_codec_result res;
	lzma_stream_flags flags;

	if (src.size < LZMA_STREAM_HEADER_SIZE)
		return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_TRUNCATED, 0);
	res = result_of(lzma_stream_header_decode(&flags, p), &none);
	if (res.err != AB_OK)
		return res;
	if (!lzma_check_is_supported(flags.check))
		return AB_CODEC_FAIL(AB_ERR_UNSUPPORTED,
				     "its integrity check must be one that liblzma knows", 0);
	return first_block(p + LZMA_STREAM_HEADER_SIZE, src.size - LZMA_STREAM_HEADER_SIZE,
			   flags.check, usage);
}

static struct ab_codec_result xz_need(struct ab_bytes src, struct ab_codec_parts *parts)
{
	uint64_t usage = 0;
	struct ab_codec_result res = xz_usage(src, &usage);

	return res.err == AB_OK ? parts_of(usage, parts) : res;
}

/* The header: properties in one byte, dictionary size, unpacked size. */
static struct ab_codec_result alone_need(struct ab_bytes src, struct ab_codec_parts *parts)
{
	const uint8_t *p = src.data;
	lzma_options_lzma options = { .dict_size = 0 };
	const lzma_filter filters[2] = { { LZMA_FILTER_LZMA1, &options },
					 { LZMA_VLI_UNKNOWN, NULL } };

	if (src.size < 13)
		return AB_CODEC_FAIL(AB_ERR_IMAGE, AB_CODEC_TRUNCATED, 0);
	options.dict_size = ab_ld_le32(p + 1);
	options.lc = LZMA_LC_DEFAULT; /* 0x5d, the first byte of our magic number, is */
	options.lp = LZMA_LP_DEFAULT; /* (pb * 5 + lp) * 9 + lc */
	options.pb = LZMA_PB_DEFAULT;
	return parts_of(lzma_raw_decoder_memusage(filters), parts);
}

/* liblzma needs no limit of its own: the heap is the limit */
#define NO_LIMIT UINT64_MAX

static void begin(struct state *st)
{
	st->alloc = (lzma_allocator){ lzalloc, lzfree, &st->heap };
	st->z = (lzma_stream)LZMA_STREAM_INIT;
	st->z.allocator = &st->alloc;
}

static struct ab_codec_result xz_open(struct ab_stream *s)
{
	struct state *st = s->state;

	begin(st);
	return result_of(lzma_stream_decoder(&st->z, NO_LIMIT, LZMA_TELL_UNSUPPORTED_CHECK), st);
}

static struct ab_codec_result alone_open(struct ab_stream *s)
{
	struct state *st = s->state;

	begin(st);
	return result_of(lzma_alone_decoder(&st->z, NO_LIMIT), st);
}

static struct ab_codec_result xz_read(struct ab_stream *s, struct ab_bytes *out)
{
	struct state *st = s->state;
	const uint8_t *src = s->src.data;
	lzma_ret ret = LZMA_OK;

	st->z.next_in = src + s->used;
	st->z.avail_in = s->src.size - s->used;
	st->z.next_out = s->to;
	st->z.avail_out = s->to_size;
	while (ret == LZMA_OK && st->z.avail_out != 0)
		ret = lzma_code(&st->z, LZMA_RUN);
	s->used = s->src.size - st->z.avail_in;
	out->data = s->to;
	out->size = s->to_size - st->z.avail_out;
	s->ended = ret == LZMA_STREAM_END;
	return result_of(ret, st);
}

const struct ab_decoder ab_decoder_xz_ = { xz_need, xz_open, xz_read };
const struct ab_decoder ab_decoder_lzma_ = { alone_need, alone_open, xz_read };
#else
typedef int ab_xz_not_built; /* ISO C forbids an empty file */
#endif
