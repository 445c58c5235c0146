/* SPDX-License-Identifier: BSD-2-Clause */
#include "life.h"
#include "event.h"
#include "hw.h"
#include "libc.h"
#include "node.h"

/* The caller has the lock. */
static void become_stopped(struct el2_vm *vm, enum el2_state state, bool stopped)
{
	el2_lock(&vm->node->lock);
	vm->state = state;
	vm->stopped = stopped;
	el2_event_change(vm);
	el2_unlock(&vm->node->lock);
}

/* The caller has the lock. */
static void become(struct el2_vm *vm, enum el2_state state)
{
	become_stopped(vm, state, false);
}

static void wake_all(const struct el2_vm *vm)
{
	for (uint32_t i = 0; i < vm->spec->n_cpus; i++)
		el2_hw_wake(vm->vcpu[i]->cpu);
}

/* The last CPU that is out of the guest lets the first one erase it. The caller has the lock. */
static void park(struct el2_vcpu *v)
{
	struct el2_vm *vm = v->vm;

	v->power = EL2_VCPU_OFF;
	v->inside = false;
	for (uint32_t i = 0; i < vm->spec->n_cpus; i++)
		if (vm->vcpu[i]->inside)
			return;
	if (vm->wish == EL2_WISH_KEEP) {
		if (!vm->stopped)
			become_stopped(vm, EL2_VM_STOPPING, true);
		return;
	}
	become(vm, EL2_VM_SCRUBBING);
	el2_hw_wake(vm->vcpu[0]->cpu);
}

enum el2_task el2_life_task(struct el2_vcpu *v)
{
	struct el2_vm *vm = v->vm;
	enum el2_task task = EL2_TASK_WAIT;

	el2_lock(&vm->lock);
	v->inside = false;
	if (vm->state == EL2_VM_STOPPING)
		park(v);
	if (vm->state == EL2_VM_RUNNING && v->power == EL2_VCPU_PENDING) {
		v->power = EL2_VCPU_ON;
		v->inside = true;
		task = EL2_TASK_ENTER;
	} else if (v->index == 0 && vm->state == EL2_VM_LOADING) {
		v->inside = true; /* it is busy with its guest's memory */
		task = EL2_TASK_LOAD;
	} else if (v->index == 0 && vm->state == EL2_VM_SCRUBBING) {
		task = EL2_TASK_SCRUB;
	} else if (v->index == 0 && el2_stage_has_job(vm)) {
		task = EL2_TASK_STAGE;
	}
	el2_unlock(&vm->lock);
	return task;
}

/* The caller has the lock. */
static void run(struct el2_vm *vm)
{
	vm->starts++;
	become(vm, EL2_VM_RUNNING);
	vm->vcpu[0]->entry = vm->guest.entry.arm64.pc;
	vm->vcpu[0]->context = vm->guest.entry.arm64.x[0];
	vm->vcpu[0]->power = EL2_VCPU_PENDING;
	el2_hw_wake(vm->vcpu[0]->cpu);
}

static bool closing(struct el2_vm *vm)
{
	bool is;

	el2_lock(&vm->node->lock);
	is = vm->node->closing;
	el2_unlock(&vm->node->lock);
	return is;
}

/* The caller has the lock. */
static void load(struct el2_vm *vm, bool run_at_once)
{
	vm->run = run_at_once;
	vm->destroyed = false;
	become(vm, EL2_VM_LOADING);
	el2_hw_wake(vm->vcpu[0]->cpu);
}

void el2_life_begin(struct el2_vm *vm)
{
	el2_lock(&vm->lock);
	vm->restarts = vm->spec->restarts;
	vm->wish = EL2_WISH_RESET;
	become(vm, EL2_VM_SCRUBBING);
	el2_unlock(&vm->lock);
}

bool el2_life_create(struct el2_vm *vm, bool run_at_once)
{
	bool may;

	el2_lock(&vm->lock);
	may = (vm->state == EL2_VM_EMPTY || vm->state == EL2_VM_FAILED) && el2_stage_is_over(vm) &&
	      !closing(vm);
	if (may) {
		vm->restarts = vm->spec->restarts;
		load(vm, run_at_once);
	}
	el2_unlock(&vm->lock);
	return may;
}

bool el2_life_start(struct el2_vm *vm)
{
	bool may;

	el2_lock(&vm->lock);
	may = vm->state == EL2_VM_READY;
	if (may)
		run(vm);
	el2_unlock(&vm->lock);
	return may;
}

/* The caller has the lock. */
static bool stop(struct el2_vm *vm, const char *why, enum el2_wish wish)
{
	if (vm->state != EL2_VM_LOADING && vm->state != EL2_VM_READY && vm->state != EL2_VM_RUNNING)
		return false;
	vm->end = why;
	vm->wish = wish;
	become(vm, EL2_VM_STOPPING);
	wake_all(vm);
	return true;
}

/* Nobody needs to know any more what became of it. The caller has the lock. */
static void forget(struct el2_vm *vm)
{
	vm->end = NULL;
	el2_console_forget(&vm->console);
	become(vm, EL2_VM_EMPTY);
}

bool el2_life_destroy(struct el2_vm *vm, const char *why)
{
	bool may;

	el2_lock(&vm->lock);
	may = !vm->destroyed;
	if (vm->state == EL2_VM_FAILED || (vm->state == EL2_VM_EMPTY && vm->end != NULL)) {
		forget(vm);
	} else if (vm->state == EL2_VM_EMPTY) {
		may = false;
	} else if (may) {
		vm->destroyed = true;
		if (!stop(vm, why, EL2_WISH_OFF)) { /* it is ending already */
			vm->wish = EL2_WISH_OFF;
			wake_all(vm);
		}
	}
	el2_unlock(&vm->lock);
	return may;
}

void el2_life_shutdown(struct el2_node *node)
{
	el2_lock(&node->lock);
	node->closing = true;
	el2_unlock(&node->lock);
	for (uint32_t i = 0; i < node->n_vms; i++)
		(void)el2_life_destroy(&node->vms[i], "the node shuts down");
}

bool el2_life_stop(struct el2_vm *vm, const char *why, enum el2_wish wish)
{
	bool may;

	el2_lock(&vm->lock);
	may = stop(vm, why, wish);
	el2_unlock(&vm->lock);
	return may;
}

void el2_life_end(struct el2_vm *vm, const char *why, enum el2_wish wish)
{
	el2_lock(&vm->lock);
	if (wish != EL2_WISH_RESET && vm->restarts != 0 && vm->state == EL2_VM_RUNNING) {
		vm->restarts--;
		wish = EL2_WISH_RESET;
	}
	(void)stop(vm, why, wish);
	el2_unlock(&vm->lock);
}

bool el2_life_leaves(const struct el2_vcpu *v)
{
	return v->vm->state != EL2_VM_RUNNING || v->power != EL2_VCPU_ON;
}

bool el2_life_cancelled(const struct el2_vm *vm)
{
	return vm->state != EL2_VM_LOADING;
}

void el2_life_loaded(struct el2_vm *vm, const char *failure)
{
	el2_lock(&vm->lock);
	/* here rather than in a call, whose time is bounded */
	for (uint32_t i = 0; i < vm->spec->n_cpus; i++)
		memset(vm->vcpu[i]->exits, 0, sizeof(vm->vcpu[i]->exits));
	if (vm->state == EL2_VM_LOADING && failure != NULL)
		(void)stop(vm, failure, EL2_WISH_FAIL);
	else if (vm->state == EL2_VM_LOADING && vm->run)
		run(vm);
	else if (vm->state == EL2_VM_LOADING)
		become(vm, EL2_VM_READY);
	el2_unlock(&vm->lock);
}

void el2_life_scrubbed(struct el2_vm *vm)
{
	el2_lock(&vm->lock);
	for (uint32_t i = 0; i < vm->spec->n_cpus; i++) {
		struct el2_vcpu *v = vm->vcpu[i];

		memset(v->x, 0, sizeof(v->x));
		v->pc = v->pstate = v->entry = v->context = 0;
	}
	if (vm->destroyed)
		forget(vm);
	else if (vm->wish == EL2_WISH_RESET && !closing(vm))
		load(vm, true);
	else
		become(vm, vm->wish == EL2_WISH_FAIL ? EL2_VM_FAILED : EL2_VM_EMPTY);
	el2_unlock(&vm->lock);
}

bool el2_life_over(struct el2_node *node)
{
	bool over;

	el2_lock(&node->lock);
	over = !node->over;
	for (uint32_t i = 0; i < node->n_vms && over; i++) {
		const struct el2_vm *vm = &node->vms[i];

		over = vm->state == EL2_VM_EMPTY || vm->state == EL2_VM_FAILED ||
		       vm->state == EL2_VM_READY || vm->stopped;
	}
	if (over)
		node->over = true;
	el2_unlock(&node->lock);
	return over;
}
