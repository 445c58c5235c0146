/* SPDX-License-Identifier: BSD-2-Clause */
/* Between the files of the reader. */
#ifndef AB_DTB_DTB_PRIV_H
#define AB_DTB_DTB_PRIV_H

#include <aetherboot/dtb.h>

/* ab_dtb_token() of a blob that need not have been checked: NULL, or the rule that was broken. */
const char *ab_dtb_scan_(const struct ab_dtb *dtb, uint32_t at, struct ab_dtb_token *token);

#endif /* AB_DTB_DTB_PRIV_H */
