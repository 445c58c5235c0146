/* SPDX-License-Identifier: BSD-2-Clause */
/* What holds for every plan, over machines and payloads that a die chose: what can be planned is
 * right to the byte, and what cannot is told as one of three errors. */
#include "kernels.h"
#include "recorder.h"

#ifndef ROUNDS
#define ROUNDS 1500 /* more by -DROUNDS=... */
#endif

/* A machine and a payload with room for all their lists. */
struct sample {
	struct ab_machine m;
	struct ab_payload os;
	struct ab_ram ram[160];
	struct ab_dev devs[16];
	struct ab_bytes initrds[4];
	struct ab_blob blobs[4];
	struct ab_reserve reserve[6];
	struct ab_fixed fixed[4];
	struct ab_setup_data nodes[3];
	char cmdline[256];
};

static uint8_t kernels[8][0x10000], bytes[AB_MiB];
static size_t sizes[8];

static int make_kernels(void **state)
{
	struct bz_spec bz = bz_packed;

	(void)state;
	sizes[0] = make_elf(kernels[0], &elf64);
	sizes[1] = make_elf(kernels[1], &elf64_reversed);
	sizes[2] = make_elf(kernels[2], &elf32_pvh);
	sizes[3] = make_bzimage(kernels[3], &bz);
	bz.elf = &elf64_reversed;
	bz.xloadflags = XLF_64;
	sizes[4] = make_bzimage(kernels[4], &bz);
	sizes[5] = make_bzimage(kernels[5], &bz_bare);
	bz = bz_bare;
	bz.xloadflags |= XLF_ABOVE_4G;
	bz.init_size = 0x30000000;
	sizes[6] = make_bzimage(kernels[6], &bz);
	sizes[7] = make_bzimage(kernels[7], &bz_32bit);
	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (uint8_t)(i * 11 + i / 256 + 1);
	return 0;
}

/* Sizes from bytes to gigabytes, all magnitudes alike. */
static uint64_t any_size(uint64_t *seed, unsigned int bits)
{
	return rnd(seed) >> (64 - 1 - rnd_below(seed, bits));
}

static uint64_t pages(uint64_t v)
{
	return v & ~UINT64_C(4095);
}

/* Below 3 GiB one or more ranges, or a hundred; above 4 GiB as many again. */
static void any_ram(struct sample *s, uint64_t *seed)
{
	uint64_t least = rnd_below(seed, 4) == 0 ? AB_MiB : 64 * AB_MiB;
	uint64_t at = pages(least + any_size(seed, 31));
	uint32_t most = rnd_below(seed, 12) == 0 ? 130 : 1 + rnd_below(seed, 5);
	size_t n = 1;

	at = at < 3 * AB_GiB ? at : 3 * AB_GiB;
	s->ram[0] = (struct ab_ram){ 0, at, 0 };
	while (n <= most) {
		uint64_t gap = rnd_below(seed, 3) == 0 ? 0 : pages(any_size(seed, 28));
		uint64_t size = pages(4096 + any_size(seed, most > 100 ? 24 : 38));

		at += gap;
		if (at < 4 * AB_GiB && size > 3 * AB_GiB - (at < 3 * AB_GiB ? at : 3 * AB_GiB))
			at = 4 * AB_GiB;
		s->ram[n++] = (struct ab_ram){ at, size, rnd_below(seed, 4) };
		at += size;
	}
	s->m.ram = (struct ab_ram_list){ s->ram, n };
}

static void any_devices(struct sample *s, uint64_t *seed)
{
	static const struct ab_dev all[] = {
		{ .type = AB_DEV_UART_16550, .base = 0x3f8, .irq = 4 },
		{ .type = AB_DEV_I8042 },
		{ .type = AB_DEV_RTC_CMOS },
		{ .type = AB_DEV_PIC_8259 },
		{ .type = AB_DEV_PIT_8254 },
		{ .type = AB_DEV_IOAPIC, .base = 0xfec00000 },
		{ .type = AB_DEV_HPET, .base = 0xfed00000 },
		{ .type = AB_DEV_VIRTIO_MMIO, .base = 0xfe000000, .irq = 5 },
		{ .type = AB_DEV_VIRTIO_MMIO, .base = 0xfe000200, .irq = 6 },
		{ .type = AB_DEV_PCIE_ECAM, .base = 0xe0000000, .size = 16 * AB_MiB },
		{ .type = AB_DEV_PCIE_ECAM,
		  .base = 0xe1000000,
		  .size = AB_MiB,
		  .pcie = { .segment = 1 } },
		{ .type = AB_DEV_ACPI_PM, .base = 0x600 },
		{ .type = AB_DEV_ACPI_RESET, .base = 0xcf9, .reset.value = 6 },
		{ .type = AB_DEV_PVPANIC, .base = 0x505 },
	};

	for (size_t i = 0; i < COUNT(all); i++)
		if (rnd_below(seed, 2) == 0)
			s->devs[s->m.devs.n++] = all[i];
	s->m.devs.at = s->devs;
}

static uint64_t any_base(const struct sample *s, uint64_t *seed)
{
	const struct ab_ram *r = &s->ram[rnd_below(seed, (uint32_t)s->m.ram.n)];

	switch (rnd_below(seed, 4)) {
	case 0:
		return 0x1000 * (uint64_t)rnd_below(seed, 0xa0);
	case 1:
		return pages(any_size(seed, 34));
	default:
		return r->base + pages(rnd(seed) % r->size);
	}
}

static void any_payload(struct sample *s, uint64_t *seed)
{
	static const enum ab_region_kind kinds[] = {
		AB_REGION_INITRD,     AB_REGION_CMDLINE, AB_REGION_ZERO_PAGE,
		AB_REGION_SETUP_DATA, AB_REGION_GDT,     AB_REGION_PAGE_TABLES,
		AB_REGION_START_INFO, AB_REGION_ACPI,    AB_REGION_RSDP,
	};
	uint32_t k = rnd_below(seed, 8), n = rnd_below(seed, 5);

	s->os.kernel = (struct ab_bytes){ kernels[k], sizes[k] };
	if (rnd_below(seed, 3) == 0)
		s->os.protocol = (enum ab_protocol)rnd_below(seed, 5);
	s->os.flags = rnd_below(seed, 4) == 0 ? AB_VERIFY : 0;
	for (uint32_t i = 0; i < n; i++)
		s->initrds[i] = (struct ab_bytes){ bytes, (size_t)any_size(seed, 20) };
	s->os.initrds = (struct ab_bytes_list){ s->initrds, n };
	if (rnd_below(seed, 2) == 0) {
		memset(s->cmdline, 'c', rnd_below(seed, sizeof(s->cmdline)));
		s->os.cmdline = s->cmdline;
	}
	if (rnd_below(seed, 2) == 0)
		s->os.rng_seed = (struct ab_bytes){ bytes, 1 + rnd_below(seed, 64) };
	n = rnd_below(seed, 4);
	for (uint32_t i = 0; i < n; i++)
		s->nodes[i] = (struct ab_setup_data){ 2 + rnd_below(seed, 9),
						      rnd_below(seed, 2) == 0,
						      { bytes, (size_t)any_size(seed, 17) } };
	s->os.setup_data = (struct ab_setup_data_list){ s->nodes, n };
	n = rnd_below(seed, 3) == 0 ? rnd_below(seed, 7) : 0;
	for (uint32_t i = 0; i < n; i++)
		s->reserve[i] = (struct ab_reserve){ any_base(s, seed) + rnd_below(seed, 3),
						     1 + any_size(seed, 20), "reservation" };
	s->os.reserve = (struct ab_reserve_list){ s->reserve, n };
	n = rnd_below(seed, 3) == 0 ? rnd_below(seed, 5) : 0;
	for (uint32_t i = 0; i < n; i++)
		s->blobs[i] = (struct ab_blob){ { bytes, 1 + (size_t)any_size(seed, 18) },
						rnd_below(seed, 2) == 0 ? 0 : any_base(s, seed),
						(enum ab_mem_type)rnd_below(seed, 5),
						"blob" };
	for (uint32_t i = 0; i < n; i++)
		if (rnd_below(seed, 3) == 0) { /* outside of RAM, with luck */
			s->blobs[i].base = 0xc0000000 + rnd_below(seed, 0x40000000);
			s->blobs[i].type = (enum ab_mem_type)(rnd_below(seed, 2) * AB_MEM_RESERVED);
			s->blobs[i].backing = AB_BACKING_ROM;
		}
	s->os.blobs = (struct ab_blob_list){ s->blobs, n };
	n = rnd_below(seed, 3) == 0 ? rnd_below(seed, 5) : 0;
	for (uint32_t i = 0; i < n; i++)
		s->fixed[i] =
		    (struct ab_fixed){ kinds[(k + 2 * i) % COUNT(kinds)], any_base(s, seed) };
	s->os.fixed = (struct ab_fixed_list){ s->fixed, n };
}

static void any_sample(struct sample *s, uint64_t *seed)
{
	memset(s, 0, sizeof(*s));
	s->m.arch = AB_ARCH_X86_64;
	s->m.phys_bits = 46;
	s->m.n_cpus = 1 + (uint32_t)any_size(seed, 8);
	s->m.tables = (enum ab_tables)rnd_below(seed, 4);
	any_ram(s, seed);
	any_devices(s, seed);
	any_payload(s, seed);
}

/* ---- what holds --------------------------------------------------------------------------- */

static void judge_fixed(const struct sample *s, const struct ab_plan *p)
{
	for (size_t i = 0; i < s->os.fixed.n; i++) {
		const struct ab_region *r = ab_plan_region(p, s->fixed[i].kind);

		assert_true(r == NULL || r->base == s->fixed[i].base);
	}
}

/* Each reservation and blob is a region of its own, where and what the caller said. Returns how
 * many of them are ROMs. */
static size_t judge_callers(const struct sample *s, const struct ab_plan *p)
{
	size_t reserved = 0, blobs = 0, roms = 0;

	for (uint32_t i = 0; i < p->regions.n; i++) {
		const struct ab_region *r = &p->regions.at[i];

		if (r->kind == AB_REGION_RESERVED) {
			assert_true(r->base == s->reserve[r->index].base);
			assert_true(r->size == s->reserve[r->index].size);
			reserved++;
		}
		if (r->kind == AB_REGION_BLOB) {
			const struct ab_blob *b = &s->blobs[r->index];

			assert_true(b->base == 0 || r->base == b->base);
			assert_true(r->size == b->bytes.size);
			assert_int_equal(r->backing, b->backing);
			assert_true(r->type == (b->type != 0 ? b->type : AB_MEM_RESERVED));
			blobs++;
			roms += r->backing == AB_BACKING_ROM;
		}
	}
	assert_int_equal(reserved, s->os.reserve.n);
	assert_int_equal(blobs, s->os.blobs.n);
	return roms;
}

/* Initrds: each on a 4-byte boundary, all of them, below what the header says. */
static void judge_initrds(const struct sample *s, const struct recorder *rec)
{
	const struct ab_region *r = ab_plan_region(rec->plan, AB_REGION_INITRD);
	const struct ab_bzimage *bz = &rec->plan->kernel.file.bz;
	const bool is_bz = rec->plan->kernel.file.format == AB_IMAGE_BZIMAGE;
	uint64_t size = 0, top;

	for (size_t i = 0; i < s->os.initrds.n; i++)
		size = (size + 3) / 4 * 4 + s->initrds[i].size;
	assert_true(size == (r != NULL ? r->size : 0));
	if (r == NULL)
		return;
	top = 4 * AB_GiB;
	if (is_bz && rec->plan->protocol != AB_PROTOCOL_PVH)
		top = (uint64_t)bz->initrd_addr_max + 1;
	else if (rec->plan->protocol == AB_PROTOCOL_LINUX32)
		top = 0x38000000;
	if (rec->plan->protocol == AB_PROTOCOL_PVH || rec->plan->protocol == AB_PROTOCOL_LINUX32 ||
	    (is_bz && (bz->xloadflags & XLF_ABOVE_4G) == 0))
		assert_true(r->base + r->size <= top);
}

static size_t judge_sample(const struct sample *s, struct recorder *rec)
{
	const struct ab_plan *p = rec->plan;
	const bool acpi = s->m.tables <= AB_TABLES_ACPI;
	size_t roms;

	judge(rec);
	judge_fixed(s, p);
	roms = judge_callers(s, p);
	judge_initrds(s, rec);
	assert_int_equal(ab_plan_region(p, AB_REGION_ACPI) != NULL, acpi);
	assert_int_equal(ab_plan_region(p, AB_REGION_RSDP) != NULL, acpi);
	assert_int_equal(ab_plan_region(p, AB_REGION_MP_TABLE) != NULL,
			 s->m.tables == AB_TABLES_MP);
	if (s->os.cmdline != NULL)
		assert_memory_equal(recorder_kept(rec, AB_REGION_CMDLINE), s->cmdline,
				    strlen(s->cmdline) + 1);
	if (acpi)
		assert_int_equal(ab_sum8(recorder_kept(rec, AB_REGION_RSDP), 36), 0);
	return roms;
}

/* What may be said of a sample: something does not fit, lies on something else, or is asked for
 * where the kernel cannot have it. */
static bool may_be_told(const struct ab_error *why)
{
	return why->what != NULL && (why->code == AB_ERR_NOSPACE || why->code == AB_ERR_OVERLAP ||
				     why->code == AB_ERR_ARG || why->code == AB_ERR_UNSUPPORTED);
}

static void test_random_samples(void **state)
{
	static struct sample s;
	uint64_t seed = 0xbe5466cf34e90c6c;
	size_t roms = 0;
	unsigned int planned = 0, refused[AB_ERR_INTERNAL + 1] = { 0 };

	(void)state;
	for (unsigned int i = 0; i < ROUNDS; i++) {
		struct ab_region *room;
		struct ab_plan plan;
		struct recorder rec, again;
		struct ab_error why;
		enum ab_err err;

		any_sample(&s, &seed);
		plan.regions.cap = (uint32_t)ab_plan_regions(&s.m, &s.os); /* always enough */
		room = malloc(plan.regions.cap * sizeof(*room));
		plan.regions.at = room;
		err = run(&plan, &s.m, &s.os, &rec, &why);
		refused[err]++;
		if (err == AB_OK) {
			uint32_t crc = rec.crc;

			roms += judge_sample(&s, &rec);
			planned++;
			assert_ok(run(&plan, &s.m, &s.os, &again, &why), &why, "again");
			assert_int_equal(again.crc, crc);
			recorder_free(&again);
		} else {
			if (!may_be_told(&why) || strcmp(why.what, "plan.regions.n") == 0)
				assert_ok(err, &why, "random");
			assert_int_equal(rec.calls, 0);
		}
		recorder_free(&rec);
		free(room);
	}
	print_message("%u planned; ARG %u, NOSPACE %u, OVERLAP %u, UNSUPPORTED %u\n", planned,
		      refused[AB_ERR_ARG], refused[AB_ERR_NOSPACE], refused[AB_ERR_OVERLAP],
		      refused[AB_ERR_UNSUPPORTED]);
	assert_true(planned > ROUNDS / 3 && roms > ROUNDS / 100);
	assert_true(refused[AB_ERR_ARG] != 0 && refused[AB_ERR_NOSPACE] != 0);
	assert_true(refused[AB_ERR_OVERLAP] != 0 && refused[AB_ERR_UNSUPPORTED] != 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_random_samples),
	};

	return cmocka_run_group_tests(tests, make_kernels, NULL);
}
