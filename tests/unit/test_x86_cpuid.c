/* SPDX-License-Identifier: BSD-2-Clause */
/* CPUID topology decoded as guests decode it: shift widths of leaf 0xb and 0x1f take an APIC id
 * apart, and the pieces must be those that index arithmetic gives. */
#include "x86_build.h"
#include "checked.h"

/* Names differ from the library's: written from the SDM's and APM's tables. */
struct level {
	uint32_t type, shift, count;
};

static struct ab_x86_cpuid leaf(const struct ab_machine *m, uint32_t cpu, uint32_t eax,
				uint32_t ecx)
{
	struct ab_x86_cpuid c = { .leaf = eax, .subleaf = ecx };

	ab_x86_cpuid(m, cpu, &c);
	assert_int_equal(c.leaf, eax);
	assert_int_equal(c.subleaf, ecx);
	return c;
}

/* Read a topology leaf to its end. */
static uint32_t levels(const struct ab_machine *m, uint32_t cpu, uint32_t eax, struct level *l)
{
	uint32_t n = 0;

	for (;; n++) {
		struct ab_x86_cpuid c = leaf(m, cpu, eax, n);

		assert_int_equal(c.edx, ab_machine_cpu_id(m, cpu));
		assert_int_equal(c.ecx & 0xff, n);
		assert_int_equal(c.ecx >> 16, 0);
		assert_int_equal(c.eax & ~0x1fu, 0);
		assert_int_equal(c.ebx & ~0xffffu, 0);
		if (c.ecx >> 8 == 0) {
			assert_int_equal(c.eax | c.ebx, 0);
			return n;
		}
		assert_true(n < 4);
		l[n] = (struct level){ c.ecx >> 8, c.eax, c.ebx };
		assert_int_not_equal(c.ebx, 0);
		if (n != 0) {
			assert_true(l[n].type > l[n - 1].type);
			assert_true(l[n].shift >= l[n - 1].shift);
		}
	}
}

static uint32_t field(uint32_t v, uint32_t lo, uint32_t hi)
{
	return v >> lo & ((UINT32_C(1) << (hi - lo)) - 1);
}

static uint32_t pow2(uint32_t n)
{
	uint32_t p = 1;

	while (p < n)
		p *= 2;
	return p;
}

static uint32_t low(uint32_t n, uint32_t most)
{
	return n < most ? n : most;
}

/* Caches as Linux groups them: ids that agree above the (power of two) number of sharers. */
static void check_cache(const struct ab_machine *m, uint32_t cpu, uint32_t number, uint32_t level,
			uint32_t sharers, uint32_t cores)
{
	struct ab_x86_cpuid c = { number, level, 0x00000301 | level << 5, 0x01c0003f, 0x3f, 7 };
	const struct ab_x86_cpuid was = c;
	uint32_t n;

	c.eax |= 0xfc000000 | 0x03ffc000; /* what some host said */
	ab_x86_cpuid(m, cpu, &c);
	n = (c.eax >> 14 & 0xfff) + 1;
	assert_int_equal(n, low(sharers, 4096));
	assert_int_equal(n & (n - 1), 0);
	if (number == 4)
		assert_int_equal(c.eax >> 26, low(cores, 64) - 1);
	else
		assert_int_equal(c.eax >> 26, 0x3f); /* reserved there: as it was */
	assert_int_equal(c.eax & 0x3fff, was.eax & 0x3fff);
	assert_int_equal(c.ebx, was.ebx);
	assert_int_equal(c.ecx, was.ecx);
	assert_int_equal(c.edx, was.edx);
}

static void check_cpu(const struct ab_machine *m, uint32_t i, uint32_t threads, uint32_t cores,
		      uint32_t dies)
{
	const uint32_t id = (uint32_t)ab_machine_cpu_id(m, i);
	const uint32_t tb = pow2(threads), cb = pow2(cores), db = pow2(dies);
	const uint32_t per_package = threads * cores * dies;
	struct ab_x86_cpuid c;
	struct level b[8], f[8];
	uint32_t nb = levels(m, i, 0xb, b), nf = levels(m, i, 0x1f, f);

	/* 0xb: threads and cores; the last shift gives the package */
	assert_int_equal(nb, 2);
	assert_int_equal(b[0].type, 1);
	assert_int_equal(b[1].type, 2);
	assert_int_equal(b[0].count, threads);
	assert_int_equal(b[1].count, per_package);
	assert_int_equal(field(id, 0, b[0].shift), i % threads);
	assert_int_equal(id >> b[1].shift, i / per_package);

	/* 0x1f: dies too, where there are several */
	assert_int_equal(nf, dies > 1 ? 3 : 2);
	assert_int_equal(f[0].type, 1);
	assert_int_equal(f[1].type, 2);
	assert_int_equal(f[0].count, threads);
	assert_int_equal(f[1].count, threads * cores);
	assert_int_equal(field(id, 0, f[0].shift), i % threads);
	assert_int_equal(field(id, f[0].shift, f[1].shift), i / threads % cores);
	if (dies > 1) {
		assert_int_equal(f[2].type, 5);
		assert_int_equal(f[2].count, per_package);
		assert_int_equal(field(id, f[1].shift, f[2].shift), i / threads / cores % dies);
	}
	assert_int_equal(id >> f[nf - 1].shift, i / per_package);

	/* 1: 8 bits of the id; addressable ids, rounded up to a power of two, in a package */
	c = leaf(m, i, 1, 0);
	assert_int_equal(c.ebx >> 24, id & 0xff);
	assert_int_equal(pow2(c.ebx >> 16 & 0xff), low(tb * cb * db, 256));
	assert_int_equal(c.edx, tb * cb * db > 1 ? 1u << 28 : 0);
	assert_int_equal(c.ecx, 1u << 31);
	assert_int_equal(c.ebx & 0xffff, 0);
	assert_int_equal(c.eax, 0);

	for (uint32_t level = 1; level <= 4; level++) {
		check_cache(m, i, 4, level, level <= 2 ? tb : tb * cb, cb * db);
		check_cache(m, i, 0x8000001d, level, level <= 2 ? tb : tb * cb, 0);
	}

	c = leaf(m, i, 0x80000008, 0);
	assert_int_equal(c.eax, 40);
	assert_int_equal((c.ecx & 0xff) + 1, low(per_package, 256));
	assert_int_equal(id >> (c.ecx >> 12 & 15), i / per_package);
	assert_int_equal(c.ecx & ~0xf0ffu, 0);

	c = leaf(m, i, 0x8000001e, 0);
	assert_int_equal(c.eax, id);
	assert_int_equal((c.ebx >> 8 & 0xff) + 1, threads);
	assert_int_equal(c.ebx & 0xff, (id >> b[0].shift & (cb * db - 1)) & 0xff);
	assert_int_equal(c.ebx >> 16, 0);
	assert_int_equal((c.ecx >> 8) + 1, low(dies, 8));
	assert_int_equal(c.ecx & 0xff, (id >> f[1].shift) & 0xff);
}

static struct ab_machine machine(uint32_t n, uint32_t threads, uint32_t cores, uint32_t dies)
{
	static const struct ab_ram ram = { 0, AB_GiB, 0 };

	return (struct ab_machine){ .arch = AB_ARCH_X86_64,
				    .n_cpus = n,
				    .topology = { threads, cores, dies },
				    .ram = { &ram, 1 } };
}

static void test_topologies(void **state)
{
	static const uint32_t n[] = { 1,   2,   3,   4,    5,    7,    8,   40,  41,
				      64,  96,  128, 254,  255,  256,  257, 448, 511,
				      512, 513, 960, 1024, 2047, 4095, 4096 };
	static const uint32_t t[][3] = {
		{ 1, 1, 1 },  { 1, 4, 1 },  { 2, 1, 1 },   { 2, 4, 1 },   { 2, 3, 1 },  { 1, 5, 3 },
		{ 3, 5, 3 },  { 2, 16, 4 }, { 2, 12, 8 },  { 1, 7, 2 },   { 4, 1, 4 },  { 1, 2, 9 },
		{ 2, 64, 1 }, { 2, 64, 2 }, { 1, 256, 1 }, { 1, 300, 1 }, { 8, 6, 12 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++) {
		for (size_t k = 0; k < COUNT(n); k++) {
			const struct ab_machine m = machine(n[k], t[i][0], t[i][1], t[i][2]);
			const uint32_t step = n[k] > 300 ? 37 : 1;

			assert_int_equal(check_machine(&m, NULL, NULL), AB_OK);
			for (uint32_t cpu = 0; cpu < n[k]; cpu += step)
				check_cpu(&m, cpu, t[i][0], t[i][1], t[i][2]);
			check_cpu(&m, n[k] - 1, t[i][0], t[i][1], t[i][2]);
		}
	}
}

/* No topology given: one package. */
static void test_derived(void **state)
{
	(void)state;
	for (uint32_t n = 1; n <= 4096; n = n * 3 / 2 + 1) {
		const struct ab_machine m = machine(n, 0, 0, 0);

		check_cpu(&m, 0, 1, n, 1);
		check_cpu(&m, n - 1, 1, n, 1);
	}
}

static void test_ids_given(void **state)
{
	static const struct ab_cpu cpus[] = { { 0, 0 }, { 0x12345, 0 }, { 0xfffffffe, 0 } };
	struct ab_machine m = machine(3, 1, 1, 1);

	(void)state;
	m.cpus.at = cpus;
	m.cpus.n = 3;
	assert_int_equal(leaf(&m, 1, 0xb, 0).edx, 0x12345);
	assert_int_equal(leaf(&m, 2, 0x1f, 1).edx, 0xfffffffe);
	assert_int_equal(leaf(&m, 1, 1, 0).ebx >> 24, 0x45);
	assert_int_equal(leaf(&m, 2, 0x8000001e, 0).eax, 0xfffffffe);
	/* fields beyond what registers hold: the largest that fits, and no wrap */
	m.topology = (struct ab_topology){ 65536, 65536, 65536 };
	assert_int_equal(leaf(&m, 2, 0xb, 0).eax, 16);
	assert_int_equal(leaf(&m, 2, 0xb, 0).ebx, 0xffff);
	assert_int_equal(leaf(&m, 2, 0xb, 1).eax, 31);
	assert_int_equal(leaf(&m, 2, 0x1f, 1).eax, 31);
	assert_int_equal(leaf(&m, 2, 0x1f, 2).eax, 31);
	assert_int_equal(leaf(&m, 2, 0x1f, 2).ebx, 0xffff);
	assert_int_equal(leaf(&m, 2, 1, 0).ebx >> 16 & 0xff, 255);
	assert_int_equal(leaf(&m, 2, 0x80000008, 0).ecx, 0xf0ff);
	assert_int_equal(leaf(&m, 2, 0x8000001e, 0).ebx >> 8, 0xff);
	assert_int_equal(leaf(&m, 2, 0x8000001e, 0).ecx >> 8, 7);
}

/* What the host reports survives where it is not the machine's to say. */
static void test_rest_is_kept(void **state)
{
	const struct ab_machine m = machine(4, 2, 2, 1);
	struct ab_x86_cpuid c = { 1, 0, 0x00a20f12, 0xffff0842, 0x7ed8320b, 0x178bfbff };

	(void)state;
	ab_x86_cpuid(&m, 3, &c);
	assert_int_equal(c.eax, 0x00a20f12);
	assert_int_equal(c.ebx, 0x03040842);
	assert_int_equal(c.ecx, 0xfed8320b);
	assert_int_equal(c.edx, 0x178bfbff);
	{
		const struct ab_machine one = machine(1, 1, 1, 1);

		ab_x86_cpuid(&one, 0, &c);
		assert_int_equal(c.ebx, 0x00010842);
		assert_int_equal(c.edx, 0x078bfbff); /* HTT off */
	}
	c = (struct ab_x86_cpuid){ 0x80000008, 0, 0x00303034, 0x11eff, 0xffff5f0f, 0x10007 };
	ab_x86_cpuid(&m, 0, &c);
	assert_int_equal(c.eax, 0x00283028); /* guest width follows when it was wider */
	assert_int_equal(c.ebx, 0x11eff);
	assert_int_equal(c.ecx, 0xffff2f03);
	assert_int_equal(c.edx, 0x10007);
	c = (struct ab_x86_cpuid){ 0x80000008, 0, 0x00243034, 0, 0, 0 };
	ab_x86_cpuid(&m, 0, &c);
	assert_int_equal(c.eax, 0x00243028);
	c = (struct ab_x86_cpuid){ 4, 3, 0, 1, 2, 3 }; /* no such cache */
	ab_x86_cpuid(&m, 0, &c);
	assert_int_equal(c.eax, 0);
	assert_int_equal(c.ebx, 1);
	c = (struct ab_x86_cpuid){ 0x8000001e, 0, 9, 9, 0xffffffff, 9 };
	ab_x86_cpuid(&m, 3, &c);
	assert_int_equal(c.eax, 3);
	assert_int_equal(c.ebx, 0x101);
	assert_int_equal(c.ecx, 0);
	assert_int_equal(c.edx, 0);
}

static void test_other_leaves_alone(void **state)
{
	static const uint32_t rows[] = {
		2,          5,          6,          7,          0xa,
		0xd,        0x1e,       0x20,       0x40000000, 0x80000000,
		0x80000001, 0x80000007, 0x80000009, 0x8000001c, 0x8000001f
	};
	const struct ab_machine m = machine(4, 2, 2, 1);

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_x86_cpuid c = {
			rows[i], 1, 0x11111111, 0x22222222, 0x33333333, 0x44444444
		};

		ab_x86_cpuid(&m, 1, &c);
		assert_int_equal(c.eax, 0x11111111);
		assert_int_equal(c.ebx, 0x22222222);
		assert_int_equal(c.ecx, 0x33333333);
		assert_int_equal(c.edx, 0x44444444);
	}
}

/* The host's own levels must not be read instead of ours. */
static void test_amd_extended_topology_cleared(void **state)
{
	const struct ab_machine m = machine(4, 2, 2, 1);
	struct ab_x86_cpuid c = { 0x80000026, 0, 1, 2, 0x100, 5 };

	(void)state;
	ab_x86_cpuid(&m, 1, &c);
	assert_int_equal(c.eax | c.ebx | c.ecx | c.edx, 0);
}

static void test_highest_leaf(void **state)
{
	static const struct {
		uint32_t dies, was, is;
	} rows[] = {
		{ 1, 0xd, 0xd },   { 1, 0xa, 0xb },   { 1, 0x1, 0xb },   { 1, 0x20, 0x20 },
		{ 2, 0x10, 0x1f }, { 2, 0x1f, 0x1f }, { 2, 0x20, 0x20 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct ab_machine m = machine(8, 1, 2, rows[i].dies);
		struct ab_x86_cpuid c = { 0, 0, rows[i].was, 0x756e6547, 0x6c65746e, 0x49656e69 };

		ab_x86_cpuid(&m, 0, &c);
		assert_int_equal(c.eax, rows[i].is);
		assert_int_equal(c.ebx, 0x756e6547);
		assert_int_equal(c.ecx, 0x6c65746e);
		assert_int_equal(c.edx, 0x49656e69);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_topologies),
		cmocka_unit_test(test_derived),
		cmocka_unit_test(test_ids_given),
		cmocka_unit_test(test_rest_is_kept),
		cmocka_unit_test(test_other_leaves_alone),
		cmocka_unit_test(test_amd_extended_topology_cleared),
		cmocka_unit_test(test_highest_leaf),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
