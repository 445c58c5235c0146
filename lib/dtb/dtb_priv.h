/* SPDX-License-Identifier: BSD-2-Clause */
/* Functions that the files of the reader share. */
#ifndef AB_DTB_DTB_PRIV_H
#define AB_DTB_DTB_PRIV_H

#include <aetherboot/dtb.h>

/* As ab_dtb_token(), for a blob that has not been checked. Returns NULL, or the rule that was
 * broken. */
const char *ab_dtb_scan_(const struct ab_dtb *dtb, uint32_t at, struct ab_dtb_token *token);

#endif /* AB_DTB_DTB_PRIV_H */
