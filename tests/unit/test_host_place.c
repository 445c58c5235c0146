/* SPDX-License-Identifier: BSD-2-Clause */
/* A bzImage that unpacks itself, placed in fresh memory by each sink that knows it to be zero: the
 * room behind it is many times its size, and no page of that room becomes resident. */
#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "make_bzimage.h"
#include "unit.h"

#include <aetherboot/aetherboot.h>
#include <aetherboot/host.h>

#define PAGE ((size_t)4096)
#define RAM (512 * AB_MiB)
#define KERNEL ((size_t)2 << 20) /* and its header asks for 63.6 MiB */

static const struct ab_machine pc = {
	.arch = AB_ARCH_X86_64,
	.n_cpus = 4,
	.ram = AB_LIST(struct ab_ram, { .base = 0, .size = RAM }),
};

static char path[] = "/tmp/aetherboot-self-XXXXXX";
static struct ab_host_file file;

static int make_file(void **state)
{
	uint8_t *bytes = calloc(1, KERNEL + 8 * PAGE);
	const struct made_bzimage bz = { .more = KERNEL };
	const size_t size = make_bzimage(bytes, &bz);
	const int fd = mkstemp(path);

	(void)state;
	memset(bytes + size - KERNEL, 0x5a, KERNEL); /* its code, the 64-bit entry too */
	assert_int_equal(write(fd, bytes, size), size);
	close(fd);
	free(bytes);
	return ab_host_file_map(&file, path, NULL) != AB_OK;
}

static int remove_file(void **state)
{
	(void)state;
	ab_host_file_unmap(&file);
	return unlink(path);
}

static size_t resident(const uint8_t *host, uint64_t size)
{
	static unsigned char pages[RAM / PAGE];
	size_t n = 0;

	assert_int_equal(mincore((void *)(uintptr_t)host, (size_t)size, pages), 0);
	for (size_t i = 0; i < size / PAGE; i++)
		n += (pages[i] & 1u) * PAGE;
	return n;
}

enum sink { SPANS, FRESH, READ, MAP, SINKS };

/* Place the kernel in fresh small pages; *span is to be unmapped. @return the kernel's region */
static struct ab_region place(enum sink which, struct ab_span *span)
{
	struct ab_region room[AB_PLAN_REGIONS];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	const struct ab_payload os = { .kernel = file.bytes, .protocol = AB_PROTOCOL_SELF };
	const struct ab_spans ram = { span, 1 };
	struct ab_host_sink sink = {
		.ram = &ram, .file = &file, .n_files = 1, .map = which == MAP
	};
	const struct ab_mem mem = which == SPANS   ? ab_mem_spans(&ram)
				  : which == FRESH ? ab_mem_fresh_spans(&ram)
						   : ab_host_mem(&sink);
	struct ab_work work = { NULL, 0 };
	struct ab_error why;

	assert_int_equal(ab_host_ram_map(span, pc.ram, &why), AB_OK);
	(void)madvise(span->host, RAM, MADV_NOHUGEPAGE);
	assert_int_equal(ab_plan_work(&plan, &pc, &os, &work.size, &why), AB_OK);
	work.data = malloc(work.size + 1);
	assert_int_equal(ab_plan_make(&plan, &pc, &os, work, &why), AB_OK);
	assert_int_equal(ab_plan_place(&plan, mem, work, &why), AB_OK);
	free(work.data);
	return *ab_plan_region(&plan, AB_REGION_KERNEL);
}

static void test_zeros_behind_a_kernel_are_not_written(void **state)
{
	struct ab_span all, one;
	const struct ab_spans all_ram = { &all, 1 }, one_ram = { &one, 1 };
	const struct ab_region r = place(SPANS, &all);
	const size_t kernel = file.bytes.size - 5 * 512;

	(void)state;
	assert_int_equal(r.size, 0x3f98000);
	/* the sink for memory of any content has to write them */
	assert_int_equal(resident((uint8_t *)all.host + r.base, r.size), r.size);
	for (enum sink i = FRESH; i < SINKS; i++) {
		size_t n;

		assert_true(place(i, &one).base == r.base);
		n = resident((uint8_t *)one.host + r.base, r.size);
		/* a page or a few more for each region, of 2 MiB where hosts make no others */
		assert_in_range(n, kernel, kernel + 4 * AB_MiB);
		assert_in_range(resident(one.host, RAM), kernel, kernel + 24 * AB_MiB);
		assert_memory_equal(one.host, all.host, RAM / 4);
		ab_host_ram_unmap(&one_ram);
	}
	ab_host_ram_unmap(&all_ram);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_zeros_behind_a_kernel_are_not_written),
	};

	return cmocka_run_group_tests(tests, make_file, remove_file);
}
