/* SPDX-License-Identifier: BSD-2-Clause */
/* Plans of kernels with a Multiboot header: which way AUTO takes, where kernel and information lie,
 * and what the CPU is entered with. */
#include "make_multiboot.h"
#include "plan_machines.h"
#include "recorder.h"

static uint8_t elf1[0x4000], elf2[0x4000], both[0x4000], pvh[0x4000], linux_[0x4000], flat[0x2000],
    both_gz[0x5000], flat_gz[0x3000], open_gz[0x3000], video[0x4000], asks[0x4000],
    only_asks[0x4000], plain[0x4000];
static size_t n_elf1, n_elf2, n_both, n_pvh, n_linux_, n_flat, n_both_gz, n_flat_gz, n_open_gz,
    n_video, n_asks, n_only_asks, n_plain;

/* A kernel of no mark but those that are put in the gap of its headers, at 0x200. */
static const struct elf_spec base = {
	.bits = 32,
	.machine = 3,
	.entry = 0x400040,
	.seg = { { 0x400000, 0x400000, 0x1234, 0x3000 }, { 0x404000, 0x404000, 0x100, 0x1000 } },
};

static size_t with_mb2(uint8_t *file, const struct elf_spec *spec, uint16_t type, uint16_t flags,
		       const uint32_t *words, size_t n)
{
	const size_t size = make_elf(file, spec);
	struct mb2 m = mb2_begin(file, 0x240);

	if (type != 0)
		mb2_tag(&m, type, flags, words, n);
	mb2_end(&m);
	return size;
}

#define WITH(file, spec, type, flags, ...)                                                         \
	with_mb2(file, spec, type, flags, (const uint32_t[]){ __VA_ARGS__ },                       \
		 sizeof((const uint32_t[]){ __VA_ARGS__ }) / 4)

/* 0x800 bytes of a file that is no ELF, from its byte 0x20 on; then zeros. */
static size_t make_flat(uint8_t *file, uint32_t load_end)
{
	static const uint32_t load = 0x300000;
	const uint32_t a[5] = { load + 0x20, load, load_end, load + 0x1800, load + 0x60 };

	for (uint32_t i = 0; i < 0x1000; i++)
		file[i] = seg_byte(5, i);
	put_mb1(file, 0x40, 0x10003);
	put_mb1_addresses(file, 0x40, a);
	return 0x1000;
}

static int make_kernels(void **state)
{
	struct elf_spec spec = base;

	(void)state;
	n_plain = make_elf(plain, &spec);
	spec.bits = 64; /* an ELF64 is entered alike */
	spec.machine = 62;
	n_elf1 = make_elf(elf1, &spec);
	put_mb1(elf1, 0x220, 3);
	n_elf2 = WITH(elf2, &spec, 3, 0, 0x404010);
	spec = base;
	n_both = WITH(both, &spec, 0, 0, 0);
	put_mb1(both, 0x220, 3);
	n_both_gz = make_gzip(both_gz, both, n_both);
	n_video = make_elf(video, &spec);
	put_mb1(video, 0x220, 7);
	n_asks = WITH(asks, &spec, 1, 0, 9);
	put_mb1(asks, 0x220, 3);
	n_only_asks = WITH(only_asks, &spec, 1, 0, 9);
	spec.pvh = 0x400100;
	n_pvh = WITH(pvh, &spec, 0, 0, 0);
	n_linux_ = WITH(linux_, &elf64, 0, 0, 0);
	n_flat = make_flat(flat, 0x300800);
	n_flat_gz = make_gzip(flat_gz, flat, n_flat);
	make_flat(flat, 0);
	n_open_gz = make_gzip(open_gz, flat, n_flat);
	make_flat(flat, 0x300800);
	return 0;
}

#define KERNEL(k) .kernel = { k, n_##k }

/* Both headers are searched only for a way that may count on them. */
static void test_searched(void **state)
{
	const struct {
		struct ab_payload os;
		uint32_t versions[2];
	} rows[] = {
		{ { KERNEL(pvh) }, { 0, 2 } },
		{ { KERNEL(pvh), .protocol = AB_PROTOCOL_PVH }, { 0, 0 } },
		{ { KERNEL(linux_) }, { 0, 0 } },
		{ { KERNEL(linux_), .protocol = AB_PROTOCOL_LINUX }, { 0, 0 } },
		{ { KERNEL(both) }, { 1, 2 } },
		{ { KERNEL(both), .protocol = AB_PROTOCOL_MULTIBOOT }, { 1, 2 } },
		{ { KERNEL(both), .protocol = AB_PROTOCOL_MULTIBOOT2 }, { 1, 2 } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		static struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct recorder rec;
		struct ab_error why;
		char row[16];

		snprintf(row, sizeof(row), "row %zu", i);
		assert_ok(run(&plan, &pc, &rows[i].os, &rec, &why), &why, row);
		for (size_t k = 0; k < 2; k++)
			assert_int_equal(plan.kernel.multiboot[k].version, rows[i].versions[k]);
		recorder_free(&rec);
	}
}

/* ---- which way ---------------------------------------------------------------------------- */

static void test_auto(void **state)
{
	static const char one[] = "the kernel has a Multiboot header",
			  two[] = "the kernel has a Multiboot2 header";
	const struct {
		struct ab_payload os;
		enum ab_protocol protocol;
		const char *why;
		uint64_t entry;
	} rows[] = {
		{ { KERNEL(linux_) }, AB_PROTOCOL_LINUX, "the ELF has notes of Linux", 0x1000040 },
		{ { KERNEL(pvh) },
		  AB_PROTOCOL_PVH,
		  "a note of the ELF gives a PVH entry",
		  0x400100 },
		{ { KERNEL(elf1) }, AB_PROTOCOL_MULTIBOOT, one, 0x400040 },
		{ { KERNEL(elf2) }, AB_PROTOCOL_MULTIBOOT2, two, 0x404010 },
		{ { KERNEL(both) }, AB_PROTOCOL_MULTIBOOT2, two, 0x400040 },
		{ { KERNEL(both), .protocol = AB_PROTOCOL_MULTIBOOT },
		  AB_PROTOCOL_MULTIBOOT,
		  "asked for",
		  0x400040 },
		{ { KERNEL(pvh), .protocol = AB_PROTOCOL_MULTIBOOT2 },
		  AB_PROTOCOL_MULTIBOOT2,
		  "asked for",
		  0x400040 },
		{ { KERNEL(both_gz) }, AB_PROTOCOL_MULTIBOOT2, two, 0x400040 },
		{ { KERNEL(both_gz), .protocol = AB_PROTOCOL_MULTIBOOT },
		  AB_PROTOCOL_MULTIBOOT,
		  "asked for",
		  0x400040 },
		{ { KERNEL(asks) }, AB_PROTOCOL_MULTIBOOT, one, 0x400040 }, /* 2 cannot be served */
		{ { KERNEL(flat) }, AB_PROTOCOL_MULTIBOOT, one, 0x300060 },
		{ { KERNEL(flat_gz) }, AB_PROTOCOL_MULTIBOOT, one, 0x300060 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		static struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct recorder rec;
		struct ab_error why;
		char row[16];

		snprintf(row, sizeof(row), "row %zu", i);
		assert_ok(run(&plan, &pc, &rows[i].os, &rec, &why), &why, row);
		judge_regions(&plan);
		assert_int_equal(plan.protocol, rows[i].protocol);
		assert_string_equal(plan.protocol_why, rows[i].why);
		assert_int_equal(plan.entry, rows[i].entry);
		recorder_free(&rec);
	}
}

static void test_refused(void **state)
{
	static const char names[] = "must have a Multiboot header of this version",
			  no_nodes[] = "must be 0: the protocol has no setup_data";
	static const struct ab_setup_data node = { .type = 9, .bytes = { "x", 1 } };
	const struct elf_spec above = { .bits = 64,
					.machine = 62,
					.entry = 0x100000000,
					.seg = { { 0x100000000, 0x100000000, 0x100, 0x100 } } },
			      arm64 = { .bits = 64,
					.machine = 183,
					.entry = 0x400000,
					.seg = { { 0x400000, 0x400000, 0x100, 0x100 } } };
	static uint8_t far_away[0x1000], other[0x1000], bz[0x3000];
	const size_t n_far_away = WITH(far_away, &above, 0, 0, 0),
		     n_other = WITH(other, &arm64, 0, 0, 0), n_bz = make_bzimage(bz, &bz_bare);
	const struct {
		struct ab_payload os;
		struct expected want;
	} rows[] = {
		{ { KERNEL(plain), .protocol = AB_PROTOCOL_MULTIBOOT },
		  { AB_ERR_UNSUPPORTED, "kernel", 0, names, 0, "multiboot" } },
		{ { KERNEL(elf1), .protocol = AB_PROTOCOL_MULTIBOOT2 },
		  { AB_ERR_UNSUPPORTED, "kernel", 0, names, 0, "multiboot2" } },
		{ { KERNEL(flat_gz), .protocol = AB_PROTOCOL_MULTIBOOT2 },
		  { AB_ERR_UNSUPPORTED, "kernel", 0, names, 0, "multiboot2" } },
		{ { KERNEL(only_asks) },
		  { AB_ERR_UNSUPPORTED, "multiboot2.request", 9,
		    "information of this type is not given, and the kernel demands it" } },
		{ { KERNEL(asks), .protocol = AB_PROTOCOL_MULTIBOOT2 },
		  { AB_ERR_UNSUPPORTED, "multiboot2.request", 9,
		    "information of this type is not given, and the kernel demands it" } },
		{ { KERNEL(open_gz) },
		  { AB_ERR_IMAGE, "multiboot.load_end_addr", 0,
		    "must not be 0 in a packed kernel, whose length is not known" } },
		{ { KERNEL(flat), .protocol = AB_PROTOCOL_LINUX },
		  { AB_ERR_UNSUPPORTED, "payload.protocol", AB_PROTOCOL_LINUX,
		    "the kernel has a Multiboot header, and nothing else", 0, "linux" } },
		{ { KERNEL(flat), .protocol = AB_PROTOCOL_LINUX32 },
		  { AB_ERR_UNSUPPORTED, "payload.protocol", AB_PROTOCOL_LINUX32,
		    "the kernel has a Multiboot header, and nothing else", 0, "linux32" } },
		{ { KERNEL(bz), .protocol = AB_PROTOCOL_MULTIBOOT },
		  { AB_ERR_UNSUPPORTED, "payload.kernel.format", AB_IMAGE_BZIMAGE,
		    "has entries of its own, and no Multiboot header is read", 0, "bzImage" } },
		{ { KERNEL(far_away) },
		  { AB_ERR_UNSUPPORTED, "elf.phdr[].p_paddr", 0x100000000,
		    "the segment must end at or below 4 GiB, as the entry is 32-bit code" } },
		{ { KERNEL(other) },
		  { AB_ERR_UNSUPPORTED, "elf.e_machine", 183, "must be 3 (i386) or 62 (x86-64)" } },
		{ { KERNEL(both), .flags = AB_LA57 },
		  { AB_ERR_UNSUPPORTED, "payload.flags", AB_LA57,
		    "AB_LA57 needs paging, without which this protocol is entered" } },
		{ { KERNEL(elf1), .setup_data = { &node, 1 } },
		  { AB_ERR_UNSUPPORTED, "payload.setup_data.n", 1, no_nodes, 0, "multiboot" } },
		{ { KERNEL(elf2), .setup_data = { &node, 1 } },
		  { AB_ERR_UNSUPPORTED, "payload.setup_data.n", 1, no_nodes, 0, "multiboot2" } },
		{ { KERNEL(both),
		    .fixed = AB_LIST(struct ab_fixed, { AB_REGION_KERNEL, 0x800000 }) },
		  { AB_ERR_ARG, "payload.fixed[].base", 0x800000,
		    "an unpacked kernel must lie where it is linked", 0, "kernel" } },
		{ { KERNEL(both),
		    .fixed = AB_LIST(struct ab_fixed, { AB_REGION_MULTIBOOT_INFO, 0x8000 }) },
		  { AB_ERR_ARG, "payload.fixed[].kind", AB_REGION_MULTIBOOT_INFO,
		    "the address of this kind cannot be fixed", 0, "Multiboot information" } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_plan plan;
		struct ab_error why;
		char row[16];

		snprintf(row, sizeof(row), "row %zu", i);
		assert_error(plan_only(&plan, &pc, &rows[i].os, &why), &why, &rows[i].want, row);
	}
}

/* ---- what the guest gets ------------------------------------------------------------------ */

static uint8_t ramdisk[0x1000], words_of[0x10];
static const struct ab_bytes initrd = { ramdisk, sizeof(ramdisk) };
static const struct ab_module module = { { words_of, sizeof(words_of) }, "words" };

static void test_entry(void **state)
{
	(void)state;
	for (int v = 1; v <= 2; v++) {
		static struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		const struct ab_payload os = { KERNEL(both), .initrds = { &initrd, 1 },
					       .modules = { &module, 1 }, .cmdline = "a b",
					       .protocol = v == 1 ? AB_PROTOCOL_MULTIBOOT
								  : AB_PROTOCOL_MULTIBOOT2 };
		const struct ab_region *info, *first, *second;
		const uint8_t *p;
		struct recorder rec;
		struct ab_vcpu cpu;
		struct ab_error why;

		assert_ok(run(&plan, &pc, &os, &rec, &why), &why, "entry");
		judge_regions(&plan);
		info = ab_plan_region(&plan, AB_REGION_MULTIBOOT_INFO);
		first = ab_plan_region(&plan, AB_REGION_INITRD);
		second = ab_plan_region(&plan, AB_REGION_MODULE);
		assert_true(info->base % 8 == 0 && info->base < 0xa0000);
		assert_null(ab_plan_region(&plan, AB_REGION_CMDLINE));
		assert_int_equal(ab_plan_region(&plan, AB_REGION_BDA)->base, 0x400);
		assert_int_equal(le(recorder_kept(&rec, AB_REGION_BDA) + 0x13, 2), 640);
		assert_null(ab_plan_region(&plan, AB_REGION_START_INFO));
		assert_ok(ab_plan_entry(&plan, 0, &cpu, &why), &why, "entry");
		assert_int_equal(cpu.x86.rip, 0x400040);
		assert_int_equal(cpu.x86.gpr[AB_X86_RAX], v == 1 ? 0x2badb002 : 0x36d76289);
		assert_int_equal(cpu.x86.gpr[AB_X86_RBX], info->base);
		assert_int_equal(cpu.x86.gpr[AB_X86_RSI], 0);
		assert_int_equal(cpu.x86.cr0, 0x11);
		assert_int_equal(cpu.x86.cr4, 0);
		assert_int_equal(cpu.x86.efer, 0);
		assert_int_equal(cpu.x86.rflags, 2);
		p = recorder_kept(&rec, AB_REGION_MULTIBOOT_INFO);
		if (v == 1) {
			const uint8_t *m = p + (le(p + 24, 4) - info->base);

			assert_int_equal(le(p + 20, 4), 2);
			assert_int_equal(le(m, 4), first->base);
			assert_int_equal(le(m + 4, 4), first->base + first->size);
			assert_int_equal(le(m + 16, 4), second->base);
			assert_int_equal(le(m + 20, 4), second->base + second->size);
			assert_string_equal(p + (le(m + 24, 4) - info->base), "words");
			assert_string_equal(p + (le(p + 16, 4) - info->base), "a b");
		} else {
			assert_string_equal(p + 16, "a b");
			assert_int_equal(le(p + 48, 4), 3); /* behind 8, 16 and 24 bytes */
			assert_int_equal(le(p + 56, 4), first->base);
			assert_int_equal(le(p + 60, 4), first->base + first->size);
			assert_int_equal(le(p + 72, 4), 3);
			assert_int_equal(le(p + 80, 4), second->base);
			assert_int_equal(le(p + 84, 4), second->base + second->size);
			assert_string_equal(p + 88, "words");
		}
		recorder_free(&rec);
	}
}

/* What the header has loaded: a part of the file, and zeros behind it. */
static void test_flat(void **state)
{
	static struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	const struct ab_payload rows[] = { { KERNEL(flat) }, { KERNEL(flat_gz) } };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		static const uint8_t zeros[0x1000];
		const struct ab_region *kernel;
		const uint8_t *p;
		struct recorder rec;
		struct ab_error why;

		assert_ok(run(&plan, &pc, &rows[i], &rec, &why), &why, "flat");
		kernel = ab_plan_region(&plan, AB_REGION_KERNEL);
		assert_int_equal(kernel->base, 0x300000);
		assert_int_equal(kernel->size, 0x1800);
		p = recorder_kept(&rec, AB_REGION_KERNEL);
		assert_memory_equal(p, flat + 0x20, 0x800);
		assert_memory_equal(p + 0x800, zeros, 0x1000);
		recorder_free(&rec);
	}
}

/* A relocatable kernel goes where its header wishes; it is told where, and entered there. */
static void test_relocatable(void **state)
{
	const struct ab_reserve taken = { 0x100000, 0x1000, "taken" },
				linked = { 0x400000, 0x1000, "linked" };
	const struct {
		uint32_t tag[4]; /* min_addr, max_addr, align, preference */
		struct ab_reserve_list reserve;
		uint64_t base; /* 0: nowhere */
	} rows[] = {
		{ { 0, UINT32_MAX, 0, 0 }, { NULL, 0 }, 0x400000 },
		{ { 0, UINT32_MAX, 0, 0 }, { &linked, 1 }, 0x100000 },
		{ { 0x500000, UINT32_MAX, 0, 0 }, { NULL, 0 }, 0x500000 },
		{ { 0, 0x403fff, 0, 0 }, { NULL, 0 }, 0x100000 }, /* does not end below */
		{ { 0, UINT32_MAX, 0x800000, 0 }, { NULL, 0 }, 0x800000 },
		{ { 0, UINT32_MAX, 0, 1 }, { NULL, 0 }, 0x100000 },
		{ { 0, UINT32_MAX, 0x2000, 1 }, { &taken, 1 }, 0x102000 },
		{ { 0x123456, UINT32_MAX, 0, 1 }, { NULL, 0 }, 0x124000 },
		{ { 0, UINT32_MAX, 0x200000, 2 }, { NULL, 0 }, 0x7e00000 },
		{ { 0, 0x6ffffff, 0x1000, 2 }, { NULL, 0 }, 0x6ffb000 },
		{ { 0, 0x6fffffe, 0x1000, 2 }, { NULL, 0 }, 0x6ffa000 },
		{ { 0x8000000, UINT32_MAX, 0, 1 }, { NULL, 0 }, 0 },
		{ { 0x200000, 0x100000, 0, 1 }, { NULL, 0 }, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		static struct ab_region room[PLAN_ROOM];
		static uint8_t file[0x4000];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		const size_t n_file = with_mb2(file, &base, 10, 0, rows[i].tag, 4);
		const struct ab_payload os = { KERNEL(file), .reserve = rows[i].reserve };
		const uint8_t *p;
		struct recorder rec;
		struct ab_error why;
		char row[16];

		snprintf(row, sizeof(row), "row %zu", i);
		if (rows[i].base == 0) {
			assert_int_equal(plan_only(&plan, &pc, &os, &why), AB_ERR_NOSPACE);
			assert_string_equal(why.what, "kernel");
			continue;
		}
		assert_ok(run(&plan, &pc, &os, &rec, &why), &why, row);
		judge_regions(&plan);
		if (ab_plan_region(&plan, AB_REGION_KERNEL)->base != rows[i].base)
			fail_msg("%s: %#llx", row,
				 (unsigned long long)ab_plan_region(&plan, AB_REGION_KERNEL)->base);
		assert_int_equal(plan.entry, rows[i].base + 0x40);
		p = recorder_kept(&rec, AB_REGION_MULTIBOOT_INFO);
		p += le(p, 4) - 24; /* the last tag but END */
		assert_int_equal(le(p, 4), 21);
		assert_int_equal(le(p + 8, 4), rows[i].base);
		p = recorder_kept(&rec, AB_REGION_KERNEL);
		assert_int_equal(p[0x4000], seg_byte(1, 0));
		recorder_free(&rec);
	}
}

/* ---- more --------------------------------------------------------------------------------- */

/* What a kernel wishes for and can do without is a warning. */
static void test_warnings(void **state)
{
	const struct expected want = {
		AB_ERR_UNSUPPORTED, "multiboot.flags", 7,
		"wishes for a video mode (bit 2): there is none, and the kernel is told of none"
	};
	struct ab_plan plan;
	struct ab_error why;

	(void)state;
	assert_ok(plan_only(&plan, &pc, &(struct ab_payload){ KERNEL(video) }, &why), &why,
		  "video");
	assert_int_equal(plan.n_warnings, 1);
	assert_error(plan.warnings[0].code, &plan.warnings[0], &want, "video");
	assert_ok(plan_only(&plan, &pc, &(struct ab_payload){ KERNEL(both) }, &why), &why, "none");
	assert_int_equal(plan.n_warnings, 0);
}

/* Version 1 has no field for the RSDP, version 2 a copy. */
static void test_fixed_rsdp(void **state)
{
	static const uint64_t bases[] = { 0xe0000, 0xe8010, 0xfeff0, 0xdfff0, 0x100000, 0x9f000 };
	struct ab_plan plan;
	struct ab_error why;

	(void)state;
	for (size_t i = 0; i < COUNT(bases) * 2; i++) {
		const uint64_t at = bases[i / 2];
		const bool told = i % 2 != 0 || (at >= 0xe0000 && at < 0x100000);
		const struct ab_payload os = {
			KERNEL(both),
			.protocol = i % 2 != 0 ? AB_PROTOCOL_MULTIBOOT2 : AB_PROTOCOL_MULTIBOOT,
			.fixed = AB_LIST(struct ab_fixed, { AB_REGION_GDT, 0x8000 },
					 { AB_REGION_RSDP, at })
		};
		const struct expected want = {
			AB_ERR_UNSUPPORTED,
			"payload.fixed[].base",
			at,
			"kernels entered by multiboot look for it from 0xe0000 to 0xfffff only",
			1,
			"RSDP"
		};

		assert_ok(plan_only(&plan, &pc, &os, &why), &why, "RSDP");
		assert_int_equal(plan.n_warnings, !told);
		if (!told)
			assert_error(plan.warnings[0].code, &plan.warnings[0], &want, "RSDP");
	}
}

/* A machine with tables of another kind, and none that lie in the way of the kernel. */
static void test_tables(void **state)
{
	static struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_machine m = pc;
	const struct ab_payload os = { KERNEL(both) };
	struct recorder rec;
	struct ab_error why;
	const uint8_t *p;

	(void)state;
	assert_ok(run(&plan, &m, &os, &rec, &why), &why, "ACPI");
	p = recorder_kept(&rec, AB_REGION_MULTIBOOT_INFO);
	p += le(p, 4) - 8 - 48; /* the last tag but END */
	assert_int_equal(le(p, 4), 15);
	assert_memory_equal(p + 8, recorder_kept(&rec, AB_REGION_RSDP), 36);
	recorder_free(&rec);
	m.tables = AB_TABLES_MP;
	assert_ok(run(&plan, &m, &os, &rec, &why), &why, "MP");
	p = recorder_kept(&rec, AB_REGION_MULTIBOOT_INFO);
	assert_int_equal(le(p + le(p, 4) - 8, 4), 0);
	for (size_t at = 8; le(p + at, 4) != 0; at += ((size_t)le(p + at + 4, 4) + 7) & ~(size_t)7)
		assert_int_not_equal(le(p + at, 4), 15);
	recorder_free(&rec);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_auto),        cmocka_unit_test(test_refused),
		cmocka_unit_test(test_entry),       cmocka_unit_test(test_flat),
		cmocka_unit_test(test_relocatable), cmocka_unit_test(test_warnings),
		cmocka_unit_test(test_fixed_rsdp),  cmocka_unit_test(test_tables),
		cmocka_unit_test(test_searched),
	};

	return cmocka_run_group_tests(tests, make_kernels, NULL);
}
