/* SPDX-License-Identifier: BSD-2-Clause */
/* PCI host bridges of the DSDT: _CRS, _OSC, _PRT. */
#include "acpi_priv.h"
#include "../machine/machine_priv.h"

/* PCI Firmware 3.3, 4.5.1 */
#define OSC_UUID "33db4d5b-1ff7-401c-9657-7441c03dd766"
#define OSC_UUID_UNKNOWN 0x04 /* status, in the first DWORD */
#define OSC_REVISION_UNKNOWN 0x08
#define OSC_MASKED 0x10
/* Controls that the OS may take, because no firmware keeps them: both kinds of hot-plug, PME, AER,
 * the PCI Express capability, LTR. */
#define OSC_GRANTED 0x3f

/* PCI Firmware 3.3, 4.6 */
#define DSM_UUID "e5c937d0-3553-4d7a-9117-ea4d19c3434d"

/* Append a window that the bridge produces. Its ECAM is not one: see put_reserved() in dsdt.c. */
static void put_window(struct ab_aml *aml, enum ab_aml_range_type type, unsigned int width,
		       struct ab_range r)
{
	if (r.size != 0)
		ab_aml_res_range(aml, &(struct ab_aml_range){ .type = type,
							      .width = width,
							      .flags = AB_AML_RANGE_PRODUCER,
							      .base = r.base,
							      .size = r.size });
}

/* Append the I/O ports of PCI devices. On arm64 they are in memory, port 0 first. */
static void put_ports(struct ab_aml *aml, const struct ab_machine *m, struct ab_range r)
{
	if (ab_machine_is_pc_(m))
		put_window(aml, AB_AML_RANGE_IO, 32, r);
	else if (r.size != 0)
		ab_aml_res_range(aml, &(struct ab_aml_range){ .type = AB_AML_RANGE_IO,
							      .width = 64,
							      .flags = AB_AML_RANGE_PRODUCER,
							      .size = r.size,
							      .translation = r.base });
}

static bool is_express(const struct ab_dev *d)
{
	return !AB_X86_64_BUILT || d->type == AB_DEV_PCIE_ECAM;
}

static void put_crs(struct ab_aml *aml, const struct ab_machine *m, const struct ab_dev *d)
{
	struct ab_range buses = { d->pcie.bus, ab_machine_buses_(m, d) };
	struct ab_aml_block crs;

	ab_aml_name(aml, "_CRS");
	crs = ab_aml_resources(aml);
	put_window(aml, AB_AML_RANGE_BUS, 16, buses);
	if (!is_express(d)) /* the ports of its configuration space, which it keeps for itself */
		ab_aml_res_io(aml, 0xcf8, 0xcf8, 1, 8);
	for (size_t k = 0; k < ab_dev_windows_(d); k++) {
		const struct ab_pci_window w = ab_dev_window_(d, k);

		if (w.space == AB_PCI_IO)
			put_ports(aml, m, w.r);
		else
			put_window(aml, AB_AML_RANGE_MEMORY, w.space == AB_PCI_MEM32 ? 32 : 64,
				   w.r);
	}
	ab_aml_end(aml, crs);
}

/* CreateDWordField (Arg3, offset, name) */
static void put_dword_field(struct ab_aml *aml, unsigned int offset, const char *name)
{
	ab_aml_op(aml, AB_AML_CREATE_DWORD_FIELD);
	ab_aml_arg(aml, 3);
	ab_aml_int(aml, offset);
	ab_aml_path(aml, name);
}

/* CDW1 |= bit */
static void put_status(struct ab_aml *aml, uint64_t bit)
{
	ab_aml_op(aml, AB_AML_OR);
	ab_aml_path(aml, "CDW1");
	ab_aml_int(aml, bit);
	ab_aml_path(aml, "CDW1");
}

/* The body for the known UUID: grant those of the requested controls that are in OSC_GRANTED. */
static void put_osc_grant(struct ab_aml *aml)
{
	struct ab_aml_block then;

	put_dword_field(aml, 8, "CDW3");
	ab_aml_op(aml, AB_AML_AND); /* Local0 = CDW3 & OSC_GRANTED */
	ab_aml_path(aml, "CDW3");
	ab_aml_int(aml, OSC_GRANTED);
	ab_aml_local(aml, 0);
	then = ab_aml_if(aml); /* Arg1 != One */
	ab_aml_op(aml, AB_AML_LNOT_EQUAL);
	ab_aml_arg(aml, 1);
	ab_aml_int(aml, 1);
	put_status(aml, OSC_REVISION_UNKNOWN);
	ab_aml_end(aml, then);
	then = ab_aml_if(aml); /* CDW3 != Local0 */
	ab_aml_op(aml, AB_AML_LNOT_EQUAL);
	ab_aml_path(aml, "CDW3");
	ab_aml_local(aml, 0);
	put_status(aml, OSC_MASKED);
	ab_aml_end(aml, then);
	ab_aml_op(aml, AB_AML_STORE); /* CDW3 = Local0 */
	ab_aml_local(aml, 0);
	ab_aml_path(aml, "CDW3");
}

/* ACPI 6.2.11.3, Method (_OSC, 4, Serialized) */
static void put_osc(struct ab_aml *aml)
{
	struct ab_aml_block osc, known, unknown;

	osc = ab_aml_method(aml, "_OSC", 4, true, 0);
	put_dword_field(aml, 0, "CDW1");
	known = ab_aml_if(aml); /* Arg0 == UUID */
	ab_aml_op(aml, AB_AML_LEQUAL);
	ab_aml_arg(aml, 0);
	ab_aml_uuid(aml, OSC_UUID);
	put_osc_grant(aml);
	ab_aml_end(aml, known);
	unknown = ab_aml_else(aml);
	put_status(aml, OSC_UUID_UNKNOWN);
	ab_aml_end(aml, unknown);
	ab_aml_op(aml, AB_AML_RETURN);
	ab_aml_arg(aml, 3);
	ab_aml_end(aml, osc);
}

/* ACPI 6.2.13: the four pins of each slot */
static void put_prt(struct ab_aml *aml, const struct ab_dev *d)
{
	struct ab_aml_block prt, entry;
	bool any = false;

	for (uint32_t slot = 0; slot < 32; slot++)
		for (uint32_t pin = 0; pin < 4; pin++) {
			const uint32_t gsi = ab_dev_intx_(d, slot, pin);

			if (gsi == 0)
				continue;
			if (!any) {
				ab_aml_name(aml, "_PRT");
				prt = ab_aml_package(aml);
				any = true;
			}
			entry = ab_aml_package(aml);
			ab_aml_int(aml, slot << 16 | 0xffff); /* any function of the slot */
			ab_aml_int(aml, pin);
			ab_aml_int(aml, 0); /* Source: a global system interrupt */
			ab_aml_int(aml, gsi);
			ab_aml_end(aml, entry);
		}
	if (any)
		ab_aml_end(aml, prt);
}

static void return_byte_buffer(struct ab_aml *aml, uint8_t value)
{
	ab_aml_op(aml, AB_AML_RETURN);
	ab_aml_buffer(aml, &value, 1);
}

/* PCI Firmware 3.3, 4.6 and 4.6.5, Method (_DSM, 4): function 5, "ignore PCI boot configuration",
 * returns 0, so the OS keeps the configuration that it finds. */
static void put_dsm(struct ab_aml *aml)
{
	struct ab_aml_block dsm, known, function;

	dsm = ab_aml_method(aml, "_DSM", 4, true, 0);
	known = ab_aml_if(aml); /* Arg0 == UUID */
	ab_aml_op(aml, AB_AML_LEQUAL);
	ab_aml_arg(aml, 0);
	ab_aml_uuid(aml, DSM_UUID);
	function = ab_aml_if(aml); /* Arg2 == 0: the bit mask of the functions */
	ab_aml_op(aml, AB_AML_LEQUAL);
	ab_aml_arg(aml, 2);
	ab_aml_int(aml, 0);
	return_byte_buffer(aml, 1 << 5 | 1 << 0);
	ab_aml_end(aml, function);
	function = ab_aml_if(aml); /* Arg2 == 5 */
	ab_aml_op(aml, AB_AML_LEQUAL);
	ab_aml_arg(aml, 2);
	ab_aml_int(aml, 5);
	ab_aml_op(aml, AB_AML_RETURN);
	ab_aml_int(aml, 0);
	ab_aml_end(aml, function);
	ab_aml_end(aml, known);
	return_byte_buffer(aml, 0);
	ab_aml_end(aml, dsm);
}

void ab_acpi_aml_bridge_(struct ab_aml *aml, const struct ab_machine *m, const struct ab_dev *d,
			 bool numa)
{
	if (is_express(d))
		ab_acpi_aml_id_(aml, "_CID", "PNP0A03");
	ab_acpi_aml_int_(aml, "_SEG", d->pcie.segment);
	ab_acpi_aml_int_(aml, "_BBN", d->pcie.bus);
	ab_acpi_aml_node_(aml, numa, d->node);
	ab_acpi_aml_coherent_(aml, m);
	put_crs(aml, m, d);
	if (is_express(d))
		put_osc(aml);
	put_prt(aml, d);
	if (d->pcie.probe_only)
		put_dsm(aml);
}
