/* SPDX-License-Identifier: BSD-2-Clause */
#include "facts.h"
#include "libc.h"

/* Each CPU has an interrupt of that number: no two VMs share it. */
static bool is_ppi(uint32_t intid)
{
	return intid >= 16 && intid < 32;
}

#define PAGE UINT64_C(4096)

/* A frame that guests and EL2 can have pages of. */
static bool is_frame(const struct ab_range *r, uint64_t size)
{
	return r->size >= size && r->base % PAGE == 0;
}

static enum ab_err gic_supported(const struct ab_fdt_info *i, struct ab_error *why)
{
	if (i->gic_version == 2 && i->cpus.n > EL2_VGIC_V2_CPUS)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "fdt_info.cpus", i->cpus.n,
			       "a GICv2 has at most 8 CPUs");
	if (i->gic_version == 2 &&
	    (!is_frame(&i->gic_dist, AB_GICV2_DIST_SIZE) ||
	     !is_frame(&i->gic_cpu, AB_GICV2_CPU_SIZE) || !is_frame(&i->gic_hyp, PAGE) ||
	     !is_frame(&i->gic_vcpu, AB_GICV2_CPU_SIZE)))
		return ab_fail(why, AB_ERR_UNSUPPORTED, "fdt_info.gic_vcpu", i->gic_vcpu.size,
			       "a GICv2 must have GICD, GICC, GICH and GICV, in pages of 4 KiB");
	if (i->gic_version == 2)
		return AB_OK;
	if (i->gic_version != 3)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "fdt_info.gic_version", i->gic_version,
			       "the interrupt controller must be a GICv2 or a GICv3");
	if (i->gic_dist.size < AB_GICV3_DIST_SIZE || i->redist.n == 0)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "fdt_info.redist", i->redist.n,
			       "the GIC must have a distributor and redistributors");
	return AB_OK;
}

static enum ab_err supported(const struct ab_fdt_info *i, struct ab_error *why)
{
	enum ab_err err;

	if (i->memory.n == 0)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "fdt_info.memory", 0,
			       "the machine must have RAM");
	if (i->cpus.n == 0)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "fdt_info.cpus", 0,
			       "the machine must have CPUs");
	if (!i->psci || i->conduit != AB_CONDUIT_SMC)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "fdt_info.conduit", i->conduit,
			       "CPUs must be started by PSCI 0.2 or later, called by SMC");
	if ((err = gic_supported(i, why)))
		return err;
	if (i->timer.phys == 0 || i->timer.virt == 0)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "fdt_info.timer", i->timer.virt,
			       "EL1 must have a physical and a virtual timer");
	if (!is_ppi(i->timer.phys) || !is_ppi(i->timer.virt))
		return ab_fail(why, AB_ERR_UNSUPPORTED, "fdt_info.timer",
			       is_ppi(i->timer.phys) ? i->timer.virt : i->timer.phys,
			       "the timers' interrupts must be PPIs, 16 to 31");
	if (i->uart_type == 0 || i->uart.reg.size == 0)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "fdt_info.uart_type", i->uart_type,
			       "stdout-path must name a PL011, an SBSA UART or a 16550");
	return AB_OK;
}

/* Take over what the tree lends. */
static void own(struct el2_facts *f)
{
	struct ab_fdt_info *i = &f->info;

	f->seed_size = i->rng_seed.size < EL2_SEED_MAX ? i->rng_seed.size : EL2_SEED_MAX;
	if (f->seed_size != 0)
		memcpy(f->seed, i->rng_seed.data, f->seed_size);
	i->rng_seed = (struct ab_bytes){ NULL, 0 };
	i->bootargs = (struct ab_bytes){ NULL, 0 };
	i->kaslr_seed = 0;
	if (i->uart.intid >= 1020) /* an extended SPI, which EL2 never enables */
		i->uart.intid = 0;
}

/* Find the CPU that executes. */
static enum ab_err find_boot(struct el2_facts *f, uint64_t mpidr, struct ab_error *why)
{
	for (f->boot = 0; f->boot < f->info.cpus.n; f->boot++)
		if (f->cpus[f->boot].mpidr == mpidr)
			return AB_OK;
	return ab_fail(why, AB_ERR_UNSUPPORTED, "fdt_info.cpus", mpidr,
		       "the tree must describe the CPU that boots");
}

enum ab_err el2_facts_read(struct el2_facts *f, struct ab_bytes tree, uint64_t mpidr,
			   struct ab_error *why)
{
	enum ab_err err;

	memset(f, 0, sizeof(*f));
	f->info.cpus = (struct ab_fdt_cpus){ f->cpus, EL2_CPUS_MAX, 0 };
	f->info.memory = (struct ab_fdt_ranges){ f->memory, EL2_RAMS_MAX, 0 };
	f->info.reserved = (struct ab_fdt_ranges){ f->reserved, EL2_RAMS_MAX, 0 };
	f->info.redist = (struct ab_fdt_ranges){ f->redist, EL2_RAMS_MAX, 0 };
	f->info.virtio = (struct ab_fdt_devs){ f->virtio, EL2_VIRTIOS_MAX, 0 };
	if ((err = ab_fdt_read(tree, &f->info, why)) || (err = supported(&f->info, why)) ||
	    (err = find_boot(f, mpidr, why)))
		return err;
	own(f);
	return AB_OK;
}
