/* SPDX-License-Identifier: BSD-2-Clause */
/* PE addons of the payload, and the device trees in them and in a UKI. Addons are read again
 * whenever one is asked for, as a plan has no room for what is in them. */
#include "boot_priv.h"

#include <aetherboot/dtb.h>

#include "../base/libc.h"
#include "../fdt/fdt_priv.h"
#include "../fdt/pools.h"
#include "../image/image_priv.h"
#include "../machine/machine_priv.h"

/* An addon may be for one release of the kernel only. */
static bool is_for_kernel(const struct ab_plan *plan, const struct ab_uki *addon)
{
	const struct ab_bytes mine = addon->uname, its = plan->kernel.file.uki.uname;

	return mine.data == NULL || its.data == NULL ||
	       (mine.size == its.size && memcmp(mine.data, its.data, mine.size) == 0);
}

struct ab_uki ab_boot_addon_(const struct ab_plan *plan, size_t i)
{
	struct ab_uki addon;
	struct ab_error e;
	uint16_t machine;

	if (ab_addon_read_(&addon, plan->payload->addons.at[i], &machine, &e) != AB_OK ||
	    machine != ab_machine_arch_(plan->machine)->pe_machine || !is_for_kernel(plan, &addon))
		memset(&addon, 0, sizeof(addon));
	return addon;
}

/* Tell of an error in an addon by its number in the list, and by the field; "addon" is none. */
static enum ab_err bad(struct ab_error *e, size_t i, struct ab_error *why)
{
	if (e->name == NULL && !ab_fdt_same_(e->what, "addon"))
		e->name = e->what;
	e->what = AB_FDT_ADDON;
	e->index = i;
	return ab_fail_with_(why, e);
}

enum ab_err ab_boot_check_addons_(struct ab_plan *plan, struct ab_error *why)
{
	const struct ab_bytes_list *list = &plan->payload->addons;
	struct ab_error e, other_machine = { .code = AB_OK }, other_kernel = { .code = AB_OK };

	for (size_t i = 0; i < list->n; i++) {
		struct ab_uki addon;
		uint16_t machine;

		if (ab_addon_read_(&addon, list->at[i], &machine, &e) != AB_OK)
			return bad(&e, i, why);
		if (machine != ab_machine_arch_(plan->machine)->pe_machine)
			(void)ab_fail_at_(&other_machine, AB_ERR_UNSUPPORTED,
					  "payload.addons[].pe.Machine", i, machine,
					  "must be that of the machine; the addon is left out");
		else if (!is_for_kernel(plan, &addon))
			(void)ab_fail_at_(&other_kernel, AB_ERR_UNSUPPORTED, AB_FDT_ADDON, i, 0,
					  "must have the .uname of the UKI; it is left out");
	}
	ab_boot_warn_(plan, &other_machine);
	ab_boot_warn_(plan, &other_kernel);
	return AB_OK;
}

/* ---- device trees ------------------------------------------------------------------------- */

/* True if a tree describes the machine that the library describes: by the first string, as the
 * others may be those of parts that machines share. */
static bool is_for_machine(const struct ab_machine *m, struct ab_bytes tree)
{
	const char *its;
	struct ab_error e;
	struct ab_dtb dtb;

	if (ab_dtb_open(&dtb, tree, &e) != AB_OK)
		return false;
	its = ab_dtb_string(ab_dtb_prop(&dtb, dtb.root, "compatible"), 0);
	return its != NULL && ab_fdt_same_(its, m->fdt.compatible.n != 0 ? m->fdt.compatible.at[0]
									 : AB_FDT_COMPATIBLE);
}

/* Choose among the trees of a UKI or an addon; size 0: there is none. @any: a .dtb may be for
 * another machine. */
static struct ab_bytes choose(const struct ab_machine *m, const struct ab_uki *uki, bool any)
{
	struct ab_bytes tree;
	uint32_t at = 0;

	while (ab_uki_dtbauto_(uki, &at, &tree))
		if (is_for_machine(m, tree))
			return tree;
	return any || is_for_machine(m, uki->dtb) ? uki->dtb : (struct ab_bytes){ NULL, 0 };
}

struct ab_bytes ab_boot_addon_tree_(const struct ab_plan *plan, size_t i)
{
	const struct ab_uki addon = ab_boot_addon_(plan, i);

	return choose(plan->machine, &addon, true);
}

void ab_boot_take_trees_(struct ab_plan *plan, bool described)
{
	const struct ab_uki *uki = &plan->kernel.file.uki;
	struct ab_error e, lost = { .code = AB_OK };

	if (described)
		plan->tree = choose(plan->machine, uki, (plan->payload->flags & AB_UKI_TREE) != 0);
	if (uki->dtb.size != 0 && plan->tree.size == 0) {
		(void)ab_fail(&e, AB_ERR_UNSUPPORTED, "uki.dtb.size", uki->dtb.size,
			      "must be 0 unless a device tree describes the machine, and this one "
			      "is for it, or AB_UKI_TREE takes it; it is left out");
		ab_boot_warn_(plan, &e);
	}
	for (size_t i = 0; i < plan->payload->addons.n && !described; i++) {
		const struct ab_bytes tree = ab_boot_addon_tree_(plan, i);

		if (tree.size != 0)
			(void)ab_fail_at_(&lost, AB_ERR_UNSUPPORTED, "payload.addons[].dtb.size", i,
					  tree.size,
					  "must be 0 unless a device tree describes the machine; "
					  "it is left out");
	}
	ab_boot_warn_(plan, &lost);
}

/* Count what every tree reserves, whichever is chosen. */
static size_t count_pools(const struct ab_uki *uki)
{
	size_t n = ab_fdt_pools_count_(uki->dtb);
	struct ab_bytes tree;
	uint32_t at = 0;

	while (ab_uki_dtbauto_(uki, &at, &tree))
		n += ab_fdt_pools_count_(tree);
	return n;
}

size_t ab_boot_uki_pools_(const struct ab_payload *p)
{
	struct ab_uki uki = { .cmdline = { NULL, 0 } };
	struct ab_bytes kernel;
	uint16_t machine;
	size_t n = 0;

	if (p->kernel.data != NULL && ab_image_detect_(p->kernel) == AB_IMAGE_UNKNOWN &&
	    ab_pe_is_(p->kernel) &&
	    ab_uki_read_(&uki, p->kernel, p->profile, &kernel, NULL) == AB_OK)
		n += count_pools(&uki);
	for (size_t i = 0; p->addons.at != NULL && i < p->addons.n; i++)
		if (ab_addon_read_(&uki, p->addons.at[i], &machine, NULL) == AB_OK)
			n += count_pools(&uki);
	return n;
}
