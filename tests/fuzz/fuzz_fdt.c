/* SPDX-License-Identifier: BSD-2-Clause */
/* Any bytes as a device tree: what is found lies in it; and as one that is merged: what comes of it
 * is a tree. */
#include <aetherboot/dtb.h>
#include <aetherboot/fdt.h>

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void inside(struct ab_bytes part, const uint8_t *data, size_t size)
{
	const uint8_t *p = part.data;

	require(p == NULL || (p >= data && part.size <= size && p <= data + size - part.size));
}

static void text_inside(const char *text, const uint8_t *data, size_t size)
{
	const uint8_t *p = (const uint8_t *)text;

	require(p >= data && p < data + size && memchr(p, 0, (size_t)(data + size - p)) != NULL);
}

/* Each token once; the number of nodes. */
static size_t tokens(const struct ab_dtb *d, const uint8_t *data, size_t size)
{
	struct ab_dtb_token t = { .next = d->structs };
	size_t nodes = 0;
	uint32_t at;

	do {
		at = t.next;
		require(ab_dtb_token(d, at, &t) && t.next > at && t.next <= size);
		nodes += t.kind == AB_DTB_BEGIN_NODE;
		require((t.name != NULL) == (t.kind == AB_DTB_BEGIN_NODE || t.kind == AB_DTB_PROP));
		if (t.name != NULL)
			text_inside(t.name, data, size);
		inside(t.value, data, size);
	} while (t.kind != AB_DTB_END);
	return nodes;
}

/* Ways to a node lead to it, or to one before it that has the same name. */
static void ways(const struct ab_dtb_walk *w)
{
	uint32_t node = w->level[w->depth].node, found;
	const char *name = ab_dtb_name(w->dtb, node);

	if (w->depth == 0) {
		require(node == w->dtb->root);
		return;
	}
	require(ab_dtb_skip(w->dtb, node) > node);
	found = ab_dtb_child(w->dtb, w->level[w->depth - 1].node, name);
	require(found != 0 && found <= node && strcmp(ab_dtb_name(w->dtb, found), name) == 0);
}

static void walk(const uint8_t *data, size_t size)
{
	struct ab_range range;
	struct ab_dtb_walk w;
	struct ab_error why;
	size_t nodes = 0;
	struct ab_dtb d;

	if (ab_dtb_open(&d, (struct ab_bytes){ data, size }, &why) != AB_OK) {
		require(d.root == 0 && why.value <= size && why.other != NULL);
		return;
	}
	for (w = (struct ab_dtb_walk){ .dtb = &d }; ab_dtb_next(&w); nodes++) {
		if (nodes < 64)
			ways(&w);
		for (size_t i = 0; i < ab_dtb_n_regs(&w) && i < 64; i++)
			require(!ab_dtb_reg(&w, i, &range) || ab_range_ok(range.base, range.size));
		inside(w.reg, data, size);
	}
	require(nodes == tokens(&d, data, size));
	for (uint32_t i = 0; i < d.n_reservations; i++)
		require(ab_dtb_reservation(&d, i, &range));
}

static void merge(const uint8_t *data, size_t size)
{
	static _Alignas(8) uint8_t tree[1 << 16];
	const struct ab_bytes list[] = { { data, size } };
	const struct ab_machine m = {
		.arch = AB_ARCH_ARM64,
		.n_cpus = 1,
		.ram = AB_LIST(struct ab_ram, { .base = 0x40000000, .size = AB_GiB }),
		.arm64.gic = { .version = 2,
			       .dist = 0x08000000,
			       .cpu = 0x08010000,
			       .v2m = 0x08020000,
			       .v2m_spi = 80,
			       .v2m_spis = 64 },
		.devs = AB_LIST(struct ab_dev, { AB_DEV_UART_PL011, .base = 0x9000000, .irq = 33 },
				{ AB_DEV_GPIO_PL061, .base = 0x9030000, .irq = 39 }),
		.fdt = { .overlays = { list, 1 } },
	};
	const struct ab_memmap map = { m.ram, NULL, 0 };
	const struct ab_fdt_chosen chosen = { .cmdline = "quiet" };
	struct ab_buf none = ab_buf_over(NULL, 0), b = ab_buf_over(tree, sizeof(tree));
	struct ab_fdt_info i = { .psci = false };
	struct ab_error why;
	enum ab_err measured = ab_fdt_machine(&m, &chosen, &map, &none, &why), err;

	require(measured == AB_OK || (why.code == measured && why.other != NULL));
	err = ab_fdt_machine(&m, &chosen, &map, &b, &why);
	if (measured != AB_OK || none.len > sizeof(tree)) {
		require(err != AB_OK);
		return;
	}
	if (err != AB_OK) { /* a sibling of the same name is found in what was written */
		require(err == AB_ERR_ARG && why.name != NULL && why.other != NULL);
		return;
	}
	require(b.len == none.len);
	err = ab_fdt_read((struct ab_bytes){ tree, b.len }, &i, &why);
	require(err == AB_ERR_NOSPACE && i.memory.n != 0 && i.gic_version == 2);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ab_range memory[4], reserved[4], redist[4];
	struct ab_fdt_cpu cpus[8];
	struct ab_fdt_dev virtio[4];
	struct ab_fdt_info i = {
		.memory = { memory, 4, 0 },
		.reserved = { reserved, 4, 0 },
		.cpus = { cpus, 8, 0 },
		.redist = { redist, 4, 0 },
		.virtio = { virtio, 4, 0 },
	};
	struct ab_error why;
	enum ab_err err = ab_fdt_read((struct ab_bytes){ data, size }, &i, &why);

	walk(data, size);
	merge(data, size);
	require(err == AB_OK || why.code == err);
	require(err == AB_OK || err == AB_ERR_IMAGE || err == AB_ERR_UNSUPPORTED ||
		err == AB_ERR_NOSPACE);
	if (err != AB_OK && err != AB_ERR_NOSPACE)
		return 0;
	require(i.redist_stride % 0x10000 == 0 && (i.gic_version != 3 || i.redist_stride != 0));
	require(i.uart_shift <= 8 && i.uart_width <= 4);
	inside(i.bootargs, data, size);
	inside(i.rng_seed, data, size);
	require(err == AB_ERR_NOSPACE || (i.memory.n <= 4 && i.cpus.n <= 8 && i.virtio.n <= 4));
	for (size_t k = 0; k < i.memory.n && k < 4; k++)
		require(memory[k].size != 0);
	for (size_t k = 0; k < i.virtio.n && k < 4; k++)
		require(ab_range_ok(virtio[k].reg.base, virtio[k].reg.size) &&
			virtio[k].intid < 1020);
	for (size_t k = 0; k < i.cpus.n && k < 8; k++)
		require((cpus[k].mpidr & ~UINT64_C(0xff00ffffff)) == 0);
	return 0;
}
