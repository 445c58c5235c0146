/* SPDX-License-Identifier: BSD-2-Clause */
/* The state in which firmware starts, against that of a CPU that KVM has just made: both follow the
 * same table, written by other people. Then a ROM of three instructions runs, which the library
 * placed and whose CPU it set up. Exit 77: no KVM here. */
#define _GNU_SOURCE
#include <aetherboot/aetherboot.h>

#include <fcntl.h>
#include <linux/kvm.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>

#define ROM_BASE 0xfffff000U
#define PORT 0xf4

/* At the reset vector: jump back to the first byte of the ROM, where AL goes to a port. */
static const uint8_t rom[4096] = {
	[0] = 0xb0,     0x5a, /* mov $0x5a, %al */
	[2] = 0xe6,     PORT, /* out %al, $PORT */
	[4] = 0xf4, /* hlt */
	[0xff0] = 0xe9, 0x0d, 0xf0, /* jmp .-0xff0 */
};
static _Alignas(4096) uint8_t guest[4096]; /* memory behind the ROM's addresses */

static int entry(struct ab_vcpu *cpu)
{
	static const struct ab_ram ram = { .base = 0, .size = 16 * AB_MiB };
	const struct ab_machine pc = { .arch = AB_ARCH_X86_64, .n_cpus = 1, .ram = { &ram, 1 } };
	const struct ab_blob blob = { .bytes = { rom, sizeof(rom) },
				      .base = ROM_BASE,
				      .name = "rom",
				      .backing = AB_BACKING_ROM };
	const struct ab_payload os = { .blobs = { &blob, 1 } };
	struct ab_region room[AB_PLAN_REGIONS];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_error why;

	const struct ab_work none = { NULL, 0 };
	const struct ab_span span = { ROM_BASE, sizeof(guest), guest };
	const struct ab_spans spans = { &span, 1 };

	if (ab_plan_make(&plan, &pc, &os, none, &why) == AB_OK &&
	    ab_plan_place(&plan, ab_mem_spans(&spans), none, &why) == AB_OK &&
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

/* Run the ROM until it writes to the port. */
static int run(int kvm, int vm, int fd)
{
	const struct kvm_userspace_memory_region slot = { .guest_phys_addr = ROM_BASE,
							  .memory_size = sizeof(guest),
							  .userspace_addr = (uintptr_t)guest };
	const int size = ioctl(kvm, KVM_GET_VCPU_MMAP_SIZE, 0);
	const struct kvm_run *state;

	if (size <= 0 || ioctl(vm, KVM_SET_USER_MEMORY_REGION, &slot) < 0)
		return 1;
	state = mmap(NULL, (size_t)size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	if (state == MAP_FAILED || ioctl(fd, KVM_RUN, 0) < 0)
		return 1;
	return state->exit_reason != KVM_EXIT_IO || state->io.port != PORT ||
	       *((const uint8_t *)state + state->io.data_offset) != 0x5a;
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
	s.cs.base = c->seg[AB_X86_CS].base;
	r.rip = c->rip;
	if (ioctl(fd, KVM_SET_SREGS, &s) < 0 || ioctl(fd, KVM_SET_REGS, &r) < 0 ||
	    run(kvm, vm, fd) != 0) {
		fprintf(stderr, "the ROM did not write 0x5a to its port\n");
		return 1;
	}
	printf("the ROM ran\n");
	return bad != 0;
}
