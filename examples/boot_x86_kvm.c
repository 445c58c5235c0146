/* SPDX-License-Identifier: BSD-2-Clause */
/* Boot an x86-64 kernel on KVM: boot_x86_kvm KERNEL. One CPU, and a serial port that only prints.
 */
#include <aetherboot/aetherboot.h>

#include <fcntl.h>
#include <linux/kvm.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#define RAM_SIZE (512 * AB_MiB)

static const struct ab_machine pc = {
	.arch = AB_ARCH_X86_64,
	.n_cpus = 1,
	.ram = AB_LIST(struct ab_ram, { .base = 0, .size = RAM_SIZE }),
	.devs = AB_LIST(struct ab_dev, { AB_DEV_UART_16550, .base = 0x3f8, .irq = 4 }),
};

/* [plan] */
/* All of the boot: fill the guest's memory and say what its CPU holds at the first instruction. */
static enum ab_err prepare(struct ab_bytes kernel, void *ram, struct ab_vcpu *cpu,
			   struct ab_error *why)
{
	const struct ab_payload os = { .kernel = kernel, .cmdline = "console=ttyS0" };
	const struct ab_span span = { .gpa = 0, .size = RAM_SIZE, .host = ram };
	const struct ab_spans host = { &span, 1 };
	struct ab_work work = { NULL, 0 };
	struct ab_region room[AB_PLAN_REGIONS];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	enum ab_err err;

	if ((err = ab_plan_work(&plan, &pc, &os, &work.size, why)) != AB_OK)
		return err;
	if ((work.data = malloc(work.size)) == NULL)
		return ab_fail(why, AB_ERR_NOSPACE, "malloc", work.size, NULL);
	if ((err = ab_plan_make(&plan, &pc, &os, work, why)) == AB_OK &&
	    (err = ab_plan_place(&plan, ab_mem_fresh_spans(&host), work, why)) == AB_OK)
		err = ab_plan_entry(&plan, 0, cpu, why);
	free(work.data);
	return err;
}
/* [plan] */

static struct kvm_segment segment(const struct ab_x86_segment *s)
{
	return (struct kvm_segment){
		.base = s->base,
		.limit = s->limit,
		.selector = s->selector,
		.type = s->attr & 15,
		.s = s->attr >> 4 & 1,
		.dpl = s->attr >> 5 & 3,
		.present = s->attr >> 7 & 1,
		.avl = s->attr >> 12 & 1,
		.l = s->attr >> 13 & 1,
		.db = s->attr >> 14 & 1,
		.g = s->attr >> 15 & 1,
		.unusable = s->attr == 0,
	};
}

/* Copy the entry state to a vCPU: nothing of it is computed here. */
static int apply(int vcpu, const struct ab_vcpu_x86 *x)
{
	const uint64_t *r = x->gpr;
	struct kvm_regs regs = { .rip = x->rip,
				 .rflags = x->rflags,
				 .rax = r[AB_X86_RAX],
				 .rbx = r[AB_X86_RBX],
				 .rcx = r[AB_X86_RCX],
				 .rdx = r[AB_X86_RDX],
				 .rsi = r[AB_X86_RSI],
				 .rdi = r[AB_X86_RDI],
				 .rsp = r[AB_X86_RSP],
				 .rbp = r[AB_X86_RBP] };
	struct kvm_sregs s;

	if (ioctl(vcpu, KVM_GET_SREGS, &s) != 0)
		return -1;
	s.es = segment(&x->seg[AB_X86_ES]);
	s.cs = segment(&x->seg[AB_X86_CS]);
	s.ss = segment(&x->seg[AB_X86_SS]);
	s.ds = segment(&x->seg[AB_X86_DS]);
	s.fs = segment(&x->seg[AB_X86_FS]);
	s.gs = segment(&x->seg[AB_X86_GS]);
	s.tr = segment(&x->tr);
	s.ldt = segment(&x->ldt);
	s.gdt = (struct kvm_dtable){ .base = x->gdt.base, .limit = x->gdt.limit };
	s.idt = (struct kvm_dtable){ .base = x->idt.base, .limit = x->idt.limit };
	s.cr0 = x->cr0;
	s.cr3 = x->cr3;
	s.cr4 = x->cr4;
	s.efer = x->efer;
	return ioctl(vcpu, KVM_SET_SREGS, &s) != 0 || ioctl(vcpu, KVM_SET_REGS, &regs) != 0;
}

/* Run until the guest halts; what it writes to the serial port appears. */
static int run(int vcpu, const struct kvm_run *state)
{
	while (ioctl(vcpu, KVM_RUN, 0) == 0 && state->exit_reason == KVM_EXIT_IO)
		if (state->io.port == 0x3f8 && state->io.direction == KVM_EXIT_IO_OUT)
			putchar(((const char *)state)[state->io.data_offset]);
	return state->exit_reason == KVM_EXIT_HLT ? 0 : 1;
}

static void *map(int fd, size_t size, int flags)
{
	void *p = mmap(NULL, size, PROT_READ | PROT_WRITE, flags, fd, 0);

	return p != MAP_FAILED ? p : NULL;
}

int main(int argc, char **argv)
{
	int file = argc == 2 ? open(argv[1], O_RDONLY) : -1;
	int kvm = open("/dev/kvm", O_RDWR | O_CLOEXEC);
	struct kvm_userspace_memory_region slot = { .memory_size = RAM_SIZE };
	struct ab_error why;
	struct ab_vcpu cpu;
	struct stat st;
	char text[128];
	void *kernel, *ram, *state;
	int vm, vcpu;

	if (file < 0 || fstat(file, &st) != 0)
		return fprintf(stderr, "usage: boot_x86_kvm KERNEL\n"), 2;
	if (kvm < 0)
		return fprintf(stderr, "no /dev/kvm here\n"), 77;
	kernel = map(file, (size_t)st.st_size, MAP_PRIVATE);
	ram = map(-1, RAM_SIZE, MAP_PRIVATE | MAP_ANONYMOUS);
	if (kernel == NULL || ram == NULL)
		return perror("mmap"), 1;
	if (prepare((struct ab_bytes){ kernel, (size_t)st.st_size }, ram, &cpu, &why) != AB_OK) {
		ab_error_text(&why, text, sizeof(text));
		return fprintf(stderr, "%s\n", text), 1;
	}
	slot.userspace_addr = (uintptr_t)ram;
	if ((vm = ioctl(kvm, KVM_CREATE_VM, 0)) < 0 ||
	    ioctl(vm, KVM_SET_USER_MEMORY_REGION, &slot) != 0 ||
	    (vcpu = ioctl(vm, KVM_CREATE_VCPU, 0)) < 0 ||
	    (state = map(vcpu, (size_t)ioctl(kvm, KVM_GET_VCPU_MMAP_SIZE, 0), MAP_SHARED)) ==
		NULL ||
	    apply(vcpu, &cpu.x86) != 0)
		return perror("kvm"), 1;
	return run(vcpu, state);
}
