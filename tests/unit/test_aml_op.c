/* SPDX-License-Identifier: BSD-2-Clause */
/* Every operator of AML: its opcode and how many operands it takes, by ACPI 6.3, 20.2.5 and 20.3.
 */
#include "aml_build.h"

/* In the order of the opcodes, as the specification's table has them. */
static const struct {
	enum ab_aml_op op;
	const char *hex;
	unsigned int operands;
	bool value;
} ops[] = {
	{ AB_AML_STORE, "70", 2, true },
	{ AB_AML_REF_OF, "71", 1, true },
	{ AB_AML_ADD, "72", 3, true },
	{ AB_AML_CONCAT, "73", 3, true },
	{ AB_AML_SUBTRACT, "74", 3, true },
	{ AB_AML_INCREMENT, "75", 1, true },
	{ AB_AML_DECREMENT, "76", 1, true },
	{ AB_AML_MULTIPLY, "77", 3, true },
	{ AB_AML_DIVIDE, "78", 4, true },
	{ AB_AML_SHIFT_LEFT, "79", 3, true },
	{ AB_AML_SHIFT_RIGHT, "7a", 3, true },
	{ AB_AML_AND, "7b", 3, true },
	{ AB_AML_NAND, "7c", 3, true },
	{ AB_AML_OR, "7d", 3, true },
	{ AB_AML_NOR, "7e", 3, true },
	{ AB_AML_XOR, "7f", 3, true },
	{ AB_AML_NOT, "80", 2, true },
	{ AB_AML_FIND_SET_LEFT_BIT, "81", 2, true },
	{ AB_AML_FIND_SET_RIGHT_BIT, "82", 2, true },
	{ AB_AML_DEREF_OF, "83", 1, true },
	{ AB_AML_CONCAT_RES, "84", 3, true },
	{ AB_AML_MOD, "85", 3, true },
	{ AB_AML_NOTIFY, "86", 2, false },
	{ AB_AML_SIZE_OF, "87", 1, true },
	{ AB_AML_INDEX, "88", 3, true },
	{ AB_AML_CREATE_DWORD_FIELD, "8a", 3, false },
	{ AB_AML_CREATE_WORD_FIELD, "8b", 3, false },
	{ AB_AML_CREATE_BYTE_FIELD, "8c", 3, false },
	{ AB_AML_CREATE_BIT_FIELD, "8d", 3, false },
	{ AB_AML_OBJECT_TYPE, "8e", 1, true },
	{ AB_AML_CREATE_QWORD_FIELD, "8f", 3, false },
	{ AB_AML_LAND, "90", 2, true },
	{ AB_AML_LOR, "91", 2, true },
	{ AB_AML_LNOT, "92", 1, true },
	{ AB_AML_LNOT_EQUAL, "9293", 2, true },
	{ AB_AML_LLESS_EQUAL, "9294", 2, true },
	{ AB_AML_LGREATER_EQUAL, "9295", 2, true },
	{ AB_AML_LEQUAL, "93", 2, true },
	{ AB_AML_LGREATER, "94", 2, true },
	{ AB_AML_LLESS, "95", 2, true },
	{ AB_AML_TO_BUFFER, "96", 2, true },
	{ AB_AML_TO_DECIMAL_STRING, "97", 2, true },
	{ AB_AML_TO_HEX_STRING, "98", 2, true },
	{ AB_AML_TO_INTEGER, "99", 2, true },
	{ AB_AML_TO_STRING, "9c", 3, true },
	{ AB_AML_COPY_OBJECT, "9d", 2, true },
	{ AB_AML_MID, "9e", 4, true },
	{ AB_AML_CONTINUE, "9f", 0, false },
	{ AB_AML_NOOP, "a3", 0, false },
	{ AB_AML_RETURN, "a4", 1, false },
	{ AB_AML_BREAK, "a5", 0, false },
	{ AB_AML_BREAK_POINT, "cc", 0, false },
	{ AB_AML_COND_REF_OF, "5b12", 2, true },
	{ AB_AML_CREATE_FIELD, "5b13", 4, false },
	{ AB_AML_LOAD_TABLE, "5b1f", 6, true },
	{ AB_AML_STALL, "5b21", 1, false },
	{ AB_AML_SLEEP, "5b22", 1, false },
	{ AB_AML_SIGNAL, "5b24", 1, false },
	{ AB_AML_WAIT, "5b25", 2, true },
	{ AB_AML_RESET, "5b26", 1, false },
	{ AB_AML_RELEASE, "5b27", 1, false },
	{ AB_AML_FROM_BCD, "5b28", 2, true },
	{ AB_AML_TO_BCD, "5b29", 2, true },
	{ AB_AML_REVISION, "5b30", 0, true },
	{ AB_AML_DEBUG, "5b31", 0, true },
	{ AB_AML_TIMER, "5b33", 0, true },
};

#define N_OPS (sizeof(ops) / sizeof(ops[0]))

/* Emit one operator with @given operands in a loop in a method. */
static enum ab_err try_op(size_t i, unsigned int given, struct ab_buf *b, struct ab_error *why)
{
	struct ab_aml a = ab_aml_over(b);
	struct ab_aml_block method = ab_aml_method(&a, "M", 0, false, 0);
	struct ab_aml_block loop = ab_aml_while(&a);

	ab_aml_int(&a, 0);
	ab_aml_op(&a, ops[i].op);
	for (unsigned int k = 0; k < given; k++)
		ab_aml_local(&a, k & 7);
	ab_aml_end(&a, loop);
	ab_aml_end(&a, method);
	return ab_aml_finish(&a, "SSDT", why);
}

static void test_opcodes(void **state)
{
	uint8_t got[64], want[8];

	(void)state;
	assert_int_equal(N_OPS, AB_AML_OPS);
	for (size_t i = 0; i < N_OPS; i++) {
		struct ab_buf b = ab_buf_over(got, sizeof(got));
		struct ab_error why;
		size_t n = from_hex(want, ops[i].hex);

		if (try_op(i, ops[i].operands, &b, &why) != AB_OK)
			fail_msg("%s: %s", ops[i].hex, why.other);
		if (b.len != 10 + n + ops[i].operands || memcmp(got + 10, want, n) != 0)
			fail_msg("%s: other bytes", ops[i].hex);
		for (unsigned int k = 0; k < ops[i].operands; k++)
			assert_int_equal(got[10 + n + k], 0x60 + k);
	}
}

static void test_operand_counts(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_OPS; i++) {
		struct ab_buf b = ab_buf_over(NULL, 0);
		struct ab_error why;

		assert_int_equal(try_op(i, ops[i].operands + 1, &b, &why), AB_ERR_ARG);
		assert_string_equal(why.other,
				    "a value must be an operand or an element of a package");
		if (ops[i].operands == 0)
			continue;
		b = ab_buf_over(NULL, 0);
		assert_int_equal(try_op(i, ops[i].operands - 1, &b, &why), AB_ERR_ARG);
		assert_string_equal(why.other, "an operand must come here");
	}
}

/* What has a value can be an operand, what has none cannot. */
static void test_values(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_OPS; i++) {
		struct ab_buf b = ab_buf_over(NULL, 0);
		struct ab_aml a = ab_aml_over(&b);
		struct ab_aml_block method = ab_aml_method(&a, "M", 0, false, 0);
		struct ab_aml_block loop = ab_aml_while(&a);
		struct ab_error why;
		enum ab_err err;

		ab_aml_op(&a, ops[i].op);
		for (unsigned int k = 0; k < ops[i].operands; k++)
			ab_aml_int(&a, 2);
		if (!ops[i].value)
			ab_aml_int(&a, 2);
		ab_aml_end(&a, loop);
		ab_aml_end(&a, method);
		err = ab_aml_finish(&a, "SSDT", &why);
		if ((err == AB_OK) != ops[i].value)
			fail_msg("%s: %s as an operand", ops[i].hex, ab_err_name(err));
		if (err != AB_OK)
			assert_string_equal(why.other, "an operand must come here");
	}
}

static void expressions(struct ab_aml *a)
{
	struct ab_aml_block p, m = ab_aml_method(a, "M", 2, true, 3);

	ab_aml_op(a, AB_AML_STORE); /* Store (Add (Arg0, DerefOf (Index (BUFF, 1, )), ), Local0) */
	ab_aml_op(a, AB_AML_ADD);
	ab_aml_arg(a, 0);
	ab_aml_op(a, AB_AML_DEREF_OF);
	ab_aml_op(a, AB_AML_INDEX);
	ab_aml_path(a, "BUFF");
	ab_aml_int(a, 1);
	ab_aml_int(a, 0);
	ab_aml_int(a, 0);
	ab_aml_local(a, 0);
	ab_aml_acquire(a, "^MTX", 0xffff); /* a statement here */
	ab_aml_op(a, AB_AML_LNOT); /* and a value here */
	ab_aml_acquire(a, "MTX", 0x1234);
	ab_aml_call(a, "FUN", 2);
	ab_aml_int(a, 0);
	ab_aml_call(a, "\\GET", 0);
	ab_aml_fatal(a, 1, 0x12345678);
	ab_aml_arg(a, 1);
	ab_aml_op(a, AB_AML_STORE); /* a block as the first of two operands */
	p = ab_aml_package(a);
	ab_aml_int(a, 1);
	ab_aml_end(a, p);
	ab_aml_local(a, 2);
	ab_aml_op(a, AB_AML_RETURN);
	ab_aml_call(a, "GET", 0);
	ab_aml_end(a, m);
}

static void test_expressions(void **state)
{
	static const struct aml_row row = {
		"expressions",
		expressions,
		"144304 4d5f5f5f 3a 70 72 68 83 88 42554646 01 00 00 60 5b23 5e4d54585f ffff "
		"92 5b23 4d54585f 3412 46554e5f 00 5c4745545f 5b32 01 78563412 69 70 12030101 62 "
		"a4 4745545f",
	};

	(void)state;
	check_row(&row);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_opcodes),
		cmocka_unit_test(test_operand_counts),
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_expressions),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
