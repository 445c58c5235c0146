/* SPDX-License-Identifier: BSD-2-Clause */
/* fuzz_codec.c with gzip by zlib, where the library unpacks it by ISA-L. */
#include "fuzz_codec.c"
