/* SPDX-License-Identifier: BSD-2-Clause */
/* A machine's tables as one set: their number, their places, and the links between them. */
#include "acpi_priv.h"

#include "../base/libc.h"
#include "../machine/machine_priv.h"

/* The library's tables in their order in memory. The FADT contains addresses of other tables, so
 * build() calls it with these. */
static const struct {
	char sig[4];
	void (*build)(const struct ab_machine *m, struct ab_buf *out);
} builders[] = {
	{ "DSDT", ab_acpi_dsdt }, { "FACP", NULL },         { "APIC", ab_acpi_madt },
	{ "SRAT", ab_acpi_srat }, { "SLIT", ab_acpi_slit }, { "MCFG", ab_acpi_mcfg },
#ifndef AB_WITHOUT_X86_64
	{ "HPET", ab_acpi_hpet },
#endif
	{ "SPCR", ab_acpi_spcr },
#ifndef AB_WITHOUT_X86_64
	{ "WAET", ab_acpi_waet },
#endif
	{ "GTDT", ab_acpi_gtdt }, { "PPTT", ab_acpi_pptt }, { "IORT", ab_acpi_iort },
	{ "DBG2", ab_acpi_dbg2 },
};

#define N_BUILDERS (sizeof(builders) / sizeof(builders[0]))

_Static_assert(N_BUILDERS + 1 <= AB_ACPI_TABLES_MAX, "a set has room for all of them and the XSDT");

static enum ab_err bad_extra(struct ab_error *why, size_t index, size_t offset, const char *rule)
{
	return ab_fail_at_(why, AB_ERR_ARG, "machine.acpi.tables[]", index, offset, rule);
}

static bool same_sig(const void *a, const void *b)
{
	return memcmp(a, b, 4) == 0;
}

/* Place @size bytes at the end of the set. */
static enum ab_err grow(struct ab_acpi_set *set, size_t size, uint64_t *offset,
			struct ab_error *why)
{
	*offset = ab_acpi_next_(set->size);
	if (*offset > UINT32_MAX || size > UINT32_MAX - *offset)
		return ab_fail(why, AB_ERR_NOSPACE, "ACPI table set", *offset + size,
			       "must be smaller than 4 GiB");
	set->size = *offset + size;
	set->largest = size > set->largest ? size : set->largest;
	return AB_OK;
}

/* Add a table of the caller's. It must be whole and sound, and not of a kind that exists once and
 * that the library makes. Its place is found before the checksum reads all of it. */
static enum ab_err add_extra(struct ab_acpi_set *set, size_t index, struct ab_error *why)
{
	static const char reserved[][4] = { { 'X', 'S', 'D', 'T' },
					    { 'R', 'S', 'D', 'T' },
					    { 'F', 'A', 'C', 'S' } };
	struct ab_bytes t = set->machine->acpi.tables.at[index];
	const char *sig = t.data;
	uint64_t offset;
	enum ab_err err;

	if (t.size < AB_ACPI_HEADER)
		return ab_fail_at_(why, AB_ERR_ARG, "machine.acpi.tables[].size", index, t.size,
				   "must be at least 36, a table's header");
	for (size_t i = 0; i < 4; i++)
		if (!((sig[i] >= 'A' && sig[i] <= 'Z') || (sig[i] >= '0' && sig[i] <= '9') ||
		      sig[i] == '_'))
			return bad_extra(why, index, 0,
					 "its signature must be 4 of A-Z, 0-9 and _");
	for (size_t i = 0; i < sizeof(reserved) / sizeof(reserved[0]); i++)
		if (same_sig(sig, reserved[i]))
			return bad_extra(why, index, 0,
					 "its signature must not be XSDT, RSDT or FACS");
	for (size_t i = 0; i < set->n_tables; i++)
		if (same_sig(sig, set->table[i].sig))
			return bad_extra(
			    why, index, 0,
			    "its signature must not be that of a table that the library makes");
	if (ab_ld_le32(sig + 4) != t.size)
		return bad_extra(why, index, 4, "its length must be the number of its bytes");
	if ((err = grow(set, t.size, &offset, why)) != AB_OK)
		return err;
	if (ab_sum8(t.data, t.size) != 0)
		return bad_extra(why, index, 9, "the sum of its bytes must be 0 modulo 256");
	return AB_OK;
}

static enum ab_err add_own(struct ab_acpi_set *set, const char *sig, size_t size,
			   struct ab_error *why)
{
	struct ab_acpi_table *t = &set->table[set->n_tables];
	uint64_t offset;
	enum ab_err err;

	if (size == 0 || (err = grow(set, size, &offset, why)) != AB_OK)
		return size == 0 ? AB_OK : err;
	memcpy(t->sig, sig, 4);
	t->offset = (uint32_t)offset;
	t->size = (uint32_t)size;
	set->n_tables++;
	return AB_OK;
}

static void build(const struct ab_machine *m, size_t which, uint64_t dsdt, uint64_t facs,
		  struct ab_buf *out)
{
	if (builders[which].build != NULL)
		builders[which].build(m, out);
	else
		ab_acpi_fadt(m, dsdt, facs, out);
}

/* Bytes of the XSDT, which points at each table except the DSDT and itself. */
static size_t xsdt_size(const struct ab_acpi_set *set)
{
	return AB_ACPI_HEADER + 8 * ((size_t)set->n_tables - 1 + set->n_extra);
}

enum ab_err ab_acpi_layout(struct ab_acpi_set *set, const struct ab_machine *m,
			   struct ab_error *why)
{
	enum ab_err err;

	*set = (struct ab_acpi_set){ .machine = m };
	set->has_facs = ab_machine_dev(m, AB_DEV_ACPI_PM, 0) != NULL;
	for (size_t i = 0; i < N_BUILDERS; i++) {
		struct ab_buf b = ab_buf_over(NULL, 0);

		err = i == 0 ? ab_acpi_dsdt_encode_(m, &b, why) : AB_OK;
		if (i != 0)
			build(m, i, 0, 0, &b);
		if (err != AB_OK || (err = ab_buf_finish(&b, "acpi tables", why)) != AB_OK ||
		    (err = add_own(set, builders[i].sig, b.len, why)) != AB_OK)
			return err;
	}
	for (size_t i = 0; i < m->acpi.tables.n; i++)
		if ((err = add_extra(set, i, why)) != AB_OK)
			return err;
	set->n_extra = (uint32_t)m->acpi.tables.n;
	return add_own(set, "XSDT", xsdt_size(set), why);
}

size_t ab_acpi_count(const struct ab_acpi_set *set)
{
	return (size_t)set->n_tables + set->n_extra;
}

/* The @index-th table of the caller's. */
static struct ab_acpi_table extra_at(const struct ab_acpi_set *set, size_t index)
{
	const struct ab_acpi_table *last = &set->table[set->n_tables - 2];
	struct ab_acpi_table t = { .offset = last->offset, .size = last->size };

	for (size_t i = 0; i <= index; i++) {
		t.offset = (uint32_t)ab_acpi_next_((uint64_t)t.offset + t.size);
		t.size = (uint32_t)set->machine->acpi.tables.at[i].size;
	}
	memcpy(t.sig, set->machine->acpi.tables.at[index].data, 4);
	return t;
}

struct ab_acpi_table ab_acpi_at(const struct ab_acpi_set *set, size_t index)
{
	size_t own = set->n_tables - 1; /* without the XSDT */

	if (index < own)
		return set->table[index];
	if (index < own + set->n_extra)
		return extra_at(set, index - own);
	return set->table[own];
}

/* ACPI 5.2.8, Extended System Description Table. The FADT is its first entry. */
static void put_xsdt(const struct ab_acpi_set *set, uint64_t base, struct ab_buf *out)
{
	size_t start = ab_acpi_begin(set->machine, "XSDT", 1, out);
	uint64_t offset = 0;

	for (size_t i = 0; i + 1 < set->n_tables; i++) {
		offset = set->table[i].offset;
		if (i != 0) /* 36 Entry; the FADT points at the DSDT */
			ab_put_le_(out, base + offset, 8);
		offset = ab_acpi_next_(offset + set->table[i].size);
	}
	for (size_t i = 0; i < set->n_extra; i++) {
		ab_put_le_(out, base + offset, 8);
		offset = ab_acpi_next_(offset + set->machine->acpi.tables.at[i].size);
	}
	ab_acpi_end(out, start);
}

void ab_acpi_write(const struct ab_acpi_set *set, size_t index, uint64_t base, uint64_t facs,
		   struct ab_buf *out)
{
	const size_t start = out->len, own = set->n_tables - 1;
	const struct ab_acpi_table *t = &set->table[index < own ? index : own];
	const struct ab_bytes *extra = set->machine->acpi.tables.at;

	if (index >= own && index < own + set->n_extra) {
		ab_put(out, extra[index - own].data, extra[index - own].size);
		return;
	}
	if (index >= own) {
		put_xsdt(set, base, out);
		return;
	}
	for (size_t i = 0; i < N_BUILDERS; i++)
		if (same_sig(builders[i].sig, t->sig))
			build(set->machine, i, base + set->table[0].offset, facs, out);
	if (out->len - start != t->size)
		ab_buf_fail(out, AB_ERR_ARG, "DSDT", out->len - start,
			    "machine.acpi.dsdt must append the same bytes on each call");
}

/* ACPI 5.2.5.3, Root System Description Pointer */
void ab_acpi_rsdp(const struct ab_acpi_set *set, uint64_t base, struct ab_buf *out)
{
	uint64_t xsdt = base + set->table[set->n_tables - 1].offset;
	const char *oem = ab_machine_oem_id_(set->machine);
	uint8_t p[36] = { 'R', 'S', 'D', ' ', 'P', 'T', 'R', ' ' }; /* 0 Signature */

	for (size_t i = 0; i < 6 && oem[i] != '\0'; i++)
		p[9 + i] = (uint8_t)oem[i]; /* 9 OEMID */
	p[15] = 2; /* 15 Revision */
	/* 16 RsdtAddress: 0, no RSDT */
	ab_st_le32(p + 20, 36); /* 20 Length */
	ab_st_le64(p + 24, xsdt); /* 24 XsdtAddress */
	p[8] = (uint8_t)(0U - ab_sum8(p, 20)); /* 8 Checksum, of the part that ACPI 1.0 defined */
	p[32] = (uint8_t)(0U - ab_sum8(p, 36)); /* 32 Extended Checksum */
	ab_put(out, p, sizeof(p)); /* 33 reserved */
}
