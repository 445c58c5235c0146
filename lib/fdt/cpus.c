/* SPDX-License-Identifier: BSD-2-Clause */
/* CPUs, the caches they share, and how they nest. */
#include "fdt_priv.h"
#include "../machine/machine_priv.h"

#define LEVELS 8 /* caches of levels 1 to 7 */

/* One level of caches. The nodes of CPUs describe level 1; other levels have nodes of their own. */
struct level {
	struct ab_fdt_u32 prop[6]; /* three for data or both, three for instructions */
	size_t n_props;
	bool unified;
	uint32_t cpus; /* CPUs that share a cache; 0: the level does not exist */
	uint32_t phandle; /* of the first cache */
};

/* Properties of the first of many nodes that differ only in their first cells. */
struct block {
	size_t at, size; /* in the buffer; size 0: not written yet */
	size_t cells; /* offset of the cells in the block */
};

struct cpus {
	const struct ab_machine *m;
	struct level level[LEVELS];
	uint32_t phandle; /* of CPU 0 */
	uint32_t cells; /* #address-cells */
};

/* size, sets and line of each kind of cache */
static const enum ab_fdt_name props[3][3] = {
	[AB_CACHE_UNIFIED] = { AB_P_CACHE_SIZE, AB_P_CACHE_SETS, AB_P_CACHE_LINE_SIZE },
	[AB_CACHE_DATA] = { AB_P_D_CACHE_SIZE, AB_P_D_CACHE_SETS, AB_P_D_CACHE_LINE_SIZE },
	[AB_CACHE_INSTRUCTION] = { AB_P_I_CACHE_SIZE, AB_P_I_CACHE_SETS, AB_P_I_CACHE_LINE_SIZE },
};

static void add_cache(struct level *l, const struct ab_cache *c)
{
	const enum ab_fdt_name *id = props[c->type];

	l->cpus = c->cpus != 0 ? c->cpus : 1;
	l->unified = c->type == AB_CACHE_UNIFIED;
	l->prop[l->n_props++] = (struct ab_fdt_u32){ id[0], c->size };
	l->prop[l->n_props++] = (struct ab_fdt_u32){ id[1], c->size / c->line / c->ways };
	l->prop[l->n_props++] = (struct ab_fdt_u32){ id[2], c->line };
}

static uint32_t caches_of(const struct ab_machine *m, const struct level *l)
{
	return l->cpus != 0 ? (m->n_cpus - 1) / l->cpus + 1 : 0;
}

/* Fill in the levels, and number the phandles: first those of CPUs, then those of each level. */
static void number(struct cpus *c, const struct ab_machine *m, uint32_t phandle)
{
	uint32_t next = phandle + m->n_cpus;

	*c = (struct cpus){ .m = m, .phandle = phandle, .cells = 1 };
	for (size_t i = 0; i < m->caches.n; i++)
		add_cache(&c->level[m->caches.at[i].level], &m->caches.at[i]);
	for (size_t i = 2; i < LEVELS; i++) {
		c->level[i].phandle = next;
		next += caches_of(m, &c->level[i]);
	}
}

uint32_t ab_fdt_cpus_phandles_(const struct ab_machine *m)
{
	const struct ab_cache *c = m->caches.at;
	uint32_t n = m->n_cpus;

	for (size_t i = 0; i < m->caches.n; i++)
		if (c[i].level > 1 && (i + 1 == m->caches.n || c[i + 1].level != c[i].level))
			n += (m->n_cpus - 1) / (c[i].cpus != 0 ? c[i].cpus : 1) + 1;
	return n;
}

/* Phandle of the cache behind level @above of CPU @cpu; 0: none. */
static uint32_t behind(const struct cpus *c, size_t above, uint32_t cpu)
{
	for (size_t i = above + 1; i < LEVELS; i++)
		if (c->level[i].cpus != 0)
			return c->level[i].phandle + cpu / c->level[i].cpus;
	return 0;
}

/* Append the cells that differ from node to node, then the properties that all nodes share. The
 * first node's are written one by one, those of others are copied, which is faster. */
static void put_block(struct ab_fdt *f, struct block *b, const struct ab_fdt_u32 *list, size_t n,
		      const struct level *l)
{
	struct ab_fdt_u32 all[4 + 6];
	uint8_t *p;

	if (b->size != 0) {
		p = ab_fdt_again_(f, b->at, b->size);
		for (size_t i = 0; p != NULL && i < n; i++)
			ab_st_be32(p + b->cells + 16 * i + 12, list[i].value);
		return;
	}
	b->cells = f->out->len - b->at;
	for (size_t i = 0; i < n + l->n_props; i++)
		all[i] = i < n ? list[i] : l->prop[i - n];
	ab_fdt_p_u32s_(f, all, n + l->n_props);
	if (l->unified)
		ab_fdt_p_bytes_(f, AB_P_CACHE_UNIFIED, NULL, 0);
	b->size = f->out->len - b->at;
}

static void cpu(struct ab_fdt *f, const struct cpus *c, uint32_t index, struct block *b)
{
	uint64_t id = ab_machine_cpu_id(c->m, index);
	uint32_t next = behind(c, 1, index);
	struct ab_fdt_u32 list[4];
	size_t n = 0;

	AB_FDT_OPEN_AT(f, "cpu", id);
	if (c->cells == 1)
		list[n++] = (struct ab_fdt_u32){ AB_P_REG, (uint32_t)id };
	else
		ab_fdt_p_u64_(f, AB_P_REG, id);
	list[n++] = (struct ab_fdt_u32){ AB_P_PHANDLE, c->phandle + index };
	if (f->nodes > 1)
		list[n++] = (struct ab_fdt_u32){ AB_P_NUMA_NODE_ID,
						 ab_machine_cpu_node_(c->m, f->nodes, index) };
	if (next != 0)
		list[n++] = (struct ab_fdt_u32){ AB_P_NEXT_LEVEL_CACHE, next };
	if (b->size == 0) {
		b->at = f->out->len;
		AB_FDT_TEXT(f, AB_P_DEVICE_TYPE, "cpu");
		ab_fdt_p_string_(f, AB_P_COMPATIBLE,
				 c->m->fdt.cpu_compatible != NULL ? c->m->fdt.cpu_compatible
								  : "arm,armv8");
		AB_FDT_TEXT(f, AB_P_ENABLE_METHOD, "psci");
	}
	put_block(f, b, list, n, &c->level[1]);
	ab_fdt_end(f);
}

/* Append the nodes of all caches of a level. DTSPEC 3.9 */
static void level(struct ab_fdt *f, const struct cpus *c, size_t which)
{
	static const char name[LEVELS][9] = { "",         "",         "l2-cache", "l3-cache",
					      "l4-cache", "l5-cache", "l6-cache", "l7-cache" };
	const struct level *l = &c->level[which];
	struct block b = { 0, 0, 0 };

	for (uint32_t i = 0; i < caches_of(c->m, l); i++) {
		uint32_t next = behind(c, which, i * l->cpus);
		const struct ab_fdt_u32 list[3] = { { AB_P_CACHE_LEVEL, (uint32_t)which },
						    { AB_P_PHANDLE, l->phandle + i },
						    { AB_P_NEXT_LEVEL_CACHE, next } };

		ab_fdt_open_nth_(f, name[which], 8, i);
		if (b.size == 0) {
			b.at = f->out->len;
			AB_FDT_TEXT(f, AB_P_COMPATIBLE, "cache");
		}
		put_block(f, &b, list, next != 0 ? 3 : 2, l);
		ab_fdt_end(f);
	}
}

/* Append the CPU of a core, or nodes of its threads. */
static void core(struct ab_fdt *f, const struct cpus *c, uint32_t index, uint32_t threads)
{
	if (threads == 1)
		ab_fdt_p_u32_(f, AB_P_CPU, c->phandle + index);
	for (uint32_t i = 0; threads > 1 && i < threads && index + i < c->m->n_cpus; i++) {
		AB_FDT_OPEN_NTH(f, "thread", i);
		ab_fdt_p_u32_(f, AB_P_CPU, c->phandle + index + i);
		ab_fdt_end(f);
	}
}

/* Append cpu-map. Packages are sockets, if there are several; dies are clusters. Binding:
 * cpu-topology */
static void cpu_map(struct ab_fdt *f, const struct cpus *c)
{
	struct ab_topology t = ab_machine_topology(c->m);
	uint64_t die = (uint64_t)t.threads * t.cores, package = die * t.dies;
	uint64_t n = c->m->n_cpus, at = 0;
	bool sockets = package < n;

	AB_FDT_OPEN(f, "cpu-map");
	for (uint32_t s = 0; at < n; s++) {
		if (sockets)
			AB_FDT_OPEN_NTH(f, "socket", s);
		for (uint32_t d = 0; d < t.dies && at < n; d++) {
			AB_FDT_OPEN_NTH(f, "cluster", d);
			for (uint32_t i = 0; i < t.cores && at < n; i++, at += t.threads) {
				AB_FDT_OPEN_NTH(f, "core", i);
				core(f, c, (uint32_t)at, t.threads);
				ab_fdt_end(f);
			}
			ab_fdt_end(f);
		}
		if (sockets)
			ab_fdt_end(f);
	}
	ab_fdt_end(f);
}

void ab_fdt_cpus_(struct ab_fdt *f, const struct ab_machine *m, uint32_t phandle)
{
	struct block b = { 0, 0, 0 };
	struct cpus c;

	number(&c, m, phandle);
	for (uint32_t i = 0; i < m->n_cpus; i++)
		if (ab_machine_cpu_id(m, i) >> 32 != 0)
			c.cells = 2;
	AB_FDT_OPEN(f, "cpus");
	ab_fdt_p_u32_(f, AB_P_N_ADDRESS_CELLS, c.cells);
	ab_fdt_p_u32_(f, AB_P_N_SIZE_CELLS, 0);
	cpu_map(f, &c);
	for (uint32_t i = 0; i < m->n_cpus; i++)
		cpu(f, &c, i, &b);
	for (size_t i = 2; i < LEVELS; i++)
		level(f, &c, i);
	ab_fdt_end(f);
}
