/* SPDX-License-Identifier: BSD-2-Clause */
#include "payload.h"
#include "el2/libc.h"

struct payload_caught payload_caught;
struct ab_fdt_info payload_info;
uint64_t payload_tree;
static uintptr_t uart;

void payload_put(const char *text)
{
	for (; *text != '\0'; text++)
		*(volatile uint32_t *)uart = (uint8_t)*text;
}

static void put_number(const char *text, uint64_t v, bool hex)
{
	char number[24];
	struct ab_buf b = ab_buf_over(number, sizeof(number));

	if (hex)
		ab_put_hex(&b, v, 1);
	else
		ab_put_dec(&b, v);
	ab_put_le(&b, 0, 1);
	payload_put(text);
	payload_put(number);
}

void payload_put_hex(const char *text, uint64_t v)
{
	put_number(text, v, true);
}

void payload_put_dec(const char *text, uint64_t v)
{
	put_number(text, v, false);
}

uint64_t payload_ticks(void)
{
	uint64_t t;

	__asm__ volatile("isb\n\tmrs %0, CNTVCT_EL0\n\tisb" : "=r"(t) : : "memory");
	return t;
}

int64_t payload_psci(uint32_t function, uint64_t a, uint64_t b, uint64_t c)
{
	uint64_t x[8] = { function, a, b, c };

	payload_call(x);
	return (int64_t)x[0];
}

/* Try an access, and print the result or the exception. */
static void try_it(const char *name, payload_access *access, uint64_t address)
{
	uint64_t result;

	payload_caught = (struct payload_caught){ 0, 0, 0, 0 };
	result = access(address);
	payload_put(name);
	payload_put_hex(" ", address);
	if (payload_caught.esr == 0) {
		payload_put_hex(" = ", result);
	} else {
		payload_put_hex(" caught ESR ", payload_caught.esr);
		payload_put_hex(", FAR ", payload_caught.far);
	}
	payload_put("\n");
}

static const struct {
	const char *name;
	payload_access *access;
	uint64_t address;
} tries[] = {
	{ "read", payload_read32, 0x40200000 }, /* where QEMU puts the hypervisor */
	{ "read64", payload_read64, 0x40200038 },
	{ "write", payload_write32, 0x40200000 },
	{ "fetch", payload_fetch, 0x40200000 },
	{ "pair", payload_pair, 0x40200000 },
	{ "exclusive", payload_exclusive, 0x40200000 },
	{ "clean", payload_clean, 0x40200000 },
	{ "zero", payload_zero, 0x40200000 },
	{ "read", payload_read32, 0x09000018 }, /* the physical UART */
	{ "read", payload_read32, 0 },
	{ "read", payload_read32, 0xfffffffffc },
	{ "read8", payload_read8, 0x7fffffff }, /* before its RAM */
	{ "read32", payload_read32, 0x7ffffffe }, /* unaligned, across its first page */
	{ "smc", payload_smc, 0x80000000 },
	{ "hvc", payload_hvc, 0x80000000 },
	{ "hvc", payload_hvc, 0xc6001234 },
	{ "hvc1", payload_hvc1, 0x80000000 },
	{ "actlr", payload_actlr, 0 },
	{ "pmcr", payload_pmcr, 0 },
	{ "zcr", payload_zcr, 0 },
	{ "pfr0", payload_pfr0, 0 },
	{ "dfr0", payload_dfr0, 0 },
	{ "unallocated", payload_unallocated, 0 },
	{ "impdef", payload_impdef, 0 },
	{ "udf", payload_udf, 0 },
};

_Noreturn void payload_off(void)
{
	for (;;)
		(void)payload_hvc(PSCI_SYSTEM_OFF);
}

/* The seeds of its tree. */
static void seeds(void)
{
	const struct ab_bytes seed = payload_info.rng_seed;

	payload_put_hex("rng-seed bytes ", seed.size);
	for (size_t i = 0; i + 8 <= seed.size; i += 8)
		payload_put_hex(" ", ab_ld_le64((const uint8_t *)seed.data + i));
	payload_put_hex("\nkaslr-seed ", payload_info.kaslr_seed);
	payload_put("\n");
}

void payload_probe(void)
{
	const struct ab_range *ram = payload_info.memory.at;

	seeds();
	try_it("pair", payload_pair, uart);
	try_it("read", payload_read32, uart + 0x18);
	try_it("read", payload_read32, ram->base + ram->size);
	for (size_t i = 0; i < sizeof(tries) / sizeof(tries[0]); i++)
		try_it(tries[i].name, tries[i].access, tries[i].address);
}

static const struct {
	const char *name;
	void (*run)(void);
} scenarios[] = {
	{ "probe", payload_probe },     { "manage", payload_manage },
	{ "talk", payload_talk },       { "spin", payload_spin },
	{ "wait", payload_wait },       { "work", payload_work },
	{ "poor", payload_poor },       { "cost", payload_cost },
	{ "dirty", payload_dirty },     { "rounds", payload_rounds },
	{ "trap", payload_trap },       { "mailbox", payload_mailbox },
	{ "look", payload_look },       { "mailcost", payload_mailcost },
	{ "stage", payload_stage },     { "cpus", payload_cpus },
	{ "lonely", payload_lonely },   { "ask", payload_ask },
	{ "answer", payload_answer },   { "stranger", payload_stranger },
	{ "hostile", payload_hostile }, { "clock", payload_clock },
};

/* Run what "do=" at the beginning of the command line names. */
static void choose(struct ab_bytes args)
{
	const char *text = (const char *)args.data;

	if (args.size < 4 || memcmp(text, "do=", 3) != 0) {
		payload_probe();
		return;
	}
	for (size_t i = 0; i < sizeof(scenarios) / sizeof(scenarios[0]); i++) {
		const size_t n = strlen(scenarios[i].name);

		if (args.size >= 3 + n && memcmp(text + 3, scenarios[i].name, n) == 0)
			scenarios[i].run();
	}
}

void payload_main(uint64_t tree)
{
	static struct ab_fdt_cpu cpus[32];
	static struct ab_range memory[4], redist[4];
	static struct ab_fdt_dev virtio[32];
	struct ab_error why;

	payload_tree = tree;
	payload_info = (struct ab_fdt_info){ .cpus = { cpus, 32, 0 },
					     .memory = { memory, 4, 0 },
					     .redist = { redist, 4, 0 },
					     .virtio = { virtio, 32, 0 } };
	if (ab_fdt_read((struct ab_bytes){ (const void *)(uintptr_t)tree, 2 * AB_MiB },
			&payload_info, &why))
		return;
	uart = (uintptr_t)payload_info.uart.reg.base;
	payload_put("hello from EL1\n");
	choose(payload_info.bootargs);
	payload_put("done\n");
	payload_off();
}
