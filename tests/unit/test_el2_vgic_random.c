/* SPDX-License-Identifier: BSD-2-Clause */
/* A virtual GIC beside a model of one, for a long time: what the guest takes is pending in the
 * model, enabled, routed to that CPU, and of the highest priority; what it finds nothing to take,
 * nor does the model. So nothing is lost, doubled, late or out of order. Maintenance interrupts
 * are counted. */
#include "unit.h"

#include "el2_vgic_world.h"

#define CPUS 3

/* An interrupt in the model; a private one of one CPU. */
struct model {
	bool enabled, pending, active;
	bool soft, edge;
	bool line; /* as the device drives it */
	uint8_t priority;
	unsigned int cpu; /* where it goes */
	unsigned int done; /* physical: how many of fake_irq.taken are over */
	uint32_t sources; /* an SGI on a GICv2: instead of pending */
};

static struct {
	struct model own[CPUS][32];
	struct model spi[64]; /* 0 to 31 stay unused */
	bool enabled; /* the distributor */
	bool on[CPUS];
	uint32_t stack[CPUS][32]; /* acknowledged, priority not dropped */
	unsigned int depth[CPUS];
	uint32_t dropped[CPUS][64]; /* EOImode 1: to be deactivated */
	unsigned int n_dropped[CPUS];
	unsigned int acks;
} m;

static uint64_t seed;

static struct model *model(unsigned int cpu, uint32_t intid)
{
	return intid < 32 ? &m.own[cpu][intid] : &m.spi[intid];
}

static bool has(uint32_t intid)
{
	return intid < 16 || intid == 27 || intid == 30 || (intid >= 33 && intid <= 35) ||
	       (intid >= 40 && intid < 56);
}

static uint32_t some_intid(uint32_t from)
{
	uint32_t intid;

	do
		intid = from + rnd_below(&seed, 56 - from);
	while (!has(intid));
	return intid;
}

static bool pending(unsigned int cpu, uint32_t intid)
{
	const struct model *q = model(cpu, intid);

	if (!q->soft)
		return fake_irq(cpu, intid)->taken != q->done;
	return q->pending || q->sources != 0 || (!q->edge && q->line);
}

static bool deliverable(unsigned int cpu, uint32_t intid)
{
	const struct model *q = model(cpu, intid);

	return has(intid) && m.enabled && q->enabled && !q->active && q->cpu == cpu &&
	       pending(cpu, intid);
}

/* The priority below which nothing preempts. */
static unsigned int running(unsigned int cpu)
{
	return m.depth[cpu] == 0 ? 0xf8 : model(cpu, m.stack[cpu][m.depth[cpu] - 1])->priority;
}

static void try_ack(unsigned int cpu)
{
	const uint32_t intid = ack(&a, cpu);
	const unsigned int limit = intid == 1023 ? running(cpu) : model(cpu, intid)->priority;
	struct model *q;

	for (uint32_t i = 0; i < 56; i++)
		if (deliverable(cpu, i) && model(cpu, i)->priority < limit)
			fail_msg("CPU %u: %u instead of %u", cpu, intid, i);
	if (intid == 1023)
		return;
	if (!deliverable(cpu, intid) || limit >= running(cpu))
		fail_msg("CPU %u: %u out of place", cpu, intid);
	q = model(cpu, intid);
	q->active = true;
	q->pending = false;
	if (V2 && intid < 16) {
		const uint32_t from = 1u << fake.cpu[cpu].source;

		if (!(q->sources & from))
			fail_msg("CPU %u: SGI %u of %#x, not of %#x", cpu, intid, q->sources, from);
		q->sources &= ~from;
	}
	q->done += !q->soft;
	m.stack[cpu][m.depth[cpu]++] = intid;
	m.acks++;
}

static void set_line(unsigned int cpu, uint32_t intid, bool high)
{
	struct model *q = model(cpu, intid);

	if (intid < 16)
		return;
	q->pending |= q->soft && q->edge && high && !q->line;
	q->line = high;
	if (q->soft)
		line(&a, rnd_below(&seed, CPUS), intid, high);
	else
		raise_irq(&a, cpu, intid, high);
}

/* The handler of the interrupt that the CPU took last. */
static void end(unsigned int cpu)
{
	uint32_t intid;

	if (m.depth[cpu] == 0)
		return;
	intid = m.stack[cpu][--m.depth[cpu]];
	if (rnd_below(&seed, 4) != 0)
		set_line(cpu, intid, false);
	if (cpu == 2)
		m.dropped[cpu][m.n_dropped[cpu]++] = intid;
	else
		model(cpu, intid)->active = false;
	eoi(&a, cpu, intid);
}

static void deactivate(unsigned int cpu)
{
	unsigned int i;
	uint32_t intid;

	if (m.n_dropped[cpu] == 0)
		return;
	i = rnd_below(&seed, m.n_dropped[cpu]);
	intid = m.dropped[cpu][i];
	m.dropped[cpu][i] = m.dropped[cpu][--m.n_dropped[cpu]];
	model(cpu, intid)->active = false;
	dir(&a, cpu, intid);
}

static void bit_wr(unsigned int cpu, uint32_t intid, uint32_t reg)
{
	const unsigned int by = rnd_below(&seed, CPUS);

	if (intid < 32 && V2)
		own_wr(&a, cpu, reg, 1u << intid);
	else if (intid < 32)
		redist_wr(&a, by, cpu, SGI_BASE + reg, 1u << intid);
	else
		dist_wr(&a, by, reg + 4, 4, 1u << intid % 32);
	/* EL2 runs on each CPU before the guest does something else */
	fake_run();
}

static void enable(unsigned int cpu, uint32_t intid, bool on)
{
	model(cpu, intid)->enabled = on;
	bit_wr(cpu, intid, on ? ISENABLER : ICENABLER);
}

static void set_pending(unsigned int cpu, uint32_t intid, bool on)
{
	struct model *q = model(cpu, intid);

	if (q->soft && !q->edge)
		return; /* test_device_level */
	if (V2 && intid < 16) {
		const uint32_t from = rnd_below(&seed, 1u << CPUS);

		q->sources = on ? q->sources | from : q->sources & ~from;
		dist_wr(&a, cpu, (on ? SPENDSGIR : CPENDSGIR) + intid, 1, from);
		fake_run();
		return;
	}
	if (q->soft)
		q->pending = on;
	else if (!on)
		q->done = fake_irq(cpu, intid)->taken;
	bit_wr(cpu, intid, on ? ISPENDR : ICPENDR);
}

static void set_priority(unsigned int cpu, uint32_t intid)
{
	struct model *q = model(cpu, intid);

	/* of one that is in use it may come into effect later */
	if (q->active || pending(cpu, intid) || q->line)
		return;
	q->priority = (uint8_t)(rnd_below(&seed, 31) * 8);
	if (intid < 32 && !V2) {
		on(&a, cpu);
		el2_vgic_redist_write(&a.gic, &a.cpu[cpu],
				      cpu * REDIST + SGI_BASE + IPRIORITYR + intid, 1, q->priority);
	} else {
		dist_wr(&a, cpu, IPRIORITYR + intid, 1, q->priority);
	}
}

static void reroute(uint32_t intid)
{
	m.spi[intid].cpu = rnd_below(&seed, CPUS + 1); /* or to nobody */
	route_spi(&a, rnd_below(&seed, CPUS), intid, m.spi[intid].cpu);
	fake_run();
}

static void send(unsigned int cpu)
{
	const uint32_t intid = rnd_below(&seed, 16), list = rnd_below(&seed, 8);
	const bool all = rnd_below(&seed, 4) == 0;

	for (unsigned int n = 0; n < CPUS; n++)
		if (m.on[n] && (all ? n != cpu : list >> n & 1)) {
			m.own[n][intid].pending = !V2;
			m.own[n][intid].sources |= V2 ? 1u << cpu : 0;
		}
	send_sgi(&a, cpu, intid, list, all);
}

static void start_private(unsigned int cpu)
{
	cpu_on(&a, cpu);
	fake_guest_interface(cpu, 0xff, true, cpu == 2);
	m.on[cpu] = true;
	for (uint32_t i = 0; i < 32; i++) {
		struct model *q = &m.own[cpu][i];

		if (!has(i))
			continue;
		*q = (struct model){ .soft = i < 16,
				     .edge = i < 16,
				     .line = fake.cpu[cpu].own[i].line,
				     .cpu = cpu,
				     .done = fake.cpu[cpu].own[i].taken };
		enable(cpu, i, true);
	}
}

static void off_and_on(unsigned int cpu)
{
	if (m.depth[cpu] != 0 || m.n_dropped[cpu] != 0)
		return;
	cpu_off(&a, cpu);
	m.on[cpu] = false;
	for (unsigned int i = 0; i < 10; i++) { /* the others go on */
		const unsigned int n = (cpu + 1 + i % 2) % CPUS;

		try_ack(n);
		end(n);
		deactivate(n);
		send(n);
		set_line(cpu, some_intid(32), true);
	}
	start_private(cpu);
}

static void begin(unsigned int n_lrs)
{
	start(n_lrs);
	memset(&m, 0, sizeof(m));
	wr(&a, ICFGR + 8, 0x88888880); /* odd ones are edges; 33 is a level */
	wr(&a, ICFGR + 12, 0x00008888);
	wr(&a, GICD_CTLR, ENABLE);
	m.enabled = true;
	for (unsigned int n = 0; n < CPUS; n++)
		start_private(n);
	for (uint32_t i = 32; i < 56; i++) {
		if (!has(i))
			continue;
		m.spi[i] = (struct model){ .soft = i < 40, .edge = i % 2 && i != 33 };
		enable(0, i, true);
	}
	for (uint32_t i = 0; i < 56; i++)
		for (unsigned int n = 0; has(i) && n < (i < 32 ? CPUS : 1); n++)
			set_priority(n, i);
}

static void step(void)
{
	const unsigned int cpu = rnd_below(&seed, CPUS);
	const uint32_t intid = some_intid(0);

	switch (rnd_below(&seed, 24)) {
	case 0:
	case 1:
	case 2:
	case 3:
	case 4:
		set_line(cpu, intid, true);
		break;
	case 5:
		set_line(cpu, intid, !model(cpu, intid)->edge && !model(cpu, intid)->soft);
		break;
	case 6:
	case 7:
		send(cpu);
		break;
	case 8:
		enable(cpu, intid, false);
		break;
	case 9:
	case 10:
		enable(cpu, intid, true);
		break;
	case 11:
		set_pending(cpu, intid, rnd_below(&seed, 2));
		break;
	case 12:
		set_priority(cpu, intid);
		break;
	case 13:
		reroute(some_intid(32));
		break;
	case 14:
		deactivate(cpu);
		deactivate(cpu);
		break;
	case 15:
		if (rnd_below(&seed, 4) == 0) {
			m.enabled = rnd_below(&seed, 4) != 0;
			dist_wr(&a, cpu, GICD_CTLR, 4, m.enabled ? ENABLE : 0);
			fake_run();
		}
		break;
	case 16:
		if (rnd_below(&seed, 8) == 0)
			off_and_on(cpu);
		break;
	case 17:
	case 18:
	case 19:
		end(cpu);
		try_ack(rnd_below(&seed, CPUS));
		break;
	default:
		try_ack(cpu);
		break;
	}
}

/* Everything is enabled and handled; then nothing is left. */
static void drain(void)
{
	bool more = true;

	m.enabled = true;
	wr(&a, GICD_CTLR, ENABLE);
	for (uint32_t i = 0; i < 56; i++)
		for (unsigned int n = 0; n < (i < 32 ? CPUS : 1); n++)
			if (has(i))
				enable(n, i, true);
	for (uint32_t i = 32; i < 56; i++)
		while (has(i) && m.spi[i].cpu == CPUS)
			reroute(i);
	for (unsigned int round = 0; more; round++) {
		more = false;
		assert_in_range(round, 0, 2000);
		for (unsigned int n = 0; n < CPUS; n++) {
			const unsigned int before = m.acks;

			try_ack(n);
			more |= m.acks != before || m.depth[n] != 0 || m.n_dropped[n] != 0;
			if (m.acks == before)
				end(n);
			deactivate(n);
		}
	}
	for (uint32_t i = 0; i < 56; i++)
		for (unsigned int n = 0; n < (i < 32 ? CPUS : 1); n++) {
			const struct model *q = model(n, i);

			/* a level was delivered as long as it was high */
			if (has(i) && (pending(n, i) || q->active || (q->line && !q->edge) ||
				       (!q->soft && fake_irq(n, i)->active)))
				fail_msg("%u of CPU %u is left", i, n);
		}
	for (unsigned int n = 0; n < CPUS; n++) {
		assert_int_equal(fake.cpu[n].hcr, 1);
		assert_int_equal(a.cpu[n].n_active, 0);
		assert_int_equal(fake.cpu[n].ap1r, 0);
	}
}

static void test_beside_a_model(void **state)
{
	static const unsigned int lrs[] = { 1, 2, 4, 16 };

	(void)state;
	for (size_t i = 0; i < 4 * COUNT(lrs); i++) {
		seed = 1 + i;
		begin(lrs[i % 4]);
		for (unsigned int n = 0; n < 5; n++) {
			for (unsigned int k = 0; k < 3000; k++) {
				step();
				if (fake.wrong != 0)
					fail_msg("%s, seed %zu, step %u", fake.rule, i,
						 3000 * n + k);
			}
			drain();
		}
		assert_in_range(m.acks, 1000, 100000);
		/* a refill for each; and an end, if each leaves its list register */
		if (fake.maintenances > ((lrs[i % 4] == 1 ? 2u : 1u) + V2) * m.acks)
			fail_msg("%u maintenance interrupts for %u interrupts", fake.maintenances,
				 m.acks);
		assert_int_equal(a.gic.strays, 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_beside_a_model, stop),
	};

	return run_both(tests, COUNT(tests), 0);
}
