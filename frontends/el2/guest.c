/* SPDX-License-Identifier: BSD-2-Clause */
#include "guest.h"
#include "libc.h"

void el2_guest_describe(struct el2_guest *g, const struct el2_facts *facts, uint32_t n_cpus,
			uint64_t memory, enum ab_tables tables)
{
	memset(g, 0, sizeof(*g));
	g->ram = (struct ab_ram){ .base = EL2_IPA_RAM, .size = memory };
	g->redist = (struct ab_range){ EL2_IPA_GICR, (uint64_t)n_cpus * AB_GICV3_REDIST_SIZE };
	g->devs[0] = (struct ab_dev){ .type = AB_DEV_UART_PL011,
				      .base = EL2_IPA_UART,
				      .irq = EL2_INTID_UART };
	g->machine = (struct ab_machine){
		.arch = AB_ARCH_ARM64,
		.tables = tables,
		.n_cpus = n_cpus,
		.ram = { &g->ram, 1 },
		.devs = { g->devs, sizeof(g->devs) / sizeof(g->devs[0]) },
		.arm64 = {
			.gic = { .version = 3, .dist = EL2_IPA_GICD, .redist = { &g->redist, 1 } },
			.timer = { .phys = facts->info.timer.phys, .virt = facts->info.timer.virt },
			.conduit = AB_CONDUIT_HVC,
		},
	};
	g->plan.regions = (struct ab_regions)AB_REGIONS(g->room);
}
