/* SPDX-License-Identifier: BSD-2-Clause */
/* The distributor of a GICv2. Registers of private interrupts are those of the vCPU that accesses
 * them; its number is its interface's. @spec{IHI0048, 4.3} */
#include "vgic_priv.h"

enum {
	GICD_CTLR_ENABLE_GRP0 = 0x01,
	GICD_SGIR = 0xf00,
	SGIR_FILTER = 24, /* shifts */
	SGIR_LIST = 16,
	GICD_CPENDSGIR = 0xf10,
	GICD_SPENDSGIR = 0xf20,
	SGI_PENDING_END = 0xf30,
	GICD_ICPIDR2 = 0xfe8,
	VERSION_2 = 0x2b, /* ArchRev 2; JEP106 code of Arm, as its number in IIDR */
};

static struct el2_vgic_bank *bank_of(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint32_t off)
{
	return el2_vgic_find(vm, self, 32 * el2_vgic_bank_of(off));
}

/* ---- bytes: of an INTID, or of an SGI */

/* The source of an SGI that is pending in a list register. */
static uint32_t source(const struct el2_vgic_cpu *self, uint32_t intid)
{
	uint32_t bits = 0;

	for (uint32_t w = self->used; w != 0; w &= w - 1) {
		const unsigned int n = el2_vgic_lowest(w);
		const uint64_t lr = el2_ich_lr(n);

		if (self->lr[n] == intid && lr & ICH_LR_PENDING)
			bits |= 1u << (lr >> ICH_LR_SOURCE & 7);
	}
	return bits;
}

/* Which vCPUs an SPI goes to; a private one to its own. A VM of one CPU has no such register. */
static uint32_t targets(const struct el2_vgic *vm, const struct el2_vgic_cpu *self, uint32_t intid)
{
	if (vm->n_cpus == 1)
		return 0;
	/* cppcheck-suppress arrayIndexOutOfBoundsCond ; byte() asks below GIC_ICFGR only */
	return intid < GIC_SPI ? 1u << self->index : el2_vgic_peek(&vm->router[intid]);
}

static void raise_sgi(struct el2_vgic *vm, struct el2_vgic_cpu *self, struct el2_vgic_cpu *cpu,
		      uint32_t intid, uint32_t from)
{
	if (from == 0)
		return;
	cpu->sources[intid] |= (uint8_t)from;
	cpu->bank.pending |= 1u << intid;
	el2_vgic_announce(vm, self, &cpu->bank, 1u << intid);
}

static void drop_sgi(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint32_t intid, uint32_t from)
{
	const uint32_t bit = 1u << intid, in_lr = source(self, intid);

	self->sources[intid] &= (uint8_t)~from;
	if (self->sources[intid] == 0)
		self->bank.pending &= ~bit;
	if (in_lr & from) {
		self->bank.drop |= bit;
		el2_vgic_recall(vm, self, &self->bank, bit, false);
	}
}

static void set_targets(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint32_t intid, uint32_t to)
{
	struct el2_vgic_bank *bank = &vm->spis[intid / 32];
	const uint32_t bit = 1u << intid % 32;

	if (vm->n_cpus == 1 || !(bank->owned & bit))
		return; /* nobody owns those of bank 0 */
	el2_vgic_route(vm, intid, to);
	el2_vgic_recall(vm, self, bank, bit, false);
	el2_vgic_announce(vm, self, bank, bit);
}

static bool has_bytes(uint32_t off, unsigned int len)
{
	return len <= 4 && len != 2 &&
	       ((off >= GIC_ITARGETSR && off < GIC_ICFGR) ||
		(off >= GICD_CPENDSGIR && off < SGI_PENDING_END));
}

static uint32_t byte(const struct el2_vgic *vm, const struct el2_vgic_cpu *self, uint32_t off)
{
	return off < GIC_ICFGR ? targets(vm, self, off - GIC_ITARGETSR)
			       : self->sources[off % GIC_SGIS] | source(self, off % GIC_SGIS);
}

static void set_byte(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint32_t off, uint32_t v)
{
	v &= (1u << vm->n_cpus) - 1;
	if (off < GIC_ICFGR)
		set_targets(vm, self, off - GIC_ITARGETSR, v);
	else if (off < GICD_SPENDSGIR)
		drop_sgi(vm, self, off % GIC_SGIS, v);
	else
		raise_sgi(vm, self, self, off % GIC_SGIS, v);
}

/* ---- */

static void send(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint32_t v)
{
	const uint32_t me = 1u << self->index;
	const uint32_t to[4] = { v >> SGIR_LIST & 0xff, ~me, me, 0 };

	el2_lock(&vm->lock);
	for (uint32_t n = 0; n < vm->n_cpus; n++)
		if (to[v >> SGIR_FILTER & 3] >> n & 1)
			raise_sgi(vm, self, vm->cpus[n], v % GIC_SGIS, me);
	el2_vgic_leave(vm, self);
}

uint64_t el2_vgic_v2_read(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint64_t off,
			  unsigned int len)
{
	const uint32_t at = (uint32_t)off;
	uint32_t v = 0;

	if (off >= EL2_VGIC_V2_DIST_SIZE)
		return 0;
	if (has_bytes(at, len)) {
		el2_lock(&vm->lock);
		for (unsigned int i = 0; i < len; i++)
			v |= byte(vm, self, at + i) << 8 * i;
		el2_unlock(&vm->lock);
		return v;
	}
	if (at >= 1 << 7)
		return at == GICD_ICPIDR2 && len == 4
			   ? VERSION_2
			   : el2_vgic_bank_read(vm, self, bank_of(vm, self, at), at, len);
	if (len != 4)
		return 0;
	switch (at) {
	case GIC_CTLR:
		return vm->enabled ? GICD_CTLR_ENABLE_GRP0 : 0;
	case GICD_TYPER:
		return vm->typer;
	case GICD_IIDR:
		return GIC_IIDR_ARM;
	}
	return 0;
}

void el2_vgic_v2_write(struct el2_vgic *vm, struct el2_vgic_cpu *self, uint64_t off,
		       unsigned int len, uint32_t v)
{
	const uint32_t at = (uint32_t)off;

	if (off >= EL2_VGIC_V2_DIST_SIZE)
		return;
	if (has_bytes(at, len)) {
		el2_lock(&vm->lock);
		for (unsigned int i = 0; i < len; i++)
			set_byte(vm, self, at + i, v >> 8 * i);
		el2_vgic_leave(vm, self);
	} else if (at == GICD_SGIR && len == 4) {
		send(vm, self, v);
	} else if (at >= 1 << 7) {
		el2_vgic_bank_write(vm, self, bank_of(vm, self, at), at, len, v);
	} else if (at == GIC_CTLR && len == 4) {
		el2_vgic_enable(vm, self, v & GICD_CTLR_ENABLE_GRP0);
	}
}
