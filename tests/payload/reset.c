/* SPDX-License-Identifier: BSD-2-Clause */
/* The state in which firmware starts, against that of a CPU that KVM has just made: both follow the
 * same table, written by other people. Exit 77: no KVM here. */
#define _GNU_SOURCE
#include <aetherboot/aetherboot.h>

#include <fcntl.h>
#include <linux/kvm.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>

static uint8_t rom[4096];

static int entry(struct ab_vcpu *cpu)
{
	static const struct ab_ram ram = { .base = 0, .size = 16 * AB_MiB };
	const struct ab_machine pc = { .arch = AB_ARCH_X86_64, .n_cpus = 1, .ram = { &ram, 1 } };
	const struct ab_blob blob = { .bytes = { rom, sizeof(rom) },
				      .base = 0xfffff000,
				      .name = "rom",
				      .backing = AB_BACKING_ROM };
	const struct ab_payload os = { .blobs = { &blob, 1 } };
	struct ab_region room[AB_PLAN_REGIONS];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_error why;

	if (ab_plan_make(&plan, &pc, &os, (struct ab_work){ NULL, 0 }, &why) == AB_OK &&
	    ab_plan_entry(&plan, 0, cpu, &why) == AB_OK)
		return 0;
	fprintf(stderr, "%s\n", why.what);
	return 1;
}

static int differs(const char *name, uint64_t ours, uint64_t kvm)
{
	if (ours != kvm)
		fprintf(stderr, "%s: %#llx, KVM has %#llx\n", name, (unsigned long long)ours,
			(unsigned long long)kvm);
	return ours != kvm;
}

static int segment(const char *name, const struct ab_x86_segment *s, const struct kvm_segment *k)
{
	const unsigned int attr = (unsigned int)k->type | (unsigned int)k->s << 4 |
				  (unsigned int)k->dpl << 5 | (unsigned int)k->present << 7;

	return differs(name, s->selector, k->selector) + differs(name, s->base, k->base) +
	       differs(name, s->limit, k->limit) + differs(name, s->attr, attr);
}

int main(void)
{
	const int kvm = open("/dev/kvm", O_RDWR | O_CLOEXEC);
	const int vm = kvm >= 0 ? ioctl(kvm, KVM_CREATE_VM, 0) : -1;
	const int fd = vm >= 0 ? ioctl(vm, KVM_CREATE_VCPU, 0) : -1;
	struct kvm_sregs s;
	struct kvm_regs r;
	struct ab_vcpu cpu;
	const struct ab_vcpu_x86 *c = &cpu.x86;
	int bad;

	if (fd < 0 || ioctl(fd, KVM_GET_SREGS, &s) < 0 || ioctl(fd, KVM_GET_REGS, &r) < 0) {
		printf("skipped: no /dev/kvm\n");
		return 77;
	}
	if (entry(&cpu) != 0)
		return 1;
	bad = differs("rip", c->rip, r.rip) + differs("rflags", c->rflags, r.rflags) +
	      differs("rdx", c->gpr[AB_X86_RDX], r.rdx) +
	      differs("rax", c->gpr[AB_X86_RAX], r.rax) +
	      differs("rsp", c->gpr[AB_X86_RSP], r.rsp) + differs("cr0", c->cr0, s.cr0) +
	      differs("cr3", c->cr3, s.cr3) + differs("cr4", c->cr4, s.cr4) +
	      differs("efer", c->efer, s.efer) + differs("gdt", c->gdt.limit, s.gdt.limit) +
	      differs("idt", c->idt.limit, s.idt.limit) + differs("gdt", c->gdt.base, s.gdt.base) +
	      differs("idt", c->idt.base, s.idt.base);
	bad += segment("cs", &c->seg[AB_X86_CS], &s.cs) + segment("ds", &c->seg[AB_X86_DS], &s.ds) +
	       segment("es", &c->seg[AB_X86_ES], &s.es) + segment("ss", &c->seg[AB_X86_SS], &s.ss) +
	       segment("fs", &c->seg[AB_X86_FS], &s.fs) + segment("gs", &c->seg[AB_X86_GS], &s.gs) +
	       segment("tr", &c->tr, &s.tr) + segment("ldt", &c->ldt, &s.ldt);
	printf("%d registers differ from KVM's after reset\n", bad);
	return bad != 0;
}
