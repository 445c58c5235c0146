/* SPDX-License-Identifier: BSD-2-Clause */
/* Interrupts and CPUs: registers of the GIC, SGIs, PSCI, and floods of each. */
#include "gic.h"
#include "hostile.h"

#define DIST (payload_info.gic_dist.base)
#define REDIST (payload_info.redist.at[0].base)
#define CPUS ((uint32_t)payload_info.cpus.n)

extern uint64_t hostile_strays[2];

static void set(uint64_t at, unsigned int size, uint64_t v)
{
	switch (size) {
	case 0:
		__asm__ volatile("strb %w0, [%1]" : : "r"(v), "r"(at) : "memory");
		break;
	case 1:
		__asm__ volatile("strh %w0, [%1]" : : "r"(v), "r"(at) : "memory");
		break;
	case 2:
		__asm__ volatile("str %w0, [%1]" : : "r"(v), "r"(at) : "memory");
		break;
	default:
		__asm__ volatile("str %0, [%1]" : : "r"(v), "r"(at) : "memory");
		break;
	}
}

static uint64_t get(uint64_t at, unsigned int size)
{
	uint64_t v;

	switch (size) {
	case 0:
		__asm__ volatile("ldrb %w0, [%1]" : "=r"(v) : "r"(at) : "memory");
		break;
	case 1:
		__asm__ volatile("ldrh %w0, [%1]" : "=r"(v) : "r"(at) : "memory");
		break;
	case 2:
		__asm__ volatile("ldr %w0, [%1]" : "=r"(v) : "r"(at) : "memory");
		break;
	default:
		__asm__ volatile("ldr %0, [%1]" : "=r"(v) : "r"(at) : "memory");
		break;
	}
	return v;
}

/* All registers of a frame: with 1s, then with anything, then read. */
static uint64_t frame(uint64_t base, uint64_t size)
{
	uint64_t n = 0;

	for (uint64_t off = 0; off < size; off += 4) {
		/* behind the known ones only some: they are all the same */
		if (off >= 0x1000 && off < 0x6000 && off % 0x100 != 0)
			continue;
		for (unsigned int width = 0; width < 4; width++) {
			if ((base + off) % (UINT64_C(1) << width) != 0)
				continue;
			set(base + off, width, ~UINT64_C(0));
			set(base + off, width, hostile_random());
			(void)get(base + off, width);
			n += 3;
		}
	}
	return n;
}

/* All registers of a GICv2's CPU interface, which has no others than words. */
static uint64_t interface_frame(void)
{
	uint64_t n = 0;

	for (uint64_t off = 0; off < payload_info.gic_cpu.size; off += 4, n += 3) {
		set(payload_info.gic_cpu.base + off, 2, ~UINT64_C(0));
		set(payload_info.gic_cpu.base + off, 2, hostile_random());
		(void)get(payload_info.gic_cpu.base + off, 2);
	}
	return n;
}

/* gic ROUNDS: all registers of the distributor, and of each CPU's redistributor or, on a GICv2, of
 * the CPU's interface */
void hostile_gic(const uint64_t v[6])
{
	uint64_t n = 0;

	for (uint64_t i = 0; i < v[0]; i++) {
		n += frame(DIST, payload_info.gic_dist.size);
		if (gic_v2())
			n += interface_frame();
		for (uint32_t cpu = 0; cpu < CPUS && !gic_v2(); cpu++) {
			n += frame(REDIST + cpu * 0x20000, 0x1000);
			n += frame(REDIST + cpu * 0x20000 + 0xff00, 0x100);
			n += frame(REDIST + cpu * 0x20000 + 0x10000, 0x10000);
		}
		/* what is pending is taken, and let be active */
		hostile_icc_on();
		for (unsigned int k = 0; k < 1100; k++) {
			const uint64_t taken = hostile_icc_take();

			if (hostile_icc_intid(taken) >= 1020)
				break;
			hostile_icc_deactivate(hostile_random() & 0x3ff);
			if (k % 3 == 0)
				hostile_icc_end(taken);
		}
	}
	hostile_calm();
	SAY("registers", n);
}

/* ---- other CPUs */

static _Alignas(16) uint8_t stacks[8][1024];
static struct {
	uint64_t starts; /* that this CPU saw */
	uint64_t sgis[16];
	uint64_t tickets[8]; /* CPU_ONs by this CPU that succeeded */
} cpus[8]; /* each is written by its own CPU */
static uint32_t doing; /* 0: SGIs, 1: PSCI, 2: floods, 3: PSCI of the last CPU */
static uint32_t stop;

static uint32_t self(void)
{
	uint64_t v;

	__asm__ volatile("mrs %0, MPIDR_EL1" : "=r"(v));
	return (uint32_t)v & 0xff;
}

static int64_t switch_on(uint32_t cpu)
{
	return payload_psci(PSCI_CPU_ON, cpu, (uintptr_t)hostile_second,
			    (uintptr_t)stacks[cpu + 1]);
}

/* All SGIs of this CPU are enabled, of one priority, and inactive. */
static void interface_on(void)
{
	const uint64_t base = gic_private(self());

	set(DIST, 2, gic_v2() ? 1 : 2);
	set(base + 0x380, 2, 0xffff); /* GICR_ICACTIVER0 */
	set(base + 0x280, 2, 0xffff); /* GICR_ICPENDR0 */
	for (unsigned int i = 0; i < 16; i += 4)
		set(base + 0x400 + i, 2, 0x80808080);
	set(base + 0x100, 2, 0xffff); /* GICR_ISENABLER0 */
	hostile_icc_on();
}

static void take_sgis(void)
{
	const uint64_t taken = hostile_icc_take(), intid = hostile_icc_intid(taken);

	if (intid < 16) {
		cpus[self()].sgis[intid]++;
		hostile_icc_end(taken); /* of a GICv2 with its source */
	}
}

/* Switch others on, or the last one only, and ask. */
static void race(uint32_t me, uint64_t n, bool duel)
{
	uint64_t r = n * 0x9e3779b9 + me;

	for (uint64_t i = 0; i < n && __atomic_load_n(&stop, __ATOMIC_RELAXED) == 0; i++) {
		uint32_t other;
		int64_t status;

		r = r * UINT64_C(6364136223846793005) + 1442695040888963407;
		other = duel ? CPUS - 1 : (uint32_t)(r >> 40) % CPUS;
		status = switch_on(other);
		if (status == 0)
			cpus[me].tickets[other]++;
		else if (status != -4 && status != -5)
			SAY("FAILED: CPU_ON", other, (uint64_t)status);
		status = duel ? 0 : payload_psci(PSCI_AFFINITY_INFO, other, 0, 0);
		if (status < 0 || status > 2)
			SAY("FAILED: AFFINITY_INFO", other, (uint64_t)status);
	}
}

void hostile_other(void)
{
	const uint32_t me = self();

	cpus[me].starts++;
	switch (__atomic_load_n(&doing, __ATOMIC_SEQ_CST)) {
	case 1:
		race(me, 8, false);
		break;
	case 3:
		if (me != CPUS - 1)
			race(me, UINT64_MAX, true);
		break;
	case 2: /* interrupts for the others, whose ends it does not tell */
		interface_on();
		while (__atomic_load_n(&stop, __ATOMIC_RELAXED) == 0)
			hostile_icc_send_others(payload_ticks() % 16);
		break;
	default:
		interface_on();
		while (__atomic_load_n(&stop, __ATOMIC_RELAXED) == 0)
			take_sgis();
		break;
	}
	(void)payload_psci(PSCI_CPU_OFF, 0, 0, 0);
}

static void others_on(uint32_t what)
{
	stop = 0;
	__atomic_store_n(&doing, what, __ATOMIC_SEQ_CST);
	for (uint32_t i = 1; i < CPUS; i++)
		cpus[0].tickets[i] += switch_on(i) == 0;
}

static void others_off(void)
{
	bool any = true;

	__atomic_store_n(&stop, 1, __ATOMIC_SEQ_CST);
	while (any) { /* one that is on may switch on another */
		any = false;
		for (uint32_t i = 1; i < CPUS; i++)
			any = any || payload_psci(PSCI_AFFINITY_INFO, i, 0, 0) != 1;
	}
}

/* Each CPU_ON that succeeded is a start. Returns how many there were. */
static uint64_t count_starts(void)
{
	uint64_t all = 0;

	for (uint32_t i = 1; i < CPUS; i++) {
		uint64_t tickets = 0;

		for (uint32_t k = 0; k < CPUS; k++)
			tickets += cpus[k].tickets[i];
		if (tickets != cpus[i].starts)
			SAY("FAILED: starts", i, tickets, cpus[i].starts);
		all += tickets;
	}
	return all;
}

/* psci N STARTS: all CPUs switch each other on and themselves off; then all switch on the last one,
 * which switches itself off, until it has had so many starts */
void hostile_psci(const uint64_t v[6])
{
	for (uint32_t i = 0; i < CPUS; i++) {
		cpus[i].starts = 0;
		for (uint32_t k = 0; k < CPUS; k++)
			cpus[i].tickets[k] = 0;
	}
	for (unsigned int duel = 0; duel < 2; duel++) {
		others_on(duel != 0 ? 3 : 1);
		if (duel == 0)
			race(0, v[0], false);
		else
			while (*(volatile uint64_t *)&cpus[CPUS - 1].starts < v[1])
				race(0, 16, true);
		others_off();
	}
	if (hostile_strays[0] != 0)
		SAY("FAILED: exception", hostile_strays[0]);
	SAY("races", CPUS, count_starts());
}

/* sgis N: to addresses that are not its CPUs', and to each that is, by any bits that have no
 * meaning */
void hostile_sgis(const uint64_t v[6])
{
	uint64_t sent = 0, wrong = 0, lost = 0;

	for (uint32_t i = 0; i < CPUS; i++)
		for (unsigned int k = 0; k < 16; k++)
			cpus[i].sgis[k] = 0;
	others_on(0);
	for (uint64_t i = 0; i < v[0]; i++)
		hostile_icc_send_astray(CPUS, i);
	for (uint32_t i = 1; i < CPUS; i++)
		for (unsigned int k = 0; k < 16; k++)
			wrong += cpus[i].sgis[k];
	/* one at a time, so none is merged with another */
	for (uint32_t i = 1; i < CPUS; i++)
		for (unsigned int k = 0; k < 16; k++) {
			const uint64_t before = __atomic_load_n(&cpus[i].sgis[k], __ATOMIC_SEQ_CST);
			const uint64_t begin = payload_ticks();

			hostile_icc_send(i, k);
			sent++;
			while (__atomic_load_n(&cpus[i].sgis[k], __ATOMIC_SEQ_CST) == before)
				if (payload_ticks() - begin > 5 * PAYLOAD_SECOND) {
					lost++;
					break;
				}
		}
	others_off();
	SAY("sgis", CPUS, wrong, lost, sent);
}

/* ---- floods */

/* print N: characters without and with an end of line */
void hostile_print(const uint64_t v[6])
{
	for (uint64_t i = 0; i < v[0]; i++)
		payload_put(i % 4096 < 3072 ? "~" : i % 2 == 0 ? "~" : "\n");
	payload_put("\n");
	SAY("printed", v[0]);
}

/* trap N: of each kind in turn */
void hostile_trap(const uint64_t v[6])
{
	for (uint64_t i = 0; i < v[0]; i++) {
		(void)payload_hvc(0xffffffff);
		(void)get(DIST + 0x104, 2);
		(void)get(payload_info.uart.reg.base + 0x18, 2);
		hostile_icc_trap();
		__asm__ volatile("msr ACTLR_EL1, xzr");
		hostile_try.x[0] = 0;
		hostile_run(hostile_accesses[2].code, HOSTILE_EL1);
	}
	SAY("trapped", v[0]);
}

/* storm N: SGIs and timers of all CPUs, of which none is ever ended, for N ms */
void hostile_storm(const uint64_t v[6])
{
	const uint64_t begin = payload_ticks();
	uint64_t n = 0;

	others_on(2);
	interface_on();
	set(gic_private(0) + GICD_ISENABLER, 2, 0xffffffff);
	while (payload_ticks() - begin < v[0] * (PAYLOAD_SECOND / 1000)) {
		WRITE("CNTV_CVAL_EL0", 0);
		WRITE("CNTV_CTL_EL0", 1);
		WRITE("CNTP_CVAL_EL0", 0);
		WRITE("CNTP_CTL_EL0", 1);
		hostile_icc_send_others(n % 16);
		n += hostile_icc_intid(hostile_icc_take()) < 1020;
		if (n % 64 == 0) /* a register of its priorities is full: from the beginning */
			hostile_icc_forget();
	}
	others_off();
	hostile_calm();
	SAY("stormed", n != 0);
}

/* ---- who does nothing, and must not be disturbed */

static uint64_t end_of_ram(void)
{
	return payload_info.memory.at[0].base + payload_info.memory.at[0].size;
}

extern char _end[];

/* stand: fill memory behind the program, but for the last 64 KiB, with a pattern; enable all
 * interrupts; wait for one, which never comes */
void hostile_stand(const uint64_t v[6])
{
	uint64_t intid;

	for (uint64_t at = (uintptr_t)_end; at < end_of_ram(); at += 8) {
		const volatile uint64_t *word = (const volatile uint64_t *)(uintptr_t)at;

		if (*word == 0)
			*(volatile uint64_t *)(uintptr_t)at = at ^ v[0];
	}
	for (uint32_t i = 4; i < 128; i += 4)
		set(DIST + 0x100 + i, 2, ~UINT64_C(0));
	set(DIST, 2, gic_v2() ? 1 : 2);
	set(gic_private(0) + GICD_ISENABLER, 2, ~UINT64_C(0));
	hostile_icc_on();
	payload_put("standing\n");
	do {
		__asm__ volatile("wfi");
		intid = hostile_icc_pending();
	} while (intid == 1023);
	SAY("FAILED: interrupt", intid);
}
