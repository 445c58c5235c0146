/* SPDX-License-Identifier: BSD-2-Clause */
/* Data (integers, strings, buffers, EISA ids, UUIDs) and operators. */
#include "aml_priv.h"

#include "../base/libc.h"

void ab_aml_int(struct ab_aml *a, uint64_t value)
{
	uint8_t bytes[9];

	ab_aml_value_(a);
	ab_put(a->out, bytes, ab_aml_int_bytes_(bytes, value));
}

void ab_aml_qword(struct ab_aml *a, uint64_t value)
{
	ab_aml_value_(a);
	ab_aml_byte_(a, 0x0e); /* QWordPrefix */
	ab_put_le(a->out, value, 8);
}

void ab_aml_string(struct ab_aml *a, const char *s)
{
	size_t n;

	ab_aml_value_(a);
	if (s == NULL) {
		ab_aml_fail(a, "a string must be ASCII characters from 0x01 to 0x7f");
		return;
	}
	for (n = 0; s[n] != '\0'; n++)
		if ((uint8_t)s[n] > 0x7f)
			ab_aml_fail(a, "a string must be ASCII characters from 0x01 to 0x7f");
	ab_aml_byte_(a, 0x0d); /* StringPrefix */
	ab_put(a->out, s, n + 1);
}

void ab_aml_buffer(struct ab_aml *a, const void *data, size_t size)
{
	struct ab_aml_block block;
	uint8_t bytes[9];

	ab_aml_value_(a);
	block = ab_aml_begin_(a, 0x11, 1, AB_AML_KIND_TERMS); /* BufferOp */
	ab_put(a->out, bytes, ab_aml_int_bytes_(bytes, size)); /* BufferSize */
	ab_put(a->out, data, size);
	ab_aml_end(a, block);
}

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return -1;
}

/* ACPI 19.6.36: three letters of 5 bits, four digits, big-endian */
void ab_aml_eisa(struct ab_aml *a, const char *id)
{
	bool good = id != NULL && strlen(id) == 7;
	uint32_t v = 0;

	for (size_t i = 0; good && i < 3; i++) {
		good = id[i] >= 'A' && id[i] <= 'Z';
		v = v << 5 | (uint32_t)((id[i] - '@') & 0x1f);
	}
	for (size_t i = 3; good && i < 7; i++) {
		good = hex_digit(id[i]) >= 0;
		v = v << 4 | (uint32_t)(hex_digit(id[i]) & 0xf);
	}
	if (!good)
		ab_aml_fail(a, "an EISA id must be three letters A-Z and four hexadecimal digits");
	ab_aml_int(a, v << 24 | (v & 0xff00) << 8 | (v >> 8 & 0xff00) | v >> 24);
}

/* ACPI 19.6.142: the first three groups are little-endian */
void ab_aml_uuid(struct ab_aml *a, const char *uuid)
{
	/* position of each byte in "aabbccdd-eeff-gghh-iijj-kkllmmnnoopp" */
	static const uint8_t at[16] = { 6, 4, 2, 0, 11, 9, 16, 14, 19, 21, 24, 26, 28, 30, 32, 34 };
	bool good = uuid != NULL && strlen(uuid) == 36 && uuid[8] == '-' && uuid[13] == '-' &&
		    uuid[18] == '-' && uuid[23] == '-';
	uint8_t bytes[16] = { 0 };

	for (size_t i = 0; good && i < 16; i++) {
		int hi = hex_digit(uuid[at[i]]), lo = hex_digit(uuid[at[i] + 1]);

		good = hi >= 0 && lo >= 0;
		bytes[i] = (uint8_t)((hi & 0xf) << 4 | (lo & 0xf));
	}
	if (!good)
		ab_aml_fail(a, "a UUID must have the form 01234567-89ab-cdef-0123-456789abcdef");
	ab_aml_buffer(a, bytes, sizeof(bytes));
}

void ab_aml_raw(struct ab_aml *a, const void *data, size_t size)
{
	if (a->owed != 0 || a->kind != AB_AML_KIND_TERMS)
		ab_aml_value_(a);
	ab_put(a->out, data, size);
}

void ab_aml_arg(struct ab_aml *a, unsigned int n)
{
	if (n > 6)
		ab_aml_fail(a, "an argument must be Arg0 to Arg6");
	ab_aml_value_(a);
	ab_aml_byte_(a, 0x68 + (n & 7)); /* Arg0Op */
}

void ab_aml_local(struct ab_aml *a, unsigned int n)
{
	if (n > 7)
		ab_aml_fail(a, "a local variable must be Local0 to Local7");
	ab_aml_value_(a);
	ab_aml_byte_(a, 0x60 + (n & 7)); /* Local0Op */
}

/* Opcodes of two bytes: ExtOpPrefix, or LnotOp before a comparison, is the first byte. */
#define EXT(op) (0x5b | (op) << 8)
#define LNOT(op) (0x92 | (op) << 8)

enum {
	VALUE = 0, /* returns a value, so it may be an operand */
	STATEMENT = 1,
	IN_METHOD = 2 | STATEMENT,
	IN_WHILE = 4 | STATEMENT,
};

/* ACPI 20.2.5.3 and 20.2.5.4 */
static const struct {
	uint16_t opcode;
	uint8_t operands;
	uint8_t flags;
} ops[AB_AML_OPS] = {
	[AB_AML_STORE] = { 0x70, 2, VALUE },
	[AB_AML_COPY_OBJECT] = { 0x9d, 2, VALUE },
	[AB_AML_REF_OF] = { 0x71, 1, VALUE },
	[AB_AML_COND_REF_OF] = { EXT(0x12), 2, VALUE },
	[AB_AML_DEREF_OF] = { 0x83, 1, VALUE },
	[AB_AML_SIZE_OF] = { 0x87, 1, VALUE },
	[AB_AML_OBJECT_TYPE] = { 0x8e, 1, VALUE },
	[AB_AML_INDEX] = { 0x88, 3, VALUE },
	[AB_AML_ADD] = { 0x72, 3, VALUE },
	[AB_AML_SUBTRACT] = { 0x74, 3, VALUE },
	[AB_AML_MULTIPLY] = { 0x77, 3, VALUE },
	[AB_AML_DIVIDE] = { 0x78, 4, VALUE },
	[AB_AML_MOD] = { 0x85, 3, VALUE },
	[AB_AML_INCREMENT] = { 0x75, 1, VALUE },
	[AB_AML_DECREMENT] = { 0x76, 1, VALUE },
	[AB_AML_SHIFT_LEFT] = { 0x79, 3, VALUE },
	[AB_AML_SHIFT_RIGHT] = { 0x7a, 3, VALUE },
	[AB_AML_AND] = { 0x7b, 3, VALUE },
	[AB_AML_NAND] = { 0x7c, 3, VALUE },
	[AB_AML_OR] = { 0x7d, 3, VALUE },
	[AB_AML_NOR] = { 0x7e, 3, VALUE },
	[AB_AML_XOR] = { 0x7f, 3, VALUE },
	[AB_AML_NOT] = { 0x80, 2, VALUE },
	[AB_AML_FIND_SET_LEFT_BIT] = { 0x81, 2, VALUE },
	[AB_AML_FIND_SET_RIGHT_BIT] = { 0x82, 2, VALUE },
	[AB_AML_LAND] = { 0x90, 2, VALUE },
	[AB_AML_LOR] = { 0x91, 2, VALUE },
	[AB_AML_LNOT] = { 0x92, 1, VALUE },
	[AB_AML_LEQUAL] = { 0x93, 2, VALUE },
	[AB_AML_LGREATER] = { 0x94, 2, VALUE },
	[AB_AML_LLESS] = { 0x95, 2, VALUE },
	[AB_AML_LNOT_EQUAL] = { LNOT(0x93), 2, VALUE },
	[AB_AML_LLESS_EQUAL] = { LNOT(0x94), 2, VALUE },
	[AB_AML_LGREATER_EQUAL] = { LNOT(0x95), 2, VALUE },
	[AB_AML_CONCAT] = { 0x73, 3, VALUE },
	[AB_AML_CONCAT_RES] = { 0x84, 3, VALUE },
	[AB_AML_MID] = { 0x9e, 4, VALUE },
	[AB_AML_TO_BUFFER] = { 0x96, 2, VALUE },
	[AB_AML_TO_DECIMAL_STRING] = { 0x97, 2, VALUE },
	[AB_AML_TO_HEX_STRING] = { 0x98, 2, VALUE },
	[AB_AML_TO_INTEGER] = { 0x99, 2, VALUE },
	[AB_AML_TO_STRING] = { 0x9c, 3, VALUE },
	[AB_AML_FROM_BCD] = { EXT(0x28), 2, VALUE },
	[AB_AML_TO_BCD] = { EXT(0x29), 2, VALUE },
	[AB_AML_WAIT] = { EXT(0x25), 2, VALUE },
	[AB_AML_TIMER] = { EXT(0x33), 0, VALUE },
	[AB_AML_DEBUG] = { EXT(0x31), 0, VALUE },
	[AB_AML_REVISION] = { EXT(0x30), 0, VALUE },
	[AB_AML_LOAD_TABLE] = { EXT(0x1f), 6, VALUE },
	[AB_AML_CREATE_BIT_FIELD] = { 0x8d, 3, STATEMENT },
	[AB_AML_CREATE_BYTE_FIELD] = { 0x8c, 3, STATEMENT },
	[AB_AML_CREATE_WORD_FIELD] = { 0x8b, 3, STATEMENT },
	[AB_AML_CREATE_DWORD_FIELD] = { 0x8a, 3, STATEMENT },
	[AB_AML_CREATE_QWORD_FIELD] = { 0x8f, 3, STATEMENT },
	[AB_AML_CREATE_FIELD] = { EXT(0x13), 4, STATEMENT },
	[AB_AML_NOTIFY] = { 0x86, 2, STATEMENT },
	[AB_AML_RELEASE] = { EXT(0x27), 1, STATEMENT },
	[AB_AML_RESET] = { EXT(0x26), 1, STATEMENT },
	[AB_AML_SIGNAL] = { EXT(0x24), 1, STATEMENT },
	[AB_AML_SLEEP] = { EXT(0x22), 1, STATEMENT },
	[AB_AML_STALL] = { EXT(0x21), 1, STATEMENT },
	[AB_AML_RETURN] = { 0xa4, 1, IN_METHOD },
	[AB_AML_BREAK] = { 0xa5, 0, IN_WHILE },
	[AB_AML_CONTINUE] = { 0x9f, 0, IN_WHILE },
	[AB_AML_BREAK_POINT] = { 0xcc, 0, STATEMENT },
	[AB_AML_NOOP] = { 0xa3, 0, STATEMENT },
};

void ab_aml_op(struct ab_aml *a, enum ab_aml_op op)
{
	if ((size_t)op >= AB_AML_OPS) {
		ab_aml_fail(a, "an operator must be one of enum ab_aml_op");
		return;
	}
	if ((ops[op].flags & STATEMENT) == 0) {
		ab_aml_expression_(a, ops[op].operands);
	} else {
		ab_aml_statement_(a);
		a->owed = ops[op].operands;
	}
	if (ops[op].flags == IN_METHOD && (a->inside & AB_AML_IN_METHOD) == 0)
		ab_aml_fail(a, "a Return must stand in a method");
	if (ops[op].flags == IN_WHILE && (a->inside & AB_AML_IN_WHILE) == 0)
		ab_aml_fail(a, "a Break or Continue must stand in a While");
	ab_put_le(a->out, ops[op].opcode, ops[op].opcode > 0xff ? 2 : 1);
}

void ab_aml_acquire(struct ab_aml *a, const char *mutex, uint16_t timeout)
{
	ab_aml_expression_(a, 0);
	ab_aml_opcode_name_(a, AB_AML_EXT(0x23), mutex); /* AcquireOp */
	ab_put_le(a->out, timeout, 2);
}

void ab_aml_fatal(struct ab_aml *a, uint8_t type, uint32_t code)
{
	ab_aml_statement_(a);
	ab_put_le(a->out, 0x325b | (unsigned int)type << 16, 3); /* FatalOp, FatalType */
	ab_put_le(a->out, code, 4);
	a->owed = 1; /* FatalArg */
}
