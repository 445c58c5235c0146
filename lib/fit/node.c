/* SPDX-License-Identifier: BSD-2-Clause */
/* Nodes by name and number, and strings. */
#include "fit_priv.h"

#include "../base/base_priv.h"
#include "../base/libc.h"

const char *ab_fit_text_(struct ab_bytes value)
{
	const char *text = ab_dtb_string(value, 0);

	return text != NULL && strlen(text) + 1 == value.size ? text : NULL;
}

static bool is_named(const struct ab_fit *fit, uint32_t node, const char *name)
{
	const char *own = ab_dtb_name(&fit->dtb, node);

	for (; *own != '\0' && *own == *name; own++)
		name++;
	return *own == *name;
}

enum ab_err ab_fit_child_(const struct ab_fit *fit, uint32_t parent, const char *what,
			  const char *name, uint32_t *node, struct ab_error *why)
{
	uint32_t child = 0, found = 0;
	uint64_t n = 0;

	while ((child = ab_dtb_next_child(&fit->dtb, parent, child)) != 0)
		if (is_named(fit, child, name)) {
			found = child;
			n++;
		}
	if (n != 1)
		return ab_fail_named_(why, AB_ERR_IMAGE, what, 0, name, n,
				      "there must be one node of this name");
	*node = found;
	return AB_OK;
}
