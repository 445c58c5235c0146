/* SPDX-License-Identifier: BSD-2-Clause */
/* Check a file from end to end, once. */
#include "fit_priv.h"

static enum ab_err images(const struct ab_fit *fit, struct ab_error *why)
{
	struct ab_fit_image image;
	enum ab_err err = AB_OK;
	uint32_t node = 0;

	while (err == AB_OK && (node = ab_dtb_next_child(&fit->dtb, fit->images, node)) != 0)
		err = ab_fit_image(fit, node, &image, why);
	return err;
}

enum ab_err ab_fit_open(struct ab_fit *fit, struct ab_bytes file, struct ab_error *why)
{
	struct ab_dtb *dtb = &fit->dtb;
	enum ab_err err;

	*fit = (struct ab_fit){ .file = file };
	if ((err = ab_dtb_open(dtb, file, why)) != AB_OK ||
	    (err = ab_fit_child_(fit, dtb->root, "fit.root", "images", &fit->images, why)) !=
		AB_OK ||
	    (err = ab_fit_child_(fit, dtb->root, "fit.root", "configurations", &fit->configurations,
				 why)) != AB_OK ||
	    (err = images(fit, why)) != AB_OK)
		*fit = (struct ab_fit){ .images = 0 };
	return err;
}
