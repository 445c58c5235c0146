/* SPDX-License-Identifier: BSD-2-Clause */
/** @file options.h The command line. */
#ifndef VMM_OPTIONS_H
#define VMM_OPTIONS_H

#include <aetherboot/aetherboot.h>

#include "machine.h"

/** What the command line says. */
struct vmm_options {
	const char *kernel; /**< required */
	const char **initrd; /**< @c n_initrds entries */
	size_t n_initrds; /**< entries */
	const char **overlay; /**< @c n_overlays entries */
	size_t n_overlays; /**< entries */
	const char *cmdline; /**< the kernel's; NULL: none was given */
	const char *usual_cmdline; /**< the kernel's where nobody gives one */
	struct vmm_config config; /**< the machine: architecture, RAM, CPUs, tables, GIC */
	enum ab_protocol protocol; /**< how to enter the kernel */
	bool map; /**< map files into the guest where pages line up */
	bool huge; /**< ask for huge pages */
	bool plan; /**< print the plan and boot nothing */
	const char *dump; /**< write regions and tables there and boot nothing; or NULL */
	const char *extract; /**< write the unpacked kernel there and boot nothing; or NULL */
};

/** Read the command line. Ends the process after --help, --version, and what makes no sense.
 * @param o    filled
 * @param host the architecture of the guests that this host runs
 * @param argc main()'s
 * @param argv main()'s */
void vmm_options_parse(struct vmm_options *o, enum ab_arch host, int argc, char **argv);

/** True unless something was asked for that boots nothing. */
bool vmm_options_boots(const struct vmm_options *o);

#endif /* VMM_OPTIONS_H */
