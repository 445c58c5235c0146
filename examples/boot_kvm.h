/* SPDX-License-Identifier: BSD-2-Clause */
/* A VM of KVM with one CPU, for boot_kvm.c. None of it is the library's: a VMM has its own, with
 * more devices than a serial port that only prints and a register that switches off. */
#ifndef BOOT_KVM_H
#define BOOT_KVM_H

#include <aetherboot/mem.h>
#include <fcntl.h>
#include <linux/kvm.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>

enum { VM_UART = 0x3f8, VM_UART_STATUS = 0x3fd, VM_UART_SENT = 0x60, VM_SLEEP = 0x600 };

struct vm {
	int kvm, fd, vcpu;
	struct kvm_run *run;
};

/* Create a VM around the guest's memory, or end this program: with 77 if there is no KVM. */
static void vm_create(struct vm *vm, const struct ab_span *ram)
{
	const struct kvm_userspace_memory_region slot = { .guest_phys_addr = ram->gpa,
							  .memory_size = ram->size,
							  .userspace_addr = (uintptr_t)ram->host };

	if ((vm->kvm = open("/dev/kvm", O_RDWR | O_CLOEXEC)) < 0 ||
	    (vm->fd = ioctl(vm->kvm, KVM_CREATE_VM, 0)) < 0 ||
	    ioctl(vm->fd, KVM_SET_USER_MEMORY_REGION, &slot) != 0 ||
	    ioctl(vm->fd, KVM_SET_TSS_ADDR, 0xfeffd000) != 0 || /* three pages for Intel CPUs */
	    ioctl(vm->fd, KVM_CREATE_IRQCHIP, 0) != 0 ||
	    (vm->vcpu = ioctl(vm->fd, KVM_CREATE_VCPU, 0)) < 0 ||
	    (vm->run = mmap(NULL, (size_t)ioctl(vm->kvm, KVM_GET_VCPU_MMAP_SIZE, 0),
			    PROT_READ | PROT_WRITE, MAP_SHARED, vm->vcpu, 0)) == MAP_FAILED)
		perror("boot_kvm: KVM"), exit(vm->kvm < 0 ? 77 : 1);
}

/* Run until the guest switches itself off. Returns the exit status. */
static int vm_run(const struct vm *vm)
{
	while (ioctl(vm->vcpu, KVM_RUN, 0) == 0 && vm->run->exit_reason == KVM_EXIT_IO) {
		char *data = (char *)vm->run + vm->run->io.data_offset;
		const unsigned int port = vm->run->io.port;

		if (vm->run->io.direction == KVM_EXIT_IO_IN)
			memset(data, port == VM_UART_STATUS ? VM_UART_SENT : 0xff,
			       vm->run->io.size);
		else if (port == VM_UART)
			putchar(*data);
		else if (port == VM_SLEEP)
			return 0;
	}
	return fprintf(stderr, "boot_kvm: KVM exit %u\n", vm->run->exit_reason), 1;
}

#endif /* BOOT_KVM_H */
