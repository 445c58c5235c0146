/* SPDX-License-Identifier: BSD-2-Clause */
/* Errors: how they are made, named and told. */
#include <aetherboot/base.h>

#include "libc.h"

enum ab_err ab_fail(struct ab_error *why, enum ab_err code, const char *what, uint64_t value,
		    const char *other)
{
	if (why != NULL)
		*why = (struct ab_error){ code, what, value, other };
	return code;
}

static const struct {
	const char *name;
	const char *text;
} errors[] = {
	[AB_OK] = { "AB_OK", "no error" },
	[AB_ERR_ARG] = { "AB_ERR_ARG", "contradicts itself" },
	[AB_ERR_NOSPACE] = { "AB_ERR_NOSPACE", "does not fit" },
	[AB_ERR_OVERLAP] = { "AB_ERR_OVERLAP", "overlaps" },
	[AB_ERR_IMAGE] = { "AB_ERR_IMAGE", "is malformed" },
	[AB_ERR_UNSUPPORTED] = { "AB_ERR_UNSUPPORTED", "is not supported" },
	[AB_ERR_MEM] = { "AB_ERR_MEM", "could not be written to guest memory" },
	[AB_ERR_INTERNAL] = { "AB_ERR_INTERNAL", "is a bug in libaetherboot" },
};

static bool known(enum ab_err code)
{
	return (size_t)code < sizeof(errors) / sizeof(errors[0]);
}

const char *ab_err_name(enum ab_err code)
{
	return known(code) ? errors[code].name : "unknown error";
}

size_t ab_error_text(const struct ab_error *why, char *text, size_t cap)
{
	/* the NUL has its place kept, so the writer's own bound cuts the line before it */
	struct ab_buf b = { NULL, 0, 0, AB_OK, NULL };
	char line[256];
	size_t n;

	b = ab_buf_over(line, sizeof(line));
	ab_put_str(&b, why->what != NULL ? why->what : "call");
	ab_put_str(&b, " ");
	ab_put_str(&b, known(why->code) ? errors[why->code].text : "failed");
	if (why->code == AB_ERR_OVERLAP && why->other != NULL) {
		ab_put_str(&b, " with ");
		ab_put_str(&b, why->other);
	}
	ab_put_str(&b, why->code == AB_ERR_OVERLAP   ? " at "
		       : why->code == AB_ERR_NOSPACE ? ", needed: "
						     : ": ");
	ab_put_hex(&b, why->value, 1);
	if (why->code != AB_ERR_OVERLAP && why->other != NULL) {
		ab_put_str(&b, " (");
		ab_put_str(&b, why->other);
		ab_put_str(&b, ")");
	}
	n = b.len < cap ? b.len : cap;
	if (n == cap && cap != 0)
		n--;
	if (n > sizeof(line))
		n = sizeof(line);
	if (cap != 0) {
		memcpy(text, line, n);
		text[n] = '\0';
	}
	return b.len;
}
