/* SPDX-License-Identifier: BSD-2-Clause */
/* Every fixed guest-physical address of an x86 PC below 1 MiB, in order. None overlap. */
#ifndef AB_X86_LAYOUT_H
#define AB_X86_LAYOUT_H

#include <aetherboot/x86.h>

#include "../machine/pc.h"

/* Below 1 MiB. Page 0 contains the real-mode vectors and the BIOS data area. Its EBDA pointer
 * (word 0x40e) stays zero, which means "none", and so does its memory size (word 0x413), but for
 * Multiboot kernels, which take low memory by it. Kernels therefore scan the ROM area: from 0xe0000
 * for the RSDP, from 0xf0000 for the MP pointer. */
#define AB_X86_PAGE0 0x0UL
#define AB_X86_PAGE0_SIZE 0x1000UL
#define AB_X86_BDA 0x400UL /* in page 0; Multiboot only */
#define AB_X86_LOW 0x1000UL /* free for boot structures */
#define AB_X86_LOW_SIZE 0x9f000UL
#define AB_X86_LEGACY 0xa0000UL /* video memory and ROMs of a PC; never usable RAM */
#define AB_X86_LEGACY_SIZE 0x60000UL
#define AB_X86_RSDP 0xe0000UL /* in LEGACY; ACPI 5.2.5.1: on a 16-byte boundary up to 0xfffff */
#define AB_X86_RSDP_SIZE 36UL
#define AB_X86_MP_POINTER 0xf0000UL /* in LEGACY; MPS 4: on a 16-byte boundary up to 0xfffff */
#define AB_X86_MP_POINTER_SIZE 16UL
#define AB_X86_SMBIOS 0xf1000UL /* in LEGACY; SMBIOS 5.2.2: on a 16-byte boundary up to 0xfffff */
#define AB_X86_SMBIOS_SIZE 0xe000UL /* at most */
#define AB_X86_RESET 0xffff0UL /* in LEGACY; F000:FFF0, the reset vector in real mode */
#define AB_X86_RESET_SIZE 16UL
#define AB_X86_HIGH 0x100000UL /* load address of a bzImage that is not relocatable */

/* ../machine/pc.h contains the addresses of the APICs, which are below 4 GiB. */

_Static_assert(AB_X86_PAGE0 + AB_X86_PAGE0_SIZE == AB_X86_LOW, "page 0, low memory");
_Static_assert(AB_X86_BDA + AB_X86_BDA_SIZE <= AB_X86_LOW, "BIOS data area, low memory");
_Static_assert(AB_X86_LOW + AB_X86_LOW_SIZE == AB_X86_LEGACY, "low memory, legacy hole");
_Static_assert(AB_X86_LEGACY + AB_X86_LEGACY_SIZE == AB_X86_HIGH, "legacy hole, 1 MiB");
_Static_assert(AB_X86_RSDP >= AB_X86_LEGACY, "RSDP in the legacy hole");
_Static_assert(AB_X86_RSDP / 4096 < AB_X86_MP_POINTER / 4096, "RSDP, MP pointer, a page each");
_Static_assert(AB_X86_MP_POINTER + 4096 <= AB_X86_SMBIOS, "MP pointer's page, SMBIOS");
_Static_assert(AB_X86_SMBIOS + AB_X86_SMBIOS_SIZE <= AB_X86_RESET, "SMBIOS, reset vector");
_Static_assert(AB_X86_RESET + AB_X86_RESET_SIZE == AB_X86_HIGH, "reset vector, 1 MiB");
_Static_assert(AB_X86_RSDP % 16 == 0 && AB_X86_MP_POINTER % 16 == 0 && AB_X86_SMBIOS % 16 == 0,
	       "kernels scan in steps of 16");
_Static_assert(AB_X86_HIGH < AB_PC_IOAPIC, "1 MiB, IOAPIC");
_Static_assert(AB_PC_IOAPIC + AB_PC_IOAPIC_SIZE <= AB_PC_LAPIC, "IOAPIC, local APIC");
_Static_assert(AB_PC_LAPIC + AB_PC_LAPIC_SIZE <= 0xffffffffUL, "local APIC, 4 GiB");

#endif /* AB_X86_LAYOUT_H */
