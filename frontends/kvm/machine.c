/* SPDX-License-Identifier: BSD-2-Clause */
/* The machine as data, of either architecture. */
#include "machine.h"

void vmm_machine(struct vmm_machine *out, const struct vmm_config *c)
{
	const unsigned int kind = c->tables != AB_TABLES_ACPI ? VMM_IN_OTHER
				  : c->pc                     ? VMM_IN_PC
							      : VMM_IN_ACPI;
	const unsigned int other_console =
	    c->console == VMM_CONSOLE_VIRTIO ? VMM_IN_UART : VMM_IN_VIRTIO;
	const struct vmm_dev *devs;
	size_t n = 0, all;

	*out = (struct vmm_machine){
		.m = { .arch = c->arch, .n_cpus = c->cpus, .phys_bits = c->phys_bits },
	};
	devs = c->arch == AB_ARCH_ARM64 ? vmm_machine_arm64(out, c, &all)
					: vmm_machine_x86(out, c, &all);
	for (size_t i = 0; i < all; i++)
		if (devs[i].in & kind && !(devs[i].in & other_console))
			out->dev[n++] = devs[i].dev;
	out->m.devs = (struct ab_dev_list){ out->dev, n };
}
