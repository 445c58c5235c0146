/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file pit_x86.h
 * x86: KVM's PIT.
 */
#ifndef VMM_PIT_X86_H
#define VMM_PIT_X86_H

/** Create the PIT, and route interrupts as the tables describe them: GSI 0 of the PIT to the first
 *  PIC and to input 2 of the I/O APIC. An error ends the process.
 * @param vm descriptor of the VM, whose interrupt controllers exist */
void vmm_x86_pit(int vm);

#endif /* VMM_PIT_X86_H */
