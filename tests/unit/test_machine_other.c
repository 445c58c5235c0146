/* SPDX-License-Identifier: BSD-2-Clause */
/* What devices of the VMM's own use, which its own AML or nodes describe: checked as any device,
 * told where interrupts are, and described nowhere. And addresses where nothing may be. */
#include "machine_x86.h"
#include "x86_build.h"

#define OTHER .type = AB_DEV_OTHER
#define RTC .type = AB_DEV_RTC_CMOS
#define HOLE .type = AB_DEV_RESERVED

static const struct row bad_rows[] = {
	{ "a disk's level at the clock's edge",
	  { BASE, RAM_1M,
	    .devs = DEVS({ RTC }, { OTHER, .base = 0xd0000000, .size = 0x1000, .irq = 8,
				    .irq_flags = AB_IRQ_LEVEL_HIGH }) },
	  BAD_SHARING(1, "other", "irq", 8, "rtc-cmos") },
	{ "the same, disk first",
	  { BASE, RAM_1M,
	    .devs = DEVS({ OTHER, .irq = 8, .irq_flags = AB_IRQ_LEVEL_LOW }, { RTC }) },
	  BAD_SHARING(1, "rtc-cmos", "irq", 8, "other") },
	{ "the third of a kind, and not of the first device",
	  { BASE, RAM_1M,
	    .devs = DEVS({ UART, .base = 0x3f8, .irq = 4 }, { RTC },
			 { OTHER, .irq = 8, .irq_flags = AB_IRQ_EDGE_LOW }) },
	  { AB_ERR_ARG, "machine.devs[].irq", 8, SHARED, 2, "other", 1, "rtc-cmos" } },
	{ "an interrupt without a trigger", ONE_DEV(OTHER, .irq = 8),
	  BAD_DEV(0, "other", "irq_flags", 0,
		  "must not be AB_IRQ_USUAL, as this kind has no usual trigger") },
	{ "a base without a size", ONE_DEV(OTHER, .base = 0x3f8),
	  BAD_DEV(0, "other", "size", 0, "must not be 0, as this kind has no usual size") },
	{ "ports beyond the last", ONE_DEV(OTHER, .base = 0xfff9, .size = 8),
	  BAD_DEV(0, "other", "base", 0xfff9, PORTS) },
	{ "memory beyond 40 bits", ONE_DEV(OTHER, .base = AB_TiB - 8, .size = 16),
	  BAD_DEV(0, "other", "base", AB_TiB - 8, PHYS) },
	{ "port 0 twice",
	  { BASE, RAM_1M, .devs = DEVS({ OTHER, .size = 16 }, { OTHER, .base = 15, .size = 1 }) },
	  { AB_ERR_OVERLAP, "machine.devs[].base", 15, "machine.devs[].base", 1, "other", 0,
	    "other", 0 } },
	{ "memory of a device of ours",
	  { BASE, RAM_1M,
	    .devs = DEVS({ VIRTIO, .base = 0xd0000000, .irq = 5 },
			 { OTHER, .base = 0xd00001ff, .size = 1 }) },
	  { AB_ERR_OVERLAP, "machine.devs[].base", 0xd00001ff, "machine.devs[].base", 1, "other", 0,
	    "virtio-mmio", 0xd0000000 } },
	{ "RAM",
	  ONE_DEV(OTHER, .base = AB_MiB - 1, .size = 2),
	  { AB_ERR_OVERLAP, "machine.devs[].base", AB_MiB - 1, "machine.ram[].base", 0, "other" } },
	{ "reserved ports", ONE_DEV(HOLE, .base = 0xf000, .size = 0x1000),
	  BAD_DEV(0, "reserved", "base", 0xf000, "must be in memory, at 0x10000 or above") },
	{ "nothing reserved", ONE_DEV(HOLE, .base = 0xd0000000),
	  BAD_DEV(0, "reserved", "size", 0, "must not be 0, as this kind has no usual size") },
	{ "a part of a page", ONE_DEV(HOLE, .base = 0xd0000000, .size = 0x800),
	  BAD_DEV(0, "reserved", "size", 0x800, "must be a multiple of 0x1000") },
	{ "reserved from within a page", ONE_DEV(HOLE, .base = 0xd0000800, .size = 0x1000),
	  BAD_DEV(0, "reserved", "base", 0xd0000800, "must be a multiple of 0x1000") },
	{ "reserved RAM",
	  ONE_DEV(HOLE, .base = 0x80000, .size = 0x1000),
	  { AB_ERR_OVERLAP, "machine.devs[].base", 0x80000, "machine.ram[].base", 0, "reserved" } },
	{ "a window over what is reserved",
	  { BASE, RAM_1M,
	    .devs = DEVS({ HOLE, .base = 0xfd00000000, .size = 12 * AB_GiB },
			 { ECAM, .base = 0xe0000000, .size = AB_MiB,
			   .pcie.mmio64 = { 0xf000000000, 64 * AB_GiB } }) },
	  { AB_ERR_OVERLAP, "machine.devs[].pcie.mmio64.base", 0xf000000000, "machine.devs[].base",
	    1, "pcie-ecam", 0, "reserved", 0xfd00000000 } },
	{ "the local APIC",
	  ONE_DEV(OTHER, .base = 0xfee00000, .size = 1),
	  { AB_ERR_OVERLAP, "machine.devs[].base", 0xfee00000, "local APIC", 0, "other", 0, NULL,
	    0xfee00000 } },
};

static const struct row good_rows[] = {
	{ "AMD's hole, up to the last address",
	  ONE_DEV(HOLE, .base = 0xfd00000000, .size = 12 * AB_GiB),
	  { 0 } },
	{ "all that a device may use",
	  { BASE, RAM_1M,
	    .devs =
		DEVS({ OTHER, .size = 16 }, { OTHER, .base = 0xcf8, .size = 8 },
		     { OTHER, .base = AB_MiB, .size = 1 }, { OTHER, .base = AB_TiB - 1, .size = 1 },
		     { OTHER }, { OTHER, .irq = AB_IRQ_NONE },
		     { OTHER, .base = 0x3f8, .size = 8, .irq = 4, .irq_flags = AB_IRQ_EDGE_HIGH },
		     { UART, .base = 0x3e8, .irq = 4 }) },
	  { 0 } },
	{ "a disk's level at the interrupt that a clock does not have",
	  { BASE, RAM_1M,
	    .devs = DEVS({ RTC, .irq = AB_IRQ_NONE },
			 { OTHER, .irq = 8, .irq_flags = AB_IRQ_LEVEL_HIGH }) },
	  { 0 } },
};

static void test_rules(void **state)
{
	(void)state;
	judge_bad(bad_rows, COUNT(bad_rows));
	judge_good(good_rows, COUNT(good_rows));
}

/* A guest would program the input for one of the two, and lose the other without a word. */
static void test_both_parties(void **state)
{
	struct ab_error why;
	char text[200];

	(void)state;
	assert_int_equal(check_machine(&bad_rows[0].m, NULL, &why), AB_ERR_ARG);
	(void)ab_error_text(&why, text, sizeof(text));
	assert_string_equal(text, "machine.devs[1].irq (other): 8 is not valid: devices that share "
				  "an interrupt must agree on trigger and polarity, here with "
				  "machine.devs[0] (rtc-cmos)");
}

/* ---- tables ------------------------------------------------------------------------------- */

static const struct ab_dev devs[] = {
	{ OTHER, .base = 0xd0000000, .size = 0x1000, .irq = 5, .irq_flags = AB_IRQ_LEVEL_LOW },
	{ OTHER, .base = 0x300, .size = 8, .irq = 20, .irq_flags = AB_IRQ_LEVEL_HIGH },
};

static const struct ab_machine none = { BASE, RAM_1M };
static const struct ab_machine two = { BASE, RAM_1M, .devs = { devs, COUNT(devs) } };

static void mp_table(const void *m, struct ab_buf *out)
{
	ab_x86_mp_table(m, 0, out);
}

/* The DSDT is that of a machine without them; the MADT has an override for the ISA interrupt, which
 * is no edge. */
static void test_acpi(void **state)
{
	static const uint8_t override[] = { 2, 10, 0, 5, 5, 0, 0, 0, 0xf, 0 };
	size_t size, bare_size;
	uint8_t *bytes, *bare;

	(void)state;
	bytes = build(dsdt, &two, &size);
	bare = build(dsdt, &none, &bare_size);
	assert_int_equal(size, bare_size);
	assert_memory_equal(bytes, bare, size);
	free(bytes);
	free(bare);
	bytes = build(madt, &two, &size);
	bare = build(madt, &none, &bare_size);
	assert_int_equal(size, bare_size + sizeof(override));
	assert_memory_equal(bytes + 64, override, sizeof(override)); /* behind CPU and I/O APIC */
	free(bytes);
	free(bare);
}

static bool has(const uint8_t *bytes, size_t size, const uint8_t entry[8])
{
	for (size_t i = 44; i + 8 <= size; i += 4)
		if (memcmp(bytes + i, entry, 8) == 0)
			return true;
	return false;
}

static void test_mp_table(void **state)
{
	static const uint8_t five[] = { 3, 0, 0xf, 0, 0, 5, 0, 5 };
	static const uint8_t twenty[] = { 3, 0, 0xd, 0, 0, 20, 0, 20 };
	size_t size;
	uint8_t *bytes = build(mp_table, &two, &size);

	(void)state;
	assert_true(has(bytes, size, five));
	assert_true(has(bytes, size, twenty));
	free(bytes);
}

/* ---- where nothing may be ----------------------------------------------------------------- */

static const struct ab_dev holes[] = {
	{ HOLE, .base = 0xfd00000000, .size = 12 * AB_GiB },
	{ ECAM, .base = 0xe0000000, .size = AB_MiB },
	{ HOLE, .base = 0xfeb00000, .size = 0x2000 },
};

/* clang-format off */
/* PNP0C02 with what is reserved, and the bridge's ECAM, in the order of the list. ACPI 6.4 */
static const uint8_t mres[] = {
	0x5b, 0x82, 0x42, 0x06, 'M', 'R', 'E', 'S', /* Device */
	0x08, '_', 'H', 'I', 'D', 0x0c, 0x41, 0xd0, 0x0c, 0x02, /* PNP0C02 */
	0x08, '_', 'C', 'R', 'S', 0x11, 0x4c, 0x04, 0x0a, 0x48, /* 72 bytes */
	0x8a, 0x2b, 0x00, 0x00, 0x0d, 0x01, /* QWord memory, consumer, fixed, read-write */
	0, 0, 0, 0, 0, 0, 0, 0, /* granularity */
	0, 0, 0, 0, 0xfd, 0, 0, 0, /* minimum */
	0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, /* maximum */
	0, 0, 0, 0, 0, 0, 0, 0, /* translation */
	0, 0, 0, 0, 3, 0, 0, 0, /* length */
	0x86, 9, 0, 1, 0, 0, 0, 0xe0, 0, 0, 0x10, 0, /* Memory32Fixed, read-write */
	0x86, 9, 0, 1, 0, 0, 0xb0, 0xfe, 0, 0x20, 0, 0, /* the same */
	0x79, 0, /* end */
};
/* clang-format on */

static void test_claimed(void **state)
{
	const struct ab_machine m = { BASE, RAM_1M, .devs = { holes, COUNT(holes) } };
	const struct ab_machine alone = { BASE, RAM_1M, .devs = { holes, 1 } };
	size_t size, n;
	uint8_t *bytes = build(dsdt, &m, &size);

	(void)state;
	assert_memory_equal(bytes + size - sizeof(mres), mres, sizeof(mres));
	free(bytes);
	bytes = build(dsdt, &alone, &size); /* without a bridge, too */
	for (n = 0; n + 4 < size && memcmp(bytes + n, "MRES", 4) != 0;)
		n++;
	assert_true(n + 4 < size);
	free(bytes);
}

/* Nothing is read where nothing is: no pair of MTRRs is spent on it. */
static void test_no_mtrr(void **state)
{
	const struct ab_machine m = { BASE, .ram = RAM({ 0, 511 * AB_MiB, 0 }),
				      .devs = { holes, 1 } };
	struct ab_vcpu_x86 cpu = { 0 };
	unsigned int pairs = 0;

	(void)state;
	assert_true(ab_x86_memory_types(&m, &cpu));
	for (uint32_t i = 0; i < cpu.n_msrs; i++)
		if (cpu.msr[i].index >= 0x200 && cpu.msr[i].index < 0x210 &&
		    cpu.msr[i].index % 2 == 0) {
			assert_int_equal(cpu.msr[i].value & 0xff, 0);
			assert_true(cpu.msr[i].value < 4 * AB_GiB);
			pairs++;
		}
	assert_int_equal(pairs, 1); /* around both APICs */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rules),   cmocka_unit_test(test_both_parties),
		cmocka_unit_test(test_acpi),    cmocka_unit_test(test_mp_table),
		cmocka_unit_test(test_claimed), cmocka_unit_test(test_no_mtrr),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
