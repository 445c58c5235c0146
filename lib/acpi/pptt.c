/* SPDX-License-Identifier: BSD-2-Clause */
/* PPTT: the hierarchy of CPUs, and the level of it that each cache belongs to. */
#include "acpi_priv.h"

#include "../machine/machine_priv.h"

/* ACPI 5.2.30.1, Processor Structure Flags */
enum {
	PHYSICAL_PACKAGE = 1 << 0,
	UID_VALID = 1 << 1,
	IS_THREAD = 1 << 2,
	IS_LEAF = 1 << 3,
};

#define NODE_SIZE 20
#define LEVELS_MAX (4 + 7) /* thread, core, die, package; one for each level of cache */
#define CACHES_MAX (2 * 7) /* for data and for instructions */

/* Groups of @cpus neighbouring CPUs each. */
struct level {
	uint64_t cpus;
	uint64_t at; /* offset of the first group's node */
	uint32_t n_caches;
	uint8_t cache[CACHES_MAX]; /* indices of those that its nodes refer to */
};

struct tree {
	const struct ab_machine *m;
	struct level level[LEVELS_MAX]; /* by size of the groups, single CPUs first */
	uint32_t n;
	uint32_t first[CACHES_MAX]; /* structures before those of each cache */
};

static uint64_t sharers(const struct ab_cache *c)
{
	return c->cpus != 0 ? c->cpus : 1;
}

/* Add the level of groups of @cpus, unless there is one of this size. */
static void add_level(struct tree *t, uint64_t cpus)
{
	uint32_t i = t->n;

	while (i != 0 && t->level[i - 1].cpus > cpus)
		i--;
	if (i != 0 && t->level[i - 1].cpus == cpus)
		return;
	for (uint32_t k = t->n++; k > i; k--)
		t->level[k] = t->level[k - 1];
	t->level[i] = (struct level){ .cpus = cpus };
}

/* Index of the next cache after cache @index that the same CPUs share; caches.n: none. */
static size_t behind(const struct ab_cache_list *caches, size_t index)
{
	const struct ab_cache *c = &caches->at[index];
	size_t i;

	for (i = index + 1; i < caches->n; i++) {
		const struct ab_cache *o = &caches->at[i];

		if (o->level == c->level + 1 && sharers(o) == sharers(c) &&
		    (o->type == c->type || o->type == AB_CACHE_UNIFIED ||
		     c->type == AB_CACHE_UNIFIED))
			break;
	}
	return i;
}

/* True if nodes refer to the cache: it is the first one that their CPUs reach. The caches behind it
 * are linked from it. */
static bool is_first(const struct ab_cache_list *caches, size_t index)
{
	for (size_t i = 0; i < index; i++)
		if (caches->at[i].level < caches->at[index].level &&
		    sharers(&caches->at[i]) == sharers(&caches->at[index]))
			return false;
	return true;
}

static bool has_ids(const struct ab_machine *m)
{
	return m->acpi.edition == AB_ACPI_6_5;
}

/* Number of structures for cache @index: one for all like caches, or one for each if caches have
 * IDs, because an ID belongs to one cache. */
static uint32_t structures(const struct ab_machine *m, size_t index)
{
	return has_ids(m) ? (uint32_t)((m->n_cpus - 1) / sharers(&m->caches.at[index])) + 1 : 1;
}

/* Index, among all structures, of the one for the cache @index of the @nth group of CPUs. */
static uint64_t place(const struct tree *t, size_t index, uint64_t nth)
{
	return t->first[index] + (has_ids(t->m) ? nth : 0);
}

static uint64_t cache_at(const struct tree *t, size_t index, uint64_t nth)
{
	return AB_ACPI_HEADER + (has_ids(t->m) ? 28U : 24U) * place(t, index, nth);
}

/* ACPI 5.2.30.2, Cache Type Structure. @next: the cache behind it, or caches.n. A value that its
 * field cannot hold is marked not valid. */
static void put_cache(const struct tree *t, size_t index, size_t next, uint64_t nth,
		      struct ab_buf *out)
{
	/* 1-0: allocated on read and write; 3-2: type; 4: write-back */
	static const uint8_t attributes[] = {
		[AB_CACHE_UNIFIED] = 0xa, [AB_CACHE_DATA] = 0x2, [AB_CACHE_INSTRUCTION] = 0x4
	};
	const struct ab_machine *m = t->m;
	const struct ab_cache *c = &m->caches.at[index];
	uint32_t flags = 0x3b; /* size, sets, allocation, type, write policy: valid */

	flags |= c->ways <= UINT8_MAX ? 1U << 2 : 0;
	flags |= c->line <= UINT16_MAX ? 1U << 6 : 0;
	flags |= has_ids(m) ? 1U << 7 : 0;
	ab_put_le_(out, has_ids(m) ? 0x1c01 : 0x1801, 2); /* 0 Type 1, Cache; 1 Length */
	ab_put_le_(out, 0, 2); /* 2 reserved */
	ab_put_le_(out, flags, 4); /* 4 Flags */
	ab_put_le_(out, next < m->caches.n ? cache_at(t, next, nth) : 0,
		   4); /* 8 Next Level of Cache */
	ab_put_le_(out, c->size, 4); /* 12 Size */
	ab_put_le_(out, c->size / c->line / c->ways, 4); /* 16 Number of sets */
	ab_put_le_(out, c->ways <= UINT8_MAX ? c->ways : 0, 1); /* 20 Associativity */
	ab_put_le_(out, attributes[c->type], 1); /* 21 Attributes */
	ab_put_le_(out, c->line <= UINT16_MAX ? c->line : 0, 2); /* 22 Line size */
	if (has_ids(m))
		ab_put_le_(out, 1 + place(t, index, nth), 4); /* 24 Cache ID */
}

static uint32_t node_size(const struct level *l)
{
	return NODE_SIZE + 4 * l->n_caches;
}

/* ACPI 5.2.30.1, Processor Hierarchy Node Structure: group @index of level @l */
static void put_node(const struct tree *t, uint32_t l, uint64_t index, struct ab_buf *out)
{
	const struct ab_topology topology = ab_machine_topology(t->m);
	const struct level *own = &t->level[l], *up = l + 1 < t->n ? own + 1 : NULL;
	uint64_t package = (uint64_t)topology.threads * topology.cores * topology.dies;
	uint32_t flags = own->cpus == package ? PHYSICAL_PACKAGE : 0;
	uint64_t parent = 0;

	if (up != NULL)
		parent = up->at + index * own->cpus / up->cpus * node_size(up);
	if (l == 0)
		flags |= UID_VALID | IS_LEAF | (topology.threads > 1 ? IS_THREAD : 0U);
	ab_put_le_(out, 0, 1); /* 0 Type 0, Processor Hierarchy Node */
	ab_put_le_(out, node_size(own), 1); /* 1 Length */
	ab_put_le_(out, 0, 2); /* 2 reserved */
	ab_put_le_(out, flags, 4); /* 4 Flags */
	ab_put_le_(out, parent, 4); /* 8 Parent */
	ab_put_le_(out, l == 0 ? ab_acpi_cpu_uid_(t->m, (uint32_t)index) : 0,
		   4); /* 12 ACPI Processor ID */
	ab_put_le_(out, own->n_caches, 4); /* 16 Number of private resources */
	for (uint32_t i = 0; i < own->n_caches; i++) /* 20 Private Resource */
		ab_put_le_(out, cache_at(t, own->cache[i], index), 4);
}

static struct tree make_tree(const struct ab_machine *m)
{
	const struct ab_topology topology = ab_machine_topology(m);
	const uint64_t die = (uint64_t)topology.threads * topology.cores;
	struct tree t = { .m = m };

	add_level(&t, 1);
	add_level(&t, topology.threads);
	add_level(&t, die);
	add_level(&t, die * topology.dies);
	for (size_t i = 0; i < m->caches.n; i++) {
		add_level(&t, sharers(&m->caches.at[i]));
		t.first[i] = i != 0 ? t.first[i - 1] + structures(m, i - 1) : 0;
	}
	for (size_t i = 0; i < m->caches.n; i++)
		for (uint32_t l = 0; l < t.n && is_first(&m->caches, i); l++)
			if (sharers(&m->caches.at[i]) == t.level[l].cpus)
				t.level[l].cache[t.level[l].n_caches++] = (uint8_t)i;
	return t;
}

/* ACPI 5.2.30, Processor Properties Topology Table: caches, then groups, larger ones first */
void ab_acpi_pptt(const struct ab_machine *m, struct ab_buf *out)
{
	struct tree t;
	size_t start;

	if (!ab_machine_has_gic_(m))
		return;
	t = make_tree(m);
	start = ab_acpi_begin(m, "PPTT", has_ids(m) ? 3 : 2, out);
	for (size_t i = 0; i < m->caches.n; i++) {
		const size_t next = behind(&m->caches, i);

		for (uint32_t k = 0; k < structures(m, i); k++)
			put_cache(&t, i, next, k, out);
	}
	for (uint32_t l = t.n; l-- != 0;) {
		t.level[l].at = out->len - start;
		for (uint64_t i = 0; i * t.level[l].cpus < m->n_cpus; i++)
			put_node(&t, l, i, out);
	}
	ab_acpi_end(out, start);
}
