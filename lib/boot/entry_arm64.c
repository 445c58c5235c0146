/* SPDX-License-Identifier: BSD-2-Clause */
/* Registers that the arm64 boot protocol prescribes. */
#include "boot_arm64.h"

/* ARM64BOOT 4: x0 is the address of the device tree, x1 to x3 are 0, interrupts are masked, the
 * MMU is off. Linux itself sets all other bits of SCTLR_EL1 before it relies on them. */
#define PSTATE_EL1H_DAIF 0x3c5 /* DDI0487 C5.2: M EL1h, D, A, I, F */
#define SCTLR_EL1_RES1 0x30d00800 /* DDI0487 D17.2: bits that are 1 without their feature */

size_t ab_boot_every_arm64_(const struct ab_plan *plan, struct ab_vcpu *cpu)
{
	struct ab_vcpu_arm64 *c = &cpu->arm64;

	(void)plan;
	c->pstate = PSTATE_EL1H_DAIF;
	c->n_sysregs = 1;
	c->sysreg[0] = (struct ab_arm64_sysreg){ AB_ARM64_SCTLR_EL1, SCTLR_EL1_RES1 };
	return offsetof(struct ab_vcpu, arm64.sysreg[1]);
}

void ab_boot_first_cpu_arm64_(const struct ab_plan *plan, struct ab_vcpu *cpu)
{
	cpu->arm64.x[0] = ab_boot_gpa_(plan, AB_REGION_DTB);
	cpu->arm64.pc = plan->entry;
}
