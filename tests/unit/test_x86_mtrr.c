/* SPDX-License-Identifier: BSD-2-Clause */
/* MTRRs judged by an evaluator of the SDM's precedence rules (12.11.4.1), at every address where
 * the type could change. */
#include "x86_build.h"
#include "checked.h"

enum { UC = 0, WT = 4, WB = 6 };

static const struct ab_vcpu_x86 *now; /* the state under the evaluator */

static bool msr(uint32_t index, uint64_t *value)
{
	for (uint32_t i = 0; i < now->n_msrs; i++) {
		if (now->msr[i].index == index) {
			*value = now->msr[i].value;
			return true;
		}
	}
	return false;
}

static uint64_t must_msr(uint32_t index)
{
	uint64_t value = 0;

	if (!msr(index, &value))
		fail_msg("no MSR 0x%x", index);
	return value;
}

static unsigned int fixed_type(uint64_t at)
{
	uint64_t value, slot;

	if (at < 0x80000) {
		value = must_msr(0x250);
		slot = at >> 16;
	} else if (at < 0xc0000) {
		value = must_msr(0x258 + (uint32_t)(at >> 17 & 1));
		slot = at >> 14 & 7;
	} else {
		value = must_msr(0x268 + (uint32_t)((at - 0xc0000) >> 15));
		slot = at >> 12 & 7;
	}
	return (unsigned int)(value >> 8 * slot) & 0xff;
}

static unsigned int type_at(uint64_t at)
{
	const uint64_t def = must_msr(0x2ff);
	unsigned int type = 256;
	uint64_t base, mask;

	if ((def & 0x800) == 0)
		return UC;
	if (at < 0x100000 && (def & 0x400) != 0)
		return fixed_type(at);
	for (uint32_t i = 0; i < 8 && msr(0x200 + 2 * i, &base); i++) {
		unsigned int t = (unsigned int)base & 0xff;

		mask = must_msr(0x201 + 2 * i);
		if ((mask & 0x800) == 0 || ((at ^ base) & mask & ~UINT64_C(0xfff)) != 0)
			continue;
		if (type == 256 || type == t)
			type = t;
		else if (type == UC || t == UC)
			type = UC;
		else if ((type == WT && t == WB) || (type == WB && t == WT))
			type = WT;
		else
			fail_msg("undefined overlap at 0x%llx", (unsigned long long)at);
	}
	return type == 256 ? def & 0xff : type;
}

/* Nothing reserved is set, masks are contiguous and bases aligned to them. KVM refuses the rest. */
static void check_form(unsigned int phys_bits)
{
	const uint64_t phys = (UINT64_C(1) << phys_bits) - 1;

	assert_int_equal(must_msr(0x277), 0x0007040600070406);
	assert_int_equal(must_msr(0x2ff) & ~UINT64_C(0xc06), 0);
	assert_int_equal(now->msr[now->n_msrs - 1].index, 0x2ff);
	for (uint32_t i = 0; i < now->n_msrs; i++) {
		const uint32_t index = now->msr[i].index;
		const uint64_t v = now->msr[i].value;

		for (uint32_t k = 0; k < i; k++)
			assert_int_not_equal(index, now->msr[k].index);
		if (index < 0x200 || index > 0x20f)
			continue;
		assert_true(v <= phys);
		if (index % 2 == 0) {
			assert_true((v & 0xfff) == UC || (v & 0xfff) == WB);
			assert_int_equal((v & ~UINT64_C(0xfff)) & ~must_msr(index + 1), 0);
		} else {
			const uint64_t size = (~v & phys & ~UINT64_C(0xfff)) + 0x1000;

			assert_int_equal(v & 0xfff, 0x800);
			assert_int_equal(size & (size - 1), 0);
		}
	}
}

/* Addresses in [base, end) where some range begins or the byte before it does. */
static void check_range(uint64_t base, uint64_t end, unsigned int want, const char *what)
{
	static const uint64_t low[] = { 0x80000, 0xa0000, 0xc0000, 0x100000 };
	uint64_t points[64], b, m;
	size_t n = 0;

	points[n++] = base;
	points[n++] = end;
	for (size_t i = 0; i < COUNT(low); i++)
		points[n++] = low[i];
	for (uint32_t i = 0; i < 8 && msr(0x200 + 2 * i, &b); i++) {
		m = must_msr(0x201 + 2 * i);
		points[n++] = b & ~UINT64_C(0xfff);
		points[n++] = (b & ~UINT64_C(0xfff)) + (m & (0 - m));
		m &= ~UINT64_C(0xfff);
		points[n++] = (b & ~UINT64_C(0xfff)) + (m & (0 - m));
	}
	for (size_t i = 0; i < n; i++) {
		for (uint64_t d = 0; d < 2; d++) {
			const uint64_t at = points[i] - d;

			if (at < base || at >= end || (at >= 0xa0000 && at < 0xc0000))
				continue;
			if (type_at(at) != want)
				fail_msg("%s at 0x%llx is of type %u", what, (unsigned long long)at,
					 type_at(at));
		}
	}
}

static void check_dev(uint64_t base, uint64_t size, const char *what)
{
	if (size != 0)
		check_range(base, base + size, UC, what);
}

/* Returns the default type. */
static unsigned int check(const struct ab_machine *m)
{
	static struct ab_vcpu_x86 cpu;
	struct ab_error why;

	if (check_machine(m, NULL, &why) != AB_OK)
		fail_msg("%s 0x%llx", why.what, (unsigned long long)why.value);
	memset(&cpu, 0, sizeof(cpu));
	cpu.n_msrs = 2;
	assert_true(ab_x86_memory_types(m, &cpu));
	assert_int_equal(cpu.msr[0].index | cpu.msr[1].index, 0); /* appended */
	assert_true(cpu.n_msrs <= 2 + 29);
	memmove(cpu.msr, cpu.msr + 2, 29 * sizeof(cpu.msr[0]));
	cpu.n_msrs -= 2;
	now = &cpu;
	check_form(m->phys_bits != 0 ? m->phys_bits : 40);
	for (size_t i = 0; i < m->ram.n; i++)
		check_range(m->ram.at[i].base, m->ram.at[i].base + m->ram.at[i].size, WB, "RAM");
	for (uint64_t at = 0xa0000; at < 0xc0000; at += 0x1000)
		assert_int_equal(type_at(at), UC);
	for (uint64_t at = 0; at < 0x100000; at += 0x1000)
		if (at < 0xa0000 || at >= 0xc0000)
			assert_int_equal(type_at(at), WB);
	check_dev(0xfee00000, 0x1000, "local APIC");
	if (ab_machine_dev(m, AB_DEV_IOAPIC, 0) == NULL)
		check_dev(0xfec00000, 0x1000, "IOAPIC");
	for (size_t i = 0; i < m->devs.n; i++) {
		const struct ab_dev *d = &m->devs.at[i];

		if (d->base < 0x10000)
			continue;
		if (d->type == AB_DEV_HOTPLUG_RAM) {
			check_range(d->base, d->base + d->size, WB, "later RAM");
			continue;
		}
		check_dev(d->base, d->size != 0 ? d->size : 0x200, "device");
		check_dev(d->pcie.mmio32.base, d->pcie.mmio32.size, "mmio32");
		check_dev(d->pcie.mmio64.base, d->pcie.mmio64.size, "mmio64");
	}
	return (unsigned int)must_msr(0x2ff) & 0xff;
}

static const struct ab_dev usual_devs[] = {
	{ .type = AB_DEV_UART_16550, .base = 0x3f8, .irq = 4 },
	{ .type = AB_DEV_IOAPIC, .base = 0xfec00000 },
	{ .type = AB_DEV_HPET, .base = 0xfed00000, .size = 0x400 },
	{ .type = AB_DEV_VIRTIO_MMIO, .base = 0xd0000000, .irq = 5 },
	{ .type = AB_DEV_VIRTIO_MMIO, .base = 0xd0000200, .irq = 6 },
	{ .type = AB_DEV_PCIE_ECAM,
	  .base = 0xe0000000,
	  .size = 256 * AB_MiB,
	  .pcie = { .mmio32 = { 0xc0000000, 0x10000000 } } },
};

static struct ab_machine machine(const struct ab_ram *ram, size_t n, uint8_t phys_bits, bool devs)
{
	return (struct ab_machine){
		.arch = AB_ARCH_X86_64,
		.n_cpus = 1,
		.phys_bits = phys_bits,
		.ram = { ram, n },
		.devs = { devs ? usual_devs : NULL, devs ? COUNT(usual_devs) : 0 },
	};
}

/* RAM of `size` bytes around a hole below 4 GiB. */
static unsigned int check_size(uint64_t size, uint64_t hole, uint8_t phys_bits, bool devs)
{
	const struct ab_ram two[] = {
		{ 0, size < hole ? size : hole, 0 },
		{ 4 * AB_GiB, size < hole ? 0 : size - hole, 0 },
	};
	const struct ab_machine m = machine(two, size > hole ? 2 : 1, phys_bits, devs);

	return check(&m);
}

static void test_sizes(void **state)
{
	static const struct {
		uint64_t size;
		unsigned int want;
	} rows[] = {
		{ AB_MiB, UC },
		{ 16 * AB_MiB, UC },
		{ 512 * AB_MiB, UC },
		{ 1000 * AB_MiB, UC }, /* 6 blocks */
		{ 255 * AB_MiB, UC }, /* 8 blocks */
		{ 511 * AB_MiB, WB }, /* 9 blocks */
		{ 3 * AB_GiB - 4096, WB },
		{ 3 * AB_GiB, UC },
		{ 3 * AB_GiB + 4096, UC },
		{ 4 * AB_GiB, UC },
		{ 8 * AB_GiB, UC },
		{ 990 * AB_GiB, WB },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_int_equal(check_size(rows[i].size, 3 * AB_GiB, 0, true), rows[i].want);
		assert_int_equal(check_size(rows[i].size, 3 * AB_GiB, 0, false), rows[i].want);
	}
}

/* Every odd size of low RAM, without and with devices close by. */
static void test_odd_sizes(void **state)
{
	(void)state;
	for (uint64_t size = AB_MiB; size < 3 * AB_GiB; size = size * 5 / 4 / 4096 * 4096 + 4096) {
		check_size(size, 3 * AB_GiB, 0, true);
		check_size(size, 3 * AB_GiB, 32, false);
		check_size(size + 3 * AB_GiB, 3 * AB_GiB, 36, true);
		check_size(size + 2 * AB_GiB, 2 * AB_GiB, 52, true);
	}
}

static void test_physical_widths(void **state)
{
	(void)state;
	check_size(2 * AB_GiB, 3 * AB_GiB, 32, true);
	check_size(4 * AB_GiB, 3 * AB_GiB, 33, true);
	check_size(60 * AB_GiB, 3 * AB_GiB, 36, true);
	check_size(63 * AB_TiB, 3 * AB_GiB, 46, true);
	check_size(255 * AB_TiB, 3 * AB_GiB, 48, true);
	check_size(4000 * AB_TiB, 3 * AB_GiB, 52, true);
	check_size(4096 * AB_TiB - AB_GiB, 3 * AB_GiB, 52, true);
}

static void test_numa_ranges(void **state)
{
	/* adjacent ranges are one: 8 blocks of 512 MiB would be as many as there are pairs */
	static const struct ab_ram adjacent[] = {
		{ 0, 256 * AB_MiB, 0 },
		{ 256 * AB_MiB, 256 * AB_MiB, 1 },
		{ 512 * AB_MiB, 512 * AB_MiB, 2 },
		{ 1024 * AB_MiB, 1024 * AB_MiB, 3 },
		{ 4 * AB_GiB, 1 * AB_GiB, 0 },
		{ 5 * AB_GiB, 1 * AB_GiB, 1 },
		{ 6 * AB_GiB, 1 * AB_GiB, 2 },
		{ 7 * AB_GiB, 1 * AB_GiB, 3 },
		{ 8 * AB_GiB, 8 * AB_GiB, 4 },
		{ 16 * AB_GiB, 16 * AB_GiB, 5 },
		{ 32 * AB_GiB, 4 * AB_GiB, 6 },
		{ 36 * AB_GiB, 4 * AB_GiB, 7 },
	};
	static const struct ab_ram gaps[] = {
		{ 0, 2 * AB_GiB, 0 },           { 4 * AB_GiB, 3 * AB_GiB, 1 },
		{ 16 * AB_GiB, 5 * AB_GiB, 2 }, { 64 * AB_GiB, 7 * AB_GiB, 3 },
		{ 128 * AB_GiB, AB_GiB, 4 },
	};
	struct ab_machine m = machine(adjacent, COUNT(adjacent), 0, true);

	(void)state;
	assert_int_equal(check(&m), UC);
	assert_int_equal(now->n_msrs, 1 + 1 + 11 + 2 * 5);
	m = machine(gaps, COUNT(gaps), 0, true);
	assert_int_equal(check(&m), WB);
}

/* Over a write-back default, windows above 4 GiB are uncached too. */
static void test_windows_above_4g(void **state)
{
	static const struct ab_ram ram[] = {
		{ 0, 3 * AB_GiB - 12288, 0 },
		{ 4 * AB_GiB, 60 * AB_GiB + 4096, 0 },
	};
	static const struct ab_dev devs[] = {
		{ .type = AB_DEV_PCIE_ECAM,
		  .base = 100 * AB_GiB,
		  .size = 256 * AB_MiB,
		  .pcie = { .mmio32 = { 0xc0000000, 0x20000000 },
			    .mmio64 = { UINT64_C(1) << 39, UINT64_C(1) << 38 } } },
		{ .type = AB_DEV_VIRTIO_MMIO, .base = 65 * AB_GiB, .irq = 5 },
	};
	struct ab_machine m = machine(ram, 2, 0, false);

	(void)state;
	m.devs.at = devs;
	m.devs.n = 2;
	assert_int_equal(check(&m), WB);
}

/* A window that begins where odd RAM ends takes small blocks before it takes large ones. */
static void test_window_next_to_odd_ram(void **state)
{
	static const uint64_t ends[] = { 0x7ff00000, 0x7fe00000, 0xbfffe000, 0x3ffff000,
					 0xbff00000 };

	(void)state;
	for (size_t i = 0; i < COUNT(ends); i++) {
		const struct ab_ram ram[] = { { 0, ends[i], 0 } };
		const struct ab_dev devs[] = {
			{ .type = AB_DEV_PCIE_ECAM,
			  .base = 0xe0000000,
			  .size = AB_MiB,
			  .pcie = { .mmio32 = { ends[i], 0xd0000000 - ends[i] } } },
		};
		struct ab_machine m = machine(ram, 1, 0, false);

		m.devs.at = devs;
		m.devs.n = 1;
		assert_int_equal(check(&m), WB);
	}
}

/* Nine devices between ten odd ranges of RAM: no 8 pairs can tell them apart. RAM stays cached,
 * and the caller is told. */
static void test_hopeless(void **state)
{
	struct ab_ram ram[10];
	struct ab_dev devs[9];
	static struct ab_vcpu_x86 cpu;
	struct ab_machine m = machine(ram, 10, 0, false);

	(void)state;
	for (size_t i = 0; i < 10; i++)
		ram[i] = (struct ab_ram){ i * 16 * AB_MiB, 15 * AB_MiB + 4096, 0 };
	for (size_t i = 0; i < 9; i++)
		devs[i] = (struct ab_dev){ .type = AB_DEV_VIRTIO_MMIO,
					   .base = i * 16 * AB_MiB + 15 * AB_MiB + 4096,
					   .irq = (uint32_t)(5 + i) };
	m.devs.at = devs;
	m.devs.n = 9;
	assert_int_equal(check_machine(&m, NULL, NULL), AB_OK);
	memset(&cpu, 0, sizeof(cpu));
	assert_false(ab_x86_memory_types(&m, &cpu));
	now = &cpu;
	assert_int_equal(cpu.n_msrs, 29);
	check_form(40);
	assert_int_equal(must_msr(0x2ff), 0xc06);
	for (size_t i = 0; i < 10; i++)
		check_range(ram[i].base, ram[i].base + ram[i].size, WB, "RAM");
	for (size_t i = 0; i < 8; i++)
		check_dev(devs[i].base, 0x200, "device");
	m.devs.n = 6; /* with the APICs' block: 7 */
	assert_int_equal(check(&m), WB);
}

/* Holes between RAM: local APIC and IOAPIC each in one of its own, a device that ends where RAM
 * begins. */
static void test_holes_between_ram(void **state)
{
	static const struct ab_ram ram[] = {
		{ 0, 511 * AB_MiB, 0 },
		{ 768 * AB_MiB, AB_MiB, 0 },
		{ 0xfec01000, 0x1ff000, 0 },
		{ 0xfee01000, 0x1000, 0 },
	};
	static const struct ab_dev devs[] = {
		{ .type = AB_DEV_VIRTIO_MMIO, .base = 768 * AB_MiB - 0x200, .irq = 5 },
	};
	struct ab_machine m = machine(ram, 4, 0, false);

	(void)state;
	assert_int_equal(check(&m), WB);
	m.devs.at = devs;
	m.devs.n = 1;
	assert_int_equal(check(&m), WB);
}

/* RAM that is added later is RAM: over an uncached default in blocks of its own, over a write-back
 * one around the holes of devices. */
static void test_later_ram(void **state)
{
	static const struct ab_ram even[] = { { 0, 3 * AB_GiB, 0 } };
	static const struct ab_ram odd[] = { { 0, 2 * AB_GiB - 4096, 0 } };
	static const struct ab_dev devs[] = {
		{ .type = AB_DEV_HOTPLUG_RAM, .base = 24 * AB_GiB, .size = 8 * AB_GiB },
		{ .type = AB_DEV_VIRTIO_MMIO, .base = 0xd0000000, .irq = 5 },
		{ .type = AB_DEV_HOTPLUG_RAM, .base = 4 * AB_GiB, .size = 4 * AB_GiB },
	};
	/* between two ranges of later RAM, whose bounds are those of the uncached blocks */
	static const struct ab_dev between[] = {
		{ .type = AB_DEV_HOTPLUG_RAM, .base = 0x100000000, .size = 4096 },
		{ .type = AB_DEV_HOTPLUG_RAM, .base = 0xd0001000, .size = 4096 },
		{ .type = AB_DEV_VIRTIO_MMIO, .base = 0xd0000000, .irq = 5 },
		{ .type = AB_DEV_HOTPLUG_RAM, .base = 0x100003000, .size = 20 * AB_MiB },
		{ .type = AB_DEV_VIRTIO_MMIO, .base = 0x100001000, .irq = 5 },
		{ .type = AB_DEV_HOTPLUG_RAM, .base = 3 * AB_GiB, .size = 4096 },
	};
	struct ab_machine m = machine(even, 1, 0, false);

	(void)state;
	m.devs = (struct ab_dev_list){ devs, COUNT(devs) };
	assert_int_equal(check(&m), UC);
	m.ram.at = odd;
	assert_int_equal(check(&m), WB);
	m.devs = (struct ab_dev_list){ between, COUNT(between) };
	assert_int_equal(check(&m), WB);
}

/* By hand: 2 GiB + 1 GiB, 1 GiB above 4 GiB, 36 bits. */
static void test_values(void **state)
{
	static const struct ab_x86_msr want[] = {
		{ 0x277, 0x0007040600070406 }, { 0x250, 0x0606060606060606 },
		{ 0x258, 0x0606060606060606 }, { 0x259, 0 },
		{ 0x268, 0x0606060606060606 }, { 0x269, 0x0606060606060606 },
		{ 0x26a, 0x0606060606060606 }, { 0x26b, 0x0606060606060606 },
		{ 0x26c, 0x0606060606060606 }, { 0x26d, 0x0606060606060606 },
		{ 0x26e, 0x0606060606060606 }, { 0x26f, 0x0606060606060606 },
		{ 0x200, 0x0000000000000006 }, { 0x201, 0x0000000f80000800 },
		{ 0x202, 0x0000000080000006 }, { 0x203, 0x0000000fc0000800 },
		{ 0x204, 0x0000000100000006 }, { 0x205, 0x0000000fc0000800 },
		{ 0x2ff, 0x0000000000000c00 },
	};

	(void)state;
	assert_int_equal(check_size(4 * AB_GiB, 3 * AB_GiB, 36, true), UC);
	assert_int_equal(now->n_msrs, COUNT(want));
	for (size_t i = 0; i < COUNT(want); i++) {
		assert_int_equal(now->msr[i].index, want[i].index);
		assert_int_equal(now->msr[i].value, want[i].value);
	}
}

/* A state that has no room left is not written past its end. */
static void test_no_room(void **state)
{
	static struct ab_vcpu_x86 cpu;
	const struct ab_ram ram = { 0, AB_GiB, 0 };
	const struct ab_machine m = machine(&ram, 1, 0, true);

	(void)state;
	cpu.n_msrs = AB_X86_MSRS_MAX - 3;
	ab_x86_memory_types(&m, &cpu);
	assert_int_equal(cpu.n_msrs, AB_X86_MSRS_MAX);
	assert_int_equal(cpu.msr[AB_X86_MSRS_MAX - 3].index, 0x277);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sizes),
		cmocka_unit_test(test_odd_sizes),
		cmocka_unit_test(test_physical_widths),
		cmocka_unit_test(test_numa_ranges),
		cmocka_unit_test(test_windows_above_4g),
		cmocka_unit_test(test_window_next_to_odd_ram),
		cmocka_unit_test(test_hopeless),
		cmocka_unit_test(test_holes_between_ram),
		cmocka_unit_test(test_later_ram),
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_no_room),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
