/* SPDX-License-Identifier: BSD-2-Clause */
/* Inside of the pipeline: how plan, place and the protocols share their work. */
#ifndef AB_LIB_BOOT_H
#define AB_LIB_BOOT_H

#include <aetherboot/aetherboot.h>

#include "../x86/layout.h"

/* What is always true of a kind of region: the one place that says so. */
struct ab_region_trait {
	const char *name;
	enum ab_mem_type type;
	uint32_t align; /* of its base */
	bool written;
	bool pages; /* size is rounded up to pages, as what is told of it must be */
	bool may_fix; /* a caller may fix its address */
};

const struct ab_region_trait *ab_boot_trait(enum ab_region_kind kind);

/* One way to enter a kernel. */
struct ab_boot_protocol {
	const char *name;
	bool unpacked; /* runs the ELF, not the bzImage's own decompressor */
	bool zero_page; /* struct boot_params; else PVH's start_info */
	bool long_mode; /* 64-bit with paging; else flat 32-bit without */
};

const struct ab_boot_protocol *ab_boot_protocol(enum ab_protocol protocol);

/* Pick plan->protocol for plan->image, or check the one asked for. */
enum ab_err ab_boot_choose(struct ab_plan *plan, struct ab_error *why);

/* Check that the protocol can enter plan->elf, now that it is known. */
enum ab_err ab_boot_check_elf(const struct ab_plan *plan, struct ab_error *why);

/* Check what the payload says of itself. */
enum ab_err ab_boot_check_payload(const struct ab_payload *p, struct ab_error *why);

/* Append the bytes of a region that is built, not copied. Its size comes from the same code over
 * a measuring writer. */
void ab_boot_build(const struct ab_plan *plan, enum ab_region_kind kind, uint64_t base,
		   struct ab_buf *out);

/* Bytes from the start of the first initrd to the end of the last. */
enum ab_err ab_boot_initrd_size(const struct ab_payload *p, uint64_t *size, struct ab_error *why);

/* First instruction and load address rules of the x86 protocols. */
enum ab_err ab_boot_kernel_region(const struct ab_plan *plan, struct ab_region *r,
				  struct ab_error *why);
enum ab_err ab_boot_entry_address(const struct ab_plan *plan, uint64_t *entry,
				  struct ab_error *why);

/* Identity tables reach over all that the kernel is entered with; initrds and tables it maps
 * itself. */
bool ab_boot_is_mapped(enum ab_region_kind kind);
uint64_t ab_boot_paging_limit(const struct ab_plan *plan);

/* What the kernel is told the address of ends at or below this; 0: no limit. */
uint64_t ab_boot_reach(const struct ab_plan *plan);
uint32_t ab_boot_cmdline_max(const struct ab_plan *plan);

/* Add every region; raise plan->work to what the largest that is built takes. */
enum ab_err ab_boot_layout(struct ab_plan *plan, struct ab_error *why);

/* Raise *bytes to the work memory that all that is built for plan's payload takes, at most. */
enum ab_err ab_boot_work_max(const struct ab_plan *plan, size_t *bytes, struct ab_error *why);

/* The address the caller asked for, or NULL. */
const struct ab_fixed *ab_boot_fixed(const struct ab_plan *plan, enum ab_region_kind kind);

#endif /* AB_LIB_BOOT_H */
