/* SPDX-License-Identifier: BSD-2-Clause */
/* Modules: which protocols take them, where they lie, and what the kernel is told of them. */
#include "kernels.h"
#include "plan_machines.h"
#include "recorder.h"

static uint8_t pvh[0x4000], pvh_gz[0x5000], elf[0x10000], elf_gz[0x11000];
static size_t n_pvh, n_pvh_gz, n_elf, n_elf_gz;
static uint8_t one[0x1801], two[3], ramdisk[0x1000];

static int make_kernels(void **state)
{
	(void)state;
	n_pvh = make_elf(pvh, &elf32_pvh);
	n_pvh_gz = make_gzip(pvh_gz, pvh, n_pvh);
	n_elf = make_elf(elf, &elf64);
	n_elf_gz = make_gzip(elf_gz, elf, n_elf);
	memset(one, 0x11, sizeof(one));
	memset(two, 0x22, sizeof(two));
	memset(ramdisk, 0x33, sizeof(ramdisk));
	return 0;
}

#define BYTES(array)                                                                               \
	{                                                                                          \
		array, sizeof(array)                                                               \
	}
#define KERNEL(k) .kernel = { k, n_##k }

static const struct ab_module both[] = { { BYTES(one), "first words" }, { BYTES(two), NULL } };
static const struct ab_bytes initrd = BYTES(ramdisk);

/* The @i-th module's region. */
static const struct ab_region *module_at(const struct ab_plan *plan, uint32_t i)
{
	for (uint32_t k = 0; k < plan->regions.n; k++)
		if (plan->regions.at[k].kind == AB_REGION_MODULE && plan->regions.at[k].index == i)
			return &plan->regions.at[k];
	fail_msg("no module %u", (unsigned int)i);
	return NULL;
}

static const uint8_t *kept(const struct recorder *rec, const struct ab_region *r)
{
	return rec->kept[r - rec->plan->regions.at];
}

/* An entry of start_info's module list. */
static void assert_entry(const struct recorder *rec, uint32_t i, const struct ab_region *r,
			 const char *cmdline)
{
	const struct ab_region *info = ab_plan_region(rec->plan, AB_REGION_START_INFO);
	const uint8_t *si = kept(rec, info), *entry = si + (le(si + 16, 8) - info->base) + 32 * i;

	assert_int_equal(le(entry, 8), r->base);
	assert_int_equal(le(entry + 8, 8), r->size);
	assert_int_equal(le(entry + 24, 8), 0);
	if (cmdline == NULL)
		assert_int_equal(le(entry + 16, 8), 0);
	else
		assert_string_equal(si + (le(entry + 16, 8) - info->base), cmdline);
}

/* The initrd is the first module; all lie high, one below the other, each on its own pages. */
static void test_pvh(void **state)
{
	static struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	const struct ab_payload os = { KERNEL(pvh), .initrds = { &initrd, 1 },
				       .modules = { both, 2 } };
	struct recorder rec;
	struct ab_error why;
	const struct ab_region *at[3];

	(void)state;
	assert_ok(run(&plan, &pc, &os, &rec, &why), &why, "pvh");
	judge(&rec);
	at[0] = ab_plan_region(&plan, AB_REGION_INITRD);
	at[1] = module_at(&plan, 0);
	at[2] = module_at(&plan, 1);
	assert_int_equal(le(kept(&rec, ab_plan_region(&plan, AB_REGION_START_INFO)) + 12, 4), 3);
	assert_entry(&rec, 0, at[0], NULL);
	assert_entry(&rec, 1, at[1], "first words");
	assert_entry(&rec, 2, at[2], NULL);
	assert_int_equal(at[1]->size, sizeof(one));
	assert_int_equal(at[2]->size, sizeof(two));
	assert_memory_equal(kept(&rec, at[1]), one, sizeof(one));
	assert_memory_equal(kept(&rec, at[2]), two, sizeof(two));
	assert_int_equal(at[1]->base, at[0]->base - 0x2000);
	assert_int_equal(at[2]->base, at[1]->base - 0x1000);
	assert_true(at[2]->base > 127 * AB_MiB);
	recorder_free(&rec);
}

/* Without an initrd, the first module is the first. Low ones begin behind the kernel. */
static void test_low(void **state)
{
	static struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_payload os = { KERNEL(pvh), .modules = { both, 2 }, .flags = AB_MODULES_LOW };
	struct recorder rec;
	struct ab_error why;
	const struct ab_region *kernel, *first;
	uint64_t behind;

	(void)state;
	assert_ok(run(&plan, &pc, &os, &rec, &why), &why, "low");
	judge(&rec);
	kernel = ab_plan_region(&plan, AB_REGION_KERNEL);
	behind = (kernel->base + kernel->size + 0xfff) & ~UINT64_C(0xfff);
	assert_int_equal(module_at(&plan, 0)->base, behind);
	assert_int_equal(module_at(&plan, 1)->base, behind + 0x2000);
	assert_entry(&rec, 0, module_at(&plan, 0), "first words");
	assert_entry(&rec, 1, module_at(&plan, 1), NULL);
	recorder_free(&rec);

	os.initrds = (struct ab_bytes_list){ &initrd, 1 };
	assert_ok(plan_only(&plan, &pc, &os, &why), &why, "low, initrd");
	first = ab_plan_region(&plan, AB_REGION_INITRD);
	assert_int_equal(first->base, behind);
	assert_int_equal(module_at(&plan, 0)->base, behind + 0x1000);
	assert_int_equal(module_at(&plan, 1)->base, behind + 0x3000);
}

/* What lies in the way of low modules is passed over, and they still ascend. */
static void test_low_around(void **state)
{
	struct ab_plan plan;
	struct ab_payload os = { KERNEL(pvh), .modules = { both, 2 }, .flags = AB_MODULES_LOW };
	struct ab_reserve hole = { 0, 0x1000, "hole" };
	struct ab_error why;
	uint64_t behind;

	(void)state;
	assert_ok(plan_only(&plan, &pc, &os, &why), &why, "low");
	behind = module_at(&plan, 0)->base;
	hole.base = behind + 0x1000; /* the first needs two pages, the second would fit before */
	os.reserve = (struct ab_reserve_list){ &hole, 1 };
	assert_ok(plan_only(&plan, &pc, &os, &why), &why, "hole");
	assert_int_equal(module_at(&plan, 0)->base, behind + 0x2000);
	assert_int_equal(module_at(&plan, 1)->base, behind + 0x4000);
}

/* AUTO goes on to what an unpacked file says of itself. */
static void test_packed(void **state)
{
	struct ab_plan plan;
	struct ab_payload os = { KERNEL(pvh_gz), .modules = { both, 2 } };
	struct ab_error why;

	(void)state;
	assert_ok(plan_only(&plan, &pc, &os, &why), &why, "packed");
	assert_int_equal(plan.protocol, AB_PROTOCOL_PVH);
	(void)module_at(&plan, 1);
}

static void test_as_many_as_allowed(void **state)
{
	static struct ab_module many[AB_MODULES_MAX];
	static char words[AB_MODULE_CMDLINE_MAX + 1];
	const struct ab_payload os = { KERNEL(pvh_gz), .initrds = { &initrd, 1 },
				       .modules = { many, AB_MODULES_MAX } };
	struct ab_region *room = calloc(ab_plan_regions(&pc, &os), sizeof(*room));
	struct ab_plan plan;
	struct ab_work work;
	struct ab_error why;

	(void)state;
	memset(words, 'w', sizeof(words) - 1);
	for (size_t i = 0; i < COUNT(many); i++)
		many[i] = (struct ab_module){ BYTES(two), words };
	assert_non_null(room);
	assert_int_equal(ab_plan_regions(&pc, &os), AB_PLAN_REGIONS + AB_MODULES_MAX);
	plan.regions = (struct ab_regions){ room, (uint32_t)ab_plan_regions(&pc, &os), 0 };
	assert_ok(make_plan(&plan, &pc, &os, &work, &why), &why, "many");
	assert_true(plan.work > AB_MODULES_MAX * AB_MODULE_CMDLINE_MAX);
	free(work.data);
	free(room);
}

/* ---- among other things ------------------------------------------------------------------- */

#define PAGE UINT64_C(0x1000)
#define SEVERAL 8

/* True if no region but the later modules, and what comes after all modules, lies there. */
static bool is_free(const struct ab_plan *plan, uint32_t module, uint64_t base, uint64_t size)
{
	for (uint32_t i = 0; i < plan->regions.n; i++) {
		const struct ab_region *r = &plan->regions.at[i];

		if (r->kind != AB_REGION_START_INFO &&
		    (r->kind != AB_REGION_MODULE || r->index < module) &&
		    ab_overlaps(base, size, r->base, r->size))
			return false;
	}
	return base + size <= 8 * AB_MiB;
}

/* The page that a search through all of them finds: the highest, or the lowest from @low on. */
static uint64_t place_of(const struct ab_plan *plan, uint32_t module, uint64_t size, uint64_t low)
{
	uint64_t at = low != 0 ? (low + PAGE - 1) & ~(PAGE - 1) : 8 * AB_MiB;

	while (at >= AB_MiB && at <= 8 * AB_MiB && !is_free(plan, module, at, size))
		at += low != 0 ? PAGE : -PAGE;
	return at;
}

static void draw(struct ab_reserve *kept, struct ab_module *m, uint64_t *seed)
{
	static const uint8_t bytes[40 * PAGE];

	for (size_t i = 0; i < SEVERAL; i++) {
		kept[i] = (struct ab_reserve){ .name = "kept" };
		kept[i].base = (2 + i / 2) * AB_MiB + (i % 2 * 128 + rnd_below(seed, 64)) * PAGE;
		kept[i].size = 1 + rnd_below(seed, 60 * PAGE);
		m[i].bytes.data = bytes;
		m[i].bytes.size = 1 + rnd_below(seed, i % 3 == 0 ? sizeof(bytes) - 1 : PAGE);
		m[i].cmdline = NULL;
	}
}

static void test_places(void **state)
{
	static const struct ab_ram ram[] = { { 0, 4 * AB_MiB, 0 }, { 4 * AB_MiB, 4 * AB_MiB, 0 } };
	const struct ab_machine m = { .arch = AB_ARCH_X86_64, .n_cpus = 1, .ram = { ram, 2 } };
	uint64_t seed = 5;

	(void)state;
	for (size_t round = 0; round < 300; round++) {
		struct ab_reserve kept[SEVERAL];
		struct ab_module modules[SEVERAL];
		const bool low = round % 2 != 0;
		const struct ab_payload os = { KERNEL(pvh), .modules = { modules, SEVERAL },
					       .reserve = { kept, SEVERAL },
					       .flags = low ? AB_MODULES_LOW : 0 };
		const struct ab_region *behind;
		struct ab_plan plan;
		struct ab_error why;

		draw(kept, modules, &seed);
		assert_ok(plan_only(&plan, &m, &os, &why), &why, "places");
		behind = ab_plan_region(&plan, AB_REGION_KERNEL);
		for (uint32_t i = 0; i < SEVERAL; i++) {
			const struct ab_region *r = module_at(&plan, i);

			assert_int_equal(r->size, modules[i].bytes.size);
			assert_int_equal(r->base, place_of(&plan, i, r->size,
							   low ? behind->base + behind->size : 0));
			behind = r;
		}
	}
}

/* None lies below 1 MiB, though there is room. */
static void test_none_below_1_mib(void **state)
{
	static const struct ab_ram ram = { 0, AB_MiB + 4 * PAGE, 0 };
	static const uint32_t flags[] = { 0, AB_MODULES_LOW };
	const struct ab_machine m = {
		.arch = AB_ARCH_X86_64, .tables = AB_TABLES_NONE, .n_cpus = 1, .ram = { &ram, 1 }
	};
	const struct ab_module large[] = { both[0], both[0] };
	struct ab_payload os = { KERNEL(pvh), .modules = { large, 2 } };

	(void)state;
	for (size_t i = 0; i < COUNT(flags); i++) {
		struct ab_plan plan;
		struct ab_error why;

		os.flags = flags[i];
		assert_int_equal(plan_only(&plan, &m, &os, &why), AB_ERR_NOSPACE);
		assert_string_equal(why.what, "payload.modules[].bytes.size");
		assert_int_equal(why.index, 1); /* the first takes what the kernel leaves */
	}
}

/* ---- refused ------------------------------------------------------------------------------ */

static void test_refused(void **state)
{
	static const char none[] = "must be 0, as the protocol has no modules",
			  low[] = "must not have AB_MODULES_LOW, as the protocol has no "
				  "modules";
	static const char no_nodes[] = "must be 0: the protocol has no setup_data";
	static const struct ab_setup_data node = { .type = 9, .bytes = BYTES(one) };
	static const char large[] = "machine.ram has no free range as large where modules may lie";
	static char words[AB_MODULE_CMDLINE_MAX + 2];
	static uint8_t huge[128 << 20];
	static struct ab_module many[AB_MODULES_MAX + 1];
	const struct ab_module empty[] = { both[0], { { one, 0 }, NULL } },
			       null[] = { both[0], { { NULL, 1 }, NULL } },
			       wordy[] = { both[0], { BYTES(one), words } },
			       bulky[] = { both[0], { BYTES(huge), NULL } };
	const struct {
		struct ab_payload os;
		struct expected want;
	} rows[] = {
		{ { KERNEL(elf), .modules = { both, 2 } },
		  { AB_ERR_UNSUPPORTED, "payload.modules.n", 2, none, 0, "linux" } },
		{ { KERNEL(elf_gz), .modules = { both, 2 } },
		  { AB_ERR_UNSUPPORTED, "payload.modules.n", 2, none, 0, "linux" } },
		{ { KERNEL(elf), .flags = AB_MODULES_LOW },
		  { AB_ERR_UNSUPPORTED, "payload.flags", 0x10, low, 0, "linux" } },
		{ { .blobs = { NULL, 0 },
		    .protocol = AB_PROTOCOL_FIRMWARE,
		    .modules = { both, 2 } },
		  { AB_ERR_UNSUPPORTED, "payload.modules.n", 2,
		    "must be 0, as firmware takes none" } },
		{ { KERNEL(pvh), .setup_data = { &node, 1 } },
		  { AB_ERR_UNSUPPORTED, "payload.setup_data.n", 1, no_nodes, 0, "pvh" } },
		{ { KERNEL(pvh_gz), .setup_data = { &node, 1 } },
		  { AB_ERR_UNSUPPORTED, "payload.setup_data.n", 1, no_nodes, 0, "pvh" } },
		{ { KERNEL(pvh), .modules = { NULL, 2 } },
		  { AB_ERR_ARG, "payload.modules.n", 2,
		    "must be 0 when the pointer beside it is NULL" } },
		{ { KERNEL(pvh), .modules = { many, AB_MODULES_MAX + 1 } },
		  { AB_ERR_ARG, "payload.modules.n", AB_MODULES_MAX + 1, "must be at most 32" } },
		{ { KERNEL(pvh), .modules = { empty, 2 } },
		  { AB_ERR_ARG, "payload.modules[].bytes.size", 0, "must not be 0", 1 } },
		{ { KERNEL(pvh), .modules = { null, 2 } },
		  { AB_ERR_ARG, "payload.modules[].bytes.data", 0, "must not be NULL", 1 } },
		{ { KERNEL(pvh), .modules = { wordy, 2 } },
		  { AB_ERR_ARG, "payload.modules[].cmdline.length", AB_MODULE_CMDLINE_MAX + 1,
		    "must be at most 4095", 1 } },
		{ { KERNEL(pvh), .modules = { bulky, 2 } },
		  { AB_ERR_NOSPACE, "payload.modules[].bytes.size", sizeof(huge), large, 1 } },
		{ { KERNEL(pvh), .modules = { bulky, 2 }, .flags = AB_MODULES_LOW },
		  { AB_ERR_NOSPACE, "payload.modules[].bytes.size", sizeof(huge), large, 1 } },
	};

	(void)state;
	memset(words, 'w', sizeof(words) - 1);
	for (size_t i = 0; i < COUNT(many); i++)
		many[i] = both[0];
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_plan plan;
		struct ab_error why;
		char row[16];

		snprintf(row, sizeof(row), "row %zu", i);
		assert_error(plan_only(&plan, &pc, &rows[i].os, &why), &why, &rows[i].want, row);
	}
}

static void test_arm64(void **state)
{
	static const struct elf_spec spec = {
		64, 183, 0xffff800000001000, { { 0xffff800000000000, 0, 0x800, 0x10000 } }, 0, false
	};
	static uint8_t file[0x1000];
	struct ab_payload os = { .kernel = { file, make_elf(file, &spec) },
				 .modules = { both, 2 } };
	struct ab_plan plan;
	struct ab_error why;

	(void)state;
	assert_int_equal(plan_only(&plan, &virt, &os, &why), AB_ERR_UNSUPPORTED);
	assert_string_equal(why.what, "payload.modules.n");
	os.modules.n = 0;
	assert_ok(plan_only(&plan, &virt, &os, &why), &why, "none");
	os.flags = AB_MODULES_LOW;
	assert_int_equal(plan_only(&plan, &virt, &os, &why), AB_ERR_UNSUPPORTED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pvh),
		cmocka_unit_test(test_low),
		cmocka_unit_test(test_low_around),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_none_below_1_mib),
		cmocka_unit_test(test_packed),
		cmocka_unit_test(test_as_many_as_allowed),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_arm64),
	};

	return cmocka_run_group_tests(tests, make_kernels, NULL);
}
