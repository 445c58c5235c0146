/* SPDX-License-Identifier: BSD-2-Clause */
/* Functions that the files of the AML encoder share. */
#ifndef AB_AML_AML_PRIV_H
#define AB_AML_AML_PRIV_H

#include <aetherboot/aml.h>

/* Kinds of content that a block takes. */
enum ab_aml_kind {
	AB_AML_KIND_TERMS, /* statements and named objects */
	AB_AML_KIND_PACKAGE, /* elements, which the encoder counts for NumElements */
	AB_AML_KIND_VAR_PACKAGE, /* elements after one operand */
	AB_AML_KIND_FIELDS, /* field units */
	AB_AML_KIND_RESOURCES, /* resource descriptors in a buffer */
	AB_AML_KIND_IF, /* as TERMS; an Else may follow the end of the block */
};

/* Bits of ab_aml.inside */
enum {
	AB_AML_IN_METHOD = 1,
	AB_AML_IN_WHILE = 2,
};

/* Two arguments: an opcode of two bytes, ExtOpPrefix first, and its width. */
#define AB_AML_EXT(op) (0x5b | (op) << 8), 2

/* Append one byte. */
void ab_aml_byte_(struct ab_aml *a, unsigned int v);

/* Claim the current place for a statement, a value or an expression. If it may not stand here, that
 * is an error. */
void ab_aml_statement_(struct ab_aml *a);
void ab_aml_value_(struct ab_aml *a); /* an operand or a package element */
void ab_aml_expression_(struct ab_aml *a, unsigned int operands); /* an operand or a statement */

/* Begin a block: append an opcode of @width bytes and room for a PkgLength of one byte. */
struct ab_aml_block ab_aml_begin_(struct ab_aml *a, unsigned int opcode, unsigned int width,
				  enum ab_aml_kind own);

/* Append a NameString; the second function appends an opcode of @width bytes, 0 to 3, before it. */
void ab_aml_namestring_(struct ab_aml *a, const char *path);
void ab_aml_opcode_name_(struct ab_aml *a, unsigned int opcode, unsigned int width,
			 const char *path);
/* Append a NameSeg. */
void ab_aml_nameseg_(struct ab_aml *a, const char *name);

/* Encode an integer in its shortest form. Returns the number of bytes, 1 to 9. */
unsigned int ab_aml_int_bytes_(uint8_t out[9], uint64_t v);

/* Encode a PkgLength of @n bytes, 1 to 4. @v counts these bytes, too. */
void ab_aml_pkglen_bytes_(uint8_t out[4], uint32_t v, unsigned int n);

#endif /* AB_AML_AML_PRIV_H */
