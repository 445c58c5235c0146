/* SPDX-License-Identifier: BSD-2-Clause */
/* Any tree of a machine and any bundle: 2 bytes with the size of the tree, little-endian, then
 * both. Numbers in either are changed, too, as bytes that are changed seldom leave a tree that is
 * one. Who is admitted has what nobody else has, and reaches nothing else. */
#include "el2/admit.h"
#include "el2/host/machine.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { CHANGES = 1000, HEADER = 40, PARTS = 3 + 3 * EL2_VMS_MAX, PAGE = 4096 };
#define IMAGE (4 * AB_MiB)

static struct el2_node node;
static struct ab_s2_ops ops;

static void require(bool holds)
{
	if (!holds)
		abort();
}

/* ---- memory that somebody has: nobody else has a byte of it */

static struct {
	struct ab_range at[PARTS];
	size_t n;
} parts;

static void part(uint64_t base, uint64_t size)
{
	require(parts.n < PARTS);
	for (size_t i = 0; i < parts.n; i++)
		require(!ab_overlaps(base, size, parts.at[i].base, parts.at[i].size));
	/* what the tree reserves is nobody's, but for what the loader has loaded there */
	for (size_t i = 0; i < node.facts.info.reserved.n && parts.n >= 2; i++)
		require(!ab_overlaps(base, size, node.facts.reserved[i].base,
				     node.facts.reserved[i].size));
	parts.at[parts.n++] = (struct ab_range){ base, size };
}

static bool is_ram(uint64_t base, uint64_t size)
{
	for (size_t i = 0; i < node.facts.info.memory.n; i++)
		if (ab_overlaps(base, size, node.facts.memory[i].base, node.facts.memory[i].size))
			return true;
	return false;
}

static bool within(uint64_t pa, uint64_t size, uint64_t base, uint64_t bytes)
{
	return pa >= base && ab_within(pa - base, size, bytes);
}

/* ---- what a VM reaches */

/* A page of a device of the machine that the VM may have, and no page of EL2's own. */
static bool is_device(const struct el2_vm *vm, uint64_t pa)
{
	const struct ab_fdt_info *i = &node.facts.info;
	const uint32_t caps = vm->spec->capabilities;
	bool is =
	    (caps & EL2_CAP_RTC) != 0 && ab_overlaps(pa, PAGE, i->rtc.reg.base, i->rtc.reg.size);

	for (size_t n = 0; n < i->virtio.n && (caps & EL2_CAP_VIRTIO) != 0; n++)
		is =
		    is || ab_overlaps(pa, PAGE, i->virtio.at[n].reg.base, i->virtio.at[n].reg.size);
	for (size_t n = 0; n < i->redist.n; n++)
		is = is && !ab_overlaps(pa, PAGE, i->redist.at[n].base, i->redist.at[n].size);
	is = is && !ab_overlaps(pa, PAGE, i->gic_cpu.base, i->gic_cpu.size) &&
	     !ab_overlaps(pa, PAGE, i->gic_hyp.base, i->gic_hyp.size) &&
	     !ab_overlaps(pa, PAGE, i->gic_vcpu.base, i->gic_vcpu.size);
	return is && !ab_overlaps(pa, PAGE, i->gic_dist.base, i->gic_dist.size) &&
	       !ab_overlaps(pa, PAGE, i->uart.reg.base, i->uart.reg.size) && !is_ram(pa, PAGE);
}

static bool visit(void *ctx, const struct ab_s2_entry *e)
{
	const struct el2_vm *vm = ctx;

	if (e->kind != AB_S2_LEAF)
		return true;
	if (within(e->pa, e->size, vm->pa, vm->spec->memory) ||
	    (el2_manages(vm) && within(e->pa, e->size, vm->mailbox.pa, EL2_MAILBOX_SIZE)))
		return true;
	require(e->attr.memory == AB_S2_NGNRE && e->attr.access == AB_S2_RW);
	for (uint64_t at = 0; at < e->size; at += PAGE)
		require(is_device(vm, e->pa + at));
	return true;
}

/* Physical interrupts have one owner, and EL2's own have none. */
static void check_interrupts(void)
{
	for (unsigned int bank = 1; bank < EL2_VGIC_BANKS; bank++) {
		uint32_t taken = 0;

		if (node.facts.info.uart.intid / 32 == bank)
			taken |= 1u << node.facts.info.uart.intid % 32;
		for (uint32_t i = 0; i < node.n_vms; i++) {
			const struct el2_vgic_bank *b = &node.vms[i].gic.spis[bank];

			require((taken & b->owned & ~b->soft) == 0);
			taken |= b->owned & ~b->soft;
		}
	}
}

static void check_admitted(void)
{
	uint32_t vmids = 1, vcpus = 0;

	for (uint32_t i = 0; i < node.n_vms; i++) {
		struct el2_vm *vm = &node.vms[i];

		part(vm->pa, vm->spec->memory);
		part((uintptr_t)vm->work.data, vm->work.size);
		if (el2_manages(vm))
			part(vm->mailbox.pa, EL2_MAILBOX_SIZE);
		require(vm->s2.config.vmid < 32 && (vmids >> vm->s2.config.vmid & 1) == 0);
		vmids |= 1u << vm->s2.config.vmid;
		for (uint32_t n = 0; n < vm->spec->n_cpus; n++, vcpus++)
			require(vm->vcpu[n]->vm == vm && vm->vcpu[n]->index == n &&
				vm->vcpu[n] == &node.vcpus[vm->vcpu[n]->cpu] &&
				node.facts.cpus[vm->vcpu[n]->cpu].okay);
		require(ab_s2_walk(&vm->s2, 0, ~UINT64_C(0), visit, vm));
	}
	for (size_t i = 0; i < EL2_CPUS_MAX; i++)
		vcpus -= node.vcpus[i].vm != NULL;
	require(vcpus == 0);
	check_interrupts();
}

static void admit(struct ab_bytes tree, struct ab_bytes bundle)
{
	uint64_t image = 0, at = 0;
	struct ab_error why;
	enum ab_err err;
	char text[80];

	memset(&node, 0, sizeof(node));
	parts.n = 0;
	node.s2_cpu = (struct ab_s2_cpu){ .pa_bits = 44, .vmid_bits = 8, .granule_4k = true };
	if ((err = el2_facts_read(&node.facts, tree, 0, &why)) == AB_OK &&
	    (err = el2_memory_init(&node.memory, &node.facts, &why)) == AB_OK &&
	    (err = el2_memory_find(&node.memory, IMAGE, 2 * AB_MiB, "image", &image, &why)) ==
		AB_OK &&
	    (err = el2_memory_find(&node.memory, 64 * AB_KiB, PAGE, "bundle", &at, &why)) ==
		AB_OK) {
		part(image, IMAGE);
		part(at, 64 * AB_KiB);
		if ((err = ab_fit_open(&node.fit, bundle, &why)) == AB_OK &&
		    (err = el2_bundle_read(&node.bundle, &node.fit, &why)) == AB_OK &&
		    (err = el2_admit(&node, &ops, &why)) == AB_OK) {
			check_admitted();
			return;
		}
	}
	require(why.code == err && why.what != NULL);
	(void)ab_error_text(&why, text, sizeof(text));
}

/* ---- tables of one input: a pool that begins anew */

static _Alignas(0x10000) uint8_t pool[96][PAGE];
static size_t used;

static bool take(void *ctx, uint64_t size, uint64_t *pa)
{
	const size_t n = (size_t)(size / PAGE), at = (used + n - 1) / n * n;

	(void)ctx;
	if (at + n > sizeof(pool) / PAGE)
		return false;
	used = at + n;
	*pa = at * PAGE;
	return true;
}

static void *table(void *ctx, uint64_t pa)
{
	(void)ctx;
	return pool[pa / PAGE];
}

static void give_back(void *ctx, uint64_t pa, uint64_t size)
{
	(void)ctx;
	(void)pa;
	(void)size;
}

/* ---- changes */

static uint64_t state;

static uint32_t random32(void)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (uint32_t)(state >> 16);
}

/* One 32-bit number becomes another one, as trees have them, or a bit is another one. */
static void change(uint8_t *p, size_t size)
{
	static const uint32_t values[] = { 0,          1,          2,          3,
					   4,          7,          0x20,       0x200,
					   0x1000,     0x200000,   0x40000000, 0x40200000,
					   0x8000000,  0x9000000,  0xa000000,  0x80000000,
					   0xffffffff, 0x7fffffff, 0xfffff000, 0x48000000 };
	size_t at;

	if (size < HEADER + 8)
		return;
	at = HEADER + random32() % ((size - HEADER) / 4) * 4;
	switch (random32() % 4) {
	case 0:
		p[at + random32() % 4] ^= (uint8_t)(1u << random32() % 8);
		break;
	case 1: /* a number from elsewhere in it */
		memmove(p + at, p + random32() % (size / 4) * 4, 4);
		break;
	case 2: {
		const uint32_t v = values[random32() % (sizeof(values) / sizeof(values[0]))];

		for (unsigned int i = 0; i < 4; i++)
			p[at + i] = (uint8_t)(v >> (24 - 8 * i));
		break;
	}
	default:
		p[at + 3] = (uint8_t)(p[at + 3] + random32() % 3 - 1);
		break;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const size_t n = size < 2 ? 0 : (size_t)data[0] | (size_t)data[1] << 8;
	uint8_t *tree, *bundle;

	if (size < 2 || n > size - 2 || size > 64 * AB_KiB)
		return 0;
	ops = el2_host_ops();
	ops.alloc = take;
	ops.free = give_back;
	ops.at = table;
	tree = malloc(n + 8);
	bundle = malloc(size - 2 - n + 8);
	require(tree != NULL && bundle != NULL);
	state = 0x5eed;
	for (unsigned int i = 0; i < CHANGES; i++) {
		used = 0;
		memcpy(tree, data + 2, n);
		memcpy(bundle, data + 2 + n, size - 2 - n);
		for (uint32_t k = i == 0 ? 0 : random32() % 4; k != 0; k--)
			change(tree, n);
		for (uint32_t k = i == 0 ? 0 : random32() % 3; k != 0; k--)
			change(bundle, size - 2 - n);
		admit((struct ab_bytes){ tree, n }, (struct ab_bytes){ bundle, size - 2 - n });
	}
	free(tree);
	free(bundle);
	return 0;
}
