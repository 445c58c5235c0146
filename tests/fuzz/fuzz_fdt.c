/* SPDX-License-Identifier: BSD-2-Clause */
/* Any bytes as a device tree: what is found lies in it; and as one that is merged: what comes of it
 * is a tree. */
#include <aetherboot/fdt.h>

#include <stdlib.h>

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

	require(measured != AB_ERR_OVERLAP && (measured == AB_OK || why.code == measured));
	err = ab_fdt_machine(&m, &chosen, &map, &b, &why);
	if (measured != AB_OK || none.len > sizeof(tree)) {
		require(err != AB_OK);
		return;
	}
	require(b.len == none.len || err == AB_ERR_OVERLAP);
	if (err != AB_OK) {
		require(err == AB_ERR_OVERLAP && why.other != NULL);
		return;
	}
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

	merge(data, size);
	require(err == AB_OK || why.code == err);
	require(err == AB_OK || err == AB_ERR_IMAGE || err == AB_ERR_UNSUPPORTED ||
		err == AB_ERR_NOSPACE);
	if (err != AB_OK && err != AB_ERR_NOSPACE)
		return 0;
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
