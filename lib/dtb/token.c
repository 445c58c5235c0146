/* SPDX-License-Identifier: BSD-2-Clause */
/* One token of the structure block. ab_dtb_open() checks a blob by it, so it trusts nothing. */
#include "dtb_priv.h"

#include "../base/be.h"

/* DTSPEC 5.4.1 FDT_BEGIN_NODE: the name with its NUL, padding */
static const char *node(const struct ab_dtb *dtb, uint32_t at, uint32_t left,
			struct ab_dtb_token *token)
{
	const uint8_t *name = dtb->data + at;
	uint32_t n = 0;

	while (n < left && name[n] != 0)
		n++;
	if (n == left || (n | 3) >= left)
		return "a node's name must end within the structure block";
	token->name = (const char *)name;
	token->next = at + (n | 3) + 1;
	return NULL;
}

/* DTSPEC 5.4.1 FDT_PROP: len, nameoff, value, padding */
static const char *property(const struct ab_dtb *dtb, uint32_t at, uint32_t left,
			    struct ab_dtb_token *token)
{
	const char *rule = "a property must end within the structure block";
	uint32_t size, name, padding;

	if (left < 8)
		return rule;
	size = ab_ld_be32(dtb->data + at);
	name = ab_ld_be32(dtb->data + at + 4);
	padding = (0 - size) & 3;
	if (size > left - 8 || padding > left - 8 - size)
		return rule;
	if (name >= dtb->strings_size)
		return "a property's name must lie within the strings block";
	token->name = (const char *)dtb->data + dtb->strings + name;
	token->value = (struct ab_bytes){ dtb->data + at + 8, size };
	token->next = at + 8 + size + padding;
	return NULL;
}

const char *ab_dtb_scan_(const struct ab_dtb *dtb, uint32_t at, struct ab_dtb_token *token)
{
	uint32_t kind, left;

	*token = (struct ab_dtb_token){ .next = 0 };
	if (at < dtb->structs || !ab_within(at - dtb->structs, 4, dtb->structs_size))
		return "the structure block must end with FDT_END";
	left = dtb->structs_size - (at - dtb->structs) - 4;
	kind = ab_ld_be32(dtb->data + at);
	token->kind = (enum ab_dtb_kind)kind;
	token->next = at + 4;
	switch (kind) {
	case AB_DTB_BEGIN_NODE:
		return node(dtb, at + 4, left, token);
	case AB_DTB_PROP:
		return property(dtb, at + 4, left, token);
	case AB_DTB_END_NODE:
	case AB_DTB_NOP:
	case AB_DTB_END:
		return NULL;
	default:
		return "a token must be 1, 2, 3, 4 or 9";
	}
}

bool ab_dtb_token(const struct ab_dtb *dtb, uint32_t at, struct ab_dtb_token *token)
{
	if (ab_dtb_scan_(dtb, at, token) == NULL)
		return true;
	*token = (struct ab_dtb_token){ .next = 0 };
	return false;
}
