/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * An arm64 guest that checks what it was given and says so on the PL011, a line a check:
 *
 *     OK name | FAIL name value ... PAYLOAD PASS | PAYLOAD FAIL     (in hexadecimal)
 *
 * then switches off by PSCI. Its caller gives it an initrd, and a command line that begins with
 * "quiet".
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define UART 0x9000000
#define LINKED 0x80801230 /* where it is linked */

extern const uint64_t regs[31];
extern const volatile uint32_t last_words[64];

static volatile uint8_t bss[0x10000];
static bool failed;

void payload(uint64_t at);

static void say(const char *s)
{
	while (*s != '\0')
		*(volatile uint32_t *)UART = (uint8_t)*s++;
}

static void check(const char *name, bool ok, uint64_t value)
{
	say(ok ? "OK " : "FAIL ");
	say(name);
	if (!ok) {
		failed = true;
		say(" 0x");
		for (int shift = 60; shift >= 0; shift -= 4) {
			const char digit[2] = { "0123456789abcdef"[value >> shift & 15], '\0' };

			say(digit);
		}
	}
	say("\n");
}

#define SYSREG(name)                                                                               \
	({                                                                                         \
		uint64_t v;                                                                        \
		__asm__ volatile("mrs %0, " #name : "=r"(v));                                      \
		v;                                                                                 \
	})

/* ARM64BOOT 4: "Call the kernel image". */
static void check_cpu(uint64_t at)
{
	uint64_t other = 0;

	check("entry", at == LINKED + 0x40, at);
	for (int i = 1; i < 31; i++)
		other |= regs[i];
	check("x1-x30", other == 0, other);
	check("el1", SYSREG(CurrentEL) == 0x4, SYSREG(CurrentEL));
	check("daif", SYSREG(DAIF) == 0x3c0, SYSREG(DAIF));
	check("sp-el1", SYSREG(SPSel) == 1, SYSREG(SPSel));
	check("mmu-off", (SYSREG(SCTLR_EL1) & 0x1005) == 0, SYSREG(SCTLR_EL1)); /* M, C, I */
}

/* The file's bytes, and the zeros behind them. */
static void check_memory(void)
{
	uint32_t want = 1;
	uint64_t wrong = 0;

	for (uint64_t i = 0; i < 64; i++, want += 0x9e3779b1)
		if (last_words[i] != want)
			wrong = wrong != 0 ? wrong : i + 1;
	check("last-words", wrong == 0, wrong);
	wrong = 0;
	for (uint64_t i = 0; i < sizeof(bss); i++)
		if (bss[i] != 0)
			wrong = wrong != 0 ? wrong : i + 1;
	check("bss-zero", wrong == 0, wrong);
}

/* ---- the device tree: DTSPEC 5 ------------------------------------------------------------ */

static uint32_t be32(uint64_t at)
{
	const volatile uint8_t *p = (const volatile uint8_t *)at;

	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static bool same(uint64_t at, const char *text, bool whole)
{
	const volatile char *p = (const volatile char *)at;

	while (*text != '\0')
		if (*p++ != *text++)
			return false;
	return !whole || *p == '\0';
}

/* Find the first property of a name; 0: there is none. */
static uint64_t property(uint64_t tree, const char *name)
{
	uint64_t at = tree + be32(tree + 8), names = tree + be32(tree + 12);

	for (;;) {
		const uint32_t token = be32(at);

		if (token == 1) { /* FDT_BEGIN_NODE */
			at += 4;
			while (*(const volatile char *)at != '\0')
				at++;
			at = (at + 4) & ~UINT64_C(3);
		} else if (token == 3) { /* FDT_PROP */
			if (same(names + be32(at + 8), name, true))
				return at + 12;
			at = (at + 12 + be32(at + 4) + 3) & ~UINT64_C(3);
		} else if (token == 2 || token == 4) {
			at += 4;
		} else {
			return 0;
		}
	}
}

/* A property of one cell or of two, whose length is before its value. */
static uint64_t number(uint64_t at)
{
	return be32(at - 8) == 4 ? be32(at) : (uint64_t)be32(at) << 32 | be32(at + 4);
}

static void check_tree(uint64_t tree)
{
	uint64_t line, start, end;

	check("tree-aligned", tree != 0 && tree % 8 == 0, tree);
	check("tree-magic", be32(tree) == 0xd00dfeed, be32(tree));
	check("tree-size", be32(tree + 4) <= 0x200000, be32(tree + 4));
	line = property(tree, "bootargs");
	check("bootargs", line != 0 && same(line, "quiet", false), line);
	start = property(tree, "linux,initrd-start");
	end = property(tree, "linux,initrd-end");
	check("initrd", start != 0 && end != 0, start);
	if (start == 0 || end == 0)
		return;
	start = number(start);
	end = number(end);
	check("initrd-place", start % 4096 == 0 && end > start, start);
	check("initrd-content", same(start, "070701", false) || be32(start) >> 16 == 0x1f8b,
	      be32(start));
}

void payload(uint64_t at)
{
	say("AB payload\n");
	check_cpu(at);
	check_memory();
	check_tree(regs[0]);
	say(failed ? "PAYLOAD FAIL\n" : "PAYLOAD PASS\n");
}
