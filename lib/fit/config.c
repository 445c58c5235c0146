/* SPDX-License-Identifier: BSD-2-Clause */
/* Configurations, and the images that they name. */
#include "fit_priv.h"

#include "../base/base_priv.h"

enum ab_err ab_fit_config(const struct ab_fit *fit, const char *name, uint32_t *config,
			  struct ab_error *why)
{
	struct ab_bytes value = { NULL, 0 };

	*config = 0;
	if (name == NULL) {
		value = ab_dtb_prop(&fit->dtb, fit->configurations, "default");
		name = ab_fit_text_(value);
	}
	if (name == NULL)
		return ab_fail(why, AB_ERR_IMAGE, "fit.configurations.default", value.size,
			       AB_FIT_STRING);
	return ab_fit_child_(fit, fit->configurations, "fit.configurations", name, config, why);
}

enum ab_err ab_fit_config_image(const struct ab_fit *fit, uint32_t config, const char *property,
				size_t nth, struct ab_fit_image *image, struct ab_error *why)
{
	struct ab_bytes value = ab_dtb_prop(&fit->dtb, config, property);
	const char *text = value.data, *name;
	uint32_t node;
	enum ab_err err;

	*image = (struct ab_fit_image){ .node = 0 };
	if (text == NULL)
		return AB_OK;
	if (value.size == 0 || text[value.size - 1] != '\0')
		return ab_fail_named_(why, AB_ERR_IMAGE, "FIT", 0, property, config,
				      "a property that names images must be one or more strings, "
				      "each with its NUL");
	name = ab_dtb_string(value, nth);
	if (name == NULL)
		return AB_OK;
	err = ab_fit_child_(fit, fit->images, "fit.images", name, &node, why);
	return err == AB_OK ? ab_fit_image(fit, node, image, why) : err;
}
