/* SPDX-License-Identifier: BSD-2-Clause */
/* A machine's device tree, node by node, read with libfdt. */
#include "fdt_look.h"

#define GIC3(n)                                                                                    \
	{                                                                                          \
		.dist = 0x08000000,                                                                \
		.redist = AB_LIST(struct ab_range, { 0x20000000, (n)*0x20000 })                    \
	}
#define RAM AB_LIST(struct ab_ram, { .base = 0x40000000, .size = AB_GiB })

static const struct ab_machine two_cpus = {
	.arch = AB_ARCH_ARM64,
	.n_cpus = 2,
	.ram = RAM,
	.arm64.gic = GIC3(2),
};

static struct ab_machine least(void)
{
	return two_cpus;
}

static void test_root(void **state)
{
	struct ab_machine m = least();

	(void)state;
	build(&m);
	assert_string_equal(text("/", "compatible"), "linux,dummy-virt");
	assert_string_equal(text("/", "model"), "aetherboot");
	assert_int_equal(cell("/", "#address-cells", 0), 2);
	assert_int_equal(cell("/", "#size-cells", 0), 2);
	assert_int_equal(cell("/", "interrupt-parent", 0),
			 cell("/interrupt-controller@8000000", "phandle", 0));
	assert_int_equal(fdt_boot_cpuid_phys(tree), 0);
	assert_int_equal(fdt_num_mem_rsv(tree), 0);
	/* nothing of what was not described */
	assert_int_equal(size_of("/chosen", "bootargs"), -1);
	assert_int_equal(size_of("/chosen", "linux,initrd-start"), -1);
	assert_int_equal(size_of("/chosen", "linux,initrd-end"), -1);
	assert_int_equal(size_of("/chosen", "stdout-path"), -1);
	assert_int_equal(size_of("/chosen", "rng-seed"), -1);
	assert_int_equal(size_of("/chosen", "kaslr-seed"), -1);
	assert_int_equal(size_of("/chosen", "linux,pci-probe-only"), -1);
	assert_int_equal(size_of("/memory@40000000", "numa-node-id"), -1);
	for (size_t i = 0; i < 6; i++) {
		static const char *const path[] = { "/aliases",      "/pmu",
						    "/distance-map", "/reserved-memory",
						    "/apb-pclk",     "/vmbus" };

		assert_true(fdt_path_offset(tree, path[i]) < 0);
	}
}

static void test_chosen(void **state)
{
	struct ab_machine m = least();
	const struct ab_memmap map = { m.ram, NULL, 0 };
	struct ab_fdt_chosen c = {
		.cmdline = "root=/dev/vda",
		.initrd = 0x41000000,
		.initrd_size = 0x1234,
		.rng_seed = { "\1\2\3", 3 },
		.kaslr_seed = 0x0102030405060708,
	};
	int len;

	(void)state;
	build_map(&m, &c, &map);
	assert_string_equal(text("/chosen", "bootargs"), "root=/dev/vda");
	CELLS("/chosen", "linux,initrd-start", 0x41000000);
	CELLS("/chosen", "linux,initrd-end", 0x41001234);
	CELLS("/chosen", "kaslr-seed", 0x01020304, 0x05060708);
	assert_memory_equal(fdt_getprop(tree, at("/chosen"), "rng-seed", &len), "\1\2\3", 3);
	assert_int_equal(len, 3);

	c.initrd = 0xffff0000; /* ends above 4 GiB: two cells, both of them */
	c.initrd_size = 0x10000;
	build_map(&m, &c, &map);
	CELLS("/chosen", "linux,initrd-start", 0, 0xffff0000);
	CELLS("/chosen", "linux,initrd-end", 1, 0);
	c.initrd_size--;
	build_map(&m, &c, &map);
	CELLS("/chosen", "linux,initrd-end", 0xffffffff);
}

static void test_errors(void **state)
{
	struct ab_machine m = least();
	const struct ab_memmap map = { m.ram, NULL, 0 };
	struct ab_fdt_chosen c = { .initrd = UINT64_MAX, .initrd_size = 2 };
	struct ab_buf b = ab_buf_over(tree, sizeof(tree));
	struct ab_error why;

	(void)state;
	assert_error(ab_fdt_machine(&m, &c, &map, &b, &why), &why,
		     &(struct expected){ AB_ERR_ARG, "fdt_chosen.initrd", UINT64_MAX,
					 "must end below 2^64" },
		     "wraps");
	b = ab_buf_over(tree, sizeof(tree));
	c.initrd_size = 1; /* ends at 2^64, which no cells can say */
	assert_int_equal(ab_fdt_machine(&m, &c, &map, &b, &why), AB_ERR_ARG);
	b = ab_buf_over(tree, sizeof(tree));
	assert_int_equal(ab_fdt_stub(&c, &b, &why), AB_ERR_ARG);
	b = ab_buf_over(tree, sizeof(tree));
	m.arch = AB_ARCH_X86_64;
	assert_error(
	    ab_fdt_machine(&m, &c, &map, &b, &why), &why,
	    &(struct expected){ AB_ERR_UNSUPPORTED, "machine.arch", AB_ARCH_X86_64,
				"must be an architecture that device trees describe: arm64" },
	    "x86");
}

/* Each capacity below the need: NOSPACE with the need, and nothing past the end is touched. */
static void test_need(void **state)
{
	struct ab_machine m = least();
	const struct ab_memmap map = { m.ram, NULL, 0 };
	const struct ab_fdt_chosen c = { .spare = 21 };
	size_t need = build_map(&m, &c, &map);
	static uint8_t small[8192];

	(void)state;
	for (size_t cap = 0; cap < need; cap++) {
		struct ab_buf b = ab_buf_over(small, cap);
		struct ab_error why;

		memset(small + cap, 0xa5, 16);
		assert_int_equal(ab_fdt_machine(&m, &c, &map, &b, &why), AB_ERR_NOSPACE);
		assert_int_equal(b.len, need);
		for (size_t i = cap; i < cap + 16; i++)
			assert_int_equal(small[i], 0xa5);
	}
}

/* Room that firmware can edit in, without opening the tree into a larger buffer. */
static void test_spare(void **state)
{
	struct ab_machine m = least();
	const struct ab_memmap map = { m.ram, NULL, 0 };
	size_t tight = build(&m);

	(void)state;
	assert_int_equal(fdt_setprop_string(tree, at("/chosen"), "bootargs", "edited"),
			 -FDT_ERR_NOSPACE);
	assert_int_equal(build_map(&m, &(struct ab_fdt_chosen){ .spare = 4096 }, &map),
			 tight + 4096);
	assert_int_equal(fdt_setprop_string(tree, at("/chosen"), "bootargs", "edited"), 0);
	assert_string_equal(text("/chosen", "bootargs"), "edited");
	assert_in_range(build_map(&m, &(struct ab_fdt_chosen){ .spare = 8 }, &map) - tight, 8, 8);
	assert_in_range(build_map(&m, &(struct ab_fdt_chosen){ .spare = 1 }, &map) - tight, 0, 8);
}

/* ---- memory --------------------------------------------------------------------------------- */

static void test_memory(void **state)
{
	struct ab_machine m = least();

	(void)state;
	m.phys_bits = 44;
	m.ram = (struct ab_ram_list)AB_LIST(
	    struct ab_ram, { .base = 0x40000000, .size = 0x3000000 },
	    { .base = 0x10000000000, .size = 0x20000000000, .node = 2 });
	m.distances =
	    (struct ab_distance_list)AB_LIST(struct ab_distance, { 0, 2, 31 }, { 2, 0, 33 });
	build(&m);
	assert_string_equal(text("/memory@40000000", "device_type"), "memory");
	CELLS("/memory@40000000", "reg", 0, 0x40000000, 0, 0x3000000);
	CELLS("/memory@40000000", "numa-node-id", 0);
	CELLS("/memory@10000000000", "reg", 0x100, 0, 0x200, 0);
	CELLS("/memory@10000000000", "numa-node-id", 2);
	assert_string_equal(text("/distance-map", "compatible"), "numa-distance-map-v1");
	CELLS("/distance-map", "distance-matrix", 0, 0, 10, 0, 1, 20, 0, 2, 31, 1, 0, 20, 1, 1, 10,
	      1, 2, 20, 2, 0, 33, 2, 1, 20, 2, 2, 10);
	CELLS("/cpus/cpu@0", "numa-node-id", 0);
	CELLS("/cpus/cpu@1", "numa-node-id", 1);
}

/* What the map tells as not RAM, cut to what of it lies in RAM. */
static void test_reserved(void **state)
{
	struct ab_machine m = least();
	const struct ab_region region[] = {
		{ 0x10000000, 0x1000, AB_REGION_ECAM, AB_MEM_RESERVED, false, 0, "outside" },
		{ 0x3ffff000, 0x1000, AB_REGION_ECAM, AB_MEM_RESERVED, false, 0, "touches" },
		{ 0x40000000, 0x2000, AB_REGION_RESERVED, AB_MEM_RESERVED, false, 0, "first" },
		{ 0x41000000, 0x1000, AB_REGION_KERNEL, AB_MEM_RAM, true, 0, "RAM to the guest" },
		{ 0x42000000, 0x1000, AB_REGION_RESERVED, AB_MEM_ACPI, false, 0, "tables" },
		{ 0x42001000, 0x1000, AB_REGION_RESERVED, AB_MEM_NVS, false, 0, "nvs" },
		{ 0x4ffff000, 0x1000, AB_REGION_RESERVED, AB_MEM_RESERVED, false, 0, "end" },
		{ 0x50000000, 0x3000, AB_REGION_RESERVED, AB_MEM_RESERVED, false, 0, "next" },
		{ 0x60000000, 0x1000, AB_REGION_RESERVED, AB_MEM_RESERVED, false, 0, "behind" },
	};
	struct ab_memmap map = { .region = region, .n_regions = COUNT(region) };
	int node, n = 0;

	(void)state;
	m.ram =
	    (struct ab_ram_list)AB_LIST(struct ab_ram, { .base = 0x40000000, .size = 0x10000000 },
					{ .base = 0x50000000, .size = 0x10000000 });
	map.ram = m.ram;
	build_map(&m, &(struct ab_fdt_chosen){ 0 }, &map);
	CELLS("/reserved-memory", "#address-cells", 2);
	CELLS("/reserved-memory", "#size-cells", 2);
	assert_int_equal(size_of("/reserved-memory", "ranges"), 0);
	CELLS("/reserved-memory/reserved@40000000", "reg", 0, 0x40000000, 0, 0x2000);
	assert_int_equal(size_of("/reserved-memory/reserved@40000000", "no-map"), 0);
	CELLS("/reserved-memory/reserved@42000000", "reg", 0, 0x42000000, 0, 0x1000);
	CELLS("/reserved-memory/reserved@42001000", "reg", 0, 0x42001000, 0, 0x1000);
	CELLS("/reserved-memory/reserved@4ffff000", "reg", 0, 0x4ffff000, 0, 0x1000);
	CELLS("/reserved-memory/reserved@50000000", "reg", 0, 0x50000000, 0, 0x3000);
	fdt_for_each_subnode(node, tree, at("/reserved-memory")) n++;
	assert_int_equal(n, 5);
}

/* ---- interrupts ----------------------------------------------------------------------------- */

static void test_timer_pmu_psci(void **state)
{
	struct ab_machine m = least();

	(void)state;
	build(&m);
	assert_string_equal(text("/timer", "compatible"), "arm,armv8-timer");
	CELLS("/timer", "interrupts", 1, 13, 8, 1, 14, 8, 1, 11, 8, 1, 10, 8);
	assert_int_equal(size_of("/timer", "always-on"), 0);
	assert_int_equal(size_of("/psci", "compatible"), 35);
	assert_memory_equal(text("/psci", "compatible"), "arm,psci-1.0\0arm,psci-0.2\0arm,psci",
			    35);
	/* of 64 bits, but for CPU_OFF, which has no parameters: PSCI, CPU_SUSPEND, CPU_OFF, CPU_ON
	 */
	assert_int_equal(cell("/psci", "cpu_suspend", 0), 0xc4000001);
	assert_int_equal(cell("/psci", "cpu_off", 0), 0x84000002);
	assert_int_equal(cell("/psci", "cpu_on", 0), 0xc4000003);
	assert_string_equal(text("/psci", "method"), "hvc");

	m.arm64.conduit = AB_CONDUIT_SMC;
	m.arm64.pmu = 23;
	m.arm64.timer = (struct ab_timer){ 16, 17, 20, 31, 28 };
	m.arm64.gic = (struct ab_gic){
		.version = 2, .dist = 0x08000000, .cpu = 0x08010000, .maintenance = 25
	};
	build(&m);
	assert_string_equal(text("/psci", "method"), "smc");
	/* a GICv2's tell their CPUs: two */
	CELLS("/timer", "interrupts", 1, 0, 0x308, 1, 1, 0x308, 1, 4, 0x308, 1, 15, 0x308, 1, 12,
	      0x308);
	assert_string_equal(text("/pmu", "compatible"), "arm,armv8-pmuv3");
	CELLS("/pmu", "interrupts", 1, 7, 0x304);
	assert_string_equal(text("/interrupt-controller@8000000", "compatible"),
			    "arm,cortex-a15-gic");
	CELLS("/interrupt-controller@8000000", "reg", 0, 0x8000000, 0, 0x1000, 0, 0x8010000, 0,
	      0x2000);
	CELLS("/interrupt-controller@8000000", "interrupts", 1, 9, 0x304);
	CELLS("/interrupt-controller@8000000", "#address-cells", 0);
}

static void test_gicv3(void **state)
{
	struct ab_machine m = least();
	const char *gic = "/interrupt-controller@8000000";

	(void)state;
	build(&m);
	assert_string_equal(text(gic, "compatible"), "arm,gic-v3");
	CELLS(gic, "reg", 0, 0x8000000, 0, 0x10000, 0, 0x20000000, 0, 0x40000);
	CELLS(gic, "#interrupt-cells", 3);
	CELLS(gic, "#address-cells", 0);
	assert_int_equal(size_of(gic, "interrupt-controller"), 0);
	assert_int_equal(size_of(gic, "#redistributor-regions"), -1);
	assert_int_equal(size_of(gic, "interrupts"), -1);

	m.arm64.gic =
	    (struct ab_gic){ .version = 3,
			     .dist = 0x08000000,
			     .redist = AB_LIST(struct ab_range, { 0x10000000000, 0x20000 },
					       { 0x080a0000, 0x40000 }),
			     .its = AB_LIST(struct ab_its, { 0x08080000 }),
			     .maintenance = 25 };
	m.phys_bits = 44;
	build(&m);
	CELLS(gic, "reg", 0, 0x8000000, 0, 0x10000, 0x100, 0, 0, 0x20000, 0, 0x80a0000, 0, 0x40000);
	CELLS(gic, "#redistributor-regions", 2);
	CELLS(gic, "interrupts", 1, 9, 4);
	CELLS(gic, "#address-cells", 2);
	CELLS(gic, "#size-cells", 2);
	assert_int_equal(size_of(gic, "ranges"), 0);
	gic = "/interrupt-controller@8000000/msi-controller@8080000";
	assert_string_equal(text(gic, "compatible"), "arm,gic-v3-its");
	CELLS(gic, "reg", 0, 0x8080000, 0, 0x20000);
	CELLS(gic, "#msi-cells", 1);
	CELLS(gic, "phandle", AB_FDT_PHANDLE_MSI);
	assert_int_equal(size_of(gic, "msi-controller"), 0);

	m.arm64.gic.its.n = 0;
	m.arm64.gic.v2m = 0x08020000;
	m.arm64.gic.v2m_spi = 80;
	m.arm64.gic.v2m_spis = 64;
	build(&m);
	gic = "/interrupt-controller@8000000/v2m@8020000";
	assert_string_equal(text(gic, "compatible"), "arm,gic-v2m-frame");
	CELLS(gic, "reg", 0, 0x8020000, 0, 0x1000);
	CELLS(gic, "arm,msi-base-spi", 80);
	CELLS(gic, "arm,msi-num-spis", 64);
	CELLS(gic, "phandle", AB_FDT_PHANDLE_MSI);
	assert_int_equal(size_of(gic, "msi-controller"), 0);
}

/* ---- CPUs ----------------------------------------------------------------------------------- */

static void test_cpus(void **state)
{
	struct ab_machine m = least();

	(void)state;
	m.cpus = (struct ab_cpu_list)AB_LIST(struct ab_cpu, { .id = 0x30201 }, { .id = 0x8100 });
	build(&m);
	assert_int_equal(fdt_boot_cpuid_phys(tree), 0x30201);
	CELLS("/cpus", "#address-cells", 1);
	CELLS("/cpus", "#size-cells", 0);
	CELLS("/cpus/cpu@30201", "reg", 0x30201);
	CELLS("/cpus/cpu@8100", "reg", 0x8100);
	assert_string_equal(text("/cpus/cpu@8100", "device_type"), "cpu");
	assert_string_equal(text("/cpus/cpu@8100", "compatible"), "arm,armv8");
	assert_string_equal(text("/cpus/cpu@8100", "enable-method"), "psci");
	assert_int_equal(size_of("/cpus/cpu@8100", "status"), -1);
	assert_int_equal(size_of("/cpus/cpu@8100", "next-level-cache"), -1);
	CELLS("/cpus/cpu-map/cluster0/core0", "cpu", cell("/cpus/cpu@30201", "phandle", 0));
	CELLS("/cpus/cpu-map/cluster0/core1", "cpu", cell("/cpus/cpu@8100", "phandle", 0));

	m.cpus = (struct ab_cpu_list)AB_LIST(struct ab_cpu, { .id = 1 }, { .id = 0xff00ffffff });
	build(&m); /* Aff3: all CPUs' reg is two cells */
	CELLS("/cpus", "#address-cells", 2);
	CELLS("/cpus/cpu@1", "reg", 0, 1);
	CELLS("/cpus/cpu@ff00ffffff", "reg", 0xff, 0xffffff);
}

/* Every CPU is there once, with the MPIDR of clusters of 16, and in the map in its place. */
static void many(uint32_t n, struct ab_topology t)
{
	struct ab_machine m = least();
	struct ab_gic gic = { .dist = 0x08000000,
			      .redist = AB_LIST(struct ab_range, { 0x20000000, 512 * 0x20000 }) };
	uint32_t threads, cores, dies;
	char path[96];
	int node, count = 0, places = 0;

	m.n_cpus = n;
	m.arm64.gic = gic;
	m.topology = t;
	m.ram = (struct ab_ram_list)AB_LIST(struct ab_ram, { .base = AB_TiB / 2, .size = AB_GiB });
	build(&m);
	threads = t.threads != 0 ? t.threads : 1;
	cores = t.cores != 0 ? t.cores : n;
	dies = t.dies != 0 ? t.dies : 1;
	for (uint32_t i = 0; i < n; i++) {
		uint32_t mpidr = i % 16 + (i / 16 << 8), core = i / threads, phandle;
		char socket[24] = "", thread[24] = "";

		snprintf(path, sizeof(path), "/cpus/cpu@%x", (unsigned int)mpidr);
		CELLS(path, "reg", mpidr);
		phandle = cell(path, "phandle", 0);
		assert_int_equal(fdt_node_offset_by_phandle(tree, phandle), at(path));
		if (threads * cores * dies < n)
			snprintf(socket, sizeof(socket), "/socket%u",
				 (unsigned int)(core / cores / dies));
		if (threads > 1)
			snprintf(thread, sizeof(thread), "/thread%u", (unsigned int)(i % threads));
		snprintf(path, sizeof(path), "/cpus/cpu-map%s/cluster%u/core%u%s", socket,
			 (unsigned int)(core / cores % dies), (unsigned int)(core % cores), thread);
		CELLS(path, "cpu", phandle);
	}
	fdt_for_each_subnode(node, tree, at("/cpus")) count++;
	assert_int_equal(count, n + 1);
	/* and nothing else is in the map */
	for (node = fdt_next_node(tree, -1, NULL); node >= 0;
	     node = fdt_next_node(tree, node, NULL))
		places += fdt_getprop(tree, node, "cpu", NULL) != NULL;
	assert_int_equal(places, n);
}

static void test_many_cpus(void **state)
{
	(void)state;
	many(300, (struct ab_topology){ 0 });
	many(300, (struct ab_topology){ .threads = 2, .cores = 25, .dies = 2 });
	many(512, (struct ab_topology){ .threads = 4, .cores = 16 });
	many(7, (struct ab_topology){ .threads = 2, .cores = 2 }); /* the last core is half */
	many(3, (struct ab_topology){ .threads = 2, .cores = 2 });
	many(5, (struct ab_topology){ .cores = 2, .dies = 2 });
	assert_true(fdt_path_offset(tree, "/cpus/cpu-map/socket1/cluster1") < 0);
}

static void test_caches(void **state)
{
	struct ab_machine m = least();
	struct ab_gic gic = GIC3(8);

	(void)state;
	m.n_cpus = 8;
	m.arm64.gic = gic;
	m.caches = (struct ab_cache_list)AB_LIST(
	    struct ab_cache, { 1, AB_CACHE_DATA, 0x8000, 64, 4, 1 },
	    { 1, AB_CACHE_INSTRUCTION, 0xc000, 128, 3, 1 },
	    { 2, AB_CACHE_UNIFIED, 0x80000, 64, 8, 2 },
	    { 3, AB_CACHE_UNIFIED, 0x80000000, 64, 1, 8 }); /* more sets than 16 bits count */
	build(&m);
	CELLS("/cpus/cpu@5", "d-cache-size", 0x8000);
	CELLS("/cpus/cpu@5", "d-cache-sets", 128);
	CELLS("/cpus/cpu@5", "d-cache-line-size", 64);
	CELLS("/cpus/cpu@5", "i-cache-size", 0xc000);
	CELLS("/cpus/cpu@5", "i-cache-sets", 128);
	CELLS("/cpus/cpu@5", "i-cache-line-size", 128);
	for (uint32_t i = 0; i < 8; i++) {
		char path[32], cache[32];

		snprintf(path, sizeof(path), "/cpus/cpu@%u", (unsigned int)i);
		snprintf(cache, sizeof(cache), "/cpus/l2-cache%u", (unsigned int)i / 2);
		CELLS(path, "next-level-cache", cell(cache, "phandle", 0));
		assert_string_equal(text(cache, "compatible"), "cache");
		CELLS(cache, "cache-level", 2);
		CELLS(cache, "cache-size", 0x80000);
		CELLS(cache, "cache-sets", 1024);
		CELLS(cache, "cache-line-size", 64);
		CELLS(cache, "next-level-cache", cell("/cpus/l3-cache0", "phandle", 0));
		assert_int_equal(size_of(cache, "cache-unified"), 0);
	}
	CELLS("/cpus/l3-cache0", "cache-level", 3);
	CELLS("/cpus/l3-cache0", "cache-size", 0x80000000);
	CELLS("/cpus/l3-cache0", "cache-sets", 0x2000000);
	assert_int_equal(size_of("/cpus/l3-cache0", "next-level-cache"), -1);
	assert_true(fdt_path_offset(tree, "/cpus/l2-cache4") < 0);
	assert_true(fdt_path_offset(tree, "/cpus/l3-cache1") < 0);

	m.caches = (struct ab_cache_list)AB_LIST(struct ab_cache,
						 { 1, AB_CACHE_UNIFIED, 0x8000, 64, 4, 1 },
						 { 2, AB_CACHE_DATA, 0x80000, 64, 8, 0 });
	build(&m); /* 0 that share: one each */
	assert_int_equal(size_of("/cpus/cpu@7", "cache-unified"), 0);
	CELLS("/cpus/cpu@7", "cache-sets", 128);
	CELLS("/cpus/cpu@7", "next-level-cache", cell("/cpus/l2-cache7", "phandle", 0));
	CELLS("/cpus/l2-cache7", "d-cache-size", 0x80000);
	assert_int_equal(size_of("/cpus/l2-cache7", "cache-unified"), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_root),           cmocka_unit_test(test_chosen),
		cmocka_unit_test(test_errors),         cmocka_unit_test(test_need),
		cmocka_unit_test(test_spare),          cmocka_unit_test(test_memory),
		cmocka_unit_test(test_reserved),       cmocka_unit_test(test_gicv3),
		cmocka_unit_test(test_timer_pmu_psci), cmocka_unit_test(test_cpus),
		cmocka_unit_test(test_many_cpus),      cmocka_unit_test(test_caches),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
