/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file reset.h
 * The state of a CPU that its guest can change.
 */
#ifndef EL2_RESET_H
#define EL2_RESET_H

/** Put each register of the CPU that executes, which a guest at EL1 or EL0 can write, into a state
 *  that tells nothing: zero, or its reset value. But for the general registers, which are in
 *  el2_vcpu.x, and the virtual CPU interface, which is el2_vgic_cpu_reset()'s. */
void el2_reset(void);

/** reset.S: the SIMD registers, and FPCR and FPSR. */
void el2_reset_simd(void);

#endif /* EL2_RESET_H */
