/* SPDX-License-Identifier: BSD-2-Clause */
/* Resource descriptors against bytes worked out from ACPI 6.3, 6.4. */
#include "aml_build.h"

/* Name (X, ResourceTemplate () { ... }) */
#define CRS(fn, ...)                                                                               \
	static void fn(struct ab_aml *a)                                                           \
	{                                                                                          \
		struct ab_aml_block crs;                                                           \
                                                                                                   \
		ab_aml_name(a, "X");                                                               \
		crs = ab_aml_resources(a);                                                         \
		__VA_ARGS__;                                                                       \
		ab_aml_end(a, crs);                                                                \
	}

#define RANGE(...) ab_aml_res_range(a, &(struct ab_aml_range){ __VA_ARGS__ })

static const uint32_t gsis[256] = { 5, 0x10, 0x12345678 };

CRS(empty, (void)0)
CRS(irq, ab_aml_res_irq_no_flags(a, 1 << 4); ab_aml_res_irq(a, 0x8002, 0);
    ab_aml_res_irq(a, 1, AB_AML_IRQ_EDGE | AB_AML_IRQ_LOW | AB_AML_IRQ_SHARED | AB_AML_IRQ_WAKE))
CRS(interrupt, ab_aml_res_interrupt(a, 0, gsis, 1);
    ab_aml_res_interrupt(a, AB_AML_IRQ_EDGE | AB_AML_IRQ_LOW | AB_AML_IRQ_PRODUCER, gsis, 3);
    ab_aml_res_interrupt(a, AB_AML_IRQ_SHARED, gsis, 1);
    ab_aml_res_interrupt(a, AB_AML_IRQ_WAKE, gsis, 1))
CRS(io, ab_aml_res_io(a, 0x3f8, 0x3f8, 1, 8); ab_aml_res_io(a, 0x1000, 0xff00, 0x10, 0xff);
    ab_aml_res_fixed_io(a, 0x3ff, 1))
CRS(memory32, ab_aml_res_memory32(a, 0xfe000000, 0x200, true);
    ab_aml_res_memory32(a, 0xffffffff, 1, false))
CRS(word, RANGE(.type = AB_AML_RANGE_BUS, .width = 16, .flags = AB_AML_RANGE_PRODUCER, .base = 0x20,
		.size = 0x20))
CRS(dword, RANGE(.type = AB_AML_RANGE_IO, .width = 32, .base = 0x1000, .size = 0xf000);
    RANGE(.type = AB_AML_RANGE_MEMORY, .width = 32, .flags = AB_AML_RANGE_READ_ONLY,
	  .base = 0x80000000, .size = 0x80000000, .translation = 0x1000))
CRS(qword, RANGE(.type = AB_AML_RANGE_MEMORY, .width = 64,
		 .flags = AB_AML_RANGE_PREFETCHABLE | AB_AML_RANGE_PRODUCER, .base = 0x4000000000,
		 .size = 0x1000000000))
CRS(all_flags, RANGE(.width = 16, .flags = 0x1f, .size = 1);
    RANGE(.type = AB_AML_RANGE_BUS, .width = 16, .flags = 0x03, .size = 0xffff,
	  .translation = 0xffff))
CRS(qword_full,
    RANGE(.type = AB_AML_RANGE_MEMORY, .width = 64, .base = 1, .size = 0xffffffffffffffff))
CRS(movable, RANGE(.type = AB_AML_RANGE_MEMORY, .width = 32,
		   .flags = AB_AML_RANGE_CACHEABLE | AB_AML_RANGE_SUBTRACTIVE, .base = 0x1000,
		   .size = 0x2000, .last = 0xffff, .granularity = 0xfff);
    RANGE(.type = AB_AML_RANGE_MEMORY, .width = 16, .flags = AB_AML_RANGE_WRITE_COMBINING,
	  .base = 0, .size = 0xffff, .last = 0xfffe))
CRS(registers, ab_aml_res_register(a, AB_AML_FIXED_HARDWARE, 64, 1, 0x1122334455667788, 0);
    ab_aml_res_register(a, AB_AML_SYSTEM_IO, 8, 0, 0x10, 1);
    ab_aml_res_register(a, AB_AML_SYSTEM_IO, 16, 0, 0x10, 2);
    ab_aml_res_register(a, AB_AML_SYSTEM_IO, 32, 0, 0x10, 4);
    ab_aml_res_register(a, AB_AML_SYSTEM_MEMORY, 64, 0, 0x10, 8))

static void test_descriptors(void **state)
{
	static const struct aml_row rows[] = {
		{ "empty", empty, "08585f5f5f 1105 0a02 7900" },
		{ "IRQ", irq, "08585f5f5f 1110 0a0d 221000 23028000 23010039 7900" },
		{ "Interrupt", interrupt,
		  "08585f5f5f 1131 0a2e 8906000101 05000000"
		  "890e000603 05000000 10000000 78563412 8906000901 05000000 8906001101 05000000 "
		  "7900" },
		{ "IO", io,
		  "08585f5f5f 1119 0a16 4701f803f8030108 4701001000ff10ff 4bff0301 7900" },
		{ "Memory32Fixed", memory32,
		  "08585f5f5f 111d 0a1a 86090001 000000fe 00020000 86090000 ffffffff 01000000 "
		  "7900" },
		{ "WordBusNumber", word,
		  "08585f5f5f 1115 0a12 880d00 02 0c 00 0000 2000 3f00 0000 2000 7900" },
		{ "DWordIO, DWordMemory", dword,
		  "08585f5f5f 1139 0a36 "
		  "871700 01 0d 03 00000000 00100000 ffff0000 00000000 00f00000 "
		  "871700 00 0d 00 00000000 00000080 ffffffff 00100000 00000080 7900" },
		{ "QWordMemory", qword,
		  "08585f5f5f 1133 0a30 8a2b00 00 0c 07 0000000000000000 0000000040000000 "
		  "ffffffff4f000000 0000000000000000 0000000010000000 7900" },
		{ "QWordMemory, nearly all", qword_full,
		  "08585f5f5f 1133 0a30 8a2b00 00 0d 01 0000000000000000 0100000000000000 "
		  "ffffffffffffffff 0000000000000000 ffffffffffffffff 7900" },
		{ "all flags", all_flags,
		  "08585f5f5f 1125 0a22 880d00 00 0e 06 0000 0000 0000 0000 0100 "
		  "880d00 02 0e 00 0000 0000 feff ffff ffff 7900" },
		{ "movable", movable,
		  "08585f5f5f 112f 0a2c "
		  "871700 00 03 03 ff0f0000 00100000 ffff0000 00000000 00200000 "
		  "880d00 00 01 05 0000 0000 feff 0000 ffff 7900" },
		{ "Register", registers,
		  "08585f5f5f 114105 0a4d 820c00 7f400100 8877665544332211 "
		  "820c00 01080001 1000000000000000 820c00 01100002 1000000000000000 "
		  "820c00 01200003 1000000000000000 820c00 00400004 1000000000000000 7900" },
	};

	(void)state;
	CHECK_ROWS(rows);
}

/* 255 interrupts are the most that one descriptor counts. */
static void test_interrupt_limit(void **state)
{
	uint8_t got[2048];
	struct ab_buf b = ab_buf_over(got, sizeof(got));
	struct ab_aml a = ab_aml_over(&b);
	struct ab_aml_block crs;

	(void)state;
	ab_aml_name(&a, "X");
	crs = ab_aml_resources(&a);
	ab_aml_res_interrupt(&a, 0, gsis, 255);
	ab_aml_end(&a, crs);
	assert_int_equal(ab_aml_finish(&a, "SSDT", NULL), AB_OK);
	assert_int_equal(b.len, 5 + 1 + 2 + 3 + 5 + 4 * 255 + 2);
	assert_memory_equal(got + 11, "\x89\xfe\x03\x01\xff\x05\0\0\0\x10", 10);
}

static void outside(struct ab_aml *a)
{
	ab_aml_res_irq_no_flags(a, 1);
}

CRS(irq_none, ab_aml_res_irq_no_flags(a, 0))
CRS(irq_none_2, ab_aml_res_irq(a, 0, 0))
CRS(irq_flags, ab_aml_res_irq(a, 1, AB_AML_IRQ_PRODUCER))
CRS(interrupt_flags, ab_aml_res_interrupt(a, 0x20, gsis, 1))
CRS(interrupt_0, ab_aml_res_interrupt(a, 0, NULL, 0))
CRS(interrupt_256, ab_aml_res_interrupt(a, 0, gsis, 256))
CRS(io_order, ab_aml_res_io(a, 2, 1, 1, 1))
CRS(io_size, ab_aml_res_io(a, 1, 1, 1, 0))
CRS(io_end, ab_aml_res_io(a, 0xfffc, 0xfffc, 1, 5))
CRS(io_align, ab_aml_res_io(a, 2, 4, 4, 1))
CRS(io_align_last, ab_aml_res_io(a, 4, 6, 4, 1))
CRS(fixed_size, ab_aml_res_fixed_io(a, 0x100, 0))
CRS(fixed_end, ab_aml_res_fixed_io(a, 0x3ff, 2))
CRS(memory_size, ab_aml_res_memory32(a, 0, 0, true))
CRS(memory_large, ab_aml_res_memory32(a, 0, 0x100000000, true))
CRS(memory_end, ab_aml_res_memory32(a, 0xfffff000, 0x1001, true))
CRS(memory_base, ab_aml_res_memory32(a, 0x100000000, 1, true))
CRS(range_width, RANGE(.width = 8, .size = 1))
CRS(range_width_0, RANGE(.size = 1))
CRS(range_type, RANGE(.type = (enum ab_aml_range_type)3, .width = 16, .size = 1))
CRS(range_flags, RANGE(.width = 16, .size = 1, .flags = 0x20))
CRS(range_flags_io,
    RANGE(.type = AB_AML_RANGE_IO, .width = 16, .size = 1, .flags = AB_AML_RANGE_READ_ONLY))
CRS(range_none, RANGE(.width = 64))
CRS(range_wide, RANGE(.width = 16, .size = 0x10000))
CRS(range_end, RANGE(.width = 16, .base = 0x8000, .size = 0x8001))
CRS(range_base, RANGE(.width = 32, .base = 0x100000000, .size = 1))
CRS(range_wrap, RANGE(.width = 64, .base = 0xfffffffffffff000, .size = 0x1001))
CRS(range_last, RANGE(.width = 16, .base = 0x10, .size = 0x10, .last = 0x1e))
CRS(range_last_far, RANGE(.width = 16, .size = 1, .last = 0x10000))
CRS(gran_fixed, RANGE(.width = 16, .size = 1, .granularity = 1))
CRS(gran_power, RANGE(.width = 16, .size = 1, .last = 0xff, .granularity = 2))
CRS(gran_base, RANGE(.width = 16, .base = 8, .size = 1, .last = 0xff, .granularity = 0xf))
CRS(gran_last, RANGE(.width = 16, .size = 1, .last = 0xfe, .granularity = 0xf))
CRS(gran_far, RANGE(.width = 16, .size = 1, .last = 0xffff, .granularity = 0x1ffff))
CRS(translation, RANGE(.width = 16, .size = 1, .translation = 0x10000))
CRS(register_space, ab_aml_res_register(a, (enum ab_aml_space_id)0x100, 8, 0, 0, 1))
CRS(register_3, ab_aml_res_register(a, AB_AML_SYSTEM_IO, 8, 0, 0, 3))
CRS(register_16, ab_aml_res_register(a, AB_AML_SYSTEM_IO, 8, 0, 0, 16))

/* Misuse is found once the tag (1 byte, at 7) was put; what is refused whole at that place. */
static void test_misuse(void **state)
{
	static const struct aml_bad rows[] = {
		{ "outside", outside, "a resource must stand in a resource template", 0 },
		{ "no IRQ", irq_none, "an IRQ mask must have at least one bit set", 8 },
		{ "no IRQ, flags", irq_none_2, "an IRQ mask must have at least one bit set", 8 },
		{ "IRQ flags", irq_flags,
		  "IRQ flags must be bits of enum ab_aml_irq_flags but AB_AML_IRQ_PRODUCER", 8 },
		{ "interrupt flags", interrupt_flags,
		  "IRQ flags must be bits of enum ab_aml_irq_flags", 8 },
		{ "no interrupt", interrupt_0,
		  "an interrupt descriptor must have 1 to 255 interrupts", 8 },
		{ "256 interrupts", interrupt_256,
		  "an interrupt descriptor must have 1 to 255 interrupts", 8 },
		{ "IO order", io_order, "the lowest I/O base must not be above the highest", 8 },
		{ "IO size", io_size, "I/O ports must be 1 at least, and must end below 64 KiB",
		  8 },
		{ "IO end", io_end, "I/O ports must be 1 at least, and must end below 64 KiB", 8 },
		{ "IO alignment", io_align,
		  "the lowest and the highest I/O base must be multiples of the alignment", 8 },
		{ "IO alignment of the last", io_align_last,
		  "the lowest and the highest I/O base must be multiples of the alignment", 8 },
		{ "FixedIO size", fixed_size,
		  "fixed I/O ports must be 1 at least, and must end below 0x400", 8 },
		{ "FixedIO end", fixed_end,
		  "fixed I/O ports must be 1 at least, and must end below 0x400", 8 },
		{ "memory size", memory_size,
		  "memory of a 32-bit descriptor must not be empty, and must end below 4 GiB", 8 },
		{ "memory of 4 GiB", memory_large,
		  "memory of a 32-bit descriptor must not be empty, and must end below 4 GiB", 8 },
		{ "memory end", memory_end,
		  "memory of a 32-bit descriptor must not be empty, and must end below 4 GiB", 8 },
		{ "memory base", memory_base,
		  "memory of a 32-bit descriptor must not be empty, and must end below 4 GiB", 8 },
		{ "range width", range_width, "a range must be 16, 32 or 64 bits wide", 8 },
		{ "range width 0", range_width_0, "a range must be 16, 32 or 64 bits wide", 8 },
		{ "range type", range_type,
		  "the type of a range must be one of enum ab_aml_range_type", 8 },
		{ "range flags", range_flags,
		  "the flags of a range must be those of enum ab_aml_range_flags for its type", 8 },
		{ "range flags of IO", range_flags_io,
		  "the flags of a range must be those of enum ab_aml_range_flags for its type", 8 },
		{ "empty range", range_none,
		  "a range must not be empty, and must end within its width", 8 },
		{ "range size", range_wide,
		  "a range must not be empty, and must end within its width", 8 },
		{ "range end", range_end,
		  "a range must not be empty, and must end within its width", 8 },
		{ "range base", range_base,
		  "a range must not be empty, and must end within its width", 8 },
		{ "range wraps", range_wrap,
		  "a range must not be empty, and must end within its width", 8 },
		{ "minimum above maximum", range_last,
		  "the last address of a range must be base + size - 1 or more, in its width", 8 },
		{ "maximum too far", range_last_far,
		  "the last address of a range must be base + size - 1 or more, in its width", 8 },
		{ "granularity of a fixed one", gran_fixed,
		  "the granularity of a range must be 0, or 2^n - 1 with both ends aligned", 8 },
		{ "granularity", gran_power,
		  "the granularity of a range must be 0, or 2^n - 1 with both ends aligned", 8 },
		{ "granularity of the base", gran_base,
		  "the granularity of a range must be 0, or 2^n - 1 with both ends aligned", 8 },
		{ "granularity of the last", gran_last,
		  "the granularity of a range must be 0, or 2^n - 1 with both ends aligned", 8 },
		{ "granularity too wide", gran_far,
		  "the granularity of a range must be 0, or 2^n - 1 with both ends aligned", 8 },
		{ "translation", translation, "the translation of a range must be within its width",
		  8 },
		{ "register space", register_space,
		  "the address space of a register must be one of enum ab_aml_space_id", 8 },
		{ "register access of 3", register_3,
		  "the access size of a register must be 0, 1, 2, 4 or 8 bytes", 8 },
		{ "register access of 16", register_16,
		  "the access size of a register must be 0, 1, 2, 4 or 8 bytes", 8 },
	};

	(void)state;
	CHECK_BAD(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_descriptors),
		cmocka_unit_test(test_interrupt_limit),
		cmocka_unit_test(test_misuse),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
