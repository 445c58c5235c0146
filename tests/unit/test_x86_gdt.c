/* SPDX-License-Identifier: BSD-2-Clause */
/* The boot GDT by hand, and segment registers decoded from its descriptors. */
#include "x86_build.h"
#include "x86/x86_priv.h"

static void gdt(const void *arg, struct ab_buf *out)
{
	ab_x86_gdt(*(const enum ab_x86_mode *)arg, out);
}

static void test_bytes(void **state)
{
	enum ab_x86_mode mode = AB_X86_MODE_64;
	size_t size;
	uint8_t *data = build(gdt, &mode, &size);

	(void)state;
	assert_hex(data, size,
		   "00 00 00 00 00 00 00 00 # null\n"
		   "00 00 00 00 00 00 00 00 # unused\n"
		   "ff ff 00 00 00 9b af 00 # 0x10: code, G L P, execute/read, accessed\n"
		   "ff ff 00 00 00 93 cf 00 # 0x18: data, G B P, read/write, accessed\n"
		   "67 00 00 00 00 8b 00 00 # 0x20: busy TSS, 0x67\n"
		   "00 00 00 00 00 00 00 00 # its base 63:32\n");
	free(data);
	mode = AB_X86_MODE_32;
	data = build(gdt, &mode, &size);
	assert_hex(data, size,
		   "00 00 00 00 00 00 00 00\n"
		   "00 00 00 00 00 00 00 00\n"
		   "ff ff 00 00 00 9b cf 00 # 0x10: code, G D P, execute/read, accessed\n"
		   "ff ff 00 00 00 93 cf 00\n"
		   "67 00 00 00 00 8b 00 00\n"
		   "00 00 00 00 00 00 00 00\n");
	free(data);
}

/* What loading the selector would put into the register. SDM 3.4.3 */
static void assert_loaded(const struct ab_x86_segment *s, const uint8_t *table)
{
	const uint8_t *d = table + (s->selector & ~7u);
	uint64_t base = ab_ld_le16(d + 2) | (uint64_t)d[4] << 16 | (uint64_t)d[7] << 24;
	uint32_t limit = ab_ld_le16(d) | (uint32_t)(d[6] & 15) << 16;

	if ((d[6] & 0x80) != 0)
		limit = limit << 12 | 0xfff;
	assert_int_equal(s->base, base);
	assert_int_equal(s->limit, limit);
	assert_int_equal(s->attr, d[5] | (unsigned int)(d[6] & 0xf0) << 8);
}

static void test_registers_agree_with_the_table(void **state)
{
	static const enum ab_x86_mode modes[] = { AB_X86_MODE_32, AB_X86_MODE_64 };

	(void)state;
	for (size_t i = 0; i < COUNT(modes); i++) {
		struct ab_vcpu_x86 cpu, was;
		size_t size;
		uint8_t *data = build(gdt, &modes[i], &size);

		memset(&cpu, 0x5a, sizeof(cpu));
		was = cpu;
		ab_x86_segments_(&cpu, modes[i], 0x6789000);
		assert_int_equal(cpu.seg[AB_X86_CS].selector, 0x10);
		assert_int_equal(cpu.seg[AB_X86_DS].selector, 0x18);
		assert_int_equal(cpu.tr.selector, 0x20);
		assert_loaded(&cpu.seg[AB_X86_CS], data);
		assert_loaded(&cpu.seg[AB_X86_DS], data);
		assert_loaded(&cpu.tr, data);
		assert_int_equal(cpu.seg[AB_X86_CS].limit, 0xffffffff);
		assert_int_equal(cpu.seg[AB_X86_DS].limit, 0xffffffff);
		/* VMX: TR must be usable, busy, and present */
		assert_int_equal(cpu.tr.attr, 0x8b);
		assert_int_equal(cpu.ldt.attr, 0);
		assert_int_equal(cpu.ldt.selector, 0);
		assert_int_equal(cpu.gdt.base, 0x6789000);
		assert_int_equal(cpu.gdt.limit, size - 1);
		assert_int_equal(cpu.idt.base, 0);
		assert_int_equal(cpu.idt.limit, 0);
		/* control registers are not this function's: CR4 of PVH stays what it was */
		assert_int_equal(cpu.cr0, was.cr0);
		assert_int_equal(cpu.cr3, was.cr3);
		assert_int_equal(cpu.cr4, was.cr4);
		assert_int_equal(cpu.efer, was.efer);
		assert_int_equal(cpu.rip, was.rip);
		assert_int_equal(cpu.n_msrs, was.n_msrs);
		assert_memory_equal(cpu.gpr, was.gpr, sizeof(cpu.gpr));
		free(data);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bytes),
		cmocka_unit_test(test_registers_agree_with_the_table),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
