/* SPDX-License-Identifier: BSD-2-Clause */
#include "admit.h"
#include "event.h"
#include "guest.h"
#include "libc.h"

/* Bytes in which any kernel that EL2 accepts is unpacked: gzip's own state and window, and the
 * largest table. */
#define WORK (192 * AB_KiB)
#define BLOCK (2 * AB_MiB) /* alignment of memory, which Stage 2 maps with blocks */

/* The error is this VM's. */
static enum ab_err of(const struct el2_vm *vm, enum ab_err err, struct ab_error *why)
{
	if (err && why != NULL)
		why->name = vm->spec->name;
	return err;
}

/* The machine has too little. */
static enum ab_err lack(struct ab_error *why, const struct el2_vm *vm, const char *what,
			uint64_t value, const char *rule)
{
	return of(vm, ab_fail(why, AB_ERR_NOSPACE, what, value, rule), why);
}

/* Nobody may have that. */
static enum ab_err refuse(struct ab_error *why, const struct el2_vm *vm, const char *what,
			  uint64_t value, const char *rule)
{
	return of(vm, ab_fail(why, AB_ERR_ARG, what, value, rule), why);
}

/* Whether nobody has a CPU, and it can be used: the one that runs need not be started. */
static bool is_free(const struct el2_node *node, uint32_t cpu)
{
	const struct ab_fdt_cpu *c = &node->facts.cpus[cpu];

	return node->vcpus[cpu].vm == NULL && c->okay && (c->psci || cpu == node->facts.boot);
}

static void pin(struct el2_node *node, struct el2_vm *vm, uint32_t index, uint32_t cpu)
{
	struct el2_vcpu *v = &node->vcpus[cpu];

	memset(v, 0, sizeof(*v));
	v->vm = vm;
	v->index = index;
	v->cpu = cpu;
	vm->vcpu[index] = v;
}

/* Those that the bundle lists. */
static enum ab_err listed_cpus(struct el2_node *node, struct el2_vm *vm, struct ab_error *why)
{
	for (uint32_t n = 0; n < vm->spec->n_cpus; n++) {
		const uint32_t cpu = vm->spec->cpu[n];

		if (cpu >= node->facts.info.cpus.n)
			return refuse(why, vm, "bundle.cpu-list", cpu, "there is no such CPU");
		if (!is_free(node, cpu))
			return refuse(why, vm, "bundle.cpu-list", cpu,
				      "that CPU is another VM's, or cannot be used");
		pin(node, vm, n, cpu);
	}
	return AB_OK;
}

/* The first ones that nobody has. */
static enum ab_err counted_cpus(struct el2_node *node, struct el2_vm *vm, struct ab_error *why)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < node->facts.info.cpus.n && n < vm->spec->n_cpus; i++)
		if (is_free(node, i))
			pin(node, vm, n++, i);
	if (n != vm->spec->n_cpus)
		return lack(why, vm, "bundle.cpus", vm->spec->n_cpus,
			    "the machine has fewer CPUs that no other VM has");
	return AB_OK;
}

/* The manager's IPAs are physical addresses, so that devices of the machine find its memory where
 * it says. Its own interrupt controller and UART are where the machine's are, which it has not. */
static void choose_addresses(const struct el2_node *node, struct el2_vm *vm)
{
	const struct ab_fdt_info *info = &node->facts.info;

	vm->ipa = el2_manages(vm) ? vm->pa : EL2_IPA_RAM;
	vm->console_ipa = el2_manages(vm) ? info->uart.reg.base : EL2_IPA_UART;
	vm->gic.v2 = info->gic_version == 2;
	vm->gicd = el2_manages(vm) ? info->gic_dist.base : EL2_IPA_GICD;
	vm->gicd_size = vm->gic.v2 ? EL2_VGIC_V2_DIST_SIZE : EL2_VGIC_DIST_SIZE;
	if (vm->gic.v2) {
		vm->gicr = (el2_manages(vm) ? info->gic_cpu.base : EL2_IPA_GICC) + EL2_GICC_PAGE;
		vm->gicr_size = EL2_GICC_PAGE;
		return;
	}
	vm->gicr = el2_manages(vm) ? info->redist.at[0].base : EL2_IPA_GICR;
	vm->gicr_size = (uint64_t)vm->spec->n_cpus * EL2_VGIC_REDIST_SIZE;
}

static enum ab_err memory(struct el2_node *node, struct el2_vm *vm, const struct ab_s2_ops *ops,
			  struct ab_error *why)
{
	const struct ab_s2_attr ram = { .access = AB_S2_RWX };
	const struct ab_s2_attr registers = { .access = AB_S2_RW, .memory = AB_S2_NGNRE };
	struct ab_s2_ops own = *ops;
	struct ab_s2_config config = { .cpu = node->s2_cpu,
				       .ipa_bits =
					   node->s2_cpu.pa_bits < 40 ? node->s2_cpu.pa_bits : 40,
				       .vmid = (uint16_t)(vm->slot + 1) };
	uint64_t at;
	enum ab_err err;

	own.ctx = &vm->s2;
	/* large memory in large blocks, which need no tables, if there is a place for it */
	if ((vm->spec->memory < AB_GiB || el2_memory_find(&node->memory, vm->spec->memory, AB_GiB,
							  vm->spec->name, &vm->pa, why)) &&
	    (err = el2_memory_find(&node->memory, vm->spec->memory, BLOCK, vm->spec->name, &vm->pa,
				   why)))
		return err;
	if ((err = el2_memory_find(&node->memory, WORK, 4096, vm->spec->name, &at, why)))
		return err;
	vm->work = (struct ab_work){ (void *)(uintptr_t)at, WORK };
	if (vm->spec->staging != 0 && (err = el2_memory_find(&node->memory, vm->spec->staging, 4096,
							     vm->spec->name, &vm->stage.pa, why)))
		return err;
	choose_addresses(node, vm);
	if (!(err = ab_s2_init(&vm->s2, &config, &own, why)))
		err = ab_s2_map(&vm->s2, vm->ipa, vm->pa, vm->spec->memory, &ram, 0, why);
	/* a GICv2's virtual CPU interface is where the VM looks for its own, but for GICC_DIR */
	if (!err && vm->gic.v2)
		err = ab_s2_map(&vm->s2, vm->gicr - EL2_GICC_PAGE, node->facts.info.gic_vcpu.base,
				EL2_GICC_PAGE, &registers, 0, why);
	return of(vm, err, why);
}

/* The physical timers' interrupts are those of each of its CPUs; the UART is emulated. */
static bool interrupts(const struct el2_node *node, struct el2_vm *vm)
{
	const struct ab_fdt_info *info = &node->facts.info;

	vm->gic.n_cpus = vm->spec->n_cpus;
	vm->gic.maintenance = info->maintenance;
	for (uint32_t i = 0; i < vm->spec->n_cpus; i++) {
		struct el2_vcpu *v = vm->vcpu[i];

		v->mpidr = ab_machine_cpu_id(&vm->guest.machine, i);
		v->gic.affinity = (uint32_t)(v->mpidr >> 32 << 24 | (v->mpidr & 0xffffff));
		v->gic.cpu = v->cpu;
		vm->gic.cpus[i] = &v->gic;
	}
	el2_vgic_init(&vm->gic);
	return (info->timer.phys == 0 || el2_vgic_give(&vm->gic, info->timer.phys, true)) &&
	       el2_vgic_give(&vm->gic, info->timer.virt, true) &&
	       el2_vgic_give(&vm->gic, EL2_INTID_UART, false) &&
	       el2_vgic_give(&vm->gic, EL2_INTID_DOORBELL, false) &&
	       (!el2_manages(vm) || el2_vgic_give(&vm->gic, EL2_INTID_EVENT, false));
}

static void line(void *ctx, uint32_t irq, bool high)
{
	struct el2_vm *vm = ctx;

	el2_vgic_line(&vm->gic, NULL, irq, high);
}

static void out(void *ctx, uint8_t byte)
{
	struct el2_vm *vm = ctx;

	el2_console_put(&vm->console, byte);
	/* A manager takes its events, then it reads the console. So either it finds this byte, or
	 * this CPU finds that it must tell it. */
	__atomic_thread_fence(__ATOMIC_SEQ_CST);
	if (!*(const volatile bool *)&vm->told)
		el2_event_printed(vm);
}

static bool devices(struct el2_vm *vm)
{
	vm->uart = (struct dev_pl011){ .line = { .set = line, .ctx = vm, .irq = EL2_INTID_UART },
				       .out = out,
				       .ctx = vm };
	dev_pl011_reset(&vm->uart);
	vm->console.name = vm->spec->name;
	return dev_bus_add(&vm->bus, &(struct dev_bus_range){ .base = vm->console_ipa,
							      .size = 0x1000,
							      .read = dev_pl011_read,
							      .write = dev_pl011_write,
							      .dev = &vm->uart });
}

static bool touches(const struct ab_fdt_ranges *list, uint64_t base, uint64_t size)
{
	for (size_t i = 0; i < list->n; i++)
		if (ab_overlaps(base, size, list->at[i].base, list->at[i].size))
			return true;
	return false;
}

/* Whether something in a range of pages is RAM, or EL2's own. */
static bool is_ours(const struct el2_node *node, uint64_t base, uint64_t size)
{
	const struct ab_fdt_info *info = &node->facts.info;
	const struct ab_range *own[] = { &info->gic_dist, &info->gic_cpu, &info->gic_hyp,
					 &info->gic_vcpu, &info->uart.reg };

	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
		if (ab_overlaps(base, size, own[i]->base, own[i]->size))
			return true;
	return touches(&info->redist, base, size) || touches(&info->memory, base, size);
}

/* Give the VM a device of the machine: its pages, and its interrupt. Neighbours in a page are all
 * of one kind, and go to the same VM. */
static enum ab_err grant(const struct el2_node *node, struct el2_vm *vm, const struct ab_fdt_dev *d,
			 struct ab_error *why)
{
	const struct ab_s2_attr registers = { .access = AB_S2_RW, .memory = AB_S2_NGNRE };
	const uint64_t page = d->reg.base & ~UINT64_C(0xfff);
	uint64_t end;
	struct ab_s2_entry e;

	if (d->reg.size == 0 || !ab_add(d->reg.base, d->reg.size, &end) ||
	    !ab_align_up(end, 0x1000, &end))
		return refuse(why, vm, "bundle.capabilities", 0, "the machine has no such device");
	if (is_ours(node, page, end - page))
		return refuse(why, vm, "device.base", d->reg.base,
			      "its page has RAM, or devices of the hypervisor");
	if (d->intid != 0 &&
	    (d->intid == node->facts.info.uart.intid || !el2_vgic_give(&vm->gic, d->intid, true)))
		return refuse(
		    why, vm, "bundle.capabilities", d->intid,
		    "its interrupt cannot be given: must be a PPI or an SPI, 16 to 1019, that "
		    "nobody else has");
	if (ab_s2_query(&vm->s2, page, &e) && e.kind == AB_S2_LEAF && e.pa == page)
		return AB_OK;
	return of(vm, ab_s2_map(&vm->s2, page, page, end - page, &registers, 0, why), why);
}

/* A device reaches all memory: only the VM that is trusted anyway may have one. */
static enum ab_err grants(const struct el2_node *node, struct el2_vm *vm, struct ab_error *why)
{
	const struct ab_fdt_info *info = &node->facts.info;
	const uint32_t caps = vm->spec->capabilities;
	enum ab_err err = AB_OK;

	if ((caps & (EL2_CAP_VIRTIO | EL2_CAP_RTC)) != 0 && !el2_manages(vm))
		return refuse(why, vm, "bundle.capabilities", caps,
			      "only the VM that has manage may have virtio or rtc");
	if ((caps & EL2_CAP_RTC) != 0)
		err = grant(node, vm, &info->rtc, why);
	if ((caps & EL2_CAP_VIRTIO) != 0)
		for (size_t i = 0; i < info->virtio.n && !err; i++)
			err = grant(node, vm, &info->virtio.at[i], why);
	return err;
}

/* RAM by which a manager calls: one page of it, and a window. Its registers are no memory. */
static enum ab_err mailbox(struct el2_node *node, struct el2_vm *vm, struct ab_error *why)
{
	const struct ab_s2_attr shared = { .access = AB_S2_RW };
	uint64_t *at = &vm->mailbox.pa;
	enum ab_err err;

	if (!el2_manages(vm))
		return AB_OK;
	if (!(err = el2_memory_find(&node->memory, EL2_MAILBOX_SIZE, EL2_MAILBOX_SIZE,
				    vm->spec->name, at, why)) &&
	    !(err = ab_s2_map(&vm->s2, *at + EL2_MAILBOX_REQUEST, *at + EL2_MAILBOX_REQUEST, 0x1000,
			      &shared, 0, why)))
		err = ab_s2_map(&vm->s2, *at + EL2_MAILBOX_WINDOW, *at + EL2_MAILBOX_WINDOW,
				EL2_MAILBOX_WINDOW_SIZE, &shared, 0, why);
	return of(vm, err, why);
}

static enum ab_err equip(struct el2_node *node, struct el2_vm *vm, const struct ab_s2_ops *ops,
			 struct ab_error *why)
{
	enum ab_err err = memory(node, vm, ops, why);

	if (err || (err = mailbox(node, vm, why)))
		return err;
	el2_guest_describe(vm);
	if (!interrupts(node, vm) || !devices(vm))
		return refuse(why, vm, "bundle.devices", 0, "its interrupts are taken");
	return grants(node, vm, why);
}

/* The manager's devices, and what is typed, are its alone. */
static enum ab_err one_manager(struct el2_node *node, struct el2_vm *vm, struct ab_error *why)
{
	if (!el2_manages(vm))
		return AB_OK;
	for (uint32_t i = 0; i < vm->slot; i++)
		if (el2_manages(&node->vms[i]))
			return refuse(why, vm, "bundle.capabilities", vm->spec->capabilities,
				      "another VM has manage");
	node->focus = vm->slot;
	return AB_OK;
}

enum ab_err el2_admit(struct el2_node *node, const struct ab_s2_ops *ops, struct ab_error *why)
{
	enum ab_err err = AB_OK;

	node->n_vms = (uint32_t)node->bundle.n;
	memset(node->vms, 0, sizeof(node->vms));
	for (uint32_t i = 0; i < node->n_vms; i++) {
		node->vms[i].node = node;
		node->vms[i].slot = i;
		node->vms[i].spec = &node->bundle.vm[i];
	}
	for (uint32_t i = 0; i < node->n_vms && !err; i++)
		err = one_manager(node, &node->vms[i], why);
	/* who names its CPUs chooses before those who do not care */
	for (uint32_t i = 0; i < node->n_vms && !err; i++)
		if (node->vms[i].spec->listed)
			err = listed_cpus(node, &node->vms[i], why);
	for (uint32_t i = 0; i < node->n_vms && !err; i++)
		if (!node->vms[i].spec->listed)
			err = counted_cpus(node, &node->vms[i], why);
	for (uint32_t i = 0; i < node->n_vms && !err; i++)
		err = equip(node, &node->vms[i], ops, why);
	for (uint32_t i = 0; i < node->n_vms && !err; i++)
		err = el2_shared_admit(node, &node->vms[i], why);
	return err;
}
