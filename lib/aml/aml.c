/* SPDX-License-Identifier: BSD-2-Clause */
/* The encoder's state: places of statements and values, blocks and their lengths. */
#include "aml_priv.h"

#include "../base/libc.h"
#include "../base/base_priv.h"

#define NOWHERE SIZE_MAX
#define PKG_LIMIT (UINT32_C(1) << 28) /* ACPI 20.2.4: four bytes hold 28 bits */

struct ab_aml ab_aml_over(struct ab_buf *out)
{
	return (struct ab_aml){ .out = out, .if_end = NOWHERE };
}

void ab_aml_fail(struct ab_aml *a, const char *rule)
{
	ab_buf_fail(a->out, AB_ERR_ARG, NULL, a->out->len, rule);
}

enum ab_err ab_aml_finish(struct ab_aml *a, const char *what, struct ab_error *why)
{
	if (a->depth != 0)
		ab_aml_fail(a, "each block that was begun must be ended");
	if (a->owed != 0)
		ab_aml_fail(a, "an operand must come here");
	return ab_buf_finish(a->out, what, why);
}

void ab_aml_byte_(struct ab_aml *a, unsigned int v)
{
	ab_put_le(a->out, v, 1);
}

/* ---- places ------------------------------------------------------------------------------- */

void ab_aml_statement_(struct ab_aml *a)
{
	if (a->owed != 0)
		ab_aml_fail(a, "an operand must come here");
	else if (a->kind != AB_AML_KIND_TERMS)
		ab_aml_fail(a, "a statement must stand in a list of terms");
}

void ab_aml_value_(struct ab_aml *a)
{
	if (a->owed != 0)
		a->owed--;
	else if (a->kind == AB_AML_KIND_PACKAGE || a->kind == AB_AML_KIND_VAR_PACKAGE)
		a->elements++;
	else
		ab_aml_fail(a, "a value must be an operand or an element of a package");
}

void ab_aml_expression_(struct ab_aml *a, unsigned int operands)
{
	if (a->owed != 0)
		a->owed--;
	else if (a->kind != AB_AML_KIND_TERMS)
		ab_aml_fail(a, "an operator must stand in a list of terms or be an operand");
	a->owed += operands;
}

/* ---- blocks ------------------------------------------------------------------------------- */

struct ab_aml_block ab_aml_begin_(struct ab_aml *a, unsigned int opcode, unsigned int width,
				  enum ab_aml_kind own)
{
	struct ab_aml_block block = {
		.at = a->out->len + width,
		.depth = ++a->depth,
		.owed = a->owed,
		.elements = a->elements,
		.kind = a->kind,
		.inside = a->inside,
		.own = (uint8_t)own,
	};

	a->owed = 0;
	a->elements = 0;
	a->kind = own == AB_AML_KIND_IF ? AB_AML_KIND_TERMS : (uint8_t)own;
	a->if_end = NOWHERE;
	ab_put_le(a->out, opcode, width + 1);
	return block;
}

unsigned int ab_aml_int_bytes_(uint8_t out[9], uint64_t v)
{
	unsigned int width = v <= 0xff ? 1 : v <= 0xffff ? 2 : v <= 0xffffffff ? 4 : 8;

	if (v <= 1 || v == UINT64_MAX) {
		out[0] = (uint8_t)v; /* ZeroOp 0x00, OneOp 0x01, OnesOp 0xff */
		return 1;
	}
	ab_st_le64(out + 1, v);
	/* BytePrefix, WordPrefix, DWordPrefix, QWordPrefix */
	out[0] = width == 1 ? 0x0a : width == 2 ? 0x0b : width == 4 ? 0x0c : 0x0e;
	return 1 + width;
}

/* ACPI 20.2.4: bits 7-6 of the first byte count the bytes that follow. */
void ab_aml_pkglen_bytes_(uint8_t out[4], uint32_t v, unsigned int n)
{
	if (n == 1) {
		out[0] = (uint8_t)v;
		return;
	}
	out[0] = (uint8_t)((n - 1) << 6 | (v & 0x0f));
	for (unsigned int i = 1; i < n; i++)
		out[i] = (uint8_t)(v >> (8 * i - 4));
}

/* Fill in the length of a block and, for a resource template, its BufferSize, which were not known
 * when the block began. Both are inserted at once, so that the body moves at most once. */
static void close_block(struct ab_aml *a, size_t at, enum ab_aml_kind own)
{
	size_t body = a->out->len - at - 1;
	uint8_t head[4 + 9], size[9];
	unsigned int n = 1, n_size = 0;

	if (own == AB_AML_KIND_RESOURCES)
		n_size = ab_aml_int_bytes_(size, body);
	if (body >= PKG_LIMIT - 4 - n_size) {
		ab_aml_fail(a, "a block must be shorter than 2^28 bytes");
		return;
	}
	body += n_size;
	while (n < 4 && body + n >= (n == 1 ? 1U << 6 : 1U << (8 * n - 4)))
		n++;
	ab_aml_pkglen_bytes_(head, (uint32_t)body + n, n);
	if (n_size != 0)
		memcpy(head + n, size, n_size);
	ab_poke_le(a->out, at, head[0], 1);
	if (n + n_size > 1)
		ab_insert_(a->out, at + 1, head + 1, n + n_size - 1);
}

void ab_aml_end(struct ab_aml *a, struct ab_aml_block block)
{
	if (block.depth == 0 || block.depth != a->depth || block.at >= a->out->len) {
		ab_aml_fail(a, "blocks must be ended in the reverse order of their beginnings");
		return;
	}
	if (a->owed != 0)
		ab_aml_fail(a, "an operand must come here");
	if (block.own == AB_AML_KIND_RESOURCES)
		ab_put_le(a->out, 0x0079, 2); /* ACPI 6.4.2.9: end tag, checksum not used */
	if (block.own == AB_AML_KIND_PACKAGE) {
		if (a->elements > 255)
			ab_aml_fail(a, "a package must have at most 255 elements");
		ab_poke_le(a->out, block.at + 1, a->elements, 1); /* NumElements */
	}
	close_block(a, block.at, (enum ab_aml_kind)block.own);
	a->depth--;
	a->owed = block.owed;
	a->elements = block.elements;
	a->kind = block.kind;
	a->inside = block.inside;
	a->if_end = block.own == AB_AML_KIND_IF ? a->out->len : NOWHERE;
}

static struct ab_aml_block control(struct ab_aml *a, unsigned int opcode, enum ab_aml_kind own,
				   unsigned int predicates)
{
	struct ab_aml_block block;

	ab_aml_statement_(a);
	block = ab_aml_begin_(a, opcode, 1, own);
	a->owed = predicates;
	return block;
}

struct ab_aml_block ab_aml_if(struct ab_aml *a)
{
	return control(a, 0xa0, AB_AML_KIND_IF, 1); /* IfOp */
}

struct ab_aml_block ab_aml_else(struct ab_aml *a)
{
	if (a->if_end != a->out->len)
		ab_aml_fail(a, "an Else must follow its If at once");
	return control(a, 0xa1, AB_AML_KIND_TERMS, 0); /* ElseOp */
}

struct ab_aml_block ab_aml_while(struct ab_aml *a)
{
	struct ab_aml_block block = control(a, 0xa2, AB_AML_KIND_TERMS, 1); /* WhileOp */

	a->inside |= AB_AML_IN_WHILE;
	return block;
}

struct ab_aml_block ab_aml_package(struct ab_aml *a)
{
	struct ab_aml_block block;

	ab_aml_value_(a);
	block = ab_aml_begin_(a, 0x12, 1, AB_AML_KIND_PACKAGE); /* PackageOp */
	ab_aml_byte_(a, 0); /* NumElements, for now */
	return block;
}

struct ab_aml_block ab_aml_var_package(struct ab_aml *a)
{
	struct ab_aml_block block;

	ab_aml_value_(a);
	block = ab_aml_begin_(a, 0x13, 1, AB_AML_KIND_VAR_PACKAGE); /* VarPackageOp */
	a->owed = 1; /* VarNumElements */
	return block;
}

struct ab_aml_block ab_aml_resources(struct ab_aml *a)
{
	ab_aml_value_(a);
	return ab_aml_begin_(a, 0x11, 1, AB_AML_KIND_RESOURCES); /* BufferOp */
}
