/* SPDX-License-Identifier: BSD-2-Clause */
/* Any calls of three VMs, by registers and by a mailbox, between any steps of their CPUs: each ends
 * with a status, no lock is taken twice or kept, who may not manage changes nothing, and a shutdown
 * leaves each VM EMPTY. */
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
	world_require(r.status <= 0 && r.status >= EL2_CALLS_FULL);
	world_require(r.n == 0 || (r.status == 0 && (r.n == 3 || r.n == 7)));
	world_require(r.status == 0 || node.changes == changes);
	if (vm->slot != BOSS)
		world_require(node.changes == changes &&
			      (r.status == 0) == (r.number == EL2_CALLS_GET_VERSION));
}

/* What other CPUs do to the request page while a call is made. */
static void disturb(void)
{
	const uint32_t at = byte() * 16 + byte();

	memory.mailbox[EL2_MAILBOX_REQUEST + at % 0x1000] = (uint8_t)byte();
}

/* An access to the registers of the manager's mailbox; if it is no doorbell of who has it, the
 * request page stays as it is. */
static void mail(void)
{
	static uint8_t before[sizeof(memory)];
	struct el2_vm *vm = &node.vms[BOSS];
	uint8_t *page = &memory.mailbox[EL2_MAILBOX_REQUEST];
	const uint64_t off = (byte() & 7) * 8 + (byte() & 1) * 4;
	const unsigned int len = 1u << (byte() & 3);
	const uint32_t what = byte();
	uint64_t holder = vm->mailbox.holder, value = holder + (what >> 1 & 1);

	el2_host_machine.ticks += byte() * 4;
	page[EL2_MAILBOX_NUMBER] = (uint8_t)(byte() % (EL2_CALLS_MOST + 1));
	for (unsigned int i = 0; i < 3; i++)
		page[EL2_MAILBOX_ARGS + 8 * i] = (uint8_t)byte();
	if (el2_host_machine.ticks - vm->mailbox.since > EL2_HOST_SECOND)
		holder = 0;
	memcpy(before, &memory, sizeof(before));
	el2_host_machine.on_flush = (what & 4) != 0 ? disturb : NULL;
	if (el2_mailbox_access(vm, off, len, (what & 1) != 0, &value) && (what & 1) != 0 &&
	    off == EL2_MAILBOX_DOORBELL && holder != 0 && value == holder)
		world_require((int64_t)ab_ld_le64(&page[EL2_MAILBOX_STATUS]) >= EL2_CALLS_FULL ||
			      (what & 4) != 0);
	else
		world_require(memcmp(before, &memory, sizeof(before)) == 0);
	world_require(el2_host_machine.held == 0);
	world_require(vm->mailbox.holder <= vm->mailbox.given);
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

		if ((v & 0xa0) == 0xa0)
			mail();
		else if ((v & 0x80) != 0)
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
