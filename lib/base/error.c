/* SPDX-License-Identifier: BSD-2-Clause */
/* Errors: how they are made, named and told. */
#include <aetherboot/base.h>

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

/* Byte by byte, so that the writer's bound cuts the line and not a whole word. */
static void put_cut(struct ab_buf *b, const char *s)
{
	for (; *s != '\0'; s++)
		ab_put(b, s, 1);
}

static void put_hex_cut(struct ab_buf *b, uint64_t value)
{
	char text[2 + 16 + 1];
	struct ab_buf hex = ab_buf_over(text, sizeof(text) - 1);

	ab_put_hex(&hex, value, 1);
	text[hex.len] = '\0';
	put_cut(b, text);
}

size_t ab_error_text(const struct ab_error *why, char *text, size_t cap)
{
	/* the NUL has its place kept */
	struct ab_buf b = ab_buf_over(cap != 0 ? text : NULL, cap != 0 ? cap - 1 : 0);
	bool overlap = why->code == AB_ERR_OVERLAP;
	bool other = why->other != NULL;

	put_cut(&b, why->what != NULL ? why->what : "call");
	put_cut(&b, " ");
	put_cut(&b, known(why->code) ? errors[why->code].text : "failed");
	if (overlap && other) {
		put_cut(&b, " with ");
		put_cut(&b, why->other);
	}
	put_cut(&b, overlap ? " at " : why->code == AB_ERR_NOSPACE ? ", needed: " : ": ");
	put_hex_cut(&b, why->value);
	if (!overlap && other) {
		put_cut(&b, " (");
		put_cut(&b, why->other);
		put_cut(&b, ")");
	}
	if (cap != 0)
		text[b.len < cap ? b.len : cap - 1] = '\0';
	return b.len;
}
