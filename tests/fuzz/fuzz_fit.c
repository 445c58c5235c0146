/* SPDX-License-Identifier: BSD-2-Clause */
/* Any bytes as a FIT: what is found lies in it, a list of references has an end, and data that is
 * hashed in pieces is right or wrong as it is in one. */
#include <aetherboot/fit.h>

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const uint8_t *file;
static size_t file_size;

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void inside(struct ab_bytes part)
{
	const uint8_t *p = part.data;

	require(p == NULL ||
		(p >= file && part.size <= file_size && p <= file + file_size - part.size));
}

static void text_inside(const char *text)
{
	const uint8_t *p = (const uint8_t *)text;

	require(p == NULL || (p >= file && p < file + file_size &&
			      memchr(p, 0, (size_t)(file + file_size - p)) != NULL));
}

static void failed(enum ab_err err, const struct ab_error *why)
{
	char text[64];

	require(err == AB_ERR_IMAGE || err == AB_ERR_OVERLAP || err == AB_ERR_UNSUPPORTED);
	require(why->code == err && why->what != NULL && why->other != NULL);
	(void)ab_error_text(why, text, sizeof(text));
}

static enum ab_err verify(const struct ab_fit *fit, const struct ab_fit_image *image, size_t most,
			  struct ab_fit_verify *v)
{
	struct ab_error why;
	enum ab_err err;

	*v = (struct ab_fit_verify){ .fit = fit, .image = image };
	do {
		err = ab_fit_verify(v, most, &why);
		require(v->done <= image->data.size);
	} while (err == AB_OK && !v->finished);
	if (err != AB_OK)
		failed(err, &why);
	return err;
}

static void check_image(const struct ab_fit *fit, const struct ab_fit_image *image)
{
	const char *const texts[] = { image->name, image->description, image->type,
				      image->arch, image->os,          image->compression };
	const uint8_t *from = image->data.data;
	struct ab_fit_hash hash = { .node = 0 };
	struct ab_fit_verify whole, pieces;
	uint32_t n = 0, known = 0;
	enum ab_err err;

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		text_inside(texts[i]);
	inside(image->data);
	require(from != NULL && (from - file) % 4 == 0);
	require((image->has_load || image->load == 0) && (image->has_entry || image->entry == 0));
	for (; ab_fit_next_hash(fit, image, &hash); n++) {
		text_inside(hash.algo_name);
		inside(hash.value);
		require(hash.algo != AB_FIT_ALGO_CRC32 || hash.value.size == 4);
		require(hash.algo != AB_FIT_ALGO_SHA256 || hash.value.size == AB_SHA256_SIZE);
		known += hash.algo != AB_FIT_ALGO_OTHER;
	}
	require(n == image->n_hashes);
	err = verify(fit, image, SIZE_MAX, &whole);
	require(verify(fit, image, image->data.size / 3 + 1, &pieces) == err);
	if (err == AB_OK)
		require(whole.verified == known && whole.unsupported == n - known &&
			pieces.verified == known && pieces.unsupported == n - known);
}

static void check_config(const struct ab_fit *fit, uint32_t config)
{
	static const char *const properties[] = { "kernel", "ramdisk", "fdt", "loadables" };
	struct ab_fit_image image;
	struct ab_error why;
	uint32_t found;
	enum ab_err err;

	err = ab_fit_config(fit, ab_dtb_name(&fit->dtb, config), &found, &why);
	if (err == AB_OK)
		require(found == config);
	else
		require(found == 0 && why.value > 1);
	for (size_t i = 0; i < sizeof(properties) / sizeof(properties[0]); i++)
		for (size_t nth = 0; nth < 8; nth++) {
			err = ab_fit_config_image(fit, config, properties[i], nth, &image, &why);
			if (err != AB_OK)
				failed(err, &why);
			if (err != AB_OK || image.node == 0)
				require(image.name == NULL && image.data.data == NULL);
			else
				check_image(fit, &image);
			if (err == AB_OK && image.node == 0)
				break;
		}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ab_fit_image image;
	uint32_t node = 0;
	struct ab_error why;
	struct ab_fit fit;
	enum ab_err err;

	file = data;
	file_size = size;
	err = ab_fit_open(&fit, (struct ab_bytes){ data, size }, &why);
	if (err != AB_OK) {
		failed(err, &why);
		require(fit.images == 0 && fit.dtb.root == 0);
		return 0;
	}
	for (int i = 0; i < 64 && (node = ab_dtb_next_child(&fit.dtb, fit.images, node)) != 0;
	     i++) {
		require(ab_fit_image(&fit, node, &image, &why) == AB_OK && image.node == node);
		check_image(&fit, &image);
	}
	node = 0;
	for (int i = 0;
	     i < 64 && (node = ab_dtb_next_child(&fit.dtb, fit.configurations, node)) != 0; i++)
		check_config(&fit, node);
	err = ab_fit_config(&fit, NULL, &node, &why);
	if (err != AB_OK)
		failed(err, &why);
	require((err == AB_OK) == (node != 0));
	return 0;
}
