/* SPDX-License-Identifier: BSD-2-Clause */
/* What every unit test includes: CMocka, a judge for errors, and numbers that look random. */
#ifndef UNIT_H
#define UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include <aetherboot/base.h>

#define PLAN_ROOM 160 /* regions of a test's plan */
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* What an error must say. what and other NULL: none expected. The members behind them are compared
 * when they are set. */
struct expected {
	enum ab_err code;
	const char *what;
	uint64_t value;
	const char *other;
	uint64_t index;
	const char *name;
	uint64_t other_value;
	uint64_t size;
	uint64_t other_size;
};

static inline void assert_text(const char *got, const char *want, const char *row)
{
	if ((got == NULL) != (want == NULL) || (got != NULL && strcmp(got, want) != 0))
		fail_msg("%s: \"%s\" instead of \"%s\"", row, got != NULL ? got : "(none)",
			 want != NULL ? want : "(none)");
}

static inline void assert_error(enum ab_err err, const struct ab_error *why,
				const struct expected *want, const char *row)
{
	if (err != want->code || why->code != err)
		fail_msg("%s: %s, told as %s, instead of %s (%s)", row, ab_err_name(err),
			 ab_err_name(why->code), ab_err_name(want->code),
			 why->what != NULL ? why->what : "");
	assert_text(why->what, want->what, row);
	if (why->value != want->value)
		fail_msg("%s: value %#llx instead of %#llx", row, (unsigned long long)why->value,
			 (unsigned long long)want->value);
	assert_text(why->other, want->other, row);
	if (want->index != 0 && why->index != want->index)
		fail_msg("%s: index %llu instead of %llu", row, (unsigned long long)why->index,
			 (unsigned long long)want->index);
	if (want->name != NULL)
		assert_text(why->name, want->name, row);
	if (want->other_value != 0 && why->other_value != want->other_value)
		fail_msg("%s: other value %#llx instead of %#llx", row,
			 (unsigned long long)why->other_value,
			 (unsigned long long)want->other_value);
	if ((want->size != 0 && why->size != want->size) ||
	    (want->other_size != 0 && why->other_size != want->other_size))
		fail_msg("%s: sizes %#llx and %#llx instead of %#llx and %#llx", row,
			 (unsigned long long)why->size, (unsigned long long)why->other_size,
			 (unsigned long long)want->size, (unsigned long long)want->other_size);
}

/* Every member of an error, with entries of lists and second parties. */
static inline void assert_whole_error(enum ab_err err, const struct ab_error *why,
				      const struct ab_error *want, const char *row)
{
	const struct expected first = { .code = want->code,
					.what = want->what,
					.value = want->value,
					.other = want->other,
					.size = want->size,
					.other_size = want->other_size };

	assert_error(err, why, &first, row);
	if (why->index != want->index || why->other_index != want->other_index)
		fail_msg("%s: entries %llu and %llu instead of %llu and %llu", row,
			 (unsigned long long)why->index, (unsigned long long)why->other_index,
			 (unsigned long long)want->index, (unsigned long long)want->other_index);
	assert_text(why->name, want->name, row);
	assert_text(why->other_name, want->other_name, row);
	if (why->other_value != want->other_value)
		fail_msg("%s: second value %#llx instead of %#llx", row,
			 (unsigned long long)why->other_value,
			 (unsigned long long)want->other_value);
}

static inline void assert_ok(enum ab_err err, const struct ab_error *why, const char *row)
{
	if (err != AB_OK)
		fail_msg("%s: %s: %s %#llx (%s)", row, ab_err_name(err),
			 why->what != NULL ? why->what : "", (unsigned long long)why->value,
			 why->other != NULL ? why->other : "");
}

/* xorshift64: the same numbers on every host. */
static inline uint64_t rnd(uint64_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return *seed;
}

/* 0 to n - 1 */
static inline uint32_t rnd_below(uint64_t *seed, uint32_t n)
{
	return (uint32_t)((rnd(seed) >> 24) % n);
}

#endif /* UNIT_H */
