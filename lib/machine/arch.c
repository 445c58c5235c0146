/* SPDX-License-Identifier: BSD-2-Clause */
/* Properties of all machines of an architecture, a row for each architecture. */
#include "gic.h"
#include "machine_priv.h"
#include "pc.h"

#define TABLES(kind) (UINT32_C(1) << AB_TABLES_##kind)

static const struct ab_arch_trait traits[] = {
#ifndef AB_WITHOUT_X86_64
	[AB_ARCH_X86_64] = { UINT32_MAX, TABLES(USUAL) | TABLES(ACPI) | TABLES(MP) | TABLES(NONE),
			     TABLES(USUAL) | TABLES(ACPI), 0x8664, AB_ACPI_USUAL,
			     AB_PC_IOAPIC_INPUTS,
			     "must be AB_TABLES_ACPI, AB_TABLES_MP or AB_TABLES_NONE on x86",
			     "must be an APIC id, 0 to 0xfffffffe", "must be a kind that x86 has" },
#endif
#ifndef AB_WITHOUT_ARM64
	/* not NONE: without tables an arm64 guest finds no devices at all */
	[AB_ARCH_ARM64] = { AB_MPIDR_AFFINITY, TABLES(USUAL) | TABLES(ACPI) | TABLES(FDT),
			    TABLES(ACPI), 0xaa64, AB_ACPI_6_5, 0,
			    "must be AB_TABLES_FDT or AB_TABLES_ACPI on arm64",
			    "must be an MPIDR's affinity, bits 39 to 32 and 23 to 0",
			    "must be a kind that arm64 has" },
#endif
};

const struct ab_arch_trait *ab_machine_arch_(const struct ab_machine *m)
{
	return &traits[(size_t)m->arch < sizeof(traits) / sizeof(traits[0]) ? m->arch : 0];
}
