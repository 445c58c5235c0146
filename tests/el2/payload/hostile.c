/* SPDX-License-Identifier: BSD-2-Clause */
/* The commands of a guest that attacks, and what they share. */
#include "hostile.h"
#include "el2/guest.h"
#include "el2/libc.h"

struct hostile_try hostile_try;

static uint64_t random_state = UINT64_C(0x9e3779b97f4a7c15);

uint64_t hostile_random(void)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 7;
	random_state ^= random_state << 17;
	return random_state;
}

void hostile_say(const char *name, unsigned int n, const uint64_t *v)
{
	payload_put(name);
	for (unsigned int i = 0; i < n; i++)
		payload_put_hex(" ", v[i]);
	payload_put("\n");
}

enum hostile_end hostile_end(void)
{
	const uint64_t class = hostile_try.esr >> 26, status = hostile_try.esr & 0x3f;

	if (class == 0x15)
		return HOSTILE_DONE;
	if (class == 0)
		return HOSTILE_UNDEFINED;
	if (class != 0x20 && class != 0x21 && class != 0x24 && class != 0x25)
		return HOSTILE_OTHER;
	if (status == 0x10)
		return HOSTILE_ABORT;
	/* address size, translation, access flag and permission, each of four levels; alignment */
	return status < 0x10 || status == 0x21 ? HOSTILE_OWN : HOSTILE_OTHER;
}

/* the state that el2_reset() gives, with SIMD */
#define SCTLR 0x30d00800

void hostile_calm(void)
{
	WRITE("SCTLR_EL1", SCTLR);
	WRITE("CPACR_EL1", 0x3330000); /* SIMD, SVE and SME: EL1 lets all pass */
	WRITE("MDSCR_EL1", 0);
	WRITE("CNTKCTL_EL1", 0);
	WRITE("CNTV_CTL_EL0", 0);
	WRITE("CNTP_CTL_EL0", 0);
	hostile_icc_off();
	__asm__ volatile("isb" : : : "memory");
}

/* ---- generated code */

static _Alignas(4096) uint32_t codes[2 * HOSTILE_CODES];

uintptr_t hostile_code(unsigned int nth)
{
	return (uintptr_t)&codes[2 * nth];
}

void hostile_write_code(unsigned int nth, uint32_t instruction)
{
	((volatile uint32_t *)codes)[2 * nth] = instruction;
	((volatile uint32_t *)codes)[2 * nth + 1] = 0xd4000001; /* SVC #0 */
}

void hostile_code_ready(void)
{
	uint64_t ctr, line;

	__asm__ volatile("mrs %0, CTR_EL0" : "=r"(ctr));
	line = (uint64_t)4 << (ctr >> 16 & 15);
	for (uintptr_t at = (uintptr_t)codes; at < (uintptr_t)codes + sizeof(codes); at += line)
		__asm__ volatile("dc cvau, %0" : : "r"(at) : "memory");
	__asm__ volatile("dsb ish\n\tic iallu\n\tdsb ish\n\tisb" : : : "memory");
}

/* ---- commands */

static void nothing(const uint64_t v[6])
{
	SAY("nothing", v[0]);
}

static const struct {
	const char *name;
	hostile_command *run;
} commands[] = {
	{ "nothing", nothing },     { "touch", hostile_touch }, { "walk", hostile_walk },
	{ "hvcs", hostile_hvcs },   { "dma", hostile_dma },     { "ids", hostile_ids },
	{ "sys", hostile_sys },     { "gic", hostile_gic },     { "sgis", hostile_sgis },
	{ "psci", hostile_psci },   { "print", hostile_print }, { "trap", hostile_trap },
	{ "storm", hostile_storm }, { "stand", hostile_stand }, { "call", hostile_call },
	{ "bound", hostile_bound }, { "icc", hostile_icc },
};

/* PL011: data; flags with RXFE; mask of interrupts: without them a receiver takes nothing */
#define UART(off) (*(volatile uint32_t *)(uintptr_t)(payload_info.uart.reg.base + (off)))

/* A manager sleeps until something is typed; an attacker's interrupts are spoilt. */
static void rest(void)
{
	static bool enabled;

	if (payload_info.memory.at[0].base == EL2_IPA_RAM)
		return;
	payload_gic_init(); /* hostile_calm() disables it */
	if (!enabled) {
		payload_gic_enable(EL2_INTID_UART, false);
		enabled = true;
	}
	__asm__ volatile("wfi");
	(void)payload_gic_take();
}

static void read_line(char *line, size_t size)
{
	size_t n = 0;

	for (;;) {
		char c;

		while ((UART(0x18) & 0x10) != 0)
			rest();
		c = (char)UART(0);
		if (c == '\n')
			break;
		if (n < size - 1)
			line[n++] = c;
	}
	line[n] = '\0';
}

static uint64_t number(const char **at)
{
	uint64_t v = 0;

	while (**at == ' ')
		(*at)++;
	for (; **at > ' '; (*at)++)
		v = v << 4 | (uint64_t)(**at >= 'a' ? **at - 'a' + 10 : **at - '0');
	return v;
}

static void execute(const char *line)
{
	for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
		const size_t n = strlen(commands[i].name);
		const char *at = line + n;
		uint64_t v[6];

		if (memcmp(line, commands[i].name, n) != 0 || line[n] > ' ')
			continue;
		for (unsigned int k = 0; k < 6; k++)
			v[k] = number(&at);
		commands[i].run(v);
		return;
	}
	payload_put("FAILED: no such command\n");
}

void payload_hostile(void)
{
	static char line[128];

	WRITE("VBAR_EL1", (uintptr_t)hostile_vectors);
	hostile_calm();
	UART(0x38) = 0x50;
	for (;;) {
		payload_put("ready\n");
		memset(line, 0, sizeof(line));
		read_line(line, sizeof(line));
		if (memcmp(line, "off", 3) == 0)
			break;
		execute(line);
	}
}
