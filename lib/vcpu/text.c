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

static bool same(const struct ab_x86_segment *a, const struct ab_x86_segment *b)
{
	return a->selector == b->selector && a->base == b->base && a->limit == b->limit &&
	       a->attr == b->attr;
}

/* Append the segments. A data segment equal to ds gets no line. */
static void segments(const struct ab_x86_segment seg[AB_X86_SEGS], struct ab_buf *out)
{
	static const struct {
		enum ab_x86_seg at;
		const char *name;
	} rows[] = { { AB_X86_CS, "cs" }, { AB_X86_DS, "ds" }, { AB_X86_ES, "es" },
		     { AB_X86_FS, "fs" }, { AB_X86_GS, "gs" }, { AB_X86_SS, "ss" } };

	for (size_t i = 0; i < AB_X86_SEGS; i++)
		if (i < 2 || !same(&seg[rows[i].at], &seg[AB_X86_DS]))
			segment(out, rows[i].name, &seg[rows[i].at]);
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
	segments(c->seg, out);
	segment(out, "tr", &c->tr);
	segment(out, "ldt", &c->ldt);
	dtable(out, "gdt", &c->gdt);
	dtable(out, "idt", &c->idt);
}

static void sysreg(const struct ab_arm64_sysreg *r, struct ab_buf *out)
{
	if (r->id == AB_ARM64_SCTLR_EL1) {
		line(out, "sctlr_el1", r->value);
		return;
	}
	ab_put_str(out, "sysreg ");
	ab_put_hex(out, r->id, 4);
	line(out, "", r->value);
}

/* Append x0 to x3, which the boot protocol sets, and the other registers unless they are 0. */
static void arm64(const struct ab_vcpu *cpu, struct ab_buf *out)
{
	const struct ab_vcpu_arm64 *c = &cpu->arm64;

	if (cpu->start == AB_VCPU_WAIT)
		ab_put_str(out, "is off until PSCI CPU_ON gives pc and x0\n");
	else
		line(out, "pc", c->pc);
	for (size_t i = 0; cpu->start != AB_VCPU_WAIT && i < sizeof(c->x) / sizeof(c->x[0]); i++)
		if (i < 4 || c->x[i] != 0) {
			ab_put_str(out, "x");
			ab_put_dec(out, i);
			line(out, "", c->x[i]);
		}
	line(out, "pstate", c->pstate);
	for (uint32_t i = 0; i < c->n_sysregs && i < AB_ARM64_SYSREGS_MAX; i++)
		sysreg(&c->sysreg[i], out);
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
