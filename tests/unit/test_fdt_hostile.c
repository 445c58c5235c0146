/* SPDX-License-Identifier: BSD-2-Clause */
/* Trees made so that reading them takes the square of their size, where anything is read again for
 * each of what they have many of: 8 MiB are read within a second, or not within the test's time.
 * And such ones as no merging is quick about: they are refused. */
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

/* As many aliases as there is room for, all of one name, which the path begins with. */
static void long_alias(void)
{
	char *name = malloc(HALF);
	uint8_t *at;

	assert_non_null(name);
	memset(name, 'a', HALF);
	name[HALF - 1] = '\0';
	BEGIN("chosen");
	property("stdout-path", name, HALF);
	END();
	BEGIN("aliases");
	name[HALF - 2] = '\0'; /* differs at its end */
	property(name, NULL, 0);
	at = tree + fdt_off_dt_struct(tree) + fdt_size_dt_struct(tree);
	empties();
	for (size_t i = 0; i < EMPTY; i++) /* libfdt would take long to find the name that often */
		memcpy(at + 12 * i + 8, at - 4, 4);
	END();
	free(name);
}

static void test_square(void **state)
{
	static const struct {
		const char *row;
		void (*make)(void);
		size_t memory, redist, virtio;
	} rows[] = {
		{ "memory", memory, ENTRIES, 0, 0 },   { "gic", gic, 0, ENTRIES - 1, 0 },
		{ "bus", bus, 0, 0, HALF / 64 },       { "ranges", ranges, 0, 0, 0 },
		{ "long name", long_name, 0, 0, 0 },   { "long slash", long_slash, 0, 0, 0 },
		{ "long alias", long_alias, 0, 0, 0 },
	};
	const size_t room = 4 * HALF;

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

/* As many entries of a bus's ranges as fdt.h says: the last one of them, and the next. */
static void test_ranges(void **state)
{
	static uint8_t map[257 * 12];
	struct ab_range got[3];
	struct ab_fdt_info i = { .reserved = { got, COUNT(got), 0 } };
	struct ab_error why;

	(void)state;
	tree = malloc(HALF);
	assert_non_null(tree);
	for (size_t k = 0; k < 257; k++) { /* <k * 4 KiB, the same above, 4 KiB> */
		map[12 * k + 1] = map[12 * k + 5] = (uint8_t)(k >> 4);
		map[12 * k + 2] = map[12 * k + 6] = (uint8_t)(k << 4);
		map[12 * k + 4] = 0x40;
		map[12 * k + 10] = 0x10;
	}
	assert_int_equal(fdt_create(tree, HALF), 0);
	assert_int_equal(fdt_finish_reservemap(tree), 0);
	BEGIN("");
	cells(1);
	BEGIN("reserved-memory");
	cells(1);
	property("ranges", map, sizeof(map));
	BEGIN("a");
	property("reg", "\0\x0f\xf0\0\0\0\x10\0\0\x10\0\0\0\0\x10", 16);
	END();
	END();
	END();
	assert_int_equal(fdt_finish(tree), 0);
	assert_ok(ab_fdt_read((struct ab_bytes){ tree, fdt_totalsize(tree) }, &i, &why), &why,
		  "ranges");
	assert_int_equal(i.reserved.n, 1);
	assert_int_equal(got[0].base, 0x400ff000);
	assert_int_equal(got[0].size, 0x1000);
	free(tree);
}

/* ---- merging -------------------------------------------------------------------------------- */

static size_t make(size_t nodes_n, size_t phandles, size_t notes, size_t note, size_t label,
		   size_t name)
{
	const size_t room = 3 * HALF;

	assert_int_equal(fdt_create(tree, (int)room), 0);
	assert_int_equal(fdt_finish_reservemap(tree), 0);
	BEGIN("");
	cells(2);
	nodes("a", NULL, nodes_n);
	for (size_t i = 0; i < phandles; i++) {
		BEGIN("a");
		U32("phandle", 1 + (uint32_t)i);
		END();
	}
	BEGIN("__local_fixups__");
	property("x", zeros, 4 * note);
	nodes("a", NULL, notes);
	memset(zeros, 'a', name);
	nodes((const char *)zeros, NULL, 1);
	memset(zeros, 0, name);
	END();
	BEGIN("__fixups__");
	property("gic", zeros, label);
	END();
	END();
	assert_int_equal(fdt_finish(tree), 0);
	return fdt_totalsize(tree);
}

static void test_merging(void **state)
{
	static const struct {
		const char *row;
		size_t nodes, phandles, notes, note, label, name;
		bool refused;
	} rows[] = {
		{ "least", 488061, 0, 0, 0, 1, 4, true },
		{ "most", 488060, 0, 0, 0, 1, 4, false },
		{ "phandles", 0, 9500, 0, 0, 1, 4, true },
		{ "notes", 5000, 0, 6250, 0, 1, 4, true },
		{ "references", 5000, 0, 0, 27500, 1, 4, true },
		{ "long name", 5000, 0, 0, 0, 1, HALF / 4 - 4, true },
		{ "labels", 5000, 0, 0, 0, 27500, 4, true },
	};
	const struct ab_machine m = {
		.arch = AB_ARCH_ARM64,
		.n_cpus = 1,
		.ram = AB_LIST(struct ab_ram, { .base = 0x40000000, .size = AB_GiB }),
		.arm64.gic = { .dist = 0x08000000,
			       .redist = AB_LIST(struct ab_range, { 0x20000000, 0x20000 }) },
	};
	const struct ab_memmap map = { m.ram, NULL, 0 };

	(void)state;
	tree = malloc(3 * HALF);
	assert_non_null(tree);
	for (size_t k = 0; k < COUNT(rows); k++) {
		/* nodes; their begins and ends, and properties; what is looked for */
		const uint64_t n = 4 + rows[k].nodes + rows[k].phandles + rows[k].notes;
		const uint64_t name = (4 + (rows[k].name + 4) / 4 * 4) / 64;
		const uint64_t tokens = 2 * n + 4 + rows[k].phandles + name;
		const uint64_t looks = rows[k].phandles + 2 * (rows[k].notes + 1) + name + 1 +
				       rows[k].note + 12 + (rows[k].label + 3) / 4 * 4;
		const struct expected want = { AB_ERR_UNSUPPORTED, "machine.fdt.overlays[]",
					       tokens * looks + n * 512,
					       "must have fewer nodes, phandles or references: "
					       "merging would take more than 2^28 steps" };
		struct ab_machine with = m;
		struct ab_bytes bytes = { tree, make(rows[k].nodes, rows[k].phandles, rows[k].notes,
						     rows[k].note, rows[k].label, rows[k].name) };
		struct ab_buf none = ab_buf_over(NULL, 0);
		struct ab_error why = { 0 };
		enum ab_err err;

		with.fdt.overlays.at = &bytes;
		with.fdt.overlays.n = 1;
		err = ab_fdt_machine(&with, &(struct ab_fdt_chosen){ 0 }, &map, &none, &why);
		if (rows[k].refused)
			assert_error(err, &why, &want, rows[k].row);
		else /* of nothing that is merged */
			assert_int_equal(err, AB_ERR_IMAGE);
	}
	free(tree);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_square),
		cmocka_unit_test(test_ranges),
		cmocka_unit_test(test_merging),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
