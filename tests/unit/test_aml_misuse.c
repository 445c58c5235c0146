/* SPDX-License-Identifier: BSD-2-Clause */
/* Every way to misuse the AML encoder is refused by name, at the offset where it was. */
#include "aml_build.h"

#define EMIT(fn, ...)                                                                              \
	static void fn(struct ab_aml *a)                                                           \
	{                                                                                          \
		__VA_ARGS__                                                                        \
	}

/* ---- names -------------------------------------------------------------------------------- */

#define NAME(fn, path) EMIT(fn, ab_aml_name(a, path); ab_aml_int(a, 0);)

NAME(name_null, NULL)
NAME(name_empty, "")
NAME(name_long, "ABCDE")
NAME(name_lower, "abcd")
NAME(name_digit, "0ABC")
NAME(name_space, "A B")
NAME(name_two_dots, "A..B")
NAME(name_end_dot, "A.")
NAME(name_start_dot, ".A")
NAME(name_root_inside, "A\\B")
NAME(name_root_parent, "\\^A")
NAME(name_parent_inside, "A.^B")
EMIT(unit_path, struct ab_aml_block f = ab_aml_field(a, "R", 0); ab_aml_field_unit(a, "A.B", 1);
     ab_aml_end(a, f);)

static void test_names(void **state)
{
	static const struct aml_bad rows[] = {
		{ "NULL", name_null, "a path must not be empty", 1 },
		{ "empty", name_empty, "a path must not be empty", 1 },
		{ "five characters", name_long,
		  "a name segment must be 1 to 4 of A-Z, 0-9 and _, and begin with no digit", 0 },
		{ "lower case", name_lower,
		  "a name segment must be 1 to 4 of A-Z, 0-9 and _, and begin with no digit", 0 },
		{ "digit first", name_digit,
		  "a name segment must be 1 to 4 of A-Z, 0-9 and _, and begin with no digit", 0 },
		{ "space", name_space,
		  "a name segment must be 1 to 4 of A-Z, 0-9 and _, and begin with no digit", 0 },
		{ "empty segment", name_two_dots,
		  "a name segment must be 1 to 4 of A-Z, 0-9 and _, and begin with no digit", 7 },
		{ "dot at the end", name_end_dot,
		  "a name segment must be 1 to 4 of A-Z, 0-9 and _, and begin with no digit", 6 },
		{ "dot at the start", name_start_dot,
		  "a name segment must be 1 to 4 of A-Z, 0-9 and _, and begin with no digit", 2 },
		{ "root inside", name_root_inside,
		  "a name segment must be 1 to 4 of A-Z, 0-9 and _, and begin with no digit", 0 },
		{ "parent of the root", name_root_parent,
		  "a name segment must be 1 to 4 of A-Z, 0-9 and _, and begin with no digit", 2 },
		{ "parent inside", name_parent_inside,
		  "a name segment must be 1 to 4 of A-Z, 0-9 and _, and begin with no digit", 6 },
		{ "path of a field unit", unit_path,
		  "a name segment must be 1 to 4 of A-Z, 0-9 and _, and begin with no digit", 8 },
	};

	(void)state;
	CHECK_BAD(rows);
}

/* ---- data --------------------------------------------------------------------------------- */

#define DATA(fn, ...) EMIT(fn, ab_aml_name(a, "X"); __VA_ARGS__)

DATA(string_null, ab_aml_string(a, NULL);)
DATA(string_high, ab_aml_string(a, "a\x80");)
DATA(eisa_null, ab_aml_eisa(a, NULL);)
DATA(eisa_short, ab_aml_eisa(a, "PNP050");)
DATA(eisa_long, ab_aml_eisa(a, "PNP05010");)
DATA(eisa_lower, ab_aml_eisa(a, "PnP0501");)
DATA(eisa_digit, ab_aml_eisa(a, "PNP050G");)
DATA(eisa_letter, ab_aml_eisa(a, "PN00501");)
DATA(uuid_null, ab_aml_uuid(a, NULL);)
DATA(uuid_short, ab_aml_uuid(a, "33db4d5b-1ff7-401c-9657-7441c03dd76");)
DATA(uuid_long, ab_aml_uuid(a, "33db4d5b-1ff7-401c-9657-7441c03dd7666");)
DATA(uuid_dash, ab_aml_uuid(a, "33db4d5b-1ff7-401c-96570-441c03dd766");)
DATA(uuid_digit, ab_aml_uuid(a, "33db4d5b-1ff7-401c-9657-7441c03dd76x");)
DATA(arg_7, ab_aml_arg(a, 7);)
DATA(local_8, ab_aml_local(a, 8);)
EMIT(op_unknown, ab_aml_op(a, AB_AML_OPS);)

static void test_data(void **state)
{
	static const struct aml_bad rows[] = {
		{ "no string", string_null, "a string must be ASCII characters from 0x01 to 0x7f",
		  5 },
		{ "not ASCII", string_high, "a string must be ASCII characters from 0x01 to 0x7f",
		  5 },
		{ "no EISA id", eisa_null,
		  "an EISA id must be three letters A-Z and four hexadecimal digits", 5 },
		{ "short EISA id", eisa_short,
		  "an EISA id must be three letters A-Z and four hexadecimal digits", 5 },
		{ "long EISA id", eisa_long,
		  "an EISA id must be three letters A-Z and four hexadecimal digits", 5 },
		{ "lower case EISA id", eisa_lower,
		  "an EISA id must be three letters A-Z and four hexadecimal digits", 5 },
		{ "EISA id without digit", eisa_digit,
		  "an EISA id must be three letters A-Z and four hexadecimal digits", 5 },
		{ "EISA id without letter", eisa_letter,
		  "an EISA id must be three letters A-Z and four hexadecimal digits", 5 },
		{ "no UUID", uuid_null,
		  "a UUID must have the form 01234567-89ab-cdef-0123-456789abcdef", 5 },
		{ "short UUID", uuid_short,
		  "a UUID must have the form 01234567-89ab-cdef-0123-456789abcdef", 5 },
		{ "long UUID", uuid_long,
		  "a UUID must have the form 01234567-89ab-cdef-0123-456789abcdef", 5 },
		{ "UUID's dash", uuid_dash,
		  "a UUID must have the form 01234567-89ab-cdef-0123-456789abcdef", 5 },
		{ "UUID's digit", uuid_digit,
		  "a UUID must have the form 01234567-89ab-cdef-0123-456789abcdef", 5 },
		{ "Arg7", arg_7, "an argument must be Arg0 to Arg6", 5 },
		{ "Local8", local_8, "a local variable must be Local0 to Local7", 5 },
		{ "operator", op_unknown, "an operator must be one of enum ab_aml_op", 0 },
	};

	(void)state;
	CHECK_BAD(rows);
}

/* ---- structure ---------------------------------------------------------------------------- */

EMIT(open_block, (void)ab_aml_scope(a, "S");)
EMIT(end_twice, struct ab_aml_block s = ab_aml_scope(a, "S"); ab_aml_end(a, s); ab_aml_end(a, s);)
EMIT(end_outer, struct ab_aml_block s = ab_aml_scope(a, "S"); (void)ab_aml_scope(a, "T");
     ab_aml_end(a, s);)
EMIT(end_nothing, struct ab_aml_block none = { 0 }; ab_aml_end(a, none);)
EMIT(end_foreign, struct ab_aml_block b = { 0 }; (void)ab_aml_scope(a, "S"); b.depth = 1;
     b.at = 100; ab_aml_end(a, b);)
EMIT(owed_finish, ab_aml_name(a, "X");)
EMIT(owed_end, struct ab_aml_block s = ab_aml_scope(a, "S"); ab_aml_name(a, "X"); ab_aml_end(a, s);)
EMIT(owed_statement, ab_aml_name(a, "X"); ab_aml_name(a, "Y"); ab_aml_int(a, 0);)
EMIT(owed_block, ab_aml_name(a, "X"); ab_aml_end(a, ab_aml_scope(a, "S"));)
EMIT(owed_predicate, ab_aml_end(a, ab_aml_if(a));)
EMIT(owed_while, ab_aml_end(a, ab_aml_while(a));)
EMIT(owed_count, ab_aml_name(a, "X"); ab_aml_end(a, ab_aml_var_package(a));)
EMIT(owed_region, ab_aml_region(a, "R", AB_AML_SYSTEM_IO); ab_aml_int(a, 0);)
EMIT(owed_data_region, ab_aml_data_region(a, "R"); ab_aml_int(a, 0); ab_aml_int(a, 0);)
EMIT(owed_fatal, ab_aml_fatal(a, 0, 0);)
EMIT(owed_call, ab_aml_call(a, "M", 1);)
EMIT(bare_value, ab_aml_int(a, 5);)
EMIT(bare_path, ab_aml_path(a, "X");)
EMIT(bare_package, ab_aml_end(a, ab_aml_package(a));)
EMIT(bare_resources, ab_aml_end(a, ab_aml_resources(a));)
EMIT(bare_buffer, ab_aml_buffer(a, NULL, 0);)
EMIT(two_values, ab_aml_name(a, "X"); ab_aml_int(a, 0); ab_aml_int(a, 0);)
EMIT(element_op, ab_aml_name(a, "X"); struct ab_aml_block p = ab_aml_package(a);
     ab_aml_op(a, AB_AML_TIMER); ab_aml_end(a, p);)
EMIT(element_call, ab_aml_name(a, "X"); struct ab_aml_block p = ab_aml_package(a);
     ab_aml_call(a, "M", 0); ab_aml_end(a, p);)
EMIT(element_statement, ab_aml_name(a, "X"); struct ab_aml_block p = ab_aml_package(a);
     ab_aml_op(a, AB_AML_NOOP); ab_aml_end(a, p);)
EMIT(element_name, ab_aml_name(a, "X"); struct ab_aml_block p = ab_aml_package(a);
     ab_aml_name(a, "Y"); ab_aml_int(a, 0); ab_aml_end(a, p);)
EMIT(field_value, struct ab_aml_block f = ab_aml_field(a, "R", 0); ab_aml_int(a, 0);
     ab_aml_end(a, f);)
EMIT(field_statement, struct ab_aml_block f = ab_aml_field(a, "R", 0); ab_aml_op(a, AB_AML_NOOP);
     ab_aml_end(a, f);)
EMIT(field_raw, struct ab_aml_block f = ab_aml_field(a, "R", 0); ab_aml_raw(a, NULL, 1);
     ab_aml_end(a, f);)
EMIT(unit_outside, ab_aml_field_unit(a, "A", 1);)
EMIT(access_outside, ab_aml_field_access(a, 0, 0);)
EMIT(crs_value, ab_aml_name(a, "X"); struct ab_aml_block r = ab_aml_resources(a); ab_aml_int(a, 0);
     ab_aml_end(a, r);)

static void test_structure(void **state)
{
	static const struct aml_bad rows[] = {
		{ "block left open", open_block, "each block that was begun must be ended", 6 },
		{ "ended twice", end_twice,
		  "blocks must be ended in the reverse order of their beginnings", 6 },
		{ "outer one ended first", end_outer,
		  "blocks must be ended in the reverse order of their beginnings", 12 },
		{ "none ended", end_nothing,
		  "blocks must be ended in the reverse order of their beginnings", 0 },
		{ "another encoder's", end_foreign,
		  "blocks must be ended in the reverse order of their beginnings", 6 },
		{ "Name without value", owed_finish, "an operand must come here", 5 },
		{ "Name at a block's end", owed_end, "an operand must come here", 11 },
		{ "Name before Name", owed_statement, "an operand must come here", 5 },
		{ "Name before Scope", owed_block, "an operand must come here", 5 },
		{ "If without predicate", owed_predicate, "an operand must come here", 2 },
		{ "While without predicate", owed_while, "an operand must come here", 2 },
		{ "package without count", owed_count, "an operand must come here", 7 },
		{ "region without length", owed_region, "an operand must come here", 8 },
		{ "data region without ids", owed_data_region, "an operand must come here", 8 },
		{ "Fatal without argument", owed_fatal, "an operand must come here", 7 },
		{ "call without argument", owed_call, "an operand must come here", 4 },
		{ "value as statement", bare_value,
		  "a value must be an operand or an element of a package", 0 },
		{ "path as statement", bare_path,
		  "a value must be an operand or an element of a package", 0 },
		{ "package as statement", bare_package,
		  "a value must be an operand or an element of a package", 0 },
		{ "resources as statement", bare_resources,
		  "a value must be an operand or an element of a package", 0 },
		{ "buffer as statement", bare_buffer,
		  "a value must be an operand or an element of a package", 0 },
		{ "Name of two values", two_values,
		  "a value must be an operand or an element of a package", 6 },
		{ "operator as element", element_op,
		  "an operator must stand in a list of terms or be an operand", 8 },
		{ "call as element", element_call,
		  "an operator must stand in a list of terms or be an operand", 8 },
		{ "statement as element", element_statement,
		  "a statement must stand in a list of terms", 8 },
		{ "Name as element", element_name, "a statement must stand in a list of terms", 8 },
		{ "value in a field", field_value,
		  "a value must be an operand or an element of a package", 8 },
		{ "statement in a field", field_statement,
		  "a statement must stand in a list of terms", 8 },
		{ "raw in a field", field_raw,
		  "a value must be an operand or an element of a package", 8 },
		{ "field unit alone", unit_outside, "a field unit must stand in a field list", 0 },
		{ "access alone", access_outside, "a field unit must stand in a field list", 0 },
		{ "value among resources", crs_value,
		  "a value must be an operand or an element of a package", 7 },
	};

	(void)state;
	CHECK_BAD(rows);
}

/* ---- control ------------------------------------------------------------------------------ */

static struct ab_aml_block if_1(struct ab_aml *a)
{
	struct ab_aml_block b = ab_aml_if(a);

	ab_aml_int(a, 1);
	return b;
}

EMIT(else_alone, ab_aml_end(a, ab_aml_else(a));)
EMIT(else_late, ab_aml_end(a, if_1(a)); ab_aml_op(a, AB_AML_NOOP); ab_aml_end(a, ab_aml_else(a));)
EMIT(else_twice, ab_aml_end(a, if_1(a)); ab_aml_end(a, ab_aml_else(a));
     ab_aml_end(a, ab_aml_else(a));)
EMIT(else_inside, struct ab_aml_block b = if_1(a); ab_aml_end(a, ab_aml_else(a)); ab_aml_end(a, b);)
EMIT(else_after_device, struct ab_aml_block d = ab_aml_scope(a, "D"); ab_aml_end(a, if_1(a));
     ab_aml_end(a, d); ab_aml_end(a, ab_aml_else(a));)
EMIT(else_after_while, struct ab_aml_block w = ab_aml_while(a); ab_aml_int(a, 0); ab_aml_end(a, w);
     ab_aml_end(a, ab_aml_else(a));)
EMIT(return_outside, ab_aml_op(a, AB_AML_RETURN); ab_aml_int(a, 0);)
EMIT(return_after, ab_aml_end(a, ab_aml_method(a, "M", 0, false, 0)); ab_aml_op(a, AB_AML_RETURN);
     ab_aml_int(a, 0);)
EMIT(break_outside, ab_aml_op(a, AB_AML_BREAK);)
EMIT(continue_after, struct ab_aml_block w = ab_aml_while(a); ab_aml_int(a, 0); ab_aml_end(a, w);
     ab_aml_op(a, AB_AML_CONTINUE);)
EMIT(break_method, struct ab_aml_block w = ab_aml_while(a); ab_aml_int(a, 0);
     struct ab_aml_block m = ab_aml_method(a, "M", 0, false, 0); ab_aml_op(a, AB_AML_BREAK);
     ab_aml_end(a, m); ab_aml_end(a, w);)
EMIT(call_8, ab_aml_call(a, "M", 8);)
EMIT(method_8, ab_aml_end(a, ab_aml_method(a, "M", 8, false, 0));)
EMIT(sync_16, ab_aml_end(a, ab_aml_method(a, "M", 0, true, 16));)
EMIT(sync_loose, ab_aml_end(a, ab_aml_method(a, "M", 0, false, 1));)

static void test_control(void **state)
{
	static const struct aml_bad rows[] = {
		{ "Else alone", else_alone, "an Else must follow its If at once", 0 },
		{ "Else after a statement", else_late, "an Else must follow its If at once", 4 },
		{ "Else twice", else_twice, "an Else must follow its If at once", 5 },
		{ "Else inside the If", else_inside, "an Else must follow its If at once", 3 },
		{ "Else after a scope", else_after_device, "an Else must follow its If at once",
		  9 },
		{ "Else after While", else_after_while, "an Else must follow its If at once", 3 },
		{ "Return alone", return_outside, "a Return must stand in a method", 0 },
		{ "Return after a method", return_after, "a Return must stand in a method", 7 },
		{ "Break alone", break_outside, "a Break or Continue must stand in a While", 0 },
		{ "Continue after", continue_after, "a Break or Continue must stand in a While",
		  3 },
		{ "Break in a method", break_method, "a Break or Continue must stand in a While",
		  10 },
		{ "call of 8", call_8, "a method must have at most 7 arguments", 0 },
		{ "method of 8", method_8, "a method must have at most 7 arguments", 0 },
		{ "sync level 16", sync_16,
		  "a synchronisation level must be 0 to 15, 0 unless serialized", 0 },
		{ "sync level alone", sync_loose,
		  "a synchronisation level must be 0 to 15, 0 unless serialized", 0 },
	};

	(void)state;
	CHECK_BAD(rows);
}

/* ---- objects ------------------------------------------------------------------------------ */

EMIT(mutex_16, ab_aml_mutex(a, "M", 16);)
EMIT(external_type, ab_aml_external(a, "X", (enum ab_aml_object)15, 0);)
EMIT(external_args, ab_aml_external(a, "X", AB_AML_OBJECT_METHOD, 8);)
EMIT(external_int, ab_aml_external(a, "X", AB_AML_OBJECT_INT, 1);)
EMIT(space_256, ab_aml_region(a, "R", (enum ab_aml_space_id)0x100); ab_aml_int(a, 0);
     ab_aml_int(a, 0);)
EMIT(space_fixed, ab_aml_region(a, "R", AB_AML_FIXED_HARDWARE); ab_aml_int(a, 0); ab_aml_int(a, 0);)

#define FIELD(fn, flags) EMIT(fn, ab_aml_end(a, ab_aml_field(a, "R", flags));)
FIELD(flags_access, 6)
FIELD(flags_both, AB_AML_WRITE_AS_ONES | AB_AML_WRITE_AS_ZEROS)
FIELD(flags_high, 0x80)

#define UNIT(fn, ...)                                                                              \
	EMIT(fn, struct ab_aml_block f = ab_aml_field(a, "R", 0); __VA_ARGS__; ab_aml_end(a, f);)
UNIT(bits_0, ab_aml_field_unit(a, "A", 0))
UNIT(bits_much, ab_aml_field_unit(a, "A", 1 << 28))
UNIT(access_6, ab_aml_field_access(a, 6, 0))

static void test_objects(void **state)
{
	static const struct aml_bad rows[] = {
		{ "Mutex level", mutex_16, "a synchronisation level must be 0 to 15", 0 },
		{ "External type", external_type,
		  "the type of an external object must be one of enum ab_aml_object", 0 },
		{ "External of 8", external_args,
		  "an external object must have no arguments, or be a method with at most 7", 0 },
		{ "External integer of 1", external_int,
		  "an external object must have no arguments, or be a method with at most 7", 0 },
		{ "region space", space_256,
		  "the address space of a region must be known, and not AB_AML_FIXED_HARDWARE", 0 },
		{ "region of MSRs", space_fixed,
		  "the address space of a region must be known, and not AB_AML_FIXED_HARDWARE", 0 },
		{ "access type", flags_access,
		  "the flags of a field must be an access type, a lock rule and one update rule",
		  7 },
		{ "two update rules", flags_both,
		  "the flags of a field must be an access type, a lock rule and one update rule",
		  7 },
		{ "reserved flag", flags_high,
		  "the flags of a field must be an access type, a lock rule and one update rule",
		  7 },
		{ "unit of no bits", bits_0, "a field unit must have 1 to 2^28 - 1 bits", 8 },
		{ "unit too long", bits_much, "a field unit must have 1 to 2^28 - 1 bits", 8 },
		{ "access type inside", access_6,
		  "the access type of a field must be one of enum ab_aml_field_flags", 8 },
	};

	(void)state;
	CHECK_BAD(rows);
}

/* Whatever is a statement cannot be an element, nor come while an operand is due. */
#define IN_PACKAGE(fn, ...)                                                                        \
	EMIT(fn, ab_aml_name(a, "X"); struct ab_aml_block p = ab_aml_package(a); __VA_ARGS__;      \
	     ab_aml_end(a, p);)
IN_PACKAGE(in_scope, ab_aml_end(a, ab_aml_scope(a, "S")))
IN_PACKAGE(in_if, ab_aml_end(a, if_1(a)))
IN_PACKAGE(in_alias, ab_aml_alias(a, "A", "B"))
IN_PACKAGE(in_external, ab_aml_external(a, "A", AB_AML_OBJECT_INT, 0))
IN_PACKAGE(in_mutex, ab_aml_mutex(a, "M", 0))
IN_PACKAGE(in_event, ab_aml_event(a, "E"))
IN_PACKAGE(in_region, ab_aml_region(a, "R", AB_AML_SYSTEM_IO); ab_aml_int(a, 0); ab_aml_int(a, 0))
IN_PACKAGE(in_data_region, ab_aml_data_region(a, "R"); ab_aml_int(a, 0); ab_aml_int(a, 0);
	   ab_aml_int(a, 0))
IN_PACKAGE(in_field, ab_aml_end(a, ab_aml_field(a, "R", 0)))
IN_PACKAGE(in_fatal, ab_aml_fatal(a, 0, 0); ab_aml_int(a, 0))
IN_PACKAGE(in_acquire, ab_aml_acquire(a, "M", 0))

static void test_statements(void **state)
{
	static const struct aml_bad rows[] = {
		{ "Scope", in_scope, "a statement must stand in a list of terms", 8 },
		{ "If", in_if, "a statement must stand in a list of terms", 8 },
		{ "Alias", in_alias, "a statement must stand in a list of terms", 8 },
		{ "External", in_external, "a statement must stand in a list of terms", 8 },
		{ "Mutex", in_mutex, "a statement must stand in a list of terms", 8 },
		{ "Event", in_event, "a statement must stand in a list of terms", 8 },
		{ "OperationRegion", in_region, "a statement must stand in a list of terms", 8 },
		{ "DataTableRegion", in_data_region, "a statement must stand in a list of terms",
		  8 },
		{ "Field", in_field, "a statement must stand in a list of terms", 8 },
		{ "Fatal", in_fatal, "a statement must stand in a list of terms", 8 },
		{ "Acquire", in_acquire,
		  "an operator must stand in a list of terms or be an operand", 8 },
	};

	(void)state;
	CHECK_BAD(rows);
}

/* The caller's own misuse, in a callback, goes the same way; the first one counts. */
static void test_fail(void **state)
{
	struct ab_buf b = ab_buf_over(NULL, 0);
	struct ab_aml a = ab_aml_over(&b);
	struct ab_error why;

	(void)state;
	ab_aml_op(&a, AB_AML_NOOP);
	ab_aml_fail(&a, "my device must have a name");
	ab_aml_int(&a, 0);
	assert_int_equal(ab_aml_finish(&a, "SSDT", &why), AB_ERR_ARG);
	assert_string_equal(why.what, "SSDT");
	assert_string_equal(why.other, "my device must have a name");
	assert_int_equal(why.value, 1);
	assert_int_equal(ab_aml_finish(&a, "SSDT", NULL), AB_ERR_ARG);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),      cmocka_unit_test(test_data),
		cmocka_unit_test(test_control),    cmocka_unit_test(test_structure),
		cmocka_unit_test(test_objects),    cmocka_unit_test(test_fail),
		cmocka_unit_test(test_statements),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
