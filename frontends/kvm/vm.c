/* SPDX-License-Identifier: BSD-2-Clause */
/* Memory slots, CPUs and their run loop; the same on every architecture. */
#define _GNU_SOURCE
#include "vm.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/kvm.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "arch.h"
#include "end.h"

void vmm_vm_open(struct vmm_vm *vm, struct vmm_config *c)
{
	int size, most;

	*vm = (struct vmm_vm){ .sys = open("/dev/kvm", O_RDWR | O_CLOEXEC) };
	if (vm->sys < 0)
		vmm_end_errno("/dev/kvm");
	if (ioctl(vm->sys, KVM_GET_API_VERSION, 0) != KVM_API_VERSION)
		vmm_end(VMM_EXIT_BOOT, "/dev/kvm: not the KVM API of version 12");
	size = ioctl(vm->sys, KVM_GET_VCPU_MMAP_SIZE, 0);
	if (size < (int)sizeof(struct kvm_run))
		vmm_end_errno("KVM_GET_VCPU_MMAP_SIZE");
	vm->run_size = (size_t)size;
	most = ioctl(vm->sys, KVM_CHECK_EXTENSION, KVM_CAP_MAX_VCPUS);
	if (most > 0 && c->cpus > (uint32_t)most)
		vmm_end(VMM_EXIT_BOOT, "--cpus %u: KVM has at most %d here", c->cpus, most);
	vmm_arch_open(vm, c);
}

static void set_line(void *ctx, uint32_t irq, bool high)
{
	struct vmm_vm *vm = ctx;
	struct kvm_irq_level level = { .irq = vmm_arch_irq(irq), .level = high };

	if (ioctl(vm->fd, KVM_IRQ_LINE, &level) < 0)
		vmm_end(VMM_EXIT_KVM, "KVM_IRQ_LINE %u: %s", irq, strerror(errno));
}

static void add_slots(struct vmm_vm *vm, const struct ab_spans *ram)
{
	for (size_t i = 0; i < ram->n; i++) {
		struct kvm_userspace_memory_region slot = {
			.slot = (uint32_t)i,
			.guest_phys_addr = ram->at[i].gpa,
			.memory_size = ram->at[i].size,
			.userspace_addr = (uintptr_t)ram->at[i].host,
		};

		if (ioctl(vm->fd, KVM_SET_USER_MEMORY_REGION, &slot) < 0)
			vmm_end_errno("KVM_SET_USER_MEMORY_REGION");
	}
}

static void add_cpu(struct vmm_vm *vm, struct vmm_cpu *cpu, const struct ab_plan *plan,
		    uint32_t index)
{
	struct ab_vcpu state;
	struct ab_error why;

	if (ab_plan_entry(plan, index, &state, &why) != AB_OK)
		vmm_end_why(&why);
	cpu->vm = vm;
	cpu->fd = ioctl(vm->fd, KVM_CREATE_VCPU, vmm_arch_vcpu_id(index, &state));
	if (cpu->fd < 0)
		vmm_end_errno("KVM_CREATE_VCPU");
	cpu->run = mmap(NULL, vm->run_size, PROT_READ | PROT_WRITE, MAP_SHARED, cpu->fd, 0);
	if (cpu->run == MAP_FAILED)
		vmm_end_errno("struct kvm_run");
	vmm_arch_vcpu(cpu, index, &state);
}

/* The guest ends, or goes on. */
static void ended(enum dev_guest_end end)
{
	if (end == DEV_GUEST_OFF)
		vmm_end(VMM_EXIT_OFF, NULL);
	if (end == DEV_GUEST_RESET)
		vmm_end(VMM_EXIT_RESET, "the guest asks for a reset");
	if (end == DEV_GUEST_PANIC)
		vmm_end(VMM_EXIT_PANIC, "the guest panicked");
}

static void port_access(struct vmm_devices *d, struct kvm_run *run)
{
	const struct vmm_access a = {
		.bus = &d->pio,
		.addr = run->io.port,
		.data = (uint8_t *)run + run->io.data_offset,
		.size = run->io.size,
		.count = run->io.count,
		.write = run->io.direction == KVM_EXIT_IO_OUT,
	};

	ended(vmm_devices_access(d, &a));
}

static void memory_access(struct vmm_devices *d, struct kvm_run *run)
{
	const struct vmm_access a = {
		.bus = &d->mmio,
		.addr = run->mmio.phys_addr,
		.data = run->mmio.data,
		.size = run->mmio.len,
		.count = 1,
		.write = run->mmio.is_write != 0,
	};

	ended(vmm_devices_access(d, &a));
}

/* PSCI's calls that end a guest. */
static void system_event(uint32_t type)
{
	if (type == KVM_SYSTEM_EVENT_SHUTDOWN)
		ended(DEV_GUEST_OFF);
	else if (type == KVM_SYSTEM_EVENT_RESET)
		ended(DEV_GUEST_RESET);
	else
		ended(DEV_GUEST_PANIC); /* KVM_SYSTEM_EVENT_CRASH */
}

static _Noreturn void end_at(const struct vmm_cpu *cpu, int code, const char *what)
{
	char text[256];
	struct ab_buf out = ab_buf_over(text, sizeof(text) - 1);

	vmm_arch_where(cpu, &out);
	text[out.len < out.cap ? out.len : out.cap] = '\0';
	vmm_end(code, "%s; %s", what, text);
}

static const char lost[] = "guest memory is gone: was a mapped file truncated?";

static bool is_ram(const struct vmm_vm *vm, uint64_t gpa)
{
	const struct ab_ram_list *ram = &vm->machine->ram;

	for (size_t i = 0; i < ram->n; i++)
		if (gpa >= ram->at[i].base && gpa - ram->at[i].base < ram->at[i].size)
			return true;
	return false;
}

static void handle(struct vmm_cpu *cpu)
{
	struct kvm_run *run = cpu->run;
	char text[96];

	switch (run->exit_reason) {
	case KVM_EXIT_IO:
		port_access(&cpu->vm->dev, run);
		break;
	case KVM_EXIT_MMIO:
		if (is_ram(cpu->vm, run->mmio.phys_addr)) /* an emulated access to a lost page */
			end_at(cpu, VMM_EXIT_MEMORY, lost);
		memory_access(&cpu->vm->dev, run);
		break;
	case KVM_EXIT_SYSTEM_EVENT:
		system_event(run->system_event.type);
		break;
	case KVM_EXIT_ARM_NISV:
		snprintf(text, sizeof(text),
			 "an instruction that KVM cannot follow accesses a device at 0x%llx",
			 (unsigned long long)run->arm_nisv.fault_ipa);
		end_at(cpu, VMM_EXIT_KVM, text);
	case KVM_EXIT_INTR:
		break;
	case KVM_EXIT_SHUTDOWN:
		end_at(cpu, VMM_EXIT_TRIPLE_FAULT, "triple fault");
	case KVM_EXIT_INTERNAL_ERROR:
		snprintf(text, sizeof(text), "KVM internal error %u", run->internal.suberror);
		end_at(cpu, VMM_EXIT_KVM, text);
	case KVM_EXIT_FAIL_ENTRY:
		snprintf(text, sizeof(text), "KVM cannot enter the guest, reason 0x%llx",
			 (unsigned long long)run->fail_entry.hardware_entry_failure_reason);
		end_at(cpu, VMM_EXIT_KVM, text);
	default:
		snprintf(text, sizeof(text), "KVM exit %u is not known here", run->exit_reason);
		end_at(cpu, VMM_EXIT_KVM, text);
	}
}

static void *run_cpu(void *arg)
{
	struct vmm_cpu *cpu = arg;

	for (;;) {
		if (ioctl(cpu->fd, KVM_RUN, 0) == 0)
			handle(cpu);
		else if (errno == EFAULT || errno == EHWPOISON)
			end_at(cpu, VMM_EXIT_MEMORY, lost);
		else if (errno != EINTR && errno != EAGAIN)
			vmm_end(VMM_EXIT_KVM, "KVM_RUN: %s", strerror(errno));
	}
	return NULL;
}

void vmm_vm_run(struct vmm_vm *vm, const struct ab_plan *plan, const struct ab_spans *ram)
{
	uint32_t n = plan->machine->n_cpus;
	struct vmm_cpu *cpu = calloc(n, sizeof(*cpu));
	pthread_t thread;
	int error;

	if (cpu == NULL)
		vmm_end_errno("CPUs");
	vm->machine = plan->machine;
	vm->fd = ioctl(vm->sys, KVM_CREATE_VM, vm->type);
	if (vm->fd < 0)
		vmm_end_errno("KVM_CREATE_VM");
	/* before the interrupt controller, as each slot waits for what that leaves to be done */
	add_slots(vm, ram);
	vmm_arch_vm(vm);
	if (!vmm_devices_init(&vm->dev, plan->machine, ram, set_line, vm))
		vmm_end_errno("devices");
	for (uint32_t i = 0; i < n; i++)
		add_cpu(vm, &cpu[i], plan, i);
	vmm_arch_start(vm, cpu);
	error = vmm_devices_start(&vm->dev, vm->changed, vm->grace);
	for (uint32_t i = 1; error == 0 && i < n; i++)
		error = pthread_create(&thread, NULL, run_cpu, &cpu[i]);
	if (error != 0)
		vmm_end(VMM_EXIT_BOOT, "thread: %s", strerror(error));
	run_cpu(&cpu[0]);
	abort(); /* not reached: run_cpu() does not return */
}
