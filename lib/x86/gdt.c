/* SPDX-License-Identifier: BSD-2-Clause */
/* The boot GDT, and the segment registers that agree with it. */
#include <aetherboot/x86.h>

#include "x86_priv.h"

/* Attributes in the form of struct ab_x86_segment. Accessed and busy are set, as the CPU would set
 * them when it loads the register. SDM 3.4.5 */
#define CODE_64 0xa09b /* G, L, P, code, execute/read, accessed */
#define CODE_32 0xc09b /* G, D, P, code, execute/read, accessed */
#define DATA 0xc093 /* G, B, P, data, read/write, accessed */
#define TSS_BUSY 0x008b /* P, busy TSS; 64-bit in long mode, else 32-bit. SDM 8.2.2, 8.2.3 */
#define TSS_LIMIT 0x67 /* 104 bytes, the smallest valid TSS; the CPU reads none of them */

static struct ab_x86_segment flat(uint16_t selector, uint16_t attr)
{
	return (struct ab_x86_segment){ 0, 0xffffffff, selector, attr };
}

static struct ab_x86_segment code(enum ab_x86_mode mode)
{
	return flat(AB_X86_SEL_CODE, mode == AB_X86_MODE_64 ? CODE_64 : CODE_32);
}

static struct ab_x86_segment tss(void)
{
	return (struct ab_x86_segment){ 0, TSS_LIMIT, AB_X86_SEL_TSS, TSS_BUSY };
}

/* SDM 3.4.5, figure 3-8; every base here is 0 */
static void descriptor(struct ab_x86_segment s, struct ab_buf *out)
{
	const uint32_t limit = (s.attr & 0x8000) != 0 ? s.limit >> 12 : s.limit; /* G */

	ab_put_le(out, limit, 2); /* 0 limit 15:0 */
	ab_put(out, NULL, 3); /* 2 base 23:0 */
	ab_put_le(out, s.attr, 1); /* 5 P, DPL, S, type */
	ab_put_le(out, (s.attr >> 8 & 0xf0) | (limit >> 16), 1); /* 6 G, D/B, L, AVL, limit */
	ab_put(out, NULL, 1); /* 7 base 31:24 */
}

void ab_x86_gdt(enum ab_x86_mode mode, struct ab_buf *out)
{
	ab_put(out, NULL, 16); /* 0x00 null, 0x08 unused */
	descriptor(code(mode), out); /* 0x10 */
	descriptor(flat(AB_X86_SEL_DATA, DATA), out); /* 0x18 */
	descriptor(tss(), out); /* 0x20 */
	ab_put(out, NULL, 8); /* 0x28 base 63:32 of the TSS */
}

void ab_x86_segments_(struct ab_vcpu_x86 *cpu, enum ab_x86_mode mode, uint64_t gdt_gpa)
{
	for (size_t i = 0; i < AB_X86_SEGS; i++)
		cpu->seg[i] = i == AB_X86_CS ? code(mode) : flat(AB_X86_SEL_DATA, DATA);
	cpu->tr = tss();
	cpu->ldt = (struct ab_x86_segment){ 0 };
	cpu->gdt = (struct ab_x86_dtable){ gdt_gpa, 47 };
	cpu->idt = (struct ab_x86_dtable){ 0 };
}
