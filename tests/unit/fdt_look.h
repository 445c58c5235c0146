/* SPDX-License-Identifier: BSD-2-Clause */
/* Looking into a tree with libfdt, and building a machine's. */
#ifndef FDT_LOOK_H
#define FDT_LOOK_H

#include "unit.h"
#include "checked.h"

#include <aetherboot/fdt.h>

#include <libfdt.h>

static _Alignas(8) uint8_t tree[4 << 20];

static inline int at(const char *path)
{
	int node = fdt_path_offset(tree, path);

	if (node < 0)
		fail_msg("no node %s", path);
	return node;
}

/* Cell @i of a property; fails where there is none. */
static inline uint32_t cell(const char *path, const char *name, int i)
{
	int len;
	const uint8_t *p = fdt_getprop(tree, at(path), name, &len);

	if (p == NULL || len < 4 * (i + 1))
		fail_msg("%s: %s has no cell %d", path, name, i);
	p += 4 * i;
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static inline uint64_t cell64(const char *path, const char *name, int i)
{
	return (uint64_t)cell(path, name, i) << 32 | cell(path, name, i + 1);
}

static inline const char *text(const char *path, const char *name)
{
	int len;
	const char *p = fdt_getprop(tree, at(path), name, &len);

	if (p == NULL || len == 0 || p[len - 1] != '\0')
		fail_msg("%s: %s is no string", path, name);
	return p;
}

/* -1: no such property */
static inline int size_of(const char *path, const char *name)
{
	int len;

	return fdt_getprop(tree, at(path), name, &len) != NULL ? len : -1;
}

static inline void assert_cells(const char *path, const char *name, const uint32_t *want, size_t n)
{
	assert_int_equal(size_of(path, name), 4 * (int)n);
	for (size_t i = 0; i < n; i++)
		if (cell(path, name, (int)i) != want[i])
			fail_msg("%s: cell %u of %s is %#x, not %#x", path, (unsigned int)i, name,
				 (unsigned int)cell(path, name, (int)i), (unsigned int)want[i]);
}

#define CELLS(path, name, ...)                                                                     \
	assert_cells(path, name, (const uint32_t[]){ __VA_ARGS__ },                                \
		     sizeof((const uint32_t[]){ __VA_ARGS__ }) / 4)

/* A machine's tree is in `tree`, judged by libfdt; measuring gave its size. */
static inline size_t build_map(const struct ab_machine *m, const struct ab_fdt_chosen *chosen,
			       const struct ab_memmap *map)
{
	struct ab_buf none = ab_buf_over(NULL, 0), b = ab_buf_over(tree, sizeof(tree));
	struct ab_error why;

	assert_ok(check_machine(m, NULL, &why), &why, "machine");
	assert_ok(ab_fdt_machine(m, chosen, map, &none, &why), &why, "measure");
	assert_ok(ab_fdt_machine(m, chosen, map, &b, &why), &why, "write");
	assert_int_equal(none.len, b.len);
	assert_int_equal(fdt_totalsize(tree), b.len);
	assert_int_equal(fdt_check_full(tree, b.len), 0);
	return b.len;
}

static inline size_t build(const struct ab_machine *m)
{
	const struct ab_memmap map = { m->ram, NULL, 0 };

	return build_map(m, &(struct ab_fdt_chosen){ 0 }, &map);
}

#endif /* FDT_LOOK_H */
