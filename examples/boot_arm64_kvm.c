/* SPDX-License-Identifier: BSD-2-Clause */
/* Boot an arm64 kernel on KVM: boot_arm64_kvm KERNEL [INITRD [CMDLINE]]. The machine has one CPU, a
 * GICv3, and a serial port that only prints; KVM's PSCI switches it off. */
#include <aetherboot/aetherboot.h>
#include <aetherboot/host.h>
#include <aetherboot/kvm.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

enum { DIST = 0x08000000, REDIST = 0x080a0000, UART = 0x09000000, PAGE = 0x1000 };

/* Tables 0: a device tree. It tells the kernel its console, so no command line is needed. */
static const struct ab_machine board = {
	.arch = AB_ARCH_ARM64,
	.n_cpus = 1,
	.ram = AB_LIST(struct ab_ram, { .base = AB_GiB, .size = 512 * AB_MiB }),
	.arm64.gic = { .version = 3,
		       .dist = DIST,
		       .redist = AB_LIST(struct ab_range, { REDIST, 0x20000 }) },
	.devs = AB_LIST(struct ab_dev, { AB_DEV_UART_PL011, .base = UART, .irq = 33 }),
};

/* The whole boot: write the guest's memory, and get the registers of its CPU. The first file is the
 * kernel, the second, if there is one, the initrd. */
static enum ab_err prepare(const struct ab_host_file *file, const char *cmdline,
			   const struct ab_spans *ram, struct ab_vcpu *cpu, struct ab_error *why)
{
	const struct ab_payload os = { .kernel = file[0].bytes,
				       .cmdline = cmdline,
				       .initrds = { &file[1].bytes, file[1].bytes.size != 0 } };
	struct ab_host_sink sink = { .ram = ram, .file = file, .n_files = 2 };
	struct ab_work work = { NULL, 0 };
	struct ab_region room[AB_PLAN_REGIONS];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	enum ab_err err;

	if ((err = ab_plan_work(&plan, &board, &os, &work.size, why)) != AB_OK)
		return err;
	if ((work.data = malloc(work.size)) == NULL)
		return ab_fail(why, AB_ERR_NOSPACE, "malloc", work.size, NULL);
	if ((err = ab_plan_make(&plan, &board, &os, work, why)) == AB_OK &&
	    (err = ab_plan_place(&plan, ab_host_mem(&sink), work, why)) == AB_OK)
		err = ab_plan_entry(&plan, 0, cpu, why);
	if (sink.why.code != AB_OK)
		*why = sink.why; /* it names the file */
	free(work.data);
	return err;
}

static int fail(const struct ab_error *why)
{
	char text[256];

	ab_error_text(why, text, sizeof(text));
	return fprintf(stderr, "boot_arm64_kvm: %s\n", text), 1;
}

/* Create the interrupt controller, before the first CPU. Returns its descriptor, or -1. */
static int create_gic(int vm)
{
	const uint64_t dist = DIST, redist = REDIST;
	struct kvm_create_device gic = { .type = KVM_DEV_TYPE_ARM_VGIC_V3 };
	struct kvm_device_attr at = { .group = KVM_DEV_ARM_VGIC_GRP_ADDR };

	if (ioctl(vm, KVM_CREATE_DEVICE, &gic) != 0)
		return -1;
	at.attr = KVM_VGIC_V3_ADDR_TYPE_DIST;
	at.addr = (uintptr_t)&dist;
	if (ioctl((int)gic.fd, KVM_SET_DEVICE_ATTR, &at) != 0)
		return -1;
	at.attr = KVM_VGIC_V3_ADDR_TYPE_REDIST;
	at.addr = (uintptr_t)&redist;
	return ioctl((int)gic.fd, KVM_SET_DEVICE_ATTR, &at) != 0 ? -1 : (int)gic.fd;
}

/* An access to memory where no RAM is. The PL011 has sent each byte at once, so it needs no
 * interrupt; its last eight registers say what it is. */
static void memory_access(struct kvm_run *run)
{
	static const unsigned char id[] = { 0x11, 0x10, 0x34, 0, 0x0d, 0xf0, 0x05, 0xb1 };
	const uint64_t offset = run->mmio.phys_addr - UART;

	if (run->mmio.is_write) {
		if (offset == 0)
			putchar(run->mmio.data[0]);
		return;
	}
	memset(run->mmio.data, offset < PAGE ? 0 : 0xff, sizeof(run->mmio.data));
	if (offset == 0x18)
		run->mmio.data[0] = 0x90; /* flags: all is sent, nothing is received */
	else if (offset >= 0xfe0 && offset < PAGE)
		run->mmio.data[0] = id[(offset - 0xfe0) / 4];
}

/* Run until the guest ends. Returns the exit status. */
static int run(int vcpu, struct kvm_run *state)
{
	for (;;) {
		if (ioctl(vcpu, KVM_RUN, 0) != 0) {
			if (errno != EINTR)
				return perror("boot_arm64_kvm: KVM_RUN"), 1;
		} else if (state->exit_reason == KVM_EXIT_MMIO) {
			memory_access(state);
		} else if (state->exit_reason == KVM_EXIT_SYSTEM_EVENT) {
			if (state->system_event.type == KVM_SYSTEM_EVENT_SHUTDOWN)
				return 0;
			fprintf(stderr, "boot_arm64_kvm: PSCI event %u (2: a reset)\n",
				state->system_event.type);
			return 3;
		} else {
			fprintf(stderr, "boot_arm64_kvm: KVM exit %u\n", state->exit_reason);
			return 1;
		}
	}
}

/* Make a VM of one CPU around the guest's memory, and run it. */
static int start(int kvm, const struct ab_span *ram, const struct ab_vcpu *cpu)
{
	const struct kvm_userspace_memory_region slot = { .guest_phys_addr = ram->gpa,
							  .memory_size = ram->size,
							  .userspace_addr = (uintptr_t)ram->host };
	const struct kvm_device_attr ready = { .group = KVM_DEV_ARM_VGIC_GRP_CTRL,
					       .attr = KVM_DEV_ARM_VGIC_CTRL_INIT };
	const int size = ioctl(kvm, KVM_GET_VCPU_MMAP_SIZE, 0);
	struct ab_error why;
	void *state;
	int vm, gic, vcpu;

	if ((vm = ioctl(kvm, KVM_CREATE_VM, 0)) < 0 ||
	    ioctl(vm, KVM_SET_USER_MEMORY_REGION, &slot) != 0 || (gic = create_gic(vm)) < 0 ||
	    (vcpu = ioctl(vm, KVM_CREATE_VCPU, 0)) < 0)
		return perror("boot_arm64_kvm: KVM"), 1;
	state = mmap(NULL, (size_t)size, PROT_READ | PROT_WRITE, MAP_SHARED, vcpu, 0);
	if (state == MAP_FAILED)
		return perror("boot_arm64_kvm: mmap"), 1;
	if (ab_kvm_init_vcpu(vm, vcpu, &board, cpu, &why) != AB_OK ||
	    ab_kvm_set_vcpu(vcpu, cpu, &why) != AB_OK)
		return fail(&why);
	if (ioctl(gic, KVM_SET_DEVICE_ATTR, &ready) != 0)
		return perror("boot_arm64_kvm: GICv3"), 1;
	return run(vcpu, state);
}

int main(int argc, char **argv)
{
	int kvm = open("/dev/kvm", O_RDWR | O_CLOEXEC);
	struct ab_host_file file[2] = { { .fd = -1 }, { .fd = -1 } };
	struct ab_span ram;
	const struct ab_spans memory = { &ram, 1 };
	struct ab_error why;
	struct ab_vcpu cpu;

	if (argc < 2 || argc > 4)
		return fprintf(stderr, "usage: boot_arm64_kvm KERNEL [INITRD [CMDLINE]]\n"), 2;
	if (kvm < 0)
		return fprintf(stderr, "no /dev/kvm here\n"), 77;
	if (ab_host_file_map(&file[0], argv[1], &why) != AB_OK ||
	    (argc > 2 && ab_host_file_map(&file[1], argv[2], &why) != AB_OK) ||
	    ab_host_ram_map(&ram, board.ram, &why) != AB_OK ||
	    prepare(file, argc > 3 ? argv[3] : NULL, &memory, &cpu, &why) != AB_OK)
		return fail(&why);
	setvbuf(stdout, NULL, _IOLBF, 0);
	return start(kvm, &ram, &cpu);
}
