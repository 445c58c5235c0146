/* SPDX-License-Identifier: BSD-2-Clause */
/* The largest machines that golden files are kept of: 4096 CPUs, 64 NUMA nodes, 24 TiB of RAM in
 * 1000 ranges, 1000 devices in no order, 64 PCIe bridges. */
#include "machines.h"

#define CPUS 4096
#define NODES 64
#define RANGES 1000
#define DEVICES 1000
#define BRIDGES 64
#define EACH (24 * AB_TiB / RANGES / 4096 * 4096) /* RAM of a range; a gap as large follows */

#define DEVICES_AT UINT64_C(0x600000000000)
#define BRIDGES_AT UINT64_C(0x610000000000)
#define WINDOWS_AT UINT64_C(0x700000000000)

static struct ab_ram ram_x86[RANGES], ram_arm64[RANGES];
static struct ab_dev devs_x86[DEVICES + BRIDGES + 1], devs_arm64[DEVICES + BRIDGES];
static struct ab_distance distances[NODES * NODES];
static struct ab_range redists[NODES];

static struct ab_machine x86 = {
	.arch = AB_ARCH_X86_64,
	.n_cpus = CPUS,
	.phys_bits = 48,
	.topology = { .threads = 2, .cores = 32 },
	.ram = { ram_x86, RANGES },
	.devs = { devs_x86, DEVICES + BRIDGES + 1 },
	.distances = { distances, NODES *NODES },
};

static struct ab_machine arm64 = {
	.arch = AB_ARCH_ARM64,
	.tables = AB_TABLES_ACPI,
	.n_cpus = CPUS,
	.phys_bits = 48,
	.topology = { .threads = 2, .cores = 32 },
	.ram = { ram_arm64, RANGES },
	.devs = { devs_arm64, DEVICES + BRIDGES },
	.distances = { distances, NODES *NODES },
	.caches =
	    AB_LIST(struct ab_cache, { .level = 1, .type = AB_CACHE_DATA, 64 * AB_KiB, 64, 4, 2 },
		    { .level = 1, .type = AB_CACHE_INSTRUCTION, 64 * AB_KiB, 64, 4, 2 },
		    { .level = 2, .size = 2 * AB_MiB, .line = 64, .ways = 8, .cpus = 2 },
		    { .level = 3, .size = 64 * AB_MiB, .line = 64, .ways = 16, .cpus = 64 }),
	.arm64.gic = { .dist = 0x08000000,
		       .its = AB_LIST(struct ab_its, { 0x08080000 }),
		       .redist = { redists, NODES } },
	.arm64.pmu = 23,
};

const struct golden_machine golden_large[] = {
	{ "large", &x86 },
	{ "arm64-large", &arm64 },
};

const size_t golden_large_n = sizeof(golden_large) / sizeof(golden_large[0]);

/* The first range has the addresses that the architecture wants; the others follow from 1 TiB on.
 */
static void make_ram(struct ab_ram *ram, uint64_t base, uint64_t size)
{
	ram[0] = (struct ab_ram){ base, size, 0 };
	for (uint32_t i = 1; i < RANGES; i++)
		ram[i] = (struct ab_ram){ AB_TiB + (i - 1) * 2 * EACH,
					  i == 1 ? 2 * EACH - size : EACH, i * NODES / RANGES };
}

/* Each place of the list once, in no order. */
static uint32_t place(uint32_t i, uint32_t n)
{
	return (i * 389 + 17) % n;
}

static void make_devs(struct ab_dev *d, uint32_t irq)
{
	for (uint32_t i = 0; i < DEVICES; i++)
		d[i] = (struct ab_dev){ AB_DEV_VIRTIO_MMIO,
					.base = DEVICES_AT + (uint64_t)place(i, DEVICES) * 4096,
					.irq = irq + i % 64, .node = i % NODES };
	for (uint32_t i = 0; i < BRIDGES; i++) {
		const uint64_t at = place(i, BRIDGES);

		d[DEVICES + i] = (struct ab_dev){
			AB_DEV_PCIE_ECAM, .base = BRIDGES_AT + at * 256 * AB_MiB,
			.size = 256 * AB_MiB, .node = i,
			.pcie = { .segment = (uint16_t)i,
				  .mmio64 = { WINDOWS_AT + at * 64 * AB_GiB, 64 * AB_GiB } }
		};
	}
}

void golden_large_make(void)
{
	make_ram(ram_x86, 0, 2 * AB_GiB);
	make_ram(ram_arm64, 0x80000000, 2 * AB_GiB);
	make_devs(devs_x86, 24);
	devs_x86[DEVICES + BRIDGES] =
	    (struct ab_dev){ AB_DEV_IOAPIC, .base = 0xfec00000, .ioapic.inputs = 24 + 64 };
	make_devs(devs_arm64, 64);
	for (uint32_t i = 0; i < NODES * NODES; i++) {
		const uint32_t at = place(i, NODES * NODES), from = at / NODES, to = at % NODES;

		distances[i] = (struct ab_distance){
			from, to, from == to ? 10 : (uint8_t)(from / 8 == to / 8 ? 16 : 32)
		};
	}
	for (uint32_t i = 0; i < NODES; i++)
		redists[i] = (struct ab_range){ 0x10000000 + (uint64_t)i * (CPUS / NODES) *
								 AB_GICV3_REDIST_SIZE,
						(CPUS / NODES) * AB_GICV3_REDIST_SIZE };
}
