/* SPDX-License-Identifier: BSD-2-Clause */
/* Builders of the regions that arm64 guests get. */
#include "boot_arm64.h"

#include <aetherboot/efi.h>
#include <aetherboot/fdt.h>

static enum ab_err device_tree(const struct ab_plan *plan, uint64_t base, struct ab_buf *out,
			       struct ab_error *why)
{
	const struct ab_payload *p = plan->payload;
	struct ab_bytes more[1 + AB_BOOT_ADDONS_MAX], trees[1 + AB_BOOT_ADDONS_MAX];
	const struct ab_bytes line = ab_boot_cmdline_(plan, 0);
	const struct ab_memmap map = ab_plan_memmap(plan);
	struct ab_fdt_chosen chosen = {
		.cmdline_size = line.size,
		.cmdline_more = { more, ab_boot_n_addons_(plan) },
		.initrd = ab_boot_gpa_(plan, AB_REGION_INITRD),
		.initrd_size = ab_boot_size_(plan, AB_REGION_INITRD),
		.kaslr_seed = p->kaslr_seed,
	};
	bool given;

	(void)base;
	(void)ab_boot_cmdline_size_(plan, &given);
	if (given)
		chosen.cmdline = line.size != 0 ? line.data : "";
	for (size_t i = 0; i < chosen.cmdline_more.n; i++)
		more[i] = ab_boot_cmdline_(plan, i + 1);
	if (plan->acpi.n_tables == 0) {
		for (size_t i = 0; i < ab_boot_n_addons_(plan); i++)
			trees[i] = ab_boot_addon_tree_(plan, i);
		chosen.base = plan->tree;
		chosen.addons = (struct ab_bytes_list){ trees, ab_boot_n_addons_(plan) };
		chosen.rng_seed = p->rng_seed;
		chosen.reserve = p->reserve;
		return ab_fdt_machine(plan->machine, &chosen, &map, out, why);
	}
	chosen.efi_system_table = ab_boot_gpa_(plan, AB_REGION_EFI);
	chosen.efi_memory_map = ab_boot_gpa_(plan, AB_REGION_EFI_MAP);
	chosen.efi_memory_map_size = (uint32_t)ab_boot_size_(plan, AB_REGION_EFI_MAP);
	return ab_fdt_stub(&chosen, out, why);
}

static enum ab_err efi_tables(const struct ab_plan *plan, uint64_t base, struct ab_buf *out,
			      struct ab_error *why)
{
	const struct ab_efi_tables in = {
		.rsdp = ab_boot_gpa_(plan, AB_REGION_RSDP),
		.smbios3 = ab_boot_gpa_(plan, AB_REGION_SMBIOS),
		.rng_seed = plan->payload->rng_seed,
		.firmware_vendor = plan->machine->acpi.firmware_vendor,
		.firmware_revision = plan->machine->acpi.firmware_revision,
	};

	ab_efi_system_table(&in, base, out);
	return ab_buf_finish(out, "EFI tables", why);
}

static enum ab_err efi_map(const struct ab_plan *plan, uint64_t base, struct ab_buf *out,
			   struct ab_error *why)
{
	const struct ab_memmap map = ab_plan_memmap(plan);

	(void)base;
	ab_efi_memory_map(&map, out);
	return ab_buf_finish(out, "EFI memory map", why);
}

ab_boot_builder *const ab_boot_build_arm64_[] = {
	[AB_REGION_RSDP] = ab_boot_build_rsdp_,
	[AB_REGION_DTB] = device_tree,
	[AB_REGION_EFI] = efi_tables,
	[AB_REGION_EFI_MAP] = efi_map,
	[AB_REGION_SMBIOS] = ab_boot_build_smbios_,
};
