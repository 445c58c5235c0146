/* SPDX-License-Identifier: BSD-2-Clause */
/* PCIe configuration window: a host bridge at 00:00.0 and nothing else. */
#include "dev.h"

/* Type 0 header, PCIe Base 7.5.1; all other bytes are 0: no BARs, no capabilities. */
static const uint8_t header[] = {
	0x36, 0x1b, 0x08, 0x00, /* 0x00 vendor, device: generic PCIe host bridge */
	0x00, 0x00, 0x00, 0x00, /* 0x04 command, status */
	0x00, 0x00, 0x00, 0x06, /* 0x08 revision, class: bridge, host */
};

uint64_t ab_ecam_read(void *dev, uint64_t off, unsigned int len)
{
	uint64_t v = 0;

	(void)dev;
	if (off >= 4096) /* PCIe Base 7.2.2: 4 KiB a function */
		return UINT64_MAX;
	for (unsigned int i = 0; i < len; i++)
		if (off + i < sizeof(header))
			v |= (uint64_t)header[off + i] << (8 * i);
	return v;
}
