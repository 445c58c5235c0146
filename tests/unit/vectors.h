/* SPDX-License-Identifier: BSD-2-Clause */
/* The packed streams of tests/vectors/codec, and the plain bytes they were made of. */
#ifndef AB_TESTS_VECTORS_H
#define AB_TESTS_VECTORS_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <aetherboot/base.h>
#include <aetherboot/codec.h>

/* as make-codec.py has it */
static inline void plain_fill(uint8_t *out, size_t size)
{
	uint8_t noise[1021];
	uint32_t state = 1;

	for (size_t i = 0; i < sizeof(noise); i++) {
		state = state * 1103515245u + 12345u;
		noise[i] = (uint8_t)(state >> 24);
	}
	for (size_t i = 0; i < size; i++)
		out[i] = noise[i % sizeof(noise)];
	for (size_t at = 0; at + 8 < size; at += 509) {
		out[at] = 0xe8;
		ab_st_le32(out + at + 1, (uint32_t)(0x1000 * (at % 7)) - (uint32_t)(at + 5));
	}
}

static inline void noise_fill(uint8_t *out, size_t size)
{
	uint64_t state = 7;

	for (size_t i = 0; i < size; i++) {
		state = state * 6364136223846793005u + 1442695040888963407u;
		out[i] = (uint8_t)(state >> 56);
	}
}

enum plain { PLAIN, SMALL, EMPTY, BIG, MIXED };

struct vector {
	const char *name;
	enum plain plain;
	enum ab_codec codec;
	bool checked; /* the format carries a checksum of the content */
};

static const struct vector vectors[] = {
	{ "plain.gz", PLAIN, AB_CODEC_GZIP, true },
	{ "small.gz", SMALL, AB_CODEC_GZIP, true },
	{ "empty.gz", EMPTY, AB_CODEC_GZIP, true },
	{ "kernel.xz", PLAIN, AB_CODEC_XZ, true },
	{ "crc64.xz", PLAIN, AB_CODEC_XZ, true },
	{ "sha256.xz", SMALL, AB_CODEC_XZ, true },
	{ "unchecked.xz", SMALL, AB_CODEC_XZ, false },
	{ "blocks.xz", PLAIN, AB_CODEC_XZ, true },
	{ "delta.xz", PLAIN, AB_CODEC_XZ, true },
	{ "empty.xz", EMPTY, AB_CODEC_XZ, true },
	{ "kernel.lzma", PLAIN, AB_CODEC_LZMA, false },
	{ "small.lzma", SMALL, AB_CODEC_LZMA, false },
	{ "kernel-legacy.lz4", PLAIN, AB_CODEC_LZ4_LEGACY, false },
	{ "big-legacy.lz4", BIG, AB_CODEC_LZ4_LEGACY, false },
	{ "linked.lz4", MIXED, AB_CODEC_LZ4, true },
	{ "independent.lz4", PLAIN, AB_CODEC_LZ4, false },
	{ "large.lz4", PLAIN, AB_CODEC_LZ4, true },
	{ "sized.lz4", PLAIN, AB_CODEC_LZ4, true },
	{ "empty.lz4", EMPTY, AB_CODEC_LZ4, true },
	{ "kernel.zst", PLAIN, AB_CODEC_ZSTD, true },
	{ "sized.zst", PLAIN, AB_CODEC_ZSTD, true },
	{ "long.zst", PLAIN, AB_CODEC_ZSTD, false },
	{ "small.zst", SMALL, AB_CODEC_ZSTD, true },
	{ "empty.zst", EMPTY, AB_CODEC_ZSTD, true },
	{ "kernel.bz2", PLAIN, AB_CODEC_BZIP2, true },
	{ "blocks.bz2", PLAIN, AB_CODEC_BZIP2, true },
	{ "empty.bz2", EMPTY, AB_CODEC_BZIP2, true },
};

#define N_VECTORS (sizeof(vectors) / sizeof(vectors[0]))

/* A file of tests/vectors/codec; caller frees. Aborts when it is not there. */
static inline struct ab_bytes vector_load(const char *name)
{
	char path[1024];
	uint8_t *data;
	long size;
	FILE *f;

	snprintf(path, sizeof(path), "%s/tests/vectors/codec/%s", AB_SOURCE_DIR, name);
	f = fopen(path, "rb");
	if (f == NULL || fseek(f, 0, SEEK_END) != 0 || (size = ftell(f)) < 0 ||
	    fseek(f, 0, SEEK_SET) != 0 || (data = malloc((size_t)size)) == NULL ||
	    fread(data, 1, (size_t)size, f) != (size_t)size) {
		fprintf(stderr, "%s: cannot be read\n", path);
		abort();
	}
	fclose(f);
	return (struct ab_bytes){ data, (size_t)size };
}

/* What a vector unpacks to; caller frees. */
static inline struct ab_bytes vector_plain(enum plain plain)
{
	static const size_t sizes[] = {
		[PLAIN] = 300000, [SMALL] = 1000, [EMPTY] = 0, [BIG] = 9 << 20, [MIXED] = 210000
	};
	size_t size = sizes[plain];
	uint8_t *data = calloc(1, size + 1);

	if (data == NULL)
		abort();
	if (plain == MIXED) {
		plain_fill(data, 70000);
		noise_fill(data + 70000, 70000);
		plain_fill(data + 140000, 70000);
	} else if (plain != BIG) {
		plain_fill(data, size);
	}
	return (struct ab_bytes){ data, size };
}

/* The error is one of a stream of @codec. */
static inline void assert_stream_named(const struct ab_error *why, enum ab_codec codec)
{
	const char *name = codec != AB_CODEC_NONE ? ab_codec_name(codec) : "compressed";
	const size_t n = strlen(name);

	assert_memory_equal(why->what, name, n);
	assert_string_equal(why->what + n, " stream");
}

#endif /* AB_TESTS_VECTORS_H */
