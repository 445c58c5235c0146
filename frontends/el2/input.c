/* SPDX-License-Identifier: BSD-2-Clause */
#include "input.h"
#include "libc.h"
#include "log.h"

void el2_input_pump(struct el2_vm *vm)
{
	struct el2_console *c = &vm->console;

	for (; c->typed != c->taken && dev_pl011_room(&vm->uart) != 0; c->taken++)
		dev_pl011_input(&vm->uart, c->input[c->taken % EL2_CONSOLE_INPUT]);
}

void el2_input_forget(struct el2_vm *vm)
{
	el2_lock(&vm->devices);
	vm->console.taken = vm->console.typed;
	memset(vm->console.input, 0, sizeof(vm->console.input));
	dev_pl011_reset(&vm->uart);
	el2_unlock(&vm->devices);
}

size_t el2_input_put(struct el2_vm *vm, const uint8_t *bytes, size_t n)
{
	struct el2_console *c = &vm->console;
	size_t at, first;

	el2_lock(&vm->devices);
	/* what comes while it ends is forgotten with the rest, what comes later is for no life */
	if (vm->state != EL2_VM_RUNNING)
		n = 0;
	at = c->typed % EL2_CONSOLE_INPUT;
	if (n > EL2_CONSOLE_INPUT - (c->typed - c->taken))
		n = (size_t)(EL2_CONSOLE_INPUT - (c->typed - c->taken));
	first = n < EL2_CONSOLE_INPUT - at ? n : EL2_CONSOLE_INPUT - at;
	memcpy(&c->input[at], bytes, first);
	memcpy(c->input, bytes + first, n - first);
	c->typed += n;
	el2_input_pump(vm);
	el2_unlock(&vm->devices);
	return n;
}

/* After the escape: a slot, or the escape itself. */
static bool choose(struct el2_node *node, uint8_t byte)
{
	const uint32_t slot = (uint32_t)byte - '0';

	if (byte == EL2_INPUT_ESCAPE)
		return false;
	if (slot < node->n_vms) {
		node->focus = slot;
		el2_log_text("input goes to ", node->vms[slot].spec->name, NULL);
	}
	return true;
}

void el2_input(struct el2_node *node, uint8_t byte)
{
	const bool escaped = node->escaped;

	node->escaped = !escaped && byte == EL2_INPUT_ESCAPE;
	if (node->escaped || (escaped && choose(node, byte)))
		return;
	(void)el2_input_put(&node->vms[node->focus], &byte, 1);
}
