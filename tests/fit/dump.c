/* SPDX-License-Identifier: BSD-2-Clause */
/* Print what the library reads of a FIT, and write the images' data: fit_dump FILE FOLDER. */
#include <aetherboot/fit.h>
#include <aetherboot/host.h>

#include <inttypes.h>
#include <stdio.h>

static void put_text(const char *key, const char *text)
{
	if (text != NULL)
		printf("%s=%s\n", key, text);
}

static void put_data(const char *folder, const struct ab_fit_image *image)
{
	char path[512];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", folder, image->name);
	f = fopen(path, "wb");
	if (f == NULL || fwrite(image->data.data, 1, image->data.size, f) != image->data.size ||
	    fclose(f) != 0)
		perror(path);
}

static enum ab_err put_image(const struct ab_fit *fit, uint32_t node, const char *folder,
			     struct ab_error *why)
{
	struct ab_fit_hash hash = { .node = 0 };
	struct ab_fit_image image;
	struct ab_fit_verify v = { .fit = fit, .image = &image };
	enum ab_err err = ab_fit_image(fit, node, &image, why);

	if (err != AB_OK)
		return err;
	printf("image=%s\n", image.name);
	put_text("description", image.description);
	put_text("type", image.type);
	put_text("arch", image.arch);
	put_text("os", image.os);
	put_text("compression", image.compression);
	printf("size=%zu\n", image.data.size);
	if (image.has_load)
		printf("load=%" PRIx64 "\n", image.load);
	if (image.has_entry)
		printf("entry=%" PRIx64 "\n", image.entry);
	while (ab_fit_next_hash(fit, &image, &hash)) {
		const uint8_t *value = hash.value.data;

		printf("hash=%s:", hash.algo_name);
		for (size_t i = 0; i < hash.value.size; i++)
			printf("%02x", value[i]);
		putchar('\n');
	}
	put_data(folder, &image);
	while (err == AB_OK && !v.finished)
		err = ab_fit_verify(&v, 1000, why);
	printf("verified=%" PRIu32 "\nunsupported=%" PRIu32 "\n", v.verified, v.unsupported);
	return err;
}

static enum ab_err put_config(const struct ab_fit *fit, uint32_t config, struct ab_error *why)
{
	static const char *const properties[] = { "kernel", "ramdisk", "fdt", "loadables" };
	struct ab_fit_image image;
	enum ab_err err = AB_OK;

	printf("configuration=%s\n", ab_dtb_name(&fit->dtb, config));
	put_text("description", ab_dtb_string(ab_dtb_prop(&fit->dtb, config, "description"), 0));
	for (size_t i = 0; i < sizeof(properties) / sizeof(properties[0]); i++)
		for (size_t nth = 0; err == AB_OK; nth++) {
			err = ab_fit_config_image(fit, config, properties[i], nth, &image, why);
			if (err != AB_OK || image.node == 0)
				break;
			put_text(properties[i], image.name);
		}
	return err;
}

static enum ab_err put_all(const struct ab_fit *fit, const char *folder, struct ab_error *why)
{
	uint32_t node = 0;
	enum ab_err err = AB_OK;

	while (err == AB_OK && (node = ab_dtb_next_child(&fit->dtb, fit->images, node)) != 0)
		err = put_image(fit, node, folder, why);
	while (err == AB_OK &&
	       (node = ab_dtb_next_child(&fit->dtb, fit->configurations, node)) != 0)
		err = put_config(fit, node, why);
	if (err == AB_OK)
		err = ab_fit_config(fit, NULL, &node, why);
	if (err == AB_OK)
		printf("default=%s\n", ab_dtb_name(&fit->dtb, node));
	return err;
}

int main(int argc, char **argv)
{
	struct ab_host_file file;
	struct ab_error why;
	struct ab_fit fit;
	char text[256];

	if (argc != 3)
		return fprintf(stderr, "usage: fit_dump FILE FOLDER\n"), 2;
	if (ab_host_file_map(&file, argv[1], &why) != AB_OK ||
	    ab_fit_open(&fit, file.bytes, &why) != AB_OK || put_all(&fit, argv[2], &why) != AB_OK) {
		ab_error_text(&why, text, sizeof(text));
		return fprintf(stderr, "%s\n", text), 1;
	}
	ab_host_file_unmap(&file);
	return 0;
}
