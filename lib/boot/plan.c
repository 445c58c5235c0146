/* SPDX-License-Identifier: BSD-2-Clause */
/* Planning: everything gets its address before a byte is written. */
#include "boot.h"
#include "kernel.h"

#include "../base/libc.h"

#define OURS_MAX 18 /* kinds of regions, each of which we add once */
#define LOW_MOST (64 * AB_KiB) /* of conventional memory, for one thing */

static enum ab_err add(struct ab_plan *plan, const struct ab_region *r, struct ab_error *why)
{
	uint32_t at = plan->n_regions;

	if (r->size == 0 || !ab_range_ok(r->base, r->size))
		return ab_fail(why, AB_ERR_ARG, r->name, r->base, "empty or wrapping");
	for (uint32_t i = 0; i < plan->n_regions; i++)
		if (ab_overlaps(r->base, r->size, plan->region[i].base, plan->region[i].size))
			return ab_fail(why, AB_ERR_OVERLAP, r->name, r->base, plan->region[i].name);
	if (plan->n_regions == AB_REGION_MAX)
		return ab_fail(why, AB_ERR_NOSPACE, "plan.region", AB_REGION_MAX + 1, r->name);
	while (at != 0 && plan->region[at - 1].base > r->base) {
		plan->region[at] = plan->region[at - 1];
		at--;
	}
	plan->region[at] = *r;
	plan->n_regions++;
	return AB_OK;
}

/* A region that holds bytes must be RAM throughout. */
static enum ab_err add_ram(struct ab_plan *plan, const struct ab_region *r, struct ab_error *why)
{
	struct ab_memmap map = ab_plan_memmap(plan);

	if (!ab_memmap_is_ram(&map, r->base, r->size))
		return ab_fail(why, AB_ERR_NOSPACE, r->name, r->size,
			       "machine.ram does not reach over its place");
	return add(plan, r, why);
}

const struct ab_fixed *ab_boot_fixed(const struct ab_plan *plan, enum ab_region_kind kind)
{
	const struct ab_fixed_list *f = &plan->payload->fixed;

	for (size_t i = 0; i < f->n; i++)
		if (f->at[i].kind == kind)
			return &f->at[i];
	return NULL;
}

static struct ab_region make(enum ab_region_kind kind, uint64_t base, uint64_t size)
{
	const struct ab_region_trait *t = ab_boot_trait(kind);

	if (t->pages && size <= UINT64_MAX - 4095)
		size = (size + 4095) & ~UINT64_C(4095);
	return (struct ab_region){ base, size, kind, t->type, t->written, 0, t->name };
}

/* What is fixed must be where the kernel can be told of it; ACPI tables it finds by 64-bit
 * pointers on any way in. */
static enum ab_err check_fixed(const struct ab_plan *plan, const struct ab_region *r, uint64_t hi,
			       struct ab_error *why)
{
	uint64_t reach = ab_boot_reach(plan);

	if (reach == 0 || r->kind == AB_REGION_ACPI || ab_within(r->base, r->size, hi))
		return AB_OK;
	return ab_fail(why, AB_ERR_ARG, "payload.fixed.base", r->base, "beyond the kernel's reach");
}

/* Add a region of size bytes: where the caller fixed it, else where the window has room. */
static enum ab_err put(struct ab_plan *plan, enum ab_region_kind kind, uint64_t size,
		       struct ab_window win, struct ab_error *why)
{
	const struct ab_fixed *f = ab_boot_fixed(plan, kind);
	struct ab_region r = make(kind, f != NULL ? f->base : 0, size);
	struct ab_memmap map = ab_plan_memmap(plan);
	enum ab_err err;

	win.align = ab_boot_trait(kind)->align;
	if (f == NULL && !ab_memmap_find(&map, r.size, &win, &r.base))
		return ab_fail(why, AB_ERR_NOSPACE, r.name, r.size, "machine.ram");
	if (f != NULL && (err = check_fixed(plan, &r, win.hi, why)))
		return err;
	return add_ram(plan, &r, why);
}

/* The lowest place: conventional memory first, then above 1 MiB. What is large goes there at once:
 * the kernel needs conventional memory of its own to start other CPUs. */
static enum ab_err put_low(struct ab_plan *plan, enum ab_region_kind kind, uint64_t size,
			   struct ab_error *why)
{
	uint64_t lo = size <= LOW_MOST ? AB_X86_LOW : AB_X86_HIGH;

	return put(plan, kind, size, (struct ab_window){ lo, 4 * AB_GiB, 1, false }, why);
}

/* Measure a built region and give it the lowest place. */
static enum ab_err put_built(struct ab_plan *plan, enum ab_region_kind kind, struct ab_error *why)
{
	struct ab_buf measure = ab_buf_over(NULL, 0);
	enum ab_err err;

	ab_boot_build(plan, kind, 0, &measure);
	if ((err = ab_buf_end(&measure, ab_boot_trait(kind)->name, why)))
		return err;
	plan->work = measure.len > plan->work ? measure.len : plan->work;
	return measure.len != 0 ? put_low(plan, kind, measure.len, why) : AB_OK;
}

static enum ab_err add_callers(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_payload *p = plan->payload;
	enum ab_err err;

	for (size_t i = 0; i < p->reserve.n; i++) {
		struct ab_region r =
		    make(AB_REGION_RESERVED, p->reserve.at[i].base, p->reserve.at[i].size);

		r.name = p->reserve.at[i].name;
		r.index = (uint32_t)i;
		if ((err = add(plan, &r, why)))
			return err;
	}
	for (size_t i = 0; i < p->blobs.n; i++) {
		struct ab_region r =
		    make(AB_REGION_BLOB, p->blobs.at[i].base, p->blobs.at[i].bytes.size);

		r.name = p->blobs.at[i].name;
		r.index = (uint32_t)i;
		r.type = p->blobs.at[i].type != 0 ? p->blobs.at[i].type : r.type;
		if (r.base != 0 && (err = add_ram(plan, &r, why)))
			return err;
	}
	return AB_OK;
}

/* Blobs that may lie anywhere come after everything with an address of its own. */
static enum ab_err add_free_blobs(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_payload *p = plan->payload;
	enum ab_err err;

	for (size_t i = 0; i < p->blobs.n; i++) {
		struct ab_region r = make(AB_REGION_BLOB, 0, p->blobs.at[i].bytes.size);
		struct ab_memmap map = ab_plan_memmap(plan);
		struct ab_window win = { AB_X86_HIGH, 4 * AB_GiB, 4096, true };

		if (p->blobs.at[i].base != 0)
			continue;
		r.name = p->blobs.at[i].name;
		r.index = (uint32_t)i;
		r.type = p->blobs.at[i].type != 0 ? p->blobs.at[i].type : r.type;
		if (!ab_memmap_find(&map, r.size, &win, &r.base))
			return ab_fail(why, AB_ERR_NOSPACE, r.name, r.size, "machine.ram");
		if ((err = add(plan, &r, why)))
			return err;
	}
	return AB_OK;
}

static enum ab_err add_windows(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_machine *m = plan->machine;
	enum ab_err err;

	for (size_t i = 0; i < m->devs.n; i++) {
		struct ab_region r = make(AB_REGION_ECAM, m->devs.at[i].base, m->devs.at[i].size);

		if (m->devs.at[i].type == AB_DEV_PCIE_ECAM && (err = add(plan, &r, why)))
			return err;
	}
	return AB_OK;
}

/* Video memory and ROM areas are never RAM to a guest; what is scanned for lies in between. */
static enum ab_err add_legacy(struct ab_plan *plan, bool rsdp, bool mp, struct ab_error *why)
{
	const struct {
		uint64_t base;
		enum ab_region_kind kind;
	} scanned[] = {
		{ AB_X86_RSDP, rsdp ? AB_REGION_RSDP : AB_REGION_LEGACY },
		{ AB_X86_MP_POINTER, mp ? AB_REGION_MP_POINTER : AB_REGION_LEGACY },
	};
	struct ab_region rest,
	    reset = make(AB_REGION_RESET_VECTOR, AB_X86_RESET, AB_X86_RESET_SIZE);
	uint64_t at = AB_X86_LEGACY;
	enum ab_err err;

	for (size_t i = 0; i < sizeof(scanned) / sizeof(scanned[0]); i++) {
		struct ab_region gap = make(AB_REGION_LEGACY, at, scanned[i].base - at);
		struct ab_region r = make(scanned[i].kind, scanned[i].base, 4096);

		if (scanned[i].kind == AB_REGION_LEGACY)
			continue;
		if ((err = add(plan, &gap, why)) || (err = add(plan, &r, why)))
			return err;
		at = r.base + r.size;
	}
	rest = make(AB_REGION_LEGACY, at, reset.base - at);
	rest.size = reset.base - at; /* a page's end is all that the vector takes */
	if ((err = add(plan, &rest, why)))
		return err;
	return add(plan, &reset, why);
}

/* Tables lie at the top of RAM below 4 GiB, as firmware puts them. */
static enum ab_err add_tables(struct ab_plan *plan, bool mp, struct ab_error *why)
{
	struct ab_window top = { AB_X86_HIGH, 4 * AB_GiB, 4096, true };
	struct ab_buf measure = ab_buf_over(NULL, 0);
	enum ab_err err;

	if (mp) {
		ab_x86_mp_table(plan->machine, 0, &measure);
		if ((err = ab_buf_end(&measure, "MP table", why)))
			return err;
		plan->work = measure.len > plan->work ? measure.len : plan->work;
		return put(plan, AB_REGION_MP_TABLE, measure.len, top, why);
	}
	if (plan->acpi.n_tables == 0)
		return AB_OK;
	plan->work = plan->acpi.largest > plan->work ? (size_t)plan->acpi.largest : plan->work;
	if (plan->acpi.has_facs && (err = put(plan, AB_REGION_FACS, 64, top, why)))
		return err;
	return put(plan, AB_REGION_ACPI, plan->acpi.size, top, why);
}

/* Highest place below the limit; else, where the kernel takes it from there, the lowest above
 * 4 GiB. */
static enum ab_err add_initrd(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_window above = { 4 * AB_GiB, 0, 4096, false };
	struct ab_window win = { AB_X86_HIGH, 4 * AB_GiB, 4096, true };
	uint64_t size;
	enum ab_err err;

	if ((err = ab_boot_initrd_size(plan->payload, &size, why)) || size == 0)
		return err;
	if (plan->image.format == AB_IMAGE_BZIMAGE && ab_boot_protocol(plan->protocol)->zero_page)
		win.hi = (uint64_t)plan->image.bz.initrd_addr_max + 1;
	err = put(plan, AB_REGION_INITRD, size, win, why);
	if (err != AB_ERR_NOSPACE || ab_boot_reach(plan) != 0 ||
	    ab_boot_fixed(plan, AB_REGION_INITRD) != NULL)
		return err;
	return put(plan, AB_REGION_INITRD, size, above, why);
}

/* Now that every address is known: a header of old may have no place for one of them. */
static enum ab_err check_zero_page(const struct ab_plan *plan, struct ab_error *why)
{
	struct ab_buf measure = ab_buf_over(NULL, 0);

	ab_boot_build(plan, AB_REGION_ZERO_PAGE, 0, &measure);
	return ab_buf_end(&measure, ab_boot_trait(AB_REGION_ZERO_PAGE)->name, why);
}

/* What RAM is to the guest is settled first, as maps count their entries; then what lies in it. */
static enum ab_err add_all(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_boot_protocol *p = ab_boot_protocol(plan->protocol);
	bool mp = plan->machine->tables == AB_TABLES_MP;
	struct ab_region kernel = make(AB_REGION_KERNEL, 0, 0);
	enum ab_err err;

	if ((err = add_windows(plan, why)) ||
	    (err = add_legacy(plan, plan->acpi.n_tables != 0, mp, why)) ||
	    (err = add_callers(plan, why)) || (err = ab_boot_kernel_region(plan, &kernel, why)) ||
	    (err = add_ram(plan, &kernel, why)) || (err = add_tables(plan, mp, why)) ||
	    (err = add_free_blobs(plan, why)) || (err = put_built(plan, AB_REGION_GDT, why)))
		return err;
	if (plan->payload->cmdline != NULL && (err = put_built(plan, AB_REGION_CMDLINE, why)))
		return err;
	if (p->zero_page && ((err = put_built(plan, AB_REGION_ZERO_PAGE, why)) ||
			     (err = put_built(plan, AB_REGION_SETUP_DATA, why))))
		return err;
	if ((err = add_initrd(plan, why)))
		return err;
	err =
	    p->zero_page ? check_zero_page(plan, why) : put_built(plan, AB_REGION_START_INFO, why);
	if (err != AB_OK)
		return err;
	return p->long_mode ? put_built(plan, AB_REGION_PAGE_TABLES, why) : AB_OK;
}

/* Words as the decompressor looks for them: between anything up to a space, quoted or not. */
static bool has_word(const char *line, const char *word)
{
	size_t n = strlen(word);

	while (*line != '\0') {
		size_t len = 0;

		while ((uint8_t)line[len] > ' ')
			len++;
		if (len == n && memcmp(line, word, n) == 0)
			return true;
		line += line[len] != '\0' ? len + 1 : len;
	}
	return false;
}

/* Only the kernel's own decompressor randomises where it runs. */
static bool randomises(const struct ab_plan *plan)
{
	const char *cmdline = plan->payload->cmdline;

	return !ab_boot_protocol(plan->protocol)->unpacked && plan->image.bz.relocatable &&
	       (cmdline == NULL || !has_word(cmdline, "nokaslr"));
}

static bool wants_acpi(const struct ab_machine *m)
{
	return m->tables == AB_TABLES_USUAL || m->tables == AB_TABLES_ACPI;
}

/* What headers alone show: checked, recognised, chosen, measured. */
static enum ab_err open_headers(struct ab_plan *plan, const struct ab_machine *machine,
				const struct ab_payload *payload, struct ab_error *why)
{
	enum ab_err err;

	memset(plan, 0, sizeof(*plan));
	plan->machine = machine;
	plan->payload = payload;
	if ((err = ab_machine_check(machine, why)) || (err = ab_boot_check_payload(payload, why)) ||
	    (err = ab_image_probe(&plan->image, payload->kernel, why)) ||
	    (err = ab_boot_choose(plan, why)))
		return err;
	if (payload->cmdline != NULL && strlen(payload->cmdline) > ab_boot_cmdline_max(plan))
		return ab_fail(why, AB_ERR_ARG, "payload.cmdline", strlen(payload->cmdline),
			       "longer than the kernel takes");
	return wants_acpi(machine) ? ab_acpi_layout(&plan->acpi, machine, why) : AB_OK;
}

/* The kernel that runs, and everything's place. */
static enum ab_err settle(struct ab_plan *plan, struct ab_work work, struct ab_error *why)
{
	enum ab_err err;

	if (ab_boot_protocol(plan->protocol)->unpacked &&
	    ((err = ab_boot_kernel_open(&plan->image, plan->protocol == AB_PROTOCOL_PVH, work,
					&plan->elf, &plan->codec, &plan->passes, why)) ||
	     (err = ab_boot_check_elf(plan, why))))
		return err;
	plan->kaslr = randomises(plan);
	if ((err = add_all(plan, why)))
		return err;
	return ab_boot_entry_address(plan, &plan->entry, why);
}

enum ab_err ab_plan_make(struct ab_plan *plan, const struct ab_machine *machine,
			 const struct ab_payload *payload, struct ab_work work,
			 struct ab_error *why)
{
	enum ab_err err;
	bool unpacked;

	if ((err = open_headers(plan, machine, payload, why)))
		return err;
	unpacked = ab_boot_protocol(plan->protocol)->unpacked;
	if ((err = ab_boot_kernel_need(&plan->image, unpacked, &plan->work, why)))
		return err;
	if (work.size < plan->work)
		return ab_fail(why, AB_ERR_NOSPACE, "work", plan->work, "the kernel's codec");
	if ((err = settle(plan, work, why)))
		return err;
	if (unpacked && (payload->flags & AB_VERIFY) != 0)
		return ab_boot_kernel_verify(&plan->image, plan->codec, &plan->elf, work, why);
	return AB_OK;
}

static void at_least(size_t *need, uint64_t bytes)
{
	if (bytes > *need)
		*need = bytes < SIZE_MAX ? (size_t)bytes : SIZE_MAX;
}

/* The map has one entry a RAM range, and each thing cut out of it adds two at most. */
static uint64_t map_entries_max(const struct ab_plan *plan)
{
	const struct ab_payload *p = plan->payload;

	return plan->machine->ram.n +
	       2 * (OURS_MAX + plan->machine->devs.n + p->reserve.n + p->blobs.n);
}

static uint64_t setup_data_max(const struct ab_plan *plan)
{
	const struct ab_setup_data_list *list = &plan->payload->setup_data;
	uint64_t sum = 64 + plan->payload->rng_seed.size + 20 * map_entries_max(plan);

	for (size_t i = 0; i < list->n; i++)
		sum += 64 + list->at[i].bytes.size;
	return sum;
}

/* Where identity tables may have to reach: a fixed address, and what lies there is not larger than
 * most bytes. */
static uint64_t paging_limit_max(const struct ab_plan *plan, size_t most)
{
	const struct ab_fixed_list *f = &plan->payload->fixed;
	uint64_t limit = ab_boot_paging_limit(plan), end;

	for (size_t i = 0; i < f->n; i++)
		if (ab_boot_is_mapped(f->at[i].kind) && ab_add(f->at[i].base, most, &end) &&
		    end > limit)
			limit = end;
	return limit;
}

/* A kernel that is yet to be unpacked: what is built for it, at most. */
static enum ab_err work_max(const struct ab_plan *plan, size_t *bytes, struct ab_error *why)
{
	const struct ab_payload *p = plan->payload;
	struct ab_x86_paging paging = { (p->flags & AB_LA57) != 0 ? 5 : 4, false, 0 };
	struct ab_buf measure = ab_buf_over(NULL, 0);
	enum ab_err err;

	at_least(bytes, plan->acpi.largest);
	at_least(bytes, setup_data_max(plan));
	at_least(bytes, 128 + 24 * map_entries_max(plan)); /* start_info, a module, its memmap */
	at_least(bytes, p->cmdline != NULL ? strlen(p->cmdline) + 1 : 0);
	paging.limit = paging_limit_max(plan, *bytes);
	ab_x86_page_tables(&paging, 0, &measure);
	if ((err = ab_buf_end(&measure, "page tables", why)))
		return err;
	at_least(bytes, measure.len);
	measure = ab_buf_over(NULL, 0);
	if (plan->machine->tables == AB_TABLES_MP)
		ab_x86_mp_table(plan->machine, 0, &measure);
	at_least(bytes, measure.len);
	return ab_buf_end(&measure, "MP table", why);
}

enum ab_err ab_plan_work(struct ab_plan *plan, const struct ab_machine *machine,
			 const struct ab_payload *payload, size_t *bytes, struct ab_error *why)
{
	const struct ab_work none = { NULL, 0 };
	enum ab_err err;

	*bytes = 0;
	if ((err = open_headers(plan, machine, payload, why)) ||
	    (err = ab_boot_kernel_need(&plan->image, ab_boot_protocol(plan->protocol)->unpacked,
				       bytes, why)))
		return err;
	if (*bytes != 0)
		return work_max(plan, bytes, why);
	if ((err = settle(plan, none, why)))
		return err;
	*bytes = plan->work;
	return AB_OK;
}

struct ab_memmap ab_plan_memmap(const struct ab_plan *plan)
{
	return (struct ab_memmap){ plan->machine->ram, plan->region, plan->n_regions };
}

const struct ab_region *ab_plan_region(const struct ab_plan *plan, enum ab_region_kind kind)
{
	for (uint32_t i = 0; i < plan->n_regions; i++)
		if (plan->region[i].kind == kind)
			return &plan->region[i];
	return NULL;
}
