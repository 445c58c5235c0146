/* SPDX-License-Identifier: BSD-2-Clause */
/* Write the ACPI tables of a whole PC as files that iasl reads: dump_acpi [DIR]. They need neither
 * a guest nor a plan, only the description of the machine. */
#include <aetherboot/acpi.h>
#include <stdio.h>

/* [whole PC] */
/* A whole PC. Its VMM emulates all of this; KVM has the first two and the I/O APIC
 * (KVM_CREATE_IRQCHIP, KVM_CREATE_PIT2), and must be told that the PIT's GSI 0 is input 2 of the
 * I/O APIC (KVM_SET_GSI_ROUTING). */
static const struct ab_machine pc = {
	.arch = AB_ARCH_X86_64,
	.n_cpus = 4,
	.ram = AB_LIST(struct ab_ram, { .base = 0, .size = 512 * AB_MiB }),
	.devs = AB_LIST(struct ab_dev, { .type = AB_DEV_PIC_8259 }, /* 0x20 and 0xa0 */
			{ .type = AB_DEV_PIT_8254 }, /* 0x40; GSI 2 */
			{ AB_DEV_IOAPIC, .base = 0xfec00000 },
			{ AB_DEV_RTC_CMOS, .rtc.century = 0x32 }, /* 0x70; GSI 8 */
			{ AB_DEV_UART_16550, .base = 0x3f8, .irq = 4 },
			/* PM1 registers, PM timer, power button, S5; the SCI is GSI 9, a level */
			{ AB_DEV_ACPI_PM, .base = 0x600 },
			{ AB_DEV_ACPI_RESET, .base = 0xcf9, .reset.value = 6 }),
};
/* [whole PC] */

static int save(const char *folder, const char *name, const void *data, size_t size)
{
	char path[4096];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%.4s.dat", folder, name);
	f = fopen(path, "wb");
	if (f == NULL || fwrite(data, 1, size, f) != size || fclose(f) != 0)
		return perror(path), 1;
	return printf("%s: %zu bytes\n", path, size) < 0;
}

int main(int argc, char **argv)
{
	static unsigned char work[65536]; /* set.largest would be enough */
	const uint64_t base = 0x100000, facs = 0xff000; /* any addresses: no guest reads them */
	const char *folder = argc > 1 ? argv[1] : ".";
	struct ab_acpi_set set;
	struct ab_error why;
	char text[200];
	enum ab_err err = ab_acpi_layout(&set, &pc, &why);

	for (size_t i = 0; err == AB_OK && i < ab_acpi_count(&set); i++) {
		struct ab_buf out = ab_buf_over(work, sizeof(work));

		ab_acpi_write(&set, i, base, facs, &out);
		err = ab_buf_finish(&out, "table", &why);
		if (err == AB_OK && save(folder, ab_acpi_at(&set, i).sig, work, out.len) != 0)
			return 1;
	}
	if (err == AB_OK)
		return 0;
	ab_error_text(&why, text, sizeof(text));
	return fprintf(stderr, "dump_acpi: %s\n", text), 1;
}
