/* SPDX-License-Identifier: BSD-2-Clause */
/* Emit AML three ways and compare: measured, written, and into one byte too few. */
#ifndef AML_BUILD_H
#define AML_BUILD_H

#include <stdlib.h>

#include "unit.h"

#include <aetherboot/aml.h>

typedef void (*emit_fn)(struct ab_aml *a);

/* Something emitted, and its bytes by the specification as hexadecimal text. */
struct aml_row {
	const char *name;
	emit_fn emit;
	const char *hex;
};

static inline int hex_value(char c)
{
	return c <= '9' ? c - '0' : c - 'a' + 10;
}

static inline size_t from_hex(uint8_t *out, const char *hex)
{
	size_t n = 0;

	for (; *hex != '\0'; hex++) {
		if (*hex == ' ')
			continue;
		out[n++] = (uint8_t)(hex_value(hex[0]) << 4 | hex_value(hex[1]));
		hex++;
	}
	return n;
}

static inline void check_row(const struct aml_row *row)
{
	uint8_t want[2048], got[2048 + 1], last;
	size_t n = from_hex(want, row->hex);
	struct ab_buf b = ab_buf_over(NULL, 0);
	struct ab_aml a = ab_aml_over(&b);
	struct ab_error why;

	row->emit(&a);
	if (ab_aml_finish(&a, "SSDT", &why) != AB_OK)
		fail_msg("%s: %s at %u", row->name, why.what, (unsigned int)why.value);
	if (b.len != n)
		fail_msg("%s: measured %zu, not %zu", row->name, b.len, n);

	memset(got, 0xee, sizeof(got));
	b = ab_buf_over(got, n);
	a = ab_aml_over(&b);
	row->emit(&a);
	if (ab_aml_finish(&a, "SSDT", &why) != AB_OK || b.len != n)
		fail_msg("%s: wrote %zu, not %zu", row->name, b.len, n);
	for (size_t i = 0; i < n; i++)
		if (got[i] != want[i])
			fail_msg("%s: byte %zu is %02x, not %02x", row->name, i, got[i], want[i]);
	assert_int_equal(got[n], 0xee);
	if (n == 0)
		return;

	memset(got, 0xee, sizeof(got));
	b = ab_buf_over(got, n - 1);
	a = ab_aml_over(&b);
	row->emit(&a);
	last = got[n - 1];
	assert_int_equal(ab_aml_finish(&a, "SSDT", &why), AB_ERR_NOSPACE);
	if (why.value != n || last != 0xee)
		fail_msg("%s: one byte short: needs %zu, says %zu", row->name, n,
			 (size_t)why.value);
}

#define CHECK_ROWS(rows)                                                                           \
	for (size_t row_ = 0; row_ < sizeof(rows) / sizeof((rows)[0]); row_++)                     \
	check_row(&(rows)[row_])

/* A misuse that must be refused: by this rule, at this offset. */
struct aml_bad {
	const char *name;
	emit_fn emit;
	const char *rule;
	size_t at;
};

static inline void check_bad(const struct aml_bad *row)
{
	struct ab_buf b = ab_buf_over(NULL, 0);
	struct ab_aml a = ab_aml_over(&b);
	struct ab_error why;
	enum ab_err err;

	row->emit(&a);
	err = ab_aml_finish(&a, "SSDT", &why);
	assert_error(err, &why, &(struct expected){ AB_ERR_ARG, "SSDT", row->at, row->rule },
		     row->name);
	assert_int_equal(b.error.code, AB_ERR_ARG);
}

#define CHECK_BAD(rows)                                                                            \
	for (size_t row_ = 0; row_ < sizeof(rows) / sizeof((rows)[0]); row_++)                     \
	check_bad(&(rows)[row_])

#endif /* AML_BUILD_H */
