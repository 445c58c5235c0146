/* SPDX-License-Identifier: BSD-2-Clause */
/* Commands that only look. */
#include "aetherctl.h"

#include <inttypes.h>

static const char *const capabilities[] = { "manage", "virtio", "rtc", "log" };
static const char *const exits[] = { "interrupts", "calls",     "registers", "devices",
				     "aborts",     "undefined", "fatal" };

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* One of a VM's texts; "" if there is none. */
struct text {
	char at[128];
};

static struct text text_of(struct ctl *ctl, uint64_t slot, enum el2_calls_text which)
{
	struct text text = { "" };

	(void)ctl_text(ctl, slot, which, text.at, sizeof(text.at));
	return text;
}

static const char *state_of(const struct ctl_info *info)
{
	return info->stopped ? "STOPPED" : ctl_state_name(info->state);
}

/* A field of a VM: a number or a text. */
static void field(struct ctl *ctl, const char *name, const char *text, uint64_t number)
{
	fprintf(ctl->out, ctl->flag ? ", \"%s\": " : "%-13s ", name);
	if (text == NULL)
		fprintf(ctl->out, "%" PRIu64, number);
	else
		fprintf(ctl->out, ctl->flag ? "\"%s\"" : "%s", text);
	if (!ctl->flag)
		fputc('\n', ctl->out);
}

static void put_capabilities(struct ctl *ctl, uint64_t set)
{
	char text[64] = "";
	size_t n = 0;

	for (unsigned int i = 0; i < COUNT(capabilities); i++)
		if ((set >> i & 1) != 0)
			n += (size_t)snprintf(text + n, sizeof(text) - n, "%s%s", n == 0 ? "" : " ",
					      capabilities[i]);
	field(ctl, "capabilities", text, 0);
}

/* All about a VM: by lines, or as an object of JSON. */
static int show(struct ctl *ctl, uint64_t slot)
{
	struct mailbox_call c = { .number = EL2_CALLS_VM_EXITS, .arg = { slot } };
	struct ctl_info info;
	struct text text;
	const int status = ctl_get_info(ctl, slot, &info);

	if (status != CTL_DONE)
		return status;
	fprintf(ctl->out, ctl->flag ? "{\"slot\": %" PRIu64 : "slot          %" PRIu64 "\n", slot);
	text = text_of(ctl, slot, EL2_CALLS_TEXT_NAME);
	field(ctl, "name", text.at, 0);
	field(ctl, "state", state_of(&info), 0);
	field(ctl, "on", NULL, info.on);
	field(ctl, "cpus", NULL, info.cpus);
	field(ctl, "memory", NULL, info.memory);
	field(ctl, "starts", NULL, info.starts);
	field(ctl, "changes", NULL, info.changes);
	field(ctl, "restarts", NULL, info.restarts);
	put_capabilities(ctl, info.capabilities);
	if (mailbox_call(&ctl->mailbox, &c) == 0)
		for (size_t i = 0; i < COUNT(exits); i++)
			field(ctl, exits[i], NULL, c.result[i]);
	text = text_of(ctl, slot, EL2_CALLS_TEXT_END);
	if (text.at[0] != '\0')
		field(ctl, "ended", text.at, 0);
	fputs(ctl->flag ? "}" : "", ctl->out);
	return CTL_DONE;
}

static int show_row(struct ctl *ctl, uint64_t slot)
{
	const struct text name = text_of(ctl, slot, EL2_CALLS_TEXT_NAME);
	const struct text end = text_of(ctl, slot, EL2_CALLS_TEXT_END);
	struct ctl_info info;
	const int status = ctl_get_info(ctl, slot, &info);

	if (status == CTL_DONE)
		fprintf(ctl->out,
			"%4" PRIu64 " %-16s %-9s %2u/%-2" PRIu64 " %6" PRIu64 "M %6" PRIu64
			"%s%s\n",
			slot, name.at, state_of(&info), info.on, info.cpus, info.memory >> 20,
			info.starts, end.at[0] != '\0' ? "  " : "", end.at);
	return status;
}

int ctl_list(struct ctl *ctl, char **argv)
{
	struct mailbox_call c = { .number = EL2_CALLS_VM_LIST };
	int status = ctl_call(ctl, &c);

	(void)argv;
	if (status == CTL_DONE && !ctl->flag)
		fprintf(ctl->out, "%4s %-16s %-9s %5s %7s %6s  %s\n", "SLOT", "NAME", "STATE",
			"CPUS", "MEMORY", "STARTS", "ENDED");
	for (uint64_t slot = 0; status == CTL_DONE && slot < c.result[0]; slot++) {
		if (ctl->flag)
			fputs(slot == 0 ? "[" : ",\n ", ctl->out);
		status = ctl->flag ? show(ctl, slot) : show_row(ctl, slot);
	}
	if (status == CTL_DONE && ctl->flag)
		fputs("]\n", ctl->out);
	return status;
}

int ctl_info(struct ctl *ctl, char **argv)
{
	uint64_t slot;
	int status = ctl_find(ctl, argv[0], &slot);

	if (status == CTL_DONE)
		status = show(ctl, slot);
	if (status == CTL_DONE && ctl->flag)
		fputc('\n', ctl->out);
	return status;
}

int ctl_node(struct ctl *ctl, char **argv)
{
	struct mailbox_call c = { .number = EL2_CALLS_NODE_INFO };
	const int status = ctl_call(ctl, &c);

	(void)argv;
	if (status == CTL_DONE)
		fprintf(ctl->out,
			"%" PRIu64 " CPUs, %" PRIu64 " of them have a VM; %" PRIu64
			" MiB of RAM; states changed %" PRIu64 " times\n",
			c.result[0], c.result[1], c.result[2] >> 20, c.result[3]);
	return status;
}

int ctl_events(struct ctl *ctl, char **argv)
{
	struct mailbox_call c = { .number = EL2_CALLS_EVENTS };
	const int status = ctl_call(ctl, &c);

	(void)argv;
	for (unsigned int i = 0; status == CTL_DONE && i < 2 * EL2_EVENT_CONSOLE; i++)
		if ((c.result[0] >> i & 1) != 0) {
			const struct text name =
			    text_of(ctl, i % EL2_EVENT_CONSOLE, EL2_CALLS_TEXT_NAME);

			fprintf(ctl->out, "%s: %s\n", name.at,
				i < EL2_EVENT_CONSOLE ? "its state changed" : "it printed");
		}
	return status;
}

int ctl_digest(struct ctl *ctl, char **argv)
{
	uint64_t slot;
	int status = ctl_find(ctl, argv[0], &slot);

	for (unsigned int i = 0; status == CTL_DONE && i < EL2_CALLS_IMAGES; i++) {
		struct mailbox_call c = { .number = EL2_CALLS_VM_DIGEST, .arg = { slot, i } };

		status = ctl_call(ctl, &c);
		if (status != CTL_DONE ||
		    (c.result[0] | c.result[1] | c.result[2] | c.result[3]) == 0)
			continue;
		/* the first byte is in bits 7:0 of the first result */
		for (unsigned int n = 0; n < 32; n++)
			fprintf(ctl->out, "%02x",
				(unsigned int)(c.result[n / 8] >> n % 8 * 8 & 0xff));
		fprintf(ctl->out, "  %s\n", ctl_images[i]);
	}
	return status;
}
