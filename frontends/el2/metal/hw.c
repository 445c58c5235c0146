/* SPDX-License-Identifier: BSD-2-Clause */
/* hw.h by the registers of this CPU. */
#include "metal.h"
#include "el2/hw.h"

uint64_t el2_hw_read(enum el2_register name)
{
	switch (name) {
#define X(reg)                                                                                     \
	case EL2_##reg:                                                                            \
		return EL2_READ(reg);
		EL2_REGISTERS(X)
#undef X
	}
	return 0;
}

void el2_hw_write(enum el2_register name, uint64_t v)
{
	switch (name) {
#define X(reg)                                                                                     \
	case EL2_##reg:                                                                            \
		EL2_WRITE(reg, v);                                                                 \
		break;
		EL2_REGISTERS(X)
#undef X
	}
}

/* those that sysreg.c has a row for */
uint64_t el2_hw_id(unsigned int crm, unsigned int op2)
{
	switch (crm << 3 | op2) {
	case 4 << 3 | 0:
		return EL2_READ(ID_AA64PFR0_EL1);
	case 4 << 3 | 1:
		return EL2_READ(ID_AA64PFR1_EL1);
	case 5 << 3 | 0:
		return EL2_READ(ID_AA64DFR0_EL1);
	case 6 << 3 | 0:
		return EL2_READ(ID_AA64ISAR0_EL1);
	case 6 << 3 | 1:
		return EL2_READ(ID_AA64ISAR1_EL1);
	case 6 << 3 | 2:
		return EL2_READ(S3_0_C0_C6_2); /* ID_AA64ISAR2_EL1 */
	case 7 << 3 | 0:
		return EL2_READ(ID_AA64MMFR0_EL1);
	case 7 << 3 | 1:
		return EL2_READ(ID_AA64MMFR1_EL1);
	case 7 << 3 | 2:
		return EL2_READ(S3_0_C0_C7_2); /* ID_AA64MMFR2_EL1 */
	default:
		return 0;
	}
}

static uint64_t line_size(void)
{
	return (uint64_t)4 << (EL2_READ(CTR_EL0) >> 16 & 15);
}

void el2_hw_flush(const void *p, size_t n)
{
	uint64_t line = line_size(), end = (uintptr_t)p + n;

	for (uint64_t at = (uintptr_t)p & ~(line - 1); at < end; at += line)
		__asm__ volatile("dc civac, %0" : : "r"(at) : "memory");
	__asm__ volatile("dsb sy" : : : "memory");
}

uint64_t el2_hw_ticks(void)
{
	return EL2_READ(CNTPCT_EL0);
}

uint64_t el2_hw_tick_rate(void)
{
	return EL2_READ(CNTFRQ_EL0);
}

void el2_hw_device_write(uint64_t pa, uint32_t v)
{
	*(volatile uint32_t *)(uintptr_t)pa = v;
}

void el2_hw_clean(const void *p, size_t n)
{
	uint64_t line = line_size(), end = (uintptr_t)p + n;

	for (uint64_t at = (uintptr_t)p & ~(line - 1); at < end; at += line)
		__asm__ volatile("dc cvac, %0" : : "r"(at) : "memory");
	__asm__ volatile("dsb sy" : : : "memory");
}

int64_t el2_firmware(uint32_t function, uint64_t a, uint64_t b, uint64_t c)
{
	register uint64_t x0 __asm__("x0") = function;
	register uint64_t x1 __asm__("x1") = a;
	register uint64_t x2 __asm__("x2") = b;
	register uint64_t x3 __asm__("x3") = c;

	__asm__ volatile("smc #0"
			 : "+r"(x0), "+r"(x1), "+r"(x2), "+r"(x3)
			 :
			 : "x4", "x5", "x6", "x7", "x8", "x9", "x10", "x11", "x12", "x13", "x14",
			   "x15", "x16", "x17", "memory");
	return (int64_t)x0;
}

uint64_t el2_hw_firmware(uint32_t function, uint64_t x1)
{
	return (uint64_t)el2_firmware(function, x1, 0, 0);
}

void el2_hw_wait(void)
{
	__asm__ volatile("dsb sy\n\twfi" : : : "memory");
}
