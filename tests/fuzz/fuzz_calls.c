/* SPDX-License-Identifier: BSD-2-Clause */
/* Any calls of three VMs, between any steps of their CPUs: each ends with a status, no lock is
 * taken twice or kept, who may not manage changes nothing, and a shutdown leaves each VM EMPTY. */
#include "bytes.h"

#include "../unit/el2_calls_world.h"
#include "el2/calls.h"

static void call(struct el2_vm *vm)
{
	struct el2_request r = { .number = byte() % (EL2_CALLS_MOST + 1) };
	const uint64_t changes = node.changes;

	for (unsigned int i = 0; i < 3; i++) {
		const uint32_t v = byte();

		r.arg[i] = (v & 0x80) != 0 ? ~(uint64_t)v : v;
	}
	el2_calls(vm, &r);
	world_require(el2_host_machine.held == 0);
	world_require(r.status <= 0 && r.status >= EL2_CALLS_STATE);
	world_require(r.n == 0 || (r.status == 0 && (r.n == 3 || r.n == 7)));
	world_require(r.status == 0 || node.changes == changes);
	if (vm->slot != BOSS)
		world_require(node.changes == changes &&
			      (r.status == 0) == (r.number == EL2_CALLS_GET_VERSION));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	in.at = data;
	in.left = size;
	begin();
	while (in.left != 0) {
		const uint32_t v = byte();
		struct el2_vm *vm = &node.vms[(v & 3) % N_VMS];
		struct el2_vcpu *cpu = vm->vcpu[(v >> 2 & 1) % vm->spec->n_cpus];

		if ((v & 0x80) != 0)
			call(vm);
		else if ((v & 0x40) != 0)
			el2_life_end(vm, "it ended", (enum el2_wish)((v >> 3 & 3) % 3));
		else
			(void)step(cpu, (v & 0x38) == 0 ? "it cannot be loaded" : NULL);
	}
	el2_life_shutdown(&node);
	for (uint32_t i = 0; i < N_VMS; i++) {
		settle(&node.vms[i], NULL);
		world_require(node.vms[i].state == EL2_VM_EMPTY && node.vms[i].end == NULL);
	}
	(void)el2_life_over(&node);
	world_require(node.over);
	return 0;
}
