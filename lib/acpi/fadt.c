/* SPDX-License-Identifier: BSD-2-Clause */
/* Fixed ACPI Description Table, and the FACS that goes with fixed hardware. */
#include "acpi_priv.h"

#include "../machine/machine_priv.h"

/* ACPI 5.2.9, Fixed ACPI Description Table Fixed Feature Flags */
enum {
	WBINVD = 1 << 0,
	PROC_C1 = 1 << 2,
	PWR_BUTTON = 1 << 4, /* no power button in the fixed registers */
	SLP_BUTTON = 1 << 5, /* no sleep button in the fixed registers */
	FIX_RTC = 1 << 6, /* RTC wake status is not in the fixed registers */
	RESET_REG_SUP = 1 << 10,
	HW_REDUCED_ACPI = 1 << 20,
};

/* ACPI 5.2.9.3, IA-PC Boot Architecture Flags */
enum {
	LEGACY_DEVICES = 1 << 0,
	HAS_8042 = 1 << 1,
	VGA_NOT_PRESENT = 1 << 2,
	CMOS_RTC_NOT_PRESENT = 1 << 5,
};

/* ACPI 5.2.9.4, Arm Architecture Boot Flags */
enum {
	PSCI_COMPLIANT = 1 << 0,
	PSCI_USE_HVC = 1 << 1,
};

/* Registers and flags: those of AB_DEV_ACPI_PM, and those of AB_DEV_ACPI_RESET and _SLEEP */
struct fixed {
	struct ab_acpi_gas evt, cnt, tmr, gpe0;
	struct ab_acpi_gas reset, sleep_control, sleep_status;
	uint32_t flags;
	uint16_t boot;
	uint16_t sci;
	uint8_t reset_value;
};

static uint16_t boot_flags(const struct ab_machine *m)
{
	const struct ab_dev *uart = ab_machine_dev(m, AB_DEV_UART_16550, 0);
	bool i8042 = ab_machine_dev(m, AB_DEV_I8042, 0) != NULL;
	unsigned int flags = VGA_NOT_PRESENT;

	if (!ab_machine_is_pc_(m))
		return 0;
	if (i8042 || (uart != NULL && ab_dev_is_pio(m, uart)))
		flags |= LEGACY_DEVICES;
	if (i8042)
		flags |= HAS_8042;
	if (ab_machine_dev(m, AB_DEV_RTC_CMOS, 0) == NULL)
		flags |= CMOS_RTC_NOT_PRESENT;
	return (uint16_t)flags;
}

static struct ab_acpi_gas byte_register(const struct ab_machine *m, const struct ab_dev *d,
					uint64_t offset)
{
	return (struct ab_acpi_gas){ ab_dev_is_pio(m, d) ? 1 : 0, 8, 1, d->base + offset };
}

static struct fixed gather(const struct ab_machine *m)
{
	const struct ab_dev *pm = ab_machine_dev(m, AB_DEV_ACPI_PM, 0);
	const struct ab_dev *reset = ab_machine_dev(m, AB_DEV_ACPI_RESET, 0);
	const struct ab_dev *sleep = ab_machine_dev(m, AB_DEV_ACPI_SLEEP, 0);
	struct fixed f = { .boot = boot_flags(m), .flags = SLP_BUTTON | FIX_RTC };

	f.flags |= ab_machine_is_pc_(m) ? WBINVD : 0;
	if (pm == NULL) {
		f.flags |= HW_REDUCED_ACPI;
#ifndef AB_WITHOUT_X86_64
	} else {
		f.flags |= PROC_C1; /* 5.2.9: a flag of fixed hardware, like bits 1, 3, 7 and 8 */
		f.evt = (struct ab_acpi_gas){ 1, 32, 2, pm->base };
		f.cnt = (struct ab_acpi_gas){ 1, 16, 2, pm->base + 4 };
		f.tmr = (struct ab_acpi_gas){ 1, 32, 3, pm->base + 8 };
		f.gpe0 = (struct ab_acpi_gas){ 1, 32, 1, pm->base + 0xc };
		f.sci = (uint16_t)ab_dev_irq(pm);
#endif
	}
	if (pm == NULL || ab_machine_dev(m, AB_DEV_ACPI_GED, 0) != NULL)
		f.flags |= PWR_BUTTON;
	if (reset != NULL) {
		f.flags |= RESET_REG_SUP;
		f.reset = byte_register(m, reset, 0);
		f.reset_value = reset->reset.value;
	}
	if (sleep != NULL) {
		f.sleep_control = byte_register(m, sleep, 0);
		f.sleep_status = byte_register(m, sleep, 1);
	}
	return f;
}

static uint16_t arm_flags(const struct ab_machine *m)
{
	if (!ab_machine_has_gic_(m))
		return 0;
	return PSCI_COMPLIANT | (m->arm64.conduit == AB_CONDUIT_HVC ? PSCI_USE_HVC : 0);
}

/* Offsets 36 to 111: the fields of ACPI 1.0 */
static void put_old(const struct fixed *f, bool full, uint64_t dsdt, uint64_t facs,
		    struct ab_buf *out)
{
	ab_put_le(out, facs >> 32 == 0 ? facs : 0, 4); /* 36 FIRMWARE_CTRL */
	ab_put_le(out, dsdt >> 32 == 0 ? dsdt : 0, 4); /* 40 DSDT */
	ab_put_le(out, 0, 1); /* 44 reserved */
	ab_put_le(out, 0, 1); /* 45 Preferred_PM_Profile: unspecified */
	ab_put_le(out, f->sci, 2); /* 46 SCI_INT */
	ab_put_le(out, 0, 4); /* 48 SMI_CMD: 0, ACPI mode is always on */
	ab_put_le(out, 0, 1); /* 52 ACPI_ENABLE */
	ab_put_le(out, 0, 1); /* 53 ACPI_DISABLE */
	ab_put_le(out, 0, 1); /* 54 S4BIOS_REQ */
	ab_put_le(out, 0, 1); /* 55 PSTATE_CNT */
	ab_put_le(out, f->evt.address, 4); /* 56 PM1a_EVT_BLK */
	ab_put_le(out, 0, 4); /* 60 PM1b_EVT_BLK */
	ab_put_le(out, f->cnt.address, 4); /* 64 PM1a_CNT_BLK */
	ab_put_le(out, 0, 4); /* 68 PM1b_CNT_BLK */
	ab_put_le(out, 0, 4); /* 72 PM2_CNT_BLK */
	ab_put_le(out, f->tmr.address, 4); /* 76 PM_TMR_BLK */
	ab_put_le(out, f->gpe0.address, 4); /* 80 GPE0_BLK */
	ab_put_le(out, 0, 4); /* 84 GPE1_BLK */
	ab_put_le(out, full ? 4 : 0, 1); /* 88 PM1_EVT_LEN */
	ab_put_le(out, full ? 2 : 0, 1); /* 89 PM1_CNT_LEN */
	ab_put_le(out, 0, 1); /* 90 PM2_CNT_LEN */
	ab_put_le(out, full ? 4 : 0, 1); /* 91 PM_TMR_LEN */
	ab_put_le(out, full ? 4 : 0, 1); /* 92 GPE0_BLK_LEN */
	ab_put_le(out, 0, 1); /* 93 GPE1_BLK_LEN */
	ab_put_le(out, 0, 1); /* 94 GPE1_BASE */
	ab_put_le(out, 0, 1); /* 95 CST_CNT */
	ab_put_le(out, full ? 0xfff : 0, 2); /* 96 P_LVL2_LAT: above 100, no C2 */
	ab_put_le(out, full ? 0xfff : 0, 2); /* 98 P_LVL3_LAT: above 1000, no C3 */
	ab_put_le(out, 0, 2); /* 100 FLUSH_SIZE */
	ab_put_le(out, 0, 2); /* 102 FLUSH_STRIDE */
	ab_put_le(out, 0, 1); /* 104 DUTY_OFFSET */
	ab_put_le(out, 0, 1); /* 105 DUTY_WIDTH */
	ab_put_le(out, 0, 1); /* 106 DAY_ALRM */
	ab_put_le(out, 0, 1); /* 107 MON_ALRM */
	ab_put_le(out, 0, 1); /* 108 CENTURY */
	ab_put_le(out, f->boot, 2); /* 109 IAPC_BOOT_ARCH */
	ab_put_le(out, 0, 1); /* 111 reserved */
}

/* ACPI 5.2.9, Fixed ACPI Description Table */
void ab_acpi_fadt(const struct ab_machine *m, uint64_t dsdt, uint64_t facs, struct ab_buf *out)
{
	static const struct ab_acpi_gas none = { 0, 0, 0, 0 };
	const struct fixed f = gather(m);
	bool full = (f.flags & HW_REDUCED_ACPI) == 0;
	size_t start = ab_acpi_begin(m, "FACP", 6, out);

	put_old(&f, full, dsdt, facs, out);
	ab_put_le(out, f.flags, 4); /* 112 Flags */
	ab_acpi_gas_(&f.reset, out); /* 116 RESET_REG */
	ab_put_le(out, f.reset_value, 1); /* 128 RESET_VALUE */
	ab_put_le(out, arm_flags(m), 2); /* 129 ARM_BOOT_ARCH */
	ab_put_le(out, m->acpi.edition == AB_ACPI_6_5 ? 5 : 3, 1); /* 131 FADT Minor Version */
	ab_put_le(out, facs, 8); /* 132 X_FIRMWARE_CTRL */
	ab_put_le(out, dsdt, 8); /* 140 X_DSDT */
	ab_acpi_gas_(&f.evt, out); /* 148 X_PM1a_EVT_BLK */
	ab_acpi_gas_(&none, out); /* 160 X_PM1b_EVT_BLK */
	ab_acpi_gas_(&f.cnt, out); /* 172 X_PM1a_CNT_BLK */
	ab_acpi_gas_(&none, out); /* 184 X_PM1b_CNT_BLK */
	ab_acpi_gas_(&none, out); /* 196 X_PM2_CNT_BLK */
	ab_acpi_gas_(&f.tmr, out); /* 208 X_PM_TMR_BLK */
	ab_acpi_gas_(&f.gpe0, out); /* 220 X_GPE0_BLK */
	ab_acpi_gas_(&none, out); /* 232 X_GPE1_BLK */
	ab_acpi_gas_(&f.sleep_control, out); /* 244 SLEEP_CONTROL_REG */
	ab_acpi_gas_(&f.sleep_status, out); /* 256 SLEEP_STATUS_REG */
	ab_acpi_put_id_(ab_machine_has_gic_(m) ? m->acpi.hypervisor_id : NULL, 8,
			out); /* 268 Hypervisor Vendor Identity */
	ab_acpi_end(out, start);
}

/* ACPI 5.2.10, Firmware ACPI Control Structure, which has no checksum */
void ab_acpi_facs(struct ab_buf *out)
{
	ab_put_str(out, "FACS"); /* 0 Signature */
	ab_put_le(out, 64, 4); /* 4 Length */
	ab_put_le(out, 0, 4); /* 8 Hardware Signature */
	ab_put_le(out, 0, 4); /* 12 Firmware Waking Vector */
	ab_put_le(out, 0, 4); /* 16 Global Lock */
	ab_put_le(out, 0, 4); /* 20 Flags */
	ab_put_le(out, 0, 8); /* 24 X Firmware Waking Vector */
	ab_put_le(out, 2, 1); /* 32 Version */
	ab_put(out, NULL, 31); /* 33 reserved, OSPM Flags, reserved */
}
