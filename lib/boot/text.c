/* SPDX-License-Identifier: BSD-2-Clause */
/* A plan as text: the protocol and its reason, then the memory map. */
#include "boot_priv.h"

#include "../base/libc.h"

static const char *const types[] = {
	[AB_MEM_RAM] = "RAM",
	[AB_MEM_RESERVED] = "reserved",
	[AB_MEM_ACPI] = "ACPI",
	[AB_MEM_NVS] = "NVS",
};

static void column(struct ab_buf *out, size_t start, size_t width)
{
	do
		ab_put_str(out, " ");
	while (out->len < start + width);
}

static void size_text(struct ab_buf *out, uint64_t size)
{
	static const struct {
		uint64_t unit;
		const char *name;
	} units[] = {
		{ AB_TiB, " TiB" }, { AB_GiB, " GiB" }, { AB_MiB, " MiB" }, { AB_KiB, " KiB" }
	};

	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (size >= units[i].unit && size % units[i].unit == 0) {
			ab_put_dec(out, size / units[i].unit);
			ab_put_str(out, units[i].name);
			return;
		}
	ab_put_dec(out, size);
	ab_put_str(out, " B");
}

static void range_line(struct ab_buf *out, uint64_t base, uint64_t size, const char *type,
		       const char *name)
{
	size_t start = out->len;

	ab_put_hex(out, base, 12);
	ab_put_str(out, " ");
	ab_put_hex(out, size, 10);
	ab_put_str(out, " ");
	size_text(out, size);
	column(out, start, 44);
	ab_put_str(out, type);
	column(out, start, 54);
	ab_put_printable_(out, name, strlen(name));
	ab_put_str(out, "\n");
}

/* Append the map. Free RAM between regions gets its own lines, so that no memory is missing. */
static void map_lines(const struct ab_plan *plan, struct ab_buf *out)
{
	const struct ab_ram_list *ram = &plan->machine->ram;
	uint32_t g = 0;

	for (size_t i = 0; i <= ram->n; i++) {
		uint64_t at = i < ram->n ? ram->at[i].base : 0;
		uint64_t end = i < ram->n ? at + ram->at[i].size : 0;

		for (; g < plan->regions.n && (i == ram->n || plan->regions.at[g].base < end);
		     g++) {
			const struct ab_region *r = &plan->regions.at[g];

			if (i < ram->n && r->base > at)
				range_line(out, at, r->base - at, "RAM", "-");
			range_line(out, r->base, r->size, types[r->type], r->name);
			at = r->base + r->size > at ? r->base + r->size : at;
		}
		if (i < ram->n && at < end)
			range_line(out, at, end - at, "RAM", "-");
	}
}

static void kernel_line(const struct ab_plan *plan, struct ab_buf *out)
{
	ab_put_str(out, "kernel   ");
	ab_put_str(out, ab_image_format_name(plan->kernel.file.format));
	if (plan->kernel.passes != 0) {
		ab_put_str(out, ", ");
		ab_put_str(out, ab_codec_name(plan->kernel.codec));
		ab_put_str(out, " unpacked in ");
		ab_put_dec(out, plan->kernel.passes);
		ab_put_str(out, plan->kernel.passes == 1 ? " pass" : " passes");
	}
	ab_put_str(out, plan->kaslr ? ", KASLR by the guest\n" : ", no KASLR\n");
}

void ab_plan_text(const struct ab_plan *plan, struct ab_buf *out)
{
	char warning[256];

	ab_put_str(out, "protocol ");
	ab_put_str(out, ab_protocol_name(plan->protocol));
	ab_put_str(out, ": ");
	ab_put_str(out, plan->protocol_why);
	ab_put_str(out, "\n");
	if (!plan->way->no_kernel)
		kernel_line(plan, out);
	ab_put_str(out, "entry    ");
	ab_put_hex(out, plan->entry, 1);
	ab_put_str(out, "\n");
	for (uint32_t i = 0; i < plan->n_warnings; i++) {
		(void)ab_error_text(&plan->warnings[i], warning, sizeof(warning));
		ab_put_str(out, "warning  ");
		ab_put_str(out, warning);
		ab_put_str(out, "\n");
	}
	ab_put_str(out, "\n");
	map_lines(plan, out);
}
