/* SPDX-License-Identifier: BSD-2-Clause */
#include "event.h"
#include "guest.h"
#include "node.h"

/* The caller has the node's lock. The line stays high until the events are taken. */
static void tell(struct el2_node *node, uint64_t bit)
{
	for (uint32_t i = 0; i < node->n_vms; i++) {
		struct el2_vm *vm = &node->vms[i];

		if (!el2_manages(vm) || (vm->events & bit) != 0)
			continue;
		if (vm->events == 0)
			el2_vgic_line(&vm->gic, NULL, EL2_INTID_EVENT, true);
		vm->events |= bit;
	}
}

void el2_event_change(struct el2_vm *vm)
{
	vm->changes++;
	vm->node->changes++;
	tell(vm->node, UINT64_C(1) << (EL2_EVENT_STATE + vm->slot));
}

void el2_event_printed(struct el2_vm *vm)
{
	struct el2_node *node = vm->node;

	el2_lock(&node->lock);
	vm->told = true;
	tell(node, UINT64_C(1) << (EL2_EVENT_CONSOLE + vm->slot));
	el2_unlock(&node->lock);
}

uint64_t el2_event_take(struct el2_vm *manager)
{
	uint64_t bits;

	el2_lock(&manager->node->lock);
	bits = manager->events;
	manager->events = 0;
	for (uint32_t i = 0; i < manager->node->n_vms; i++)
		manager->node->vms[i].told = false;
	if (bits != 0)
		el2_vgic_line(&manager->gic, NULL, EL2_INTID_EVENT, false);
	el2_unlock(&manager->node->lock);
	__atomic_thread_fence(__ATOMIC_SEQ_CST);
	return bits;
}

uint64_t el2_event_changes(struct el2_node *node)
{
	uint64_t n;

	el2_lock(&node->lock);
	n = node->changes;
	el2_unlock(&node->lock);
	return n;
}
