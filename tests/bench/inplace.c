/* SPDX-License-Identifier: BSD-2-Clause */
/* A packed arm64 Image by the pipeline, against a decoder that writes straight to the place. */
#define _GNU_SOURCE
#include "bench.h"

#include <lz4.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>
#include <zstd.h>
#ifdef AB_HAVE_ISAL
#include <isa-l/igzip_lib.h>
#endif

#include "sink.h"

#define LZ4_BLOCK ((size_t)8 << 20) /* of the legacy format */

/* Bytes unpacked; 0: it failed. */
typedef size_t (*decoder)(struct ab_bytes src, uint8_t *to, size_t room);

#ifdef AB_HAVE_ISAL
static size_t by_isal(struct ab_bytes src, uint8_t *to, size_t room)
{
	static struct inflate_state z;

	isal_inflate_init(&z);
	z.crc_flag = ISAL_GZIP;
	z.next_in = (uint8_t *)(uintptr_t)src.data;
	z.avail_in = (uint32_t)src.size;
	z.next_out = to;
	z.avail_out = (uint32_t)room;
	return isal_inflate_stateless(&z) == ISAL_DECOMP_OK ? z.total_out : 0;
}
#endif

static size_t by_zlib(struct ab_bytes src, uint8_t *to, size_t room)
{
	z_stream z = { .next_in = (uint8_t *)(uintptr_t)src.data,
		       .avail_in = (uInt)src.size,
		       .next_out = to,
		       .avail_out = (uInt)room };
	int res = inflateInit2(&z, 15 + 16);

	res = res == Z_OK ? inflate(&z, Z_FINISH) : res;
	inflateEnd(&z);
	return res == Z_STREAM_END ? z.total_out : 0;
}

static size_t by_lz4(struct ab_bytes src, uint8_t *to, size_t room)
{
	const uint8_t *p = src.data;
	size_t at = 4, done = 0;

	while (at < src.size) {
		size_t n = ab_ld_le32(p + at);
		size_t left = room - done;
		int got = LZ4_decompress_safe((const char *)p + at + 4, (char *)to + done, (int)n,
					      (int)(left < LZ4_BLOCK ? left : LZ4_BLOCK));

		if (got <= 0)
			return 0;
		done += (size_t)got;
		at += 4 + n;
	}
	return done;
}

static size_t by_zstd(struct ab_bytes src, uint8_t *to, size_t room)
{
	size_t n = ZSTD_decompress(to, room, src.data, src.size);

	return ZSTD_isError(n) ? 0 : n;
}

static const struct {
	enum ab_codec codec;
	const char *name;
	decoder decode;
} peers[] = {
#ifdef AB_HAVE_ISAL
	{ AB_CODEC_GZIP, "isal", by_isal },
#endif
	{ AB_CODEC_GZIP, "zlib", by_zlib },
	{ AB_CODEC_LZ4_LEGACY, "lz4", by_lz4 },
	{ AB_CODEC_ZSTD, "zstd", by_zstd },
};

#define PEERS (sizeof(peers) / sizeof(peers[0]))

static void by_vmm(const struct ab_host_file *file, const struct ab_spans *ram, struct ab_work work)
{
	struct ab_payload payload = { .kernel = file->bytes };
	struct vmm_sink sink = { .ram = ram, .file = file, .n_files = 1 };

	load(small_machine(file->bytes), &payload, vmm_sink_mem(&sink), work);
}

static void round_of(struct series s[PEERS + 1], int round, const struct ab_host_file *file,
		     struct ab_bytes plain, size_t kernel, uint64_t offset, struct ab_work work)
{
	const struct ab_machine *m = small_machine(file->bytes);

	for (size_t who = 0; who <= PEERS; who++) {
		struct ab_span span[1];
		struct ab_spans ram;
		uint64_t t;

		if (who != PEERS && peers[who].codec != ab_codec_detect(file->bytes))
			continue;
		ram = fresh_ram(span, m->ram, PAGES_HUGE);
		t = now_ns();
		if (who == PEERS)
			by_vmm(file, &ram, work);
		else if (peers[who].decode(file->bytes, (uint8_t *)ram.at[0].host + offset,
					   plain.size) != plain.size)
			die(peers[who].name);
		note(&s[who], round, now_ns() - t);
		if (memcmp((uint8_t *)ram.at[0].host + offset, plain.data, kernel) != 0)
			die("other bytes");
		ab_host_ram_unmap(&ram);
	}
}

int bench_inplace(int argc, char **argv)
{
	static struct ab_region room[AB_PLAN_REGIONS];
	static struct ab_plan plan = { .regions = AB_REGIONS(room) };
	static struct series s[PEERS + 1];
	struct ab_host_file file, plain;
	struct ab_payload payload = { .cmdline = NULL };
	struct ab_work work;
	struct ab_error why;
	const struct ab_elf_segment *last;
	uint64_t offset;
	size_t kernel;

	if (argc != 3)
		return 2;
	must(ab_host_file_map(&file, argv[1], &why), &why);
	must(ab_host_file_map(&plain, argv[2], &why), &why);
	payload.kernel = file.bytes;
	work = work_for(&plan, small_machine(file.bytes), &payload);
	must(ab_plan_make(&plan, small_machine(file.bytes), &payload, work, &why), &why);
	/* a signature at the end of the file is no part of the kernel */
	last = &plan.kernel.elf.segment[plan.kernel.elf.n_segments - 1];
	if (last->offset + last->file_size > plain.bytes.size)
		die("another Image");
	kernel = (size_t)(last->offset + last->file_size);
	offset = ab_plan_region(&plan, AB_REGION_KERNEL)->base - plan.machine->ram.at[0].base;
	for (int round = -WARM_UP; round < ROUNDS; round++)
		round_of(s, round, &file, plain.bytes, kernel, offset, work);
	for (size_t who = 0; who <= PEERS; who++) {
		const char *name = who == PEERS ? "ours" : peers[who].name;

		if (who != PEERS && peers[who].codec != ab_codec_detect(file.bytes))
			continue;
		snprintf(s[who].name, sizeof(s[who].name), "inplace.%s", name);
		report(&s[who]);
	}
	return 0;
}
