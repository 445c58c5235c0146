/* SPDX-License-Identifier: BSD-2-Clause */
/* Calls about a VM, and why they fail. */
#include "aetherctl.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

int ctl_fail(struct ctl *ctl, int status, const char *format, ...)
{
	va_list args;

	fflush(ctl->out);
	fputs("aetherctl: ", ctl->err);
	va_start(args, format);
	vfprintf(ctl->err, format, args);
	va_end(args);
	fputc('\n', ctl->err);
	return status;
}

const char *const ctl_images[EL2_CALLS_IMAGES] = { "kernel", "ramdisk", "overlay" };

/* [names] */
const char *ctl_state_name(enum el2_state state)
{
	static const char *const names[EL2_VM_STATES] = { "EMPTY",   "LOADING",  "READY",
							  "RUNNING", "STOPPING", "SCRUBBING",
							  "FAILED" };

	return state < EL2_VM_STATES ? names[state] : "unknown";
}
/* [names] */

/* What a call demands of the VM that it is about, which is argument 0. */
static const char *const rules[EL2_CALLS_MOST] = {
	[EL2_CALLS_VM_TEXT] = "it has not ended since it was created",
	[EL2_CALLS_VM_EXITS] = "it was destroyed, or never created",
	[EL2_CALLS_VM_CREATE] = "only one that is EMPTY or FAILED can be created: destroy it first",
	[EL2_CALLS_VM_START] = "only one that is READY can be started: create it first",
	[EL2_CALLS_VM_STOP] = "only one that is LOADING, READY or RUNNING can be stopped",
	[EL2_CALLS_VM_DESTROY] = "it is destroyed, or being destroyed, already",
	[EL2_CALLS_CONSOLE_READ] =
	    "its console went when it was destroyed, or it was never created",
	[EL2_CALLS_CONSOLE_WRITE] = "only one that is RUNNING reads what is typed",
	[EL2_CALLS_RAISE] = "only one that is RUNNING takes interrupts",
	[EL2_CALLS_VM_DIGEST] = "its files are known when it was loaded once: create it",
	[EL2_CALLS_STAGE_BEGIN] =
	    "only one that is EMPTY or FAILED, and has room for it, gets another file",
	[EL2_CALLS_STAGE_CHUNK] = "its state changed meanwhile: stage all of the file again",
	[EL2_CALLS_STAGE_END] = "its state changed meanwhile: stage all of the file again",
};

int ctl_refused(struct ctl *ctl, const struct mailbox_call *c, int64_t status)
{
	const char *rule = c->number < EL2_CALLS_MOST ? rules[c->number] : NULL;
	struct mailbox_call info = { .number = EL2_CALLS_VM_INFO, .arg = { c->arg[0] } };
	char name[64] = "";

	if (status == MAILBOX_BUSY || status == MAILBOX_LOST)
		return ctl_fail(ctl, CTL_BUSY, "%s", mailbox_text(status));
	if (rule == NULL || ctl_text(ctl, c->arg[0], EL2_CALLS_TEXT_NAME, name, sizeof(name)) != 0)
		return ctl_fail(ctl, CTL_REFUSED, "%s", mailbox_text(status));
	if (status == EL2_CALLS_STATE && mailbox_call(&ctl->mailbox, &info) == 0)
		return ctl_fail(ctl, CTL_REFUSED, "%s is %s: %s", name,
				ctl_state_name(info.result[0] & 0xff), rule);
	return ctl_fail(ctl, CTL_REFUSED, "%s: %s", name, mailbox_text(status));
}

int ctl_call(struct ctl *ctl, struct mailbox_call *c)
{
	const int64_t status = mailbox_call(&ctl->mailbox, c);

	return status == 0 ? CTL_DONE : ctl_refused(ctl, c, status);
}

/* [call] */
int64_t ctl_text(struct ctl *ctl, uint64_t slot, enum el2_calls_text which, char *to, size_t size)
{
	struct mailbox_call c = {
		.number = EL2_CALLS_VM_TEXT, .arg = { slot, which }, .data = to, .n_data = size - 1
	};
	const int64_t status = mailbox_call(&ctl->mailbox, &c);

	to[status != 0 ? 0 : c.result[0] < size ? c.result[0] : size - 1] = '\0';
	return status;
}
/* [call] */

int ctl_find(struct ctl *ctl, const char *text, uint64_t *slot)
{
	struct mailbox_call list = { .number = EL2_CALLS_VM_LIST };
	int64_t status = mailbox_call(&ctl->mailbox, &list);
	unsigned long number;
	char name[64], *end;

	for (*slot = 0; status == 0 && *slot < list.result[0]; ++*slot) {
		status = ctl_text(ctl, *slot, EL2_CALLS_TEXT_NAME, name, sizeof(name));
		if (status == 0 && strcmp(name, text) == 0)
			return CTL_DONE;
	}
	if (status != 0)
		return ctl_refused(ctl, &list, status);
	number = strtoul(text, &end, 10);
	if (end == text || *end != '\0' || number >= list.result[0])
		return ctl_fail(ctl, CTL_USAGE,
				"no VM has the name or the slot %s: list shows them", text);
	*slot = number;
	return CTL_DONE;
}

int ctl_get_info(struct ctl *ctl, uint64_t slot, struct ctl_info *info)
{
	struct mailbox_call c = { .number = EL2_CALLS_VM_INFO, .arg = { slot } };
	const int status = ctl_call(ctl, &c);

	*info = (struct ctl_info){
		.state = c.result[0] & 0xff,
		.on = c.result[0] >> EL2_CALLS_INFO_ON & 0xff,
		.stopped = (c.result[0] & EL2_CALLS_INFO_STOPPED) != 0,
		.ended = (c.result[0] & EL2_CALLS_INFO_ENDED) != 0,
		.cpus = c.result[1],
		.memory = c.result[2],
		.starts = c.result[3],
		.changes = c.result[4],
		.restarts = c.result[5],
		.capabilities = c.result[6],
	};
	return status;
}
