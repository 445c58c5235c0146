/* SPDX-License-Identifier: BSD-2-Clause */
/* The start on the first CPU, step by step. Each step says what it found. */
#include "enter.h"
#include "metal.h"
#include "gicv3.h"
#include "mmu.h"
#include "el2/log.h"

#define TREE_MAX (2 * AB_MiB) /* ARM64BOOT, 2 */

struct el2_node el2_node;

/* Erase the tree, of which copies were taken: it holds the seeds of this machine. */
static void scrub(uint64_t tree, uint64_t size)
{
	void *p = (void *)(uintptr_t)tree;

	memset(p, 0, size);
	el2_clean_invalidate(p, size);
}

static void read_tree(uint64_t tree)
{
	struct el2_facts *f = &el2_node.facts;
	uint8_t *blob = (uint8_t *)(uintptr_t)tree;
	struct ab_error why;
	uint64_t size;

	if (tree == 0 || (tree & 7) != 0 || tree >= UINT64_C(1) << 48 ||
	    ab_overlaps(tree, TREE_MAX, (uintptr_t)_start, (uintptr_t)_end - (uintptr_t)_start))
		el2_halt("x0 is not the address of a device tree");
	if (!el2_map(tree, TREE_MAX, EL2_MAP_DATA))
		el2_halt("the host's tree lies above the CPU's physical addresses");
	/* the loader may have written it past the caches */
	size = (uint64_t)blob[4] << 24 | (uint64_t)blob[5] << 16 | (uint64_t)blob[6] << 8 | blob[7];
	if (size > TREE_MAX)
		size = TREE_MAX;
	if (el2_facts_read(f, (struct ab_bytes){ blob, size }, el2_this_cpu()->mpidr, &why)) {
		el2_log_error("the host's tree", &why);
		el2_halt("no machine");
	}
	el2_this_cpu()->index = f->boot;
	scrub(tree, size);
}

static void map_machine(void)
{
	const struct el2_facts *f = &el2_node.facts;
	const uint64_t image = (uintptr_t)_start, end = (uintptr_t)_end;
	bool ok = el2_map(f->info.uart.reg.base, EL2_PAGE, EL2_MAP_DEVICE) &&
		  el2_map(f->info.gic_dist.base, f->info.gic_dist.size, EL2_MAP_DEVICE);

	for (size_t i = 0; i < f->info.redist.n; i++)
		ok = ok && el2_map(f->redist[i].base, f->redist[i].size, EL2_MAP_DEVICE);
	for (size_t i = 0; i < f->info.memory.n; i++) {
		const uint64_t base = f->memory[i].base, size = f->memory[i].size;

		/* not again where the image is: its rights are its own, and guards stay */
		if (ab_overlaps(base, size, image, end - image))
			ok = ok && (base >= image || el2_map(base, image - base, EL2_MAP_DATA)) &&
			     (base + size <= end || el2_map(end, base + size - end, EL2_MAP_DATA));
		else
			ok = ok && el2_map(base, size, EL2_MAP_DATA);
	}
	if (!ok)
		el2_halt("the machine does not fit into EL2's address space");
}

static void say_machine(void)
{
	const struct el2_facts *f = &el2_node.facts;
	uint64_t bytes = 0;

	for (size_t i = 0; i < f->info.memory.n; i++)
		bytes += f->memory[i].size;
	EL2_LOG({ "machine: CPUs ", f->info.cpus.n }, { ", RAM ", bytes },
		{ ", GICv", f->info.gic_version }, { " at ", f->info.gic_dist.base },
		{ ", console at ", f->info.uart.reg.base }, { ", bundle at ", f->info.initrd.base },
		{ ", bytes ", f->info.initrd.size });
}

_Noreturn void el2_secondary(uint64_t context)
{
	const unsigned int index = (unsigned int)(context >> 8);
	const char *refusal;

	el2_registers_init();
	el2_mmu_join();
	el2_cpu_init(context & 0xff);
	el2_this_cpu()->index = index;
	if ((refusal = el2_gicv3_cpu_init(index)) != NULL)
		el2_halt(refusal);
	el2_idle();
}

_Noreturn void el2_start(uint64_t tree)
{
	const char *refusal;
	struct ab_error why;

	EL2_LOG({ "entered at EL", EL2_READ(CurrentEL) >> 2 }, { ", image ", (uintptr_t)_start },
		{ " to ", (uintptr_t)_end }, { ", tree ", tree });
	el2_registers_init();
	EL2_LOG({ "CPTR_EL2 ", EL2_READ(CPTR_EL2) }, { ", CNTHCTL_EL2 ", EL2_READ(CNTHCTL_EL2) },
		{ ", MDCR_EL2 ", EL2_READ(MDCR_EL2) });
	el2_mmu_start(el2_uart_early());
	el2_cpu_init(0);
	EL2_LOG({ "stage 1: SCTLR_EL2 ", EL2_READ(SCTLR_EL2) },
		{ ", TTBR0_EL2 ", EL2_READ(TTBR0_EL2) }, { ", TCR_EL2 ", EL2_READ(TCR_EL2) });
	EL2_LOG({ "vectors ", EL2_READ(VBAR_EL2) }, { ", stack to ", el2_this_cpu()->stack_top },
		{ ", guard page ", el2_this_cpu()->stack_top - EL2_STACK_STRIDE });
	read_tree(tree);
	map_machine();
	el2_uart_set(&el2_node.facts.info);
	say_machine();
	if ((refusal = el2_gicv3_init(&el2_node.facts.info)) != NULL ||
	    (refusal = el2_gicv3_cpu_init(el2_node.facts.boot)) != NULL)
		el2_halt(refusal);
	el2_node.s2_cpu = ab_s2_cpu(EL2_READ(ID_AA64MMFR0_EL1), EL2_READ(ID_AA64MMFR1_EL1),
				    EL2_READ(S3_0_C0_C7_2));
	if (el2_memory_init(&el2_node.memory, &el2_node.facts, &why) ||
	    el2_memory_take(&el2_node.memory, (uintptr_t)_start,
			    (uintptr_t)_end - (uintptr_t)_start, "the hypervisor's image", &why) ||
	    el2_memory_take(&el2_node.memory, el2_node.facts.info.initrd.base,
			    el2_node.facts.info.initrd.size, "the bundle", &why)) {
		el2_log_error("memory", &why);
		el2_halt("no memory");
	}
	el2_log_text("ready", NULL, NULL);
	el2_launch();
}
