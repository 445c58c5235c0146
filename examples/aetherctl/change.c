/* SPDX-License-Identifier: BSD-2-Clause */
/* Commands that change a VM's state. The hypervisor only begins a change: each command waits until
 * it is complete. */
#include "aetherctl.h"

#include <time.h>

#define LIMIT 120 /* seconds that a change may take */
#define PERIOD 20000000 /* ns between two looks */

/* When a change is complete. FAILED is the end of each. Another program may start at once what is
 * READY here. */
static bool was_loaded(const struct ctl_info *i)
{
	return i->state == EL2_VM_READY || i->state == EL2_VM_RUNNING;
}

static bool has_run(const struct ctl_info *i)
{
	return i->state != EL2_VM_READY;
}

static bool is_stopped(const struct ctl_info *i)
{
	return i->stopped || (i->state != EL2_VM_RUNNING && i->state != EL2_VM_STOPPING);
}

static bool is_empty(const struct ctl_info *i)
{
	return i->state == EL2_VM_EMPTY;
}

/* The changes. */
static const struct step {
	bool (*complete)(const struct ctl_info *i);
	const char *wish; /* what the VM shall become */
} steps[EL2_CALLS_MOST] = {
	[EL2_CALLS_VM_STOP] = { is_stopped, "STOPPED" },
	[EL2_CALLS_VM_DESTROY] = { is_empty, "EMPTY" },
	[EL2_CALLS_VM_CREATE] = { was_loaded, "READY" },
	[EL2_CALLS_VM_START] = { has_run, "RUNNING" },
};

static int wait_for(struct ctl *ctl, const struct step *step, uint64_t slot, const char *vm)
{
	const struct timespec period = { .tv_nsec = PERIOD };
	struct timespec now, begun;
	struct ctl_info info;
	char end[128];
	int status;

	clock_gettime(CLOCK_MONOTONIC, &begun);
	for (;;) {
		status = ctl_get_info(ctl, slot, &info);
		if (status != CTL_DONE || step->complete(&info))
			return status;
		if (info.state == EL2_VM_FAILED) {
			(void)ctl_text(ctl, slot, EL2_CALLS_TEXT_END, end, sizeof(end));
			return ctl_fail(ctl, CTL_REFUSED, "%s is FAILED, not %s: %s", vm,
					step->wish, end);
		}
		clock_gettime(CLOCK_MONOTONIC, &now);
		if (now.tv_sec - begun.tv_sec > LIMIT)
			return ctl_fail(ctl, CTL_BUSY, "%s is still %s, not %s, after %d s", vm,
					ctl_state_name(info.state), step->wish, LIMIT);
		nanosleep(&period, NULL);
	}
}

static int change(struct ctl *ctl, uint32_t number, uint64_t slot, const char *vm)
{
	struct mailbox_call c = { .number = number, .arg = { slot } };
	const int status = ctl_call(ctl, &c);

	return status == CTL_DONE ? wait_for(ctl, &steps[number], slot, vm) : status;
}

int ctl_change(struct ctl *ctl, char **argv)
{
	uint64_t slot;
	const int status = ctl_find(ctl, argv[0], &slot);

	return status == CTL_DONE ? change(ctl, ctl->number, slot, argv[0]) : status;
}

/* A VM that ended by itself is only created again; destroying stops any other. */
int ctl_restart(struct ctl *ctl, char **argv)
{
	struct mailbox_call self = { .number = EL2_CALLS_GET_VERSION };
	struct ctl_info info;
	uint64_t slot;
	int status = ctl_find(ctl, argv[0], &slot);

	if (status == CTL_DONE)
		status = ctl_call(ctl, &self);
	if (status == CTL_DONE && self.result[2] == slot)
		return ctl_fail(ctl, CTL_USAGE,
				"%s is the VM that this runs in, and would stay stopped: reboot it",
				argv[0]);
	if (status == CTL_DONE)
		status = ctl_get_info(ctl, slot, &info);
	if (status == CTL_DONE && info.state != EL2_VM_EMPTY)
		status = change(ctl, EL2_CALLS_VM_DESTROY, slot, argv[0]);
	if (status == CTL_DONE)
		status = change(ctl, EL2_CALLS_VM_CREATE, slot, argv[0]);
	if (status == CTL_DONE)
		status = change(ctl, EL2_CALLS_VM_START, slot, argv[0]);
	return status;
}

int ctl_raise(struct ctl *ctl, char **argv)
{
	struct mailbox_call c = { .number = EL2_CALLS_RAISE, .arg = { 0, EL2_INTID_DOORBELL } };
	const int status = ctl_find(ctl, argv[0], &c.arg[0]);

	return status == CTL_DONE ? ctl_call(ctl, &c) : status;
}

int ctl_shutdown(struct ctl *ctl, char **argv)
{
	struct mailbox_call c = { .number = EL2_CALLS_SHUTDOWN };

	(void)argv;
	return ctl_call(ctl, &c);
}
