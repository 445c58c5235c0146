/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file aetherctl.h
 * What the commands of aetherctl share.
 */
#ifndef AETHERCTL_AETHERCTL_H
#define AETHERCTL_AETHERCTL_H

#include "mailbox.h"

#include <stdbool.h>
#include <stdio.h>

/** Exit statuses. */
enum ctl_exit {
	CTL_DONE = 0,
	CTL_REFUSED = 1, /**< the hypervisor refuses it, or the VM does not come to it */
	CTL_USAGE = 2, /**< the command line has no meaning, or names no VM or no file */
	CTL_NO_MAILBOX = 3, /**< there is none, or it cannot be mapped */
	CTL_BUSY = 4, /**< the mailbox is busy, or was lost, or a VM takes too long */
};

/** What all commands need. */
struct ctl {
	struct mailbox mailbox; /**< how the hypervisor is called */
	FILE *out; /**< where answers go */
	FILE *err; /**< where errors go */
	bool flag; /**< the command's option is there */
	uint32_t number; /**< the call that a command of several names makes */
};

/** What EL2_CALLS_VM_INFO says. */
struct ctl_info {
	enum el2_state state; /**< its state */
	unsigned int on; /**< CPUs that are on */
	bool stopped; /**< STOPPING, and all CPUs have left it */
	bool ended; /**< how it ended is on record */
	uint64_t cpus, memory, starts, changes, restarts, capabilities;
};

/** A command's function. The arguments that its row in the table demands are there.
 * @return enum ctl_exit */
typedef int ctl_command(struct ctl *ctl, char **argv);

ctl_command ctl_list, ctl_info, ctl_node, ctl_digest, ctl_events; /* show.c */
ctl_command ctl_console, ctl_log, ctl_write; /* console.c */
ctl_command ctl_change, ctl_restart, ctl_raise, ctl_shutdown; /* change.c */
ctl_command ctl_stage, ctl_unstage; /* stage.c */

/** Run the command that the words name.
 * @param ctl  output files; its mailbox is opened by @p open if the command needs it
 * @param argc number of words
 * @param argv words, without the program's name; NULL ends them
 * @param open opens the mailbox
 * @return enum ctl_exit */
int ctl_run(struct ctl *ctl, int argc, char **argv, int64_t (*open)(struct mailbox *m));

/* ---- vm.c */

/** Names of the images, by enum el2_calls_image. */
extern const char *const ctl_images[EL2_CALLS_IMAGES];

/** Print an error: a sentence without the full stop.
 * @return @p status */
int ctl_fail(struct ctl *ctl, int status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/** Say why a call failed.
 * @return enum ctl_exit */
int ctl_refused(struct ctl *ctl, const struct mailbox_call *c, int64_t status);

/** Call the hypervisor, and say why if that fails.
 * @return enum ctl_exit */
int ctl_call(struct ctl *ctl, struct mailbox_call *c);

/** Get one of a VM's texts, and a zero at its end. What is longer is cut.
 * @return status of the call */
int64_t ctl_text(struct ctl *ctl, uint64_t slot, enum el2_calls_text which, char *to, size_t size);

/** Find a VM by its name, or by its slot if none has that name. Says so if there is none.
 * @return enum ctl_exit */
int ctl_find(struct ctl *ctl, const char *text, uint64_t *slot);

/** Get what is known about a VM, and say why if that fails.
 * @return enum ctl_exit */
int ctl_get_info(struct ctl *ctl, uint64_t slot, struct ctl_info *info);

/** Name of a state. ROM string */
const char *ctl_state_name(enum el2_state state);

#endif /* AETHERCTL_AETHERCTL_H */
