/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file option_row.h
 * The table of options, from which come the parser, its errors, the help, the man page and the
 * completions of shells.
 */
#ifndef VMM_OPTION_ROW_H
#define VMM_OPTION_ROW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** What an option does with its value. */
enum vmm_option_kind {
	VMM_OPTION_TEXT, /**< A string: the last one counts. */
	VMM_OPTION_LIST, /**< A string more for a list. */
	VMM_OPTION_SIZE, /**< A uint64_t with a unit, a multiple of 4K. */
	VMM_OPTION_ADDRESS, /**< A uint64_t with a unit. */
	VMM_OPTION_NUMBER, /**< A uint32_t. */
	VMM_OPTION_CHOICE, /**< One of some words, each a number for a uint32_t or an enum. */
	VMM_OPTION_SET, /**< No value: a number for a uint32_t or an enum. */
	VMM_OPTION_BOOL, /**< No value: a number for a bool. */
	VMM_OPTION_SAY, /**< Prints something, and ends the process; its words are formats of it. */
};

/** A word that an option takes. */
struct vmm_choice {
	const char *name; /**< The word. */
	uint32_t value; /**< What it stands for. */
	const char *help; /**< What it means; NULL: that is clear. */
};

/** An option. */
struct vmm_option {
	const char *name; /**< Without dashes. NULL: a heading, whose text is @c help. */
	enum vmm_option_kind kind; /**< What it does. */
	const char *value; /**< Name of its value: FILE and DIR are paths; NULL: it takes none. */
	const char *help; /**< What it is for. */
	size_t at; /**< Where its value goes, in struct vmm_options. */
	size_t n; /**< Likewise: the number of a list's entries. */
	uint64_t min; /**< The least number, or the only one of an option without a value. */
	uint64_t max; /**< The greatest number. */
	const struct vmm_choice *choice; /**< Its words, @c n_choices entries. */
	uint32_t n_choices; /**< The number of entries in @c choice. */
	bool optional; /**< A value comes by '=' or not at all, which means the first word. */
};

/** All options, in the order of the help. */
extern const struct vmm_option vmm_option[];
/** The number of entries in vmm_option. */
extern const size_t vmm_n_options;

#endif /* VMM_OPTION_ROW_H */
