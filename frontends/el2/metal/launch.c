/* SPDX-License-Identifier: BSD-2-Clause */
/* From the bundle to a running guest. */
#include "enter.h"
#include "metal.h"
#include "node.h"
#include "stage2.h"
#include "devices/pl011.h"
#include "el2/hw.h"
#include "el2/log.h"
#include "el2/trap.h"

#define WORK (256 * AB_KiB) /* gzip wants 168 KiB */
#define MEMORY (256 * AB_MiB)

static struct el2_guest guest;
static EL2_NOINIT uint8_t work_memory[WORK];

/* The sink: guest memory is RAM at a fixed distance. What EL2 writes through its caches, a guest
 * whose MMU is off reads past them. */
static enum ab_err put(void *ctx, const struct ab_region *r, uint64_t off, const void *src,
		       size_t len)
{
	const uint64_t *distance = ctx;
	void *dst = (void *)(uintptr_t)(r->base + off + *distance);

	if (src == NULL)
		memset(dst, 0, len);
	else
		memcpy(dst, src, len);
	el2_clean(dst, len);
	return AB_OK;
}

static void end_vm(struct el2_vm *vm)
{
	static const char *const reasons[EL2_EXITS] = {
		"interrupts ",  ", calls ", ", system registers ", ", devices ", ", aborts ",
		", undefined ", ", fatal ",
	};
	struct el2_word words[EL2_EXITS];

	el2_log_text(vm->name, " ended");
	el2_log_text("reason: ", vm->end);
	for (uint32_t i = 0; i < vm->n_vcpus; i++) {
		const struct el2_vcpu *v = &vm->vcpu[i];

		EL2_LOG({ "vCPU ", i }, { ": pc ", v->pc }, { ", PSTATE ", v->pstate },
			{ ", x0 ", v->x[0] }, { ", x30 ", v->x[30] });
		for (unsigned int e = 0; e < EL2_EXITS; e++)
			words[e] = (struct el2_word){ reasons[e], v->exits[e] };
		el2_log_words(words, EL2_EXITS);
	}
}

#define PSCI_SYSTEM_OFF 0x84000008u

_Noreturn static void off(struct el2_vm *vm)
{
	end_vm(vm);
	el2_log_text("the last guest ended: power off", NULL);
	(void)el2_firmware(PSCI_SYSTEM_OFF, 0, 0, 0);
	el2_halt("the firmware does not power off");
}

void el2_guest_sync(struct el2_vcpu *v)
{
	if (el2_trap(v, EL2_READ(ESR_EL2)) == EL2_TERMINATE)
		off(v->vm);
}

void el2_hw_wake(uint32_t cpu)
{
	(void)cpu; /* one vCPU */
}

void el2_guest_irq(struct el2_vcpu *v)
{
	v->exits[EL2_EXIT_IRQ]++;
}

void el2_guest_serror(struct el2_vcpu *v)
{
	v->exits[EL2_EXIT_FATAL]++;
	v->vm->end = "an SError";
	off(v->vm);
}

static void uart_out(void *ctx, uint8_t byte)
{
	(void)ctx;
	el2_hw_put(byte);
}

static enum ab_err make(struct el2_vm *vm, struct ab_vcpu *cpu, struct ab_error *why)
{
	static struct dev_pl011 uart = { .out = uart_out };
	const struct el2_facts *f = &el2_node.facts;
	const struct ab_work work = { work_memory, sizeof(work_memory) };
	const struct ab_s2_attr ram = { .access = AB_S2_RWX };
	const struct ab_s2_ops ops = el2_s2_ops(&vm->s2);
	struct ab_s2_config config = { .ipa_bits = 40, .vmid = (uint16_t)(vm->slot + 1) };
	uint64_t base, distance;
	enum ab_err err;

	el2_guest_describe(&guest, f, 1, MEMORY, AB_TABLES_FDT);
	guest.payload.kernel =
	    (struct ab_bytes){ (const void *)(uintptr_t)f->info.initrd.base, f->info.initrd.size };
	if ((err = el2_memory_find(&el2_node.memory, MEMORY, 2 * AB_MiB, vm->name, &base, why)))
		return err;
	distance = base - EL2_IPA_RAM;
	config.cpu = ab_s2_cpu(EL2_READ(ID_AA64MMFR0_EL1), EL2_READ(ID_AA64MMFR1_EL1),
			       EL2_READ(S3_0_C0_C7_2));
	if ((err = ab_s2_init(&vm->s2, &config, &ops, why)) ||
	    (err = ab_s2_map(&vm->s2, EL2_IPA_RAM, base, MEMORY, &ram, 0, why)))
		return err;
	dev_pl011_reset(&uart);
	if (!dev_bus_add(&vm->bus, &(struct dev_bus_range){ .base = EL2_IPA_UART,
							    .size = EL2_PAGE,
							    .read = dev_pl011_read,
							    .write = dev_pl011_write,
							    .dev = &uart }))
		return AB_ERR_INTERNAL;
	if ((err = ab_plan_make(&guest.plan, &guest.machine, &guest.payload, work, why)) ||
	    (err = ab_plan_place(&guest.plan, (struct ab_mem){ put, &distance }, work, why)))
		return err;
	return ab_plan_entry(&guest.plan, 0, cpu, why);
}

_Noreturn void el2_launch(void)
{
	struct el2_vm *vm = &el2_node.vms[0];
	static struct ab_vcpu cpu;
	struct ab_error why;

	vm->name = "VM 0";
	vm->vcpu = &el2_node.vcpus[0];
	vm->n_vcpus = 1;
	vm->vcpu[0].vm = vm;
	vm->vcpu[0].power = EL2_VCPU_ON;
	if (make(vm, &cpu, &why)) {
		el2_log_error(vm->name, &why);
		el2_halt("no guest");
	}
	vm->vcpu[0].mpidr = cpu.id;
	el2_enter(&vm->vcpu[0], &cpu.arm64);
	EL2_LOG({ "launch: pc ", cpu.arm64.pc });
	el2_resume(&vm->vcpu[0]);
}
