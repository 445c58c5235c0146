/* SPDX-License-Identifier: BSD-2-Clause */
/* The start on the first CPU, step by step. Each step says what it found. */
#include "enter.h"
#include "metal.h"
#include "gic.h"
#include "mmu.h"
#include "el2/console.h"
#include "el2/hw.h"
#include "el2/log.h"

#define TREE_MAX (2 * AB_MiB) /* ARM64BOOT, 2 */

struct el2_node el2_node;

/* Erase the tree, of which copies were taken: it holds the seeds of this machine. */
static void scrub(uint64_t tree, uint64_t size)
{
	void *p = (void *)(uintptr_t)tree;

	memset(p, 0, size);
	el2_hw_flush(p, size);
}

/* Bytes of the tree, of which only the first page is mapped: then all of it is. 0: it is none. */
static uint64_t map_tree(uint64_t tree)
{
	const uint8_t *blob = (const uint8_t *)(uintptr_t)tree;
	uint64_t size;

	if (tree == 0 || (tree & 7) != 0 || tree >= UINT64_C(1) << 48 ||
	    ab_overlaps(tree, EL2_PAGE, (uintptr_t)_start, (uintptr_t)_end - (uintptr_t)_start))
		el2_halt("x0 is not the address of a device tree");
	if (!el2_map(tree, EL2_PAGE, EL2_MAP_DATA))
		el2_halt("the host's tree lies above the CPU's physical addresses");
	size = (uint64_t)blob[4] << 24 | (uint64_t)blob[5] << 16 | (uint64_t)blob[6] << 8 | blob[7];
	size = size < TREE_MAX ? size : TREE_MAX;
	if (ab_overlaps(tree, size, (uintptr_t)_start, (uintptr_t)_end - (uintptr_t)_start))
		el2_halt("the host's tree and the image overlap");
	if (size > EL2_PAGE && !el2_map(tree, size, EL2_MAP_DATA))
		el2_halt("the host's tree lies above the CPU's physical addresses");
	return size;
}

static void read_tree(uint64_t tree)
{
	struct el2_facts *f = &el2_node.facts;
	const uint64_t size = map_tree(tree);
	struct ab_error why;

	if (el2_facts_read(f, (struct ab_bytes){ (const void *)(uintptr_t)tree, size },
			   el2_this_cpu()->mpidr, &why)) {
		el2_log_error("the host's tree", &why);
		el2_halt("no machine");
	}
	el2_this_cpu()->index = f->boot;
	scrub(tree, size);
}

/* Map a range of RAM; but not where the image is, whose parts have rights of their own. */
static bool map_ram(uint64_t base, uint64_t size)
{
	const uint64_t image = (uintptr_t)_start, end = (uintptr_t)_end;

	if (!ab_overlaps(base, size, image, end - image))
		return el2_map(base, size, EL2_MAP_DATA);
	return (base >= image || el2_map(base, image - base, EL2_MAP_DATA)) &&
	       (base + size <= end || el2_map(end, base + size - end, EL2_MAP_DATA));
}

/* Devices that EL2 uses, and RAM. What the tree reserves stays unmapped: a speculative access could
 * end in an SError where firmware protects it. */
static void map_machine(void)
{
	const struct el2_facts *f = &el2_node.facts;
	const struct el2_memory *m = &el2_node.memory;
	const struct ab_memmap map = { { m->ram, m->n_rams }, m->taken.at, m->taken.n };
	struct ab_memmap_iter it = { 0 };
	struct ab_memmap_entry e;
	bool ok = el2_map(f->info.uart.reg.base, EL2_PAGE, EL2_MAP_DEVICE) &&
		  el2_map(f->info.gic_dist.base, f->info.gic_dist.size, EL2_MAP_DEVICE);

	if (f->info.gic_version == 2)
		ok = ok && el2_map(f->info.gic_cpu.base, f->info.gic_cpu.size, EL2_MAP_DEVICE) &&
		     el2_map(f->info.gic_hyp.base, f->info.gic_hyp.size, EL2_MAP_DEVICE);
	for (size_t i = 0; i < f->info.redist.n; i++)
		ok = ok && el2_map(f->redist[i].base, f->redist[i].size, EL2_MAP_DEVICE);
	for (size_t i = 0; i < f->info.virtio.n; i++)
		ok = ok && el2_map(f->virtio[i].reg.base, f->virtio[i].reg.size, EL2_MAP_DEVICE);
	while (ok && ab_memmap_next(&map, &it, &e))
		ok = e.type != AB_MEM_RAM || map_ram(e.base, e.size);
	if (!ok)
		el2_halt("the machine does not fit into EL2's address space");
}

/* The memory of the machine; the image and the bundle are taken. */
static void divide_memory(void)
{
	const struct ab_range *bundle = &el2_node.facts.info.initrd;
	struct el2_memory *m = &el2_node.memory;
	struct ab_error why;

	if (el2_memory_init(m, &el2_node.facts, &why)) {
		el2_log_error("memory", &why);
		el2_halt("no memory");
	}
	map_machine();
	if (el2_memory_take(m, (uintptr_t)_start, (uintptr_t)_end - (uintptr_t)_start,
			    "the hypervisor's image", &why) ||
	    el2_memory_take(m, bundle->base, bundle->size, "the bundle", &why)) {
		el2_log_error("memory", &why);
		el2_halt("no memory");
	}
	if (bundle->size != 0 &&
	    (!ab_memmap_is_ram(&(struct ab_memmap){ { m->ram, m->n_rams }, NULL, 0 }, bundle->base,
			       bundle->size) ||
	     !el2_map(bundle->base, bundle->size, EL2_MAP_DATA)))
		el2_halt("the bundle is not in the machine's RAM");
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
	if ((refusal = el2_gic_cpu_init(index)) != NULL)
		el2_halt(refusal);
	el2_idle();
}

_Noreturn void el2_start(uint64_t tree)
{
	const char *refusal;

	EL2_LOG({ "entered at EL", EL2_READ(CurrentEL) >> 2 }, { ", image ", (uintptr_t)_start },
		{ " to ", (uintptr_t)_end }, { ", tree ", tree });
	if ((EL2_READ(HCR_EL2) >> 34 & 1) != 0)
		el2_halt("this CPU cannot leave the mode of hosts (E2H)");
	el2_registers_init();
	EL2_LOG({ "CPTR_EL2 ", EL2_READ(CPTR_EL2) }, { ", CNTHCTL_EL2 ", EL2_READ(CNTHCTL_EL2) },
		{ ", MDCR_EL2 ", EL2_READ(MDCR_EL2) });
	el2_mmu_start(el2_uart_early());
	el2_console_share();
	el2_cpu_init(0);
	EL2_LOG({ "stage 1: SCTLR_EL2 ", EL2_READ(SCTLR_EL2) },
		{ ", TTBR0_EL2 ", EL2_READ(TTBR0_EL2) }, { ", TCR_EL2 ", EL2_READ(TCR_EL2) });
	EL2_LOG({ "vectors ", EL2_READ(VBAR_EL2) }, { ", stack to ", el2_this_cpu()->stack_top },
		{ ", guard page ", el2_this_cpu()->stack_top - EL2_STACK_STRIDE });
	read_tree(tree);
	divide_memory();
	el2_uart_set(&el2_node.facts.info);
	say_machine();
	if ((refusal = el2_gic_init(&el2_node.facts.info)) != NULL ||
	    (refusal = el2_gic_cpu_init(el2_node.facts.boot)) != NULL)
		el2_halt(refusal);
	el2_node.s2_cpu = ab_s2_cpu(EL2_READ(ID_AA64MMFR0_EL1), EL2_READ(ID_AA64MMFR1_EL1),
				    EL2_READ(S3_0_C0_C7_2));
	el2_log_text("ready", NULL, NULL);
	el2_launch();
}
