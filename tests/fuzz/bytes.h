/* SPDX-License-Identifier: BSD-2-Clause */
/* What a fuzzer decides by: its input, byte by byte, with zeros behind its end. */
#ifndef FUZZ_BYTES_H
#define FUZZ_BYTES_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct {
	const uint8_t *at;
	size_t left;
} in;

static uint32_t byte(void)
{
	if (in.left == 0)
		return 0;
	in.left--;
	return *in.at++;
}

#endif /* FUZZ_BYTES_H */
