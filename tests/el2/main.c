/* SPDX-License-Identifier: BSD-2-Clause */
/* The least that a hypervisor does with the library: it reads the device tree of its machine,
 * describes the machine to a guest, plans, places and enters the guest's kernel at EL1. The MMU is
 * off and an unaligned access faults; there is no C library, no FP register and no heap.
 *
 * The guest gets the whole machine: IPAs are physical addresses, without Stage 2. QEMU's loader
 * device puts the guest's kernel and struct job into memory; the tree names initrd and command
 * line. */
#include "el2.h"

#define KERNEL ((void *)0x50000000)
#define JOB ((const struct job *)0x4fff0000)
#define TREE_MAX (2 * AB_MiB) /* ARM64BOOT 2 */
#define STACK_LIMIT 6144 /* bytes that the library may use, the callers here included */

/* Orders of run.py. */
struct job {
	uint64_t kernel_size; /* bytes at KERNEL */
	uint64_t tables; /* enum ab_tables */
	uint64_t control; /* 0: none */
};
enum { CONTROL_UNALIGNED = 1, CONTROL_STACK };

/* ---- the machine ---------------------------------------------------------------------------- */

/* One: the guest calls firmware's CPU_ON, which would start a second CPU at EL2. */
#define CPUS 1
#define RAMS 4
#define VIRTIOS 32

static struct ab_fdt_cpu found_cpus[CPUS];
static struct ab_range found_memory[RAMS], redist[RAMS];
static struct ab_its its;
static struct ab_fdt_dev virtio[VIRTIOS];
static struct ab_cpu cpus[CPUS];
static struct ab_ram ram[RAMS];
static struct ab_dev devs[2 + VIRTIOS];
static size_t n_devs;

static void add(enum ab_dev_type type, const struct ab_fdt_dev *d)
{
	if (d->reg.size == 0)
		return;
	devs[n_devs++] = (struct ab_dev){
		.type = type,
		.base = d->reg.base,
		.size = d->reg.size,
		.irq = d->intid,
		.irq_flags = d->irq_flags == 1 ? AB_IRQ_EDGE_HIGH : AB_IRQ_LEVEL_HIGH,
	};
}

/* Describe the host's machine to the guest, without EL2's maintenance interrupt. */
static void describe(struct ab_machine *m, const struct ab_fdt_info *host)
{
	for (size_t i = 0; i < host->cpus.n; i++)
		cpus[i].id = host->cpus.at[i].mpidr;
	for (size_t i = 0; i < host->memory.n; i++) {
		ram[i].base = host->memory.at[i].base;
		ram[i].size = host->memory.at[i].size;
	}
	add(host->uart_type, &host->uart);
	add(AB_DEV_RTC_PL031, &host->rtc);
	for (size_t i = 0; i < host->virtio.n; i++)
		add(AB_DEV_VIRTIO_MMIO, &host->virtio.at[i]);

	m->arch = AB_ARCH_ARM64;
	m->tables = (enum ab_tables)JOB->tables;
	m->n_cpus = (uint32_t)host->cpus.n;
	m->cpus = (struct ab_cpu_list){ cpus, host->cpus.n };
	m->ram = (struct ab_ram_list){ ram, host->memory.n };
	m->devs = (struct ab_dev_list){ devs, n_devs };
	m->arm64.gic.version = host->gic_version;
	m->arm64.gic.dist = host->gic_dist.base;
	m->arm64.gic.redist = (struct ab_range_list){ redist, host->redist.n };
	its.base = host->its.base;
	m->arm64.gic.its = (struct ab_its_list){ &its, host->its.size != 0 };
	m->arm64.timer = host->timer;
	m->arm64.conduit = host->conduit;
}

/* ---- plan, place ---------------------------------------------------------------------------- */

/* Large objects, and objects that the plan borrows, are not on the stack. */
static struct ab_fdt_info host;
static struct ab_machine guest;
static struct ab_payload os;
static struct ab_reserve kept[3];
static struct ab_fixed fixed;
static struct ab_region room[AB_PLAN_REGIONS];
static struct ab_plan plan = { .regions = AB_REGIONS(room) };
static struct ab_vcpu cpu;
static uint8_t work_memory[512 * AB_KiB];

/* Reserve the pages of [at, at + size). */
static struct ab_reserve keep(const char *name, const void *at, uint64_t size)
{
	uint64_t base = (uintptr_t)at & ~UINT64_C(4095);

	return (struct ab_reserve){ base, ((uintptr_t)at + size - base + 4095) & ~UINT64_C(4095),
				    name };
}

static void load(void)
{
	static struct ab_bytes initrd;

	initrd.data = (const void *)(uintptr_t)host.initrd.base;
	initrd.size = host.initrd.size;
	os.kernel = (struct ab_bytes){ KERNEL, JOB->kernel_size };
	os.initrds = (struct ab_bytes_list){ &initrd, initrd.size != 0 };
	os.cmdline = host.bootargs.data;
	os.rng_seed = host.rng_seed;
	os.kaslr_seed = host.kaslr_seed;
	/* the initrd stays where it was loaded */
	fixed = (struct ab_fixed){ AB_REGION_INITRD, host.initrd.base };
	os.fixed = (struct ab_fixed_list){ &fixed, initrd.size != 0 };
	os.reserve = (struct ab_reserve_list){ kept, sizeof(kept) / sizeof(kept[0]) };
}

/* The sink. Hypervisor and guest access memory with caches off. Dirty lines are written back before
 * the copy, so that none overwrites it later; lines that were fetched meanwhile are dropped after
 * it. */
static enum ab_err put(void *ctx, const struct ab_region *r, uint64_t off, const void *src,
		       size_t len)
{
	void *dst = (void *)(uintptr_t)(r->base + off);

	(void)ctx;
	el2_clean(dst, len);
	if (src == NULL)
		memset(dst, 0, len);
	else if (src != dst)
		memcpy(dst, src, len);
	el2_clean(dst, len);
	return AB_OK;
}

static enum ab_err boot(const void *tree, struct ab_error *why)
{
	const struct ab_work work = { work_memory, sizeof(work_memory) };
	static char text[8192];
	struct ab_buf map = ab_buf_over(text, sizeof(text) - 1);
	enum ab_err err;

	host.cpus = (struct ab_fdt_cpus){ found_cpus, CPUS, 0 };
	host.memory = (struct ab_fdt_ranges){ found_memory, RAMS, 0 };
	host.redist = (struct ab_fdt_ranges){ redist, RAMS, 0 };
	host.virtio = (struct ab_fdt_devs){ virtio, VIRTIOS, 0 };
	/* the loader may have left these in a cache */
	el2_clean(tree, TREE_MAX);
	el2_clean(KERNEL, JOB->kernel_size);
	if ((err = ab_fdt_read((struct ab_bytes){ tree, TREE_MAX }, &host, why)))
		return err;
	kept[0] = keep("hypervisor", _start, (uint64_t)(_end - _start));
	kept[1] = keep("host's tree", tree, TREE_MAX);
	kept[2] = keep("kernel's file", KERNEL, JOB->kernel_size);
	describe(&guest, &host);
	load();
	if ((err = ab_plan_make(&plan, &guest, &os, work, why)))
		return err;
	ab_plan_text(&plan, &map);
	el2_print(text);
	el2_say("work memory ", plan.work);
	if ((err = ab_plan_place(&plan, (struct ab_mem){ put, NULL }, work, why)))
		return err;
	return ab_plan_entry(&plan, 0, &cpu, why);
}

/* ---- enter ---------------------------------------------------------------------------------- */

static _Noreturn void enter(const struct ab_vcpu_arm64 *c)
{
	EL2_WRITE(HCR_EL2, UINT64_C(1) << 31); /* RW: EL1 is AArch64; nothing traps */
	__asm__ volatile("isb"); /* E2H, now 0, decides the layout of CNTHCTL and CPTR */
	EL2_WRITE(VTTBR_EL2, 0);
	EL2_WRITE(CNTHCTL_EL2, 3); /* EL1PCEN, EL1PCTEN: the guest owns the timers */
	EL2_WRITE(CNTVOFF_EL2, 0);
	EL2_WRITE(CPTR_EL2, 0x33ff); /* RES1, TZ: SVE traps, FP does not */
	EL2_WRITE(HSTR_EL2, 0);
	EL2_WRITE(MDCR_EL2, EL2_READ(PMCR_EL0) >> 11 & 31); /* HPMN: all counters */
	EL2_WRITE(VPIDR_EL2, EL2_READ(MIDR_EL1));
	EL2_WRITE(VMPIDR_EL2, EL2_READ(MPIDR_EL1));
	EL2_WRITE(ICC_SRE_EL2, 0xf); /* Enable, DIB, DFB, SRE: EL1 may use ICC_* */
	__asm__ volatile("isb");
	EL2_WRITE(ICH_HCR_EL2, 0);
	for (uint32_t i = 0; i < c->n_sysregs; i++)
		if (c->sysreg[i].id == AB_ARM64_SCTLR_EL1)
			EL2_WRITE(SCTLR_EL1, c->sysreg[i].value);
	EL2_WRITE(SPSR_EL2, c->pstate);
	EL2_WRITE(ELR_EL2, c->pc);
	/* ARM64BOOT 4: no instruction cache may hold stale lines of the kernel */
	__asm__ volatile("dsb sy\n\tic ialluis\n\tdsb sy\n\tisb" : : : "memory");
	el2_eret(c->x);
}

/* ---- stack, errors, the way through ---------------------------------------------------------- */

static uint64_t stack_used(void)
{
	const uint64_t *p = el2_stack;

	while (p < el2_stack_top && *p == el2_paint)
		p++;
	return (uint64_t)(el2_stack_top - p) * sizeof(*p);
}

static __attribute__((noinline)) void go_deep(void)
{
	volatile uint8_t deep[STACK_LIMIT];

	deep[0] = 1;
	(void)deep[0];
}

/* Provoke an error that run.py expects. */
static void control(void)
{
	if (JOB->control == CONTROL_UNALIGNED)
		__asm__ volatile("ldr xzr, [%0]" : : "r"(work_memory + 1));
	else if (JOB->control == CONTROL_STACK)
		go_deep();
}

_Noreturn void el2_trap(uint64_t esr, uint64_t elr, uint64_t far)
{
	el2_say("exception, ESR ", esr);
	el2_say("ELR ", elr);
	el2_say("FAR ", far);
	el2_off();
}

_Noreturn void el2_main(const void *tree, uint64_t current_el)
{
	struct ab_error why;

	if (current_el != 2 << 2) {
		el2_say("error: CurrentEL is ", current_el);
		el2_park();
	}
	EL2_WRITE(VBAR_EL2, (uintptr_t)el2_vectors);
	EL2_WRITE(SCTLR_EL2, 0x30c50832); /* RES1, A; MMU and caches off */
	__asm__ volatile("isb");
	el2_clean(JOB, sizeof(*JOB));
	control();
	if (boot(tree, &why)) {
		static char text[256];

		(void)ab_error_text(&why, text, sizeof(text));
		el2_print("el2: error: ");
		el2_print(text);
		el2_print("\n");
		el2_off();
	}
	el2_say("deepest stack ", stack_used());
	if (stack_used() > STACK_LIMIT) {
		el2_say("error: the stack may take ", STACK_LIMIT);
		el2_off();
	}
	el2_say("entering ", cpu.arm64.pc);
	enter(&cpu.arm64);
}
