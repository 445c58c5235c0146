/* SPDX-License-Identifier: BSD-2-Clause */
/* The machine that a VM is described as, and its memory: what is written while it is loaded from a
 * bundle, what another observer than EL2's caches sees of that, and what is left after it. */
#include "checked.h"
#include "el2_guest_world.h"

/* ---- the description */

/* The VM of a machine with this many CPUs. */
static struct el2_vm *described(uint32_t cpus, enum ab_tables tables, uint32_t capabilities)
{
	struct ab_error why;

	node_begin(cpus, 64 * AB_MiB, 3);
	node.facts.virtio[1].irq_flags = 4;
	node_vm("one", cpus, 8 * AB_MiB, capabilities)->tables = tables;
	node.bundle.vm[0].bootargs = "quiet";
	assert_ok(node_admit(&why), &why, "admission");
	return &node.vms[0];
}

static void test_machines(void **state)
{
	struct ab_error why;

	(void)state;
	for (uint32_t n = 1; n <= EL2_CPUS_MAX; n++)
		for (unsigned int acpi = 0; acpi < 2; acpi++) {
			const enum ab_tables tables = acpi ? AB_TABLES_ACPI : AB_TABLES_FDT;
			struct el2_vm *vm = described(n, tables, 0);
			const struct el2_guest *g = &vm->guest;
			const struct ab_machine *m = &g->machine;

			memset(&vm->guest, 0xa5, sizeof(vm->guest));
			el2_guest_describe(vm);
			assert_ok(check_machine(m, NULL, &why), &why, "machine");
			assert_int_equal(m->arch, AB_ARCH_ARM64);
			assert_int_equal(m->tables, tables);
			assert_int_equal(m->n_cpus, n);
			assert_int_equal(m->arm64.conduit, AB_CONDUIT_HVC);
			assert_int_equal(m->arm64.gic.version, 3);
			assert_true(m->arm64.gic.dist == WORKER_GICD && m->arm64.gic.its.n == 0);
			assert_int_equal(m->arm64.timer.virt, NODE_VIRT);
			assert_int_equal(m->arm64.timer.phys, NODE_PHYS);
			assert_true(m->ram.n == 1 && m->ram.at[0].base == WORKER_RAM &&
				    m->ram.at[0].size == 8 * AB_MiB);
			assert_true(m->arm64.gic.redist.n == 1 &&
				    m->arm64.gic.redist.at[0].base == WORKER_GICR &&
				    m->arm64.gic.redist.at[0].size == n * 0x20000);
			assert_true(m->devs.n == 1 && m->devs.at[0].type == AB_DEV_UART_PL011 &&
				    m->devs.at[0].base == WORKER_UART && m->devs.at[0].irq == 32);
			assert_int_equal(g->plan.regions.cap, AB_PLAN_REGIONS);
			assert_int_equal(g->plan.regions.n, 0);
			assert_int_equal(g->payload.kernel.size, 0);
			assert_true(g->payload.initrds.n == 0 && m->fdt.overlays.n == 0);
			assert_string_equal(g->payload.cmdline, "quiet");
		}
}

static void test_gicv2(void **state)
{
	struct ab_error why;

	(void)state;
	for (uint32_t n = 1; n <= 8; n++) {
		const struct ab_machine *m = &node.vms[0].guest.machine;

		node_begin(n, 64 * AB_MiB, 0);
		node_gicv2();
		node_vm("one", n, 8 * AB_MiB, 0);
		assert_ok(node_admit(&why), &why, "admission");
		assert_ok(check_machine(m, NULL, &why), &why, "machine");
		assert_int_equal(m->arm64.gic.version, 2);
		assert_true(m->arm64.gic.dist == WORKER_GICD && m->arm64.gic.cpu == WORKER_GICC);
		assert_int_equal(m->arm64.gic.redist.n, 0);
	}
}

/* The manager's devices are the machine's, where and how the machine has them. */
static void test_manager(void **state)
{
	static const struct ab_dev want[] = {
		{ .type = AB_DEV_UART_PL011, .base = NODE_UART, .irq = 32 },
		{ AB_DEV_RTC_PL031, NODE_RTC, 0x1000, 34, AB_IRQ_LEVEL_HIGH },
		{ AB_DEV_VIRTIO_MMIO, NODE_VIRTIO, 0x200, 48, AB_IRQ_EDGE_HIGH },
		{ AB_DEV_VIRTIO_MMIO, NODE_VIRTIO + 0x200, 0x200, 49, AB_IRQ_LEVEL_HIGH },
		{ AB_DEV_VIRTIO_MMIO, NODE_VIRTIO + 0x400, 0x200, 50, AB_IRQ_EDGE_HIGH },
	};
	struct ab_error why;

	(void)state;
	for (unsigned int acpi = 0; acpi < 2; acpi++) {
		const struct el2_vm *vm = described(2, acpi ? AB_TABLES_ACPI : AB_TABLES_FDT,
						    EL2_CAP_MANAGE | EL2_CAP_VIRTIO | EL2_CAP_RTC);
		const struct ab_machine *m = &vm->guest.machine;

		assert_ok(check_machine(m, NULL, &why), &why, "manager");
		assert_true(m->ram.at[0].base == vm->pa && m->arm64.gic.dist == NODE_GICD &&
			    m->arm64.gic.redist.at[0].base == NODE_GICR);
		assert_int_equal(m->devs.n, COUNT(want));
		for (size_t i = 0; i < COUNT(want); i++) {
			const struct ab_dev *d = &m->devs.at[i];

			assert_true(d->type == want[i].type && d->base == want[i].base &&
				    d->size == want[i].size && d->irq == want[i].irq &&
				    d->irq_flags == want[i].irq_flags);
		}
	}
}

/* ---- loading */

/* Whether they are anywhere in the tree that the guest is given. */
static bool tree_contains(const struct el2_vm *vm, const void *what, size_t n)
{
	const uint8_t *tree = &coherent[vm->guest.entry.arm64.x[0] - vm->ipa];
	const size_t size =
	    (size_t)tree[4] << 24 | (size_t)tree[5] << 16 | (size_t)tree[6] << 8 | tree[7];

	assert_memory_equal(tree, "\xd0\x0d\xfe\xed", 4);
	for (size_t at = 0; at + n <= size; at++)
		if (memcmp(&tree[at], what, n) == 0)
			return true;
	return false;
}

/* Whether a text is anywhere in memory. */
static bool has_text(const char *text)
{
	for (size_t at = 0; at + 9 < MEMORY; at++)
		if (coherent[at] == (uint8_t)text[0] &&
		    memcmp(&coherent[at], text, strlen(text)) == 0)
			return true;
	return false;
}

/* What was written was cleaned, and nothing else was. */
static void written_is_cleaned(void)
{
	for (size_t i = 0; i < sizeof(cached); i++)
		if ((cached[i] != UNWRITTEN || coherent[i] != UNCLEANED) &&
		    cached[i] != coherent[i])
			fail_msg("byte %#zx is %#x, but %#x in memory", i, cached[i], coherent[i]);
}

static void test_load(void **state)
{
	(void)state;
	for (uint32_t slot = 0; slot < 2; slot++)
		for (unsigned int acpi = 0; acpi < 2; acpi++) {
			struct el2_vm *vm = begin(slot, acpi ? AB_TABLES_ACPI : AB_TABLES_FDT, 0);
			const struct ab_vcpu_arm64 *entry = &vm->guest.entry.arm64;

			load(vm);
			written_is_cleaned();
			assert_true(el2_fake.asked == el2_fake.cleaned);
			assert_int_equal(vm->state, EL2_VM_LOADING);
			assert_true(entry->pc == WORKER_RAM);
			assert_memory_equal(&coherent[entry->pc - vm->ipa], kernel, sizeof(kernel));
			assert_true(contains(ramdisk, sizeof(ramdisk)));
			assert_true(tree_contains(vm, slot ? "console=two" : "console=one", 12));
			/* what ACPI has, a tree has not */
			assert_int_equal(tree_contains(vm, "arm,gic-v3", 10), !acpi);
			assert_int_equal(contains("RSD PTR ", 8), acpi);
			/* the interrupt that others raise; what calls by memory only a manager has
			 */
			assert_int_equal(tree_contains(vm, "aetherboot,doorbell", 20), !acpi);
			assert_int_equal(has_text("AEBM0002"), acpi);
			assert_false(tree_contains(vm, "aetherboot,mailbox", 19) ||
				     has_text("AEBM0001"));
			/* the other VM has nothing to do with it */
			assert_int_equal(node.vms[!slot].state, EL2_VM_EMPTY);
			assert_false(node.vms[!slot].verified);
			assert_string_equal(el2_fake.text, "");
		}
}

/* ---- what stops it */

static struct el2_vm *stopped; /* by another CPU */
static size_t stop_at, stopped_at, largest, before;

static void stop_it(void)
{
	const size_t n = el2_fake.cleaned - before;

	before = el2_fake.cleaned;
	largest = n > largest ? n : largest;
	if (stopped_at == 0 && el2_fake.cleaned >= stop_at) {
		stopped_at = el2_fake.cleaned;
		assert_true(el2_life_stop(stopped, "stopped", EL2_WISH_OFF));
	}
}

/* At any time: not more than 1 MiB is written after it. */
static void test_cancel(void **state)
{
	size_t all;

	(void)state;
	load(begin(0, AB_TABLES_FDT, 0));
	all = el2_fake.cleaned;
	for (stop_at = 1; stop_at < all; stop_at += 300 * AB_KiB) {
		stopped = begin(0, AB_TABLES_FDT, 0);
		stopped_at = largest = before = 0;
		el2_fake.after_clean = stop_it;
		assert_string_equal(el2_guest_load(stopped), "its loading was stopped");
		assert_true(stopped_at >= stop_at && largest <= AB_MiB);
		assert_true(el2_fake.cleaned - stopped_at <= AB_MiB);
		written_is_cleaned();
		assert_string_equal(el2_fake.text, ""); /* nothing is wrong */
		assert_false(stopped->verified);
	}
	/* before the first hash was compared */
	stopped = begin(0, AB_TABLES_FDT, 0);
	assert_true(el2_life_stop(stopped, "stopped", EL2_WISH_OFF));
	assert_string_equal(el2_guest_load(stopped), "its loading was stopped");
	assert_int_equal(el2_fake.asked, 0);
}

/* One bit of an image is another one than its hash says: nothing of it reaches the memory. */
static void test_hashes(void **state)
{
	const size_t ats[] = { file.size - 1, /* ramdisk */
			       file.size - RAMDISK_SIZE, /* its first byte */
			       file.size - RAMDISK_SIZE - 2, /* the kernel's last byte */
			       (size_t)(file.size - RAMDISK_SIZE - 1 - KERNEL_SIZE) };

	(void)state;
	for (size_t i = 0; i < COUNT(ats); i++) {
		struct el2_vm *vm = begin(0, AB_TABLES_FDT, 0);

		file.data[ats[i]] ^= 0x10;
		assert_string_equal(el2_guest_load(vm), "it cannot be loaded");
		file.data[ats[i]] ^= 0x10;
		assert_int_equal(el2_fake.asked, 0);
		assert_false(vm->verified);
		assert_non_null(strstr(el2_fake.text, "el2: one: fit.images"));
		/* as it should be it is loaded after all */
		load(vm);
	}
}

/* What does not fit is refused with a sentence, and once. */
static void test_no_room(void **state)
{
	struct el2_vm *vm = begin(1, AB_TABLES_FDT, 0);

	(void)state;
	vm->work.size = 64;
	assert_string_equal(el2_guest_load(vm), "it cannot be loaded");
	assert_memory_equal(el2_fake.text, "el2: two: ", 10);
	assert_ptr_equal(strstr(el2_fake.text, "\r\n"), el2_fake.text + el2_fake.n_text - 2);
}

/* ---- seeds */

struct seeds {
	uint64_t kaslr;
	uint8_t rng[32];
};

static struct seeds seeds_of(uint32_t slot, uint32_t starts)
{
	struct el2_vm *vm = begin(slot, AB_TABLES_FDT, starts);
	struct seeds s;

	load(vm);
	s.kaslr = vm->guest.payload.kaslr_seed;
	assert_int_equal(vm->guest.payload.rng_seed.size, 32);
	memcpy(s.rng, vm->guest.payload.rng_seed.data, 32);
	assert_true(tree_contains(vm, s.rng, 32) && tree_contains(vm, "rng-seed", 9));
	assert_false(contains(node.facts.seed, 32));
	return s;
}

/* SHA-256 of the host's seed, the slot, the count of starts and 1, each a word, by sha256sum. */
static const uint8_t of_slot_1_start_2[32] = { 0x52, 0x71, 0xaa, 0x7b, 0xb9, 0x8c, 0x99, 0x75,
					       0x8a, 0xb1, 0xf5, 0x16, 0x05, 0xe3, 0xa8, 0x16,
					       0x2f, 0x53, 0xc0, 0x51, 0x49, 0x04, 0xef, 0xad,
					       0xe2, 0xd4, 0x5a, 0xb1, 0xc7, 0x7c, 0xa6, 0x70 };

static void test_seeds(void **state)
{
	struct seeds s[6];
	size_t n = 0;

	(void)state;
	for (uint32_t slot = 0; slot < 2; slot++)
		for (uint32_t starts = 0; starts < 3; starts++)
			s[n++] = seeds_of(slot, starts);
	for (size_t i = 0; i < n; i++) {
		assert_true(memcmp(&s[i].kaslr, s[i].rng, 8) != 0);
		for (size_t k = 0; k < i; k++) {
			assert_true(memcmp(s[i].rng, s[k].rng, 32) != 0);
			assert_true(s[i].kaslr != s[k].kaslr && s[i].kaslr != 0);
		}
	}
	assert_memory_equal(s[5].rng, of_slot_1_start_2, 32);
}

static void test_no_seed(void **state)
{
	struct el2_vm *vm = begin(0, AB_TABLES_FDT, 0);

	(void)state;
	node.facts.seed_size = 0;
	load(vm);
	assert_true(vm->guest.payload.kaslr_seed == 0 && vm->guest.payload.rng_seed.size == 0);
	assert_false(tree_contains(vm, "rng-seed", 9) || tree_contains(vm, "kaslr-seed", 11));
}

/* ---- erasing */

static void test_scrub(void **state)
{
	struct el2_vm *vm = begin(0, AB_TABLES_FDT, 0);

	(void)state;
	load(vm);
	memset(cached, UNWRITTEN, sizeof(cached)); /* the guest used all of it */
	memset(coherent, UNCLEANED, sizeof(coherent));
	el2_fake.asked = el2_fake.cleaned = largest = before = 0;
	stop_at = SIZE_MAX;
	stopped_at = 0;
	el2_fake.after_clean = stop_it;
	fake.owner = &vm->gic;
	fake.cpu[0].vm = &vm->gic;
	dev_pl011_write(&vm->uart, 0x38, 4, 0x50);
	vm->gic.enabled = true;
	vm->gic.spis[1].enabled = vm->gic.spis[1].pending = 1;
	el2_guest_scrub(vm);
	assert_true(el2_fake.asked == MEMORY && el2_fake.cleaned == MEMORY && largest <= AB_MiB);
	for (size_t i = 0; i < MEMORY; i++)
		assert_true(cached[i] == 0 && coherent[i] == 0);
	for (size_t i = 0; i < sizeof(work); i++)
		assert_int_equal(work[i], 0);
	for (size_t i = 0; i < 32; i++)
		assert_int_equal(vm->guest.seed[i], 0);
	assert_true(vm->guest.payload.kaslr_seed == 0);
	assert_int_equal(dev_pl011_read(&vm->uart, 0x38, 4), 0);
	assert_false(vm->gic.enabled);
	assert_true(vm->gic.spis[1].enabled == 0 && vm->gic.spis[1].pending == 0);
	assert_int_equal(fake.wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_gicv2),   cmocka_unit_test(test_machines),
		cmocka_unit_test(test_manager), cmocka_unit_test(test_load),
		cmocka_unit_test(test_cancel),  cmocka_unit_test(test_hashes),
		cmocka_unit_test(test_no_room), cmocka_unit_test(test_seeds),
		cmocka_unit_test(test_no_seed), cmocka_unit_test(test_scrub),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
