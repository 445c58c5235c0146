/* SPDX-License-Identifier: BSD-2-Clause */
/* Parts that the x86 ways share. Each section names its file, which calls only files above it. */
#ifndef AB_BOOT_BOOT_X86_H
#define AB_BOOT_BOOT_X86_H

#include "boot_priv.h"

/* Regions of the ways that use a zero page, and regions whose address the caller of any way may
 * choose. */
#define AB_BOOT_ZERO_PAGE_KINDS                                                                    \
	(AB_BOOT_KIND(AB_REGION_ZERO_PAGE) | AB_BOOT_KIND(AB_REGION_SETUP_DATA))
#define AB_BOOT_FIXABLE_X86                                                                        \
	(AB_BOOT_KIND(AB_REGION_INITRD) | AB_BOOT_KIND(AB_REGION_ACPI) |                           \
	 AB_BOOT_KIND(AB_REGION_RSDP) | AB_BOOT_KIND(AB_REGION_CMDLINE) |                          \
	 AB_BOOT_KIND(AB_REGION_ZERO_PAGE) | AB_BOOT_KIND(AB_REGION_SETUP_DATA) |                  \
	 AB_BOOT_KIND(AB_REGION_START_INFO) | AB_BOOT_KIND(AB_REGION_GDT) |                        \
	 AB_BOOT_KIND(AB_REGION_PAGE_TABLES) | AB_BOOT_KIND(AB_REGION_KERNEL))

/* ---- reach_x86.c: checks that all of them need, and the addresses that a kernel can reach - */

/* True if the entry is 64-bit code, with paging; false if it is flat 32-bit code, without. */
static inline bool ab_boot_is_long_mode_(const struct ab_plan *plan)
{
	return ab_boot_has_(plan, AB_REGION_PAGE_TABLES);
}

/* Way members: check file and payload; check the machine of an unpacked kernel. */
enum ab_err ab_boot_accepts_x86_(const struct ab_plan *plan, struct ab_error *why);
enum ab_err ab_boot_accepts_elf_x86_(struct ab_plan *plan, struct ab_error *why);

/* Check that no blob and no reservation makes RAM of what is video memory and ROMs. */
enum ab_err ab_boot_check_givens_x86_(const struct ab_payload *p, struct ab_error *why);

/* Get the caller's seed, or nothing if the kernel's protocol has no field for it. */
struct ab_bytes ab_boot_seed_x86_(const struct ab_plan *plan);

/* Way member: the region of an unpacked kernel, at its link address. */
enum ab_err ab_boot_linked_(const struct ab_plan *plan, struct ab_region *r, struct ab_error *why);

/* Limit at or below which a region must end, so that the kernel can take its address; 0: none. */
uint64_t ab_boot_reach_x86_(const struct ab_plan *plan);

/* True if the page tables must map a region of this kind: the kernel uses it from its entry on. It
 * maps initrds and ACPI tables itself. */
bool ab_boot_is_mapped_(enum ab_region_kind kind);
uint64_t ab_boot_paging_limit_(const struct ab_plan *plan);

/* ---- build_x86.c, entry_x86.c, layout_x86.c, work_x86.c ----------------------------------- */

extern ab_boot_builder *const ab_boot_build_x86_[];
/* Build Multiboot information of a version. */
enum ab_err ab_boot_multiboot_info_(const struct ab_plan *plan, uint32_t version, uint64_t base,
				    struct ab_buf *out, struct ab_error *why);
size_t ab_boot_every_x86_(const struct ab_plan *plan, struct ab_vcpu *cpu);
void ab_boot_first_cpu_x86_(const struct ab_plan *plan, struct ab_vcpu *cpu);
extern ab_boot_step *const ab_boot_layout_x86_[];
ab_boot_step ab_boot_layout_free_x86_; /* blobs without an address */
enum ab_err ab_boot_work_x86_(const struct ab_plan *plan, size_t *bytes, struct ab_error *why);

/* What the ways into an x86 kernel have alike; and what those do, too, that check the payload and
 * fill registers by themselves. */
#define AB_BOOT_WAY_X86                                                                            \
	AB_BOOT_OWN_WAY_X86, .accepts = ab_boot_accepts_x86_, .first_cpu = ab_boot_first_cpu_x86_
#define AB_BOOT_OWN_WAY_X86                                                                        \
	.arch = AB_ARCH_X86_64, .build = ab_boot_build_x86_, .fixable = AB_BOOT_FIXABLE_X86,       \
	.layout = ab_boot_layout_x86_, .work = ab_boot_work_x86_, .every = ab_boot_every_x86_

/* ---- linux_x86.c, self_x86.c, pvh.c, multiboot.c, firmware_x86.c -------------------------- */

extern const struct ab_boot_way ab_boot_linux_x86_, ab_boot_self_x86_, ab_boot_linux32_x86_,
    ab_boot_linux32_elf_x86_, ab_boot_pvh_, ab_boot_multiboot_, ab_boot_multiboot2_,
    ab_boot_firmware_x86_;

#endif /* AB_BOOT_BOOT_X86_H */
