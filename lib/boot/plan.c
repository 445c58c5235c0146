/* SPDX-License-Identifier: BSD-2-Clause */
/* Planning: everything gets its address before a byte is written. */
#include "boot_priv.h"
#include "kernel.h"

#include "../base/libc.h"

/* Anything up to a space, quoted or not. */
bool ab_boot_has_word_(struct ab_bytes line, const char *word)
{
	const uint8_t *p = line.data;
	size_t n = strlen(word);

	for (size_t at = 0, len; at < line.size; at += len + 1) {
		for (len = 0; at + len < line.size && p[at + len] > ' ';)
			len++;
		if (len == n && memcmp(p + at, word, n) == 0)
			return true;
	}
	return false;
}

/* x86: only the kernel's own decompressor randomises where it runs. arm64: the kernel does itself,
 * given a seed. */
static bool randomises(const struct ab_plan *plan)
{
	if (ab_boot_has_word_(ab_boot_cmdline_(plan), "nokaslr"))
		return false;
	if (plan->machine->arch == AB_ARCH_ARM64)
		return plan->payload->kaslr_seed != 0;
	return !ab_boot_protocol_(plan->protocol)->unpacked && plan->image.bz.relocatable;
}

static bool wants_acpi(const struct ab_machine *m)
{
	return m->tables == AB_TABLES_ACPI ||
	       (m->tables == AB_TABLES_USUAL && m->arch == AB_ARCH_X86_64);
}

/* What headers alone show: checked, recognised, chosen, measured. */
static enum ab_err open_headers(struct ab_plan *plan, const struct ab_machine *machine,
				const struct ab_payload *payload, struct ab_error *why)
{
	enum ab_err err;

	memset(plan, 0, sizeof(*plan));
	plan->machine = machine;
	plan->payload = payload;
	if ((err = ab_machine_check(machine, &plan->warning, why)))
		return err;
	if ((err = ab_boot_check_payload_(plan, why)) ||
	    (err = ab_boot_image_open_(&plan->image, payload->kernel, why)) ||
	    (err = ab_boot_choose_(plan, why)) || (err = ab_boot_check_cmdline_(plan, why)))
		return err;
	return wants_acpi(machine) ? ab_acpi_layout(&plan->acpi, machine, why) : AB_OK;
}

/* The kernel that runs, and everything's place. */
static enum ab_err settle(struct ab_plan *plan, struct ab_work work, struct ab_error *why)
{
	enum ab_err err;

	if (ab_boot_protocol_(plan->protocol)->unpacked &&
	    ((err = ab_boot_kernel_open_(&plan->image, plan->protocol == AB_PROTOCOL_PVH, work,
					 &plan->elf, &plan->arm64, &plan->codec, &plan->passes,
					 why)) ||
	     (err = ab_boot_check_elf_(plan, why))))
		return err;
	plan->kaslr = randomises(plan);
	return plan->machine->arch == AB_ARCH_ARM64 ? ab_boot_layout_arm64_(plan, why)
						    : ab_boot_layout_x86_(plan, why);
}

/* A node named like a sibling is found in bytes only: so, where a VMM has nodes of its own, they
 * are written once before anything is placed. */
static enum ab_err try_tree(const struct ab_plan *plan, struct ab_work work, struct ab_error *why)
{
	const struct ab_region *r = ab_plan_region(plan, AB_REGION_DTB);
	const struct ab_fdt_extra *own = &plan->machine->fdt;
	struct ab_buf b = ab_buf_over(work.data, work.size);

	if (r == NULL || (own->nodes == NULL && own->overlays.n == 0) || work.size < r->size)
		return AB_OK;
	return ab_boot_build_(plan, r->kind, r->base, &b, why);
}

enum ab_err ab_plan_make(struct ab_plan *plan, const struct ab_machine *machine,
			 const struct ab_payload *payload, struct ab_work work,
			 struct ab_error *why)
{
	enum ab_err err;
	bool unpacked;

	if ((err = open_headers(plan, machine, payload, why)))
		return err;
	unpacked = ab_boot_protocol_(plan->protocol)->unpacked;
	if ((err = ab_boot_kernel_need_(&plan->image, unpacked, &plan->work, why)))
		return err;
	if (work.size < plan->work)
		return ab_fail(why, AB_ERR_NOSPACE, "work", plan->work, "the kernel's codec");
	if ((err = settle(plan, work, why)) || (err = try_tree(plan, work, why)))
		return err;
	if (unpacked && (payload->flags & AB_VERIFY) != 0)
		return ab_boot_kernel_verify_(&plan->image, plan->codec, &plan->elf, work, why);
	return AB_OK;
}

enum ab_err ab_plan_work(struct ab_plan *plan, const struct ab_machine *machine,
			 const struct ab_payload *payload, size_t *bytes, struct ab_error *why)
{
	const struct ab_work none = { NULL, 0 };
	enum ab_err err;

	*bytes = 0;
	if ((err = open_headers(plan, machine, payload, why)) ||
	    (err = ab_boot_kernel_need_(&plan->image, ab_boot_protocol_(plan->protocol)->unpacked,
					bytes, why)))
		return err;
	if (*bytes != 0)
		return ab_boot_work_max_(plan, bytes, why);
	if ((err = settle(plan, none, why)))
		return err;
	*bytes = plan->work;
	return AB_OK;
}

struct ab_memmap ab_plan_memmap(const struct ab_plan *plan)
{
	return (struct ab_memmap){ plan->machine->ram, plan->region, plan->n_regions };
}

const struct ab_region *ab_plan_region(const struct ab_plan *plan, enum ab_region_kind kind)
{
	for (uint32_t i = 0; i < plan->n_regions; i++)
		if (plan->region[i].kind == kind)
			return &plan->region[i];
	return NULL;
}
