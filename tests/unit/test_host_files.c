/* SPDX-License-Identifier: BSD-2-Clause */
/* Which bytes the host's sink reads from a file, by a search through all files: those that lie in
 * the mapping of one, whatever was written before them. */
#define _GNU_SOURCE
#include "unit.h"

#include <aetherboot/host.h>

#include <stdlib.h>
#include <unistd.h>

#define ARENA 512
#define FILES 7

static uint8_t arena[ARENA], in_file[ARENA], room[4096];
static int fd;

static int make_file(void **state)
{
	char path[] = "/tmp/aetherboot-files-XXXXXX";

	(void)state;
	for (size_t i = 0; i < ARENA; i++)
		in_file[i] = (uint8_t)(1 + i % 251);
	fd = mkstemp(path);
	return fd < 0 || write(fd, in_file, ARENA) != ARENA || unlink(path) != 0;
}

/* Pieces of the arena, in any order of the list. Some touch, and some are empty. */
static size_t draw(struct ab_host_file *file, uint64_t *seed)
{
	const size_t n = rnd_below(seed, FILES + 1);
	size_t at = 0;

	for (size_t i = 0; i < n; i++) {
		const size_t to = rnd_below(seed, (uint32_t)i + 1);

		file[i] = file[to];
		at += rnd_below(seed, 3) * rnd_below(seed, 20);
		file[to] =
		    (struct ab_host_file){ { arena + at, rnd_below(seed, 5) * 11 }, fd, "f" };
		at += file[to].bytes.size;
	}
	return n;
}

/* The offset in a file that contains all of the bytes, or ARENA. */
static size_t offset_of(const struct ab_host_file *file, size_t n, size_t at, size_t len)
{
	for (size_t i = 0; i < n; i++) {
		const size_t base = (size_t)((const uint8_t *)file[i].bytes.data - arena);

		if (at >= base && at + len <= base + file[i].bytes.size)
			return at - base;
	}
	return ARENA;
}

static void test_each_byte_is_found(void **state)
{
	const struct ab_span span = { 0, sizeof(room), room };
	const struct ab_spans ram = { &span, 1 };
	uint64_t seed = 17;

	(void)state;
	memset(arena, 0xee, sizeof(arena));
	for (size_t round = 0; round < 2000; round++) {
		struct ab_host_file file[FILES] = { { .path = NULL } };
		struct ab_host_sink sink = { .ram = &ram, .file = file, .last = 99 };
		const struct ab_region r = { .base = 0, .size = sizeof(room) };
		struct ab_mem mem;

		sink.none_to = UINT64_MAX; /* of an earlier use */
		sink.n_files = draw(file, &seed);
		mem = ab_host_mem(&sink);
		for (size_t i = 0; i < 40; i++) {
			const size_t at = rnd_below(&seed, ARENA - 32);
			const size_t len = 1 + rnd_below(&seed, i % 2 == 0 ? 4 : 32);
			const size_t offset = offset_of(file, sink.n_files, at, len);

			memset(room, 0, sizeof(room));
			assert_int_equal(mem.write(mem.ctx, &r, 5, arena + at, len), AB_OK);
			assert_memory_equal(room + 5,
					    offset != ARENA ? in_file + offset : arena + at, len);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_each_byte_is_found) };

	return cmocka_run_group_tests(tests, make_file, NULL);
}
