/* SPDX-License-Identifier: BSD-2-Clause */
/* The fake physical GIC: see el2_fake_gic.h. Nothing here uses the virtual GIC's own headers of
 * registers: numbers are the specification's. */
#include "el2_fake_gic.h"
#include "el2_fake_hw.h"

#include <stdlib.h>
#include <string.h>

#define LR_STATE(lr) ((unsigned int)((lr) >> 62)) /* 1 pending, 2 active, 3 both */
#define LR_HW(lr) ((lr) >> 61 & 1)
#define LR_PRIORITY(lr) ((unsigned int)((lr) >> 48 & 0xff))
#define LR_EOI(lr) ((lr) >> 41 & 1)
#define LR_PINTID(lr) ((uint32_t)((lr) >> 32 & 0x1fff))
#define LR_VINTID(lr) ((uint32_t)(lr))

struct fake_gic fake;
unsigned int fake_version = 3;

static void wrong(const char *rule)
{
	if (fake.wrong++ == 0)
		fake.rule = rule;
}

void fake_require(bool holds)
{
	if (!holds)
		wrong("the test's own world");
}

uint32_t fake_affinity(unsigned int cpu)
{
	return 0x01020000u + (cpu / 4 << 8) + cpu % 4;
}

struct fake_irq *fake_irq(unsigned int cpu, uint32_t intid)
{
	return intid < 32 ? &fake.cpu[cpu].own[intid] : &fake.spi[intid];
}

void fake_start(unsigned int n_lrs)
{
	memset(&fake, 0, sizeof(fake));
	/* 5 bits of priority and of preemption, TDS, A3V */
	fake.vtr = 4u << 29 | 4u << 26 | 1u << 21 | 1u << 19;
	for (unsigned int n = 0; n < FAKE_CPUS; n++) {
		struct fake_cpu *c = &fake.cpu[n];

		c->n_lrs = n_lrs;
		for (unsigned int i = 0; i < 16; i++) {
			c->own[i].edge = true;
			c->lr[i] = UINT64_MAX; /* nothing that EL2 may trust */
		}
		c->own[EL2_GIC_KICK].enabled = true;
		c->own[FAKE_MAINTENANCE].enabled = true;
	}
	for (uint32_t i = 32; i < 1020; i++)
		fake.spi[i].priority = 0xa8;
	memset(fake.router, FAKE_NOWHERE, sizeof(fake.router));
}

/* ---- who may write what */

static bool owns(uint32_t intid)
{
	const struct el2_vgic *vm = fake.owner;

	if (vm == NULL)
		return true;
	if (intid < 32)
		return vm->ppis >> intid & 1;
	return intid < 1020 &&
	       (vm->spis[intid / 32].owned & ~vm->spis[intid / 32].soft) >> intid % 32 & 1;
}

static bool runs_on(unsigned int cpu)
{
	bool is = fake.owner == NULL;

	for (unsigned int n = 0; !is && n < fake.owner->n_cpus; n++)
		is = fake.owner->cpus[n]->cpu == cpu;
	return is && cpu < FAKE_CPUS;
}

static void check_write(uint32_t intid)
{
	if (!owns(intid))
		wrong("a write for an interrupt that the VM does not own");
}

static void check_held(void)
{
	if (fake.owner != NULL ? !el2_fake_holds(&fake.owner->lock) : el2_fake.held == 0)
		wrong("a write without the lock");
}

/* ---- registers of a distributor, or of a redistributor's SGI_base */

static bool is_pending(const struct fake_irq *q)
{
	return q->latch || (!q->edge && q->line);
}

static uint32_t get_bit(const struct fake_irq *q, unsigned int block)
{
	switch (block) {
	case 2:
	case 3:
		return q->enabled;
	case 4:
	case 5:
		return is_pending(q);
	case 6:
	case 7:
		return q->active;
	}
	wrong("a register that nobody needs");
	return 0;
}

static void set_bit(struct fake_irq *q, unsigned int block)
{
	switch (block) {
	case 2:
	case 3:
		q->enabled = block == 2;
		return;
	case 4:
	case 5:
		q->latch = block == 4;
		return;
	case 6:
	case 7:
		q->active = block == 6;
		return;
	}
	wrong("a register that nobody needs");
}

static uint32_t reg_read(unsigned int cpu, bool dist, uint32_t off)
{
	const bool bits = off < 0x400, config = off >= 0xc00;
	const unsigned int per = bits ? 32 : config ? 16 : 4, width = 32 / per;
	const uint32_t first = (off & (bits ? 0x7f : 0x3ff)) / 4 * per;
	uint32_t v = 0;

	if (off >= 0xd00 || (off >= 0x800 && off < 0xc00) || off % 4 != 0 ||
	    (dist ? first < 32 : first >= 32)) {
		wrong("an offset that nobody needs");
		return 0;
	}
	for (uint32_t i = 0; i < per && first + i < 1020; i++) {
		const struct fake_irq *q = fake_irq(cpu, first + i);

		v |= (bits     ? get_bit(q, off >> 7)
		      : config ? (uint32_t)q->edge << 1
			       : q->priority)
		     << width * i;
	}
	return v;
}

static void reg_write(unsigned int cpu, bool dist, uint32_t off, uint32_t mask, uint32_t v)
{
	const bool bits = off < 0x400, config = off >= 0xc00;
	const unsigned int per = bits ? 32 : config ? 16 : 4, width = 32 / per;
	const uint32_t first = (off & (bits ? 0x7f : 0x3ff)) / 4 * per;

	fake.writes++;
	check_held();
	if (off >= 0xd00 || (off >= 0x800 && off < 0xc00) || off % 4 != 0 ||
	    (dist ? first < 32 : first >= 32)) {
		wrong("an offset that nobody needs");
		return;
	}
	for (uint32_t i = 0; i < per; i++) {
		const uint32_t field = mask >> width * i & ((1u << width) - 1);
		struct fake_irq *q;

		if (field == 0 || (bits && !(v >> i & 1)))
			continue;
		check_write(first + i);
		if (first + i >= 1020)
			continue;
		q = fake_irq(cpu, first + i);
		if (bits)
			set_bit(q, off >> 7);
		else if (!config)
			q->priority = v >> 8 * i & 0xf8;
		else if (first + i >= 32) /* that of PPIs is fixed, as it often is */
			q->edge = v >> (2 * i + 1) & 1;
	}
}

uint32_t el2_gicd_read(uint32_t off)
{
	if (off == 0)
		return fake_version == 2 ? 1 : (fake.rwp ? 0x80000000 : 0) | 0x12;
	return reg_read(0, true, off);
}

void el2_gicd_write(uint32_t off, uint32_t v)
{
	if (off >= 0x400)
		wrong("a write that changes what others may change");
	reg_write(0, true, off, UINT32_MAX, v);
}

void el2_gic_route(uint32_t intid, unsigned int cpu)
{
	fake.writes++;
	check_held();
	if (intid < 32 || intid >= 1020) {
		wrong("a route of what is no SPI");
		return;
	}
	check_write(intid);
	if (!runs_on(cpu))
		wrong("a route to a CPU that the VM does not have");
	fake.router[intid] = (uint8_t)cpu;
}

void el2_gicd_update(uint32_t off, uint32_t mask, uint32_t v)
{
	if (off < 0x400)
		wrong("an update of a register that needs none");
	reg_write(0, true, off, mask, v);
}

/* Those of a GICv2 are banked. */
static void check_bank(unsigned int cpu)
{
	if (fake_version == 2 && cpu != fake.self)
		wrong("private registers of another CPU");
}

uint32_t el2_gicr_read(unsigned int cpu, uint32_t off)
{
	check_bank(cpu);
	if (cpu >= FAKE_CPUS || (off != 0 && off < 0x10000)) {
		wrong("a read of a redistributor");
		return 0;
	}
	return off == 0 ? 0 : reg_read(cpu, false, off - 0x10000);
}

static void redist_write(unsigned int cpu, uint32_t off, uint32_t mask, uint32_t v)
{
	check_bank(cpu);
	if (!runs_on(cpu) || off < 0x10000) {
		wrong("a write to a redistributor");
		return;
	}
	reg_write(cpu, false, off - 0x10000, mask, v);
}

void el2_gicr_write(unsigned int cpu, uint32_t off, uint32_t v)
{
	redist_write(cpu, off, UINT32_MAX, v);
}

void el2_gicr_update(unsigned int cpu, uint32_t off, uint32_t mask, uint32_t v)
{
	redist_write(cpu, off, mask, v);
}

/* ---- the physical CPU interface: PMR 0xf8, EOImode 1 */

static bool routed(unsigned int cpu, uint32_t intid)
{
	return intid < 32 || fake.router[intid] == cpu;
}

static void update_maintenance(unsigned int cpu)
{
	fake.cpu[cpu].own[FAKE_MAINTENANCE].line = fake_misr(cpu) != 0;
}

static bool ready(const struct fake_irq *q)
{
	return q->enabled && !q->active && is_pending(q);
}

static bool any_spi(void)
{
	for (const struct fake_irq *q = &fake.spi[32]; q != &fake.spi[1020]; q++)
		if (ready(q))
			return true;
	return false;
}

/* The interrupt that ICC_IAR1_EL1 would return. */
static uint32_t highest(unsigned int cpu, bool spis)
{
	const uint32_t end = spis ? 1020 : 32;
	const struct fake_cpu *c = &fake.cpu[cpu];
	uint32_t best = 1023;
	unsigned int priority = 0xf8;

	update_maintenance(cpu);
	for (unsigned int i = 0; i < c->n_taken; i++)
		if (fake_irq(cpu, c->taken[i])->priority < priority)
			priority = fake_irq(cpu, c->taken[i])->priority;
	for (uint32_t intid = 0; intid < end; intid++) {
		const struct fake_irq *q = fake_irq(cpu, intid);

		if (!ready(q) || !routed(cpu, intid) || q->priority >= priority)
			continue;
		priority = q->priority;
		best = intid;
	}
	return best;
}

uint32_t el2_gic_ack(void)
{
	struct fake_cpu *c = &fake.cpu[fake.self];
	const uint32_t intid = fake.odd != 0 ? fake.odd : highest(fake.self, true);

	if (intid == 1023)
		return intid;
	if (c->n_taken == 16)
		abort();
	c->taken[c->n_taken++] = intid;
	if (intid > 1023) {
		fake.odd = 0;
		return intid;
	}
	fake_irq(fake.self, intid)->active = true;
	fake_irq(fake.self, intid)->latch = false;
	fake_irq(fake.self, intid)->taken++;
	fake.maintenances += intid == FAKE_MAINTENANCE;
	return intid;
}

void el2_gic_drop(uint32_t intid)
{
	struct fake_cpu *c = &fake.cpu[fake.self];

	if (c->n_taken == 0 || c->taken[c->n_taken - 1] != intid)
		wrong("a priority drop out of order");
	else
		c->n_taken--;
}

void el2_gic_deactivate(uint32_t intid)
{
	if (intid > 1023)
		return;
	if (!fake_irq(fake.self, intid)->active)
		wrong("what is deactivated is not active");
	fake_irq(fake.self, intid)->active = false;
}

void el2_gic_mask(uint32_t intid)
{
	if (intid > 1023) {
		fake.odds++;
		return;
	}
	if (fake.owner != NULL && owns(intid))
		wrong("an interrupt that the VM owns is masked");
	fake_irq(fake.self, intid)->enabled = false;
}

void el2_gic_kick(unsigned int cpu)
{
	if (cpu >= FAKE_CPUS || cpu == fake.self)
		wrong("a kick of nobody else");
	else
		fake.cpu[cpu].own[EL2_GIC_KICK].latch = true;
	fake.kicks++;
}

void fake_line(unsigned int cpu, uint32_t intid, bool high)
{
	struct fake_irq *q = fake_irq(cpu, intid);

	if (q->edge && high && !q->line)
		q->latch = true;
	q->line = high;
}

void fake_run(void)
{
	const unsigned int self = fake.self;
	const struct el2_vgic *owner = fake.owner;
	unsigned int rounds = 0;
	bool more = true;

	while (more) {
		const bool spis = any_spi();

		more = false;
		for (unsigned int n = 0; n < FAKE_CPUS; n++) {
			if (highest(n, spis) == 1023)
				continue;
			more = true;
			fake.self = n;
			if (fake.cpu[n].vm != NULL && owner != NULL)
				fake.owner = fake.cpu[n].vm;
			fake.irqs++;
			el2_vgic_irq(fake.cpu[n].vm, fake.cpu[n].vcpu, 0);
		}
		if (++rounds > 200) {
			wrong("a storm of physical interrupts");
			break;
		}
	}
	fake.self = self;
	fake.owner = owner;
}

/* ---- the virtual CPU interface */

uint32_t el2_ich_vtr(void)
{
	return fake.vtr | (fake.cpu[fake.self].n_lrs - 1);
}

uint32_t el2_ich_hcr(void)
{
	return fake.cpu[fake.self].hcr;
}

void el2_ich_set_hcr(uint32_t v)
{
	check_held();
	fake.cpu[fake.self].hcr = v;
}

uint32_t el2_ich_vmcr(void)
{
	return fake.cpu[fake.self].vmcr;
}

uint64_t el2_ich_lr(unsigned int n)
{
	if (n >= fake.cpu[fake.self].n_lrs)
		wrong("a list register that is not there");
	return fake.cpu[fake.self].lr[n % 16];
}

void el2_ich_set_lr(unsigned int n, uint64_t v)
{
	struct fake_cpu *c = &fake.cpu[fake.self];
	const uint64_t res0 = UINT64_C(0x0f00e00000000000);
	const bool v2 = fake_version == 2;
	const uint32_t more = v2 && LR_VINTID(v) < 16 ? 0x207 : 0x200; /* EOI, source */

	check_held();
	if (n >= c->n_lrs) {
		wrong("a list register that is not there");
		return;
	}
	if (LR_STATE(v) != 0) {
		if (v & res0 || (v >> 60 & 1) == v2)
			wrong("reserved bits of a list register, or the other group");
		if (v2 && (LR_HW(v) || LR_PRIORITY(v) & 7))
			wrong("what a list register of a GICv2 does not have");
		if (LR_STATE(v) == 3 && LR_HW(v))
			wrong("a physical interrupt that is pending and active");
		if (LR_HW(v) ? LR_PINTID(v) != LR_VINTID(v) : LR_PINTID(v) & ~more)
			wrong("the physical INTID of a list register");
		if (LR_VINTID(v) >= 1020 || (LR_HW(v) && !owns(LR_VINTID(v))))
			wrong("a list register for what the VM does not own");
		if (LR_HW(v) && !fake_irq(fake.self, LR_PINTID(v))->active)
			wrong("a list register for what is not active");
		for (unsigned int i = 0; i < c->n_lrs; i++)
			if (i != n && LR_STATE(c->lr[i]) != 0 &&
			    LR_VINTID(c->lr[i]) == LR_VINTID(v))
				wrong("one interrupt in two list registers");
	}
	c->lr[n] = v;
}

void el2_ich_reset(void)
{
	struct fake_cpu *c = &fake.cpu[fake.self];

	memset(c->lr, 0, sizeof(c->lr));
	c->hcr = c->vmcr = c->ap1r = 0;
}

uint32_t fake_misr(unsigned int cpu)
{
	const struct fake_cpu *c = &fake.cpu[cpu];
	unsigned int valid = 0, pending = 0, ended = 0;

	for (unsigned int n = 0; n < c->n_lrs; n++) {
		valid += LR_STATE(c->lr[n]) != 0;
		pending += LR_STATE(c->lr[n]) == 1;
		ended += LR_STATE(c->lr[n]) == 0 && LR_EOI(c->lr[n]) && !LR_HW(c->lr[n]);
	}
	if (!(c->hcr & 1))
		return 0;
	return (ended != 0) | (uint32_t)(c->hcr & 2 && valid <= 1) << 1 |
	       (uint32_t)(c->hcr & 4 && c->hcr >> 27 != 0) << 2 |
	       (uint32_t)(c->hcr & 8 && pending == 0) << 3;
}

/* VENG1, VENG0: the group that guests have */
#define ENABLE (fake_version == 2 ? 1u : 2u)

void fake_guest_interface(unsigned int cpu, uint8_t pmr, bool enable, bool split)
{
	fake.cpu[cpu].vmcr = (uint32_t)pmr << 24 | (split ? 0x200 : 0) | (enable ? ENABLE : 0);
}

static unsigned int lowest(uint32_t bits)
{
	unsigned int n = 0;

	while (n < 32 && !(bits >> n & 1))
		n++;
	return n;
}

/* The list register of the highest pending virtual interrupt that may be taken, or n_lrs. */
static unsigned int virtual_highest(const struct fake_cpu *c)
{
	unsigned int best = c->n_lrs, priority = c->vmcr >> 24;

	if (!(c->hcr & 1) || !(c->vmcr & ENABLE))
		return best;
	for (unsigned int n = 0; n < c->n_lrs; n++) {
		if (LR_STATE(c->lr[n]) != 1 || LR_PRIORITY(c->lr[n]) >= priority)
			continue;
		best = n;
		priority = LR_PRIORITY(c->lr[n]);
	}
	if (best < c->n_lrs && priority / 8 >= lowest(c->ap1r))
		best = c->n_lrs;
	return best;
}

bool fake_guest_irq(unsigned int cpu)
{
	return virtual_highest(&fake.cpu[cpu]) < fake.cpu[cpu].n_lrs;
}

uint32_t fake_guest_ack(unsigned int cpu)
{
	struct fake_cpu *c = &fake.cpu[cpu];
	const unsigned int n = virtual_highest(c);
	uint32_t intid;

	if (n >= c->n_lrs)
		return 1023;
	intid = LR_VINTID(c->lr[n]);
	c->source = LR_PINTID(c->lr[n]) & 7;
	c->lr[n] ^= UINT64_C(3) << 62;
	c->ap1r |= 1u << LR_PRIORITY(c->lr[n]) / 8;
	fake_run();
	return intid;
}

/* The list register in which it is active, or n_lrs, and that is counted. */
static unsigned int active_lr(struct fake_cpu *c, uint32_t intid)
{
	for (unsigned int n = 0; n < c->n_lrs; n++)
		if (LR_STATE(c->lr[n]) & 2 && LR_VINTID(c->lr[n]) == intid)
			return n;
	if (c->hcr >> 27 != 31)
		c->hcr += 1u << 27;
	return c->n_lrs;
}

static void deactivate(unsigned int cpu, uint32_t intid)
{
	struct fake_cpu *c = &fake.cpu[cpu];
	const unsigned int n = active_lr(c, intid);

	if (n == c->n_lrs)
		return;
	c->lr[n] &= ~(UINT64_C(1) << 63);
	if (LR_HW(c->lr[n]))
		fake_irq(cpu, LR_PINTID(c->lr[n]))->active = false;
}

void fake_guest_eoi(unsigned int cpu, uint32_t intid)
{
	struct fake_cpu *c = &fake.cpu[cpu];

	if (c->ap1r == 0)
		return;
	c->ap1r &= c->ap1r - 1;
	if (!(c->vmcr & 0x200))
		deactivate(cpu, intid);
	else if (fake.counts_drops)
		active_lr(c, intid);
	fake_run();
}

void fake_guest_dir(unsigned int cpu, uint32_t intid)
{
	struct fake_cpu *c = &fake.cpu[cpu];

	if (c->hcr & 0x4000 || fake_version == 2) {
		fake.self = cpu;
		el2_vgic_dir(c->vm, c->vcpu, intid);
	} else if (c->vmcr & 0x200) {
		deactivate(cpu, intid);
	}
	fake_run();
}
