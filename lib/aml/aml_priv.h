/* SPDX-License-Identifier: BSD-2-Clause */
/* What the files of the AML encoder share. */
#ifndef AB_AML_AML_PRIV_H
#define AB_AML_AML_PRIV_H

#include <aetherboot/aml.h>

/* What may stand in a block. */
enum ab_aml_kind {
	AB_AML_KIND_TERMS, /* statements and named objects */
	AB_AML_KIND_PACKAGE, /* NumElements, then elements, counted */
	AB_AML_KIND_VAR_PACKAGE, /* elements after one operand */
	AB_AML_KIND_FIELDS, /* field units */
	AB_AML_KIND_RESOURCES, /* resource descriptors in a sized buffer */
	AB_AML_KIND_IF, /* as TERMS, and Else may follow its end */
};

/* ab_aml.inside */
enum {
	AB_AML_IN_METHOD = 1,
	AB_AML_IN_WHILE = 2,
};

/* An opcode of two bytes and its width: ExtOpPrefix first. */
#define AB_AML_EXT(op) (0x5b | (op) << 8), 2

/* One byte. */
void ab_aml_byte_(struct ab_aml *a, unsigned int v);

/* Claim the place where the next thing goes; an error when it cannot stand there. */
void ab_aml_statement_(struct ab_aml *a);
void ab_aml_value_(struct ab_aml *a); /* an operand or a package element */
void ab_aml_expression_(struct ab_aml *a, unsigned int operands); /* an operand or a statement */

/* Open a block: an opcode of @width bytes and, for now, a PkgLength of one. */
struct ab_aml_block ab_aml_begin_(struct ab_aml *a, unsigned int opcode, unsigned int width,
				  enum ab_aml_kind own);

/* NameString; the second one with an opcode of @width bytes (0 to 3) before it. */
void ab_aml_namestring_(struct ab_aml *a, const char *path);
void ab_aml_opcode_name_(struct ab_aml *a, unsigned int opcode, unsigned int width,
			 const char *path);
/* NameSeg */
void ab_aml_nameseg_(struct ab_aml *a, const char *name);

/* An integer's bytes in the shortest form; returns how many (1 to 9). */
unsigned int ab_aml_int_bytes_(uint8_t out[9], uint64_t v);

/* PkgLength for a value that already counts itself; n bytes, 1 to 4. */
void ab_aml_pkglen_bytes_(uint8_t out[4], uint32_t v, unsigned int n);

#endif /* AB_AML_AML_PRIV_H */
