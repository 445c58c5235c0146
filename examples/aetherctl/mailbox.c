/* SPDX-License-Identifier: BSD-2-Clause */
/* Calls through the mailbox: claim, request, doorbell, answer, release. */
#include "mailbox.h"
#include "access.h"

#include <stdbool.h>
#include <time.h>

#define PAUSE 500000 /* ns between two tries to claim it: a call takes less */

int64_t mailbox_check(const struct mailbox *m)
{
	if (access_read32(m, EL2_MAILBOX_MAGIC) != EL2_MAILBOX_MAGIC_VALUE ||
	    access_read32(m, EL2_MAILBOX_VERSION) >> 16 != EL2_CALLS_VERSION >> 16)
		return MAILBOX_FOREIGN;
	return 0;
}

static int64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* A ticket; 0: others have the mailbox until @end. */
static uint64_t claim(const struct mailbox *m, int64_t end)
{
	const struct timespec pause = { .tv_nsec = PAUSE };
	uint64_t ticket;

	while ((ticket = access_read64(m, EL2_MAILBOX_CLAIM)) == 0 && now_ms() < end)
		nanosleep(&pause, NULL);
	return ticket;
}

/* Bytes by words of 8, little endian as the mailbox; what is left of the last word is zero. */
static void put(const struct mailbox *m, uint32_t off, const uint8_t *from, size_t n)
{
	for (size_t i = 0; i < n; i += 8) {
		uint64_t word = 0;

		for (size_t k = 0; k < 8 && i + k < n; k++)
			word |= (uint64_t)from[i + k] << 8 * k;
		access_write64(m, off + (uint32_t)i, word);
	}
}

static void get(const struct mailbox *m, uint32_t off, uint8_t *to, size_t n)
{
	for (size_t i = 0; i < n; i += 8) {
		const uint64_t word = access_read64(m, off + (uint32_t)i);

		for (size_t k = 0; k < 8 && i + k < n; k++)
			to[i + k] = (uint8_t)(word >> 8 * k);
	}
}

#define REQUEST(field) ((uint32_t)(EL2_MAILBOX_REQUEST + (field)))
#define NOT_MADE 1 /* no call has this status */

/* Make the call. Returns its status; NOT_MADE: the claim had ended, and the ticket with it. */
static int64_t ring(const struct mailbox *m, const struct mailbox_call *c, uint64_t ticket)
{
	put(m, EL2_MAILBOX_WINDOW, c->window, c->n_window);
	put(m, REQUEST(EL2_MAILBOX_DATA), c->send, c->n_send);
	for (uint32_t i = 0; i < 7; i++)
		access_write64(m, REQUEST(EL2_MAILBOX_ARGS) + 8 * i, c->arg[i]);
	access_write32(m, REQUEST(EL2_MAILBOX_NUMBER), c->number);
	access_write64(m, REQUEST(EL2_MAILBOX_STATUS), NOT_MADE);
	access_barrier();
	access_write64(m, EL2_MAILBOX_DOORBELL, ticket);
	return (int64_t)access_read64(m, REQUEST(EL2_MAILBOX_STATUS));
}

/* Whether the request is still this one. A program that was held up for longer than its claim lasts
 * goes on to write its own over that of who has the mailbox then. */
static bool is_kept(const struct mailbox *m, const struct mailbox_call *c)
{
	bool same = access_read32(m, REQUEST(EL2_MAILBOX_NUMBER)) == c->number;

	for (uint32_t i = 0; i < 7; i++)
		same = access_read64(m, REQUEST(EL2_MAILBOX_ARGS) + 8 * i) == c->arg[i] && same;
	return same;
}

/* Make the first call of a turn: one that had no claim any more is made again. */
static int64_t begin(const struct mailbox *m, const struct mailbox_call *c, uint64_t *ticket)
{
	const int64_t end = now_ms() + MAILBOX_PATIENCE;
	int64_t status = NOT_MADE;

	do
		*ticket = claim(m, end);
	while (*ticket != 0 && (status = ring(m, c, *ticket)) == NOT_MADE && now_ms() < end);
	return status != NOT_MADE ? status : MAILBOX_BUSY;
}

/* Make another call. Looks first whose turn it is: the window and the request may be those of
 * somebody else by now. */
static int64_t go_on(const struct mailbox *m, const struct mailbox_call *c, uint64_t ticket)
{
	int64_t status = NOT_MADE;

	if (access_read64(m, EL2_MAILBOX_TICKET) == ticket)
		status = ring(m, c, ticket);
	return status != NOT_MADE ? status : MAILBOX_LOST;
}

int64_t mailbox_hold(const struct mailbox *m, struct mailbox_call *c, uint64_t *ticket)
{
	uint64_t result[7] = { 0 };
	int64_t status;
	bool kept;

	if (c->n_send > EL2_MAILBOX_DATA_SIZE || c->n_data > EL2_MAILBOX_DATA_SIZE ||
	    c->n_window > EL2_MAILBOX_WINDOW_SIZE)
		return MAILBOX_ARGUMENT;
	status = *ticket == 0 ? begin(m, c, ticket) : go_on(m, c, *ticket);
	if (status == MAILBOX_BUSY || status == MAILBOX_LOST)
		return status;
	for (uint32_t i = 0; status == 0 && i < 7; i++)
		result[i] = access_read64(m, REQUEST(EL2_MAILBOX_RESULTS) + 8 * i);
	if (status == 0)
		get(m, REQUEST(EL2_MAILBOX_DATA), c->data, c->n_data);
	kept = is_kept(m, c);
	access_barrier();
	/* all that was read is an answer to this call if nobody else could claim the mailbox */
	if (access_read64(m, EL2_MAILBOX_TICKET) != *ticket || !kept)
		return MAILBOX_LOST;
	for (unsigned int i = 0; status == 0 && i < 7; i++)
		c->result[i] = result[i];
	return status;
}

void mailbox_release(const struct mailbox *m, uint64_t ticket)
{
	access_barrier();
	access_write64(m, EL2_MAILBOX_TICKET, ticket);
}

int64_t mailbox_call(const struct mailbox *m, struct mailbox_call *c)
{
	uint64_t ticket = 0;
	const int64_t status = mailbox_hold(m, c, &ticket);

	mailbox_release(m, ticket);
	return status;
}

const char *mailbox_text(int64_t status)
{
	static const struct {
		int64_t status;
		const char *text;
	} rows[] = {
		{ 0, "done" },
		{ EL2_CALLS_UNKNOWN, "the hypervisor does not have this call" },
		{ EL2_CALLS_DENIED, "this VM does not have the capability in its bundle" },
		{ EL2_CALLS_INVALID, "an argument has no meaning, or names no VM" },
		{ EL2_CALLS_STATE, "the state of the VM does not allow it" },
		{ EL2_CALLS_FULL, "the hypervisor has no room for it now" },
		{ MAILBOX_NONE, "neither device tree nor ACPI names a mailbox: this VM may not "
				"manage others, or does not run on the hypervisor" },
		{ MAILBOX_NO_ACCESS, "the mailbox cannot be mapped through /dev/mem" },
		{ MAILBOX_FOREIGN, "what is mapped is no mailbox of this version" },
		{ MAILBOX_ARGUMENT, "more bytes than the mailbox takes" },
		{ MAILBOX_BUSY, "other programs keep the mailbox" },
		{ MAILBOX_LOST, "the mailbox went to another program before the answer was read: "
				"nobody can tell whether the call was made" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (rows[i].status == status)
			return rows[i].text;
	return "a status that this program does not know";
}
