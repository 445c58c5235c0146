/* SPDX-License-Identifier: BSD-2-Clause */
/* The facts of a tree that QEMU made for its virt machine, compared with that machine's
 * description: docs/system/arm/virt.rst and the memory map of hw/arm/virt.c in QEMU. The machine
 * has 4 CPUs and 3 GiB. usage: el2_tree TREE 2|3 */
#include "el2/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static _Alignas(8) uint8_t blob[2 << 20];

#define REQUIRE(what)                                                                              \
	do {                                                                                       \
		if (!(what)) {                                                                     \
			fprintf(stderr, "not so: %s\n", #what);                                    \
			exit(1);                                                                   \
		}                                                                                  \
	} while (0)

static bool is(struct ab_range r, uint64_t base, uint64_t size)
{
	return r.base == base && r.size == size;
}

static void judge(const struct el2_facts *f, int gic)
{
	const struct ab_fdt_info *i = &f->info;

	REQUIRE(i->cpus.n == 4 && f->boot == 2);
	for (size_t n = 0; n < 4; n++)
		REQUIRE(f->cpus[n].mpidr == n && f->cpus[n].psci && f->cpus[n].okay);
	REQUIRE(i->memory.n == 1 && is(f->memory[0], 0x40000000, 3 * AB_GiB));
	REQUIRE(i->psci && i->conduit == AB_CONDUIT_SMC);
	REQUIRE(is(i->gic_dist, 0x8000000, 0x10000));
	REQUIRE(i->gic_version == (unsigned int)gic);
	if (gic == 2) {
		REQUIRE(i->redist.n == 0 && is(i->gic_cpu, 0x8010000, 0x10000));
		REQUIRE(is(i->gic_hyp, 0x8030000, 0x10000));
		REQUIRE(is(i->gic_vcpu, 0x8040000, 0x10000));
	} else {
		REQUIRE(i->redist.n == 1 && is(f->redist[0], 0x80a0000, 0xf60000));
		REQUIRE(i->redist_stride == 0x20000 && i->n_redists >= 4);
	}
	REQUIRE(i->maintenance == 25);
	REQUIRE(i->timer.secure == 29 && i->timer.phys == 30 && i->timer.virt == 27 &&
		i->timer.hyp == 26);
	REQUIRE(i->uart_type == AB_DEV_UART_PL011 && is(i->uart.reg, 0x9000000, 0x1000) &&
		i->uart.intid == 33);
	REQUIRE(is(i->rtc.reg, 0x9010000, 0x1000) && i->rtc.intid == 34);
	REQUIRE(i->virtio.n == 32);
	for (size_t n = 0; n < 32; n++) {
		bool found = false;

		for (size_t k = 0; k < 32; k++)
			found = found || (is(f->virtio[k].reg, 0xa000000 + n * 0x200, 0x200) &&
					  f->virtio[k].intid == 48 + n);
		REQUIRE(found);
	}
	REQUIRE(f->seed_size == 32); /* rng-seed */
}

int main(int argc, char **argv)
{
	static struct el2_facts f, before;
	static struct el2_memory m;
	struct ab_error why;
	enum ab_err err;
	uint64_t base;
	size_t size;
	FILE *file;

	REQUIRE(argc == 3);
	file = fopen(argv[1], "rb");
	REQUIRE(file != NULL);
	size = fread(blob, 1, sizeof(blob), file);
	fclose(file);
	memset(&f, 0x5a, sizeof(f));
	err = el2_facts_read(&f, (struct ab_bytes){ blob, size }, 2, &why);
	REQUIRE(err == AB_OK);
	before = f;
	memset(blob, 0xee, sizeof(blob)); /* as the hypervisor does */
	REQUIRE(memcmp(&f, &before, sizeof(f)) == 0);
	judge(&f, atoi(argv[2]));
	REQUIRE(el2_memory_init(&m, &f, &why) == AB_OK);
	REQUIRE(el2_memory_take(&m, 0x40200000, 0x200000, "image", &why) == AB_OK);
	REQUIRE(el2_memory_find(&m, AB_GiB, 2 * AB_MiB, "VM", &base, &why) == AB_OK);
	REQUIRE(base == 0x40400000);
	return 0;
}
