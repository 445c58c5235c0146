/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * A guest that checks what it was given and says so on the serial port, a line a check:
 *
 *     OK name | FAIL name value ... PAYLOAD PASS | PAYLOAD FAIL count     (in hexadecimal)
 *
 * then resets by the i8042. Few and plain instructions: it also runs on software KVMs. The same
 * source makes a 64-bit and a 32-bit guest, each as an ELF, as a bzImage (FLAT, BZIMAGE) and as a
 * flat binary (FLAT).
 *
 * The command line must begin with "payload"; then, all optional, what the loader cannot know:
 *     initrd=N   one initrd of N bytes, of which byte i is (7 * i + i / 256) mod 256
 *     ram=N      bytes of RAM in all
 *     acpi=0|1   no RSDP, or one        mp=1  an MP table too      seed=1  SETUP_RNG_SEED
 *     mtrr=0     do not look at MTRRs
 *     modules=N  N modules behind the initrd (multiboot.c)   low=1  they follow the kernel
 * Numbers are decimal or 0x hexadecimal.
 */
#include "payload.h"

static uint8_t sum(uint64_t a, uint32_t n)
{
	uint8_t s = 0;

	while (n-- != 0)
		s = (uint8_t)(s + ld8(a++));
	return s;
}

uint64_t first_nonzero(uint64_t a, uint64_t end)
{
	while (a < end) {
		if ((a & 3) == 0 && end - a >= 4 && ld32(a) == 0)
			a += 4;
		else if (ld8(a) == 0)
			a++;
		else
			break;
	}
	return a;
}

uint64_t kernel_end(void)
{
	return (uintptr_t)image_end + MB_BSS;
}

static void check_cmdline(void)
{
	if (check("cmdline-address", given.cmdline != 0 && reachable(given.cmdline), given.cmdline))
		check("cmdline-content", same(given.cmdline, "payload"), ld32(given.cmdline));
}

static void check_initrd(void)
{
	const uint64_t want = option(" initrd=", UINT64_MAX);

	if (want != UINT64_MAX)
		check_is("initrd-size", given.initrd_size, want);
	if (given.initrd_size == 0) {
		check_is("initrd-none", given.initrd, 0);
		return;
	}
	if (!check("initrd-address",
		   given.initrd != 0 && reachable(given.initrd + given.initrd_size),
		   given.initrd) ||
	    want == UINT64_MAX)
		return;
	for (uint64_t i = 0; i < given.initrd_size; i++) {
		if (i == 128 && given.initrd_size > 256)
			i = given.initrd_size - 128;
		if (ld8(given.initrd + i) != (uint8_t)(7 * i + (i >> 8))) {
			check("initrd-content", false, i);
			return;
		}
	}
	check("initrd-content", true, 0);
}

/* ---- memory map -------------------------------------------------------------------------- */

static void check_map(void)
{
	const uint64_t want = option(" ram=", 0);
	uint64_t end = 0, ram = 0, wrong = 0;

	if (!check("map-entries", given.map_entries != 0 && given.map_entries <= 128,
		   given.map_entries))
		return;
	for (uint32_t i = 0; i < given.map_entries; i++) {
		const uint64_t base = ld64(map_at(i)), size = ld64(map_at(i) + 8);
		const uint32_t type = ld32(map_at(i) + 16);

		if (base < end || size == 0 || base + size < base || type == 0 || type > 4)
			wrong = wrong != 0 ? wrong : i + 1;
		end = base + size;
		ram += type == 1 ? size : 0;
	}
	check_is("map-sorted", wrong, 0);
	if (want != 0) /* the rest is the legacy hole and tables */
		check("map-ram", ram <= want && want - ram <= 0x200000, ram);
	check_is("map-0", type_of(0), 1);
	check_is("map-639k", type_of(0x9fbff), 1);
	check("map-legacy-hole", type_of(0xa0000) != 1 && type_of(0xfffff) != 1, 0);
	check_is("map-payload", type_of((uintptr_t)&payload), 1);
	if (given.initrd_size != 0)
		check_is("map-initrd", type_of(given.initrd), 1);
}

/* ---- ACPI and MP ------------------------------------------------------------------------- */

static bool check_table(const char *name, uint64_t a, const char *signature)
{
	const uint32_t len = ld32(a + 4);

	if (signature != NULL && !same(a, signature))
		return check(name, false, ld32(a));
	for (unsigned int i = 0; i < 4; i++)
		if (ld8(a + i) < '0' || ld8(a + i) > 'Z')
			return check(name, false, ld32(a));
	if (len < 36 || len > 0x100000)
		return check(name, false, len);
	return check(name, len > 512 || sum(a, len) == 0, a);
}

static void check_acpi(void)
{
	const uint64_t want = option(" acpi=", 2);
	uint64_t xsdt;

	if (want != 2)
		check("rsdp-presence", (given.rsdp != 0) == (want != 0), given.rsdp);
	if (given.rsdp == 0 || !reachable(given.rsdp))
		return;
	check("rsdp-signature", same(given.rsdp, "RSD PTR "), ld32(given.rsdp));
	check_is("rsdp-revision", ld8(given.rsdp + 15), 2);
	check_is("rsdp-length", ld32(given.rsdp + 20), 36);
	check_is("rsdp-sum-20", sum(given.rsdp, 20), 0);
	check_is("rsdp-sum-36", sum(given.rsdp, 36), 0);
	check("rsdp-reserved", type_of(given.rsdp) != 1, given.rsdp);
	xsdt = ld64(given.rsdp + 24);
	if (!check("xsdt-address", xsdt != 0 && reachable(xsdt) && type_of(xsdt) != 1, xsdt) ||
	    !check_table("xsdt", xsdt, "XSDT"))
		return;
	for (uint64_t a = xsdt + 36; a < xsdt + ld32(xsdt + 4); a += 8)
		check_table("xsdt-entry", ld64(a), NULL);
}

static void check_mp(void)
{
	uint64_t a = 0xf0000, t;

	if (option(" mp=", 0) == 0)
		return;
	while (a < 0x100000 && !same(a, "_MP_"))
		a += 16;
	if (!check("mp-pointer", a < 0x100000, a))
		return;
	check_is("mp-pointer-sum", sum(a, 16), 0);
	t = ld32(a + 4);
	check("mp-table", same(t, "PCMP"), t);
	check_is("mp-table-sum", sum(t, ld16(t + 4)), 0);
	check("mp-reserved", type_of(a) != 1 && type_of(t) != 1, t);
}

/* ---- what was loaded --------------------------------------------------------------------- */

static uint64_t bad_word(const uint32_t *words)
{
	uint32_t want = 1;

	for (unsigned int i = 0; i < 64; i++, want += 0x9e3779b1)
		if (((const volatile uint32_t *)words)[i] != want)
			return i + 1;
	return 0;
}

static void check_segments_loaded(void)
{
	check_is("data-segment", bad_word(near_pattern), 0);
	check_is("mb-bss", first_nonzero(kernel_end() - MB_BSS, kernel_end()), kernel_end());
#ifndef BZIMAGE
	const uint64_t bss = (uintptr_t)bss_start;

	check_is("bss-zero", first_nonzero(bss, bss + 0x1000), bss + 0x1000);
#endif
#ifndef FLAT
	const uint64_t z = (uintptr_t)zeros;

	check_is("far-segment", bad_word(far_pattern), 0);
	check_is("zeros-segment", first_nonzero(z, z + 0x400), z + 0x400);
	check_is("zeros-segment-end", first_nonzero(z + 0xfc00, z + 0x10000), z + 0x10000);
#endif
}

/* ---- zero page and start_info ------------------------------------------------------------ */

static void check_setup_data(uint64_t a)
{
	bool seed = false;
	unsigned int n = 0;

	for (; a != 0 && n < 64; n++) {
		if ((a & 7) != 0 || !reachable(a)) {
			check("setup-data-node", false, a);
			return;
		}
		seed = seed || (ld32(a + 8) == 9 && ld32(a + 12) >= 32);
		a = ld64(a);
	}
	check("setup-data-ends", n < 64, a);
	if (option(" seed=", 0) != 0)
		check("setup-data-seed", seed, n);
}

static void check_header(uint64_t zp)
{
	check_is("hdr-sentinel", ld8(zp + 0x1ef), 0);
	check_is("hdr-boot-flag", ld16(zp + 0x1fe), 0xaa55);
	check("hdr-magic", same(zp + 0x202, "HdrS"), ld32(zp + 0x202));
	check_is("hdr-version", ld16(zp + 0x206), 0x20f);
	check_is("hdr-type-of-loader", ld8(zp + 0x210), 0xff);
	check_is("hdr-loadflags", ld8(zp + 0x211), 0x01);
#ifdef BZIMAGE
	check_is("hdr-cmdline-size", ld32(zp + 0x238), 1234);
	check_is("hdr-code32-start", ld32(zp + 0x214), 0x1000000);
	check_is("hdr-pref-address", ld64(zp + 0x258), 0x1000000);
	check_is("hdr-setup-sects", ld8(zp + 0x1f1), 1);
	check_is("hdr-init-size", ld32(zp + 0x260), 0x100000);
#else
	check_is("hdr-cmdline-size", ld32(zp + 0x238), 2047);
	check_is("hdr-xloadflags", ld16(zp + 0x236), LONG ? 3 : 0);
	check_is("hdr-initrd-addr-max", ld32(zp + 0x22c), LONG ? 0x7fffffff : 0x37ffffff);
#endif
	check_is("hdr-subarch", ld32(zp + 0x23c), 0);
}

static void check_zero_page(uint64_t zp)
{
	const uint32_t header_end = 0x202 + ld8(zp + 0x201);
	const struct {
		const char *name;
		uint32_t from, to;
	} rows[] = {
		{ "zero-000", 0x000, 0x070 },
		{ "zero-078", 0x078, 0x0c0 },
		{ "zero-0cc", 0x0cc, 0x1e8 },
		{ "zero-1e9", 0x1e9, 0x1f1 },
		{ "zero-hdr", header_end, 0x2d0 },
		{ "zero-map", 0x2d0 + 20 * ld8(zp + 0x1e8), 0x1000 },
	};

	check_header(zp);
	for (unsigned int i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		check_is(rows[i].name, first_nonzero(zp + rows[i].from, zp + rows[i].to),
			 zp + rows[i].to);
	given.rsdp = ld64(zp + 0x70);
	given.initrd = ld32(zp + 0x218) | (uint64_t)ld32(zp + 0xc0) << 32;
	given.initrd_size = ld32(zp + 0x21c) | (uint64_t)ld32(zp + 0xc4) << 32;
	given.cmdline = ld32(zp + 0x228) | (uint64_t)ld32(zp + 0xc8) << 32;
	given.map = zp + 0x2d0;
	given.map_entries = ld8(zp + 0x1e8);
	given.map_stride = 20;
	check_setup_data(ld64(zp + 0x250));
}

static void check_start_info(uint64_t si)
{
	const uint64_t mod = ld64(si + 16);

	check_is("pvh-magic", ld32(si), 0x336ec578);
	check_is("pvh-version", ld32(si + 4), 1);
	check_is("pvh-flags", ld32(si + 8), 0);
	check_is("pvh-reserved", ld32(si + 52), 0);
	given.cmdline = ld64(si + 24);
	given.rsdp = ld64(si + 32);
	given.map = ld64(si + 40);
	given.map_entries = ld32(si + 48);
	given.map_stride = 24;
	for (uint32_t i = 0; i < ld32(si + 12); i++) {
		tell_module(ld64(mod + 32 * i), ld64(mod + 32 * i + 8), ld64(mod + 32 * i + 16));
		check_is("pvh-module-reserved", ld64(mod + 32 * i + 24), 0);
	}
}

void payload(enum entry how)
{
	check_segments_loaded();
	check_segments();
	check_control(how);
	if (how == ENTRY_PVH)
		check_start_info(regs[RBX]);
#ifdef MULTIBOOT
	else if (how == ENTRY_MULTIBOOT)
		check_multiboot(regs[RBX]);
	else if (how == ENTRY_MULTIBOOT2)
		check_multiboot2(regs[RBX]);
#endif
	else
		check_zero_page(regs[RSI]);
	check_cmdline();
	check_map();
	check_initrd();
	if (how != ENTRY_LINUX)
		check_modules();
	check_paging();
	check_acpi();
	check_mp();
	check_memory_types();
	say(failed() == 0 ? "PAYLOAD PASS" : "PAYLOAD FAIL ");
	if (failed() != 0)
		say_hex(failed());
	say("\n");
	outb(0x64, 0xfe);
	for (;;)
		__asm__ volatile("hlt");
}
