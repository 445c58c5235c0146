/* SPDX-License-Identifier: BSD-2-Clause */
/* /chosen and /aliases: facts from the loader, and the names of consoles. */
#include "fdt_priv.h"

#include "../base/libc.h"
#include "../machine/machine_priv.h"

#define SECURE_BOOT_DISABLED 2 /* Linux, enum efi_secureboot_mode */
#define ALIASES 8 /* serial0 to serial7 */

/* Append an address, in one cell unless it is @wide: every reader understands one cell. */
static void address(struct ab_fdt *f, enum ab_fdt_name id, uint64_t gpa, bool wide)
{
	if (wide)
		ab_fdt_p_u64_(f, id, gpa);
	else
		ab_fdt_p_u32_(f, id, (uint32_t)gpa);
}

/* Join the pieces of the command line at @p; NULL: only get their size. */
static size_t join(const struct ab_fdt_chosen *c, uint8_t *p)
{
	struct ab_bytes piece = { c->cmdline, c->cmdline_size };
	size_t size = 0;

	if (piece.size == 0)
		piece.size = strlen(c->cmdline);
	for (size_t i = 0;; piece = c->cmdline_more.at[i++]) {
		if (piece.size != 0) {
			if (size != 0 && p != NULL)
				p[size] = ' ';
			size += size != 0;
			if (p != NULL)
				memcpy(p + size, piece.data, piece.size);
			size += piece.size;
		}
		if (i == c->cmdline_more.n)
			return size;
	}
}

static void bootargs(struct ab_fdt *f, const struct ab_fdt_chosen *c)
{
	const size_t size = join(c, NULL);
	uint8_t *p = ab_fdt_p_(f, AB_P_BOOTARGS, size + 1);

	if (p == NULL)
		return;
	(void)join(c, p);
	p[size] = '\0';
}

static void initrd(struct ab_fdt *f, const struct ab_fdt_chosen *c)
{
	uint64_t end = c->initrd + c->initrd_size;

	if (c->initrd_size == 0)
		return;
	address(f, AB_P_LINUX_INITRD_START, c->initrd, end >> 32 != 0);
	address(f, AB_P_LINUX_INITRD_END, end, end >> 32 != 0);
}

static bool probe_only(const struct ab_machine *m)
{
	for (size_t i = 0; i < m->devs.n; i++)
		if (ab_dev_is_ecam_(&m->devs.at[i]) && m->devs.at[i].pcie.probe_only)
			return true;
	return false;
}

/* ARM64EFI, chosen: the properties that the EFI stub would have added */
static void efi(struct ab_fdt *f, const struct ab_fdt_chosen *c)
{
	ab_fdt_p_u64_(f, AB_P_LINUX_UEFI_SYSTEM_TABLE, c->efi_system_table);
	ab_fdt_p_u64_(f, AB_P_LINUX_UEFI_MMAP_START, c->efi_memory_map);
	ab_fdt_p_u32_(f, AB_P_LINUX_UEFI_MMAP_SIZE, c->efi_memory_map_size);
	ab_fdt_p_u32_(f, AB_P_LINUX_UEFI_MMAP_DESC_SIZE, AB_EFI_DESC_SIZE);
	ab_fdt_p_u32_(f, AB_P_LINUX_UEFI_MMAP_DESC_VER, AB_EFI_DESC_VERSION);
	ab_fdt_p_u32_(f, AB_P_LINUX_UEFI_SECURE_BOOT, SECURE_BOOT_DISABLED);
}

/* Binding: simple-framebuffer */
static void framebuffer(struct ab_fdt *f, const struct ab_dev *d)
{
	AB_FDT_OPEN_AT(f, "framebuffer", d->base);
	AB_FDT_TEXT(f, AB_P_COMPATIBLE, "simple-framebuffer");
	ab_fdt_reg(f, d->base, d->size);
	ab_fdt_p_u32_(f, AB_P_WIDTH, d->framebuffer.width);
	ab_fdt_p_u32_(f, AB_P_HEIGHT, d->framebuffer.height);
	ab_fdt_p_u32_(f, AB_P_STRIDE, ab_dev_stride_(d));
	ab_fdt_p_string_(f, AB_P_FORMAT, ab_pixel_name_(d->framebuffer.format));
	ab_fdt_end(f);
}

void ab_fdt_put_chosen_(struct ab_fdt *f, const struct ab_machine *m,
			const struct ab_fdt_chosen *chosen)
{
	const struct ab_dev *fb =
	    AB_ALL_BUILT && m != NULL ? ab_machine_dev(m, AB_DEV_FRAMEBUFFER, 0) : NULL;

	AB_FDT_OPEN(f, "chosen");
	if (fb != NULL)
		ab_fdt_cells_(f);
	if (chosen->cmdline != NULL)
		bootargs(f, chosen);
	initrd(f, chosen);
	if (m != NULL && ab_machine_uart(m, 0) != NULL)
		AB_FDT_TEXT(f, AB_P_STDOUT_PATH, "serial0:115200n8");
	if (m != NULL && probe_only(m))
		ab_fdt_p_u32_(f, AB_P_LINUX_PCI_PROBE_ONLY, 1);
	if (m == NULL)
		efi(f, chosen);
	if (chosen->kaslr_seed != 0)
		ab_fdt_p_u64_(f, AB_P_KASLR_SEED, chosen->kaslr_seed);
	if (chosen->rng_seed.size != 0)
		ab_fdt_p_bytes_(f, AB_P_RNG_SEED, chosen->rng_seed.data, chosen->rng_seed.size);
	if (fb != NULL)
		framebuffer(f, fb);
	ab_fdt_end(f);
}

void ab_fdt_aliases_(struct ab_fdt *f, const struct ab_machine *m)
{
	const struct ab_dev *d;
	char path[8 + 16 + 1];

	if (ab_machine_uart(m, 0) == NULL)
		return;
	AB_FDT_OPEN(f, "aliases");
	for (unsigned int i = 0; i < ALIASES && (d = ab_machine_uart(m, i)) != NULL; i++) {
		struct ab_buf b = ab_buf_over(path, sizeof(path));

		ab_put_hex(&b, d->base, 1);
		/* ab_put_hex() begins with "0x", which is overwritten */
		memmove(path + 8, path + 2, b.len - 2);
		memcpy(path, "/serial@", 8);
		path[8 + b.len - 2] = '\0';
		ab_fdt_p_bytes_(f, AB_P_SERIAL0 + i, path, 8 + b.len - 2 + 1);
	}
	ab_fdt_end(f);
}
