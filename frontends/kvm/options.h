/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file options.h
 * The command line.
 */
#ifndef VMM_OPTIONS_H
#define VMM_OPTIONS_H

#include <aetherboot/aetherboot.h>

#include "machine.h"

/** How a plan is printed. */
enum vmm_plan {
	VMM_PLAN_NONE, /**< It is not. */
	VMM_PLAN_TEXT, /**< As ab_plan_text() and ab_vcpu_text() write it. */
	VMM_PLAN_JSON, /**< By docs/plan.schema.json. */
};

/** A file for ab_payload.modules. */
struct vmm_module {
	const char *path; /**< The file. */
	const char *cmdline; /**< The module's command line; NULL: none. */
};

/** What the command line asks for. Strings are those of main(). */
struct vmm_options {
	const char *kernel; /**< The kernel's file; not NULL. */
	const char *profile; /**< The profile of a UKI; NULL: the default. */
	bool uki_tree; /**< A UKI's device tree counts, whatever machine it is for. */
	const char **addon; /**< The PE addons' files, @c n_addons entries. */
	size_t n_addons; /**< The number of entries in @c addon. */
	const char **initrd; /**< The initrds' files, @c n_initrds entries. */
	size_t n_initrds; /**< The number of entries in @c initrd. */
	const char **module_word; /**< What --module was given, @c n_modules entries. */
	struct vmm_module *module; /**< The modules, @c n_modules entries. */
	size_t n_modules; /**< The number of entries in both. */
	bool modules_low; /**< Place modules behind the kernel. */
	const char **overlay; /**< Files with device tree overlays, @c n_overlays entries. */
	size_t n_overlays; /**< The number of entries in @c overlay. */
	const char *cmdline; /**< The kernel command line; NULL: none was given. */
	const char *usual_cmdline; /**< The command line if neither user nor UKI give one. */
	const char **append; /**< Words to add to the command line, @c n_append entries. */
	size_t n_append; /**< The number of entries in @c append. */
	struct vmm_config config; /**< The machine. */
	enum ab_protocol protocol; /**< The way to enter the kernel. */
	struct ab_flat flat; /**< Where a flat kernel lies. */
	bool map; /**< Map files into the guest where pages line up. Excludes @c huge. */
	bool huge; /**< Ask for huge pages for all RAM. */
	uint64_t work_memory; /**< The most bytes that unpacking the kernel may take. */
	uint32_t grace; /**< Seconds that the guest may run on after a SIGTERM. */
	enum vmm_plan plan; /**< Print the plan, and boot nothing. */
	/** Write regions and tables into this folder, and boot nothing; or NULL. */
	const char *dump;
	/** Write the unpacked kernel to this file, and boot nothing; or NULL. */
	const char *extract;
};

/** Read the command line. --help, --version and a command line that makes no sense end the process.
 * @param o    filled
 * @param host the architecture of the guests that this host runs
 * @param argc as main() has it
 * @param argv as main() has it */
void vmm_options_parse(struct vmm_options *o, enum ab_arch host, int argc, char **argv);

/** True unless an option was given that boots nothing. */
bool vmm_options_boots(const struct vmm_options *o);

#endif /* VMM_OPTIONS_H */
