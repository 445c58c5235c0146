/* SPDX-License-Identifier: BSD-2-Clause */
/* Trees that a VMM has merged: what libfdt reads of them, every fault by its name, any bytes. */
#include "fdt_look.h"

static const struct ab_machine board = {
	.arch = AB_ARCH_ARM64,
	.n_cpus = 2,
	.ram = AB_LIST(struct ab_ram, { .base = 0x40000000, .size = AB_GiB }),
	.arm64.gic = { .dist = 0x08000000,
		       .redist = AB_LIST(struct ab_range, { 0x20000000, 0x40000 }),
		       .its = AB_LIST(struct ab_its, { 0x08080000 }) },
	.devs = AB_LIST(struct ab_dev, { AB_DEV_UART_PL011, .base = 0x9000000, .irq = 33 },
			{ AB_DEV_GPIO_PL061, .base = 0x9030000, .irq = 39 },
			{ AB_DEV_SMMUV3, .base = 0x9050000, .irq = 106 }),
};
#define LAST 10 /* phandle of the second CPU: two behind the SMMU's */

/* ---- an overlay by libfdt's hand ------------------------------------------------------------ */

static _Alignas(8) uint8_t overlay[16384];

static void begin(const char *name)
{
	assert_int_equal(fdt_begin_node(overlay, name), 0);
}

static void end(void)
{
	assert_int_equal(fdt_end_node(overlay), 0);
}

static void put(const char *name, const void *data, size_t size)
{
	assert_int_equal(fdt_property(overlay, name, data, (int)size), 0);
}

static void put_cells(const char *name, const uint32_t *cells, size_t n)
{
	uint8_t b[64];

	for (size_t i = 0; i < n; i++) {
		const uint8_t c[4] = { (uint8_t)(cells[i] >> 24), (uint8_t)(cells[i] >> 16),
				       (uint8_t)(cells[i] >> 8), (uint8_t)cells[i] };

		memcpy(b + 4 * i, c, 4);
	}
	put(name, b, 4 * n);
}

#define S(name, value) put(name, value, sizeof(value))
#define C(name, ...)                                                                               \
	put_cells(name, (const uint32_t[]){ __VA_ARGS__ },                                         \
		  sizeof((const uint32_t[]){ __VA_ARGS__ }) / 4)

static void start(uint64_t reserve)
{
	assert_int_equal(fdt_create(overlay, sizeof(overlay)), 0);
	if (reserve != 0)
		assert_int_equal(fdt_add_reservemap_entry(overlay, reserve, 0x1000), 0);
	assert_int_equal(fdt_finish_reservemap(overlay), 0);
	begin("");
}

static size_t finish(void)
{
	end();
	assert_int_equal(fdt_finish(overlay), 0);
	return fdt_totalsize(overlay);
}

static void start_overlay(void)
{
	start(0);
	begin("fragment@0");
	S("target-path", "/");
	begin("__overlay__");
}

static void end_fragment(void)
{
	end();
	end();
}

/* Two nodes that refer to each other and to ours, as dtc would write them. */
static void put_pair(void)
{
	begin("mailbox@a0000000");
	S("compatible", "acme,mailbox\0acme,box");
	C("phandle", 3);
	C("interrupts-extended", 0xffffffff, 0, 40, 4, 5, 7);
	put("acme,odd", "\1\2\3", 3);
	put("acme,flag", NULL, 0);
	begin("port");
	C("phandle", 5);
	C("acme,all", 3, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff);
	end();
	end();
	begin("client");
	C("phandle", 2);
	C("acme,box", 1, 3, 5);
	end();
}

static void put_local(void)
{
	begin("mailbox@a0000000");
	C("interrupts-extended", 16);
	begin("port");
	C("acme,all", 0);
	end();
	end();
	begin("client");
	C("acme,box", 8, 4);
	end();
}

#define ALL(path) path "/mailbox@a0000000/port:acme,all:"
#define PAIR_FIXUPS(path)                                                                          \
	S("msi", ALL(path) "4");                                                                   \
	S("gic", path "/mailbox@a0000000:interrupts-extended:0");                                  \
	S("clock", ALL(path) "8");                                                                 \
	S("gpio", ALL(path) "12");                                                                 \
	S("smmu", ALL(path) "16")
#define IN "/fragment@0/__overlay__"

static size_t make_overlay(void)
{
	start(0);
	S("compatible", "acme,board"); /* tells whom it is for; nothing of the tree */
	begin("fragment@0");
	S("target-path", "/");
	begin("__overlay__");
	C("#address-cells", 2);
	C("#size-cells", 2);
	put_pair();
	end_fragment();
	begin("fragment@1");
	S("target-path", "/");
	begin("__overlay__");
	begin("late");
	C("acme,box", 5, 0xffffffff);
	end();
	end_fragment();
	begin("__symbols__");
	S("box", IN "/mailbox@a0000000");
	end();
	begin("__fixups__");
	S("msi", ALL(IN) "4");
	S("gic", IN "/mailbox@a0000000:interrupts-extended:0\0"
		    "/fragment@1/__overlay__/late:acme,box:4");
	S("clock", ALL(IN) "8");
	S("gpio", ALL(IN) "12");
	S("smmu", ALL(IN) "16");
	end();
	begin("__local_fixups__");
	begin("fragment@0");
	begin("__overlay__");
	put_local();
	end_fragment();
	begin("fragment@1");
	begin("__overlay__");
	begin("late");
	C("acme,box", 0);
	end();
	end_fragment();
	end();
	return finish();
}

static size_t make_tree(void)
{
	start(0);
	C("#address-cells", 2);
	C("#size-cells", 2);
	put_pair();
	begin("__symbols__");
	S("box", "/mailbox@a0000000");
	end();
	begin("__local_fixups__");
	put_local();
	end();
	begin("__fixups__");
	PAIR_FIXUPS("");
	end();
	return finish();
}

static struct ab_machine with(const struct ab_bytes *list, size_t n)
{
	struct ab_machine m = board;

	m.fdt.overlays = (struct ab_bytes_list){ list, n };
	return m;
}

static void check_pair(uint32_t delta)
{
	int len;

	CELLS("/mailbox@a0000000", "phandle", 3 + delta);
	CELLS("/mailbox@a0000000", "interrupts-extended", AB_FDT_PHANDLE_GIC, 0, 40, 4, 5 + delta,
	      7);
	assert_string_equal(text("/mailbox@a0000000", "compatible"), "acme,mailbox");
	assert_int_equal(size_of("/mailbox@a0000000", "compatible"), 22);
	assert_int_equal(size_of("/mailbox@a0000000", "acme,flag"), 0);
	assert_memory_equal(fdt_getprop(tree, at("/mailbox@a0000000"), "acme,odd", &len), "\1\2\3",
			    3);
	assert_int_equal(len, 3);
	CELLS("/mailbox@a0000000/port", "phandle", 5 + delta);
	CELLS("/mailbox@a0000000/port", "acme,all", 3 + delta, AB_FDT_PHANDLE_MSI,
	      AB_FDT_PHANDLE_CLOCK, AB_FDT_PHANDLE_GPIO, AB_FDT_PHANDLE_SMMU);
	CELLS("/client", "phandle", 2 + delta);
	CELLS("/client", "acme,box", 1, 3 + delta, 5 + delta);
	assert_true(fdt_path_offset(tree, "/__symbols__") < 0);
	assert_true(fdt_path_offset(tree, "/__fixups__") < 0);
	assert_true(fdt_path_offset(tree, "/__local_fixups__") < 0);
}

/* No node has two phandles, by whatever name a reader looks for them, and no two have the same. */
static void judge_phandles(void)
{
	for (int node = 0; node >= 0; node = fdt_next_node(tree, node, NULL)) {
		const uint32_t phandle = fdt_get_phandle(tree, node);

		assert_null(fdt_getprop(tree, node, "linux,phandle", NULL));
		assert_null(fdt_getprop(tree, node, "ibm,phandle", NULL));
		if (phandle != 0)
			assert_int_equal(fdt_node_offset_by_phandle(tree, phandle), node);
	}
}

/* As dtc -H both and dtc -H legacy write them: the name of old, beside the new one or alone. */
static void test_phandles_of_old(void **state)
{
	(void)state;
	for (int both = 0; both < 2; both++) {
		struct ab_bytes list[] = { { overlay, 0 } };
		struct ab_machine m = with(list, 1);

		start_overlay();
		begin("clock");
		C("linux,phandle", 1);
		if (both)
			C("phandle", 1);
		end();
		begin("user");
		C("clocks", 1);
		end();
		end_fragment();
		begin("__local_fixups__");
		begin("fragment@0");
		begin("__overlay__");
		begin("user");
		C("clocks", 0);
		end();
		end_fragment();
		end();
		list[0].size = finish();
		build(&m);
		CELLS("/clock", "phandle", 1 + LAST);
		CELLS("/user", "clocks", 1 + LAST);
		judge_phandles();
	}
}

static void test_overlay(void **state)
{
	const struct ab_bytes list[] = { { overlay, make_overlay() } };
	struct ab_machine m = with(list, 1);

	(void)state;
	build(&board);
	assert_int_equal(fdt_get_max_phandle(tree), LAST);
	build(&m);
	check_pair(LAST);
	CELLS("/late", "acme,box", 5 + LAST, AB_FDT_PHANDLE_GIC);
	assert_int_equal(size_of("/", "#address-cells"), 4);
	assert_string_equal(text("/", "compatible"), "linux,dummy-virt");
}

/* What was taken out of a tree in place, and a word before the root. */
static void test_nops(void **state)
{
	static const uint8_t nop[4] = { 0, 0, 0, 4 };
	struct ab_bytes list[] = { { overlay, make_overlay() } };
	struct ab_machine m = with(list, 1);
	uint32_t structs = fdt_off_dt_struct(overlay);
	int client = fdt_path_offset(overlay, IN "/client");

	(void)state;
	assert_int_equal(fdt_nop_property(overlay, client, "phandle"), 0);
	assert_int_equal(fdt_nop_property(overlay, 0, "compatible"), 0);
	memmove(overlay + structs + 4, overlay + structs, list[0].size - structs);
	memcpy(overlay + structs, nop, 4);
	list[0].size += 4;
	fdt_set_totalsize(overlay, (uint32_t)list[0].size);
	fdt_set_size_dt_struct(overlay, fdt_size_dt_struct(overlay) + 4);
	fdt_set_off_dt_strings(overlay, fdt_off_dt_strings(overlay) + 4);
	build(&m);
	assert_int_equal(size_of("/client", "phandle"), -1);
	CELLS("/client", "acme,box", 1, 3 + LAST, 5 + LAST);
	CELLS("/late", "acme,box", 5 + LAST, AB_FDT_PHANDLE_GIC);
}

/* What the machine's own nodes took is not free any more, nor is what an earlier tree took. */
static void own(struct ab_fdt *f, void *ctx)
{
	(void)ctx;
	ab_fdt_node(f, "own");
	(void)ab_fdt_phandle(f);
	ab_fdt_end(f);
}

static void test_tree(void **state)
{
	static _Alignas(8) uint8_t second[1024];
	struct ab_bytes list[] = { { overlay, 0 }, { second, 0 } };
	struct ab_machine m = with(list, 2);

	(void)state;
	start_overlay();
	begin("another");
	C("phandle", 1); /* the label's alone: nobody refers to it */
	end();
	end_fragment();
	list[1].size = finish();
	memcpy(second, overlay, list[1].size);
	list[0].size = make_tree();
	m.fdt.nodes = own;
	build(&m);
	CELLS("/own", "phandle", LAST + 1);
	check_pair(LAST + 1);
	CELLS("/another", "phandle", LAST + 1 + 5 + 1);
}

/* At any alignment, and each capacity below the need is an error that writes nothing behind. */
static void test_need(void **state)
{
	static uint8_t moved[sizeof(overlay) + 1], small[sizeof(overlay)];
	const struct ab_bytes list[] = { { moved + 1, make_overlay() } };
	struct ab_machine m = with(list, 1);
	const struct ab_memmap map = { m.ram, NULL, 0 };
	size_t need;

	(void)state;
	memcpy(moved + 1, overlay, list[0].size);
	need = build(&m);
	for (size_t cap = 0; cap < need; cap++) {
		struct ab_buf b = ab_buf_over(small, cap);
		struct ab_error why;

		memset(small + cap, 0xa5, 16);
		assert_int_equal(ab_fdt_machine(&m, &(struct ab_fdt_chosen){ 0 }, &map, &b, &why),
				 AB_ERR_NOSPACE);
		assert_int_equal(b.len, need);
		for (size_t i = cap; i < cap + 16; i++)
			assert_int_equal(small[i], 0xa5);
	}
}

/* ---- faults --------------------------------------------------------------------------------- */

static void leaf(const char *name)
{
	begin(name);
	end();
}

/* One fragment with one node, @name, and what is in it. */
static void start_node(const char *name)
{
	start_overlay();
	begin(name);
}

static void end_node(void)
{
	end();
	end_fragment();
}

static void there(void)
{
	start_node("psci");
	end_node();
}

static void there_last(void)
{
	start_node("cpus");
	end_node();
}

static void twice(void)
{
	start_node("b");
	end();
	leaf("a");
	leaf("b");
	end_fragment();
}

static void twice_below(void)
{
	start_node("b");
	leaf("x@1");
	leaf("x@1");
	end_node();
}

static void bad_node(void)
{
	start_node("1a");
	end_node();
}

static void notes_below(void)
{
	start_node("a");
	leaf("__symbols__");
	end_node();
}

static void bad_unit(void)
{
	start_node("a@");
	end_node();
}

static void long_property(void)
{
	start_node("a");
	C("a23456789012345678901234567890123", 1);
	end_node();
}

static void repeated(void)
{
	start_node("a");
	C("reg", 1);
	C("reg", 1);
	end_node();
}

static void after_child(void)
{
	start_node("a");
	leaf("b");
	C("acme,x", 1);
	end_node();
}

static void many_names(void)
{
	char name[16];

	start_node("a");
	for (unsigned int i = 0; i <= AB_FDT_NAMES_MAX; i++) {
		snprintf(name, sizeof(name), "n%u", i);
		C(name, i);
	}
	end_node();
}

static void of_root(void)
{
	start_overlay();
	S("model", "theirs");
	end_fragment();
}

static void of_root_cells(void)
{
	start_overlay();
	C("#address-cells", 1);
	end_fragment();
}

static void of_root_short(void)
{
	start_overlay();
	put("#size-cells", "\0\2", 2);
	end_fragment();
}

static void of_root_long(void)
{
	start_overlay();
	C("#size-cells", 2, 0);
	end_fragment();
}

static void tree_of_root(void)
{
	start(0);
	C("#size-cells", 2);
	C("interrupt-parent", 1);
}

static void tree_cells(void)
{
	start(0);
	C("#address-cells", 2);
	leaf("a");
}

static void elsewhere(void)
{
	start(0);
	begin("fragment@7");
	S("target-path", "/chosen");
	begin("__overlay__");
	end_fragment();
}

static void elsewhere_short(void) /* as long as "/" */
{
	start(0);
	begin("fragment@7");
	S("target-path", "x");
	begin("__overlay__");
	end_fragment();
}

static void by_label(void)
{
	start(0);
	begin("fragment@7");
	C("target", 0xffffffff);
	begin("__overlay__");
	end_fragment();
}

static void by_both(void)
{
	start(0);
	begin("fragment@7");
	S("target-path", "/");
	C("target", 1);
	begin("__overlay__");
	end_fragment();
}

static void without(void)
{
	start_overlay();
	end_fragment();
	begin("fragment@7");
	S("target-path", "/");
	end();
}

static void reserved(void)
{
	start(0x42000000);
	C("#size-cells", 2);
}

static void phandle_alone(void)
{
	start(0);
	C("#size-cells", 2);
	begin("a");
	begin("b");
	C("phandle", 9);
	end();
	end();
}

static void phandle_of(uint32_t value)
{
	start_node("a");
	C("phandle", value);
	end_node();
}

static void phandle_zero(void)
{
	phandle_of(0);
}

static void phandle_high(void)
{
	phandle_of(UINT32_MAX - LAST);
}

static void phandle_short(void)
{
	start_node("a");
	put("phandle", "\0\1", 2);
	end_node();
}

static void phandle_shared(void)
{
	start_node("a");
	C("phandle", 4);
	end();
	begin("b");
	C("phandle", 4);
	end_node();
}

static void phandle_of_old_shared(void)
{
	start_node("a");
	C("phandle", 4);
	end();
	begin("b");
	C("linux,phandle", 4);
	end_node();
}

static void phandle_of_old_zero(void)
{
	start_node("a");
	C("linux,phandle", 0);
	end_node();
}

static void phandle_of_old_differs(void)
{
	start_node("a");
	C("linux,phandle", 4);
	C("phandle", 5);
	end_node();
}

static void phandle_of_old_longer(void)
{
	start_node("a");
	C("phandle", 4);
	C("linux,phandle", 4, 4);
	end_node();
}

static void phandle_of_ibm(void)
{
	start_node("a");
	C("ibm,phandle", 4);
	end_node();
}

static void label(const char *name, const void *where, size_t size)
{
	start_node("a");
	C("acme,x", 0xffffffff, 0xffffffff);
	end_node();
	begin("__fixups__");
	put(name, where, size);
	end();
}

#define LABEL(id, name, where)                                                                     \
	static void id(void)                                                                       \
	{                                                                                          \
		label(name, where, sizeof(where));                                                 \
	}
LABEL(label_right, "gic", IN "/a:acme,x:4")
LABEL(label_unknown, "uart9", IN "/a:acme,x:0")
LABEL(label_node, "gic", IN "/b:acme,x:0")
LABEL(label_longer, "gic", IN "/a/a:acme,x:0")
LABEL(label_shorter, "gic", IN ":acme,x:0")
LABEL(label_property, "gic", IN "/a:acme,y:0")
LABEL(label_beyond, "gic", IN "/a:acme,x:5")
LABEL(label_far, "gic", IN "/a:acme,x:4294967296")
LABEL(label_wraps, "gic", IN "/a:acme,x:18446744073709551616")
LABEL(label_word, "gic", IN "/a:acme,x:four")
LABEL(label_no_offset, "gic", IN "/a:acme,x:")
LABEL(label_empty, "gic", "")
LABEL(label_one_of_two, "gic", IN "/a:acme,x:0\0" IN "/b:acme,x:0")

static void label_open(void)
{
	label("gic", IN "/a:acme,x:0", sizeof(IN) + 10);
}

static void label_nothing(void)
{
	label("gic", NULL, 0);
}

/* A list of references says that a node's own phandle, by either name, is another's. */
static void stolen(const char *name, const char *where, size_t size)
{
	start_node("a");
	C(name, 1);
	end_node();
	begin("__fixups__");
	put("gic", where, size);
	end();
}

static void label_phandle(void)
{
	stolen("phandle", IN "/a:phandle:0", sizeof(IN "/a:phandle:0"));
}

static void label_phandle_of_old(void)
{
	stolen("linux,phandle", IN "/a:linux,phandle:0", sizeof(IN "/a:linux,phandle:0"));
}

static void local(const char *node, const char *property, const void *at, size_t size)
{
	start_node("a");
	C("phandle", 1);
	C("acme,x", 1, 2);
	end();
	begin("c");
	C("phandle", 0x200); /* what is read beyond acme,x */
	end_node();
	begin("__local_fixups__");
	begin("fragment@0");
	begin("__overlay__");
	begin(node);
	put(property, at, size);
	end_node();
	end();
}

#define LOCAL(id, node, property, at)                                                              \
	static void id(void)                                                                       \
	{                                                                                          \
		local(node, property, at, sizeof(at) - 1);                                         \
	}
LOCAL(local_right, "a", "acme,x", "\0\0\0\0")
LOCAL(local_node, "b", "acme,x", "\0\0\0\0")
LOCAL(local_property, "a", "acme,y", "\0\0\0\0")
LOCAL(local_dangling, "a", "acme,x", "\0\0\0\4")
LOCAL(local_beyond, "a", "acme,x", "\0\0\0\5")
LOCAL(local_far, "a", "acme,x", "\xff\xff\xff\xff")
LOCAL(local_phandle, "a", "phandle", "\0\0\0\0")
LOCAL(local_odd, "a", "acme,x", "\0\0\0\0\0")

#define NAME "a node's name must be 1 to 31 of 0-9 a-z A-Z , . _ + - and begin with a letter"
#define UNIT "a unit address must be 1 to 31 of 0-9 a-z A-Z , . _ + -"
#define SIBLING "sibling nodes must have different names"
#define OF_ROOT "only #address-cells and #size-cells of 2 may be merged into the root"
#define TARGET "a fragment must have an __overlay__ and, as its only target, target-path \"/\""
#define PHANDLE "a phandle must be 4 bytes that no other node has, not 0 and not near 2^32"
#define EQUAL "phandle and linux,phandle of a node must be equal"
#define LABELS                                                                                     \
	"a label must be gic, msi, clock, gpio or smmu, and the machine must have that device"
#define ELSEWHERE "__fixups__ and __local_fixups__ must list references in merged nodes only"
#define STOLEN "a phandle must not be listed as a reference"
#define WITHIN "a reference must lie within the property"
/* offsets in overlays of one fragment with one node: its property, what is behind it */
#define ACME_X (64 + 64)
#define FIXUPS (64 + 96)
#define LIST_END "a list of references must end with a NUL"

static const struct {
	const char *row;
	void (*make)(void);
	enum ab_err err;
	const char *name, *rule;
	uint64_t at; /* 0: not looked at */
	bool blind; /* measuring does not see it */
} fault[] = {
	{ "there", there, AB_ERR_ARG, "psci", SIBLING, 64 + 56, 1 },
	{ "there last", there_last, AB_ERR_ARG, "cpus", SIBLING, 0, 1 },
	{ "twice", twice, AB_ERR_ARG, "b", SIBLING, 0, 1 },
	{ "twice below", twice_below, AB_ERR_ARG, "x@1", SIBLING, 0, 1 },
	{ "bad node", bad_node, AB_ERR_ARG, "1a", NAME, 64 + 56, 0 },
	{ "notes below", notes_below, AB_ERR_ARG, "__symbols__", NAME, 0, 0 },
	{ "bad unit", bad_unit, AB_ERR_ARG, "a@", UNIT, 0, 0 },
	{ "long property", long_property, AB_ERR_ARG, "a23456789012345678901234567890123",
	  "a property's name must be 1 to 31 of 0-9 a-z A-Z , . _ + ? # -", 64 + 56 + 8, 0 },
	{ "repeated", repeated, AB_ERR_ARG, "reg",
	  "a node must not have two properties of the same name", 64 + 56 + 8 + 16, 0 },
	{ "after child", after_child, AB_ERR_ARG, "acme,x",
	  "a property must come before child nodes", 64 + 56 + 8 + 12, 0 },
	{ "many names", many_names, AB_ERR_ARG, "n64",
	  "at most 64 names of properties may be the caller's own", 64 + 56 + 8 + 64 * 16, 0 },
	{ "of root", of_root, AB_ERR_UNSUPPORTED, "model", OF_ROOT, 64 + 56, 0 },
	{ "of root, cells", of_root_cells, AB_ERR_UNSUPPORTED, "#address-cells", OF_ROOT, 0, 0 },
	{ "of root, short", of_root_short, AB_ERR_UNSUPPORTED, "#size-cells", OF_ROOT, 0, 0 },
	{ "of root, long", of_root_long, AB_ERR_UNSUPPORTED, "#size-cells", OF_ROOT, 0, 0 },
	{ "tree, of root", tree_of_root, AB_ERR_UNSUPPORTED, "interrupt-parent", OF_ROOT, 0, 0 },
	{ "tree, cells", tree_cells, AB_ERR_UNSUPPORTED, NULL,
	  "the root must have #size-cells of 2", 64, 0 },
	{ "elsewhere", elsewhere, AB_ERR_UNSUPPORTED, "fragment@7", TARGET, 64 + 8, 0 },
	{ "elsewhere, short", elsewhere_short, AB_ERR_UNSUPPORTED, "fragment@7", TARGET, 0, 0 },
	{ "by label", by_label, AB_ERR_UNSUPPORTED, "fragment@7", TARGET, 0, 0 },
	{ "by both", by_both, AB_ERR_UNSUPPORTED, "fragment@7", TARGET, 0, 0 },
	{ "without", without, AB_ERR_UNSUPPORTED, "fragment@7", TARGET, 0, 0 },
	{ "reserved", reserved, AB_ERR_UNSUPPORTED, NULL, "must not have memory reservations", 48,
	  0 },
	{ "phandle alone", phandle_alone, AB_ERR_UNSUPPORTED, "b",
	  "a tree with phandles must have __local_fixups__ (dtc -L)", 80 + 8 + 8 + 8, 0 },
	{ "phandle 0", phandle_zero, AB_ERR_ARG, "a", PHANDLE, 64 + 56 + 8, 0 },
	{ "phandle high", phandle_high, AB_ERR_ARG, "a", PHANDLE, 0, 0 },
	{ "phandle short", phandle_short, AB_ERR_ARG, "a", PHANDLE, 0, 0 },
	{ "phandle shared", phandle_shared, AB_ERR_ARG, "a", PHANDLE, 0, 0 },
	{ "linux,phandle shared", phandle_of_old_shared, AB_ERR_ARG, "a", PHANDLE, 0, 0 },
	{ "linux,phandle 0", phandle_of_old_zero, AB_ERR_ARG, "a", PHANDLE, 0, 0 },
	{ "linux,phandle differs", phandle_of_old_differs, AB_ERR_ARG, "a", EQUAL, 64 + 56 + 8, 0 },
	{ "linux,phandle longer", phandle_of_old_longer, AB_ERR_ARG, "a", EQUAL, 0, 0 },
	{ "ibm,phandle", phandle_of_ibm, AB_ERR_UNSUPPORTED, "a",
	  "a phandle must not have the name ibm,phandle", 64 + 56 + 8, 0 },
	{ "label unknown", label_unknown, AB_ERR_UNSUPPORTED, "uart9", LABELS, FIXUPS + 16, 0 },
	{ "label, node", label_node, AB_ERR_IMAGE, NULL, ELSEWHERE, FIXUPS, 0 },
	{ "label, longer", label_longer, AB_ERR_IMAGE, NULL, ELSEWHERE, FIXUPS, 0 },
	{ "label, shorter", label_shorter, AB_ERR_IMAGE, NULL, ELSEWHERE, FIXUPS, 0 },
	{ "label, property", label_property, AB_ERR_IMAGE, NULL, ELSEWHERE, FIXUPS, 0 },
	{ "label, beyond", label_beyond, AB_ERR_IMAGE, "acme,x", WITHIN, ACME_X, 0 },
	{ "label, far", label_far, AB_ERR_IMAGE, "acme,x", WITHIN, ACME_X, 0 },
	{ "label, wraps", label_wraps, AB_ERR_IMAGE, NULL, ELSEWHERE, FIXUPS, 0 },
	{ "label, word", label_word, AB_ERR_IMAGE, NULL, ELSEWHERE, FIXUPS, 0 },
	{ "label, no offset", label_no_offset, AB_ERR_IMAGE, NULL, ELSEWHERE, FIXUPS, 0 },
	{ "label, empty", label_empty, AB_ERR_IMAGE, NULL, ELSEWHERE, FIXUPS, 0 },
	{ "label, one of two", label_one_of_two, AB_ERR_IMAGE, NULL, ELSEWHERE, FIXUPS, 0 },
	{ "label, open", label_open, AB_ERR_IMAGE, "gic", LIST_END, FIXUPS + 16, 0 },
	{ "label, nothing", label_nothing, AB_ERR_IMAGE, "gic", LIST_END, FIXUPS + 16, 0 },
	{ "label, phandle", label_phandle, AB_ERR_IMAGE, "phandle", STOLEN, 64 + 64, 0 },
	{ "label, linux,phandle", label_phandle_of_old, AB_ERR_IMAGE, "linux,phandle", STOLEN,
	  64 + 64, 0 },
	{ "local, phandle", local_phandle, AB_ERR_IMAGE, "phandle", STOLEN, 64 + 64, 0 },
	{ "local, node", local_node, AB_ERR_IMAGE, NULL, ELSEWHERE, 0, 0 },
	{ "local, property", local_property, AB_ERR_IMAGE, NULL, ELSEWHERE, 0, 0 },
	{ "local, dangling", local_dangling, AB_ERR_IMAGE, "acme,x",
	  "a reference must be the phandle of a node in the same tree", ACME_X + 16, 0 },
	{ "local, beyond", local_beyond, AB_ERR_IMAGE, "acme,x", WITHIN, ACME_X + 16, 0 },
	{ "local, far", local_far, AB_ERR_IMAGE, "acme,x", WITHIN, ACME_X + 16, 0 },
	{ "local, odd", local_odd, AB_ERR_IMAGE, "acme,x",
	  "__local_fixups__ must list offsets of 4 bytes each", ACME_X + 16, 0 },
	{ "label right", label_right, AB_OK, NULL, NULL, 0, 0 },
	{ "local right", local_right, AB_OK, NULL, NULL, 0, 0 },
};

static enum ab_err merge_at(const struct ab_machine *m, struct ab_buf b, struct ab_error *why)
{
	const struct ab_memmap map = { m->ram, NULL, 0 };

	return ab_fdt_machine(m, &(struct ab_fdt_chosen){ 0 }, &map, &b, why);
}

/* Of two overlays, the second one is at fault. */
static void test_faults(void **state)
{
	static uint8_t nothing[1024];

	(void)state;
	for (size_t i = 0; i < COUNT(fault); i++)
		for (int measure = 0; measure < 2; measure++) {
			struct ab_bytes list[] = { { nothing, 0 }, { overlay, 0 } };
			struct ab_machine m = with(list, 2);
			struct ab_error why;
			enum ab_err err;

			start_overlay();
			end_fragment();
			list[0].size = finish();
			memcpy(nothing, overlay, list[0].size);
			fault[i].make();
			list[1].size = finish();
			err = merge_at(&m, ab_buf_over(measure ? NULL : tree, sizeof(tree)), &why);
			if (fault[i].err == AB_OK || (measure && fault[i].blind)) {
				assert_ok(err, &why, fault[i].row);
				continue;
			}
			assert_error(err, &why,
				     &(struct expected){ fault[i].err, "machine.fdt.overlays[]",
							 fault[i].at != 0 ? fault[i].at : why.value,
							 fault[i].rule },
				     fault[i].row);
			assert_text(why.name, fault[i].name, fault[i].row);
			assert_int_equal(why.index, 1);
		}
}

/* Labels are of what the machine has. */
static void test_labels(void **state)
{
	static const struct {
		const char *label;
		bool bare, v2m, rtc; /* of a machine without anything, with a frame, with a clock */
	} row[] = {
		{ "gic", true, true, true },     { "msi", false, true, false },
		{ "clock", false, false, true }, { "gpio", false, false, false },
		{ "smmu", false, false, false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(row); i++)
		for (int which = 0; which < 3; which++) {
			bool want = which == 0 ? row[i].bare : which == 1 ? row[i].v2m : row[i].rtc;
			struct ab_bytes list[] = { { overlay, 0 } };
			struct ab_machine m = with(list, 1);
			const struct ab_dev rtc = { AB_DEV_RTC_PL031, .base = 0x9010000,
						    .irq = 34 };
			struct ab_error why;
			enum ab_err err;

			m.devs = (struct ab_dev_list){ &rtc, which == 2 };
			m.arm64.gic.its.n = 0;
			m.arm64.gic.v2m = which == 1 ? 0x08020000 : 0;
			m.arm64.gic.v2m_spi = which == 1 ? 80 : 0;
			m.arm64.gic.v2m_spis = which == 1 ? 64 : 0;
			label(row[i].label, IN "/a:acme,x:0", sizeof(IN "/a:acme,x:0"));
			list[0].size = finish();
			err = merge_at(&m, ab_buf_over(tree, sizeof(tree)), &why);
			if (want)
				assert_ok(err, &why, row[i].label);
			else
				assert_error(err, &why,
					     &(struct expected){ AB_ERR_UNSUPPORTED,
								 "machine.fdt.overlays[]",
								 why.value, LABELS },
					     row[i].label);
		}
}

/* Who merges is told of his own misuse, not of the tree's. */
static void own_bad(struct ab_fdt *f, void *ctx)
{
	(void)ctx;
	ab_fdt_node(f, "1");
	ab_fdt_end(f);
}

static void test_own_first(void **state)
{
	const struct ab_bytes list[] = { { overlay, make_overlay() } };
	struct ab_machine m = with(list, 1);
	struct ab_error why;
	enum ab_err err;

	(void)state;
	m.fdt.nodes = own_bad;
	err = merge_at(&m, ab_buf_over(tree, sizeof(tree)), &why);
	assert_error(err, &why, &(struct expected){ AB_ERR_ARG, "device tree", why.value, NAME },
		     "own");
	assert_string_equal(why.name, "machine.fdt.nodes");
}

/* As deep as a tree may be, and one deeper. */
static void test_deep(void **state)
{
	(void)state;
	for (int depth = AB_FDT_DEPTH_MAX; depth <= AB_FDT_DEPTH_MAX + 1; depth++) {
		struct ab_bytes list[] = { { overlay, 0 } };
		struct ab_machine m = with(list, 1);
		struct ab_error why;
		enum ab_err err;

		start(0);
		C("#size-cells", 2);
		for (int i = 1; i < depth; i++)
			begin("deep");
		for (int i = 1; i < depth; i++)
			end();
		list[0].size = finish();
		err = merge_at(&m, ab_buf_over(tree, sizeof(tree)), &why);
		if (depth == AB_FDT_DEPTH_MAX)
			assert_ok(err, &why, "deep");
		else
			assert_error(
			    err, &why,
			    &(struct expected){ AB_ERR_IMAGE, "machine.fdt.overlays[]", why.value,
						"nodes must not nest deeper than 16 levels" },
			    "deeper");
	}
}

/* ---- any bytes ------------------------------------------------------------------------------ */

/* Merge a copy of just that size: a reader beyond is seen. What it gives is a tree. */
static enum ab_err merge_copy(size_t size, struct ab_error *why)
{
	uint8_t *copy = malloc(size != 0 ? size : 1);
	const struct ab_bytes list[] = { { copy, size } };
	struct ab_machine m = with(list, 1);
	struct ab_fdt_info i = { .psci = false };
	enum ab_err measured, err;

	assert_non_null(copy);
	memcpy(copy, overlay, size);
	measured = merge_at(&m, ab_buf_over(NULL, 0), why);
	err = merge_at(&m, ab_buf_over(tree, sizeof(tree)), why);
	if (measured != AB_OK || err != AB_ERR_ARG || strcmp(why->other, SIBLING) != 0)
		assert_int_equal(measured, err);
	if (err == AB_OK) {
		assert_int_equal(fdt_check_full(tree, fdt_totalsize(tree)), 0);
		judge_phandles();
		assert_int_equal(
		    ab_fdt_read((struct ab_bytes){ tree, fdt_totalsize(tree) }, &i, why),
		    AB_ERR_NOSPACE); /* no arrays were given */
	}
	free(copy);
	return err;
}

static void test_cut(void **state)
{
	size_t size = make_overlay();
	struct ab_error why;

	(void)state;
	for (size_t cut = 0; cut < size; cut++) {
		assert_int_equal(merge_copy(cut, &why), AB_ERR_IMAGE);
		assert_string_equal(why.what, "machine.fdt.overlays[]");
	}
	assert_int_equal(merge_copy(size, &why), AB_OK);
}

static void test_mutated(void **state)
{
	static const uint32_t values[] = { 0, 1, 2, 3, 4, 9, 0xffffffff, 0x7fffffff, 0x80000000 };
	uint64_t seed = 5;
	uint8_t was[4];
	struct ab_error why;

	(void)state;
	for (int whole = 0; whole < 2; whole++) {
		size_t size = whole ? make_tree() : make_overlay();

		for (size_t at = 0; at < size; at += 4)
			for (size_t k = 0; k < COUNT(values) + 2; k++) {
				uint32_t v = k < COUNT(values) ? values[k] : (uint32_t)rnd(&seed);
				const uint8_t b[4] = { (uint8_t)(v >> 24), (uint8_t)(v >> 16),
						       (uint8_t)(v >> 8), (uint8_t)v };

				memcpy(was, overlay + at, 4);
				memcpy(overlay + at, b, 4);
				(void)merge_copy(size, &why);
				memcpy(overlay + at, was, 4);
			}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_overlay),
		cmocka_unit_test(test_tree),
		cmocka_unit_test(test_phandles_of_old),
		cmocka_unit_test(test_nops),
		cmocka_unit_test(test_need),
		cmocka_unit_test(test_faults),
		cmocka_unit_test(test_labels),
		cmocka_unit_test(test_own_first),
		cmocka_unit_test(test_deep),
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_mutated),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
