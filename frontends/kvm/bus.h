/* SPDX-License-Identifier: BSD-2-Clause */
/** @file bus.h Where a guest's accesses go, and the lines by which devices interrupt it. */
#ifndef AETHERBOOT_KVM_BUS_H
#define AETHERBOOT_KVM_BUS_H

#include <aetherboot/base.h>

/** An interrupt line. */
struct ab_line {
	void (*set)(void *ctx, uint32_t gsi, bool high); /**< NULL: not connected */
	void *ctx; /**< handed to @c set */
	uint32_t gsi; /**< which input of the interrupt controller */
	bool high; /**< its state */
};

/** Drive @p line; tells the controller of changes only. */
void ab_line_set(struct ab_line *line, bool high);

/** What answers to a range of addresses. Accesses are 1 to 8 bytes and lie within it. */
struct ab_bus_range {
	uint64_t base; /**< first address */
	uint64_t size; /**< bytes */
	unsigned int width; /**< bytes of its registers, wider accesses are split; 0: any */
	uint64_t (*read)(void *dev, uint64_t off, unsigned int len); /**< NULL: all ones */
	void (*write)(void *dev, uint64_t off, unsigned int len, uint64_t v); /**< NULL: dropped */
	void *dev; /**< handed to both */
};

/** Most ranges on a bus. */
#define AB_BUS_RANGES 16

/** An address space: I/O ports, or memory that no slot backs. */
struct ab_bus {
	struct ab_bus_range at[AB_BUS_RANGES]; /**< disjoint */
	size_t n; /**< entries */
};

/** Add a range.
 * @return false when the bus is full, or the range is empty, wraps or overlaps another */
AB_MUST_CHECK bool ab_bus_add(struct ab_bus *bus, const struct ab_bus_range *range);

/** Read @p len bytes (up to 8) at @p addr into @p data, little-endian. What no one range can
 *  answer is split in halves, as a bridge does; where nothing answers, all ones. */
void ab_bus_read(const struct ab_bus *bus, uint64_t addr, void *data, unsigned int len);

/** Write @p len bytes of @p data to @p addr, split likewise; dropped where nothing answers. */
void ab_bus_write(const struct ab_bus *bus, uint64_t addr, const void *data, unsigned int len);

#endif /* AETHERBOOT_KVM_BUS_H */
