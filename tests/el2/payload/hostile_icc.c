/* SPDX-License-Identifier: BSD-2-Clause */
/* The CPU interface of either version: registers of the CPU, or a frame. @spec{IHI0069, 12.2}
 * @spec{IHI0048, 4.4} */
#include "gic.h"
#include "hostile.h"

#define GICD_SGIR_OTHERS (1u << 24)

#define READ(reg, v) __asm__ volatile("mrs %0, " reg : "=r"(v) : : "memory")

void hostile_icc_on(void)
{
	if (gic_v2()) {
		*gicc(GICC_PMR) = 0xff;
		*gicc(GICC_CTLR) = 1;
	} else {
		WRITE(ICC_PMR_EL1, 0xff);
		WRITE(ICC_IGRPEN1_EL1, 1);
		__asm__ volatile("isb");
	}
}

void hostile_icc_off(void)
{
	if (gic_v2())
		*gicc(GICC_CTLR) = 0;
	else
		WRITE(ICC_IGRPEN1_EL1, 0);
}

uint64_t hostile_icc_take(void)
{
	uint64_t v;

	if (gic_v2())
		return *gicc(GICC_IAR);
	READ(ICC_IAR1_EL1, v);
	return v;
}

uint64_t hostile_icc_intid(uint64_t taken)
{
	return taken & (gic_v2() ? 0x3ff : 0xffffff);
}

uint64_t hostile_icc_pending(void)
{
	uint64_t v;

	if (gic_v2())
		return *gicc(GICC_HPPIR) & 0x3ff;
	READ(ICC_HPPIR1_EL1, v);
	return v;
}

void hostile_icc_end(uint64_t taken)
{
	if (gic_v2())
		*gicc(GICC_EOIR) = (uint32_t)taken;
	else
		WRITE(ICC_EOIR1_EL1, taken);
}

void hostile_icc_deactivate(uint64_t taken)
{
	if (gic_v2())
		*gicc(GICC_DIR) = (uint32_t)taken;
	else
		WRITE(ICC_DIR_EL1, taken);
}

void hostile_icc_forget(void)
{
	if (gic_v2())
		*gicc(GICC_APR) = 0;
	else
		WRITE(ICC_AP1R0_EL1, 0);
}

void hostile_icc_send(uint32_t cpu, uint64_t sgi)
{
	if (gic_v2())
		*gicd(GICD_SGIR) = UINT32_C(0x10000) << cpu | (uint32_t)sgi;
	else
		WRITE(ICC_SGI1R_EL1, sgi << 24 | 1u << cpu);
}

void hostile_icc_send_others(uint64_t sgi)
{
	if (gic_v2())
		*gicd(GICD_SGIR) = GICD_SGIR_OTHERS | (uint32_t)sgi;
	else
		WRITE(ICC_SGI1R_EL1, UINT64_C(1) << 40 | sgi << 24);
}

/* One by targets that this VM has not, or by fields that have no meaning. Of a GICv2: a list of
 * others only, or the filter that is reserved, with any bits beside them. */
void hostile_icc_send_astray(uint32_t cpus, uint64_t nth)
{
	uint64_t sgi = hostile_random();
	const uint64_t own = (UINT64_C(1) << cpus) - 1;

	if (gic_v2()) {
		sgi |= UINT64_C(3) << 24;
		*gicd(GICD_SGIR) = (uint32_t)sgi;
		*gicd(GICD_SGIR) = (uint32_t)(sgi & ~(UINT64_C(3) << 24 | own << 16));
		return;
	}
	/* other clusters, ranges and groups, targets that it does not have, but none that it has */
	sgi &= ~(UINT64_C(1) << 40); /* IRM */
	if ((sgi & UINT64_C(0xff00ff00ff0000)) == 0 && (sgi >> 44 & 15) == 0)
		sgi &= ~own;
	WRITE(ICC_SGI1R_EL1, sgi);
	WRITE(ICC_ASGI1R_EL1, sgi);
	WRITE(ICC_SGI0R_EL1, sgi);
	WRITE(ICC_SGI1R_EL1, nth % 64 < cpus ? 0xfff0 : 1u << (16 - 1));
}

void hostile_icc_trap(void)
{
	if (gic_v2())
		*gicc(GICC_DIR) = 0;
	else
		WRITE(ICC_SGI0R_EL1, 0);
}

/* icc: reads and writes of all that may be a register of a GICv3's interface */
void hostile_icc(const uint64_t v[6])
{
	uint64_t ends[HOSTILE_ENDS] = { 0 };

	(void)v;
	for (unsigned int i = 0; i < 2 * 41; i++) {
		/* MRS or MSR by x1: S3_0_C4_C6_0, S3_0_C12_C8_0 to S3_0_C12_C12_7 */
		const uint32_t at = i / 2 == 40 ? 0xc230 : 0xc640 + i / 2;

		hostile_write_code(0, 0xd5000001u | (i % 2) << 21 | at << 5);
		hostile_code_ready();
		hostile_run(hostile_code(0), HOSTILE_EL1);
		ends[hostile_end()]++;
	}
	SAY("interface", ends[HOSTILE_UNDEFINED], ends[HOSTILE_DONE]);
}
