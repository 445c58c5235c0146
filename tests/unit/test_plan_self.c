/* SPDX-License-Identifier: BSD-2-Clause */
/* Where a bzImage's own decompressor is put: X86BOOT's pref_address, kernel_alignment, init_size
 * and relocatable_kernel. */
#include "kernels.h"
#include "recorder.h"

#define FIXED(...) AB_LIST(struct ab_fixed, __VA_ARGS__)

static struct ab_machine machine(const struct ab_ram *ram, size_t n)
{
	return (struct ab_machine){
		.arch = AB_ARCH_X86_64, .n_cpus = 1, .phys_bits = 52, .ram = { ram, n }
	};
}

/* Where a bzImage's own decompressor is put, and how much room it has there. */
static void test_self_placement(void **state)
{
	static const struct ab_ram ram[] = { { 0, 512 * AB_MiB, 0 }, { 4 * AB_GiB, AB_GiB, 0 } };
	static uint8_t file[0x4000];
	const struct {
		const char *name;
		struct bz_spec bz;
		uint64_t taken; /* RAM reserved from 1 MiB up to here */
		struct ab_fixed_list fixed;
		uint64_t base, size; /* size 0: error */
		struct expected want;
	} rows[] = {
		{ "preferred",
		  { .xloadflags = XLF_64,
		    .relocatable = true,
		    .pref = 0x1000000,
		    .init_size = 0x400000 },
		  0,
		  { NULL, 0 },
		  0x1000000,
		  0x400000,
		  { 0 } },
		{ "aligned",
		  { .xloadflags = XLF_64,
		    .relocatable = true,
		    .pref = 0x1000000,
		    .init_size = 0x400000,
		    .alignment = 0x1000000 },
		  0x1100000,
		  { NULL, 0 },
		  0x2000000,
		  0x400000,
		  { 0 } },
		{ "next free",
		  { .xloadflags = XLF_64,
		    .relocatable = true,
		    .pref = 0x1000000,
		    .init_size = 0x400000 },
		  0x1100000,
		  { NULL, 0 },
		  0x1200000,
		  0x400000,
		  { 0 } },
		{ "above 4 GiB",
		  { .xloadflags = XLF_64 | XLF_ABOVE_4G,
		    .relocatable = true,
		    .pref = 0x1000000,
		    .init_size = 0x400000 },
		  500 * AB_MiB + 0x1000,
		  FIXED({ AB_REGION_KERNEL, 4 * AB_GiB }),
		  4 * AB_GiB,
		  0x400000,
		  { 0 } },
		{ "not above 4 GiB",
		  { .xloadflags = XLF_64,
		    .relocatable = true,
		    .pref = 0x1000000,
		    .init_size = 0x400000 },
		  0,
		  FIXED({ AB_REGION_KERNEL, 4 * AB_GiB }),
		  0,
		  0,
		  { AB_ERR_ARG, "payload.fixed[].base", 4 * AB_GiB,
		    "the kernel must end below 4 GiB", 0, "kernel" } },
		{ "no room",
		  { .xloadflags = XLF_64,
		    .relocatable = true,
		    .pref = 0x1000000,
		    .init_size = 0x20000000 },
		  0,
		  { NULL, 0 },
		  0,
		  0,
		  { AB_ERR_NOSPACE, "kernel", 0x20000000,
		    "machine.ram has no free range as large where it may lie" } },
		{ "fixed below preferred: it unpacks there all the same",
		  { .xloadflags = XLF_64,
		    .relocatable = true,
		    .pref = 0x1000000,
		    .init_size = 0x400000 },
		  0,
		  FIXED({ AB_REGION_KERNEL, 0x400000 }),
		  0x400000,
		  0x1000000,
		  { 0 } },
		{ "fixed",
		  { .xloadflags = XLF_64,
		    .relocatable = true,
		    .pref = 0x1000000,
		    .init_size = 0x400000 },
		  0,
		  FIXED({ AB_REGION_KERNEL, 0x4000000 }),
		  0x4000000,
		  0x400000,
		  { 0 } },
		{ "fixed, misaligned",
		  { .xloadflags = XLF_64,
		    .relocatable = true,
		    .pref = 0x1000000,
		    .init_size = 0x400000 },
		  0,
		  FIXED({ AB_REGION_KERNEL, 0x4001000 }),
		  0,
		  0,
		  { AB_ERR_ARG, "payload.fixed[].base", 0x4001000,
		    "must be a multiple of setup_header.kernel_alignment", 0, "kernel" } },
		{ "fixed, not relocatable",
		  { .xloadflags = XLF_64, .pref = 0x1000000, .init_size = 0x400000 },
		  0,
		  FIXED({ AB_REGION_KERNEL, 0x4000000 }),
		  0,
		  0,
		  { AB_ERR_ARG, "payload.fixed[].base", 0x4000000, "the kernel must be relocatable",
		    0, "kernel" } },
		{ "not relocatable: loaded at 1 MiB, runs at pref_address",
		  { .xloadflags = XLF_64, .pref = 0x1000000, .init_size = 0x400000 },
		  0,
		  { NULL, 0 },
		  0x100000,
		  0x1300000,
		  { 0 } },
		{ "not relocatable, in the way",
		  { .xloadflags = XLF_64, .pref = 0x1000000, .init_size = 0x400000 },
		  0x200000,
		  { NULL, 0 },
		  0,
		  0,
		  { AB_ERR_OVERLAP, "kernel", 0x100000, "taken" } },
		{ "no init_size: eight times the file",
		  { .version = 0x0209, .pref = 0x100000 },
		  0,
		  { NULL, 0 },
		  0x100000,
		  0x8000,
		  { 0 } },
		{ "init_size less than the file",
		  { .xloadflags = XLF_64, .relocatable = true, .pref = 0x1000000, .init_size = 1 },
		  0,
		  { NULL, 0 },
		  0x1000000,
		  0x1000,
		  { 0 } },
		{ "relocatable, no pref_address: not below 1 MiB, however little it needs",
		  { .version = 0x0209, .relocatable = true },
		  0,
		  { NULL, 0 },
		  0x200000,
		  0x8000,
		  { 0 } },
		{ "pref_address in page 0",
		  { .xloadflags = XLF_64,
		    .relocatable = true,
		    .alignment = 0x1000,
		    .pref = 0x800,
		    .init_size = 0x4000 },
		  0,
		  { NULL, 0 },
		  0x100000,
		  0x4000,
		  { 0 } },
		{ "alignment of 3 pages",
		  { .xloadflags = XLF_64,
		    .relocatable = true,
		    .alignment = 0x3000,
		    .pref = 0x1000000,
		    .init_size = 0x400000 },
		  0,
		  { NULL, 0 },
		  0,
		  0,
		  { AB_ERR_IMAGE, "setup_header.kernel_alignment", 0x3000,
		    "must be a power of 2" } },
		{ "pref_address wraps when aligned",
		  { .xloadflags = XLF_64,
		    .relocatable = true,
		    .pref = UINT64_MAX,
		    .init_size = 0x400000 },
		  0,
		  { NULL, 0 },
		  0,
		  0,
		  { AB_ERR_IMAGE, "setup_header.pref_address", UINT64_MAX,
		    "must not wrap when it is aligned" } },
		{ "pref_address wraps with its size",
		  { .xloadflags = XLF_64, .pref = UINT64_MAX, .init_size = 0x400000 },
		  0,
		  { NULL, 0 },
		  0,
		  0,
		  { AB_ERR_IMAGE, "setup_header.pref_address", UINT64_MAX,
		    "pref_address + init_size must not wrap" } },
		{ "pref_address beyond RAM",
		  { .xloadflags = XLF_64,
		    .relocatable = true,
		    .pref = UINT64_C(1) << 62,
		    .init_size = 0x400000 },
		  0,
		  { NULL, 0 },
		  0,
		  0,
		  { AB_ERR_NOSPACE, "kernel", 0x400000,
		    "machine.ram has no free range as large where it may lie" } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_machine m = machine(ram, 2);
		const struct ab_reserve taken = { AB_MiB, rows[i].taken - AB_MiB, "taken" };
		struct ab_payload os = { .kernel = { file, make_bzimage(file, &rows[i].bz) },
					 .fixed = rows[i].fixed,
					 .reserve = { &taken, rows[i].taken != 0 } };
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct recorder rec;
		struct ab_error why;
		enum ab_err err = run(&plan, &m, &os, &rec, &why);
		const struct ab_region *r;

		if (rows[i].size == 0) {
			assert_error(err, &why, &rows[i].want, rows[i].name);
			continue;
		}
		assert_ok(err, &why, rows[i].name);
		judge(&rec);
		r = ab_plan_region(&plan, AB_REGION_KERNEL);
		if (r->base != rows[i].base || r->size != rows[i].size)
			fail_msg("%s: %#llx, %#llx", rows[i].name, (unsigned long long)r->base,
				 (unsigned long long)r->size);
		recorder_free(&rec);
	}
}

/* The 64-bit entry is in the file: syssize counts 16 bytes. */
static void test_entry_is_in_the_file(void **state)
{
	static const struct ab_ram ram[] = { { 0, 512 * AB_MiB, 0 } };
	static const struct expected want = {
		AB_ERR_IMAGE, "setup_header.syssize", 0x20,
		"the kernel must reach beyond its 64-bit entry at 0x200"
	};
	static uint8_t file[0x4000];
	const struct ab_machine m = machine(ram, 1);
	struct ab_payload os = { .kernel = { file, make_bzimage(file, &bz_bare) } };
	struct ab_error why;
	struct recorder rec;
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };

	(void)state;
	ab_st_le32(file + 0x1f4, 0x20);
	assert_error(run(&plan, &m, &os, &rec, &why), &why, &want, "512 bytes");
	os.protocol = AB_PROTOCOL_LINUX32;
	assert_ok(run(&plan, &m, &os, &rec, &why), &why, "the other entry is the first byte");
	recorder_free(&rec);
	ab_st_le32(file + 0x1f4, 0x21);
	os.protocol = AB_PROTOCOL_SELF;
	assert_ok(run(&plan, &m, &os, &rec, &why), &why, "528 bytes");
	recorder_free(&rec);
}

/* xloadflags may promise an entry that is not there: AUTO takes the other one, and who asks for it
 * is refused. */
static void test_a_promised_entry_of_zeros(void **state)
{
	static const struct ab_ram ram[] = { { 0, 512 * AB_MiB, 0 } };
	static const struct expected want = { AB_ERR_IMAGE, "setup_header.xloadflags", 1,
					      "must not have XLF_KERNEL_64, as there are zeros at "
					      "the 64-bit entry; linux32 needs none" };
	static uint8_t file[0x4000];
	const struct ab_machine m = machine(ram, 1);
	struct ab_payload os = { .kernel = { file, make_bzimage(file, &bz_bare) } };
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_error why;
	struct recorder rec;

	(void)state;
	ab_st_le32(file + 0x1f4, 0); /* syssize, too */
	memset(file + 1024 + 0x200, 0, 16);
	assert_ok(run(&plan, &m, &os, &rec, &why), &why, "auto");
	assert_int_equal(plan.protocol, AB_PROTOCOL_LINUX32);
	assert_int_equal(plan.entry, ab_plan_region(&plan, AB_REGION_KERNEL)->base);
	assert_int_equal(plan.n_warnings, 1);
	assert_string_equal(plan.warnings[0].what, "setup_header.syssize");
	recorder_free(&rec);
	os.protocol = AB_PROTOCOL_SELF;
	assert_error(run(&plan, &m, &os, &rec, &why), &why, &want, "asked for");
	file[1024 + 0x20f] = 1;
	assert_ok(run(&plan, &m, &os, &rec, &why), &why, "not only zeros");
	assert_int_equal(plan.entry, ab_plan_region(&plan, AB_REGION_KERNEL)->base + 0x200);
	recorder_free(&rec);
}

/* code32_start is where the protocol enters, if the kernel has code there. */
static void test_an_entry_that_the_header_moves(void **state)
{
	static const struct ab_ram ram[] = { { 0, 512 * AB_MiB, 0 } };
	static const char rule[] = "must be 0x100000, where the kernel's first byte is loaded, or "
				   "lie in the kernel behind";
	static const struct {
		uint32_t start, at;
		bool refused;
	} rows[] = {
		{ 0, 0, false },           { 0x100000, 0, false },
		{ 0x100020, 0x20, false }, { 0x100fff, 0xfff, false },
		{ 0x101000, 0, true },     { 0xfffff, 0, true },
		{ 0x90000, 0, true },      { 0x1000000, 0, true },
		{ UINT32_MAX, 0, true },
	};
	static uint8_t file[0x4000];
	const struct ab_machine m = machine(ram, 1);
	const struct ab_payload os = { .kernel = { file, make_bzimage(file, &bz_32bit) } };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct expected want = { AB_ERR_UNSUPPORTED, "setup_header.code32_start",
					       rows[i].start, rule };
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_error why;
		struct recorder rec;
		enum ab_err err;

		ab_st_le32(file + 0x214, rows[i].start);
		err = run(&plan, &m, &os, &rec, &why);
		if (rows[i].refused) {
			assert_error(err, &why, &want, "elsewhere");
			continue;
		}
		assert_ok(err, &why, "in the kernel");
		assert_int_equal(plan.entry,
				 ab_plan_region(&plan, AB_REGION_KERNEL)->base + rows[i].at);
		recorder_free(&rec);
	}
}

/* A seed is an extra: who has no field for it boots without, and the plan says so. */
static void test_a_seed_that_the_kernel_cannot_take(void **state)
{
	static const struct {
		const char *name;
		uint16_t version;
		enum ab_protocol protocol;
		bool taken;
	} rows[] = {
		{ "2.04", 0x0204, AB_PROTOCOL_LINUX32, false },
		{ "2.08", 0x0208, AB_PROTOCOL_LINUX32, false },
		{ "2.09", 0x0209, AB_PROTOCOL_LINUX32, true },
		{ "2.15", 0x020f, AB_PROTOCOL_LINUX, true },
		{ "pvh", 0x020f, AB_PROTOCOL_PVH, false },
	};
	static const uint8_t seed[32] = { 1 };
	static const struct ab_ram ram[] = { { 0, 512 * AB_MiB, 0 } };
	static const struct expected want = { AB_ERR_UNSUPPORTED, "payload.rng_seed.size", 32,
					      "the kernel's boot protocol has no field for a seed "
					      "(before 2.09, pvh or multiboot); it is left "
					      "out" };
	static uint8_t file[0x10000];
	const struct ab_machine m = machine(ram, 1);

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct bz_spec bz = bz_packed;
		struct ab_payload os = { .protocol = rows[i].protocol,
					 .rng_seed = { seed, sizeof(seed) } };
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_error why;
		struct recorder rec;

		bz.version = rows[i].version;
		os.kernel = (struct ab_bytes){ file, make_bzimage(file, &bz) };
		assert_ok(run(&plan, &m, &os, &rec, &why), &why, rows[i].name);
		judge(&rec);
		assert_int_equal(ab_plan_region(&plan, AB_REGION_SETUP_DATA) != NULL,
				 rows[i].taken);
		assert_int_equal(plan.n_warnings, !rows[i].taken);
		if (!rows[i].taken)
			assert_error(plan.warnings[0].code, &plan.warnings[0], &want, rows[i].name);
		recorder_free(&rec);
	}
}

/* Before protocol 2.02 a header cannot tell where a command line is: an empty one is no obstacle.
 */
static void test_a_header_without_a_command_line(void **state)
{
	static const struct ab_ram ram[] = { { 0, 512 * AB_MiB, 0 } };
	static const struct expected want = { AB_ERR_ARG, "payload.cmdline.length", 5,
					      "must not be longer than the kernel takes" };
	static uint8_t file[0x10000];
	const struct ab_machine m = machine(ram, 1);

	(void)state;
	for (uint16_t version = 0x0200; version <= 0x0202; version++) {
		struct bz_spec bz = bz_32bit;
		struct ab_payload os = { .cmdline = "" };
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_error why;
		struct recorder rec;
		enum ab_err err;

		bz.version = version;
		os.kernel = (struct ab_bytes){ file, make_bzimage(file, &bz) };
		assert_ok(run(&plan, &m, &os, &rec, &why), &why, "none");
		assert_int_equal(ab_ld_le32(recorder_kept(&rec, AB_REGION_ZERO_PAGE) + 0x228) != 0,
				 version == 0x0202);
		recorder_free(&rec);
		os.cmdline = "quiet";
		err = run(&plan, &m, &os, &rec, &why);
		if (version < 0x0202) {
			assert_error(err, &why, &want, "one");
			continue;
		}
		assert_ok(err, &why, "one");
		recorder_free(&rec);
	}
}

/* AB_KASLR: AUTO takes the entry at which the kernel chooses its address, if there is one. */
static void test_auto_for_kaslr(void **state)
{
	const struct bz_spec fixed = {
		.xloadflags = XLF_64, .pref = 0x1000000, .init_size = 0x800000, .elf = &elf64
	};
	const struct bz_spec moves_32 = { .relocatable = true,
					  .pref = 0x1000000,
					  .init_size = 0x600000 };
	const struct {
		const char *name;
		const struct bz_spec *bz; /* NULL: the vmlinux */
		const char *cmdline;
		uint32_t flags;
		enum ab_protocol protocol;
		bool kaslr, warned;
	} rows[] = {
		{ "asked for", &bz_packed, NULL, AB_KASLR, AB_PROTOCOL_SELF, true, false },
		{ "not asked for", &bz_packed, NULL, 0, AB_PROTOCOL_LINUX, false, false },
		{ "refused by the command line", &bz_packed, "a nokaslr b", AB_KASLR,
		  AB_PROTOCOL_LINUX, false, true },
		{ "a kernel that stays", &fixed, NULL, AB_KASLR, AB_PROTOCOL_LINUX, false, true },
		{ "32 bits", &moves_32, NULL, AB_KASLR, AB_PROTOCOL_LINUX32, true, false },
		{ "vmlinux", NULL, NULL, AB_KASLR, AB_PROTOCOL_LINUX, false, true },
	};
	static const struct ab_ram ram[] = { { 0, 512 * AB_MiB, 0 } };
	static const struct expected want = {
		AB_ERR_ARG, "payload.flags", AB_KASLR,
		"must not have AB_KASLR: the kernel does not choose its own address by this "
		"protocol, or without a seed, or with nokaslr"
	};
	static uint8_t file[0x10000];
	const struct ab_machine m = machine(ram, 1);

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const size_t size =
		    rows[i].bz != NULL ? make_bzimage(file, rows[i].bz) : make_elf(file, &elf64);
		const struct ab_payload os = { .kernel = { file, size },
					       .cmdline = rows[i].cmdline,
					       .flags = rows[i].flags };
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_error why;
		struct recorder rec;

		assert_ok(run(&plan, &m, &os, &rec, &why), &why, rows[i].name);
		assert_int_equal(plan.protocol, rows[i].protocol);
		assert_int_equal(plan.kaslr, rows[i].kaslr);
		assert_int_equal(plan.n_warnings, rows[i].warned);
		if (rows[i].warned)
			assert_error(plan.warnings[0].code, &plan.warnings[0], &want, rows[i].name);
		recorder_free(&rec);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_self_placement),
		cmocka_unit_test(test_entry_is_in_the_file),
		cmocka_unit_test(test_a_promised_entry_of_zeros),
		cmocka_unit_test(test_a_seed_that_the_kernel_cannot_take),
		cmocka_unit_test(test_a_header_without_a_command_line),
		cmocka_unit_test(test_auto_for_kaslr),
		cmocka_unit_test(test_an_entry_that_the_header_moves),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
