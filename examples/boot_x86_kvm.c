/* SPDX-License-Identifier: BSD-2-Clause */
/* Boot an x86-64 kernel on KVM: boot_x86_kvm KERNEL [INITRD [CMDLINE]]. The machine has one CPU, a
 * serial port that only prints, and registers by which it is switched off and reset. */
#include <aetherboot/aetherboot.h>
#include <aetherboot/host.h>
#include <aetherboot/kvm.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

#define KVM_PAGES 0xfeffd000u /* for a TSS that KVM needs on Intel CPUs */
enum { COM1 = 0x3f8, SLEEP = 0x600, RESET = 0x604 };

/* [plan] */
static const struct ab_machine pc = {
	.arch = AB_ARCH_X86_64,
	.n_cpus = 1,
	.ram = AB_LIST(struct ab_ram, { .base = 0, .size = 512 * AB_MiB }),
	.devs = AB_LIST(struct ab_dev, { AB_DEV_UART_16550, .base = COM1, .irq = 4 },
			{ AB_DEV_ACPI_SLEEP, .base = SLEEP },
			{ AB_DEV_ACPI_RESET, .base = RESET, .reset.value = 1 }),
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

	if ((err = ab_plan_work(&plan, &pc, &os, &work.size, why)) != AB_OK)
		return err;
	if ((work.data = malloc(work.size)) == NULL)
		return ab_fail(why, AB_ERR_NOSPACE, "malloc", work.size, NULL);
	if ((err = ab_plan_make(&plan, &pc, &os, work, why)) == AB_OK &&
	    (err = ab_plan_place(&plan, ab_host_mem(&sink), work, why)) == AB_OK)
		err = ab_plan_entry(&plan, 0, cpu, why);
	if (sink.why.code != AB_OK)
		*why = sink.why; /* it names the file */
	free(work.data);
	return err;
}
/* [plan] */

/* [cpu] */
/* Give a new vCPU the leaves of CPUID and the registers of CPU 0. */
static enum ab_err set_cpu(int kvm, int vcpu, const struct ab_vcpu *cpu, struct ab_error *why)
{
	static struct ab_kvm_cpuid cpuid;
	enum ab_err err;

	if ((err = ab_kvm_get_cpuid(kvm, &cpuid, why)) != AB_OK ||
	    (err = ab_kvm_set_cpuid(vcpu, &pc, 0, &cpuid, why)) != AB_OK)
		return err;
	return ab_kvm_set_vcpu(vcpu, cpu, why);
}
/* [cpu] */

static int fail(const struct ab_error *why)
{
	char text[256];

	ab_error_text(why, text, sizeof(text));
	return fprintf(stderr, "boot_x86_kvm: %s\n", text), 1;
}

/* The registers of a 16550 without FIFO, as the guest wrote them. It has sent each byte at once,
 * and receives none. */
static unsigned char uart[8];
enum { DATA, IER, IIR, LCR, MCR, LSR, MSR, MAY_SEND = 2, DIVISOR = 0x80, LOOP = 0x10 };

static unsigned char uart_read(unsigned int reg)
{
	const unsigned int m = uart[MCR];

	switch (reg) {
	case DATA:
		return 0;
	case IIR:
		return uart[IER] & MAY_SEND ? 2 : 1; /* that interrupt, or none */
	case LSR:
		return 0x60; /* all is sent */
	case MSR: /* a peer that is there, or our own outputs */
		return m & LOOP ? (unsigned char)((m & 2) << 3 | (m & 1) << 5 | (m & 12) << 4)
				: 0xb0;
	default:
		return uart[reg];
	}
}

static void uart_write(int vm, unsigned int reg, unsigned char value)
{
	struct kvm_irq_level line = { .irq = 4, .level = 1 };

	if (uart[LCR] & DIVISOR && reg <= IER)
		return; /* the speed */
	if (reg == DATA && !(uart[MCR] & LOOP))
		putchar(value);
	uart[reg] = value;
	if (reg <= IER && uart[IER] & MAY_SEND) { /* a pulse: the interrupt is an edge */
		ioctl(vm, KVM_IRQ_LINE, &line);
		line.level = 0;
		ioctl(vm, KVM_IRQ_LINE, &line);
	}
}

/* An access to an I/O port. Returns the exit status, or -1 if the guest goes on. */
static int port_access(int vm, struct kvm_run *run)
{
	unsigned char *data = (unsigned char *)run + run->io.data_offset;
	const unsigned int port = run->io.port;

	for (unsigned int i = 0; i < run->io.count; i++, data += run->io.size) {
		if (run->io.direction == KVM_EXIT_IO_IN)
			memset(data, 0xff, run->io.size); /* where nothing is */
		if (port >= COM1 && port < COM1 + sizeof(uart)) {
			if (run->io.direction == KVM_EXIT_IO_IN)
				*data = uart_read(port - COM1);
			else
				uart_write(vm, port - COM1, *data);
		} else if (run->io.direction == KVM_EXIT_IO_OUT) {
			if (port == SLEEP && (*data & 0x3c) == (5 << 2 | 0x20))
				return 0;
			if (port == RESET && *data == 1)
				return fputs("boot_x86_kvm: the guest asks for a reset\n", stderr),
				       3;
		}
	}
	return -1;
}

/* Run until the guest ends. */
static int run(int vm, int vcpu, struct kvm_run *state)
{
	struct kvm_regs regs;
	int status = -1;

	while (status < 0) {
		if (ioctl(vcpu, KVM_RUN, 0) != 0) {
			if (errno != EINTR && errno != EAGAIN)
				return perror("boot_x86_kvm: KVM_RUN"), 1;
		} else if (state->exit_reason == KVM_EXIT_IO) {
			status = port_access(vm, state);
		} else if (state->exit_reason == KVM_EXIT_MMIO) {
			memset(state->mmio.data, 0xff, 8); /* nothing is there */
		} else {
			memset(&regs, 0, sizeof(regs));
			ioctl(vcpu, KVM_GET_REGS, &regs);
			fprintf(stderr, "boot_x86_kvm: KVM exit %u%s, rip 0x%llx\n",
				state->exit_reason,
				state->exit_reason == KVM_EXIT_SHUTDOWN ? ", a triple fault" : "",
				(unsigned long long)regs.rip);
			status = 1;
		}
	}
	return status;
}

/* Make a VM of one CPU around the guest's memory, with KVM's interrupt controllers, and run it. */
static int start(int kvm, const struct ab_span *ram, const struct ab_vcpu *cpu)
{
	const struct kvm_userspace_memory_region slot = { .guest_phys_addr = ram->gpa,
							  .memory_size = ram->size,
							  .userspace_addr = (uintptr_t)ram->host };
	const int size = ioctl(kvm, KVM_GET_VCPU_MMAP_SIZE, 0);
	struct ab_error why;
	void *state;
	int vm, vcpu;

	if ((vm = ioctl(kvm, KVM_CREATE_VM, 0)) < 0 ||
	    ioctl(vm, KVM_SET_USER_MEMORY_REGION, &slot) != 0 ||
	    ioctl(vm, KVM_SET_TSS_ADDR, KVM_PAGES) != 0 || ioctl(vm, KVM_CREATE_IRQCHIP, 0) != 0 ||
	    (vcpu = ioctl(vm, KVM_CREATE_VCPU, cpu->id)) < 0)
		return perror("boot_x86_kvm: KVM"), 1;
	state = mmap(NULL, (size_t)size, PROT_READ | PROT_WRITE, MAP_SHARED, vcpu, 0);
	if (state == MAP_FAILED)
		return perror("boot_x86_kvm: mmap"), 1;
	if (set_cpu(kvm, vcpu, cpu, &why) != AB_OK)
		return fail(&why);
	return run(vm, vcpu, state);
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
		return fprintf(stderr, "usage: boot_x86_kvm KERNEL [INITRD [CMDLINE]]\n"), 2;
	if (kvm < 0)
		return fprintf(stderr, "no /dev/kvm here\n"), 77;
	if (ab_host_file_map(&file[0], argv[1], &why) != AB_OK ||
	    (argc > 2 && ab_host_file_map(&file[1], argv[2], &why) != AB_OK) ||
	    ab_host_ram_map(&ram, pc.ram, &why) != AB_OK ||
	    prepare(file, argc > 3 ? argv[3] : "console=ttyS0", &memory, &cpu, &why) != AB_OK)
		return fail(&why);
	setvbuf(stdout, NULL, _IOLBF, 0);
	return start(kvm, &ram, &cpu);
}
