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

/* Blocks of the fixed hardware's registers in the order of both of their lists. */
enum { PM1A_EVT, PM1B_EVT, PM1A_CNT, PM1B_CNT, PM2_CNT, PM_TMR, GPE0, GPE1, BLOCKS };

/* Registers and flags: those of AB_DEV_ACPI_PM, and those of AB_DEV_ACPI_RESET and _SLEEP */
struct fixed {
	struct ab_acpi_gas block[BLOCKS];
	struct ab_acpi_gas reset, sleep_control, sleep_status;
	uint32_t flags;
	uint16_t boot;
	uint16_t sci;
	uint8_t reset_value;
	uint8_t century;
};

static uint16_t boot_flags(const struct ab_machine *m)
{
	const struct ab_dev *uart = ab_machine_dev(m, AB_DEV_UART_16550, 0);
	bool i8042 = ab_machine_dev(m, AB_DEV_I8042, 0) != NULL;
	unsigned int flags = 0;

	if (!ab_machine_is_pc_(m))
		return 0;
	if (i8042 || (uart != NULL && ab_dev_is_pio(m, uart)))
		flags |= LEGACY_DEVICES;
	if (i8042)
		flags |= HAS_8042;
	if (ab_machine_dev(m, AB_DEV_VGA, 0) == NULL)
		flags |= VGA_NOT_PRESENT;
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
	const bool pc = ab_machine_is_pc_(m);
	const struct ab_dev *pm = pc ? ab_machine_dev(m, AB_DEV_ACPI_PM, 0) : NULL;
	const struct ab_dev *rtc = pc ? ab_machine_dev(m, AB_DEV_RTC_CMOS, 0) : NULL;
	const struct ab_dev *reset = ab_machine_dev(m, AB_DEV_ACPI_RESET, 0);
	const struct ab_dev *sleep = ab_machine_dev(m, AB_DEV_ACPI_SLEEP, 0);
	struct fixed f = { .boot = boot_flags(m), .flags = SLP_BUTTON | FIX_RTC };

	f.flags |= pc ? WBINVD : 0;
	f.century = rtc != NULL ? rtc->rtc.century : 0;
	if (pm == NULL) {
		f.flags |= HW_REDUCED_ACPI;
#ifndef AB_WITHOUT_X86_64
	} else {
		f.flags |= PROC_C1; /* 5.2.9: a flag of fixed hardware, like bits 1, 3, 7 and 8 */
		f.block[PM1A_EVT] = (struct ab_acpi_gas){ 1, 32, 2, pm->base };
		f.block[PM1A_CNT] = (struct ab_acpi_gas){ 1, 16, 2, pm->base + 4 };
		f.block[PM_TMR] = (struct ab_acpi_gas){ 1, 32, 3, pm->base + 8 };
		f.block[GPE0] = (struct ab_acpi_gas){ 1, 32, 1, pm->base + 0xc };
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

/* 88 to 107: lengths of the blocks, latencies */
static void put_lengths(bool full, struct ab_buf *out)
{
	if (!full) {
		ab_put(out, NULL, 20);
		return;
	}
	AB_PUT_FIXED(out, 4, /* 88 PM1_EVT_LEN */
		     2, /* 89 PM1_CNT_LEN */
		     0, /* 90 PM2_CNT_LEN */
		     4, /* 91 PM_TMR_LEN */
		     4, /* 92 GPE0_BLK_LEN */
		     0, /* 93 GPE1_BLK_LEN */
		     0, /* 94 GPE1_BASE */
		     0, /* 95 CST_CNT */
		     AB_BYTES2(0xfff), /* 96 P_LVL2_LAT: above 100, no C2 */
		     AB_BYTES2(0xfff), /* 98 P_LVL3_LAT: above 1000, no C3 */
		     AB_BYTES2(0), /* 100 FLUSH_SIZE */
		     AB_BYTES2(0), /* 102 FLUSH_STRIDE */
		     0, /* 104 DUTY_OFFSET */
		     0, /* 105 DUTY_WIDTH */
		     0, /* 106 DAY_ALRM */
		     0); /* 107 MON_ALRM */
}

/* Offsets 36 to 111: the fields of ACPI 1.0 */
static void put_old(const struct fixed *f, bool full, uint64_t dsdt, uint64_t facs,
		    struct ab_buf *out)
{
	ab_put_le_(out, facs >> 32 == 0 ? facs : 0, 4); /* 36 FIRMWARE_CTRL */
	ab_put_le_(out, dsdt >> 32 == 0 ? dsdt : 0, 4); /* 40 DSDT */
	ab_put_le_(out, 0, 2); /* 44 reserved; 45 Preferred_PM_Profile: unspecified */
	ab_put_le_(out, f->sci, 2); /* 46 SCI_INT */
	/* 48 SMI_CMD: 0, ACPI mode is always on; 52 ACPI_ENABLE; 53 ACPI_DISABLE; 54 S4BIOS_REQ;
	 * 55 PSTATE_CNT */
	ab_put_le_(out, 0, 8);
	for (size_t i = 0; i < BLOCKS; i++)
		ab_put_le_(out, f->block[i].address, 4); /* 56 PM1a_EVT_BLK to 84 GPE1_BLK */
	put_lengths(full, out);
	ab_put_le_(out, f->century, 1); /* 108 CENTURY */
	ab_put_le_(out, f->boot, 3); /* 109 IAPC_BOOT_ARCH; 111 reserved */
}

/* ACPI 5.2.9, Fixed ACPI Description Table */
void ab_acpi_fadt(const struct ab_machine *m, uint64_t dsdt, uint64_t facs, struct ab_buf *out)
{
	const struct fixed f = gather(m);
	bool full = (f.flags & HW_REDUCED_ACPI) == 0;
	size_t start = ab_acpi_begin(m, "FACP", 6, out);

	put_old(&f, full, dsdt, facs, out);
	ab_put_le_(out, f.flags, 4); /* 112 Flags */
	ab_acpi_gas_(&f.reset, out); /* 116 RESET_REG */
	ab_put_le_(out, f.reset_value, 1); /* 128 RESET_VALUE */
	ab_put_le_(out, arm_flags(m), 2); /* 129 ARM_BOOT_ARCH */
	ab_put_le_(out, m->acpi.edition == AB_ACPI_6_5 ? 5 : 3, 1); /* 131 FADT Minor Version */
	ab_put_le_(out, facs, 8); /* 132 X_FIRMWARE_CTRL */
	ab_put_le_(out, dsdt, 8); /* 140 X_DSDT */
	for (size_t i = 0; i < BLOCKS; i++)
		ab_acpi_gas_(&f.block[i], out); /* 148 X_PM1a_EVT_BLK to 232 X_GPE1_BLK */
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
	ab_put_le_(out, 64, 4); /* 4 Length */
	/* 8 Hardware Signature, Firmware Waking Vector, Global Lock, Flags, X Firmware Waking
	 * Vector */
	ab_put(out, NULL, 24);
	ab_put_le_(out, 2, 1); /* 32 Version */
	ab_put(out, NULL, 31); /* 33 reserved, OSPM Flags, reserved */
}
