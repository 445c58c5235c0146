/* SPDX-License-Identifier: BSD-2-Clause */
/* The x86 part of test_vcpu_kvm.c. */
#ifndef KVM_X86_H
#define KVM_X86_H

enum { SYS = 10, VCPU = 11 };

static struct {
	int deadline; /* KVM_CAP_TSC_DEADLINE_TIMER */
	int msrs; /* as many are taken */
	struct ab_kvm_cpuid_raw cpuid; /* that was set */
	struct kvm_sregs sregs;
	struct kvm_regs regs;
	struct kvm_msr_entry msr[AB_X86_MSRS_MAX];
	struct kvm_mp_state mp;
} got;

static const struct kvm_cpuid_entry2 supported[] = {
	{ .function = 0, .eax = 0xd, .ebx = 1, .ecx = 2, .edx = 3 },
	{ .function = 1, .eax = 4, .ebx = 5, .ecx = 6, .edx = 7 },
	{ .function = 7, .flags = KVM_CPUID_FLAG_SIGNIFCANT_INDEX, .eax = 1, .ebx = 8 },
	{ .function = 7, .index = 1, .flags = KVM_CPUID_FLAG_SIGNIFCANT_INDEX, .eax = 9 },
	{ .function = 0x80000001, .flags = 2, .ecx = 10, .edx = 11 }, /* once a flag of leaf 2 */
};

static int get_cpuid(struct ab_kvm_cpuid_raw *to)
{
	assert_int_equal(to->nent, 256);
	assert_int_equal(to->padding, 0);
	to->nent = COUNT(supported);
	memcpy(to->entries, supported, sizeof(supported));
	return 0;
}

static int set_msrs(const uint32_t *head)
{
	assert_true(head[0] <= AB_X86_MSRS_MAX);
	assert_int_equal(head[1], 0);
	memcpy(got.msr, head + 2, head[0] * sizeof(got.msr[0]));
	return got.msrs < (int)head[0] ? got.msrs : (int)head[0];
}

static int answer(int fd, unsigned long request, void *arg)
{
	assert_int_equal(
	    fd, request == KVM_GET_SUPPORTED_CPUID || request == KVM_CHECK_EXTENSION ? SYS : VCPU);
	switch (request) {
	case KVM_CHECK_EXTENSION:
		assert_int_equal((uintptr_t)arg, KVM_CAP_TSC_DEADLINE_TIMER);
		return got.deadline;
	case KVM_GET_SUPPORTED_CPUID:
		return get_cpuid(arg);
	case KVM_SET_CPUID2:
		memcpy(&got.cpuid, arg, sizeof(got.cpuid));
		return 0;
	case KVM_SET_MSRS:
		return set_msrs(arg);
	case KVM_GET_SREGS:
		memset(arg, 0x5a, sizeof(struct kvm_sregs));
		return 0;
	case KVM_SET_SREGS:
		got.sregs = *(struct kvm_sregs *)arg;
		return 0;
	case KVM_SET_REGS:
		got.regs = *(struct kvm_regs *)arg;
		return 0;
	default:
		assert_int_equal(request, KVM_SET_MP_STATE);
		got.mp = *(struct kvm_mp_state *)arg;
		return 0;
	}
}

static const struct ab_machine machine = {
	.arch = AB_ARCH_X86_64, .n_cpus = 2, .topology = { 1, 2, 1 }, .ram = { &ram, 1 }
};

static void entry(const struct kvm_cpuid_entry2 *e, uint32_t function, uint32_t index,
		  uint32_t flags, uint32_t eax, uint32_t ebx, uint32_t ecx, uint32_t edx)
{
	const uint32_t expected[] = { function, index, flags, eax, ebx, ecx, edx };

	assert_memory_equal(e, expected, sizeof(expected));
}

static void test_cpuid(void **state)
{
	static struct ab_kvm_cpuid c;
	struct ab_error why;

	(void)state;
	for (got.deadline = 0; got.deadline < 2; got.deadline++) {
		const uint32_t timer = got.deadline != 0 ? 1u << 24 : 0;

		fresh(0);
		memset(&c, 0x77, sizeof(c));
		assert_int_equal(ab_kvm_get_cpuid(SYS, &c, &why), AB_OK);
		assert_int_equal(c.n_host, 5);
		assert_int_equal(c.host[1].ecx, 6 | timer);
		assert_int_equal(c.host[4].edx, 11);
		c.host[4].ecx = 0x20; /* the VMM's own change counts */
		assert_int_equal(ab_kvm_set_cpuid(VCPU, &machine, 1, &c, &why), AB_OK);
		assert_int_equal(got.cpuid.nent, 8);
		assert_int_equal(got.cpuid.padding, 0);
		assert_int_equal(c.n_cpu, 8);
		assert_int_equal(c.cpu[2].ebx, 8);
		entry(&got.cpuid.entries[0], 0, 0, 0, 0xd, 1, 2, 3);
		entry(&got.cpuid.entries[1], 1, 0, 0, 4, 0x01020005, 0x80000006 | timer,
		      0x10000007);
		entry(&got.cpuid.entries[2], 7, 0, 1, 1, 8, 0, 0);
		entry(&got.cpuid.entries[3], 7, 1, 1, 9, 0, 0, 0);
		entry(&got.cpuid.entries[4], 0x80000001, 0, 0, 0, 0, 0x20, 11);
		entry(&got.cpuid.entries[5], 0xb, 0, 1, 0, 1, 0x100, 1);
		entry(&got.cpuid.entries[6], 0xb, 1, 1, 1, 2, 0x201, 1);
		entry(&got.cpuid.entries[7], 0xb, 2, 1, 0, 0, 2, 1);
		entry(&got.cpuid.entries[8], 0, 0, 0, 0, 0, 0, 0);
	}
}

static void test_cpuid_errors(void **state)
{
	static struct ab_kvm_cpuid c;
	struct ab_error why;

	(void)state;
	fresh(1);
	assert_int_equal(refused(ab_kvm_get_cpuid(SYS, &c, &why), &why,
				 "KVM_GET_SUPPORTED_CPUID is not supported: Invalid argument"),
			 AB_ERR_UNSUPPORTED);
	assert_int_equal(why.value, EINVAL);
	fresh(3); /* the second one asks for the timer */
	assert_int_equal(ab_kvm_get_cpuid(SYS, &c, NULL), AB_OK);
	assert_int_equal(refused(ab_kvm_set_cpuid(VCPU, &machine, 1, &c, &why), &why,
				 "KVM_SET_CPUID2 is not supported: Invalid argument"),
			 AB_ERR_UNSUPPORTED);
	assert_int_equal(c.n_cpu, 0);
	assert_int_equal(
	    refused(ab_kvm_set_cpuid(VCPU, &machine, 2, &c, &why), &why,
		    "ab_x86_cpuid_all.index: 2 is not valid: must be below machine.n_cpus"),
	    AB_ERR_ARG);
	for (c.n_host = 2; c.n_host < AB_KVM_CPUID_MAX; c.n_host++)
		c.host[c.n_host] = c.host[4];
	assert_int_equal(
	    refused(ab_kvm_set_cpuid(VCPU, &machine, 1, &c, &why), &why,
		    "ab_x86_cpuid_all.out.n: 259 does not fit: ab_x86_cpuid_all.out.cap must be "
		    "as large"),
	    AB_ERR_NOSPACE);
	assert_int_equal(kvm.n, 3);
}

static struct ab_x86_segment segment(uint16_t selector, uint16_t attr)
{
	return (struct ab_x86_segment){ 0x1000u * selector, 0x100u + selector, selector, attr };
}

static struct ab_vcpu cpu_of(enum ab_vcpu_start start)
{
	struct ab_vcpu cpu = { .arch = AB_ARCH_X86_64, .start = start, .id = 1 };
	struct ab_vcpu_x86 *x = &cpu.x86;

	for (unsigned int i = 0; i < AB_X86_GPRS; i++)
		x->gpr[i] = UINT64_C(0x1111111111111111) + i;
	for (uint16_t i = 0; i < AB_X86_SEGS; i++)
		x->seg[i] = segment(i, 0x93);
	x->seg[AB_X86_CS].attr = 0xa09b;
	x->rip = 0x21;
	x->rflags = 0x22;
	x->cr0 = 0x23;
	x->cr3 = 0x24;
	x->cr4 = 0x25;
	x->efer = 0x26;
	x->tr = segment(7, 0x508b & ~0x4000);
	x->ldt = segment(8, 0);
	x->gdt = (struct ab_x86_dtable){ 0x31, 0x32 };
	x->idt = (struct ab_x86_dtable){ 0x33, 0x34 };
	x->n_msrs = 3;
	for (uint32_t i = 0; i < x->n_msrs; i++)
		x->msr[i] = (struct ab_x86_msr){ 0x2fd + i, UINT64_C(0x600000000) + i };
	return cpu;
}

static void same_segment(const struct kvm_segment *s, uint16_t selector, const char *bits)
{
	/* type in hexadecimal, then one digit each: present, dpl, db, s, l, g, avl, unusable */
	const unsigned int is[] = { s->type, s->present, s->dpl, s->db,      s->s,
				    s->l,    s->g,       s->avl, s->unusable };
	char text[16];

	for (size_t i = 0; i < COUNT(is); i++)
		snprintf(text + i, 2, "%x", is[i]);
	assert_string_equal(text, bits);
	assert_int_equal(s->selector, selector);
	assert_int_equal(s->base, 0x1000u * selector);
	assert_int_equal(s->limit, 0x100u + selector);
}

static void test_registers(void **state)
{
	static const unsigned long order[] = { KVM_SET_MSRS, KVM_GET_SREGS, KVM_SET_SREGS,
					       KVM_SET_REGS, KVM_SET_MP_STATE };
	const struct ab_vcpu cpu = cpu_of(AB_VCPU_RUN);
	const uint64_t g = UINT64_C(0x1111111111111111);
	const struct kvm_regs regs = {
		.rax = g,
		.rcx = g + 1,
		.rdx = g + 2,
		.rbx = g + 3,
		.rsp = g + 4,
		.rbp = g + 5,
		.rsi = g + 6,
		.rdi = g + 7,
		.r8 = g + 8,
		.r9 = g + 9,
		.r10 = g + 10,
		.r11 = g + 11,
		.r12 = g + 12,
		.r13 = g + 13,
		.r14 = g + 14,
		.r15 = g + 15,
		.rip = 0x21,
		.rflags = 0x22,
	};

	(void)state;
	fresh(0);
	got.msrs = 3;
	got.mp.mp_state = 99;
	assert_int_equal(ab_kvm_set_vcpu(VCPU, &cpu, NULL), AB_OK);
	calls(order, COUNT(order));
	assert_memory_equal(&got.regs, &regs, sizeof(regs));
	assert_int_equal(got.mp.mp_state, KVM_MP_STATE_RUNNABLE);
	for (uint32_t i = 0; i < 3; i++) {
		assert_int_equal(got.msr[i].index, 0x2fd + i);
		assert_int_equal(got.msr[i].data, UINT64_C(0x600000000) + i);
	}
	same_segment(&got.sregs.es, 0, "310010000");
	same_segment(&got.sregs.cs, 1, "b10011100");
	same_segment(&got.sregs.ss, 2, "310010000");
	same_segment(&got.sregs.ds, 3, "310010000");
	same_segment(&got.sregs.fs, 4, "310010000");
	same_segment(&got.sregs.gs, 5, "310010000");
	same_segment(&got.sregs.tr, 7, "b10000010");
	same_segment(&got.sregs.ldt, 8, "000000001");
	assert_int_equal(got.sregs.gdt.base, 0x31);
	assert_int_equal(got.sregs.gdt.limit, 0x32);
	assert_int_equal(got.sregs.idt.base, 0x33);
	assert_int_equal(got.sregs.idt.limit, 0x34);
	assert_int_equal(got.sregs.cr0, 0x23);
	assert_int_equal(got.sregs.cr3, 0x24);
	assert_int_equal(got.sregs.cr4, 0x25);
	assert_int_equal(got.sregs.efer, 0x26);
	assert_int_equal(got.sregs.apic_base, UINT64_C(0x5a5a5a5a5a5a5a5a)); /* KVM's own */
}

static void test_waits(void **state)
{
	static const unsigned long order[] = { KVM_SET_MSRS, KVM_SET_MP_STATE };
	const struct ab_vcpu cpu = cpu_of(AB_VCPU_WAIT);

	(void)state;
	fresh(0);
	got.msrs = 3;
	assert_int_equal(ab_kvm_set_vcpu(VCPU, &cpu, NULL), AB_OK);
	calls(order, COUNT(order));
	assert_int_equal(got.mp.mp_state, KVM_MP_STATE_UNINITIALIZED);
}

static void test_errors(void **state)
{
	static const char *const sentences[] = {
		"KVM_SET_MSRS is not supported: Invalid argument",
		"KVM_GET_SREGS is not supported: Invalid argument",
		"KVM_SET_SREGS is not supported: Invalid argument",
		"KVM_SET_REGS is not supported: Invalid argument",
		"KVM_SET_MP_STATE is not supported: Invalid argument",
	};
	struct ab_vcpu cpu = cpu_of(AB_VCPU_RUN);
	struct ab_error why;

	(void)state;
	got.msrs = 3;
	for (int i = 1; i <= (int)COUNT(sentences); i++) {
		fresh(i);
		assert_int_equal(refused(ab_kvm_set_vcpu(VCPU, &cpu, &why), &why, sentences[i - 1]),
				 AB_ERR_UNSUPPORTED);
		assert_int_equal(why.value, EINVAL);
		assert_int_equal(kvm.n, i);
	}
	fresh(0);
	got.msrs = 2; /* of 3 */
	assert_int_equal(refused(ab_kvm_set_vcpu(VCPU, &cpu, &why), &why,
				 "vcpu.msr[2].index: 0x2ff is not supported: KVM_SET_MSRS stops at "
				 "it"),
			 AB_ERR_UNSUPPORTED);
	assert_int_equal(kvm.n, 1);
	cpu.arch = AB_ARCH_ARM64;
	assert_int_equal(refused(ab_kvm_set_vcpu(VCPU, &cpu, &why), &why,
				 "vcpu.arch: 2 is not valid: must be that of the host"),
			 AB_ERR_ARG);
	assert_int_equal(kvm.n, 1);
}

#define TESTS                                                                                      \
	cmocka_unit_test(test_cpuid), cmocka_unit_test(test_cpuid_errors),                         \
	    cmocka_unit_test(test_registers), cmocka_unit_test(test_waits),                        \
	    cmocka_unit_test(test_errors)

#endif /* KVM_X86_H */
