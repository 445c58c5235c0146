/* SPDX-License-Identifier: BSD-2-Clause */
/* MADT of an arm64 machine: CPUs, distributor, redistributors, ITS and MSI frame. */
#include "acpi_priv.h"

#include "../machine/machine_priv.h"

/* Bytes of redistributors in one structure. A region may exceed its length field of 32 bits. */
#define REDISTS_MAX UINT64_C(0x80000000)

/* ACPI63 5.2.12.14, ACPI 5.2.12.14, GICC. put_redistributors() describes the redistributors. */
static void put_cpu(const struct ab_machine *m, uint32_t index, struct ab_buf *out)
{
	const struct ab_gic *g = &m->arm64.gic;
	bool v2 = g->version == 2, is_65 = m->acpi.edition == AB_ACPI_6_5;

	/* 0 Type 0xb, GIC CPU Interface; 1 Length; 2 reserved */
	ab_put_le_(out, is_65 ? 0x520b : 0x500b, 4);
	ab_put_le_(out, v2 ? index : 0, 4); /* 4 CPU Interface Number: bit of GICD_ITARGETSR */
	ab_put_le_(out, ab_acpi_cpu_uid_(m, index), 4); /* 8 ACPI Processor UID */
	/* 12 Flags: enabled, or online-capable; PMU and maintenance interrupts are levels; 16 no
	 * Parking Protocol */
	ab_put_le_(out, ab_machine_cpu_is_later_(m, index) ? 1 << 3 : 1, 8);
	ab_put_le_(out, m->arm64.pmu, 4); /* 20 Performance Interrupt GSIV */
	ab_put_le_(out, 0, 8); /* 24 Parked Address */
	ab_put_le_(out, v2 ? g->cpu : 0, 8); /* 32 Physical Base Address */
	ab_put(out, NULL, 16); /* 40 GICV; 48 GICH */
	ab_put_le_(out, g->maintenance, 4); /* 56 VGIC Maintenance interrupt */
	ab_put_le_(out, 0, 8); /* 60 GICR Base Address */
	ab_put_le_(out, ab_machine_cpu_id(m, index), 8); /* 68 MPIDR */
	/* 76 Processor Power Efficiency Class; 77 reserved; 78 SPE overflow Interrupt: none;
	 * 80 TRBE Interrupt: none */
	ab_put(out, NULL, is_65 ? 6 : 4);
}

/* ACPI63 5.2.12.15 */
static void put_distributor(const struct ab_gic *g, struct ab_buf *out)
{
	ab_put_le_(out, 0x180c, 8); /* 0 Type 0xc, GIC Distributor; 1 Length; 4 GIC ID */
	ab_put_le_(out, g->dist, 8); /* 8 Physical Base Address */
	ab_put_le_(out, 0, 4); /* 16 System Vector Base */
	ab_put_le_(out, g->version == 2 ? 2 : 3, 4); /* 20 GIC version; 21 reserved */
}

/* ACPI63 5.2.12.16 */
static void put_msi_frame(const struct ab_gic *g, struct ab_buf *out)
{
	ab_put_le_(out, 0x180d, 8); /* 0 Type 0xd, GIC MSI Frame; 1 Length; 4 GIC MSI Frame ID */
	ab_put_le_(out, g->v2m, 8); /* 8 Physical Base Address */
	ab_put_le_(out, 1, 4); /* 16 Flags: count and base here override MSI_TYPER */
	ab_put_le_(out, g->v2m_spis, 2); /* 20 SPI Count */
	ab_put_le_(out, g->v2m_spi, 2); /* 22 SPI Base */
}

/* ACPI63 5.2.12.17 */
static void put_redistributors(struct ab_range r, struct ab_buf *out)
{
	while (r.size != 0) {
		uint64_t n = r.size < REDISTS_MAX ? r.size : REDISTS_MAX;

		ab_put_le_(out, 0x100e,
			   4); /* 0 Type 0xe, GIC Redistributor; 1 Length; 2 reserved */
		ab_put_le_(out, r.base, 8); /* 4 Discovery Range Base Address */
		ab_put_le_(out, n, 4); /* 12 Discovery Range Length */
		r.base += n;
		r.size -= n;
	}
}

/* ACPI63 5.2.12.18 */
static void put_its(const struct ab_gic *g, struct ab_buf *out)
{
	ab_put_le_(out, 0x140f, 8); /* 0 Type 0xf, GIC ITS; 1 Length; 4 GIC ITS ID */
	ab_put_le_(out, g->its, 8); /* 8 Physical Base Address */
	ab_put_le_(out, 0, 4); /* 16 reserved */
}

void ab_acpi_madt_arm64_(const struct ab_machine *m, struct ab_buf *out)
{
	ab_put(out, NULL, 8); /* 36 Local Interrupt Controller Address; 40 Flags */
	for (uint32_t i = 0; i < m->n_cpus; i++)
		put_cpu(m, i, out);
	put_distributor(&m->arm64.gic, out);
	if (m->arm64.gic.v2m != 0)
		put_msi_frame(&m->arm64.gic, out);
	for (size_t i = 0; i < m->arm64.gic.redist.n; i++)
		put_redistributors(m->arm64.gic.redist.at[i], out);
	if (m->arm64.gic.its != 0)
		put_its(&m->arm64.gic, out);
}
