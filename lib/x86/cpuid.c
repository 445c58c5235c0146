/* SPDX-License-Identifier: BSD-2-Clause */
/* CPUID leaves that describe the topology, made to agree with the APIC IDs. */
#include <aetherboot/x86.h>

#include "../machine/machine_priv.h"
#include "x86_priv.h"

#define LEAF_MAX 0x0
#define LEAF_VERSION 0x1
#define LEAF_CACHE 0x4
#define LEAF_TOPOLOGY 0xb
#define LEAF_TOPOLOGY_V2 0x1f
#define LEAF_SIZES 0x80000008
#define LEAF_AMD_CACHE 0x8000001d
#define LEAF_AMD_TOPOLOGY 0x8000001e
#define LEAF_AMD_TOPOLOGY_EXT 0x80000026

/* Level types of leaves 0xb and 0x1f. SDM 2A, CPUID */
#define LEVEL_INVALID 0
#define LEVEL_SMT 1
#define LEVEL_CORE 2
#define LEVEL_DIE 5

/* Right shifts that turn an APIC ID into the ID of a core, a die, a package. */
struct shifts {
	uint32_t core, die, package;
};

static uint32_t at_most(uint64_t v, uint32_t most)
{
	return v < most ? (uint32_t)v : most;
}

static struct shifts shifts(const struct ab_machine *m)
{
	const struct ab_apic_bits b = ab_machine_apic_bits_(m);

	return (struct shifts){ at_most(b.thread, 31), at_most(b.thread + b.core, 31),
				at_most(b.thread + b.core + b.die, 31) };
}

/* Highest ID in a field of @bits bits, but at most @most. */
static uint32_t ids(uint32_t bits, uint32_t most)
{
	return bits < 16 && (UINT32_C(1) << bits) - 1 < most ? (UINT32_C(1) << bits) - 1 : most;
}

/* Replace the bits of @mask in a register by @v, shifted left by @shift. */
static void set(uint32_t *reg, uint32_t mask, unsigned int shift, uint32_t v)
{
	*reg = (*reg & ~mask) | (v << shift & mask);
}

/* SDM 2A, CPUID leaf 1 */
static void version(const struct ab_machine *m, uint32_t id, struct ab_x86_cpuid *c)
{
	const uint32_t last = ids(shifts(m).package, 254);

	set(&c->ebx, 0xff000000, 24, id); /* initial APIC id */
	set(&c->ebx, 0x00ff0000, 16, last + 1); /* addressable ids in a package */
	set(&c->ecx, 0x80000000, 31, 1); /* there is a hypervisor */
	set(&c->edx, 0x10000000, 28, last != 0); /* HTT: the count above is valid */
}

/* SDM 2A, CPUID leaf 4; APM 3, E.4.15. A core has caches of levels 1 and 2, a die the others. */
static void cache(const struct ab_machine *m, struct ab_x86_cpuid *c)
{
	const struct shifts s = shifts(m);
	const bool core = (c->eax >> 5 & 7) <= 2;

	if ((c->eax & 0x1f) == 0)
		return; /* no such cache */
	set(&c->eax, 0x03ffc000, 14, ids(core ? s.core : s.die, 0xfff)); /* ids sharing it - 1 */
	if (c->leaf == LEAF_CACHE)
		set(&c->eax, 0xfc000000, 26, ids(s.package - s.core, 0x3f)); /* cores - 1 */
}

/* SDM 2A, CPUID leaves 0xb and 0x1f. The shift of the last level gives the ID of the package. */
static void topology(const struct ab_machine *m, uint32_t id, struct ab_x86_cpuid *c)
{
	const struct ab_topology t = ab_machine_topology(m);
	const bool dies = c->leaf == LEAF_TOPOLOGY_V2 && t.dies > 1;
	const struct shifts s = shifts(m);
	const struct {
		uint32_t type, shift;
		uint64_t count;
	} level[] = {
		{ LEVEL_SMT, s.core, t.threads },
		{ LEVEL_CORE, dies ? s.die : s.package,
		  (uint64_t)t.threads * t.cores * (dies ? 1 : t.dies) },
		{ LEVEL_DIE, s.package, (uint64_t)t.threads * t.cores * t.dies },
		{ LEVEL_INVALID, 0, 0 },
	};
	const uint32_t end = dies ? 3 : 2;
	const uint32_t i = c->subleaf < end ? c->subleaf : 3;

	c->eax = level[i].shift;
	c->ebx = at_most(level[i].count, 0xffff);
	c->ecx = level[i].type << 8 | (c->subleaf & 0xff);
	c->edx = id;
}

/* APM 3, E.4.7 */
static void sizes(const struct ab_machine *m, struct ab_x86_cpuid *c)
{
	const struct ab_topology t = ab_machine_topology(m);
	const uint32_t bits = ab_machine_phys_bits_(m);

	set(&c->eax, 0x000000ff, 0, bits); /* PhysAddrSize */
	if ((c->eax >> 16 & 0xff) > bits)
		set(&c->eax, 0x00ff0000, 16, bits); /* GuestPhysAddrSize */
	set(&c->ecx, 0x000000ff, 0, at_most((uint64_t)t.threads * t.cores * t.dies - 1, 0xff));
	set(&c->ecx, 0x0000f000, 12, at_most(shifts(m).package, 0xf)); /* ApicIdSize */
}

/* APM 3, E.4.16 */
static void amd_topology(const struct ab_machine *m, uint32_t id, struct ab_x86_cpuid *c)
{
	const struct ab_topology t = ab_machine_topology(m);
	const struct shifts s = shifts(m);
	const uint32_t in_package = id & ((UINT32_C(1) << s.package) - 1);

	c->eax = id; /* ExtendedApicId */
	c->ebx = in_package >> s.core & 0xff; /* CoreId */
	c->ebx |= at_most(t.threads - 1, 0xff) << 8; /* ThreadsPerCore - 1 */
	c->ecx = id >> s.die & 0xff; /* NodeId */
	c->ecx |= at_most(t.dies - 1, 7) << 8; /* NodesPerProcessor - 1 */
	c->edx = 0;
}

static bool has_dies(const struct ab_machine *m)
{
	return ab_machine_topology(m).dies > 1;
}

void ab_x86_cpuid(const struct ab_machine *m, uint32_t index, struct ab_x86_cpuid *c)
{
	const uint32_t id = (uint32_t)ab_machine_cpu_id(m, index);
	const uint32_t least = has_dies(m) ? LEAF_TOPOLOGY_V2 : LEAF_TOPOLOGY;

	switch (c->leaf) {
	case LEAF_MAX:
		c->eax = c->eax > least ? c->eax : least;
		break;
	case LEAF_VERSION:
		version(m, id, c);
		break;
	case LEAF_CACHE:
	case LEAF_AMD_CACHE:
		cache(m, c);
		break;
	case LEAF_TOPOLOGY:
	case LEAF_TOPOLOGY_V2:
		topology(m, id, c);
		break;
	case LEAF_SIZES:
		sizes(m, c);
		break;
	case LEAF_AMD_TOPOLOGY:
		amd_topology(m, id, c);
		break;
	case LEAF_AMD_TOPOLOGY_EXT:
		/* it describes the host; 0xb and 0x1f describe the machine */
		c->eax = c->ebx = c->ecx = c->edx = 0;
		break;
	default:
		break;
	}
}

/* One leaf as this CPU reports it. @return false if it closes a list of levels */
static bool add(const struct ab_machine *m, uint32_t index, struct ab_x86_cpuid c,
		struct ab_x86_cpuids *out)
{
	ab_x86_cpuid(m, index, &c);
	if (out->at != NULL && out->n < out->cap)
		out->at[out->n] = c;
	out->n++;
	return (c.ecx >> 8 & 0xff) != LEVEL_INVALID;
}

static void add_levels(const struct ab_machine *m, uint32_t index, uint32_t leaf,
		       struct ab_x86_cpuids *out)
{
	struct ab_x86_cpuid c = { .leaf = leaf, .indexed = true };

	while (add(m, index, c, out))
		c.subleaf++;
}

/* All leaves, as many as fit. @return false if the host lacks one that every CPU has */
static bool add_all(const struct ab_machine *m, uint32_t index, struct ab_x86_cpuid_list host,
		    struct ab_x86_cpuids *out)
{
	bool seen[LEAF_TOPOLOGY_V2 + 1] = { false };

	for (size_t i = 0; i < host.n; i++) {
		const uint32_t leaf = host.at[i].leaf;

		if (leaf != LEAF_TOPOLOGY && leaf != LEAF_TOPOLOGY_V2)
			add(m, index, host.at[i], out);
		else if (!seen[leaf])
			add_levels(m, index, leaf, out);
		if (leaf <= LEAF_TOPOLOGY_V2)
			seen[leaf] = true;
	}
	if (!seen[LEAF_TOPOLOGY])
		add_levels(m, index, LEAF_TOPOLOGY, out);
	if (!seen[LEAF_TOPOLOGY_V2] && has_dies(m))
		add_levels(m, index, LEAF_TOPOLOGY_V2, out);
	return seen[LEAF_MAX] && seen[LEAF_VERSION];
}

enum ab_err ab_x86_cpuid_all(const struct ab_machine *m, uint32_t index,
			     struct ab_x86_cpuid_list host, struct ab_x86_cpuids *out,
			     struct ab_error *why)
{
	size_t need;
	bool whole;

	out->n = 0;
	if (index >= m->n_cpus)
		return ab_fail(why, AB_ERR_ARG, "ab_x86_cpuid_all.index", index,
			       "must be below machine.n_cpus");
	if (host.n != 0 && host.at == NULL)
		return ab_fail(why, AB_ERR_ARG, "ab_x86_cpuid_all.host.n", host.n,
			       "must be 0 when the pointer beside it is NULL");
	whole = add_all(m, index, host, out);
	need = out->n;
	if (whole && out->at != NULL && need <= out->cap)
		return AB_OK;
	out->n = 0;
	if (!whole)
		return ab_fail(why, AB_ERR_ARG, "ab_x86_cpuid_all.host.n", host.n,
			       "leaves 0 and 1 must be among them");
	return ab_fail(why, AB_ERR_NOSPACE, "ab_x86_cpuid_all.out.n", need,
		       "ab_x86_cpuid_all.out.cap must be as large");
}
