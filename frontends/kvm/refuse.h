/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file refuse.h
 * The end of a process to which a file does not suit.
 */
#ifndef VMM_REFUSE_H
#define VMM_REFUSE_H

#include <aetherboot/aetherboot.h>

#include "options.h"

/** Like vmm_end_why(). What is wrong with the content of a file is told with the file's name.
 * @param o   the command line, which names the files
 * @param why the error */
_Noreturn void vmm_refuse(const struct vmm_options *o, const struct ab_error *why);

#endif /* VMM_REFUSE_H */
