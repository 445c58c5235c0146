/* SPDX-License-Identifier: BSD-2-Clause */
/* The writer: properties in one pass, names in the strings block once each, misuse refused. */
#include "fdt_priv.h"

#include "../base/libc.h"
#include "../base/base_priv.h"

#define KNOWN AB_FDT_KNOWN_MAX
#define HEADER 40 /* DTSPEC 5.2 */
#define STRUCT_AT AB_FDT_STRUCT_AT
_Static_assert(STRUCT_AT == HEADER + 16, "after a memory reservation block without entries, 5.3");
#define LIMIT INT32_MAX /* readers count bytes in an int */

/* The names that the library knows, one behind the other, and where each begins. */
#define MEMBER(id, text) char id[sizeof(text)];
#define TEXT(id, text) text,
#define PLACE(id, text) offsetof(struct known, id),
static const struct known {
	AB_FDT_NAMES(MEMBER)
} known = { AB_FDT_NAMES(TEXT) };
static const uint16_t known_at[] = { AB_FDT_NAMES(PLACE) sizeof(known) };

_Static_assert(AB_P_KNOWN <= KNOWN && KNOWN == 128, "known names fit ab_fdt.at and two of .seen");
_Static_assert(AB_FDT_NAMES_MAX == 64, "a caller's names fit the third of ab_fdt.seen");
_Static_assert(sizeof(struct ab_fdt) < 2048, "a writer fits a small stack");

/* ---- names -------------------------------------------------------------------------------- */

static const char *known_name(unsigned int id)
{
	return (const char *)&known + known_at[id];
}

static int compare(const char *a, const char *b)
{
	while (*a != '\0' && *a == *b) {
		a++;
		b++;
	}
	return (int)(unsigned char)*a - (int)(unsigned char)*b;
}

/* Number of a new name of the caller's, or KNOWN + AB_FDT_NAMES_MAX after an error. */
static unsigned int add_name(struct ab_fdt *f, const char *name)
{
	size_t len = ab_fdt_run_(name, true);

	if (len == 0 || len > 31 || name[len] != '\0') {
		ab_fdt_misuse_(f, "a property's name must be 1 to 31 of 0-9 a-z A-Z , . _ + ? # -");
	} else if (f->n_names == AB_FDT_NAMES_MAX) {
		ab_fdt_misuse_(f, "at most 64 names of properties may be the caller's own");
	} else {
		f->name[f->n_names] = name;
		return KNOWN + f->n_names++;
	}
	return KNOWN + AB_FDT_NAMES_MAX;
}

/* Index of the name in the table, or KNOWN + its index among the caller's names. */
unsigned int ab_fdt_name_id_(struct ab_fdt *f, const char *name)
{
	unsigned int lo = 0, hi = AB_P_KNOWN;

	while (lo < hi) {
		unsigned int mid = (lo + hi) / 2;
		int order = compare(name, known_name(mid));

		if (order == 0)
			return mid;
		lo = order > 0 ? mid + 1 : lo;
		hi = order > 0 ? hi : mid;
	}
	for (unsigned int i = 0; i < f->n_names; i++)
		if (compare(name, f->name[i]) == 0)
			return KNOWN + i;
	return add_name(f, name);
}

static const char *name_of(const struct ab_fdt *f, unsigned int id)
{
	return id < AB_P_KNOWN ? known_name(id) : f->name[id - KNOWN];
}

static size_t size_of(const struct ab_fdt *f, unsigned int id)
{
	return id < AB_P_KNOWN ? (size_t)(known_at[id + 1] - known_at[id])
			       : strlen(f->name[id - KNOWN]) + 1;
}

static void intern(struct ab_fdt *f, unsigned int id)
{
	f->at[id] = (uint16_t)(1 + f->strings);
	f->order[f->n_order++] = (uint8_t)id;
	f->strings += (uint32_t)size_of(f, id);
}

/* ---- properties --------------------------------------------------------------------------- */

/* True if the open node may have property @id here. */
static inline bool take(struct ab_fdt *f, unsigned int id)
{
	uint64_t bit = UINT64_C(1) << (id & 63);

	if (f->closed || (f->seen[id >> 6] & bit) != 0) {
		ab_fdt_misuse_(f, f->closed
				      ? "a property must come before child nodes"
				      : "a node must not have two properties of the same name");
		return false;
	}
	f->seen[id >> 6] |= bit;
	if (f->at[id] == 0)
		intern(f, id);
	return true;
}

/* DTSPEC 5.4.1 FDT_PROP: token, len, nameoff, value, padding */
static inline void head(const struct ab_fdt *f, uint8_t *p, unsigned int id, size_t size)
{
	ab_st_be32(p, AB_DTB_PROP);
	ab_st_be32(p + 4, (uint32_t)size);
	ab_st_be32(p + 8, f->at[id] - 1U);
}

uint8_t *ab_fdt_p_(struct ab_fdt *f, unsigned int id, size_t size)
{
	uint8_t *p;

	if (size > LIMIT) {
		ab_fdt_too_large_(f, size);
		return NULL;
	}
	if (!take(f, id) || (p = ab_fdt_room_(f, 12 + ab_fdt_align4_(size))) == NULL)
		return NULL;
	head(f, p, id, size);
	if (size % 4 != 0)
		ab_st_be32(p + 12 + (size & ~(size_t)3), 0);
	return p + 12;
}

void ab_fdt_p_bytes_(struct ab_fdt *f, unsigned int id, const void *data, size_t size)
{
	uint8_t *p = ab_fdt_p_(f, id, size);

	if (p == NULL || size == 0)
		return;
	if (data != NULL)
		memcpy(p, data, size);
	else
		memset(p, 0, size);
}

void ab_fdt_p_string_(struct ab_fdt *f, enum ab_fdt_name id, const char *value)
{
	ab_fdt_p_bytes_(f, id, value, strlen(value) + 1);
}

void ab_fdt_p_cells_(struct ab_fdt *f, unsigned int id, const uint32_t *cells, size_t n)
{
	uint8_t *p = ab_fdt_p_(f, id, n < LIMIT / 4 ? n * 4 : SIZE_MAX);

	if (p != NULL)
		for (size_t i = 0; i < n; i++)
			ab_st_be32(p + 4 * i, cells[i]);
}

void ab_fdt_p_u32_(struct ab_fdt *f, enum ab_fdt_name id, uint32_t value)
{
	uint8_t *p = ab_fdt_p_(f, id, 4);

	if (p != NULL)
		ab_st_be32(p, value);
}

/* Machines with many CPUs have many of these, so the room for all is checked once. */
void ab_fdt_p_u32s_(struct ab_fdt *f, const struct ab_fdt_u32 *list, size_t n)
{
	uint8_t *p;

	for (size_t i = 0; i < n; i++)
		if (!take(f, list[i].id))
			return;
	p = ab_fdt_room_(f, 16 * n);
	for (size_t i = 0; p != NULL && i < n; i++) {
		head(f, p + 16 * i, list[i].id, 4);
		ab_st_be32(p + 16 * i + 12, list[i].value);
	}
}

void ab_fdt_p_u64_(struct ab_fdt *f, enum ab_fdt_name id, uint64_t value)
{
	const uint32_t cells[2] = { (uint32_t)(value >> 32), (uint32_t)value };

	ab_fdt_p_cells_(f, id, cells, 2);
}

uint8_t *ab_fdt_again_(struct ab_fdt *f, size_t from, size_t size)
{
	uint8_t *p = ab_fdt_room_(f, size);

	if (p != NULL)
		memcpy(p, f->out->data + from, size);
	return p;
}

/* Number of a name that the caller gave, or KNOWN + AB_FDT_NAMES_MAX after an error. */
static unsigned int callers(struct ab_fdt *f, const char *name)
{
	unsigned int id = ab_fdt_name_id_(f, name);

	if (id != AB_P_PHANDLE && id != AB_P_LINUX_PHANDLE && id != AB_P_IBM_PHANDLE)
		return id;
	ab_fdt_misuse_(f, "only ab_fdt_phandle() may add a phandle");
	return KNOWN + AB_FDT_NAMES_MAX;
}

uint32_t ab_fdt_name_at_(struct ab_fdt *f, const char *name)
{
	unsigned int id = callers(f, name);

	if (id >= KNOWN + AB_FDT_NAMES_MAX)
		return UINT32_MAX;
	if (f->at[id] == 0)
		intern(f, id);
	return f->at[id] - 1U;
}

void ab_fdt_bytes(struct ab_fdt *f, const char *name, const void *data, size_t size)
{
	unsigned int id = callers(f, name);

	if (id < KNOWN + AB_FDT_NAMES_MAX)
		ab_fdt_p_bytes_(f, id, data, size);
}

void ab_fdt_flag(struct ab_fdt *f, const char *name)
{
	ab_fdt_bytes(f, name, NULL, 0);
}

void ab_fdt_string(struct ab_fdt *f, const char *name, const char *value)
{
	ab_fdt_bytes(f, name, value, strlen(value) + 1);
}

void ab_fdt_strings(struct ab_fdt *f, const char *name, const char *const *values, size_t n)
{
	unsigned int id = callers(f, name);
	size_t size = 0;
	uint8_t *p;

	for (size_t i = 0; i < n; i++)
		size += strlen(values[i]) + 1;
	p = id < KNOWN + AB_FDT_NAMES_MAX ? ab_fdt_p_(f, id, size) : NULL;
	for (size_t i = 0; p != NULL && i < n; i++) {
		size = strlen(values[i]) + 1;
		memcpy(p, values[i], size);
		p += size;
	}
}

void ab_fdt_cells(struct ab_fdt *f, const char *name, const uint32_t *cells, size_t n)
{
	unsigned int id = callers(f, name);

	if (id < KNOWN + AB_FDT_NAMES_MAX)
		ab_fdt_p_cells_(f, id, cells, n);
}

void ab_fdt_u32(struct ab_fdt *f, const char *name, uint32_t value)
{
	ab_fdt_cells(f, name, &value, 1);
}

void ab_fdt_u64(struct ab_fdt *f, const char *name, uint64_t value)
{
	const uint32_t cells[2] = { (uint32_t)(value >> 32), (uint32_t)value };

	ab_fdt_cells(f, name, cells, 2);
}

void ab_fdt_reg(struct ab_fdt *f, uint64_t base, uint64_t size)
{
	const uint32_t cells[4] = { (uint32_t)(base >> 32), (uint32_t)base, (uint32_t)(size >> 32),
				    (uint32_t)size };

	ab_fdt_p_cells_(f, AB_P_REG, cells, 4);
}

uint32_t ab_fdt_phandle(struct ab_fdt *f)
{
	ab_fdt_p_u32_(f, AB_P_PHANDLE, ++f->phandle);
	return f->phandle;
}

/* ---- the whole tree ----------------------------------------------------------------------- */

void ab_fdt_begin(struct ab_fdt *f, struct ab_buf *out)
{
	*f = (struct ab_fdt){ .out = out, .start = out->len };
	if (out->len % 8 != 0)
		ab_fdt_misuse_(f, "a tree must begin at a multiple of 8 bytes");
	ab_put(out, NULL, STRUCT_AT);
	ab_fdt_open_(f, "", 0);
}

static void poke(const struct ab_fdt *f, size_t offset, uint64_t v)
{
	const struct ab_buf *b = f->out;

	if (b->data != NULL && b->error.code == AB_OK)
		ab_st_be32(b->data + f->start + offset, (uint32_t)v);
}

enum ab_err ab_fdt_finish(struct ab_fdt *f, struct ab_error *why)
{
	struct ab_buf *out = f->out;
	size_t strings, size;
	uint8_t *p;

	if (f->depth != 1)
		ab_fdt_misuse_(f, "each node must end");
	ab_fdt_unlink_(f);
	p = ab_fdt_room_(f, 8);
	if (p != NULL) {
		ab_st_be32(p, AB_DTB_END_NODE);
		ab_st_be32(p + 4, AB_DTB_END);
	}
	strings = out->len - f->start;
	p = ab_fdt_room_(f, f->strings);
	for (uint32_t i = 0; p != NULL && i < f->n_order; i++, p += size) {
		size = size_of(f, f->order[i]);
		memcpy(p, name_of(f, f->order[i]), size);
	}
	ab_put(out, NULL, f->spare);
	ab_put_align_(out, 8);
	size = out->len - f->start;
	if (size > LIMIT)
		ab_fdt_too_large_(f, size);
	poke(f, 0, 0xd00dfeed); /* 0 magic */
	poke(f, 4, size); /* 4 totalsize */
	poke(f, 8, STRUCT_AT); /* 8 off_dt_struct */
	poke(f, 12, strings); /* 12 off_dt_strings */
	poke(f, 16, HEADER); /* 16 off_mem_rsvmap */
	poke(f, 20, 17); /* 20 version */
	poke(f, 24, 16); /* 24 last_comp_version */
	poke(f, 28, f->boot_cpu); /* 28 boot_cpuid_phys */
	poke(f, 32, f->strings); /* 32 size_dt_strings */
	poke(f, 36, strings - STRUCT_AT); /* 36 size_dt_struct */
	return ab_buf_finish(out, "device tree", why);
}
