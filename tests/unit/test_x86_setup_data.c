/* SPDX-License-Identifier: BSD-2-Clause */
/* The setup_data chain against bytes written out by hand, and walked as a kernel walks it. */
#include "x86_build.h"

#define NO_SEED                                                                                    \
	{                                                                                          \
		NULL, 0                                                                            \
	}

static const struct ab_ram ram = { 0, 64 * AB_MiB, 0 };
static const struct ab_memmap small_map = { { &ram, 1 }, NULL, 0 };

struct args {
	struct ab_setup_data_list list;
	struct ab_bytes seed;
	const struct ab_memmap *map;
	uint64_t gpa;
};

static void setup_data(const void *arg, struct ab_buf *out)
{
	const struct args *a = arg;

	ab_x86_setup_data(&a->list, a->seed, a->map, a->gpa, out);
}

static void test_nothing(void **state)
{
	const struct args a = { { NULL, 0 }, NO_SEED, &small_map, 0x1000 };
	size_t size;

	(void)state;
	free(build(setup_data, &a, &size));
	assert_int_equal(size, 0);
}

static void test_bytes(void **state)
{
	const struct ab_setup_data nodes[] = {
		{ AB_SETUP_DTB, false, { "tree!", 5 } },
		{ 7, true, { "blob", 4 } },
		{ 0, false, { NULL, 0 } },
	};
	const struct args a = { { nodes, 3 }, { "seedseed", 8 }, &small_map, 0x123456780 };
	size_t size;
	uint8_t *data = build(setup_data, &a, &size);

	(void)state;
	assert_hex(data, size,
		   "98 67 45 23 01 00 00 00 # next 0x123456798\n"
		   "02 00 00 00 05 00 00 00 # SETUP_DTB, len 5\n"
		   "74 72 65 65 21 00 00 00 # tree!, padding\n"
		   "c8 67 45 23 01 00 00 00 # next 0x1234567c8\n"
		   "00 00 00 80 18 00 00 00 # SETUP_INDIRECT, len 24\n"
		   "07 00 00 80 00 00 00 00 # type SETUP_INDIRECT | 7, reserved\n"
		   "04 00 00 00 00 00 00 00 # len 4\n"
		   "c0 67 45 23 01 00 00 00 # addr 0x1234567c0\n"
		   "62 6c 6f 62 00 00 00 00 # blob, padding\n"
		   "d8 67 45 23 01 00 00 00 # next 0x1234567d8\n"
		   "00 00 00 00 00 00 00 00 # type 0, len 0\n"
		   "00 00 00 00 00 00 00 00 # next: none\n"
		   "09 00 00 00 08 00 00 00 # SETUP_RNG_SEED, len 8\n"
		   "73 65 65 64 73 65 65 64 # seedseed\n");
	free(data);
}

/* The chain must say the same wherever it lies in the writer: offsets are its own. */
static void test_chain_walks(void **state)
{
	uint8_t content[40];
	struct ab_setup_data nodes[40];
	const struct args a = { { nodes, 40 }, { content, 32 }, &small_map, 0x7fff8 };
	uint64_t at = 0x7fff8;
	size_t size, n = 0;
	uint8_t *data;

	(void)state;
	for (size_t i = 0; i < 40; i++) {
		content[i] = (uint8_t)(i + 1);
		nodes[i] = (struct ab_setup_data){ 100 + (uint32_t)i, i % 3 == 1, { content, i } };
	}
	data = build(setup_data, &a, &size);
	while (at != 0) {
		const uint8_t *node = data + (at - 0x7fff8);
		uint32_t type = ab_ld_le32(node + 8);
		uint64_t len = ab_ld_le32(node + 12);
		const uint8_t *bytes = node + 16;

		assert_true(ab_is_aligned(at, 8) && at - 0x7fff8 + 16 + len <= size);
		if (type == 0x80000000) {
			assert_int_equal(len, 24);
			type = ab_ld_le32(bytes) & 0x7fffffff;
			assert_int_equal(n % 3, 1);
			len = ab_ld_le64(bytes + 8);
			bytes = data + (size_t)(ab_ld_le64(bytes + 16) - 0x7fff8);
			assert_true((size_t)(bytes - data) + len <= size);
		}
		assert_int_equal(type, n < 40 ? 100 + n : 9);
		assert_int_equal(len, n < 40 ? n : 32);
		assert_memory_equal(bytes, content, (size_t)len);
		at = ab_ld_le64(node);
		n++;
	}
	assert_int_equal(n, 41);
	free(data);
}

/* 129 entries: the last one moves here. It was the 128th that a VMM once refused. */
static void test_e820_ext(void **state)
{
	static const size_t counts[] = { 127, 128, 129, 200 };
	static struct ab_ram rams[200];

	(void)state;
	for (size_t i = 0; i < 200; i++)
		rams[i] = (struct ab_ram){ i * 2 * AB_GiB, AB_GiB, 0 };
	for (size_t i = 0; i < COUNT(counts); i++) {
		const struct ab_memmap map = { { rams, counts[i] }, NULL, 0 };
		const struct args a = { { NULL, 0 }, { "12345678901", 11 }, &map, 0x9000 };
		const size_t more = counts[i] > 128 ? counts[i] - 128 : 0;
		size_t size;
		uint8_t *data = build(setup_data, &a, &size);

		assert_int_equal(ab_ld_le64(data), more != 0 ? 0x9020 : 0);
		assert_int_equal(size, more != 0 ? 0x20 + 16 + 20 * more : 16 + 11);
		if (more != 0) {
			assert_int_equal(ab_ld_le64(data + 0x20), 0);
			assert_int_equal(ab_ld_le32(data + 0x28), 1);
			assert_int_equal(ab_ld_le32(data + 0x2c), 20 * more);
		}
		for (size_t k = 0; k < more; k++) {
			const uint8_t *e = data + 0x30 + 20 * k;

			assert_int_equal(ab_ld_le64(e), (128 + k) * 2 * AB_GiB);
			assert_int_equal(ab_ld_le64(e + 8), AB_GiB);
			assert_int_equal(ab_ld_le32(e + 16), 1);
		}
		free(data);
	}
}

static void test_refusals(void **state)
{
	struct ab_setup_data node = { AB_SETUP_DTB, false, { "x", 1 } };
	struct args a = { { &node, 1 }, NO_SEED, &small_map, 0x1004 };

	(void)state;
	build_fails(setup_data, &a, AB_ERR_ARG, "setup_data.gpa", 0x1004,
		    "must be a multiple of 8");
	a.gpa = 0x1008;
	node.type = AB_SETUP_E820_EXT;
	build_fails(
	    setup_data, &a, AB_ERR_ARG, "setup_data[].type", AB_SETUP_E820_EXT,
	    "must be 0 to 0x7fffffff, not 1 (SETUP_E820_EXT), and not 0 in an indirect node");
	node.indirect = true;
	build_fails(
	    setup_data, &a, AB_ERR_ARG, "setup_data[].type", AB_SETUP_E820_EXT,
	    "must be 0 to 0x7fffffff, not 1 (SETUP_E820_EXT), and not 0 in an indirect node");
	node.type = 0; /* cannot be told from INDIRECT itself */
	build_fails(
	    setup_data, &a, AB_ERR_ARG, "setup_data[].type", 0,
	    "must be 0 to 0x7fffffff, not 1 (SETUP_E820_EXT), and not 0 in an indirect node");
	node.type = 0x80000000;
	build_fails(
	    setup_data, &a, AB_ERR_ARG, "setup_data[].type", 0x80000000,
	    "must be 0 to 0x7fffffff, not 1 (SETUP_E820_EXT), and not 0 in an indirect node");
	node.indirect = false;
	build_fails(
	    setup_data, &a, AB_ERR_ARG, "setup_data[].type", 0x80000000,
	    "must be 0 to 0x7fffffff, not 1 (SETUP_E820_EXT), and not 0 in an indirect node");
	node.type = 0x80000002;
	build_fails(
	    setup_data, &a, AB_ERR_ARG, "setup_data[].type", 0x80000002,
	    "must be 0 to 0x7fffffff, not 1 (SETUP_E820_EXT), and not 0 in an indirect node");
}

#if SIZE_MAX > UINT32_MAX
static void too_large(const struct args *a, const char *what, uint64_t index)
{
	struct ab_buf b = ab_buf_over(NULL, 0);
	struct ab_error why;
	const struct expected want = { AB_ERR_ARG, what, UINT64_C(1) << 32, "must be below 2^32" };

	setup_data(a, &b);
	assert_error(ab_buf_finish(&b, "chain", &why), &why, &want, what);
	assert_int_equal(why.index, index);
}

/* A direct node's length has 32 bits, an indirect one's 64; measured only, nothing is read. */
static void test_content_of_4_gib(void **state)
{
	struct ab_setup_data node = { AB_SETUP_DTB, false, { NULL, (size_t)1 << 32 } };
	struct ab_setup_data two[] = { { AB_SETUP_DTB, false, { "x", 1 } }, node };
	struct args a = { { &node, 1 }, NO_SEED, &small_map, 0x1000 };
	struct args second = { { two, 2 }, NO_SEED, &small_map, 0x1000 };
	struct args seed = { { NULL, 0 }, node.bytes, &small_map, 0x1000 };
	struct ab_buf b;

	(void)state;
	too_large(&a, "setup_data[].bytes.size", 0);
	too_large(&second, "setup_data[].bytes.size", 1);
	too_large(&seed, "setup_data.seed.size", 0);

	node.bytes.size--;
	b = ab_buf_over(NULL, 0);
	setup_data(&a, &b);
	assert_int_equal(b.error.code, AB_OK);
	assert_int_equal(b.len, 16 + (uint64_t)UINT32_MAX);

	node.bytes.size++;
	node.indirect = true;
	b = ab_buf_over(NULL, 0);
	setup_data(&a, &b);
	assert_int_equal(b.error.code, AB_OK);
	assert_int_equal(b.len, 40 + ((uint64_t)1 << 32));
}
#endif

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_bytes),
		cmocka_unit_test(test_chain_walks),
		cmocka_unit_test(test_e820_ext),
		cmocka_unit_test(test_refusals),
#if SIZE_MAX > UINT32_MAX
		cmocka_unit_test(test_content_of_4_gib),
#endif
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
