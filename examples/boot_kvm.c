/* SPDX-License-Identifier: BSD-2-Clause */
/* Boot an x86-64 kernel on KVM: boot_kvm KERNEL. This file is all that the library has to do with
 * it: describe, plan, place, enter; what any VMM has anyway, a VM and a loop, is in boot_kvm.h. */
#include <aetherboot/aetherboot.h>
#include <aetherboot/host.h>
#include <aetherboot/kvm.h>

#include "boot_kvm.h"

static const struct ab_machine pc = {
	.arch = AB_ARCH_X86_64,
	.n_cpus = 1,
	.ram = AB_LIST(struct ab_ram, { .base = 0, .size = 512 * AB_MiB }),
	.devs = AB_LIST(struct ab_dev, { AB_DEV_UART_16550, .base = VM_UART, .irq = 4 },
			{ AB_DEV_ACPI_SLEEP, .base = VM_SLEEP }),
};

/* Write the guest's memory, and get the registers of its CPU. */
static enum ab_err prepare(struct ab_bytes kernel, const struct ab_spans *ram, struct ab_vcpu *cpu,
			   struct ab_error *why)
{
	static char
	    memory[192 * AB_MiB]; /* for the kernel's codec; what it leaves is not touched */
	const struct ab_work work = { memory, sizeof(memory) };
	const struct ab_payload os = { .kernel = kernel, .cmdline = "earlycon=uart8250,io,0x3f8" };
	struct ab_region room[AB_PLAN_REGIONS];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	enum ab_err err = ab_plan_make(&plan, &pc, &os, work, why);

	if (err == AB_OK)
		err = ab_plan_place(&plan, ab_mem_fresh_spans(ram), work, why);
	return err == AB_OK ? ab_plan_entry(&plan, 0, cpu, why) : err;
}

int main(int argc, char **argv)
{
	static struct ab_kvm_cpuid cpuid;
	struct ab_host_file kernel;
	struct ab_span ram;
	const struct ab_spans spans = { &ram, 1 };
	struct ab_vcpu cpu;
	struct ab_error why;
	struct vm vm;
	char text[256];

	if (argc != 2)
		return fprintf(stderr, "usage: boot_kvm KERNEL\n"), 2;
	if (ab_host_file_map(&kernel, argv[1], &why) == AB_OK &&
	    ab_host_ram_map(&ram, pc.ram, &why) == AB_OK &&
	    prepare(kernel.bytes, &spans, &cpu, &why) == AB_OK) {
		vm_create(&vm, &ram);
		if (ab_kvm_get_cpuid(vm.kvm, &cpuid, &why) == AB_OK &&
		    ab_kvm_set_cpuid(vm.vcpu, &pc, 0, &cpuid, &why) == AB_OK &&
		    ab_kvm_set_vcpu(vm.vcpu, &cpu, &why) == AB_OK)
			return vm_run(&vm);
	}
	ab_error_text(&why, text, sizeof(text));
	return fprintf(stderr, "boot_kvm: %s\n", text), 1;
}
