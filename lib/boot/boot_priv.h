/* SPDX-License-Identifier: BSD-2-Clause */
/* Inside of the pipeline: how plan, place and the protocols share their work. */
#ifndef AB_BOOT_BOOT_PRIV_H
#define AB_BOOT_BOOT_PRIV_H

#include <aetherboot/aetherboot.h>

/* A set of architectures. */
#define AB_BOOT_ON(arch) (1U << (arch))
#define AB_BOOT_ON_X86 AB_BOOT_ON(AB_ARCH_X86_64)
#define AB_BOOT_ON_ARM64 AB_BOOT_ON(AB_ARCH_ARM64)

/* What is always true of a kind of region: the one place that says so. */
struct ab_region_trait {
	const char *name;
	enum ab_mem_type type;
	uint32_t align; /* of its base */
	bool written;
	bool pages; /* size is rounded up to pages, as what is told of it must be */
	uint8_t may_fix; /* architectures on which a caller may fix its address: AB_BOOT_ON() */
};

const struct ab_region_trait *ab_boot_trait_(enum ab_region_kind kind);

/* One way to enter a kernel. */
struct ab_boot_protocol {
	const char *name;
	bool unpacked; /* runs the ELF, not the bzImage's own decompressor */
	bool zero_page; /* struct boot_params; else PVH's start_info */
	bool long_mode; /* 64-bit with paging; else flat 32-bit without */
};

const struct ab_boot_protocol *ab_boot_protocol_(enum ab_protocol protocol);

/* Pick plan->protocol for plan->image, or check the one asked for. */
enum ab_err ab_boot_choose_(struct ab_plan *plan, struct ab_error *why);

/* Check that the protocol can enter plan->elf, now that it is known. */
enum ab_err ab_boot_check_elf_(const struct ab_plan *plan, struct ab_error *why);

/* Check what the payload says of itself. */
enum ab_err ab_boot_check_payload_(const struct ab_plan *plan, struct ab_error *why);

/* Append the bytes of a region that is built, not copied. Its size comes from the same code over
 * a measuring writer. */
enum ab_err ab_boot_build_(const struct ab_plan *plan, enum ab_region_kind kind, uint64_t base,
			   struct ab_buf *out, struct ab_error *why);

/* The command line without its NUL: the caller's, else a UKI's; data NULL: none. */
struct ab_bytes ab_boot_cmdline_(const struct ab_plan *plan);
enum ab_err ab_boot_check_cmdline_(const struct ab_plan *plan, struct ab_error *why);

/* Initrds in order: a UKI's, then the caller's; some may be empty. */
size_t ab_boot_n_initrds_(const struct ab_plan *plan);
struct ab_bytes ab_boot_initrd_(const struct ab_plan *plan, size_t index);

/* Bytes from the start of the first initrd to the end of the last. */
enum ab_err ab_boot_initrd_size_(const struct ab_plan *plan, uint64_t *size, struct ab_error *why);

/* Add every region, and find the first instruction; raise plan->work to what the largest region
 * that is built takes. */
enum ab_err ab_boot_layout_x86_(struct ab_plan *plan, struct ab_error *why);
enum ab_err ab_boot_layout_arm64_(struct ab_plan *plan, struct ab_error *why);

/* ---- x86: load addresses, entries and reach of its protocols ------------------------------- */

enum ab_err ab_boot_kernel_region_(const struct ab_plan *plan, struct ab_region *r,
				   struct ab_error *why);
enum ab_err ab_boot_entry_address_(const struct ab_plan *plan, uint64_t *entry,
				   struct ab_error *why);

/* Identity tables reach over all that the kernel is entered with; initrds and tables it maps
 * itself. */
bool ab_boot_is_mapped_(enum ab_region_kind kind);
uint64_t ab_boot_paging_limit_(const struct ab_plan *plan);

/* What the kernel is told the address of ends at or below this; 0: no limit. */
uint64_t ab_boot_reach_(const struct ab_plan *plan);
uint32_t ab_boot_cmdline_max_(const struct ab_plan *plan);

/* ---- both ----------------------------------------------------------------------------------- */

/* e_entry as a physical address: Linux gives one, other kernels a virtual one. */
enum ab_err ab_boot_elf_entry_(const struct ab_elf *elf, uint64_t *entry, struct ab_error *why);

/* True when the line has the word, as kernels look for it before they parse anything. */
bool ab_boot_has_word_(struct ab_bytes line, const char *word);

/* Raise *bytes to the work memory that all that is built for plan's payload takes, at most. */
enum ab_err ab_boot_work_max_(const struct ab_plan *plan, size_t *bytes, struct ab_error *why);

/* The address the caller asked for, or NULL. */
const struct ab_fixed *ab_boot_fixed_(const struct ab_plan *plan, enum ab_region_kind kind);

#endif /* AB_BOOT_BOOT_PRIV_H */
