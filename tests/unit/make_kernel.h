/* SPDX-License-Identifier: BSD-2-Clause */
/* Kernels for tests: an ELF with known contents, packed into a bzImage by the codec libraries'
 * own encoders, and a sink that holds the pipeline to its contract. */
#ifndef AB_TESTS_MAKE_KERNEL_H
#define AB_TESTS_MAKE_KERNEL_H

#include "unit.h"

#include <stdlib.h>

#include <aetherboot/aetherboot.h>
#include <zlib.h>
#ifdef AB_HAVE_LZMA
#include <lzma.h>
#endif
#ifdef AB_HAVE_LZ4
#include <lz4.h>
#endif

#include "kernel/kernel_priv.h"
#include "make_bzimage.h"
#include "make_elf.h"

/* Bytes on the heap; the test frees them. */
struct made {
	uint8_t *data;
	size_t size;
};

static inline struct made made_new(size_t size)
{
	struct made m = { calloc(1, size + 1), size };

	assert_non_null(m.data);
	return m;
}

/* Byte @at of every test kernel's file, apart from its headers. */
static inline uint8_t made_byte(size_t at)
{
	return (uint8_t)(at ^ at >> 8 ^ at >> 15 ^ (at * at) >> 20);
}

/* An ELF of @size bytes. */
static inline struct made made_elf_file(const struct made_elf *e, size_t size)
{
	struct made m = made_new(size);
	size_t phoff = e->phoff != 0 ? (size_t)e->phoff : 64;

	for (size_t i = phoff + 56 * e->n; i < size; i++)
		m.data[i] = made_byte(i);
	make_elf(m.data, e);
	return m;
}

static inline struct made pack_gzip(struct made in)
{
	struct made m = made_new(in.size + in.size / 100 + 1000);
	z_stream z = { .next_in = in.data,
		       .avail_in = (uInt)in.size,
		       .next_out = m.data,
		       .avail_out = (uInt)m.size };

	assert_int_equal(deflateInit2(&z, 6, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY), Z_OK);
	assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
	m.size = z.total_out; /* its last four bytes are the size */
	deflateEnd(&z);
	return m;
}

/* The size word that the kernel's build appends. */
static inline struct made add_size(struct made m, size_t at, size_t size)
{
	ab_st_le32(m.data + at, (uint32_t)size);
	m.size = at + 4;
	return m;
}

#ifdef AB_HAVE_LZMA
static inline struct made pack_xz(struct made in)
{
	struct made m = made_new(lzma_stream_buffer_bound(in.size) + 4);
	lzma_options_lzma options;
	const lzma_filter filters[] = { { LZMA_FILTER_X86, NULL },
					{ LZMA_FILTER_LZMA2, &options },
					{ LZMA_VLI_UNKNOWN, NULL } };
	size_t at = 0;

	lzma_lzma_preset(&options, 1);
	assert_int_equal(lzma_stream_buffer_encode((lzma_filter *)(uintptr_t)filters,
						   LZMA_CHECK_CRC32, NULL, in.data, in.size, m.data,
						   &at, m.size),
			 LZMA_OK);
	return add_size(m, at, in.size);
}
#endif

#ifdef AB_HAVE_LZ4
/* Legacy frame with blocks of 100000 bytes, which no tool makes, but every reader takes. */
static inline struct made pack_lz4(struct made in)
{
	struct made m = made_new((size_t)LZ4_compressBound((int)in.size) + in.size / 1000 + 100);
	size_t at = 4;

	ab_st_le32(m.data, 0x184c2102);
	for (size_t from = 0; from < in.size; from += 100000) {
		size_t n = in.size - from < 100000 ? in.size - from : 100000;
		int got =
		    LZ4_compress_default((const char *)in.data + from, (char *)m.data + at + 4,
					 (int)n, (int)(m.size - at - 4));

		assert_true(got > 0);
		ab_st_le32(m.data + at, (uint32_t)got);
		at += 4 + (size_t)got;
	}
	return add_size(m, at, in.size);
}
#endif

static const struct {
	const char *name;
	struct made (*pack)(struct made in);
} packers[] = {
	{ "gzip", pack_gzip },
#ifdef AB_HAVE_LZMA
	{ "xz", pack_xz },
#endif
#ifdef AB_HAVE_LZ4
	{ "lz4-legacy", pack_lz4 },
#endif
};

/* The error is one of a stream that this packer made. */
static inline void assert_stream(const struct ab_error *why, size_t packer)
{
	const size_t n = strlen(packers[packer].name);

	assert_memory_equal(why->what, packers[packer].name, n);
	assert_string_equal(why->what + n, " stream");
}

/* A bzImage around a payload that is already packed. */
static inline struct made made_bzimage_around(struct made payload)
{
	struct made_bzimage b = { .setup_sects = 3,
				  .payload_offset = 0x2cc,
				  .payload = payload.data,
				  .payload_length = (uint32_t)payload.size,
				  .more = 500 };
	struct made m = made_new(4 * 512 + 0x2cc + payload.size + 600);

	m.size = make_bzimage(m.data, &b);
	return m;
}

/* The @packer-th packer's bzImage of @elf. */
static inline struct made made_packed(size_t packer, struct made elf)
{
	struct made payload = packers[packer].pack(elf);
	struct made m = made_bzimage_around(payload);

	free(payload.data);
	return m;
}

static inline struct ab_kernel made_open(struct made file)
{
	struct ab_kernel k;
	struct ab_error why = { AB_OK, NULL, 0, NULL };

	if (ab_kernel_open_(&k, (struct ab_bytes){ file.data, file.size }, NULL, &why) != AB_OK)
		fail_msg("%s %s", why.what, why.other);
	return k;
}

/* A sink: guest memory that holds 0xaa until it is written, each byte once and in order. */
struct recorder {
	const struct ab_region *r;
	uint8_t *memory; /* the region's; the test frees it */
	uint64_t off;
	size_t calls, in_file; /* writes; those that point into the payload file */
	struct made file;
	uint64_t refuse; /* offset whose write is refused; 0: none */
};

static inline enum ab_err record(void *ctx, const struct ab_region *r, uint64_t off,
				 const void *src, size_t len)
{
	struct recorder *rec = ctx;
	const uint8_t *p = src;
	bool untouched = true;

	assert_ptr_equal(r, rec->r);
	assert_int_equal(off, rec->off);
	assert_int_not_equal(len, 0);
	assert_true(ab_within(off, len, r->size));
	if (rec->refuse != 0 && off + len > rec->refuse)
		return AB_ERR_MEM;
	rec->off += len;
	rec->calls++;
	rec->in_file += p != NULL && p >= rec->file.data && p < rec->file.data + rec->file.size;
	for (size_t i = 0; i < len; i++)
		untouched &= rec->memory[off + i] == 0xaa;
	assert_true(untouched);
	if (p != NULL)
		memcpy(rec->memory + off, p, len);
	else
		memset(rec->memory + off, 0, len);
	return AB_OK;
}

static inline struct recorder recorder_new(const struct ab_region *r, struct made file)
{
	struct recorder rec = { .r = r, .file = file };

	rec.memory = malloc((size_t)r->size);
	assert_non_null(rec.memory);
	memset(rec.memory, 0xaa, (size_t)r->size);
	return rec;
}

/* What the guest finds in @r: @elf's segments as far from its base as they are from @base, zeros
 * everywhere else. */
static inline void recorder_check(const struct recorder *rec, const struct made_elf *e,
				  struct made elf, uint64_t base)
{
	uint8_t *want = calloc(1, (size_t)rec->r->size);

	assert_non_null(want);
	for (size_t i = 0; i < e->n; i++)
		if (e->segment[i].type == PT_LOAD)
			memcpy(want + (e->segment[i].paddr - base), elf.data + e->segment[i].offset,
			       (size_t)e->segment[i].filesz);
	assert_int_equal(rec->off, rec->r->size);
	assert_memory_equal(rec->memory, want, (size_t)rec->r->size);
	free(want);
}

#endif /* AB_TESTS_MAKE_KERNEL_H */
