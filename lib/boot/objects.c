/* SPDX-License-Identifier: BSD-2-Clause */
/* What each kind of region is, and who builds its bytes. */
#include "boot_priv.h"

#include "../base/libc.h"

enum { X86 = AB_BOOT_ON_X86, ARM64 = AB_BOOT_ON_ARM64, BOTH = X86 | ARM64 };

static const struct ab_region_trait traits[] = {
	/* kind                    name           told as          align written pages fixed on */
	[AB_REGION_KERNEL] = { "kernel", AB_MEM_RAM, 4096, true, false, BOTH },
	[AB_REGION_INITRD] = { "initrd", AB_MEM_RAM, 4096, true, false, BOTH },
	[AB_REGION_CMDLINE] = { "command line", AB_MEM_RAM, 16, true, false, X86 },
	[AB_REGION_ZERO_PAGE] = { "zero page", AB_MEM_RAM, 4096, true, false, X86 },
	[AB_REGION_SETUP_DATA] = { "setup_data", AB_MEM_RAM, 16, true, false, X86 },
	[AB_REGION_GDT] = { "GDT", AB_MEM_RAM, 16, true, false, X86 },
	[AB_REGION_PAGE_TABLES] = { "page tables", AB_MEM_RAM, 4096, true, false, X86 },
	[AB_REGION_START_INFO] = { "start_info", AB_MEM_RAM, 16, true, false, X86 },
	[AB_REGION_MP_POINTER] = { "MP pointer", AB_MEM_RESERVED, 16, true, true, 0 },
	[AB_REGION_LEGACY] = { "legacy area", AB_MEM_RESERVED, 4096, false, false, 0 },
	[AB_REGION_RSDP] = { "RSDP", AB_MEM_RESERVED, 16, true, true, 0 },
	[AB_REGION_ACPI] = { "ACPI tables", AB_MEM_ACPI, 4096, true, true, BOTH },
	[AB_REGION_FACS] = { "FACS", AB_MEM_NVS, 4096, true, true, 0 },
	[AB_REGION_MP_TABLE] = { "MP table", AB_MEM_RESERVED, 4096, true, true, 0 },
	[AB_REGION_ECAM] = { "PCIe ECAM", AB_MEM_RESERVED, 4096, false, false, 0 },
	[AB_REGION_RESERVED] = { "reservation", AB_MEM_RESERVED, 1, false, false, 0 },
	[AB_REGION_BLOB] = { "blob", AB_MEM_RESERVED, 4096, true, false, 0 },
	[AB_REGION_RESET_VECTOR] = { "reset vector", AB_MEM_RESERVED, 16, true, false, 0 },
	[AB_REGION_DTB] = { "device tree", AB_MEM_RAM, 8, true, false, ARM64 },
	[AB_REGION_EFI] = { "EFI tables", AB_MEM_ACPI, 4096, true, true, 0 },
	[AB_REGION_EFI_MAP] = { "EFI memory map", AB_MEM_RAM, 4096, true, false, 0 },
	[AB_REGION_SMBIOS] = { "SMBIOS", AB_MEM_ACPI, 4096, true, true, 0 },
};

const struct ab_region_trait *ab_boot_trait_(enum ab_region_kind kind)
{
	return &traits[(size_t)kind < sizeof(traits) / sizeof(traits[0]) ? kind : 0];
}

static uint64_t gpa_of(const struct ab_plan *plan, enum ab_region_kind kind)
{
	const struct ab_region *r = ab_plan_region(plan, kind);

	return r != NULL ? r->base : 0;
}

static uint64_t size_of(const struct ab_plan *plan, enum ab_region_kind kind)
{
	const struct ab_region *r = ab_plan_region(plan, kind);

	return r != NULL ? r->size : 0;
}

static void cmdline(const struct ab_plan *plan, struct ab_buf *out)
{
	const struct ab_bytes line = ab_boot_cmdline_(plan);

	ab_put(out, line.data, line.size);
	ab_put(out, NULL, 1);
}

static void zero_page(const struct ab_plan *plan, struct ab_buf *out)
{
	struct ab_memmap map = ab_plan_memmap(plan);
	struct ab_x86_zero_page in = {
		.cmdline = gpa_of(plan, AB_REGION_CMDLINE),
		.initrd = gpa_of(plan, AB_REGION_INITRD),
		.initrd_size = size_of(plan, AB_REGION_INITRD),
		.setup_data = gpa_of(plan, AB_REGION_SETUP_DATA),
		.rsdp = gpa_of(plan, AB_REGION_RSDP),
		.map = &map,
	};

	if (plan->image.format == AB_IMAGE_BZIMAGE)
		in.header = plan->image.bz.header;
	if (!ab_boot_protocol_(plan->protocol)->unpacked)
		in.kernel = gpa_of(plan, AB_REGION_KERNEL);
	ab_x86_zero_page(&in, out);
}

static void start_info(const struct ab_plan *plan, uint64_t base, struct ab_buf *out)
{
	struct ab_memmap map = ab_plan_memmap(plan);
	struct ab_x86_start_info in = {
		.cmdline = gpa_of(plan, AB_REGION_CMDLINE),
		.initrd = gpa_of(plan, AB_REGION_INITRD),
		.initrd_size = size_of(plan, AB_REGION_INITRD),
		.rsdp = gpa_of(plan, AB_REGION_RSDP),
		.map = &map,
	};

	ab_x86_start_info(&in, base, out);
}

/* ---- arm64 ---------------------------------------------------------------------------------- */

static enum ab_err device_tree(const struct ab_plan *plan, struct ab_buf *out, struct ab_error *why)
{
	const struct ab_payload *p = plan->payload;
	const struct ab_bytes line = ab_boot_cmdline_(plan);
	const struct ab_memmap map = ab_plan_memmap(plan);
	struct ab_fdt_chosen chosen = {
		.cmdline = line.size != 0      ? line.data
			   : line.data != NULL ? ""
					       : NULL,
		.cmdline_size = line.size,
		.initrd = gpa_of(plan, AB_REGION_INITRD),
		.initrd_size = size_of(plan, AB_REGION_INITRD),
		.kaslr_seed = p->kaslr_seed,
	};

	if (plan->acpi.n_tables == 0) {
		chosen.rng_seed = p->rng_seed;
		return ab_fdt_machine(plan->machine, &chosen, &map, out, why);
	}
	chosen.efi_system_table = gpa_of(plan, AB_REGION_EFI);
	chosen.efi_memory_map = gpa_of(plan, AB_REGION_EFI_MAP);
	chosen.efi_memory_map_size = (uint32_t)size_of(plan, AB_REGION_EFI_MAP);
	return ab_fdt_stub(&chosen, out, why);
}

#define SMBIOS_TABLE 32 /* behind the entry point of 24 bytes */

static void smbios(const struct ab_plan *plan, uint64_t base, struct ab_buf *out)
{
	const struct ab_machine *m = plan->machine;
	struct ab_buf measure = ab_buf_over(NULL, 0);
	const size_t start = out->len;

	ab_smbios_table(m, m->smbios, &measure);
	ab_smbios_entry(base + SMBIOS_TABLE, (uint32_t)measure.len, out);
	ab_put(out, NULL, SMBIOS_TABLE - (out->len - start));
	ab_smbios_table(m, m->smbios, out);
}

static void efi_system_table(const struct ab_plan *plan, uint64_t base, struct ab_buf *out)
{
	const struct ab_efi_tables in = {
		.rsdp = gpa_of(plan, AB_REGION_RSDP),
		.smbios3 = gpa_of(plan, AB_REGION_SMBIOS),
		.rng_seed = plan->payload->rng_seed,
	};

	ab_efi_system_table(&in, base, out);
}

/* ---- all ------------------------------------------------------------------------------------ */

enum ab_err ab_boot_build_(const struct ab_plan *plan, enum ab_region_kind kind, uint64_t base,
			   struct ab_buf *out, struct ab_error *why)
{
	const struct ab_payload *p = plan->payload;
	struct ab_memmap map = ab_plan_memmap(plan);
	bool la57 = (p->flags & AB_LA57) != 0;

	switch (kind) {
	case AB_REGION_CMDLINE:
		cmdline(plan, out);
		break;
	case AB_REGION_ZERO_PAGE:
		zero_page(plan, out);
		break;
	case AB_REGION_SETUP_DATA:
		ab_x86_setup_data(&p->setup_data, p->rng_seed, &map, base, out);
		break;
	case AB_REGION_GDT:
		ab_x86_gdt(ab_boot_protocol_(plan->protocol)->long_mode ? AB_X86_MODE_64
									: AB_X86_MODE_32,
			   out);
		break;
	case AB_REGION_PAGE_TABLES:
		ab_x86_page_tables(
		    &(struct ab_x86_paging){ la57 ? 5 : 4, false, ab_boot_paging_limit_(plan) },
		    base, out);
		break;
	case AB_REGION_START_INFO:
		start_info(plan, base, out);
		break;
	case AB_REGION_RSDP:
		ab_acpi_rsdp(&plan->acpi, gpa_of(plan, AB_REGION_ACPI), out);
		break;
	case AB_REGION_FACS:
		ab_acpi_facs(out);
		break;
	case AB_REGION_MP_POINTER:
		ab_x86_mp_pointer(gpa_of(plan, AB_REGION_MP_TABLE), out);
		break;
	case AB_REGION_MP_TABLE:
		ab_x86_mp_table(plan->machine, base, out);
		break;
	case AB_REGION_RESET_VECTOR:
		ab_x86_reset_vector(plan->machine, out);
		break;
	case AB_REGION_DTB:
		return device_tree(plan, out, why);
	case AB_REGION_EFI:
		efi_system_table(plan, base, out);
		break;
	case AB_REGION_EFI_MAP:
		ab_efi_memory_map(&map, out);
		break;
	case AB_REGION_SMBIOS:
		smbios(plan, base, out);
		break;
	default: /* copied, or not written at all */
		ab_buf_fail(out, AB_ERR_INTERNAL, "region.kind", kind, "has no builder");
		break;
	}
	return ab_buf_finish(out, ab_boot_trait_(kind)->name, why);
}
