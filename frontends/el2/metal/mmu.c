/* SPDX-License-Identifier: BSD-2-Clause */
#include "mmu.h"
#include "layout.h"
#include "metal.h"

/* Descriptors of the EL2 regime. DDI0487, D8.3 */
#define VALID 1
#define TABLE 2 /* below the last level; on the last one: a page */
#define AP_RES1 (1 << 6)
#define AP_READ_ONLY (1 << 7)
#define SH_INNER (3 << 8)
#define AF (1 << 10)
#define XN (UINT64_C(1) << 54)
#define ADDRESS UINT64_C(0x0000fffffffff000)

/* MAIR_EL2: attribute 0 normal write-back, 1 device nGnRE */
#define MAIR 0x04ff
/* TCR_EL2: T0SZ 16, IRGN0 and ORGN0 write-back, SH0 inner, TG0 4 KiB, RES1 23 and 31 */
#define TCR 0x80803510
#define TCR_PS 16

#define VA_BITS 48
#define ENTRIES 512
#define TABLES 48

static const uint64_t attributes[] = {
	[EL2_MAP_CODE] = AF | SH_INNER | AP_READ_ONLY | AP_RES1 | 0 << 2,
	[EL2_MAP_CONST] = AF | SH_INNER | AP_READ_ONLY | AP_RES1 | 0 << 2 | XN,
	[EL2_MAP_DATA] = AF | SH_INNER | AP_RES1 | 0 << 2 | XN,
	[EL2_MAP_DEVICE] = AF | AP_RES1 | 1 << 2 | XN,
};

/* The root is the first. In .bss, so that they map nothing; caches are off until el2_mmu_on(). */
static _Alignas(EL2_PAGE) volatile uint64_t tables[TABLES][ENTRIES];
static unsigned int n_tables = 1;

static unsigned int pa_bits(void)
{
	static const uint8_t bits[] = { 32, 36, 40, 42, 44, 48 };
	uint64_t range = EL2_READ(ID_AA64MMFR0_EL1) & 15;

	return range < sizeof(bits) ? bits[range] : VA_BITS;
}

/* The table of the next level behind an entry; NULL: the entry maps a block, or there is no table
 * left. */
static volatile uint64_t *next_table(volatile uint64_t *entry)
{
	if ((*entry & VALID) != 0)
		return (*entry & TABLE) != 0 ? (volatile uint64_t *)(uintptr_t)(*entry & ADDRESS)
					     : NULL;
	if (n_tables == TABLES)
		return NULL;
	*entry = (uintptr_t)tables[n_tables] | TABLE | VALID;
	return tables[n_tables++];
}

bool el2_map(uint64_t base, uint64_t size, enum el2_map what)
{
	uint64_t at = base & ~UINT64_C(0xfff), end;

	if (!ab_add(base, size, &end) || !ab_align_up(end, EL2_PAGE, &end) ||
	    end > UINT64_C(1) << pa_bits())
		return false;
	while (at < end) {
		volatile uint64_t *table = tables[0], *entry;
		unsigned int shift = VA_BITS - 9;
		uint64_t step;

		for (;; shift -= 9) {
			entry = &table[at >> shift & (ENTRIES - 1)];
			step = UINT64_C(1) << shift;
			if (shift == 12 || (*entry & (VALID | TABLE)) == VALID)
				break;
			if (shift <= 30 && *entry == 0 && ab_is_aligned(at, step) &&
			    end - at >= step)
				break;
			if ((table = next_table(entry)) == NULL)
				return false;
		}
		if (*entry == 0)
			*entry = at | attributes[what] | (shift == 12 ? TABLE : 0) | VALID;
		at = (at & ~(step - 1)) + step;
	}
	/* an entry that was invalid is in no TLB */
	__asm__ volatile("dsb ishst\n\tisb" : : : "memory");
	return true;
}

void el2_mmu_join(void)
{
	uint64_t range = EL2_READ(ID_AA64MMFR0_EL1) & 15;

	/* 48 bits are the most without 52-bit descriptors */
	el2_mmu_on(MAIR, TCR | (range < 5 ? range : 5) << TCR_PS, (uintptr_t)tables[0]);
}

static bool map_image(void)
{
#define PART(begin, end, what)                                                                     \
	el2_map((uintptr_t)(begin), (uintptr_t)(end) - (uintptr_t)(begin), what)
	if (!PART(_start, rodata_start, EL2_MAP_CODE) ||
	    !PART(rodata_start, data_start, EL2_MAP_CONST) ||
	    !PART(data_start, el2_stacks, EL2_MAP_DATA) ||
	    !PART(el2_stacks + EL2_STACKS_SIZE, _end, EL2_MAP_DATA))
		return false;
	/* the first page of each stack stays invalid */
	for (unsigned int i = 0; i < EL2_CPUS_MAX; i++)
		if (!PART(el2_stacks + i * EL2_STACK_STRIDE + EL2_PAGE,
			  el2_stacks + (i + 1) * EL2_STACK_STRIDE, EL2_MAP_DATA))
			return false;
#undef PART
	return true;
}

void el2_mmu_start(uint64_t uart)
{
	if (!map_image() || !el2_map(uart, EL2_PAGE, EL2_MAP_DEVICE))
		el2_halt("the image lies above the CPU's physical addresses");
	el2_mmu_join();
}
