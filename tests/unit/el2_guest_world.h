/* SPDX-License-Identifier: BSD-2-Clause */
/* A bundle of two VMs with one kernel and one ramdisk, and memory into which they are loaded. */
#ifndef EL2_GUEST_WORLD_H
#define EL2_GUEST_WORLD_H

#include "arm64_image.h"
#include "el2_node_world.h"
#include "fit_make.h"

#include "el2/guest.h"
#include "el2/life.h"

#include <aetherboot/sha256.h>

#define KERNEL_SIZE (3 * AB_MiB + 123)
#define RAMDISK_SIZE 70001
#define MEMORY (10 * AB_MiB + 4096)
#define STAGE (4 * AB_MiB)
/* memory before anything was written, as EL2 and as a guest without caches see it */
#define UNWRITTEN 0xaa
#define UNCLEANED 0x55

static uint8_t kernel[KERNEL_SIZE], ramdisk[RAMDISK_SIZE];
/* that of the VM, and behind it that in which images are staged */
static uint8_t cached[MEMORY + STAGE], coherent[MEMORY + STAGE], work[192 * AB_KiB];
static struct file file; /* the bundle */

static void put_be32(uint8_t *at, uint32_t v)
{
	ab_st_le32(at, v << 24 | (v & 0xff00) << 8 | (v >> 8 & 0xff00) | v >> 24);
}

/* A bundle of two VMs with one kernel and one ramdisk behind the tree, with their hashes. */
static void make_bundle(void)
{
	static uint8_t behind[KERNEL_SIZE + 1 + RAMDISK_SIZE];
	uint8_t size[2][4], at[4], hash[2][32];

	make_image(kernel, &(struct image_spec){ 0, 4 * AB_MiB, 0xa, sizeof(kernel) });
	for (size_t i = 0; i < sizeof(ramdisk); i++)
		ramdisk[i] = (uint8_t)(i * 7 % 251);
	memcpy(behind, kernel, sizeof(kernel));
	memcpy(&behind[KERNEL_SIZE + 1], ramdisk, sizeof(ramdisk));
	ab_sha256(kernel, sizeof(kernel), hash[0]);
	ab_sha256(ramdisk, sizeof(ramdisk), hash[1]);
	put_be32(size[0], KERNEL_SIZE);
	put_be32(size[1], RAMDISK_SIZE);
	put_be32(at, KERNEL_SIZE + 1);
#define BE(name, p) { name, (const char *)(p), sizeof(p) }
#define HASHED(h) NODES({ "hash-1", PROPS(S("algo", "sha256"), BE("value", h)), NULL })
#define VM(boots)                                                                                  \
	PROPS(S("kernel", "kernel"), S("ramdisk", "ramdisk"), S("bootargs", boots),                \
	      B("aetherboot,cpus", "\0\0\0\1"), B("aetherboot,memory", "\0\0\0\0\0\xa0\x10\0"))
	file = make_fit(
	    NODES({ "kernel", PROPS(B("data-offset", "\0\0\0\0"), BE("data-size", size[0])),
		    HASHED(hash[0]) },
		  { "ramdisk", PROPS(BE("data-offset", at), BE("data-size", size[1])),
		    HASHED(hash[1]) }),
	    NULL, NODES({ "one", VM("console=one"), NULL }, { "two", VM("console=two"), NULL }),
	    behind, sizeof(behind));
}

static int setup(void **state)
{
	(void)state;
	make_bundle();
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	free(file.data);
	return 0;
}

/* Admit both, as they are to be loaded for the @starts-th time; VM @slot has memory. */
static struct el2_vm *begin(uint32_t slot, enum ab_tables tables, uint32_t starts)
{
	struct el2_vm *vm = &node.vms[slot];
	struct ab_error why;

	node_begin(2, 64 * AB_MiB, 0);
	assert_ok(ab_fit_open(&node.fit, bytes_of(&file), &why), &why, "FIT");
	assert_ok(el2_bundle_read(&node.bundle, &node.fit, &why), &why, "bundle");
	node.bundle.vm[slot].tables = tables;
	node.facts.seed_size = 32;
	for (uint8_t i = 0; i < 32; i++)
		node.facts.seed[i] = i;
	assert_ok(node_admit(&why), &why, "admission");
	memset(cached, UNWRITTEN, sizeof(cached));
	memset(coherent, UNCLEANED, sizeof(coherent));
	memset(work, UNWRITTEN, sizeof(work));
	el2_fake.cached = cached;
	el2_fake.coherent = coherent;
	el2_fake.memory = vm->pa;
	el2_fake.memory_size = sizeof(cached);
	vm->work = (struct ab_work){ work, sizeof(work) };
	vm->starts = starts;
	assert_true(el2_life_create(vm, true));
	return vm;
}

static inline void load(struct el2_vm *vm)
{
	const char *failure = el2_guest_load(vm);

	if (failure != NULL)
		fail_msg("%s: %s", failure, el2_fake.text);
	assert_true(vm->verified);
}

/* Whether the bytes are in memory from an address on that is a multiple of 4. */
static inline bool contains(const void *what, size_t n)
{
	for (size_t at = 0; at + n <= sizeof(coherent); at += 4)
		if (coherent[at] == *(const uint8_t *)what && memcmp(&coherent[at], what, n) == 0)
			return true;
	return false;
}

#endif /* EL2_GUEST_WORLD_H */
