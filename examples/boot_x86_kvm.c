/* SPDX-License-Identifier: BSD-2-Clause */
/* Boot an x86-64 kernel on KVM: boot_x86_kvm KERNEL. The machine has one CPU, and a serial port
 * that only prints. */
#include <aetherboot/aetherboot.h>
#include <aetherboot/host.h>

#include <fcntl.h>
#include <linux/kvm.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>

#define LEAVES_MAX 256 /* more CPUID leaves than KVM reports */

/* [plan] */
static const struct ab_machine pc = {
	.arch = AB_ARCH_X86_64,
	.n_cpus = 1,
	.ram = AB_LIST(struct ab_ram, { .base = 0, .size = 512 * AB_MiB }),
	.devs = AB_LIST(struct ab_dev, { AB_DEV_UART_16550, .base = 0x3f8, .irq = 4 }),
};

/* The whole boot: write the guest's memory, and get the registers of its CPU. */
static enum ab_err prepare(const struct ab_host_file *kernel, const struct ab_spans *ram,
			   struct ab_vcpu *cpu, struct ab_error *why)
{
	const struct ab_payload os = { .kernel = kernel->bytes, .cmdline = "console=ttyS0" };
	struct ab_host_sink sink = { .ram = ram, .file = kernel, .n_files = 1 };
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

/* Give the CPU the host's CPUID leaves, after each was made to agree with the machine. */
static int set_cpuid(int kvm, int vcpu)
{
	struct kvm_cpuid2 *c = calloc(1, sizeof(*c) + LEAVES_MAX * sizeof(c->entries[0]));
	int failed = 1;

	if (c == NULL)
		return -1;
	c->nent = LEAVES_MAX;
	if (ioctl(kvm, KVM_GET_SUPPORTED_CPUID, c) == 0) {
		for (uint32_t i = 0; i < c->nent; i++) {
			struct kvm_cpuid_entry2 *e = &c->entries[i];
			struct ab_x86_cpuid leaf = { e->function, e->index, e->eax,
						     e->ebx,      e->ecx,   e->edx };

			ab_x86_cpuid(&pc, 0, &leaf);
			e->eax = leaf.eax;
			e->ebx = leaf.ebx;
			e->ecx = leaf.ecx;
			e->edx = leaf.edx;
		}
		failed = ioctl(vcpu, KVM_SET_CPUID2, c);
	}
	free(c);
	return failed;
}

static int set_msrs(int vcpu, const struct ab_vcpu_x86 *x)
{
	struct kvm_msrs *m = calloc(1, sizeof(*m) + AB_X86_MSRS_MAX * sizeof(m->entries[0]));
	int n;

	if (m == NULL)
		return -1;
	m->nmsrs = x->n_msrs;
	for (uint32_t i = 0; i < x->n_msrs; i++)
		m->entries[i] =
		    (struct kvm_msr_entry){ .index = x->msr[i].index, .data = x->msr[i].value };
	n = ioctl(vcpu, KVM_SET_MSRS, m);
	free(m);
	return n != (int)x->n_msrs;
}

/* Load the entry state into a CPU. r8 to r15 of both are 0. */
static int set_registers(int vcpu, const struct ab_vcpu_x86 *x)
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

/* Run until the guest halts, and print the bytes that it writes to the serial port. */
static int run(int vcpu, const struct kvm_run *state)
{
	while (ioctl(vcpu, KVM_RUN, 0) == 0 && state->exit_reason == KVM_EXIT_IO)
		if (state->io.port == 0x3f8 && state->io.direction == KVM_EXIT_IO_OUT)
			putchar(((const char *)state)[state->io.data_offset]);
	return state->exit_reason == KVM_EXIT_HLT ? 0 : 1;
}

/* Make a VM of one CPU around the guest's memory, and run it. */
static int start(int kvm, const struct ab_span *ram, const struct ab_vcpu *cpu)
{
	const struct kvm_userspace_memory_region slot = { .guest_phys_addr = ram->gpa,
							  .memory_size = ram->size,
							  .userspace_addr = (uintptr_t)ram->host };
	const int size = ioctl(kvm, KVM_GET_VCPU_MMAP_SIZE, 0);
	void *state;
	int vm, vcpu;

	if ((vm = ioctl(kvm, KVM_CREATE_VM, 0)) < 0 ||
	    ioctl(vm, KVM_SET_USER_MEMORY_REGION, &slot) != 0 ||
	    (vcpu = ioctl(vm, KVM_CREATE_VCPU, cpu->id)) < 0 || set_cpuid(kvm, vcpu) != 0 ||
	    set_msrs(vcpu, &cpu->x86) != 0 || set_registers(vcpu, &cpu->x86) != 0)
		return perror("kvm"), 1;
	state = mmap(NULL, (size_t)size, PROT_READ | PROT_WRITE, MAP_SHARED, vcpu, 0);
	if (state == MAP_FAILED)
		return perror("mmap"), 1;
	return run(vcpu, state);
}

int main(int argc, char **argv)
{
	int kvm = open("/dev/kvm", O_RDWR | O_CLOEXEC);
	struct ab_host_file kernel;
	struct ab_span ram;
	const struct ab_spans memory = { &ram, 1 };
	struct ab_error why;
	struct ab_vcpu cpu;
	char text[256];

	if (argc != 2)
		return fprintf(stderr, "usage: boot_x86_kvm KERNEL\n"), 2;
	if (kvm < 0)
		return fprintf(stderr, "no /dev/kvm here\n"), 77;
	if (ab_host_file_map(&kernel, argv[1], &why) != AB_OK ||
	    ab_host_ram_map(&ram, pc.ram, &why) != AB_OK ||
	    prepare(&kernel, &memory, &cpu, &why) != AB_OK) {
		ab_error_text(&why, text, sizeof(text));
		return fprintf(stderr, "boot_x86_kvm: %s\n", text), 1;
	}
	return start(kvm, &ram, &cpu);
}
