/* SPDX-License-Identifier: BSD-2-Clause */
/* What holds for every machine of an architecture, one row each. */
#include "gic.h"
#include "machine_priv.h"

#define TABLES(kind) (UINT32_C(1) << AB_TABLES_##kind)

static const struct ab_arch_trait traits[] = {
	[AB_ARCH_X86_64] = { .tables = TABLES(USUAL) | TABLES(ACPI) | TABLES(MP) | TABLES(NONE),
			     .cpu_ids = UINT32_MAX,
			     .is_pc = true,
			     .tables_rule = "must be AB_TABLES_ACPI, AB_TABLES_MP or "
					    "AB_TABLES_NONE on x86",
			     .ids_rule = "must be an APIC id, 0 to 0xfffffffe",
			     .kinds_rule = "must be a kind that x86 has" },
	/* without any tables an arm64 guest would find nothing at all */
	[AB_ARCH_ARM64] = { .tables = TABLES(USUAL) | TABLES(ACPI) | TABLES(FDT),
			    .cpu_ids = AB_MPIDR_AFFINITY,
			    .has_gic = true,
			    .tables_rule = "must be AB_TABLES_FDT or AB_TABLES_ACPI on arm64",
			    .ids_rule = "must be an MPIDR's affinity, bits 39 to 32 and 23 to 0",
			    .kinds_rule = "must be a kind that arm64 has" },
};

const struct ab_arch_trait *ab_machine_arch_(const struct ab_machine *m)
{
	return &traits[(size_t)m->arch < sizeof(traits) / sizeof(traits[0]) ? m->arch : 0];
}
