/* SPDX-License-Identifier: BSD-2-Clause */
/* Which kernel is entered how, and why; and kernels that cannot be: each is told by its field and
 * value before a byte is written, where headers can show it. */
#include "kernels.h"
#include "recorder.h"

static uint8_t vmlinux[0x8000], pvh32[0x2000], packed[0x10000], bare[0x4000], bz32[0x4000],
    lzo[0x10000], zimage[0x4000], nolevel5[0x4000];
static size_t n_vmlinux, n_pvh32, n_packed, n_bare, n_bz32, n_lzo, n_zimage, n_nolevel5;

static int make_kernels(void **state)
{
	const struct bz_spec z = { .zimage = true };

	(void)state;
	n_vmlinux = make_elf(vmlinux, &elf64);
	n_pvh32 = make_elf(pvh32, &elf32_pvh);
	n_packed = make_bzimage(packed, &bz_packed);
	n_bare = make_bzimage(bare, &bz_bare);
	n_bz32 = make_bzimage(bz32, &bz_32bit);
	n_lzo = make_bzimage(lzo, &bz_packed);
	memcpy(lzo + 1024 + 0x400, "\x89LZO", 4);
	n_zimage = make_bzimage(zimage, &z);
	n_nolevel5 = make_bzimage(nolevel5, &bz_bare);
	return 0;
}

#define KERNEL(k)                                                                                  \
	{                                                                                          \
		k, n_##k                                                                           \
	}

static const struct ab_ram ram[] = { { 0, 256 * AB_MiB, 0 } };
static const struct ab_machine machine = { .arch = AB_ARCH_X86_64, .n_cpus = 1, .ram = { ram, 1 } };

/* ---- choices ------------------------------------------------------------------------------ */

static void test_auto(void **state)
{
	const struct {
		struct ab_bytes kernel;
		enum ab_protocol protocol;
		const char *reason;
	} rows[] = {
		{ KERNEL(vmlinux), AB_PROTOCOL_LINUX, "the ELF has notes of Linux" },
		{ KERNEL(pvh32), AB_PROTOCOL_PVH, "a note of the ELF gives a PVH entry" },
		{ KERNEL(packed), AB_PROTOCOL_LINUX,
		  "the bzImage's payload is unpacked here, faster than by the guest" },
		{ KERNEL(bare), AB_PROTOCOL_SELF, "the bzImage does not say where its payload is" },
		{ KERNEL(lzo), AB_PROTOCOL_SELF,
		  "no decoder for the bzImage's payload is built in" },
		{ KERNEL(bz32), AB_PROTOCOL_LINUX32, "the bzImage has no 64-bit entry" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_payload os = { .kernel = rows[i].kernel };
		struct recorder rec;
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_error why;

		assert_ok(run(&plan, &machine, &os, &rec, &why), &why, rows[i].reason);
		judge(&rec);
		assert_int_equal(plan.protocol, rows[i].protocol);
		assert_string_equal(plan.protocol_why, rows[i].reason);
		recorder_free(&rec);
		os.protocol = rows[i].protocol;
		assert_ok(run(&plan, &machine, &os, &rec, &why), &why, rows[i].reason);
		assert_string_equal(plan.protocol_why, "asked for");
		recorder_free(&rec);
	}
}

static void test_names(void **state)
{
	static const char *const names[] = {
		[AB_PROTOCOL_AUTO] = "auto",           [AB_PROTOCOL_LINUX] = "linux",
		[AB_PROTOCOL_SELF] = "self",           [AB_PROTOCOL_PVH] = "pvh",
		[AB_PROTOCOL_LINUX32] = "linux32",     [AB_PROTOCOL_FIRMWARE] = "firmware",
		[AB_PROTOCOL_MULTIBOOT] = "multiboot", [AB_PROTOCOL_MULTIBOOT2] = "multiboot2",
		[AB_PROTOCOL_FLAT] = "flat",           [AB_PROTOCOL_FLAT32] = "flat32",
	};
	const int n = (int)COUNT(names);

	(void)state;
	for (int i = 0; i < n; i++)
		assert_string_equal(ab_protocol_name((enum ab_protocol)i), names[i]);
	assert_string_equal(ab_protocol_name((enum ab_protocol)n), "unknown protocol");
}

struct row {
	const char *name;
	struct ab_payload os;
	struct expected want; /* AB_OK: it is fine */
};

static void judge_rows(const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct recorder rec;
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_error why = { AB_OK, NULL, 0, NULL };
		enum ab_err err = run(&plan, &machine, &rows[i].os, &rec, &why);

		if (rows[i].want.code == AB_OK) {
			assert_ok(err, &why, rows[i].name);
			judge(&rec);
		} else {
			assert_error(err, &why, &rows[i].want, rows[i].name);
			assert_int_equal(rec.calls, 0);
		}
		recorder_free(&rec);
	}
}

static void test_asked_for(void **state)
{
	const char *const no_self =
	    "only a bzImage unpacks itself; auto takes what this kernel offers";
	const char *const no_64 = "must have XLF_KERNEL_64 for a 64-bit entry; linux32 needs none";
	const char *const no_payload = "must give a payload to unpack; self and linux32 need none";
	const char *const no_paging =
	    "AB_LA57 needs paging, without which this protocol is entered";
	const struct row rows[] = {
		{ "ELF, self",
		  { .kernel = KERNEL(vmlinux), .protocol = AB_PROTOCOL_SELF },
		  { AB_ERR_UNSUPPORTED, "payload.protocol", AB_PROTOCOL_SELF, no_self, 0,
		    "self" } },
		{ "ELF, linux32",
		  { .kernel = KERNEL(vmlinux), .protocol = AB_PROTOCOL_LINUX32 },
		  { AB_ERR_UNSUPPORTED, "elf.e_machine", 62,
		    "must be 3 (i386) for protocol linux32" } },
		{ "32-bit ELF, linux32",
		  { .kernel = KERNEL(pvh32), .protocol = AB_PROTOCOL_LINUX32 },
		  { 0 } },
		{ "ELF, pvh", { .kernel = KERNEL(vmlinux), .protocol = AB_PROTOCOL_PVH }, { 0 } },
		{ "32-bit ELF, linux",
		  { .kernel = KERNEL(pvh32), .protocol = AB_PROTOCOL_LINUX },
		  { AB_ERR_UNSUPPORTED, "elf.e_machine", 3,
		    "must be 62 (x86-64) for protocol linux; linux32 and pvh take 32-bit "
		    "kernels" } },
		{ "bzImage, pvh",
		  { .kernel = KERNEL(packed), .protocol = AB_PROTOCOL_PVH },
		  { 0 } },
		{ "bzImage, linux32",
		  { .kernel = KERNEL(packed), .protocol = AB_PROTOCOL_LINUX32 },
		  { 0 } },
		{ "bzImage without payload, linux",
		  { .kernel = KERNEL(bare), .protocol = AB_PROTOCOL_LINUX },
		  { AB_ERR_UNSUPPORTED, "setup_header.payload_offset", 0, no_payload } },
		{ "bzImage without payload, pvh",
		  { .kernel = KERNEL(bare), .protocol = AB_PROTOCOL_PVH },
		  { AB_ERR_UNSUPPORTED, "setup_header.payload_offset", 0, no_payload } },
		{ "32-bit bzImage, linux",
		  { .kernel = KERNEL(bz32), .protocol = AB_PROTOCOL_LINUX },
		  { AB_ERR_UNSUPPORTED, "setup_header.xloadflags", 0, no_64 } },
		{ "32-bit bzImage, self",
		  { .kernel = KERNEL(bz32), .protocol = AB_PROTOCOL_SELF },
		  { AB_ERR_UNSUPPORTED, "setup_header.xloadflags", 0, no_64 } },
		{ "LZO, linux",
		  { .kernel = KERNEL(lzo), .protocol = AB_PROTOCOL_LINUX },
		  { AB_ERR_UNSUPPORTED, "lzo stream", 0, "the library never decodes it" } },
		{ "zImage",
		  { .kernel = KERNEL(zimage) },
		  { AB_ERR_UNSUPPORTED, "setup_header.loadflags", 0,
		    "must have LOADED_HIGH: a zImage is not supported" } },
		{ "5-level paging",
		  { .kernel = KERNEL(packed), .protocol = AB_PROTOCOL_SELF, .flags = AB_LA57 },
		  { 0 } },
		{ "5-level paging that the kernel does not know",
		  { .kernel = KERNEL(nolevel5), .flags = AB_LA57 },
		  { AB_ERR_UNSUPPORTED, "setup_header.xloadflags", 1,
		    "must have XLF_5LEVEL for AB_LA57" } },
		{ "5-level paging and a 32-bit entry, chosen",
		  { .kernel = KERNEL(bz32), .flags = AB_LA57 },
		  { AB_ERR_UNSUPPORTED, "payload.flags", AB_LA57, no_paging } },
		{ "5-level paging and a 32-bit entry, asked for",
		  { .kernel = KERNEL(packed),
		    .protocol = AB_PROTOCOL_LINUX32,
		    .flags = AB_LA57 | AB_VERIFY },
		  { AB_ERR_UNSUPPORTED, "payload.flags", AB_LA57 | AB_VERIFY, no_paging } },
		{ "5-level paging and PVH",
		  { .kernel = KERNEL(packed), .protocol = AB_PROTOCOL_PVH, .flags = AB_LA57 },
		  { AB_ERR_UNSUPPORTED, "payload.flags", AB_LA57, no_paging } },
	};

	(void)state;
	judge_rows(rows, COUNT(rows));
}

/* ---- kernels that cannot be entered ------------------------------------------------------- */

static void test_bad_elf(void **state)
{
	static uint8_t file[12][0x8000];
	const struct {
		const char *name;
		struct elf_spec elf;
		enum ab_protocol protocol;
		struct expected want;
	} rows[] = {
		{ "other machine",
		  { 64, 183, 0x1000000, { { 0x1000000, 0, 16, 16 } }, 0, false, true },
		  AB_PROTOCOL_AUTO,
		  { AB_ERR_UNSUPPORTED, "elf.e_machine", 183, "must be 3 (i386) or 62 (x86-64)" } },
		{ "32-bit class for x86-64, as linux",
		  { 32, 62, 0x1000000, { { 0x1000000, 0, 16, 16 } }, 0, false, true },
		  AB_PROTOCOL_LINUX,
		  { AB_ERR_UNSUPPORTED, "elf.ei_class", 1,
		    "must be 2 (64-bit) for protocol linux; linux32 and pvh take 32-bit "
		    "kernels" } },
		{ "64-bit class for i386, as linux",
		  { 64, 3, 0x1000000, { { 0x1000000, 0, 16, 16 } }, 0, false, true },
		  AB_PROTOCOL_LINUX,
		  { AB_ERR_UNSUPPORTED, "elf.e_machine", 3,
		    "must be 62 (x86-64) for protocol linux; linux32 and pvh take 32-bit "
		    "kernels" } },
		{ "entry before the first byte",
		  { 64, 62, 0xffffff, { { 0x1000000, 0x1000000, 16, 32 } }, 0, false, true },
		  AB_PROTOCOL_AUTO,
		  { AB_ERR_IMAGE, "elf.e_entry", 0xffffff, "must lie in a segment" } },
		{ "entry after the last byte",
		  { 64, 62, 0x1000020, { { 0x1000000, 0x1000000, 16, 32 } }, 0, false, true },
		  AB_PROTOCOL_AUTO,
		  { AB_ERR_IMAGE, "elf.e_entry", 0x1000020, "must lie in a segment" } },
		{ "entry between segments",
		  { 64,
		    62,
		    0x1000800,
		    { { 0x1000000, 0x1000000, 16, 32 }, { 0x1001000, 0x1001000, 16, 32 } },
		    0,
		    false,
		    true },
		  AB_PROTOCOL_AUTO,
		  { AB_ERR_IMAGE, "elf.e_entry", 0x1000800, "must lie in a segment" } },
		{ "no note",
		  { 64, 62, 0x1000000, { { 0x1000000, 0, 16, 16 } }, 0, false, true },
		  AB_PROTOCOL_PVH,
		  { AB_ERR_UNSUPPORTED, "kernel", 0,
		    "protocol pvh needs an ELF note that names the entry (owner Xen, type 18)" } },
		{ "PVH entry after the last byte",
		  { 64, 62, 0x1000000, { { 0x1000000, 0, 16, 16 } }, 0x1000010, false, true },
		  AB_PROTOCOL_PVH,
		  { AB_ERR_IMAGE, "elf.pvh_entry", 0x1000010, "must lie in a segment" } },
		{ "PVH entry before the first byte",
		  { 64, 62, 0x1000000, { { 0x1000000, 0, 16, 16 } }, 0xffffff, false, true },
		  AB_PROTOCOL_PVH,
		  { AB_ERR_IMAGE, "elf.pvh_entry", 0xffffff, "must lie in a segment" } },
		{ "outside of RAM",
		  { 64, 62, 0x20000000, { { 0x20000000, 0, 16, 16 } }, 0, false, true },
		  AB_PROTOCOL_AUTO,
		  { AB_ERR_NOSPACE, "elf.phdr[].p_paddr", 0x20000000,
		    "machine.ram must cover all of the segment" } },
		{ "half in RAM",
		  { 64, 62, 0xffff000, { { 0xffff000, 0, 16, 0x2000 } }, 0, false, true },
		  AB_PROTOCOL_AUTO,
		  { AB_ERR_NOSPACE, "elf.phdr[].p_paddr", 0xffff000,
		    "machine.ram must cover all of the segment" } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct row row[] = {
			{ rows[i].name,
			  { .kernel = { file[i], make_elf(file[i], &rows[i].elf) },
			    .protocol = rows[i].protocol },
			  rows[i].want },
		};

		judge_rows(row, 1);
	}
}

/* The same kernels inside a bzImage are judged, too. */
static void test_bad_elf_in_bzimage(void **state)
{
	static const struct elf_spec arm = { 64, 183,   0x1000000, { { 0x1000000, 0, 16, 16 } },
					     0,  false, true };
	static uint8_t file[3][0x10000];
	const struct elf_spec *const elfs[] = { &elf32_pvh, &arm, &elf64_reversed };
	const struct {
		enum ab_protocol protocol;
		struct expected want;
	} rows[] = {
		{ AB_PROTOCOL_AUTO,
		  { AB_ERR_UNSUPPORTED, "elf.e_machine", 3,
		    "must be 62 (x86-64) for protocol linux; linux32 and pvh take 32-bit "
		    "kernels" } },
		{ AB_PROTOCOL_AUTO,
		  { AB_ERR_UNSUPPORTED, "elf.e_machine", 183, "must be 3 (i386) or 62 (x86-64)" } },
		{ AB_PROTOCOL_PVH,
		  { AB_ERR_UNSUPPORTED, "kernel", 0,
		    "protocol pvh needs an ELF note that names the entry (owner Xen, type 18)" } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct bz_spec bz = bz_packed;
		struct row row = { "in a bzImage", { .protocol = rows[i].protocol }, rows[i].want };

		bz.elf = elfs[i];
		row.os.kernel = (struct ab_bytes){ file[i], make_bzimage(file[i], &bz) };
		judge_rows(&row, 1);
	}
}

static void test_big_endian_elf(void **state)
{
	/* ELF32, MSB, e_machine 3: header and one PT_LOAD of 4 bytes at 0x100000 */
	static const uint8_t file[] = {
		0x7f, 'E', 'L',  'F', 1,    2, 1, 0, 0, 0, 0,  0, 0, 0, 0, 0, 0, 2, 0, 3,    0,
		0,    0,   1,    0,   0x10, 0, 0, 0, 0, 0, 52, 0, 0, 0, 0, 0, 0, 0, 0, 0,    52,
		0,    32,  0,    1,   0,    0, 0, 0, 0, 0, 0,  0, 0, 1, 0, 0, 0, 0, 0, 0x10, 0,
		0,    0,   0x10, 0,   0,    0, 0, 0, 4, 0, 0,  0, 4, 0, 0, 0, 7, 0, 0, 0,    0,
	};
	const struct row row = { "big-endian",
				 { .kernel = { file, sizeof(file) } },
				 { AB_ERR_UNSUPPORTED, "elf.ei_data", 2,
				   "must be 1 (little-endian)" } };

	(void)state;
	judge_rows(&row, 1);
}

/* Cut anywhere: either the header shows it and nothing is written, or only padding was cut. Of
 * what a bzImage lacks behind its payload, only syssize tells: a warning. */
static void test_truncated(void **state)
{
	const struct ab_bytes kernels[] = { KERNEL(vmlinux), KERNEL(pvh32), KERNEL(packed),
					    KERNEL(bare), KERNEL(bz32) };

	(void)state;
	for (size_t k = 0; k < COUNT(kernels); k++)
		for (size_t size = 0; size < kernels[k].size; size += size < 0x600 ? 1 : 61) {
			uint8_t *cut = malloc(size + 1); /* an overrun shows under ASan */
			const struct ab_payload os = { .kernel = { cut, size } };
			struct recorder rec;
			struct ab_region room[PLAN_ROOM];
			struct ab_plan plan = { .regions = AB_REGIONS(room) };
			struct ab_error why;
			enum ab_err err;

			memcpy(cut, kernels[k].data, size);
			err = run(&plan, &machine, &os, &rec, &why);
			if (err == AB_OK)
				assert_true(k >= 2 &&
					    (size >= kernels[k].size - 15 || plan.n_warnings == 1));
			else
				assert_int_equal(rec.calls, 0);
			recorder_free(&rec);
			free(cut);
		}
}

/* ---- what only the stream shows ----------------------------------------------------------- */

/* A damaged stream is found while placing; with AB_VERIFY, before. The kernel is larger than an
 * output block, or planning would have seen its end. */
static void test_damaged_stream(void **state)
{
	static const struct elf_spec large = {
		64, 62, 0x1000000, { { 0x1000000, 0, 0xe0000, 0xe0000 } }, 0, false, true
	};
	static uint8_t file[0x100000];
	const size_t crc = 1024 + 0x400 + 10 + 15 * 5 + 0x400 + 0xe0000; /* blocks, headers, data */
	struct expected want = { AB_ERR_IMAGE, "gzip stream", 0xe0000,
				 "the data is corrupt" }; /* its block */
	struct bz_spec bz = bz_packed;
	struct ab_payload os = { .kernel = { file, 0 } };
	struct recorder rec;
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_error why;

	(void)state;
	bz.elf = &large;
	os.kernel.size = make_bzimage(file, &bz);
	file[crc] ^= 1;
	assert_error(run(&plan, &machine, &os, &rec, &why), &why, &want, "placing");
	assert_true(rec.calls != 0);
	recorder_free(&rec);
	os.flags = AB_VERIFY;
	want.other = "the data is corrupt";
	assert_error(run(&plan, &machine, &os, &rec, &why), &why, &want, "planning");
	assert_int_equal(rec.calls, 0);
	file[crc] ^= 1;
	assert_ok(run(&plan, &machine, &os, &rec, &why), &why, "verified");
	judge(&rec);
	recorder_free(&rec);
	os.kernel = (struct ab_bytes)KERNEL(vmlinux); /* nothing to decode */
	assert_ok(run(&plan, &machine, &os, &rec, &why), &why, "verified ELF");
	recorder_free(&rec);
}

/* Ascending runs of file offsets take a pass each, and the plan's text says so. */
static void test_passes(void **state)
{
	static uint8_t file[0x10000];
	struct bz_spec bz = bz_packed;
	const struct {
		struct ab_bytes kernel;
		uint32_t passes;
		const char *line;
	} rows[] = {
		{ KERNEL(packed), 1, "\nkernel   bzImage, gzip unpacked in 1 pass, no KASLR\n" },
		{ { file, (bz.elf = &elf64_reversed, make_bzimage(file, &bz)) },
		  2,
		  "\nkernel   bzImage, gzip unpacked in 2 passes, no KASLR\n" },
		{ KERNEL(vmlinux), 0, "\nkernel   ELF, no KASLR\n" },
		{ KERNEL(bare), 0, "\nkernel   bzImage, KASLR by the guest\n" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct ab_payload os = { .kernel = rows[i].kernel };
		static char text[4096];
		struct ab_buf out = ab_buf_over(text, sizeof(text) - 1);
		struct recorder rec;
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_error why;

		assert_ok(run(&plan, &machine, &os, &rec, &why), &why, rows[i].line);
		recorder_free(&rec);
		assert_int_equal(plan.kernel.passes, rows[i].passes);
		assert_int_equal(plan.kernel.codec,
				 rows[i].passes != 0 ? AB_CODEC_GZIP : AB_CODEC_NONE);
		ab_plan_text(&plan, &out);
		text[out.len] = '\0';
		assert_non_null(strstr(text, rows[i].line));
	}
}

/* ---- command lines ------------------------------------------------------------------------ */

static void test_cmdline_limits(void **state)
{
	static char line[4096];
	static uint8_t file[2][0x4000];
	struct bz_spec large = bz_bare, old = bz_32bit;
	struct {
		struct ab_bytes kernel;
		size_t most;
	} rows[4] = { { KERNEL(vmlinux), 2047 }, { KERNEL(bare), 2047 } };

	(void)state;
	large.cmdline_size = 3000;
	rows[2].kernel = (struct ab_bytes){ file[0], make_bzimage(file[0], &large) };
	rows[2].most = 3000;
	old.version = 0x0205;
	rows[3].kernel = (struct ab_bytes){ file[1], make_bzimage(file[1], &old) };
	rows[3].most = 255;
	for (size_t i = 0; i < COUNT(rows); i++)
		for (size_t n = rows[i].most - 1; n <= rows[i].most + 1; n++) {
			struct row row = { "length",
					   { .kernel = rows[i].kernel, .cmdline = line },
					   { AB_ERR_ARG, "payload.cmdline.length", n,
					     "must not be longer than the kernel takes" } };

			memset(line, 'x', n);
			line[n] = '\0';
			if (n <= rows[i].most)
				row.want = (struct expected){ AB_OK, NULL, 0, NULL };
			judge_rows(&row, 1);
		}
}

static void test_kaslr(void **state)
{
	const struct {
		struct ab_bytes kernel;
		const char *line;
		bool kaslr;
	} rows[] = {
		{ KERNEL(bare), NULL, true },
		{ KERNEL(bare), "", true },
		{ KERNEL(bare), "nokaslr", false },
		{ KERNEL(bare), "a nokaslr", false },
		{ KERNEL(bare), "nokaslr b", false },
		{ KERNEL(bare), "a\tnokaslr\tb", false },
		{ KERNEL(bare), "a  nokaslr", false },
		{ KERNEL(bare), "nokaslrx", true },
		{ KERNEL(bare), "xnokaslr", true },
		{ KERNEL(bare), "nokasl r", true },
		{ KERNEL(bare), "nokaslr=1", true },
		{ KERNEL(bz32), NULL, false }, /* not relocatable */
		{ KERNEL(packed), NULL, false }, /* unpacked: at its link address */
		{ KERNEL(vmlinux), NULL, false },
		{ KERNEL(pvh32), NULL, false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct ab_payload os = { .kernel = rows[i].kernel, .cmdline = rows[i].line };
		struct recorder rec;
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_error why;

		assert_ok(run(&plan, &machine, &os, &rec, &why), &why, "kaslr");
		if (plan.kaslr != rows[i].kaslr)
			fail_msg("row %zu", i);
		recorder_free(&rec);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_auto),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_asked_for),
		cmocka_unit_test(test_bad_elf),
		cmocka_unit_test(test_bad_elf_in_bzimage),
		cmocka_unit_test(test_big_endian_elf),
		cmocka_unit_test(test_truncated),
		cmocka_unit_test(test_damaged_stream),
		cmocka_unit_test(test_passes),
		cmocka_unit_test(test_cmdline_limits),
		cmocka_unit_test(test_kaslr),
	};

	return cmocka_run_group_tests(tests, make_kernels, NULL);
}
