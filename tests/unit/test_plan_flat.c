/* SPDX-License-Identifier: BSD-2-Clause */
/* Flat binaries: any bytes at the caller's address, unread, entered as Linux is; and what is
 * refused, by field. */
#include "arm64_image.h"
#include "plan_machines.h"
#include "recorder.h"

enum { SIZE = 0x2345 };

static uint8_t bytes[SIZE], boot_sector[512], bzimage[0x10000], elf[0x8000], packed[0x10000],
    image[0x3000];
static size_t n_bzimage, n_elf, n_packed;

static int make_files(void **state)
{
	(void)state;
	for (size_t i = 0; i < SIZE; i++)
		bytes[i] = (uint8_t)(i * 11 + i / 253 + 1);
	memcpy(boot_sector, bytes, sizeof(boot_sector));
	n_bzimage = make_bzimage(bzimage, &bz_packed);
	n_elf = make_elf(elf, &elf64);
	n_packed = make_gzip(packed, elf, n_elf);
	make_image(image, &(struct image_spec){ 0, 0x200000, 10, sizeof(image) });
	return 0;
}

#define FLAT(...) .protocol = AB_PROTOCOL_FLAT, .flat = { __VA_ARGS__ }
#define FLAT32(...) .protocol = AB_PROTOCOL_FLAT32, .flat = { __VA_ARGS__ }
#define FILE(file) .kernel = { file, sizeof(file) }
#define INITRD(...) .initrds = AB_LIST(struct ab_bytes, { __VA_ARGS__ })
#define FIXED(...) .fixed = AB_LIST(struct ab_fixed, { __VA_ARGS__ })

static const struct ab_machine large = {
	.arch = AB_ARCH_X86_64,
	.n_cpus = 1,
	.phys_bits = 46,
	.ram = AB_LIST(struct ab_ram, { 0, 2 * AB_GiB, 0 }, { 4 * AB_GiB, 4 * AB_GiB, 0 }),
};

/* ---- what is placed ----------------------------------------------------------------------- */

/* The region has the file's bytes, whatever they say, and zeros behind them. */
static void judge_bytes(const struct recorder *rec, const struct ab_payload *os)
{
	const struct ab_region *r = ab_plan_region(rec->plan, AB_REGION_KERNEL);
	const uint8_t *k = recorder_kept(rec, AB_REGION_KERNEL);
	const size_t size = os->kernel.size;

	assert_true(r->base == os->flat.base);
	assert_true(r->size == (os->flat.size != 0 ? os->flat.size : size));
	assert_true(rec->plan->entry == (os->flat.entry != 0 ? os->flat.entry : os->flat.base));
	assert_int_equal(r->type, AB_MEM_RAM);
	if (r->size > KEPT_MOST)
		return;
	assert_memory_equal(k, os->kernel.data, size);
	for (size_t i = size; i < r->size; i++)
		assert_int_equal(k[i], 0);
	assert_int_equal(rec->plan->kernel.file.format, AB_IMAGE_FLAT);
	assert_false(rec->plan->kaslr);
}

/* X86BOOT: paging or not, RSI is the zero page, all other registers are 0; the made header is that
 * of a kernel of as many bits. */
static void judge_entry_x86(const struct recorder *rec, bool wide)
{
	const struct ab_plan *plan = rec->plan;
	const uint8_t *zp = recorder_kept(rec, AB_REGION_ZERO_PAGE);
	struct ab_error why;
	struct ab_vcpu cpu;

	assert_ok(ab_plan_entry(plan, 0, &cpu, &why), &why, "entry");
	assert_true(cpu.x86.rip == plan->entry);
	assert_true(cpu.x86.cr0 == (wide ? 0x80000011 : 0x11));
	assert_true(cpu.x86.efer == (wide ? 0x500 : 0));
	for (unsigned int i = 0; i < AB_X86_GPRS; i++)
		assert_true(
		    cpu.x86.gpr[i] ==
		    (i == AB_X86_RSI ? ab_plan_region(plan, AB_REGION_ZERO_PAGE)->base : 0));
	assert_int_equal(cpu.x86.seg[AB_X86_CS].attr, wide ? 0xa09b : 0xc09b);
	assert_int_equal(le(zp + 0x206, 2), 0x20f);
	assert_int_equal(le(zp + 0x236, 2), wide ? 3 : 0);
	assert_int_equal(le(zp + 0x22c, 4), wide ? 0x7fffffff : 0x37ffffff);
}

struct good {
	const char *name;
	const struct ab_machine *m;
	struct ab_payload os;
};

static void test_x86(void **state)
{
	const struct good rows[] = {
		{ "at a page", &pc, { FILE(bytes), FLAT(.base = 0x1000000) } },
		{ "at a byte, entered in the middle, with memory behind",
		  &pc,
		  { FILE(bytes), FLAT(0x2345671, 0x2345671 + SIZE - 1, 0x12345) } },
		{ "as large as its file", &pc, { FILE(bytes), FLAT(0x1000000, 0, SIZE) } },
		{ "a boot sector", &pc, { FILE(boot_sector), FLAT32(.base = 0x7c00) } },
		{ "first page that may be", &pc, { FILE(boot_sector), FLAT(.base = 0x1000) } },
		{ "32 bits", &pc, { FILE(bytes), FLAT32(0x100000, 0x100010, 0) } },
		{ "last bytes of RAM", &pc, { FILE(bytes), FLAT32(.base = 128 * AB_MiB - SIZE) } },
		{ "above 4 GiB", &large, { FILE(bytes), FLAT(.base = 5 * AB_GiB) } },
		{ "above 4 GiB, 5 levels",
		  &large,
		  { FILE(bytes), FLAT(.base = 8 * AB_GiB - SIZE), .flags = AB_LA57 | AB_VERIFY } },
		{ "larger than 4 GiB, its memory",
		  &large,
		  { FILE(bytes), FLAT(.base = 4 * AB_GiB, .size = 3 * AB_GiB) } },
		{ "up to 2 GiB", &large, { FILE(bytes), FLAT32(0x7fff0000, 0x7fff0001, 0x10000) } },
		{ "a bzImage, unread", &pc, { { bzimage, 0 }, FLAT(.base = 0x1000000) } },
		{ "an ELF, unread", &pc, { { elf, 0 }, FLAT(.base = 0x1000000) } },
		{ "a stream, not unpacked", &pc, { { packed, 0 }, FLAT(.base = 0x1000000) } },
		{ "half an ELF", &pc, { { elf, 9 }, FLAT(.base = 0x1000000) } },
		{ "an Image for the other architecture",
		  &pc,
		  { FILE(image), FLAT(.base = 0x1000000) } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_payload os = rows[i].os;
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct recorder rec;
		struct ab_error why;

		if (os.kernel.size == 0)
			os.kernel.size = os.kernel.data == bzimage ? n_bzimage
					 : os.kernel.data == elf   ? n_elf
								   : n_packed;
		os.cmdline = "one two";
		assert_ok(run(&plan, rows[i].m, &os, &rec, &why), &why, rows[i].name);
		judge(&rec);
		judge_bytes(&rec, &os);
		judge_entry_x86(&rec, os.protocol == AB_PROTOCOL_FLAT);
		assert_string_equal((const char *)recorder_kept(&rec, AB_REGION_CMDLINE),
				    "one two");
		assert_int_equal(plan.protocol, os.protocol);
		recorder_free(&rec);
	}
}

/* 32-bit code gets its initrd where a 32-bit Linux takes it. */
static void test_reach_of_32_bits(void **state)
{
	const struct ab_payload os = { FILE(bytes), FLAT32(.base = 0x100000), INITRD(bytes, 4096) };
	struct ab_plan plan;
	struct ab_error why;

	(void)state;
	assert_ok(plan_only(&plan, &large, &os, &why), &why, "plan");
	assert_int_equal(ab_plan_region(&plan, AB_REGION_INITRD)->base, 0x37fff000);
}

/* ARM64BOOT: x0 is the device tree, all others are 0; by ACPI, too. */
static void test_arm64(void **state)
{
	struct ab_machine acpi = virt;
	const struct good rows[] = {
		{ "at the start of RAM", &virt, { FILE(bytes), FLAT(.base = 0x40000000) } },
		{ "anywhere, entered behind its start, with memory behind",
		  &virt,
		  { FILE(bytes), FLAT(0x60001234, 0x60001238, 0x30000), INITRD(bytes, 99) } },
		{ "an Image, as it is", &virt, { FILE(image), FLAT(.base = 0x48000000) } },
		{ "by ACPI", &acpi, { FILE(bytes), FLAT(.base = 0x60000000) } },
		{ "last bytes of RAM", &virt, { FILE(bytes), FLAT(.base = 0x7fffdcb8) } },
	};

	(void)state;
	acpi.tables = AB_TABLES_ACPI;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct recorder rec;
		struct ab_error why;
		struct ab_payload os = rows[i].os;
		struct ab_vcpu cpu;

		os.kaslr_seed = 5;
		assert_ok(run(&plan, rows[i].m, &os, &rec, &why), &why, rows[i].name);
		judge_regions(&plan);
		judge_bytes(&rec, &rows[i].os);
		assert_ok(ab_plan_entry(&plan, 0, &cpu, &why), &why, "entry");
		assert_true(cpu.arm64.pc == plan.entry);
		assert_int_equal(cpu.arm64.pstate, 0x3c5);
		assert_true(cpu.arm64.x[0] == ab_plan_region(&plan, AB_REGION_DTB)->base);
		for (size_t x = 1; x < COUNT(cpu.arm64.x); x++)
			assert_true(cpu.arm64.x[x] == 0);
		recorder_free(&rec);
	}
}

/* ---- what is refused ---------------------------------------------------------------------- */

struct bad {
	const char *name;
	const struct ab_machine *m;
	struct ab_payload os;
	struct expected want;
};

static void refuse(const struct bad *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct ab_plan plan;
		struct ab_error why;

		assert_error(plan_only(&plan, rows[i].m, &rows[i].os, &why), &why, &rows[i].want,
			     rows[i].name);
	}
}

#define ARG AB_ERR_ARG
#define BASE "payload.flat.base"
#define ENTRY "payload.flat.entry"

static void test_bad_numbers(void **state)
{
	static const char inside[] = "must lie in the bytes of payload.kernel",
			  least[] = "must be 0, or at least payload.kernel.size",
			  none[] = "must be zeros, as only flat binaries have it",
			  ram[] = "machine.ram must cover all of it";
	const struct bad rows[] = {
		{ "no base", &pc, { FILE(bytes), FLAT(0) }, { ARG, BASE, 0, "must not be 0" } },
		{ "no base, arm64",
		  &virt,
		  { FILE(bytes), FLAT(.entry = 4) },
		  { ARG, BASE, 0, "must not be 0" } },
		{ "entry before",
		  &pc,
		  { FILE(bytes), FLAT(0x10000, 0xffff, 0) },
		  { ARG, ENTRY, 0xffff, inside } },
		{ "entry behind, in its memory",
		  &pc,
		  { FILE(bytes), FLAT32(0x10000, 0x10000 + SIZE, 2 * SIZE) },
		  { ARG, ENTRY, 0x10000 + SIZE, inside } },
		{ "size less than the file's",
		  &pc,
		  { FILE(bytes), FLAT(.base = 0x10000, .size = SIZE - 1) },
		  { ARG, "payload.flat.size", SIZE - 1, least } },
		{ "no flat binary, base",
		  &pc,
		  { FILE(bzimage), .flat.base = 0x100000 },
		  { ARG, "payload.flat", 0x100000, none } },
		{ "no flat binary, entry",
		  &pc,
		  { FILE(bzimage), .protocol = AB_PROTOCOL_SELF, .flat = { 0, 0x100000, 1 } },
		  { ARG, "payload.flat", 0x100000, none } },
		{ "no flat binary, size",
		  &virt,
		  { FILE(image), .flat.size = 1 },
		  { ARG, "payload.flat", 1, none } },
		{ "no bytes",
		  &pc,
		  { FLAT(.base = 0x100000) },
		  { ARG, "payload.kernel.size", 0, "must not be 0" } },
		{ "a profile",
		  &pc,
		  { FILE(bytes), FLAT(.base = 0x100000), .profile = "@1" },
		  { ARG, "payload.profile", 0, "must be NULL for a flat binary" } },
		{ "entry in the middle of an instruction",
		  &virt,
		  { FILE(bytes), FLAT(0x40000000, 0x40000002, 0) },
		  { ARG, ENTRY, 0x40000002, "must be a multiple of 4" } },
		{ "base likewise",
		  &virt,
		  { FILE(bytes), FLAT(.base = 0x40000001) },
		  { ARG, ENTRY, 0x40000001, "must be a multiple of 4" } },
		{ "page 0",
		  &pc,
		  { FILE(bytes), FLAT(.base = 0xfff) },
		  { ARG, BASE, 0xfff, "page 0 must stay empty" } },
		{ "32-bit code above 4 GiB",
		  &large,
		  { FILE(bytes), FLAT32(.base = 5 * AB_GiB) },
		  { ARG, BASE, 5 * AB_GiB, "32-bit code must end at or below 4 GiB" } },
		{ "up to the end of memory",
		  &pc,
		  { FILE(bytes), FLAT(.base = 0x1000, .size = UINT64_MAX) },
		  { AB_ERR_NOSPACE, BASE, 0x1000, ram } },
		{ "a page more than RAM",
		  &pc,
		  { FILE(bytes), FLAT(.base = 127 * AB_MiB, .size = AB_MiB + 1) },
		  { AB_ERR_NOSPACE, BASE, 127 * AB_MiB, ram } },
		{ "outside of RAM, arm64",
		  &virt,
		  { FILE(bytes), FLAT(.base = 0x10000000) },
		  { AB_ERR_NOSPACE, BASE, 0x10000000, ram } },
		{ "where kernels are linked that may be moved",
		  &virt,
		  { FILE(bytes), FLAT(.base = 0xffff800000000000) },
		  { AB_ERR_NOSPACE, BASE, 0xffff800000000000, ram } },
		{ "up to the end of memory, arm64",
		  &virt,
		  { FILE(bytes), FLAT(.base = 0x40000000, .size = UINT64_MAX) },
		  { AB_ERR_NOSPACE, BASE, 0x40000000, ram } },
	};

	(void)state;
	refuse(rows, COUNT(rows));
}

static void test_conflicts(void **state)
{
	const struct bad rows[] = {
		{ "with the legacy area",
		  &pc,
		  { FILE(bytes), FLAT(.base = 0x9f000) },
		  { AB_ERR_OVERLAP, BASE, 0x9f000, "legacy area", 0, "kernel", 0xa0000 } },
		{ "with an initrd",
		  &pc,
		  { FILE(bytes), FLAT(.base = 0x1001000), INITRD(bytes, SIZE),
		    FIXED(AB_REGION_INITRD, 0x1000000) },
		  { AB_ERR_OVERLAP, BASE, 0x1001000, "initrd", 0, "kernel", 0x1000000 } },
		{ "with a reservation, by the memory behind it",
		  &virt,
		  { FILE(bytes), FLAT(.base = 0x40000000, .size = 0x11000),
		    .reserve = AB_LIST(struct ab_reserve, { 0x40010000, 0x1000, "mine" }) },
		  { AB_ERR_OVERLAP, BASE, 0x40000000, "mine", 0, "kernel", 0x40010000 } },
		{ "with a second address",
		  &pc,
		  { FILE(bytes), FLAT(.base = 0x1000000), FIXED(AB_REGION_KERNEL, 0x1000000) },
		  { ARG, "payload.fixed[].base", 0x1000000,
		    "an unpacked kernel must lie where it is linked", 0, "kernel" } },
		{ "with a second address, arm64",
		  &virt,
		  { FILE(bytes), FLAT(.base = 0x40000000), FIXED(AB_REGION_KERNEL, 0x40000000) },
		  { ARG, "payload.fixed[].base", 0x40000000,
		    "this kernel must lie where it is linked", 0, "kernel" } },
		{ "32 bits on arm64",
		  &virt,
		  { FILE(bytes), FLAT32(.base = 0x40000000) },
		  { AB_ERR_UNSUPPORTED, "payload.protocol", AB_PROTOCOL_FLAT32,
		    "the machine's architecture has no such protocol", 0, "flat32" } },
		{ "5 levels without paging",
		  &pc,
		  { FILE(bytes), FLAT32(.base = 0x100000), .flags = AB_LA57 },
		  { AB_ERR_UNSUPPORTED, "payload.flags", AB_LA57,
		    "AB_LA57 needs paging, without which this protocol is entered" } },
	};

	(void)state;
	refuse(rows, COUNT(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_x86),       cmocka_unit_test(test_reach_of_32_bits),
		cmocka_unit_test(test_arm64),     cmocka_unit_test(test_bad_numbers),
		cmocka_unit_test(test_conflicts),
	};

	return cmocka_run_group_tests(tests, make_files, NULL);
}
