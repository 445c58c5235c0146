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

/** Give bytes to a VM's UART, at once or as soon as it has room. Any CPU may call it.
 * @param vm    the VM
 * @param bytes @p n entries
 * @param n     bytes
 * @return bytes for which there was room, 0 if the VM does not run; the others are lost */
size_t el2_input_put(struct el2_vm *vm, const uint8_t *bytes, size_t n);

/** Forget what was typed for a life of the VM that is over, and reset its UART. Nothing can be put
 *  into it before its next life runs. */
void el2_input_forget(struct el2_vm *vm);

/** Give what waits to the VM's UART. The caller has el2_vm.devices. */
void el2_input_pump(struct el2_vm *vm);

#endif /* EL2_INPUT_H */
