/* SPDX-License-Identifier: BSD-2-Clause */
/* Add a device of your own to a machine's DSDT: dsdt_device. The library encodes the AML that you
 * dictate, and refuses what is malformed; the output is the whole table, as a guest loads it. */
#include <aetherboot/acpi.h>
#include <aetherboot/aml.h>
#include <stdio.h>

enum { BASE = 0x40000000, SIZE = 0x1000, GSI = 20 };

/* A thermometer: one register, one method. Each call must dictate the same: one only measures. */
static void thermometer(struct ab_aml *a, void *ctx)
{
	const struct ab_aml_block dev = ab_aml_device(a, "TEMP");
	struct ab_aml_block inner;

	ab_aml_name(a, "_HID"); /* Name (_HID, "ACME0001") */
	ab_aml_string(a, ctx);
	ab_aml_name(a, "_CRS"); /* Name (_CRS, ResourceTemplate () { ... }) */
	inner = ab_aml_resources(a);
	ab_aml_res_memory32(a, BASE, SIZE, true);
	ab_aml_res_interrupt(a, AB_AML_IRQ_EDGE, &(uint32_t){ GSI }, 1);
	ab_aml_end(a, inner);
	ab_aml_region(a, "REGS", AB_AML_SYSTEM_MEMORY); /* OperationRegion (REGS, ...) */
	ab_aml_int(a, BASE);
	ab_aml_int(a, SIZE);
	inner = ab_aml_field(a, "REGS", AB_AML_DWORD_ACC); /* Field (REGS, ...) { CELS, 32 } */
	ab_aml_field_unit(a, "CELS", 32);
	ab_aml_end(a, inner);
	inner = ab_aml_method(a, "KELV", 0, false, 0); /* Method (KELV) { Return (CELS + 273) } */
	ab_aml_op(a, AB_AML_RETURN);
	ab_aml_op(a, AB_AML_ADD);
	ab_aml_path(a, "CELS");
	ab_aml_int(a, 273);
	ab_aml_int(a, 0); /* the sum is stored nowhere */
	ab_aml_end(a, inner);
	ab_aml_end(a, dev);
}

static const struct ab_machine pc = {
	.arch = AB_ARCH_X86_64,
	.n_cpus = 1,
	.ram = AB_LIST(struct ab_ram, { .base = 0, .size = 512 * AB_MiB }),
	.devs = AB_LIST(struct ab_dev, /* which keeps its addresses and its interrupt for it */
			{ AB_DEV_OTHER, .base = BASE, .size = SIZE, .irq = GSI,
			  .irq_flags = AB_IRQ_EDGE_HIGH }),
	.acpi = { .dsdt = thermometer, .ctx = "ACME0001" },
};

int main(void)
{
	static unsigned char table[8192];
	struct ab_buf out = ab_buf_over(table, sizeof(table));
	char text[256];

	ab_acpi_dsdt(&pc, &out);
	if (out.error.code == AB_OK)
		return fwrite(table, 1, out.len, stdout) != out.len;
	ab_error_text(&out.error, text, sizeof(text));
	return fprintf(stderr, "dsdt_device: %s\n", text), 1;
}
