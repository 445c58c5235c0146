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

/* Who takes the whole access, or NULL. */
static const struct ab_bus_range *find(const struct ab_bus *bus, uint64_t addr, unsigned int len)
{
	for (size_t i = 0; i < bus->n; i++) {
		const struct ab_bus_range *r = &bus->at[i];

		if (addr >= r->base && ab_within(addr - r->base, len, r->size) &&
		    (r->width == 0 || len <= r->width))
			return r;
	}
	return NULL;
}

void ab_bus_read(const struct ab_bus *bus, uint64_t addr, void *data, unsigned int len)
{
	const struct ab_bus_range *r = find(bus, addr, len);
	uint8_t bytes[8];

	if (r == NULL && len > 1) {
		ab_bus_read(bus, addr, data, len / 2);
		ab_bus_read(bus, addr + len / 2, (uint8_t *)data + len / 2, len - len / 2);
		return;
	}
	ab_st_le64(bytes, r != NULL && r->read != NULL ? r->read(r->dev, addr - r->base, len)
						       : UINT64_MAX);
	memcpy(data, bytes, len);
}

void ab_bus_write(const struct ab_bus *bus, uint64_t addr, const void *data, unsigned int len)
{
	const struct ab_bus_range *r = find(bus, addr, len);
	uint8_t bytes[8] = { 0 };

	if (r == NULL && len > 1) {
		ab_bus_write(bus, addr, data, len / 2);
		ab_bus_write(bus, addr + len / 2, (const uint8_t *)data + len / 2, len - len / 2);
		return;
	}
	if (r == NULL || r->write == NULL)
		return;
	memcpy(bytes, data, len);
	r->write(r->dev, addr - r->base, len, ab_ld_le64(bytes));
}
