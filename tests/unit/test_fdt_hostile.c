/* SPDX-License-Identifier: BSD-2-Clause */
/* Trees made so that reading them takes the square of their size, where anything is read again for
 * each of what they have many of: 8 MiB are read within a second, or not within the test's time. */
#include "unit.h"

#include <aetherboot/fdt.h>

#include <libfdt.h>
#include <stdlib.h>

#define HALF (4 << 20) /* of a tree: what is read again and again; what is many */
#define EMPTY (HALF / 12) /* properties without a value */
#define ENTRIES (HALF / 16) /* of a reg or ranges, <base (2), size (2)> */

static uint8_t *tree;
static uint8_t zeros[HALF];

static void property(const char *name, const void *value, size_t size)
{
	assert_int_equal(fdt_property(tree, name, value, (int)size), 0);
}

#define S(name, value) property(name, value, sizeof(value))
#define U32(name, value) assert_int_equal(fdt_property_u32(tree, name, value), 0)
#define BEGIN(name) assert_int_equal(fdt_begin_node(tree, name), 0)
#define END() assert_int_equal(fdt_end_node(tree), 0)

static void cells(uint32_t n)
{
	U32("#address-cells", n);
	U32("#size-cells", n);
}

static void empties(void)
{
	for (size_t i = 0; i < EMPTY; i++)
		property("x", NULL, 0);
}

/* As many entries as there is room for, of 4 KiB each. */
static void reg(void)
{
	uint8_t *b = zeros;

	for (size_t i = 0; i < ENTRIES; i++)
		b[16 * i + 14] = 0x10;
	property("reg", b, HALF);
	memset(b, 0, HALF);
}

static void nodes(const char *name, const char *compatible, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		BEGIN(name);
		if (compatible != NULL) {
			property("compatible", compatible, strlen(compatible) + 1);
			property("reg", "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x10", 16);
		}
		END();
	}
}

static void memory(void)
{
	BEGIN("memory@0");
	S("device_type", "memory");
	empties();
	reg();
	END();
}

static void gic(void)
{
	BEGIN("gic@0");
	S("compatible", "arm,gic-v3");
	U32("#redistributor-regions", 0xffffffff);
	empties();
	reg();
	END();
}

static void bus(void)
{
	BEGIN("soc");
	cells(2);
	empties();
	property("ranges", NULL, 0);
	nodes("a", "virtio,mmio", HALF / 64);
	END();
}

/* No entry of the ranges has any address. */
static void ranges(void)
{
	BEGIN("reserved-memory");
	cells(2);
	property("ranges", zeros, HALF);
	BEGIN("a");
	reg();
	END();
	END();
}

static void stdout_path(const char *first, char then)
{
	char *path = malloc(HALF);

	assert_non_null(path);
	memset(path, then, HALF);
	memcpy(path, first, strlen(first));
	memcpy(path + HALF - 3, "/b", 3);
	BEGIN("chosen");
	property("stdout-path", path, HALF);
	END();
	free(path);
	nodes("a", NULL, HALF / 12);
}

static void long_name(void)
{
	stdout_path("/", 'a');
}

static void long_slash(void)
{
	stdout_path("/a", '/');
}

static void test_square(void **state)
{
	static const struct {
		const char *row;
		void (*make)(void);
		size_t memory, redist, virtio;
	} rows[] = {
		{ "memory", memory, ENTRIES, 0, 0 }, { "gic", gic, 0, ENTRIES - 1, 0 },
		{ "bus", bus, 0, 0, HALF / 64 },     { "ranges", ranges, 0, 0, 0 },
		{ "long name", long_name, 0, 0, 0 }, { "long slash", long_slash, 0, 0, 0 },
	};
	const size_t room = 3 * HALF;

	(void)state;
	tree = malloc(room);
	assert_non_null(tree);
	for (size_t k = 0; k < COUNT(rows); k++) {
		struct ab_fdt_info i = { .psci = true };
		struct ab_error why;
		enum ab_err err;

		assert_int_equal(fdt_create(tree, (int)room), 0);
		assert_int_equal(fdt_finish_reservemap(tree), 0);
		BEGIN("");
		cells(2);
		rows[k].make();
		END();
		assert_int_equal(fdt_finish(tree), 0);
		err = ab_fdt_read((struct ab_bytes){ tree, fdt_totalsize(tree) }, &i, &why);
		if (i.memory.n != rows[k].memory || i.reserved.n != 0 ||
		    i.redist.n != rows[k].redist || i.virtio.n != rows[k].virtio ||
		    err != (rows[k].memory + rows[k].redist + rows[k].virtio != 0 ? AB_ERR_NOSPACE
										  : AB_OK))
			fail_msg("%s: %zu, %zu, %zu, %zu", rows[k].row, i.memory.n, i.reserved.n,
				 i.redist.n, i.virtio.n);
	}
	free(tree);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_square),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
