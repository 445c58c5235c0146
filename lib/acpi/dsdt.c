/* SPDX-License-Identifier: BSD-2-Clause */
/* DSDT: CPUs, devices, sleep states, and the AML of the caller. */
#include "acpi_priv.h"

#include "../aml/aml_priv.h"
#include "../base/libc.h"
#include "../machine/machine_priv.h"

static void put_sleep_states(struct ab_aml *aml, unsigned int s5)
{
	const struct {
		const char *name;
		unsigned int type;
	} state[] = { { "\\_S0", 0 }, { "\\_S5", s5 } };

	for (size_t i = 0; i < sizeof(state) / sizeof(state[0]); i++) {
		struct ab_aml_block package;

		ab_aml_name(aml, state[i].name);
		package = ab_aml_package(aml); /* ACPI 7.4.2: four elements, two reserved */
		ab_aml_int(aml, state[i].type); /* PM1a_CNT.SLP_TYP, or SLEEP_CONTROL_REG's */
		ab_aml_int(aml, state[i].type); /* PM1b_CNT.SLP_TYP */
		ab_aml_int(aml, 0);
		ab_aml_int(aml, 0);
		ab_aml_end(aml, package);
	}
}

/* More than the bytes of a processor device, whose length field has one byte; and offset of its
 * name, after opcode and length. */
#define CPU_MAX 40
#define CPU_NAME 3

/* Make the next name of ab_acpi_place_name_() of one, without the divisions that each takes. */
static void next_name(uint8_t *name)
{
	size_t i = 3;

	for (; i != 0 && name[i] == 'Z'; i--)
		name[i] = '0';
	name[i] = name[i] == '9' ? 'A' : (uint8_t)(name[i] + 1);
}

/* Append a processor device for each CPU that is there from the start: without _STA it is. They
 * differ in their names and in the last bytes, the UIDs, so all but the first with a UID of as many
 * bytes are copies. */
static void put_cpus(struct ab_aml *aml, const struct ab_machine *m)
{
	const struct ab_buf *out = aml->out;
	uint8_t dev[CPU_MAX] = { 0 }, uid[9];
	size_t size = 0, start;
	unsigned int width = 0;

	for (uint32_t i = 0; !ab_machine_cpu_is_later_(m, i); i++) {
		const uint32_t id = ab_acpi_cpu_uid_(m, i);
		const unsigned int n = ab_aml_int_bytes_(uid, id);

		if (n == width) {
			if (out->data != NULL) {
				next_name(dev + CPU_NAME);
				memcpy(dev + size - n, uid, n);
			}
			ab_put(aml->out, dev, size);
			continue;
		}
		start = out->len;
		ab_aml_end(aml, ab_acpi_aml_begin_(aml, 'C', i, "ACPI0007", id));
		size = out->len - start;
		width = size <= CPU_MAX ? n : 0;
		if (width != 0 && out->data != NULL && out->len <= out->cap)
			memcpy(dev, out->data + start, size);
	}
}

/* PCI Firmware 3.3, 4.1.2: ECAM windows are reserved as a motherboard resource, like addresses that
 * nothing may have. */
static void put_reserved(struct ab_aml *aml, const struct ab_machine *m)
{
	struct ab_aml_block dev, crs;

	if ((!AB_ALL_BUILT || ab_machine_dev(m, AB_DEV_PCIE_ECAM, 0) == NULL) &&
	    ab_machine_dev(m, AB_DEV_RESERVED, 0) == NULL)
		return;
	dev = ab_aml_device(aml, "MRES");
	ab_acpi_aml_id_(aml, "_HID", "PNP0C02");
	ab_aml_name(aml, "_CRS");
	crs = ab_aml_resources(aml);
	for (size_t i = 0; i < m->devs.n; i++)
		if (ab_dev_is_ecam_(&m->devs.at[i]) || m->devs.at[i].type == AB_DEV_RESERVED)
			ab_acpi_aml_memory_(aml, m->devs.at[i].base, m->devs.at[i].size);
	ab_aml_end(aml, crs);
	ab_aml_end(aml, dev);
}

enum ab_err ab_acpi_dsdt_encode_(const struct ab_machine *m, struct ab_buf *out,
				 struct ab_error *why)
{
	size_t start = ab_acpi_begin(m, "DSDT", 2, out);
	struct ab_aml aml = ab_aml_over(out);
	const bool numa = ab_machine_nodes_(m) > 1;
	uint32_t place[AB_DEV_KINDS] = { 0 };
	const struct ab_dev *pm = AB_X86_64_BUILT ? ab_machine_dev(m, AB_DEV_ACPI_PM, 0) : NULL;
	struct ab_aml_block sb;
	enum ab_err err;

	if (pm != NULL || ab_machine_dev(m, AB_DEV_ACPI_SLEEP, 0) != NULL)
		put_sleep_states(&aml, pm == NULL || pm->acpi_pm.s5 == 0
					   ? AB_ACPI_S5_TYPE
					   : pm->acpi_pm.s5 % AB_SLP_TYP_0);
	sb = ab_aml_scope(&aml, "\\_SB");
	put_cpus(&aml, m);
	for (size_t i = 0; i < m->devs.n; i++)
		ab_acpi_aml_dev_(&aml, m, &m->devs.at[i], place[m->devs.at[i].type]++, numa);
	ab_acpi_aml_module_(&aml, m);
	put_reserved(&aml, m);
	if (m->acpi.dsdt != NULL)
		m->acpi.dsdt(&aml, m->acpi.ctx);
	ab_aml_end(&aml, sb);
	err = ab_aml_finish(&aml, "DSDT", why);
	ab_acpi_end(out, start);
	return err;
}

void ab_acpi_dsdt(const struct ab_machine *m, struct ab_buf *out)
{
	(void)ab_acpi_dsdt_encode_(m, out, NULL);
}
