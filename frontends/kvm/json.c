/* SPDX-License-Identifier: BSD-2-Clause */
/* --plan=json: the plan by docs/plan.schema.json. Numbers of 64 bits are strings, as readers of
 * JSON may round what is above 2^53. */
#include "end.h"
#include "inspect.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

struct json {
	struct ab_buf *out;
	bool more; /* something stands before: a comma is due */
};

static void quote(struct ab_buf *out, const char *s)
{
	ab_put_str(out, "\"");
	for (; *s != '\0'; s++) {
		const bool printable = *s >= ' ' && *s < 0x7f;

		if (*s == '"' || *s == '\\')
			ab_put_str(out, "\\");
		ab_put(out, printable ? s : "?", 1);
	}
	ab_put_str(out, "\"");
}

/* What stands before a value: a comma, and in an object its name. */
static void begin(struct json *j, const char *name)
{
	ab_put_str(j->out, j->more ? ",\n" : "");
	if (name != NULL) {
		quote(j->out, name);
		ab_put_str(j->out, ": ");
	}
	j->more = true;
}

static void enter(struct json *j, const char *name, const char *bracket)
{
	begin(j, name);
	ab_put_str(j->out, bracket);
	j->more = false;
}

static void leave(struct json *j, const char *bracket)
{
	ab_put_str(j->out, bracket);
	j->more = true;
}

static void text(struct json *j, const char *name, const char *value)
{
	begin(j, name);
	quote(j->out, value);
}

static void hex(struct json *j, const char *name, uint64_t value)
{
	begin(j, name);
	ab_put_str(j->out, "\"");
	ab_put_hex(j->out, value, 1);
	ab_put_str(j->out, "\"");
}

static void flag(struct json *j, const char *name, bool value)
{
	begin(j, name);
	ab_put_str(j->out, value ? "true" : "false");
}

static void number(struct json *j, const char *name, uint32_t value)
{
	begin(j, name);
	ab_put_dec(j->out, value);
}

/* A register whose name is a number. */
static void numbered(struct json *j, const char *prefix, uint32_t i, unsigned int digits,
		     uint64_t value)
{
	char name[16];
	struct ab_buf b = ab_buf_over(name, sizeof(name) - 1);

	ab_put_str(&b, prefix);
	if (digits != 0)
		ab_put_hex(&b, i, digits);
	else
		ab_put_dec(&b, i);
	name[b.len] = '\0';
	hex(j, name, value);
}

/* ---- CPUs --------------------------------------------------------------------------------- */

static void segment(struct json *j, const char *name, const struct ab_x86_segment *s)
{
	enter(j, name, "{");
	hex(j, "selector", s->selector);
	hex(j, "base", s->base);
	hex(j, "limit", s->limit);
	hex(j, "attr", s->attr);
	leave(j, "}");
}

static void dtable(struct json *j, const char *name, const struct ab_x86_dtable *t)
{
	enter(j, name, "{");
	hex(j, "base", t->base);
	hex(j, "limit", t->limit);
	leave(j, "}");
}

static void x86(struct json *j, const struct ab_vcpu_x86 *c)
{
	static const char *const gpr[AB_X86_GPRS] = {
		"rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi",
		"r8",  "r9",  "r10", "r11", "r12", "r13", "r14", "r15",
	};
	static const char *const segs[AB_X86_SEGS] = {
		[AB_X86_CS] = "cs", [AB_X86_DS] = "ds", [AB_X86_ES] = "es",
		[AB_X86_FS] = "fs", [AB_X86_GS] = "gs", [AB_X86_SS] = "ss",
	};

	hex(j, "rip", c->rip);
	hex(j, "rflags", c->rflags);
	for (size_t i = 0; i < AB_X86_GPRS; i++)
		hex(j, gpr[i], c->gpr[i]);
	hex(j, "cr0", c->cr0);
	hex(j, "cr3", c->cr3);
	hex(j, "cr4", c->cr4);
	hex(j, "efer", c->efer);
	for (size_t i = 0; i < AB_X86_SEGS; i++)
		segment(j, segs[i], &c->seg[i]);
	segment(j, "tr", &c->tr);
	segment(j, "ldt", &c->ldt);
	dtable(j, "gdt", &c->gdt);
	dtable(j, "idt", &c->idt);
}

static void arm64(struct json *j, const struct ab_vcpu_arm64 *c)
{
	hex(j, "pc", c->pc);
	for (uint32_t i = 0; i < COUNT(c->x); i++)
		numbered(j, "x", i, 0, c->x[i]);
}

/* The registers of a CPU that waits come with its start, but for those that all CPUs have alike. */
static void cpu(struct json *j, const struct ab_vcpu *c)
{
	enter(j, NULL, "{");
	hex(j, "id", c->id);
	flag(j, "waits", c->start == AB_VCPU_WAIT);
	enter(j, "registers", "{");
	if (c->arch == AB_ARCH_ARM64) {
		if (c->start != AB_VCPU_WAIT)
			arm64(j, &c->arm64);
		hex(j, "pstate", c->arm64.pstate);
		for (uint32_t i = 0; i < c->arm64.n_sysregs; i++)
			numbered(j, "sysreg ", c->arm64.sysreg[i].id, 4, c->arm64.sysreg[i].value);
	} else {
		if (c->start != AB_VCPU_WAIT)
			x86(j, &c->x86);
		for (uint32_t i = 0; i < c->x86.n_msrs; i++)
			numbered(j, "msr ", c->x86.msr[i].index, 8, c->x86.msr[i].value);
	}
	leave(j, "}");
	leave(j, "}");
}

/* ---- the plan ----------------------------------------------------------------------------- */

static void regions(struct json *j, const struct ab_plan *plan)
{
	static const char *const types[] = {
		[AB_MEM_RAM] = "RAM",
		[AB_MEM_RESERVED] = "reserved",
		[AB_MEM_ACPI] = "ACPI",
		[AB_MEM_NVS] = "NVS",
	};

	enter(j, "regions", "[");
	for (uint32_t i = 0; i < plan->regions.n; i++) {
		const struct ab_region *r = &plan->regions.at[i];

		enter(j, NULL, "{");
		hex(j, "base", r->base);
		hex(j, "size", r->size);
		text(j, "type", types[r->type]);
		text(j, "name", r->name);
		leave(j, "}");
	}
	leave(j, "]");
}

static void warnings(struct json *j, const struct ab_plan *plan)
{
	char sentence[256];

	enter(j, "warnings", "[");
	for (uint32_t i = 0; i < plan->n_warnings; i++) {
		(void)ab_error_text(&plan->warnings[i], sentence, sizeof(sentence));
		text(j, NULL, sentence);
	}
	leave(j, "]");
}

static void cpus(struct json *j, const struct ab_plan *plan)
{
	struct ab_vcpu c;
	struct ab_error why;

	enter(j, "cpus", "[");
	for (uint32_t i = 0; i < plan->machine->n_cpus; i++) {
		if (ab_plan_entry(plan, i, &c, &why) != AB_OK)
			vmm_end_why(&why);
		cpu(j, &c);
	}
	leave(j, "]");
}

void vmm_inspect_json(const struct ab_plan *plan, struct ab_buf *out)
{
	const struct ab_ram_list *ram = &plan->machine->ram;
	struct json j = { .out = out };

	enter(&j, NULL, "{");
	number(&j, "version", 1);
	text(&j, "protocol", ab_protocol_name(plan->protocol));
	text(&j, "why", plan->protocol_why);
	enter(&j, "kernel", "{");
	text(&j, "format", ab_image_format_name(plan->kernel.file.format));
	text(&j, "codec", ab_codec_name(plan->kernel.codec));
	number(&j, "passes", plan->kernel.passes);
	flag(&j, "kaslr", plan->kaslr);
	leave(&j, "}");
	hex(&j, "entry", plan->entry);
	warnings(&j, plan);
	enter(&j, "ram", "[");
	for (size_t i = 0; i < ram->n; i++) {
		enter(&j, NULL, "{");
		hex(&j, "base", ram->at[i].base);
		hex(&j, "size", ram->at[i].size);
		leave(&j, "}");
	}
	leave(&j, "]");
	regions(&j, plan);
	cpus(&j, plan);
	leave(&j, "}\n");
}
