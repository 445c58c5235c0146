/* SPDX-License-Identifier: BSD-2-Clause */
/* The DSDT's smallest pieces, byte for byte, and what holds for all bridges. iasl and acpiexec
 * judge whole ones elsewhere. */
#include "acpi_fields.h"

#include "golden/machines.c"
#include "checked.h"

static uint8_t got[4U << 20];

static const struct ab_ram_list one_ram = AB_LIST(struct ab_ram, { .size = 64 * AB_MiB });

static size_t build(const struct ab_machine *m)
{
	struct ab_buf none = ab_buf_over(NULL, 0), b = ab_buf_over(got, sizeof(got));
	struct ab_error why;

	if (check_machine(m, NULL, &why) != AB_OK)
		fail_msg("%s: %s", why.what, why.other != NULL ? why.other : "");
	ab_acpi_dsdt(m, &none);
	ab_acpi_dsdt(m, &b);
	assert_int_equal(ab_buf_finish(&b, "DSDT", NULL), AB_OK);
	assert_int_equal(b.len, none.len);
	assert_memory_equal(got, "DSDT", 4);
	assert_int_equal(got[8], 2);
	assert_int_equal(byte_sum(got, b.len), 0);
	return b.len;
}

/* Where these bytes are in the DSDT, from @from on; its end when they are not. */
static size_t find(size_t size, size_t from, const void *bytes, size_t n)
{
	for (size_t i = from; i + n <= size; i++)
		if (memcmp(got + i, bytes, n) == 0)
			return i;
	return size;
}

static size_t from_hex(uint8_t *out, const char *hex)
{
	unsigned int v;
	size_t n = 0;

	for (; *hex != '\0'; hex++)
		if (*hex != ' ') {
			v = (unsigned int)strtoul((char[]){ hex[0], hex[1], '\0' }, NULL, 16);
			out[n++] = (uint8_t)v;
			hex++;
		}
	return n;
}

/* Scope (\_SB) { Device (C000) { Name (_HID, "ACPI0007") Name (_UID, 0) } ... } */
#define CPU0 "5b821a 43303030 085f484944 0d4143504930303037 00 085f554944 00"

/* CPUs that come later are left to the VMM's own AML: each object without _STA is there. */
static void test_cpus_later(void **state)
{
	struct ab_machine m = { .arch = AB_ARCH_X86_64, .n_cpus = 4, .ram = one_ram };
	size_t size;

	(void)state;
	m.n_cpus_later = 2;
	size = build(&m);
	assert_true(find(size, 0, "C001", 4) < size);
	assert_int_equal(find(size, 0, "C002", 4), size);
	assert_int_equal(find(size, 0, "C003", 4), size);
	m.n_cpus_later = 0;
	size = build(&m);
	assert_true(find(size, 0, "C003", 4) < size);
}

/* CPUs whose UIDs take 1, 2, 3 and 5 bytes, in changing order: each has its own name and UID. */
static void test_cpus(void **state)
{
	static const struct ab_cpu cpus[] = {
		{ .id = 0 },       { .id = 1 },       { .id = 2 },     { .id = 0xff },
		{ .id = 0x100 },   { .id = 0xffff },  { .id = 3 },     { .id = 0x10000 },
		{ .id = 0x12345 }, { .id = 0x20000 }, { .id = 0x200 }, { .id = 4 },
	};
	const struct ab_machine m = { .arch = AB_ARCH_X86_64,
				      .n_cpus = sizeof(cpus) / sizeof(cpus[0]),
				      .ram = one_ram,
				      .cpus = { cpus, sizeof(cpus) / sizeof(cpus[0]) } };
	const size_t size = build(&m);
	size_t at =
	    36 + 1 + 2 + 5; /* after the header, and Scope (\_SB) with two bytes of length */

	(void)state;
	for (uint32_t i = 0; i < m.n_cpus; i++) {
		static const size_t bytes[] = { 1, 1, 2, 2, 3, 3, 2, 5, 5, 5, 3, 2 };
		const uint8_t *dev = got + at, *uid = dev + 27;
		uint64_t id = 0;

		assert_memory_equal(dev, "\x5b\x82", 2);
		assert_int_equal(dev[2], 25 + bytes[i]);
		assert_memory_equal(dev + 3, "C00", 3);
		assert_int_equal(dev[6], "0123456789AB"[i]);
		assert_memory_equal(dev + 7,
				    "\x08_HID\x0d"
				    "ACPI0007\0\x08_UID",
				    20);
		for (size_t k = bytes[i]; k-- > (bytes[i] > 1);)
			id = id << 8 | uid[k];
		assert_true(id == cpus[i].id);
		assert_int_equal(uid[0], bytes[i] == 1   ? cpus[i].id
					 : bytes[i] == 2 ? 0x0a
					 : bytes[i] == 3 ? 0x0b
							 : 0x0c);
		at += 27 + bytes[i];
	}
	assert_int_equal(at, size);
}

static void test_minimal(void **state)
{
	static const char hex[] = "1022 5c5f53425f" CPU0;
	const struct ab_machine m = { .arch = AB_ARCH_X86_64, .n_cpus = 1, .ram = one_ram };
	uint8_t want[64];
	size_t n = from_hex(want, hex);

	(void)state;
	assert_int_equal(build(&m), 36 + n);
	assert_memory_equal(got + 36, want, n);
}

/* What one device adds after the CPU. */
static void test_devices(void **state)
{
	static const struct {
		struct ab_dev dev;
		const char *name, *hex;
	} rows[] = {
		{ { .type = AB_DEV_UART_16550, .base = 0x3f8, .irq = 4 },
		  "16550",
		  "5b822b 55303030 085f484944 0c41d00501 085f554944 00 085f435253 1110 0a0d "
		  "4701f803f8030108 221000 7900" },
		{ { .type = AB_DEV_UART_16550, .base = 0xfe000000, .uid = 3 },
		  "16550 in memory, polled",
		  "5b822d 55303030 085f484944 0c41d00501 085f554944 0a03 085f435253 1111 0a0e "
		  "86090001 000000fe 08000000 7900" },
		{ { .type = AB_DEV_RTC_CMOS },
		  "RTC",
		  "5b8225 5254435f 085f484944 0c41d00b00 085f435253 1110 0a0d 4701700070000102 "
		  "220001 7900" },
		{ { .type = AB_DEV_I8042 },
		  "keyboard and mouse",
		  "5b822d 4b42445f 085f484944 0c41d00303 085f435253 1118 0a15 4701600060000101 "
		  "4701640064000101 220200 7900"
		  "5b821d 4d4f5553 085f484944 0c41d00f13 085f435253 1108 0a05 220010 7900" },
		{ { .type = AB_DEV_RTC_CMOS, .irq = AB_IRQ_NONE },
		  "RTC without an alarm",
		  "5b8222 5254435f 085f484944 0c41d00b00 085f435253 110d 0a0a 4701700070000102 "
		  "7900" },
		{ { .type = AB_DEV_I8042, .i8042.mouse = AB_IRQ_NONE },
		  "keyboard without a mouse",
		  "5b822d 4b42445f 085f484944 0c41d00303 085f435253 1118 0a15 4701600060000101 "
		  "4701640064000101 220200 7900" },
		{ { .type = AB_DEV_I8042, .irq = AB_IRQ_NONE, .i8042.mouse = 10 },
		  "a polled keyboard, and a mouse elsewhere",
		  "5b822a 4b42445f 085f484944 0c41d00303 085f435253 1115 0a12 4701600060000101 "
		  "4701640064000101 7900"
		  "5b821d 4d4f5553 085f484944 0c41d00f13 085f435253 1108 0a05 220004 7900" },
		{ { .type = AB_DEV_PIC_8259 },
		  "PIC",
		  "5b8228 5049435f 085f484944 0b41d0 085f435253 1115 0a12 4701200020000102 "
		  "4701a000a0000102 7900" },
		{ { .type = AB_DEV_PIT_8254 },
		  "PIT",
		  "5b8225 54494d52 085f484944 0c41d00100 085f435253 1110 0a0d 4701400040000104 "
		  "220100 7900" },
		{ { .type = AB_DEV_HPET, .base = 0xfed00000, .hpet.caps = 1 },
		  "HPET",
		  "5b8226 48504554 085f484944 0c41d00103 085f435253 1111 0a0e "
		  "86090001 0000d0fe 00040000 7900" },
		{ { .type = AB_DEV_VIRTIO_MMIO,
		    .base = 0x100000000,
		    .irq = 23,
		    .irq_flags = AB_IRQ_EDGE_LOW },
		  "virtio-mmio beyond 4 GiB",
		  "5b824d05 56303030 085f484944 0d4c4e524f30303035 00 085f554944 00 085f435253 "
		  "113c 0a39 8a2b00 00 0d 01 0000000000000000 0000000001000000 ff01000001000000 "
		  "0000000000000000 0002000000000000 8906000701 17000000 7900" },
		{ { .type = AB_DEV_PVPANIC, .base = 0x505 },
		  "pvpanic",
		  "5b8227 5056504e 085f484944 0d51454d5530303031 00 085f435253 110d 0a0a "
		  "4701050505050101 7900" },
		{ { .type = AB_DEV_ACPI_GED, .base = 0xfe000000, .irq = 9 },
		  "generic events",
		  "5b820f 50575242 085f484944 0c41d00c0c"
		  "5b824e05 4745445f 085f484944 0d4143504930303133 00 085f435253 110e 0a0b "
		  "8906000301 09000000 7900 5b80 45524547 00 0c000000fe 0a04 "
		  "5b810b 45524547 43 4553454c 20 "
		  "1419 5f455654 09 70 4553454c 60 a00c 7b600100 86 50575242 0a80" },
		{ { .type = AB_DEV_ACPI_GED,
		    .base = 0xfe000000,
		    .irq = 9,
		    .acpi_ged.power_button = 2 },
		  "generic events of QEMU's",
		  "5b820f 50575242 085f484944 0c41d00c0c"
		  "5b824f05 4745445f 085f484944 0d4143504930303133 00 085f435253 110e 0a0b "
		  "8906000301 09000000 7900 5b80 45524547 00 0c000000fe 0a04 "
		  "5b810b 45524547 43 4553454c 20 "
		  "141a 5f455654 09 70 4553454c 60 a00d 7b600a0200 86 50575242 0a80" },
		{ { .type = AB_DEV_IOAPIC, .base = 0xfec00000 }, "I/O APIC", "" },
		{ { .type = AB_DEV_ACPI_RESET, .base = 0x64 }, "reset register", "" },
	};
	uint8_t want[512];

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct ab_machine m = { .arch = AB_ARCH_X86_64,
					      .n_cpus = 1,
					      .ram = one_ram,
					      .devs = { &rows[i].dev, 1 } };
		size_t size = build(&m), n = from_hex(want, CPU0), at;

		at = find(size, 36, want, n) + n;
		n = from_hex(want, rows[i].hex);
		for (size_t k = 0; k < n && k < size - at; k++)
			if (got[at + k] != want[k])
				fail_msg("%s: byte %zu is %02x, not %02x", rows[i].name, k,
					 got[at + k], want[k]);
		if (size - at != n)
			fail_msg("%s: %zu bytes, not %zu", rows[i].name, size - at, n);
	}
}

/* ACPI 6.3, 7.4.2: four elements each, S5 of type 5, before \_SB; none without a way to sleep. */
static void test_sleep_states(void **state)
{
	static const struct ab_dev devs[] = { { .type = AB_DEV_ACPI_PM, .base = 0x600 },
					      { .type = AB_DEV_ACPI_SLEEP, .base = 0xfe000000 } };
	uint8_t want[64];
	size_t n =
	    from_hex(want, "08 5c5f53305f 1206 04 00000000 08 5c5f53355f 1208 04 0a050a050000");
	struct ab_machine m = { .arch = AB_ARCH_X86_64, .n_cpus = 1, .ram = one_ram };

	(void)state;
	for (size_t i = 0; i < COUNT(devs); i++) {
		m.devs = (struct ab_dev_list){ &devs[i], 1 };
		(void)build(&m);
		assert_memory_equal(got + 36, want, n);
		assert_int_equal(got[36 + n], 0x10);
	}
	m.devs.n = 0;
	assert_int_equal(find(build(&m), 36, "_S5_", 4), 36 + 35);
}

/* The type of fixed hardware counts, also beside a sleep register. */
static void test_sleep_types(void **state)
{
	static const char *const rows[AB_SLP_TYP_0 + 1] = {
		"1208 04 0a050a05 0000", "1206 04 0101 0000",     "1208 04 0a020a02 0000",
		"1208 04 0a030a03 0000", "1208 04 0a040a04 0000", "1208 04 0a050a05 0000",
		"1208 04 0a060a06 0000", "1208 04 0a070a07 0000", "1206 04 0000 0000",
	};

	(void)state;
	for (uint8_t s5 = 0; s5 < COUNT(rows); s5++) {
		const struct ab_dev devs[] = {
			{ .type = AB_DEV_ACPI_SLEEP, .base = 0xfe000000 },
			{ .type = AB_DEV_ACPI_PM, .base = 0x600, .acpi_pm.s5 = s5 },
		};
		const struct ab_machine m = {
			.arch = AB_ARCH_X86_64, .n_cpus = 1, .ram = one_ram, .devs = { devs, 2 }
		};
		uint8_t want[16];
		const size_t n = from_hex(want, rows[s5]);
		const size_t size = build(&m);

		assert_int_equal(check_machine(&m, NULL, NULL), AB_OK);
		assert_memory_equal(got + find(size, 36, "_S5_", 4) + 4, want, n);
	}
}

/* ---- bridges -------------------------------------------------------------------------------- */

struct range {
	uint64_t base, size;
	unsigned int type;
};

/* Ranges of the _CRS whose buffer starts at @at: QWord, DWord, Word and Memory32Fixed. */
static size_t read_crs(size_t at, struct range *out)
{
	size_t n = 0;

	for (; got[at] != 0x79;
	     at += got[at] < 0x80 ? 1U + (got[at] & 7) : 3U + (size_t)read_le(got + at + 1, 2)) {
		unsigned int w = got[at] == 0x8a   ? 8
				 : got[at] == 0x87 ? 4
				 : got[at] == 0x88 ? 2
						   : 0;
		const uint8_t *p = got + at;

		if (w != 0) {
			out[n++] = (struct range){ read_le(p + 6 + w, w), read_le(p + 6 + 4 * w, w),
						   p[3] };
			assert_int_equal(read_le(p + 6 + 2 * w, w),
					 out[n - 1].base + out[n - 1].size - 1);
		} else if (p[0] == 0x86) {
			out[n++] = (struct range){ read_le(p + 4, 4), read_le(p + 8, 4), 0 };
		}
	}
	return n;
}

/* Start of the descriptors of the first _CRS after @from. */
static size_t crs_at(size_t size, size_t from)
{
	size_t at = find(size, from, "_CRS\x11", 5) + 5;

	assert_true(at < size);
	at += 1 + (got[at] >> 6); /* PkgLength */
	return at + (got[at] == 0x0a ? 2 : got[at] == 0x0b ? 3 : 1); /* BufferSize */
}

/* A bridge hands on its windows, and nowhere an ECAM window; MRES has all of those. */
static void test_windows(void **state)
{
	static const char *const names[] = { "microvm", "pc", "segments" };

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		const struct ab_machine *m = golden_machine(names[i]);
		size_t size = build(m), n, at = 36, ecams = 0;
		struct range r[16];

		for (size_t k = 0; k < m->devs.n; k++) {
			const struct ab_dev *d = &m->devs.at[k];
			const struct ab_range *w[] = { &d->pcie.pio, &d->pcie.mmio32,
						       &d->pcie.mmio64 };
			size_t seen = 1;

			if (d->type != AB_DEV_PCIE_ECAM)
				continue;
			ecams++;
			at = find(size, at + 1, "P00", 3);
			n = read_crs(crs_at(size, at), r);
			assert_int_equal(r[0].type, 2);
			assert_int_equal(r[0].base, d->pcie.bus);
			assert_int_equal(r[0].size, d->size >> 20);
			for (size_t j = 0; j < 3; j++) {
				if (w[j]->size == 0)
					continue;
				assert_int_equal(r[seen].type, j == 0);
				assert_int_equal(r[seen].base, w[j]->base);
				assert_int_equal(r[seen++].size, w[j]->size);
			}
			assert_int_equal(n, seen);
			for (size_t j = 1; j < n; j++)
				for (size_t e = 0; e < m->devs.n; e++)
					assert_false(r[j].type == 0 &&
						     m->devs.at[e].type == AB_DEV_PCIE_ECAM &&
						     ab_overlaps(r[j].base, r[j].size,
								 m->devs.at[e].base,
								 m->devs.at[e].size));
		}
		at = find(size, 36, "MRES", 4);
		assert_int_equal(read_crs(crs_at(size, at), r), ecams);
		for (size_t k = 0, e = 0; k < m->devs.n; k++)
			if (m->devs.at[k].type == AB_DEV_PCIE_ECAM) {
				assert_int_equal(r[e].base, m->devs.at[k].base);
				assert_int_equal(r[e++].size, m->devs.at[k].size);
			}
	}
}

static uint64_t read_int(size_t *at)
{
	unsigned int op = got[(*at)++];
	unsigned int w = op == 0x0a ? 1 : op == 0x0b ? 2 : op == 0x0c ? 4 : 0;
	uint64_t v = w != 0 ? read_le(got + *at, w) : op;

	*at += w;
	return v;
}

/* Each slot's pins, swizzled: pin p of slot s is wired to line (s + p) mod 4, PCI 2.3, 2.2.6; but
 * for those with a route of their own. */
static void test_routes(void **state)
{
	static const struct {
		uint32_t lines[4];
		struct ab_pci_route route[4];
		size_t routes, want;
	} rows[] = {
		{ { 16, 17, 18, 19 }, { { 0 } }, 0, 128 },
		{ { 5, 0, 300, 70000 }, { { 0 } }, 0, 96 },
		{ { 16, 17, 18, 19 },
		  { { 31, 3, 70000 }, { 0, 0, 5 }, { 9, 2, 0 }, { 9, 3, 300 } },
		  4,
		  127 },
		{ { 0 }, { { 4, 1, 9 } }, 1, 1 },
	};

	(void)state;
	for (size_t k = 0; k < COUNT(rows); k++) {
		struct ab_dev devs[] = {
			{ AB_DEV_PCIE_ECAM, .base = 0xe0000000, .size = AB_MiB,
			  .pcie.routes = { rows[k].route, rows[k].routes } },
			{ AB_DEV_IOAPIC, .base = 0xfec00000 },
			{ AB_DEV_IOAPIC, .base = 0xfec01000, .ioapic = { 1, 300, 1 } },
			{ AB_DEV_IOAPIC, .base = 0xfec02000, .ioapic = { 2, 69999, 2 } },
		};
		const struct ab_machine m = { .arch = AB_ARCH_X86_64,
					      .n_cpus = 1,
					      .ram = one_ram,
					      .devs = { devs, COUNT(devs) } };
		size_t size, at, n = 0;

		memcpy(devs[0].pcie.intx, rows[k].lines, sizeof(devs[0].pcie.intx));
		size = build(&m);
		at = find(size, 36, "_PRT\x12", 5) + 5;
		assert_true(at < size);
		at += 1 + (got[at] >> 6);
		assert_int_equal(got[at++], rows[k].want);
		for (uint64_t i = 0; i < 128; i++) {
			uint32_t line = rows[k].lines[(i / 4 + i % 4) % 4];

			for (size_t r = 0; r < rows[k].routes; r++)
				if (rows[k].route[r].slot * 4U + rows[k].route[r].pin == i)
					line = rows[k].route[r].irq;
			if (line == 0)
				continue;
			n++;
			assert_int_equal(got[at], 0x12);
			assert_int_equal(got[at + 2], 4);
			at += 3;
			assert_int_equal(read_int(&at), (i / 4) << 16 | 0xffff);
			assert_int_equal(read_int(&at), i % 4);
			assert_int_equal(read_int(&at), 0);
			assert_int_equal(read_int(&at), line);
		}
		assert_int_equal(n, rows[k].want);
	}
	assert_int_equal(find(build(golden_machine("microvm")), 36, "_PRT", 4),
			 build(golden_machine("microvm")));
}

/* Further windows of a kind, in the order of their lists, of 32 bits where they can be. */
static void test_further_windows(void **state)
{
	const struct ab_dev dev = { AB_DEV_PCIE_ECAM, .base = 0xe0000000, .size = AB_MiB,
				    .pcie = { .pio = { 0xd00, 0xf300 },
					      .mmio32 = { 0xc0000000, 0x1000 },
					      .more_pio = AB_LIST(struct ab_range, { 0x1, 0xcf7 }),
					      .more_mmio =
						  AB_LIST(struct ab_range, { 0xfffff000, 0x1000 },
							  { 0, 0 }, { 0xfffff0000, 0x1000 }) } };
	static const struct range want[] = {
		{ 0, 1, 2 },       { 0xd00, 0xf300, 1 },      { 0xc0000000, 0x1000, 0 },
		{ 0x1, 0xcf7, 1 }, { 0xfffff000, 0x1000, 0 }, { 0xfffff0000, 0x1000, 0 },
	};
	const struct ab_machine m = {
		.arch = AB_ARCH_X86_64, .n_cpus = 1, .ram = one_ram, .devs = { &dev, 1 }
	};
	size_t size = build(&m), at = crs_at(size, find(size, 36, "P000", 4));
	struct range r[16];

	(void)state;
	assert_int_equal(read_crs(at, r), COUNT(want));
	for (size_t i = 0; i < COUNT(want); i++) {
		assert_int_equal(r[i].base, want[i].base);
		assert_int_equal(r[i].size, want[i].size);
		assert_int_equal(r[i].type, want[i].type);
	}
	/* word, then double words, the last one of 64 bits */
	assert_int_equal(got[at], 0x88);
	assert_int_equal(got[at + 16 + 4 * 26], 0x8a);
	assert_int_equal(got[at + 16 + 3 * 26], 0x87);
}

/* A number of the caller's is the bridge's _UID, else its place is. */
static void test_bridge_uid(void **state)
{
	static const struct ab_dev devs[] = {
		{ .type = AB_DEV_PCIE_ECAM, .base = 0xe0000000, .size = AB_MiB, .uid = 2 },
		{ .type = AB_DEV_PCIE_ECAM,
		  .base = 0xe1000000,
		  .size = AB_MiB,
		  .pcie = { .segment = 1 } },
	};
	const struct ab_machine m = {
		.arch = AB_ARCH_X86_64, .n_cpus = 1, .ram = one_ram, .devs = { devs, 2 }
	};
	size_t size = build(&m);

	(void)state;
	assert_memory_equal(got + find(size, find(size, 36, "P000", 4), "_UID", 4) + 4, "\x0a\x02",
			    2);
	assert_memory_equal(got + find(size, find(size, 36, "P001", 4), "_UID", 4) + 4, "\x01", 1);
	assert_memory_equal(got + find(size, find(size, 36, "P001", 4), "_SEG", 4) + 4, "\x01", 1);
}

/* A device's node is told on a machine that has more than one. */
static void test_nodes(void **state)
{
	size_t size = build(golden_machine("segments"));
	size_t at = find(size, find(size, 36, "P001", 4), "\x08_PXM", 5);

	(void)state;
	assert_true(at < size);
	assert_int_equal(got[at + 5], 1);
	size = build(golden_machine("numa300"));
	at = find(size, find(size, 36, "V000", 4), "\x08_PXM", 5);
	assert_true(at < size);
	assert_memory_equal(got + at + 5, "\x0a\x03", 2);
	size = build(golden_machine("pc"));
	assert_int_equal(find(size, 36, "_PXM", 4), size);
}

/* Names of CPUs: three digits to base 36, then the next letter; each CPU once. */
static void test_cpu_names(void **state)
{
	static const struct {
		uint32_t index;
		const char *name;
	} rows[] = {
		{ 0, "C000" },     { 9, "C009" },     { 10, "C00A" },    { 35, "C00Z" },
		{ 36, "C010" },    { 1295, "C0ZZ" },  { 1296, "C100" },  { 4095, "C35R" },
		{ 46655, "CZZZ" }, { 46656, "D000" }, { 65535, "DEKF" },
	};
	const struct ab_machine m = { .arch = AB_ARCH_X86_64, .n_cpus = 65536, .ram = one_ram };
	size_t size = build(&m), at = 36, n = 0;

	(void)state;
	at += 1U + 1U + (got[at + 1] >> 6) + 5U;
	for (uint32_t i = 0; i < m.n_cpus; i++) {
		assert_memory_equal(got + at, "\x5b\x82", 2);
		for (size_t k = 0; k < COUNT(rows); k++)
			if (rows[k].index == i) {
				assert_memory_equal(got + at + 3, rows[k].name, 4);
				n++;
			}
		at += 2 + got[at + 2];
	}
	assert_int_equal(at, size);
	assert_int_equal(n, COUNT(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_minimal),
		cmocka_unit_test(test_cpus_later),
		cmocka_unit_test(test_cpus),
		cmocka_unit_test(test_devices),
		cmocka_unit_test(test_sleep_states),
		cmocka_unit_test(test_sleep_types),
		cmocka_unit_test(test_windows),
		cmocka_unit_test(test_routes),
		cmocka_unit_test(test_further_windows),
		cmocka_unit_test(test_bridge_uid),
		cmocka_unit_test(test_nodes),
		cmocka_unit_test(test_cpu_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
