/* SPDX-License-Identifier: BSD-2-Clause */
/* The arm64 part of test_vcpu_kvm.c. Ids of registers are those of Linux's documentation of KVM, in
 * "KVM_SET_ONE_REG". */
#ifndef KVM_ARM64_H
#define KVM_ARM64_H

enum { VM = 10, VCPU = 11 };

static struct {
	struct kvm_vcpu_init init;
	uint64_t mpidr;
	uint64_t id[CALLS], value[CALLS];
	int n; /* registers that were set */
} got;

static int answer(int fd, unsigned long request, void *arg)
{
	struct kvm_one_reg *r = arg;

	assert_int_equal(fd, request == KVM_ARM_PREFERRED_TARGET ? VM : VCPU);
	switch (request) {
	case KVM_ARM_PREFERRED_TARGET:
		memset(arg, 0xff, sizeof(struct kvm_vcpu_init));
		((struct kvm_vcpu_init *)arg)->target = 5;
		return 0;
	case KVM_ARM_VCPU_INIT:
		got.init = *(struct kvm_vcpu_init *)arg;
		return 0;
	case KVM_GET_ONE_REG:
		assert_int_equal(r->id, UINT64_C(0x603000000013c005)); /* MPIDR_EL1 */
		memcpy((void *)(uintptr_t)r->addr, &got.mpidr, 8);
		return 0;
	default:
		assert_int_equal(request, KVM_SET_ONE_REG);
		got.id[got.n] = r->id;
		memcpy(&got.value[got.n++], (void *)(uintptr_t)r->addr, 8);
		return 0;
	}
}

static void test_init(void **state)
{
	static const unsigned long order[] = { KVM_ARM_PREFERRED_TARGET, KVM_ARM_VCPU_INIT,
					       KVM_GET_ONE_REG };
	/* bit 0 POWER_OFF, 2 PSCI_0_2, 3 PMU_V3 */
	static const struct {
		enum ab_vcpu_start start;
		uint32_t pmu, features;
	} rows[] = {
		{ AB_VCPU_RUN, 0, 4 },
		{ AB_VCPU_WAIT, 0, 5 },
		{ AB_VCPU_RUN, 23, 12 },
		{ AB_VCPU_WAIT, 23, 13 },
	};
	struct ab_vcpu cpu = { .arch = AB_ARCH_ARM64, .id = UINT64_C(0x0100020304) };
	struct ab_machine m = { .arch = AB_ARCH_ARM64, .n_cpus = 1, .ram = { &ram, 1 } };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		fresh(0);
		got.mpidr = UINT64_C(0x01c1020304); /* with the bits that no affinity has */
		cpu.start = rows[i].start;
		m.arm64.pmu = rows[i].pmu;
		assert_int_equal(ab_kvm_init_vcpu(VM, VCPU, &m, &cpu, NULL), AB_OK);
		calls(order, COUNT(order));
		assert_int_equal(got.init.target, 5);
		assert_int_equal(got.init.features[0], rows[i].features);
		for (size_t k = 1; k < COUNT(got.init.features); k++)
			assert_int_equal(got.init.features[k], 0);
	}
}

static void test_init_errors(void **state)
{
	static const char *const sentences[] = {
		"KVM_ARM_PREFERRED_TARGET is not supported: Invalid argument",
		"KVM_ARM_VCPU_INIT is not supported: Invalid argument",
		"KVM_GET_ONE_REG (MPIDR_EL1) is not supported: Invalid argument",
	};
	const struct ab_vcpu cpu = { .arch = AB_ARCH_ARM64, .id = 0x101 };
	const struct ab_machine m = { .arch = AB_ARCH_ARM64, .n_cpus = 1, .ram = { &ram, 1 } };
	struct ab_error why;

	(void)state;
	for (int i = 1; i <= (int)COUNT(sentences); i++) {
		fresh(i);
		assert_int_equal(
		    refused(ab_kvm_init_vcpu(VM, VCPU, &m, &cpu, &why), &why, sentences[i - 1]),
		    AB_ERR_UNSUPPORTED);
		assert_int_equal(kvm.n, i);
	}
	fresh(0);
	got.mpidr = 0x80000100;
	assert_int_equal(refused(ab_kvm_init_vcpu(VM, VCPU, &m, &cpu, &why), &why,
				 "vcpu.id: 0x101 is not supported: KVM gives this vCPU another "
				 "MPIDR_EL1"),
			 AB_ERR_UNSUPPORTED);
}

static struct ab_vcpu cpu_of(enum ab_vcpu_start start)
{
	struct ab_vcpu cpu = { .arch = AB_ARCH_ARM64, .start = start };
	struct ab_vcpu_arm64 *a = &cpu.arm64;

	for (uint32_t i = 0; i < 31; i++)
		a->x[i] = UINT64_C(0x700000000) + i;
	a->pc = 0x40200000;
	a->pstate = 0x3c5;
	a->n_sysregs = 2;
	a->sysreg[0] = (struct ab_arm64_sysreg){ AB_ARM64_SCTLR_EL1, 0x30d00800 };
	a->sysreg[1] = (struct ab_arm64_sysreg){ AB_ARM64_SYSREG(3, 0, 2, 0, 2), 0x11 };
	return cpu;
}

static void test_registers(void **state)
{
	const struct ab_vcpu cpu = cpu_of(AB_VCPU_RUN), waits = cpu_of(AB_VCPU_WAIT);

	(void)state;
	fresh(0);
	memset(&got, 0, sizeof(got));
	assert_int_equal(ab_kvm_set_vcpu(VCPU, &waits, NULL), AB_OK);
	assert_int_equal(kvm.n, 0);
	assert_int_equal(ab_kvm_set_vcpu(VCPU, &cpu, NULL), AB_OK);
	assert_int_equal(got.n, 35);
	for (uint32_t i = 0; i < 31; i++) {
		assert_int_equal(got.id[i], UINT64_C(0x6030000000100000) + 2 * i);
		assert_int_equal(got.value[i], UINT64_C(0x700000000) + i);
	}
	assert_int_equal(got.id[31], UINT64_C(0x6030000000100040));
	assert_int_equal(got.value[31], 0x40200000);
	assert_int_equal(got.id[32], UINT64_C(0x6030000000100042));
	assert_int_equal(got.value[32], 0x3c5);
	assert_int_equal(got.id[33], UINT64_C(0x603000000013c080)); /* SCTLR_EL1 */
	assert_int_equal(got.value[33], 0x30d00800);
	assert_int_equal(got.id[34], UINT64_C(0x603000000013c102)); /* TCR_EL1 */
	assert_int_equal(got.value[34], 0x11);
}

static void test_errors(void **state)
{
	static const struct {
		int call;
		const char *sentence;
	} rows[] = {
		{ 31, "KVM_SET_ONE_REG (x0 to x30) is not supported: Invalid argument" },
		{ 32, "KVM_SET_ONE_REG (pc) is not supported: Invalid argument" },
		{ 33, "KVM_SET_ONE_REG (pstate) is not supported: Invalid argument" },
		{ 35, "vcpu.sysreg[1].id: 0xc102 is not supported: KVM_SET_ONE_REG refuses it" },
	};
	struct ab_vcpu cpu = cpu_of(AB_VCPU_RUN);
	struct ab_error why;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		fresh(rows[i].call);
		got.n = 0;
		assert_int_equal(refused(ab_kvm_set_vcpu(VCPU, &cpu, &why), &why, rows[i].sentence),
				 AB_ERR_UNSUPPORTED);
		assert_int_equal(kvm.n, rows[i].call);
	}
	fresh(0);
	cpu.arch = AB_ARCH_X86_64;
	assert_int_equal(refused(ab_kvm_set_vcpu(VCPU, &cpu, &why), &why,
				 "vcpu.arch: 1 is not valid: must be that of the host"),
			 AB_ERR_ARG);
	assert_int_equal(kvm.n, 0);
}

#define TESTS                                                                                      \
	cmocka_unit_test(test_init), cmocka_unit_test(test_init_errors),                           \
	    cmocka_unit_test(test_registers), cmocka_unit_test(test_errors)

#endif /* KVM_ARM64_H */
