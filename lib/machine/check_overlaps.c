/* SPDX-License-Identifier: BSD-2-Clause */
/* Validation of ranges: RAM, devices, their windows and the interrupt controller are disjoint. */
#include "check.h"

/* One claim on ports or memory. A host bridge makes up to four. */
struct claim {
	uint64_t base, size;
	bool pio;
	const char *name;
};

#define CLAIMS_PER_DEV 4

/* The @k-th claim of device @d; size 0 when it makes none there. */
static struct claim claim_at(const struct ab_machine *m, const struct ab_dev *d, unsigned int k)
{
	const struct ab_dev_kind *kind = ab_machine_kind_(d->type);
	const struct ab_pcie *p = &d->pcie;

	if (k == 1 && kind->base2 != 0)
		return (struct claim){ kind->base2, kind->size, true, kind->name };
	if (k != 0 && d->type != AB_DEV_PCIE_ECAM)
		return (struct claim){ 0, 0, false, NULL };
	switch (k) {
	case 0:
		return (struct claim){ ab_dev_base(d), ab_dev_size(d), ab_dev_is_pio(m, d),
				       ab_dev_name(d->type) };
	case 1:
		return (struct claim){ p->mmio32.base, p->mmio32.size, false, "pcie.mmio32" };
	case 2:
		return (struct claim){ p->mmio64.base, p->mmio64.size, false, "pcie.mmio64" };
	default:
		return (struct claim){ p->pio.base, p->pio.size, m->arch == AB_ARCH_X86_64,
				       "pcie.pio" };
	}
}

static bool clash(const struct claim *a, const struct claim *b)
{
	return a->pio == b->pio && ab_overlaps(a->base, a->size, b->base, b->size);
}

static enum ab_err overlap(struct ab_error *why, const struct claim *c, const char *other)
{
	return ab_fail(why, AB_ERR_OVERLAP, c->name, c->base, other);
}

/* A claim against what is not a device. */
static enum ab_err check_claim(const struct ab_machine *m, const struct claim *c,
			       struct ab_error *why)
{
	if (c->pio)
		return AB_OK;
	if (!ab_within(c->base, c->size, UINT64_C(1) << ab_machine_phys_bits_(m)))
		return ab_bad_(why, c->name, c->base, "beyond machine.phys_bits");
	for (size_t i = 0; i < m->ram.n; i++)
		if (ab_overlaps(c->base, c->size, m->ram.at[i].base, m->ram.at[i].size))
			return overlap(why, c, "machine.ram");
	return AB_OK;
}

/* A claim against those of the devices before d, and the first k of d itself. */
static enum ab_err check_pairs(const struct ab_machine *m, const struct claim *c,
			       const struct ab_dev *d, unsigned int k, struct ab_error *why)
{
	for (const struct ab_dev *o = m->devs.at; o <= d; o++)
		for (unsigned int i = 0; i < (o == d ? k : CLAIMS_PER_DEV); i++) {
			struct claim other = claim_at(m, o, i);

			if (clash(c, &other))
				return overlap(why, c, other.name);
			if (other.size == 0 && o->type != AB_DEV_PCIE_ECAM)
				break;
		}
	return AB_OK;
}

/* Claims of one kind so far lie in [lo, hi). */
struct extent {
	uint64_t lo, hi;
};

/* What lies outside of all claims so far need not be compared with each: lists that ascend or
 * descend, as long ones do, take one pass. */
static enum ab_err check_claims(const struct ab_machine *m, const struct ab_dev *d,
				struct extent extent[2], struct ab_error *why)
{
	enum ab_err err;

	for (unsigned int k = 0; k < CLAIMS_PER_DEV; k++) {
		struct claim c = claim_at(m, d, k);
		struct extent *e = &extent[c.pio];

		if (c.size == 0)
			continue;
		if ((err = check_claim(m, &c, why)))
			return err;
		if (c.base < e->hi && c.base + c.size > e->lo &&
		    (err = check_pairs(m, &c, d, k, why)))
			return err;
		e->lo = c.base < e->lo ? c.base : e->lo;
		e->hi = c.base + c.size > e->hi ? c.base + c.size : e->hi;
	}
	return AB_OK;
}

/* The @k-th claim of what a machine has without listing it; name NULL: there are no more. The
 * x86 I/O APIC gives way to listed ones. */
static struct claim builtin_at(const struct ab_machine *m, size_t k)
{
	const struct ab_gic *g = &m->arm64.gic;
	bool v3 = g->version != 2;
	const struct claim x86[] = {
		{ 0xfee00000, 0x1000, false, "local APIC" }, /* SDM 11.4.1 */
		{ 0xfec00000, ab_machine_dev(m, AB_DEV_IOAPIC, 0) == NULL ? 0x1000 : 0, false,
		  "I/O APIC" },
	};
	const struct claim gic[] = {
		{ g->dist, v3 ? AB_GICV3_DIST_SIZE : AB_GICV2_DIST_SIZE, false,
		  "machine.arm64.gic.dist" },
		{ g->cpu, v3 ? 0 : AB_GICV2_CPU_SIZE, false, "machine.arm64.gic.cpu" },
		{ g->its, g->its != 0 ? AB_GICV3_ITS_SIZE : 0, false, "machine.arm64.gic.its" },
		{ g->v2m, g->v2m != 0 ? AB_GICV2M_SIZE : 0, false, "machine.arm64.gic.v2m" },
	};
	const size_t n = sizeof(gic) / sizeof(gic[0]);

	if (m->arch == AB_ARCH_X86_64)
		return k < sizeof(x86) / sizeof(x86[0]) ? x86[k] : (struct claim){ .name = NULL };
	if (k < n)
		return gic[k];
	if (v3 && k - n < g->redist.n)
		return (struct claim){ g->redist.at[k - n].base, g->redist.at[k - n].size, false,
				       "machine.arm64.gic.redist" };
	return (struct claim){ .name = NULL };
}

static enum ab_err check_builtin(const struct ab_machine *m, size_t index, struct ab_error *why)
{
	struct claim b = builtin_at(m, index);

	if (!ab_within(b.base, b.size, UINT64_C(1) << ab_machine_phys_bits_(m)))
		return ab_bad_(why, b.name, b.base, "beyond machine.phys_bits");
	for (size_t i = 0; i < m->ram.n; i++)
		if (ab_overlaps(b.base, b.size, m->ram.at[i].base, m->ram.at[i].size))
			return ab_fail(why, AB_ERR_OVERLAP, "machine.ram", m->ram.at[i].base,
				       b.name);
	for (size_t i = 0; i < m->devs.n; i++)
		for (unsigned int k = 0; k < CLAIMS_PER_DEV; k++) {
			struct claim c = claim_at(m, &m->devs.at[i], k);

			if (clash(&c, &b))
				return overlap(why, &c, b.name);
		}
	for (size_t i = 0; i < index; i++) {
		struct claim c = builtin_at(m, i);

		if (clash(&b, &c))
			return overlap(why, &b, c.name);
	}
	return AB_OK;
}

/* Memory that stays mapped is not a device's: but the GIC's frames may be doorbells. */
static enum ab_err check_rmr(const struct ab_machine *m, const struct ab_rmr *r,
			     struct ab_error *why)
{
	for (size_t i = 0; i < m->devs.n; i++)
		for (unsigned int k = 0; k < CLAIMS_PER_DEV; k++) {
			struct claim c = claim_at(m, &m->devs.at[i], k);

			if (ab_overlaps(r->base, r->size, c.base, c.size))
				return ab_fail(why, AB_ERR_OVERLAP, "machine.arm64.rmrs", r->base,
					       c.name);
		}
	return AB_OK;
}

enum ab_err ab_machine_check_overlaps_(const struct ab_machine *m, struct ab_error *why)
{
	struct extent extent[2] = { { UINT64_MAX, 0 }, { UINT64_MAX, 0 } };
	enum ab_err err;

	for (size_t i = 0; i < m->devs.n; i++)
		if ((err = check_claims(m, &m->devs.at[i], extent, why)))
			return err;
	for (size_t i = 0; builtin_at(m, i).name != NULL; i++)
		if ((err = check_builtin(m, i, why)))
			return err;
	for (size_t i = 0; i < m->arm64.rmrs.n && m->arch == AB_ARCH_ARM64; i++)
		if ((err = check_rmr(m, &m->arm64.rmrs.at[i], why)))
			return err;
	return AB_OK;
}
