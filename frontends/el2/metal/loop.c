/* SPDX-License-Identifier: BSD-2-Clause */
/* What a CPU does: it runs its guest, and works for it. */
#include "enter.h"
#include "metal.h"
#include "el2/guest.h"
#include "el2/hw.h"
#include "el2/hw_gic.h"
#include "el2/input.h"
#include "el2/life.h"
#include "el2/log.h"
#include "el2/trap.h"

#define PSCI_SYSTEM_OFF 0x84000008u

void el2_hw_wake(uint32_t cpu)
{
	el2_gic_kick(cpu);
}

void *el2_hw_memory(uint64_t pa, size_t n)
{
	(void)n;
	return (void *)(uintptr_t)pa; /* EL2 maps all RAM under its own addresses */
}

/* With a frame of its own, which el2_stack_forget() erases. */
__attribute__((noinline)) static void say_end(struct el2_vm *vm)
{
	static const char *const reasons[EL2_EXITS] = {
		", interrupts ", ", calls ", ", system registers ", ", devices ", ", aborts ",
		", undefined ",  ", fatal ",
	};
	struct el2_word words[EL2_EXITS + 1];

	el2_console_flush(&vm->console);
	el2_log_text(vm->spec->name, " ended: ", vm->end);
	for (uint32_t i = 0; i < vm->spec->n_cpus; i++) {
		const struct el2_vcpu *v = vm->vcpu[i];

		words[0] = (struct el2_word){ "vCPU ", i };
		for (unsigned int e = 0; e < EL2_EXITS; e++)
			words[e + 1] = (struct el2_word){ reasons[e], v->exits[e] };
		el2_log_words(words, EL2_EXITS + 1);
		EL2_LOG({ "pc ", v->pc }, { ", PSTATE ", v->pstate }, { ", x0 ", v->x[0] },
			{ ", x1 ", v->x[1] }, { ", x29 ", v->x[29] }, { ", x30 ", v->x[30] });
	}
}

static void over(void)
{
	if (!el2_life_over(&el2_node))
		return;
	el2_log_text("no VM runs: power off", NULL, NULL);
	(void)el2_firmware(PSCI_SYSTEM_OFF, 0, 0, 0);
	el2_halt("the firmware does not power off");
}

static void load(struct el2_vm *vm)
{
	const uint64_t begin = el2_hw_ticks();
	const char *failure = el2_guest_load(vm);

	if (failure == NULL)
		EL2_LOG({ "loaded VM ", vm->slot }, { " at ", vm->pa },
			{ ": work ", vm->guest.plan.work }, { ", pc ", vm->guest.entry.arm64.pc },
			{ ", ticks ", vm->guest.ticks },
			{ ", before ", el2_hw_ticks() - begin - vm->guest.ticks });
	el2_life_loaded(vm, failure);
}

static void scrub(struct el2_vm *vm)
{
	uint64_t begin;

	if (vm->end != NULL) /* not before its first life */
		say_end(vm);
	begin = el2_hw_ticks();
	el2_guest_scrub(vm);
	EL2_LOG({ "erased VM ", vm->slot }, { ", ticks ", el2_hw_ticks() - begin });
	el2_stack_forget();
	el2_life_scrubbed(vm);
}

_Noreturn static void enter(struct el2_vcpu *v)
{
	el2_vgic_cpu_reset(&v->vm->gic, &v->gic);
	el2_enter(v);
	el2_resume(v);
}

/* Take this CPU's interrupts; one of the console's is EL2's own. */
static void interrupts(struct el2_vcpu *v)
{
	const uint32_t own = el2_node.facts.info.uart.intid;
	unsigned int came;
	int byte;

	came = v != NULL ? el2_vgic_irq(&v->vm->gic, &v->gic, own) : el2_vgic_irq(NULL, NULL, own);
	if ((came & EL2_VGIC_OWN) == 0)
		return;
	while ((byte = el2_hw_get()) >= 0)
		el2_input(&el2_node, (uint8_t)byte);
	el2_gic_deactivate(own);
}

_Noreturn void el2_idle(void)
{
	const struct el2_cpu *c = el2_this_cpu();
	struct el2_vcpu *v = &el2_node.vcpus[c->index];

	while (v->vm == NULL) {
		el2_hw_wait();
		interrupts(NULL);
	}
	if (c->vcpu != NULL) {
		el2_leave(); /* first, as its timers interrupt */
		el2_vgic_cpu_off(&v->vm->gic, &v->gic);
	}
	for (;;) {
		switch (el2_life_task(v)) {
		case EL2_TASK_LOAD:
			load(v->vm);
			break;
		case EL2_TASK_SCRUB:
			scrub(v->vm);
			break;
		case EL2_TASK_STAGE:
			el2_stage_work(v->vm);
			break;
		case EL2_TASK_ENTER:
			enter(v);
		case EL2_TASK_WAIT:
			over();
			el2_hw_wait();
			interrupts(v);
			break;
		}
	}
}

bool el2_guest_irq(struct el2_vcpu *v)
{
	v->exits[EL2_EXIT_IRQ]++;
	interrupts(v);
	return !el2_life_leaves(v);
}

void el2_guest_lost(struct el2_vcpu *v, bool fiq)
{
	v->exits[EL2_EXIT_FATAL]++;
	el2_life_end(v->vm, fiq ? "an FIQ" : "an SError", EL2_WISH_FAIL);
}
