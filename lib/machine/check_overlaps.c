/* SPDX-License-Identifier: BSD-2-Clause */
/* Validation of ranges: RAM, devices, their windows and the interrupt controller are disjoint. */
#include "check.h"
#include "pc.h"

#include "../mem/mem_priv.h"

/* Names of ranges in errors: paths of their bases, or of who has them. */
static const char *const ram = "machine.ram[].base";
static const char *const rmr = "machine.arm64.rmrs[].base";
static const char *const redist = "machine.arm64.gic.redist[].base";
static const char *const dev = "machine.devs[].base";
static const char *const dist = "machine.arm64.gic.dist";
static const char *const cpu = "machine.arm64.gic.cpu";
static const char *const its = "machine.arm64.gic.its[].base";
static const char *const v2m = "machine.arm64.gic.v2m";
static const char *const lapic = "local APIC";
static const char *const ioapic = "I/O APIC";

/* A range of memory or ports with an owner. */
struct claim {
	uint64_t base, size;
	bool pio;
	const char *name;
	uint64_t index; /* index of the entry in the named list */
	const char *kind; /* name of the device's kind, or NULL */
};

static struct claim memory(uint64_t base, uint64_t size, const char *name, uint64_t index)
{
	return (struct claim){ .base = base, .size = size, .name = name, .index = index };
}

static struct claim ram_at(const struct ab_machine *m, size_t i)
{
	return memory(m->ram.at[i].base, m->ram.at[i].size, ram, i);
}

static struct claim rmr_at(const struct ab_machine *m, size_t i)
{
	return memory(m->arm64.rmrs.at[i].base, m->arm64.rmrs.at[i].size, rmr, i);
}

/* Number of claims of device @i. */
static size_t claims(const struct ab_machine *m, size_t i)
{
	const struct ab_dev *d = &m->devs.at[i];

	return 1 + ab_dev_windows_(d) + (AB_X86_64_BUILT && d->type == AB_DEV_PIC_8259);
}

/* The reset register @d may be a port of another device, and claims nothing more then: the command
 * port of a keyboard controller, which resets the machine by its command 0xfe; or the second byte
 * of PCI's address register, which is for accesses of four bytes. PCI 2.3, 3.2.2.3.2 */
static bool is_shared(const struct ab_machine *m, const struct ab_dev *d)
{
	const struct ab_dev *kbd;

	if (!AB_X86_64_BUILT || d->type != AB_DEV_ACPI_RESET || ab_dev_size(d) != 1)
		return false;
	if (d->base == 0xcf9)
		return ab_machine_dev(m, AB_DEV_PCI, 0) != NULL;
	kbd = d->reset.value == 0xfe ? ab_machine_dev(m, AB_DEV_I8042, 0) : NULL;
	return kbd != NULL && ab_dev_size(kbd) > 4 && d->base == ab_dev_base(kbd) + 4;
}

/* The @k-th claim of device @i, which may be empty. */
static struct claim dev_at(const struct ab_machine *m, size_t i, size_t k)
{
	const struct ab_dev *d = &m->devs.at[i];
	struct ab_pci_window w;
	struct claim c;

	if (k != 0 && ab_dev_is_bridge_(d)) {
		w = ab_dev_window_(d, k - 1);
		c = memory(w.r.base, w.r.size, w.name, i);
		c.pio = w.space == AB_PCI_IO && ab_machine_is_pc_(m);
	} else {
		c = k == 0 ? memory(ab_dev_base(d), is_shared(m, d) ? 0 : ab_dev_size(d), dev, i)
			   : memory(AB_PC_PIC2, AB_PC_PIC2_SIZE, dev, i);
		c.pio = ab_dev_is_pio(m, d);
	}
	c.kind = ab_dev_name(d->type);
	return c;
}

/* The @k-th range of the interrupt controller, which is not among the devices. Size 0: this
 * machine lacks the range; name NULL: there are no more ranges. */
static struct claim apic_at(const struct ab_machine *m, size_t k)
{
	const bool listed = ab_machine_dev(m, AB_DEV_IOAPIC, 0) != NULL;

	switch (k) {
	case 0:
		return memory(AB_PC_LAPIC, AB_PC_LAPIC_SIZE, lapic, 0);
	case 1:
		return memory(AB_PC_IOAPIC, listed ? 0 : AB_PC_IOAPIC_SIZE, ioapic, 0);
	default:
		return memory(0, 0, NULL, 0);
	}
}

static struct claim gic_at(const struct ab_machine *m, size_t k)
{
	const struct ab_gic *g = &m->arm64.gic;

	switch (k) {
	case 0:
		return memory(g->dist, g->version == 2 ? AB_GICV2_DIST_SIZE : AB_GICV3_DIST_SIZE,
			      dist, 0);
	case 1:
		return memory(g->cpu, g->cpu != 0 ? AB_GICV2_CPU_SIZE : 0, cpu, 0);
	case 2:
		return memory(g->v2m, g->v2m != 0 ? AB_GICV2M_SIZE : 0, v2m, 0);
	default:
		k -= 3;
	}
	if (k < g->its.n)
		return memory(g->its.at[k].base, AB_GICV3_ITS_SIZE, its, k);
	k -= g->its.n;
	if (k < g->redist.n)
		return memory(g->redist.at[k].base, g->redist.at[k].size, redist, k);
	return memory(0, 0, NULL, 0);
}

static struct claim intc_at(const struct ab_machine *m, size_t k)
{
	return ab_machine_has_gic_(m) ? gic_at(m, k) : apic_at(m, k);
}

static bool clash(const struct claim *a, const struct claim *b)
{
	return a->pio == b->pio && ab_overlaps(a->base, a->size, b->base, b->size);
}

static enum ab_err overlap(struct ab_error *why, const struct claim *a, const struct claim *b)
{
	return ab_fail_with_(why, &(struct ab_error){ .code = AB_ERR_OVERLAP,
						      .what = a->name,
						      .value = a->base,
						      .index = a->index,
						      .name = a->kind,
						      .other = b->name,
						      .other_index = b->index,
						      .other_name = b->kind,
						      .other_value = b->base,
						      .size = a->size,
						      .other_size = b->size });
}

/* Find the RAM that @c overlaps. */
static bool find_ram(const struct ab_machine *m, const struct claim *c, struct claim *found)
{
	const size_t i = ab_ram_at_(&m->ram, c->base);

	if (i >= m->ram.n)
		return false;
	*found = ram_at(m, i);
	return clash(c, found);
}

/* Find the claim that @c overlaps: of the devices before @end, and of the first @k claims of
 * device @end. */
static bool find_dev(const struct ab_machine *m, const struct claim *c, size_t end, size_t k,
		     struct claim *found)
{
	for (size_t i = 0; i < end || (i == end && k != 0); i++)
		for (size_t n = 0; n < (i == end ? k : claims(m, i)); n++) {
			*found = dev_at(m, i, n);
			if (clash(c, found))
				return true;
		}
	return false;
}

/* ---- all claims, sorted ------------------------------------------------------------------- */

#define PORTS (UINT64_C(1) << 63) /* in a key: ports come after all memory */

_Static_assert(2 * AB_PCI_LIST_MAX + 4 <= 512, "claims of a bridge");
#define CLAIMS 512 /* more than a device has */

/* The place of the @k-th claim of device @i; behind those of all devices, of the interrupt
 * controller. */
static uint64_t place_of(size_t i, size_t k)
{
	return CLAIMS * (uint64_t)i + k;
}

static struct claim claim_at(const struct ab_machine *m, uint64_t at)
{
	return at / CLAIMS < m->devs.n ? dev_at(m, (size_t)(at / CLAIMS), (size_t)(at % CLAIMS))
				       : intc_at(m, (size_t)(at - place_of(m->devs.n, 0)));
}

static uint64_t size_at(const struct ab_machine *m, uint64_t at)
{
	return claim_at(m, at).size;
}

size_t ab_machine_claims_max_(const struct ab_machine *m)
{
	size_t n = m->devs.n + 3 + m->arm64.gic.its.n + m->arm64.gic.redist.n;

	for (size_t i = 0; i < m->devs.n && m->devs.at != NULL; i++)
		n += ab_dev_windows_(&m->devs.at[i]);
	return n + 1; /* the second claim of the 8259, of which there is one */
}

static void add_claim(const struct claim *c, uint64_t at, struct ab_item *item, size_t *n)
{
	if (c->size != 0)
		item[(*n)++] = (struct ab_item){ c->base | (c->pio ? PORTS : 0), at };
}

/* Sort the claims of the devices, and of the interrupt controller if @all. Returns their number. */
static size_t sort_claims(const struct ab_machine *m, bool all, struct ab_item *item)
{
	struct claim c;
	size_t n = 0;

	for (size_t i = 0; i < m->devs.n; i++)
		for (size_t k = 0; k < claims(m, i); k++) {
			c = dev_at(m, i, k);
			add_claim(&c, place_of(i, k), item, &n);
		}
	for (size_t k = 0; all && (c = intc_at(m, k)).name != NULL; k++)
		add_claim(&c, place_of(m->devs.n, 0) + k, item, &n);
	ab_sort_(item, n);
	return n;
}

/* True if @c overlaps one of the @n claims of @item, which are disjoint. */
static bool any_of(const struct ab_machine *m, const struct ab_item *item, size_t n,
		   const struct claim *c)
{
	size_t lo = 0, hi = n;
	struct claim last;

	while (lo < hi) { /* the last one that begins below the end of @c */
		const size_t mid = lo + (hi - lo) / 2;

		if (item[mid].key < c->base + c->size)
			lo = mid + 1;
		else
			hi = mid;
	}
	if (lo == 0)
		return false;
	last = claim_at(m, item[lo - 1].at);
	return clash(c, &last);
}

/* ---- devices and interrupt controller ----------------------------------------------------- */

/* Check the claims of a device. @first: place of the first claim that overlaps an earlier one. */
static enum ab_err check_dev(const struct ab_machine *m, size_t i, uint64_t first,
			     struct ab_error *why)
{
	struct claim other;

	for (size_t k = 0; k < claims(m, i); k++) {
		const struct claim c = dev_at(m, i, k);

		if (c.size != 0 && (find_ram(m, &c, &other) ||
				    (place_of(i, k) == first && find_dev(m, &c, i, k, &other))))
			return overlap(why, &c, &other);
	}
	return AB_OK;
}

static enum ab_err check_intc(const struct ab_machine *m, size_t k, uint64_t first,
			      struct ab_error *why)
{
	const struct claim c = intc_at(m, k);
	struct claim other;

	if (!ab_within(c.base, c.size, ab_machine_phys_end_(m)))
		return ab_bad_at_(why, c.name, c.index, c.base, AB_RULE_PHYS);
	if (find_ram(m, &c, &other))
		return overlap(why, &other, &c);
	if (place_of(m->devs.n, 0) + k != first)
		return AB_OK;
	if (find_dev(m, &c, m->devs.n, 0, &other))
		return overlap(why, &other, &c);
	for (size_t i = 0; i < k; i++) {
		other = intc_at(m, i);
		if (clash(&c, &other))
			return overlap(why, &c, &other);
	}
	return AB_OK;
}

/* ---- reserved memory regions -------------------------------------------------------------- */

/* Check that the functions of region @i are behind an SMMU. @bridge: the @n bridges in order. */
static enum ab_err check_rids(const struct ab_machine *m, size_t i, const struct ab_item *bridge,
			      size_t n, struct ab_error *why)
{
	static const char what[] = "machine.arm64.rmrs[].bridge";
	const struct ab_rmr *r = &m->arm64.rmrs.at[i];
	const struct ab_dev *d;
	uint32_t first;

	if (r->bridge >= n)
		return ab_bad_at_(why, what, i, r->bridge,
				  "must be below the number of AB_DEV_PCIE_ECAM");
	d = &m->devs.at[bridge[r->bridge].at];
	if (d->pcie.smmu == 0)
		return ab_bad_at_(why, what, i, r->bridge, "must be a bridge with pcie.smmu");
	if (!d->pcie.probe_only) /* IORTE 3.1.1.5: else the guest may change requester ids */
		return ab_bad_at_(why, what, i, r->bridge, "must be a bridge with pcie.probe_only");
	first = (uint32_t)d->pcie.bus << 8;
	if (r->rid < first ||
	    !ab_within(r->rid - first, ab_rmr_rids_(r), (uint64_t)ab_dev_buses_(d) << 8))
		return ab_bad_at_(why, "machine.arm64.rmrs[].rid", i, r->rid,
				  "rid to rid + n_rids - 1 must be on the buses of the bridge");
	return AB_OK;
}

static enum ab_err check_functions(const struct ab_machine *m, struct ab_item *item,
				   struct ab_error *why)
{
	const struct ab_dev *d = NULL;
	enum ab_err err;
	size_t n = 0;

	while ((d = ab_machine_next_(m, AB_DEV_PCIE_ECAM, d)) != NULL)
		item[n++] = (struct ab_item){ 0, (uint64_t)(d - m->devs.at) };
	for (size_t i = 0; i < m->arm64.rmrs.n; i++)
		if ((err = check_rids(m, i, item, n, why)))
			return err;
	return AB_OK;
}

/* Check that a region overlaps neither RAM nor a device; frames of the GIC can be doorbells. @item:
 * the @n claims of the devices, which are disjoint. */
static enum ab_err check_rmr(const struct ab_machine *m, size_t i, const struct ab_item *item,
			     size_t n, struct ab_error *why)
{
	const struct claim c = rmr_at(m, i);
	struct claim other;

	return find_ram(m, &c, &other) ||
		       (any_of(m, item, n, &c) && find_dev(m, &c, m->devs.n, 0, &other))
		   ? overlap(why, &c, &other)
		   : AB_OK;
}

/* The functions of region @at as a range of numbers that no other bridge has. */
static uint64_t functions(const struct ab_rmr *r)
{
	return (uint64_t)r->bridge << 32 | r->rid;
}

static bool same_function(const struct ab_rmr *a, const struct ab_rmr *b)
{
	return ab_overlaps(functions(a), ab_rmr_rids_(a), functions(b), ab_rmr_rids_(b));
}

/* Find an earlier region that overlaps region @i, for one of its functions. */
static bool find_rmr(const struct ab_machine *m, size_t i, struct claim *found)
{
	const struct claim c = rmr_at(m, i);

	for (size_t k = 0; k < i; k++) {
		*found = rmr_at(m, k);
		if (clash(&c, found) && same_function(&m->arm64.rmrs.at[i], &m->arm64.rmrs.at[k]))
			return true;
	}
	return false;
}

/* Check that no function has overlapping regions. */
static enum ab_err check_rmr_pairs(const struct ab_machine *m, struct ab_item *item,
				   struct ab_error *why)
{
	const uint64_t first = ab_first_rmr_(m, item);
	struct claim c, other;

	if (first == AB_NOWHERE || !find_rmr(m, (size_t)first, &other))
		return AB_OK;
	c = rmr_at(m, (size_t)first);
	return overlap(why, &c, &other);
}

static enum ab_err check_rmrs(const struct ab_machine *m, struct ab_item *item,
			      struct ab_error *why)
{
	enum ab_err err = check_functions(m, item, why);
	size_t n;

	if (err != AB_OK)
		return err;
	n = sort_claims(m, false, item);
	for (size_t i = 0; i < m->arm64.rmrs.n; i++)
		if ((err = check_rmr(m, i, item, n, why)))
			return err;
	return check_rmr_pairs(m, item, why);
}

enum ab_err ab_machine_check_overlaps_(const struct ab_machine *m, struct ab_item *item,
				       struct ab_error *why)
{
	const size_t n = sort_claims(m, true, item);
	const uint64_t first = ab_first_clash_(m, item, n, size_at);
	enum ab_err err;

	for (size_t i = 0; i < m->devs.n; i++)
		if ((err = check_dev(m, i, first, why)))
			return err;
	for (size_t k = 0; intc_at(m, k).name != NULL; k++)
		if ((err = check_intc(m, k, first, why)))
			return err;
	return AB_ALL_BUILT && ab_machine_has_gic_(m) && m->arm64.rmrs.n != 0
		   ? check_rmrs(m, item, why)
		   : AB_OK;
}

/* ---- ranges of others --------------------------------------------------------------------- */

struct ab_claims ab_machine_sort_claims_(const struct ab_machine *m, struct ab_work work)
{
	struct ab_item *item = ab_machine_items_(work);

	return (struct ab_claims){ item, sort_claims(m, true, item) };
}

bool ab_machine_is_claimed_(const struct ab_machine *m, const struct ab_claims *claims,
			    uint64_t base, uint64_t size)
{
	const struct claim range = memory(base, size, NULL, 0);
	struct claim found;

	return find_ram(m, &range, &found) || any_of(m, claims->item, claims->n, &range);
}

bool ab_machine_claims_(const struct ab_machine *m, uint64_t base, uint64_t size,
			struct ab_error *overlap)
{
	const struct claim range = memory(base, size, NULL, 0);
	struct claim found;
	bool any = find_ram(m, &range, &found) || find_dev(m, &range, m->devs.n, 0, &found);

	for (size_t k = 0; !any && intc_at(m, k).name != NULL; k++) {
		found = intc_at(m, k);
		any = clash(&range, &found);
	}
	if (any) {
		overlap->other = found.name;
		overlap->other_index = found.index;
		overlap->other_name = found.kind;
		overlap->other_value = found.base;
		overlap->other_size = found.size;
	}
	return any;
}
