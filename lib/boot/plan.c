/* SPDX-License-Identifier: BSD-2-Clause */
/* Planning: choose every address before a byte is written. */
#include "boot_priv.h"

#include "../base/libc.h"
#include "../machine/machine_priv.h"

/* True if the kernel chooses its own address. x86: its decompressor does; arm64: the kernel does,
 * if it gets a seed. What a flat binary does, nobody knows. */
static bool randomises(const struct ab_plan *plan)
{
	if (ab_boot_is_flat_(plan) || ab_boot_has_word_(plan, "nokaslr"))
		return false;
	return plan->payload->kaslr_seed != 0 ||
	       (!plan->way->unpacks && plan->kernel.file.bz.relocatable);
}

static void decide_kaslr(struct ab_plan *plan)
{
	const uint32_t flags = plan->payload->flags;
	struct ab_error e = { .code = AB_OK };

	plan->kaslr = randomises(plan);
	if ((flags & AB_KASLR) != 0 && !plan->kaslr)
		(void)ab_fail(&e, AB_ERR_ARG, "payload.flags", flags,
			      "must not have AB_KASLR: the kernel does not choose its own address "
			      "by this protocol, or without a seed, or with nokaslr");
	ab_boot_warn_(plan, &e);
}

static bool wants_acpi(const struct ab_plan *plan)
{
	const enum ab_tables tables = plan->machine->tables;

	return ab_boot_has_(plan, AB_REGION_ACPI) &&
	       (tables == AB_TABLES_ACPI ||
		(tables == AB_TABLES_USUAL && !ab_boot_has_(plan, AB_REGION_DTB)));
}

#define NO_TREE " unless a device tree describes the machine"

/* True if the library's device tree describes the machine. */
static bool is_described(const struct ab_plan *plan)
{
	return ab_boot_has_(plan, AB_REGION_DTB) && plan->acpi.n_tables == 0 &&
	       plan->tree.size == 0;
}

/* The first pool of a list; its length: there is none. */
static size_t first_pool(const struct ab_reserve_list *list)
{
	size_t i = 0;

	while (i < list->n && !ab_reserve_is_pool_(&list->at[i]))
		i++;
	return i;
}

/* What the VMM adds to tables of another kind than the guest gets is left out. */
static void tell_own_tables(struct ab_plan *plan)
{
	const struct ab_machine *m = plan->machine;
	const bool acpi = plan->acpi.n_tables != 0;
	const bool tree = is_described(plan);
	const struct {
		const char *what;
		uint64_t n;
		bool used;
		const char *rule;
	} own[] = {
		{ "machine.acpi.dsdt", m->acpi.dsdt != NULL, acpi,
		  "must be NULL without ACPI tables; it is left out" },
		{ "machine.acpi.tables.n", m->acpi.tables.n, acpi,
		  "must be 0 without ACPI tables; they are left out" },
		{ "machine.fdt.nodes", m->fdt.nodes != NULL, tree,
		  "must be NULL" NO_TREE "; they are left out" },
		{ "machine.fdt.overlays.n", m->fdt.overlays.n, tree,
		  "must be 0" NO_TREE "; they are left out" },
		{ "machine.fdt.props.n", m->fdt.props.n, tree,
		  "must be 0" NO_TREE "; they are left out" },
		{ "machine.arm64.timer_frequency", m->arm64.timer_frequency, tree,
		  "must be 0" NO_TREE "; it is left out" },
	};
	struct ab_error e;

	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++) {
		if (own[i].n == 0 || own[i].used)
			continue;
		(void)ab_fail(&e, AB_ERR_ARG, own[i].what, own[i].n, own[i].rule);
		ab_boot_warn_(plan, &e);
	}
}

static void warn_of(struct ab_plan *plan, const char *what, size_t i, const char *name,
		    const char *rule)
{
	struct ab_error e;

	(void)ab_fail_named_(&e, AB_ERR_ARG, what, i, name, 0, rule);
	ab_boot_warn_(plan, &e);
}

/* Of what the machine and the payload list, the guest is not told what only a tree can tell. */
static void tell_untold(struct ab_plan *plan)
{
	const struct ab_dev_list *devs = &plan->machine->devs;
	const struct ab_dev *frame = ab_machine_dev(plan->machine, AB_DEV_FRAMEBUFFER, 0);
	const struct ab_reserve_list *reserve = &plan->payload->reserve;
	const size_t pool = first_pool(reserve);

	if (is_described(plan) || plan->tree.size != 0)
		return;
	if (frame != NULL && !ab_boot_has_(plan, AB_REGION_ZERO_PAGE))
		warn_of(plan, "machine.devs[]", (size_t)(frame - devs->at),
			ab_dev_name(frame->type),
			"needs a zero page or a device tree of the machine; it is left out");
	if (pool < reserve->n)
		warn_of(plan, "payload.reserve[]", pool, reserve->at[pool].name,
			"must have no compatible and no flags" NO_TREE
			"; those of all pools are left out");
}

/* The library's own tree alone has nodes for devices. */
static enum ab_err check_regions(const struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_dev_list *devs = &plan->machine->devs;

	for (size_t i = 0; i < devs->n && !is_described(plan); i++)
		if (devs->at[i].memory_region != NULL)
			return ab_fail_named_(why, AB_ERR_UNSUPPORTED, "machine.devs[]", i,
					      devs->at[i].memory_region, 0,
					      "memory_region must be NULL" NO_TREE);
	return AB_OK;
}

#define FEW 64 /* entries of lists that are compared without the caller's work memory */

/* Check machine and payload. Without work memory, the entries of long lists are not compared. */
static enum ab_err check_given(struct ab_plan *plan, const struct ab_work *work,
			       struct ab_error *why)
{
	const struct ab_machine *m = plan->machine;
	struct ab_item few[FEW];
	const struct ab_work own = { few, sizeof(few) };
	struct ab_error doubt;
	enum ab_err err = ab_machine_check_fields_(m, why);

	if (err != AB_OK)
		return err;
	if (ab_machine_work(m) <= sizeof(few))
		work = &own;
	if (work != NULL && (err = ab_machine_check_pairs_(m, *work, why)))
		return err;
	ab_machine_doubt_(m, &doubt);
	ab_boot_warn_(plan, &doubt);
	if ((err = ab_boot_check_payload_(plan, why)) || work == NULL)
		return err;
	return ab_boot_check_roms_(plan, *work, why);
}

/* Make the checks that depend on the way. */
static enum ab_err check_way(const struct ab_plan *plan, struct ab_error *why)
{
	enum ab_err err = plan->way->accepts(plan, why);

	return err != AB_OK ? err : ab_boot_check_fixed_(plan, why);
}

#ifndef AB_WITHOUT_X86_64
/* True if a header of Multiboot may count, for which 32 KiB are searched. AUTO takes 64-bit ELFs of
 * Linux for what they are, whatever else they have. */
static bool may_be_multiboot(const struct ab_plan *plan)
{
	const enum ab_protocol wanted = plan->payload->protocol;
	const enum ab_image_format format = plan->kernel.file.format;
	const struct ab_elf *elf = &plan->kernel.elf;

	if (wanted == AB_PROTOCOL_AUTO
		? elf->is_linux && elf->bits == 64
		: wanted != AB_PROTOCOL_MULTIBOOT && wanted != AB_PROTOCOL_MULTIBOOT2)
		return false;
	return format == AB_IMAGE_ELF || format == AB_IMAGE_MULTIBOOT;
}
#endif

static enum ab_err open_kernel(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_payload *p = plan->payload;
	enum ab_err err;

	if (p->kernel.size == 0)
		return AB_OK;
	if (ab_boot_is_flat_(plan)) {
		ab_kernel_open_flat_(&plan->kernel, p->kernel, p->flat.base, p->flat.entry,
				     p->flat.size);
		return AB_OK;
	}
	err = ab_kernel_open_(&plan->kernel, p->kernel, p->profile, why);
	if (err == AB_ERR_ARG && why != NULL)
		why->what = "payload.profile"; /* whose argument it was; files have other errors */
#ifndef AB_WITHOUT_X86_64
	if (may_be_multiboot(plan))
		(void)ab_image_multiboot(plan->kernel.multiboot, plan->kernel.file.file);
#endif
	return err;
}

/* Make every check and choice that needs headers only. @work NULL: there is none yet. */
static enum ab_err open_headers(struct ab_plan *plan, const struct ab_machine *machine,
				const struct ab_payload *payload, const struct ab_work *work,
				struct ab_error *why)
{
	const struct ab_regions room = plan->regions;
	enum ab_err err;

	memset(plan, 0, sizeof(*plan));
	plan->regions = (struct ab_regions){ room.at, room.cap, 0 };
	plan->machine = machine;
	plan->payload = payload;
	if ((err = check_given(plan, work, why)) || (err = open_kernel(plan, why)) ||
	    (err = ab_boot_check_addons_(plan, why)) || (err = ab_boot_choose_(plan, why)) ||
	    (err = check_way(plan, why)) || (err = ab_boot_check_cmdline_(plan, why)))
		return err;
	if (wants_acpi(plan) && (err = ab_acpi_layout(&plan->acpi, machine, why)))
		return err;
	ab_boot_take_trees_(plan, ab_boot_has_(plan, AB_REGION_DTB) && plan->acpi.n_tables == 0);
	tell_own_tables(plan);
	if (AB_ALL_BUILT)
		tell_untold(plan);
	return check_regions(plan, why);
}

static bool wants_notes(const struct ab_plan *plan)
{
	return plan->way->pvh_note || ab_boot_unsettled_(plan);
}

/* Get the work memory of the kernel's codec; 0: the kernel is not unpacked. */
static enum ab_err codec_work(const struct ab_plan *plan, size_t *bytes, struct ab_error *why)
{
	*bytes = 0;
	return plan->way->unpacks ? ab_kernel_need_(&plan->kernel, wants_notes(plan), bytes, why)
				  : AB_OK;
}

/* Resolve the kernel that runs, and add every region. */
static enum ab_err settle(struct ab_plan *plan, struct ab_work work, struct ab_error *why)
{
	enum ab_err err;

	if (plan->way->unpacks &&
	    (err = ab_kernel_resolve_(&plan->kernel, wants_notes(plan), work, why)))
		return err;
	if (ab_boot_unsettled_(plan) &&
	    ((err = ab_boot_choose_(plan, why)) || (err = check_way(plan, why))))
		return err;
	if (!ab_boot_is_flat_(plan) && plan->way->accepts_kernel != NULL &&
	    (err = plan->way->accepts_kernel(plan, why)))
		return err;
	ab_boot_warn_(plan, &plan->kernel.file.doubt);
	decide_kaslr(plan);
	for (size_t i = 0; plan->way->layout[i] != NULL; i++)
		if ((err = plan->way->layout[i](plan, why)))
			return err;
	return AB_OK;
}

/* Write the device tree once if others add nodes to it: a measuring pass cannot find two
 * siblings with one name. */
static enum ab_err try_tree(const struct ab_plan *plan, struct ab_work work, struct ab_error *why)
{
	const struct ab_region *r = ab_plan_region(plan, AB_REGION_DTB);
	const struct ab_fdt_extra *own = &plan->machine->fdt;
	struct ab_buf b = ab_buf_over(work.data, work.size);

	if (r == NULL || plan->acpi.n_tables != 0 || work.size < r->size ||
	    (own->nodes == NULL && own->overlays.n == 0 && own->props.n == 0 &&
	     plan->tree.size == 0 && ab_boot_n_addons_(plan) == 0))
		return AB_OK;
	return ab_boot_build_(plan, r->kind, r->base, &b, why);
}

enum ab_err ab_plan_make(struct ab_plan *plan, const struct ab_machine *machine,
			 const struct ab_payload *payload, struct ab_work work,
			 struct ab_error *why)
{
	enum ab_err err;

	if (work.data == NULL)
		work.size = 0;
	if ((err = open_headers(plan, machine, payload, &work, why)) ||
	    (err = codec_work(plan, &plan->work, why)))
		return err;
	if ((err = settle(plan, work, why)) || (err = try_tree(plan, work, why)))
		return err;
	plan->every.arch = machine->arch;
	plan->every.start = AB_VCPU_WAIT;
	plan->every_size = plan->way->every(plan, &plan->every);
	if (plan->way->unpacks && (payload->flags & AB_VERIFY) != 0)
		return ab_kernel_verify_(&plan->kernel, work, why);
	return AB_OK;
}

enum ab_err ab_plan_work(struct ab_plan *plan, const struct ab_machine *machine,
			 const struct ab_payload *payload, size_t *bytes, struct ab_error *why)
{
	const struct ab_work none = { NULL, 0 };
	enum ab_err err;

	*bytes = 0;
	if ((err = open_headers(plan, machine, payload, NULL, why)) ||
	    (err = codec_work(plan, bytes, why)))
		return err;
	if (*bytes != 0) {
		err = plan->way->work(plan, bytes, why);
	} else {
		err = settle(plan, none, why);
		*bytes = plan->work;
	}
	if (ab_machine_work(machine) > sizeof(struct ab_item[FEW]))
		ab_boot_at_least_(bytes, ab_machine_work(machine));
	return err;
}

enum ab_err ab_plan_entry(const struct ab_plan *plan, uint32_t index, struct ab_vcpu *out,
			  struct ab_error *why)
{
	if (index >= plan->machine->n_cpus) {
		memset(out, 0, sizeof(*out));
		return ab_fail(why, AB_ERR_ARG, "ab_plan_entry.index", index,
			       "must be below machine.n_cpus");
	}
	memcpy(out, &plan->every, plan->every_size);
	out->id = ab_machine_cpu_id(plan->machine, index);
	if (index == 0) {
		out->start = AB_VCPU_RUN;
		plan->way->first_cpu(plan, out);
	}
	return AB_OK;
}
