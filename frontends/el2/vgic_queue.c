/* SPDX-License-Identifier: BSD-2-Clause */
/* What waits for a vCPU, and its list registers: the highest priorities are in them. A vCPU looks
 * whenever something changed (sync()): it takes out of the list registers what is over or may no
 * longer be delivered, and fills them. While something waits, one that is in them is pending, so
 * the interrupt that says "none is pending" (NPIE) comes when the guest has taken those, and not
 * before. If all list registers have active interrupts, the one of lowest priority leaves; its end
 * is then found by EOIcount, or by a trap of ICC_DIR_EL1. */
#include "vgic_priv.h"

#define LOWEST 0x100u /* lower than each priority */

/* Physical ones become inactive at the physical GIC. */
static void release(struct el2_vgic_bank *bank, uint32_t bits)
{
	el2_vgic_phys(bank, GIC_ICACTIVER, bits);
}

static struct el2_vgic_cpu *holder(const struct el2_vgic *vm, struct el2_vgic_bank *bank,
				   unsigned int i)
{
	return bank->cpu != NULL ? bank->cpu : vm->cpus[bank->holder[i]];
}

/* The vCPU to which it goes, or NULL. */
static struct el2_vgic_cpu *target(const struct el2_vgic *vm, struct el2_vgic_bank *bank,
				   unsigned int i)
{
	if (bank->cpu != NULL)
		return bank->cpu;
	return bank->target[i] != EL2_VGIC_NOBODY ? vm->cpus[bank->target[i]] : NULL;
}

void el2_vgic_post(struct el2_vgic_cpu *self, struct el2_vgic_cpu *cpu)
{
	if (!cpu->on || cpu->look)
		return;
	cpu->look = true;
	if (cpu != self)
		el2_gic_kick(cpu->cpu);
}

void el2_vgic_await(struct el2_vgic *vm, struct el2_vgic_cpu *cpu)
{
	if (!cpu->look || cpu->rwp)
		return;
	cpu->rwp = true;
	vm->n_rwp++;
}

void el2_vgic_recall(struct el2_vgic *vm, struct el2_vgic_cpu *self, struct el2_vgic_bank *bank,
		     uint32_t bits, bool rwp)
{
	for (bits &= bank->in_lr; bits != 0; bits &= bits - 1) {
		struct el2_vgic_cpu *cpu = holder(vm, bank, el2_vgic_lowest(bits));

		el2_vgic_post(self, cpu);
		if (rwp)
			el2_vgic_await(vm, cpu);
	}
}

void el2_vgic_announce(struct el2_vgic *vm, struct el2_vgic_cpu *self, struct el2_vgic_bank *bank,
		       uint32_t bits)
{
	bits &= el2_vgic_waiting(bank);
	if (bank->cpu == NULL && bits != 0)
		vm->busy |= 1u << bank->first / 32;
	/* its list register may be empty by now */
	el2_vgic_recall(vm, self, bank, bits, false);
	if (!vm->enabled)
		return;
	for (bits &= bank->enabled & ~bank->active & ~bank->in_lr; bits != 0; bits &= bits - 1) {
		struct el2_vgic_cpu *cpu = target(vm, bank, el2_vgic_lowest(bits));

		if (cpu != NULL)
			el2_vgic_post(self, cpu);
	}
}

void el2_vgic_deactivate(struct el2_vgic *vm, struct el2_vgic_cpu *self, struct el2_vgic_bank *bank,
			 uint32_t bits)
{
	bits &= bank->active;
	bank->active &= ~bits;
	for (uint32_t w = bits; w != 0; w &= w - 1) {
		struct el2_vgic_cpu *cpu = holder(vm, bank, el2_vgic_lowest(w));

		if (--cpu->n_active == 0 && cpu == self)
			el2_vgic_post(self, self); /* no more traps */
	}
	/* those that wait stay active there */
	release(bank, bits & ~bank->pending & ~bank->in_lr);
	el2_vgic_announce(vm, self, bank, bits);
}

/* ---- out of the list registers */

static void clear(struct el2_vgic_bank *bank, struct el2_vgic_cpu *cpu, unsigned int n,
		  uint32_t bit)
{
	bank->in_lr &= ~bit;
	cpu->lr[n] = 0;
	cpu->used &= ~(1u << n);
	cpu->latched &= ~(1u << n);
	el2_ich_set_lr(n, 0);
}

/* An SGI of a GICv2 waits for each of its sources. */
static bool has_sources(const struct el2_vgic *vm, uint32_t intid)
{
	return vm->v2 && intid < GIC_SGIS;
}

static uint8_t source_bit(uint64_t lr)
{
	return (uint8_t)(1u << (lr >> ICH_LR_SOURCE & 7));
}

/* The interrupt in a list register, in state pending, waits again. */
static void withdraw(struct el2_vgic *vm, struct el2_vgic_cpu *cpu, unsigned int n)
{
	const uint32_t intid = cpu->lr[n], bit = 1u << intid % 32;
	struct el2_vgic_bank *bank = el2_vgic_find(vm, cpu, intid);

	/* else it was the line alone */
	if (cpu->latched & 1u << n)
		bank->pending |= bit;
	if (has_sources(vm, intid))
		cpu->sources[intid] |= source_bit(el2_ich_lr(n));
	clear(bank, cpu, n, bit);
	el2_vgic_announce(vm, cpu, bank, bit);
}

/* The interrupt in a list register, in state active, is active without one. */
static void evict(struct el2_vgic *vm, struct el2_vgic_cpu *cpu, unsigned int n)
{
	const uint32_t intid = cpu->lr[n], bit = 1u << intid % 32;
	struct el2_vgic_bank *bank = el2_vgic_find(vm, cpu, intid);

	bank->active |= bit;
	cpu->n_active++;
	clear(bank, cpu, n, bit);
}

/* Whether what is pending in the list register should be. */
static bool stays(const struct el2_vgic *vm, const struct el2_vgic_cpu *cpu,
		  struct el2_vgic_bank *bank, unsigned int n)
{
	const unsigned int i = cpu->lr[n] % 32;
	const uint32_t bit = 1u << i;

	if (!vm->enabled || !(bank->enabled & bit) || bank->active & bit)
		return false;
	if (bank->cpu == NULL && bank->target[i] != cpu->index)
		return false;
	return bank->line & bit || cpu->latched & 1u << n;
}

/* The next one comes when the one in the list register ends. */
static void tell_end(struct el2_vgic_bank *bank, unsigned int n, uint64_t lr, uint32_t bit)
{
	if (bank->soft & el2_vgic_waiting(bank) & bit && !(lr & ICH_LR_EOI))
		el2_ich_set_lr(n, lr | ICH_LR_EOI);
}

static void fold_one(struct el2_vgic *vm, struct el2_vgic_cpu *cpu, unsigned int n)
{
	const uint32_t intid = cpu->lr[n], bit = 1u << intid % 32;
	struct el2_vgic_bank *bank = el2_vgic_find(vm, cpu, intid);
	const uint64_t lr = el2_ich_lr(n);
	const bool drop = lr & ICH_LR_ACTIVE ? bank->undo & bit : bank->drop & bit;

	bank->undo &= ~bit;
	bank->drop &= ~bit;
	if (!(lr & ICH_LR_STATE)) {
		clear(bank, cpu, n, bit);
		if (!(lr & ICH_LR_HW))
			release(bank, bit);
		el2_vgic_announce(vm, cpu, bank, bit);
	} else if (drop) {
		clear(bank, cpu, n, bit);
		release(bank, bit);
		el2_vgic_announce(vm, cpu, bank, bit);
	} else if (lr & ICH_LR_ACTIVE) {
		if (bank->active & bit) { /* said by the guest, too */
			bank->active &= ~bit;
			cpu->n_active--;
		}
		tell_end(bank, n, lr, bit);
	} else {
		if (has_sources(vm, intid))
			cpu->sources[intid] &= (uint8_t)~source_bit(lr);
		if (has_sources(vm, intid) && cpu->sources[intid] != 0) {
			tell_end(bank, n, lr, bit);
		} else if (bank->soft & bank->pending & bit) { /* two are one */
			bank->pending &= ~bit;
			cpu->latched |= 1u << n;
		}
		if (!stays(vm, cpu, bank, n))
			withdraw(vm, cpu, n);
	}
}

/* The guest ended an interrupt that is active here, and only their number is known: it is the one
 * of highest priority, as such ends come in this order. */
static void end_highest(struct el2_vgic *vm, struct el2_vgic_cpu *cpu)
{
	struct el2_vgic_bank *best = &cpu->bank;
	uint32_t priority = LOWEST, bit = 0;

	for (uint32_t n = 0; n < EL2_VGIC_BANKS; n++) {
		struct el2_vgic_bank *bank = el2_vgic_find(vm, cpu, 32 * n);

		for (uint32_t w = bank->active; w != 0; w &= w - 1) {
			const unsigned int i = el2_vgic_lowest(w);

			if (holder(vm, bank, i) != cpu || bank->priority[i] >= priority)
				continue;
			best = bank;
			priority = bank->priority[i];
			bit = 1u << i;
		}
	}
	el2_vgic_deactivate(vm, cpu, best, bit);
}

static void fold(struct el2_vgic *vm, struct el2_vgic_cpu *cpu)
{
	for (uint32_t w = cpu->used; w != 0; w &= w - 1)
		fold_one(vm, cpu, el2_vgic_lowest(w));
	if (cpu->n_active != 0) {
		uint32_t ended = el2_ich_hcr() >> ICH_HCR_EOICOUNT;

		if (ended != 0)
			cpu->hcr = 0; /* to be written, which clears the count */
		/* with EOImode 1 they end by traps; QEMU 7.2 counts priority drops */
		if (ended != 0 && cpu->tdir && el2_ich_vmcr() & ICH_VMCR_VEOIM)
			ended = 0;
		for (; ended != 0 && cpu->n_active != 0; ended--)
			end_highest(vm, cpu);
	}
}

void el2_vgic_empty(struct el2_vgic *vm, struct el2_vgic_cpu *self)
{
	fold(vm, self);
	for (uint32_t w = self->used; w != 0; w &= w - 1) {
		const unsigned int n = el2_vgic_lowest(w);

		if (el2_ich_lr(n) & ICH_LR_ACTIVE)
			evict(vm, self, n);
		else
			withdraw(vm, self, n);
	}
}

/* ---- into the list registers */

struct pick {
	uint32_t intid, priority;
	uint32_t n; /* how many there are */
};

static void pick_from(struct pick *p, const struct el2_vgic_cpu *cpu, struct el2_vgic_bank *bank)
{
	uint32_t w = el2_vgic_waiting(bank) & bank->enabled & ~bank->active & ~bank->in_lr;

	for (; w != 0; w &= w - 1) {
		const unsigned int i = el2_vgic_lowest(w);

		if (bank->cpu == NULL && bank->target[i] != cpu->index)
			continue;
		p->n++;
		if (bank->priority[i] < p->priority) {
			p->priority = bank->priority[i];
			p->intid = bank->first + i;
		}
	}
}

/* The highest priority of those that wait and may be delivered. */
static struct pick pick(struct el2_vgic *vm, struct el2_vgic_cpu *cpu)
{
	struct pick p = { .priority = LOWEST };

	if (!vm->enabled)
		return p;
	pick_from(&p, cpu, &cpu->bank);
	for (uint32_t w = vm->busy; w != 0; w &= w - 1) {
		struct el2_vgic_bank *bank = &vm->spis[el2_vgic_lowest(w)];

		if (el2_vgic_waiting(bank) == 0)
			vm->busy &= ~(w & -w);
		else
			pick_from(&p, cpu, bank);
	}
	return p;
}

/* A list register for an interrupt of that priority, or EL2_VGIC_LRS: it waits. */
static unsigned int room(struct el2_vgic *vm, struct el2_vgic_cpu *cpu, uint32_t priority)
{
	const uint32_t unused = ~cpu->used & ((1u << cpu->n_lrs) - 1);
	unsigned int n_pending = EL2_VGIC_LRS, n_active = EL2_VGIC_LRS;
	uint32_t pending = 0, active = 0;

	if (unused != 0)
		return el2_vgic_lowest(unused);
	for (unsigned int n = 0; n < cpu->n_lrs; n++) {
		const uint64_t lr = el2_ich_lr(n);
		const uint32_t of = lr >> ICH_LR_PRIORITY & 0xff;

		if (lr & ICH_LR_ACTIVE && of >= active) {
			active = of;
			n_active = n;
		} else if (!(lr & ICH_LR_ACTIVE) && of >= pending) {
			pending = of;
			n_pending = n;
		}
	}
	if (n_pending == EL2_VGIC_LRS) {
		evict(vm, cpu, n_active);
		return n_active;
	}
	if (pending <= priority)
		return EL2_VGIC_LRS;
	withdraw(vm, cpu, n_pending);
	return n_pending;
}

static void place(struct el2_vgic *vm, struct el2_vgic_cpu *cpu, unsigned int n, uint32_t intid)
{
	struct el2_vgic_bank *bank = el2_vgic_find(vm, cpu, intid);
	const uint32_t i = intid % 32, bit = 1u << i;
	uint64_t lr = ICH_LR_PENDING | (vm->v2 ? 0 : ICH_LR_GROUP1) | intid |
		      (uint64_t)bank->priority[i] << ICH_LR_PRIORITY;
	uint32_t taken = bit;

	if (!((bank->soft & bit) || vm->v2))
		lr |= ICH_LR_HW | (uint64_t)intid << ICH_LR_PINTID;
	else if (intid >= GIC_SGIS)
		lr |= ICH_LR_EOI; /* a level may still be high then */
	if (bank->pending & bit)
		cpu->latched |= 1u << n;
	if (has_sources(vm, intid)) {
		lr |= (uint64_t)el2_vgic_lowest(cpu->sources[intid]) << ICH_LR_SOURCE;
		cpu->sources[intid] &= (uint8_t)(cpu->sources[intid] - 1);
		if (cpu->sources[intid] != 0) {
			lr |= ICH_LR_EOI;
			taken = 0;
		}
	}
	bank->pending &= ~taken;
	bank->in_lr |= bit;
	bank->holder[i] = cpu->index;
	cpu->used |= 1u << n;
	cpu->lr[n] = (uint16_t)intid;
	el2_ich_set_lr(n, lr);
}

/* Fill the list registers.
 * @return whether more waits */
static bool fill(struct el2_vgic *vm, struct el2_vgic_cpu *cpu)
{
	/* one that leaves for another is of lower priority than it: this ends */
	for (;;) {
		const struct pick p = pick(vm, cpu);
		unsigned int n;

		if (p.n == 0)
			return false;
		if ((n = room(vm, cpu, p.priority)) == EL2_VGIC_LRS)
			return true;
		place(vm, cpu, n, p.intid);
		if (p.n == 1 && cpu->used != (1u << cpu->n_lrs) - 1)
			return false;
	}
}

static void sync(struct el2_vgic *vm, struct el2_vgic_cpu *cpu)
{
	uint32_t hcr = ICH_HCR_EN;

	fold(vm, cpu);
	if (fill(vm, cpu))
		hcr |= ICH_HCR_NPIE;
	if (cpu->n_active != 0)
		hcr |= ICH_HCR_LRENPIE | (cpu->tdir ? ICH_HCR_TDIR : 0);
	if (hcr != cpu->hcr) {
		cpu->hcr = hcr;
		el2_ich_set_hcr(hcr);
	}
	cpu->look = false;
	if (cpu->rwp) {
		cpu->rwp = false;
		vm->n_rwp--;
	}
}

void el2_vgic_leave(struct el2_vgic *vm, struct el2_vgic_cpu *self)
{
	if (self != NULL && self->look)
		sync(vm, self);
	el2_unlock(&vm->lock);
}
