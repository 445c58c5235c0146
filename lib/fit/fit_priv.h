/* SPDX-License-Identifier: BSD-2-Clause */
/* Functions that the files of the reader share. */
#ifndef AB_FIT_FIT_PRIV_H
#define AB_FIT_FIT_PRIV_H

#include <aetherboot/fit.h>

#define AB_FIT_STRING "its size must be that of one string with its NUL"

/* The text of a property that is one string and nothing else; NULL: it is not. */
const char *ab_fit_text_(struct ab_bytes value);

/* Find the only child of a name; after an error *@node is unchanged. @what: path of the parent, for
 * errors. */
AB_MUST_CHECK enum ab_err ab_fit_child_(const struct ab_fit *fit, uint32_t parent, const char *what,
					const char *name, uint32_t *node, struct ab_error *why);

#endif /* AB_FIT_FIT_PRIV_H */
