/* SPDX-License-Identifier: BSD-2-Clause */
/* FITs from a description in C, written by the library's own writer of trees. */
#ifndef FIT_MAKE_H
#define FIT_MAKE_H

#include "unit.h"

#include <aetherboot/fdt.h>
#include <aetherboot/fit.h>

#include <stdlib.h>

struct prop {
	const char *name; /* NULL: the last one was before */
	const char *value;
	size_t size;
};

struct node {
	const char *name; /* NULL: the last one was before */
	const struct prop *prop; /* NULL: none */
	const struct node *child; /* NULL: none */
};

/* a property of bytes, without the literal's NUL; and of strings, with it */
#define B(name, literal)                                                                           \
	{                                                                                          \
		name, literal, sizeof(literal) - 1                                                 \
	}
#define S(name, literal)                                                                           \
	{                                                                                          \
		name, literal, sizeof(literal)                                                     \
	}
#define PROPS(...)                                                                                 \
	(const struct prop[])                                                                      \
	{                                                                                          \
		__VA_ARGS__,                                                                       \
		{                                                                                  \
			NULL, NULL, 0                                                              \
		}                                                                                  \
	}
#define NODES(...)                                                                                 \
	(const struct node[])                                                                      \
	{                                                                                          \
		__VA_ARGS__,                                                                       \
		{                                                                                  \
			NULL, NULL, NULL                                                           \
		}                                                                                  \
	}

static inline void put_node(struct ab_fdt *f, const struct node *n)
{
	for (const struct prop *p = n->prop; p != NULL && p->name != NULL; p++)
		ab_fdt_bytes(f, p->name, p->value, p->size);
	for (const struct node *c = n->child; c != NULL && c->name != NULL; c++) {
		ab_fdt_node(f, c->name);
		put_node(f, c);
		ab_fdt_end(f);
	}
}

/* A file of just its size: a reader beyond is seen. */
struct file {
	uint8_t *data;
	size_t size;
	size_t tree; /* bytes of the tree */
};

static inline struct file make_file(const struct node *root, const void *behind, size_t size)
{
	static _Alignas(8) uint8_t tree[8192];
	struct ab_buf b = ab_buf_over(tree, sizeof(tree));
	struct ab_error why;
	struct ab_fdt f;
	struct file file;

	ab_fdt_begin(&f, &b);
	put_node(&f, root);
	assert_ok(ab_fdt_finish(&f, &why), &why, "the test's own tree");
	file.tree = b.len;
	file.size = size != 0 ? ((b.len + 3) & ~(size_t)3) + size : b.len;
	file.data = calloc(1, file.size);
	assert_non_null(file.data);
	memcpy(file.data, tree, b.len);
	if (size != 0)
		memcpy(file.data + file.size - size, behind, size);
	return file;
}

/* A FIT of these images and configurations, with bytes behind the tree. */
static inline struct file make_fit(const struct node *images, const struct prop *fallback,
				   const struct node *configs, const void *behind, size_t size)
{
	const struct node root = {
		"", NULL, NODES({ "images", NULL, images }, { "configurations", fallback, configs })
	};

	return make_file(&root, behind, size);
}

static inline struct ab_bytes bytes_of(const struct file *file)
{
	return (struct ab_bytes){ file->data, file->size };
}

/* Replace the only occurrence of some bytes by as many others. */
static inline void patch(struct file *file, const char *from, const char *to, size_t n)
{
	size_t found = 0;

	for (size_t i = 0; i + n <= file->size; i++)
		if (memcmp(file->data + i, from, n) == 0) {
			memcpy(file->data + i, to, n);
			found++;
		}
	assert_int_equal(found, 1);
}

static inline struct ab_fit open_fit(const struct file *file, const char *row)
{
	struct ab_error why;
	struct ab_fit fit;

	assert_ok(ab_fit_open(&fit, bytes_of(file), &why), &why, row);
	return fit;
}

/* Nothing is found in a FIT that was not opened. */
static inline void assert_closed(const struct ab_fit *fit)
{
	struct ab_fit_hash hash = { .node = 0 };
	struct ab_fit_image image;
	struct ab_error why;
	uint32_t config = 1;

	assert_true(fit->images == 0 && fit->configurations == 0 && fit->dtb.root == 0);
	assert_true(fit->file.data == NULL && fit->file.size == 0);
	assert_int_equal(ab_fit_config(fit, "a", &config, &why), AB_ERR_IMAGE);
	assert_int_equal(config, 0);
	assert_int_equal(ab_fit_config(fit, NULL, &config, &why), AB_ERR_IMAGE);
	assert_int_equal(ab_fit_image(fit, 0, &image, &why), AB_ERR_IMAGE);
	assert_int_equal(ab_fit_config_image(fit, 0, "kernel", 0, &image, &why), AB_OK);
	assert_int_equal(image.node, 0);
	assert_false(ab_fit_next_hash(fit, &image, &hash));
}

#endif /* FIT_MAKE_H */
