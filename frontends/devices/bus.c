/* SPDX-License-Identifier: BSD-2-Clause */
/* Interrupt lines that report changes, and accesses of the guest to the range that takes them. */
#include "bus.h"

void dev_line_set(struct dev_line *line, bool high)
{
	if (line->high == high)
		return;
	line->high = high;
	if (line->set != NULL)
		line->set(line->ctx, line->irq, high);
}

bool dev_bus_add(struct dev_bus *bus, const struct dev_bus_range *range)
{
	if (bus->n == DEV_BUS_RANGES || range->size == 0 || !ab_range_ok(range->base, range->size))
		return false;
	for (size_t i = 0; i < bus->n; i++)
		if (ab_overlaps(range->base, range->size, bus->at[i].base, bus->at[i].size))
			return false;
	bus->at[bus->n++] = *range;
	return true;
}

/* The range that takes the whole access, or NULL. */
static const struct dev_bus_range *find(const struct dev_bus *bus, uint64_t addr, unsigned int len)
{
	for (size_t i = 0; i < bus->n; i++) {
		const struct dev_bus_range *r = &bus->at[i];

		if (addr >= r->base && ab_within(addr - r->base, len, r->size) &&
		    (r->width == 0 || len <= r->width))
			return r;
	}
	return NULL;
}

void dev_bus_read(const struct dev_bus *bus, uint64_t addr, void *data, unsigned int len)
{
	const struct dev_bus_range *r = find(bus, addr, len);
	uint64_t v = UINT64_MAX;
	uint8_t *to = data;

	if (r == NULL && len > 1) {
		dev_bus_read(bus, addr, data, len / 2);
		dev_bus_read(bus, addr + len / 2, to + len / 2, len - len / 2);
		return;
	}
	if (r != NULL && r->read != NULL)
		v = r->read(r->dev, addr - r->base, len);
	for (unsigned int i = 0; i < len; i++)
		to[i] = (uint8_t)(v >> 8 * i);
}

void dev_bus_write(const struct dev_bus *bus, uint64_t addr, const void *data, unsigned int len)
{
	const struct dev_bus_range *r = find(bus, addr, len);
	const uint8_t *from = data;
	uint64_t v = 0;

	if (r == NULL && len > 1) {
		dev_bus_write(bus, addr, data, len / 2);
		dev_bus_write(bus, addr + len / 2, from + len / 2, len - len / 2);
		return;
	}
	if (r == NULL || r->write == NULL)
		return;
	for (unsigned int i = 0; i < len; i++)
		v |= (uint64_t)from[i] << 8 * i;
	r->write(r->dev, addr - r->base, len, v);
}
