/* SPDX-License-Identifier: BSD-2-Clause */
/* Any bytes as a device tree: what is found lies in it. */
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
