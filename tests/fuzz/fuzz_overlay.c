/* SPDX-License-Identifier: BSD-2-Clause */
/* Overlays and trees that are built of pieces, well-formed or not quite, by libfdt: what merging
 * makes of them, libfdt finds whole, with one phandle a node; then it is planned and placed. Input:
 * steps of 4 bytes. */
#include "plan_holds.h"

#include <aetherboot/fdt.h>

#include <libfdt.h>

#include "../unit/arm64_image.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define ROOM 8192
#define STEPS_MAX 120

static _Alignas(8) uint8_t overlay[ROOM];
static _Alignas(8) uint8_t merged[1 << 16];

static const char *const node_names[] = {
	"a",           "b",
	"clock",       "psci",
	"soc@0",       "a@1",
	"fragment@0",  "__overlay__",
	"__fixups__",  "__local_fixups__",
	"__symbols__", "reserved-memory",
	"chosen",      "cpus",
	"1bad",        "a@",
};
static const char *const prop_names[] = {
	"phandle",
	"linux,phandle",
	"ibm,phandle",
	"target-path",
	"target",
	"reg",
	"compatible",
	"gic",
	"msi",
	"clock",
	"acme,x",
	"#size-cells",
	"#address-cells",
	"interrupts-extended",
	"ranges",
	"x y",
};
static const char *const texts[] = {
	"/",
	"/a",
	"/chosen",
	"/fragment@0/__overlay__/a:acme,x:0",
	"/fragment@0/__overlay__/a:acme,x:4",
	"/a:acme,x:0",
	"/soc@0/a:reg:0",
	"okay",
	"/fragment@0/__overlay__/a:phandle:0",
	"/fragment@0/__overlay__/a:linux,phandle:0",
};
#define N_TEXTS (sizeof(texts) / sizeof(texts[0]))

/* One piece: [0] what, [1] of which name, [2], [3] the value. Errors of libfdt end the script. */
static int piece(const uint8_t *s, int *depth)
{
	const char *prop = prop_names[s[1] % 16];

	switch (s[0] % 8) {
	case 0:
	case 1:
		if (*depth == 18)
			return 0;
		++*depth;
		return fdt_begin_node(overlay, node_names[s[1] % 16]);
	case 2:
		if (*depth == 1)
			return 0;
		--*depth;
		return fdt_end_node(overlay);
	case 3:
	case 4:
		return fdt_property_u32(overlay, prop, s[2] < 250 ? s[2] % 8 : 0U - s[3]);
	case 5: {
		const char *text = texts[s[2] % N_TEXTS];

		return fdt_property(overlay, prop, text, (int)strlen(text) + 1);
	}
	case 6: {
		uint8_t cells[32];

		for (size_t i = 0; i < sizeof(cells); i++)
			cells[i] = i % 4 == 3 ? (uint8_t)(s[3] + i / 4 % 3) : 0;
		return fdt_property(overlay, prop, cells, s[2] % 33);
	}
	default: { /* what dtc makes of a fragment: two steps in one */
		if (*depth != 1)
			return 0;
		*depth = 3;
		fdt_begin_node(overlay, "fragment@0");
		fdt_property_string(overlay, "target-path", "/");
		return fdt_begin_node(overlay, "__overlay__");
	}
	}
}

static size_t build(const uint8_t *data, size_t size)
{
	int depth = 1;

	if (fdt_create(overlay, ROOM) != 0 || fdt_finish_reservemap(overlay) != 0 ||
	    fdt_begin_node(overlay, "") != 0)
		return 0;
	for (size_t i = 0; i < STEPS_MAX && 4 * i + 4 <= size; i++)
		if (piece(data + 4 * i, &depth) != 0)
			return 0;
	while (depth-- > 0)
		if (fdt_end_node(overlay) != 0)
			return 0;
	return fdt_finish(overlay) == 0 ? fdt_totalsize(overlay) : 0;
}

static void judge(size_t size)
{
	int node = 0;

	require(fdt_check_full(merged, size) == 0);
	for (; node >= 0; node = fdt_next_node(merged, node, NULL)) {
		const uint32_t phandle = fdt_get_phandle(merged, node);

		require(fdt_getprop(merged, node, "linux,phandle", NULL) == NULL);
		require(fdt_getprop(merged, node, "ibm,phandle", NULL) == NULL);
		if (phandle != 0)
			require(fdt_node_offset_by_phandle(merged, phandle) == node);
	}
	require(fdt_node_offset_by_phandle(merged, AB_FDT_PHANDLE_GIC) ==
		fdt_path_offset(merged, "/interrupt-controller@8000000"));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static uint8_t image[4096];
	const struct ab_bytes list[] = { { overlay, build(data, size) } };
	const struct ab_machine m = {
		.arch = AB_ARCH_ARM64,
		.n_cpus = 2,
		.ram = AB_LIST(struct ab_ram, { .base = 0x40000000, .size = AB_GiB }),
		.arm64.gic = { .dist = 0x08000000,
			       .redist = AB_LIST(struct ab_range, { 0x20000000, 0x40000 }),
			       .its = AB_LIST(struct ab_its, { 0x08080000 }) },
		.devs = AB_LIST(struct ab_dev, { AB_DEV_UART_PL011, .base = 0x9000000, .irq = 33 }),
		.fdt = { .overlays = { list, 1 } },
	};
	const struct ab_memmap map = { m.ram, NULL, 0 };
	const struct ab_fdt_chosen chosen = { .cmdline = "quiet" };
	struct ab_buf measure = ab_buf_over(NULL, 0), b = ab_buf_over(merged, sizeof(merged));
	struct ab_payload os = { .kernel = { image, sizeof(image) } };
	struct ab_error why;
	enum ab_err measured, err;

	if (list[0].size == 0)
		return 0;
	measured = ab_fdt_machine(&m, &chosen, &map, &measure, &why);
	err = ab_fdt_machine(&m, &chosen, &map, &b, &why);
	/* a sibling of the same name is found, maybe before another fault, in what was written */
	require(err == measured || err == AB_ERR_ARG);
	if (err == AB_OK) {
		require(b.len == measure.len);
		judge(b.len);
	}
	make_image(image, &(struct image_spec){ 0, 0x10000, 2, sizeof(image) });
	(void)run(&m, &os);
	return 0;
}
