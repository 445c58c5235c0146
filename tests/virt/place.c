/* SPDX-License-Identifier: BSD-2-Clause */
/* Plan a guest for QEMU's virt machine and write what QEMU's loader device is to put into memory:
 *
 *     place MACHINE fdt|acpi KERNEL INITRD CMDLINE OUTDIR [seed|BASE]
 *
 * OUTDIR gets a file a region, named by its address; tramp.bin, which QEMU runs first: it clears
 * the tree that QEMU leaves at the start of RAM, loads x0 to x3 and jumps to the kernel;
 * machine.json, the description as it was given; and plan.txt. "seed" hands the guest seeds, always
 * the same ones. With BASE, KERNEL is a flat binary for that address, and tramp.bin copies the tree
 * to the start of RAM, too, where U-Boot looks for it on this board. */
#include "virt.h"

#include <aetherboot/host.h>

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* where QEMU puts a tree of its own when there is neither a kernel nor firmware: at most 1 MiB */
#define QEMU_TREE UINT64_C(0x40000000)
#define QEMU_TREE_SIZE UINT64_C(0x200000)

static const char *dir;

static int complain(const struct ab_error *why)
{
	char text[256];

	(void)ab_error_text(why, text, sizeof(text));
	(void)fprintf(stderr, "place: %s\n", text);
	return 1;
}

static FILE *create(const char *name)
{
	char path[4096];
	FILE *f;

	(void)snprintf(path, sizeof(path), "%s/%s", dir, name);
	f = fopen(path, "wb");
	if (f == NULL)
		perror(path);
	return f;
}

/* The sink: ctx is the file of the region that is being written. */
static enum ab_err take(void *ctx, const struct ab_region *r, uint64_t off, const void *src,
			size_t len)
{
	FILE **f = ctx;
	char name[64];

	if (off == 0) {
		(void)snprintf(name, sizeof(name), "mem-%" PRIx64 ".bin", r->base);
		if (*f != NULL && fclose(*f) != 0)
			return AB_ERR_MEM;
		*f = create(name);
	}
	if (*f == NULL)
		return AB_ERR_MEM;
	if (src != NULL)
		return fwrite(src, 1, len, *f) == len ? AB_OK : AB_ERR_MEM;
	for (; len != 0; len--)
		if (putc(0, *f) == EOF)
			return AB_ERR_MEM;
	return AB_OK;
}

static void code(FILE *f, uint64_t v, size_t width)
{
	uint8_t byte[8];

	ab_st_le64(byte, v);
	(void)fwrite(byte, 1, width, f);
}

#define COPIED 0x10000 /* at most so much of a tree is copied */

/* Position-independent; literals follow the code. */
static int trampoline(const struct ab_vcpu_arm64 *cpu, bool copies)
{
	static const uint32_t text[] = {
		0x58000281, /*	ldr x1, =QEMU_TREE */
		0x580002a2, /*	ldr x2, =QEMU_TREE + QEMU_TREE_SIZE */
		0xeb02003f, /* 1:	cmp x1, x2 */
		0x54000062, /*	b.hs 2f */
		0xa8817c3f, /*	stp xzr, xzr, [x1], #16 */
		0x17fffffd, /*	b 1b */
		0x580001c1, /* 2:	ldr x1, =QEMU_TREE */
		0x58000360, /*	ldr x0, =end of what is copied */
		0x58000202, /*	ldr x2, =cpu->x[0] */
		0xeb00005f, /* 3:	cmp x2, x0 */
		0x54000082, /*	b.hs 4f */
		0xa8c11444, /*	ldp x4, x5, [x2], #16 */
		0xa8811424, /*	stp x4, x5, [x1], #16 */
		0x17fffffc, /*	b 3b */
		0x58000140, /* 4:	ldr x0, =cpu->x[0] */
		0x58000161, /*	ldr x1, =cpu->x[1] */
		0x58000182, /*	ldr x2, =cpu->x[2] */
		0x580001a3, /*	ldr x3, =cpu->x[3] */
		0x580001c4, /*	ldr x4, =cpu->pc */
		0xd61f0080, /*	br x4 */
	};
	FILE *f = create("tramp.bin");

	if (f == NULL)
		return 1;
	for (size_t i = 0; i < sizeof(text) / sizeof(text[0]); i++)
		code(f, text[i], 4);
	code(f, QEMU_TREE, 8);
	code(f, QEMU_TREE + QEMU_TREE_SIZE, 8);
	for (size_t i = 0; i < 4; i++)
		code(f, cpu->x[i], 8);
	code(f, cpu->pc, 8);
	code(f, cpu->x[0] + (copies ? COPIED : 0), 8);
	return fclose(f) != 0;
}

static int tell(const struct ab_plan *plan, const struct ab_vcpu_arm64 *cpu)
{
	static char text[65536];
	struct ab_buf b = ab_buf_over(text, sizeof(text));
	FILE *f = create("plan.txt");

	if (f == NULL)
		return 1;
	ab_plan_text(plan, &b);
	(void)fwrite(text, 1, b.len < b.cap ? b.len : b.cap, f);
	if (fclose(f) != 0)
		return 1;
	f = create("machine.json");
	if (f == NULL)
		return 1;
	(void)fprintf(f, "{");
	virt_describe(plan->machine, f);
	virt_describe_regions(plan->regions.at, plan->regions.n, f);
	(void)fprintf(f, "\"x0\": %" PRIu64 ", \"cmdline\": \"%s\"}\n", cpu->x[0],
		      plan->payload->cmdline);
	return fclose(f) != 0;
}

static int place(const struct ab_machine *m, const struct ab_payload *os)
{
	static struct ab_region room[AB_PLAN_REGIONS];
	static struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_error why = { AB_OK, NULL, 0, NULL };
	struct ab_work work = { NULL, 0 };
	struct ab_vcpu cpu;
	FILE *file = NULL;
	int bad = 1;

	if (ab_plan_work(&plan, m, os, &work.size, &why))
		return complain(&why);
	work.data = malloc(work.size + 1);
	if (work.data == NULL)
		return 1;
	if (ab_plan_make(&plan, m, os, work, &why) ||
	    ab_plan_place(&plan, (struct ab_mem){ take, &file }, work, &why) ||
	    ab_plan_entry(&plan, 0, &cpu, &why))
		(void)complain(&why);
	else
		bad = tell(&plan, &cpu.arm64) | trampoline(&cpu.arm64, os->flat.base != 0);
	if (file != NULL)
		bad |= fclose(file) != 0;
	free(work.data);
	return bad;
}

static const struct ab_machine *machine(const char *name)
{
	for (size_t i = 0; i < virt_machines_n; i++)
		if (strcmp(virt_machines[i].name, name) == 0)
			return virt_machines[i].machine;
	return NULL;
}

int main(int argc, char **argv)
{
	static const struct ab_reserve tree = { QEMU_TREE, QEMU_TREE_SIZE, "QEMU's tree" };
	static const uint8_t seed[64] = { 0x5e, 0xed, 1, 2, 3, 4, 5 };
	const struct ab_machine *found = argc == 7 || argc == 8 ? machine(argv[1]) : NULL;
	struct ab_host_file kernel, initrd;
	struct ab_payload os = { 0 };
	struct ab_error why;
	struct ab_machine m;

	if (found == NULL) {
		(void)fprintf(stderr, "usage: place MACHINE fdt|acpi KERNEL INITRD CMDLINE OUTDIR "
				      "[seed|BASE]\n");
		return 2;
	}
	dir = argv[6];
	m = *found;
	m.tables = strcmp(argv[2], "acpi") == 0 ? AB_TABLES_ACPI : AB_TABLES_FDT;
	if (ab_host_file_map(&kernel, argv[3], &why) || ab_host_file_map(&initrd, argv[4], &why))
		return complain(&why);
	os.kernel = kernel.bytes;
	os.initrds = (struct ab_bytes_list){ &initrd.bytes, 1 };
	os.cmdline = argv[5];
	if (argc == 8 && strcmp(argv[7], "seed") != 0) {
		os.protocol = AB_PROTOCOL_FLAT;
		os.flat.base = strtoull(argv[7], NULL, 0);
	} else if (argc == 8) {
		os.rng_seed = (struct ab_bytes){ seed, sizeof(seed) };
		os.kaslr_seed = 0x0123456789abcdef;
	}
	if (m.ram.at[0].base == QEMU_TREE)
		os.reserve = (struct ab_reserve_list){ &tree, 1 };
	return place(&m, &os);
}
