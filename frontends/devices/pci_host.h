/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file pci_host.h
 * PCI configuration space with one function: a host bridge at 00:00.0, without BARs and
 * capabilities. All of it is read-only. @spec{PCIE, 7.5.1}
 */
#ifndef DEV_PCI_HOST_H
#define DEV_PCI_HOST_H

#include "bus.h"

/** A PC's configuration ports, CONFIG_ADDRESS and CONFIG_DATA. All zero is the reset state. */
struct dev_pci_host {
	/* ---- state */
	uint32_t address; /**< CONFIG_ADDRESS. */
};

/** dev_bus_range.read of a struct dev_pci_host: CONFIG_ADDRESS, port 0xcf8, 4 bytes. */
uint64_t dev_pci_address_read(void *dev, uint64_t off, unsigned int len);

/** dev_bus_range.write of a struct dev_pci_host: CONFIG_ADDRESS, port 0xcf8, 4 bytes. */
void dev_pci_address_write(void *dev, uint64_t off, unsigned int len, uint64_t v);

/** dev_bus_range.read of a struct dev_pci_host: CONFIG_DATA, port 0xcfc, 4 bytes. */
uint64_t dev_pci_data_read(void *dev, uint64_t off, unsigned int len);

/** dev_bus_range.read of the memory-mapped configuration space (ECAM), from bus 0 on.
 *  @spec{PCIE, 7.2.2}
 * @param dev not used; may be NULL
 * @param off offset from the configuration space of 00:00.0
 * @param len bytes, 1 to 8
 * @return the bytes; all ones where there is no function */
uint64_t dev_pci_ecam_read(void *dev, uint64_t off, unsigned int len);

#endif /* DEV_PCI_HOST_H */
