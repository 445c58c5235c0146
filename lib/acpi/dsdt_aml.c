/* SPDX-License-Identifier: BSD-2-Clause */
/* Objects that devices of the DSDT share: names, ids, memory. */
#include "acpi_priv.h"
#include "../machine/machine_priv.h"

/* After 36^3 names the next letter follows. */
void ab_acpi_place_name_(char name[5], char letter, uint32_t n)
{
	static const char digit[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

	name[0] = (char)(letter + (int)(n / (36 * 36 * 36)));
	name[1] = digit[n / (36 * 36) % 36];
	name[2] = digit[n / 36 % 36];
	name[3] = digit[n % 36];
	name[4] = '\0';
}

void ab_acpi_aml_id_(struct ab_aml *aml, const char *name, const char *id)
{
	ab_aml_name(aml, name);
	if (id[0] == 'P' && id[1] == 'N' && id[2] == 'P')
		ab_aml_eisa(aml, id);
	else
		ab_aml_string(aml, id);
}

void ab_acpi_aml_int_(struct ab_aml *aml, const char *name, uint64_t value)
{
	ab_aml_name(aml, name);
	ab_aml_int(aml, value);
}

struct ab_aml_block ab_acpi_aml_begin_(struct ab_aml *aml, char letter, uint32_t n, const char *hid,
				       uint32_t uid)
{
	struct ab_aml_block dev;
	char name[5];

	ab_acpi_place_name_(name, letter, n);
	dev = ab_aml_device(aml, name);
	ab_acpi_aml_id_(aml, "_HID", hid);
	ab_acpi_aml_int_(aml, "_UID", uid);
	return dev;
}

void ab_acpi_aml_node_(struct ab_aml *aml, bool numa, uint32_t node)
{
	if (numa)
		ab_acpi_aml_int_(aml, "_PXM", node);
}

void ab_acpi_aml_coherent_(struct ab_aml *aml, const struct ab_machine *m)
{
	if (ab_machine_has_gic_(m))
		ab_acpi_aml_int_(aml, "_CCA", 1);
}

void ab_acpi_aml_memory_(struct ab_aml *aml, uint64_t base, uint64_t size)
{
	if (ab_within(base, size, 4 * AB_GiB))
		ab_aml_res_memory32(aml, base, size, true);
	else
		ab_aml_res_range(aml, &(struct ab_aml_range){ .type = AB_AML_RANGE_MEMORY,
							      .width = 64,
							      .base = base,
							      .size = size });
}
