/* SPDX-License-Identifier: BSD-2-Clause */
/* aetherctl: watch and change the VMs of the hypervisor, from the guest that may manage them. */
#include "aetherctl.h"

#include <aetherboot/version.h>

#include <errno.h>
#include <string.h>

/* The commands: their words, and an option that each may have. */
static const struct row {
	const char *name, *words, *option;
	ctl_command *run;
	uint32_t number; /* ctl.number */
	const char *help;
} rows[] = {
	{ "list", "", "--json", ctl_list, 0, "VMs: slots, names, states; why each ended" },
	{ "info", "VM", "--json", ctl_info, 0, "all about one" },
	{ "node", "", NULL, ctl_node, 0, "the machine" },
	{ "console", "VM", "--follow", ctl_console, 0, "what it printed last; --follow: and will" },
	{ "write", "VM TEXT", NULL, ctl_write, 0, "type a line into its console" },
	{ "log", "", NULL, ctl_log, 0, "what the hypervisor itself printed last" },
	{ "events", "", NULL, ctl_events, 0, "what happened since they were asked for last" },
	{ "digest", "VM", NULL, ctl_digest, 0, "SHA-256 of the files that it was loaded from" },
	{ "create", "VM", NULL, ctl_change, EL2_CALLS_VM_CREATE,
	  "load one that is EMPTY or FAILED: it gets READY" },
	{ "start", "VM", NULL, ctl_change, EL2_CALLS_VM_START, "run one that is READY" },
	{ "stop", "VM", NULL, ctl_change, EL2_CALLS_VM_STOP,
	  "stop it; its memory is kept until it is destroyed" },
	{ "destroy", "VM", NULL, ctl_change, EL2_CALLS_VM_DESTROY,
	  "stop it, erase its memory, forget its console" },
	{ "restart", "VM", NULL, ctl_restart, 0, "destroy, create and start it" },
	{ "raise", "VM", NULL, ctl_raise, 0, "ring its doorbell, interrupt 43" },
	{ "stage", "VM IMAGE FILE", NULL, ctl_stage, 0,
	  "give an EMPTY one other files; IMAGE: kernel, ramdisk, overlay" },
	{ "unstage", "VM IMAGE", NULL, ctl_unstage, 0, "take it back: the bundle's counts again" },
	{ "shutdown", "", NULL, ctl_shutdown, 0, "destroy all VMs, this one too, and power off" },
};

#define N_ROWS (sizeof(rows) / sizeof(rows[0]))

static int usage(struct ctl *ctl)
{
	fputs("usage: aetherctl COMMAND\n\n", ctl->out);
	for (size_t i = 0; i < N_ROWS; i++) {
		const struct row *r = &rows[i];
		int n = fprintf(ctl->out, "  %s %s", r->name, r->words);

		if (r->option != NULL)
			n += fprintf(ctl->out, " [%s]", r->option);
		fprintf(ctl->out, "%*s%s\n", n < 26 ? 26 - n : 1, "", r->help);
	}
	fputs("  --help, --version\n\n"
	      "VM is a name or a slot. Exit status: 0 done, 1 refused, 2 the command line has no\n"
	      "meaning, 3 no mailbox, 4 mailbox busy or lost, or the VM takes too long.\n",
	      ctl->out);
	return CTL_DONE;
}

static int version(struct ctl *ctl)
{
	fprintf(ctl->out, "aetherctl %d.%d.%d, calls %u.%u\n", AB_VERSION_MAJOR, AB_VERSION_MINOR,
		AB_VERSION_PATCH, EL2_CALLS_VERSION >> 16, EL2_CALLS_VERSION & 0xffff);
	return CTL_DONE;
}

static int count_words(const char *words)
{
	int n = *words != '\0';

	for (; *words != '\0'; words++)
		n += *words == ' ';
	return n;
}

/* Take the option out of the words, wherever it is. */
static int take_option(struct ctl *ctl, const struct row *r, int argc, char **argv)
{
	int n = 0;

	ctl->flag = false;
	for (int i = 0; i < argc; i++) {
		if (r->option != NULL && strcmp(argv[i], r->option) == 0)
			ctl->flag = true;
		else
			argv[n++] = argv[i];
	}
	return n;
}

int ctl_run(struct ctl *ctl, int argc, char **argv, int64_t (*open)(struct mailbox *m))
{
	const struct row *r = rows;
	int64_t status;

	if (argc == 0 || strcmp(argv[0], "--help") == 0 || strcmp(argv[0], "help") == 0) {
		usage(ctl);
		return argc == 0 ? CTL_USAGE : CTL_DONE;
	}
	if (strcmp(argv[0], "--version") == 0)
		return version(ctl);
	while (r < rows + N_ROWS && strcmp(argv[0], r->name) != 0)
		r++;
	if (r == rows + N_ROWS)
		return ctl_fail(ctl, CTL_USAGE, "%s is no command: --help lists them", argv[0]);
	if (take_option(ctl, r, argc - 1, argv + 1) != count_words(r->words))
		return ctl_fail(ctl, CTL_USAGE, "usage: aetherctl %s %s%s%s%s", r->name, r->words,
				r->option != NULL ? " [" : "", r->option != NULL ? r->option : "",
				r->option != NULL ? "]" : "");
	status = open(&ctl->mailbox);
	if (status == MAILBOX_NO_ACCESS)
		return ctl_fail(ctl, CTL_NO_MAILBOX, "%s: %s", mailbox_text(status),
				strerror(errno));
	if (status != 0)
		return ctl_fail(ctl, CTL_NO_MAILBOX, "%s", mailbox_text(status));
	ctl->number = r->number;
	return r->run(ctl, argv + 1);
}
