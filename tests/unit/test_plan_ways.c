/* SPDX-License-Identifier: BSD-2-Clause */
/* The table of ways: each protocol on each architecture has one or is refused by name, for each
 * kind of kernel file; and what AUTO takes, with its reason. */
#include "arm64_image.h"
#include "make_multiboot.h"
#include "recorder.h"

#include "boot/boot_priv.h"

/* All but FIRMWARE, which has no kernel. */
static const enum ab_protocol protocols[] = {
	AB_PROTOCOL_AUTO,       AB_PROTOCOL_LINUX,   AB_PROTOCOL_SELF,
	AB_PROTOCOL_PVH,        AB_PROTOCOL_LINUX32, AB_PROTOCOL_MULTIBOOT,
	AB_PROTOCOL_MULTIBOOT2, AB_PROTOCOL_FLAT,    AB_PROTOCOL_FLAT32,
};

static const struct ab_machine machines[] = {
	[AB_ARCH_X86_64] = { .arch = AB_ARCH_X86_64,
			     .n_cpus = 1,
			     .ram = AB_LIST(struct ab_ram, { 0, 256 * AB_MiB, 0 }) },
	[AB_ARCH_ARM64] = { .arch = AB_ARCH_ARM64,
			    .n_cpus = 1,
			    .ram = AB_LIST(struct ab_ram, { 0x40000000, AB_GiB, 0 }),
			    .arm64.gic = { .dist = 0x8000000,
					   .redist = AB_LIST(struct ab_range,
							     { 0x80a0000, 0x100000 }) } },
};

/* ---- kernel files ------------------------------------------------------------------------- */

enum file {
	ELF64,
	ELF64_NO_PVH,
	ELF64_PVH_ONLY,
	ELF64_UNMARKED,
	ELF32,
	ELF32_UNMARKED,
	ELF32_LINUX,
	ELF32_LINUX_GZ,
	ELF64_GZ,
	PVH_ONLY_GZ,
	UNMARKED_GZ,
	BZ_GZIP,
	BZ_LZO,
	BZ_BARE,
	BZ_32BIT,
	IMAGE,
	IMAGE_GZ,
	ZBOOT,
	ELF_ARM64,
	ELF32_MB,
	FLAT_MB,
	N_FILES
};

static uint8_t file[N_FILES][0x11000];
static size_t size[N_FILES];

static int make_kernels(void **state)
{
	const struct image_spec image = { 0, 0x200000, 10, 0x3000 };
	const struct elf_spec arm64 = {
		64, 183, 0xffff800000001000, { { 0xffff800000000000, 0, 0x800, 0x10000 } }, 0, false
	};

	static const uint32_t addresses[] = { 0x100040, 0x100000, 0, 0, 0x100080 };
	struct mb2 mb2;
	struct elf_spec pvh_only = elf64, unmarked = elf64_reversed, unmarked32 = elf32_pvh,
			linux32 = elf32_pvh;

	(void)state;
	size[ELF64] = make_elf(file[ELF64], &elf64);
	size[ELF64_NO_PVH] = make_elf(file[ELF64_NO_PVH], &elf64_reversed);
	pvh_only.marked = false;
	size[ELF64_PVH_ONLY] = make_elf(file[ELF64_PVH_ONLY], &pvh_only);
	unmarked.marked = false;
	size[ELF64_UNMARKED] = make_elf(file[ELF64_UNMARKED], &unmarked);
	size[PVH_ONLY_GZ] =
	    make_gzip(file[PVH_ONLY_GZ], file[ELF64_PVH_ONLY], size[ELF64_PVH_ONLY]);
	size[UNMARKED_GZ] =
	    make_gzip(file[UNMARKED_GZ], file[ELF64_UNMARKED], size[ELF64_UNMARKED]);
	size[ELF32] = make_elf(file[ELF32], &elf32_pvh);
	unmarked32.pvh = 0;
	size[ELF32_UNMARKED] = make_elf(file[ELF32_UNMARKED], &unmarked32);
	linux32.marked = true; /* and a PVH note: the marks of Linux count */
	size[ELF32_LINUX] = make_elf(file[ELF32_LINUX], &linux32);
	size[ELF32_LINUX_GZ] =
	    make_gzip(file[ELF32_LINUX_GZ], file[ELF32_LINUX], size[ELF32_LINUX]);
	size[ELF64_GZ] = make_gzip(file[ELF64_GZ], file[ELF64], size[ELF64]);
	size[BZ_GZIP] = make_bzimage(file[BZ_GZIP], &bz_packed);
	size[BZ_LZO] = make_bzimage(file[BZ_LZO], &bz_packed);
	memcpy(file[BZ_LZO] + 1024 + 0x400, "\x89LZO", 4);
	size[BZ_BARE] = make_bzimage(file[BZ_BARE], &bz_bare);
	size[BZ_32BIT] = make_bzimage(file[BZ_32BIT], &bz_32bit);
	size[IMAGE] = make_image(file[IMAGE], &image);
	size[IMAGE_GZ] = make_gzip(file[IMAGE_GZ], file[IMAGE], size[IMAGE]);
	memcpy(file[ZBOOT], "MZ\0\0zimg", 8); /* zboot-header.S; the payload behind a page */
	put_at(file[ZBOOT], 0x08, 0x1000, 4);
	put_at(file[ZBOOT], 0x0c, size[IMAGE_GZ], 4);
	memcpy(file[ZBOOT] + 0x18, "gzip", 5);
	put_at(file[ZBOOT], 0x3c, 0x40, 4);
	memcpy(file[ZBOOT] + 0x40, "PE\0\0\x64\xaa", 6);
	memcpy(file[ZBOOT] + 0x1000, file[IMAGE_GZ], size[IMAGE_GZ]);
	size[ZBOOT] = 0x1000 + size[IMAGE_GZ];
	size[ELF_ARM64] = make_elf(file[ELF_ARM64], &arm64);
	size[ELF32_MB] = make_elf(file[ELF32_MB], &unmarked32);
	put_mb1(file[ELF32_MB], 0x220, 3);
	mb2 = mb2_begin(file[ELF32_MB], 0x240);
	mb2_end(&mb2);
	size[FLAT_MB] = 0x1000;
	put_mb1(file[FLAT_MB], 0x40, 0x10003);
	put_mb1_addresses(file[FLAT_MB], 0x40, addresses);
	return 0;
}

/* ---- every combination -------------------------------------------------------------------- */

#define OK NULL
#define PROTOCOL "payload.protocol" /* no such protocol, or not for this file */
#define AUTO PROTOCOL /* without a mark, the protocol must be named */
#define FORMAT "payload.kernel.format"
#define MACHINE "elf.e_machine"
#define PAYLOAD "setup_header.payload_offset"
#define FLAGS "setup_header.xloadflags"
#define ARM64_ONLY "arm64 kernels have one way in"

/* By protocol, in the enumeration's order: the field that refuses it. */
struct by_protocol {
	const char *automatic, *linux, *self, *pvh, *linux32, *multiboot, *multiboot2;
};

static const struct {
	const char *name;
	struct by_protocol x86, arm64;
	enum ab_protocol chosen; /* by AUTO, on the architecture that takes the file; and why */
	const char *reason;
} rows[N_FILES] = {
	[ELF64] = { "ELF",
		    { OK, OK, PROTOCOL, OK, MACHINE, "kernel", "kernel" },
		    { MACHINE, MACHINE, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL },
		    AB_PROTOCOL_LINUX,
		    "the ELF has notes of Linux" },
	[ELF64_NO_PVH] = { "ELF without a note",
			   { OK, OK, PROTOCOL, "kernel", MACHINE, "kernel", "kernel" },
			   { MACHINE, MACHINE, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL },
			   AB_PROTOCOL_LINUX,
			   "the ELF has notes of Linux" },
	[ELF64_PVH_ONLY] = { "ELF with a PVH note and none of Linux",
			     { OK, OK, PROTOCOL, OK, MACHINE, "kernel", "kernel" },
			     { MACHINE, MACHINE, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL },
			     AB_PROTOCOL_PVH,
			     "a note of the ELF gives a PVH entry" },
	[ELF64_UNMARKED] = { "ELF that does not say what it is",
			     { AUTO, OK, PROTOCOL, "kernel", MACHINE, "kernel", "kernel" },
			     { MACHINE, MACHINE, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL },
			     AB_PROTOCOL_LINUX,
			     NULL },
	[ELF32] = { "32-bit ELF",
		    { OK, MACHINE, PROTOCOL, OK, OK, "kernel", "kernel" },
		    { MACHINE, MACHINE, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL },
		    AB_PROTOCOL_PVH,
		    "a note of the ELF gives a PVH entry" },
	[ELF32_UNMARKED] = { "32-bit ELF that does not say what it is",
			     { AUTO, MACHINE, PROTOCOL, "kernel", OK, "kernel", "kernel" },
			     { MACHINE, MACHINE, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL },
			     AB_PROTOCOL_LINUX32,
			     NULL },
	[ELF32_LINUX] = { "32-bit Linux",
			  { OK, MACHINE, PROTOCOL, OK, OK, "kernel", "kernel" },
			  { MACHINE, MACHINE, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL },
			  AB_PROTOCOL_LINUX32,
			  "the i386 ELF has notes of Linux" },
	[ELF32_LINUX_GZ] = { "packed 32-bit Linux",
			     { OK, MACHINE, PROTOCOL, OK, OK, "kernel", "kernel" },
			     { MACHINE, MACHINE, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL },
			     AB_PROTOCOL_LINUX32,
			     "the i386 ELF has notes of Linux" },
	[ELF64_GZ] = { "packed ELF",
		       { OK, OK, PROTOCOL, OK, MACHINE, "kernel", "kernel" },
		       { MACHINE, MACHINE, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL },
		       AB_PROTOCOL_LINUX,
		       "the ELF has notes of Linux" },
	[PVH_ONLY_GZ] = { "packed ELF with a PVH note and none of Linux",
			  { OK, OK, PROTOCOL, OK, MACHINE, "kernel", "kernel" },
			  { MACHINE, MACHINE, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL },
			  AB_PROTOCOL_PVH,
			  "a note of the ELF gives a PVH entry" },
	[UNMARKED_GZ] = { "packed ELF that does not say what it is",
			  { AUTO, OK, PROTOCOL, "kernel", MACHINE, "kernel", "kernel" },
			  { MACHINE, MACHINE, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL },
			  AB_PROTOCOL_LINUX,
			  NULL },
	[BZ_GZIP] = { "bzImage",
		      { OK, OK, OK, OK, OK, FORMAT, FORMAT },
		      { FORMAT, FORMAT, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL },
		      AB_PROTOCOL_LINUX,
		      "the bzImage's payload is unpacked here, faster than by the guest" },
	[BZ_LZO] = { "bzImage by LZO",
		     { OK, "lzo stream", OK, "lzo stream", OK, FORMAT, FORMAT },
		     { FORMAT, FORMAT, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL },
		     AB_PROTOCOL_SELF,
		     "no decoder for the bzImage's payload is built in" },
	[BZ_BARE] = { "bzImage without payload",
		      { OK, PAYLOAD, OK, PAYLOAD, OK, FORMAT, FORMAT },
		      { FORMAT, FORMAT, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL },
		      AB_PROTOCOL_SELF,
		      "the bzImage does not say where its payload is" },
	[BZ_32BIT] = { "32-bit bzImage",
		       { OK, FLAGS, FLAGS, PAYLOAD, OK, FORMAT, FORMAT },
		       { FORMAT, FORMAT, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL },
		       AB_PROTOCOL_LINUX32,
		       "the bzImage has no 64-bit entry" },
	[IMAGE] = { "Image",
		    { FORMAT, FORMAT, FORMAT, FORMAT, FORMAT, FORMAT, FORMAT },
		    { OK, OK, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL },
		    AB_PROTOCOL_LINUX,
		    ARM64_ONLY },
	[IMAGE_GZ] = { "packed Image",
		       { MACHINE, MACHINE, PROTOCOL, MACHINE, MACHINE, "kernel", "kernel" },
		       { OK, OK, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL },
		       AB_PROTOCOL_LINUX,
		       ARM64_ONLY },
	[ZBOOT] = { "EFI zboot",
		    { FORMAT, FORMAT, FORMAT, FORMAT, FORMAT, FORMAT, FORMAT },
		    { OK, OK, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL },
		    AB_PROTOCOL_LINUX,
		    ARM64_ONLY },
	[ELF_ARM64] = { "arm64 ELF",
			{ MACHINE, MACHINE, PROTOCOL, MACHINE, MACHINE, "kernel", "kernel" },
			{ OK, OK, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL },
			AB_PROTOCOL_LINUX,
			ARM64_ONLY },
	[ELF32_MB] = { "32-bit ELF with Multiboot headers",
		       { OK, MACHINE, PROTOCOL, "kernel", OK, OK, OK },
		       { MACHINE, MACHINE, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL },
		       AB_PROTOCOL_MULTIBOOT2,
		       "the kernel has a Multiboot2 header" },
	[FLAT_MB] = { "file with a Multiboot header",
		      { OK, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL, OK, "kernel" },
		      { FORMAT, FORMAT, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL, PROTOCOL },
		      AB_PROTOCOL_MULTIBOOT,
		      "the kernel has a Multiboot header" },
};

/* Every kind of region that a way has can be built, and nothing that it calls is missing. */
static void judge_way(const struct ab_boot_way *way, enum ab_arch arch, enum ab_protocol protocol)
{
	assert_int_equal(way->arch, arch);
	assert_int_equal(protocol >= AB_PROTOCOL_FLAT ? way->flat : way->protocol, protocol);
	assert_true(way->suits != NULL && way->accepts != NULL && way->kernel != NULL);
	assert_true(way->first != NULL && way->work != NULL && way->first_cpu != NULL);
	assert_true(way->layout != NULL && way->layout[0] != NULL);
	assert_int_equal(way->accepts_kernel != NULL, way->unpacks);
	for (int kind = AB_REGION_KERNEL; kind <= AB_REGION_MULTIBOOT_INFO; kind++)
		if (kind != AB_REGION_ACPI && kind != AB_REGION_MODULE &&
		    (way->kinds >> kind & 1) != 0)
			assert_non_null(way->build[kind]);
}

static const char *refuses(const struct by_protocol *by, int arch, int protocol)
{
	const char *const what[] = { [AB_PROTOCOL_AUTO] = by->automatic,
				     [AB_PROTOCOL_LINUX] = by->linux,
				     [AB_PROTOCOL_SELF] = by->self,
				     [AB_PROTOCOL_PVH] = by->pvh,
				     [AB_PROTOCOL_LINUX32] = by->linux32,
				     [AB_PROTOCOL_MULTIBOOT] = by->multiboot,
				     [AB_PROTOCOL_MULTIBOOT2] = by->multiboot2 };

	if (protocol == AB_PROTOCOL_FLAT) /* any bytes */
		return OK;
	if (protocol == AB_PROTOCOL_FLAT32)
		return arch == AB_ARCH_X86_64 ? OK : PROTOCOL;
	return what[protocol];
}

static void combine(enum file f, int arch, int protocol)
{
	const bool flat = protocol == AB_PROTOCOL_FLAT || protocol == AB_PROTOCOL_FLAT32;
	const struct ab_payload os = { .kernel = { file[f], size[f] },
				       .protocol = (enum ab_protocol)protocol,
				       .flat.base =
					   flat ? machines[arch].ram.at[0].base + 0x100000 : 0 };
	const char *what =
	    refuses(arch == AB_ARCH_X86_64 ? &rows[f].x86 : &rows[f].arm64, arch, protocol);
	const bool automatic = protocol == AB_PROTOCOL_AUTO;
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct recorder rec;
	struct ab_error why;
	const enum ab_err err = run(&plan, &machines[arch], &os, &rec, &why);

	if (what == OK) {
		assert_ok(err, &why, rows[f].name);
		judge_regions(&plan);
		assert_int_equal(plan.protocol, automatic ? (int)rows[f].chosen : protocol);
		assert_string_equal(plan.protocol_why, automatic ? rows[f].reason : "asked for");
		judge_way(plan.way, (enum ab_arch)arch, plan.protocol);
	} else {
		if (err != AB_ERR_UNSUPPORTED || strcmp(why.what, what) != 0)
			fail_msg("%s as %s on %d: %s %s", rows[f].name,
				 ab_protocol_name(os.protocol), arch, ab_err_name(err),
				 err != AB_OK ? why.what : "");
		assert_non_null(why.other);
		assert_int_equal(rec.calls, 0);
		if (strcmp(what, PROTOCOL) == 0) {
			assert_int_equal(why.value, protocol);
			assert_text(why.name, ab_protocol_name(os.protocol), rows[f].name);
		}
	}
	recorder_free(&rec);
}

static void test_every_combination(void **state)
{
	(void)state;
	for (int f = 0; f < N_FILES; f++)
		for (size_t arch = AB_ARCH_X86_64; arch < COUNT(machines); arch++)
			for (size_t i = 0; i < COUNT(protocols); i++)
				combine((enum file)f, (int)arch, (int)protocols[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_combination),
	};

	return cmocka_run_group_tests(tests, make_kernels, NULL);
}
