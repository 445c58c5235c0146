/* SPDX-License-Identifier: BSD-2-Clause */
/* The list of all CPUID leaves of a CPU, by hand from the SDM's tables of leaves 0xb and 0x1f: what
 * is in the host's list, and where the levels stand. */
#include "unit.h"

#include <aetherboot/x86.h>

#define FENCE 0x5a5a5a5au

/* 8 CPUs in 2 packages of 2 dies of 2 cores, or in 2 packages of 4 cores; APIC id 5 = 101b */
static const struct ab_ram ram = { 0, AB_GiB, 0 };
static const struct ab_machine dies = {
	.arch = AB_ARCH_X86_64, .n_cpus = 8, .topology = { 1, 2, 2 }, .ram = { &ram, 1 }
};
static const struct ab_machine cores = {
	.arch = AB_ARCH_X86_64, .n_cpus = 8, .topology = { 1, 4, 1 }, .ram = { &ram, 1 }
};

#define INTEL .ebx = 0x756e6547, .ecx = 0x6c65746e, .edx = 0x49656e69

/* levels of CPU 5: EAX the shift, EBX the CPUs below, ECX type and number of the level, EDX the id
 */
#define LEVEL(leaf, n, type, shift, count)                                                         \
	{                                                                                          \
		leaf, n, shift, count, (type) << 8 | (n), 5, true                                  \
	}
#define THREADS(leaf) LEVEL(leaf, 0, 1, 0, 1)
#define ALL_CORES(leaf) LEVEL(leaf, 1, 2, 2, 4)
#define DIE_CORES(leaf) LEVEL(leaf, 1, 2, 1, 2)
#define DIES(leaf) LEVEL(leaf, 2, 5, 2, 4)
#define CLOSED(leaf, n) LEVEL(leaf, n, 0, 0, 0)

struct row {
	const struct ab_machine *m;
	struct ab_x86_cpuid host[8], is[16];
};

static const struct row rows[] = {
	{ &cores, /* as KVM has it: one level */
	  { { 0, 0, 0xd, INTEL },
	    { 1, 0, 0x306a9, 0x800, 0x02000000, 0x178bfbff },
	    { 0xb, 0, 0, 0, 0, 0, true },
	    { 0xd, 0, 7, 0x340, 0x340, 0, true },
	    { 0xd, 1, 1, 0, 0, 0, true } },
	  { { 0, 0, 0xd, INTEL },
	    { 1, 0, 0x306a9, 0x05040800, 0x82000000, 0x178bfbff },
	    THREADS(0xb),
	    ALL_CORES(0xb),
	    CLOSED(0xb, 2),
	    { 0xd, 0, 7, 0x340, 0x340, 0, true },
	    { 0xd, 1, 1, 0, 0, 0, true } } },
	{ &dies, /* neither leaf, and a limit below them */
	  { { 0, 0, 7, INTEL }, { 1 }, { 0x80000000, 0, 0x80000008 }, { 0x80000008, 0, 0x3027 } },
	  { { 0, 0, 0x1f, INTEL },
	    { 1, 0, 0, 0x05040000, 0x80000000, 0x10000000 },
	    { 0x80000000, 0, 0x80000008 },
	    { 0x80000008, 0, 0x3028, 0, 0x2003 },
	    THREADS(0xb),
	    ALL_CORES(0xb),
	    CLOSED(0xb, 2),
	    THREADS(0x1f),
	    DIE_CORES(0x1f),
	    DIES(0x1f),
	    CLOSED(0x1f, 3) } },
	{ &dies, /* the host's own levels, more of them, in any order, and one not the first */
	  { { 0x1f, 1, 9, 9, 0x201, 9, true },
	    { 1, 0, 0, 0, 0, 0, false },
	    { 0x1f, 0, 9, 9, 0x100, 9, true },
	    { 0xb, 4, 9, 9, 0x604, 9, true },
	    { 0, 0, 0x20, INTEL },
	    { 0x1f, 2, 9, 9, 0x302, 9, true } },
	  { THREADS(0x1f),
	    DIE_CORES(0x1f),
	    DIES(0x1f),
	    CLOSED(0x1f, 3),
	    { 1, 0, 0, 0x05040000, 0x80000000, 0x10000000 },
	    THREADS(0xb),
	    ALL_CORES(0xb),
	    CLOSED(0xb, 2),
	    { 0, 0, 0x20, INTEL } } },
	{ &cores, /* 0x1f is kept where the host has it; other leaves twice stay so */
	  { { 0, 0, 0x1f, INTEL },
	    { 0, 0, 3, INTEL },
	    { 1 },
	    { 0x1f, 0, 0, 0, 0, 0, true },
	    { 7, 0, 1 },
	    { 7, 0, 2 } },
	  { { 0, 0, 0x1f, INTEL },
	    { 0, 0, 0xb, INTEL },
	    { 1, 0, 0, 0x05040000, 0x80000000, 0x10000000 },
	    THREADS(0x1f),
	    ALL_CORES(0x1f),
	    CLOSED(0x1f, 2),
	    { 7, 0, 1 },
	    { 7, 0, 2 },
	    THREADS(0xb),
	    ALL_CORES(0xb),
	    CLOSED(0xb, 2) } },
};

/* Entries up to the last that is not all zero. */
static size_t used(const struct ab_x86_cpuid *at, size_t n)
{
	static const struct ab_x86_cpuid none;

	while (n != 0 && memcmp(&at[n - 1], &none, sizeof(none)) == 0)
		n--;
	return n;
}

static void same(const struct ab_x86_cpuid *a, const struct ab_x86_cpuid *b)
{
	assert_int_equal(a->leaf, b->leaf);
	assert_int_equal(a->subleaf, b->subleaf);
	assert_int_equal(a->eax, b->eax);
	assert_int_equal(a->ebx, b->ebx);
	assert_int_equal(a->ecx, b->ecx);
	assert_int_equal(a->edx, b->edx);
	assert_int_equal(a->indexed, b->indexed);
}

static void test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct ab_x86_cpuid_list host = { rows[i].host,
							used(rows[i].host, COUNT(rows[i].host)) };
		const size_t n = used(rows[i].is, COUNT(rows[i].is));
		struct ab_x86_cpuid room[COUNT(rows[i].is)];
		struct ab_x86_cpuids out = { room, COUNT(room), 99 };

		assert_true(n <= host.n + AB_X86_CPUID_ADDED);
		assert_int_equal(ab_x86_cpuid_all(rows[i].m, 5, host, &out, NULL), AB_OK);
		assert_int_equal(out.n, n);
		for (size_t k = 0; k < n; k++)
			same(&room[k], &rows[i].is[k]);
	}
}

/* Each capacity: enough, or an error that says how much is, and nothing behind the end changes. */
static void test_capacity(void **state)
{
	const struct row *r = &rows[1];
	const struct ab_x86_cpuid_list host = { r->host, 4 };

	(void)state;
	for (size_t cap = 0; cap <= 12; cap++) {
		struct ab_x86_cpuid room[13];
		struct ab_x86_cpuids out = { cap != 0 ? room : NULL, cap, 99 };
		struct ab_error why;

		for (size_t i = 0; i < COUNT(room); i++)
			room[i].leaf = FENCE;
		if (cap >= 11) {
			assert_int_equal(ab_x86_cpuid_all(r->m, 5, host, &out, &why), AB_OK);
			assert_int_equal(out.n, 11);
		} else {
			assert_int_equal(ab_x86_cpuid_all(r->m, 5, host, &out, &why),
					 AB_ERR_NOSPACE);
			assert_int_equal(out.n, 0);
			assert_int_equal(why.value, 11);
			assert_string_equal(why.what, "ab_x86_cpuid_all.out.n");
		}
		for (size_t i = cap < 11 ? cap : 11; i < COUNT(room); i++)
			assert_int_equal(room[i].leaf, FENCE);
	}
}

/* A pointer that is missing has no room, whatever the number beside it says. */
static void test_no_array(void **state)
{
	const struct ab_x86_cpuid_list host = { rows[1].host, 4 };
	struct ab_x86_cpuids out = { NULL, 64, 99 };
	struct ab_error why;

	(void)state;
	assert_error(ab_x86_cpuid_all(rows[1].m, 5, host, &out, &why), &why,
		     &(struct expected){ AB_ERR_NOSPACE, "ab_x86_cpuid_all.out.n", 11,
					 "ab_x86_cpuid_all.out.cap must be as large" },
		     "no array");
	assert_int_equal(out.n, 0);
}

static void test_arguments(void **state)
{
	static const struct ab_x86_cpuid host[] = { { 0, 0, 0xd, INTEL }, { 1 }, { 2 } };
	struct ab_x86_cpuid room[16];
	struct ab_x86_cpuids out = { room, COUNT(room), 99 };
	struct ab_error why;

	(void)state;
	assert_int_equal(
	    ab_x86_cpuid_all(&cores, 8, (struct ab_x86_cpuid_list){ host, 3 }, &out, &why),
	    AB_ERR_ARG);
	assert_string_equal(why.what, "ab_x86_cpuid_all.index");
	assert_int_equal(why.value, 8);
	assert_int_equal(out.n, 0);
	for (size_t from = 0; from <= 2; from++) {
		/* nothing; leaf 0 alone; leaves 1 and 2 */
		const struct ab_x86_cpuid_list lacks = { host + from / 2, from };

		out.n = 99;
		assert_int_equal(ab_x86_cpuid_all(&cores, 0, lacks, &out, &why), AB_ERR_ARG);
		assert_string_equal(why.what, "ab_x86_cpuid_all.host.n");
		assert_int_equal(why.value, from);
		assert_int_equal(out.n, 0);
	}
	for (size_t n = 0; n <= 5; n += 5) {
		const struct ab_x86_cpuid_list nowhere = { NULL, n };

		out.n = 99;
		assert_int_equal(ab_x86_cpuid_all(&cores, 0, nowhere, &out, &why), AB_ERR_ARG);
		assert_string_equal(why.what, "ab_x86_cpuid_all.host.n");
		assert_string_equal(why.other,
				    n == 0 ? "leaves 0 and 1 must be among them"
					   : "must be 0 when the pointer beside it is NULL");
		assert_int_equal(why.value, n);
		assert_int_equal(out.n, 0);
	}
	assert_int_equal(
	    ab_x86_cpuid_all(&cores, 7, (struct ab_x86_cpuid_list){ host, 2 }, &out, NULL), AB_OK);
	assert_int_equal(out.n, 5);
}

/* As much as AB_X86_CPUID_ADDED allows, in every shape of machine. */
static void test_bound(void **state)
{
	static const struct ab_x86_cpuid host[] = { { 0 }, { 1 } };

	(void)state;
	for (uint32_t threads = 1; threads <= 4; threads++) {
		for (uint32_t n = 1; n <= 8; n++) {
			const struct ab_machine m = { .arch = AB_ARCH_X86_64,
						      .n_cpus = n,
						      .topology = { threads, 3, n % 3 + 1 },
						      .ram = { &ram, 1 } };
			struct ab_x86_cpuid room[2 + AB_X86_CPUID_ADDED];
			struct ab_x86_cpuids out = { room, COUNT(room), 0 };

			assert_int_equal(ab_x86_cpuid_all(&m, n - 1,
							  (struct ab_x86_cpuid_list){ host, 2 },
							  &out, NULL),
					 AB_OK);
			assert_int_equal(out.n, n % 3 == 0 ? 5 : COUNT(room));
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),     cmocka_unit_test(test_capacity),
		cmocka_unit_test(test_no_array), cmocka_unit_test(test_arguments),
		cmocka_unit_test(test_bound),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
