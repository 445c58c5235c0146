/* SPDX-License-Identifier: BSD-2-Clause */
/* Commands about what VMs print and read. */
#include "aetherctl.h"

#include <inttypes.h>
#include <string.h>
#include <time.h>

#define PERIOD 200000000 /* ns between two looks at a console that is followed */

/* What a guest printed must not command the reader's terminal: some take 0x80 to 0x9f for control
 * characters, alone or as UTF-8, and what is read here may begin within a character. So nothing but
 * ASCII is passed on. */
static void put_plain(FILE *out, const uint8_t *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (bytes[i] == '\n' || bytes[i] == '\t' || bytes[i] >= ' ')
			fputc(bytes[i] < 0x7f ? bytes[i] : '?', out);
}

/* Print what a console or log keeps from an offset on, which becomes that of its end. */
static int print(struct ctl *ctl, struct mailbox_call *c, uint64_t *at, const char *whose)
{
	uint8_t bytes[EL2_MAILBOX_DATA_SIZE];
	int status;

	c->data = bytes;
	c->n_data = sizeof(bytes);
	for (;;) {
		status = ctl_call(ctl, c);
		if (status != CTL_DONE)
			return status;
		if (c->result[0] > *at)
			ctl_fail(ctl, 0, "%" PRIu64 " bytes of %s are lost", c->result[0] - *at,
				 whose);
		/* none, but further on: they were overwritten while they were copied */
		if (c->result[1] == 0 && c->result[0] <= *at)
			break;
		put_plain(ctl->out, bytes,
			  c->result[1] <= sizeof(bytes) ? (size_t)c->result[1] : 0);
		*at = c->result[0] + c->result[1];
		c->arg[c->number == EL2_CALLS_LOG_READ ? 0 : 1] = *at;
	}
	*at = c->result[0];
	fflush(ctl->out);
	return CTL_DONE;
}

int ctl_console(struct ctl *ctl, char **argv)
{
	const struct timespec period = { .tv_nsec = PERIOD };
	struct mailbox_call c = { .number = EL2_CALLS_CONSOLE_READ };
	uint64_t at = 0;
	int status = ctl_find(ctl, argv[0], &c.arg[0]);

	if (status == CTL_DONE)
		status = print(ctl, &c, &at, "its console");
	while (ctl->flag && status == CTL_DONE) {
		nanosleep(&period, NULL);
		status = print(ctl, &c, &at, "its console");
	}
	return status;
}

int ctl_log(struct ctl *ctl, char **argv)
{
	struct mailbox_call c = { .number = EL2_CALLS_LOG_READ };
	uint64_t at = 0;

	(void)argv;
	return print(ctl, &c, &at, "the log");
}

int ctl_write(struct ctl *ctl, char **argv)
{
	struct mailbox_call c = { .number = EL2_CALLS_CONSOLE_WRITE };
	char line[EL2_MAILBOX_DATA_SIZE];
	size_t n = strlen(argv[1]);
	int status = ctl_find(ctl, argv[0], &c.arg[0]);

	if (status != CTL_DONE)
		return status;
	if (n >= sizeof(line))
		return ctl_fail(ctl, CTL_USAGE, "the text has %zu bytes, and must have at most %zu",
				n, sizeof(line) - 1);
	memcpy(line, argv[1], n);
	line[n++] = '\n';
	c.arg[1] = c.n_send = n;
	c.send = line;
	status = ctl_call(ctl, &c);
	if (status == CTL_DONE && c.result[0] != n)
		return ctl_fail(ctl, CTL_REFUSED,
				"%s has not read what was typed before: %" PRIu64
				" of %zu bytes were taken",
				argv[0], c.result[0], n);
	return status;
}
