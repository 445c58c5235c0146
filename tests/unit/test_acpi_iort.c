/* SPDX-License-Identifier: BSD-2-Clause */
/* The IORT of bridges in any order, against one that is put together by searches through all of
 * them, field by field. */
#include "checked.h"
#include "unit.h"

#include <aetherboot/acpi.h>

#define BRIDGES 24
#define SMMUS 3
#define RMRS 16
#define ROOM 8192

/* ---- the reference ------------------------------------------------------------------------ */

struct ref {
	const struct ab_machine *m;
	const struct ab_dev *bridge[BRIDGES], *smmu[SMMUS];
	uint32_t n_bridges, n_smmus;
	uint32_t smmu_at[SMMUS];
	uint8_t at[ROOM];
	size_t len;
	uint32_t nodes;
};

static void put(struct ref *r, uint64_t v, unsigned int width)
{
	for (; width != 0; width--, v >>= 8)
		r->at[r->len++] = (uint8_t)v;
}

static void head(struct ref *r, unsigned int type, unsigned int revision, uint32_t size, uint32_t n)
{
	put(r, type, 1);
	put(r, size + 20 * n, 2);
	put(r, revision, 1);
	put(r, r->m->arm64.rmrs.n != 0 ? r->nodes : 0, 4);
	put(r, n, 4);
	put(r, n != 0 ? size : 0, 4);
	r->nodes++;
}

static void mapping(struct ref *r, uint32_t in, uint32_t less_one, uint32_t out, uint32_t node)
{
	put(r, in, 4);
	put(r, less_one, 4);
	put(r, out, 4);
	put(r, node, 4);
	put(r, 0, 4);
}

static bool has_its(const struct ref *r)
{
	return r->m->arm64.gic.its.n != 0;
}

static uint32_t stream(const struct ref *r, uint32_t i)
{
	uint32_t n = 0;

	for (uint32_t k = 0; k < i; k++)
		n += r->bridge[k]->pcie.smmu == r->bridge[i]->pcie.smmu;
	return n;
}

static void put_smmu(struct ref *r, uint32_t nth)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < r->n_bridges; i++)
		n += has_its(r) && r->bridge[i]->pcie.smmu == nth + 1;
	r->smmu_at[nth] = (uint32_t)r->len;
	head(r, 4, 0, 68, n);
	put(r, r->smmu[nth]->base, 8);
	put(r, 1, 8);
	put(r, 0, 8);
	put(r, 0, 4);
	put(r, r->smmu[nth]->irq, 4);
	put(r, 0, 4);
	put(r, r->smmu[nth]->irq + 2, 4);
	put(r, r->smmu[nth]->irq + 1, 4);
	put(r, 0, 8);
	for (uint32_t i = 0; n != 0 && i < r->n_bridges; i++) {
		const struct ab_pcie *p = &r->bridge[i]->pcie;
		const uint32_t first = (uint32_t)p->bus << 8;

		if (p->smmu == nth + 1)
			mapping(r, stream(r, i) << 16 | first,
				(uint32_t)(r->bridge[i]->size / AB_MiB * 256 - 1),
				(uint32_t)p->segment << 16 | first, 48 + 24 * p->its);
	}
}

static void put_root(struct ref *r, uint32_t root)
{
	const uint16_t segment = r->bridge[root]->pcie.segment;
	uint32_t n = 0;

	for (uint32_t i = 0; i < root; i++)
		if (r->bridge[i]->pcie.segment == segment)
			return;
	for (uint32_t i = root; i < r->n_bridges; i++)
		n += r->bridge[i]->pcie.segment == segment &&
		     (has_its(r) || r->bridge[i]->pcie.smmu != 0);
	head(r, 2, 1, 36, n);
	put(r, 1, 4);
	put(r, 3ULL << 24, 4);
	put(r, 0, 4);
	put(r, segment, 4);
	put(r, 64, 4);
	for (uint32_t i = root; i < r->n_bridges; i++) {
		const struct ab_pcie *p = &r->bridge[i]->pcie;
		const uint32_t first = (uint32_t)p->bus << 8;
		const uint32_t less_one = (uint32_t)(r->bridge[i]->size / AB_MiB * 256 - 1);

		if (p->segment != segment)
			continue;
		if (p->smmu != 0)
			mapping(r, first, less_one, stream(r, i) << 16 | first,
				r->smmu_at[p->smmu - 1]);
		else if (has_its(r))
			mapping(r, first, less_one, (uint32_t)segment << 16 | first,
				48 + 24 * p->its);
	}
}

static void put_rmr(struct ref *r, const struct ab_rmr *rmr)
{
	const struct ab_dev *d = r->bridge[rmr->bridge];

	head(r, 6, 3, 48, 1);
	put(r, (rmr->remap ? 1 : 0) | (rmr->cached ? 5 << 2 : 0), 4);
	put(r, 1, 4);
	put(r, 28, 4);
	put(r, rmr->base, 8);
	put(r, rmr->size, 8);
	put(r, 0, 4);
	mapping(r, 0, rmr->n_rids != 0 ? rmr->n_rids - 1 : 0,
		stream(r, rmr->bridge) << 16 | rmr->rid, r->smmu_at[d->pcie.smmu - 1]);
}

static void make_reference(struct ref *r, const struct ab_machine *m)
{
	*r = (struct ref){ .m = m, .len = 36 };
	for (size_t i = 0; i < m->devs.n; i++) {
		if (m->devs.at[i].type == AB_DEV_PCIE_ECAM)
			r->bridge[r->n_bridges++] = &m->devs.at[i];
		if (m->devs.at[i].type == AB_DEV_SMMUV3)
			r->smmu[r->n_smmus++] = &m->devs.at[i];
	}
	put(r, 0, 4);
	put(r, 48, 8);
	for (uint32_t i = 0; i < m->arm64.gic.its.n; i++) {
		head(r, 0, 0, 24, 0);
		put(r, 1, 4);
		put(r, i, 4);
	}
	for (uint32_t i = 0; i < r->n_smmus; i++)
		put_smmu(r, i);
	for (uint32_t i = 0; i < r->n_bridges; i++)
		put_root(r, i);
	for (size_t i = 0; i < m->arm64.rmrs.n; i++)
		put_rmr(r, &m->arm64.rmrs.at[i]);
	ab_st_le32(r->at + 36, r->nodes);
}

/* ---- machines ----------------------------------------------------------------------------- */

struct sample {
	struct ab_machine m;
	struct ab_range redist;
	struct ab_its its[2];
	struct ab_dev devs[SMMUS + BRIDGES];
	struct ab_rmr rmrs[RMRS];
};

/* Few segments, so that they come back, or many, far apart. */
static void draw_bridges(struct sample *s, uint32_t n, uint64_t *seed)
{
	const uint32_t few = 1 + rnd_below(seed, BRIDGES), step = 1 + rnd_below(seed, 2700);
	const bool all = rnd_below(seed, 2) != 0;

	for (uint32_t i = 0; i < n; i++) {
		struct ab_dev *d = &s->devs[s->m.devs.n++];

		*d = (struct ab_dev){ AB_DEV_PCIE_ECAM,
				      .base = UINT64_C(0x600000000000) + i * 16 * AB_MiB,
				      .size = (1 + rnd_below(seed, 4)) * AB_MiB,
				      .pcie = { .segment = (uint16_t)(rnd_below(seed, few) * step),
						.bus = (uint8_t)(i * 8),
						.probe_only = true } };
		d->pcie.its = s->m.arm64.gic.its.n != 0 ? rnd_below(seed, 2) : 0;
		d->pcie.smmu =
		    (uint8_t)(all ? 1 + rnd_below(seed, SMMUS) : rnd_below(seed, SMMUS + 1));
	}
}

/* Regions of functions behind an SMMU, none of which has two. */
static void draw_rmrs(struct sample *s, uint32_t n_bridges, uint64_t *seed)
{
	for (uint32_t i = 0; i < RMRS; i++) {
		const uint32_t bridge = rnd_below(seed, n_bridges);
		const struct ab_pcie *p = &s->devs[SMMUS + bridge].pcie;

		if (p->smmu == 0)
			continue;
		s->rmrs[s->m.arm64.rmrs.n++] =
		    (struct ab_rmr){ .bridge = bridge,
				     .rid = (uint16_t)((uint32_t)p->bus << 8 | i << 3),
				     .n_rids = rnd_below(seed, 8),
				     .base = 0x20000000 + i * 0x10000,
				     .size = 0x10000,
				     .cached = rnd_below(seed, 2) != 0,
				     .remap = rnd_below(seed, 2) != 0 };
	}
}

static void draw(struct sample *s, uint64_t *seed)
{
	static const struct ab_ram ram = { 0x80000000, AB_MiB, 0 };
	const uint32_t n = 1 + rnd_below(seed, BRIDGES);

	*s = (struct sample){ .redist = { 0x10000000, 0x20000 },
			      .its = { { 0x8080000 }, { 0x80a0000 } } };
	s->m = (struct ab_machine){ .arch = AB_ARCH_ARM64,
				    .tables = AB_TABLES_ACPI,
				    .n_cpus = 1,
				    .phys_bits = 48,
				    .ram = { &ram, 1 } };
	s->m.arm64.gic.dist = 0x8000000;
	s->m.arm64.gic.redist = (struct ab_range_list){ &s->redist, 1 };
	s->m.arm64.gic.its = (struct ab_its_list){ s->its, rnd_below(seed, 2) * 2 };
	s->m.devs = (struct ab_dev_list){ s->devs, SMMUS };
	for (uint32_t i = 0; i < SMMUS; i++)
		s->devs[i] = (struct ab_dev){ AB_DEV_SMMUV3, .base = 0x9050000 + i * 0x20000,
					      .irq = 40 + 3 * i };
	draw_bridges(s, n, seed);
	s->m.arm64.rmrs.at = s->rmrs;
	if (rnd_below(seed, 2) != 0)
		draw_rmrs(s, n, seed);
}

/* At any place, and with a byte too few. */
static void test_any_order(void **state)
{
	static uint8_t room[ROOM + 64];
	uint64_t seed = 21;

	(void)state;
	for (size_t round = 0; round < 2000; round++) {
		static struct ref r;
		struct ab_buf none = ab_buf_over(NULL, 0), b, less;
		struct ab_error why;
		struct sample s;

		draw(&s, &seed);
		assert_ok(check_machine(&s.m, NULL, &why), &why, "machine");
		make_reference(&r, &s.m);
		ab_acpi_iort(&s.m, &none);
		assert_int_equal(none.len, r.len);
		memset(room, 0xee, sizeof(room));
		b = ab_buf_over(room + round % 16, r.len);
		ab_acpi_iort(&s.m, &b);
		assert_int_equal(b.error.code, AB_OK);
		assert_int_equal(b.len, r.len);
		assert_memory_equal(room + round % 16 + 36, r.at + 36, r.len - 36);
		assert_int_equal(room[round % 16 + r.len], 0xee);
		memset(room, 0xee, sizeof(room));
		less = ab_buf_over(room, r.len - 1 - rnd_below(&seed, (uint32_t)r.len - 1));
		ab_acpi_iort(&s.m, &less);
		assert_int_equal(less.error.code, AB_ERR_NOSPACE);
		assert_int_equal(less.len, r.len);
		assert_int_equal(room[less.cap], 0xee);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_any_order) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
