/* SPDX-License-Identifier: BSD-2-Clause */
/* Multiboot information: MB1 3.3 and MB2 3.6, Boot information format. */
#include "x86_priv.h"

static const char loader[] = "aetherboot";

/* Append text with its NUL, and give its address, relative to @start. */
static size_t text(struct ab_buf *out, size_t start, const char *s)
{
	const size_t at = out->len - start;

	ab_put_str(out, s != NULL ? s : "");
	ab_put(out, NULL, 1);
	return at;
}

/* Append the command line with its NUL: its pieces, with a space between two. */
static void words(const struct ab_bytes_list *pieces, struct ab_buf *out)
{
	const size_t start = out->len;

	for (size_t i = 0; i < pieces->n; i++) {
		if (pieces->at[i].size != 0 && out->len != start)
			ab_put_str(out, " ");
		ab_put(out, pieces->at[i].data, pieces->at[i].size);
	}
	ab_put(out, NULL, 1);
}

/* Append entries of the memory map: base, length and type. Version 1 precedes each with its size,
 * version 2 has a reserved word behind it. */
static void mmap(const struct ab_memmap *map, uint32_t version, struct ab_buf *out)
{
	struct ab_memmap_iter it = { 0 };
	struct ab_memmap_entry e;

	while (ab_memmap_next(map, &it, &e)) {
		if (version == 1)
			ab_put_le(out, 20, 4); /* -4 size, without itself */
		ab_put_le(out, e.base, 8); /* 0 base_addr */
		ab_put_le(out, e.size, 8); /* 8 length */
		ab_put_le(out, ab_x86_e820_type_(e.type), 4); /* 16 type */
		if (version == 2)
			ab_put_le(out, 0, 4); /* 20 reserved */
	}
}

static bool check_gpa(uint64_t gpa, struct ab_buf *out)
{
	if (ab_is_aligned(gpa, 8) && gpa <= UINT32_MAX)
		return true;
	ab_buf_fail(out, AB_ERR_ARG, "multiboot_info.gpa", gpa,
		    "must be a multiple of 8 below 4 GiB");
	return false;
}

/* ---- version 1 ---------------------------------------------------------------------------- */

enum flags {
	HAS_MEM = 1 << 0,
	HAS_CMDLINE = 1 << 2,
	HAS_MODS = 1 << 3,
	HAS_MMAP = 1 << 6,
	HAS_LOADER_NAME = 1 << 9,
};

enum {
	AT_CMDLINE = 16,
	AT_LOADER_NAME = 64,
	INFO_SIZE = 116,
	MODS = 120, /* offset of what follows the information */
	MOD_SIZE = 16,
	MOD_STRING = 8,
	MMAP_ENTRY = 24,
};

static void info(const struct ab_x86_multiboot *in, uint64_t gpa, struct ab_buf *out)
{
	const size_t mods = in->modules.n, entries = ab_memmap_count(in->map);
	const uint32_t flags = HAS_MEM | HAS_MODS | HAS_MMAP | HAS_LOADER_NAME |
			       (in->cmdline.n != 0 ? HAS_CMDLINE : 0);

	ab_put_le(out, flags, 4); /* 0 flags */
	ab_put_le(out, ab_x86_mem_lower_(in->map), 4); /* 4 mem_lower */
	ab_put_le(out, ab_x86_mem_upper_(in->map), 4); /* 8 mem_upper */
	ab_put_le(out, 0, 4); /* 12 boot_device */
	ab_put_le(out, 0, 4); /* 16 cmdline */
	ab_put_le(out, mods, 4); /* 20 mods_count */
	ab_put_le(out, gpa + MODS, 4); /* 24 mods_addr */
	ab_put(out, NULL, 16); /* 28 syms */
	ab_put_le(out, entries * MMAP_ENTRY, 4); /* 44 mmap_length */
	ab_put_le(out, gpa + MODS + mods * MOD_SIZE, 4); /* 48 mmap_addr */
	ab_put(out, NULL, 12); /* 52 drives_length, drives_addr, config_table */
	ab_put_le(out, 0, 4); /* 64 boot_loader_name */
	ab_put(out, NULL, INFO_SIZE - 68); /* 68 apm_table, VBE, framebuffer */
	ab_put(out, NULL, MODS - INFO_SIZE);
}

void ab_x86_multiboot(const struct ab_x86_multiboot *in, uint64_t gpa, struct ab_buf *out)
{
	const size_t start = out->len;

	if (!check_gpa(gpa, out))
		return;
	info(in, gpa, out);
	for (size_t i = 0; i < in->modules.n; i++) {
		const struct ab_x86_module *m = &in->modules.at[i];

		ab_put_le(out, m->base, 4); /* 0 mod_start */
		ab_put_le(out, m->base + m->size, 4); /* 4 mod_end */
		ab_put_le(out, 0, 4); /* 8 string */
		ab_put_le(out, 0, 4); /* 12 reserved */
	}
	mmap(in->map, 1, out);
	ab_poke_le(out, start + AT_LOADER_NAME, gpa + text(out, start, loader), 4);
	for (size_t i = 0; i < in->modules.n; i++)
		ab_poke_le(out, start + MODS + i * MOD_SIZE + MOD_STRING,
			   gpa + text(out, start, in->modules.at[i].cmdline), 4);
	if (in->cmdline.n == 0)
		return;
	ab_poke_le(out, start + AT_CMDLINE, gpa + (out->len - start), 4);
	words(&in->cmdline, out);
}

/* ---- version 2 ---------------------------------------------------------------------------- */

/* MB2 3.6.2: type and size of a tag; the size is known at its end. */
static size_t begin(uint32_t type, struct ab_buf *out)
{
	const size_t at = out->len;

	ab_put_le(out, type, 4); /* 0 type */
	ab_put_le(out, 0, 4); /* 4 size */
	return at;
}

/* The size does not count the zeros up to the next tag. */
static void end(size_t at, struct ab_buf *out)
{
	const size_t size = out->len - at;

	ab_poke_le(out, at + 4, size, 4);
	ab_put(out, NULL, (0 - size) & 7);
}

static void module_tags(const struct ab_x86_module_list *list, struct ab_buf *out)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct ab_x86_module *m = &list->at[i];
		const size_t at = begin(3, out);

		ab_put_le(out, m->base, 4); /* 8 mod_start */
		ab_put_le(out, m->base + m->size, 4); /* 12 mod_end */
		(void)text(out, 0, m->cmdline); /* 16 string */
		end(at, out);
	}
}

static void memory_tags(const struct ab_memmap *map, struct ab_buf *out)
{
	size_t at = begin(4, out);

	ab_put_le(out, ab_x86_mem_lower_(map), 4); /* 8 mem_lower */
	ab_put_le(out, ab_x86_mem_upper_(map), 4); /* 12 mem_upper */
	end(at, out);
	at = begin(6, out);
	ab_put_le(out, 24, 4); /* 8 entry_size */
	ab_put_le(out, 0, 4); /* 12 entry_version */
	mmap(map, 2, out); /* 16 entries */
	end(at, out);
}

void ab_x86_multiboot2(const struct ab_x86_multiboot *in, uint64_t gpa, struct ab_buf *out)
{
	const size_t start = out->len;
	size_t at;

	if (!check_gpa(gpa, out))
		return;
	ab_put_le(out, 0, 4); /* 0 total_size */
	ab_put_le(out, 0, 4); /* 4 reserved */
	at = begin(1, out);
	words(&in->cmdline, out); /* 8 string */
	end(at, out);
	at = begin(2, out);
	(void)text(out, 0, loader); /* 8 string */
	end(at, out);
	module_tags(&in->modules, out);
	memory_tags(in->map, out);
	if (in->rsdp.size != 0) {
		at = begin(15, out);
		ab_put(out, in->rsdp.data, in->rsdp.size); /* 8 copy of the RSDP */
		end(at, out);
	}
	if (in->relocatable) {
		at = begin(21, out);
		ab_put_le(out, in->load_base, 4); /* 8 load_base_addr */
		end(at, out);
	}
	end(begin(0, out), out);
	ab_poke_le(out, start, out->len - start, 4);
}
