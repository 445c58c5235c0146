/* SPDX-License-Identifier: BSD-2-Clause */
/* Which VM gets which CPUs, memory, addresses and interrupts; and whom nobody admits. */
#include "el2_node_world.h"

#include "el2/input.h"

static bool give(struct el2_vm *vm, uint8_t byte)
{
	return el2_input_put(vm, &byte, 1) == 1;
}

#define MANAGER (EL2_CAP_MANAGE | EL2_CAP_VIRTIO | EL2_CAP_RTC)

static void admit(const char *row)
{
	struct ab_error why;

	assert_ok(node_admit(&why), &why, row);
	assert_int_equal(node.n_vms, node.bundle.n);
}

/* The VM's CPUs are those of the machine that @want names, each at its place. */
static void has_cpus(uint32_t slot, const char *want)
{
	const struct el2_vm *vm = &node.vms[slot];

	assert_int_equal(vm->spec->n_cpus, strlen(want));
	for (uint32_t i = 0; want[i] != '\0'; i++) {
		const uint32_t cpu = (uint32_t)(want[i] - 'a');
		const struct el2_vcpu *v = vm->vcpu[i];

		assert_ptr_equal(v, &node.vcpus[cpu]);
		assert_ptr_equal(v->vm, vm);
		assert_int_equal(v->index, i);
		assert_int_equal(v->cpu, cpu);
		assert_int_equal(v->power, EL2_VCPU_OFF);
		assert_false(v->inside);
		/* what the guest sees, and where its interrupts go */
		assert_true(v->mpidr == ab_machine_cpu_id(&vm->guest.machine, i));
		assert_int_equal(v->gic.affinity, v->mpidr);
		assert_int_equal(v->gic.cpu, cpu);
		assert_ptr_equal(vm->gic.cpus[i], &v->gic);
	}
}

static void test_counted(void **state)
{
	(void)state;
	node_begin(6, 256 * AB_MiB, 0);
	node_vm("one", 2, 4 * AB_MiB, 0);
	node_vm("two", 3, 4 * AB_MiB, 0);
	admit("counted");
	has_cpus(0, "ab");
	has_cpus(1, "cde");
	assert_null(node.vcpus[5].vm);
	/* some cannot be used; the one that boots needs not be started */
	node_begin(6, 256 * AB_MiB, 0);
	node.facts.boot = 1;
	node.facts.cpus[1].psci = false;
	node.facts.cpus[2].okay = false;
	node.facts.cpus[4].psci = false;
	node_vm("one", 3, 4 * AB_MiB, 0);
	node_vm("two", 1, 4 * AB_MiB, 0);
	admit("some are left out");
	has_cpus(0, "abd");
	has_cpus(1, "f");
}

/* A GICv2's virtual CPU interface, which each CPU finds its own of, is where the VM looks for the
 * physical one, but for the page of GICC_DIR; no other page of the GIC is. */
static void test_gicv2(void **state)
{
	static const struct {
		uint64_t gicd, gicc;
	} want[] = { { WORKER_GICD, WORKER_GICC }, { NODE_GICD, NODE_GICC } };

	(void)state;
	node_begin(8, 256 * AB_MiB, 0);
	node_gicv2();
	node_vm("one", 5, 4 * AB_MiB, 0);
	node_vm("two", 3, 4 * AB_MiB, EL2_CAP_MANAGE);
	admit("GICv2");
	for (uint32_t slot = 0; slot < 2; slot++) {
		const struct el2_vm *vm = &node.vms[slot];
		const uint64_t base = want[slot].gicc & ~UINT64_C(0xfffff);

		assert_true(vm->gic.v2 && vm->gicd == want[slot].gicd && vm->gicd_size == 0x1000);
		assert_true(vm->gicr == want[slot].gicc + 0x1000 && vm->gicr_size == 0x1000);
		for (uint64_t at = base; at < base + 0x100000; at += 4096) {
			struct ab_s2_entry e;

			assert_true(ab_s2_query(&vm->s2, at, &e));
			assert_int_equal(e.kind == AB_S2_LEAF, at == want[slot].gicc);
			if (at != want[slot].gicc)
				continue;
			assert_true(e.pa == NODE_GICV && e.attr.access == AB_S2_RW);
			assert_int_equal(e.attr.memory, AB_S2_NGNRE);
		}
	}
}

static void listed(struct el2_bundle_vm *vm, const char *cpus)
{
	vm->listed = true;
	for (vm->n_cpus = 0; cpus[vm->n_cpus] != '\0'; vm->n_cpus++)
		vm->cpu[vm->n_cpus] = (uint8_t)(cpus[vm->n_cpus] - 'a');
}

/* Who lists them chooses first, in his order. */
static void test_listed(void **state)
{
	(void)state;
	node_begin(6, 256 * AB_MiB, 0);
	node_vm("one", 2, 4 * AB_MiB, 0);
	listed(node_vm("two", 0, 4 * AB_MiB, 0), "ca");
	node_vm("high", 1, 4 * AB_MiB, 0);
	listed(node_vm("low", 0, 4 * AB_MiB, 0), "d");
	admit("listed");
	has_cpus(0, "be");
	has_cpus(1, "ca");
	has_cpus(2, "f");
	has_cpus(3, "d");
}

/* Everything of a VM's RAM is mapped to memory of its own, and nothing around it. */
static void has_ram(const struct el2_vm *vm, uint64_t ipa)
{
	struct ab_s2_entry e;

	assert_true(vm->ipa == ipa && vm->pa % (2 * AB_MiB) == 0);
	assert_true(vm->pa >= NODE_RAM &&
		    vm->pa + vm->spec->memory <= NODE_RAM + node.facts.memory[0].size);
	for (uint64_t at = 0; at < vm->spec->memory; at += 4096) {
		assert_true(ab_s2_query(&vm->s2, ipa + at, &e));
		assert_int_equal(e.kind, AB_S2_LEAF);
		assert_true(e.pa + (ipa + at - e.ipa) == vm->pa + at);
		assert_int_equal(e.attr.access, AB_S2_RWX);
		assert_int_equal(e.attr.memory, AB_S2_WB);
	}
	assert_true(ab_s2_query(&vm->s2, ipa - 1, &e) && e.kind == AB_S2_INVALID);
	assert_true(ab_s2_query(&vm->s2, ipa + vm->spec->memory, &e) && e.kind == AB_S2_INVALID);
}

static bool apart(uint64_t a, uint64_t a_size, uint64_t b, uint64_t b_size)
{
	return a + a_size <= b || b + b_size <= a;
}

static uint64_t work_at(const struct el2_vm *vm)
{
	return (uintptr_t)vm->work.data;
}

/* No two VMs have anything in common. */
static void share_nothing(void)
{
	struct ab_range all[4 * EL2_VMS_MAX];
	size_t n = 0;

	for (uint32_t i = 0; i < node.n_vms; i++) {
		const struct el2_vm *a = &node.vms[i];

		assert_int_equal(a->slot, i);
		assert_int_equal(a->s2.config.vmid, i + 1);
		for (uint32_t k = 0; k < i; k++)
			assert_true(a->s2.root != node.vms[k].s2.root);
		all[n++] = (struct ab_range){ a->pa, a->spec->memory };
		all[n++] = (struct ab_range){ work_at(a), a->work.size };
		all[n++] = (struct ab_range){ a->stage.pa, a->spec->staging };
		all[n++] =
		    (struct ab_range){ a->mailbox.pa, el2_manages(a) ? EL2_MAILBOX_SIZE : 0 };
	}
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < i; k++)
			assert_true(all[i].size == 0 || all[k].size == 0 ||
				    apart(all[i].base, all[i].size, all[k].base, all[k].size));
}

static void test_addresses(void **state)
{
	const struct el2_vm *m = &node.vms[1], *w = &node.vms[0];

	(void)state;
	node_begin(4, 256 * AB_MiB, 0);
	node_vm("one", 2, 6 * AB_MiB + 4096, 0);
	node_vm("two", 1, 16 * AB_MiB, EL2_CAP_MANAGE)->staging = 4096;
	node.bundle.vm[0].staging = 9 * AB_MiB + 4096;
	admit("addresses");
	assert_true(m->stage.pa != 0 && m->stage.pa % 4096 == 0 && w->stage.pa != 0);
	has_ram(w, WORKER_RAM);
	has_ram(m, m->pa);
	share_nothing();
	assert_true(w->gicd == WORKER_GICD && w->gicr == WORKER_GICR &&
		    w->console_ipa == WORKER_UART);
	assert_true(m->gicd == NODE_GICD && m->gicr == NODE_GICR && m->console_ipa == NODE_UART);
	assert_int_equal(node.focus, 1);
	assert_true(w->gicd_size == 0x10000 && w->gicr_size == 2 * 0x20000 && !w->gic.v2);
	/* no more bits than the CPU has */
	assert_int_equal(w->s2.config.ipa_bits, 40);
	node_begin(1, 64 * AB_MiB, 0);
	node.s2_cpu.pa_bits = 36;
	node_vm("one", 1, 2 * AB_MiB, 0);
	admit("36 bits");
	assert_int_equal(w->s2.config.ipa_bits, 36);
	assert_int_equal(node.focus, 0);
}

/* The pages that the VM has as devices, one character each from @first on. */
static void has_pages(const struct el2_vm *vm, uint64_t first, const char *want)
{
	for (size_t n = 0; want[n] != '\0'; n++) {
		struct ab_s2_entry e;

		assert_true(ab_s2_query(&vm->s2, first + n * 4096, &e));
		if ((e.kind == AB_S2_LEAF) != (want[n] == 'd'))
			fail_msg("page %zu at %#llx", n, (unsigned long long)first);
		if (e.kind != AB_S2_LEAF)
			continue;
		assert_true(e.pa == first + n * 4096 && e.size == 4096);
		assert_int_equal(e.attr.access, AB_S2_RW);
		assert_int_equal(e.attr.memory, AB_S2_NGNRE);
	}
}

static bool owns(const struct el2_vm *vm, uint32_t intid, bool physical)
{
	const struct el2_vgic_bank *bank = &vm->gic.spis[intid / 32];
	const uint32_t bit = 1u << intid % 32;

	return (bank->owned & bit) != 0 && ((bank->soft & bit) == 0) == physical;
}

static uint32_t n_spis(const struct el2_vm *vm)
{
	uint32_t n = 0;

	for (unsigned int i = 0; i < EL2_VGIC_BANKS; i++)
		for (uint32_t w = vm->gic.spis[i].owned; w != 0; w &= w - 1)
			n++;
	return n;
}

/* All have the timers and their UART; the manager has devices, if it may. */
static void test_devices(void **state)
{
	struct el2_vm *m = &node.vms[0], *w = &node.vms[1];

	(void)state;
	for (uint32_t caps = 0; caps < 4; caps++)
		for (uint32_t virtios = 0; virtios <= 32; virtios += 16) {
			const bool virtio = (caps & 1) != 0, rtc = (caps & 2) != 0;
			const char *pages = !virtio || virtios == 0 ? "....."
					    : virtios == 16         ? "dd..."
								    : "dddd.";

			node_begin(2, 256 * AB_MiB, virtios);
			node_vm("one", 1, 2 * AB_MiB,
				EL2_CAP_MANAGE | (virtio ? EL2_CAP_VIRTIO : 0) |
				    (rtc ? EL2_CAP_RTC : 0));
			node_vm("two", 1, 2 * AB_MiB, EL2_CAP_LOG);
			admit("devices");
			has_pages(m, NODE_VIRTIO, pages);
			has_pages(m, NODE_RTC, rtc ? "d." : "..");
			has_pages(w, NODE_VIRTIO, ".....");
			has_pages(w, NODE_RTC, "..");
			/* the machine's own GIC and UART are nobody's */
			has_pages(m, NODE_GICD, "..");
			has_pages(m, NODE_GICR, "..");
			has_pages(m, NODE_UART, ".");
			for (uint32_t n = 0; n < virtios && virtio; n++)
				assert_true(owns(m, NODE_VIRTIO_IRQ + n, true));
			assert_int_equal(owns(m, 34, true), rtc);
			assert_int_equal(n_spis(m), 3 + rtc + (virtio ? virtios : 0));
			assert_int_equal(n_spis(w), 2);
			for (uint32_t i = 0; i < 2; i++) {
				assert_true(owns(&node.vms[i], 32, false));
				assert_int_equal(node.vms[i].gic.ppis, 1u << 27 | 1u << 30);
				assert_int_equal(node.vms[i].gic.maintenance, 25);
				assert_int_equal(node.vms[i].gic.n_cpus, 1);
				assert_int_equal(node.vms[i].bus.n, 1);
			}
		}
	/* a machine whose physical timer has no interrupt */
	node_begin(1, 64 * AB_MiB, 0);
	node.facts.info.timer.phys = 0;
	node_vm("one", 1, 2 * AB_MiB, 0);
	admit("no physical timer");
	assert_int_equal(m->gic.ppis, 1u << 27);
}

/* The UART is the VM's: what it prints has its name, what is typed raises its interrupt. */
static void test_uart(void **state)
{
	struct el2_vm *vm = &node.vms[1];
	const struct dev_bus_range *r = &vm->bus.at[0];

	(void)state;
	node_begin(2, 64 * AB_MiB, 0);
	node_vm("one", 1, 2 * AB_MiB, 0);
	node_vm("two", 1, 2 * AB_MiB, 0);
	admit("uart");
	assert_true(r->base == WORKER_UART && r->size == 0x1000 && r->dev == &vm->uart);
	r->write(r->dev, 0, 4, 'a');
	r->write(r->dev, 0, 4, '\n');
	assert_string_equal(el2_fake.text, "two: a\r\n");
	fake.cpu[0].vm = &node.vms[0].gic;
	fake.cpu[1].vm = &vm->gic;
	fake.self = 1;
	fake.owner = &vm->gic;
	el2_vgic_reset(&vm->gic);
	el2_fake.outer[0] = &vm->devices;
	r->write(r->dev, 0x38, 4, 0x50); /* IMSC: RXIM, RTIM */
	assert_int_equal(vm->gic.spis[1].line, 0);
	vm->state = EL2_VM_RUNNING;
	assert_true(give(vm, 'x'));
	assert_int_equal(vm->gic.spis[1].line, 1); /* INTID 32 */
	assert_int_equal(node.vms[0].gic.spis[1].line, 0);
	assert_int_equal(fake.wrong, 0);
}

/* As many as there can be: 8 VMs, 24 CPUs, 32 devices. */
static void test_full(void **state)
{
	static const char *const names[] = { "one",  "two",   "first", "last",
					     "high", "table", "low",   "taken" };
	char cpus[4] = "";

	(void)state;
	node_begin(24, 8 * 16 * AB_MiB, 32);
	for (uint32_t i = 0; i < 8; i++)
		node_vm(names[i], 3, 14 * AB_MiB, i == 7 ? MANAGER : 0);
	admit("8 VMs");
	for (uint32_t i = 0; i < 8; i++) {
		for (uint32_t k = 0; k < 3; k++)
			cpus[k] = (char)('a' + 3 * i + k);
		has_cpus(i, cpus);
		has_ram(&node.vms[i], i == 7 ? node.vms[7].pa : WORKER_RAM);
	}
	share_nothing();
	assert_int_equal(node.focus, 7);
	has_pages(&node.vms[7], NODE_VIRTIO, "dddd");
	/* one VM with all CPUs */
	node_begin(24, 64 * AB_MiB, 0);
	node_vm("one", 24, 2 * AB_MiB, 0);
	admit("24 CPUs");
	has_cpus(0, "abcdefghijklmnopqrstuvwx");
}

/* ---- who is not admitted: the second of two VMs, on a machine with 4 CPUs and 64 MiB */

#define NO_CPU "there is no such CPU"
#define USED "that CPU is another VM's, or cannot be used"
#define FEW "the machine has fewer CPUs that no other VM has"
#define ALONE "only the VM that has manage may have virtio or rtc"

#define SHARED "its page has RAM, or devices of the hypervisor"

#define BY(vm, code, what, value, rule)                                                            \
	{                                                                                          \
		AB_ERR_##code, what, value, rule, 0, vm, 0                                         \
	}
#define ROW(...) BY("two", __VA_ARGS__)

struct refusal {
	const char *row;
	const char *list; /* NULL: by number */
	uint32_t cpus;
	uint64_t memory;
	uint32_t capabilities;
	void (*change)(void); /* of the machine; NULL: none */
	struct expected want;
};

static void no_rtc(void)
{
	node.facts.info.rtc.reg.size = 0;
}

static void same_irq(void)
{
	node.facts.virtio[1].intid = NODE_VIRTIO_IRQ;
}

static void irq_of_uart(void)
{
	node.facts.info.rtc.intid = 32;
}

static void irq_of_nobody(void)
{
	node.facts.info.rtc.intid = 1020;
}

static void irq_of_console(void)
{
	node.facts.info.uart.intid = 34;
}

static void beside_uart(void)
{
	node.facts.info.rtc.reg.base = NODE_UART + 0xf00;
}

static void beside_gic(void)
{
	node.facts.virtio[1].reg.base = NODE_GICD + 0xfe00;
}

/* A frame of two pages at @where, with a device in the second. */
static void beside(struct ab_range *frame, uint64_t where)
{
	*frame = (struct ab_range){ where, 0x2000 };
	node.facts.virtio[1].reg.base = where + 0x1e00;
}

static void beside_gicc(void)
{
	beside(&node.facts.info.gic_cpu, NODE_GICC);
}

static void beside_gich(void)
{
	beside(&node.facts.info.gic_hyp, NODE_GICH);
}

static void beside_gicv(void)
{
	beside(&node.facts.info.gic_vcpu, NODE_GICV);
}

static void beside_redist(void)
{
	node.facts.virtio[0].reg.base = NODE_GICR - 0x1ff;
}

static void in_ram(void)
{
	node.facts.info.rtc.reg.base = NODE_RAM + 64 * AB_MiB - 1;
}

static void timer_of_el2(void)
{
	node.facts.info.timer.virt = NODE_MAINTENANCE;
}

static void phys_of_el2(void)
{
	node.facts.info.timer.phys = NODE_MAINTENANCE;
}

static void unusable(void)
{
	node.facts.cpus[3].okay = false;
}

static void not_started(void)
{
	node.facts.cpus[2].psci = false;
}

static void test_refused(void **state)
{
	static const struct refusal rows[] = {
		{ "no such CPU", "be", 0, 1, 0, NULL, ROW(ARG, "bundle.cpu-list", 4, NO_CPU) },
		{ "another VM's", "da", 0, 1, 0, NULL, ROW(ARG, "bundle.cpu-list", 0, USED) },
		{ "switched off", "d", 0, 1, 0, unusable, ROW(ARG, "bundle.cpu-list", 3, USED) },
		{ "no PSCI", "c", 0, 1, 0, not_started, ROW(ARG, "bundle.cpu-list", 2, USED) },
		{ "too many", NULL, 4, 1, 0, NULL, ROW(NOSPACE, "bundle.cpus", 4, FEW) },
		{ "far too many", NULL, 64, 1, 0, NULL, ROW(NOSPACE, "bundle.cpus", 64, FEW) },
		{ "one is off", NULL, 3, 1, 0, unusable, ROW(NOSPACE, "bundle.cpus", 3, FEW) },
		{ "virtio", NULL, 1, 1, EL2_CAP_VIRTIO, NULL,
		  ROW(ARG, "bundle.capabilities", 2, ALONE) },
		{ "rtc", NULL, 1, 1, EL2_CAP_RTC | EL2_CAP_LOG, NULL,
		  ROW(ARG, "bundle.capabilities", 12, ALONE) },
		{ "no RTC", NULL, 1, 1, EL2_CAP_MANAGE | EL2_CAP_RTC, no_rtc,
		  ROW(ARG, "bundle.capabilities", 0, "the machine has no such device") },
		{ "one interrupt of two devices", NULL, 1, 1, MANAGER, same_irq,
		  ROW(ARG, "bundle.capabilities", 48, "its interrupt cannot be given") },
		{ "the emulated UART's", NULL, 1, 1, MANAGER, irq_of_uart,
		  ROW(ARG, "bundle.capabilities", 32, "its interrupt cannot be given") },
		{ "no SPI", NULL, 1, 1, MANAGER, irq_of_nobody,
		  ROW(ARG, "bundle.capabilities", 1020, "its interrupt cannot be given") },
		{ "the console's", NULL, 1, 1, MANAGER, irq_of_console,
		  ROW(ARG, "bundle.capabilities", 34, "its interrupt cannot be given") },
		{ "a page of the UART", NULL, 1, 1, MANAGER, beside_uart,
		  ROW(ARG, "device.base", NODE_UART + 0xf00, SHARED) },
		{ "a page of the distributor", NULL, 1, 1, MANAGER, beside_gic,
		  ROW(ARG, "device.base", NODE_GICD + 0xfe00, SHARED) },
		{ "a page of the CPU interface", NULL, 1, 1, MANAGER, beside_gicc,
		  ROW(ARG, "device.base", NODE_GICC + 0x1e00, SHARED) },
		{ "a page of the hypervisor's interface", NULL, 1, 1, MANAGER, beside_gich,
		  ROW(ARG, "device.base", NODE_GICH + 0x1e00, SHARED) },
		{ "a page of the virtual interface", NULL, 1, 1, MANAGER, beside_gicv,
		  ROW(ARG, "device.base", NODE_GICV + 0x1e00, SHARED) },
		{ "a page of a redistributor", NULL, 1, 1, MANAGER, beside_redist,
		  ROW(ARG, "device.base", NODE_GICR - 0x1ff, SHARED) },
		{ "RAM", NULL, 1, 1, MANAGER, in_ram,
		  ROW(ARG, "device.base", NODE_RAM + 64 * AB_MiB - 1, SHARED) },
		{ "memory",
		  NULL,
		  1,
		  31,
		  0,
		  NULL,
		  { AB_ERR_NOSPACE, "two", 62 * AB_MiB, "no such piece of RAM is free" } },
	};
	struct ab_error why;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct refusal *r = &rows[i];
		struct el2_bundle_vm *vm;

		node_begin(4, 64 * AB_MiB, 2);
		listed(node_vm("one", 0, 2 * AB_MiB, 0), "a");
		vm = node_vm("two", r->cpus, r->memory * 2 * AB_MiB, r->capabilities);
		if (r->list != NULL)
			listed(vm, r->list);
		if (r->change != NULL)
			r->change();
		assert_error(node_admit(&why), &why, &r->want, r->row);
	}
}

/* Each of the machine's own things that no VM may have, for the first VM that would. */
static void test_refused_first(void **state)
{
	static const struct expected taken =
	    BY("one", ARG, "bundle.devices", 0, "its interrupts are taken");
	static const struct expected manager =
	    BY("last", ARG, "bundle.capabilities", EL2_CAP_MANAGE, "another VM has manage");
	struct el2_bundle_vm *vm;
	struct ab_error why;

	(void)state;
	for (unsigned int phys = 0; phys < 2; phys++) {
		node_begin(2, 64 * AB_MiB, 0);
		(phys ? phys_of_el2 : timer_of_el2)();
		node_vm("one", 1, 2 * AB_MiB, 0);
		assert_error(node_admit(&why), &why, &taken, "maintenance");
	}
	node_begin(3, 64 * AB_MiB, 0);
	node_vm("one", 1, 2 * AB_MiB, MANAGER);
	node_vm("two", 1, 2 * AB_MiB, 0);
	node_vm("last", 1, 2 * AB_MiB, EL2_CAP_MANAGE);
	assert_error(node_admit(&why), &why, &manager, "two managers");
	/* more CPUs than a VM has room for are more than there are */
	node_begin(24, 64 * AB_MiB, 0);
	vm = node_vm("one", 64, 2 * AB_MiB, 0);
	vm->listed = true;
	for (uint8_t i = 0; i < 64; i++)
		vm->cpu[i] = i;
	assert_int_equal(node_admit(&why), AB_ERR_ARG);
	assert_true(why.value == 24);
}

/* With less and less of what is needed, it is refused each time. */
static void test_exhaustion(void **state)
{
	struct ab_error why;
	size_t needed;

	(void)state;
	node_begin(2, 64 * AB_MiB, 32);
	node_vm("one", 1, 2 * AB_MiB + 4096, MANAGER);
	node_vm("two", 1, 4 * AB_MiB, 0);
	admit("enough");
	needed = node_tables.used;
	for (size_t n = 0; n < needed; n++) {
		node_begin(2, 64 * AB_MiB, 32);
		node_vm("one", 1, 2 * AB_MiB + 4096, MANAGER);
		node_vm("two", 1, 4 * AB_MiB, 0);
		node_tables.most = n;
		assert_int_equal(node_admit(&why), AB_ERR_NOSPACE);
		assert_text(why.what, "s2_ops.alloc", "tables");
		assert_true(strcmp(why.name, "one") == 0 || strcmp(why.name, "two") == 0);
	}
	/* the smallest machine on which both fit, and the next smaller one */
	for (uint64_t n = 64 * AB_MiB;; n -= 64 * AB_KiB) {
		enum ab_err err;

		node_begin(2, n, 0);
		node_vm("one", 1, 2 * AB_MiB, 0);
		node_vm("two", 1, 4 * AB_MiB, 0);
		err = node_admit(&why);
		if (err != AB_OK) {
			assert_int_equal(err, AB_ERR_NOSPACE);
			/* 2 MiB, a gap with both works, 4 MiB: blocks of 2 MiB */
			assert_true(n == 8 * AB_MiB - 64 * AB_KiB);
			break;
		}
		share_nothing();
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_counted),       cmocka_unit_test(test_listed),
		cmocka_unit_test(test_gicv2),         cmocka_unit_test(test_addresses),
		cmocka_unit_test(test_devices),       cmocka_unit_test(test_uart),
		cmocka_unit_test(test_full),          cmocka_unit_test(test_refused),
		cmocka_unit_test(test_refused_first), cmocka_unit_test(test_exhaustion),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
