/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file access.h
 * Accesses to a mapped mailbox, one instruction each. Tests link other ones, which reach a mailbox
 * that is no memory.
 */
#ifndef AETHERCTL_ACCESS_H
#define AETHERCTL_ACCESS_H

#include "mailbox.h"

/** Read 4 bytes at an offset that is a multiple of 4. */
uint32_t access_read32(const struct mailbox *m, uint32_t off);
/** Read 8 bytes at an offset that is a multiple of 8. */
uint64_t access_read64(const struct mailbox *m, uint32_t off);
/** Write 4 bytes at an offset that is a multiple of 4. */
void access_write32(const struct mailbox *m, uint32_t off, uint32_t v);
/** Write 8 bytes at an offset that is a multiple of 8. */
void access_write64(const struct mailbox *m, uint32_t off, uint64_t v);
/** Let all writes before it arrive before anything after it. */
void access_barrier(void);

#endif /* AETHERCTL_ACCESS_H */
