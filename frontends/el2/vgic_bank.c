/* SPDX-License-Identifier: BSD-2-Clause */
/* Registers with a field for each INTID, which distributors and redistributors of each GIC version
 * have in common. Physical interrupts: bits of interrupts that the VM owns, and no others, go on to
 * the physical GIC. @spec{IHI0069, 12.9} */
#include "vgic_priv.h"

/* The bank's interrupts that are in list registers of @self in that state. */
static uint32_t in_state(const struct el2_vgic_cpu *self, struct el2_vgic_bank *bank,
			 uint64_t state)
{
	uint32_t bits = 0;

	if (bank->cpu != NULL && bank->cpu != self)
		return 0;
	for (uint32_t w = self->used; w != 0; w &= w - 1) {
		const unsigned int n = el2_vgic_lowest(w);

		if (self->lr[n] - bank->first < 32u && el2_ich_lr(n) & state)
			bits |= 1u << self->lr[n] % 32;
	}
	return bits;
}

/* The bank's interrupts that are in list registers of other vCPUs. */
static uint32_t elsewhere(const struct el2_vgic_cpu *self, struct el2_vgic_bank *bank)
{
	uint32_t bits = bank->in_lr;

	if (bank->cpu != NULL)
		return bank->cpu != self ? bits : 0;
	for (uint32_t w = bits; w != 0; w &= w - 1)
		if (bank->holder[el2_vgic_lowest(w)] == self->index)
			bits &= ~(w & -w);
	return bits;
}

static uint32_t pending(const struct el2_vgic_cpu *self, struct el2_vgic_bank *bank)
{
	uint32_t bits = el2_vgic_waiting(bank) | el2_vgic_phys_bits(bank, GIC_ISPENDR);

	if (bank->in_lr != 0)
		bits |= in_state(self, bank, ICH_LR_PENDING) | elsewhere(self, bank);
	return bits;
}

static uint32_t active(const struct el2_vgic_cpu *self, struct el2_vgic_bank *bank)
{
	uint32_t bits = bank->active;

	if (bank->in_lr != 0)
		bits |= in_state(self, bank, ICH_LR_ACTIVE) |
			(elsewhere(self, bank) &
			 (bank->soft | el2_vgic_phys_bits(bank, GIC_ISACTIVER)));
	return bits;
}

static uint32_t get_bits(struct el2_vgic *vm, struct el2_vgic_cpu *self, struct el2_vgic_bank *bank,
			 unsigned int block)
{
	uint32_t v;

	if (block == GIC_ISENABLER || block == GIC_ICENABLER)
		return el2_vgic_peek(&bank->enabled);
	if (block < GIC_ISPENDR)
		return block == GIC_IGROUPR && !vm->v2 ? bank->owned : 0;
	el2_lock(&vm->lock);
	v = block < GIC_ISACTIVER ? pending(self, bank) : active(self, bank);
	el2_unlock(&vm->lock);
	return v;
}

/* A physical one that waits is active at the physical GIC: it is over. */
static void clear_pending(struct el2_vgic *vm, struct el2_vgic_cpu *self,
			  struct el2_vgic_bank *bank, uint32_t bits)
{
	const uint32_t waits = bits & bank->pending;

	bank->pending &= ~bits;
	el2_vgic_phys(bank, GIC_ICPENDR, bits);
	el2_vgic_phys(bank, GIC_ICACTIVER, waits);
	bank->drop |= bits & bank->in_lr;
	el2_vgic_recall(vm, self, bank, bits, false);
}

static void set_active(struct el2_vgic *vm, struct el2_vgic_cpu *self, struct el2_vgic_bank *bank,
		       uint32_t bits)
{
	for (uint32_t w = bits & ~bank->active; w != 0; w &= w - 1) {
		const unsigned int i = el2_vgic_lowest(w);
		struct el2_vgic_cpu *cpu = bank->cpu;

		if (cpu == NULL) {
			if (!(bank->in_lr & w & -w))
				bank->holder[i] = bank->target[i] != EL2_VGIC_NOBODY
						      ? bank->target[i]
						      : self->index;
			cpu = vm->cpus[bank->holder[i]];
		}
		cpu->n_active++;
		el2_vgic_post(self, cpu);
	}
	bank->active |= bits;
}

void el2_vgic_clear_active(struct el2_vgic *vm, struct el2_vgic_cpu *self,
			   struct el2_vgic_bank *bank, uint32_t bits)
{
	bank->undo |= bits & bank->in_lr;
	el2_vgic_recall(vm, self, bank, bits, false);
	el2_vgic_deactivate(vm, self, bank, bits);
}

static void set_bits(struct el2_vgic *vm, struct el2_vgic_cpu *self, struct el2_vgic_bank *bank,
		     unsigned int block, uint32_t v)
{
	v &= bank->owned;
	/* SGIs of a GICv2 have a source, which these registers do not tell. IHI0048, 4.3.7 */
	if (vm->v2 && bank->cpu != NULL && (block == GIC_ISPENDR || block == GIC_ICPENDR))
		v &= ~((1u << GIC_SGIS) - 1);
	if (v == 0)
		return;
	el2_lock(&vm->lock);
	switch (block) {
	case GIC_ISENABLER:
		bank->enabled |= v;
		el2_vgic_phys(bank, block, v);
		el2_vgic_announce(vm, self, bank, v);
		break;
	case GIC_ICENABLER:
		bank->enabled &= ~v;
		el2_vgic_phys(bank, block, v);
		el2_vgic_recall(vm, self, bank, v, true);
		break;
	case GIC_ISPENDR:
		bank->pending |= v & bank->soft;
		el2_vgic_phys(bank, block, v);
		el2_vgic_announce(vm, self, bank, v);
		break;
	case GIC_ICPENDR:
		clear_pending(vm, self, bank, v);
		break;
	case GIC_ISACTIVER:
		set_active(vm, self, bank, v);
		break;
	case GIC_ICACTIVER:
		el2_vgic_clear_active(vm, self, bank, v);
		break;
	}
	el2_vgic_leave(vm, self);
}

/* GIC_IPRIORITYR at @off, one byte or four */
static uint32_t priority(struct el2_vgic_bank *bank, uint32_t off, unsigned int len)
{
	const volatile uint8_t *p = &bank->priority[off % 32];
	uint32_t v = p[0];

	return len == 1 ? v : v | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static void set_priority(struct el2_vgic *vm, struct el2_vgic_bank *bank, uint32_t off,
			 unsigned int len, uint32_t v)
{
	const unsigned int first = off % 32;
	uint32_t mask = 0;

	el2_lock(&vm->lock);
	for (unsigned int i = 0; i < len; i++) {
		if (!(bank->owned >> (first + i) & 1))
			continue;
		bank->priority[first + i] = (uint8_t)(v >> 8 * i & vm->priority_mask);
		mask |= 0xffu << 8 * ((first + i) % 4);
	}
	el2_vgic_phys_set_priority(bank, first & ~3u, mask, v << 8 * (first % 4));
	el2_unlock(&vm->lock);
}

/* Bit n of @bits, 16 of them, as bits 2n and 2n + 1. */
static uint32_t spread(uint32_t bits)
{
	bits = (bits | bits << 8) & 0x00ff00ff;
	bits = (bits | bits << 4) & 0x0f0f0f0f;
	bits = (bits | bits << 2) & 0x33333333;
	bits = (bits | bits << 1) & 0x55555555;
	return bits * 3;
}

/* GIC_ICFGR: @half 0 or 1 of the bank */
static uint32_t config(struct el2_vgic_bank *bank, unsigned int half)
{
	const uint32_t edge = el2_vgic_peek(&bank->edge) & bank->soft;

	/* which triggers a physical one may have is for the physical GIC to say */
	return (spread(edge >> 16 * half & 0xffff) & 0xaaaaaaaa) | el2_vgic_phys_config(bank, half);
}

static void set_config(struct el2_vgic *vm, struct el2_vgic_cpu *self, struct el2_vgic_bank *bank,
		       unsigned int half, uint32_t v)
{
	uint32_t owned = bank->owned & 0xffffu << 16 * half, edge = 0;

	if (bank->cpu != NULL && half == 0)
		return; /* SGIs are edges */
	for (unsigned int i = 0; i < 16; i++)
		edge |= (v >> (2 * i + 1) & 1) << (16 * half + i);
	el2_lock(&vm->lock);
	bank->edge = (bank->edge & ~owned) | (edge & owned);
	el2_vgic_phys_set_config(bank, half, v);
	el2_vgic_announce(vm, self, bank, owned);
	el2_vgic_leave(vm, self);
}

uint32_t el2_vgic_bank_of(uint32_t off)
{
	if (off < GIC_BITS_END << 7)
		return off / 4 % EL2_VGIC_BANKS;
	if (off < GIC_ICFGR)
		return off / 32 % EL2_VGIC_BANKS;
	return off / 8 % EL2_VGIC_BANKS;
}

uint32_t el2_vgic_bank_read(struct el2_vgic *vm, struct el2_vgic_cpu *self,
			    struct el2_vgic_bank *bank, uint32_t off, unsigned int len)
{
	if (off < GIC_BITS_END << 7)
		return len == 4 ? get_bits(vm, self, bank, off >> 7) : 0;
	if (off < GIC_ITARGETSR)
		return len <= 4 && len != 2 ? priority(bank, off, len) : 0;
	if (off >= GIC_ICFGR && off < GIC_IGRPMODR && len == 4)
		return config(bank, off / 4 % 2);
	return 0;
}

void el2_vgic_bank_write(struct el2_vgic *vm, struct el2_vgic_cpu *self, struct el2_vgic_bank *bank,
			 uint32_t off, unsigned int len, uint32_t v)
{
	if (off < GIC_BITS_END << 7) {
		if (len == 4)
			set_bits(vm, self, bank, off >> 7, v);
	} else if (off < GIC_ITARGETSR) {
		if (len <= 4 && len != 2)
			set_priority(vm, bank, off, len, v);
	} else if (off >= GIC_ICFGR && off < GIC_IGRPMODR && len == 4) {
		set_config(vm, self, bank, off / 4 % 2, v);
	}
}
