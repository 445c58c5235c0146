/* SPDX-License-Identifier: BSD-2-Clause */
/* Fixed numbers of a PC that no description gives: its APICs. */
#ifndef AB_MACHINE_PC_H
#define AB_MACHINE_PC_H

#define AB_PC_IOAPIC 0xfec00000UL /* where a machine that lists no I/O APIC has one */
#define AB_PC_IOAPIC_SIZE 0x1000UL
#define AB_PC_LAPIC 0xfee00000UL /* SDM 11.4.1 */
#define AB_PC_LAPIC_SIZE 0x1000UL

/* Ids of local APICs have 8 bits, and 255 is all of them; x2APICs have larger ones. */
#define AB_PC_LAPIC_ID_MAX 254

#endif /* AB_MACHINE_PC_H */
