/* SPDX-License-Identifier: BSD-2-Clause */
/* Which file an error of the library is about. */
#include "refuse.h"

#include <string.h>

#include "end.h"

static bool begins(const struct ab_error *why, const char *prefix)
{
	return strncmp(why->what, prefix, strlen(prefix)) == 0;
}

/* True if the error is about the kernel's file: what cannot be read or is not supported, unless the
 * machine is why; and what does not fit or overlaps by the file's own fields. */
static bool is_of_kernel(const struct ab_error *why)
{
	static const char *const fields[] = { "elf.", "kernel", "pe.", "profile" };

	if ((why->code == AB_ERR_IMAGE || why->code == AB_ERR_UNSUPPORTED) &&
	    !begins(why, "machine."))
		return true;
	if (begins(why, "payload.profile"))
		return why->name != NULL; /* else it does not suit the other options */
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		if (begins(why, fields[i]))
			return true;
	return false;
}

static const char *file_of(const struct vmm_options *o, const struct ab_error *why)
{
	const size_t i = (size_t)why->index;

	if (begins(why, "machine.fdt.overlays[]") && why->index < o->n_overlays)
		return o->overlay[i];
	if (begins(why, "payload.addons[]") && why->index < o->n_addons)
		return o->addon[i];
	if (begins(why, "payload.modules[]") && why->index < o->n_modules)
		return o->module[i].path;
	return is_of_kernel(why) ? o->kernel : NULL;
}

void vmm_refuse(const struct vmm_options *o, const struct ab_error *why)
{
	const char *file = file_of(o, why);
	char text[512];

	if (file == NULL)
		vmm_end_why(why);
	ab_error_text(why, text, sizeof(text));
	vmm_end(VMM_EXIT_BOOT, "%s: %s", file, text);
}
