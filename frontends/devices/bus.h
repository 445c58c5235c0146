/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file bus.h
 * Interrupt lines, and the address spaces in which devices are found.
 *
 * The rules of every device in this folder:
 *
 * - A device is one struct, which the frontend owns. It needs no operating system, allocates
 *   nothing and keeps no globals.
 * - The frontend must fill the fields before the comment "state" (interrupt line, callbacks, guest
 *   memory), and then put the device into its reset state, before the first access. It must not
 *   write the fields after that comment.
 * - No device locks. The frontend must call all functions of one device one at a time.
 * - A callback runs within such a call. It must not call the device.
 * - The guest is hostile: any access, in any order and of any width, ends after bounded work and
 *   reaches no memory but the guest's.
 */
#ifndef DEV_BUS_H
#define DEV_BUS_H

#include <aetherboot/base.h>

/** An interrupt line from a device to the interrupt controller. */
struct dev_line {
	/** Passes a change of the level on to the interrupt controller. NULL: the line is not
	 *  connected, and only @c high shows its level.
	 * @param ctx  dev_line.ctx
	 * @param irq  dev_line.irq
	 * @param high the new level */
	void (*set)(void *ctx, uint32_t irq, bool high);
	void *ctx; /**< The first argument of @c set. */
	uint32_t irq; /**< The interrupt's number, as the frontend counts them. */
	bool high; /**< The level. It must be false when the device is reset for the first time. */
};

/** Drive @p line to a level. dev_line.set is called for changes only. */
void dev_line_set(struct dev_line *line, bool high);

/** A range of addresses, and the device that answers there. */
struct dev_bus_range {
	uint64_t base; /**< The first address. */
	uint64_t size; /**< Bytes; not 0. */
	unsigned int width; /**< The widest access in bytes that the device takes at once: the bus
			     *   splits a wider one. 0: there is no such limit. */
	/** Reads a register. NULL: reads give all ones.
	 * @param dev dev_bus_range.dev
	 * @param off offset from @c base; @p off + @p len is at most @c size
	 * @param len bytes, 1 to 8
	 * @return the value, little-endian byte order; bits past @p len bytes are ignored */
	uint64_t (*read)(void *dev, uint64_t off, unsigned int len);
	/** Writes a register. NULL: writes are ignored.
	 * @param dev dev_bus_range.dev
	 * @param off offset from @c base; @p off + @p len is at most @c size
	 * @param len bytes, 1 to 8
	 * @param v   the value; bits past @p len bytes are 0 */
	void (*write)(void *dev, uint64_t off, unsigned int len, uint64_t v);
	void *dev; /**< The device's struct: the first argument of @c read and @c write. */
};

/** The number of ranges that a bus has room for. */
#define DEV_BUS_RANGES 16

/** An address space: I/O ports, or guest-physical addresses without memory. All zero is a bus
 *  without devices. */
struct dev_bus {
	struct dev_bus_range at[DEV_BUS_RANGES]; /**< The ranges, disjoint, in any order. */
	size_t n; /**< The number of entries in @c at that are in use. */
};

/** Add a range, which is copied.
 * @return false, and the bus is unchanged, when the bus is full, or when the range is empty, wraps
 *         or overlaps another one */
AB_MUST_CHECK bool dev_bus_add(struct dev_bus *bus, const struct dev_bus_range *range);

/** Read. An access that no single range takes is split in halves, as a bridge does, until each part
 *  lies within one range or is one byte. A byte that no range takes reads as 0xff.
 * @param bus  the address space
 * @param addr first address; the access may run past the end of the address space
 * @param data filled with @p len bytes, in the order of their addresses
 * @param len  bytes, 1 to 8 */
void dev_bus_read(const struct dev_bus *bus, uint64_t addr, void *data, unsigned int len);

/** Write. Like dev_bus_read(), but a byte that no range takes is ignored.
 * @param bus  the address space
 * @param addr first address; the access may run past the end of the address space
 * @param data @p len bytes, in the order of their addresses
 * @param len  bytes, 1 to 8 */
void dev_bus_write(const struct dev_bus *bus, uint64_t addr, const void *data, unsigned int len);

/** Looks at a UART's status that find no byte and have no write between them, after which the guest
 *  polls for input. Drivers that send look once a byte, or twice. */
#define DEV_UART_POLLS 16

#endif /* DEV_BUS_H */
