/* SPDX-License-Identifier: BSD-2-Clause */
/* Lists of a machine and a payload that callers may make long, each with the work that it causes.
 */
#ifndef SCALE_H
#define SCALE_H

#include <aetherboot/aetherboot.h>

#include <stddef.h>
#include <stdint.h>

/* What a list's case fills in, and what its run takes. */
struct input {
	struct ab_machine m;
	struct ab_payload os;
	size_t n; /* entries of the list */
	void *own; /* of the case */
};

struct list {
	const char *name;
	size_t n; /* entries in the first run; twice as many in the second */
	void (*make)(struct input *in, size_t n);
	/* The work that is counted. Returns the bytes of memory that it needs. NULL: the whole
	 * pipeline, up to the registers of each CPU. */
	size_t (*run)(const struct input *in);
};

extern const struct list scale_x86[], scale_arm64[], scale_own[], scale_few[], scale_sinks[];
extern const size_t scale_x86_n, scale_arm64_n, scale_own_n, scale_few_n, scale_sinks_n;

/* Zeroed memory, of which nothing is released. */
void *scale_room(size_t n, size_t size);
#define ROOM(type, n) ((type *)scale_room((n), sizeof(type)))

/* Addresses of devices, above all RAM. */
#define DEVICES UINT64_C(0x100000000000)
#define BRIDGES UINT64_C(0x200000000000)

static inline struct ab_dev *devs(struct input *in, size_t n)
{
	struct ab_dev *d = ROOM(struct ab_dev, n);

	in->m.devs = (struct ab_dev_list){ d, n };
	return d;
}

/* Place of entry @i of @n, a power of two, in an order that is none. */
static inline size_t mixed(size_t i, size_t n)
{
	return (i * 0x9e3779b1u + 77) % n;
}

/* End the program unless the call succeeded. */
void scale_must(enum ab_err err, const struct ab_error *why);

extern const struct ab_bytes *const scale_elf, *const scale_image;

/* Describe a usual machine with a kernel: a PC of 4 CPUs, or an arm64 machine of @cpus. */
void scale_pc(struct input *in);
void scale_virt(struct input *in, uint32_t cpus, enum ab_tables tables);

/* A virtio device, and a bridge of a segment of its own, which differ by their place. */
static inline struct ab_dev virtio(size_t place, uint32_t irq)
{
	return (struct ab_dev){ AB_DEV_VIRTIO_MMIO, .base = DEVICES + place * 4096,
				.irq = irq + (uint32_t)place % 8 };
}

static inline struct ab_dev bridge(size_t place)
{
	return (struct ab_dev){ AB_DEV_PCIE_ECAM, .base = BRIDGES + place * 64 * AB_MiB,
				.size = 16 * AB_MiB,
				.pcie = { .segment = (uint16_t)place,
					  .mmio64 = { BRIDGES * 2 + place * AB_GiB, AB_GiB } } };
}

#define PER_BRIDGE 64

/* Give bridge @d those of @n interrupts of slots, in another order, and of @n windows that begin
 * with number @first, as many as one may well have. */
void scale_lists(struct ab_dev *d, size_t first, size_t n, uint32_t irq);

#endif /* SCALE_H */
