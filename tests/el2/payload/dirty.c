/* SPDX-License-Identifier: BSD-2-Clause */
/* A guest that looks for what was left of another one, and leaves as much as it can. */
#include "gic.h"
#include "el2/guest.h"

#define PATTERN UINT64_C(0xd1d1d1d1d1d1d1d1)

extern char _start[], _end[];

/* ---- registers: those that a CPU does not have give an exception, which does nothing */

#define REGISTERS(X)                                                                               \
	X(CSSELR_EL1)                                                                              \
	X(TTBR0_EL1)                                                                               \
	X(TTBR1_EL1)                                                                               \
	X(TCR_EL1)                                                                                 \
	X(AFSR0_EL1)                                                                               \
	X(AFSR1_EL1)                                                                               \
	X(MAIR_EL1)                                                                                \
	X(CONTEXTIDR_EL1)                                                                          \
	X(AMAIR_EL1)                                                                               \
	X(PAR_EL1)                                                                                 \
	X(TPIDR_EL1)                                                                               \
	X(TPIDR_EL0)                                                                               \
	X(TPIDRRO_EL0)                                                                             \
	X(SP_EL0)                                                                                  \
	X(CNTV_CVAL_EL0)                                                                           \
	X(CNTP_CVAL_EL0)                                                                           \
	X(CNTV_CTL_EL0)                                                                            \
	X(CNTP_CTL_EL0)                                                                            \
	X(CNTKCTL_EL1)                                                                             \
	X(MDSCR_EL1)                                                                               \
	X(MDCCINT_EL1)                                                                             \
	X(OSDLR_EL1)                                                                               \
	X(S3_0_C1_C2_4) /* SMPRI_EL1 */                                                            \
	X(S3_3_C13_C0_5) /* TPIDR2_EL0 */                                                          \
	X(S3_3_C13_C0_7) /* SCXTNUM_EL0 */                                                         \
	X(S3_0_C13_C0_7) /* SCXTNUM_EL1 */                                                         \
	X(S3_0_C2_C1_0) /* the five keys */                                                        \
	X(S3_0_C2_C1_1)                                                                            \
	X(S3_0_C2_C1_2)                                                                            \
	X(S3_0_C2_C1_3)                                                                            \
	X(S3_0_C2_C2_0)                                                                            \
	X(S3_0_C2_C2_1)                                                                            \
	X(S3_0_C2_C2_2)                                                                            \
	X(S3_0_C2_C2_3)                                                                            \
	X(S3_0_C2_C3_0)                                                                            \
	X(S3_0_C2_C3_1)                                                                            \
	X(DBGBCR0_EL1)                                                                             \
	X(DBGBVR0_EL1)                                                                             \
	X(DBGBCR1_EL1)                                                                             \
	X(DBGBVR1_EL1)                                                                             \
	X(DBGBCR5_EL1)                                                                             \
	X(DBGBVR5_EL1)                                                                             \
	X(DBGWCR0_EL1)                                                                             \
	X(DBGWVR0_EL1)                                                                             \
	X(DBGWCR3_EL1)                                                                             \
	X(DBGWVR3_EL1)                                                                             \
	/* exceptions write these: first looked at, last filled */                                 \
	X(ESR_EL1)                                                                                 \
	X(FAR_EL1)                                                                                 \
	X(ELR_EL1)                                                                                 \
	X(SPSR_EL1)                                                                                \
	X(CPACR_EL1)

enum { EXCEPTIONS = 5 };

#define X(name)                                                                                    \
	static uint64_t read_##name(void)                                                          \
	{                                                                                          \
		uint64_t v = 0;                                                                    \
                                                                                                   \
		__asm__ volatile("mrs %0, " #name : "+r"(v));                                      \
		return v;                                                                          \
	}                                                                                          \
	static void write_##name(uint64_t v)                                                       \
	{                                                                                          \
		__asm__ volatile("msr " #name ", %0\n\tisb" : : "r"(v));                           \
	}
REGISTERS(X)
#undef X

static const struct {
	const char *name;
	uint64_t (*read)(void);
	void (*write)(uint64_t v);
} registers[] = {
#define X(name) { #name, read_##name, write_##name },
	REGISTERS(X)
#undef X
};

enum { N_REGISTERS = sizeof(registers) / sizeof(registers[0]) };

static void judge(const char *name, uint64_t v, uint64_t wanted)
{
	if (v == wanted)
		return;
	payload_put("FAILED: found ");
	payload_put(name);
	payload_put_hex(" ", v);
	payload_put("\n");
}

static void look_at_registers(void)
{
	uint64_t v[N_REGISTERS];

	for (unsigned int i = 0; i < N_REGISTERS; i++) {
		const unsigned int n = (i + N_REGISTERS - EXCEPTIONS) % N_REGISTERS;

		v[n] = registers[n].read();
	}
	for (unsigned int n = 0; n < N_REGISTERS; n++)
		judge(registers[n].name, v[n], 0);
	write_CPACR_EL1(3 << 20); /* no trap of SIMD */
	judge("SIMD", payload_simd(), 0);
}

static void fill_registers(void)
{
	payload_simd_fill(PATTERN);
	for (unsigned int n = 0; n < N_REGISTERS; n++) {
		const char *name = registers[n].name;

		/* what is on would stop this CPU by itself: enabled, but never due, or only due */
		if (registers[n].write == write_MDSCR_EL1 || registers[n].write == write_OSDLR_EL1)
			registers[n].write(registers[n].write == write_MDSCR_EL1 ? 0x1000 : 1);
		else if (name[0] == 'D' && name[4] == 'C')
			registers[n].write(PATTERN & ~UINT64_C(1));
		else
			registers[n].write(PATTERN);
	}
}

/* ---- interrupts */

/* with no writeback, which the hypervisor does not emulate */
static uint32_t get(uint64_t at)
{
	uint32_t v;

	__asm__ volatile("ldr %w0, [%1]" : "=r"(v) : "r"(at) : "memory");
	return v;
}

static void set(uint64_t at, uint32_t v)
{
	__asm__ volatile("str %w0, [%1]" : : "r"(v), "r"(at) : "memory");
}

#define GICD(off) (payload_info.gic_dist.base + (off))
#define GICR(off) (gic_private(0) + (off))
#define GICC(off) (payload_info.gic_cpu.base + (off))

enum {
	CTLR = 0,
	ISENABLER = 0x100,
	ISPENDR = 0x200,
	ISACTIVER = 0x300,
	IPRIORITYR = 0x400,
	ICFGR = 0xc00,
	SGIR = 0xf00, /* GICv2 */
	IROUTER = 0x6000,
	SGI = 5,
	TIMER = 27,
};

#define ICC(name) "S3_0_" name
#define READ_ICC(name)                                                                             \
	__extension__({                                                                            \
		uint64_t v_;                                                                       \
		__asm__ volatile("mrs %0, " ICC(name) : "=r"(v_));                                 \
		v_;                                                                                \
	})

static void look_at_interrupts(void)
{
	static const uint32_t fields[] = { ISENABLER, ISPENDR, ISACTIVER };

	judge("GICD_CTLR", get(GICD(CTLR)) & 3, 0);
	for (unsigned int i = 0; i < 3; i++) {
		judge("a field of SPIs", get(GICD(fields[i] + 4)), 0);
		judge("a private field", get(GICR(fields[i])), 0);
	}
	for (unsigned int i = 0; i < 32; i += 4) {
		judge("a priority of SPIs", get(GICD(IPRIORITYR + 32 + i)), 0);
		judge("a private priority", get(GICR(IPRIORITYR + i)), 0);
	}
	judge("GICD_ICFGR", get(GICD(ICFGR + 8)), 0);
	judge("GICR_ICFGR", get(GICR(ICFGR + 4)), 0);
	if (gic_v2()) {
		judge("GICC_CTLR", get(GICC(0)), 0);
		judge("GICC_PMR", get(GICC(4)), 0);
		judge("GICC_RPR", get(GICC(0x14)), 0xff);
		judge("GICC_HPPIR", get(GICC(0x18)), 1023);
		judge("GICC_APR0", get(GICC(0xd0)), 0);
		return;
	}
	judge("GICD_IROUTER", get(GICD(IROUTER + 8 * EL2_INTID_DOORBELL)), 0);
	judge("ICC_PMR", READ_ICC("C4_C6_0"), 0);
	judge("ICC_AP1R0", READ_ICC("C12_C9_0"), 0);
	judge("ICC_RPR", READ_ICC("C12_C11_3"), 0xff);
	judge("ICC_HPPIR1", READ_ICC("C12_C12_2"), 1023);
	judge("ICC_CTLR", READ_ICC("C12_C12_4") & 3, 0);
	judge("ICC_IGRPEN1", READ_ICC("C12_C12_7"), 0);
}

static void send_sgi(void)
{
	if (gic_v2())
		set(GICD(SGIR), 2u << 24 | SGI);
	else
		__asm__ volatile("msr " ICC("C12_C11_5") ", %0\n\tisb"
				 :
				 : "r"((uint64_t)SGI << 24 | 1));
}

static uint64_t acknowledge(void)
{
	return gic_v2() ? get(GICC(0xc)) : READ_ICC("C12_C12_0");
}

/* An SGI, an SPI and the timer are pending, and an SGI is active, too. */
static void fill_interrupts(void)
{
	payload_gic_init();
	payload_gic_enable(EL2_INTID_DOORBELL, true);
	set(GICR(ISENABLER), UINT32_MAX);
	for (unsigned int i = 0; i < 32; i += 4) {
		set(GICD(IPRIORITYR + 32 + i), 0x90909090);
		set(GICR(IPRIORITYR + i), 0x90909090);
	}
	send_sgi();
	while (acknowledge() != SGI)
		;
	send_sgi();
	if (gic_v2())
		set(GICC(0), 0x201);
	else
		__asm__ volatile("msr " ICC("C12_C12_4") ", %0\n\tisb" : : "r"((uint64_t)3));
	set(GICD(IROUTER + 8 * EL2_INTID_DOORBELL), 0x1); /* nobody */
	set(GICD(ISPENDR + 4), 1u << EL2_INTID_DOORBELL % 32);
	set(GICD(ISACTIVER + 4), 1u << EL2_INTID_UART % 32);
	write_CNTV_CVAL_EL0(0);
	write_CNTV_CTL_EL0(1);
	while ((get(GICR(ISPENDR)) >> TIMER & 1) == 0)
		;
}

/* ---- memory */

/* Each word of RAM, but for this program and its tree. */
static uint64_t memory(bool fill)
{
	const struct ab_range *ram = payload_info.memory.at;
	const uint8_t *tree = (const uint8_t *)(uintptr_t)payload_tree;
	const uint64_t end = payload_tree + ((uint64_t)tree[4] << 24 | (uint64_t)tree[5] << 16 |
					     (uint64_t)tree[6] << 8 | tree[7]);
	uint64_t found = 0;

	for (uint64_t at = ram->base; at < ram->base + ram->size; at += 8) {
		volatile uint64_t *word = (volatile uint64_t *)(uintptr_t)at;

		if ((at >= (uintptr_t)_start && at < (uintptr_t)_end) ||
		    (at + 8 > payload_tree && at < end))
			continue;
		if (fill)
			*word = PATTERN;
		else
			found |= *word;
	}
	return found;
}

void payload_dirty(void)
{
	look_at_registers();
	look_at_interrupts();
	judge("memory", memory(false), 0);
	payload_put("clean\n");
	(void)memory(true);
	fill_interrupts();
	fill_registers();
	payload_put("dirty\n");
	payload_spin_full(PATTERN);
}
