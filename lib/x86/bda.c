/* SPDX-License-Identifier: BSD-2-Clause */
/* BIOS data area, of which kernels read what a BIOS of the first PC left there. */
#include "x86_priv.h"

#define PORTS 4

void ab_x86_bda(const struct ab_machine *m, uint32_t mem_lower, struct ab_buf *out)
{
	const size_t start = out->len;
	size_t n = 0;

	for (size_t i = 0; i < m->devs.n && n < PORTS; i++) {
		const struct ab_dev *d = &m->devs.at[i];

		if (d->type != AB_DEV_UART_16550 || !ab_dev_is_pio(m, d))
			continue;
		ab_put_le(out, d->base, 2); /* 0 COM1 to COM4 */
		n++;
	}
	ab_put(out, NULL, 0x13 - (out->len - start)); /* 8 LPT1 to 3, EBDA, equipment: none */
	ab_put_le(out, mem_lower, 2); /* 0x13 KiB of base memory */
	ab_put(out, NULL, AB_X86_BDA_SIZE - (out->len - start));
}
