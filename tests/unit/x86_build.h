/* SPDX-License-Identifier: BSD-2-Clause */
/* What every x86 builder must hold: it measures what it writes, appends, and stays in bounds. */
#ifndef AB_TESTS_X86_BUILD_H
#define AB_TESTS_X86_BUILD_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <aetherboot/acpi.h>
#include <aetherboot/x86.h>

#include "unit.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

typedef void (*build_fn)(const void *arg, struct ab_buf *out);

/* Run a builder over NULL, over enough, one byte less and after a prefix. Returns malloced bytes;
 * the builder must succeed. */
static inline uint8_t *build(build_fn fn, const void *arg, size_t *size)
{
	struct ab_buf measure = ab_buf_over(NULL, 0);
	struct ab_buf b;
	uint8_t *data, *again;
	size_t need;

	fn(arg, &measure);
	assert_int_equal(measure.error.code, AB_OK);
	need = measure.len;
	data = malloc(need + 16);
	again = malloc(need + 16);
	assert_true(data != NULL && again != NULL);
	memset(data, 0xaa, need + 16);
	b = ab_buf_over(data, need);
	fn(arg, &b);
	assert_int_equal(b.error.code, AB_OK);
	assert_int_equal(b.len, need);
	for (size_t i = 0; i < 16; i++)
		assert_int_equal(data[need + i], 0xaa);

	if (need != 0) {
		memset(again, 0xaa, need + 16);
		b = ab_buf_over(again, need - 1);
		fn(arg, &b);
		assert_int_equal(b.error.code, AB_ERR_NOSPACE);
		assert_int_equal(b.len, need);
		for (size_t i = 0; i < 17; i++)
			assert_int_equal(again[need - 1 + i], 0xaa);
	}
	memset(again, 0x55, need + 16);
	b = ab_buf_over(again, need + 5);
	ab_put(&b, "abcde", 5);
	fn(arg, &b);
	assert_int_equal(b.error.code, AB_OK);
	assert_memory_equal(again, "abcde", 5);
	assert_memory_equal(again + 5, data, need);
	free(again);
	*size = need;
	return data;
}

/* Tables of a machine. */
static inline void dsdt(const void *machine, struct ab_buf *out)
{
	ab_acpi_dsdt(machine, out);
}

static inline void madt(const void *machine, struct ab_buf *out)
{
	ab_acpi_madt(machine, out);
}

/* The builder must fail, alike when it measures, and name the field, its value and the rule.
 * Returns the error. */
static inline struct ab_error build_fails(build_fn fn, const void *arg, enum ab_err code,
					  const char *what, uint64_t value, const char *rule)
{
	static uint8_t data[1 << 16];
	struct ab_buf measure = ab_buf_over(NULL, 0);
	struct ab_buf b = ab_buf_over(data, sizeof(data));

	const struct expected want = { code, what, value, rule };
	struct ab_error why;

	fn(arg, &measure);
	fn(arg, &b);
	assert_error(ab_buf_finish(&measure, "table", &why), &why, &want, "measured");
	assert_error(ab_buf_finish(&b, "table", &why), &why, &want, "built");
	return why;
}

/* Bytes of "12 ab # comment to the end of the line". Returns their number. */
static inline size_t from_hex(const char *text, uint8_t *out, size_t cap)
{
	size_t n = 0;

	while (*text != '\0') {
		if (*text == '#') {
			text += strcspn(text, "\n");
		} else if (strchr(" \n\t", *text) != NULL) {
			text++;
		} else {
			const char pair[3] = { text[0], text[1], '\0' };
			char *end;

			assert_true(n < cap);
			out[n++] = (uint8_t)strtoul(pair, &end, 16);
			assert_true(*end == '\0' && end == pair + 2);
			text += 2;
		}
	}
	return n;
}

static inline void assert_hex(const uint8_t *data, size_t size, const char *text)
{
	static uint8_t want[1 << 14];
	size_t n = from_hex(text, want, sizeof(want));

	assert_int_equal(size, n);
	assert_memory_equal(data, want, n);
}

#endif /* AB_TESTS_X86_BUILD_H */
