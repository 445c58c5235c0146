/* SPDX-License-Identifier: BSD-2-Clause */
/* Device trees: ours against libfdt's writer and against vm-fdt, which write the same tree once
 * more from a list of its nodes and properties. They have nothing to work out: names, numbers and
 * values lie ready, and the buffer is large enough. */
#include "bench.h"

#include <libfdt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROOM ((size_t)4 << 20)
#define OPS_MAX 65536

/* A call of a writer; peers/fdt.rs has the same. */
struct op {
	const char *name; /* of a node to begin or of a property; NULL: end the open node */
	size_t name_size; /* bytes of the name */
	const uint8_t *value; /* of a property; NULL: a node begins */
	size_t size;
};

/* Bytes of the tree; 0: it failed. */
typedef size_t (*vm_fdt)(const struct op *ops, size_t n, uint8_t *out, size_t room);

static struct op ops[OPS_MAX];
static size_t n_ops;
static _Alignas(8) uint8_t ours[ROOM], theirs[ROOM];

static struct ab_range redist;
static struct ab_cache cache[] = {
	{ 1, AB_CACHE_DATA, 64 * AB_KiB, 64, 4, 1 },
	{ 1, AB_CACHE_INSTRUCTION, 64 * AB_KiB, 64, 4, 1 },
	{ 2, AB_CACHE_UNIFIED, AB_MiB, 64, 8, 1 },
	{ 3, AB_CACHE_UNIFIED, 32 * AB_MiB, 64, 16, 0 },
};

/* Two packages and as many NUMA nodes; a UART and two devices besides. */
static struct ab_machine arm64 = {
	.arch = AB_ARCH_ARM64,
	.ram = AB_LIST(struct ab_ram, { .base = 0x80000000, .size = 2 * AB_GiB },
		       { .base = 0x100000000, .size = 2 * AB_GiB, .node = 1 }),
	.arm64.gic = { .dist = 0x08000000, .its = 0x08080000, .redist = { &redist, 1 } },
	.arm64.pmu = 23,
	.caches = { cache, sizeof(cache) / sizeof(cache[0]) },
	.devs = AB_LIST(struct ab_dev, { AB_DEV_UART_PL011, .base = 0x09000000, .irq = 33 },
			{ AB_DEV_VIRTIO_MMIO, .base = 0x0a000000, .irq = 48 },
			{ AB_DEV_VIRTIO_MMIO, .base = 0x0a000200, .irq = 49 }),
	.distances = AB_LIST(struct ab_distance, { 0, 1, 20 }, { 1, 0, 20 }),
};

const struct ab_machine *arm64_machine(uint32_t cpus)
{
	redist = (struct ab_range){ 0x10000000, (uint64_t)cpus * 0x20000 };
	cache[3].cpus = cpus / 2;
	arm64.n_cpus = cpus;
	arm64.topology.cores = cpus / 2;
	return &arm64;
}

/* Check the machine, measure the tree, write it. */
static size_t by_us(const struct ab_machine *m, struct ab_work work)
{
	const struct ab_fdt_chosen chosen = { .cmdline = "console=ttyAMA0",
					      .initrd = 0x84000000,
					      .initrd_size = 0x1000000 };
	const struct ab_memmap map = { .ram = m->ram };
	struct ab_buf measure = ab_buf_over(NULL, 0), write;
	struct ab_error why;

	must(ab_machine_check(m, work, NULL, &why), &why);
	must(ab_fdt_machine(m, &chosen, &map, &measure, &why), &why);
	write = ab_buf_over(ours, measure.len);
	must(ab_fdt_machine(m, &chosen, &map, &write, &why), &why);
	return write.len;
}

static size_t by_libfdt(void)
{
	int err = fdt_create(theirs, (int)ROOM);

	err = err != 0 ? err : fdt_finish_reservemap(theirs);
	for (const struct op *op = ops; op < ops + n_ops && err == 0; op++)
		if (op->name == NULL)
			err = fdt_end_node(theirs);
		else if (op->value == NULL)
			err = fdt_begin_node(theirs, op->name);
		else
			err = fdt_property(theirs, op->name, op->value, (int)op->size);
	err = err != 0 ? err : fdt_finish(theirs);
	if (err != 0)
		die(fdt_strerror(err));
	return fdt_totalsize(theirs);
}

/* The calls that write our tree. */
static void take_apart(void)
{
	int at = 0, next, size;
	uint32_t tag;

	for (n_ops = 0; n_ops < OPS_MAX; at = next) {
		const struct fdt_property *p;
		struct op *op = &ops[n_ops];

		tag = fdt_next_tag(ours, at, &next);
		if (tag == FDT_END)
			return;
		*op = (struct op){ NULL, 0, NULL, 0 };
		if (tag == FDT_BEGIN_NODE) {
			op->name = fdt_get_name(ours, at, NULL);
		} else if (tag == FDT_PROP) {
			p = fdt_get_property_by_offset(ours, at, &size);
			op->name = fdt_string(ours, (int)fdt32_to_cpu(p->nameoff));
			op->value = (const uint8_t *)p->data;
			op->size = (size_t)size;
		}
		op->name_size = op->name != NULL ? strlen(op->name) : 0;
		n_ops++;
	}
	die("the tree has too many properties");
}

static void save(const char *dir, uint32_t cpus, const char *who, const uint8_t *tree, size_t size)
{
	char path[4096];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%u.%s.dtb", dir, (unsigned int)cpus, who);
	f = fopen(path, "wb");
	if (f == NULL || fwrite(tree, 1, size, f) != size || fclose(f) != 0)
		die(path);
}

enum who { OURS, LIBFDT, VM_FDT, WRITERS };

static const char *const names[WRITERS] = { "ours", "libfdt", "vm-fdt" };

static uint64_t timed(enum who who, const struct ab_machine *m, struct ab_work work, vm_fdt peer,
		      uint32_t times)
{
	uint64_t t = now_ns();

	for (uint32_t i = 0; i < times; i++)
		if (who == OURS)
			by_us(m, work);
		else if (who == LIBFDT)
			by_libfdt();
		else if (peer(ops, n_ops, NULL, 0) == 0)
			die("vm-fdt");
	return (now_ns() - t) / times;
}

static void bench_cpus(uint32_t cpus, vm_fdt peer, const char *dir)
{
	static struct series s[WRITERS];
	const struct ab_machine *m = arm64_machine(cpus);
	const uint32_t times = 4096 / cpus;
	struct ab_work work = { NULL, ab_machine_work(m) };
	char name[48];
	size_t size;

	work.data = malloc(work.size + 1);
	size = by_us(m, work);
	take_apart();
	save(dir, cpus, names[OURS], ours, size);
	save(dir, cpus, names[LIBFDT], theirs, by_libfdt());
	if (peer != NULL)
		save(dir, cpus, names[VM_FDT], theirs, peer(ops, n_ops, theirs, ROOM));
	for (int round = -WARM_UP; round < ROUNDS; round++)
		for (int who = 0; who < (peer != NULL ? WRITERS : VM_FDT); who++)
			note(&s[who], round, timed((enum who)who, m, work, peer, times));
	for (int who = 0; who < (peer != NULL ? WRITERS : VM_FDT); who++) {
		snprintf(s[who].name, sizeof(s[who].name), "fdt.%u.%s", (unsigned int)cpus,
			 names[who]);
		report(&s[who]);
	}
	snprintf(name, sizeof(name), "fdt.%u.bytes", (unsigned int)cpus);
	report_value(name, size);
	free(work.data);
}

int bench_fdt(int argc, char **argv)
{
	static const uint32_t cpus[] = { 4, 64, 512 };
	vm_fdt peer = NULL;

	if (argc != 2 && argc != 3)
		return 2;
	if (argc == 3)
		peer_call(argv[2], "bench_vm_fdt", &peer, sizeof(peer));
	for (size_t i = 0; i < sizeof(cpus) / sizeof(cpus[0]); i++)
		bench_cpus(cpus[i], peer, argv[1]);
	return 0;
}
