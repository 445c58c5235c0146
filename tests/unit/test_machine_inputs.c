/* SPDX-License-Identifier: BSD-2-Clause */
/* Interrupts of a PC's devices: each arrives at an input of one I/O APIC, and all its users agree
 * with each other. */
#include "machine_x86.h"

#define NO_INPUT "must be an input of an I/O APIC"
#define TWICE "must not be an input of another I/O APIC"
#define MANY 24

/* ---- inputs that there are ---------------------------------------------------------------- */

static const struct row bad_rows[] = {
	{ "an interrupt beyond the usual I/O APIC", ONE_DEV(VIRTIO, .base = 0xd0000000, .irq = 24),
	  BAD_DEV(0, "virtio-mmio", "irq", 24, NO_INPUT) },
	{ "a mouse beyond it", ONE_DEV(.type = AB_DEV_I8042, .i8042.mouse = 300),
	  BAD_DEV(0, "i8042", "i8042.mouse", 300, NO_INPUT) },
	{ "a pin beyond it",
	  ONE_DEV(ECAM, .base = 0xe0000000, .size = AB_MiB, .pcie.intx = { 16, 17, 18, 24 }),
	  BAD_DEV(0, "pcie-ecam", "pcie.intx", 24, NO_INPUT) },
	{ "an interrupt beyond the usual inputs of one that is listed",
	  { BASE, RAM_1M,
	    .devs =
		DEVS({ VIRTIO, .base = 0xd0000000, .irq = 24 }, { IOAPIC, .base = 0xfec00000 }) },
	  BAD_DEV(0, "virtio-mmio", "irq", 24, NO_INPUT) },
	{ "an interrupt beyond those of a small one",
	  { BASE, RAM_1M,
	    .devs = DEVS({ IOAPIC, .base = 0xfec00000, .ioapic.inputs = 16 },
			 { VIRTIO, .base = 0xd0000000, .irq = 15 },
			 { VIRTIO, .base = 0xd0001000, .irq = 16 }) },
	  BAD_DEV(2, "virtio-mmio", "irq", 16, NO_INPUT) },
	{ "the usual interrupt of a kind below the first one",
	  { BASE, RAM_1M,
	    .devs = DEVS({ IOAPIC, .base = 0xfec00000, .ioapic.gsi = 16 },
			 { .type = AB_DEV_RTC_CMOS }) },
	  BAD_DEV(1, "rtc-cmos", "irq", 8, NO_INPUT) },
	{ "an interrupt between two",
	  { BASE, RAM_1M,
	    .devs =
		DEVS({ IOAPIC, .base = 0xfec00000, .ioapic = { 1, 64, 0 } },
		     { VIRTIO, .base = 0xd0000000, .irq = 64 },
		     { VIRTIO, .base = 0xd0001000, .irq = 63 }, { IOAPIC, .base = 0xfec01000 }) },
	  BAD_DEV(2, "virtio-mmio", "irq", 63, NO_INPUT) },
	{ "two I/O APICs with one range",
	  { BASE, RAM_1M,
	    .devs = DEVS({ IOAPIC, .base = 0xfec00000, .ioapic.gsi = 24 },
			 { IOAPIC, .base = 0xfec10000, .ioapic = { 1, 24, 0 } }) },
	  BAD_DEV(1, "ioapic", "ioapic.gsi", 24, TWICE) },
	{ "one that begins at the last input of another",
	  { BASE, RAM_1M,
	    .devs = DEVS({ IOAPIC, .base = 0xfec00000, .ioapic = { 1, 23, 0 } },
			 { IOAPIC, .base = 0xfec10000 }) },
	  BAD_DEV(0, "ioapic", "ioapic.gsi", 23, TWICE) },
	{ "more inputs than a register of 8 bits tells",
	  ONE_DEV(IOAPIC, .base = 0xfec00000, .ioapic.inputs = 241),
	  BAD_DEV(0, "ioapic", "ioapic.inputs", 241,
		  "must be 0 for the usual number, or 1 to 240") },
};

static const struct row good_rows[] = {
	{ "the last input of the usual one",
	  ONE_DEV(VIRTIO, .base = 0xd0000000, .irq = 23),
	  { 0 } },
	{ "no interrupt", ONE_DEV(.type = AB_DEV_I8042, .i8042.mouse = AB_IRQ_NONE), { 0 } },
	{ "the last input of two",
	  { BASE, RAM_1M,
	    .devs = DEVS({ VIRTIO, .base = 0xd0000000, .irq = 47 },
			 { VIRTIO, .base = 0xd0001000, .irq = 24 },
			 { VIRTIO, .base = 0xd0002000, .irq = 23 },
			 { IOAPIC, .base = 0xfec10000, .ioapic = { 1, 24, 0 } },
			 { IOAPIC, .base = 0xfec00000 }) },
	  { 0 } },
	{ "one input, the last of all",
	  { BASE, RAM_1M,
	    .devs = DEVS({ VIRTIO, .base = 0xd0000000, .irq = UINT32_MAX - 1 },
			 { IOAPIC, .base = 0xfec00000, .ioapic = { 0, UINT32_MAX - 1, 1 } }) },
	  { 0 } },
};

static void test_bad_inputs(void **state)
{
	(void)state;
	judge_bad(bad_rows, COUNT(bad_rows));
}

static void test_good_inputs(void **state)
{
	(void)state;
	judge_good(good_rows, COUNT(good_rows));
}

/* Whether an interrupt is an input of one of the I/O APICs, each of which has some. */
static bool is_input(const struct ab_dev *devs, size_t n, uint32_t irq)
{
	for (size_t i = 0; i < n; i++)
		if (devs[i].type == AB_DEV_IOAPIC && irq >= devs[i].ioapic.gsi &&
		    irq - devs[i].ioapic.gsi < devs[i].ioapic.inputs)
			return true;
	return false;
}

/* I/O APICs with gaps between them, in any order among the devices. */
static void test_random_inputs(void **state)
{
	const struct ab_ram ram = { 0, AB_MiB, 0 };
	unsigned int bad = 0;
	uint64_t seed = 31;

	(void)state;
	for (unsigned int i = 0; i < 5000; i++) {
		struct ab_dev devs[MANY];
		const struct ab_machine m = { .arch = AB_ARCH_X86_64,
					      .n_cpus = 1,
					      .ram = { &ram, 1 },
					      .devs = { devs, MANY } };
		uint32_t gsi = rnd_below(&seed, 5), gap = 1 + rnd_below(&seed, 4);
		struct ab_error why;
		size_t want;

		for (size_t k = 0; k < MANY; k++) {
			const uint8_t inputs = (uint8_t)(1 + rnd_below(&seed, 20));

			devs[k] = (struct ab_dev){ AB_DEV_OTHER, .irq_flags = AB_IRQ_LEVEL_LOW };
			if (rnd_below(&seed, 3) != 0 && k != 0)
				continue;
			devs[k] = (struct ab_dev){ AB_DEV_IOAPIC, .base = 0xd0000000 + k * 4096,
						   .ioapic = { (uint8_t)k, gsi, inputs } };
			gsi += inputs + rnd_below(&seed, gap);
		}
		for (size_t k = MANY - 1; k != 0; k--) { /* in no order */
			const size_t with = rnd_below(&seed, (uint32_t)k + 1);
			const struct ab_dev moved = devs[k];

			devs[k] = devs[with];
			devs[with] = moved;
		}
		for (size_t k = 0; k < MANY; k++)
			if (devs[k].type == AB_DEV_OTHER)
				devs[k].irq = 1 + rnd_below(&seed, gsi + gap);
		for (want = 0; want < MANY; want++)
			if (devs[want].type == AB_DEV_OTHER &&
			    !is_input(devs, MANY, devs[want].irq))
				break;
		if (want == MANY) {
			assert_ok(check_machine(&m, NULL, &why), &why, "inputs");
			continue;
		}
		assert_error(check_machine(&m, NULL, &why), &why,
			     &(struct expected){ AB_ERR_ARG, "machine.devs[].irq", devs[want].irq,
						 NO_INPUT, want, "other" },
			     "no input");
		bad++;
	}
	assert_in_range(bad, 1000, 4500);
}

/* ---- interrupts that devices share -------------------------------------------------------- */

/* The first device, in order, that has the interrupt; its place. */
static size_t first_user(const struct ab_dev *devs, uint32_t irq)
{
	for (size_t i = 0;; i++) {
		if (devs[i].irq == irq)
			return i;
		for (size_t k = 0; k < devs[i].pcie.routes.n; k++)
			if (devs[i].pcie.routes.at[k].irq == irq)
				return i;
	}
}

#define IRQS 3000
#define IOAPICS                                                                                    \
	(IRQS / 240 + 1) /* behind the other devices: with all interrupts up to the last           \
			  */

/* Interrupts up to the last, at random triggers; a bridge has many. */
static void test_random_sharing(void **state)
{
	static struct ab_pci_route routes[AB_PCI_LIST_MAX];
	const struct ab_ram ram = { 0, AB_MiB, 0 };
	unsigned int bad = 0;
	uint64_t seed = 13;

	(void)state;
	for (unsigned int i = 0; i < 5000; i++) {
		const uint32_t range = 1 + rnd_below(&seed, IRQS), edges = 2 + rnd_below(&seed, 8);
		const size_t n = 1 + rnd_below(&seed, MANY), bridge = rnd_below(&seed, (uint32_t)n);
		struct ab_dev devs[MANY + IOAPICS];
		const struct ab_machine m = { .arch = AB_ARCH_X86_64,
					      .n_cpus = 1,
					      .ram = { &ram, 1 },
					      .devs = { devs, n + IOAPICS } };
		size_t want = SIZE_MAX, with = 0;
		uint32_t irq = 0;
		struct ab_error why;

		for (size_t k = 0; k < n; k++)
			devs[k] = (struct ab_dev){ AB_DEV_OTHER,
						   .irq = UINT32_MAX - 1 - rnd_below(&seed, range),
						   .irq_flags = rnd_below(&seed, edges) == 0
								    ? AB_IRQ_EDGE_HIGH
								    : AB_IRQ_LEVEL_LOW };
		for (uint32_t k = 0; k < IOAPICS; k++)
			devs[n + k] =
			    (struct ab_dev){ AB_DEV_IOAPIC, .base = 0xd0000000 + 4096 * (uint64_t)k,
					     .ioapic = { (uint8_t)k, UINT32_MAX - 240 * (k + 1),
							 240 } };
		for (size_t k = 0; k < COUNT(routes); k++)
			routes[k] =
			    (struct ab_pci_route){ (uint8_t)(k / 4), (uint8_t)(k % 4),
						   UINT32_MAX - 1 - rnd_below(&seed, range) };
		devs[bridge] =
		    (struct ab_dev){ .type = AB_DEV_PCI, .pcie.routes = { routes, COUNT(routes) } };
		for (size_t k = 0; k < n && want == SIZE_MAX; k++)
			for (size_t r = 0; r < (k == bridge ? COUNT(routes) : 1); r++) {
				irq = k == bridge ? routes[r].irq : devs[k].irq;
				with = first_user(devs, irq);
				if (ab_dev_irq_flags(&m, &devs[with]) ==
				    ab_dev_irq_flags(&m, &devs[k]))
					continue;
				want = k;
				break;
			}
		if (want == SIZE_MAX) {
			assert_ok(check_machine(&m, NULL, &why), &why, "interrupts");
			continue;
		}
		assert_int_equal(check_machine(&m, NULL, &why), AB_ERR_ARG);
		assert_string_equal(why.what, want == bridge ? "machine.devs[].pcie.routes.irq"
							     : "machine.devs[].irq");
		assert_int_equal(why.value, irq);
		assert_int_equal(why.index, want);
		assert_int_equal(why.other_index, with);
		bad++;
	}
	assert_in_range(bad, 1000, 4000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bad_inputs),
		cmocka_unit_test(test_good_inputs),
		cmocka_unit_test(test_random_inputs),
		cmocka_unit_test(test_random_sharing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
