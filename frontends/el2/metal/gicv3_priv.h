/* SPDX-License-Identifier: BSD-2-Clause */
/* System registers of the GIC, named by their encodings, as assemblers know the names of some
 * only. */
#ifndef EL2_METAL_GICV3_PRIV_H
#define EL2_METAL_GICV3_PRIV_H

#include <stdint.h>

#define READ(reg)                                                                                  \
	__extension__({                                                                            \
		uint64_t v_;                                                                       \
		__asm__ volatile("mrs %0, " reg : "=r"(v_));                                       \
		v_;                                                                                \
	})
#define WRITE(reg, v) __asm__ volatile("msr " reg ", %0" : : "r"((uint64_t)(v)) : "memory")
#define ISB() __asm__ volatile("isb" : : : "memory")

#endif /* EL2_METAL_GICV3_PRIV_H */
