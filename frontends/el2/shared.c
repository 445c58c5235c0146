/* SPDX-License-Identifier: BSD-2-Clause */
#include "shared.h"
#include "admit.h"
#include "guest.h"
#include "hw.h"

/* A write of any width to the page behind the window. */
static void ring(void *dev, uint64_t off, unsigned int len, uint64_t v)
{
	const struct el2_vm *vm = dev;
	struct el2_vm *other = vm->sharer;

	(void)off;
	(void)len;
	(void)v;
	if ((*(const volatile uint32_t *)&vm->shared->loaded >> other->slot & 1) == 0)
		return;
	el2_vgic_line(&other->gic, NULL, EL2_INTID_SHARED, true);
	el2_vgic_line(&other->gic, NULL, EL2_INTID_SHARED, false);
}

/* Everything that the VM has of its window. */
static enum ab_err give(struct el2_vm *vm, struct ab_error *why)
{
	const struct ab_s2_attr data = { .access = AB_S2_RW };
	const uint64_t size = vm->spec->shared_size;
	enum ab_err err;

	vm->shared_ipa = el2_manages(vm) ? vm->shared->pa : EL2_IPA_SHARED;
	err = ab_s2_map(&vm->s2, vm->shared_ipa, vm->shared->pa, size, &data, 0, why);
	if (!err && (!el2_vgic_give(&vm->gic, EL2_INTID_SHARED, false) ||
		     !dev_bus_add(&vm->bus, &(struct dev_bus_range){ .base = vm->shared_ipa + size,
								     .size = EL2_SHARED_DOORBELL,
								     .write = ring,
								     .dev = vm })))
		err = ab_fail(why, AB_ERR_ARG, "bundle.shared", EL2_INTID_SHARED,
			      "its interrupts are taken");
	return err;
}

static enum ab_err admit(struct el2_node *node, struct el2_vm *vm, struct ab_error *why)
{
	const struct el2_bundle_vm *spec = vm->spec;
	struct el2_vm *other = NULL;
	uint64_t n = 0;
	enum ab_err err;

	for (uint32_t i = 0; i < node->n_vms; i++)
		if (node->vms[i].spec->shared != NULL &&
		    el2_bundle_same(node->vms[i].spec->shared, spec->shared)) {
			other = i != vm->slot ? &node->vms[i] : other;
			n++;
		}
	if (n != 2)
		return ab_fail(why, AB_ERR_ARG, "bundle.shared", n,
			       "two VMs must name each window");
	if (other->spec->shared_size != spec->shared_size)
		return ab_fail(why, AB_ERR_ARG, "bundle.shared-size", spec->shared_size,
			       "must be that of the other VM");
	vm->sharer = other;
	if (other->slot < vm->slot) {
		vm->shared = &other->window;
		return give(vm, why);
	}
	vm->shared = &vm->window;
	err = el2_memory_find(&node->memory, spec->shared_size + EL2_SHARED_DOORBELL, 4096,
			      spec->name, &vm->window.pa, why);
	return err ? err : give(vm, why);
}

enum ab_err el2_shared_admit(struct el2_node *node, struct el2_vm *vm, struct ab_error *why)
{
	const enum ab_err err = vm->spec->shared != NULL ? admit(node, vm, why) : AB_OK;

	if (err && why != NULL)
		why->name = vm->spec->name;
	return err;
}

void el2_shared_join(struct el2_vm *vm)
{
	if (vm->shared == NULL)
		return;
	el2_lock(&vm->shared->lock);
	vm->shared->loaded |= 1u << vm->slot;
	el2_unlock(&vm->shared->lock);
}

void el2_shared_leave(struct el2_vm *vm)
{
	if (vm->shared == NULL)
		return;
	el2_lock(&vm->shared->lock);
	vm->shared->loaded &= ~(1u << vm->slot);
	if (vm->shared->loaded == 0)
		el2_guest_erase(vm->shared->pa, vm->spec->shared_size);
	el2_unlock(&vm->shared->lock);
}
