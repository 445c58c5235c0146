/* SPDX-License-Identifier: BSD-2-Clause */
/* What reaches the physical distributor and redistributors for a VM: these functions, and no others
 * of the virtual GIC, write to them, and only fields of physical interrupts that the VM owns. */
#include "vgic_priv.h"

#define PATIENCE 1000000 /* reads of RWP; a GIC needs a few */

static uint32_t physical(struct el2_vgic_bank *bank)
{
	return bank->owned & ~bank->soft;
}

void el2_vgic_phys(struct el2_vgic_bank *bank, unsigned int block, uint32_t bits)
{
	const uint32_t off = block << 7;

	bits &= physical(bank);
	if (bits == 0)
		return;
	if (bank->cpu != NULL)
		el2_gicr_write(bank->cpu->cpu, GICR_SGI_BASE + off, bits);
	else
		el2_gicd_write(off + bank->first / 8, bits);
}

uint32_t el2_vgic_phys_bits(struct el2_vgic_bank *bank, unsigned int block)
{
	const uint32_t off = (block << 7) + bank->first / 8;

	if (physical(bank) == 0)
		return 0;
	return physical(bank) &
	       (bank->cpu != NULL ? el2_gicr_read(bank->cpu->cpu, GICR_SGI_BASE + off)
				  : el2_gicd_read(off));
}

/* A word of fields of @width bits, and which bits of it are the VM's. */
static uint32_t field(struct el2_vgic_bank *bank, uint32_t first, unsigned int width)
{
	uint32_t mask = 0;

	for (unsigned int i = 0; i < 32 / width; i++)
		if (physical(bank) >> (first + i) & 1)
			mask |= ((1u << width) - 1) << width * i;
	return mask;
}

uint32_t el2_vgic_phys_config(struct el2_vgic_bank *bank, unsigned int half)
{
	const uint32_t mask = field(bank, 16 * half, 2),
		       off = GIC_ICFGR + bank->first / 4 + 4 * half;

	if (mask == 0)
		return 0;
	return mask & (bank->cpu != NULL ? el2_gicr_read(bank->cpu->cpu, GICR_SGI_BASE + off)
					 : el2_gicd_read(off));
}

static void update(struct el2_vgic_bank *bank, uint32_t off, uint32_t mask, uint32_t v)
{
	if (mask == 0)
		return;
	if (bank->cpu != NULL)
		el2_gicr_update(bank->cpu->cpu, GICR_SGI_BASE + off, mask, v & mask);
	else
		el2_gicd_update(off, mask, v & mask);
}

void el2_vgic_phys_set_config(struct el2_vgic_bank *bank, unsigned int half, uint32_t v)
{
	update(bank, GIC_ICFGR + bank->first / 4 + 4 * half, field(bank, 16 * half, 2),
	       v & 0xaaaaaaaa);
}

void el2_vgic_phys_set_priority(struct el2_vgic_bank *bank, uint32_t first, uint32_t mask,
				uint32_t v)
{
	update(bank, GIC_IPRIORITYR + bank->first + first, mask & field(bank, first, 8), v);
}

void el2_vgic_phys_quiet(struct el2_vgic_bank *bank)
{
	el2_vgic_phys(bank, GIC_ICENABLER, UINT32_MAX);
	/* one that is on its way when it is disabled may come still */
	for (uint32_t n = 0; n < PATIENCE; n++)
		if (!(bank->cpu != NULL ? el2_gicr_read(bank->cpu->cpu, GIC_CTLR) & GICR_CTLR_RWP
					: el2_gicd_read(GIC_CTLR) & GICD_CTLR_RWP))
			break;
	el2_vgic_phys(bank, GIC_ICPENDR, UINT32_MAX);
	el2_vgic_phys(bank, GIC_ICACTIVER, UINT32_MAX);
	for (uint32_t first = 0; first < 32; first += 4)
		el2_vgic_phys_set_priority(bank, first, UINT32_MAX, 0);
	el2_vgic_phys_set_config(bank, 0, 0);
	el2_vgic_phys_set_config(bank, 1, 0);
}
