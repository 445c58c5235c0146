/* SPDX-License-Identifier: BSD-2-Clause */
/* The MADT, field by field and by walking it, against ACPI 6.3, 5.2.12. */
#include "acpi_fields.h"
#include "checked.h"

static uint8_t got[1 << 21];

static const struct ab_ram_list ram = AB_LIST(struct ab_ram, { .size = 64 * AB_MiB });

static struct ab_machine machine(uint32_t n_cpus, const struct ab_dev *devs, size_t n)
{
	return (struct ab_machine){
		.arch = AB_ARCH_X86_64, .n_cpus = n_cpus, .ram = ram, .devs = { devs, n }
	};
}

static size_t build(const struct ab_machine *m)
{
	struct ab_buf none = ab_buf_over(NULL, 0), b = ab_buf_over(got, sizeof(got));
	struct ab_error why;

	if (check_machine(m, NULL, &why) != AB_OK)
		fail_msg("%s: %s", why.what, why.other);
	ab_acpi_madt(m, &none);
	ab_acpi_madt(m, &b);
	assert_int_equal(ab_buf_finish(&b, "APIC", NULL), AB_OK);
	assert_int_equal(b.len, none.len);
	check_header("APIC", 5, got, b.len);
	return b.len;
}

static void test_smallest(void **state)
{
	static const struct field fields[] = {
		{ 36, 4, "Local APIC Address", 0xfee00000 },
		{ 40, 4, "Flags", 0 },
		{ 44, 1, "Type: LAPIC", 0 },
		{ 45, 1, "Length", 8 },
		{ 46, 1, "UID", 0 },
		{ 47, 1, "APIC ID", 0 },
		{ 48, 4, "Flags: enabled", 1 },
		{ 52, 1, "Type: I/O APIC", 1 },
		{ 53, 1, "Length", 12 },
		{ 54, 1, "I/O APIC ID", 0 },
		{ 55, 1, "reserved", 0 },
		{ 56, 4, "Address", 0xfec00000 },
		{ 60, 4, "GSI Base", 0 },
		{ 64, 1, "Type: LAPIC NMI", 4 },
		{ 65, 1, "Length", 6 },
		{ 66, 1, "UID: all", 0xff },
		{ 67, 2, "Flags", 0 },
		{ 69, 1, "LINT", 1 },
	};
	const struct ab_machine m = machine(1, NULL, 0);

	(void)state;
	assert_int_equal(build(&m), 70);
	assert_int_equal(check_fields("APIC", got, 36, fields, COUNT(fields)), 70);
}

static void test_everything(void **state)
{
	static const struct ab_cpu cpus[] = { { .id = 254 }, { .id = 0x12345 } };
	static const struct ab_dev devs[] = {
		{ .type = AB_DEV_ACPI_PM, .base = 0x600 },
		{ .type = AB_DEV_PIC_8259 },
		{ .type = AB_DEV_PIT_8254 },
		{ .type = AB_DEV_IOAPIC, .base = 0xfec00000, .ioapic.apic_id = 4 },
		{ .type = AB_DEV_IOAPIC,
		  .base = 0xfec10000,
		  .ioapic.gsi = 24,
		  .ioapic.apic_id = 0xab },
		{ .type = AB_DEV_RTC_CMOS }, /* edge, high: as ISA is */
		{ .type = AB_DEV_I8042, .irq_flags = AB_IRQ_EDGE_LOW },
		{ .type = AB_DEV_VIRTIO_MMIO, .base = 0xd0000000, .irq = 5 },
		{ .type = AB_DEV_VIRTIO_MMIO, .base = 0xd0000200, .irq = 5 }, /* said already */
		{ .type = AB_DEV_VIRTIO_MMIO, .base = 0xd0000400, .irq = 20 }, /* not ISA */
		{ .type = AB_DEV_PCIE_ECAM,
		  .base = 0xe0000000,
		  .size = AB_MiB,
		  .pcie = { .intx = { 10, 15, 10, 16 } } },
	};
	static const struct field fields[] = {
		{ 36, 4, "Local APIC Address", 0xfee00000 },
		{ 40, 4, "Flags: PCAT_COMPAT", 1 },
		{ 44, 2, "LAPIC", 0x0800 },
		{ 46, 1, "UID", 254 },
		{ 47, 1, "APIC ID", 254 },
		{ 48, 4, "Flags: enabled", 1 },
		{ 52, 1, "Type: x2APIC", 9 },
		{ 53, 1, "Length", 16 },
		{ 54, 2, "reserved", 0 },
		{ 56, 4, "X2APIC ID", 0x12345 },
		{ 60, 4, "Flags: enabled", 1 },
		{ 64, 4, "UID", 0x12345 },
		{ 68, 2, "I/O APIC", 0x0c01 },
		{ 70, 2, "ID", 4 },
		{ 72, 4, "Address", 0xfec00000 },
		{ 76, 4, "GSI Base", 0 },
		{ 80, 2, "I/O APIC", 0x0c01 },
		{ 82, 2, "ID", 0xab },
		{ 84, 4, "Address", 0xfec10000 },
		{ 88, 4, "GSI Base", 24 },
		{ 92, 1, "Type: Interrupt Source Override", 2 },
		{ 93, 1, "Length", 10 },
		{ 94, 1, "Bus", 0 },
		{ 95, 1, "Source: the PIT", 0 },
		{ 96, 4, "GSI", 2 },
		{ 100, 2, "Flags: conforms", 0 },
		{ 102, 2, "Override", 0x0a02 },
		{ 104, 2, "Source: SCI", 9 << 8 },
		{ 106, 4, "GSI", 9 },
		{ 110, 2, "Flags: high, level", 0xd },
		{ 112, 2, "Override", 0x0a02 },
		{ 114, 2, "Source: keyboard", 1 << 8 },
		{ 116, 4, "GSI", 1 },
		{ 120, 2, "Flags: low, edge", 0x7 },
		{ 122, 2, "Override", 0x0a02 },
		{ 124, 2, "Source: mouse", 12 << 8 },
		{ 126, 4, "GSI", 12 },
		{ 130, 2, "Flags: low, edge", 0x7 },
		{ 132, 2, "Override", 0x0a02 },
		{ 134, 2, "Source: virtio", 5 << 8 },
		{ 136, 4, "GSI", 5 },
		{ 140, 2, "Flags: high, level", 0xd },
		{ 142, 2, "Override", 0x0a02 },
		{ 144, 2, "Source: INTA", 10 << 8 },
		{ 146, 4, "GSI", 10 },
		{ 150, 2, "Flags: low, level", 0xf },
		{ 152, 2, "Override", 0x0a02 },
		{ 154, 2, "Source: INTB", 15 << 8 },
		{ 156, 4, "GSI", 15 },
		{ 160, 2, "Flags: low, level", 0xf },
		{ 162, 2, "LAPIC NMI", 0x0604 },
		{ 164, 1, "UID: all", 0xff },
		{ 165, 2, "Flags", 0 },
		{ 167, 1, "LINT", 1 },
		{ 168, 1, "Type: x2APIC NMI", 0xa },
		{ 169, 1, "Length", 12 },
		{ 170, 2, "Flags", 0 },
		{ 172, 4, "UID: all", 0xffffffff },
		{ 176, 1, "LINT", 1 },
		{ 177, 3, "reserved", 0 },
	};
	struct ab_machine m = machine(2, devs, COUNT(devs));

	(void)state;
	m.cpus = (struct ab_cpu_list){ cpus, 2 };
	assert_int_equal(build(&m), 180);
	assert_int_equal(check_fields("APIC", got, 36, fields, COUNT(fields)), 180);
}

/* Each CPU once, in the kind of entry that its id needs, and one NMI entry for each kind. */
static void test_many(void **state)
{
	static const uint32_t counts[] = { 1, 2, 254, 255, 256, 300, 4096, 65536 };

	(void)state;
	for (size_t i = 0; i < COUNT(counts); i++) {
		const struct ab_machine m = machine(counts[i], NULL, 0);
		uint32_t next = 0, n[11] = { 0 };
		size_t size = build(&m), at;

		for (at = 44; at < size; at += got[at + 1]) {
			unsigned int type = got[at];
			uint64_t id = type == 9 ? read_le(got + at + 4, 4) : got[at + 3];
			uint64_t uid = type == 9 ? read_le(got + at + 12, 4) : got[at + 2];

			assert_true(type <= 10 && got[at + 1] >= 6);
			n[type]++;
			if (type != 0 && type != 9)
				continue;
			assert_int_equal(id, next);
			assert_int_equal(uid, next);
			assert_int_equal(type, next > 254 ? 9 : 0);
			next++;
		}
		assert_int_equal(at, size);
		assert_int_equal(next, counts[i]);
		assert_int_equal(n[1], 1);
		assert_int_equal(n[4], 1);
		assert_int_equal(n[10], counts[i] > 255);
	}
}

/* Ids all beyond 8 bits: no LAPIC entry, and no NMI for any. */
static void test_x2apic_only(void **state)
{
	static const struct ab_cpu cpu = { .id = 0xfffffffe };
	struct ab_machine m = machine(1, NULL, 0);

	(void)state;
	m.cpus = (struct ab_cpu_list){ &cpu, 1 };
	assert_int_equal(build(&m), 44 + 16 + 12 + 12);
	assert_int_equal(got[44], 9);
	assert_int_equal(read_le(got + 48, 4), 0xfffffffe);
	assert_int_equal(got[44 + 16], 1);
	assert_int_equal(got[44 + 28], 10);
}

/* The usual I/O APIC is there only when none is listed. */
static void test_one_ioapic(void **state)
{
	static const struct ab_dev dev = { .type = AB_DEV_IOAPIC,
					   .base = 0xfec10000,
					   .ioapic.apic_id = 3 };
	const struct ab_machine m = machine(1, &dev, 1);

	(void)state;
	assert_int_equal(build(&m), 44 + 8 + 12 + 6);
	assert_int_equal(got[54], 3);
	assert_int_equal(read_le(got + 56, 4), 0xfec10000);
	assert_int_equal(got[64], 4);
}

/* The last ones are online-capable, not enabled; 5.2.12.2 and 5.2.12.12. */
static void test_cpus_later(void **state)
{
	static const struct ab_cpu cpus[] = {
		{ .id = 0 }, { .id = 1 }, { .id = 2 }, { .id = 0x300 }
	};
	struct ab_machine m = machine(4, NULL, 0);

	(void)state;
	m.cpus = (struct ab_cpu_list){ cpus, 4 };
	m.n_cpus_later = 2;
	(void)build(&m);
	assert_int_equal(read_le(got + 44 + 4, 4), 1);
	assert_int_equal(read_le(got + 52 + 4, 4), 1);
	assert_int_equal(read_le(got + 60 + 4, 4), 2);
	assert_int_equal(got[68], 9);
	assert_int_equal(read_le(got + 68 + 8, 4), 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_smallest),   cmocka_unit_test(test_everything),
		cmocka_unit_test(test_many),       cmocka_unit_test(test_x2apic_only),
		cmocka_unit_test(test_one_ioapic), cmocka_unit_test(test_cpus_later),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
