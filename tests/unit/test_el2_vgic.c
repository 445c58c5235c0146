/* SPDX-License-Identifier: BSD-2-Clause */
/* The registers of a virtual GICv3 against the register descriptions of the GIC architecture.
 * @spec{IHI0069, 12.9} @spec{IHI0069, 12.11} */
#include "unit.h"

#include "el2_vgic_world.h"

static void test_distributor_says_what_it_is(void **state)
{
	(void)state;
	start(4);
	assert_int_equal(rd(&a, GICD_CTLR), 0x50); /* DS, ARE */
	/* RSS, No1N, A3V, 10 bits of INTID, neither LPIs nor messages, INTIDs up to 1023 or 95 */
	assert_int_equal(rd(&a, GICD_TYPER), 0x07480000 | 31);
	assert_int_equal(rd(&b, GICD_TYPER), 0x07480000 | 2);
	assert_int_equal(rd(&a, GICD_IIDR) & 0xfff, 0x43b);
	assert_int_equal(rd(&a, PIDR2) & 0xf0, 0x30);
	assert_int_equal(rd(&a, 0xc), 0); /* GICD_TYPER2 */
}

static void test_distributor_control(void **state)
{
	(void)state;
	start(4);
	wr(&a, GICD_CTLR, UINT32_MAX);
	assert_int_equal(rd(&a, GICD_CTLR), 0x52); /* and EnableGrp1 */
	assert_int_equal(rd(&b, GICD_CTLR), 0x50);
	wr(&a, GICD_CTLR, ~2u);
	assert_int_equal(rd(&a, GICD_CTLR), 0x50);
	fake.rwp = true; /* the physical one's */
	assert_int_equal(rd(&a, GICD_CTLR), (uint32_t)RWP | 0x50);
}

static void test_redistributors_say_whose_they_are(void **state)
{
	static const uint32_t affinity[3] = { 0x00000000, 0x7f010203, 0xff00000f };

	(void)state;
	start(4);
	for (unsigned int n = 0; n < 3; n++)
		a.cpu[n].affinity = affinity[n];
	for (unsigned int n = 0; n < 3; n++) {
		const uint32_t low = n << 8 | (n == 2 ? 0x10 : 0); /* Processor_Number, Last */

		on(&a, 1);
		assert_int_equal(
		    el2_vgic_redist_read(&a.gic, &a.cpu[1], n * REDIST + GICR_TYPER, 8),
		    (uint64_t)affinity[n] << 32 | low);
		assert_int_equal(redist_rd(&a, 1, n, GICR_TYPER), low);
		assert_int_equal(redist_rd(&a, 1, n, GICR_TYPER + 4), affinity[n]);
		assert_int_equal(redist_rd(&a, 1, n, 4) & 0xfff, 0x43b);
		assert_int_equal(redist_rd(&a, 1, n, PIDR2) & 0xf0, 0x30);
		assert_int_equal(redist_rd(&a, 1, n, GICR_WAKER), 0); /* awake */
		redist_wr(&a, 1, n, GICR_WAKER, 2);
		assert_int_equal(redist_rd(&a, 1, n, GICR_WAKER), 0);
		redist_wr(&a, 1, n, GICR_CTLR, 1); /* EnableLPIs */
		assert_int_equal(redist_rd(&a, 1, n, GICR_CTLR), 0);
	}
	assert_int_equal(redist_rd(&a, 1, 3, GICR_TYPER), 0); /* there is no fourth */
	assert_int_equal(redist_rd(&a, 1, 3, PIDR2), 0);
}

/* Bits of what the VM owns: SGIs, two PPIs; 33 to 35 and 40 to 55; 1019. */
static const struct {
	int redist;
	uint32_t word, owned;
} banks[] = {
	{ 0, 0, 0 }, { 0, 1, 0x00ffff0e }, { 0, 2, 0 }, { 0, 31, 0x08000000 }, { 1, 0, 0x4800ffff },
};

static uint32_t bank_rd(size_t i, uint32_t reg)
{
	return banks[i].redist ? own_rd(&a, 0, reg) : rd(&a, reg + 4 * banks[i].word);
}

static void bank_wr(size_t i, uint32_t reg, uint32_t v)
{
	if (banks[i].redist)
		own_wr(&a, 0, reg, v);
	else
		wr(&a, reg + 4 * banks[i].word, v);
}

/* GICD_ISENABLERn and the like: ones set or clear, zeros do nothing, both read the state. */
static void test_set_and_clear(void **state)
{
	static const uint32_t pairs[][2] = { { ISENABLER, ICENABLER },
					     { ISPENDR, ICPENDR },
					     { ISACTIVER, ICACTIVER } };

	(void)state;
	for (size_t i = 0; i < COUNT(banks); i++)
		for (size_t k = 0; k < COUNT(pairs); k++) {
			const uint32_t owned = banks[i].owned, some = owned & 0x0a55a55a;

			start(4);
			assert_int_equal(bank_rd(i, pairs[k][0]), 0);
			bank_wr(i, pairs[k][0], UINT32_MAX);
			assert_int_equal(bank_rd(i, pairs[k][0]), owned);
			assert_int_equal(bank_rd(i, pairs[k][1]), owned);
			bank_wr(i, pairs[k][0], 0);
			bank_wr(i, pairs[k][1], 0);
			assert_int_equal(bank_rd(i, pairs[k][1]), owned);
			bank_wr(i, pairs[k][1], some);
			assert_int_equal(bank_rd(i, pairs[k][0]), owned & ~some);
			assert_int_equal(bank_rd(i, pairs[k][1]), owned & ~some);
			fine();
		}
}

static void test_group_is_fixed(void **state)
{
	(void)state;
	start(4);
	for (size_t i = 0; i < COUNT(banks); i++) {
		bank_wr(i, IGROUPR, 0);
		assert_int_equal(bank_rd(i, IGROUPR), banks[i].owned);
		bank_wr(i, 0xd00, UINT32_MAX); /* IGRPMODR */
		assert_int_equal(bank_rd(i, 0xd00), 0);
	}
}

/* Of physical interrupts the physical GIC has the state that the guest wrote. */
static void test_physical_state(void **state)
{
	(void)state;
	start(4);
	wr(&a, ISENABLER + 4, UINT32_MAX);
	own_wr(&a, 1, ISENABLER, UINT32_MAX);
	for (uint32_t i = 32; i < 1020; i++)
		assert_int_equal(fake.spi[i].enabled, i >= 40 && i < 56);
	for (uint32_t i = 1; i < 32; i++)
		assert_int_equal(fake.cpu[1].own[i].enabled, i == 27 || i == 30 || i == 25);
	wr(&a, ICENABLER + 4, 1u << (41 - 32));
	assert_false(fake.spi[41].enabled);
	assert_true(fake.spi[42].enabled);
	wr(&a, ICENABLER + 4, UINT32_MAX);
	wr(&a, ISPENDR + 4, 1u << (43 - 32) | 1u << (60 - 32));
	assert_true(fake.spi[43].latch);
	assert_false(fake.spi[60].latch);
	wr(&a, ICPENDR + 4, 1u << (43 - 32));
	assert_false(fake.spi[43].latch);
	raise_irq(&a, 0, 44, true); /* disabled: its level is seen still */
	assert_int_equal(rd(&a, ISPENDR + 4), 1u << (44 - 32));
	raise_irq(&b, 0, 60, true);
	assert_int_equal(rd(&a, ISPENDR + 4), 1u << (44 - 32));
}

/* GICD_IPRIORITYRn has a byte for each INTID, of which 5 bits are implemented. */
static void test_priorities(void **state)
{
	(void)state;
	start(4);
	wr(&a, IPRIORITYR + 40, 0xa0b0c7ff);
	assert_int_equal(rd(&a, IPRIORITYR + 40), 0xa0b0c0f8);
	assert_int_equal(fake.spi[40].priority, 0xf8);
	assert_int_equal(fake.spi[43].priority, 0xa0);
	dist_wr(&a, 0, IPRIORITYR + 42, 1, 0x55);
	assert_int_equal(rd(&a, IPRIORITYR + 40), 0xa050c0f8);
	assert_int_equal(fake.spi[42].priority, 0x50);
	assert_int_equal(dist_rd(&a, 0, IPRIORITYR + 43, 1), 0xa0);
	wr(&a, IPRIORITYR + 32, UINT32_MAX); /* 32 is the other VM's */
	assert_int_equal(rd(&a, IPRIORITYR + 32), 0xf8f8f800);
	assert_int_equal(fake.spi[32].priority, 0);
	own_wr(&a, 1, IPRIORITYR + 24, 0x11223344);
	assert_int_equal(own_rd(&a, 1, IPRIORITYR + 24), 0x10000000); /* 27 */
	assert_int_equal(own_rd(&a, 0, IPRIORITYR + 24), 0);
	assert_int_equal(fake.cpu[1].own[27].priority, 0x10);
	assert_int_equal(fake.cpu[1].own[25].priority, 0);
	on(&a, 1);
	el2_vgic_redist_write(&a.gic, &a.cpu[1], REDIST + SGI_BASE + IPRIORITYR + 5, 1, 0xa8);
	assert_int_equal(own_rd(&a, 1, IPRIORITYR + 4), 0xa800);
	assert_int_equal(own_rd(&a, 1, IPRIORITYR + 32), 0); /* there are 32 only */
	assert_int_equal(rd(&a, IPRIORITYR), 0); /* those are private */
}

/* GICD_ICFGRn has two bits for each INTID: 2 is an edge. SGIs are edges. */
static void test_triggers(void **state)
{
	(void)state;
	start(4);
	assert_int_equal(rd(&a, ICFGR + 8), 0);
	wr(&a, ICFGR + 8, 0xfffffff3); /* 32 to 47; not 33 */
	assert_int_equal(rd(&a, ICFGR + 8), 0xaaaa00a0);
	for (uint32_t i = 32; i < 48; i++)
		assert_int_equal(fake.spi[i].edge, i >= 40);
	wr(&a, ICFGR + 12, 0x0000aaa8); /* 48 to 63 */
	assert_int_equal(rd(&a, ICFGR + 12), 0x0000aaa8);
	assert_false(fake.spi[48].edge);
	assert_true(fake.spi[49].edge);
	wr(&a, ICFGR + 8, 0);
	assert_int_equal(rd(&a, ICFGR + 8), 0);
	assert_false(fake.spi[40].edge);
	own_wr(&a, 0, ICFGR, 0);
	assert_int_equal(own_rd(&a, 0, ICFGR), 0xaaaaaaaa);
	fake.cpu[0].own[30].edge = fake.cpu[0].own[29].edge = true;
	own_wr(&a, 0, ICFGR + 4, 0); /* the fake's are fixed */
	assert_int_equal(own_rd(&a, 0, ICFGR + 4), 0x20000000);
	own_wr(&a, 0, ICFGR + 4, UINT32_MAX);
	assert_int_equal(own_rd(&a, 0, ICFGR + 4), 0x20000000);
	assert_int_equal(own_rd(&a, 0, ICFGR + 8), 0);
	if (V2)
		return;
	assert_int_equal(rd(&a, ICFGR), 0);
	assert_int_equal(rd(&a, ICFGR + 4), 0);
}

static void test_irouter(void **state)
{
	(void)state;
	start(4);
	assert_int_equal(fake.router[40], 0);
	dist_wr(&a, 0, GICD_IROUTER + 8 * 40, 8, 2);
	assert_int_equal(fake.router[40], 2);
	assert_int_equal(dist_rd(&a, 0, GICD_IROUTER + 8 * 40, 8), 2);
	dist_wr(&a, 0, GICD_IROUTER + 8 * 40, 8, UINT64_MAX); /* nobody; Interrupt_Routing_Mode */
	assert_int_equal(dist_rd(&a, 0, GICD_IROUTER + 8 * 40, 8), UINT64_C(0xff00ffffff));
	dist_wr(&a, 0, GICD_IROUTER + 8 * 40, 8, 0x80000001);
	assert_int_equal(fake.router[40], 1);
	assert_int_equal(dist_rd(&a, 0, GICD_IROUTER + 8 * 40, 8), 1);
	dist_wr(&a, 0, GICD_IROUTER + 8 * 1019, 8, 1);
	assert_int_equal(fake.router[1019], 1);
	dist_wr(&a, 0, GICD_IROUTER + 8 * 33, 8, 1); /* emulated */
	assert_int_equal(dist_rd(&a, 0, GICD_IROUTER + 8 * 33, 8), 1);
	assert_int_equal(fake.router[33], FAKE_NOWHERE);
	dist_wr(&a, 0, GICD_IROUTER + 8 * 60, 8, 1); /* the other VM's */
	assert_int_equal(dist_rd(&a, 0, GICD_IROUTER + 8 * 60, 8), 0);
	assert_int_equal(fake.router[60], 4);
	for (uint32_t i = 0; i < 32; i++) {
		dist_wr(&a, 0, GICD_IROUTER + 8 * i, 8, 1);
		assert_int_equal(dist_rd(&a, 0, GICD_IROUTER + 8 * i, 8), 0);
	}
	for (uint32_t off = GICD_IROUTER + 8 * 1020; off < GICD_IROUTER + 8 * 1024; off += 4) {
		wr(&a, off, 1);
		assert_int_equal(rd(&a, off), 0);
	}
}

static void test_irouter_in_two_halves(void **state)
{
	const uint32_t at = GICD_IROUTER + 8 * 41;

	(void)state;
	start(4);
	a.cpu[2].affinity = 0x12000102;
	wr(&a, at, 0x80000102);
	assert_int_equal(rd(&a, at), 0x102);
	assert_int_equal(rd(&a, at + 4), 0);
	assert_int_equal(fake.router[41], 0); /* nobody's: it stays there */
	wr(&a, at + 4, 0xffffff12);
	assert_int_equal(fake.router[41], 2);
	assert_int_equal(dist_rd(&a, 0, at, 8), UINT64_C(0x1200000102));
	wr(&a, at, 1);
	assert_int_equal(rd(&a, at + 4), 0x12);
	wr(&a, at + 4, 0);
	assert_int_equal(fake.router[41], 1);
}

static void test_private_register_through_anothers_redistributor(void **state)
{
	(void)state;
	start(4);
	wr(&a, GICD_CTLR, ENABLE);
	redist_wr(&a, 0, 2, SGI_BASE + ISENABLER, 1u << 27 | 1u << 3);
	assert_int_equal(own_rd(&a, 2, ISENABLER), 1u << 27 | 1u << 3);
	assert_int_equal(own_rd(&a, 0, ISENABLER), 0);
	assert_true(fake.cpu[2].own[27].enabled);
	assert_false(fake.cpu[0].own[27].enabled);
	redist_wr(&a, 0, 2, SGI_BASE + IPRIORITYR + 24, 0x50000000);
	assert_int_equal(fake.cpu[2].own[27].priority, 0x50);
	redist_wr(&a, 0, 2, SGI_BASE + ISPENDR, 1u << 3);
	assert_int_equal(ack(&a, 0), 1023);
	assert_int_equal(redist_rd(&a, 0, 2, SGI_BASE + ISPENDR), 1u << 3);
	assert_int_equal(ack(&a, 2), 3);
	assert_int_equal(redist_rd(&a, 2, 2, SGI_BASE + ISACTIVER), 1u << 3);
	own_wr(&a, 0, ISENABLER, 1u << 4);
	own_wr(&a, 0, ISPENDR, 1u << 4);
	assert_int_equal(ack(&a, 0), 4);
	assert_int_equal(redist_rd(&a, 0, 2, SGI_BASE + ISACTIVER), 1u << 3);
	eoi(&a, 2, 3);
	assert_int_equal(redist_rd(&a, 2, 2, SGI_BASE + ISACTIVER), 0);
	raise_irq(&a, 2, 27, true);
	assert_int_equal(ack(&a, 2), 27);
	raise_irq(&a, 2, 27, false);
	redist_wr(&a, 0, 2, SGI_BASE + ICACTIVER, 1u << 27); /* its list register is there */
	assert_false(fake.cpu[2].own[27].active);
	assert_int_equal(own_rd(&a, 2, ISACTIVER), 0);
}

/* What has no meaning reads as zero, whatever was written. */
static void test_reserved(void **state)
{
	static const uint32_t dist[] = { 0x10,   0x20,   0x40,   0x48,   0x50,   0x58,   0x7c,
					 0x800,  0x828,  0xbfc,  0xd08,  0xe08,  0xf00,  0xf10,
					 0xf20,  0xffc,  0x1000, 0x1104, 0x5ffc, 0x7fe0, 0x8000,
					 0xc000, 0xffe4, 0xffec, 0xfffc };
	static const uint32_t redist[] = { 0x10,    0x20,    0x40,    0x48,    0x70,    0x78,
					   0xa0,    0xb0,    0xc0,    0x100,   0x400,   0xc00,
					   0xffe4,  0xffec,  0x10000, 0x10004, 0x1007c, 0x10084,
					   0x10104, 0x10420, 0x10800, 0x10c08, 0x10e00, 0x11100,
					   0x1ffe8, 0x1fffc };

	(void)state;
	start(4);
	for (size_t i = 0; i < COUNT(dist); i++) {
		wr(&a, dist[i], UINT32_MAX);
		if (rd(&a, dist[i]) != 0)
			fail_msg("GICD %#x: %#x", dist[i], rd(&a, dist[i]));
	}
	for (size_t i = 0; i < COUNT(redist); i++) {
		redist_wr(&a, 0, 1, redist[i], UINT32_MAX);
		if (redist_rd(&a, 0, 1, redist[i]) != 0)
			fail_msg("GICR %#x: %#x", redist[i], redist_rd(&a, 0, 1, redist[i]));
	}
	for (uint32_t off = 0; off < 0x1000; off += 4) /* nor is it an alias of what has */
		if (own_rd(&a, 1, off) != own_rd(&a, 2, off))
			fail_msg("GICR %#x: %#x", off, own_rd(&a, 1, off));
	on(&a, 0);
	assert_int_equal(el2_vgic_dist_read(&a.gic, &a.cpu[0], 0x10000 + PIDR2, 4), 0);
	assert_int_equal(el2_vgic_dist_read(&a.gic, &a.cpu[0], UINT64_MAX - 3, 4), 0);
	el2_vgic_dist_write(&a.gic, &a.cpu[0], UINT64_C(0x100000000), 4, 2);
	assert_int_equal(rd(&a, GICD_CTLR), 0x50);
	assert_int_equal(el2_vgic_redist_read(&a.gic, &a.cpu[0], UINT64_MAX - 3, 4), 0);
	el2_vgic_redist_write(&a.gic, &a.cpu[0], UINT64_MAX - 3, 4, 2);
}

/* Only the architecture's widths count, and only where they are aligned. */
static void test_widths(void **state)
{
	static const struct {
		uint32_t off;
		unsigned int widths; /* that count, one bit each */
	} rows[] = {
		{ GICD_CTLR, 4 },
		{ GICD_TYPER, 4 },
		{ GICD_IIDR, 4 },
		{ PIDR2, 4 },
		{ ISENABLER + 4, 4 },
		{ ICENABLER + 4, 4 },
		{ ISPENDR + 4, 4 },
		{ ISACTIVER + 4, 4 },
		{ IGROUPR + 4, 4 },
		{ IPRIORITYR + 40, 5 },
		{ ICFGR + 8, 4 },
		{ GICD_IROUTER + 8 * 40, 12 },
		{ ISENABLER + 5, 0 },
		{ IPRIORITYR + 41, 1 },
		{ GICD_IROUTER + 8 * 40 + 4, 4 },
		{ GICD_IROUTER + 8 * 40 + 2, 0 },
	};

	(void)state;
	start(4);
	wr(&a, ISENABLER + 4, UINT32_MAX);
	wr(&a, ISPENDR + 4, 0xe);
	wr(&a, ISACTIVER + 4, 0xe);
	wr(&a, IPRIORITYR + 40, 0xa0a0a0a0);
	wr(&a, ICFGR + 8, UINT32_MAX);
	dist_wr(&a, 0, GICD_IROUTER + 8 * 40, 8, UINT64_MAX);
	for (size_t i = 0; i < COUNT(rows); i++)
		for (unsigned int len = 1; len <= 8; len *= 2) {
			const uint64_t v = dist_rd(&a, 0, rows[i].off, len);

			if ((v != 0) != ((rows[i].widths & len) != 0))
				fail_msg("%#x, %u bytes: %#llx", rows[i].off, len,
					 (unsigned long long)v);
			if (rows[i].widths & len)
				continue;
			dist_wr(&a, 0, rows[i].off, len, 0);
			assert_int_equal(dist_rd(&a, 0, GICD_IROUTER + 8 * 40, 8),
					 UINT64_C(0xff00ffffff));
			dist_wr(&a, 0, rows[i].off, len, UINT64_MAX);
		}
	assert_int_equal(rd(&a, GICD_CTLR), 0x50);
	assert_int_equal(rd(&a, IPRIORITYR + 40), 0xa0a0a0a0);
	assert_int_equal(rd(&a, ISENABLER + 4), 0x00ffff0e);
	for (unsigned int len = 1; len <= 8; len *= 2) {
		on(&a, 0);
		assert_int_equal(el2_vgic_redist_read(&a.gic, &a.cpu[0], PIDR2, len) != 0,
				 len == 4);
		assert_int_equal(
		    el2_vgic_redist_read(&a.gic, &a.cpu[0], REDIST + GICR_TYPER, len) != 0,
		    len >= 4);
	}
}

static void test_gifts(void **state)
{
	(void)state;
	start(4);
	assert_false(el2_vgic_give(&a.gic, 15, true));
	assert_false(el2_vgic_give(&a.gic, 28, false)); /* no device drives PPIs */
	assert_false(el2_vgic_give(&a.gic, FAKE_MAINTENANCE, true));
	assert_false(el2_vgic_give(&a.gic, 1020, true));
	assert_false(el2_vgic_give(&a.gic, UINT32_MAX, false));
	assert_false(el2_vgic_give(&a.gic, 33, true)); /* it has it */
	assert_true(el2_vgic_give(&a.gic, 1018, false));
	assert_true(el2_vgic_give(&b.gic, 500, false));
	assert_true(el2_vgic_give(&b.gic, 400, false));
	assert_int_equal(rd(&b, GICD_TYPER) & 0x1f, 15);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_distributor_says_what_it_is, stop),
		cmocka_unit_test_teardown(test_distributor_control, stop),
		cmocka_unit_test_teardown(test_redistributors_say_whose_they_are, stop),
		cmocka_unit_test_teardown(test_set_and_clear, stop),
		cmocka_unit_test_teardown(test_group_is_fixed, stop),
		cmocka_unit_test_teardown(test_priorities, stop),
		cmocka_unit_test_teardown(test_irouter, stop),
		cmocka_unit_test_teardown(test_irouter_in_two_halves, stop),
		cmocka_unit_test_teardown(test_private_register_through_anothers_redistributor,
					  stop),
		cmocka_unit_test_teardown(test_reserved, stop),
		cmocka_unit_test_teardown(test_widths, stop),
		/* of a GICv2, too; test_el2_vgic_v2.c has its own */
		cmocka_unit_test_teardown(test_physical_state, stop),
		cmocka_unit_test_teardown(test_triggers, stop),
		cmocka_unit_test_teardown(test_gifts, stop),
	};

	return run_both(tests, COUNT(tests), COUNT(tests) - 3);
}
