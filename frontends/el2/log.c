/* SPDX-License-Identifier: BSD-2-Clause */
#include "log.h"
#include "console.h"
#include "hw.h"
#include "libc.h"

/* What was printed, by one CPU at a time. A ring like that of a VM; nothing is ever typed. */
static struct el2_console kept;

static void put(const char *text)
{
	for (; *text != '\0'; text++) {
		if (*text == '\n')
			el2_hw_put('\r');
		el2_hw_put((uint8_t)*text);
		el2_console_keep(&kept, (uint8_t)*text);
	}
}

size_t el2_log_read(uint64_t *at, uint8_t *to, size_t n)
{
	return el2_console_read(&kept, at, to, n);
}

void el2_log_words(const struct el2_word *words, size_t n)
{
	char number[20];

	el2_console_begin();
	put("el2: ");
	for (size_t i = 0; i < n; i++) {
		struct ab_buf b = ab_buf_over(number, sizeof(number));

		ab_put_hex(&b, words[i].value, 1);
		ab_put_le(&b, 0, 1);
		put(words[i].text);
		put(number);
	}
	put("\n");
	el2_console_end();
}

void el2_log_text(const char *first, const char *second, const char *third)
{
	el2_console_begin();
	put("el2: ");
	put(first);
	if (second != NULL)
		put(second);
	if (third != NULL)
		put(third);
	put("\n");
	el2_console_end();
}

void el2_log_error(const char *what, const struct ab_error *why)
{
	char text[240];

	(void)ab_error_text(why, text, sizeof(text));
	el2_console_begin();
	put("el2: ");
	put(what);
	put(": ");
	put(text);
	put("\n");
	el2_console_end();
}
