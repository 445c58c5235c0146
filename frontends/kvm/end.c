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
#include <stdint.h>
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

void vmm_end_catch(int number, void (*handler)(int number))
{
	struct sigaction action = { .sa_handler = handler, .sa_flags = SA_RESTART }, old;

	sigfillset(&action.sa_mask);
	if (sigaction(number, NULL, &old) == 0 && old.sa_handler != SIG_IGN)
		sigaction(number, &action, NULL);
}

bool vmm_term_raw(void)
{
	const pid_t foreground = tcgetpgrp(STDIN_FILENO); /* -1: it controls no jobs of ours */
	struct termios t;

	/* a background job may neither change nor read the terminal */
	if (!isatty(STDIN_FILENO) || (foreground >= 0 && foreground != getpgrp()) ||
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

/* Marks by which text is drawn in another order than it is read, and ends of lines. Unicode
 * Standard Annex 9, 2; Annex 14, BK. */
static bool is_mark(uint32_t value)
{
	return value == 0x061c || value == 0x200e || value == 0x200f ||
	       (value >= 0x2028 && value <= 0x202e) || (value >= 0x2066 && value <= 0x2069);
}

/* Bytes of the UTF-8 character at @c, by RFC 3629; 0: it is none, a control character, or a mark.
 */
static size_t character(const unsigned char *c)
{
	static const uint32_t least[] = { 0, 0x20, 0xa0, 0x800, 0x10000 };
	const size_t n = c[0] < 0x80 ? 1 : c[0] < 0xc0 ? 0 : c[0] < 0xe0 ? 2 : c[0] < 0xf0 ? 3 : 4;
	uint32_t value = n < 2 ? c[0] : c[0] & 0x7fU >> n;

	for (size_t i = 1; i < n; i++) {
		if ((c[i] & 0xc0) != 0x80)
			return 0;
		value = value << 6 | (c[i] & 0x3f);
	}
	if (c[0] >= 0xf8 || value < least[n] || value > 0x10ffff || value == 0x7f ||
	    (value >= 0xd800 && value < 0xe000) || is_mark(value))
		return 0;
	return n;
}

/* No byte of the text moves a cursor or sets a terminal's title: it may be of a file, or its name.
 * A terminal may take a byte that is no UTF-8 for a control character of 8 bits. */
static void defuse(char *text)
{
	unsigned char *c = (unsigned char *)text;

	while (*c != '\0') {
		const size_t n = character(c);

		if (n == 0)
			*c = '?';
		c += n != 0 ? n : 1;
	}
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

void vmm_end_why(const struct ab_error *why)
{
	char text[512];

	ab_error_text(why, text, sizeof(text));
	vmm_end(VMM_EXIT_BOOT, "%s", text);
}

void vmm_end_async(int code, const char *text)
{
	restore();
	vmm_output_drop();
	if (may_tell(code) && write(STDERR_FILENO, text, strlen(text)) < 0)
		_exit(code); /* nobody to tell */
	_exit(code);
}
