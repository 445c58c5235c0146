/* SPDX-License-Identifier: BSD-2-Clause */
/* The ways into a kernel, one row each, and the choice among them. */
#include "boot_arm64.h"
#include "boot_x86.h"

/* In the order in which AUTO asks whether one suits. */
static const struct ab_boot_way *const ways[] = {
#ifndef AB_WITHOUT_X86_64
	&ab_boot_linux_x86_,   &ab_boot_self_x86_, &ab_boot_linux32_x86_, &ab_boot_pvh_,
#endif
#ifndef AB_WITHOUT_ARM64
	&ab_boot_linux_arm64_,
#endif
};

#define N_WAYS (sizeof(ways) / sizeof(ways[0]))

const char *ab_protocol_name(enum ab_protocol protocol)
{
	for (size_t i = 0; i < N_WAYS; i++)
		if (ways[i]->protocol == protocol)
			return ways[i]->name;
	return protocol == AB_PROTOCOL_AUTO ? "auto" : "unknown protocol";
}

static enum ab_err take(struct ab_plan *plan, const struct ab_boot_way *way, const char *reason)
{
	plan->way = way;
	plan->protocol = way->protocol;
	plan->protocol_why = reason;
	return AB_OK;
}

enum ab_err ab_boot_choose_(struct ab_plan *plan, struct ab_error *why)
{
	const enum ab_protocol wanted = plan->payload->protocol;
	const struct ab_boot_way *any = NULL;

	for (size_t i = 0; i < N_WAYS; i++) {
		const char *reason;

		if (ways[i]->arch != plan->machine->arch)
			continue;
		if (wanted == ways[i]->protocol)
			return take(plan, ways[i], "asked for");
		reason = wanted == AB_PROTOCOL_AUTO ? ways[i]->suits(&plan->kernel.file) : NULL;
		if (reason != NULL)
			return take(plan, ways[i], reason);
		any = any != NULL ? any : ways[i];
	}
	if (any == NULL)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "machine.arch", plan->machine->arch,
			       "this build leaves out the architecture");
	return ab_fail_with_(why, &(struct ab_error){ .code = AB_ERR_UNSUPPORTED,
						      .what = "payload.protocol",
						      .name = ab_protocol_name(wanted),
						      .value = wanted,
						      .other = "the machine's architecture has no "
							       "such protocol" });
}
