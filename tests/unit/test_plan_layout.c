/* SPDX-License-Identifier: BSD-2-Clause */
/* Where a plan puts things: RAM of every shape, initrds of every size, fixed addresses,
 * reservations and blobs; and how it tells what does not go together. */
#include "kernels.h"
#include "recorder.h"

static uint8_t vmlinux[0x8000], pvh32[0x2000], packed[0x10000], bare[0x4000], bz32[0x4000];
static size_t n_vmlinux, n_pvh32, n_packed, n_bare, n_bz32;

static int make_kernels(void **state)
{
	(void)state;
	n_vmlinux = make_elf(vmlinux, &elf64);
	n_pvh32 = make_elf(pvh32, &elf32_pvh);
	n_packed = make_bzimage(packed, &bz_packed);
	n_bare = make_bzimage(bare, &bz_bare);
	n_bz32 = make_bzimage(bz32, &bz_32bit);
	return 0;
}

#define KERNEL(k) .kernel = { k, n_##k }
#define INITRDS(...) AB_LIST(struct ab_bytes, __VA_ARGS__)

static struct ab_machine machine(const struct ab_ram *ram, size_t n)
{
	return (struct ab_machine){
		.arch = AB_ARCH_X86_64, .n_cpus = 1, .phys_bits = 52, .ram = { ram, n }
	};
}

/* RAM sizes as users give them, with a hole from @hole to 4 GiB. */
static size_t split(uint64_t size, uint64_t hole, struct ab_ram ram[2])
{
	ram[0] = (struct ab_ram){ 0, size < hole ? size : hole, 0 };
	ram[1] = (struct ab_ram){ 4 * AB_GiB, size - ram[0].size, 0 };
	return ram[1].size != 0 ? 2 : 1;
}

static void test_ram_sizes(void **state)
{
	static const uint64_t holes[] = { 0x30000000, 2 * AB_GiB, 3 * AB_GiB, 0xe0000000 };
	static uint8_t initrd[5000];
	struct ab_payload os = { .cmdline = "quiet",
				 .initrds = INITRDS({ initrd, sizeof(initrd) }) };
	const struct ab_bytes kernels[] = { { vmlinux, n_vmlinux },
					    { packed, n_packed },
					    { bare, n_bare },
					    { pvh32, n_pvh32 },
					    { bz32, n_bz32 } };
	unsigned int made = 0;

	(void)state;
	for (size_t h = 0; h < COUNT(holes); h++) {
		const uint64_t sizes[] = {
			24 * AB_MiB,
			32 * AB_MiB,
			64 * AB_MiB,
			128 * AB_MiB,
			256 * AB_MiB,
			AB_GiB - 4096,
			AB_GiB,
			holes[h] - 4096,
			holes[h],
			holes[h] + 4096,
			4 * AB_GiB - 4096,
			4 * AB_GiB,
			4 * AB_GiB + 4096,
			990 * AB_GiB,
			AB_TiB,
			64 * AB_TiB - 4096,
			1000 * AB_TiB,
		};

		for (size_t s = 0; s < COUNT(sizes); s++)
			for (size_t k = 0; k < COUNT(kernels); k++) {
				struct ab_ram ram[2];
				struct ab_machine m = machine(ram, split(sizes[s], holes[h], ram));
				struct ab_region room[PLAN_ROOM];
				struct ab_plan plan = { .regions = AB_REGIONS(room) };
				struct recorder rec;
				struct ab_error why;

				os.kernel = kernels[k];
				assert_ok(run(&plan, &m, &os, &rec, &why), &why, "RAM size");
				judge(&rec);
				made++;
				recorder_free(&rec);
			}
	}
	assert_int_equal(made, 4 * 17 * 5);
}

static void test_many_ranges(void **state)
{
	static struct ab_ram ram[200];
	const struct ab_payload os = { KERNEL(vmlinux) };
	static struct told e[512];

	(void)state;
	for (size_t i = 0; i < COUNT(ram); i++)
		ram[i] = (struct ab_ram){ i * 64 * AB_MiB, 32 * AB_MiB, (uint32_t)i % 5 };
	for (size_t n = 1; n <= 62; n++) /* below the APICs */
		assert_true(ram[n].base + ram[n].size <= 0xfec00000 || n > 62);
	for (size_t i = 63; i < COUNT(ram); i++)
		ram[i].base += 64 * AB_MiB;
	for (size_t n = 1; n <= COUNT(ram); n += n < 5 || (n > 120 && n < 130) ? 1 : 5) {
		struct ab_machine m = machine(ram, n);
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct recorder rec;
		struct ab_error why;

		assert_ok(run(&plan, &m, &os, &rec, &why), &why, "ranges");
		judge(&rec);
		/* RAM, legacy, RAM, ACPI are cut out of the first; E820_EXT only when it must */
		assert_int_equal(read_map(&rec, e, COUNT(e)), n + 3);
		assert_int_equal(recorder_kept(&rec, AB_REGION_ZERO_PAGE)[0x1e8],
				 n + 3 < 128 ? n + 3 : 128);
		assert_int_equal(ab_plan_region(&plan, AB_REGION_SETUP_DATA) != NULL, n + 3 > 128);
		recorder_free(&rec);
	}
}

/* PVH has no extension for more entries than the zero page takes: told when planning. */
static void test_pvh_map_is_bounded(void **state)
{
	static struct ab_ram ram[130];
	const struct ab_payload os = { KERNEL(pvh32) };
	struct expected want = { AB_ERR_UNSUPPORTED, "start_info.memmap_entries", 0,
				 "must be at most 128, as kernels read no more" };
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct recorder rec;
	struct ab_error why;

	(void)state;
	for (size_t i = 0; i < COUNT(ram); i++)
		ram[i] = (struct ab_ram){ i * 16 * AB_MiB, 8 * AB_MiB, 0 };
	for (size_t n = 120; n <= COUNT(ram); n++) {
		struct ab_machine m = machine(ram, n);

		if (n + 3 <= 128) {
			assert_ok(run(&plan, &m, &os, &rec, &why), &why, "entries");
			judge(&rec);
			recorder_free(&rec);
		} else {
			want.value = n + 3;
			assert_error(run(&plan, &m, &os, &rec, &why), &why, &want, "entries");
		}
	}
}

static const char no_room[] = "machine.ram has no free range as large where it may lie";

/* ---- initrds ------------------------------------------------------------------------------ */

static void test_initrd_sizes(void **state)
{
	static uint8_t data[40 * AB_MiB];
	static const size_t sizes[] = { 1, 2, 3, 4, 5, 4095, 4096, 4097, 0x123457, 20 * AB_MiB };
	static const struct ab_ram ram[] = { { 0, 64 * AB_MiB, 0 } };
	struct ab_machine m = machine(ram, 1);
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct recorder rec;
	struct ab_error why;

	(void)state;
	for (size_t i = 0; i < COUNT(sizes); i++) {
		const struct ab_payload os = { KERNEL(packed),
					       .initrds = INITRDS({ data, sizes[i] }) };
		const struct ab_region *r;
		const uint8_t *zp;

		assert_ok(run(&plan, &m, &os, &rec, &why), &why, "initrd");
		judge(&rec);
		r = ab_plan_region(&plan, AB_REGION_INITRD);
		zp = recorder_kept(&rec, AB_REGION_ZERO_PAGE);
		assert_int_equal(r->size, sizes[i]);
		assert_int_equal(r->base % 4096, 0);
		assert_true(le(zp + 0x218, 4) == r->base && le(zp + 0x21c, 4) == r->size);
		recorder_free(&rec);
	}
}

static void test_no_initrd(void **state)
{
	static const struct ab_ram ram[] = { { 0, 64 * AB_MiB, 0 } };
	struct ab_machine m = machine(ram, 1);
	const struct ab_payload rows[] = {
		{ KERNEL(vmlinux) },
		{ KERNEL(vmlinux), .initrds = INITRDS({ NULL, 0 }) },
		{ KERNEL(vmlinux), .initrds = INITRDS({ NULL, 0 }, { "", 0 }) },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct recorder rec;
		struct ab_error why;

		assert_ok(run(&plan, &m, &rows[i], &rec, &why), &why, "no initrd");
		assert_null(ab_plan_region(&plan, AB_REGION_INITRD));
		for (size_t k = 0x218; k < 0x220; k++)
			assert_int_equal(recorder_kept(&rec, AB_REGION_ZERO_PAGE)[k], 0);
		recorder_free(&rec);
	}
}

/* Several, each on a 4-byte boundary with zeros between. */
static void test_several_initrds(void **state)
{
	static const struct ab_ram ram[] = { { 0, 64 * AB_MiB, 0 } };
	struct ab_machine m = machine(ram, 1);
	const struct ab_payload os = {
		KERNEL(vmlinux),
		.initrds =
		    INITRDS({ "abcde", 5 }, { NULL, 0 }, { "fghi", 4 }, { "j", 1 }, { "klm", 3 }),
	};
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct recorder rec;
	struct ab_error why;

	(void)state;
	assert_ok(run(&plan, &m, &os, &rec, &why), &why, "initrds");
	assert_int_equal(ab_plan_region(&plan, AB_REGION_INITRD)->size, 19);
	assert_memory_equal(recorder_kept(&rec, AB_REGION_INITRD), "abcde\0\0\0fghij\0\0\0klm", 19);
	recorder_free(&rec);
}

/* Where an initrd may lie, and where it goes when there is no room: by header and protocol. */
static void test_initrd_limits(void **state)
{
	static const struct ab_ram big[] = { { 0, 3 * AB_GiB, 0 }, { 4 * AB_GiB, 8 * AB_GiB, 0 } };
	static const struct ab_ram small[] = { { 0, 40 * AB_MiB, 0 }, { 4 * AB_GiB, AB_GiB, 0 } };
	static uint8_t data[32 * AB_MiB];
	const struct {
		const char *name;
		const struct ab_ram *ram;
		struct ab_bytes kernel;
		size_t size;
		uint64_t lo, end; /* 0, 0: no room */
	} rows[] = {
		{ "ELF", big, { vmlinux, n_vmlinux }, 4096, AB_GiB, 3 * AB_GiB },
		{ "initrd_addr_max", big, { packed, n_packed }, 4096, AB_GiB, 2 * AB_GiB },
		{ "self", big, { bare, n_bare }, 4096, AB_GiB, 2 * AB_GiB },
		{ "old initrd_addr_max", big, { bz32, n_bz32 }, 4096, 0x30000000, 0x38000000 },
		{ "PVH", big, { pvh32, n_pvh32 }, 4096, AB_GiB, 3 * AB_GiB },
		{ "ELF above",
		  small,
		  { vmlinux, n_vmlinux },
		  sizeof(data),
		  4 * AB_GiB,
		  4 * AB_GiB + sizeof(data) },
		{ "bzImage above",
		  small,
		  { packed, n_packed },
		  sizeof(data),
		  4 * AB_GiB,
		  4 * AB_GiB + sizeof(data) },
		{ "not above", small, { bare, n_bare }, sizeof(data), 0, 0 },
		{ "not above, 32-bit", small, { bz32, n_bz32 }, sizeof(data), 0, 0 },
		{ "not above, PVH", small, { pvh32, n_pvh32 }, 39 * AB_MiB, 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_machine m = machine(rows[i].ram, 2);
		const struct ab_payload os = { .kernel = rows[i].kernel,
					       .initrds = INITRDS({ data, rows[i].size }) };
		struct expected none = { AB_ERR_NOSPACE, "initrd", rows[i].size, no_room };
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct recorder rec;
		struct ab_error why;
		enum ab_err err = run(&plan, &m, &os, &rec, &why);
		const struct ab_region *r;

		if (rows[i].end == 0) {
			assert_error(err, &why, &none, rows[i].name);
			continue;
		}
		assert_ok(err, &why, rows[i].name);
		judge(&rec);
		r = ab_plan_region(&plan, AB_REGION_INITRD);
		if (r->base < rows[i].lo || r->base + r->size > rows[i].end)
			fail_msg("%s: %#llx", rows[i].name, (unsigned long long)r->base);
		if (ab_plan_region(&plan, AB_REGION_ZERO_PAGE) != NULL) {
			const uint8_t *zp = recorder_kept(&rec, AB_REGION_ZERO_PAGE);

			assert_true((le(zp + 0xc0, 4) << 32 | le(zp + 0x218, 4)) == r->base);
			assert_true((le(zp + 0xc4, 4) << 32 | le(zp + 0x21c, 4)) == r->size);
		}
		recorder_free(&rec);
	}
}

/* Larger than all of RAM, or than any number: told, nothing written. */
static void test_initrd_larger_than_ram(void **state)
{
	static const struct ab_ram ram[] = { { 0, 64 * AB_MiB, 0 } };
	struct ab_machine m = machine(ram, 1);
	const struct {
		struct ab_payload os;
		struct expected want;
	} rows[] = {
		{ { KERNEL(vmlinux), .initrds = INITRDS({ "", 64 * AB_MiB }) },
		  { AB_ERR_NOSPACE, "initrd", 64 * AB_MiB, no_room } },
		{ { KERNEL(vmlinux), .initrds = INITRDS({ "", SIZE_MAX }) },
		  { AB_ERR_NOSPACE, "initrd", SIZE_MAX, no_room } },
		{ { KERNEL(vmlinux), .initrds = INITRDS({ NULL, 0 }, { NULL, 1 }) },
		  { AB_ERR_ARG, "payload.initrds[].size", 1, "must be 0 when data is NULL", 1 } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct recorder rec;
		struct ab_error why;

		assert_error(run(&plan, &m, &rows[i].os, &rec, &why), &why, &rows[i].want,
			     "initrd");
		assert_int_equal(rec.calls, 0);
	}
}

/* The decompressor's own memory, up to init_size, is not given away: not to initrds, not to
 * setup_data, not to tables. */
static void test_init_size_is_kept_free(void **state)
{
	static uint8_t data[AB_MiB];
	const struct ab_payload os = { KERNEL(bare), .initrds = INITRDS({ data, sizeof(data) }),
				       .rng_seed = { data, 64 } };

	(void)state;
	for (uint64_t size = 24 * AB_MiB; size < 32 * AB_MiB; size += AB_MiB) {
		const struct ab_ram ram[] = { { 0, size, 0 } };
		struct ab_machine m = machine(ram, 1);
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct recorder rec;
		struct ab_error why;
		const struct ab_region *r;

		assert_ok(run(&plan, &m, &os, &rec, &why), &why, "small RAM");
		judge(&rec);
		r = ab_plan_region(&plan, AB_REGION_KERNEL);
		assert_true(r->base == 0x1000000 && r->size == 0x400000);
		recorder_free(&rec);
	}
}

/* Conventional memory is left to the kernel by what takes more than 64 KiB; and what is built for a
 * packed kernel has room in the work memory that headers alone ask for. */
static void test_large_setup_data(void **state)
{
	static const struct ab_ram ram[] = { { 0, 64 * AB_MiB, 0 } };
	static uint8_t seed[3 * AB_MiB];
	const struct {
		size_t size;
		bool low;
	} rows[] = { { 64 * AB_KiB - 16, true },
		     { 64 * AB_KiB - 15, false },
		     { sizeof(seed), false } };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_machine m = machine(ram, 1);
		struct ab_payload os = { KERNEL(packed), .rng_seed = { seed, rows[i].size } };
		const struct ab_region *r;
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct recorder rec;
		struct ab_error why;

		assert_ok(run(&plan, &m, &os, &rec, &why), &why, "large seed");
		judge_regions(&plan); /* the recorder keeps no region of that size */
		r = ab_plan_region(&plan, AB_REGION_SETUP_DATA);
		assert_int_equal(r->size, rows[i].size + 16);
		assert_int_equal(r->base < AB_MiB, rows[i].low);
		recorder_free(&rec);
	}
}

/* SMBIOS 5.2.2: kernels look for "_SM3_" from 0xf0000 on, in steps of 16 */
static void test_smbios_is_found_by_scanning(void **state)
{
	static char serial[60000];
	static const struct ab_ram ram[] = { { 0, 64 * AB_MiB, 0 } };
	struct ab_smbios id = { .product = "A Machine" }, bad = { .serial = "1\n" };
	const struct ab_payload os = { KERNEL(packed) };
	struct ab_machine m = machine(ram, 1);
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct recorder rec;
	struct ab_error why;
	struct expected text = { AB_ERR_ARG, "machine.smbios.serial", '\n',
				 "must have no control character, 0x0 to 0x1f or 0x7f" };
	struct expected want = { AB_ERR_NOSPACE, "SMBIOS", 0, "the ROM area has 56 KiB for it" };
	enum ab_err err;
	const struct ab_region *r;
	const uint8_t *p;
	uint8_t sum = 0;

	(void)state;
	assert_ok(run(&plan, &m, &os, &rec, &why), &why, "none");
	assert_null(ab_plan_region(&plan, AB_REGION_SMBIOS));
	recorder_free(&rec);
	m.smbios = &bad;
	err = run(&plan, &m, &os, &rec, &why);
	assert_error(err, &why, &text, "control character");
	m.smbios = &id;
	assert_ok(run(&plan, &m, &os, &rec, &why), &why, "SMBIOS");
	judge(&rec);
	r = ab_plan_region(&plan, AB_REGION_SMBIOS);
	p = recorder_kept(&rec, AB_REGION_SMBIOS);
	assert_true(r->base == 0xf1000 && r->type == AB_MEM_RESERVED);
	assert_memory_equal(p, "_SM3_", 5);
	for (size_t i = 0; i < 24; i++)
		sum = (uint8_t)(sum + p[i]);
	assert_int_equal(sum, 0);
	assert_true(le(p + 16, 8) == r->base + 32); /* structure table address */
	assert_true(le(p + 12, 4) <= r->size - 32);
	assert_int_equal(p[32], 0); /* BIOS information comes first */
	recorder_free(&rec);
	memset(serial, 's', sizeof(serial) - 1);
	id.serial = serial;
	err = run(&plan, &m, &os, &rec, &why);
	assert_in_range(why.value, 120000, 121000);
	want.value = why.value;
	assert_error(err, &why, &want, "large");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ram_sizes),
		cmocka_unit_test(test_many_ranges),
		cmocka_unit_test(test_pvh_map_is_bounded),
		cmocka_unit_test(test_initrd_sizes),
		cmocka_unit_test(test_no_initrd),
		cmocka_unit_test(test_several_initrds),
		cmocka_unit_test(test_initrd_limits),
		cmocka_unit_test(test_initrd_larger_than_ram),
		cmocka_unit_test(test_init_size_is_kept_free),
		cmocka_unit_test(test_large_setup_data),
		cmocka_unit_test(test_smbios_is_found_by_scanning),
	};

	return cmocka_run_group_tests(tests, make_kernels, NULL);
}
