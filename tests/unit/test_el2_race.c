/* SPDX-License-Identifier: BSD-2-Clause */
/* CPUs of a manager make calls about one VM while its CPUs work, and take turns by the mailbox:
 * threads, whose turns change at each lock. What life.h and stage.h promise about who does what at
 * a time is looked at by the CPU that relies on it. */
#include "unit.h"

#include "el2/calls.h"
#include "el2_calls_world.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

#define CALLERS 2
#define CALLS 12000 /* of each */
#define BYTE 0x77 /* all that is staged */
#define SPINS 50000000u

static struct el2_vm *const worker = &node.vms[WORKER];
static atomic_bool over;
static atomic_uint wrong, creates, starts, loads, chunks, ends;
static _Thread_local uint64_t seed;
static _Thread_local unsigned int held;

/* ---- locks that are some, in place of those of a machine with one CPU */

void __wrap_el2_lock(struct el2_lock *lock);
void __wrap_el2_unlock(struct el2_lock *lock);
void __wrap_el2_hw_wake(uint32_t cpu);

static void maybe_yield(void)
{
	if (rnd_below(&seed, 8) == 0)
		(void)sched_yield();
}

void __wrap_el2_lock(struct el2_lock *lock)
{
	const uint32_t ticket = __atomic_fetch_add(&lock->next, 1, __ATOMIC_RELAXED);
	unsigned int spins = 0;

	while (__atomic_load_n(&lock->owner, __ATOMIC_ACQUIRE) != ticket) {
		world_require(++spins < SPINS); /* a deadlock */
		(void)sched_yield();
	}
	held++;
	maybe_yield();
}

void __wrap_el2_unlock(struct el2_lock *lock)
{
	maybe_yield();
	held--;
	__atomic_store_n(&lock->owner, lock->owner + 1, __ATOMIC_RELEASE);
	maybe_yield();
}

void __wrap_el2_hw_wake(uint32_t cpu)
{
	(void)cpu; /* they never sleep */
}

/* ---- callers */

static int64_t ask(uint32_t number, uint64_t a, uint64_t b)
{
	struct el2_request r = { .number = number, .arg = { WORKER, a, b } };

	el2_calls(&node.vms[BOSS], &r);
	wrong += held != 0 || r.status > 0 || r.status < EL2_CALLS_FULL;
	return r.status;
}

static void stage(uint32_t what)
{
	if (what < 2)
		(void)ask(EL2_CALLS_STAGE_BEGIN, rnd_below(&seed, 2),
			  rnd_below(&seed, 4) * (1 + rnd_below(&seed, 9000)));
	else if (what < 8)
		chunks += ask(EL2_CALLS_STAGE_CHUNK, rnd_below(&seed, 100),
			      1 + rnd_below(&seed, 4000)) == 0;
	else
		ends += ask(EL2_CALLS_STAGE_END, 0, 0) == 0;
}

/* A chunk of all that is missing, so that images come to an end. */
static void finish(void)
{
	for (unsigned int i = 0; i < 3; i++) {
		uint64_t left;

		el2_lock(&worker->lock);
		left = worker->stage.image[i].size - worker->stage.filled;
		el2_unlock(&worker->lock);
		if (left - 1 < EL2_MAILBOX_WINDOW_SIZE)
			chunks += ask(EL2_CALLS_STAGE_CHUNK, 0, left) == 0;
	}
	ends += ask(EL2_CALLS_STAGE_END, 0, 0) == 0;
}

static bool has_seen_all(void)
{
	return loads > 100 && starts > 100 && chunks > 100 && ends > 100;
}

static void *caller(void *number)
{
	seed = 0xca11 + (uint64_t) * (const unsigned int *)number;
	/* a busy host gives turns to few: then it takes more of them */
	for (unsigned int i = 0; i < CALLS || (i < 100 * CALLS && !has_seen_all()); i++) {
		const uint32_t what = rnd_below(&seed, 24);

		if (what < 11)
			stage(what);
		else if (what < 15)
			finish();
		else if (what < 18)
			creates += ask(EL2_CALLS_VM_CREATE, 0, 0) == 0;
		else if (what < 20)
			starts += ask(EL2_CALLS_VM_START, 0, 0) == 0;
		else if (what == 20)
			(void)ask(EL2_CALLS_VM_STOP, 0, 0);
		else if (what == 21)
			(void)ask(EL2_CALLS_VM_DESTROY, 0, 0);
		else
			(void)ask(what == 22 ? EL2_CALLS_VM_INFO : EL2_CALLS_EVENTS, 0, 0);
	}
	return NULL;
}

/* ---- the VM's CPUs */

/* Nobody stages while it is loaded, and what was staged is whole. */
static void load(struct el2_vm *vm)
{
	loads++;
	for (unsigned int i = 0; i < 2 * EL2_CALLS_IMAGES; i++) { /* for a while */
		const struct ab_bytes b = el2_stage_image(vm, i % EL2_CALLS_IMAGES);

		for (size_t n = 0; n < b.size; n++)
			wrong += ((const uint8_t *)b.data)[n] != BYTE;
		wrong += !el2_stage_is_over(vm);
		maybe_yield();
	}
	el2_life_loaded(vm, rnd_below(&seed, 4) == 0 ? "it cannot be loaded" : NULL);
}

/* Nobody loads while it is staged. */
static void copy(struct el2_vm *vm)
{
	const enum el2_state before = vm->state;

	wrong += before != EL2_VM_EMPTY && before != EL2_VM_FAILED;
	maybe_yield();
	el2_stage_work(vm);
}

static void *cpu(void *arg)
{
	struct el2_vcpu *v = arg;
	const volatile enum el2_state *state = &v->vm->state;
	unsigned int patience = 200000;

	seed = 0xc0 + v->index;
	while (!over || *state != EL2_VM_EMPTY || el2_stage_has_job(v->vm)) {
		switch (el2_life_task(v)) {
		case EL2_TASK_LOAD:
			load(v->vm);
			break;
		case EL2_TASK_SCRUB:
			el2_life_scrubbed(v->vm);
			break;
		case EL2_TASK_STAGE:
			copy(v->vm);
			break;
		case EL2_TASK_ENTER:
			while (!el2_life_leaves(v) && rnd_below(&seed, 50) != 0)
				(void)sched_yield();
			(void)el2_life_stop(v->vm, "it powered off", EL2_WISH_OFF);
			break;
		case EL2_TASK_WAIT:
			(void)sched_yield();
		}
		wrong += held != 0;
		if (over && --patience == 0) { /* the VM never ends */
			wrong++;
			break;
		}
	}
	return NULL;
}

static void test_race(void **state)
{
	static unsigned int numbers[CALLERS] = { 0, 1 };
	pthread_t cpus[2], callers[CALLERS];
	struct el2_request r = { .number = EL2_CALLS_SHUTDOWN };

	(void)state;
	begin();
	memset(memory.mailbox, BYTE, sizeof(memory.mailbox));
	for (unsigned int i = 0; i < 2; i++)
		assert_int_equal(pthread_create(&cpus[i], NULL, cpu, worker->vcpu[i]), 0);
	for (unsigned int i = 0; i < CALLERS; i++)
		assert_int_equal(pthread_create(&callers[i], NULL, caller, &numbers[i]), 0);
	for (unsigned int i = 0; i < CALLERS; i++)
		assert_int_equal(pthread_join(callers[i], NULL), 0);
	el2_calls(&node.vms[BOSS], &r);
	over = true;
	for (unsigned int i = 0; i < 2; i++)
		assert_int_equal(pthread_join(cpus[i], NULL), 0);
	assert_int_equal(wrong, 0);
	assert_int_equal(starts, worker->starts); /* each that was told to be done was */
	assert_true(loads <= creates);
	assert_true(has_seen_all());
}

/* ---- programs that take turns by the mailbox, on as many CPUs of the manager */

#define PROGRAMS 4
#define TURNS 1000 /* of each */

static uint64_t mail(uint64_t off, bool write, uint64_t value)
{
	wrong += !el2_mailbox_access(&node.vms[BOSS], off, 8, write, &value);
	return value;
}

/* Its calls are of its own, so it would notice what is not its own answer. */
static void *program(void *number)
{
	uint8_t *page = &memory.mailbox[EL2_MAILBOX_REQUEST];
	const unsigned int own = *(const unsigned int *)number;
	const size_t length = strlen(specs[own % N_VMS].name);

	seed = 0x3a11 + own;
	for (unsigned int i = 0; i < TURNS; i++) {
		uint64_t ticket;

		while ((ticket = mail(EL2_MAILBOX_CLAIM, false, 0)) == 0)
			(void)sched_yield();
		ab_st_le32(page, EL2_CALLS_VM_TEXT);
		ab_st_le64(page + EL2_MAILBOX_STATUS, 1);
		ab_st_le64(page + EL2_MAILBOX_ARGS, own % N_VMS);
		maybe_yield();
		ab_st_le64(page + EL2_MAILBOX_ARGS + 8, EL2_CALLS_TEXT_NAME);
		(void)mail(EL2_MAILBOX_DOORBELL, true, ticket + 1 + rnd_below(&seed, 3));
		wrong += ab_ld_le64(page + EL2_MAILBOX_STATUS) != 1;
		(void)mail(EL2_MAILBOX_DOORBELL, true, ticket);
		maybe_yield();
		wrong += ab_ld_le64(page + EL2_MAILBOX_STATUS) != 0 ||
			 ab_ld_le64(page + EL2_MAILBOX_RESULTS) != length ||
			 memcmp(page + EL2_MAILBOX_DATA, specs[own % N_VMS].name, length) != 0;
		(void)mail(EL2_MAILBOX_TICKET, true, ticket);
	}
	return NULL;
}

static void test_turns(void **state)
{
	static unsigned int numbers[PROGRAMS] = { 0, 1, 2, 3 };
	pthread_t programs[PROGRAMS];

	(void)state;
	begin();
	for (unsigned int i = 0; i < PROGRAMS; i++)
		assert_int_equal(pthread_create(&programs[i], NULL, program, &numbers[i]), 0);
	for (unsigned int i = 0; i < PROGRAMS; i++)
		assert_int_equal(pthread_join(programs[i], NULL), 0);
	assert_int_equal(wrong, 0);
	assert_int_equal(node.vms[BOSS].mailbox.given, PROGRAMS * TURNS);
	assert_int_equal(node.vms[BOSS].mailbox.holder, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_race),
		cmocka_unit_test(test_turns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
