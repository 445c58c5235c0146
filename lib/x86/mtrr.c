/* SPDX-License-Identifier: BSD-2-Clause */
/* PAT and MTRRs: RAM is write-back, also where it may be added later; device addresses are
 * uncached. */
#include <aetherboot/x86.h>

#include "layout.h"
#include "../machine/machine_priv.h"

/* SDM 12.11.2, 12.12.4 */
#define MSR_PHYSBASE0 0x200
#define MSR_FIX64K_00000 0x250
#define MSR_FIX16K_80000 0x258
#define MSR_FIX4K_C0000 0x268
#define MSR_PAT 0x277
#define MSR_DEF_TYPE 0x2ff

#define PAIRS 8 /* variable ranges; KVM and every 64-bit CPU have at least 8 */
#define PAT_RESET UINT64_C(0x0007040600070406) /* WB, WT, UC-, UC, twice */
#define UC 0
#define WB 6
#define WB_ALL UINT64_C(0x0606060606060606) /* eight fixed ranges */
#define DEF_TYPE_FE (1u << 10) /* fixed ranges enabled */
#define DEF_TYPE_E (1u << 11) /* MTRRs enabled */
#define MASK_VALID (1u << 11)

/* Naturally aligned power-of-two blocks. @n is PAIRS + 1 if the arrays have no room for all. */
struct cover {
	uint64_t base[PAIRS];
	uint64_t size[PAIRS];
	unsigned int n;
};

static void put_msr(struct ab_vcpu_x86 *cpu, uint32_t index, uint64_t value)
{
	if (cpu->n_msrs < AB_X86_MSRS_MAX)
		cpu->msr[cpu->n_msrs++] = (struct ab_x86_msr){ index, value };
}

static void put_block(struct cover *c, uint64_t base, uint64_t size)
{
	if (c->n < PAIRS) {
		c->base[c->n] = base;
		c->size[c->n] = size;
	}
	c->n++;
}

/* Lower *@at to the first byte of [base, base + size) that is at or above @pos, if there is one. */
static void nearer(uint64_t base, uint64_t size, uint64_t pos, uint64_t *at)
{
	if (size != 0 && base + size > pos && (base > pos ? base : pos) < *at)
		*at = base > pos ? base : pos;
}

/* Lowest address of a device at or above @pos; UINT64_MAX: none. */
static uint64_t next_device(const struct ab_machine *m, uint64_t pos)
{
	uint64_t at = UINT64_MAX;

	nearer(AB_PC_LAPIC, AB_PC_LAPIC_SIZE, pos, &at);
	if (ab_machine_dev(m, AB_DEV_IOAPIC, 0) == NULL)
		nearer(AB_PC_IOAPIC, AB_PC_IOAPIC_SIZE, pos, &at);
	for (size_t i = 0; i < m->devs.n; i++) {
		const struct ab_dev *d = &m->devs.at[i];

		/* where nothing is, nothing is read: not worth one of few pairs */
		if (d->type == AB_DEV_HOTPLUG_RAM || d->type == AB_DEV_RESERVED)
			continue;
		nearer(ab_dev_base(d), ab_dev_size(d), pos, &at); /* ports are below any @pos */
		for (size_t k = 0; k < ab_dev_windows_(d); k++) {
			const struct ab_range r = ab_dev_window_(d, k).r;

			nearer(r.base, r.size, pos, &at);
		}
	}
	return at;
}

/* A machine's RAM reaches 1 MiB, so all of it is write-back except the video window. From 0xc0000
 * on it contains the tables that guests scan for. SDM 12.11.2.2 */
static void fixed(struct ab_vcpu_x86 *cpu)
{
	put_msr(cpu, MSR_FIX64K_00000, WB_ALL);
	put_msr(cpu, MSR_FIX16K_80000, WB_ALL);
	put_msr(cpu, MSR_FIX16K_80000 + 1, UC); /* 0xa0000 */
	for (uint32_t i = 0; i < 8; i++)
		put_msr(cpu, MSR_FIX4K_C0000 + i, WB_ALL);
}

/* Cover [base, end) exactly. */
static void cover_range(struct cover *c, uint64_t base, uint64_t end)
{
	uint64_t size;

	for (; base < end && c->n <= PAIRS; base += size) {
		for (size = 4096; size <= (end - base) / 2 && (base & size) == 0;)
			size *= 2;
		put_block(c, base, size);
	}
}

/* Cover RAM exactly, and the ranges where it may be added later. */
static struct cover cover_ram(const struct ab_machine *m)
{
	const struct ab_dev *d = NULL;
	struct cover c = { .n = 0 };
	uint64_t base, end;

	for (size_t i = 0; i < m->ram.n && c.n <= PAIRS; i++) {
		base = m->ram.at[i].base;
		end = base + m->ram.at[i].size;
		while (i + 1 < m->ram.n && m->ram.at[i + 1].base == end)
			end += m->ram.at[++i].size;
		cover_range(&c, base, end);
	}
	while ((d = ab_machine_next_(m, AB_DEV_HOTPLUG_RAM, d)) != NULL)
		cover_range(&c, d->base, d->base + d->size);
	return c;
}

/* Narrow the hole [*lo, *hi) around @at to what is beside a range of RAM. */
static void beside(uint64_t base, uint64_t size, uint64_t at, uint64_t *lo, uint64_t *hi)
{
	if (base > at)
		*hi = base < *hi ? base : *hi;
	else
		*lo = base + size > *lo ? base + size : *lo;
}

/* Find the largest block without RAM that contains @at, which is above 1 MiB. */
static void grow_hole(const struct ab_machine *m, uint64_t at, uint64_t *base, uint64_t *size)
{
	const uint64_t top = ab_machine_phys_end_(m);
	const struct ab_dev *d = NULL;
	uint64_t lo = 0, hi = top;

	for (size_t i = 0; i < m->ram.n && hi == top; i++)
		beside(m->ram.at[i].base, m->ram.at[i].size, at, &lo, &hi);
	while ((d = ab_machine_next_(m, AB_DEV_HOTPLUG_RAM, d)) != NULL)
		beside(d->base, d->size, at, &lo, &hi);
	*size = 4096;
	*base = at & ~(*size - 1);
	while (*size < top && (at & ~(2 * *size - 1)) >= lo &&
	       (at & ~(2 * *size - 1)) + 2 * *size <= hi) {
		*size *= 2;
		*base = at & ~(*size - 1);
	}
}

/* Cover every device by blocks without RAM. */
static struct cover cover_devices(const struct ab_machine *m)
{
	struct cover c = { .n = 0 };
	uint64_t base, size, at;

	for (at = next_device(m, AB_X86_HIGH); at != UINT64_MAX && c.n <= PAIRS;
	     at = next_device(m, base + size)) {
		grow_hole(m, at, &base, &size);
		put_block(&c, base, size);
	}
	return c;
}

bool ab_x86_memory_types(const struct ab_machine *m, struct ab_vcpu_x86 *cpu)
{
	const uint64_t top = ab_machine_phys_end_(m);
	struct cover c = cover_ram(m);
	const bool default_uc = c.n <= PAIRS;

	if (!default_uc)
		c = cover_devices(m);
	put_msr(cpu, MSR_PAT, PAT_RESET);
	fixed(cpu);
	for (unsigned int i = 0; i < c.n && i < PAIRS; i++) {
		put_msr(cpu, MSR_PHYSBASE0 + 2 * i, c.base[i] | (default_uc ? WB : UC));
		put_msr(cpu, MSR_PHYSBASE0 + 2 * i + 1,
			(~(c.size[i] - 1) & (top - 1)) | MASK_VALID); /* SDM 12.11.3 */
	}
	put_msr(cpu, MSR_DEF_TYPE, DEF_TYPE_E | DEF_TYPE_FE | (default_uc ? UC : WB));
	return c.n <= PAIRS;
}
