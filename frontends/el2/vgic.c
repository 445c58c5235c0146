/* SPDX-License-Identifier: BSD-2-Clause */
/* A virtual GIC's life, and what reaches it from outside: SGIs, lines and physical interrupts. */
#include "vgic_priv.h"

#define BURST 32 /* physical interrupts that are taken at once */

enum {
	TYPER_ITLINES = 0x1f,
	TYPER_CPUNUMBER = 5, /* shift; GICv2: their number less 1 */
	TYPER_IDBITS = 9 << 19, /* INTIDs have 10 bits */
	TYPER_A3V = 1 << 24,
	TYPER_NO1N = 1 << 25, /* an SPI goes to one CPU */
	TYPER_RSS = 1 << 26, /* SGIs reach each Aff0 */

	SGIS = 0xffff,
};

/* ICC_SGI1R_EL1 @spec{IHI0069, 12.2} */
#define SGI_LIST 0xffff
#define SGI_AFF1 16 /* shifts */
#define SGI_INTID 24
#define SGI_AFF2 32
#define SGI_IRM 40
#define SGI_RS 44
#define SGI_AFF3 48

void el2_vgic_init(struct el2_vgic *vm)
{
	vm->lock = (struct el2_lock){ .next = 0 };
	vm->typer = vm->v2 ? (uint32_t)(vm->n_cpus - 1) << TYPER_CPUNUMBER
			   : TYPER_IDBITS | TYPER_A3V | TYPER_NO1N | TYPER_RSS;
	vm->ppis = vm->busy = vm->n_rwp = vm->strays = 0;
	vm->priority_mask = 0;
	vm->enabled = false;
	for (uint32_t n = 0; n < EL2_VGIC_BANKS; n++)
		vm->spis[n] = (struct el2_vgic_bank){ .first = 32 * n };
	for (unsigned int i = 0; i < EL2_VGIC_BANKS * 32; i++)
		vm->router[i] = 0;
	for (unsigned int n = 0; n < vm->n_cpus; n++) {
		struct el2_vgic_cpu *cpu = vm->cpus[n];

		*cpu = (struct el2_vgic_cpu){ .affinity = cpu->affinity,
					      .cpu = cpu->cpu,
					      .index = (uint8_t)n };
	}
}

bool el2_vgic_give(struct el2_vgic *vm, uint32_t intid, bool physical)
{
	const uint32_t n = intid / 32, bit = 1u << intid % 32;

	if (intid < 16 || intid >= GIC_SPI_END || (physical && intid == vm->maintenance))
		return false;
	if (n == 0) {
		vm->ppis |= physical ? bit : 0;
		return physical;
	}
	if (vm->spis[n].owned & bit)
		return false;
	vm->spis[n].owned |= bit;
	vm->spis[n].soft |= physical ? 0 : bit;
	if ((vm->typer & TYPER_ITLINES) < n)
		vm->typer = (vm->typer & ~(uint32_t)TYPER_ITLINES) | n;
	return true;
}

void el2_vgic_route(struct el2_vgic *vm, uint32_t intid, uint32_t to)
{
	struct el2_vgic_bank *bank = &vm->spis[intid / 32];
	uint8_t target = EL2_VGIC_NOBODY;

	for (unsigned int n = vm->n_cpus; n-- > 0;)
		if (vm->v2 ? to >> n & 1 : vm->cpus[n]->affinity == to)
			target = (uint8_t)n;
	vm->router[intid] = to;
	bank->target[intid % 32] = target;
	/* without a target it waits here */
	if (!(bank->soft >> intid % 32 & 1) && target != EL2_VGIC_NOBODY)
		el2_gic_route(intid, vm->cpus[target]->cpu);
}

static void reset_bank(struct el2_vgic *vm, struct el2_vgic_cpu *cpu)
{
	cpu->bank = (struct el2_vgic_bank){
		.cpu = cpu, .owned = SGIS | vm->ppis, .soft = SGIS, .edge = SGIS
	};
	for (unsigned int i = 0; i < GIC_SGIS; i++)
		cpu->sources[i] = 0;
}

void el2_vgic_reset(struct el2_vgic *vm)
{
	el2_lock(&vm->lock);
	vm->priority_mask = (uint8_t)(0xff00u >> ((el2_ich_vtr() >> ICH_VTR_PRIBITS) + 1));
	vm->enabled = false;
	vm->busy = 0;
	for (uint32_t n = 1; n < EL2_VGIC_BANKS; n++) {
		struct el2_vgic_bank *bank = &vm->spis[n];

		if (bank->owned == 0)
			continue;
		el2_vgic_phys_quiet(bank);
		*bank = (struct el2_vgic_bank){ .first = bank->first,
						.owned = bank->owned,
						.soft = bank->soft };
		for (uint32_t w = bank->owned; w != 0; w &= w - 1)
			el2_vgic_route(vm, bank->first + el2_vgic_lowest(w),
				       vm->v2 ? 1 : vm->cpus[0]->affinity);
	}
	for (unsigned int n = 0; n < vm->n_cpus; n++) {
		vm->cpus[n]->n_active = 0;
		reset_bank(vm, vm->cpus[n]);
	}
	el2_unlock(&vm->lock);
}

/* What is private to the executing vCPU is as after its reset. */
static void reset_private(struct el2_vgic *vm, struct el2_vgic_cpu *self)
{
	for (uint32_t w = self->bank.active; w != 0; w &= w - 1)
		self->n_active--;
	reset_bank(vm, self);
	el2_vgic_phys_quiet(&self->bank);
	el2_ich_reset();
	self->hcr = 0;
}

static void off(struct el2_vgic *vm, struct el2_vgic_cpu *self)
{
	self->on = false; /* nothing goes into its list registers any more */
	el2_vgic_empty(vm, self);
	reset_private(vm, self);
	self->look = false;
	if (self->rwp) {
		self->rwp = false;
		vm->n_rwp--;
	}
}

void el2_vgic_cpu_off(struct el2_vgic *vm, struct el2_vgic_cpu *self)
{
	el2_lock(&vm->lock);
	if (self->on)
		off(vm, self);
	el2_unlock(&vm->lock);
}

void el2_vgic_cpu_reset(struct el2_vgic *vm, struct el2_vgic_cpu *self)
{
	const uint32_t vtr = el2_ich_vtr(), n_lrs = (vtr & ICH_VTR_LISTREGS) + 1;

	el2_lock(&vm->lock);
	if (self->on)
		off(vm, self);
	reset_private(vm, self);
	self->n_lrs = (uint8_t)(n_lrs < EL2_VGIC_LRS ? n_lrs : EL2_VGIC_LRS);
	self->tdir = vtr & ICH_VTR_TDS;
	self->on = self->look = true;
	el2_vgic_leave(vm, self);
}

void el2_vgic_enable(struct el2_vgic *vm, struct el2_vgic_cpu *self, bool enable)
{
	el2_lock(&vm->lock);
	if (vm->enabled != enable) {
		vm->enabled = enable;
		for (unsigned int n = 0; n < vm->n_cpus; n++) {
			el2_vgic_post(self, vm->cpus[n]);
			if (!enable)
				el2_vgic_await(vm, vm->cpus[n]);
		}
	}
	el2_vgic_leave(vm, self);
}

uint64_t el2_vgic_dist_read(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint64_t off,
			    unsigned int len)
{
	const uint32_t n = (uint32_t)off / 4 % EL2_VGIC_BANKS;

	/* the words that guests read most: GICD_ISENABLER, GICD_ICENABLER, of SPIs */
	if (off - 0x100 < 0x100 && n != 0 && len == 4 && off % 4 == 0)
		return el2_vgic_peek(&vm->spis[n].enabled);
	if (off & (len - 1))
		return 0;
	return vm->v2 ? el2_vgic_v2_read(vm, self, off, len) : el2_vgic_v3_read(vm, self, off, len);
}

void el2_vgic_dist_write(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint64_t off,
			 unsigned int len, uint64_t v)
{
	if (off & (len - 1))
		return;
	if (vm->v2)
		el2_vgic_v2_write(vm, self, off, len, (uint32_t)v);
	else
		el2_vgic_v3_write(vm, self, off, len, v);
}

void el2_vgic_sgi(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint64_t v)
{
	const uint32_t bit = 1u << (v >> SGI_INTID & 15);
	/* the affinity of target 0 of the list */
	const uint32_t first =
	    (uint32_t)((v >> SGI_AFF3 & 0xff) << 24 | (v >> SGI_AFF2 & 0xff) << 16 |
		       (v >> SGI_AFF1 & 0xff) << 8 | (v >> SGI_RS & 15) << 4);

	el2_lock(&vm->lock);
	for (unsigned int n = 0; n < vm->n_cpus; n++) {
		struct el2_vgic_cpu *cpu = vm->cpus[n];

		if (v >> SGI_IRM & 1
			? cpu == self
			: (cpu->affinity & ~15u) != first || !(v >> (cpu->affinity & 15) & 1))
			continue;
		cpu->bank.pending |= bit;
		el2_vgic_announce(vm, self, &cpu->bank, bit);
	}
	el2_vgic_leave(vm, self);
}

void el2_vgic_dir(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint64_t v)
{
	/* on a GICv2 the source of an SGI is above it */
	const uint32_t intid = (uint32_t)v & (vm->v2 ? 0x3ff : 0xffffff), bit = 1u << intid % 32;

	if (intid >= GIC_SPI_END || !(el2_ich_vmcr() & ICH_VMCR_VEOIM))
		return;
	el2_lock(&vm->lock);
	el2_vgic_clear_active(vm, self, el2_vgic_find(vm, self, intid), bit);
	el2_vgic_leave(vm, self);
}

void el2_vgic_line(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint32_t intid, bool high)
{
	const uint32_t bit = 1u << intid % 32;
	struct el2_vgic_bank *bank;

	if (intid < GIC_SPI || intid >= GIC_SPI_END)
		return;
	bank = &vm->spis[intid / 32];
	if (!(bank->owned & bank->soft & bit))
		return;
	el2_lock(&vm->lock);
	if (high && bank->edge & ~bank->line & bit)
		bank->pending |= bit;
	bank->line = high ? bank->line | bit : bank->line & ~bit;
	if (high)
		el2_vgic_announce(vm, self, bank, bit);
	else
		el2_vgic_recall(vm, self, bank, bit & ~bank->edge, false);
	el2_vgic_leave(vm, self);
}

/* A physical interrupt of the VM waits from now on.
 * @return whether it is the VM's */
static bool take(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint32_t intid)
{
	struct el2_vgic_bank *bank;
	const uint32_t bit = 1u << intid % 32;

	if (intid >= GIC_SPI_END)
		return false;
	bank = el2_vgic_find(vm, self, intid);
	if (!(bank->owned & ~bank->soft & bit))
		return false;
	bank->pending |= bit;
	el2_vgic_announce(vm, self, bank, bit);
	return true;
}

unsigned int el2_vgic_irq(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint32_t own)
{
	unsigned int came = 0;
	bool maintenance = false;
	uint32_t intid;

	if (vm != NULL)
		el2_lock(&vm->lock);
	for (unsigned int n = 0; n < BURST; n++) {
		intid = el2_gic_ack();
		if (intid >= GIC_SPI_END && intid <= EL2_GIC_NONE)
			break;
		el2_gic_drop(intid);
		if (intid == EL2_GIC_KICK) {
			came |= EL2_VGIC_KICKED;
			el2_gic_deactivate(intid);
		} else if (vm != NULL && intid == vm->maintenance) {
			maintenance = true;
			el2_vgic_post(self, self);
		} else if (intid == own) {
			came |= EL2_VGIC_OWN; /* active until the caller has dealt with it */
		} else if (vm == NULL || !take(vm, self, intid)) {
			el2_gic_mask(intid);
			el2_gic_deactivate(intid);
			if (vm != NULL)
				vm->strays++;
		}
	}
	if (vm != NULL)
		el2_vgic_leave(vm, self);
	if (maintenance)
		el2_gic_deactivate(vm->maintenance);
	return came;
}
