/* SPDX-License-Identifier: BSD-2-Clause */
/* Entry state as text, one register a line. */
#include <aetherboot/vcpu.h>

static void line(struct ab_buf *out, const char *name, uint64_t value)
{
	ab_put_str(out, name);
	ab_put_str(out, " ");
	ab_put_hex(out, value, 1);
	ab_put_str(out, "\n");
}

static void segment(struct ab_buf *out, const char *name, const struct ab_x86_segment *s)
{
	ab_put_str(out, name);
	ab_put_str(out, " ");
	ab_put_hex(out, s->selector, 4);
	ab_put_str(out, " base ");
	ab_put_hex(out, s->base, 1);
	ab_put_str(out, " limit ");
	ab_put_hex(out, s->limit, 8);
	ab_put_str(out, " attr ");
	ab_put_hex(out, s->attr, 4);
	ab_put_str(out, "\n");
}

static void dtable(struct ab_buf *out, const char *name, const struct ab_x86_dtable *t)
{
	ab_put_str(out, name);
	ab_put_str(out, " base ");
	ab_put_hex(out, t->base, 1);
	ab_put_str(out, " limit ");
	ab_put_hex(out, t->limit, 4);
	ab_put_str(out, "\n");
}

static void x86(const struct ab_vcpu_x86 *c, struct ab_buf *out)
{
	static const char *const gpr[AB_X86_GPRS] = {
		"rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi",
		"r8",  "r9",  "r10", "r11", "r12", "r13", "r14", "r15",
	};

	line(out, "rip", c->rip);
	line(out, "rflags", c->rflags);
	for (size_t i = 0; i < AB_X86_GPRS; i++)
		line(out, gpr[i], c->gpr[i]);
	line(out, "cr0", c->cr0);
	line(out, "cr3", c->cr3);
	line(out, "cr4", c->cr4);
	line(out, "efer", c->efer);
	segment(out, "cs", &c->cs);
	segment(out, "ds", &c->ds);
	segment(out, "tr", &c->tr);
	segment(out, "ldt", &c->ldt);
	dtable(out, "gdt", &c->gdt);
	dtable(out, "idt", &c->idt);
}

static void arm64(const struct ab_vcpu *cpu, struct ab_buf *out)
{
	static const char *const x[] = { "x0", "x1", "x2", "x3" };
	const struct ab_vcpu_arm64 *c = &cpu->arm64;

	if (cpu->start == AB_VCPU_WAIT)
		ab_put_str(out, "is off until PSCI CPU_ON gives pc and x0\n");
	else
		line(out, "pc", c->pc);
	for (size_t i = 0; cpu->start != AB_VCPU_WAIT && i < sizeof(x) / sizeof(x[0]); i++)
		line(out, x[i], c->x[i]);
	line(out, "pstate", c->pstate);
	line(out, "sctlr_el1", c->sctlr_el1);
}

void ab_vcpu_text(const struct ab_vcpu *cpu, struct ab_buf *out)
{
	line(out, "cpu", cpu->id);
	if (cpu->arch == AB_ARCH_ARM64) {
		arm64(cpu, out);
		return;
	}
	if (cpu->start == AB_VCPU_WAIT)
		ab_put_str(out, "waits for INIT and SIPI\n");
	else
		x86(&cpu->x86, out);
	for (uint32_t i = 0; i < cpu->x86.n_msrs && i < AB_X86_MSRS_MAX; i++) {
		ab_put_str(out, "msr ");
		ab_put_hex(out, cpu->x86.msr[i].index, 8);
		ab_put_str(out, " ");
		ab_put_hex(out, cpu->x86.msr[i].value, 16);
		ab_put_str(out, "\n");
	}
}
