/* SPDX-License-Identifier: BSD-2-Clause */
/* Builders of the regions that x86 guests get. */
#include "boot_x86.h"

#include "../x86/x86_priv.h"

static enum ab_err zero_page(const struct ab_plan *plan, uint64_t base, struct ab_buf *out,
			     struct ab_error *why)
{
	const struct ab_memmap map = ab_plan_memmap(plan);
	const struct ab_image *file = &plan->kernel.file;
	struct ab_x86_zero_page in = {
		.kernel_32 = !ab_boot_is_long_mode_(plan),
		.cmdline = ab_boot_gpa_(plan, AB_REGION_CMDLINE),
		.initrd = ab_boot_gpa_(plan, AB_REGION_INITRD),
		.initrd_size = ab_boot_size_(plan, AB_REGION_INITRD),
		.setup_data = ab_boot_gpa_(plan, AB_REGION_SETUP_DATA),
		.rsdp = ab_boot_gpa_(plan, AB_REGION_RSDP),
		.map = &map,
		.framebuffer = ab_machine_dev(plan->machine, AB_DEV_FRAMEBUFFER, 0),
	};

	(void)base;
	if (file->format == AB_IMAGE_BZIMAGE) {
		in.header = file->bz.header;
		if (file->bz.version < 0x0202) /* the header has no field for an empty one, too */
			in.cmdline = 0;
	}
	if (!plan->way->unpacks)
		in.kernel = ab_boot_gpa_(plan, AB_REGION_KERNEL);
	ab_x86_zero_page(&in, out);
	return ab_buf_finish(out, "zero page", why);
}

static enum ab_err setup_data(const struct ab_plan *plan, uint64_t base, struct ab_buf *out,
			      struct ab_error *why)
{
	const struct ab_memmap map = ab_plan_memmap(plan);

	ab_x86_setup_data(&plan->payload->setup_data, ab_boot_seed_x86_(plan), &map, base, out);
	return ab_buf_finish(out, "setup_data", why);
}

static enum ab_err gdt(const struct ab_plan *plan, uint64_t base, struct ab_buf *out,
		       struct ab_error *why)
{
	(void)base;
	ab_x86_gdt(ab_boot_is_long_mode_(plan) ? AB_X86_MODE_64 : AB_X86_MODE_32, out);
	return ab_buf_finish(out, "GDT", why);
}

static enum ab_err page_tables(const struct ab_plan *plan, uint64_t base, struct ab_buf *out,
			       struct ab_error *why)
{
	const bool la57 = (plan->payload->flags & AB_LA57) != 0;
	const struct ab_x86_paging in = { la57 ? 5 : 4, false, ab_boot_paging_limit_(plan) };

	ab_x86_page_tables(&in, base, out);
	return ab_buf_finish(out, "page tables", why);
}

/* Collect the modules: the initrd, then the caller's. Addresses are 0 as long as they are not
 * placed. */
static struct ab_x86_module_list modules(const struct ab_plan *plan,
					 struct ab_x86_module room[1 + AB_MODULES_MAX])
{
	const struct ab_module_list *own = &plan->payload->modules;
	const struct ab_region *initrd = ab_plan_region(plan, AB_REGION_INITRD);
	struct ab_x86_module_list list = { room, 0 };

	if (initrd != NULL)
		room[list.n++] = (struct ab_x86_module){ initrd->base, initrd->size, NULL };
	for (size_t i = 0; i < own->n; i++)
		room[list.n + i] =
		    (struct ab_x86_module){ 0, own->at[i].bytes.size, own->at[i].cmdline };
	for (uint32_t i = 0; i < plan->regions.n; i++)
		if (plan->regions.at[i].kind == AB_REGION_MODULE)
			room[list.n + plan->regions.at[i].index].base = plan->regions.at[i].base;
	list.n += own->n;
	return list;
}

static enum ab_err start_info(const struct ab_plan *plan, uint64_t base, struct ab_buf *out,
			      struct ab_error *why)
{
	const struct ab_memmap map = ab_plan_memmap(plan);
	struct ab_x86_module room[1 + AB_MODULES_MAX];
	const struct ab_x86_start_info in = {
		.cmdline = ab_boot_gpa_(plan, AB_REGION_CMDLINE),
		.modules = modules(plan, room),
		.rsdp = ab_boot_gpa_(plan, AB_REGION_RSDP),
		.map = &map,
	};

	ab_x86_start_info(&in, base, out);
	return ab_buf_finish(out, "start_info", why);
}

enum ab_err ab_boot_multiboot_info_(const struct ab_plan *plan, uint32_t version, uint64_t base,
				    struct ab_buf *out, struct ab_error *why)
{
	const struct ab_memmap map = ab_plan_memmap(plan);
	struct ab_x86_module room[1 + AB_MODULES_MAX];
	struct ab_bytes pieces[1 + AB_BOOT_ADDONS_MAX];
	uint8_t rsdp[36];
	struct ab_buf b = ab_buf_over(rsdp, sizeof(rsdp));
	struct ab_x86_multiboot in = {
		.cmdline = { pieces, 0 },
		.modules = modules(plan, room),
		.relocatable = plan->kernel.multiboot[1].relocatable,
		.load_base = ab_boot_gpa_(plan, AB_REGION_KERNEL),
		.map = &map,
	};
	bool given;
	enum ab_err err;

	(void)ab_boot_cmdline_size_(plan, &given);
	for (size_t i = 0; given && i <= ab_boot_n_addons_(plan); i++)
		pieces[in.cmdline.n++] = ab_boot_cmdline_(plan, i);
	if (plan->acpi.n_tables != 0) {
		if ((err = ab_boot_build_rsdp_(plan, 0, &b, why)))
			return err;
		in.rsdp = (struct ab_bytes){ rsdp, b.len };
	}
	if (version == 1)
		ab_x86_multiboot(&in, base, out);
	else
		ab_x86_multiboot2(&in, base, out);
	return ab_buf_finish(out, "Multiboot information", why);
}

static enum ab_err multiboot_info(const struct ab_plan *plan, uint64_t base, struct ab_buf *out,
				  struct ab_error *why)
{
	return ab_boot_multiboot_info_(plan, plan->protocol == AB_PROTOCOL_MULTIBOOT2 ? 2 : 1, base,
				       out, why);
}

static enum ab_err bda(const struct ab_plan *plan, uint64_t base, struct ab_buf *out,
		       struct ab_error *why)
{
	const struct ab_memmap map = ab_plan_memmap(plan);

	(void)base;
	ab_x86_bda(plan->machine, ab_x86_mem_lower_(&map), out);
	return ab_buf_finish(out, "BIOS data area", why);
}

static enum ab_err mp_pointer(const struct ab_plan *plan, uint64_t base, struct ab_buf *out,
			      struct ab_error *why)
{
	(void)base;
	ab_x86_mp_pointer(ab_boot_gpa_(plan, AB_REGION_MP_TABLE), out);
	return ab_buf_finish(out, "MP pointer", why);
}

static enum ab_err mp_table(const struct ab_plan *plan, uint64_t base, struct ab_buf *out,
			    struct ab_error *why)
{
	ab_x86_mp_table(plan->machine, base, out);
	return ab_buf_finish(out, "MP table", why);
}

static enum ab_err reset_vector(const struct ab_plan *plan, uint64_t base, struct ab_buf *out,
				struct ab_error *why)
{
	(void)base;
	ab_x86_reset_vector(plan->machine, out);
	return ab_buf_finish(out, "reset vector", why);
}

ab_boot_builder *const ab_boot_build_x86_[] = {
	[AB_REGION_CMDLINE] = ab_boot_build_cmdline_, [AB_REGION_ZERO_PAGE] = zero_page,
	[AB_REGION_SETUP_DATA] = setup_data,          [AB_REGION_GDT] = gdt,
	[AB_REGION_PAGE_TABLES] = page_tables,        [AB_REGION_START_INFO] = start_info,
	[AB_REGION_MP_POINTER] = mp_pointer,          [AB_REGION_RSDP] = ab_boot_build_rsdp_,
	[AB_REGION_FACS] = ab_boot_build_facs_,       [AB_REGION_MP_TABLE] = mp_table,
	[AB_REGION_RESET_VECTOR] = reset_vector,      [AB_REGION_SMBIOS] = ab_boot_build_smbios_,
	[AB_REGION_MULTIBOOT_INFO] = multiboot_info,  [AB_REGION_BDA] = bda,
};
