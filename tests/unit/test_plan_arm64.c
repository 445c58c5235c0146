/* SPDX-License-Identifier: BSD-2-Clause */
/* Where an arm64 guest's kernel, tree, initrd and tables lie, by Documentation/arm64/booting.rst;
 * what is refused; and what each CPU is entered with. */
#include "arm64_image.h"
#include "recorder.h"

#define VA UINT64_C(0xffff800008000000)

static uint8_t image[0x4000], shifted[0x4000], old[0x4000], vmlinux[0x4000], elf_phys[0x4000],
    elf_x86[0x4000], elf_odd[0x4000], elf_moved[0x4000];
static size_t n_image, n_shifted, n_old, n_vmlinux, n_elf_phys, n_elf_x86, n_elf_odd, n_elf_moved;

static int make_kernels(void **state)
{
	const struct elf_spec linux_va = {
		64,          183,
		VA + 0x1000, { { VA, VA, 0x800, 0x10000 }, { VA + 0x30000, 1, 16, 0x1000 } },
		0,           false,
	};
	const struct elf_spec phys = {
		64,
		183,
		0xffff000000000100,
		{ { 0x50001000, 0xffff000000000000, 0x800, 0x2000 } },
		0,
		false,
	};
	struct elf_spec odd = phys;

	(void)state;
	n_image = make_image(image, &(struct image_spec){ 0, 0x2010000, 0xa, 0x3000 });
	n_shifted = make_image(shifted, &(struct image_spec){ 0x80000, 0x100000, 0, 0x3000 });
	n_old = make_image(old, &(struct image_spec){ 0x1234, 0, 0, 0x3000 });
	n_vmlinux = make_elf(vmlinux, &linux_va);
	n_elf_phys = make_elf(elf_phys, &phys);
	n_elf_x86 = make_elf(elf_x86, &elf64);
	odd.entry += 2;
	n_elf_odd = make_elf(elf_odd, &odd);
	odd.entry = phys.entry;
	odd.seg[0].paddr += 2; /* the instruction is moved with its segment */
	n_elf_moved = make_elf(elf_moved, &odd);
	return 0;
}

#define KERNEL(k) .kernel = { k, n_##k }
#define INITRD .initrds = AB_LIST(struct ab_bytes, { "initrd", 6 })
#define FIXED(...) .fixed = AB_LIST(struct ab_fixed, __VA_ARGS__)
#define RESERVE(...) .reserve = AB_LIST(struct ab_reserve, __VA_ARGS__)
#define BLOBS(...) .blobs = AB_LIST(struct ab_blob, __VA_ARGS__)
#define RAM(base, size) .ram = AB_LIST(struct ab_ram, { base, size, 0 })
#define VIRT                                                                                       \
	.arch = AB_ARCH_ARM64,                                                                     \
	.arm64.gic = { .dist = 0x8000000,                                                          \
		       .redist = AB_LIST(struct ab_range, { 0x80a0000, 0x100000 }) }

static const struct ab_machine gig = { VIRT, .n_cpus = 2, RAM(0x40000000, AB_GiB) };

/* ---- where things lie ---------------------------------------------------------------------- */

struct lies {
	enum ab_region_kind kind;
	uint64_t base, size; /* 0: not asked */
};

struct place {
	const char *name;
	struct ab_machine m;
	struct ab_payload os;
	uint64_t entry;
	struct lies at[4];
};

static void test_places(void **state)
{
	const struct place rows[] = {
		{ "the usual",
		  { VIRT, .n_cpus = 1, RAM(0x40000000, AB_GiB) },
		  { KERNEL(image), INITRD },
		  0x40000000,
		  { { AB_REGION_KERNEL, 0x40000000, 0x2010000 },
		    { AB_REGION_DTB, 0x42200000, 0 },
		    { AB_REGION_INITRD, 0x7ffff000, 6 } } },
		{ "RAM from no 2 MiB boundary",
		  { VIRT, .n_cpus = 1, RAM(0x40001000, AB_GiB) },
		  { KERNEL(image) },
		  0x40200000,
		  { { AB_REGION_KERNEL, 0x40200000, 0 }, { AB_REGION_DTB, 0x42400000, 0 } } },
		{ "text_offset",
		  { VIRT, .n_cpus = 1, RAM(0x40000000, AB_GiB) },
		  { KERNEL(shifted) },
		  0x40080000,
		  { { AB_REGION_KERNEL, 0x40080000, 0x100000 },
		    { AB_REGION_DTB, 0x40200000, 0 } } },
		{ "before 3.17: no image_size, 16 MiB for what is not in the file",
		  { VIRT, .n_cpus = 1, RAM(0x40000000, AB_GiB) },
		  { KERNEL(old) },
		  0x40080000,
		  { { AB_REGION_KERNEL, 0x40080000, 0x1003000 },
		    { AB_REGION_DTB, 0x41200000, 0 } } },
		{ "vmlinux: e_entry as far from the boundary as from p_paddr",
		  { VIRT, .n_cpus = 1, RAM(0x40000000, AB_GiB) },
		  { KERNEL(vmlinux) },
		  0x40001000,
		  { { AB_REGION_KERNEL, 0x40000000, 0x31000 }, { AB_REGION_DTB, 0x40200000, 0 } } },
		{ "an ELF of physical addresses, its entry virtual",
		  { VIRT, .n_cpus = 1, RAM(0x40000000, AB_GiB) },
		  { KERNEL(elf_phys) },
		  0x50001100,
		  { { AB_REGION_KERNEL, 0x50001000, 0x2000 }, { AB_REGION_DTB, 0x50200000, 0 } } },
		{ "RAM from 0",
		  { VIRT, .n_cpus = 1, RAM(0, 128 * AB_MiB) },
		  { KERNEL(image), INITRD },
		  0,
		  { { AB_REGION_KERNEL, 0, 0x2010000 },
		    { AB_REGION_DTB, 0x2200000, 0 },
		    { AB_REGION_INITRD, 0x7fff000, 6 } } },
		{ "RAM above 4 GiB only, more than a window",
		  { VIRT, .n_cpus = 1, .phys_bits = 41, RAM(UINT64_C(1) << 40, 64 * AB_GiB) },
		  { KERNEL(image), INITRD },
		  UINT64_C(1) << 40,
		  { { AB_REGION_DTB, 0x10002200000, 0 },
		    { AB_REGION_INITRD, 0x10800000000 - 0x1000, 6 } } },
		{ "reserved where the kernel would be",
		  { VIRT, .n_cpus = 1, RAM(0x40000000, AB_GiB) },
		  { KERNEL(image), RESERVE({ 0x40010000, 0x1000, "mine" }) },
		  0x40200000,
		  { { AB_REGION_KERNEL, 0x40200000, 0 },
		    { AB_REGION_RESERVED, 0x40010000, 0x1000 } } },
		{ "no 2 MiB block near the kernel: the next",
		  { VIRT, .n_cpus = 1, RAM(0x40000000, 2 * AB_GiB) },
		  { KERNEL(image), RESERVE({ 0x42010000, 0x20000000, "mine" }) },
		  0x40000000,
		  { { AB_REGION_DTB, 0x62200000, 0 } } },
		{ "no 2 MiB block within 512 MiB of the kernel: the lowest",
		  { VIRT, .n_cpus = 1, RAM(0x40000000, 2 * AB_GiB) },
		  { KERNEL(shifted), FIXED({ AB_REGION_KERNEL, 0x50080000 }),
		    RESERVE({ 0x50180000, 0x20000000, "mine" }) },
		  0x50080000,
		  { { AB_REGION_DTB, 0x40000000, 0 } } },
		{ "initrd in the 32 GiB from the kernel's GiB",
		  { VIRT, .n_cpus = 1, RAM(0x40000000, 64 * AB_GiB) },
		  { KERNEL(image), INITRD },
		  0x40000000,
		  { { AB_REGION_INITRD, 0x840000000 - 0x1000, 6 } } },
		{ "initrd below the kernel's GiB",
		  { VIRT, .n_cpus = 1, RAM(0x40000000, 0x40180000) },
		  { KERNEL(shifted), INITRD, FIXED({ AB_REGION_KERNEL, 0x80080000 }),
		    RESERVE({ 0x80000000, 0x80000, "mine" }) },
		  0x80080000,
		  { { AB_REGION_INITRD, 0x7ffff000, 6 } } },
		{ "less than a page left",
		  { VIRT, .n_cpus = 1, RAM(0x40000000, 0x2110000) },
		  { KERNEL(image), RESERVE({ 0x42010000, 0xff000, "mine" }),
		    BLOBS({ { "12345678", 8 }, 0x4210f000, AB_MEM_RAM, "mine" }) },
		  0x40000000,
		  { { AB_REGION_DTB, 0, 0 } } },
		{ "no 2 MiB boundary left: anywhere",
		  { VIRT, .n_cpus = 1, RAM(0x40000000, 0x2110000) },
		  { KERNEL(image) },
		  0x40000000,
		  { { AB_REGION_KERNEL, 0x40000000, 0x2010000 } } },
		{ "fixed: all that may be",
		  { VIRT, .n_cpus = 1, RAM(0x40000000, AB_GiB) },
		  { KERNEL(shifted), INITRD,
		    FIXED({ AB_REGION_INITRD, 0x40000000 }, { AB_REGION_DTB, 0x48000008 },
			  { AB_REGION_KERNEL, 0x50080000 }) },
		  0x50080000,
		  { { AB_REGION_KERNEL, 0x50080000, 0x100000 },
		    { AB_REGION_DTB, 0x48000008, 0 },
		    { AB_REGION_INITRD, 0x40000000, 6 } } },
		{ "a kernel at the end of RAM: initrd below it",
		  { VIRT, .n_cpus = 1, RAM(0x40000000, AB_GiB) },
		  { KERNEL(shifted), INITRD, FIXED({ AB_REGION_KERNEL, 0x7fe80000 }),
		    RESERVE({ 0x7ff80000, 0x80000, "rest" }) },
		  0x7fe80000,
		  { { AB_REGION_INITRD, 0x7fe7f000, 6 }, { AB_REGION_DTB, 0x40000000, 0 } } },
		{ "blobs: what is not RAM to the guest has whole pages",
		  { VIRT, .n_cpus = 1, RAM(0x40000000, AB_GiB) },
		  { KERNEL(image), BLOBS({ { "12345678", 8 }, 0, AB_MEM_NVS, "mine" }) },
		  0x40000000,
		  { { AB_REGION_BLOB, 0x7ffff000, 0x1000 } } },
		{ "blobs: what is RAM to the guest lies anywhere",
		  { VIRT, .n_cpus = 1, .tables = AB_TABLES_ACPI, RAM(0x40000000, AB_GiB) },
		  { KERNEL(image), BLOBS({ { "12345678", 8 }, 0x50000010, AB_MEM_RAM, "mine" }) },
		  0x40000000,
		  { { AB_REGION_BLOB, 0x50000010, 8 } } },
		{ "ACPI",
		  { VIRT, .n_cpus = 1, .tables = AB_TABLES_ACPI, RAM(0x40000000, AB_GiB) },
		  { KERNEL(image), FIXED({ AB_REGION_ACPI, 0x50000000 }) },
		  0x40000000,
		  { { AB_REGION_ACPI, 0x50000000, 0 },
		    { AB_REGION_RSDP, 0x7ffff000, 0x1000 },
		    { AB_REGION_SMBIOS, 0x7fffe000, 0x1000 },
		    { AB_REGION_EFI, 0x7fffd000, 0x1000 } } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct recorder rec;
		struct ab_error why;

		assert_ok(run(&plan, &rows[i].m, &rows[i].os, &rec, &why), &why, rows[i].name);
		judge_regions(&plan);
		if (plan.entry != rows[i].entry)
			fail_msg("%s: entry %#llx", rows[i].name, (unsigned long long)plan.entry);
		for (size_t k = 0; k < COUNT(rows[i].at) && rows[i].at[k].kind != 0; k++) {
			const struct lies *want = &rows[i].at[k];
			const struct ab_region *r = ab_plan_region(&plan, want->kind);

			assert_non_null(r);
			if ((want->base != 0 && r->base != want->base) ||
			    (want->size != 0 && r->size != want->size))
				fail_msg("%s: %s at %#llx, %#llx bytes", rows[i].name, r->name,
					 (unsigned long long)r->base, (unsigned long long)r->size);
		}
		recorder_free(&rec);
	}
}

/* A fixed tree has its room before the initrd is there, which it then names. */
static void test_a_fixed_tree_keeps_room(void **state)
{
	struct ab_payload os = { KERNEL(image) };
	struct ab_fixed fixed = { AB_REGION_DTB, 0 };
	const struct ab_bytes initrd = { "initrd", 6 };
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_work work;
	struct ab_error why;

	(void)state;
	assert_ok(make_plan(&plan, &gig, &os, &work, &why), &why, "without an initrd");
	free(work.data);
	/* the initrd's usual place is the last page: the tree ends where that begins */
	fixed.base = (0x7ffff000 - ab_plan_region(&plan, AB_REGION_DTB)->size) & ~UINT64_C(7);
	os.fixed = (struct ab_fixed_list){ &fixed, 1 };
	os.initrds = (struct ab_bytes_list){ &initrd, 1 };
	assert_ok(make_plan(&plan, &gig, &os, &work, &why), &why, "with one");
	judge_regions(&plan);
	free(work.data);
}

/* The kernel's own size is not known while work memory is asked for. */
static void test_work_is_told_where_a_plan_can_be_made(void **state)
{
	static uint8_t packed[0x8000];
	static uint8_t initrd[64 * AB_MiB];
	static struct ab_ram many[40000];
	const struct ab_bytes bytes = { initrd, sizeof(initrd) };
	const struct ab_bytes kernel = { packed, make_gzip(packed, image, n_image) };
	const struct {
		const char *name;
		struct ab_machine m;
		struct ab_payload os;
	} rows[] = {
		{ "no room for the kernel in the first RAM",
		  { VIRT, .n_cpus = 1,
		    .ram = AB_LIST(struct ab_ram, { 0x40000000, 16 * AB_MiB, 0 },
				   { 0x1000000000, AB_GiB, 0 }) },
		  { .kernel = kernel, .initrds = { &bytes, 1 } } },
		{ "initrd far from the first RAM",
		  { VIRT, .n_cpus = 1,
		    .ram = AB_LIST(struct ab_ram, { 0x40000000, 16 * AB_MiB, 0 },
				   { 0x1000000000, AB_GiB, 0 }) },
		  { .kernel = kernel,
		    .initrds = { &bytes, 1 },
		    FIXED({ AB_REGION_INITRD, 0x1020000000 }) } },
		{ "nodes and map entries of what has no place yet",
		  { .arch = AB_ARCH_ARM64,
		    .n_cpus = 5000,
		    .arm64.gic = { .dist = 0x8000000,
				   .redist = AB_LIST(struct ab_range, { 0x80a0000, 0x27100000 }) },
		    .ram = AB_LIST(struct ab_ram, { 0x40000000, AB_GiB, 0 }) },
		  { .kernel = kernel,
		    INITRD,
		    BLOBS({ { "1", 1 }, 0, AB_MEM_NVS, "a" }, { { "2", 1 }, 0, AB_MEM_ACPI, "b" },
			  { { "3", 1 }, 0, AB_MEM_RESERVED, "c" },
			  { { "4", 1 }, 0, AB_MEM_NVS, "d" }) } },
		{ "a map of many entries",
		  { VIRT, .n_cpus = 1, .phys_bits = 44, .tables = AB_TABLES_ACPI,
		    .ram = { many, COUNT(many) } },
		  { .kernel = kernel } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(many); i++)
		many[i] = (struct ab_ram){ 0x40000000 + i * 64 * AB_MiB, 48 * AB_MiB, 0 };
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_work work;
		struct ab_error why;

		assert_ok(make_plan(&plan, &rows[i].m, &rows[i].os, &work, &why), &why,
			  rows[i].name);
		judge_regions(&plan);
		free(work.data);
	}
}

/* ---- what is refused ----------------------------------------------------------------------- */

struct refused {
	const char *name;
	struct ab_machine m;
	struct ab_payload os;
	struct expected want;
};

#define GIG VIRT, .n_cpus = 2, RAM(0x40000000, AB_GiB)
#define ACPI GIG, .tables = AB_TABLES_ACPI

static void open_node(struct ab_fdt *f, void *ctx)
{
	(void)ctx;
	ab_fdt_node(f, "mine");
}

static void node_that_is_there(struct ab_fdt *f, void *ctx)
{
	(void)ctx;
	ab_fdt_node(f, "chosen");
	ab_fdt_end(f);
}

static void large_node(struct ab_fdt *f, void *ctx)
{
	(void)ctx;
	ab_fdt_node(f, "mine");
	ab_fdt_bytes(f, "data", NULL, 2 << 20);
	ab_fdt_end(f);
}

static void test_refused(void **state)
{
	static const char *const x86_only = "the machine's architecture has no such protocol";
	static const char four[] = "must lie at a multiple of 4 in memory";
	static const uint8_t seed[32] = { 1 };
	char line[2049];
	const struct refused rows[] = {
		{ "an x86 ELF",
		  { GIG },
		  { KERNEL(elf_x86) },
		  { AB_ERR_UNSUPPORTED, "elf.e_machine", 62, "must be 183 (AArch64)" } },
		{ "an entry between two instructions",
		  { GIG },
		  { KERNEL(elf_odd) },
		  { AB_ERR_IMAGE, "elf.e_entry", 0xffff000000000102, four } },
		{ "a segment between two instructions",
		  { GIG },
		  { KERNEL(elf_moved) },
		  { AB_ERR_IMAGE, "elf.e_entry", 0xffff000000000100, four } },
		{ "PVH",
		  { GIG },
		  { KERNEL(image), .protocol = AB_PROTOCOL_PVH },
		  { AB_ERR_UNSUPPORTED, "payload.protocol", AB_PROTOCOL_PVH, x86_only, 0, "pvh" } },
		{ "self",
		  { GIG },
		  { KERNEL(image), .protocol = AB_PROTOCOL_SELF },
		  { AB_ERR_UNSUPPORTED, "payload.protocol", AB_PROTOCOL_SELF, x86_only, 0,
		    "self" } },
		{ "5-level paging",
		  { GIG },
		  { KERNEL(image), .flags = AB_LA57 },
		  { AB_ERR_UNSUPPORTED, "payload.flags", AB_LA57, "only x86 kernels take it" } },
		{ "setup_data",
		  { GIG },
		  { KERNEL(image), .setup_data = AB_LIST(struct ab_setup_data,
							 { 9, false, { seed, sizeof(seed) } }) },
		  { AB_ERR_UNSUPPORTED, "payload.setup_data.n", 1, "only x86 kernels take it" } },
		{ "too long a command line",
		  { GIG },
		  { KERNEL(image), .cmdline = line },
		  { AB_ERR_ARG, "payload.cmdline.length", 2048,
		    "must not be longer than the kernel takes" } },
		{ "fixed: zero page",
		  { GIG },
		  { KERNEL(image), FIXED({ AB_REGION_ZERO_PAGE, 0x40000000 }) },
		  { AB_ERR_ARG, "payload.fixed[].kind", AB_REGION_ZERO_PAGE,
		    "the address of this kind cannot be fixed", 0, "zero page" } },
		{ "fixed: EFI tables",
		  { ACPI },
		  { KERNEL(image), FIXED({ AB_REGION_EFI, 0x50000000 }) },
		  { AB_ERR_ARG, "payload.fixed[].kind", AB_REGION_EFI,
		    "the address of this kind cannot be fixed", 0, "EFI tables" } },
		{ "fixed kernel off its boundary",
		  { GIG },
		  { KERNEL(image), FIXED({ AB_REGION_KERNEL, 0x40080000 }) },
		  { AB_ERR_ARG, "payload.fixed[].base", 0x40080000,
		    "must be text_offset above a multiple of 2 MiB", 0, "kernel" } },
		{ "fixed kernel without its text_offset",
		  { GIG },
		  { KERNEL(shifted), FIXED({ AB_REGION_KERNEL, 0x40000000 }) },
		  { AB_ERR_ARG, "payload.fixed[].base", 0x40000000,
		    "must be text_offset above a multiple of 2 MiB", 0, "kernel" } },
		{ "fixed kernel that is linked elsewhere",
		  { GIG },
		  { KERNEL(elf_phys), FIXED({ AB_REGION_KERNEL, 0x40000000 }) },
		  { AB_ERR_ARG, "payload.fixed[].base", 0x40000000,
		    "this kernel must lie where it is linked", 0, "kernel" } },
		{ "fixed tree off its boundary",
		  { GIG },
		  { KERNEL(image), FIXED({ AB_REGION_DTB, 0x50000004 }) },
		  { AB_ERR_ARG, "payload.fixed[].base", 0x50000004, "must be a multiple of 8", 0,
		    "device tree" } },
		{ "fixed tree over the kernel",
		  { GIG },
		  { KERNEL(image),
		    FIXED({ AB_REGION_DTB, 0x40000000 }, { AB_REGION_KERNEL, 0x40000000 }) },
		  { AB_ERR_OVERLAP, "payload.fixed[].base", 0x40000000, "device tree", 1, "kernel",
		    0x40000000 } },
		{ "initrd out of the kernel's window",
		  { VIRT, .n_cpus = 1, RAM(0x40000000, 64 * AB_GiB) },
		  { KERNEL(image), INITRD, FIXED({ AB_REGION_INITRD, 0x840000000 }) },
		  { AB_ERR_ARG, "payload.fixed[].base", 0x840000000,
		    "must be in one window of 32 GiB with the kernel", 0, "initrd" } },
		{ "initrd below, out of the window",
		  { VIRT, .n_cpus = 1, RAM(0x40000000, 64 * AB_GiB) },
		  { KERNEL(image), INITRD,
		    FIXED({ AB_REGION_INITRD, 0x40000000 }, { AB_REGION_KERNEL, 0x83e000000 }) },
		  { AB_ERR_ARG, "payload.fixed[].base", 0x40000000,
		    "must be in one window of 32 GiB with the kernel", 0, "initrd" } },
		{ "initrd out of the window that begins with the kernel's GiB",
		  { VIRT, .n_cpus = 1, RAM(0x40000000, 64 * AB_GiB) },
		  { KERNEL(shifted), INITRD,
		    FIXED({ AB_REGION_INITRD, 0x840000000 }, { AB_REGION_KERNEL, 0x50080000 }) },
		  { AB_ERR_ARG, "payload.fixed[].base", 0x840000000,
		    "must be in one window of 32 GiB with the kernel", 0, "initrd" } },
		{ "a list that is nowhere",
		  { GIG },
		  { KERNEL(image), .initrds = { NULL, 2 } },
		  { AB_ERR_ARG, "payload.initrds.n", 2,
		    "must be 0 when the pointer beside it is NULL" } },
		{ "reservations that are nowhere",
		  { GIG },
		  { KERNEL(image), .reserve = { NULL, 1 } },
		  { AB_ERR_ARG, "payload.reserve.n", 1,
		    "must be 0 when the pointer beside it is NULL" } },
		{ "blobs that are nowhere",
		  { GIG },
		  { KERNEL(image), .blobs = { NULL, 1 } },
		  { AB_ERR_ARG, "payload.blobs.n", 1,
		    "must be 0 when the pointer beside it is NULL" } },
		{ "fixed addresses that are nowhere",
		  { GIG },
		  { KERNEL(image), .fixed = { NULL, 1 } },
		  { AB_ERR_ARG, "payload.fixed.n", 1,
		    "must be 0 when the pointer beside it is NULL" } },
		{ "setup_data that is nowhere",
		  { .arch = AB_ARCH_X86_64, .n_cpus = 1, RAM(0, AB_GiB) },
		  { KERNEL(elf_x86), .setup_data = { NULL, 1 } },
		  { AB_ERR_ARG, "payload.setup_data.n", 1,
		    "must be 0 when the pointer beside it is NULL" } },
		{ "a seed of nothing",
		  { GIG },
		  { KERNEL(image), .rng_seed = { NULL, 32 } },
		  { AB_ERR_ARG, "payload.rng_seed.size", 32,
		    "must be 0 when the pointer beside it is NULL" } },
		{ "no room for the kernel",
		  { VIRT, .n_cpus = 1, RAM(0x40000000, 0x200f000) },
		  { KERNEL(image) },
		  { AB_ERR_NOSPACE, "kernel", 0x2010000,
		    "machine.ram has no free range as large" } },
		{ "no room for the initrd",
		  { VIRT, .n_cpus = 1, RAM(0x40000000, 0x2010000) },
		  { KERNEL(image), INITRD },
		  { AB_ERR_NOSPACE, "initrd", 6,
		    "machine.ram has no free range as large where it may lie" } },
		{ "a tree of more than 2 MiB",
		  { GIG, .fdt = { .nodes = large_node } },
		  { KERNEL(image) },
		  { AB_ERR_NOSPACE, "device tree", 0, "a tree must not be larger than 2 MiB" } },
		{ "nodes of the caller's, left open",
		  { GIG, .fdt = { .nodes = open_node } },
		  { KERNEL(image) },
		  { AB_ERR_ARG, "device tree", 0, "each node must end" } },
		{ "a node that the tree has already: before a byte is placed",
		  { GIG, .fdt = { .nodes = node_that_is_there } },
		  { KERNEL(image) },
		  { AB_ERR_ARG, "device tree", 0, "sibling nodes must have different names" } },
		{ "no tree to merge",
		  { GIG, .fdt = { .overlays = AB_LIST(struct ab_bytes, { "12345678", 8 }) } },
		  { KERNEL(image) },
		  { AB_ERR_IMAGE, "machine.fdt.overlays[]", 0,
		    "must begin with a header, whose magic is 0xd00dfeed" } },
		{ "with ACPI, part of a page",
		  { ACPI },
		  { KERNEL(image), RESERVE({ 0x50000000, 0x1001, "mine" }) },
		  { AB_ERR_ARG, "payload.reserve[].size", 0x1001, "must be a multiple of 4096" } },
		{ "with ACPI, from inside a page",
		  { ACPI },
		  { KERNEL(image), RESERVE({ 0x50000010, 0x1000, "mine" }) },
		  { AB_ERR_ARG, "payload.reserve[].base", 0x50000010,
		    "must be a multiple of 4096" } },
		{ "with ACPI, a blob from inside a page",
		  { ACPI },
		  { KERNEL(image), BLOBS({ { "12345678", 8 }, 0x50000010, 0, "mine" }) },
		  { AB_ERR_ARG, "payload.blobs[].base", 0x50000010,
		    "must be a multiple of 4096" } },
		{ "part of a page",
		  { GIG },
		  { KERNEL(image), RESERVE({ 0x50000000, 0x1001, "mine" }) },
		  { AB_ERR_ARG, "payload.reserve[].size", 0x1001, "must be a multiple of 4096" } },
		{ "from inside a page",
		  { GIG },
		  { KERNEL(image), RESERVE({ 0x50000001, 0x1000, "mine" }) },
		  { AB_ERR_ARG, "payload.reserve[].base", 0x50000001,
		    "must be a multiple of 4096" } },
		{ "a blob from inside a page",
		  { GIG },
		  { KERNEL(image), BLOBS({ { "12345678", 8 }, 0x50000010, AB_MEM_NVS, "mine" }) },
		  { AB_ERR_ARG, "payload.blobs[].base", 0x50000010,
		    "must be a multiple of 4096" } },
		{ "an arm64 kernel on a PC",
		  { .arch = AB_ARCH_X86_64, .n_cpus = 1, RAM(0, AB_GiB) },
		  { KERNEL(image) },
		  { AB_ERR_UNSUPPORTED, "payload.kernel.format", AB_IMAGE_ARM64,
		    "the machine is x86-64, the kernel arm64", 0, "arm64 Image" } },
		{ "kaslr_seed on a PC",
		  { .arch = AB_ARCH_X86_64, .n_cpus = 1, RAM(0, AB_GiB) },
		  { KERNEL(elf_x86), .kaslr_seed = 5 },
		  { AB_ERR_UNSUPPORTED, "payload.kaslr_seed", 5, "only arm64 kernels take one" } },
		{ "a UKI's tree on a PC",
		  { .arch = AB_ARCH_X86_64, .n_cpus = 1, RAM(0, AB_GiB) },
		  { KERNEL(elf_x86), .flags = AB_UKI_TREE },
		  { AB_ERR_UNSUPPORTED, "payload.flags", AB_UKI_TREE,
		    "AB_UKI_TREE needs a device tree, which only arm64 kernels get" } },
		{ "a tree's address on a PC",
		  { .arch = AB_ARCH_X86_64, .n_cpus = 1, RAM(0, AB_GiB) },
		  { KERNEL(elf_x86), FIXED({ AB_REGION_DTB, 0x50000000 }) },
		  { AB_ERR_ARG, "payload.fixed[].kind", AB_REGION_DTB,
		    "the address of this kind cannot be fixed", 0, "device tree" } },
	};

	(void)state;
	memset(line, 'x', sizeof(line) - 1);
	line[2048] = '\0';
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct expected want = rows[i].want;
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct recorder rec;
		struct ab_error why;
		enum ab_err err = run(&plan, &rows[i].m, &rows[i].os, &rec, &why);

		if (want.value == 0) /* it depends on what lies before */
			want.value = why.value;
		assert_error(err, &why, &want, rows[i].name);
		assert_int_equal(rec.calls, 0);
	}
}

static void test_a_bzimage_is_for_pcs(void **state)
{
	static uint8_t bz[0x4000];
	const size_t n = make_bzimage(bz, &bz_bare);
	const struct ab_payload os = { .kernel = { bz, n } };
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_error why;
	const struct expected want = { AB_ERR_UNSUPPORTED,
				       "payload.kernel.format",
				       AB_IMAGE_BZIMAGE,
				       "the machine is arm64, the kernel x86",
				       0,
				       "bzImage" };

	(void)state;
	assert_error(ab_plan_make(&plan, &gig, &os, (struct ab_work){ NULL, 0 }, &why), &why, &want,
		     "bzImage");
}

/* ---- entry --------------------------------------------------------------------------------- */

static void test_entry(void **state)
{
	const struct ab_payload os = { KERNEL(shifted) };
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_work work;
	struct ab_vcpu cpu;
	struct ab_error why;
	char text[512];
	struct ab_buf out = ab_buf_over(text, sizeof(text));

	(void)state;
	assert_ok(make_plan(&plan, &gig, &os, &work, &why), &why, "plan");
	assert_ok(ab_plan_entry(&plan, 0, &cpu, &why), &why, "CPU 0");
	assert_int_equal(cpu.arch, AB_ARCH_ARM64);
	assert_int_equal(cpu.start, AB_VCPU_RUN);
	assert_true(cpu.arm64.pc == 0x40080000);
	assert_true(cpu.arm64.x[0] == ab_plan_region(&plan, AB_REGION_DTB)->base);
	assert_true((cpu.arm64.x[1] | cpu.arm64.x[2] | cpu.arm64.x[3]) == 0);
	assert_true(cpu.arm64.pstate == 0x3c5);
	assert_int_equal(cpu.arm64.n_sysregs, 1);
	assert_int_equal(cpu.arm64.sysreg[0].id, 0xc080); /* op0 3, op1 0, CRn 1, CRm 0, op2 0 */
	assert_true(cpu.arm64.sysreg[0].value == 0x30d00800);
	ab_vcpu_text(&cpu, &out);
	assert_ok(ab_plan_entry(&plan, 1, &cpu, &why), &why, "CPU 1");
	assert_int_equal(cpu.start, AB_VCPU_WAIT);
	assert_true((cpu.arm64.pc | cpu.arm64.x[0]) == 0);
	assert_true(cpu.arm64.pstate == 0x3c5);
	assert_int_equal(cpu.arm64.n_sysregs, 1);
	assert_int_equal(cpu.arm64.sysreg[0].id, 0xc080); /* op0 3, op1 0, CRn 1, CRm 0, op2 0 */
	assert_true(cpu.arm64.sysreg[0].value == 0x30d00800);
	assert_true(cpu.id == 1);
	ab_vcpu_text(&cpu, &out);
	ab_put(&out, NULL, 1);
	assert_string_equal(text, "cpu 0x0\npc 0x40080000\nx0 0x40200000\nx1 0x0\nx2 0x0\nx3 0x0\n"
				  "pstate 0x3c5\nsctlr_el1 0x30d00800\n"
				  "cpu 0x1\nis off until PSCI CPU_ON gives pc and x0\n"
				  "pstate 0x3c5\nsctlr_el1 0x30d00800\n");
	assert_int_equal(ab_plan_entry(&plan, 2, &cpu, &why), AB_ERR_ARG);
	free(work.data);
}

/* ---- what a plan says of itself ------------------------------------------------------------ */

static void test_kaslr(void **state)
{
	const struct {
		uint64_t seed;
		const char *cmdline;
		bool kaslr;
	} rows[] = {
		{ 0, NULL, false },        { 7, NULL, true },           { 7, "nokaslr", false },
		{ 7, "nokaslrs x", true }, { 7, "a nokaslr b", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct ab_payload os = { KERNEL(image), .kaslr_seed = rows[i].seed,
					       .cmdline = rows[i].cmdline };
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_work work;
		struct ab_error why;

		assert_ok(make_plan(&plan, &gig, &os, &work, &why), &why, "plan");
		assert_int_equal(plan.kaslr, rows[i].kaslr);
		free(work.data);
	}
}

#define CACHES(...) .caches = AB_LIST(struct ab_cache, __VA_ARGS__)
#define L1D                                                                                        \
	{                                                                                          \
		.level = 1, .type = AB_CACHE_DATA, 32768, 64, 4, 1                                 \
	}
#define L1I                                                                                        \
	{                                                                                          \
		.level = 1, .type = AB_CACHE_INSTRUCTION, 32768, 64, 4, 1                          \
	}
#define L2                                                                                         \
	{                                                                                          \
		.level = 2, .type = AB_CACHE_UNIFIED, 1 << 20, 64, 16, 1                           \
	}

/* What is doubtful in a machine is told by its plan. */
static void test_caches_that_clidr_contradicts(void **state)
{
	const struct {
		struct ab_machine m;
		bool warned;
	} rows[] = {
		{ { GIG, CACHES(L1D, L1I, L2), .arm64.clidr = 043 }, false },
		{ { GIG, CACHES(L1D, L1I, L2), .arm64.clidr = 033 }, true },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct ab_payload os = { KERNEL(image) };
		static char text[4096];
		struct ab_buf out = ab_buf_over(text, sizeof(text));
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_work work;
		struct ab_error why;

		assert_ok(make_plan(&plan, &rows[i].m, &os, &work, &why), &why, "plan");
		ab_plan_text(&plan, &out);
		ab_put(&out, NULL, 1);
		assert_int_equal(plan.n_warnings, rows[i].warned);
		if (rows[i].warned)
			assert_int_equal(plan.warnings[0].code, AB_ERR_ARG);
		assert_true((strstr(text, "\nwarning  machine.caches[") != NULL) == rows[i].warned);
		free(work.data);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_a_fixed_tree_keeps_room),
		cmocka_unit_test(test_work_is_told_where_a_plan_can_be_made),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_a_bzimage_is_for_pcs),
		cmocka_unit_test(test_entry),
		cmocka_unit_test(test_kaslr),
		cmocka_unit_test(test_caches_that_clidr_contradicts),
	};

	return cmocka_run_group_tests(tests, make_kernels, NULL);
}
