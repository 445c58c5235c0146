/* SPDX-License-Identifier: BSD-2-Clause */
/* Write the device trees of every named AArch64 machine and the stub tree: dump OUTDIR. One way in
 * guest memory: the last 64 KiB of the first RAM range are reserved, and 4 KiB at its start. */
#include "../golden/machines.h"
#include "../unit/checked.h"

#include <aetherboot/fdt.h>

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static _Alignas(8) uint8_t bytes[1 << 20];
static const uint8_t seed[32] = { 0x5e, 0xed, 1, 2, 3, 4, 5, 6, 7, 8, 9 };

static int save(const char *dir, const char *name, const struct ab_buf *b)
{
	char path[4096];
	FILE *f;

	(void)snprintf(path, sizeof(path), "%s/%s.dtb", dir, name);
	f = fopen(path, "wb");
	if (f == NULL || fwrite(b->data, 1, b->len, f) != b->len || fclose(f) != 0) {
		perror(path);
		return 1;
	}
	return 0;
}

static int tell(const char *name, const struct ab_error *why)
{
	char text[256];

	(void)ab_error_text(why, text, sizeof(text));
	(void)fprintf(stderr, "%s: %s\n", name, text);
	return 1;
}

static int machine(const char *dir, const struct golden_machine *g)
{
	const struct ab_machine *m = g->machine;
	const struct ab_ram *ram = m->ram.at;
	const struct ab_region taken[] = {
		{ ram->base, 4096, AB_REGION_RESERVED, AB_MEM_RESERVED, false, 0, "low" },
		{ ram->base + ram->size - 0x10000, 0x10000, AB_REGION_RESERVED, AB_MEM_RESERVED,
		  false, 1, "high" },
	};
	const struct ab_memmap map = { m->ram, taken, 2 };
	const struct ab_fdt_chosen chosen = {
		.cmdline = "console=ttyAMA0 quiet",
		.initrd = ram->base + 0x4000000,
		.initrd_size = 0x12345,
		.rng_seed = { seed, sizeof(seed) },
		.kaslr_seed = 0x0123456789abcdef,
		.reserve = g->reserve,
	};
	struct ab_buf b = ab_buf_over(bytes, sizeof(bytes));
	struct ab_error why;

	if (check_machine(m, NULL, &why) || ab_fdt_machine(m, &chosen, &map, &b, &why))
		return tell(g->name, &why);
	return save(dir, g->name, &b);
}

static int stub(const char *dir)
{
	const struct ab_fdt_chosen chosen = {
		.cmdline = "quiet",
		.initrd = 0x44000000,
		.initrd_size = 0x1000,
		.efi_system_table = 0x47ff0000,
		.efi_memory_map = 0x47fe0000,
		.efi_memory_map_size = 3 * 40,
	};
	struct ab_buf b = ab_buf_over(bytes, sizeof(bytes));
	struct ab_error why;

	if (ab_fdt_stub(&chosen, &b, &why))
		return tell("stub", &why);
	return save(dir, "stub", &b);
}

int main(int argc, char **argv)
{
	int bad = 0;

	if (argc != 2)
		return 2;
	(void)mkdir(argv[1], 0777);
	for (size_t i = 0; i < golden_arm64_n; i++)
		bad |= machine(argv[1], &golden_arm64[i]);
	return bad | stub(argv[1]);
}
