/* SPDX-License-Identifier: BSD-2-Clause */
/* PCI configuration space by window and by ports: a host bridge at 00:00.0 and nothing else. */
#include "pci_host.h"

#define ADDRESS_ENABLE UINT32_C(0x80000000)
#define ADDRESS_FUNCTION UINT32_C(0x00ffff00) /* bus, device, function */
#define ADDRESS_REGISTER UINT32_C(0x000000fc)
#define ADDRESS_BITS (ADDRESS_ENABLE | ADDRESS_FUNCTION | ADDRESS_REGISTER)

/* Type 0 header, PCIe Base 7.5.1; all other bytes are 0: no BARs, no capabilities. */
static const uint8_t header[] = {
	0x36, 0x1b, 0x08, 0x00, /* 0x00 vendor, device: generic PCIe host bridge */
	0x00, 0x00, 0x00, 0x00, /* 0x04 command, status */
	0x00, 0x00, 0x00, 0x06, /* 0x08 revision, class: bridge, host */
};

uint64_t dev_pci_ecam_read(void *dev, uint64_t off, unsigned int len)
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

/* PCI Local Bus 3.2.2.3.2: the address port takes 32 bits at once, or is not meant. */
uint64_t dev_pci_address_read(void *dev, uint64_t off, unsigned int len)
{
	const struct dev_pci_host *p = dev;

	return off == 0 && len == 4 ? p->address : UINT64_MAX;
}

void dev_pci_address_write(void *dev, uint64_t off, unsigned int len, uint64_t v)
{
	struct dev_pci_host *p = dev;

	if (off == 0 && len == 4)
		p->address = (uint32_t)v & ADDRESS_BITS;
}

uint64_t dev_pci_data_read(void *dev, uint64_t off, unsigned int len)
{
	const struct dev_pci_host *p = dev;
	uint64_t function = (p->address & ADDRESS_FUNCTION) >> 8;

	if (!(p->address & ADDRESS_ENABLE))
		return UINT64_MAX;
	return dev_pci_ecam_read(dev, function << 12 | (p->address & ADDRESS_REGISTER) | off, len);
}
