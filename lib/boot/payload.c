/* SPDX-License-Identifier: BSD-2-Clause */
/* What the caller gives: does it make sense, and is it for this architecture? */
#include "boot_priv.h"

#include "../base/libc.h"
#include "../x86/layout.h"

/* What only guests of another architecture are given. */
static enum ab_err check_arch(const struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_payload *p = plan->payload;

	if (plan->machine->arch == AB_ARCH_X86_64)
		return p->kaslr_seed == 0 ? AB_OK
					  : ab_fail(why, AB_ERR_UNSUPPORTED, "payload.kaslr_seed",
						    p->kaslr_seed, "arm64 only");
	if ((p->flags & AB_LA57) != 0)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "payload.flags", p->flags,
			       "AB_LA57: x86 only");
	return p->setup_data.n == 0 ? AB_OK
				    : ab_fail(why, AB_ERR_UNSUPPORTED, "payload.setup_data",
					      p->setup_data.n, "x86 only");
}

static enum ab_err check_setup_data(const struct ab_payload *p, struct ab_error *why)
{
	for (size_t i = 0; i < p->setup_data.n; i++) {
		const struct ab_setup_data *s = &p->setup_data.at[i];

		if (s->type == 0 || s->type == AB_SETUP_E820_EXT || s->type >> 31 != 0)
			return ab_fail(why, AB_ERR_ARG, "payload.setup_data.type", s->type,
				       "none, or one that is made here");
		if (s->bytes.size > UINT32_MAX)
			return ab_fail(why, AB_ERR_ARG, "payload.setup_data.bytes", s->bytes.size,
				       "its length is 32 bits");
	}
	return AB_OK;
}

/* A list with entries has a place. */
static enum ab_err check_lists(const struct ab_payload *p, struct ab_error *why)
{
	const struct {
		const char *name;
		const void *at;
		size_t n;
	} lists[] = {
		{ "payload.initrds", p->initrds.at, p->initrds.n },
		{ "payload.setup_data", p->setup_data.at, p->setup_data.n },
		{ "payload.reserve", p->reserve.at, p->reserve.n },
		{ "payload.blobs", p->blobs.at, p->blobs.n },
		{ "payload.fixed", p->fixed.at, p->fixed.n },
		{ "payload.rng_seed", p->rng_seed.data, p->rng_seed.size },
	};

	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		if (lists[i].n != 0 && lists[i].at == NULL)
			return ab_fail(why, AB_ERR_ARG, lists[i].name, lists[i].n, "at NULL");
	return AB_OK;
}

static enum ab_err check_blobs(const struct ab_payload *p, struct ab_error *why)
{
	for (size_t i = 0; i < p->reserve.n; i++)
		if (p->reserve.at[i].size == 0 || p->reserve.at[i].name == NULL ||
		    !ab_range_ok(p->reserve.at[i].base, p->reserve.at[i].size))
			return ab_fail(why, AB_ERR_ARG, "payload.reserve", p->reserve.at[i].base,
				       "needs a name and a size that does not wrap");
	for (size_t i = 0; i < p->blobs.n; i++) {
		const struct ab_blob *b = &p->blobs.at[i];

		if (b->bytes.size == 0 || b->bytes.data == NULL || b->name == NULL)
			return ab_fail(why, AB_ERR_ARG, "payload.blobs", i,
				       "needs a name and content");
		if ((unsigned int)b->type > AB_MEM_NVS)
			return ab_fail(why, AB_ERR_ARG, "payload.blobs.type", b->type, b->name);
	}
	return AB_OK;
}

static enum ab_err check_fixed(const struct ab_plan *plan, struct ab_error *why)
{
	const enum ab_arch arch = plan->machine->arch;
	const struct ab_fixed_list *list = &plan->payload->fixed;

	for (size_t i = 0; i < list->n; i++) {
		const struct ab_fixed *f = &list->at[i];
		const struct ab_region_trait *t = ab_boot_trait_(f->kind);

		if ((t->may_fix & AB_BOOT_ON(arch)) == 0)
			return ab_fail(why, AB_ERR_ARG, "payload.fixed.kind", f->kind,
				       "its address cannot be chosen");
		if (!ab_is_aligned(f->base, t->align))
			return ab_fail(why, AB_ERR_ARG, "payload.fixed.base", f->base, t->name);
		if (arch == AB_ARCH_X86_64 && f->base < AB_X86_LOW)
			return ab_fail(why, AB_ERR_ARG, "payload.fixed.base", f->base,
				       "page 0 stays empty");
		for (size_t j = 0; j < i; j++)
			if (list->at[j].kind == f->kind)
				return ab_fail(why, AB_ERR_ARG, "payload.fixed.kind", f->kind,
					       "given twice");
	}
	return AB_OK;
}

enum ab_err ab_boot_check_payload_(const struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_payload *p = plan->payload;
	enum ab_err err;

	if (p->kernel.data == NULL || p->kernel.size == 0)
		return ab_fail(why, AB_ERR_ARG, "payload.kernel", 0, "required");
	if ((p->flags & ~(uint32_t)(AB_VERIFY | AB_LA57)) != 0)
		return ab_fail(why, AB_ERR_ARG, "payload.flags", p->flags, "unknown flag");
	if (p->rng_seed.size > UINT32_MAX)
		return ab_fail(why, AB_ERR_ARG, "payload.rng_seed", p->rng_seed.size,
			       "its length is 32 bits");
	if ((err = check_lists(p, why)) || (err = check_arch(plan, why)) ||
	    (err = check_setup_data(p, why)) || (err = check_blobs(p, why)))
		return err;
	return check_fixed(plan, why);
}

struct ab_bytes ab_boot_cmdline_(const struct ab_plan *plan)
{
	const char *line = plan->payload->cmdline;

	return line != NULL ? (struct ab_bytes){ line, strlen(line) } : plan->image.uki.cmdline;
}

enum ab_err ab_boot_check_cmdline_(const struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_bytes line = ab_boot_cmdline_(plan);

	if (line.size <= ab_boot_cmdline_max_(plan))
		return AB_OK;
	return ab_fail(why, plan->payload->cmdline != NULL ? AB_ERR_ARG : AB_ERR_IMAGE,
		       plan->payload->cmdline != NULL ? "payload.cmdline" : ".cmdline", line.size,
		       "longer than the kernel takes");
}

#define N_UKI_INITRDS 2

size_t ab_boot_n_initrds_(const struct ab_plan *plan)
{
	return N_UKI_INITRDS + plan->payload->initrds.n;
}

struct ab_bytes ab_boot_initrd_(const struct ab_plan *plan, size_t index)
{
	if (index < N_UKI_INITRDS)
		return index == 0 ? plan->image.uki.ucode : plan->image.uki.initrd;
	return plan->payload->initrds.at[index - N_UKI_INITRDS];
}

enum ab_err ab_boot_initrd_size_(const struct ab_plan *plan, uint64_t *size, struct ab_error *why)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < ab_boot_n_initrds_(plan); i++) {
		const struct ab_bytes initrd = ab_boot_initrd_(plan, i);

		if (initrd.data == NULL && initrd.size == 0)
			continue;
		if (initrd.data == NULL)
			return ab_fail(why, AB_ERR_ARG, "payload.initrds", i - N_UKI_INITRDS,
				       "no data");
		if (!ab_align_up(sum, 4, &sum) || !ab_add(sum, initrd.size, &sum))
			return ab_fail(why, AB_ERR_NOSPACE, "initrd", UINT64_MAX, "machine.ram");
	}
	*size = sum;
	return AB_OK;
}
