/* SPDX-License-Identifier: BSD-2-Clause */
/* What an arm64 guest finds from x0 on: the tree as libfdt reads it, and in ACPI mode the way from
 * the stub tree through the EFI tables to the last pointer. Then rules that hold for every plan,
 * over machines that a die chose. */
#include "arm64_image.h"
#include "recorder.h"
#include "machine/machine_priv.h"

#include <libfdt.h>

#ifndef ROUNDS
#define ROUNDS 1500 /* more by -DROUNDS=... */
#endif

static uint8_t image[0x4000], packed[0x5000], seed32[32] = { 1, 2, 3 };

/* A machine and a payload with room for all their lists. */
struct sample {
	struct ab_machine m;
	struct ab_payload os;
	struct ab_ram ram[8];
	struct ab_dev devs[4];
	struct ab_range redist;
	struct ab_bytes initrds[2];
	struct ab_blob blobs[3];
	struct ab_reserve reserve[4];
	struct ab_fixed fixed[3];
};

/* ---- reading guest memory ------------------------------------------------------------------ */

static const uint8_t *at_gpa(const struct recorder *rec, uint64_t gpa, uint64_t size)
{
	for (uint32_t i = 0; i < rec->plan->regions.n; i++) {
		const struct ab_region *r = &rec->plan->regions.at[i];

		if (gpa >= r->base && gpa - r->base < r->size) {
			assert_true(size <= r->size - (gpa - r->base));
			assert_non_null(rec->kept[i]);
			return rec->kept[i] + (gpa - r->base);
		}
	}
	fail_msg("%#llx was not written", (unsigned long long)gpa);
	return NULL;
}

static uint64_t be(const uint8_t *p, unsigned int width)
{
	uint64_t v = 0;

	for (unsigned int i = 0; i < width; i++)
		v = v << 8 | p[i];
	return v;
}

static const void *prop(const void *tree, const char *path, const char *name, int *len)
{
	int node = fdt_path_offset(tree, path);

	*len = -1;
	return node < 0 ? NULL : fdt_getprop(tree, node, name, len);
}

/* A number of one or two cells; UINT64_MAX: not there */
static uint64_t number(const void *tree, const char *path, const char *name)
{
	int len;
	const uint8_t *p = prop(tree, path, name, &len);

	return p != NULL && (len == 4 || len == 8) ? be(p, (unsigned int)len) : UINT64_MAX;
}

/* libfdt wants 8-byte alignment, and the region's is right as it is in guest memory. */
static const void *tree_of(const struct recorder *rec)
{
	const struct ab_region *r = ab_plan_region(rec->plan, AB_REGION_DTB);
	const void *tree = recorder_kept(rec, AB_REGION_DTB);

	assert_non_null(tree);
	assert_true(r->base % 8 == 0 && r->size <= 2 * AB_MiB);
	assert_int_equal(fdt_check_full(tree, (size_t)r->size), 0);
	assert_true(fdt_totalsize(tree) <= r->size);
	return tree;
}

static uint8_t sum(const uint8_t *p, size_t n)
{
	uint8_t s = 0;

	while (n-- != 0)
		s = (uint8_t)(s + *p++);
	return s;
}

/* ---- the EFI map as Linux reads it --------------------------------------------------------- */

static size_t efi_map(const struct recorder *rec, const void *tree, struct told *e, size_t most)
{
	static const uint32_t types[] = { [0] = 2, [7] = 1, [9] = 3, [10] = 4 };
	const uint64_t n = number(tree, "/chosen", "linux,uefi-mmap-size") / 40;
	const uint8_t *p = at_gpa(rec, number(tree, "/chosen", "linux,uefi-mmap-start"), 40 * n);

	assert_true(n != 0 && n <= most);
	assert_true(number(tree, "/chosen", "linux,uefi-mmap-desc-size") == 40);
	for (size_t i = 0; i < n; i++, p += 40) {
		const uint64_t type = le(p, 4);

		assert_true(type == 0 || type == 7 || type == 9 || type == 10);
		assert_true(le(p + 32, 8) == 8); /* EFI_MEMORY_WB: RAM */
		assert_true(le(p + 8, 8) % 4096 == 0);
		e[i] = (struct told){ le(p + 8, 8), le(p + 24, 8) * 4096, types[type] };
	}
	return (size_t)n;
}

/* Entries ascend, are apart, and together are RAM exactly; what must be kept is not free. */
static void judge_efi_map(const struct ab_plan *p, const struct told *e, size_t n)
{
	uint64_t end = 0, covered = 0;

	for (size_t i = 0; i < n; i++) {
		assert_true(e[i].size != 0 && e[i].base >= end);
		end = e[i].base + e[i].size;
		assert_true(ram_bytes(p->machine, e[i].base, e[i].size) == e[i].size);
		covered += e[i].size;
	}
	assert_true(covered == ab_machine_ram_size_(p->machine));
	for (uint32_t i = 0; i < p->regions.n; i++) {
		const struct ab_region *r = &p->regions.at[i];
		uint64_t told = 0; /* a reservation may reach beyond RAM */

		for (size_t k = 0; k < n; k++) {
			const uint64_t lo = e[k].base > r->base ? e[k].base : r->base;
			const uint64_t e_end = e[k].base + e[k].size, r_end = r->base + r->size;
			const uint64_t hi = e_end < r_end ? e_end : r_end;

			if (hi > lo && e[k].type == (uint32_t)r->type)
				told += hi - lo;
		}
		assert_true(told == ram_bytes(p->machine, r->base, r->size));
	}
}

/* ---- from the stub tree to the tables ------------------------------------------------------ */

static const uint8_t acpi20[16] = { 0x71, 0xe8, 0x68, 0x88, 0xf1, 0xe4, 0xd3, 0x11,
				    0xbc, 0x22, 0x00, 0x80, 0xc7, 0x3c, 0x88, 0x81 };
static const uint8_t smbios3[16] = { 0x44, 0x15, 0xfd, 0xf2, 0x94, 0x97, 0x2c, 0x4a,
				     0x99, 0x2e, 0xe5, 0xbb, 0xcf, 0x20, 0xe3, 0x94 };

static void judge_acpi(const struct recorder *rec, uint64_t rsdp)
{
	const uint8_t *p = at_gpa(rec, rsdp, 36), *xsdt;
	uint64_t n;

	assert_memory_equal(p, "RSD PTR ", 8);
	assert_true(sum(p, 20) == 0 && sum(p, 36) == 0);
	xsdt = at_gpa(rec, le(p + 24, 8), 36);
	assert_memory_equal(xsdt, "XSDT", 4);
	n = (le(xsdt + 4, 4) - 36) / 8;
	assert_true(n >= 3);
	for (uint64_t i = 0; i < n; i++) {
		const uint64_t gpa = le(xsdt + 36 + 8 * i, 8);
		const uint8_t *t = at_gpa(rec, gpa, 36);

		assert_true(sum(at_gpa(rec, gpa, le(t + 4, 4)), (size_t)le(t + 4, 4)) == 0);
	}
}

static void judge_smbios(const struct recorder *rec, uint64_t gpa)
{
	const uint8_t *p = at_gpa(rec, gpa, 24), *t;

	assert_memory_equal(p, "_SM3_", 5);
	assert_true(sum(p, 24) == 0);
	t = at_gpa(rec, le(p + 16, 8), le(p + 12, 4));
	assert_int_equal(t[0], 0); /* BIOS information comes first */
	assert_true(t[le(p + 12, 4) - 1] == 0 && t[le(p + 12, 4) - 2] == 0);
}

static void judge_efi(const struct recorder *rec, const void *tree)
{
	const uint8_t *st = at_gpa(rec, number(tree, "/chosen", "linux,uefi-system-table"), 120);
	const uint64_t n = le(st + 104, 8);
	const uint8_t *config = at_gpa(rec, le(st + 112, 8), 24 * n);
	bool acpi = false, smbios = false;

	assert_memory_equal(st, "IBI SYST", 8);
	for (uint64_t i = 0; i < n; i++, config += 24) {
		if (memcmp(config, acpi20, 16) == 0) {
			judge_acpi(rec, le(config + 16, 8));
			acpi = true;
		} else if (memcmp(config, smbios3, 16) == 0) {
			judge_smbios(rec, le(config + 16, 8));
			smbios = true;
		}
	}
	assert_true(acpi && smbios);
}

/* What Linux reads late, when what boot services left is free already, is told as ACPI memory. The
 * map itself Linux reads early, and reserves. */
static void judge_kept(const struct recorder *rec, const void *tree, const struct told *e, size_t n)
{
	const uint64_t table = number(tree, "/chosen", "linux,uefi-system-table");
	const uint8_t *st = at_gpa(rec, table, 120), *config = at_gpa(rec, le(st + 112, 8), 24);
	uint64_t gpa[16] = { table, le(st + 112, 8) };
	size_t n_gpa = 2;

	for (uint64_t i = 0; i < le(st + 104, 8); i++, config += 24)
		gpa[n_gpa++] = le(config + 16, 8);
	for (size_t i = 0; i < n_gpa; i++) {
		size_t k = 0;

		while (k < n && gpa[i] - e[k].base >= e[k].size)
			k++;
		assert_true(k < n);
		assert_int_equal(e[k].type, 3);
	}
}

/* ---- rules --------------------------------------------------------------------------------- */

static void judge_places(const struct recorder *rec, uint64_t boundary)
{
	const struct ab_plan *p = rec->plan;
	const struct ab_region *kernel = ab_plan_region(p, AB_REGION_KERNEL);
	const struct ab_region *initrd = ab_plan_region(p, AB_REGION_INITRD);
	uint64_t lo, hi;

	judge_regions(p);
	assert_true((kernel->base - boundary) % (2 * AB_MiB) == 0);
	if (initrd == NULL)
		return;
	lo = (initrd->base < kernel->base ? initrd->base : kernel->base) & ~(AB_GiB - 1);
	hi = initrd->base + initrd->size;
	hi = hi > kernel->base + kernel->size ? hi : kernel->base + kernel->size;
	assert_true(hi - lo <= 32 * AB_GiB);
}

static void judge_all(const struct recorder *rec, uint64_t boundary)
{
	static struct told e[512];
	const struct ab_plan *p = rec->plan;
	const struct ab_region *initrd = ab_plan_region(p, AB_REGION_INITRD);
	const void *tree = tree_of(rec);
	const char *args;
	int len;

	judge_places(rec, boundary);
	assert_true(number(tree, "/chosen", "linux,initrd-start") ==
		    (initrd != NULL ? initrd->base : UINT64_MAX));
	assert_true(number(tree, "/chosen", "linux,initrd-end") ==
		    (initrd != NULL ? initrd->base + initrd->size : UINT64_MAX));
	args = prop(tree, "/chosen", "bootargs", &len);
	assert_text(args, p->payload->cmdline, "bootargs");
	assert_true(number(tree, "/chosen", "kaslr-seed") ==
		    (p->payload->kaslr_seed != 0 ? p->payload->kaslr_seed : UINT64_MAX));
	if (p->machine->tables == AB_TABLES_ACPI) {
		const int chosen = fdt_first_subnode(tree, 0);

		assert_string_equal(fdt_get_name(tree, chosen, NULL), "chosen");
		assert_true(fdt_next_subnode(tree, chosen) < 0); /* or Linux ignores ACPI */
		const size_t n = efi_map(rec, tree, e, COUNT(e));

		judge_efi(rec, tree);
		judge_efi_map(p, e, n);
		judge_kept(rec, tree, e, n);
		return;
	}
	assert_true(fdt_path_offset(tree, "/cpus/cpu@0") > 0);
	prop(tree, "/chosen", "rng-seed", &len);
	assert_int_equal(len, p->payload->rng_seed.size != 0 ? (int)p->payload->rng_seed.size : -1);
	for (uint32_t i = 0; i < p->regions.n; i++) {
		const struct ab_region *r = &p->regions.at[i];
		char path[64];

		snprintf(path, sizeof(path), "/reserved-memory/reserved@%llx",
			 (unsigned long long)r->base);
		if (r->kind == AB_REGION_KERNEL || r->kind == AB_REGION_DTB)
			assert_true(fdt_path_offset(tree, path) < 0);
	}
}

static void test_what_x0_leads_to(void **state)
{
	static const enum ab_tables tables[] = { AB_TABLES_USUAL, AB_TABLES_FDT, AB_TABLES_ACPI };

	(void)state;
	for (size_t i = 0; i < COUNT(tables); i++) {
		const struct ab_machine m = {
			.arch = AB_ARCH_ARM64,
			.tables = tables[i],
			.n_cpus = 2,
			.arm64.gic = { .dist = 0x8000000,
				       .redist = AB_LIST(struct ab_range, { 0x80a0000, 0x40000 }) },
			.ram = AB_LIST(struct ab_ram, { 0x40000000, AB_GiB, 0 }),
		};
		const struct ab_payload os = {
			.kernel = { image, make_image(image, &(struct image_spec){ 0, 0x2010000,
										   0xa, 0x3000 }) },
			.initrds = AB_LIST(struct ab_bytes, { "initrd", 6 }),
			.cmdline = "quiet \"a b\"",
			.kaslr_seed = 0x1122334455667788,
			.rng_seed = { seed32, sizeof(seed32) },
			.reserve = AB_LIST(struct ab_reserve, { 0x50000000, 0x10000, "mine" }),
		};
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct recorder rec;
		struct ab_vcpu cpu;
		struct ab_error why;
		uint64_t cells[4] = { 0 };
		const uint8_t *reg;
		int len;

		assert_ok(run(&plan, &m, &os, &rec, &why), &why, "run");
		judge_all(&rec, 0);
		assert_ok(ab_plan_entry(&plan, 0, &cpu, &why), &why, "entry");
		assert_true(cpu.arm64.x[0] == ab_plan_region(&plan, AB_REGION_DTB)->base);
		reg = prop(tree_of(&rec), "/reserved-memory/reserved@50000000", "reg", &len);
		assert_int_equal(reg != NULL, tables[i] != AB_TABLES_ACPI);
		if (reg != NULL) {
			assert_int_equal(len, 16);
			cells[0] = be(reg, 8);
			cells[1] = be(reg + 8, 8);
			assert_true(cells[0] == 0x50000000 && cells[1] == 0x10000);
		}
		recorder_free(&rec);
	}
}

/* As many entries of the EFI map as the description makes: more than a page has room for. */
static void test_a_long_efi_map(void **state)
{
	static struct ab_ram ram[301];
	static struct told e[COUNT(ram) + 8];
	struct ab_machine m = {
		.arch = AB_ARCH_ARM64,
		.tables = AB_TABLES_ACPI,
		.n_cpus = 1,
		.arm64.gic = { .dist = 0x8000000,
			       .redist = AB_LIST(struct ab_range, { 0x80a0000, 0x40000 }) },
		.ram = { ram, COUNT(ram) },
	};
	const struct ab_payload os = {
		.kernel = { image,
			    make_image(image, &(struct image_spec){ 0, 0x10000, 0xa, 0x3000 }) },
	};
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct recorder rec;
	struct ab_error why;

	(void)state;
	for (uint32_t i = 0; i < COUNT(ram); i++)
		ram[i] = (struct ab_ram){ 0x40000000 + 2 * i * AB_MiB, AB_MiB, 0 };
	ram[0].base = 0x30000000;
	ram[0].size = 256 * AB_MiB;
	assert_ok(run(&plan, &m, &os, &rec, &why), &why, "run");
	judge_all(&rec, 0);
	assert_true(efi_map(&rec, tree_of(&rec), e, COUNT(e)) >= COUNT(ram));
	recorder_free(&rec);
}

/* ---- a die --------------------------------------------------------------------------------- */

static uint64_t any_size(uint64_t *seed, unsigned int bits)
{
	return rnd(seed) >> (64 - 1 - rnd_below(seed, bits));
}

static uint64_t pages(uint64_t v)
{
	return v & ~UINT64_C(4095);
}

/* From 64 MiB to 1 TiB, from 0 to 2^40, in pieces. */
static void any_ram(struct sample *s, uint64_t *seed)
{
	uint64_t at = rnd_below(seed, 4) == 0 ? 0 : pages(any_size(seed, 41));
	const uint32_t n = 1 + rnd_below(seed, 4);

	at = at < UINT64_C(1) << 40 ? at : UINT64_C(1) << 40;
	if (rnd_below(seed, 2) == 0)
		at &= ~(2 * AB_MiB - 1);
	for (uint32_t i = 0; i < n; i++) {
		uint64_t size = 64 * AB_MiB + pages(any_size(seed, 39));

		s->ram[i] = (struct ab_ram){ at, size, i == 0 ? 0 : rnd_below(seed, 2) };
		at += size + (rnd_below(seed, 2) == 0 ? 0 : pages(any_size(seed, 30)));
	}
	s->m.ram = (struct ab_ram_list){ s->ram, n };
	/* devices lie above all RAM */
	at = (at + 2 * AB_GiB) & ~(AB_GiB - 1);
	s->m.arm64.gic.dist = at;
	s->redist = (struct ab_range){ at + 512 * AB_MiB, 256 * AB_MiB };
	s->m.arm64.gic.redist = (struct ab_range_list){ &s->redist, 1 };
	s->devs[0] = (struct ab_dev){ AB_DEV_UART_PL011, .base = at + 0x9000000, .irq = 33 };
	s->devs[1] =
	    (struct ab_dev){ AB_DEV_PCIE_ECAM, .base = at + 256 * AB_MiB, .size = 16 * AB_MiB };
	s->m.devs = (struct ab_dev_list){ s->devs, 1 + rnd_below(seed, 2) };
}

static uint64_t any_base(const struct sample *s, uint64_t *seed)
{
	const struct ab_ram *r = &s->ram[rnd_below(seed, (uint32_t)s->m.ram.n)];
	const uint64_t base = r->base + rnd(seed) % r->size;

	return rnd_below(seed, 3) == 0 ? base & ~(2 * AB_MiB - 1) : pages(base);
}

static uint64_t any_payload(struct sample *s, uint64_t *seed)
{
	static const enum ab_region_kind kinds[] = { AB_REGION_INITRD, AB_REGION_DTB,
						     AB_REGION_KERNEL, AB_REGION_ACPI };
	const struct image_spec spec = {
		rnd_below(seed, 2) == 0 ? 0 : pages(rnd_below(seed, 2 * AB_MiB)),
		rnd_below(seed, 6) == 0 ? 0 : 0x3000 + any_size(seed, 26),
		rnd(seed) & 0xf,
		0x3000,
	};
	const uint64_t boundary = spec.image_size == 0 ? 0x80000 : spec.text_offset;
	uint32_t n = rnd_below(seed, 3);

	s->os.kernel = (struct ab_bytes){ image, make_image(image, &spec) };
	if (rnd_below(seed, 3) == 0)
		s->os.kernel = (struct ab_bytes){ packed, make_gzip(packed, image, spec.size) };
	s->os.cmdline = rnd_below(seed, 3) == 0 ? NULL : "console=ttyAMA0";
	s->os.kaslr_seed = rnd_below(seed, 2) == 0 ? 0 : rnd(seed);
	if (rnd_below(seed, 2) == 0)
		s->os.rng_seed = (struct ab_bytes){ seed32, sizeof(seed32) };
	for (uint32_t i = 0; i < n; i++)
		s->initrds[i] = (struct ab_bytes){ image, rnd_below(seed, sizeof(image)) };
	s->os.initrds = (struct ab_bytes_list){ s->initrds, n };
	n = rnd_below(seed, 4);
	for (uint32_t i = 0; i < n; i++)
		s->reserve[i] = (struct ab_reserve){ any_base(s, seed),
						     4096 + pages(any_size(seed, 24)), "mine" };
	s->os.reserve = (struct ab_reserve_list){ s->reserve, n };
	n = rnd_below(seed, 3);
	for (uint32_t i = 0; i < n; i++)
		s->blobs[i] = (struct ab_blob){ { image, 1 + rnd_below(seed, 0x2000) },
						rnd_below(seed, 2) == 0 ? 0 : any_base(s, seed),
						(enum ab_mem_type)rnd_below(seed, 5),
						"blob" };
	s->os.blobs = (struct ab_blob_list){ s->blobs, n };
	n = rnd_below(seed, 4) == 0 ? 1 + rnd_below(seed, 2) : 0;
	for (uint32_t i = 0; i < n; i++) {
		s->fixed[i] =
		    (struct ab_fixed){ kinds[rnd_below(seed, COUNT(kinds))], any_base(s, seed) };
		if (s->fixed[i].kind == AB_REGION_KERNEL)
			s->fixed[i].base = (s->fixed[i].base & ~(2 * AB_MiB - 1)) + boundary;
	}
	s->os.fixed = (struct ab_fixed_list){ s->fixed, n };
	return boundary;
}

static void test_every_plan(void **state)
{
	uint64_t seed = 0x123456789abcdef;
	uint32_t good = 0;

	(void)state;
	for (uint32_t i = 0; i < ROUNDS; i++) {
		static struct sample s;
		struct ab_region *room;
		struct ab_plan plan;
		struct recorder rec;
		struct ab_error why;
		uint64_t boundary;
		enum ab_err err;

		memset(&s, 0, sizeof(s));
		s.m.arch = AB_ARCH_ARM64;
		s.m.n_cpus = 1 + rnd_below(&seed, rnd_below(&seed, 30) == 0 ? 800 : 40);
		s.m.phys_bits = 44;
		s.m.tables = rnd_below(&seed, 2) == 0 ? AB_TABLES_FDT : AB_TABLES_ACPI;
		any_ram(&s, &seed);
		boundary = any_payload(&s, &seed);
		plan.regions.cap = (uint32_t)ab_plan_regions(&s.m, &s.os); /* always enough */
		room = malloc(plan.regions.cap * sizeof(*room));
		plan.regions.at = room;
		err = run(&plan, &s.m, &s.os, &rec, &why);
		if (err == AB_OK) {
			judge_all(&rec, boundary);
			recorder_free(&rec);
			good++;
		} else if (err != AB_ERR_NOSPACE && err != AB_ERR_OVERLAP && err != AB_ERR_ARG) {
			fail_msg("%s: %s", ab_err_name(err), why.what);
		} else if (s.os.fixed.n == 0 && s.os.reserve.n == 0 && s.os.blobs.n == 0) {
			/* nothing of the caller's can be in the way */
			fail_msg("round %u: %s %s", i, ab_err_name(err), why.what);
		} else if (strcmp(why.what, "plan.regions.n") == 0) {
			fail_msg("round %u: %u regions", i, plan.regions.cap);
		}
		free(room);
	}
	assert_true(good > ROUNDS / 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_x0_leads_to),
		cmocka_unit_test(test_a_long_efi_map),
		cmocka_unit_test(test_every_plan),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
