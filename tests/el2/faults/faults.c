/* SPDX-License-Identifier: BSD-2-Clause */
/* Begins as the hypervisor does. Then it judges the address space of EL2 by the CPU's own walk, and
 * makes the fault that the first byte of the bundle names, which must end in a report. */
#include "metal.h"
#include "stage2.h"
#include "el2/log.h"

static char variable = 'v';
static const char constant = 'c';
static unsigned int wrong;

/* The outcome of AT: bit 0 is F of PAR_EL1. */
static bool may_read(uint64_t p)
{
	__asm__ volatile("at s1e2r, %0\n\tisb" : : "r"(p) : "memory");
	return (EL2_READ(PAR_EL1) & 1) == 0;
}

static bool may_write(uint64_t p)
{
	__asm__ volatile("at s1e2w, %0\n\tisb" : : "r"(p) : "memory");
	return (EL2_READ(PAR_EL1) & 1) == 0;
}

/* PAR_EL1: address in 47:12, attribute as in MAIR in 63:56 */
static void judge(const char *name, uint64_t p, bool read, bool write, unsigned int attribute)
{
	bool r = may_read(p), w = may_write(p), same = true;

	if (r) {
		(void)may_read(p);
		same =
		    (EL2_READ(PAR_EL1) & UINT64_C(0x0000fffffffff000)) == (p & ~UINT64_C(0xfff)) &&
		    EL2_READ(PAR_EL1) >> 56 == attribute;
	}
	if (r == read && w == write && same)
		return;
	wrong++;
	el2_log_text("wrong rights: ", name, NULL);
}

/* To invalidate another VM's entries leaves the VM of this CPU as it is. */
static void judge_invalidation(void)
{
	const struct ab_s2_config config = { .cpu = el2_node.s2_cpu, .ipa_bits = 36, .vmid = 5 };
	const uint64_t own = UINT64_C(7) << 48 | 0x50000000;
	struct ab_s2_ops ops = el2_s2_ops();
	struct ab_error why;
	static struct ab_s2 s2;

	ops.ctx = &s2;
	if (ab_s2_init(&s2, &config, &ops, &why))
		el2_halt("no tables");
	EL2_WRITE(VTTBR_EL2, own);
	__asm__ volatile("isb");
	for (uint64_t size = EL2_PAGE; size <= AB_GiB; size *= 512)
		ops.tlbi(&s2, 0x80000000, size, 3);
	if (EL2_READ(VTTBR_EL2) == own && ab_s2_vttbr(&s2) != own)
		return;
	wrong++;
	el2_log_text("wrong rights: VTTBR_EL2", NULL, NULL);
}

static __attribute__((noinline)) uint64_t deeper(uint64_t n)
{
	volatile uint64_t room[64];

	room[n & 63] = n;
	return n == 0 ? 0 : deeper(n + 1) + room[n & 63];
}

static void fault(char kind)
{
	volatile uint64_t nowhere = 16;
	uint32_t code = 0xd65f03c0; /* RET, in data */

	switch (kind) {
	case 'c':
		*(volatile char *)(uintptr_t)_start = 0;
		break;
	case 'k':
		*(volatile char *)(uintptr_t)&constant = 0;
		break;
	case 'x':
		__asm__ volatile("ic iallu\n\tdsb sy\n\tisb\n\tblr %0" : : "r"(&code) : "x30");
		break;
	case 'n':
		*(volatile uint32_t *)(uintptr_t)nowhere = 0;
		break;
	case 's':
		(void)deeper(1);
		break;
	case 'b':
		__asm__ volatile("brk #7");
		break;
	default:
		break;
	}
}

_Noreturn void el2_launch(void)
{
	const uint64_t bundle = el2_node.facts.info.initrd.base, page = EL2_PAGE;
	const uint64_t guard = el2_this_cpu()->stack_top - EL2_STACK_STRIDE;
	char here;

	judge("code", (uintptr_t)_start, true, false, 0xff);
	judge("code's end", (uintptr_t)rodata_start - 4, true, false, 0xff);
	judge("constants", (uintptr_t)&constant, true, false, 0xff);
	judge("constants' end", (uintptr_t)data_start - 1, true, false, 0xff);
	judge("variables", (uintptr_t)&variable, true, true, 0xff);
	judge("stack", (uintptr_t)&here, true, true, 0xff);
	judge("guard page", guard, false, false, 0);
	judge("guard page's end", guard + page - 1, false, false, 0);
	judge("stack's first byte", guard + page, true, true, 0xff);
	judge("next guard page", guard + EL2_STACK_STRIDE, false, false, 0);
	judge("the end", (uintptr_t)_end - 1, true, true, 0xff);
	judge("RAM behind", (uintptr_t)_end, true, true, 0xff);
	judge("bundle", bundle, true, true, 0xff);
	judge("console", el2_node.facts.info.uart.reg.base, true, true, 0x04);
	judge("address 0", 0, false, false, 0);
	judge_invalidation();
	EL2_LOG({ "faults: wrong rights ", wrong });
	EL2_LOG({ "stack ", el2_this_cpu()->stack_top - EL2_STACK_SIZE },
		{ ", constant ", (uintptr_t)&constant });
	fault(*(const char *)(uintptr_t)bundle);
	el2_halt("no fault");
}
