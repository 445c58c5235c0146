/* SPDX-License-Identifier: BSD-2-Clause */
/* Any accesses of two hostile VMs to their virtual GICs, of either version, and any interrupts: no
 * write for an INTID that a VM does not own reaches the physical GIC, nothing storms, and no rule
 * of hw_gic.h is broken. A restart leaves nothing. */
#include <stdlib.h>

#include "bytes.h"

#include "../unit/el2_vgic_world.h"

static uint32_t word(void)
{
	uint32_t v = byte();

	return v | byte() << 8 | byte() << 16 | byte() << 24;
}

/* Mostly one that has a meaning. */
static uint32_t offset(void)
{
	static const uint16_t blocks[] = { 0x000, 0x080,  0x100,  0x180,  0x200,  0x280,
					   0x300, 0x380,  0x400,  0x420,  0x7f8,  0xc00,
					   0xc08, 0x6100, 0x6140, 0x7fd8, 0xffe8, 0x800,
					   0x828, 0xf00,  0xf10,  0xf20,  0xf00 };
	const uint32_t v = byte(), off = byte();

	if (v < sizeof(blocks) / sizeof(blocks[0]) * 9)
		return blocks[v % 23] + (v % 23 < 19 ? off & 0x7f : off & 0xf);
	return v << 8 | off;
}

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void access(struct vm *vm, unsigned int n)
{
	const uint32_t how = byte(), off = offset();
	const unsigned int len = 1u << (how & 3), of = how >> 2 & 3;
	const uint32_t sgi_base = how & 0x10 ? 0 : SGI_BASE;
	const uint64_t v = (uint64_t)word() << (how & 0x20 ? 32 : 0) | (how & 0x40 ? byte() : 0);

	if (how & 0x80 || V2) {
		const uint32_t bank = off / 4 % 32;
		const uint64_t is = dist_rd(vm, n, off, len);

		/* a bit for each INTID: of those that it owns only */
		require(off < 0x80 || off >= 0x400 ||
			(is & ~(uint64_t)(V2 && bank == 0 ? vm->cpu[n].bank.owned
							  : vm->gic.spis[bank].owned)) == 0);
		dist_wr(vm, n, off, len, v);
	} else {
		on(vm, n);
		el2_vgic_redist_read(&vm->gic, &vm->cpu[n], of * REDIST + sgi_base + off, len);
		el2_vgic_redist_write(&vm->gic, &vm->cpu[n], of * REDIST + sgi_base + off, len, v);
	}
}

static void event(struct vm *vm, unsigned int n)
{
	const uint32_t what = byte(), intid = byte();

	switch (what % 9) {
	case 0:
		raise_irq(vm, n, intid % 2 ? 27 : 32 + intid / 2 % 40, what & 0x80);
		break;
	case 1:
		on(vm, n);
		el2_vgic_line(&vm->gic, what & 0x40 ? &vm->cpu[n] : NULL, intid, what & 0x80);
		break;
	case 2:
		on(vm, n);
		if (V2)
			dist_wr(vm, n, GICD_SGIR, 4, word());
		else
			el2_vgic_sgi(&vm->gic, &vm->cpu[n],
				     (uint64_t)word() << (what & 0x80 ? 24 : 0));
		break;
	case 3:
		ack(vm, n);
		break;
	case 4:
		eoi(vm, n, fake.cpu[vm->first + n].lr[what / 9 % 4] & 0xffffff);
		break;
	case 5:
		dir(vm, n, what & 0x80 ? intid : fake.cpu[vm->first + n].lr[0] & 0xffffff);
		break;
	case 6:
		fake_guest_interface(vm->first + n, (uint8_t)intid, what & 0x40, what & 0x80);
		break;
	case 7:
		cpu_off(vm, n);
		if (what & 0xc0)
			cpu_on(vm, n);
		break;
	case 8:
		fake_run();
		break;
	}
}

static void restart(struct vm *vm)
{
	for (unsigned int n = 0; n < vm->gic.n_cpus; n++)
		cpu_off(vm, n);
	for (uint32_t i = 32; i < 1020; i++)
		fake.spi[i].line = false;
	for (unsigned int n = 0; n < vm->gic.n_cpus; n++)
		fake.cpu[vm->first + n].own[27].line = false;
	start_vm(vm);
	fake_run();
	for (unsigned int n = 0; n < vm->gic.n_cpus; n++) {
		const struct fake_cpu *c = &fake.cpu[vm->first + n];

		for (unsigned int i = 0; i < c->n_lrs; i++)
			require(c->lr[i] == 0);
		require(c->hcr == 1 && vm->cpu[n].n_active == 0 && !vm->cpu[n].rwp);
		require(!c->own[27].active && !c->own[27].enabled);
	}
	require(vm->gic.n_rwp == 0 && vm->gic.busy == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	uint32_t how;

	in.at = data;
	in.left = size;
	how = byte();
	fake_version = how & 0x80 ? 2 : 3;
	start(1 + how % 4);
	while (in.left != 0 && fake.wrong == 0) {
		const uint32_t v = byte();
		struct vm *vm = v & 1 ? &b : &a;
		const unsigned int n = (v >> 1) % vm->gic.n_cpus;

		if (!vm->cpu[n].on && !(v & 0x80))
			cpu_on(vm, n);
		else if (!vm->cpu[n].on)
			continue;
		if (v & 0x40)
			access(vm, n);
		else
			event(vm, n);
		if (v & 0x20)
			fake_run();
	}
	fake_run();
	restart(&a);
	restart(&b);
	for (uint32_t i = 32; i < 1020; i++)
		require(!fake.spi[i].active && !fake.spi[i].enabled);
	require(fake.wrong == 0);
	return 0;
}
