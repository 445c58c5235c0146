/* SPDX-License-Identifier: BSD-2-Clause */
/* The registers of a virtual GICv2's distributor against the register descriptions of the GIC
 * architecture; SGIs, of which each source counts. @spec{IHI0048, 4.3} */
#include "unit.h"

#include "el2_vgic_world.h"

static int begin(void **state)
{
	(void)state;
	fake_version = 2;
	return 0;
}

static void test_distributor_says_what_it_is(void **state)
{
	(void)state;
	start(4);
	assert_int_equal(rd(&a, GICD_CTLR), 0);
	/* 3 CPUs, 2 CPUs; INTIDs up to 1023 or 95; one Security state */
	assert_int_equal(rd(&a, GICD_TYPER), 2 << 5 | 31);
	assert_int_equal(rd(&b, GICD_TYPER), 1 << 5 | 2);
	assert_int_equal(rd(&a, GICD_IIDR) & 0xfff, 0x43b);
	assert_int_equal(rd(&a, 0xfe8) & 0xf0, 0x20); /* ICPIDR2.ArchRev */
	assert_int_equal(rd(&a, PIDR2), 0);
	wr(&a, GICD_CTLR, UINT32_MAX);
	assert_int_equal(rd(&a, GICD_CTLR), 1);
	assert_int_equal(rd(&b, GICD_CTLR), 0);
	wr(&a, GICD_CTLR, 2); /* there is no other group */
	assert_int_equal(rd(&a, GICD_CTLR), 0);
	wr(&a, IGROUPR, UINT32_MAX);
	wr(&a, IGROUPR + 4, UINT32_MAX);
	assert_int_equal(rd(&a, IGROUPR) | rd(&a, IGROUPR + 4), 0);
}

/* Registers of private interrupts are each CPU's own; no SGI becomes pending by GICD_ISPENDR0. */
static void test_banked(void **state)
{
	(void)state;
	start(4);
	dist_wr(&a, 1, ISENABLER, 4, 0x4800ffff);
	assert_int_equal(dist_rd(&a, 1, ISENABLER, 4), 0x4800ffff);
	assert_int_equal(dist_rd(&a, 0, ISENABLER, 4), 0);
	assert_true(fake.cpu[1].own[27].enabled && !fake.cpu[0].own[27].enabled);
	dist_wr(&a, 1, IPRIORITYR + 27, 1, 0x50);
	assert_int_equal(dist_rd(&a, 1, IPRIORITYR + 24, 4), 0x50000000);
	assert_int_equal(dist_rd(&a, 0, IPRIORITYR + 24, 4), 0);
	assert_int_equal(dist_rd(&a, 1, ICFGR, 4), 0xaaaaaaaa);
	dist_wr(&a, 1, ISPENDR, 4, UINT32_MAX);
	assert_int_equal(dist_rd(&a, 1, ISPENDR, 4), 0x48000000);
	dist_wr(&a, 1, SPENDSGIR + 3, 1, 2);
	dist_wr(&a, 1, ICPENDR, 4, UINT32_MAX);
	assert_int_equal(dist_rd(&a, 1, ISPENDR, 4), 1 << 3);
	assert_int_equal(dist_rd(&a, 0, ISPENDR, 4), 0);
}

/* GICD_ITARGETSRn has a byte for each INTID. An SPI goes to the lowest of its targets. */
static void test_targets(void **state)
{
	(void)state;
	start(4);
	assert_int_equal(fake.router[40], 0);
	wr(&a, ITARGETSR + 40, 0xff060402);
	assert_int_equal(rd(&a, ITARGETSR + 40), 0x07060402); /* there are 3 CPUs */
	assert_int_equal(fake.router[40], 1);
	assert_int_equal(fake.router[41], 2);
	assert_int_equal(fake.router[42], 1);
	assert_int_equal(fake.router[43], 0);
	dist_wr(&a, 2, ITARGETSR + 42, 1, 4);
	assert_int_equal(dist_rd(&a, 1, ITARGETSR + 42, 1), 4);
	assert_int_equal(fake.router[42], 2);
	dist_wr(&a, 0, ITARGETSR + 42, 1, 0xf8); /* nobody: it stays there */
	assert_int_equal(rd(&a, ITARGETSR + 40), 0x07000402);
	assert_int_equal(fake.router[42], 2);
	wr(&a, ITARGETSR + 32, UINT32_MAX); /* 32 is the other VM's, 33 emulated */
	assert_int_equal(rd(&a, ITARGETSR + 32), 0x07070700);
	assert_int_equal(fake.router[32], 4);
	assert_int_equal(fake.router[33], FAKE_NOWHERE);
	wr(&a, ITARGETSR + 1016, UINT32_MAX);
	assert_int_equal(rd(&a, ITARGETSR + 1016), 0x07000000);
	wr(&a, ITARGETSR + 1020, UINT32_MAX);
	assert_int_equal(rd(&a, ITARGETSR + 1020), 0);
	for (unsigned int n = 0; n < 3; n++)
		for (uint32_t i = 0; i < 32; i += 4) {
			dist_wr(&a, n, ITARGETSR + i, 4, 0);
			assert_int_equal(dist_rd(&a, n, ITARGETSR + i, 4), 0x01010101u << n);
		}
	/* where one CPU is the only target, no register says so */
	fake_start(4);
	make_vm(&a, 0, 1);
	start_vm(&a);
	wr(&a, ITARGETSR + 32, 0);
	assert_int_equal(rd(&a, ITARGETSR) | rd(&a, ITARGETSR + 32), 0);
	wr(&a, ISENABLER + 4, 2);
	wr(&a, GICD_CTLR, 1);
	line(&a, 0, 33, true);
	assert_int_equal(ack(&a, 0), 33);
}

/* What of SGI @intid each vCPU takes: a hexadecimal digit of sources. */
static uint32_t take(uint32_t intid)
{
	uint32_t got = 0;

	for (unsigned int n = 0; n < 3; n++)
		for (uint32_t is; (is = ack(&a, n)) != 1023;) {
			assert_int_equal(is, intid);
			assert_false(got >> 4 * n & 1u << fake.cpu[n].source);
			got |= 1u << fake.cpu[n].source << 4 * n;
			eoi(&a, n, is);
		}
	for (unsigned int n = 0; n < 2; n++)
		assert_int_equal(ack(&b, n), 1023);
	return got;
}

static void start_sgis(void)
{
	start_enabled(4);
	for (unsigned int n = 0; n < 2; n++)
		own_wr(&b, n, ISENABLER, 0xffff);
	wr(&b, GICD_CTLR, 1);
}

/* GICD_SGIR: filter in 25:24, list in 23:16; of vCPU 1 */
static void test_sgi_targets(void **state)
{
	static const struct {
		uint32_t v, got;
	} rows[] = {
		{ 0x00010005, 0x002 }, { 0x00020005, 0x020 }, { 0x00040005, 0x200 },
		{ 0x00050005, 0x202 }, { 0x00ff0005, 0x222 }, { 0x00f80005, 0 },
		{ 0x00000005, 0 },     { 0x01000005, 0x202 }, { 0x01ff0005, 0x202 },
		{ 0x02000005, 0x020 }, { 0x02ff0005, 0x020 }, { 0x03ff0005, 0 },
		{ 0x0007800f, 0x222 }, /* NSATT is for another Security state */
		{ 0xfc07fff0, 0x222 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		uint32_t got;

		start_sgis();
		dist_wr(&a, 1, GICD_SGIR, 4, rows[i].v);
		fake_run();
		if ((got = take(rows[i].v & 15)) != rows[i].got)
			fail_msg("%#x: %#x", rows[i].v, got);
		fine();
	}
	start_sgis();
	dist_wr(&a, 1, GICD_SGIR, 2, 0x0005);
	dist_wr(&a, 1, GICD_SGIR + 2, 2, 0x00ff);
	dist_wr(&a, 1, GICD_SGIR, 1, 5);
	dist_wr(&a, 1, GICD_SGIR, 8, 0x00070005);
	fake_run();
	assert_int_equal(take(5), 0);
	assert_int_equal(rd(&a, GICD_SGIR), 0);
}

/* Each source is an interrupt, twice the same source is one; with few list registers, too. */
static void test_sgi_sources(void **state)
{
	(void)state;
	for (unsigned int n_lrs = 1; n_lrs < 3; n_lrs++) {
		start_enabled(n_lrs);
		for (unsigned int n = 3; n-- > 0;) {
			send_sgi(&a, n, 7, 2, false);
			send_sgi(&a, n, 7, 2, false);
		}
		assert_int_equal(dist_rd(&a, 1, SPENDSGIR + 4, 4), 0x07000000);
		assert_int_equal(dist_rd(&a, 1, CPENDSGIR + 7, 1), 7);
		assert_int_equal(dist_rd(&a, 0, SPENDSGIR + 4, 4), 0);
		assert_int_equal(ack(&a, 1), 7);
		assert_int_equal(dist_rd(&a, 1, SPENDSGIR + 7, 1), 7 & ~(1u << fake.cpu[1].source));
		assert_int_equal(ack(&a, 1), 1023); /* it is active */
		send_sgi(&a, fake.cpu[1].source, 7, 2, false); /* once more */
		eoi(&a, 1, 7);
		assert_int_equal(take(7), 0x70);
		fine();
	}
}

/* GICD_SPENDSGIR and GICD_CPENDSGIR: a byte of sources for each SGI, of the CPU that accesses. */
static void test_sgi_pending(void **state)
{
	(void)state;
	start_enabled(4);
	dist_wr(&a, 2, SPENDSGIR + 4, 4, 0xff000000);
	assert_int_equal(dist_rd(&a, 2, CPENDSGIR + 4, 4), 0x07000000);
	dist_wr(&a, 2, CPENDSGIR + 7, 1, 0xfd); /* one of them is in a list register */
	fake_run();
	assert_int_equal(dist_rd(&a, 2, SPENDSGIR + 7, 1), 2);
	assert_int_equal(take(7), 0x200);
	dist_wr(&a, 2, SPENDSGIR + 7, 1, 5);
	fake_run();
	dist_wr(&a, 2, CPENDSGIR + 7, 1, 2); /* not that one */
	assert_int_equal(take(7), 0x500);
	/* before EL2 has looked, and while it is disabled */
	dist_wr(&a, 0, GICD_SGIR, 4, 0x00040003);
	dist_wr(&a, 2, CPENDSGIR + 3, 1, 1);
	assert_int_equal(take(3), 0);
	own_wr(&a, 2, ICENABLER, 1 << 3);
	send_sgi(&a, 0, 3, 4, false);
	assert_int_equal(dist_rd(&a, 2, ISPENDR, 4), 1 << 3);
	dist_wr(&a, 2, CPENDSGIR, 4, 0x01000000);
	own_wr(&a, 2, ISENABLER, 1 << 3);
	assert_int_equal(take(3), 0);
	/* in a list register, and the same source again */
	send_sgi(&a, 0, 4, 4, false);
	dist_wr(&a, 0, GICD_SGIR, 4, 0x00040004);
	dist_wr(&a, 2, CPENDSGIR + 4, 1, 1);
	assert_int_equal(take(4), 0);
	/* a CPU that is off forgets them */
	send_sgi(&a, 0, 4, 4, false);
	cpu_off(&a, 2);
	cpu_on(&a, 2);
	own_wr(&a, 2, ISENABLER, 0xffff);
	assert_int_equal(take(4), 0);
	assert_int_equal(dist_rd(&a, 2, SPENDSGIR + 4, 4), 0);
}

/* What has no meaning reads as zero, whatever was written; other widths have none. */
static void test_reserved(void **state)
{
	static const uint32_t none[] = { 0xc,   0x10,  0x40,  0x7c,  0xd00, 0xe00,
					 0xeff, 0xf00, 0xf30, 0xfe4, 0xfec, 0xffc };
	static const struct {
		uint32_t off;
		unsigned int widths; /* that count, one bit each */
	} rows[] = {
		{ GICD_TYPER, 4 },      { GICD_IIDR, 4 },     { 0xfe8, 4 },
		{ ISENABLER, 4 },       { ISENABLER + 4, 4 }, { IPRIORITYR + 40, 5 },
		{ IPRIORITYR + 41, 1 }, { ITARGETSR, 5 },     { ITARGETSR + 40, 5 },
		{ ITARGETSR + 41, 1 },  { SPENDSGIR + 4, 5 }, { CPENDSGIR + 4, 5 },
		{ CPENDSGIR + 5, 0 },   { ICFGR + 8, 4 },     { GICD_TYPER + 1, 0 },
	};

	(void)state;
	start(4);
	for (size_t i = 0; i < COUNT(none); i++) {
		wr(&a, none[i], UINT32_MAX);
		assert_int_equal(rd(&a, none[i]), 0);
	}
	own_wr(&a, 0, ISENABLER, UINT32_MAX);
	wr(&a, ISENABLER + 4, UINT32_MAX);
	wr(&a, IPRIORITYR + 40, 0xa0a0a0a0);
	wr(&a, ITARGETSR + 40, 0x03030303);
	wr(&a, ICFGR + 8, UINT32_MAX);
	dist_wr(&a, 0, SPENDSGIR + 4, 1, 1);
	for (size_t i = 0; i < COUNT(rows); i++)
		for (unsigned int len = 1; len <= 8; len *= 2) {
			const uint64_t v = dist_rd(&a, 0, rows[i].off, len);

			if ((v != 0) != ((rows[i].widths & len) != 0))
				fail_msg("%#x, %u bytes: %#llx", rows[i].off, len,
					 (unsigned long long)v);
		}
	dist_wr(&a, 0, ITARGETSR + 40, 2, 0);
	dist_wr(&a, 0, ITARGETSR + 40, 8, 0);
	dist_wr(&a, 0, GICD_CTLR, 1, 1);
	assert_int_equal(rd(&a, ITARGETSR + 40), 0x03030303);
	assert_int_equal(rd(&a, GICD_CTLR), 0);
	on(&a, 0);
	for (uint64_t off = 0x1000; off != 0; off <<= 1) {
		el2_vgic_dist_write(&a.gic, &a.cpu[0], off, 4, 1);
		assert_int_equal(el2_vgic_dist_read(&a.gic, &a.cpu[0], off + GICD_TYPER, 4), 0);
	}
	assert_int_equal(rd(&a, GICD_CTLR), 0);
}

/* GICC_DIR has the source of an SGI, which does not matter. */
static void test_deactivate(void **state)
{
	(void)state;
	start_enabled(4);
	fake_guest_interface(1, 0xff, true, true);
	send_sgi(&a, 2, 9, 2, false);
	raise_irq(&a, 1, 27, true);
	for (unsigned int n = 0; n < 2; n++)
		eoi(&a, 1, ack(&a, 1));
	assert_int_equal(dist_rd(&a, 1, ISACTIVER, 4), 1 << 27 | 1 << 9);
	dir(&a, 1, 2 << 10 | 9);
	assert_int_equal(dist_rd(&a, 1, ISACTIVER, 4), 1 << 27);
	raise_irq(&a, 1, 27, false);
	dir(&a, 1, 27);
	assert_int_equal(dist_rd(&a, 1, ISACTIVER, 4), 0);
	assert_false(fake.cpu[1].own[27].active);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_distributor_says_what_it_is, stop),
		cmocka_unit_test_teardown(test_banked, stop),
		cmocka_unit_test_teardown(test_targets, stop),
		cmocka_unit_test_teardown(test_sgi_targets, stop),
		cmocka_unit_test_teardown(test_sgi_sources, stop),
		cmocka_unit_test_teardown(test_sgi_pending, stop),
		cmocka_unit_test_teardown(test_reserved, stop),
		cmocka_unit_test_teardown(test_deactivate, stop),
	};

	return cmocka_run_group_tests(tests, begin, NULL);
}
