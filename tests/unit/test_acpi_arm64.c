/* SPDX-License-Identifier: BSD-2-Clause */
/* What only an AArch64 machine's tables have, field by field: ACPI 6.3 and 6.5, IORT issues D and
 * E.d, DBG2. */
#include "acpi_fields.h"
#include "checked.h"

static uint8_t got[1 << 21];

#define MACHINE                                                                                    \
	.arch = AB_ARCH_ARM64, .ram = AB_LIST(struct ab_ram, { .base = 0x80000000, .size = AB_MiB })
#define GIC3(n) .dist = 0x8000000, .redist = AB_LIST(struct ab_range, { 0x10000000, (n)*0x20000U })

static size_t build(void (*make)(const struct ab_machine *, struct ab_buf *), const char *sig,
		    unsigned int revision, const struct ab_machine *m)
{
	struct ab_buf none = ab_buf_over(NULL, 0), b = ab_buf_over(got, sizeof(got));
	struct ab_error why;

	if (check_machine(m, NULL, &why) != AB_OK)
		fail_msg("%s: %s", why.what, why.other);
	make(m, &none);
	memset(got, 0xee, sizeof(got));
	make(m, &b);
	assert_int_equal(ab_buf_finish(&b, sig, NULL), AB_OK);
	assert_int_equal(b.len, none.len);
	if (b.len != 0)
		check_header(sig, revision, got, b.len);
	return b.len;
}

#define CHECK(make, sig, revision, m, fields)                                                      \
	do {                                                                                       \
		size_t built = build(make, sig, revision, m);                                      \
		assert_int_equal(check_fields(sig, got, 36, fields, COUNT(fields)), built);        \
	} while (0)

/* 5.2.12.14 to 5.2.12.16. A GICv2's CPU interface number is its bit in GICD_ITARGETSR. */
static void test_madt_v2(void **state)
{
	static const struct field fields[] = {
		{ 36, 8, "address, flags", 0 },
		{ 44, 2, "GICC of 80 bytes", 0x500b },
		{ 46, 2, "reserved", 0 },
		{ 48, 4, "CPU Interface Number", 0 },
		{ 52, 4, "UID", 0 },
		{ 56, 4, "Flags: enabled", 1 },
		{ 60, 4, "Parking Protocol", 0 },
		{ 64, 4, "Performance Interrupt", 0 },
		{ 68, 8, "Parked Address", 0 },
		{ 76, 8, "Base Address", 0x8010000 },
		{ 84, 8, "GICV", 0 },
		{ 92, 8, "GICH", 0 },
		{ 100, 4, "VGIC Maintenance", 25 },
		{ 104, 8, "GICR", 0 },
		{ 112, 8, "MPIDR", 0x80000 },
		{ 120, 4, "class, reserved, SPE", 0 },
		{ 124, 2, "GICC", 0x500b },
		{ 126, 2, "reserved", 0 },
		{ 128, 4, "CPU Interface Number", 1 },
		{ 132, 4, "UID", 1 },
		{ 136, 4, "Flags", 1 },
		{ 140, 8, "parking, PMU", 0 },
		{ 148, 8, "Parked Address", 0 },
		{ 156, 8, "Base Address", 0x8010000 },
		{ 164, 8, "GICV", 0 },
		{ 172, 8, "GICH", 0 },
		{ 180, 4, "VGIC Maintenance", 25 },
		{ 184, 8, "GICR", 0 },
		{ 192, 8, "MPIDR", 0xff00000003 },
		{ 200, 4, "class, reserved, SPE", 0 },
		{ 204, 2, "GICD", 0x180c },
		{ 206, 6, "reserved, ID", 0 },
		{ 212, 8, "Base Address", 0x8000000 },
		{ 220, 4, "System Vector Base", 0 },
		{ 224, 4, "version, reserved", 2 },
		{ 228, 2, "MSI frame", 0x180d },
		{ 230, 6, "reserved, ID", 0 },
		{ 236, 8, "Base Address", 0x8020000 },
		{ 244, 4, "Flags: SPIs as here", 1 },
		{ 248, 2, "SPI Count", 64 },
		{ 250, 2, "SPI Base", 96 },
	};
	const struct ab_machine m = {
		MACHINE,
		.n_cpus = 2,
		.cpus = AB_LIST(struct ab_cpu, { .id = 0x80000 }, { .id = 0xff00000003 }),
		.arm64.gic = { .version = 2,
			       .dist = 0x8000000,
			       .cpu = 0x8010000,
			       .v2m = 0x8020000,
			       .v2m_spi = 96,
			       .v2m_spis = 64,
			       .maintenance = 25 },
	};

	(void)state;
	CHECK(ab_acpi_madt, "APIC", 5, &m, fields);
}

/* 5.2.12.17 and 5.2.12.18. Redistributors by region; no interface number, no GICC address. */
static void test_madt_v3(void **state)
{
	static const struct field fields[] = {
		{ 36, 8, "address, flags", 0 },
		{ 44, 2, "GICC", 0x500b },
		{ 46, 6, "reserved, CPU Interface Number", 0 },
		{ 52, 4, "UID", 0 },
		{ 56, 4, "Flags", 1 },
		{ 60, 4, "Parking Protocol", 0 },
		{ 64, 4, "Performance Interrupt", 23 },
		{ 68, 8, "Parked Address", 0 },
		{ 76, 8, "Base Address", 0 },
		{ 84, 8, "GICV", 0 },
		{ 92, 8, "GICH", 0 },
		{ 100, 4, "VGIC Maintenance", 0 },
		{ 104, 8, "GICR", 0 },
		{ 112, 8, "MPIDR", 0 },
		{ 120, 4, "class, reserved, SPE", 0 },
		{ 124, 2, "GICD", 0x180c },
		{ 126, 6, "reserved, ID", 0 },
		{ 132, 8, "Base Address", 0x8000000 },
		{ 140, 4, "System Vector Base", 0 },
		{ 144, 4, "version, reserved", 3 },
		{ 148, 2, "GICR", 0x100e },
		{ 150, 2, "reserved", 0 },
		{ 152, 8, "Base Address", 0x10000000 },
		{ 160, 4, "Length", 0x20000 },
		{ 164, 2, "GICR, beyond 31 bits", 0x100e },
		{ 166, 2, "reserved", 0 },
		{ 168, 8, "Base Address", 0x1000000000 },
		{ 176, 4, "Length", 0x80000000 },
		{ 180, 2, "its rest", 0x100e },
		{ 182, 2, "reserved", 0 },
		{ 184, 8, "Base Address", 0x1080000000 },
		{ 192, 4, "Length", 0x20000 },
		{ 196, 2, "ITS", 0x140f },
		{ 198, 6, "reserved, ID", 0 },
		{ 204, 8, "Base Address", 0x8080000 },
		{ 212, 4, "reserved", 0 },
		{ 216, 2, "the second ITS", 0x140f },
		{ 218, 2, "reserved", 0 },
		{ 220, 4, "ID", 1 },
		{ 224, 8, "Base Address", 0x7000000000 },
		{ 232, 4, "reserved", 0 },
	};
	const struct ab_machine m = {
		MACHINE,
		.n_cpus = 1,
		.arm64.pmu = 23,
		.arm64.gic = { .dist = 0x8000000,
			       .its = AB_LIST(struct ab_its, { 0x8080000 }, { 0x7000000000 }),
			       .redist = AB_LIST(struct ab_range, { 0x10000000, 0x20000 },
						 { 0x1000000000, 0x80020000 }) },
	};

	(void)state;
	CHECK(ab_acpi_madt, "APIC", 5, &m, fields);
}

/* Every CPU once, in its order, by the MPIDR of clusters of 16. */
static void test_madt_every_cpu(void **state)
{
	static const uint32_t counts[] = { 1, 16, 17, 255, 256, 300, 4097 };

	(void)state;
	for (size_t i = 0; i < COUNT(counts); i++) {
		const struct ab_machine m = { MACHINE, .phys_bits = 44, .n_cpus = counts[i],
					      .arm64.gic = { GIC3(counts[i]) } };
		size_t size = build(ab_acpi_madt, "APIC", 5, &m), at = 44;
		uint32_t n = 0;

		for (; at < size; at += got[at + 1]) {
			if (got[at] != 0xb)
				continue;
			assert_int_equal(read_le(got + at + 8, 4), n);
			assert_int_equal(read_le(got + at + 12, 4), 1);
			assert_int_equal(read_le(got + at + 68, 8),
					 n % 16 | n / 16 % 256 << 8 | n / 4096 << 16);
			n++;
		}
		assert_int_equal(at, size);
		assert_int_equal(n, counts[i]);
	}
}

/* 5.2.24: no counter in memory is all ones; level, low, always on is 6. */
static void test_gtdt(void **state)
{
	static const struct field usual[] = {
		{ 36, 8, "CntControlBase", UINT64_MAX },
		{ 44, 4, "reserved", 0 },
		{ 48, 4, "Secure EL1", 29 },
		{ 52, 4, "Flags", 6 },
		{ 56, 4, "Non-Secure EL1", 30 },
		{ 60, 4, "Flags", 6 },
		{ 64, 4, "Virtual EL1", 27 },
		{ 68, 4, "Flags", 6 },
		{ 72, 4, "EL2", 26 },
		{ 76, 4, "Flags", 6 },
		{ 80, 8, "CntReadBase", UINT64_MAX },
		{ 88, 4, "Platform Timer Count", 0 },
		{ 92, 4, "Platform Timer Offset", 0 },
		{ 96, 4, "Virtual EL2", 0 },
		{ 100, 4, "Flags", 0 },
	};
	static const struct field given[] = {
		{ 36, 8, "CntControlBase", UINT64_MAX },
		{ 44, 4, "reserved", 0 },
		{ 48, 4, "Secure EL1", 16 },
		{ 52, 4, "Flags", 6 },
		{ 56, 4, "Non-Secure EL1", 17 },
		{ 60, 4, "Flags", 6 },
		{ 64, 4, "Virtual EL1", 18 },
		{ 68, 4, "Flags", 6 },
		{ 72, 4, "EL2", 19 },
		{ 76, 4, "Flags", 6 },
		{ 80, 8, "CntReadBase", UINT64_MAX },
		{ 88, 8, "Platform Timers", 0 },
		{ 96, 4, "Virtual EL2", 20 },
		{ 100, 4, "Flags", 6 },
	};
	struct ab_machine m = { MACHINE, .n_cpus = 1, .arm64.gic = { GIC3(1) } };

	(void)state;
	CHECK(ab_acpi_gtdt, "GTDT", 3, &m, usual);
	m.arm64.timer = (struct ab_timer){ 16, 17, 18, 19, 20 };
	CHECK(ab_acpi_gtdt, "GTDT", 3, &m, given);
}

/* 5.2.29: two packages of two cores; a level of cache that pairs with the package's. */
static void test_pptt(void **state)
{
	static const struct field fields[] = {
		{ 36, 4, "Cache of 24 bytes", 0x1801 },
		{ 40, 4, "valid: all", 0x7f },
		{ 44, 4, "Next: level 2 of the same CPU", 36 + 48 },
		{ 48, 4, "Size", 32768 },
		{ 52, 4, "Sets", 128 },
		{ 56, 1, "Associativity", 4 },
		{ 57, 1, "Attributes: data, read and write allocate, write back", 2 },
		{ 58, 2, "Line", 64 },
		{ 60, 4, "Cache", 0x1801 },
		{ 64, 4, "valid", 0x7f },
		{ 68, 4, "Next", 36 + 48 },
		{ 72, 4, "Size", 49152 },
		{ 76, 4, "Sets", 256 },
		{ 80, 1, "Associativity", 3 },
		{ 81, 1, "Attributes: instructions", 4 },
		{ 82, 2, "Line", 64 },
		{ 84, 4, "Cache", 0x1801 },
		{ 88, 4, "valid: not the line", 0x3f },
		{ 92, 4, "Next: of others", 0 },
		{ 96, 4, "Size", 0x100000 },
		{ 100, 4, "Sets", 4 },
		{ 104, 1, "Associativity", 4 },
		{ 105, 1, "Attributes: unified", 0xa },
		{ 106, 2, "Line", 0 },
		{ 108, 4, "Cache", 0x1801 },
		{ 112, 4, "valid: not the ways", 0x7b },
		{ 116, 4, "Next", 0 },
		{ 120, 4, "Size", 0x1000000 },
		{ 124, 4, "Sets", 1024 },
		{ 128, 1, "Associativity", 0 },
		{ 129, 1, "Attributes", 0xa },
		{ 130, 2, "Line", 64 },
		{ 132, 4, "Node of 24 bytes", 0x1800 },
		{ 136, 4, "Flags: package", 1 },
		{ 140, 4, "Parent", 0 },
		{ 144, 4, "ID", 0 },
		{ 148, 4, "Resources", 1 },
		{ 152, 4, "level 3", 108 },
		{ 156, 4, "Node", 0x1800 },
		{ 160, 4, "Flags: package", 1 },
		{ 164, 4, "Parent", 0 },
		{ 168, 4, "ID", 0 },
		{ 172, 4, "Resources", 1 },
		{ 176, 4, "level 3", 108 },
		{ 180, 4, "Node of 28 bytes", 0x1c00 },
		{ 184, 4, "Flags: ID valid, leaf", 0xa },
		{ 188, 4, "Parent", 132 },
		{ 192, 4, "ID", 0 },
		{ 196, 4, "Resources", 2 },
		{ 200, 8, "level 1, both", 36 | UINT64_C(60) << 32 },
		{ 208, 4, "Node", 0x1c00 },
		{ 212, 4, "Flags", 0xa },
		{ 216, 4, "Parent", 132 },
		{ 220, 4, "ID", 1 },
		{ 224, 4, "Resources", 2 },
		{ 228, 8, "level 1, both", 36 | UINT64_C(60) << 32 },
		{ 236, 4, "Node", 0x1c00 },
		{ 240, 4, "Flags", 0xa },
		{ 244, 4, "Parent", 156 },
		{ 248, 4, "ID", 2 },
		{ 252, 4, "Resources", 2 },
		{ 256, 8, "level 1, both", 36 | UINT64_C(60) << 32 },
	};
	const struct ab_machine m = {
		MACHINE,
		.n_cpus = 3,
		.arm64.gic = { GIC3(3) },
		.topology = { .cores = 2 },
		.caches = AB_LIST(struct ab_cache, { 1, AB_CACHE_DATA, 32768, 64, 4, 0 },
				  { 1, AB_CACHE_INSTRUCTION, 49152, 64, 3, 1 },
				  { 2, AB_CACHE_UNIFIED, 0x100000, 0x10000, 4, 1 },
				  { 3, AB_CACHE_UNIFIED, 0x1000000, 64, 256, 2 }),
	};

	(void)state;
	CHECK(ab_acpi_pptt, "PPTT", 2, &m, fields);
}

/* Every CPU has its leaf, under a package of its own kin, whatever the shape. */
static void test_pptt_every_cpu(void **state)
{
	static const struct {
		uint32_t n;
		struct ab_topology t;
	} rows[] = { { 1, { 0 } },          { 2, { 0 } },       { 17, { 0 } },
		     { 300, { 2, 25, 2 } }, { 7, { 2, 2, 1 } }, { 512, { 4, 16, 2 } },
		     { 4096, { 1, 1, 1 } } };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct ab_machine m = { MACHINE, .phys_bits = 44, .n_cpus = rows[i].n,
					      .arm64.gic = { GIC3(rows[i].n) },
					      .topology = rows[i].t };
		const struct ab_topology t = ab_machine_topology(&m);
		size_t size = build(ab_acpi_pptt, "PPTT", 2, &m), at = 36;
		uint32_t leaves = 0, first = 0;

		for (; at < size; at += got[at + 1]) {
			uint64_t up = at, flags = read_le(got + at + 4, 4);

			assert_int_equal(got[at], 0);
			if ((flags & 8) == 0)
				continue;
			assert_int_equal((flags & 4) != 0, t.threads > 1);
			assert_int_equal(read_le(got + at + 12, 4), leaves);
			while ((read_le(got + up + 4, 4) & 1) == 0) {
				up = read_le(got + up + 8, 4);
				assert_true(up >= 36 && up < at);
			}
			if (leaves % (t.threads * t.cores * t.dies) == 0)
				first = (uint32_t)up;
			assert_int_equal(up, first);
			leaves++;
		}
		assert_int_equal(at, size);
		assert_int_equal(leaves, rows[i].n);
	}
}

/* ITS group, one SMMU that two segments share, root complexes; the second maps its buses only. */
static void test_iort(void **state)
{
	static const struct field fields[] = {
		{ 36, 4, "Nodes", 4 },
		{ 40, 4, "Offset", 48 },
		{ 44, 4, "reserved", 0 },
		{ 48, 1, "Type: ITS group", 0 },
		{ 49, 2, "Length", 24 },
		{ 51, 1, "Revision", 0 },
		{ 52, 4, "reserved", 0 },
		{ 56, 8, "Mappings, offset", 0 },
		{ 64, 4, "ITSs", 1 },
		{ 68, 4, "ID", 0 },
		{ 72, 1, "Type: SMMUv3", 4 },
		{ 73, 2, "Length", 108 },
		{ 75, 1, "Revision", 0 },
		{ 76, 4, "reserved", 0 },
		{ 80, 4, "Mappings", 2 },
		{ 84, 4, "offset", 68 },
		{ 88, 8, "Base", 0x9050000 },
		{ 96, 4, "Flags: coherent", 1 },
		{ 100, 4, "reserved", 0 },
		{ 104, 8, "VATOS", 0 },
		{ 112, 4, "Model", 0 },
		{ 116, 4, "Event", 106 },
		{ 120, 4, "PRI", 0 },
		{ 124, 4, "GERR", 108 },
		{ 128, 4, "Sync", 107 },
		{ 132, 8, "proximity, index", 0 },
		{ 140, 4, "Input", 0 },
		{ 144, 4, "IDs less one", 0xffff },
		{ 148, 4, "Output", 0x30000 },
		{ 152, 4, "to the ITS", 48 },
		{ 156, 4, "Flags", 0 },
		{ 160, 4, "Input: the second bridge's", 0x12000 },
		{ 164, 4, "IDs less one", 0x1ff },
		{ 168, 4, "Output", 0x2000 },
		{ 172, 4, "to the ITS", 48 },
		{ 176, 4, "Flags", 0 },
		{ 180, 1, "Type: root complex", 2 },
		{ 181, 2, "Length", 56 },
		{ 183, 1, "Revision", 1 },
		{ 184, 4, "reserved", 0 },
		{ 188, 4, "Mappings", 1 },
		{ 192, 4, "offset", 36 },
		{ 196, 4, "Cache Coherent", 1 },
		{ 200, 3, "hints, reserved", 0 },
		{ 203, 1, "Memory Access Flags", 3 },
		{ 204, 4, "ATS", 0 },
		{ 208, 4, "Segment", 3 },
		{ 212, 4, "64 bits", 64 },
		{ 216, 4, "Input", 0 },
		{ 220, 4, "IDs less one", 0xffff },
		{ 224, 4, "Output", 0 },
		{ 228, 4, "to the SMMU", 72 },
		{ 232, 4, "Flags", 0 },
		{ 236, 1, "Type: root complex", 2 },
		{ 237, 2, "Length: two bridges of a segment", 76 },
		{ 239, 1, "Revision", 1 },
		{ 240, 4, "reserved", 0 },
		{ 244, 4, "Mappings", 2 },
		{ 248, 4, "offset", 36 },
		{ 252, 4, "Cache Coherent", 1 },
		{ 256, 3, "hints, reserved", 0 },
		{ 259, 1, "Memory Access Flags", 3 },
		{ 260, 4, "ATS", 0 },
		{ 264, 4, "Segment", 0 },
		{ 268, 4, "64 bits", 64 },
		{ 272, 4, "Input", 0x2000 },
		{ 276, 4, "IDs less one", 0x1ff },
		{ 280, 4, "Output", 0x12000 },
		{ 284, 4, "to the SMMU", 72 },
		{ 288, 4, "Flags", 0 },
		{ 292, 4, "Input", 0x8000 },
		{ 296, 4, "IDs less one", 0xff },
		{ 300, 4, "Output", 0x8000 },
		{ 304, 4, "to the ITS itself", 48 },
		{ 308, 4, "Flags", 0 },
	};
	const struct ab_machine m = {
		MACHINE,
		.n_cpus = 1,
		.arm64.gic = { GIC3(1), .its = AB_LIST(struct ab_its, { 0x8080000 }) },
		.devs = AB_LIST(struct ab_dev,
				{ AB_DEV_PCIE_ECAM, .base = 0x20000000, .size = 256 * AB_MiB,
				  .pcie = { .segment = 3, .smmu = 1 } },
				{ AB_DEV_PCIE_ECAM, .base = 0x30000000, .size = 2 * AB_MiB,
				  .pcie = { .bus = 0x20, .smmu = 1 } },
				{ AB_DEV_SMMUV3, .base = 0x9050000, .irq = 106 },
				{ AB_DEV_PCIE_ECAM, .base = 0x38000000, .size = AB_MiB,
				  .pcie = { .bus = 0x80 } }),
	};

	(void)state;
	CHECK(ab_acpi_iort, "IORT", 0, &m, fields);
}

/* Two ITSes: a group of each, before all other nodes; bridges of one segment, and bridges behind
 * one SMMU, map to the group that each of them has. The SMMU has extended SPIs. */
static void test_iort_itses(void **state)
{
	static const struct field fields[] = {
		{ 36, 4, "Nodes", 4 },
		{ 40, 4, "Offset", 48 },
		{ 44, 4, "reserved", 0 },
		{ 48, 1, "Type: ITS group", 0 },
		{ 49, 2, "Length", 24 },
		{ 51, 1, "Revision", 0 },
		{ 52, 4, "reserved", 0 },
		{ 56, 8, "Mappings, offset", 0 },
		{ 64, 4, "ITSs", 1 },
		{ 68, 4, "ID", 0 },
		{ 72, 1, "Type: ITS group", 0 },
		{ 73, 2, "Length", 24 },
		{ 75, 1, "Revision", 0 },
		{ 76, 4, "reserved", 0 },
		{ 80, 8, "Mappings, offset", 0 },
		{ 88, 4, "ITSs", 1 },
		{ 92, 4, "ID", 1 },
		{ 96, 1, "Type: SMMUv3", 4 },
		{ 97, 2, "Length: two bridges", 108 },
		{ 99, 1, "Revision", 0 },
		{ 100, 4, "reserved", 0 },
		{ 104, 4, "Mappings", 2 },
		{ 108, 4, "offset", 68 },
		{ 112, 8, "Base", 0x9050000 },
		{ 120, 8, "Flags: coherent; reserved", 1 },
		{ 128, 8, "VATOS", 0 },
		{ 136, 4, "Model", 0 },
		{ 140, 4, "Event", 5117 },
		{ 144, 4, "PRI", 0 },
		{ 148, 4, "GERR", 5119 },
		{ 152, 4, "Sync", 5118 },
		{ 156, 8, "proximity, index", 0 },
		{ 164, 4, "Input", 0 },
		{ 168, 4, "IDs less one", 0xff },
		{ 172, 4, "Output", 0 },
		{ 176, 4, "to the second ITS", 72 },
		{ 180, 4, "Flags", 0 },
		{ 184, 4, "Input", 0x12000 },
		{ 188, 4, "IDs less one", 0x1ff },
		{ 192, 4, "Output", 0x2000 },
		{ 196, 4, "to the first ITS", 48 },
		{ 200, 4, "Flags", 0 },
		{ 204, 1, "Type: root complex", 2 },
		{ 205, 2, "Length: three bridges of a segment", 96 },
		{ 207, 1, "Revision", 1 },
		{ 208, 4, "reserved", 0 },
		{ 212, 4, "Mappings", 3 },
		{ 216, 4, "offset", 36 },
		{ 220, 4, "Cache Coherent", 1 },
		{ 224, 4, "hints, reserved, Memory Access Flags", 3 << 24 },
		{ 228, 4, "ATS", 0 },
		{ 232, 4, "Segment", 0 },
		{ 236, 4, "64 bits", 64 },
		{ 240, 4, "Input", 0 },
		{ 244, 4, "IDs less one", 0xff },
		{ 248, 4, "Output", 0 },
		{ 252, 4, "to the SMMU", 96 },
		{ 256, 4, "Flags", 0 },
		{ 260, 4, "Input", 0x2000 },
		{ 264, 4, "IDs less one", 0x1ff },
		{ 268, 4, "Output", 0x12000 },
		{ 272, 4, "to the SMMU", 96 },
		{ 276, 4, "Flags", 0 },
		{ 280, 4, "Input", 0x8000 },
		{ 284, 4, "IDs less one", 0xff },
		{ 288, 4, "Output", 0x8000 },
		{ 292, 4, "to the second ITS itself", 72 },
		{ 296, 4, "Flags", 0 },
	};
	const struct ab_machine m = {
		MACHINE,
		.n_cpus = 1,
		.arm64.gic = { GIC3(1),
			       .its = AB_LIST(struct ab_its, { 0x8080000 }, { 0x8040000 }) },
		.devs = AB_LIST(struct ab_dev,
				{ AB_DEV_PCIE_ECAM, .base = 0x20000000, .size = AB_MiB,
				  .pcie = { .smmu = 1, .its = 1 } },
				{ AB_DEV_PCIE_ECAM, .base = 0x30000000, .size = 2 * AB_MiB,
				  .pcie = { .bus = 0x20, .smmu = 1 } },
				{ AB_DEV_SMMUV3, .base = 0x9050000, .irq = 5117 },
				{ AB_DEV_PCIE_ECAM, .base = 0x38000000, .size = AB_MiB,
				  .pcie = { .bus = 0x80, .its = 1 } }),
	};

	(void)state;
	CHECK(ab_acpi_iort, "IORT", 0, &m, fields);
}

/* ACPI 6.5: GICC with TRBE's interrupt. What follows it is as before. */
static void test_madt_65(void **state)
{
	static const struct field fields[] = {
		{ 36, 8, "address, flags", 0 },
		{ 44, 2, "GICC of 82 bytes", 0x520b },
		{ 46, 6, "reserved, CPU Interface Number", 0 },
		{ 52, 4, "UID", 0 },
		{ 56, 4, "Flags", 1 },
		{ 60, 8, "Parking Protocol, PMU", 0 },
		{ 68, 8, "Parked Address", 0 },
		{ 76, 8, "Base Address", 0 },
		{ 84, 8, "GICV", 0 },
		{ 92, 8, "GICH", 0 },
		{ 100, 4, "VGIC Maintenance", 0 },
		{ 104, 8, "GICR", 0 },
		{ 112, 8, "MPIDR", 0 },
		{ 120, 4, "class, reserved, SPE", 0 },
		{ 124, 2, "TRBE", 0 },
		{ 126, 2, "GICD", 0x180c },
		{ 128, 6, "reserved, ID", 0 },
		{ 134, 8, "Base Address", 0x8000000 },
		{ 142, 4, "System Vector Base", 0 },
		{ 146, 4, "version, reserved", 3 },
		{ 150, 2, "GICR", 0x100e },
		{ 152, 2, "reserved", 0 },
		{ 154, 8, "Base Address", 0x10000000 },
		{ 162, 4, "Length", 0x20000 },
	};
	const struct ab_machine m = { MACHINE, .n_cpus = 1, .arm64.gic = { GIC3(1) },
				      .acpi.edition = AB_ACPI_6_5 };

	(void)state;
	CHECK(ab_acpi_madt, "APIC", 6, &m, fields);
}

/* ACPI 6.5, table 5.37: the last CPUs are online-capable, not enabled. */
static void test_cpus_later(void **state)
{
	static uint8_t bytes[512];
	const struct ab_machine m = { MACHINE,
				      .n_cpus = 3,
				      .n_cpus_later = 2,
				      .tables = AB_TABLES_ACPI,
				      .arm64.gic = { GIC3(3) },
				      .acpi.edition = AB_ACPI_6_5 };
	struct ab_buf b = ab_buf_over(bytes, sizeof(bytes));
	struct ab_error why;

	(void)state;
	assert_ok(check_machine(&m, NULL, &why), &why, "later");
	ab_acpi_madt(&m, &b);
	assert_int_equal(ab_buf_finish(&b, "APIC", NULL), AB_OK);
	assert_int_equal(read_le(bytes + 44 + 12, 4), 1);
	assert_int_equal(read_le(bytes + 44 + 82 + 12, 4), 1 << 3);
	assert_int_equal(read_le(bytes + 44 + 2 * 82 + 12, 4), 1 << 3);
}

/* ACPI 6.5, 5.2.30: a structure for each cache; ids from 1, none twice. Two CPUs of three share
 * level 2; the third has one to itself. */
static void test_pptt_65(void **state)
{
	static const struct {
		uint32_t next, size;
	} cache[] = {
		{ 0, 32768 }, { 0, 32768 }, { 0, 32768 }, { 0, 0x100000 }, { 0, 0x100000 },
	};
	static const struct field tail[] = {
		{ 176, 4, "Node of 24 bytes", 0x1800 },
		{ 180, 4, "Flags: package", 1 },
		{ 184, 4, "Parent", 0 },
		{ 188, 4, "ID", 0 },
		{ 192, 4, "Resources", 1 },
		{ 196, 4, "the first level 2", 36 + 3 * 28 },
		{ 200, 4, "Node", 0x1800 },
		{ 204, 4, "Flags: package", 1 },
		{ 208, 4, "Parent", 0 },
		{ 212, 4, "ID", 0 },
		{ 216, 4, "Resources", 1 },
		{ 220, 4, "the second level 2", 36 + 4 * 28 },
		{ 224, 4, "Node", 0x1800 },
		{ 228, 4, "Flags: ID valid, leaf", 0xa },
		{ 232, 4, "Parent", 176 },
		{ 236, 4, "ID", 0 },
		{ 240, 4, "Resources", 1 },
		{ 244, 4, "level 1", 36 },
		{ 248, 4, "Node", 0x1800 },
		{ 252, 4, "Flags", 0xa },
		{ 256, 4, "Parent", 176 },
		{ 260, 4, "ID", 1 },
		{ 264, 4, "Resources", 1 },
		{ 268, 4, "level 1", 36 + 28 },
		{ 272, 4, "Node", 0x1800 },
		{ 276, 4, "Flags", 0xa },
		{ 280, 4, "Parent", 200 },
		{ 284, 4, "ID", 2 },
		{ 288, 4, "Resources", 1 },
		{ 292, 4, "level 1", 36 + 2 * 28 },
	};
	struct ab_machine m = { MACHINE,
				.n_cpus = 3,
				.arm64.gic = { GIC3(3) },
				.topology = { .cores = 2 },
				.acpi.edition = AB_ACPI_6_5,
				.caches = AB_LIST(struct ab_cache,
						  { 1, AB_CACHE_UNIFIED, 32768, 64, 4, 1 },
						  { 2, AB_CACHE_UNIFIED, 0x100000, 64, 16, 2 }) };
	size_t size = build(ab_acpi_pptt, "PPTT", 3, &m);

	(void)state;
	for (uint32_t i = 0; i < COUNT(cache); i++) {
		const uint8_t *p = got + 36 + 28 * (size_t)i;

		assert_int_equal(read_le(p, 4), 0x1c01);
		assert_int_equal(read_le(p + 4, 4), 0xff); /* all valid, the id too */
		assert_int_equal(read_le(p + 8, 4), cache[i].next);
		assert_int_equal(read_le(p + 12, 4), cache[i].size);
		assert_int_equal(read_le(p + 24, 4), 1 + i);
	}
	assert_int_equal(check_fields("PPTT", got, 176, tail, COUNT(tail)), size);

	/* the next level of the same CPU is that CPU's */
	m.caches =
	    (struct ab_cache_list)AB_LIST(struct ab_cache, { 1, AB_CACHE_UNIFIED, 32768, 64, 4, 1 },
					  { 2, AB_CACHE_UNIFIED, 0x100000, 64, 16, 1 });
	assert_int_equal(build(ab_acpi_pptt, "PPTT", 3, &m), 36 + 6 * 28 + 2 * 20 + 3 * 24);
	assert_int_equal(read_le(got + 36 + 8, 4), 36 + 3 * 28);
	assert_int_equal(read_le(got + 36 + 28 + 8, 4), 36 + 4 * 28);
	assert_int_equal(read_le(got + 36 + 3 * 28 + 8, 4), 0);
}

/* Issue E.d: the nodes before are numbered; a node for each range, its stream ids behind the second
 * bridge of the SMMU's. */
static void test_iort_rmr(void **state)
{
	static const struct field fields[] = {
		{ 36, 4, "Nodes", 5 },
		{ 40, 4, "Offset", 48 },
		{ 44, 4, "reserved", 0 },
		{ 48, 1, "Type: SMMUv3", 4 },
		{ 49, 2, "Length", 68 },
		{ 51, 1, "Revision", 0 },
		{ 52, 4, "Identifier", 0 },
		{ 56, 8, "Mappings, offset", 0 },
		{ 64, 8, "Base", 0x9050000 },
		{ 72, 8, "Flags: coherent; reserved", 1 },
		{ 80, 8, "VATOS", 0 },
		{ 88, 4, "Model", 0 },
		{ 92, 4, "Event", 106 },
		{ 96, 4, "PRI", 0 },
		{ 100, 4, "GERR", 108 },
		{ 104, 4, "Sync", 107 },
		{ 108, 8, "proximity, index", 0 },
		{ 116, 1, "Type: root complex", 2 },
		{ 117, 2, "Length", 56 },
		{ 119, 1, "Revision", 1 },
		{ 120, 4, "Identifier", 1 },
		{ 124, 4, "Mappings", 1 },
		{ 128, 4, "offset", 36 },
		{ 132, 4, "Cache Coherent", 1 },
		{ 136, 4, "hints, reserved, Memory Access Flags", 3 << 24 },
		{ 140, 4, "ATS", 0 },
		{ 144, 4, "Segment", 0 },
		{ 148, 4, "64 bits", 64 },
		{ 152, 4, "Input", 0 },
		{ 156, 4, "IDs less one", 0xff },
		{ 160, 4, "Output", 0 },
		{ 164, 4, "to the SMMU", 48 },
		{ 168, 4, "Flags", 0 },
		{ 172, 1, "Type: root complex", 2 },
		{ 173, 2, "Length", 56 },
		{ 175, 1, "Revision", 1 },
		{ 176, 4, "Identifier", 2 },
		{ 180, 4, "Mappings", 1 },
		{ 184, 4, "offset", 36 },
		{ 188, 4, "Cache Coherent", 1 },
		{ 192, 4, "hints, reserved, Memory Access Flags", 3 << 24 },
		{ 196, 4, "ATS", 0 },
		{ 200, 4, "Segment", 1 },
		{ 204, 4, "64 bits", 64 },
		{ 208, 4, "Input", 0x2000 },
		{ 212, 4, "IDs less one", 0x1ff },
		{ 216, 4, "Output", 0x12000 },
		{ 220, 4, "to the SMMU", 48 },
		{ 224, 4, "Flags", 0 },
		{ 228, 1, "Type: reserved memory range", 6 },
		{ 229, 2, "Length", 68 },
		{ 231, 1, "Revision", 3 },
		{ 232, 4, "Identifier", 3 },
		{ 236, 4, "Mappings", 1 },
		{ 240, 4, "offset", 48 },
		{ 244, 4, "Flags: device nGnRnE, no remapping", 0 },
		{ 248, 4, "Descriptors", 1 },
		{ 252, 4, "offset", 28 },
		{ 256, 8, "Base", 0x8000000 },
		{ 264, 8, "Length", 0x100000 },
		{ 272, 4, "reserved", 0 },
		{ 276, 4, "Input", 0 },
		{ 280, 4, "IDs less one: all of the bridge", 0x1ff },
		{ 284, 4, "Output", 0x12000 },
		{ 288, 4, "to the SMMU", 48 },
		{ 292, 4, "Flags", 0 },
		{ 296, 1, "Type", 6 },
		{ 297, 2, "Length", 68 },
		{ 299, 1, "Revision", 3 },
		{ 300, 4, "Identifier", 4 },
		{ 304, 4, "Mappings", 1 },
		{ 308, 4, "offset", 48 },
		{ 312, 4, "Flags: write-back, bits 9-2 are 5; remapping permitted", 0x15 },
		{ 316, 4, "Descriptors", 1 },
		{ 320, 4, "offset", 28 },
		{ 324, 8, "Base", 0x7fff0000 },
		{ 332, 8, "Length", 0x10000 },
		{ 340, 4, "reserved", 0 },
		{ 344, 4, "Input", 0 },
		{ 348, 4, "IDs less one", 0 },
		{ 352, 4, "Output", 8 },
		{ 356, 4, "to the SMMU", 48 },
		{ 360, 4, "Flags", 0 },
	};
	const struct ab_machine m = {
		MACHINE,
		.tables = AB_TABLES_ACPI,
		.n_cpus = 1,
		.arm64.gic = { GIC3(1) },
		.arm64.rmrs = AB_LIST(struct ab_rmr,
				      { .bridge = 1,
					.rid = 0x2000,
					.n_rids = 0x200,
					.base = 0x8000000,
					.size = 0x100000 },
				      { .rid = 8,
					.base = 0x7fff0000,
					.size = 0x10000,
					.cached = true,
					.remap = true }),
		.devs = AB_LIST(
		    struct ab_dev,
		    { AB_DEV_PCIE_ECAM, .base = 0x20000000, .size = AB_MiB,
		      .pcie = { .smmu = 1, .probe_only = true } },
		    { AB_DEV_SMMUV3, .base = 0x9050000, .irq = 106 },
		    { AB_DEV_PCIE_ECAM, .base = 0x30000000, .size = 2 * AB_MiB,
		      .pcie = { .segment = 1, .bus = 0x20, .smmu = 1, .probe_only = true } }),
	};

	(void)state;
	CHECK(ab_acpi_iort, "IORT", 5, &m, fields);
}

/* A segment that comes back after another one has one node, with the mappings of all its bridges;
 * stream ids go by the order of the list. */
static void test_iort_segments(void **state)
{
	static const struct {
		uint16_t segments[3];
		size_t size; /* of the table */
		uint32_t
		    at[4]; /* offset and output of the second bridge's mapping, and the third's */
	} rows[] = {
		{ { 3, 0, 3 }, 200 + 76 + 56, { 276 + 36, 0x12000, 200 + 56, 0x24000 } },
		{ { 1027, 3, 2 }, 200 + 3 * 56, { 256 + 36, 0x12000, 312 + 36, 0x24000 } },
		{ { 2, 5, 5 }, 200 + 56 + 76, { 256 + 36, 0x12000, 256 + 56, 0x24000 } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_dev devs[4] = { { AB_DEV_SMMUV3, .base = 0x9050000, .irq = 106 } };
		const struct ab_machine m = {
			MACHINE, .n_cpus = 1,
			.arm64.gic = { GIC3(1), .its = AB_LIST(struct ab_its, { 0x8080000 }) },
			.devs = { devs, 4 }
		};

		for (uint32_t k = 0; k < 3; k++)
			devs[1 + k] =
			    (struct ab_dev){ AB_DEV_PCIE_ECAM, .base = 0x20000000 + k * 0x1000000,
					     .size = AB_MiB,
					     .pcie = { .segment = rows[i].segments[k],
						       .bus = (uint8_t)(k * 0x20),
						       .smmu = 1 } };
		assert_int_equal(build(ab_acpi_iort, "IORT", 0, &m), rows[i].size);
		for (size_t k = 0; k < 4; k += 2) {
			assert_int_equal(ab_ld_le32(got + rows[i].at[k] + 8), rows[i].at[k + 1]);
			assert_int_equal(ab_ld_le32(got + rows[i].at[k] + 12), 72);
		}
	}
}

/* The mappings of an SMMU are as many as the node's length can tell. */
static void test_iort_most(void **state)
{
	static struct ab_dev devs[1 + 3274] = { { AB_DEV_SMMUV3, .base = 0x9050000, .irq = 106 } };
	struct ab_machine m = { MACHINE, .n_cpus = 1, .phys_bits = 48,
				.arm64.gic = { GIC3(1),
					       .its = AB_LIST(struct ab_its, { 0x8080000 }) },
				.devs = { devs, COUNT(devs) - 1 } };
	struct ab_acpi_set set;
	struct ab_error why;

	(void)state;
	for (uint32_t i = 1; i < COUNT(devs); i++)
		devs[i] =
		    (struct ab_dev){ AB_DEV_PCIE_ECAM,
				     .base = UINT64_C(0x600000000000) + i * AB_MiB, .size = AB_MiB,
				     .pcie = { .segment = (uint16_t)i, .smmu = 1 } };
	assert_ok(ab_acpi_layout(&set, &m, &why), &why, "most");
	m.devs.n++;
	assert_error(ab_acpi_layout(&set, &m, &why), &why,
		     &(struct expected){ AB_ERR_UNSUPPORTED, "machine.devs[].pcie.smmu", 3274,
					 "must be at most 3273 bridges" },
		     "one more");
}

/* A table for what is there, and none for what is not. */
static void test_absent(void **state)
{
	static const struct ab_dev ecam = { AB_DEV_PCIE_ECAM, .base = 0x20000000, .size = AB_MiB };
	static const struct ab_dev smmu = { AB_DEV_SMMUV3, .base = 0x9050000, .irq = 106 };
	static const struct ab_dev uart = { AB_DEV_UART_16550, .base = 0x3f8, .irq = 4 };
	struct ab_machine m = { MACHINE, .n_cpus = 1, .arm64.gic = { GIC3(1) } };
	struct ab_machine x86 = { .arch = AB_ARCH_X86_64,
				  .n_cpus = 1,
				  .devs = { &uart, 1 },
				  .ram = AB_LIST(struct ab_ram, { .size = AB_MiB }) };

	(void)state;
	assert_int_equal(build(ab_acpi_iort, "IORT", 0, &m), 0);
	assert_int_equal(build(ab_acpi_spcr, "SPCR", 2, &m), 0);
	assert_int_equal(build(ab_acpi_dbg2, "DBG2", 0, &m), 0);
	m.devs = (struct ab_dev_list){ &ecam, 1 };
	assert_int_equal(build(ab_acpi_iort, "IORT", 0, &m), 0);
	m.devs = (struct ab_dev_list){ &smmu, 1 };
	assert_int_equal(build(ab_acpi_iort, "IORT", 0, &m), 48 + 68);
	m.arm64.gic.its = (struct ab_its_list)AB_LIST(struct ab_its, { 0x8080000 });
	assert_int_equal(build(ab_acpi_iort, "IORT", 0, &m), 48 + 24 + 68);
	m.devs.n = 0;
	assert_int_equal(build(ab_acpi_iort, "IORT", 0, &m), 0);
	assert_int_equal(build(ab_acpi_gtdt, "GTDT", 3, &x86), 0);
	assert_int_equal(build(ab_acpi_pptt, "PPTT", 2, &x86), 0);
	assert_int_equal(build(ab_acpi_iort, "IORT", 0, &x86), 0);
	assert_int_equal(build(ab_acpi_dbg2, "DBG2", 0, &x86), 0);
}

/* Revision 4: what was there, the exact rate, and who it is in the DSDT. */
static void check_spcr_4(const struct ab_dev *dev, const char *path)
{
	const struct ab_machine m = { MACHINE, .n_cpus = 1, .arm64.gic = { GIC3(1) },
				      .devs = { dev, 1 }, .acpi.edition = AB_ACPI_6_5 };
	static const struct field rest[] = {
		{ 76, 4, "Clock Frequency: not told", 0 },
		{ 80, 4, "Precise Baud Rate", 115200 },
		{ 84, 2, "NamespaceStringLength", 10 },
		{ 86, 2, "NamespaceStringOffset", 88 },
	};
	uint8_t before[80];

	memcpy(before, got, sizeof(before));
	assert_int_equal(build(ab_acpi_spcr, "SPCR", 4, &m), 98);
	assert_memory_equal(got + 36, before + 36, 40);
	assert_int_equal(check_fields("SPCR", got, 76, rest, COUNT(rest)), 88);
	assert_memory_equal(got + 88, path, 10);
}

/* SPCR, and DBG2 with all of them. What Linux's drivers take: 32 bits of a PL011, 8 of a 16550. */
static void test_uarts(void **state)
{
	static const struct {
		struct ab_dev dev;
		uint8_t type, bits, access;
		const char *path;
	} rows[] = {
		{ { AB_DEV_UART_PL011, .base = 0x9000000, .irq = 33 }, 3, 32, 3, "\\_SB.A000" },
		{ { AB_DEV_UART_SBSA, .base = 0x109000000, .irq = 1019 },
		  0xe,
		  32,
		  3,
		  "\\_SB.S000" },
		{ { AB_DEV_UART_16550, .base = 0x9000000, .irq = 40 }, 0, 8, 1, "\\_SB.U000" },
		{ { AB_DEV_UART_PL011, .base = 0x9000000, .irq = 5119 }, 3, 32, 3, "\\_SB.A000" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct ab_machine m = { MACHINE, .n_cpus = 1, .arm64.gic = { GIC3(1) },
					      .devs = { &rows[i].dev, 1 } };
		const struct field spcr[] = {
			{ 36, 4, "Interface Type", rows[i].type },
			{ 40, 1, "memory", 0 },
			{ 41, 1, "bits", rows[i].bits },
			{ 42, 1, "offset", 0 },
			{ 43, 1, "access", rows[i].access },
			{ 44, 8, "address", rows[i].dev.base },
			{ 52, 1, "Interrupt Type: GIC", 8 },
			{ 53, 1, "IRQ", 0 },
			{ 54, 4, "GSI", rows[i].dev.irq },
			{ 58, 1, "115200", 7 },
		};
		const struct field dbg2[] = {
			{ 36, 4, "Offset", 44 },
			{ 40, 4, "Number", 1 },
			{ 44, 1, "Revision", 0 },
			{ 45, 2, "Length", 48 },
			{ 47, 1, "Registers", 1 },
			{ 48, 2, "Namespace Length", 10 },
			{ 50, 2, "Namespace Offset", 38 },
			{ 52, 4, "OEM Data", 0 },
			{ 56, 2, "serial", 0x8000 },
			{ 58, 2, "Subtype", rows[i].type },
			{ 60, 2, "reserved", 0 },
			{ 62, 2, "Base Address Offset", 22 },
			{ 64, 2, "Address Size Offset", 34 },
			{ 66, 1, "memory", 0 },
			{ 67, 1, "bits", rows[i].bits },
			{ 68, 1, "offset", 0 },
			{ 69, 1, "access", rows[i].access },
			{ 70, 8, "address", rows[i].dev.base },
			{ 78, 4, "size", rows[i].bits == 32 ? 4096 : 8 },
		};

		assert_int_equal(build(ab_acpi_spcr, "SPCR", 2, &m), 80);
		check_fields("SPCR", got, 36, spcr, COUNT(spcr));
		assert_int_equal(got[60], 1); /* stop bit */
		check_spcr_4(&rows[i].dev, rows[i].path);
		assert_int_equal(build(ab_acpi_dbg2, "DBG2", 0, &m), 92);
		check_fields("DBG2", got, 36, dbg2, COUNT(dbg2));
		assert_memory_equal(got + 82, rows[i].path, 10);
	}
}

static void test_many_uarts(void **state)
{
	const struct ab_machine m = {
		MACHINE,
		.n_cpus = 1,
		.arm64.gic = { GIC3(1) },
		.devs = AB_LIST(struct ab_dev, { AB_DEV_UART_SBSA, .base = 0x9000000, .irq = 33 },
				{ AB_DEV_UART_PL011, .base = 0x9001000, .irq = 34 },
				{ AB_DEV_UART_SBSA, .base = 0x9002000, .irq = 35 }),
	};

	(void)state;
	assert_int_equal(build(ab_acpi_dbg2, "DBG2", 0, &m), 44 + 3 * 48);
	assert_int_equal(got[40], 3);
	assert_memory_equal(got + 44 + 38, "\\_SB.S000", 10);
	assert_memory_equal(got + 44 + 48 + 38, "\\_SB.A000", 10);
	assert_memory_equal(got + 44 + 96 + 38, "\\_SB.S001", 10);
	assert_int_equal(build(ab_acpi_spcr, "SPCR", 2, &m), 80);
	assert_int_equal(read_le(got + 44, 8), 0x9000000);
}

static void make_fadt(const struct ab_machine *m, struct ab_buf *out)
{
	ab_acpi_fadt(m, 0x1234567800, 0, out);
}

/* 5.2.9: hardware-reduced, no PC's flags, PSCI by its conduit, who the hypervisor is. */
static void test_fadt(void **state)
{
	struct ab_machine m = { MACHINE, .n_cpus = 1, .arm64.gic = { GIC3(1) },
				.acpi.hypervisor_id = "MsHyperV" };

	(void)state;
	assert_int_equal(build(make_fadt, "FACP", 6, &m), 276);
	assert_int_equal(read_le(got + 40, 4), 0);
	assert_true(read_le(got + 140, 8) == 0x1234567800);
	assert_int_equal(read_le(got + 109, 2), 0);
	assert_int_equal(read_le(got + 112, 4), 1 << 20 | 1 << 6 | 3 << 4);
	assert_int_equal(got[131], 3); /* of 6.3 */
	assert_int_equal(read_le(got + 129, 2), 3);
	assert_memory_equal(got + 268, "MsHyperV", 8);
	m.arm64.conduit = AB_CONDUIT_SMC;
	m.acpi.hypervisor_id = "KVM";
	assert_int_equal(build(make_fadt, "FACP", 6, &m), 276);
	assert_int_equal(read_le(got + 129, 2), 1);
	assert_memory_equal(got + 268, "KVM\0\0\0\0", 8);
	m.acpi.hypervisor_id = NULL;
	m.acpi.edition = AB_ACPI_6_5;
	assert_int_equal(build(make_fadt, "FACP", 6, &m), 276);
	assert_int_equal(got[131], 5);
	assert_int_equal(read_le(got + 268, 8), 0);
}

/* 5.2.16.4 */
static void test_srat(void **state)
{
	static const struct field fields[] = {
		{ 36, 4, "1", 1 },
		{ 40, 8, "reserved", 0 },
		{ 48, 2, "GICC", 0x1203 },
		{ 50, 4, "Domain", 0x101 },
		{ 54, 4, "UID", 0 },
		{ 58, 4, "Flags", 1 },
		{ 62, 4, "Clock", 0 },
		{ 66, 2, "GICC", 0x1203 },
		{ 68, 4, "Domain", 0 },
		{ 72, 4, "UID", 1 },
		{ 76, 4, "Flags", 1 },
		{ 80, 4, "Clock", 0 },
		{ 84, 2, "Memory", 0x2801 },
		{ 86, 4, "Domain", 0 },
		{ 90, 2, "reserved", 0 },
		{ 92, 8, "Base", 1 << 30 },
		{ 100, 8, "Length", AB_MiB },
		{ 108, 4, "reserved", 0 },
		{ 112, 4, "Flags", 1 },
		{ 116, 8, "reserved", 0 },
	};
	const struct ab_machine m = {
		.arch = AB_ARCH_ARM64,
		.n_cpus = 2,
		.ram = AB_LIST(struct ab_ram, { .base = 1 << 30, .size = AB_MiB }),
		.cpus = AB_LIST(struct ab_cpu, { .id = 0x500, .node = 0x101 }, { .id = 0x501 }),
		.arm64.gic = { GIC3(2) },
	};

	(void)state;
	CHECK(ab_acpi_srat, "SRAT", 3, &m, fields);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_madt_v2),        cmocka_unit_test(test_madt_v3),
		cmocka_unit_test(test_madt_every_cpu), cmocka_unit_test(test_gtdt),
		cmocka_unit_test(test_pptt),           cmocka_unit_test(test_pptt_every_cpu),
		cmocka_unit_test(test_iort),           cmocka_unit_test(test_iort_itses),
		cmocka_unit_test(test_absent),         cmocka_unit_test(test_uarts),
		cmocka_unit_test(test_many_uarts),     cmocka_unit_test(test_fadt),
		cmocka_unit_test(test_srat),           cmocka_unit_test(test_cpus_later),
		cmocka_unit_test(test_madt_65),        cmocka_unit_test(test_pptt_65),
		cmocka_unit_test(test_iort_rmr),       cmocka_unit_test(test_iort_segments),
		cmocka_unit_test(test_iort_most),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
