/* SPDX-License-Identifier: BSD-2-Clause */
/* Checksums: CRC-32 against zlib's in one process, SHA-256 against sha256sum as processes. */
#define _GNU_SOURCE
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <zlib.h>

#define SHORT 120 /* bytes of an EFI system table */
#define CALLS 1000 /* of which one time is taken */

static uint32_t zlib_crc32(uint32_t crc, const void *data, size_t n)
{
	return (uint32_t)crc32(crc, data, (uInt)n);
}

static const struct {
	const char *name;
	uint32_t (*crc32)(uint32_t crc, const void *data, size_t n);
} crcs[] = {
	{ "tool", zlib_crc32 },
	{ "ours", ab_crc32 },
};

/* Bytes, calls times over: time, and the sum in which all of them are. */
static uint64_t timed_crc(size_t which, struct ab_bytes bytes, unsigned int calls, uint32_t *crc)
{
	uint64_t t = now_ns();

	*crc = 0;
	for (unsigned int i = 0; i < calls; i++)
		*crc = crcs[which].crc32(*crc, bytes.data, bytes.size);
	return now_ns() - t;
}

static void bench_crc32(struct ab_bytes file)
{
	static struct series whole[2] = { { .name = "crc32.tool" }, { .name = "crc32.ours" } };
	static struct series part[2] = { { .name = "crc32.short.tool" },
					 { .name = "crc32.short.ours" } };
	struct ab_bytes start = { file.data, SHORT };
	uint32_t crc[2], short_crc[2];

	for (int round = -WARM_UP; round < ROUNDS; round++) {
		for (size_t i = 0; i < 2; i++) {
			note(&whole[i], round, timed_crc(i, file, 1, &crc[i]));
			note(&part[i], round, timed_crc(i, start, CALLS, &short_crc[i]));
		}
		if (crc[0] != crc[1] || short_crc[0] != short_crc[1]) {
			fprintf(stderr, "aetherboot-bench: zlib has another CRC-32\n");
			exit(1);
		}
	}
	for (size_t i = 0; i < 2; i++) {
		report(&whole[i]);
		report(&part[i]);
	}
	report_value("crc32.short.calls", CALLS);
}

static void bench_sha256(const char *path, const char *out)
{
	static struct series s[2] = { { .name = "sha256.tool" }, { .name = "sha256.ours" } };
	const char *tool[] = { "sha256sum", path, NULL };
	const char *ours[] = { "/proc/self/exe", "sums-once", path, NULL };

	for (int round = -WARM_UP; round < ROUNDS; round++) {
		note(&s[0], round, timed_run(tool, out));
		note(&s[1], round, timed_run(ours, out));
	}
	report(&s[0]);
	report(&s[1]);
}

int bench_sums(int argc, char **argv)
{
	struct ab_host_file file;
	struct ab_error why;

	if (argc != 3)
		return 2;
	must(ab_host_file_map(&file, argv[1], &why), &why);
	if (file.bytes.size < SHORT)
		die("too short a file");
	bench_crc32(file.bytes);
	bench_sha256(argv[1], argv[2]);
	return 0;
}

/* What sha256sum does and prints, of one file. */
int bench_sums_once(int argc, char **argv)
{
	uint8_t digest[AB_SHA256_SIZE];
	struct ab_host_file file;
	struct ab_error why;

	if (argc != 2)
		return 2;
	must(ab_host_file_map(&file, argv[1], &why), &why);
	ab_sha256(file.bytes.data, file.bytes.size, digest);
	for (size_t i = 0; i < sizeof(digest); i++)
		printf("%02x", digest[i]);
	printf("  %s\n", argv[1]);
	return 0;
}
