/* SPDX-License-Identifier: BSD-2-Clause */
/* Guest accesses to the range that answers them; nobody home reads as all ones. */
#include "bus.h"

#include <string.h>

void ab_line_set(struct ab_line *line, bool high)
{
	if (line->high == high)
		return;
	line->high = high;
	if (line->set != NULL)
		line->set(line->ctx, line->gsi, high);
}

bool ab_bus_add(struct ab_bus *bus, const struct ab_bus_range *range)
{
	if (bus->n == AB_BUS_RANGES || range->size == 0 || !ab_range_ok(range->base, range->size))
		return false;
	for (size_t i = 0; i < bus->n; i++)
		if (ab_overlaps(range->base, range->size, bus->at[i].base, bus->at[i].size))
			return false;
	bus->at[bus->n++] = *range;
	return true;
}

/* An access that leaves the range which it starts in belongs to no device. */
static const struct ab_bus_range *find(const struct ab_bus *bus, uint64_t addr, unsigned int len)
{
	for (size_t i = 0; i < bus->n; i++) {
		const struct ab_bus_range *r = &bus->at[i];

		if (addr >= r->base && ab_within(addr - r->base, len, r->size))
			return r;
	}
	return NULL;
}

void ab_bus_read(const struct ab_bus *bus, uint64_t addr, void *data, unsigned int len)
{
	const struct ab_bus_range *r = find(bus, addr, len);
	uint64_t v = UINT64_MAX;
	uint8_t bytes[8];

	if (r != NULL && r->read != NULL)
		v = r->read(r->dev, addr - r->base, len);
	ab_st_le64(bytes, v);
	memcpy(data, bytes, len < sizeof(bytes) ? len : sizeof(bytes));
}

void ab_bus_write(const struct ab_bus *bus, uint64_t addr, const void *data, unsigned int len)
{
	const struct ab_bus_range *r = find(bus, addr, len);
	uint8_t bytes[8] = { 0 };

	if (r == NULL || r->write == NULL)
		return;
	memcpy(bytes, data, len < sizeof(bytes) ? len : sizeof(bytes));
	r->write(r->dev, addr - r->base, len, ab_ld_le64(bytes));
}
