/* SPDX-License-Identifier: BSD-2-Clause */
/* Kernel command lines: parameters first, then "--" and init's arguments. */
#include <aetherboot/cmdline.h>

#include "../base/libc.h"
#include "../base/base_priv.h"

static const char separator[] = " -- ";

struct ab_cmdline ab_cmdline_over(char *text, size_t cap)
{
	return (struct ab_cmdline){ ab_buf_over(text, cap), 0 };
}

static void refuse(struct ab_cmdline *c, const char *what, uint8_t character, const char *rule)
{
	ab_buf_fail(&c->buf, AB_ERR_ARG, what, character, rule);
}

/* Insert one word at the end of the parameters. */
static void put_param(struct ab_cmdline *c, const char *word, size_t n)
{
	if (c->params != 0) {
		ab_insert_(&c->buf, c->params, " ", 1);
		c->params++;
	} else if (c->buf.len != 0) {
		ab_insert_(&c->buf, 0, " ", 1); /* the separator begins with a space */
	}
	ab_insert_(&c->buf, c->params, word, n);
	c->params += n;
}

static void put_init(struct ab_cmdline *c, const char *word, size_t n)
{
	if (c->buf.len == c->params)
		ab_put(&c->buf, separator + (c->params == 0),
		       sizeof(separator) - 1 - (c->params == 0));
	else
		ab_put_str(&c->buf, " ");
	ab_put(&c->buf, word, n);
}

static bool is_space(char ch)
{
	return ch == ' ' || ch == '\t';
}

/* Measure the word at @s, with its quoted parts. Returns false if a character or quote is wrong. */
static bool word_length(struct ab_cmdline *c, const char *s, size_t *n)
{
	bool quoted = false;
	size_t i;

	for (i = 0; s[i] != '\0' && (quoted || !is_space(s[i])); i++) {
		uint8_t ch = (uint8_t)s[i];

		if ((ch < 0x20 && ch != '\t') || ch == 0x7f || (ch >= 0x80 && !quoted)) {
			refuse(c, "cmdline.words", ch,
			       "must be printable ASCII, or UTF-8 in quotation marks");
			return false;
		}
		quoted ^= ch == '"';
	}
	if (quoted)
		refuse(c, "cmdline.words", '"', "must have a second quotation mark");
	*n = i;
	return !quoted;
}

/* True if the word ends the parameters for Linux, which strips quotes around a word first. */
static bool ends_params(const char *word, size_t n)
{
	return (n == 2 && memcmp(word, "--", 2) == 0) || (n == 4 && memcmp(word, "\"--\"", 4) == 0);
}

void ab_cmdline_add(struct ab_cmdline *c, const char *words)
{
	size_t n;

	for (const char *s = words; *s != '\0'; s += n) { /* check all words before adding any */
		while (is_space(*s))
			s++;
		if (!word_length(c, s, &n))
			return;
	}
	for (bool init = false; *words != '\0'; words += n) {
		while (is_space(*words))
			words++;
		if (!word_length(c, words, &n) || n == 0)
			return;
		if (!init && ends_params(words, n))
			init = true;
		else if (init)
			put_init(c, words, n);
		else
			put_param(c, words, n);
	}
}

static bool key_ok(struct ab_cmdline *c, const char *key)
{
	static const char others[] = "-_.:,/";

	if (*key == '\0' || ends_params(key, strlen(key))) {
		refuse(c, "cmdline.key", (uint8_t)*key, "must be neither empty nor --");
		return false;
	}
	for (; *key != '\0'; key++) {
		bool ok = (*key >= '0' && *key <= '9') || (*key >= 'A' && *key <= 'Z') ||
			  (*key >= 'a' && *key <= 'z');

		for (const char *o = others; *o != '\0'; o++)
			ok |= *key == *o;
		if (!ok) {
			refuse(c, "cmdline.key", (uint8_t)*key,
			       "must be of letters, digits and -_.:,/");
			return false;
		}
	}
	return true;
}

static bool value_ok(struct ab_cmdline *c, const char *value, bool *quote)
{
	*quote = *value == '\0';
	for (; *value != '\0'; value++) {
		uint8_t ch = (uint8_t)*value;

		if (ch < 0x20 || ch == 0x7f || ch == '"') {
			refuse(c, "cmdline.value", ch,
			       "must have no control character and no quotation mark");
			return false;
		}
		*quote |= ch == ' ' || ch >= 0x80;
	}
	return true;
}

static void put_at_params(struct ab_cmdline *c, const char *text)
{
	ab_insert_(&c->buf, c->params, text, strlen(text));
	c->params += strlen(text);
}

void ab_cmdline_set(struct ab_cmdline *c, const char *key, const char *value)
{
	bool quote = false;

	if (!key_ok(c, key) || (value != NULL && !value_ok(c, value, &quote)))
		return;
	put_param(c, key, strlen(key));
	if (value == NULL)
		return;
	put_at_params(c, quote ? "=\"" : "=");
	put_at_params(c, value);
	if (quote)
		put_at_params(c, "\"");
}

void ab_cmdline_virtio_mmio(struct ab_cmdline *c, uint64_t base, uint64_t size, uint32_t irq)
{
	char text[64];
	struct ab_buf b = ab_buf_over(text, sizeof(text) - 1);

	ab_put_hex(&b, size, 1);
	ab_put_str(&b, "@");
	ab_put_hex(&b, base, 1);
	ab_put_str(&b, ":");
	ab_put_dec(&b, irq);
	text[b.len] = '\0';
	ab_cmdline_set(c, "virtio_mmio.device", text);
}

enum ab_err ab_cmdline_finish(struct ab_cmdline *c, size_t max, struct ab_error *why)
{
	size_t len = c->buf.len;

	ab_put(&c->buf, "", 1);
	if (c->buf.error.code == AB_ERR_ARG)
		return ab_buf_finish(&c->buf, "command line", why);
	if (len > max)
		return ab_fail(why, AB_ERR_ARG, "cmdline.length", len,
			       "must be at most what the kernel takes");
	return ab_buf_finish(&c->buf, "command line", why);
}
