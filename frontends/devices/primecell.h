/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file primecell.h
 * What all of Arm's PrimeCell peripherals have in common: identification registers at the end of
 * their 4 KiB.
 */
#ifndef DEV_PRIMECELL_H
#define DEV_PRIMECELL_H

#include <stdint.h>

/** Read an identification register: PeriphID0 to 3 at 0xfe0, PCellID0 to 3 at 0xff0.
 * @param part     part number, e.g. 0x011 for a PL011
 * @param revision revision field of PeriphID2, 0 to 15
 * @param off      offset from the peripheral's base
 * @return the register; 0 for any other @p off */
uint64_t dev_primecell_id(uint32_t part, uint32_t revision, uint64_t off);

#endif /* DEV_PRIMECELL_H */
