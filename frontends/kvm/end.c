/* SPDX-License-Identifier: BSD-2-Clause */
/* How the process ends: one way out for every thread, and the terminal as it was. */
#define _GNU_SOURCE
#include "end.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <termios.h>
#include <unistd.h>

#include "output.h"

static struct termios saved;
static atomic_bool raw;
static atomic_flag ending = ATOMIC_FLAG_INIT;

static void restore(void)
{
	if (raw)
		tcsetattr(STDIN_FILENO, TCSANOW, &saved);
	raw = 0;
}

bool vmm_term_raw(void)
{
	struct termios t;

	/* a background job may neither change nor read the terminal */
	if (!isatty(STDIN_FILENO) || tcgetpgrp(STDIN_FILENO) != getpgrp() ||
	    tcgetattr(STDIN_FILENO, &saved) != 0)
		return false;
	t = saved;
	cfmakeraw(&t);
	t.c_oflag |= OPOST; /* our own messages end their lines the usual way */
	raw = 1;
	if (tcsetattr(STDIN_FILENO, TCSANOW, &t) != 0)
		raw = 0;
	return raw;
}

/* No byte of the text moves a cursor or sets a terminal's title: it may be of a file, or its name.
 * UTF-8 stays as it is, but for its control characters. */
static void defuse(char *text)
{
	for (unsigned char *c = (unsigned char *)text; *c != '\0'; c++)
		if (*c < 0x20 || *c == 0x7f)
			*c = '?';
		else if (c[0] == 0xc2 && c[1] >= 0x80 && c[1] < 0xa0)
			c[0] = c[1] = '?';
}

static int late_code;

static void on_late(int number)
{
	(void)number;
	_exit(late_code);
}

/* An end is told where somebody listens. Where nobody takes what stderr gets, often the same
 * terminal that a guest has flooded, the process ends all the same: after 0.1 s if that shows, else
 * after 2 s. May be called from a signal handler. Returns false if it shows. */
static bool may_tell(int code)
{
	const struct itimerval late = { .it_value = { .tv_sec = 2 } };
	struct sigaction action = { .sa_handler = on_late };
	struct pollfd p = { .fd = STDERR_FILENO, .events = POLLOUT };
	sigset_t set;

	late_code = code;
	sigaction(SIGALRM, &action, NULL);
	sigemptyset(&set);
	sigaddset(&set, SIGALRM);
	pthread_sigmask(SIG_UNBLOCK, &set, NULL);
	setitimer(ITIMER_REAL, &late, NULL);
	return poll(&p, 1, 100) != 0;
}

void vmm_end(int code, const char *format, ...)
{
	char text[2 * PATH_MAX];
	va_list args;

	if (atomic_flag_test_and_set(&ending))
		for (;;)
			pause();
	restore();
	vmm_output_drop();
	if (may_tell(code) && format != NULL) {
		va_start(args, format);
		vsnprintf(text, sizeof(text), format, args);
		va_end(args);
		defuse(text);
		fprintf(stderr, "aetherboot-kvm: %s\n", text);
	}
	exit(code);
}

void vmm_end_errno(const char *what)
{
	vmm_end(VMM_EXIT_BOOT, "%s: %s", what, strerror(errno));
}

void vmm_end_async(int code, const char *text)
{
	restore();
	vmm_output_drop();
	if (may_tell(code) && write(STDERR_FILENO, text, strlen(text)) < 0)
		_exit(code); /* nobody to tell */
	_exit(code);
}
