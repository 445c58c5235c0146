/* SPDX-License-Identifier: BSD-2-Clause */
/* Placing: every byte of every region, whatever the memory held before; work memory to the byte;
 * and sinks that refuse. */
#include "kernels.h"
#include "recorder.h"

#define RAM_SIZE (20 * AB_MiB)

static uint8_t vmlinux[0x8000], pvh32[0x2000], packed[0x10000], two_runs[0x10000], self[0x4000],
    bz32[0x4000];
static size_t n_vmlinux, n_pvh32, n_packed, n_two_runs, n_self, n_bz32;

static int make_kernels(void **state)
{
	struct bz_spec bz = bz_packed;

	(void)state;
	n_vmlinux = make_elf(vmlinux, &elf64);
	n_pvh32 = make_elf(pvh32, &elf32_pvh);
	n_packed = make_bzimage(packed, &bz);
	bz.elf = &elf64_reversed;
	n_two_runs = make_bzimage(two_runs, &bz);
	bz = bz_bare;
	bz.init_size = 0x200000;
	n_self = make_bzimage(self, &bz);
	bz = bz_32bit;
	bz.pref = 0x200000;
	bz.init_size = 0x200000;
	n_bz32 = make_bzimage(bz32, &bz);
	return 0;
}

#define KERNEL(k) .kernel = { k, n_##k }
#define ANY_REST                                                                                   \
	.cmdline = "console=ttyS0 quiet", .initrds = { initrds, 2 }, .rng_seed = { seed, 32 },     \
	.blobs = { blobs, 2 }, .reserve = { &taken, 1 }
#define REST ANY_REST, .setup_data = { nodes, 2 }

static const char seed[] = "0123456789abcdef0123456789abcdef";
static const struct ab_bytes initrds[] = { { "first", 5 }, { "second", 6 } };
static const struct ab_setup_data nodes[] = { { AB_SETUP_DTB, false, { "tree", 4 } },
					      { 0x1234, true, { "own", 3 } } };
static const struct ab_blob blobs[] = { { { "blob", 4 }, 0, 0, "blob" },
					{ { "low", 3 }, 0x7ffd, AB_MEM_RAM, "low" } };
static const struct ab_reserve taken = { 0x200000, 0x3000, "taken" };
static const struct ab_ram ram[] = { { 0, RAM_SIZE, 0 } };
static const struct ab_dev devs[] = {
	{ .type = AB_DEV_UART_16550, .base = 0x3f8, .irq = 4 },
	{ .type = AB_DEV_ACPI_PM, .base = 0x600 },
};
static const struct ab_machine machines[] = {
	{ .arch = AB_ARCH_X86_64, .n_cpus = 2, .ram = { ram, 1 }, .devs = { devs, 2 } },
	{ .arch = AB_ARCH_X86_64,
	  .n_cpus = 2,
	  .ram = { ram, 1 },
	  .devs = { devs, 1 },
	  .tables = AB_TABLES_MP },
};

struct pair {
	const struct ab_machine *m;
	struct ab_payload os;
};

/* Every way in, with everything a payload can have. Fill @out; returns how many. */
static size_t pairs(struct pair *out)
{
	const struct ab_payload all[] = {
		{ KERNEL(vmlinux), REST },
		{ KERNEL(packed), REST },
		{ KERNEL(two_runs), REST },
		{ KERNEL(self), REST, .protocol = AB_PROTOCOL_SELF },
		{ KERNEL(packed), ANY_REST, .protocol = AB_PROTOCOL_PVH },
		{ KERNEL(pvh32), ANY_REST },
		{ KERNEL(bz32), .cmdline = "x", .rng_seed = { seed, 4 } },
		{ KERNEL(vmlinux), REST, .flags = AB_LA57 },
	};
	size_t n = 0;

	for (size_t i = 0; i < COUNT(all); i++)
		for (size_t k = 0; k < COUNT(machines); k++) {
			out[n].m = &machines[k];
			memcpy(&out[n++].os, &all[i], sizeof(all[i]));
		}
	return n;
}

/* ---- every byte --------------------------------------------------------------------------- */

/* What an ELF leaves at an address: file bytes, or zero. */
static uint8_t elf_at(const struct elf_spec *elf, uint64_t gpa)
{
	for (uint32_t i = 0; i < COUNT(elf->seg) && elf->seg[i].mem_size != 0; i++)
		if (gpa >= elf->seg[i].paddr && gpa - elf->seg[i].paddr < elf->seg[i].file_size)
			return seg_byte(i, (uint32_t)(gpa - elf->seg[i].paddr));
	return 0;
}

static void judge_kernel(const struct pair *p, const struct ab_region *r, const uint8_t *mem)
{
	const uint8_t *file = p->os.kernel.data;
	const bool is_bz = file == self || file == bz32;
	const struct elf_spec *elf = file == pvh32      ? &elf32_pvh
				     : file == two_runs ? &elf64_reversed
							: &elf64;

	for (uint64_t i = 0; i < r->size; i++) {
		uint8_t want = is_bz ? i < 0x1000 ? file[1024 + i] : 0 : elf_at(elf, r->base + i);

		if (mem[r->base + i] != want)
			fail_msg("kernel byte %#llx: %#x instead of %#x", (unsigned long long)i,
				 mem[r->base + i], want);
	}
}

/* Memory full of 0xaa: each region holds what it should to its last byte (zeros where nothing
 * else), and what is no written region still holds 0xaa. Memory full of 0 gives the same. */
static void test_every_byte(void **state)
{
	static struct pair p[16];
	uint8_t *mem[2] = { malloc(RAM_SIZE), malloc(RAM_SIZE) };
	const size_t n = pairs(p);

	(void)state;
	for (size_t i = 0; i < n; i++) {
		struct ab_work work;
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_error why;
		uint64_t at = 0;

		assert_ok(make_plan(&plan, p[i].m, &p[i].os, &work, &why), &why, "plan");
		for (unsigned int k = 0; k < 2; k++) {
			const struct ab_span span = { 0, RAM_SIZE, mem[k] };
			const struct ab_spans spans = { &span, 1 };

			memset(mem[k], k == 0 ? 0xaa : 0, RAM_SIZE);
			memset(work.data, 0x55 << k, work.size);
			assert_ok(ab_plan_place(&plan,
						k == 0 ? ab_mem_spans(&spans)
						       : ab_mem_fresh_spans(&spans),
						work, &why),
				  &why, "place");
		}
		for (uint32_t k = 0; k <= plan.regions.n; k++) {
			const struct ab_region *r = &plan.regions.at[k];
			uint64_t base = k < plan.regions.n ? r->base : RAM_SIZE;

			while (at < base && mem[0][at] == 0xaa)
				at++;
			assert_true(at == base);
			if (k == plan.regions.n || r->base >= RAM_SIZE ||
			    r->backing == AB_BACKING_NONE)
				continue;
			assert_memory_equal(mem[0] + r->base, mem[1] + r->base, (size_t)r->size);
			if (r->kind == AB_REGION_KERNEL)
				judge_kernel(&p[i], r, mem[0]);
			if (r->kind == AB_REGION_INITRD)
				assert_memory_equal(mem[0] + r->base, "first\0\0\0second", 14);
			if (r->kind == AB_REGION_BLOB)
				assert_memory_equal(mem[0] + r->base, r->name, (size_t)r->size);
			at = r->base + r->size;
		}
		free(work.data);
	}
	free(mem[0]);
	free(mem[1]);
}

/* setup_data is read back as Linux walks it. */
static void test_setup_data_chain(void **state)
{
	const struct ab_payload os = { KERNEL(vmlinux), REST };
	static const uint32_t types[] = { 2, 0x80000000, 9 };
	const struct ab_region *r;
	struct recorder rec;
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_error why;
	const uint8_t *chain;
	uint64_t at;

	(void)state;
	assert_ok(run(&plan, &machines[0], &os, &rec, &why), &why, "plan");
	judge(&rec);
	r = ab_plan_region(&plan, AB_REGION_SETUP_DATA);
	chain = recorder_kept(&rec, AB_REGION_SETUP_DATA);
	at = le(recorder_kept(&rec, AB_REGION_ZERO_PAGE) + 0x250, 8);
	assert_true(at == r->base);
	for (size_t i = 0; i < COUNT(types); i++) {
		const uint8_t *node = chain + (at - r->base);

		assert_true(at % 8 == 0);
		assert_true(le(node + 8, 4) == types[i]);
		if (i == 0)
			assert_memory_equal(node + 16, "tree", 4);
		if (i == 1) {
			assert_true(le(node + 16, 4) == 0x80001234 && le(node + 24, 8) == 3);
			assert_memory_equal(chain + (le(node + 32, 8) - r->base), "own", 3);
		}
		if (i == 2)
			assert_memory_equal(node + 16, os.rng_seed.data, 32);
		at = le(node, 8);
	}
	assert_true(at == 0);
	recorder_free(&rec);
}

/* ---- sinks that refuse -------------------------------------------------------------------- */

/* At each call: the error is passed on with region and address, nothing comes after it. */
static void test_sink_refuses(void **state)
{
	static struct pair p[16];
	const size_t n = pairs(p);

	(void)state;
	for (size_t i = 0; i < n; i++) {
		struct ab_work work;
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_error why;
		struct recorder rec;
		struct ab_mem mem;
		uint32_t calls;

		assert_ok(make_plan(&plan, p[i].m, &p[i].os, &work, &why), &why, "plan");
		mem = recorder_over(&rec, &plan);
		assert_ok(ab_plan_place(&plan, mem, work, &why), &why, "place");
		calls = rec.calls;
		recorder_free(&rec);
		for (uint32_t k = 1; k <= calls; k++) {
			struct expected want = { AB_ERR_MEM, NULL, 0,
						 "the sink refused the bytes" };
			enum ab_err err;

			mem = recorder_over(&rec, &plan);
			rec.fail_at = k;
			err = ab_plan_place(&plan, mem, work, &why);
			recorder_next(&rec);
			want.what = plan.regions.at[rec.region].name;
			want.value = plan.regions.at[rec.region].base + rec.off;
			assert_error(err, &why, &want, "refused");
			assert_int_equal(rec.calls, k);
			recorder_free(&rec);
		}
		free(work.data);
	}
}

static enum ab_err its_error(void *ctx, const struct ab_region *r, uint64_t off, const void *src,
			     size_t len)
{
	(void)r;
	(void)off;
	(void)src;
	(void)len;
	return *(const enum ab_err *)ctx;
}

static void test_any_error_of_a_sink(void **state)
{
	const struct ab_payload os = { KERNEL(vmlinux) };
	struct expected want = { AB_ERR_MEM, "GDT", 0x1000, "the sink refused the bytes" };
	struct ab_work work;
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_error why;

	(void)state;
	assert_ok(make_plan(&plan, &machines[0], &os, &work, &why), &why, "plan");
	for (int err = AB_OK + 1; err <= AB_ERR_INTERNAL; err++) {
		enum ab_err its = (enum ab_err)err;
		const struct ab_mem mem = { .write = its_error, .ctx = &its };

		assert_error(ab_plan_place(&plan, mem, work, &why), &why, &want, "any");
		assert_int_equal(ab_plan_place(&plan, mem, work, NULL), AB_ERR_MEM);
	}
	free(work.data);
}

/* Memory that backs not all of RAM: told by the first byte that is not there. */
static void test_spans_too_short(void **state)
{
	const struct ab_payload os = { KERNEL(vmlinux) };
	const struct ab_span span = { 0, 0x1000000, malloc(0x1000000) };
	const struct ab_spans spans = { &span, 1 };
	struct expected want = { AB_ERR_MEM, "kernel", 0x1000000, "the sink refused the bytes" };
	struct ab_work work;
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_error why;

	(void)state;
	assert_ok(make_plan(&plan, &machines[0], &os, &work, &why), &why, "plan");
	assert_error(ab_plan_place(&plan, ab_mem_spans(&spans), work, &why), &why, &want, "short");
	free(work.data);
	free(span.host);
}

/* ---- work memory -------------------------------------------------------------------------- */

/* One byte less than a plan says is refused with the number, and nothing is written. */
static void test_work_to_the_byte(void **state)
{
	static struct pair p[16];
	const size_t n = pairs(p);

	(void)state;
	for (size_t i = 0; i < n; i++) {
		struct ab_work work, less;
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_error why;
		struct recorder rec;
		struct expected want = { AB_ERR_NOSPACE, "work", 0, "see ab_plan.work" };

		assert_ok(make_plan(&plan, p[i].m, &p[i].os, &work, &why), &why, "plan");
		want.value = plan.work;
		less = (struct ab_work){ malloc(plan.work), plan.work - 1 };
		assert_error(ab_plan_place(&plan, recorder_over(&rec, &plan), less, &why), &why,
			     &want, "one less");
		assert_int_equal(rec.calls, 0);
		less.size++; /* exactly: an overrun shows under ASan */
		assert_ok(ab_plan_place(&plan, recorder_over(&rec, &plan), less, &why), &why,
			  "exact");
		recorder_judge(&rec);
		recorder_free(&rec);
		free(less.data);
		free(work.data);
	}
}

/* Planning a packed kernel needs the codec's part, and says so. */
static void test_work_for_planning(void **state)
{
	const struct ab_payload os = { KERNEL(packed) };
	struct expected want = { AB_ERR_NOSPACE, "work", 0, "to unpack the kernel", 0, "gzip" };
	struct ab_work work;
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_error why;
	size_t need = 0;

	(void)state;
	assert_int_equal(ab_plan_make(&plan, &machines[0], &os, (struct ab_work){ NULL, 0 }, &why),
			 AB_ERR_NOSPACE);
	want.value = why.value;
	assert_error(why.code, &why, &want, "nothing");
	work = (struct ab_work){ malloc((size_t)want.value), (size_t)want.value - 1 };
	assert_error(ab_plan_make(&plan, &machines[0], &os, work, &why), &why, &want, "one less");
	work.size++;
	assert_ok(ab_plan_make(&plan, &machines[0], &os, work, &why), &why, "exact");
	assert_ok(ab_plan_work(&plan, &machines[0], &os, &need, &why), &why, "asked");
	assert_true(need >= want.value);
	free(work.data);
}

/* ---- again -------------------------------------------------------------------------------- */

static void test_same_input_same_bytes(void **state)
{
	static struct pair p[16];
	const size_t n = pairs(p);
	char text[2][8192];

	(void)state;
	for (size_t i = 0; i < n; i++) {
		uint32_t crc[2];

		for (unsigned int k = 0; k < 2; k++) {
			struct ab_buf out = ab_buf_over(text[k], sizeof(text[k]) - 1);
			struct recorder rec;
			struct ab_region room[PLAN_ROOM];
			struct ab_plan plan;
			struct ab_error why;

			memset(&plan, k == 0 ? 0xaa : 0, sizeof(plan));
			plan.regions = (struct ab_regions)AB_REGIONS(room);
			assert_ok(run(&plan, p[i].m, &p[i].os, &rec, &why), &why, "plan");
			ab_plan_text(&plan, &out);
			assert_int_equal(out.error.code, AB_OK);
			text[k][out.len] = '\0';
			crc[k] = rec.crc;
			recorder_free(&rec);
		}
		assert_int_equal(crc[0], crc[1]);
		assert_string_equal(text[0], text[1]);
	}
}

/* The text shows each region, and with free RAM between them every byte of RAM once. */
static void test_text_shows_all_of_ram(void **state)
{
	static struct pair p[16];
	const size_t n = pairs(p);

	(void)state;
	for (size_t i = 0; i < n; i++) {
		static char text[8192];
		struct ab_buf out = ab_buf_over(text, sizeof(text) - 1);
		unsigned long long at = 0, base, size;
		struct ab_work work;
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_error why;
		uint32_t region = 0;

		assert_ok(make_plan(&plan, p[i].m, &p[i].os, &work, &why), &why, "plan");
		ab_plan_text(&plan, &out);
		text[out.len] = '\0';
		for (char *line = strstr(text, "\n\n") + 2; *line != '\0';
		     line = strchr(line, '\n') + 1) {
			char *name;

			assert_int_equal(sscanf(line, "%llx %llx", &base, &size), 2);
			assert_true(base == at);
			at = base + size;
			name = line + 54;
			if (*name == '-')
				continue;
			assert_true(base == plan.regions.at[region].base);
			assert_int_equal(strncmp(name, plan.regions.at[region].name,
						 strlen(plan.regions.at[region].name)),
					 0);
			region++;
		}
		assert_true(at == RAM_SIZE && region == plan.regions.n);
		free(work.data);
	}
}

/* A name of the caller's may be one out of a file: no byte of it rules a terminal. */
static void test_text_is_printable(void **state)
{
	static const struct ab_reserve odd = { 0x3000000, 0x1000, "\x1b]0;me\a\x9b\n\x7f~" };
	static struct pair p[16];
	static char text[8192];
	struct ab_buf out = ab_buf_over(text, sizeof(text) - 1);
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_payload os;
	struct ab_work work;
	struct ab_error why;

	(void)state;
	assert_true(pairs(p) != 0);
	os = p[0].os;
	os.reserve = (struct ab_reserve_list){ &odd, 1 };
	assert_ok(make_plan(&plan, p[0].m, &os, &work, &why), &why, "plan");
	ab_plan_text(&plan, &out);
	assert_non_null(strstr(text, "?]0;me????~\n"));
	for (size_t i = 0; i < out.len; i++)
		assert_true(text[i] == '\n' || (text[i] >= 0x20 && text[i] <= 0x7e));
	free(work.data);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_byte),
		cmocka_unit_test(test_setup_data_chain),
		cmocka_unit_test(test_sink_refuses),
		cmocka_unit_test(test_any_error_of_a_sink),
		cmocka_unit_test(test_spans_too_short),
		cmocka_unit_test(test_work_to_the_byte),
		cmocka_unit_test(test_work_for_planning),
		cmocka_unit_test(test_same_input_same_bytes),
		cmocka_unit_test(test_text_shows_all_of_ram),
		cmocka_unit_test(test_text_is_printable),
	};

	return cmocka_run_group_tests(tests, make_kernels, NULL);
}
