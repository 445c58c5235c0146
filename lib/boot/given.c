/* SPDX-License-Identifier: BSD-2-Clause */
/* The caller's payload, merged with the parts of a Unified Kernel Image. */
#include "boot_priv.h"

#include "../base/libc.h"

/* ---- protocol ----------------------------------------------------------------------------- */

/* Of every protocol, also of one whose ways this build leaves out. */
static const char *const names[] = {
	[AB_PROTOCOL_AUTO] = "auto",           [AB_PROTOCOL_LINUX] = "linux",
	[AB_PROTOCOL_SELF] = "self",           [AB_PROTOCOL_PVH] = "pvh",
	[AB_PROTOCOL_LINUX32] = "linux32",     [AB_PROTOCOL_FIRMWARE] = "firmware",
	[AB_PROTOCOL_MULTIBOOT] = "multiboot", [AB_PROTOCOL_MULTIBOOT2] = "multiboot2",
	[AB_PROTOCOL_FLAT] = "flat",           [AB_PROTOCOL_FLAT32] = "flat32",
};

const char *ab_protocol_name(enum ab_protocol protocol)
{
	return (size_t)protocol < sizeof(names) / sizeof(names[0]) ? names[protocol]
								   : "unknown protocol";
}

#ifndef AB_WITHOUT_X86_64
bool ab_boot_unsettled_(const struct ab_plan *plan)
{
	return plan->way->by_notes && plan->payload->protocol == AB_PROTOCOL_AUTO &&
	       plan->kernel.file.format == AB_IMAGE_PACKED;
}
#endif

/* ---- the command line --------------------------------------------------------------------- */

/* COMMAND_LINE_SIZE without its NUL, for kernels whose header does not give a size. */
#define CMDLINE_MAX 2047

struct ab_bytes ab_boot_cmdline_(const struct ab_plan *plan, size_t piece)
{
	const char *line = plan->payload->cmdline;

	if (piece != 0)
		return ab_boot_addon_(plan, piece - 1).cmdline;
	return line != NULL ? (struct ab_bytes){ line, strlen(line) }
			    : plan->kernel.file.uki.cmdline;
}

size_t ab_boot_cmdline_size_(const struct ab_plan *plan, bool *given)
{
	size_t sum = 0;
	bool any = false;

	for (size_t i = 0; i <= ab_boot_n_addons_(plan); i++) {
		const struct ab_bytes piece = ab_boot_cmdline_(plan, i);

		any |= piece.data != NULL;
		sum += piece.size != 0 ? piece.size + (sum != 0) : 0;
	}
	if (given != NULL)
		*given = any;
	return sum;
}

/* The longest command line that the kernel takes. Before protocol 2.02 a header has no field for
 * the address of one. */
static uint32_t most_cmdline(const struct ab_image *file)
{
	if (file->format != AB_IMAGE_BZIMAGE)
		return CMDLINE_MAX;
	return file->bz.version < 0x0202 ? 0 : file->bz.cmdline_size;
}

enum ab_err ab_boot_check_cmdline_(const struct ab_plan *plan, struct ab_error *why)
{
	static const char rule[] = "must not be longer than the kernel takes";
	const uint32_t most = most_cmdline(&plan->kernel.file);
	const size_t own = ab_boot_cmdline_(plan, 0).size,
		     length = ab_boot_cmdline_size_(plan, NULL);

	if (length <= most)
		return AB_OK;
	if (own <= most)
		return ab_fail(why, AB_ERR_ARG, "payload.addons.cmdline.length", length, rule);
	return plan->payload->cmdline != NULL
		   ? ab_fail(why, AB_ERR_ARG, "payload.cmdline.length", own, rule)
		   : ab_fail(why, AB_ERR_IMAGE, "uki.cmdline.length", own, rule);
}

/* A word ends at a space, quoted or not. */
static bool has_word(struct ab_bytes line, const char *word)
{
	const uint8_t *p = line.data;
	const size_t n = strlen(word);

	for (size_t at = 0, len; at < line.size; at += len + 1) {
		for (len = 0; at + len < line.size && p[at + len] > ' ';)
			len++;
		if (len == n && memcmp(p + at, word, n) == 0)
			return true;
	}
	return false;
}

bool ab_boot_has_word_(const struct ab_plan *plan, const char *word)
{
	for (size_t i = 0; i <= ab_boot_n_addons_(plan); i++)
		if (has_word(ab_boot_cmdline_(plan, i), word))
			return true;
	return false;
}

bool ab_boot_wants_kaslr_(const struct ab_plan *plan)
{
	return (plan->payload->flags & AB_KASLR) != 0 && !ab_boot_has_word_(plan, "nokaslr");
}

/* ---- initrds ------------------------------------------------------------------------------ */

#define N_UKI_INITRDS 2

size_t ab_boot_n_initrds_(const struct ab_plan *plan)
{
	return N_UKI_INITRDS + plan->payload->initrds.n + 2 * ab_boot_n_addons_(plan);
}

struct ab_bytes ab_boot_initrd_(const struct ab_plan *plan, size_t index)
{
	const struct ab_bytes_list *own = &plan->payload->initrds;
	const struct ab_uki *uki = &plan->kernel.file.uki;
	const size_t addons = ab_boot_n_addons_(plan);

	if (index < addons) /* a kernel takes the first microcode that suits its CPU */
		return ab_boot_addon_(plan, addons - 1 - index).ucode;
	index -= addons;
	if (index < N_UKI_INITRDS)
		return index == 0 ? uki->ucode : uki->initrd;
	index -= N_UKI_INITRDS;
	return index < own->n ? own->at[index] : ab_boot_addon_(plan, index - own->n).initrd;
}

enum ab_err ab_boot_initrd_size_(const struct ab_plan *plan, uint64_t *size, struct ab_error *why)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < ab_boot_n_initrds_(plan); i++) {
		const struct ab_bytes initrd = ab_boot_initrd_(plan, i);

		if (initrd.data == NULL && initrd.size == 0)
			continue;
		if (initrd.data == NULL)
			return ab_fail_at_(why, AB_ERR_ARG, "payload.initrds[].size",
					   i - N_UKI_INITRDS - ab_boot_n_addons_(plan), initrd.size,
					   "must be 0 when data is NULL");
		if (!ab_align_up(sum, 4, &sum) || !ab_add(sum, initrd.size, &sum))
			return ab_fail(why, AB_ERR_NOSPACE, "initrd", UINT64_MAX,
				       "no machine.ram is as large");
	}
	*size = sum;
	return AB_OK;
}

/* ---- fixed addresses ---------------------------------------------------------------------- */

const struct ab_fixed *ab_boot_fixed_(const struct ab_plan *plan, enum ab_region_kind kind)
{
	const struct ab_fixed_list *f = &plan->payload->fixed;

	for (size_t i = 0; i < f->n; i++)
		if (f->at[i].kind == kind)
			return &f->at[i];
	return NULL;
}
