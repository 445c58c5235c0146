/* SPDX-License-Identifier: BSD-2-Clause */
/* The ways into a kernel, one row each, and the choice among them. */
#include "boot_arm64.h"
#include "boot_x86.h"

/* AUTO takes the first way that suits. */
static const struct ab_boot_way *const ways[] = {
#ifndef AB_WITHOUT_X86_64
	&ab_boot_linux_x86_,   &ab_boot_self_x86_,     &ab_boot_linux32_elf_x86_,
	&ab_boot_linux32_x86_, &ab_boot_pvh_,          &ab_boot_multiboot2_,
	&ab_boot_multiboot_,   &ab_boot_firmware_x86_,
#endif
#ifndef AB_WITHOUT_ARM64
	&ab_boot_linux_arm64_,
#endif
};

#define N_WAYS (sizeof(ways) / sizeof(ways[0]))

/* Without a kernel and without blobs, a kernel was forgotten. */
static bool matches(const struct ab_boot_way *way, const struct ab_payload *p)
{
	return p->kernel.size != 0 ? !way->no_kernel : way->no_kernel && p->blobs.n != 0;
}

static enum ab_err no_kernel(struct ab_error *why)
{
	return ab_fail(why, AB_ERR_ARG, "payload.kernel.size", 0, "must not be 0");
}

/* A way with a kernel needs one, the others must not be given one. */
static enum ab_err check_kernel(const struct ab_plan *plan, struct ab_error *why)
{
	const size_t size = plan->payload->kernel.size;

	if (plan->way->no_kernel == (size == 0))
		return AB_OK;
#ifndef AB_WITHOUT_X86_64
	if (size != 0)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "payload.kernel.size", size,
			       "must be 0, as firmware loads its own kernel");
#endif
	return no_kernel(why);
}

static enum ab_err take(struct ab_plan *plan, const struct ab_boot_way *way, const char *reason,
			struct ab_error *why)
{
	const enum ab_protocol wanted = plan->payload->protocol;

	plan->way = way;
	plan->protocol = wanted != AB_PROTOCOL_AUTO ? wanted : way->protocol;
	plan->protocol_why = reason;
	return check_kernel(plan, why);
}

#ifdef AB_WITHOUT_X86_64
/* Every kernel suits arm64's only way. */
static enum ab_err unmarked(struct ab_plan *plan, struct ab_error *why)
{
	(void)plan;
	return no_kernel(why);
}
#else
/* True if the way takes the kernel as far as it is known. */
static bool takes(struct ab_plan *plan, const struct ab_boot_way *way, struct ab_error *why)
{
	plan->way = way;
	plan->protocol = way->protocol;
	return way->accepts(plan, why) == AB_OK &&
	       (way->accepts_kernel == NULL || way->accepts_kernel(plan, why) == AB_OK);
}

/* No way suits: either none takes the kernel, and the first one says why, or the kernel does not
 * say which one it is for. */
static enum ab_err unmarked(struct ab_plan *plan, struct ab_error *why)
{
	struct ab_error first = { .code = AB_OK }, e;

	for (size_t i = 0; i < N_WAYS; i++) {
		if (ways[i]->arch != plan->machine->arch || ways[i]->no_kernel)
			continue;
		if (takes(plan, ways[i], &e))
			return ab_fail_named_(why, AB_ERR_UNSUPPORTED, "payload.protocol", 0,
					      ab_protocol_name(AB_PROTOCOL_AUTO), AB_PROTOCOL_AUTO,
					      "the ELF has neither Linux's own notes, a PVH "
					      "entry nor a Multiboot header; a protocol must be "
					      "named");
		first = first.code == AB_OK ? e : first;
	}
	return ab_fail_with_(why, &first);
}
#endif

/* True if the caller asks for this way, by the name of its protocol, or of that by which it takes
 * flat binaries. */
static bool is_asked_for(const struct ab_plan *plan, const struct ab_boot_way *way)
{
	return (ab_boot_is_flat_(plan) ? way->flat : way->protocol) == plan->payload->protocol &&
	       !(way->no_bzimage && plan->kernel.file.format == AB_IMAGE_BZIMAGE);
}

enum ab_err ab_boot_choose_(struct ab_plan *plan, struct ab_error *why)
{
	const enum ab_protocol wanted = plan->payload->protocol;

	for (size_t i = 0; i < N_WAYS; i++) {
		const char *reason = NULL;

		if (ways[i]->arch != plan->machine->arch)
			continue;
		if (is_asked_for(plan, ways[i]))
			reason = "asked for";
		else if (wanted == AB_PROTOCOL_AUTO && matches(ways[i], plan->payload))
			reason = ways[i]->suits(plan);
		if (reason != NULL)
			return take(plan, ways[i], reason, why);
	}
	if (wanted == AB_PROTOCOL_AUTO)
		return plan->payload->kernel.size == 0 ? no_kernel(why) : unmarked(plan, why);
	return ab_fail_named_(why, AB_ERR_UNSUPPORTED, "payload.protocol", 0,
			      ab_protocol_name(wanted), wanted,
			      "the machine's architecture has no such protocol");
}
