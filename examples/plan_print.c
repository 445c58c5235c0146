/* SPDX-License-Identifier: BSD-2-Clause */
/* Print the plan of a boot, a map of the guest's memory: plan_print x86|arm64|arm64-acpi KERNEL
 * [INITRD]. Runs on any host, as it starts no guest. */
#include <aetherboot/aetherboot.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct ab_machine pc = {
	.arch = AB_ARCH_X86_64,
	.n_cpus = 4,
	.ram = AB_LIST(struct ab_ram, { .base = 0, .size = 3 * AB_GiB },
		       { .base = 4 * AB_GiB, .size = 1 * AB_GiB }),
	.devs = AB_LIST(struct ab_dev, { AB_DEV_UART_16550, .base = 0x3f8, .irq = 4 }),
};

#define VIRT                                                                                       \
	.arch = AB_ARCH_ARM64, .n_cpus = 4,                                                        \
	.ram = AB_LIST(struct ab_ram, { .base = 0x40000000, .size = 4 * AB_GiB }),                 \
	.arm64.gic = { .dist = 0x08000000,                                                         \
		       .redist = AB_LIST(struct ab_range, { 0x080a0000, 4 * 0x20000 }) },          \
	.devs = AB_LIST(struct ab_dev, { AB_DEV_UART_PL011, .base = 0x09000000, .irq = 33 })

static const struct ab_machine virt = { VIRT };
static const struct ab_machine virt_acpi = { VIRT, .tables = AB_TABLES_ACPI };

static const struct {
	const char *name;
	const struct ab_machine *machine;
} machines[] = { { "x86", &pc }, { "arm64", &virt }, { "arm64-acpi", &virt_acpi } };

static int report(const struct ab_error *why)
{
	char text[200];

	ab_error_text(why, text, sizeof(text));
	fprintf(stderr, "plan_print: %s\n", text);
	return 1;
}

/* Read a whole file. data NULL: it cannot be read. */
static struct ab_bytes load(const char *path)
{
	struct ab_bytes bytes = { NULL, 0 };
	FILE *f = fopen(path, "rb");
	char *data = NULL;
	long size;

	if (f == NULL)
		return bytes;
	if (fseek(f, 0, SEEK_END) == 0 && (size = ftell(f)) > 0) {
		rewind(f);
		data = malloc((size_t)size);
		if (data != NULL && fread(data, 1, (size_t)size, f) == (size_t)size)
			bytes = (struct ab_bytes){ data, (size_t)size };
	}
	fclose(f);
	return bytes;
}

static int show(const struct ab_machine *m, const struct ab_payload *os)
{
	static struct ab_region room[AB_PLAN_REGIONS];
	static struct ab_plan plan = { .regions = AB_REGIONS(room) };
	static char text[16384];
	struct ab_buf out = ab_buf_over(text, sizeof(text));
	struct ab_work work = { NULL, 0 };
	struct ab_error why;
	enum ab_err err;

	if (ab_plan_work(&plan, m, os, &work.size, &why) != AB_OK)
		return report(&why);
	work.data = malloc(work.size);
	if (work.data == NULL)
		return perror("malloc"), 1;
	err = ab_plan_make(&plan, m, os, work, &why);
	free(work.data);
	if (err != AB_OK)
		return report(&why);
	ab_plan_text(&plan, &out);
	if (ab_buf_finish(&out, "text", &why) != AB_OK)
		return report(&why);
	fwrite(text, 1, out.len, stdout);
	return 0;
}

int main(int argc, char **argv)
{
	struct ab_bytes kernel = load(argc > 2 ? argv[2] : "");
	struct ab_bytes initrd = load(argc > 3 ? argv[3] : "");
	const struct ab_payload os = { .kernel = kernel,
				       .initrds = { &initrd, argc > 3 },
				       .cmdline = "console=ttyS0" };
	const struct ab_machine *m = NULL;
	int status = 2;

	for (size_t i = 0; argc > 1 && i < sizeof(machines) / sizeof(machines[0]); i++)
		if (strcmp(argv[1], machines[i].name) == 0)
			m = machines[i].machine;
	if (m != NULL && kernel.data != NULL && (argc < 4 || initrd.data != NULL))
		status = show(m, &os);
	else
		fprintf(stderr, "usage: plan_print x86|arm64|arm64-acpi KERNEL [INITRD]\n");
	free((void *)kernel.data);
	free((void *)initrd.data);
	return status;
}
