/* SPDX-License-Identifier: BSD-2-Clause */
/* PVH start_info version 1: start_info.h of the Xen interface. */
#include "x86_priv.h"

#include <aetherboot/x86.h>

/* struct hvm_modlist_entry, one for each module */
static void modlist(const struct ab_x86_module_list *list, struct ab_buf *out)
{
	for (size_t i = 0; i < list->n; i++) {
		ab_put_le(out, list->at[i].base, 8); /* 0 paddr */
		ab_put_le(out, list->at[i].size, 8); /* 8 size */
		ab_put_le(out, 0, 8); /* 16 cmdline_paddr */
		ab_put_le(out, 0, 8); /* 24 reserved */
	}
}

/* The command lines of modules. The entry of the first module is at @at in the writer, whose byte
 * 0 of start_info is at @start. */
static void cmdlines(const struct ab_x86_module_list *list, uint64_t gpa, size_t start, size_t at,
		     struct ab_buf *out)
{
	for (size_t i = 0; i < list->n; i++, at += AB_X86_START_INFO_MODULE) {
		if (list->at[i].cmdline == NULL)
			continue;
		ab_poke_le(out, at + 16, gpa + (out->len - start), 8);
		ab_put_str(out, list->at[i].cmdline);
		ab_put(out, NULL, 1);
	}
}

/* struct hvm_memmap_table_entry, one for each entry of the map */
static void memmap(const struct ab_memmap *map, struct ab_buf *out)
{
	struct ab_memmap_iter it = { 0 };
	struct ab_memmap_entry e;

	while (ab_memmap_next(map, &it, &e)) {
		ab_put_le(out, e.base, 8); /* 0 addr */
		ab_put_le(out, e.size, 8); /* 8 size */
		ab_put_le(out, ab_x86_e820_type_(e.type), 4); /* 16 type */
		ab_put_le(out, 0, 4); /* 20 reserved */
	}
}

void ab_x86_start_info(const struct ab_x86_start_info *in, uint64_t gpa, struct ab_buf *out)
{
	const size_t entries = ab_memmap_count(in->map);
	const size_t start = out->len;
	size_t modules;

	if (!ab_is_aligned(gpa, 8)) {
		ab_buf_fail(out, AB_ERR_ARG, "start_info.gpa", gpa, "must be a multiple of 8");
		return;
	}
	if (entries > AB_E820_MAX) {
		ab_buf_fail(out, AB_ERR_UNSUPPORTED, "start_info.memmap_entries", entries,
			    "must be at most 128, as kernels read no more");
		return;
	}
	ab_put_le(out, 0x336ec578, 4); /* 0 magic */
	ab_put_le(out, 1, 4); /* 4 version */
	ab_put_le(out, 0, 4); /* 8 flags: not the control domain */
	ab_put_le(out, in->modules.n, 4); /* 12 nr_modules */
	ab_put_le(out, 0, 8); /* 16 modlist_paddr */
	ab_put_le(out, in->cmdline, 8); /* 24 cmdline_paddr */
	ab_put_le(out, in->rsdp, 8); /* 32 rsdp_paddr */
	ab_put_le(out, 0, 8); /* 40 memmap_paddr */
	ab_put_le(out, entries, 4); /* 48 memmap_entries */
	ab_put_le(out, 0, 4); /* 52 reserved */
	modules = out->len;
	if (in->modules.n != 0)
		ab_poke_le(out, start + 16, gpa + (modules - start), 8);
	modlist(&in->modules, out);
	if (entries != 0) {
		ab_poke_le(out, start + 40, gpa + (out->len - start), 8);
		memmap(in->map, out);
	}
	cmdlines(&in->modules, gpa, start, modules, out);
}
