/* SPDX-License-Identifier: BSD-2-Clause */
/* Calls that a guest may not make, or that do not exist. */
#include "hostile.h"
#include "el2/calls.h"

#define HVC(imm) (0xd4000002u | (uint32_t)(imm) << 5)
#define SMC(imm) (0xd4000003u | (uint32_t)(imm) << 5)
#define VERSION 0x80000000u /* SMCCC_VERSION: what any other immediate must not answer */

/* hvcs SMC FIRST N: each immediate */
void hostile_hvcs(const uint64_t v[6])
{
	uint64_t unknown = 0, answered = 0, caught = 0, last = 0;

	for (uint64_t at = v[1]; at < v[1] + v[2]; at += HOSTILE_CODES) {
		for (unsigned int i = 0; i < HOSTILE_CODES; i++)
			hostile_write_code(i, v[0] != 0 ? SMC(at + i) : HVC(at + i));
		hostile_code_ready();
		for (unsigned int i = 0; i < HOSTILE_CODES; i++) {
			hostile_try.x[0] = VERSION;
			hostile_run(hostile_code(i), HOSTILE_EL1);
			if (hostile_end() != HOSTILE_DONE) {
				caught++;
			} else if (hostile_try.x[0] == ~UINT64_C(0)) {
				unknown++;
			} else {
				answered++;
				last = at + i;
			}
		}
	}
	SAY("immediates", v[0], unknown, answered, last, caught);
}

/* Function ids by their place in a list: the type in bits 31:30, the owner, the number. Owners 0 to
 * 6 and 48 to 63 have all numbers, others the first 256 */
#define FULL 0x10000u
#define FEW 0x100u
#define PER_TYPE (23 * FULL + 41 * FEW)

static uint32_t function(uint64_t nth)
{
	const uint32_t type = (uint32_t)(nth / PER_TYPE), in = (uint32_t)(nth % PER_TYPE);
	uint32_t owner, number;

	if (in < 7 * FULL) {
		owner = in / FULL;
		number = in % FULL;
	} else if (in < 7 * FULL + 41 * FEW) {
		owner = 7 + (in - 7 * FULL) / FEW;
		number = (in - 7 * FULL) % FEW;
	} else {
		owner = 48 + (in - 7 * FULL - 41 * FEW) / FULL;
		number = (in - 7 * FULL - 41 * FEW) % FULL;
	}
	return type << 30 | owner << 24 | number;
}

/* Small numbers, addresses of this guest, and anything. */
static uint64_t argument(void)
{
	const uint64_t r = hostile_random();

	switch (r & 3) {
	case 0:
		return r >> 60;
	case 1:
		return payload_info.memory.at[0].base + (r >> 44 << 2);
	case 2:
		return (uint32_t)r;
	default:
		return r;
	}
}

/* A call with all registers. x29 tells whoever sees this VM's end which one it was. */
static void make(uint64_t x[8], bool smc, uint64_t nth)
{
	register uint64_t x0 __asm__("x0") = x[0];
	register uint64_t x1 __asm__("x1") = x[1];
	register uint64_t x2 __asm__("x2") = x[2];
	register uint64_t x3 __asm__("x3") = x[3];
	register uint64_t x4 __asm__("x4") = x[4];
	register uint64_t x5 __asm__("x5") = x[5];
	register uint64_t x6 __asm__("x6") = x[6];
	register uint64_t x7 __asm__("x7") = x[7];

#define CALL(how)                                                                                  \
	__asm__ volatile(                                                                          \
	    "stp x29, x30, [sp, #-16]!\n\tmov x29, %8\n\t" how "\n\tldp x29, x30, [sp], #16"       \
	    : "+r"(x0), "+r"(x1), "+r"(x2), "+r"(x3), "+r"(x4), "+r"(x5), "+r"(x6), "+r"(x7)       \
	    : "r"(nth)                                                                             \
	    : "memory")
	if (smc)
		CALL("smc #0");
	else
		CALL("hvc #0");
	x[0] = x0;
}

/* ids SMC FIRST END STEP: function ids by their place, with any arguments */
void hostile_ids(const uint64_t v[6])
{
	uint64_t made = 0, unknown = 0;

	for (uint64_t nth = v[1]; nth < v[2] && nth < 4 * PER_TYPE; nth += v[3]) {
		uint64_t x[8];

		x[0] = function(nth);
		for (unsigned int i = 1; i < 8; i++)
			x[i] = argument();
		make(x, v[0] != 0, nth);
		made++;
		if (x[0] == ~UINT64_C(0))
			unknown++;
		else
			SAY("answer", function(nth), x[0]);
	}
	SAY("calls", v[0], made, unknown);
}

/* call NUMBER A B C: what a manager calls */
void hostile_call(const uint64_t v[6])
{
	uint64_t x[8] = { 0xc6000000 + v[0], v[1], v[2], v[3] };

	payload_call(x);
	SAY("called", v[0], x[0], x[1], x[2], x[3]);
}

/* bound N: how long the calls of a manager take, in ticks: the median, and the longest */
void hostile_bound(const uint64_t v[6])
{
	static uint64_t took[4096];
	uint64_t n = v[0] < 4096 ? v[0] : 4096, bad = 0;

	for (uint64_t i = 0; i < n; i++) {
		static const uint8_t calls[] = { EL2_CALLS_GET_VERSION,  EL2_CALLS_NODE_INFO,
						 EL2_CALLS_VM_LIST,      EL2_CALLS_VM_INFO,
						 EL2_CALLS_VM_TEXT,      EL2_CALLS_VM_EXITS,
						 EL2_CALLS_CONSOLE_READ, EL2_CALLS_EVENTS };
		uint64_t x[8] = { 0xc6000000u + calls[i % sizeof(calls)] };
		const uint64_t before = payload_ticks();
		uint64_t t, k = i;

		payload_call(x);
		t = payload_ticks() - before;
		bad += x[0] != 0;
		for (; k != 0 && took[k - 1] > t; k--)
			took[k] = took[k - 1];
		took[k] = t;
	}
	SAY("bound", n, bad, took[n / 2], took[n - 1]);
}
