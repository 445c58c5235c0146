/* SPDX-License-Identifier: BSD-2-Clause */
/* What Multiboot information says, of either version, and modules by any protocol that has them. */
#include "payload.h"

/* What the list says of a module. */
struct told {
	uint64_t base, size, cmdline;
};

static struct told told[4];
static uint32_t n_told;

void tell_module(uint64_t base, uint64_t size, uint64_t cmdline)
{
	if (n_told == 0) {
		given.initrd = base;
		given.initrd_size = size;
		check("initrd-cmdline", cmdline == 0 || ld8(cmdline) == 0, cmdline);
	}
	if (n_told < sizeof(told) / sizeof(told[0]))
		told[n_told] = (struct told){ base, size, cmdline };
	n_told++;
}

/* The initrd, then module i of 5000 - 904 * i bytes; byte k of it is (11 * k + i) mod 256. */
void check_modules(void)
{
	static const char *const words[] = { "first words", "", "third" };
	const uint32_t n = (uint32_t)option(" modules=", 0);
	const bool low = option(" low=", 0) != 0;
	uint64_t end = low ? kernel_end() : 0;

	if (!check("modules", n_told == n + (given.initrd_size != 0), n_told) || n > 3)
		return;
	for (uint32_t i = 0; i <= n && i < n_told; i++) {
		const struct told *m = &told[i];

		check("module-page", (m->base & 0xfff) == 0 && type_of(m->base) == 1, m->base);
		check("module-low", !low || (m->base >= end && m->base - end < 0x2000), m->base);
		end = m->base + m->size;
		if (i == 0)
			continue;
		check_is("module-size", m->size, 5000 - 904 * (i - 1));
		check("module-words", same(m->cmdline, words[i - 1]), m->cmdline);
		for (uint32_t k = 0; k < m->size; k++)
			if (ld8(m->base + k) != ((11 * k + i - 1) & 255)) {
				check("module-content", false, m->base + k);
				break;
			}
	}
}

#ifdef MULTIBOOT

/* What a BIOS leaves: COM1, 640 KiB, no EBDA; nothing else in the page. */
static void check_bda(void)
{
	check_is("bda-com1", ld16(0x400), 0x3f8);
	check_is("bda-memory", ld16(0x413), 640);
	check_is("bda-zero-0", first_nonzero(0, 0x400), 0x400);
	check_is("bda-zero-402", first_nonzero(0x402, 0x413), 0x413);
	check_is("bda-zero-415", first_nonzero(0x415, 0x1000), 0x1000);
}

/* The RSDP, as a guest without UEFI finds it. ACPI 5.2.5.1 */
static uint64_t scan_rsdp(void)
{
	for (uint64_t a = 0xe0000; a < 0x100000; a += 16)
		if (same(a, "RSD PTR "))
			return a;
	return 0;
}

/* mem_lower and mem_upper, by the map; in a kernel that finds it. */
static void check_memory(uint32_t lower, uint32_t upper)
{
	uint64_t end = 0x100000;

	for (uint32_t i = 0; i < given.map_entries; i++)
		if (ld32(map_at(i) + 16) == 1 && ld64(map_at(i)) <= end &&
		    ld64(map_at(i)) + ld64(map_at(i) + 8) > end)
			end = ld64(map_at(i)) + ld64(map_at(i) + 8);
	check_bda();
	check_is("mem-lower", lower, 640);
	check_is("mem-upper", upper, (end - 0x100000) >> 10);
}

/* MB1 3.3 */
void check_multiboot(uint64_t mbi)
{
	const uint32_t mods = ld32(mbi + 24), map = ld32(mbi + 48);

	check_is("mb-eax", regs[0], 0x2badb002);
	check("mb-ebx", mbi != 0 && (mbi & 7) == 0 && type_of(mbi) == 0, mbi);
	check_is("mb-flags", ld32(mbi), 1 << 0 | 1 << 2 | 1 << 3 | 1 << 6 | 1 << 9);
	check_is("mb-boot-device", ld32(mbi + 12), 0);
	check_is("mb-zero-28", first_nonzero(mbi + 28, mbi + 44), mbi + 44);
	check_is("mb-zero-52", first_nonzero(mbi + 52, mbi + 64), mbi + 64);
	check_is("mb-zero-68", first_nonzero(mbi + 68, mbi + 116), mbi + 116);
	check("mb-loader", same(ld32(mbi + 64), "aetherboot"), ld32(mbi + 64));
	given.cmdline = ld32(mbi + 16);
	given.map = map + 4;
	given.map_stride = 24;
	given.map_entries = ld32(mbi + 44) / 24;
	check_is("mb-mmap-length", ld32(mbi + 44) % 24, 0);
	for (uint32_t i = 0; i < given.map_entries; i++)
		check_is("mb-mmap-size", ld32(map + 24 * i), 20);
	check_memory(ld32(mbi + 4), ld32(mbi + 8));
	for (uint32_t i = 0; i < ld32(mbi + 20); i++) {
		const uint32_t m = mods + 16 * i;

		tell_module(ld32(m), ld32(m + 4) - ld32(m), ld32(m + 8));
		check_is("mb-mod-reserved", ld32(m + 12), 0);
	}
	given.rsdp = scan_rsdp();
}

/* MB2 3.6 */
void check_multiboot2(uint64_t mbi)
{
	const uint64_t end = mbi + ld32(mbi);
	uint32_t seen = 0, lower = 0, upper = 0;
	uint64_t copy = 0;

	check_is("mb2-eax", regs[0], 0x36d76289);
	check("mb2-ebx", mbi != 0 && (mbi & 7) == 0, mbi);
	check_is("mb2-reserved", ld32(mbi + 4), 0);
	given.map_stride = 24;
	for (uint64_t a = mbi + 8; a < end; a = (a + ld32(a + 4) + 7) & ~UINT64_C(7)) {
		const uint32_t type = ld32(a), size = ld32(a + 4);

		if (!check("mb2-tag-size", size >= 8 && size <= end - a, size))
			return;
		check("mb2-tag-once", type == 3 || (seen >> type & 1) == 0, type);
		seen |= 1u << type;
		if (type == 0) {
			check_is("mb2-end-size", size, 8);
			check_is("mb2-total-size", a + 8, end);
		} else if (type == 1) {
			given.cmdline = a + 8;
		} else if (type == 2) {
			check("mb2-loader", same(a + 8, "aetherboot") && size == 19, size);
		} else if (type == 3) {
			tell_module(ld32(a + 8), ld32(a + 12) - ld32(a + 8), a + 16);
		} else if (type == 4) {
			lower = ld32(a + 8);
			upper = ld32(a + 12);
		} else if (type == 6) {
			check_is("mb2-mmap-entry-size", ld32(a + 8), 24);
			check_is("mb2-mmap-version", ld32(a + 12), 0);
			given.map = a + 16;
			given.map_entries = (size - 16) / 24;
		} else if (type == 15) {
			check_is("mb2-rsdp-size", size, 8 + 36);
			copy = a + 8;
		}
	}
	check_memory(lower, upper);
	given.rsdp = scan_rsdp();
	check_is("mb2-tags", seen & ~(1u << 3),
		 1u << 0 | 1u << 1 | 1u << 2 | 1u << 4 | 1u << 6 | (given.rsdp != 0) << 15);
	for (uint32_t i = 0; given.rsdp != 0 && copy != 0 && i < 36; i++)
		if (ld8(copy + i) != ld8(given.rsdp + i))
			check("mb2-rsdp", false, i);
}

#endif
