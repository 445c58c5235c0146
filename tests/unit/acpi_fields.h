/* SPDX-License-Identifier: BSD-2-Clause */
/* A table as a list of fields by the specification: a byte that is wrong names its field. */
#ifndef ACPI_FIELDS_H
#define ACPI_FIELDS_H

#include <stdlib.h>

#include "unit.h"

#include <aetherboot/acpi.h>
#include <aetherboot/aml.h>

/* A field of 1 to 8 bytes, little-endian; they follow each other without a gap. */
struct field {
	size_t offset;
	unsigned int width;
	const char *name;
	uint64_t value;
};

static inline uint64_t read_le(const uint8_t *p, unsigned int width)
{
	uint64_t v = 0;

	while (width-- != 0)
		v = v << 8 | p[width];
	return v;
}

static inline unsigned int byte_sum(const uint8_t *p, size_t n)
{
	unsigned int sum = 0;

	while (n-- != 0)
		sum += *p++;
	return sum & 0xff;
}

/* Compare the bytes from @at on with @n fields, the first of which starts there. */
static inline size_t check_fields(const char *table, const uint8_t *p, size_t at,
				  const struct field *f, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (f[i].offset != at)
			fail_msg("%s: %s is listed at %zu, not %zu", table, f[i].name, f[i].offset,
				 at);
		if (read_le(p + at, f[i].width) != f[i].value)
			fail_msg("%s: %s at %zu is 0x%llx, not 0x%llx", table, f[i].name, at,
				 (unsigned long long)read_le(p + at, f[i].width),
				 (unsigned long long)f[i].value);
		at += f[i].width;
	}
	return at;
}

/* ACPI 6.3, 5.2.6: the header, and that the table sums up to 0. */
static inline void check_header(const char *sig, unsigned int revision, const uint8_t *p,
				size_t size)
{
	assert_true(size >= 36);
	assert_memory_equal(p, sig, 4);
	assert_int_equal(read_le(p + 4, 4), size);
	assert_int_equal(p[8], revision);
	assert_memory_equal(p + 10, "AETHER", 6);
	assert_memory_equal(p + 16, "AETHERBT", 8);
	assert_int_equal(read_le(p + 24, 4), 1);
	assert_memory_equal(p + 28, "AEBT", 4);
	assert_int_equal(read_le(p + 32, 4), 1);
	assert_int_equal(byte_sum(p, size), 0);
}

#endif /* ACPI_FIELDS_H */
