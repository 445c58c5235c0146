/* SPDX-License-Identifier: BSD-2-Clause */
/* How errors are made and named. error_text.c makes sentences of them. */
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

const char *ab_err_name(enum ab_err code)
{
	static const char *const names[] = {
		[AB_OK] = "AB_OK",
		[AB_ERR_ARG] = "AB_ERR_ARG",
		[AB_ERR_NOSPACE] = "AB_ERR_NOSPACE",
		[AB_ERR_OVERLAP] = "AB_ERR_OVERLAP",
		[AB_ERR_IMAGE] = "AB_ERR_IMAGE",
		[AB_ERR_UNSUPPORTED] = "AB_ERR_UNSUPPORTED",
		[AB_ERR_MEM] = "AB_ERR_MEM",
		[AB_ERR_INTERNAL] = "AB_ERR_INTERNAL",
	};

	return (size_t)code < sizeof(names) / sizeof(names[0]) ? names[code] : "unknown error";
}
