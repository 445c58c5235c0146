/* SPDX-License-Identifier: BSD-2-Clause */
/* What the payload asks its CPU. */
#include "payload.h"

static uint64_t rdmsr(uint32_t msr)
{
	uint32_t lo, hi;

	__asm__ volatile("rdmsr" : "=a"(lo), "=d"(hi) : "c"(msr));
	return lo | (uint64_t)hi << 32;
}

#define READ(name, insn)                                                                           \
	static unsigned long name(void)                                                            \
	{                                                                                          \
		unsigned long v = 0;                                                               \
		__asm__ volatile(insn : "=r"(v));                                                  \
		return v;                                                                          \
	}
READ(cr0, "mov %%cr0, %0")
READ(cr3, "mov %%cr3, %0")
READ(cr4, "mov %%cr4, %0")
READ(cs, "mov %%cs, %0")
READ(ds, "mov %%ds, %0")
READ(es, "mov %%es, %0")
READ(ss, "mov %%ss, %0")

void check_segments(void)
{
	struct {
		uint8_t bytes[2 + 8];
	} gdtr = { { 0 } };
	uint64_t base = 0;

	__asm__ volatile("sgdt %0" : "=m"(gdtr));
	for (unsigned int i = LONG ? 8 : 4; i-- != 0;)
		base = base << 8 | gdtr.bytes[2 + i];
	check_is("cs", cs() & 0xffff, 0x10);
	check_is("ds", ds() & 0xffff, 0x18);
	check_is("es", es() & 0xffff, 0x18);
	check_is("ss", ss() & 0xffff, 0x18);
	if (!check("gdt-limit", (gdtr.bytes[0] | gdtr.bytes[1] << 8) >= 0x1f, gdtr.bytes[0]))
		return;
	check_is("gdt-null", ld64(base), 0);
	check_is("gdt-code", ld64(base + 0x10), LONG ? 0x00af9b000000ffff : 0x00cf9b000000ffff);
	check_is("gdt-data", ld64(base + 0x18), 0x00cf93000000ffff);
}

void check_control(enum entry how)
{
	check("if-off", (flags & 0x200) == 0, flags);
	check("df-off", (flags & 0x400) == 0, flags);
	if (LONG) {
		check("cr0", (cr0() & 0x80000001) == 0x80000001, cr0());
		check("cr4-pae", (cr4() & 0x20) != 0, cr4());
		check("efer", (rdmsr(0xc0000080) & 0x500) == 0x500, rdmsr(0xc0000080));
		return;
	}
	check("cr0", (cr0() & 0x80000001) == 0x00000001, cr0());
	check_is("cr4", cr4(), 0);
	if (how != ENTRY_LINUX)
		return;
	check_is("ebp", regs[RBP], 0);
	check_is("edi", regs[RDI], 0);
	check_is("ebx", regs[RBX], 0);
}

/* Translate as the CPU does; ~0: not mapped, or not writable. */
static uint64_t walk(uint64_t la)
{
	uint64_t table = cr3() & 0x000ffffffffff000;

	for (int shift = (cr4() & 0x1000) != 0 ? 48 : 39; shift >= 12; shift -= 9) {
		const uint64_t e = ld64(table + 8 * (la >> shift & 511));
		const uint64_t page = UINT64_C(1) << shift;

		if ((e & 3) != 3)
			return UINT64_MAX;
		table = e & 0x000ffffffffff000;
		if (shift == 12 || (shift <= 30 && (e & 0x80) != 0))
			return (table & ~(page - 1)) | (la & (page - 1));
	}
	return UINT64_MAX;
}

void check_paging(void)
{
	const struct {
		const char *name;
		uint64_t la;
	} rows[] = {
		{ "walk-0", 0 },
		{ "walk-payload", (uintptr_t)&payload },
		{ "walk-boot-params", regs[RSI] },
		{ "walk-cmdline", given.cmdline },
		{ "walk-initrd", given.initrd },
		{ "walk-initrd-end",
		  given.initrd_size != 0 ? given.initrd + given.initrd_size - 1 : 0 },
		{ "walk-rsdp", given.rsdp },
		{ "walk-tables", cr3() & ~0xffful },
	};

	for (unsigned int i = 0; LONG && i < sizeof(rows) / sizeof(rows[0]); i++)
		check(rows[i].name, walk(rows[i].la) == rows[i].la, walk(rows[i].la));
}

/* SDM 12.11.4.1, for the types that a loader would use. */
static uint32_t memory_type(uint64_t a)
{
	const uint64_t def = rdmsr(0x2ff);
	uint32_t type = (uint32_t)def & 0xff;
	bool found = false;

	if (a < 0x80000)
		return (uint32_t)(rdmsr(0x250) >> (a >> 16) * 8) & 0xff;
	if (a < 0xc0000)
		return (uint32_t)(rdmsr(0x258 + (a >= 0xa0000)) >> (a >> 14 & 7) * 8) & 0xff;
	if (a < 0x100000)
		return (uint32_t)(rdmsr(0x268 + ((uint32_t)(a - 0xc0000) >> 15)) >>
				  (a >> 12 & 7) * 8) &
		       0xff;
	for (uint32_t i = 0; i < 8; i++) {
		const uint64_t base = rdmsr(0x200 + 2 * i), mask = rdmsr(0x201 + 2 * i);

		if ((mask & 0x800) == 0 || ((a ^ base) & mask & ~UINT64_C(0xfff)) != 0)
			continue;
		if (!found || (base & 0xff) == 0)
			type = (uint32_t)base & 0xff;
		found = true;
	}
	return type;
}

void check_memory_types(void)
{
	uint64_t wrong = 0;

	if (option(" mtrr=", 1) == 0)
		return;
	check_is("pat", rdmsr(0x277), 0x0007040600070406);
	check_is("mtrr-on", rdmsr(0x2ff) & 0xc00, 0xc00);
	check_is("mtrr-payload", memory_type((uintptr_t)&payload), 6);
	check_is("mtrr-lapic", memory_type(0xfee00000), 0);
	check_is("mtrr-ioapic", memory_type(0xfec00000), 0);
	check_is("mtrr-video", memory_type(0xa0000), 0);
	check_is("mtrr-rom", memory_type(0xe0000), 6);
	for (uint32_t i = 0; i < given.map_entries; i++) {
		const uint64_t base = ld64(map_at(i)), last = base + ld64(map_at(i) + 8) - 1;

		if (ld32(map_at(i) + 16) == 1 && (memory_type(base) != 6 || memory_type(last) != 6))
			wrong = wrong != 0 ? wrong : base + 1;
	}
	check_is("mtrr-ram", wrong, 0);
}
