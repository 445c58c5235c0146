/* SPDX-License-Identifier: BSD-2-Clause */
/* Tables other than the DSDT, field by field against their specifications. */
#include "acpi_fields.h"
#include "checked.h"

static uint8_t got[1 << 16];

static const struct ab_ram_list ram = AB_LIST(struct ab_ram, { .size = 64 * AB_MiB });

static struct ab_machine machine(const struct ab_dev *devs, size_t n)
{
	return (struct ab_machine){
		.arch = AB_ARCH_X86_64, .n_cpus = 1, .ram = ram, .devs = { devs, n }
	};
}

/* Build one table, compare its header, and its body with the fields. */
static size_t build(void (*make)(const struct ab_machine *, struct ab_buf *),
		    const struct ab_machine *m)
{
	struct ab_buf none = ab_buf_over(NULL, 0), b = ab_buf_over(got, sizeof(got));
	struct ab_error why;

	if (check_machine(m, NULL, &why) != AB_OK)
		fail_msg("%s: %s", why.what, why.other);
	make(m, &none);
	memset(got, 0xee, sizeof(got));
	make(m, &b);
	assert_int_equal(ab_buf_finish(&b, "table", NULL), AB_OK);
	assert_int_equal(b.len, none.len);
	return b.len;
}

/* The body's fields, all of them, up to the end. */
static void check_table(const char *sig, unsigned int revision, size_t size, const struct field *f,
			size_t n)
{
	check_header(sig, revision, got, size);
	assert_int_equal(check_fields(sig, got, 36, f, n), size);
}

#define CHECK_TABLE(sig, revision, size, fields)                                                   \
	check_table(sig, revision, size, fields, COUNT(fields))

/* ---- FADT --------------------------------------------------------------------------------- */

#define GAS(at, name, space, bits, access, address)                                                \
	{ (at), 1, name " space", (space) }, { (at) + 1, 1, name " bits", (bits) },                \
	    { (at) + 2, 1, name " offset", 0 }, { (at) + 3, 1, name " access", (access) },         \
	{                                                                                          \
		(at) + 4, 8, name " address", (address)                                            \
	}

static uint64_t fadt_facs;

static void make_fadt(const struct ab_machine *m, struct ab_buf *out)
{
	ab_acpi_fadt(m, 0x12345678, fadt_facs, out);
}

/* ACPI 6.3, table 5-33 */
static void test_fadt_reduced(void **state)
{
	static const struct ab_dev devs[] = {
		{ .type = AB_DEV_ACPI_SLEEP, .base = 0xfe001000 },
		{ .type = AB_DEV_ACPI_RESET, .base = 0xfe001002, .reset.value = 0x42 },
		{ .type = AB_DEV_RTC_CMOS },
	};
	static const struct field fields[] = {
		{ 36, 4, "FIRMWARE_CTRL", 0 },
		{ 40, 4, "DSDT", 0x12345678 },
		{ 44, 1, "reserved", 0 },
		{ 45, 1, "Preferred_PM_Profile", 0 },
		{ 46, 2, "SCI_INT", 0 },
		{ 48, 4, "SMI_CMD", 0 },
		{ 52, 1, "ACPI_ENABLE", 0 },
		{ 53, 1, "ACPI_DISABLE", 0 },
		{ 54, 1, "S4BIOS_REQ", 0 },
		{ 55, 1, "PSTATE_CNT", 0 },
		{ 56, 4, "PM1a_EVT_BLK", 0 },
		{ 60, 4, "PM1b_EVT_BLK", 0 },
		{ 64, 4, "PM1a_CNT_BLK", 0 },
		{ 68, 4, "PM1b_CNT_BLK", 0 },
		{ 72, 4, "PM2_CNT_BLK", 0 },
		{ 76, 4, "PM_TMR_BLK", 0 },
		{ 80, 4, "GPE0_BLK", 0 },
		{ 84, 4, "GPE1_BLK", 0 },
		{ 88, 1, "PM1_EVT_LEN", 0 },
		{ 89, 1, "PM1_CNT_LEN", 0 },
		{ 90, 1, "PM2_CNT_LEN", 0 },
		{ 91, 1, "PM_TMR_LEN", 0 },
		{ 92, 1, "GPE0_BLK_LEN", 0 },
		{ 93, 1, "GPE1_BLK_LEN", 0 },
		{ 94, 1, "GPE1_BASE", 0 },
		{ 95, 1, "CST_CNT", 0 },
		{ 96, 2, "P_LVL2_LAT", 0 },
		{ 98, 2, "P_LVL3_LAT", 0 },
		{ 100, 2, "FLUSH_SIZE", 0 },
		{ 102, 2, "FLUSH_STRIDE", 0 },
		{ 104, 1, "DUTY_OFFSET", 0 },
		{ 105, 1, "DUTY_WIDTH", 0 },
		{ 106, 1, "DAY_ALRM", 0 },
		{ 107, 1, "MON_ALRM", 0 },
		{ 108, 1, "CENTURY", 0 },
		{ 109, 2, "IAPC_BOOT_ARCH: no VGA", 0x0004 },
		{ 111, 1, "reserved", 0 },
		/* WBINVD, PROC_C1, no fixed buttons, FIX_RTC, RESET_REG_SUP, HW_REDUCED_ACPI */
		{ 112, 4, "Flags", 1 << 0 | 3 << 4 | 1 << 6 | 1 << 10 | 1 << 20 },
		GAS(116, "RESET_REG", 0, 8, 1, 0xfe001002),
		{ 128, 1, "RESET_VALUE", 0x42 },
		{ 129, 2, "ARM_BOOT_ARCH", 0 },
		{ 131, 1, "FADT Minor Version", 3 },
		{ 132, 8, "X_FIRMWARE_CTRL", 0 },
		{ 140, 8, "X_DSDT", 0x12345678 },
		GAS(148, "X_PM1a_EVT_BLK", 0, 0, 0, 0),
		GAS(160, "X_PM1b_EVT_BLK", 0, 0, 0, 0),
		GAS(172, "X_PM1a_CNT_BLK", 0, 0, 0, 0),
		GAS(184, "X_PM1b_CNT_BLK", 0, 0, 0, 0),
		GAS(196, "X_PM2_CNT_BLK", 0, 0, 0, 0),
		GAS(208, "X_PM_TMR_BLK", 0, 0, 0, 0),
		GAS(220, "X_GPE0_BLK", 0, 0, 0, 0),
		GAS(232, "X_GPE1_BLK", 0, 0, 0, 0),
		GAS(244, "SLEEP_CONTROL_REG", 0, 8, 1, 0xfe001000),
		GAS(256, "SLEEP_STATUS_REG", 0, 8, 1, 0xfe001001),
		{ 268, 8, "Hypervisor Vendor Identity", 0 },
	};
	const struct ab_machine m = machine(devs, COUNT(devs));

	(void)state;
	fadt_facs = 0;
	assert_int_equal(build(make_fadt, &m), 276);
	CHECK_TABLE("FACP", 6, 276, fields);
}

static void test_fadt_full(void **state)
{
	static const struct ab_dev devs[] = {
		{ .type = AB_DEV_ACPI_PM, .base = 0x600 },
		{ .type = AB_DEV_ACPI_RESET, .base = 0xcf9, .reset.value = 0x0f },
	};
	static const struct field fields[] = {
		{ 36, 4, "FIRMWARE_CTRL", 0x7fff0000 },
		{ 40, 4, "DSDT", 0x12345678 },
		{ 44, 2, "reserved, Preferred_PM_Profile", 0 },
		{ 46, 2, "SCI_INT", 9 },
		{ 48, 8, "SMI_CMD to PSTATE_CNT", 0 },
		{ 56, 4, "PM1a_EVT_BLK", 0x600 },
		{ 60, 4, "PM1b_EVT_BLK", 0 },
		{ 64, 4, "PM1a_CNT_BLK", 0x604 },
		{ 68, 8, "PM1b_CNT_BLK, PM2_CNT_BLK", 0 },
		{ 76, 4, "PM_TMR_BLK", 0x608 },
		{ 80, 4, "GPE0_BLK", 0x60c },
		{ 84, 4, "GPE1_BLK", 0 },
		{ 88, 1, "PM1_EVT_LEN", 4 },
		{ 89, 1, "PM1_CNT_LEN", 2 },
		{ 90, 1, "PM2_CNT_LEN", 0 },
		{ 91, 1, "PM_TMR_LEN", 4 },
		{ 92, 1, "GPE0_BLK_LEN", 4 },
		{ 93, 3, "GPE1_BLK_LEN, GPE1_BASE, CST_CNT", 0 },
		{ 96, 2, "P_LVL2_LAT", 0xfff },
		{ 98, 2, "P_LVL3_LAT", 0xfff },
		{ 100, 8, "FLUSH_SIZE to MON_ALRM", 0 },
		{ 108, 1, "CENTURY", 0 },
		{ 109, 2, "IAPC_BOOT_ARCH: no VGA, no RTC", 0x0024 },
		{ 111, 1, "reserved", 0 },
		/* a fixed power button: bit 4 clear; a 24-bit timer: bit 8 clear */
		{ 112, 4, "Flags", 1 << 0 | 1 << 2 | 1 << 5 | 1 << 6 | 1 << 10 },
		GAS(116, "RESET_REG", 1, 8, 1, 0xcf9),
		{ 128, 1, "RESET_VALUE", 0x0f },
		{ 129, 2, "ARM_BOOT_ARCH", 0 },
		{ 131, 1, "FADT Minor Version", 3 },
		{ 132, 8, "X_FIRMWARE_CTRL", 0x7fff0000 },
		{ 140, 8, "X_DSDT", 0x12345678 },
		GAS(148, "X_PM1a_EVT_BLK", 1, 32, 2, 0x600),
		GAS(160, "X_PM1b_EVT_BLK", 0, 0, 0, 0),
		GAS(172, "X_PM1a_CNT_BLK", 1, 16, 2, 0x604),
		GAS(184, "X_PM1b_CNT_BLK", 0, 0, 0, 0),
		GAS(196, "X_PM2_CNT_BLK", 0, 0, 0, 0),
		GAS(208, "X_PM_TMR_BLK", 1, 32, 3, 0x608),
		GAS(220, "X_GPE0_BLK", 1, 32, 1, 0x60c),
		GAS(232, "X_GPE1_BLK", 0, 0, 0, 0),
		GAS(244, "SLEEP_CONTROL_REG", 0, 0, 0, 0),
		GAS(256, "SLEEP_STATUS_REG", 0, 0, 0, 0),
		{ 268, 8, "Hypervisor Vendor Identity", 0 },
	};
	const struct ab_machine m = machine(devs, COUNT(devs));

	(void)state;
	fadt_facs = 0x7fff0000;
	assert_int_equal(build(make_fadt, &m), 276);
	CHECK_TABLE("FACP", 6, 276, fields);
}

/* Addresses beyond 4 GiB go into the wide fields only, and change no size. */
static void test_fadt_high(void **state)
{
	const struct ab_machine m = machine(NULL, 0);
	struct ab_buf b = ab_buf_over(got, sizeof(got));

	(void)state;
	ab_acpi_fadt(&m, 0x123456780, 0x234567800, &b);
	assert_int_equal(b.len, 276);
	assert_int_equal(read_le(got + 36, 4), 0);
	assert_int_equal(read_le(got + 40, 4), 0);
	assert_int_equal(read_le(got + 132, 8), 0x234567800);
	assert_int_equal(read_le(got + 140, 8), 0x123456780);
	assert_int_equal(byte_sum(got, 276), 0);
}

/* ACPI 6.3, tables 5-34 and 5-35, one device at a time. */
static void test_fadt_flags(void **state)
{
	static const struct {
		struct ab_dev dev;
		unsigned int boot, flags;
	} rows[] = {
		{ { .type = AB_DEV_ACPI_GED, .base = 0xfe000000, .irq = 9 }, 0x24, 0x100071 },
		{ { .type = AB_DEV_I8042 }, 0x27, 0x100071 },
		{ { .type = AB_DEV_RTC_CMOS }, 0x04, 0x100071 },
		{ { .type = AB_DEV_UART_16550, .base = 0x3f8 }, 0x25, 0x100071 },
		{ { .type = AB_DEV_UART_16550, .base = 0xfe000000 }, 0x24, 0x100071 },
		{ { .type = AB_DEV_ACPI_RESET, .base = 0x64, .reset.value = 0xfe },
		  0x24,
		  0x100471 },
		{ { .type = AB_DEV_ACPI_PM, .base = 0x600 }, 0x24, 0x65 },
		{ { .type = AB_DEV_VGA }, 0x20, 0x100071 },
	};
	static const struct ab_dev both[] = {
		{ .type = AB_DEV_ACPI_PM, .base = 0x600, .irq = 11 },
		{ .type = AB_DEV_ACPI_GED, .base = 0xfe000000, .irq = 16 },
	};
	const struct ab_machine m = machine(both, COUNT(both));

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct ab_machine one = machine(&rows[i].dev, 1);

		assert_int_equal(build(make_fadt, &one), 276);
		assert_int_equal(read_le(got + 109, 2), rows[i].boot);
		assert_int_equal(read_le(got + 112, 4), rows[i].flags);
	}
	/* a generic event device brings the button even where there is fixed hardware */
	assert_int_equal(build(make_fadt, &m), 276);
	assert_int_equal(read_le(got + 112, 4), 0x75);
	assert_int_equal(read_le(got + 46, 2), 11);
}

static void test_fadt_century(void **state)
{
	const struct ab_dev with = { .type = AB_DEV_RTC_CMOS, .rtc.century = 0x32 };
	const struct ab_dev without = { .type = AB_DEV_RTC_CMOS };
	struct ab_machine m = machine(&with, 1);

	(void)state;
	assert_int_equal(build(make_fadt, &m), 276);
	assert_int_equal(got[108], 0x32);
	m.devs.at = &without;
	assert_int_equal(build(make_fadt, &m), 276);
	assert_int_equal(got[108], 0);
}

/* ACPI 6.3, table 5-39 */
static void test_facs(void **state)
{
	static const struct field fields[] = {
		{ 0, 4, "Signature", 0x53434146 }, { 4, 4, "Length", 64 },
		{ 8, 4, "Hardware Signature", 0 }, { 12, 4, "Firmware Waking Vector", 0 },
		{ 16, 4, "Global Lock", 0 },       { 20, 4, "Flags", 0 },
		{ 24, 8, "X Waking Vector", 0 },   { 32, 1, "Version", 2 },
		{ 33, 3, "reserved", 0 },          { 36, 4, "OSPM Flags", 0 },
		{ 40, 8, "reserved", 0 },          { 48, 8, "reserved", 0 },
		{ 56, 8, "reserved", 0 },
	};
	struct ab_buf b = ab_buf_over(got, sizeof(got));

	(void)state;
	ab_acpi_facs(&b);
	assert_int_equal(b.len, 64);
	assert_int_equal(check_fields("FACS", got, 0, fields, COUNT(fields)), 64);
}

/* ---- MCFG, HPET, SPCR, WAET ------------------------------------------------------------------ */

/* PCI Firmware 3.3, table 4-3 */
static void test_mcfg(void **state)
{
	static const struct ab_dev devs[] = {
		{ .type = AB_DEV_PCIE_ECAM, .base = 0xe0000000, .size = 256 * AB_MiB },
		{ .type = AB_DEV_PCIE_ECAM,
		  .base = 0x1002000000,
		  .size = 32 * AB_MiB,
		  .pcie = { .segment = 0x1234, .bus = 0x20 } },
	};
	static const struct field fields[] = {
		{ 36, 8, "reserved", 0 },
		{ 44, 8, "Base Address", 0xe0000000 },
		{ 52, 2, "Segment Group", 0 },
		{ 54, 1, "Start Bus", 0 },
		{ 55, 1, "End Bus", 255 },
		{ 56, 4, "reserved", 0 },
		{ 60, 8, "Base Address", 0x1000000000 },
		{ 68, 2, "Segment Group", 0x1234 },
		{ 70, 1, "Start Bus", 0x20 },
		{ 71, 1, "End Bus", 0x3f },
		{ 72, 4, "reserved", 0 },
	};
	struct ab_machine m = machine(devs, 1);

	(void)state;
	assert_int_equal(build(ab_acpi_mcfg, &m), 44 + 16);
	check_header("MCFG", 1, got, 60);
	m.devs.n = 2;
	assert_int_equal(build(ab_acpi_mcfg, &m), 44 + 2 * 16);
	CHECK_TABLE("MCFG", 1, 76, fields);
}

/* IA-PC HPET 1.0a, table 3 */
static void test_hpet(void **state)
{
	static const struct ab_dev dev = { .type = AB_DEV_HPET,
					   .base = 0xfed00000,
					   .hpet.caps = 0x8086a201 };
	static const struct field fields[] = {
		{ 36, 4, "Event Timer Block ID", 0x8086a201 },
		GAS(40, "Base Address", 0, 64, 0, 0xfed00000),
		{ 52, 1, "HPET Number", 0 },
		{ 53, 2, "Minimum Tick", 100 },
		{ 55, 1, "Page Protection", 0 },
	};
	const struct ab_machine m = machine(&dev, 1);

	(void)state;
	assert_int_equal(build(ab_acpi_hpet, &m), 56);
	CHECK_TABLE("HPET", 1, 56, fields);
}

/* Serial Port Console Redirection Table, revision 2 */
static void test_spcr(void **state)
{
	static const struct ab_dev devs[] = {
		{ .type = AB_DEV_UART_16550, .base = 0x2f8, .irq = 3 },
		{ .type = AB_DEV_UART_16550, .base = 0x3f8, .irq = 4 },
		{ .type = AB_DEV_PIC_8259 },
	};
	static const struct field fields[] = {
		{ 36, 1, "Interface Type", 0 },
		{ 37, 3, "reserved", 0 },
		GAS(40, "Base Address", 1, 8, 1, 0x2f8),
		{ 52, 1, "Interrupt Type: I/O APIC", 2 },
		{ 53, 1, "IRQ", 0 },
		{ 54, 4, "Global System Interrupt", 3 },
		{ 58, 1, "Baud Rate: 115200", 7 },
		{ 59, 1, "Parity", 0 },
		{ 60, 1, "Stop Bits", 1 },
		{ 61, 1, "Flow Control", 0 },
		{ 62, 1, "Terminal Type: ANSI", 3 },
		{ 63, 1, "reserved", 0 },
		{ 64, 2, "PCI Device ID", 0xffff },
		{ 66, 2, "PCI Vendor ID", 0xffff },
		{ 68, 1, "PCI Bus", 0 },
		{ 69, 1, "PCI Device", 0 },
		{ 70, 1, "PCI Function", 0 },
		{ 71, 4, "PCI Flags", 0 },
		{ 75, 1, "PCI Segment", 0 },
		{ 76, 4, "reserved", 0 },
	};
	struct ab_machine m = machine(devs, 2);
	struct ab_dev mmio = { .type = AB_DEV_UART_16550, .base = 0xfe000000, .irq = 20 };

	(void)state;
	assert_int_equal(build(ab_acpi_spcr, &m), 80);
	CHECK_TABLE("SPCR", 2, 80, fields);
	m.devs.n = 3; /* with an 8259, which takes it too */
	assert_int_equal(build(ab_acpi_spcr, &m), 80);
	assert_int_equal(got[52], 3);
	assert_int_equal(got[53], 3);
	m = machine((struct ab_dev[]){ mmio, devs[2] }, 2); /* beyond the 8259 */
	assert_int_equal(build(ab_acpi_spcr, &m), 80);
	assert_int_equal(got[40], 0);
	assert_int_equal(read_le(got + 44, 8), 0xfe000000);
	assert_int_equal(got[52], 2);
	assert_int_equal(got[53], 0);
	assert_int_equal(read_le(got + 54, 4), 20);
	mmio.irq = 0; /* polled */
	m = machine(&mmio, 1);
	assert_int_equal(build(ab_acpi_spcr, &m), 80);
	assert_int_equal(got[52], 0);
	assert_int_equal(read_le(got + 54, 4), 0);
}

/* Windows ACPI Emulated Devices Table 1.0: PM timer good; nothing said of the RTC */
static void test_waet(void **state)
{
	static const struct ab_dev devs[] = { { .type = AB_DEV_ACPI_PM, .base = 0x600 },
					      { .type = AB_DEV_RTC_CMOS } };
	static const struct field fields[] = { { 36, 4, "Emulated Device Flags", 2 } };
	const struct ab_machine m = machine(devs, 2);

	(void)state;
	assert_int_equal(build(ab_acpi_waet, &m), 40);
	CHECK_TABLE("WAET", 1, 40, fields);
}

/* ---- SRAT, SLIT ----------------------------------------------------------------------------- */

/* ACPI 6.3, tables 5-71 to 5-74 and 5-78 */
static void test_numa(void **state)
{
	static const struct ab_cpu cpus[] = { { 254, 0 }, { 255, 0x201 } };
	static const struct ab_ram rams[] = { { 0, 0x80000000, 0 },
					      { 0x100000000, 0x40000000, 0x201 } };
	static const struct field srat[] = {
		{ 36, 4, "reserved", 1 },
		{ 40, 8, "reserved", 0 },
		{ 48, 1, "Type: LAPIC", 0 },
		{ 49, 1, "Length", 16 },
		{ 50, 1, "Domain 7-0", 0 },
		{ 51, 1, "APIC ID", 254 },
		{ 52, 4, "Flags", 1 },
		{ 56, 1, "SAPIC EID", 0 },
		{ 57, 3, "Domain 31-8", 0 },
		{ 60, 4, "Clock Domain", 0 },
		{ 64, 1, "Type: x2APIC", 2 },
		{ 65, 1, "Length", 24 },
		{ 66, 2, "reserved", 0 },
		{ 68, 4, "Domain", 0x201 },
		{ 72, 4, "X2APIC ID", 255 },
		{ 76, 4, "Flags", 1 },
		{ 80, 4, "Clock Domain", 0 },
		{ 84, 4, "reserved", 0 },
		{ 88, 1, "Type: memory", 1 },
		{ 89, 1, "Length", 40 },
		{ 90, 4, "Domain", 0 },
		{ 94, 2, "reserved", 0 },
		{ 96, 8, "Base", 0 },
		{ 104, 8, "Length", 0x80000000 },
		{ 112, 4, "reserved", 0 },
		{ 116, 4, "Flags", 1 },
		{ 120, 8, "reserved", 0 },
		{ 128, 1, "Type: memory", 1 },
		{ 129, 1, "Length", 40 },
		{ 130, 4, "Domain", 0x201 },
		{ 134, 2, "reserved", 0 },
		{ 136, 8, "Base", 0x100000000 },
		{ 144, 8, "Length", 0x40000000 },
		{ 152, 4, "reserved", 0 },
		{ 156, 4, "Flags", 1 },
		{ 160, 8, "reserved", 0 },
	};
	struct ab_machine m = {
		.arch = AB_ARCH_X86_64, .n_cpus = 2, .cpus = { cpus, 2 }, .ram = { rams, 2 }
	};

	(void)state;
	assert_int_equal(build(ab_acpi_srat, &m), 168);
	CHECK_TABLE("SRAT", 3, 168, srat);
}

/* ACPI 6.3, table 5-75: enabled and hot-pluggable; even where there is one node only. */
static void test_srat_hotplug(void **state)
{
	static const struct ab_dev devs[] = {
		{ AB_DEV_HOTPLUG_RAM, .base = 0x200000000, .size = 0x40000000 },
		{ AB_DEV_HOTPLUG_RAM, .base = 0x100000000, .size = 0x80000000 },
	};
	static const struct field fields[] = {
		{ 64, 2, "Memory", 0x2801 },      { 92, 4, "Flags", 1 },
		{ 104, 2, "Memory", 0x2801 },     { 106, 4, "Domain", 0 },
		{ 110, 2, "reserved", 0 },        { 112, 8, "Base", 0x200000000 },
		{ 120, 8, "Length", 0x40000000 }, { 128, 4, "reserved", 0 },
		{ 132, 4, "Flags", 3 },           { 136, 8, "reserved", 0 },
		{ 152, 8, "Base", 0x100000000 },  { 160, 8, "Length", 0x80000000 },
		{ 172, 4, "Flags", 3 },
	};
	static const struct ab_cpu cpu = { 0, 3 };
	struct ab_machine m = machine(devs, COUNT(devs));

	(void)state;
	assert_int_equal(build(ab_acpi_srat, &m), 184);
	check_header("SRAT", 3, got, 184);
	for (size_t i = 0; i < COUNT(fields); i++)
		assert_int_equal(read_le(got + fields[i].offset, fields[i].width), fields[i].value);
	assert_int_equal(build(ab_acpi_slit, &m), 0);
	m.cpus = (struct ab_cpu_list){ &cpu, 1 };
	m.devs = (struct ab_dev_list){ &(struct ab_dev){ AB_DEV_HOTPLUG_RAM, .base = AB_TiB / 4,
							 .size = AB_GiB, .node = 3 },
				       1 };
	assert_int_equal(build(ab_acpi_srat, &m), 48 + 16 + 40 + 40);
	assert_int_equal(read_le(got + 106, 4), 3);
}

/* A LAPIC entry's domain has its upper bits elsewhere. */
static void test_srat_domain(void **state)
{
	static const struct ab_cpu cpu = { 7, 0x304 };
	struct ab_machine m = machine(NULL, 0);

	(void)state;
	m.cpus = (struct ab_cpu_list){ &cpu, 1 };
	assert_int_equal(build(ab_acpi_srat, &m), 48 + 16 + 40);
	assert_int_equal(got[50], 0x04);
	assert_int_equal(read_le(got + 57, 3), 0x03);
}

static void test_slit(void **state)
{
	static const struct ab_distance far[] = { { 0, 2, 31 }, { 2, 0, 40 }, { 1, 2, 255 } };
	static const uint8_t matrix[] = { 10, 20, 31, 20, 10, 255, 40, 20, 10 };
	static const struct field fields[] = { { 36, 8, "Localities", 3 } };
	struct ab_machine m = machine(NULL, 0);

	(void)state;
	m.distances = (struct ab_distance_list){ far, 3 };
	assert_int_equal(build(ab_acpi_slit, &m), 44 + 9);
	check_header("SLIT", 1, got, 53);
	(void)check_fields("SLIT", got, 36, fields, 1);
	assert_memory_equal(got + 44, matrix, 9);
}

/* ---- what there is not ---------------------------------------------------------------------- */

static void test_absent(void **state)
{
	static void (*const make[])(const struct ab_machine *, struct ab_buf *) = {
		ab_acpi_mcfg, ab_acpi_hpet, ab_acpi_spcr, ab_acpi_waet, ab_acpi_srat, ab_acpi_slit,
	};
	static const struct ab_dev rtc = { .type = AB_DEV_RTC_CMOS };
	const struct ab_machine m = machine(&rtc, 1);

	(void)state;
	for (size_t i = 0; i < COUNT(make); i++)
		assert_int_equal(build(make[i], &m), 0);
}

/* Ids shorter than their fields are padded with NULs, longer signatures cannot be. */
static void test_header(void **state)
{
	struct ab_machine m = machine(NULL, 0);
	struct ab_buf b = ab_buf_over(got, sizeof(got));
	size_t start;

	(void)state;
	m.acpi.oem_id = "A";
	m.acpi.oem_table_id = "BC";
	ab_put(&b, "before", 6);
	start = ab_acpi_begin(&m, "OEM1", 7, &b);
	ab_put(&b, "body", 4);
	ab_acpi_end(&b, start);
	assert_int_equal(start, 6);
	assert_int_equal(b.len, 46);
	assert_memory_equal(got + 6, "OEM1\x28\0\0\0\x07", 9);
	assert_memory_equal(got + 6 + 10, "A\0\0\0\0\0BC\0\0\0\0\0\0", 14);
	assert_memory_equal(got + 6 + 36, "body", 4);
	assert_int_equal(byte_sum(got + 6, 40), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fadt_reduced), cmocka_unit_test(test_fadt_full),
		cmocka_unit_test(test_fadt_high),    cmocka_unit_test(test_fadt_century),
		cmocka_unit_test(test_fadt_flags),   cmocka_unit_test(test_facs),
		cmocka_unit_test(test_mcfg),         cmocka_unit_test(test_hpet),
		cmocka_unit_test(test_spcr),         cmocka_unit_test(test_waet),
		cmocka_unit_test(test_numa),         cmocka_unit_test(test_srat_domain),
		cmocka_unit_test(test_srat_hotplug), cmocka_unit_test(test_slit),
		cmocka_unit_test(test_absent),       cmocka_unit_test(test_header),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
