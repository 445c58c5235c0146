/* SPDX-License-Identifier: BSD-2-Clause */
/* Verify a FIT image: fit_verify FILE. Each image that the default configuration names is hashed,
 * in steps, because whoever has other work to do cannot wait for a whole kernel. */
#include <aetherboot/fit.h>
#include <aetherboot/host.h>

#include <stdio.h>

/* [fit] */
/* Verify each image that a property of the default configuration names. */
static enum ab_err verify(const struct ab_fit *fit, const char *property, struct ab_error *why)
{
	struct ab_fit_image image;
	size_t nth = 0;
	uint32_t config;
	enum ab_err err = ab_fit_config(fit, NULL, &config, why);

	while (err == AB_OK &&
	       (err = ab_fit_config_image(fit, config, property, nth++, &image, why)) == AB_OK &&
	       image.node != 0) {
		struct ab_fit_verify v = { .fit = fit, .image = &image };

		do /* between two calls, a hypervisor can do other work */
			err = ab_fit_verify(&v, AB_MiB, why);
		while (err == AB_OK && !v.finished);
		if (err == AB_OK)
			printf("%s: %zu bytes, %u of %u hashes verified\n", property,
			       image.data.size, v.verified, image.n_hashes);
	}
	return err;
}
/* [fit] */

int main(int argc, char **argv)
{
	static const char *const properties[] = { "kernel", "ramdisk", "fdt", "loadables" };
	struct ab_host_file file;
	struct ab_error why;
	struct ab_fit fit;
	enum ab_err err;
	char text[256];

	if (argc != 2)
		return fprintf(stderr, "usage: fit_verify FILE\n"), 2;
	err = ab_host_file_map(&file, argv[1], &why);
	if (err == AB_OK)
		err = ab_fit_open(&fit, file.bytes, &why);
	for (size_t i = 0; err == AB_OK && i < sizeof(properties) / sizeof(properties[0]); i++)
		err = verify(&fit, properties[i], &why);
	if (err != AB_OK) {
		ab_error_text(&why, text, sizeof(text));
		return fprintf(stderr, "fit_verify: %s\n", text), 1;
	}
	ab_host_file_unmap(&file);
	return 0;
}
