/* SPDX-License-Identifier: BSD-2-Clause */
/* Fixed numbers of a PC, which no description gives. */
#ifndef AB_MACHINE_PC_H
#define AB_MACHINE_PC_H

#define AB_PC_IOAPIC 0xfec00000UL /* address of the I/O APIC of a machine that lists none */
#define AB_PC_IOAPIC_SIZE 0x1000UL
#define AB_PC_IOAPIC_INPUTS 24 /* those of an I/O APIC that does not say how many it has */
#define AB_PC_LAPIC 0xfee00000UL /* SDM 11.4.1 */
#define AB_PC_LAPIC_SIZE 0x1000UL
#define AB_PC_PIC2 0xa0 /* ports of the second 8259, as many as the first one has */
#define AB_PC_PIC2_SIZE 2

/* Highest id of a local APIC without x2APIC: ids have 8 bits, and 255 addresses all of them. */
#define AB_PC_LAPIC_ID_MAX 254

#endif /* AB_MACHINE_PC_H */
