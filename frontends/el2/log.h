/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file log.h
 * Lines on the physical console.
 */
#ifndef EL2_LOG_H
#define EL2_LOG_H

#include <aetherboot/base.h>

/** Words of a line and the number behind each. */
struct el2_word {
	const char *text; /**< printed as it is */
	uint64_t value; /**< printed in hexadecimal */
};

/** Print "el2: ", then each word with its value.
 * @param words @p n entries
 * @param n     entries */
void el2_log_words(const struct el2_word *words, size_t n);

/** Print a line of words and values, e.g. EL2_LOG({ "CPTR_EL2 ", v }, { ", CNTHCTL_EL2 ", w }). */
#define EL2_LOG(...)                                                                               \
	el2_log_words((const struct el2_word[]){ __VA_ARGS__ },                                    \
		      sizeof((const struct el2_word[]){ __VA_ARGS__ }) / sizeof(struct el2_word))

/** Print "el2: ", the texts, and the end of the line; NULL: no text. */
void el2_log_text(const char *first, const char *second, const char *third);

/** Print "el2: ", @p what, and the sentence of an error. */
void el2_log_error(const char *what, const struct ab_error *why);

/** Read what was printed, as far as it is still there. As el2_console_read().
 * @param at offset in all that was ever printed; becomes that of the first byte read
 * @param to filled
 * @param n  bytes at @p to
 * @return bytes read; 0: as there */
size_t el2_log_read(uint64_t *at, uint8_t *to, size_t n);

#endif /* EL2_LOG_H */
