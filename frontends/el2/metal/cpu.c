/* SPDX-License-Identifier: BSD-2-Clause */
/* What each CPU is, how it begins, and how it stops. */
#include "metal.h"
#include "el2/facts.h"
#include "el2/log.h"

_Static_assert(offsetof(struct el2_vcpu, x) == EL2_VCPU_X, "vectors.S");
_Static_assert(offsetof(struct el2_vcpu, pc) == EL2_VCPU_PC, "vectors.S");
_Static_assert(offsetof(struct el2_vcpu, pstate) == EL2_VCPU_PC + 8, "vectors.S");
_Static_assert(offsetof(struct el2_vcpu, far) == EL2_VCPU_FAR, "vectors.S");
_Static_assert(offsetof(struct el2_vcpu, hpfar) == EL2_VCPU_FAR + 8, "vectors.S");
_Static_assert(offsetof(struct el2_vcpu, stack) == EL2_VCPU_STACK, "vectors.S");
_Static_assert(EL2_TERMINATE == EL2_TERMINATED, "vectors.S");
_Static_assert(offsetof(struct el2_cpu, vcpu) == EL2_CPU_VCPU, "vectors.S");
_Static_assert(offsetof(struct el2_cpu, stack_top) == EL2_CPU_STACK, "vectors.S");
_Static_assert(offsetof(struct el2_cpu, faulted) == EL2_CPU_FAULTED, "vectors.S");
_Static_assert(offsetof(struct el2_cpu, frame) == EL2_CPU_FRAME, "vectors.S");
_Static_assert(offsetof(struct el2_frame, vector) == 8 * 36, "vectors.S");
_Static_assert(sizeof(struct el2_cpu) == EL2_CPU_SIZE, "vectors.S");

static _Alignas(64) struct el2_cpu cpus[EL2_CPUS_MAX];

__attribute__((section(".stacks"), aligned(EL2_PAGE))) uint8_t el2_stacks[EL2_STACKS_SIZE];

void el2_cpu_init(unsigned int stack)
{
	struct el2_cpu *c = &cpus[stack];

	c->vcpu = NULL;
	c->stack_top = (uintptr_t)el2_stacks + (stack + 1) * (uint64_t)EL2_STACK_STRIDE;
	c->mpidr = EL2_READ(MPIDR_EL1) & UINT64_C(0xff00ffffff);
	EL2_WRITE(TPIDR_EL2, (uintptr_t)c);
	EL2_WRITE(VBAR_EL2, (uintptr_t)el2_vectors);
	__asm__ volatile("isb");
}

_Noreturn void el2_halt(const char *why)
{
	el2_log_text("halted: ", why, NULL);
	el2_park();
}

_Noreturn void el2_wrong_level(unsigned int level)
{
	EL2_LOG({ "halted: entered at EL", level }, { ", not at EL2; image ", (uintptr_t)_start });
	el2_park();
}

_Noreturn void el2_fault(const struct el2_frame *f)
{
	static const char *const kinds[] = { "synchronous", "IRQ", "FIQ", "SError" };

	el2_console_force();
	el2_log_text("fault of EL2: ", kinds[f->vector & 3], NULL);
	EL2_LOG({ "vector ", f->vector }, { ", ESR_EL2 ", f->esr }, { ", FAR_EL2 ", f->far });
	EL2_LOG({ "pc ", f->pc }, { ", offset in the image ", f->pc - (uintptr_t)_start },
		{ ", PSTATE ", f->pstate });
	for (unsigned int i = 0; i < 30; i += 3)
		EL2_LOG({ "x", i }, { " ", f->x[i] }, { " ", f->x[i + 1] }, { " ", f->x[i + 2] });
	EL2_LOG({ "x30 ", f->x[30] }, { ", sp ", f->sp },
		{ ", stack from ", el2_this_cpu()->stack_top - EL2_STACK_SIZE });
	el2_halt("a defect of EL2");
}
