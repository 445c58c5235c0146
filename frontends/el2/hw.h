/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file hw.h
 * Everything of the machine that the hypervisor's decisions touch, as functions that are bound when
 * the program is linked: metal/ defines them with registers, tests define them with a model. So the
 * files beside this one know no register access, and run on any host.
 */
#ifndef EL2_HW_H
#define EL2_HW_H

#include <aetherboot/base.h>

/** Registers of the CPU that executes. */
#define EL2_REGISTERS(X)                                                                           \
	X(VBAR_EL1)                                                                                \
	X(SCTLR_EL1)                                                                               \
	X(ESR_EL1)                                                                                 \
	X(FAR_EL1)                                                                                 \
	X(ELR_EL1)                                                                                 \
	X(SPSR_EL1)

/** Their names, in any order. */
enum el2_register {
#define X(name) EL2_##name,
	EL2_REGISTERS(X)
#undef X
};

/** Read a register. */
uint64_t el2_hw_read(enum el2_register name);
/** Write a register. */
void el2_hw_write(enum el2_register name, uint64_t v);

/** Read the ID register S3_0_C0_C@p crm_@p op2.
 * @param crm 1 to 7
 * @param op2 0 to 7 */
uint64_t el2_hw_id(unsigned int crm, unsigned int op2);

/** Call the firmware below by SMC.
 * @param function id of a fast call
 * @param x1       its first argument
 * @return x0 */
uint64_t el2_hw_firmware(uint32_t function, uint64_t x1);

/** Make another physical CPU look at its vCPU's power; it may never have run before.
 * @param cpu its index */
void el2_hw_wake(uint32_t cpu);

/** Wait until an interrupt is pending for this CPU; may return sooner. */
void el2_hw_wait(void);

/** Memory of a VM, as EL2 accesses it.
 * @param pa physical address
 * @param n  bytes */
void *el2_hw_memory(uint64_t pa, size_t n);

/** The time, in ticks of the architected counter. */
uint64_t el2_hw_ticks(void);

/** Ticks of a second. */
uint64_t el2_hw_tick_rate(void);

/** Write a register of a device that EL2 has mapped.
 * @param pa physical address, a multiple of 4 */
void el2_hw_device_write(uint64_t pa, uint32_t v);

/** Clean @p n bytes at @p p to the point of coherency: accesses that bypass the caches see them. */
void el2_hw_clean(const void *p, size_t n);

/** Clean and invalidate @p n bytes at @p p to the point of coherency: accesses that bypass the
 * caches see what was written, and what they wrote is read next. */
void el2_hw_flush(const void *p, size_t n);

/** Send a byte to the physical console; waits until it has room, but not for one that has stopped:
 *  then the byte is lost. */
void el2_hw_put(uint8_t byte);

/** Receive a byte from the physical console.
 * @return -1: none is there */
int el2_hw_get(void);

#endif /* EL2_HW_H */
