/* SPDX-License-Identifier: BSD-2-Clause */
/* Any RAM, now or later, holes and windows of a PC: its MTRRs, read as a CPU reads them (SDM
 * 12.11), say write-back of all RAM and uncached of all devices; which is so at each address where
 * anything begins or ends. Input: words of 32 bits, little-endian. */
#include <aetherboot/x86.h>

#include <stdlib.h>
#include <string.h>

#include "../unit/checked.h"
#include "machine/machine_priv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define UC 0
#define WB 6
#define PAGE UINT64_C(4096)

static void require(bool holds)
{
	if (!holds)
		abort();
}

/* ---- a machine ------------------------------------------------------------------------------ */

struct words {
	const uint8_t *at;
	size_t n;
};

static uint32_t word(struct words *w)
{
	uint32_t v;

	if (w->n == 0)
		return 0;
	v = ab_ld_le32(w->at);
	w->at += 4;
	w->n--;
	return v;
}

/* A multiple of a page, of any magnitude up to 2^51. */
static uint64_t pages(struct words *w)
{
	const uint32_t v = word(w);

	return ((uint64_t)(v >> 5) << (v & 31) << 12) & ((UINT64_C(1) << 51) - 1);
}

#define RAM_MAX 12
#define DEVS_MAX 6

struct sample {
	struct ab_machine m;
	struct ab_ram ram[RAM_MAX];
	struct ab_dev devs[DEVS_MAX];
};

static void choose(struct sample *s, struct words *w)
{
	uint64_t at = 0;

	s->m.arch = AB_ARCH_X86_64;
	s->m.n_cpus = 1;
	s->m.phys_bits = (uint8_t)(36 + word(w) % 17);
	s->m.ram.at = s->ram;
	s->m.ram.n = 1 + word(w) % RAM_MAX;
	for (size_t i = 0; i < s->m.ram.n; i++) {
		at += i != 0 ? pages(w) : 0;
		s->ram[i] = (struct ab_ram){ at, pages(w), 0 };
		at += s->ram[i].size;
	}
	s->m.devs.at = s->devs;
	s->m.devs.n = word(w) % (DEVS_MAX + 1);
	for (size_t i = 0; i < s->m.devs.n; i++) {
		struct ab_dev *d = &s->devs[i];
		const uint32_t kind = word(w) % 3;

		if (kind == 0) {
			*d = (struct ab_dev){ AB_DEV_VIRTIO_MMIO, .base = pages(w), .irq = 16 };
			continue;
		}
		if (kind == 2) {
			*d = (struct ab_dev){ AB_DEV_HOTPLUG_RAM, .base = pages(w) };
			d->size = pages(w);
			continue;
		}
		*d = (struct ab_dev){ AB_DEV_PCIE_ECAM, .base = pages(w), .size = AB_MiB,
				      .pcie = { .segment = (uint16_t)i } };
		d->pcie.mmio32 = (struct ab_range){ pages(w), pages(w) };
		d->pcie.mmio64 = (struct ab_range){ pages(w), pages(w) };
	}
}

/* ---- a CPU ---------------------------------------------------------------------------------- */

static uint64_t msr(const struct ab_vcpu_x86 *c, uint32_t index)
{
	for (uint32_t i = 0; i < c->n_msrs; i++)
		if (c->msr[i].index == index)
			return c->msr[i].value;
	return 0;
}

/* SDM 12.11.2.2: of 64, 16 and 4 KiB */
static unsigned int fixed(const struct ab_vcpu_x86 *c, uint64_t at)
{
	if (at < 0x80000)
		return (uint8_t)(msr(c, 0x250) >> (at >> 16) * 8);
	if (at < 0xc0000)
		return (uint8_t)(msr(c, 0x258 + (uint32_t)(at >> 17 & 1)) >> (at >> 14 & 7) * 8);
	return (uint8_t)(msr(c, 0x268 + (uint32_t)(at >> 15 & 7)) >> (at >> 12 & 7) * 8);
}

/* SDM 12.11.4.1: where ranges overlap, UC wins */
static unsigned int type_of(const struct ab_vcpu_x86 *c, uint64_t at)
{
	const uint64_t deflt = msr(c, 0x2ff);
	unsigned int type = deflt & 0xff;
	bool found = false;

	require(deflt >> 11 & 1); /* MTRRs are on */
	if ((deflt >> 10 & 1) && at < AB_MiB)
		return fixed(c, at);
	for (uint32_t i = 0; i < 8; i++) {
		const uint64_t base = msr(c, 0x200 + 2 * i), mask = msr(c, 0x201 + 2 * i);
		const uint64_t bits = mask & ~(PAGE - 1);

		if (!(mask >> 11 & 1) || ((at ^ base) & bits) != 0)
			continue;
		type = found && type == UC ? UC : (unsigned int)(base & 0xff);
		found = true;
	}
	return type;
}

/* ---- what holds ----------------------------------------------------------------------------- */

static void check_at(const struct sample *s, const struct ab_vcpu_x86 *c, uint64_t at)
{
	struct ab_error overlap;

	if (at < AB_MiB || at >= ab_machine_phys_end_(&s->m)) {
		if (at < 0xa0000 || (at >= 0xc0000 && at < AB_MiB))
			require(type_of(c, at) == WB);
		else if (at < 0xc0000)
			require(type_of(c, at) == UC);
		return;
	}
	for (size_t i = 0; i < s->m.ram.n; i++)
		if (at - s->ram[i].base < s->ram[i].size) {
			require(type_of(c, at) == WB);
			return;
		}
	for (size_t i = 0; i < s->m.devs.n; i++)
		if (s->devs[i].type == AB_DEV_HOTPLUG_RAM &&
		    at - s->devs[i].base < s->devs[i].size) {
			require(type_of(c, at) == WB);
			return;
		}
	if (ab_machine_claims_(&s->m, at & ~(PAGE - 1), PAGE, &overlap))
		require(type_of(c, at) == UC);
}

static void check_edges(const struct sample *s, const struct ab_vcpu_x86 *c, uint64_t base,
			uint64_t size)
{
	if (size == 0)
		return;
	check_at(s, c, base);
	check_at(s, c, base - 1);
	check_at(s, c, base + size - 1);
	check_at(s, c, base + size);
	check_at(s, c, base + size / 2);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct sample s;
	struct words w = { data, size / 4 };
	struct ab_vcpu_x86 c;
	struct ab_error why;

	memset(&s, 0, sizeof(s));
	memset(&c, 0, sizeof(c));
	choose(&s, &w);
	if (check_machine(&s.m, NULL, &why) != AB_OK || !ab_x86_memory_types(&s.m, &c))
		return 0;
	for (size_t i = 0; i < s.m.ram.n; i++)
		check_edges(&s, &c, s.ram[i].base, s.ram[i].size);
	for (size_t i = 0; i < s.m.devs.n; i++) {
		const struct ab_dev *d = &s.devs[i];

		check_edges(&s, &c, ab_dev_base(d), ab_dev_size(d));
		check_edges(&s, &c, d->pcie.mmio32.base, d->pcie.mmio32.size);
		check_edges(&s, &c, d->pcie.mmio64.base, d->pcie.mmio64.size);
	}
	for (uint32_t i = 0; i < 8; i++)
		check_edges(&s, &c, msr(&c, 0x200 + 2 * i) & ~(PAGE - 1), PAGE);
	check_edges(&s, &c, 0xfec00000, PAGE);
	check_edges(&s, &c, 0xfee00000, PAGE);
	for (uint64_t at = 0; at <= AB_MiB; at += PAGE)
		check_at(&s, &c, at);
	return 0;
}
