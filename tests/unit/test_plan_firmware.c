/* SPDX-License-Identifier: BSD-2-Clause */
/* Plans without a kernel: a ROM holds the first instruction. */
#include "kernels.h"
#include "recorder.h"

#define ROM_SIZE 0x10000
#define ROM_BASE (UINT64_C(0x100000000) - ROM_SIZE)

static uint8_t rom[ROM_SIZE];
static const struct ab_blob blob = {
	.bytes = { rom, ROM_SIZE }, .base = ROM_BASE, .name = "firmware", .backing = AB_BACKING_ROM
};

static const struct ab_ram ram = { .base = 0, .size = 64 * AB_MiB };
static const struct ab_machine pc = { .arch = AB_ARCH_X86_64, .n_cpus = 2, .ram = { &ram, 1 } };

static enum ab_err make(struct ab_plan *plan, const struct ab_payload *os, struct ab_error *why)
{
	size_t work = 99;
	enum ab_err err = ab_plan_work(plan, &pc, os, &work, why);

	if (err != AB_OK)
		return err;
	assert_int_equal(work, 0);
	return ab_plan_make(plan, &pc, os, (struct ab_work){ NULL, 0 }, why);
}

static enum ab_err take(void *ctx, const struct ab_region *r, uint64_t off, const void *src,
			size_t len)
{
	size_t *calls = ctx;

	assert_true(r->base == ROM_BASE && r->backing == AB_BACKING_ROM);
	assert_true(off == 0 && src == rom && len == ROM_SIZE);
	++*calls;
	return AB_OK;
}

static void test_a_rom_is_all(void **state)
{
	const struct ab_payload os = { .blobs = { &blob, 1 } };
	const struct ab_payload asked = { .blobs = { &blob, 1 }, .protocol = AB_PROTOCOL_FIRMWARE };
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_error why;
	char text[400] = { 0 };
	struct ab_buf out = ab_buf_over(text, sizeof(text));
	size_t calls = 0;

	(void)state;
	assert_ok(make(&plan, &os, &why), &why, "plan");
	assert_int_equal(plan.protocol, AB_PROTOCOL_FIRMWARE);
	assert_int_equal(plan.regions.n, 1);
	assert_true(plan.entry == 0xfffffff0);
	assert_int_equal(plan.acpi.n_tables, 0);
	ab_plan_text(&plan, &out);
	assert_string_equal(text,
			    "protocol firmware: there is no kernel, so a ROM holds the first "
			    "instruction\nentry    0xfffffff0\n\n"
			    "0x000000000000 0x0004000000 64 MiB          RAM       -\n"
			    "0x0000ffff0000 0x0000010000 64 KiB          reserved  firmware\n");
	assert_ok(ab_plan_place(&plan, (struct ab_mem){ take, &calls }, (struct ab_work){ NULL, 0 },
				&why),
		  &why, "place");
	assert_int_equal(calls, 1);
	assert_ok(make(&plan, &asked, &why), &why, "asked for");
	assert_string_equal(plan.protocol_why, "asked for");
}

/* The smallest ROM, a blob for which the library finds a place, and a bridge. */
static void test_regions(void **state)
{
	static const struct ab_dev bridge = { .type = AB_DEV_PCIE_ECAM,
					      .base = 0xe0000000,
					      .size = AB_MiB };
	static const struct ab_blob blobs[] = {
		{ .bytes = { rom, 5000 }, .name = "data" },
		{ .bytes = { rom, 16 },
		  .base = 0xfffffff0,
		  .name = "vector",
		  .backing = AB_BACKING_ROM },
	};
	const struct ab_machine m = {
		.arch = AB_ARCH_X86_64, .n_cpus = 1, .ram = { &ram, 1 }, .devs = { &bridge, 1 }
	};
	const struct ab_payload os = { .blobs = { blobs, COUNT(blobs) }, .flags = AB_VERIFY };
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_error why;

	(void)state;
	assert_ok(ab_plan_make(&plan, &m, &os, (struct ab_work){ NULL, 0 }, &why), &why, "plan");
	assert_int_equal(plan.regions.n, 3);
	assert_string_equal(room[0].name, "data");
	assert_true(room[0].base >= AB_MiB && room[0].base + 5000 <= 64 * AB_MiB);
	assert_int_equal(room[1].kind, AB_REGION_ECAM);
	assert_true(room[1].base == 0xe0000000);
	assert_true(room[2].base == 0xfffffff0 && room[2].size == 16);
	assert_true(plan.entry == 0xfffffff0);
}

/* SDM 9.1.1, table 9-1; tests/payload/reset.c compares all of it with a CPU of KVM's. */
static void test_reset_state(void **state)
{
	const struct ab_payload os = { .blobs = { &blob, 1 } };
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_vcpu cpu;
	struct ab_error why;

	(void)state;
	assert_ok(make(&plan, &os, &why), &why, "plan");
	assert_ok(ab_plan_entry(&plan, 0, &cpu, &why), &why, "entry");
	assert_int_equal(cpu.start, AB_VCPU_RUN);
	assert_true(cpu.x86.rip == 0xfff0 && cpu.x86.seg[AB_X86_CS].base == 0xffff0000);
	assert_int_equal(cpu.x86.seg[AB_X86_CS].selector, 0xf000);
	assert_true(cpu.x86.seg[AB_X86_CS].limit == 0xffff && cpu.x86.tr.limit == 0xffff);
	assert_true(cpu.x86.cr0 == 0x60000010 && cpu.x86.rflags == 2 && cpu.x86.efer == 0);
	assert_int_equal(cpu.x86.n_msrs, 0);
	assert_int_equal(cpu.x86.gpr[AB_X86_RDX], 0x600);
	assert_int_equal(cpu.x86.tr.attr, 0x8b);
	assert_ok(ab_plan_entry(&plan, 1, &cpu, &why), &why, "second");
	assert_int_equal(cpu.start, AB_VCPU_WAIT);
}

static void test_refused(void **state)
{
	static const struct ab_blob low = { .bytes = { rom, 0xfff0 },
					    .base = ROM_BASE,
					    .name = "short",
					    .backing = AB_BACKING_ROM };
	static const struct ab_bytes initrd = { "x", 1 };
	static const struct ab_setup_data node = { .type = 2, .bytes = { "x", 1 } };
	const struct ab_blob scanned[] = {
		blob,
		{ .bytes = { "x", 1 }, .base = 0xa0000, .type = AB_MEM_RAM, .name = "scanned" }
	};
	static const struct elf_spec spec = {
		.bits = 64, .machine = 62, .entry = AB_MiB, .seg = { { AB_MiB, AB_MiB, 16, 16 } }
	};
	static uint8_t elf[4096];
	const size_t n_elf = make_elf(elf, &spec);
	static const char none[] = "must be 0, as firmware takes none";
	static const char vector[] =
	    "one must be a ROM that covers the reset vector, 0xfffffff0, as "
	    "there is no kernel";
	const struct {
		struct ab_payload os;
		struct expected want;
	} rows[] = {
		{ { .blobs = { NULL, 0 } },
		  { AB_ERR_ARG, "payload.kernel.size", 0, "must not be 0" } },
		{ { .protocol = AB_PROTOCOL_FIRMWARE },
		  { AB_ERR_ARG, "payload.blobs.n", 0, vector } },
		{ { .blobs = { &low, 1 } }, { AB_ERR_ARG, "payload.blobs.n", 1, vector } },
		{ { .blobs = { &blob, 1 }, .initrds = { &initrd, 1 } },
		  { AB_ERR_UNSUPPORTED, "payload.initrds.n", 1, none } },
		{ { .blobs = { &blob, 1 }, .cmdline = "abc" },
		  { AB_ERR_UNSUPPORTED, "payload.cmdline.length", 3, none } },
		{ { .blobs = { &blob, 1 }, .flags = AB_VERIFY | AB_LA57 },
		  { AB_ERR_UNSUPPORTED, "payload.flags", AB_LA57, none } },
		{ { .blobs = { &blob, 1 }, .setup_data = { &node, 1 } },
		  { AB_ERR_UNSUPPORTED, "payload.setup_data.n", 1, none } },
		{ { .blobs = { scanned, 2 } },
		  { AB_ERR_OVERLAP, "payload.blobs[].base", 0xa0000, "legacy area", 1, "scanned",
		    0xa0000 } },
		{ { .blobs = { &blob, 1 }, .rng_seed = { "ab", 2 } },
		  { AB_ERR_UNSUPPORTED, "payload.rng_seed.size", 2, none } },
		{ { .blobs = { &blob, 1 }, .kaslr_seed = 7 },
		  { AB_ERR_UNSUPPORTED, "payload.kaslr_seed", 7, none } },
		{ { .blobs = { &blob, 1 }, .protocol = AB_PROTOCOL_LINUX },
		  { AB_ERR_ARG, "payload.kernel.size", 0, "must not be 0" } },
		{ { .blobs = { &blob, 1 },
		    .protocol = AB_PROTOCOL_FIRMWARE,
		    .kernel = { elf, n_elf } },
		  { AB_ERR_UNSUPPORTED, "payload.kernel.size", n_elf,
		    "must be 0, as firmware loads its own kernel" } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_region room[PLAN_ROOM];
		struct ab_plan plan = { .regions = AB_REGIONS(room) };
		struct ab_error why;

		assert_error(make(&plan, &rows[i].os, &why), &why, &rows[i].want,
			     rows[i].want.what);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_rom_is_all),
		cmocka_unit_test(test_regions),
		cmocka_unit_test(test_reset_state),
		cmocka_unit_test(test_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
