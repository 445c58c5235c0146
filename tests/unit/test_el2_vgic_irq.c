/* SPDX-License-Identifier: BSD-2-Clause */
/* A virtual GIC delivers: what becomes pending is taken by the guest once, by priority, and not
 * while it must not be, with one list register and with many. @spec{IHI0069, 6} */
#include "unit.h"

#include "el2_vgic_world.h"

static const unsigned int lrs[] = { 1, 2, 4, 16 };

static bool physical_active(uint32_t intid)
{
	return fake.spi[intid].active;
}

static void test_physical_interrupt(void **state)
{
	(void)state;
	start_enabled(4);
	wr(&a, ICFGR + 8, 0xaaaa0000);
	raise_irq(&a, 0, 40, true);
	assert_true(physical_active(40));
	assert_true(fake_guest_irq(0));
	assert_int_equal(rd(&a, ISPENDR + 4), 1u << (40 - 32));
	assert_int_equal(rd(&a, ISACTIVER + 4), 0);
	assert_int_equal(ack(&a, 0), 40);
	assert_int_equal(rd(&a, ISPENDR + 4), 0);
	assert_int_equal(rd(&a, ISACTIVER + 4), 1u << (40 - 32));
	assert_int_equal(ack(&a, 0), 1023);
	assert_true(physical_active(40));
	eoi(&a, 0, 40);
	assert_false(physical_active(40));
	assert_int_equal(fake.irqs, V2 ? 2 : 1); /* by EL2, or by the list register */
	assert_int_equal(rd(&a, ISACTIVER + 4), 0);
	raise_irq(&a, 0, 40, false);
	raise_irq(&a, 0, 40, true); /* the next edge */
	assert_int_equal(ack(&a, 0), 40);
	eoi(&a, 0, 40);
	assert_int_equal(ack(&a, 0), 1023);
	own_pend(&a, 0, 1);
	assert_int_equal(a.gic.busy, 0); /* SPIs are not searched in vain */
}

static void test_physical_level(void **state)
{
	(void)state;
	start_enabled(4);
	raise_irq(&a, 0, 41, true);
	for (unsigned int i = 0; i < 3; i++) {
		assert_int_equal(ack(&a, 0), 41);
		if (i == 2)
			raise_irq(&a, 0, 41, false);
		eoi(&a, 0, 41);
	}
	assert_int_equal(ack(&a, 0), 1023);
	assert_false(physical_active(41));
}

static void test_ppi_is_each_cpus_own(void **state)
{
	(void)state;
	start_enabled(4);
	raise_irq(&a, 1, 27, true);
	assert_int_equal(ack(&a, 0), 1023);
	assert_int_equal(ack(&a, 2), 1023);
	assert_int_equal(ack(&a, 1), 27);
	raise_irq(&a, 0, 27, true);
	assert_int_equal(ack(&a, 0), 27);
	raise_irq(&a, 1, 27, false);
	eoi(&a, 1, 27);
	assert_false(fake.cpu[1].own[27].active);
	assert_true(fake.cpu[0].own[27].active);
}

static void test_pending_while_disabled_is_kept(void **state)
{
	(void)state;
	for (unsigned int soft = 0; soft < 2; soft++) {
		const uint32_t intid = soft ? 33 : 40, bit = 1u << intid % 32;

		start_enabled(4);
		wr(&a, ICFGR + 8, UINT32_MAX);
		/* before it comes */
		wr(&a, ICENABLER + 4, bit);
		if (soft) {
			line(&a, 0, 33, true);
			line(&a, 0, 33, false);
		} else {
			raise_irq(&a, 0, 40, true);
		}
		assert_int_equal(rd(&a, ISPENDR + 4), bit);
		assert_int_equal(ack(&a, 0), 1023);
		wr(&a, ISENABLER + 4, bit);
		assert_int_equal(ack(&a, 0), intid);
		eoi(&a, 0, intid);
		assert_int_equal(ack(&a, 0), 1023);
		/* while it is in a list register, and not yet taken */
		raise_irq(&a, 0, 40, false);
		if (soft)
			line(&a, 0, 33, true);
		else
			raise_irq(&a, 0, 40, true);
		assert_true(fake_guest_irq(0));
		wr(&a, ICENABLER + 4, bit);
		assert_false(fake_guest_irq(0));
		assert_int_equal(rd(&a, ISPENDR + 4), bit);
		assert_int_equal(rd(&a, ISACTIVER + 4), 0);
		wr(&a, ISENABLER + 4, bit);
		assert_int_equal(ack(&a, 0), intid);
		eoi(&a, 0, intid);
		assert_int_equal(ack(&a, 0), 1023);
		fine();
	}
}

static void test_pending_while_the_distributor_is_disabled(void **state)
{
	(void)state;
	start_enabled(4);
	raise_irq(&a, 0, 40, true);
	send_sgi(&a, 1, 3, 1, false);
	wr(&a, GICD_CTLR, 0);
	assert_int_equal(rd(&a, GICD_CTLR), DISABLED); /* on this CPU it has happened */
	assert_int_equal(ack(&a, 0), 1023);
	raise_irq(&a, 1, 27, true);
	assert_int_equal(ack(&a, 1), 1023);
	wr(&a, GICD_CTLR, ENABLE);
	assert_int_equal(ack(&a, 0), 3);
	eoi(&a, 0, 3);
	assert_int_equal(ack(&a, 0), 40);
	assert_int_equal(ack(&a, 1), 27);
}

static void test_disabling_an_active_one_keeps_its_eoi_working(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(lrs); i++) {
		start_enabled(lrs[i]);
		raise_irq(&a, 0, 40, true);
		assert_int_equal(ack(&a, 0), 40);
		wr(&a, ICENABLER + 4, 1u << (40 - 32));
		assert_int_equal(rd(&a, ISACTIVER + 4), 1u << (40 - 32));
		raise_irq(&a, 0, 40, false);
		eoi(&a, 0, 40);
		assert_false(physical_active(40));
		assert_int_equal(rd(&a, ISACTIVER + 4), 0);
		raise_irq(&a, 0, 40, true);
		assert_int_equal(ack(&a, 0), 1023);
		wr(&a, ISENABLER + 4, 1u << (40 - 32));
		assert_int_equal(ack(&a, 0), 40);
		fine();
	}
}

/* CPU 1 has it in a list register when CPU 0 disables it. */
static void test_disabling_on_another_cpu_waits(void **state)
{
	(void)state;
	start_enabled(4);
	route_spi(&a, 0, 40, 1);
	raise_irq(&a, 1, 40, true);
	assert_true(fake_guest_irq(1));
	dist_wr(&a, 0, ICENABLER + 4, 4, 1u << (40 - 32));
	assert_int_equal(rd(&a, GICD_CTLR), (V2 ? 0u : (uint32_t)RWP) | ENABLED);
	assert_int_equal(V2 ? 8 : redist_rd(&a, 0, 1, GICR_CTLR), 8);
	assert_int_equal(V2 ? 0 : redist_rd(&a, 0, 0, GICR_CTLR), 0);
	fake_run();
	assert_int_equal(rd(&a, GICD_CTLR), ENABLED);
	assert_int_equal(V2 ? 0 : redist_rd(&a, 0, 1, GICR_CTLR), 0);
	assert_int_equal(ack(&a, 1), 1023);
	assert_int_equal(rd(&a, ISACTIVER + 4), 0);
	wr(&a, ISENABLER + 4, 1u << (40 - 32));
	assert_int_equal(ack(&a, 1), 40);
	/* the distributor, too */
	dist_wr(&a, 0, GICD_CTLR, 4, 0);
	assert_int_equal(rd(&a, GICD_CTLR), (V2 ? 0u : (uint32_t)RWP) | DISABLED);
	fake_run();
	assert_int_equal(rd(&a, GICD_CTLR), DISABLED);
}

/* SGIs 0 to 15 with priorities that fall, and physical ones: highest priority first. */
static void test_more_pending_than_list_registers(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(lrs); i++) {
		start_enabled(lrs[i]);
		for (uint32_t n = 0; n < 16; n += 4)
			own_wr(&a, 0, IPRIORITYR + n, 0x80889098 - n * 0x08080808);
		for (uint32_t n = 0; n < 16; n++) {
			dist_wr(&a, 0, IPRIORITYR + 40 + n, 1, 0xc0 - 8 * (n % 4));
			raise_irq(&a, 0, 40 + n, true);
			raise_irq(&a, 0, 40 + n, false);
		}
		own_pend(&a, 0, 0xffff);
		assert_int_equal(own_rd(&a, 0, ISPENDR), 0xffff);
		fake.irqs = 0;
		for (uint32_t n = 0; n < 32; n++) {
			const uint32_t intid = ack(&a, 0);

			if (n < 16) /* 0x20 is SGI 15's, 0x98 is 0's */
				assert_int_equal(intid, 15 - n);
			else
				assert_int_equal((intid - 40) % 4, 3 - (n - 16) / 4);
			eoi(&a, 0, intid);
		}
		assert_int_equal(ack(&a, 0), 1023);
		/* all but one are refilled at once; on a GICv2 EL2 sees physical ones end */
		if (fake.irqs > 64 / lrs[i] + (V2 ? 16 : 0))
			fail_msg("%u maintenance interrupts", fake.irqs);
		assert_int_equal(fake.irqs, fake.maintenances);
		fine();
	}
}

/* With EOImode 1 the guest takes all of them before it deactivates any. */
static void test_more_active_than_list_registers(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(lrs); i++)
		for (unsigned int k = 0; k < 4; k++) {
			const bool down = k & 1;

			start_enabled(lrs[i]);
			fake.counts_drops = k & 2;
			fake_guest_interface(0, 0xff, true, true);
			for (uint32_t n = 0; n < 12; n++) {
				raise_irq(&a, 0, 40 + n, true);
				raise_irq(&a, 0, 40 + n, false);
			}
			for (uint32_t n = 0; n < 12; n++) {
				const uint32_t intid = ack(&a, 0);

				assert_in_range(intid, 40, 51);
				eoi(&a, 0, intid);
			}
			assert_int_equal(rd(&a, ISACTIVER + 4), 0xfff00);
			assert_int_equal(ack(&a, 0), 1023);
			for (uint32_t n = 0; n < 12; n++) {
				const uint32_t intid = down ? 51 - n : 40 + n;

				assert_true(physical_active(intid));
				dir(&a, 0, intid);
				assert_false(physical_active(intid));
			}
			assert_int_equal(rd(&a, ISACTIVER + 4), 0);
			raise_irq(&a, 0, 45, true);
			assert_int_equal(ack(&a, 0), 45);
			assert_in_range(fake.maintenances, 0, k & 2 ? 24 : 12);
			assert_int_equal(fake.cpu[0].hcr, 1);
			fine();
		}
}

/* With EOImode 0 they nest: each preempts the one before, and they end in reverse. */
static void test_nested_deeper_than_list_registers(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(lrs); i++) {
		start_enabled(lrs[i]);
		for (uint32_t n = 0; n < 12; n++) {
			dist_wr(&a, 0, IPRIORITYR + 40 + n, 1, 0xa0 - 8 * n);
			raise_irq(&a, 0, 40 + n, true);
			raise_irq(&a, 0, 40 + n, false);
			assert_int_equal(ack(&a, 0), 40 + n);
		}
		assert_int_equal(rd(&a, ISACTIVER + 4), 0xfff00);
		for (uint32_t n = 12; n-- > 0;) {
			assert_true(physical_active(40 + n));
			eoi(&a, 0, 40 + n);
			assert_false(physical_active(40 + n));
			assert_int_equal(rd(&a, ISACTIVER + 4), 0xfff00 & ((0x100u << n) - 1));
		}
		assert_in_range(fake.maintenances, 0, 12);
		assert_int_equal(fake.cpu[0].hcr, 1);
		fine();
	}
}

/* One that waits for a list register displaces one of lower priority, which is not lost. */
static void test_higher_priority_displaces(void **state)
{
	(void)state;
	start_enabled(1);
	dist_wr(&a, 0, IPRIORITYR + 40, 4, 0x80a09090);
	raise_irq(&a, 0, 40, true);
	assert_int_equal(fake.cpu[0].hcr, 1); /* nothing waits: no maintenance interrupt */
	raise_irq(&a, 0, 42, true);
	assert_int_equal(fake.cpu[0].hcr, 9); /* NPIE */
	assert_int_equal(fake.cpu[0].lr[0] & 0xffff, 40);
	raise_irq(&a, 0, 43, true);
	assert_int_equal(fake.cpu[0].lr[0] & 0xffff, 43);
	raise_irq(&a, 0, 41, true); /* the same as 40 */
	for (uint32_t i = 40; i < 44; i++)
		raise_irq(&a, 0, i, false);
	assert_int_equal(ack(&a, 0), 43);
	eoi(&a, 0, 43);
	assert_int_equal(ack(&a, 0), 40);
	eoi(&a, 0, 40);
	assert_int_equal(ack(&a, 0), 41);
	eoi(&a, 0, 41);
	assert_int_equal(ack(&a, 0), 42);
	eoi(&a, 0, 42);
	assert_int_equal(fake.cpu[0].hcr, 1);
}

static void test_device_level(void **state)
{
	(void)state;
	start_enabled(4);
	line(&a, 0, 33, true);
	assert_int_equal(ack(&a, 0), 33);
	eoi(&a, 0, 33); /* still high */
	assert_int_equal(ack(&a, 0), 33);
	line(&a, 0, 33, false);
	eoi(&a, 0, 33);
	assert_int_equal(ack(&a, 0), 1023);
	line(&a, 0, 33, true);
	line(&a, 0, 33, false); /* before it was taken */
	assert_int_equal(rd(&a, ISPENDR + 4), 0);
	assert_int_equal(ack(&a, 0), 1023);
	wr(&a, ISPENDR + 4, 2); /* without the line, until it is taken */
	line(&a, 0, 33, true);
	line(&a, 0, 33, false);
	assert_int_equal(ack(&a, 0), 33);
	eoi(&a, 0, 33);
	assert_int_equal(ack(&a, 0), 1023);
	line(&a, 0, 33, true);
	wr(&a, ISPENDR + 4, 2); /* while it is in a list register for the line */
	line(&a, 0, 33, false);
	assert_int_equal(ack(&a, 0), 33);
	eoi(&a, 0, 33);
	assert_int_equal(ack(&a, 0), 1023);
	line(&a, 0, 33, true);
	wr(&a, ICPENDR + 4, 2);
	assert_int_equal(rd(&a, ISPENDR + 4), 2);
	assert_int_equal(ack(&a, 0), 33);
}

static void test_device_edge(void **state)
{
	(void)state;
	start_enabled(4);
	wr(&a, ICFGR + 8, 0xa8); /* 33 to 35 */
	line(&a, 0, 33, true);
	line(&a, 0, 33, false);
	line(&a, 0, 33, true); /* two that come before the guest takes one are one */
	assert_int_equal(ack(&a, 0), 33);
	line(&a, 0, 33, false);
	line(&a, 0, 33, true); /* but this is the next one */
	assert_int_equal(rd(&a, ISPENDR + 4), 2);
	assert_int_equal(rd(&a, ISACTIVER + 4), 2);
	eoi(&a, 0, 33);
	assert_int_equal(ack(&a, 0), 33);
	eoi(&a, 0, 33);
	assert_int_equal(ack(&a, 0), 1023); /* high, but no edge */
	wr(&a, ICFGR + 8, 0xa0);
	assert_int_equal(ack(&a, 0), 33); /* a level it is */
	wr(&a, ICFGR + 8, 0xa8);
	eoi(&a, 0, 33);
	line(&a, 0, 33, false);
	line(&a, 0, 33, true);
	wr(&a, ICPENDR + 4, 2);
	assert_int_equal(ack(&a, 0), 1023);
}

/* The device's code runs on another CPU of the VM, or on one that is not the VM's. */
static void test_device_on_another_cpu(void **state)
{
	(void)state;
	start_enabled(4);
	route_spi(&a, 0, 33, 2);
	line(&a, 0, 33, true);
	assert_int_equal(fake.kicks, 1);
	assert_int_equal(ack(&a, 0), 1023);
	assert_int_equal(ack(&a, 2), 33);
	fake.self = 5;
	el2_vgic_line(&a.gic, NULL, 33, false);
	eoi(&a, 2, 33);
	assert_int_equal(ack(&a, 2), 1023);
	fake.self = 5;
	el2_vgic_line(&a.gic, NULL, 33, true);
	fake_run();
	assert_true(fake_guest_irq(2));
	fake.self = 5;
	el2_vgic_line(&a.gic, NULL, 33, false);
	fake_run();
	assert_false(fake_guest_irq(2));
	fake.self = 5;
	el2_vgic_line(&a.gic, NULL, 40, true); /* not an emulated one */
	el2_vgic_line(&a.gic, NULL, 36, true);
	el2_vgic_line(&a.gic, NULL, 27, true);
	el2_vgic_line(&a.gic, NULL, 1020, true);
	el2_vgic_line(&a.gic, NULL, UINT32_MAX, true);
	fake_run();
	assert_false(fake_guest_irq(0));
}

/* The one that has it in a list register must look, and no other. */
static void test_edge_while_active_elsewhere(void **state)
{
	(void)state;
	start_enabled(4);
	wr(&a, ICFGR + 8, 0xa8);
	route_spi(&a, 0, 33, 1);
	line(&a, 1, 33, true);
	assert_int_equal(ack(&a, 1), 33);
	line(&a, 1, 33, false);
	route_spi(&a, 0, 33, 2);
	fake_run();
	fake.kicks = 0;
	line(&a, 0, 33, true);
	assert_int_equal(fake.kicks, 1);
	assert_int_equal(ack(&a, 2), 1023);
	eoi(&a, 1, 33);
	assert_int_equal(ack(&a, 2), 33);
}

static void test_rerouted_while_it_waits(void **state)
{
	(void)state;
	start_enabled(4);
	for (uint32_t intid = 33; intid < 42; intid += 8) { /* 33, and 41 */
		if (intid == 33)
			line(&a, 0, intid, true);
		else
			raise_irq(&a, 0, intid, true);
		assert_true(fake_guest_irq(0));
		route_spi(&a, 0, intid, 1);
		fake_run();
		assert_false(fake_guest_irq(0));
		assert_true(fake_guest_irq(1));
		route_spi(&a, 0, intid, 0x77); /* nobody */
		fake_run();
		assert_false(fake_guest_irq(1));
		assert_int_equal(rd(&a, ISPENDR + 4), 1u << intid % 32);
		route_spi(&a, 0, intid, 2);
		fake_run();
		assert_int_equal(ack(&a, 2), intid);
		route_spi(&a, 0, intid, 1); /* active: it stays */
		fake_run();
		wr(&a, ISACTIVER + 4, 1u << intid % 32); /* which it is */
		line(&a, 0, 33, false);
		raise_irq(&a, 0, 41, false);
		eoi(&a, 2, intid);
		assert_int_equal(rd(&a, ISACTIVER + 4), 0);
		assert_int_equal(ack(&a, 1), 1023);
		for (unsigned int n = 0; n < 3; n++)
			assert_int_equal(a.cpu[n].n_active, 0);
	}
	/* its list register on CPU 2 is empty, but CPU 2 did not look since */
	raise_irq(&a, 1, 41, true);
	assert_int_equal(ack(&a, 1), 41);
}

static void test_clear_pending(void **state)
{
	const uint32_t bit = 1u << (40 - 32);

	(void)state;
	start_enabled(4);
	wr(&a, ICFGR + 8, UINT32_MAX);
	raise_irq(&a, 0, 40, true); /* in a list register */
	wr(&a, ICPENDR + 4, bit);
	assert_int_equal(ack(&a, 0), 1023);
	assert_false(physical_active(40));
	wr(&a, ICENABLER + 4, bit);
	raise_irq(&a, 0, 40, false);
	raise_irq(&a, 0, 40, true); /* at the physical GIC */
	wr(&a, ICPENDR + 4, bit);
	wr(&a, ISENABLER + 4, bit);
	assert_int_equal(ack(&a, 0), 1023);
	raise_irq(&a, 0, 40, false);
	raise_irq(&a, 0, 40, true);
	wr(&a, ICENABLER + 4, bit); /* waits here */
	wr(&a, ICPENDR + 4, bit);
	assert_false(physical_active(40));
	assert_int_equal(rd(&a, ISPENDR + 4), 0);
	wr(&a, ISENABLER + 4, bit);
	raise_irq(&a, 0, 40, false);
	raise_irq(&a, 0, 40, true);
	assert_int_equal(ack(&a, 0), 40);
	wr(&a, ICPENDR + 4, bit); /* active ones stay so */
	assert_int_equal(rd(&a, ISACTIVER + 4), bit);
	eoi(&a, 0, 40);
	/* in another CPU's list register */
	route_spi(&a, 0, 40, 1);
	raise_irq(&a, 1, 40, false);
	raise_irq(&a, 1, 40, true);
	assert_true(fake_guest_irq(1));
	wr(&a, ICPENDR + 4, bit);
	assert_false(fake_guest_irq(1));
	assert_false(physical_active(40));
}

static void test_active_bits(void **state)
{
	const uint32_t bit = 1u << (40 - 32);

	(void)state;
	start_enabled(4);
	wr(&a, ISACTIVER + 4, bit | 2);
	raise_irq(&a, 0, 40, true);
	line(&a, 0, 33, true);
	assert_int_equal(ack(&a, 0), 1023); /* active ones do not become so again */
	assert_int_equal(rd(&a, ISACTIVER + 4), bit | 2);
	wr(&a, ICACTIVER + 4, bit);
	assert_int_equal(ack(&a, 0), 40);
	raise_irq(&a, 0, 40, false);
	wr(&a, ICACTIVER + 4, bit | 2); /* without an EOI */
	assert_int_equal(rd(&a, ISACTIVER + 4), 0);
	assert_false(physical_active(40));
	fake.cpu[0].ap1r = 0;
	assert_int_equal(ack(&a, 0), 33);
	line(&a, 0, 33, false);
	wr(&a, ISACTIVER + 4, 2); /* it is */
	eoi(&a, 0, 33);
	assert_int_equal(rd(&a, ISACTIVER + 4), 0);
	assert_int_equal(fake.cpu[0].hcr, 1);
	/* while it is in a list register, and not yet taken */
	line(&a, 0, 33, true);
	wr(&a, ISACTIVER + 4, 2);
	assert_int_equal(ack(&a, 0), 1023);
	wr(&a, ICACTIVER + 4, 2);
	assert_int_equal(ack(&a, 0), 33);
	line(&a, 0, 33, false);
	eoi(&a, 0, 33);
	/* ended by an EOI, as it is in no list register */
	wr(&a, ISACTIVER + 4, bit);
	own_pend(&a, 0, 1);
	assert_int_equal(ack(&a, 0), 0);
	eoi(&a, 0, 40);
	assert_int_equal(rd(&a, ISACTIVER + 4), 0);
	assert_int_equal(own_rd(&a, 0, ISACTIVER), 1);
	/* two such ends at once */
	wr(&a, ISACTIVER + 4, 0x1c00);
	fake.cpu[0].hcr += 2u << 27;
	fake_run();
	assert_int_equal(rd(&a, ISACTIVER + 4), 0x1000);
	assert_int_equal(fake.cpu[0].hcr, 0x4005);
}

/* A DIR that EL2 sees: for one in a list register, for others, and where it has no effect. */
static void test_deactivation_by_trap(void **state)
{
	(void)state;
	start_enabled(1);
	fake_guest_interface(0, 0xff, true, true);
	own_pend(&a, 0, 3);
	assert_int_equal(ack(&a, 0), 0);
	eoi(&a, 0, 0);
	assert_int_equal(ack(&a, 0), 1);
	eoi(&a, 0, 1);
	assert_int_equal(own_rd(&a, 0, ISACTIVER), 3);
	assert_int_equal(fake.cpu[0].hcr, 0x4005); /* TDIR, LRENPIE */
	dir(&a, 0, 1020);
	dir(&a, 0, UINT32_MAX);
	dir(&a, 0, 60);
	assert_int_equal(own_rd(&a, 0, ISACTIVER), 3);
	dir(&a, 0, 1);
	assert_int_equal(own_rd(&a, 0, ISACTIVER), 1);
	fake_guest_interface(0, 0xff, true, false);
	dir(&a, 0, 0);
	assert_int_equal(own_rd(&a, 0, ISACTIVER), 1);
	fake_guest_interface(0, 0xff, true, true);
	dir(&a, 0, 0);
	assert_int_equal(own_rd(&a, 0, ISACTIVER), 0);
	own_wr(&a, 0, ISACTIVER, 3);
	if (V2)
		return;
	/* on a CPU without that trap the order of priorities decides */
	fake.vtr &= ~(1u << 19);
	cpu_off(&a, 0);
	assert_int_equal(a.cpu[0].n_active, 0);
	cpu_on(&a, 0);
	own_wr(&a, 0, ISENABLER, 3);
	fake_guest_interface(0, 0xff, true, true);
	own_pend(&a, 0, 3);
	assert_int_equal(ack(&a, 0), 0);
	eoi(&a, 0, 0);
	assert_int_equal(ack(&a, 0), 1);
	eoi(&a, 0, 1);
	assert_int_equal(fake.cpu[0].hcr, 5);
	dir(&a, 0, 0);
	dir(&a, 0, 1);
	assert_int_equal(own_rd(&a, 0, ISACTIVER), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_physical_interrupt, stop),
		cmocka_unit_test_teardown(test_physical_level, stop),
		cmocka_unit_test_teardown(test_ppi_is_each_cpus_own, stop),
		cmocka_unit_test_teardown(test_pending_while_disabled_is_kept, stop),
		cmocka_unit_test_teardown(test_pending_while_the_distributor_is_disabled, stop),
		cmocka_unit_test_teardown(test_disabling_an_active_one_keeps_its_eoi_working, stop),
		cmocka_unit_test_teardown(test_disabling_on_another_cpu_waits, stop),
		cmocka_unit_test_teardown(test_more_pending_than_list_registers, stop),
		cmocka_unit_test_teardown(test_more_active_than_list_registers, stop),
		cmocka_unit_test_teardown(test_nested_deeper_than_list_registers, stop),
		cmocka_unit_test_teardown(test_higher_priority_displaces, stop),
		cmocka_unit_test_teardown(test_device_level, stop),
		cmocka_unit_test_teardown(test_device_edge, stop),
		cmocka_unit_test_teardown(test_device_on_another_cpu, stop),
		cmocka_unit_test_teardown(test_edge_while_active_elsewhere, stop),
		cmocka_unit_test_teardown(test_rerouted_while_it_waits, stop),
		cmocka_unit_test_teardown(test_clear_pending, stop),
		cmocka_unit_test_teardown(test_active_bits, stop),
		cmocka_unit_test_teardown(test_deactivation_by_trap, stop),
	};

	return run_both(tests, COUNT(tests), 0);
}
