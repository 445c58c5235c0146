/* SPDX-License-Identifier: BSD-2-Clause */
/* How errors are made. error_text.c makes sentences of them. */
#include "base_priv.h"

enum ab_err ab_fail_with_(struct ab_error *why, const struct ab_error *error)
{
	if (why != NULL)
		*why = *error;
	return error->code;
}

enum ab_err ab_fail_named_(struct ab_error *why, enum ab_err code, const char *what, uint64_t index,
			   const char *name, uint64_t value, const char *other)
{
	return ab_fail_with_(why, &(struct ab_error){ .code = code,
						      .what = what,
						      .value = value,
						      .other = other,
						      .index = index,
						      .name = name });
}

enum ab_err ab_fail_at_(struct ab_error *why, enum ab_err code, const char *what, uint64_t index,
			uint64_t value, const char *other)
{
	return ab_fail_named_(why, code, what, index, NULL, value, other);
}

enum ab_err ab_fail(struct ab_error *why, enum ab_err code, const char *what, uint64_t value,
		    const char *other)
{
	return ab_fail_at_(why, code, what, 0, value, other);
}
