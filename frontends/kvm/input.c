/* SPDX-License-Identifier: BSD-2-Clause */
/* What comes from outside: the console's input, the clock's seconds, signals. */
#define _GNU_SOURCE
#include "devices.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#include "end.h"

#define FEED_MAX DEV_VIRTIO_CONSOLE_ROOM /* no console takes more at once */
#define TYPED_MOST ((size_t)1 << 20) /* what is typed ahead of the guest; more is lost */
#define PRESS_MS 100 /* the power button's, as a finger does it: contacts bounce for 5 */
#define STOPPED "aetherboot-kvm: stopped by a signal\n"
#define SAME_MS 500 /* SIGTERMs that come together are one: timeout sends two */
#define BACKGROUND_MS 200 /* between two looks at who has the terminal */
#define ESCAPE 0x01 /* Ctrl-A; then x ends the VMM, Ctrl-A sends itself */

static _Atomic uint64_t pressed; /* when SIGTERM came, to press the power button; 0: it did not */
static unsigned int grace; /* seconds that the guest then has */
static char told[96]; /* what is said of it */
static int wake_fd = -1;
static int changed_fd = -1;
static bool has_button;
static bool terminal; /* stdin is one */
static bool raw; /* and gives each key as it is typed */

static uint64_t milliseconds(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000;
}

/* Handles signals in whichever thread they hit; needs no lock, so nothing that blocks a thread
 * can keep the process from ending. */
static void on_signal(int number)
{
	const int error = errno;
	const uint64_t now = milliseconds(CLOCK_MONOTONIC) + 1;
	struct pollfd p = { .fd = STDERR_FILENO, .events = POLLOUT };
	uint64_t first = 0;

	if (number == SIGALRM)
		vmm_end_async(
		    VMM_EXIT_SIGNAL + SIGTERM,
		    "aetherboot-kvm: stopped: the guest does not answer the power button\n");
	if (number != SIGTERM || !has_button || grace == 0)
		vmm_end_async(VMM_EXIT_SIGNAL + number, STOPPED);
	if (atomic_compare_exchange_strong(&pressed, &first, now)) {
		alarm(grace); /* if nothing else ends the guest, this does */
		(void)eventfd_write(wake_fd, 1);
		if (poll(&p, 1, 0) > 0 && write(STDERR_FILENO, told, strlen(told)) < 0)
			told[0] = '\0'; /* nobody to tell */
	} else if (now > first + SAME_MS) {
		vmm_end_async(VMM_EXIT_SIGNAL + number, STOPPED);
	}
	errno = error;
}

static void catch_signals(void)
{
	static const int numbers[] = { SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGALRM };
	sigset_t ours;

	snprintf(told, sizeof(told),
		 "aetherboot-kvm: SIGTERM presses the power button; in %u s the guest is stopped\n",
		 grace);
	signal(SIGALRM, SIG_DFL); /* is our own: nobody who ignored it meant that */
	sigemptyset(&ours);
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		vmm_end_catch(numbers[i], on_signal);
		sigaddset(&ours, numbers[i]);
	}
	/* whoever started this process may have blocked them */
	pthread_sigmask(SIG_UNBLOCK, &ours, NULL);
}

/* Take the escape character out of what a person typed. Returns the bytes that remain. */
static size_t unescape(uint8_t *bytes, size_t n)
{
	static bool escaped;
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		if (!escaped && bytes[i] == ESCAPE) {
			escaped = true;
			continue;
		}
		if (escaped && bytes[i] == 'x')
			vmm_end(VMM_EXIT_SIGNAL + SIGINT, "stopped from the console");
		escaped = false;
		bytes[kept++] = bytes[i];
	}
	return kept;
}

/* The power button's way down and up again.
 * Returns milliseconds until it wants to be called again, or -1. */
static int move_button(const struct vmm_inputs *in)
{
	static enum { UP, DOWN, RELEASED } button;
	static uint64_t since;
	const uint64_t now = milliseconds(CLOCK_MONOTONIC);

	if (button == UP && atomic_load(&pressed) != 0) {
		in->press(in->button, true);
		button = DOWN;
		since = now;
	}
	if (button == DOWN && now - since >= PRESS_MS) {
		in->press(in->button, false);
		button = RELEASED;
	}
	return button == DOWN ? (int)(since + PRESS_MS - now) : -1;
}

/* Milliseconds until devices want to look at the world again: to the next second, or for ever. */
static int look_ahead(const struct vmm_inputs *in)
{
	const int button = move_button(in);
	bool ticks = false;
	int tick;

	for (size_t i = 0; i < in->n_clocks; i++)
		ticks |= in->clocks[i].tick(in->clocks[i].clock);
	tick = ticks ? (int)(1001 - milliseconds(CLOCK_REALTIME) % 1000) : -1;
	return button >= 0 && (tick < 0 || button < tick) ? button : tick;
}

/* The console has got all that there is now. */
static void flush(const struct vmm_inputs *in)
{
	if (in->flush != NULL)
		in->flush(in->console);
}

/* Read no more than the guest takes now: the rest waits in the pipe or file.
 * Returns false at the input's end. */
static bool feed(struct vmm_devices *d, size_t room)
{
	uint8_t bytes[FEED_MAX];
	ssize_t n = read(STDIN_FILENO, bytes, room < sizeof(bytes) ? room : sizeof(bytes));

	if (n < 0 && (errno == EINTR || errno == EAGAIN))
		return true;
	if (n <= 0)
		return false;
	pthread_mutex_lock(&d->lock);
	for (ssize_t i = 0; i < n; i++)
		d->inputs.input(d->inputs.console, bytes[i]);
	flush(&d->inputs);
	pthread_mutex_unlock(&d->lock);
	return true;
}

/* ---- a terminal --------------------------------------------------------------------------- */

/* A person may want to leave whatever the guest does: a thread of its own reads what is typed, and
 * waits for no other, least of all for one whose output nobody takes. */
static struct {
	pthread_mutex_t lock;
	uint8_t bytes[TYPED_MOST]; /* a ring */
	size_t first, n;
} typed = { .lock = PTHREAD_MUTEX_INITIALIZER };

static void *read_terminal(void *unused)
{
	struct pollfd p = { .fd = STDIN_FILENO, .events = POLLIN };
	uint8_t bytes[256];
	ssize_t n;

	/* a job in the background may become one in the foreground, of which nobody tells it */
	while (!raw && !(raw = vmm_term_raw()))
		(void)poll(NULL, 0, BACKGROUND_MS);
	for (;;) {
		(void)poll(&p, 1, -1);
		n = read(STDIN_FILENO, bytes, sizeof(bytes));
		if (n < 0 && (errno == EINTR || errno == EAGAIN))
			continue;
		if (n <= 0)
			return unused;
		n = (ssize_t)unescape(bytes, (size_t)n);
		pthread_mutex_lock(&typed.lock);
		for (ssize_t i = 0; i < n && typed.n < TYPED_MOST; i++)
			typed.bytes[(typed.first + typed.n++) % TYPED_MOST] = bytes[i];
		pthread_mutex_unlock(&typed.lock);
		(void)eventfd_write(wake_fd, 1);
	}
}

/* Give the console what was typed and fits. The caller holds the devices' lock. */
static void feed_typed(const struct vmm_inputs *in)
{
	pthread_mutex_lock(&typed.lock);
	for (; typed.n != 0 && in->room(in->console) != 0; typed.n--) {
		in->input(in->console, typed.bytes[typed.first]);
		typed.first = (typed.first + 1) % TYPED_MOST;
	}
	flush(in);
	pthread_mutex_unlock(&typed.lock);
}

/* ---- the thread --------------------------------------------------------------------------- */

/* Guest memory is not what it was: better a clear end than what the guest would make of it. */
static _Noreturn void end_changed(void)
{
	vmm_end(VMM_EXIT_MEMORY, "a file that guest memory is mapped from was changed");
}

static void *run(void *arg)
{
	struct vmm_devices *d = arg;
	const struct vmm_inputs *in = &d->inputs;
	bool open = !terminal;

	for (;;) {
		struct pollfd p[3] = { { .fd = d->wake, .events = POLLIN },
				       { .fd = -1, .events = POLLIN },
				       { .fd = changed_fd, .events = POLLIN } };
		eventfd_t unused;
		size_t room;
		int wait;

		pthread_mutex_lock(&d->lock);
		wait = look_ahead(in);
		feed_typed(in);
		room = in->room(in->console);
		d->starved = room == 0;
		pthread_mutex_unlock(&d->lock);
		if (open && room != 0)
			p[1].fd = STDIN_FILENO;
		if (poll(p, 3, wait) < 0)
			continue;
		if (p[2].revents != 0)
			end_changed();
		if (p[0].revents != 0)
			(void)eventfd_read(d->wake, &unused);
		if (p[1].revents != 0)
			open = feed(d, room);
	}
	return NULL;
}

int vmm_devices_start(struct vmm_devices *d, int changed, unsigned int seconds)
{
	pthread_t thread;
	int err;

	wake_fd = d->wake;
	changed_fd = changed;
	has_button = d->inputs.press != NULL;
	grace = seconds;
	catch_signals();
	terminal = isatty(STDIN_FILENO);
	raw = terminal && vmm_term_raw();
	if (terminal && (err = pthread_create(&thread, NULL, read_terminal, NULL)) != 0)
		return err;
	return pthread_create(&thread, NULL, run, d);
}
