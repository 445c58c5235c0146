/* SPDX-License-Identifier: BSD-2-Clause */
/* Files and guest memory of a host: what is mapped, read and copied, and that the guest sees the
 * same. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>

#include <aetherboot/host.h>

/* Files are read by a function that can be told to stop early, as the kernel's may, or to fail; and
 * pages are populated by one that a kernel may not have. */
#define pread stepping_pread
#define madvise noted_madvise
static ssize_t stepping_pread(int fd, void *to, size_t len, off_t offset);
static int noted_madvise(void *at, size_t len, int advice);
#include "host/sink.c"
#undef madvise
#undef pread
#undef PAGE

#define PAGE 4096u
#define FILE_SIZE (8 * PAGE + 100)
#define BIG (5 * AB_MiB / 2 + 100) /* more than two chunks */

static char path[] = "/tmp/aetherboot-sink-XXXXXX";
static struct ab_host_file file;
static const struct ab_ram ram[2] = { { 0x100000, 16 * PAGE, 0 }, { 0x200000, 16 * PAGE, 0 } };
static struct ab_span span[2];
static const struct ab_spans spans = { span, 2 };
static struct ab_host_sink sink;

static size_t step; /* most bytes at once, and a signal before each; 0: as many as wanted */
static int broken; /* error of each read; 0: none */
static bool old; /* the kernel cannot populate */
static size_t n_populated; /* calls */
static uintptr_t lowest, highest; /* the bytes that were populated */

static ssize_t stepping_pread(int fd, void *to, size_t len, off_t offset)
{
	static bool interrupted;

	interrupted = step != 0 && !interrupted;
	if (interrupted || broken != 0) {
		errno = interrupted ? EINTR : broken;
		return -1;
	}
	return pread(fd, to, step != 0 && len > step ? step : len, offset);
}

static int noted_madvise(void *at, size_t len, int advice)
{
	const uintptr_t base = (uintptr_t)at;

	assert_int_equal(advice, MADV_POPULATE_WRITE);
	assert_int_equal(base % PAGE, 0);
	lowest = n_populated == 0 || base < lowest ? base : lowest;
	highest = n_populated == 0 || base + len > highest ? base + len : highest;
	n_populated++;
	if (old) {
		errno = EINVAL;
		return -1;
	}
	return madvise(at, len, advice);
}

static int make_file(void **state)
{
	int fd = mkstemp(path);
	FILE *f = fdopen(fd, "w");

	(void)state;
	for (unsigned int i = 0; i < FILE_SIZE; i++)
		fputc((int)(1 + i % 251), f);
	fclose(f);
	return ab_host_file_map(&file, path, NULL) != AB_OK;
}

static int remove_file(void **state)
{
	(void)state;
	ab_host_file_unmap(&file);
	return unlink(path);
}

static int fresh(void **state)
{
	const struct ab_ram_list list = { ram, 2 };

	(void)state;
	sink = (struct ab_host_sink){ .ram = &spans, .file = &file, .n_files = 1, .map = true };
	step = 0;
	broken = 0;
	old = false;
	n_populated = 0;
	return ab_host_ram_map(span, list, NULL) != AB_OK;
}

static int drop(void **state)
{
	(void)state;
	ab_host_ram_unmap(&spans);
	return 0;
}

static uint8_t *at(uint64_t gpa)
{
	return (uint8_t *)span[gpa >= 0x200000].host + (gpa - span[gpa >= 0x200000].gpa);
}

static enum ab_err put(uint64_t gpa, uint64_t off, const void *src, size_t len)
{
	struct ab_region r = { .base = gpa - off, .size = off + len };
	struct ab_mem mem = ab_host_mem(&sink);

	return mem.write(mem.ctx, &r, off, src, len);
}

static void test_maps_what_lines_up(void **state)
{
	/* guest offset in a page, file offset, length: bytes that can be mapped */
	static const struct {
		uint32_t gpa, offset, len, mapped;
	} rows[] = {
		{ 0, 0, 8 * PAGE, 8 * PAGE },
		{ 0, 0, 8 * PAGE + 100, 8 * PAGE }, /* a partial last page */
		{ 0, PAGE, 2 * PAGE, 2 * PAGE },
		{ 512, 512, 3 * PAGE, 2 * PAGE }, /* partial at both ends */
		{ 512, 512, PAGE - 512, 0 },
		{ 512, 512, 2 * PAGE - 512, PAGE },
		{ 512, 512, 2 * PAGE - 513, 0 },
		{ 1, PAGE + 1, PAGE - 1, 0 },
		{ 0, 0, PAGE - 1, 0 },
		{ 0, 0, 1, 0 },
		{ 0, 512, 4 * PAGE, 0 }, /* they do not line up */
		{ 512, 0, 4 * PAGE, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		uint64_t gpa = ram[0].base + PAGE + rows[i].gpa;
		const uint8_t *src = (const uint8_t *)file.bytes.data + rows[i].offset;

		assert_int_equal(fresh(state), 0);
		assert_int_equal(put(gpa, 0, src, rows[i].len), AB_OK);
		assert_memory_equal(at(gpa), src, rows[i].len);
		assert_int_equal(sink.mapped, rows[i].mapped);
		assert_int_equal(at(gpa)[-1], 0); /* nothing beside it */
		for (size_t j = 0; j < PAGE; j++)
			assert_int_equal(at(gpa)[rows[i].len + j], 0);
		drop(state);
	}
	assert_int_equal(fresh(state), 0);
}

static void test_offset_in_region_counts(void **state)
{
	const uint8_t *src = file.bytes.data;

	(void)state;
	assert_int_equal(put(ram[1].base + 3 * PAGE, 3 * PAGE - 8, src, 2 * PAGE), AB_OK);
	assert_memory_equal(at(ram[1].base + 3 * PAGE), src, 2 * PAGE);
	assert_int_equal(sink.mapped, 2 * PAGE);
}

static void test_other_sources_are_copied(void **state)
{
	uint8_t *own = malloc(4 * PAGE);

	(void)state;
	memset(own, 0x5a, 4 * PAGE);
	assert_int_equal(put(ram[0].base, 0, own, 4 * PAGE), AB_OK);
	assert_memory_equal(at(ram[0].base), own, 4 * PAGE);
	assert_int_equal(sink.mapped, 0);
	free(own);
}

/* Wherever the search begins, each file is found. */
static void test_files_in_any_order(void **state)
{
	static const uint8_t own[PAGE];
	const struct ab_host_file two[] = { file, { { own, PAGE }, file.fd, "own" } };
	static const uint8_t order[] = { 1, 0, 0, 1, 1, 0 };

	(void)state;
	sink.file = two;
	sink.n_files = 2;
	sink.last = UINT32_MAX;
	for (size_t i = 0; i < sizeof(order); i++) {
		const uint64_t gpa = ram[0].base + i * PAGE;

		assert_int_equal(put(gpa, 0, two[order[i]].bytes.data, PAGE), AB_OK);
		assert_memory_equal(at(gpa), file.bytes.data, PAGE); /* both are this one */
		assert_int_equal(sink.mapped, (i + 1) * PAGE);
	}
}

static void test_without_map_all_is_copied(void **state)
{
	(void)state;
	sink.map = false;
	assert_int_equal(put(ram[0].base, 0, file.bytes.data, 4 * PAGE), AB_OK);
	assert_memory_equal(at(ram[0].base), file.bytes.data, 4 * PAGE);
	assert_int_equal(sink.mapped, 0);
}

static void test_copies_come_from_their_place_in_the_file(void **state)
{
	const uint8_t *src = file.bytes.data;

	(void)state;
	sink.map = false;
	assert_int_equal(put(ram[0].base + 3, 0, src + PAGE + 5, 2 * PAGE), AB_OK);
	assert_memory_equal(at(ram[0].base) + 3, src + PAGE + 5, 2 * PAGE);
	assert_int_equal(at(ram[0].base)[2], 0);
	assert_int_equal(at(ram[0].base)[3 + 2 * PAGE], 0);
	assert_int_equal(put(ram[1].base + 15 * PAGE, 0, src, 2 * PAGE), AB_ERR_MEM);
}

static void test_reads_may_stop_early(void **state)
{
	const uint8_t *src = file.bytes.data;

	(void)state;
	sink.map = false;
	step = 1000;
	assert_int_equal(put(ram[0].base + 7, 0, src + 5, 2 * PAGE), AB_OK);
	assert_memory_equal(at(ram[0].base) + 7, src + 5, 2 * PAGE);
	assert_int_equal(at(ram[0].base)[6], 0);
	assert_int_equal(at(ram[0].base)[7 + 2 * PAGE], 0);
}

static void test_a_copy_crosses_adjacent_spans(void **state)
{
	uint8_t *host = span[0].host;
	const struct ab_span half[2] = { { ram[0].base, 4 * PAGE, host },
					 { ram[0].base + 4 * PAGE, 4 * PAGE, host + 4 * PAGE } };
	const struct ab_spans both = { half, 2 };

	(void)state;
	sink.ram = &both;
	sink.map = false;
	assert_int_equal(put(ram[0].base + 2 * PAGE, 0, file.bytes.data, 4 * PAGE), AB_OK);
	assert_memory_equal(host + 2 * PAGE, file.bytes.data, 4 * PAGE);
}

static void assert_why(const char *name, uint64_t value, const char *other)
{
	assert_int_equal(sink.why.code, AB_ERR_ARG);
	assert_string_equal(sink.why.what, "file");
	assert_string_equal(sink.why.name, name);
	assert_int_equal(sink.why.value, value);
	assert_string_equal(sink.why.other, other);
}

static void test_a_file_cut_short_is_an_error(void **state)
{
	char cut[] = "/tmp/aetherboot-cut-XXXXXX";
	static const uint8_t zeros[2 * PAGE];
	struct ab_host_file f[2];
	int fd = mkstemp(cut);

	(void)state;
	assert_int_equal(write(fd, zeros, sizeof(zeros)), sizeof(zeros));
	assert_int_equal(ab_host_file_map(&f[1], cut, NULL), AB_OK);
	f[0] = file;
	sink.file = f;
	sink.n_files = 2;
	sink.map = false;
	assert_int_equal(put(ram[0].base, 0, f[1].bytes.data, 2 * PAGE), AB_OK);
	assert_int_equal(ftruncate(fd, PAGE + 1), 0);
	assert_int_equal(put(ram[0].base, 0, f[1].bytes.data, PAGE + 1), AB_OK);
	assert_int_equal(sink.why.code, AB_OK);
	assert_int_equal(put(ram[0].base, 0, f[1].bytes.data, PAGE + 2), AB_ERR_MEM);
	assert_why(cut, PAGE + 1, "must not be truncated while it is read");
	ab_host_file_unmap(&f[1]);
	close(fd);
	unlink(cut);
}

static void test_a_file_that_cannot_be_read(void **state)
{
	const uint8_t *src = file.bytes.data;

	(void)state;
	sink.map = false;
	broken = EIO;
	assert_int_equal(put(ram[0].base, 0, src + 5, PAGE), AB_ERR_MEM);
	assert_why(path, 5, "Input/output error");
	assert_int_equal(at(ram[0].base)[0], 0);
}

/* Put BIG bytes over two spans that adjoin, from a file or from this process's own memory. */
static void put_big(const struct ab_host_file *big, const uint8_t *src, int advice)
{
	const struct ab_ram one[1] = { { ram[0].base, 4 * AB_MiB, 0 } };
	const struct ab_ram_list list = { one, 1 };
	struct ab_span whole[1], half[2];
	const struct ab_spans all = { whole, 1 }, both = { half, 2 };
	const size_t cut = (size_t)AB_MiB + 5 * PAGE, off = 3 * PAGE - 10;
	uint8_t *host;

	assert_int_equal(ab_host_ram_map(whole, list, NULL), AB_OK);
	host = whole[0].host;
	half[0] = (struct ab_span){ ram[0].base, cut, host };
	half[1] = (struct ab_span){ ram[0].base + cut, 4 * AB_MiB - cut, host + cut };
	(void)madvise(host, 4 * AB_MiB, advice);
	sink.ram = &both;
	sink.map = false;
	sink.file = big;
	n_populated = 0;
	assert_int_equal(put(ram[0].base + off, off, src, BIG), AB_OK);
	assert_memory_equal(host + off, src, BIG);
	for (size_t i = 0; i < 4 * AB_MiB; i++)
		if ((i < off || i >= off + BIG) && host[i] != 0)
			fail_msg("byte %zu is not zero", i);
	assert_in_range(n_populated, BIG / CHUNK, 8); /* few calls, and only where bytes are put */
	assert_true(lowest == (uintptr_t)host + 2 * PAGE);
	assert_true(highest >= (uintptr_t)host + off + BIG - 1);
	assert_true(highest <= (uintptr_t)host + off + BIG + PAGE);
	ab_host_ram_unmap(&all);
}

static void test_many_bytes_come_into_small_and_huge_pages(void **state)
{
	static const int pages[] = { MADV_NOHUGEPAGE, MADV_HUGEPAGE };
	char name[] = "/tmp/aetherboot-big-XXXXXX";
	uint8_t *own = malloc(BIG);
	struct ab_host_file f;
	int fd = mkstemp(name);
	uint32_t x = 1;

	(void)state;
	for (size_t i = 0; i < BIG; i++)
		own[i] = (uint8_t)((x = x * 1664525 + 1013904223) >> 24 | 1);
	assert_int_equal(write(fd, own, BIG), BIG);
	close(fd);
	assert_int_equal(ab_host_file_map(&f, name, NULL), AB_OK);
	for (size_t i = 0; i < 8; i++) {
		old = (i & 2) != 0;
		step = (i & 4) != 0 ? 100000 : 0;
		put_big(&f, f.bytes.data, pages[i & 1]);
		put_big(&f, own, pages[i & 1]);
	}
	ab_host_file_unmap(&f);
	unlink(name);
	free(own);
}

static void test_few_bytes_come_by_faults(void **state)
{
	(void)state;
	sink.map = false;
	assert_int_equal(put(ram[0].base, 0, file.bytes.data, 4 * PAGE - 1), AB_OK);
	assert_int_equal(n_populated, 0);
	assert_int_equal(put(ram[1].base, 0, file.bytes.data, 4 * PAGE), AB_OK);
	assert_int_equal(n_populated, 1);
}

/* What is lent is populated, and is written by being there. */
static void test_lending(void **state)
{
	const struct ab_region r = { .base = ram[0].base, .size = 32 * PAGE };
	struct ab_mem mem = ab_host_mem(&sink);
	uint8_t *lent = mem.lend(mem.ctx, &r, 3 * PAGE, 13 * PAGE);

	(void)state;
	assert_ptr_equal(lent, at(ram[0].base) + 3 * PAGE);
	assert_int_equal(n_populated, 1);
	assert_true(lowest == (uintptr_t)lent && highest == lowest + 13 * PAGE);
	memset(lent, 0x5a, 13 * PAGE);
	assert_int_equal(mem.write(mem.ctx, &r, 3 * PAGE, lent, 13 * PAGE), AB_OK);
	assert_int_equal(lent[13 * PAGE - 1], 0x5a);
	assert_int_equal(n_populated, 1);
	assert_null(mem.lend(mem.ctx, &r, 3 * PAGE, 13 * PAGE + 1));
	assert_null(mem.lend(mem.ctx, &r, 16 * PAGE, 1));
	assert_int_equal(n_populated, 1);
}

static void test_zeros_touch_nothing(void **state)
{
	unsigned char resident[16];

	(void)state;
	assert_int_equal(put(ram[0].base, 0, NULL, 16 * PAGE), AB_OK);
	assert_int_equal(mincore(span[0].host, 16 * PAGE, resident), 0);
	for (size_t i = 0; i < 16; i++)
		assert_int_equal(resident[i] & 1, 0);
	assert_int_equal(sink.mapped, 0);
	assert_int_equal(n_populated, 0);
}

static void test_guest_writes_stay_private(void **state)
{
	const uint8_t *src = file.bytes.data;

	(void)state;
	assert_int_equal(put(ram[0].base, 0, src, 2 * PAGE), AB_OK);
	assert_int_equal(sink.mapped, 2 * PAGE);
	at(ram[0].base)[5] = 0xff;
	assert_int_equal(src[5], 6);
}

static void test_outside_memory(void **state)
{
	const uint8_t *src = file.bytes.data;

	(void)state;
	assert_int_equal(put(ram[0].base - PAGE, 0, src, PAGE), AB_ERR_MEM);
	assert_int_equal(put(ram[0].base + 15 * PAGE, 0, src, 2 * PAGE), AB_ERR_MEM);
	assert_int_equal(put(ram[1].base + 16 * PAGE, 0, src, 1), AB_ERR_MEM);
	assert_int_equal(put(UINT64_MAX - PAGE + 1, 0, src, 2 * PAGE), AB_ERR_MEM);
	assert_int_equal(sink.mapped, 0);
}

static void test_files_that_cannot_be_mapped(void **state)
{
	char empty[] = "/tmp/aetherboot-empty-XXXXXX";
	const struct {
		const char *path, *text;
	} rows[] = {
		{ "/nonexistent/kernel", "No such file or directory" },
		{ "/", "must not be a folder" },
		{ "/dev/null", "must be a regular file" },
		{ empty, "must not be empty" },
	};
	int fd = mkstemp(empty);

	(void)state;
	assert_true(fd >= 0);
	close(fd);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct ab_host_file f = { { "x", 1 }, 3, "x" };
		struct ab_error why = { 0 };

		assert_int_equal(ab_host_file_map(&f, rows[i].path, &why), AB_ERR_ARG);
		assert_string_equal(why.what, "file");
		assert_ptr_equal(why.name, rows[i].path);
		assert_int_equal(why.value, 0);
		assert_string_equal(why.other, rows[i].text);
		assert_int_equal(f.bytes.size, 0);
		assert_int_equal(f.fd, -1);
		assert_null(f.path);
		ab_host_file_unmap(&f); /* an empty one is left alone */
	}
	unlink(empty);
}

static void test_memory_that_does_not_fit(void **state)
{
	const struct ab_ram big[2] = { { 0, PAGE, 0 }, { AB_TiB, UINT64_C(1) << 62, 0 } };
	const struct ab_ram_list list = { big, 2 };
	struct ab_span s[2];
	struct ab_error why;

	(void)state;
	assert_int_equal(ab_host_ram_map(s, list, &why), AB_ERR_NOSPACE);
	assert_string_equal(why.what, "machine.ram[]");
	assert_int_equal(why.index, 1);
	assert_int_equal(why.value, UINT64_C(1) << 62);
	assert_string_equal(why.other, "Cannot allocate memory");
}

static void test_memory_is_aligned_for_huge_pages(void **state)
{
	(void)state;
	assert_int_equal((uintptr_t)span[0].host % (2 * AB_MiB), 0);
	assert_int_equal((uintptr_t)span[1].host % (2 * AB_MiB), 0);
	assert_int_equal(span[1].gpa, ram[1].base);
	assert_int_equal(span[1].size, ram[1].size);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_maps_what_lines_up, NULL, drop),
		cmocka_unit_test_setup_teardown(test_offset_in_region_counts, fresh, drop),
		cmocka_unit_test_setup_teardown(test_other_sources_are_copied, fresh, drop),
		cmocka_unit_test_setup_teardown(test_files_in_any_order, fresh, drop),
		cmocka_unit_test_setup_teardown(test_without_map_all_is_copied, fresh, drop),
		cmocka_unit_test_setup_teardown(test_copies_come_from_their_place_in_the_file,
						fresh, drop),
		cmocka_unit_test_setup_teardown(test_reads_may_stop_early, fresh, drop),
		cmocka_unit_test_setup_teardown(test_a_copy_crosses_adjacent_spans, fresh, drop),
		cmocka_unit_test_setup_teardown(test_a_file_cut_short_is_an_error, fresh, drop),
		cmocka_unit_test_setup_teardown(test_a_file_that_cannot_be_read, fresh, drop),
		cmocka_unit_test_setup_teardown(test_many_bytes_come_into_small_and_huge_pages,
						fresh, drop),
		cmocka_unit_test_setup_teardown(test_few_bytes_come_by_faults, fresh, drop),
		cmocka_unit_test_setup_teardown(test_lending, fresh, drop),
		cmocka_unit_test_setup_teardown(test_zeros_touch_nothing, fresh, drop),
		cmocka_unit_test_setup_teardown(test_guest_writes_stay_private, fresh, drop),
		cmocka_unit_test_setup_teardown(test_outside_memory, fresh, drop),
		cmocka_unit_test(test_files_that_cannot_be_mapped),
		cmocka_unit_test(test_memory_that_does_not_fit),
		cmocka_unit_test_setup_teardown(test_memory_is_aligned_for_huge_pages, fresh, drop),
	};

	return cmocka_run_group_tests(tests, make_file, remove_file);
}
