/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file input.h
 * What is typed on the machine's console: one VM gets it, the manager unless another was chosen.
 */
#ifndef EL2_INPUT_H
#define EL2_INPUT_H

#include "node.h"

/** The byte (Ctrl-]) after which a digit chooses the VM of that slot. Typed twice, it is itself. */
#define EL2_INPUT_ESCAPE 0x1d

/** Take a byte that was typed. */
void el2_input(struct el2_node *node, uint8_t byte);

/** Give a byte to a VM's UART, at once or as soon as it has room.
 * @return false: too many wait, and it is lost */
bool el2_input_give(struct el2_vm *vm, uint8_t byte);

/** Give what waits to the VM's UART. The caller has el2_vm.devices. */
void el2_input_pump(struct el2_vm *vm);

#endif /* EL2_INPUT_H */
