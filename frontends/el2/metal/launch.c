/* SPDX-License-Identifier: BSD-2-Clause */
/* From the bundle to running guests. */
#include "gic.h"
#include "metal.h"
#include "stage2.h"
#include "el2/admit.h"
#include "el2/hw_gic.h"
#include "el2/life.h"
#include "el2/log.h"

#define PSCI_CPU_ON_64 0xc4000003u
#define GICD_ISENABLER 0x100

static enum ab_err admit(struct ab_error *why)
{
	struct el2_node *n = &el2_node;
	const struct ab_range *initrd = &n->facts.info.initrd;
	const struct ab_s2_ops ops = el2_s2_ops();
	enum ab_err err;

	if ((err = ab_fit_open(
		 &n->fit,
		 (struct ab_bytes){ (const void *)(uintptr_t)initrd->base, (size_t)initrd->size },
		 why)) ||
	    (err = el2_bundle_read(&n->bundle, &n->fit, why)))
		return err;
	return el2_admit(n, &ops, why);
}

static void start_cpu(uint32_t i)
{
	/* this CPU has the first stack, so CPU 0 of the tree may have that of this CPU */
	const uint64_t stack = i != 0 ? i : el2_node.facts.boot;
	int64_t err = el2_firmware(PSCI_CPU_ON_64, el2_node.facts.cpus[i].mpidr,
				   (uintptr_t)el2_secondary_start, stack | (uint64_t)i << 8);

	if (err != 0) {
		EL2_LOG({ "CPU ", i }, { ": CPU_ON gives ", (uint64_t)err });
		el2_halt("a CPU does not start");
	}
}

/* What is typed comes to this CPU, to which the distributor routes all SPIs that nobody has. */
static void listen(void)
{
	const uint32_t intid = el2_node.facts.info.uart.intid;

	if (intid < 32)
		return;
	el2_uart_listen();
	el2_gicd_write(GICD_ISENABLER + intid / 32 * 4, 1u << intid % 32);
}

/* A CPU that cannot be interrupted would leave its VM half started. */
static void refuse_deaf_cpus(void)
{
	for (uint32_t i = 0; i < el2_node.facts.info.cpus.n; i++) {
		const struct el2_vm *vm = el2_node.vcpus[i].vm;

		if (vm == NULL || el2_gic_reaches(el2_node.facts.cpus[i].mpidr))
			continue;
		EL2_LOG({ "CPU ", i }, { " has no redistributor, and is a CPU of VM ", vm->slot });
		el2_halt("no guest");
	}
}

_Noreturn void el2_launch(void)
{
	struct ab_error why;

	if (admit(&why)) {
		el2_log_error("the bundle", &why);
		el2_halt("no guest");
	}
	refuse_deaf_cpus();
	for (uint32_t i = 0; i < el2_node.n_vms; i++)
		el2_life_begin(&el2_node.vms[i]);
	for (uint32_t i = 0; i < el2_node.facts.info.cpus.n; i++)
		if (i != el2_this_cpu()->index && el2_node.vcpus[i].vm != NULL)
			start_cpu(i);
	listen();
	el2_idle();
}
