/* SPDX-License-Identifier: BSD-2-Clause */
/* A virtual GIC keeps to its own: SGIs reach vCPUs of the VM by all of their affinity, nothing of
 * the physical GIC or of another VM changes, and a restart leaves nothing. */
#include "unit.h"

#include "el2_vgic_world.h"

/* ICC_SGI1R_EL1 */
static uint64_t to(uint32_t intid, uint32_t affinity, unsigned int rs, uint32_t list)
{
	return (uint64_t)(affinity >> 24) << 48 | (uint64_t)rs << 44 |
	       (uint64_t)(affinity >> 16 & 0xff) << 32 | intid << 24 |
	       (uint64_t)(affinity >> 8 & 0xff) << 16 | list;
}
#define IRM (UINT64_C(1) << 40)

/* vCPUs of VM a for which an SGI waits, one bit each; it is taken. */
static unsigned int who(uint32_t intid)
{
	unsigned int got = 0;

	for (unsigned int n = 0; n < 3; n++) {
		const uint32_t is = ack(&a, n);

		if (is == 1023)
			continue;
		assert_int_equal(is, intid);
		eoi(&a, n, is);
		got |= 1u << n;
	}
	for (unsigned int n = 0; n < 2; n++)
		assert_int_equal(ack(&b, n), 1023);
	return got;
}

static void test_sgi_targets(void **state)
{
	const struct {
		uint64_t v;
		unsigned int got;
	} rows[] = {
		{ to(5, 0x12345600, 0, 0x0001), 1 },
		{ to(5, 0x12345600, 0, 0x0008), 2 },
		{ to(5, 0x12345600, 0, 0x0009), 3 },
		{ to(5, 0x12345600, 0, 0xfff6), 0 },
		{ to(5, 0x12345600, 0, 0xffff), 3 },
		{ to(5, 0x12345600, 0, 0), 0 },
		{ to(5, 0x12345600, 2, 0x0020), 4 }, /* Aff0 0x25 */
		{ to(5, 0x12345600, 2, 0xffff), 4 },
		{ to(5, 0x12345600, 1, 0xffff), 0 },
		{ to(5, 0x12345700, 0, 0xffff), 0 }, /* another Aff1 */
		{ to(5, 0x12355600, 0, 0xffff), 0 }, /* Aff2 */
		{ to(5, 0x13345600, 0, 0xffff), 0 }, /* Aff3 */
		{ to(15, 0x12345600, 0, 0xffff), 3 },
		{ to(0, 0, 0, 0) | IRM, 6 }, /* all but CPU 0 */
		{ to(7, 0x12345600, 0, 0x0001) | IRM, 6 }, /* where the list does not count */
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		start_enabled(4);
		for (unsigned int n = 0; n < 2; n++)
			own_wr(&b, n, ISENABLER, 0xffff);
		wr(&b, GICD_CTLR, ENABLE);
		a.cpu[0].affinity = b.cpu[0].affinity = 0x12345600;
		a.cpu[1].affinity = b.cpu[1].affinity = 0x12345603;
		a.cpu[2].affinity = 0x12345625;
		sgi(&a, 0, rows[i].v);
		if (who(rows[i].v >> 24 & 15) != rows[i].got)
			fail_msg("%#llx", (unsigned long long)rows[i].v);
		fine();
	}
}

static void test_sgi_to_all_but_self(void **state)
{
	(void)state;
	start_enabled(4);
	for (unsigned int n = 0; n < 3; n++) {
		send_sgi(&a, n, 0, 0, true);
		assert_int_equal(who(0), 7 & ~(1u << n));
	}
}

static void test_sgis_wait_while_disabled(void **state)
{
	(void)state;
	start_enabled(4);
	own_wr(&a, 1, ICENABLER, 1 << 2);
	send_sgi(&a, 0, 2, 2, false);
	send_sgi(&a, 0, 2, 2, false);
	assert_int_equal(fake.kicks, 0); /* there is nothing to do */
	assert_int_equal(own_rd(&a, 1, ISPENDR), 1 << 2);
	assert_int_equal(ack(&a, 1), 1023);
	own_wr(&a, 1, ISENABLER, 1 << 2);
	assert_int_equal(ack(&a, 1), 2);
	send_sgi(&a, 0, 2, 2, false); /* while it is active */
	assert_int_equal(ack(&a, 1), 1023);
	eoi(&a, 1, 2);
	assert_int_equal(ack(&a, 1), 2);
	eoi(&a, 1, 2);
	assert_int_equal(ack(&a, 1), 1023);
	send_sgi(&a, 0, 2, 2, false);
	send_sgi(&a, 2, 2, 2, false); /* two that wait are one; on a GICv2 each source counts */
	for (unsigned int n = V2 ? 0 : 1; n < 2; n++) {
		assert_int_equal(ack(&a, 1), 2);
		eoi(&a, 1, 2);
	}
	assert_int_equal(ack(&a, 1), 1023);
}

static void test_sgi_to_a_cpu_that_is_off(void **state)
{
	(void)state;
	start_enabled(4);
	cpu_off(&a, 1);
	send_sgi(&a, 0, 1, 7, false);
	assert_int_equal(fake.kicks, 1); /* CPU 2 */
	route_spi(&a, 0, 33, 1); /* nor does it look for anything else */
	line(&a, 0, 33, true);
	assert_int_equal(fake.kicks, 1);
	assert_int_equal(fake.cpu[1].hcr, 0);
	line(&a, 0, 33, false);
	cpu_on(&a, 1);
	own_wr(&a, 1, ISENABLER, 0xffff);
	assert_int_equal(ack(&a, 1), 1023);
	assert_int_equal(own_rd(&a, 1, ISPENDR), 0);
}

/* One kick is enough until the CPU has looked. */
static void test_kicks_are_not_repeated(void **state)
{
	(void)state;
	start_enabled(4);
	on(&a, 0);
	for (uint32_t i = 0; i < 16; i++)
		if (V2)
			dist_wr(&a, 0, GICD_SGIR, 4, 2u << 16 | i);
		else
			el2_vgic_sgi(&a.gic, &a.cpu[0], to(i, 0, 0, 2));
	assert_int_equal(fake.kicks, 1);
	fake_run();
	for (uint32_t i = 0; i < 16; i++) {
		const uint32_t is = ack(&a, 1);

		assert_int_equal(is, i);
		eoi(&a, 1, is);
	}
}

static void test_off_hands_spis_over(void **state)
{
	(void)state;
	start_enabled(4);
	route_spi(&a, 0, 40, 1);
	route_spi(&a, 0, 41, 1);
	route_spi(&a, 0, 33, 1);
	raise_irq(&a, 1, 40, true);
	raise_irq(&a, 1, 27, true);
	line(&a, 0, 33, true);
	send_sgi(&a, 0, 1, 2, false);
	cpu_off(&a, 1);
	assert_int_equal(fake.cpu[1].hcr, 0);
	for (unsigned int i = 0; i < 4; i++)
		assert_int_equal(fake.cpu[1].lr[i] >> 62, 0);
	assert_false(fake.cpu[1].own[27].enabled || fake.cpu[1].own[27].active);
	assert_int_equal(rd(&a, GICD_CTLR), ENABLED);
	route_spi(&a, 0, 40, 2);
	fake_run();
	assert_int_equal(ack(&a, 2), 40);
	raise_irq(&a, 1, 41, true); /* it comes to a CPU that is off */
	cpu_on(&a, 1);
	assert_int_equal(own_rd(&a, 1, ISENABLER), 0);
	assert_int_equal(ack(&a, 1), 33);
	eoi(&a, 1, 33);
	cpu_off(&a, 1); /* it is high still, and 41 waits */
	cpu_on(&a, 1);
	line(&a, 0, 33, false);
	assert_int_equal(ack(&a, 1), 41);
	/* off while it is active: others can end it */
	cpu_off(&a, 1);
	raise_irq(&a, 1, 41, false);
	assert_int_equal(rd(&a, ISACTIVER + 4), 3u << (40 - 32));
	assert_true(fake.spi[41].active);
	wr(&a, ICACTIVER + 4, 1u << (41 - 32));
	assert_false(fake.spi[41].active);
	/* something was disabled, and the CPU is off before it looks */
	raise_irq(&a, 2, 40, false);
	eoi(&a, 2, 40);
	raise_irq(&a, 2, 40, true);
	dist_wr(&a, 0, ICENABLER + 4, 4, UINT32_MAX);
	assert_int_equal(rd(&a, GICD_CTLR), (V2 ? 0u : (uint32_t)RWP) | ENABLED);
	cpu_off(&a, 2);
	assert_int_equal(rd(&a, GICD_CTLR), ENABLED);
}

static void test_physical_interrupts_that_nobody_owns(void **state)
{
	static const uint32_t intids[] = { 5, 26, 30, 39, 60, 500 };

	(void)state;
	for (size_t i = 0; i < COUNT(intids); i++) {
		struct fake_irq *q;

		start_enabled(4);
		q = fake_irq(0, intids[i]);
		fake.router[intids[i]] = fake.router[40];
		a.gic.ppis &= ~(1u << 30);
		a.cpu[0].bank.owned &= ~(1u << 30);
		q->enabled = q->edge = q->latch = true;
		on(&a, 0);
		fake_run();
		assert_false(q->enabled || q->active || q->latch);
		assert_int_equal(q->taken, 1);
		assert_int_equal(a.gic.strays, 1);
		assert_int_equal(ack(&a, 0), 1023);
		fine();
	}
	/* extended PPIs and SPIs, LPIs */
	for (uint32_t intid = 1056; intid < 20000; intid *= 2) {
		start_enabled(4);
		fake.odd = intid;
		on(&a, 0);
		el2_vgic_irq(&a.gic, &a.cpu[0], 0);
		assert_int_equal(fake.odds, 1);
		assert_int_equal(fake.cpu[0].n_taken, 0);
		assert_int_equal(a.gic.strays, 1);
	}
	/* a CPU without a VM; it tells of kicks */
	fake.owner = NULL;
	fake.self = 7;
	fake.cpu[7].own[30] = (struct fake_irq){ .enabled = true, .line = true };
	assert_false(el2_vgic_irq(NULL, NULL, 0));
	assert_false(fake.cpu[7].own[30].enabled || fake.cpu[7].own[30].active);
	fake.cpu[7].own[EL2_GIC_KICK].latch = true;
	assert_true(el2_vgic_irq(NULL, NULL, 0));
	assert_false(el2_vgic_irq(NULL, NULL, 0));
	assert_false(fake.cpu[7].own[EL2_GIC_KICK].active);
	fake.self = 0;
	fake.cpu[0].own[EL2_GIC_KICK].latch = true;
	assert_true(el2_vgic_irq(&a.gic, &a.cpu[0], 0));
	assert_false(el2_vgic_irq(&a.gic, &a.cpu[0], 0));
}

/* However many are pending: a call takes 32 of them. */
static void test_bounded_work(void **state)
{
	unsigned int left = 0;

	(void)state;
	start(4);
	fake.owner = NULL;
	fake.self = 0;
	for (uint32_t i = 100; i < 200; i++) {
		fake.spi[i].enabled = fake.spi[i].edge = fake.spi[i].latch = true;
		fake.router[i] = fake.router[40];
	}
	el2_vgic_irq(&a.gic, &a.cpu[0], 0);
	for (uint32_t i = 100; i < 200; i++)
		left += fake.spi[i].latch;
	assert_int_equal(left, 68);
	assert_int_equal(a.gic.strays, 32);
}

/* ---- nothing of others changes */

static struct fake_gic before;
static struct vm b_before;

static void snapshot(void)
{
	before = fake;
	b_before = b;
}

static void unchanged(const char *what, uint64_t off)
{
	for (uint32_t i = 32; i < 1020; i++) {
		const bool is_a = (i >= 40 && i < 56) || i == 1019;

		if (!is_a && (memcmp(&fake.spi[i], &before.spi[i], sizeof(fake.spi[i])) != 0 ||
			      fake.router[i] != before.router[i]))
			fail_msg("%s %#llx changes SPI %u", what, (unsigned long long)off, i);
	}
	for (unsigned int n = 0; n < FAKE_CPUS; n++)
		for (uint32_t i = 0; i < 32; i++)
			if ((n > 2 ||
			     (i != 27 && i != 30 && i != EL2_GIC_KICK && i != FAKE_MAINTENANCE)) &&
			    memcmp(&fake.cpu[n].own[i], &before.cpu[n].own[i],
				   sizeof(fake.cpu[n].own[i])) != 0)
				fail_msg("%s %#llx changes %u of CPU %u", what,
					 (unsigned long long)off, i, n);
	for (unsigned int n = 3; n < FAKE_CPUS; n++)
		if (memcmp(fake.cpu[n].lr, before.cpu[n].lr, sizeof(before.cpu[n].lr)) != 0 ||
		    fake.cpu[n].hcr != before.cpu[n].hcr)
			fail_msg("%s %#llx changes CPU %u", what, (unsigned long long)off, n);
	if (memcmp(&b, &b_before, sizeof(b)) != 0)
		fail_msg("%s %#llx changes the other VM", what, (unsigned long long)off);
	fine();
}

static void sweep(uint64_t *seed, bool dist, uint32_t from, uint32_t end)
{
	for (uint32_t off = from; off < end; off++) {
		const uint64_t v = rnd_below(seed, 2) ? UINT64_MAX : rnd(seed);

		wr(&a, GICD_CTLR, ENABLE);
		wr(&a, ISENABLER + 4, UINT32_MAX);
		own_wr(&a, off % 3, ISENABLER, UINT32_MAX);
		route_spi(&a, 0, 40 + off % 16, off % 3);
		dist_wr(&a, 0, IPRIORITYR + 40 + off % 16, 1, 0xa0);
		snapshot();
		on(&a, rnd_below(seed, 3));
		for (unsigned int len = 1; len <= 8; len *= 2) {
			struct el2_vgic_cpu *self = &a.cpu[fake.self];

			if (dist) {
				el2_vgic_dist_write(&a.gic, self, off, len, v);
				el2_vgic_dist_read(&a.gic, self, off, len);
			} else {
				el2_vgic_redist_write(&a.gic, self, off, len, v);
				el2_vgic_redist_read(&a.gic, self, off, len);
			}
		}
		raise_irq(&a, off % 3, 40 + off / 4 % 16, off / 64 % 2);
		fake_run();
		eoi(&a, off % 3, ack(&a, off % 3));
		unchanged(dist ? "GICD" : "GICR", off);
	}
}

/* All-ones and random values to each offset by each width. */
static void test_others_are_out_of_reach(void **state)
{
	uint64_t seed = 1;

	(void)state;
	start_enabled(2);
	for (unsigned int n = 0; n < 2; n++)
		own_wr(&b, n, ISENABLER, 0x4800ffff);
	wr(&b, ISENABLER + 4, 0xff000000);
	wr(&b, GICD_CTLR, ENABLE);
	for (uint32_t i = 56; i < 60; i++)
		raise_irq(&b, 0, i, true);
	sweep(&seed, true, 0, 0x1100);
	sweep(&seed, true, 0x6000, V2 ? 0x6008 : 0x8008);
	sweep(&seed, true, 0xff00, 0x10100);
	for (uint32_t n = 0; n < 4 && !V2; n++) {
		sweep(&seed, false, n * REDIST, n * REDIST + 0x100);
		sweep(&seed, false, n * REDIST + 0x10000, n * REDIST + 0x10e10);
	}
	/* and SGIs */
	for (unsigned int i = 0; i < 4000; i++) {
		snapshot();
		if (V2)
			wr(&a, GICD_SGIR, (uint32_t)rnd(&seed));
		else
			sgi(&a, i % 3, i % 2 ? rnd(&seed) : rnd(&seed) & 0x0f00ffff);
		unchanged("SGI", i);
	}
	assert_in_range(fake.irqs, 1000, 100000);
	/* the other VM goes on */
	assert_int_equal(ack(&b, 0), 56);
}

static void test_restart_leaves_nothing(void **state)
{
	uint64_t seed = 7;
	struct vm fresh;

	(void)state;
	start(2);
	fresh = a;
	wr(&a, GICD_CTLR, ENABLE);
	for (unsigned int i = 0; i < 3000; i++) {
		static const uint32_t regs[] = { ISENABLER, ISENABLER, ISENABLER, ICENABLER,
						 ISPENDR,   ICPENDR,   ISACTIVER, ICACTIVER };
		const unsigned int n = rnd_below(&seed, 3);
		const uint32_t off = regs[rnd_below(&seed, 8)], v = (uint32_t)rnd(&seed);

		if (i % 2)
			dist_wr(&a, n, off + (i % 4 == 1 ? 4 : 4 * 31), 4, v);
		else if (V2)
			own_wr(&a, n, off, v);
		else
			redist_wr(&a, n, rnd_below(&seed, 3), SGI_BASE + off, v);
		dist_wr(&a, n, IPRIORITYR + 32 + 4 * (i % 8), 4, v);
		own_wr(&a, n, IPRIORITYR + 4 * (i % 8), v);
		wr(&a, ICFGR + 8 + 4 * (i % 2), v);
		wr(&a, GICD_CTLR, i % 7 != 0 ? ENABLE : 0);
		route_spi(&a, n, 40 + i % 16, i % 4);
		raise_irq(&a, n, 40 + i % 16, i % 3);
		line(&a, n, 33 + i % 3, i % 5);
		if (i % 3 == 0)
			eoi(&a, n, ack(&a, n) ^ (i % 2));
	}
	fine();
	assert_in_range(fake.maintenances, 100, 100000);
	assert_in_range(a.cpu[0].n_active + a.cpu[1].n_active + a.cpu[2].n_active, 1, 60);
	for (unsigned int n = 0; n < 3; n++)
		cpu_off(&a, n);
	for (uint32_t i = 40; i < 56; i++)
		raise_irq(&a, 0, i, false);
	raise_irq(&a, 0, 1019, false);
	start_vm(&a);
	fake_run();
	for (uint32_t i = 32; i < 1020; i++)
		if (fake.spi[i].active || fake.spi[i].latch || fake.spi[i].enabled)
			fail_msg("SPI %u", i);
	for (uint32_t i = 40; i < 56; i++) {
		assert_int_equal(fake.router[i], fake.router[1019]);
		assert_int_equal(fake.spi[i].priority, 0);
		assert_false(fake.spi[i].edge);
	}
	fresh.gic.lock = a.gic.lock;
	assert_int_equal(a.gic.strays, 0);
	assert_memory_equal(&a, &fresh, sizeof(a));
	for (unsigned int n = 0; n < 3; n++) {
		for (uint32_t i = 0; i < 32; i++)
			assert_false(fake.cpu[n].own[i].active || fake.cpu[n].own[i].latch);
		for (unsigned int i = 0; i < 2; i++)
			assert_int_equal(fake.cpu[n].lr[i], 0);
		assert_int_equal(fake.cpu[n].hcr, 1);
		assert_int_equal(fake.cpu[n].ap1r, 0);
		assert_int_equal(ack(&a, n), 1023);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_sgi_targets, stop),
		cmocka_unit_test_teardown(test_sgi_to_all_but_self, stop),
		cmocka_unit_test_teardown(test_sgis_wait_while_disabled, stop),
		cmocka_unit_test_teardown(test_sgi_to_a_cpu_that_is_off, stop),
		cmocka_unit_test_teardown(test_kicks_are_not_repeated, stop),
		cmocka_unit_test_teardown(test_off_hands_spis_over, stop),
		cmocka_unit_test_teardown(test_physical_interrupts_that_nobody_owns, stop),
		cmocka_unit_test_teardown(test_bounded_work, stop),
		cmocka_unit_test_teardown(test_others_are_out_of_reach, stop),
		cmocka_unit_test_teardown(test_restart_leaves_nothing, stop),
	};

	return run_both(tests, COUNT(tests), 1);
}
