/* SPDX-License-Identifier: BSD-2-Clause */
/* Images that are staged for a VM: who may when, what is refused, and what is in the memory. */
#include "unit.h"

#include "el2/calls.h"
#include "el2_calls_world.h"

#define WINDOW (&memory.mailbox[EL2_MAILBOX_WINDOW])

static struct el2_vm *const worker = &node.vms[WORKER];

static struct el2_request ask(uint32_t number, uint64_t slot, uint64_t a, uint64_t b)
{
	struct el2_request r = { .number = number, .arg = { slot, a, b } };

	el2_calls(&node.vms[BOSS], &r);
	assert_int_equal(el2_host_machine.held, 0);
	return r;
}

static int64_t image(uint64_t which, uint64_t bytes)
{
	return ask(EL2_CALLS_STAGE_BEGIN, WORKER, which, bytes).status;
}

static int64_t chunk(uint64_t off, uint64_t bytes)
{
	return ask(EL2_CALLS_STAGE_CHUNK, WORKER, off, bytes).status;
}

static int64_t end(void)
{
	return ask(EL2_CALLS_STAGE_END, WORKER, 0, 0).status;
}

static bool has_job(void)
{
	return (ask(EL2_CALLS_VM_INFO, WORKER, 0, 0).result[0] & EL2_CALLS_INFO_STAGING) != 0;
}

static int64_t create(void)
{
	return ask(EL2_CALLS_VM_CREATE, WORKER, 0, 0).status;
}

static int setup(void **state)
{
	(void)state;
	begin();
	for (size_t i = 0; i < EL2_MAILBOX_WINDOW_SIZE; i++)
		WINDOW[i] = (uint8_t)(i * 7 % 251 + 1);
	return 0;
}

/* One image from begin to end, and each call where it does not belong. */
static void test_order(void **state)
{
	uint64_t changes;

	(void)state;
	assert_int_equal(chunk(0, 1), EL2_CALLS_STATE);
	assert_int_equal(end(), EL2_CALLS_STATE);
	worker->verified = true;
	assert_int_equal(image(1, 5000), 0);
	assert_false(has_job() || worker->verified);
	assert_int_equal(create(), EL2_CALLS_STATE);
	assert_int_equal(image(0, 1), EL2_CALLS_STATE); /* another one is open */
	assert_int_equal(end(), EL2_CALLS_INVALID);
	assert_int_equal(chunk(7, 5001), EL2_CALLS_INVALID);
	assert_int_equal(ask(EL2_CALLS_STAGE_CHUNK, WORKER, 7, 4999).result[0], 4999);
	assert_true(has_job());
	assert_int_equal(el2_host_machine.woken >> worker->vcpu[0]->cpu & 1, 1);
	assert_int_equal(chunk(0, 1), EL2_CALLS_FULL);
	assert_int_equal(end(), EL2_CALLS_FULL);
	assert_int_equal(image(1, 5000), EL2_CALLS_FULL);
	assert_int_equal(image(2, 0), EL2_CALLS_FULL);
	assert_int_equal(create(), EL2_CALLS_STATE);
	(void)ask(EL2_CALLS_EVENTS, 0, 0, 0);
	changes = worker->changes;
	settle(worker, NULL);
	assert_false(has_job());
	assert_int_equal(worker->changes, changes + 1);
	assert_int_equal(ask(EL2_CALLS_EVENTS, 0, 0, 0).result[0], 1 << WORKER);
	assert_int_equal(worker->state, EL2_VM_EMPTY);
	assert_memory_equal(memory.staging, WINDOW + 7, 4999);
	assert_int_equal(memory.staging[4999], 0);
	assert_int_equal(end(), EL2_CALLS_INVALID); /* a byte is missing */
	assert_int_equal(chunk(0, 2), EL2_CALLS_INVALID);
	assert_int_equal(ask(EL2_CALLS_STAGE_CHUNK, WORKER, 0, 1).result[0], 5000);
	settle(worker, NULL);
	assert_int_equal(chunk(0, 1), EL2_CALLS_INVALID);
	assert_int_equal(create(), EL2_CALLS_STATE);
	assert_int_equal(end(), 0);
	assert_int_equal(end(), EL2_CALLS_STATE);
	assert_int_equal(chunk(0, 1), EL2_CALLS_STATE);
	assert_int_equal(create(), 0);
	assert_int_equal(image(1, 1), EL2_CALLS_STATE); /* it is LOADING */
	assert_int_equal(el2_stage_image(worker, 1).size, 5000);
	assert_true(el2_stage_image(worker, 1).data == memory.staging);
	assert_int_equal(el2_stage_image(worker, 0).size, 0);
}

static void test_arguments(void **state)
{
	static const struct {
		uint64_t off, bytes;
		int64_t wanted;
	} chunks[] = {
		{ 0, 0, EL2_CALLS_INVALID },
		{ 0, 0x10001, EL2_CALLS_INVALID },
		{ 1, 0x10000, EL2_CALLS_INVALID },
		{ 0x10000, 1, EL2_CALLS_INVALID },
		{ UINT64_MAX, 2, EL2_CALLS_INVALID },
		{ 2, UINT64_MAX, EL2_CALLS_INVALID },
		{ UINT64_C(1) << 32, 1, EL2_CALLS_INVALID },
		{ 0xffff, 1, 0 },
	};

	(void)state;
	assert_int_equal(image(3, 1), EL2_CALLS_INVALID);
	assert_int_equal(image(UINT64_C(1) << 32, 1), EL2_CALLS_INVALID);
	assert_int_equal(image(0, STAGING + 1), EL2_CALLS_FULL);
	assert_int_equal(image(0, UINT64_MAX), EL2_CALLS_FULL);
	assert_int_equal(ask(EL2_CALLS_STAGE_BEGIN, N_VMS, 0, 1).status, EL2_CALLS_INVALID);
	/* one for which the bundle has no memory */
	assert_int_equal(ask(EL2_CALLS_STAGE_BEGIN, POOR, 0, 0).status, EL2_CALLS_STATE);
	assert_int_equal(image(0, STAGING), 0);
	for (size_t i = 0; i < COUNT(chunks); i++)
		assert_int_equal(chunk(chunks[i].off, chunks[i].bytes), chunks[i].wanted);
	settle(worker, NULL);
	assert_int_equal(memory.staging[0], WINDOW[0xffff]);
	assert_int_equal(chunk(0, STAGING), EL2_CALLS_INVALID);
}

/* ---- against a model of the memory, with any calls in any order */

static struct {
	uint8_t bytes[STAGING];
	size_t at[3], size[3]; /* images */
	bool is_ended[3];
	uint64_t digest[3];
} model;

/* Where the memory has an image, and that it is beside the others. */
static void note_image(uint64_t which, uint64_t bytes)
{
	memset(&model.bytes[model.at[which]], 0, model.size[which]);
	model.at[which] = (size_t)worker->stage.image[which].at;
	model.size[which] = (size_t)bytes;
	model.is_ended[which] = false;
	assert_true(model.at[which] % 4096 == 0);
	for (uint64_t i = 0; i < 3; i++)
		assert_true(i == which ||
			    !ab_overlaps(model.at[i], model.size[i], model.at[which], bytes));
}

/* Whether an image of that size has a place between the others, on a map of pages. */
static bool has_place(uint64_t which, uint64_t bytes)
{
	const size_t pages = (size_t)((bytes + 4095) / 4096);
	size_t n = 0;

	for (size_t at = 0; at < STAGING; at += 4096) {
		n++;
		for (uint64_t i = 0; i < 3; i++)
			if (i != which && ab_overlaps(at, 4096, model.at[i], model.size[i]))
				n = 0;
		if (n == pages)
			return true;
	}
	return false;
}

static void check_model(void)
{
	assert_memory_equal(model.bytes, memory.staging, STAGING);
	for (unsigned int i = 0; i < 3; i++) {
		const struct ab_bytes b = el2_stage_image(worker, i);

		assert_int_equal(b.size, model.size[i]);
		assert_true(b.size == 0 || b.data == &memory.staging[model.at[i]]);
		assert_true(!model.is_ended[i] ||
			    ab_ld_le64(worker->stage.image[i].digest) == model.digest[i]);
	}
}

static void any_begin(uint64_t *seed, uint32_t *open)
{
	const uint64_t which = rnd_below(seed, 3);
	const uint64_t bytes = rnd_below(seed, 3) == 0 ? 0 : 1 + rnd_below(seed, STAGING);
	int64_t want = 0;

	if (bytes != 0 && *open != 0 && *open != which + 1)
		want = EL2_CALLS_STATE;
	else if (bytes != 0 && !has_place(which, bytes))
		want = EL2_CALLS_FULL;
	assert_int_equal(image(which, bytes), want);
	if (want != 0)
		return;
	note_image(which, bytes);
	*open = bytes != 0 ? (uint32_t)which + 1 : *open == which + 1 ? 0 : *open;
}

static void any_chunk(uint64_t *seed, uint32_t open)
{
	const uint64_t off = rnd_below(seed, 50000), filled = worker->stage.filled;
	const uint64_t left = open != 0 ? model.size[open - 1] - filled : 0;
	uint64_t bytes = 1 + rnd_below(seed, 9000);
	int64_t want = 0;

	if (left != 0 && left < bytes && rnd_below(seed, 2) != 0)
		bytes = left;

	WINDOW[off + rnd_below(seed, (uint32_t)bytes)]++;
	if (open == 0)
		want = EL2_CALLS_STATE;
	else if (bytes > left)
		want = EL2_CALLS_INVALID;
	assert_int_equal(chunk(off, bytes), want);
	if (want == 0)
		memcpy(&model.bytes[model.at[open - 1] + filled], WINDOW + off, (size_t)bytes);
}

static void test_model(void **state)
{
	uint64_t seed = 0x57a9e, ended = 0;
	uint32_t open = 0;

	(void)state;
	memset(&model, 0, sizeof(model));
	for (unsigned int i = 0; i < 30000; i++) {
		const uint32_t what = rnd_below(&seed, 20);

		if (what < 3) {
			any_begin(&seed, &open);
		} else if (what < 16) {
			any_chunk(&seed, open);
		} else if (what < 19) {
			const bool is = open != 0 && worker->stage.filled == model.size[open - 1];

			assert_int_equal(ask(EL2_CALLS_STAGE_END, WORKER, i, 0).status,
					 is          ? 0
					 : open != 0 ? EL2_CALLS_INVALID
						     : EL2_CALLS_STATE);
			if (is) {
				model.is_ended[open - 1] = true;
				model.digest[open - 1] = i;
				open = 0;
				ended++;
			}
		} else {
			/* a life in between changes nothing */
			assert_int_equal(create(), open != 0 ? EL2_CALLS_STATE : 0);
			(void)ask(EL2_CALLS_VM_DESTROY, WORKER, 0, 0);
		}
		settle(worker, NULL);
		if (i % 16 == 0)
			check_model();
	}
	assert_true(ended > 100);
}

/* The work goes on in steps, between which others have a say, e.g. a shutdown. */
static void test_steps(void **state)
{
	(void)state;
	assert_int_equal(image(0, STAGING), 0);
	assert_int_equal(chunk(0, 0x10000), 0);
	assert_int_equal(el2_life_task(worker->vcpu[1]), EL2_TASK_WAIT);
	assert_int_equal(el2_life_task(worker->vcpu[0]), EL2_TASK_STAGE);
	assert_int_equal(ask(EL2_CALLS_SHUTDOWN, 0, 0, 0).status, 0);
	settle(worker, NULL);
	settle(&node.vms[BOSS], NULL);
	assert_memory_equal(memory.staging, WINDOW, STAGING);
	assert_true(el2_life_over(&node));
}

/* What is long is done a MiB at a time, and erased before something is copied over it. */
static void test_long(void **state)
{
	static uint8_t bytes[3 * AB_MiB];
	struct el2_bundle_vm spec = specs[WORKER];
	unsigned int steps = 0;

	(void)state;
	spec.staging = sizeof(bytes);
	worker->spec = &spec;
	worker->stage.pa = el2_host_machine.memory = UINT64_C(1) << 32;
	el2_host_machine.bytes = bytes;
	el2_host_machine.size = sizeof(bytes);
	memset(bytes, 0xee, sizeof(bytes));
	assert_int_equal(image(2, 2 * AB_MiB + 5), 0);
	assert_false(has_job());
	assert_int_equal(image(2, sizeof(bytes)), 0);
	for (; el2_life_task(worker->vcpu[0]) == EL2_TASK_STAGE; steps++) {
		assert_true(has_job());
		assert_int_equal(chunk(0, 1), EL2_CALLS_FULL);
		assert_int_equal(create(), EL2_CALLS_STATE);
		el2_stage_work(worker);
	}
	assert_int_equal(steps, 3);
	for (size_t i = 0; i < sizeof(bytes); i++)
		assert_int_equal(bytes[i], i < 2 * AB_MiB + 5 ? 0 : 0xee);
}

/* A manager that ends leaves all as it is: its next life goes on, or takes it back. */
static void test_manager_ends(void **state)
{
	struct el2_vm *boss = &node.vms[BOSS];

	(void)state;
	assert_int_equal(image(1, 6000), 0);
	assert_int_equal(chunk(0, 4000), 0);
	el2_life_end(boss, "it reset itself", EL2_WISH_RESET);
	settle(boss, NULL);
	assert_int_equal(boss->state, EL2_VM_RUNNING);
	assert_true(has_job());
	settle(worker, NULL);
	assert_int_equal(ask(EL2_CALLS_STAGE_CHUNK, WORKER, 4000, 2000).result[0], 6000);
	settle(worker, NULL);
	assert_memory_equal(memory.staging, WINDOW, 6000);
	assert_int_equal(image(0, 1), EL2_CALLS_STATE);
	for (unsigned int i = 0; i < 3; i++) {
		assert_int_equal(image(i, 0), 0);
		settle(worker, NULL);
	}
	assert_int_equal(create(), 0);
	for (size_t i = 0; i < STAGING; i++)
		assert_int_equal(memory.staging[i], 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_order, setup),
		cmocka_unit_test_setup(test_arguments, setup),
		cmocka_unit_test_setup(test_model, setup),
		cmocka_unit_test_setup(test_steps, setup),
		cmocka_unit_test_setup(test_long, setup),
		cmocka_unit_test_setup(test_manager_ends, setup),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
