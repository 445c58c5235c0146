/* SPDX-License-Identifier: BSD-2-Clause */
/* Checks of the payload that hold for every way. */
#include "boot_priv.h"

#include "../base/libc.h"
#include "../fdt/fdt_priv.h"
#include "../machine/machine_priv.h"

/* A list with entries must not be NULL. */
static enum ab_err check_lists(const struct ab_payload *p, struct ab_error *why)
{
	const struct {
		const char *name;
		const void *at;
		size_t n;
	} lists[] = {
		{ "payload.kernel.size", p->kernel.data, p->kernel.size },
		{ "payload.initrds.n", p->initrds.at, p->initrds.n },
		{ "payload.addons.n", p->addons.at, p->addons.n },
		{ "payload.modules.n", p->modules.at, p->modules.n },
		{ "payload.setup_data.n", p->setup_data.at, p->setup_data.n },
		{ "payload.reserve.n", p->reserve.at, p->reserve.n },
		{ "payload.blobs.n", p->blobs.at, p->blobs.n },
		{ "payload.fixed.n", p->fixed.at, p->fixed.n },
		{ "payload.rng_seed.size", p->rng_seed.data, p->rng_seed.size },
	};

	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		if (lists[i].n != 0 && lists[i].at == NULL)
			return ab_fail(why, AB_ERR_ARG, lists[i].name, lists[i].n,
				       "must be 0 when the pointer beside it is NULL");
	return AB_OK;
}

_Static_assert(AB_POOLS_MAX == 32 && AB_ADDONS_MAX == 32, "the rules below give these numbers");

/* Rules of a reservation: the field, and what it breaks. */
static const struct {
	const char *what, *rule;
} reserve_rules[] = {
	{ "payload.reserve[].name", "must not be NULL" },
	{ "payload.reserve[].size", "must not be 0, and base + size must not wrap" },
	{ "payload.reserve[].type", "must be one of enum ab_mem_type that the flags allow, or 0" },
	{ "payload.reserve[].flags", "must be one of enum ab_reserve_flags, or 0, as it must be "
				     "with restricted-dma-pool" },
	{ "payload.reserve[].base", "machine.ram must cover all of it" },
	{ "payload.reserve[].compatible", "must not be empty" },
	{ "payload.reserve[]", "at most 32 entries may have compatible or flags" },
	{ "payload.reserve[]", "must not have the name of an earlier pool" },
};
enum { NAME, SIZE, TYPE, FLAGS, BASE, EMPTY, MANY, TWICE, GOOD };

/* The rule that a pool breaks. @n: pools before entry @i. */
static unsigned int broken_by_pool(const struct ab_reserve *at, size_t i, uint32_t n)
{
	if (at[i].compatible != NULL && at[i].compatible[0] == '\0')
		return EMPTY;
	for (size_t k = 0; n < AB_POOLS_MAX && k < i; k++)
		if (ab_reserve_is_pool_(&at[k]) && ab_fdt_same_(at[k].name, at[i].name))
			return TWICE;
	return n < AB_POOLS_MAX ? GOOD : MANY;
}

/* The rule that an entry breaks. What is told to be memory, or is mapped by guests, must be. */
static unsigned int broken_by(const struct ab_machine *m, const struct ab_reserve *r)
{
	const struct ab_memmap map = { m->ram, NULL, 0 };
	const enum ab_mem_type type = ab_boot_reserve_type_(r);
	const bool ram = type == AB_MEM_RAM, no_map = r->flags == AB_RESERVE_NO_MAP;

	if (r->name == NULL)
		return NAME;
	if (r->size == 0 || !ab_range_ok(r->base, r->size))
		return SIZE;
	if (r->flags > AB_RESERVE_REUSABLE || (r->flags != 0 && r->compatible != NULL &&
					       ab_fdt_same_(r->compatible, "restricted-dma-pool")))
		return FLAGS;
	if ((unsigned int)type > AB_MEM_NVS || (r->flags != 0 && ram == no_map))
		return TYPE;
	return (type == AB_MEM_RESERVED && (no_map || !ab_reserve_is_pool_(r))) ||
		       ab_memmap_is_ram(&map, r->base, r->size)
		   ? GOOD
		   : BASE;
}

static enum ab_err check_reserve(const struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_reserve_list *list = &plan->payload->reserve;
	uint32_t pools = 0;

	for (size_t i = 0; i < list->n; i++) {
		const struct ab_reserve *r = &list->at[i];
		const uint64_t value[GOOD] = {
			[SIZE] = r->size, [TYPE] = r->type, [FLAGS] = r->flags, [BASE] = r->base
		};
		unsigned int rule = broken_by(plan->machine, r);

		if (!AB_ALL_BUILT && (r->compatible != NULL || r->flags != 0))
			return ab_fail_at_(why, AB_ERR_UNSUPPORTED, "payload.reserve[].compatible",
					   i, r->flags, AB_RULE_SMALL);
		if (rule == GOOD && ab_reserve_is_pool_(r))
			rule = broken_by_pool(list->at, i, pools++);
		if (rule != GOOD)
			return ab_fail_named_(why, AB_ERR_ARG, reserve_rules[rule].what, i, r->name,
					      value[rule], reserve_rules[rule].rule);
	}
	return AB_OK;
}

#define PAGE UINT64_C(4095) /* bits of an address within its page */

static const char blob_base[] = "payload.blobs[].base";

static enum ab_err bad_blob(const struct ab_blob_list *list, size_t i, const char *what,
			    uint64_t value, const char *rule, struct ab_error *why)
{
	return ab_fail_named_(why, AB_ERR_ARG, what, i, list->at[i].name, value, rule);
}

/* Check a ROM, but for what it overlaps. */
static enum ab_err check_rom(const struct ab_plan *plan, size_t i, struct ab_error *why)
{
	const struct ab_blob_list *list = &plan->payload->blobs;
	const struct ab_blob *b = &list->at[i];

	if (b->type != 0 && b->type != AB_MEM_RESERVED)
		return bad_blob(list, i, "payload.blobs[].type", b->type,
				"must be AB_MEM_RESERVED, or 0, with AB_BACKING_ROM", why);
	if (b->base == 0)
		return bad_blob(list, i, blob_base, 0, "must not be 0 with AB_BACKING_ROM", why);
	if (!ab_within(b->base, b->bytes.size, ab_machine_phys_end_(plan->machine)))
		return bad_blob(list, i, blob_base, b->base,
				"must end within the addresses of machine.phys_bits", why);
	return AB_OK;
}

enum ab_err ab_boot_check_roms_(const struct ab_plan *plan, struct ab_work work,
				struct ab_error *why)
{
	const struct ab_blob_list *list = &plan->payload->blobs;
	const struct ab_machine *m = plan->machine;
	struct ab_claims claims = { NULL, 0 };

	for (size_t i = 0; i < list->n; i++) {
		const struct ab_blob *b = &list->at[i];
		struct ab_error e = { .code = AB_ERR_OVERLAP,
				      .what = blob_base,
				      .index = i,
				      .name = b->name,
				      .value = b->base & ~PAGE };

		if (b->backing != AB_BACKING_ROM)
			continue;
		if (claims.item == NULL)
			claims = ab_machine_sort_claims_(m, work);
		e.size = ((b->base + b->bytes.size + PAGE) & ~PAGE) - e.value;
		if (ab_machine_is_claimed_(m, &claims, e.value, e.size) &&
		    ab_machine_claims_(m, e.value, e.size, &e))
			return ab_fail_with_(why, &e);
	}
	return AB_OK;
}

static enum ab_err check_blobs(const struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_blob_list *list = &plan->payload->blobs;
	enum ab_err err;

	for (size_t i = 0; i < list->n; i++) {
		const struct ab_blob *b = &list->at[i];

		if (b->name == NULL)
			return ab_fail_at_(why, AB_ERR_ARG, "payload.blobs[].name", i, 0,
					   "must not be NULL");
		if (b->bytes.size == 0)
			return bad_blob(list, i, "payload.blobs[].bytes.size", 0, "must not be 0",
					why);
		if (b->bytes.data == NULL)
			return bad_blob(list, i, "payload.blobs[].bytes.data", 0,
					"must not be NULL", why);
		if ((unsigned int)b->type > AB_MEM_NVS)
			return bad_blob(list, i, "payload.blobs[].type", b->type,
					"must be one of enum ab_mem_type, or 0", why);
		if ((unsigned int)b->backing > AB_BACKING_ROM)
			return bad_blob(list, i, "payload.blobs[].backing", b->backing,
					"must be AB_BACKING_RAM or AB_BACKING_ROM", why);
		if (b->backing == AB_BACKING_ROM && (err = check_rom(plan, i, why)))
			return err;
	}
	return AB_OK;
}

/* A flat binary has a place, any other kernel has none. */
static enum ab_err check_flat(const struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_flat *f = &plan->payload->flat;
	const uint64_t file = plan->payload->kernel.size,
		       other = f->entry != 0 ? f->entry : f->size,
		       any = f->base != 0 ? f->base : other;

	if (!ab_boot_is_flat_(plan))
		return any == 0 ? AB_OK
				: ab_fail(why, AB_ERR_ARG, "payload.flat", any,
					  "must be zeros, as only flat binaries have it");
	if (plan->payload->profile != NULL)
		return ab_fail(why, AB_ERR_ARG, "payload.profile", 0,
			       "must be NULL for a flat binary");
	if (f->base == 0)
		return ab_fail(why, AB_ERR_ARG, "payload.flat.base", 0, "must not be 0");
	if (f->entry != 0 && !ab_overlaps(f->base, file, f->entry, 1))
		return ab_fail(why, AB_ERR_ARG, "payload.flat.entry", f->entry,
			       "must lie in the bytes of payload.kernel");
	if (f->size != 0 && f->size < file)
		return ab_fail(why, AB_ERR_ARG, "payload.flat.size", f->size,
			       "must be 0, or at least payload.kernel.size");
	return AB_OK;
}

enum ab_err ab_boot_check_payload_(const struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_payload *p = plan->payload;
	enum ab_err err;

	if ((err = check_lists(p, why)))
		return err;
	if ((unsigned int)p->protocol > AB_PROTOCOL_FLAT32)
		return ab_fail(why, AB_ERR_ARG, "payload.protocol", p->protocol,
			       "must be one of enum ab_protocol");
	if ((p->flags &
	     ~(uint32_t)(AB_VERIFY | AB_LA57 | AB_KASLR | AB_UKI_TREE | AB_MODULES_LOW)) != 0)
		return ab_fail(why, AB_ERR_ARG, "payload.flags", p->flags,
			       "must be a sum of enum ab_payload_flags");
	if (p->rng_seed.size > UINT32_MAX)
		return ab_fail(why, AB_ERR_ARG, "payload.rng_seed.size", p->rng_seed.size,
			       "must fit into 32 bits");
#ifdef AB_SMALL
	if (p->addons.n != 0)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "payload.addons.n", p->addons.n,
			       "must be 0: this build reads no addons");
#else
	if (p->addons.n > AB_ADDONS_MAX)
		return ab_fail(why, AB_ERR_ARG, "payload.addons.n", p->addons.n,
			       "must be at most 32");
#endif
	if ((err = check_flat(plan, why)) || (err = check_reserve(plan, why)))
		return err;
	return check_blobs(plan, why);
}

/* ---- fixed addresses, which depend on the way --------------------------------------------- */

static const char *alignment(uint32_t align)
{
	switch (align) {
	case 8:
		return "must be a multiple of 8";
	case 16:
		return "must be a multiple of 16";
	default:
		return "must be a multiple of 4096";
	}
}

static enum ab_err bad_kind(const struct ab_fixed *f, size_t i, const char *rule,
			    struct ab_error *why)
{
	return ab_fail_named_(why, AB_ERR_ARG, "payload.fixed[].kind", i,
			      ab_boot_trait_(f->kind)->name, f->kind, rule);
}

enum ab_err ab_boot_check_fixed_(const struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_fixed_list *list = &plan->payload->fixed;

	for (size_t i = 0; i < list->n; i++) {
		const struct ab_fixed *f = &list->at[i];
		const struct ab_region_trait *t = ab_boot_trait_(f->kind);

		if ((uint32_t)f->kind > 31 || (plan->way->fixable & AB_BOOT_KIND(f->kind)) == 0)
			return bad_kind(f, i, "the address of this kind cannot be fixed", why);
		if (!ab_is_aligned(f->base, t->align))
			return ab_boot_bad_fixed_(plan, f, alignment(t->align), why);
		for (size_t j = 0; j < i; j++)
			if (list->at[j].kind == f->kind)
				return bad_kind(f, i, "must not be given twice", why);
	}
	return AB_OK;
}
