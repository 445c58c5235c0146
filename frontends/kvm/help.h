/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file help.h
 * What the program says of itself, made from the table of options.
 */
#ifndef VMM_HELP_H
#define VMM_HELP_H

/** Formats of the help. */
enum vmm_format {
	VMM_FORMAT_TEXT, /**< For a terminal. */
	VMM_FORMAT_MAN, /**< A page for man(1). */
	VMM_FORMAT_BASH, /**< Completion for bash, to be sourced. */
	VMM_FORMAT_ZSH, /**< Completion for zsh: the file _aetherboot-kvm of its fpath. */
};

/** Print the help to stdout. */
void vmm_help(enum vmm_format format);

/** Print the version, and the codecs that are built in with their libraries, to stdout. */
void vmm_help_version(void);

#endif /* VMM_HELP_H */
