/* SPDX-License-Identifier: BSD-2-Clause */
/* Write the ACPI tables of a machine as files for iasl: dump_acpi DIR [pc]. Needs no guest and no
 * plan. */
#include <aetherboot/acpi.h>

#include <stdio.h>
#include <stdlib.h>

/* No fixed ACPI hardware: hardware-reduced ACPI. */
static const struct ab_machine small = {
	.arch = AB_ARCH_X86_64,
	.n_cpus = 4,
	.ram = AB_LIST(struct ab_ram, { .base = 0, .size = 512 * AB_MiB }),
	.devs = AB_LIST(struct ab_dev, { AB_DEV_UART_16550, .base = 0x3f8, .irq = 4 },
			{ AB_DEV_RTC_CMOS, .base = 0x70, .irq = 8 }),
};

/* [whole PC] */
/* A whole PC. Its VMM emulates all of this; KVM has the first two and the I/O APIC
 * (KVM_CREATE_IRQCHIP, KVM_CREATE_PIT2), and must be told that the PIT's GSI 0 is input 2 of the
 * I/O APIC (KVM_SET_GSI_ROUTING). */
static const struct ab_machine pc = {
	.arch = AB_ARCH_X86_64,
	.n_cpus = 4,
	.ram = AB_LIST(struct ab_ram, { .base = 0, .size = 512 * AB_MiB }),
	.devs = AB_LIST(struct ab_dev, { AB_DEV_PIC_8259 }, /* 0x20 and 0xa0 */
			{ AB_DEV_PIT_8254 }, /* 0x40; GSI 2 */
			{ AB_DEV_IOAPIC, .base = 0xfec00000 },
			{ AB_DEV_RTC_CMOS, .rtc.century = 0x32 }, /* 0x70; GSI 8 */
			{ AB_DEV_UART_16550, .base = 0x3f8, .irq = 4 },
			/* PM1 registers, PM timer, power button, S5; the SCI is GSI 9, a level */
			{ AB_DEV_ACPI_PM, .base = 0x600 },
			{ AB_DEV_ACPI_RESET, .base = 0xcf9, .reset.value = 6 }),
};
/* [whole PC] */

static int save(const char *folder, const struct ab_acpi_table *table, const void *data)
{
	char path[4096];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%.4s.dat", folder, table->sig);
	f = fopen(path, "wb");
	if (f == NULL || fwrite(data, 1, table->size, f) != table->size || fclose(f) != 0)
		return perror(path), 1;
	printf("%s: %u bytes\n", path, (unsigned int)table->size);
	return 0;
}

int main(int argc, char **argv)
{
	const struct ab_machine *m = argc > 2 ? &pc : &small;
	const uint64_t base = 0x100000, facs = 0xff000; /* any addresses: no guest reads them */
	struct ab_acpi_set set;
	struct ab_error why;
	char text[200];
	void *work;

	if (argc < 2 || argc > 3)
		return fprintf(stderr, "usage: dump_acpi DIR [pc]\n"), 2;
	if (ab_acpi_layout(&set, m, &why) != AB_OK) {
		ab_error_text(&why, text, sizeof(text));
		return fprintf(stderr, "dump_acpi: %s\n", text), 1;
	}
	work = malloc(set.largest);
	if (work == NULL)
		return perror("malloc"), 1;
	for (size_t i = 0; i < ab_acpi_count(&set); i++) {
		struct ab_acpi_table table = ab_acpi_at(&set, i);
		struct ab_buf out = ab_buf_over(work, set.largest);

		ab_acpi_write(&set, i, base, set.has_facs ? facs : 0, &out);
		if (ab_buf_finish(&out, "table", &why) != AB_OK || save(argv[1], &table, work) != 0)
			return 1;
	}
	free(work);
	return 0;
}
