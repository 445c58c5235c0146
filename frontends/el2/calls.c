/* SPDX-License-Identifier: BSD-2-Clause */
/* The table of calls. Each decides nothing about a VM's life: life.c does. */
#include "calls.h"
#include "event.h"
#include "guest.h"
#include "input.h"
#include "libc.h"
#include "life.h"
#include "log.h"
#include "node.h"

#include <stddef.h>

/* The VM that a call is about; NULL: the call is about none. */
typedef int64_t function(struct el2_vm *caller, struct el2_vm *vm, struct el2_request *r);

/* ---- the node */

static int64_t version(struct el2_vm *caller, struct el2_vm *vm, struct el2_request *r)
{
	(void)vm;
	r->result[0] = EL2_CALLS_VERSION;
	r->result[1] = caller->spec->capabilities;
	r->result[2] = caller->slot;
	return 0;
}

static int64_t node_info(struct el2_vm *caller, struct el2_vm *vm, struct el2_request *r)
{
	const struct el2_node *node = caller->node;

	(void)vm;
	r->result[0] = node->facts.info.cpus.n;
	for (size_t i = 0; i < node->facts.info.cpus.n; i++)
		r->result[1] += node->vcpus[i].vm != NULL;
	for (size_t i = 0; i < node->facts.info.memory.n; i++)
		r->result[2] += node->facts.memory[i].size;
	r->result[3] = el2_event_changes(caller->node);
	return 0;
}

static int64_t vm_list(struct el2_vm *caller, struct el2_vm *vm, struct el2_request *r)
{
	struct el2_node *node = caller->node;

	(void)vm;
	r->result[2] = el2_event_changes(node); /* first: what changes later counts again */
	r->result[0] = node->n_vms;
	for (uint32_t i = 0; i < node->n_vms; i++)
		r->result[1] |= (uint64_t)node->vms[i].state << 8 * i;
	return 0;
}

static int64_t events(struct el2_vm *caller, struct el2_vm *vm, struct el2_request *r)
{
	(void)vm;
	r->result[0] = el2_event_take(caller);
	r->result[1] = el2_event_changes(caller->node);
	return 0;
}

static int64_t shutdown(struct el2_vm *caller, struct el2_vm *vm, struct el2_request *r)
{
	(void)vm;
	(void)r;
	el2_life_shutdown(caller->node);
	return 0;
}

static int64_t log_read(struct el2_vm *caller, struct el2_vm *vm, struct el2_request *r)
{
	(void)caller;
	(void)vm;
	r->result[0] = r->arg[0];
	r->given = el2_log_read(&r->result[0], r->data, r->room);
	r->result[1] = r->given;
	return 0;
}

/* ---- a VM */

static int64_t vm_info(struct el2_vm *caller, struct el2_vm *vm, struct el2_request *r)
{
	uint64_t on = 0;

	(void)caller;
	el2_lock(&vm->lock);
	for (uint32_t i = 0; i < vm->spec->n_cpus; i++)
		on += vm->vcpu[i]->power == EL2_VCPU_ON;
	r->result[0] = vm->state | on << EL2_CALLS_INFO_ON;
	if (vm->stopped)
		r->result[0] |= EL2_CALLS_INFO_STOPPED;
	if (vm->end != NULL)
		r->result[0] |= EL2_CALLS_INFO_ENDED;
	if (el2_stage_has_job(vm))
		r->result[0] |= EL2_CALLS_INFO_STAGING;
	r->result[1] = vm->spec->n_cpus;
	r->result[2] = vm->spec->memory;
	r->result[3] = vm->starts;
	r->result[4] = vm->changes;
	r->result[5] = vm->restarts;
	r->result[6] = vm->spec->capabilities;
	el2_unlock(&vm->lock);
	return 0;
}

static int64_t vm_text(struct el2_vm *caller, struct el2_vm *vm, struct el2_request *r)
{
	const char *text = NULL;
	size_t n;

	(void)caller;
	if (r->arg[1] == EL2_CALLS_TEXT_NAME)
		text = vm->spec->name;
	else if (r->arg[1] == EL2_CALLS_TEXT_END)
		text = vm->end;
	else
		return EL2_CALLS_INVALID;
	if (text == NULL)
		return EL2_CALLS_STATE;
	n = strlen(text);
	r->result[0] = n;
	r->given = n < r->room ? n : r->room;
	memcpy(r->data, text, r->given);
	return 0;
}

static int64_t vm_digest(struct el2_vm *caller, struct el2_vm *vm, struct el2_request *r)
{
	bool known;

	(void)caller;
	if (r->arg[1] > EL2_CALLS_IMAGE_OVERLAY)
		return EL2_CALLS_INVALID;
	el2_lock(
	    &vm->lock); /* until it is copied: the VM's CPU computes it anew if it is not known */
	known = vm->verified;
	for (size_t i = 0; known && i < AB_SHA256_SIZE / 8; i++)
		r->result[i] = ab_ld_le64(&vm->digest[r->arg[1]][8 * i]);
	el2_unlock(&vm->lock);
	return known ? 0 : EL2_CALLS_STATE;
}

static int64_t vm_exits(struct el2_vm *caller, struct el2_vm *vm, struct el2_request *r)
{
	bool loads;

	(void)caller;
	el2_lock(&vm->lock);
	loads = vm->state == EL2_VM_LOADING; /* they are of the time before */
	el2_unlock(&vm->lock);
	for (uint32_t i = 0; i < vm->spec->n_cpus && !loads; i++) {
		const uint64_t *exits = vm->vcpu[i]->exits;

/* calls are bounded in instructions, and there may be many CPUs */
#pragma GCC unroll 8
		for (unsigned int e = 0; e < EL2_EXITS; e++)
			r->result[e] += exits[e];
	}
	return 0;
}

static int64_t create(struct el2_vm *caller, struct el2_vm *vm, struct el2_request *r)
{
	(void)caller;
	(void)r;
	return el2_life_create(vm, false) ? 0 : EL2_CALLS_STATE;
}

static int64_t start(struct el2_vm *caller, struct el2_vm *vm, struct el2_request *r)
{
	(void)caller;
	(void)r;
	return el2_life_start(vm) ? 0 : EL2_CALLS_STATE;
}

static int64_t stop(struct el2_vm *caller, struct el2_vm *vm, struct el2_request *r)
{
	(void)caller;
	(void)r;
	return el2_life_stop(vm, "it was stopped", EL2_WISH_KEEP) ? 0 : EL2_CALLS_STATE;
}

static int64_t destroy(struct el2_vm *caller, struct el2_vm *vm, struct el2_request *r)
{
	(void)caller;
	(void)r;
	return el2_life_destroy(vm, "it was destroyed") ? 0 : EL2_CALLS_STATE;
}

static int64_t console_read(struct el2_vm *caller, struct el2_vm *vm, struct el2_request *r)
{
	(void)caller;
	r->result[0] = r->arg[1];
	r->given = el2_console_read(&vm->console, &r->result[0], r->data, r->room);
	r->result[1] = r->given;
	return 0;
}

static int64_t console_write(struct el2_vm *caller, struct el2_vm *vm, struct el2_request *r)
{
	(void)caller;
	if (r->arg[1] > r->room)
		return EL2_CALLS_INVALID;
	r->result[0] = el2_input_put(vm, r->data, (size_t)r->arg[1]);
	return 0;
}

static int64_t raise(struct el2_vm *caller, struct el2_vm *vm, struct el2_request *r)
{
	(void)caller;
	if (r->arg[1] != EL2_INTID_DOORBELL)
		return EL2_CALLS_INVALID;
	el2_vgic_line(&vm->gic, NULL, EL2_INTID_DOORBELL, true);
	el2_vgic_line(&vm->gic, NULL, EL2_INTID_DOORBELL, false);
	return 0;
}

static int64_t stage_begin(struct el2_vm *caller, struct el2_vm *vm, struct el2_request *r)
{
	(void)caller;
	return el2_stage_begin(vm, r->arg[1], r->arg[2]);
}

static int64_t stage_chunk(struct el2_vm *caller, struct el2_vm *vm, struct el2_request *r)
{
	return el2_stage_chunk(vm, caller->mailbox.pa + EL2_MAILBOX_WINDOW, r->arg[1], r->arg[2],
			       &r->result[0]);
}

static int64_t stage_end(struct el2_vm *caller, struct el2_vm *vm, struct el2_request *r)
{
	(void)caller;
	return el2_stage_end(vm, &r->arg[1]);
}

/* ---- the table */

enum {
	ABOUT = 1, /* argument 0 is the slot of a VM */
	RECORD = 2, /* the VM exists, or how it ended is on record */
	RUNS = 4, /* the VM runs */
	TAKES = 8, /* bytes are arguments, not results */
};

/* By number; docs/el2-calls.md has the same table in words. */
static const struct row {
	function *call;
	uint8_t capability; /* what the caller must have */
	uint8_t flags;
	uint8_t n; /* results: 0, 3 or 7 */
	uint8_t bytes; /* the argument or result with which bytes begin; 0: it has none */
} rows[] = {
	[EL2_CALLS_GET_VERSION] = { version, 0, 0, 3 },
	[EL2_CALLS_NODE_INFO] = { node_info, EL2_CAP_MANAGE, 0, 7 },
	[EL2_CALLS_VM_LIST] = { vm_list, EL2_CAP_MANAGE, 0, 3 },
	[EL2_CALLS_VM_INFO] = { vm_info, EL2_CAP_MANAGE, ABOUT, 7 },
	[EL2_CALLS_VM_TEXT] = { vm_text, EL2_CAP_MANAGE, ABOUT, 7, 1 },
	[EL2_CALLS_VM_EXITS] = { vm_exits, EL2_CAP_MANAGE, ABOUT | RECORD, 7 },
	[EL2_CALLS_VM_CREATE] = { create, EL2_CAP_MANAGE, ABOUT, 0 },
	[EL2_CALLS_VM_START] = { start, EL2_CAP_MANAGE, ABOUT, 0 },
	[EL2_CALLS_VM_STOP] = { stop, EL2_CAP_MANAGE, ABOUT, 0 },
	[EL2_CALLS_VM_DESTROY] = { destroy, EL2_CAP_MANAGE, ABOUT, 0 },
	[EL2_CALLS_CONSOLE_READ] = { console_read, EL2_CAP_MANAGE, ABOUT | RECORD, 7, 2 },
	[EL2_CALLS_CONSOLE_WRITE] = { console_write, EL2_CAP_MANAGE, ABOUT | RUNS | TAKES, 3, 2 },
	[EL2_CALLS_LOG_READ] = { log_read, EL2_CAP_LOG, 0, 7, 2 },
	[EL2_CALLS_RAISE] = { raise, EL2_CAP_MANAGE, ABOUT | RUNS, 0 },
	[EL2_CALLS_EVENTS] = { events, EL2_CAP_MANAGE, 0, 3 },
	[EL2_CALLS_SHUTDOWN] = { shutdown, EL2_CAP_MANAGE, 0, 0 },
	[EL2_CALLS_VM_DIGEST] = { vm_digest, EL2_CAP_MANAGE, ABOUT, 7 },
	[EL2_CALLS_STAGE_BEGIN] = { stage_begin, EL2_CAP_MANAGE, ABOUT, 0 },
	[EL2_CALLS_STAGE_CHUNK] = { stage_chunk, EL2_CAP_MANAGE, ABOUT, 3 },
	[EL2_CALLS_STAGE_END] = { stage_end, EL2_CAP_MANAGE, ABOUT, 0 },
};

_Static_assert(EL2_EXITS <= 7, "EL2_CALLS_VM_EXITS gives all of them");
_Static_assert(EL2_VMS_MAX <= 8, "EL2_CALLS_VM_LIST gives a byte for each");

/* Whether the VM's state allows a call at all. One that changes its state looks again. */
static bool fits(const struct el2_vm *vm, unsigned int flags)
{
	if ((flags & RUNS) != 0 && vm->state != EL2_VM_RUNNING)
		return false;
	return (flags & RECORD) == 0 || vm->state != EL2_VM_EMPTY || vm->end != NULL;
}

/* Let a call have its bytes in registers. */
static int64_t packed(const struct row *row, struct el2_vm *caller, struct el2_vm *vm,
		      struct el2_request *r)
{
	uint8_t bytes[EL2_CALLS_TEXT] = { 0 };
	const unsigned int n = 7u - row->bytes;
	int64_t status;

	if ((row->flags & TAKES) != 0)
		for (unsigned int i = 0; i < n; i++)
			ab_st_le64(bytes + 8 * (size_t)i, r->arg[row->bytes + i]);
	r->data = bytes;
	r->room = 8 * (size_t)n;
	status = row->call(caller, vm, r);
	r->data = NULL;
	if ((row->flags & TAKES) == 0)
		for (unsigned int i = 0; i < n; i++)
			r->result[row->bytes + i] = ab_ld_le64(bytes + 8 * (size_t)i);
	return status;
}

static int64_t answer(struct el2_vm *caller, struct el2_request *r)
{
	const struct row *row =
	    r->number < sizeof(rows) / sizeof(rows[0]) ? &rows[r->number] : NULL;
	struct el2_node *node = caller->node;
	struct el2_vm *vm = NULL;
	int64_t status;

	if (row == NULL)
		return EL2_CALLS_UNKNOWN;
	if ((caller->spec->capabilities & row->capability) != row->capability)
		return EL2_CALLS_DENIED;
	if ((row->flags & ABOUT) != 0) {
		if (r->arg[0] >= node->n_vms)
			return EL2_CALLS_INVALID;
		vm = &node->vms[r->arg[0]];
		if (!fits(vm, row->flags))
			return EL2_CALLS_STATE;
	}
	for (unsigned int i = 0; i < 7; i++)
		r->result[i] = 0;
	status = row->bytes != 0 && r->data == NULL ? packed(row, caller, vm, r)
						    : row->call(caller, vm, r);
	r->n = status == 0 ? row->n : 0;
	return status;
}

void el2_calls(struct el2_vm *caller, struct el2_request *r)
{
	r->n = 0;
	r->given = 0;
	r->status = answer(caller, r);
}
