/* SPDX-License-Identifier: BSD-2-Clause */
/* MP tables against bytes written out from the specification, and read as a kernel reads them. */
#include "x86_build.h"
#include "checked.h"

struct args {
	const struct ab_machine *m;
	uint64_t gpa;
};

static void mp_table(const void *arg, struct ab_buf *out)
{
	const struct args *a = arg;

	ab_x86_mp_table(a->m, a->gpa, out);
}

static void mp_pointer(const void *arg, struct ab_buf *out)
{
	ab_x86_mp_pointer(*(const uint64_t *)arg, out);
}

static const struct ab_ram ram = { 0, AB_GiB, 0 };

static struct ab_machine machine(uint32_t n_cpus, const struct ab_dev *devs, size_t n)
{
	return (struct ab_machine){ .arch = AB_ARCH_X86_64,
				    .tables = AB_TABLES_MP,
				    .n_cpus = n_cpus,
				    .ram = { &ram, 1 },
				    .devs = { devs, n } };
}

#define ISA_IDENTITY(irq) "03 00 00 00 00 " irq " 00 " irq "\n"

static void test_bytes(void **state)
{
	static const struct ab_dev devs[] = {
		{ .type = AB_DEV_PIT_8254 },
		{ .type = AB_DEV_PIC_8259 },
		{ .type = AB_DEV_UART_16550, .base = 0x3f8, .irq = 4 },
		{ .type = AB_DEV_VIRTIO_MMIO, .base = 0xd0000000, .irq = 5 },
		{ .type = AB_DEV_VIRTIO_MMIO, .base = 0xd0000200, .irq = 20 },
		{ .type = AB_DEV_VIRTIO_MMIO, .base = 0xd0000400, .irq = 20 },
		{ .type = AB_DEV_ACPI_PM, .base = 0x600 },
	};
	const struct ab_machine m = machine(2, devs, COUNT(devs));
	const struct args a = { &m, 0x9fc10 };
	size_t size;
	uint8_t *data = build(mp_table, &a, &size);

	(void)state;
	assert_int_equal(check_machine(&m, NULL, NULL), AB_OK);
	assert_int_equal(ab_sum8(data, size), 0);
	data[7] = 0;
	assert_hex(
	    data, size,
	    "50 43 4d 50 # PCMP\n"
	    "f4 00 04 00 # 244 bytes, 1.4, checksum\n"
	    "41 45 54 48 45 52 20 20 # AETHER, padded with spaces\n"
	    "41 45 54 48 45 52 42 54 20 20 20 20 # AETHERBT\n"
	    "00 00 00 00 00 00 # no OEM table\n"
	    "16 00 # 22 entries\n"
	    "00 00 e0 fe # local APIC\n"
	    "00 00 00 00 # no extended table\n"
	    "00 00 14 03 00 06 00 00 01 02 00 00 00 00 00 00 00 00 00 00 # boot CPU\n"
	    "00 01 14 01 00 06 00 00 01 02 00 00 00 00 00 00 00 00 00 00\n"
	    "01 00 49 53 41 20 20 20 # bus 0: ISA\n"
	    "02 00 11 01 00 00 c0 fe # IOAPIC 0 at 0xfec00000\n"
	    "03 00 00 00 00 00 00 02 # the PIT's IRQ 0 arrives at 2\n" ISA_IDENTITY("01")
		ISA_IDENTITY("03") ISA_IDENTITY(
		    "04") "03 00 0d 00 00 05 00 05 # level, high\n" ISA_IDENTITY("06")
		    ISA_IDENTITY("07") ISA_IDENTITY(
			"08") "03 00 0d 00 00 09 00 09 # SCI: level, high\n" ISA_IDENTITY("0a")
			ISA_IDENTITY("0b") ISA_IDENTITY("0c") ISA_IDENTITY("0d") ISA_IDENTITY("0e")
			    ISA_IDENTITY("0f") "03 00 0d 00 00 14 00 14 # once, for two devices\n"
					       "04 03 00 00 00 00 ff 00 # ExtINT at LINT0 of all\n"
					       "04 01 00 00 00 00 ff 01 # NMI at LINT1 of all\n");
	free(data);
}

/* Without a PIT IRQ 0 comes from nowhere; without a PIC there is no ExtINT. */
static void test_bare(void **state)
{
	struct ab_machine m = machine(1, NULL, 0);
	const struct args a = { &m, 0 };
	size_t size;
	uint8_t *data;

	(void)state;
	m.acpi.oem_id = "ABCDEF";
	m.acpi.oem_table_id = "A B";
	data = build(mp_table, &a, &size);
	assert_int_equal(ab_sum8(data, size), 0);
	assert_memory_equal(data + 8, "ABCDEF  A B         ", 20);
	data[7] = 0;
	memset(data + 8, 0, 20);
	assert_hex(data, size,
		   "50 43 4d 50 c8 00 04 00\n"
		   "00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00\n"
		   "00 00 00 00 00 00 12 00 00 00 e0 fe 00 00 00 00\n"
		   "00 00 14 03 00 06 00 00 01 02 00 00 00 00 00 00 00 00 00 00\n"
		   "01 00 49 53 41 20 20 20 02 00 11 01 00 00 c0 fe\n" ISA_IDENTITY("01")
		       ISA_IDENTITY("03") ISA_IDENTITY("04") ISA_IDENTITY("05") ISA_IDENTITY("06")
			   ISA_IDENTITY("07") ISA_IDENTITY("08") ISA_IDENTITY("09")
			       ISA_IDENTITY("0a") ISA_IDENTITY("0b") ISA_IDENTITY("0c")
				   ISA_IDENTITY("0d") ISA_IDENTITY("0e")
				       ISA_IDENTITY("0f") "04 01 00 00 00 00 ff 01\n");
	free(data);
}

/* ---- reading ----------------------------------------------------------------------------- */

struct seen {
	unsigned int cpus, boot, buses, ioapics, ints, locals;
	uint8_t bus_type[256]; /* 'I', 'P' or 0 */
	bool cpu[256], ioapic[256];
	/* by bus and source IRQ */
	uint16_t flags[256][256];
	int pin[256][256];
	uint8_t to[256][256];
};

/* Entry by entry, as FreeBSD does: the count in the header decides, the length must agree. */
static struct seen *parse(const uint8_t *t, size_t size)
{
	static struct seen s;
	const uint8_t *e = t + 44;
	unsigned int last = 0;

	memset(&s, 0, sizeof(s));
	memset(s.pin, 0xff, sizeof(s.pin));
	assert_memory_equal(t, "PCMP", 4);
	assert_int_equal(ab_ld_le16(t + 4), size);
	assert_int_equal(ab_sum8(t, size), 0);
	assert_int_not_equal(ab_ld_le16(t + 34), 0);
	for (unsigned int n = ab_ld_le16(t + 34); n != 0; n--) {
		assert_true(e[0] >= last && e[0] <= 4); /* ascending by type */
		last = e[0];
		switch (e[0]) {
		case 0:
			assert_false(s.cpu[e[1]]);
			assert_true(e[1] != 0xff && (e[3] & 1) != 0);
			s.cpu[e[1]] = true;
			s.boot += e[3] >> 1 & 1;
			s.cpus++;
			e += 20;
			continue;
		case 1:
			assert_int_equal(s.bus_type[e[1]], 0);
			assert_true(memcmp(e + 2, "ISA   ", 6) == 0 ||
				    memcmp(e + 2, "PCI   ", 6) == 0);
			s.bus_type[e[1]] = e[2];
			s.buses++;
			break;
		case 2:
			assert_false(s.ioapic[e[1]]);
			s.ioapic[e[1]] = true;
			s.ioapics++;
			break;
		case 3:
			assert_int_equal(e[1], 0);
			assert_int_not_equal(s.bus_type[e[4]], 0);
			assert_true(s.ioapic[e[6]]);
			assert_int_equal(s.pin[e[4]][e[5]], -1); /* no interrupt told twice */
			s.pin[e[4]][e[5]] = e[7];
			s.to[e[4]][e[5]] = e[6];
			s.flags[e[4]][e[5]] = ab_ld_le16(e + 2);
			s.ints++;
			break;
		default:
			assert_int_not_equal(s.bus_type[e[4]], 0);
			assert_int_equal(e[6], 0xff);
			s.locals++;
			break;
		}
		e += 8;
	}
	assert_true(e == t + size);
	assert_int_equal(s.boot, 1);
	return &s;
}

static void test_cpu_counts(void **state)
{
	static const uint32_t counts[] = { 1, 2, 40, 41, 100, 128, 254, 255 };

	(void)state;
	for (size_t i = 0; i < COUNT(counts); i++) {
		const struct ab_machine m = machine(counts[i], NULL, 0);
		const struct args a = { &m, 0x80000 };
		size_t size;
		uint8_t *data = build(mp_table, &a, &size);
		const struct seen *s = parse(data, size);

		assert_int_equal(s->cpus, counts[i]);
		for (uint32_t k = 0; k < counts[i]; k++)
			assert_true(s->cpu[k]);
		free(data);
	}
}

static void refused_cpu(const struct args *a, uint64_t index, uint64_t id)
{
	struct ab_error why = build_fails(mp_table, a, AB_ERR_UNSUPPORTED, "machine.cpus[].id", id,
					  "must be at most 254 in an MP table");

	assert_int_equal(why.index, index);
}

/* Ids have 8 bits, and 255 means all. */
static void test_ids_above_254(void **state)
{
	struct ab_machine m = machine(256, NULL, 0);
	const struct args a = { &m, 0 };
	struct ab_cpu cpus[2] = { { 7, 0 }, { 254, 0 } };
	size_t size;
	uint8_t *data;

	(void)state;
	refused_cpu(&a, 255, 255);
	m.n_cpus = 4096;
	refused_cpu(&a, 255, 255);
	m = machine(2, NULL, 0);
	m.cpus.at = cpus;
	m.cpus.n = 2;
	data = build(mp_table, &a, &size);
	assert_true(parse(data, size)->cpu[7]);
	assert_true(parse(data, size)->cpu[254]);
	free(data);
	cpus[1].id = 255;
	refused_cpu(&a, 1, 255);
	cpus[1].id = 0x100000001; /* its low byte would do */
	refused_cpu(&a, 1, 0x100000001);
}

#define ECAM(...)                                                                                  \
	{                                                                                          \
		.type = AB_DEV_PCIE_ECAM, .base = 0xe0000000, .size = AB_MiB, __VA_ARGS__          \
	}

static void test_pci(void **state)
{
	static const struct ab_dev devs[] = {
		ECAM(.pcie = { .intx = { 16, 17, 18, 10 } }),
		{ .type = AB_DEV_PCIE_ECAM,
		  .base = 0xd8000000,
		  .size = 16 * AB_MiB,
		  .pcie = { .bus = 0x80, .intx = { 20, 0, 0, 0 } } },
		{ .type = AB_DEV_PCIE_ECAM, /* MP tables know no segments */
		  .base = 0xc0000000,
		  .size = AB_MiB,
		  .pcie = { .segment = 1, .bus = 5, .intx = { 21, 21, 21, 21 } } },
		{ .type = AB_DEV_PCIE_ECAM,
		  .base = 0xc1000000,
		  .size = AB_MiB,
		  .pcie = { .bus = 9 } },
		{ .type = AB_DEV_VIRTIO_MMIO, /* shares INTC */
		  .base = 0xd0000000,
		  .irq = 18,
		  .irq_flags = AB_IRQ_LEVEL_LOW },
	};
	struct ab_machine m = machine(1, devs, 1);
	const struct args a = { &m, 0 };
	const struct seen *s;
	size_t size;
	uint8_t *data;

	(void)state;
	data = build(mp_table, &a, &size);
	s = parse(data, size);
	assert_int_equal(s->bus_type[0], 'P');
	assert_int_equal(s->bus_type[1], 'I'); /* bus 0 is the window's only one */
	for (unsigned int slot = 0; slot < 32; slot++) {
		for (unsigned int pin = 0; pin < 4; pin++) {
			static const int gsi[] = { 16, 17, 18, 10 };

			assert_int_equal(s->pin[0][slot << 2 | pin], gsi[(slot + pin) & 3]);
			assert_int_equal(s->flags[0][slot << 2 | pin], 0);
		}
	}
	assert_int_equal(s->pin[1][10], -1); /* INTD has it */
	assert_int_equal(s->pin[1][11], 11);
	assert_int_equal(s->ints, 128 + 13);
	free(data);

	m.devs.n = COUNT(devs);
	assert_int_equal(check_machine(&m, NULL, NULL), AB_OK);
	data = build(mp_table, &a, &size);
	s = parse(data, size);
	assert_int_equal(s->buses, 4);
	assert_int_equal(s->bus_type[0], 'P');
	assert_int_equal(s->bus_type[9], 'P'); /* without interrupts, too */
	assert_int_equal(s->bus_type[0x80], 'P');
	assert_int_equal(s->bus_type[0x90], 'I');
	for (unsigned int slot_pin = 0; slot_pin < 128; slot_pin++) /* other pins have none */
		assert_int_equal(s->pin[0x80][slot_pin],
				 (slot_pin / 4 + slot_pin % 4) % 4 == 0 ? 20 : -1);
	assert_int_equal(s->pin[0x90][18], -1);
	assert_int_equal(s->pin[0x90][21], -1); /* of PCI, although of no bus in the table */
	free(data);
}

static const struct ab_dev by_ports[] = {
	{ .type = AB_DEV_PCI,
	  .pcie = { .intx = { 16, 17, 18, 19 },
		    .routes =
			AB_LIST(struct ab_pci_route, { 1, 0, 10 }, { 3, 3, 0 }, { 31, 3, 20 }) } },
	ECAM(.pcie = { .bus = 0x40, .routes = AB_LIST(struct ab_pci_route, { 5, 2, 21 }) }),
	{ .type = AB_DEV_VIRTIO_MMIO, /* shares one of a slot */
	  .base = 0xd0000000,
	  .irq = 20,
	  .irq_flags = AB_IRQ_LEVEL_LOW },
};

/* A bridge by ports; routes in place of swizzled pins, and where nothing is swizzled. */
static void test_routes(void **state)
{
	const struct ab_machine m = machine(1, by_ports, COUNT(by_ports));
	const struct args a = { &m, 0 };
	const struct seen *s;
	size_t size;
	uint8_t *data;

	(void)state;
	assert_int_equal(check_machine(&m, NULL, NULL), AB_OK);
	data = build(mp_table, &a, &size);
	s = parse(data, size);
	assert_int_equal(s->buses, 3);
	assert_int_equal(s->bus_type[0], 'P');
	assert_int_equal(s->bus_type[0x40], 'P');
	assert_int_equal(s->bus_type[0x41], 'I'); /* the bridge by ports ends before 0x40 */
	for (unsigned int slot = 0; slot < 32; slot++)
		for (unsigned int pin = 0; pin < 4; pin++) {
			const int swizzled = 16 + (int)((slot + pin) % 4);
			const int want = slot == 1 && pin == 0    ? 10
					 : slot == 3 && pin == 3  ? -1
					 : slot == 31 && pin == 3 ? 20
								  : swizzled;

			assert_int_equal(s->pin[0][slot << 2 | pin], want);
			assert_int_equal(s->pin[0x40][slot << 2 | pin],
					 slot == 5 && pin == 2 ? 21 : -1);
		}
	assert_int_equal(s->pin[0x41][10], -1); /* is INTx */
	assert_int_equal(s->pin[0x41][20], -1);
	assert_int_equal(s->ints, 127 + 1 + 13); /* ISA has 1 and 3 to 15, but for 10 */
	free(data);
}

/* What a bridge's interrupts are told to be, if not what PCI specifies. */
static void test_pci_flags(void **state)
{
	static const uint16_t want[] = { [AB_IRQ_USUAL] = 0,
					 [AB_IRQ_EDGE_HIGH] = 0x5,
					 [AB_IRQ_EDGE_LOW] = 0x7,
					 [AB_IRQ_LEVEL_HIGH] = 0xd,
					 [AB_IRQ_LEVEL_LOW] = 0 };

	(void)state;
	for (unsigned int f = 0; f < COUNT(want); f++) {
		const struct ab_dev devs[] = {
			{ .type = AB_DEV_PCI,
			  .irq_flags = (enum ab_irq_flags)f,
			  .pcie.intx = { 16, 16, 16, 16 } },
		};
		const struct ab_machine m = machine(1, devs, 1);
		const struct args a = { &m, 0 };
		size_t size;
		uint8_t *data = build(mp_table, &a, &size);

		assert_int_equal(parse(data, size)->flags[0][127], want[f]);
		free(data);
	}
}

/* 256 buses leave no number for ISA but one that a guest is the least likely to use. */
static void test_no_free_bus_number(void **state)
{
	static const struct ab_dev devs[] = {
		{ .type = AB_DEV_PCIE_ECAM,
		  .base = 0xe0000000,
		  .size = 256 * AB_MiB,
		  .pcie = { .intx = { 16, 17, 18, 19 } } },
	};
	const struct ab_machine m = machine(1, devs, 1);
	const struct args a = { &m, 0 };
	size_t size;
	uint8_t *data = build(mp_table, &a, &size);

	(void)state;
	assert_int_equal(parse(data, size)->bus_type[255], 'I');
	free(data);
}

/* The first GSI past the ISA's; a bridge with fewer buses behind one with more. */
static void test_first_gsi_past_isa(void **state)
{
	static const struct ab_dev devs[] = {
		{ .type = AB_DEV_VIRTIO_MMIO, .base = 0xd0000000, .irq = 16 },
		{ .type = AB_DEV_PCIE_ECAM,
		  .base = 0xe4000000,
		  .size = 4 * AB_MiB,
		  .pcie = { .bus = 0x40, .intx = { 20, 21, 22, 23 } } },
		ECAM(.pcie = { .intx = { 20, 21, 22, 23 } }),
	};
	const struct ab_machine m = machine(1, devs, 3);
	const struct args a = { &m, 0 };
	size_t size;
	uint8_t *data = build(mp_table, &a, &size);
	const struct seen *s = parse(data, size);

	(void)state;
	assert_int_equal(s->bus_type[0x44], 'I');
	assert_int_equal(s->pin[0x44][16], 16);
	assert_int_equal(s->flags[0x44][16], 0xd);
	free(data);
}

/* PIC and PIT each on its own: ExtINT is the PIC's; GSI 2 is the PIT's, whoever else asks. */
static void test_pic_or_pit(void **state)
{
	static const struct ab_dev pic[] = { { .type = AB_DEV_PIC_8259 } };
	static const struct ab_dev pit[] = {
		{ .type = AB_DEV_UART_16550, .base = 0x3e8, .irq = 2 },
		{ .type = AB_DEV_PIT_8254 },
	};
	struct ab_machine m = machine(1, pic, 1);
	const struct args a = { &m, 0 };
	const struct seen *s;
	size_t size;
	uint8_t *data = build(mp_table, &a, &size);

	(void)state;
	s = parse(data, size);
	assert_int_equal(s->locals, 2);
	assert_int_equal(s->pin[0][0], -1);
	free(data);
	m = machine(1, pit, 2);
	data = build(mp_table, &a, &size);
	s = parse(data, size);
	assert_int_equal(s->locals, 1);
	assert_int_equal(s->pin[0][0], 2);
	assert_int_equal(s->pin[0][2], -1);
	free(data);
}

static void test_flags(void **state)
{
	static const struct {
		enum ab_irq_flags flags;
		uint16_t want;
	} rows[] = {
		{ AB_IRQ_EDGE_HIGH, 0 },
		{ AB_IRQ_EDGE_LOW, 0x7 }, /* 01 edge, 11 low */
		{ AB_IRQ_LEVEL_HIGH, 0xd },
		{ AB_IRQ_LEVEL_LOW, 0xf },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct ab_dev devs[] = {
			{ .type = AB_DEV_UART_16550,
			  .base = 0x3f8,
			  .irq = 4,
			  .irq_flags = rows[i].flags },
			{ .type = AB_DEV_UART_16550,
			  .base = 0x2f8,
			  .irq = 33,
			  .irq_flags = rows[i].flags },
			{ .type = AB_DEV_UART_16550, .base = 0x3e8, .irq = 2 },
		};
		const struct ab_machine m = machine(1, devs, 3);
		const struct args a = { &m, 0 };
		size_t size;
		uint8_t *data = build(mp_table, &a, &size);
		const struct seen *s = parse(data, size);

		assert_int_equal(s->flags[0][4], rows[i].want);
		assert_int_equal(s->flags[0][33], rows[i].want);
		assert_int_equal(s->pin[0][2], 2); /* there is no PIT to take it */
		assert_int_equal(s->pin[0][0], -1);
		free(data);
	}
}

/* Both interrupts of an i8042, below 16 and from 16 on. */
static void test_mouse(void **state)
{
	const struct ab_dev high[] = {
		{ .type = AB_DEV_I8042, .irq_flags = AB_IRQ_LEVEL_LOW, .i8042.mouse = 18 },
	};
	const struct ab_dev low[] = {
		{ .type = AB_DEV_I8042, .irq_flags = AB_IRQ_LEVEL_LOW },
	};
	struct ab_machine m = machine(1, high, 1);
	const struct args a = { &m, 0 };
	const struct seen *s;
	size_t size;
	uint8_t *data = build(mp_table, &a, &size);

	(void)state;
	s = parse(data, size);
	assert_int_equal(s->flags[0][1], 0xf);
	assert_int_equal(s->pin[0][18], 18);
	assert_int_equal(s->flags[0][18], 0xf);
	assert_int_equal(s->flags[0][12], 0);
	assert_int_equal(s->ints, 14 + 1);
	free(data);
	m = machine(1, low, 1);
	data = build(mp_table, &a, &size);
	s = parse(data, size);
	assert_int_equal(s->flags[0][1], 0xf);
	assert_int_equal(s->flags[0][12], 0xf);
	assert_int_equal(s->ints, 14);
	free(data);
}

static void test_ioapics(void **state)
{
	static const struct ab_dev devs[] = {
		{ .type = AB_DEV_IOAPIC,
		  .base = 0xfec10000,
		  .ioapic.gsi = 24,
		  .ioapic.apic_id = 9 },
		{ .type = AB_DEV_IOAPIC, .base = 0xfec00000, .ioapic.gsi = 0, .ioapic.apic_id = 8 },
		{ .type = AB_DEV_VIRTIO_MMIO, .base = 0xd0000000, .irq = 23 },
		{ .type = AB_DEV_VIRTIO_MMIO, .base = 0xd0001000, .irq = 24 },
		{ .type = AB_DEV_VIRTIO_MMIO, .base = 0xd0002000, .irq = 40 },
	};
	const struct ab_machine m = machine(1, devs, COUNT(devs));
	const struct args a = { &m, 0 };
	size_t size;
	uint8_t *data = build(mp_table, &a, &size);
	const struct seen *s = parse(data, size);

	(void)state;
	assert_int_equal(s->ioapics, 2);
	assert_true(s->ioapic[8] && s->ioapic[9]);
	assert_int_equal(s->to[0][4], 8);
	assert_int_equal(s->pin[0][4], 4);
	assert_int_equal(s->to[0][23], 8);
	assert_int_equal(s->pin[0][23], 23);
	assert_int_equal(s->to[0][24], 9);
	assert_int_equal(s->pin[0][24], 0);
	assert_int_equal(s->flags[0][24], 0xd); /* the device's, not the IOAPIC's */
	assert_int_equal(s->to[0][40], 9);
	assert_int_equal(s->pin[0][40], 16);
	assert_int_equal(s->ints, 14 + 3); /* the IOAPIC's first GSI is no interrupt of its own */
	free(data);
}

/* Of the device at @index by its name, of ISA itself without one. */
static void refused_irq(const struct args *a, const char *what, uint64_t gsi, uint64_t index,
			const char *name)
{
	const char *rule = strcmp(what, "machine.devs[].pcie.intx") == 0
			       ? "must be one of the first 256 inputs of an I/O APIC in an MP table"
			       : "must be an input of an I/O APIC, and at most 255 in an MP table";
	struct ab_error why = build_fails(mp_table, a, AB_ERR_UNSUPPORTED, what, gsi, rule);

	assert_int_equal(why.index, index);
	assert_text(why.name, name, what);
}

static void test_interrupts_that_cannot_be_told(void **state)
{
	const struct ab_dev high[] = {
		{ .type = AB_DEV_VIRTIO_MMIO, .base = 0xd0000000, .irq = 256 },
	};
	const struct ab_dev split[] = {
		{ .type = AB_DEV_IOAPIC, .base = 0xfec00000 },
		{ .type = AB_DEV_IOAPIC,
		  .base = 0xfec01000,
		  .ioapic.gsi = 200,
		  .ioapic.apic_id = 1 },
		{ .type = AB_DEV_VIRTIO_MMIO, .base = 0xd0000000, .irq = 256 },
	};
	const struct ab_dev none[] = {
		{ .type = AB_DEV_IOAPIC, .base = 0xfec00000, .ioapic.gsi = 24 },
	};
	const struct ab_dev mouse[] = { { .type = AB_DEV_I8042, .i8042.mouse = 256 } };
	const struct ab_dev far_intx[] = { ECAM(.pcie = { .intx = { 256, 256, 256, 256 } }) };
	struct ab_machine m = machine(1, high, 1);
	const struct args a = { &m, 0 };

	(void)state;
	refused_irq(&a, "machine.devs[].irq", 256, 0, "virtio-mmio");
	m = machine(1, split, 3);
	refused_irq(&a, "machine.devs[].irq", 256, 2, "virtio-mmio");
	m = machine(1, none, 1);
	refused_irq(&a, "mp_table.irq", 1, 0, NULL);
	m = machine(1, mouse, 1);
	refused_irq(&a, "machine.devs[].i8042.mouse", 256, 0, "i8042");
	m = machine(1, far_intx, 1);
	refused_irq(&a, "machine.devs[].pcie.intx", 256, 0, "pcie-ecam");
}

static void test_address(void **state)
{
	const struct ab_machine m = machine(1, NULL, 0);
	struct args a = { &m, 0x100000000 - 200 };
	uint64_t gpa = 0x100000000;
	size_t size;
	uint8_t *data = build(mp_table, &a, &size);

	(void)state;
	assert_int_equal(size, 200);
	free(data);
	a.gpa++;
	build_fails(mp_table, &a, AB_ERR_ARG, "mp_table.gpa", a.gpa, "must end below 4 GiB");
	a.gpa = UINT64_MAX;
	build_fails(mp_table, &a, AB_ERR_ARG, "mp_table.gpa", a.gpa, "must end below 4 GiB");
	build_fails(mp_pointer, &gpa, AB_ERR_ARG, "mp_table.gpa", gpa, "must be below 4 GiB");
}

/* A table counts its bytes in 16 bits. */
static void test_size(void **state)
{
	static struct ab_dev bridges[64];
	struct ab_machine m = machine(1, bridges, COUNT(bridges));
	const struct args a = { &m, 0 };
	size_t n = 0, size, most = 0;
	struct ab_error why;
	struct ab_buf b;

	(void)state;
	for (size_t i = 0; i < COUNT(bridges); i++)
		bridges[i] =
		    (struct ab_dev)ECAM(.pcie = { .bus = (uint8_t)i, .intx = { 16, 17, 18, 19 } });
	for (; n < COUNT(bridges); n++) {
		m.devs.n = n + 1;
		b = ab_buf_over(NULL, 0);
		mp_table(&a, &b);
		if (ab_buf_finish(&b, "table", &why) != AB_OK)
			break;
		most = b.len;
	}
	assert_in_range(most, 60000, 65535);
	size = most + (most - 44) / n;
	assert_int_equal(why.code, AB_ERR_UNSUPPORTED);
	assert_string_equal(why.what, "mp_table.size");
	assert_in_range(why.value, 65536, size + 100);
}

static void test_pointer(void **state)
{
	uint64_t gpa = 0xfedcba98;
	size_t size;
	uint8_t *data = build(mp_pointer, &gpa, &size);

	(void)state;
	assert_int_equal(ab_sum8(data, size), 0);
	assert_hex(data, size,
		   "5f 4d 50 5f # _MP_\n"
		   "98 ba dc fe # address\n"
		   "01 04 # 16 bytes, 1.4\n"
		   "74 # checksum\n"
		   "00 00 00 00 00 # there is a table; no IMCR\n");
	free(data);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bytes),
		cmocka_unit_test(test_bare),
		cmocka_unit_test(test_cpu_counts),
		cmocka_unit_test(test_ids_above_254),
		cmocka_unit_test(test_pci),
		cmocka_unit_test(test_routes),
		cmocka_unit_test(test_pci_flags),
		cmocka_unit_test(test_no_free_bus_number),
		cmocka_unit_test(test_first_gsi_past_isa),
		cmocka_unit_test(test_pic_or_pit),
		cmocka_unit_test(test_flags),
		cmocka_unit_test(test_mouse),
		cmocka_unit_test(test_ioapics),
		cmocka_unit_test(test_interrupts_that_cannot_be_told),
		cmocka_unit_test(test_address),
		cmocka_unit_test(test_size),
		cmocka_unit_test(test_pointer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
