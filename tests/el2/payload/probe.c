/* SPDX-License-Identifier: BSD-2-Clause */
/* A guest that tries what it may and what it may not do, and prints what comes of it. */
#include "payload.h"

#define PSCI_SYSTEM_OFF 0x84000008

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

/* The seeds of its tree: a hash each, which differs if they do. */
static void seeds(const struct ab_fdt_info *info)
{
	const uint8_t *p = info->rng_seed.data;

	payload_put_hex("rng-seed bytes ", info->rng_seed.size);
	for (size_t i = 0; i + 8 <= info->rng_seed.size; i += 8)
		payload_put_hex(" ", ab_ld_le64(p + i));
	payload_put_hex("\nkaslr-seed ", info->kaslr_seed);
	payload_put("\n");
}

void payload_run(const struct ab_fdt_info *info)
{
	const uint64_t base = info->uart.reg.base;

	payload_put("hello from EL1\n");
	seeds(info);
	try_it("pair", payload_pair, base);
	try_it("read", payload_read32, base + 0x18);
	try_it("read", payload_read32, info->memory.at[0].base + info->memory.at[0].size);
	for (size_t i = 0; i < sizeof(tries) / sizeof(tries[0]); i++)
		try_it(tries[i].name, tries[i].access, tries[i].address);
	payload_put("done\n");
	(void)payload_hvc(PSCI_SYSTEM_OFF);
}
