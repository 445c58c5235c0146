/* SPDX-License-Identifier: BSD-2-Clause */
/* The set as a whole: what is in it, where, and that every pointer lands on a signature. */
#include "acpi_fields.h"

#include "golden/machines.c"
#include "golden/machines_arm64.c"
#include "checked.h"

#define CAP (4U << 20)

static uint8_t *set_bytes; /* the set as it lies in guest memory */

static enum ab_err layout(struct ab_acpi_set *set, const struct ab_machine *m)
{
	struct ab_error why;

	if (check_machine(m, NULL, &why) != AB_OK)
		fail_msg("%s: %s", why.what, why.other != NULL ? why.other : "");
	return ab_acpi_layout(set, m, NULL);
}

/* Write table @index where it belongs: exactly its size, and with a byte less nothing beyond. */
static void write_table(const struct ab_acpi_set *set, size_t index, uint64_t base, uint64_t facs)
{
	struct ab_acpi_table t = ab_acpi_at(set, index);
	uint8_t *at = set_bytes + t.offset;
	struct ab_error why;
	struct ab_buf b;

	memset(at, 0xee, t.size + 16);
	b = ab_buf_over(at, t.size - 1);
	ab_acpi_write(set, index, base, facs, &b);
	assert_int_equal(ab_buf_finish(&b, "table", &why), AB_ERR_NOSPACE);
	assert_int_equal(why.value, t.size);
	assert_int_equal(at[t.size - 1], 0xee);
	b = ab_buf_over(at, t.size);
	ab_acpi_write(set, index, base, facs, &b);
	assert_int_equal(ab_buf_finish(&b, "table", NULL), AB_OK);
	assert_int_equal(b.len, t.size);
	assert_int_equal(at[t.size], 0xee);
	assert_memory_equal(at, t.sig, 4);
	assert_int_equal(read_le(at + 4, 4), t.size);
	assert_int_equal(byte_sum(at, t.size), 0);
}

/* Tables ascend, each at the next multiple of 16, DSDT first, XSDT last. */
static void check_packing(const struct ab_acpi_set *set)
{
	size_t n = ab_acpi_count(set);
	uint64_t end = 0, largest = 0;

	assert_int_equal(n, set->n_tables + set->n_extra);
	for (size_t i = 0; i < n; i++) {
		struct ab_acpi_table t = ab_acpi_at(set, i);

		assert_int_equal(t.offset, (end + 15) / 16 * 16);
		end = (uint64_t)t.offset + t.size;
		largest = t.size > largest ? t.size : largest;
	}
	assert_int_equal(set->size, end);
	assert_int_equal(set->largest, largest);
	assert_memory_equal(ab_acpi_at(set, 0).sig, "DSDT", 4);
	assert_memory_equal(ab_acpi_at(set, 1).sig, "FACP", 4);
	assert_memory_equal(ab_acpi_at(set, n - 1).sig, "XSDT", 4);
}

/* ACPI 6.3, 5.2.5.3 and 5.2.8: from the RSDP to every table, as a guest goes. */
static void check_links(const struct ab_acpi_set *set, uint64_t base, uint64_t facs)
{
	size_t n = ab_acpi_count(set);
	const uint8_t *xsdt, *fadt;
	uint8_t rsdp[36];
	struct ab_buf b = ab_buf_over(rsdp, sizeof(rsdp));

	ab_acpi_rsdp(set, base, &b);
	assert_int_equal(b.len, 36);
	xsdt = set_bytes + (read_le(rsdp + 24, 8) - base);
	assert_memory_equal(xsdt, "XSDT", 4);
	assert_int_equal(read_le(xsdt + 4, 4), 36 + 8 * (n - 2));
	assert_int_equal(xsdt[8], 1);
	for (size_t i = 0; i < n - 2; i++) {
		struct ab_acpi_table t = ab_acpi_at(set, i + 1);

		assert_int_equal(read_le(xsdt + 36 + 8 * i, 8), base + t.offset);
		assert_memory_equal(set_bytes + t.offset, t.sig, 4);
	}
	fadt = set_bytes + (read_le(xsdt + 36, 8) - base);
	assert_memory_equal(fadt, "FACP", 4);
	assert_int_equal(read_le(fadt + 140, 8), base);
	assert_int_equal(read_le(fadt + 40, 4), base >> 32 == 0 ? base : 0);
	assert_memory_equal(set_bytes, "DSDT", 4);
	assert_int_equal(read_le(fadt + 132, 8), set->has_facs ? facs : 0);
}

static void check_set(const struct ab_machine *m)
{
	static const uint64_t bases[] = { 0x7ff00000, 0x140000000 };
	struct ab_acpi_set set;

	assert_int_equal(layout(&set, m), AB_OK);
	assert_true(set.size + 16 <= CAP);
	check_packing(&set);
	assert_int_equal(set.has_facs, ab_machine_dev(m, AB_DEV_ACPI_PM, 0) != NULL);
	for (size_t k = 0; k < COUNT(bases); k++) {
		uint64_t facs = set.has_facs ? bases[k] - 0x1000 : 0;

		for (size_t i = 0; i < ab_acpi_count(&set); i++)
			write_table(&set, i, bases[k], facs);
		check_links(&set, bases[k], facs);
	}
}

static void test_golden(void **state)
{
	(void)state;
	for (size_t i = 0; i < golden_machines_n; i++)
		check_set(golden_machines[i].machine);
	for (size_t i = 0; i < golden_arm64_n; i++)
		check_set(golden_arm64[i].machine);
	for (size_t i = 0; i < golden_newer_n; i++)
		check_set(golden_newer[i].machine);
}

static const struct ab_ram_list one_ram = AB_LIST(struct ab_ram, { .size = 64 * AB_MiB });

static struct ab_machine machine(uint32_t n_cpus)
{
	return (struct ab_machine){ .arch = AB_ARCH_X86_64, .n_cpus = n_cpus, .ram = one_ram };
}

static void test_cpu_counts(void **state)
{
	static const uint32_t counts[] = { 1, 2, 254, 255, 256, 300, 4096 };

	(void)state;
	for (size_t i = 0; i < COUNT(counts); i++) {
		const struct ab_machine m = machine(counts[i]);

		check_set(&m);
	}
}

/* ---- RSDP ----------------------------------------------------------------------------------- */

/* ACPI 6.3, table 5-27 */
static void test_rsdp(void **state)
{
	static const struct field fields[] = {
		{ 0, 8, "Signature", 0x2052545020445352 }, /* "RSD PTR " */
		{ 8, 1, "Checksum", 0 }, /* compared below */
		{ 9, 4, "OEMID", 0x454d4341 }, /* "ACME" */
		{ 13, 2, "OEMID", 0 },
		{ 15, 1, "Revision", 2 },
		{ 16, 4, "RsdtAddress", 0 },
		{ 20, 4, "Length", 36 },
		{ 24, 8, "XsdtAddress", 0 }, /* compared below */
		{ 32, 1, "Extended Checksum", 0 },
		{ 33, 3, "reserved", 0 },
	};
	struct ab_acpi_set set;
	uint8_t p[36 + 1];
	struct ab_buf b;

	(void)state;
	assert_int_equal(layout(&set, golden_machine("extras")), AB_OK);
	memset(p, 0xee, sizeof(p));
	b = ab_buf_over(p, 35);
	ab_acpi_rsdp(&set, 0, &b);
	assert_int_equal(b.error.code, AB_ERR_NOSPACE);
	assert_int_equal(b.len, 36);
	assert_int_equal(p[35], 0xee);
	b = ab_buf_over(p, 36);
	ab_acpi_rsdp(&set, 0x123450000, &b);
	assert_int_equal(byte_sum(p, 20), 0);
	assert_int_equal(byte_sum(p, 36), 0);
	assert_int_equal(read_le(p + 24, 8),
			 0x123450000 + ab_acpi_at(&set, ab_acpi_count(&set) - 1).offset);
	assert_int_equal(p[36], 0xee);
	p[8] = p[32] = 0;
	memset(p + 24, 0, 8);
	assert_int_equal(check_fields("RSDP", p, 0, fields, COUNT(fields)), 36);
}

/* ---- what is in it --------------------------------------------------------------------------- */

static void expect_tables(const struct ab_machine *m, const char *want)
{
	struct ab_acpi_set set;
	char have[256] = "";

	assert_int_equal(layout(&set, m), AB_OK);
	for (size_t i = 0; i < ab_acpi_count(&set); i++) {
		strncat(have, ab_acpi_at(&set, i).sig, 4);
		strcat(have, " ");
	}
	assert_string_equal(have, want);
}

static void test_presence(void **state)
{
	static const struct {
		struct ab_dev dev;
		const char *tables;
	} rows[] = {
		{ { .type = AB_DEV_UART_16550, .base = 0x3f8 }, "DSDT FACP APIC SPCR XSDT " },
		{ { .type = AB_DEV_I8042 }, "DSDT FACP APIC XSDT " },
		{ { .type = AB_DEV_RTC_CMOS }, "DSDT FACP APIC XSDT " },
		{ { .type = AB_DEV_PIC_8259 }, "DSDT FACP APIC XSDT " },
		{ { .type = AB_DEV_PIT_8254 }, "DSDT FACP APIC XSDT " },
		{ { .type = AB_DEV_IOAPIC, .base = 0xfec00000 }, "DSDT FACP APIC XSDT " },
		{ { .type = AB_DEV_HPET, .base = 0xfed00000 }, "DSDT FACP APIC HPET XSDT " },
		{ { .type = AB_DEV_PCIE_ECAM, .base = 0xe0000000, .size = AB_MiB },
		  "DSDT FACP APIC MCFG XSDT " },
		{ { .type = AB_DEV_ACPI_PM, .base = 0x600 }, "DSDT FACP APIC WAET XSDT " },
	};
	static const struct ab_distance distance = { 0, 1, 20 };
	struct ab_machine m = machine(1);

	(void)state;
	expect_tables(&m, "DSDT FACP APIC XSDT ");
	m.distances = (struct ab_distance_list){ &distance, 1 };
	expect_tables(&m, "DSDT FACP APIC SRAT SLIT XSDT ");
	for (size_t i = 0; i < COUNT(rows); i++) {
		m = machine(1);
		m.devs = (struct ab_dev_list){ &rows[i].dev, 1 };
		expect_tables(&m, rows[i].tables);
	}
	expect_tables(golden_machine("pc"), "DSDT FACP APIC MCFG HPET SPCR WAET XSDT ");
	expect_tables(golden_machine("extras"), "DSDT FACP APIC SPCR WAET SSDT UEFI SSDT XSDT ");
}

/* ---- the caller's own ----------------------------------------------------------------------- */

static void bad_extra(uint8_t *table, size_t size, struct expected want)
{
	struct ab_bytes list[2] = { { ssdt1, sizeof(ssdt1) }, { table, size } };
	struct ab_machine m = machine(1);
	struct ab_acpi_set set;
	struct ab_error why;

	m.acpi.tables = (struct ab_bytes_list){ list, 2 };
	assert_error(ab_acpi_layout(&set, &m, &why), &why, &want, "second table");
	assert_int_equal(why.index, 1);
}

static void test_bad_extras(void **state)
{
#define BAD(at, rule)                                                                              \
	(struct expected)                                                                          \
	{                                                                                          \
		AB_ERR_ARG, "machine.acpi.tables[]", at, rule                                      \
	}
	static const char length[] = "its length must be the number of its bytes";
	static const char letters[] = "its signature must be 4 of A-Z, 0-9 and _";
	static const char reserved[] = "its signature must not be XSDT, RSDT or FACS";
	static const char ours[] =
	    "its signature must not be that of a table that the library makes";
	static const struct {
		const char *sig, *rule;
	} own[] = { { "DSDT", ours },     { "FACP", ours },     { "FACS", reserved },
		    { "XSDT", reserved }, { "RSDT", reserved }, { "APIC", ours } };
	uint8_t t[sizeof(ssdt2)];

	(void)state;
	memcpy(t, ssdt2, sizeof(t));
	bad_extra(t, 35,
		  (struct expected){ AB_ERR_ARG, "machine.acpi.tables[].size", 35,
				     "must be at least 36, a table's header" });
	bad_extra(t, sizeof(t) - 1, BAD(4, length));
	t[4]++;
	bad_extra(t, sizeof(t), BAD(4, length));
	t[4]--;
	t[sizeof(t) - 1] = 1;
	bad_extra(t, sizeof(t), BAD(9, "the sum of its bytes must be 0 modulo 256"));
	t[0] = 's';
	bad_extra(t, sizeof(t), BAD(0, letters));
	memcpy(t, "SSD\0", 4);
	bad_extra(t, sizeof(t), BAD(0, letters));
	for (size_t i = 0; i < COUNT(own); i++) {
		memcpy(t, own[i].sig, 4);
		bad_extra(t, sizeof(t), BAD(0, own[i].rule));
	}
}

/* A signature of any letters, digits and underscores will do. */
static void test_extra_signature(void **state)
{
	static const char *const sigs[] = { "OEM0", "9AZ_", "SRAT" };
	uint8_t t[36] = { 'O', 'E', 'M', '0', 36 };
	struct ab_bytes list = { t, sizeof(t) };
	struct ab_machine m = machine(1);
	struct ab_acpi_set set;

	(void)state;
	m.acpi.tables = (struct ab_bytes_list){ &list, 1 };
	for (size_t i = 0; i < COUNT(sigs); i++) {
		memcpy(t, sigs[i], 4);
		t[9] = 0;
		t[9] = (uint8_t)(0U - byte_sum(t, sizeof(t)));
		assert_int_equal(ab_acpi_layout(&set, &m, NULL), AB_OK);
	}
}

/* Found before a byte of it is read: this table's bytes are not there. */
static void test_set_too_large(void **state)
{
	uint8_t header[36] = { 'O', 'E', 'M', '1', 0xff, 0xff, 0xff, 0xff };
	struct ab_bytes list = { header, 0xffffffff };
	struct ab_machine m = machine(1);
	struct ab_acpi_set set;
	struct ab_error why;

	(void)state;
	m.acpi.tables = (struct ab_bytes_list){ &list, 1 };
	assert_int_equal(ab_acpi_layout(&set, &m, &why), AB_ERR_NOSPACE);
	assert_string_equal(why.what, "ACPI table set");
	assert_string_equal(why.other, "must be smaller than 4 GiB");
	assert_true(why.value > UINT32_MAX);
}

static void bad_name(struct ab_aml *aml, void *ctx)
{
	(void)ctx;
	ab_aml_name(aml, "toolong");
	ab_aml_int(aml, 0);
}

static void open_device(struct ab_aml *aml, void *ctx)
{
	(void)ctx;
	(void)ab_aml_device(aml, "DEV");
}

static void half_a_name(struct ab_aml *aml, void *ctx)
{
	(void)ctx;
	ab_aml_name(aml, "HALF");
}

/* The offset told is that in the DSDT: 36 of header, 7 of \_SB, 28 of a CPU (its length is of one
 * byte until the scope ends). */
static void test_bad_callback(void **state)
{
	static const struct {
		void (*dsdt)(struct ab_aml *, void *);
		const char *rule;
		size_t at;
	} rows[] = {
		{ bad_name,
		  "a name segment must be 1 to 4 of A-Z, 0-9 and _, and begin with no digit", 71 },
		{ open_device, "blocks must be ended in the reverse order of their beginnings",
		  78 },
		{ half_a_name, "an operand must come here", 76 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_machine m = machine(1);
		struct ab_acpi_set set;
		struct ab_error why;
		struct ab_buf b = ab_buf_over(NULL, 0);

		m.acpi.dsdt = rows[i].dsdt;
		assert_int_equal(ab_acpi_layout(&set, &m, &why), AB_ERR_ARG);
		assert_string_equal(why.what, "DSDT");
		assert_string_equal(why.other, rows[i].rule);
		assert_int_equal(why.value, rows[i].at);
		ab_acpi_dsdt(&m, &b);
		assert_int_equal(b.error.code, AB_ERR_ARG);
	}
}

static void growing(struct ab_aml *aml, void *ctx)
{
	ab_aml_name(aml, "GROW");
	ab_aml_buffer(aml, NULL, ++*(size_t *)ctx);
}

/* A callback that appends other bytes when writing is found, not written past its place. */
static void test_callback_that_grows(void **state)
{
	size_t size = 1;
	struct ab_machine m = machine(1);
	struct expected want = { AB_ERR_ARG, "DSDT", 0,
				 "machine.acpi.dsdt must append the same bytes on each call" };
	struct ab_acpi_set set;
	struct ab_error why;
	struct ab_buf b;

	(void)state;
	m.acpi.dsdt = growing;
	m.acpi.ctx = &size;
	assert_int_equal(ab_acpi_layout(&set, &m, NULL), AB_OK);
	b = ab_buf_over(set_bytes, CAP);
	want.value = ab_acpi_at(&set, 0).size + 1;
	ab_acpi_write(&set, 0, 0x1000, 0, &b);
	assert_error(ab_buf_finish(&b, "ACPI tables", &why), &why, &want, "growing");
}

static int setup(void **state)
{
	(void)state;
	set_bytes = malloc(CAP);
	return set_bytes == NULL;
}

static int teardown(void **state)
{
	(void)state;
	free(set_bytes);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_golden),
		cmocka_unit_test(test_cpu_counts),
		cmocka_unit_test(test_rsdp),
		cmocka_unit_test(test_presence),
		cmocka_unit_test(test_bad_extras),
		cmocka_unit_test(test_extra_signature),
		cmocka_unit_test(test_set_too_large),
		cmocka_unit_test(test_bad_callback),
		cmocka_unit_test(test_callback_that_grows),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
