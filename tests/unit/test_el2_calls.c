/* SPDX-License-Identifier: BSD-2-Clause */
/* Calls of one VM about another: each call in each state, who may, and any calls in any order. */
#include "unit.h"

#include "el2/calls.h"
#include "el2_calls_world.h"

static struct el2_request ask(unsigned int from, uint32_t number, uint64_t a, uint64_t b)
{
	struct el2_request r = { .number = number, .arg = { a, b, 1 } };

	memset(r.result, 0xa5, sizeof(r.result));
	el2_calls(&node.vms[from], &r);
	assert_int_equal(el2_host_machine.held, 0);
	assert_true(r.n == 0 || (r.status == 0 && (r.n == 3 || r.n == 7)));
	return r;
}

static int64_t status(uint32_t number)
{
	return ask(BOSS, number, WORKER, number == EL2_CALLS_RAISE ? EL2_INTID_DOORBELL : 0).status;
}

/* ---- each state */

static void never(void)
{
}

static void loading(void)
{
	assert_true(el2_life_create(&node.vms[WORKER], false));
}

static void ready(void)
{
	loading();
	settle(&node.vms[WORKER], NULL);
}

static void running(void)
{
	ready();
	assert_true(el2_life_start(&node.vms[WORKER]));
	settle(&node.vms[WORKER], NULL);
}

static void stopping(void)
{
	running();
	assert_int_equal(status(EL2_CALLS_VM_STOP), 0);
}

static void stopped(void)
{
	stopping();
	settle(&node.vms[WORKER], NULL);
	assert_true(node.vms[WORKER].stopped);
}

static void destroying(void)
{
	running();
	assert_int_equal(status(EL2_CALLS_VM_DESTROY), 0);
}

static void destroyed(void)
{
	destroying();
	settle(&node.vms[WORKER], NULL);
}

/* Its first restart is over: it ends for good. */
static void scrubbing(void)
{
	running();
	node.vms[WORKER].restarts = 0;
	el2_life_end(&node.vms[WORKER], "it ended", EL2_WISH_OFF);
	(void)el2_life_task(node.vms[WORKER].vcpu[0]);
}

static void ended(void)
{
	scrubbing();
	settle(&node.vms[WORKER], NULL);
}

static void failed(void)
{
	loading();
	settle(&node.vms[WORKER], "it cannot be loaded");
}

#define S EL2_CALLS_STATE

/* What create, start, stop, destroy, exits, read, write, raise, and the calls that stage give in
 * it. */
static const struct {
	const char *name;
	void (*reach)(void);
	enum el2_state state;
	int8_t create, start, stop, destroy, exits, read, write, raise, stage;
} states[] = {
	{ "never", never, EL2_VM_EMPTY, 0, S, S, S, S, S, S, S, 0 },
	{ "loading", loading, EL2_VM_LOADING, S, S, 0, 0, 0, 0, S, S, S },
	{ "ready", ready, EL2_VM_READY, S, 0, 0, 0, 0, 0, S, S, S },
	{ "running", running, EL2_VM_RUNNING, S, S, 0, 0, 0, 0, 0, 0, S },
	{ "stopping", stopping, EL2_VM_STOPPING, S, S, S, 0, 0, 0, S, S, S },
	{ "stopped", stopped, EL2_VM_STOPPING, S, S, S, 0, 0, 0, S, S, S },
	{ "destroying", destroying, EL2_VM_STOPPING, S, S, S, S, 0, 0, S, S, S },
	{ "destroyed", destroyed, EL2_VM_EMPTY, 0, S, S, S, S, S, S, S, 0 },
	{ "scrubbing", scrubbing, EL2_VM_SCRUBBING, S, S, S, 0, 0, 0, S, S, S },
	{ "ended", ended, EL2_VM_EMPTY, 0, S, S, 0, 0, 0, S, S, 0 },
	{ "failed", failed, EL2_VM_FAILED, 0, S, S, 0, 0, 0, S, S, 0 },
};

static void test_states(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(states); i++) {
		const struct {
			uint32_t number;
			int64_t wanted;
		} rows[] = {
			{ EL2_CALLS_VM_CREATE, states[i].create },
			{ EL2_CALLS_VM_START, states[i].start },
			{ EL2_CALLS_VM_STOP, states[i].stop },
			{ EL2_CALLS_VM_DESTROY, states[i].destroy },
			{ EL2_CALLS_VM_EXITS, states[i].exits },
			{ EL2_CALLS_CONSOLE_READ, states[i].read },
			{ EL2_CALLS_CONSOLE_WRITE, states[i].write },
			{ EL2_CALLS_RAISE, states[i].raise },
			{ EL2_CALLS_STAGE_BEGIN, states[i].stage },
			{ EL2_CALLS_STAGE_CHUNK, states[i].stage },
			{ EL2_CALLS_STAGE_END, states[i].stage },
			{ EL2_CALLS_VM_INFO, 0 },
			{ EL2_CALLS_VM_TEXT, 0 },
		};

		for (size_t n = 0; n < COUNT(rows); n++) {
			begin();
			states[i].reach();
			if (node.vms[WORKER].state != states[i].state)
				fail_msg("%s: state %d", states[i].name, node.vms[WORKER].state);
			if (rows[n].number >= EL2_CALLS_STAGE_BEGIN) {
				/* an image was begun, and has what it needs, or a byte less */
				node.vms[WORKER].stage.open = 1;
				node.vms[WORKER].stage.image[0].size = 10;
				node.vms[WORKER].stage.filled =
				    rows[n].number == EL2_CALLS_STAGE_END ? 10 : 9;
			}
			if (status(rows[n].number) != rows[n].wanted)
				fail_msg("%s: call %u does not give %d", states[i].name,
					 rows[n].number, (int)rows[n].wanted);
		}
	}
}

/* ---- who may, and what is there */

static void test_capabilities(void **state)
{
	(void)state;
	begin();
	for (uint32_t n = 0; n <= EL2_CALLS_MOST; n++) {
		const int64_t is = ask(POOR, n, WORKER, 0).status;

		assert_int_equal(is, n == 0               ? 0
				     : n < EL2_CALLS_MOST ? EL2_CALLS_DENIED
							  : EL2_CALLS_UNKNOWN);
	}
	assert_int_equal(ask(BOSS, EL2_CALLS_VM_INFO, N_VMS, 0).status, EL2_CALLS_INVALID);
	assert_int_equal(ask(BOSS, EL2_CALLS_VM_INFO, UINT64_C(1) << 32, 0).status,
			 EL2_CALLS_INVALID);
	assert_int_equal(ask(BOSS, UINT32_MAX, 0, 0).status, EL2_CALLS_UNKNOWN);
	/* these look at the state before their other arguments */
	assert_int_equal(ask(BOSS, EL2_CALLS_RAISE, WORKER, 1).status, EL2_CALLS_STATE);
	assert_int_equal(ask(BOSS, EL2_CALLS_CONSOLE_WRITE, WORKER, 1 << 20).status,
			 EL2_CALLS_STATE);
	assert_int_equal(ask(BOSS, EL2_CALLS_RAISE, BOSS, 1).status, EL2_CALLS_INVALID);
	assert_int_equal(ask(BOSS, EL2_CALLS_CONSOLE_WRITE, BOSS, 1 << 20).status,
			 EL2_CALLS_INVALID);
}

/* What is counted begins anew when the VM is loaded, and is not seen any more from then on. */
static void test_exits(void **state)
{
	struct el2_vm *vm = &node.vms[WORKER];

	(void)state;
	begin();
	running();
	for (uint32_t i = 0; i < vm->spec->n_cpus; i++)
		for (unsigned int e = 0; e < EL2_EXITS; e++)
			vm->vcpu[i]->exits[e] = 100 * i + e + 1;
	for (unsigned int e = 0; e < EL2_EXITS; e++)
		assert_int_equal(ask(BOSS, EL2_CALLS_VM_EXITS, WORKER, 0).result[e],
				 vm->spec->n_cpus * (e + 1) +
				     100 * (vm->spec->n_cpus * (vm->spec->n_cpus - 1) / 2));
	el2_life_end(vm, "it reset itself", EL2_WISH_RESET);
	assert_int_equal(ask(BOSS, EL2_CALLS_VM_EXITS, WORKER, 0).result[0],
			 vm->spec->n_cpus + 100 * (vm->spec->n_cpus * (vm->spec->n_cpus - 1) / 2));
	settle(vm, NULL);
	assert_int_equal(vm->state, EL2_VM_RUNNING);
	for (unsigned int e = 0; e < EL2_EXITS; e++)
		assert_int_equal(ask(BOSS, EL2_CALLS_VM_EXITS, WORKER, 0).result[e], 0);
	vm->vcpu[0]->exits[0] = 7;
	vm->restarts = 0;
	el2_life_end(vm, "it ended", EL2_WISH_FAIL);
	settle(vm, NULL);
	assert_int_equal(ask(BOSS, EL2_CALLS_VM_EXITS, WORKER, 0).result[0], 7);
	assert_int_equal(ask(BOSS, EL2_CALLS_VM_DESTROY, WORKER, 0).status, 0);
	assert_int_equal(status(EL2_CALLS_VM_EXITS), EL2_CALLS_STATE);
	loading();
	assert_int_equal(ask(BOSS, EL2_CALLS_VM_EXITS, WORKER, 0).result[0], 0);
}

/* A restart of its own, then none is left; a reset does not count. */
static void test_restarts(void **state)
{
	struct el2_vm *vm = &node.vms[WORKER];

	(void)state;
	begin();
	running();
	el2_life_end(vm, "it reset itself", EL2_WISH_RESET);
	settle(vm, NULL);
	el2_life_end(vm, "it ended", EL2_WISH_OFF);
	settle(vm, NULL);
	assert_int_equal(vm->state, EL2_VM_RUNNING);
	assert_int_equal(vm->starts, 3);
	el2_life_end(vm, "it ended", EL2_WISH_FAIL);
	settle(vm, NULL);
	assert_int_equal(vm->state, EL2_VM_FAILED);
	/* the manager ends, too: then the node does, and says so once */
	assert_false(el2_life_over(&node));
	el2_life_end(&node.vms[BOSS], "it powered off", EL2_WISH_OFF);
	settle(&node.vms[BOSS], NULL);
	assert_true(el2_life_over(&node));
	assert_false(el2_life_over(&node));
}

/* A stopped VM and one that is READY keep no node alive, one that is on its way does. */
static void test_headless(void **state)
{
	(void)state;
	begin();
	stopping();
	assert_int_equal(el2_host_machine.woken & 6, 6);
	assert_true(el2_life_create(&node.vms[POOR], false));
	settle(&node.vms[POOR], NULL);
	el2_life_end(&node.vms[BOSS], "it powered off", EL2_WISH_OFF);
	settle(&node.vms[BOSS], NULL);
	assert_false(el2_life_over(&node));
	settle(&node.vms[WORKER], NULL);
	assert_true(el2_life_over(&node));
}

static void test_digest(void **state)
{
	struct el2_vm *vm = &node.vms[WORKER];

	(void)state;
	begin();
	assert_int_equal(ask(BOSS, EL2_CALLS_VM_DIGEST, WORKER, 0).status, EL2_CALLS_STATE);
	vm->verified = true;
	vm->digest[1][0] = 0x12;
	vm->digest[1][31] = 0x34;
	assert_int_equal(ask(BOSS, EL2_CALLS_VM_DIGEST, WORKER, 3).status, EL2_CALLS_INVALID);
	assert_int_equal(ask(BOSS, EL2_CALLS_VM_DIGEST, WORKER, 1).result[0], 0x12);
	assert_int_equal(ask(BOSS, EL2_CALLS_VM_DIGEST, WORKER, 1).result[3], UINT64_C(0x34) << 56);
	assert_int_equal(ask(BOSS, EL2_CALLS_VM_DIGEST, WORKER, 1).result[4], 0);
}

static void test_events(void **state)
{
	struct el2_request r;

	(void)state;
	begin();
	(void)ask(BOSS, EL2_CALLS_EVENTS, 0, 0);
	assert_int_equal(node.vms[BOSS].gic.spis[1].line, 0);
	loading();
	assert_int_equal(node.vms[BOSS].gic.spis[1].line, 1u << EL2_INTID_EVENT % 32);
	el2_console_put(&node.vms[POOR].console, 'x');
	el2_event_printed(&node.vms[POOR]);
	r = ask(BOSS, EL2_CALLS_EVENTS, 0, 0);
	assert_int_equal(r.result[0], 1u << WORKER | 0x100u << POOR);
	assert_int_equal(r.result[1], node.changes);
	assert_int_equal(node.vms[BOSS].gic.spis[1].line, 0);
	assert_int_equal(ask(BOSS, EL2_CALLS_EVENTS, 0, 0).result[0], 0);
	/* it comes again: whoever prints next looks at this */
	assert_false(node.vms[POOR].told);
	el2_console_put(&node.vms[POOR].console, 'y');
	el2_event_printed(&node.vms[POOR]);
	assert_int_equal(node.vms[BOSS].gic.spis[1].line, 1u << EL2_INTID_EVENT % 32);
	assert_int_equal(ask(BOSS, EL2_CALLS_EVENTS, 0, 0).result[0], 0x100u << POOR);
}

/* What was lost is told, and what was destroyed cannot be read. */
static void test_console(void **state)
{
	struct el2_console *c = &node.vms[WORKER].console;
	struct el2_request r;

	(void)state;
	begin();
	running();
	for (unsigned int i = 0; i < EL2_CONSOLE_SIZE + 100; i++)
		el2_console_put(c, (uint8_t)i);
	r = ask(BOSS, EL2_CALLS_CONSOLE_READ, WORKER, 7);
	assert_int_equal(r.result[0], 101);
	assert_int_equal(r.result[1], EL2_CALLS_DATA);
	assert_int_equal(r.result[2], UINT64_C(0x6c6b6a6968676665));
	r = ask(BOSS, EL2_CALLS_CONSOLE_READ, WORKER, EL2_CONSOLE_SIZE + 97);
	assert_int_equal(r.result[1], 3);
	assert_int_equal(r.result[2], 0x636261);
	assert_int_equal(ask(BOSS, EL2_CALLS_VM_DESTROY, WORKER, 0).status, 0);
	settle(&node.vms[WORKER], NULL);
	running();
	r = ask(BOSS, EL2_CALLS_CONSOLE_READ, WORKER, 0);
	assert_int_equal(r.result[0], EL2_CONSOLE_SIZE + 100);
	assert_int_equal(r.result[1], 0);
	for (size_t i = 0; i < sizeof(c->ring); i++)
		assert_int_equal(c->ring[i], 0);
}

/* ---- anything */

static void test_random(void **state)
{
	uint64_t seed = 0x5eed, changes = 0;

	(void)state;
	begin();
	for (unsigned int i = 0; i < 300000; i++) {
		uint32_t number = rnd_below(&seed, EL2_CALLS_MOST + 1);
		struct el2_vm *vm = &node.vms[rnd_below(&seed, N_VMS)];

		if (number == EL2_CALLS_SHUTDOWN && rnd_below(&seed, 2000) != 0)
			number = EL2_CALLS_VM_START;
		(void)ask(rnd_below(&seed, N_VMS), number, rnd_below(&seed, N_VMS + 1),
			  rnd_below(&seed, 50));
		if (rnd_below(&seed, 20) == 0)
			el2_life_end(vm, "it ended", (enum el2_wish)rnd_below(&seed, 3));
		(void)step(vm->vcpu[rnd_below(&seed, vm->spec->n_cpus)],
			   rnd_below(&seed, 10) == 0 ? "no" : NULL);
		assert_true(node.changes >= changes);
		changes = node.changes;
		if (!node.closing)
			continue;
		for (uint32_t n = 0; n < N_VMS; n++) {
			settle(&node.vms[n], NULL);
			assert_int_equal(node.vms[n].state, EL2_VM_EMPTY);
		}
		assert_true(el2_life_over(&node));
		begin();
		changes = 0;
	}
}

/* A VM is not erased while any of its CPUs is in the guest. */
static void test_all_leave(void **state)
{
	struct el2_vm *vm = &node.vms[WORKER];

	(void)state;
	for (uint32_t first = 0; first < 2; first++) {
		begin();
		assert_true(el2_life_create(vm, true));
		settle(vm, NULL);
		vm->vcpu[1]->power = EL2_VCPU_PENDING;
		settle(vm, NULL);
		assert_true(vm->vcpu[0]->inside && vm->vcpu[1]->inside);
		assert_true(el2_life_stop(vm, "it was stopped", EL2_WISH_OFF));
		for (unsigned int again = 0; again < 3; again++) {
			(void)step(vm->vcpu[first], NULL);
			assert_int_equal(vm->state, EL2_VM_STOPPING);
		}
		(void)step(vm->vcpu[1 - first], NULL);
		assert_int_equal(vm->state, first == 0 ? EL2_VM_SCRUBBING : EL2_VM_EMPTY);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_states),   cmocka_unit_test(test_capabilities),
		cmocka_unit_test(test_restarts), cmocka_unit_test(test_headless),
		cmocka_unit_test(test_events),   cmocka_unit_test(test_console),
		cmocka_unit_test(test_exits),    cmocka_unit_test(test_random),
		cmocka_unit_test(test_digest),   cmocka_unit_test(test_all_leave),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
