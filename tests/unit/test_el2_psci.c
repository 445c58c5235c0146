/* SPDX-License-Identifier: BSD-2-Clause */
/* Calls of guests: PSCI 1.1 (DEN 0022D) and the SMC calling convention (DEN 0028E), judged by
 * tables written from both. */
#include "el2_world.h"

#include "el2/life.h"
#include "el2/trap.h"

#define NOT_SUPPORTED UINT64_C(0xffffffffffffffff) /* -1 */
#define INVALID_PARAMETERS UINT64_C(0xfffffffffffffffe) /* -2 */
#define DENIED UINT64_C(0xfffffffffffffffd) /* -3 */
#define ALREADY_ON UINT64_C(0xfffffffffffffffc) /* -4 */
#define ON_PENDING UINT64_C(0xfffffffffffffffb) /* -5 */
#define INVALID_ADDRESS UINT64_C(0xfffffffffffffff7) /* -9 */

#define VERSION 0x84000000u
#define CPU_SUSPEND 0xc4000001u
#define CPU_OFF 0x84000002u
#define CPU_ON 0xc4000003u
#define CPU_ON_32 0x84000003u
#define AFFINITY_INFO 0xc4000004u
#define AFFINITY_INFO_32 0x84000004u
#define MIGRATE_INFO_TYPE 0x84000006u
#define SYSTEM_OFF 0x84000008u
#define SYSTEM_RESET 0x84000009u
#define FEATURES 0x8400000au

static enum el2_verb verb; /* of the last call */

/* Call by HVC with any value in the upper half of x0. Only x0 changes. */
static uint64_t call(struct el2_vcpu *v, uint32_t id, uint64_t x1, uint64_t x2, uint64_t x3)
{
	struct el2_vcpu was;

	v->x[0] = UINT64_C(0x5a5a5a5a00000000) | id;
	v->x[1] = x1;
	v->x[2] = x2;
	v->x[3] = x3;
	was = *v;
	verb = el2_trap(v, UINT64_C(0x5a000000)); /* EC 0x16, IL */
	world_same_registers(&was, v, 0);
	world_one_exit(&was, v, EL2_EXIT_CALL);
	assert_true(v->pc == was.pc && v->pstate == was.pstate);
	assert_int_equal(el2_fake.held, 0);
	return v->x[0];
}

/* ---- what exists */

static const uint32_t implemented[] = {
	VERSION,      CPU_SUSPEND,   CPU_SUSPEND & ~0x40000000u, CPU_OFF,           CPU_ON,
	CPU_ON_32,    AFFINITY_INFO, AFFINITY_INFO_32,           MIGRATE_INFO_TYPE, SYSTEM_OFF,
	SYSTEM_RESET, FEATURES,
};

static bool exists(uint32_t id)
{
	for (size_t i = 0; i < COUNT(implemented); i++)
		if (implemented[i] == id)
			return true;
	return false;
}

static void absent(uint32_t id)
{
	struct el2_vcpu *v = &world.cpu[0];

	if (call(v, id, 0x100, WORLD_RAM, 0) != NOT_SUPPORTED || verb != EL2_EMULATE)
		fail_msg("%#x: %#llx", (unsigned int)id, (unsigned long long)v->x[0]);
	assert_null(world.vm.end);
	assert_int_equal(el2_fake.wakes + el2_fake.waits + el2_fake.calls, 0);
	for (unsigned int i = 0; i < WORLD_CPUS; i++)
		assert_int_equal(world.cpu[i].power, i == 0 ? EL2_VCPU_ON : EL2_VCPU_OFF);
}

/* Every function of PSCI and of what follows it, fast and yielding, of 32 and 64 bits, with each of
 * the reserved bits; then any numbers at all. */
static void test_absent(void **state)
{
	uint64_t seed = 5;

	(void)state;
	world_begin(4);
	for (uint32_t high = 0; high < 0x10000; high += 0x100) /* bits 31:24 */
		for (uint32_t n = 0; n < 0x100; n++)
			for (uint32_t bit = 0x8000; bit <= 0x800000; bit <<= 1) {
				const uint32_t id = high << 16 | n;

				if ((high >> 8 & 0xbf) == 0x86)
					continue; /* docs/el2-calls.md */
				if (!exists(id) && high >> 8 != 0x80)
					absent(id);
				if (high >> 8 == 0x84 || high >> 8 == 0xc4)
					absent(id | bit);
			}
	for (unsigned int i = 0; i < 200000; i++) {
		const uint32_t id = (uint32_t)(rnd(&seed) >> 13);

		if (!exists(id) && id >> 24 != 0x80 && (id >> 24 & 0xbf) != 0x86)
			absent(id);
	}
}

/* PSCI_FEATURES is true: 0 for what exists, and for the calling convention's version. */
static void test_features(void **state)
{
	struct el2_vcpu *v = &world.cpu[0];

	(void)state;
	world_begin(1);
	for (uint32_t top = 0; top < 0x100; top++)
		for (uint32_t n = 0; n < 0x200; n++) {
			const uint32_t id = top << 24 | n;
			const bool is = exists(id) || id == 0x80000000u;

			if (call(v, FEATURES, UINT64_C(0xffffffff00000000) | id, 1, 2) !=
			    (is ? 0 : NOT_SUPPORTED))
				fail_msg("%#x: %#llx", (unsigned int)id,
					 (unsigned long long)v->x[0]);
			assert_int_equal(verb, EL2_EMULATE);
		}
}

static void test_constants(void **state)
{
	struct el2_vcpu *v = &world.cpu[0];

	(void)state;
	world_begin(1);
	assert_true(call(v, VERSION, 1, 2, 3) == 0x10001); /* 1.1 */
	assert_true(call(v, MIGRATE_INFO_TYPE, 1, 2, 3) == 2); /* no Trusted OS */
	assert_true(call(v, 0x80000000, 1, 2, 3) == 0x10001); /* SMCCC_VERSION: 1.1 */
	assert_null(world.vm.end);
}

/* power_state: 31:26 are 0, 25:24 level, 16 power-down, 15:0 id. Only standby of a CPU is there.
 * The upper half of a parameter of 32 bits is nobody's. */
static void test_suspend(void **state)
{
	struct el2_vcpu *v = &world.cpu[0];

	(void)state;
	world_begin(1);
	for (unsigned int wide = 0; wide < 2; wide++) {
		const uint32_t id = wide ? CPU_SUSPEND : CPU_SUSPEND & ~0x40000000u;

		world_begin(1);
		assert_true(call(v, id, 0, 2, 3) == 0);
		assert_true(call(v, id, 0xffff, 2, 3) == 0);
		assert_true(call(v, id, UINT64_C(0xdeadbeef00000001), 2, 3) == 0);
		assert_int_equal(el2_fake.waits, 0); /* a virtual interrupt would not wake EL2 */
		for (unsigned int bit = 16; bit < 32; bit++)
			assert_true(call(v, id, UINT64_C(1) << bit, WORLD_RAM, 3) ==
				    INVALID_PARAMETERS);
		assert_int_equal(el2_fake.waits, 0);
		assert_int_equal(v->power, EL2_VCPU_ON);
	}
}

/* ---- the state of CPUs */

static void test_cpu_on(void **state)
{
	(void)state;
	for (uint32_t n = 1; n <= WORLD_CPUS; n++) {
		struct el2_vcpu *v = &world.cpu[0];

		world_begin(n);
		for (uint32_t i = 0; i < n; i++) {
			struct el2_vcpu *t = &world.cpu[i], was = *t;
			const uint64_t entry = WORLD_RAM + 0x1004 * i, context = ~(uint64_t)i;

			assert_true(call(v, CPU_ON, 0x100 + i, entry, context) ==
				    (i == 0 ? ALREADY_ON : 0));
			assert_int_equal(el2_fake.wakes, i);
			if (i == 0)
				continue;
			assert_int_equal(el2_fake.woken, WORLD_FIRST + i);
			assert_int_equal(t->power, EL2_VCPU_PENDING);
			assert_true(t->entry == entry && t->context == context);
			/* its registers are its own CPU's, which may not have begun */
			assert_memory_equal(t->x, was.x, sizeof(t->x));
			assert_true(t->pc == was.pc && t->pstate == was.pstate);
			assert_true(call(v, CPU_ON, 0x100 + i, WORLD_RAM, 1) == ON_PENDING);
			assert_true(t->entry == entry && t->context == context);
			t->power = EL2_VCPU_ON;
			assert_true(call(v, CPU_ON, 0x100 + i, WORLD_RAM, 1) == ALREADY_ON);
			assert_int_equal(el2_fake.wakes, i);
		}
		assert_true(call(v, CPU_ON, 0x100 + n, WORLD_RAM, 1) == INVALID_PARAMETERS);
		assert_int_equal(el2_fake.wakes, n - 1);
	}
}

static void test_cpu_on_affinity(void **state)
{
	static const uint64_t bad[] = {
		0, 1, 0x80000101, 0x1101, 0x10101, 0x100000101, UINT64_MAX
	};
	struct el2_vcpu *v = &world.cpu[0];

	(void)state;
	world_begin(2);
	for (size_t i = 0; i < COUNT(bad); i++) {
		assert_true(call(v, CPU_ON, bad[i], WORLD_RAM, 0) == INVALID_PARAMETERS);
		assert_true(call(v, AFFINITY_INFO, bad[i], 0, 0) == INVALID_PARAMETERS);
	}
	world.cpu[1].mpidr = UINT64_C(0xff00fffefd); /* Aff3 */
	assert_true(call(v, CPU_ON, UINT64_C(0xff00fffefd), WORLD_RAM, 0) == 0);
}

static void test_cpu_on_entry(void **state)
{
	static const uint64_t bad[] = {
		WORLD_RAM + 1, /* not aligned */
		WORLD_RAM + 2,
		WORLD_RAM + 3,
		WORLD_RAM - 4, /* outside of its memory */
		WORLD_RAM + WORLD_MAPPED,
		0,
		UINT64_C(0xfffffffffc), /* the last word of 40 bits, and the first behind them */
		UINT64_C(0x10000000000),
		UINT64_C(0xfffffffffffffffc),
		UINT64_C(0x8000000080000000),
		WORLD_DATA, /* not executable */
		WORLD_USER,
		WORLD_OWN, /* a device of its own, and one that is emulated */
		WORLD_DEVICE,
	};
	struct el2_vcpu *v = &world.cpu[0];

	(void)state;
	world_begin(2);
	for (size_t i = 0; i < COUNT(bad); i++) {
		if (call(v, CPU_ON, 0x101, bad[i], 0) != INVALID_ADDRESS)
			fail_msg("entry %#llx: %#llx", (unsigned long long)bad[i],
				 (unsigned long long)v->x[0]);
		assert_int_equal(world.cpu[1].power, EL2_VCPU_OFF);
		/* who does not exist has no entry either */
		assert_true(call(v, CPU_ON, 0x102, bad[i], 0) == INVALID_PARAMETERS);
	}
	assert_int_equal(el2_fake.wakes, 0);
	assert_true(call(v, CPU_ON, 0x101, WORLD_RAM + WORLD_MAPPED - 4, 0) == 0);
}

/* The calls of 32 bits take the lower halves. */
static void test_32_bits(void **state)
{
	const uint64_t high = UINT64_C(0xfedcba9800000000);
	struct el2_vcpu *v = &world.cpu[0];

	(void)state;
	world_begin(2);
	assert_true(call(v, AFFINITY_INFO_32, high | 0x101, high, 0) == 1);
	assert_true(call(v, CPU_ON_32, high | 0x101, high | WORLD_RAM, high | 0x12345678) == 0);
	assert_true(world.cpu[1].entry == WORLD_RAM && world.cpu[1].context == 0x12345678);
	assert_true(call(v, AFFINITY_INFO_32, high | 0x101, high, 0) == 2);
	/* those of 64 bits do not, but for parameters that have only 32 */
	assert_true(call(v, AFFINITY_INFO, high | 0x101, 0, 0) == INVALID_PARAMETERS);
	assert_true(call(v, AFFINITY_INFO, 0x101, high, 0) == 2);
	world_begin(2);
	assert_true(call(v, CPU_ON, 0x101, high | WORLD_RAM, 0) == INVALID_ADDRESS);
	assert_true(call(v, CPU_ON, high | 0x101, WORLD_RAM, 0) == INVALID_PARAMETERS);
	assert_true(call(v, CPU_ON, 0x101, WORLD_RAM, high | 1) == 0);
	assert_true(world.cpu[1].context == (high | 1));
}

static void test_affinity_info(void **state)
{
	struct el2_vcpu *v = &world.cpu[0];

	(void)state;
	world_begin(3);
	world.cpu[2].power = EL2_VCPU_PENDING;
	assert_true(call(v, AFFINITY_INFO, 0x100, 0, 7) == 0); /* ON */
	assert_true(call(v, AFFINITY_INFO, 0x101, 0, 7) == 1); /* OFF */
	assert_true(call(v, AFFINITY_INFO, 0x102, 0, 7) == 2); /* ON_PENDING */
	assert_true(call(v, AFFINITY_INFO, 0x103, 0, 7) == INVALID_PARAMETERS);
	for (uint64_t level = 1; level < 5; level++)
		assert_true(call(v, AFFINITY_INFO, 0x100, level, 7) == INVALID_PARAMETERS);
	assert_int_equal(verb, EL2_EMULATE);
}

/* While one CPU waits for the lock, another one makes the same call. */
static uint64_t other_result;

static void other_cpu_on(void)
{
	const enum el2_verb mine = verb;

	other_result = call(&world.cpu[1], CPU_ON, 0x102, WORLD_RAM + 0x100, 11);
	assert_int_equal(verb, EL2_EMULATE);
	verb = mine;
}

static void test_two_callers(void **state)
{
	struct el2_vcpu *v = &world.cpu[0];

	(void)state;
	world_begin(3);
	world.cpu[1].power = EL2_VCPU_ON;
	el2_fake.before_lock = other_cpu_on;
	assert_true(call(v, CPU_ON, 0x102, WORLD_RAM + 0x200, 22) == ON_PENDING);
	assert_true(other_result == 0);
	assert_int_equal(el2_fake.wakes, 1);
	assert_true(world.cpu[2].entry == WORLD_RAM + 0x100 && world.cpu[2].context == 11);
}

static void other_switches_off(void)
{
	other_result = call(&world.cpu[1], CPU_OFF, 0, 0, 0);
}

/* Two CPUs switch themselves off at once: one of them is the last. */
static void test_cpu_off(void **state)
{
	struct el2_vcpu *v = &world.cpu[0];

	(void)state;
	for (uint32_t n = 1; n <= WORLD_CPUS; n++) {
		world_begin(n);
		for (uint32_t i = 1; i < n; i++)
			world.cpu[i].power = i == 1 ? EL2_VCPU_ON : EL2_VCPU_PENDING;
		for (uint32_t i = 0; i < n; i++) {
			assert_null(world.vm.end);
			(void)call(&world.cpu[i], CPU_OFF, 0, 0, 0);
			assert_int_equal(world.cpu[i].power, EL2_VCPU_OFF);
			assert_int_equal(verb, EL2_TERMINATE); /* for this CPU */
		}
		assert_string_equal(world.vm.end, "all of its CPUs are off");
		assert_int_equal(world.vm.wish, EL2_WISH_OFF);
	}
	world_begin(2);
	world.cpu[1].power = EL2_VCPU_ON;
	el2_fake.before_lock = other_switches_off;
	(void)call(v, CPU_OFF, 0, 0, 0);
	assert_int_equal(verb, EL2_TERMINATE);
	/* it can come back */
	world_begin(2);
	world.cpu[1].power = EL2_VCPU_ON;
	(void)call(&world.cpu[1], CPU_OFF, 0, 0, 0);
	assert_true(call(v, CPU_ON, 0x101, WORLD_RAM, 5) == 0);
}

static void other_resets(void)
{
	other_result = call(&world.cpu[1], SYSTEM_RESET, 0, 0, 0);
}

/* CPU_ON of a VM that is being stopped: the CPU does not begin in the next life either. */
static void test_cpu_on_late(void **state)
{
	(void)state;
	world_begin(3);
	world.cpu[1].power = EL2_VCPU_ON;
	el2_fake.before_lock = other_resets;
	assert_true(call(&world.cpu[0], CPU_ON, 0x102, WORLD_RAM, 5) == DENIED);
	assert_int_equal(verb, EL2_TERMINATE);
	assert_int_equal(world.cpu[2].power, EL2_VCPU_OFF);
	assert_int_equal(el2_fake.wakes, 3); /* those of the end */
	for (uint32_t i = 3; i-- > 0;)
		assert_int_equal(el2_life_task(&world.cpu[i]),
				 i != 0 ? EL2_TASK_WAIT : EL2_TASK_SCRUB);
	el2_life_scrubbed(&world.vm);
	el2_life_loaded(&world.vm, NULL);
	assert_int_equal(world.vm.state, EL2_VM_RUNNING);
	assert_int_equal(el2_life_task(&world.cpu[2]), EL2_TASK_WAIT);
	assert_int_equal(el2_life_task(&world.cpu[0]), EL2_TASK_ENTER);
}

static void test_system(void **state)
{
	struct el2_vcpu *v = &world.cpu[0];

	(void)state;
	world_begin(2);
	(void)call(v, SYSTEM_OFF, 1, 2, 3);
	assert_int_equal(verb, EL2_TERMINATE);
	assert_string_equal(world.vm.end, "it powered off");
	assert_int_equal(world.vm.wish, EL2_WISH_OFF);
	/* who comes late changes nothing, and does not go on either */
	(void)call(&world.cpu[1], SYSTEM_RESET, 1, 2, 3);
	assert_int_equal(verb, EL2_TERMINATE);
	assert_string_equal(world.vm.end, "it powered off");
	assert_int_equal(world.vm.wish, EL2_WISH_OFF);
	(void)call(&world.cpu[1], VERSION, 1, 2, 3);
	assert_int_equal(verb, EL2_TERMINATE);
	world_begin(2);
	(void)call(v, SYSTEM_RESET, 1, 2, 3);
	assert_int_equal(verb, EL2_TERMINATE);
	assert_string_equal(world.vm.end, "it reset itself");
	assert_int_equal(world.vm.wish, EL2_WISH_RESET);
	/* off and reset at once: the first that gets the lock */
	world_begin(2);
	el2_fake.before_lock = other_resets;
	(void)call(v, SYSTEM_OFF, 1, 2, 3);
	assert_int_equal(verb, EL2_TERMINATE);
	assert_int_equal(world.vm.wish, EL2_WISH_RESET);
	/* a CPU goes off after the end */
	world_begin(1);
	(void)call(v, SYSTEM_RESET, 1, 2, 3);
	(void)call(v, CPU_OFF, 1, 2, 3);
	assert_string_equal(world.vm.end, "it reset itself");
}

/* ---- workarounds of the firmware */

#define WORKAROUND_1 0x80008000u
#define WORKAROUND_2 0x80007fffu
#define WORKAROUND_3 0x80003fffu
#define ARCH_FEATURES 0x80000001u

static uint64_t answer; /* to SMCCC_ARCH_FEATURES */

static uint64_t firmware(uint32_t function, uint64_t x1)
{
	(void)x1;
	return function == ARCH_FEATURES ? answer : 0x7777;
}

/* answer, what the guest is told, whether its call is passed on */
static void test_workarounds(void **state)
{
	static const uint32_t ids[] = { WORKAROUND_1, WORKAROUND_2, WORKAROUND_3 };
	static const struct {
		uint64_t answer, told;
		bool forwarded;
	} rows[] = {
		{ 0, 0, true },
		{ 1, 1, true }, /* there, but this CPU needs it not */
		{ UINT64_C(0xffffffffffffffff), NOT_SUPPORTED, false },
		{ 0xffffffff, NOT_SUPPORTED, false }, /* the upper half is nobody's */
		{ UINT64_C(0xfffffffffffffffe), UINT64_C(0xfffffffffffffffe), false },
		{ UINT64_C(0xabcdef0000000000), 0, true },
	};
	struct el2_vcpu *v = &world.cpu[0];

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		for (size_t k = 0; k < COUNT(ids); k++) {
			world_begin(1);
			el2_fake.firmware = firmware;
			answer = rows[i].answer;
			assert_true(call(v, ARCH_FEATURES, UINT64_C(0x9900000000) | ids[k], 2, 3) ==
				    rows[i].told);
			assert_int_equal(verb, EL2_EMULATE);
			assert_int_equal(el2_fake.calls, 1);
			assert_int_equal(el2_fake.call[0].function, ARCH_FEATURES);
			assert_true(el2_fake.call[0].x1 == ids[k]);
			assert_true(call(v, ids[k], UINT64_C(0xdddddddd00000001), 2, 3) ==
				    (rows[i].forwarded ? 0 : NOT_SUPPORTED));
			assert_int_equal(verb, rows[i].forwarded ? EL2_FORWARD : EL2_EMULATE);
			assert_int_equal(el2_fake.calls, rows[i].forwarded ? 3 : 2);
			if (rows[i].forwarded) {
				assert_int_equal(el2_fake.call[2].function, ids[k]);
				assert_true(el2_fake.call[2].x1 == 1);
			}
		}
}

/* Of the architecture's service nothing else is there, nor reaches the firmware. */
static void test_architecture(void **state)
{
	struct el2_vcpu *v = &world.cpu[0];

	(void)state;
	world_begin(1);
	el2_fake.firmware = firmware;
	answer = 0;
	for (uint32_t n = 0; n < 0x20000; n++) {
		const uint32_t id = 0x80000000u | n;
		const bool known = id == 0x80000000u || id == ARCH_FEATURES;

		if (id == WORKAROUND_1 || id == WORKAROUND_2 || id == WORKAROUND_3)
			continue;
		if (call(v, ARCH_FEATURES, id, 0, 0) != (known ? 0 : NOT_SUPPORTED))
			fail_msg("features of %#x: %#llx", (unsigned int)id,
				 (unsigned long long)v->x[0]);
		if (!known && call(v, id, id, 0, 0) != NOT_SUPPORTED)
			fail_msg("%#x: %#llx", (unsigned int)id, (unsigned long long)v->x[0]);
		assert_true(call(v, id | 0x40000000u, id, 0, 0) == NOT_SUPPORTED);
	}
	assert_int_equal(el2_fake.calls, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_absent),        cmocka_unit_test(test_features),
		cmocka_unit_test(test_constants),     cmocka_unit_test(test_suspend),
		cmocka_unit_test(test_cpu_on),        cmocka_unit_test(test_cpu_on_affinity),
		cmocka_unit_test(test_cpu_on_entry),  cmocka_unit_test(test_32_bits),
		cmocka_unit_test(test_affinity_info), cmocka_unit_test(test_two_callers),
		cmocka_unit_test(test_cpu_off),       cmocka_unit_test(test_system),
		cmocka_unit_test(test_cpu_on_late),   cmocka_unit_test(test_workarounds),
		cmocka_unit_test(test_architecture),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
