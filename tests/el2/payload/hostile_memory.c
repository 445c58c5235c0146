/* SPDX-License-Identifier: BSD-2-Clause */
/* Accesses to memory that a guest does not have: its own, and those of its stage 1. */
#include "hostile.h"

/* Stage-1 descriptors. DDI0487, D8.3 */
enum { TABLE = 3, BLOCK = 1, AF = 1 << 10, SH_INNER = 3 << 8 };

/* T0SZ and T1SZ 16, write-back, inner shareable, 4 KiB: TG0 0, TG1 2. DDI0487, D19.2.139 */
#define TCR (UINT64_C(0xb5103510))
#define IPS 32 /* shift */
#define SCTLR_ON 0x30d01805 /* M, C, I; the rest as hostile_calm() */
#define MAIR 0xff /* attribute 0: normal, write-back */

static _Alignas(4096) uint64_t low[512], high[512], blocks[512];

/* VA = IPA below 512 GiB, as normal memory; above 2^64 - 2^48 what @high has. */
static void mmu_on(void)
{
	uint64_t range;

	__asm__ volatile("mrs %0, ID_AA64MMFR0_EL1" : "=r"(range));
	low[0] = (uintptr_t)blocks | TABLE;
	for (uint64_t i = 0; i < 512; i++)
		blocks[i] = i << 30 | AF | SH_INNER | BLOCK;
	WRITE("MAIR_EL1", MAIR);
	WRITE("TTBR0_EL1", (uintptr_t)low);
	WRITE("TTBR1_EL1", (uintptr_t)high);
	WRITE("TCR_EL1", TCR | (range & 15) << IPS);
	__asm__ volatile("dsb sy\n\tisb\n\ttlbi vmalle1\n\tdsb sy\n\tisb" : : : "memory");
	WRITE("SCTLR_EL1", SCTLR_ON);
	__asm__ volatile("isb" : : : "memory");
}

static uint64_t ends[HOSTILE_ENDS], quiet[HOSTILE_ENDS], shown;

static void try_all(uint64_t address)
{
	for (const struct hostile_access *a = hostile_accesses; a != hostile_accesses_end; a++) {
		enum hostile_end end;

		hostile_try.x[0] = address;
		hostile_try.x[1] = hostile_try.x[2] = hostile_try.x[3] = hostile_random();
		hostile_run(a->code, HOSTILE_EL1);
		end = hostile_end();
		if (a->name[0] == '-')
			quiet[end]++;
		else
			ends[end]++;
		if ((end == HOSTILE_DONE && a->name[0] != '-') || end == HOSTILE_OTHER) {
			if (shown++ < 16) {
				payload_put("reached ");
				SAY(a->name, address, hostile_try.esr, hostile_try.far);
			}
		}
	}
}

/* touch BASE SIZE STEP MMU: all kinds of accesses to each STEP bytes */
void hostile_touch(const uint64_t v[6])
{
	for (unsigned int i = 0; i < HOSTILE_ENDS; i++)
		ends[i] = quiet[i] = 0;
	shown = 0;
	if (v[3] != 0)
		mmu_on();
	for (uint64_t at = v[0]; at - v[0] < v[1]; at += v[2])
		try_all(at);
	hostile_calm();
	SAY("touched", v[0], ends[HOSTILE_DONE], ends[HOSTILE_ABORT], ends[HOSTILE_UNDEFINED],
	    ends[HOSTILE_OWN], ends[HOSTILE_OTHER], quiet[HOSTILE_DONE], quiet[HOSTILE_ABORT]);
}

/* walk TABLES STEP N: stage 1 whose root, or whose next table, is where the guest may not read.
 * An address that is translated by it is read, written, fetched, cleaned, translated */
void hostile_walk(const uint64_t v[6])
{
	const uint64_t va = UINT64_C(0xffff000000000000);

	for (unsigned int i = 0; i < HOSTILE_ENDS; i++)
		ends[i] = quiet[i] = 0;
	shown = 0;
	for (uint64_t i = 0; i < v[2]; i++) {
		const uint64_t tables = v[0] + i * v[1];

		mmu_on();
		WRITE("TTBR1_EL1", tables);
		__asm__ volatile("isb\n\ttlbi vmalle1\n\tdsb sy\n\tisb" : : : "memory");
		try_all(va + 0x1000);
		WRITE("TTBR1_EL1", (uintptr_t)high);
		high[0] = tables | TABLE;
		__asm__ volatile("dsb sy\n\ttlbi vmalle1\n\tdsb sy\n\tisb" : : : "memory");
		try_all(va + 0x2000);
		hostile_calm();
	}
	SAY("walked", v[0], ends[HOSTILE_DONE], ends[HOSTILE_ABORT], ends[HOSTILE_UNDEFINED],
	    ends[HOSTILE_OWN], ends[HOSTILE_OTHER], quiet[HOSTILE_DONE], quiet[HOSTILE_ABORT]);
}

/* ---- a device that reads and writes by physical addresses. VIRTIO, 4.2.4, legacy */

enum {
	DEVICE_ID = 0x08,
	PAGE_SIZE = 0x28,
	QUEUE_NUM = 0x38,
	QUEUE_ALIGN = 0x3c,
	QUEUE_PFN = 0x40,
	QUEUE_NOTIFY = 0x50,
	STATUS = 0x70,
};

static _Alignas(4096) struct {
	struct {
		uint64_t addr;
		uint32_t len;
		uint16_t flags, next;
	} desc[4];
	uint16_t avail_flags, avail_idx, avail[4];
	_Alignas(4096) volatile uint16_t used_flags;
	volatile uint16_t used_idx;
} queue;

/* dma DEVICE ADDRESS N: let an entropy device write there. This guest's addresses are physical */
void hostile_dma(const uint64_t v[6])
{
	volatile uint32_t *const r = (volatile uint32_t *)(uintptr_t)v[0];
	const uint64_t begin = payload_ticks();

	r[STATUS / 4] = 0;
	r[STATUS / 4] = 3; /* ACKNOWLEDGE, DRIVER */
	r[PAGE_SIZE / 4] = 4096;
	r[QUEUE_NUM / 4] = 4;
	r[QUEUE_ALIGN / 4] = 4096;
	r[QUEUE_PFN / 4] = (uint32_t)((uintptr_t)&queue >> 12);
	r[STATUS / 4] = 7; /* DRIVER_OK */
	queue.desc[0].addr = v[1];
	queue.desc[0].len = (uint32_t)v[2];
	queue.desc[0].flags = 2; /* the device writes */
	queue.avail_idx = 1;
	__asm__ volatile("dsb sy" : : : "memory");
	r[QUEUE_NOTIFY / 4] = 0;
	while (queue.used_idx == 0 && payload_ticks() - begin < 20 * PAYLOAD_SECOND)
		;
	SAY("dma", r[DEVICE_ID / 4], queue.used_idx);
	r[STATUS / 4] = 0;
}
