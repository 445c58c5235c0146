/* SPDX-License-Identifier: BSD-2-Clause */
/* Entries of lists compared with each other, in any order: against a judge that compares every
 * pair, over random machines. Which pair is told must not depend on how they are found. */
#include "checked.h"
#include "machine_rows.h"

#include <aetherboot/plan.h>

#include <stdlib.h>

#define MANY 24
#define MORE 3 /* further windows of a kind */
#define HOLE (3 * AB_GiB) /* RAM lies below it, and above 4 GiB */

/* ---- ranges ------------------------------------------------------------------------------- */

struct range {
	uint64_t base, size;
	bool pio;
	size_t dev;
	const char *owner; /* as an error names it */
};

struct world {
	struct ab_machine m;
	struct ab_ram ram[2];
	struct ab_dev dev[MANY];
	struct ab_cpu cpu[MANY];
	struct ab_range redist[MANY];
	struct ab_its its[MANY];
	struct ab_range more[2 * MORE * MANY];
	struct range range[(5 + 2 * MORE) * MANY + 8];
	size_t n_dev, n,
	    intc; /* ranges of devices, then of the interrupt controller from intc on */
};

static void add(struct world *w, struct range r)
{
	if (r.size != 0)
		w->range[w->n++] = r;
}

static void add_dev(struct world *w, const struct ab_dev *d)
{
	const bool pc = w->m.arch == AB_ARCH_X86_64;
	const size_t at = w->n_dev;

	w->dev[w->n_dev++] = *d;
	add(w,
	    (struct range){ d->base, d->size, pc && d->base < 0x10000, at, "machine.devs[].base" });
	if (d->type != AB_DEV_PCIE_ECAM)
		return;
	add(w, (struct range){ d->pcie.pio.base, d->pcie.pio.size, pc, at,
			       "machine.devs[].pcie.pio.base" });
	add(w, (struct range){ d->pcie.mmio32.base, d->pcie.mmio32.size, false, at,
			       "machine.devs[].pcie.mmio32.base" });
	add(w, (struct range){ d->pcie.mmio64.base, d->pcie.mmio64.size, false, at,
			       "machine.devs[].pcie.mmio64.base" });
	for (size_t i = 0; i < d->pcie.more_pio.n; i++)
		add(w, (struct range){ d->pcie.more_pio.at[i].base, d->pcie.more_pio.at[i].size, pc,
				       at, "machine.devs[].pcie.more_pio.base" });
	for (size_t i = 0; i < d->pcie.more_mmio.n; i++)
		add(w, (struct range){ d->pcie.more_mmio.at[i].base, d->pcie.more_mmio.at[i].size,
				       false, at, "machine.devs[].pcie.more_mmio.base" });
}

static struct ab_dev random_dev(uint64_t *seed, uint32_t spread, size_t n)
{
	const uint64_t at = HOLE - 0x10000 + 0x1000 * (uint64_t)rnd_below(seed, spread);

	switch (rnd_below(seed, 4)) {
	case 0:
		return (struct ab_dev){ AB_DEV_UART_16550, .base = 8 + 8 * rnd_below(seed, spread),
					.size = 8 + rnd_below(seed, 9) };
	case 1:
		return (struct ab_dev){
			AB_DEV_PCIE_ECAM, .base = 16 * AB_GiB + AB_MiB * rnd_below(seed, spread),
			.size = AB_MiB * (1 + rnd_below(seed, 2)),
			.pcie = { .segment = (uint16_t)n,
				  .mmio32 = { at, 0x1000 * (uint64_t)rnd_below(seed, 3) },
				  .mmio64 = { 32 * AB_GiB +
						  4096 * (uint64_t)rnd_below(seed, spread),
					      4096 * (uint64_t)rnd_below(seed, 3) },
				  .pio = { 8 + 8 * rnd_below(seed, spread),
					   8 * (uint64_t)rnd_below(seed, 3) } }
		};
	default:
		return (struct ab_dev){ AB_DEV_VIRTIO_MMIO, .base = at,
					.size = 0x1000 + 0x800 * rnd_below(seed, 4), .irq = 5 };
	}
}

/* Give a bridge, device @n, further windows, some of which are empty. */
static void random_windows(struct world *w, uint64_t *seed, uint32_t spread, struct ab_dev *d)
{
	struct ab_range *pio = w->more + 2 * MORE * w->n_dev, *mmio = pio + MORE;

	if (d->type != AB_DEV_PCIE_ECAM || rnd_below(seed, 2) == 0)
		return;
	for (size_t i = 0; i < MORE; i++) {
		pio[i] = (struct ab_range){ 8 + 8 * rnd_below(seed, spread), rnd_below(seed, 9) };
		mmio[i] =
		    (struct ab_range){ 32 * AB_GiB + 2048 * (uint64_t)rnd_below(seed, 2 * spread),
				       2048 * (uint64_t)rnd_below(seed, 3) };
	}
	d->pcie.more_pio = (struct ab_range_list){ pio, rnd_below(seed, MORE + 1) };
	d->pcie.more_mmio = (struct ab_range_list){ mmio, rnd_below(seed, MORE + 1) };
}

static void random_pc(struct world *w, uint64_t *seed)
{
	const uint32_t spread = 1 + rnd_below(seed, 3000);
	const size_t n = 1 + rnd_below(seed, MANY);

	*w = (struct world){ .ram = { { 0, HOLE - 0x8000, 0 }, { 4 * AB_GiB, AB_GiB, 0 } } };
	w->m = (struct ab_machine){
		.arch = AB_ARCH_X86_64, .n_cpus = 1, .ram = { w->ram, 2 }, .devs = { w->dev, n }
	};
	while (w->n_dev < n) {
		struct ab_dev d = random_dev(seed, spread, w->n_dev);

		random_windows(w, seed, spread, &d);
		add_dev(w, &d);
	}
	w->intc = w->n;
	add(w, (struct range){ 0xfee00000, 0x1000, false, 0, "local APIC" });
	add(w, (struct range){ 0xfec00000, 0x1000, false, 0, "I/O APIC" });
}

static void random_arm64(struct world *w, uint64_t *seed)
{
	const uint32_t spread = 1 + rnd_below(seed, 2000);
	const size_t n = 1 + rnd_below(seed, MANY), redists = 1 + rnd_below(seed, MANY);
	const size_t itses = rnd_below(seed, MANY);
	const uint64_t base = 0x10000000;

	*w = (struct world){ .ram = { { 0x40000000, AB_GiB, 0 } } };
	w->m = (struct ab_machine){
		.arch = AB_ARCH_ARM64,
		.n_cpus = 1,
		.ram = { w->ram, 1 },
		.devs = { w->dev, n },
		.arm64.gic = { .dist = base + 0x10000 * (uint64_t)rnd_below(seed, spread),
			       .its = { w->its, itses },
			       .redist = { w->redist, redists } },
	};
	while (w->n_dev < n)
		add_dev(w, &(struct ab_dev){
			       AB_DEV_UART_PL011,
			       .base = base + 0x1000 * (uint64_t)rnd_below(seed, 16 * spread),
			       .size = 0x1000 * (1 + (uint64_t)rnd_below(seed, 3)), .irq = 40 });
	w->intc = w->n;
	add(w, (struct range){ w->m.arm64.gic.dist, 0x10000, false, 0, "machine.arm64.gic.dist" });
	for (size_t i = 0; i < itses; i++) {
		w->its[i] = (struct ab_its){ base + 0x10000 * (uint64_t)rnd_below(seed, spread) };
		add(w, (struct range){ w->its[i].base, 0x20000, false, i,
				       "machine.arm64.gic.its[].base" });
	}
	for (size_t i = 0; i < redists; i++) {
		w->redist[i] =
		    (struct ab_range){ base + 0x10000 * (uint64_t)rnd_below(seed, spread),
				       0x20000 };
		add(w, (struct range){ w->redist[i].base, 0x20000, false, i,
				       "machine.arm64.gic.redist[].base" });
	}
}

static bool meet(const struct range *a, const struct range *b)
{
	return a->pio == b->pio && a->base < b->base + b->size && b->base < a->base + a->size;
}

/* The overlap that must be told. Returns false if there is none. */
static bool first_overlap(const struct world *w, struct range *a, struct range *b)
{
	for (size_t i = 0; i < w->n; i++) {
		*a = w->range[i];
		for (size_t k = 0; k < w->m.ram.n; k++) {
			*b = (struct range){ w->ram[k].base, w->ram[k].size, false, k,
					     "machine.ram[].base" };
			if (meet(a, b) && i >= w->intc) {
				const struct range swap = *a;

				*a = *b;
				*b = swap;
				return true;
			}
			if (meet(a, b))
				return true;
		}
		for (size_t k = 0; k < i; k++) {
			*b = w->range[k];
			if (!meet(a, b))
				continue;
			if (i >= w->intc && k < w->intc) { /* the device is at fault */
				const struct range swap = *a;

				*a = *b;
				*b = swap;
			}
			return true;
		}
	}
	return false;
}

static unsigned int judge(const struct world *w)
{
	struct range a, b;
	struct ab_error why;
	const bool want = first_overlap(w, &a, &b);
	const enum ab_err err = check_machine(&w->m, NULL, &why);

	if (!want) {
		assert_ok(err, &why, "disjoint");
		return 0;
	}
	assert_int_equal(err, AB_ERR_OVERLAP);
	assert_string_equal(why.what, a.owner);
	assert_string_equal(why.other, b.owner);
	assert_int_equal(why.index, a.dev);
	assert_int_equal(why.other_index, b.dev);
	assert_true(why.value == a.base && why.other_value == b.base);
	assert_true(why.size == a.size && why.other_size == b.size);
	return 1;
}

static void test_ranges(void **state)
{
	static struct world w;
	unsigned int bad = 0;
	uint64_t seed = 5;

	(void)state;
	for (unsigned int i = 0; i < 20000; i++) {
		(i % 2 != 0 ? random_pc : random_arm64)(&w, &seed);
		bad += judge(&w);
	}
	assert_in_range(bad, 5000, 15000);
}

/* ---- ids, uids, buses --------------------------------------------------------------------- */

static void test_ids(void **state)
{
	static struct world w;
	uint64_t seed = 9;
	unsigned int bad = 0;

	(void)state;
	for (unsigned int i = 0; i < 5000; i++) {
		const uint32_t range = 1 + rnd_below(&seed, 500);
		const size_t n = 1 + rnd_below(&seed, MANY);
		size_t want = SIZE_MAX;
		struct ab_error why;

		random_pc(&w, &seed);
		w.m.devs.n = 0;
		w.m.n_cpus = (uint32_t)n;
		w.m.cpus = (struct ab_cpu_list){ w.cpu, n };
		for (size_t k = 0; k < n; k++) {
			w.cpu[k].id = (uint64_t)rnd_below(&seed, range) << 20;
			for (size_t o = 0; o < k && want == SIZE_MAX; o++)
				if (w.cpu[o].id == w.cpu[k].id)
					want = k;
		}
		if (want == SIZE_MAX) {
			assert_ok(check_machine(&w.m, NULL, &why), &why, "ids");
			continue;
		}
		assert_int_equal(check_machine(&w.m, NULL, &why), AB_ERR_ARG);
		assert_string_equal(why.what, "machine.cpus[].id");
		assert_int_equal(why.index, want);
		bad++;
	}
	assert_in_range(bad, 1000, 4500);
}

/* The uid of device @i, given or by its place. */
static uint32_t uid_of(const struct world *w, size_t i)
{
	uint32_t place = 0;

	for (size_t k = 0; k < i; k++)
		place += w->dev[k].type == w->dev[i].type;
	return w->dev[i].uid != 0 ? w->dev[i].uid : place;
}

/* Whether two bridges of a segment share a bus. The one by ports has those that no other has, so
 * its first is what others must not have. */
static bool share_bus(const struct ab_dev *a, const struct ab_dev *b)
{
	return ab_overlaps(a->pcie.bus, a->type == AB_DEV_PCI ? 1 : a->size / AB_MiB, b->pcie.bus,
			   b->type == AB_DEV_PCI ? 1 : b->size / AB_MiB);
}

static void test_uids_and_buses(void **state)
{
	static struct world w;
	unsigned int bad = 0;
	uint64_t seed = 11;

	(void)state;
	for (unsigned int i = 0; i < 5000; i++) {
		const size_t n = 1 + rnd_below(&seed, MANY);
		const uint32_t segments = 1 + rnd_below(&seed, 200);
		const char *want = NULL;
		size_t index = 0;
		struct ab_error why;

		random_pc(&w, &seed);
		w.m.devs.n = n;
		for (size_t k = 0; k < n; k++) {
			const bool bridge = rnd_below(&seed, 2) != 0;

			w.dev[k] = (struct ab_dev){
				bridge ? AB_DEV_PCIE_ECAM : AB_DEV_VIRTIO_MMIO,
				.base = (16 + k) * AB_GiB,
				.size = AB_MiB * (1 + rnd_below(&seed, 3)), .irq = bridge ? 0 : 5,
				.uid = rnd_below(&seed, 8) == 0 ? 1 + rnd_below(&seed, 60) : 0
			};
			w.dev[k].pcie.segment = (uint16_t)rnd_below(&seed, segments);
			w.dev[k].pcie.bus = (uint8_t)rnd_below(&seed, 200);
		}
		if (i % 3 == 0) { /* one by ports */
			const size_t k = rnd_below(&seed, (uint32_t)n);

			w.dev[k] =
			    (struct ab_dev){ .type = AB_DEV_PCI, .pcie.bus = w.dev[k].pcie.bus };
		}
		for (size_t k = 0; k < n && want == NULL; k++) /* buses come first */
			for (size_t o = 0; o < k; o++)
				if (w.dev[k].type != AB_DEV_VIRTIO_MMIO &&
				    w.dev[o].type != AB_DEV_VIRTIO_MMIO &&
				    w.dev[o].pcie.segment == w.dev[k].pcie.segment &&
				    share_bus(&w.dev[o], &w.dev[k])) {
					want = "machine.devs[].pcie.bus";
					index = k;
				}
		for (size_t k = 0; k < n && want == NULL; k++)
			for (size_t o = 0; o < n && want == NULL; o++)
				if (o != k && w.dev[k].uid != 0 && w.dev[o].type == w.dev[k].type &&
				    uid_of(&w, o) == w.dev[k].uid) {
					want = "machine.devs[].uid";
					index = k;
				}
		if (want == NULL) {
			assert_ok(check_machine(&w.m, NULL, &why), &why, "uids");
			continue;
		}
		assert_int_not_equal(check_machine(&w.m, NULL, &why), AB_OK);
		assert_string_equal(why.what, want);
		assert_int_equal(why.index, index);
		bad++;
	}
	assert_in_range(bad, 500, 4500);
}

/* ---- reserved memory regions -------------------------------------------------------------- */

static void test_rmrs(void **state)
{
	const struct ab_dev devs[] = {
		{ AB_DEV_SMMUV3, .base = 0x09050000, .irq = 100 },
		{ AB_DEV_PCIE_ECAM, .base = 0x10000000, .size = AB_MiB,
		  .pcie = { .smmu = 1, .probe_only = true } },
		{ AB_DEV_PCIE_ECAM, .base = 0x20000000, .size = AB_MiB,
		  .pcie = { .segment = 1, .smmu = 1, .probe_only = true } },
	};
	const struct ab_ram ram = { 0x40000000, AB_GiB, 0 };
	const struct ab_range redist = { 0x08100000, 0x20000 };
	struct ab_rmr rmr[MANY];
	uint64_t seed = 13;
	unsigned int bad = 0;

	(void)state;
	for (unsigned int i = 0; i < 5000; i++) {
		const size_t n = 1 + rnd_below(&seed, MANY);
		const uint32_t spread = 1 + rnd_below(&seed, 200);
		const struct ab_machine m = { .arch = AB_ARCH_ARM64,
					      .tables = AB_TABLES_ACPI,
					      .n_cpus = 1,
					      .ram = { &ram, 1 },
					      .devs = { devs, COUNT(devs) },
					      .arm64.gic = { .dist = 0x08000000,
							     .redist = { &redist, 1 } },
					      .arm64.rmrs = { rmr, n } };
		size_t want = SIZE_MAX, with = 0;
		struct ab_error why;

		for (size_t k = 0; k < n; k++) {
			rmr[k] = (struct ab_rmr){
				.bridge = rnd_below(&seed, 2),
				.rid = (uint16_t)rnd_below(&seed, spread),
				.n_rids = rnd_below(&seed, 4),
				.base = 0x0a000000 + 0x10000 * (uint64_t)rnd_below(&seed, 40),
				.size = 0x10000 * (1 + (uint64_t)rnd_below(&seed, 3)),
			};
			for (size_t o = 0; o < k && want == SIZE_MAX; o++)
				if (rmr[o].bridge == rmr[k].bridge &&
				    ab_overlaps(rmr[o].rid, rmr[o].n_rids + (rmr[o].n_rids == 0),
						rmr[k].rid, rmr[k].n_rids + (rmr[k].n_rids == 0)) &&
				    ab_overlaps(rmr[o].base, rmr[o].size, rmr[k].base,
						rmr[k].size)) {
					want = k;
					with = o;
				}
		}
		if (want == SIZE_MAX) {
			assert_ok(check_machine(&m, NULL, &why), &why, "regions");
			continue;
		}
		assert_int_equal(check_machine(&m, NULL, &why), AB_ERR_OVERLAP);
		assert_string_equal(why.what, "machine.arm64.rmrs[].base");
		assert_int_equal(why.index, want);
		assert_int_equal(why.other_index, with);
		bad++;
	}
	assert_in_range(bad, 500, 4500);
}

/* ---- work memory -------------------------------------------------------------------------- */

static void test_work(void **state)
{
	struct ab_dev devs[100];
	const struct ab_ram ram = { 0, AB_GiB, 0 };
	const struct ab_machine m = { .arch = AB_ARCH_X86_64,
				      .n_cpus = 1,
				      .ram = { &ram, 1 },
				      .devs = { devs, COUNT(devs) } };
	static uint8_t file[0x8000];
	const struct ab_payload os = { .kernel = { file, sizeof(file) } };
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_error why;
	uint8_t *work;
	size_t need;

	(void)state;
	for (size_t i = 0; i < COUNT(devs); i++)
		devs[i] = (struct ab_dev){ AB_DEV_VIRTIO_MMIO, .base = 4 * AB_GiB - 4096 * (i + 1),
					   .irq = 5 };
	need = ab_machine_work(&m); /* which depends on the kinds */
	work = malloc(need);
	for (size_t size = 0; size < need; size += 37) {
		const struct expected want = { AB_ERR_NOSPACE, "work", need,
					       "see ab_machine_work()" };

		assert_error(ab_machine_check(&m, (struct ab_work){ work, size }, NULL, &why), &why,
			     &want, "check");
		assert_error(ab_plan_make(&plan, &m, &os, (struct ab_work){ work, size }, &why),
			     &why, &want, "make");
	}
	devs[7].base = devs[90].base + 1; /* told before the kernel file, which is none */
	assert_int_equal(ab_plan_make(&plan, &m, &os, (struct ab_work){ work, need }, &why),
			 AB_ERR_OVERLAP);
	assert_int_equal(why.index, 90);
	assert_int_equal(why.other_index, 7);
	free(work);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ranges),         cmocka_unit_test(test_ids),
		cmocka_unit_test(test_uids_and_buses), cmocka_unit_test(test_rmrs),
		cmocka_unit_test(test_work),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
