/* SPDX-License-Identifier: BSD-2-Clause */
/* Registers that the x86 boot protocols prescribe. */
#include "boot_x86.h"

#include "../x86/x86_priv.h"

/* SDM 2.5, 2.2.1 */
#define CR0_PE 0x1
#define CR0_ET 0x10
#define CR0_PG 0x80000000
#define CR4_PAE 0x20
#define CR4_LA57 0x1000
#define EFER_LME 0x100
#define EFER_LMA 0x400
#define RFLAGS_FIXED 0x2

/* X86BOOT, 64-bit boot protocol: paging on, RSI = boot_params. PVH: paging off, EBX = start_info.
 * X86BOOT, 32-bit boot protocol: paging off, ESI = boot_params; EBP, EDI, EBX = 0. */
void ab_boot_first_cpu_x86_(const struct ab_plan *plan, struct ab_vcpu *cpu)
{
	struct ab_vcpu_x86 *c = &cpu->x86;
	const bool long_mode = ab_boot_is_long_mode_(plan);
	const bool la57 = (plan->payload->flags & AB_LA57) != 0;

	c->rip = plan->entry;
	c->rflags = RFLAGS_FIXED;
	c->cr0 = CR0_PE | CR0_ET;
	if (long_mode) {
		c->cr0 |= CR0_PG;
		c->cr3 = ab_boot_gpa_(plan, AB_REGION_PAGE_TABLES);
		c->cr4 = CR4_PAE | (la57 ? CR4_LA57 : 0);
		c->efer = EFER_LME | EFER_LMA;
	}
	c->gpr[AB_X86_RSI] = ab_boot_gpa_(plan, AB_REGION_ZERO_PAGE);
	c->gpr[AB_X86_RBX] = ab_boot_gpa_(plan, AB_REGION_START_INFO);
	ab_x86_segments_(c, long_mode ? AB_X86_MODE_64 : AB_X86_MODE_32,
			 ab_boot_gpa_(plan, AB_REGION_GDT));
}

size_t ab_boot_every_x86_(const struct ab_plan *plan, struct ab_vcpu *cpu)
{
	/* false: MTRRs leave some device cached; the kernel's page attributes make it uncached */
	(void)ab_x86_memory_types(plan->machine, &cpu->x86);
	return offsetof(struct ab_vcpu, x86.msr) + cpu->x86.n_msrs * sizeof(cpu->x86.msr[0]);
}
