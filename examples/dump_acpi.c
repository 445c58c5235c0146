/* SPDX-License-Identifier: BSD-2-Clause */
/* Write the ACPI tables of a machine as files for iasl: dump_acpi DIR. Needs no guest and no plan.
 */
#include <aetherboot/acpi.h>

#include <stdio.h>
#include <stdlib.h>

static const struct ab_machine pc = {
	.arch = AB_ARCH_X86_64,
	.n_cpus = 4,
	.ram = AB_LIST(struct ab_ram, { .base = 0, .size = 512 * AB_MiB }),
	.devs = AB_LIST(struct ab_dev, { AB_DEV_UART_16550, .base = 0x3f8, .irq = 4 },
			{ AB_DEV_RTC_CMOS, .base = 0x70, .irq = 8 }),
};

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
	const uint64_t base = 0x100000, facs = 0xff000; /* any addresses: no guest reads them */
	struct ab_acpi_set set;
	struct ab_error why;
	char text[200];
	void *work;

	if (argc != 2)
		return fprintf(stderr, "usage: dump_acpi DIR\n"), 2;
	if (ab_acpi_layout(&set, &pc, &why) != AB_OK) {
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
