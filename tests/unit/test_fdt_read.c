/* SPDX-License-Identifier: BSD-2-Clause */
/* Reading trees: ones that libfdt wrote, ones of ours, and broken ones. */
#include "fdt_look.h"

#include <stdlib.h>

static struct ab_range memory[4], reserved[4], redist[4];
static struct ab_fdt_cpu cpus[512];
static struct ab_fdt_dev virtio[32];
static const struct ab_fdt_info empty = {
	.memory = { memory, COUNT(memory), 0 },
	.reserved = { reserved, COUNT(reserved), 0 },
	.cpus = { cpus, COUNT(cpus), 0 },
	.redist = { redist, COUNT(redist), 0 },
	.virtio = { virtio, COUNT(virtio), 0 },
};

static void cells(const char *name, size_t n, const uint32_t *v)
{
	uint8_t b[256];

	for (size_t i = 0; i < n; i++) {
		b[4 * i] = (uint8_t)(v[i] >> 24);
		b[4 * i + 1] = (uint8_t)(v[i] >> 16);
		b[4 * i + 2] = (uint8_t)(v[i] >> 8);
		b[4 * i + 3] = (uint8_t)v[i];
	}
	assert_int_equal(fdt_property(tree, name, b, (int)(4 * n)), 0);
}

#define C(name, ...)                                                                               \
	cells(name, sizeof((const uint32_t[]){ __VA_ARGS__ }) / 4,                                 \
	      (const uint32_t[]){ __VA_ARGS__ })
#define S(name, value) assert_int_equal(fdt_property(tree, name, value, sizeof(value)), 0)
#define BEGIN(name) assert_int_equal(fdt_begin_node(tree, name), 0)
#define END() assert_int_equal(fdt_end_node(tree), 0)

static void put_cpus(void)
{
	BEGIN("cpus");
	C("#address-cells", 2);
	C("#size-cells", 0);
	BEGIN("cpu@0");
	S("device_type", "cpu");
	C("reg", 0, 0x101);
	S("enable-method", "psci");
	END();
	BEGIN("cpu@100000000");
	S("device_type", "cpu");
	C("reg", 1, 0x80000002); /* bits outside of the affinity are not told */
	S("enable-method", "spin-table");
	S("status", "disabled");
	END();
	BEGIN("idle-states");
	END();
	END();
}

static void put_gic(void)
{
	BEGIN("gic@8000000");
	S("compatible", "arm,gic-v3");
	C("#interrupt-cells", 4);
	C("phandle", 9);
	C("#redistributor-regions", 2);
	C("reg", 0, 0x8000000, 0, 0x10000, 0, 0x80a0000, 0, 0x40000, 1, 0, 0, 0x20000, 0, 0x9100000,
	  0, 0x2000, 0, 0x9200000, 0, 0x10000, 0, 0x9300000, 0, 0x20000);
	C("interrupts", 1, 9, 4, 0);
	C("#address-cells", 2);
	C("#size-cells", 2);
	assert_int_equal(fdt_property(tree, "ranges", NULL, 0), 0);
	BEGIN("its@8080000");
	S("compatible", "arm,gic-v3-its");
	C("reg", 0, 0x8080000, 0, 0x20000);
	END();
	END();
}

/* A UART two buses down: 0x1000 there is 0x501000 above, and 0x10501000 to the CPU. */
static void put_buses(void)
{
	BEGIN("soc");
	C("#address-cells", 1);
	C("#size-cells", 1);
	C("ranges", 0, 0, 0x20000000, 0x100000, 0x500000, 0, 0x10500000, 0x100000);
	BEGIN("apb@500000");
	C("#address-cells", 1);
	C("#size-cells", 1);
	C("ranges", 0, 0x500000, 0x10000);
	BEGIN("serial@2000");
	S("compatible", "arm,pl011");
	C("reg", 0x2000, 0x1000);
	END();
	BEGIN("serial@1000");
	S("compatible", "arm,pl011\0arm,primecell");
	C("reg", 0x1000, 0x1000);
	C("interrupts-extended", 9, 0, 5, 4, 0);
	END();
	BEGIN("virtio@fff0"); /* beyond the window */
	S("compatible", "virtio,mmio");
	C("reg", 0xfff0, 0x200);
	END();
	END();
	BEGIN("rtc@7000");
	S("compatible", "arm,pl031");
	C("reg", 0x7000, 0x1000);
	C("interrupt-parent", 77);
	C("interrupts", 0, 2, 4, 0);
	END();
	END();
	BEGIN("off");
	S("status", "disabled");
	C("#address-cells", 2);
	C("#size-cells", 2);
	assert_int_equal(fdt_property(tree, "ranges", NULL, 0), 0);
	BEGIN("virtio@1");
	S("compatible", "virtio,mmio");
	C("reg", 0, 0x1000, 0, 0x200);
	END();
	END();
	BEGIN("i2c"); /* no ranges: its children have no addresses of ours */
	C("#address-cells", 2);
	C("#size-cells", 2);
	BEGIN("virtio@1");
	S("compatible", "virtio,mmio");
	C("reg", 0, 0x1000, 0, 0x200);
	END();
	END();
}

static void put_rest(void)
{
	BEGIN("memory@40000000");
	S("device_type", "memory");
	C("reg", 0, 0x40000000, 0, 0x10000000, 0x100, 0, 0x80, 0);
	END();
	BEGIN("reserved-memory");
	C("#address-cells", 2);
	C("#size-cells", 2);
	assert_int_equal(fdt_property(tree, "ranges", NULL, 0), 0);
	BEGIN("fw@41000000");
	C("reg", 0, 0x41000000, 0, 0x1000);
	END();
	BEGIN("dynamic");
	C("size", 0, 0x1000);
	END();
	END();
	BEGIN("psci");
	S("compatible", "arm,psci-1.0\0arm,psci-0.2");
	S("method", "smc");
	END();
	BEGIN("timer");
	S("compatible", "arm,armv8-timer");
	C("interrupts", 1, 13, 8, 0, 1, 14, 8, 0, 1, 11, 8, 0, 1, 10, 8, 0, 1, 12, 8, 0);
	END();
	for (int i = 0; i < 2; i++) {
		BEGIN(i == 0 ? "virtio@a000000" : "virtio@a000200");
		S("compatible", "virtio,mmio");
		C("reg", 0, 0xa000000 + 0x200 * (uint32_t)i, 0, 0x200);
		C("interrupts", 0, 16 + (uint32_t)i, 1, 0);
		S("status", "okay");
		END();
	}
}

static size_t make(const char *stdout_path)
{
	assert_int_equal(fdt_create(tree, sizeof(tree)), 0);
	assert_int_equal(fdt_add_reservemap_entry(tree, 0x42000000, 0x3000), 0);
	assert_int_equal(fdt_finish_reservemap(tree), 0);
	BEGIN("");
	C("#address-cells", 2);
	C("#size-cells", 2);
	C("interrupt-parent", 9);
	BEGIN("aliases");
	S("serial0", "/soc/apb@500000/serial@1000");
	END();
	BEGIN("chosen");
	fdt_property(tree, "stdout-path", stdout_path, (int)strlen(stdout_path) + 1);
	S("bootargs", "quiet");
	C("linux,initrd-start", 0x44000000);
	C("linux,initrd-end", 0, 0x44001000);
	C("kaslr-seed", 1, 2);
	C("rng-seed", 3, 4, 5);
	END();
	put_cpus();
	put_buses();
	put_gic();
	put_rest();
	END();
	assert_int_equal(fdt_finish(tree), 0);
	return fdt_totalsize(tree);
}

static void assert_range(struct ab_range r, uint64_t base, uint64_t size)
{
	if (r.base != base || r.size != size)
		fail_msg("%#llx, %#llx bytes", (unsigned long long)r.base,
			 (unsigned long long)r.size);
}

static void test_all(void **state)
{
	struct ab_fdt_info i = empty;
	struct ab_error why;

	(void)state;
	assert_ok(ab_fdt_read((struct ab_bytes){ tree, make("serial0:115200n8") }, &i, &why), &why,
		  "read");
	assert_int_equal(i.memory.n, 2);
	assert_range(memory[0], 0x40000000, 0x10000000);
	assert_range(memory[1], 0x10000000000, 0x8000000000);
	assert_int_equal(i.reserved.n, 2);
	assert_range(reserved[0], 0x42000000, 0x3000);
	assert_range(reserved[1], 0x41000000, 0x1000);
	assert_int_equal(i.cpus.n, 2);
	assert_int_equal(cpus[0].mpidr, 0x101);
	assert_true(cpus[0].psci && cpus[0].okay);
	assert_true(cpus[1].mpidr == 0x100000002);
	assert_true(!cpus[1].psci && !cpus[1].okay);
	assert_true(i.psci && i.conduit == AB_CONDUIT_SMC);
	assert_int_equal(i.gic_version, 3);
	assert_range(i.gic_dist, 0x8000000, 0x10000);
	assert_int_equal(i.redist.n, 2);
	assert_range(redist[0], 0x80a0000, 0x40000);
	assert_range(redist[1], 0x100000000, 0x20000);
	assert_int_equal(i.n_redists, 2 + 1);
	assert_int_equal(i.redist_stride, AB_GICV3_REDIST_SIZE);
	assert_range(i.gic_cpu, 0x9100000, 0x2000);
	assert_range(i.gic_hyp, 0x9200000, 0x10000);
	assert_range(i.gic_vcpu, 0x9300000, 0x20000);
	assert_range(i.its, 0x8080000, 0x20000);
	assert_int_equal(i.maintenance, 25);
	assert_int_equal(i.timer.secure, 29);
	assert_int_equal(i.timer.phys, 30);
	assert_int_equal(i.timer.virt, 27);
	assert_int_equal(i.timer.hyp, 26);
	assert_int_equal(i.timer.hyp_virt, 28);
	assert_int_equal(i.uart_type, AB_DEV_UART_PL011);
	assert_range(i.uart.reg, 0x10501000, 0x1000);
	assert_int_equal(i.uart.intid, 37);
	assert_int_equal(i.uart.irq_flags, 4);
	assert_range(i.rtc.reg, 0x20007000, 0x1000);
	assert_int_equal(i.rtc.intid, 0); /* another controller's */
	assert_int_equal(i.virtio.n, 2);
	assert_range(virtio[1].reg, 0xa000200, 0x200);
	assert_int_equal(virtio[1].intid, 49);
	assert_int_equal(virtio[1].irq_flags, 1);
	assert_range(i.initrd, 0x44000000, 0x1000);
	assert_int_equal(i.bootargs.size, 5);
	assert_memory_equal(i.bootargs.data, "quiet", 5);
	assert_int_equal(i.rng_seed.size, 12);
	assert_true(i.kaslr_seed == 0x100000002);
}

static void test_stdout(void **state)
{
	static const struct {
		const char *path;
		uint64_t base; /* 0: none */
	} row[] = {
		{ "serial0", 0x10501000 },
		{ "/soc/apb@500000/serial@1000", 0x10501000 },
		{ "/soc/apb@500000/serial@1000:115200", 0x10501000 },
		{ "/soc/apb/serial@2000", 0x10502000 }, /* unit addresses may be left out */
		{ "//soc//apb/serial@2000", 0x10502000 },
		{ "/soc/apb/serial", 0x10502000 },
		{ "/soc/apb/serial@3000", 0 },
		{ "/soc/apb/seri", 0 },
		{ "/soc/apb", 0 },
		{ "/soc/apb/serial@1000/x", 0 },
		{ "/apb/serial@1000", 0 },
		{ "/socapb/serial@1000", 0 },
		{ "/aliases/apb/serial@1000", 0 }, /* not below another node */
		{ "/", 0 },
		{ "", 0 },
		{ "serial1", 0 },
		{ ":", 0 },
		{ "a-name-that-is-longer-than-any-alias-may-be", 0 },
	};
	struct ab_error why;

	(void)state;
	for (size_t k = 0; k < COUNT(row); k++) {
		struct ab_fdt_info i = empty;

		assert_ok(ab_fdt_read((struct ab_bytes){ tree, make(row[k].path) }, &i, &why), &why,
			  row[k].path);
		if (i.uart.reg.base != row[k].base || (i.uart_type == 0) != (row[k].base == 0))
			fail_msg("%s: %#llx", row[k].path, (unsigned long long)i.uart.reg.base);
	}
}

/* Interrupts that a GIC has, and ones that it has not. */
static void test_intids(void **state)
{
	static const struct {
		uint8_t kind;
		uint16_t number;
		uint32_t intid;
	} row[] = { { 1, 0, 16 },     { 1, 15, 31 }, { 1, 16, 0 },   { 0, 0, 32 },
		    { 0, 987, 1019 }, { 0, 988, 0 }, { 2, 0, 4096 }, { 2, 1023, 5119 },
		    { 2, 1024, 0 },   { 3, 0, 0 },   { 255, 0, 0 } };
	size_t size = make("serial0");

	(void)state;
	for (size_t k = 0; k < COUNT(row); k++) {
		const uint8_t irq[16] = { 0,
					  0,
					  0,
					  row[k].kind,
					  0,
					  0,
					  (uint8_t)(row[k].number >> 8),
					  (uint8_t)row[k].number,
					  0,
					  0,
					  0,
					  4 };
		struct ab_fdt_info i = empty;
		struct ab_error why;

		assert_int_equal(fdt_setprop_inplace(tree, at("/virtio@a000000"), "interrupts", irq,
						     sizeof(irq)),
				 0);
		assert_ok(ab_fdt_read((struct ab_bytes){ tree, size }, &i, &why), &why, "intids");
		assert_int_equal(virtio[0].intid, row[k].intid);
	}
}

/* What else a tree may have: a GICv2, PSCI in its versions, consoles, states. */
static void test_kinds(void **state)
{
	static const struct {
		const char *gic;
		uint32_t version;
		const char *psci, *method;
		bool there;
		enum ab_conduit conduit;
		const char *uart;
		enum ab_dev_type type;
		const char *status;
		size_t memory;
	} row[] = {
		{ "arm,gic-400", 2, "arm,psci-0.2", "hvc", true, AB_CONDUIT_HVC, "ns16550a",
		  AB_DEV_UART_16550, "okay", 1 },
		{ "arm,cortex-a15-gic", 2, "arm,psci-1.0", "smc", true, AB_CONDUIT_SMC, "ns16550",
		  AB_DEV_UART_16550, "ok", 1 },
		{ "qcom,msm-qgic2", 2, "arm,psci-1.0", "smc", true, AB_CONDUIT_SMC, "acme,uart",
		  (enum ab_dev_type)0, "okay", 1 },
		{ "arm,cortex-a7-gic", 2, "arm,psci", "smc", false, AB_CONDUIT_HVC, "arm,sbsa-uart",
		  AB_DEV_UART_SBSA, "disabled", 0 },
		{ "arm,gic-v3", 3, "arm,psci-1.0", "jump", false, AB_CONDUIT_HVC, "arm,pl011",
		  AB_DEV_UART_PL011, "", 0 },
		{ "acme,gic", 0, "acme,psci", "hvc", false, AB_CONDUIT_HVC, "acme,uart",
		  (enum ab_dev_type)0, "reserved", 0 },
	};

	(void)state;
	for (size_t k = 0; k < COUNT(row); k++) {
		struct ab_fdt_info i = empty;
		struct ab_error why;

		assert_int_equal(fdt_create(tree, sizeof(tree)), 0);
		assert_int_equal(fdt_finish_reservemap(tree), 0);
		BEGIN("");
		C("#address-cells", 1);
		C("#size-cells", 1);
		C("interrupt-parent", 1);
		BEGIN("chosen");
		S("stdout-path", "/serial@9000000");
		END();
		BEGIN("memory");
		S("device_type", "memory");
		C("reg", 0x40000000, 0x1000000);
		fdt_property(tree, "status", row[k].status, (int)strlen(row[k].status) + 1);
		END();
		BEGIN("psci");
		fdt_property(tree, "compatible", row[k].psci, (int)strlen(row[k].psci) + 1);
		fdt_property(tree, "method", row[k].method, (int)strlen(row[k].method) + 1);
		END();
		BEGIN("serial@9000000");
		fdt_property(tree, "compatible", row[k].uart, (int)strlen(row[k].uart) + 1);
		C("reg", 0x9000000, 0x1000);
		C("interrupts", 0, 1, 4);
		END();
		BEGIN("gic@8000000");
		fdt_property(tree, "compatible", row[k].gic, (int)strlen(row[k].gic) + 1);
		C("#interrupt-cells", 3);
		C("phandle", 1);
		C("reg", 0x8000000, 0x1000, 0x8010000, 0x2000, 0x8030000, 0x10000, 0x8040000,
		  0x3000);
		C("interrupts", 1, 9, 0xf04);
		END();
		END();
		assert_int_equal(fdt_finish(tree), 0);
		assert_ok(ab_fdt_read((struct ab_bytes){ tree, fdt_totalsize(tree) }, &i, &why),
			  &why, row[k].gic);
		assert_int_equal(i.gic_version, row[k].version);
		assert_int_equal(i.maintenance, row[k].version != 0 ? 25 : 0);
		if (row[k].version == 2) {
			assert_range(i.gic_dist, 0x8000000, 0x1000);
			assert_range(i.gic_cpu, 0x8010000, 0x2000);
			assert_range(i.gic_hyp, 0x8030000, 0x10000);
			assert_range(i.gic_vcpu, 0x8040000, 0x3000);
		}
		assert_int_equal(i.redist.n, row[k].version == 3);
		assert_int_equal(i.psci, row[k].there);
		assert_int_equal(i.conduit, row[k].conduit);
		assert_int_equal(i.uart_type, row[k].type);
		assert_int_equal(i.uart.intid, row[k].type != 0 && row[k].version != 0 ? 33 : 0);
		assert_int_equal(i.memory.n, row[k].memory);
	}
}

/* How far redistributors are apart, and how many there are. */
static void test_redists(void **state)
{
	static const struct {
		const char *row;
		uint32_t stride[2], cells; /* of redistributor-stride */
		uint32_t size[2]; /* of two regions, in 64 KiB */
		uint64_t want;
		uint32_t n;
	} row[] = {
		{ "none", { 0 }, 0, { 2, 0 }, 0x20000, 1 },
		{ "two regions", { 0 }, 0, { 3, 8 }, 0x20000, 1 + 4 },
		{ "GICv4", { 0, 0x40000 }, 2, { 16, 3 }, 0x40000, 4 },
		{ "one cell", { 0x30000 }, 1, { 6, 3 }, 0x30000, 3 },
		{ "zero", { 0, 0 }, 2, { 4, 4 }, 0x20000, 4 },
		{ "odd", { 0, 0x28000 }, 2, { 4, 4 }, 0x20000, 4 },
		{ "above 4 GiB", { 1, 0 }, 2, { 0xffff, 0xffff }, 0x100000000, 0 },
		{ "small", { 0, 0x10000 }, 2, { 4, 5 }, 0x10000, 9 },
	};

	(void)state;
	for (size_t k = 0; k < COUNT(row); k++) {
		struct ab_fdt_info i = empty;
		struct ab_error why;

		assert_int_equal(fdt_create(tree, sizeof(tree)), 0);
		assert_int_equal(fdt_finish_reservemap(tree), 0);
		BEGIN("");
		C("#address-cells", 2);
		C("#size-cells", 2);
		BEGIN("gic@8000000");
		S("compatible", "arm,gic-v3");
		C("#redistributor-regions", 2);
		C("reg", 0, 0x8000000, 0, 0x10000, 1, 0, row[k].size[0] >> 16, row[k].size[0] << 16,
		  2, 0, row[k].size[1] >> 16, row[k].size[1] << 16);
		if (row[k].cells != 0)
			cells("redistributor-stride", row[k].cells, row[k].stride);
		END();
		END();
		assert_int_equal(fdt_finish(tree), 0);
		assert_ok(ab_fdt_read((struct ab_bytes){ tree, fdt_totalsize(tree) }, &i, &why),
			  &why, row[k].row);
		if (i.redist_stride != row[k].want || i.n_redists != row[k].n)
			fail_msg("%s: %u at %#llx", row[k].row, (unsigned int)i.n_redists,
				 (unsigned long long)i.redist_stride);
		assert_int_equal(i.redist.n, row[k].size[1] != 0 ? 2 : 1);
	}
}

/* More than anybody can count. */
static void test_many_redists(void **state)
{
	struct ab_fdt_info i = empty;
	struct ab_error why;

	(void)state;
	assert_int_equal(fdt_create(tree, sizeof(tree)), 0);
	assert_int_equal(fdt_finish_reservemap(tree), 0);
	BEGIN("");
	C("#address-cells", 2);
	C("#size-cells", 2);
	BEGIN("gic@8000000");
	S("compatible", "arm,gic-v3");
	C("#redistributor-regions", 3);
	C("reg", 0, 0x8000000, 0, 0x10000, 0, 0, 0x10000, 0, 0, 0, 0x1ffff, 0xfffe0000, 0, 0,
	  0x80000000, 0);
	END();
	END();
	assert_int_equal(fdt_finish(tree), 0);
	assert_ok(ab_fdt_read((struct ab_bytes){ tree, fdt_totalsize(tree) }, &i, &why), &why,
		  "many");
	assert_int_equal(i.redist.n, 3);
	assert_true(i.n_redists == UINT32_MAX);
}

/* The console's kind, and how its registers are accessed. */
static void test_console(void **state)
{
	static const struct {
		const char *compatible;
		size_t size;
		uint32_t shift, width; /* 99: no such property */
		enum ab_dev_type type;
		uint32_t want_shift, want_width;
	} row[] = {
#define T(text) text, sizeof(text)
		{ T("ns16550a"), 99, 99, AB_DEV_UART_16550, 0, 1 },
		{ T("ns16550"), 0, 1, AB_DEV_UART_16550, 0, 1 },
		{ T("fsl,ns16550\0ns16550a"), 1, 2, AB_DEV_UART_16550, 1, 2 },
		{ T("rockchip,rk3399-uart\0snps,dw-apb-uart"), 2, 4, AB_DEV_UART_16550, 2, 4 },
		{ T("nvidia,tegra20-uart"), 2, 99, AB_DEV_UART_16550, 2, 1 },
		{ T("ns16550a"), 8, 4, AB_DEV_UART_16550, 8, 4 },
		{ T("ns16550a"), 9, 4, (enum ab_dev_type)0, 0, 0 },
		{ T("ns16550a"), 0xffffffff, 4, (enum ab_dev_type)0, 0, 0 },
		{ T("ns16550a"), 0, 0, (enum ab_dev_type)0, 0, 0 },
		{ T("ns16550a"), 0, 3, (enum ab_dev_type)0, 0, 0 },
		{ T("ns16550a"), 0, 8, (enum ab_dev_type)0, 0, 0 },
		{ T("arm,pl011\0arm,primecell"), 9, 9, AB_DEV_UART_PL011, 0, 0 },
		{ T("arm,sbsa-uart\0arm,pl011"), 99, 99, AB_DEV_UART_SBSA, 0, 0 },
		{ T("arm,pl011\0arm,sbsa-uart"), 99, 99, AB_DEV_UART_SBSA, 0, 0 },
		{ T("qcom,geni-debug-uart"), 2, 4, (enum ab_dev_type)0, 0, 0 },
	};

	(void)state;
	for (size_t k = 0; k < COUNT(row); k++) {
		struct ab_fdt_info i = empty;
		struct ab_error why;

		assert_int_equal(fdt_create(tree, sizeof(tree)), 0);
		assert_int_equal(fdt_finish_reservemap(tree), 0);
		BEGIN("");
		BEGIN("chosen");
		S("stdout-path", "/serial@9000000");
		END();
		BEGIN("serial@9000000");
		assert_int_equal(
		    fdt_property(tree, "compatible", row[k].compatible, (int)row[k].size), 0);
		C("reg", 0, 0x9000000, 0x1000);
		if (row[k].shift != 99)
			C("reg-shift", row[k].shift);
		if (row[k].width != 99)
			C("reg-io-width", row[k].width);
		END();
		END();
		assert_int_equal(fdt_finish(tree), 0);
		assert_ok(ab_fdt_read((struct ab_bytes){ tree, fdt_totalsize(tree) }, &i, &why),
			  &why, row[k].compatible);
		if (i.uart_type != row[k].type || i.uart_shift != row[k].want_shift ||
		    i.uart_width != row[k].want_width)
			fail_msg("row %zu: %d, %u, %u", k, (int)i.uart_type,
				 (unsigned int)i.uart_shift, (unsigned int)i.uart_width);
		assert_range(i.uart.reg, row[k].type != 0 ? 0x9000000 : 0,
			     row[k].type != 0 ? 0x1000 : 0);
	}
}

/* Lists that are too short: counts are right, and no entry is written past the end. */
static void test_short(void **state)
{
	static const char *const names[] = { "fdt_info.memory", "fdt_info.reserved",
					     "fdt_info.cpus", "fdt_info.redist",
					     "fdt_info.virtio" };
	size_t size = make("serial0");

	(void)state;
	for (size_t k = 0; k < COUNT(names); k++) {
		struct ab_fdt_info i = empty;
		size_t *cap[] = { &i.memory.cap, &i.reserved.cap, &i.cpus.cap, &i.redist.cap,
				  &i.virtio.cap };
		struct ab_error why;

		*cap[k] = 1;
		memory[1].size = reserved[1].size = redist[1].size = virtio[1].reg.size = 0xa5;
		cpus[1].mpidr = 0xa5;
		assert_error(ab_fdt_read((struct ab_bytes){ tree, size }, &i, &why), &why,
			     &(struct expected){ AB_ERR_NOSPACE, names[k], 2,
						 "the array must have room for as many entries" },
			     names[k]);
		assert_int_equal(memory[1].size == 0xa5, k == 0);
		assert_int_equal(reserved[1].size == 0xa5, k == 1);
		assert_int_equal(cpus[1].mpidr == 0xa5, k == 2);
		assert_int_equal(redist[1].size == 0xa5, k == 3);
		assert_int_equal(virtio[1].reg.size == 0xa5, k == 4);
	}
}

/* ---- broken ones ---------------------------------------------------------------------------- */

static enum ab_err read_copy(const uint8_t *bytes, size_t size, struct ab_error *why)
{
	struct ab_fdt_info i = empty;
	uint8_t *copy =
	    malloc(size != 0 ? size : 1); /* of just that size: a reader beyond is seen */
	enum ab_err err;

	assert_non_null(copy);
	memcpy(copy, bytes, size);
	err = ab_fdt_read((struct ab_bytes){ copy, size }, &i, why);
	free(copy);
	return err;
}

static void test_cut(void **state)
{
	size_t size = make("serial0");
	struct ab_error why;

	(void)state;
	for (size_t cut = 0; cut < size; cut++) { /* test_dtb.c has every rule */
		assert_int_equal(read_copy(tree, cut, &why), AB_ERR_IMAGE);
		assert_string_equal(why.what, "device tree");
	}
	assert_int_equal(read_copy(tree, size, &why), AB_OK);
}

/* Any word of it changed to anything: no more is asked than an answer. */
static void test_mutated(void **state)
{
	static const uint32_t values[] = { 0, 1, 2, 3, 4, 9, 0xffffffff, 0x7fffffff, 0x80000000 };
	size_t size = make("serial0");
	uint8_t was[4];
	uint64_t seed = 3;
	struct ab_error why;

	(void)state;
	for (size_t at = 0; at < size; at += 4)
		for (size_t k = 0; k < COUNT(values) + 2; k++) {
			uint32_t v = k < COUNT(values) ? values[k] : (uint32_t)rnd(&seed);
			const uint8_t b[4] = { (uint8_t)(v >> 24), (uint8_t)(v >> 16),
					       (uint8_t)(v >> 8), (uint8_t)v };

			memcpy(was, tree + at, 4);
			memcpy(tree + at, b, 4);
			(void)read_copy(tree, size, &why);
			memcpy(tree + at, was, 4);
		}
}

/* What we write, we read. */
static void test_ours(void **state)
{
	const struct ab_machine m = {
		.arch = AB_ARCH_ARM64,
		.n_cpus = 300,
		.ram = AB_LIST(struct ab_ram, { .base = 0x40000000, .size = AB_GiB }),
		.arm64.gic = { .dist = 0x08000000,
			       .redist = AB_LIST(struct ab_range, { 0x20000000, 300 * 0x20000 }),
			       .its = AB_LIST(struct ab_its, { 0x08080000 }),
			       .maintenance = 25 },
		.devs = AB_LIST(struct ab_dev, { AB_DEV_UART_SBSA, .base = 0x9000000, .irq = 33 },
				{ AB_DEV_VIRTIO_MMIO, .base = 0xa000000, .irq = 48 }),
	};
	struct ab_fdt_info i = empty;
	struct ab_error why;

	(void)state;
	assert_ok(ab_fdt_read((struct ab_bytes){ tree, build(&m) }, &i, &why), &why, "ours");
	assert_int_equal(i.cpus.n, 300);
	assert_int_equal(cpus[299].mpidr, 0x120b);
	assert_int_equal(i.uart_type, AB_DEV_UART_SBSA);
	assert_int_equal(i.uart.intid, 33);
	assert_range(i.redist.at[0], 0x20000000, 300 * 0x20000);
	assert_int_equal(i.n_redists, 300);
	assert_range(i.its, 0x8080000, 0x20000);
	assert_int_equal(i.maintenance, 25);
	assert_int_equal(i.virtio.n, 1);
	assert_true(i.psci && i.conduit == AB_CONDUIT_HVC);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_redists), cmocka_unit_test(test_many_redists),
		cmocka_unit_test(test_console), cmocka_unit_test(test_all),
		cmocka_unit_test(test_stdout),  cmocka_unit_test(test_intids),
		cmocka_unit_test(test_short),   cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_cut),     cmocka_unit_test(test_mutated),
		cmocka_unit_test(test_ours),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
