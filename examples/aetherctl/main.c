/* SPDX-License-Identifier: BSD-2-Clause */
/* The program around the commands, which tests call without it. */
#include "aetherctl.h"

int main(int argc, char **argv)
{
	struct ctl ctl = { .out = stdout, .err = stderr };
	int status = ctl_run(&ctl, argc - 1, argv + 1, mailbox_open);

	if (fflush(stdout) != 0 && status == CTL_DONE)
		status = ctl_fail(&ctl, CTL_REFUSED, "standard output cannot be written");
	return status;
}
