/* SPDX-License-Identifier: BSD-2-Clause */
/* The way "firmware": no kernel, but a ROM that holds the reset vector. */
#include "boot_x86.h"

#include "../base/libc.h"

#define RESET_VECTOR 0xfffffff0U /* SDM 9.1.4 */

static const char *suits(const struct ab_plan *plan)
{
	(void)plan;
	return "there is no kernel, so a ROM holds the first instruction";
}

/* ---- checks ------------------------------------------------------------------------------- */

/* Firmware finds its kernel, command line and seeds by devices of the VMM. */
static enum ab_err accepts(const struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_payload *p = plan->payload;
	const struct {
		const char *what;
		uint64_t value;
	} fields[] = {
		{ "payload.initrds.n", p->initrds.n },
		{ "payload.cmdline.length", p->cmdline != NULL ? strlen(p->cmdline) : 0 },
		{ "payload.flags", p->flags & ~(uint32_t)AB_VERIFY }, /* nothing to decode */
		{ "payload.rng_seed.size", p->rng_seed.size },
		{ "payload.kaslr_seed", p->kaslr_seed },
		{ "payload.setup_data.n", p->setup_data.n },
		{ "payload.modules.n", p->modules.n },
	};

	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		if (fields[i].value != 0)
			return ab_fail(why, AB_ERR_UNSUPPORTED, fields[i].what, fields[i].value,
				       "must be 0, as firmware takes none");
	return ab_boot_check_blobs_x86_(p, why);
}

/* ---- layout ------------------------------------------------------------------------------- */

static enum ab_err find_vector(struct ab_plan *plan, struct ab_error *why)
{
	for (uint32_t i = 0; i < plan->regions.n; i++) {
		const struct ab_region *r = &plan->regions.at[i];

		if (r->backing == AB_BACKING_ROM && RESET_VECTOR >= r->base &&
		    RESET_VECTOR - r->base < r->size) {
			plan->entry = RESET_VECTOR;
			return AB_OK;
		}
	}
	return ab_fail(why, AB_ERR_ARG, "payload.blobs.n", plan->payload->blobs.n,
		       "one must be a ROM that covers the reset vector, 0xfffffff0, as there is no "
		       "kernel");
}

static ab_boot_step *const layout[] = {
	ab_boot_layout_devs_, ab_boot_layout_callers_, ab_boot_layout_free_x86_, find_vector, NULL,
};

/* ---- registers ---------------------------------------------------------------------------- */

/* SDM 9.1.1, table 9-1: state after reset. EDX has a signature of family 6; a VMM whose guest
 * needs that of CPUID sets it. */
static void first_cpu(const struct ab_plan *plan, struct ab_vcpu *cpu)
{
	struct ab_vcpu_x86 *c = &cpu->x86;

	(void)plan;
	c->rip = RESET_VECTOR & 0xffff;
	c->rflags = 0x2;
	c->gpr[AB_X86_RDX] = 0x600;
	c->cr0 = 0x60000010; /* CD, NW, ET */
	for (size_t i = 0; i < AB_X86_SEGS; i++)
		c->seg[i] = (struct ab_x86_segment){ 0, 0xffff, 0, 0x93 };
	c->seg[AB_X86_CS] = (struct ab_x86_segment){ 0xffff0000, 0xffff, 0xf000, 0x9b };
	c->tr = (struct ab_x86_segment){ 0, 0xffff, 0, 0x8b };
	c->ldt = (struct ab_x86_segment){ 0, 0xffff, 0, 0x82 };
	c->gdt = (struct ab_x86_dtable){ 0, 0xffff };
	c->idt = (struct ab_x86_dtable){ 0, 0xffff };
}

/* The reset state has the usual values of its MSRs. */
static size_t every(const struct ab_plan *plan, struct ab_vcpu *cpu)
{
	(void)plan;
	(void)cpu;
	return offsetof(struct ab_vcpu, x86.msr);
}

const struct ab_boot_way ab_boot_firmware_x86_ = {
	.arch = AB_ARCH_X86_64,
	.protocol = AB_PROTOCOL_FIRMWARE,
	.no_kernel = true,
	.build = ab_boot_build_x86_,
	.suits = suits,
	.accepts = accepts,
	.layout = layout,
	.every = every,
	.first_cpu = first_cpu,
};
