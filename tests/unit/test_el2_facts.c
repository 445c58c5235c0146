/* SPDX-License-Identifier: BSD-2-Clause */
/* What EL2 takes from its machine's tree, and which machines it refuses. */
#include "unit.h"

#include <aetherboot/fdt.h>

#include "el2/facts.h"

static _Alignas(8) uint8_t blob[1 << 16];

/* A tree; zero is a machine that is accepted. */
struct machine {
	uint32_t cpus; /* 0: 1 */
	bool no_cpus;
	uint32_t rams; /* 0: 1, of 1 MiB each, 16 MiB apart */
	bool no_ram;
	uint32_t reserved, redists, virtios;
	const char *gic; /* NULL: arm,gic-v3 */
	uint32_t v2_frames; /* a GICv2 with so many frames, of 8 KiB, */
	uint32_t v2_at, v2_size; /* but the last one at an offset, and of that size, if not 0 */
	bool no_gic_reg;
	const char *psci; /* NULL: arm,psci-1.0 */
	const char *method; /* NULL: smc */
	const char *uart; /* NULL: arm,pl011 */
	bool extended; /* interrupts of devices are extended SPIs */
	const char *console; /* NULL: /pl011@9000000 */
	bool no_timer;
	uint32_t spi; /* 1: the physical timer's interrupt is one, 2: the virtual one's */
	size_t seed; /* bytes of rng-seed */
	uint64_t mpidr; /* of the CPU that boots */
};

static void put_cpus(struct ab_fdt *f, uint32_t n)
{
	ab_fdt_node(f, "cpus");
	ab_fdt_u32(f, "#address-cells", 1);
	ab_fdt_u32(f, "#size-cells", 0);
	for (uint32_t i = 0; i < n; i++) {
		ab_fdt_node_at(f, "cpu", i);
		ab_fdt_string(f, "device_type", "cpu");
		ab_fdt_u32(f, "reg", i);
		ab_fdt_string(f, "enable-method", "psci");
		ab_fdt_end(f);
	}
	ab_fdt_end(f);
}

static void put_memory(struct ab_fdt *f, const struct machine *m)
{
	for (uint32_t i = 0; i < (m->no_ram ? 0 : m->rams + !m->rams); i++) {
		ab_fdt_node_at(f, "memory", 0x40000000 + i * 16 * AB_MiB);
		ab_fdt_string(f, "device_type", "memory");
		ab_fdt_reg(f, 0x40000000 + i * 16 * AB_MiB, AB_MiB);
		ab_fdt_end(f);
	}
	ab_fdt_node(f, "reserved-memory");
	ab_fdt_u32(f, "#address-cells", 2);
	ab_fdt_u32(f, "#size-cells", 2);
	ab_fdt_flag(f, "ranges");
	for (uint32_t i = 0; i < m->reserved; i++) {
		ab_fdt_node_at(f, "r", 0x40000000 + i * 0x2000);
		ab_fdt_reg(f, 0x40000000 + i * 0x2000, 0x1000);
		ab_fdt_end(f);
	}
	ab_fdt_end(f);
}

static void put_gic(struct ab_fdt *f, const struct machine *m)
{
	static const uint32_t ppi[] = { 1, 9, 4 };
	const uint32_t n = m->redists + !m->redists;
	uint32_t reg[4 * 40] = { 0, 0x8000000, 0, 0x10000 };

	for (uint32_t i = 0; i < n; i++) {
		reg[4 + 4 * i + 1] = 0x8100000 + i * 0x40000;
		reg[4 + 4 * i + 3] = 0x20000;
	}
	for (uint32_t i = 0; i < m->v2_frames; i++) {
		const bool last = i + 1 == m->v2_frames;

		reg[4 * i + 1] = 0x8000000 + i * 0x10000 + (last ? m->v2_at : 0);
		reg[4 * i + 3] = last && m->v2_size != 0 ? m->v2_size : 0x2000;
	}
	ab_fdt_node(f, "interrupt-controller");
	ab_fdt_string(f, "compatible", m->gic != NULL ? m->gic : "arm,gic-v3");
	ab_fdt_u32(f, "#interrupt-cells", 3);
	ab_fdt_u32(f, "#redistributor-regions", n);
	ab_fdt_flag(f, "interrupt-controller");
	if (!m->no_gic_reg)
		ab_fdt_cells(f, "reg", reg, m->v2_frames != 0 ? 4 * m->v2_frames : 4 + 4 * n);
	ab_fdt_cells(f, "interrupts", ppi, 3);
	ab_fdt_end(f);
}

static void put_devices(struct ab_fdt *f, const struct machine *m)
{
	const uint32_t timer[] = { 1, 13, 4, m->spi != 1, 14, 4, m->spi != 2, 11, 4, 1, 10, 4 };
	const uint32_t spi[] = { m->extended ? 2 : 0, 1, 4 };

	if (!m->no_timer) {
		ab_fdt_node(f, "timer");
		ab_fdt_string(f, "compatible", "arm,armv8-timer");
		ab_fdt_cells(f, "interrupts", timer, COUNT(timer));
		ab_fdt_end(f);
	}
	ab_fdt_node(f, "psci");
	ab_fdt_string(f, "compatible", m->psci != NULL ? m->psci : "arm,psci-1.0");
	ab_fdt_string(f, "method", m->method != NULL ? m->method : "smc");
	ab_fdt_end(f);
	ab_fdt_node_at(f, "pl011", 0x9000000);
	ab_fdt_string(f, "compatible", m->uart != NULL ? m->uart : "arm,pl011");
	ab_fdt_reg(f, 0x9000000, 0x1000);
	ab_fdt_cells(f, "interrupts", spi, 3);
	ab_fdt_end(f);
	ab_fdt_node(f, "nowhere");
	ab_fdt_string(f, "compatible", "arm,pl011");
	ab_fdt_end(f);
	for (uint32_t i = 0; i < m->virtios; i++) {
		ab_fdt_node_at(f, "virtio_mmio", 0xa000000 + i * 0x200);
		ab_fdt_string(f, "compatible", "virtio,mmio");
		ab_fdt_reg(f, 0xa000000 + i * 0x200, 0x200);
		ab_fdt_cells(f, "interrupts", spi, 3);
		ab_fdt_end(f);
	}
}

/* Write the tree, and read it. */
static enum ab_err facts_of(const struct machine *m, struct el2_facts *f, struct ab_error *why)
{
	struct ab_buf b = ab_buf_over(blob, sizeof(blob));
	uint8_t seed[2 * EL2_SEED_MAX];
	struct ab_fdt t;
	enum ab_err err;

	for (size_t i = 0; i < sizeof(seed); i++)
		seed[i] = (uint8_t)(i + 1);
	ab_fdt_begin(&t, &b);
	ab_fdt_u32(&t, "#address-cells", 2);
	ab_fdt_u32(&t, "#size-cells", 2);
	ab_fdt_node(&t, "chosen");
	ab_fdt_string(&t, "bootargs", "quiet");
	ab_fdt_string(&t, "stdout-path", m->console != NULL ? m->console : "/pl011@9000000");
	ab_fdt_u64(&t, "linux,initrd-start", 0x48000000);
	ab_fdt_u64(&t, "linux,initrd-end", 0x48001234);
	ab_fdt_u64(&t, "kaslr-seed", UINT64_C(0x1122334455667788));
	if (m->seed != 0)
		ab_fdt_bytes(&t, "rng-seed", seed, m->seed);
	ab_fdt_end(&t);
	if (!m->no_cpus)
		put_cpus(&t, m->cpus + !m->cpus);
	put_memory(&t, m);
	put_gic(&t, m);
	put_devices(&t, m);
	assert_ok(ab_fdt_finish(&t, why), why, "tree");
	err = el2_facts_read(f, (struct ab_bytes){ blob, b.len }, m->mpidr, why);
	return err;
}

static const struct machine whole = {
	.cpus = 4, .rams = 3, .reserved = 2, .redists = 2, .virtios = 2, .seed = 32
};

static void test_facts(void **state)
{
	struct el2_facts f;
	struct ab_error why;

	(void)state;
	assert_ok(facts_of(&whole, &f, &why), &why, "whole");
	assert_int_equal(f.info.cpus.n, 4);
	assert_true(f.cpus[3].mpidr == 3 && f.cpus[3].psci && f.cpus[3].okay);
	assert_int_equal(f.info.memory.n, 3);
	assert_true(f.memory[2].base == 0x42000000 && f.memory[2].size == AB_MiB);
	assert_int_equal(f.info.reserved.n, 2);
	assert_true(f.reserved[1].base == 0x40002000 && f.reserved[1].size == 0x1000);
	assert_int_equal(f.info.redist.n, 2);
	assert_true(f.redist[1].base == 0x8140000 && f.redist[1].size == 0x20000);
	assert_int_equal(f.info.virtio.n, 2);
	assert_true(f.virtio[1].reg.base == 0xa000200 && f.virtio[1].intid == 33);
	assert_true(f.info.gic_dist.base == 0x8000000 && f.info.gic_dist.size == 0x10000);
	assert_true(f.info.initrd.base == 0x48000000 && f.info.initrd.size == 0x1234);
	assert_true(f.info.timer.phys == 30 && f.info.timer.virt == 27 && f.info.timer.hyp == 26);
	assert_int_equal(f.info.maintenance, 25);
	assert_int_equal(f.info.uart_type, AB_DEV_UART_PL011);
	assert_true(f.info.uart.reg.base == 0x9000000);
	/* seeds are secret: one is kept, for EL2 alone; the others go with the tree */
	assert_int_equal(f.seed_size, 32);
	for (size_t i = 0; i < EL2_SEED_MAX; i++)
		assert_int_equal(f.seed[i], i < 32 ? i + 1 : 0);
	assert_true(f.info.kaslr_seed == 0);
}

/* EL2 has no extended SPIs: it does not listen to the console, and a device keeps its number, by
 * which giving it is refused. */
static void test_extended(void **state)
{
	const struct machine m = { .extended = true, .virtios = 1 };
	struct el2_facts f;
	struct ab_error why;

	(void)state;
	assert_ok(facts_of(&m, &f, &why), &why, "extended SPIs");
	assert_int_equal(f.info.uart.intid, 0);
	assert_int_equal(f.virtio[0].intid, 4097);
}

static void test_gicv2(void **state)
{
	const struct machine m = { .gic = "arm,cortex-a15-gic", .v2_frames = 4, .cpus = 8 };
	struct el2_facts f;
	struct ab_error why;

	(void)state;
	assert_ok(facts_of(&m, &f, &why), &why, "GICv2");
	assert_int_equal(f.info.gic_version, 2);
	assert_true(f.info.gic_cpu.base == 0x8010000 && f.info.gic_hyp.base == 0x8020000 &&
		    f.info.gic_vcpu.base == 0x8030000 && f.info.gic_vcpu.size == 0x2000);
}

/* A pointer within the tree, in any of the words of the facts. */
static void no_pointer_into_tree(const struct el2_facts *f)
{
	for (size_t i = 0; i + sizeof(uintptr_t) <= sizeof(*f); i++) {
		uintptr_t word;

		memcpy(&word, (const uint8_t *)f + i, sizeof(word));
		if (word >= (uintptr_t)blob && word < (uintptr_t)blob + sizeof(blob))
			fail_msg("the word at %zu points into the tree", i);
	}
}

static void test_owns(void **state)
{
	static struct el2_facts f, before;
	struct ab_error why;

	(void)state;
	memset(&f, 0x5a, sizeof(f));
	assert_ok(facts_of(&whole, &f, &why), &why, "whole");
	no_pointer_into_tree(&f);
	assert_null(f.info.bootargs.data);
	assert_null(f.info.rng_seed.data);
	assert_true(f.info.cpus.at == f.cpus && f.info.memory.at == f.memory &&
		    f.info.reserved.at == f.reserved && f.info.redist.at == f.redist &&
		    f.info.virtio.at == f.virtio);
	before = f;
	memset(blob, 0xee, sizeof(blob));
	assert_memory_equal(&f, &before, sizeof(f));
}

static void test_seeds(void **state)
{
	static const size_t sizes[] = { 0, 1, 63, 64, 65, 128 };
	struct el2_facts f;
	struct ab_error why;

	(void)state;
	for (size_t i = 0; i < COUNT(sizes); i++) {
		const struct machine m = { .seed = sizes[i] };

		assert_ok(facts_of(&m, &f, &why), &why, "seed");
		assert_int_equal(f.seed_size, sizes[i] < 64 ? sizes[i] : 64);
		for (size_t k = 0; k < f.seed_size; k++)
			assert_int_equal(f.seed[k], k + 1);
	}
}

static void test_limits(void **state)
{
	const struct machine m = {
		.cpus = 24, .rams = 16, .reserved = 16, .redists = 16, .virtios = 32
	};
	struct el2_facts f;
	struct ab_error why;

	(void)state;
	assert_ok(facts_of(&m, &f, &why), &why, "all lists full");
	assert_int_equal(f.info.cpus.n, 24);
	assert_int_equal(f.info.virtio.n, 32);
}

static void test_consoles(void **state)
{
	static const struct {
		const char *compatible;
		enum ab_dev_type type;
	} rows[] = {
		{ "arm,pl011", AB_DEV_UART_PL011 },
		{ "arm,sbsa-uart", AB_DEV_UART_SBSA },
		{ "ns16550a", AB_DEV_UART_16550 },
	};
	struct el2_facts f;
	struct ab_error why;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct machine m = { .uart = rows[i].compatible };

		assert_ok(facts_of(&m, &f, &why), &why, rows[i].compatible);
		assert_int_equal(f.info.uart_type, rows[i].type);
	}
}

#define CONSOLE "stdout-path must name a PL011, an SBSA UART or a 16550"
#define PSCI "CPUs must be started by PSCI 0.2 or later, called by SMC"
#define GICV2 "a GICv2 must have GICD, GICC, GICH and GICV, in pages of 4 KiB"
#define ROOM "the array must have room for as many entries"

static void test_refused(void **state)
{
	static const struct {
		const char *name;
		struct machine m;
		struct expected want;
	} rows[] = {
		{ "GICv2 without GICV",
		  { .gic = "arm,gic-400", .v2_frames = 3 },
		  { AB_ERR_UNSUPPORTED, "fdt_info.gic_vcpu", 0, GICV2 } },
		{ "GICv2 with GICD and GICC",
		  { .gic = "arm,gic-400", .v2_frames = 2 },
		  { AB_ERR_UNSUPPORTED, "fdt_info.gic_vcpu", 0, GICV2 } },
		{ "GICV of a page",
		  { .gic = "arm,gic-400", .v2_frames = 4, .v2_size = 0x1000 },
		  { AB_ERR_UNSUPPORTED, "fdt_info.gic_vcpu", 0x1000, GICV2 } },
		{ "GICV within a page",
		  { .gic = "arm,gic-400", .v2_frames = 4, .v2_at = 0x800 },
		  { AB_ERR_UNSUPPORTED, "fdt_info.gic_vcpu", 0x2000, GICV2 } },
		{ "GICv2 with 9 CPUs",
		  { .gic = "arm,gic-400", .v2_frames = 4, .cpus = 9 },
		  { AB_ERR_UNSUPPORTED, "fdt_info.cpus", 9, "a GICv2 has at most 8 CPUs" } },
		{ "unknown GIC",
		  { .gic = "arm,gic-v9" },
		  { AB_ERR_UNSUPPORTED, "fdt_info.gic_version", 0,
		    "the interrupt controller must be a GICv2 or a GICv3" } },
		{ "GIC nowhere",
		  { .no_gic_reg = true },
		  { AB_ERR_UNSUPPORTED, "fdt_info.redist", 0,
		    "the GIC must have a distributor and redistributors" } },
		{ "no PSCI",
		  { .psci = "arm,psci" },
		  { AB_ERR_UNSUPPORTED, "fdt_info.conduit", 0, PSCI } },
		{ "HVC",
		  { .method = "hvc" },
		  { AB_ERR_UNSUPPORTED, "fdt_info.conduit", AB_CONDUIT_HVC, PSCI } },
		{ "no method",
		  { .method = "spin" },
		  { AB_ERR_UNSUPPORTED, "fdt_info.conduit", AB_CONDUIT_HVC, PSCI } },
		{ "unknown UART",
		  { .uart = "acme,uart" },
		  { AB_ERR_UNSUPPORTED, "fdt_info.uart_type", 0, CONSOLE } },
		{ "no such console",
		  { .console = "/uart@1" },
		  { AB_ERR_UNSUPPORTED, "fdt_info.uart_type", 0, CONSOLE } },
		{ "console nowhere",
		  { .console = "/nowhere" },
		  { AB_ERR_UNSUPPORTED, "fdt_info.uart_type", AB_DEV_UART_PL011, CONSOLE } },
		{ "no RAM",
		  { .no_ram = true },
		  { AB_ERR_UNSUPPORTED, "fdt_info.memory", 0, "the machine must have RAM" } },
		{ "no CPUs",
		  { .no_cpus = true },
		  { AB_ERR_UNSUPPORTED, "fdt_info.cpus", 0, "the machine must have CPUs" } },
		{ "another CPU boots",
		  { .cpus = 3, .mpidr = 3 },
		  { AB_ERR_UNSUPPORTED, "fdt_info.cpus", 3,
		    "the tree must describe the CPU that boots" } },
		{ "the physical timer's is an SPI",
		  { .spi = 1 },
		  { AB_ERR_UNSUPPORTED, "fdt_info.timer", 46,
		    "the timers' interrupts must be PPIs, 16 to 31" } },
		{ "the virtual timer's is an SPI",
		  { .spi = 2 },
		  { AB_ERR_UNSUPPORTED, "fdt_info.timer", 43,
		    "the timers' interrupts must be PPIs, 16 to 31" } },
		{ "no timer",
		  { .no_timer = true },
		  { AB_ERR_UNSUPPORTED, "fdt_info.timer", 0,
		    "EL1 must have a physical and a virtual timer" } },
		{ "25 CPUs", { .cpus = 25 }, { AB_ERR_NOSPACE, "fdt_info.cpus", 25, ROOM } },
		{ "17 ranges of RAM",
		  { .rams = 17 },
		  { AB_ERR_NOSPACE, "fdt_info.memory", 17, ROOM } },
		{ "17 reserved ranges",
		  { .reserved = 17 },
		  { AB_ERR_NOSPACE, "fdt_info.reserved", 17, ROOM } },
		{ "17 redistributor regions",
		  { .redists = 17 },
		  { AB_ERR_NOSPACE, "fdt_info.redist", 17, ROOM } },
		{ "33 virtio devices",
		  { .virtios = 33 },
		  { AB_ERR_NOSPACE, "fdt_info.virtio", 33, ROOM } },
	};
	struct el2_facts f;
	struct ab_error why;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_error(facts_of(&rows[i].m, &f, &why), &why, &rows[i].want, rows[i].name);
}

/* Any of the CPUs may be the one that boots. */
static void test_boot(void **state)
{
	struct el2_facts f;
	struct ab_error why;

	(void)state;
	for (uint32_t i = 0; i < 4; i++) {
		struct machine m = whole;

		m.mpidr = i;
		assert_ok(facts_of(&m, &f, &why), &why, "boot");
		assert_int_equal(f.boot, i);
	}
}

/* No tree, and each tree that ends too soon. */
static void test_no_tree(void **state)
{
	struct el2_facts f;
	struct ab_error why;
	size_t size;

	(void)state;
	assert_int_equal(el2_facts_read(&f, (struct ab_bytes){ NULL, 0 }, 0, &why), AB_ERR_IMAGE);
	assert_ok(facts_of(&whole, &f, &why), &why, "whole");
	size = (size_t)blob[4] << 24 | (size_t)blob[5] << 16 | (size_t)blob[6] << 8 | blob[7];
	assert_ok(el2_facts_read(&f, (struct ab_bytes){ blob, size }, 0, &why), &why, "as it is");
	assert_ok(el2_facts_read(&f, (struct ab_bytes){ blob, size + 99 }, 0, &why), &why,
		  "longer");
	for (size_t n = 0; n < size; n++)
		assert_int_equal(el2_facts_read(&f, (struct ab_bytes){ blob, n }, 0, &why),
				 AB_ERR_IMAGE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_facts),    cmocka_unit_test(test_extended),
		cmocka_unit_test(test_gicv2),    cmocka_unit_test(test_owns),
		cmocka_unit_test(test_seeds),    cmocka_unit_test(test_limits),
		cmocka_unit_test(test_consoles), cmocka_unit_test(test_refused),
		cmocka_unit_test(test_no_tree),  cmocka_unit_test(test_boot),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
