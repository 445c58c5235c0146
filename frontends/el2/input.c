/* SPDX-License-Identifier: BSD-2-Clause */
#include "input.h"
#include "log.h"

void el2_input_pump(struct el2_vm *vm)
{
	struct el2_console *c = &vm->console;

	for (; c->typed != c->taken && dev_pl011_room(&vm->uart) != 0; c->taken++)
		dev_pl011_input(&vm->uart, c->input[c->taken % EL2_CONSOLE_INPUT]);
}

bool el2_input_give(struct el2_vm *vm, uint8_t byte)
{
	struct el2_console *c = &vm->console;
	bool room;

	el2_lock(&vm->devices);
	room = c->typed - c->taken < EL2_CONSOLE_INPUT;
	if (room)
		c->input[c->typed++ % EL2_CONSOLE_INPUT] = byte;
	el2_input_pump(vm);
	el2_unlock(&vm->devices);
	return room;
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
	(void)el2_input_give(&node->vms[node->focus], byte);
}
