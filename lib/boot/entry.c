/* SPDX-License-Identifier: BSD-2-Clause */
/* Entry state: what each protocol promises in registers. */
#include "boot_priv.h"

#include "../base/libc.h"
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

enum ab_err ab_boot_elf_entry_(const struct ab_elf *elf, uint64_t *entry, struct ab_error *why)
{
	for (uint32_t i = 0; i < elf->n_segments; i++)
		if (elf->entry - elf->segment[i].paddr < elf->segment[i].mem_size &&
		    elf->entry >= elf->segment[i].paddr) {
			*entry = elf->entry;
			return AB_OK;
		}
	for (uint32_t i = 0; i < elf->n_segments; i++)
		if (elf->entry - elf->segment[i].vaddr < elf->segment[i].mem_size &&
		    elf->entry >= elf->segment[i].vaddr) {
			*entry = elf->entry - elf->segment[i].vaddr + elf->segment[i].paddr;
			return AB_OK;
		}
	return ab_fail(why, AB_ERR_IMAGE, "elf.e_entry", elf->entry, "in no segment");
}

static uint64_t gpa(const struct ab_plan *plan, enum ab_region_kind kind)
{
	const struct ab_region *r = ab_plan_region(plan, kind);

	return r != NULL ? r->base : 0;
}

/* X86BOOT, 64-bit boot protocol: paging on, RSI = boot_params. PVH: paging off, EBX = start_info.
 * X86BOOT, 32-bit boot protocol: paging off, ESI = boot_params; EBP, EDI, EBX = 0. */
static void boot_cpu_x86(const struct ab_plan *plan, struct ab_vcpu_x86 *c)
{
	const struct ab_boot_protocol *p = ab_boot_protocol_(plan->protocol);
	bool la57 = (plan->payload->flags & AB_LA57) != 0;

	c->rip = plan->entry;
	c->rflags = RFLAGS_FIXED;
	c->cr0 = CR0_PE | CR0_ET;
	if (p->long_mode) {
		c->cr0 |= CR0_PG;
		c->cr3 = gpa(plan, AB_REGION_PAGE_TABLES);
		c->cr4 = CR4_PAE | (la57 ? CR4_LA57 : 0);
		c->efer = EFER_LME | EFER_LMA;
	}
	if (p->zero_page)
		c->gpr[AB_X86_RSI] = gpa(plan, AB_REGION_ZERO_PAGE);
	else
		c->gpr[AB_X86_RBX] = gpa(plan, AB_REGION_START_INFO);
	ab_x86_segments_(c, p->long_mode ? AB_X86_MODE_64 : AB_X86_MODE_32,
			 gpa(plan, AB_REGION_GDT));
}

/* ARM64BOOT 4: x0 is the tree, x1 to x3 are 0; interrupts masked, MMU off. Linux itself sets what
 * it wants of SCTLR_EL1, before it relies on it. */
#define PSTATE_EL1H_DAIF 0x3c5 /* DDI0487 C5.2: M EL1h, D, A, I, F */
#define SCTLR_EL1_RES1 0x30d00800 /* DDI0487 D19.2.118: bits that are 1 where they mean nothing */

static void arm64_cpu(const struct ab_plan *plan, struct ab_vcpu *cpu)
{
	struct ab_vcpu_arm64 *c = &cpu->arm64;

	c->mpidr = cpu->id;
	c->pstate = PSTATE_EL1H_DAIF;
	c->sctlr_el1 = SCTLR_EL1_RES1;
	if (cpu->start == AB_VCPU_WAIT)
		return;
	c->x[0] = gpa(plan, AB_REGION_DTB);
	c->pc = plan->entry;
}

enum ab_err ab_plan_entry(const struct ab_plan *plan, uint32_t index, struct ab_vcpu *out,
			  struct ab_error *why)
{
	memset(out, 0, sizeof(*out));
	if (index >= plan->machine->n_cpus)
		return ab_fail(why, AB_ERR_ARG, "index", index, "machine.n_cpus");
	out->arch = plan->machine->arch;
	out->id = ab_machine_cpu_id(plan->machine, index);
	out->start = index == 0 ? AB_VCPU_RUN : AB_VCPU_WAIT;
	if (out->arch == AB_ARCH_ARM64) {
		arm64_cpu(plan, out);
		return AB_OK;
	}
	if (index == 0)
		boot_cpu_x86(plan, &out->x86);
	/* false: some device is not uncached by MTRRs alone, which page attributes make up for */
	(void)ab_x86_memory_types(plan->machine, &out->x86);
	return AB_OK;
}
