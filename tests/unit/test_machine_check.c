/* SPDX-License-Identifier: BSD-2-Clause */
/* Every way in which a machine's CPUs, RAM and names can contradict themselves; and machines as
 * large as there can be. */
#include "machine_x86.h"
#include "checked.h"

#define MP_IDS "APIC ids must be 0 to 254 with AB_TABLES_MP"
#define NO_ADDING "must be 0 without ACPI, on arm64 without that of AB_ACPI_6_5"
#define NO_SRAT "needs ACPI, whose SRAT tells of it"
#define TWICE "must differ from every other entry with the same from"

static const struct row machine_rows[] = {
	{ "no architecture",
	  { .n_cpus = 1, RAM_1M },
	  { AB_ERR_ARG, "machine.arch", 0, "must be AB_ARCH_X86_64 or AB_ARCH_ARM64" } },
	{ "x86 with a device tree",
	  { BASE, RAM_1M, .tables = AB_TABLES_FDT },
	  { AB_ERR_UNSUPPORTED, "machine.tables", AB_TABLES_FDT,
	    "must be AB_TABLES_ACPI, AB_TABLES_MP or AB_TABLES_NONE on x86" } },
	{ "unknown architecture",
	  { .arch = (enum ab_arch)3, .n_cpus = 1, RAM_1M },
	  { AB_ERR_ARG, "machine.arch", 3, "must be AB_ARCH_X86_64 or AB_ARCH_ARM64" } },
	{ "unknown tables",
	  { BASE, RAM_1M, .tables = (enum ab_tables)(AB_TABLES_FDT + 1) },
	  { AB_ERR_ARG, "machine.tables", AB_TABLES_FDT + 1, "must be one of enum ab_tables" } },
	{ "31 address bits",
	  { BASE, RAM_1M, .phys_bits = 31 },
	  { AB_ERR_ARG, "machine.phys_bits", 31, "must be 32 to 52, or 0" } },
	{ "53 address bits",
	  { BASE, RAM_1M, .phys_bits = 53 },
	  { AB_ERR_ARG, "machine.phys_bits", 53, "must be 32 to 52, or 0" } },
	{ "no CPU",
	  { .arch = AB_ARCH_X86_64, RAM_1M },
	  { AB_ERR_ARG, "machine.n_cpus", 0, "must be 1 to 65536" } },
	{ "too many CPUs",
	  { .arch = AB_ARCH_X86_64, .n_cpus = 65537, RAM_1M },
	  { AB_ERR_ARG, "machine.n_cpus", 65537, "must be 1 to 65536" } },
	{ "no CPU to begin with",
	  { TWO_CPUS, .n_cpus_later = 2 },
	  { AB_ERR_ARG, "machine.n_cpus_later", 2, "must be less than machine.n_cpus" } },
	{ "more CPUs later than there are",
	  { TWO_CPUS, .n_cpus_later = UINT32_MAX },
	  { AB_ERR_ARG, "machine.n_cpus_later", UINT32_MAX, "must be less than machine.n_cpus" } },
	{ "a CPU later in an MP table",
	  { TWO_CPUS, .n_cpus_later = 1, .tables = AB_TABLES_MP },
	  { AB_ERR_UNSUPPORTED, "machine.n_cpus_later", 1, NO_ADDING } },
	{ "a CPU later without tables",
	  { TWO_CPUS, .n_cpus_later = 1, .tables = AB_TABLES_NONE },
	  { AB_ERR_UNSUPPORTED, "machine.n_cpus_later", 1, NO_ADDING } },
	{ "hot-pluggable RAM in an MP table",
	  { BASE, RAM_1M, .tables = AB_TABLES_MP,
	    .devs = AB_LIST(struct ab_dev, { .type = AB_DEV_RTC_CMOS },
			    { AB_DEV_HOTPLUG_RAM, .base = 4 * AB_GiB, .size = AB_GiB }) },
	  { AB_ERR_UNSUPPORTED, "machine.devs[].type", AB_DEV_HOTPLUG_RAM, NO_SRAT, .index = 1,
	    .name = "hotplug-ram" } },
	{ "hot-pluggable RAM over RAM",
	  { BASE, RAM_1M,
	    .devs = AB_LIST(struct ab_dev,
			    { AB_DEV_HOTPLUG_RAM, .base = AB_MiB - 4096, .size = 8192 }) },
	  { AB_ERR_OVERLAP, "machine.devs[].base", AB_MiB - 4096, "machine.ram[].base", 0,
	    "hotplug-ram", 0, NULL, 0 } },
	{ "hot-pluggable RAM of a node that there is not",
	  { BASE, RAM_1M,
	    .devs = AB_LIST(struct ab_dev, { AB_DEV_HOTPLUG_RAM, .base = 4 * AB_GiB, .size = AB_GiB,
					     .node = 1 }) },
	  { AB_ERR_ARG, "machine.devs[].node", 1,
	    "must be at most the highest node of RAM, CPUs and distances",
	    .name = "hotplug-ram" } },
	{ "a century in a register of the clock",
	  { BASE, RAM_1M,
	    .devs = AB_LIST(struct ab_dev, { .type = AB_DEV_RTC_CMOS, .rtc.century = 13 }) },
	  { AB_ERR_ARG, "machine.devs[].rtc.century", 13,
	    "must be 14 to 127, a register behind those of the clock, or 0", .name = "rtc-cmos" } },
	{ "a century behind the last register",
	  { BASE, RAM_1M,
	    .devs = AB_LIST(struct ab_dev, { .type = AB_DEV_RTC_CMOS, .rtc.century = 128 }) },
	  { AB_ERR_ARG, "machine.devs[].rtc.century", 128,
	    "must be 14 to 127, a register behind those of the clock, or 0", .name = "rtc-cmos" } },
	{ "a sleep type of four bits",
	  { BASE, RAM_1M,
	    .devs = AB_LIST(struct ab_dev,
			    { .type = AB_DEV_ACPI_PM, .base = 0x600, .acpi_pm.s5 = 9 }) },
	  { AB_ERR_ARG, "machine.devs[].acpi_pm.s5", 9,
	    "must be 0 for the usual type, 1 to 7, or 8 (AB_SLP_TYP_0) for type 0",
	    .name = "acpi-pm" } },
	{ "too many threads",
	  { BASE, RAM_1M, .topology = { .threads = 65537 } },
	  { AB_ERR_ARG, "machine.topology.threads", 65537, "must be 0 to 65536" } },
	{ "too many cores",
	  { BASE, RAM_1M, .topology = { .cores = 65537 } },
	  { AB_ERR_ARG, "machine.topology.cores", 65537, "must be 0 to 65536" } },
	{ "too many dies",
	  { BASE, RAM_1M, .topology = { .dies = 65537 } },
	  { AB_ERR_ARG, "machine.topology.dies", 65537, "must be 0 to 65536" } },
	{ "APIC id fields of 32 bits",
	  { BASE, RAM_1M, .topology = { .threads = 65536, .cores = 65536 } },
	  { AB_ERR_ARG, "machine.topology", UINT64_C(1) << 32,
	    "the product of threads, cores and dies must leave APIC ids that end at 0xfffffffe" } },
	{ "a package too many", /* 31 bits in a package, and ids 0xffffffff are broadcast */
	  { .arch = AB_ARCH_X86_64,
	    .n_cpus = 8,
	    RAM_1M,
	    .topology = { .threads = 2, .cores = 1, .dies = 1 },
	    .cpus = CPUS({ .id = 0 }) },
	  { AB_ERR_ARG, "machine.cpus.n", 1, "must be equal to machine.n_cpus, or 0" } },
	{ "CPU id beyond 32 bits",
	  { TWO_CPUS, .cpus = CPUS({ .id = 0 }, { .id = 0xffffffff }) },
	  { AB_ERR_ARG, "machine.cpus[].id", 0xffffffff, "must be an APIC id, 0 to 0xfffffffe",
	    .index = 1 } },
	{ "CPU id twice",
	  { TWO_CPUS, .cpus = CPUS({ .id = 7 }, { .id = 7 }) },
	  { AB_ERR_ARG, "machine.cpus[].id", 7, "must differ from the id of every other CPU",
	    .index = 1 } },
	{ "MP table for id 255",
	  { TWO_CPUS, .tables = AB_TABLES_MP, .cpus = CPUS({ .id = 255 }, { .id = 0 }) },
	  { AB_ERR_UNSUPPORTED, "machine.cpus[].id", 255, MP_IDS, .index = 0 } },
	{ "MP table for 256 CPUs",
	  { .arch = AB_ARCH_X86_64, .n_cpus = 256, RAM_1M, .tables = AB_TABLES_MP },
	  { AB_ERR_UNSUPPORTED, "machine.n_cpus", 256, MP_IDS } },
	{ "no RAM", { BASE }, { AB_ERR_ARG, "machine.ram.n", 0, "must be at least 1" } },
	{ "RAM base within a page",
	  { BASE, .ram = RAM({ .base = 0x800, .size = AB_MiB }) },
	  { AB_ERR_ARG, "machine.ram[].base", 0x800, "must be a multiple of 4096", .index = 0 } },
	{ "RAM of size 0",
	  { BASE, .ram = RAM({ .base = 0, .size = 0 }) },
	  { AB_ERR_ARG, "machine.ram[].size", 0, "must be a multiple of 4096, and not 0",
	    .index = 0 } },
	{ "RAM ends within a page",
	  { BASE, .ram = RAM({ .base = 0, .size = AB_MiB + 1 }) },
	  { AB_ERR_ARG, "machine.ram[].size", AB_MiB + 1, "must be a multiple of 4096, and not 0",
	    .index = 0 } },
	{ "RAM beyond the usual 40 bits",
	  { BASE, .ram = RAM({ .base = 0, .size = AB_MiB }, { .base = AB_TiB, .size = 4096 }) },
	  { AB_ERR_ARG, "machine.ram[].base", AB_TiB, PHYS, .index = 1 } },
	{ "RAM ends beyond 32 bits",
	  { BASE, .phys_bits = 32, .ram = RAM({ .base = 0, .size = 4 * AB_GiB + 4096 }) },
	  { AB_ERR_ARG, "machine.ram[].base", 0, PHYS, .index = 0 } },
	{ "RAM that wraps",
	  { BASE, .phys_bits = 52,
	    .ram = RAM({ .base = 0, .size = AB_MiB },
		       { .base = 2 * AB_MiB, .size = UINT64_MAX - 4095 }) },
	  { AB_ERR_ARG, "machine.ram[].base", 2 * AB_MiB, PHYS, .index = 1 } },
	{ "RAM that descends",
	  { BASE, .ram = RAM({ .base = 0, .size = AB_MiB }, { .base = 8 * AB_MiB, .size = AB_MiB },
			     { .base = 4 * AB_MiB, .size = AB_MiB }) },
	  { AB_ERR_ARG, "machine.ram[].base", 4 * AB_MiB,
	    "must be above the base of the entry before", .index = 2 } },
	{ "RAM that overlaps",
	  { BASE,
	    .ram = RAM({ .base = 0, .size = AB_MiB + 4096 }, { .base = AB_MiB, .size = AB_MiB }) },
	  { AB_ERR_OVERLAP, "machine.ram[].base", AB_MiB, "machine.ram[].base", 1, NULL, 0, NULL,
	    0 } },
	{ "RAM twice",
	  { BASE, .ram = RAM({ .base = 0, .size = AB_MiB }, { .base = 0, .size = AB_MiB }) },
	  { AB_ERR_OVERLAP, "machine.ram[].base", 0, "machine.ram[].base", 1, NULL, 0, NULL, 0 } },
	{ "no RAM at 0",
	  { BASE, .ram = RAM({ .base = AB_MiB, .size = AB_MiB }) },
	  { AB_ERR_ARG, "machine.ram[].base", AB_MiB, "must be 0 in the first entry on x86",
	    .index = 0 } },
	{ "RAM ends below 1 MiB",
	  { BASE, .ram = RAM({ .base = 0, .size = AB_MiB - 4096 }) },
	  { AB_ERR_ARG, "machine.ram[].size", AB_MiB - 4096,
	    "must be at least 1 MiB in the first entry on x86", .index = 0 } },
	{ "RAM over the local APIC",
	  { BASE, .ram = RAM({ .base = 0, .size = AB_MiB }, { .base = 0xfee00000, .size = 4096 }) },
	  { AB_ERR_OVERLAP, "machine.ram[].base", 0xfee00000, "local APIC", 1, NULL, 0, NULL,
	    0xfee00000 } },
	{ "RAM without a hole for the usual I/O APIC",
	  { BASE, .ram = RAM({ .base = 0, .size = 0xfec01000 }) },
	  { AB_ERR_OVERLAP, "machine.ram[].base", 0, "I/O APIC", 0, NULL, 0, NULL, 0xfec00000 } },
	{ "node of RAM",
	  { BASE, .ram = RAM({ .base = 0, .size = AB_MiB, .node = 1024 }) },
	  { AB_ERR_ARG, "machine.ram[].node", 1024, NODE, .index = 0 } },
	{ "node of a CPU",
	  { BASE, RAM_1M, .cpus = CPUS({ .node = 1024 }) },
	  { AB_ERR_ARG, "machine.cpus[].node", 1024, NODE, .index = 0 } },
	{ "distance from",
	  { BASE, RAM_1M, .distances = DISTANCES({ 1024, 0, 20 }) },
	  { AB_ERR_ARG, "machine.distances[].from", 1024, NODE, .index = 0 } },
	{ "distance to",
	  { BASE, RAM_1M, .distances = DISTANCES({ 0, 1024, 20 }) },
	  { AB_ERR_ARG, "machine.distances[].to", 1024, NODE, .index = 0 } },
	{ "distance below 10",
	  { BASE, RAM_1M, .distances = DISTANCES({ 0, 1, 9 }) },
	  { AB_ERR_ARG, "machine.distances[].value", 9,
	    "must be 10 within a node, 11 to 255 between nodes", .index = 0 } },
	{ "distance of 10 between nodes",
	  { BASE, RAM_1M, .distances = DISTANCES({ 0, 1, 10 }) },
	  { AB_ERR_ARG, "machine.distances[].value", 10,
	    "must be 10 within a node, 11 to 255 between nodes", .index = 0 } },
	{ "distance of 11 within a node",
	  { BASE, RAM_1M, .distances = DISTANCES({ 1, 1, 11 }) },
	  { AB_ERR_ARG, "machine.distances[].value", 11,
	    "must be 10 within a node, 11 to 255 between nodes", .index = 0 } },
	{ "distance given twice",
	  { BASE, RAM_1M, .distances = DISTANCES({ 0, 1, 30 }, { 0, 1, 40 }) },
	  { AB_ERR_ARG, "machine.distances[].to", 1, TWICE, .index = 1 } },
	{ "distance given twice, not in a row",
	  { BASE, RAM_1M,
	    .distances = DISTANCES({ 0, 1, 30 }, { 1, 0, 30 }, { 1023, 1023, 10 }, { 1, 2, 30 },
				   { 1023, 1023, 10 }) },
	  { AB_ERR_ARG, "machine.distances[].to", 1023, TWICE, .index = 4 } },
	/* entries that are not the first */
	{ "second RAM range within a page",
	  { BASE, .ram = RAM({ .size = AB_MiB }, { .base = 0x200800, .size = 4096 }) },
	  { AB_ERR_ARG, "machine.ram[].base", 0x200800, "must be a multiple of 4096",
	    .index = 1 } },
	{ "third RAM range of size 0",
	  { BASE, .ram = RAM({ .size = AB_MiB }, { .base = 2 * AB_MiB, .size = 4096 },
			     { .base = 4 * AB_MiB }) },
	  { AB_ERR_ARG, "machine.ram[].size", 0, "must be a multiple of 4096, and not 0",
	    .index = 2 } },
	{ "third RAM range on the second",
	  { BASE, .ram = RAM({ .size = AB_MiB }, { .base = 2 * AB_MiB, .size = 8192 },
			     { .base = 2 * AB_MiB + 4096, .size = 4096 }) },
	  { AB_ERR_OVERLAP, "machine.ram[].base", 2 * AB_MiB + 4096, "machine.ram[].base", 2, NULL,
	    1, NULL, 2 * AB_MiB } },
	{ "node of the second RAM range",
	  { BASE,
	    .ram = RAM({ .size = AB_MiB }, { .base = 2 * AB_MiB, .size = 4096, .node = 1024 }) },
	  { AB_ERR_ARG, "machine.ram[].node", 1024, NODE, .index = 1 } },
	{ "node of the second CPU",
	  { TWO_CPUS, .cpus = CPUS({ .id = 0 }, { .id = 1, .node = 1024 }) },
	  { AB_ERR_ARG, "machine.cpus[].node", 1024, NODE, .index = 1 } },
	{ "second distance",
	  { BASE, RAM_1M, .distances = DISTANCES({ 0, 1, 20 }, { 1, 0, 9 }) },
	  { AB_ERR_ARG, "machine.distances[].value", 9,
	    "must be 10 within a node, 11 to 255 between nodes", .index = 1 } },
	/* lists that are not there */
	{ "no RAM where there is said to be",
	  { BASE, .ram = { NULL, 1 } },
	  { AB_ERR_ARG, "machine.ram.n", 1, NULL_LIST } },
	{ "no CPUs",
	  { TWO_CPUS, .cpus = { NULL, 2 } },
	  { AB_ERR_ARG, "machine.cpus.n", 2, NULL_LIST } },
	{ "no devices",
	  { BASE, RAM_1M, .devs = { NULL, 3 } },
	  { AB_ERR_ARG, "machine.devs.n", 3, NULL_LIST } },
	{ "no distances",
	  { BASE, RAM_1M, .distances = { NULL, 1 } },
	  { AB_ERR_ARG, "machine.distances.n", 1, NULL_LIST } },
	{ "no tables of a VMM's",
	  { BASE, RAM_1M, .acpi = { .tables = { NULL, 1 } } },
	  { AB_ERR_ARG, "machine.acpi.tables.n", 1, NULL_LIST } },
	{ "a table of a VMM's that is not there",
	  { BASE, RAM_1M,
	    .acpi = { .tables = AB_LIST(struct ab_bytes, { NULL, 0 }, { NULL, 36 }) } },
	  { AB_ERR_ARG, "machine.acpi.tables[].size", 36, "must be 0 if data is NULL",
	    .index = 1 } },
	{ "empty OEM id",
	  { BASE, RAM_1M, .acpi.oem_id = "" },
	  { AB_ERR_ARG, "machine.acpi.oem_id", 0, "length must be 1 to 6" } },
	{ "long OEM id",
	  { BASE, RAM_1M, .acpi.oem_id = "1234567" },
	  { AB_ERR_ARG, "machine.acpi.oem_id", 7, "length must be 1 to 6" } },
	{ "OEM id with a control character",
	  { BASE, RAM_1M, .acpi.oem_id = "ab\x1f" },
	  { AB_ERR_ARG, "machine.acpi.oem_id", 0x1f,
	    "each character must be printable ASCII, 32 to 126" } },
	{ "long OEM table id",
	  { BASE, RAM_1M, .acpi.oem_table_id = "123456789" },
	  { AB_ERR_ARG, "machine.acpi.oem_table_id", 9, "length must be 1 to 8" } },
	{ "OEM table id with DEL",
	  { BASE, RAM_1M, .acpi.oem_table_id = "\x7f" },
	  { AB_ERR_ARG, "machine.acpi.oem_table_id", 0x7f,
	    "each character must be printable ASCII, 32 to 126" } },
	{ "OEM table id with UTF-8",
	  { BASE, RAM_1M, .acpi.oem_table_id = "\xc3\xa4" },
	  { AB_ERR_ARG, "machine.acpi.oem_table_id", 0xc3,
	    "each character must be printable ASCII, 32 to 126" } },
};

static void test_bad_machines(void **state)
{
	(void)state;
	judge_bad(machine_rows, COUNT(machine_rows));
}

static uint64_t scattered(uint32_t i)
{
	return (uint64_t)i * 2654435761u % 0xfffffffbu; /* a prime step in a prime field */
}

/* Ids in any order, near together or far apart: the one given twice is found. */
static void test_ids_given_twice(void **state)
{
	static struct ab_cpu cpus[1000];
	struct ab_machine m = {
		.arch = AB_ARCH_X86_64, .n_cpus = COUNT(cpus), RAM_1M, .cpus = { cpus, COUNT(cpus) }
	};
	uint64_t seed = 0x13198a2e03707344;
	struct ab_error why;

	(void)state;
	for (unsigned int order = 0; order < 4; order++) {
		for (uint32_t i = 0; i < COUNT(cpus); i++)
			cpus[i].id = order == 0   ? i * 3
				     : order == 1 ? (COUNT(cpus) - i) * 5
				     : order == 2 ? scattered(i)
						  : (i + 1) % COUNT(cpus) + 8191 * 8;
		assert_ok(check_machine(&m, NULL, &why), &why, "distinct");
		for (unsigned int round = 0; round < 40; round++) {
			uint32_t a = rnd_below(&seed, COUNT(cpus));
			uint32_t b = rnd_below(&seed, COUNT(cpus));
			uint64_t was = cpus[b].id;
			struct ab_error want = { AB_ERR_ARG, "machine.cpus[].id", cpus[a].id,
						 "must differ from the id of every other CPU",
						 .index = a > b ? a : b };

			cpus[b].id = cpus[a].id;
			if (a != b)
				assert_whole_error(check_machine(&m, NULL, &why), &why, &want,
						   "twice");
			cpus[b].id = was;
		}
	}
}

/* Ids that differ in their upper halves only, in no order. */
static void test_strewn_cpus(void **state)
{
	static struct ab_cpu cpus[8192];
	struct ab_machine m = {
		.arch = AB_ARCH_X86_64, .n_cpus = COUNT(cpus), RAM_1M, .cpus = { cpus, COUNT(cpus) }
	};
	const struct ab_error want = { AB_ERR_ARG, "machine.cpus[].id", 77 << 16,
				       "must differ from the id of every other CPU",
				       .index = 8190 };
	struct ab_error why;

	(void)state;
	for (uint32_t i = 0; i < COUNT(cpus); i++)
		cpus[i].id = i * 4099 % COUNT(cpus) << 16;
	assert_ok(check_machine(&m, NULL, &why), &why, "in no order");
	cpus[8190].id = 77 << 16;
	assert_whole_error(check_machine(&m, NULL, &why), &why, &want, "twice");
}

/* Every distance of many nodes, in any order: the pair given twice is found. */
static void test_distances_given_twice(void **state)
{
	static struct ab_distance all[1024 * 300];
	struct ab_machine m = { BASE, RAM_1M, .distances = { all, COUNT(all) } };
	uint64_t seed = 0x082efa98ec4e6c89;
	struct ab_error why;

	(void)state;
	for (unsigned int order = 0; order < 3; order++) {
		for (uint32_t i = 0; i < COUNT(all); i++) {
			uint32_t at = order == 0   ? i
				      : order == 1 ? (uint32_t)COUNT(all) - 1 - i
						   : (uint32_t)((uint64_t)i * 7919 % COUNT(all));
			uint32_t from = at / 1024, to = at % 1024;

			all[i] = (struct ab_distance){ from, to, from == to ? 10 : 20 };
		}
		assert_ok(check_machine(&m, NULL, &why), &why, "each once");
		for (unsigned int round = 0; round < 4; round++) {
			uint32_t a = rnd_below(&seed, COUNT(all));
			uint32_t b = rnd_below(&seed, COUNT(all));
			struct ab_error want = { AB_ERR_ARG, "machine.distances[].to", all[a].to,
						 TWICE, .index = a > b ? a : b };
			struct ab_distance was = all[b];

			all[b] = all[a];
			if (a != b)
				assert_whole_error(check_machine(&m, NULL, &why), &why, &want,
						   "twice");
			all[b] = was;
		}
	}
}

/* As many CPUs and devices as there can be. Comparing each with each takes 2^31 steps: what this
 * fails by is the time limit of tests, on slow hosts first. */
static void test_many_of_everything(void **state)
{
	static struct ab_dev devs[65536];
	static struct ab_cpu cpus[65536];
	struct ab_machine m = { .arch = AB_ARCH_X86_64,
				.n_cpus = COUNT(cpus),
				.ram = RAM({ 0, AB_GiB, 0 }),
				.cpus = { cpus, COUNT(cpus) },
				.devs = { devs, COUNT(devs) } };
	struct ab_error want = {
		AB_ERR_OVERLAP,  "machine.devs[].base", 0x90000000, "machine.devs[].base",
		COUNT(devs) - 1, "virtio-mmio",         0,          "virtio-mmio",
		0x90000000
	};
	struct ab_error why;

	(void)state;
	for (uint32_t i = 0; i < COUNT(cpus); i++)
		cpus[i].id = (COUNT(cpus) - i) * 2;
	for (uint32_t i = 0; i < COUNT(devs); i++)
		devs[i] = (struct ab_dev){ .type = AB_DEV_VIRTIO_MMIO,
					   .base = 0x90000000 + (uint64_t)i * 0x1000,
					   .irq = 16 + i % 8 };
	assert_ok(check_machine(&m, NULL, &why), &why, "ascending");
	devs[COUNT(devs) - 1].base = 0x90000000;
	assert_whole_error(check_machine(&m, NULL, &why), &why, &want, "the last on the first");
	for (uint32_t i = 0; i < COUNT(devs) / 2; i++) {
		uint64_t base = devs[i].base;

		devs[i].base = devs[COUNT(devs) - 1 - i].base;
		devs[COUNT(devs) - 1 - i].base = base;
	}
	devs[0].base = devs[1].base + 0x1000;
	assert_ok(check_machine(&m, NULL, &why), &why, "descending");
	m.devs.n = 1024;
	for (uint32_t i = 0; i < m.devs.n; i++)
		devs[i].base = 0x90000000 + (uint64_t)(i * 5 % 1024) * 0x1000;
	assert_ok(check_machine(&m, NULL, &why), &why, "shuffled");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bad_machines),
		cmocka_unit_test(test_ids_given_twice),
		cmocka_unit_test(test_distances_given_twice),
		cmocka_unit_test(test_strewn_cpus),
		cmocka_unit_test(test_many_of_everything),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
