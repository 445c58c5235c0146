/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * A guest that checks what it was given and says so on the serial port, a line a check:
 *
 *     OK name | FAIL name value ... PAYLOAD PASS | PAYLOAD FAIL count     (in hexadecimal)
 *
 * then resets by the i8042. Few and plain instructions: it also runs on software KVMs. The same
 * source makes a 64-bit and a 32-bit guest, each as an ELF and as a bzImage (FLAT).
 *
 * The command line must begin with "payload"; then, all optional, what the loader cannot know:
 *     initrd=N   one initrd of N bytes, of which byte i is (7 * i + i / 256) mod 256
 *     ram=N      bytes of RAM in all
 *     acpi=0|1   no RSDP, or one        mp=1  an MP table too      seed=1  SETUP_RNG_SEED
 *     mtrr=0     do not look at MTRRs
 * Numbers are decimal or 0x hexadecimal.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum entry { ENTRY_LINUX = 1, ENTRY_PVH = 2 };

/* start.S */
extern const unsigned long regs[8]; /* rax rcx rdx rbx rsp rbp rsi rdi */
extern const unsigned long flags;
extern const uint32_t near_pattern[64];
extern const unsigned char bss_start[0x1000];
#ifndef FLAT
extern const uint32_t far_pattern[64];
extern const unsigned char zeros[0x10000];
#endif
enum { RBX = 3, RBP = 5, RSI = 6, RDI = 7 };

void payload(enum entry how);

#define LONG (sizeof(long) == 8)

/* What both kinds of hand-over say. */
static uint64_t cmdline, initrd, initrd_size, rsdp, map;
static uint32_t map_entries, map_stride;

/* ---- output ------------------------------------------------------------------------------ */

static unsigned int failures;

static void outb(uint16_t port, uint8_t v)
{
	__asm__ volatile("outb %0, %1" : : "a"(v), "Nd"(port));
}

static void say(const char *s)
{
	while (*s != '\0')
		outb(0x3f8, (uint8_t)*s++);
}

static void say_hex(uint64_t v)
{
	unsigned int digits = 1;

	while (digits < 16 && v >> (4 * digits) != 0)
		digits++;
	say("0x");
	while (digits-- != 0)
		outb(0x3f8, (uint8_t) "0123456789abcdef"[v >> (4 * digits) & 15]);
}

static bool check(const char *name, bool ok, uint64_t value)
{
	say(ok ? "OK " : "FAIL ");
	say(name);
	if (!ok) {
		say(" ");
		say_hex(value);
		failures++;
	}
	say("\n");
	return ok;
}

static void check_is(const char *name, uint64_t value, uint64_t want)
{
	check(name, value == want, value);
}

/* ---- memory ------------------------------------------------------------------------------ */

static const volatile uint8_t *at(uint64_t gpa)
{
	return (const volatile uint8_t *)(uintptr_t)gpa;
}

static uint32_t ld8(uint64_t a)
{
	return *at(a);
}

static uint32_t ld16(uint64_t a)
{
	return *(const volatile uint16_t *)at(a);
}

static uint32_t ld32(uint64_t a)
{
	return *(const volatile uint32_t *)at(a);
}

static uint64_t ld64(uint64_t a)
{
	return ld32(a) | (uint64_t)ld32(a + 4) << 32;
}

static bool reachable(uint64_t a)
{
	return LONG || a <= UINT32_MAX;
}

static uint8_t sum(uint64_t a, uint32_t n)
{
	uint8_t s = 0;

	while (n-- != 0)
		s = (uint8_t)(s + ld8(a++));
	return s;
}

/* First address in [a, end) whose byte is not 0, or end. */
static uint64_t first_nonzero(uint64_t a, uint64_t end)
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

static bool same(uint64_t a, const char *text)
{
	while (*text != '\0')
		if (ld8(a++) != (uint8_t)*text++)
			return false;
	return true;
}

/* ---- command line ------------------------------------------------------------------------ */

static uint64_t number(uint64_t a)
{
	const bool hex = same(a, "0x");
	uint64_t v = 0;

	for (a += hex ? 2 : 0;; a++) {
		const uint32_t c = ld8(a);

		if (c >= '0' && c <= '9')
			v = (hex ? v << 4 : (v << 3) + (v << 1)) + (c - '0');
		else if (hex && c >= 'a' && c <= 'f')
			v = (v << 4) + (c - 'a' + 10);
		else
			return v;
	}
}

/* Value of " key=", or dflt. */
static uint64_t option(const char *key, uint64_t dflt)
{
	const char *k = key;

	if (cmdline == 0 || !reachable(cmdline))
		return dflt;
	for (uint64_t a = cmdline; ld8(a) != '\0'; a++) {
		k = *k == (char)ld8(a) ? k + 1 : *key == (char)ld8(a) ? key + 1 : key;
		if (*k == '\0')
			return number(a + 1);
	}
	return dflt;
}

static void check_cmdline(void)
{
	if (check("cmdline-address", cmdline != 0 && reachable(cmdline), cmdline))
		check("cmdline-content", same(cmdline, "payload"), ld32(cmdline));
}

static void check_initrd(void)
{
	const uint64_t want = option(" initrd=", UINT64_MAX);

	if (want != UINT64_MAX)
		check_is("initrd-size", initrd_size, want);
	if (initrd_size == 0) {
		check_is("initrd-none", initrd, 0);
		return;
	}
	if (!check("initrd-address", initrd != 0 && reachable(initrd + initrd_size), initrd) ||
	    want == UINT64_MAX)
		return;
	for (uint64_t i = 0; i < initrd_size; i++) {
		if (i == 128 && initrd_size > 256)
			i = initrd_size - 128;
		if (ld8(initrd + i) != (uint8_t)(7 * i + (i >> 8))) {
			check("initrd-content", false, i);
			return;
		}
	}
	check("initrd-content", true, 0);
}

/* ---- memory map -------------------------------------------------------------------------- */

static uint64_t map_at(uint32_t i)
{
	return map + (uint64_t)i * map_stride;
}

/* What the map says of an address; 0: nothing. */
static uint32_t type_of(uint64_t a)
{
	for (uint32_t i = 0; i < map_entries; i++)
		if (a >= ld64(map_at(i)) && a - ld64(map_at(i)) < ld64(map_at(i) + 8))
			return ld32(map_at(i) + 16);
	return 0;
}

static void check_map(void)
{
	const uint64_t want = option(" ram=", 0);
	uint64_t end = 0, ram = 0, wrong = 0;

	if (!check("map-entries", map_entries != 0 && map_entries <= 128, map_entries))
		return;
	for (uint32_t i = 0; i < map_entries; i++) {
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
	if (initrd_size != 0)
		check_is("map-initrd", type_of(initrd), 1);
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
		check("rsdp-presence", (rsdp != 0) == (want != 0), rsdp);
	if (rsdp == 0 || !reachable(rsdp))
		return;
	check("rsdp-signature", same(rsdp, "RSD PTR "), ld32(rsdp));
	check_is("rsdp-revision", ld8(rsdp + 15), 2);
	check_is("rsdp-length", ld32(rsdp + 20), 36);
	check_is("rsdp-sum-20", sum(rsdp, 20), 0);
	check_is("rsdp-sum-36", sum(rsdp, 36), 0);
	check("rsdp-reserved", type_of(rsdp) != 1, rsdp);
	xsdt = ld64(rsdp + 24);
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

/* ---- the CPU ----------------------------------------------------------------------------- */

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

static void check_segments(void)
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

static void check_control(enum entry how)
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
	if (how == ENTRY_PVH)
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

static void check_paging(void)
{
	const struct {
		const char *name;
		uint64_t la;
	} rows[] = {
		{ "walk-0", 0 },
		{ "walk-payload", (uintptr_t)&payload },
		{ "walk-boot-params", regs[RSI] },
		{ "walk-cmdline", cmdline },
		{ "walk-initrd", initrd },
		{ "walk-initrd-end", initrd_size != 0 ? initrd + initrd_size - 1 : 0 },
		{ "walk-rsdp", rsdp },
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

static void check_memory_types(void)
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
	for (uint32_t i = 0; i < map_entries; i++) {
		const uint64_t base = ld64(map_at(i)), last = base + ld64(map_at(i) + 8) - 1;

		if (ld32(map_at(i) + 16) == 1 && (memory_type(base) != 6 || memory_type(last) != 6))
			wrong = wrong != 0 ? wrong : base + 1;
	}
	check_is("mtrr-ram", wrong, 0);
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
#ifndef FLAT
	const uint64_t bss = (uintptr_t)bss_start, z = (uintptr_t)zeros;

	check_is("far-segment", bad_word(far_pattern), 0);
	check_is("bss-zero", first_nonzero(bss, bss + 0x1000), bss + 0x1000);
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
#ifdef FLAT
	check_is("hdr-cmdline-size", ld32(zp + 0x238), 1234);
	check_is("hdr-code32-start", ld32(zp + 0x214), 0x1000000);
	check_is("hdr-pref-address", ld64(zp + 0x258), 0x1000000);
	check_is("hdr-setup-sects", ld8(zp + 0x1f1), 1);
	check_is("hdr-init-size", ld32(zp + 0x260), 0x100000);
#else
	check_is("hdr-cmdline-size", ld32(zp + 0x238), 2047);
	check("hdr-xloadflags", (ld16(zp + 0x236) & 3) == 3, ld16(zp + 0x236));
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
	rsdp = ld64(zp + 0x70);
	initrd = ld32(zp + 0x218) | (uint64_t)ld32(zp + 0xc0) << 32;
	initrd_size = ld32(zp + 0x21c) | (uint64_t)ld32(zp + 0xc4) << 32;
	cmdline = ld32(zp + 0x228) | (uint64_t)ld32(zp + 0xc8) << 32;
	map = zp + 0x2d0;
	map_entries = ld8(zp + 0x1e8);
	map_stride = 20;
	check_setup_data(ld64(zp + 0x250));
}

static void check_start_info(uint64_t si)
{
	const uint64_t mod = ld64(si + 16);

	check_is("pvh-magic", ld32(si), 0x336ec578);
	check_is("pvh-version", ld32(si + 4), 1);
	check_is("pvh-flags", ld32(si + 8), 0);
	check("pvh-modules", ld32(si + 12) <= 1, ld32(si + 12));
	check_is("pvh-reserved", ld32(si + 52), 0);
	if (ld32(si + 12) != 0) {
		initrd = ld64(mod);
		initrd_size = ld64(mod + 8);
		check_is("pvh-module-reserved", ld64(mod + 24), 0);
	}
	cmdline = ld64(si + 24);
	rsdp = ld64(si + 32);
	map = ld64(si + 40);
	map_entries = ld32(si + 48);
	map_stride = 24;
}

void payload(enum entry how)
{
	check_segments_loaded();
	check_segments();
	check_control(how);
	if (how == ENTRY_PVH)
		check_start_info(regs[RBX]);
	else
		check_zero_page(regs[RSI]);
	check_cmdline();
	check_map();
	check_initrd();
	check_paging();
	check_acpi();
	check_mp();
	check_memory_types();
	say(failures == 0 ? "PAYLOAD PASS" : "PAYLOAD FAIL ");
	if (failures != 0)
		say_hex(failures);
	say("\n");
	outb(0x64, 0xfe);
	for (;;)
		__asm__ volatile("hlt");
}
