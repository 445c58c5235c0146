/* SPDX-License-Identifier: BSD-2-Clause */
/** @file options.h The command line. */
#ifndef AETHERBOOT_KVM_OPTIONS_H
#define AETHERBOOT_KVM_OPTIONS_H

#include <aetherboot/aetherboot.h>

/** What the command line says. */
struct ab_options {
	const char *kernel; /**< required */
	const char **initrd; /**< @c n_initrds entries */
	size_t n_initrds; /**< entries */
	const char *cmdline; /**< the kernel's */
	uint64_t memory; /**< bytes, multiple of 4096 */
	uint32_t cpus; /**< at least 1 */
	enum ab_protocol protocol; /**< how to enter the kernel */
	bool acpi; /**< ACPI tables, else an MP table */
	bool map; /**< map files into the guest where pages line up */
	bool huge; /**< ask for huge pages */
	bool plan; /**< print the plan and boot nothing */
	const char *dump; /**< write regions and tables there and boot nothing; or NULL */
	const char *extract; /**< write the unpacked kernel there and boot nothing; or NULL */
};

/** Read the command line. Ends the process after --help, --version, and what makes no sense. */
void ab_options_parse(struct ab_options *o, int argc, char **argv);

#endif /* AETHERBOOT_KVM_OPTIONS_H */
