/* SPDX-License-Identifier: BSD-2-Clause */
/* Plans at the edges: little RAM, many CPUs, kernels far up, tables of every kind. */
#include "kernels.h"
#include "recorder.h"

static uint8_t file[0x10000];

static struct ab_machine machine(const struct ab_ram *ram, size_t n)
{
	return (struct ab_machine){
		.arch = AB_ARCH_X86_64, .n_cpus = 1, .phys_bits = 46, .ram = { ram, n }
	};
}

/* 16 MiB do for a kernel that is linked low, on every way in; 1 MiB and what the kernel takes do,
 * as all that is small fits into conventional memory. */
static void test_little_ram(void **state)
{
	static const struct elf_spec low64 = {
		64, 62, 0x100000, { { 0x100000, 0, 0x1000, 0x4000 } }, 0x100000, false, true
	};
	static const struct bz_spec bz = { .xloadflags = XLF_64,
					   .relocatable = true,
					   .alignment = 0x1000,
					   .pref = 0x100000,
					   .init_size = 0x4000,
					   .elf = &low64 };
	static const uint64_t sizes[] = { 0x107000, 2 * AB_MiB, 16 * AB_MiB };
	const size_t n_elf = make_elf(file, &low64);
	static uint8_t bz_file[0x4000];
	const size_t n_bz = make_bzimage(bz_file, &bz);

	(void)state;
	for (size_t i = 0; i < COUNT(sizes); i++)
		for (int protocol = AB_PROTOCOL_LINUX; protocol <= AB_PROTOCOL_LINUX32;
		     protocol++) {
			const struct ab_ram ram = { 0, sizes[i], 0 };
			const bool is_bz =
			    protocol == AB_PROTOCOL_SELF || protocol == AB_PROTOCOL_LINUX32;
			struct ab_machine m = machine(&ram, 1);
			struct ab_payload os = { .kernel = { is_bz ? bz_file : file,
							     is_bz ? n_bz : n_elf },
						 .cmdline = "quiet",
						 .initrds = AB_LIST(struct ab_bytes, { "i", 1 }),
						 .protocol = (enum ab_protocol)protocol };
			struct recorder rec;
			struct ab_region room[PLAN_ROOM];
			struct ab_plan plan = { .regions = AB_REGIONS(room) };
			struct ab_error why;

			assert_ok(run(&plan, &m, &os, &rec, &why), &why,
				  ab_protocol_name(os.protocol));
			judge(&rec);
			recorder_free(&rec);
		}
}

/* Page by page less, until something finds no room: always told, with what it needs. */
static void test_ever_less_ram(void **state)
{
	static const struct elf_spec low64 = {
		64, 62, 0x100000, { { 0x100000, 0, 0x1000, 0x4000 } }, 0, false, true
	};
	const struct ab_payload os = { .kernel = { file, make_elf(file, &low64) },
				       .initrds = AB_LIST(struct ab_bytes, { file, 0x2000 }) };
	unsigned int refused = 0;

	(void)state;
	for (uint64_t size = 0x110000; size >= AB_MiB; size -= 4096) {
		const struct ab_ram ram = { 0, size, 0 };
		struct ab_machine m = machine(&ram, 1);
		struct recorder rec;
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_error why;
		enum ab_err err = run(&plan, &m, &os, &rec, &why);

		if (err == AB_OK) {
			assert_int_equal(refused, 0);
			judge(&rec);
		} else {
			assert_int_equal(err, AB_ERR_NOSPACE);
			assert_true(why.what != NULL && why.value != 0 && why.other != NULL);
			assert_int_equal(rec.calls, 0);
			refused++;
		}
		recorder_free(&rec);
	}
	assert_true(refused >= 5); /* the kernel's pages */
}

/* Tables grow with the number of CPUs, and push nothing off its place. */
static void test_many_cpus(void **state)
{
	static const uint32_t counts[] = { 1, 2, 41, 100, 254, 255, 256, 300, 4096, 65536 };
	static const struct ab_ram ram = { 0, AB_GiB, 0 };
	const struct ab_payload os = { .kernel = { file, make_elf(file, &elf64) },
				       .cmdline = "quiet" };

	(void)state;
	for (size_t i = 0; i < COUNT(counts); i++)
		for (int tables = AB_TABLES_ACPI; tables <= AB_TABLES_NONE; tables++) {
			struct expected mp = { AB_ERR_UNSUPPORTED, "machine.n_cpus", counts[i],
					       "APIC ids must be 0 to 254 with AB_TABLES_MP" };
			struct ab_machine m = machine(&ram, 1);
			struct recorder rec;
			struct ab_region room[PLAN_ROOM];
			struct ab_plan plan = { .regions = AB_REGIONS(room) };
			struct ab_error why;
			enum ab_err err;

			m.n_cpus = counts[i];
			m.tables = (enum ab_tables)tables;
			err = run(&plan, &m, &os, &rec, &why);
			if (tables == AB_TABLES_MP && counts[i] > 255) {
				assert_error(err, &why, &mp, "MP table");
				assert_int_equal(rec.calls, 0);
			} else {
				assert_ok(err, &why, "CPUs");
				judge(&rec);
			}
			recorder_free(&rec);
		}
}

/* Which tables there are, and where: what kernels scan for, and what it points to. */
static void test_tables(void **state)
{
	static const struct {
		enum ab_tables tables;
		bool acpi, mp;
	} rows[] = {
		{ AB_TABLES_USUAL, true, false },
		{ AB_TABLES_ACPI, true, false },
		{ AB_TABLES_MP, false, true },
		{ AB_TABLES_NONE, false, false },
	};
	static const struct ab_ram ram = { 0, 64 * AB_MiB, 0 };
	const struct ab_payload os = { .kernel = { file, make_elf(file, &elf64) } };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_machine m = machine(&ram, 1);
		const struct ab_region *r;
		struct recorder rec;
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_error why;
		const uint8_t *p;

		m.tables = rows[i].tables;
		assert_ok(run(&plan, &m, &os, &rec, &why), &why, "tables");
		judge(&rec);
		p = recorder_kept(&rec, AB_REGION_RSDP);
		assert_int_equal(p != NULL, rows[i].acpi);
		r = ab_plan_region(&plan, AB_REGION_ACPI);
		assert_int_equal(r != NULL, rows[i].acpi);
		if (p != NULL) {
			uint64_t xsdt = le(p + 24, 8);

			assert_true(ab_plan_region(&plan, AB_REGION_RSDP)->base == 0xe0000);
			assert_true(r->base + r->size == 64 * AB_MiB);
			assert_true(xsdt >= r->base && xsdt - r->base < r->size);
			assert_memory_equal(recorder_kept(&rec, AB_REGION_ACPI) + (xsdt - r->base),
					    "XSDT", 4);
		}
		p = recorder_kept(&rec, AB_REGION_MP_POINTER);
		assert_int_equal(p != NULL, rows[i].mp);
		r = ab_plan_region(&plan, AB_REGION_MP_TABLE);
		assert_int_equal(r != NULL, rows[i].mp);
		if (p != NULL) {
			assert_true(ab_plan_region(&plan, AB_REGION_MP_POINTER)->base == 0xf0000);
			assert_memory_equal(p, "_MP_", 4);
			assert_true(le(p + 4, 4) == r->base);
			assert_memory_equal(recorder_kept(&rec, AB_REGION_MP_TABLE), "PCMP", 4);
		}
		recorder_free(&rec);
	}
}

/* A packed kernel whose link address its headers do not show: planning finds that placing takes
 * more work memory, placing asks for it. */
static void test_packed_kernel_far_up(void **state)
{
	const uint64_t base = 300 * AB_GiB;
	const struct elf_spec far64 = { 64, 62,    base + 8, { { base, 0, 0x1000, 0x4000 } },
					0,  false, true };
	const struct ab_ram ram[] = { { 0, AB_GiB, 0 }, { base, AB_GiB, 0 } };
	struct ab_machine m = machine(ram, 2);
	struct bz_spec bz = bz_packed;
	struct ab_payload os = { .kernel = { file, 0 } };
	struct expected want = { AB_ERR_NOSPACE, "work", 0, "see ab_plan.work" };
	struct ab_work work = { NULL, 0 };
	struct recorder rec;
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_error why;

	(void)state;
	bz.elf = &far64;
	os.kernel.size = make_bzimage(file, &bz);
	assert_ok(ab_plan_work(&plan, &m, &os, &work.size, &why), &why, "work");
	assert_int_equal(ab_plan_make(&plan, &m, &os, work, &why), AB_ERR_NOSPACE);
	assert_string_equal(why.what, "work");
	assert_true(why.value != 0 && why.value <= work.size);
	work.data = malloc(work.size);
	assert_ok(ab_plan_make(&plan, &m, &os, work, &why), &why, "make");
	assert_true(plan.work > work.size);
	want.value = plan.work;
	assert_error(ab_plan_place(&plan, recorder_over(&rec, &plan), work, &why), &why, &want,
		     "place");
	assert_int_equal(rec.calls, 0);
	free(work.data);
	work = (struct ab_work){ NULL, plan.work }; /* a pointer that was forgotten */
	assert_error(ab_plan_place(&plan, recorder_over(&rec, &plan), work, &why), &why, &want,
		     "place in nothing");
	assert_int_equal(rec.calls, 0);
	work.data = malloc(plan.work);
	assert_ok(ab_plan_place(&plan, recorder_over(&rec, &plan), work, &why), &why, "place");
	recorder_judge(&rec);
	judge(&rec);
	assert_true(ab_plan_region(&plan, AB_REGION_PAGE_TABLES)->size == 4096 * (2 + 301));
	recorder_free(&rec);
	free(work.data);
}

/* Each thing that may be larger than what the codec takes, in turn the largest. */
static void test_large_things_beside_a_packed_kernel(void **state)
{
	static uint8_t tree[AB_MiB];
	static char line[600000];
	static struct ab_ram ram[30000] = { { 0, AB_GiB, 0 } };
	const struct ab_setup_data nodes[] = { { AB_SETUP_DTB, false, { tree, sizeof(tree) } },
					       { 77, true, { tree, 1 } } };
	struct bz_spec bz = bz_packed;
	const struct {
		struct ab_payload os;
		uint32_t n_cpus;
		size_t n_ram;
	} rows[] = {
		{ { .setup_data = { nodes, 1 } }, 1, 1 },
		{ { .setup_data = { nodes, 2 } }, 1, 1 },
		{ { .rng_seed = { tree, sizeof(tree) } }, 1, 1 },
		{ { .cmdline = line }, 1, 1 },
		{ { .cmdline = "x" }, 65536, 1 },
		{ { .cmdline = "x" }, 1, COUNT(ram) }, /* SETUP_E820_EXT */
	};

	(void)state;
	bz.cmdline_size = sizeof(line);
	memset(line, 'l', sizeof(line) - 1);
	for (size_t i = 1; i < COUNT(ram); i++)
		ram[i] = (struct ab_ram){ (4 + i) * AB_GiB, 4096, 0 };
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_machine m = machine(ram, rows[i].n_ram);
		struct ab_payload os = rows[i].os;
		struct recorder rec;
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_error why;

		m.n_cpus = rows[i].n_cpus;
		os.kernel = (struct ab_bytes){ file, make_bzimage(file, &bz) };
		assert_ok(run(&plan, &m, &os, &rec, &why), &why, "large");
		assert_true(plan.work > 500000); /* it was the largest */
		judge_regions(&plan);
		recorder_free(&rec);
	}
}

/* What is fixed far up, but not mapped, takes no page tables. */
static void test_work_is_not_wasted(void **state)
{
	const struct ab_ram ram[] = { { 0, AB_GiB, 0 }, { 40 * AB_TiB, AB_GiB, 0 } };
	static const enum ab_region_kind kinds[] = { AB_REGION_INITRD, AB_REGION_ACPI,
						     AB_REGION_PAGE_TABLES };
	struct ab_machine m = machine(ram, 2);
	struct ab_payload os = { .kernel = { file, make_bzimage(file, &bz_packed) },
				 .initrds = AB_LIST(struct ab_bytes, { "i", 1 }) };
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_error why;
	size_t need, least;

	(void)state;
	assert_ok(ab_plan_work(&plan, &m, &os, &least, &why), &why, "work");
	assert_true(least < AB_MiB);
	for (size_t i = 0; i < COUNT(kinds); i++) {
		const struct ab_fixed fixed = { kinds[i], 40 * AB_TiB };

		os.fixed = (struct ab_fixed_list){ &fixed, 1 };
		assert_ok(ab_plan_work(&plan, &m, &os, &need, &why), &why, "work");
		assert_int_equal(need, least);
	}
}

/* Beyond what four levels map: five do. */
static void test_beyond_four_levels(void **state)
{
	const uint64_t base = UINT64_C(1) << 47;
	const struct elf_spec far64 = { 64, 62,    base, { { base, 0, 0x1000, 0x1000 } },
					0,  false, true };
	const struct ab_ram ram[] = { { 0, 2 * AB_GiB, 0 }, { base, AB_GiB, 0 } };
	struct ab_machine m = machine(ram, 2);
	struct expected want = { AB_ERR_ARG, "payload.flags", 0,
				 "must have AB_LA57, as a region ends above 2^47" };
	struct ab_payload os = { .kernel = { file, make_elf(file, &far64) } };
	struct recorder rec;
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_error why;

	(void)state;
	m.phys_bits = 52;
	assert_error(run(&plan, &m, &os, &rec, &why), &why, &want, "four levels");
	assert_int_equal(rec.calls, 0);
	os.protocol = AB_PROTOCOL_PVH; /* has no tables: the note is what it lacks */
	assert_int_equal(run(&plan, &m, &os, &rec, &why), AB_ERR_UNSUPPORTED);
}

/* What is large stays out of conventional memory, of which the kernel needs some for itself. */
static void test_conventional_memory_is_left(void **state)
{
	static uint8_t tree[0x20000];
	static const struct ab_ram ram = { 0, 64 * AB_MiB, 0 };
	struct ab_machine m = machine(&ram, 1);
	const size_t sizes[] = { 1, 0xfff0 - 0x10, 0xfff1, 0x10000, 0x1ffff };

	(void)state;
	for (size_t i = 0; i < COUNT(sizes); i++) {
		const struct ab_setup_data node = { AB_SETUP_DTB, false, { tree, sizes[i] } };
		const struct ab_payload os = { .kernel = { file, make_elf(file, &elf64) },
					       .setup_data = { &node, 1 } };
		const struct ab_region *r;
		struct recorder rec;
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_error why;

		assert_ok(run(&plan, &m, &os, &rec, &why), &why, "tree");
		judge(&rec);
		r = ab_plan_region(&plan, AB_REGION_SETUP_DATA);
		assert_true(sizes[i] + 16 <= 0x10000 ? r->base < 0xa0000 : r->base >= AB_MiB);
		recorder_free(&rec);
	}
}

/* 32-bit pointers reach all of what lies below 4 GiB. */
static void test_reach_of_32_bits(void **state)
{
	static const struct ab_ram ram = { 0, 0xfec00000, 0 };
	struct ab_machine m = machine(&ram, 1);
	struct bz_spec bz = bz_32bit;
	struct ab_payload os = { .kernel = { file, 0 },
				 .fixed = AB_LIST(struct ab_fixed, { AB_REGION_KERNEL, 0xe0000000 },
						  { AB_REGION_ZERO_PAGE, 0xfe000000 }) };
	struct recorder rec;
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_error why;

	(void)state;
	bz.relocatable = true;
	os.kernel.size = make_bzimage(file, &bz);
	assert_ok(run(&plan, &m, &os, &rec, &why), &why, "below 4 GiB");
	judge(&rec);
	assert_true(plan.entry == 0xe0000000);
	recorder_free(&rec);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_little_ram),
		cmocka_unit_test(test_ever_less_ram),
		cmocka_unit_test(test_many_cpus),
		cmocka_unit_test(test_tables),
		cmocka_unit_test(test_packed_kernel_far_up),
		cmocka_unit_test(test_large_things_beside_a_packed_kernel),
		cmocka_unit_test(test_work_is_not_wasted),
		cmocka_unit_test(test_beyond_four_levels),
		cmocka_unit_test(test_conventional_memory_is_left),
		cmocka_unit_test(test_reach_of_32_bits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
