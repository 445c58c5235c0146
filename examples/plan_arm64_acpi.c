/* SPDX-License-Identifier: BSD-2-Clause */
/* Plan an arm64 guest that gets ACPI tables without any firmware: plan_arm64_acpi KERNEL. It prints
 * the plan and the names of the tables; it starts no guest, so it runs on any host. */
#include <aetherboot/aetherboot.h>
#include <aetherboot/host.h>

#include <stdio.h>
#include <stdlib.h>

static const struct ab_machine virt = {
	.arch = AB_ARCH_ARM64,
	.tables = AB_TABLES_ACPI, /* without this line the guest finds the machine by device tree */
	.n_cpus = 4,
	.ram = AB_LIST(struct ab_ram, { .base = AB_GiB, .size = 4 * AB_GiB }),
	.arm64.gic = { .version = 3,
		       .dist = 0x08000000,
		       .redist = AB_LIST(struct ab_range, { 0x080a0000, 4 * 0x20000 }) },
	.devs = AB_LIST(struct ab_dev, { AB_DEV_UART_PL011, .base = 0x09000000, .irq = 33 }),
};

static int fail(const struct ab_error *why)
{
	char text[256];

	ab_error_text(why, text, sizeof(text));
	return fprintf(stderr, "plan_arm64_acpi: %s\n", text), 1;
}

int main(int argc, char **argv)
{
	static char text[16384];
	struct ab_buf out = ab_buf_over(text, sizeof(text));
	struct ab_region room[AB_PLAN_REGIONS];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_payload os = { .cmdline = "console=ttyAMA0" };
	struct ab_work work = { NULL, 0 };
	struct ab_host_file kernel;
	struct ab_error why;

	if (argc != 2)
		return fprintf(stderr, "usage: plan_arm64_acpi KERNEL\n"), 2;
	if (ab_host_file_map(&kernel, argv[1], &why) != AB_OK)
		return fail(&why);
	os.kernel = kernel.bytes;
	if (ab_plan_work(&plan, &virt, &os, &work.size, &why) != AB_OK)
		return fail(&why);
	work.data = malloc(work.size); /* NULL has room for nothing, which the next call says */
	if (ab_plan_make(&plan, &virt, &os, work, &why) != AB_OK)
		return fail(&why);
	ab_plan_text(&plan, &out);
	fwrite(text, 1, out.len, stdout);
	for (size_t i = 0; i < ab_acpi_count(&plan.acpi); i++)
		printf("%.4s ", ab_acpi_at(&plan.acpi, i).sig);
	puts("lie at \"ACPI tables\"; the tree names the EFI tables, and these the RSDP");
	free(work.data);
	ab_host_file_unmap(&kernel);
	return 0;
}
