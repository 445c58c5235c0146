/* SPDX-License-Identifier: BSD-2-Clause */
/* Validation of a machine: every field, and every pair of fields that must agree. */
#include "check.h"
#include "gic.h"
#include "pc.h"

#include "../base/libc.h"

_Static_assert(AB_CPUS_MAX == 65536 && AB_NODES_MAX == 1024 && AB_PCI_LIST_MAX == 128 &&
		   AB_FDT_PROPS_MAX == 64,
	       "the rules below give these numbers");

#if defined AB_WITHOUT_X86_64 || defined AB_WITHOUT_ARM64
#define RULE_ARCH "must be an architecture that this build does not leave out"
#else
#define RULE_ARCH "must be AB_ARCH_X86_64 or AB_ARCH_ARM64"
#endif

static enum ab_err check_range(const struct ab_machine *m, size_t i, struct ab_error *why)
{
	const struct ab_ram *r = &m->ram.at[i];
	const struct ab_ram *before = i != 0 ? r - 1 : NULL;

	if (!ab_is_aligned(r->base, 4096))
		return ab_bad_at_(why, "machine.ram[].base", i, r->base,
				  "must be a multiple of 4096");
	if (r->size == 0 || !ab_is_aligned(r->size, 4096))
		return ab_bad_at_(why, "machine.ram[].size", i, r->size,
				  "must be a multiple of 4096, and not 0");
	if (!ab_within(r->base, r->size, ab_machine_phys_end_(m)))
		return ab_bad_at_(why, "machine.ram[].base", i, r->base, AB_RULE_PHYS);
	if (before != NULL && r->base < before->base)
		return ab_bad_at_(why, "machine.ram[].base", i, r->base,
				  "must be above the base of the entry before");
	if (before != NULL && r->base < before->base + before->size)
		return ab_fail_with_(why, &(struct ab_error){ .code = AB_ERR_OVERLAP,
							      .what = "machine.ram[].base",
							      .value = r->base,
							      .index = i,
							      .other = "machine.ram[].base",
							      .other_index = i - 1,
							      .other_value = before->base,
							      .size = r->size,
							      .other_size = before->size });
	return AB_OK;
}

static enum ab_err check_ram(const struct ab_machine *m, struct ab_error *why)
{
	enum ab_err err;

	if (m->ram.n == 0)
		return ab_bad_(why, "machine.ram.n", 0, "must be at least 1");
	for (size_t i = 0; i < m->ram.n; i++)
		if ((err = check_range(m, i, why)))
			return err;
	if (!ab_machine_is_pc_(m))
		return AB_OK;
	if (m->ram.at[0].base != 0)
		return ab_bad_at_(why, "machine.ram[].base", 0, m->ram.at[0].base,
				  "must be 0 in the first entry on x86");
	if (m->ram.at[0].size < AB_MiB)
		return ab_bad_at_(why, "machine.ram[].size", 0, m->ram.at[0].size,
				  "must be at least 1 MiB in the first entry on x86");
	return AB_OK;
}

static enum ab_err check_cpu_list(const struct ab_machine *m, struct ab_error *why)
{
	const bool pc = ab_machine_is_pc_(m);
	const uint64_t ids = ab_machine_arch_(m)->cpu_ids;

	if (m->cpus.n != m->n_cpus)
		return ab_bad_(why, "machine.cpus.n", m->cpus.n,
			       "must be equal to machine.n_cpus, or 0");
	for (size_t i = 0; i < m->cpus.n; i++) {
		const uint64_t id = m->cpus.at[i].id;

		if ((id & ~ids) != 0 || (pc && id > 0xfffffffe))
			return ab_bad_at_(why, "machine.cpus[].id", i, id,
					  ab_machine_arch_(m)->ids_rule);
	}
	return AB_OK;
}

static enum ab_err check_apic_ids(const struct ab_machine *m, struct ab_error *why)
{
	const struct ab_topology t = ab_machine_topology(m);
	const struct ab_apic_bits b = ab_machine_apic_bits_(m);
	const uint64_t per_package = (uint64_t)t.threads * t.cores * t.dies;
	const uint64_t packages = (m->n_cpus - 1) / per_package;

	if (b.thread + b.core + b.die > 31 ||
	    packages > UINT64_C(0xfffffffe) >> (b.thread + b.core + b.die))
		return ab_bad_(
		    why, "machine.topology", per_package,
		    "the product of threads, cores and dies must leave APIC ids that end at "
		    "0xfffffffe");
	return AB_OK;
}

static enum ab_err check_cpus(const struct ab_machine *m, struct ab_error *why)
{
	static const char most[] = "must be 0 to 65536";
	const struct ab_topology *t = &m->topology;

	if (m->n_cpus == 0 || m->n_cpus > AB_CPUS_MAX)
		return ab_bad_(why, "machine.n_cpus", m->n_cpus, "must be 1 to 65536");
	if (m->n_cpus_later >= m->n_cpus)
		return ab_bad_(why, "machine.n_cpus_later", m->n_cpus_later,
			       "must be less than machine.n_cpus");
	if (t->threads > AB_CPUS_MAX)
		return ab_bad_(why, "machine.topology.threads", t->threads, most);
	if (t->cores > AB_CPUS_MAX)
		return ab_bad_(why, "machine.topology.cores", t->cores, most);
	if (t->dies > AB_CPUS_MAX)
		return ab_bad_(why, "machine.topology.dies", t->dies, most);
	if (m->cpus.n != 0)
		return check_cpu_list(m, why);
	return ab_machine_is_pc_(m) ? check_apic_ids(m, why) : AB_OK;
}

static enum ab_err check_distances(const struct ab_machine *m, struct ab_error *why)
{
	for (size_t i = 0; i < m->distances.n; i++) {
		const struct ab_distance *d = &m->distances.at[i];

		if (d->from >= AB_NODES_MAX)
			return ab_bad_at_(why, "machine.distances[].from", i, d->from,
					  AB_RULE_NODE);
		if (d->to >= AB_NODES_MAX)
			return ab_bad_at_(why, "machine.distances[].to", i, d->to, AB_RULE_NODE);
		if (d->value < 10 || (d->from == d->to) != (d->value == 10))
			return ab_bad_at_(why, "machine.distances[].value", i, d->value,
					  "must be 10 within a node, 11 to 255 between nodes");
	}
	return AB_OK;
}

static enum ab_err check_numa(const struct ab_machine *m, struct ab_error *why)
{
	enum ab_err err = check_distances(m, why);
	uint32_t nodes;

	if (err != AB_OK)
		return err;
	for (size_t i = 0; i < m->ram.n; i++)
		if (m->ram.at[i].node >= AB_NODES_MAX)
			return ab_bad_at_(why, "machine.ram[].node", i, m->ram.at[i].node,
					  AB_RULE_NODE);
	for (size_t i = 0; i < m->cpus.n; i++)
		if (m->cpus.at[i].node >= AB_NODES_MAX)
			return ab_bad_at_(why, "machine.cpus[].node", i, m->cpus.at[i].node,
					  AB_RULE_NODE);
	nodes = ab_machine_nodes_(m);
	for (size_t i = 0; i < m->devs.n; i++)
		if (m->devs.at[i].node >= nodes)
			return ab_bad_dev_(why, m, &m->devs.at[i], "machine.devs[].node",
					   m->devs.at[i].node,
					   "must be at most the highest node of RAM, CPUs and "
					   "distances");
	return AB_OK;
}

static enum ab_err check_text(const char *what, const char *text, size_t most, const char *length,
			      struct ab_error *why)
{
	if (text == NULL)
		return AB_OK;
	if (text[0] == '\0' || strlen(text) > most)
		return ab_bad_(why, what, strlen(text), length);
	for (; *text != '\0'; text++)
		if (*text < 0x20 || *text > 0x7e)
			return ab_bad_(why, what, (uint8_t)*text,
				       "each character must be printable ASCII, 32 to 126");
	return AB_OK;
}

/* Check what tables say of their maker and of the machine. */
static enum ab_err check_identity(const struct ab_machine *m, struct ab_error *why)
{
	static const char six[] = "length must be 1 to 6", eight[] = "length must be 1 to 8",
			  more[] = "length must be 1 to 64";
	const struct ab_text_list *list = &m->fdt.compatible;
	const struct {
		const char *what, *text;
		size_t most;
		const char *rule;
	} texts[] = {
		{ "machine.acpi.oem_id", m->acpi.oem_id, 6, six },
		{ "machine.acpi.oem_table_id", m->acpi.oem_table_id, 8, eight },
		{ "machine.acpi.hypervisor_id", m->acpi.hypervisor_id, 8, eight },
		{ "machine.acpi.firmware_vendor", m->acpi.firmware_vendor, 64, more },
		{ "machine.fdt.model", m->fdt.model, 64, more },
		{ "machine.fdt.cpu_compatible", m->fdt.cpu_compatible, 64, more },
	};
	enum ab_err err = AB_OK;

	if ((unsigned int)m->acpi.edition > AB_ACPI_6_5)
		return ab_bad_(why, "machine.acpi.edition", m->acpi.edition,
			       "must be AB_ACPI_USUAL or AB_ACPI_6_5");
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]) && err == AB_OK; i++)
		err = check_text(texts[i].what, texts[i].text, texts[i].most, texts[i].rule, why);
	for (size_t i = 0; i < list->n && err == AB_OK; i++)
		err = check_text("machine.fdt.compatible", list->at[i] != NULL ? list->at[i] : "",
				 64, more, why);
	return err;
}

#ifndef AB_WITHOUT_X86_64
/* MPS 4.3.1: an MP table has no x2APIC ids. */
static enum ab_err check_mp(const struct ab_machine *m, struct ab_error *why)
{
	static const char rule[] = "APIC ids must be 0 to 254 with AB_TABLES_MP";

	for (uint32_t i = 0; m->tables == AB_TABLES_MP && i < m->n_cpus; i++) {
		const uint64_t id = ab_machine_cpu_id(m, i);

		if (id > AB_PC_LAPIC_ID_MAX && m->cpus.n != 0)
			return ab_fail_at_(why, AB_ERR_UNSUPPORTED, "machine.cpus[].id", i, id,
					   rule);
		if (id > AB_PC_LAPIC_ID_MAX)
			return ab_fail(why, AB_ERR_UNSUPPORTED, "machine.n_cpus", m->n_cpus, rule);
	}
	return AB_OK;
}
#endif

static enum ab_err check_tables(const struct ab_machine *m, struct ab_error *why)
{
	const struct ab_arch_trait *arch = ab_machine_arch_(m);

	if ((unsigned int)m->tables > AB_TABLES_FDT)
		return ab_bad_(why, "machine.tables", m->tables, "must be one of enum ab_tables");
	if ((arch->tables >> m->tables & 1) == 0)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "machine.tables", m->tables,
			       arch->tables_rule);
	if (m->n_cpus_later != 0 &&
	    ((arch->acpi >> m->tables & 1) == 0 || m->acpi.edition < arch->later_since))
		return ab_fail(why, AB_ERR_UNSUPPORTED, "machine.n_cpus_later", m->n_cpus_later,
			       "must be 0 without ACPI, on arm64 without that of AB_ACPI_6_5");
	return AB_OK;
}

static enum ab_err check_bytes(const char *what, const struct ab_bytes_list *l,
			       struct ab_error *why)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->at[i].data == NULL && l->at[i].size != 0)
			return ab_bad_at_(why, what, i, l->at[i].size, "must be 0 if data is NULL");
	return AB_OK;
}

/* A list with the path of its length, in a struct. */
struct list_at {
	const char *what;
	size_t offset;
};

struct any_list { /* as every list */
	const void *at;
	size_t n;
};

static struct any_list list_of(const void *from, const struct list_at *list)
{
	struct any_list l;

	memcpy(&l, (const char *)from + list->offset, sizeof(l));
	return l;
}

#define LIST(path)                                                                                 \
	{                                                                                          \
		"machine." #path ".n", offsetof(struct ab_machine, path)                           \
	}

/* Lists of a host bridge. */
static enum ab_err check_bridge_lists(const struct ab_machine *m, const struct ab_dev *d,
				      struct ab_error *why)
{
	static const struct list_at lists[] = {
		{ "machine.devs[].pcie.routes.n", offsetof(struct ab_dev, pcie.routes) },
		{ "machine.devs[].pcie.more_pio.n", offsetof(struct ab_dev, pcie.more_pio) },
		{ "machine.devs[].pcie.more_mmio.n", offsetof(struct ab_dev, pcie.more_mmio) },
	};

	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		const struct any_list l = list_of(d, &lists[i]);

		if (l.n > AB_PCI_LIST_MAX || (l.n != 0 && l.at == NULL))
			return ab_bad_dev_(why, m, d, lists[i].what, l.n,
					   "must be 0 to 128, and 0 when the pointer beside it is "
					   "NULL");
	}
	return AB_OK;
}

/* Refuse what a small build leaves out, but for devices, whose kinds it does not know. */
static enum ab_err check_small(const struct ab_machine *m, struct ab_error *why)
{
	if (m->fdt.props.n != 0)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "machine.fdt.props.n", m->fdt.props.n,
			       AB_RULE_SMALL);
	if (m->arm64.rmrs.n != 0)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "machine.arm64.rmrs.n", m->arm64.rmrs.n,
			       AB_RULE_SMALL);
	for (size_t i = 0; i < m->devs.n; i++)
		if (m->devs.at[i].memory_region != NULL)
			return ab_fail_at_(why, AB_ERR_UNSUPPORTED, "machine.devs[].memory_region",
					   i, 0, AB_RULE_SMALL);
	return AB_OK;
}

/* A list with entries must not be NULL. */
static enum ab_err check_lists(const struct ab_machine *m, struct ab_error *why)
{
	static const struct list_at lists[] = {
		LIST(cpus),
		LIST(ram),
		LIST(devs),
		LIST(distances),
		LIST(acpi.tables),
		LIST(arm64.gic.its),
		LIST(arm64.gic.redist),
		LIST(caches),
		LIST(arm64.rmrs),
		LIST(fdt.overlays),
		LIST(fdt.props),
		LIST(fdt.compatible),
	};
	enum ab_err err;

	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		const struct any_list l = list_of(m, &lists[i]);

		if (l.n != 0 && l.at == NULL)
			return ab_bad_(why, lists[i].what, l.n,
				       "must be 0 when the pointer beside it is NULL");
	}
	if (!AB_ALL_BUILT && (err = check_small(m, why)))
		return err;
	if (m->fdt.props.n > AB_FDT_PROPS_MAX)
		return ab_bad_(why, "machine.fdt.props.n", m->fdt.props.n, "must be at most 64");
	for (size_t i = 0; i < m->devs.n; i++)
		if (ab_dev_is_bridge_(&m->devs.at[i]) &&
		    (err = check_bridge_lists(m, &m->devs.at[i], why)))
			return err;
	err = check_bytes("machine.acpi.tables[].size", &m->acpi.tables, why);
	if (err != AB_OK)
		return err;
	return check_bytes("machine.fdt.overlays[].size", &m->fdt.overlays, why);
}

enum ab_err ab_machine_check_fields_(const struct ab_machine *m, struct ab_error *why)
{
	enum ab_err err;

	if ((err = check_lists(m, why)))
		return err;
	if (ab_machine_arch_(m)->tables == 0)
		return ab_bad_(why, "machine.arch", m->arch, RULE_ARCH);
	if (m->phys_bits != 0 && (m->phys_bits < 32 || m->phys_bits > 52))
		return ab_bad_(why, "machine.phys_bits", m->phys_bits, "must be 32 to 52, or 0");
	if ((err = check_tables(m, why)) || (err = check_identity(m, why)) ||
	    (err = check_cpus(m, why)))
		return err;
#ifndef AB_WITHOUT_X86_64
	if ((err = check_mp(m, why)))
		return err;
#endif
	if ((err = check_ram(m, why)) || (err = check_numa(m, why)))
		return err;
	if (ab_machine_has_gic_(m) && (err = ab_machine_check_arm64_(m, why)))
		return err;
	return ab_machine_check_devs_(m, why);
}

void ab_machine_doubt_(const struct ab_machine *m, struct ab_error *warning)
{
	(void)ab_fail(warning, AB_OK, NULL, 0, NULL);
	if (ab_machine_has_gic_(m))
		ab_machine_doubt_caches_(m, warning);
}

enum ab_err ab_machine_check(const struct ab_machine *m, struct ab_work work,
			     struct ab_error *warning, struct ab_error *why)
{
	enum ab_err err;

	(void)ab_fail(warning, AB_OK, NULL, 0, NULL);
	if ((err = ab_machine_check_fields_(m, why)) ||
	    (err = ab_machine_check_pairs_(m, work, why)))
		return err;
	ab_machine_doubt_(m, warning);
	return AB_OK;
}
