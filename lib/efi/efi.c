/* SPDX-License-Identifier: BSD-2-Clause */
/* EFI tables for a kernel that no firmware started: memory map, system table, configuration. */
#include <aetherboot/efi.h>

#include "../base/libc.h"
#include "../mem/mem_priv.h"

/* UEFI 7.2.1: memory types; 7.2.3: attributes */
enum {
	EFI_RESERVED = 0,
	EFI_CONVENTIONAL = 7,
	EFI_ACPI_RECLAIM = 9,
	EFI_ACPI_NVS = 10,
};
#define EFI_MEMORY_WB 0x8

#define SYSTEM_TABLE_SIGNATURE UINT64_C(0x5453595320494249) /* "IBI SYST" */
#define SYSTEM_TABLE_SIZE 120
#define REVISION_2_70 0x00020046

static const uint8_t acpi20[16] = { 0x71, 0xe8, 0x68, 0x88, 0xf1, 0xe4, 0xd3, 0x11,
				    0xbc, 0x22, 0x00, 0x80, 0xc7, 0x3c, 0x88, 0x81 };
static const uint8_t smbios3[16] = { 0x44, 0x15, 0xfd, 0xf2, 0x94, 0x97, 0x2c, 0x4a,
				     0x99, 0x2e, 0xe5, 0xbb, 0xcf, 0x20, 0xe3, 0x94 };
static const uint8_t rt_properties[16] = { 0x8a, 0x91, 0x66, 0xeb, 0xef, 0x7e, 0x2a, 0x40,
					   0x84, 0x2e, 0x93, 0x1d, 0x21, 0xc3, 0x8a, 0xe9 };
/* LINUX_EFI_RANDOM_SEED_TABLE_GUID, 1ce1e5bc-7ceb-42f2-81e5-8aadf180f57b */
static const uint8_t rng_seed[16] = { 0xbc, 0xe5, 0xe1, 0x1c, 0xeb, 0x7c, 0xf2, 0x42,
				      0x81, 0xe5, 0x8a, 0xad, 0xf1, 0x80, 0xf5, 0x7b };
/* LINUX_EFI_MEMRESERVE_TABLE_GUID, 888eb0c6-8ede-4ff5-a8f0-9aee5cb977c2 */
static const uint8_t memreserve[16] = { 0xc6, 0xb0, 0x8e, 0x88, 0xde, 0x8e, 0xf5, 0x4f,
					0xa8, 0xf0, 0x9a, 0xee, 0x5c, 0xb9, 0x77, 0xc2 };

static void put_descriptor(uint32_t type, uint64_t base, uint64_t size, struct ab_buf *out)
{
	ab_put_le(out, type, 4); /* 0 Type */
	ab_put_le(out, 0, 4); /* 4 padding */
	ab_put_le(out, base, 8); /* 8 PhysicalStart */
	ab_put_le(out, 0, 8); /* 16 VirtualStart */
	ab_put_le(out, size >> 12, 8); /* 24 NumberOfPages */
	ab_put_le(out, EFI_MEMORY_WB, 8); /* 32 Attribute */
}

/* Append a descriptor for the part of an entry that lies in [base, base + size). */
static void put_part(const struct ab_memmap_entry *e, uint64_t base, uint64_t size, uint32_t type,
		     struct ab_buf *out)
{
	const uint64_t e_last = e->base + (e->size - 1), r_last = base + (size - 1);
	const uint64_t first = e->base > base ? e->base : base;
	const uint64_t last = e_last < r_last ? e_last : r_last;

	if (first <= last)
		put_descriptor(type, first, last - first + 1, out);
}

/* Append descriptors for the parts of an entry that are memory. Windows of devices do not belong in
 * the EFI map, but the memory map merges a window with reserved RAM, or a ROM, beside it. Regions
 * before *@region lie below the entry; it moves on to the first one above. */
static void put_memory_of(const struct ab_memmap *map, const struct ab_memmap_entry *e,
			  uint32_t type, size_t *region, struct ab_buf *out)
{
	const uint64_t e_last = e->base + (e->size - 1);
	size_t i = ab_ram_at_(&map->ram, e->base), g = *region;

	for (;; i++) {
		const struct ab_ram *ram =
		    i < map->ram.n && map->ram.at[i].base <= e_last ? &map->ram.at[i] : NULL;

		for (; g < map->n_regions &&
		       map->region[g].base <= (ram != NULL ? ram->base : e_last);
		     g++)
			if (map->region[g].backing == AB_BACKING_ROM && map->region[g].size != 0)
				put_part(e, map->region[g].base, map->region[g].size, type, out);
		if (ram == NULL)
			break;
		if (ram->size != 0)
			put_part(e, ram->base, ram->size, type, out);
	}
	*region = g;
}

void ab_efi_memory_map(const struct ab_memmap *map, struct ab_buf *out)
{
	static const uint32_t types[] = {
		[AB_MEM_RAM] = EFI_CONVENTIONAL,
		[AB_MEM_RESERVED] = EFI_RESERVED,
		[AB_MEM_ACPI] = EFI_ACPI_RECLAIM,
		[AB_MEM_NVS] = EFI_ACPI_NVS,
	};
	struct ab_memmap_iter it = { 0 };
	struct ab_memmap_entry e;
	size_t region = 0;

	while (ab_memmap_next(map, &it, &e)) {
		if (ab_memmap_is_ram(map, e.base, e.size))
			put_descriptor(types[e.type], e.base, e.size, out);
		else
			put_memory_of(map, &e, types[e.type], &region, out);
	}
}

/* Gpa of each part after the system table. */
struct parts {
	uint64_t vendor, config, properties, memreserve, seed;
	uint64_t n_config;
};

static const char *vendor_of(const struct ab_efi_tables *in)
{
	return in->firmware_vendor != NULL ? in->firmware_vendor : "libaetherboot";
}

static struct parts place(const struct ab_efi_tables *in, uint64_t gpa)
{
	struct parts p = { .vendor = gpa + SYSTEM_TABLE_SIZE };

	p.n_config = 2U + (in->rsdp != 0) + (in->smbios3 != 0) + (in->rng_seed.size != 0);
	p.config = (p.vendor + 2 * (strlen(vendor_of(in)) + 1) + 7) & ~UINT64_C(7);
	p.properties = p.config + 24 * p.n_config;
	p.memreserve = p.properties + 8;
	p.seed = p.memreserve + 16;
	return p;
}

static void put_config(const uint8_t guid[16], uint64_t gpa, struct ab_buf *out)
{
	ab_put(out, guid, 16); /* 0 VendorGuid */
	ab_put_le(out, gpa, 8); /* 16 VendorTable */
}

/* UEFI 4.3.1, EFI_SYSTEM_TABLE, and 4.2.1, EFI_TABLE_HEADER */
static void put_system_table(const struct parts *p, uint32_t revision, struct ab_buf *out)
{
	uint8_t t[SYSTEM_TABLE_SIZE] = { 0 };

	ab_st_le64(t, SYSTEM_TABLE_SIGNATURE); /* 0 Hdr.Signature */
	ab_st_le32(t + 8, REVISION_2_70); /* 8 Hdr.Revision */
	ab_st_le32(t + 12, SYSTEM_TABLE_SIZE); /* 12 Hdr.HeaderSize */
	ab_st_le64(t + 24, p->vendor); /* 24 FirmwareVendor */
	ab_st_le32(t + 32, revision); /* 32 FirmwareRevision */
	/* 40 to 103: no consoles, no services */
	ab_st_le64(t + 104, p->n_config); /* 104 NumberOfTableEntries */
	ab_st_le64(t + 112, p->config); /* 112 ConfigurationTable */
	ab_st_le32(t + 16, ab_crc32(0, t, sizeof(t))); /* 16 Hdr.CRC32, computed with 0 here */
	ab_put(out, t, sizeof(t));
}

void ab_efi_system_table(const struct ab_efi_tables *in, uint64_t gpa, struct ab_buf *out)
{
	const struct parts p = place(in, gpa);
	const size_t start = out->len;

	if (!ab_is_aligned(gpa, 8))
		ab_buf_fail(out, AB_ERR_ARG, "efi_tables.gpa", gpa, "must be a multiple of 8");
	if (in->rng_seed.size > UINT32_MAX)
		ab_buf_fail(out, AB_ERR_ARG, "efi_tables.rng_seed.size", in->rng_seed.size,
			    "must be below 2^32");
	put_system_table(&p, in->firmware_revision != 0 ? in->firmware_revision : 1, out);
	for (const char *s = vendor_of(in); *s != '\0'; s++)
		ab_put_le(out, (uint8_t)*s, 2); /* UCS-2 */
	ab_put(out, NULL, (size_t)(p.config - gpa) - (out->len - start));
	if (in->rsdp != 0)
		put_config(acpi20, in->rsdp, out);
	if (in->smbios3 != 0)
		put_config(smbios3, in->smbios3, out);
	put_config(rt_properties, p.properties, out);
	put_config(memreserve, p.memreserve, out);
	if (in->rng_seed.size != 0)
		put_config(rng_seed, p.seed, out);
	ab_put_le(out, 1, 2); /* UEFI 4.6.2, EFI_RT_PROPERTIES_TABLE: 0 Version */
	ab_put_le(out, 8, 2); /* 2 Length */
	ab_put_le(out, 0, 4); /* 4 RuntimeServicesSupported */
	/* struct linux_efi_memreserve, an empty list that Linux appends to. Without the list Linux
	 * warns for each CPU that its LPI tables cannot outlive a kexec. */
	ab_put_le(out, 0, 4); /* 0 size */
	ab_put_le(out, 0, 4); /* 4 count */
	ab_put_le(out, 0, 8); /* 8 next */
	if (in->rng_seed.size == 0)
		return;
	ab_put_le(out, in->rng_seed.size, 4); /* 0 size */
	ab_put(out, in->rng_seed.data, in->rng_seed.size); /* 4 bits */
}
